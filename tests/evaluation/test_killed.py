"""A run that is killed, interrupted or ended loses nothing and repeats nothing. Real processes, the real product."""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from evaluation.folder import RunFolder
from tests.bench.running import count, killed_run, start, timeless

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals")
PROBLEMS = [
    {
        "id": f"p{n}",
        "question": f"Solve x^2 - {n + 5}x + {2 * n + 6} = 0.",
        "answer": f"2; {n + 3}",
        "language": "en",
    }
    for n in range(14)
]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    file = tmp_path / "data.jsonl"
    file.write_text("".join(json.dumps(p) + "\n" for p in PROBLEMS), encoding="utf-8")
    return file


@pytest.mark.timeout(300)
def test_a_run_that_is_killed_ends_as_if_it_had_not_been(data: Path, tmp_path: Path) -> None:
    assert start(data, tmp_path / "whole", resume=False).wait() == 0
    kills = killed_run(data, tmp_path / "killed", kills=2, total=len(PROBLEMS), random_=random.Random(7))
    whole, killed = RunFolder(tmp_path / "whole"), RunFolder(tmp_path / "killed")
    assert kills == 2
    assert timeless(killed.rows()) == timeless(whole.rows())
    assert {r.verdict for r in killed.rows()} == {"right"}
    for problem in PROBLEMS:
        assert killed.events(str(problem["id"])) == whole.events(str(problem["id"]))
    assert not list((tmp_path / "killed").rglob("*.part"))


@pytest.fixture
def interruptible() -> Iterator[None]:
    """Shells start background jobs with Ctrl-C ignored, and children inherit that."""
    before = signal.getsignal(signal.SIGINT)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interruptible")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_run_that_is_ended_says_so_and_leaves_no_process(number: int, data: Path, tmp_path: Path) -> None:
    long = data.read_text(encoding="utf-8")
    data.write_text(long + long.replace('"p', '"q') + long.replace('"p', '"r'), encoding="utf-8")
    process = start(data, tmp_path / "run", resume=False)
    while count(tmp_path / "run") < 2 and process.poll() is None:
        time.sleep(0.02)
    children = psutil.Process(process.pid).children(recursive=True)
    os.kill(process.pid, number)
    _, said = process.communicate(timeout=30)
    assert process.returncode == 130
    assert b"what is done is kept" in said and b"Traceback" not in said
    assert 2 <= len(RunFolder(tmp_path / "run").rows()) < 3 * len(PROBLEMS)
    _, alive = psutil.wait_procs(children, timeout=5)
    assert not alive
