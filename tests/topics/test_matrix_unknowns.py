"""Numbers and matrices that an equation between matrices fixes."""

from __future__ import annotations

import pytest
import sympy as sp
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.topics.equations.matrix_unknowns import read
from tests.topics.solved import assert_solved, is_declined, solve, verdict

CASES = [
    ('Let $\\mathbf{M} = \\begin{pmatrix} 2 & 1 \\\\ 3 & 5 \\end{pmatrix}.$ There exist scalars $p$ and $q$ such that \\[\\mathbf{M}^2 = p \\mathbf{M} + q \\mathbf{I}.\\]Enter the ordered pair $(p,q).$', '(7, -7)', '(7, 7)'),
    ('Let $\\mathbf{M} = \\begin{pmatrix} 1 & 2 \\\\ 1 & 4 \\end{pmatrix}.$ Find constants $a$ and $b$ so that \\[\\mathbf{M}^{-1} = a \\mathbf{M} + b \\mathbf{I}.\\]Enter the ordered pair $(a,b).$', '(- \\frac{1}{2}, \\frac{5}{2})', '(\\frac{1}{2}, \\frac{5}{2})'),
    ('Find the $2 \\times 2$ matrix $\\mathbf{M}$ such that \\[\\mathbf{M} \\begin{pmatrix} 1 \\\\ 0 \\end{pmatrix} = \\begin{pmatrix} 4 \\\\ 1 \\end{pmatrix}\\]and \\[\\mathbf{M} \\begin{pmatrix} 0 \\\\ 1 \\end{pmatrix} = \\begin{pmatrix} -2 \\\\ 3 \\end{pmatrix}.\\]', '\\begin{pmatrix} 4 & -2 \\\\ 1 & 3 \\end{pmatrix}', '\\begin{pmatrix} 4 & 1 \\\\ -2 & 3 \\end{pmatrix}'),
    ('The matrix $\\mathbf{M}$ satisfies \\[\\mathbf{M} \\begin{pmatrix} 1 \\\\ 1 \\end{pmatrix} = \\begin{pmatrix} 3 \\\\ 5 \\end{pmatrix} \\quad \\text{and} \\quad \\mathbf{M} \\begin{pmatrix} 1 \\\\ 0 \\end{pmatrix} = \\begin{pmatrix} 2 \\\\ 1 \\end{pmatrix}.\\]Find $\\det \\mathbf{M}.$', '7', '-7'),
    ('If $\\mathbf{A}^{-1} = \\begin{pmatrix} 2 & 4 \\\\ -6 & 8 \\end{pmatrix},$ and $\\mathbf{B} = 2 \\mathbf{A},$ then find $\\mathbf{B}^{-1}.$', '\\begin{pmatrix} 1 & 2 \\\\ -3 & 4 \\end{pmatrix}', '\\begin{pmatrix} 4 & 8 \\\\ -12 & 16 \\end{pmatrix}'),
    ('If $\\mathbf{A}^{-1} = \\begin{pmatrix} 1 & 2 \\\\ 0 & 1 \\end{pmatrix}$ and $\\mathbf{B}^{-1} = \\begin{pmatrix} 3 & 0 \\\\ 1 & 1 \\end{pmatrix},$ then find the inverse of $\\mathbf{A} \\mathbf{B}.$', '\\begin{pmatrix} 3 & 6 \\\\ 1 & 3 \\end{pmatrix}', '\\begin{pmatrix} 5 & 2 \\\\ 1 & 1 \\end{pmatrix}'),
    ('已知矩阵$A=\\begin{pmatrix} 3 & 1 \\\\ 2 & 2 \\end{pmatrix}$,且$A^2=pA+qE$,求$p$和$q$的值。', '(5, -4)', '(5, 4)'),
    ('已知矩阵$M$满足$M\\begin{pmatrix} 1 \\\\ 0 \\end{pmatrix}=\\begin{pmatrix} 2 \\\\ 3 \\end{pmatrix}$,$M\\begin{pmatrix} 0 \\\\ 1 \\end{pmatrix}=\\begin{pmatrix} 1 \\\\ -1 \\end{pmatrix}$,求矩阵$M$。', '\\begin{pmatrix} 2 & 1 \\\\ 3 & -1 \\end{pmatrix}', '\\begin{pmatrix} 2 & 3 \\\\ 1 & -1 \\end{pmatrix}'),
]  # fmt: skip
DECLINED = [
    "Let $\\mathbf{M} = \\begin{pmatrix} 2 & 0 \\\\ 0 & 2 \\end{pmatrix}.$ There exist scalars $p$ and $q$ such that \\[\\mathbf{M}^2 = p \\mathbf{M} + q \\mathbf{I}.\\]Enter the ordered pair $(p,q).$",
    "Find the $2 \\times 2$ matrix $\\mathbf{M}$ such that \\[\\mathbf{M} \\begin{pmatrix} 1 \\\\ 2 \\end{pmatrix} = \\begin{pmatrix} 4 \\\\ 1 \\end{pmatrix}\\]and \\[\\mathbf{M} \\begin{pmatrix} 2 \\\\ 4 \\end{pmatrix} = \\begin{pmatrix} 8 \\\\ 2 \\end{pmatrix}.\\]",
    "If $\\mathbf{A}^{-1} = \\begin{pmatrix} 1 & 2 \\\\ 0 & 1 \\end{pmatrix}$ and $\\mathbf{B}^{-1} = \\begin{pmatrix} 3 & 0 \\\\ 1 & 1 \\end{pmatrix},$ then find the inverse of $\\mathbf{A} \\mathbf{C}.$",
    "Find the inverse of $\\begin{pmatrix} 1 & 2 \\\\ 0 & 1 \\end{pmatrix}$.",
]


@pytest.mark.parametrize(("problem", "expected", "wrong"), CASES)
def test_solved_and_checked(problem: str, expected: str, wrong: str) -> None:
    assert_solved(read, problem, expected, wrong)


@pytest.mark.parametrize("problem", DECLINED)
def test_declined(problem: str) -> None:
    assert is_declined(read, problem)


@settings(max_examples=20, deadline=None)
@given(*[st.integers(-6, 6)] * 4)
def test_the_square_is_the_combination(a: int, b: int, c: int, d: int) -> None:
    if b == c == 0 and a == d:
        return
    matrix = rf"\begin{{pmatrix}} {a} & {b} \\ {c} & {d} \end{{pmatrix}}"
    task, answer, (p, q) = solve(
        read, rf"Let $M = {matrix}$. Find constants $p$ and $q$ such that $M^2 = pM + qI$."
    )
    m = sp.Matrix([[a, b], [c, d]])
    assert m**2 == p * m + q * sp.eye(2)
    assert verdict(task, answer) is True
    assert verdict(task, f"({p + 1}, {q})") is False
