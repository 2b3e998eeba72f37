"""One request at a time to a kernel, and the messages about it; and what a session and the pool need of a kernel.

Knows neither sockets nor processes: those who have them put messages in (`process.py`, `gateway/remote.py`).
"""

from __future__ import annotations

import asyncio
from typing import Any, Final, Protocol

from solver.errors import KernelDied
from solver.kernels.cell import Message
from solver.kernels.mailbox import Mailbox

CELL_BYTES: Final = 32 << 20  # of one cell's messages: text and figures, as they come
LOST: Final = "lost"
"""The `cause` of a death that no cell brought about: the way to the kernel is gone, or the kernel was taken away."""


class Process(Protocol):
    """A started kernel, wherever it runs."""

    @property
    def pid(self) -> int:
        """The number of its process on this machine; 0 where it is another's."""

    @property
    def ending(self) -> str | None:
        """Why it ended before it was closed: a `cause` of `KernelDied`, "unresponsive", or "died" by itself; None where it did not."""

    @property
    def alive(self) -> bool: ...

    @property
    def busy(self) -> bool: ...

    @property
    def requests(self) -> int:
        """How many have begun so far."""

    @property
    def held_s(self) -> float:
        """Seconds of the current cell, or the last, in which it was held still (`long_cells.py`)."""

    def hold(self) -> None: ...

    def resume(self) -> None: ...

    @property
    def flooding(self) -> bool: ...

    async def settled(self) -> None:
        """Return when it is known whether it lives: the way to it may just be sought again."""

    async def execute(self, source: str) -> None:
        """Send a cell; its messages come from `receive`. Raises: KernelDied."""

    async def receive(self, timeout_s: float) -> Message | None: ...

    def finish(self) -> None: ...

    async def interrupt(self) -> None: ...

    async def kill(self, reason: str = "", *, cause: str = "") -> None: ...

    def kill_now(self) -> None: ...

    async def close(self) -> None: ...

    def death(self) -> KernelDied: ...


def execution(source: str, *, silent: bool = False) -> dict[str, Any]:
    """The content of an `execute_request`."""
    # stop_on_error: a kernel would abort the cell that is queued behind a failed or interrupted one
    return {"code": source, "silent": silent, "store_history": not silent, "user_expressions": {},
            "allow_stdin": False, "stop_on_error": False}  # fmt: skip


class Exchange:
    """The current request and its messages. To be inherited; `death` says why there will be no more."""

    def __init__(self) -> None:
        self._request: str | None = None
        self._requests = 0
        self._mail = Mailbox()
        self._received_bytes = 0

    def death(self) -> KernelDied:
        """That the kernel ended, and why, to be raised."""
        raise NotImplementedError

    @property
    def busy(self) -> bool:
        """Whether a request is under way."""
        return self._request is not None

    @property
    def requests(self) -> int:
        """How many requests have begun so far."""
        return self._requests

    @property
    def held_s(self) -> float:
        """Seconds of the current cell in which it was held still: none where that is not done."""
        return 0.0

    def hold(self) -> None:
        """Let the kernel stand still; nothing where its process is another's."""

    def resume(self) -> None:
        """Let it go on."""

    @property
    def flooding(self) -> bool:
        """Whether so much came since the request, or since its end, that it should be stopped, whatever it was."""
        return self._received_bytes > CELL_BYTES

    def begin(self, request: str) -> None:
        """Another request; what still comes of an earlier one is dropped."""
        self._request = request
        self._requests += 1
        self._received_bytes = 0
        self._mail.clear()

    async def take(self, message: Message | None, size: int) -> None:
        """Keep what belongs to the current request, and count what does not."""
        self._received_bytes += size
        if message is not None and message.request == self._request:
            await self._mail.put(message, size)

    async def receive(self, timeout_s: float) -> Message | None:
        """The next message about the current request, or None after `timeout_s`.

        Raises:
            KernelDied: the kernel has ended and everything it said has been received.
        """
        try:
            async with asyncio.timeout(max(timeout_s, 0.0)):
                while (message := await self._mail.get()) is not None and message.request != self._request:
                    pass
        except TimeoutError:
            return None
        if message is None:
            raise self.death()
        return message

    def finish(self) -> None:
        """Say that the request is over: later messages about it are dropped, and counted anew."""
        self._request = None
        self._received_bytes = 0
        self._mail.clear()
