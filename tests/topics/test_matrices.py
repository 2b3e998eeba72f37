"""Vectors and matrices: read whole, solved exactly, checked in another way; what is near and different is declined."""

from __future__ import annotations

import pytest
import sympy as sp
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.ports import Problem
from solver.topics import read as read_any
from solver.topics.base import Unread
from solver.topics.equations.matrices import read
from tests.topics.solved import assert_solved, is_declined, solve, verdict

TWO = r"\begin{pmatrix} 2 & 5 \\ 1 & 4 \end{pmatrix}"
CASES = [
    ("a = (1,2), b = (3,5), find 3a - 2b", "(-3, -4)", "(9, 16)"),
    ("Given u = (1,-2,2) and v = (2,0,1), find |u + v|", r"\sqrt{22}", "5"),
    ("已知a=(2,-1),b=(1,3),求|a-b|", r"\sqrt{17}", "5"),
    ("已知向量a=(2,3)，b=(4,-1)，求a·b", "5", "11"),
    (r"已知向量$\vec{a}=(2,5)$，$\vec{b}=(-5,t)$，若$\vec{a}\perp\vec{b}$，求t", "2", "-2"),
    (r"已知向量$\vec{a}=(2,-1)$，$\vec{b}=(6,x)$，且$\vec{a}\parallel\vec{b}$，则$x$的值为", "-3", "12"),
    ("已知向量a=(1,k)与b=(3,12)平行，求k的值", "4", "-4"),
    ("求向量(2,0)与(3,3)的夹角", r"45^\circ", r"135^\circ"),
    (r"已知$\vec{a}=(3,4)$，$\vec{b}=(1,-2)$，求$2\vec{a}-3\vec{b}$", "(3, 14)", "(9, 2)"),
    ("已知向量a=(5,4),b=(1,4),求|a+b|", "10", "6"),
    (r"求行列式$\begin{vmatrix}1&2\\3&7\end{vmatrix}$的值", "1", "13"),
    ("求向量(3,1)在向量(1,2)上的投影向量", "(1, 2)", "(2, 1)"),
    ("判断向量(1,3)与(2,6)是否平行", r"\text{是}", r"\text{不是}"),
    ("向量a=(1,3)与b=(2,-1)垂直吗？", r"\text{不是}", r"\text{是}"),
    ("Find the dot product of ⟨1, 5⟩ and ⟨3, -4⟩.", "-17", "23"),
    (r"Let $\mathbf{u}=\langle 2,3,6\rangle$. Find the unit vector in the direction of $\mathbf{u}$.",
     r"(\frac{2}{7}, \frac{3}{7}, \frac{6}{7})", "(2, 3, 6)"),
    ("Find the magnitude of the vector (5, -12).", "13", "7"),
    (rf"Let $A = {TWO}$ and $B = \begin{{pmatrix}} 0 & 1 \\ 1 & 0 \end{{pmatrix}}$. Find $AB$.",
     r"\begin{pmatrix} 5 & 2 \\ 4 & 1 \end{pmatrix}", r"\begin{pmatrix} 1 & 4 \\ 2 & 5 \end{pmatrix}"),
    (rf"Let $A = {TWO}$. Find $A^2 - 2A^T$.", r"\begin{pmatrix} 5 & 28 \\ -4 & 13 \end{pmatrix}", TWO),
    (rf"Let $A = {TWO}$. Compute $(A^{{-1}})^{{-1}}$.", TWO, r"\begin{pmatrix} 1 & 0 \\ 0 & 1 \end{pmatrix}"),
    (rf"Find the inverse of the matrix ${TWO}$.",
     r"\begin{pmatrix} \frac{4}{3} & - \frac{5}{3} \\ - \frac{1}{3} & \frac{2}{3} \end{pmatrix}", TWO),
    ("求矩阵$A=\\begin{bmatrix}3&1\\\\1&3\\end{bmatrix}$的特征值", r"2,\ 4", r"3,\ 3"),
    (r"Find the rank of the matrix $\begin{bmatrix} 1 & 3 \\ 2 & 6 \end{bmatrix}$", "1", "2"),
    (r"Find the determinant of the $3\times 3$ matrix $\begin{pmatrix} 1 & 2 & 3\\ 0 & 2 & 4\\ 5&6&0\end{pmatrix}$.",
     "-14", "14"),
    (r"For what value of $k$ are the vectors $\begin{pmatrix} k \\ 3 \end{pmatrix}$ and $\begin{pmatrix} 3 \\ -2 \end{pmatrix}$ perpendicular?",
     "2", "-2"),
    (r"If $\theta$ is the angle between the vectors $\begin{pmatrix} 4 \\ 3 \end{pmatrix}$ and $\begin{pmatrix} 0 \\ 2 \end{pmatrix}$, find $\cos \theta$.",
     r"\frac{3}{5}", r"-\frac{3}{5}"),
    ("Given vectors a = (1, 2, 3) and b = (4, 5, 7), find the cross product of a and b.", "(-1, 5, -3)", "(1, -5, 3)"),
    (r"Find the projection of $\mathbf{a}$ onto $\mathbf{b}$ if $\mathbf{a} = \begin{pmatrix} 4 \\ -3 \end{pmatrix}$ and $\mathbf{b} = \begin{pmatrix} 2 \\ 0 \end{pmatrix}$",
     r"\begin{pmatrix} 4 \\ 0 \end{pmatrix}", r"\begin{pmatrix} 2 \\ 0 \end{pmatrix}"),
    (r"Compute $\begin{pmatrix} a & 3 \end{pmatrix}\begin{pmatrix} 2 \\ a \end{pmatrix}$",
     r"\begin{pmatrix} 5 a \end{pmatrix}", r"\begin{pmatrix} 6 a \end{pmatrix}"),
    ("已知向量a=(1,2)，b=(2,-2)，c=(1,λ)，若c∥(2a+b)，求λ", r"\frac{1}{2}", "2"),
    (r"已知$\boldsymbol{a}=(1,-2)$，$\boldsymbol{b}=(4,-3)$是平面向量，若$\lambda\boldsymbol{a}+\boldsymbol{b}$与$\boldsymbol{a}$垂直，则$\lambda=$", "-2", "2"),
    (r"If $\mathbf{P}$ is a $2 \times 2$ matrix such that $\det \mathbf{P} = 3,$ then find $\det (\mathbf{-5P}).$", "75", "-15"),
    (r"Let $\mathbf{A}$ and $\mathbf{B}$ be $3 \times 3$ matrices such that $\det \mathbf{A} = -2$ and $\det \mathbf{B} = 5.$ Find $\det (2 \mathbf{A} \mathbf{B}).$", "-80", "-20"),
    (r"Let $\mathbf{a} = 2\mathbf{i} - \mathbf{j} + 2\mathbf{k}$ and $\mathbf{b} = \mathbf{i} + 4\mathbf{k}$. Find $\mathbf{a} \cdot \mathbf{b}$.", "10", "9"),
    (r"Find the magnitude of the vector $\vec{u} = 5\vec{i} - 12\vec{j}$.", "13", "7"),
    ("设A为三阶方阵，|A|=5，则|2A|=", "40", "10"),
    (r"Suppose $\det A = 5$ and $\det B = 2$. Find $\det(A^{-1}B^2)$.", r"\frac{4}{5}", "20"),
]  # fmt: skip
DECLINED = [
    "a = (1,2), b = (3,4). Find a and b.",
    "x = (1,2), y = (3,5), find the distance",
    "Is the point (1,2) on the vector (2,4)?",
    "Find a unit vector perpendicular to (1,2).",
    "Vectors (1,2) and (2,-1) are perpendicular. Find the sum.",
    "已知向量a=(1,2)，b=(3,4)，求向量a在b方向上的投影",
    r"Find the inverse of $\begin{pmatrix} 1 & 2 \\ 2 & 4 \end{pmatrix}$.",
    r"Find the vector $\mathbf{v}$ such that $\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix} \mathbf{v} = \begin{pmatrix} 1 \\ 1 \end{pmatrix}$.",
    r"Are $\begin{pmatrix} k \\ 2 \end{pmatrix}$ and $\begin{pmatrix} 1 \\ 3 \end{pmatrix}$ parallel?",
    "Find the angle between the vectors (1,2) and (2,1) in degrees.",
    "Find the distance between (1,2) and (4,6).",
    r"Compute $\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix} + \begin{pmatrix} 1 \\ 2 \end{pmatrix}$.",
    "Given vectors a = (1, 2, 3) and b = (4, 5, 6), find a*b.",
    r"If $\det A = 5$ and $\det B = 2$, find $\det(A+B)$.",
    r"If $\det A = 5$, find $\det(2A)$.",
    r"Evaluate $\begin{vmatrix} a & b & c \\ d & e & f \\ g & h & i \end{vmatrix}$.",
    "If |A| = 3 and |B| = 4, find |A × B|.",
]


