"""The smallest true implementations of the doors, for tests."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable, Mapping, Sequence
from dataclasses import replace
from typing import Literal

from solver.agent.attempt import said_in
from solver.errors import KernelDied, ModelUnavailable
from solver.events import Event, Figure, Output
from solver.latex import boxed
from solver.models import comparing
from solver.ports import (
    Box,
    CheckPlan,
    Comparison,
    Content,
    Delta,
    Message,
    Note,
    Picture,
    PictureProblem,
    PictureReading,
    Problem,
    Region,
    Sampling,
    Wait,
)


class ScriptedModel:
    """Says one prepared text a call, a few characters at a time; remembers what it was asked."""

    name = "scripted"

    def __init__(self, *texts: str, chunk: int = 7, pause_s: float = 0.0) -> None:
        self._texts, self._chunk, self._pause_s = list(texts), chunk, pause_s
        self.asked: list[Sequence[Message]] = []
        self.closed = 0

    async def stream(
        self, messages: Sequence[Message], sampling: Sampling, *, stop: Sequence[str] = ()
    ) -> AsyncGenerator[Delta]:
        """The next prepared text; the last one again when all are used up."""
        self.asked.append(messages)
        text = self._texts.pop(0) if len(self._texts) > 1 else self._texts[0]
        try:
            for at in range(0, len(text), self._chunk):
                await asyncio.sleep(self._pause_s)
                yield Delta(text[at : at + self._chunk])
        finally:
            self.closed += 1


class FixedOcr:
    """Reads every picture as the same text; with several texts, as several problems."""

    name = "fixed"

    def __init__(self, *texts: str, notes: Sequence[Note] = ()) -> None:
        self._texts, self._notes = texts, tuple(notes)
        self.seen: list[bytes] = []

    async def start(self) -> None:
        """There is nothing to get ready."""

    async def read(
        self, image: bytes, *, content: Content = "page", waiting: Callable[[Wait], None] | None = None
    ) -> PictureReading:
        """Each text is one region, one line and one problem of a picture of 100 × 100 pixels."""
        self.seen.append(image)
        kind: Literal["text", "formula"] = "formula" if content == "formula" else "text"
        regions = tuple(
            Region(kind, text, 1.0, Box(0, 20 * at, 100, 20), at) for at, text in enumerate(self._texts)
        )
        problems = tuple(PictureProblem(text, "", (at,)) for at, text in enumerate(self._texts))
        picture = Picture(image, "image/png", 100, 100)
        return PictureReading("\n\n".join(self._texts), regions, problems, self._notes, picture, self.name)

    async def close(self) -> None:
        """There is nothing to give back."""


class EchoKernel:
    """Knows the results of prepared cells; any other cell gives its own source back."""

    def __init__(self, results: Mapping[str, Sequence[Output | Figure]] | None = None) -> None:
        self._results = dict(results or {})
        self.ran: list[str] = []
        self.interrupted = 0

    async def run(
        self, part: int, source: str, *, timeout_s: float, turn: object = None
    ) -> AsyncGenerator[Output | Figure]:
        """`die` ends the process, `hang` never ends, `raise` is an exception in the cell."""
        self.ran.append(source)
        word = source.strip()
        if word == "die":
            raise KernelDied("the process ended")
        try:
            if word == "hang":
                await asyncio.sleep(3600)
            if word == "raise":
                yield Output(part, "error", "ZeroDivisionError: division by zero")
            for output in self._results.get(word, ()):
                yield replace(output, part=part)
            if word not in self._results and word != "raise":
                yield Output(part, "result", word)
        except (asyncio.CancelledError, GeneratorExit):
            self.interrupted += 1
            raise

    async def close(self) -> None:
        """Nothing to give back."""


class FixedScorer:
    """Gives solutions scores by their answers; 0.5 to others. `code` is what it fails with when it is loaded."""

    loaded = False

    def __init__(self, scores: Mapping[str, float] | None = None, *, code: str = "") -> None:
        self._scores, self._code = dict(scores or {}), code
        self.judged: list[str] = []

    async def load(self) -> None:
        """At once."""
        if self._code:
            raise ModelUnavailable(self._code, model="judge")
        self.loaded = True

    async def score(self, problem: Problem, solution: Sequence[Event]) -> float:
        """By the answer."""
        self.judged.append(answer := boxed(said_in(solution)) or "")
        return self._scores.get(answer, 0.5)


class FixedChecker:
    """Knows the same way for every answer, or none."""

    def __init__(self, plan: CheckPlan | None) -> None:
        self._plan = plan

    async def plan(self, problem: Problem, answer: str, printed: Sequence[str] = ()) -> CheckPlan | None:
        """The prepared plan."""
        return self._plan

    async def same(self, one: str, other: str) -> bool | None:
        """What the worker would say."""
        found: bool | None = comparing.same(one, other)["same"]
        return found

    async def compare(self, answer: str, printed: str) -> Comparison | None:
        """What the worker would say."""
        found = comparing.compare(answer, printed)
        return Comparison(**found) if found else None

    async def exact(self, printed: str) -> str | None:
        """What the worker would say."""
        found: str | None = comparing.exact(printed).get("exact")
        return found
