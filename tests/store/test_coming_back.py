"""Who has long done nothing is dismissed, and finds the conversation again; what a browser or a database does meanwhile."""

from __future__ import annotations

import asyncio
import contextlib
import gc
from pathlib import Path
from typing import Any

import httpx
import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from solver.events import Done
from solver.models.coach import Coached
from solver.ports import Picture, Problem
from solver.store import NewTurn, Store
from solver.store import database as database_module
from solver.store import keeper as keeper_module
from solver.store import reach as reach_module
from solver.tutor import Worked
from tests.browser.scripted import ScriptedServices, ScriptedSession
from tests.store.conftest import create_database
from tests.store.server import start, stop
from tests.store.tab import ME, STRANGER, TOKEN, Tab
from tests.store.test_kept_back import EVENTS, PROBLEM, Tutor
from ui import conversations
from ui import students as students_module
from ui.handlers import Handlers
from ui.own import COOKIE, OwnerCookie


def html(value: dict[str, Any], turn: int = 0) -> str:
    return "".join(block["html"] for block in value["turns"][turn]["blocks"])


async def nobody(handlers: Handlers) -> None:
    async with asyncio.timeout(10):
        while len(handlers.students):  # noqa: ASYNC110
            await asyncio.sleep(0.02)


async def test_an_idle_student_is_dismissed_and_comes_back(services: ScriptedServices) -> None:
    handlers = Handlers(services, idle_s=0.1)
    tab = Tab(handlers, "a")
    shown = (await tab.do("solve", text="vertex", turn="t1", language="en"))["conversation"]
    await tab.do("run", turn="t1", part=1, source="kept = 41")
    busy = Tab(handlers, "b").stream("solve", text="slow", turn="t1", language="en")
    await anext(busy)
    watch = asyncio.create_task(handlers.students.watch())
    async with asyncio.timeout(20):
        async for _ in busy:  # a stream that is read is no idleness
            if services.closed:
                break
    assert len(handlers.students) == 1
    await busy.aclose()
    await nobody(handlers)
    async with asyncio.timeout(10):
        while services.closed < 2:  # their kernels are given back  # noqa: ASYNC110
            await asyncio.sleep(0.02)
    watch.cancel()
    again = await tab.do("run", turn="t1", part=1, source="print(kept + 1)", conversation=shown)
    assert "42" in html(again) and again["conversation"] == shown
    value = await tab.do("solve", text="vertex", turn="t2", language="en", conversation=shown)
    assert value["order"] == ["t1", "t2"] and value["conversation"] == shown
    await handlers.close()


async def test_who_comes_back_gets_what_another_tab_has_added(services: ScriptedServices) -> None:
    """And nothing again that the tab shows: its reader may have opened hints there."""
    first, later = Tab(Handlers(services), "a"), Handlers(services)
    shown = (await first.do("solve", text="vertex", turn="t1", language="en"))["conversation"]
    await first.do("solve", text="vertex", turn="t2", language="en")
    at = {"conversation": shown, "shows": ["t1", "t3"], "language": "en"}
    value = await Tab(later, "b").do("solve", text="vertex", turn="t3", **at)
    assert value["order"] == ["t1", "t2", "t3"] and {t["id"] for t in value["turns"]} == {"t2", "t3"}
    value = await Tab(later, "b").do("solve", text="vertex", turn="t4", **at)
    assert [t["id"] for t in value["turns"]] == ["t4"]


async def test_what_a_tab_sends_at_once_waits_for_its_conversation(services: ScriptedServices) -> None:
    first = Handlers(services)
    shown = (await Tab(first, "a").do("solve", text="vertex", turn="t1", language="en"))["conversation"]
    later = Tab(Handlers(services), "a")  # as after a restart of the server
    said = await asyncio.gather(
        *(later.do("tutor", turn="t1", act="hint", conversation=shown) for _ in range(3))
    )
    assert [value["order"] for value in said] == [["t1"]] * 3


