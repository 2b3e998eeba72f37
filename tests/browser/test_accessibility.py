"""axe-core on every page and in every state, in English and in Chinese, light and dark: two of the four pairs each time, all in the wide run."""

from __future__ import annotations

import os
from itertools import product
from typing import Any
from urllib.parse import urlencode

import pytest
from axe_playwright_python.base import AXE_SCRIPT

from tests.breadth import wide
from tests.browser.conftest import PASSWORD
from tests.browser.homework import page as homework
from tests.browser.turns import wait_for_problem

pytestmark = [pytest.mark.browser, pytest.mark.wide, pytest.mark.timeout(300)]

DONE = '.turn.last:not([data-state="running"])'
READY = f"{DONE} .chips"
BEFORE = ".turn:not(.last)"
QUIET = "body:not(.stepwise-running)"
SHOTS = os.environ.get("STEPWISE_SHOTS")
"""A folder for pictures of what is tested, to be looked at."""
FEW = (("en", "light"), ("zh", "dark"))
ALL = tuple(product(("en", "zh"), ("light", "dark")))


GRADIO: dict[str, str] = {
    # rule: the only element of Gradio's that may break it, and why we let it
    "aria-allowed-role": "main.contain",  # takes the landmark off a second <main> around ours, which no page may have; moving its children would break Gradio
}


class Looked:
    """Looks at a page as it is now; what is wrong is told at the end, all at once."""

    def __init__(self, page: Any) -> None:
        self.page = page
        self.page.evaluate(AXE_SCRIPT)  # once: it is half a megabyte
        self.found: dict[str, list[str]] = {}

    def at(self, state: str, *, seen: str = "") -> None:
        """`seen` is what was looked at before and is the same: most of the time goes into the contrast of each piece of a formula."""
        for language, theme in ALL if wide() else FEW:
            self.page.emulate_media(color_scheme=theme, reduced_motion="reduce")
            self.page.evaluate("code => window.Stepwise?.setLanguage?.(code)", language)
            self.page.wait_for_timeout(50)
            if SHOTS:
                self.page.screenshot(path=f"{SHOTS}/{state}-{language}-{theme}.png")
            results = self.page.evaluate(
                "seen => axe.run(seen ? { exclude: [seen] } : document, { resultTypes: ['violations'], preload: false })",
                seen,
            )
            for rule in results["violations"]:
                for node in rule["nodes"]:
                    if (
                        rule["impact"] == "minor"
                        and f'class="{GRADIO.get(rule["id"], "-").partition(".")[2]} ' in node["html"]
                    ):
                        continue
                    key = f"{rule['impact']} {rule['id']}: {node['html'][:200]} {node['target']}"
                    self.found.setdefault(key, []).append(f"{state} {language} {theme}")
        self.page.evaluate("window.Stepwise?.setLanguage?.('en')")

    def verdict(self) -> None:
        """Nothing may have been found."""
        assert not self.found, "\n".join(
            f"{key}\n    {', '.join(states)}" for key, states in self.found.items()
        )


def ask(page: Any, text: str, ready: str = READY) -> None:
    page.fill("#stepwise-problem", text)
    page.press("#stepwise-problem", "Enter")
    wait_for_problem(page, text)
    page.wait_for_selector(ready, timeout=60_000)


