"""A browser tab without a browser: the page's own protocol (Gradio's queue, its differences, its heartbeat) over HTTP.

Costs its own process a few milliseconds a problem, so one process is a whole school.
"""

from __future__ import annotations

import asyncio
import json
import secrets
import ssl
from collections.abc import AsyncGenerator
from contextlib import aclosing, suppress
from typing import Any, Final

import httpx
from gradio_client.utils import apply_diff

from solver.store import hashed
from ui.own import COOKIE

SILENCE_S: Final = (
    60.0  # the page's server says something at least every 2 s while it works; standing in line is quiet
)
PLAIN: Final = ssl.create_default_context()  # one for all: making one takes 20 ms
Value = dict[str, Any]


class Lost(Exception):
    """The server was lost or refused: the text says how."""


class Page:
    """One tab. `conversation` and `shown` are what its browser would show now, turn by turn."""

    functions: dict[str, dict[str, int]] = {}
    """Numbers of the page's events by name, for each server's address: a browser has them in the page."""

    def __init__(self, url: str, cookie: str | None = None) -> None:
        limits = httpx.Limits(max_keepalive_connections=2)
        self._client = httpx.AsyncClient(base_url=url, timeout=httpx.Timeout(30, read=SILENCE_S), verify=PLAIN, limits=limits)  # fmt: skip
        if cookie is not None:
            self._client.cookies.set(COOKIE, cookie)
        self.url, self.session = url, secrets.token_hex(6)
        self.conversation: str | None = None
        self.shown: dict[str, Value] = {}
        self.order: list[str] = []
        self._sent = 0
        self._heart: asyncio.Task[None] | None = None

    @property
    def owner(self) -> str:
        """As the store knows its browser."""
        return hashed(self._client.cookies[COOKIE])

    @property
    def cookie(self) -> str:
        """The secret of its browser."""
        return str(self._client.cookies[COOKIE])

    async def open(self, *, heartbeat: bool = True) -> None:
        """Load the page, and keep it open.

        Raises:
            Lost: there is no server, or it refuses.
        """
        try:
            (await self._client.get("/")).raise_for_status()
            if self.url not in self.functions:
                config = (await self._client.get("/config")).raise_for_status().json()
                self.functions[self.url] = {d["api_name"]: d["id"] for d in config["dependencies"]}
        except httpx.HTTPError as error:
            raise Lost(f"{type(error).__name__}: {error}") from error
        if heartbeat:
            self._heart = asyncio.create_task(self._beat())

    async def do(self, event: str, **data: Any) -> AsyncGenerator[Value]:
        """What the sheet is told, whole values. Closing this in the middle is a browser that is closed.

        Raises:
            Lost: the server is gone, its queue is full, or it fails.
        """
        self._sent += 1
        sent = {"conversation": self.conversation, "shows": self.order, **data, "number": self._sent}
        body = {
            "data": [], "fn_index": self.functions[self.url][f"page_{event}"], "session_hash": self.session,
            "event_data": sent, "trigger_id": None,
        }  # fmt: skip
        try:
            joined = await self._client.post("/gradio_api/queue/join", json=body)
            joined.raise_for_status()
            async with aclosing(self._values()) as values:
                async for value in values:
                    self._see(value)
                    yield value
        except httpx.HTTPError as error:
            raise Lost(f"{type(error).__name__}: {error}") from error

    async def close(self) -> None:
        """Close the tab."""
        if self._heart is not None:
            self._heart.cancel()
            with suppress(asyncio.CancelledError):
                await self._heart
        await self._client.aclose()

    async def _values(self) -> AsyncGenerator[Value]:
        value: Any = None
        params = {"session_hash": self.session}
        async with self._client.stream("GET", "/gradio_api/queue/data", params=params) as answer:
            answer.raise_for_status()
            async for line in answer.aiter_lines():
                if not line.startswith("data: "):
                    continue
                message = json.loads(line[6:])
                match message.get("msg"):
                    case "process_generating" if message.get("success", True):
                        [new] = message["output"]["data"]
                        value = new if value is None else apply_diff(value, new)
                        yield value
                    case "process_completed" if message.get("success"):
                        if value is None:  # an event that is no generator
                            yield message["output"]["data"][0]
                    case "process_generating" | "process_completed" | "queue_full" | "unexpected_error":
                        raise Lost(f"{message['msg']}: {json.dumps(message, ensure_ascii=False)[:200]}")
                    case "close_stream":
                        return
        raise Lost("the stream broke off")

    def _see(self, value: Value) -> None:
        self.conversation = value.get("conversation") or self.conversation
        self.order = value["order"]
        for turn in value["turns"]:
            self.shown[turn["id"]] = turn

    async def _beat(self) -> None:
        """The connection by which the server knows that the tab is open; the page opens it again when it breaks."""
        while True:
            with suppress(httpx.HTTPError):
                async with self._client.stream(
                    "GET", f"/gradio_api/heartbeat/{self.session}", timeout=None
                ) as beats:
                    async for _ in beats.aiter_raw():
                        pass
            await asyncio.sleep(2)
