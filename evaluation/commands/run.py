"""`python -m evaluation run`: solve the problems of JSONL files through the whole product, and grade the answers."""

from __future__ import annotations

import argparse
import asyncio
import shlex
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from evaluation.report import table
from evaluation.rows import BadData, Row, load_records
from evaluation.runner import LIMIT_S, MODEL_LIMIT_S, Way, product, run
from solver.agent import STRATEGIES
from solver.models import spec


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument(
        "--data", action="append", type=Path, required=True, help="a JSONL file; may be repeated"
    )
    parser.add_argument(
        "--model", default="builtin", help="builtin, openai:NAME, or the name or folder of a local model"
    )
    parser.add_argument(
        "--strategy", choices=sorted(set(STRATEGIES) - {"plain"}), help="how a language model solves"
    )
    parser.add_argument("--samples", type=int, help="attempts of a vote")
    parser.add_argument(
        "--limit-s",
        type=float,
        help=f"seconds for one problem: {LIMIT_S:g}, for a language model {MODEL_LIMIT_S:g}",
    )
    parser.add_argument("--out", type=Path, help="the folder for results.jsonl; without it nothing is kept")
    parser.add_argument("--jobs", type=int, default=2, help="problems at a time")
    parser.add_argument("--limit", type=int, help="only so many problems of each file, from its beginning")
    parser.add_argument("--resume", action="store_true", help="go on with a run that was stopped")
    parser.add_argument(
        "--by", choices=("dataset", "subject"), default="dataset", help="how the summary is divided"
    )
    parser.add_argument(
        "--show", default="", help="print these rows as they come: wrong, declined, failed, right"
    )


def main(options: argparse.Namespace, given: Sequence[str]) -> int:
    """Run the problems and print the summary; 0 where all have a row."""
    if options.jobs < 1 or (options.limit is not None and options.limit < 1):
        raise BadData("--jobs and --limit are at least 1")
    try:
        model = spec(options.model).name
    except LookupError as error:
        raise BadData(str(error)) from error
    limit_s = options.limit_s or (LIMIT_S if model == "builtin" else MODEL_LIMIT_S)
    records = load_records(options.data, limit=options.limit)
    questions, shown = {r.id: r.question for r in records}, set(options.show.split(","))

    def told(row: Row, done: int, of: int) -> None:
        if row.verdict in shown:
            print(f"\n[{row.verdict}, {row.checked}] {row.id}: {questions[row.id]}\n"
                  f"   expected {row.reference} | got {row.answer[:300] or '-'} {row.note}", flush=True)  # fmt: skip
        if sys.stderr.isatty():
            print(f"\r{done} of {of}", end="" if done < of else "\n", file=sys.stderr, flush=True)

    async def all_rows(out: Path) -> list[Row]:
        async with product(options.model) as students:
            return await run(
                records, out, students, way=Way(model, options.strategy, options.samples), limit_s=limit_s,
                jobs=options.jobs, resume=options.resume,
                command=shlex.join(["python", "-m", "evaluation", *given]), told=told,
            )  # fmt: skip

    if options.out:
        rows = asyncio.run(all_rows(options.out))
    else:
        with TemporaryDirectory(prefix="evaluation-") as folder:
            rows = asyncio.run(all_rows(Path(folder)))
    print(table(rows, by=options.by))
    return 0
