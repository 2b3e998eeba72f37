"""Grading processes that go from one judge of a test to the next: each start takes a second of a core.

A process is handed on where its judge was closed while it had nothing to do; one that was ended, as for its silence, is gone as ever. The tests of
the judge itself (`tests/evaluation/test_grading.py`) start their own.
"""

from __future__ import annotations

import asyncio
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from evaluation.grading import COMMAND, ROOT, Judge

_left: list[Process] = []
_ready, _close = Judge._ready, Judge.close


class Process:
    """What `Judge` needs of `asyncio.subprocess.Process`, bound to no event loop."""

    def __init__(self) -> None:
        self.running = subprocess.Popen(
            COMMAND, cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": "0"}, bufsize=0,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        )  # fmt: skip
        self.stdin = self.stdout = self

    def write(self, data: bytes) -> None:
        """A question is shorter than a pipe."""
        assert self.running.stdin is not None
        self.running.stdin.write(data)

    async def drain(self) -> None: ...

    async def readline(self) -> bytes:
        """In a thread: where nobody waits for it any more, the process is ended, and so is this."""
        assert self.running.stdout is not None
        line: bytes = await asyncio.to_thread(self.running.stdout.readline)
        return line

    def kill(self) -> None:
        self.running.kill()

    async def wait(self) -> int:
        return await asyncio.to_thread(self.end)

    def end(self) -> int:
        self.running.kill()
        status = self.running.wait()
        for pipe in (self.running.stdin, self.running.stdout):
            assert pipe is not None
            pipe.close()
        return status


@contextmanager
def kept_warm() -> Iterator[None]:
    """Grading processes are handed on inside."""
    Judge._ready, Judge.close = _take_or_start, _leave  # type: ignore[method-assign]
    try:
        yield
    finally:
        Judge._ready, Judge.close = _ready, _close  # type: ignore[method-assign]


def end_all() -> None:
    """End those that nobody has."""
    while _left:
        _left.pop().end()


async def _take_or_start(judge: Judge) -> Any:
    if judge._process is None and judge._command == COMMAND:
        while _left and judge._process is None:
            process = _left.pop()
            if process.running.poll() is None:
                judge._process = process  # type: ignore[assignment]
            else:
                process.end()
        if judge._process is None:
            judge._process = Process()  # type: ignore[assignment]
            await judge._line(judge._process)  # type: ignore[arg-type]
    return await _ready(judge)


async def _leave(judge: Judge) -> None:
    process: Any = judge._process
    if isinstance(process, Process) and not judge._turn.locked():
        judge._process = None
        _left.append(process)
    else:
        await _close(judge)
