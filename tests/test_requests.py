"""Whatever verb asks, and however what is given is told: the answer is the same. Over the model problems of all topics."""

from __future__ import annotations

import json
import re
from itertools import cycle
from pathlib import Path
from typing import Final

import pytest

from solver.ports import Problem
from solver.topics import read
from solver.topics.base import Reading, Text
from tests.breadth import spread
from tests.topics.solved import solve

FOLDER: Final = Path(__file__).parents[1] / "solver" / "variation" / "specimens"
QUESTIONS: Final = [
    json.loads(line)["question"]
    for file in sorted(FOLDER.glob("*.jsonl"))
    for line in file.read_text(encoding="utf-8").splitlines()
][2::7]
ASKED: Final = re.compile(
    r"(?P<before>.*\b)(?P<verb>Find|Calculate|Work out|Determine|Compute|What is) (?P<what>the (?!value of [a-z] (?:for|such))[^.?]*)[.?]"
)
ASKED_HAN: Final = re.compile(r"(?P<before>.*[,，。])(?P<verb>求)(?P<what>[^,，。;；?？求]{2,30})。?")
TOLD: Final = re.compile(
    r"(?P<told>(?!If|Given|Suppose|Find|Solve|What|How|Let|For)[^.?!]*)\. (?:Find|What is|Calculate|Determine|Work out) (?P<what>[^.?!]*)[.?]"
)
TOLD_HAN: Final = re.compile(
    r"(?:已知|若|设|如果)(?P<told>[^。？?]*?)[,，]求(?P<what>[^,，。？?几]{2,30})。?"
)
VERBS: Final = cycle(("Calculate", "Work out", "Determine", "Compute", "State", "Give", "Write down", "Can you find"))  # fmt: skip
ENDS_HAN: Final = cycle(
    ("计算{}。", "请求出{}。", "试求{}。", "{}是多少？", "则{}为____。", "{}等于多少？", "问{}是多少？")
)
GIVEN: Final = cycle(("If {s}, find {w}.", "Given that {s}, find {w}.", "Suppose that {s}. Find {w}.", "Find {w} if {s}.", "Find {w}, given that {s}.", "{S}; find {w}.", "{S}. Then find {w}."))  # fmt: skip
GIVEN_HAN: Final = cycle(("已知{s}，求{w}。", "若{s}，求{w}。", "设{s}，求{w}。", "{s}，求{w}。", "已知{s}。求{w}。", "已知{s}，求：{w}", "若{s}，则{w}=____。"))  # fmt: skip


def _otherwise(question: str) -> str | None:
    """The question with another verb; None where its words are of another kind."""
    if found := ASKED.fullmatch(question):
        verb = next(VERBS)
        return f"{found['before']}{verb} {found['what']}{'?' if verb == 'Can you find' else '.'}"
    if found := ASKED_HAN.fullmatch(question):
        return f"{found['before']}{next(ENDS_HAN).format(found['what'])}"
    return None


def _told_otherwise(question: str) -> str | None:
    """The question with what is given told in another way."""
    if found := TOLD.fullmatch(question):
        told = found["told"]
        small = told[0].lower() + told[1:] if re.match(r"(?:An?|The|In|Two|Three)\b", told) else told
        return next(GIVEN).format(s=small, S=told, w=found["what"])
    if found := TOLD_HAN.fullmatch(question):
        return next(GIVEN_HAN).format(s=found["told"], w=found["what"].removesuffix("的值"))
    return None


OTHERWISE: Final = [
    (q, o)
    for make in (_otherwise, _told_otherwise)
    for q in QUESTIONS
    if (o := make(q)) is not None and q not in o
]


def _read(text: Text) -> Reading:
    return read(Problem(text.source, text.language))


def test_there_are_enough_of_them() -> None:
    assert len(OTHERWISE) > 100


@pytest.mark.wide
@pytest.mark.parametrize(("question", "otherwise"), spread(OTHERWISE, share=6))
def test_other_words_ask_for_the_same(question: str, otherwise: str) -> None:
    (_, answer, _), (_, other, _) = (solve(_read, text) for text in (question, otherwise))
    assert _bare(other) == _bare(answer)


def _bare(answer: str) -> str:
    """Without the names of what was found: a gap asks for the value alone."""
    return re.sub(r"(?:^|(?<=;\\ ))[A-Za-z]\w*(?:\([A-Z]\))?=", "", answer)
