"""Run the battery: `python -m tests.kernels.attacks.battery [--stock | --plain] [--only ID…] [--theme T…] [--json FILE] …`.

Each attack runs in a fresh kernel, in one of `--lanes` worlds at a time; a world that an attack spoilt is thrown away.
Prints a line for each attack and the totals. Exit status: 0 if the attacks that count were all held (with `--stock` or `--plain`:
all got out), else 1. Any user may run it, with HOME and TMPDIR set to folders of that user:
`setpriv --reuid=1000 --regid=1000 --clear-groups env HOME=/tmp/u TMPDIR=/tmp/u .venv/bin/python -m …`.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import json
import os
import secrets
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter, deque
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final, get_args

from tests.kernels.attacks.attack import Attack, unmet
from tests.kernels.attacks.cases import BY_ID, THEMES
from tests.kernels.attacks.options import PoolOptions, Which, encode
from tests.kernels.attacks.result import Outcome, Result
from tests.kernels.attacks.world import REPOSITORY, secrets_of

START_S: Final = 60.0
PATIENCE_S: Final = 45.0  # beyond a cell's own time: its kernel's start, the look around, another kernel
LINE_BYTES: Final = 1 << 20


class Lane:
    """A server process with its own world, and the attacks that go to it one by one."""

    def __init__(self, options: PoolOptions) -> None:
        self._options = options
        self._process: asyncio.subprocess.Process | None = None
        self._base = Path()

    async def attempt(self, attack: Attack) -> Result:
        """Try one attack; a server that dies or hangs is the worst outcome and counts as an escape."""
        if self._process is None:
            await self._open()
        process = self._process
        assert process is not None and process.stdin is not None and process.stdout is not None  # _open
        started = time.monotonic()
        process.stdin.write(f"{attack.id}\n".encode())
        try:
            async with asyncio.timeout(attack.timeout_s + attack.watch_s + PATIENCE_S):
                line = await process.stdout.readline()
            result = Result(**json.loads(line))
        except (TimeoutError, ValueError):  # nothing came, or no result
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(1):
                    await process.wait()
            what = "hangs" if process.returncode is None else "died"
            result = Result(
                attack.id, "escaped", f"the server {what}", time.monotonic() - started, spoilt=True
            )
        if result.spoilt:
            await self.close()
        return result

    async def close(self) -> None:
        """End the server and what it started, and remove the world."""
        process, self._process = self._process, None
        if process is None:
            return
        assert process.stdin is not None  # asked for
        process.stdin.close()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(10):
                await process.wait()
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(10):  # asyncio waits for the pipes, too, which a child may still hold
                await process.wait()
        _remove(self._base)

    async def _open(self) -> None:
        scratch = tempfile.gettempdir()
        self._base = Path(tempfile.mkdtemp(prefix="esc-", dir=scratch if len(scratch) < 30 else "/tmp"))
        self._base.chmod(0o755)  # only the layers shall keep kernels out
        (self._base / "t").mkdir()
        (self._base / "home").mkdir()
        master = secrets.token_hex(16)
        known = secrets_of(master)
        environment = {
            **os.environ, "HOME": str(self._base / "home"), "TMPDIR": str(self._base / "t"),
            "HF_TOKEN": f"hf_{known['environ']}", "OPENAI_API_KEY": f"sk-{known['environ']}",
            "ESCAPE_MASTER": master,
        }  # fmt: skip
        self._process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "tests.kernels.attacks.server", "--base", str(self._base),
            "--pool", encode(self._options), "--argument", known["argument"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment, cwd=REPOSITORY,
            start_new_session=True, limit=LINE_BYTES,
        )  # fmt: skip
        assert self._process.stdout is not None  # asked for
        try:
            async with asyncio.timeout(START_S):
                line = await self._process.stdout.readline()
        except TimeoutError:
            line = b""
        if not line:
            await self.close()
            raise SystemExit("the server to be attacked did not start; what it wrote is above")


def _remove(base: Path) -> None:
    """Also what attacks made hard to remove: locked folders, names longer than any path."""
    subprocess.run(["chattr", "-R", "-i", str(base)], capture_output=True, check=False)
    subprocess.run(["chmod", "-R", "u+rwx", str(base)], capture_output=True, check=False)
    subprocess.run(["rm", "-rf", str(base)], capture_output=True, check=False)
    shutil.rmtree(base, ignore_errors=True)


async def run_battery(attacks: list[Attack], options: PoolOptions, *, lanes: int = 2) -> list[Result]:
    """Try `attacks`, in the order given, in `lanes` worlds at a time; prints a line for each."""
    queue, results = deque(attacks), []

    async def work(lane: Lane) -> None:
        try:
            while queue:
                attack = queue.popleft()
                need = unmet(attack)
                result = (
                    Result(attack.id, "untried", f"needs {need}", 0.0) if need else await lane.attempt(attack)
                )
                results.append(result)
                print(_line(result), flush=True)
        finally:
            await lane.close()

    await asyncio.gather(*(work(Lane(options)) for _ in range(lanes)))
    return results


def _line(result: Result) -> str:
    kind = BY_ID[result.id].kind
    mark = result.outcome if kind == "counted" else f"{result.outcome} ({kind})"
    return f"{mark:<16} {result.id:<34} {result.seconds:5.1f} s  {' '.join(result.detail.split())[:200]}"


def report(results: list[Result]) -> str:
    """Totals by theme and kind."""
    outcome = {result.id: result.outcome for result in results}
    lines = []
    total: Counter[Outcome] = Counter()
    for theme, attacks in THEMES.items():
        tally = Counter(outcome[a.id] for a in attacks if a.id in outcome and a.kind == "counted")
        total += tally
        lines.append(f"{theme:<14} {_tally(tally)}")
    lines.append(f"{'counted':<14} {_tally(total)}")
    for kind in ("guard", "known"):
        tally = Counter(outcome[a.id] for a in BY_ID.values() if a.id in outcome and a.kind == kind)
        lines.append(f"{kind:<14} {_tally(tally)}")
    return "\n".join(lines)


def _tally(tally: Counter[Outcome]) -> str:
    words = "  ".join(f"{tally[name]:>3} {name}" for name in get_args(Outcome))
    return f"{tally.total():>3}: {words}"


def passed(results: list[Result], *, which: Which) -> bool:
    """Whether the battery says what it should: nothing gets out, or of unconfined kernels all that counts."""
    kinds: dict[str, Any] = {result.id: BY_ID[result.id].kind for result in results}
    if which != "confined":
        return all(r.outcome != "held" for r in results if kinds[r.id] == "counted")
    return all(r.outcome != "escaped" for r in results if kinds[r.id] != "known")


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split(":")[0])
    which = parser.add_mutually_exclusive_group()
    which.add_argument(
        "--plain",
        dest="which",
        action="store_const",
        const="plain",
        default="confined",
        help="attack this project's kernels without confinement",
    )
    which.add_argument(
        "--stock", dest="which", action="store_const", const="stock", help="attack jupyter_client's kernels"
    )
    parser.add_argument("--only", nargs="+", choices=sorted(BY_ID), metavar="ID", default=[])
    parser.add_argument("--theme", nargs="+", choices=list(THEMES), metavar="T", default=[])
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the results there")
    parser.add_argument("--landlock-abi", type=int, metavar="N", help="hold Landlock down to this version")
    parser.add_argument("--off", default="", metavar="LAYER,…", help="layers to leave out")
    parser.add_argument("--lanes", type=int, default=2, metavar="N", help="worlds at a time (default: 2)")
    parser.add_argument("--list", action="store_true", help="print the attacks and do nothing")
    chosen = parser.parse_args(arguments)
    attacks = [
        attack
        for theme, rows in THEMES.items()
        for attack in rows
        if (not chosen.theme or theme in chosen.theme) and (not chosen.only or attack.id in chosen.only)
    ]
    if chosen.list:
        print("\n".join(f"{attack.kind:<8} {attack.id}" for attack in attacks))
        return 0
    off = tuple(layer for layer in chosen.off.split(",") if layer)
    options = PoolOptions(which=chosen.which, landlock_abi=chosen.landlock_abi, off=off)
    started = time.monotonic()
    results = asyncio.run(run_battery(attacks, options, lanes=chosen.lanes))
    print(f"\n{report(results)}\n{time.monotonic() - started:.0f} s")
    if chosen.json is not None:
        chosen.json.write_text(json.dumps([asdict(result) for result in results], indent=1), "utf-8")
    return 0 if passed(results, which=chosen.which) else 1


if __name__ == "__main__":
    sys.exit(main())
