"""The sidebar in a real browser, against the real program: conversations outlive reloads and a killed server."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.browser.turns import formulas, wait_for_problem
from tests.ports import free_port

pytestmark = [pytest.mark.browser, pytest.mark.timeout(240)]

ROOT = Path(__file__).parents[2]
DONE = '.turn.last:not([data-state="running"])'
QUIET = "body:not(.stepwise-running)"
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
IDLE_S = 5
SHOTS = os.environ.get("STEPWISE_SHOTS")
"""A folder for pictures of what is tested, to be looked at."""


class App:
    """The program, which can be killed and started again on the same port and data."""

    def __init__(self, data: Path) -> None:
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}/"
        self._environment = {
            **os.environ,
            "HOST": "127.0.0.1",
            "PORT": str(self.port),
            "STEPWISE_DATA": str(data),
            "STEPWISE_WARM_KERNELS": "1",
            "STEPWISE_READING_WORKERS": "1",
            "STEPWISE_IDLE_S": str(IDLE_S),
        }
        self.start()

    def start(self) -> None:
        """Serve; returns when it is ready."""
        self.process = subprocess.Popen(
            [sys.executable, "app.py"], cwd=ROOT, env=self._environment, stdout=subprocess.PIPE, text=True
        )
        assert self.process.stdout is not None
        assert "ready" in self.process.stdout.readline()

    def kill(self) -> None:
        """As a crash would."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(10)


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    running = App(tmp_path_factory.mktemp("data"))
    yield running
    running.process.terminate()
    assert running.process.wait(timeout=60) == 0


def test_a_conversation_goes_on_after_a_reload_and_after_a_crash(open_page: Any, app: App) -> None:
    page = open_page(app.url)
    shot(page, "empty")
    ask(page, "Find the vertex of the parabola y = x^2 - 6x + 5.")
    edit(page, "kept = 41")
    page.wait_for_selector(".side-list a[aria-current]")
    assert "Today" in page.inner_text(".side-list")
    assert page.inner_text(".side-list a").startswith("Find the vertex")
    address = page.url
    assert "#c=" in address
    before = page.inner_text(".turns")
    page.reload()
    page.wait_for_selector(".turn .answer")
    assert page.inner_text(".turns") == before, "what was shown is there again, the changed cell too"
    page.goto("about:blank")
    app.kill()
    app.start()
    page.goto(address)
    page.wait_for_selector(".turn .answer")
    edit(page, "print(kept + 1)")
    assert page.locator(".cell .stdout").first.inner_text() == "42", "its cells were run again"
    ask(page, "Solve x + 2 = 7.")
    assert page.locator(".turn").count() == 2 and page.url == address
    shot(page, "two-turns")


def test_a_page_that_was_forgotten_goes_on(open_page: Any, app: App) -> None:
    """It did nothing for long, its laptop was shut: nothing on the sheet is lost, and variables are there."""
    page = open_page(app.url)
    ask(page, "Factor x^2 - 100.")
    edit(page, "kept = 41")
    page.wait_for_timeout(1200 * IDLE_S)
    edit(page, "print(kept + 1)")
    assert page.locator(".cell .stdout").first.inner_text() == "42", "its cells were run again"
    ask(page, "Factor x^2 - 121.")
    assert page.locator(".turn").count() == 2


def test_conversations_are_listed_found_renamed_and_deleted(open_page: Any, app: App) -> None:
    page = open_page(app.url)
    assert "kept here" in page.inner_text(".side-note"), "another browser has none of the first one's"
    for problem in ("Solve x + 2 = 7.", "Factor x^2 - 9."):
        page.click(".side-new")
        page.wait_for_selector(".empty >> visible=true")
        ask(page, problem)
    page.wait_for_function("document.querySelectorAll('.side-list li').length === 2")
    assert page.locator(".side-list .side-title").all_inner_texts()[0].startswith("Factor")
    page.fill(".side-search", "x + 2")
    page.wait_for_function("document.querySelectorAll('.side-list li').length === 1")
    page.fill(".side-search", "")
    page.wait_for_function("document.querySelectorAll('.side-list li').length === 2")
    act(page, 1, "rename")
    page.keyboard.type("My equation")
    page.keyboard.press("Enter")
    page.wait_for_selector(".side-list >> text=My equation")
    page.click(".side-list >> text=My equation")
    wait_for_problem(page, "Solve x + 2 = 7.")
    assert page.locator(".turn").count() == 1
    page.go_back()
    page.wait_for_selector(".problem-text >> text=Factor")
    act(page, 0, "delete")
    shot(page, "delete")
    page.click("#stepwise-side-dialog .danger")
    page.wait_for_selector(".empty >> visible=true")
    page.wait_for_function("document.querySelectorAll('.side-list li').length === 1")
    assert "#c=" not in page.url
    page.click(".side-all")
    page.click("#stepwise-side-dialog .danger")
    page.wait_for_selector(".side-note >> text=kept here")


