"""Two real servers behind the real nginx of `deploy/`, with one PostgreSQL: the one that serves a student is killed, or stopped."""

from __future__ import annotations

import asyncio
import shutil
import time
from collections.abc import Iterator
from contextlib import ExitStack, aclosing
from dataclasses import dataclass
from typing import Any

import httpx
import pytest

from solver.store import Store, database_url
from tests.browser.conftest import ARGS, NAMES
from tests.load import stack
from tests.load.kept import Shown, compared
from tests.load.pages import Lost, Page
from tests.load.stack import App
from tests.store.server import NotHere
from tests.store.showing import words

pytestmark = [
    pytest.mark.servers,
    pytest.mark.wide(only=True),  # a server that is killed or ends alone: tests/store, tests/operation
    pytest.mark.timeout(600),
    pytest.mark.skipif(stack.NGINX is None, reason="there is no nginx here"),
]
OUT_S = 11
"""For so long nginx asks a server no more that did not answer (`fail_timeout` in `deploy/nginx.conf`); a start is quicker."""
PLOT, LINEAR = "Find the vertex of the parabola y = x^2 - 4x + 3.", "Solve x + 1 = 3."


@dataclass
class Cluster:
    """Two servers; `url` is nginx's."""

    url: str
    apps: list[App]
    database: str

    def students(self) -> list[int]:
        """How many each server has."""
        return [students(app) for app in self.apps]

    def serving(self, before: list[int]) -> App:
        """The server that has one student more than `before`."""
        [found] = [app for app, had in zip(self.apps, before, strict=True) if students(app) > had]
        return found


def students(app: App) -> int:
    text = httpx.get(f"{app.url}/metrics").text
    return next(
        int(float(line.split()[1])) for line in text.splitlines() if line.startswith("stepwise_students ")
    )


@pytest.fixture(scope="module")
def servers() -> Iterator[Cluster]:
    """A language model that writes a piece every second is there, too: it can be met in the middle."""
    with ExitStack() as ends:
        try:
            database = ends.enter_context(stack.database())
        except NotHere as error:
            pytest.skip(str(error))
        folder, model = (
            ends.enter_context(stack.scratch()),
            ends.enter_context(stack.model_server(piece_s=1.0)),
        )
        settings = {
            "DATABASE_URL": database.url, "STEPWISE_MODEL": f"builtin,{stack.MODEL}", "OPENAI_BASE_URL": model.url,
            "STEPWISE_WARM_KERNELS": "1", "STEPWISE_DRAIN_S": "60",
        }  # fmt: skip
        apps = [ends.enter_context(stack.running(folder / name, **settings)) for name in "12"]
        url, _ = ends.enter_context(stack.nginx(folder / "nginx", *(app.port for app in apps)))
        yield Cluster(url, apps, database.url)


@pytest.fixture
def cluster(servers: Cluster) -> Cluster:
    """Both are there, for nginx too, and nobody is with them."""
    ended = [app for app in servers.apps if app.process is not None and app.process.poll() is not None]
    for app in ended:
        app.start()
    if ended:
        time.sleep(OUT_S)
    return servers


async def done(page: Page, event: str, **data: Any) -> dict[str, Any]:
    value: dict[str, Any] = {}
    async with aclosing(page.do(event, **data)) as values:
        async for value in values:  # noqa: B007
            pass
    return value


def html(turn: dict[str, Any]) -> str:
    return "".join(block["html"] for block in turn["blocks"])


def cell_of(turn: dict[str, Any]) -> int:
    return int(next(block["part"] for block in turn["blocks"] if block["id"].startswith("c")))


