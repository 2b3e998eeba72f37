"""A teacher and a student in two browsers, with the built-in tutor behind them; and presenting with keys, against scripted sessions."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

import pytest

from solver.services import Services
from solver.settings import Settings
from solver.store import Store, database_url
from tests.browser.scripted import ScriptedServices

pytestmark = [pytest.mark.browser, pytest.mark.timeout(180)]

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
DONE = '.turn.last:not([data-state="running"])'
READY = f"{DONE} .chips"
SHOTS = os.environ.get("STEPWISE_SHOTS")
"""A folder for pictures of what is tested, to be looked at."""
PLACE = "document.querySelector('.present-place').textContent"


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A page with the real services, a store and a teacher's password."""
    from ui import page

    store = Store(database_url(tmp_path_factory.mktemp("data")))
    services = Services(Settings(warm_kernels=1, reading_workers=1), store)
    blocks, handlers = page.build(services)
    options = page.options(services, handlers, teacher_password="chalk and cheese")
    _, local, _ = blocks.launch(prevent_thread_lock=True, **options)
    yield local
    blocks.close(verbose=False)


def test_presenting_is_one_step_a_key(open_page: Any) -> None:
    page = open_page(viewport={"width": 1280, "height": 720}, reduced_motion="reduce")
    page.fill("#stepwise-problem", "Find the vertex of \\(y = x^2 - 4x + 3\\).")
    page.press("#stepwise-problem", "Enter")
    page.wait_for_selector(DONE)
    assert not page.evaluate("Boolean(Stepwise.present)"), "it is loaded when it is first wanted"
    page.click('.turn.last [data-act="present"]')
    page.wait_for_selector(".present-problem .katex")
    steps = page.locator(".present-step")
    assert steps.count() == 0 and page.evaluate(PLACE) == "0 of 6"
    before = page.evaluate(
        "parseFloat(getComputedStyle(document.querySelector('.turn .prose-block')).fontSize)"
    )
    for number, key in enumerate(("ArrowRight", "PageDown", " "), 1):
        page.keyboard.press(key)
        assert steps.count() == number
    assert page.locator(".present-step .code >> visible=true").count() == 0, (
        "code is shown when it is asked for"
    )
    text = page.locator(".present-step p").first
    zoom = text.evaluate("node => node.currentCSSZoom ?? 1") * text.evaluate(
        "node => parseFloat(getComputedStyle(node).fontSize)"
    )
    assert zoom == pytest.approx(1.5 * before)
    assert steps.nth(2).evaluate("node => getComputedStyle(node).opacity") == "1"
    assert float(steps.nth(0).evaluate("node => getComputedStyle(node).opacity")) < 0.7
    page.keyboard.press("c")
    assert page.locator(".present-step .code >> visible=true").count() == 1
    assert page.evaluate(PLACE) == "3 of 7", "the same step, and one more that is code alone"
    page.keyboard.press("c")
    page.keyboard.press("PageUp")
    assert steps.count() == 2
    page.keyboard.press("End")
    assert page.evaluate(PLACE) == "6 of 6" and page.locator(".present-step .answer").is_visible()
    seen = page.locator(".present-step").last.evaluate(
        "node => { const box = node.getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight; }"
    )
    assert seen, "the newest step is in view"
    page.keyboard.press("Home")
    assert steps.count() == 0
    page.keyboard.press(".")
    page.keyboard.press("ArrowRight")  # the first key only makes it light again
    assert steps.count() == 0
    page.evaluate("document.exitFullscreen?.()")  # what a browser does at Escape before it tells the page
    page.wait_for_function("!document.querySelector('.present')")
    assert page.evaluate("document.activeElement.dataset.act") == "present"
    assert not page.locator("gradio-app").evaluate("node => node.inert")