def test_a_link_is_read_by_others_until_it_is_withdrawn(open_page: Any, app: App, chromium: Any) -> None:
    page = open_page(app.url)
    ask(page, "Factor x^2 - 16.")
    page.wait_for_selector(".side-list li")
    act(page, 0, "share")
    page.click("#stepwise-side-dialog >> text=Make a link")
    link = page.input_value(".side-link")
    shot(page, "share")
    page.keyboard.press("Escape")
    page.wait_for_selector(".side-shared")
    stranger = chromium.new_context(locale="zh-CN", viewport={"width": 390, "height": 844})
    other = stranger.new_page()
    other.goto(link)
    assert "只能阅读" in other.inner_text("main") and other.locator(".answer .katex").count()
    assert not other.locator("main :is(button:not(.aloud), textarea):visible").count(), (
        "only reading aloud acts"
    )
    assert other.evaluate("document.documentElement.scrollWidth <= 390")
    shot(other, "shared-zh-phone")
    other.goto(page.url)  # another's conversation by its address
    other.wait_for_selector(".notice >> visible=true")
    assert "不存在" in other.inner_text(".notice") and not other.locator(".turn").count()
    shot(other, "anothers-zh-phone")
    act(page, 0, "share")
    page.click("#stepwise-side-dialog >> text=Withdraw")
    page.wait_for_function("!document.querySelector('.side-shared')")
    answer = other.goto(link)
    assert answer.status == 404 and "失效" in other.inner_text("main")
    stranger.close()


@pytest.mark.parametrize("locale", ["en-US", "zh-CN"])
def test_on_a_phone_it_is_a_drawer(open_page: Any, app: App, locale: str) -> None:
    page = open_page(app.url, locale=locale, color_scheme="dark" if locale == "zh-CN" else "light", **PHONE)
    ask(page, "Solve x + 2 = 9." if locale == "en-US" else "解方程 x + 2 = 9。")
    assert not page.locator(".side").is_visible()
    page.click("#stepwise-list")
    page.wait_for_selector(".side-list li >> visible=true")
    page.wait_for_timeout(300)
    page.click(".side-dots")
    assert page.evaluate("document.documentElement.scrollWidth <= 390")
    small = page.evaluate(
        """() => [...document.querySelectorAll(".side :is(button, a, input)")].filter((node) => node.offsetParent)
            .filter((node) => node.getBoundingClientRect().height < 43.5).map((node) => node.outerHTML.slice(0, 120))"""
    )
    assert not small
    shot(page, f"drawer-{locale}")
    page.keyboard.press("Escape")  # what can be done with one
    assert page.locator(".side-acts >> visible=true").count() == 0 and page.is_visible(".side")
    page.keyboard.press("Escape")
    page.wait_for_function("getComputedStyle(document.querySelector('.side')).visibility === 'hidden'")
    assert page.evaluate("document.activeElement.id") == "stepwise-list"


def test_two_tabs_on_one_conversation(open_page: Any, app: App) -> None:
    first = open_page(app.url)
    ask(first, "Factor x^2 - 25.")
    first.wait_for_selector(".side-list a[aria-current]")
    second = first.context.new_page()
    second.goto(first.url)
    second.wait_for_selector(".turn .answer")
    ask(second, "Factor x^2 - 36.")
    ask(first, "Factor x^2 - 49.")
    assert formulas(first) == [
        "x^{2}-25",
        "x^{2}-36",
        "x^{2}-49",
    ], "the first tab takes over what the second has added"
    second.bring_to_front()
    act(second, 0, "delete")
    second.click("#stepwise-side-dialog .danger")
    second.wait_for_selector(".empty >> visible=true")
    ask(first, "Factor x^2 - 64.")
    first.wait_for_selector(".unkept >> text=not there any more")
    shot(first, "deleted-elsewhere")
    ask(first, "Factor x^2 - 81.")
    assert first.locator(".turn").count() == 1 and not first.locator(".unkept").count()


@pytest.mark.thorough
def test_a_conversation_is_downloaded_in_every_format(open_page: Any, app: App) -> None:
    page = open_page(app.url)
    ask(page, "Find the vertex of the parabola y = x^2 - 8x + 5.")
    page.wait_for_selector(".side-list li")
    begins = {
        "PDF": ("pdf", b"%PDF"),
        "Notebook": ("ipynb", b"{"),
        "Web page": ("html", b"<!doctype html>"),
        "Markdown": ("zip", b"PK"),
    }
    for words, (suffix, first) in begins.items():
        act(page, 0, "export")
        if words == "PDF":
            shot(page, "export")
        with page.expect_download(timeout=60_000) as coming:
            page.click(f'#stepwise-side-dialog .button:has-text("{words}")')
        assert coming.value.suggested_filename == f"Find-the-vertex-of-the-parabola-y-x-2-8x-5.{suffix}"
        made = Path(coming.value.path()).read_bytes()
        assert made.startswith(first) and len(made) > 2_000
        page.wait_for_function("!document.querySelector('#stepwise-side-dialog').open")
        if suffix == "html":
            solution = made.decode()
    page.set_content(solution)  # by itself: no script
    assert page.locator("math").count() > 5 and page.locator("img").count() == 1
    assert page.evaluate("document.scripts.length") == 0
    assert page.evaluate("document.querySelector('mfrac, msup').getBoundingClientRect().height") > 10


def ask(page: Any, text: str) -> None:
    page.fill("#stepwise-problem", text)
    page.press("#stepwise-problem", "Enter")
    wait_for_problem(page, text)
    page.wait_for_selector(DONE, timeout=60_000)
    assert not page.locator(".turn.last .end.failure").count()


def act(page: Any, index: int, name: str) -> None:
    line = page.locator(".side-list li").nth(index)
    line.hover()
    line.locator(".side-dots").click()
    line.locator(f'[data-do="{name}"]').click()


def edit(page: Any, source: str) -> None:
    page.locator('.cell [data-act="edit"]').first.click()
    page.fill(".cell .editor textarea", source)
    page.press(".cell .editor textarea", "Control+Enter")
    page.wait_for_selector(QUIET, timeout=30_000)


def shot(page: Any, name: str) -> None:
    if SHOTS:
        page.wait_for_timeout(500)
        page.screenshot(path=f"{SHOTS}/{name}.png")
