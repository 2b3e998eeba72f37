"""What of a page's ink is built upwards: fractions, roots with what is under them, sums and integrals with their limits.

Tells them by shape and place alone. `size` is how high a capital or a Chinese character is, in pixels.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from solver.ocr.ink import Labels, Piece, Span, around

BUILT_HEIGHT: Final = 1.2
"""Heights of a character from which what stands above and below a bar is a fraction, not a character like 合."""
LIMIT_HEIGHT: Final = 0.45
"""Heights of a sum's sign that the digits of its limits are lower than, in formulas set larger than the words."""
HIGHEST_LIMIT: Final = 0.9
"""Heights of a character; the characters of the next line have more."""
TOUCHED_WIDTH: Final = 1.25
ROOT_HEIGHT: Final = 1.06
"""Lower ones that are no wider than a character are one: 度, 店. Roots have 1.09 and more."""


def built(pieces: Sequence[Piece], labels: Labels, size: float) -> list[list[Piece]]:
    """Groups of pieces that stand above one another: fractions, roots with what is under them, sums with limits."""
    groups: list[list[Piece]] = []
    signs: list[Piece] = []
    for piece in pieces:
        if piece.is_bar and piece.span.width >= 0.35 * size:
            group = _fraction(piece, pieces, size)
        elif _is_root_sign(piece, labels, size):
            group = _root(piece, pieces, size)
        elif (bar := _touched_bar(piece, labels, size)) is not None and (
            touching := _touching_fraction(piece, bar, pieces, size)
        ):  # the foot of a large sum's sign is no such bar
            group = touching
        elif _has_bar(piece, labels, size):
            group = [piece, *_near([p for p in pieces if p is not piece], piece.span.left, piece.span.right)]
            group = [p for p in group if abs(p.span.middle_y - piece.span.middle_y) < 1.5 * size]
        elif piece.span.height >= 1.2 * size and piece.span.width >= 0.3 * size:
            signs.append(piece)
            continue
        else:
            continue
        if group:
            groups.append(group)
    taken = {p.label for group in groups for p in group}  # the fraction below an integral is no limit of it
    free = [p for p in pieces if p.label not in taken]
    groups += [group for sign in signs if sign.label not in taken and (group := _operator(sign, free, size))]
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


def _touched_bar(piece: Piece, labels: Labels, size: float) -> Span | None:
    """The bar in a piece that is one with digits or letters of its fraction; wider than any character, so that none is taken for one."""
    box = piece.span
    if box.width < TOUCHED_WIDTH * size or not 0.3 * size < box.height < 2.4 * size:
        return None
    own = labels[box.top : box.bottom, box.left : box.right] == piece.label
    rows = np.flatnonzero(own.mean(axis=1) > 0.92)
    if not rows.size or rows[-1] - rows[0] > 0.2 * size:
        return None
    return Span(box.left, box.top + int(rows[0]), box.right, box.top + int(rows[-1]) + 1)


def _touching_fraction(whole: Piece, bar: Span, pieces: Sequence[Piece], size: float) -> list[Piece]:
    """A piece with a bar in it, and what stands over and under that; empty where one side is bare: a root, an underlined word."""
    near = [p for p in _near(pieces, bar.left - 0.1 * size, bar.right + 0.1 * size) if p is not whole]
    above = _stack([p for p in near if p.span.middle_y < bar.top], bar.top, size, up=True)
    below = _stack([p for p in near if p.span.middle_y > bar.bottom], bar.bottom, size, up=False)
    over, under = bar.top - whole.span.top > 0.3 * size, whole.span.bottom - bar.bottom > 0.3 * size
    group = [*above, whole, *below]
    if (
        not (above or over)
        or not (below or under)
        or around(p.span for p in group).height < BUILT_HEIGHT * size
    ):
        return []
    return group


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
    group = [sign, *inside]
    span = around(p.span for p in group)
    return [] if span.height < ROOT_HEIGHT * size and span.width < 1.15 * size else group


def _operator(sign: Piece, pieces: Sequence[Piece], size: float) -> list[Piece]:
    """A tall sign with small ones above or below it: a sum or an integral with limits; a very tall one also alone."""
    box = sign.span
    if box.height > 4 * size or box.width > 2.5 * size:
        return []
    tall = box.height >= 1.45 * size
    highest = min(max(0.8 * size, LIMIT_HEIGHT * box.height), HIGHEST_LIMIT * size) if tall else 0.75 * size
    limits = [
        p
        for p in _near(pieces, box.left - 0.9 * size, box.right + 0.9 * size)
        if p is not sign and p.span.height < highest and _is_limit(p.span, box, size, tall=tall)
    ]
    limits += _gone_on(limits, [p for p in pieces if p is not sign], max(0.85 * size, highest), size)
    if tall:
        return [sign, *limits] if box.width >= 0.5 * size or limits else []
    both = any(p.span.middle_y < box.middle_y for p in limits) and any(
        p.span.middle_y > box.middle_y for p in limits
    )
    return [sign, *limits] if both else []


def _gone_on(limits: Sequence[Piece], pieces: Sequence[Piece], highest: float, size: float) -> list[Piece]:
    """The rest of limits: small signs close beside one at the same height."""
    found, last = list[Piece](), list(limits)
    while last:
        last = [
            p
            for p in pieces
            if p.span.height < highest
            and p not in limits
            and p not in found
            and any(
                -0.1 * size < max(p.span.left - b.span.right, b.span.left - p.span.right) < 0.3 * size
                and abs(p.span.middle_y - b.span.middle_y) < 0.25 * size
                for b in last
            )
        ]
        found += last
    return found


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
