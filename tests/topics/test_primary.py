"""Ordinary questions of primary school as books put them, through the whole table of topics; and near ones, which are declined."""

from __future__ import annotations

import json
import re
import warnings
from pathlib import Path

import pytest

from solver.latex import value_of
from solver.ports import Problem
from solver.topics import read
from solver.topics.base import Unread
from tests.topics.run_cell import run_cell

ROWS = [json.loads(line) for line in (Path(__file__).parent / "questions" / "primary.jsonl").read_text("utf-8").splitlines()]  # fmt: skip


def answer(question: str, language: str) -> str:
    """The answer of the tutor, parts one behind the other; `none`: declined."""
    task = read(Problem(question, language))  # type: ignore[arg-type]
    if isinstance(task, Unread):
        return "none"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = task.conclude(value_of(str(run_cell(task.solution().cell))))
    assert found is not None
    return found.answer


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["question"][:40])
def test_answered_rightly_or_declined(row: dict[str, str]) -> None:
    parts = re.split(r"[,;]\\ ", answer(row["question"], row["language"]))
    assert parts == row["answer"].split(";")
