"""Problems of solver.topics.discrete.series: listed sums whose rule is certain; the rest declined."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.topics.discrete.series import read
from tests.topics.solved import is_declined, solve, verdict

CASES = [
    ("Calculate the sum 1 + 2 + 3 + ... + 100.", "5050"),
    ("Find 1/(1*2) + 1/(2*3) + ... + 1/(9*10).", r"\frac{9}{10}"),
    (
        r"求值：$\frac{1}{1\times 3}+\frac{1}{3\times 5}+\frac{1}{5\times 7}+\cdots+\frac{1}{19\times 21}$",
        r"\frac{10}{21}",
    ),
    ("计算：1-2+3-4+…+99-100", "-50"),
    ("Evaluate 2 - 4 + 6 - 8 + ... - 100.", "-50"),
    ("计算 1×2+2×3+3×4+…+9×10", "330"),
    ("Find the sum of the squares 1^2 + 2^2 + ... + 9^2.", "285"),
    ("Find the sum 1^2 + 2^2 + 3^2 + ... + 20^2.", "2870"),
    ("What is 1 + 1/2 + 1/3 + ... + 1/6?", r"\frac{49}{20}"),
    ("1+1/2+1/4+...+1/64=?", r"\frac{127}{64}"),
    ("Find 1/(1*3) + 1/(2*4) + 1/(3*5) + ... + 1/(8*10).", r"\frac{29}{45}"),
    ("1/(1*2)+1/(2*3)+...+1/(2023*2024)", r"\frac{2023}{2024}"),
    ("1 + 3 + 9 + ... + 729", "1093"),
    ("Find the sum of all multiples of 7 between 1 and 200.", "2842"),
    ("求100以内所有3的倍数的和", "1683"),
]
DECLINED = [
    "Find the sum of all multiples of 7 between 7 and 200.",  # does 7 belong to them?
    "求100以内所有5的倍数的和",
    "Find 1 + 2 + 4 + ... + 10.",  # neither rule leads there
    "Find 1 + 3 + 6 + 10 + ... + 55.",  # the numbers do not grow evenly
    "计算：1+2-3-4+5+6-7-8+…+97+98-99-100",
    "Find 1/(1*2) + 1/(2*3) + ... + 1/(9*11).",
    "Evaluate 1 - 2 + 3 - 4 + ... + 100.",  # the last sign does not fit
    "Find 1 + 2 + 3 + ... + n.",
]


@pytest.mark.wide(rows=4)
@pytest.mark.parametrize(("problem", "expected"), CASES)
def test_solved_and_proved(problem: str, expected: str) -> None:
    task, answer, _ = solve(read, problem)
    assert answer == expected
    assert verdict(task, answer) is True
    assert verdict(task, f"{answer}+1") is False


@pytest.mark.parametrize("problem", DECLINED)
def test_declined(problem: str) -> None:
    assert is_declined(read, problem)


@settings(max_examples=25, deadline=None)
@given(st.integers(1, 6), st.integers(1, 4), st.integers(1, 3), st.integers(4, 20))
def test_a_listed_sum_is_the_sum_of_its_terms(start: int, step: int, gap: int, count: int) -> None:
    places = [start + k * step for k in range(count)]
    shown = [f"1/({p}*{p + gap})" for p in places]
    task, answer, value = solve(read, f"Find {' + '.join(shown[:3])} + ... + {shown[-1]}.")
    assert Fraction(int(value.p), int(value.q)) == sum(Fraction(1, p * (p + gap)) for p in places)
    assert verdict(task, answer) is True
