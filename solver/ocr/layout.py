"""Where the ink of a page stands: its pieces, what of it is built upwards (fractions, roots, sums with limits), and its lines.

Knows shapes, not characters: what a line says is read elsewhere. Lengths are pixels of `Prepared.ink`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final, TypeAlias

import cv2
import numpy as np
from numpy.typing import NDArray

from solver.ocr.preparing import Grey, binary

Labels: TypeAlias = NDArray[np.int32]
MAX_PIECES: Final = 6000
"""A dense page has 3000; a photo of grass has more, and is not a page."""
BAR_ASPECT: Final = 3.0
BUILT_HEIGHT: Final = 1.2
"""Heights of a character from which what stands above and below a bar is a fraction, not a character like 合."""


@dataclass(frozen=True, slots=True)
class Span:
    """A rectangle; `right` and `bottom` lie just outside."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def width(self) -> int:
        return self.right - self.left

    @property
    def height(self) -> int:
        return self.bottom - self.top

    @property
    def middle_x(self) -> float:
        return (self.left + self.right) / 2

    @property
    def middle_y(self) -> float:
        return (self.top + self.bottom) / 2

    def covers(self, x: float, y: float) -> bool:
        """Whether a point lies in it."""
        return self.left <= x < self.right and self.top <= y < self.bottom

    def grown(self, x: float, y: float) -> Span:
        """Wider by `x` and higher by `y` on every side."""
        return Span(round(self.left - x), round(self.top - y), round(self.right + x), round(self.bottom + y))


def around(spans: Iterable[Span]) -> Span:
    """The smallest rectangle around some.

    >>> around([Span(0, 5, 2, 6), Span(1, 1, 9, 3)])
    Span(left=0, top=1, right=9, bottom=6)
    """
    found = list(spans)
    return Span(
        min(s.left for s in found),
        min(s.top for s in found),
        max(s.right for s in found),
        max(s.bottom for s in found),
    )


@dataclass(frozen=True, slots=True)
class Piece:
    """One connected piece of ink. `label` is its number in `Layout.labels`."""

    span: Span
    area: int
    label: int

    @property
    def is_bar(self) -> bool:
        """A horizontal stroke: a fraction's, a minus sign, half of an equals sign."""
        return (
            self.span.width >= BAR_ASPECT * self.span.height
            and self.area >= 0.5 * self.span.width * self.span.height
        )


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
    """The lines of a page from top to bottom, and for every pixel the number of its piece (0: none)."""

    lines: tuple[Line, ...]
    labels: Labels
    height_px: float


def lay_out(ink: Grey, height_px: float) -> Layout:
    """The lines of a page whose characters are `height_px` high; none where there is no writing."""
    count, labels, stats, _ = cv2.connectedComponentsWithStats(binary(ink), connectivity=8)
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
    groups = _built(pieces, labels, size)
    lines = [line for line in _lines(pieces, groups, size) if not _is_speckle(line, size)]
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
        over = [p for p in free if span.left - 0.1 * size <= p.span.middle_x <= span.right + 0.1 * size]
        built.append(around(p.span for p in over))
    return sorted(built, key=lambda s: s.left)


def characters(pieces: Sequence[Piece]) -> list[Span]:
    """Pieces that stand above one another as one, from left to right: about a character each."""
    found: list[Span] = []
    for piece in sorted(pieces, key=lambda p: p.span.left):
        last = found[-1] if found else None
        if last is not None:
            shared = min(last.right, piece.span.right) - max(last.left, piece.span.left)
            if shared > 0.5 * min(last.width, piece.span.width):
                found[-1] = around((last, piece.span))
                continue
        found.append(piece.span)
    return found


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


def _built(pieces: Sequence[Piece], labels: Labels, size: float) -> list[list[Piece]]:
    """Groups of pieces that stand above one another: fractions, roots with what is under them, sums with limits."""
    groups: list[list[Piece]] = []
    for piece in pieces:
        if piece.is_bar and piece.span.width >= 0.35 * size:
            group = _fraction(piece, pieces, size)
        elif _is_root_sign(piece, labels, size):
            group = _root(piece, pieces, size)
        elif _has_bar(piece, labels, size):
            group = [piece, *_near([p for p in pieces if p is not piece], piece.span.left, piece.span.right)]
            group = [p for p in group if abs(p.span.middle_y - piece.span.middle_y) < 1.5 * size]
        elif piece.span.height >= 1.2 * size and piece.span.width >= 0.3 * size:
            group = _operator(piece, pieces, size)
        else:
            continue
        if group:
            groups.append(group)
    return _joined(groups)


def _near(pieces: Sequence[Piece], left: float, right: float) -> list[Piece]:
    return [p for p in pieces if left <= p.span.middle_x <= right]


def _fraction(bar: Piece, pieces: Sequence[Piece], size: float) -> list[Piece]:
    """A bar with what stands over and under it; empty where it is no fraction's.

    What stands there grows outwards from the bar as long as the gaps are small, and no further than two characters.
    """
    box = bar.span
    near = [p for p in _near(pieces, box.left - 0.1 * size, box.right + 0.1 * size) if p is not bar]
    twin = [
        p
        for p in near
        if p.is_bar and abs(p.span.middle_y - box.middle_y) < 0.6 * size and p.span.width > 0.6 * box.width
    ]
    if twin:  # an equals sign, or a stroke of 三
        return []
    above = _stack([p for p in near if p.span.middle_y < box.top], box.top, size, up=True)
    below = _stack([p for p in near if p.span.middle_y > box.bottom], box.bottom, size, up=False)
    if not above or not below:
        return []
    whole = [*above, bar, *below]
    span = around(p.span for p in whole)
    inside = around(p.span for p in (*above, *below))
    if span.height < BUILT_HEIGHT * size or inside.width > box.width + 0.5 * size:
        return []
    if inside.width < 0.35 * box.width:  # a line under one word, a dot over a stroke
        return []
    return whole


