"""Which tokens of a line are a formula where the reader of words misread some; and that a large formula stays in its line."""

from __future__ import annotations

import numpy as np
import pytest

from solver.ocr.finding import _in_formula
from solver.ocr.ink import Piece, Span
from solver.ocr.layout import lay_out
from solver.ocr.tesseract_run import Character
from solver.ocr.tokens import Sort, Token, chinese_tokens, english_tokens, raised
from tests.ocr.printing import MATHEMATICS, _formula

SIZE = 34.0
SORTS = {"m": Sort.MATHEMATICS, "n": Sort.NUMBER, "w": Sort.WORD, ".": Sort.MARK, "d": Sort.DOUBTFUL}


def drawn(text: str, at: int, top: int, height: int, sort: Sort, *, ink: bool = True) -> Token:
    span = Span(at, top, at + 16, top + height)
    return Token(text, 0.95, span, (Piece(span, 100, at + 1),) if ink else (), sort)


@pytest.mark.parametrize(
    ("texts", "sorts", "inked", "formula"),
    [
        ("求x2?-4的", "wmm.mnw", "1110111", "0111110"),  # an exponent, of which half was read once more
        ("x,y", "m.m", "111", "101"),  # a comma that is there parts two formulas
        ("和k+了7的", "wmmwnw", "111111", "011110"),  # a digit read twice, once as a character
        ("为=了x", "wmwm", "1111", "0101"),  # a word between formulas stays one
    ],
)
def test_misread_signs_in_formulas(texts: str, sorts: str, inked: str, formula: str) -> None:
    tokens = [
        drawn(text, 20 * at, 10, 26, SORTS[sort], ink=ink == "1")
        for at, (text, sort, ink) in enumerate(zip(texts, sorts, inked, strict=True))
    ]
    marked = _in_formula(tokens, SIZE)
    assert "".join(str(int(m)) for m in marked) == formula


@pytest.mark.parametrize(("mark", "sort"), [("》", Sort.MATHEMATICS), ("”", Sort.WORD)])
def test_a_bracket_that_is_raised_is_an_exponent(mark: str, sort: Sort) -> None:
    tokens = [drawn("求", 0, 10, 34, Sort.WORD), drawn(mark, 40, 3, 20, Sort.WORD)]
    assert raised(tokens, SIZE)[1].sort is sort


@pytest.mark.parametrize(("height", "sort"), [(33, Sort.DOUBTFUL), (10, Sort.WORD)])
def test_a_full_stop_as_high_as_a_character_is_a_bracket(height: int, sort: Sort) -> None:
    span = Span(0, 44 - height, 10, 44)
    [token] = chinese_tokens(
        [Character("。", 0.92, span, 0, 0.92)],
        [[Piece(span, 80, 1)]],
        np.zeros((50, 50), np.int32),
        SIZE,
        usual=1.0,
    )
    assert token.sort is sort


def test_an_exponent_that_was_read_first_is_at_its_place() -> None:
    read = [("6x", 90, 0), ("The", 0, 1), ("y=e", 60, 2), ("crosses", 140, 3)]
    characters = [
        Character(c, 0.98, Span(left + 10 * i, 0, left + 10 * i + 9, 30), word, 0.98)
        for text, left, word in read
        for i, c in enumerate(text)
    ]
    tokens = english_tokens(characters, [[] for _ in characters], SIZE)
    assert [t.text for t in tokens] == ["The", "y=e", "6x", "crosses"]


@pytest.mark.parametrize("family", MATHEMATICS)
@pytest.mark.parametrize(
    "latex", ["y=e^{15x}-11", r"\int_0^{4}(x^2+18x)\,dx", r"\sum_{k=1}^{14}(12k+7)", r"\frac{x}{2}-4^{13}"]
)
def test_a_formula_larger_than_the_words_is_in_their_line(latex: str, family: str) -> None:
    formula, foot = _formula(latex, 50, family)
    page = np.full((260, formula.shape[1] + 900), 255, np.uint8)
    top = 150 + foot - formula.shape[0]
    page[top : 150 + foot, 440 : 440 + formula.shape[1]] = 255 - formula
    for at in (*range(20, 420, 24), *range(460 + formula.shape[1], page.shape[1] - 30, 24)):
        page[120:150, at : at + 18] = 0
    assert len(lay_out(page, 30.0).lines) == 1
