"""What `rational_expressions` reads and says, in both languages."""

from __future__ import annotations

from typing import Final

from solver.topics.base import Words

VOCABULARY: Final = {
    "lcd": "least common denominators?|lowest common denominators?|lcd|least common multiple|lowest common multiple|lcm|common denominator|最简公分母|公分母|的最简公分母|最小公倍式|最低公倍式",
    "build": "build up|build up each fraction|build each fraction up|by finding the least common denominator|by finding the lcd|rewrite each fraction with the least common denominator|rewrite with a common denominator|rewrite the fractions with a common denominator|write with a common denominator|with the least common denominator|with the lcd|over the least common denominator|with a common denominator|to the least common denominator"
    "|通分|将各式通分|把各分式通分|把下列各式通分|把下列分式通分",
    "numerator": "missing numerator|the missing numerator|missing numerator to build up the denominator|缺少的分子|所缺的分子|空缺的分子|括号里的分子",
    "excluded": "excluded values?|state the excluded values?|find the excluded values?|values? that must be excluded|restrictions?|restrictions on the variable|undefined|is undefined|not defined|is not defined|makes? undefined|meaningless|无意义|没有意义|分式无意义|使分式无意义|排除值",
    "noun": "fractions?|rational expressions?|each fraction|each|expressions?|denominators?|polynomials?|monomials?|variables?|letter|real numbers?|rational|for which|values? of|what values? of|makes?|if any|all|any|up|finding"
    "|分式|各分式|下列各分式|多项式|单项式|分母|各分母|使|取何值时|取什么值时|为何值时|为什么值时|字母|实数|所有|填上|填写|应填",
}  # fmt: skip
WORDS: Final = {
    "factor": Words("Factor the denominator: \\[{before}={after}\\]", "把分母分解因式：\\[{before}={after}\\]"),
    "common": Words(
        "The least common denominator takes every factor, as often as it occurs in one denominator at most: \\[{common}\\]",
        "最简公分母取所有因式，每个因式取最高次幂：\\[{common}\\]",
    ),
    "raise": Words(
        "In \\({fraction}\\) numerator and denominator are multiplied by \\({factor}\\), which does not change the value: \\[{after}\\]",
        "\\({fraction}\\) 的分子分母同乘 \\({factor}\\)，值不变：\\[{after}\\]",
    ),
    "already": Words("\\({fraction}\\) has this denominator already.", "\\({fraction}\\) 的分母已经是最简公分母。"),
    "missing": Words(
        "The denominator \\({below}\\) became \\({above}\\): it was multiplied by \\({factor}\\). The numerator must be multiplied by the same: \\[{top}\\]",
        "分母由 \\({below}\\) 变成 \\({above}\\)，即乘以 \\({factor}\\)；分子也要同乘：\\[{top}\\]",
    ),
    "zero": Words(
        "A fraction has no value where its denominator is 0 (before anything is cancelled): \\[{denominator}=0\\]",
        "分母为 0 时分式无意义（约分之前考虑）：\\[{denominator}=0\\]",
    ),
    "roots": Words("Solve: \\[{denominator}={factored}=0,\\qquad {roots}\\]", "解方程：\\[{denominator}={factored}=0,\\qquad {roots}\\]"),
    "never": Words("\\({denominator}\\) is never 0 for a real number.", "对任何实数 \\({denominator}\\) 都不为 0。"),
    "code_lcd": Words("least common multiple in factors", "最小公倍式，写成因式"),
    "code_build": Words("numerator and denominator of each fraction", "每个分式的分子与分母"),
    "code_zero": Words("where the denominator is zero", "分母为零的值"),
    "code_missing": Words("multiply by the new denominator", "乘以新的分母"),
}  # fmt: skip
CLAIMS: Final = {
    "lcd": Words("The least common denominator is \\({answer}\\).", "最简公分母是 \\({answer}\\)。"),
    "build": Words("With the common denominator: \\({answer}\\).", "通分得 \\({answer}\\)。"),
    "numerator": Words("The missing numerator is \\({answer}\\).", "所缺的分子是 \\({answer}\\)。"),
    "excluded": Words("Excluded: \\({answer}\\).", "应排除的值：\\({answer}\\)。"),
    "none": Words("No real value is excluded: \\({answer}\\).", "没有需要排除的实数：\\({answer}\\)。"),
}
METHODS: Final = {
    "lcd": Words("every denominator divides it, and the quotients have no common factor", "每个分母都整除它，且各商没有公因式"),
    "build": Words("multiplied crosswise; the quotients of the denominators have no common factor", "交叉相乘检验，且各分母的商没有公因式"),
    "numerator": Words("multiplied crosswise", "交叉相乘检验"),
    "excluded": Words("put into the denominator; Sturm's theorem counts its real zeros", "代入分母检验，并用斯图姆定理数出实零点的个数"),
}  # fmt: skip
