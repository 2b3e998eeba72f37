"""The routes under `/review`, for a server that has other pages, too."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import parse_qsl, urlsplit

import anyio
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from evaluation.folder import RunFolder
from evaluation.marks import Shelf, mark
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
    review = _Review(folder, show, head, settle, of_server(store))
    return [
        Route("/review", review.guarded(review.runs)),
        Route("/review/run", review.guarded(review.one_run)),
        Route("/review/problem", review.guarded(review.one_problem)),
        Route("/review/mark", review.guarded(review.runs), methods=["POST"]),
    ]


@dataclass(frozen=True, slots=True)
class _Review:
    """What the pages have in common; each page is a method, and runs in a thread."""

    folder: Path
    show: Callable[[Problem, Sequence[Event]], str]
    head: Callable[[str], str]
    settle: str
    shelf: Shelf

    def frame(self, request: Request) -> Frame:
        asked = request.query_params.get("lang") or request.headers.get("accept-language", "")
        language = "zh" if asked.strip().lower().startswith("zh") else "en"
        return Frame(language, self.head(language), self.settle)

    def refusal(self, request: Request, key: str, status: int, why: str = "") -> Response:
        frame = self.frame(request)
        text = say(key, frame.language)
        return HTMLResponse(message_page(frame, f"{text} {why}" if why else text), status)

    def runs(self, request: Request) -> Response:
        found = []
        for name in run_names(self.folder):
            try:
                found.append(run_of(self.folder / name, self.shelf))
            except BadData as error:
                found.append(f"{name}: {error}")  # type: ignore[arg-type]
        return HTMLResponse(runs_page(self.frame(request), found))

    def one_run(self, request: Request) -> Response:
        wish, path = self._wanted(request.query_params)
        items = items_of(path, Wish(text=wish.text, dataset=wish.dataset), self.shelf)
        counts = {name: sum(map(holds, items)) for name, holds in FILTERS.items()}
        wanted = [item for item in items if FILTERS[wish.filter](item)]
        return HTMLResponse(run_page(self.frame(request), run_of(path, self.shelf), wanted, counts, wish))

    def one_problem(self, request: Request) -> Response:
        wish, path = self._wanted(request.query_params)
        name = request.query_params.get("problem", "")
        item = next((i for i in items_of(path, Wish(), self.shelf) if i.record.id == name), None)
        if item is None:
            raise LookupError(name)
        question = item.record.question
        language: Language = "zh" if (item.record.language or language_of(question)) == "zh" else "en"
        events = RunFolder(path).events(name)
        stream = self.show(Problem(question, language), events) if events else ""
        near = items_of(path, wish, self.shelf)
        return HTMLResponse(
            problem_page(self.frame(request), run_of(path, self.shelf), item, near, wish, stream)
        )

    def marked(self, fields: Mapping[str, str]) -> Response:
        wish, path = self._wanted(fields)
        name, verdict = fields.get("problem", ""), fields.get("verdict")
        if name not in RunFolder(path).problems():
            raise LookupError(name)
        if verdict in ("right", "wrong", ""):
            mark(path, name, verdict or None, fields.get("note", "")[:NOTE], self.shelf)  # type: ignore[arg-type]
        return RedirectResponse(address(path.name, wish, name), status_code=303)

    def _wanted(self, fields: Mapping[str, str]) -> tuple[Wish, Path]:
        return _wish(fields), folder_of(self.folder, fields.get("run", ""))

    def guarded(self, answer: Callable[[Request], Response]) -> Callable[[Request], Awaitable[Response]]:
        """The page of a GET, the mark of a POST, or a page that says why there is none."""

        async def answered(request: Request) -> Response:
            try:
                if request.method == "POST":
                    if not _same_origin(request):
                        return self.refusal(request, "refused", 403)
                    body = b"".join([part async for part in request.stream()])[:MAX_BODY]
                    fields = dict(parse_qsl(body.decode(errors="replace"), keep_blank_values=True))
                    return await anyio.to_thread.run_sync(self.marked, fields)
                return await anyio.to_thread.run_sync(answer, request)
            except LookupError:
                return self.refusal(request, "missing", 404)
            except (BadData, OSError) as error:
                return self.refusal(request, "broken", 500, str(error))

        return answered


def _wish(fields: Mapping[str, str]) -> Wish:
    get = fields.get
    wanted = get("filter", "all")
    return Wish(wanted if wanted in FILTERS else "all", get("text", "")[:200], get("dataset", "")[:200])


def _same_origin(request: Request) -> bool:
    origin = request.headers.get("origin")
    return origin is None or urlsplit(origin).netloc == request.headers.get("host")
