"""The server's end of the fork server: start its process, ask it for kernels, learn when they end.

Linux only. The process itself is `inside/zygote.py`, where the protocol is described. What is secret, a kernel's key,
goes to the kernel over a socket pair of its own and never through the fork server's memory or a file.
"""

from __future__ import annotations

import asyncio
import json
import os
import signal
import socket
import subprocess
import sys
from collections import deque
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from solver.errors import KernelUnavailable

START_S: Final = 60.0  # a cold disk and a busy machine; 2 s is usual
FORK_S: Final = 20.0  # a busy machine; 0.1 s is usual
REPORT_BYTES: Final = 65_536
SOURCES: Final = Path(__file__).parent
# The folder of these sources is in the path only while they are imported: no kernel can import the project.
IMPORT: Final = (
    "import sys; sys.path.insert(0, sys.argv[1]); from inside.{module} import main; del sys.path[0]; "
)
BOOT: Final = IMPORT.format(module="zygote") + "main(int(sys.argv[2]), int(sys.argv[3]))"


@dataclass(slots=True)
class Fork:
    """A kernel's process: `pidfd` signals it and no other, also when its number has been given away."""

    pid: int
    pidfd: int
    exit_code: int | None = None
    ended: asyncio.Event = field(default_factory=asyncio.Event)

    def signal(self, number: int) -> None:
        """Send a signal; a process that has ended needs none."""
        if self.exit_code is None:
            with suppress(ProcessLookupError):
                signal.pidfd_send_signal(self.pidfd, number)

    def end(self, code: int) -> None:
        """Note that the process has ended. A second call changes nothing."""
        if self.exit_code is None:
            self.exit_code = code
            os.close(self.pidfd)
            self.ended.set()


