"""Horizontal bars as SVG that needs nothing else; the words for those who do not see it are part of it. Pure.

Knows nothing of what is counted. Colours are classes (`bar`, `part1` to `part3`, `whisker`, `grid`, `tick`): whose page it stands on has them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

SPAN_PX: Final = 360
ROW_PX: Final = 26
NAME_PX: Final = 300
LETTER_PX: Final = 8
"""Of a name, at the most; twice as much for a Chinese character."""
_END_PX: Final = 110
_GAP_PX: Final = 20
_NUMBER_PX: Final = 22
"""A part that is narrower has no number in it."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar. `parts` stand one behind the other, each with `written` in it where there is room; `told` stands at its end.

    Attributes:
        said: what it shows, in words, for the picture's description.
        whisker: from where to where an interval goes, on the scale of the parts.
    """

    name: str
    parts: tuple[float, ...]
    told: str
    said: str
    whisker: tuple[float, float] | None = None
    written: tuple[str, ...] = ()


def bars(
    title: str, rows: Sequence[Bar], *, ticks: Sequence[tuple[float, str]], most: float, style: str = ""
) -> str:
    """The picture: `most` is the value at its right edge, `ticks` are values with their names. Empty where there is no bar.

    >>> "Hints: Problem 1 3" in bars("Hints", [Bar("Problem 1", (2, 1), "3", "Problem 1 3")], ticks=[], most=3)
    True
    """
    if not rows:
        return ""
    names = min(NAME_PX, _GAP_PX + max(_width_px(row.name) for row in rows))
    top = 30 if ticks else 6
    width, height = names + SPAN_PX + _END_PX, top + 10 + len(rows) * ROW_PX
    axis = "".join(
        f'<path d="M{_at(names, value, most)} 24V{height - 10}" class="grid"/>'
        f'<text x="{_at(names, value, most)}" y="18" text-anchor="middle" class="tick">{escape(name)}</text>'
        for value, name in ticks
    )
    drawn = "".join(_row(row, names, top + number * ROW_PX, most) for number, row in enumerate(rows))
    label = escape(f"{title}: {'; '.join(row.said for row in rows)}", quote=True)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" '
        f'aria-label="{label}">{f"<style>{style}</style>" if style else ""}{axis}{drawn}</svg>'
    )


def _row(row: Bar, names: int, y: int, most: float) -> str:
    drawn = [f'<text x="{names - 8}" y="{y + 13}" text-anchor="end">{escape(_cut(row.name))}</text>']
    done = 0.0
    for number, part in enumerate(row.parts):
        start, length = _at(names, done, most), part / most * SPAN_PX
        done += part
        if part <= 0:
            continue
        kind = f"bar part{number}" if number else "bar"
        drawn.append(
            f'<rect x="{start}" y="{y + 2}" width="{length:.1f}" height="14" rx="2" class="{kind}"/>'
        )
        if row.written and length >= _NUMBER_PX:
            middle = f"{float(start) + length / 2:.1f}"
            drawn.append(
                f'<text x="{middle}" y="{y + 13}" text-anchor="middle" class="in part{number}">{escape(row.written[number])}</text>'
            )
    if row.whisker is not None:
        low, high = (_at(names, value, most) for value in row.whisker)
        drawn.append(f'<path d="M{low} {y + 9}H{high}M{low} {y + 5}v8M{high} {y + 5}v8" class="whisker"/>')
    drawn.append(f'<text x="{names + SPAN_PX + 8}" y="{y + 13}">{escape(row.told)}</text>')
    return "".join(drawn)


def _at(names: int, value: float, most: float) -> str:
    return f"{names + SPAN_PX * value / most:.1f}"


def _width_px(name: str) -> int:
    return sum(LETTER_PX * (2 if sign > "\u2e7f" else 1) for sign in name)


def _cut(name: str) -> str:
    """A name as far as there is room for it."""
    if _width_px(name) <= NAME_PX - _GAP_PX:
        return name
    while _width_px(name) > NAME_PX - _GAP_PX - LETTER_PX:
        name = name[:-1]
    return f"{name.rstrip()}…"
