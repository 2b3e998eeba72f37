"""Each request as it ends: its id, its route, its status and how long it took, for who counts and for the log.

The innermost of the middlewares: the router writes into the same scope which route it took.
"""

from __future__ import annotations

import re
import secrets
import time
from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass
from hashlib import sha256
from typing import Final, TypeAlias

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ui.own import owner_by

HEADER: Final = "X-Request-ID"
GIVEN: Final = re.compile(r"[A-Za-z0-9._-]{1,64}")
NO_ROUTE: Final = "none"
PROGRAM: Final = "stepwise.program"
"""Where a request's scope holds the name of the key that it showed (`ui.v1.entrance`)."""
LEFT: Final = 499  # the client went before an answer began

request_id: ContextVar[str] = ContextVar("request_id", default="")
"""Of the request that is being answered; tasks that it begins have it, too."""


@dataclass(frozen=True, slots=True)
class Ended:
    """A request that has been answered. `student` is a pseudonym: the same for an owner, and no key to the store; `program` the name of a key."""

    id: str
    method: str
    route: str
    status: int
    took_s: float
    student: str | None
    program: str | None = None


Ear: TypeAlias = Callable[[Ended], None]


class Requests:
    """Tells `ears` of each request, and puts its id into the answer. A well-formed `X-Request-ID` is taken over."""

    def __init__(self, app: ASGIApp, ears: tuple[Ear, ...]) -> None:
        self._app, self._ears = app, ears

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        given = headers.get(HEADER, "")
        number = given if GIVEN.fullmatch(given) else secrets.token_hex(8)
        status, begun_s = LEFT, time.monotonic()

        async def sent(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message)[HEADER] = number
            await send(message)

        mark = request_id.set(number)
        try:
            await self._app(scope, receive, sent)
        except Exception:
            status = 500 if status == LEFT else status
            raise
        finally:
            took_s = time.monotonic() - begun_s
            student = pseudonym(owner_by(Request(scope)))
            ended = Ended(
                number, scope["method"], route_of(scope), status, took_s, student, scope.get(PROGRAM)
            )
            for ear in self._ears:
                ear(ended)
            request_id.reset(mark)


def route_of(scope: Scope) -> str:
    """The path of the route that was taken, with its parameters' names. FastAPI's router notes its own routes only, and of all the endpoint."""
    found = scope.get("route")
    endpoint = scope.get("endpoint")
    if found is None and endpoint is not None:
        routes = getattr(scope.get("app"), "routes", ())
        found = next((route for route in routes if getattr(route, "endpoint", None) is endpoint), None)
    return getattr(found, "path", "") or NO_ROUTE


def pseudonym(owner: str | None) -> str | None:
    """A short name for an owner that says nothing of them, None where there is none."""
    return None if owner is None else sha256(f"log {owner}".encode()).hexdigest()[:12]
