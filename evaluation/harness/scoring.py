"""Rows for the tasks of the harness, and what an answer is worth by three graders.

`equal` is the project's own grader, `math_verify` the package of that name, `exact_match` compares texts as `hendrycks_math` does.
"""

from __future__ import annotations

import asyncio
import os
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Any, Final

from evaluation.datasets.loading import load
from evaluation.grader.exact_match import exact_match
from evaluation.grader.final_answer import final_answer
from evaluation.grading import Judge
from evaluation.rows import Record
from evaluation.solving import posed
from evaluation.verdicts import grade

FOLDER: Final = "STEPWISE_EVAL_DATA"


def rows(name: str, folder: str | None = None) -> dict[str, Any]:
    """The split `test` of a task: `NAME.jsonl` of the folder (else of $STEPWISE_EVAL_DATA), else the data set on the hub.

    Raises:
        BadData: it is in neither.
    """
    import datasets

    place = folder or os.environ.get(FOLDER)
    loaded = load(name, data=Path(place) / f"{name}.jsonl" if place else None)
    return {"test": datasets.Dataset.from_list([asdict(record) for record in loaded.records])}


def asked(doc: dict[str, Any]) -> str:
    """What a model is asked: the question, and below it the options of multiple choice.

    >>> asked({"id": "a", "dataset": "aqua", "question": "1+1 is", "answer": "B", "choices": ["1", "2"]})
    '1+1 is\\n(A) 1\\n(B) 2'
    """
    return posed(_record(doc), model="")


def _record(doc: dict[str, Any]) -> Record:
    choices = tuple(doc["choices"]) if doc.get("choices") else None
    return Record(doc["id"], doc["dataset"], doc["question"], doc["answer"], choices)


def process_results(doc: dict[str, Any], results: list[str]) -> dict[str, float]:
    """1 or 0 by each grader for one solution; where it says no final answer, all say 0."""
    answer = final_answer(results[0])
    if not answer:
        return {"equal": 0.0, "math_verify": 0.0, "exact_match": 0.0}
    record = _record(doc)
    runner, judge = _judge()
    return {
        "equal": float(runner.run(grade(judge, record, answer)).verdict == "right"),
        "math_verify": float(_verified(answer, doc["answer"])),
        "exact_match": float(exact_match(answer, doc["answer"], choices=record.choices)),
    }


@cache
def _judge() -> tuple[asyncio.Runner, Judge]:
    return asyncio.Runner(), Judge()  # its process ends with this one: its input is closed then


def _verified(answer: str, reference: str) -> bool:
    from math_verify import parse, verify

    return bool(verify(parse(f"\\boxed{{{reference}}}"), parse(f"\\boxed{{{answer}}}")))
