"""Problems of solver.topics.expressions.powers: read whole, simplified by true steps, checked in another way; the rest declined."""

from __future__ import annotations

import re
from fractions import Fraction

import pytest
import sympy as sp
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.formula import parse, to_sympy
from solver.topics.expressions.powers import read
from solver.topics.expressions.powers.monomials import reduced
from tests.topics.solved import assert_solved, is_declined, solve, verdict

CASES = [
    (r"Simplify. Your answer should contain only positive exponents: $\frac{3a^{-2}b}{6b^{4}}$", r"\frac{1}{2 a^{2} b^{3}}", r"\frac{a^2}{2b^3}"),
    (r"Simplify and express with positive exponents: $\frac{t^{-\frac{2}{3}}}{t^{-2}u^{\frac{1}{2}}}$", r"\frac{t^{\frac{4}{3}}}{u^{\frac{1}{2}}}", "t"),
    (r"化简,结果只含正指数:$\frac{m^{-3}n^{2}}{n^{-1}}$", r"\frac{n^{3}}{m^{3}}", "m^3n^3"),
    ("Simplify (q**(1/2)*q**(-3/5))/(q/q**4) assuming q is positive.", r"q^{\frac{29}{10}}", "q^{3}"),
    ("Simplify ((u**(2/3))**(-6))**(1/8) assuming u is positive.", r"u^{-\frac{1}{2}}", r"\sqrt{u}"),
    ("Simplify e**3/(e**(1/2)*e) assuming e is positive.", r"e^{\frac{3}{2}}", "e^{2}"),
    (r"Simplify $\frac{6x^{3}y^{-2}}{2x^{1/2}}$, where x > 0 and y > 0", r"\frac{3 x^{\frac{5}{2}}}{y^{2}}", "3x"),
    ("Simplify k**0/k assuming k is positive", "k^{-1}", "k"),
    (r"化简 $\sqrt[4]{a^{3}}\cdot a^{-\frac{1}{2}}$ (a>0)", r"a^{\frac{1}{4}}", "a"),
    (r"若m,n均为正数,化简$\frac{m^{3}n}{\sqrt{mn}}$", r"m^{\frac{5}{2}} n^{\frac{1}{2}}", "m^2 n"),
    (r"计算：$(y^4)^2\cdot y^{-3}$", "y^{5}", "y^{3}"),
    (r"化简 $(x^{4})^{3}\div x^{5}$", "x^{7}", "x^{8}"),
    ("Simplify $(9a^4b^{-2})^{1/2}$, where a and b are positive. Use only positive exponents.", r"\frac{3 a^{2}}{b}", "3a^2b"),
]  # fmt: skip
DECLINED = [
    "Simplify sqrt(x^2)",
    "Simplify sqrt(x^2) assuming x is negative",
    "Simplify x**(1/2)*y**(1/2) assuming x is positive",
    "Simplify x + x assuming x is positive",
    "Simplify x**n*x assuming x is positive",
    "Simplify (2*x)**(1/2) assuming x is positive",
    "Simplify x**2*x assuming y is positive",
    "Simplify x**2*x and y**3*y assuming x and y are positive",
    "化简 x^{2}+x^{3} (x>0)",
]


@pytest.mark.parametrize(("problem", "expected", "wrong"), CASES)
def test_solved_and_checked(problem: str, expected: str, wrong: str) -> None:
    task = assert_solved(read, problem, expected, wrong)
    assert verdict(task, "7 z") is False


@pytest.mark.parametrize("problem", DECLINED)
def test_declined(problem: str) -> None:
    assert is_declined(read, problem)


def test_a_result_may_be_spelt_otherwise() -> None:
    task, _, _ = solve(read, "Simplify v**(1/3)/v assuming v is positive")
    for spelling in (r"\frac{1}{v^{2/3}}", r"\frac{1}{\sqrt[3]{v^2}}", "v^{-2/3}"):
        assert verdict(task, spelling) is True


exponents = st.builds(Fraction, st.integers(-9, 9), st.integers(1, 6))


@st.composite
def expressions(draw: st.DrawFn, depth: int = 3) -> str:
    if depth == 0:
        exponent = draw(exponents)
        return draw(st.sampled_from(["p", f"p**({exponent})"]))
    kind = draw(st.sampled_from("*/^"))
    left = draw(expressions(depth=depth - 1))
    if kind == "^":
        return f"({left})**({draw(exponents)})"
    return f"({left}){kind}({draw(expressions(depth=depth - 1))})"


@settings(max_examples=40, deadline=None)
@given(expressions())
def test_every_step_is_true(source: str) -> None:
    reduction = reduced(parse(source))
    assert reduction is not None
    p = sp.Symbol("p", positive=True)
    for step in reduction.steps:
        sides = [to_sympy(parse(side), {"p": p}) for side in (step.before, *step.after.split("="))]
        assert all(sp.powsimp(sides[0] / side) == 1 for side in sides)
    exponent = dict(reduction.result.exponents).get("p", Fraction(0))
    expected = to_sympy(parse(source), {"p": p})
    assert expected == p ** sp.Rational(exponent.numerator, exponent.denominator)


@settings(max_examples=15, deadline=None)
@given(exponents, exponents)
def test_exponents_are_added(a: Fraction, b: Fraction) -> None:
    task, answer, value = solve(read, f"Simplify h**({a})*h**({b}) assuming h is positive.")
    h = sp.Symbol("h")
    assert value == h ** sp.Rational(str(a + b))
    assert verdict(task, answer) is True
    assert not re.search(r"\d\.\d", answer)
