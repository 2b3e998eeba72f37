"""One problem that is solved for one client, who may go away at any moment."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import aclosing
from typing import Any, Final

from solver.events import Event
from ui.following import guarded
from ui.handlers import Services
from ui.runs import Run
from ui.v1.asked import Asked
from ui.v1.places import Places

LOOK_S: Final = 0.5  # how often somebody who waits for a place is looked for

_leaving: set[asyncio.Task[None]] = set()  # a task that nobody holds may be collected before its end


class Gone(Exception):
    """The client has left."""


class Job:
    """A `session` of its own, once it has begun. `leave` must be called in the end, from anywhere, cancelled or not."""

    def __init__(
        self, services: Services, places: Places, asked: Asked, gone: Callable[[], Awaitable[bool]]
    ) -> None:
        self._services, self._places, self._asked, self._gone = services, places, asked, gone
        places.enter()
        self.session: Any = None
        self._run: Run | None = None
        self._placed = self._left = False

    async def begin(self) -> None:
        """Wait for a place.

        Raises:
            Gone: nobody waits any more.
        """
        turn = asyncio.create_task(self._places.place())
        try:
            while not turn.done():
                await asyncio.wait({turn}, timeout=LOOK_S)
                if not turn.done() and await self._gone():
                    raise Gone
        finally:
            turn.cancel()  # does nothing where it is done
            self._placed = turn.done() and not turn.cancelled()
        self.session = self._services.session()

    async def batches(self) -> AsyncGenerator[list[Event]]:
        """Events as they come; empty lists mark time.

        Raises:
            Gone: nobody reads any more.
        """
        problem = self._asked.problem
        self._run = Run(guarded(self.session.solve(problem, **self._asked.ways()), problem.language))
        async with aclosing(self._run.batches()) as batches:
            async for batch in batches:
                if await self._gone():
                    raise Gone
                yield batch

    def leave(self) -> None:
        """Stop the model and the cell, give back kernel and place. In a task of its own: who leaves may be cancelled."""
        if not self._left:
            self._left = True
            task = asyncio.create_task(self._close())
            _leaving.add(task)
            task.add_done_callback(_leaving.discard)

    async def _close(self) -> None:
        try:
            if self._run is not None:
                await self._run.close()
            if self.session is not None:
                await self.session.close()
        finally:
            self._places.leave(had_place=self._placed)
