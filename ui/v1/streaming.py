"""Server-sent events of a job, which is left however the response ends."""

from __future__ import annotations

from collections.abc import AsyncGenerator

from starlette.responses import StreamingResponse
from starlette.types import Receive, Scope, Send

from ui.v1.job import Job


class JobStream(StreamingResponse):
    """`content` reads the job's batches."""

    def __init__(self, job: Job, content: AsyncGenerator[str] | AsyncGenerator[bytes]) -> None:
        super().__init__(content, media_type="text/event-stream", headers={"Cache-Control": "no-store"})
        self._job = job

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            await super().__call__(scope, receive, send)
        finally:
            self._job.leave()
