"""Which ink each character of a line of Chinese is.

Tesseract knows the order of Chinese characters well and their places badly: a box may lie a whole character off. So the line's
ink is cut at its gaps, and the characters are laid over the cuts in the cheapest way, by how wide a character of its kind is.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

import numpy as np

from solver.ocr.ink import Labels, Piece, Span, around
from solver.ocr.layout import Line
from solver.ocr.likeness import glyphs, likeness
from solver.ocr.tesseract_run import Character
from solver.ocr.tokens import CHINESE_MARKS, HAN, SURE

WIDTHS: Final = {"han": (0.55, 1.12), "mark": (0.08, 0.6), "slim": (0.05, 0.75)}
"""Least and greatest width of ink, in heights of a character."""
MOST_PARTS: Final = 6
"""Parts side by side that a character may fall into: 川 has three, a broken one more."""
UNREAD: Final = 0.9
UNSEEN: Final = 1.2
FARTHEST: Final = 3.5
NEAR: Final = 1.6
"""Heights of a character that its place may be off for its ink to be compared with it."""
UNLIKE: Final = 1.0


def blobs_of(line: Line) -> list[list[Piece]]:
    """The pieces that are not part of something built, those above one another together, from left to right."""
    free = [p for p in line.pieces if not any(b.covers(p.span.middle_x, p.span.middle_y) for b in line.built)]
    blobs: list[list[Piece]] = []
    right = -1
    for piece in sorted(free, key=lambda p: p.span.left):
        shared = right - piece.span.left
        if blobs and shared > 0.4 * min(piece.span.width, around(p.span for p in blobs[-1]).width):
            blobs[-1].append(piece)
        else:
            blobs.append([piece])
        right = max(right, piece.span.right) if shared > 0 else piece.span.right
    return blobs


def align(
    line: Line, characters: Sequence[Character], labels: Labels, size: float
) -> tuple[list[list[Piece]], list[Piece]]:
    """The pieces of each character, and those that none is. Characters are `size` high."""
    blobs = blobs_of(line)
    spans = [around(p.span for p in blob) for blob in blobs]
    count, total = len(spans), len(characters)
    cost = np.full((total + 1, count + 1), np.inf)
    taken = np.zeros(
        (total + 1, count + 1), np.int16
    )  # parts of the last character; -1: this part is no character's
    cost[0, 0] = 0.0
    skipped = [UNREAD * min(1.0, span.width / size + 0.2) for span in spans]
    for done in range(total + 1):
        for at in range(count + 1):
            here = cost[done, at]
            if np.isinf(here):
                continue
            if at < count and here + skipped[at] < cost[done, at + 1]:
                cost[done, at + 1], taken[done, at + 1] = here + skipped[at], -1
            if done == total:
                continue
            if here + UNSEEN < cost[done + 1, at]:
                cost[done + 1, at], taken[done + 1, at] = here + UNSEEN, 0
            for parts in range(1, min(MOST_PARTS, count - at) + 1):
                price = _price(characters[done], spans[at : at + parts], size)
                if price is None:
                    break
                price += _unlike(
                    characters[done], blobs[at : at + parts], spans[at : at + parts], labels, size
                )
                if here + price < cost[done + 1, at + parts]:
                    cost[done + 1, at + parts], taken[done + 1, at + parts] = here + price, parts
    return _traced(blobs, taken, total, count)


def _price(character: Character, spans: Sequence[Span], size: float) -> float | None:
    """How badly a character fits some ink; None where it cannot be that wide, and wider still is no use."""
    ink = around(spans)
    text = character.text
    kind = "han" if HAN.match(text) else "mark" if text in CHINESE_MARKS else "slim"
    least, most = WIDTHS[kind]
    width = ink.width / size
    if width > most + 0.35 and len(spans) > 1:
        return None
    off = abs(character.span.middle_x - ink.middle_x) / size
    if off > FARTHEST:
        return UNSEEN + UNREAD
    slim = (
        kind == "han" and character.confidence < SURE
    )  # may be a letter that is no Chinese character at all
    misfit = max((least - width) * (1.5 if slim else 3), (width - most) * 3, 0.0)
    gaps = sum(max(0, b.left - a.right) for a, b in pairwise(spans)) / size
    return misfit + 0.12 * off + 1.5 * max(0.0, gaps - 0.1) + 0.02


def _unlike(
    character: Character,
    blobs: Sequence[Sequence[Piece]],
    spans: Sequence[Span],
    labels: Labels,
    size: float,
) -> float:
    """What it costs that a character's ink does not look like it; nothing where no font tells."""
    if not HAN.match(character.text) or not glyphs(character.text):
        return 0.0
    if abs(character.span.middle_x - around(spans).middle_x) > NEAR * size:
        return UNLIKE
    like = likeness([p for blob in blobs for p in blob], labels, character.text) or 0.0
    return UNLIKE * (1 - max(like, 0.0))


def _traced(
    blobs: Sequence[list[Piece]], taken: np.ndarray, total: int, count: int
) -> tuple[list[list[Piece]], list[Piece]]:
    owned: list[list[Piece]] = [[] for _ in range(total)]
    free: list[Piece] = []
    done, at = total, count
    while done or at:
        parts = int(taken[done, at])
        if parts == -1:
            at -= 1
            free += blobs[at]
            continue
        done -= 1
        owned[done] = [p for blob in blobs[at - parts : at] for p in blob]
        at -= parts
    return owned, free
