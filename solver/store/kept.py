"""What the store hands out: plain values, read whole."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from solver.acts import Act
from solver.events import Answer, Done, Event, encode
from solver.ports import Picture, Problem


@dataclass(frozen=True, slots=True)
class Summary:
    """A line of the list of conversations; times in seconds since 1970."""

    id: str
    title: str
    language: str
    created_s: float
    updated_s: float
    shared: bool


@dataclass(frozen=True, slots=True)
class KeptRun:
    """A cell that the reader ran, and what it gave."""

    part: int
    source: str
    started_s: float
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class KeptTurn:
    """A problem and its stream. Without `Done` at its end it was broken off.

    Attributes:
        replaced: another attempt stands in its place; only its cells still count, they have run.
        kept_back: its student practises it and has not asked for the solution.
        acts: what the student did with it while they practised.
    """

    name: str
    problem: Problem
    model: str
    strategy: str | None
    started_s: float
    took_s: float | None
    replaced: bool
    events: tuple[Event, ...]
    runs: tuple[KeptRun, ...]
    kept_back: bool = False
    picture: Picture | None = None
    acts: tuple[Act, ...] = ()

    @property
    def broken_off(self) -> bool:
        """Whether its end never came."""
        return not self.events or not isinstance(self.events[-1], Done)


@dataclass(frozen=True, slots=True)
class Conversation:
    """A conversation, whole; its turns in the order in which they were asked."""

    summary: Summary
    turns: tuple[KeptTurn, ...]

    def shown(self) -> Iterator[KeptTurn]:
        """The turns that a reader sees."""
        return (turn for turn in self.turns if not turn.replaced)

    def streams(self) -> list[tuple[Event, ...] | KeptRun]:
        """All that ran, in the order in which it began: solutions, and cells that the reader ran."""
        dated: list[tuple[float, tuple[Event, ...] | KeptRun]] = [
            (turn.started_s, turn.events) for turn in self.turns
        ]
        dated += [(run.started_s, run) for turn in self.turns for run in turn.runs]
        return [what for _, what in sorted(dated, key=lambda pair: pair[0])]


@dataclass(frozen=True, slots=True)
class KeptMark:
    """One verdict by hand on a problem of a run of evaluation; None takes the one before back. `at` is ISO 8601, UTC."""

    run: str
    folder: str
    problem: str
    verdict: Literal["right", "wrong"] | None
    note: str
    at: str


@dataclass(frozen=True, slots=True)
class NewExample:
    """A problem with a solution that a teacher has looked through, as `training.examples.Example` has them.

    Attributes:
        events: the solution's stream; it ends with its answer and `Done`.
        reference: the problem's key, where it is known apart from the solution.
        licence: SPDX identifier of what the text is under.
    """

    problem: Problem
    events: tuple[Event, ...]
    source: str
    licence: str
    reference: str = ""
    subject: str = ""
    level: str = ""

    @property
    def answer(self) -> str:
        """The last answer of the stream, as LaTeX; empty where it has none."""
        return next((e.latex for e in reversed(self.events) if isinstance(e, Answer)), "")


@dataclass(frozen=True, slots=True)
class KeptExample:
    """One of them as it is kept; times in seconds since 1970."""

    id: int
    example: NewExample
    created_s: float
    updated_s: float

    def record(self) -> dict[str, Any]:
        """As an object of JSON, in the form that training reads."""
        one = self.example
        return {
            "id": str(self.id),
            "problem": one.problem.text,
            "language": one.problem.language,
            "source": one.source,
            "licence": one.licence,
            "answer": one.answer,
            "reference": one.reference,
            "subject": one.subject,
            "level": one.level,
            "events": [json.loads(encode(event)) for event in one.events],
        }


@dataclass(frozen=True, slots=True)
class Thumb:
    """What a reader thought of a solution, without who it was. `turn` is the solution's number in the store."""

    turn: int
    problem: Problem
    model: str
    up: bool
    at_s: float
