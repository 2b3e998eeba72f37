"""Problems of solver.topics.stories.number_riddles; the rest declined."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.topics.stories.number_riddles import read
from tests.topics.solved import assert_solved, is_declined, solve, verdict

CASES = [
    ("The sum of two numbers is 50 and their difference is 14. What is their product?", "576", "32"),
    ("The sum of two numbers is 31 and their difference is 13. What is the larger of the two numbers?", "22", "9"),
    ("The sum of two numbers is 31 and their difference is 13. What is the smaller number?", "9", "22"),
    ("The sum of two numbers is 14 and their product is 45. What is the positive difference between the numbers?", "4", "5"),
    ("The product of two positive numbers is 30, and the sum of their squares is 61. What is the square of their difference?", "1", "121"),
    ("The sum of two numbers is $5$. The difference of the squares of the numbers is $35$. What is the absolute value of the difference of the two numbers?", "7", "6"),
    ("One number is 4 more than twice another. Their sum is 34. Find the numbers.", r"24,\ 10", r"25,\ 9"),
    ("The sum of two numbers is 40. The larger number is three times the smaller. Find the smaller number.", "10", "30"),
    ("Find two positive numbers whose product is 96 and whose sum is 20.", r"12,\ 8", r"16,\ 6"),
    ("If the sum of two numbers is 17 and the sum of their squares is 157, then the product of the numbers is", "66", "70"),
    ("Eight more than four times a number equals two more than six times the number. What is the number?", "3", "5"),
    ("If a certain number is multiplied by six, the result is the same as twenty plus twice the original number. What is the value of the original number?", "5", "4"),
    ("Seven is added to three times an integer to get a result of 100. What was the integer?", "31", "30"),
    ("When 9 is subtracted from twice a number, the result is 15. Find the number.", "12", "3"),
    ("Twice the sum of a number and 7 is 20. Find the number.", "3", r"\frac{13}{2}"),
    ("The product of 4 and a number, increased by 5, is 33. Find the number.", "7", "3"),
    ("Find the number if one third of the number is 4 less than half of it.", "24", "12"),
    ("The square root of a number is 6. What is the number?", "36", "6"),
    ("A number times 3 is 12. What is the number?", "4", "36"),
    ("一个数的立方是8，求这个数", "2", "512"),
    ("一个数的4倍减去7等于21，求这个数。", "7", "3"),
    ("一个数的6倍比它的2倍多24，这个数是多少？", "6", "8"),
    ("一个数的三分之一加上4是10，求这个数。", "18", "2"),
    ("一个数乘3，再加上4等于25，求这个数。", "7", "8"),
    ("一个数除以4减去2等于3，求这个数。", "20", "4"),
    ("一个数与3的和的5倍是40，求这个数。", "5", "8"),
    ("两个数的和是13，积是42，较大的数是多少？", "7", "6"),
    ("两个数的和为20，差为6，求它们的积。", "91", "14"),
]  # fmt: skip
DECLINED = [
    "The sum of two numbers is 14 and their product is 45. Find the first number.",
    "The sum of two numbers is 14 and their product is 50. What is the larger number?",
    "The product of two numbers is 30 and the sum of their squares is 61. What is the larger number?",
    "One number is 3 times another. Their difference is 12. Find the numbers.",
    "The sum of two numbers is -5 and the difference of their squares is 35. What is the larger number?",
    "The sum of three numbers is 14 and their product is 45. What is the larger number?",
    "The sum of two integers is 15 and their difference is 4. What is the larger integer?",
    "5 more than twice a number plus 3 is 20. Find the number.",
    "A number plus 3 multiplied by 4 is 20. Find the number.",
    "The product of 3 and a number increased by 5 is 20. Find the number.",
    "The difference between a number and 7 is 3. Find the number.",
    "一个数除以4余2，求这个数。",
    "Three times an integer is 10. Find the integer.",
    "Twice a positive number plus 8 is 2. Find the number.",
    "一个数加上5的3倍是40，求这个数。",
    "三个数的和是13，积是42，较大的数是多少？",
]


@pytest.mark.parametrize(("problem", "expected", "wrong"), CASES)
def test_solved_and_checked(problem: str, expected: str, wrong: str) -> None:
    assert_solved(read, problem, expected, wrong)


@pytest.mark.parametrize("problem", DECLINED)
def test_declined(problem: str) -> None:
    assert is_declined(read, problem)


@settings(max_examples=25, deadline=None)
@given(st.integers(2, 30), st.integers(1, 60), st.integers(1, 90), st.booleans())
def test_a_multiple_and_more(factor: int, more: int, result: int, chinese: bool) -> None:
    text = f"{more} more than {factor} times a number is {result}. Find the number."
    if chinese:
        text = f"一个数的{factor}倍加上{more}等于{result}，求这个数。"
    value = Fraction(result - more, factor)
    task, _, _ = solve(read, text)
    assert verdict(task, f"{value.numerator}/{value.denominator}") is True
    assert verdict(task, f"{value.numerator + 1}/{value.denominator}") is False


@settings(max_examples=20, deadline=None)
@given(
    st.integers(1, 80), st.integers(1, 80), st.sampled_from(["larger number", "smaller number", "product"])
)
def test_sum_and_difference(larger: int, less: int, asked: str) -> None:
    smaller = larger - less
    text = (
        f"The sum of two numbers is {larger + smaller} and their difference is {less}. What is the {asked}?"
    )
    expected = {"larger number": larger, "smaller number": smaller, "product": larger * smaller}[asked]
    task, answer, _ = solve(read, text)
    assert answer == str(expected)
    assert verdict(task, answer) is True
    assert verdict(task, str(expected + 1)) is False
