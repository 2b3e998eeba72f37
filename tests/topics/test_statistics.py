"""Mean, median, mode, range, quartiles, variance, standard deviation of a list."""

from __future__ import annotations

import statistics as reference
from fractions import Fraction

import pytest
import sympy as sp
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.topics.discrete.statistics import read
from tests.topics.solved import assert_solved, is_declined, solve, verdict

CASES = [
    ("一组数据3,5,x,7,9的平均数是6,求这组数据的方差", "4", "6"),
    ("The mean of 3, 5, x, 7, 9 is 6. Find the median.", "6", "7"),
    ("Find the mean and median of 3, 7, 7, 2, 9", r"5.6,\ 7", r"5.6,\ 6"),
    ("Find the standard deviation of 2, 4, 4, 4, 5, 5, 7, 9", "2", "4"),
    ("求数据 3, 5, 5, 8, 9 的平均数、众数和方差", r"6,\ 5,\ 4.8", r"6,\ 5,\ 6"),
    ("The mean of 4, 7, x and 9 is 8. Find x.", "x=12", "x=8"),
    ("一组数据2，x，4，6的平均数是5，求x", "x=8", "x=7"),
    ("Find the mode of 1, 2, 3, 4", r"\text{none}", "1"),
    ("Find the mode of 1, 2, 2, 3, 3", r"2,\ 3", "2"),
    ("Find the interquartile range of 1, 3, 4, 6, 8, 9, 12, 15", "7", "8"),
    ("Find the sample variance of 2, 4, 6", "4", r"\frac{8}{3}"),
    ("What is the range of the data set 12, 5, 22, 30, 7?", "25", "18"),
    ("数据 1,2,3,4,5 的标准差是多少？", r"\sqrt{2}", "2"),
    ("median of -3, 1/2, 0.25, 4", "0.375", "0.25"),
    (
        "The numbers of goals a team scored in ten matches were 4, 8, 6, 5, 3, 8, 9, 5, 8, 4. State the median and the mode.",
        r"5.5,\ 8",
        r"5.5,\ 5",
    ),
    ("The heights of five plants are 12 cm, 15 cm, 11 cm, 18 cm and 14 cm. Find the range.", "7", "2"),
    (
        "The frequency table shows: value 1, frequency 3; value 2, frequency 5; value 3, frequency 2. Find the mean.",
        "1.9",
        "2",
    ),
    ("Score 1 2 3 4; frequency 2 3 4 1. Find the median.", "2.5", "2"),
    (
        "The table shows the number of goals a team scored in 20 matches. Goals: 0, 1, 2, 3, 4 Frequency: 4, 7, 5, 3, 1 Find the mean number of goals per match.",
        "1.5",
        "2",
    ),
    (
        "Number of pets: 0, 1, 2, 3. Number of families: 5, 8, 4, 3. Find the median number of pets.",
        "1",
        "1.5",
    ),
    (
        "| Score | 1 | 2 | 3 |\n|---|---|---|---|\n| Frequency | 4 | 5 | 1 |\n\nFind the mean score.",
        "1.7",
        "2",
    ),
    ("某班10名学生的成绩如下：分数：80、85、90、95；人数：2、3、4、1。求平均分。", "87", "87.5"),
    (
        "下表是某班同学的年龄：年龄(岁)13 14 15 16；人数 2 8 7 3，求年龄的众数和中位数。",
        r"14,\ 14.5",
        r"14,\ 14",
    ),
    ("射击10次，成绩为：7环1次，8环4次，9环3次，10环2次，求平均环数。", "8.6", "8.5"),
    ("五名同学的身高(cm)分别为150,155,160,152,158,求极差", "10", "8"),
    ("小明5次测验的成绩是90、85、92、88、95,平均成绩是多少?", "90", "92"),
    ("某班10名学生的成绩:80分2人,90分5人,100分3人,求平均分", "91", "90"),
]
DECLINED = [
    "The table shows the number of goals a team scored in 25 matches. Goals: 0, 1, 2, 3, 4 Frequency: 4, 7, 5, 3, 1 Find the mean number of goals per match.",
    "某班10名学生的成绩如下：分数：80、85、90、95；人数：2、3、4、3。求平均分。",  # twelve
    "Goals: 0, 1, 2, 3 Frequency: 4, 7, 5, 3, 1 Find the mean.",
    "The mean of 4, 7, x and y is 8. Find x.",
    "Find the mean of the first ten primes.",
    "Find the weighted mean of 3, 4, 5.",
    "Find the mean of 3, 4, 5 and the median of 7, 8, 9.",
    "What is the average speed of 3, 4, 5 cars?",
    "The heights of five plants are 12 cm, 15 cm, 11 cm, 18 cm. Find the range.",
    "The heights of five plants are 12 cm, 15 m, 11 cm, 18 cm and 14 cm. Find the range.",
    "The marks of five students are 50, 60, 70, 80, 90. What is the mean of the first three marks?",
    "The scores of Tom are 12, 15, 11 and those of Ann are 18, 14, 16. Find the mean.",
    "A sample of five parts had the lengths: 12, 15, 11, 18, 14. Find the standard deviation.",
    "某小组5名同学的成绩分别是85,90,78,92,80,去掉一个最低分,求平均分",
    "小华前4次测验的成绩分别是88,92,90,94,求平均成绩",
    "某班10名学生的成绩:80分2人,90分5人,100分2人,求平均分",
]


