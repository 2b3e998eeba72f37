"""The main path with the keyboard alone: Tab, Enter, Escape, arrows. No mouse, no `focus()`, no `fill()`."""

from __future__ import annotations

from typing import Any

import pytest

from tests.browser.homework import page as homework

pytestmark = [pytest.mark.browser, pytest.mark.timeout(240)]

READY = '.turn.last:not([data-state="running"]) .chips'
QUIET = "body:not(.stepwise-running)"
MOST = 90
"""Stops of the Tab key on the longest page here."""
FOCUS = """() => {
    let node = document.activeElement;
    const style = getComputedStyle(node);
    const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1.5;
    const form = node.closest("form, .editor");
    const edged = form && (getComputedStyle(form).boxShadow !== "none" || style.boxShadow !== "none");
    const box = node.getBoundingClientRect();
    return [node === document.body, ring || Boolean(edged) || node.localName === "math-field", box.width > 0, node.outerHTML.slice(0, 120)];
}"""


class Hands:
    """Ten fingers and no mouse."""

    def __init__(self, page: Any) -> None:
        self.page = page

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def type(self, text: str) -> None:
        self.page.keyboard.type(text)

    def tab_to(self, selector: str, key: str = "Tab") -> None:
        """Go on with Tab to the first stop that fits; each stop on the way is seen."""
        for _ in range(MOST):
            self.press(key)
            nowhere, seen, there, html = self.page.evaluate(FOCUS)
            assert nowhere or (seen and there), f"nobody sees that this has the focus: {html}"
            if self.page.evaluate("selector => document.activeElement.matches(selector)", selector):
                return
        raise AssertionError(f"the Tab key does not come to {selector}")

    def at(self, selector: str) -> bool:
        return bool(self.page.evaluate("selector => document.activeElement.matches(selector)", selector))

    def wait_at(self, selector: str) -> None:
        self.page.wait_for_function("selector => document.activeElement.matches(selector)", arg=selector)


def test_the_main_path(open_page: Any, whole: str) -> None:
    page = open_page(whole)
    hands = Hands(page)
    hands.wait_at("#stepwise-problem")
    hands.type("Solve 3x")
    hands.press("Shift+Enter")
    assert page.input_value("#stepwise-problem") == "Solve 3x\n"
    hands.type("+ 7 = 22 ?/")  # no shortcut while somebody types
    assert page.locator("dialog[open]").count() == 0
    hands.press("Control+a")
    hands.type("Solve 3x + 7 = 22.")
    hands.press("Enter")
    page.wait_for_selector(READY, timeout=60_000)
    assert hands.at("#stepwise-problem"), "the focus stays where the problem was typed"

    # why a step is allowed, at another level, and in simpler words
    hands.tab_to('.turn [data-what="why"]', "Shift+Tab")
    hands.press("Enter")
    page.wait_for_selector(".reason")
    hands.wait_at('[data-what="why"][aria-expanded="true"]')
    hands.tab_to('.reason [data-level="high"]')
    hands.press("Enter")
    hands.wait_at('.reason [data-level="high"][aria-pressed="true"]')
    hands.tab_to(".reason > .quiet[data-level]")
    hands.press("Enter")
    page.wait_for_selector(
        '.reason [data-level="middle"][aria-pressed="true"], .reason [data-level="primary"][aria-pressed="true"]'
    )
    hands.wait_at("[data-step]")

    # the code: edited, left with Escape, run again, copied
    hands.tab_to('.cell [data-act="edit"]')
    hands.press("Enter")
    hands.wait_at(".cell .editor textarea")
    hands.press("Escape")
    hands.wait_at('.cell [data-act="edit"]')
    hands.press("Enter")
    hands.wait_at(".cell .editor textarea")
    hands.press("Control+a")
    hands.type("print(6 * 7)")
    hands.press("Control+Enter")
    page.wait_for_selector(QUIET)
    page.wait_for_selector(".cell .stdout >> text=42")
    assert page.inner_text(".live") == "The cell has run. 42"
    hands.wait_at(".cell button")
    hands.tab_to('.cell [data-act="copy"]', "Shift+Tab")
    hands.press("Enter")
    page.wait_for_selector('.cell [data-act="copy"] >> text=Copied')
    hands.tab_to(".check-cell > summary")
    hands.press("Enter")
    assert page.locator(".check-cell").last.evaluate("node => node.open")

    # read aloud, which this browser cannot: it says so, and the sentence can be closed
    hands.tab_to(".answer .aloud", "Shift+Tab")
    hands.press("Enter")
    page.wait_for_selector(".aloud-said >> text=no English voice")
    hands.tab_to('[data-aloud="stop"]')
    hands.press("Enter")
    assert page.locator(".aloud-bar").is_hidden()
    assert page.evaluate("document.activeElement !== document.body")


