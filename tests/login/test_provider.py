"""Signing in with an OpenID provider: a small one on loopback, whose every answer can be made wrong."""

from __future__ import annotations

import base64
import threading
import time
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import httpx
import pytest
import uvicorn
from joserfc import jwt
from joserfc.jwk import RSAKey
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from tests.login.test_ways import PAGE, application, at
from tests.ports import free_port
from tests.served import until

CLIENT, SECRET = "space-1", "the space's secret"


class Provider:
    """Knows one person. `claims` replace those of the token that it signs with `key`."""

    def __init__(self) -> None:
        self.published = self.key = RSAKey.generate_key(2048, {"kid": "one"})
        self.claims: dict[str, Any] = {}
        self.codes: dict[str, str] = {}
        self.away = False
        self.url = f"http://127.0.0.1:{free_port()}"
        self.app = Starlette(
            routes=[
                Route("/.well-known/openid-configuration", self.told),
                Route("/oauth/authorize", self.authorize),
                Route("/oauth/token", self.token, methods=["POST"]),
                Route("/jwks", self.keys),
            ]
        )

    async def told(self, _: Request) -> Response:
        if self.away:
            return JSONResponse({}, 503)
        return JSONResponse(
            {
                "issuer": self.url, "authorization_endpoint": f"{self.url}/oauth/authorize", "token_endpoint": f"{self.url}/oauth/token",
                "jwks_uri": f"{self.url}/jwks", "id_token_signing_alg_values_supported": ["RS256"],
            }
        )  # fmt: skip

    async def authorize(self, request: Request) -> Response:
        asked = request.query_params
        assert (
            asked["client_id"] == CLIENT and asked["response_type"] == "code" and "openid" in asked["scope"]
        )
        code = f"code-{len(self.codes)}"
        self.codes[code] = asked["nonce"]
        return RedirectResponse(
            f"{asked['redirect_uri']}?{urlencode({'code': code, 'state': asked['state']})}", 302
        )

    async def token(self, request: Request) -> Response:
        fields = parse_qs((await request.body()).decode())
        basic = base64.b64decode(request.headers["authorization"].removeprefix("Basic ")).decode()
        nonce = self.codes.pop(fields["code"][0], None)
        if basic != f"{CLIENT}:{SECRET}" or nonce is None:
            return JSONResponse({"error": "invalid_grant"}, 400)
        now = int(time.time())
        claims = {
            "iss": self.url, "aud": CLIENT, "sub": "42", "preferred_username": "ann", "nonce": nonce, "iat": now, "exp": now + 600,
        } | self.claims  # fmt: skip
        signed = jwt.encode({"alg": "RS256", "kid": "one"}, claims, self.key)
        return JSONResponse(
            {"access_token": "t", "token_type": "bearer", "expires_in": 600, "id_token": signed}
        )

    async def keys(self, _: Request) -> Response:
        return JSONResponse({"keys": [self.published.as_dict(private=False)]})


@pytest.fixture(scope="module")
def served() -> Iterator[Provider]:
    provider = Provider()
    config = uvicorn.Config(provider.app, port=int(provider.url.rpartition(":")[2]), log_level="error")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run)
    thread.start()
    until(lambda: server.started)
    yield provider
    server.should_exit = True
    thread.join()


@pytest.fixture
def provider(served: Provider) -> Provider:
    served.key, served.claims, served.away = served.published, {}, False
    return served


@pytest.fixture
def space(provider: Provider, monkeypatch: pytest.MonkeyPatch) -> Starlette:
    monkeypatch.setenv("OAUTH_CLIENT_ID", CLIENT)
    environment = {
        "OAUTH_CLIENT_ID": CLIENT, "OAUTH_CLIENT_SECRET": SECRET, "OPENID_PROVIDER_URL": provider.url,
    }  # fmt: skip
    return application(login="huggingface", teachers="Grace", environment=environment)


async def sent(browser: httpx.AsyncClient, then: str = "/who") -> str:
    """To the provider and back: the path that it sends the browser to."""
    leaving = await browser.get("/sign-in/huggingface", params={"then": then})
    assert leaving.status_code == 302
    async with httpx.AsyncClient() as outside:
        back = (await outside.get(leaving.headers["location"])).headers["location"]
    assert back.startswith("http://test/login/callback?")
    return back.removeprefix("http://test")


async def test_somebody_signs_in_and_is_the_same_on_every_device(
    space: Starlette, provider: Provider
) -> None:
    one, two, other = at(space), at(space), at(space)
    asked = await one.get("/who", headers=PAGE)
    shown = await one.get(asked.headers["location"])
    assert 'href="/sign-in/huggingface?then=%2Fwho"' in shown.text
    back = await one.get(await sent(one))
    assert back.status_code == 303 and back.headers["location"] == "/who"
    ann = (await one.get("/who")).json()
    assert ann["person"] == {"name": "ann", "teacher": False} and ann["owner"]
    provider.claims = {
        "preferred_username": "grace"
    }  # renamed: the same person, who teaches by the name of now
    await two.get(await sent(two))
    told = (await two.get("/who")).json()
    assert told["owner"] == ann["owner"] and told["person"] == {"name": "grace", "teacher": True}
    provider.claims = {"sub": "43"}
    await other.get(await sent(other))
    assert (await other.get("/who")).json()["owner"] != ann["owner"]
    await one.post("/sign-out")
    assert (await one.get("/who")).status_code == 401


