"""Problems of solver.topics.calculus.limits: read whole, solved exactly, checked in another way; the rest declined."""

from __future__ import annotations

import pytest
import sympy as sp
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.topics.calculus.limits import read
from tests.topics.solved import is_declined, solve, verdict

x = sp.Symbol("x")

CASES = [
    (r"\lim_{x\to 0} \frac{\sin x}{x}", "1", "0"),
    ("Find the limit of (x^2-4)/(x-2) as x approaches 2", "4", "0"),
    ("limit of sin x / x as x→0", "1", "2"),
    ("lim x->0 sin(3x)/x", "3", "1"),
    ("当x趋于0时sinx/x的极限", "1", "0"),
    (r"求极限 $\lim_{n\to\infty} \left(1+\frac1n\right)^n$", "E", "1"),
    (r"$\lim_{x\to 0}\frac{|x|}{x}$", r"\text{does not exist}", "1"),
    (r"$\lim_{x\to 0^+} \ln x$", "-oo", "0"),
    (r"$\lim_{x\to\infty}\frac{3x^2+1}{x^2-2}$", "3", r"\infty"),
    (r"$\lim_{x\to 0}\frac{1}{x^2}$", "oo", r"-\infty"),
    (r"求$\lim_{x\to 0}\frac{1}{x}$", r"\text{不存在}", r"\infty"),
    ("Compute the limit of 1/x as x approaches infinity", "0", "1"),
    (r"当$x\to\infty$时,求$\frac{2x+1}{x}$的极限", "2", "1"),
    ("lim(x→2) (x^2-4)/(x-2)", "4", "2"),
    (r"$\lim_{x\to 0^+} x\ln x$", "0", "1"),
    (r"$\lim_{h\to 0}\frac{(2+h)^2-4}{h}$", "4", "2"),
    ("Find the limit of 1/x as x approaches 0 from the right", "oo", "0"),
    ("求x趋于1时x^2+1的极限", "2", "1"),
    (r"$\lim_{x\to 0} \frac{1-\cos x}{x^2}$", "1/2", "0"),
    (r"$\lim_{x\to -\infty} e^x$", "0", "1"),
]

DECLINED = [
    r"$\lim_{x\to 0} \frac{a x}{x}$",
    "Find the limit of the sequence of squares",
    "Find the limit of x^2",
    r"Use the definition to prove that $\lim_{x\to 1} x = 1$",
    r"$\lim_{x\to 0} f(x)$",
    "Find the speed limit",
]


@pytest.mark.parametrize(("problem", "expected", "wrong"), CASES)
def test_solved_and_checked(problem: str, expected: str, wrong: str) -> None:
    task, answer, value = solve(read, problem)
    if "exist" in expected or "存在" in expected:
        assert answer == expected
    else:
        assert value == sp.sympify(expected)
    assert verdict(task, answer) is True
    assert verdict(task, wrong) is False


@pytest.mark.parametrize("problem", DECLINED)
def test_declined(problem: str) -> None:
    assert is_declined(read, problem)


def test_an_answer_that_is_no_mathematics_cannot_be_checked() -> None:
    task, _, _ = solve(read, CASES[0][0])
    assert task.check("I do not know") is None


@settings(max_examples=20, deadline=None)
@given(st.integers(-6, 6), st.integers(-6, 6))
def test_a_common_factor_cancels(a: int, b: int) -> None:
    top = sp.expand((x - a) * (x - b))
    task, answer, value = solve(read, rf"$\lim_{{x\to {a}}} \frac{{{sp.latex(top)}}}{{{sp.latex(x - a)}}}$")
    assert value == a - b
    assert verdict(task, answer) is True
