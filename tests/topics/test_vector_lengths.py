"""Vectors without coordinates."""

from __future__ import annotations

import pytest
import sympy as sp
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.topics.geometry.vector_lengths import read
from tests.topics.solved import assert_solved, is_declined, solve

CASES = [
    ("已知|a|=2,|b|=3,a与b的夹角为60°,求|2a-b|", r"\sqrt{13}", r"\sqrt{19}"),
    (r"已知向量$\vec{a},\vec{b}$满足$|\vec{a}|=2$,$|\vec b|=3$,$\vec a$与$\vec b$的夹角为60°,求$|2\vec a-\vec b|$", r"\sqrt{13}", "4"),
    ("已知向量a,b满足|a|=1,|b|=2,|a+b|=√7,求a与b的夹角", r"\frac{\pi}{3}", r"\frac{2 \pi}{3}"),
    ("已知|a|=1,|b|=√2,且a⊥(a-b),求a与b的夹角", r"\frac{\pi}{4}", r"\frac{3 \pi}{4}"),
    ("已知单位向量a,b的夹角为60°,求|a+2b|", r"\sqrt{7}", "3"),
    ("已知|a|=2,|b|=1,a与b的夹角为60°,若(a+kb)⊥b,求实数k的值", "-1", "1"),
    ("已知向量a与b的夹角为120°,|a|=3,|a+b|=√13,求|b|", "4", "1"),
    ("已知非零向量a,b满足|a|=2|b|,且(a-b)⊥b,则a与b的夹角为", r"\frac{\pi}{3}", r"\frac{\pi}{6}"),
    ("已知|a|=4,|b|=3,(2a-3b)·(2a+b)=61,求a与b的夹角", r"\frac{2 \pi}{3}", r"\frac{\pi}{3}"),
    (r"If |a| = 2, |b| = 3 and \mathbf{a}\cdot\mathbf{b} = 3, find |a + 2b|.", r"2 \sqrt{13}", r"\sqrt{13}"),
    ("Vectors a and b satisfy |a| = 4, |b| = 3 and the angle between a and b is 120°. Find |a - b|.", r"\sqrt{37}", r"\sqrt{13}"),
    ("Let a and b be unit vectors and the angle between them is π/3. Find a·b.", r"\frac{1}{2}", r"\frac{\sqrt{3}}{2}"),
    (r"The vectors $\mathbf{u}$ and $\mathbf{v}$ satisfy $|\mathbf{u}| = 5$, $|\mathbf{v}| = 4$, and $\mathbf{u}\cdot\mathbf{v} = 10$. Find the cosine of the angle between $\mathbf{u}$ and $\mathbf{v}$.", r"\frac{1}{2}", "2"),
]  # fmt: skip
DECLINED = [
    "已知|a|=2,|b|=3,求|2a-b|",  # the angle is missing
    "If |x|=2 and |y|=3, find xy",  # numbers
    "已知向量a=(1,2),|b|=3,求|2a-b|",  # coordinates
    "已知|a|=2,|b|=3,a与b的夹角为60°,求a在b上的投影向量",
    "已知|a|=1,|b|=2,|a+b|=4,求a与b的夹角",  # there are no such vectors
    "已知向量a,b,c满足|a|=1,|b|=2,a与b的夹角为60°,求|a+c|",
]


@pytest.mark.parametrize(("problem", "expected", "wrong"), CASES)
def test_solved_and_checked(problem: str, expected: str, wrong: str) -> None:
    assert_solved(read, problem, expected, wrong)


@pytest.mark.parametrize("problem", DECLINED)
def test_declined(problem: str) -> None:
    assert is_declined(read, problem)


@settings(max_examples=15, deadline=None)
@given(
    st.integers(1, 6),
    st.integers(1, 6),
    st.sampled_from([30, 45, 60, 90, 120, 135]),
    st.integers(1, 3),
    st.integers(1, 3),
)
def test_lengths_are_those_of_coordinates(p: int, q: int, degrees: int, m: int, n: int) -> None:
    """The law of cosines, whatever the numbers."""
    left, right = (f"{k if k > 1 else ''}{name}" for k, name in ((m, "a"), (n, "b")))
    _, _, length = solve(read, f"已知|a|={p},|b|={q},a与b的夹角为{degrees}°,求|{left}+{right}|")
    a, angle = sp.Matrix([p, 0]), sp.rad(degrees)
    b = sp.Matrix([q * sp.cos(angle), q * sp.sin(angle)])
    assert sp.simplify((m * a + n * b).norm() - length) == 0
