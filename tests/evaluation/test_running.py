"""The runner keeps one row a problem whatever happens."""

from __future__ import annotations

import asyncio
import errno
import json
import os
from collections.abc import AsyncGenerator
from dataclasses import replace
from pathlib import Path

import pytest

from evaluation.__main__ import main
from evaluation.crew import LocalCrew
from evaluation.folder import RunFolder
from evaluation.rows import BadData, Record, load_rows
from evaluation.runner import GIVE_UP, GivenUp, retry_failed, run
from evaluation.solving import Way
from solver.events import Answer, Check, Done, Event, Failure
from solver.ports import Problem


class Scripted:
    """Answers each question as its text says; counts what it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.ways: list[Way] = []

    async def solve(
        self,
        problem: Problem,
        *,
        model: str = "",
        strategy: str | None = None,
        samples: int | None = None,
        seed: int | None = None,
    ) -> AsyncGenerator[Event]:
        """Events of one of a few kinds of question."""
        self.asked.append(problem.text)
        self.ways.append(Way(model, strategy, samples, seed))
        kind, _, answer = problem.text.partition(":")
        match kind:
            case "answer":
                yield Answer(answer)
                yield Check("it fits", "proved", "by hand")
                yield Done("answered")
            case "decline":
                yield Failure("declined", "I cannot read this.")
                yield Done("no-answer")
            case "fail":
                yield Failure("kernel-died", "The kernel ended.")
                yield Done("failed")
            case "slow":
                await asyncio.sleep(60)
            case "late":
                yield Answer(answer)
                await asyncio.sleep(60)
            case "break":
                raise OSError("no space left")

    async def close(self) -> None:
        """Nothing is held."""


def records(*questions: tuple[str, str]) -> list[Record]:
    return [Record(f"p{i}", "toy", q, a) for i, (q, a) in enumerate(questions)]


async def test_every_kind_of_end_has_its_verdict(tmp_path: Path) -> None:
    asked = records(
        ("answer:x=2", "2"), ("answer:3", "2"), ("decline:", "1"), ("fail:", "1"), ("slow:", "1"),
        ("late:4", "4"), ("break:", "1"), ("answer:banana", "7"),
    )  # fmt: skip
    rows = {r.id: r for r in await run(asked, tmp_path, LocalCrew(Scripted), Way(limit_s=0.3))}
    assert [rows[f"p{i}"].verdict for i in range(8)] == [
        "right", "wrong", "declined", "failed", "failed", "right", "failed", "wrong",
    ]  # fmt: skip
    assert rows["p0"].checked == "proved" and rows["p5"].checked == "unknown"
    assert "time-limit" in rows["p4"].note and "declined" in rows["p2"].note
    assert "not decided" in rows["p7"].note
    folder = RunFolder(tmp_path)
    assert folder.problems() == {r.id: r for r in asked}
    assert [type(e) for e in folder.events("p0")] == [Answer, Check, Done]
    assert folder.events("p5") == [Answer("4")] and folder.events("p4") == []
    assert {r.id: r for r in load_rows(tmp_path / "results.jsonl")} == rows


async def test_a_run_is_resumed_and_a_cut_row_is_run_again(tmp_path: Path) -> None:
    asked = records(*[(f"answer:{i}", str(i)) for i in range(6)])
    await run(asked[:4], tmp_path, LocalCrew(Scripted, jobs=1))
    results = tmp_path / "results.jsonl"
    results.write_text(results.read_text()[:-25], encoding="utf-8")  # as if killed within the fourth row
    with pytest.raises(BadData, match="--resume"):
        await run(asked, tmp_path, LocalCrew(Scripted))
    student = Scripted()
    rows = await run(asked, tmp_path, LocalCrew(lambda: student, jobs=1), resume=True)
    assert student.asked == ["answer:3", "answer:4", "answer:5"]
    assert (
        sorted(r.id for r in rows) == sorted(r.id for r in load_rows(results)) == [f"p{i}" for i in range(6)]
    )
    with pytest.raises(BadData, match="another --out"):
        await run(asked, tmp_path, LocalCrew(Scripted), Way("openai"), resume=True)


async def test_the_way_of_solving_is_passed_on_and_written_down(tmp_path: Path) -> None:
    way, student = Way("openai:m", "vote", 3, seed=7), Scripted()
    await run(records(("answer:1", "1")), tmp_path, LocalCrew(lambda: student), way)
    assert student.ways == [way]
    assert json.loads((tmp_path / "run.json").read_text())["model"] == "openai:m, vote, 3 samples"


async def test_other_problems_or_another_writer_are_refused(tmp_path: Path) -> None:
    asked = records(("answer:1", "1"), ("answer:2", "2"))
    await run(asked, tmp_path, LocalCrew(Scripted))
    other = [asked[0], Record("p1", "toy", "answer:3", "3")]
    with pytest.raises(BadData, match="other problems: p1"):
        await run(other, tmp_path, LocalCrew(Scripted), resume=True)
    more = [*asked, Record("p2", "toy", "answer:3", "3")]
    assert len(await run(more, tmp_path, LocalCrew(Scripted), resume=True)) == 3
    assert list(RunFolder(tmp_path).problems()) == ["p0", "p1", "p2"]
    assert len(RunFolder(tmp_path).header()["resumed"]) == 1

    class Meanwhile(Scripted):
        async def solve(self, problem: Problem, **_: object) -> AsyncGenerator[Event]:  # type: ignore[override]
            with pytest.raises(BadData, match="another run"):
                await run(asked, tmp_path / "new", LocalCrew(Scripted), resume=True)
            yield Done("no-answer")

    await run(asked[:1], tmp_path / "new", LocalCrew(Meanwhile))


async def test_a_model_that_is_away_ends_the_run_and_the_rest_is_solved_later(tmp_path: Path) -> None:
    asked = records(*[("answer:1", "1")] * 3, *[("fail:", "1")] * (GIVE_UP + 5))
    with pytest.raises(GivenUp, match="kernel-died"):
        await run(asked, tmp_path, LocalCrew(Scripted, jobs=1))
    rows = RunFolder(tmp_path).rows()
    assert [r.verdict for r in rows] == ["right"] * 3 + ["failed"] * GIVE_UP
    assert retry_failed(tmp_path) == GIVE_UP
    again = [*asked[:3], *[replace(r, question="answer:1") for r in asked[3:]]]
    with pytest.raises(BadData, match="other problems"):
        await run(again, tmp_path, LocalCrew(Scripted), resume=True)
    mixed = records(*[("fail:", "1"), ("decline:", "1")] * GIVE_UP)
    assert len(await run(mixed, tmp_path / "mixed", LocalCrew(Scripted, jobs=1))) == 2 * GIVE_UP


async def test_a_full_disk_leaves_no_half_row(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked, sync, calls = records(*[("answer:1", "1")] * 4), os.fsync, list[int]()

    def full(descriptor: int) -> None:
        calls.append(descriptor)
        if len(calls) == 3:
            raise OSError(errno.ENOSPC, "No space left on device")
        sync(descriptor)

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        await run(asked, tmp_path, LocalCrew(Scripted, jobs=1))
    assert [r.id for r in RunFolder(tmp_path).rows()] == ["p0", "p1"]
    assert (tmp_path / "results.jsonl").read_text().endswith("}\n")
    assert len(await run(asked, tmp_path, LocalCrew(Scripted), resume=True)) == 4


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "no problems"),
        ("{", "line 1: not JSON"),
        ("[1]", "not an object"),
        ('{"id": "a", "question": "1+1"}', "answer is missing"),
        ('{"id": "a", "question": " ", "answer": "1"}', "question is missing"),
    ],
)
def test_bad_files_get_a_sentence(
    text: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "bad.jsonl"
    file.write_text(text)
    assert main(["run", "--data", str(file), "--out", str(tmp_path / "out")]) == 2
    assert said in capsys.readouterr().err


def test_a_missing_file_gets_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", "--data", str(tmp_path / "none.jsonl"), "--out", str(tmp_path / "out")]) == 2
    assert "none.jsonl cannot be read" in capsys.readouterr().err
    assert main(["report", str(tmp_path)]) == 2


def test_the_whole_product_solves_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "own.jsonl"
    problems = [
        {"id": "sum", "question": "Calculate 17 + 26.", "answer": "43", "language": "en"},
        {"id": "half", "question": "计算 3/8 + 1/8", "answer": "1/2", "language": "zh"},
        {"id": "poem", "question": "Write a poem about the autumn moon.", "answer": "1", "language": "en"},
    ]
    file.write_text(
        "\n".join(json.dumps(p, ensure_ascii=False) for p in [*problems, problems[0]]), encoding="utf-8"
    )
    assert main(["run", "--data", str(file), "--out", str(tmp_path / "out")]) == 4, "one came twice"
    rows = {r.id: r for r in load_rows(tmp_path / "out" / "results.jsonl")}
    assert [rows[i].verdict for i in ("sum", "half", "poem")] == ["right", "right", "declined"]
    assert "| own | 3 | 2 | 0 | 1 | 0 | 100.0% |" in capsys.readouterr().out
