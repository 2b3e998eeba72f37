"""A browser's secret serves its own page alone: what another site's page sends is answered as if there were none."""

from __future__ import annotations

import pytest
from starlette.datastructures import Headers
from starlette.types import Message, Receive, Scope, Send

from ui.own import COOKIE, OwnerCookie, owner_of

TOKEN = "x" * 43


@pytest.mark.parametrize(
    ("headers", "known"),
    [
        ({}, True),
        ({"origin": "https://tutor.example"}, True),
        ({"origin": "https://evil.example"}, False),
        ({"origin": "http://tutor.example:8080"}, False),
        ({"origin": "null"}, False),
        ({"origin": "https://tutor.example", "sec-fetch-site": "same-site"}, False),
        ({"origin": "https://tutor.example", "host": "10.0.0.7:7860", "sec-fetch-site": "same-origin"}, True),
    ],
)
async def test_another_sites_page_has_no_owner(headers: dict[str, str], known: bool) -> None:
    seen: list[str | None] = []

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        seen.append(owner_of(Headers(scope=scope).get("cookie")))
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b""})

    async def receive() -> Message:
        return {"type": "http.request", "body": b""}

    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    whole = {"host": "tutor.example", "cookie": f"{COOKIE}={TOKEN}"} | headers
    scope = {
        "type": "http", "method": "GET", "path": "/", "scheme": "https",
        "headers": [(k.encode(), v.encode()) for k, v in whole.items()],
    }  # fmt: skip
    await OwnerCookie(app, {})(scope, receive, send)
    assert (seen[0] is not None) is known
    given = [value.decode() for name, value in sent[0]["headers"] if name == b"set-cookie"]
    assert [value.split(";")[0] for value in given] == ([f"{COOKIE}={TOKEN}"] if known else []), (
        "nor is it replaced"
    )
