"""Degrees as radians and back, in both languages."""

from __future__ import annotations

import pytest
import sympy as sp
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.topics.numbers.angle_measures import read
from tests.topics.solved import is_declined, solve, solves

CASES = [
    ("Convert 150 degrees to radians.", r"\frac{5 \pi}{6}", r"\frac{17\pi}{6}"),
    (r"Convert $\frac{3\pi}{4}$ radians to degrees.", r"135^\circ", r"-135^\circ"),
    ("Convert 3π/4 to degrees.", "135", "45"),
    ("Express 2 radians in degrees.", r"\left(\frac{360}{\pi}\right)^\circ", "360"),
    ("Write 22.5° in radians", r"\frac{\pi}{8}", r"\frac{\pi}{4}"),
    ("把-60°化成弧度。", r"-\frac{\pi}{3}", r"\frac{\pi}{3}"),
    ("225°等于多少弧度？", r"\frac{5\pi}{4}", r"\frac{\pi}{4}"),
    ("将$\\frac{7\\pi}{12}$化成度", "105", "75"),
]
DECLINED = [
    "Convert 3 to degrees",
    "Convert 30 degrees Celsius to radians",
    "Convert 150° to degrees and minutes",
    "把150°化为弧度并求它的正弦",
    "Find sin 150° in radians",
]


@pytest.mark.parametrize(("problem", "right", "wrong"), CASES)
def test_solved_and_checked(problem: str, right: str, wrong: str) -> None:
    solves(read, problem, right, wrong)


@pytest.mark.parametrize("problem", DECLINED)
def test_declined(problem: str) -> None:
    assert is_declined(read, problem)


@settings(max_examples=20, deadline=None)
@given(st.integers(-720, 720))
def test_there_and_back(degrees: int) -> None:
    _, _, radians = solve(read, f"Convert {degrees}° to radians.")
    assert sp.simplify(radians - sp.pi * degrees / 180) == 0
    if degrees % 180 == 0 or degrees < 0:
        return
    shown = f"{radians.p if radians.is_Rational else sp.latex(radians)}"
    _, _, back = solve(read, f"Convert ${shown}$ radians to degrees.")
    assert back == degrees
