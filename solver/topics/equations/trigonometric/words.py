"""The words of trigonometric equations: what is read, and what is said."""

from __future__ import annotations

from typing import Final

from solver.topics.base import Words

VOCABULARY: Final = {
    "solve": "solve|solve for|solving|solutions?|solutions? of|solutions? to|all the solutions|solution set|roots?|zeros?|satisfy|satisfies|satisfying|that satisfy|such that|for which|make true|true|unknown|angles?|the angles?|all angles"
    "|解|解方程|方程的解|方程的根|的解|的根|解为|根为|解是|未知数|解得|求根|解集|的解集|解集为|解集是|的解集为|的解集是|的解为|的解是|的集合|集合|的所有解|所有解|的所有根|的全部解|全体解|成立|成立的|的角|角|取值",
    "equation": "equations?|trigonometric equations?|trig equations?|trigonometric|trig|following equation|方程|三角方程|关于|的方程|等式|三角函数方程",
    "interval": "interval|intervals|in the interval|on the interval|over the interval|within the interval|in the range|range|over|on|within|domain|where|giving|give|giving your answers?|answers?|all|every|real|real numbers?|domain|the interval|given interval|region|区间|内|内的|范围|范围内|范围内的|上的|区间内|区间上|中的|所有|全部|一切|实数|的值|其中|的取值",
    "general": "general|general solutions?|the general solution|complete|in general form|integers?|any integer|is an integer|is any integer|通解|的通解|一般解|整数|为整数|所有整数",
    "units": "degrees?|in degrees|radians?|in radians|exact values?|exactly|in terms of|弧度|角度|度|用弧度表示|用弧度制表示|用角度制表示|用角度表示",
    "count": "how many|how many solutions|number of solutions|the number of solutions|number of roots|how many roots|how many solutions does|how many real solutions|have|has|does have|解的个数|的解的个数|根的个数|的根的个数|的实根的个数|有几个解|有多少个解|有几个根|几个|多少个|个解|个根|解的个数是|解的个数为|有几个|共有|个数",
    "sum": "sum of the solutions|sum of all solutions|sum of all the solutions|sum of the roots|sum of its solutions|sum of all solutions of|所有解的和|所有解之和|的所有解之和|的所有根之和|所有根之和|各解之和|解的和|的解之和|所有根的和|的所有实根之和",
}  # fmt: skip

