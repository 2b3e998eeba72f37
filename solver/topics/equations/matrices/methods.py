"""Determinants by cofactors, Sarrus or elimination; inverses by the adjugate or Gauss–Jordan.

One matrix that is written out. Elimination needs numbers; not: determinants by a rule for special matrices.
"""

from __future__ import annotations

from typing import Final

import sympy as sp

from solver.ports import Language
from solver.topics.base import Solution, Words
from solver.topics.cells import cell, comment
from solver.topics.equations.matrices.expressions import matrix_source
from solver.topics.equations.matrices.literals import bracketed, latex
from solver.topics.equations.matrices.reading import Asked

WORDS: Final = {
    "sarrus": Words("Rule of Sarrus: add the products along the three diagonals that fall to the right, and subtract those along the three that rise: \\[\\det A={products}={value}\\]",
                    "对角线法则：三条主对角线方向的乘积之和，减去三条副对角线方向的乘积之和：\\[\\det A={products}={value}\\]"),
    "start": Words("Bring the matrix to triangular form. Adding a multiple of a row to another one does not change the determinant; exchanging two rows changes its sign. \\[A={matrix}\\]",
                   "化为上三角形。把一行的倍数加到另一行，行列式不变；交换两行，行列式变号。\\[A={matrix}\\]"),
    "swap": Words("Exchange rows {i} and {j}: \\[{matrix}\\]", "交换第 {i} 行和第 {j} 行：\\[{matrix}\\]"),
    "below": Words("With row {i} make the entries below it in column {i} zero: \\[{matrix}\\]", "用第 {i} 行把第 {i} 列下面的数消成 0：\\[{matrix}\\]"),
    "no_pivot": Words("In column {i} there is nothing left from row {i} on, so the determinant is \\(0\\).", "第 {i} 列从第 {i} 行起全为 0，所以行列式等于 \\(0\\)。"),
    "diagonal": Words("The determinant of a triangular matrix is the product of its diagonal: \\[\\det A={product}={value}\\]", "三角形行列式等于主对角线元素的乘积：\\[\\det A={product}={value}\\]"),
    "diagonal_sign": Words("The determinant of a triangular matrix is the product of its diagonal. The rows were exchanged an odd number of times, so the sign changes: \\[\\det A=-\\left({product}\\right)={value}\\]",
                           "三角形行列式等于主对角线元素的乘积；交换了奇数次行，所以变号：\\[\\det A=-\\left({product}\\right)={value}\\]"),
    "augment": Words("Write the identity matrix beside it, and use row operations until it stands on the left: \\[{matrix}\\]", "在右边写上单位矩阵，作初等行变换，直到左边变成单位矩阵：\\[{matrix}\\]"),
    "clear": Words("Divide row {i} by its pivot, and make the other entries of column {i} zero: \\[{matrix}\\]", "第 {i} 行除以主元，再把第 {i} 列的其他数消成 0：\\[{matrix}\\]"),
    "right": Words("On the right stands the inverse: \\[A^{{-1}}={value}\\]", "右边就是逆矩阵：\\[A^{{-1}}={value}\\]"),
    "cell_sarrus": Words("three products down, three products up", "三条主对角线方向减三条副对角线方向"),
    "cell_triangle": Words("triangular form; each exchange of rows changes the sign", "化为三角形；每交换一次行变一次号"),
    "cell_inverse": Words("row operations on A beside the identity", "对 [A | E] 作行变换"),
}  # fmt: skip
MAX_ROWS: Final = 5


def plain_matrix(asked: Asked) -> tuple[str, sp.Matrix] | None:
    """`det` or `inverse`, and the matrix, where nothing has to be worked out before."""
    (operand, *others), op = asked.operands, asked.op
    if op == "compute" and operand.op in ("det", "inverse") and len(operand.parts) == 1:
        op, operand = operand.op, operand.parts[0]
        value = asked.known.get(operand.name) if operand.op == "name" else operand.value
    else:
        value = asked.values[0]
    if others or op not in ("det", "inverse") or operand.parts or not isinstance(value, sp.MatrixBase):
        return None
    square = value.rows == value.cols and 2 <= value.rows <= MAX_ROWS
    return (op, sp.Matrix(value)) if square else None


def methods(asked: Asked) -> tuple[str, ...]:
    """The usual one first; none where more than one matrix is asked about. A rank is always found by row operations."""
    found = plain_matrix(asked)
    if found is None:
        return ("gauss",) if asked.op == "rank" else ()
    op, matrix = found
    numbers = all(e.is_Rational for e in matrix)
    if op == "inverse":
        return ("adjugate", "gauss") if numbers else ("adjugate",)
    return ("cofactors", *(("sarrus",) if matrix.rows == 3 else ()), *(("gauss",) if numbers else ()))


