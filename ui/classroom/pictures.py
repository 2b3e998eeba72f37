"""What a class did, as pictures that say the same in words."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape, unescape
from typing import Final

from solver.acts import RUNGS
from solver.charts import Bar, bars
from solver.classroom.counting import Tally
from solver.ports import Language
from solver.verify.sentences import SENTENCES
from solver.verify.sentences import say as said_of
from ui.classroom.page import Words

MOST: Final = 12
"""Bars of one picture."""


def hints(problems: Sequence[Tally], w: Words) -> str:
    """Where hints were needed: a bar for each problem, with a part for each rung."""
    rows = []
    for number, tally in enumerate(problems[:MOST], 1):
        counts = tuple(tally.hints[rung] for rung in RUNGS)
        if sum(counts) == 0:
            continue
        name = _plain(w("problem-number", number=number))
        told = ", ".join(f"{_plain(w(f'rung.{r}'))} {n}" for r, n in zip(RUNGS, counts, strict=True) if n)
        rows.append(Bar(name, counts, str(sum(counts)), f"{name}: {told}", written=tuple(map(str, counts))))
    key = "".join(
        f'<li><svg viewBox="0 0 14 14" aria-hidden="true"><rect width="14" height="14" rx="2" class="bar part{n}"/></svg>{w(f"rung.{rung}")}</li>'
        for n, rung in enumerate(RUNGS)
    )
    return _picture(w("hints.title"), rows, w, legend=f'<ul class="legend">{key}</ul>')


def firsts(problems: Sequence[Tally], w: Words) -> str:
    """How often the first answer was right: a bar for each problem."""
    rows = []
    for number, tally in enumerate(problems[:MOST], 1):
        if tally.judged == 0:
            continue
        name = _plain(w("problem-number", number=number))
        told = _plain(w("of", part=tally.right_first, whole=tally.judged))
        rows.append(Bar(name, (tally.right_first / tally.judged,), told, f"{name}: {told}"))
    ticks = [(t / 4, f"{25 * t}%") for t in range(5)]
    return _picture(w("first.title"), rows, w, ticks=ticks, most=1.0)


def slips(whole: Tally, language: Language, w: Words) -> str:
    """Which slips were common."""
    rows = [
        Bar(slip_name(name, language), (count,), str(count), f"{slip_name(name, language)}: {count}")
        for name, count in whole.slips.most_common(MOST)
    ]
    return _picture(w("slips.title"), rows, w)


def slip_name(name: str, language: Language) -> str:
    """A slip in words; by its bare name where another version of Stepwise has written it down."""
    return said_of(f"slip-{name}", language) if f"slip-{name}" in SENTENCES else name


def _picture(
    title: str,
    rows: Sequence[Bar],
    w: Words,
    *,
    ticks: Sequence[tuple[float, str]] = (),
    most: float | None = None,
    legend: str = "",
) -> str:
    """The picture with its title; below it the same as a list, for names that were cut and for whoever reads rather than looks."""
    if not rows:
        return f"<figure><figcaption>{title}</figcaption><p>{w('nothing-yet')}</p></figure>"
    drawn = bars(_plain(title), rows, ticks=ticks, most=most or max(sum(row.parts) for row in rows))
    listed = "".join(f"<li>{escape(row.said)}</li>" for row in rows)
    return (
        f'<figure><figcaption>{title}</figcaption>{legend}<div class="wide" tabindex="0" role="group" aria-label="{title}">{drawn}</div>'
        f"<details><summary>{w('in-words')}</summary><ul>{listed}</ul></details></figure>"
    )


def _plain(html: str) -> str:
    """A sentence as plain text: `Words` gives them safe for HTML, and a picture makes its own safe."""
    return unescape(html)
