"""The idea of a verified solution in a language model's words, where one is loaded.

Whether it may be told is asked of a reading worker by whoever calls (`told.py`); nothing here is shown unasked.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import Final

from solver.errors import SolverError
from solver.ports import Delta, Message, Model, Problem, Sampling
from solver.prompts import prompt
from solver.tutor.lines import Worked
from solver.tutor.told import bare

_THOUGHT: Final = re.compile(r"<think>.*?(?:</think>|\Z)", re.DOTALL)
LONGEST: Final = 600
"""Characters; a longer text is no hint."""
PATIENCE_S: Final = 30.0


async def worded_idea(
    model: Model, problem: Problem, solution: Worked, *, patience_s: float = PATIENCE_S
) -> str | None:
    """Two or three sentences that name the idea; None where the model says nothing usable in time."""
    text = prompt(
        f"tutor/idea-{problem.language}",
        problem=problem.text,
        solution="\n\n".join(solution.lines),
        answer=solution.answer,
    )
    written = ""
    try:
        async with asyncio.timeout(patience_s), aclosing(_stream(model, text)) as pieces:
            async for piece in pieces:
                written += piece
    except (SolverError, TimeoutError):
        return None
    said = bare(_THOUGHT.sub("", written))
    return said if 0 < len(said) <= LONGEST and "```" not in said else None


async def _stream(model: Model, text: str) -> AsyncGenerator[str]:
    async with aclosing(model.stream((Message("user", text),), Sampling(max_tokens=1024))) as deltas:
        async for delta in deltas:
            if isinstance(delta, Delta):
                yield delta.text
