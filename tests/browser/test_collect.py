"""A teacher has a problem solved, mends it and keeps it; a student's thumb comes to the teacher's list; nothing that was typed is lost."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from typing import Any

import pytest

from solver.errors import StoreUnavailable
from solver.services import Services
from solver.settings import Settings
from solver.store import Store, database_url
from training.examples import example

pytestmark = [pytest.mark.browser, pytest.mark.timeout(240)]

PASSWORD = "chalk and cheese"
DONE = '.turn.last:not([data-state="running"])'
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
SHOTS = os.environ.get("STEPWISE_SHOTS")
"""A folder for pictures of what is tested, to be looked at."""


class School:
    """A page with the real services, a store and a teacher's password."""

    def __init__(self, address: str, store: Store) -> None:
        self.address, self.store = address, store


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Iterator[School]:
    from ui import page

    store = Store(database_url(tmp_path_factory.mktemp("data")))
    services = Services(Settings(warm_kernels=1, reading_workers=1, cell_timeout_s=4), store)
    blocks, handlers = page.build(services)
    options = page.options(services, handlers, teacher_password=PASSWORD)
    _, local, _ = blocks.launch(prevent_thread_lock=True, **options)
    yield School(local, store)
    blocks.close(verbose=False)


def signed_in(open_page: Any, school: School, path: str = "collect", **options: Any) -> Any:
    page = open_page(school.address, **options)
    page.goto(f"{school.address}{path}")
    page.fill("[name=password]", PASSWORD)
    page.click(".class-form button")
    page.wait_for_selector(".stepwise.class-page h1")
    return page


def typed(page: Any, problem: str, *parts: tuple[str, str], answer: str = "", **labels: str) -> None:
    """Fill an editor whose solution is empty."""
    page.fill("[name=problem]", problem)
    for part in page.locator('[data-part="remove"]').all()[::-1]:
        part.click()
    for kind, text in parts:
        page.click(f'[data-do="add-{kind}"]')
        page.locator(".collect-part textarea").last.fill(text)
    page.fill("[name=answer]", answer)
    for name, text in ({"licence": "CC0-1.0", "source": "me"} | labels).items():
        page.fill(f"[name={name}]", text)


def faults(page: Any, *wanted: str) -> None:
    """These and no others are told, each by some words."""
    page.wait_for_function(f"document.querySelectorAll('.collect-faults li').length === {len(wanted)}")
    page.wait_for_selector("form:not(.is-busy)")
    told = page.locator(".collect-faults li").all_inner_texts()
    assert all(words in text for words, text in zip(wanted, told, strict=True)), told


def downloaded(page: Any) -> list[dict[str, Any]]:
    with page.expect_download() as download:
        page.click("[download]")
    return [json.loads(line) for line in download.value.path().read_text("utf-8").splitlines()]


@pytest.mark.thorough
def test_solved_mended_kept_found_and_deleted(open_page: Any, school: School) -> None:
    page = signed_in(open_page, school)
    page.click("a.primary")
    shot(page, "empty")
    page.fill("[name=problem]", "Solve 3x + 7 = 22.")
    page.click('[data-do="solve"]')
    page.wait_for_function("document.querySelector('[name=answer]').value", timeout=60_000)
    page.wait_for_selector("form:not(.is-busy)", timeout=60_000)
    assert page.input_value("[name=source]") == "builtin"
    first = page.locator(".collect-part textarea").first
    first.fill("Take 7 from both sides. <b>Then</b> divide by 3.")
    page.locator('.collect-part[data-kind="cell"] textarea').last.fill(
        "print(22 - 7)\nx = (22 - 7) / 3\nprint(int(x))"
    )
    assert page.locator(".is-stale").count() >= 1, "what it printed before is no longer what it prints"
    page.fill("[name=licence]", "CC-BY-4.0")
    page.fill("[name=subject]", "Linear equations")
    page.click('[data-do="run"]')
    page.wait_for_selector(".collect-status >> text=nothing contradicts", timeout=30_000)
    assert page.locator(".is-stale").count() == 0
    assert page.locator(".collect-outs .out-text").last.inner_text().split() == ["15", "5"]
    assert "<b>Then</b>" in page.inner_text(".collect-preview .prose-block >> nth=0"), "text, not HTML"
    shot(page, "solved")
    page.click('[data-do="keep"]')
    page.wait_for_selector(".notice >> text=The example is kept", timeout=30_000)
    assert page.locator(".collect-drafts").is_hidden()
    shot(page, "list")
    [row] = downloaded(page)
    read = example(row)
    assert (read.problem, read.licence, read.source, read.subject) == ("Solve 3x + 7 = 22.", "CC-BY-4.0", "builtin", "Linear equations")  # fmt: skip
    assert "5" in read.answer and any(getattr(e, "text", "").split() == ["15", "5"] for e in read.events), "real outputs"  # fmt: skip

    page.fill("[name=search]", "no such thing")
    page.keyboard.press("Enter")
    page.wait_for_selector("text=No example has these words")
    page.fill("[name=search]", "linear")
    page.keyboard.press("Enter")
    page.click(".collect-list a")
    assert page.locator(".collect-outs .out-text").last.inner_text().split() == ["15", "5"]
    page.fill("[name=level]", "7")
    page.click('[data-do="keep"]')
    page.wait_for_selector(".notice", timeout=30_000)
    [row] = downloaded(page)
    assert row["level"] == "7"
    page.click(".collect-list a")
    page.click(".class-delete summary")
    page.click(".class-delete button")
    page.wait_for_selector(".notice >> text=deleted for good")
    assert page.locator(".collect-list a").count() == 0


