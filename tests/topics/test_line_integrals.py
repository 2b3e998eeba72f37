"""Line integrals of both kinds, Green's theorem, potentials, divergence and curl, in both languages."""

from __future__ import annotations

from itertools import pairwise

import pytest
import sympy as sp
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.topics.calculus.line_integrals import read
from tests.topics.solved import is_declined, reading, solve, solves

CASES = [
    pytest.param("Evaluate ∫_C xy dx + x^2 dy, where C is the part of the parabola y = x^2 from (0,0) to (2,4).", "12", "-12", id="graph"),
    pytest.param(r"Evaluate $\int_C (x^2y^3 - \sqrt{x})\,dy$, where $C$ is the arc of the curve $y=\sqrt{x}$ from $(1,1)$ to $(4,2)$.", r"\frac{243}{8}", r"\frac{241}{8}", id="LaTeX"),
    pytest.param(r"Evaluate $\int_C \mathbf F \cdot d\mathbf r$ where $\mathbf F(x,y,z)=x\mathbf i - z\mathbf j + y\mathbf k$ and $C$ is given by $\mathbf r(t) = 2t\mathbf i+3t\mathbf j - t^2\mathbf k$, $-1 \le t \le 1$.", "-2", "2", id="in space"),
    pytest.param("Evaluate ∫_C y dx + x dy where C consists of line segments from (0,0) to (1,0) and then to (1,2).", "2", "1", id="broken"),
    pytest.param("Evaluate ∫_C (2 + x^2 y) ds, where C is the upper half of the unit circle x^2 + y^2 = 1.", r"2\pi+\frac{2}{3}", r"2\pi", id="half, first kind"),
    pytest.param("Evaluate ∫_C (x + y) ds along the curve x = 3t, y = 4t for t from 0 to 1.", r"\frac{35}{2}", r"\frac{7}{2}", id="length"),
    pytest.param("Evaluate ∮_C x^4 dx + xy dy where C is the triangle with vertices (0,0), (1,0) and (0,1), traversed counterclockwise.", r"\frac16", r"-\frac16", id="triangle"),
    pytest.param("Use Green's theorem to evaluate ∮_C y^3 dx - x^3 dy, where C is the circle of radius 2 centered at the origin, positively oriented.", r"-24\pi", r"24\pi", id="circle"),
    pytest.param("Evaluate ∮_C y^2 dx + 3xy dy, where C is the boundary of the region bounded by y = x^2 and y = x, oriented clockwise.", r"-\frac{1}{15}", r"\frac{1}{15}", id="region, clockwise"),
    pytest.param("Find the work done by the force field F(x,y) = x^2 i - xy j in moving a particle along the quarter circle r(t) = cos t i + sin t j, 0 ≤ t ≤ π/2.", r"-\frac23", r"\frac23", id="work"),
    pytest.param("Is F = (2xy, x^2) conservative? If so, find a potential function.", "x^2y+C", "2xy+C", id="potential"),
    pytest.param("Is the field F(x,y) = (y, -x) conservative?", "No", "Yes", id="no potential"),
    pytest.param("Find a function f such that F = ∇f where F = (y e^{xy}, x e^{xy}).", "e^{xy}", "xe^{xy}", id="gradient"),
    pytest.param("Find curl F where F(x,y,z) = xz i + xyz j - y^2 k.", "(-2y-xy, x, yz)", "(2y+xy, x, yz)", id="curl"),
    pytest.param(r"Find $\nabla\cdot\vec{F}$ at the point (1,2,3) for $\vec F = \langle x^2y, yz, xz^2\rangle$", "13", "12", id="divergence"),
    pytest.param("Evaluate ∫_C (x+2y)dx + x^2 dy where C is the line segment from (0,0) to (2,1) followed by the line segment from (2,1) to (3,0).", r"\frac52", "1", id="two segments"),
    pytest.param(r"计算曲线积分$\int_L (x+y)\mathrm{d}x+(x-y)\mathrm{d}y$，其中$L$为从点$(1,1)$到点$(2,3)$的直线段。", r"\frac52", r"\frac32", id="zh LaTeX"),
    pytest.param("计算曲线积分∫_L xy dx + x² dy，其中L是抛物线y=x²上从点(0,0)到点(1,1)的一段弧。", r"\frac34", r"-\frac34", id="zh graph"),
    pytest.param("计算∫_L xydx，其中L为抛物线y²=x上从点A(1,-1)到点B(1,1)的一段弧。", r"\frac45", "0", id="zh sideways"),
    pytest.param("计算∫_L √y ds，其中L是抛物线y=x²上点O(0,0)与点B(1,1)之间的一段弧。", r"\frac{5\sqrt5-1}{12}", r"\frac{5\sqrt5}{12}", id="zh length"),
    pytest.param("设L为从点A(1,0)沿上半圆x²+y²=1到点B(-1,0)的弧段，计算∫_L ydx-xdy。", r"-\pi", r"\pi", id="zh half"),
    pytest.param("设质点在力F=(y,-x)作用下沿圆周x²+y²=1从点(1,0)沿逆时针方向移动到点(0,1)，求力F所做的功。", r"-\frac{\pi}{2}", r"\frac{3\pi}{2}", id="zh arc"),
    pytest.param("计算∫_Γ x³dx+3zy²dy-x²ydz，其中Γ是从点A(3,2,1)到点B(0,0,0)的直线段AB。", r"-\frac{87}{4}", r"\frac{87}{4}", id="zh space"),
    pytest.param("计算∮_L (2x-y+4)dx+(5y+3x-6)dy，其中L为三顶点分别为(0,0)、(3,0)和(3,2)的三角形正向边界。", "12", "-12", id="zh triangle"),
    pytest.param("利用格林公式计算∮_L (x+y)dx-(x-y)dy，其中L为椭圆x²/4+y²/9=1，取逆时针方向。", r"-12\pi", r"12\pi", id="zh ellipse"),
    pytest.param("计算∮_L xds，其中L为直线y=x及抛物线y=x²所围成的区域的整个边界。", r"\frac{\sqrt2}{2}+\frac{5\sqrt5-1}{12}", r"\frac{\sqrt2}{2}", id="zh boundary"),
    pytest.param("证明∫_L (2xy-y^4+3)dx+(x^2-4xy^3)dy与路径无关，并求从(1,0)到(2,1)的积分值。", "5", "4", id="zh independent"),
    pytest.param("计算曲线积分∫_{(0,0)}^{(1,1)} (2x+y)dx+(x-2y)dy", "1", "2", id="zh ends"),
    pytest.param("求F=(2xy+z^3, x^2, 3xz^2)的势函数。", "x^2y+xz^3", "x^2y", id="zh potential"),
    pytest.param("求向量场A=(2x-3y)i+(3x-z)j+(y-2x)k的旋度。", "(2,2,6)", "(2,-2,6)", id="zh curl"),
]  # fmt: skip


