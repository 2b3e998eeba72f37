"""For which value of a letter vectors are linearly dependent, or independent: every largest minor has to be zero, or one of them must not.

`with_a_letter` finds the vectors and the letter; no words are read here.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import combinations
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, python_name
from solver.formula.nodes import Blank, Relation, Symbol
from solver.latex import latex, values_in
from solver.ports import Language
from solver.topics.base import Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.equations.matrices.literals import latex as matrix_latex
from solver.topics.prepared import Prepared

MAX_SIZE: Final = 5
WORDS: Final = {
    "columns": Words("Put the vectors side by side as columns: \\[A={matrix}\\]", "以这些向量为列作矩阵：\\[A={matrix}\\]"),
    "square": Words("As many vectors as components: they are linearly dependent exactly when \\(\\det A=0\\). Here \\[\\det A={value}\\]", "向量个数等于维数，线性相关当且仅当 \\(|A|=0\\)。这里 \\[|A|={value}\\]"),
    "minors": Words("They are linearly dependent exactly when every minor with {count} rows is zero. These are \\({values}\\).", "线性相关当且仅当所有 {count} 阶子式都为零，它们是 \\({values}\\)。"),
    "zero": Words("This is zero for \\({x}={roots}\\).", "令其为零，得 \\({x}={roots}\\)。"),
    "not_zero": Words("So the vectors are linearly independent exactly when \\({answer}\\).", "所以线性无关当且仅当 \\({answer}\\)。"),
    "code": Words("what has to be zero", "令其为零"),
    "method": Words("the ranks with these values put in, and with others", "代入这些值和其他值，比较矩阵的秩"),
}  # fmt: skip


def letter_of_dependence(matrix: sp.Matrix, letter: sp.Symbol, kind: str, say: Language) -> Prepared | None:
    """The values of `letter` for which the columns are dependent (`kind`), or all others."""
    rows, count = matrix.shape
    if count > rows:
        return None
    minors = [
        sp.expand(matrix.extract(list(r), list(range(count))).det()) for r in combinations(range(rows), count)
    ]
    common = sp.gcd_list(minors)
    if not common.is_polynomial(letter) or not common.has(letter):
        return None
    roots = sorted(sp.real_roots(sp.Poly(common, letter), multiple=False))
    values = [root for root, _ in roots]
    if not values or any(len(str(v)) > 30 or v.has(sp.CRootOf) for v in values):
        return None
    x, shown = latex(letter), r",\ ".join(map(latex, values))
    steps = [WORDS["columns"].say(say, matrix=matrix_latex(sp.ImmutableMatrix(matrix)))]
    if rows == count:
        steps.append(WORDS["square"].say(say, value=latex(sp.factor(minors[0]))))
    else:
        steps.append(WORDS["minors"].say(say, count=count, values=r",\ ".join(map(latex, minors))))
    steps.append(WORDS["zero"].say(say, x=x, roots=shown))
    apart = r",\ ".join(rf"{x}\neq {latex(v)}" for v in values)
    if kind == "independent":
        steps.append(WORDS["not_zero"].say(say, answer=apart))
    name = python_name(letter.name)
    A = exact_source(matrix)
    condition = "A.det()" if rows == count else f"gcd_list({exact_source(minors)})"
    lines = [
        f"A = {A}",
        comment(WORDS["code"].say(say)),
        f"sorted(real_roots(Poly({condition}, {name}), multiple=False))",
    ]
    tests = (
        f"A = {A}",
        f"falls = all(A.subs({name}, v).applyfunc(simplify).rank() < A.cols for v in answer)",
        f"keeps = all(A.subs({name}, v).rank() == A.cols for v in (Rational(p, 7) for p in range(-70, 71, 3)) if v not in answer)",
        f"bool(falls and keeps and len(set(answer)) == {len(values)})",
    )

    def written(value: Any) -> str | None:
        if not isinstance(value, list | tuple) or [root for root, _ in value] != values:
            return None
        return apart if kind == "independent" else shown

    def given(answer: str) -> Any:
        text = (
            re.sub(rf"{re.escape(x)}\s*(?:=|\\neq?(?![a-z]))", " ", answer)
            if kind == "independent"
            else answer
        )
        found = values_in(text)
        return list(found) if found else None

    return Prepared(say, tuple(steps), cell(*lines, variables=(name,)), tests, WORDS["method"], shown=written, given=given, letters=(name,))  # fmt: skip


def with_a_letter(
    found: list[sp.Matrix], nodes: list[Any], rows: Callable[[list[Any], str], sp.Matrix | None]
) -> tuple[sp.Matrix, sp.Symbol] | None:
    """Vectors as columns with one letter in them, and the letter; None where it is not all that is told."""
    asked = [n.sides[0] if isinstance(n, Relation) and len(n.sides) == 2 and isinstance(n.sides[1], Blank) else n for n in nodes]  # fmt: skip
    letters = {n for n in asked if isinstance(n, Symbol)}
    rest = [n for n in asked if not isinstance(n, Symbol)]
    try:
        if found and not rest:
            columns = [sp.Matrix(m) for m in found]
            if len(columns) < 2 or any(m.cols != 1 or m.rows != columns[0].rows for m in columns):
                return None
            matrix = sp.Matrix.hstack(*columns)
        else:
            made = None if found else rows(rest, "dependent")
            if made is None:
                return None
            matrix = made
    except FormulaError:
        return None
    free = matrix.free_symbols
    if len(free) != 1 or len(letters) > 1 or not all(n.name == s.name for n in letters for s in free):
        return None
    return (matrix, next(iter(free))) if max(matrix.shape) <= MAX_SIZE else None
