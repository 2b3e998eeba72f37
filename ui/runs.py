"""One run of the session's generator, read at the pace of a page and stoppable at any moment.

Knows nothing of Gradio and nothing of HTML.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncGenerator
from contextlib import aclosing, suppress
from typing import Final

from solver.events import Done, Event

PACE_S: Final = 0.1  # at most ten updates a second; more cost the browser and show nothing new
TICK_S: Final = 0.4  # silence after which a cell that was being written must be running
BEAT_S: Final = 2.0  # Gradio notices at a yield that the reader has gone: so one comes at least this often
STOP_S: Final = (
    0.7  # how long Stop waits for the session to clean up; after that it goes on behind the scenes
)
AHEAD: Final = 2000  # events that may wait for the page before the session has to wait


class Run:
    """Pumps `events`, which must not raise, into batches. Must be closed; that, or a stop, closes `events`."""

    def __init__(self, events: AsyncGenerator[Event]) -> None:
        self._buffer: list[Event] = []
        self._news = asyncio.Event()
        self._stopped = False
        self._ended = False  # Done has been seen
        self._task = asyncio.create_task(self._pump(events))

    async def batches(self) -> AsyncGenerator[list[Event]]:
        """What has come since the last batch; empty ones mark time. The last batch ends with `Done`."""
        patience_s = TICK_S
        while True:
            try:
                await asyncio.wait_for(self._news.wait(), patience_s)
            except TimeoutError:
                patience_s = BEAT_S
                yield []
                continue
            patience_s = TICK_S
            self._news.clear()
            if self._stopped and not self._ended:
                await self._halt()
                self._buffer.append(Done("stopped"))
                self._ended = True
            batch, self._buffer = self._buffer, []
            given_s = time.monotonic()
            if batch:
                yield batch
            if self._ended and not self._buffer:
                return
            # keeping and showing the batch are part of the time between two
            await asyncio.sleep(max(PACE_S - (time.monotonic() - given_s), PACE_S / 2))

    def stop(self) -> None:
        """End it early; `batches` closes with `Done("stopped")`. Does nothing at the end."""
        self._stopped = True
        self._news.set()

    async def close(self) -> None:
        """Close the session's generator and wait for it."""
        self._task.cancel()
        with suppress(asyncio.CancelledError):
            await self._task

    async def _halt(self) -> None:
        self._task.cancel()
        await asyncio.wait({self._task}, timeout=STOP_S)
        self._buffer = [event for event in self._buffer if not isinstance(event, Done)]

    async def _pump(self, events: AsyncGenerator[Event]) -> None:
        async with aclosing(events):
            async for event in events:
                self._add(event)
                while len(self._buffer) > AHEAD:  # noqa: ASYNC110  a rare case, and an event would cost each one
                    await asyncio.sleep(PACE_S)
        if not self._ended:
            self._add(Done("failed"))

    def _add(self, event: Event) -> None:
        if self._ended or self._stopped and isinstance(event, Done):
            return
        self._ended = isinstance(event, Done)
        self._buffer.append(event)
        self._news.set()
