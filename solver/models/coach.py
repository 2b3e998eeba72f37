"""The door to the tutor's part of a reading worker: ladders, forms, how hard problems are. Asks; computes nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from solver.models.worker import WorkerDied, WorkerPool, WorkerTimeout
from solver.ports import Problem
from solver.tutor import Ladder, Rung, Worked


@dataclass(frozen=True, slots=True)
class Coached:
    """A ladder, and more detail of each line of its solution (nothing where there is none)."""

    ladder: Ladder
    details: tuple[tuple[str, ...], ...]
    picture: str | None = None
    """Source of a cell that draws what the problem gives, and nothing of its solution."""


class Coach:
    """Asks the reading workers; everything that takes too long is answered with "don't know"."""

    def __init__(self, workers: WorkerPool) -> None:
        self._workers = workers

    async def ladder(self, problem: Problem, solution: Worked, *, own: bool) -> Coached | None:
        """The ladder to a verified solution; `own`: it is the built-in tutor's. None where it took too long."""
        fields = {"lines": solution.lines, "answer": solution.answer, "verdict": solution.verdict, "own": own}
        reply = await self._ask("ladder", problem, fields)
        if "rungs" not in reply:
            return None
        rungs = tuple(Rung(**rung) for rung in reply["rungs"])
        details = tuple(tuple(d) for d in reply["details"])
        return Coached(Ladder(rungs, reply["topic"], solution.lines), details, reply["picture"])

    async def may_be_told(self, problem: Problem, text: str, solution: Worked, idea: str) -> bool:
        """Whether a model's hint may stand in place of `idea`; where that is not known, it may not."""
        fields = {"text": text, "answer": solution.answer, "lines": solution.lines, "idea": idea}
        return bool((await self._ask("may_be_told", problem, fields)).get("may_be_told"))

    async def form(self, problem: Problem, answer: str, right: str) -> str:
        """What the form of a right answer lacks (`solver.tutor.form`)."""
        return str((await self._ask("form", problem, {"answer": answer, "right": right})).get("form", "kept"))

    async def hardness(
        self, problem: Problem, questions: Sequence[str]
    ) -> tuple[str | None, tuple[float, ...]]:
        """The topic of a problem, and how hard it and each of the questions is; no scores where that took too long."""
        reply = await self._ask("hardness", problem, {"questions": list(questions)})
        return reply.get("topic"), tuple(reply.get("scores", ()))

    async def _ask(self, op: str, problem: Problem, fields: Mapping[str, Any]) -> dict[str, Any]:
        request = {
            "op": op,
            "text": problem.text,
            "language": problem.language,
            "method": problem.method,
            "with": fields,
        }
        try:
            return await self._workers.ask(request)
        except (WorkerTimeout, WorkerDied):
            return {}
