"""Bars of scores with their intervals, as SVG that needs nothing else: it follows the page's light or dark."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from evaluation.reporting.figures import figures
from evaluation.rows import Row
from solver import charts
from solver.charts import Bar


def bars(title: str, parts: Mapping[str, Sequence[Row]]) -> str:
    """A bar for each group: right of all, with its 95 % interval; empty where there is no group."""
    found = {name: figures(rows) for name, rows in parts.items()}
    rows = [
        Bar(
            name,
            (f.coverage,),
            f"{f.coverage:.1%} of {f.total}",
            f"{name} {f.coverage:.1%}",
            whisker=f.interval,
        )
        for name, f in found.items()
    ]
    ticks = [(t / 4, f"{25 * t}%") for t in range(5)]
    return charts.bars(title, rows, ticks=ticks, most=1.0, style=_STYLE)


_STYLE: Final = (
    "text{font:13px system-ui,sans-serif;fill:#222}.tick{fill:#666;font-size:11px}.bar{fill:#4f7cac}"
    ".whisker{stroke:#c2571a;stroke-width:1.6;fill:none}.grid{stroke:#8884;fill:none}"
    "@media(prefers-color-scheme:dark){text{fill:#e6e6e6}.tick{fill:#aaa}.bar{fill:#6d9bd1}.whisker{stroke:#f0a468}}"
)
