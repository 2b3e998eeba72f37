"""Answers that come line by line pass a proxy as they come: nginx and its like hold them back otherwise."""

from __future__ import annotations

from typing import Final

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

STREAMS: Final = ("text/event-stream", "application/x-ndjson")


class Unbuffered:
    """Marks every answer of a type that streams, Gradio's own among them."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                if headers.get("content-type", "").startswith(STREAMS):
                    headers["X-Accel-Buffering"] = "no"
            await send(message)

        await self._app(scope, receive, sent if scope["type"] == "http" else send)
