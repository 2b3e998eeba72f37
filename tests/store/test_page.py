"""The page and the store: what is shown is on disk, what cannot be kept is said, and nobody reads another's."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import URL
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from solver.events import Answer, Code, Done, Output, Reasoning
from solver.kernels.history import finished_cells
from solver.ports import Problem
from solver.store import KeptTurn, NewTurn, Store, streams
from tests.browser.scripted import ScriptedServices
from tests.store.showing import explained, words
from tests.store.tab import ME, STRANGER, TOKEN, Tab
from tests.store.test_trouble import full
from ui import conversations
from ui.handlers import Handlers
from ui.kept import cells_of, is_tutors_alone, turn_of
from ui.own import COOKIE, OwnerCookie


def looks(shown: dict[str, Any]) -> tuple[str, list[str]]:
    """What a reader sees of a turn, whatever is still going on in it."""
    return shown["problem"], [block["html"] for block in shown["blocks"]]


async def test_what_is_shown_is_on_disk(services: ScriptedServices, empty: URL) -> None:
    """At every update another process would find at least what the reader sees."""
    other, tab, updates = Store(empty), Tab(Handlers(services), "a"), 0
    services.pause_s = 0.02
    async for value in tab.stream("solve", text="vertex", turn="t1", language="en"):
        if not value["turns"][0]["blocks"]:
            continue  # nothing yet but the reader's own words
        kept = (await other.conversation(ME, value["conversation"])).turns[0]
        shown = value["turns"][0]
        assert explained(shown, kept) is not None, f"shown, not kept: {words(shown)}"
        updates += 1
    assert updates > 5 and kept.events[-1] == Done("answered") and kept.took_s is not None
    await other.close()


async def test_a_conversation_is_opened_with_its_variables(services: ScriptedServices) -> None:
    handlers = Handlers(services)
    first = Tab(handlers, "a")
    value = await first.do("solve", text="vertex", turn="t1", language="en")
    changed = await first.do("run", turn="t1", part=1, source="kept = 41")
    second = Tab(handlers, "b")
    opened = await second.open(value["conversation"])
    assert [looks(turn) for turn in opened["turns"]] == [looks(changed["turns"][0])]
    again = await second.do("run", turn="t1", part=1, source="print(kept + 1)")
    assert "42" in "".join(looks(again["turns"][0])[1])
    stranger = await Tab(handlers, "c", STRANGER).open(value["conversation"])
    assert stranger["turns"] == [] and stranger["notice"] == "failure.conversation-gone"
    assert (await Tab(handlers, "d", None).open(value["conversation"]))[
        "notice"
    ] == "failure.conversation-gone"
    await handlers.close()


async def test_a_turn_without_an_end_was_broken_off(services: ScriptedServices, store: Store) -> None:
    begun = await store.begin(ME, None, NewTurn("t1", Problem("x", "en"), "builtin"))
    await store.append(begun.place, 0, [Reasoning(0, "So"), Code(1, "x = "), Code(1, "1")])
    value = await Tab(Handlers(services), "a").open(begun.conversation)
    [shown] = value["turns"]
    assert (
        shown["state"] == "stopped" and "end.broken-off" in shown["blocks"][-1]["html"] and not shown["busy"]
    )
    found = await store.conversation(ME, begun.conversation)
    assert cells_of(found) == [], "a cell that may be half a cell is not run again"


async def test_what_another_tab_is_solving_is_not_called_broken_off(services: ScriptedServices) -> None:
    handlers = Handlers(services)
    stream = Tab(handlers, "a").stream("solve", text="slow", turn="t1", language="en")
    for _ in range(3):
        value = await anext(stream)
    opened = await Tab(handlers, "b").open(value["conversation"])
    assert "end.elsewhere" in opened["turns"][0]["blocks"][-1]["html"]
    await stream.aclose()
    opened = await Tab(handlers, "c").open(value["conversation"])
    assert "end.broken-off" in opened["turns"][0]["blocks"][-1]["html"]
    await handlers.close()


async def test_a_conversation_that_is_deleted_while_it_streams_stops(
    services: ScriptedServices, store: Store
) -> None:
    handlers = Handlers(services)
    tab = Tab(handlers, "a")
    stream = tab.stream("solve", text="slow", turn="t1", language="en")
    while not (value := await anext(stream))["conversation"]:
        pass
    await store.delete(ME, value["conversation"])
    async with asyncio.timeout(10):
        async for last in stream:
            value = last
    html = "".join(looks(value["turns"][0])[1])
    assert (
        "failure.conversation-gone" in html
        and value["turns"][0]["state"] == "stopped"
        and services.running == 0
    )
    value = await tab.do("solve", text="vertex", turn="t2", language="en")
    assert value["order"] == ["t2"] and len(await store.conversations(ME)) == 1
    await handlers.close()


async def test_what_cannot_be_kept_is_solved_all_the_same_and_says_so(
    services: ScriptedServices, sqlite: Callable[[], Store], tmp_path: Path
) -> None:
    (tmp_path / "data").mkdir(exist_ok=True)
    (tmp_path / "data2").write_text("in the way")
    away = Store(sqlite().database.url.set(database=str(tmp_path / "data2" / "x.db")))
    services.store = away  # type: ignore[assignment]
    tab = Tab(Handlers(services), "a")
    value = await tab.do("solve", text="vertex", turn="t1", language="en")
    html = "".join(looks(value["turns"][0])[1])
    assert (
        value["turns"][0]["state"] == "answered"
        and "failure.store-unavailable" in html
        and 'class="answer"' in html
    )
    assert value["conversation"] is None


async def test_a_disk_that_fills_up_while_it_streams(
    services: ScriptedServices, sqlite: Callable[[], Store]
) -> None:
    services.store = store = sqlite()  # type: ignore[assignment]
    tab = Tab(Handlers(services), "a")
    await tab.do("solve", text="vertex", turn="t1", language="en")
    full(store, 30)
    value = await tab.do("solve", text="vertex", turn="t2", language="en")
    shown = value["turns"][0]
    assert "failure.store-full" in "".join(looks(shown)[1]) and shown["state"] == "answered"
    assert (await store.conversation(ME, value["conversation"])).turns[0].events[-1] == Done("answered")
    await store.close()


@pytest.mark.parametrize("bound", ["MOST_EVENTS", "MOST_CHARS"])
async def test_a_conversation_that_is_full_keeps_no_more_and_the_next_one_does(
    services: ScriptedServices, store: Store, monkeypatch: pytest.MonkeyPatch, bound: str
) -> None:
    services.store = store  # type: ignore[assignment]
    tab = Tab(Handlers(services), "a")
    await tab.do("solve", text="vertex", turn="t1", language="en")
    monkeypatch.setattr(streams, bound, 1)
    ran = await tab.do("run", turn="t1", part=1, source="1 + 1")
    value = await tab.do("solve", text="vertex", turn="t2", language="en")
    for shown in (ran["turns"][0], value["turns"][0]):
        assert "failure.conversation-full" in "".join(looks(shown)[1])
    assert value["turns"][0]["state"] == "answered" and store.held == 0, "it is not tried again"
    await tab.do("run", turn="t2", part=1, source="1 + 1")
    kept = await store.conversation(ME, value["conversation"])
    assert [turn.name for turn in kept.turns] == ["t1"] and kept.turns[0].runs == ()
    await tab.stream("clear")
    value = await tab.do("solve", text="vertex", turn="t3", language="en")
    assert "unkept" not in "".join(looks(value["turns"][0])[1])
    assert [turn.name for turn in (await store.conversation(ME, value["conversation"])).turns] == ["t3"]


@pytest.mark.parametrize(
    ("events", "cells"),
    [
        pytest.param([Code(1, "a"), Output(1, "result", "1"), Reasoning(2, ""), Code(3, "b"), Done("answered")], ["a", "b"], id="all"),
        pytest.param([Code(1, "a"), Code(2, "b"), Done("stopped")], ["a"], id="stopped in the second"),
        pytest.param([Code(1, "a"), Output(1, "error", "TimeoutError: the cell was stopped after 20 s"), Done("answered")], [], id="out of time"),
        pytest.param([Code(1, "a"), Output(1, "error", "TimeoutError: mine"), Answer("1")], ["a"], id="its own error"),
        pytest.param([Reasoning(0, ""), Code(1, "a")], [], id="broken off"),
    ],
)  # fmt: skip
def test_cells_that_came_to_their_end(events: Any, cells: list[str]) -> None:
    assert finished_cells(events) == cells


async def test_only_cells_of_the_built_in_tutor_need_no_others(sqlite: Callable[[], Store]) -> None:
    store, found = sqlite(), []
    for models, runs in ((["builtin"], False), (["builtin", "builtin"], True), (["builtin", "Qwen"], False)):
        conversation: str | None = None
        for number, model in enumerate(models):
            new = NewTurn(f"t{number}", Problem("x", "en"), model)
            conversation = (await store.begin(ME, conversation, new, [Code(1, "a = 1")])).conversation
        assert conversation is not None
        if runs:
            await store.begin_run(ME, conversation, "t0", 1, "a = 2", [Done("answered")])
        found.append(is_tutors_alone(await store.conversation(ME, conversation)))
    assert found == [True, False, False]
    await store.close()


@pytest.fixture
def client(store: Store) -> TestClient:
    page = Route("/", lambda request: PlainTextResponse("page"))
    app = Starlette(routes=[page, *conversations.routes(store)], middleware=[Middleware(OwnerCookie)])
    return TestClient(app, cookies={})


def test_a_browser_gets_its_secret_once(client: TestClient) -> None:
    assert client.get("/conversations").status_code == 401
    made = client.get("/").headers["set-cookie"]
    assert "HttpOnly" in made and "SameSite=Lax" in made
    assert client.get("/").headers["set-cookie"] == made
    client.cookies.clear()
    client.cookies.set(COOKIE, "forged; x")
    assert "set-cookie" in client.get("/").headers


async def test_the_routes_are_for_the_owner_alone(store: Store) -> None:
    import httpx

    app = Starlette(routes=conversations.routes(store))
    begun = await store.begin(ME, None, NewTurn("t1", Problem("x < 1 \\(y", "en"), "builtin"))
    path = f"/conversations/{begun.conversation}"
    transport = httpx.ASGITransport(app=app)
    mine = httpx.AsyncClient(transport=transport, base_url="http://test", cookies={COOKIE: TOKEN})
    other = httpx.AsyncClient(transport=transport, base_url="http://test", cookies={COOKIE: STRANGER})
    [line] = (await mine.get("/conversations")).json()["conversations"]
    assert line["id"] == begun.conversation and "x&lt;1" in line["html"]
    assert (await other.get("/conversations")).json()["conversations"] == []
    for ask in (
        other.patch(path, json={"title": "taken"}),
        other.delete(path),
        other.post(f"{path}/share"),
        other.delete(f"{path}/share"),
        other.get("/s/" + "x" * 32),
        other.delete("/conversations/../conversations/none"),
    ):
        assert (await ask).status_code == 404
    evil = {"Origin": "http://evil.example"}
    assert (await mine.delete(path, headers=evil)).status_code == 403
    assert (await mine.patch(path, content=b"[" * 100_000)).status_code == 200  # no title: nothing changes
    link = (await mine.post(f"{path}/share")).json()["path"]
    assert (
        "only" in (await other.get(link)).text
        and (await other.get(link)).headers["cache-control"] == "no-store"
    )
    assert "script>window" not in (await other.get(link)).text.lower().replace("<script>window.stepwise", "")
    assert (await mine.delete("/conversations")).status_code == 200
    assert (await other.get(link)).status_code == 404
    await mine.aclose()
    await other.aclose()


def test_a_kept_turn_is_folded_as_it_was_shown() -> None:
    kept = KeptTurn("t", Problem("x", "en"), "m", None, 0.0, 2.0, False, (Answer("1"), Done("answered")), ())
    turn = turn_of(kept)
    assert turn.answer == Answer("1") and turn.took_s == 2.0 and not turn.broken_off