@pytest.mark.parametrize("named", ["0" * 32, "theirs", 7])
async def test_a_tab_that_names_what_is_not_its_own_begins_anew(
    services: ScriptedServices, store: Store, named: Any
) -> None:
    if named == "theirs":
        named = (await store.begin(ME, None, NewTurn("t1", Problem("secret", "en"), "builtin"))).conversation
    tab = Tab(Handlers(services), "a", STRANGER)
    value = await tab.do("solve", text="vertex", turn="t2", language="en", conversation=named)
    assert value["order"] == ["t2"] and value["conversation"] not in (None, named)
    assert value["turns"][0]["state"] == "answered"


async def test_who_was_with_another_server_meanwhile_is_read_anew(services: ScriptedServices) -> None:
    """A proxy passes a server over for a while, and comes back to it: what it has in memory is old."""
    one, other = Tab(Handlers(services), "a"), Tab(Handlers(services), "a")
    said: dict[str, Any] = {"conversation": None}
    number = 0

    async def do(tab: Tab, event: str, *shows: str, **data: Any) -> dict[str, Any]:
        nonlocal said, number
        number += 1
        shown = {"conversation": said["conversation"], "shows": list(shows), "number": number}
        said = await tab.do(event, **shown, **data)
        return said

    await do(one, "solve", "t1", text="vertex", turn="t1", language="en")
    await do(other, "solve", "t1", "t2", text="vertex", turn="t2", language="en")
    await do(other, "run", "t1", "t2", turn="t2", part=1, source="kept = 41")
    there = await do(one, "run", "t1", "t2", turn="t2", part=1, source="print(kept + 1)")
    assert there["order"] == ["t1", "t2"] and "42" in html(there), "turns and variables of the other one"
    services_of = one.handlers.students.known(one._request)
    assert services_of is not None and services_of.heard == number
    before = services_of.turns[0]
    await do(one, "run", "t1", "t2", turn="t2", part=1, source="print(kept)")
    assert services_of.turns[0] is before, "nothing is read again where no request is missing"
    # a new sheet was begun there: its problem does not come to lie in the old conversation
    number += 1
    said = {"conversation": None}
    fresh = await do(one, "solve", "t9", text="vertex", turn="t9", language="en")
    assert fresh["order"] == ["t9"]


async def test_what_is_here_alone_is_not_read_over(services: ScriptedServices) -> None:
    tab = Tab(Handlers(services), "a")
    shown = await tab.do("solve", text="vertex", turn="t1", language="en", number=1)
    student = tab.handlers.students.known(tab._request)
    assert student is not None
    student.turns[0].unkept = "store-unavailable"
    value = await tab.do(
        "solve", text="vertex", turn="t2", language="en", number=7, conversation=shown["conversation"]
    )
    assert value["order"] == ["t1", "t2"] and student.turns[0].unkept


@pytest.mark.parametrize("is_open", [True, False])
async def test_whoever_has_no_open_page_is_soon_dismissed(
    services: ScriptedServices, monkeypatch: pytest.MonkeyPatch, is_open: bool
) -> None:
    """Also where what was sent last began after the page had been closed: no word comes behind that."""
    monkeypatch.setattr(students_module, "GRACE_S", 0.05)
    handlers = Handlers(services, idle_s=3600)
    release = asyncio.Event()

    async def gradio(scope: Any, receive: Any, send: Any) -> None:
        await release.wait()

    beats = students_module.Heartbeats(gradio, handlers.students)
    cookie = Tab(handlers, "a")._request.headers.get("cookie", "").encode()
    scope = {"type": "http", "path": "/gradio_api/heartbeat/a", "headers": [(b"cookie", cookie)]}
    page = asyncio.create_task(beats(scope, None, None))  # type: ignore[arg-type]
    await asyncio.sleep(0)
    if not is_open:
        release.set()
        await page
        handlers.students.leave(Tab(handlers, "a")._request)
    await Tab(handlers, "a").do("solve", text="vertex", turn="t1", language="en")
    await asyncio.sleep(0.1)
    await handlers.students.dismiss_idle()
    assert len(handlers.students) == is_open and services.closed == (not is_open)
    if is_open:
        release.set()
        await page
        await handlers.students.dismiss_idle()
        assert len(handlers.students) == 1, "its grace begins when it is closed"
        await asyncio.sleep(0.1)
        await handlers.students.dismiss_idle()
        assert not len(handlers.students)
    await handlers.close()


