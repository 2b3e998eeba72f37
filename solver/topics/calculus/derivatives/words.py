"""The words of derivatives: those that are read, and those that are said."""

from __future__ import annotations

from typing import Final

from solver.topics.base import Words
from solver.topics.calculus.derivatives.orders import named_order

VOCABULARY: Final = {
    "first": "derivatives?|derivative of|diff|derive|differentiate|first derivative|first derivative of|derivative function|differentiation|slope|gradient"
    "|partial derivative|partial derivative of|first partial derivative|first order partial derivative|first order derivative|1st derivative|partially|differentiate once"
    "|slope of the tangent|slope of the tangent line|导数|导数值|的导数值|求导|导函数|一阶导数|求导数|切线的斜率|切线斜率|的导数|的导函数|偏导数|一阶偏导数|偏导|求偏导|求偏导数|求一阶导|求一阶导数|的偏导数|微分一次",
    "second": "|".join(
        (named_order("second", "2nd", "二"), "twice|differentiate twice|求导两次|求两次导|求两次导数")
    ),
    "third": named_order("third", "3rd", "三"),
    "fourth": named_order("fourth", "4th", "四"),
    "fifth": named_order("fifth", "5th", "五"),
    "sixth": named_order("sixth", "6th", "六"),
    "tangent": "tangent|tangent line|equation of the tangent|equation of the tangent line|line tangent|切线|切线方程|的切线方程|切线的方程|处的切线方程",
    "normal": "normal|normal line|equation of the normal|equation of the normal line|法线|法线方程|法线的方程|处的法线方程",
    "at": "at|at point|at the point|through the point|at the point where|在|在点|点|处|处的|在点处|过点",
    "wrt": "with respect to|wrt|对|关于|with respect to the variable|对变量|关于变量",
    "constant": "treating the others as constants|treating other letters as constants|keeping the others constant|keeping the other variables constant|holding the others constant|把其他字母看作常数|其他字母看作常数|其余字母看作常数",
    "curve": "curve|graph|graph of|function|functions|parabola|line|rate of change|曲线|函数|抛物线|图像|图象|直线|方程",
    "simplify": "simplify",
}
WORDS: Final = {
    "others": Words("Differentiate with respect to \\({x}\\); the other letters stay constant.", "对 \\({x}\\) 求导，其余字母看作常数。"),
    "again": Words("Differentiate once more: \\({mark}={f}\\).", "再求一次导：\\({mark}={f}\\)。"),
    "shorter": Words("This can be written much shorter: \\[{before}={after}\\]", "化简：\\[{before}={after}\\]"),
    "put": Words("Put \\({x}={a}\\) in: the value is \\({value}\\).", "代入 \\({x}={a}\\)，得 \\({value}\\)。"),
    "tangent": Words(
        "The tangent touches the curve at \\(({a}, {y})\\) and has the slope \\({m}\\): \\(y={m_}\\left({x}-{a_}\\right)+{y_}\\).",
        "切线过点 \\(({a}, {y})\\)，斜率为 \\({m}\\)：\\(y={m_}\\left({x}-{a_}\\right)+{y_}\\)。",
    ),
    "normal": Words(
        "The normal is perpendicular to the tangent, whose slope is \\({m}\\), so its slope is \\({n}\\); it passes through \\(({a}, {y})\\).",
        "法线与切线垂直，切线斜率为 \\({m}\\)，所以法线斜率为 \\({n}\\)，并过点 \\(({a}, {y})\\)。",
    ),
    "code_slope": Words("the slope at the point", "该点处的斜率"),
    "code": Words("differentiate", "求导"),
    "method": Words("compared with difference quotients over tiny steps", "与极小步长的差商进行比较"),
}  # fmt: skip
SENTENCES: Final = {
    "derivative": Words("The {kind} is \\({answer}\\).", "所求{kind}为 \\({answer}\\)。"),
    "value": Words(
        "The {kind} at \\({x}={a}\\) is \\({answer}\\).", "在 \\({x}={a}\\) 处的{kind}值为 \\({answer}\\)。"
    ),
    "tangent": Words("The tangent line is \\({answer}\\).", "切线方程为 \\({answer}\\)。"),
    "normal": Words("The normal line is \\({answer}\\).", "法线方程为 \\({answer}\\)。"),
}
KINDS: Final = {
    1: Words("derivative", "导数"),
    2: Words("second derivative", "二阶导数"),
    3: Words("third derivative", "三阶导数"),
}
HIGHER: Final = Words("derivative of order {n}", "{n} 阶导数")