@pytest.mark.console_errors
@pytest.mark.thorough
def test_bad_input_is_told_in_sentences_and_nothing_is_lost(open_page: Any, school: School) -> None:
    page = signed_in(open_page, school, "collect/new")
    page.click('[data-do="solve"]')
    faults(page, "Problem:")
    page.click('[data-do="keep"]')
    faults(page, "Problem:", "no solution yet", "what the answer is", "who wrote", "licence")
    page.locator(".collect-faults button").last.click()
    assert page.evaluate("document.activeElement.name") == "licence"
    shot(page, "faults")

    typed(page, "What is 6 times 7?", ("prose", "Multiply."), ("cell", "6*7"), answer="43")
    page.click('[data-do="keep"]')
    faults(page, "gives 42, but the answer says 43")
    shot(page, "doubt")
    assert page.locator('[data-do="anyway"]').is_visible()
    typed(page, "What is 6 times 7?", ("cell", "6*7"), ("prose", r"So it is \(\boxed{41}\)."), answer="42")
    page.click('[data-do="keep"]')
    faults(page, "box says 41")
    typed(page, "What is 6 times 7?", ("cell", "6 *\n/ 7"), answer="42")
    page.click('[data-do="keep"]')
    faults(page, "Part 1 fails")
    assert page.locator('[data-do="anyway"]').is_hidden()
    typed(page, "What is 6 times 7?", ("prose", "```python\n6*7\n```"), answer="42")
    page.click('[data-do="keep"]')
    faults(page, "code fence")
    typed(page, "What is 6 times 7?", ("cell", "while True:\n    pass"), answer="42")
    page.click('[data-do="run"]')
    faults(page, "Part 1 fails")
    typed(page, "What is 6 times 7?", ("cell", "while True:\n    pass"), answer="42")
    page.click('[data-do="run"]')
    page.click('[data-do="stop"]')
    page.wait_for_selector(".collect-status >> text=Stopped")
    page.fill("[name=problem]", "x " * 600_000)
    page.click('[data-do="keep"]')
    page.wait_for_selector(".collect-status >> text=too much for one example")
    page.fill("[name=problem]", "x + 1 = " * 1000)
    page.click('[data-do="keep"]')
    faults(page, "Problem:")

    typed(page, "What is 6 times 7?", ("cell", "6*7"), answer="42")
    for trouble in ("store-full", "store-unavailable"):

        async def away(*_: object, code: str = trouble) -> int:
            raise StoreUnavailable(code, "a test")

        usual, school.store.collected.add = school.store.collected.add, away  # type: ignore[method-assign]
        try:
            page.click('[data-do="keep"]')
            page.wait_for_selector(f".collect-status >> text={'disk is full' if trouble == 'store-full' else 'not being kept.'}", timeout=30_000)  # fmt: skip
        finally:
            school.store.collected.add = usual  # type: ignore[method-assign]
    page.context.clear_cookies()
    page.click('[data-do="keep"]')
    page.wait_for_selector(".collect-status >> text=signed out")
    page.reload()
    page.fill("[name=password]", PASSWORD)
    page.click(".class-form button")
    page.wait_for_selector(".collect-draft >> text=your draft")
    assert page.input_value("[name=problem]") == "What is 6 times 7?"
    assert page.input_value(".collect-part textarea") == "6*7", "nothing is lost"
    shot(page, "draft")
    page.click('[data-do="keep"]')
    page.wait_for_selector(".notice >> text=kept", timeout=30_000)
    number = int(re.findall(r"\d+", page.locator(".collect-list a").first.get_attribute("href"))[0])
    page.click(".collect-list a")
    page.request.post(f"{school.address}collect/{number}/delete")
    page.fill("[name=level]", "8")
    page.click('[data-do="keep"]')
    page.wait_for_selector(".collect-status >> text=deleted meanwhile", timeout=30_000)
    page.click('[data-do="keep"]')
    page.wait_for_selector(".notice >> text=kept", timeout=30_000)


