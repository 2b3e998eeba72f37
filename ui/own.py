"""Whose a request is: the person's who signed in (`ui.login`), else the browser's, known by a random secret in a cookie that no script
can read; the store knows only its hash.

Where nobody signs in, whoever has the browser has its conversations; whoever deletes the cookie has none.
"""

from __future__ import annotations

import os
import re
import secrets
from collections.abc import Mapping
from typing import Any, Final, Protocol
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import cookie_parser
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from solver.store import hashed

COOKIE: Final = "stepwise-owner"
TOKEN: Final = re.compile(r"[A-Za-z0-9_-]{43}")
YEAR_S: Final = 31_536_000
PERSON: Final = "stepwise.person"
"""Where a request's scope holds the person who signed in. Nothing that is sent can get there."""


class Signed(Protocol):
    """What is needed of a `ui.login.Person`."""

    @property
    def owner(self) -> str | None: ...


def owner_by(request: Any) -> str | None:
    """The owner of what a request asks for. `request` is Starlette's or Gradio's."""
    inner = getattr(request, "request", None) or request  # Gradio's makes JSON of a scope
    person: Signed | None = (getattr(inner, "scope", None) or {}).get(PERSON)
    if person is not None and person.owner is not None:
        return person.owner
    return owner_of(request.headers.get("cookie"))


def owner_of(cookies: str | None) -> str | None:
    """The owner by a request's `Cookie` header; None without the cookie, as in browsers that keep none.

    >>> owner_of("a=b"), owner_of("stepwise-owner=short")
    (None, None)
    >>> owner_of('=odd; prefs={"a":1}; stepwise-owner=' + "x" * 43) == hashed("x" * 43)
    True
    """
    token = _token(cookies)
    return None if token is None else hashed(token)


def _token(cookies: str | None) -> str | None:
    found = cookie_parser(cookies or "").get(COOKIE, "")  # `http.cookies` gives up on others' odd cookies
    return found if TOKEN.fullmatch(found) else None


def cookie(token: str, *, secure: bool, framed: bool) -> str:
    """The `Set-Cookie` header. `framed`: the page is shown inside another site's, as a Space is.

    >>> cookie("x", secure=False, framed=False)
    'stepwise-owner=x; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax'
    """
    site = (
        "; SameSite=None; Secure; Partitioned"
        if framed and secure
        else "; SameSite=Lax" + "; Secure" * secure
    )
    return f"{COOKIE}={token}; Path=/; Max-Age={YEAR_S}; HttpOnly{site}"


def path_of(scope: Scope) -> str:
    """The path of a request as the routes see it; of what is none, nothing."""
    path, root = str(scope.get("path", "")), str(scope.get("root_path", "")).rstrip("/")
    return path[len(root) :] if root and path.startswith(root + "/") else path


def came_by_https(scope: Scope, headers: Headers) -> bool:
    """Whether the browser speaks https, with us or with what stands before us."""
    proxied = headers.get("x-forwarded-proto", "").split(",")[0].strip()
    return "https" in (scope.get("scheme"), proxied)


class OwnerCookie:
    """Gives each browser that opens the page its secret for a year from now, and lets no other site use it.

    Gradio answers every origin with credentials allowed: what comes from another one is served without the cookie.
    """

    def __init__(self, app: ASGIApp, environment: Mapping[str, str] = os.environ) -> None:
        self._app, self._framed = app, bool(environment.get("SPACE_ID"))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and not same_origin(Headers(scope=scope)):
            kept = [(name, value) for name, value in scope["headers"] if name != b"cookie"]
            await self._app({**scope, "headers": kept}, receive, send)
            return
        if not self._opens(scope):
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        token = _token(headers.get("cookie")) or secrets.token_urlsafe(32)
        secure = came_by_https(scope, headers)
        made = cookie(token, secure=secure, framed=self._framed)  # again at every visit: its year begins anew

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).append("set-cookie", made)
            await send(message)

        await self._app(scope, receive, sent)

    @staticmethod
    def _opens(scope: Scope) -> bool:
        """Whether a request is for the page itself."""
        if scope["type"] != "http" or scope["method"] != "GET":
            return False
        root = str(scope.get("root_path", "")).rstrip("/")
        return str(scope["path"]).rstrip("/") in ("", root)


def same_origin(headers: Mapping[str, str] | Any) -> bool:
    """Whether a request comes from this server's own page, or from no page at all.

    >>> same_origin({}), same_origin({"origin": "https://a.b", "host": "a.b"}), same_origin({"origin": "https://evil", "host": "a.b"})
    (True, True, False)
    >>> same_origin({"origin": "https://a.b", "host": "inner:7860", "sec-fetch-site": "same-origin"})
    True
    """
    origin = headers.get("origin")
    if origin is None:
        return True
    site = headers.get("sec-fetch-site")  # no script can set it, and no proxy changes it
    return site == "same-origin" if site is not None else urlsplit(origin).netloc == headers.get("host")