@pytest.mark.thorough
def test_solutions_practice_and_conversations(open_page: Any, whole: str) -> None:
    page = open_page(whole)
    looked = Looked(page)
    looked.at("empty")
    page.keyboard.press("Tab")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("?")
    looked.at("keys")
    page.keyboard.press("Escape")
    ask(page, "Find the vertex of the parabola y = x^2 - 6x + 5.")
    page.locator('[data-what="why"]').first.click()
    page.wait_for_selector(".reason")
    page.locator(".check-cell > summary").first.click()
    page.locator('.cell [data-act="edit"]').first.click()
    page.fill(".cell .editor textarea", "print(1)\n1/0")
    looked.at("solved-editing")
    page.press(".cell .editor textarea", "Control+Enter")
    page.wait_for_selector(".error-last")
    page.wait_for_selector(QUIET)
    ask(page, "frobnicate the moon and 3x = 6", f"{DONE} .end")
    page.click(".side-dots")
    looked.at("declined-sidebar")
    for act in ("share", "delete"):
        if page.locator(".side-acts >> visible=true").count() == 0:
            page.locator(".side-dots").first.click()
        page.click(f'.side-acts [data-do="{act}"] >> visible=true')
        looked.at(f"sidebar-{act}", seen=".turn")
        page.keyboard.press("Escape")
    page.locator(".side-dots").first.click()
    page.click('.side-acts [data-do="rename"] >> visible=true')
    looked.at("sidebar-rename", seen=".turn")
    page.keyboard.press("Escape")
    page.click('[data-mode="practise"]')
    ask(page, "Solve 3x + 7 = 22.")
    for act in ("hint", "hint", "hint", "next"):
        before = page.locator(".turn.last .rung").count()
        page.click(f'.turn.last [data-tutor="{act}"]')
        page.wait_for_function(f"document.querySelectorAll('.turn.last .rung').length > {before}")
    page.fill(".turn.last .try input", "x = 4")
    page.press(".turn.last .try input", "Enter")
    page.wait_for_selector(".turn.last .try-result.wrong")
    page.click('.turn.last [data-tutor="check"]')
    page.fill(".turn.last .work-box textarea", "3x = 15\nx = 4\n??")
    page.click(".turn.last .work-box .button")
    page.wait_for_selector(".turn.last .work-lines")
    looked.at("practise", seen=BEFORE)
    page.click('.turn.last [data-tutor="set"]')
    page.wait_for_selector(".turn.last .set-head", timeout=60_000)
    page.wait_for_selector(READY, timeout=60_000)
    page.set_viewport_size({"width": 390, "height": 844})
    page.wait_for_function(  # the page looks a moment later at what scrolls now
        "[...document.querySelectorAll('.code')].every((one) => one.scrollWidth <= one.clientWidth + 1 || one.tabIndex === 0)"
    )
    looked.at("set-phone", seen=BEFORE)
    page.click("#stepwise-list")
    page.wait_for_selector(".side-list li >> visible=true")
    looked.at("drawer-phone", seen=".turn")
    looked.verdict()


def test_pictures(open_page: Any, whole: str) -> None:
    page = open_page(whole)
    looked = Looked(page)
    page.click("#stepwise-picture")
    looked.at("picture-menu")
    with page.expect_file_chooser() as chooser:
        page.click('[data-way="file"]')
    chooser.value.set_files({"name": "a.png", "mimeType": "image/png", "buffer": homework()})
    page.wait_for_selector(".region")
    looked.at("picture-editor")
    page.click(".preview .math")
    page.wait_for_selector("math-field")
    page.wait_for_timeout(200)
    looked.at("picture-formula")
    page.click(".formula .cancel")
    page.click(".picture-side .button >> nth=0")
    page.wait_for_selector(".crop-handle")
    looked.at("crop")
    page.keyboard.press("Escape")
    page.click("#stepwise-picture")
    page.click('[data-way="draw"]')
    looked.at("draw")
    page.keyboard.press("Escape")
    page.click("#stepwise-picture")
    page.click('[data-way="photo"]')
    page.wait_for_selector("video")
    looked.at("camera")
    page.keyboard.press("Escape")
    page.click("#stepwise-formula")
    page.wait_for_selector("math-field")
    looked.at("formula")
    looked.verdict()


@pytest.mark.thorough
def test_pages_to_read(open_page: Any, whole: str, chromium: Any) -> None:
    page = open_page(whole)
    ask(page, "Factor x^2 - 16.")
    page.wait_for_selector(".side-list li")
    page.locator(".side-dots").first.click()
    page.click('.side-acts [data-do="share"] >> visible=true')
    page.click("#stepwise-side-dialog >> text=Make a link")
    link = page.input_value(".side-link")
    looked = Looked(page)
    looked.at("shared-link")
    sheet = urlencode({"problem": "Calculate 36 - 4 × (7 - 2).", "count": 2, "lang": "en", "answers": 1})
    for name, address in {
        "shared": link,
        "gone": f"{whole}s/nothing",
        "worksheet": f"{whole}worksheet?{sheet}",
        "review": f"{whole}review",
        "review-run": f"{whole}review/run?run=first",
        "review-problem": f"{whole}review/problem?run=first&problem=p0",
    }.items():
        other = page.context.new_page()
        other.goto(address)
        each = Looked(other)
        each.found = looked.found
        each.at(name)
        other.close()
    looked.verdict()