def _stack(pieces: list[Piece], edge: float, size: float, *, up: bool) -> list[Piece]:
    """The pieces next to `edge` on one side, and on them the next, while they touch or nearly so."""

    def near(p: Piece) -> float:
        return edge - p.span.bottom if up else p.span.top - edge

    first = [p for p in pieces if near(p) < 0.45 * size]
    if not first:
        return []
    reach = around(p.span for p in first)
    if up:
        return [p for p in pieces if p.span.bottom > reach.top and p.span.top > edge - 2.2 * size]
    return [p for p in pieces if p.span.top < reach.bottom and p.span.bottom < edge + 2.2 * size]


def _is_root_sign(piece: Piece, labels: Labels, size: float) -> bool:
    """A long flat top that begins right of a hook: at the left edge there is ink only lower down, unlike in 广."""
    box = piece.span
    if (
        box.width < max(0.9 * size, 0.7 * box.height)
        or not 0.9 * size < box.height < 4 * size
        or piece.area > 0.4 * box.width * box.height
    ):
        return False
    own = labels[box.top : box.bottom, box.left : box.right] == piece.label
    hook = own[:, : max(2, round(0.12 * size))]
    right = own[:, round(0.75 * box.width) :]
    begins = int(np.argmax(hook.any(axis=1)))
    return begins > 0.3 * box.height and not right[round(0.3 * box.height) :].any() and bool(right.any())


def _has_bar(piece: Piece, labels: Labels, size: float) -> bool:
    """A fraction whose parts touch its bar: too high for a character, with a stroke all across its middle."""
    box = piece.span
    if not 1.2 * size <= box.height < 4 * size or box.width < 0.5 * size:
        return False
    own = labels[box.top : box.bottom, box.left : box.right] == piece.label
    third = round(box.height * 0.3)
    return bool((own[third : box.height - third].mean(axis=1) > 0.92).any())


def _root(sign: Piece, pieces: Sequence[Piece], size: float) -> list[Piece]:
    """A piece with a long flat top and others within its rectangle, clear of its lower left hook."""
    box = sign.span
    inside = [
        p
        for p in pieces
        if p is not sign
        and box.left + 0.15 * box.width <= p.span.middle_x < box.right + 0.1 * size
        and box.top <= p.span.middle_y < box.bottom + 0.1 * size
        and p.span.height >= 0.3 * size
        and p.span.left > box.left
    ]
    widest = around(p.span for p in inside) if inside else None
    if widest is None or widest.width < 0.3 * box.width:
        return []
    return [sign, *inside]


def _operator(sign: Piece, pieces: Sequence[Piece], size: float) -> list[Piece]:
    """A tall sign with small ones above or below it: a sum or an integral with limits; a very tall one also alone."""
    box = sign.span
    if box.height > 4 * size or box.width > 2.5 * size:
        return []
    tall = box.height >= 1.45 * size
    limits = [
        p
        for p in _near(pieces, box.left - 0.9 * size, box.right + 0.9 * size)
        if p is not sign and p.span.height < 0.75 * size and _is_limit(p.span, box, size, tall=tall)
    ]
    if tall:
        return [sign, *limits] if box.width >= 0.5 * size or limits else []
    both = any(p.span.middle_y < box.middle_y for p in limits) and any(
        p.span.middle_y > box.middle_y for p in limits
    )
    return [sign, *limits] if both else []


def _is_limit(limit: Span, sign: Span, size: float, *, tall: bool) -> bool:
    """Above or below the sign, or beside its ends: there right of it, and where the sign is not tall quite at the end."""
    below, above = limit.middle_y - sign.bottom, sign.top - limit.middle_y
    inwards = -0.5 * size if tall else -0.3 * size
    if limit.middle_x > sign.middle_x + 0.1 * size:
        return inwards < below < 0.9 * size or inwards < above < 0.9 * size
    return 0 < below < 0.9 * size or 0 < above < 0.9 * size


def _joined(groups: list[list[Piece]]) -> list[list[Piece]]:
    """Groups that share a piece, or stand within one another, as one."""
    spans = [around(p.span for p in group) for group in groups]
    left = list(range(len(groups)))
    merged: list[list[Piece]] = []
    while left:
        members, frontier = set[int](), [left.pop(0)]
        while frontier:
            at = frontier.pop()
            members.add(at)
            for other in list(left):
                if _overlap(spans[at], spans[other]):
                    left.remove(other)
                    frontier.append(other)
        unique = {p.label: p for at in members for p in groups[at]}
        merged.append(list(unique.values()))
    return merged


def _overlap(one: Span, other: Span) -> bool:
    return (
        one.left < other.right
        and other.left < one.right
        and one.top < other.bottom
        and other.top < one.bottom
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
    rows = _rejoined(rows, size)
    small = [row for row in rows if max(s.height for s, _, _ in row) < 0.8 * size]  # of exponents only
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