def solution(asked: Asked, method: str) -> Solution:
    """By sarrus or gauss."""
    found = plain_matrix(asked)
    assert found is not None
    op, matrix = found
    if method == "sarrus":
        return _sarrus(matrix, asked.language)
    return _triangle(matrix, asked.language) if op == "det" else _jordan(matrix, asked.language)


def _letters(matrix: sp.Matrix) -> set[str]:
    return {s.name for s in matrix.free_symbols}


def _sarrus(m: sp.Matrix, language: Language) -> Solution:
    def product(k: int, step: int) -> str:
        return r"\cdot ".join(bracketed(m[r, (k + step * r) % 3]) for r in range(3))

    falling, rising = ([product(k, s) for k in range(3)] for s in (1, -1))
    shown = "+".join(falling) + "".join(f"-{p}" for p in rising)
    value = sp.expand(m.det())
    lines = [
        f"A = {matrix_source(m)}",
        comment(WORDS["cell_sarrus"].say(language)),
        "down = [A[0, k] * A[1, (k + 1) % 3] * A[2, (k + 2) % 3] for k in range(3)]",
        "up = [A[0, k] * A[1, (k - 1) % 3] * A[2, (k - 2) % 3] for k in range(3)]",
        "sum(down) - sum(up)",
    ]
    step = WORDS["sarrus"].say(language, products=shown, value=sp.latex(value))
    return Solution((step,), cell(*lines, variables=_letters(m)))


def _triangle(m: sp.Matrix, language: Language) -> Solution:
    steps, m, source, swaps = [WORDS["start"].say(language, matrix=latex(m))], m.copy(), matrix_source(m), 0
    for i in range(m.rows - 1):
        pivot = next((r for r in range(i, m.rows) if m[r, i] != 0), None)
        if pivot is None:
            steps.append(WORDS["no_pivot"].say(language, i=i + 1))
            break
        if pivot != i:
            m, swaps = m.elementary_row_op("n<->m", row1=i, row2=pivot), swaps + 1
            steps.append(WORDS["swap"].say(language, i=i + 1, j=pivot + 1, matrix=latex(m)))
        lower = [r for r in range(i + 1, m.rows) if m[r, i] != 0]
        for r in lower:
            m = m.elementary_row_op("n->n+km", row=r, row2=i, k=-m[r, i] / m[i, i])
        if lower:
            steps.append(WORDS["below"].say(language, i=i + 1, matrix=latex(m)))
    else:
        diagonal = [m[i, i] for i in range(m.rows)]
        value = sp.prod(diagonal) * (-1) ** swaps
        word = WORDS["diagonal_sign" if swaps % 2 else "diagonal"]
        product = r"\cdot ".join(map(bracketed, diagonal))
        steps.append(word.say(language, product=product, value=sp.latex(value)))
    lines = [
        f"A = {source}",
        comment(WORDS["cell_triangle"].say(language)),
        "lower, upper, exchanges = A.LUdecomposition()",
        f"(-1)**len(exchanges) * prod([upper[i, i] for i in range({m.rows})])",
    ]
    return Solution(tuple(steps), cell(*lines))


def _jordan(m: sp.Matrix, language: Language) -> Solution:
    n, wide, source = m.rows, m.row_join(sp.eye(m.rows)), matrix_source(m)
    steps = [WORDS["augment"].say(language, matrix=_wide(wide, n))]
    for i in range(n):
        pivot = next(r for r in range(i, n) if wide[r, i] != 0)
        if pivot != i:
            wide = wide.elementary_row_op("n<->m", row1=i, row2=pivot)
            steps.append(WORDS["swap"].say(language, i=i + 1, j=pivot + 1, matrix=_wide(wide, n)))
        before, wide = wide, wide.elementary_row_op("n->kn", row=i, k=1 / wide[i, i])
        for r in range(n):
            if r != i and wide[r, i] != 0:
                wide = wide.elementary_row_op("n->n+km", row=r, row2=i, k=-wide[r, i])
        if wide != before:
            steps.append(WORDS["clear"].say(language, i=i + 1, matrix=_wide(wide, n)))
    steps.append(WORDS["right"].say(language, value=latex(wide[:, n:])))
    lines = [
        f"A = {source}",
        comment(WORDS["cell_inverse"].say(language)),
        f"reduced, pivots = A.row_join(eye({n})).rref()",
        f"reduced[:, {n}:].tolist()",
    ]
    return Solution(tuple(steps), cell(*lines))


def _wide(m: sp.Matrix, n: int) -> str:
    rows = r" \\ ".join(" & ".join(sp.latex(e) for e in m.row(r)) for r in range(m.rows))
    return rf"\left(\begin{{array}}{{{'c' * n}|{'c' * n}}} {rows} \end{{array}}\right)"
