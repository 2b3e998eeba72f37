"""Two runs over the same problems: whether they differ, where, and how much of the gap each cause could account for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from evaluation.reporting.causes import CAUSES, cause
from evaluation.reporting.figures import figures, percent
from evaluation.reporting.html import cell
from evaluation.reporting.intervals import Pairs, wilson
from evaluation.reporting.page import LISTED, Page, Run
from evaluation.reporting.published import published, set_name
from evaluation.rows import BadData, Row


def pairs_of(first: Sequence[Row], second: Sequence[Row]) -> tuple[Pairs, list[tuple[Row, Row]]]:
    """The counts over the problems that both have, and the pairs of rows, by id.

    Raises:
        BadData: they have no problem in common.
    """
    others = {r.id: r for r in second}
    both = [(r, others[r.id]) for r in first if r.id in others]
    if not both:
        raise BadData("the two runs have no problem in common")
    right = [(a.verdict == "right", b.verdict == "right") for a, b in both]
    return (
        Pairs(
            both=right.count((True, True)),
            first=right.count((True, False)),
            second=right.count((False, True)),
            neither=right.count((False, False)),
        ),
        both,
    )


def comparison(first: Run, second: Run) -> Page:
    """The gap page of two runs."""
    page, (pairs, rows) = Page(f"{first.name} and {second.name}"), pairs_of(first.marked, second.marked)
    low, high = pairs.interval()
    page.add(
        f"# {cell(first.name)} and {cell(second.name)}",
        f"A is {cell(first.name)} (`{first.header.get('model', '')}`), B {cell(second.name)} (`{second.header.get('model', '')}`). "
        f"{len(rows)} problems that both solved; {_left_out(first, second, len(rows))}",
        "| | B right | B not right |\n|---|---:|---:|\n"
        f"| A right | {pairs.both} | {pairs.first} |\n| A not right | {pairs.second} | {pairs.neither} |",
        f"B less A: **{100 * pairs.difference:+.1f} points** (95 % interval {100 * low:+.1f} to {100 * high:+.1f}, paired); "
        f"McNemar's exact test: p = {pairs.p_value():.3g}. {_verdict(pairs)}",
    )
    page.add("## What they were made with", _settings(first.header, second.header))
    page.add("## By data set", _by_set(rows))
    for title, loser, lost in (
        ("Only A right: why B was not", 1, [(a, b) for a, b in rows if a.verdict == "right" != b.verdict]),
        ("Only B right: why A was not", 0, [(a, b) for a, b in rows if b.verdict == "right" != a.verdict]),
    ):
        if lost:
            page.add(f"## {title}", _by_cause([pair[loser] for pair in lost], len(rows)), _listed(lost))
    return page


def gap(run: Run, target: float, what: str) -> Page:
    """What lies between a run and a score, in percent, that it should have reached: the most that each cause accounts for."""
    rows, page = run.marked, Page(f"The gap of {run.name}")
    f = figures(rows)
    low, high = wilson(f.right, f.total)
    points = target - 100 * f.coverage
    inside = 100 * low <= target <= 100 * high
    page.add(
        f"# The gap of {cell(run.name)}",
        f"{percent(f.coverage)} of {f.total} problems (95 % interval {low:.1%} to {high:.1%}); {cell(what)}: {target:.1f} %. "
        f"The gap is {points:.1f} points"
        + (", within what chance alone would do." if inside else ", more than chance would do."),
        "## The most that each cause accounts for",
        _by_cause([r for r in rows if r.verdict != "right"], len(rows)),
        f"In the form that was asked for: {percent((f.right - f.form_missed) / f.total)}. By text alone: "
        f"{percent(f.exact / f.total)}. A score of another grader lies somewhere there.",
    )
    known = [s for s in published() for d in {r.dataset for r in rows} if set_name(d) in s.on]
    if known:
        page.add("Conditions of the published scores are in the report; change one thing at a time with "
                 "`python -m evaluation ablate`.")  # fmt: skip
    return page


def _verdict(pairs: Pairs) -> str:
    if pairs.first + pairs.second == 0:
        return "They were right on the same problems."
    return "More than chance would do." if pairs.p_value() < 0.05 else "Chance alone may have done that."


def _left_out(first: Run, second: Run, both: int) -> str:
    only = len(first.rows) - both, len(second.rows) - both
    return f"{only[0]} only in A and {only[1]} only in B are left out." if any(only) else "none is left out."


def _settings(first: Mapping[str, object], second: Mapping[str, object]) -> str:
    """What the headers say differently."""
    flat = [_flat(h) for h in (first, second)]
    names = [n for n in dict.fromkeys([*flat[0], *flat[1]]) if flat[0].get(n) != flat[1].get(n)]
    names = [n for n in names if n not in ("id", "command", "date") and not n.startswith("resumed")]
    if not names:
        return "Nothing that their headers say."
    lines = ["| | A | B |", "|---|---|---|"]
    return "\n".join(
        lines + [f"| {cell(n)} | {cell(flat[0].get(n, '-'))} | {cell(flat[1].get(n, '-'))} |" for n in names]
    )


def _flat(head: Mapping[str, object], prefix: str = "") -> dict[str, object]:
    found = dict[str, object]()
    for name, value in head.items():
        if isinstance(value, Mapping):
            found |= _flat(value, f"{prefix}{name}.")
        else:
            found[prefix + name] = value
    return found


def _by_set(rows: Sequence[tuple[Row, Row]]) -> str:
    lines = [
        "| data set | problems | A | B | B less A | 95 % interval | p |",
        "|---|---:|---:|---:|---:|---:|---:|",
    ]
    for name in sorted({a.dataset for a, _ in rows}):
        members = [(a, b) for a, b in rows if a.dataset == name]
        pairs, _ = pairs_of([a for a, _ in members], [b for _, b in members])
        low, high = pairs.interval()
        a, b = ((pairs.both + n) / pairs.total for n in (pairs.first, pairs.second))
        lines.append(f"| {cell(name)} | {pairs.total} | {a:.1%} | {b:.1%} | {100 * pairs.difference:+.1f} | "
                     f"{100 * low:+.1f} to {100 * high:+.1f} | {pairs.p_value():.3g} |")  # fmt: skip
    return "\n".join(lines)


def _by_cause(lost: Sequence[Row], of: int) -> str:
    names = [cause(row) for row in lost]
    lines = ["| cause | problems | points | |", "|---|---:|---:|---|"]
    return "\n".join(
        lines
        + [
            f"| {n} | {names.count(n)} | {100 * names.count(n) / of:.1f} | {CAUSES[n]} |"
            for n in CAUSES
            if n in names
        ]
    )


def _listed(pairs: Sequence[tuple[Row, Row]]) -> str:
    lines = ["| problem | reference | A | B | note |", "|---|---|---|---|---|"]
    for a, b in pairs[:LISTED]:
        note = (a if b.verdict == "right" else b).note
        lines.append(f"| {cell(a.id)} | {cell(a.reference[:120])} | {cell(a.answer[:120] or a.verdict)} | "
                     f"{cell(b.answer[:120] or b.verdict)} | {cell(note[:160])} |")  # fmt: skip
    more = f"\n\n… and {len(pairs) - LISTED} more." if len(pairs) > LISTED else ""
    return "\n".join(lines) + more
