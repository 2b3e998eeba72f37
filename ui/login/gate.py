"""Lets people through who are known, and nobody else. What is not named here is for people who are known: a new route is, too.

| what | for whom |
|---|---|
| the page to sign in at and what it looks like, `/healthz`, `/readyz`, `/openapi.json` | everybody |
| `/metrics` | whom STEPWISE_METRICS allows |
| `/v1`, `/api/solve`, `/mcp` | programs with a key, where there are keys; else people who are known |
| `/review` | teachers |
| all else | people who are known; the teacher's pages ask further |
"""

from __future__ import annotations

from typing import Final
from urllib.parse import quote

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from ui.login import page
from ui.login.person import Person
from ui.login.ways import Login
from ui.own import PERSON, path_of, same_origin
from ui.requests import json_answer, language_of
from ui.tabs import is_asset

SIGN_IN: Final = "/sign-in"
OPEN: Final = frozenset(
    {"/healthz", "/readyz", "/metrics", "/openapi.json", "/robots.txt", "/favicon.ico", SIGN_IN,
     "/sign-in/huggingface", "/login/callback", "/sign-out", "/gradio_api/startup-events"}
)  # fmt: skip
PROGRAMS: Final = ("/v1/", "/api/solve", "/mcp")
TEACHING: Final = ("/review",)


class Gate:
    """Nearest to the routes. `keys`: programs show one at their doors."""

    def __init__(self, app: ASGIApp, login: Login, *, keys: bool) -> None:
        self._app, self._login, self._keys = app, login, keys

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        person = self._login.way.person(scope, headers) if same_origin(headers) else None
        if person is not None:
            scope[PERSON] = person
        refused = self._refusal(scope, person)
        if refused is None:
            await self._app(scope, receive, send)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
        else:
            await refused(scope, receive, send)

    def _refusal(self, scope: Scope, person: Person | None) -> Response | None:
        """What is answered instead; None where the request may pass."""
        path = path_of(scope)
        if path in OPEN or is_asset(path) or (self._keys and path.startswith(PROGRAMS)):
            return None
        is_page = scope["type"] == "http" and scope["method"] == "GET" and _wants_page(Headers(scope=scope))
        if person is None:
            return _to_sign_in(scope, path) if is_page else json_answer({"code": "signed-out"}, 401)
        if path.startswith(TEACHING) and not person.is_teacher:
            request = Request(scope)
            return (
                page.answer(page.for_teachers(language_of(request)), 403)
                if is_page
                else json_answer({"code": "failed"}, 403)
            )
        return None


def _wants_page(headers: Headers) -> bool:
    return "text/html" in headers.get("accept", "")


def _to_sign_in(scope: Scope, path: str) -> Response:
    query = scope.get("query_string", b"").decode("latin-1")
    then = f"{path}?{query}" if query else path
    return RedirectResponse(
        f"{SIGN_IN}?then={quote(then, safe='')}", 303, headers={"Cache-Control": "no-store"}
    )
