"""Signing in and out in a browser: a student on a phone, a teacher; every page of it looked at by axe in all looks."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

import pytest

from tests.browser.test_accessibility import AXE_SCRIPT, FEW
from tests.login.served import ANN, HEADER, school

pytestmark = [pytest.mark.browser, pytest.mark.timeout(180)]

SHOTS = os.environ.get("STEPWISE_SHOTS")
STUDENTS, TEACHERS = "open sesame", "chalk and cheese"
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
READY = ".examples .example"


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    settings = {"login": "password", "student_password": STUDENTS, "teacher_password": TEACHERS}
    with school(tmp_path_factory.mktemp("school"), **settings) as (url, _):
        yield url


@pytest.fixture
def visit(chromium: Any) -> Iterator[Any]:
    """A visitor's page; nothing may go wrong in it but what is refused on purpose."""
    contexts, wrong = [], []

    def opened(**options: Any) -> Any:
        contexts.append(chromium.new_context(**({"locale": "en-US"} | options)))
        page = contexts[-1].new_page()
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on(
            "console", lambda m: wrong.append(m.text) if m.type == "error" and " 40" not in m.text else None
        )
        return page

    yield opened
    for context in contexts:
        context.close()
    assert not wrong, wrong


def looked_at(page: Any, name: str) -> None:
    """By axe, in both themes; the language is the page's own."""
    page.evaluate(AXE_SCRIPT)
    for theme in dict.fromkeys(theme for _, theme in FEW):
        page.emulate_media(color_scheme=theme, reduced_motion="reduce")
        page.evaluate("theme => document.body.classList.toggle('dark', theme === 'dark')", theme)
        page.evaluate(
            "theme => document.documentElement.classList.toggle('stepwise-dark', theme === 'dark')", theme
        )
        page.wait_for_timeout(50)
        if SHOTS:
            page.screenshot(path=f"{SHOTS}/login-{name}-{theme}.png")
        found = page.evaluate("axe.run({ resultTypes: ['violations'] })")["violations"]
        assert not found, [(rule["id"], node["html"][:200]) for rule in found for node in rule["nodes"]]


@pytest.mark.parametrize("language", ["en-US", "zh-CN"])
def test_a_student_signs_in_on_a_phone_with_keys_alone(visit: Any, url: str, language: str) -> None:
    page = visit(**PHONE, locale=language)
    page.goto(url)
    assert "/sign-in" in page.url and page.evaluate("document.activeElement.name") == "password"
    looked_at(page, f"{language}-asked")
    page.keyboard.type("sesame")
    page.keyboard.press("Enter")
    page.wait_for_selector("[role=alert]")
    looked_at(page, f"{language}-wrong")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), (
        "nothing is beside a phone's screen"
    )
    page.keyboard.type(STUDENTS)
    page.keyboard.press("Enter")
    page.wait_for_selector(READY)
    page.click("#stepwise-list")
    page.wait_for_selector(f".side-person >> text={'Student' if language == 'en-US' else '学生'}")
    if SHOTS:
        page.wait_for_timeout(400)
        page.screenshot(path=f"{SHOTS}/login-{language}-side.png")
    kept = page.context.cookies()
    page.context.clear_cookies()  # as when its time is over
    page.evaluate("window.dispatchEvent(new Event('focus'))")
    page.wait_for_selector(".side-person a[href=sign-in]")
    page.context.add_cookies(kept)
    page.evaluate("window.dispatchEvent(new Event('focus'))")
    page.click(".side-person button")
    page.wait_for_selector("[type=password]")
    page.goto(url)
    assert "/sign-in" in page.url


def test_a_teacher_comes_to_the_teachers_pages_and_a_student_is_asked(visit: Any, url: str) -> None:
    student, teacher = visit(), visit()
    for page, password in ((student, STUDENTS), (teacher, TEACHERS)):
        page.goto(f"{url}/class")
        page.fill("[name=password]", password)
        page.press("[name=password]", "Enter")
        page.wait_for_load_state()
        assert page.url == f"{url}/class"
    assert student.locator("[name=password]").count() == 1, "the teacher's password is asked for"
    teacher.wait_for_selector("[name=name]")
    looked_at(teacher, "teacher-class")
    for path, there in (("/collect", "main"), ("/review", "h1")):
        teacher.goto(url + path)
        teacher.wait_for_selector(there)
        assert teacher.locator("[name=password]").count() == 0
    student.goto(f"{url}/review")
    student.wait_for_selector("text=This page is for teachers")
    looked_at(student, "teachers-only")
    teacher.goto(f"{url}/class")
    teacher.click("text=Sign out")
    teacher.goto(f"{url}/class")
    assert teacher.locator("[name=password]").count() == 1, "signed out of all of it"


def test_whom_a_proxy_does_not_name_is_told_where_to_come_in(visit: Any, tmp_path_factory: Any) -> None:
    with school(tmp_path_factory.mktemp("proxy")) as (url, _):
        stranger, ann = visit(), visit(extra_http_headers={HEADER: ANN})
        stranger.goto(url)
        stranger.wait_for_selector("text=Please come in by your school")
        looked_at(stranger, "proxy")
        ann.goto(url)
        ann.wait_for_selector(READY)
        ann.wait_for_selector(".side-person >> text=ann")
        assert ann.locator(".side-person button").count() == 0, "the school signs out"
        if SHOTS:
            ann.screenshot(path=f"{SHOTS}/login-named.png")