@pytest.mark.thorough
def test_the_teachers_examples(open_page: Any, whole: str) -> None:
    """Their words come from the server, so each language is a visit of its own; what is typed comes back from the drafts."""
    found: dict[str, list[str]] = {}
    page = open_page(whole)
    ask(page, "Factor x^2 - 36.")
    page.click('.thumbs [data-up="1"]')
    page.wait_for_selector('.thumbs [aria-pressed="true"]')
    page.goto(f"{whole}collect")

    def look(state: str) -> None:
        looked = Looked(page)
        looked.found = found
        looked.at(state)

    look("collect-sign-in")
    page.fill("[name=password]", PASSWORD)
    page.click(".class-form button")
    page.wait_for_selector("#thumbs")
    for language in ("en", "zh"):
        page.goto(f"{whole}collect/draft/looked?lang={language}")
        page.fill("[name=problem]", "Solve 2x = 10.")
        if language == "en":
            page.click('[data-do="solve"]')
            page.wait_for_function("document.querySelector('[name=answer]').value", timeout=60_000)
            page.wait_for_selector("form:not(.is-busy)", timeout=60_000)
        page.fill("[name=answer]", "x = 6")
        page.fill("[name=licence]", "no licence")
        page.click('[data-do="keep"]')
        page.wait_for_selector(".collect-faults li")
        look(f"collect-faults-{language}")
        page.fill("[name=licence]", "CC0-1.0")
        page.fill("[name=answer]", "x = 5")
        page.click('[data-do="run"]')
        page.wait_for_selector(".collect-preview .answer", timeout=30_000)
        look(f"collect-ran-{language}")
        page.set_viewport_size({"width": 390, "height": 844})
        look(f"collect-ran-phone-{language}")
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        page.goto(f"{whole}collect?lang={language}")
        page.click(".collect-several summary")
        look(f"collect-list-phone-{language}")
        page.set_viewport_size({"width": 1200, "height": 850})
        look(f"collect-list-{language}")
    looked = Looked(page)
    looked.found = found
    looked.verdict()


def test_what_a_screen_reader_gets(open_page: Any, whole: str) -> None:
    page = open_page(whole)
    names = page.eval_on_selector_all(".example", "all => all.map((one) => one.ariaLabel)")
    assert any(name == "Solve two x squared minus seven x plus three equals zero." for name in names), names
    ask(page, "Find the vertex of the parabola y = x^2 - 8x + 7.")
    # formulas: MathML to walk through, and not their boxes
    unread = "all => all.filter((one) => !one.querySelector('.katex-mathml math') || one.querySelector('.katex-html').ariaHidden !== 'true').length"
    assert page.eval_on_selector_all(".katex", unread) == 0
    assert page.locator(".katex").count() > 4
    assert "y equals x squared minus eight x plus seven" in page.get_attribute(".plot img", "alt")
    assert page.inner_text(".live") == "Answer: four, minus nine. Checked."
    assert page.locator(".check .mark:not([aria-hidden])").count() == 0 and "Checked" in page.inner_text(
        ".check"
    )
    headings = page.eval_on_selector_all(
        "h1, h2, h3, [role=heading]",
        "all => all.filter((one) => one.checkVisibility()).map((one) => one.ariaLevel ?? one.localName[1])",
    )
    assert headings[0] == "1" and "2" in headings and "3" in headings
    # each word in its language: the page's own in Chinese, the problem's in English
    page.select_option("#stepwise-language", "zh")
    language = "(selector) => document.querySelector(selector).closest('[lang]').lang"
    assert [
        page.evaluate(language, one) for one in (".problem-text", ".answer-title span", ".live", ".name")
    ] == ["en", "zh-CN", "en", "zh-CN"]
