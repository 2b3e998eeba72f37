"""One student can never see another's conversation, file, plot or kernel: tried, at every route that there is.

A route that is new makes `test_every_route_has_its_kind` fail until somebody says here what it is, and what another's ids do there.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from tests.browser.homework import page as homework
from tests.login.served import ADA, ANN, BEN, Visitor, school
from tests.served import until

EVERYBODY = """
GET /healthz
GET /readyz
GET /metrics
GET /openapi.json
GET /favicon.ico
GET /robots.txt
GET /sign-in
POST /sign-out
GET /gradio_api/startup-events
"""
"""Without anybody known; `/metrics` has a setting of its own."""
ALIKE = """
GET /
GET /config
GET /theme.css
GET /manifest.json
GET /pwa_icon
GET /pwa_icon/{size}
GET /static/{path:path}
GET /assets/{path:path}
GET /svelte/{path:path}
GET /worksheet
POST /speech
GET /gradio_api/file={path_or_url:path}
GET /gradio_api/info
GET /gradio_api/openapi.json
GET /gradio_api/app_id
GET /gradio_api/login_check
GET /gradio_api/user
GET /gradio_api/token
GET /gradio_api/theme.css
GET /login
POST /login
GET /logout
GET /monitoring
GET /monitoring/summary
GET /monitoring/{key}
POST /pictures
POST /api/solve
GET /v1/models
GET /v1/models/{name:path}
POST /v1/chat/completions
"""
"""Says the same to each, keeps nothing, and names nobody's things."""
OWN = """
GET /conversations
DELETE /conversations
GET /membership
POST /membership
DELETE /membership
GET /sign-in/me
"""
"""Names nothing: what comes is one's own."""
LINKS = "GET /s/{token}"
"""Whose link was given away may be read: that is what a link is for."""
TEACHERS = """
GET /class
GET /class/{number:int}
GET /class/{number:int}/table.csv
POST /class/{number:int}/{act:str}
POST /class/new
POST /class/sign-in
POST /class/sign-out
GET /collect
GET /collect/new
GET /collect/draft/{key:str}
GET /collect/examples.jsonl
GET /collect/{number:int}
GET /collect/turn/{number:int}
POST /collect/{number:int}/delete
POST /collect/turn/{number:int}/dismiss
POST /collect/solve
POST /collect/try
GET /review
GET /review/run
GET /review/problem
POST /review/mark
"""
IDS = {
    "GET /pictures/{name}": None,
    "GET /conversations/{id}/export": None,
    "GET /conversations/{id}/thumbs": None,
    "PATCH /conversations/{id}": {"title": "mine"},
    "POST /conversations/{id}/turns/{turn}/thumb": {"up": True},
    "POST /conversations/{id}/share": None,
    "DELETE /conversations/{id}/share": None,
    "DELETE /conversations/{id}": None,
}
"""With the body that is sent. The last one is the last that is tried."""
TABS = """
POST /gradio_api/queue/join
GET /gradio_api/queue/data
GET /gradio_api/heartbeat/{session_hash}
POST /gradio_api/cancel
POST /gradio_api/reset
POST /gradio_api/run/{api_name}
POST /gradio_api/call/{api_name}
POST /gradio_api/call/v2/{api_name}
GET /gradio_api/call/{api_name}/{event_id}
GET /gradio_api/call/v2/{api_name}/{event_id}
"""
"""Gradio's names of tabs and events."""
GONE = """
POST /gradio_api/api/{api_name}
POST /gradio_api/component_server
GET /gradio_api/custom_component/{id}/{environment}/{type}/{file_name}
GET /gradio_api/deep_link
GET /gradio_api/dev/reload
GET /gradio_api/file/{path:path}
POST /gradio_api/process_recording
GET /gradio_api/proxy={url_path:path}
GET /gradio_api/queue/status
GET /gradio_api/runs
POST /gradio_api/stream/{event_id}
POST /gradio_api/stream/{event_id}/close
GET /gradio_api/stream/{session_hash}/{run}/{component_id}/playlist-file
GET /gradio_api/stream/{session_hash}/{run}/{component_id}/playlist.m3u8
GET /gradio_api/stream/{session_hash}/{run}/{component_id}/{segment_id}.{ext}
POST /gradio_api/undo-vibe-edit
POST /gradio_api/upload
GET /gradio_api/upload_progress
POST /gradio_api/vibe-code
GET /gradio_api/vibe-code
POST /gradio_api/vibe-edit
POST /gradio_api/vibe-starter-queries
"""
"""Gradio's, and not there for anybody."""


