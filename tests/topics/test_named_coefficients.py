"""Forms with named coefficients: the coefficient asked for, proved by points; what is open or complex is declined."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.topics.expressions.named_coefficients import read
from tests.topics.solved import assert_solved, is_declined, solve, verdict

CASES = [
    ("Express 3*k - 8*k + 2*k**2 - 7 as w*k**2 + t*k + d and give t.", "-5", "5"),
    ("Rearrange 6 - u**2 + 4*u**2 to the form p + q*u + r*u**2 and give q.", "0", "3"),
    ("Write (n + 2)*(3*n - 4) in the form a*n**2 + b*n + c and find c.", "-8", "8"),
    ("Rearrange (5*i - 1)*(2*i + 3) to g*i**2 + m*i + o and give m.", "13", "-13"),
    ("Express 9*z - 14 + 2*z as i*z + e and give i.", "11", "9"),
    ("Express 9*z - 14 + 2*z as i*z + e and give e.", "-14", "14"),
    ("Express x^2 - 10x + 4 in the form (x - p)^2 + q, where p and q are constants. What is q?", "-21", "21"),
    ("Rewrite 2x + 3y - 5x + y as m*x + n*y and give n.", "4", "3"),
    ("Express 4t - t + 1 as a*t + b and give a and b", r"a=3,\ b=1", r"a=1,\ b=3"),
    ("把 5m-9m+6 写成 a*m+b 的形式，求 a 的值。", "-4", "4"),
    ("将 (2x-1)(x+5) 化为 ax^2+bx+c 的形式，求 b", "9", "11"),
    ("把 3x^2-12x+1 化成 a(x+h)^2+k 的形式，求 k", "-11", "1"),
]

DECLINED = [
    "Express (2 + 3i)(1 - i) as a + bi and give a",  # a complex number
    "Express x^3 + x as a*x^2 + b*x and give b",  # no such form
    "Express 4x^2 as (a*x)^2 and give a",  # 2 or -2
    "Express x^2 + 4x as (x+a)^2 + b",  # no coefficient is asked for
    "Express 3x + 2 as a*x + b and give c",
    "Express 3x + k as a*x + b and give a",  # k is open
    "Express 1/x + 2 as a/x + b and give a",
    "Express 3 meters as a*x + b and give a",
    "Express 5*x + 2 as a*x + b*x + c and give a",  # a + b = 5
    "Express 12 as a*b and give a",
]


@pytest.mark.parametrize(("problem", "expected", "wrong"), CASES)
def test_solved_and_checked(problem: str, expected: str, wrong: str) -> None:
    assert_solved(read, problem, expected, wrong)


@pytest.mark.parametrize("problem", DECLINED)
def test_declined(problem: str) -> None:
    assert is_declined(read, problem)


def test_an_answer_that_is_no_number_cannot_be_checked() -> None:
    task, _, _ = solve(read, CASES[0][0])
    assert task.check("I do not know") is None
    assert task.check("k") is None


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.tuples(st.integers(-99, 99), st.integers(0, 4)), min_size=1, max_size=7),
    st.integers(0, 4),
    st.sampled_from("xtie"),
)
def test_the_coefficient_is_the_sum_over_like_terms(terms: list[tuple[int, int]], power: int, x: str) -> None:
    given_terms = " + ".join(f"({c})*{x}**{k}" for c, k in terms)
    form = " + ".join(f"{name}*{x}**{k}" for k, name in enumerate("pqrsw"))
    task, answer, _ = solve(read, f"Express {given_terms} as {form} and give {'pqrsw'[power]}.")
    expected = sum(c for c, k in terms if k == power)
    assert answer == str(expected)
    assert verdict(task, answer) is True
    assert verdict(task, str(expected + 1)) is False
