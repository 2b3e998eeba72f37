"""Points in polar, cylindrical, spherical and rectangular coordinates."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.topics.geometry.coordinate_systems import read
from tests.topics.solved import assert_solved, is_declined, solve, verdict

CASES = [
    ('Convert the point $\\left( 6, \\frac{\\pi}{3} \\right)$ in polar coordinates to rectangular coordinates.', '(3, 3 \\sqrt{3})', '(3 \\sqrt{3}, 3)'),
    ('Convert the point $(-2,2)$ in rectangular coordinates to polar coordinates. Enter your answer in the form $(r,\\theta),$ where $r > 0$ and $0 \\le \\theta < 2 \\pi.$', '(2 \\sqrt{2}, \\frac{3 \\pi}{4})', '(2 \\sqrt{2}, \\frac{\\pi}{4})'),
    ('Convert the point $(r,\\theta,z) = \\left( 4, \\frac{\\pi}{2}, -1 \\right)$ in cylindrical coordinates to rectangular coordinates.', '(0, 4, -1)', '(4, 0, -1)'),
    ('Convert the point $(3,-3,5)$ in rectangular coordinates to cylindrical coordinates. Enter your answer in the form $(r,\\theta,z),$ where $r > 0$ and $0 \\le \\theta < 2 \\pi.$', '(3 \\sqrt{2}, \\frac{7 \\pi}{4}, 5)', '(3 \\sqrt{2}, \\frac{\\pi}{4}, 5)'),
    ('Convert the point $(\\rho,\\theta,\\phi) = \\left( 4, \\frac{\\pi}{6}, \\frac{\\pi}{2} \\right)$ in spherical coordinates to rectangular coordinates.', '(2 \\sqrt{3}, 2, 0)', '(2, 2 \\sqrt{3}, 0)'),
    ('Convert the point $(0,2,2)$ in rectangular coordinates to spherical coordinates. Enter your answer in the form $(\\rho,\\theta,\\phi),$ where $\\rho > 0,$ $0 \\le \\theta < 2 \\pi,$ and $0 \\le \\phi \\le \\pi.$', '(2 \\sqrt{2}, \\frac{\\pi}{2}, \\frac{\\pi}{4})', '(2, \\frac{\\pi}{2}, \\frac{\\pi}{4})'),
    ('把极坐标(4,π/6)化为直角坐标。', '(2 \\sqrt{3}, 2)', '(2, 2 \\sqrt{3})'),
    ('将直角坐标(0,-3)化为极坐标', '(3, \\frac{3 \\pi}{2})', '(3, \\frac{\\pi}{2})'),
    ('点A的极坐标为(2,3π/4),求它的直角坐标', '(- \\sqrt{2}, \\sqrt{2})', '(\\sqrt{2}, \\sqrt{2})'),
]  # fmt: skip
DECLINED = [
    "Convert the point $(2,1)$ in rectangular coordinates to polar coordinates.",
    "Convert the point $(4, \\frac{\\pi}{6}, \\frac{\\pi}{2})$ in spherical coordinates to rectangular coordinates.",
    "Convert the equation $r = 2\\cos\\theta$ in polar coordinates to rectangular coordinates.",
    "Convert the point $(-2,2)$ in rectangular coordinates to polar coordinates. Enter your answer in the form $(r,\\theta),$ where $r < 0$ and $0 \\le \\theta < 2 \\pi.$",
    "Convert the point $(0,0)$ in rectangular coordinates to polar coordinates.",
    "把极坐标方程r=2cosθ化为直角坐标方程",
]


@pytest.mark.parametrize(("problem", "expected", "wrong"), CASES)
def test_solved_and_checked(problem: str, expected: str, wrong: str) -> None:
    assert_solved(read, problem, expected, wrong)


@pytest.mark.parametrize("problem", DECLINED)
def test_declined(problem: str) -> None:
    assert is_declined(read, problem)


@settings(max_examples=20, deadline=None)
@given(st.integers(1, 9), st.integers(0, 11))
def test_there_and_back(r: int, k: int) -> None:
    _, there, _ = solve(
        read, f"Convert the point $({r}, {k} \\pi / 6)$ in polar coordinates to rectangular coordinates."
    )
    task, back, _ = solve(
        read, f"Convert the point ${there}$ in rectangular coordinates to polar coordinates."
    )
    assert verdict(task, f"({r}, {k}*\\pi/6)") is True
    assert verdict(task, f"({r + 1}, {k}*\\pi/6)") is False
    assert verdict(task, back) is True
