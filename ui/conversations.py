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

from collections.abc import Callable
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from solver.errors import ConversationGone, StoreUnavailable
from solver.export.press import Press
from solver.ports import Language
from solver.store import Store, Summary
from solver.store.conversations import PAGE
from ui import exporting, shared
from ui.markdown import typed, without_open_tail
from ui.requests import json_answer, language_of, owners_route, record_of, status_of
from ui.speech import spoken_text

PRIVATE: Final = {"Cache-Control": "no-store", "X-Robots-Tag": "noindex", "Referrer-Policy": "no-referrer"}
Forgotten = Callable[[str, str | None], None]
"""Takes the owner, and the conversation that was deleted; all of them without one."""


def routes(store: Store, forgotten: Forgotten = lambda owner, conversation: None) -> list[Route]:
    """The routes, for the `routes` of a Starlette application. `forgotten` hears what was deleted."""
    press = Press()

    async def listed(request: Request, owner: str) -> Response:
        before = _number(request.query_params.get("before"))
        search = request.query_params.get("search", "")
        found = await store.conversations(owner, search=search, before_s=before)
        return json_answer(
            {"conversations": [_line(summary) for summary in found], "more": len(found) == PAGE}
        )

    async def delete_all(request: Request, owner: str) -> Response:
        await store.delete_all(owner)  # the browser's secret may stay: nothing is behind it any more
        forgotten(owner, None)
        return json_answer({})

    async def rename(request: Request, owner: str) -> Response:
        title = (await record_of(request)).get("title")
        await store.rename(owner, _id(request), title if isinstance(title, str) else "")
        return json_answer({})

    async def delete(request: Request, owner: str) -> Response:
        await store.delete(owner, _id(request))
        forgotten(owner, _id(request))
        return json_answer({})

    async def share(request: Request, owner: str) -> Response:
        return json_answer({"path": f"/s/{await store.share(owner, _id(request))}"})

    async def withdraw(request: Request, owner: str) -> Response:
        await store.withdraw(owner, _id(request))
        return json_answer({})

    async def export(request: Request, owner: str) -> Response:
        found = await store.conversation(owner, _id(request))
        asked = request.query_params
        language: Language = "zh" if asked.get("lang", found.summary.language).startswith("zh") else "en"
        return await exporting.answer(press, found, asked.get("format", ""), language)

    async def link(request: Request) -> Response:
        language = language_of(request)
        try:
            found = await store.shown(request.path_params["token"])
        except (ConversationGone, StoreUnavailable) as error:
            page, status = shared.missing(error.code, language), status_of(error)
            return HTMLResponse(page, status_code=status, headers=PRIVATE)
        return HTMLResponse(shared.page(found, language), headers=PRIVATE)

    one = "/conversations/{id}"
    return [
        owners_route("/conversations", listed, "GET"),
        owners_route("/conversations", delete_all, "DELETE"),
        owners_route(one, rename, "PATCH"),
        owners_route(one, delete, "DELETE"),
        owners_route(f"{one}/share", share, "POST"),
        owners_route(f"{one}/share", withdraw, "DELETE"),
        owners_route(f"{one}/export", export, "GET"),
        Route("/s/{token}", link),
    ]


def _line(summary: Summary) -> dict[str, Any]:
    title = typed(without_open_tail(summary.title + " ").strip() or summary.title)
    return {
        "id": summary.id,
        "title": summary.title,
        "html": title,
        "said": spoken_text(summary.title, "zh" if summary.language == "zh" else "en"),
        "language": summary.language,
        "updated": summary.updated_s,
        "shared": summary.shared,
    }


def _id(request: Request) -> str:
    return str(request.path_params["id"])


def _number(text: str | None) -> float | None:
    try:
        return float(text) if text else None
    except ValueError:
        return None
