"""The missing part of an operation; numbers made of others in words."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.topics.numbers import arithmetic, missing_parts
from tests.topics.solved import is_declined, solve, verdict


@pytest.mark.parametrize(
    ("problem", "answer", "wrong"),
    [
        ("The product of two numbers is 1512 and one of them is 36. Find the other.", "42", "54432"),
        ("The product of two fractions is 1/3. One of them is 4/5. Find the other.", r"\frac{5}{12}", "1"),
        ("The sum of two numbers is 17.5 and the smaller is 4.25. What is the larger?", "13.25", "21.75"),
        ("The quotient of two numbers is 15 and the divisor is 28. Find the dividend.", "420", "15"),
        ("两数之积为 2108，其中一个数为 34，求另一个数。", "62", "71672"),
        ("积是4.8，一个因数是1.5，另一个因数是多少？", "3.2", "7.2"),
        ("被除数是 200，商是 16，余数是 8，求除数。", "12", "13"),
        ("两个数的差是 37，较大的数是 90，较小的数是多少？", "53", "127"),
    ],
)
def test_missing_part(problem: str, answer: str, wrong: str) -> None:
    task, found, _ = solve(missing_parts.read, problem)
    assert found == answer
    assert verdict(task, answer) is True
    assert verdict(task, wrong) is False


@pytest.mark.parametrize(
    "problem",
    [
        "The sum of two numbers is 50. One of them is 20. Find their product.",
        "The product of two numbers is 12 and their sum is 7. What is the larger number?",
        "The difference between two numbers is 8 and one of them is 20. Find the other.",
        "两个数的和是50，差是10，求这两个数。",
        "被除数是 100，商是 12，余数是 40，求除数。",
        "两个数的积是 5，其中一个是 0，求另一个数。",
    ],
)
def test_neighbours_are_left_alone(problem: str) -> None:
    assert is_declined(missing_parts.read, problem)


@settings(max_examples=25, deadline=None)
@given(st.integers(1, 10**6), st.integers(1, 10**6))
def test_the_factors_of_a_product(a: int, b: int) -> None:
    task, answer, _ = solve(missing_parts.read, f"两个因数的积是 {a * b}，一个因数是 {a}，另一个因数是多少？")
    assert answer == str(b)
    assert verdict(task, str(b)) is True
    assert verdict(task, str(b + 1)) is False


@pytest.mark.parametrize(
    ("problem", "answer"),
    [
        ("From the sum of 230 and 415 take 45.", "600"),
        ("Work out 25% of 360 plus three quarters of 44.", "123"),
        ("What is two fifths of 65?", "26"),
        ("Find the product of the sum of 2 and 6 and the difference of 9 and 4.", "40"),
        ("What do you get when you add 2/9 to the reciprocal of 9?", r"\frac{1}{3}"),
        ("比 -6 小 3 的数与 -4 的绝对值的和是多少？", "-5"),
        ("80的35%加上90的三分之二是多少", "88"),
        ("-8 的相反数加 3 等于多少", "11"),
    ],
)
def test_numbers_made_of_others(problem: str, answer: str) -> None:
    task, found, _ = solve(arithmetic.read, problem)
    assert found == answer
    assert verdict(task, answer) is True
    assert verdict(task, "977") is False


@pytest.mark.parametrize(
    "problem", ["The sum of 3 and 4 times 5", "What is the absolute value of -3 plus 5?"]
)
def test_two_readings_are_none(problem: str) -> None:
    assert is_declined(arithmetic.read, problem)
