"""What the store hands out: plain values, read whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from solver.acts import Act
from solver.events import Done, Event
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
