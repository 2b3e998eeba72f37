"""What a solution about a circle says, in both languages."""

from __future__ import annotations

from typing import Final

from solver.topics.base import Words

WORDS: Final = {
    "divide": Words("Divide the equation by \\({a}\\): \\[{equation}\\]", "方程两边同除以 \\({a}\\)：\\[{equation}\\]"),
    "square": Words("Move the number to the right and complete both squares; what is added on the left is added on the right: \\[{before}\\] \\[{after}\\]",
                    "把常数项移到右边，分别对 \\(x\\) 和 \\(y\\) 配方，两边加上相同的数：\\[{before}\\] \\[{after}\\]"),
    "plain": Words("The equation of the circle is \\[{after}\\]", "圆的方程化为 \\[{after}\\]"),
    "read": Words("Compare with \\((x-h)^2+(y-k)^2=r^2\\): the centre is \\({center}\\), and \\(r^2={square}\\), so \\(r={r}\\).",
                  "与 \\((x-a)^2+(y-b)^2=r^2\\) 对照：圆心为 \\({center}\\)，\\(r^2={square}\\)，所以 \\(r={r}\\)。"),
    "middle": Words("The centre is the midpoint of the diameter: \\[{center}\\]", "圆心是直径的中点：\\[{center}\\]"),
    "reach": Words("The radius is the distance from the centre \\({center}\\) to the point \\({point}\\): \\[r=\\sqrt{{{dx}+{dy}}}={r}\\]",
                   "半径等于圆心 \\({center}\\) 到点 \\({point}\\) 的距离：\\[r=\\sqrt{{{dx}+{dy}}}={r}\\]"),
    "three": Words("Put the points into \\(x^2+y^2+Dx+Ey+F=0\\): \\[{equations}\\] The solution is \\({values}\\), so the circle is \\[{equation}\\]",
                   "设圆的方程为 \\(x^2+y^2+Dx+Ey+F=0\\)，代入三点：\\[{equations}\\] 解得 \\({values}\\)，圆的方程为 \\[{equation}\\]"),
    "given": Words("The circle has the centre \\({center}\\) and the radius \\(r={r}\\).", "圆心为 \\({center}\\)，半径 \\(r={r}\\)。"),
    "diameter": Words("The diameter is twice the radius: \\[d=2r={value}\\]", "直径是半径的 2 倍：\\[d=2r={value}\\]"),
    "circumference": Words("The circumference is \\[C=2\\pi r={value}\\]", "周长为 \\[C=2\\pi r={value}\\]"),
    "area": Words("The area is \\[A=\\pi r^2={value}\\]", "面积为 \\[S=\\pi r^2={value}\\]"),
    "equation": Words("Put centre and radius into \\((x-h)^2+(y-k)^2=r^2\\): \\[{value}\\]", "把圆心和半径代入 \\((x-a)^2+(y-b)^2=r^2\\)：\\[{value}\\]"),
    "center_sum": Words("Add the coordinates of the centre: \\[{value}\\]", "圆心的横、纵坐标相加：\\[{value}\\]"),
    "distance": Words("The distance from the centre to the point \\({point}\\) is \\[{value}\\]", "圆心到点 \\({point}\\) 的距离为 \\[{value}\\]"),
    "where": Words("The square of the distance from the centre to the point \\({point}\\) is \\({squares}={gap}\\); compare it with \\(r^2={square}\\): \\[{gap}{sign}{square}\\]",
                   "点 \\({point}\\) 到圆心的距离的平方是 \\({squares}={gap}\\)，与 \\(r^2={square}\\) 比较：\\[{gap}{sign}{square}\\]"),
    "note": Words("centre and radius from the coefficients", "由系数求圆心和半径"),
    "note_points": Words("centre and radius", "圆心和半径"),
    "answer": Words("So the answer is \\({answer}\\).", "所以答案是 \\({answer}\\)。"),
    "method": Words("used the symmetry about the centre, and the leftmost and rightmost points of the circle", "用圆关于圆心对称，以及圆的最左点和最右点检验"),
    "method_equation": Words("compared all the coefficients with those that the givens demand", "与已知条件所要求的方程比较系数"),
    "method_where": Words("put the point into the equation of the circle", "把点的坐标代入圆的方程"),
}  # fmt: skip
PLACES: Final = {
    -1: Words(r"\text{{inside the circle}}", r"\text{{在圆内}}"),
    0: Words(r"\text{{on the circle}}", r"\text{{在圆上}}"),
    1: Words(r"\text{{outside the circle}}", r"\text{{在圆外}}"),
}
SENTENCES: Final = {
    "center": Words("The centre is \\({answer}\\).", "圆心坐标为 \\({answer}\\)。"),
    "radius": Words("The radius is \\({answer}\\).", "半径为 \\({answer}\\)。"),
    "diameter": Words("The diameter is \\({answer}\\).", "直径为 \\({answer}\\)。"),
    "circumference": Words("The circumference is \\({answer}\\).", "周长为 \\({answer}\\)。"),
    "area": Words("The area is \\({answer}\\).", "面积为 \\({answer}\\)。"),
    "equation": Words("The equation of the circle is \\({answer}\\).", "圆的方程为 \\({answer}\\)。"),
    "center_sum": Words(
        "The sum of the coordinates of the centre is \\({answer}\\).", "圆心坐标之和为 \\({answer}\\)。"
    ),
    "distance": Words("The distance is \\({answer}\\).", "距离为 \\({answer}\\)。"),
}
