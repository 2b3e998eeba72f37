"""Bars of scores with their intervals, as SVG that needs nothing else: it follows the page's light or dark."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import Final

from evaluation.reporting.figures import figures
from evaluation.rows import Row

SPAN_PX: Final = 360
ROW_PX: Final = 26
NAME_PX: Final = 250
LETTER_PX: Final = 8
"""Of a name, at the most."""
_END_PX: Final = 110


def bars(title: str, parts: Mapping[str, Sequence[Row]]) -> str:
    """A bar for each group: right of all, with its 95 % interval; empty where there is no group."""
    if not parts:
        return ""
    names = min(NAME_PX, 20 + LETTER_PX * max(map(len, parts)))
    span, drawn, said = SPAN_PX, list[str](), list[str]()
    width = names + span + _END_PX
    for number, (name, rows) in enumerate(parts.items()):
        f, y = figures(rows), 30 + number * ROW_PX
        low, high = f.interval
        at, start, end = (names + span * share for share in (f.coverage, low, high))
        short = name if len(name) <= 36 else f"{name[:35]}…"
        drawn.append(
            f'<text x="{names - 8}" y="{y + 13}" text-anchor="end">{escape(short)}</text>'
            f'<rect x="{names}" y="{y + 2}" width="{at - names:.1f}" height="14" rx="2" class="bar"/>'
            f'<path d="M{start:.1f} {y + 9}H{end:.1f}M{start:.1f} {y + 5}v8M{end:.1f} {y + 5}v8" class="whisker"/>'
            f'<text x="{width - _END_PX + 8}" y="{y + 13}">{f.coverage:.1%} of {f.total}</text>'
        )
        said.append(f"{name} {f.coverage:.1%}")
    height = 40 + len(parts) * ROW_PX
    axis = "".join(
        f'<path d="M{names + span * t / 4} 24V{height - 10}" class="grid"/>'
        f'<text x="{names + span * t / 4}" y="18" text-anchor="middle" class="tick">{25 * t}%</text>'
        for t in range(5)
    )
    label = escape(f"{title}: {'; '.join(said)}", quote=True)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" '
        f'aria-label="{label}">'
        f"<style>{_STYLE}</style>{axis}{''.join(drawn)}</svg>"
    )


_STYLE: Final = (
    "text{font:13px system-ui,sans-serif;fill:#222}.tick{fill:#666;font-size:11px}.bar{fill:#4f7cac}"
    ".whisker{stroke:#c2571a;stroke-width:1.6;fill:none}.grid{stroke:#8884;fill:none}"
    "@media(prefers-color-scheme:dark){text{fill:#e6e6e6}.tick{fill:#aaa}.bar{fill:#6d9bd1}.whisker{stroke:#f0a468}}"
)
