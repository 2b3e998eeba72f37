"""Chinese stories read by their facts, wherever these stand; the rows "none" are near ones whose answer another word changes.

That what is counted by gaps (cuts, floors, strokes) is shared out by the number of things nowhere else is asked of the whole table.
"""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path

import pytest

from solver.ports import Problem
from solver.reader import clean
from solver.topics import read
from solver.topics.base import Text, Unread
from solver.topics.stories import everyday
from solver.topics.stories.everyday import facts
from solver.topics.stories.gaps import counts_gaps
from solver.topics.stories.school.task import Exercise
from tests.topics.solved import solves

ROWS = [json.loads(line) for line in (Path(__file__).parent / "questions" / "facts_zh.jsonl").read_text("utf-8").splitlines()]  # fmt: skip


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["question"][:40])
def test_found_wherever_they_stand_or_not_at_all(row: dict[str, str]) -> None:
    found = everyday.read(Text(clean(row["question"]), "zh"))
    values = found.values if isinstance(found, Exercise) else None
    assert values == (None if row["answer"] == "none" else tuple(map(Fraction, row["answer"].split(";"))))


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("把一根木头锯成5段要用16分钟。照这样的速度，把它锯成9段要用多少分钟？", 32),
        ("木工师傅5分钟把一根木头锯成2段，照这样计算，把它锯成6段要多少分钟？", 25),
        ("小明从一楼爬到三楼用了40秒，用同样的速度，从一楼爬到六楼需要多少秒？", 100),
        ("时钟4点敲4下，用6秒敲完。那么10点敲10下，多少秒敲完？", 18),
        ("Sawing a log into 5 pieces takes 20 minutes. How long would it take to saw it into 9 pieces?", 40),
    ],
)
def test_gaps_are_counted(question: str, answer: int) -> None:
    task = read(Problem(question, "en" if question.isascii() else "zh"))
    assert isinstance(task, Exercise)
    assert task.values == (answer,)


@pytest.mark.parametrize(
    "question",
    [
        "把3根木头各锯成4段要用18分钟，照这样，锯成8段要用多少分钟？",
        "小明从1楼走到4楼用了48秒，休息10秒后，他从4楼走到8楼要用多少秒？",
        "把一根木头锯成5段要用16分钟，每锯一段休息1分钟，锯成9段要用多少分钟？",
        "It takes 12 minutes to saw a log into 4 pieces, with a rest of 1 minute after each cut. How long does it take to saw it into 8 pieces?",
    ],
)
def test_near_gaps_are_declined(question: str) -> None:
    assert counts_gaps(question)
    assert isinstance(read(Problem(question, "en" if question.isascii() else "zh")), Unread)


def test_answers_are_proved_and_others_refuted() -> None:
    solves(everyday.read, "学校合唱队中女生人数占总人数的3/5。后来又有10名男生加入，这时女生占总人数的1/2。合唱队原来有多少人？", "50", "60")  # fmt: skip
    solves(everyday.read, "能同时被2、3、5整除的最小三位数是多少？", "120", "150")
    solves(everyday.read, "某种稻谷的出米率是72%，要碾出3.6吨大米，需要这种稻谷多少吨？", "5", "2.592")


def test_fractions_in_latex_and_in_words() -> None:
    assert (
        facts.in_plain_numbers(r"用去$\frac{3}{8}$,又倒入$1\frac12$千克,八分之五")
        == "用去3/8,又倒入3/2千克,5/8"
    )
