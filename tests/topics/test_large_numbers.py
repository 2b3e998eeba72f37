"""Calculations with large numbers, told around: a calculator that shows too little, no rounding, numbers in words, whole quotients."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.topics.numbers.arithmetic import read
from tests.topics.solved import is_declined, solve, verdict

CASES = [
    ("Take 12,345,678 away from one billion (1,000,000,000).", "987654322"),
    ("Calculate $2^{70}$. Do not round or use scientific notation.", "1180591620717411303424"),
    ("Write $5^{20} - 7^{10}$ out in full as a whole number.", "95367149165376"),
    ("Pia's calculator shows only 4.398E12 for 2097152 * 2097152. What is the full answer?", "4398046511104"),
    ("On my phone 123456 × 654321 comes out as 8.078E10. What is the exact product?", "80779853376"),
    ("Find the product of two hundred and five and seven.", "1435"),
    ("What is the difference between two hundred million and six and nineteen million and seventy?", "180999936"),
    ("How many times does 12345679 fit into 999999999?", "81"),
    ("What is left when 123,456,789 is taken away from 2,000,000,000?", "1876543211"),
    ("Multiply 123,456,789 by itself.", "15241578750190521"),
    ("老师让我们不用计算器算 $30040050\\times 6007$，结果应该是多少？", "180450580350"),
    ("计算器只显示 8.078E10，123456×654321 的完整结果是多少？", "80779853376"),
    ("用计算器算 123456×654321，屏幕显示 8.078E10。请写出完整的结果。", "80779853376"),
    ("用 123456789 乘 1001，积是多少？", "123580245789"),
    ("用 $999999999$ 除以 $37$，商是多少？", "27027027"),
    ("从 5000000000 里减去 1234567890，还剩多少？", "3765432110"),
    ("123456789012 里面有多少个 12？", "10288065751"),
    ("小明想算出 20252025 与 90009 的乘积，请帮他写出准确的结果。", "1822864518225"),
    ("求 3 的 35 次方，要求写出全部数字。", "50031545098999707"),
    ("Express $2^{65}$ as a whole number.", "36893488147419103232"),
    ("一百零二亿三千万减去九千八百七十六万五千，还剩多少？", "10131235000"),
    ("求 7 的 25 次方的准确值，不要四舍五入。", "1341068619663964900807"),
]  # fmt: skip

DECLINED = [
    "How many times does 7 go into 100?",
    "用 100 除以 7，商是多少？",
    "How many times larger than 5 is 20?",
    "Write 7/2 as a whole number.",
    "My calculator shows only 4.4E12 for 2097152 * 2097152. By how much is it wrong?",
    "Take 5,000 (6,000) away from 10,000.",
    "Find the product of two hundred and five and seven and 11 and",
    "用 12 除 144，余数和商分别是多少？",
]


@pytest.mark.parametrize(("problem", "expected"), CASES)
def test_a_large_calculation_is_solved_and_proved(problem: str, expected: str) -> None:
    task, answer, _ = solve(read, problem)
    assert answer == expected
    assert verdict(task, expected) is True
    assert verdict(task, str(int(expected) + 10)) is False


@pytest.mark.parametrize("problem", DECLINED)
def test_a_near_question_is_left(problem: str) -> None:
    assert is_declined(read, problem)


@settings(max_examples=25, deadline=None)
@given(st.integers(10**6, 10**9), st.integers(10**3, 10**8))
def test_what_is_told_around_changes_nothing(a: int, b: int) -> None:
    assert solve(read, f"Take {b:,} away from {a * 10:,}.")[1] == str(a * 10 - b)
    assert solve(read, f"A student's calculator shows only {a * b:.3E} for {a} * {b}. What is the full answer?")[1] == str(a * b)  # fmt: skip
    assert solve(read, f"用 {a * b} 除以 {b}，商是多少？")[1] == str(a)
    assert solve(read, f"How many times does {b} fit into {a * b}?")[1] == str(a)
