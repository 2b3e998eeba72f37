"""The report of one or more runs: Markdown, and the pictures that stand in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from evaluation.folder import RunFolder
from evaluation.marks import Mark, marks_of
from evaluation.reporting.causes import CAUSES, causes
from evaluation.reporting.figures import figures, groups, percent, table
from evaluation.reporting.html import cell
from evaluation.reporting.plots import bars
from evaluation.reporting.published import beside
from evaluation.rows import BadData, Row
from evaluation.shelf import of_scripts

LISTED: Final = 200
"""Rows of a list at most; the rest is counted."""
FIELDS: Final = ("subject", "level", "language")


@dataclass(slots=True)
class Page:
    """A page in Markdown; `pictures` are its SVGs by the addresses under which it shows them."""

    title: str
    markdown: str = ""
    pictures: dict[str, str] = field(default_factory=dict)

    def add(self, *paragraphs: str) -> None:
        """Paragraphs at the end; empty ones are left out."""
        for paragraph in filter(None, paragraphs):
            self.markdown += paragraph + "\n\n"

    def show(self, name: str, words: str, svg: str) -> None:
        """A picture at the end, with words for those who do not see it."""
        if svg:
            self.pictures[f"{name}.svg"] = svg
            self.add(f"![{words}]({name}.svg)")


@dataclass(frozen=True, slots=True)
class Run:
    """What a report needs of a run."""

    name: str
    header: Mapping[str, Any]
    rows: list[Row]
    marks: Mapping[str, Mark]

    @property
    def marked(self) -> list[Row]:
        """The rows as they are after what people marked."""
        return [self.marks[r.id].corrected(r) if r.id in self.marks else r for r in self.rows]


def load(folder: Path) -> Run:
    """A run from its folder, with the marks there and in the store.

    Raises:
        BadData: the folder holds no results.
    """
    run = RunFolder(folder)
    rows = run.rows()
    if not rows:
        raise BadData(f"{folder} holds no rows of results yet")
    return Run(folder.name, run.header(), rows, marks_of(folder, of_scripts()))


def report(runs: Sequence[Run]) -> Page:
    """Scores, costs, failures, disagreements, and how it was made."""
    page = Page("Results")
    rows = [row for run in runs for row in run.rows]
    page.add(
        "# Results",
        "*Score* is right / all, with its 95 % interval (Wilson); *precision* right / (right + wrong). *Proved*: the product "
        "itself said that the answer was checked. Times are those of answered problems.",
    )
    if len(runs) > 1:
        page.add("## By run", scores({f"{r.name}: {r.header.get('model', '')}": r.rows for r in runs}))
    page.add(
        "## By data set",
        scores(groups(rows)),
        "What became of the problems, and how long they took:",
        table(rows),
    )
    page.show("by-dataset", "Scores by data set", bars("Scores by data set", groups(rows)))
    for name in FIELDS:
        parts = groups(rows, by=name)
        if len(parts) > len(groups(rows)):
            page.add(f"## By {name}", scores(parts))
            page.show(f"by-{name}", f"Scores by {name}", bars(f"Scores by {name}", parts))
    page.add(
        *_cost(rows),
        *_failures(rows),
        *_marks(runs),
        *_disagreements(rows),
        *_forms(rows),
        *beside(groups(rows)),
    )
    page.add("## How it was made", *[_made(run) for run in runs])
    return page


def scores(parts: Mapping[str, Sequence[Row]]) -> str:
    """A table of scores with their intervals, by both graders."""
    lines = [
        "| | problems | score | 95 % interval | precision | in the form asked for | score by text alone |",
        "|---|---:|---:|---:|---:|---:|---:|",
    ]
    for name, rows in parts.items():
        f = figures(rows)
        low, high = f.interval
        strict = (f.right - f.form_missed) / f.total if f.total else None
        compared = any(r.exact is not None for r in rows)
        cells = (cell(name), f.total, percent(f.coverage), f"{low:.1%} to {high:.1%}", percent(f.precision), percent(strict),
                 percent(f.exact / f.total) if compared else "-")  # fmt: skip
        lines.append("| " + " | ".join(map(str, cells)) + " |")
    return "\n".join(lines)


def _cost(rows: Sequence[Row]) -> list[str]:
    lines = ["| | seconds in all | median | 95 % within | cells a problem | cells that failed | tokens a problem |",
             "|---|---:|---:|---:|---:|---:|---:|"]  # fmt: skip
    for name, members in groups(rows).items():
        f = figures(members)
        cells = (cell(name), f"{sum(r.seconds for r in members):.0f}", f"{f.median_s:.2f}", f"{f.slow_s:.2f}",
                 f"{f.cells / f.total:.2f}", f.errors, "-" if f.tokens is None else f"{f.tokens / f.total:.0f}")  # fmt: skip
        lines.append("| " + " | ".join(map(str, cells)) + " |")
    return ["## Cost", "\n".join(lines)]


def _failures(rows: Sequence[Row]) -> list[str]:
    found = causes(rows)
    if not found:
        return []
    lines = ["| cause | problems | of all | |", "|---|---:|---:|---|"]
    lines += [f"| {name} | {n} | {n / len(rows):.1%} | {CAUSES[name]} |" for name, n in found]
    codes = Counter(r.note.partition(":")[0] for r in rows if r.verdict in ("failed", "declined") and r.note)
    told = ", ".join(f"{cell(code)} {n}" for code, n in codes.most_common(12))
    return [
        "## What was not right",
        "\n".join(lines),
        f"Codes of those without an answer: {told}." if told else "",
    ]


def _marks(runs: Sequence[Run]) -> list[str]:
    marked = [run for run in runs if run.marks]
    if not marked:
        return []
    lines = ["| run | marked | score before | score after |", "|---|---:|---:|---:|"]
    for run in marked:
        before, after = figures(run.rows), figures(run.marked)
        lines.append(
            f"| {cell(run.name)} | {len(run.marks)} | {percent(before.coverage)} | {percent(after.coverage)} |"
        )
    return ["## After marking by hand", "\n".join(lines)]


def _disagreements(rows: Sequence[Row]) -> list[str]:
    """Where the two graders differ: every one is listed, for one of them is wrong."""
    found = [r for r in rows if r.exact is not None and r.exact != (r.verdict == "right")]
    if not found:
        return []
    return ["## Where the graders disagree", f"{len(found)} of {len(rows)}. *Ours* compares values, the other one texts.",
            listed(found, ours=True)]  # fmt: skip


def _forms(rows: Sequence[Row]) -> list[str]:
    found = [r for r in rows if r.verdict == "right" and r.form == "missed"]
    return ["## Right, but not in the form that was asked for", listed(found)] if found else []


def listed(rows: Sequence[Row], *, ours: bool = False) -> str:
    """A table of rows with answer and reference; the first `LISTED` of them."""
    head = ["| problem | answer | reference |" + " ours |" * ours, "|---|---|---|" + "---|" * ours]
    body = [
        f"| {cell(r.id)} | {cell(r.answer[:200])} | {cell(r.reference[:200])} |" + f" {r.verdict} |" * ours
        for r in rows[:LISTED]
    ]
    more = f"\n\n… and {len(rows) - LISTED} more." if len(rows) > LISTED else ""
    return "\n".join(head + body) + more


def _at(source: Mapping[str, Any]) -> str:
    """The commit of a data set on the hub."""
    return f" at `{source['revision'][:12]}`" if source.get("revision") else ""


def _made(run: Run) -> str:
    head = run.header
    sources = [
        f"{s.get('name', '')} (`{s.get('file', '')}`{_at(s)}, sha256 `{str(s.get('sha256', ''))[:16]}…`)"
        for s in head.get("sources", [])
    ]
    known = [
        f"**{cell(run.name)}**: `{head.get('command', '')}`",
        f"{head.get('date', '')}, model `{head.get('model', '')}`, {head.get('machine', '')}, Python {head.get('python', '')}"
        + (f", commit `{head['commit']}`" if head.get("commit") else ""),
        f"Problems: {', '.join(sources)}" if sources else "",
        f"Prompts `{head['prompts']}`; " + ", ".join(f"{k} {v}" for k, v in head.get("versions", {}).items())
        if head.get("prompts") else "",
    ]  # fmt: skip
    return "  \n".join(filter(None, known))
