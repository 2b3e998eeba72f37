"""The running program, as whoever operates it starts it."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from tests.ports import free_port

ROOT = Path(__file__).parents[1]
FRIEND = "https://school.example"
"""A site whose pages may ask the shared program."""
AT_ONCE, WAITING = 4, 30
"""How many programs the shared one serves at once, and lets wait."""
SHARED = {
    "STEPWISE_LOG": "json", "STEPWISE_CORS_ORIGINS": f"{FRIEND}, https://other.example",
    "STEPWISE_API_AT_ONCE": str(AT_ONCE), "STEPWISE_API_WAITING": str(WAITING),
    "STEPWISE_RATE_PER_MINUTE": "100000", "STEPWISE_RATE_BURST": "100000",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Program:
    """One that is ready and stays so: for tests that neither end it nor need settings of their own."""

    url: str
    log: Path


def serve(*, stderr: IO[str] | None = None, **settings: str) -> tuple[subprocess.Popen[str], str]:
    """`app.py` on a free port, and its address."""
    port = free_port()
    environment = {
        **os.environ, "HOST": "127.0.0.1", "PORT": str(port), "STEPWISE_WARM_KERNELS": "1", **settings,
    }  # fmt: skip
    process = subprocess.Popen(
        [sys.executable, "app.py"],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=stderr,
        text=True,
    )
    assert process.stdout is not None and "ready" in process.stdout.readline()
    return process, f"http://127.0.0.1:{port}"


def until(true: Callable[[], bool], *, limit_s: float = 15.0) -> None:
    """Wait until it is true."""
    end_s = time.monotonic() + limit_s
    while not true():
        assert time.monotonic() < end_s
        time.sleep(0.05)
