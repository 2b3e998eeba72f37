"""Workers that are forked from one warm process: what takes seconds at a start (imports, grammars, sympy's caches) is done once.

Linux only. The process is started with the first worker, shared by all pools of its module in this process, and ended with the last
of them. It waits on a socket; each message has the other end of a new worker's own socket, and the worker says its number there.
Its side is `worker_process.fork_each`. Should it die, its workers die with it, and the next one starts another.
"""

from __future__ import annotations

import asyncio
import os
import select
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]
WORD: Final = b"fork"


def can_fork() -> bool:
    """Whether workers can be forked here, and ended whatever they do."""
    return sys.platform == "linux" and hasattr(os, "pidfd_open")


class Fork:
    """A worker's process: `pidfd` signals it and no other, also when its number has been given away."""

    def __init__(self, pid: int) -> None:
        self.pid, self._pidfd = pid, os.pidfd_open(pid)

    @property
    def returncode(self) -> int | None:
        """None while it runs; how it ended is known to its parent alone."""
        if self._pidfd >= 0:
            poll = select.poll()
            poll.register(self._pidfd, select.POLLIN)
            if not poll.poll(0):
                return None
        self._close()
        return -1

    def kill(self) -> None:
        """End it at once."""
        if self._pidfd >= 0:
            with suppress(ProcessLookupError):
                signal.pidfd_send_signal(self._pidfd, signal.SIGKILL)

    async def wait(self) -> None:
        """Until it has ended."""
        if self.returncode is not None:
            return
        loop, ended = asyncio.get_running_loop(), asyncio.Event()
        watched = os.dup(self._pidfd)  # another may wait, too
        loop.add_reader(watched, ended.set)
        try:
            await ended.wait()
        finally:
            loop.remove_reader(watched)
            os.close(watched)
        self._close()

    def _close(self) -> None:
        if self._pidfd >= 0:
            os.close(self._pidfd)
            self._pidfd = -1

    def __del__(self) -> None:
        self._close()


class Nursery:
    """The warm process of a module, for as long as somebody holds it. Bound to no event loop and to no thread."""

    def __init__(self, module: str, environment: Mapping[str, str]) -> None:
        self._module, self._environment = module, dict(environment)
        self._lock = threading.Lock()
        self._holders = 0
        self._process: subprocess.Popen[bytes] | None = None
        self._control: socket.socket | None = None

    @property
    def pid(self) -> int | None:
        """The process's number, if it has been started."""
        return None if self._process is None else self._process.pid

    def hold(self) -> None:
        """Keep the process, from when it is first wanted, until as many have called `release`."""
        with self._lock:
            self._holders += 1

    def release(self) -> None:
        """Let go of it; without a holder it ends, and so do its workers."""
        with self._lock:
            self._holders -= 1
            if self._holders == 0:
                self._end()

    def order(self) -> socket.socket:
        """The socket of a worker that is being forked, or will be as soon as the process is warm; it ends where nothing comes of it."""
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)
        with theirs, self._lock:
            for _ in range(2):
                if self._control is None or self._process is None or self._process.poll() is not None:
                    self._end()
                    self._start()
                assert self._control is not None
                with suppress(BrokenPipeError, ConnectionResetError):  # it died a moment ago
                    socket.send_fds(self._control, [WORD], [theirs.fileno()])
                    break
        return ours

    def _start(self) -> None:
        self._control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, "-m", self._module, str(theirs.fileno())],
                pass_fds=[theirs.fileno()], cwd=ROOT, env=self._environment,
                stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            )  # fmt: skip

    def _end(self) -> None:
        if self._control is not None:
            self._control.close()
        if self._process is not None:
            self._process.kill()
            self._process.wait()
        self._control = self._process = None


_nurseries: dict[tuple[str, tuple[tuple[str, str], ...]], Nursery] = {}


def nursery(module: str, environment: Mapping[str, str]) -> Nursery:
    """The one of this process for a module and an environment; hold it before you use it."""
    key = (module, tuple(sorted(environment.items())))
    return _nurseries.setdefault(key, Nursery(module, environment))
