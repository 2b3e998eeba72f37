"""`python -m evaluation run`: solve the problems of a data set through the whole product, and grade the answers."""

from __future__ import annotations

import argparse
import asyncio
import shlex
import signal
import sys
from collections import Counter
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from evaluation.cluster import RayCrew
from evaluation.crew import Crew, LocalCrew, product
from evaluation.datasets import MAMMOTH
from evaluation.datasets.loading import load
from evaluation.folder import HEADER, RunFolder
from evaluation.progress import Progress
from evaluation.reporting.figures import table
from evaluation.rows import BadData, Record, Row
from evaluation.runner import retry_failed, run
from evaluation.solving import LIMIT_S, MODEL_LIMIT_S, Way
from solver.agent import STRATEGIES
from solver.models import spec

AGAIN: Final = 4
"""The status of a run that is whole, of a file in which problems or ids came again."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    data = parser.add_argument_group("problems")
    data.add_argument(
        "--dataset",
        action="append",
        metavar="NAME",
        help="see `python -m evaluation datasets`; mammoth: its nine; may be repeated",
    )
    data.add_argument(
        "--data", action="append", type=Path, metavar="FILE",
        help="a file or folder of problems (JSONL, JSON, CSV, parquet), in the form of one --dataset or in our own; may be repeated",
    )  # fmt: skip
    data.add_argument(
        "--sample", action="store_true", help="only the three bundled problems of each --dataset"
    )
    data.add_argument("--split", help="of a --dataset, other than the usual one")
    data.add_argument(
        "--revision",
        help="of one --dataset, the commit on the hub; a resumed run keeps the one it began with",
    )
    data.add_argument("--limit", type=int, help="only so many problems of each, from its beginning")
    who = parser.add_argument_group("who solves them")
    who.add_argument(
        "--model", default="builtin", help="builtin, openai:NAME, or the name or folder of a local model"
    )
    who.add_argument(
        "--strategy", choices=sorted(set(STRATEGIES) - {"plain"}), help="how a language model solves"
    )
    who.add_argument("--samples", type=int, help="attempts of a vote")
    who.add_argument("--seed", type=int, help="of the tokens that a model draws")
    who.add_argument(
        "--limit-s",
        type=float,
        help=f"seconds for one problem: {LIMIT_S:g}, for a language model {MODEL_LIMIT_S:g}",
    )
    who.add_argument("--jobs", type=int, default=2, help="problems at a time")
    who.add_argument("--ray", metavar="ADDRESS", help="solve on a Ray cluster; local starts one here")
    kept = parser.add_argument_group("what is kept and shown")
    kept.add_argument("--out", type=Path, help="the folder of the run; without it nothing is kept")
    kept.add_argument("--resume", action="store_true", help="go on with a run that was stopped")
    kept.add_argument(
        "--retry-failed", action="store_true", help="with --resume: solve again what failed before"
    )
    kept.add_argument(
        "--by", choices=("dataset", "subject"), default="dataset", help="how the summary is divided"
    )
    kept.add_argument(
        "--show", default="", help="print these rows as they come: wrong, declined, failed, right"
    )


def main(options: argparse.Namespace, given: Sequence[str]) -> int:
    """Run the problems and print the summary; 0 where all have a row, `AGAIN` where some of a file came twice."""
    for name in ("jobs", "limit", "samples"):
        if (value := getattr(options, name)) is not None and value < 1:
            raise BadData(f"--{name} is at least 1")
    way = _way(options)
    records, sources = _problems(options)
    command = shlex.join(["python", "-m", "evaluation", *given])
    if options.retry_failed and options.resume and options.out and options.out.exists():
        print(f"{retry_failed(options.out)} failed problems are solved again", file=sys.stderr)

    async def all_rows(out: Path) -> list[Row]:
        with suppress(NotImplementedError):  # Windows
            loop, task = asyncio.get_running_loop(), asyncio.current_task()
            assert task is not None
            loop.add_signal_handler(signal.SIGTERM, task.cancel)
        shown, progress = _Shown(records, options.show), list[Progress]()

        def told(row: Row) -> None:
            shown.told(row)
            progress[0].told(row)

        async with _crew(options) as crew:
            return await run(
                records,
                out,
                crew,
                way,
                resume=options.resume,
                command=command,
                sources=sources,
                told=told,
                begun=lambda rows: progress.append(Progress(list(rows), len(records))),
            )

    try:
        if options.out:
            rows = asyncio.run(all_rows(options.out))
        else:
            with TemporaryDirectory(prefix="evaluation-") as folder:
                rows = asyncio.run(all_rows(Path(folder)))
    except asyncio.CancelledError:  # SIGTERM
        raise KeyboardInterrupt from None
    print(table(rows, by=options.by))
    return AGAIN if options.data and any(source.get("again") for source in sources) else 0


@asynccontextmanager
async def _crew(options: argparse.Namespace) -> AsyncIterator[Crew]:
    """Who solves the problems: this process, or a cluster."""
    if options.ray:
        yield RayCrew(options.ray, options.model, jobs=options.jobs)
        return
    async with product(options.model) as students:
        yield LocalCrew(students, jobs=options.jobs)


class _Shown:
    """Prints the rows of some verdicts with their questions."""

    def __init__(self, records: Sequence[Record], verdicts: str) -> None:
        self._questions, self._verdicts = {r.id: r.question for r in records}, set(verdicts.split(","))

    def told(self, row: Row) -> None:
        if row.verdict in self._verdicts:
            print(f"\n[{row.verdict}, {row.checked}] {row.id}: {self._questions[row.id]}\n"
                  f"   expected {row.reference} | got {row.answer[:300] or '-'} {row.note}", flush=True)  # fmt: skip


def _way(options: argparse.Namespace) -> Way:
    try:
        model = spec(options.model).name
    except LookupError as error:
        raise BadData(str(error)) from error
    limit_s = options.limit_s or (LIMIT_S if model == "builtin" else MODEL_LIMIT_S)
    return Way(model, options.strategy, options.samples, options.seed, limit_s)


def _problems(options: argparse.Namespace) -> tuple[list[Record], list[Mapping[str, Any]]]:
    """All problems that are asked for; ids that two sources share are numbered.

    Raises:
        BadData: as `load`.
    """
    names = [n for name in options.dataset or () for n in (MAMMOTH if name == "mammoth" else (name,))]
    if not names and not options.data:
        raise BadData("which problems? --dataset NAME or --data FILE")
    if options.data and len(names) > 1:
        raise BadData("files with --data are of one --dataset, or of none")
    if options.revision and (options.data or len(names) != 1):
        raise BadData("--revision is of one --dataset from the hub")
    begun = _revisions(options.out) if options.resume and options.out else {}
    records, sources, seen = list[Record](), list[Mapping[str, Any]](), Counter[str]()
    try:
        parts = [
            load(
                names[0] if names and options.data else name, data=file, split=options.split,
                limit=options.limit, sample=options.sample, revision=options.revision or begun.get(name or ""),
            )
            for name, file in ([(None, f) for f in options.data] if options.data else [(n, None) for n in names])
        ]  # fmt: skip
    except LookupError as error:
        raise BadData(str(error)) from error
    for part in parts:
        for note in part.notes:
            print(f"{part.source['file']}: {note}", file=sys.stderr)
        sources.append(part.source)
        for record in part.records:
            seen[record.id] += 1
            again = seen[record.id]
            records.append(record if again == 1 else replace(record, id=f"{record.id}#{again}"))
    return records, sources


def _revisions(out: Path) -> dict[str, str]:
    """The commits of the data sets that a run began with, by their names."""
    if not (out / HEADER).exists():
        return {}
    sources = RunFolder(out).header().get("sources") or []
    return {s["name"]: s["revision"] for s in sources if s.get("hub") and s.get("revision")}
