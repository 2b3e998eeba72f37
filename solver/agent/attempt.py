"""One conversation with a model about a problem: it writes, its cells run, it reads what came out and goes on.

Which conversations a problem gets is a strategy's business; what an answer is worth, the agent's.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, Iterable
from contextlib import aclosing
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from solver.agent.watch import Watch
from solver.dialects import DIALECTS, Conversation, Example
from solver.errors import KernelDied, SolverError
from solver.events import Code, Event, Failure, Figure, Instruction, Output, Reason, Reasoning, Usage, Waiting
from solver.latex import boxed
from solver.ports import Kernel, Language, Model, Problem, Sampling, Wait
from solver.profiles import Profile, Thinking, Way
from solver.segment import UNTHINK, CellEnd, Segment, Segmenter, said
from solver.sentences import say, sentence_of
from solver.transcript import MAX_OUTPUT, Cell, Prose, fold

Stretch: TypeAlias = Literal["cell", "end", "thought", "endless"]
"""How a stretch of a model's text ended: with a cell, by itself, in thoughts that were closed for it, or stopped."""

_USUAL: Final = Thinking()


@dataclass(frozen=True, slots=True)
class Limits:
    """How far one problem may go.

    Attributes:
        rounds: cells that a model may write before it says something without one.
        repairs: failed cells after which the model must finish by reasoning alone.
        cell_timeout_s: seconds that a cell may run.
        output_characters: of one cell's output, for the model; the middle of a longer one is cut.
    """

    rounds: int = 8
    repairs: int = 3
    cell_timeout_s: float = 20.0
    output_characters: int = MAX_OUTPUT


class Stuck(SolverError):
    """A conversation leads nowhere. `code` names the sentence, `values` fill it in."""

    def __init__(self, code: str, reason: Reason, **values: object) -> None:
        super().__init__(code)
        self.code, self.reason, self.values = code, reason, values


