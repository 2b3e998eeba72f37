"""Processes that read problems and find steps, and that can be stopped: sympy may hang on a student's formula.

The parent talks to a worker in lines of JSON. What a worker is asked is `solver.models.reading`'s business.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from solver.errors import SolverError

ROOT: Final = Path(__file__).resolve().parents[2]
MAX_LINE: Final = 4 << 20


class WorkerTimeout(SolverError):
    """The worker did not answer in time and was stopped."""

    code = "too-hard"


class WorkerDied(SolverError):
    """The worker ended while it was working, for example for want of memory."""

    code = "too-hard"


class Worker:
    """One process. Ask one thing at a time."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process

    @classmethod
    async def start(cls) -> Worker:
        """A new process with an environment of its own: no secret of the server is in it."""
        environment = {
            k: v for k in ("PATH", "LANG", "LC_ALL", "SYSTEMROOT", "TEMP") if (v := os.environ.get(k))
        }
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "solver.models.reading",
            stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
            cwd=ROOT, env=environment | {"PYTHONHASHSEED": "0"}, limit=MAX_LINE,
        )  # fmt: skip
        worker = cls(process)
        try:
            await worker._reply()  # it says that it is warm
        except BaseException:
            worker.kill()
            raise
        return worker

    @property
    def alive(self) -> bool:
        """Whether the process still runs."""
        return self._process.returncode is None

    async def ask(self, request: Mapping[str, Any]) -> dict[str, Any]:
        """The worker's answer to one request.

        Raises:
            WorkerDied: the process ended instead of answering.
        """
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(json.dumps(request).encode() + b"\n")
            await self._process.stdin.drain()
        except (BrokenPipeError, ConnectionResetError) as error:
            raise WorkerDied("the reading process ended") from error
        return await self._reply()

    async def _reply(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        try:
            line = await self._process.stdout.readline()
        except ValueError as error:  # a line over the limit
            raise WorkerDied("the reading process said too much") from error
        if not line:
            raise WorkerDied("the reading process ended")
        answer: dict[str, Any] = json.loads(line)
        return answer

    def kill(self) -> None:
        """End the process at once."""
        if self.alive:
            self._process.kill()

    async def wait(self) -> None:
        """Until the process is gone and reaped."""
        await self._process.wait()


class WorkerPool:
    """A few warm workers. One that hangs, dies or is left in the middle is replaced; nobody else waits for it."""

    def __init__(self, size: int = 2, *, timeout_s: float = 10.0) -> None:
        self._size, self.timeout_s = size, timeout_s
        self._ready: list[asyncio.Task[Worker]] = []  # started or starting, and not in use
        self._free = asyncio.Semaphore(size)
        self._endings: set[asyncio.Task[None]] = set()

    async def start(self) -> None:
        """Begin to warm up; returns at once."""
        while len(self._ready) < self._size:
            self._ready.append(asyncio.create_task(Worker.start()))

    async def ask(self, request: Mapping[str, Any], *, timeout_s: float | None = None) -> dict[str, Any]:
        """One worker's answer; `timeout_s` where the request has a limit of its own. Waiting for a free worker does not count.

        Raises:
            WorkerTimeout: it took longer than the limit.
            WorkerDied: it ended.
        """
        limit_s = self.timeout_s if timeout_s is None else timeout_s
        async with self._free:
            starting = self._take()
            worker: Worker | None = None
            answered = False
            try:
                worker = await asyncio.shield(starting)
                answer = await asyncio.wait_for(worker.ask(request), limit_s)
                answered = True
                return answer
            except TimeoutError as error:
                raise WorkerTimeout(f"no answer within {limit_s:g} s") from error
            finally:
                if answered or worker is None:
                    self._ready.append(starting)
                else:  # hangs, died, or the caller went away in the middle of an answer
                    self._end(worker)
                    self._ready.append(asyncio.create_task(Worker.start()))

    def _take(self) -> asyncio.Task[Worker]:
        """The worker used last, because it still remembers the problem; one that died meanwhile is replaced."""
        warm = [s for s in self._ready if s.done() and not s.cancelled() and s.exception() is None]
        chosen = (warm or self._ready)[-1] if self._ready else None
        if chosen is None:
            return asyncio.create_task(Worker.start())
        self._ready.remove(chosen)
        usable = not chosen.done() or (chosen in warm and chosen.result().alive)
        return chosen if usable else asyncio.create_task(Worker.start())

    def _end(self, worker: Worker) -> None:
        """In the background: the caller may itself be being cancelled."""
        worker.kill()
        task = asyncio.create_task(worker.wait())
        self._endings.add(task)
        task.add_done_callback(self._endings.discard)

    async def close(self) -> None:
        """End all workers and wait until they are gone."""
        for worker in await asyncio.gather(*self._ready, return_exceptions=True):
            if isinstance(worker, Worker):
                self._end(worker)
        self._ready.clear()
        await asyncio.gather(*self._endings)
