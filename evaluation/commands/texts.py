"""`python -m evaluation texts FILE --data PROBLEMS --out DIR`: grade whole solutions that were written elsewhere.

FILE is JSONL with the `id` of a problem and the `text` of its solution. The final answer is read out of the text
(`evaluation.grader.final_answer`). The folder is a run like any other: reports, comparisons and the review page read it.
"""

from __future__ import annotations

import argparse
import asyncio
import shlex
from collections.abc import Mapping, Sequence
from pathlib import Path

from evaluation.datasets.loading import load
from evaluation.folder import RESULTS, RunFolder, write_whole
from evaluation.grader.final_answer import final_answer
from evaluation.grading import Judge
from evaluation.header import header
from evaluation.reporting.figures import table
from evaluation.rows import BadData, Record, Row, parsed_lines
from evaluation.solving import Way
from evaluation.verdicts import UNDECIDED, grade
from solver.events import Answer, Done, Event, Reasoning
from solver.intake import language_of


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("file", type=Path, metavar="FILE", help="JSONL with `id` and `text` of each solution")
    parser.add_argument("--data", type=Path, help="the file or folder of the problems")
    parser.add_argument("--dataset", metavar="NAME", help="the data set that the problems are of")
    parser.add_argument("--by", metavar="NAME", default="elsewhere", help="who wrote the solutions")
    parser.add_argument("--out", type=Path, required=True, help="the folder of the run that is made of them")


def main(options: argparse.Namespace, given: Sequence[str]) -> int:
    """Grade and print the summary."""
    folder = RunFolder(options.out)
    if (folder.path / RESULTS).exists():
        raise BadData(f"{folder.path / RESULTS} exists; choose another --out")
    try:
        loaded = load(options.dataset, data=options.data)
    except LookupError as error:
        raise BadData(str(error)) from error
    texts = _texts(options.file)
    records = [record for record in loaded.records if record.id in texts]
    if strange := texts.keys() - {record.id for record in records}:
        raise BadData(f"{options.file}: no problem has the id {min(strange)!r} ({len(strange)} such)")
    head = header(
        Way(options.by), command=shlex.join(["python", "-m", "evaluation", *given]), sources=[loaded.source]
    )
    folder.begin(head | {"model": options.by}, records)
    print(table(asyncio.run(_graded(folder, records, texts))))
    return 0


def _texts(file: Path) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for number, fields in parsed_lines(file):
        name, text = fields.get("id"), fields.get("text")
        if not isinstance(text, str) or name is None:
            raise BadData(f"{file}, line {number}: `id` and `text` are needed")
        if str(name) in found:
            raise BadData(f"{file}, line {number}: the id {name!r} comes again")
        found[str(name)] = text
    if not found:
        raise BadData(f"{file} holds no solutions")
    return found


async def _graded(folder: RunFolder, records: Sequence[Record], texts: Mapping[str, str]) -> list[Row]:
    judge = Judge()
    try:
        rows = [await _row(judge, record, texts[record.id]) for record in records]
    finally:
        await judge.close()
    for row in rows:
        answered: list[Event] = [Answer(row.answer), Done("answered")] if row.answer else [Done("no-answer")]
        folder.keep_events(row.id, [Reasoning(0, texts[row.id]), *answered])
    write_whole(folder.path / RESULTS, "".join(row.line() for row in rows))
    return rows


async def _row(judge: Judge, record: Record, text: str) -> Row:
    answer = final_answer(text)
    graded = await grade(judge, record, answer) if answer else None
    return Row(
        id=record.id,
        dataset=record.dataset,
        subject=record.subject,
        level=record.level,
        language=record.language or language_of(record.question),
        answer=answer or "",
        reference=record.answer,
        verdict=graded.verdict if graded else "declined",
        form=graded.form if graded else "",
        exact=graded.exact if graded else None,
        checked="unknown",
        seconds=0.0,
        note="" if graded is None or graded.decided else UNDECIDED,
    )
