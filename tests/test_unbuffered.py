"""Answers that come line by line say that no proxy may hold them back; others say nothing."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from typing import Any

import gradio as gr
import httpx
import pytest
from starlette.applications import Starlette
from starlette.responses import StreamingResponse
from starlette.routing import Route

from tests.browser.scripted import ScriptedServices
from ui import page


async def lines() -> AsyncGenerator[str]:
    yield "\n"


@pytest.fixture(scope="module")
def options() -> dict[str, Any]:
    """What the page is served with."""
    services = ScriptedServices()
    with gr.Blocks():
        _, handlers = page.build(services)  # type: ignore[arg-type]
    found: dict[str, Any] = page.options(services, handlers)["app_kwargs"]  # type: ignore[arg-type]
    return found


@pytest.mark.parametrize(
    ("kind", "marked"),
    [("text/event-stream", True), ("application/x-ndjson", True), ("text/html", False)],
)
async def test_what_streams_is_marked(options: dict[str, Any], kind: str, marked: bool) -> None:
    route = Route("/x", lambda request: StreamingResponse(lines(), media_type=kind))
    app = Starlette(routes=[route], middleware=options["middleware"])
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url="http://test") as client:
        answer = await client.get("/x")
    assert (answer.headers.get("x-accel-buffering") == "no") is marked


async def test_a_picture_that_is_read_is_such_an_answer(options: dict[str, Any]) -> None:
    app = Starlette(routes=options["routes"], middleware=options["middleware"])
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url="http://test") as client:
        answer = await client.post("/pictures", content=b"no picture")
    assert answer.status_code == 200 and answer.headers["x-accel-buffering"] == "no"
