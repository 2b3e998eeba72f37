"""Appends of several streams go into one commit: what waits while one is written is written with the next.

A commit waits for the disk, some milliseconds, whether it holds one batch or fifty.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection

from solver.errors import StoreUnavailable
from solver.events import Event
from solver.store import streams
from solver.store.database import Database
from solver.store.streams import Place

CLOSED: Final = StoreUnavailable("store-unavailable", "the store was closed")


@dataclass(frozen=True, slots=True)
class _Batch:
    place: Place
    first: int
    events: Sequence[Event]
    took_s: float | None
    written: asyncio.Future[None]


class Appender:
    """One a database. Its task lives only while something waits."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._waiting: list[_Batch] = []
        self._task: asyncio.Task[None] | None = None

    async def append(self, place: Place, first: int, events: Sequence[Event], took_s: float | None) -> None:
        """Returns when they are on disk. A caller that is cancelled no longer waits; they are written all the same.

        Raises:
            ConversationGone: the turn was deleted meanwhile.
            StoreUnavailable: the database is away or full; nothing was written.
        """
        batch = _Batch(place, first, events, took_s, asyncio.get_running_loop().create_future())
        self._waiting.append(batch)
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(self._drain())
            self._task.add_done_callback(self._leave)
        await batch.written

    async def close(self) -> None:
        """Wait until what is being written is."""
        if self._task is not None:
            await self._task

    async def _drain(self) -> None:
        while self._waiting:
            group, self._waiting = self._waiting, []
            try:
                await self._write_each(group)
            finally:  # cancelled
                _fail(group, CLOSED)

    def _leave(self, task: asyncio.Task[None]) -> None:
        """Nobody writes any more what still waits for a task that ended; it may have been cancelled before its first step."""
        if task is self._task:  # else another one has begun since
            waiting, self._waiting = self._waiting, []
            _fail(waiting, CLOSED)

    async def _write_each(self, group: Sequence[_Batch]) -> None:
        """Write a group whole, or where one of it spoils that, each of it by itself: whoever waits hears of its own alone."""
        try:
            await self._write(group)
        except StoreUnavailable as error:  # nobody's batch is to blame
            _fail(group, error)
        except Exception as error:  # noqa: BLE001  a bug is for whoever waits to log; the others go on
            if len(group) == 1:
                _fail(group, error)
            else:
                for batch in group:
                    await self._write_each([batch])

    async def _write(self, group: Sequence[_Batch]) -> None:
        def write(connection: Connection) -> None:
            for batch in group:
                streams.append(connection, batch.place, batch.first, batch.events, batch.took_s)

        await self._database.write(write)
        for batch in group:
            if not batch.written.done():
                batch.written.set_result(None)


def _fail(group: Sequence[_Batch], error: BaseException) -> None:
    for batch in group:
        if not batch.written.done():
            batch.written.set_exception(error)