async def test_a_teacher_by_number_stays_one_and_who_takes_the_name_is_none(
    provider: Provider, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OAUTH_CLIENT_ID", CLIENT)
    environment = {"OAUTH_CLIENT_ID": CLIENT, "OAUTH_CLIENT_SECRET": SECRET, "OPENID_PROVIDER_URL": provider.url}  # fmt: skip
    space = application(login="huggingface", teachers="id:42", environment=environment)
    for claims, teaches in (
        ({}, True),
        ({"preferred_username": "renamed"}, True),
        ({"sub": "43"}, False),
        ({"sub": "43", "preferred_username": "42"}, False),
    ):
        provider.claims, browser = claims, at(space)
        await browser.get(await sent(browser))
        told = (await browser.get("/sign-in/me")).json()
        assert told["teacher"] is teaches and told["number"] == f"id:{claims.get('sub', '42')}"


@pytest.mark.parametrize(
    "wrong",
    [
        {"nonce": "other"},
        {"aud": "another-space"},
        {"iss": "https://evil.example"},
        {"exp": 1},
        {"nonce": None},
        {"sub": None},
    ],
)
async def test_a_token_for_somebody_else_opens_nothing(
    space: Starlette, provider: Provider, wrong: dict[str, Any]
) -> None:
    provider.claims = wrong
    browser = at(space)
    back = await browser.get(await sent(browser))
    assert back.headers["location"] == "/sign-in?failed=1" and (await browser.get("/who")).status_code == 401
    assert "did not let you in" in (await browser.get(back.headers["location"])).text


async def test_a_token_that_another_signed_opens_nothing(space: Starlette, provider: Provider) -> None:
    provider.key = RSAKey.generate_key(2048, {"kid": "one"})
    browser = at(space)
    await browser.get(await sent(browser))
    assert (await browser.get("/who")).status_code == 401


async def test_nobody_teaches_by_a_name_that_they_choose(space: Starlette, provider: Provider) -> None:
    provider.claims = {"preferred_username": None, "name": "Grace"}
    browser = at(space)
    await browser.get(await sent(browser))
    assert (await browser.get("/who")).json()["person"] == {"name": "", "teacher": False}


async def test_a_way_back_writes_one_line_of_the_log(
    space: Starlette, caplog: pytest.LogCaptureFixture
) -> None:
    browser = at(space)
    await sent(browser)
    forged = {"error": "access_denied", "error_description": "x\n2026-11-29 a teacher signed in"}
    await browser.get("/login/callback", params=forged)
    (line,) = [record.getMessage() for record in caplog.records if "sign in" in record.getMessage()]
    assert "a teacher signed in" in line and "\n" not in line


async def test_nobody_is_signed_in_by_another_s_way_back(space: Starlette) -> None:
    mallory, victim = at(space), at(space)
    theirs = await sent(mallory)
    assert (await victim.get(theirs)).headers["location"] == "/sign-in?failed=1", "nobody was sent from here"
    await sent(victim)
    assert (await victim.get(theirs)).headers["location"] == "/sign-in?failed=1", "another state"
    assert (await victim.get("/who")).status_code == 401
    await mallory.get(theirs)
    again = at(space)
    assert (await again.get(theirs)).headers["location"] == "/sign-in?failed=1", "a code is good once"


async def test_a_provider_that_is_away_or_refuses_is_said(space: Starlette, provider: Provider) -> None:
    provider.away = True
    assert (await at(space).get("/sign-in/huggingface")).headers["location"] == "/sign-in?failed=1"
    refused = await at(space).get("/login/callback?error=access_denied&state=x")
    assert refused.headers["location"] == "/sign-in?failed=1"


async def test_a_space_comes_back_to_its_own_host(
    provider: Provider, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OAUTH_CLIENT_ID", CLIENT)
    environment = {
        "OAUTH_CLIENT_ID": CLIENT, "OAUTH_CLIENT_SECRET": SECRET, "OPENID_PROVIDER_URL": provider.url,
        "SPACE_HOST": "me-stepwise.hf.space, tutor.example", "SPACE_ID": "me/stepwise",
    }  # fmt: skip
    browser = at(
        application(login="huggingface", environment=environment), headers={"x-forwarded-proto": "https"}
    )
    leaving = await browser.get("/sign-in/huggingface")
    (back,) = parse_qs(urlsplit(leaving.headers["location"]).query)["redirect_uri"]
    assert (
        back == "https://me-stepwise.hf.space/login/callback"
        and "secure" in leaving.headers["set-cookie"].lower()
    )
    shown = await browser.get("/sign-in", headers=PAGE)
    assert "x-frame-options" not in shown.headers, "a Space is shown in a frame"
