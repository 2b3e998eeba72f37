"""Every language has the same words with the same blanks, and the page asks for no others."""

from __future__ import annotations

import re
import string
from pathlib import Path

import pytest

from ui.examples import EXAMPLES, LEVELS
from ui.i18n import locales, problem_language, say

ROOT = Path(__file__).parents[1]
KEY = re.compile(
    r"""(?:data-i18n(?:-[a-z-]+)?=\\?"|label\("|say\("|say\(language, "|Key: ")([a-z]+(?:\.[a-z-]+)+)"""
)


def blanks(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("code", [code for code in locales() if code != "en"])
def test_same_keys_and_blanks(code: str) -> None:
    english, other = locales()["en"], locales()[code]
    assert english.keys() == other.keys()
    assert {key: blanks(english[key]) for key in english} == {key: blanks(other[key]) for key in english}
    assert all(text.strip() for text in other.values())


def test_every_key_that_the_page_asks_for_is_there() -> None:
    sources = [*ROOT.glob("ui/*.py"), *ROOT.glob("assets/*.js")]
    asked = {key for path in sources for key in KEY.findall(path.read_text("utf-8"))}
    assert len(asked) > 40
    assert asked <= locales()["en"].keys()


@pytest.mark.parametrize("code", list(locales()))
def test_words_are_calm(code: str) -> None:
    assert not [text for text in locales()[code].values() if "!" in text or "！" in text]


def test_chinese_is_written_in_chinese() -> None:
    kept = {"app.name", "cell.title"}
    assert not [
        k for k, text in locales()["zh"].items() if k not in kept and not re.search(r"[\u4e00-\u9fff]", text)
    ]


def test_say_fills_blanks_and_falls_back_to_english() -> None:
    assert say("zh", "elapsed", seconds=3) == "3 秒"
    assert say("fr", "elapsed", seconds=3) == "3 s"


@pytest.mark.parametrize(
    ("text", "page", "language"),
    [
        pytest.param("解方程 x+1=2", "en", "zh", id="han"),
        pytest.param("Find x", "zh", "en", id="latin words"),
        pytest.param("x^2-5x+6=0", "zh", "zh", id="formula on a Chinese page"),
        pytest.param("x^2-5x+6=0", "en", "en", id="formula on an English page"),
        pytest.param(r"\frac{\sqrt{3}}{2} + sin(x)", "zh", "zh", id="LaTeX is no language"),
        pytest.param("", "fr", "en", id="unknown page language"),
    ],
)
def test_problem_language(text: str, page: str, language: str) -> None:
    assert problem_language(text, page) == language


def test_examples_come_in_both_languages() -> None:
    for language, levels in EXAMPLES.items():
        assert tuple(levels) == LEVELS
        for texts in levels.values():
            assert len(texts) == 4
            assert {problem_language(text, language) for text in texts} == {language}
