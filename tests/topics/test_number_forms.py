"""One number as a fraction, a decimal, a percentage, a mixed number."""

from __future__ import annotations

from fractions import Fraction

import pytest
import sympy as sp
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.topics.numbers.number_forms import read
from tests.topics.solved import assert_solved, is_declined, solve, verdict

CASES = [
    ("Convert 3/8 to a decimal", "0.375", "0.38"),
    ("Write 0.272727... as a fraction", r"\frac{3}{11}", r"\frac{27}{100}"),
    ("Write 0.75 as a fraction in lowest terms", r"\frac{3}{4}", r"\frac{75}{100}"),
    ("把0.125化成分数", r"\frac{1}{8}", r"\frac{1}{4}"),
    ("Convert 0.45 to a percent", r"45\%", r"4.5\%"),
    ("把40%化成分数", r"\frac{2}{5}", r"\frac{4}{5}"),
    ("Express 7/11 as a decimal", r"0.\overline{63}", "0.63"),
    ("Convert 17/5 to a mixed number", r"3\frac{2}{5}", r"5\frac{2}{5}"),
    ("Convert 2 3/4 to an improper fraction", r"\frac{11}{4}", r"\frac{23}{4}"),
    (r"Express $0.1\overline{6}$ as a fraction", r"\frac{1}{6}", r"\frac{16}{99}"),
    (r"把循环小数 $0.\dot{2}\dot{7}$ 化成分数", r"\frac{3}{11}", r"\frac{27}{100}"),
    ("What is 7/8 as a percent?", r"87.5\%", "0.875"),
    ("把 35% 化成小数", "0.35", "3.5"),
]
DECLINED = [
    "Convert 7 to a decimal",
    "Convert 1/3 to a percent",  # no finite one
    "Write 3/8 as a fraction",
    "Convert 2/5 to a mixed number",
    "Write 0.75 as a fraction of 3",
    "Convert 0.5 km to a fraction",
]


@pytest.mark.parametrize(("problem", "expected", "wrong"), CASES)
def test_solved_and_checked(problem: str, expected: str, wrong: str) -> None:
    assert_solved(read, problem, expected, wrong)


@pytest.mark.parametrize("problem", DECLINED)
def test_declined(problem: str) -> None:
    assert is_declined(read, problem)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 20), st.text("0123456789", max_size=2), st.text("0123456789", min_size=1, max_size=3))
def test_a_recurring_decimal_and_back(whole: int, start: str, period: str) -> None:
    value = whole + Fraction(int(start or 0) * (10 ** len(period) - 1) + int(period), 10 ** len(start) * (10 ** len(period) - 1))  # fmt: skip
    if set(period) == {"0"} or value.denominator == 1:
        return
    problem = rf"Express $0.{start}\overline{{{period}}}$ as a fraction".replace("$0.", f"${whole}.")
    _, answer, found = solve(read, problem)
    assert found == sp.Rational(value)
    if value.denominator > 1 and len(period) < 3:
        _, decimal, _ = solve(read, f"Convert {value.numerator}/{value.denominator} to a decimal")
        back, _, again = solve(read, f"Express ${decimal}$ as a fraction")
        assert again == sp.Rational(value) and verdict(back, answer)
