"""Fork servers of kernels that go from one pool of a test to the next: each start takes a second and a half of a core.

The process is the real one and is handed on only when all its kernels have ended; what a kernel may read and which environment it has is in the orders
of each. The tests of the kernels themselves (`tests/kernels`) start their own.
"""

from __future__ import annotations

import asyncio
import socket
import subprocess
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Final

from solver.kernels.fork_server import ForkServer

END_S: Final = 5.0
Left = tuple[subprocess.Popen[bytes], socket.socket, Mapping[str, Any]]
_left: list[Left] = []
_start, _close = ForkServer._start, ForkServer.close
_of_the_main_thread: set[int] = set()
"""Processes die with the thread that started them: only those of this thread outlive a test."""


@contextmanager
def kept_warm() -> Iterator[None]:
    """Fork servers are handed on inside."""
    ForkServer._start, ForkServer.close = _start_or_take, _close_or_leave  # type: ignore[method-assign]
    try:
        yield
    finally:
        ForkServer._start, ForkServer.close = _start, _close  # type: ignore[method-assign]


def end_all() -> None:
    """End those that nobody has."""
    while _left:
        process, control, _ = _left.pop()
        control.close()
        process.kill()
        process.wait()


async def _start_or_take(server: ForkServer) -> None:
    while server._process is None and _left:
        process, control, holds = _left.pop()
        if process.poll() is not None:
            control.close()
            continue
        loop = asyncio.get_running_loop()
        server._process, server._control, server.holds = process, control, holds
        server._ready = loop.create_future()
        server._ready.set_result(None)
        loop.add_reader(control.fileno(), server._hear)
        return
    await _start(server)
    if threading.current_thread() is threading.main_thread() and server._process is not None:
        _of_the_main_thread.add(server._process.pid)


async def _close_or_leave(server: ForkServer) -> None:
    process, ready = server._process, server._ready
    if process is not None and process.pid in _of_the_main_thread and ready is not None and ready.done():
        for fork in list(server._forks.values()):
            fork.signal(9)
        for _ in range(int(END_S / 0.01)):
            if not server._asked and not server._forks:
                break
            await asyncio.sleep(0.01)
        control = server._control
        if control is not None and process.poll() is None and not server._asked and not server._forks:
            asyncio.get_running_loop().remove_reader(control.fileno())
            server._process = server._control = None
            _left.append((process, control, server.holds))
            return
    await _close(server)
