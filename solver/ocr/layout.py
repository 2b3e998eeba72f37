"""Where the ink of a page stands: its pieces, what of it is built upwards (fractions, roots, sums with limits), and its lines.

Knows shapes, not characters: what a line says is read elsewhere. Lengths are pixels of `Prepared.ink`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

import cv2
import numpy as np

from solver.ocr.building import built
from solver.ocr.columns import columns
from solver.ocr.ink import Labels, Piece, Span, around, characters
from solver.ocr.preparing import Grey, binary

EXPONENT_SIGNS: Final = 4
"""At most so many in a row that reaches into a line beside it: more may be a short line of its own."""
MAX_PIECES: Final = 6000
"""A dense page has 3000; a photo of grass has more, and is not a page."""


@dataclass(slots=True)
class Line:
    """A line of writing: its pieces from left to right, and of these what is built upwards, as rectangles."""

    pieces: list[Piece]
    built: list[Span] = field(default_factory=list)

    @property
    def span(self) -> Span:
        return around(p.span for p in self.pieces)


@dataclass(frozen=True, slots=True)
class Layout:
    """The lines of a page as they are read, and for every pixel the number of its piece (0: none)."""

    lines: tuple[Line, ...]
    labels: Labels
    height_px: float


def lay_out(ink: Grey, height_px: float) -> Layout:
    """The lines of a page whose characters are `height_px` high; none where there is no writing."""
    count, found, stats, _ = cv2.connectedComponentsWithStats(binary(ink), connectivity=8)
    labels = np.asarray(found, np.int32)
    pieces = []
    least = max(6.0, (0.08 * height_px) ** 2)
    for label in range(1, count):
        left, top, width, height, area = (int(v) for v in stats[label])
        if area >= least and not _is_frame(width, height, area, ink.shape, height_px):
            pieces.append(Piece(Span(left, top, left + width, top + height), area, label))
    if len(pieces) > MAX_PIECES:
        pieces = sorted(pieces, key=lambda p: -p.area)[:MAX_PIECES]
    pieces.sort(key=lambda p: p.span.left)
    size = _character_height(_lines(pieces, (), height_px), height_px)
    lines: list[Line] = []
    for part in columns(pieces, size):
        groups = built(part, labels, size)
        lines += [line for line in _lines(part, groups, size) if not _is_speckle(line, size)]
    for line in lines:
        line.built = _with_undersets(line, size)
    return Layout(tuple(lines), labels, size)


def _character_height(lines: Sequence[Line], size: float) -> float:
    """How high capitals and Chinese characters really are: of pieces above one another the whole counts."""
    found, weights = [], []
    for line in lines:
        heights = [s.height for s in characters(line.pieces) if s.height > 0.4 * size]
        if heights:
            found.append(float(np.percentile(heights, 70)))
            weights.append(len(heights))
    if not found:
        return size
    order = np.argsort(found)
    reached = np.cumsum(np.array(weights)[order])
    return float(
        np.clip(found[int(order[np.searchsorted(reached, reached[-1] / 2)])], 0.7 * size, 1.8 * size)
    )


def _with_undersets(line: Line, size: float) -> list[Span]:
    """What is built upwards, and words with something small under them: a limit's variable under "lim"."""
    feet = [p.span.bottom for p in line.pieces if 0.5 * size < p.span.height < 1.3 * size]
    if not feet:
        return line.built
    foot = float(np.median(feet))
    free = [p for p in line.pieces if not any(b.covers(p.span.middle_x, p.span.middle_y) for b in line.built)]
    low = [p for p in free if p.span.top > foot - 0.05 * size and p.span.middle_y > foot + 0.2 * size]
    built = list(line.built)
    runs: list[list[Piece]] = []
    for piece in low:
        if runs and piece.span.left - runs[-1][-1].span.right < 0.6 * size:
            runs[-1].append(piece)
        else:
            runs.append([piece])
    for run in runs:
        span = around(p.span for p in run)
        if len(run) < 2 or span.width < 0.8 * size:
            continue
        span = _beside_in(span, [p for p in free if p.span.bottom > foot + 0.2 * size], size)
        over = [p for p in free if span.left - 0.1 * size <= p.span.middle_x <= span.right + 0.1 * size]
        built.append(_beside_in(around(p.span for p in over), free, size))
    return sorted(built, key=lambda s: s.left)


