"""A server with scripted sessions and a real browser; the tests are skipped where there is no Chromium."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from typing import Any

import pytest

from tests.browser.scripted import ScriptedServices

ARGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()
PASSWORD = "chalk and cheese"
"""Of the teacher of the whole program."""
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
"""The headless shell first: the same engine, for half of the processor's time."""


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        pytest.skip("no Chromium on this machine: `make browser` installs Debian's")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def services() -> ScriptedServices:
    return ScriptedServices()


@pytest.fixture(scope="session")
def url(services: ScriptedServices) -> Iterator[str]:
    from ui import page

    blocks, handlers = page.build(services)
    _, local, _ = blocks.launch(prevent_thread_lock=True, **page.options(services, handlers))
    yield local
    blocks.close(verbose=False)
    assert not services.started, "the lifespan must close the services"


@pytest.fixture(scope="session")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of the whole program (see `tests.browser.whole`)."""
    from app import reviews
    from tests.browser.whole import WholeServices, a_run
    from ui import page

    data = tmp_path_factory.mktemp("whole")
    a_run(data / "runs")
    services = WholeServices(data)
    blocks, handlers = page.build(services)
    routes = reviews(str(data / "runs"), services.store)
    options = page.options(services, handlers, more=routes, teacher_password=PASSWORD)
    _, local, _ = blocks.launch(prevent_thread_lock=True, **options)
    yield local
    blocks.close(verbose=False)


@pytest.fixture
def open_page(chromium: Any, url: str, request: pytest.FixtureRequest) -> Iterator[Any]:
    """Opens the page as a visitor; at the end nothing may have gone wrong in it or left this machine."""
    contexts, wrong = [], []

    def visit(address: str = url, **options: Any) -> Any:
        options.setdefault("viewport", {"width": 1200, "height": 850})
        options.setdefault("locale", "en-US")
        context = chromium.new_context(**options)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda m: wrong.append(m.text) if m.type == "error" else None)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on(
            "request", lambda r: None if _ours(r.url, address) else wrong.append(f"left the server: {r.url}")
        )
        page.on("filechooser", lambda chosen: None)  # heard from now on: the first listener is late for a key
        page.goto(address)
        page.wait_for_selector(".examples .example")
        return page

    yield visit
    for context in contexts:
        context.close()
    allowed = request.node.get_closest_marker("console_errors")
    assert allowed or not wrong, wrong


def _ours(address: str, server: str) -> bool:
    return address.startswith((server.rstrip("/"), "data:", "blob:", "about:"))
