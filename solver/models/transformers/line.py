"""Who may generate now, and who comes next: a fair line in which everybody sees their place.

Problems that have begun go before new ones, and within each kind who came first: somebody who reads along is not
sent to the end of the line behind every cell, and a problem has only so many rounds.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncGenerator

from solver.errors import ModelUnavailable


class Line:
    """Lets at most `places` in at once. At most `max_waiting` wait; who comes then is refused.

    May be used from several threads and event loops.
    """

    def __init__(self, places: int, max_waiting: int) -> None:
        self._free, self._max_waiting = places, max_waiting
        self._waiting: list[Ticket] = []
        self._lock = threading.Lock()

    def join(self, *, goes_on: bool) -> Ticket:
        """A place in the line; wait for it with `ahead`, give it back with `leave`.

        Raises:
            ModelUnavailable: too many are waiting. A problem that has begun is never refused.
        """
        with self._lock:
            waiting = len(self._waiting)
            if not goes_on and not self._free and waiting >= self._max_waiting:
                raise ModelUnavailable("line-full", waiting=waiting)
            ticket = Ticket(self, goes_on=goes_on)
            self._waiting.insert(sum(t.goes_on for t in self._waiting) if goes_on else waiting, ticket)
            self._move_up()
        return ticket

    def leave(self, ticket: Ticket) -> None:
        """Called by a ticket."""
        with self._lock:
            if ticket in self._waiting:
                self._waiting.remove(ticket)
            elif ticket.inside:
                ticket.inside = False
                self._free += 1
            self._move_up()

    def _move_up(self) -> None:
        while self._free and self._waiting:
            self._free -= 1
            first = self._waiting.pop(0)
            first.inside = True
            first.tell(0)
        for at, ticket in enumerate(self._waiting):
            ticket.tell(at)


class Ticket:
    """A place in a `Line`."""

    def __init__(self, line: Line, *, goes_on: bool) -> None:
        self.goes_on, self.inside = goes_on, False
        self._line, self._at = line, 0
        self._loop, self._moved = asyncio.get_running_loop(), asyncio.Event()

    async def ahead(self) -> AsyncGenerator[int]:
        """How many come before, each time that it changes; ends inside."""
        told = None
        while True:
            self._moved.clear()
            if self.inside:
                return
            if self._at != told:
                told = self._at
                yield told
            await self._moved.wait()

    def leave(self) -> None:
        """Give the place back, inside or not. May be called more than once, from any thread."""
        self._line.leave(self)

    def tell(self, at: int) -> None:
        """Called by the line: `at` others come before, or the ticket is inside."""
        self._at = at
        try:
            self._loop.call_soon_threadsafe(self._moved.set)
        except RuntimeError:  # its loop was closed, and whoever waited with it
            return
