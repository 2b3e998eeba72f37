"""The process that is attacked: it holds a pool and a world, runs one attack after the other, and says what it saw.

Started by `battery.py`, with secrets in its environment from the very beginning, so that they are where a real server
has them. Speaks JSON, one line per attack: an id on standard input, a `Result` on standard output.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import ctypes
import json
import os
import subprocess
import sys
import time
from collections.abc import AsyncIterator
from dataclasses import asdict
from pathlib import Path
from typing import Final, TextIO

import psutil  # type: ignore[import-untyped]

from solver.errors import SolverError
from solver.ports import Kernel
from tests.kernels.attacks import options
from tests.kernels.attacks.attack import GROWTH_BYTES, Attack, Event, Seen, told
from tests.kernels.attacks.cases import BY_ID
from tests.kernels.attacks.result import Result
from tests.kernels.attacks.world import World, events_of

PR_SET_CHILD_SUBREAPER: Final = 36  # linux/prctl.h
SETTLE_S: Final = 0.5  # for processes that were just killed
LEFT_S: Final = 3.0  # a folder may be removed in the background
TICK_S: Final = 0.02
WINDOW_S: Final = 1.0  # in which a kernel that has nothing to do is watched
ODD_S: Final = 0.3  # for what was sent last to arrive


async def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--pool", type=options.decode, required=True)
    parser.add_argument("--argument", help="a secret on the command line")
    arguments = parser.parse_args()
    answers = _take_standard_output()
    # what a kernel leaves behind becomes this process's child, and is seen
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1)
    pool = options.open_pool(arguments.pool)
    world = await World.open(arguments.base, os.environ["ESCAPE_MASTER"], pool)
    try:
        _say(answers, {"ready": True})
        while line := await asyncio.to_thread(sys.stdin.readline):
            _say(answers, asdict(await attempt(world, BY_ID[line.strip()])))
    finally:
        await world.close()


async def attempt(world: World, attack: Attack) -> Result:
    """Run one attack in a fresh kernel and look at everything afterwards."""
    started = time.monotonic()
    before, resident = _descendants(), _memory("VmRSS")
    peak = _memory("VmHWM")
    del world.ears.heard[:]
    world.signals = 0
    seen = Seen(world)
    kernel = world.pool.kernel()
    escapes: list[str] = []
    folder = None
    try:
        facts = await _introduce(world, kernel)
        folder = Path(facts["CWD"])
        await _run(world, attack, kernel, seen)
        if attack.watch_s:
            await asyncio.sleep(attack.watch_s)
            seen.busy = await _busy(before)
            seen.folder_bytes = _folder_bytes(folder)
        await asyncio.sleep(ODD_S)
        escapes = _judge(world, attack, seen)
    except SolverError as error:
        if folder is None:
            await _close(kernel)
            return Result(attack.id, "untried", f"no kernel: {error}", time.monotonic() - started)
        seen.notes.append(str(error))
        escapes = _judge(world, attack, seen)
    escapes += await _close(kernel)
    left = await _left_behind(before, folder)
    grown = _memory("VmHWM") - resident
    damage = await world.damage()
    escapes += left + [text for _, text in damage]
    if grown > GROWTH_BYTES and _memory("VmHWM") > peak:
        escapes.append(f"the server's memory grew by {grown >> 20} MB")
    spoilt = bool(left) or grown > GROWTH_BYTES or any(part == "server" for part, _ in damage)
    if damage and not spoilt:
        await world.mend([part for part, _ in damage])
    detail = "; ".join(dict.fromkeys(escapes)) or _tail(seen)
    return Result(
        attack.id, "escaped" if escapes else "held", detail[:600], time.monotonic() - started, spoilt
    )


async def _close(kernel: Kernel) -> list[str]:
    """End the kernel; what the server stumbles over then is the attacker's work, too."""
    try:
        await kernel.close()
    except (OSError, RecursionError, SolverError) as error:
        return [f"the server could not close the kernel: {type(error).__name__}"]
    return []


async def _introduce(world: World, kernel: Kernel) -> dict[str, str]:
    """Run the preamble; where the kernel's process and folder are."""
    text = "".join(
        event.text for event in await events_of(kernel, world.preamble()) if hasattr(event, "text")
    )
    lines = [line.split(maxsplit=1) for line in text.splitlines() if line.startswith(("PID ", "CWD "))]
    facts = {line[0]: line[1] for line in lines}
    if "CWD" not in facts:
        raise SolverError(f"the preamble did not run: {text[-300:]}")
    return facts


async def _run(world: World, attack: Attack, kernel: Kernel, seen: Seen) -> None:
    """The attack itself, what goes on beside it, and the cell in another kernel after it."""
    started = time.monotonic()
    async with _ticking(seen), _stirring(world, attack):
        events: list[Event] = []
        seen.events = events
        try:
            async for event in kernel.run(0, attack.source, timeout_s=attack.timeout_s):
                events.append(event)
        except SolverError as error:
            seen.notes.append(str(error))
        seen.seconds = time.monotonic() - started
    seen.heard, seen.signals = bytes(world.ears.heard), world.signals
    if attack.then:
        other = world.pool.kernel()
        try:
            await events_of(other, world.preamble())
            seen.then = await events_of(other, attack.then, timeout_s=attack.timeout_s)
        finally:
            await other.close()


