"""What a student sends becomes a problem or a clear sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from solver.errors import ProblemRefused
from solver.intake import MAX_LENGTH, accept, language_of


@pytest.mark.parametrize(
    ("text", "code"),
    [
        pytest.param("", "empty", id="nothing"),
        pytest.param(" \n\t\u3000", "empty", id="white space"),
        pytest.param("x+1=2 " * 20_000, "too-long", id="100,000 characters"),
        pytest.param("\x00\x01PNG\x1a", "not-text", id="binary"),
        pytest.param("\x89PNG\r\n\x1a\n" + "\ufffd" * 40, "not-text", id="picture pasted as text"),
        pytest.param("Решите уравнение x+1=2", "language", id="Russian"),
        pytest.param("方程式を解いてください x+1=2", "language", id="Japanese"),
        pytest.param("حل المعادلة", "language", id="Arabic"),
        pytest.param("방정식을 풀어라", "language", id="Korean"),
    ],
)
def test_refused(text: str, code: str) -> None:
    with pytest.raises(ProblemRefused) as caught:
        accept(text)
    assert caught.value.code == code
    assert len(str(caught.value)) > 20


@pytest.mark.parametrize(
    "text", ["1+1", "求 x", "∫x dx", "α+β=3", "ｘ＝１", "𝑥+1", "<script>alert(1)</script>", "x\u200b+1"]
)
def test_accepted(text: str) -> None:
    assert accept(text).text == text.strip()


@given(st.text(max_size=MAX_LENGTH + 10))
def test_every_text_is_taken_or_refused_with_a_sentence(text: str) -> None:
    refusal = ""
    try:
        language = accept(text).language
    except ProblemRefused as error:
        refusal, language = str(error), "en"
    assert language in ("en", "zh")
    assert refusal or text.strip()


def test_language() -> None:
    assert language_of("求 x^2") == "zh"
    assert language_of("find x", "zh") == "en"
    assert language_of("x^2 = 4", "zh") == "zh"
