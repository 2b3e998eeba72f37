"""What a process of `solver.workers` does on its own side: it bounds itself, and answers each line of JSON with one."""

from __future__ import annotations

import json
import sys
import traceback
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import Any


def confine(memory_bytes: int) -> None:
    """Bound the memory of this process, and end it with its parent. Does what the system can."""
    try:
        import ctypes
        import resource
        import signal
    except ImportError:  # Windows
        return
    if sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        ctypes.CDLL(None).prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG
        return
    with suppress(ValueError, OSError):  # macOS counts addresses that nobody uses, and refuses
        resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def serve(
    lines: Iterable[str],
    answer_to: Callable[[Any], dict[str, Any]],
    *,
    after: Callable[[], None] | None = None,
) -> None:
    """Say that it is ready, then answer until the input ends; `after` each answer, what can wait for it.

    A bug costs that request and is written to stderr.
    """
    print("{}", flush=True)  # the parent waits for this line
    for line in lines:
        try:
            reply = answer_to(json.loads(line))
        except Exception:  # noqa: BLE001  # the boundary of a process: the parent must get its line, the log the traceback
            traceback.print_exc()
            reply = {"failed": "a bug"}
        print(json.dumps(reply), flush=True)
        if after is not None:
            after()
