"""The letters i and e: unknowns where a problem uses them so, constants everywhere else."""

from __future__ import annotations

import pytest
import sympy as sp
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.formula import parse, to_sympy
from solver.latex import values_in
from solver.ports import Problem
from solver.reader import account, notation_of
from solver.topics import read as read_any
from solver.topics.base import Text
from solver.topics.calculus.derivatives import read as derivatives
from solver.topics.equations.single import read as equations
from solver.topics.equations.systems import read as systems
from solver.topics.expressions.polynomials import read as polynomials
from tests.topics.solved import is_declined, solve, verdict

CASES = [
    (equations, "Solve 12*i - 5*i = 91 for i.", "13", "-13"),
    (equations, "Let i**2 + 2*i - 15 = 0. What is i?", r"-5,\ 3", "5, -3"),
    (equations, "Suppose 6 = 4*e - 10. Calculate e.", "4", "1"),
    (equations, "解关于i的方程 3i+1=10", "3", "4"),
    (equations, "已知 2e-7=9，求e的值。", "8", "1"),
    (systems, "Solve 2*i + 3*p = 1, i - p = 8 for i.", "5", "-3"),
    (systems, "Solve 2*i + 3*p = 1, i - p = 8 for p.", "-3", "5"),
    (systems, "Solve e + i = 4, e - i = 10 for e.", "7", "-3"),
    (systems, "解方程组 e+i=4, e-i=10", r"e=7,\ i=-3", r"e=-3,\ i=7"),
    (polynomials, "Factor 6*i**2 - 9*i", r"3 i \left(2 i - 3\right)", "3i(2i+3)"),
    (polynomials, "Collect the terms in 14*i - 3*i - 2.", "11 i - 2", "17i-2"),
    (polynomials, "合并同类项：5e-2e+e^2", "e^{2} + 3 e", "e^2+7e"),
    (derivatives, "Find the second derivative of 2*i**4 - i wrt i.", "24 i^{2}", "8i^3"),
    (derivatives, "Differentiate 4*i**3 - 2*i", "12 i^{2} - 2", "12i^2"),
    (derivatives, "What is the derivative of 3*e**2*x - x wrt e?", "6 e x", "3e^2-1"),
    (derivatives, "求 i^3+2i 对 i 的导数", "3 i^{2} + 2", "3i^2"),
]


@pytest.mark.parametrize(("reader", "problem", "expected", "wrong"), CASES)
def test_solved_and_checked(reader, problem: str, expected: str, wrong: str) -> None:  # type: ignore[no-untyped-def]
    task, answer, _ = solve(reader, problem)
    assert answer == expected
    assert verdict(task, answer) is True
    assert verdict(task, wrong) is False


CONSTANTS = [
    (equations, "Solve e^x = 7 for x", r"\ln{\left(7 \right)}"),
    (derivatives, "Differentiate e^(2x) with respect to x", "2 e^{2 x}"),
    (derivatives, "Differentiate e^3", "0"),
]


@pytest.mark.parametrize(("reader", "problem", "expected"), CONSTANTS)
def test_constants_stay(reader, problem: str, expected: str) -> None:  # type: ignore[no-untyped-def]
    assert solve(reader, problem)[1] == expected


@pytest.mark.parametrize(
    ("reader", "problem"),
    [
        (polynomials, "Expand (2 - 3i)^2"),
        (polynomials, "Simplify i^2 + i^5"),
        (derivatives, "Differentiate 5i + 3"),
        (equations, "Solve 3x = 2i + x for x"),
        (systems, "Solve z = 4i, z = 6 - 4i for z"),
    ],
)
def test_what_may_be_a_complex_number_is_left_alone(reader, problem: str) -> None:  # type: ignore[no-untyped-def]
    assert is_declined(reader, problem)


def test_complex_numbers_are_still_solved() -> None:
    task = read_any(Problem("Simplify (2 + 3i)(1 - i)", "en"))
    assert type(task).__name__ == "ComplexNumber"


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("Solve 3i = 12 for i.", {"i"}),
        ("What is e?", {"e"}),
        ("Let f(i) = 2i. Find f(4).", {"i"}),
        ("Find i^2", set()),
        ("Calculate e + 1", set()),
        ("What is i + 2?", set()),
        ("sum for i from 1 to 4", {"i"}),
        ("求e^2", set()),
        ("求i的值", {"i"}),
    ],
)
def test_letters_of_a_text(text: str, letters: set[str]) -> None:
    assert notation_of(text).letters == letters


def test_a_named_letter_is_a_symbol_and_a_constant_is_not() -> None:
    text = Text("Solve 3i = 12 for i.", "en")
    relation = account(text.source, {}, notation_of(text.source)).relations[0]
    assert to_sympy(relation.sides[0]) == 3 * sp.Symbol("i")
    assert to_sympy(parse("3i")) == 3 * sp.I
    assert values_in("2i+1", ("i_",)) == (2 * sp.Symbol("i") + 1,)
    assert values_in("h(2-h)", ("h",)) == (sp.Symbol("h") * (2 - sp.Symbol("h")),)


@settings(max_examples=30, deadline=None)
@given(
    st.integers(-999, 999).filter(bool), st.integers(-999, 999), st.integers(-99, 99), st.sampled_from("iel")
)
def test_linear_equations_in_any_letter(a: int, b: int, root: int, x: str) -> None:
    task, answer, _ = solve(equations, f"Solve {a}*{x} + {b} = {a * root + b} for {x}.")
    assert answer == str(root)
    assert verdict(task, answer) is True
    assert verdict(task, str(root + 1)) is False