def _judge(world: World, attack: Attack, seen: Seen) -> list[str]:
    """Every way in which this attack, as such, got out."""
    seen.heard, seen.signals = bytes(world.ears.heard), world.signals
    then = Seen(world, events=seen.then)
    found = []
    if attack.proof is None:
        found += [line for line in (told(seen.text), told(then.text)) if line]
    elif world.secrets[attack.proof] in seen.text + then.text:
        found.append(f"the secret {attack.proof!r} was read")
    if attack.judge is not None and (judged := attack.judge(seen)):
        found.append(judged)
    return found


@contextlib.asynccontextmanager
async def _ticking(seen: Seen) -> AsyncIterator[None]:
    """Measure how long the event loop stands still."""

    async def tick() -> None:
        last = time.monotonic()
        while True:
            await asyncio.sleep(TICK_S)
            now = time.monotonic()
            seen.stalled_s, last = max(seen.stalled_s, now - last - TICK_S), now

    task = asyncio.create_task(tick())
    try:
        yield
        await asyncio.sleep(2 * TICK_S)
    finally:
        task.cancel()


@contextlib.asynccontextmanager
async def _stirring(world: World, attack: Attack) -> AsyncIterator[None]:
    """What the server does for others meanwhile."""

    async def newcomer() -> None:
        await asyncio.sleep(0.5)
        other = world.pool.kernel()
        try:
            await events_of(other, "1 + 1", timeout_s=10)
        finally:
            await other.close()

    task = None
    if attack.stir:
        task = asyncio.create_task(world.stir_victim() if attack.stir == "victim" else newcomer())
    try:
        yield
    finally:
        if task is not None:
            await asyncio.gather(task, return_exceptions=True)


def _descendants() -> set[int]:
    return {child.pid for child in psutil.Process().children(recursive=True)}


async def _busy(before: set[int]) -> float:
    """In what part of `WINDOW_S` some thread of processes that were not there `before` ran or wanted to.

    Not their share of the processor: on a loaded machine a spinning thread gets little of it.
    """
    samples = [_wants_to_run(_descendants() - before)]
    end = time.monotonic() + WINDOW_S
    while time.monotonic() < end:
        await asyncio.sleep(TICK_S)
        samples.append(_wants_to_run(_descendants() - before))
    return sum(samples) / len(samples)


def _wants_to_run(pids: set[int]) -> bool:
    for pid in pids:
        with contextlib.suppress(OSError):  # it ended meanwhile
            for task in Path(f"/proc/{pid}/task").iterdir():
                if (task / "stat").read_text().rpartition(")")[2].split()[0] == "R":
                    return True
    return False


async def _left_behind(before: set[int], folder: Path | None) -> list[str]:
    """Processes and folders that outlive the kernel; ends the former."""
    end = time.monotonic() + SETTLE_S
    while (left := _living(_descendants() - before)) and time.monotonic() < end:  # noqa: ASYNC110 – nobody tells
        await asyncio.sleep(TICK_S)
    found = [f"a process was left behind: {_name(pid)}" for pid in left]
    for pid in left:
        with contextlib.suppress(psutil.Error):
            psutil.Process(pid).kill()
    await asyncio.sleep(TICK_S if left else 0)
    _living(set(left))
    end = time.monotonic() + LEFT_S
    while _there(folder) and time.monotonic() < end:  # noqa: ASYNC110 – nobody tells
        await asyncio.sleep(TICK_S)
    if _there(folder):
        found.append("the kernel's folder was left behind")
    return found


def _there(folder: Path | None) -> bool:
    return folder is not None and folder.exists()


def _living(pids: set[int]) -> list[int]:
    """Those of `pids` that run; reaps the dead that fell to this process."""
    living = []
    for pid in sorted(pids):
        with contextlib.suppress(psutil.Error):
            process = psutil.Process(pid)
            if process.status() != psutil.STATUS_ZOMBIE:
                living.append(pid)
            elif process.ppid() == os.getpid():
                with contextlib.suppress(ChildProcessError):
                    os.waitpid(pid, os.WNOHANG)
    return living


def _name(pid: int) -> str:
    try:
        return " ".join(psutil.Process(pid).cmdline())[:80]
    except psutil.Error:
        return str(pid)


def _folder_bytes(folder: Path) -> int:
    """What the disk says, for names can be hidden; 0 if the folder is gone."""
    done = subprocess.run(["du", "-s", "-B1", str(folder)], capture_output=True, text=True, check=False)
    return int(done.stdout.split()[0]) if done.stdout else 0


def _memory(name: str) -> int:
    """A line of this process's own status, in bytes."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith(name):
            return int(line.split()[1]) * 1024
    return 0


def _tail(seen: Seen) -> str:
    """The last thing a cell said, for the reader who wonders why it was held."""
    said = [event.text.strip().splitlines() for event in seen.events if hasattr(event, "text")]
    last = [lines[-1] for lines in said if lines]
    return " | ".join([*last[-1:], *seen.notes])[:300]


def _take_standard_output() -> TextIO:
    """The stream for results; what kernels inherit as standard output leads nowhere."""
    stream = os.fdopen(os.dup(1), "w")
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, 1)
    os.close(null)
    return stream


def _say(stream: TextIO, value: object) -> None:
    print(json.dumps(value), file=stream, flush=True)


if __name__ == "__main__":
    asyncio.run(main())
