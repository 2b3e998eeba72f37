"""How people are known: a password with a cookie, a proxy's header; what is worth nothing; and how a gate treats what it does not know."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest
import yaml
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from solver.api_keys import NamedKey
from solver.settings import Settings
from ui.classroom.door import TeacherDoor
from ui.classroom.limits import Limiter
from ui.login import login_of, person_of
from ui.login.gate import Gate
from ui.login.proxies import Proxies, networks
from ui.login.routes import routes
from ui.login.session import COOKIE, STAYS_S, Seal
from ui.own import owner_by
from ui.v1 import Door

STUDENTS, TEACHERS = "open sesame", "chalk and cheese"
SCALE = Path("deploy/compose.scale.yaml").read_text("utf-8")
PAGE = {"accept": "text/html"}
OTHER = {"origin": "https://evil.example", "sec-fetch-site": "cross-site"}
Client = Callable[..., httpx.AsyncClient]


def application(
    limiter: Limiter | None = None, of_teachers: Limiter | None = None, *, door: TeacherDoor | None = None, environment: Any = None, keys: bool = False, shared: str | None = None, **settings: Any
) -> Starlette:  # fmt: skip
    """Says to each who they are."""
    chosen = Settings(**({"student_password": STUDENTS} | settings))
    login = login_of(chosen, environment or {}, shared=shared)
    assert login is not None

    async def who(request: Request) -> Response:
        person = person_of(request)
        told = {"name": person.name, "teacher": person.is_teacher} if person else None
        return JSONResponse({"person": told, "owner": owner_by(request)})

    paths = ("/", "/who", "/review", "/v1/models", "/mcp", "/healthz")
    made = [
        *routes(login, door or TeacherDoor(TEACHERS, by_name=True), limiter, of_teachers),
        *(Route(p, who) for p in paths),
    ]
    return Starlette(
        routes=made,
        middleware=[
            Middleware(
                Proxies, trusted=networks(chosen.trusted_proxies), signing_in=networks(chosen.sign_in_proxies)
            ),
            Middleware(Gate, login=login, keys=keys),
        ],
    )


def at(app: Starlette, address: str = "10.0.0.1", **options: Any) -> httpx.AsyncClient:
    transport = httpx.ASGITransport(app=app, client=(address, 1))
    return httpx.AsyncClient(transport=transport, base_url="http://test", **options)


async def test_a_password_lets_in_and_a_teacher_s_is_another() -> None:
    app = application(login="password")
    student, teacher, nobody = at(app), at(app), at(app)
    asked = await student.get("/who?x=1", headers=PAGE)
    assert asked.status_code == 303 and asked.headers["location"] == "/sign-in?then=%2Fwho%3Fx%3D1"
    shown = await student.get(asked.headers["location"])
    assert 'type="password"' in shown.text and 'value="/who?x=1"' in shown.text
    for typed in ("", "open", STUDENTS.upper(), STUDENTS + " "):
        refused = await nobody.post("/sign-in", data={"password": typed, "then": "/"})
        assert (
            refused.status_code == 401
            and "set-cookie" not in refused.headers
            and 'role="alert"' in refused.text
        )
    let_in = await student.post("/sign-in", data={"password": STUDENTS, "then": "/who"})
    assert let_in.status_code == 303 and let_in.headers["location"] == "/who"
    sent = let_in.headers["set-cookie"].lower()
    assert "httponly" in sent and "samesite=lax" in sent and "secure" not in sent
    await teacher.post("/sign-in", data={"password": TEACHERS})
    assert (await student.get("/who")).json()["person"] == {"name": "", "teacher": False}
    assert (await teacher.get("/who")).json()["person"] == {"name": "", "teacher": True}
    assert (await student.get("/review")).status_code == 403 and (
        await teacher.get("/review")
    ).status_code == 200
    assert (await nobody.get("/who")).status_code == 401 and (await nobody.get("/healthz")).status_code == 200
    assert (await student.get("/who", headers=OTHER)).status_code == 401, "another site's page is nobody"
    await student.post("/sign-out")
    assert (await student.get("/who")).status_code == 401


async def test_who_only_knows_a_password_keeps_what_the_browser_keeps() -> None:
    student = at(application(login="password"), cookies={"stepwise-owner": "x" * 43})
    await student.post("/sign-in", data={"password": STUDENTS})
    told = await student.get("/who")
    assert told.json()["owner"] == owner_by(
        Request({"type": "http", "headers": [(b"cookie", b"stepwise-owner=" + b"x" * 43)]})
    )


async def test_wrong_passwords_have_to_wait_and_the_teachers_sooner() -> None:
    now = [0.0]
    door = TeacherDoor(TEACHERS, Limiter(6, 900, lambda: now[0]))
    app = application(
        Limiter(30, 600, lambda: now[0]), Limiter(20, 900, lambda: now[0]), door=door, login="password"
    )
    browser = at(app)

    async def tries(typed: str) -> int:
        return (await browser.post("/sign-in", data={"password": typed})).status_code

    assert [await tries("x") for _ in range(20)] == [401] * 20
    assert await tries(TEACHERS) == 429, "the teacher's is not guessed any more"
    asked = Request({"type": "http", "headers": [], "client": ("10.0.0.1", 1)})
    assert door.wait_s(asked) == 0 and door.opens(asked, TEACHERS), (
        "students' mistakes do not shut the teacher's own door"
    )
    assert await tries(STUDENTS) == 303, "a class is not kept out by one who mistypes"
    assert await tries(TEACHERS) == 429, "and knowing the students' password forgives nothing there"
    for _ in range(30):
        await tries("x")
    assert await tries(STUDENTS) == 429
    other = await at(app, "10.0.0.2").post("/sign-in", data={"password": TEACHERS})
    assert other.status_code == 303
    now[0] += 901
    assert await tries(TEACHERS) == 303


@pytest.mark.parametrize(
    "then", ["//evil.example", "https://evil.example", "/\\evil.example", "/sign-in", "javascript:1"]
)
async def test_nobody_is_sent_to_another_server(then: str) -> None:
    browser = at(application(login="password"))
    answer = await browser.post("/sign-in", data={"password": STUDENTS, "then": then})
    assert answer.headers["location"] == "/"


@pytest.mark.parametrize(("theirs", "status"), [("of one database", 200), ("of another", 401), (None, 401)])
async def test_servers_of_one_database_agree(theirs: str | None, status: int) -> None:
    """Without a secret of its own a server signs with what all of one database know, or with what nobody knows."""
    one = application(login="password", shared="of one database")
    other = application(login="password", shared=theirs)
    browser = at(one)
    await browser.post("/sign-in", data={"password": STUDENTS})
    answer = await at(other, cookies={COOKIE: browser.cookies[COOKIE]}).get("/who")
    assert answer.status_code == status


@pytest.mark.parametrize(
    ("settings", "shared", "warns"),
    [({}, "of one database", True), ({"secret": "s" * 32}, "of one database", False), ({}, None, False)],
    ids=["the database's password", "a secret", "drawn"],
)
def test_a_key_made_of_the_database_s_password_is_said(
    settings: dict[str, str], shared: str | None, warns: bool, caplog: pytest.LogCaptureFixture
) -> None:
    application(login="password", shared=shared, **settings)
    assert ("STEPWISE_SECRET" in caplog.text) is warns and "of one database" not in caplog.text


async def test_cookies_that_nobody_gave_are_worth_nothing() -> None:
    secret = "s" * 32
    app, again = application(login="password", secret=secret), application(login="password", secret=secret)
    other = application(login="password", secret=secret, student_password="another one")
    browser = at(app)
    await browser.post("/sign-in", data={"password": STUDENTS})
    note = browser.cookies[COOKIE]
    assert (await at(again, cookies={COOKIE: note}).get("/who")).status_code == 200, (
        "another server, the same secret"
    )
    assert (await at(other, cookies={COOKIE: note}).get("/who")).status_code == 401, (
        "another password signs out"
    )
    text, _, signature = note.partition(".")
    forged = [f"{text}.{'0' * 64}", f".{signature}", "", "é.é", f"{text[:-4]}AAAA.{signature}", "." * 3000]
    told = {"way": "password", "key": "", "name": "", "teacher": True}
    forged += [Seal(b"other").write(told, STAYS_S)]
    for cookie in forged:
        found = await at(app, headers={"cookie": f"{COOKIE}={cookie}".encode()}).get("/who")
        assert found.status_code == 401, cookie


async def test_a_trusted_proxy_names_people_and_nobody_else_does() -> None:
    app = application(
        login="header:X-User", teachers="Ada, grace", sign_in_proxies="10.0.0.0/8", role_header="X-Groups"
    )
    proxy, stranger = at(app, "10.0.0.1"), at(app, "192.0.2.7")
    ann = (await proxy.get("/who", headers={"X-User": "Ann"})).json()
    assert ann["person"] == {"name": "Ann", "teacher": False}
    assert (await at(app, "10.9.9.9").get("/who", headers={"X-User": "ann"})).json()["owner"] == ann[
        "owner"
    ], "on every device"
    assert (await proxy.get("/who", headers={"X-User": "Ben"})).json()["owner"] != ann["owner"]
    assert (await stranger.get("/who", headers={"X-User": "Ann"})).status_code == 401
    lied = await stranger.get("/who", headers={"X-User": "Ann", "X-Forwarded-For": "10.0.0.1"})
    assert lied.status_code == 401, "what somebody says of where they are"
    said = await proxy.get("/who", headers={"X-User": "Ann", "X-Forwarded-For": "192.0.2.9"})
    assert said.status_code == 200, "the proxy says where its people are"
    assert (await proxy.get("/who", headers=[("X-User", "Ann"), ("X-User", "Ada")])).status_code == 401
    for name in ("", " ", "a" * 300, "a\x07b"):
        assert (await proxy.get("/who", headers={"X-User": name.encode()})).status_code == 401
    assert (await proxy.get("/who", headers={"X-User": "ADA"})).json()["person"]["teacher"]
    roles = [
        ({"X-Groups": "Teacher"}, True),
        ({"X-Groups": "pupil;staff"}, True),
        ({"X-Groups": "pupils, Staff"}, True),
        ({"X-Groups": "student teachers, staff parking"}, False),
        ({"X-Groups": "unteachered"}, False),
    ]
    for role, teaches in roles:
        assert (await proxy.get("/who", headers={"X-User": "Ann", **role})).json()["person"][
            "teacher"
        ] is teaches
    assert (await proxy.get("/who", headers={"X-User": "Ann", **OTHER})).status_code == 401
    page = await stranger.get("/sign-in", headers=PAGE)
    assert page.status_code == 403 and "school" in page.text and 'type="password"' not in page.text
    assert (await proxy.get("/who", headers={"X-User": "王芳".encode()})).json()["person"]["name"] == "王芳"


async def test_whom_one_believes_where_people_are_one_need_not_believe_who_they_are() -> None:
    """`deploy/compose.scale.yaml`: nginx passes on what a browser sends, a sign-in stands elsewhere."""
    deployed = yaml.safe_load(SCALE)["services"]
    nginx = deployed["nginx"]["networks"]["front"]["ipv4_address"]
    environment = deployed["stepwise-1"]["environment"]
    usual: dict[str, Any] = {
        name: environment[f"STEPWISE_{name.upper()}"].partition(":-")[2].removesuffix("}")
        for name in ("trusted_proxies", "sign_in_proxies")
    }
    assert usual == {"trusted_proxies": nginx, "sign_in_proxies": ""}
    forged = {"Remote-User": "ada", "X-Forwarded-For": "203.0.113.9"}
    with pytest.raises(ValueError, match="STEPWISE_SIGN_IN_PROXIES"):
        Settings(login="header:Remote-User", **usual)
    app = application(login="header:Remote-User", teachers="ada", **usual | {"sign_in_proxies": "192.0.2.1"})
    assert (await at(app, nginx).get("/who", headers=forged)).status_code == 401
    assert (await at(app, "192.0.2.1").get("/who", headers=forged)).json()["person"]["teacher"]


@pytest.mark.parametrize("coding", ["utf-8", "latin-1"])
async def test_names_that_look_alike_are_of_two_people(coding: str) -> None:
    app = application(login="header:X-User", teachers="Straße", sign_in_proxies="10.0.0.0/8")
    names = ("Müller", "Möller", "Straße", "Strasse")
    told = [(await at(app).get("/who", headers={b"X-User": name.encode(coding)})).json() for name in names]
    assert [one["person"]["name"] for one in told] == list(names)
    assert len({one["owner"] for one in told}) == len(names)
    assert [one["person"]["teacher"] for one in told] == [False, False, True, False]


def test_no_secret_is_in_what_is_printed_of_a_login_and_a_door() -> None:
    """Starlette prints the arguments of a middleware, and a traceback may print all."""
    secret = "the secret of a Space and of a key"
    login = login_of(
        Settings(login="header:X-User", sign_in_proxies="10.0.0.1"), {"OAUTH_CLIENT_SECRET": secret}
    )
    door = Door(secret, keys=(NamedKey("lab", secret),))
    assert secret not in repr(Middleware(Gate, login=login, keys=True)) + repr(door)


async def test_programs_come_by_their_keys_where_there_are_keys() -> None:
    for keys, status in ((True, 200), (False, 401)):
        app = application(login="password", keys=keys)
        assert [(await at(app).get(path)).status_code for path in ("/v1/models", "/mcp", "/who")] == [
            status,
            status,
            401,
        ]


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"login": "password"}, "STEPWISE_STUDENT_PASSWORD"),
        ({"login": "password", "student_password": "one", "teacher_password": "one"}, "is the teacher's"),
        ({"login": "google"}, "header:NAME"),
        ({"login": "header:X User"}, "header:NAME"),
        ({"login": "header:X-User", "trusted_proxies": "10.0.0.1"}, "STEPWISE_SIGN_IN_PROXIES"),
        ({"sign_in_proxies": "*"}, "IPv4"),
        ({"login": "huggingface"}, "hf_oauth"),
        ({"secret": "short"}, "32"),
        ({"trusted_proxies": "*"}, "IPv4"),
        ({"api_keys": "app"}, "16 signs"),
        ({"api_keys": "app:0123456789abcdef:fast"}, "rate of the key app"),
        ({"api_keys": "a:0123456789abcdef,a:fedcba9876543210"}, "same"),
    ],
)
def test_what_cannot_be_is_said_at_the_start(settings: dict[str, str], said: str) -> None:
    with pytest.raises(ValueError, match=said) as told:
        Settings(**settings)
    assert "0123456789abcdef" not in told.value.errors()[0]["msg"]  # type: ignore[attr-defined]
