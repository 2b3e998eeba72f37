"""Keeps one stream as it comes. What could not be written is held and written with what comes next, so there is never a gap.

The reader waits for the disk, but not for a database that is away: then the stream goes on, says that it is not kept, and is written
when the database is back, behind whatever of the same reader's came before it.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Sequence
from typing import Final, TypeAlias

from solver.errors import ConversationFull, ConversationGone, StoreUnavailable
from solver.events import Event
from solver.store.store import HeldEnd, Store
from solver.store.streams import Place

REST_S: Final = 3.0  # without a try after one that failed: the reader's stream goes on meanwhile
PATIENCE_S: Final = 1.0  # for which a reader waits for what is being written
AGAIN_S: Final = 0.2  # the same where they have waited for it before
HOLD_S: Final = 600.0  # for which what has ended is held

Trouble: TypeAlias = StoreUnavailable | ConversationGone | ConversationFull
Begin: TypeAlias = Callable[[Sequence[Event], float | None], Awaitable[Place]]

log = logging.getLogger("stepwise")


class Keeper:
    """One stream's way into the store. `begin` finds its place and writes the first events there; it is asked again where that failed.

    Nothing is written before all that `after` keeps is.

    Attributes:
        trouble: why what was given so far is not all on disk; None where it is.
    """

    def __init__(
        self, store: Store, begin: Begin, *, after: Keeper | None = None, rest_s: float = REST_S,
        patience_s: float = PATIENCE_S,
    ) -> None:  # fmt: skip
        self._store, self._after = store, after
        self._begin: Begin | None = begin  # until it has: what it holds may be large, as a picture
        self._rest_s, self._patience_s = rest_s, patience_s
        self._place: Place | None = None
        self._waiting: list[Event] = []
        self._took_s: float | None = None
        self._written = 0
        self._quiet_until_s = 0.0
        self._writing: asyncio.Task[None] | None = None
        self.trouble: Trouble | None = None

    async def keep(self, events: Sequence[Event] = (), *, took_s: float | None = None) -> None:
        """Write events, and all that still waits; when this returns they are on disk, or `trouble` says why not.

        The last ones, which come with `took_s`, are tried however lately a try has failed. What is being written when the caller
        goes away, or has waited for long enough, is written all the same.
        """
        self._waiting += events
        self._took_s = self._took_s if took_s is None else took_s
        if isinstance(self.trouble, ConversationGone | ConversationFull):
            return
        patience_s = AGAIN_S
        if self._writing is None:
            if took_s is None and time.monotonic() < self._quiet_until_s:
                return
            self._writing, patience_s = asyncio.create_task(self._write()), self._patience_s
        writing = self._writing
        await asyncio.wait({writing}, timeout=patience_s)
        if writing.done():
            writing.result()
        else:
            self._note(StoreUnavailable("store-unavailable", f"not written within {self._patience_s:g} s"))

    def finish(self, then: Callable[[], None]) -> None:
        """The stream has ended and is not kept: go on trying for `HOLD_S`, and say so when it is."""
        self._store.hold(self._finished(then))

    async def _finished(self, then: Callable[[], None]) -> HeldEnd:
        end_s = time.monotonic() + HOLD_S
        while isinstance(self.trouble, StoreUnavailable) and time.monotonic() < end_s:
            await self._store.answers(at_most_s=self._rest_s)
            self._quiet_until_s = 0.0
            await self.keep()
        if self.trouble is not None:
            return "lost" if isinstance(self.trouble, StoreUnavailable) else "gone"
        then()
        return "kept"

    async def _write(self) -> None:
        """Write what waits, and what is given meanwhile."""
        try:
            await self._write_before()
            while True:
                batch, took_s = tuple(self._waiting), self._took_s
                if (
                    self._begin is not None
                ):  # in one commit with what comes first: the disk is waited for once
                    self._place = await self._begin(batch, took_s)
                    self._begin = None
                elif batch and self._place is not None:
                    await self._store.append(self._place, self._written, batch, took_s)
                self._written += len(batch)
                del self._waiting[: len(batch)]
                if not self._waiting:
                    break
        except (StoreUnavailable, ConversationGone, ConversationFull) as error:
            self._note(error)
            self._quiet_until_s = time.monotonic() + self._rest_s
        else:
            self.trouble = None
        finally:
            # a task that has ended still holds the request in which it began, 20 kB a turn
            self._writing = None

    async def _write_before(self) -> None:
        """All that comes before this stream.

        Raises:
            StoreUnavailable: not all of it could be written.
        """
        if self._after is not None and isinstance(self._after.trouble, StoreUnavailable):
            await self._after.keep()
            if isinstance(trouble := self._after.trouble, StoreUnavailable):
                raise StoreUnavailable(trouble.code, "nor is what came before")
        self._after = None

    def _note(self, error: Trouble) -> None:
        if self.trouble is None:
            log.warning("a conversation is not kept: %s", error)
        self.trouble = error
