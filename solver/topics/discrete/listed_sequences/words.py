"""The sentences of listed sequences, in both languages."""

from __future__ import annotations

from typing import Final

from solver.ports import Language
from solver.topics.base import Words

WORDS: Final = {
    "row_terms": Words("terms", "数列"),
    "row": Words(" differences", "阶差"),
    "first": Words(
        "Subtract each number from the one behind it: \\[{table}\\] The difference is always \\({value}\\). Take the list to go on by this rule.",
        "用每个数减去它前面的数：\\[{table}\\] 差总是 \\({value}\\)。按这个规律继续下去。",
    ),
    "higher": Words(
        "Subtract each number from the one behind it, and do the same with the differences, until a row is constant: \\[{table}\\] "
        "The {order} differences are all \\({value}\\). Take the list to go on by this rule.",
        "用每个数减去它前面的数，对所得的差再这样做，直到一行全相同：\\[{table}\\] {order}阶差都是 \\({value}\\)。按这个规律继续下去。",
    ),
    "same": Words(
        "All the numbers are \\({value}\\). Take the list to go on by this rule.",
        "所有的数都是 \\({value}\\)。按这个规律继续下去。",
    ),
    "filled": Words(
        "Put \\({missing}\\) into the gap, and see whether one rule holds from the first number to the last.",
        "在空格里填入 \\({missing}\\)，看从头到尾是否符合同一个规律。",
    ),
    "fits": Words(
        "So the rule holds for the whole list, and with any other number it would be broken.",
        "整列数都符合这个规律；换成别的数，规律就被破坏。",
    ),
    "grown": Words(
        "Go on from the constant row upwards, adding each difference to the number before: \\[{sums}\\] The next number is \\({value}\\).",
        "从不变的那一行往上推，依次把差加到前一个数上：\\[{sums}\\] 下一个数是 \\({value}\\)。",
    ),
    "goes_on_same": Words("So \\({value}\\) comes next.", "所以下一个数是 \\({value}\\)。"),
    "newton": Words(
        "The term with number \\({n}\\) comes from the first entries of the rows (Newton's forward differences): \\[{sum}={result}\\]",
        "用各行的第一个数写出第 \\({n}\\) 项（牛顿前向差分公式）：\\[{sum}={result}\\]",
    ),
    "put_in": Words("For \\({n}={p}\\) this is \\({value}\\).", "当 \\({n}={p}\\) 时，值为 \\({value}\\)。"),
    "ratio": Words(
        "Every number is the one before times \\({ratio}\\): \\[{quotients}\\] Take the list to go on by this rule.",
        "每个数都等于前一个数乘 \\({ratio}\\)：\\[{quotients}\\] 按这个规律继续下去。",
    ),
    "ratio_general": Words(
        "From the first term to the term with number \\({n}\\) one multiplies \\({n}-1\\) times: \\[{power}\\]",
        "从第 1 项到第 \\({n}\\) 项要乘 \\({n}-1\\) 次：\\[{power}\\]",
    ),
    "ratio_term": Words(
        "Term number \\({p}\\): \\[{power}={value}\\]", "第 \\({p}\\) 项：\\[{power}={value}\\]"
    ),
    "ratio_next": Words("Multiply once more: \\({line}\\).", "再乘一次：\\({line}\\)。"),
    "sums": Words(
        "From the third number on, every number is the sum of the two before it: \\[{sums}\\] Take the list to go on by this rule.",
        "从第三个数起，每个数都等于前两个数的和：\\[{sums}\\] 按这个规律继续下去。",
    ),
    "sums_next": Words("Add the last two numbers: \\({line}\\).", "把最后两个数相加：\\({line}\\)。"),
    "code_points": Words("the curve through the numbers that are known", "过已知各数的曲线"),
    "code_differences": Words("rows of differences, until one is constant", "逐行求差，直到一行全相同"),
    "code_newton": Words("Newton's forward differences", "牛顿前向差分公式"),
    "code_ends": Words("add up the last entries of the rows", "把各行最后一个数相加"),
    "code_ratio": Words("first term and ratio", "首项和公比"),
    "code_sums": Words("every number is the sum of the two before", "每个数等于前两个数的和"),
    "code_proportion": Words(
        "each number is in proportion: no division needed", "用乘法检验比例，不做除法"
    ),
    "code_matrix": Words("one step of the rule as a matrix", "用矩阵表示一步规律"),
    "code_curve": Words("the curve through the first terms must pass through all the others", "过前几项的曲线必须经过其余各项"),
    "code_more": Words("the terms, and {more} more by the table of differences or the ratio", "各项，以及按规律再推出的 {more} 项"),
    "next": Words("The next number is \\({answer}\\).", "下一个数是 \\({answer}\\)。"),
    "next_terms": Words("The next numbers are \\({answer}\\).", "接下来的数是 \\({answer}\\)。"),
    "missing": Words("In the gap: \\({answer}\\).", "空格里应填 \\({answer}\\)。"),
    "term": Words("Term number \\({p}\\) is \\({answer}\\).", "第 \\({p}\\) 项是 \\({answer}\\)。"),
    "general": Words("The term with number \\({n}\\) is \\({answer}\\).", "第 \\({n}\\) 项是 \\({answer}\\)。"),
    "method_curve": Words(
        "took the curve through the first terms, and looked whether all the others lie on it",
        "求出过前几项的曲线，检验其余各项是否都在曲线上",
    ),
    "method_table": Words("filled the gap and made the table of differences", "填入空格后列出差分表检验"),
    "method_ratio": Words("compared all terms in proportion to two neighbours", "用相邻两项的比检验所有项"),
    "method_sums": Words("multiplied by the matrix of the rule", "用规律的矩阵相乘检验"),
    "method_formula": Words("put the numbers 1, 2, 3, … into the formula", "把 1、2、3、…代入公式"),
    "foreign": Words("the answer has other letters than the problem", "答案中有题目里没有的字母"),
}  # fmt: skip
_ORDINALS: Final = ("zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
_ZH: Final = "零一二三四五六七八九"


def ordinal(order: int, language: Language) -> str:
    """`second`, 二."""
    if language == "zh":
        return _ZH[order] if order < len(_ZH) else str(order)
    return _ORDINALS[order] if order < len(_ORDINALS) else f"{order}th"
