"""What `linear_programming` reads and says, in both languages."""

from __future__ import annotations

from typing import Final

from solver.topics.base import Words

VOCABULARY: Final = {
    "maximum": "maximum|maximum values?|max|maximize|maximise|maximizes|largest|largest value|greatest|greatest value|largest possible value|greatest possible value|最大值|的最大值|最大|max|有最大值|最大化|取最大值|取得最大值",
    "minimum": "minimum|minimum values?|min|minimize|minimise|minimizes|smallest|smallest value|least|least value|smallest possible value|least possible value|最小值|的最小值|最小|min|有最小值|最小化|取最小值|取得最小值",
    "both": "maximum and minimum|maximum and minimum values|minimum and maximum|minimum and maximum values|maximum value and minimum value|最大值和最小值|最大值与最小值|最大值、最小值|的最大值和最小值|的最大值与最小值|最值|的最值|最大值及最小值",
    "range": "range|range of|取值范围|的取值范围",
    "words": "subject to|constraints?|the constraints?|under|conditions?|the conditions?|objective|objective function|function|linear program|linear programming|linear programming problem|feasible|feasible region|region|inequalities|system|system of inequalities|real numbers?|variables?|such that|real|satisfy the constraints|solve|such"
    "|约束条件|满足约束条件|满足条件|不等式组|满足不等式组|线性约束条件|线性规划|线性规划问题|目标函数|目标|函数|变量|变量x|实数|实数x|若变量|平面区域|可行域|在约束条件下|下|设变量",
}
WORDS: Final = {
    "region": Words("Each condition is a half-plane; together they leave the region of the points that count. A linear expression is largest and smallest at corners of it, if at all.", "每个约束条件表示一个半平面，它们的公共部分是可行域。线性目标函数的最值如果存在，一定在可行域的顶点处取得。"),
    "corner": Words("Solve \\({one}\\) with \\({other}\\): \\(x={x}\\), \\(y={y}\\). This point satisfies all the conditions, so it is a corner; the expression there is \\({put}={value}\\).", "联立 \\({one}\\) 与 \\({other}\\)，解得 \\(x={x}\\)，\\(y={y}\\)。该点满足所有约束条件，是可行域的顶点，此时目标函数值为 \\({put}={value}\\)。"),
    "bounded": Words("The region is bounded, so the largest and the smallest value are found at corners.", "可行域有界，最大值与最小值都在顶点处取得。"),
    "ray": Words("The region is unbounded: from a point in it one can go on for ever in the direction \\(({x}, {y})\\).", "可行域无界：从其中一点沿方向 \\(({x}, {y})\\) 可以一直走下去。"),
    "grows": Words("In that direction the expression grows without bound: there is no largest value.", "沿这一方向目标函数无限增大，没有最大值。"),
    "shrinks": Words("In that direction the expression falls without bound: there is no smallest value.", "沿这一方向目标函数无限减小，没有最小值。"),
    "maximum": Words("The largest of these values is \\({value}\\), at \\({at}\\).", "这些值中最大的是 \\({value}\\)，在点 \\({at}\\) 处取得。"),
    "minimum": Words("The smallest of these values is \\({value}\\), at \\({at}\\).", "这些值中最小的是 \\({value}\\)，在点 \\({at}\\) 处取得。"),
    "maximum_where": Words("The largest of these values is \\({value}\\). It belongs to the corner \\({at}\\).", "这些值中最大的是 \\({value}\\)，对应的顶点是 \\({at}\\)。"),
    "minimum_where": Words("The smallest of these values is \\({value}\\). It belongs to the corner \\({at}\\).", "这些值中最小的是 \\({value}\\)，对应的顶点是 \\({at}\\)。"),
    "empty": Words("No intersection of two boundary lines satisfies all the conditions. The lines are not all parallel, so a region would have a corner: the region is empty.", "边界直线的交点都不满足所有约束条件；这些直线不全平行，可行域若非空必有顶点，所以可行域是空集。"),
    "code": Words("corners: intersections of two boundary lines that satisfy everything", "顶点：满足所有条件的边界交点"),
    "method": Words("solved as a linear programme by another method (simplex)", "用单纯形法另行求解"),
    "plot": Words("feasible region", "可行域"),
}  # fmt: skip
LABELS: Final = {"maximum": Words("maximum", "最大值"), "minimum": Words("minimum", "最小值")}
NONE: Final = Words("does not exist", "不存在")
SAID: Final = {
    "maximum": Words("The largest value is \\({answer}\\).", "最大值是 \\({answer}\\)。"),
    "minimum": Words("The smallest value is \\({answer}\\).", "最小值是 \\({answer}\\)。"),
    "both": Words("The result: \\({answer}\\).", "结论：\\({answer}\\)。"),
}
