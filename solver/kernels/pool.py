"""A few warm kernels and a limit on all: starts processes, hands each to one session, ends it afterwards.

Never gives a used kernel to another session. Ends what a watch finds to use too much, and lets kernels rest that nobody
has used for long, or that have been idle while somebody waits, or while all have too much memory. Does not run cells.
"""

from __future__ import annotations

import asyncio
import atexit
import logging
import time
import weakref
from collections import Counter, deque
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

from solver.errors import KernelUnavailable
from solver.kernels.confinement import Confinement, can_fork
from solver.kernels.exchange import Process
from solver.kernels.folders import make_root, remove_tree
from solver.kernels.fork_server import ForkServer
from solver.kernels.live import LiveKernel
from solver.kernels.long_cells import LongCells
from solver.kernels.memory import Memory, usual_bytes
from solver.kernels.process import KernelProcess
from solver.kernels.provisioner import ForkProvisioner, PlainProvisioner
from solver.kernels.watchdog import INTERVAL_S, Bounds, Watch

if TYPE_CHECKING:
    from solver.kernels.gateway.gateway import Gateway

REST_S: Final = 900.0  # without a cell
YIELD_S: Final = (
    5.0  # without a cell, while somebody else waits: who thinks for longer loses nothing, the cells run again
)
WHOLE: Final = Confinement()
BOUNDS: Final = Bounds()
FEW_BYTES: Final = 4 * (60 << 20)  # a few kernels that have worked for a while (tests/load/RESULTS.md)
STARTS: Final = 2  # at once while somebody waits; one by one otherwise, to leave a core to the readers
log = logging.getLogger(__name__)


