"""Problems of solver.topics.numbers.calendar: counted in cycles, checked on a real calendar; unclear days are declined."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.topics.numbers.calendar import DAYS, read
from tests.topics.solved import assert_solved, is_declined, solve, verdict

CASES = [
    ("Today is Friday. What day of the week will it be in 45 days?", r"\text{Monday}", r"\text{Sunday}"),
    ("If today is Sunday, what day was it 20 days ago?", r"\text{Monday}", "Saturday"),
    ("Yesterday was Thursday. What day is the day after tomorrow?", r"\text{Sunday}", "Monday"),
    ("If 3 March 2021 was a Wednesday, what day is it on 25 December 2021?", r"\text{Saturday}", "Friday"),
    ("If February 10, 2024 is a Saturday, what day of the week is March 10, 2024?", r"\text{Sunday}", "Saturday"),
    ("It is now June. What month will it be 100 months from now?", r"\text{October}", "September"),
    ("今天是星期五,再过45天是星期几?", r"\text{星期一}", "星期天"),
    ("今天是周日,20天前是周几?", r"\text{星期一}", "周六"),
    ("昨天是星期四,后天是星期几?", r"\text{星期日}", "星期一"),
    ("2024年2月10日是星期六,2024年3月10日是星期几?", r"\text{星期日}", "星期六"),
    ("现在是6月,再过100个月是几月?", r"\text{10 月}", "9月"),
]  # fmt: skip
DECLINED = [
    "If January 5 is a Monday, what day is April 5?",  # no year: is there a 29 February?
    "If tomorrow is Friday, what day will it be in 3 days?",
    "If February 30 is a Monday, what day is February 3?",
    "Today is Friday. What day of the week will it be in 45 working days?",
    "Today is Friday. What date will it be in 45 days?",
    "今天是星期五,再过45个小时是星期几?",
    "1月5日是星期一,4月5日是星期几?",
]


@pytest.mark.parametrize(("problem", "expected", "wrong"), CASES)
def test_solved_and_checked(problem: str, expected: str, wrong: str) -> None:
    task = assert_solved(read, problem, expected, wrong)
    assert task.check("perhaps") is None


@pytest.mark.parametrize("problem", DECLINED)
def test_declined(problem: str) -> None:
    assert is_declined(read, problem)


@settings(max_examples=40, deadline=None)
@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)), st.integers(-360, 360))
def test_the_calendar_agrees(known: date, days: int) -> None:
    wanted = known + timedelta(days=days)
    name, expected = DAYS[known.isoweekday() % 7], DAYS[wanted.isoweekday() % 7]
    if wanted.year == known.year and (2, 29) not in {(d.month, d.day) for d in (known, wanted)}:
        task, answer, _ = solve(
            read, f"If {known:%B} {known.day}, {known.year} was a {name}, what day was {wanted:%B} {wanted.day}, {known.year}?"
        )  # fmt: skip
        assert answer == f"\\text{{{expected}}}"
        assert verdict(task, answer) is True
    if days >= 0:
        task, answer, _ = solve(read, f"Today is {name}. What day is it {days} days from now?")
        assert answer == f"\\text{{{expected}}}"
        assert verdict(task, DAYS[(wanted.isoweekday() + 1) % 7]) is False
