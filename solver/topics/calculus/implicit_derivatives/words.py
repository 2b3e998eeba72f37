"""What `implicit_derivatives` reads and says, in both languages."""

from __future__ import annotations

from typing import Final

from solver.topics.base import Words

VOCABULARY: Final = {
    "slope": "dydx|derivatives?|derivative of|implicit derivative|slope|slope of the curve|slope of the tangent|slope of the tangent line|slope of the line tangent|gradient|gradient of the curve|differentiate|differentiate implicitly"
    "|导数|的导数|隐函数的导数|隐函数导数|求导|切线的斜率|切线斜率|斜率|处的切线斜率|处切线的斜率|处的切线的斜率",
    "tangent": "tangent|tangent line|equation of the tangent|equation of the tangent line|line tangent|equation of the line tangent|切线|切线方程|的切线方程|切线的方程|处的切线方程|处的切线",
    "normal": "normal|normal line|equation of the normal|equation of the normal line|法线|法线方程|的法线方程|处的法线方程",
    "at": "at|at point|at the point|at the point where|在|在点|点|处|处的|在点处",
    "implicit": "implicitly|implicit|implicit differentiation|by implicit differentiation|using implicit differentiation|use implicit differentiation|defined implicitly|implicitly defined|implicit function|implicitly given|implicitly by"
    "|隐函数|由方程|方程|所确定|确定|确定的|所确定的|确定的隐函数|所确定的隐函数|隐函数求导法|隐函数求导|用隐函数求导法|由方程所确定|隐函数求导法则",
    "words": "curve|graph|graph of|the curve|ellipse|circle|hyperbola|folium|line|function|defined|defined by|given by|is given by|point|through|with respect to|in terms of|when|where|terms of|differentiable|as a function of|of the curve|determined by|determines"
    "|曲线|函数|椭圆|圆|双曲线|的函数|是|一个|利用|用|方法|满足方程|关于|对|可导函数|可导",
}
WORDS: Final = {
    "both": Words(
        "Take \\(y\\) as a function of \\(x\\) and differentiate both sides of the equation with respect to \\(x\\); by the chain rule the derivative of every term with \\(y\\) brings the factor \\(p\\), the derivative of \\(y\\).",
        "把 \\(y\\) 看作 \\(x\\) 的函数，方程两边对 \\(x\\) 求导；由链式法则，对含 \\(y\\) 的项求导时要乘以 \\(y\\) 的导数，记作 \\(p\\)。",
    ),
    "left": Words("The left side gives \\({left}\\), the right side \\({right}\\).", "左边求导得 \\({left}\\)，右边求导得 \\({right}\\)。"),
    "collect": Words("Set them equal and collect the terms with \\(p\\): \\[\\left({factor}\\right) p={rest}\\]", "令两者相等，把含 \\(p\\) 的项移到一边：\\[\\left({factor}\\right) p={rest}\\]"),
    "divide": Words("Divide by the factor of \\(p\\), where it is not 0: \\[p={slope}\\]", "在系数不为 0 处除以 \\(p\\) 的系数：\\[p={slope}\\]"),
    "find_y": Words("For \\(x={a}\\) the equation gives \\(y={b}\\).", "当 \\(x={a}\\) 时，由方程得 \\(y={b}\\)。"),
    "put": Words("Put \\(x={a}\\), \\(y={b}\\) in: \\(p={m}\\).", "代入 \\(x={a}\\)，\\(y={b}\\)，得 \\(p={m}\\)。"),
    "tangent": Words("The tangent passes through \\(({a}, {b})\\) with the slope \\({m}\\): \\[y={line}\\]", "切线过点 \\(({a}, {b})\\)，斜率为 \\({m}\\)：\\[y={line}\\]"),
    "normal": Words("The normal is perpendicular to the tangent; it passes through \\(({a}, {b})\\) with the slope \\({n}\\): \\[y={line}\\]", "法线与切线垂直，过点 \\(({a}, {b})\\)，斜率为 \\({n}\\)：\\[y={line}\\]"),
    "code": Words("the derivative of the implicit function", "隐函数求导"),
    "code_line": Words("the line through the point", "过该点的直线"),
    "method": Words("points close to each other on the curve were computed, and the quotient of their differences compared", "在曲线上取相近的点，与差商比较"),
    "plot": Words("curve", "曲线"),
}  # fmt: skip
SENTENCES: Final = {
    "formula": Words("The derivative is \\({answer}\\).", "所求导数为 \\({answer}\\)。"),
    "value": Words("The derivative at this point is \\({answer}\\).", "该点处的导数值为 \\({answer}\\)。"),
    "tangent": Words("The tangent line is \\({answer}\\).", "切线方程为 \\({answer}\\)。"),
    "normal": Words("The normal line is \\({answer}\\).", "法线方程为 \\({answer}\\)。"),
}
