"""Determinants of matrices with one number on the diagonal and another everywhere else, told in words. Not: orders that are letters."""

from __future__ import annotations

from typing import Final

import sympy as sp

from solver.latex import latex
from solver.ports import Language
from solver.topics.asking import FIND, FIND_ZH, HOW_MUCH_ZH
from solver.topics.base import Task, Words
from solver.topics.cells import cell, exact_source
from solver.topics.clauses import Said
from solver.topics.coursework.kinds import LET, lesson, told, word_in
from solver.topics.prepared import Prepared

_SIZE: Final = r"(?:(?P<n>\d) ?(?:x|×|\*|\\times|by|-by-) ?(?P<n2>\d)(?: square)?|(?:square )?(?P<n3>\d)(?:th|rd)?[- ]order)"
_WHAT: Final = r"(?:matrix|determinant)"
_ENTRIES: Final = r"(?:entries|elements|numbers)"
TABLE_EN: Final = {
    "matrix": (
        rf"(?:{LET})(?:[A-Z] (?:be|is) )?(?:an?|the) {_SIZE} {_WHAT}(?: [A-Z])?(?: ?,? ?(?:in )?(?:whose|which has|with|has|having))? ?(?:all )?(?:(?:the )?(?:main |principal )?diagonal {_ENTRIES} (?:are |is )?(?:all )?(?:equal to )?<a>|(?:all )?(?:the )?{_ENTRIES} on (?:the|its) (?:main |principal )?diagonal (?:are |is )?(?:all )?(?:equal to )?<a1>|(?:every )?<a2>(?:'?s)? (?:everywhere )?(?:on|along|down) (?:the|its) (?:main |principal )?diagonal) ?(?:,|and|, and|while)? ?(?:all )?(?:the )?(?:other|remaining|off-diagonal) {_ENTRIES} (?:are |is )?(?:all )?(?:equal to )?<b>",
        rf"(?:{LET})(?:[A-Z] (?:be|is) )?(?:an?|the) {_SIZE} {_WHAT}(?: [A-Z])? (?:with|has|having|in which) (?:every|each) (?:main )?(?:diagonal (?:entry|element)|(?:entry|element) on the (?:main )?diagonal) (?:is )?(?:equal to )?<a> ?(?:,|and|, and)? ?(?:every|each) (?:other|off-diagonal|remaining) (?:entry|element) (?:is )?(?:equal to )?<b>",
        rf"(?:{LET})(?:[A-Z] (?:be|is) )?(?:an?|the) {_SIZE} {_WHAT}(?: [A-Z])? (?:with|has|having) (?:every )?<a>(?:'?s)? (?:everywhere )?(?:on|along|down) (?:the|its) (?:main |principal )?diagonal ?(?:,|and|, and)? ?<b>(?:'?s)? (?:everywhere else|elsewhere|in (?:all|every) other (?:places?|positions?)|off the diagonal|off it)",
    ),
    "asked": (
        rf"{FIND}(?:its|the) (?:determinant|value)(?: of (?:A|it|this matrix|the matrix|the determinant))?", rf"{FIND}(?:its value|\| ?[A-Z] ?\||\\?det ?\(? ?[A-Z] ?\)?)",
        rf"{FIND}the determinant of (?:an?|the) {_SIZE} matrix (?:with|having|that has) <a>(?:'?s)? (?:on|along|down) (?:the|its) (?:main |principal )?diagonal ?(?:,|and|, and)? ?<b>(?:'?s)? (?:everywhere else|elsewhere|in (?:all|every) other (?:places?|positions?)|off the diagonal)",
    ),
}  # fmt: skip
_N_ZH: Final = r"(?P<n>[2-9]|[三四五六七八])"
_ALL_ZH: Final = r"(?:全部|全都|全|都|均|皆)?(?:为|是|等于)"
TABLE_ZH: Final = {
    "matrix": (
        rf"(?:设|已知|若|有)?(?:一个|某个?)? ?{_N_ZH} ?阶(?:行列式|矩阵|方阵) ?[A-Z]? ?(?:的|,|中,?)?(?:其)?(?:主)?对角线上?(?:的)?(?:各|所有)?元素?{_ALL_ZH} ?<a> ?[,，;；、]?(?:而)?(?:其余|其他|其它)(?:的)?(?:位置)?(?:的)?(?:各)?元素?{_ALL_ZH} ?<b>(?: ?,?的(?:行列式|矩阵))?",
    ),
    "asked": (rf"{FIND_ZH}(?:它|其|该行列式|此行列式|这个行列式|行列式|该矩阵的行列式|\| ?[A-Z] ?\||[A-Z])? ?(?:的)?(?:值|行列式)? ?(?:=)?{HOW_MUCH_ZH}",),
}  # fmt: skip
_SIZES: Final = {"三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8}
METHOD: Final = Words(
    "the matrix was written down and its determinant worked out", "写出矩阵直接计算行列式检验"
)


@lesson(r"(?i)determinant|\bdet\b|matrix|行列式", en=TABLE_EN, zh=TABLE_ZH)
def equal_entries(found: list[Said], say: Language) -> Task | None:
    """The determinant (a + (n-1)b)(a - b)^{n-1}."""
    if [s.kind for s in found] not in (["matrix", "asked"], ["asked"]):
        return None
    sizes = {s.values[k] for s in found for k in ("n", "n2", "n3") if s.values.get(k)}
    a, b = next((t for k in ("a", "a1", "a2") if (t := word_in(found, k))), None), word_in(found, "b")
    if len(sizes) != 1 or a is None or b is None:
        return None
    (size,) = sizes
    n = _SIZES.get(size) or int(size)
    p, q = sp.Rational(a.replace(" ", "")), sp.Rational(b.replace(" ", ""))
    if not 2 <= n <= 9:
        return None
    first, other = p + (n - 1) * q, p - q
    value = first * other ** (n - 1)
    steps = (
        told(say, rf"Add all rows to the first one: each of its entries becomes \({latex(p)}+{n - 1}\cdot\left({latex(q)}\right)={latex(first)}\), a factor that is taken out and leaves ones.", rf"把各行都加到第一行，第一行的元素都变成 \({latex(p)}+{n - 1}\cdot\left({latex(q)}\right)={latex(first)}\)，提出公因子后该行全为 1。"),
        told(say, rf"Take \({latex(q)}\) times this row from every other row: below the diagonal stand zeros, on it \({latex(p)}-\left({latex(q)}\right)={latex(other)}\), {n - 1} times.", rf"其余各行减去该行的 \({latex(q)}\) 倍，化为上三角行列式，对角线上其余 {n - 1} 个元素为 \({latex(p)}-\left({latex(q)}\right)={latex(other)}\)。"),
        told(say, rf"So the determinant is \({latex(first)}\cdot\left({latex(other)}\right)^{{{n - 1}}}={latex(value)}\).", rf"所以行列式等于 \({latex(first)}\cdot\left({latex(other)}\right)^{{{n - 1}}}={latex(value)}\)。"),
    )  # fmt: skip
    source = cell(f"a, b, n = {exact_source(p)}, {exact_source(q)}, {n}", "(a + (n - 1)*b)*(a - b)**(n - 1)")
    tests = (f"answer == Matrix({n}, {n}, lambda i, j: {exact_source(p)} if i == j else {exact_source(q)}).det()",)  # fmt: skip
    return Prepared(say, steps, source, tests, METHOD)
