"""Reading aloud in a real browser, with a stand-in for its voices that writes down what it is given to say."""

from __future__ import annotations

from typing import Any

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.timeout(180)]

DONE = '.turn.last:not([data-state="running"]) .chips'
VOICE = """(voices) => {
    const said = [];
    let current = null;
    window.spoken = { said, end: () => current?.onend?.({}), cancels: 0 };
    Object.defineProperty(window, "speechSynthesis", { configurable: true, value: {
        getVoices: () => voices,
        addEventListener: () => {},
        speak: (utterance) => { current = utterance; said.push([utterance.text, utterance.lang, utterance.voice.name]); },
        cancel: () => { window.spoken.cancels += 1; current = null; },
    } });
    window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
}"""
VOICES = [
    {"name": "Far", "lang": "en-GB", "localService": False, "default": False},
    {"name": "Ann", "lang": "en_US", "localService": True, "default": True},
    {"name": "Canton", "lang": "zh-HK", "localService": True, "default": False},
    {"name": "Li", "lang": "zh-CN", "localService": True, "default": False},
]


def solved(open_page: Any, whole: str, problem: str, voices: list[dict[str, Any]], **options: Any) -> Any:
    page = open_page(whole, **options)
    page.evaluate(VOICE, voices)
    page.fill("#stepwise-problem", problem)
    page.press("#stepwise-problem", "Enter")
    page.wait_for_selector(DONE, timeout=60_000)
    return page


def heard(page: Any) -> list[str]:
    """Everything, to the end."""
    page.wait_for_function("spoken.said.length > 0")
    while page.is_visible('[data-aloud="pause"]'):
        page.evaluate("spoken.end()")
    return [text for text, _, _ in page.evaluate("spoken.said")]


def test_a_turn_is_read_sentence_by_sentence(open_page: Any, whole: str) -> None:
    page = solved(open_page, whole, "Solve x^2 - 5x + 6 = 0.", VOICES)
    page.focus(".problem .aloud")
    page.keyboard.press("Enter")
    page.wait_for_function("spoken.said.length === 1")
    assert page.evaluate("spoken.said[0]") == [
        "Solve x squared minus five x plus six equals zero.",
        "en_US",
        "Ann",
    ]
    assert page.locator(".problem-text.is-read").count() == 1
    lit = page.evaluate("[...CSS.highlights.get('stepwise-aloud')][0].toString()")
    assert lit.startswith("Solve ") and lit.endswith("."), "the sentence with its formula"
    page.evaluate("spoken.end()")
    second = page.evaluate("spoken.said[1][0]")
    page.click('[data-aloud="pause"]')
    page.evaluate("spoken.end()")  # of a voice that was told to be silent
    assert page.evaluate("spoken.said.length") == 2
    page.click('[data-aloud="pause"]')
    assert page.evaluate("spoken.said[2][0]") == second, "it goes on with the sentence that was broken off"
    page.click('[data-aloud="back"]')
    assert page.evaluate("spoken.said[3][0]").startswith("Solve x squared")
    page.evaluate("spoken.said.length = 0")
    page.click('[data-aloud="on"]')
    told = heard(page)
    assert "A Python cell computes this." in told and not any("import" in text for text in told)
    assert any(text.startswith("x equals two") or "two" in text for text in told)
    assert not [text for text in told if set("\\^_{}$=") & set(text)]
    assert told[-2:] != told[-1:] * 2 and any(text.startswith("Checked") for text in told)
    assert page.locator(".is-read").count() == 0 and page.evaluate("CSS.highlights.size") == 0
    page.evaluate("spoken.said.length = 0")
    page.click(".answer .aloud")
    page.wait_for_function("spoken.said.length === 1")
    page.keyboard.press("Escape")
    assert (
        page.locator(".aloud-bar").is_hidden()
        and page.get_attribute(".answer .aloud", "aria-pressed") == "false"
    )
    page.click(".answer .aloud")
    page.wait_for_function("spoken.said.length === 2")
    answer = heard(page)
    assert answer[1] == "Answer" and "two" in answer[2] and "three" in answer[2]


def test_in_chinese_and_without_a_voice(open_page: Any, whole: str) -> None:
    page = solved(open_page, whole, r"解方程 \(\frac{x}{2} + 1 = 4\)。", VOICES, locale="zh-CN")
    page.click(".problem .aloud")
    page.wait_for_function("spoken.said.length === 1")
    assert page.evaluate("spoken.said[0]") == ["解方程 2 分之 x 加 1 等于 4。", "zh-CN", "Li"]
    page.select_option("#stepwise-language", "en")
    told = heard(page)
    assert "这里用一段 Python 代码计算。" in told, (
        "the words of the page, too, are read in the problem's language"
    )
    for voices, words in (([VOICES[0]], "no Chinese voice"), ([], "no Chinese voice")):
        page.evaluate(VOICE, voices)
        page.click(".problem .aloud")
        page.wait_for_function(
            "words => document.querySelector('.aloud-said').textContent.includes(words)", arg=words
        )
        page.click('[data-aloud="stop"]')
        assert page.locator(".aloud-bar").is_hidden()


def test_a_shared_page_is_read_too(open_page: Any, whole: str) -> None:
    page = solved(open_page, whole, "Solve x^2 - 7x + 12 = 0.", VOICES)
    page.locator(".side-dots").first.click()
    page.click('.side-acts [data-do="share"] >> visible=true')
    page.click("#stepwise-side-dialog >> text=Make a link")
    link = page.input_value(".side-link")
    page.goto(link)
    page.evaluate(VOICE, VOICES)
    page.focus(".problem .aloud")
    page.keyboard.press("Enter")
    page.wait_for_function("spoken.said.length === 1")
    assert page.evaluate("spoken.said[0][0]") == "Solve x squared minus seven x plus twelve equals zero."
    assert page.locator(".problem-text.is-read").count() == 1 and page.is_visible(".aloud-bar")
    told = heard(page)
    assert any("three" in text for text in told) and any(text.startswith("Checked") for text in told)
    assert not [text for text in told if set("\\^_{}$=") & set(text)]
    page.evaluate("spoken.said.length = 0")
    page.click(".answer .aloud")
    page.wait_for_function("spoken.said.length === 1")
    page.keyboard.press("Escape")
    assert page.locator(".aloud-bar").is_hidden()
    assert page.locator(".turn [data-act]:not(.aloud) >> visible=true").count() == 0, "nothing else acts"


@pytest.mark.console_errors
def test_the_route_takes_only_formulas(open_page: Any, whole: str) -> None:
    page = open_page(whole)
    ask = "async (body) => { const r = await fetch('speech', { method: 'POST', body }); return [r.status, await r.json()]; }"
    assert page.evaluate(
        ask, '{"language": "zh", "formulas": ["x^2", "\\\\frac{1}{2}"], "texts": ["求 x + 1"]}'
    ) == [
        200,
        {"formulas": ["x 的平方", "2 分之 1"], "texts": ["求 x 加 1"]},
    ]
    for body in ("", "[]", '{"formulas": "x"}', '{"formulas": [1]}', "[" * 5000):
        assert page.evaluate(ask, body)[0] == 400
    assert page.evaluate(ask, "x" * 500_000)[0] == 413
