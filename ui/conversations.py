"""The routes of the sidebar and of shared links, for the page's own server.

    GET    /conversations?search=&before=     the browser's conversations, the latest first
    DELETE /conversations                     all of them, for good
    PATCH  /conversations/ID  {"title": …}    rename
    DELETE /conversations/ID                  for good
    POST   /conversations/ID/share            a new link, told once: {"path": "/s/…"}
    DELETE /conversations/ID/share            withdraw it
    GET    /conversations/ID/export?format=&lang=    the conversation as a file (`ui.exporting`)
    GET    /s/TOKEN                           what a link shows, to read only

What a conversation holds reaches the sheet through its own event, not from here.
"""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from typing import Any, Final

from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from solver.errors import ConversationGone, StoreUnavailable
from solver.export.press import Press
from solver.ports import Language
from solver.store import Store, Summary
from solver.store.conversations import PAGE
from ui import exporting, shared
from ui.markdown import plain, without_open_tail
from ui.own import owner_of, same_origin
from ui.speech import spoken_text

MAX_BODY: Final = 20_000
STATUS: Final = {"conversation-gone": 404, "store-full": 507}
PRIVATE: Final = {"Cache-Control": "no-store", "X-Robots-Tag": "noindex", "Referrer-Policy": "no-referrer"}
Answer = Callable[[Request, str], Awaitable[Response]]
Forgotten = Callable[[str, str | None], None]
"""Takes the owner, and the conversation that was deleted; all of them without one."""


def routes(store: Store, forgotten: Forgotten = lambda owner, conversation: None) -> list[Route]:
    """The routes, for the `routes` of a Starlette application. `forgotten` hears what was deleted."""
    press = Press()

    async def listed(request: Request, owner: str) -> Response:
        before = _number(request.query_params.get("before"))
        search = request.query_params.get("search", "")
        found = await store.conversations(owner, search=search, before_s=before)
        return _json({"conversations": [_line(summary) for summary in found], "more": len(found) == PAGE})

    async def delete_all(request: Request, owner: str) -> Response:
        await store.delete_all(owner)  # the browser's secret may stay: nothing is behind it any more
        forgotten(owner, None)
        return _json({})

    async def rename(request: Request, owner: str) -> Response:
        await store.rename(owner, _id(request), await _title(request))
        return _json({})

    async def delete(request: Request, owner: str) -> Response:
        await store.delete(owner, _id(request))
        forgotten(owner, _id(request))
        return _json({})

    async def share(request: Request, owner: str) -> Response:
        return _json({"path": f"/s/{await store.share(owner, _id(request))}"})

    async def withdraw(request: Request, owner: str) -> Response:
        await store.withdraw(owner, _id(request))
        return _json({})

    async def export(request: Request, owner: str) -> Response:
        found = await store.conversation(owner, _id(request))
        asked = request.query_params
        language: Language = "zh" if asked.get("lang", found.summary.language).startswith("zh") else "en"
        return await exporting.answer(press, found, asked.get("format", ""), language)

    async def link(request: Request) -> Response:
        asked = request.query_params.get("lang") or request.headers.get("accept-language", "")
        language = "zh" if asked.strip().lower().startswith("zh") else "en"
        try:
            found = await store.shown(request.path_params["token"])
        except (ConversationGone, StoreUnavailable) as error:
            page, status = shared.missing(error.code, language), _status(error)
            return HTMLResponse(page, status_code=status, headers=PRIVATE)
        return HTMLResponse(shared.page(found, language), headers=PRIVATE)

    one = "/conversations/{id}"
    return [
        _route("/conversations", listed, "GET"),
        _route("/conversations", delete_all, "DELETE"),
        _route(one, rename, "PATCH"),
        _route(one, delete, "DELETE"),
        _route(f"{one}/share", share, "POST"),
        _route(f"{one}/share", withdraw, "DELETE"),
        _route(f"{one}/export", export, "GET"),
        Route("/s/{token}", link),
    ]


def _route(path: str, answer: Answer, method: str) -> Route:
    """A route for the owner that the cookie names; without the cookie nothing is kept, so there is nothing."""

    async def guarded(request: Request) -> Response:
        if method != "GET" and not same_origin(request.headers):
            return _json({"code": "failed"}, 403)
        owner = owner_of(request.headers.get("cookie"))
        if owner is None:
            return _json({"code": "no-cookie"}, 401)
        try:
            return await answer(request, owner)
        except (ConversationGone, StoreUnavailable) as error:
            return _json({"code": error.code}, _status(error))
        except ClientDisconnect:
            return Response(status_code=499)

    return Route(path, guarded, methods=[method])


def _line(summary: Summary) -> dict[str, Any]:
    title = plain(without_open_tail(summary.title + " ").strip() or summary.title)
    return {
        "id": summary.id,
        "title": summary.title,
        "html": title,
        "said": spoken_text(summary.title, "zh" if summary.language == "zh" else "en"),
        "language": summary.language,
        "updated": summary.updated_s,
        "shared": summary.shared,
    }


def _status(error: ConversationGone | StoreUnavailable) -> int:
    return STATUS.get(error.code, 503)


def _id(request: Request) -> str:
    return str(request.path_params["id"])


def _number(text: str | None) -> float | None:
    try:
        return float(text) if text else None
    except ValueError:
        return None


async def _title(request: Request) -> str:
    """The title in a request's body; empty where there is none."""
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > MAX_BODY:
            return ""
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        return ""
    title = found.get("title") if isinstance(found, dict) else None
    return title if isinstance(title, str) else ""


def _json(value: dict[str, Any], status: int = 200) -> JSONResponse:
    return JSONResponse(value, status_code=status, headers={"Cache-Control": "no-store"})
