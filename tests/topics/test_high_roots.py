"""Cubics without a rational root, and polynomials that have no short formula."""

from __future__ import annotations

import pytest
import sympy as sp
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.topics.equations.high_roots import HighRoots, has_hard_factor
from solver.topics.equations.single import read
from tests.topics.solved import reading, solve, verdict

ROWS = [
    # question, its real roots to six places, a wrong answer
    ("x^3 - x - 1 = 0", ["1.324718"], r"x=\sqrt[3]{2}"),
    ("解方程 x^3-3x+1=0", ["-1.879385", "0.347296", "1.532089"], r"x=2\cos\frac{2\pi}{9}"),
    ("Solve the cubic equation 2x^3 - 6x^2 + 1 = 0.", ["-0.384367", "0.442125", "2.942242"], r"x=1"),
    ("Solve x^4 - x^3 - x^2 + 1 = 0", ["1.000000", "1.324718"], r"x=1"),
    ("x^5 - x - 1 = 0", ["1.167304"], r"x\approx 1.167"),
    ("求一元四次方程 x^4-10x^3+1=0 的实数根", ["0.471695", "9.999000"], r"x\approx 0.471695"),
]  # fmt: skip


@pytest.mark.parametrize(("question", "roots", "wrong"), ROWS, ids=[row[0] for row in ROWS])
def test_the_real_roots_are_found_and_proved(question: str, roots: list[str], wrong: str) -> None:
    task, answer, value = solve(read, question)
    assert [f"{float(v):.6f}" for v in sorted(value, key=float)] == [f"{float(r):.6f}" for r in roots]
    assert verdict(task, answer) is True
    decimals = ",\\ ".join(rf"x\approx {r}" for r in roots if r != "1.000000")
    assert verdict(task, decimals) is (roots[0] != "1.000000")  # where 1 is a root, it is left out
    assert wrong == r"x\approx 1.167" or verdict(task, wrong) is False


def test_none_is_said_to_be_none() -> None:
    task, answer, _ = solve(read, "x^4 + x^3 + 1 = 0")
    assert answer == r"\text{no real solution}"
    assert verdict(task, answer) is True and verdict(task, r"x\approx 1.000000") is False


@pytest.mark.parametrize("question", ["x^3=2", "x^6-2x^3-1=0", "x^4-3x^2+1=0", "x^4-5x^3+8x^2-5x+1=0", "x^3-7x+6=0", "(x^2-2x)^2=2"])  # fmt: skip
def test_what_has_a_shorter_way_goes_it(question: str) -> None:
    assert not isinstance(reading(read, question), HighRoots)
    task, answer, _ = solve(read, question)
    assert verdict(task, answer) is True


@settings(max_examples=12, deadline=None)
@given(st.lists(st.integers(-9, 9), min_size=3, max_size=4), st.integers(1, 4))
def test_any_cubic_or_quartic_is_answered(rest: list[int], first: int) -> None:
    x = sp.Symbol("x")
    polynomial = sp.Poly([first, *rest], x)
    if has_hard_factor(polynomial):
        task, answer, value = solve(read, f"{sp.sstr(polynomial.as_expr()).replace('**', '^')} = 0")
        assert verdict(task, answer) is True and len(value) == polynomial.count_roots()
