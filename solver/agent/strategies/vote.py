"""Several conversations at once, and the answer that most of them come to (self-consistency; SC-TIR where code runs)."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing

from solver.agent.attempt import Attempt
from solver.agent.strategies.samples import MAX_SAMPLES, Comparing, Samples, alike
from solver.agent.work import Work
from solver.events import Check, Event, Reasoning
from solver.latex import tidy
from solver.sentences import say

__all__ = ["MAX_SAMPLES", "majority", "solve"]


async def solve(work: Work) -> AsyncGenerator[Event]:
    """`Work.samples` conversations, then what most say."""
    language, samples = work.problem.language, Samples(work)
    async with aclosing(samples.take()) as events:
        async for event in events:
            yield event
    if not (answered := _unpruned(samples.answered())):
        return
    votes = await majority([a.answer or "" for a in answered], work.checker)
    work.evidence, answer = answered[votes[0]].events, tidy(answered[votes[0]].answer or "")
    if samples.count > 1:
        told = {"agree": len(votes), "of": samples.count}
        yield Reasoning(samples.next_part, f"\n\n{say('votes', language, answer=answer, **told)}\n")
        claim = say("unchecked-kind", language, answer=answer)
        yield Check(claim, "unknown", say("votes-agree", language, **told))


async def majority(answers: Sequence[str], checker: Comparing | None) -> list[int]:
    """Which of the answers (at least one) mean the same as most do; the earliest of several such groups."""
    return max(await alike(answers, checker), key=len)


def _unpruned(attempts: list[Attempt]) -> list[Attempt]:
    """Those that ran code, if any did: an answer that was computed outweighs one that was guessed."""
    return [a for a in attempts if a.cells] or attempts
