"""The routes of `/collect`, behind the teacher's password.

GET  /collect?search=&page=      the list: drafts of this browser, examples, what readers thought
GET  /collect/new, /collect/draft/KEY, /collect/ID, /collect/turn/TURN      the editor
GET  /collect/examples.jsonl     all examples, a row each, as `training.examples` reads them
POST /collect/ID/delete, /collect/turn/TURN/dismiss
POST /collect/solve  {draft, model}          lines: {"draft": …} as it grows, last {"ended": …}
POST /collect/try    {draft, keep, number, anyway}  lines: {"outputs": …} as cells run, last {"faults": …, "preview": …, "kept": …}
"""

from __future__ import annotations

import json
from collections.abc import AsyncGenerator
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from solver.errors import ExampleGone, StoreUnavailable
from solver.events import Done, Event, Failure
from solver.ports import Problem
from solver.store import NewExample, Store
from ui import still
from ui.classroom.door import TeacherDoor
from ui.classroom.guard import HEADERS, Guard, html, to
from ui.classroom.requests import language_of
from ui.collect import pages, thumbs
from ui.collect.drafts import Draft, Fault, draft, of_stream, problem_fault
from ui.collect.streaming import Job, Lines
from ui.collect.trying import contradictions, failed, in_places, outputs, tried
from ui.handlers import Services
from ui.requests import body_of, json_answer, object_in

PATH: Final = "/collect"
MAX_BODY: Final = 1_000_000
BIGGEST: Final = 1 << 31  # more than a database can count


def routes(store: Store, services: Services, door: TeacherDoor) -> list[Route]:
    """The routes, for the `routes` of a Starlette application; those of `thumbs` among them."""
    made, guard = _Collecting(store, services), Guard(door, PATH)
    one, turn = f"{PATH}/{{number:int}}", f"{PATH}/turn/{{number:int}}"
    return [
        Route(PATH, guard.page(made.listed, ask=True), methods=["GET"]),
        Route(f"{PATH}/new", guard.page(made.new, ask=True), methods=["GET"]),
        Route(f"{PATH}/draft/{{key:str}}", guard.page(made.new, ask=True), methods=["GET"]),
        Route(f"{PATH}/examples.jsonl", guard.page(made.download), methods=["GET"]),
        Route(one, guard.page(made.one, ask=True), methods=["GET"]),
        Route(turn, guard.page(made.of_turn, ask=True), methods=["GET"]),
        Route(f"{one}/delete", guard.page(made.delete), methods=["POST"]),
        Route(f"{turn}/dismiss", guard.page(made.dismiss), methods=["POST"]),
        Route(f"{PATH}/solve", guard.script(made.solve), methods=["POST"]),
        Route(f"{PATH}/try", guard.script(made.tried), methods=["POST"]),
        *thumbs.routes(store, door),
    ]


