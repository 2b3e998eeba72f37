"""`python -m tests.bench.running`: what the runner costs over the solver, and whether kills leave a mark on its results.

Overhead: the same problems one at a time through a session alone, and through the runner (streams, grading, rows), in turns;
wall time, as a ratio. Kills: a real run is killed (-9) at random moments and resumed until it is done; its rows must be those
of an undisturbed run but for the seconds.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import random
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import aclosing
from dataclasses import replace
from pathlib import Path

from evaluation.crew import LocalCrew, product
from evaluation.datasets.loading import load
from evaluation.folder import RunFolder
from evaluation.rows import Record, Row
from evaluation.runner import run
from solver.ports import Problem

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT.parent / "shared" / "data"


def timeless(rows: Sequence[Row]) -> list[Row]:
    """Rows by id, without what differs from run to run."""
    return sorted((replace(r, seconds=0.0) for r in rows), key=lambda r: r.id)


def start(data: Path, out: Path, *, resume: bool) -> subprocess.Popen[bytes]:
    """A run of the built-in tutor in a process of its own."""
    command = [sys.executable, "-m", "evaluation", "run", "--data", str(data), "--out", str(out)]
    return subprocess.Popen(
        [*command, *["--resume"] * resume],
        cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True,
    )  # fmt: skip


def count(out: Path) -> int:
    """Rows that are whole."""
    file = out / "results.jsonl"
    return file.read_bytes().count(b"\n") if file.exists() else 0


def killed_run(data: Path, out: Path, *, kills: int, total: int, random_: random.Random) -> int:
    """Run to the end, killed at random moments; how often it was. Each kill comes after some new row, or before any."""
    done = 0
    while True:
        process, target = start(data, out, resume=done > 0 or count(out) > 0), count(out)
        if done < kills:
            target += random_.randint(0, max(1, 2 * total // (kills + 1)))
            while process.poll() is None and count(out) < min(target, total - 1):
                time.sleep(0.01)
            time.sleep(random_.random() * 0.2)
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
                done += 1
                continue
        _, said = process.communicate()
        if process.returncode:
            raise RuntimeError(said.decode())
        return done


async def overhead(records: Sequence[Record], rounds: int) -> tuple[float, float]:
    """Median seconds for all the problems: through a session, and through the runner."""
    alone, through = list[float](), list[float]()
    async with product("builtin") as students:
        for number in range(rounds):
            began = time.perf_counter()
            student = students()
            for record in records:
                problem = Problem(record.question, "zh" if record.language == "zh" else "en")
                async with aclosing(student.solve(problem)) as events:
                    async for _ in events:
                        pass
            alone.append(time.perf_counter() - began)
            await student.close()
            with tempfile.TemporaryDirectory() as folder:
                began = time.perf_counter()
                await run(records, Path(folder) / str(number), LocalCrew(students, jobs=1))
                through.append(time.perf_counter() - began)
    return statistics.median(alone), statistics.median(through)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--problems", type=int, default=60)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--data", type=Path, default=DATA / "cmath_dev.jsonl")
    options = parser.parse_args()
    records = load(data=options.data, limit=options.problems).records
    alone, through = asyncio.run(overhead(records, options.rounds))
    print(f"{len(records)} problems, median of {options.rounds}: {alone:.2f} s alone, {through:.2f} s through the runner, "
          f"{through / alone - 1:+.1%}; load {os.getloadavg()[0]:.1f}")  # fmt: skip
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        data = folder / "data.jsonl"
        lines = options.data.read_text(encoding="utf-8").splitlines(keepends=True)[: options.problems]
        data.write_text("".join(lines), encoding="utf-8")
        if start(data, folder / "whole", resume=False).wait():
            raise SystemExit("the undisturbed run failed")
        kills = killed_run(
            data, folder / "killed", kills=options.kills, total=len(lines), random_=random.Random(1)
        )
        whole, killed = (timeless(RunFolder(folder / n).rows()) for n in ("whole", "killed"))
        ids = [json.loads(line).get("id") for line in lines]
        print(
            f"{kills} kills, {len(killed)} rows of {len(set(ids))} problems, the same as undisturbed: {whole == killed}"
        )
        for one, other in zip(whole, killed, strict=False):
            if one != other:
                print(one, other, sep="\n")


if __name__ == "__main__":
    main()
