"""Columns of a page: which of its ink is read first.

A worksheet has its exercises in two columns, often below a heading across both. Lengths are pixels of `Prepared.ink`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from solver.ocr.ink import Piece, Span

GUTTER: Final = 1.8
"""Least width of the white before a column, in heights of a character: between words there is 0.4, behind a stop at most 1.2."""
ROWS: Final = 3
"""As many lines at least begin at the right column's edge, and as many stand left of it."""
FEW: Final = 2
"""Lines that are enough on one side where the other has more, the white is wide and it is the only one: a table has several. Two beside two are
what the four choices of a question look like, and these are read across."""
FEW_GUTTER: Final = 2.0
"""Heights of a character that the white before a column of so few lines is wide at least."""
FEW_WIDTH: Final = 6.0
"""And two lines at least on either side of it: the cells of a table are narrower."""
SHORTEST: Final = 2.5
"""Heights of a character that a line of the right column is wide at least: the limits of a sum are narrower."""
MOST_PIECES: Final = 3000


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


def _gutter(pieces: Sequence[Piece], size: float) -> tuple[float, float] | None:
    """Left and right edge of the white between two columns: where most lines begin behind white, and at most half as many go on across it."""
    if not ROWS <= len(pieces) <= MOST_PIECES:
        return None
    lefts, tops, rights, bottoms = np.array(
        [(p.span.left, p.span.top, p.span.right, p.span.bottom) for p in pieces]
    ).T
    begin, end = lefts.min(), rights.max()
    middles = (tops + bottoms) / 2
    starts: list[int] = []
    for at in np.flatnonzero((lefts > begin + 0.25 * (end - begin)) & (lefts < begin + 0.75 * (end - begin))):
        beside = (tops < bottoms[at]) & (tops[at] < bottoms)
        before = rights[beside & (lefts < lefts[at])]
        goes_on = rights[beside & (lefts >= lefts[at])].max() > lefts[at] + SHORTEST * size
        if goes_on and (not before.size or lefts[at] - before.max() >= GUTTER * size):
            starts.append(int(at))
    best, most = None, FEW - 1
    for edge in sorted({int(lefts[at]) for at in starts}):
        begun = [at for at in starts if edge <= lefts[at] < edge + 0.5 * size]
        here = _rows(middles[begun], size)
        crossing = _rows(middles[(lefts < edge - 0.3 * size) & (rights > edge - 1.3 * size)], size)
        left = _rows(middles[rights < edge - 1.3 * size], size)
        if here <= most or crossing > here / 2 or left < FEW:
            continue
        top, foot = tops[begun].min() - 0.5 * size, bottoms[begun].max() + 0.5 * size
        within = [p.span for p in pieces if top < p.span.middle_y < foot]
        if min(here, left) >= ROWS or (max(here, left) >= ROWS and _few_stand_apart(within, edge, size)):
            best, most = edge, here
    return (best - GUTTER * size, float(best)) if best is not None else None


def _few_stand_apart(spans: Sequence[Span], edge: float, size: float) -> bool:
    """Whether what stands on both sides of an edge, in the lines that begin at it, are lines of words, not cells of a table."""
    before = [s for s in spans if s.left < edge - 0.3 * size]
    behind = [s for s in spans if s.left >= edge - 0.3 * size]
    if any(s.right > edge - FEW_GUTTER * size for s in before):
        return False
    for side in (before, behind):
        lines = _apart([(s.top, s.bottom, s) for s in side], 0.3 * size)
        if any(len(_apart([(s.left, s.right, s) for s in line], FEW_GUTTER * size)) > 1 for line in lines):
            return False
        widths = [max(s.right for s in line) - min(s.left for s in line) for line in lines]
        if sum(width >= FEW_WIDTH * size for width in widths) < FEW:
            return False
    return True


def _apart(intervals: Sequence[tuple[float, float, Span]], least: float) -> list[list[Span]]:
    """What stands in intervals, in groups with at least so much between them."""
    groups: list[list[Span]] = []
    reached = float("-inf")
    for start, end, span in sorted(intervals, key=lambda one: one[:2]):
        if not groups or start - reached >= least:
            groups.append([])
        groups[-1].append(span)
        reached = max(reached, end)
    return groups


def _rows(middles: NDArray[np.float64], size: float) -> int:
    """In how many lines something stands, by the middles of its ink."""
    return int((np.diff(np.sort(middles)) > 0.7 * size).sum()) + bool(middles.size)
