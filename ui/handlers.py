"""Between Gradio and `Session`: one student a browser tab, one async generator an event.

The only place that may catch everything. What the page shows is made by `ui.render`.
"""

from __future__ import annotations

import asyncio
import logging
import re
import secrets
import time
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from dataclasses import dataclass, field
from typing import Any, Final, Protocol, TypeAlias

import gradio as gr

from solver.errors import SolverError
from solver.events import Done, Event, Failure
from solver.ports import Language, Problem
from solver.topics.methods import METHODS
from ui.i18n import problem_language, say
from ui.pictures import Album
from ui.render import view
from ui.runs import Run
from ui.turn import Turn

GRACE_S: Final = 120.0  # after the page was left: a phone that slept comes back to its variables
Value: TypeAlias = dict[str, Any]

log = logging.getLogger("stepwise")


class Session(Protocol):
    """What the page needs of `solver.Session`."""

    def solve(
        self, problem: Problem, *, model: str = ..., strategy: str | None = ...
    ) -> AsyncGenerator[Event]: ...
    def run_cell(self, part: int, source: str, language: Language) -> AsyncGenerator[Event]: ...
    def restore(self, language: Language) -> AsyncGenerator[Event]: ...
    async def clear(self) -> None: ...
    async def close(self) -> None: ...


class Services(Protocol):
    """What the page needs of `solver.Services`."""

    async def start(self) -> None: ...
    async def close(self) -> None: ...
    def models(self) -> tuple[str, ...]: ...
    def strategies(self) -> tuple[str, ...]: ...
    def session(self) -> Any: ...
    def ocr(self) -> Any: ...


@dataclass
class Student:
    """One browser tab: its session, its turns, and what runs now."""

    session: Session
    turns: list[Turn] = field(default_factory=list)
    run: Run | None = None
    seen_s: float = field(default_factory=time.monotonic)
    beat: int = 0
    stopped: int = 0
    """Requests of the page are numbered; those up to this one are stopped."""

    def value(self, *changed: Turn) -> Value:
        """For the sheet: which turns there are, and those that may look different now."""
        self.beat += 1  # without it an update that changes nothing would not reach the browser
        return {
            "order": [turn.id for turn in self.turns],
            "turns": [view(turn) for turn in changed],
            "beat": self.beat,
        }

    def turn(self, name: object) -> Turn | None:
        """The turn that the browser calls so."""
        return next((turn for turn in self.turns if turn.id == name), None)

    async def stop(self) -> None:
        """End what runs; returns when its session is quiet."""
        if self.run is not None:
            self.run.stop()
            await self.run.close()
            self.run = None


