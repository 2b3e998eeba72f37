"""The determinant of a polynomial of a matrix that is written down: |A² - 3E|. Not: inverses, transposes, two matrices."""

from __future__ import annotations

import re
from typing import Final

import sympy as sp

from solver.latex import latex
from solver.ports import Language
from solver.topics.asking import FIND, FIND_ZH, HOW_MUCH_ZH
from solver.topics.bare_formulas import value
from solver.topics.base import Task, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.clauses import Said
from solver.topics.coursework.kinds import LET, LET_ZH, MATRIX_PLACE, lesson, matrix_in, told
from solver.topics.prepared import Prepared

_F: Final = r"(?P<f>(?:\d* ?A(?: ?\^ ?\{? ?\d ?\}?)?|\d* ?[EI](?:_\{?\d\}?)?)(?: ?[+-] ?(?:\d* ?A(?: ?\^ ?\{? ?\d ?\}?)?|\d* ?[EI](?:_\{?\d\}?)?))+)"
TABLE_EN: Final = {
    "matrix": (rf"{LET}(?:the )?(?:matrix )?A ?= ?(?P<A>{MATRIX_PLACE})",),
    "unit": (r"(?:where |and |here )?[EI] (?:is|denotes) the (?:\d ?(?:x|×|\*|\\times|by) ?\d )?(?:identity|unit)(?: matrix)?",),
    "asked": (rf"{FIND}(?:the )?(?:determinant (?:of )?|\\?det ?)[({{\[]? ?{_F} ?[)}}\]]?(?: ?=)?", rf"{FIND}\| ?{_F} ?\|(?: ?=)?"),
}  # fmt: skip
TABLE_ZH: Final = {
    "matrix": (rf"{LET_ZH}(?:矩阵|方阵)? ?A ?= ?(?P<A>{MATRIX_PLACE})",),
    "unit": (r"(?:其中)? ?[EI] ?(?:为|是|表示)(?:[二三四234]阶)?单位(?:矩阵|阵)",),
    "asked": (rf"{FIND_ZH}(?:行列式)? ?\| ?{_F} ?\|(?: ?=)?(?:的值)?{HOW_MUCH_ZH}", rf"{FIND_ZH} ?{_F} ?的行列式(?:的值)?{HOW_MUCH_ZH}"),
}  # fmt: skip
A: Final = sp.Symbol("A")
METHOD: Final = Words("the resultant with the characteristic polynomial, which is the product of the values at all eigenvalues", "用与特征多项式的结式（即各特征值处函数值之积）检验")  # fmt: skip


@lesson(r"\[\[.*(?:\bdet|determinant|\||行列式)", en=TABLE_EN, zh=TABLE_ZH)
def matrix_polynomial(found: list[Said], say: Language) -> Task | None:
    """f(A) worked out, then its determinant."""
    if [s.kind for s in found if s.kind != "unit"] != ["matrix", "asked"]:
        return None
    matrix = matrix_in(found[0].values["A"])
    said = next(s for s in found if s.kind == "asked").values["f"]
    f = sp.Poly(value(re.sub(r"[EI](?:_\{?\d\}?)?", "(1)", re.sub(r"\s", "", said))), A)
    n = matrix.rows
    if (
        n != matrix.cols
        or not 2 <= n <= 4
        or not all(e.is_Rational for e in matrix)
        or not 1 <= f.degree() <= 5
    ):
        return None
    if {int(k) for k in re.findall(r"[EI]_\{?(\d)", said)} - {n}:
        return None
    result = sp.zeros(n, n)
    for c in f.all_coeffs():
        result = result * matrix + c * sp.eye(n)
    shown = re.sub(r"\s", "", said)
    steps = []
    if f.degree() > 1:
        steps.append(told(say, rf"\[A^2={latex(matrix**2)}\]", rf"\[A^2={latex(matrix**2)}\]"))
    steps += [
        told(say, rf"So \[{shown}={latex(result)}\]", rf"所以 \[{shown}={latex(result)}\]"),
        told(
            say, rf"Its determinant is \({latex(result.det())}\).", rf"其行列式为 \({latex(result.det())}\)。"
        ),
    ]
    source = cell(f"A = {exact_source(matrix)}", comment(told(say, "the polynomial of the matrix", "矩阵多项式")), f"B = {' + '.join(f'({exact_source(c)})*A**{k}' for (k,), c in f.terms() if k) or '0*A'} + ({exact_source(f.nth(0))})*eye({n})", "B.det()")  # fmt: skip
    tests = (f"A, t = {exact_source(matrix)}, symbols('t')", f"answer == resultant(A.charpoly(t).as_expr(), {exact_source(f.as_expr()).replace('A', 't')}, t)")  # fmt: skip
    return Prepared(say, tuple(steps), source, tests, METHOD)