def _beside_in(span: Span, pieces: Sequence[Piece], size: float) -> Span:
    """A rectangle with what touches its sides or nearly so: the rest of "lim", the rest of what stands below it."""
    while True:
        near = [
            p.span
            for p in pieces
            if max(span.left - p.span.right, p.span.left - span.right) < 0.14 * size
            and not (span.left <= p.span.left and p.span.right <= span.right)
        ]
        grown = around((span, *near))
        if grown == span:
            return span
        span = grown


def _is_frame(width: int, height: int, area: int, shape: tuple[int, ...], height_px: float) -> bool:
    """Rules, boxes, shadows at the edge: larger than anything written and mostly empty, or very thick."""
    large = height > 8 * height_px or (width > 30 * height_px and height > 1.5 * height_px)
    line = width > 0.5 * shape[1] and height < 0.3 * height_px and width > 20 * height_px
    return large or line


def _is_speckle(line: Line, height_px: float) -> bool:
    """Dust: nothing in the line is half as high as a character, and it is no row of dots or dashes either."""
    return (
        max(p.span.height for p in line.pieces) < 0.4 * height_px
        and sum(p.span.width for p in line.pieces) < 2 * height_px
    )


def _lines(pieces: Sequence[Piece], groups: Sequence[Sequence[Piece]], size: float) -> list[Line]:
    """Rows of pieces that stand beside one another. What is built counts as one piece at the height of its middle."""
    inside = {p.label for group in groups for p in group}
    parts: list[tuple[Span, list[Piece], bool]] = [
        (around(p.span for p in group), list(group), True) for group in groups
    ]
    parts += [(p.span, [p], False) for p in pieces if p.label not in inside]
    parts.sort(key=lambda part: -min(part[0].height, round(1.2 * size)) * 1000 + part[0].left)
    rows: list[list[tuple[Span, list[Piece], bool]]] = []
    large = [part for part in parts if part[0].height >= 0.45 * size]
    large.sort(key=lambda part: part[0].left)
    for part in large:
        row = _row_of(part[0], rows, size, reach=3.5)
        if row is None:
            rows.append([part])
        else:
            row.append(part)
    rows = _with_operators(_rejoined(rows, size), size)
    small = [
        row  # of exponents only, or of one half of a fraction that was not seen as one
        for row in rows
        if max(s.height for s, _, _ in row) < 0.8 * size or _stands_beside(row, rows, size)
    ]
    rows = [row for row in rows if row not in small]
    for part in [*(p for row in small for p in row), *(p for p in parts if p[0].height < 0.45 * size)]:
        row = _nearest(part[0], rows, size)
        if row is None:
            rows.append([part])
        else:
            row.append(part)
    lines = []
    for row in rows:
        members = sorted((p for _, group, _ in row for p in group), key=lambda p: p.span.left)
        lines.append(Line(members, sorted((s for s, _, built in row if built), key=lambda s: s.left)))
    lines.sort(key=lambda line: float(np.median([p.span.middle_y for p in line.pieces])))
    return lines


def _with_operators(
    rows: list[list[tuple[Span, list[Piece], bool]]], size: float
) -> list[list[tuple[Span, list[Piece], bool]]]:
    """What is built, and of a row beside which only exponents are, as part of the line that stands beside its middle.

    An integral with its limits hangs lower or higher than the words, and the first exponent after it may go with it.
    """
    kept = list(rows)
    for row in rows:
        whole = [s for s, _, built in row if built]
        if not whole or any(s.height > 0.85 * size for s, _, built in row if not built):
            continue
        best, host = 0, None
        for other in kept:
            if other is not row and sum(s.width for s, _, _ in other) > sum(s.width for s, _, _ in row):
                count = sum(_stands_within(s, w, size) for s, _, built in other for w in whole if not built)
                if count > best:
                    best, host = count, other
        if host is not None:
            kept.remove(row)
            host.extend(row)
    return kept


def _stands_within(sign: Span, whole: Span, size: float) -> bool:
    """Whether a sign is next to something built, at the height of its middle half."""
    gap = max(whole.left - sign.right, sign.left - whole.right)
    quarter = whole.height / 4
    inside = whole.top + quarter < sign.middle_y < whole.bottom - quarter
    return inside and gap < size and sign.height > 0.45 * size


