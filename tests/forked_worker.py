"""The smallest module that workers can be forked from: `python -m tests.forked_worker SOCKET`."""

from __future__ import annotations

import os
import socket
import sys
from typing import Any

from solver.worker_process import confine, fork_each, serve

MEMORY_BYTES = 1 << 30
HELD: list[bytes] = []


def answer_to(request: dict[str, Any]) -> dict[str, Any]:
    """What is asked of this process."""
    match request["op"]:
        case "files":
            return {"files": sorted(int(name) for name in os.listdir("/proc/self/fd"))[:-1]}
        case "grow":
            try:
                return {"grew": len(bytearray(request["bytes"]))}
            except MemoryError:
                return {"grew": None}
        case "hold":
            HELD.append(b"x" * request["bytes"])
        case "end":
            os._exit(3)
        case "sleep":
            import time

            time.sleep(60)
    return {"pid": os.getpid(), "parent": os.getppid(), "secret": os.environ.get("HF_TOKEN")}


if __name__ == "__main__":
    control = socket.socket(fileno=int(sys.argv[1]))
    confine(MEMORY_BYTES, ends_with_parent=False)
    fork_each(control, lambda: serve(sys.stdin, answer_to, wears=True))
