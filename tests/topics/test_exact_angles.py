"""Trigonometric numbers that are plain after all, rounded brackets, and what is known of one angle asked of its double."""

from __future__ import annotations

import pytest
import sympy as sp
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.topics.equations.systems import read as read_system
from solver.topics.numbers.arithmetic import read
from solver.topics.numbers.arithmetic.angles import closed_form, is_equal
from tests.topics.solved import assert_solved, solve

CASES = [
    (
        r"Compute $\cos \frac{\pi}{7} \cos \frac{2\pi}{7} \cos \frac{3\pi}{7}$.",
        r"\frac{1}{8}",
        r"\frac{1}{4}",
    ),
    (r"Compute $\sin 10^\circ \sin 50^\circ \sin 70^\circ$.", r"\frac{1}{8}", r"\frac{1}{16}"),
    (r"Evaluate $\tan 10^\circ + \tan 50^\circ + \sqrt{3} \tan 10^\circ \tan 50^\circ$.", r"\sqrt{3}", "1"),
    (r"Evaluate $\left\lceil \frac{17}{5} \right\rceil - \lfloor -2.5 \rfloor$.", "7", "6"),
    ("计算⌊√90⌋+⌈π⌉", "13", "12"),
]


@pytest.mark.parametrize(("problem", "expected", "wrong"), CASES)
def test_solved_and_checked(problem: str, expected: str, wrong: str) -> None:
    assert_solved(read, problem, expected, wrong)


@pytest.mark.parametrize(
    "value", [sp.cos(sp.pi / 7), sp.sin(sp.pi / 18) + sp.cos(sp.pi / 9), sp.tan(sp.pi / 36)]
)
def test_what_is_no_plain_number_stays(value: sp.Expr) -> None:
    assert closed_form(value) is None


@settings(max_examples=30, deadline=None)
@given(st.integers(2, 30).filter(lambda n: n % 2 == 1), st.integers(1, 10))
def test_cosines_around_a_circle_add_up(n: int, shift: int) -> None:
    """The real parts of the n-th roots of unity have the sum 0."""
    total = sum((sp.cos(2 * sp.pi * k / n) for k in range(1, min(n, 12))), sp.S.Zero)
    if n <= 11:
        assert is_equal(total, sp.Integer(-1))
        assert not is_equal(total, sp.Rational(-shift - 1, 1))


def test_the_double_of_a_known_angle() -> None:
    assert solve(read_system, r"If $\tan \theta = 3$, then find $\tan 2\theta$.")[1] == r"- \frac{3}{4}"
