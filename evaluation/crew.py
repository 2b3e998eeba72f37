"""Who works through the problems of a run: several students of one product on this machine. Many machines: `cluster`."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Sequence
from contextlib import aclosing, asynccontextmanager
from typing import Final, Protocol, TypeAlias, TypeVar

from evaluation.grading import Judge
from evaluation.rows import Record
from evaluation.solving import Solved, Student, Way, solve
from solver import Services, load_settings
from solver.ports import Problem

WARM_S: Final = 120.0
T = TypeVar("T")
Ways: TypeAlias = Way | Callable[[Record], Way]
"""How the problems are solved: all alike, or each in a way of its own."""


def way_of(way: Ways, record: Record) -> Way:
    """How this problem is solved."""
    return way if isinstance(way, Way) else way(record)


class Crew(Protocol):
    """Solves problems, several at a time."""

    def results(self, records: Sequence[Record], way: Ways) -> AsyncGenerator[Solved]:
        """Each problem's result exactly once, as they come. Closing the generator stops what is being solved."""
        ...


class LocalCrew:
    """So many `jobs` at a time in this process; each is a student of its own with a grader of its own."""

    def __init__(self, students: Callable[[], Student], *, jobs: int = 2) -> None:
        self._students, self._jobs = students, jobs

    async def results(self, records: Sequence[Record], way: Ways) -> AsyncGenerator[Solved]:
        """As in `Crew`.

        Raises:
            Exception: a bug in solving or grading: the first one that came.
        """
        left, done = deque(records), asyncio.Queue[Solved]()

        async def work() -> None:
            student, judge = self._students(), Judge()
            try:
                while left:
                    record = left.popleft()
                    done.put_nowait(await solve(student, judge, record, way_of(way, record)))
            finally:
                await judge.close()
                await student.close()

        workers = [asyncio.create_task(work()) for _ in range(min(self._jobs, len(records)))]
        try:
            async for solved in finished(done, workers, len(records)):
                yield solved
            await asyncio.gather(*workers)  # what they hold they give back undisturbed
        finally:
            for worker in workers:
                worker.cancel()
            await asyncio.gather(*workers, return_exceptions=True)


async def finished(
    done: asyncio.Queue[T],
    workers: Sequence[asyncio.Task[None]],
    count: int,
    *,
    forgiven: tuple[type[BaseException], ...] = (),
) -> AsyncGenerator[T]:
    """So many results as they come. A worker that breaks ends it with its error; with one that is `forgiven`, only the last does."""
    for _ in range(count):
        coming = asyncio.ensure_future(done.get())
        try:
            while not coming.done():
                await asyncio.wait(
                    [coming, *(w for w in workers if not w.done())], return_when="FIRST_COMPLETED"
                )
                if error := _broken(workers, forgiven):
                    raise error
        finally:
            coming.cancel()
        yield coming.result()


def _broken(
    workers: Sequence[asyncio.Task[None]], forgiven: tuple[type[BaseException], ...]
) -> BaseException | None:
    """The error that ends the run: the first that is not forgiven, or any where no worker is left."""
    errors = [error for w in workers if w.done() and (error := w.exception()) is not None]
    grave = [error for error in errors if not isinstance(error, forgiven)]
    if grave:
        return grave[0]
    return errors[0] if errors and all(w.done() for w in workers) else None


@asynccontextmanager
async def product(model: str) -> AsyncIterator[Callable[[], Student]]:
    """Makes sessions of the whole product with that model, which is started and given back around them.

    Raises:
        LookupError: there is no such model.
    """
    services = Services(load_settings().model_copy(update={"model": model}))
    try:
        await services.start()
        await _warm(services.session(), services.settings.reading_workers)
        yield services.session
    finally:
        await services.close()


async def _warm(student: Student, times: int) -> None:
    """Wait until workers and kernels run: their start is no part of the first problem's time."""
    try:
        async with asyncio.timeout(WARM_S):
            for _ in range(times):
                async with aclosing(student.solve(Problem("1 + 1", "en"))) as events:
                    async for _ in events:
                        pass
    except TimeoutError:
        pass  # then the rows will say so
    finally:
        await student.close()
