"""The students of one server, a browser tab each: who comes, who has left, and who has long done nothing.

Whoever is dismissed gives back kernel, turns and pictures. A tab that comes back names the conversation that it still shows, and
finds it again: its turns from the store, its variables by running its cells again.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Collection
from typing import Any, Final, Protocol, TypeAlias

import gradio as gr
from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from solver.errors import ConversationGone, StoreUnavailable
from solver.store import Store
from ui.own import owner_by
from ui.pictures import Album
from ui.student import Student

GRACE_S: Final = 120.0  # without an open page: a phone that slept comes back to its variables
IDLE_S: Final = 3600.0  # of a page that is open
LOOKS: Final = 20  # in the time after which an idle student is dismissed
BEAT: Final = "/gradio_api/heartbeat/"

log = logging.getLogger("stepwise")
Key: TypeAlias = tuple[str | None, str]


class Services(Protocol):
    """What is needed of `solver.Services`."""

    @property
    def store(self) -> Store | None: ...
    def session(self) -> Any: ...


class Students:
    """By the names that Gradio gives tabs, each owner's apart: who learns another's name of a tab gets an empty one. `show` puts a kept conversation on a student's sheet."""

    def __init__(
        self,
        services: Services,
        album: Album,
        show: Callable[[Student, str, object], Awaitable[None]],
        *,
        idle_s: float = IDLE_S,
    ) -> None:
        self._services, self._album, self._show, self._idle_s = services, album, show, idle_s
        self._here: dict[Key, Student] = {}
        self._open: Counter[Key] = Counter()

    def __len__(self) -> int:
        return len(self._here)

    def known(self, request: gr.Request) -> Student | None:
        """The student of a tab that is here."""
        student = self._here.get(_key(request))
        if student is not None:
            self._seen(student, request)
        return student

    def fresh(self, request: gr.Request) -> Student:
        """The student of a tab; a new one has an empty sheet, whatever the tab shows."""
        student = self.known(request)
        if student is None:
            student = Student(self._services.session(), self._services.store, self._album)
            self._here[_key(request)] = student
            self._seen(student, request)
        return student

    async def of(self, request: gr.Request, data: dict[str, Any]) -> Student:
        """The student of a tab; one that was dismissed has on the sheet again what the tab says that it shows.

        So has one who was with another server meanwhile: what this one has in memory is old.
        """
        is_back = _key(request) not in self._here
        student = self.fresh(request)
        async with student.entering:  # what the tab sent behind this waits for it
            conversation = data.get("conversation")
            was_away = student.hears(data.get("number")) and not is_back and student.may_be_replaced
            if was_away and conversation is None and student.conversation is not None:
                await student.forget()  # a new sheet was begun there
            elif isinstance(conversation, str) and (is_back or was_away):
                shows = data.get("shows")
                try:
                    await self._show(student, conversation, data.get("model"))
                    student.missed = [
                        t for t in student.turns if isinstance(shows, list) and t.id not in shows
                    ]
                except (ConversationGone, StoreUnavailable) as error:
                    log.info("a page came back and its conversation did not: %s", error)
        return student

    def leave(self, request: gr.Request) -> None:
        """The page was closed: nothing more is computed for it."""
        student = self._here.get(_key(request))
        if student is not None and student.run is not None:
            student.run.stop()

    def opened(self, name: Key) -> None:
        """A page holds the connection by which Gradio knows that it is open."""
        self._open[name] += 1

    def closed(self, name: Key) -> None:
        """That connection has ended. The page may have been closed, or comes back on another one."""
        self._open[name] -= 1
        if self._open[name] <= 0:
            del self._open[name]
        if (student := self._here.get(name)) is not None:
            student.seen_s = time.monotonic()

    async def watch(self) -> None:
        """Dismiss whoever has left or is idle, again and again; ends when it is cancelled."""
        while True:
            await asyncio.sleep(min(self._idle_s, GRACE_S) / LOOKS)
            await self.dismiss_idle()

    async def dismiss_idle(self) -> None:
        """Dismiss the students whose tabs have done nothing for so long, or are closed: not all browsers say a word when they vanish.

        Only whether the page's connection is open tells: what a page had sent before it was closed may begin after that.
        """
        now_s, going = time.monotonic(), []
        for name, student in self._here.items():
            if student.run is not None:
                student.seen_s = now_s
            patience_s = self._idle_s if name in self._open else min(GRACE_S, self._idle_s)
            if now_s - student.seen_s > patience_s:
                going.append(student)
        await self._dismiss(going)

    def forgotten(self, owner: str, conversation: str | None) -> None:
        """A conversation of the owner's was deleted, or all of them: their pictures need not be here any longer."""
        self._album.forget(owner, conversation)

    async def close(self) -> None:
        """Dismiss everybody; for the shutdown of the server."""
        await self._dismiss(self._here.values())

    def _seen(self, student: Student, request: gr.Request) -> None:
        student.owner = owner_by(request)
        student.seen_s = time.monotonic()

    async def _dismiss(self, students: Collection[Student]) -> None:
        going = [(key, one) for key, one in self._here.items() if any(one is s for s in students)]
        for key, _ in going:
            del self._here[key]
        await asyncio.gather(*(_close(student) for _, student in going))


def _key(request: gr.Request) -> Key:
    return owner_by(request), str(request.session_hash)


async def _close(student: Student) -> None:
    try:
        await student.stop()
        await student.session.close()
    except Exception:
        log.exception("a session did not close")


class Heartbeats:
    """Middleware: tells of the connections by which Gradio knows that a page is open."""

    def __init__(self, app: ASGIApp, students: Students) -> None:
        self._app, self._students = app, students

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        _, found, name = str(scope.get("path", "")).rpartition(BEAT)
        if scope["type"] != "http" or not found or "/" in name:
            await self._app(scope, receive, send)
            return
        key = owner_by(Request(scope)), name
        self._students.opened(key)
        try:
            await self._app(scope, receive, send)
        finally:
            self._students.closed(key)
