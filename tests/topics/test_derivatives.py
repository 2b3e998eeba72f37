"""Problems of solver.topics.calculus.derivatives.topic: read whole, solved exactly, checked in another way; the rest declined."""

from __future__ import annotations

import pytest
import sympy as sp
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.topics.calculus import derivatives
from solver.topics.calculus.derivatives.rules import Rules
from solver.topics.calculus.derivatives.topic import read
from tests.topics.solved import is_declined, solve, solves, verdict

x = sp.Symbol("x")

CASES = [
    ("Find the derivative of x^2 sin x", "2*x*sin(x)+x**2*cos(x)", r"2x\cos x"),
    (r"求函数 $y=\ln(\sin x)$ 的导数", "cos(x)/sin(x)", r"\frac{1}{\sin x}"),
    ("Let f(x)=x^3-2x. Find f'(3).", "25", "27"),
    (r"$\frac{d}{dx}\left(\frac{x}{x^2+1}\right)$", "(1-x**2)/(x**2+1)**2", r"\frac{1}{2x}"),
    ("Find dy/dx if y = e^{2x}", "2*exp(2*x)", "e^{2x}"),
    ("Find the second derivative of x^4", "12*x**2", "4x^3"),
    ("f(x)=x^x, find f'(x)", "x**x*(log(x)+1)", "x x^{x-1}"),
    ("Find the equation of the tangent line to y=x^2 at x=1", "2*x-1", "y=2x+1"),
    ("求曲线y=x^3在点(1,1)处的切线方程", "3*x-2", "y=3x-1"),
    ("Find the normal to y=x^2 at (1,1)", "3/2-x/2", "y=2x-1"),
    ("已知函数f(x)=x^2+2x,求f'(1)", "4", "3"),
    ("d/dx (x^2+5x)", "2*x+5", "2x"),
    ("求y=2x^3的二阶导数", "12*x", "6x^2"),
    ("Find the derivative of sqrt(x^2+1) at x = 2", "2/sqrt(5)", "2"),
    (r"$y=\frac{\sin x}{x}$,求$y'$", "cos(x)/x-sin(x)/x**2", r"\cos x"),
    ("Find the slope of the tangent to y = x^3 at x=2", "12", "8"),
    ("求函数y=x^2在x=3处的导数", "6", "9"),
    ("Differentiate $k t^2$ with respect to t", "2*k*t", "k t"),
    ("求 (2x+1)^5 的导数", "10*(2*x+1)**4", "5(2x+1)^4"),
    ("What is the second derivative of 3*b**2*k**4 - 5*b*k + 2*b**2 wrt k?", "36*b**2*k**2", "12*b**2*k**3"),
    ("Find the first derivative of 8*h*p**2 - h + 41 w.r.t. h", "8*p**2 - 1", "16*h*p"),
    ("Differentiate -4*d**3 - 7 - q - 2*d**3 with respect to d", "-18*d**2", "-18*d**2 - 1"),
    ("Find the third derivative of 6*r**2*v - v wrt r.", "0", "12*v"),
    ("Find the fourth derivative of 2*m**5 - m**2", "240*m", "120*m"),
    ("Find the 5th derivative of x^6", "720*x", "720"),
    ("Differentiate h**2*f - 3*f twice with respect to h", "2*f", "2*h*f"),
    ("Find the partial derivative of x^2 y with respect to x", "2*x*y", "x^2"),
    (r"Find $\frac{\partial z}{\partial y}$ where $z = x^2y^3 + x$", "3*x**2*y**2", "2xy^3+1"),
    ("求 f(x,y)=x^3y-y^2 对 y 的偏导数", "x**3-2*y", "3x^2y"),
    ("求函数 z=x^3y 对 x 的二阶偏导数", "6*x*y", "3x^2y"),
    ("对t求导：4t^2-bt+1", "8*t-b", "8t"),
]

DECLINED = [
    "Find the mixed partial derivative of x^2 y with respect to x and y",
    "Find the partial derivative of x^2 y with respect to x and y",
    "Differentiate x^2 y with respect to x and then with respect to y",
    "Find where the derivative of x^2 is zero",
    "For which x is the slope of y=x^2 equal to 4?",
    "Find (x^2)'",
    "Find the derivative of x^2 + y^2 = 1",
    "Find the derivative of the inverse of x^3",
    "Find the tangent line to y=x^2 through the point (1,0)",
    "Find f'(3)",
    "If f(x)=x^3, find f'(a).",
    "If f(x)=ax^3, find f'(a).",
    "Find the tangent to y=x^2 that is parallel to y=x",
]


@pytest.mark.parametrize(("problem", "expected", "wrong"), CASES)
def test_solved_and_checked(problem: str, expected: str, wrong: str) -> None:
    task, answer, value = solve(read, problem)
    assert sp.simplify(sp.sympify(value) - sp.sympify(expected)) == 0
    assert verdict(task, answer) is True
    assert verdict(task, wrong) is False


@pytest.mark.parametrize("problem", DECLINED)
def test_declined(problem: str) -> None:
    assert is_declined(read, problem)


def test_an_answer_that_is_no_mathematics_cannot_be_checked() -> None:
    task, _, _ = solve(read, CASES[0][0])
    assert task.check("I do not know") is None


pieces = st.sampled_from([x, x**2, sp.sin(x), sp.exp(x), sp.cos(2 * x), sp.log(x**2 + 1), sp.sqrt(x**2 + 3)])


@settings(max_examples=20, deadline=None)
@given(pieces, pieces, st.sampled_from("+*/"))
def test_the_derivative_that_is_told_is_numerically_the_slope(p: sp.Expr, q: sp.Expr, sign: str) -> None:
    f = {"+": p + q, "*": p * q, "/": p / (q**2 + 7)}[sign]
    task, answer, value = solve(read, rf"Find the derivative of ${sp.latex(f, ln_notation=True)}$")
    h = sp.Rational(1, 10**9)
    point = sp.Rational(5, 7)
    slope = (f.subs(x, point + h) - f.subs(x, point - h)).evalf(40) / (2 * h)
    assert abs(slope - sp.sympify(value).subs(x, point).evalf(40)) < 1e-12
    assert verdict(task, answer) is True


def test_the_product_rule_names_its_parts() -> None:
    rules = Rules(x, "en")
    rules.tell(x**2 * sp.sin(x))
    assert "Product rule" in rules.steps[-1] and r"p'=2 x" in rules.steps[-1]


def test_a_second_derivative_is_called_one() -> None:
    task, _, value = solve(read, "If f(x)=x^3, what is f''(2)?")
    assert value == 12
    assert task.conclude(value).sentence == r"The second derivative at \(x=2\) is \(12\)."


@pytest.mark.parametrize(
    ("problem", "right", "wrong"),
    [
        ("Find the partial derivatives of f(x,y) = x^2 y + sin(xy).", r"2xy+y\cos(xy);\ x^2+x\cos(xy)", r"2xy;\ x^2"),
        ("求z=x^2y+y^3的偏导数", r"2xy;\ x^2+3y^2", r"x^2+3y^2;\ 2xy"),
        ("求函数z=x^2y+y^3的偏导数∂z/∂x", "2xy", "x^2+3y^2"),
    ],
)  # fmt: skip
def test_partial_derivatives(problem: str, right: str, wrong: str) -> None:
    solves(derivatives.read, problem, right, wrong)


@pytest.mark.parametrize("problem", ["Find the partial derivatives of f(x,y,z) = xyz.", "求x^3的偏导数"])
def test_by_which_letter(problem: str) -> None:
    assert is_declined(derivatives.read, problem)