WORDS: Final = {
    "given": Words("Solve \\[{equation}\\]", "解方程 \\[{equation}\\]"),
    "given_range": Words("Solve \\[{equation}\\] where \\({x}\\) lies in the interval \\({range}\\).", "在区间 \\({range}\\) 内，对 \\({x}\\) 解方程 \\[{equation}\\]"),
    "isolate": Words("Isolate the function: \\[{f}={value}\\]", "把三角函数单独留在一边：\\[{f}={value}\\]"),
    "reciprocal": Words("Since \\({rule}\\), the equation \\({before}\\) means \\[{after}\\]", "由 \\({rule}\\)，方程 \\({before}\\) 就是 \\[{after}\\]"),
    "turned": Words("Make both sides the same function: \\({before}={after}\\), so the equation is \\[{left}={after}\\]", "化成同名函数：\\({before}={after}\\)，方程化为 \\[{left}={after}\\]"),
    "equal_sin": Words("Two angles have the same sine when they are equal or add up to a half turn, up to whole turns (k is any integer): \\[{rows}\\] So \\[{solved}\\]", "两角的正弦相等，则两角相等或互补（可相差整数圈，k 为整数）：\\[{rows}\\] 所以 \\[{solved}\\]"),
    "equal_cos": Words("Two angles have the same cosine when they are equal or opposite, up to whole turns (k is any integer): \\[{rows}\\] So \\[{solved}\\]", "两角的余弦相等，则两角相等或互为相反数（可相差整数圈，k 为整数）：\\[{rows}\\] 所以 \\[{solved}\\]"),
    "equal_tan": Words("Two angles have the same tangent when they differ by half turns (k is any integer): \\[{rows}\\] So \\[{solved}\\]", "两角的正切相等，则两角相差半圈的整数倍（k 为整数）：\\[{rows}\\] 所以 \\[{solved}\\]"),
    "collect": Words("Bring everything to one side: \\[{equation}\\]", "移项：\\[{equation}\\]"),
    "rewrite": Words("Use \\({rules}\\); the equation becomes \\[{equation}\\]", "利用 \\({rules}\\)，方程化为 \\[{equation}\\]"),
    "rewrite_clear": Words("Use \\({rules}\\) and multiply both sides by \\({cleared}\\), which must not be 0: \\[{equation}\\]", "利用 \\({rules}\\)，两边同乘 \\({cleared}\\)（它不能为 0）：\\[{equation}\\]"),
    "factor": Words("Factor: \\[{product}=0\\] A product is 0 exactly when one of its factors is 0: \\[{rows}\\]", "分解因式：\\[{product}=0\\] 乘积为 0，当且仅当其中有因式为 0：\\[{rows}\\]"),
    "t_range": Words(" (between −1 and 1)", "（在 −1 与 1 之间）"),
    "t_factor": Words(", that is \\({factored}=0\\)", "，即 \\({factored}=0\\)"),
    "substitute": Words("Put \\(t={f}\\){range}: \\[{equation}\\]{way} The solutions of this equation in \\(t\\) are \\({roots}\\).", "令 \\(t={f}\\){range}：\\[{equation}\\]{way} 这个关于 \\(t\\) 的方程的解为 \\({roots}\\)。"),
    "substitute_none": Words("Put \\(t={f}\\){range}: \\[{equation}\\] No real number \\(t\\) solves this.", "令 \\(t={f}\\){range}：\\[{equation}\\] 这个关于 \\(t\\) 的方程没有实数解。"),
    "divide": Words("In \\({before}\\), \\({cos}\\) is not 0 (else the sine would be 0 too). Divide by it: \\[{after}\\]", "在 \\({before}\\) 中 \\({cos}\\) 不为 0（否则正弦也为 0）。两边除以它：\\[{after}\\]"),
    "divide_power": Words("With \\(1=\\sin^2+\\cos^2\\) all terms of \\({before}\\) have the same degree. Where the cosine is 0 the sine is not, so the cosine is not 0; divide by \\({cos} {x}\\). For the tangent \\(t\\): \\[{after}\\]", "用 \\(1=\\sin^2+\\cos^2\\) 化成齐次式 \\({before}\\)。余弦为 0 时正弦不为 0，所以余弦不为 0；两边除以 \\({cos} {x}\\)，设正切为 \\(t\\)：\\[{after}\\]"),
    "wave": Words("Write the sine and the cosine as one sine. The amplitude is \\({squares}={size}\\), and the shift has the tangent \\({tangent}\\), so it is \\({shift}\\): \\[{before}={after}\\] The equation becomes \\[{equation}\\]", "用辅助角公式：振幅为 \\({squares}={size}\\)，辅助角的正切为 \\({tangent}\\)，即辅助角为 \\({shift}\\)：\\[{before}={after}\\] 方程化为 \\[{equation}\\]"),
    "impossible": Words("\\({f}={value}\\) is impossible: {name} lies between \\(-1\\) and \\(1\\).", "\\({f}={value}\\) 不可能成立：{name}在 \\(-1\\) 与 \\(1\\) 之间。"),
    "axis": Words("\\({f}={value}\\) holds for (k is any integer) \\[{angles}\\]", "由 \\({f}={value}\\) 得（k 为整数）\\[{angles}\\]"),
    "reference": Words("\\({f}={value}\\): the reference angle is \\({reference}\\), because \\({because}\\). {Name} is {sign} in the {quadrants} quadrants, so (k is any integer) \\[{angles}\\]", "\\({f}={value}\\)：参考角为 \\({reference}\\)，因为 \\({because}\\)。{name}在{quadrants}象限为{sign}，所以（k 为整数）\\[{angles}\\]"),
    "back": Words("Solve for \\({x}\\) (k is any integer): \\[{solved}\\]", "解出 \\({x}\\)（k 为整数）：\\[{solved}\\]"),
    "select": Words("Of these, in the interval \\({range}\\) there lie: \\[{values}\\]", "其中在区间 \\({range}\\) 内的有：\\[{values}\\]"),
    "select_none": Words("The interval \\({range}\\) has no such value.", "这些值都不在区间 \\({range}\\) 内。"),
    "excluded": Words("There the equation has no meaning: {values} is dropped, because \\({zero}\\) is 0 there.", "使方程无意义的值应舍去：{values}，因为此时 \\({zero}\\) 为 0。"),
    "defined": Words("Everything in the equation has a meaning at these values, so all of them stay.", "在这些值处方程的各部分都有意义，因此都保留。"),
    "all": Words("All solutions (k is any integer): \\[{values}\\]", "全部解为（k 为整数）：\\[{values}\\]"),
    "none_left": Words("Nothing is left that solves the equation.", "没有满足方程的值。"),
    "answer": Words("So \\({answer}\\).", "所以 \\({answer}\\)。"),
    "answer_none": Words("The equation has no solution: \\({answer}\\).", "方程无解：\\({answer}\\)。"),
    "count": Words("There are \\({answer}\\) solutions.", "共有 \\({answer}\\) 个解。"),
    "count_step": Words("Count them: there are \\({answer}\\).", "数一数，共有 \\({answer}\\) 个。"),
    "sum_step": Words("Add them: \\[{sum}={answer}\\]", "把它们相加：\\[{sum}={answer}\\]"),
    "sum": Words("The sum of the solutions is \\({answer}\\).", "所有解的和为 \\({answer}\\)。"),
    "cell_found": Words("pairs: a first solution, and the period after which it comes again", "每一对：一个解和重复的周期"),
    "cell_value": Words("the value of {f}", "{f} 的值"),
    "cell_wave": Words("one sine: the shift, and the value of sin({u})", "化成一个正弦：辅助角，以及 sin({u}) 的值"),
    "cell_equal": Words("where the angles are equal, or the other way round", "两角相等，或另一种情形"),
    "cell_range": Words("those in the interval", "区间内的解"),
    "cell_defined": Words("the equation must have a meaning there", "方程在该处要有意义"),
    "claim": Words("\\({equation}\\) has just these solutions: \\({answer}\\)", "\\({equation}\\) 的解恰为 \\({answer}\\)"),
    "method": Words("each value put into the equation to 30 digits, and the zeros counted on a fine grid", "逐个代入方程（30 位精度），并在细网格上数出零点的个数"),
    "point": Words("solution", "解"),
}  # fmt: skip
NAMES: Final = {"sin": Words("sine", "正弦"), "cos": Words("cosine", "余弦"), "tan": Words("tangent", "正切")}
SIGNS: Final = {True: Words("positive", "正"), False: Words("negative", "负")}
QUADRANTS: Final = {
    ("sin", True): Words("first and second", "第一、二"),
    ("sin", False): Words("third and fourth", "第三、四"),
    ("cos", True): Words("first and fourth", "第一、四"),
    ("cos", False): Words("second and third", "第二、三"),
    ("tan", True): Words("first and third", "第一、三"),
    ("tan", False): Words("second and fourth", "第二、四"),
}
NONE: Final = Words(r"\text{{no solution}}", r"\text{{无解}}")
