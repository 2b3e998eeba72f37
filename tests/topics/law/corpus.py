"""The problems that the law is tried on: the cases of the topics' own tests, read by the readers that these tests import.

Numbers can be changed (`with_numbers`): a problem that is still read is a new one. Nothing is solved here.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

from solver.formula import FormulaError
from solver.latex import value_of
from solver.reader import as_question, clean
from solver.topics import read_text, readers
from solver.topics.base import Reader, Task, Text, Unread
from tests.topics.law.judging import Finding, judge
from tests.topics.run_cell import run_cell
from tests.topics.solved import reading

MODULES = sorted(
    path.stem
    for path in Path(__file__).parents[1].glob("test_*.py")
    if path.stem not in ("test_table", "test_garbled")
)
SPECIMENS = Path(__file__).parents[3] / "solver" / "variation" / "specimens"


@dataclass(frozen=True, slots=True)
class Case:
    """A problem, and the reader of its topic."""

    reader: Reader
    question: str


def cases(module_name: str) -> list[Case]:
    """The problems in the tables of a test module, in order, each once."""
    module = import_module(f"tests.topics.{module_name}")
    usual = getattr(module, "read", None)
    found: dict[str, Case] = {}
    for row in _rows(module):
        values = getattr(row, "values", row)
        values = (values,) if isinstance(values, str) else values
        if not isinstance(values, Sequence):
            continue
        reader = next((v for v in values if callable(v)), usual)
        question = next((v for v in values if isinstance(v, str)), None)
        if reader is not None and question and question not in found:
            found[question] = Case(_as_reader(reader), question)
    return list(found.values())


def _as_reader(reader: Callable[..., Any]) -> Reader:
    return reader


def _rows(module: ModuleType) -> Iterator[Any]:
    """Rows of the module's own tables and of its tests' parameters."""
    for value in vars(module).values():
        if isinstance(value, list):
            yield from value
        for mark in getattr(value, "pytestmark", None) or ():
            if getattr(mark, "name", "") == "parametrize":
                yield from mark.args[1]


def sample(items: Sequence[Case], size: int) -> list[Case]:
    """Evenly spread, always the same."""
    step = max(1, len(items) // size)
    return list(items[::step])[:size]


def task_of(case: Case) -> Task | None:
    """The task that the problem poses, where its reader reads it whole."""
    try:
        task = reading(case.reader, case.question)
    except (FormulaError, TypeError, AttributeError):
        return None
    return None if task is None or isinstance(task, Unread) or not hasattr(task, "solution") else task


def findings(case: Case) -> list[Finding]:
    """What the law says of the solution; nothing where the problem is declined."""
    task = task_of(case)
    if task is None:
        return []
    try:
        solution = task.solution()
        value = value_of(str(run_cell(solution.cell)))
    except (FormulaError, ValueError, ZeroDivisionError):
        return []  # a limit of size, or no value: what the app says then is the agent's business
    conclusion = task.conclude(value)
    return judge(solution.steps, conclusion.answer if conclusion else "", value, clean(case.question))


def with_numbers(question: str, draw: Callable[[int, int], int]) -> str:
    """The question with other whole numbers of as many digits; exponents and years of the wording stay as they are."""

    def other(match: re.Match[str]) -> str:
        number = match[0]
        low = 10 ** (len(number) - 1) if len(number) > 1 else 2
        return str(draw(low, 10 ** len(number) - 1))

    return re.sub(r"(?<![\d.^_\\{])\d{1,3}(?![\d.])", other, question)


@cache
def specimens() -> list[tuple[str, Case]]:
    """The model problems with the names of their topics."""
    rows = [
        json.loads(line)
        for file in sorted(SPECIMENS.glob("*.jsonl"))
        for line in file.read_text(encoding="utf-8").splitlines()
    ]
    table = dict(readers())
    return [
        (row["topic"], Case(table[row["topic"]], row["question"])) for row in rows if row["topic"] in table
    ]


def any_reader(text: Text) -> Task | Unread:
    """Reads as the app does, by whichever topic reads the problem whole."""
    found = read_text(text)
    question = as_question(text.source)
    if not isinstance(found, Unread) or question == text.source:
        return found
    return read_text(replace(text, source=question))
