"""Gradio's own routes: those that the page uses, and each tab's for its owner alone.

Gradio knows a tab by a name that its browser makes up, and an event by one that it gave: who knows another's could listen to what
they solve, or stop it. So a name belongs to whoever used it first. What the page does not use (uploads, files of others' sessions,
recordings, editing the program) is not there.
"""

from __future__ import annotations

import os
from collections import OrderedDict
from typing import Final
from urllib.parse import parse_qs

from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ui.own import owner_by, path_of
from ui.requests import again, body_of, json_answer, object_in
from ui.theme import ASSETS

PREFIX: Final = "/gradio_api/"
FOR_ALL: Final = frozenset(
    {"info", "openapi.json", "app_id", "startup-events", "theme.css", "login_check", "user", "token"}
)
FILES: Final = f"{PREFIX}file="
"""Of these only our own. Gradio's route gives what any address on the Web answers, too, with our name and our cookies."""
BODIES: Final = frozenset({"queue/join", "call", "run", "cancel", "reset"})
"""Posts that name a tab or an event in their body."""
_OURS: Final = os.path.realpath(ASSETS) + os.sep
MOST_BODY: Final = 1 << 20
LONGEST_NAME: Final = 100
"""Gradio's have at most 36 characters."""
MOST_NAMES: Final = 50_000
"""That are remembered; the one that was used longest ago is forgotten first."""


class Tabs:
    """Near the routes, behind whatever knows whose a request is."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._owners: OrderedDict[str, str | None] = OrderedDict()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = path_of(scope)
        if scope["type"] != "http" or not path.startswith(PREFIX):
            await self._app(scope, receive, send)
            return
        rest = path.removeprefix(PREFIX).rstrip("/")
        if rest in FOR_ALL or is_asset(path):
            await self._app(scope, receive, send)
            return
        names = named_by_path(rest, scope)
        body: bytes | None = b""
        if names is None and scope["method"] == "POST" and _kind(rest) in BODIES:
            body = await body_of(Request(scope, receive), MOST_BODY)
            names = _named_in(body) if body is not None else None
            receive = again(body or b"", receive)
        owner = owner_by(Request(scope))
        if names is None or body is None or not self._belong(names, owner):
            await json_answer({"detail": "Not Found"}, 404 if body is not None else 413)(scope, receive, send)
            return
        await self._app(scope, receive, self._listening(send, owner) if body else send)

    def _belong(self, names: list[str], owner: str | None) -> bool:
        """Whether all names are this owner's, or new, and then are from now on."""
        if any(len(name) > LONGEST_NAME or self._owners.get(name, owner) != owner for name in names):
            return False
        for name in names:
            self._owners[name] = owner
            self._owners.move_to_end(name)
        while len(self._owners) > MOST_NAMES:
            self._owners.popitem(last=False)
        return True

    def _listening(self, send: Send, owner: str | None) -> Send:
        """Hears the name of an event that Gradio gives."""

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.body" and (found := _named_in(message.get("body", b""))):
                self._belong(found, owner)
            await send(message)

        return sent


def is_asset(path: str) -> bool:
    """Whether this is one of our own files for the page, which say nothing of anybody.

    >>> is_asset(f"{FILES}{ASSETS.as_posix()}/page.css"), is_asset(f"{FILES}{ASSETS.as_posix()}/../app.py")
    (True, False)
    >>> is_asset(f"{FILES}https://evil.example/x.png"), is_asset(f"{FILES}https://evil.example/../../assets/x.png")
    (False, False)
    """
    name = path.removeprefix(FILES)
    if name == path or not os.path.isabs(name):
        return False
    return os.path.realpath(name).startswith(_OURS)


def named_by_path(rest: str, scope: Scope) -> list[str] | None:
    """The tab or event that an address names; None where it names none.

    >>> named_by_path("heartbeat/t1", {"method": "GET"}), named_by_path("call/solve/e1", {"method": "GET"})
    (['t1'], ['e1'])
    >>> named_by_path("queue/data", {"method": "GET", "query_string": b"session_hash=t1"}), named_by_path("upload", {"method": "POST"})
    (['t1'], None)
    """
    parts = rest.split("/")
    if scope["method"] != "GET":
        return None
    if parts[0] == "heartbeat" and len(parts) == 2:
        return [parts[1]]
    if parts[0] == "call" and len(parts) in (3, 4):
        return [parts[-1]]
    if rest == "queue/data":
        return parse_qs(scope.get("query_string", b"").decode("latin-1")).get("session_hash")
    return None


def _kind(rest: str) -> str:
    first = rest.split("/")[0]
    return rest if first == "queue" else first


def _named_in(body: bytes) -> list[str] | None:
    """The tab and the event of a body; None where it is no object."""
    found = object_in(body)
    if found is None:
        return None
    return [value for name in ("session_hash", "event_id") if isinstance(value := found.get(name), str)]
