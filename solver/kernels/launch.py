"""Start and end an operating system process for a kernel: its folder, its environment, its signals.

Does not speak to the kernel. A confined fork server can take this module's place.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import secrets
import signal
import sys
import tempfile
from pathlib import Path
from typing import Final

from jupyter_client.connect import write_connection_file

from solver.errors import KernelUnavailable

PRELUDE: Final = Path(__file__).with_name("prelude.py")
START_S: Final = 60.0  # a cold disk and a busy machine; 2 s is usual
KILL: Final = signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM


def write_connection(folder: Path) -> Path:
    """Sockets in the kernel's own folder: by default they lie in the working directory and numbers are raced for."""
    path = folder / "connection.json"
    key = secrets.token_hex(32).encode()
    if os.name == "posix":
        write_connection_file(
            str(path), ip=str(folder / "ipc"), transport="ipc", key=key,
            shell_port=1, iopub_port=2, stdin_port=3, hb_port=4, control_port=5,
        )  # fmt: skip
    else:
        write_connection_file(str(path), key=key)
    return path


def _environment(folder: Path, root: Path) -> dict[str, str]:
    """All that a kernel may know of the server's environment: no token, no key, no PYTHONPATH."""
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "LC_ALL", "SYSTEMROOT") if name in os.environ}
    return {
        "LANG": "C.UTF-8",
        **kept,
        "HOME": str(folder / "home"),
        "TMPDIR": str(folder / "tmp"),
        "MPLCONFIGDIR": str(root / "matplotlib"),  # shared: the list of fonts is made once
        "MATPLOTLIBRC": os.devnull,  # settings planted in the shared folder by another session are not read
        "OMP_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",
        "JPY_PARENT_PID": str(os.getpid()),  # ipykernel looks every second whether it still is its parent
    }


async def spawn(folder: Path, root: Path, connection: Path) -> asyncio.subprocess.Process:
    """The process of a kernel, just started, leader of a group of its own; `folder/log` takes its last words.

    Raises:
        KernelUnavailable: the system did not let it.
    """
    for name in ("home", "tmp", "work"):
        (folder / name).mkdir(mode=0o700)
    with (folder / "log").open("wb") as log:
        try:
            return await asyncio.create_subprocess_exec(
                sys.executable, "-P", str(PRELUDE), str(connection),
                stdin=asyncio.subprocess.DEVNULL, stdout=asyncio.subprocess.PIPE, stderr=log,
                cwd=folder / "work", env=_environment(folder, root), start_new_session=True,
            )  # fmt: skip
        except OSError as error:
            raise KernelUnavailable(f"no process for a kernel could be started: {error}") from error


async def wait_until_warm(process: asyncio.subprocess.Process, folder: Path) -> None:
    """Return when the prelude says that everything is warm.

    Raises:
        KernelUnavailable: the process ended before, or `START_S` passed.
    """
    assert process.stdout is not None  # spawn asked for it
    try:
        async with asyncio.timeout(START_S):
            line = await process.stdout.readline()
    except TimeoutError as error:
        raise KernelUnavailable(f"the kernel was not ready after {START_S:.0f} s") from error
    if line != b"ready\n":
        last = (folder / "log").read_text(errors="replace").strip()[-500:]
        raise KernelUnavailable(f"the kernel ended while it started: {last or 'it said nothing'}")


def signal_group(process: asyncio.subprocess.Process, number: int) -> None:
    """To the process and what it started; a process that is gone needs no signal."""
    with contextlib.suppress(ProcessLookupError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, number)  # its own group, by start_new_session
        else:
            process.send_signal(number)


async def end(process: asyncio.subprocess.Process) -> None:
    """SIGKILL to the kernel and what it started. Nothing is sent once it is reaped: its number may be another's."""
    if process.returncode is None:
        signal_group(process, KILL)
        await process.wait()


def reason_of(code: int | None) -> str:
    """What a process's return code says, in words.

    >>> reason_of(-11), reason_of(3)
    ('SIGSEGV', 'exit code 3')
    """
    if code is None or code >= 0:
        return f"exit code {code}"
    return next((known.name for known in signal.Signals if known == -code), f"signal {-code}")


def make_root() -> Path:
    """A private folder for the folders of all kernels of one pool; short, for a socket's path has 107 characters."""
    base = tempfile.gettempdir()
    root = Path(tempfile.mkdtemp(prefix="stepwise-", dir=base if len(base) < 60 else "/tmp"))
    (root / "matplotlib").mkdir(mode=0o700)
    return root
