"""The words of letters that the course of a function fixes: those that are read, and those that are said."""

from __future__ import annotations

from typing import Final

from solver.topics.base import Words

VOCABULARY: Final = {
    "increasing": "increasing|strictly increasing|monotonically increasing|monotone increasing|increase|increases|an increasing function|单调递增|递增|增函数|是增函数|单调增|为增函数|单调增加|单调增函数|上的增函数|是单调递增函数|单调递增函数|是单调增函数|严格单调递增",
    "decreasing": "decreasing|strictly decreasing|monotonically decreasing|monotone decreasing|decrease|decreases|a decreasing function|单调递减|递减|减函数|是减函数|单调减|为减函数|单调减少|单调减函数|上的减函数|是单调递减函数|单调递减函数|是单调减函数|严格单调递减",
    "increasing_interval": "单调递增区间|单调增区间|递增区间|增区间|interval of increase|increasing interval",
    "decreasing_interval": "单调递减区间|单调减区间|递减区间|减区间|interval of decrease|decreasing interval",
    "reals": "for all real x|for all x|everywhere|on the whole real line|on the real line|for every real x|on all of r|for all real numbers x|for all real values of x|for all real|always|for all|all real|for all real numbers|on its domain|on its whole domain|定义域上|在定义域内|在定义域上|其定义域内|在其定义域内|在其定义域上",
    "extremum": "local extremum|extremum|an extremum|local extreme value|extreme value|relative extremum|turning point|stationary point|critical point|有极值|取得极值|取极值|存在极值|极值|的极值|极值点|的极值点|有极值点|处取得极值|处有极值|一个极值点|的一个极值点",
    "minimum": "local minimum|relative minimum|local min|minimum point|极小值|取得极小值|有极小值|取极小值|处取得极小值|处有极小值|极小值点|的极小值点",
    "maximum": "local maximum|relative maximum|local max|maximum point|极大值|取得极大值|有极大值|取极大值|处取得极大值|处有极大值|极大值点|的极大值点",
    "two": "two critical points|two distinct critical points|two turning points|two stationary points|both a local maximum and a local minimum|a local maximum and a local minimum|two local extrema|有两个极值点|有两个不同的极值点|既有极大值又有极小值|既有极大值也有极小值|有极大值和极小值|存在两个极值点|有极大值也有极小值|有极大值与极小值",
    "none": "no local extrema|no extrema|no extreme values|no turning points|没有极值|无极值|不存在极值|没有极值点|无极值点|不存在极值点|既没有极大值也没有极小值",
    "nocritical": "no critical points|no stationary points|没有驻点|无驻点",
    "real": "r|the set of real numbers",
    "discuss": "discuss the monotonicity|discuss the monotonicity of|monotonicity|intervals of monotonicity|in terms of a|depending on a|depending on the value of a|讨论|单调性|的单调性|试讨论|讨论函数",
    "at": "at|在|处|时|当|on|over|the interval|interval|区间|在区间|内|上|上是|内是|处有|内单调|上单调|in|on the interval|and at|at the point|in the interval",
    "range": "range|range of values|all values|all real values|values of|set of values|possible values|the value|取值范围|的取值范围|取值|范围|取何值|的范围|的取值集合",
    "": "function|functions|real|real number|real numbers|constant|parameter|the function|curve|whose|if and only if|for what|for which|for which values|must|should|only|occurs|number|numbers|has its|reach|reaches|parameter|value of the constant|实数|函数|的函数|参数|常数|为常数|取得|取|有|存在|值分别为|曲线|恒成立|若函数|已知函数|实数的值|的值为|满足|均|都|一个|正数",
}  # fmt: skip
WORDS: Final = {
    "slope": Words("The derivative is \\({f}'({x})={slope}\\).", "求导得 \\({f}'({x})={slope}\\)。"),
    "rises": Words("\\({f}\\) rises on {place} exactly if \\({f}'({x})\\ge 0\\) there (and is not 0 on a whole interval).", "\\({f}\\) 在 {place} 上单调递增，等价于在其上 \\({f}'({x})\\ge 0\\) 恒成立（且不在任何区间上恒为 0）。"),
    "falls": Words("\\({f}\\) falls on {place} exactly if \\({f}'({x})\\le 0\\) there (and is not 0 on a whole interval).", "\\({f}\\) 在 {place} 上单调递减，等价于在其上 \\({f}'({x})\\le 0\\) 恒成立（且不在任何区间上恒为 0）。"),
    "separate": Words("Separate the letter: for all these \\({x}\\) it must hold that \\({a}{sign} {phi}\\).", "分离参数：对这些 \\({x}\\) 都要有 \\({a}{sign} {phi}\\)。"),
    "plain": Words("That is, \\({a}{sign} {phi}\\).", "即 \\({a}{sign} {phi}\\)。"),
    "level": Words("With \\({a}={value}\\) the derivative would be 0 everywhere and the function constant, so this value is left out.", "当 \\({a}={value}\\) 时导数恒为 0，函数为常数，舍去。"),
    "bound": Words("With \\(\\varphi({x})={phi}\\) and \\(\\varphi'({x})={dphi}\\), the values at the zeros of \\(\\varphi'\\) and towards the ends show that its {what} is \\({value}\\). So \\({a}{sign} {value}\\).", "设 \\(\\varphi({x})={phi}\\)，\\(\\varphi'({x})={dphi}\\)；比较 \\(\\varphi'\\) 零点处的值和区间两端的趋势，其{what}为 \\({value}\\)。所以 \\({a}{sign} {value}\\)。"),
    "constant": Words("The right side is always \\({value}\\), so \\({a}{sign} {value}\\).", "右边恒为 \\({value}\\)，所以 \\({a}{sign} {value}\\)。"),
    "quadratic": Words("The derivative is a quadratic that opens {way}, so it never changes sign exactly if its discriminant is not positive: \\({disc}\\le 0\\).", "导函数是开口向{way}的二次函数，它不变号当且仅当判别式不大于零：\\({disc}\\le 0\\)。"),
    "changes": Words("There are two extreme values exactly if the derivative, a quadratic, has two different zeros: \\({disc}>0\\).", "有极大值和极小值，当且仅当导函数（二次函数）有两个不同的零点：\\({disc}>0\\)。"),
    "never": Words("There is no extreme value exactly if the derivative, a quadratic, never changes sign: \\({disc}\\le 0\\).", "没有极值，当且仅当导函数（二次函数）不变号：\\({disc}\\le 0\\)。"),
    "nozero": Words("There is no critical point exactly if the derivative, a quadratic, has no zero: \\({disc}<0\\).", "没有驻点，当且仅当导函数（二次函数）没有零点：\\({disc}<0\\)。"),
    "solved": Words("This holds for \\({a}\\in {value}\\).", "解得 \\({a}\\in {value}\\)。"),
    "zero": Words("At an extreme value the derivative is 0: \\[{equations}\\]", "极值点处导数为 0：\\[{equations}\\]"),
    "ends": Words("At the finite ends of the interval the derivative changes its sign, so it is 0 there: \\[{equations}\\]", "单调区间的端点处导数变号，所以导数为 0：\\[{equations}\\]"),
    "solution": Words("Solving gives {values}.", "解得 {values}。"),
    "rejected": Words("With {values} the derivative \\({slope}\\) does not change its sign there as it should, so this is no solution.", "当 {values} 时，导数 \\({slope}\\) 在该点处不按要求变号，舍去。"),
    "kept": Words("With {values} the derivative is \\({slope}\\), which changes its sign there as it should.", "当 {values} 时，导数为 \\({slope}\\)，在该点处按要求变号。"),
    "max": Words("least upper bound", "上确界"),
    "min": Words("greatest lower bound", "下确界"),
    "up": Words("upwards", "上"),
    "down": Words("downwards", "下"),
    "code": Words("where the derivative has the right sign", "导数恒有所要求的符号"),
    "code_zero": Words("the conditions for the letters", "关于字母的方程"),
    "code_signs": Words("keep those for which the derivative changes its sign", "只保留导数变号的解"),
    "sentence": Words("So \\({answer}\\).", "所以 \\({answer}\\)。"),
    "method": Words("for values of the letter on both sides of each bound the sign of the derivative was tried at many places", "在每个边界两侧取参数值，在许多点处检验导数的符号"),
    "method_points": Words("with the letters put in, the signs of the derivative beside these places were tried", "代入字母的值后，检验这些点两侧导数的符号"),
}  # fmt: skip
