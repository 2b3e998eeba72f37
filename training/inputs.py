"""Several inputs of a stage at a time, each done once, and what happens when a model's server goes away meanwhile.

An input that could not be done is no outcome: it is left for `--resume`, and so is nothing lost.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterable
from contextlib import aclosing
from typing import Final, TypeVar

from evaluation.crew import finished
from evaluation.rows import BadData
from training.folder import Outcome

GIVE_UP: Final = 5
"""Inputs in a row that could not be done; then the rest could not, either."""
T = TypeVar("T")


class Away(Exception):
    """An input cannot be done now, for a reason that is not its own; the text is the sentence that says why."""


class Patience:
    """Counts the inputs that could not be done, and gives up."""

    def __init__(self) -> None:
        self._in_a_row, self._left, self._why = 0, 0, ""

    def done(self) -> None:
        """One more is done."""
        self._in_a_row = 0

    def away(self, why: str) -> None:
        """One more could not be done.

        Raises:
            BadData: it was the `GIVE_UP`th in a row.
        """
        self._in_a_row, self._left, self._why = self._in_a_row + 1, self._left + 1, why
        if self._in_a_row == GIVE_UP:
            raise BadData(
                f"{why}\nThe stage has stopped after {GIVE_UP} such failures in a row; what is done is kept. "
                "Mend it, and go on with --resume."
            )

    def end(self) -> None:
        """All have been tried.

        Raises:
            BadData: some could not be done.
        """
        if self._left:
            raise BadData(
                f"{self._left} inputs could not be done: {self._why}\n"
                "All others are done and kept; do these with --resume."
            )


async def at_once(
    inputs: Iterable[T], work: Callable[[T], Awaitable[Outcome]], *, jobs: int
) -> AsyncGenerator[Outcome]:
    """What `work` makes of each input, so many at a time, as they come. It may raise `Away`.

    Raises:
        BadData: as `Patience`.
        Exception: a bug in `work`: the first one that came.
    """
    left, done, patience = deque(inputs), asyncio.Queue[Outcome | Away](), Patience()
    count = len(left)

    async def worker() -> None:
        while left:
            try:
                done.put_nowait(await work(left.popleft()))
            except Away as away:
                done.put_nowait(away)

    workers = [asyncio.create_task(worker()) for _ in range(min(jobs, count))]
    try:
        async with aclosing(finished(done, workers, count)) as results:
            async for result in results:
                if isinstance(result, Away):
                    patience.away(str(result))
                else:
                    patience.done()
                    yield result
        patience.end()
    finally:
        for task in workers:
            task.cancel()
        await asyncio.gather(*workers, return_exceptions=True)
