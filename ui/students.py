"""The students of one server, a browser tab each: who comes, who has left, and who has long done nothing.

Whoever is dismissed gives back kernel, turns and pictures. A tab that comes back names the conversation that it still shows, and
finds it again: its turns from the store, its variables by running its cells again.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Collection
from typing import Any, Final, Protocol, TypeAlias

import gradio as gr

from solver.errors import ConversationGone, StoreUnavailable
from solver.store import Store
from ui.own import owner_by
from ui.pictures import Album
from ui.student import Student

GRACE_S: Final = 120.0  # after the page was left: a phone that slept comes back to its variables
IDLE_S: Final = 3600.0  # of a page that never said that it was left
LOOKS: Final = 20  # in the time after which an idle student is dismissed

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
        self._farewells: set[asyncio.Task[None]] = set()

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
        """The student of a tab; one that was dismissed has on the sheet again what the tab says that it shows."""
        is_back = _key(request) not in self._here
        student = self.fresh(request)
        async with student.entering:  # what the tab sent behind this waits for it
            conversation = data.get("conversation")
            if is_back and isinstance(conversation, str):
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
        """The page was closed: nothing more is computed for it; its session ends after a while."""
        student = self._here.get(_key(request))
        if student is None:
            return
        if student.run is not None:
            student.run.stop()
        farewell = asyncio.create_task(self._farewell(student))
        self._farewells.add(farewell)
        farewell.add_done_callback(self._farewells.discard)

    async def watch(self) -> None:
        """Dismiss whoever is idle, again and again; ends when it is cancelled."""
        while True:
            await asyncio.sleep(self._idle_s / LOOKS)
            await self.dismiss_idle()

    async def dismiss_idle(self) -> None:
        """Dismiss the students whose tabs have done nothing for so long: their browsers may have vanished without a word."""
        now_s = time.monotonic()
        for student in self._here.values():
            if student.run is not None:
                student.seen_s = now_s
        await self._dismiss([s for s in self._here.values() if now_s - s.seen_s > self._idle_s])

    def forgotten(self, owner: str, conversation: str | None) -> None:
        """A conversation of the owner's was deleted, or all of them: their pictures need not be here any longer."""
        self._album.forget(owner, conversation)

    async def close(self) -> None:
        """Dismiss everybody; for the shutdown of the server."""
        for farewell in self._farewells:
            farewell.cancel()
        await self._dismiss(self._here.values())

    def _seen(self, student: Student, request: gr.Request) -> None:
        student.owner = owner_by(request)
        student.seen_s = time.monotonic()

    async def _farewell(self, student: Student) -> None:
        left_s = student.seen_s
        await asyncio.sleep(GRACE_S)
        if student.seen_s == left_s:
            await self._dismiss([student])

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
