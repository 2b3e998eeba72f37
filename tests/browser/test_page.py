"""What a student sees and can do, in a real browser, against scripted sessions."""

from __future__ import annotations

import time
from typing import Any

import pytest

from tests.browser.scripted import ScriptedServices

pytestmark = [pytest.mark.browser, pytest.mark.timeout(120)]

DONE = '.turn.last:not([data-state="running"])'
VERTEX = r"Find the vertex of \(y = x^2 - 4x + 3\)."


def ask(page: Any, text: str, *, wait: bool = True) -> None:
    page.fill("#stepwise-problem", text)
    page.press("#stepwise-problem", "Enter")
    if wait:
        page.wait_for_selector(DONE, timeout=20_000)


@pytest.mark.alone
def test_a_solution_grows_and_ends_in_a_checked_answer(open_page: Any) -> None:
    page = open_page()
    start = time.perf_counter()
    ask(page, VERTEX, wait=False)
    page.wait_for_selector(".prose-block")
    assert time.perf_counter() - start < 2
    lengths = set()
    while page.locator(DONE).count() == 0:
        lengths.add(len(page.inner_text(".turns")))
        page.wait_for_timeout(50)
    assert len(lengths) > 3, "it did not stream"
    answer = page.locator(".answer")
    assert answer.get_attribute("data-verdict") == "proved"
    assert "Checked" in answer.inner_text() and "✓" in answer.inner_text()
    assert page.locator(".cell .out.result .katex").count() >= 1
    assert page.locator(".cell .hl-kn").count() >= 1
    assert page.inner_text(".live") == "Answer: two, minus one. Checked."


def test_formulas_are_typeset_and_plots_are_seen(open_page: Any) -> None:
    page = open_page()
    ask(page, VERTEX)
    assert page.locator(".prose-block .katex").count() > 4
    for zone in (".problem-text", '[data-zone="work"]', ".answer"):
        assert "\\(" not in page.inner_text(zone)
    plot = page.locator(".plot img")
    assert plot.evaluate("image => image.naturalWidth") > 100
    assert "vertex at (2, -1)" in plot.get_attribute("alt")


def test_what_was_not_proved_has_no_tick(open_page: Any) -> None:
    page = open_page()
    for text, verdict, mark in (("unchecked", "unknown", "?"), ("wrong", "refuted", "✗")):
        ask(page, text)
        answer = page.locator(".turn.last .answer")
        assert answer.get_attribute("data-verdict") == verdict
        assert mark in answer.inner_text() and "✓" not in answer.inner_text()


def test_a_model_that_loads_says_how_far_it_is(open_page: Any) -> None:
    page = open_page()
    ask(page, "load it", wait=False)
    page.wait_for_selector(".waiting >> text=40%")
    assert page.locator(".waiting progress").evaluate("bar => bar.value") == pytest.approx(0.4)
    page.wait_for_selector(".answer")
    assert page.locator(".waiting").count() == 0
    assert "final answer now" in page.locator(".asked").inner_text()


def test_a_language_models_way_of_solving_is_chosen(open_page: Any, services: ScriptedServices) -> None:
    page = open_page()
    assert not page.locator("#stepwise-strategy").is_visible()
    page.select_option("#stepwise-model", "Qwen3-8B")
    page.select_option("#stepwise-strategy", "vote")
    ask(page, VERTEX)
    assert services.asked[-1] == ("Qwen3-8B", "vote")
    page.select_option("#stepwise-model", "builtin")
    ask(page, VERTEX)
    assert services.asked[-1] == ("builtin", None)


@pytest.mark.alone
@pytest.mark.parametrize("problem", ["slow", "silent"])
def test_stop_is_prompt_and_reaches_the_session(
    open_page: Any, services: ScriptedServices, problem: str
) -> None:
    page = open_page()
    ask(page, problem, wait=False)
    page.wait_for_selector(".turn.last .block")
    page.wait_for_timeout(600)
    _until(lambda: services.running == 1)
    page.fill("#stepwise-problem", "x + 1 = 3")
    page.press("#stepwise-problem", "Enter")
    page.wait_for_selector(".stepwise .keys >> text=still at work")
    assert page.input_value("#stepwise-problem") == "x + 1 = 3", "what is typed meanwhile stays"
    page.fill("#stepwise-problem", "")
    start = time.perf_counter()
    page.keyboard.press("Escape")
    page.wait_for_selector('.turn.last[data-state="stopped"]')
    assert time.perf_counter() - start < 1
    _until(lambda: services.running == 0)
    page.click('.end [data-act="retry"]')
    page.wait_for_selector('.turn.last[data-state="running"]')
    assert page.locator(".turn").count() == 1, "a retry takes the place of the turn"
    page.click("#stepwise-send")
    page.wait_for_selector(DONE)


