"""Messages on their way from a kernel's channels to the reader of its cell, bounded by their bytes."""

from __future__ import annotations

import asyncio
from collections import deque
from typing import Final

from solver.kernels.cell import Message

MAIL_BYTES: Final = 4 << 20  # kept for a reader that is slower than the kernel


class Mailbox:
    """Messages on their way from the pumps to the reader, at most `MAIL_BYTES` of them, or one that is longer."""

    def __init__(self) -> None:
        self._messages: deque[tuple[Message, int]] = deque()
        self._size = 0
        self._ended = False
        self._wake = asyncio.Event()

    async def put(self, message: Message, size: int) -> None:
        """Wait for room, then keep the message."""
        while self._messages and self._size + size > MAIL_BYTES and not self._ended:
            self._wake.clear()
            await self._wake.wait()
        self._messages.append((message, size))
        self._size += size
        self._wake.set()

    async def get(self) -> Message | None:
        """The next message; None when there are no more and there will be none."""
        while not self._messages:
            if self._ended:
                return None
            self._wake.clear()
            await self._wake.wait()
        message, size = self._messages.popleft()
        self._size -= size
        self._wake.set()
        return message

    def clear(self) -> None:
        """Drop what is kept."""
        self._messages.clear()
        self._size = 0
        self._wake.set()

    def end(self) -> None:
        """There will be no more."""
        self._ended = True
        self._wake.set()
