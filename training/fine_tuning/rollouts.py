"""What a model is reinforced for: it solves problems as in the app, and what came of it is verified, not guessed.

Its programs run in confined kernels, never in the trainer's process; answers are judged by evaluation's grader, in a process of its
own. A solution's ids are those of its text as `tokens` tells it; where a tokenizer could cut the same text in another way than the
model did, the likelier cut is learnt.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from contextlib import aclosing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from evaluation.crew import LocalCrew
from evaluation.rows import Record
from evaluation.solving import Solved, Way
from solver.agent.attempt import said_in
from solver.events import Done
from solver.latex import boxed
from solver.models.transformers.rendering import render
from solver.ports import Message
from training.examples import Example
from training.fine_tuning.rows import Teller
from training.fine_tuning.tokens import IGNORED, sequences
from training.fine_tuning.trials import NAME, as_it_was, product_with
from training.formats import Unwritable
from training.sampling.students import Sampled, kept_events

if TYPE_CHECKING:
    from solver.models.transformers.loading import Loaded


@dataclass(frozen=True, slots=True)
class Rewards:
    """Of one solution, each from 0 to 1.

    Attributes:
        answer: 1 where the answer is worth what the reference is worth.
        code: the share of its cells that ran without an error; 0 without a cell.
        form: 1 where its last words have the answer in a box and it ended by itself.
    """

    answer: float
    code: float
    form: float


def rewards(solved: Solved) -> Rewards:
    """What a solution has earned."""
    row, events = solved.row, solved.events
    in_form = bool(events) and events[-1] == Done("answered") and boxed(said_in(events)) is not None
    ran = (row.cells - row.errors) / row.cells if row.cells else 0.0
    return Rewards(float(row.verdict == "right"), ran, float(in_form))


@dataclass(frozen=True, slots=True)
class Rollout:
    """A solution as a trainer takes it. `own` are the ids of the answer that the model wrote: the kernel's are not its own."""

    prompt: list[int]
    answer: list[int]
    own: list[bool]
    earned: Rewards


def rollout(problem: Example, solved: Solved, teller: Teller) -> Rollout:
    """The ids of a solution behind its problem. One that is empty, or longer than a row may be, has nothing that is learnt."""
    said = Example(
        problem.id, problem.problem, problem.language, problem.source, events=kept_events(solved.events)
    )
    try:
        rows = sequences(said, teller.profile, teller.tokenizer) if said.events else []
    except Unwritable:
        rows = []
    if rows and len(rows[-1].ids) <= teller.max_tokens:
        row = rows[-1]  # of templates that tell each round anew: the last
        own = [label != IGNORED for label in row.labels]
        if True in own:
            at = own.index(True)
            return Rollout(row.ids[:at], row.ids[at:], own[at:], rewards(solved))
    profile, tokenizer = teller.profile, teller.tokenizer
    turns = [Message("system", profile.system)] * bool(profile.system) + [
        Message("user", profile.question(problem.problem))
    ]
    asked = tokenizer(render(tokenizer, profile, turns).text, add_special_tokens=False).input_ids
    return Rollout(list(asked), [int(tokenizer.eos_token_id)], [False], rewards(solved))


def solve_all(
    loaded: Loaded, problems: Sequence[Example], *, seed: int, temperature: float, limit_s: float, jobs: int
) -> list[Solved]:
    """A solution of each problem, in their order; the same problem may come several times. For a thread without an event loop."""
    return asyncio.run(_solve_all(loaded, problems, seed, temperature, limit_s, jobs))


async def _solve_all(
    loaded: Loaded, problems: Sequence[Example], seed: int, temperature: float, limit_s: float, jobs: int
) -> list[Solved]:
    wanted = [
        Record(f"{n}", one.source, one.problem, one.reference or one.answer, language=one.language)
        for n, one in enumerate(problems)
    ]

    def way(record: Record) -> Way:
        return Way(NAME, seed=seed + int(record.id), limit_s=limit_s)

    found = dict[str, Solved]()
    with as_it_was(loaded.model):
        async with product_with(loaded, jobs=jobs) as services:
            crew = LocalCrew(lambda: Sampled(services, {}, temperature=temperature), jobs=jobs)
            async with aclosing(crew.results(wanted, way)) as results:
                async for one in results:
                    found[one.row.id] = one
    return [found[record.id] for record in wanted]
