"""Word problems of `training.tiny` (arithmetic, percent, equations, fractions) with their solutions: they teach a small model to copy numbers."""

from __future__ import annotations

import itertools
from collections.abc import AsyncGenerator, Collection
from typing import TYPE_CHECKING, Final

from solver.events import Answer, Code, Done, Output, Reasoning
from training.examples import Example
from training.folder import Outcome
from training.formats.conclusion import CLOSING
from training.synthesis.builtin import LICENCE
from training.tiny.problems import Worked, problems

if TYPE_CHECKING:
    from training.synthesis.config import Config

BATCH: Final = 500


def names(config: Config) -> list[str]:
    """Its inputs: batches."""
    return [f"{start}-{min(start + BATCH, config.count) - 1}" for start in range(0, config.count, BATCH)]


async def outcomes(config: Config, done: Collection[str]) -> AsyncGenerator[Outcome]:
    """The problems, a batch at a time: those that training may see, or those that it never sees."""
    drawn = problems(config.seed, held_out=config.wordings == "held-out")
    for start in range(0, config.count, BATCH):
        group = list(itertools.islice(drawn, min(BATCH, config.count - start)))
        name = f"{start}-{start + len(group) - 1}"
        if name not in done:
            yield Outcome(
                name, tuple(example(one, f"scenes/{config.seed}/{start + n}") for n, one in enumerate(group))
            )


def example(worked: Worked, name: str) -> Example:
    """One of them as a stream, its end as in all examples of the small model."""
    events = (
        Reasoning(0, worked.thought + "\n"), Code(1, worked.program + "\n"), Output(1, "stdout", f"{worked.value}\n"),
        Reasoning(2, CLOSING[worked.language] % worked.answer), Answer(worked.answer), Done("answered"),
    )  # fmt: skip
    return Example(
        name,
        worked.text,
        worked.language,
        "scenes",
        LICENCE,
        events,
        worked.answer,
        worked.answer,
        worked.kind,
    )
