"""The law of sines, and one angle of which one function is known."""

from __future__ import annotations

import pytest
import sympy as sp
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.topics.geometry.triangles import read
from tests.topics.solved import is_declined, solve, verdict

CASES = [
    ("在△ABC中，B=45°，C=60°，c=√6，求b", "2"),
    ("在△ABC中，A=30°，a=2，求外接圆的半径", "2"),
    ("In triangle ABC, A = 45°, B = 60° and a = 2. Find b.", r"\sqrt{6}"),
    ("In triangle ABC, A = 60°, a = 3 and b = √6. Find B.", r"45^{\circ}"),
    ("In triangle ABC, A = 30°, a = 5, b = 8. Find sin B.", r"\frac{4}{5}"),
    ("在△ABC中，AB=3，BC=4，∠A=30°，求sinC", r"\frac{3}{8}"),
    ("已知A是三角形的内角，且cosA=-1/2，求sin(A+30°)", r"\frac{1}{2}"),
    ("If cos A = -1/2 and A is an angle of a triangle, find sin A.", r"\frac{\sqrt{3}}{2}"),
    ("若α是第二象限角，sinα=3/5，求cosα", r"- \frac{4}{5}"),
    ("If sin θ = 3/5 and θ is in the second quadrant, find tan θ.", r"- \frac{3}{4}"),
    ("已知tanα=-2，α为第四象限角，求sin(α+π/4)", r"- \frac{\sqrt{10}}{10}"),
]
DECLINED = [
    "在△ABC中，A=30°，a=1，b=√3，B<90°，求B",  # a condition that picks one of two triangles
    "In triangle ABC, A = 30°, a = 5, b = 12. Find sin B.",  # no triangle
    "在△ABC中，sinA=1/2，求cosA",  # two angles
    "已知α是第二象限角，cosα=4/5，求sinα",  # no such angle
    "If sin θ = 3/5 and θ is not in the second quadrant, find tan θ.",
]


@pytest.mark.parametrize(("problem", "expected"), CASES)
def test_solved_and_proved(problem: str, expected: str) -> None:
    task, answer, _ = solve(read, problem)
    assert answer == expected
    assert verdict(task, answer) is True


@pytest.mark.parametrize("problem", DECLINED)
def test_declined(problem: str) -> None:
    assert is_declined(read, problem)


@settings(max_examples=12, deadline=None)
@given(st.sampled_from([(3, 4, 5), (5, 12, 13), (8, 15, 17)]), st.sampled_from([1, 2, 3, 4]))
def test_cosine_of_an_angle_in_a_quadrant(sides: tuple[int, int, int], place: int) -> None:
    a, b, c = sides
    sign = 1 if place in (1, 2) else -1
    quadrant = "一二三四"[place - 1]
    task, answer, value = solve(read, f"已知α是第{quadrant}象限角，sinα={sign * a}/{c}，求cosα")
    assert value == sp.Rational(b if place in (1, 4) else -b, c)
    assert verdict(task, answer) is True
