"""A class's lock binds a member's browser at the doors for programs, too: `/solve`, `/v1` and `/api/solve`; nobody else."""

from __future__ import annotations

import time
from types import SimpleNamespace
from typing import Any

import httpx
import pytest
from starlette.applications import Starlette

from solver.classroom import Class, Lock
from solver.errors import StoreUnavailable
from solver.events import Done, Failure, decode
from solver.store import Store
from tests.browser.scripted import ScriptedServices
from tests.store.tab import ME, STRANGER, TOKEN
from ui import api, native, v1
from ui.own import COOKIE

LOCKS = {
    "minutes": (Lock(after_s=600), True),
    "answers": (Lock(after_attempts=3), True),
    "tomorrow": (Lock(until_s=time.time() + 86_400), True),
    "yesterday": (Lock(until_s=time.time() - 86_400), False),
    "none": (None, False),
}


@pytest.fixture
async def one(store: Store) -> Class:
    made = await store.classes.make("8b")
    await store.classes.join(ME, made.code)
    return made


@pytest.fixture
async def services(store: Store) -> ScriptedServices:
    made = ScriptedServices(pause_s=0.0)
    await made.start()
    made.store = store  # type: ignore[assignment]
    return made


async def streamed(services: ScriptedServices, token: str | None) -> list[Any]:
    """What `/solve` gives a browser."""
    cookies = {"cookie": f"{COOKIE}={token}"} if token else {}
    request: Any = SimpleNamespace(headers=cookies)
    return [decode(line) async for line in api.endpoint(services)("a vertex", "zh", request=request)]  # type: ignore[arg-type]


async def completed(
    services: ScriptedServices,
    token: str | None,
    key: str | None = None,
    *,
    shown: str | None = None,
    path: str = "/v1/chat/completions",
) -> httpx.Response:
    """What `/v1` or `/api/solve` gives it."""
    entrance = v1.Entrance(v1.Door(key=key))
    app = Starlette(routes=[*v1.routes(services, entrance), *native.routes(services, entrance)])  # type: ignore[arg-type]
    headers = {"Authorization": f"Bearer {shown}"} if shown else {}
    body = {"model": "builtin", "messages": [{"role": "user", "content": "a vertex"}], "problem": "a vertex"}
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(app), base_url="http://test", cookies={COOKIE: token} if token else {}
    ) as browser:
        return await browser.post(path, json=body, headers=headers)


@pytest.mark.parametrize("name", LOCKS)
async def test_a_member_gets_no_solution_where_the_class_keeps_it(
    services: ScriptedServices, store: Store, one: Class, name: str
) -> None:
    lock, closed = LOCKS[name]
    await store.classes.set_lock(one.id, lock)
    events, answer = await streamed(services, TOKEN), await completed(services, TOKEN)
    native_answer = await completed(services, TOKEN, path="/api/solve")
    if not closed:
        assert events[-1] == Done("answered") and answer.status_code == native_answer.status_code == 200
        return
    assert [type(e) for e in events] == [Failure, Done] and events[0].code == "class-closed"
    assert "班级" in events[0].message, "in the language that was asked for"
    for refused in (answer, native_answer):
        assert refused.status_code == 403 and refused.json()["error"]["code"] == "class-closed"
    assert services.asked == [], "nothing was solved"


async def test_nobody_else_is_kept_waiting(services: ScriptedServices, store: Store, one: Class) -> None:
    await store.classes.set_lock(one.id, Lock(after_s=600))
    for token in (None, "s" * 43):
        assert (await streamed(services, token))[-1] == Done("answered")
        assert (await completed(services, token)).status_code == 200
    assert STRANGER != ME
    assert (await completed(services, TOKEN, "sesame", shown="sesame")).status_code == 200, "a key's owner"
    assert (await completed(services, TOKEN, "sesame")).status_code == 401
    await store.classes.close(one.id, closed=True)
    assert (await streamed(services, TOKEN))[-1] == Done("answered"), "a closed class holds nothing"


async def test_where_the_store_is_away_nobody_is_known(
    services: ScriptedServices, store: Store, one: Class, monkeypatch: pytest.MonkeyPatch
) -> None:
    await store.classes.set_lock(one.id, Lock(after_s=600))

    async def away(owner: str) -> None:
        raise StoreUnavailable("store-unavailable", "away")

    monkeypatch.setattr(store.classes, "membership", away)
    assert (await streamed(services, TOKEN))[-1] == Done("answered")