@pytest.mark.parametrize(("problem", "expected", "wrong"), CASES)
def test_solved_and_checked(problem: str, expected: str, wrong: str) -> None:
    assert_solved(read, problem, expected, wrong)


@pytest.mark.parametrize("problem", DECLINED)
def test_declined(problem: str) -> None:
    assert is_declined(read, problem)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(-50, 50), min_size=2, max_size=12))
def test_as_the_standard_library_has_it(data: list[int]) -> None:
    listed = ", ".join(map(str, data))
    _, _, value = solve(read, f"Find the mean, the median, the range and the variance of {listed}.")
    exact = [Fraction(v) for v in data]
    expected = [
        reference.mean(exact),
        reference.median(exact),
        max(data) - min(data),
        reference.pvariance(exact),
    ]
    assert value == [sp.Rational(Fraction(v)) for v in expected]


@pytest.mark.parametrize(("problem", "right", "wrong"), [
    ("Draw a box plot of 9, 4, 6, 15, 11, 8, 21", "4, 6, 9, 15, 21", "4, 6, 9, 14, 21"),
    ("Make a box-and-whisker plot for the data 4, 6, 9, 10, 12, 15.", "4, 6, 9.5, 12, 15", "4, 6, 9, 12, 15"),
    ("Find the five-number summary of 10, 20, 30, 40", "10, 15, 25, 35, 40", "10, 20, 25, 30, 40"),
    ("画出数据 3,5,7,8,9,11,16 的箱线图", "3, 5, 8, 11, 16", "3, 6, 8, 10, 16"),
    ("求数据 12, 15, 18, 20, 22, 25, 32 的五数概括", "12, 15, 20, 25, 32", "12, 18, 20, 22, 32"),
])  # fmt: skip
def test_five_numbers_and_box_plots(problem: str, right: str, wrong: str) -> None:
    task, answer, _ = solve(read, problem)
    assert verdict(task, answer) is True
    assert verdict(task, right) is True
    assert verdict(task, wrong) is False
    assert "plt.title" in (task.solution().plot or "")


def test_quartiles_come_with_a_box_plot_where_it_is_asked_for() -> None:
    task, answer, _ = solve(read, "Find the quartiles of 3, 5, 8, 10, 12, 15, 20 and draw a box plot.")
    assert answer == r"5,\ 10,\ 15"
    assert task.solution().plot is not None
    assert is_declined(read, "Draw the mean of 3, 4, 5")


@given(st.lists(st.integers(-30, 60), min_size=4, max_size=12))
@settings(max_examples=20, deadline=None)
def test_the_five_numbers_are_proved(values: list[int]) -> None:
    task, answer, value = solve(read, f"Find the five-number summary of {', '.join(map(str, values))}")
    assert value == sorted(value)
    assert verdict(task, answer) is True
