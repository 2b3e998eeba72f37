"""Processes that do what may hang, grow or crash, and that can be stopped; the parent talks to them in lines of JSON.

What a process is asked is the business of whoever names its module; its own side is `worker_process`. While it works it may send lines with `waiting` in them:
they are passed on and are no answer.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any, Final, Literal, Protocol

from solver.errors import SolverError
from solver.forks import ROOT, Fork, Nursery, can_fork, nursery
from solver.worker_process import WEAR

MAX_LINE: Final = 4 << 20
PASSED_ON: Final = ("PATH", "LANG", "LC_ALL", "SYSTEMROOT", "TEMP")
"""Variables of the server's environment that a process gets: no secret is among them."""

Waiting = Callable[[Mapping[str, Any]], None]
Replaced = Literal["worn", "slow", "died", "left"]
"""Why a worker was: it was worn, did not answer in time, ended by itself, or was left in the middle of an answer."""


def surroundings(own: Mapping[str, str] | None = None) -> dict[str, str]:
    """A process's whole environment: what is passed on of the server's, and its own."""
    passed = {k: v for k in PASSED_ON if (v := os.environ.get(k))}
    return passed | {"PYTHONHASHSEED": "0"} | dict(own or {})


class WorkerTimeout(SolverError):
    """The worker did not answer in time and was stopped."""

    code = "too-hard"


class WorkerDied(SolverError):
    """The worker ended while it was working, for example for want of memory."""

    code = "too-hard"


class WorkerUnusable(WorkerDied):
    """It ended before it could be asked anything: something is missing on this machine, as the log says."""


class Process(Protocol):
    """One that was started here (`asyncio.subprocess.Process`), or forked from a warm one (`forks.Fork`)."""

    @property
    def pid(self) -> int: ...
    @property
    def returncode(self) -> int | None: ...
    def kill(self) -> None: ...
    async def wait(self) -> Any: ...


class Worker:
    """One process. Ask one thing at a time. `wear` is what it says of itself, `lasts` with how much of that it is worn."""

    def __init__(self, process: Process, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._process, self._reader, self._writer = process, reader, writer
        self.wear, self.lasts = 0.0, 1.0

    @property
    def is_worn(self) -> bool:
        """Whether a fresh one had better take its place."""
        return self.wear >= self.lasts

    @classmethod
    async def start(
        cls, module: str, environment: Mapping[str, str] | None = None, *, max_line: int = MAX_LINE
    ) -> Worker:
        """A new process that runs a module, with an environment of its own.

        Raises:
            WorkerUnusable: it ended before it was ready.
        """
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", module,
            stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
            cwd=ROOT, env=surroundings(environment), limit=max_line,
        )  # fmt: skip
        assert process.stdin is not None and process.stdout is not None
        worker = cls(process, process.stdout, process.stdin)
        try:
            await worker._reply(None)  # it says that it is warm
        except WorkerDied as error:
            worker.kill()
            await worker.wait()
            raise WorkerUnusable("the process ended before it was ready") from error
        except BaseException:
            worker.kill()
            raise
        return worker

    @classmethod
    async def fork(cls, nursery: Nursery, *, max_line: int = MAX_LINE) -> Worker:
        """One that is forked from a warm process, in milliseconds once that is warm.

        Raises:
            WorkerUnusable: it ended before it was ready.
        """
        reader, writer = await asyncio.open_unix_connection(sock=nursery.order(), limit=max_line)
        try:
            hello = json.loads(await reader.readline())
            return cls(Fork(hello["pid"]), reader, writer)
        except (ValueError, OSError) as error:  # nothing came; or it has ended since
            writer.close()
            raise WorkerUnusable("the process ended before it was ready") from error
        except BaseException:  # it ends as it sees that nobody is there
            writer.close()
            raise

    @property
    def alive(self) -> bool:
        """Whether the process still runs."""
        return self._process.returncode is None

    @property
    def pid(self) -> int:
        """The process's number."""
        return self._process.pid

    async def ask(self, request: Mapping[str, Any], waiting: Waiting | None = None) -> dict[str, Any]:
        """The worker's answer to one request.

        Raises:
            WorkerDied: the process ended instead of answering.
        """
        try:
            self._writer.write(json.dumps(request).encode() + b"\n")
            await self._writer.drain()
        except (BrokenPipeError, ConnectionResetError) as error:
            raise WorkerDied("the reading process ended") from error
        return await self._reply(waiting)

    async def _reply(self, waiting: Waiting | None) -> dict[str, Any]:
        while True:
            try:
                line = await self._reader.readline()
            except ValueError as error:  # a line over the limit
                raise WorkerDied("the reading process said too much") from error
            except ConnectionError as error:
                raise WorkerDied("the reading process ended") from error
            if not line:
                raise WorkerDied("the reading process ended")
            answer: dict[str, Any] = json.loads(line)
            if "waiting" not in answer:
                self.wear = answer.pop(WEAR, 0.0)
                return answer
            if waiting is not None:
                waiting(answer["waiting"])

    def kill(self) -> None:
        """End the process at once."""
        if self.alive:
            self._process.kill()

    async def wait(self) -> None:
        """Until the process is gone and reaped."""
        await self._process.wait()
        self._writer.close()


