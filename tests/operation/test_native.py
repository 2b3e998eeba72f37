"""`/api/solve`: typed events over HTTP, and who is admitted to the doors for programs."""

from __future__ import annotations

import itertools
import json
import threading
from typing import Any

import httpx
import pytest
import uvicorn
from hypothesis import given
from hypothesis import strategies as st
from starlette.applications import Starlette
from starlette.middleware import Middleware

from solver.api_keys import named_keys
from solver.events import Answer, Done, Event, decode
from tests.ports import free_port
from tests.served import FRIEND, Program, until
from tests.test_v1 import Endless
from ui import native
from ui.operation.requests import Ended, Requests
from ui.v1 import Door, Entrance, routes
from ui.v1.asked import ApiError
from ui.v1.rates import Rates

QUADRATIC = "Solve x^2 - 5x + 6 = 0."
STRANGER = "https://evil.example"


@pytest.fixture(scope="module")
def url(program: Program) -> str:
    return program.url


def events(text: str) -> list[Event]:
    found = [block for block in text.split("\n\n") if block and not block.startswith(":")]
    numbers = [int(block.split("\n")[0].removeprefix("id: ")) for block in found]
    assert numbers == list(range(len(found)))
    return [decode(block.split("\n", 1)[1].removeprefix("data: ")) for block in found]


@pytest.mark.parametrize(
    ("body", "answer"),
    [
        ({"problem": QUADRATIC}, ("2", "3")),
        ({"problem": "解方程 x + 1 = 3", "language": "zh", "model": "builtin"}, ("2",)),
        ({"problem": QUADRATIC, "method": "factoring"}, ("2", "3")),
    ],
)
def test_events_come_with_numbers_and_end_with_done(url: str, body: dict[str, Any], answer: Any) -> None:
    told = httpx.post(f"{url}/api/solve", json=body, timeout=60)
    assert told.status_code == 200 and told.headers["content-type"].startswith("text/event-stream")
    assert told.headers["x-accel-buffering"] == "no" and told.headers["cache-control"] == "no-store"
    stream = events(told.text)
    assert stream[-1] == Done("answered") and sum(isinstance(e, Done) for e in stream) == 1
    (found,) = [e for e in stream if isinstance(e, Answer)]
    assert all(part in found.latex for part in answer)


@pytest.mark.parametrize(
    ("body", "status", "param"),
    [
        pytest.param(b"{", 400, None, id="no JSON"),
        pytest.param(b"[" * 100_000, 400, None, id="deep"),
        pytest.param(b" " * (1 << 21), 413, None, id="long body"),
        pytest.param([], 400, None, id="list"),
        pytest.param({}, 400, "problem", id="nothing"),
        pytest.param({"problem": 3}, 400, "problem", id="number"),
        pytest.param({"problem": ""}, 400, "problem", id="empty"),
        pytest.param({"problem": "x" * 6000}, 413, "problem", id="long"),
        pytest.param(b'{"problem": "\\ud800"}', 400, "problem", id="surrogate"),
        pytest.param({"problem": "1+1", "language": "fr"}, 400, "language", id="language"),
        pytest.param({"problem": "1+1", "model": "gpt"}, 404, "model", id="model"),
        pytest.param({"problem": "1+1", "strategy": "magic"}, 400, "strategy", id="strategy"),
        pytest.param({"problem": "1+1", "method": "magic"}, 400, "method", id="method"),
    ],
)
def test_what_cannot_be_answered_is_refused(url: str, body: Any, status: int, param: str | None) -> None:
    sent = body if isinstance(body, bytes) else json.dumps(body).encode()
    told = httpx.post(f"{url}/api/solve", content=sent)
    assert told.status_code == status and told.json()["error"]["param"] == param


def test_pages_of_other_sites_are_refused_unless_they_are_listed(url: str) -> None:
    stranger = httpx.post(f"{url}/api/solve", json={"problem": "1+1"}, headers={"Origin": STRANGER})
    assert stranger.status_code == 403 and "access-control-allow-origin" not in stranger.headers
    friend = httpx.post(f"{url}/api/solve", json={"problem": "2 + 2"}, headers={"Origin": FRIEND})
    assert friend.status_code == 200 and friend.headers["access-control-allow-origin"] == FRIEND
    assert "origin" in friend.headers["vary"].lower() and events(friend.text)
    refused = httpx.post(f"{url}/v1/chat/completions", json={}, headers={"Origin": FRIEND})
    assert refused.status_code == 400 and refused.headers["access-control-allow-origin"] == FRIEND


def test_preflights_are_answered_by_gradio(url: str) -> None:
    """On localhost it lets no other site ask; on a public name every site, whose request is then refused by us."""
    asked = {"Origin": STRANGER, "Access-Control-Request-Method": "POST"}
    local = httpx.options(f"{url}/api/solve", headers=asked)
    public = httpx.options(f"{url}/api/solve", headers={**asked, "Host": "tutor.example"})
    assert "access-control-allow-origin" not in local.headers
    assert public.headers["access-control-allow-origin"] == STRANGER
    sent = {"Origin": STRANGER, "Host": "tutor.example"}
    assert httpx.post(f"{url}/api/solve", json={"problem": "1+1"}, headers=sent).status_code == 403


