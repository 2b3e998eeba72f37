"""Checking in worker processes: limits, and the terminal door."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import AsyncIterator

import pytest

from solver import check_command
from solver.__main__ import main
from solver.models.checking import WorkChecker
from solver.models.worker import WorkerPool
from solver.ports import Problem


@pytest.fixture
async def workers() -> AsyncIterator[WorkerPool]:
    pool = WorkerPool(1)
    await pool.start()
    yield pool
    await pool.close()


async def test_lines_and_answers(workers: WorkerPool) -> None:
    checker = WorkChecker(workers)
    problem = Problem("Solve 2x + 3 = 7", "en")
    verdicts = await checker.check(problem, ["2x = 4", "x = 3"])
    assert [v.verdict for v in verdicts] == ["correct", "wrong"]
    assert (await checker.judge_answer(problem, "x = 2")).verdict == "correct"
    by_tutor = await checker.judge_answer(
        Problem("What is the vertex of the parabola?", "en"), "(1, 2)", solved="(1, 2)"
    )
    assert by_tutor.verdict == "correct"


async def test_a_line_that_takes_too_long_costs_its_own_verdict_only(workers: WorkerPool) -> None:
    """The worker is really asked, and stopped; the next line is judged by another one, without the slow line."""
    slow = Problem("Solve sin(300x) + sin(301x) = 1/3 for 0 <= x <= 900", "en")
    lines = ["sin(300x) = 1/3 - sin(301x)", "1 + 1 = 2"]
    verdicts = await WorkChecker(workers, line_timeout_s=0.4).check(slow, lines)
    assert [v.reason for v in verdicts] == ["too-long-to-decide", "calculation"]
    late = await WorkChecker(workers, work_timeout_s=0.0).check(slow, lines)
    assert {v.reason for v in late} == {"too-long-to-decide"}


async def test_the_tutor_is_asked_for_its_answer_only_where_that_tells_the_end(workers: WorkerPool) -> None:
    asked: list[str] = []

    async def solve(problem: Problem) -> str | None:
        asked.append(problem.text)
        return "21"

    checker = WorkChecker(workers, solve=solve)
    other = Problem("If 2x - 3 = 7, find 4x + 1", "en")
    assert [v.verdict for v in await checker.check(other, ["2x = 10", "20"])] == ["correct", "wrong"]
    assert (await checker.check(other, ["21"], solved="21"))[0].reason == "asked-value"
    assert (await checker.check(Problem("Solve 2x - 3 = 7", "en"), ["x = 5"]))[0].reason == "solved"
    assert asked == [other.text]


async def test_nothing_is_asked_of_a_worker_for_a_huge_paste() -> None:
    verdicts = await WorkChecker(WorkerPool(1)).check(Problem("Solve x = 1", "zh"), ["x" * 7000])
    assert verdicts[0].reason == "too-much-work" and "太长" in verdicts[0].why


def test_the_terminal_door(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """In this process, which has warm workers."""
    given = {"problem": "Solve 3(x-2) = 9", "lines": ["3x - 2 = 9", "3x = 11"], "lang": "en"}
    monkeypatch.setattr(sys, "argv", ["solver", "check"])
    monkeypatch.setattr(sys, "stdin", io.StringIO(json.dumps(given)))
    assert main() == 0
    first, second = json.loads(capsys.readouterr().out)["lines"]
    assert (first["verdict"], first["slip"]) == ("wrong", "distribution") and first["why"]
    assert second["follows_wrong"]


def test_the_terminal_door_says_what_it_needs(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("2x=4"))
    assert check_command.main([]) == 1
    assert '"problem"' in capsys.readouterr().err
