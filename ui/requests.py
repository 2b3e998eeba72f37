"""What several routes need of a request: its body within bounds, whose it is, its language; and their answers."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from typing import Any, Final, TypeAlias

from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import Message, Receive

from solver.errors import ClassGone, ConversationGone, ExampleGone, StoreUnavailable
from solver.ports import Language
from ui.own import owner_by, same_origin

MAX_BODY: Final = 20_000
STATUS: Final = {"conversation-gone": 404, "class-gone": 404, "example-gone": 404, "store-full": 507}
Answer: TypeAlias = Callable[[Request, str], Awaitable[Response]]
"""Takes a request and the owner of what it asks for."""


def owners_route(path: str, answer: Answer, method: str) -> Route:
    """A route for the owner; without one nothing is kept, so there is nothing."""

    async def guarded(request: Request) -> Response:
        if method != "GET" and not same_origin(request.headers):
            return json_answer({"code": "failed"}, 403)
        owner = owner_by(request)
        if owner is None:
            return json_answer({"code": "no-cookie"}, 401)
        try:
            return await answer(request, owner)
        except (ClassGone, ConversationGone, StoreUnavailable) as error:
            return json_answer({"code": error.code}, status_of(error))
        except ClientDisconnect:
            return Response(status_code=499)

    return Route(path, guarded, methods=[method])


def status_of(error: ClassGone | ConversationGone | ExampleGone | StoreUnavailable) -> int:
    """The HTTP status that says what the store could not do."""
    return STATUS.get(error.code, 503)


def json_answer(value: dict[str, Any], status: int = 200) -> JSONResponse:
    """An answer for the page's own script, which nobody keeps."""
    return JSONResponse(value, status_code=status, headers={"Cache-Control": "no-store"})


async def body_of(request: Request, most: int = MAX_BODY) -> bytes | None:
    """The body; None where it is longer than `most` bytes, of which no more is read."""
    found = bytearray()
    async for part in request.stream():
        found += part
        if len(found) > most:
            return None
    return bytes(found)


def again(body: bytes, receive: Receive) -> Receive:
    """A body that was read, for whoever reads it next."""
    given = False

    async def received() -> Message:
        nonlocal given
        if given:
            return await receive()
        given = True
        return {"type": "http.request", "body": body, "more_body": False}

    return received


async def record_of(request: Request) -> dict[str, Any]:
    """The JSON object that a script sent; empty where it is none."""
    return object_in(await body_of(request) or b"") or {}


def object_in(body: bytes) -> dict[str, Any] | None:
    """The JSON object of a body; None where it is none."""
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def language_of(request: Request, remembered: str = "") -> Language:
    """The language of the address; else the one that was `remembered` in a cookie of this name, or that the browser asks for first."""
    asked = (
        request.query_params.get("lang")
        or (request.cookies.get(remembered) if remembered else None)
        or request.headers.get("accept-language", "")
    )
    return "zh" if asked.strip().lower().startswith("zh") else "en"
