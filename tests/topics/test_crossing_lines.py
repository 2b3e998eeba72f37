"""The angle between two lines, and the inclination of one, in both languages."""

from __future__ import annotations

import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from solver.topics.geometry.lines import read
from tests.topics.run_cell import run_cell
from tests.topics.solved import is_declined, reading, solves

CASES = [
    pytest.param(
        "Find the angle between the lines y=2x+1 and y=-x+3", r"\arctan 3", r"\arctan 2", id="no nice angle"
    ),
    pytest.param(
        "Find the acute angle between x-√3y+1=0 and y=5", r"30^{\circ}", r"60^{\circ}", id="one is level"
    ),
    pytest.param(
        "Find the acute angle between 2x+y-1=0 and x-2y+3=0", r"90^{\circ}", r"45^{\circ}", id="right"
    ),
    pytest.param("求直线y=2x+1与y=-x+3的夹角的正切值", "3", "-3", id="zh tangent"),
    pytest.param("直线x-y+1=0的倾斜角", r"45^{\circ}", r"135^{\circ}", id="zh inclination"),
    pytest.param("求直线√3x+y-2=0的倾斜角", r"\frac{2\pi}{3}", r"60^{\circ}", id="zh obtuse, in radians"),
    pytest.param("直线x=2的倾斜角", r"90^{\circ}", r"0^{\circ}", id="zh upright"),
]


@pytest.mark.parametrize(("question", "answer", "wrong"), CASES)
def test_the_angle_is_found(question: str, answer: str, wrong: str) -> None:
    solves(read, question, answer, wrong)


@pytest.mark.parametrize(
    "question",
    ["Find the angle between y=2x+1 and y=2x+5", "求直线x+y=1与x轴的夹角", "求直线y=2x的倾斜角的正切值", "Find the angle between y=2x, y=3x and y=4x", "求直线y=2x与y=x夹角的角平分线", "直线y=kx的倾斜角为45°，求k"],
)  # fmt: skip
def test_other_angles_are_declined(question: str) -> None:
    assert is_declined(read, question)


@given(st.integers(-6, 6), st.integers(-6, 6))
def test_the_angle_is_that_of_the_directions(m: int, n: int) -> None:
    assume(m != n)
    task = reading(read, f"Find the acute angle between y = {m}x + 1 and y = {n}x - 2")
    between = abs(math.atan(m) - math.atan(n))
    assert float(run_cell(task.solution().cell)) == pytest.approx(min(between, math.pi - between))
