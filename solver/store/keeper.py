"""Keeps one stream as it comes. What could not be written is held and written with what comes next, so there is never a gap."""

from __future__ import annotations

import logging
import time
from collections.abc import Awaitable, Callable, Sequence
from typing import Final, TypeAlias

from solver.errors import ConversationGone, StoreUnavailable
from solver.events import Event
from solver.store.store import Store
from solver.store.streams import Place

REST_S: Final = 3.0  # without a try after one that failed: the reader's stream goes on meanwhile

Begin: TypeAlias = Callable[[Sequence[Event], float | None], Awaitable[Place]]

log = logging.getLogger("stepwise")


class Keeper:
    """One stream's way into the store. `begin` finds its place and writes the first events there; it is asked again where that failed.

    Attributes:
        trouble: why what was given so far is not all on disk; None where it is.
    """

    def __init__(self, store: Store, begin: Begin, *, rest_s: float = REST_S) -> None:
        self._store, self._begin, self._rest_s = store, begin, rest_s
        self._place: Place | None = None
        self._waiting: list[Event] = []
        self._took_s: float | None = None
        self._written = 0
        self._quiet_until_s = 0.0
        self.trouble: StoreUnavailable | ConversationGone | None = None

    async def keep(self, events: Sequence[Event] = (), *, took_s: float | None = None) -> None:
        """Write events, and all that still waits; when this returns they are on disk, or `trouble` says why not.

        The last ones, which come with `took_s`, are tried however lately a try has failed.
        """
        self._waiting += events
        self._took_s = self._took_s if took_s is None else took_s
        if isinstance(self.trouble, ConversationGone):
            return
        if took_s is None and time.monotonic() < self._quiet_until_s:
            return
        try:
            if self._place is None:  # in one commit with what comes first: the disk is waited for once
                self._place = await self._begin(self._waiting, self._took_s)
            elif self._waiting:
                await self._store.append(self._place, self._written, self._waiting, self._took_s)
        except (StoreUnavailable, ConversationGone) as error:
            if self.trouble is None:
                log.warning("a conversation is not kept: %s", error)
            self.trouble, self._quiet_until_s = error, time.monotonic() + self._rest_s
        else:
            self._written += len(self._waiting)
            self._waiting, self.trouble = [], None