def test_several_problems_become_drafts_of_this_browser(open_page: Any, school: School) -> None:
    page = signed_in(open_page, school)
    page.click(".collect-several summary")
    page.fill(".collect-several textarea", "1 + 1 = ?\n\n\n2 + <b>2</b> = ?\nin words\n\n3 + 3 = ?\n")
    page.click(".collect-several button")
    links = page.locator(".collect-drafts a")
    assert links.all_inner_texts() == ["1 + 1 = ?", "2 + <b>2</b> = ? in words", "3 + 3 = ?"]
    shot(page, "drafts")
    links.nth(1).click()
    assert page.input_value("[name=problem]") == "2 + <b>2</b> = ?\nin words"
    page.click('.collect-draft [data-do="forget"]')
    page.wait_for_selector(".collect-drafts a")
    assert page.locator(".collect-drafts a").count() == 2
    page.locator(".collect-drafts button").first.click()
    assert page.locator(".collect-drafts a").all_inner_texts() == ["3 + 3 = ?"]
    page.click(".collect-several summary")
    page.fill(".collect-several textarea", "1\n\n" * 201)
    page.click(".collect-several button")
    page.wait_for_selector(".collect-note >> text=201 problems")
    page.locator(".collect-drafts button").first.click()


def test_a_students_thumb_comes_to_the_teachers_list(open_page: Any, school: School) -> None:
    student = open_page(school.address, **PHONE)
    student.fill("#stepwise-problem", "Factor x^2 - 16.")
    student.press("#stepwise-problem", "Enter")
    student.wait_for_selector(f"{DONE} .thumbs", timeout=60_000)
    up = student.locator('.thumbs [data-up="1"]')
    assert "without your name" in up.get_attribute("title")
    up.tap()
    student.wait_for_selector('.thumbs [data-up="1"][aria-pressed="true"]')
    assert student.locator(".thumbs a").is_hidden(), "it is for teachers"
    shot(student, "thumbs")
    student.reload()
    student.wait_for_selector('.thumbs [data-up="1"][aria-pressed="true"]', timeout=30_000)

    page = signed_in(open_page, school)
    assert "Factor" in page.inner_text("section:has(#thumbs)")
    shot(page, "thumb-list")
    page.click("section:has(#thumbs) a")
    page.wait_for_selector("text=A student called this solution good")
    assert page.input_value("[name=answer]") and page.locator(".collect-part").count() > 1
    page.goto(school.address)
    page.fill("#stepwise-problem", "Solve 2x = 10.")
    page.press("#stepwise-problem", "Enter")
    page.wait_for_selector(f"{DONE} .thumbs", timeout=60_000)
    page.click('.thumbs [data-up="0"]')
    page.wait_for_selector(".thumbs a >> visible=true")
    assert "/collect/turn/" in page.get_attribute(".thumbs a", "href")
    student.tap('.thumbs [data-up="1"]')
    student.wait_for_selector('.thumbs [data-up="1"][aria-pressed="false"]')
    page.goto(f"{school.address}collect")
    assert "Factor" not in page.inner_text("main") and "2x=10" in page.inner_text("section:has(#thumbs)")
    page.click("section:has(#thumbs) form button")
    assert page.locator("#thumbs").count() == 0


def shot(page: Any, name: str) -> None:
    """In both widths, looks and languages."""
    if not SHOTS:
        return
    size = page.viewport_size
    for width in (1200, 390):
        page.set_viewport_size({"width": width, "height": 850})
        page.wait_for_timeout(300)
        for theme in ("light", "dark"):
            page.emulate_media(color_scheme=theme)
            page.evaluate(
                "dark => document.documentElement.classList.toggle('stepwise-dark', dark)", theme == "dark"
            )
            page.screenshot(path=f"{SHOTS}/collect-{name}-{width}-{theme}.png", full_page=True)
    page.emulate_media(color_scheme="light")
    page.evaluate("document.documentElement.classList.remove('stepwise-dark')")
    page.set_viewport_size(size)
