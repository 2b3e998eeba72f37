"""Problems of solver.topics.expressions.completing_squares: the number that is missing, and the square; the rest declined."""

from __future__ import annotations

import pytest
import sympy as sp
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.topics.expressions.completing_squares import read
from tests.topics.solved import is_declined, solve, solves, verdict

CASES = [
    ("Find the value that completes the square and then rewrite as a perfect square: $t^2-14t+$", r"49,\ (t-7)^2", r"49,\ (t+7)^2"),
    ("Find the value that completes the square and then rewrite as a perfect square: $z^2+5z+$", r"\frac{25}{4},\ \left(z+\frac{5}{2}\right)^2", r"\frac{25}{4}"),
    ("What number must be added to $x^2+12x$ to make a perfect square trinomial?", "36", "144"),
    ("x²-18x+____=(x-9)²", "81", "18"),
    ("填空：$x^2+7x+$____$=(x+$____$)^2$", r"\frac{49}{4},\ \frac{7}{2}", r"49,\ 7"),
    ("Fill in the blanks: y^2 - 24y + ___ = (y - ___)^2", r"144,\ 12", r"144,\ -12"),
    ("给a^2+9a加上一个什么数，能使它成为完全平方式？", r"\frac{81}{4}", "81"),
    ("要使x^2-22x配成完全平方式，应加上多少？", "121", "-121"),
    ("$x^2-8x$ 加上什么数才能配成完全平方式?", "16", "64"),
]  # fmt: skip
DECLINED = [
    "Complete the square: x^2+6x",
    "Find the value that completes the square: $3x^2+6x+$",
    "Find the value that completes the square: $x^2+6x+5$",
    "Find the value that completes the square of the garden: $x^2+6x+$",
    "x²-18x+____=(x+9)²",
    "x²-18x+____=(x-8)²",
    "x²-____+81=(x-9)²",
    "What number must be added to $x^2+2xy$ to make a perfect square trinomial?",
]


@pytest.mark.parametrize(("problem", "expected", "wrong"), CASES)
def test_solved_and_checked(problem: str, expected: str, wrong: str) -> None:
    solves(read, problem, expected, wrong)


@pytest.mark.parametrize("problem", DECLINED)
def test_declined(problem: str) -> None:
    assert is_declined(read, problem)


@settings(max_examples=20, deadline=None)
@given(st.integers(-60, 60).filter(bool), st.integers(1, 9), st.sampled_from("pxb"))
def test_the_square_is_one(top: int, bottom: int, name: str) -> None:
    b = sp.Rational(top, bottom)
    shown = ("+" if b > 0 else "") + sp.latex(b)
    question = f"Find the value that completes the square and then rewrite as a perfect square: ${name}^2{shown} {name}+$"
    task, answer, value = solve(read, question)
    x = sp.Symbol(name)
    assert sp.expand(value[1]) == sp.expand(x**2 + b * x + value[0])
    assert verdict(task, answer) is True
