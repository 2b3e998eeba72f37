"""The routes of a class: the teacher's password and pages, the students' way in, the table as a file."""

from __future__ import annotations

import csv
import io
import re
import time
from collections.abc import AsyncIterator, Callable
from typing import Any

import httpx
import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response

from solver.acts import Attempt, Hint, Judged, Work
from solver.classroom import Class, Lock
from solver.events import Done
from solver.ports import Problem
from solver.store import NewTurn, Store, hashed
from tests.store.tab import ME, STRANGER, TOKEN
from ui.classroom import joining, teaching
from ui.classroom.door import COOKIE as TEACHER
from ui.classroom.door import MOST_WRONG, STAYS_S, WINDOW_S, TeacherDoor
from ui.classroom.limits import Limiter
from ui.own import COOKIE, OwnerCookie

PASSWORD = "chalk and cheese"
OTHER = {"origin": "https://evil.example", "sec-fetch-site": "cross-site"}
Client = Callable[..., httpx.AsyncClient]


@pytest.fixture
async def client(store: Store) -> AsyncIterator[Client]:
    """Browsers with a cookie jar each; `address` is where they are, `owner` their secret."""
    now = [0.0]
    doors = TeacherDoor(PASSWORD, Limiter(MOST_WRONG, WINDOW_S, lambda: now[0]))
    routes = [*teaching.routes(store, None, doors), *joining.routes(store, Limiter(3, 600, lambda: now[0]))]
    app = Starlette(routes=routes, middleware=[Middleware(OwnerCookie)])
    made: list[httpx.AsyncClient] = []

    def browser(
        address: str = "10.0.0.1", owner: str | None = None, headers: Any = None
    ) -> httpx.AsyncClient:
        transport = httpx.ASGITransport(app=app, client=(address, 1))
        cookies = {COOKIE: owner} if owner else {}
        found = httpx.AsyncClient(
            transport=transport, base_url="http://test", cookies=cookies, headers=headers or {}
        )
        found.wait = lambda seconds: now.__setitem__(0, now[0] + seconds)  # type: ignore[attr-defined]
        made.append(found)
        return found

    yield browser
    for each in made:
        await each.aclose()


async def signed_in(client: Client, **options: str) -> httpx.AsyncClient:
    browser = client(**options)
    answer = await browser.post("/class/sign-in", data={"password": PASSWORD})
    assert answer.status_code == 303
    return browser


async def test_only_the_password_opens_and_the_cookie_is_the_servers_own(client: Client) -> None:
    browser = client()
    assert 'name="password"' in (await browser.get("/class")).text
    for typed in ("", "chalk", PASSWORD + " ", PASSWORD.upper()):
        answer = await browser.post("/class/sign-in", data={"password": typed})
        assert answer.status_code == 401 and "set-cookie" not in answer.headers
    made = (await browser.post("/class/sign-in", data={"password": PASSWORD})).headers["set-cookie"]
    assert "HttpOnly" in made and "samesite=strict" in made.lower() and "Path=/" in made
    assert "<h1>Your classes" in (await browser.get("/class")).text
    until, _, signature = browser.cookies[TEACHER].partition(".")
    for forged in (f"{int(until) + 1}.{signature}", f"{until}.{'0' * 64}", f".{signature}", "", "１.é"):
        stranger = client(headers={"cookie": f"{TEACHER}={forged}".encode()})
        assert "<h1>Your classes" not in (await stranger.get("/class")).text
    await browser.post("/class/sign-out")
    assert "<h1>Your classes" not in (await browser.get("/class")).text


def test_a_cookie_ends_and_another_servers_is_worth_nothing() -> None:
    door, response = TeacherDoor(PASSWORD), Response()
    door.sign_in(response, secure=True)
    sent = response.headers["set-cookie"]
    request = Request({"type": "http", "headers": [(b"cookie", sent.partition(";")[0].encode())]})
    assert "Secure" in sent and door.knows(request)
    assert not door.knows(request, time.time() + STAYS_S + 1)
    assert not TeacherDoor(PASSWORD).knows(request), "each start has a key of its own"
    one, response = TeacherDoor(PASSWORD, shared="of the database"), Response()
    one.sign_in(response, secure=False)
    request = Request(
        {"type": "http", "headers": [(b"cookie", response.headers["set-cookie"].split(";")[0].encode())]}
    )
    assert TeacherDoor(PASSWORD, shared="of the database").knows(request), "servers of one database"
    assert not TeacherDoor("another", shared="of the database").knows(request)
    assert not TeacherDoor(PASSWORD, shared="of another").knows(request)
    assert not TeacherDoor(None).knows(request) and not TeacherDoor("").opens(request, "")


