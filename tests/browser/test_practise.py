"""Practise mode in a real browser, with the built-in tutor and live kernels behind it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from solver.latex import value_of
from solver.ports import Problem
from solver.services import Services
from solver.settings import Settings
from solver.topics import read
from solver.topics.base import Unread
from tests.browser.homework import page as homework
from tests.browser.turns import LAST
from tests.topics.run_cell import run_cell

pytestmark = [pytest.mark.browser, pytest.mark.timeout(120)]

READY = '.turn.last:not([data-state="running"]) .chips'


@pytest.fixture(scope="module")
def tutor() -> Iterator[str]:
    """A page with the real services."""
    from ui import page

    services = Services(Settings(warm_kernels=1, reading_workers=1))
    blocks, handlers = page.build(services)
    _, local, _ = blocks.launch(prevent_thread_lock=True, **page.options(services, handlers))
    yield local
    blocks.close(verbose=False)


def practise(open_page: Any, tutor: str, problem: str, **options: Any) -> Any:
    """A page that practises a problem."""
    page = open_page(tutor, **options)
    page.click('[data-mode="practise"]')
    page.fill("#stepwise-problem", problem)
    page.press("#stepwise-problem", "Enter")
    page.wait_for_selector(READY, timeout=60_000)
    return page


def climb(page: Any, act: str, rungs: int) -> None:
    page.click(f'.turn.last [data-tutor="{act}"]')
    page.wait_for_function(f"document.querySelectorAll('.turn.last .rung').length === {rungs}")


def tried(page: Any, answer: str) -> str:
    """Give an answer and wait for what comes of it."""
    before = page.locator(".turn.last .try-result").count()
    page.fill(".turn.last .try input", answer)
    page.press(".turn.last .try input", "Enter")
    page.wait_for_function(f"document.querySelectorAll('.turn.last .try-result').length === {before + 1}")
    return str(page.locator(".turn.last .try-result").last.get_attribute("class"))


def test_hints_come_one_at_a_time_and_nothing_else_is_sent(open_page: Any, tutor: str) -> None:
    page = practise(open_page, tutor, "Find the vertex of the parabola y = x^2 - 6x + 5.")
    assert page.locator(".answer, .cell, .rung").count() == 0
    assert page.evaluate("document.activeElement.closest('.try') !== null"), "the answer box has the focus"
    climb(page, "hint", 1)
    climb(page, "hint", 2)
    assert page.inner_text(".live").startswith("The idea: Completing the square.")
    climb(page, "hint", 3)
    state = page.evaluate(
        "JSON.stringify(Stepwise.turn([...document.querySelectorAll('.turn')].pop().dataset.id).view)"
    )
    for kept in ("(3, -4)", "x - 3", "Poly", "data:image"):
        assert kept not in state + page.content(), f"{kept} is not revealed yet"
    assert "wrong" in tried(page, "(3, 4)")
    assert page.locator(".turn.last .help").count() == 0
    assert "wrong" in tried(page, "(-3, -4)")
    assert page.is_visible(".turn.last .help"), "after two tries the next hint is offered"
    climb(page, "next", 4)
    assert page.locator(".turn.last .help").count() == 0
    page.click('.turn.last [data-what="why"]')
    page.wait_for_selector(".turn.last .reason")
    page.click('.turn.last .reason [data-level="primary"]')
    page.wait_for_selector('.turn.last .reason [data-level="primary"][aria-pressed="true"]')
    assert "right" in tried(page, "(3, -4)")
    page.click('.turn.last [data-tutor="show"]')
    page.wait_for_selector(".turn.last .answer")
    assert page.locator(".turn.last .plot img").count() == 1


@pytest.mark.thorough
def test_a_set_ends_with_a_result_and_wrong_ones_come_again(open_page: Any, tutor: str) -> None:
    page = practise(
        open_page, tutor, "解方程 3x + 7 = 22。", locale="zh-CN", viewport={"width": 390, "height": 844}
    )
    page.click('[data-tutor="set"]')
    page.wait_for_function("document.querySelectorAll('.turn').length === 2", timeout=60_000)
    for number in range(6):
        page.wait_for_selector(f'{READY} [data-tutor="show"]', timeout=30_000)
        if number == 5:
            assert "再做一次" in page.inner_text(".turn.last .set-head")
        else:
            assert page.inner_text(".turn.last .set-head").startswith(f"第 {number + 1} 题")
        if number == 1:
            page.click('.turn.last [data-tutor="show"]')
        else:
            assert "right" in tried(page, solution(page))
        if number < 5:
            page.click('.turn.last [data-tutor="set-next"]')
            page.wait_for_function(
                f"document.querySelectorAll('.turn').length === {number + 3}", timeout=30_000
            )
    page.wait_for_selector(".turn.last .set-result")
    assert page.inner_text(".turn.last .set-result h3") == "5 题中一次做对 4 题"
    cards = json.loads(page.evaluate("localStorage.getItem('stepwise-deck')"))
    assert [card["box"] for card in cards] == [1], "wrong once, then right"
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    cards[0]["due_s"] = 0
    page.evaluate("text => localStorage.setItem('stepwise-deck', text)", json.dumps(cards))
    page.reload()
    page.wait_for_selector(".due button")
    assert page.get_attribute('[data-mode="practise"]', "aria-checked") == "true", "the mode is remembered"
    page.click(".due button")
    page.wait_for_selector(READY, timeout=30_000)
    assert page.evaluate(LAST) == cards[0]["question"]


def solution(page: Any) -> str:
    """Of the problem on the page, as the tutor finds it: which ones a set has is drawn."""
    text = page.evaluate(LAST)
    task = read(Problem(text, "zh"))
    assert not isinstance(task, Unread), text
    conclusion = task.conclude(value_of(str(run_cell(task.solution().cell)).strip()))
    assert conclusion is not None
    return conclusion.answer


def test_the_keyboard_is_enough(open_page: Any, tutor: str) -> None:
    page = practise(open_page, tutor, "Calculate 36 - 4 × (7 - 2).")
    page.locator('.chips [data-tutor="hint"]').focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".rung")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.dataset.tutor") == "next"
    page.keyboard.press("Enter")
    page.wait_for_selector('.rung[data-kind="line"]')
    page.keyboard.press("End")
    assert page.evaluate("document.activeElement.dataset.act") == "worksheet"
    address = page.evaluate(
        "new URL('worksheet?problem=Calculate+36+-+4+×+(7+-+2).&count=3&lang=en&answers=1', location.href).href"
    )
    sheet = page.context.new_page()
    sheet.goto(address)
    assert sheet.locator(".paper li").count() == 6, "three problems and their answers"
    sheet.click(".paper .tools a")
    sheet.wait_for_function("document.querySelectorAll('.paper li').length === 3")


def test_lines_from_a_picture_are_looked_over_and_checked(open_page: Any, whole: str) -> None:
    page = open_page(whole)
    page.click('[data-mode="practise"]')
    page.fill("#stepwise-problem", "Solve (x + 1)/2 = 3.")
    page.press("#stepwise-problem", "Enter")
    page.wait_for_selector(READY, timeout=60_000)
    page.click('.turn.last [data-tutor="check"]')
    box = ".turn.last .work-box textarea"
    page.fill(box, "x + 1 = 6")
    with page.expect_file_chooser() as chooser:
        page.click('.turn.last [data-act="work-picture"]')
    chooser.value.set_files({"name": "mine.png", "mimeType": "image/png", "buffer": homework()})
    page.wait_for_selector(".region")
    assert page.locator(".problem-choice >> visible=true").count() == 0, (
        "the page is one work, however it was parted"
    )
    read = page.input_value("#stepwise-read")
    assert "\\(y=x^2-4x+8\\)" in read and "\\(\\frac{x+1}{2}=3\\)" in read and read.count("\n") == 1
    page.fill("#stepwise-read", "\\(x + 1 = 6\\)\n\\(x = 6\\)")
    page.click(".panel-solve")
    assert page.input_value(box) == "x + 1 = 6\n\\(x + 1 = 6\\)\n\\(x = 6\\)"
    assert page.evaluate("document.activeElement.closest('.work-box') !== null")
    assert page.locator(".turn").count() == 1, "it is no problem of its own"
    page.fill(box, "\\(x + 1 = 6\\)\n\\(x = 6\\)")
    page.press(box, "Control+Enter")
    page.wait_for_selector(".turn.last .work-lines")
    marks = page.locator(".turn.last .work-lines li").evaluate_all("all => all.map((one) => one.className)")
    assert ["right" in marks[0], "wrong" in marks[1]] == [True, True]