def test_leaving_the_page_stops_what_it_started(open_page: Any, services: ScriptedServices) -> None:
    page = open_page()
    ask(page, "slow", wait=False)
    page.wait_for_selector(".turn.last .block")
    _until(lambda: services.running == 1)
    page.context.close()
    _until(lambda: services.running == 0, limit_s=5)


def test_an_edited_cell_runs_again_in_the_same_kernel(open_page: Any) -> None:
    page = open_page()
    ask(page, VERTEX)
    _edit(page, 0, "kept = 6 * 7")
    assert "changed by you" in page.locator(".cell").nth(0).inner_text()
    assert "changed after this answer" in page.inner_text(".answer")
    assert not page.locator(".cell .code").nth(1).is_visible(), "a plot shows its picture first"
    _edit(page, 1, "print(kept + 1)\n1/0")
    second = page.locator(".cell").nth(1)
    assert "43" in second.locator(".stdout").inner_text()
    assert second.locator(".error-last").inner_text() == "ZeroDivisionError: division by zero"
    assert not second.locator(".error pre").is_visible()
    assert page.locator(".plot").count() == 0, "the old plot belonged to the old code"


def test_escape_leaves_the_cell_as_it_was(open_page: Any) -> None:
    page = open_page()
    ask(page, VERTEX)
    before = page.locator(".cell").nth(0).inner_text()
    page.click('.cell [data-act="edit"] >> nth=0')
    page.fill(".cell .editor textarea", "something else")
    page.press(".cell .editor textarea", "Escape")
    assert page.locator(".cell").nth(0).inner_text() == before


def test_the_last_problem_can_be_changed(open_page: Any) -> None:
    page = open_page()
    ask(page, "unchecked")
    page.click('[data-act="edit-problem"]')
    page.fill(".problem .editor textarea", "wrong")
    page.press(".problem .editor textarea", "Enter")
    page.wait_for_selector('.answer[data-verdict="refuted"]')
    assert page.locator(".turn").count() == 1


def test_the_same_problem_is_solved_another_way(open_page: Any) -> None:
    page = open_page()
    ask(page, "ways")
    assert page.locator(".ways .quiet").all_inner_texts() == ["formula", "derivative"]
    page.click('.ways [data-method="derivative"]')
    page.wait_for_function("document.querySelectorAll('.turn').length === 2")
    page.wait_for_selector('.turn.last:not([data-state="running"])')
    assert page.locator(".turn.last .by").inner_text() == "derivative"
    page.click('.turn.last .turn-foot [data-act="retry"]')  # again by the same method
    page.wait_for_selector('.turn.last:not([data-state="running"]) .by')
    assert page.locator(".turn").count() == 2


def test_the_language_switches_at_once_and_is_remembered(open_page: Any) -> None:
    page = open_page()
    ask(page, VERTEX)
    page.select_option("#stepwise-language", "zh")
    assert "已检验" in page.inner_text(".answer")
    assert page.inner_text("#stepwise-send") == "解题"
    assert "Complete the square" in page.inner_text(".turn"), "the solution keeps the problem's language"
    page.wait_for_timeout(300)
    page.reload()
    page.wait_for_selector(".examples .example")
    assert page.inner_text("#stepwise-send") == "解题"


def test_a_chinese_browser_gets_a_chinese_page(open_page: Any) -> None:
    page = open_page(locale="zh-CN")
    assert "想算哪道题" in page.inner_text(".empty")
    page.locator(".example").nth(3).click()
    page.wait_for_selector(DONE)
    assert "配方" in page.inner_text(".turn") and "已检验" in page.inner_text(".answer")
    assert page.get_attribute(".turn", "lang") == "zh-CN"


def test_dark_and_light(open_page: Any) -> None:
    page = open_page(color_scheme="dark")
    background = "getComputedStyle(document.body).backgroundColor"
    dark = page.evaluate(background)
    page.click("#stepwise-theme")
    light = page.evaluate(background)
    assert dark != light
    page.reload()
    page.wait_for_selector(".examples .example")
    assert page.evaluate(background) == light, "the choice is remembered"


