"""Problems of solver.topics.functions.inverse_functions; functions that take a value twice are declined."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from solver.topics.functions.inverse_functions import read
from tests.topics.solved import assert_solved, is_declined, solve, verdict

CASES = [
    (
        "Find the inverse of the function: $f(x)=3x-7$",
        r"f^{-1}(x)=\frac{x}{3} + \frac{7}{3}",
        r"\frac{x}{3}-7",
    ),
    (
        r"Find the inverse of $g(x)=\frac{2-9x}{5}$.",
        r"g^{-1}(x)=\frac{2}{9} - \frac{5 x}{9}",
        r"\frac{5x-2}{9}",
    ),
    ("Find the inverse function of $h(x)=(x+1)^3-4$.", r"h^{-1}(x)=\sqrt[3]{x + 4} - 1", r"\sqrt[3]{x-4}-1"),
    (
        r"Find the inverse of the function: $f(x)=2-\sqrt[3]{x}$",
        r"f^{-1}(x)=\left(2 - x\right)^{3}",
        "(x-2)^3",
    ),
    (
        r"Let $f(x)=\frac{x+1}{x-2}$. Find $f^{-1}(x)$.",
        r"f^{-1}(x)=\frac{2 x + 1}{x - 1}",
        r"\frac{x-2}{x+1}",
    ),
    (r"Find the inverse of $f(x)=\sqrt{x-5}$.", r"f^{-1}(x)=x^{2} + 5", "x^2-5"),
    ("求函数y=4x+3的反函数", r"f^{-1}(x)=\frac{x}{4} - \frac{3}{4}", "4x-3"),
    (
        r"State if the given functions are inverses: $f(x)=2x+6$ $g(x)=\frac{x}{2}-3$",
        r"\text{Yes}",
        r"\text{No}",
    ),
    (
        r"Determine whether the functions f(x)=2x+6 and g(x)=2x-6 are inverses of each other.",
        r"\text{No}",
        r"\text{Yes}",
    ),
]
DECLINED = [
    "Find the inverse of $f(x)=x^2$.",
    "Find the inverse of $f(x)=x^2+x$.",
    "Find the inverse of the matrix.",
    "Find the inverse of 5 modulo 7.",
    "Find the multiplicative inverse of 3/4.",
    "Let f(x)=2x+1. Find f^{-1}(5).",
    "Find the inverse of $f(x)=5$.",
    "y与x成反比例函数",
]


@pytest.mark.parametrize(("problem", "expected", "wrong"), CASES)
def test_solved_and_checked(problem: str, expected: str, wrong: str) -> None:
    assert_solved(read, problem, expected, wrong)


@pytest.mark.parametrize("problem", DECLINED)
def test_declined(problem: str) -> None:
    assert is_declined(read, problem)


@settings(max_examples=25, deadline=None)
@given(*[st.integers(-9, 9)] * 4)
def test_the_inverse_undoes_the_function(a: int, b: int, c: int, d: int) -> None:
    assume(a * d != b * c and (a or c))
    task, answer, inverse = solve(read, f"Find the inverse of f(x) = ({a}x + {b})/({c}x + {d}).")
    for k in (3, 7, -11):
        if c * k + d:
            value = inverse.subs("x", (a * k + b)) if c == 0 and d == 1 else None
            assert value is None or value == k
    assert verdict(task, answer) is True
    assert verdict(task, f"({answer.partition('=')[2]})+1") is False
