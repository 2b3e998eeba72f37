"""Plots that are asked for alone: sequences, regions, conics (solver.topics: sequence_graphs, regions, conic_graphs)."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.topics.base import Reader
from solver.topics.discrete.sequence_graphs import read as sequence
from solver.topics.functions.regions import read as region
from solver.topics.geometry.conic_graphs import read as conic
from tests.topics.solved import is_declined, reading, solve, verdict

CASES: list[tuple[Reader, str, str, str]] = [
    (sequence, "Plot the first 4 terms of a_n = n/(n+3).", r"\frac14,\ \frac25,\ \frac12,\ \frac47", r"\frac14,\ \frac25,\ \frac12"),
    (sequence, "Graph the first five terms of the sequence a_n = 2n - 7.", "-5, -3, -1, 1, 3", "-5, -3, -1, 1, 2"),
    (sequence, "画出数列a_n=n^2的前4项的图像", "1, 4, 9, 16", "1, 4, 9, 25"),
    (region, "Graph the region x + y < 5.", "y<5-x", r"y\le 5-x"),
    (region, "Graph the inequality y >= 2x - 3.", r"2x-y\le 3", r"y\le 2x-3"),
    (region, "Sketch the region defined by x >= 0, y >= 0 and x + y <= 7.", "(0,0), (7,0), (0,7)", "(0,0), (7,0)"),
    (region, "画出不等式组x+y<=6,y>=x,x>=0表示的平面区域", "(0,0), (0,6), (3,3)", "(0,0), (0,6), (6,0)"),
    (region, "画出不等式2x-y+3>0表示的平面区域", "y<2x+3", "y>2x+3"),
    (conic, "Plot x^2/16 + y^2/7 = 1.", r"(0,0), (-4,0), (4,0), (-3,0), (3,0)", r"(0,0), (-4,0), (4,0), (-2,0), (2,0)"),
    (conic, "Sketch the parabola y^2 = 4x.", r"(0,0),\ (1,0),\ x=-1", r"(0,0),\ (2,0),\ x=-2"),
    (conic, "Graph the hyperbola x^2/9 - y^2/16 = 1.", r"(0,0), (-3,0), (3,0), (-5,0), (5,0), y=\frac43 x, y=-\frac43 x", r"(0,0), (-3,0), (3,0), (-5,0), (5,0), y=\frac34 x, y=-\frac34 x"),
    (conic, "画出圆(x+1)^2+(y-3)^2=4", "(-1,3), 2", "(-1,3), 4"),
    (conic, "画出抛物线x^2=16y的草图", r"(0,0),\ (0,4),\ y=-4", r"(0,0),\ (4,0),\ x=-4"),
]  # fmt: skip
DECLINED: list[tuple[Reader, str]] = [
    (sequence, "Plot the first 5 terms of a_{n+1} = 2a_n."),
    (sequence, "Plot the first 500 terms of a_n = n."),
    (sequence, "Plot y = n/(n+1)."),
    (sequence, "Find the first 5 terms of a_n = n^2."),
    (sequence, "画出数列a_n=n的前n项和的图像"),
    (region, "Graph the region y > x^2."),
    (region, "Graph the inequality x > 3."),
    (region, "Graph the region x + y < 1, x + y > 3."),
    (region, "Find the area of the region x + y <= 4, x >= 0, y >= 0."),
    (region, "画出不等式组x+y<=a,x>=0表示的平面区域"),
    (conic, "Sketch the ellipse x^2/9 - y^2/4 = 1."),
    (conic, "Plot xy = 1."),
    (conic, "Plot x^2 + y^2 = -1."),
    (conic, "Plot x^2 + y^2 = 4 and y = x."),
    (conic, "Plot y = x^2."),
    (conic, "Plot the tangent of x^2 + y^2 = 4."),
]


@pytest.mark.parametrize(("reader", "problem", "expected", "wrong"), CASES)
def test_solved_drawn_and_checked(reader: Reader, problem: str, expected: str, wrong: str) -> None:
    task, answer, _ = solve(reader, problem)
    assert verdict(task, answer) is True
    assert verdict(task, expected) is True
    assert task.check(wrong) is None or verdict(task, wrong) is False
    plot = task.solution().plot
    assert plot is not None
    compile(plot, "plot", "exec")


@pytest.mark.parametrize(("reader", "problem"), DECLINED)
def test_declined(reader: Reader, problem: str) -> None:
    assert is_declined(reader, problem)


@settings(max_examples=15, deadline=None)
@given(st.integers(1, 9), st.integers(1, 9), st.integers(2, 12), st.booleans())
def test_the_corners_of_a_triangle(p: int, q: int, r: int, strict: bool) -> None:
    sign = "<" if strict else "<="
    task, answer, value = solve(region, f"Graph the region {p}x + {q}y {sign} {r * p * q}, x >= 0, y >= 0.")
    assert {tuple(map(int, point)) for point in value} == {(0, 0), (r * q, 0), (0, r * p)}
    assert verdict(task, answer) is True
    assert ('"--"' in task.solution().plot or "'--'" in task.solution().plot) == strict


@settings(max_examples=10, deadline=None)
@given(st.integers(-12, 12).filter(bool), st.booleans())
def test_the_focus_of_a_parabola(m: int, level: bool) -> None:
    equation = f"y^2 = {4 * m}x" if level else f"x^2 = {4 * m}y"
    task, answer, _ = solve(conic, f"Plot {equation}.")
    assert (f"({m}, 0)" if level else f"(0, {m})") in answer
    assert verdict(task, answer) is True


def test_a_second_reading_is_the_same() -> None:
    assert reading(conic, "Plot y^2 = 4x.") == reading(conic, "Plot y^2 = 4x.")
