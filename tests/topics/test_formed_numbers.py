"""Problems of solver.topics.discrete.formed_numbers: counted place by place, checked by going through all numbers."""

from __future__ import annotations

from math import perm

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.topics.discrete.formed_numbers import read
from tests.topics.solved import assert_solved, is_declined, solve, verdict

CASES = [
    ("How many three-digit numbers can be made using the digits 1, 4, 6 and 9 without repeating digits?", "24", "64"),
    ("How many 3-digit numbers can be formed from the digits 0, 4, 6 and 9 if digits may be repeated?", "48", "64"),
    ("Using the digits 0, 2 and 7, how many two-digit numbers can be formed? (Each digit can be used only once.)", "4", "6"),
    ("How many different three-digit even numbers can we make with the digits 1, 2, 3, 4, 5 if each digit is used at most once?", "24", "36"),
    ("What is the smallest three-digit number that can be made with the digits 0, 5, 8 if each digit is used once?", "508", "58"),
    ("How many three-digit even numbers can be formed using the digits 1, 2 and 3, each exactly once?", "2", "6"),
    ("用0、5、8这三张数字卡片,能组成的最小的三位数是多少?", "508", "580"),
    ("用1、4、7这三个数字组成没有重复数字的三位数,最大是多少?", "741", "777"),
    ("用0、4、6、9可以组成多少个没有重复数字的三位数?", "18", "24"),
    ("用数字1、2、3、4可以组成多少个三位数?(数字可以重复使用)", "64", "24"),
    ("用卡片3、5、8可以组成多少个不同的两位数?", "6", "9"),
    ("用1、2、3、4这四个数字可以组成多少个没有重复数字的四位偶数?", "12", "24"),
]  # fmt: skip
DECLINED = [
    "用4、5、7、9、10可以组成多少个没有重复数字的三位数？",
    "用2、4、7、9这三张数字卡片，能组成的最大的三位数是多少？",
    "How many three-digit numbers can be made using the digits 1, 4 and 6?",  # may a digit be used again?
    "How many three-digit numbers can be made using the digits 1, 1 and 6 without repeating digits?",
    "How many three-digit numbers can be made using the digits 1 and 6 without repeating digits?",
    "How many three-digit numbers can be made using the red digits 1, 4 and 6 without neighbours?",
    "用1、4、6可以组成多少个三位数?",
    "用1、4、6组成的三位数,最大是多少?",  # may a digit be used again?
    "用1、4、6可以组成多少个没有重复数字的小数?",
]


@pytest.mark.parametrize(("problem", "expected", "wrong"), CASES)
def test_solved_and_checked(problem: str, expected: str, wrong: str) -> None:
    assert_solved(read, problem, expected, wrong)


@pytest.mark.parametrize("problem", DECLINED)
def test_declined(problem: str) -> None:
    assert is_declined(read, problem)


@settings(max_examples=30, deadline=None)
@given(st.sets(st.integers(0, 9), min_size=3, max_size=5), st.integers(2, 3))
def test_as_many_as_the_places_say(digits: set[int], size: int) -> None:
    listed = ", ".join(map(str, sorted(digits)))
    once, answer, _ = solve(
        read,
        f"How many {size}-digit numbers can be formed from the digits {listed} without repeating digits?",
    )
    first = len(digits - {0})
    assert int(answer) == first * perm(len(digits) - 1, size - 1)
    assert verdict(once, answer) is True
    again, answer, _ = solve(
        read,
        f"How many {size}-digit numbers can be formed from the digits {listed} if digits can be repeated?",
    )
    assert int(answer) == first * len(digits) ** (size - 1)
    assert verdict(again, str(int(answer) + 1)) is False
