"""The routes under `/pictures`: a picture goes in as the body of a request, lines of JSON come out while it is read.

A line is `{"wait": …}`, or empty to show that the server is there; the last is `{"reading": …}` or `{"error": …}`. Nothing
of a picture is written to a disk, and what is shown later is what the engine prepared, never the file that came.
"""

from __future__ import annotations

import asyncio
import json
import logging
import secrets
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import suppress
from typing import Any, Final, Protocol

from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from solver.errors import ModelUnavailable, PictureRefused
from solver.ports import Content, Ocr, PictureReading, Wait
from ui.own import owner_by, same_origin
from ui.pictures.album import Album
from ui.pictures.reading import fault, refusal, told, waits

MAX_BYTES: Final = 20 << 20
UPLOAD_S: Final = 60.0
AT_ONCE: Final = 16  # uploads in memory; the engine has a queue of its own
BEAT_S: Final = 0.5  # how often the reader is looked for, and told that the server is there
HEADERS: Final = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}

log = logging.getLogger("stepwise")


class Services(Protocol):
    """What is needed of `solver.Services`."""

    def ocr(self) -> Ocr: ...


class _Refused(Exception):
    """The request ends here; `error` is for the page."""

    def __init__(self, error: dict[str, Any], status: int) -> None:
        super().__init__(error["code"])
        self.error, self.status = error, status


class _Lines(StreamingResponse):
    """Lines that are left however the response ends."""

    def __init__(self, content: AsyncGenerator[str]) -> None:
        super().__init__(content, media_type="application/x-ndjson", headers=HEADERS)
        self._content = content

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            await super().__call__(scope, receive, send)
        finally:
            await asyncio.shield(self._content.aclose())


def routes(services: Any, album: Album) -> list[Route]:
    """The routes, for the `routes` of a Starlette application."""
    uploads = 0

    async def read(request: Request) -> Response:
        nonlocal uploads
        content: Content = "formula" if request.query_params.get("content") == "formula" else "page"
        if uploads >= AT_ONCE:
            raise _Refused(refusal(ModelUnavailable("ocr-busy")), 503)
        uploads += 1
        try:
            image = await _body(request)
        finally:
            uploads -= 1
        return _Lines(_read(services.ocr, image, content, album, request))

    async def show(request: Request) -> Response:
        kept = album.find(request.path_params["name"], owner_by(request))
        if kept is None:
            return Response(status_code=404, headers=HEADERS)
        policy = {"Content-Security-Policy": "default-src 'none'; sandbox"}
        return Response(kept.picture.data, media_type=kept.picture.mime, headers=HEADERS | policy)

    return [
        Route("/pictures", _guarded(read), methods=["POST"]),
        Route("/pictures/{name}", show, methods=["GET"]),
    ]


def _guarded(answer: Callable[[Request], Awaitable[Response]]) -> Callable[[Request], Awaitable[Response]]:
    async def guarded(request: Request) -> Response:
        try:
            if not same_origin(request.headers):
                raise _Refused(fault("picture.origin"), 403)
            return await answer(request)
        except _Refused as refused:
            headers = HEADERS | {"Connection": "close"}  # what is still being sent is not waited for
            return JSONResponse({"error": refused.error}, status_code=refused.status, headers=headers)
        except ClientDisconnect:
            return Response(status_code=499)

    return guarded


async def _body(request: Request) -> bytes:
    announced = request.headers.get("content-length", "")
    _admit(int(announced) if announced.isdigit() else 0)
    read = bytearray()
    try:
        async with asyncio.timeout(UPLOAD_S):
            async for piece in request.stream():
                read += piece
                _admit(len(read))
    except TimeoutError as error:
        raise _Refused(fault("picture.slow-upload"), 408) from error
    return bytes(read)


def _admit(size: int) -> None:
    if size > MAX_BYTES:
        values = {"size_mb": size >> 20, "limit_mb": MAX_BYTES >> 20}
        raise _Refused(refusal(PictureRefused("picture-large-file", **values)), 413)


async def _read(
    engine: Callable[[], Ocr], image: bytes, content: Content, album: Album, request: Request
) -> AsyncGenerator[str]:
    """The lines of one reading. Closing this, or the reader's leaving, stops the engine."""
    news: list[Wait] = []
    task = asyncio.create_task(_reading(engine, image, content, news.append))
    try:
        while not task.done():
            await asyncio.wait({task}, timeout=BEAT_S)
            if await request.is_disconnected():
                return
            yield _line({"wait": waits(news[-1])}) if news else "\n"
            news.clear()
        yield _line(_outcome(task, album, owner_by(request)))
    finally:
        task.cancel()  # does nothing where it is done
        with suppress(asyncio.CancelledError, Exception):
            await task


async def _reading(
    engine: Callable[[], Ocr], image: bytes, content: Content, waiting: Callable[[Wait], None]
) -> PictureReading:
    return await engine().read(image, content=content, waiting=waiting)


def _outcome(task: asyncio.Task[PictureReading], album: Album, owner: str | None) -> dict[str, Any]:
    try:
        reading = task.result()
    except (PictureRefused, ModelUnavailable) as error:
        return {"error": refusal(error)}
    except Exception:
        number = secrets.token_hex(4)
        log.exception("error %s", number)
        return {"error": fault("failure.bug", id=number)}
    return {"reading": told(reading, album.keep(reading.picture, owner))}


def _line(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False) + "\n"
