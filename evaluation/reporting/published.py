"""Scores that others published (`published.toml`), side by side with a run's."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from evaluation.reporting.figures import figures
from evaluation.reporting.html import cell
from evaluation.rows import Row

FILE: Final = Path(__file__).with_name("published.toml")
SAME: Final[Mapping[str, str]] = {"math-500": "math500", "aqua-rat": "aqua", "sat-math": "sat"}
"""Other names of data sets."""


@dataclass(frozen=True, slots=True)
class Score:
    """A published score, in percent, on each of some data sets."""

    model: str
    source: str
    year: int
    conditions: str
    on: Mapping[str, float]


@cache
def published() -> tuple[Score, ...]:
    """All that are known, as they stand in the file."""
    return tuple(Score(**row) for row in tomllib.loads(FILE.read_text(encoding="utf-8"))["score"])


def set_name(dataset: str) -> str:
    """The name under which scores on a data set are published.

    >>> set_name("MATH-500"), set_name("gsm8k_test")
    ('math500', 'gsm8k')
    """
    plain = dataset.casefold().removesuffix("_test").removesuffix("-test")
    return SAME.get(plain, plain)


def beside(parts: Mapping[str, Sequence[Row]]) -> list[str]:
    """Paragraphs of a report: for each data set that others were measured on, their scores and this one."""
    found = list[str]()
    for dataset, rows in parts.items():
        name, ours = set_name(dataset), figures(rows)
        others = sorted((s for s in published() if name in s.on), key=lambda s: -s.on[name])
        if not others:
            continue
        low, high = ours.interval
        lines = [f"### {cell(dataset)}", "", "| model | score | conditions | source |", "|---|---:|---|---|",
                 f"| **this run** | **{ours.coverage:.1%}** | {ours.total} problems, 95 % interval {low:.1%} to {high:.1%} | |"]  # fmt: skip
        lines += [
            f"| {cell(s.model)} | {s.on[name]:.1f}% | {cell(s.conditions)} | {cell(s.source)} |"
            for s in others
        ]
        found.append("\n".join(lines))
    if found:
        found.insert(
            0,
            "## Beside published scores\n\nMade under other conditions, by other graders: read the gap with care.",
        )
    return found
