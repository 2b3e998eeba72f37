"""Whether a database on another machine answers. Where it does not, one asks again and again, and nobody else waits for it.

A server that is stopped, or a network that swallows everything, says nothing: whoever asks would wait for a whole patience, one
student after the other.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Final

from solver.errors import StoreUnavailable

SLOW_S: Final = 1.0  # a commit takes milliseconds, and seconds only where a disk is in trouble
AGAIN_S: Final = 0.2  # between two tries to reach it
UNAVAILABLE: Final = "store-unavailable"


class Reach:
    """`probe` asks it anything, and raises `StoreUnavailable` where no answer comes."""

    def __init__(self, probe: Callable[[], Awaitable[object]]) -> None:
        self._probe = probe
        self._asking: asyncio.Task[None] | None = None
        self._back = asyncio.Event()

    @property
    def is_away(self) -> bool:
        """Whether nobody should wait for it now: it did not answer, and somebody asks it again already."""
        return self._asking is not None and not self._asking.done()

    def check(self) -> None:
        """Do nothing where it answers, as far as is known.

        Raises:
            StoreUnavailable: it is away.
        """
        if self.is_away:
            raise StoreUnavailable(UNAVAILABLE, "it is known to be away")

    def lost(self) -> None:
        """It did not answer: from now on nobody waits, until it does."""
        if not self.is_away:
            self._back = asyncio.Event()
            self._asking = asyncio.create_task(self._ask())

    async def back(self) -> None:
        """Until it answers again; returns at once where it does now."""
        if self.is_away:
            await self._back.wait()

    async def close(self) -> None:
        """Ask no more."""
        if self._asking is not None and self.is_away:
            self._asking.cancel()
            await asyncio.wait({self._asking})

    async def _ask(self) -> None:
        try:
            while True:
                try:
                    await self._probe()
                    return
                except StoreUnavailable:
                    await asyncio.sleep(AGAIN_S)
        finally:
            self._back.set()  # also where nobody asks any more: whoever waits tries by themselves
