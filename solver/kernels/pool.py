"""A few warm kernels and a limit on all: starts processes, hands each to one session, ends it afterwards.

Never gives a used kernel to another session. Does not run cells and does not end idle sessions' kernels.
"""

from __future__ import annotations

import asyncio
import atexit
import logging
import shutil
from collections import deque
from pathlib import Path
from typing import Final

import zmq
import zmq.asyncio

from solver.errors import KernelUnavailable
from solver.kernels.launch import make_root
from solver.kernels.live import LiveKernel
from solver.kernels.process import FRAME_BYTES, KernelProcess

STARTS: Final = 2  # at once while somebody waits; one by one otherwise, to leave a core to the readers
log = logging.getLogger(__name__)


class KernelPool:
    """Keeps `warm` started kernels beside the ones in use, and at most `limit` of those.

    Belongs to the event loop in which it is first used. `start` is optional: without it the first session waits
    for a kernel of its own.
    """

    def __init__(self, *, warm: int = 2, limit: int = 32) -> None:
        """`warm` ≥ 0 processes wait (about 130 MB each), `limit` ≥ 1 may be in use; who comes later waits in turn."""
        self._wanted = warm
        self._places = asyncio.Semaphore(limit)  # wakes in the order of asking
        self._root: Path | None = None
        self._context: zmq.asyncio.Context | None = None
        self._warm: deque[KernelProcess] = deque()
        self._used: set[KernelProcess] = set()
        self._waiting: deque[asyncio.Future[KernelProcess]] = deque()
        self._starting: set[asyncio.Task[None]] = set()
        self._closed = False

    async def start(self) -> None:
        """Begin to warm kernels in the background; returns at once."""
        self._refill()

    def kernel(self) -> LiveKernel:
        """A session's kernel. It has no process until its first cell; close it when the session ends."""
        return LiveKernel(self.acquire, self.release)

    async def acquire(self) -> KernelProcess:
        """A warm process that nobody has used, at once if there is one; give it back with `release`.

        Raises:
            KernelUnavailable: none could be started, or the pool is closed.
        """
        await self._places.acquire()
        try:
            process = await self._take()
        except BaseException:
            self._places.release()
            raise
        self._used.add(process)
        self._refill()
        return process

    async def release(self, process: KernelProcess) -> None:
        """End a process that `acquire` gave. May be called more than once."""
        if process in self._used:
            self._used.discard(process)
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
        for task in self._starting:
            task.cancel()
        await asyncio.gather(*self._starting, return_exceptions=True)
        idle, self._warm = list(self._warm), deque()
        await asyncio.gather(*(process.close() for process in idle), *map(self.release, list(self._used)))
        self._abandon()
        atexit.unregister(self._abandon)

    def _abandon(self) -> None:
        """End what there is without an event loop.

        Registered for the end of the interpreter, which would otherwise wait for ever for the open sockets of a pool
        that was not closed.
        """
        for process in (*self._warm, *self._used):
            process.kill()
        if self._context is not None:
            self._context.destroy(linger=0)
            self._context = None
        if self._root is not None:
            shutil.rmtree(self._root, ignore_errors=True)
            self._root = None

    async def _take(self) -> KernelProcess:
        """One of the warm, else the next that is started."""
        if self._closed:
            raise KernelUnavailable("the kernels are shut down")
        while self._warm:
            process = self._warm.popleft()
            if process.alive:
                return process
            await process.close()  # it ended while it waited
        waiter: asyncio.Future[KernelProcess] = asyncio.get_running_loop().create_future()
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
            process = await KernelProcess.start(*self._place())
        except KernelUnavailable as error:
            log.error("no kernel could be started: %s", error)
            for waiter in self._waiting:  # all: the next start would fail in the same way
                if not waiter.done():
                    waiter.set_exception(error)
            raise
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

    def _place(self) -> tuple[zmq.asyncio.Context, Path]:
        """The context and the folder of this pool's kernels, made when the first one starts."""
        if self._root is None or self._context is None:
            atexit.register(self._abandon)
            self._root = make_root()
            self._context = zmq.asyncio.Context()
            self._context.setsockopt(zmq.MAXMSGSIZE, FRAME_BYTES)
            self._context.setsockopt(zmq.LINGER, 0)
        return self._context, self._root
