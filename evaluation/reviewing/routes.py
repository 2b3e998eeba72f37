"""The routes under `/review`, for a server that has other pages, too."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from pathlib import Path
from typing import Final
from urllib.parse import parse_qsl, urlsplit

import anyio
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from evaluation.folder import RunFolder
from evaluation.marks import mark
from evaluation.reviewing.choosing import FILTERS, Wish, folder_of, items_of, run_names, run_of
from evaluation.reviewing.pages import Frame, address, message_page, problem_page, run_page, runs_page
from evaluation.reviewing.words import say
from evaluation.rows import BadData
from evaluation.shelf import of_server
from solver.events import Event
from solver.intake import language_of
from solver.ports import Language, Problem
from solver.store import Store

MAX_BODY: Final = 20_000
NOTE: Final = 500


def routes(
    folder: Path,
    show: Callable[[Problem, Sequence[Event]], str],
    head: Callable[[str], str],
    settle: str,
    store: Store | None = None,
) -> list[Route]:
    """`show` makes HTML of a stream; `head` what a page loads for that, by language; `settle` is the script that ends it.

    Marks are kept in `store`, too, where there is one.
    """
    shelf = of_server(store)

    def frame(request: Request) -> Frame:
        asked = request.query_params.get("lang") or request.headers.get("accept-language", "")
        language = "zh" if asked.strip().lower().startswith("zh") else "en"
        return Frame(language, head(language), settle)

    def runs(request: Request) -> Response:
        found = []
        for name in run_names(folder):
            try:
                found.append(run_of(folder / name, shelf))
            except BadData as error:
                found.append(f"{name}: {error}")  # type: ignore[arg-type]
        return HTMLResponse(runs_page(frame(request), found))

    def one_run(request: Request) -> Response:
        wish, path = _wish(request.query_params), folder_of(folder, request.query_params.get("run", ""))
        items = items_of(path, Wish(text=wish.text, dataset=wish.dataset), shelf)
        counts = {name: sum(map(holds, items)) for name, holds in FILTERS.items()}
        wanted = [item for item in items if FILTERS[wish.filter](item)]
        return HTMLResponse(run_page(frame(request), run_of(path, shelf), wanted, counts, wish))

    def one_problem(request: Request) -> Response:
        wish, path = _wish(request.query_params), folder_of(folder, request.query_params.get("run", ""))
        name = request.query_params.get("problem", "")
        item = next((i for i in items_of(path, Wish(), shelf) if i.record.id == name), None)
        if item is None:
            raise LookupError(name)
        language: Language = (
            "zh" if (item.record.language or language_of(item.record.question)) == "zh" else "en"
        )
        events = RunFolder(path).events(name)
        stream = show(Problem(item.record.question, language), events) if events else ""
        return HTMLResponse(
            problem_page(frame(request), run_of(path, shelf), item, items_of(path, wish, shelf), wish, stream)
        )

    def marked(request: Request, fields: dict[str, str]) -> Response:
        path, name, wish = folder_of(folder, fields.get("run", "")), fields.get("problem", ""), _wish(fields)
        if name not in RunFolder(path).problems():
            raise LookupError(name)
        verdict = fields.get("verdict")
        if verdict in ("right", "wrong", ""):
            mark(path, name, verdict or None, fields.get("note", "")[:NOTE], shelf)  # type: ignore[arg-type]
        return RedirectResponse(address(path.name, wish, name), status_code=303)

    def guarded(answer: Callable[[Request], Response]) -> Callable[[Request], Awaitable[Response]]:
        async def answered(request: Request) -> Response:
            try:
                if request.method == "POST":
                    if not _same_origin(request):
                        return HTMLResponse(message_page(frame(request), _say(request, "refused")), 403)
                    body = b"".join([part async for part in request.stream()])[:MAX_BODY]
                    fields = dict(parse_qsl(body.decode(errors="replace"), keep_blank_values=True))
                    return await anyio.to_thread.run_sync(marked, request, fields)
                return await anyio.to_thread.run_sync(answer, request)
            except LookupError:
                return HTMLResponse(message_page(frame(request), _say(request, "missing")), 404)
            except (BadData, OSError) as error:
                return HTMLResponse(message_page(frame(request), f"{_say(request, 'broken')} {error}"), 500)

        return answered

    def _say(request: Request, key: str) -> str:
        return say(key, frame(request).language)

    return [
        Route("/review", guarded(runs)),
        Route("/review/run", guarded(one_run)),
        Route("/review/problem", guarded(one_problem)),
        Route("/review/mark", guarded(runs), methods=["POST"]),
    ]


def _wish(fields: Mapping[str, str]) -> Wish:
    get = fields.get
    wanted = get("filter", "all")
    return Wish(wanted if wanted in FILTERS else "all", get("text", "")[:200], get("dataset", "")[:200])


def _same_origin(request: Request) -> bool:
    origin = request.headers.get("origin")
    return origin is None or urlsplit(origin).netloc == request.headers.get("host")
