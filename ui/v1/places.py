"""How many problems are solved at once for programs, and how many requests may wait for a place."""

from __future__ import annotations

import asyncio
from typing import Final

from ui.v1.asked import ApiError

RETRY_S: Final = 5


class Places:
    """`at_once` places and a line of `waiting` before them.

    >>> places = Places(1, 0); places.enter(); places.enter()
    Traceback (most recent call last):
    ui.v1.asked.ApiError: 1 problems are being solved and waiting; try again in a few seconds
    """

    def __init__(self, at_once: int, waiting: int) -> None:
        self.at_once, self._most, self.inside = at_once, at_once + waiting, 0
        self._free = asyncio.Semaphore(at_once)

    def enter(self) -> None:
        """Stand in line; `leave` must follow.

        Raises:
            ApiError: the line is full.
        """
        if self.inside >= self._most:
            raise ApiError(
                f"{self.inside} problems are being solved and waiting; try again in a few seconds",
                status=429,
                code="rate_limit_exceeded",
                headers={"Retry-After": str(RETRY_S)},
            )
        self.inside += 1

    async def place(self) -> None:
        """Wait for a place."""
        await self._free.acquire()

    def leave(self, *, had_place: bool) -> None:
        """Go, and give the place to the next."""
        self.inside -= 1
        if had_place:
            self._free.release()
