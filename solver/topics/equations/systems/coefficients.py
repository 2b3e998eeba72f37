"""The matrix of a linear system: its coefficient matrix, its augmented matrix, the determinant of its coefficients.

Read: two or three linear equations with numbers in the same unknowns. Not: systems that are to be solved by these matrices.
"""

from __future__ import annotations

import re
from typing import Final

import sympy as sp
from sympy.solvers.solveset import NonlinearError

from solver.formula import symbol_latex, to_sympy
from solver.formula.nodes import Call, symbols, walk
from solver.latex import latex as expression_latex
from solver.reader import account
from solver.topics.base import Text, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.equations.matrices.literals import latex, one_matrix, shown_matrix
from solver.topics.prepared import Prepared

VOCABULARY: Final = {
    "augmented": "augmented matrix|the augmented matrix|增广矩阵|的增广矩阵",
    "determinant": "determinant of the coefficient matrix|determinant of the coefficients|determinant of the matrix of coefficients|determinant of its coefficient matrix|coefficient determinant|系数行列式|的系数行列式|系数矩阵的行列式|的系数矩阵的行列式",
    "coefficient": "coefficient matrix|matrix of coefficients|the coefficient matrix|系数矩阵|的系数矩阵",
    "words": "write|form|set up|system|systems? of equations|system of linear equations|linear system|equations?|linear equations|linear|simultaneous equations|corresponding to|represents|representing|associated with|方程组|线性方程组|二元一次方程组|三元一次方程组|方程|对应",
}
WORDS: Final = {
    "order": Words("Write each equation with its unknowns in the order \\({order}\\) on the left and the number on the right.", "把每个方程整理成未知数按 \\({order}\\) 的顺序在左边、常数在右边的形式。"),
    "coefficient": Words("The coefficients, row by row, are the matrix \\[{A}\\]", "逐行写出系数，得系数矩阵 \\[{A}\\]"),
    "augmented": Words("The coefficients, row by row, with the numbers of the right sides as the last column: \\[{A}\\]", "逐行写出系数，并把右边的常数作为最后一列：\\[{A}\\]"),
    "determinant": Words("Its determinant is \\({value}\\).", "它的行列式是 \\({value}\\)。"),
    "zero": Words("left side minus right side of each equation", "每个方程左边减右边"),
    "note": Words("coefficients in the order of the unknowns", "按未知数的顺序取系数"),
    "method": Words("each coefficient found again by putting 0 and 1 for the unknowns", "令未知数取 0 和 1，重新求出各系数"),
}  # fmt: skip
_SOLVED: Final = re.compile(
    r"(?i)\bsolv|\bsolution|reduc|inverse|row\s+operation|find\s+\$?[xyz]\b|解(?!析)|求出?\s*(?:未知|\$?[xyz])|行变换|消元"
)


def asks_for_matrix(text: str) -> bool:
    """Whether a matrix is what is asked for, and no way to the solution."""
    return (
        _SOLVED.search(text) is None
        and re.search(
            r"(?i)augmented|coefficient\s+matrix|增广|系数矩阵|系数行列式|\bmatrix\s+(?:form|equation)|矩阵(?:形式|方程)",
            text,
        )
        is not None
    )


def read_coefficients(text: Text) -> Prepared | None:
    """A question for such a matrix; None where the system is to be solved, or it is something else."""
    if not re.search(r"(?i)coefficient|augmented|增广|系数矩阵|系数行列式", text.source) or _SOLVED.search(
        text.source
    ):
        return None
    found = account(text.source, VOCABULARY)
    kinds = [k for k in dict.fromkeys(found.concepts) if k in ("augmented", "determinant", "coefficient")]
    equations = found.relations
    if found.unread or len(kinds) != 1 or len(equations) < 2 or len(found.nodes) != len(equations):
        return None
    if any(e.signs != ("=",) or any(isinstance(n, Call) for n in walk(e)) for e in equations):
        return None
    names = sorted(frozenset[str]().union(*map(symbols, equations)))
    if not 2 <= len(names) <= 4 or len(names) != len(equations):
        return None
    unknowns = [sp.Symbol(n) for n in names]
    differences = [to_sympy(e.sides[0]) - to_sympy(e.sides[1]) for e in equations]
    try:
        left, right = sp.linear_eq_to_matrix(differences, unknowns)
    except (NonlinearError, ValueError):
        return None
    whole = left.row_join(right) if kinds[0] == "augmented" else left
    if not all(v.is_Rational for v in whole):
        return None
    return _task(kinds[0], whole, differences, unknowns, text)


def _task(
    kind: str, matrix: sp.Matrix, differences: list[sp.Expr], unknowns: list[sp.Symbol], text: Text
) -> Prepared:
    say, shown, names = text.language, sp.ImmutableMatrix(matrix), tuple(s.name for s in unknowns)
    key = "augmented" if kind == "augmented" else "coefficient"
    order = ", ".join(map(symbol_latex, names))
    steps = [WORDS["order"].say(say, order=order), WORDS[key].say(say, A=latex(shown))]
    lines = [
        comment(WORDS["zero"].say(say)),
        f"equations = {exact_source(differences)}",
        comment(WORDS["note"].say(say)),
        f"A, b = linear_eq_to_matrix(equations, [{', '.join(names)}])",
    ]
    units = ", ".join("{" + ", ".join(f"{n}: {int(n == m)}" for n in names) + "}" for m in names)
    nothing = "{" + ", ".join(f"{n}: 0" for n in names) + "}"
    tests = [
        f"equations = {exact_source(differences)}",
        f"rows = [[e.subs(unit) - e.subs({nothing}) for unit in ({units})] for e in equations]",
    ]
    if kind == "determinant":
        steps.append(WORDS["determinant"].say(say, value=expression_latex(matrix.det())))
        source = cell(*lines, "A.det()", variables=names)
        tests.append('answer == Matrix(rows).det(method="berkowitz")')
        return Prepared(say, tuple(steps), source, tuple(tests), WORDS["method"], letters=names)
    if kind == "augmented":
        tests.append(f"rows = [row + [-e.subs({nothing})] for row, e in zip(rows, equations)]")
    tests.append("answer == Matrix(rows)")
    source = cell(*lines, "A.row_join(b)" if kind == "augmented" else "A", variables=names)
    return Prepared(
        say,
        tuple(steps),
        source,
        tuple(tests),
        WORDS["method"],
        shown=shown_matrix,
        given=one_matrix,
        letters=names,
    )
