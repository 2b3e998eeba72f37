"""How many problems of a file are solved: `python -m tests.bench.problems FILE… [--jobs 2] [--show wrong,declined]`.

The whole way that a student's problem goes: reading worker, live kernel, check. A row is right when its answer has the
same values, in the same order where there are several, as the reference (see `same_values`).
"""

from __future__ import annotations

import argparse
import asyncio
import json
import statistics
import time
from collections import Counter, defaultdict
from collections.abc import Sequence
from contextlib import aclosing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sympy as sp

from solver import Services, Session, load_settings
from solver.events import Answer, Check, Failure
from solver.intake import language_of
from solver.latex import values_in
from solver.ports import Problem


@dataclass(frozen=True, slots=True)
class Row:
    """What became of one problem. `verdict` is right, wrong or declined."""

    record: dict[str, Any]
    verdict: str
    checked: str
    answer: str
    seconds: float


def same_values(answer: str, reference: str) -> bool:
    """Whether two answers have equal values; names in front, units and spelling do not matter."""
    if answer.replace(" ", "") == reference.replace(" ", ""):
        return True
    found, expected = values_in(answer), values_in(reference)
    if not found or not expected:
        return False
    flat = [
        list(sp.Tuple(*values).atoms(sp.Tuple)) and _flat(values) or list(values)
        for values in (found, expected)
    ]
    if len(flat[0]) != len(flat[1]):
        return False
    return all(_equal(a, b) for a, b in zip(*flat, strict=True)) or (
        len(flat[0]) > 1 and "=" not in reference and ";" not in reference and _same_set(*flat)
    )


def _flat(values: Sequence[Any]) -> list[Any]:
    return [member for v in values for member in (v if isinstance(v, sp.Tuple | sp.FiniteSet) else [v])]


def _same_set(left: list[Any], right: list[Any]) -> bool:
    return all(any(_equal(a, b) for b in right) for a in left) and all(
        any(_equal(a, b) for a in left) for b in right
    )


def _equal(a: Any, b: Any) -> bool:
    try:
        return bool(sp.simplify(a - b) == 0)
    except TypeError:
        return bool(a == b)


async def solve(session: Session, record: dict[str, Any], model: str) -> Row:
    """One problem on one session."""
    language = "zh" if record.get("language", language_of(record["question"])) == "zh" else "en"
    began, answer, checked, failures = time.perf_counter(), "", "unknown", []
    async with aclosing(session.solve(Problem(record["question"], language), model=model)) as events:
        async for event in events:
            match event:
                case Answer(latex):
                    answer = latex
                case Check(_, verdict):
                    checked = verdict
                case Failure(code, message):
                    failures.append(f"{code}: {message}")
    seconds = time.perf_counter() - began
    verdict = "declined" if not answer else "right" if same_values(answer, record["answer"]) else "wrong"
    return Row(record, verdict, checked, answer or " | ".join(failures), seconds)


async def run(records: list[dict[str, Any]], *, jobs: int, model: str) -> list[Row]:
    """All problems, `jobs` at a time, each worker with a session of its own."""
    services, rows = Services(load_settings()), list[Row]()
    await services.start()
    queue = list(reversed(records))

    async def work() -> None:
        session = services.session()
        while queue:
            rows.append(await solve(session, queue.pop(), model))
        await session.close()

    await asyncio.gather(*(work() for _ in range(jobs)))
    await services.close()
    return rows


def report(rows: list[Row], show: Sequence[str]) -> None:
    """The table by kind, then the rows asked for."""
    groups: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[str(row.record.get("kind", row.record.get("subject", "")))].append(row)
    print(f"{'kind':>12} {'all':>5} {'right':>6} {'wrong':>6} {'declined':>9}")
    for kind, members in sorted(groups.items(), key=lambda g: (len(g[0]), g[0])):
        count = Counter(r.verdict for r in members)
        print(
            f"{kind[:12]:>12} {len(members):>5} {count['right']:>6} {count['wrong']:>6} {count['declined']:>9}"
        )
    count = Counter(r.verdict for r in rows)
    tried = count["right"] + count["wrong"]
    seconds = sorted(r.seconds for r in rows if r.verdict != "declined") or [0.0]
    print(f"right {count['right']} of {len(rows)} ({count['right'] / max(1, len(rows)):.1%}), of those answered {count['right'] / max(1, tried):.1%};",
          f"wrong but proved {sum(r.verdict == 'wrong' and r.checked == 'proved' for r in rows)};",
          f"right and proved {sum(r.verdict == 'right' and r.checked == 'proved' for r in rows)};",
          f"median {statistics.median(seconds):.2f} s, 95th percentile {seconds[int(0.95 * (len(seconds) - 1))]:.2f} s")  # fmt: skip
    for row in rows:
        if row.verdict in show or (row.verdict == "wrong" and row.checked == "proved"):
            print(
                f"\n[{row.verdict}, {row.checked}] {row.record['question']}\n   expected {row.record['answer']} | got {row.answer[:300]}"
            )


def main() -> None:
    """Parse the command line, run, print."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.problems")
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--model", default="builtin")
    parser.add_argument("--limit", type=int)
    parser.add_argument("--show", default="", help="wrong, declined: print these rows")
    arguments = parser.parse_args()
    records = [
        json.loads(line)
        for f in arguments.files
        for line in f.read_text(encoding="utf-8").split("\n")
        if line.strip()
    ]
    rows = asyncio.run(run(records[: arguments.limit], jobs=arguments.jobs, model=arguments.model))
    report(rows, arguments.show.split(","))


if __name__ == "__main__":
    main()
