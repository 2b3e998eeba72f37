"""New problems like a given one, with proved answers: the loop draft → cell → shape → check.

Knows no model and no kernel but the doors. Every answer comes out of the kernel, and only what its check proves is given.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import Final

from solver.errors import Declined, KernelDied
from solver.events import Output
from solver.ports import Draft, Exercise, Kernel, Problem, Proposer
from solver.variation import numbers_of

BATCH: Final = 3
"""Draws of one request: to read a story may take a second, and a worker must answer within its time limit."""
MAX_SLOW: Final = 3
"""Requests in a row that took too long after which the problem itself is too hard."""
MAX_BARREN: Final = 160
"""Draws without a new problem after which there is none to be expected."""


class Practice:
    """Makes exercises with one proposer and one kernel."""

    def __init__(self, proposer: Proposer, kernel: Kernel, *, cell_timeout_s: float = 20.0) -> None:
        self._proposer, self._kernel, self._cell_timeout_s = proposer, kernel, cell_timeout_s

    async def exercises(self, problem: Problem, *, seed: int = 0) -> AsyncGenerator[Exercise]:
        """Different new problems like `problem`, as many as are found; the same ones for the same seed.

        Raises:
            Declined: the problem was not understood, or nothing in it can be drawn anew.
            KernelUnavailable: no kernel could be started.
        """
        seen, printed, first, found_at = {numbers_of(problem.text)}, "", 0, 0
        slow = 0
        while first - found_at < MAX_BARREN:
            tries = range(first, first + BATCH)
            first += BATCH
            try:
                model, *drafts = await self._proposer.drafts(problem, seed, tries)
            except Declined as error:
                slow += 1
                if error.code != "too-hard" or slow == MAX_SLOW:
                    raise
                continue  # one draw was too hard; the next ones may not be
            slow = 0
            printed = printed or await self._value(model.cell)
            new = {numbers: d for d in reversed(drafts) if (numbers := numbers_of(d.question)) not in seen}
            fresh = [*reversed(new.values())]  # the first of those with the same numbers
            for exercise in await self._alike(problem, printed, fresh):
                if await self._value(exercise.check.source) == "True":
                    seen.add(numbers_of(exercise.question))
                    found_at = first
                    yield exercise

    async def _alike(self, problem: Problem, printed: str, drafts: list[Draft]) -> tuple[Exercise, ...]:
        pairs = [(draft, await self._value(draft.cell)) for draft in drafts]
        try:
            return await self._proposer.exercises(problem, printed, [(d, p) for d, p in pairs if p])
        except Declined:
            return ()

    async def _value(self, cell: str) -> str:
        return await printed_by(self._kernel, cell, timeout_s=self._cell_timeout_s)


async def printed_by(kernel: Kernel, cell: str, *, timeout_s: float) -> str:
    """What a cell's last line gave; empty where it failed."""
    printed = ""
    try:
        async with aclosing(kernel.run(0, cell, timeout_s=timeout_s)) as outputs:
            async for output in outputs:
                if isinstance(output, Output) and output.stream == "result":
                    printed = output.text.strip()
    except KernelDied:
        return ""
    return printed