class KernelPool:
    """Keeps `warm` started kernels beside the ones in use, and at most `limit` of those.

    Belongs to the event loop in which it is first used. `start` is optional: without it the first session waits
    for a kernel of its own.
    """

    def __init__(
        self,
        *,
        warm: int = 2,
        limit: int = 64,
        confinement: Confinement | None = WHOLE,
        rest_s: float = REST_S,
        yield_s: float = YIELD_S,
        bounds: Bounds = BOUNDS,
        memory_bytes: int | None = None,
        gateway: Gateway | None = None,
    ) -> None:
        """`warm` ≥ 0 processes wait (about 40 MB each), `limit` ≥ 1 may be in use; who comes later waits in turn.

        A kernel without a cell for `rest_s` gives its place back, after `yield_s` where somebody waits for it.
        `bounds` is what a kernel may use before the watch ends it. `confinement` None: ordinary, unconfined processes.
        So it is, whatever is asked, where there is no fork server. All kernels together may have `memory_bytes`, a share of the
        machine's without it: where they have more, those rest that have more than their part, as early as after `yield_s`. With a `gateway` all kernels are its own: what
        they may and use is its business.
        """
        self._wanted = warm
        self._places = asyncio.Semaphore(limit)  # wakes in the order of asking
        self._queue = 0
        self._confinement = confinement if can_fork() else None
        self._rest_s, self._yield_s = rest_s, yield_s
        self._bounds = bounds
        self.memory = Memory(usual_bytes() if memory_bytes is None else memory_bytes)
        self._long_cells = LongCells()
        self._memory_is_judged = False  # whether it is enough to begin with
        self._gateway = gateway
        self._root: Path | None = None
        self._server: ForkServer | None = None
        self._watcher: asyncio.Task[None] | None = None
        self._watches: dict[Process, Watch] = {}
        self._kernels: weakref.WeakSet[LiveKernel] = weakref.WeakSet()
        self._warm: deque[Process] = deque()
        self._used: set[Process] = set()
        self._waiting: deque[asyncio.Future[Process]] = deque()
        self._starting: set[asyncio.Task[None]] = set()
        self._closed = False
        self.starts = self.failed_starts = 0
        self.kills: Counter[str] = Counter()  # by what `KernelProcess.ending` says
        self.rests: Counter[str] = Counter()  # by why: "idle", "queue" or "memory"
        self._start_failed = False  # the last one

    async def start(self) -> None:
        """Begin to warm kernels in the background; returns at once."""
        self._refill()

    def kernel(self) -> LiveKernel:
        """A session's kernel. It has no process until its first cell; close it when the session ends."""
        kernel = LiveKernel(self.acquire, self.release)
        self._kernels.add(kernel)
        return kernel

    async def is_ready(self) -> bool:
        """Whether one could be started last time. Where not, it is tried again in the background."""
        self._refill()
        return self._wanted == 0 or (self.starts > 0 and not self._start_failed)

    @property
    def warm(self) -> int:
        """Processes that wait to be used."""
        return len(self._warm)

    @property
    def used(self) -> int:
        """Processes that sessions have."""
        return len(self._used)

    @property
    def queued(self) -> int:
        """Sessions that wait for a place."""
        return self._queue

    @property
    def pids(self) -> tuple[int, ...]:
        """The numbers of all processes on this machine, the fork server's first."""
        server = () if self.server_pid is None else (self.server_pid,)
        processes = (*self._warm, *self._used)
        return (*server, *(process.pid for process in processes if process.alive and process.pid))

    @property
    def server_pid(self) -> int | None:
        """The number of the fork server's process, None where there is none."""
        return None if self._server is None else self._server.pid

    async def acquire(self) -> Process:
        """A warm process that nobody has used, at once if there is one; give it back with `release`.

        Raises:
            KernelUnavailable: none could be started, or the pool is closed.
        """
        self._queue += 1
        try:
            await self._places.acquire()
        finally:
            self._queue -= 1
        try:
            process = await self._take()
        except BaseException:
            self._places.release()
            raise
        self._used.add(process)
        self._refill()
        return process

    async def release(self, process: Process) -> None:
        """End a process that `acquire` gave. May be called more than once."""
        if process in self._used:
            self._used.discard(process)
            self._watches.pop(process, None)
            if process.ending is not None and not self._closed:
                self.kills[process.ending] += 1
            try:
                await process.close()
            finally:
                self._places.release()

    async def close(self) -> None:
        """End every process, also those in use, and remove every folder and socket. May be called more than once."""
        self._closed = True
        for waiter in self._waiting:
            if not waiter.done():
                waiter.set_exception(KernelUnavailable("the kernels are being shut down"))
        background = [*self._starting, *([self._watcher] if self._watcher is not None else [])]
        for task in background:
            task.cancel()
        await asyncio.gather(*background, return_exceptions=True)
        idle, self._warm = list(self._warm), deque()
        await asyncio.gather(*(process.close() for process in idle), *map(self.release, list(self._used)))
        if self._server is not None:
            await self._server.close()
        if self._gateway is not None:
            await self._gateway.close()
        self._abandon()
        atexit.unregister(self._abandon)

    def _abandon(self) -> None:
        """End what there is without an event loop, at the interpreter's end for a pool that was not closed."""
        for process in (*self._warm, *self._used):
            process.kill_now()
        if self._server is not None:
            self._server.kill()
            self._server = None
        if self._root is not None:
            remove_tree(self._root)
            self._root = None

    async def _take(self) -> Process:
        """One of the warm, else the next that is started."""
        if self._closed:
            raise KernelUnavailable("the kernels are shut down")
        while self._warm:
            process = self._warm.popleft()
            try:
                await process.settled()
            except asyncio.CancelledError:
                await process.close()
                raise
            if process.alive:
                return process
            self._watches.pop(process, None)
            await process.close()  # it ended while it waited
        waiter: asyncio.Future[Process] = asyncio.get_running_loop().create_future()
        self._waiting.append(waiter)
        self._refill()
        try:
            return await waiter
        except asyncio.CancelledError:
            if waiter.done() and not waiter.cancelled() and waiter.exception() is None:
                self._warm.append(waiter.result())  # it came too late for this one
            raise
        finally:
            if waiter in self._waiting:
                self._waiting.remove(waiter)

    def _refill(self) -> None:
        """Start as many processes as are wanted and not yet on their way."""
        while not self._closed:
            missing = self._wanted + len(self._waiting) - len(self._warm) - len(self._starting)
            if missing <= 0 or len(self._starting) >= (STARTS if self._waiting else 1):
                return
            task = asyncio.create_task(self._start_one())
            self._starting.add(task)
            task.add_done_callback(self._started)

    async def _start_one(self) -> None:
        """Start a process for the first who waits, or for the warm ones. A failure is told to who waits."""
        try:
            process = await self._start_process()
        except Exception as error:
            told = error if isinstance(error, KernelUnavailable) else KernelUnavailable(repr(error))
            log.error("no kernel could be started: %s", told)
            self.failed_starts, self._start_failed = self.failed_starts + 1, True
            self._starting.discard(
                cast("asyncio.Task[None]", asyncio.current_task())
            )  # who is told may ask again at once
            for waiter in self._waiting:  # all: the next start would fail in the same way
                if not waiter.done():
                    waiter.set_exception(told)
            raise
        self.starts, self._start_failed = self.starts + 1, False
        while self._waiting:
            waiter = self._waiting.popleft()
            if not waiter.done():
                waiter.set_result(process)
                return
        self._warm.append(process)

    def _started(self, task: asyncio.Task[None]) -> None:
        self._starting.discard(task)
        if not task.cancelled():
            error = task.exception()
            if error is None:  # after a failure the next session tries again: no busy loop
                self._refill()
            elif not isinstance(error, KernelUnavailable):  # that is told already
                log.error("starting a kernel failed", exc_info=error)

    async def _start_process(self) -> Process:
        """Here and watched, or at the gateway."""
        if self._watcher is None:
            atexit.register(self._abandon)
            self._start_watching()
        if self._gateway is not None:
            return await self._gateway.start_kernel()
        process = await KernelProcess.start(self._provisioner())
        self._watches[process] = Watch(process.pid, process.folder, self._bounds, uid=process.uid)
        return process

    def _provisioner(self) -> ForkProvisioner | PlainProvisioner:
        """For one kernel more; the folder and the fork server are made with the first."""
        if self._root is None:
            self._root = make_root()
            if self._confinement is not None:
                self._server = ForkServer(self._root / "matplotlib")
        if self._server is None:
            return PlainProvisioner(root=self._root)
        return ForkProvisioner(server=self._server, root=self._root, confinement=self._confinement)

    def _start_watching(self, ended: asyncio.Task[None] | None = None) -> None:
        """Watch; and again, should the watch ever fail: kernels without it would be bounded by half."""
        if ended is not None:
            if ended.cancelled() or self._closed:
                return
            log.error("the watch over kernels failed", exc_info=ended.exception())
        self._watcher = asyncio.create_task(self._watch())
        self._watcher.add_done_callback(self._start_watching)

    async def _watch(self) -> None:
        """End what uses too much; let rest what is not used."""
        while True:
            await asyncio.sleep(INTERVAL_S)
            for process, watch in list(self._watches.items()):
                excess = watch.excess(busy=process.busy, cells=process.requests) if process.alive else None
                if excess is not None:
                    log.warning("kernel %d was ended: %s", process.pid, excess.words)
                    await process.kill(excess.words, cause=excess.cause)
            self._share_the_processors()
            for process in list(self._used):
                if not process.alive and not process.busy:  # its session may not ask for a long time
                    await self.release(process)
            self.memory.look(
                {process.pid: watch for process, watch in self._watches.items()}, self.server_pid
            )
            self._judge_memory()
            await self._let_one_rest()

    def _share_the_processors(self) -> None:
        """Hold those back that compute for long while others work."""
        long = {process for process, watch in self._watches.items() if process.busy and watch.is_long}
        self._long_cells.look(long, self._watches.keys() - long, time.monotonic())

    async def _let_one_rest(self) -> None:
        """The one that has been idle for longest, if that is long enough. Apart from the loop, whose variables last.

        For memory it is the one that has kept most of it for longest: students who work by turns come back in the order in which
        they rested, and whoever has rested longest is often the next; so as few as possible should have to run their cells again.
        Only those that have more than their part of what there is: one that is too large while it computes makes nobody else rest.
        """
        idle = {kernel: kernel.idle_s or 0.0 for kernel in self._kernels}
        longest = max(idle, key=idle.__getitem__, default=None)
        if longest is None:
            return
        if idle[longest] > (self._yield_s if self._queue else self._rest_s):
            await self._rest(longest, "queue" if self._queue else "idle")
        elif self.memory.is_exceeded:
            part = (self.memory.most_bytes - self._base_bytes()) / max(1, len(self._used))
            bytes_of = {kernel: self.memory.bytes_of(kernel.pid) for kernel in idle}
            large = max(
                (
                    kernel
                    for kernel in idle
                    if idle[kernel] > self._yield_s and kernel.can_restore and bytes_of[kernel] > part
                ),
                key=lambda kernel: idle[kernel] * bytes_of[kernel],
                default=None,
            )
            if large is not None:
                await self._rest(large, "memory")

    def _base_bytes(self) -> int:
        """What the fork server and the warm kernels have."""
        pids = (self.server_pid, *(process.pid for process in self._warm))
        return sum(map(self.memory.bytes_of, pids))

    def _judge_memory(self) -> None:
        """Say once whether there is so little memory that every kernel will rest whenever it can."""
        if self._memory_is_judged or not self.memory.has_seen(self.server_pid, *(p.pid for p in self._warm)):
            return
        self._memory_is_judged = True
        base = self._base_bytes()
        if self.memory.most_bytes < base + FEW_BYTES:
            log.warning(
                "kernels may have %d MB together, the fork server and the warm ones have %d MB of it: "
                "with less than %d MB every kernel rests after each pause (STEPWISE_KERNELS_MEMORY_MB)",
                self.memory.most_bytes >> 20, base >> 20, (base + FEW_BYTES) >> 20,
            )  # fmt: skip

    async def _rest(self, kernel: LiveKernel, why: str) -> None:
        self.rests[why] += 1
        await kernel.rest()
