"""Between Gradio and `Session`: one student a browser tab, one async generator an event.

The only place that may catch everything. What the page shows is made by `ui.render`.
"""

from __future__ import annotations

import asyncio
import logging
import re
import secrets
import time
from collections.abc import AsyncGenerator, Callable, Collection, Sequence
from contextlib import aclosing
from dataclasses import dataclass, field
from typing import Any, Final, Protocol, TypeAlias

import gradio as gr

from solver.errors import SolverError
from solver.events import Code, Done, Event, Failure
from solver.models.coach import Coach
from solver.ports import Language, Problem
from solver.topics.methods import METHODS
from solver.tutor.sets import PracticeSet
from solver.verify.verdicts import LineVerdict
from ui import tutoring
from ui.i18n import problem_language, say
from ui.runs import Run
from ui.turn import Turn
from ui.tutored import view

GRACE_S: Final = 120.0  # after the page was left: a phone that slept comes back to its variables
PICTURE_PART: Final = 9000  # no solution has so many parts
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
    def coach(self) -> Coach: ...
    async def check_work(
        self, problem: Problem, lines: Sequence[str], *, shown: Collection[str] = ...
    ) -> tuple[LineVerdict, ...]: ...


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
        async with aclosing(self._solved(student, problem, data)) as values:
            async for value in values:
                yield value

    async def _solved(
        self, student: Student, problem: Problem, data: dict[str, Any], practice: PracticeSet | None = None
    ) -> AsyncGenerator[Value]:
        """A new turn at the end: its solution as it comes, or kept back where the student practises."""
        turn = Turn(_turn_id(data.get("turn")), problem)
        student.turns.append(turn)
        model = self._model(data.get("model"))
        events = student.session.solve(problem, model=model, strategy=self._strategy(data.get("strategy")))
        practise = data.get("mode") == "practise"
        take = tutoring.begin(turn, student.session, practise=practise)
        if turn.coaching is not None:
            turn.coaching.set = practice
        async with aclosing(_follow(student, turn, events, take, _number(data))) as values:
            async for value in values:
                yield value
        if turn.coaching is not None:
            await tutoring.prepare(turn, student.session, model)
            yield student.value(turn)

    async def tutor(self, event: gr.EventData, request: gr.Request) -> AsyncGenerator[Value]:
        """A hint, an answer to judge, a similar problem, …: `act` says which."""
        student, data = self._student(request), dict(event._data or {})
        turn, act = student.turn(data.get("turn")), data.get("act")
        if act == "due" and (practice := tutoring.due_set(data)) is not None:
            async with aclosing(self._next(student, practice, data)) as values:
                async for value in values:
                    yield value
            return
        if turn is None or turn.coaching is None or student.run is not None:
            yield student.value()
            return
        if act in ("similar", "set", "set-next"):
            async with aclosing(self._another(student, turn, str(act), data)) as values:
                async for value in values:
                    yield value
            return
        if act == "plot" and (source := turn.coaching.picture) is not None:
            async with aclosing(self._drawn(student, turn, source)) as values:
                async for value in values:
                    yield value
            return
        if act == "answer":
            await tutoring.answer(turn, data, student.session)
        elif act == "work":
            await tutoring.check_work(turn, data, self._services.check_work)
        elif act in tutoring.SIMPLE:
            tutoring.SIMPLE[act](turn, data)
        deck = tutoring.deck_after(turn, data)
        yield student.value(turn) | ({"deck": deck} if deck is not None else {})

    async def _drawn(self, student: Student, turn: Turn, source: str) -> AsyncGenerator[Value]:
        """A picture of what the problem gives, as a cell of its turn."""
        assert turn.coaching is not None
        turn.coaching.picture = None
        turn.apply(Code(PICTURE_PART, source))
        events = student.session.run_cell(PICTURE_PART, source, turn.problem.language)
        follow = _follow(student, turn, events, lambda e: turn.rerun_event(e, PICTURE_PART), 0)
        async with aclosing(follow) as values:
            async for value in values:
                yield value

    async def _another(
        self, student: Student, turn: Turn, act: str, data: dict[str, Any]
    ) -> AsyncGenerator[Value]:
        """A similar problem, or the next one of a set, as a turn of its own that is practised."""
        coaching, practice = turn.coaching, None
        assert coaching is not None
        if coaching.notice == "looking":  # asked twice
            return
        if act == "set-next":
            practice = coaching.set
            question = practice.next_question() if practice is not None else None
        else:
            coaching.notice = "looking"
            yield student.value(turn)
            if act == "set":
                practice = await tutoring.new_set(turn.problem, student.session, self._services.coach())
                question = practice.next_question() if practice is not None else None
            else:
                question = await tutoring.similar(turn.problem, student.session)
            coaching.notice = "" if question is not None else "none-similar"
        yield student.value(turn)
        if question is None or student.run is not None:  # something else was begun meanwhile
            return
        problem = Problem(question, turn.problem.language)
        async with aclosing(self._solved(student, problem, _practised(data), practice)) as values:
            async for value in values:
                yield value

    async def _next(
        self, student: Student, practice: PracticeSet, data: dict[str, Any]
    ) -> AsyncGenerator[Value]:
        """The first problem of a set that does not begin from a turn."""
        question = practice.next_question()
        if question is None or student.run is not None:
            yield student.value()
            return
        problem = Problem(question, practice.language)
        async with aclosing(self._solved(student, problem, _practised(data), practice)) as values:
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


def _practised(data: dict[str, Any]) -> dict[str, Any]:
    """A request for a new problem, as one to practise under a name of its own."""
    return data | {"mode": "practise", "turn": None}


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
