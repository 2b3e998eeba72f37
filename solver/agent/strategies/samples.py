"""Several conversations about one problem at once, told as one stream: the first live, the others behind it, each when it is done.

Which of their answers counts is the business of those who asked for them (`vote`, `best_of`).
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from dataclasses import dataclass, replace
from typing import Final, Protocol

from solver.agent.attempt import Attempt
from solver.agent.honesty import normal
from solver.agent.work import Work
from solver.errors import SolverError
from solver.events import Code, Event, Figure, Instruction, Output, Reasoning, Usage, Waiting
from solver.sentences import say

MAX_SAMPLES: Final = 16


@dataclass(slots=True)
class _Sample:
    attempt: Attempt
    error: SolverError | None = None


class Samples:
    """`Work.samples` conversations, each with a seed and, beside the first, a kernel of its own.

    Attributes:
        next_part: the number of a block behind all that was told.
    """

    def __init__(self, work: Work) -> None:
        self._work, self.next_part = work, 0
        self._asked = min(work.samples, MAX_SAMPLES) if work.spare is not None else 1
        self._done = [_Sample(work.begin(seed=0))]

    @property
    def count(self) -> int:
        """That were begun and are over."""
        return len(self._done)

    async def take(self) -> AsyncGenerator[Event]:
        """Events of all. Closing it stops all models and kernels."""
        work, language = self._work, self._work.problem.language
        running = {asyncio.create_task(_beside(work, seed)) for seed in range(1, self._asked)}
        try:
            if running:
                self.next_part += 1
                yield Reasoning(0, f"**{say('attempt', language, number=1)}**\n\n")
            first = self._done[0]
            async with aclosing(_live(first)) as events:
                async for event in events:
                    yield _moved(event, self.next_part)
            self.next_part += first.attempt.next_part
            while running:
                yield Waiting(
                    say("attempts", language, done=self.count, of=self._asked), self.count / self._asked
                )
                done, running = await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED)
                for task in done:
                    self._done.append(sample := task.result())
                    title = say("attempt", language, number=self.count)
                    yield Reasoning(self.next_part, f"\n\n**{title}**\n\n")
                    self.next_part += 1
                    for event in sample.attempt.events:
                        if isinstance(event, Reasoning | Code | Output | Figure | Instruction | Usage):
                            yield _moved(event, self.next_part)
                    self.next_part += sample.attempt.next_part
        finally:
            for task in running:
                task.cancel()
            await asyncio.gather(*running, return_exceptions=True)

    def answered(self) -> list[Attempt]:
        """Those with an answer, in the order in which they were told.

        Raises:
            SolverError: none has one, and the first ended in that error.
        """
        found = [s.attempt for s in self._done if s.attempt.answer]
        if not found and (error := self._done[0].error) is not None:
            raise error
        return found


class Comparing(Protocol):
    """What is asked of a `Checker`."""

    async def same(self, one: str, other: str) -> bool | None:
        """Whether two answers mean the same."""
        ...


async def alike(answers: Sequence[str], checker: Comparing | None) -> list[list[int]]:
    """The places of the answers in groups that mean the same, in the order in which they came."""
    groups: list[list[int]] = []
    for number, answer in enumerate(answers):
        for group in groups:
            other = answers[group[0]]
            if normal(answer) == normal(other) or (checker and await checker.same(other, answer)):
                group.append(number)
                break
        else:
            groups.append([number])
    return groups


async def _live(sample: _Sample) -> AsyncGenerator[Event]:
    """Its events; an error of the doors is kept, as others may still find an answer."""
    try:
        async with aclosing(sample.attempt.go_on()) as events:
            async for event in events:
                yield event
    except SolverError as error:
        sample.error = error


async def _beside(work: Work, seed: int) -> _Sample:
    """A conversation that nobody sees yet."""
    assert work.spare is not None
    model, kernel = work.spare()
    sample = _Sample(work.beside(model, kernel, seed=seed))
    try:
        async with aclosing(_live(sample)) as events:
            async for _ in events:
                pass
    finally:
        await kernel.close()
    return sample


def _moved(event: Event, by: int) -> Event:
    return (
        replace(event, part=event.part + by)
        if isinstance(event, Reasoning | Code | Output | Figure)
        else event
    )
