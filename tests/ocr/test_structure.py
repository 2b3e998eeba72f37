"""What ink is built of: a fraction is no number, an exponent no digit; and in which order columns are read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from solver.ocr.columns import columns
from solver.ocr.ink import Piece, Span
from solver.ocr.layout import lay_out
from solver.ocr.preparing import ink_height
from solver.ocr.structure import Fraction, Root, Row, Run, Script, Sign, structure
from tests.ocr.printing import MATHEMATICS, _formula


def shape(row: Row) -> str:
    """A structure in short: a letter for every blob."""
    said = []
    for node in row:
        match node:
            case Run(blobs):
                said.append("n" * len(blobs))
            case Sign(latex):
                said.append(latex.strip())
            case Fraction(above, below):
                said.append(f"({shape(above)})/({shape(below)})")
            case Root(inside):
                said.append(f"root({shape(inside)})")
            case Script(mark, inside):
                said.append(f"{mark}({shape(inside)})")
            case _:
                said.append("?")
    return "".join(said)


@pytest.mark.parametrize("family", MATHEMATICS)
@pytest.mark.parametrize(
    ("latex", "wanted"),
    [
        (r"\frac{3}{4}", "(n)/(n)"),
        (r"2\frac{3}{4}", "n(n)/(n)"),
        (r"5^{2}", "n^(n)"),
        (r"x^{2}-7x+10=0", "n^(n)-nn+nn=n"),
        (r"10^{-4}", "nn^(-n)"),
        (r"\sqrt{52}", "root(nn)"),
        (r"\sqrt{\frac{1}{4}}", "root((n)/(n))"),
        (r"\frac{\sqrt{6}}{9}", "(root(n))/(n)"),
        (r"12+34=46", "nn+nn=nn"),
    ],
)
def test_structure(latex: str, wanted: str, family: str) -> None:
    ink = 255 - _formula(latex, 60, family)[0]
    layout = lay_out(ink, ink_height(ink) or 40.0)
    pieces = [p for line in layout.lines for p in line.pieces]
    assert shape(structure(pieces, layout.labels, 42.0)) == wanted


ROWS = st.lists(st.integers(2, 9), min_size=3, max_size=6)
FEW = st.lists(st.integers(2, 9), min_size=2, max_size=6)


@given(FEW, ROWS, st.booleans())
def test_columns_are_read_one_after_the_other(left: list[int], right: list[int], headed: bool) -> None:
    """Every piece is in one part, the left column's before the right one's, a heading before both."""
    pieces: list[Piece] = []

    def row(x: int, y: int, count: int) -> None:
        for at in range(count):
            span = Span(x + 30 * at, y, x + 30 * at + 24, y + 30)
            pieces.append(Piece(span, 400, len(pieces) + 1))

    if headed:
        row(0, 0, 24)
    for at, count in enumerate(left):
        row(0, 100 + 50 * at, max(count, left[0], 8))
    for at, count in enumerate(right):
        row(400, 100 + 50 * at, max(count, 8))
    parts = columns(pieces, 30.0)
    assert sorted(p.label for part in parts for p in part) == sorted(p.label for p in pieces)
    assert len(parts) == 2 + headed
    assert max(p.span.right for p in parts[-2]) < min(p.span.left for p in parts[-1])


@pytest.mark.parametrize(
    ("right", "lines", "parts"),
    [
        pytest.param([(400, 8)], 3, 2, id="two lines beside three"),
        pytest.param([(400, 8)], 2, 1, id="four choices, read across"),
        pytest.param([(400, 2)], 3, 1, id="a table's narrow cells"),
        pytest.param([(400, 8), (790, 8)], 3, 1, id="more than one white"),
        pytest.param([(280, 8)], 3, 1, id="a gap in sentences"),
    ],
)
def test_two_lines_are_a_column_beside_more_where_the_white_is_wide(
    right: list[tuple[int, int]], lines: int, parts: int
) -> None:
    spans = [(30 * at, y) for y in (0, 50) for at in range(8)]
    spans += [(x + 30 * at, 50 * line) for line in range(lines) for x, count in right for at in range(count)]
    pieces = [Piece(Span(x, y, x + 24, y + 30), 400, at) for at, (x, y) in enumerate(spans, 1)]
    assert len(columns(pieces, 30.0)) == parts


def test_a_paragraph_has_no_columns() -> None:
    pieces = [
        Piece(Span(30 * at, 50 * line, 30 * at + 24, 50 * line + 30), 400, 1 + at + 99 * line)
        for line in range(6)
        for at in range(30)
        if (at + 2 * line) % 7
    ]
    assert len(columns(pieces, 30.0)) == 1


def test_lines_that_cross_the_white_are_no_column() -> None:
    """Two short lines, two long ones, and a limit above and below their sum: nothing of it is a right column."""
    rows = [(y, x) for y in (0, 80) for x in range(0, 900, 30)]
    rows += [(y, x) for y in (160, 210, 260) for x in range(0, 300, 30)]
    rows += [(y, 420) for y in (-30, 50, 110)]
    pieces = [Piece(Span(x, y, x + 24, y + 30), 400, at) for at, (y, x) in enumerate(rows, 1)]
    assert len(columns(pieces, 30.0)) == 1
