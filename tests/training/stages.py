"""Stages run for tests, in this process or in one that can be killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

import psutil

from training.__main__ import run
from training.examples import Example
from training.folder import DONE, StageFolder

POLITE = (
    "import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler); "
    "from training.__main__ import main; sys.exit(main())"
)
"""Shells start background jobs with Ctrl-C ignored, and children inherit that."""
ROOT = Path(__file__).resolve().parents[2]


async def made(stage: str, out: Path, *, resume: bool = False, **settings: Any) -> Counter[str]:
    """How many were kept and dropped."""
    return await run(stage, settings, out, resume=resume)


def kept(out: Path) -> list[Example]:
    """The examples of a stage, in an order that says nothing of when they were made."""
    return sorted(StageFolder(out).examples(), key=lambda one: one.id)


def cut(whole: Path, lines: int, out: Path) -> None:
    """A stage's folder as if it had been killed behind so many lines, in the middle of the next."""
    out.mkdir()
    (out / "stage.json").write_bytes((whole / "stage.json").read_bytes())
    done = (whole / DONE).read_bytes().splitlines(keepends=True)
    (out / DONE).write_bytes(b"".join(done[:lines]) + done[lines][: len(done[lines]) // 2])


def command(stage: str, out: Path, *settings: str) -> list[str]:
    """That of a terminal."""
    return [sys.executable, "-m", "training", stage, "--out", str(out), *settings]


def ended(number: signal.Signals, stage: str, out: Path, *settings: str, after: int) -> str:
    """Send a signal to a stage once so many lines are done; what it says. It leaves no process."""
    process = subprocess.Popen(
        [sys.executable, "-c", POLITE, *command(stage, out, *settings)[3:]],
        cwd=ROOT, stderr=subprocess.PIPE, start_new_session=True,
    )  # fmt: skip
    file = out / DONE
    while process.poll() is None and (not file.exists() or file.read_bytes().count(b"\n") < after):
        time.sleep(0.02)
    children = psutil.Process(process.pid).children(recursive=True)
    os.kill(process.pid, number)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 130, said.decode()
    assert children and not psutil.wait_procs(children, timeout=5)[1]
    return said.decode()


def killed(stage: str, out: Path, *settings: str, after: int) -> int:
    """Kill (-9) a stage once so many lines are done; how many were."""
    process = subprocess.Popen(
        command(stage, out, *settings), cwd=ROOT, stderr=subprocess.PIPE, start_new_session=True
    )
    file = out / DONE
    while process.poll() is None and (not file.exists() or file.read_bytes().count(b"\n") < after):
        time.sleep(0.02)
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
    _, said = process.communicate(timeout=30)
    assert process.returncode == -signal.SIGKILL, said.decode()
    return file.read_bytes().count(b"\n")