async def test_wrong_passwords_have_to_wait_by_address(client: Client) -> None:
    browser = client("10.0.0.1")
    for _ in range(MOST_WRONG):
        assert (await browser.post("/class/sign-in", data={"password": "x"})).status_code == 401
    late = await browser.post("/class/sign-in", data={"password": PASSWORD})
    assert late.status_code == 429 and "15 min" in late.text, "also the right one, or guessing would go on"
    await signed_in(client, address="10.0.0.2")
    browser.wait(WINDOW_S + 1)  # type: ignore[attr-defined]
    assert (await browser.post("/class/sign-in", data={"password": PASSWORD})).status_code == 303
    for number in range(MOST_WRONG):
        assert (
            await client(f"2001:db8::{number:x}").post("/class/sign-in", data={"password": "x"})
        ).status_code == 401
    assert (
        await client("2001:db8::ffff").post("/class/sign-in", data={"password": PASSWORD})
    ).status_code == 429


async def test_without_a_password_the_page_says_how_to_turn_it_on(store: Store) -> None:
    app = Starlette(routes=teaching.routes(store, None))
    browser = httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url="http://test")
    for answer in (
        await browser.get("/class"),
        await browser.post("/class/sign-in", data={"password": ""}),
        await browser.post("/class/new", data={"name": "x"}),
    ):
        assert answer.status_code == 404 and "<p>Set STEPWISE_TEACHER_PASSWORD" in answer.text
    assert await store.classes.listed() == []


async def test_strangers_and_other_sites_change_and_see_nothing(client: Client, store: Store) -> None:
    one = await store.classes.make("8b")
    teacher = await signed_in(client)
    for act in ("close", "open", "renew", "lock", "unlock", "delete"):
        assert (await client().post(f"/class/{one.id}/{act}", data={"minutes": "5"})).headers[
            "location"
        ] == "/class"
        assert (
            await teacher.post(f"/class/{one.id}/{act}", data={"minutes": "5"}, headers=OTHER)
        ).status_code == 403
    for path in (f"/class/{one.id}", f"/class/{one.id}/table.csv"):
        assert (await client().get(path)).status_code == 303
        assert (await teacher.get(path, headers=OTHER)).status_code == 303, (
            "another site's page has no cookie here"
        )
    assert (
        await client().post("/class/sign-in", data={"password": PASSWORD}, headers=OTHER)
    ).status_code == 403
    assert (
        await client(owner=TOKEN).post("/membership", json={"code": one.code}, headers=OTHER)
    ).status_code == 403
    assert await store.classes.listed() == [one] and await store.classes.membership(ME) is None


async def test_a_class_is_made_changed_and_deleted(client: Client, store: Store) -> None:
    teacher = await signed_in(client)
    assert (await teacher.post("/class/new", data={"name": " \n"})).headers[
        "location"
    ] == "/class?notice=no-name"
    at = (await teacher.post("/class/new", data={"name": "<script>8b</script>"})).headers["location"]
    [one] = await store.classes.listed()
    shown = (await teacher.get(at)).text
    assert (
        "<script>8b" not in shown
        and "&lt;script&gt;8b" in shown
        and f"{one.code[:3]} {one.code[3:]}" in shown
    )
    await teacher.post(f"{at}/lock", data={"minutes": "10", "attempts": "3", "until_s": "1700000000.0"})
    assert (await store.classes.one(one.id)).lock == Lock(600, 3, 1_700_000_000)
    for wrong in (
        {},
        {"minutes": "-1"},
        {"minutes": "x"},
        {"minutes": "nan"},
        {"attempts": "1e3"},
        {"until_s": "inf"},
    ):
        assert (
            (await teacher.post(f"{at}/lock", data=wrong)).headers["location"].endswith("notice=lock-nothing")
        )
    assert (await store.classes.one(one.id)).lock == Lock(600, 3, 1_700_000_000)
    await teacher.post(f"{at}/unlock")
    await teacher.post(f"{at}/close")
    assert (
        "class-closed" in (await teacher.get("/class")).text and one.code not in (await teacher.get(at)).text
    )
    await teacher.post(f"{at}/renew")
    assert (await store.classes.one(one.id)).code != one.code
    assert (await teacher.post(f"{at}/nonsense")).status_code == 404
    await teacher.post(f"{at}/delete")
    for path in (at, f"{at}/table.csv", f"/class/{2**40}"):
        assert (await teacher.get(path)).headers["location"] == "/class?notice=gone"


