"""A Chinese character looks like itself in every size, and a fraction or a raised number like no character that it is read as."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from solver.ocr.ink import Labels, Piece
from solver.ocr.layout import lay_out
from solver.ocr.likeness import LEAST, glyphs, likeness, usual
from solver.ocr.preparing import Grey
from tests.ocr.printing import FONTS, SIMPLIFIED, _formula

PRINTED = next((path for path in FONTS["zh"] if path.exists()), None)
pytestmark = pytest.mark.skipif(PRINTED is None or not glyphs("求"), reason="no Chinese font is installed")


def ink_of(page: Grey) -> tuple[list[Piece], Labels]:
    layout = lay_out(page, 36.0)
    return [p for line in layout.lines for p in line.pieces], layout.labels


def drawn(text: str, size: int) -> Grey:
    page = Image.new("L", (2 * size, 2 * size), 255)
    assert PRINTED is not None
    font = ImageFont.truetype(PRINTED, size, index=SIMPLIFIED.get(PRINTED.name, 0))
    ImageDraw.Draw(page).text((size // 2, size // 4), text, fill=0, font=font)
    return np.asarray(page, np.uint8)


@pytest.mark.parametrize("text", "求值的方程主续")
def test_a_character_looks_like_itself_alone(text: str) -> None:
    for size in (30, 44):
        pieces, labels = ink_of(drawn(text, size))
        like = {other: likeness(pieces, labels, other) or 0.0 for other in "求值的方程主续"}
        assert max(like, key=lambda other: like[other]) == text and like[text] > 0.65


@pytest.mark.parametrize(
    ("latex", "read"), [(r"\frac{4}{4}", "主"), (r"5\frac{4}{8}", "续"), (r"x^4", "志"), ("z", "到")]
)
@pytest.mark.parametrize("family", ["cm", "stix", "dejavuserif"])
def test_a_formula_looks_like_no_character(latex: str, read: str, family: str) -> None:
    pieces, labels = ink_of(np.asarray(np.pad(255 - _formula(latex, 36, family)[0], 9, constant_values=255)))
    assert (likeness(pieces, labels, read) or 0.0) < LEAST


def test_what_is_usual_needs_some_characters() -> None:
    assert usual([0.9]) == 0.0 and usual([0.8, 0.9, 0.9, 0.9, 0.1]) == 0.9
