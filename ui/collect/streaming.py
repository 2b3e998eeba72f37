"""An answer that is lines of JSON as they come, from a session of its own that ends with it, however it ends."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncGenerator, Callable
from typing import Any

from starlette.responses import StreamingResponse
from starlette.types import Receive, Scope, Send

from solver.events import Event
from ui.following import guarded
from ui.runs import Run

_leaving: set[asyncio.Task[None]] = set()  # a task that nobody holds may be collected before its end


class Job:
    """A session and its run. `leave` may be called from anywhere, also by who is being cancelled."""

    def __init__(self, session: Any, events: AsyncGenerator[Event], language: str) -> None:
        self._session, self.run = session, Run(guarded(events, language))

    def leave(self) -> None:
        """Stop the model and the cell and give the kernel back, in a task of its own."""
        task = asyncio.create_task(self._close())
        _leaving.add(task)
        task.add_done_callback(_leaving.discard)

    async def _close(self) -> None:
        await self.run.close()
        await self._session.close()


class Lines(StreamingResponse):
    """Objects, a line each; empty lines mark time, so that a reader who has gone is noticed."""

    def __init__(self, values: AsyncGenerator[dict[str, Any] | None], leave: Callable[[], None]) -> None:
        async def lines() -> AsyncGenerator[str]:
            async for value in values:
                yield "\n" if value is None else json.dumps(value) + "\n"

        super().__init__(lines(), media_type="application/x-ndjson", headers={"Cache-Control": "no-store"})
        self._leave = leave

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            await super().__call__(scope, receive, send)
        finally:
            self._leave()