def test_practice(open_page: Any, whole: str) -> None:
    page = open_page(whole)
    hands = Hands(page)
    hands.wait_at("#stepwise-problem")
    hands.tab_to('[data-mode="demonstrate"]', "Shift+Tab")
    hands.press("ArrowRight")
    assert hands.at('[data-mode="practise"][aria-checked="true"]')
    hands.tab_to("#stepwise-problem")
    hands.type("Solve 5x - 4 = 11.")
    hands.press("Enter")
    page.wait_for_selector(READY, timeout=60_000)
    hands.wait_at(".try input")
    hands.type("x = 4")
    hands.press("Enter")
    page.wait_for_selector(".try-result.wrong")
    assert hands.at(".try input"), "and can be changed at once"
    hands.tab_to('[data-tutor="hint"]')
    hands.press("Enter")
    page.wait_for_selector(".rung")
    hands.wait_at('[data-tutor="hint"]')
    hands.press("ArrowRight", "ArrowRight")
    assert hands.at('[data-tutor="check"]')
    hands.press("Enter")
    hands.wait_at(".work-box textarea")
    hands.type("5x = 15\nx = 4")
    hands.press("Control+Enter")
    page.wait_for_selector(".work-lines .wrong")
    assert "first wrong line" in page.inner_text(".live")
    hands.tab_to('.chips [tabindex="0"]')
    for _ in range(8):
        if hands.at('[data-tutor="show"]'):
            break
        hands.press("ArrowRight")
    hands.press("Enter")
    page.wait_for_selector(".turn .answer")
    hands.wait_at(".chips button")
    assert page.inner_text(".live") == "Answer: x equals three. Checked."


