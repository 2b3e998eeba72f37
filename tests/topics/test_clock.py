"""Problems of solver.topics.numbers.clock: read whole, solved exactly, checked in another way; the rest declined."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.topics.numbers.clock import read
from tests.topics.solved import is_declined, solve, verdict

CASES = [
    ("How many minutes are there between 3:17 PM and 5:02 PM?", "105", "145"),
    ("How many minutes are there between 8:41 PM and 6:10 AM?", "569", "151"),
    ("What is 171 minutes after 4:38 PM?", "7:29 PM", "7:29 AM"),
    ("What is 200 minutes before 1:15 AM?", "9:55 PM", "9:55 AM"),
    ("What time is it 2 hours 20 minutes after 10:50 AM?", "1:10 PM", "12:10 PM"),
    ("How long is it from 21:45 to 6:30?", r"8\text{ hours}\ 45\text{ minutes}", r"9\text{ hours}"),
    ("How many minutes is it from 23:20 today to 01:05 tomorrow?", "105", "1335"),
    ("How long is it from 8:00 PM to 9:00 PM the next day?", r"25\text{ hours}", r"1\text{ hour}"),
    ("How many hours are there between 7:30 and 9:15?", "1.75", "1.45"),
    ("How many seconds are there between 2:00 PM and 2:03 PM?", "180", "3"),
    ("It is 4:35 PM. What time will it be in 50 minutes?", "5:25 PM", "5:15 PM"),
    ("It is 9:20 AM. What time was it 3 hours ago?", "6:20 AM", "12:20 PM"),
    ("How many minutes are there between half past 2 and quarter past 3?", "45", "30"),
    ("What time is 3 hours after noon?", "3:00 PM", "3:00 AM"),
    ("What time is half an hour before 12:20 AM?", "11:50 PM", "11:50 AM"),
    ("What is 80 minutes after 15:30?", "16:50", "16:10"),
    ("Convert 4:45 PM to 24-hour time", "16:45", "4:45 PM"),
    ("Write 21:10 in 12-hour time", "9:10 PM", "9:10 AM"),
    ("What is 12:20 AM on the 24-hour clock?", "00:20", "12:20"),
    ("下午3时20分用24时计时法表示是几时几分", "15:20", "3:20"),
    ("20:05用12时计时法表示是（  ）", r"\text{晚上}8:05", r"\text{上午}8:05"),
    ("上午7:50到10:05经过了多少时间", r"2\text{小时}15\text{分钟}", r"3\text{小时}"),
    ("从9时35分到11时20分经过了多少分钟？", "105", "185"),
    ("下午1:40到4:10是( )小时( )分", r"2\text{小时}30\text{分钟}", r"3\text{小时}30\text{分钟}"),
    ("晚上8时到第二天早上7时是几小时", "11", "13"),
    ("现在是上午9:25，再过50分钟是几时几分？", r"\text{上午}10:15", r"\text{下午}10:15"),
    ("现在是下午2:10，35分钟前是几点？", r"\text{下午}1:35", r"\text{下午}2:45"),
    ("7时45分再过30分是几时几分", r"8\text{时}15\text{分}", r"8\text{时}30\text{分}"),
    ("从13:25到16:10经过了(  )小时(  )分钟", r"2\text{小时}45\text{分钟}", r"3\text{小时}"),
    ("晚上11时30分再过45分钟是几时几分", r"\text{凌晨}0:15", r"\text{晚上}12:45"),
]

DECLINED = [
    "How long is it from 11:30 to 2:15?",  # on which clock?
    "How many minutes are there between 2:19 and 4:19 PM?",
    "What is 90 minutes after 11:30?",
    "How many minutes are there between 9:50 PM and 9:10 PM?",  # on which day?
    "What is 2:3 simplified?",
    "x:y = 3:20",
    "What time is it?",
    "How many minutes are there between 2:75 PM and 4:19 PM?",
    "How many minutes are there between 14:19 PM and 15:00 PM?",
    "A train leaves at 9:15 AM and goes 60 miles. When does it arrive?",
    "小明7:30上学,11:40放学,在校多长时间",
    "一只钟每小时慢5分钟，从8:00到11:00慢多少分钟",
]


@pytest.mark.parametrize(("problem", "expected", "wrong"), CASES)
def test_solved_and_checked(problem: str, expected: str, wrong: str) -> None:
    task, answer, _ = solve(read, problem)
    assert answer == (rf"\text{{{expected}}}" if expected.endswith("M") else expected)
    assert verdict(task, answer) is True
    assert verdict(task, wrong) is False


@pytest.mark.parametrize("problem", DECLINED)
def test_declined(problem: str) -> None:
    assert is_declined(read, problem)


def test_an_answer_without_its_half_of_the_day_is_not_judged() -> None:
    task, _, _ = solve(read, "What is 171 minutes after 4:38 PM?")
    assert task.check("7:29") is None
    assert verdict(task, "7:30") is False
    assert verdict(task, "19:29") is True
    assert task.check("soon") is None


def said(minutes: int) -> str:
    hour, minute = divmod(minutes, 60)
    return f"{(hour - 1) % 12 + 1}:{minute:02d} {'AM' if hour < 12 else 'PM'}"


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 24 * 60 - 1), st.integers(1, 12 * 60 - 1))
def test_between_and_after_belong_together(start: int, minutes: int) -> None:
    end = (start + minutes) % (24 * 60)
    span, answer, _ = solve(read, f"How many minutes are there between {said(start)} and {said(end)}?")
    assert answer == str(minutes)
    assert verdict(span, answer) is True
    assert verdict(span, str(minutes + 1)) is False
    later, time, _ = solve(read, f"What is {minutes} minutes after {said(start)}?")
    assert time == rf"\text{{{said(end)}}}"
    assert verdict(later, time) is True
    assert verdict(later, said((end + 1) % (24 * 60))) is False
    _, earlier, _ = solve(read, f"What is {minutes} minutes before {said(end)}?")
    assert earlier == rf"\text{{{said(start)}}}"
