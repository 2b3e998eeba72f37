"""Triangles whose sides a sum of squares, absolute values and roots fixes."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.topics.equations.triangle_sides import read
from tests.topics.solved import assert_solved, is_declined, solve

CASES = [
    (r"已知 $a,b,c$ 是 $\triangle ABC$ 的三边长，且 $(a-8)^2+|b-15|+\sqrt{c-17}=0$，求 $\triangle ABC$ 的面积。", "60", "30"),
    (r"The sides $a$, $b$, $c$ of a triangle satisfy $|a - 5| + \sqrt{b - 12} + (c - 13)^2 = 0$. Find the area of the triangle.", "30", "60"),
    ("a, b and c are the side lengths of a triangle and (a-7)^2+|b-7|+√(c-4)=0. What is its area?", r"6 \sqrt{5}", "14"),
    ("The two sides a and b of an isosceles triangle satisfy |a-3|+(b-5)^2=0. Find its perimeter.", r"11\text{ or }13", "11"),
    (r"等腰三角形的两边长 $a$、$b$ 满足 $|a-3|+\sqrt{b-8}=0$，求这个三角形的周长。", "19", "14"),
    ("已知a、b、c是△ABC的三边长，且满足(a-5)²+|b-5|+√(c-6)=0，判断△ABC的形状。", r"\text{等腰三角形}", r"\text{等边三角形}"),
    ("若a,b,c为三角形的三边，且满足 $a^2+b^2+c^2-12a-16b-20c+200=0$，则该三角形的面积是多少？", "24", "48"),
    ("The sides of triangle ABC are a, b, c, satisfying (a-2)^2+(b-2)^2+|c-2|=0. What kind of triangle is ABC?", r"\text{equilateral}", r"\text{right}"),
]  # fmt: skip
DECLINED = [
    "The sides a, b, c of a triangle satisfy |a - 1| + |b - 2| + |c - 9| = 0. Find its perimeter.",  # there is none
    "The two sides a and b of a triangle satisfy |a-3|+(b-5)^2=0. Find its perimeter.",  # the third is not known
    "The sides a, b, c of a triangle satisfy |a - 3| + |b - 4| + |c - 5| = 0. Find its largest angle.",
    "等腰三角形的两边长a、b满足|a-3|+√(b-5)=0，求底边上的高",
]


@pytest.mark.parametrize(("problem", "expected", "wrong"), CASES)
def test_solved_and_checked(problem: str, expected: str, wrong: str) -> None:
    assert_solved(read, problem, expected, wrong)


@pytest.mark.parametrize("problem", DECLINED)
def test_declined(problem: str) -> None:
    assert is_declined(read, problem)


@settings(max_examples=15, deadline=None)
@given(st.integers(1, 40), st.integers(1, 40))
def test_an_isosceles_triangle_has_each_perimeter_that_is_possible(a: int, b: int) -> None:
    _, _, value = solve(
        read,
        f"The two sides a and b of an isosceles triangle satisfy (a-{a})^2+|b-{b}|=0. Find its perimeter.",
    )
    found = set(value) if isinstance(value, list) else {value}
    assert found == {sum(t) for t in ((a, a, b), (a, b, b)) if sum(t) > 2 * max(t)}
