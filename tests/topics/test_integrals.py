"""Problems of solver.topics.calculus.integrals.topic: read whole, solved exactly, checked in another way; the rest declined."""

from __future__ import annotations

import pytest
import sympy as sp
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.topics.calculus.integrals.rules import antiderivative
from solver.topics.calculus.integrals.topic import read
from tests.topics.solved import is_declined, reading, solve, verdict

x = sp.Symbol("x")

CASES = [
    (r"Compute $\int_{0}^{3} \frac{x}{\sqrt{x+1}}\,dx$ (try u = x + 1).", "8/3", "4/3"),
    ("Evaluate ∫_0^1 x e^x dx (use integration by parts)", "1", "0"),
    ("∫(从0到ln2) (e^x+e^{-x})dx=", "3/2", "1/2"),
    (
        "By means of the substitution u = x^2 + 3, find the integral of x/(x^2 + 3) from x = 0 to x = 3.",
        "log(4)/2",
        "log(4)",
    ),
    (r"Evaluate $\int_{-1}^{3} |x^2 - x| \, dx$.", "17/3", "16/3"),
    (r"求定积分 $\int_{0}^{5} (|x-1|+|x-4|)dx$", "17", "15"),
    (r"\int_{2}^{-2} |x| dx", "-4", "4"),
    ("integral of |cos x| from 0 to pi", "2", "0"),
    (
        "Find the exact value of the integral of x/(x^2 + 1) with respect to x, taken from 0 to 2.",
        "ln(5)/2",
        "1",
    ),
    ("∫ x(x² + 1)³ dx between the limits x = 0 and x = 1 equals what?", "15/8", "2"),
    (r"$\int_{0}^{\pi^2} \cos(\sqrt{x}) dx $", "-4", "4"),
    (r"\int_1^3 (2x+1) dx", "10", "11"),
    (r"Evaluate the integral $\int_0^1 x e^x\,dx$.", "1", "e"),
    ("Compute the integral of sin x from 0 to pi", "2", "-2"),
    ("What is the integral of x^2 over the interval [0, 6]?", "72", "36"),
    ("∫_1^e 1/x dx", "1", "0"),
    (r"求定积分 $\int_0^2 (3x^2-1)dx$ 的值。", "6", "8"),
    ("计算x^3在[0,2]上的定积分", "4", "8"),
    (r"$\int_0^{\infty} e^{-2x}dx=?$", "1/2", "2"),
    (r"$\int_0^1 \frac{1}{\sqrt{x}} dx$", "2", "1"),
    (r"$\int_{-3}^{1} |x| dx$", "5", "-5"),
    (r"Evaluate $\int_0^{2\pi} \frac{1}{2+\cos x}\,dx$", "2*pi/sqrt(3)", "0"),
    (r"$\int_{-1}^{1}\frac{1}{x^2}dx$", r"\text{diverges}", "-2"),
    (r"$\int_2^\infty \frac{dx}{x}$", r"\text{diverges}", "3"),
    (r"求 $\int_0^3 \frac{1}{x-1} dx$", r"\text{发散}", r"\ln 2"),
    ("Find the area under y=x^2 from 0 to 3", "9", "27"),
    ("Find the area of the region bounded by y^2 = x and y = x^2.", "1/3", "2/3"),
    ("求由抛物线y^2=8x与x^2=8y所围成的平面图形的面积", "64/3", "32/3"),
    ("求曲线y=x^2与x轴及直线x=1,x=3所围成的图形的面积", "26/3", "9"),
    (r"求不定积分 $\int \frac{1}{x}dx$", "1/x", r"\frac{1}{x}+C"),
    ("Find the antiderivative of 6x^2 - 4", "6*x**2-4", "2x^3+4x+C"),
    (r"$\int x\cos x\,dx$", "x*cos(x)", r"x\sin x+C"),
    ("求函数f(x)=e^(2x)的原函数", "exp(2*x)", "e^{2x}+C"),
    (r"Integrate $\frac{1}{x^2+4}$ with respect to x", "1/(x**2+4)", r"\arctan x + C"),
    (r"$I=\int_0^2 \sqrt{4-x^2}\,dx$", "pi", r"2\pi"),
    # a method that is named says how, not what
    (r"Use integration by parts to compute $\int_0^1 x e^{2x}\,dx$.", "(exp(2)+1)/4", "1"),
    (r"By letting u = 1 + 8x, find \int_0^1 \sqrt{1+8x} dx", "13/6", "13/3"),
    (r"用换元积分法计算 $\int_0^1 x(x^2+1)^2 dx$", "7/6", "7/3"),
    ("令x=2sin t，求∫₀² √(4-x²) dx", "pi", "2"),
    # limits in words behind the sign
    ("∫(0到2) x^3 dx = ?", "4", "8"),
    ("计算 ∫ 从 0 到 π 的 sin x dx", "2", "0"),
    ("int from 1 to 2 of 4x dx", "6", "8"),
    ("求 x^2 在 0 到 6 上的定积分", "72", "36"),
]

