"""Several conversations at once, and the answer that most of them come to (self-consistency; SC-TIR where code runs).

The stream stays one: the first conversation is told live, the others behind it, each when it is done.
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
from solver.events import Check, Code, Event, Figure, Instruction, Output, Reasoning, Usage, Waiting
from solver.latex import tidy
from solver.sentences import say

MAX_SAMPLES: Final = 16


@dataclass(slots=True)
class _Sample:
    attempt: Attempt
    error: SolverError | None = None


async def solve(work: Work) -> AsyncGenerator[Event]:
    """`Work.samples` conversations, each with a seed and, beside the first, a kernel of its own."""
    language = work.problem.language
    count = min(work.samples, MAX_SAMPLES) if work.spare is not None else 1
    first = _Sample(work.begin(seed=0))
    samples, next_part = [first], 0
    running = {asyncio.create_task(_beside(work, seed)) for seed in range(1, count)}
    try:
        if running:
            next_part += 1
            yield Reasoning(0, f"**{say('attempt', language, number=1)}**\n\n")
        async with aclosing(_live(first)) as events:
            async for event in events:
                yield _moved(event, next_part)
        next_part += first.attempt.next_part
        while running:
            yield Waiting(say("attempts", language, done=len(samples), of=count), len(samples) / count)
            done, running = await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                samples.append(sample := task.result())
                title = say("attempt", language, number=len(samples))
                yield Reasoning(next_part, f"\n\n**{title}**\n\n")
                next_part += 1
                for event in sample.attempt.events:
                    if isinstance(event, Reasoning | Code | Output | Figure | Instruction | Usage):
                        yield _moved(event, next_part)
                next_part += sample.attempt.next_part
    finally:
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)
    answered = _unpruned([s.attempt for s in samples if s.attempt.answer])
    if not answered:
        if first.error is not None:
            raise first.error
        return
    votes = await majority([a.answer or "" for a in answered], work.checker)
    work.evidence, answer = answered[votes[0]].events, tidy(answered[votes[0]].answer or "")
    if count > 1:
        told = {"agree": len(votes), "of": len(samples)}
        yield Reasoning(next_part, f"\n\n{say('votes', language, answer=answer, **told)}\n")
        claim = say("unchecked-kind", language, answer=answer)
        yield Check(claim, "unknown", say("votes-agree", language, **told))


class Comparing(Protocol):
    """What a vote asks of a `Checker`."""

    async def same(self, one: str, other: str) -> bool | None:
        """Whether two answers mean the same."""
        ...


async def majority(answers: Sequence[str], checker: Comparing | None) -> list[int]:
    """Which of the answers (at least one) mean the same as most do; the earliest of several such groups."""
    groups: list[list[int]] = []
    for number, answer in enumerate(answers):
        for group in groups:
            other = answers[group[0]]
            if normal(answer) == normal(other) or (checker and await checker.same(other, answer)):
                group.append(number)
                break
        else:
            groups.append([number])
    return max(groups, key=len)


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


def _unpruned(attempts: list[Attempt]) -> list[Attempt]:
    """Those that ran code, if any did: an answer that was computed outweighs one that was guessed."""
    return [a for a in attempts if a.cells] or attempts


def _moved(event: Event, by: int) -> Event:
    return (
        replace(event, part=event.part + by)
        if isinstance(event, Reasoning | Code | Output | Figure)
        else event
    )