def test_presenting_follows_what_is_being_solved(open_page: Any, services: ScriptedServices) -> None:
    page = open_page(viewport={"width": 1920, "height": 1080}, locale="zh-CN", color_scheme="dark")
    services.pause_s = 0.06
    try:
        page.fill("#stepwise-problem", "求抛物线 \\(y = x^2 - 4x + 3\\) 的顶点。")
        page.press("#stepwise-problem", "Enter")
        page.wait_for_selector(".prose-block")
        page.click('.turn.last [data-act="present"]')
        page.wait_for_selector(".present")
        page.keyboard.press("ArrowRight")
        page.wait_for_selector(".present-step")
        page.keyboard.press("ArrowRight")  # asked for before it is there
        page.wait_for_function("document.querySelectorAll('.present-step').length === 2")
        page.keyboard.press("End")
        page.wait_for_selector(".present-step .answer", timeout=60_000)
        page.keyboard.press("Escape")
        page.wait_for_function("!document.querySelector('.present')")
        page.wait_for_selector(DONE)
        assert page.locator(".turn.last").get_attribute("data-state") == "answered", "Escape only left"
    finally:
        services.pause_s = 0.01


def test_a_teacher_and_a_student(open_page: Any, school: str) -> None:
    teacher, student = open_page(school), open_page(school, **PHONE)
    teacher.goto(f"{school}class")
    teacher.fill("[name=password]", "chalk and cheese")
    teacher.click(".class-form button")
    teacher.fill("[name=name]", "8b <b>squares</b>")
    teacher.click(".class-form button")
    teacher.wait_for_selector(".class-code")
    assert teacher.inner_text("h1") == "8b <b>squares</b>"
    at, code = teacher.url, teacher.inner_text('.class-code [aria-hidden="true"]')
    teacher.fill("[name=attempts]", "2")
    teacher.click(".lock-form button")
    teacher.wait_for_selector(".lock-now >> text=after 2 different answers")

    student.click("#stepwise-list")
    student.click(".side-class-open")
    student.wait_for_selector(
        ".class-dialog >> text=nothing from before"
    )  # its words come when the server has said that there is no class
    shot(student, "join")
    student.fill(".class-dialog [name=code]", code.lower())
    student.press(".class-dialog [name=code]", "Enter")
    student.wait_for_selector(".class-who >> text=student 1")
    student.click(".class-dialog .button:not(.ghost)")
    student.keyboard.press("Escape")
    student.fill("#stepwise-problem", "Solve 3x + 7 = 22.")
    student.press("#stepwise-problem", "Enter")
    student.wait_for_selector(READY, timeout=60_000)
    assert student.locator(".turn.last .answer").count() == 0, (
        "kept back, although it was not asked to be practised"
    )
    assert "2 more answers" in student.inner_text(".turn.last .closed")
    shot(student, "closed")
    student.click('.turn.last [data-tutor="show"]')
    student.wait_for_function("document.querySelector('.live').textContent.includes('2 more answers')")
    student.click('.turn.last [data-tutor="hint"]')
    student.wait_for_selector(".turn.last .rung")
    for number, answer in enumerate(("x = 4", "x = 6"), 1):
        student.fill(".turn.last .try input", answer)
        student.press(".turn.last .try input", "Enter")
        student.wait_for_function(f"document.querySelectorAll('.turn.last .try-result').length === {number}")
    assert student.locator(".turn.last .closed").count() == 0
    student.click('.turn.last [data-tutor="show"]')
    student.wait_for_selector(".turn.last .answer")

    teacher.goto(at)
    rows = teacher.locator("table").nth(0).inner_text()
    assert "3x+7=22" in rows and "x=4" in rows and "x=6" in rows and "What is asked 1" in rows
    assert "Student 1" in teacher.locator("table").nth(1).inner_text()
    assert "Problem 1: What is asked 1" in teacher.locator("svg[role=img]").first.get_attribute("aria-label")
    shot(teacher, "class")
    with teacher.expect_download() as download:
        teacher.click("[download]")
    table = download.value.path().read_bytes().decode("utf-8")
    assert table.startswith("\ufeff") and "x = 4 | x = 6" in table

    student.click("#stepwise-list")
    student.click(".side-class-open")
    student.click('.class-dialog [data-do="leave"]')
    student.wait_for_selector(".side-class-open >> text=Join a class")
    teacher.goto(at)
    assert teacher.locator("table").count() == 0, "who left is in no table"


def shot(page: Any, name: str) -> None:
    if SHOTS:
        page.wait_for_timeout(500)
        page.screenshot(path=f"{SHOTS}/classroom-{name}.png")