def test_who_goes_away_stops_the_solving_and_comments_come_meanwhile() -> None:
    services, entrance = Endless(), Entrance(Door(at_once=1, waiting=0))
    application = Starlette(routes=native.routes(services, entrance))  # type: ignore[arg-type]
    port = free_port()
    server = uvicorn.Server(uvicorn.Config(application, port=port, log_level="error"))
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        until(lambda: server.started)
        for turn in (1, 2):
            post = httpx.stream("POST", f"http://127.0.0.1:{port}/api/solve", json={"problem": QUADRATIC})
            with post as told:
                lines = told.iter_lines()
                seen = list(itertools.takewhile(lambda line: not line.startswith(":"), lines))
                assert seen[0] == "id: 0" and "Let me think." in seen[1]
                full = httpx.post(f"http://127.0.0.1:{port}/api/solve", json={"problem": QUADRATIC})
                assert full.status_code == 429 and full.headers["retry-after"]
            until(lambda turn=turn: services.begun == services.stopped == services.closed == turn)
        until(lambda: entrance.places.inside == 0)
    finally:
        server.should_exit = True
        thread.join()


async def statuses(
    door: Door, headers: list[dict[str, str]], *, path: str = "/api/solve"
) -> list[httpx.Response]:
    entrance = Entrance(door)
    made = [*native.routes(Endless(), entrance), *routes(Endless(), entrance)]  # type: ignore[arg-type]
    transport = httpx.ASGITransport(Starlette(routes=made))
    async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as program:
        return [await program.post(path, content=b"{", headers=each) for each in headers]


@pytest.mark.parametrize("path", ["/api/solve", "/v1/chat/completions"])
async def test_an_address_asks_so_often_and_is_told_when_to_come_back(path: str) -> None:
    told = await statuses(Door(per_minute=2, burst=3), [{}] * 5, path=path)
    assert [t.status_code for t in told] == [400, 400, 400, 429, 429]
    assert 25 <= int(told[-1].headers["retry-after"]) <= 30
    assert "address" in told[-1].json()["error"]["message"]


async def test_a_key_has_a_rate_of_its_own_and_wrong_keys_are_not_guessed_fast() -> None:
    right, wrong = {"Authorization": "Bearer sesame"}, {"Authorization": "Bearer other"}
    told = await statuses(
        Door(key="sesame", per_minute=1, burst=2), [wrong, wrong, wrong, right, right, right]
    )
    assert [t.status_code for t in told] == [401, 401, 429, 400, 400, 429]
    assert "sesame" not in told[-1].text


@given(
    st.lists(st.tuples(st.floats(0, 30), st.sampled_from("ab")), max_size=60),
    st.floats(1, 600), st.integers(1, 5),
)  # fmt: skip
def test_in_no_time_more_than_the_burst_and_what_flows_in(
    asks: list[tuple[float, str]], per_minute: float, burst: int
) -> None:
    now_s = 0.0
    rates = Rates(per_minute, burst, clock=lambda: now_s)
    taken: dict[str, list[float]] = {"a": [], "b": []}
    for pause_s, name in asks:
        now_s += pause_s
        wait_s = rates.take(name)
        if wait_s == 0:
            taken[name].append(now_s)
        else:
            now_s += wait_s + 1e-6
            assert rates.take(name) == 0, "who waits as long as was said is admitted"
            taken[name].append(now_s)
    for times in taken.values():
        for first, last in itertools.combinations_with_replacement(range(len(times)), 2):
            span_s = times[last] - times[first]
            assert last - first + 1 <= burst + span_s * per_minute / 60 + 1e-3


def test_names_are_forgotten_so_that_memory_is_bounded() -> None:
    rates = Rates(1, 1, clock=lambda: 0.0, names=3)
    assert [rates.take(name) for name in "abcd"] == [0.0] * 4
    assert rates.take("d") > 0 and rates.take("a") == 0


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
names = ("problem", "language", "model", "strategy", "method")


@given(json_values | st.fixed_dictionaries({}, optional={name: json_values | st.text() for name in names}))
def test_whatever_comes_is_read_or_refused(body: object) -> None:
    error = None
    try:
        native.wish(body, Endless())  # type: ignore[arg-type]
    except ApiError as refused:
        error = refused
    assert error is None or 400 <= error.status < 500 and error.body()["error"]["message"]


KEYS = named_keys("app:0123456789abcdef, lab:fedcba9876543210:2")


async def test_keys_have_names_and_rates_of_their_own() -> None:
    app, lab = ({"Authorization": f"Bearer {one.key}"} for one in KEYS)
    wrong = [{"Authorization": f"Bearer {KEYS[0].key[:-1]}"}, {"Authorization": KEYS[0].key}, {}]
    told = await statuses(Door(keys=KEYS, per_minute=600, burst=9), [app, lab, lab, lab, app, *wrong])
    assert [t.status_code for t in told] == [400, 400, 400, 429, 400, 401, 401, 401]
    assert "2 a minute" in told[3].text and not any(one.key in t.text for t in told for one in KEYS)
    old = await statuses(Door(key="sesame", keys=KEYS), [app, {"Authorization": "Bearer sesame"}, {}])
    assert [t.status_code for t in old] == [400, 400, 401], "the key without a name beside them"


async def test_the_name_of_a_key_is_noted_and_the_key_is_not() -> None:
    entrance, ended = Entrance(Door(keys=KEYS)), list[Ended]()
    made = native.routes(Endless(), entrance)  # type: ignore[arg-type]
    middleware = [Middleware(Requests, ears=(ended.append,))]
    transport = httpx.ASGITransport(Starlette(routes=made, middleware=middleware))
    async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as program:
        for key in (KEYS[1].key, "x" * 16):
            await program.post("/api/solve", content=b"{", headers={"Authorization": f"Bearer {key}"})
    assert [(one.program, one.status) for one in ended] == [("lab", 400), (None, 401)]
    assert not any(one.key in repr(ended) for one in KEYS) and KEYS[0].key not in repr(KEYS)
