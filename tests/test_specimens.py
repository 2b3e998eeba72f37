"""The model problems of every topic: read by the topic that they name, solved to the answer that stands beside them, and proved."""

from __future__ import annotations

import json
import re
from collections import Counter
from itertools import chain
from pathlib import Path

import pytest

from solver.latex import value_of
from solver.reader import clean
from solver.topics import reader_of
from solver.topics.base import Text, Unread
from solver.topics.table import TOPICS
from tests.breadth import spread
from tests.topics.run_cell import run_cell
from tests.topics.solved import verdict

FOLDER = Path(__file__).parents[1] / "solver" / "variation" / "specimens"
ROWS: list[dict[str, str]] = [
    json.loads(line)
    for file in sorted(FOLDER.glob("*.jsonl"))
    for line in file.read_text(encoding="utf-8").splitlines()
]
LEAST = 5
FORMULA = re.compile(r"\\\(.*?\\\)|\\\[.*?\\\]", re.DOTALL)
BARE = re.compile(r"\\|[_^]\{")
CHINESE_ONLY = {"school"}


def fault(row: dict[str, str]) -> str | None:
    """What is wrong with a model problem or with how it is solved."""
    found = reader_of(Text(clean(row["question"]), row["language"]))  # type: ignore[arg-type]
    if isinstance(found, Unread):
        return f"unread: {found.fragments}"
    name, task = found
    if name != row["topic"]:
        return f"read by {name}"
    conclusion = task.conclude(value_of(str(run_cell(task.solution().cell))))
    if conclusion is None:
        return "no answer"
    plan = task.check(conclusion.answer)
    said = [*task.solution().steps, conclusion.sentence, *((plan.claim, plan.method) if plan else ())]
    if bare := [text for text in said if BARE.search(FORMULA.sub("", text))]:
        return f"a formula stands bare in {bare}"
    if not verdict(task, conclusion.answer):
        return f"{conclusion.answer} is not proved"
    return None if verdict(task, row["answer"]) else f"{row['answer']} is refused, {conclusion.answer} found"


@pytest.mark.wide
@pytest.mark.parametrize("topic", spread(list(TOPICS), first=1, share=2))
def test_model_problems_are_solved(topic: str) -> None:
    """One of seven in each language at each `make test`, of every second topic; those of the others are in the law of the steps (`tests/topics/law`)."""
    rows = [
        spread([r for r in ROWS if (r["topic"], r["language"]) == (topic, told)], first=1, share=7)
        for told in ("en", "zh")
    ]
    faults = {row["question"]: fault(row) for row in chain(*rows)}
    assert {question: what for question, what in faults.items() if what} == {}


def test_every_topic_has_model_problems_in_the_languages_it_reads() -> None:
    counts = Counter((row["topic"], row["language"]) for row in ROWS)
    needed = {(topic, language) for topic in TOPICS for language in ("en", "zh")}
    needed -= {(topic, "en") for topic in CHINESE_ONLY}
    assert {pair for pair in needed if counts[pair] < LEAST} == set()
    assert {topic for topic, _ in counts} <= set(TOPICS)


def test_no_model_problem_stands_twice() -> None:
    assert [
        question for question, count in Counter(row["question"] for row in ROWS).items() if count > 1
    ] == []