def lines(text: str) -> list[str]:
    return text.split("\n")[1:-1] if "\n" in text else [text]


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Any]]:
    with school(tmp_path_factory.mktemp("school")) as (url, app):
        until(lambda: httpx.get(f"{url}/readyz").status_code == 200, limit_s=60)
        yield url, app


@pytest.fixture(scope="module")
def ann(served: tuple[str, Any]) -> Iterator[dict[str, Any]]:
    """What Ann has: a conversation from a picture, with a plot, a cell of her own, and its ids."""
    with Visitor(served[0], ANN) as ann:
        sent = ann.post("/pictures", content=homework()).text.strip().splitlines()[-1]
        picture = json.loads(sent)["reading"]["picture"]["url"].rpartition("/")[2]
        text = "Find the vertex of y = x^2 - 4x + 3."
        value = ann.does("page_solve", text=text, turn="t1", language="en", number=1, picture=picture)
        (turn,) = value["turns"]
        part = next(block["part"] for block in turn["blocks"] if block["kind"] == "cell")
        ann.does("page_run", turn="t1", part=part, source="secret = 4711\nprint(secret)", number=2)
        event = ann.join("page_clear", {}, tab="another-tab-of-ann").json()["event_id"]
        yield {
            "visitor": ann, "id": value["conversation"], "turn": "t1", "name": picture, "part": part, "event_id": event,
            "session_hash": ann.tab, "token": "x", "number": "1", "path": "x",
        }  # fmt: skip


@pytest.fixture
def ben(served: tuple[str, Any]) -> Iterator[Visitor]:
    with Visitor(served[0], BEN) as ben:
        yield ben


def routes(found: Any) -> Iterator[str]:
    """All routes of an application, those of routers in it too; without the doubles that end with a slash."""
    for route in found:
        inner = getattr(route, "original_router", None)
        if inner is not None:
            yield from routes(inner.routes)
            continue
        path = route.path.rstrip("/") or "/"
        yield from (f"{method} {path}" for method in sorted(route.methods - {"HEAD"}))


def address(route: str, ids: dict[str, Any]) -> tuple[str, str]:
    method, path = route.split(" ")
    for name, value in ids.items():
        for kind in ("", ":int", ":str", ":path"):
            path = path.replace(f"{{{name}{kind}}}", str(value))
    return method, path


def test_every_route_has_its_kind(served: tuple[str, Any]) -> None:
    kinds = [lines(text) for text in (EVERYBODY, ALIKE, OWN, LINKS, TEACHERS, TABS, GONE)]
    known = [*(route for kind in kinds for route in kind), *IDS]
    assert len(known) == len(set(known)), "each has one kind"
    there = set(routes(served[1].routes))
    assert sorted(there - set(known)) == [], "say what it is, and try it with another's ids"
    assert sorted(set(known) - there - {"GET /login"}) == []


def test_who_is_not_known_comes_nowhere(served: tuple[str, Any], ann: dict[str, Any]) -> None:
    for route in sorted(set(routes(served[1].routes)) - set(lines(EVERYBODY))):
        method, path = address(route, ann)
        told = httpx.request(method, f"{served[0]}{path}", timeout=20)
        assert told.status_code == 401, route
        page = httpx.request(method, f"{served[0]}{path}", headers={"accept": "text/html"}, timeout=20)
        assert page.status_code == (303 if method == "GET" else 401), route


def test_what_only_teachers_see_students_do_not(served: tuple[str, Any], ben: Visitor) -> None:
    for route in lines(TEACHERS):
        method, path = address(route, {"number": 1, "act": "delete", "key": "k"})
        told = ben.request(method, path)
        assert told.status_code in (303, 401, 403), (route, told.status_code)
        if told.status_code == 303:
            assert told.headers["location"] in ("/class", "/collect"), "where it is asked who they are"
    with Visitor(served[0], ADA) as ada:
        for path in ("/class", "/collect", "/review"):
            assert ada.get(path, headers={"accept": "text/html"}).status_code == 200