async def test_a_killed_servers_student_goes_on_with_the_other(cluster: Cluster) -> None:
    page, before = Page(cluster.url), cluster.students()
    await page.open()
    await done(page, "solve", text=PLOT, turn="t1", language="en")
    part = cell_of(page.shown["t1"])
    await done(page, "run", turn="t1", part=part, source="mine = 41")
    serving = cluster.serving(before)

    async def killed_in_the_middle() -> None:
        async with aclosing(
            page.do("solve", text=LINEAR, turn="t2", language="en", model=stack.MODEL)
        ) as values:
            async for _ in values:
                if any(block["zone"] == "work" for block in page.shown["t2"]["blocks"]):
                    serving.kill()

    with pytest.raises(Lost):
        await killed_in_the_middle()
    left = page.shown["t2"]
    assert left["state"] == "running" and "subtract" in html(left)

    # the same browser, another window: all is there, and what broke off says so and can be sent again
    window = Page(cluster.url, page.cookie)
    await window.open()
    await done(window, "open", conversation=page.conversation)
    assert window.order == ["t1", "t2"] and "mine = 41" in words(window.shown["t1"])
    again = window.shown["t2"]
    assert again["state"] == "stopped" and "subtract" in html(again)
    assert "end.broken-off" in html(again) and 'data-act="retry"' in html(again)
    await window.close()

    # the window that saw it break off sends it again
    value = await done(page, "solve", text=LINEAR, turn="t3", replaces="t2", language="en")
    assert value["order"] == ["t1", "t3"] and page.shown["t3"]["state"] == "answered"
    await done(page, "run", turn="t1", part=part, source="print(mine + 1)")
    assert "42" in html(page.shown["t1"]), "its variables are there"
    assert page.conversation is not None
    found = await compared(database_url(cluster.apps[0].folder, cluster.database), [Shown(page.owner, page.conversation, page.shown)])  # fmt: skip
    assert not found.lost, "all that was shown is kept"
    await page.close()


async def test_a_stopped_server_sends_its_students_to_the_other(cluster: Cluster) -> None:
    """While it lets what runs come to its end, it takes nothing new; nobody is told of it."""
    page, before = Page(cluster.url), cluster.students()
    await page.open()
    await done(page, "solve", text=PLOT, turn="t1", language="en")
    serving = cluster.serving(before)
    await done(page, "run", turn="t1", part=cell_of(page.shown["t1"]), source="mine = 41")
    slow = Page(serving.url)  # beside nginx: it is with that server
    await slow.open()
    async with aclosing(slow.do("solve", text=LINEAR, turn="t1", language="en", model=stack.MODEL)) as values:
        async for _ in values:
            if serving.process is not None and slow.shown["t1"]["blocks"] and serving.is_ready():
                serving.process.terminate()
                await asyncio.sleep(1)
                assert not serving.is_ready()
                value = await done(page, "solve", text=LINEAR, turn="t2", language="en")
                assert value["order"] == ["t1", "t2"] and page.shown["t2"]["state"] == "answered"
    assert slow.shown["t1"]["state"] == "answered", "what ran has come to its end"
    await done(page, "run", turn="t1", part=cell_of(page.shown["t1"]), source="print(mine + 1)")
    assert "42" in html(page.shown["t1"])
    await page.close()
    await slow.close()
    assert serving.process is not None and serving.process.wait(60) == 0


async def test_what_a_browser_has_is_another_ones_secret_on_both_servers(cluster: Cluster) -> None:
    page, stranger = Page(cluster.url), Page(cluster.url)
    await page.open()
    await stranger.open()
    await done(page, "solve", text=LINEAR, turn="t1", language="en")
    for app in cluster.apps:
        other = Page(app.url, stranger.cookie)
        await other.open()
        value = await done(other, "open", conversation=page.conversation)
        assert value["order"] == [] and value["notice"] == "failure.conversation-gone"
        await other.close()
    store = Store(database_url(cluster.apps[0].folder, cluster.database))
    assert [summary.id for summary in await store.conversations(page.owner)] == [page.conversation]
    await store.close()
    await page.close()
    await stranger.close()


@pytest.mark.browser
def test_a_browser_whose_server_is_killed_goes_on(cluster: Cluster) -> None:
    """The page finds the other server by itself: all that was shown is there, what broke off can be sent again, variables are there."""
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        pytest.skip("no Chromium on this machine")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(ARGS))
        page, before = browser.new_page(locale="en-US"), cluster.students()
        page.goto(cluster.url)
        page.wait_for_selector(".examples .example")

        def send(text: str) -> None:
            page.fill("#stepwise-problem", text)
            page.press("#stepwise-problem", "Enter")

        send(PLOT)
        page.wait_for_selector(".turn.last[data-state=answered]", timeout=90_000)
        page.select_option("#stepwise-model", stack.MODEL)
        send(LINEAR)
        page.wait_for_selector(".turn:nth-of-type(2) .block", timeout=90_000)
        cluster.serving(before).kill()
        again = ".turn.last [data-zone=end] [data-act=retry]"
        page.wait_for_selector(again, timeout=90_000)
        page.wait_for_selector(".turn:nth-of-type(1)[data-state=answered]", timeout=30_000)
        assert "subtract" in page.locator(".turn.last").inner_text()
        page.click(again)
        page.wait_for_selector(".turn.last[data-state=answered]", timeout=90_000)
        assert page.locator(".turn").count() == 2
        browser.close()