@pytest.mark.wide(rows=6)
@pytest.mark.parametrize(("problem", "right", "wrong"), CASES)
def test_integrals_and_fields(problem: str, right: str, wrong: str) -> None:
    solves(read, problem, right, wrong)


@pytest.mark.parametrize("problem", [
    # the direction is not told
    "Evaluate ∮_C x dy where C is the circle x^2 + y^2 = 4.", "计算∮_L xdy，其中L为圆周x²+y²=1。", "计算∫_L xdy，其中L是上半圆x²+y²=1。",
    "Evaluate ∮_C x dy where C is the triangle with vertices (0,0), (1,0), (1,1).", "Evaluate ∫_C xy dx where C is the curve y = x^2, 0 <= x <= 1.",
    "Evaluate ∮_C x dy where C is the circle x^2 + y^2 = 4 oriented clockwise and counterclockwise.",
    # the curve is not determined, or is another one
    "计算∫_L xy dx，其中L是抛物线y=x²上从点(0,0)到点(1,2)的一段弧。", "计算∫_L xy dx，其中L是从点(0,0)到点(1,1)的曲线。", "Evaluate ∫_C xy ds where C is an arc of the circle x^2+y^2=4.",
    "Evaluate ∫_C x dy where C is the quarter circle x^2+y^2=1, counterclockwise.", "Evaluate ∫_C x dy where C is the circle x^2+y^2=4 from (2,0) to (0,2).",
    "求∫_L xy dx，L为从(0,0)到(1,1)再到(2,0)的路径。", "Evaluate ∮_C x dy where C is the rectangle with vertices (0,0), (1,0), (1,1), (0,2), counterclockwise.",
    "Evaluate ∫_C xy dx + x^2 dy where C is not the line segment from (0,0) to (1,1).", "Evaluate ∫_C x dy twice around the circle x^2+y^2=1 counterclockwise.",
    # singular fields, surfaces, other quantities
    "Use Green's theorem to evaluate ∮_C (x dy - y dx)/(x^2+y^2), where C is the unit circle, counterclockwise.", "计算∮_L (xdy-ydx)/(x²+y²)，其中L为任意一条不经过原点的正向闭曲线。",
    "Is F = (-y/(x^2+y^2), x/(x^2+y^2)) conservative?", "Evaluate ∫_C 1/x dx where C is the segment from (-1,1) to (1,1).", "计算∬_Σ z dS，其中Σ是上半球面x²+y²+z²=1。",
    "Find the flux of F = (x, y) across the circle x^2 + y^2 = 1.", "Find the mass of a wire y = x^2 from (0,0) to (1,1) with density x.", "Find the curl of F = (y, x).",
    # no potential, nothing that is asked, nothing of ours
    "Find a potential function for F = (y, -x).", "计算∫_{(0,0)}^{(1,1)} ydx-xdy", "Show that F = (2xy, x^2) is conservative.", "Evaluate ∫ x ds", "x^2 dx + y dy",
    "A force of 5 N moves a box 3 m. Find the work done.", "Find the work done in moving along the line segment from (0,0) to (1,1).", "Evaluate ∫_C e^xy dx along the segment from (0,0) to (1,1).",
])  # fmt: skip
def test_what_is_not_read_whole_is_left(problem: str) -> None:
    assert is_declined(read, problem)


