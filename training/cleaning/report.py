"""`report.md` of the stage `clean`: how many examples came in, went out, and why; with bars as SVG beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from evaluation.folder import write_whole
from solver import charts
from solver.charts import Bar
from training.folder import StageFolder

REPORT: Final = "report.md"
EXAMPLES_OF_A_REASON: Final = 3
CONTAMINATED: Final = "contaminated"
REASONS: Final[Mapping[str, str]] = {
    "empty-fence": "an output of a program that is not there",
    "doubled-fence": "fences in fences: what is a program cannot be told",
    "unclosed-fence": "a program that goes on behind its fence, or never ends",
    "syntax-error": "a program that is no Python",
    "leaked-prompt": "the model's instructions stand in the text",
    "leaked-format": "a blank of a template, or a piece of a data file, stands in the text",
    "no-output": "the last program printed nothing",
    "claimed-output": "the prose tells of an output that no program gave",
    "no-answer": "no answer, or one that cannot be put into a box",
    "two-answers": "the prose ends with another answer than the one that is noted",
    "contradicts-output": "the answer is not what was printed",
    "contradicts-reference": "the answer is not the problem's key",
    "wrong-language": "the solution is not in the problem's language, or one is in neither English nor Chinese",
    "too-short": "too short to be a problem or a solution",
    "too-long": "too long to be learnt from",
    "too-many-cells": "more programs than the agent lets a model run",
    "duplicate": "the same solution of the same problem",
    "enough-solutions": "the problem has as many solutions as are wanted",
    "near-duplicate": "a problem with the same numbers and nearly the same words was kept",
    "contaminated": "a problem of evaluation, or a long passage of one",
    "contaminated-near": "a problem of evaluation in nearly the same words",
    "contaminated-variant": "a problem of evaluation with other numbers",
}
_STYLE: Final = (
    "text{font:13px system-ui,sans-serif;fill:#222}.bar{fill:#4f7cac}.part1{fill:#c2571a}"
    "@media(prefers-color-scheme:dark){text{fill:#e6e6e6}.bar{fill:#6d9bd1}.part1{fill:#f0a468}}"
)


@dataclass
class Counts:
    """What became of the examples.

    Attributes:
        details: of each reason, the first few.
        came, went: by where an example is from, which its id says before the stroke.
    """

    kept: int = 0
    dropped: Counter[str] = field(default_factory=Counter)
    details: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    mended: Counter[str] = field(default_factory=Counter)
    came: Counter[str] = field(default_factory=Counter)
    went: Counter[str] = field(default_factory=Counter)
    licences: Counter[str] = field(default_factory=Counter)
    languages: Counter[str] = field(default_factory=Counter)

    @property
    def total(self) -> int:
        """How many came in."""
        return self.kept + self.dropped.total()


def counted(folder: StageFolder) -> Counts:
    """What became of all examples of a stage."""
    found = Counts()
    for outcome in folder.outcomes():
        found.kept += len(outcome.kept)
        for one in outcome.kept:
            found.came[_origin(one.id)] += 1
            found.went[_origin(one.id)] += 1
            found.licences[one.licence] += 1
            found.languages[one.language] += 1
        for gone in outcome.dropped:
            found.came[_origin(gone.id)] += 1
            found.dropped[gone.reason] += 1
            told = found.details.setdefault(gone.reason, [])
            if len(told) < EXAMPLES_OF_A_REASON:
                told.append((gone.id, gone.detail))
        found.mended.update(what for _, what in outcome.changed)
    return found


def write_report(folder: StageFolder, against: Sequence[Mapping[str, Any]]) -> None:
    """Count, and write the report with its pictures. `against` are the sources of the sets of evaluation.

    Raises:
        OSError: a file cannot be written.
    """
    found = counted(folder)
    for name, picture in _pictures(found).items():
        write_whole(folder.path / f"{name}.svg", picture)
    write_whole(folder.path / REPORT, "\n".join(_page(found, against)) + "\n")


def _page(found: Counts, against: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    yield f"# Cleaned\n\n{found.total:,} examples came in, **{found.kept:,} went out**, {found.dropped.total():,} were dropped.\n"
    if found.dropped:
        yield "## Dropped, and why\n\n![Dropped](dropped.svg)\n\n| reason | what it means | examples | for instance |\n|---|---|---:|---|"
        for reason, count in _most(found.dropped):
            told = "; ".join(
                f"`{_cell(name)}` {_cell(detail)[:60]}" for name, detail in found.details[reason]
            )
            yield f"| {reason} | {REASONS.get(reason, '')} | {count:,} | {told} |"
    if found.mended:
        yield (
            "\n## Mended\n\n![Mended](mended.svg)\n\nOf the examples that were kept; the cleaners are those of `training/cleaning`.\n"
        )
        yield "| cleaner | examples |\n|---|---:|"
        yield from (f"| {name} | {count:,} |" for name, count in _most(found.mended))
    yield "\n## Where they are from\n\n![From](from.svg)\n\n| from | in | out |\n|---|---:|---:|"
    yield from (f"| {_cell(name)} | {count:,} | {found.went[name]:,} |" for name, count in _most(found.came))
    yield "\n## Licences and languages of what went out\n\n| licence | examples |\n|---|---:|"
    yield from (f"| {_cell(name)} | {count:,} |" for name, count in _most(found.licences))
    yield "\n| language | examples |\n|---|---:|"
    yield from (f"| {name} | {count:,} |" for name, count in _most(found.languages))
    yield "\n## Sets of evaluation that were kept out\n"
    if not against:
        yield "**None was given**: scores of a model that is trained on this say nothing.\n"
        return
    gone = sum(count for reason, count in found.dropped.items() if reason.startswith(CONTAMINATED))
    yield f"{gone:,} examples were dropped because of them.\n\n| set | problems | checksum |\n|---|---:|---|"
    for source in against:
        yield f"| {_cell(str(source['name']))} ({_cell(str(source['file']))}) | {source['problems']:,} | {str(source['sha256'])[:12]} |"


def _pictures(found: Counts) -> dict[str, str]:
    made = {
        "dropped": _bars("Dropped", found.dropped),
        "mended": _bars("Mended", found.mended),
        "from": charts.bars(
            "From",
            [
                Bar(name, (found.went[name], count - found.went[name]), f"{found.went[name]:,} of {count:,}", f"{name}: {found.went[name]} of {count} kept")
                for name, count in _most(found.came)
            ],
            ticks=[], most=max(found.came.values(), default=1), style=_STYLE,
        ),
    }  # fmt: skip
    return {name: picture for name, picture in made.items() if picture}


def _bars(title: str, counts: Counter[str]) -> str:
    rows = [Bar(name, (count,), f"{count:,}", f"{name}: {count}") for name, count in _most(counts)]
    return charts.bars(title, rows, ticks=[], most=max(counts.values(), default=1), style=_STYLE)


def _most(counts: Counter[str]) -> list[tuple[str, int]]:
    """The largest first, those that are equal by their names."""
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def _origin(name: str) -> str:
    return name.partition("/")[0] if "/" in name else "other"


def _cell(text: str) -> str:
    """As it may stand in a table of Markdown."""
    return text.replace("|", "\\|").replace("\n", " ").replace("`", "'")