class ForkServer:
    """One warm process that forks kernels; started when first needed, and again should it die.

    Belongs to the event loop, and to the thread, in which it is first used: the process dies with that thread.
    """

    def __init__(self, cache: Path) -> None:
        """`cache` is a folder for matplotlib's list of fonts; kernels may read it."""
        self.cache = cache
        self.holds: Mapping[str, Any] = {}  # which layers this host allows, once it has started
        self._starting = asyncio.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._control: socket.socket | None = None
        self._ready: asyncio.Future[None] | None = None
        self._asked: deque[asyncio.Future[Fork]] = deque()
        self._forks: dict[int, Fork] = {}

    @property
    def pid(self) -> int | None:
        """The fork server's own process, if it runs."""
        return None if self._process is None else self._process.pid

    async def start(self) -> None:
        """Return when it can fork, about 2 s of one core after the first call and at once after that.

        Raises:
            KernelUnavailable: it could not be started.
        """
        async with self._starting:
            if self._control is None:
                await self._start()

    async def fork(self, orders: Mapping[str, Any]) -> Fork:
        """A kernel that takes cells and has carried out `orders` (see `inside/child.py`).

        Raises:
            KernelUnavailable: the process ended or said nothing while it started.
        """
        await self.start()
        loop = asyncio.get_running_loop()
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)
        ours.setblocking(False)
        fork: Fork | None = None
        try:
            async with asyncio.timeout(FORK_S):
                with theirs:
                    fork = await self._ask(theirs)
                body = json.dumps(orders).encode()
                await loop.sock_sendall(ours, len(body).to_bytes(4, "big") + body)
                await _wait_until_ready(ours)
                return fork
        except BaseException as error:  # also when cancelled: no process may be left behind
            if fork is not None:
                fork.signal(signal.SIGKILL)
            if isinstance(error, (TimeoutError, OSError, ValueError)):
                raise KernelUnavailable(f"the kernel did not start: {error or 'it said nothing'}") from error
            raise
        finally:
            ours.close()

    async def close(self) -> None:
        """End it and every kernel that it has forked. May be called more than once."""
        self._lose()
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            await asyncio.to_thread(process.wait)

    def kill(self) -> None:
        """End it, and so all its kernels, without an event loop."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()

    async def _start(self) -> None:
        if self._process is not None:  # it died; wait for it, or it stays a zombie
            await asyncio.to_thread(self._process.wait)
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        ours.setblocking(False)
        with theirs:
            try:
                self._process = subprocess.Popen(  # noqa: ASYNC220  # it dies with the thread that starts it
                    [sys.executable, "-I", "-c", BOOT, str(SOURCES), str(theirs.fileno()), str(os.getpid())],
                    pass_fds=[theirs.fileno()], env=self._environment(), cwd="/", start_new_session=True,
                    stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                )  # fmt: skip
            except OSError as error:
                ours.close()
                raise KernelUnavailable(f"no process for kernels could be started: {error}") from error
        loop = asyncio.get_running_loop()
        self._control, self._ready = ours, loop.create_future()
        loop.add_reader(ours.fileno(), self._hear)
        try:
            async with asyncio.timeout(START_S):
                await self._ready
        except TimeoutError as error:
            await self.close()
            raise KernelUnavailable(f"the process for kernels was not ready after {START_S:.0f} s") from error
        except BaseException:
            await asyncio.shield(self.close())
            raise

    def _environment(self) -> dict[str, str]:
        """All that the process knows of the server's environment."""
        return {
            **library_environment(self.cache),
            "HOME": str(self.cache),
            "IPYTHONDIR": str(self.cache / "ipython"),
            "PYTHONDONTWRITEBYTECODE": "1",
        }

    async def _ask(self, theirs: socket.socket) -> Fork:
        assert self._control is not None
        answer: asyncio.Future[Fork] = asyncio.get_running_loop().create_future()
        socket.send_fds(self._control, [b"fork"], [theirs.fileno()])
        self._asked.append(answer)
        return await answer

    def _hear(self) -> None:
        """Take every message that has come."""
        while self._control is not None:
            try:
                message, files, _, _ = socket.recv_fds(self._control, 4096, 1)
            except BlockingIOError:
                return
            except OSError:
                message, files = b"", []
            if not message:
                self._lose()
                return
            self._take(json.loads(message), files)

    def _take(self, message: Mapping[str, Any], files: list[int]) -> None:
        if "exit" in message:
            fork = self._forks.pop(message["exit"], None)
            if fork is not None:
                fork.end(message["code"])
        elif "pid" in message:
            fork = Fork(message["pid"], files[0])
            self._forks[fork.pid] = fork
            answer = self._asked.popleft()
            if answer.done():  # nobody waits for it any more
                fork.signal(signal.SIGKILL)
            else:
                answer.set_result(fork)
        elif "error" in message:
            answer = self._asked.popleft()
            if not answer.done():
                answer.set_exception(KernelUnavailable(f"no kernel could be forked: {message['error']}"))
        elif self._ready is not None and not self._ready.done():
            self.holds = message["holds"]
            self._ready.set_result(None)

    def _lose(self) -> None:
        """The process has gone, and with it its kernels."""
        if self._control is None:
            return
        asyncio.get_running_loop().remove_reader(self._control.fileno())
        self._control.close()
        self._control = None
        waiting: list[asyncio.Future[Any]] = [*self._asked]
        if self._ready is not None:
            waiting.append(self._ready)
        for answer in waiting:
            if not answer.done():
                answer.set_exception(KernelUnavailable("the process for kernels ended"))
        self._asked.clear()
        for fork in self._forks.values():
            fork.end(-signal.SIGKILL)
        self._forks.clear()


def library_environment(cache: Path) -> dict[str, str]:
    """What the libraries of kernels go by, before a fork and after it."""
    return {
        "PATH": "/usr/local/bin:/usr/bin:/bin",
        "LANG": "C.UTF-8",
        "MPLCONFIGDIR": str(cache),  # shared: the list of fonts is made once
        "MATPLOTLIBRC": os.devnull,  # settings planted in the shared folder by another session are not read
        "OMP_NUM_THREADS": "1",  # a thread would not survive a fork
        "OPENBLAS_NUM_THREADS": "1",
    }


async def _wait_until_ready(channel: socket.socket) -> None:
    """Return when the child has said what holds in it and closed the socket behind it.

    Raises:
        ValueError: it ended before.
    """
    loop = asyncio.get_running_loop()
    received = b""
    while chunk := await loop.sock_recv(channel, REPORT_BYTES):
        received += chunk
    if not received:
        raise ValueError("it ended at once")
    json.loads(received)  # whole, or it died in the middle of it
