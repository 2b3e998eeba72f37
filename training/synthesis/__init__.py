"""The stage `synthesize`: problems from a teacher, some with solutions that nobody has run yet; the stage `solve` does that.

`builtin` makes them of the built-in tutor's model problems (no model, no network; every answer proved), `teacher` asks a
language model in the words of `templates`, and `replies` takes its answer apart, strictly.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, Collection
from contextlib import aclosing
from pathlib import Path

from training.cluster import Part, sliced, spread
from training.folder import Outcome
from training.synthesis import builtin, phrased, scenes, teacher, worked
from training.synthesis.config import BUILTIN, Config

__all__ = ["Config", "inputs", "outcomes"]


def inputs(config: Config) -> list[Path]:
    """What is read: the problems that others are made of."""
    return config.of


async def outcomes(config: Config, done: Collection[str]) -> AsyncGenerator[Outcome]:
    """What came of each input that is not done.

    Raises:
        BadData: the teacher is away, or the settings do not fit.
    """
    own = scenes if config.scenes else phrased if config.phrases else worked if config.programs else builtin
    by = own if config.teacher == BUILTIN else teacher
    if config.ray is not None:
        settings = {**config.model_dump(mode="json"), "jobs": config.jobs}
        left = (name for name in by.names(config) if name not in done)
        parts = (Part(__name__, settings, some) for some in sliced(left, config.part))
        async with aclosing(spread(parts, address=config.ray)) as far:
            async for outcome in far:
                yield outcome
        return
    async with aclosing(by.outcomes(config, done)) as made:
        async for outcome in made:
            yield outcome
