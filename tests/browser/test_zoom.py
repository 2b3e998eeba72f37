"""Large type and small screens: nothing is cut, nothing makes the page scroll sideways, everything can be hit."""

from __future__ import annotations

import os
from typing import Any

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.timeout(240)]

READY = '.turn.last:not([data-state="running"]) .chips'
SHOTS = os.environ.get("STEPWISE_SHOTS")
SIZES = ((640, 400), (390, 844), (360, 740), (320, 640))
"""1280 × 800 at 200 %, and three phones."""
CUT = """() => {
    const width = document.documentElement.clientWidth;
    const scrolls = (node) => { for (let up = node.parentElement; up; up = up.parentElement) if (["auto", "scroll", "hidden"].includes(getComputedStyle(up).overflowX) && up !== document.body && up !== document.documentElement) return true; return false; };
    const shown = (node) => node.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && node.getClientRects().length && getComputedStyle(node).clipPath === "none";
    return [...document.querySelectorAll(".stepwise *")].filter(shown).filter((node) => {
        const box = node.getBoundingClientRect();
        return box.width && (box.right > width + 1 || box.left < -1) && !scrolls(node) && !node.closest(".katex-mathml, .skip, .live");
    }).map((node) => node.outerHTML.slice(0, 160));
}"""
SMALL = """(least) => [...document.querySelectorAll(".stepwise :is(button, summary, select, input, textarea, a)")]
    .filter((node) => node.checkVisibility({ visibilityProperty: true }) && node.getClientRects().length && !node.matches(".skip, p a, [type=radio]"))
    .filter((node) => { const box = node.getBoundingClientRect(); return box.width < least - 0.5 || box.height < least - 0.5; })
    .map((node) => node.outerHTML.slice(0, 160))"""


def look(page: Any, state: str) -> None:
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        page.wait_for_timeout(400)  # formulas that are too wide get a bar of their own
        if SHOTS:
            page.screenshot(path=f"{SHOTS}/{state}-{width}.png", full_page=True)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, (state, width)
        assert page.evaluate(CUT) == [], (state, width)
        assert page.evaluate(SMALL, 24 if width == 640 else 44 if width == 390 else 24) == [], (state, width)


@pytest.mark.parametrize("locale", ["en-US", "zh-CN"])
@pytest.mark.thorough
def test_nothing_is_cut(open_page: Any, whole: str, locale: str) -> None:
    chinese = locale == "zh-CN"
    page = open_page(whole, locale=locale, color_scheme="dark" if chinese else "light")
    look(page, f"empty-{locale}")
    page.set_viewport_size({"width": 640, "height": 400})
    problem = (
        "计算 \\(\\frac{123456789012345678901234567890}{987654321098765432109876543210} + 1234567890123456789 × 98765432109876543210\\)。"
        if chinese
        else r"Differentiate \(f(x) = \frac{(x^2 + 3x + 1)^2 \sin(2x + 1)}{x^3 + 7x + 2}\)."
    )
    page.fill("#stepwise-problem", problem)
    page.press("#stepwise-problem", "Enter")
    page.wait_for_selector(READY, timeout=60_000)
    page.evaluate("document.querySelectorAll('details').forEach((node) => { node.open = true; })")
    look(page, f"solved-{locale}")
    page.set_viewport_size({"width": 640, "height": 400})
    page.click('[data-mode="practise"]')
    page.fill("#stepwise-problem", "解方程 3x + 7 = 22。" if chinese else "Solve 3x + 7 = 22.")
    page.press("#stepwise-problem", "Enter")
    page.wait_for_selector(".turn.last .try")
    for rungs in (1, 2, 3):
        page.click('.turn.last [data-tutor="hint"]')
        page.wait_for_function(f"document.querySelectorAll('.turn.last .rung').length === {rungs}")
    page.click('.turn.last [data-tutor="check"]')
    page.fill(".turn.last .work-box textarea", "3x = 15\nx = 4")
    page.click(".turn.last .work-box .button")
    page.wait_for_selector(".turn.last .work-lines")
    look(page, f"practise-{locale}")


def test_in_colours_of_ones_own_and_without_motion(open_page: Any, whole: str) -> None:
    page = open_page(whole, forced_colors="active", reduced_motion="reduce")
    page.fill("#stepwise-problem", "Factor x^2 - 25.")
    page.press("#stepwise-problem", "Enter")
    page.wait_for_selector(READY, timeout=60_000)
    if SHOTS:
        page.screenshot(path=f"{SHOTS}/forced-colors.png", full_page=True)
    style = "([selector, name]) => getComputedStyle(document.querySelector(selector))[name]"
    assert page.evaluate(style, [".answer", "borderLeftWidth"]) == "5px", (
        "a checked answer is seen by its edge"
    )
    assert page.evaluate(style, [".chip", "borderTopStyle"]) == "solid"
    moving = "document.getAnimations().filter((one) => one.playState === 'running').map((one) => one.effect.target.outerHTML.slice(0, 120))"
    page.click("#stepwise-theme")
    assert page.evaluate(moving) == []