async def test_students_join_and_leave_without_accounts(client: Client, store: Store) -> None:
    one = await store.classes.make("8b")
    me, nobody = client(owner=TOKEN), client()
    assert (await me.get("/membership")).json() == {} and (await nobody.get("/membership")).status_code == 401
    joined = await me.post(
        "/membership", json={"code": f" {one.code[:3].lower()} {one.code[3:]}", "name": "  Mei "}
    )
    assert (
        joined.json()
        == {"class": "8b", "name": "Mei", "number": 1, "closed": False}
        == (await me.get("/membership")).json()
    )
    assert (await me.delete("/membership")).json() == {} and (await me.get("/membership")).json() == {}
    for sent in (b"", b"[]", b'{"code": 7}', b"{" * 30_000):
        answer = await client("10.0.0.9" if len(sent) < 5 else "10.0.0.8", TOKEN).post(
            "/membership", content=sent
        )
        assert answer.json() == {"code": "class-gone"}
    for _ in range(3):
        await client("10.0.0.7", TOKEN).post("/membership", json={"code": "AAAAAA"})
    assert (await client("10.0.0.7", TOKEN).post("/membership", json={"code": one.code})).status_code == 429
    assert (await client("10.0.0.6", TOKEN).post("/membership", json={"code": one.code})).status_code == 200


async def seed(store: Store) -> Class:
    """A class with a student who gave no name, one who typed a formula as theirs, and what they did."""
    one = await store.classes.make("八年级 8b")
    for owner, name in ((ME, ""), (hashed(STRANGER), '=HYPERLINK("http://evil")')):
        await store.classes.join(owner, one.code, name)
        new = NewTurn("t1", Problem("-2x + 1 < 7, 求 \\(x\\)", "zh"), "builtin", kept_back=True)
        begun = await store.begin(owner, None, new, [Done("answered")], 0.1)
        work = Work((Judged("private line", "wrong", slip="inequality-not-turned"),))
        acts = [Hint("asked"), Attempt("@x", False, slip="sign"), work, Attempt("x > -3", True)]
        await store.add_acts(owner, begun.conversation, "t1", 0, acts)
    return one


async def test_the_page_shows_what_was_done_and_no_more(client: Client, store: Store) -> None:
    one = await seed(store)
    teacher = await signed_in(client)
    shown = (await teacher.get(f"/class/{one.id}")).text
    for there in (
        "Student 1",
        "=HYPERLINK(&quot;",
        "@x</span> ×2",
        "What is asked 2",
        "a wrong sign",
        "0 of 2",
    ):
        assert there in shown, there
    assert "private line" not in shown, "the lines that a student wrote are theirs"
    [aria] = re.findall(r'role="img" aria-label="(Where hints[^"]+)"', shown)
    assert aria == "Where hints were needed: Problem 1: What is asked 2"
    chinese = (await teacher.get(f"/class/{one.id}?lang=zh")).text
    assert "<figcaption>哪里需要提示" in chinese and "1 号同学" in chinese and "符号错误" in chinese
    assert "<figcaption>哪里需要提示" in (await teacher.get(f"/class/{one.id}")).text, (
        "the language is remembered"
    )
    assert not re.search(r"20\d\d-\d\d|GMT|UTC", shown), "no dates"


async def test_the_table_is_for_excel_and_runs_nothing(client: Client, store: Store) -> None:
    one = await seed(store)
    teacher = await signed_in(client)
    answer = await teacher.get(f"/class/{one.id}/table.csv?lang=zh")
    assert (
        answer.content.startswith(b"\xef\xbb\xbf")
        and answer.headers["content-type"] == "text/csv; charset=utf-8"
    )
    head, first, second = csv.reader(io.StringIO(answer.content.decode("utf-8-sig")))
    assert head[:3] == ["学生", "题目", "作答次数"] and len(head) == len(first) == len(second)
    assert first[0] == "1 号同学" and second[0] == '\'=HYPERLINK("http://evil")'
    assert first[1] == "'-2x + 1 < 7, 求 \\(x\\)" and first[3] == "'@x | x > -3" and first[4] == "否"
    assert "不等号没有改变方向" in first[10] and "private" not in answer.text
    assert not any(cell[:1] in tuple("=+-@\t\r") and cell[:1] for row in (first, second) for cell in row)
