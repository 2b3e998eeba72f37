"""Gradio's own routes: of files only ours, and names that are names."""

from __future__ import annotations

import httpx
import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from tests.login.test_ways import application, at
from ui.tabs import LONGEST_NAME, Tabs
from ui.theme import ASSETS

EVIL = "https://evil.example"


async def passed(_: Request) -> Response:
    return JSONResponse({})


def behind_tabs() -> httpx.AsyncClient:
    route = Route("/gradio_api/{rest:path}", passed, methods=["GET", "HEAD", "POST"])
    return at(Starlette(routes=[route], middleware=[Middleware(Tabs)]))


@pytest.mark.parametrize(
    ("file", "status"),
    [
        pytest.param(f"{ASSETS.as_posix()}/page.css", 200, id="ours"),
        pytest.param(f"{EVIL}/page.png", 404, id="another site's, which would be shown as our page"),
        pytest.param(f"{EVIL}/%2e%2e/%2e%2e/assets/x.png", 404, id="looks like ours"),
        pytest.param(f"{ASSETS.as_posix()}/%2e%2e/app.py", 404, id="the program"),
        pytest.param("/etc/passwd", 404, id="of the machine"),
    ],
)
async def test_only_our_own_files_are_given(file: str, status: int) -> None:
    for method in ("GET", "HEAD"):
        answer = await behind_tabs().request(method, f"/gradio_api/file={file}")
        assert answer.status_code == status, method


async def test_the_gate_lets_nobody_through_to_another_site() -> None:
    app = application(login="password")
    for path in (f"{EVIL}/x.png", f"{EVIL}/%2e%2e/%2e%2e/assets/x.png"):
        assert (await at(app).get(f"/gradio_api/file={path}")).status_code == 401


async def test_what_is_remembered_of_a_name_is_bounded() -> None:
    """50,000 names are remembered: of a megabyte each they would take all memory."""
    browser = behind_tabs()
    for length, status in ((LONGEST_NAME, 200), (LONGEST_NAME + 1, 404), (1_000_000, 404)):
        answer = await browser.post("/gradio_api/cancel", json={"session_hash": "x" * length})
        assert answer.status_code == status