DECLINED = [
    "Find the antiderivative F of x^2 with F(0)=1",
    "Find the average value of x^2 on [0,3]",
    r"Show that the integral $\int_0^1 x^2 dx$ is positive",
    r"$\int_0^a x dx$",
    r"$2\int_0^1 x dx$",
    "Find the integral of x^2 over a disc",
    "Find the area under y=x from -1 to 1",
    "Find the area of the region bounded by y^2 = x and y = x^2 - 2.",  # both halves of the first curve
    r"$\int_0^1\int_0^1 xy\,dx\,dy$",
    "Find the area of a circle with radius 3",
    r"$\int_0^1 x dx + \int_0^2 x dx$",
]


@pytest.mark.wide(rows=4)
@pytest.mark.parametrize(("problem", "expected", "wrong"), CASES)
def test_solved_and_checked(problem: str, expected: str, wrong: str) -> None:
    task, answer, value = solve(read, problem)
    if expected in (r"\text{diverges}", r"\text{发散}"):
        assert answer == expected
    elif "C" in answer:
        assert sp.simplify(sp.diff(value, x) - sp.sympify(expected)) == 0
    else:
        assert sp.simplify(value - sp.sympify(expected)) == 0
    assert verdict(task, answer) is True
    assert verdict(task, wrong) is False


@pytest.mark.parametrize("problem", DECLINED)
def test_declined(problem: str) -> None:
    assert is_declined(read, problem)


def test_an_answer_that_is_no_mathematics_cannot_be_checked() -> None:
    task, _, _ = solve(read, CASES[0][0])
    assert task.check("I do not know") is None


def test_the_factor_outside_belongs_to_the_integral_below_it() -> None:
    """sympy keeps the whole integrand below a factor; the law found ∫x/(x²+1) = 1/2 ∫x/(x²+1)."""
    task, _, _ = solve(read, r"$\int_0^1 \frac{x}{x^2+3} dx$")
    assert r"\frac{1}{2} \int \frac{2 x}{x^{2} + 3}" in task.solution().steps[0]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(-9, 9), min_size=1, max_size=4), st.integers(-4, 4), st.integers(1, 5))
def test_the_integral_of_a_polynomial_is_the_difference_of_its_powers(
    coefficients: list[int], low: int, length: int
) -> None:
    f = sum((c * x**k for k, c in enumerate(coefficients)), sp.S.One)
    high = low + length
    _, _, value = solve(read, rf"$\int_{{{low}}}^{{{high}}} \left({sp.latex(f)}\right) dx$")
    powers = [(sp.Rational(c + (k == 0)), k) for k, c in enumerate(coefficients)]
    assert value == sum(
        c * (sp.Integer(high) ** (k + 1) - sp.Integer(low) ** (k + 1)) / (k + 1) for c, k in powers
    )


@pytest.mark.parametrize(
    "f", [x * sp.exp(x), sp.tan(x), sp.sin(x) ** 2, 1 / (x**2 - 1), sp.log(x), 1 / (x**2 + 2 * x + 5)]
)
def test_what_the_steps_lead_to_is_an_antiderivative(f: sp.Expr) -> None:
    found = antiderivative(f, x, "en")
    assert found is not None
    real = sp.Symbol("x", real=True)
    gap = sp.diff(found[1].subs(x, real), real) - f.subs(x, real)
    assert abs(gap.subs(real, sp.Rational(3, 7)).evalf()) < 1e-12


def test_no_antiderivative_is_not_an_answer() -> None:
    task = reading(read, r"$\int x^x dx$")
    assert task is not None
    assert task.conclude(sp.Integral(x**x, x)) is None


@pytest.mark.parametrize(
    "problem", [r"$\int_1^\infty \frac{1}{x^2} dx$", r"$\int_0^1 x dx$", r"$\int_0^1 \ln x\,dx$"]
)
def test_a_convergent_integral_does_not_diverge(problem: str) -> None:
    task, _, _ = solve(read, problem)
    assert verdict(task, r"\text{diverges}") is False
