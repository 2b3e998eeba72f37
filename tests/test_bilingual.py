"""A problem that is told in both languages is read in one of them; two problems are not one."""

from __future__ import annotations

import pytest

from solver.intake import language_of
from solver.ports import Problem
from solver.reader.bilingual import told_twice
from solver.topics import read
from solver.topics.base import Unread
from tests.topics.solved import solve, whole_table

TWICE = [
    ("8千克的香蕉是12美元。12千克的香蕉是多少钱？ The cost of 8 kilograms of bananas is $12. What is the cost of 12 kilograms of bananas?", "18"),
    ("Solve the equation 3x + 5 = 20. 解方程：3x + 5 = 20。", "x=5"),
    ("How many factors does 8640 have?\n8640有多少个因数？", "56"),
    ("求函数y=x²-4x+1的最小值。\nTranslation: Find the minimum value of y = x² - 4x + 1.", "-3"),
    ("(2014 AIMO, Grade 4, Question #13) The sum of two numbers is 30 and their difference is 4. Find the larger number. 两个数的和是30，差是4，求较大的数。", "17"),
]  # fmt: skip
ONE_LANGUAGE = (
    "Solve the equation 3x + 5 = 20 for x and then check the answer.",
    "解方程：3x + 5 = 20，并写出检验的过程。",
    "小明(Tom)有12个苹果，给了Mary 5个，还剩几个？",
    "Solve the equation 3x + 5 = 20. 解方程：3x + 5 = 26。",  # other numbers: two questions
    "There are twelve boxes of pens here. Find the number. 有13盒笔，每盒8支，一共多少支？",
)


@pytest.mark.parametrize(("question", "answer"), TWICE)
def test_once_is_enough(question: str, answer: str) -> None:
    assert solve(whole_table, question)[1].replace(" ", "") == answer


@pytest.mark.parametrize("question", ONE_LANGUAGE)
def test_what_is_told_once_is_left_whole(question: str) -> None:
    assert told_twice(question, language_of(question)) == ()


def test_two_different_questions_are_not_read_as_one() -> None:
    question = "Solve the equation 3x + 5 = 20. 解方程：3x + 5 = 26。"
    found = read(Problem(question, language_of(question)))
    assert isinstance(found, Unread) or "26" in str(found.solution())


def test_the_language_that_is_wanted_comes_first() -> None:
    halves = told_twice("Find the sum of 12 and 30 now. 求12与30两个数的和。", "zh")
    assert [language for _, language in halves] == ["zh", "en"]
    assert halves[0][0] == "求12与30两个数的和。"
