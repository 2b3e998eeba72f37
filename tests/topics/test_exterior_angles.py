"""Problems of solver.topics.geometry.exterior_angles; impossible triangles, and what the forms do not have, declined."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.topics.geometry.exterior_angles import read
from tests.topics.solved import is_declined, solve, solves, verdict

CASES = [
    ("In triangle ABC, angle A = 52° and angle B = 61°. Find the exterior angle at C.", r"113^\circ", "67"),
    ("In triangle ABC, angle A is 52 degrees and angle B is 61 degrees. What is the exterior angle at A?", r"128^\circ", "113"),
    (r"In $\triangle ABC$, $\angle A = 40^\circ$ and $\angle C = 75^\circ$. Find the exterior angle at $B$.", r"115^\circ", "65"),
    ("The exterior angle at C of triangle ABC is 105° and angle A is 30°. Find angle B.", r"75^\circ", "45"),
    ("Two angles of a triangle are 44° and 71°. Find the exterior angle at the third vertex.", r"115^\circ", "65"),
    ("An exterior angle of a triangle is 118°. One of the remote interior angles is 50°. What is the other?", r"68^\circ", "62"),
    ("The sum of the interior angles of a polygon is twice the sum of its exterior angles. How many sides does it have?", "6", "5"),
    ("What is the sum of the exterior angles of an octagon?", r"360^\circ", "1080"),
    ("The ratio of an interior angle to an exterior angle of a regular polygon is 7:1. How many sides does it have?", "16", "14"),
    ("在△ABC中,∠A=35°,∠B=75°,求∠C的外角", r"110^\circ", "70"),
    ("三角形的一个外角是140°,与它不相邻的一个内角是60°,求另一个不相邻的内角", r"80^\circ", "40"),
    ("一个多边形的内角和是外角和的4倍，它是几边形？", "10", "8"),
    ("一个多边形的内角和比外角和大900°，求它的边数", "9", "7"),
    ("九边形的外角和是多少度？", r"360^\circ", "1260"),
]  # fmt: skip
DECLINED = [
    "In triangle ABC, angle A = 120° and angle B = 80°. Find the exterior angle at C.",
    "In triangle ABC, angle A = 52°. Find the exterior angle at C.",
    "The exterior angle at C of triangle ABC is 105° and angle A is 130°. Find angle B.",
    "Find the bisector of the exterior angle at C of triangle ABC.",
    "The sum of the interior angles of a polygon is 100° more than the sum of its exterior angles. How many sides does it have?",
    "What is the sum of the exterior angles of a cube?",
    "三角形的一个外角是140°,求另一个内角",
]


@pytest.mark.parametrize(("problem", "expected", "wrong"), CASES)
def test_solved_and_checked(problem: str, expected: str, wrong: str) -> None:
    solves(read, problem, expected, wrong)


@pytest.mark.parametrize("problem", DECLINED)
def test_declined(problem: str) -> None:
    assert is_declined(read, problem)


@settings(max_examples=20, deadline=None)
@given(st.integers(1, 170), st.integers(1, 170))
def test_the_exterior_angle_is_the_sum(a: int, b: int) -> None:
    question = f"In triangle ABC, angle A = {a}° and angle B = {b}°. Find the exterior angle at C."
    if a + b >= 180:
        assert is_declined(read, question)
        return
    task, answer, value = solve(read, question)
    assert value == a + b
    assert verdict(task, answer) is True
