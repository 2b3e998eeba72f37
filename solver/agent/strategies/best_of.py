"""Several conversations at once, judged by a reward model: the best of them, or the answer whose solutions have most of its favour.

The first is best-of-N (Cobbe et al. 2021), the second weighted self-consistency (Li et al. 2023). What a reward model prefers is
no proof, and is not told as one.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import aclosing

from solver.agent.attempt import waiting
from solver.agent.strategies.samples import Samples, alike
from solver.agent.work import Work
from solver.errors import ModelUnavailable
from solver.events import Check, Event, Reasoning
from solver.latex import tidy
from solver.ports import Wait
from solver.sentences import say


def best(work: Work) -> AsyncGenerator[Event]:
    """The answer of the solution that is judged to be the best."""
    return _solve(work, weighted=False)


def weighted(work: Work) -> AsyncGenerator[Event]:
    """The answer whose solutions have the greatest sum of scores, which are from 0 to 1."""
    return _solve(work, weighted=True)


async def _solve(work: Work, *, weighted: bool) -> AsyncGenerator[Event]:
    """`Work.samples` conversations, then the one that counts.

    Raises:
        ModelUnavailable: there is no reward model, it cannot be loaded, or it broke off. The first two are known before anything is solved.
    """
    if work.scorer is None:
        raise ModelUnavailable("reward-not-set")
    language, samples = work.problem.language, Samples(work)
    if not work.scorer.loaded:
        yield waiting(Wait("loading"), language)
        await work.scorer.load()
    async with aclosing(samples.take()) as events:
        async for event in events:
            yield event
    if not (answered := samples.answered()):
        return
    scores = [await work.scorer.score(work.problem, one.events) for one in answered]
    group = range(len(answered))
    if weighted:
        groups = await alike([one.answer or "" for one in answered], work.checker)
        group = max(groups, key=lambda places: sum(scores[n] for n in places))  # type: ignore[assignment]
    chosen = max(group, key=lambda n: scores[n])
    work.evidence, answer = answered[chosen].events, tidy(answered[chosen].answer or "")
    if samples.count > 1:
        told = {"of": samples.count, "agree": len(group), "score": f"{scores[chosen]:.2f}"}
        name = "scored-vote" if weighted else "scored-best"
        yield Reasoning(samples.next_part, f"\n\n{say(name, language, answer=answer, **told)}\n")
        claim = say("unchecked-kind", language, answer=answer)
        yield Check(claim, "unknown", say("scored-by", language, **told))