def test_a_phone_has_no_sideways_scroll_and_large_targets(open_page: Any) -> None:
    page = open_page(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    assert page.evaluate("scrollY") == 0
    ask(page, VERTEX)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    small = page.evaluate(
        """() => [...document.querySelectorAll(".stepwise :is(button, select, summary)")]
            .filter((node) => node.offsetParent && !node.closest("dialog"))
            .filter((node) => node.getBoundingClientRect().height < 43.5).map((node) => node.outerHTML.slice(0, 120))"""
    )
    assert not small
    box = page.locator("#stepwise-problem").bounding_box()
    assert box["y"] + box["height"] <= 844


def test_panels_stay_as_the_reader_left_them(open_page: Any) -> None:
    page = open_page()
    ask(page, "think about the vertex", wait=False)
    page.wait_for_selector(".thinking")
    page.wait_for_selector(".prose-block")
    page.click(".thinking > summary")
    page.click(".work > summary")
    page.wait_for_selector(DONE)
    assert page.locator(".thinking").evaluate("d => d.open")
    assert not page.locator(".work").evaluate("d => d.open")


def test_hostile_text_stays_text(open_page: Any) -> None:
    page = open_page()
    ask(page, "xss <img src=x onerror='window.hacked=1'>")
    page.wait_for_timeout(300)
    assert page.evaluate("window.hacked") is None
    assert page.locator('.turn script, .turn img[src="x"], .turn a[href^="javascript"]').count() == 0


def test_a_bug_is_shown_with_its_number(open_page: Any, caplog: pytest.LogCaptureFixture) -> None:
    page = open_page()
    ask(page, "fail")
    text = page.inner_text(".end.failure")
    assert "number" in text and "Traceback" not in text
    ask(page, VERTEX)
    assert page.locator(".turn.last .answer").count() == 1


def test_what_could_not_be_read_is_marked(open_page: Any) -> None:
    page = open_page()
    ask(page, "decline: frobnicate the moon")
    assert page.inner_text("mark.unread") == "frobnicate the moon"


def test_clear_forgets_variables(open_page: Any) -> None:
    page = open_page()
    ask(page, VERTEX)
    _edit(page, 0, "kept = 1")
    page.click("#stepwise-new")
    page.wait_for_selector(".empty >> visible=true")
    ask(page, VERTEX)
    _edit(page, 0, "print(kept)")
    assert "NameError" in page.inner_text(".error-last")


def test_two_tabs_are_two_students(open_page: Any) -> None:
    first, second = open_page(), open_page()
    ask(first, "slow", wait=False)
    ask(second, VERTEX)
    assert second.locator(".turn").count() == 1
    assert first.locator('.turn[data-state="running"]').count() == 1
    first.keyboard.press("Escape")
    first.wait_for_selector(DONE)


def test_a_reader_who_scrolled_up_is_left_alone(open_page: Any) -> None:
    page = open_page(viewport={"width": 900, "height": 420})
    ask(page, VERTEX)
    ask(page, "slow", wait=False)
    page.wait_for_selector(".turn.last .block")
    page.evaluate("scrollTo(0, 40)")
    page.wait_for_timeout(500)
    place = page.evaluate("scrollY")
    page.wait_for_timeout(500)
    assert page.evaluate("scrollY") == place == 40
    page.keyboard.press("Escape")
    page.wait_for_selector(DONE)


def test_the_api_streams_events(url: str) -> None:
    from gradio_client import Client

    from solver.events import Answer, Done, Reasoning, decode

    job = Client(url, verbose=False).submit("Find the vertex", "en", "builtin", api_name="/solve")
    job.result(timeout=30)
    events = [decode(line) for line in job.outputs()]
    assert isinstance(events[0], Reasoning) and events[-1] == Done("answered")
    assert Answer("\\left(2, -1\\right)") in events


def _edit(page: Any, cell: int, source: str) -> None:
    page.locator('.cell [data-act="edit"]').nth(cell).click()
    page.fill(".cell .editor textarea", source)
    page.press(".cell .editor textarea", "Control+Enter")
    page.wait_for_selector("body:not(.stepwise-running)")


def _until(condition: Any, limit_s: float = 2.0) -> None:
    end = time.monotonic() + limit_s
    while not condition():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.02)
