"""What the shape of some ink says, whatever it was read as: as large as a letter or a character, a power, a sign.

Lengths are pixels of `Prepared.ink`; `size` is how high a capital or a Chinese character is.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from solver.ocr.ink import Labels, Piece, around
from solver.ocr.ink import characters as upright

MANY_STROKES: Final = 3.75
"""Between the letters taken for characters (at most 3.5) and the characters read with doubt (from 3.9) of print made for measuring."""
RAISED: Final = 0.2
"""Heights of a character above the line's feet from which something is raised: exponents stand at 0.22 and more."""


def is_letter_sized(pieces: Sequence[Piece], size: float) -> bool:
    """Whether ink that was read as a mark is too large for one: a letter that a reader of words did not know."""
    if not pieces:
        return False
    span = around(p.span for p in pieces)
    return span.width >= 0.25 * size and 0.42 * size <= span.height < 0.85 * size


def is_bracket_sized(pieces: Sequence[Piece], size: float) -> bool:
    """Whether ink that was read as a mark is one stroke as high as a character and slim."""
    return len(pieces) == 1 and pieces[0].span.height > 0.85 * size and pieces[0].span.width < 0.5 * size


def is_character_sized(pieces: Sequence[Piece], labels: Labels, size: float) -> bool:
    """Whether ink fills the square of a Chinese character, with more strokes than letters have."""
    if not pieces:
        return False
    span = around(p.span for p in pieces)
    return (
        span.height > 0.85 * size
        and 0.75 * size < span.width < 1.15 * size
        and strokes(pieces, labels) >= MANY_STROKES
    )


def is_power(pieces: Sequence[Piece], size: float) -> bool:
    """A letter's ink, and right of it smaller ink that stands higher with nothing below it: t², 2ˣ."""
    blobs = upright(pieces)
    if len(blobs) < 2 or not 0.42 * size <= blobs[0].height < 0.85 * size:
        return False
    high = around(blobs[1:])
    return (
        high.left >= blobs[0].right - 0.1 * size
        and high.bottom < blobs[0].bottom - 0.3 * size
        and high.height < 0.62 * size
    )


def is_equals(pieces: Sequence[Piece]) -> bool:
    """Two bars of the same length above one another; those of 二 differ."""
    if len(pieces) != 2 or not all(p.is_bar for p in pieces):
        return False
    one, other = (p.span for p in pieces)
    longer = max(one.width, other.width)
    return (
        abs(one.width - other.width) <= 0.12 * longer and abs(one.middle_x - other.middle_x) <= 0.12 * longer
    )


def is_minus(pieces: Sequence[Piece], size: float) -> bool:
    """One bar, shorter than 一 is."""
    return len(pieces) == 1 and pieces[0].is_bar and 0.25 * size < pieces[0].span.width < 0.82 * size


def is_plus(pieces: Sequence[Piece], size: float) -> bool:
    """About as wide as high, mostly empty, smaller than 十."""
    if len(pieces) != 1:
        return False
    span, area = pieces[0].span, pieces[0].area
    return (
        0.35 * size < span.width < 0.85 * size
        and 0.8 < span.width / max(span.height, 1) < 1.25
        and area < 0.5 * span.width * span.height
    )


def has_raised(pieces: Sequence[Piece], size: float) -> bool:
    """Whether something small stands higher than the others, with nothing below it: an exponent, not the hook of a question mark."""
    high = [b for b in upright(pieces) if b.height > 0.35 * size]
    if len(high) < 2:
        return False
    foot, top = max(s.bottom for s in high), min(s.top for s in high)
    return any(s.bottom < foot - RAISED * size and s.height < 0.85 * (foot - top) for s in high)


def strokes(pieces: Sequence[Piece], labels: Labels) -> float:
    """How many strokes a row and a column cross on the average, added up: letters have 2 to 4, most characters more.

    0 where there is no ink.
    """
    if not pieces:
        return 0.0
    span = around(p.span for p in pieces)
    own = np.isin(labels[span.top : span.bottom, span.left : span.right], [p.label for p in pieces])
    framed = np.pad(own, 1).astype(np.int8)
    rows = (np.diff(framed, axis=1) == 1).sum(axis=1)[1:-1]
    columns = (np.diff(framed, axis=0) == 1).sum(axis=0)[1:-1]
    return float(rows.mean() + columns.mean())
