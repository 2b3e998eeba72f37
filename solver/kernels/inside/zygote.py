"""The fork server's process: loads what kernels need once, then forks one for every request.

One thread, no event loop, no ZeroMQ context: nothing that could not survive a fork exists before it. It knows no secret
(its environment is empty, a kernel's key goes past it over a socket of its own) and runs no student's code.

With the server it speaks over one SOCK_SEQPACKET socket, a message each:

- from the server: `b"fork"`, with one end of a socket pair, over which the child gets its orders;
- to the server: `{"ready": pid, "holds": {…}}` once (see `layers.probe`); `{"pid": n}` with a pidfd for each fork, in order; `{"error": "…"}` where none
  was possible; `{"exit": pid, "code": n}` when a kernel has ended (n < 0: by signal -n).

It dies with the server, and its kernels with it (PR_SET_PDEATHSIG).
"""

from __future__ import annotations

import gc
import json
import os
import select
import signal
import socket
import threading
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import Any, NoReturn

from . import warming
from .sandbox import layers, limits

CONTROL_BYTES = 4096


def main(control_fd: int, server_pid: int) -> NoReturn:
    """Serve until the server closes its end of `control_fd`."""
    limits.die_with_parent(server_pid)
    limits.hide_memory()
    gc.disable()  # nothing that is imported is garbage, and looking for it takes a third of the start
    control = socket.socket(fileno=control_fd)
    control.set_inheritable(False)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C in a terminal is the server's business
    warming.import_libraries()
    warming.use_once()
    from . import child, parallel, prelude

    parallel.prepare()
    app = prelude.make_app(prelude.ForkedKernelApp)
    assert threading.active_count() == 1, "a thread would not survive the fork"
    gc.collect()
    gc.freeze()  # a collection in a child would write to every page and so copy it (KERNELS.md, section 2)
    gc.enable()
    control.send(json.dumps({"ready": os.getpid(), "holds": layers.probe()}).encode())
    _Server(control, partial(child.run, app)).run()


class _Server:
    def __init__(
        self, control: socket.socket, become_kernel: Callable[[socket.socket, int], NoReturn]
    ) -> None:
        self._control = control
        self._become_kernel = become_kernel
        self._pid = os.getpid()
        self._children: set[int] = set()
        self._wake, self._woken = os.pipe2(os.O_CLOEXEC | os.O_NONBLOCK)
        signal.set_wakeup_fd(self._woken)
        signal.signal(signal.SIGCHLD, lambda *_: None)

    def run(self) -> NoReturn:
        while True:
            sources: list[Any] = [self._control, self._wake]
            ready, _, _ = select.select(sources, [], [])
            if self._wake in ready:
                with suppress(BlockingIOError):
                    os.read(self._wake, CONTROL_BYTES)
                self._bury()
            if self._control in ready:
                self._serve()

    def _serve(self) -> None:
        message, files, _, _ = socket.recv_fds(self._control, CONTROL_BYTES, 1)
        if not message:  # the server is gone
            for pid in self._children:
                _kill_group(pid)
            os._exit(0)
        if not files:
            return
        with socket.socket(fileno=files[0]) as orders:
            try:
                pid = os.fork()
            except OSError as error:
                self._say({"error": str(error)})
                return
            if pid == 0:
                self._leave(orders)
        self._children.add(pid)
        handle = os.pidfd_open(pid)
        self._say({"pid": pid}, handle)
        os.close(handle)

    def _leave(self, orders: socket.socket) -> NoReturn:
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        signal.signal(signal.SIGINT, signal.default_int_handler)
        for number in (self._wake, self._woken):
            os.close(number)
        self._control.close()
        self._become_kernel(orders, self._pid)

    def _bury(self) -> None:
        """Tell of each child that has ended, and kill what it left in its group while its number is still its own."""
        for pid in list(self._children):
            ended = os.waitid(os.P_PID, pid, os.WEXITED | os.WNOHANG | os.WNOWAIT)
            if ended is None:
                continue
            _kill_group(pid)
            _, status = os.waitpid(pid, 0)
            self._children.discard(pid)
            self._say({"exit": pid, "code": os.waitstatus_to_exitcode(status)})

    def _say(self, message: dict[str, Any], *files: int) -> None:
        with suppress(OSError):  # the server is gone: the next read says so
            socket.send_fds(self._control, [json.dumps(message).encode()], files)


def _kill_group(pid: int) -> None:
    with suppress(OSError):
        os.killpg(pid, signal.SIGKILL)
