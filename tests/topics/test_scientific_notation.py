"""Problems of solver.topics.numbers.scientific_notation; the rest declined."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.topics.numbers.scientific_notation import read
from tests.topics.solved import assert_solved, is_declined, solve, verdict

CASES = [
    ("Write the number in scientific notation: 52,300", r"5.23 \times 10^{4}", r"52.3 \times 10^{3}"),
    ("Express 0.00081 in scientific notation.", r"8.1 \times 10^{-4}", r"8.1 \times 10^{-3}"),
    ("Write 7 in scientific notation.", r"7 \times 10^{0}", r"0.7 \times 10^{1}"),
    (r"Write the number in standard notation: $3.05 \times 10^{-2}$", "0.0305", "0.305"),
    (
        r"Simplify and write the answer in scientific notation: $(4 \times 10^{5})(3 \times 10^{2})$",
        r"1.2 \times 10^{8}",
        r"12 \times 10^{7}",
    ),
    ("用科学记数法表示0.0000205", r"2.05 \times 10^{-5}", r"2.05 \times 10^{5}"),
    ("将0.00907用科学记数法表示出来。", r"9.07 \times 10^{-3}", r"90.7 \times 10^{-4}"),
    (r"把用科学记数法表示的数$5.2\times 10^{-3}$写成小数。", "0.0052", r"5.2 \times 10^{-3}"),
    (r"Write $4.6 \times 10^{4}$ as an ordinary number.", "46000", "4600"),
    ("把384000用科学记数法表示为", r"3.84 \times 10^{5}", "384000"),
    (r"$6.02\times 10^{3}$的原数是多少", "6020", "602"),
]
DECLINED = [
    r"Write 1/3 in scientific notation.",
    "Write 0 in scientific notation.",
    "Write x in scientific notation.",
    "Write 3/8 as a decimal.",
    "把5/4化成小数",
    "Write 52300 in Roman notation.",
    "把384000用科学记数法表示并保留两位有效数字",
]


@pytest.mark.parametrize(("problem", "expected", "wrong"), CASES)
def test_solved_and_checked(problem: str, expected: str, wrong: str) -> None:
    assert_solved(read, problem, expected, wrong)


@pytest.mark.parametrize("problem", DECLINED)
def test_declined(problem: str) -> None:
    assert is_declined(read, problem)


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 10**6), st.integers(0, 9))
def test_there_and_back(digits: int, places: int) -> None:
    number = f"{digits // 10**places}.{digits % 10**places:0{places}d}" if places else str(digits)
    task, answer, _ = solve(read, f"Write {number} in scientific notation.")
    assert verdict(task, answer) is True
    _, plain, _ = solve(read, f"Write the number in standard notation: ${answer}$")
    assert float(plain) == float(number)
