"""Problems of solver.topics.equations.row_reduction: reduced and other echelon forms; ranks and systems belong to others."""

from __future__ import annotations

import pytest
import sympy as sp
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.topics.equations.row_reduction import read
from tests.topics.solved import is_declined, solve, solves, verdict

CASES = [
    ("Row reduce [[1,4],[2,9]].", r"\begin{pmatrix}1&0\\0&1\end{pmatrix}", r"\begin{pmatrix}1&4\\0&1\end{pmatrix}"),
    ("rref([[2,6,4],[1,3,5]])", r"\begin{pmatrix}1&3&0\\0&0&1\end{pmatrix}", r"\begin{pmatrix}1&3&2\\0&0&0\end{pmatrix}"),
    (r"Find the reduced row echelon form of $B=\begin{bmatrix}0&1&3\\2&4&0\end{bmatrix}$.", r"\begin{pmatrix}1&0&-6\\0&1&3\end{pmatrix}", r"\begin{pmatrix}1&2&0\\0&1&3\end{pmatrix}"),
    (r"Row reduce the augmented matrix $\left[\begin{array}{cc|c}1&1&4\\1&-1&2\end{array}\right]$.", r"\begin{pmatrix}1&0&3\\0&1&1\end{pmatrix}", r"\begin{pmatrix}1&0&1\\0&1&3\end{pmatrix}"),
    (r"Find a row echelon form of \begin{pmatrix}1&2\\3&7\end{pmatrix}", r"\begin{pmatrix}1&2\\0&1\end{pmatrix}", r"\begin{pmatrix}1&2\\3&7\end{pmatrix}"),
    ("求矩阵[[1,2],[3,6]]的行最简形", r"\begin{pmatrix}1&2\\0&0\end{pmatrix}", r"\begin{pmatrix}1&0\\0&1\end{pmatrix}"),
    (r"用初等行变换把矩阵$\begin{pmatrix}1&2&2\\2&5&3\end{pmatrix}$化为行最简形", r"\begin{pmatrix}1&0&4\\0&1&-1\end{pmatrix}", r"\begin{pmatrix}1&2&2\\0&1&-1\end{pmatrix}"),
    (r"将矩阵$\begin{pmatrix}2&1\\6&5\end{pmatrix}$化为行阶梯形", r"\begin{pmatrix}2&1\\0&2\end{pmatrix}", r"\begin{pmatrix}2&1\\6&5\end{pmatrix}"),
]  # fmt: skip
DECLINED = [
    "Row reduce [[a,1],[1,2]]",
    "Find the rank of [[1,2],[2,4]]",
    "Row reduce [[1,2],[3,4]] and find its inverse",
    "Use row reduction to solve x+y=3, x-y=1",
    "Row reduce [[1,2],[3]]",
    r"求矩阵$\begin{pmatrix}1&2\\3&4\end{pmatrix}$的列最简形",
]


@pytest.mark.parametrize(("problem", "expected", "wrong"), CASES)
def test_solved_and_checked(problem: str, expected: str, wrong: str) -> None:
    solves(read, problem, expected, wrong)


@pytest.mark.parametrize("problem", DECLINED)
def test_declined(problem: str) -> None:
    assert is_declined(read, problem)


@settings(max_examples=15, deadline=None)
@given(st.lists(st.lists(st.integers(-4, 4), min_size=3, max_size=3), min_size=2, max_size=3))
def test_the_form_is_reached(rows: list[list[int]]) -> None:
    task, answer, value = solve(read, f"Row reduce {rows}")
    assert sp.Matrix(value) == sp.Matrix(rows).rref()[0]
    assert verdict(task, answer) is True
    steps = task.solution().steps
    assert answer in steps[-2] or len(steps) == 2
