"""Questions that were once answered with a quantity that was not asked for: right, or not answered."""

from __future__ import annotations

from fractions import Fraction

import pytest

from solver.topics.base import Text
from solver.topics.stories.school import read as read_school
from solver.topics.stories.word_problems import read, values_of

QUESTIONS = [
    ("学雷锋小组上午修了20把椅子，下午修了10把，一天总共修了多少把椅子？", 30),
    ("树上一共有32个桃子，猴哥哥摘了13个，猴弟弟摘了7个，树上还剩多少个桃子？", 12),
    ("李明家去年养鸭600只，今年比去年多248只，今年养了多少只鸭？", 848),
    ("学校买来练习本900本，分给三年级256本，分给四年级378本。这两个年级一共分得多少本练习本？", 634),
    ("Jo wants to buy a hat, a pair of jeans and a pair of socks. The jeans are twice the price of the hat, and the hat "
     "is $10 more expensive than the socks. The socks cost $5. How much does Jo need to pay for the pair of jeans?", 30),
    ("Jacob has half the number of shoes Edward has. Edward has 3 times the number of shoes Brian has. If Brian has 22 "
     "pairs of shoes, how many pairs of shoes do they have in total?", 121),
]  # fmt: skip


@pytest.mark.parametrize(("question", "answer"), QUESTIONS, ids=[q[-40:] for q, _ in QUESTIONS])
def test_nothing_else_than_what_is_asked_is_answered(question: str, answer: int) -> None:
    reading = read(Text(question, "zh" if question[-1] == "？" else "en"))
    assert values_of(reading) in (None, (Fraction(answer),))


UNCLEAR = [
    "小明有60元，买了一个25元的书包，还想买一个20元的足球，还剩多少元？",
    "A box has 80 balls. 25% are red. The ratio of big to small is 3:1. How many big balls are there?",
    "In a school of 600 pupils, 40% are boys. The ratio of juniors to seniors is 2:1. How many juniors are there?",
]


@pytest.mark.parametrize("question", UNCLEAR)
def test_what_may_be_meant_in_two_ways_is_not_answered(question: str) -> None:
    text = Text(question, "zh" if question[-1] == "？" else "en")
    assert values_of(read(text)) is None
    assert read_school(text) is None
