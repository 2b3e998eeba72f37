"""Sentences about a student's work, in both languages, by code."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from solver.ports import Language

SENTENCES: Final[Mapping[str, tuple[str, str]]] = {
    # right
    "same": ("This follows from the line before.", "这一步由上一行得到，正确。"),
    "restated": ("This is the problem as it was set.", "这与题目一致。"),
    "solved": ("Correct, and this is the complete answer.", "正确，而且已得到完整的答案。"),
    "calculation": ("This calculation is right.", "这步计算正确。"),
    "identity": ("Both sides are equal for every value: right.", "等式两边恒等，正确。"),
    "definition": ("A name is given here; that is allowed.", "这里引入了一个记号，可以这样设。"),
    "case": ("Right as one case; the others stand in other lines.", "作为其中一种情况是正确的，其余情况写在别的行里。"),
    "true-here": ("True for every solution.", "对每个解都成立，正确。"),
    "check-right": ("This check is right.", "检验正确。"),
    "rejected-rightly": ("Rightly rejected: it does not satisfy the problem.", "舍去得对：它不满足原题。"),
    "set-up": ("This equation fits the story.", "列式符合题意。"),
    "asked-value": ("Correct, this is what was asked for.", "正确，这就是要求的结果。"),
    "no-formula": ("There is no formula in this line, so there is nothing to check.", "这一行没有算式，无需检查。"),
    # right, but
    "not-finished": ("Right so far, but not finished yet.", "到这里是对的，但还没有做完。"),
    "needs-check": (
        "Right, but this step may bring in values that do not solve the problem ({roots}): put them back into the original equation.",
        "这一步正确，但可能引入不满足原题的值（{roots}），需要代回原方程检验。",
    ),
    "one-unknown-left": ("Right, but {letters} is still missing.", "正确，但还没有求出 {letters}。"),
    "form-simplify": ("The value is right, but it can be simplified further.", "结果相等，但还可以继续化简。"),
    "form-factor": ("The value is right, but it is not factored completely.", "结果相等，但还没有分解彻底。"),
    "form-expand": ("The value is right, but it is not expanded yet.", "结果相等，但还没有展开。"),
    "form-asked": ("The value is right, but not in the form that was asked for.", "数值正确，但不是题目要求的形式。"),
    "form-digits": ("The value is right, but it was to be rounded to {places} decimal places.", "数值正确，但题目要求保留 {places} 位小数。"),
    "missing-constant": ("Right up to the constant of integration: add + C.", "正确，但不定积分还要加上常数 C。"),
    # wrong
    "not-equivalent": ("This does not follow from the line before.", "这一行与上一行不等价。"),
    "not-from-problem": ("This does not agree with the problem.", "这一行与题目不符。"),
    "wrong-calculation": ("This calculation is wrong.", "这步计算有误。"),
    "lost-roots": ("A solution is lost here: {roots}.", "这里丢了解：{roots}。"),
    "gained-roots": ("Something is added here that does not follow: {roots}.", "这里多出了不成立的解：{roots}。"),
    "extraneous": ("{roots} does not satisfy the problem and must be rejected.", "{roots} 不满足原题，应当舍去。"),
    "not-a-solution": ("{roots} does not satisfy the equation.", "{roots} 不满足方程。"),
    "rejected-wrongly": ("{roots} satisfies the problem and must not be rejected.", "{roots} 满足原题，不应舍去。"),
    "not-set-up": ("This equation does not fit the story.", "列式不符合题意。"),
    "not-asked-value": ("This is not what was asked for.", "这不是题目要求的结果。"),
    "check-wrong": ("This check is wrong.", "检验有误。"),
    "wrong-statement": ("This statement is not true here.", "这个说法在这里不成立。"),
    "answer-wrong": ("This is not the answer.", "答案不正确。"),
    "answer-incomplete": ("A part of the answer is missing.", "答案不完整。"),
    # not decided
    "undecided": ("I cannot decide whether this line is right.", "无法判断这一行是否正确。"),
    "too-long-to-decide": ("Checking this line took too long, so I cannot say whether it is right.", "检查这一行用时过长，无法判断是否正确。"),
    "unreadable": ("I cannot read this part: “{part}”.", "看不懂这一部分：“{part}”。"),
    "no-link": ("I do not see how this line belongs to the problem, so I cannot judge it.", "看不出这一行与题目有什么关系，无法判断。"),
    "problem-unread": ("I do not understand the problem well enough to judge this line.", "题目没有读懂，无法判断这一行。"),
    # the whole work
    "follows-wrong": ("This follows from the wrong line before it: no new error.", "由前面的错误行推出，这一步本身没有新的错误。"),
    "no-work": ("There is no work to check yet. Write your steps, one to a line.", "还没有解题过程。请每行写一步。"),
    "too-much-work": (
        "This work is too long to check ({lines} lines, {characters:,} characters); at most {max_lines} lines and {max_characters:,} characters.",
        "内容太长，无法检查（{lines} 行，{characters:,} 个字符）；最多 {max_lines} 行、{max_characters:,} 个字符。",
    ),
    "other-problem": ("This looks like the work for another problem.", "这似乎是另一道题的解答。"),
    "pasted": ("This is the tutor's own text. Write the steps in your own words, then I can check them.", "这是辅导老师的原文。请用自己的话写出步骤，我再来检查。"),
    "no-answer-given": ("There is no answer to judge yet.", "还没有填写答案。"),
    # numbers that show it
    "values-differ": ("For {point}, it was {before} before and is {after} now.", "取 {point}：上一行的值是 {before}，这一行是 {after}。"),
    "sides-differ": ("For {point}, the left side is {before} and the right side {after}.", "取 {point}：左边是 {before}，右边是 {after}。"),
    "numbers-differ": ("The left side is {before}, the right side {after}.", "左边是 {before}，右边是 {after}。"),
    "was-is": ("It was {before} before and is {after} now.", "之前的值是 {before}，这一行是 {after}。"),
    "held-before": ("{point} solves the line before; here the left side is {before} and the right side {after}.", "{point} 满足上一行；代入这一行，左边是 {before}，右边是 {after}。"),
    "solves-problem": ("{point} solves the problem; here the left side is {before} and the right side {after}.", "{point} 是原题的解；代入这一行，左边是 {before}，右边是 {after}。"),
    "solves-line": ("{point} solves this line; in the problem the left side is {before} and the right side {after}.", "{point} 满足这一行；代入原题，左边是 {before}，右边是 {after}。"),
    "holds-now": ("{point} solves this line; in the line before the left side is {before} and the right side {after}.", "{point} 满足这一行；代入上一行，左边是 {before}，右边是 {after}。"),
    "true-before": ("{point} is a solution before, but not here.", "{point} 满足上一行，却不满足这一行。"),
    "true-now": ("{point} is a solution here, but not before.", "{point} 满足这一行，却不满足上一行。"),
    "in-problem": ("For {point}, the left side of the problem is {before} and the right side {after}.", "把 {point} 代入原题，左边是 {before}，右边是 {after}。"),
    "slopes-differ": ("At {point} its derivative is {after}, the integrand is {before}.", "在 {point} 处，它的导数是 {after}，而被积函数是 {before}。"),
    "entry-differs": ("Row {row}, column {column} is {after}; it must be {before}.", "第 {row} 行第 {column} 列写成了 {after}，应为 {before}。"),
    "solution-of-it": ("Its solution is {point}.", "它的解是 {point}。"),
    # slips
    "likely": ("Likely slip: {slip}.", "可能的错误：{slip}。"),
    "likely-at": ("Likely slip: {slip}, at \\({place}\\).", "可能的错误：{slip}，在 \\({place}\\) 处。"),
    "slip-sign": ("a wrong sign", "符号错误"),
    "slip-distribution": ("not every term in the brackets was multiplied", "去括号时漏乘"),
    "slip-lost-root": ("a solution was lost", "丢解"),
    "slip-divided-by-unknown": ("divided by something that may be zero", "除以了可能为零的式子"),
    "slip-divided-by-zero": ("divided by zero", "除数为零"),
    "slip-extraneous-root": ("an extraneous solution was kept", "增根没有舍去"),
    "slip-square-of-sum": ("the square of a sum is not the sum of the squares", "和的平方不等于平方和"),
    "slip-root-of-sum": ("the root of a sum is not the sum of the roots", "和的算术平方根不等于算术平方根的和"),
    "slip-root-of-square": ("the root of a square is the absolute value", "平方的算术平方根应为绝对值"),
    "slip-logarithm-law": ("a law of logarithms was misused", "对数运算法则用错"),
    "slip-power-law": ("a law of powers was misused", "幂的运算法则用错"),
    "slip-fractions-across": ("fractions were added top to top and bottom to bottom", "分数相加时分子分母分别相加"),
    "slip-cancelled-in-sum": ("a term of a sum was cancelled like a factor", "把和中的项当作因式约分"),
    "slip-one-side-only": ("only a part of the equation was changed", "没有对等式的每一项进行同样的运算"),
    "slip-inverse-operation": ("the wrong inverse operation was used", "逆运算用错"),
    "slip-zero-product": ("a product equals a number other than zero: its factors need not equal that number", "积不为零时不能令各因式分别等于该数"),
    "slip-root-sign": ("the roots have the wrong sign", "根的符号取反了"),
    "slip-quadratic-formula": ("the quadratic formula was misused", "求根公式用错"),
    "slip-inequality-not-turned": ("the sign of the inequality must be turned", "不等号没有改变方向"),
    "slip-arithmetic": ("an arithmetic mistake", "计算错误"),
    "slip-copying": ("a copying mistake from the line before", "抄写错误（与上一行不一致）"),
    "slip-product-rule": ("the product rule", "乘积求导法则用错"),
    "slip-quotient-rule": ("the quotient rule", "商的求导法则用错"),
    "slip-chain-rule": ("the chain rule: the inner derivative is missing", "链式法则：漏乘内层函数的导数"),
    "slip-power-rule": ("the power rule", "幂函数的求导（积分）法则用错"),
    "slip-derivative-of-function": ("the derivative of a basic function", "基本初等函数的导数记错"),
    "slip-missing-constant": ("the constant of integration is missing", "漏写积分常数"),
    "slip-integral-rule": ("a rule of integration", "积分法则用错"),
    "slip-integral-of-product": ("the integral of a product is not the product of the integrals", "积的积分不等于积分之积"),
    "slip-bounds": ("the bounds were put in the wrong way", "上下限代入有误"),
    "slip-limit-rule": ("a rule of limits", "极限法则用错"),
    "slip-determinant": ("the rule for determinants", "行列式的计算法则用错"),
    "slip-matrix-product": ("matrices are not multiplied entry by entry", "矩阵乘法不是对应元素相乘"),
    "slip-matrix-inverse": ("the rule for the inverse", "逆矩阵的公式用错"),
    "slip-order-of-operations": ("the order of operations", "运算顺序错误"),
}  # fmt: skip


def say(code: str, language: Language, **values: object) -> str:
    """The sentence for `code`, filled in.

    >>> say("likely", "zh", slip=say("slip-sign", "zh"))
    '可能的错误：符号错误。'
    """
    english, chinese = SENTENCES[code]
    return (chinese if language == "zh" else english).format(**values)
