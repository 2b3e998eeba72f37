"""What `several_variables` reads and says, in both languages."""

from __future__ import annotations

from typing import Final

from solver.topics.base import Words

VOCABULARY: Final = {
    "gradient": "gradient|gradient of|gradient vector|gradient vector of|the gradient|梯度|的梯度|梯度向量",
    "directional": "directional derivative|directional derivative of|方向导数|的方向导数",
    "plane": "tangent plane|equation of the tangent plane|tangent plane to|an equation of the tangent plane|切平面|切平面方程|的切平面方程|的切平面|处的切平面方程|处的切平面",
    "total": "total differential|total differential of|differential|全微分|的全微分|全微分dz|dz|totaltoken|全微分totaltoken|的全微分totaltoken|total differential totaltoken|differential totaltoken|the total differential totaltoken",
    "second": "secondtoken|secondtoken partial derivative|second partial derivative secondtoken|mixed partial derivative secondtoken|mixed second partial derivative secondtoken|二阶偏导数secondtoken|二阶混合偏导数secondtoken|混合偏导数secondtoken",
    "mixed": "mixed partial derivative|mixed second partial derivative|second order mixed partial derivative|mixed partial|二阶混合偏导数|混合偏导数|的二阶混合偏导数|的混合偏导数|二阶混合偏导",
    "second words": "second partial derivative|second order partial derivative|second-order partial derivative|partial derivative|the second|二阶偏导数|二阶偏导|的二阶偏导数|偏导数",
    "extrema": "local extrema|extrema|local extreme values|extreme values|local maxima|local minima|local maximum|local minimum|saddle points?|critical points?|classify|relative extrema|relative maxima|relative minima|local maximum and minimum values|local maxima and minima|minimum value|maximum value|local minimum value|local maximum value|relative minimum value|relative maximum value|least value|greatest value|minimum value of|maximum value of|最小值|最大值|的最小值|的最大值|极值|的极值|极值点|驻点|极大值|极小值|的极值点|的所有极值",
    "direction": "in the direction of|in the direction of the vector|in the direction|direction of|along|along the vector|in direction|沿方向|沿|沿向量|方向|的方向|方向上|沿着|方向为",
    "at": "at|at the point|at point|point|在|在点|点|处|处的|点处|在点处|where",
    "unit": "unit",
    "words": "surface|function|the surface|function of two variables|local|relative|all|any|each|and classify|and classify them|them|as local maximum local minimum or saddle point|maxima|minima|values|or|vector|the vector|real|nature|determine the nature of|their|second order|order|of f|曲面|函数|二元函数|设|已知|向量|由|的|及|并判断其类型|并判断类型|二阶|多元函数|二阶连续|关于",
}
WORDS: Final = {
    "partials": Words("The partial derivatives; each time the other letters are held fixed: \\[{partials}\\]", "求偏导数，每次把其余字母看作常数：\\[{partials}\\]"),
    "gradient": Words("The gradient has the partial derivatives as its components: \\(\\nabla {f}={gradient}\\).", "梯度以各偏导数为分量：\\(\\nabla {f}={gradient}\\)。"),
    "at": Words("At \\({point}\\) it is \\(\\nabla {f}={value}\\).", "在 \\({point}\\) 处，\\(\\nabla {f}={value}\\)。"),
    "unit": Words("The direction as a vector of length 1: \\[\\frac{{1}}{{{length}}}{vector}={unit}\\]", "把方向化为单位向量：\\[\\frac{{1}}{{{length}}}{vector}={unit}\\]"),
    "dot": Words("The directional derivative is the dot product of both: \\[{products}={value}\\]", "方向导数等于梯度与单位向量的数量积：\\[{products}={value}\\]"),
    "second": Words("First by \\({first}\\), then the result by \\({second}\\): \\[{one},\\qquad {two}\\]", "先对 \\({first}\\) 求偏导，再对 \\({second}\\) 求偏导：\\[{one},\\qquad {two}\\]"),
    "put": Words("Put \\({point}\\) in: \\({value}\\).", "代入 \\({point}\\)：\\({value}\\)。"),
    "plane": Words("The tangent plane at \\(({a}, {b}, {c})\\) rises by the partial derivatives: \\[z={c}+{p}\\left(x-{a_}\\right)+{q}\\left(y-{b_}\\right)\\] which is \\(z={plane}\\).", "切平面过点 \\(({a}, {b}, {c})\\)，沿两个方向的斜率就是偏导数：\\[z={c}+{p}\\left(x-{a_}\\right)+{q}\\left(y-{b_}\\right)\\] 即 \\(z={plane}\\)。"),
    "slopes": Words("At \\(x={a}\\), \\(y={b}\\) they are \\({p}\\) and \\({q}\\).", "在 \\(x={a}\\)，\\(y={b}\\) 处，它们分别为 \\({p}\\) 和 \\({q}\\)。"),
    "total": Words("The total differential adds up what each letter contributes: \\(d{f}={total}\\).", "全微分把各变量的贡献相加：\\(d{f}={total}\\)。"),
    "critical": Words("Both partial derivatives are 0 at \\({points}\\), and nowhere else.", "两个偏导数同时为 0 的点是 \\({points}\\)，此外没有别的点。"),
    "no_critical": Words("The partial derivatives are never 0 at the same time.", "两个偏导数不会同时为 0。"),
    "everywhere": Words("The second derivatives are the same everywhere, so this is the {kind} value on the whole plane.", "二阶偏导数处处相同，所以这就是函数在整个平面上的{kind}值。"),
    "hesse": Words("The second partial derivatives: \\[f_{{xx}}={xx},\\qquad f_{{xy}}={xy},\\qquad f_{{yy}}={yy}\\]", "二阶偏导数：\\[f_{{xx}}={xx},\\qquad f_{{xy}}={xy},\\qquad f_{{yy}}={yy}\\]"),
    "minimum": Words("At \\({point}\\) the number \\(f_{{xx}}f_{{yy}}-f_{{xy}}^2\\) is \\({d}\\), positive, and \\(f_{{xx}}\\) is \\({xx}\\), positive too: a local minimum with the value \\({value}\\).", "在 \\({point}\\) 处，\\(f_{{xx}}f_{{yy}}-f_{{xy}}^2\\) 的值为 \\({d}\\)，大于 0，且 \\(f_{{xx}}\\) 的值 \\({xx}\\) 大于 0：极小值 \\({value}\\)。"),
    "maximum": Words("At \\({point}\\) the number \\(f_{{xx}}f_{{yy}}-f_{{xy}}^2\\) is \\({d}\\), positive, and \\(f_{{xx}}\\) is \\({xx}\\), negative: a local maximum with the value \\({value}\\).", "在 \\({point}\\) 处，\\(f_{{xx}}f_{{yy}}-f_{{xy}}^2\\) 的值为 \\({d}\\)，大于 0，而 \\(f_{{xx}}\\) 的值 \\({xx}\\) 小于 0：极大值 \\({value}\\)。"),
    "saddle": Words("At \\({point}\\) the number \\(f_{{xx}}f_{{yy}}-f_{{xy}}^2\\) is \\({d}\\), negative: a saddle point, no extreme value.", "在 \\({point}\\) 处，\\(f_{{xx}}f_{{yy}}-f_{{xy}}^2\\) 的值为 \\({d}\\)，小于 0：是鞍点，不是极值点。"),
    "code": Words("the partial derivatives", "偏导数"),
    "none": Words("Among these points there is no {kind}.", "这些点中没有{kind}。"),
    "unit_gradient": Words("In its direction, of length 1: \\[\\frac{{1}}{{{length}}}{vector}={unit}\\]", "化为同方向的单位向量：\\[\\frac{{1}}{{{length}}}{vector}={unit}\\]"),
    "method": Words("values of the function very close by were compared", "与附近点的函数值比较检验"),
    "method_formula": Words("compared with difference quotients at several places", "在若干点与差商比较"),
}  # fmt: skip
KINDS: Final = {
    "maximum": Words("local maximum: ", "极大值: "),
    "minimum": Words("local minimum: ", "极小值: "),
    "saddle": Words("saddle point: ", "鞍点: "),
}
NONE: Final = Words("no extreme values", "没有极值")
WHOLE: Final = {"maximum": Words("greatest", "最大"), "minimum": Words("least", "最小")}
ABSENT: Final = {
    "maximum": Words("no local maximum", "没有极大值"),
    "minimum": Words("no local minimum", "没有极小值"),
    "saddle": Words("no saddle point", "没有鞍点"),
}