class WorkerPool:
    """A few warm workers. One that hangs, dies or is left in the middle is replaced, and so is one that is worn; nobody else waits for it."""

    def __init__(
        self,
        module: str,
        size: int = 2,
        *,
        timeout_s: float = 10.0,
        environment: Mapping[str, str] | None = None,
        max_line: int = MAX_LINE,
        forks: bool = False,
    ) -> None:
        """`forks`: the module can be forked from (`worker_process.fork_each`); where the system can do that, it is."""
        self._module, self._environment, self._max_line = module, environment, max_line
        self._nursery = nursery(module, surroundings(environment)) if forks and can_fork() else None
        self._holds_nursery = False
        self._size, self.timeout_s = size, timeout_s
        self._ready: list[asyncio.Task[Worker]] = []  # started or starting, and not in use
        self._free = asyncio.Semaphore(size)
        self._endings: set[asyncio.Task[None]] = set()
        self._reliefs: dict[
            asyncio.Task[Worker], asyncio.Task[Worker]
        ] = {}  # of those that are worn: who comes instead
        self._queue: list[Waiting | None] = []
        self.replaced: Counter[Replaced] = Counter()

    @property
    def queued(self) -> int:
        """How many requests wait for a worker."""
        return len(self._queue)

    async def start(self) -> None:
        """Begin to warm up; returns at once."""
        while (begun := len(self._ready)) < self._size:
            # the first ones last for a share each: they have the same work, and would all be replaced at once again and again
            self._ready.append(self._begin(lasts=(begun + 1) / self._size))

    @property
    def pids(self) -> tuple[int, ...]:
        """The numbers of the processes that are not at work, and of the one that they were forked from."""
        warm = [s.result() for s in self._ready if s.done() and not s.cancelled() and s.exception() is None]
        parent = self._nursery.pid if self._nursery is not None else None
        return (*(() if parent is None else (parent,)), *(worker.pid for worker in warm if worker.alive))

    async def is_ready(self) -> bool:
        """Whether one is warm or at work. Those that could not be started are begun again."""
        if self._free.locked() or len(self._ready) < self._size:
            return True
        failed = [s for s in self._ready if s.done() and (s.cancelled() or s.exception() is not None)]
        for start in failed:
            self._ready[self._ready.index(start)] = self._begin()
        return any(s.done() and s.result().alive for s in self._ready if s not in failed)

    async def ask(
        self,
        request: Mapping[str, Any],
        waiting: Waiting | None = None,
        *,
        timeout_s: float | None = None,
    ) -> dict[str, Any]:
        """One worker's answer. `waiting` hears how many come first, and what the worker itself says meanwhile.

        `timeout_s`: where the request has a limit of its own. Waiting for a free worker does not count.

        Raises:
            WorkerTimeout: it took longer than the limit.
            WorkerDied: it ended.
        """
        limit_s = self.timeout_s if timeout_s is None else timeout_s
        await self._take_turn(waiting)
        try:
            starting = self._take()
            worker: Worker | None = None
            answered = False
            why: Replaced = "left"
            try:
                worker = await asyncio.shield(starting)
                answer = await asyncio.wait_for(worker.ask(request, waiting), limit_s)
                answered = True
                return answer
            except WorkerDied:
                why = "died"
                raise
            except TimeoutError as error:
                why = "slow"
                raise WorkerTimeout(f"no answer within {limit_s:g} s") from error
            finally:
                if answered or worker is None:
                    self._ready.append(starting)
                    if worker is not None and worker.is_worn:
                        self._relieve(starting)
                else:  # hangs, died, or the caller went away in the middle of an answer
                    self._end(worker)
                    self.replaced[why] += 1
                    relief = self._reliefs.pop(starting, None)
                    self._ready.append(relief if relief is not None else self._begin())
        finally:
            self._free.release()

    async def _take_turn(self, waiting: Waiting | None) -> None:
        """Until a worker is free; whoever waits hears its place whenever that changes."""
        if self._free.locked():
            self._queue.append(waiting)
            self._tell_places(from_place=len(self._queue) - 1)
            try:
                await self._free.acquire()
            finally:
                self._queue.remove(waiting)
                self._tell_places()
        else:
            await self._free.acquire()

    def _tell_places(self, from_place: int = 0) -> None:
        for ahead, waiting in enumerate(self._queue):
            if waiting is not None and ahead >= from_place:
                waiting({"reason": "queued", "ahead": ahead + 1})

    def _begin(self, *, lasts: float = 1.0) -> asyncio.Task[Worker]:
        if self._nursery is not None and not self._holds_nursery:
            self._nursery.hold()
            self._holds_nursery = True
        return asyncio.create_task(self._begun(lasts))

    async def _begun(self, lasts: float) -> Worker:
        if self._nursery is None:
            worker = await Worker.start(self._module, self._environment, max_line=self._max_line)
        else:
            worker = await Worker.fork(self._nursery, max_line=self._max_line)
        worker.lasts = lasts
        return worker

    def _take(self) -> asyncio.Task[Worker]:
        """The worker used last, because it still remembers the problem; one that died meanwhile is replaced."""
        warm = [s for s in self._ready if s.done() and not s.cancelled() and s.exception() is None]
        chosen = (warm or self._ready)[-1] if self._ready else None
        if chosen is None:
            return self._begin()
        self._ready.remove(chosen)
        usable = not chosen.done() or (chosen in warm and chosen.result().alive)
        if not usable and chosen in warm:
            self.replaced["died"] += 1
        return chosen if usable else self._begin()

    def _relieve(self, worn: asyncio.Task[Worker]) -> None:
        """Put a fresh worker in the place of one that is worn. It goes on until that is warm: nobody waits."""
        fresh = self._reliefs.get(worn) or self._begin()
        self._reliefs[worn] = fresh
        if not fresh.done():
            fresh.add_done_callback(lambda _: self._relieve(worn) if worn in self._ready else None)
            return
        del self._reliefs[worn]
        if fresh.cancelled() or fresh.exception() is not None:
            return  # there is no room for another one: this one tries again after its next answer
        self._ready[self._ready.index(worn)] = fresh
        self.replaced["worn"] += 1
        self._end(worn.result())

    def _end(self, worker: Worker) -> None:
        """In the background: the caller may itself be being cancelled."""
        worker.kill()
        task = asyncio.create_task(worker.wait())
        self._endings.add(task)
        task.add_done_callback(self._endings.discard)

    async def close(self) -> None:
        """End all workers and wait until they are gone."""
        starts = [*self._ready, *self._reliefs.values()]
        self._ready.clear()  # so that none is relieved any more
        for worker in await asyncio.gather(*starts, return_exceptions=True):
            if isinstance(worker, Worker):
                self._end(worker)
        self._reliefs.clear()
        await asyncio.gather(*self._endings)
        if self._nursery is not None and self._holds_nursery:
            self._holds_nursery = False
            self._nursery.release()