class _Collecting:
    """The page of one server."""

    def __init__(self, store: Store, services: Services) -> None:
        self._collected, self._services = store.collected, services

    async def listed(self, request: Request) -> Response:
        """The list."""
        asked = request.query_params
        search, page = asked.get("search", ""), _page(asked.get("page", ""))
        found, more = await self._collected.listed(search, page)
        given = await self._collected.thumbs() if not page and not search else []
        notice = asked.get("notice", "")
        return html(
            pages.listed(
                language_of(request), found, given, search=search, page=page, more=more, notice=notice
            ),
            request,
        )

    async def new(self, request: Request) -> Response:
        """An empty editor; the browser fills it from its draft."""
        language = language_of(request)
        return html(pages.editor(language, None, self._services.models()), request)

    async def one(self, request: Request) -> Response:
        """The editor with an example."""
        kept = await self._collected.one(_number(request))
        example = kept.example
        labels = {
            name: getattr(example, name) for name in ("source", "licence", "reference", "subject", "level")
        }
        found = of_stream(example.problem, example.events, labels)
        shown = outputs(found, in_places(found, example.events))
        return html(
            pages.editor(language_of(request), found, self._services.models(), number=kept.id, shown=shown),
            request,
        )

    async def of_turn(self, request: Request) -> Response:
        """The editor with a solution that a reader gave a thumb."""
        thumb, example = await self._collected.solution(_number(request))
        found = of_stream(example.problem, example.events, {"source": example.source})
        shown = outputs(found, in_places(found, example.events))
        models = self._services.models()
        return html(pages.editor(language_of(request), found, models, thumb=thumb, shown=shown), request)

    async def download(self, _: Request) -> Response:
        """All examples as a file."""
        first = (
            await self._collected.after()
        )  # before the answer begins: where the store is away, a page says so

        async def rows() -> AsyncGenerator[str]:
            found = first
            while found:
                for kept in found:
                    yield json.dumps(kept.record(), ensure_ascii=False) + "\n"
                found = await self._collected.after(found[-1].id)

        headers = HEADERS | {"Content-Disposition": 'attachment; filename="collected.jsonl"'}
        return StreamingResponse(rows(), media_type="application/jsonl; charset=utf-8", headers=headers)

    async def delete(self, request: Request) -> Response:
        """Delete an example for good."""
        await self._collected.delete(_number(request))
        return to(f"{PATH}?notice=deleted")

    async def dismiss(self, request: Request) -> Response:
        """Take a thumb off the list."""
        await self._collected.dismiss(_number(request))
        return to(PATH)

    async def solve(self, request: Request) -> Response:
        """Have a problem solved, its solution as it comes."""
        sent = await _record(request)
        if sent is None:
            return json_answer({"code": "collect.too-large"}, 413)
        wanted = draft(sent)
        language = wanted.language
        if (fault := problem_fault(wanted.problem, language)) is not None:
            return json_answer({"faults": [fault.told()]})
        names = self._services.models()
        model = found if (found := sent.get("model")) in names else names[0]
        problem, session = Problem(wanted.problem, language), self._services.session()
        job = Job(session, session.solve(problem, model=model), language)
        labels = {**wanted.labels, "source": model}

        async def lines() -> AsyncGenerator[dict[str, Any] | None]:
            events = list[Event]()
            async for batch in job.run.batches():
                events += batch
                if not batch:
                    yield None
                    continue
                made = of_stream(problem, events, labels)
                yield {"draft": made.record(), "outputs": outputs(made, in_places(made, events))}
            why = next((event.message for event in events if isinstance(event, Failure)), "")
            ended = next((event.reason for event in events if isinstance(event, Done)), "failed")
            yield {"ended": ended, "why": why}

        return Lines(lines(), job.leave)

    async def tried(self, request: Request) -> Response:
        """Run the cells, say what is wrong, and keep the example where that is wanted and nothing is."""
        sent = await _record(request)
        if sent is None:
            return json_answer({"code": "collect.too-large"}, 413)
        wanted, keeps = draft(sent), bool(sent.get("keep"))
        before = [fault for fault in wanted.faults() if keeps or _matters(fault)]
        if before:
            return json_answer({"faults": [fault.told() for fault in before]})
        session = self._services.session()
        job = Job(session, tried(session, wanted), wanted.language)

        async def lines() -> AsyncGenerator[dict[str, Any] | None]:
            events = list[Event]()
            async for batch in job.run.batches():
                events += batch
                yield {"outputs": outputs(wanted, events)} if batch else None
            failure = next((event for event in events if isinstance(event, Failure)), None)
            if failure is not None:
                yield {"faults": [Fault("kernel", {"why": failure.message}).told()]}
                return
            faults = await contradictions(wanted, events, self._services.checker())
            told: dict[str, Any] = {"faults": [fault.told() for fault in faults]}
            if wanted.problem:
                told["preview"] = still.still(Problem(wanted.problem, wanted.language), events)
            if keeps and not failed(faults) and (not faults or sent.get("anyway") is True):
                told |= await self._kept(wanted, events, sent.get("number"))
            yield told

        return Lines(lines(), job.leave)

    async def _kept(self, wanted: Draft, events: list[Event], number: object) -> dict[str, Any]:
        """Keep it: what to tell the page."""
        example = NewExample(Problem(wanted.problem, wanted.language), tuple(events), **wanted.labels)
        try:
            if isinstance(number, int) and 0 < number < BIGGEST:
                await self._collected.change(number, example)
                return {"kept": number}
            return {"kept": await self._collected.add(example)}
        except (ExampleGone, StoreUnavailable) as error:
            return {"code": error.code}


def _matters(fault: Fault) -> bool:
    """Whether a fault keeps a draft from being run at all."""
    return fault.code in ("no-solution", "many-parts", "long-part")


async def _record(request: Request) -> dict[str, Any] | None:
    """What the page sent; None where it is too much."""
    body = await body_of(request, MAX_BODY)
    return None if body is None else object_in(body) or {}


def _number(request: Request) -> int:
    number = int(request.path_params["number"])
    if number >= BIGGEST:
        raise ExampleGone(str(number))
    return number


def _page(text: str) -> int:
    return min(int(text), 1_000_000) if text.isascii() and text.isdigit() else 0