class Handlers:
    """The handlers of all pages of one server."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self.album = Album()
        self._students: dict[str, Student] = {}
        self._farewells: set[asyncio.Task[None]] = set()

    async def solve(self, event: gr.EventData, request: gr.Request) -> AsyncGenerator[Value]:
        """A problem was sent: a new turn at the end, in place of turn `replaces` where one is named."""
        student, data = self._student(request), dict(event._data or {})
        await student.stop()
        text = str(data.get("text", ""))
        language = problem_language(text, str(data.get("language", "en")))
        problem = Problem(text, language, method if (method := data.get("method")) in METHODS else None)
        student.turns = [
            turn for turn in student.turns if turn.id not in (data.get("replaces"), data.get("turn"))
        ]
        turn = Turn(_turn_id(data.get("turn")), problem, picture=self.album.find(data.get("picture")))
        student.turns.append(turn)
        events = student.session.solve(
            problem, model=self._model(data.get("model")), strategy=self._strategy(data.get("strategy"))
        )
        async with aclosing(_follow(student, turn, events, turn.apply, _number(data))) as values:
            async for value in values:
                yield value

    async def run(self, event: gr.EventData, request: gr.Request) -> AsyncGenerator[Value]:
        """A reader changed a cell and runs it in the same kernel."""
        student, data = self._student(request), dict(event._data or {})
        turn = student.turn(data.get("turn"))
        part = data.get("part")
        if turn is None or not isinstance(part, int) or part not in turn.cells:
            yield student.value()
            return
        await student.stop()
        source = str(data.get("source", ""))
        turn.rerun(part, source)
        events = student.session.run_cell(part, source, turn.problem.language)
        async with aclosing(
            _follow(student, turn, events, lambda e: turn.rerun_event(e, part), _number(data))
        ) as values:
            async for value in values:
                yield value

    async def restore(self, event: gr.EventData, request: gr.Request) -> AsyncGenerator[Value]:
        """A reader wants the variables back that a dead kernel took with it."""
        student, data = self._student(request), dict(event._data or {})
        turn = student.turn(data.get("turn"))
        if turn is None:
            yield student.value()
            return
        await student.stop()
        turn.restore()
        events = student.session.restore(turn.problem.language)
        async with aclosing(_follow(student, turn, events, turn.restore_event, _number(data))) as values:
            async for value in values:
                yield value

    async def stop(self, event: gr.EventData, request: gr.Request) -> None:
        """End what runs, and what was sent before this and has not begun. Its generator yields the last update itself."""
        student = self._student(request)
        student.stopped = max(student.stopped, _number(event._data))
        if student.run is not None:
            student.run.stop()

    async def clear(self, request: gr.Request) -> Value:
        """An empty sheet and no variables."""
        student = self._student(request)
        await student.stop()
        student.turns = []
        await student.session.clear()
        return student.value()

    async def leave(self, request: gr.Request) -> None:
        """The page was closed: nothing more is computed for it; its session ends after a while."""
        student = self._students.get(str(request.session_hash))
        if student is None:
            return
        if student.run is not None:
            student.run.stop()
        farewell = asyncio.create_task(self._forget(str(request.session_hash), student))
        self._farewells.add(farewell)
        farewell.add_done_callback(self._farewells.discard)

    async def close(self) -> None:
        """End every session; for the shutdown of the server."""
        for farewell in self._farewells:
            farewell.cancel()
        students, self._students = list(self._students.values()), {}
        await asyncio.gather(*(_dismiss(student) for student in students))

    def _model(self, wish: object) -> str:
        """The tutor that was chosen, if the page offers it."""
        names = self._services.models()
        return wish if isinstance(wish, str) and wish in names else names[0]

    def _strategy(self, wish: object) -> str | None:
        """The way of solving that was chosen, if the page offers it; None is the usual one."""
        return wish if isinstance(wish, str) and wish in self._services.strategies() else None

    def _student(self, request: gr.Request) -> Student:
        key = str(request.session_hash)
        if key not in self._students:
            self._students[key] = Student(self._services.session())
        student = self._students[key]
        student.seen_s = time.monotonic()
        return student

    async def _forget(self, key: str, student: Student) -> None:
        left_s = student.seen_s
        await asyncio.sleep(GRACE_S)
        if student.seen_s == left_s and self._students.get(key) is student:
            del self._students[key]
            await _dismiss(student)


async def _follow(
    student: Student,
    turn: Turn,
    events: AsyncGenerator[Event],
    take: Callable[[Event], None],
    number: int,
) -> AsyncGenerator[Value]:
    """Fold `events` into `turn` and yield the sheet after each batch. Closing this closes `events`."""
    run = student.run = Run(guarded(events, turn.problem.language))
    if 0 < number <= student.stopped:  # the Stop came first
        run.stop()
    started_s = time.monotonic()
    fresh = turn.ended is None
    try:
        yield student.value(turn)
        async with aclosing(run.batches()) as batches:
            async for batch in batches:
                for event in batch:
                    take(event)
                if not batch:
                    turn.tick()
                if fresh and batch and isinstance(batch[-1], Done):
                    turn.took_s = time.monotonic() - started_s
                yield student.value(turn)
    finally:
        await run.close()
        if student.run is run:
            student.run = None


async def guarded(events: AsyncGenerator[Event], language: str) -> AsyncGenerator[Event]:
    """`events`, where an exception becomes a `Failure` and `Done`; a bug is logged with the number that is shown."""
    try:
        async with aclosing(events):
            async for event in events:
                yield event
    except SolverError as error:
        yield Failure(error.code, str(error))
        yield Done("failed")
    except Exception:
        number = secrets.token_hex(4)
        log.exception("error %s", number)
        yield Failure("failed", say(language, "failure.bug", id=number))
        yield Done("failed")


async def _dismiss(student: Student) -> None:
    try:
        await student.stop()
        await student.session.close()
    except Exception:  # one session that cannot be closed must not keep the others open
        log.exception("a session did not close")


def _number(data: object) -> int:
    """The number of a page's request; 0 is not numbered."""
    number = data.get("number") if isinstance(data, dict) else None
    return number if isinstance(number, int) else 0


def _turn_id(wish: object) -> str:
    """The name that the browser already shows the turn under, where it is one."""
    return (
        wish
        if isinstance(wish, str) and re.fullmatch(r"[a-z0-9]{1,24}", wish)
        else f"s{time.monotonic_ns():x}"
    )
