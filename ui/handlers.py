"""Between Gradio and `Session`: one student a browser tab, one async generator an event.

With `ui.following` the only place that may catch everything. What the page shows is made by `ui.tutored` and `ui.render`.
"""

from __future__ import annotations

import re
import time
from collections.abc import AsyncGenerator, Collection, Sequence
from contextlib import aclosing
from typing import Any, Final, Protocol

import gradio as gr

from solver.errors import ConversationGone, StoreUnavailable
from solver.events import Code
from solver.intake import MAX_LENGTH
from solver.kernels.history import finished_cells
from solver.models.coach import Coach
from solver.ports import Checker, Problem
from solver.store import Store
from solver.topics.methods import METHODS
from solver.tutor.sets import PracticeSet
from solver.verify.verdicts import LineVerdict
from ui import tutoring
from ui.following import follow
from ui.i18n import problem_language
from ui.pictures import Album, Kept
from ui.streams import STREAMS
from ui.student import Student, Value
from ui.students import IDLE_S, Students
from ui.turn import Turn

PICTURE_PART: Final = 9000  # no solution has so many parts


class Services(Protocol):
    """What the page needs of `solver.Services`. Without a `store` nothing is kept."""

    @property
    def store(self) -> Store | None: ...
    async def start(self) -> None: ...
    async def close(self) -> None: ...
    def models(self) -> tuple[str, ...]: ...
    def strategies(self) -> tuple[str, ...]: ...
    def session(self) -> Any: ...
    def coach(self) -> Coach: ...
    def checker(self) -> Checker: ...
    def ocr(self) -> Any: ...
    async def check_work(
        self,
        problem: Problem,
        lines: Sequence[str],
        *,
        shown: Collection[str] = ...,
        solved: str | None = ...,
    ) -> tuple[LineVerdict, ...]: ...