@pytest.mark.parametrize(("problem", "expected", "wrong"), CASES)
def test_solved_and_checked(problem: str, expected: str, wrong: str) -> None:
    assert_solved(read, problem, expected, wrong)


@pytest.mark.parametrize("problem", DECLINED)
def test_declined(problem: str) -> None:
    assert is_declined(read, problem)


entries = st.integers(-9, 9)
squares = st.lists(st.lists(entries, min_size=3, max_size=3), min_size=3, max_size=3)


def written(rows: list[list[int]]) -> str:
    return r"\begin{pmatrix}" + r"\\".join("&".join(map(str, r)) for r in rows) + r"\end{pmatrix}"


@settings(max_examples=12, deadline=None)
@given(squares, squares)
def test_the_determinant_of_a_product(p: list[list[int]], q: list[list[int]]) -> None:
    dets = [solve(read, f"Find the determinant of ${written(x)}$")[2] for x in (p, q)]
    task, answer, product = solve(read, f"求${written(p)}{written(q)}$的行列式")
    assert product == dets[0] * dets[1]
    assert verdict(task, answer) is True
    assert verdict(task, str(product + 1)) is False


@settings(max_examples=12, deadline=None)
@given(squares)
def test_an_inverse_multiplies_to_the_identity(p: list[list[int]]) -> None:
    problem = f"Find the inverse of ${written(p)}$."
    if not sp.Matrix(p).det():
        assert is_declined(read, problem)
        return
    task, answer, inverse = solve(read, problem)
    assert sp.Matrix(p) * sp.Matrix(inverse) == sp.eye(3)
    assert verdict(task, answer) is True


@settings(max_examples=15, deadline=None)
@given(st.lists(entries, min_size=3, max_size=3), st.lists(entries, min_size=3, max_size=3))
def test_a_cross_product_is_perpendicular_to_both(u: list[int], v: list[int]) -> None:
    a, b = (r"\begin{pmatrix}" + r"\\".join(map(str, x)) + r"\end{pmatrix}" for x in (u, v))
    task, answer, value = solve(read, rf"Compute ${a}\times{b}$.")
    w = sp.Matrix(value)
    assert w.dot(sp.Matrix(u)) == w.dot(sp.Matrix(v)) == 0
    assert verdict(task, answer) is True


def test_the_rule_for_multiples_is_left_alone_by_other_topics() -> None:
    assert isinstance(
        read_any(Problem(r"If $\det \mathbf{A} = -1,$ then find $\det (\mathbf{7A}).$", "en")), Unread
    )
