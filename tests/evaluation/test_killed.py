"""A run that is killed, interrupted or ended loses nothing and repeats nothing. Real processes, the real product."""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from evaluation.__main__ import main
from evaluation.folder import RunFolder
from tests.bench.running import count, start, timeless
from tests.breadth import wide

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals")
PROBLEMS = [
    {
        "id": f"p{n}",
        "question": f"Solve x^2 - {n + 5}x + {2 * n + 6} = 0.",
        "answer": f"2; {n + 3}",
        "language": "en",
    }
    for n in range(20 if wide() else 12)
]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    file = tmp_path / "data.jsonl"
    file.write_text("".join(json.dumps(p) + "\n" for p in PROBLEMS), encoding="utf-8")
    return file


@pytest.fixture
def interruptible() -> Iterator[None]:
    """Shells start background jobs with Ctrl-C ignored, and children inherit that."""
    before = signal.getsignal(signal.SIGINT)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interruptible")
@pytest.mark.wide
@pytest.mark.timeout(300)
@pytest.mark.thorough
def test_a_run_that_is_ended_and_killed_ends_as_if_it_had_not_been(data: Path, tmp_path: Path) -> None:
    """Interrupted (in the wide run), ended, killed (-9), each after some new row, and resumed each time. More kills: `tests.bench.running`."""
    out = tmp_path / "killed"
    for number in (signal.SIGINT, signal.SIGTERM) if wide() else (signal.SIGTERM,):
        ended_politely(data, out, number)
    killed_in_the_middle(data, out)
    killed, whole = to_its_end(data, out, "--resume"), to_its_end(data, tmp_path / "whole")
    assert timeless(killed.rows()) == timeless(whole.rows())
    assert {r.verdict for r in killed.rows()} == {"right"}
    for problem in PROBLEMS:
        assert killed.events(str(problem["id"])) == whole.events(str(problem["id"]))
    assert not list(out.rglob("*.part"))


def ended_politely(data: Path, out: Path, number: int) -> None:
    """It says so, keeps what is done, and leaves no process."""
    before = count(out)
    process = start(data, out, resume=before > 0)
    while count(out) < before + 2 and process.poll() is None:
        time.sleep(0.02)
    children = psutil.Process(process.pid).children(recursive=True)
    os.kill(process.pid, number)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 130
    assert b"what is done is kept" in said and b"Traceback" not in said
    assert before + 2 <= len(RunFolder(out).rows()) < len(PROBLEMS)
    _, alive = psutil.wait_procs(children, timeout=5)
    assert not alive


def killed_in_the_middle(data: Path, out: Path) -> None:
    before, process = count(out), start(data, out, resume=True)
    while count(out) == before and process.poll() is None:
        time.sleep(0.01)
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
    assert process.returncode == -signal.SIGKILL and before < count(out) < len(PROBLEMS)


def to_its_end(data: Path, out: Path, *more: str) -> RunFolder:
    """The same run in this process."""
    assert main(["run", "--data", str(data), "--out", str(out), *more]) == 0
    return RunFolder(out)
