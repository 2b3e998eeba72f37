"""The lines of a page set anew for a reader of words: level, evenly spaced, what is built upwards left out.

A page as people set it confuses such a reader with fractions that reach into the lines beside them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np

from solver.ocr.ink import Span, around
from solver.ocr.layout import Layout, Line
from solver.ocr.preparing import Grey

PADDING: Final = 0.7
"""Of a character's height, around every line."""
MAX_DROP: Final = 0.03
"""Slope of a line that is made level: more is a line that was put together wrongly."""


@dataclass(frozen=True, slots=True)
class Strip:
    """A line on the new page: its `top` there, and what was done to it."""

    top: int
    bottom: int
    left: int
    shift_x: int
    shift_y: int
    slope: float
    line: int

    def back(self, span: Span) -> Span:
        """Where something of the new page stands on the old one."""
        lift = round(self.slope * (span.middle_x - self.left))
        return Span(
            span.left + self.shift_x,
            span.top + self.shift_y + lift,
            span.right + self.shift_x,
            span.bottom + self.shift_y + lift,
        )


def slope_of(line: Line, size: float) -> float:
    """How much a line falls for every pixel to the right, by the feet of its characters; 0 for short ones."""
    feet = [
        (p.span.middle_x, p.span.bottom)
        for p in line.pieces
        if 0.5 * size < p.span.height < 1.3 * size
        and not any(b.covers(p.span.middle_x, p.span.middle_y) for b in line.built)
    ]
    if len(feet) < 8 or feet[-1][0] - feet[0][0] < 6 * size:
        return 0.0
    xs, ys = np.array(feet).T
    slope = 0.0
    for _ in range(3):  # descenders and commas drop out
        slope, start = np.polyfit(xs, ys, 1)
        kept = np.abs(ys - slope * xs - start) < 0.15 * size
        if kept.sum() < 6:
            break
        xs, ys = xs[kept], ys[kept]
    return float(slope) if abs(slope) < MAX_DROP else 0.0


def compose(
    ink: Grey, layout: Layout, lines: list[int], *, hidden: dict[int, list[Span]]
) -> tuple[Grey, list[Strip]]:
    """The new page with these lines, without what stands in `hidden` of each; and where every line went."""
    pad = round(PADDING * layout.height_px)
    cut: list[tuple[Grey, Strip]] = []
    y = pad
    for number in lines:
        line = layout.lines[number]
        covers = hidden.get(number, [])
        shown = [
            p for p in line.pieces if not any(h.covers(p.span.middle_x, p.span.middle_y) for h in covers)
        ]
        if not shown:
            continue
        span = around(p.span for p in shown)
        slope = slope_of(line, layout.height_px)
        pixels, above = _level(_only(ink, layout, [p.label for p in shown], span), slope)
        bottom = y + pixels.shape[0]
        cut.append((pixels, Strip(y, bottom, pad, span.left - pad, span.top - above - y, slope, number)))
        y = bottom + pad
    width = max((pixels.shape[1] for pixels, _ in cut), default=0) + 2 * pad
    page = np.full((y, width), 255, np.uint8)
    for pixels, strip in cut:
        page[strip.top : strip.bottom, pad : pad + pixels.shape[1]] = pixels
    return page, [strip for _, strip in cut]


def _only(ink: Grey, layout: Layout, labels: list[int], span: Span) -> Grey:
    """A part of the page with nothing but these pieces and the grey around their edges."""
    area = layout.labels[span.top : span.bottom, span.left : span.right]
    mine = np.isin(area, labels).astype(np.uint8)
    mine = np.asarray(cv2.dilate(mine, np.ones((3, 3), np.uint8)), np.uint8)
    others = (area > 0) & ~np.isin(area, labels)
    part = ink[span.top : span.bottom, span.left : span.right].copy()
    part[(mine == 0) | others] = 255
    return part


def _level(pixels: Grey, slope: float) -> tuple[Grey, int]:
    """Sheared so that a line falling by `slope` is level, and how many rows were added above to make room for that."""
    if not slope:
        return pixels, 0
    height, width = pixels.shape
    extra = round(abs(slope) * width) + 1
    above = extra if slope > 0 else 0
    matrix = np.array([[1, 0, 0], [-slope, 1, above]], np.float64)
    size = (width, height + extra)
    return np.asarray(
        cv2.warpAffine(pixels, matrix, size, flags=cv2.INTER_LINEAR, borderValue=255), np.uint8
    ), above
