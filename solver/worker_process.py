"""What a process of `solver.workers` does on its own side: it bounds itself, and answers each line of JSON with one."""

from __future__ import annotations

import gc
import json
import os
import signal
import socket
import sys
import traceback
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any, Final, NoReturn

WEAR: Final = "wear"
"""In an answer: how far the process is worn; from 1 on it would better be replaced by a fresh one. Not a part of what was asked."""
WORN_ANSWERS: Final = 500
WORN_BYTES: Final = 96 << 20
"""A process is worn after so many answers (of a hundred problems), or when it has grown by so much. Its caches grow without end, and it
copies each page of the process that it was forked from at the first write (`tests/load/RESULTS.md`): a fork is cheaper than either."""


def confine(memory_bytes: int, *, ends_with_parent: bool = True) -> None:
    """Bound the memory of this process, and end it with the thread that started it. Does what the system can."""
    try:
        import resource
    except ImportError:  # Windows
        return
    if sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        if ends_with_parent:
            _end_with_parent()
        return
    with suppress(ValueError, OSError):  # macOS counts addresses that nobody uses, and refuses
        resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _end_with_parent() -> None:
    import ctypes

    ctypes.CDLL(None).prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG


def fork_each(control: socket.socket, work: Callable[[], None]) -> None:
    """Wait for sockets on `control`, and let a fork of this process `work` on each, as its standard input and output.

    Returns when whoever sends them is gone; then the forks are ended by the system. They have this process's limits, and its memory
    until they write to it. There must be no other thread. What they draw at random is the same in all of them.
    """
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # none is waited for, none stays a zombie
    gc.collect()
    gc.freeze()  # what is here is garbage in no fork: its pages need not be written to, and stay shared
    while True:
        message, files, _, _ = socket.recv_fds(control, 16, 1)
        if not message:
            return
        with socket.socket(fileno=files[0]) as channel:
            try:
                is_fork = os.fork() == 0
            except OSError:  # no room: the channel ends, which says so
                traceback.print_exc()
                continue
            if is_fork:
                control.close()
                _work_on(channel, work)


def _work_on(channel: socket.socket, work: Callable[[], None]) -> NoReturn:
    """A fork's whole life."""
    parent = os.getppid()
    status = 1
    try:
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        _end_with_parent()
        if os.getppid() == parent != 1:  # else it died before it could be noticed
            os.dup2(channel.fileno(), 0)
            os.dup2(channel.fileno(), 1)
            channel.close()
            work()
            status = 0
    except BaseException:  # noqa: BLE001  nothing of the parent's own end may run here
        traceback.print_exc()
    finally:
        os._exit(status)


def serve(
    lines: Iterable[str],
    answer_to: Callable[[Any], dict[str, Any]],
    *,
    wears: bool = False,
) -> None:
    """Say that it is ready, and its number, then answer until the input ends.

    A bug costs that request and is written to stderr. `wears`: an answer says how far the process is worn.
    """
    resident_bytes = _resident_bytes()
    print(json.dumps({"pid": os.getpid()}), flush=True)  # the parent waits for this line
    for answers, line in enumerate(lines, 1):
        try:
            reply = answer_to(json.loads(line))
        except Exception:  # noqa: BLE001  # the boundary of a process: the parent must get its line, the log the traceback
            traceback.print_exc()
            reply = {"failed": "a bug"}
        if wears:
            wear = max(answers / WORN_ANSWERS, (_resident_bytes() - resident_bytes) / WORN_BYTES)
            reply = {**reply, WEAR: wear}
        print(json.dumps(reply), flush=True)


def _resident_bytes() -> int:
    """What this process has in memory, shared or not; 0 where the system does not say (it is not Linux)."""
    try:
        return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return 0
