"""What the topic says, in both languages."""

from __future__ import annotations

from typing import Final

from solver.topics.base import Words

WORDS: Final = {
    "added": Words("First the shifted angle, by the addition theorem: {formulas}.", "先用两角和差公式（诱导公式）展开：{formulas}。"),
    "multiple": Words("First the multiple angle: {formulas}.", "先把倍角化开：{formulas}。"),
    "letters": Words("Let {letters}.", "设 {letters}。"),
    "square": Words(
        "Square, with \\(\\sin^2 {x}+\\cos^2 {x}=1\\): \\[{name}^2=\\sin^2 {x}+\\cos^2 {x}{sign}2\\sin {x}\\cos {x}=1{sign}2q\\] With \\({name}={value}\\) this gives \\(q={q}\\).",
        "两边平方，用 \\(\\sin^2 {x}+\\cos^2 {x}=1\\)：\\[{name}^2=\\sin^2 {x}+\\cos^2 {x}{sign}2\\sin {x}\\cos {x}=1{sign}2q\\] 把 \\({name}={value}\\) 代入，得 \\(q={q}\\)。",
    ),
    "product": Words(
        "With \\(\\sin^2 {x}+\\cos^2 {x}=1\\) the condition says \\({condition}\\), so \\(q={q}\\).",
        "用 \\(\\sin^2 {x}+\\cos^2 {x}=1\\)，条件化为 \\({condition}\\)，所以 \\(q={q}\\)。",
    ),
    "other": Words(
        "In the same way \\[{name}^2=1{sign}2q={square}\\] so \\({name}={values}\\).",
        "同理 \\[{name}^2=1{sign}2q={square}\\] 所以 \\({name}={values}\\)。",
    ),
    "kept": Words("Only those angles count for which {domain}: \\(\\sin {x}={s}\\), \\(\\cos {x}={c}\\).", "由 {domain}，只取 \\(\\sin {x}={s}\\)，\\(\\cos {x}={c}\\)。"),
    "kept_value": Words("Because {domain}, only \\({name}={value}\\) is possible.", "由 {domain} 知 \\({name}={value}\\)。"),
    "rewrite": Words("Write what is asked with these: \\[{asked}={expression}\\]", "把所求的式子用它们表示：\\[{asked}={expression}\\]"),
    "put_in": Words("Put the values in: \\[{asked}={value}\\]", "代入得：\\[{asked}={value}\\]"),
    "put_in_both": Words("Put the values in; the two cases give \\[{values}\\]", "分别代入，两种情形得 \\[{values}\\]"),
    "tangent": Words("Divide by a power of \\(\\cos {x}\\) (which is not zero here), so that only \\(\\tan {x}\\) is left: \\({condition}\\), so \\(k=\\tan {x}={k}\\).", "两边同除以 \\(\\cos {x}\\) 的幂（这里 \\(\\cos {x}\\ne 0\\)），化成只含 \\(\\tan {x}\\) 的等式：\\({condition}\\)，所以 \\(k=\\tan {x}={k}\\)。"),
    "tangent_is": Words("Let \\(k=\\tan {x}={k}\\).", "设 \\(k=\\tan {x}={k}\\)。"),
    "by_tangent": Words(
        "Divide above and below by a power of \\(\\cos {x}\\) (with \\(1=\\sin^2 {x}+\\cos^2 {x}\\) where the degree is too small), so that only \\(k=\\tan {x}\\) is left: \\[{asked}={expression}\\]",
        "分子、分母同除以 \\(\\cos {x}\\) 的幂（次数不够时用 \\(1=\\sin^2 {x}+\\cos^2 {x}\\)），化成只含 \\(k=\\tan {x}\\) 的式子：\\[{asked}={expression}\\]",
    ),
    "both_signs": Words(
        "From \\(\\tan {x}=k\\) and \\(\\sin^2 {x}+\\cos^2 {x}=1\\) follows \\(\\cos^2 {x}=\\frac{{1}}{{1+k^2}}\\), and \\(\\sin {x}=k\\cos {x}\\).",
        "由 \\(\\tan {x}=k\\) 和 \\(\\sin^2 {x}+\\cos^2 {x}=1\\) 得 \\(\\cos^2 {x}=\\frac{{1}}{{1+k^2}}\\)，且 \\(\\sin {x}=k\\cos {x}\\)。",
    ),
    "conjugate": Words(
        "Because \\({first}^2 {x}-{second}^2 {x}=1\\), the product \\(({first} {x}+{second} {x})({first} {x}-{second} {x})\\) is \\(1\\). One factor is \\({v}\\), so the other is \\({w}\\): \\[{given}={v},\\qquad {conjugate}={w}\\]",
        "因为 \\({first}^2 {x}-{second}^2 {x}=1\\)，乘积 \\(({first} {x}+{second} {x})({first} {x}-{second} {x})\\) 等于 \\(1\\)。一个因式是 \\({v}\\)，另一个就是 \\({w}\\)：\\[{given}={v},\\qquad {conjugate}={w}\\]",
    ),
    "halves": Words("Half of the sum and half of the difference: \\[{first} {x}={a},\\qquad {second} {x}={b}\\]", "两式相加、相减再除以 2：\\[{first} {x}={a},\\qquad {second} {x}={b}\\]"),
    "substitute": Words("Together with \\(\\sin^2 {x}+\\cos^2 {x}=1\\) the condition \\({condition}\\) is a system for \\(\\sin {x}\\) and \\(\\cos {x}\\).", "条件 \\({condition}\\) 与 \\(\\sin^2 {x}+\\cos^2 {x}=1\\) 联立，解 \\(\\sin {x}\\) 和 \\(\\cos {x}\\)。"),
    "point": Words("This gives \\(\\sin {x}={s}\\), \\(\\cos {x}={c}\\).", "得 \\(\\sin {x}={s}\\)，\\(\\cos {x}={c}\\)。"),
    "points": Words("There are two cases: either \\(\\sin {x}={s}\\) and \\(\\cos {x}={c}\\), or \\(\\sin {x}={s2}\\) and \\(\\cos {x}={c2}\\).", "有两种情形：\\(\\sin {x}={s}\\)，\\(\\cos {x}={c}\\)；或 \\(\\sin {x}={s2}\\)，\\(\\cos {x}={c2}\\)。"),
    "impossible": Words(
        "But \\({name}^2=1{sign}2q={square}\\) would be negative, and the square of a real number is not. So no real \\({x}\\) satisfies the condition.",
        "但 \\({name}^2=1{sign}2q={square}\\) 是负数，而实数的平方不可能是负数，所以没有实数 \\({x}\\) 满足条件。",
    ),
    "too_large": Words(
        "For every real \\({x}\\) \\[\\left({sum}\\right)^2\\le {most}\\] (by Cauchy, with \\(\\sin^2 {x}+\\cos^2 {x}=1\\)). But the condition asks for the value \\({v}\\), whose square is \\({square}\\). So no real \\({x}\\) satisfies the condition.",
        "对任意实数 \\({x}\\)，\\[\\left({sum}\\right)^2\\le {most}\\]（柯西不等式，用 \\(\\sin^2 {x}+\\cos^2 {x}=1\\)）。而条件要求它的值为 \\({v}\\)，平方是 \\({square}\\)，所以没有实数 \\({x}\\) 满足条件。",
    ),
    "code_values": Words("the values that are known", "已知的值"),
    "code_points": Words("sine and cosine", "正弦与余弦"),
    "code_asked": Words("what is asked", "所求的式子"),
    "one": Words("\\({asked}\\) has the value \\({answer}\\).", "\\({asked}\\) 的值是 \\({answer}\\)。"),
    "many": Words("\\({asked}\\) can have the values \\({answer}\\); which one depends on the quadrant.", "\\({asked}\\) 的值可能是 \\({answer}\\)，由角所在的象限决定。"),
    "none": Words("No real \\({x}\\) satisfies the condition: \\({answer}\\).", "没有实数 \\({x}\\) 满足条件：\\({answer}\\)。"),
    "method": Words(
        "all angles were found numerically from the condition, by the half-angle substitution \\(u=\\tan\\frac{{{x}}}{{2}}\\), and put in",
        "用半角代换 \\(u=\\tan\\frac{{{x}}}{{2}}\\) 由条件数值求出所有的角，再代入",
    ),
}  # fmt: skip
