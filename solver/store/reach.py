"""Whether a database on another machine answers. Where it does not, one asks again and again, and nobody else waits for it.

A server that is stopped, or a network that swallows everything, says nothing: whoever asks would wait for a whole patience, one
student after the other.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import Final

from solver.errors import StoreUnavailable

SLOW_S: Final = 1.0  # a commit takes milliseconds, and seconds only where a disk is in trouble
DOUBT_S: Final = 0.3  # for which it may still be the one question that took long
AGAIN_S: Final = 0.2  # between two tries to reach it
UNAVAILABLE: Final = "store-unavailable"


class Reach:
    """`probe` asks it anything, and raises `StoreUnavailable` where no answer comes."""

    def __init__(self, probe: Callable[[], Awaitable[object]]) -> None:
        self._probe = probe
        self._asking: asyncio.Task[None] | None = None
        self._asked_s = 0.0
        self._failed = False  # a probe has
        self._back = asyncio.Event()

    @property
    def is_doubted(self) -> bool:
        """Whether something was not answered, and since then nothing was."""
        return self._asking is not None and not self._asking.done()

    @property
    def is_away(self) -> bool:
        """Whether nobody should wait for it now: it answers a probe neither."""
        return self.is_doubted and (self._failed or time.monotonic() - self._asked_s > DOUBT_S)

    def check(self) -> None:
        """Do nothing where it answers, as far as is known.

        Raises:
            StoreUnavailable: it is away.
        """
        if self.is_away:
            raise StoreUnavailable(UNAVAILABLE, "it is known to be away")

    def doubt(self) -> None:
        """It did not answer: ask it until it does."""
        if not self.is_doubted:
            self._asked_s, self._failed, self._back = time.monotonic(), False, asyncio.Event()
            self._asking = asyncio.create_task(self._ask())

    async def back(self) -> None:
        """Until it answers again; returns at once where it does now."""
        if self.is_doubted:
            await self._back.wait()

    async def close(self) -> None:
        """Ask no more."""
        if self._asking is not None:
            self._asking.cancel()
            await asyncio.wait({self._asking})

    async def _ask(self) -> None:
        try:
            while True:
                try:
                    await self._probe()
                    return
                except StoreUnavailable as error:
                    if error.code != UNAVAILABLE:
                        return  # it answers, though nothing can be kept there
                    self._failed = True
                    await asyncio.sleep(AGAIN_S)
        finally:
            self._back.set()  # also where nobody asks any more: whoever waits tries by themselves