class Coaching(ScriptedSession, Tutor):
    """Notes who is asked to word the ladder."""

    asked_models: list[str] = []

    async def ladder(self, problem: Problem, solution: Worked, *, model: str = "") -> Coached | None:
        self.asked_models.append(model)
        return None


@pytest.mark.parametrize(
    ("solved_by", "chosen", "asked"),
    [("Qwen3-8B", "builtin", "Qwen3-8B"), ("gone", "Qwen3-8B", "Qwen3-8B"), ("gone", None, "builtin")],
)
async def test_a_ladder_is_worded_by_who_solved_it(
    services: ScriptedServices, store: Store, solved_by: str, chosen: str | None, asked: str
) -> None:
    """Or else by whom the student has chosen now."""
    begun = await store.begin(ME, None, NewTurn("t", PROBLEM, solved_by, kept_back=True), EVENTS, 1.0)
    session = Coaching(services)
    session.asked_models = []
    services.session = lambda: session  # type: ignore[method-assign]
    await Tab(Handlers(services), "a").stream("open", conversation=begun.conversation, model=chosen)
    assert session.asked_models == [asked]


def client_of(store: Store, handlers: Handlers, token: str | None = TOKEN) -> httpx.AsyncClient:
    page = Route("/", lambda request: PlainTextResponse("page"))
    routes = [page, *conversations.routes(store, handlers.students.forgotten)]
    app = Starlette(routes=routes, middleware=[Middleware(OwnerCookie)])
    cookies = {COOKIE: token} if token else {}
    return httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url="http://test", cookies=cookies)


@pytest.mark.parametrize("everything", [False, True])
async def test_pictures_of_a_deleted_conversation_are_gone_from_memory(
    services: ScriptedServices, store: Store, everything: bool
) -> None:
    handlers = Handlers(services)
    album, tab = handlers.album, Tab(handlers, "a")
    names = [album.keep(Picture(bytes([n]) * 1000, "image/png", 4, 4)).name for n in range(2)]
    value = await tab.do("solve", text="vertex", turn="t1", language="en", picture=names[0])
    assert value["turns"][0]["picture"]["name"] == names[0]
    retried = await tab.do("solve", text="vertex", turn="t2", replaces="t1", language="en", picture=names[0])
    assert retried["turns"][0]["picture"]["name"] == names[0]
    async with client_of(store, handlers) as client:
        at = "/conversations" + ("" if everything else f"/{value['conversation']}")
        assert (await client.delete(at)).status_code == 200
    await tab.stream("clear")
    del value, retried
    gc.collect()
    assert album.find(names[0]) is None, "what was deleted"
    assert album.find(names[1]) is not None, "what was read and is still to be solved"


async def test_an_attempt_of_a_tab_that_came_back_keeps_its_picture(services: ScriptedServices) -> None:
    handlers = Handlers(services)
    name = handlers.album.keep(Picture(b"0" * 1000, "image/png", 4, 4)).name
    tab = Tab(handlers, "a")
    value = await tab.do("solve", text="vertex", turn="t1", language="en", picture=name)
    later = Tab(Handlers(services), "a")  # knows the picture by another name
    again = await later.do(
        "solve", text="x", turn="t2", replaces="t1", picture=name, language="en", conversation=value["conversation"]
    )  # fmt: skip
    assert again["turns"][0]["picture"] is not None


async def test_a_browsers_secret_is_renewed_at_every_visit(store: Store, services: ScriptedServices) -> None:
    """Its year begins anew, so whoever comes now and then is never forgotten; the secret stays the same."""
    async with client_of(store, Handlers(services), None) as client:
        first = (await client.get("/")).headers["set-cookie"]
        second = (await client.get("/")).headers["set-cookie"]
        assert first == second and "Max-Age=31536000" in first
        assert "set-cookie" not in (await client.get("/conversations")).headers


