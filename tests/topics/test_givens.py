"""Problems in several sentences: each given settled in turn, the question answered with what is known; the rest declined."""

from __future__ import annotations

import contextlib
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.formula import FormulaError, parse
from solver.topics.base import Unread
from solver.topics.givens import read
from solver.topics.givens.sentences import applied, split
from tests.topics.solved import is_declined, reading, solve, verdict

CASES = [
    ("Let a = 17 - 4. Let b be a + 2. Calculate the remainder when b is divided by 4.", "3", "1"),
    ("Suppose 3*q - w = 7, w + q = 5. Let r(x) = 3*x**2 - x. What is r(q)?", "24", "27"),
    ("Suppose 2*k = 11 - 1. Solve k*y + 3 = -7 for y.", "-2", "2"),
    ("Suppose -2*m = -m - 4. Let t = 9 - m. Solve t*x - y = 7, x + y = m - 1*1 for x.", r"\frac{5}{3}", "2"),
    (
        "Let z(c) be the first derivative of c**3/3 - 5*c**2/2 + 6*c - 1. Suppose z(b) = 0. What is b?",
        r"2,\ 3",
        "2",
    ),
    ("Let p(x) be the second derivative of x**4 - 3*x**2 + x. Let q = p(2) - 40. What is q?", "2", "-2"),
    ("Let f(u) = 4*u**2. Let g(v) = 1 - 3*v. Give f(g(w)).", r"36 w^{2} - 24 w + 4", "36w^2+4"),
    ("Let s(n) = 2*n - 1. Let t(n) = n**2. Let u(n) = 3*s(n) - 2*t(n). Determine u(-2).", "-23", "23"),
    ("Let e = 12/5 - 0.4. Let i be e**3 - 5. What is i*e?", "6", "5"),
    ("Suppose 4*d = 3*d + 6. What is the greatest common divisor of d and 21?", "3", "6"),
    ("Let y = 7 - 2*5. Factor x**2 + 4*x - y.", None, "(x+2)(x+2)"),
    ("设 a=3*2-1,令f(x)=x^2-a。若2b-a=1,求f(b)。", "4", "5"),
    ("已知x+y=5，x-y=1，设c=2x+y。求c除以5的余数。", "3", "2"),
    ("令f(x)为x^3-2x的二阶导数。设a=f(2)-10。求a的值。", "2", "12"),
    ("设m=15-4。解方程mx+1=34。", "x=3", "x=4"),
]
DECLINED = [
    "Let a = 3.",
    "Let a = 3. Find the gcd of c and d.",  # nothing is said about them
    "Let a = x + 1. What is a?",
    "Suppose x**2 = 4. What is x + y?",
    "Suppose 2*x + y = 3. What is x?",
    "Let a = 3. Let a = 4. What is a + 1?",  # it cannot be both
    "Let r(x) = x + y. What is r(2)?",
    "Let r(x) = 1/x. What is r(0)?",
    "Let k(x) = x**2. What is k(3)**2 plus the number of apples?",
    "Let a = 2**(2**100). What is a + 1?",
    "设a=3。",
    "设a=3。小明有a个苹果。",
]


@pytest.mark.parametrize(("problem", "expected", "wrong"), CASES)
def test_solved_and_checked(problem: str, expected: str | None, wrong: str) -> None:
    task, answer, _ = solve(read, problem)
    assert expected is None or answer == expected
    assert verdict(task, answer) is True
    assert verdict(task, wrong) is False


@pytest.mark.parametrize("problem", DECLINED)
def test_declined(problem: str) -> None:
    with contextlib.suppress(FormulaError):  # also said to the reader
        assert is_declined(read, problem)


small = st.integers(-9, 9)


@settings(max_examples=40, deadline=None)
@given(small, small, small.filter(bool), st.sampled_from("ab ie xy pq".split()))
def test_a_chain_is_followed(start: int, shift: int, factor: int, letters: str) -> None:
    """A number, an equation with it, a function of its solution, and the value of that."""
    one, two = letters
    value = Fraction(start - shift, factor)
    problem = f"Let {one} = {start} - {shift}. Suppose {factor}*{two} = {one}. Let r(t) = t**2 - 3*t + {shift}. What is r({two})?"
    task, answer, found = solve(read, problem)
    expected = value**2 - 3 * value + shift
    assert Fraction(int(found.p), int(found.q)) == expected
    assert verdict(task, answer) is True
    assert verdict(task, str(expected + 1)) is False


@settings(max_examples=30, deadline=None)
@given(small, small, st.integers(1, 5), st.integers(1, 5))
def test_equations_hold_for_what_they_settle(x: int, y: int, a: int, b: int) -> None:
    """Two equations with one solution, said together or one after the other."""
    first, second = f"{a}*u - {b}*v = {a * x - b * y}", f"2*u + v = {2 * x + y}"
    for problem in (
        f"Suppose {first}, {second}. What is u - v?",
        f"Suppose {first}. Suppose {second}. What is u - v?",
    ):
        _, answer, _ = solve(read, problem)
        assert answer == str(x - y)


def test_a_letter_of_the_question_is_named_in_a_step() -> None:
    task, _, _ = solve(read, CASES[0][0])
    assert any("b=15" in step for step in task.solution().steps)


@pytest.mark.parametrize(
    ("source", "as_written"),
    [
        ("r(10)", "f(10)"), ("-5*r(t) + 3", "-5*f(t)+3"), ("2r(-3)/4", "2*f(-3)/4"), ("1/r(2)", "1/f(2)"),
        ("r(r(x))", "f(f(x))"), ("3*r(x)*t", "3*f(x)*t"),
    ],
)  # fmt: skip
def test_the_letter_of_a_function_is_applied(source: str, as_written: str) -> None:
    """The grammar takes `r(10)` for a product; what the problem calls a function is one."""
    renamed = str(applied(parse(as_written), frozenset()))
    assert str(applied(parse(source), frozenset("r"))).replace("'r'", "'f'").replace(
        "tight=True", "tight=False"
    ) == renamed.replace("tight=True", "tight=False")


@pytest.mark.parametrize("source", ["r(2)**2", "r + 1"])
def test_a_function_that_may_be_meant_otherwise_is_refused(source: str) -> None:
    with pytest.raises(FormulaError):
        applied(parse(source), frozenset("r"))


def test_givens_end_where_the_question_begins() -> None:
    givens, rests = split("Let a = 0.5. Suppose 2*b = a. Is b prime?", "en")
    assert len(givens) == 2 and rests[-1] == "Is b prime?" and len(rests) == 3
    assert split("Is b prime?", "en") == ((), ("Is b prime?",))


def test_what_the_question_cannot_say_is_named() -> None:
    found = reading(read, "Let a = 12 - 3. What is the flavour of a?")
    assert isinstance(found, Unread) and any("flavour" in fragment for fragment in found.fragments)


def test_a_chain_without_end_is_declined() -> None:
    assert is_declined(read, "".join(f"Let {letter} = 1. " for letter in "abcdfghjklmnpqrs") + "What is a?")
