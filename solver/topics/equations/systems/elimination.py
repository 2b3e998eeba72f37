"""Linear systems by elimination: two unknowns as in school, more row by row on the augmented matrix."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import sympy as sp

from solver.formula import letter
from solver.ports import Language
from solver.topics.base import Words
from solver.topics.equations.solutions import assignments

WORDS: Final = {
    "matrix": Words("Write the coefficients of \\({unknowns}\\) and the right sides as an augmented matrix: \\[{matrix}\\]",
                    "把 \\({unknowns}\\) 的系数和右边的常数写成增广矩阵：\\[{matrix}\\]"),
    "swap": Words("Exchange rows {i} and {j}: \\[{matrix}\\]", "交换第 {i} 行和第 {j} 行：\\[{matrix}\\]"),
    "clear": Words("With row {i} make the other entries of column {column} zero: \\[{matrix}\\]", "用第 {i} 行把第 {column} 列的其他数消成 0：\\[{matrix}\\]"),
    "scale": Words("Divide every row by its first number that is not 0: \\[{matrix}\\]", "每一行除以该行第一个非零数：\\[{matrix}\\]"),
    "multiply": Words("To eliminate \\({x}\\), multiply the first equation by \\({p}\\) and the second by \\({q}\\), then subtract: \\[{result}\\]",
                      "为了消去 \\({x}\\)，第一个方程乘以 \\({p}\\)，第二个方程乘以 \\({q}\\)，再相减：\\[{result}\\]"),
    "second": Words("So \\({y}={value}\\).", "所以 \\({y}={value}\\)。"),
    "back_1": Words(
        "Put \\({y}={value}\\) into the first equation: \\[{equation}\\] so \\({x}={result}\\).",
        "把 \\({y}={value}\\) 代入第一个方程：\\[{equation}\\] 得 \\({x}={result}\\)。",
    ),
    "back_2": Words(
        "Put \\({y}={value}\\) into the second equation: \\[{equation}\\] so \\({x}={result}\\).",
        "把 \\({y}={value}\\) 代入第二个方程：\\[{equation}\\] 得 \\({x}={result}\\)。",
    ),
    "read_off": Words("Read off the solution: \\[{solution}\\]", "读出解：\\[{solution}\\]"),
    "contradiction": Words("A row says \\(0={value}\\): that cannot be, so there is no solution.", "出现了 \\(0={value}\\) 的一行，矛盾，所以无解。"),
    "subtract": Words(
        "Subtract the second equation from the first, so that \\({x}\\) disappears: \\[{result}\\]",
        "第一个方程减去第二个方程，消去 \\({x}\\)：\\[{result}\\]",
    ),
}  # fmt: skip


def school_steps(m: sp.Matrix, unknowns: Sequence[str], say: Language) -> list[str]:
    """Two unknowns: make the coefficients of one equal, subtract, put back."""
    x, y = map(letter, unknowns)
    kept = 0 if m[0, 0] != 0 else 1  # the equation that x is found from in the end
    row, other, steps = m.row(kept), m.row(1 - kept), []
    if other[0] == 0:
        reduced = other
    else:
        whole = row[0].is_Integer and other[0].is_Integer
        common = sp.ilcm(row[0], other[0]) if whole else row[0] * other[0]
        p, q = common / row[0], common / other[0]
        reduced = p * row - q * other
        result = f"{sp.latex(reduced[1] * y)}={sp.latex(reduced[2])}"
        word = WORDS["subtract" if p == q == 1 else "multiply"]
        steps.append(word.say(say, x=sp.latex(x), p=sp.latex(p), q=sp.latex(q), result=result))
    y_value = reduced[2] / reduced[1]
    x_value = (row[2] - row[1] * y_value) / row[0]
    steps.append(WORDS["second"].say(say, y=sp.latex(y), value=sp.latex(y_value)))
    known = f"{_signed(row[1] * y_value)}" if row[1] != 0 else ""
    back = {
        "y": sp.latex(y), "x": sp.latex(x), "value": sp.latex(y_value), "result": sp.latex(x_value),
        "equation": f"{sp.latex(row[0] * x)}{known}={sp.latex(row[2])}",
    }  # fmt: skip
    return [*steps, WORDS[f"back_{kept + 1}"].say(say, **back)]


def matrix_steps(m: sp.Matrix, unknowns: Sequence[str], say: Language) -> list[str]:
    """Gauss–Jordan elimination, one pivot a step."""
    m, row = m.copy(), 0
    names = ",".join(sp.latex(s) for s in map(letter, unknowns))
    steps = [WORDS["matrix"].say(say, unknowns=names, matrix=_matrix_latex(m))]
    for column in range(m.cols - 1):
        pivot = next((r for r in range(row, m.rows) if m[r, column] != 0), None)
        if pivot is None:
            continue
        if pivot != row:
            m = m.elementary_row_op("n<->m", row1=row, row2=pivot)
            steps.append(WORDS["swap"].say(say, i=row + 1, j=pivot + 1, matrix=_matrix_latex(m)))
        others = [r for r in range(m.rows) if r != row and m[r, column] != 0]
        for r in others:
            m = m.elementary_row_op("n->n+km", row=r, row2=row, k=-m[r, column] / m[row, column])
        if others:
            steps.append(WORDS["clear"].say(say, i=row + 1, column=column + 1, matrix=_matrix_latex(m)))
        row += 1
        if row == m.rows:
            break
    contradiction = [m[r, m.cols - 1] for r in range(row, m.rows) if m[r, m.cols - 1] != 0]
    if contradiction:
        return [*steps, WORDS["contradiction"].say(say, value=sp.latex(contradiction[0]))]
    if any(m[i, i] not in (0, 1) for i in range(min(row, m.cols - 1))) and row == m.cols - 1:
        for i in range(row):
            m = m.elementary_row_op("n->kn", row=i, k=1 / m[i, i])
        steps.append(WORDS["scale"].say(say, matrix=_matrix_latex(m)))
    if row == m.cols - 1:
        values = {n: m[i, m.cols - 1] / m[i, i] for i, n in enumerate(unknowns)}
        steps.append(WORDS["read_off"].say(say, solution=assignments(values)))
    return steps


def _signed(value: sp.Expr) -> str:
    text = sp.latex(value)
    return text if text.startswith("-") else f"+{text}"


def _matrix_latex(m: sp.Matrix) -> str:
    rows = r" \\[0.4em] ".join(" & ".join(sp.latex(entry) for entry in m.row(r)) for r in range(m.rows))
    columns = "c" * (m.cols - 1) + "|c"
    return rf"\left(\begin{{array}}{{{columns}}} {rows} \end{{array}}\right)"
