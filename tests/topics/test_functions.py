"""Values of functions by any name: put in from the inside out, checked by calling them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.topics.functions.values import read
from tests.topics.solved import assert_solved, is_declined, solve, verdict

CASES = [
    ("Let f(x) = 3/(x - 4). Find f(4).", r"\text{undefined}", "0"),
    ("已知 $f(x)=\\ln(x-5)$，求 $f(2)$。", r"\text{无意义}", "0"),
    ("Let m(k) = 2*k**2 - 7*k + 1. Give m(-4).", "61", "5"),
    ("Let i(e) = e**3 - 5*e. What is i(3)?", "12", "22"),
    ("Suppose a(o) = 5 - o. Determine a(-2).", "7", "3"),
    ("Let q(s) = 3*s**2. Let u(l) = l - 4. Give q(u(w)).", "3 w^{2} - 24 w + 48", "3 w^{2} - 4"),
    ("Let q(s) = 3*s. Let u(l) = 2*l**2. What is q(u(i))?", "6 i^{2}", "-6"),
    ("Let v(y) = y + 3. Let t(y) = y**2. Let c(y) = -2*v(y) + 5*t(y). Calculate c(2).", "10", "20"),
    ("Let d(h) = 4*h - 1. Find d(3) - 2*d(0).", "13", "9"),
    ("Let r(w) = w**2. Give r(r).", "r^{2}", "r"),
    ("If P(x) = x^2 - 1/2, what is P(1/2)?", r"- \frac{1}{4}", r"\frac{1}{4}"),
    ("Given f(z) = z^2 + 3, find f(i)", "2", "4"),
    ("已知 p(n)=3n^2-2n，求 p(-1)。", "5", "1"),
    ("设 k(x)=x+2，s(x)=4x，则 k(s(3)) = ?", "14", "20"),
    ("设函数 h(t)=3-t，求 h(h(5))", "5", "-2"),
]

DECLINED = [
    "已知E(X)=3，求E(2X+1)。",  # one number, and no function of X
    "设E(X)=2,D(X)=3,求E(X²)",
    "Let t(b) = t(b) + 1. Find t(2)",  # defined by itself
    "Let t(b) = 2*v(b). Let v(b) = 3*t(b). Find t(2)",
    "Let n(k) = k + c. Find n(2)",  # c is open
    "Let n(k) = 12. Find k",
    "Let n(k) = k + 1. Find m(2)",
    "Let n(2*k) = k. Find n(4)",
    "Let n(k) = k + 1. Find the inverse of n",
    "Let n(k) = k + 1 apples. Find n(2)",
]


@pytest.mark.parametrize(("problem", "expected", "wrong"), CASES)
def test_solved_and_checked(problem: str, expected: str, wrong: str) -> None:
    assert_solved(read, problem, expected, wrong)


@pytest.mark.parametrize("problem", DECLINED)
def test_declined(problem: str) -> None:
    assert is_declined(read, problem)


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.integers(-50, 50), min_size=1, max_size=4),
    st.lists(st.integers(-50, 50), min_size=1, max_size=3),
    st.integers(-20, 20),
    st.permutations("abcehijklmnopqrstuvw"),
)
def test_a_composition_has_the_value_of_plain_python(
    outer: list[int], inner: list[int], at: int, names: list[str]
) -> None:
    f, x, g, y = names[:4]

    def value(coefficients: list[int], argument: int) -> int:
        return sum(c * argument**k for k, c in enumerate(coefficients))

    def body(coefficients: list[int], variable: str) -> str:
        return (
            " + ".join(f"({c})*{variable}**{k + 1}" for k, c in enumerate(coefficients[1:]))
            + f" + {coefficients[0]} + 0*{variable}"
        )

    problem = f"Let {f}({x}) = 0{body(outer, x) if len(outer) > 1 else f' + {outer[0]} + 0*{x}'}. Let {g}({y}) = 0 {body(inner, y) if len(inner) > 1 else f'+ {inner[0]} + 0*{y}'}. Give {f}({g}({at}))."
    problem = problem.replace("= 0(", "= (").replace("= 0 (", "= (")
    task, answer, _ = solve(read, problem)
    expected = value(outer, value(inner, at))
    assert answer == str(expected)
    assert verdict(task, answer) is True
    assert verdict(task, str(expected + 1)) is False
