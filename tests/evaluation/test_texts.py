"""Solutions that were written elsewhere become a run; a run without boxes is graded by its prose."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from evaluation.__main__ import main
from evaluation.folder import RESULTS, RunFolder
from evaluation.rows import Record, Row
from solver.events import Done, Reasoning

PROBLEMS = [
    {"id": "eggs", "question": "What is 3*4?", "answer": "12"},
    {"id": "even", "question": "Which is even?", "answer": "B", "choices": ["1", "2"]},
    {"id": "sum", "question": "What is 1+1?", "answer": "2"},
    {"id": "half", "question": "Halve 1.", "answer": "1/2"},
]
TEXTS = {
    "eggs": "3*4 is\n#### 12",
    "even": "The answer is (B) 2.",
    "sum": "It is 2 + 2, I think.",
    "half": r"\boxed{2}",
}


def lines(file: Path, rows: Sequence[dict[str, Any]]) -> str:
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return str(file)


def test_texts_become_a_run(tmp_path: Path) -> None:
    problems = lines(tmp_path / "p.jsonl", PROBLEMS)
    texts = lines(tmp_path / "t.jsonl", [{"id": i, "text": t} for i, t in TEXTS.items()])
    command = ["texts", texts, "--data", problems, "--by", "a stranger", "--out", str(tmp_path / "run")]
    assert main(command) == 0
    run = RunFolder(tmp_path / "run")
    assert {r.id: r.verdict for r in run.rows()} == {
        "eggs": "right", "even": "right", "sum": "declined", "half": "wrong",
    }  # fmt: skip
    assert run.header()["model"] == "a stranger"
    assert isinstance(shown := run.events("half")[0], Reasoning) and shown.delta == TEXTS["half"]
    assert main(command) == 2  # there are results already


def test_texts_that_are_none(tmp_path: Path) -> None:
    problems = lines(tmp_path / "p.jsonl", PROBLEMS)
    for number, rows in enumerate(
        ([{"id": "eggs"}], [{"id": "strange", "text": "1"}], [{"id": "eggs", "text": "1"}] * 2, [])
    ):
        texts = lines(tmp_path / f"{number}.jsonl", rows)
        assert main(["texts", texts, "--data", problems, "--out", str(tmp_path / "run")]) == 2


def test_prose_without_a_box_is_regraded(tmp_path: Path) -> None:
    old = RunFolder(tmp_path / "old")
    old.begin({"id": "old"}, [Record("sum", "toy", "What is 1+1?", "2")])
    old.keep_events("sum", [Reasoning(0, "The answer "), Reasoning(0, "is 2."), Done("no-answer")])
    row = Row("sum", "toy", "", "", "2", "declined", "unknown", 0.1)
    (old.path / RESULTS).write_text(row.line(), encoding="utf-8")
    for grader, verdict in (("values", "declined"), ("texts", "right")):
        assert main(["regrade", str(old.path), "--grader", grader, "--out", str(tmp_path / grader)]) == 0
        assert [r.verdict for r in RunFolder(tmp_path / grader).rows()] == [verdict]
