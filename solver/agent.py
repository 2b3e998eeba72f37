"""The loop: model → cell → output → model → … → answer → check, as one stream of events.

Knows no model, no kernel and no page: only the doors.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import dataclass, field

from solver.errors import Declined, KernelDied, KernelUnavailable, ModelUnavailable
from solver.events import Answer, Check, Code, Done, Event, Failure, Output, Verdict
from solver.latex import boxed, tidy
from solver.ports import Checker, Kernel, Message, Model, Problem, Sampling
from solver.segment import CellEnd, Segmenter
from solver.sentences import say, sentence_of
from solver.transcript import MAX_OUTPUT, Prose, fold, messages


@dataclass(frozen=True, slots=True)
class Limits:
    """How far one problem may go.

    Attributes:
        rounds: cells that a model may write.
        repairs: failed cells after which the model must finish by reasoning alone.
        cell_timeout_s: seconds that a cell may run.
        output_characters: of one cell's output, for the model; the middle of a longer one is cut.
    """

    rounds: int = 8
    repairs: int = 3
    cell_timeout_s: float = 20.0
    output_characters: int = MAX_OUTPUT


@dataclass(slots=True)
class _Turn:
    """What one problem has come to so far. The events are the only state."""

    problem: Problem
    events: list[Event] = field(default_factory=list)
    next_part: int = 0
    failures: int = 0
    cell: CellEnd | None = None

    def record(self, event: Event) -> Event:
        self.events.append(event)
        return event


class Agent:
    """Solves problems with one model and one kernel. `checker` knows other ways to an answer."""

    def __init__(
        self,
        model: Model,
        kernel: Kernel,
        checker: Checker | None = None,
        *,
        limits: Limits | None = None,
        sampling: Sampling | None = None,
        system: str = "",
    ) -> None:
        self._model, self._kernel, self._checker = model, kernel, checker
        self._limits, self._sampling, self._system = limits or Limits(), sampling or Sampling(), system

    async def solve(self, problem: Problem) -> AsyncGenerator[Event]:
        """Events of one problem, `Done` last. Closing the generator stops the model and the kernel."""
        turn = _Turn(problem)
        try:
            async with aclosing(self._rounds(turn)) as events:
                async for event in events:
                    yield event
        except Declined as error:
            yield Failure(error.code, str(error))
            yield Done("no-answer")
            return
        except ModelUnavailable as error:
            yield Failure(error.code, say(error.code, problem.language, why=error))
            yield Done("failed")
            return
        except KernelUnavailable as error:
            yield Failure(error.code, sentence_of(error, problem.language))
            yield Done("failed")
            return
        async with aclosing(self._finish(turn)) as events:
            async for event in events:
                yield event

    async def _rounds(self, turn: _Turn) -> AsyncGenerator[Event]:
        """Let the model write and run its cells until it writes none."""
        for _ in range(self._limits.rounds):
            async with aclosing(self._write(turn)) as written:
                async for event in written:
                    yield turn.record(event)
            if turn.cell is None:
                return
            async with aclosing(self._run(turn, turn.cell)) as outputs:
                async for event in outputs:
                    yield turn.record(event)
        turn.cell = CellEnd(-1, "")  # the limit was reached behind a cell

    async def _write(self, turn: _Turn) -> AsyncGenerator[Event]:
        """One stretch of the model's text, up to the end of its next cell; what it writes behind that is dropped."""
        segmenter, turn.cell = Segmenter(turn.next_part), None
        async with aclosing(self._model.stream(self._history(turn), self._sampling)) as deltas:
            async for delta in deltas:
                for segment in segmenter.feed(delta.text):
                    if isinstance(segment, CellEnd):
                        turn.cell = segment
                        break
                    yield segment
                if turn.cell is not None:
                    break
        if turn.cell is None:
            for segment in segmenter.close():
                if isinstance(segment, CellEnd):
                    turn.cell = segment
                else:
                    yield segment
        turn.next_part = segmenter.next_part

    def _history(self, turn: _Turn) -> list[Message]:
        limit = self._limits.output_characters
        history = messages(turn.problem, turn.events, system=self._system, max_output=limit)
        if turn.failures > self._limits.repairs:
            history.append(Message("user", say("code-given-up", turn.problem.language)))
        return history

    async def _run(self, turn: _Turn, cell: CellEnd) -> AsyncGenerator[Event]:
        """Run a cell. Its exception is an output that the model sees; a dead kernel too, and the reader is told."""
        try:
            async with aclosing(
                self._kernel.run(cell.part, cell.source, timeout_s=self._limits.cell_timeout_s)
            ) as outputs:
                async for output in outputs:
                    turn.failures += isinstance(output, Output) and output.stream == "error"
                    yield output
        except KernelDied as error:
            turn.failures += 1
            yield Output(cell.part, "error", f"KernelDied: {error}")
            yield Failure(error.code, sentence_of(error, turn.problem.language))

    async def _finish(self, turn: _Turn) -> AsyncGenerator[Event]:
        """The answer in exact form, its check, and the end."""
        language = turn.problem.language
        if turn.cell is not None:
            yield Failure("step-limit", say("step-limit", language, rounds=self._limits.rounds))
            yield Done("step-limit")
            return
        prose = "".join(b.text + "\n" for b in fold(turn.events) if isinstance(b, Prose))
        answer = boxed(prose)
        if not answer:
            yield Failure("no-answer", say("no-answer", language))
            yield Done("no-answer")
            return
        answer = tidy(answer)
        yield turn.record(Answer(answer))
        async with aclosing(self._check(turn, answer)) as events:
            async for event in events:
                yield turn.record(event)
        yield Done("answered")

    async def _check(self, turn: _Turn, answer: str) -> AsyncGenerator[Event]:
        """Check the answer in another way, in the open: the cell that does it is part of the stream."""
        plan = await self._checker.plan(turn.problem, answer) if self._checker else None
        if plan is None:
            language = turn.problem.language
            yield Check(say("unchecked-kind", language, answer=answer), "unknown", say("unchecked", language))
            return
        part = turn.next_part
        verdict: Verdict = "unknown"
        turn.next_part += 1
        yield Code(part, plan.source)
        try:
            async with aclosing(
                self._kernel.run(part, plan.source, timeout_s=self._limits.cell_timeout_s)
            ) as outputs:
                async for output in outputs:
                    verdict = _verdict(output) or verdict
                    yield output
        except (KernelDied, KernelUnavailable) as error:
            yield Failure(error.code, sentence_of(error, turn.problem.language))
        yield Check(plan.claim, verdict, plan.method)


def _verdict(output: Event) -> Verdict | None:
    """What a check's cell says: only its last value True proves, only False refutes."""
    if isinstance(output, Output) and output.stream == "result":
        return {"True": "proved", "False": "refuted"}.get(output.text.strip(), "unknown")  # type: ignore[return-value]
    return None
