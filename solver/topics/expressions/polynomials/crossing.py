"""Factoring a quadratic with the cross (十字相乘法) or by splitting the middle term and grouping, where the problem names the way.

Read: one letter, two different factors with whole coefficients. Not: powers above two, several letters, quadratics that cannot be split.
"""

from __future__ import annotations

import re
from typing import Final

import sympy as sp

from solver.formula import to_sympy
from solver.latex import latex
from solver.topics.base import Text, Words
from solver.topics.expressions.polynomials.rewriting import Rewriting
from solver.topics.prepared import Opened

_CROSS: Final = re.compile(
    r"(?:请|试)?(?:用|利用|运用|采用|使用)?十字(?:相乘|交叉)法?(?:来|进行)?"
    r"|(?i:,?\s*\b(?:by|using|with|via)\s+(?:the\s+)?(?:cross(?:\s+multiplication|-multiplication)?\s+(?:method|technique)|criss-?\s?cross\s+method|cross\s+multiplication|cross))(?![a-z])"
)
_GROUPING: Final = re.compile(
    r"(?i),?\s*\b(?:by|using|with|via)\s+(?:the\s+)?(?:grouping(?:\s+method)?|ac\s+method|method\s+of\s+grouping|splitting\s+the\s+middle\s+term)(?![a-z])"
)
WORDS: Final = {
    "cross": Words("Write the first and the last coefficient as products so that the cross gives the middle one: \\({a}={a1}\\cdot {a2}\\), \\({c}={c1}\\cdot {c2}\\), and \\({a1}\\cdot {c2}+{a2}\\cdot {c1}={b}\\).", "把二次项系数和常数项分别拆成两个因数，使交叉相乘的和等于一次项系数：\\({a}={a1}\\times {a2}\\)，\\({c}={c1}\\times {c2}\\)，且 \\({a1}\\times {c2}+{a2}\\times {c1}={b}\\)。"),
    "split": Words("Find two numbers with the product \\({ac}\\) (first times last coefficient) and the sum \\({b}\\): they are \\({p}\\) and \\({q}\\). Split the middle term and group: \\[{split}={grouped}\\]", "找两个数，积为 \\({ac}\\)（首末系数之积），和为 \\({b}\\)：它们是 \\({p}\\) 与 \\({q}\\)。拆开一次项再分组：\\[{split}={grouped}\\]"),
}  # fmt: skip


def named_way(source: str) -> tuple[str, str] | None:
    """The way that a text names, and the text without it."""
    for way, pattern in (("cross", _CROSS), ("split", _GROUPING)):
        if (match := pattern.search(source)) is not None:
            rest = f"{source[: match.start()]} {source[match.end() :]}".strip(" :,")
            if re.search(r"解方程|=|\bsolve\b", rest):
                return None
            return way, rest if re.search(r"分解|(?i:factor)", rest) else f"分解因式:{rest}"
    return None


def by_way(way: str, task: Rewriting, text: Text) -> Opened | None:
    """The task with the step that finds the factors; None where the way does not work."""
    f = sp.expand(to_sympy(task.body))
    if task.kind != "factor" or task.values or len(f.free_symbols) != 1 or not f.is_polynomial():
        return None
    (x,) = f.free_symbols
    content, factors = sp.factor_list(f)
    if sp.degree(f, x) != 2 or len(factors) != 2 or not all(k == 1 for _, k in factors):
        return None
    first, second = sp.expand(content * factors[0][0]), factors[1][0]
    a1, c1, a2, c2 = first.coeff(x), first.coeff(x, 0), second.coeff(x), second.coeff(x, 0)
    if not all(k.is_Integer for k in (a1, c1, a2, c2)) or 0 in (c1, c2):
        return None

    def shown(k: sp.Expr) -> str:
        return rf"\left({k}\right)" if k < 0 else str(k)

    a, b, c = a1 * a2, a1 * c2 + a2 * c1, c1 * c2
    if way == "cross":
        values = {n: shown(v) for n, v in (("a1", a1), ("a2", a2), ("c1", c1), ("c2", c2))}
        step = WORDS["cross"].say(text.language, a=a, b=b, c=c, **values)
    else:
        p, q = a1 * c2, a2 * c1
        terms = (a * x**2, p * x, q * x, c)
        split = "+".join(latex(t) for t in terms).replace("+-", "-").replace("+ -", "-")
        outer = latex(c1) if c1 < 0 else f"+{latex(c1)}"
        grouped = rf"{latex(a1 * x)}\left({latex(second)}\right){outer}\left({latex(second)}\right)"
        step = WORDS["split"].say(text.language, ac=a * c, b=b, p=p, q=q, split=split, grouped=grouped)
    return Opened((step,), task)
