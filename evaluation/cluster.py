"""The problems of a run on many machines, with Ray: each worker has a whole product of its own and solves one problem at a time.

This process gives out the problems and alone writes the run's folder. A worker that is lost costs its problem nothing but
time: another solves it. Every machine has this program, installed the same way, under the same path.
"""

from __future__ import annotations

import asyncio
import logging
import os
import socket
from collections import Counter, deque
from collections.abc import AsyncGenerator, Sequence
from contextlib import AsyncExitStack
from dataclasses import asdict
from typing import Any, Final

from evaluation.crew import Ways, finished, product, way_of
from evaluation.grading import Judge
from evaluation.header import ROOT
from evaluation.rows import BadData, Record, Row
from evaluation.solving import Solved, Student, Way, solve
from solver.events import decode, encode

LOCAL: Final = "local"
START_S: Final = 180.0
"""For a worker: a place in the cluster, the imports, warm kernels."""
REACH_S: Final = 10.0
LOST: Final = 3
"""Workers that a problem may cost; then it is given up, for it may be the reason."""
log = logging.getLogger(__name__)


class Worker:
    """Runs in a process of the cluster."""

    def __init__(self, model: str) -> None:
        self._model, self._stack = model, AsyncExitStack()
        self._student: Student | None = None
        self._judge = Judge()

    async def ready(self) -> bool:
        """Wait until the product is warm."""
        if self._student is None:
            students = await self._stack.enter_async_context(product(self._model))
            self._student = students()
        return True

    async def solve(self, record: dict[str, Any], way: dict[str, Any]) -> tuple[dict[str, Any], list[str]]:
        """The row of a problem and its events, as what can be sent."""
        assert self._student is not None
        choices = tuple(record["choices"]) if record["choices"] else None
        solved = await solve(self._student, self._judge, Record(**{**record, "choices": choices}), Way(**way))
        return asdict(solved.row), [encode(event) for event in solved.events]

    async def close(self) -> None:
        """Give everything back."""
        if self._student is not None:
            await self._student.close()
        await self._judge.close()
        await self._stack.aclose()


class RayCrew:
    """So many `jobs` at a time on the machines of a cluster. Implements `Crew`."""

    def __init__(self, address: str, model: str, *, jobs: int) -> None:
        """`address` is that of a running cluster, or `local` for one on this machine alone."""
        self._address, self._model, self._jobs = address, model, jobs

    async def results(self, records: Sequence[Record], way: Ways) -> AsyncGenerator[Solved]:
        """As in `Crew`.

        Raises:
            BadData: Ray is not installed, there is no such cluster, or it has no place left for a single worker.
        """
        ray = connect(self._address, self._jobs)
        remote = ray.remote(num_cpus=1, max_restarts=0)(Worker)
        left, done, lost = deque(records), asyncio.Queue[Solved](), Counter[str]()

        async def work() -> None:
            worker: Any = None
            try:
                while left:
                    if worker is None:
                        worker = remote.remote(self._model)
                        await asyncio.wait_for(worker.ready.remote(), START_S)
                        continue  # another may have taken the last problem meanwhile
                    record = left.popleft()
                    try:
                        row, events = await worker.solve.remote(asdict(record), asdict(way_of(way, record)))
                    except ray.exceptions.RayActorError as error:
                        log.warning("a worker was lost: %s", str(error).partition("\n")[0])
                        worker, again = None, _again(record, lost)
                        if again is None:
                            left.appendleft(record)
                        else:
                            done.put_nowait(again)
                        continue
                    done.put_nowait(Solved(Row(**row), tuple(map(decode, events))))
            finally:
                if worker is not None:
                    worker.close.remote()
                    ray.kill(worker)

        workers = [asyncio.create_task(work()) for _ in range(min(self._jobs, len(records)))]
        try:
            async for solved in finished(done, workers, len(records), forgiven=_unplaced(ray)):
                yield solved
        except _unplaced(ray) as error:
            raise BadData(f"the cluster has no worker left: {type(error).__name__} {error}") from error
        finally:
            for task in workers:
                task.cancel()
            await asyncio.gather(*workers, return_exceptions=True)
            ray.shutdown()


def _unplaced(ray: Any) -> tuple[type[BaseException], ...]:
    """How a worker fails that finds no place, or dies before it is ready."""
    return (TimeoutError, ray.exceptions.RayActorError)


def _again(record: Record, lost: Counter[str]) -> Solved | None:
    """None where the problem is to be solved again; else the row of one that has cost too many workers."""
    lost[record.id] += 1
    if lost[record.id] < LOST:
        return None
    note = f"worker-lost: {LOST} workers were lost over it"
    row = Row(record.id, record.dataset, record.subject, "", record.answer, "failed", "unknown", 0.0, note)
    return Solved(row, ())


def _reach(address: str) -> None:
    """Ray itself waits for minutes before it says that nobody is there.

    Raises:
        BadData: nobody is.
    """
    host, _, port = address.removeprefix("ray://").rpartition(":")
    if address in (LOCAL, "auto") or not port.isdigit():
        return
    try:
        socket.create_connection((host, int(port)), timeout=REACH_S).close()
    except OSError as error:
        raise BadData(f"there is no Ray cluster at {address!r}: {error}") from error


def connect(address: str, jobs: int) -> Any:
    """Ray, connected to a running cluster, or to one of `jobs` workers on this machine alone (`local`).

    Raises:
        BadData: Ray is not installed, or there is no such cluster.
    """
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")  # nothing is sent anywhere
    try:
        import ray
    except ImportError as error:
        raise BadData("--ray needs `pip install ray`, here and on every machine of the cluster") from error
    where: dict[str, Any] = (
        {"num_cpus": jobs, "include_dashboard": False} if address == LOCAL else {"address": address}
    )
    _reach(address)
    try:
        ray.init(
            **where,
            log_to_driver=False,
            logging_level=logging.ERROR,
            runtime_env={"env_vars": {"PYTHONPATH": str(ROOT)}},
        )
    except (ConnectionError, RuntimeError, ValueError) as error:
        raise BadData(
            f"there is no Ray cluster at {address!r}: {str(error).partition(chr(10))[0]}"
        ) from error
    return ray
