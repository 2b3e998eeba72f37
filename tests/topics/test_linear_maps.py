"""Projections, reflections, rotations and dilations."""

from __future__ import annotations

import pytest
import sympy as sp
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.topics.geometry.linear_maps import read
from tests.topics.solved import assert_solved, is_declined, solve, verdict

CASES = [
    ('Find the matrix that corresponds to projecting onto the vector $\\begin{pmatrix} 2 \\\\ 1 \\end{pmatrix}.$', '\\begin{pmatrix} \\frac{4}{5} & \\frac{2}{5} \\\\ \\frac{2}{5} & \\frac{1}{5} \\end{pmatrix}', '\\begin{pmatrix} \\frac{1}{5} & \\frac{2}{5} \\\\ \\frac{2}{5} & \\frac{4}{5} \\end{pmatrix}'),
    ('Find the matrix that corresponds to reflecting over the vector $\\begin{pmatrix} 2 \\\\ 1 \\end{pmatrix}.$', '\\begin{pmatrix} \\frac{3}{5} & \\frac{4}{5} \\\\ \\frac{4}{5} & - \\frac{3}{5} \\end{pmatrix}', '\\begin{pmatrix} \\frac{4}{5} & \\frac{2}{5} \\\\ \\frac{2}{5} & \\frac{1}{5} \\end{pmatrix}'),
    ('Find the matrix $\\mathbf{P}$ such that for any vector $\\mathbf{v},$ $\\mathbf{P} \\mathbf{v}$ is the projection of $\\mathbf{v}$ onto the $xz$-plane.', '\\begin{pmatrix} 1 & 0 & 0 \\\\ 0 & 0 & 0 \\\\ 0 & 0 & 1 \\end{pmatrix}', '\\begin{pmatrix} 1 & 0 & 0 \\\\ 0 & 1 & 0 \\\\ 0 & 0 & 0 \\end{pmatrix}'),
    ('Find the matrix that corresponds to rotating about the origin by an angle of $30^\\circ$ counter-clockwise.', '\\begin{pmatrix} \\frac{\\sqrt{3}}{2} & - \\frac{1}{2} \\\\ \\frac{1}{2} & \\frac{\\sqrt{3}}{2} \\end{pmatrix}', '\\begin{pmatrix} \\frac{\\sqrt{3}}{2} & \\frac{1}{2} \\\\ - \\frac{1}{2} & \\frac{\\sqrt{3}}{2} \\end{pmatrix}'),
    ('Find the matrix that corresponds to a dilation centered at the origin with scale factor $4.$', '\\begin{pmatrix} 4 & 0 \\\\ 0 & 4 \\end{pmatrix}', '\\begin{pmatrix} 4 & 4 \\\\ 4 & 4 \\end{pmatrix}'),
    ('Find the reflection of $\\begin{pmatrix} 1 \\\\ 0 \\end{pmatrix}$ over the vector $\\begin{pmatrix} 2 \\\\ 1 \\end{pmatrix}.$', '\\begin{pmatrix} \\frac{3}{5} \\\\ \\frac{4}{5} \\end{pmatrix}', '\\begin{pmatrix} \\frac{4}{5} \\\\ \\frac{3}{5} \\end{pmatrix}'),
    ('A $90^\\circ$ rotation around the origin in the counter-clockwise direction is applied to $3 - 2i.$ What is the resulting complex number?', '2 + 3 i', '-2 - 3 i'),
    ('The dilation, centered at the origin, with scale factor $5,$ takes $1 - 2i$ to which complex number?', '5 - 10 i', '5 + 10 i'),
    ('求绕原点顺时针旋转90°的旋转矩阵。', '\\begin{pmatrix} 0 & 1 \\\\ -1 & 0 \\end{pmatrix}', '\\begin{pmatrix} 0 & -1 \\\\ 1 & 0 \\end{pmatrix}'),
    ('求关于直线y=3x的反射变换的矩阵', '\\begin{pmatrix} - \\frac{4}{5} & \\frac{3}{5} \\\\ \\frac{3}{5} & \\frac{4}{5} \\end{pmatrix}', '\\begin{pmatrix} \\frac{4}{5} & \\frac{3}{5} \\\\ \\frac{3}{5} & - \\frac{4}{5} \\end{pmatrix}'),
    ('将复数2+i绕原点逆时针旋转90°,得到的复数是什么?', '-1 + 2 i', '1 - 2 i'),
]  # fmt: skip
DECLINED = [
    "Find the matrix that corresponds to projecting onto the line $y = 2x + 1$.",
    "Find the matrix such that for any vector $\\mathbf{v},$ $\\mathbf{P} \\mathbf{v}$ is the projection of $\\mathbf{v}$ onto the $x$-axis.",
    "Find the matrix that corresponds to rotating about the point $(1,2)$ by an angle of $30^\\circ$ counter-clockwise.",
    "Find the matrix that corresponds to rotating about the origin by an angle of $10^\\circ$ counter-clockwise.",
    "Find the matrix that corresponds to projecting onto the vector $\\begin{pmatrix} 0 \\\\ 0 \\end{pmatrix}.$",
    "Find the reflection of $(1,2,3)$ across the plane $x + y + z = 1.$",
    "求平移变换的矩阵",
]


@pytest.mark.parametrize(("problem", "expected", "wrong"), CASES)
def test_solved_and_checked(problem: str, expected: str, wrong: str) -> None:
    assert_solved(read, problem, expected, wrong)


@pytest.mark.parametrize("problem", DECLINED)
def test_declined(problem: str) -> None:
    assert is_declined(read, problem)


@settings(max_examples=20, deadline=None)
@given(st.integers(-6, 6), st.integers(-6, 6))
def test_a_projection_and_a_reflection_repeated(a: int, b: int) -> None:
    if not (a or b):
        return
    vector = rf"\begin{{pmatrix}} {a} \\ {b} \end{{pmatrix}}"
    _, _, onto = solve(read, f"Find the matrix that corresponds to projecting onto the vector ${vector}$.")
    task, _, over = solve(read, f"Find the matrix that corresponds to reflecting over the vector ${vector}$.")
    assert onto * onto == onto and over * over == sp.eye(2)
    assert over == 2 * onto - sp.eye(2) and verdict(task, sp.latex(-over)) is False
