"""The words of one equation in one unknown: what is read, and what is said."""

from __future__ import annotations

from typing import Final

from solver.formula.nodes import Apply, Call, Node, symbols
from solver.topics.base import Words

VOCABULARY: Final = {
    "solve": "solve|solve for|solving|solutions?|solutions? of|every solution|every root|solution set|roots?|zeros?|satisfy|satisfies|unknown|isolate"
    "|解|解方程|解一元一次方程|解一元二次方程|方程的解|方程的根|的解|的根|解为|根为|解是|未知数|解得|求根|未知数的值|解集",
    "equation": "equations?|linear equation|quadratic equation|quadratic|linear|polynomial|cubic|cubic equation|quartic|quartic equation|polynomial equation|方程|一元三次方程|三次方程|一元四次方程|四次方程|高次方程|一元二次方程|一元一次方程|一次方程|二次方程|分式方程|等式|成立",
    "form": "absolute value|absolute value equation|proportion|the proportion|rational equation|radical equation|radical|exponential equation|logarithmic equation|compound|比例|解比例|绝对值方程",
    "real": "real|over the real numbers|over the reals|in the real numbers|real solutions?|real roots?|real numbers?|all|实数|实数解|实数根|实根|全部实根|所有实根|的全部实根|的所有实根|所有|全部",
    "method": "any method|by any method|algebraically|用适当的方法|适当的方法|选择适当的方法|用合适的方法|by factoring|by completing the square|using the quadratic formula|by the quadratic formula|factoring|用配方法|用公式法|用因式分解法|配方法|公式法|因式分解法|be careful about extraneous solutions|be careful about extraneous roots|check for extraneous solutions|check for extraneous roots|watch out for extraneous solutions|reject extraneous solutions|in terms of natural logarithms|in terms of logarithms|in terms of natural logs|in terms of logs|using natural logarithms|注意检验|要检验|注意验根|并检验|检验",
}

WORDS: Final = {
    "given": Words("We look for the values of \\({x}\\) that make this true: \\[{equation}\\]", "求使等式成立的 \\({x}\\)：\\[{equation}\\]"),
    "collect": Words("Bring everything to one side and collect terms: \\[{standard}=0\\]", "移项、合并同类项：\\[{standard}=0\\]"),
    "never": Words("\\({x}\\) has cancelled, and what is left is not true whatever \\({x}\\) is: nothing solves the equation.",
                   "\\({x}\\) 消去了，而剩下的等式不成立，所以无论 \\({x}\\) 取何值，原方程都不成立。"),
    "always": Words("\\({x}\\) has cancelled, and what is left is true whatever \\({x}\\) is.", "\\({x}\\) 消去了，剩下的等式恒成立，与 \\({x}\\) 的取值无关。"),
    "factor": Words("Factor: \\[{factored}=0\\] A product is 0 exactly when one of its factors is 0.", "因式分解：\\[{factored}=0\\] 乘积为 0，当且仅当其中有因式为 0。"),
    "discriminant": Words("The discriminant is \\[b^2-4ac={value}\\]", "判别式为 \\[b^2-4ac={value}\\]"),
    "formula": Words("It is positive, so there are two solutions: \\[{x}=\\frac{{-b\\pm\\sqrt{{b^2-4ac}}}}{{2a}}=\\frac{{{minus_b}\\pm{root}}}{{{two_a}}}\\]",
                     "判别式大于 0，有两个解：\\[{x}=\\frac{{-b\\pm\\sqrt{{b^2-4ac}}}}{{2a}}=\\frac{{{minus_b}\\pm{root}}}{{{two_a}}}\\]"),
    "negative": Words("It is negative, so no real number solves the equation.", "判别式小于 0，所以方程没有实数解。"),
    "domain": Words("Where a denominator is 0 or a root or logarithm is not defined, nothing can be a solution; so every candidate is put back into the original equation.",
                    "分母为 0、根号或对数没有意义的值不能是解，所以每个可能的解都要代回原方程检验。"),
    "root": Words("Every real number has exactly one such root. Call it \\(t\\): \\(t^{{{n}}}={base}\\), so \\({x}={by_root}\\), and the equation becomes \\[{left}={right}\\]",
                  "每个实数恰有一个这样的方根。设它为 \\(t\\)：\\(t^{{{n}}}={base}\\)，即 \\({x}={by_root}\\)，方程化为 \\[{left}={right}\\]"),
    "complex": Words("It is negative, so no real number solves the equation. With \\(i^2=-1\\) there are two complex solutions: \\[{x}=\\frac{{-b\\pm\\sqrt{{b^2-4ac}}}}{{2a}}=\\frac{{{minus_b}\\pm{root}}}{{{two_a}}}\\]",
                     "判别式小于 0，方程没有实数解。令 \\(i^2=-1\\)，有两个复数解：\\[{x}=\\frac{{-b\\pm\\sqrt{{b^2-4ac}}}}{{2a}}=\\frac{{{minus_b}\\pm{root}}}{{{two_a}}}\\]"),
    "complex_answer": Words("There is no real solution; the complex solutions are \\({answer}\\).", "方程没有实数解；复数解为 \\({answer}\\)。"),
    "powers": Words("Only real numbers that satisfy the original equation are kept.", "只保留满足原方程的实数。"),
    "cell": Words("keep the real solutions of the original equation", "只保留满足原方程的实数解"),
    "cell_log": Words("both sides are positive: their logarithms are equal", "两边都是正数，取对数后仍相等"),
    "answer": Words("So \\({answer}\\).", "所以 \\({answer}\\)。"),
    "none": Words("There is no real solution: \\({answer}\\).", "方程没有实数解：\\({answer}\\)。"),
    "all": Words("It is true for every real number: \\({answer}\\).", "对任意实数都成立：\\({answer}\\)。"),
    "all_but": Words("It is true wherever both sides have a value: \\({answer}\\).", "在两边都有意义时恒成立：\\({answer}\\)。"),
    "claim": Words("\\({answer}\\) solves \\({equation}\\), and nothing else does", "\\({answer}\\) 是 \\({equation}\\) 的解，且没有别的解"),
    "claim_none": Words("\\({equation}\\) has no real solution", "\\({equation}\\) 没有实数解"),
    "claim_all": Words("\\({equation}\\) holds for \\({answer}\\)", "\\({equation}\\) 对 \\({answer}\\) 成立"),
    "method_all": Words("both sides were computed at a dozen numbers, whole and broken", "取十几个整数和分数分别计算两边"),
    "method_poly": Words("each value put back, and the real roots counted by Sturm's theorem", "逐个代回原方程，并用斯图姆定理数实根的个数"),
    "method_other": Words("each value put back to 30 digits, and sign changes between −100 and 100 counted", "逐个代回（30 位精度），并数出 −100 到 100 之间的变号次数"),
    "solution": Words("solution", "解"),
}  # fmt: skip


def is_open(part: Node) -> bool:
    """Whether a part of an equation is a function that is not told, or the whole part of the unknown (`floor_equations`)."""
    is_whole_part = isinstance(part, Call) and part.name in ("floor", "ceiling") and bool(symbols(part))
    return isinstance(part, Apply) or is_whole_part
