"""The built-in tutor: a model without a language model, and the checker of everybody's answers.

Reading and finding steps happen in a worker process (`worker`, `reading`); here is only the door.
"""

from __future__ import annotations

import logging
from collections.abc import AsyncGenerator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from solver.errors import Declined
from solver.intake import language_of
from solver.models.worker import WorkerDied, WorkerPool, WorkerTimeout
from solver.ports import CheckPlan, Comparison, Delta, Draft, Exercise, Language, Message, Problem, Sampling
from solver.profiles import Profile, profile_of
from solver.sentences import say

log = logging.getLogger(__name__)


class BuiltinBackend:
    """Implements `Backend`: the workers are shared, and somebody else's to start and to close."""

    def __init__(self, workers: WorkerPool) -> None:
        self._workers = workers

    @property
    def profile(self) -> Profile:
        """That of the built-in tutor: it is given the problem as it stands."""
        return profile_of(BuiltinTutor.name)

    async def start(self) -> None:
        """Nothing to get ready."""

    def model(self, problem: Problem) -> BuiltinTutor:
        """Explains in the problem's language, by its method."""
        return BuiltinTutor(self._workers, language=problem.language, method=problem.method)

    async def close(self) -> None:
        """Nothing to give back."""


class BuiltinTutor:
    """Implements `Model`, `Checker` and `Proposer` with the topics of `solver.topics`."""

    name = "builtin"

    def __init__(
        self, workers: WorkerPool, *, language: Language | None = None, method: str | None = None
    ) -> None:
        self._workers, self._language, self._method = workers, language, method

    async def stream(
        self, messages: Sequence[Message], sampling: Sampling, *, stop: Sequence[str] = ()
    ) -> AsyncGenerator[Delta]:
        """The next stretch, a step at a time. `sampling` and `stop` mean nothing here: there is one solution.

        Raises:
            Declined: not every part of the problem was understood, or it is too hard.
        """
        text = next(m.content for m in messages if m.role == "user")
        so_far = next((m.content for m in messages if m.role == "assistant"), "")
        language = self._language or language_of(text)
        request = {"op": "continue", "text": text, "language": language, "so_far": so_far}
        reply = await self._ask(request | {"method": self._method}, language)
        if "declined" in reply:
            raise Declined(reply["declined"], reply.get("code", "declined"))
        for piece in reply["pieces"]:
            yield Delta(piece)

    async def plan(self, problem: Problem, answer: str, printed: Sequence[str] = ()) -> CheckPlan | None:
        """Another way to check `answer`; None where the problem was not understood or it took too long."""
        request = {"op": "check", "answer": answer, "printed": list(printed)} | _fields(problem)
        try:
            reply = await self._ask(request, problem.language)
        except Declined:
            return None
        return CheckPlan(**reply) if "source" in reply else None

    async def same(self, one: str, other: str) -> bool | None:
        """Whether two answers (LaTeX) mean the same; None where that was not found out."""
        found: bool | None = (await self._compared(op="same", one=one, other=other)).get("same")
        return found

    async def compare(self, answer: str, printed: str) -> Comparison | None:
        """How an answer stands to what a kernel printed; None where one of them is not a single number."""
        reply = await self._compared(op="compare", answer=answer, printed=printed)
        return Comparison(**reply) if "relation" in reply else None

    async def exact(self, printed: str) -> str | None:
        """The value that a kernel printed as LaTeX; None where it is not a value."""
        found: str | None = (await self._compared(op="exact", printed=printed)).get("exact")
        return found

    async def _compared(self, **request: str) -> dict[str, Any]:
        try:
            return await self._ask(request, self._language or "en")
        except Declined:  # it took too long, or a value was too large
            return {}

    async def drafts(self, problem: Problem, seed: int, tries: range) -> tuple[Draft, ...]:
        """The problem itself, then what the draws with these numbers gave.

        Raises:
            Declined: the problem was not understood, it took too long, or nothing in it can be drawn anew.
        """
        request = {"op": "draft", "text": problem.text, "language": problem.language,
                   "seed": seed, "tries": (tries.start, tries.stop)}  # fmt: skip
        reply = await self._ask(request, problem.language)
        if "declined" in reply:
            raise Declined(reply["declined"], reply.get("code", "declined"))
        return tuple(Draft(**d) for d in reply["drafts"])

    async def exercises(
        self, problem: Problem, printed: str, drafts: Sequence[tuple[Draft, str]]
    ) -> tuple[Exercise, ...]:
        """The drafts that are as hard as the problem, by what the cells of the problem and of each draft printed."""
        request = {"op": "exercise", "text": problem.text, "language": problem.language, "printed": printed,
                   "drafts": [(asdict(draft), output) for draft, output in drafts]}  # fmt: skip
        reply = await self._ask(request, problem.language)
        return tuple(
            Exercise(e["question"], e["answer"], CheckPlan(**e["check"])) for e in reply.get("exercises", ())
        )

    async def methods(self, problem: Problem) -> tuple[tuple[str, ...], str | None]:
        """The methods that work for a problem, its usual one first, and the one that it is solved by."""
        try:
            reply = await self._ask({"op": "methods"} | _fields(problem), problem.language)
        except Declined:
            return (), None
        return tuple(reply.get("methods", ())), reply.get("chosen")

    async def _ask(self, request: Mapping[str, Any], language: Language) -> dict[str, Any]:
        try:
            reply = await self._workers.ask(request)
        except (WorkerTimeout, WorkerDied) as error:
            raise Declined(say("too-hard", language, seconds=self._workers.timeout_s), "too-hard") from error
        if "failed" in reply:
            log.error("a topic failed; its traceback stands above")
            raise Declined(say("declined-all", language))
        return reply


def _fields(problem: Problem) -> dict[str, Any]:
    return {"text": problem.text, "language": problem.language, "method": problem.method}