def test_what_gradio_has_and_the_page_does_not_need_is_not_there(ben: Visitor) -> None:
    ids = dict.fromkeys(("session_hash", "run", "component_id", "segment_id", "event_id", "id", "ext"), "1")
    for route in lines(GONE):
        method, path = address(route, ids)
        files = {"files": ("a.txt", io.BytesIO(b"x"))} if path.endswith("upload") else None
        assert ben.request(method, path, files=files).status_code == 404, route


def test_one_s_own_lists_name_nothing_of_another(ann: dict[str, Any], ben: Visitor) -> None:
    assert ben.get("/conversations").json() == {"conversations": [], "more": False}
    assert ben.get("/membership").json() == {} and ben.get("/sign-in/me").json()["name"] == BEN
    assert ben.delete("/conversations").status_code == 200
    assert [one["id"] for one in ann["visitor"].get("/conversations").json()["conversations"]] == [ann["id"]]


def test_the_names_of_tabs_and_events_are_of_no_use_to_another(ann: dict[str, Any], ben: Visitor) -> None:
    tab, event = ann["session_hash"], ann["event_id"]
    tries = {
        "POST /gradio_api/queue/join": {"fn_index": 0, "data": [], "session_hash": tab},
        "POST /gradio_api/cancel": {"session_hash": tab, "fn_index": 0, "event_id": event},
        "POST /gradio_api/reset": {"event_id": event},
        "POST /gradio_api/run/{api_name}": {"data": [], "session_hash": tab},
        "POST /gradio_api/call/{api_name}": {"data": [], "session_hash": tab},
        "POST /gradio_api/call/v2/{api_name}": {"data": [], "session_hash": tab},
        "GET /gradio_api/queue/data": None, "GET /gradio_api/heartbeat/{session_hash}": None,
        "GET /gradio_api/call/{api_name}/{event_id}": None, "GET /gradio_api/call/v2/{api_name}/{event_id}": None,
    }  # fmt: skip
    assert sorted(tries) == sorted(lines(TABS))
    for route, body in tries.items():
        method, path = address(route, ann | {"api_name": "solve"})
        told = ben.request(
            method, path, json=body, params={"session_hash": tab} if path.endswith("data") else None
        )
        assert told.status_code == 404 and "4711" not in told.text, route


def test_no_event_of_the_sheet_brings_what_is_another_s(ann: dict[str, Any], ben: Visitor) -> None:
    found = ben.does("page_open", conversation=ann["id"], number=1)
    assert found["order"] == [] and found["notice"] == "failure.conversation-gone"
    ben.tab = "a-tab-that-came-back"
    mine = ben.does(
        "page_solve", conversation=ann["id"], shows=["t1"], text="1 + 1", turn="t2", picture=ann["name"], language="en", number=2,
    )  # fmt: skip
    assert mine["order"] == ["t2"] and mine["conversation"] != ann["id"]
    assert mine["turns"][0]["picture"] is None, "a picture's name alone shows it to nobody"
    part = next(block["part"] for block in mine["turns"][0]["blocks"] if block["kind"] == "cell")
    ran = ben.does("page_run", turn="t2", part=part, source="print('secret' in globals())", number=3)
    assert "False" in json.dumps(ran) and "4711" not in json.dumps(ran), "a kernel of one's own"
    hers = ann["visitor"].does("page_run", turn="t1", part=ann["part"], source="print(secret + 1)", number=3)
    assert "4712" in json.dumps(hers)


@pytest.mark.parametrize("route", IDS)
def test_another_s_ids_open_nothing(ann: dict[str, Any], ben: Visitor, route: str) -> None:
    method, path = address(route, ann)
    params = {"format": "md"} if path.endswith("export") else None
    told = ben.request(method, path, json=IDS[route], params=params)
    nothing = told.status_code == 404 or told.json() == {"thumbs": {}, "paths": {}}
    assert nothing and "vertex" not in told.text
    hers = ann["visitor"].request(method, path, json=IDS[route], params=params)
    assert hers.status_code == 200, "it is there for her, or this test tries nothing"
