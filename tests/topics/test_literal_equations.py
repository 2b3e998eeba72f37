"""Problems of solver.topics.equations.literal_equations: a formula solved for one of its letters; the rest declined."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.topics.equations.literal_equations import read
from tests.topics.solved import assert_solved, is_declined, solve, verdict

CASES = [
    ("Solve the equation $P = 2l + 2w$ for $w$.", r"w=\frac{P}{2} - l", r"w=P-2l"),
    (r"Solve $A=\frac{h(a+b)}{2}$ for $h$.", r"h=\frac{2 A}{a + b}", r"h=\frac{A}{a+b}"),
    (r"Solve $y = mx + b$ for $x$.", r"x=\frac{y - b}{m}", r"x=\frac{y}{m}-b"),
    (
        r"Solve the formula $\mathrm{F}=\mathrm{k}(R-L)$ for $\mathrm{k}$.",
        r"k=\frac{F}{R - L}",
        r"k=\frac{F}{L-R}",
    ),
    (r"Solve $V=\frac{\pi r^2 h}{3}$ for $h$.", r"h=\frac{3 V}{\pi r^{2}}", r"h=\frac{V}{\pi r^2}"),
    (r"Solve $\frac{1}{p}+\frac{1}{q}=\frac{1}{t}$ for $q$.", r"q=\frac{p t}{p - t}", r"q=p-t"),
    (r"Solve $E=\frac{mv^2}{2}$ for $m$.", r"m=\frac{2 E}{v^{2}}", r"m=\frac{E}{v^2}"),
    ("Solve I = Prt for r.", r"r=\frac{I}{P t}", "r=I P t"),
    ("Solve I = Prt for I.", "I=P r t", "I=P r"),
    ("由公式P=Fv求F。", r"F=\frac{P}{v}", "F=P v"),
    ("在公式s=u+at中，用s、u、a表示t。", r"t=\frac{s - u}{a}", r"t=\frac{s}{a}-u"),
    ("Make t the subject of the formula $v = u + at$.", r"t=\frac{v - u}{a}", "t=v-u"),
]
DECLINED = [
    "Solve x^2 + ax = b for x.",
    "Solve ax + by = c.",
    "Solve ax = b for c.",
    "Solve 2x = 6 for x.",
    "Solve ax < b for x.",
    "解关于x的方程ax=b",  # asks for the case a = 0, too
]


@pytest.mark.parametrize(("problem", "expected", "wrong"), CASES)
def test_solved_and_checked(problem: str, expected: str, wrong: str) -> None:
    assert_solved(read, problem, expected, wrong)


@pytest.mark.parametrize("problem", DECLINED)
def test_declined(problem: str) -> None:
    assert is_declined(read, problem)


@settings(max_examples=25, deadline=None)
@given(st.integers(1, 9), st.integers(-9, 9), st.sampled_from("pqrstuvw"))
def test_what_is_found_fits(a: int, b: int, letter: str) -> None:
    task, answer, found = solve(read, f"Solve {a}{letter} + {b}m = n(k - {letter}) for {letter}.")
    assert letter not in {s.name for s in found.free_symbols}
    assert verdict(task, answer) is True
    assert verdict(task, f"{answer}+1") is False
