"""Pieces of ink on a page and the rectangles they stand in. Lengths are pixels of `Prepared.ink`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

Labels: TypeAlias = NDArray[np.int32]
"""For every pixel of a page the number of its piece, 0 where there is none."""
BAR_ASPECT: Final = 3.0


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
