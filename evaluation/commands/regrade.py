"""`python -m evaluation regrade DIR --out NEW`: grade the answers of a run again, by another grader or a newer one.

Nothing is solved again. The new folder is a run of its own, to be compared with the old one.
"""

from __future__ import annotations

import argparse
import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final
from uuid import uuid4

from evaluation.folder import RESULTS, RunFolder, write_whole
from evaluation.grader.final_answer import final_answer
from evaluation.grading import Judge
from evaluation.reporting.figures import table
from evaluation.rows import BadData, Outcome, Record, Row
from evaluation.verdicts import UNDECIDED, Graded, grade
from solver.events import Reasoning

GRADERS: Final[Mapping[str, str]] = {
    "values": "the grader that counts: compares what answers are worth",
    "exact": "compares texts, as most published scores on MATH were made",
    "strict": "as values, and the answer must have the form that was asked for",
    "texts": "as values, and where no answer was boxed the one that the text ends with counts",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("folder", type=Path, metavar="DIR", help="the folder of a run")
    parser.add_argument(
        "--grader", choices=GRADERS, default="values", help="; ".join(f"{k}: {v}" for k, v in GRADERS.items())
    )
    parser.add_argument(
        "--out", type=Path, required=True, help="the folder for the rows as they are graded now"
    )


def main(options: argparse.Namespace, given: Sequence[str]) -> int:
    """Grade and print the summary."""
    rows = asyncio.run(regrade(RunFolder(options.folder), RunFolder(options.out), options.grader))
    print(table(rows))
    return 0


async def regrade(old: RunFolder, new: RunFolder, grader: str) -> list[Row]:
    """The rows of `old`, graded again, in the folder `new`.

    Raises:
        BadData: `old` is no run, or `new` holds results.
    """
    if (new.path / RESULTS).exists():
        raise BadData(f"{new.path / RESULTS} exists; choose another --out")
    problems, head, judge = old.problems(), old.header(), Judge()
    try:
        rows = [
            await _again(
                judge, problems.get(row.id), _answered(old, row) if grader == "texts" else row, grader
            )
            for row in old.rows()
        ]
    finally:
        await judge.close()
    new.begin(
        head | {"id": uuid4().hex, "regraded": {"from": head.get("id", old.path.name), "by": grader}},
        problems.values(),
    )
    for row in rows:
        new.keep_events(row.id, old.events(row.id))
    write_whole(new.path / RESULTS, "".join(row.line() for row in rows))
    return rows


def _answered(run: RunFolder, row: Row) -> Row:
    """The row with the answer that the prose of its stream ends with, if it has none."""
    if row.answer:
        return row
    prose = "".join(event.delta for event in run.events(row.id) if isinstance(event, Reasoning))
    return replace(row, answer=final_answer(prose) or "")


async def _again(judge: Judge, record: Record | None, row: Row, grader: str) -> Row:
    if record is None:
        raise BadData(f"the problem {row.id} of the run is not among its problems")
    if not row.answer:
        return row
    graded = await grade(judge, record, row.answer)
    note = " | ".join(
        filter(None, [row.note.replace(UNDECIDED, "").strip(" |"), "" if graded.decided else UNDECIDED])
    )
    return replace(row, verdict=_verdict(graded, grader), form=graded.form, exact=graded.exact, note=note)


def _verdict(graded: Graded, grader: str) -> Outcome:
    if grader == "exact":
        return "right" if graded.exact else "wrong"
    if grader == "strict" and graded.form == "missed":
        return "wrong"
    return graded.verdict