def test_what_stands_around(open_page: Any, whole: str) -> None:
    page = open_page(whole)
    hands = Hands(page)
    hands.wait_at("#stepwise-problem")
    hands.press("Tab")  # away from the box, where they are letters
    hands.press("?")
    page.wait_for_selector("#stepwise-keys-dialog[open]")
    for _ in range(3):  # the dialog holds the focus
        hands.press("Tab")
        assert page.evaluate(
            "document.activeElement === document.body || document.activeElement.closest('dialog') !== null"
        )
    hands.press("Escape")
    page.wait_for_selector("#stepwise-keys-dialog", state="hidden")
    assert page.evaluate("document.activeElement !== document.body"), "the dialog gives the focus back"
    hands.press("/")
    assert hands.at("#stepwise-problem") and page.input_value("#stepwise-problem") == ""

    # an input method's keys are its own
    compose = "key => document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key, keyCode: 229, isComposing: true, bubbles: true, cancelable: true }))"
    hands.type("x")
    page.evaluate(compose, "Enter")
    page.evaluate(compose, "Escape")
    assert page.locator(".turn").count() == 0 and page.input_value("#stepwise-problem") == "x"
    hands.press("Backspace")

    # a picture: the menu, a file, the editor, back
    hands.tab_to("#stepwise-picture")
    hands.press("Enter")
    assert hands.at('[role="menuitem"]')
    hands.press("Escape")
    assert hands.at("#stepwise-picture")
    hands.press("Enter")
    with page.expect_file_chooser() as chooser:
        hands.press("Enter")
    chooser.value.set_files({"name": "a.png", "mimeType": "image/png", "buffer": homework()})
    page.wait_for_selector(".region")
    hands.tab_to(".region")
    hands.press("ArrowRight")
    assert hands.at(".region")
    hands.tab_to(".problem-choice input")
    hands.press("ArrowDown")
    page.wait_for_function("document.querySelector('.preview').textContent.startsWith('2.')")
    hands.tab_to("#stepwise-read")
    hands.press("Control+a")
    hands.type("Solve x + 1 = 3.")
    hands.press("Control+Enter")
    page.wait_for_selector(READY, timeout=60_000)
    assert page.evaluate("document.activeElement !== document.body")

    # conversations: found, renamed, shared, deleted
    page.wait_for_selector(".side-list li")
    hands.tab_to(".side-search", "Shift+Tab")
    hands.type("nothing like this")
    page.wait_for_selector(".side-note >> text=Nothing found")
    hands.press("Control+a", "Backspace")
    page.wait_for_selector(".side-list li")
    hands.tab_to(".side-list a")
    hands.press("Enter")
    hands.tab_to(".side-dots")
    hands.press("Enter")
    hands.press("Escape")
    assert page.locator(".side-acts >> visible=true").count() == 0 and hands.at(".side-dots")
    hands.press("Enter")
    hands.tab_to('[data-do="rename"]')
    hands.press("Enter")
    hands.press("Control+a")
    hands.type("By keyboard")
    hands.press("Enter")
    page.wait_for_selector(".side-list >> text=By keyboard")
    hands.wait_at(".side-list a")
    for act in ("share", "delete"):
        hands.tab_to(".side-dots")
        hands.press("Enter")
        hands.tab_to(f'[data-do="{act}"]')
        hands.press("Enter")
        page.wait_for_selector("#stepwise-side-dialog[open]")
        assert hands.at("#stepwise-side-dialog button")
        hands.press("Escape")
        hands.wait_at(".side-dots")
        hands.press("Shift+Tab")
    hands.tab_to(".side-dots")
    hands.press("Enter")
    hands.tab_to('[data-do="delete"]')
    hands.press("Enter")
    hands.tab_to("#stepwise-side-dialog .danger")
    hands.press("Enter")
    page.wait_for_selector(".empty >> visible=true")
    hands.wait_at(".side-new")

    # how the page looks, and in which language
    hands.tab_to("#stepwise-theme")
    hands.press("Enter")
    assert page.evaluate("document.documentElement.classList.contains('stepwise-dark')")
    hands.tab_to("#stepwise-language", "Shift+Tab")
    hands.press("ArrowDown")
    page.wait_for_function("document.documentElement.lang === 'zh-CN'")
    hands.tab_to("#stepwise-keys")
    hands.press("Enter")
    assert page.inner_text("#stepwise-keys-title") == "键盘快捷键"
    hands.press("Escape")
    hands.wait_at("#stepwise-keys")


def test_the_drawer_on_a_phone(open_page: Any, whole: str) -> None:
    page = open_page(whole, viewport={"width": 390, "height": 844})
    hands = Hands(page)
    hands.tab_to(".skip")
    hands.tab_to("#stepwise-list")
    hands.press("Enter")
    hands.wait_at(".side-close")
    for _ in range(8):
        hands.press("Tab")
        assert page.evaluate(
            "document.activeElement === document.body || document.activeElement.closest('.side') !== null"
        )
    hands.press("Shift+Tab")
    hands.press("Escape")
    hands.wait_at("#stepwise-list")
    page.wait_for_selector(".side", state="hidden")
