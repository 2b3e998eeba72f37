"""Check a student's work in the reading workers: a limit for every line and one for all of them.

A line that takes too long costs its own verdict only: its worker is stopped, and the next line is judged without it.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Awaitable, Callable, Collection, Sequence
from typing import Any, Final, TypeAlias

from solver.models.worker import WorkerDied, WorkerPool, WorkerTimeout
from solver.ports import Problem
from solver.verify.refusals import refusal
from solver.verify.sentences import say
from solver.verify.verdicts import LineVerdict

LINE_TIMEOUT_S: Final = 2.0
WORK_TIMEOUT_S: Final = 10.0
PROBLEM_TIMEOUT_S: Final = 6.0
"""For reading the problem: a story takes the longest."""

Solve: TypeAlias = Callable[[Problem], Awaitable[str | None]]
"""The tutor's own answer (LaTeX) to a problem; None where it finds none or cannot prove it."""

_log: Final = logging.getLogger(__name__)


class WorkChecker:
    """Judges lines and answers; the workers are shared, and somebody else's to start and to close.

    `solve` finds the tutor's own answer; without it the end of a work on the sum of the roots, f'(2) and the like is not judged.
    """

    def __init__(
        self,
        workers: WorkerPool,
        *,
        line_timeout_s: float = LINE_TIMEOUT_S,
        work_timeout_s: float = WORK_TIMEOUT_S,
        solve: Solve | None = None,
    ) -> None:
        self._workers, self._line_timeout_s, self._work_timeout_s = workers, line_timeout_s, work_timeout_s
        self._solve = solve

    async def check(
        self,
        problem: Problem,
        lines: Sequence[str],
        *,
        shown: Collection[str] = (),
        solved: str | None = None,
    ) -> tuple[LineVerdict, ...]:
        """A verdict for each line, in order. `shown` are texts of the tutor that the student has seen: copied ones are not judged.

        `solved` is the tutor's own, proved answer (LaTeX). It is found first where it is not given and only it can tell whether
        the work has come to what was asked for.

        Never raises for what stands in the lines; what was not decided in time is `unknown`.
        """
        language = problem.language
        if (refused := refusal(lines, language, shown)) is not None:
            return (refused,) * max(1, len(lines))
        common: dict[str, Any] = {"problem": problem.text, "lines": list(lines), "language": language}
        opened = await self._ask({"op": "work-open"} | common, PROBLEM_TIMEOUT_S)
        if "lines" not in opened:
            return tuple(
                LineVerdict("unknown", say("problem-unread", language), "problem-unread") for _ in lines
            )
        if opened["asks_else"] and solved is None and self._solve is not None:
            solved = await self._solve(problem)
        common["solved"] = solved if opened["asks_else"] else None
        found: list[LineVerdict] = []
        skipped: list[int] = []
        end = time.monotonic() + self._work_timeout_s
        late = LineVerdict("unknown", say("too-long-to-decide", language), "too-long-to-decide")
        for at in range(len(lines)):
            limit_s = min(self._line_timeout_s, end - time.monotonic())
            reply = (
                await self._ask({"op": "work-line", "at": at, "skipped": skipped} | common, limit_s)
                if limit_s > 0
                else {}
            )
            if "verdict" in reply:
                found.append(LineVerdict(**reply))
            else:
                skipped.append(at)
                found.append(late)
        return tuple(found)

    async def judge_answer(self, problem: Problem, answer: str, *, solved: str | None = None) -> LineVerdict:
        """The verdict on an answer; `solved` is the tutor's own answer (LaTeX), for problems whose text does not tell it."""
        request = {
            "op": "work-answer",
            "problem": problem.text,
            "answer": answer[:2000],
            "language": problem.language,
            "solved": solved,
        }
        reply = await self._ask(request, PROBLEM_TIMEOUT_S)
        if "verdict" in reply:
            return LineVerdict(**reply)
        return LineVerdict("unknown", say("too-long-to-decide", problem.language), "too-long-to-decide")

    async def _ask(self, request: dict[str, Any], limit_s: float) -> dict[str, Any]:
        """The worker's reply; empty where it took too long, died or failed."""
        try:
            reply = await self._workers.ask(request, timeout_s=limit_s)
        except (WorkerTimeout, WorkerDied):
            return {}
        if "failed" in reply:
            _log.error("checking a line failed; its traceback stands above")
            return {}
        return reply
