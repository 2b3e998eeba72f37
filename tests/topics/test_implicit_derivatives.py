"""Problems of solver.topics.calculus.implicit_derivatives: solved exactly, checked along the curve; the rest declined."""

from __future__ import annotations

import pytest
import sympy as sp
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from solver.topics.calculus.implicit_derivatives import read
from tests.topics.solved import is_declined, solve, verdict

CASES = [
    ("Find dy/dx if x^2 + y^2 = 49.", r"- \frac{x}{y}", r"\frac{x}{y}"),
    (r"Use implicit differentiation to find $\frac{dy}{dx}$ for $x^2 y + 3y = 5x$.", r"- \frac{2 x y - 5}{x^{2} + 3}", r"\frac{5}{x^2+3}"),
    ("Find y' if sin y + x^2 = 1.", r"- \frac{2 x}{\cos{\left(y \right)}}", r"-2x\cos y"),
    ("Find the slope of the tangent line to the curve x^2 - xy + y^2 = 7 at the point (1, 3).", r"\frac{1}{5}", r"-\frac15"),
    ("Find the equation of the tangent line to x^2 + xy = 10 at (2, 3).", r"y=10 - \frac{7 x}{2}", r"y=\frac{7x}{2}-4"),
    ("Find the equation of the normal to the curve x^2 + 3y^2 = 13 at the point (1, 2).", "y=6 x - 4", "y=-6x+8"),
    ("Find the value of dy/dx at (2, 1) given that x^3 - 4y^2 = 2xy.", r"\frac{5}{6}", "1"),
    ("设y=y(x)由方程xy+e^y=e^2确定,求dy/dx", r"- \frac{y}{x + e^{y}}", r"\frac{y}{x + e^{y}}"),
    (r"设函数y=y(x)由方程x^2+y^3+4y=5确定,求$\left.\frac{dy}{dx}\right|_{x=0}$", "0", "1"),
    ("设函数y=y(x)由方程e^y+2xy=e确定,求y'(0)", r"- \frac{2}{e}", r"\frac{2}{e}"),
    ("求曲线x^2+xy+y^2=13在点(1,3)处的切线方程", r"y=\frac{26}{7} - \frac{5 x}{7}", "y=3x"),
    ("求由方程$y^3-3y+2x=0$所确定的隐函数的导数", r"- \frac{2}{3 \left(y - 1\right) \left(y + 1\right)}", r"\frac{2}{y^2}"),
]  # fmt: skip
DECLINED = [
    "Find dy/dx if y = x^2 + 3x.",
    "Find d^2y/dx^2 if x^2 + y^2 = 4.",
    "Find dx/dy if x^2 + y^3 = 4.",
    "Find dy/dx if x^2 + a y^2 = 4.",
    "Find dy/dx if x^2 + y^2 = -4.",
    "Find the slope of the tangent line to x^2 + y^2 = 25 at (1, 2).",
    "Find the slope of the tangent line to x^2 + y^2 = 25 at (5, 0).",
    "Find the tangent line to x^2 + y^2 = 25.",
    "Find where the tangent to x^2 + xy + y^2 = 3 is horizontal.",
    "求曲线x^2+y^2=25在x=3处的切线方程",
    "设函数y=y(x)由方程x^2+y^2=1确定,求二阶导数",
]


@pytest.mark.parametrize(("problem", "answer", "wrong"), CASES)
def test_solved_and_proved(problem: str, answer: str, wrong: str) -> None:
    task, found, _ = solve(read, problem)
    assert found == answer
    assert verdict(task, found) is True
    assert verdict(task, wrong) is False


@pytest.mark.parametrize("problem", DECLINED)
def test_what_is_near_and_different_is_declined(problem: str) -> None:
    assert is_declined(read, problem)


@settings(max_examples=15, deadline=None)
@given(st.integers(-4, 4), st.integers(-4, 4), st.integers(1, 4), st.integers(1, 4), st.booleans())
def test_a_tangent_of_a_conic_touches_it_once(a: int, b: int, p: int, q: int, chinese: bool) -> None:
    assume(a and b)
    curve = f"{p}x^2+{q}y^2={p * a * a + q * b * b}"
    task, answer, line = solve(
        read,
        f"求曲线{curve}在点({a},{b})处的切线方程"
        if chinese
        else f"Find the tangent line to {curve} at ({a}, {b}).",
    )
    x = sp.Symbol("x")
    assert set(sp.roots(sp.Poly(p * x**2 + q * line**2 - p * a * a - q * b * b, x)).items()) == {(a, 2)}
    assert verdict(task, answer) is True
    assert verdict(task, f"y={sp.latex(line + x - a)}") is False
