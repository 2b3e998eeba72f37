"""What sums up to a letter read and say, in both languages."""

from __future__ import annotations

from typing import Final

from solver.topics.base import Words

VOCABULARY: Final = {
    "sum": "sum|sum of|the sum|sums|total|series|finite series|add|find the sum|its sum|find its sum|simplify|closed form|closed form for|closed form of|in closed form|a formula for|formula for|a formula"
    "|in terms of|terms of|as a polynomial|as a function of|sigma notation|summation|finite sum|和|求和|的和|之和|总和|化简|求和公式|公式|用|表示|的式子表示|的代数式表示|前|项和|级数",
    "write": "expand|write out|write out the terms|write out the terms of|write out all the terms of|write out each term of|list the terms of|write the sum without sigma notation|without sigma notation"
    "|expand the sum|expand and evaluate|write in expanded form|in expanded form|expanded form|expand the sigma notation|展开|写出各项|写出|的各项|各项|的展开式|展开式|逐项写出|把|写成展开的形式",
    "value": "evaluate|find the sum|and find the sum|then find the sum|calculate the sum|add them|and evaluate|compute|并求和|并求值|并计算|求和|计算",
}  # fmt: skip
WORDS: Final = {
    "rule": Words("Written with Σ: \\[{sum}\\]", "写成求和的形式：\\[{sum}\\]"),
    "expand": Words("Multiply out the term: \\[{body}={expanded}\\]", "先把通项展开：\\[{body}={expanded}\\]"),
    "split": Words("A sum may be added part by part, and a constant factor may stand in front of Σ: \\[{sum}={parts}\\]", "逐部分求和，常数因子提到求和号外面：\\[{sum}={parts}\\]"),
    "shift": Words("The formulas begin at \\(k=1\\), this sum at \\(k={low}\\): so {what} \\({terms}\\).", "公式从 \\(k=1\\) 开始，而这里从 \\(k={low}\\) 开始，所以要{what} \\({terms}\\)。"),
    "less": Words("subtract from the whole sum the terms before it,", "从总和中减去多出的项"),
    "more": Words("add to the sum from 1 on the terms before it,", "再加上前面的项"),
    "known": Words("Put in the known sums: \\[{facts}\\]", "代入已知的求和公式：\\[{facts}\\]"),
    "together": Words("Together, with a common denominator and factored: \\[{sum}={value}\\]", "合并并因式分解：\\[{sum}={value}\\]"),
    "geometric": Words("Each term is \\({q}\\) times the one before: a geometric sum with the first term \\({first}\\) and \\({count}\\) terms. The sum is the first term times \\(\\frac{{q^m-1}}{{q-1}}\\), where \\(m\\) is the number of terms: \\[{first}\\cdot\\frac{{{qb}^{{{count}}}-1}}{{{qb}-1}}={value}\\]",
        "每一项是前一项的 \\({q}\\) 倍，这是首项为 \\({first}\\)、共 \\({count}\\) 项的等比数列求和，用公式“首项乘 \\(\\frac{{q^m-1}}{{q-1}}\\)”（\\(m\\) 为项数）：\\[{first}\\cdot\\frac{{{qb}^{{{count}}}-1}}{{{qb}-1}}={value}\\]"),
    "telescope": Words("Write the term as a difference: \\[{body}={g}-{next}\\] In the sum everything in between cancels; the first and the last part are left: \\[{first}-{last}={value}\\]",
        "把通项拆成两项之差：\\[{body}={g}-{next}\\] 求和时中间的项互相抵消，只剩首尾两部分：\\[{first}-{last}={value}\\]"),
    "put": Words("Put in {indices} one after the other: \\[{sum}={terms}\\]", "依次代入 {indices}：\\[{sum}={terms}\\]"),
    "worked": Words("Work out each term: \\[{terms}={values}\\]", "算出每一项：\\[{terms}={values}\\]"),
    "added": Words("Add them: \\[{values}={value}\\]", "相加：\\[{values}={value}\\]"),
    "code": Words("the sum in closed form", "求和公式"),
    "code_terms": Words("the terms, one by one", "逐项写出"),
    "answer": Words("The sum is \\({answer}\\).", "和为 \\({answer}\\)。"),
    "written": Words("Written out, the sum is \\({answer}\\).", "展开后为 \\({answer}\\)。"),
    "method": Words("induction: the first sum is right, and one step further exactly the next term is added", "用数学归纳法验证：第一个和正确，并且每往后一步恰好增加下一项"),
    "method_value": Words("the terms were added one by one", "逐项相加"),
}  # fmt: skip
