"""A real HTTP server on loopback that answers as an OpenAI-compatible server may, well or badly, by a script."""

from __future__ import annotations

import asyncio
import json
import threading
import time
from collections.abc import AsyncGenerator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route


@dataclass(frozen=True)
class Streams:
    """Sends these deltas (mappings, or text that is content), then how it ended; or breaks off, or falls silent."""

    deltas: Sequence[dict[str, Any] | str] = ()
    finish: str | None = "stop"
    then: str = ""  # "break", "silence", "error"
    on_demand: bool = False  # each delta only when `wanted` is released, or after 10 s
    raw: bytes | None = None  # instead of deltas
    content_type: str = "text/event-stream"


@dataclass(frozen=True)
class Refuses:
    """Answers with an error."""

    status: int
    message: str = "no"
    headers: dict[str, str] = field(default_factory=dict)
    code: str | None = None
    param: str | None = None


@dataclass
class ScriptedServer:
    """What it will answer (the last one again and again), and what it was asked."""

    script: list[Streams | Refuses] = field(default_factory=list)
    models: dict[str, str] = field(default_factory=dict)  # name → owner
    asked: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    listed: int = 0
    url: str = ""
    dropped: threading.Event = field(default_factory=threading.Event)
    wanted: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(0))
    sent: int = 0  # deltas

    async def complete(self, request: Request) -> Response:
        self.asked.append(await request.json())
        self.keys.append(request.headers.get("authorization", ""))
        answer = self.script.pop(0) if len(self.script) > 1 else self.script[0]
        if isinstance(answer, Refuses):
            error = {"message": answer.message, "code": answer.code, "param": answer.param}
            return JSONResponse({"error": error}, answer.status, answer.headers)
        return StreamingResponse(self._events(answer), media_type=answer.content_type)

    async def _events(self, answer: Streams) -> AsyncGenerator[bytes]:
        try:
            if answer.raw is not None:
                yield answer.raw
                return
            for delta in answer.deltas:
                if answer.on_demand:
                    await asyncio.to_thread(self.wanted.acquire, timeout=10)
                self.sent += 1
                yield event({"content": delta} if isinstance(delta, str) else delta, None)
            if answer.then == "silence":
                await asyncio.sleep(60)
            if answer.then == "break":
                await asyncio.sleep(0.05)
                raise ConnectionAbortedError("the script says so")
            if answer.then == "error":
                yield b'data: {"error": {"message": "out of memory", "code": 500}}\n\n'
                return
            if answer.finish is not None:
                yield event({}, answer.finish)
                yield b"data: [DONE]\n\n"
        except asyncio.CancelledError:
            self.dropped.set()
            raise

    async def list_models(self, request: Request) -> Response:
        self.listed += 1
        if not self.models:
            return Response(status_code=500)
        return JSONResponse(
            {
                "object": "list",
                "data": [{"id": n, "owned_by": o, "object": "model"} for n, o in self.models.items()],
            }
        )


def event(delta: dict[str, Any], finish: str | None) -> bytes:
    chunk = {
        "id": "1", "object": "chat.completion.chunk", "created": 1, "model": "m",
        "choices": [{"index": 0, "delta": delta, "finish_reason": finish}],
    }  # fmt: skip
    return f"data: {json.dumps(chunk)}\n\n".encode()


def call(code: str, *, name: str = "execute_code", pieces: int = 4, index: int = 0) -> list[dict[str, Any]]:
    """Deltas of a call of the tool, its arguments in pieces."""
    arguments = json.dumps({"code": code})
    size = max(1, len(arguments) // pieces)
    first = {
        "tool_calls": [
            {"index": index, "id": "call_x", "type": "function", "function": {"name": name, "arguments": ""}}
        ]
    }
    rest = [
        {"tool_calls": [{"index": index, "function": {"arguments": arguments[at : at + size]}}]}
        for at in range(0, len(arguments), size)
    ]
    return [first, *rest]


@contextmanager
def serving() -> Iterator[ScriptedServer]:
    """Runs on a free port, in a thread."""
    scripted = ScriptedServer()
    app = Starlette(
        routes=[
            Route("/v1/chat/completions", scripted.complete, methods=["POST"]),
            Route("/v1/models", scripted.list_models),
        ]
    )
    server = uvicorn.Server(
        uvicorn.Config(app, host="127.0.0.1", port=0, log_level="critical", lifespan="off")
    )
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    scripted.url = f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}/v1"
    try:
        yield scripted
    finally:
        server.should_exit = server.force_exit = True
        thread.join(5)
