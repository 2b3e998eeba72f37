"""What a run measured as a table in Markdown, with the measures of the issue beside it. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from tests.load.machine import MEGABYTE
from tests.load.rows import Row, percentile, slope_per_minute
from tests.load.running import Result

SETTLED_S: Final = 120.0  # memory is to be flat from then on
FLAT_MB_PER_MINUTE: Final = 5.0
MEMORY_MB: Final = 4096.0
FIRST_S, SOLVED_S = 1.0, 5.0


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of a run. Seconds, megabytes, cores; None where there is nothing to count."""

    problems: int
    errors: int
    first_median_s: float | None
    first_p95_s: float | None
    solved_median_s: float | None
    solved_p95_s: float | None
    solved_max_s: float | None
    peak_mb: float | None
    slope_mb_per_minute: float | None
    cores: float | None
    generator_cores: float
    cpu_a_problem_s: float | None


def figures(result: Result, rows: Sequence[Row] | None = None) -> Figures:
    """Of all rows of a run, or of some."""
    rows = result.rows if rows is None else rows
    first = [row.first_s for row in rows if row.first_s is not None]
    solved = [row.solved_s for row in rows if row.solved_s is not None]
    used = result.uses
    cpu_s = used[-1].cpu_s - used[0].cpu_s if len(used) > 1 else None
    lasted_s = used[-1].at_s - used[0].at_s if len(used) > 1 else 0.0
    settled = [(u.at_s, u.pss_bytes / MEGABYTE) for u in used if u.at_s >= SETTLED_S]
    return Figures(
        len(rows),
        sum(row.is_error for row in rows),
        percentile(first, 0.5), percentile(first, 0.95), percentile(solved, 0.5), percentile(solved, 0.95), max(solved, default=None),
        max((u.pss_bytes / MEGABYTE for u in used), default=None),
        slope_per_minute(settled),
        cpu_s / lasted_s if cpu_s is not None and lasted_s else None,
        result.generator_cpu_s / result.took_s if result.took_s else 0.0,
        cpu_s / len(result.rows) if cpu_s is not None and result.rows else None,
    )  # fmt: skip


def number(value: float | None, unit: str = "", digits: int = 2) -> str:
    """A figure in words.

    >>> number(1.234, " s"), number(None)
    ('1.23 s', '–')
    """
    return "–" if value is None else f"{value:,.{digits}f}{unit}"


def table(result: Result) -> str:
    """The run: what was wanted, what was measured, whether it holds."""
    f, plan = figures(result), result.plan
    who = f"{plan.students} students ({plan.pages} pages, {plan.clients} gradio_client, {plan.browsers} browsers), {plan.idle} idle, a problem every {plan.every_s:g} s for {plan.minutes:g} min"  # fmt: skip
    lines = [
        f"{who}: {f.problems} problems",
        "",
        "| | wanted | measured | |",
        "|---|---|---|---|",
        _line("errors", "0", str(f.errors + result.unopened), f.errors + result.unopened == 0),
        _line("first event, median", "", number(f.first_median_s, " s")),
        _line("first event, 95th percentile", f"≤ {FIRST_S:g} s", number(f.first_p95_s, " s"), _under(f.first_p95_s, FIRST_S)),
        _line("solved, median", "", number(f.solved_median_s, " s")),
        _line("solved, 95th percentile", f"≤ {SOLVED_S:g} s", number(f.solved_p95_s, " s"), _under(f.solved_p95_s, SOLVED_S)),
        _line("solved, slowest", "", number(f.solved_max_s, " s")),
        _line("memory (PSS of the program's processes), peak", f"< {MEMORY_MB:,.0f} MB", number(f.peak_mb, " MB", 0), _under(f.peak_mb, MEMORY_MB)),
        _line("memory after 2 minutes, slope", f"≤ {FLAT_MB_PER_MINUTE:g} MB/min", number(f.slope_mb_per_minute, " MB/min", 1), _under(f.slope_mb_per_minute, FLAT_MB_PER_MINUTE)),
        _line("processor of the program", "", number(f.cores, " cores")),
        _line("processor time a problem, all that ran included", "", number(f.cpu_a_problem_s, " s", 3)),
        _line("processor of the generator, browsers included", "", number(f.generator_cores, " cores")),
        _line("left behind", "nothing", "; ".join(result.left) or "nothing", not result.left),
    ]  # fmt: skip
    return "\n".join([*lines, "", *_kinds(result.rows), *_errors(result.rows), *result.notes])


def _under(value: float | None, limit: float) -> bool | None:
    return None if value is None else value <= limit


def _line(what: str, wanted: str, measured: str, holds: bool | None = None) -> str:
    return (
        f"| {what} | {wanted} | {measured} | {'' if holds is None else 'holds' if holds else '**missed**'} |"
    )


def _kinds(rows: Sequence[Row]) -> list[str]:
    """A line for each kind of client and each tutor."""
    kinds = sorted({(row.kind, row.model) for row in rows})
    if len(kinds) < 2:
        return []
    lines = ["| client | tutor | problems | errors | first, p95 | solved, p95 |", "|---|---|---|---|---|---|"]
    for kind, model in kinds:
        some = [row for row in rows if (row.kind, row.model) == (kind, model)]
        first = percentile([r.first_s for r in some if r.first_s is not None], 0.95)
        solved = percentile([r.solved_s for r in some if r.solved_s is not None], 0.95)
        lines.append(f"| {kind} | {model} | {len(some)} | {sum(r.is_error for r in some)} | {number(first, ' s')} | {number(solved, ' s')} |")  # fmt: skip
    return [*lines, ""]


def _errors(rows: Iterable[Row]) -> list[str]:
    """What went wrong, the most frequent first."""
    counts = Counter(f"{row.state}: {row.error or row.problem}"[:160] for row in rows if row.is_error)
    return [f"- {number}× {what}" for what, number in counts.most_common(10)]
