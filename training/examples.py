"""The one form of what a model learns from: a problem with a solution, which is a stream of events as every other is."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any, Final

from evaluation.rows import BadData
from solver.events import Answer, Check, Done, Event, decode, encode
from solver.ports import Language

UNKNOWN: Final = "unknown"
"""A licence that nobody stated."""


@dataclass(frozen=True, slots=True)
class Example:
    """A problem, and one solution of it.

    Attributes:
        id: of this solution, `gsm8k/17#2`: where the problem is from, which one, which of its solutions.
        events: the solution as it was streamed; empty where there is only the problem.
        answer: the solution's final answer as LaTeX; empty where it has none.
        reference: the problem's key, where there is one.
        source: who wrote the solution or, where there is none, the problem: `gsm8k`, `builtin`, `openai:qwen3`.
        licence: SPDX identifier of what the text is under; it goes along into every file that is made of it.
        steps: of each step of the solution (`solver.transcript.steps`), the share of the ways on from its end that came to the right
            answer; the last is whether the solution itself did, and stands alone where nothing else is known. Of labelled ones only.
    """

    id: str
    problem: str
    language: Language
    source: str
    licence: str = UNKNOWN
    events: tuple[Event, ...] = ()
    answer: str = ""
    reference: str = ""
    subject: str = ""
    level: str = ""
    steps: tuple[float, ...] = ()

    @property
    def solved(self) -> bool:
        """Whether there is a solution."""
        return bool(self.events)

    def record(self) -> dict[str, Any]:
        """As an object of JSON; `example` is the inverse."""
        events = [json.loads(encode(event)) for event in self.events]
        told = {**asdict(replace(self, events=())), "events": events}
        if not self.steps:
            del told["steps"]  # as in the files of those who label nothing
        return told

    def line(self) -> str:
        """As one line of a file."""
        return json.dumps(self.record(), ensure_ascii=False) + "\n"


def example(record: dict[str, Any]) -> Example:
    """What `Example.record` wrote.

    Raises:
        BadData: it is no such object; the message says what is wrong with it.

    >>> one = Example("toy/1", "1 + 1 = ?", "en", "toy", "CC0-1.0", answer="2")
    >>> example(one.record()) == one
    True
    """
    names = {field.name for field in fields(Example)}
    try:
        events = tuple(decode(json.dumps(event)) for event in record.get("events", ()))
        steps = tuple(map(float, record.get("steps", ())))
        return Example(
            **{k: v for k, v in record.items() if k in names - {"events", "steps"}},
            events=events,
            steps=steps,
        )
    except (TypeError, ValueError, KeyError, AttributeError) as error:
        raise BadData(f"not an example ({error})") from error


def taught(events: Iterable[Event]) -> tuple[Event, ...]:
    """What of a stream a model learns to write: all up to its answer. Behind it the agent's cells check the answer.

    >>> from solver.events import Answer, Check, Code, Done, Reasoning
    >>> checked = (Reasoning(0, "2"), Answer("2"), Code(1, "1+1 == 2"), Check("2", "proved", "sum"), Done("answered"))
    >>> [type(event).__name__ for event in taught(checked)]
    ['Reasoning', 'Answer', 'Check', 'Done']
    """
    told = tuple(events)
    end = max((at for at, event in enumerate(told) if isinstance(event, Answer)), default=len(told))
    return tuple(e for at, e in enumerate(told) if at <= end or isinstance(e, Check | Done))


def examples(file: Path) -> Iterator[Example]:
    """The examples of a JSONL file, one after the other.

    Raises:
        BadData: the file cannot be read, or a line is no example.
    """
    try:
        with file.open("rb") as lines:  # a line at a time: the file may be larger than memory
            for number, line in enumerate(lines, 1):
                if not line.strip():
                    continue
                try:
                    yield example(json.loads(line))
                except ValueError as error:
                    raise BadData(f"{file}, line {number}: {error}") from error
    except OSError as error:
        raise BadData(f"{file} cannot be read: {error}") from error