class Handlers:
    """The handlers of all pages of one server."""

    def __init__(self, services: Services, *, idle_s: float = IDLE_S) -> None:
        self._services = services
        self.album = Album()
        self.students = Students(services, self.album, self._show, idle_s=idle_s)
        self._solving: set[tuple[str | None, str]] = set()  # conversation and turn, in all tabs

    async def solve(self, event: gr.EventData, request: gr.Request) -> AsyncGenerator[Value]:
        """A problem was sent: a new turn at the end, in place of turn `replaces` where one is named."""
        data = dict(event._data or {})
        student = await self.students.of(request, data)
        await student.read_lock()
        await student.stop()
        if student.gone:
            await student.forget()
        text = str(data.get("text", ""))[: MAX_LENGTH + 1]  # longer ones are refused, and shown no further
        language = problem_language(text, str(data.get("language", "en")))
        problem = Problem(text, language, method if (method := data.get("method")) in METHODS else None)
        picture = self._picture(student, data)  # before the turn that may hold it goes
        student.turns = [
            turn for turn in student.turns if turn.id not in (data.get("replaces"), data.get("turn"))
        ]
        async with aclosing(self._solved(student, problem, data, picture=picture)) as values:
            async for value in values:
                yield value

    async def _solved(
        self,
        student: Student,
        problem: Problem,
        data: dict[str, Any],
        practice: PracticeSet | None = None,
        *,
        picture: Kept | None = None,
    ) -> AsyncGenerator[Value]:
        """A new turn at the end: its solution as it comes, or kept back where the student practises."""
        turn = Turn(_turn_id(data.get("turn")), problem, picture=picture)
        student.turns.append(turn)
        model, strategy = self._model(data.get("model")), self._strategy(data.get("strategy"))
        practise = data.get("mode") == "practise" or tutoring.closes(student.lock)
        take = tutoring.begin(turn, student.session, practise=practise)
        # what is kept back must not lie in the kernel in which the student's own cells run
        private = self._services.session() if practise and turn.coaching is not None else None
        session = student.session if private is None else private
        events = session.solve(problem, model=model, strategy=strategy)
        keeper = student.keeper(turn, model, strategy, _name(data.get("replaces")))
        if turn.coaching is not None:
            turn.coaching.set = practice
        followed = follow(student, turn, events, take, _number(data), keeper)
        key = (student.conversation, turn.id)
        with STREAMS.told():
            try:
                async with aclosing(followed) as values:
                    async for value in values:
                        key = (student.conversation, turn.id)
                        self._solving.add(key)
                        yield value
            finally:
                self._solving.discard(key)
                self._solving.discard((None, turn.id))
                if private is not None:
                    await private.close()
            if turn.coaching is not None:
                tutoring.settle(turn)
                await tutoring.prepare(turn, student.session, model)
                tutoring.look(turn, student.lock)
                yield student.value(turn)

    async def tutor(self, event: gr.EventData, request: gr.Request) -> AsyncGenerator[Value]:
        """A hint, an answer to judge, a similar problem, …: `act` says which."""
        data = dict(event._data or {})
        student = await self.students.of(request, data)
        await student.read_lock()
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
        tutoring.look(turn, student.lock)
        hidden = turn.coaching.is_hidden
        if act == "answer":
            await tutoring.answer(turn, data, student.session)
        elif act == "work":
            await tutoring.check_work(turn, data, self._services.check_work)
        elif act in tutoring.SIMPLE:
            tutoring.SIMPLE[act](turn, data)
        tutoring.look(turn, student.lock)
        await student.keep_acts(turn)
        if hidden and not turn.coaching.is_hidden:
            student.session.catch_up(finished_cells(turn.coaching.events))
            await student.reveal(turn)
        deck = tutoring.deck_after(turn, data)
        yield student.value(turn) | ({"deck": deck} if deck is not None else {})

    async def _drawn(self, student: Student, turn: Turn, source: str) -> AsyncGenerator[Value]:
        """A picture of what the problem gives, as a cell of its turn."""
        assert turn.coaching is not None
        turn.coaching.picture = None
        turn.apply(Code(PICTURE_PART, source))
        events = student.session.run_cell(PICTURE_PART, source, turn.problem.language)
        followed = follow(student, turn, events, lambda e: turn.rerun_event(e, PICTURE_PART), 0)
        async with aclosing(followed) as values:
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
            question = None
            try:
                yield student.value(turn)
                if act == "set":
                    practice = await tutoring.new_set(turn.problem, student.session, self._services.coach())
                    question = practice.next_question() if practice is not None else None
                else:
                    question = await tutoring.similar(turn.problem, student.session)
            finally:  # also when the reader goes away: it can be asked for again
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
        data = dict(event._data or {})
        student = await self.students.of(request, data)
        turn = student.turn(data.get("turn"))
        part = data.get("part")
        if turn is None or not isinstance(part, int) or part not in turn.cells:
            yield student.value()
            return
        await student.stop()
        source = str(data.get("source", ""))
        turn.rerun(part, source)
        events = student.session.run_cell(part, source, turn.problem.language)
        keeper = student.run_keeper(turn, part, source)
        followed = follow(student, turn, events, lambda e: turn.rerun_event(e, part), _number(data), keeper)
        async with aclosing(followed) as values:
            async for value in values:
                yield value

    async def restore(self, event: gr.EventData, request: gr.Request) -> AsyncGenerator[Value]:
        """A reader wants the variables back that a dead kernel took with it."""
        data = dict(event._data or {})
        student = await self.students.of(request, data)
        turn = student.turn(data.get("turn"))
        if turn is None:
            yield student.value()
            return
        await student.stop()
        turn.restore()
        events = student.session.restore(turn.problem.language)
        async with aclosing(follow(student, turn, events, turn.restore_event, _number(data))) as values:
            async for value in values:
                yield value

    async def stop(self, event: gr.EventData, request: gr.Request) -> None:
        """End what runs, and what was sent before this and has not begun. Its generator yields the last update itself."""
        student = self.students.fresh(request)  # a Stop may come before what it stops
        student.hears(_number(event._data))
        student.stopped = max(student.stopped, _number(event._data))
        if student.run is not None:
            student.run.stop()

    async def clear(self, event: gr.EventData, request: gr.Request) -> Value:
        """An empty sheet and no variables."""
        student = self.students.fresh(request)
        student.hears(_number(event._data))
        await student.stop()
        await student.forget()
        return student.value()

    async def open(self, event: gr.EventData, request: gr.Request) -> Value:
        """A kept conversation, in place of what is on the sheet."""
        student, data = self.students.fresh(request), dict(event._data or {})
        student.hears(_number(data))
        await student.stop()
        try:
            await self._show(student, str(data.get("conversation", "")), data.get("model"))
        except (ConversationGone, StoreUnavailable) as error:
            await student.forget()
            return student.value(notice=f"failure.{error.code}")
        return student.value(*student.turns)

    async def _show(self, student: Student, conversation: str, model: object) -> None:
        """Put a kept conversation on the sheet, ready to be tutored by whoever solved it, else by the `model` that is chosen now.

        Raises:
            ConversationGone, StoreUnavailable: it cannot be had.
        """
        if student.store is None or student.owner is None:
            raise ConversationGone
        found = await student.store.conversation(student.owner, conversation)
        await student.show(found)
        await student.read_lock()
        solvers = {kept.name: kept.model for kept in found.shown()}
        for turn in student.turns:
            if turn is student.turns[-1] or turn.coaching is not None and turn.coaching.is_hidden:
                await tutoring.prepare(turn, student.session, self._model(solvers[turn.id], model))
                tutoring.look(turn, student.lock)
            turn.elsewhere = turn.broken_off and (student.conversation, turn.id) in self._solving

    async def leave(self, request: gr.Request) -> None:
        """The page was closed."""
        self.students.leave(request)

    async def close(self) -> None:
        """End every session; for the shutdown of the server."""
        await self.students.close()

    def _picture(self, student: Student, data: dict[str, Any]) -> Kept | None:
        """What a problem was read from; a page that came back calls the picture of an earlier attempt by its old name."""
        name, before = data.get("picture"), student.turn(data.get("replaces"))
        found = self.album.find(name, student.owner)
        return found if found is not None or before is None or not name else before.picture

    def _model(self, *wishes: object) -> str:
        """The first of these tutors that the page offers, else its first."""
        names = self._services.models()
        return next((wish for wish in wishes if isinstance(wish, str) and wish in names), names[0])

    def _strategy(self, wish: object) -> str | None:
        """The way of solving that was chosen, if the page offers it; None is the usual one."""
        return wish if isinstance(wish, str) and wish in self._services.strategies() else None


def _practised(data: dict[str, Any]) -> dict[str, Any]:
    """A request for a new problem, as one to practise under a name of its own."""
    return data | {"mode": "practise", "turn": None}


def _number(data: object) -> int:
    """The number of a page's request; 0 is not numbered."""
    number = data.get("number") if isinstance(data, dict) else None
    return number if isinstance(number, int) else 0


def _name(wish: object) -> str | None:
    """The name of a turn, where it is one."""
    return wish if isinstance(wish, str) and re.fullmatch(r"[a-z0-9]{1,24}", wish) else None


def _turn_id(wish: object) -> str:
    """The name that the browser already shows the turn under, where it is one."""
    return _name(wish) or f"s{time.monotonic_ns():x}"