class Attempt:
    """A conversation so far. Its events are its only memory; the model is told of them, and of nothing else."""

    def __init__(
        self,
        problem: Problem,
        model: Model,
        kernel: Kernel,
        profile: Profile,
        limits: Limits,
        *,
        way: Way = "mixed",
        sampling: Sampling | None = None,
        examples: tuple[Example, ...] = (),
        steered: bool = True,
        turn: object = None,
    ) -> None:
        """`way` says in which words the model is asked. One that is not `steered` is never stopped or asked in between. `turn`: of all cells, see `Kernel.run`."""
        self._problem, self._model, self._kernel = problem, model, kernel
        self._profile, self._limits, self._way = profile, limits, way
        self._sampling, self._examples, self._steered = sampling or profile.sampling, examples, steered
        self._turn = turn
        self.events: list[Event] = []
        self._failures = 0
        self._cell: CellEnd | None = None
        self._stretch: Stretch = "end"

    @property
    def next_part(self) -> int:
        """The number of the next block; it holds also where the model broke off in the middle of one."""
        return next_part(self.events)

    @property
    def prose(self) -> str:
        """What the model has said so far, its thoughts left out."""
        return said_in(self.events)

    @property
    def answer(self) -> str | None:
        """The last `\\boxed{…}` that was said; None where there is none, or an empty one."""
        return boxed(self.prose) or None

    @property
    def cells(self) -> list[Cell]:
        """The cells that ran, with what they gave."""
        return [b for b in fold(self.events) if isinstance(b, Cell) and b.outputs]

    def instruct(self, code: str) -> Event:
        """What the model is asked next: the sentence of that code."""
        return self._record(Instruction(say(code, self._problem.language)))

    def tell(self, text: str) -> Event:
        """A paragraph of its own, as if the model had said it."""
        return self._record(Reasoning(self.next_part, text))

    async def go_on(
        self, *, code: bool = True, box: bool = True, cells: int | None = None
    ) -> AsyncGenerator[Event]:
        """Let the model write and run its cells until it writes none, or `cells` have run.

        Without `code` what looks like a cell is prose.

        A model that ends without an answer (where a `box` is wanted), repeats itself or does not stop is asked once
        to answer now.

        Raises:
            Stuck: no end after `Limits.rounds` cells, or it repeats itself again.
            Declined, ModelUnavailable, KernelUnavailable: as the doors.
        """
        ran, closed, asked = 0, False, False
        while True:
            async with aclosing(self._write(code=code)) as written:
                async for event in written:
                    yield self._record(event)
            if self._stretch == "cell" and self._cell is not None:
                async with aclosing(self._run(self._cell)) as outputs:
                    async for event in outputs:
                        yield event
                ran, closed = ran + 1, False
                if ran == cells:
                    return
                if ran == self._limits.rounds:
                    raise Stuck("step-limit", "step-limit", rounds=ran)
            elif self._stretch == "thought" and not closed:
                closed = True
                if (self._profile.thinking or _USUAL).closing != UNTHINK:
                    yield self.instruct("answer-now")  # no turn of this model can go on behind our own mark
            elif self._stretch == "end" and (asked or not box or not self._steered or self.answer):
                return
            elif self._stretch != "thought" and not asked:
                asked, closed = True, False
                yield self.instruct("answer-now")
            else:
                raise Stuck("model-endless", "no-answer")

    def _record(self, event: Event) -> Event:
        self.events.append(event)
        return event

    async def _write(self, *, code: bool) -> AsyncGenerator[Event]:
        """One stretch of the model's text, up to the end of its next cell; what it writes behind that is dropped."""
        segmenter, self._cell, stopped = Segmenter(self.next_part, cells=code), None, False
        budget = (self._profile.thinking or _USUAL).budget_tokens
        watch = Watch(thought_tokens=budget, tokens=self._sampling.max_tokens)
        history, usage = DIALECTS[self._profile.dialect](self._conversation()), Usage(0)
        async with aclosing(self._model.stream(history, self._sampling)) as deltas:
            async for delta in deltas:
                if isinstance(delta, Wait):
                    yield waiting(delta, self._problem.language)
                    continue
                if delta.tokens is not None:
                    usage = Usage(usage.tokens + delta.tokens, usage.estimated or delta.estimated)
                for segment in segmenter.feed(delta.text):
                    if isinstance(segment, CellEnd):
                        self._cell = segment
                        break
                    yield segment
                stopped = self._steered and watch.stops(delta.text, thinking=segmenter.thinking)
                if self._cell is not None or stopped:
                    break
        if self._cell is None:
            rest = list[Segment]()
            if thinking := self._steered and segmenter.thinking:
                rest += segmenter.feed(f"\n\n{say('thought-enough', self._problem.language)}\n{UNTHINK}\n\n")
            for segment in rest + segmenter.close():
                if not isinstance(segment, CellEnd):
                    yield segment
                elif not stopped:  # a cell that was stopped in the middle does not run
                    self._cell = segment
            self._stretch = "thought" if thinking else "endless" if stopped else "end"
        if self._cell is not None:
            self._stretch = "cell"
        if usage.tokens:
            yield usage

    def _conversation(self) -> Conversation:
        return Conversation(
            self._profile.question(self._problem.text, self._way),
            tuple(self.events),
            self._profile.system_for(self._way),
            self._examples,
            output_characters=self._limits.output_characters,
        )

    async def _run(self, cell: CellEnd) -> AsyncGenerator[Event]:
        """Run a cell. Its exception is an output that the model sees; a dead kernel too, and the reader is told."""
        failed = self._failures
        try:
            async with aclosing(
                self._kernel.run(
                    cell.part, cell.source, timeout_s=self._limits.cell_timeout_s, turn=self._turn
                )
            ) as outputs:
                async for output in outputs:
                    self._failures += isinstance(output, Output) and output.stream == "error"
                    yield self._record(output)
        except KernelDied as error:
            self._failures += 1
            yield self._record(Output(cell.part, "error", f"KernelDied: {error}"))
            yield self._record(Failure(error.code, sentence_of(error, self._problem.language)))
        if failed < self._failures == self._limits.repairs + 1:
            yield self.instruct("code-given-up")


def next_part(events: Iterable[Event]) -> int:
    """The number that a new block behind these events gets."""
    return 1 + max((e.part for e in events if isinstance(e, Reasoning | Code | Output | Figure)), default=-1)


def said_in(events: Iterable[Event]) -> str:
    """The prose of events, thoughts left out, each block in lines of its own. A thought ends with its block at the latest."""
    return "".join(said(b.text) + "\n" for b in fold(events) if isinstance(b, Prose))


def waiting(wait: Wait, language: Language) -> Waiting:
    """What the reader is told while a model has not begun."""
    if wait.reason == "queued":
        return Waiting(say("queued" if wait.ahead else "next-in-line", language, ahead=wait.ahead))
    percent = "" if wait.fraction is None else f"{wait.fraction:.0%}"
    return Waiting(say("loading", language, percent=percent), wait.fraction)