async def test_a_browser_whose_secret_is_unknown_begins_anew(
    store: Store, services: ScriptedServices
) -> None:
    """Its cookie is from another server, or the database was replaced: nothing is there, and what comes is kept."""
    handlers = Handlers(services)
    shown = (await Tab(handlers, "a").do("solve", text="vertex", turn="t1", language="en"))["conversation"]
    async with client_of(store, handlers, STRANGER) as client:
        assert (await client.get("/conversations")).json()["conversations"] == []
        assert (await client.delete(f"/conversations/{shown}")).status_code == 404
        tab = Tab(handlers, "b", STRANGER)
        assert (await tab.open(shown))["notice"] == "failure.conversation-gone"
        value = await tab.do("solve", text="vertex", turn="t1", language="en")
        [line] = (await client.get("/conversations")).json()["conversations"]
        assert line["id"] == value["conversation"] != shown
    async with client_of(store, handlers, None) as client:  # it has expired, or was cleared away
        assert (await client.get("/conversations")).status_code == 401
        assert COOKIE in (await client.get("/")).headers["set-cookie"]
    await handlers.close()


async def test_tabs_on_one_conversation_take_over_what_others_add(services: ScriptedServices) -> None:
    handlers = Handlers(services)
    first, second = Tab(handlers, "a"), Tab(handlers, "b")
    shown = (await first.do("solve", text="vertex", turn="t1", language="en"))["conversation"]
    await second.open(shown)
    await second.do("solve", text="vertex", turn="t2", language="en")
    value = await first.do("solve", text="vertex", turn="t3", language="en")
    assert value["order"] == ["t1", "t2", "t3"] and {turn["id"] for turn in value["turns"]} == {"t2", "t3"}
    await handlers.close()


async def test_a_link_that_was_withdrawn_while_it_was_open(services: ScriptedServices, store: Store) -> None:
    """What was read stays on the reader's screen; a reload says that it ended, a new link has another address."""
    handlers = Handlers(services)
    shown = (await Tab(handlers, "a").do("solve", text="vertex", turn="t1", language="en"))["conversation"]
    async with client_of(store, handlers) as mine, client_of(store, handlers, STRANGER) as other:
        link = (await mine.post(f"/conversations/{shown}/share")).json()["path"]
        page = (await other.get(link)).text
        assert 'src="data:image' in page and "pictures/" not in page, "it needs nothing more of the server"
        assert (await mine.delete(f"/conversations/{shown}/share")).status_code == 200
        for headers in ({}, {"accept-language": "zh-CN"}):
            answer = await other.get(link, headers=headers)
            assert answer.status_code == 404 and answer.headers["cache-control"] == "no-store"
        assert (await mine.post(f"/conversations/{shown}/share")).json()["path"] != link


async def test_a_database_that_goes_away_while_it_streams_and_comes_back(
    socket: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The reader is told and goes on; what came meanwhile is kept without a gap when it is back."""
    monkeypatch.setattr(database_module, "REST_S", 0.0)
    monkeypatch.setattr(keeper_module, "REST_S", 0.0)
    monkeypatch.setattr(reach_module, "AGAIN_S", 0.01)
    url = await asyncio.to_thread(create_database, socket)
    services = ScriptedServices(pause_s=0.1)  # so that much is still to come when it is back
    await services.start()
    services.store = store = Store(url, patience_s=1.0)  # type: ignore[assignment]
    handlers = Handlers(services)
    stream, troubles, last = (
        Tab(handlers, "a").stream("solve", text="vertex", turn="t1", language="en"),
        [],
        {},
    )
    async with asyncio.timeout(60), contextlib.aclosing(stream):
        async for last in stream:
            troubles.append("failure.store-unavailable" in html(last))
            if len(troubles) == 4:
                await asyncio.to_thread(stop, socket)
            elif troubles[-1] and not any(
                troubles[:-1]
            ):  # once: the next value may come before the store was asked again
                await asyncio.to_thread(start, socket)
    assert not any(troubles[:4]) and any(troubles) and not troubles[-1], troubles
    [turn] = (await store.conversation(ME, last["conversation"])).turns
    assert turn.events[-1] == Done("answered") and last["turns"][0]["state"] == "answered"
    other = Tab(handlers, "b")
    opened = await other.open(last["conversation"])
    assert html(opened) == html(last)
    await handlers.close()
    await store.close()
