"""The loop: model → cell → output → model → … → answer → check, as one stream of events.

Knows no model, no kernel and no page: only the doors.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import dataclass, field

from solver.dialects import DIALECTS, Conversation
from solver.errors import Declined, KernelDied, KernelUnavailable, ModelUnavailable
from solver.events import Answer, Check, Code, Done, Event, Failure, Instruction, Output, Verdict, Waiting
from solver.latex import boxed, tidy
from solver.ports import Checker, Kernel, Language, Model, Problem, Wait
from solver.profiles import Profile, profile_of
from solver.segment import CellEnd, Segmenter, said
from solver.sentences import say, sentence_of
from solver.transcript import MAX_OUTPUT, Prose, fold


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
        profile: Profile | None = None,
    ) -> None:
        """`profile` says how the model is spoken to; without one its name decides."""
        self._model, self._kernel, self._checker = model, kernel, checker
        self._limits, self._profile = limits or Limits(), profile or profile_of(model.name)

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
            yield Failure(error.code, sentence_of(error, problem.language))
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
            failed = turn.failures
            async with aclosing(self._run(turn, turn.cell)) as outputs:
                async for event in outputs:
                    yield turn.record(event)
            if failed < turn.failures == self._limits.repairs + 1:
                yield turn.record(Instruction(say("code-given-up", turn.problem.language)))
        turn.cell = CellEnd(-1, "")  # the limit was reached behind a cell

    async def _write(self, turn: _Turn) -> AsyncGenerator[Event]:
        """One stretch of the model's text, up to the end of its next cell; what it writes behind that is dropped."""
        segmenter, turn.cell = Segmenter(turn.next_part), None
        history = DIALECTS[self._profile.dialect](self._conversation(turn))
        async with aclosing(self._model.stream(history, self._profile.sampling)) as deltas:
            async for delta in deltas:
                if isinstance(delta, Wait):
                    yield waiting(delta, turn.problem.language)
                    continue
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

    def _conversation(self, turn: _Turn) -> Conversation:
        return Conversation(
            self._profile.question(turn.problem.text),
            tuple(turn.events),
            self._profile.system,
            output_characters=self._limits.output_characters,
        )

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
        answer = boxed(said(prose))
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


def waiting(wait: Wait, language: Language) -> Waiting:
    """What the reader is told while a model has not begun."""
    if wait.reason == "queued":
        return Waiting(say("queued" if wait.ahead else "next-in-line", language, ahead=wait.ahead))
    percent = "" if wait.fraction is None else f"{wait.fraction:.0%}"
    return Waiting(say("loading", language, percent=percent), wait.fraction)


def _verdict(output: Event) -> Verdict | None:
    """What a check's cell says: only its last value True proves, only False refutes."""
    if isinstance(output, Output) and output.stream == "result":
        return {"True": "proved", "False": "refuted"}.get(output.text.strip(), "unknown")  # type: ignore[return-value]
    return None
