"""From a fork to a running kernel: take the orders, confine the process, become an IPython kernel.

The order of the steps matters. Landlock and the limits hold for threads that are started later, so they come before the
first thread; the system call filter would refuse to bind the kernel's sockets, so it comes after the last one and is
laid on all threads at once.
"""

from __future__ import annotations

import fcntl
import json
import os
import socket
import sys
import tempfile
import traceback
from pathlib import Path
from typing import Any, NoReturn

from . import commands, prelude
from .sandbox import layers

LENGTH_BYTES = 4
ORDERS_BYTES = 1 << 20
FILES = 256  # as many as a kernel may have open


def run(app: Any, orders: socket.socket, zygote: int) -> NoReturn:
    """Serve `app` as a kernel until the end of this process. Orders are JSON behind their length, 4 bytes, big-endian:

    `{"plan": …, "environment": {…}, "connection": {…}, "log": path}`; the answer, when the kernel takes cells, is the
    report of `layers.confine_late`, and then the socket is closed. It ends with its parent, the process `zygote`.
    """
    code = 1
    try:
        message = _receive(orders)
        if message is not None:
            _serve(app, orders, message, zygote)
            code = 0
    except SystemExit as error:
        code = error.code if isinstance(error.code, int) else 0
    except BaseException:  # noqa: BLE001  # whatever it was, the log takes it and the process ends
        traceback.print_exc(file=sys.__stderr__)
    os._exit(code)


def _serve(app: Any, orders: socket.socket, message: dict[str, Any], zygote: int) -> None:
    plan = layers.Plan.from_json(message["plan"])
    os.setsid()
    _widen_table_of_files(orders)
    _leave_files_behind(orders, message["log"])
    _settle_in(Path(plan.folder), message["environment"])
    report = layers.confine_early(plan, parent=zygote)
    _reseed()
    prelude.bind(app, message["connection"])
    prelude.prepare(app)
    commands.refuse(app.shell)
    null = os.open(os.devnull, os.O_RDWR)
    answer = layers.confine_late(plan, report)
    orders.sendall(json.dumps(answer).encode())
    orders.close()
    prelude.close_first_streams(null)
    _forget_modules()
    app.start()


def _widen_table_of_files(open_file: socket.socket) -> None:
    """Let the table of open files grow while there is one thread.

    With several, the system waits for an RCU grace period, some 10 ms, each time it grows (expand_files), and the first
    figure of a kernel opened the file that was one too many.
    """
    os.close(fcntl.fcntl(open_file, fcntl.F_DUPFD_CLOEXEC, FILES - 1))


def _receive(orders: socket.socket) -> dict[str, Any] | None:
    """What the server wants, or None where it has changed its mind."""
    head = orders.recv(LENGTH_BYTES, socket.MSG_WAITALL)
    length = int.from_bytes(head, "big")
    if len(head) < LENGTH_BYTES or length > ORDERS_BYTES:
        return None
    body = orders.recv(length, socket.MSG_WAITALL)
    if len(body) < length:
        return None
    message: dict[str, Any] = json.loads(body)
    return message


def _leave_files_behind(orders: socket.socket, log: str) -> None:
    """Keep three standard streams, last words to the log, and the orders' socket; nothing else of the fork server."""
    null = os.open(os.devnull, os.O_RDWR)
    words = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_NOFOLLOW, 0o600)
    for source, target in ((null, 0), (null, 1), (words, 2)):
        os.dup2(source, target)
    kept = orders.fileno()
    os.closerange(3, kept)
    os.closerange(kept + 1, os.sysconf("SC_OPEN_MAX"))


def _settle_in(folder: Path, environment: dict[str, str]) -> None:
    os.environ.clear()
    os.environ.update(environment)
    os.umask(0o077)
    os.chdir(folder / "work")
    # IPython names every cell by `gettempdir()`, which would probe for a folder that can be written
    tempfile.tempdir = str(folder / "tmp")


def _reseed() -> None:
    """Python reseeds `random` after a fork; these two would draw the same numbers for all students."""
    import numpy
    import sympy.core.random

    numpy.random.seed()
    sympy.core.random.rng.seed()


def _forget_modules() -> None:
    """A program finds the modules of this folder no more than those of the rest of the project."""
    package = __package__
    for name in [name for name in sys.modules if name == package or name.startswith(f"{package}.")]:
        del sys.modules[name]
