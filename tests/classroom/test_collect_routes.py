"""Who gets to `/collect`, and what it says to input that no page of ours sends."""

from __future__ import annotations

import json
from collections.abc import AsyncGenerator, AsyncIterator, Callable
from typing import Any

import httpx
import pytest
from starlette.applications import Starlette

from solver.events import Answer, Code, Done, Event, Output, Reasoning
from solver.ports import Problem
from solver.store import NewExample, NewTurn, Store
from tests.classroom.test_routes import OTHER, PASSWORD
from tests.store.tab import ME, TOKEN
from ui import collect
from ui.classroom import teaching
from ui.classroom.door import TeacherDoor
from ui.own import COOKIE

Client = Callable[..., httpx.AsyncClient]
HOSTILE = "</script><script>alert(1)</script>"
STREAM = (Reasoning(0, HOSTILE), Code(1, f"print('{HOSTILE}')"), Output(1, "stdout", HOSTILE), Answer("42"), Done("answered"))  # fmt: skip


class Session:
    """A kernel that prints what it was given; no model."""

    async def run_cell(self, part: int, source: str, language: str) -> AsyncGenerator[Event]:
        yield Output(part, "stdout", source)
        yield Done("answered")

    async def close(self) -> None: ...


class Services:
    """As much of it as is asked for here."""

    def models(self) -> tuple[str, ...]:
        return ("builtin",)

    def session(self) -> Session:
        return Session()

    def checker(self) -> Services:
        return self

    async def same(self, one: str, other: str) -> None: ...
    async def compare(self, answer: str, printed: str) -> None: ...


@pytest.fixture
async def client(store: Store) -> AsyncIterator[Client]:
    made: list[httpx.AsyncClient] = []

    def browser(password: str | None = PASSWORD, **cookies: str) -> httpx.AsyncClient:
        door = TeacherDoor(password)
        services: Any = Services()
        app = Starlette(routes=[*teaching.routes(store, None, door), *collect.routes(store, services, door)])
        transport = httpx.ASGITransport(app=app)
        made.append(httpx.AsyncClient(transport=transport, base_url="http://test", cookies=cookies))
        return made[-1]

    yield browser
    for each in made:
        await each.aclose()


def kept() -> NewExample:
    return NewExample(Problem(HOSTILE, "en"), STREAM, HOSTILE, "CC0-1.0", HOSTILE, HOSTILE, HOSTILE)


async def test_it_is_for_the_teacher_alone(client: Client, store: Store) -> None:
    number = await store.collected.add(kept())
    paths = ("/collect", "/collect/new", f"/collect/{number}", "/collect/turn/1", "/collect/examples.jsonl")
    off, stranger, teacher = client(None), client(), client()
    for path in paths:
        assert (await off.get(path)).status_code == 404
        shown = await stranger.get(path)
        assert "6 · 7" not in shown.text and ("password" in shown.text or shown.status_code == 303), path
    for path in ("/collect/try", "/collect/solve"):
        assert (await off.post(path, json={})).status_code == 404
        assert (await stranger.post(path, json={})).json() == {"code": "signed-out"}
        assert (await stranger.post(path, json={}, headers=OTHER)).status_code == 403
    assert (await stranger.post(f"/collect/{number}/delete")).status_code == 303
    signed = await teacher.post("/class/sign-in", data={"password": PASSWORD, "then": "/collect/new"})
    assert signed.headers["location"] == "/collect/new"
    assert (await teacher.post(f"/collect/{number}/delete", headers=OTHER)).status_code == 403
    assert len(await store.collected.after()) == 1, "nobody deleted it"
    for then in ("https://evil.example/", "//evil.example", "/collect/..//x", "/other"):
        signed = await teacher.post("/class/sign-in", data={"password": PASSWORD, "then": then})
        assert signed.headers["location"] == "/class", then
    for path in (f"/collect/{2**40}", f"/collect/turn/{2**40}", "/collect/999", "/collect/turn/999"):
        assert (await teacher.get(path)).headers["location"] == "/collect?notice=gone"


async def test_all_that_was_typed_is_shown_as_text(client: Client, store: Store) -> None:
    number = await store.collected.add(kept())
    teacher = client()
    await teacher.post("/class/sign-in", data={"password": PASSWORD})
    for path in (
        "/collect",
        f"/collect?search={HOSTILE}",
        f"/collect/{number}",
        f"/collect/{number}?lang=zh",
    ):
        assert "<script>alert" not in (await teacher.get(path)).text, path


async def test_odd_input_is_answered(client: Client, store: Store) -> None:
    teacher = client()
    await teacher.post("/class/sign-in", data={"password": PASSWORD})

    async def tried(body: object) -> list[dict[str, Any]]:
        answer = await teacher.post("/collect/try", content=json.dumps(body))
        assert answer.status_code == 200
        return [json.loads(line) for line in answer.text.splitlines() if line]

    for body in ([], {"parts": 5}, {"parts": [5, {"kind": [], "text": 7}], "answer": {}}, {"keep": True, "problem": None}):  # fmt: skip
        assert "no-solution" in str(await tried(body)), body
    assert (await teacher.post("/collect/try", content=b"\xff{")).status_code == 200
    assert (await teacher.post("/collect/try", content=b"x" * 1_000_001)).status_code == 413
    many = [{"kind": "prose", "text": "x"}] * 41
    assert "many-parts" in str(await tried({"parts": many}))
    draft = {"problem": "half \ud800 of 2", "parts": [{"kind": "cell", "text": "1\x00"}], "answer": "$1$", "licence": "MIT", "source": "me"}  # fmt: skip
    last = (await tried({**draft, "keep": True, "number": "7"}))[-1]
    [found] = await store.collected.after()
    assert last["kept"] == found.id and found.example.answer == "1"
    assert (await teacher.get("/collect")).status_code == 200 == (await teacher.get(f"/collect/{found.id}")).status_code  # fmt: skip
    assert (await tried({**draft, "keep": True, "number": 10**6}))[-1]["code"] == "example-gone"


async def test_thumbs_are_there_only_where_a_teacher_is(client: Client, store: Store) -> None:
    begun = await store.begin(ME, None, NewTurn("t1", Problem("6 · 7", "en"), "builtin"), STREAM)
    at = f"/conversations/{begun.conversation}"
    assert (await client(None, **{COOKIE: TOKEN}).get(f"{at}/thumbs")).status_code == 404
    assert (await client().get(f"{at}/thumbs")).status_code == 401
    mine = client(**{COOKIE: TOKEN})
    given = await mine.post(f"{at}/turns/t1/thumb", json={"up": True})
    assert given.json() == {"thumbs": {"t1": True}, "paths": {}}
    await mine.post("/class/sign-in", data={"password": PASSWORD})
    path = (await mine.get(f"{at}/thumbs")).json()["paths"]["t1"]
    shown = (await mine.get(path)).text
    assert "6 \\u00b7 7" in shown and "<script>alert" not in shown
    assert (await mine.post(f"{at}/turns/none/thumb", json={"up": True})).status_code == 404
    assert (await mine.post(f"{at}/turns/t1/thumb", json={"up": "odd"})).json()["thumbs"] == {}