def _stands_beside(
    row: list[tuple[Span, list[Piece], bool]], rows: list[list[tuple[Span, list[Piece], bool]]], size: float
) -> bool:
    """Whether a row of a few signs reaches into a longer row right beside it, as no line reaches into another."""
    span = around(s for s, _, _ in row)
    return (
        len(row) <= EXPONENT_SIGNS
        and span.height < size
        and any(
            max(other.left - span.right, span.left - other.right) < 0.6 * size
            and min(span.bottom, other.bottom) - max(span.top, other.top) > 0.15 * span.height
            for longer in rows
            if longer is not row and len(longer) > len(row)
            for other, _, _ in longer
        )
    )


def _band(span: Span, size: float) -> tuple[float, float]:
    """The rows that count for belonging to a line: all of a character, the middle of what is higher."""
    half = min(span.height, 1.1 * size) / 2
    return span.middle_y - half, span.middle_y + half


def _row_of(
    span: Span, rows: list[list[tuple[Span, list[Piece], bool]]], size: float, *, reach: float
) -> list[tuple[Span, list[Piece], bool]] | None:
    """The row whose last parts stand at the same height, at most `reach` characters to the left."""
    best, found = 0.45, None
    top, bottom = _band(span, size)
    for row in rows:
        last = [s for s, _, _ in row[-4:]]
        if span.left - max(s.right for s in last) > reach * 4 * size:
            continue
        bands = [_band(s, size) for s in last]
        low, high = float(np.median([b[0] for b in bands])), float(np.median([b[1] for b in bands]))
        if high - low < 0.75 * size <= bottom - top:  # a character in a row of exponents
            continue
        shared = (min(bottom, high) - max(top, low)) / max(min(bottom - top, high - low), 1)
        if shared > best:
            best, found = shared, row
    return found


def _rejoined(
    rows: list[list[tuple[Span, list[Piece], bool]]], size: float
) -> list[list[tuple[Span, list[Piece], bool]]]:
    """Rows that lie in the same band of the page as one: a character of two halves may have begun a row of its own."""
    bands = []
    for row in rows:
        found = [_band(s, size) for s, _, _ in row]
        bands.append((float(np.median([b[0] for b in found])), float(np.median([b[1] for b in found]))))
    order = sorted(range(len(rows)), key=lambda i: -sum(s.width for s, _, _ in rows[i]))
    kept: list[int] = []
    for at in order:
        for other in kept:
            shared = min(bands[at][1], bands[other][1]) - max(bands[at][0], bands[other][0])
            if shared > 0.5 * min(bands[at][1] - bands[at][0], bands[other][1] - bands[other][0]) and _beside(
                rows[at], rows[other], size
            ):
                rows[other].extend(rows[at])
                break
        else:
            kept.append(at)
    return [rows[at] for at in kept]


def _beside(
    one: list[tuple[Span, list[Piece], bool]], other: list[tuple[Span, list[Piece], bool]], size: float
) -> bool:
    """Whether two rows are one: they are close where they are closest, not two lines on a slope."""
    span = around(s for s, _, _ in one)
    near = [s for s, _, _ in other if span.left - 3 * size < s.middle_x < span.right + 3 * size]
    if not near:
        return True
    top, bottom = (
        float(np.median([_band(s, size)[0] for s in near])),
        float(np.median([_band(s, size)[1] for s in near])),
    )
    return min(bottom, span.bottom) - max(top, span.top) > 0.4 * min(bottom - top, span.height)


def _nearest(
    span: Span, rows: list[list[tuple[Span, list[Piece], bool]]], size: float
) -> list[tuple[Span, list[Piece], bool]] | None:
    """The row with a part close to a small one (a dot, an exponent, a limit of a sum)."""
    best, found = 0.75 * size, None
    for row in rows:
        for other, _, _ in row:
            dx = max(other.left - span.right, span.left - other.right, 0)
            dy = max(other.top - span.bottom, span.top - other.bottom, 0)
            if dx < 2.5 * size and (away := dy + 0.15 * dx) < best:
                best, found = away, row
    return found
