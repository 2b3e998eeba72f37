"""Columns of a page: which of its ink is read first.

A worksheet has its exercises in two columns, often below a heading across both. Lengths are pixels of `Prepared.ink`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from solver.ocr.ink import Piece

GUTTER: Final = 1.8
"""Least width of the white between columns, in heights of a character: between words there is 0.4, behind a stop at most 1.2."""
ACROSS: Final = 2.6
"""Heights of a character that may cross the gutter: two lines of a heading."""
ROWS: Final = 3
"""As many lines at least begin at the right column's edge, and end before the white: lines that cross it do not count."""

SHORTEST: Final = 2.5
"""Heights of a character that a line of the right column is wide at least: the limits of a sum are narrower."""


def columns(pieces: Sequence[Piece], size: float) -> list[list[Piece]]:
    """The ink in the parts that are read one after the other; one part where the page has no columns."""
    gutter = _gutter(pieces, size)
    if gutter is None:
        return [list(pieces)]
    left, right = gutter[0] + 0.5 * size, gutter[1] - 0.5 * size
    across = sorted(
        (p for p in pieces if p.span.left < right and p.span.right > left), key=lambda p: p.span.top
    )
    bands: list[tuple[float, float]] = []
    for piece in across:
        top, bottom = piece.span.top - 0.35 * size, piece.span.bottom + 0.35 * size
        if bands and top <= bands[-1][1]:
            bands[-1] = bands[-1][0], max(bands[-1][1], bottom)
        else:
            bands.append((top, bottom))
    parts: list[list[Piece]] = []
    above = float("-inf")
    for top, bottom in [*bands, (float("inf"), float("inf"))]:
        zone = [p for p in pieces if above <= p.span.middle_y < top]
        parts.append([p for p in zone if p.span.middle_x < right])
        parts.append([p for p in zone if p.span.middle_x >= right])
        parts.append([p for p in pieces if top <= p.span.middle_y < bottom])
        above = bottom
    return [part for part in parts if part]


def _gutter(pieces: Sequence[Piece], size: float) -> tuple[int, int] | None:
    """Left and right edge of the white between two columns."""
    if not pieces:
        return None
    left, right = min(p.span.left for p in pieces), max(p.span.right for p in pieces)
    covered = np.zeros(right - left + 1)
    for piece in pieces:
        covered[piece.span.left - left : piece.span.right - left] += piece.span.height
    white = np.pad((covered <= ACROSS * size).astype(np.int8), 1)
    begins, ends = np.flatnonzero(np.diff(white) == 1), np.flatnonzero(np.diff(white) == -1)
    best: tuple[int, int] | None = None
    for start, end in zip(begins, ends, strict=True):
        near = covered[max(start, end - round(1.2 * size)) : end]
        above = covered[start:end] > float(near.max()) + 0.3 * size  # ends of long lines of the left column
        begin = start + int(np.flatnonzero(above)[-1]) + 1 if above.any() else start
        middle = (begin + end) / 2 / max(right - left, 1)
        if end - begin < GUTTER * size or not 0.25 < middle < 0.75:
            continue
        edge = left + int(end)
        inside = [p.span for p in pieces if p.span.right > left + begin and p.span.left < edge - 0.5 * size]
        beside = [  # in lines that do not go on through the white
            p for p in pieces if not any(s.top < p.span.bottom and p.span.top < s.bottom for s in inside)
        ]
        far = [p.span for p in beside if p.span.right > edge + SHORTEST * size]
        rows = {
            round(p.span.middle_y / size)
            for p in beside
            if abs(p.span.left - edge) < 0.5 * size
            and any(s.top < p.span.bottom and p.span.top < s.bottom for s in far)
        }
        before = {round(p.span.middle_y / size) for p in beside if p.span.right <= left + begin}
        if len(rows) >= ROWS and len(before) >= ROWS and (best is None or end - begin > best[1] - best[0]):
            best = left + int(begin), edge
    return best