NUMBERS = st.integers(-4, 4)
POINTS = st.tuples(NUMBERS, NUMBERS)
COEFFICIENTS = st.tuples(*[NUMBERS.filter(bool)] * 3)
x, y = sp.symbols("x y")


def along(problem: str) -> sp.Expr:
    *_, value = solve(read, problem)
    return sp.sympify(value)


@settings(max_examples=8, deadline=None)
@given(COEFFICIENTS, POINTS, POINTS)
def test_a_gradient_gives_the_difference_of_its_potential(
    c: tuple[int, int, int], p: tuple[int, int], q: tuple[int, int]
) -> None:
    a, b, d = c
    if p == q:
        return
    field = f"({2 * a}x + {b}y) dx + ({b}x + {2 * d}y) dy".replace("+ -", "- ")
    f = a * x**2 + b * x * y + d * y**2
    expected = f.subs({x: q[0], y: q[1]}) - f.subs({x: p[0], y: p[1]})
    assert along(f"Evaluate ∫_C {field}, where C is the line segment from {p} to {q}.") == expected
    assert along(f"Show that ∫_C {field} is independent of path and evaluate it from {p} to {q}.") == expected
    assert along(f"计算∮_L {field}，其中L为圆周x²+y²=4，取逆时针方向。") == 0


@settings(max_examples=8, deadline=None)
@given(COEFFICIENTS, st.integers(-3, 2), st.integers(1, 4))
def test_the_way_back_changes_the_sign_but_not_a_length(c: tuple[int, int, int], low: int, size: int) -> None:
    a, b, d = c
    field = f"{a}xy dx + ({b}x + {d}y) dy".replace("+ -", "- ")
    p, q = (f"({v}, {v * v})" for v in (low, low + size))
    there, back = (f"Evaluate ∫_C {field} along y = x^2 from {s} to {e}." for s, e in ((p, q), (q, p)))
    assert along(there) == -along(back)
    line, enil = (f"计算∫_L ({a}x+{b * b})ds，其中L是从点{s}到点{e}的直线段。" for s, e in (((low, 1), (low + size, 3)), ((low + size, 3), (low, 1))))  # fmt: skip
    assert sp.simplify(along(line) - along(enil)) == 0


@settings(max_examples=8, deadline=None)
@given(COEFFICIENTS, st.integers(1, 4), st.integers(1, 4))
def test_green_s_theorem_is_the_sum_of_the_sides(c: tuple[int, int, int], width: int, height: int) -> None:
    a, b, d = c
    field = f"({a}xy + {b}y) dx + {d}x^2 dy".replace("+ -", "- ")
    around = along(f"Evaluate ∮_C {field}, where C is the rectangle 0 <= x <= {width}, 0 <= y <= {height}, oriented counterclockwise.")  # fmt: skip
    corners = [(0, 0), (width, 0), (width, height), (0, height), (0, 0)]
    sides = sum(along(f"Evaluate ∫_C {field} along the line segment from {p} to {q}.") for p, q in pairwise(corners))  # fmt: skip
    assert around == sides


def test_every_step_is_shown() -> None:
    task = reading(read, "Use Green's theorem to evaluate ∮_C xy dx + 2x^2 dy, where C is the rectangle 0 <= x <= 3, 0 <= y <= 2, oriented clockwise.")  # fmt: skip
    steps = task.solution().steps  # type: ignore[union-attr]
    assert "clockwise" in steps[0] and "3 x" in steps[0]
    assert r"\int_{0}^{3}\int_{0}^{2} 3 x" in steps[2]
    assert "-27" in steps[-1]
