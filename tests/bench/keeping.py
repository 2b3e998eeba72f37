"""`python -m tests.bench.keeping`: what it costs that every event is on disk before it is shown.

Commits: batches of events appended one behind the other by one stream, and by many at once, on SQLite in a folder and on a
PostgreSQL server of its own (with its fsync). Problems: the same ones through the page's handlers, in turns with a store and
without, each in a new tab; the time to the first block of the solution, the time to the end, and what of it was waiting for the store.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

from solver import Services, Settings
from solver.events import Event, Reasoning
from solver.ports import Problem
from solver.store import NewTurn, Store, database_url, hashed
from tests.bench.killing import PROBLEMS
from tests.store.server import NotHere, postgresql
from tests.store.tab import Tab
from ui import following
from ui.handlers import Handlers

MEMORY = Path("/dev/shm")
HAS_MEMORY = MEMORY.is_dir()
BATCH: list[Event] = [Reasoning(0, "some words of a step ")] * 6
"""What a page that is updated ten times a second gets at a time from a model of 60 tokens a second."""


async def commits(store: Store, name: str, streams: int, each: int) -> None:
    """Append `each` batches in every one of `streams` streams at once."""
    begun = [
        await store.begin(hashed(str(n)), None, NewTurn("t", Problem("x", "en"), "m")) for n in range(streams)
    ]
    took_ms: list[float] = []

    async def write(index: int) -> None:
        for number in range(each):
            start = time.perf_counter()
            await store.append(begun[index].place, number * len(BATCH), BATCH)
            took_ms.append((time.perf_counter() - start) * 1000)

    start = time.perf_counter()
    await asyncio.gather(*map(write, range(streams)))
    seconds, count = time.perf_counter() - start, streams * each
    print(
        f"{name}, {streams} streams: {count / seconds:.0f} batches/s, {seconds * 1e6 / count / len(BATCH):.0f} µs an event; "
        f"a batch waits {statistics.median(took_ms):.1f} ms (median), {sorted(took_ms)[int(0.95 * count)]:.1f} ms (95 %)",
        flush=True,
    )


async def problems(count: int, folder: Path) -> None:
    """Solve `count` problems twice each."""
    services = Services(Settings(warm_kernels=2, reading_workers=1), Store(database_url(folder)))  # type: ignore[call-arg]
    kept, waited = services.store, 0.0
    await services.start()
    inner = following._kept

    async def timed(*given: object) -> None:
        nonlocal waited
        start = time.perf_counter()
        await inner(*given)  # type: ignore[arg-type]
        waited += time.perf_counter() - start

    following._kept = timed  # type: ignore[assignment]
    first: dict[bool, list[float]] = {True: [], False: []}
    whole: dict[bool, list[float]] = {True: [], False: []}
    shares: list[float] = []
    for index in range(-2, count):
        for keeps in (True, False) if index % 2 else (False, True):
            services.store, waited = kept if keeps else None, 0.0
            text = PROBLEMS[index % len(PROBLEMS)].format(n=7 + index)
            tab, start, seen = Tab(Handlers(services), f"{index}"), time.perf_counter(), 0.0  # type: ignore[arg-type]
            async for value in tab.stream("solve", text=text, turn="t", language="en"):
                if not seen and value["turns"][0]["blocks"]:
                    seen = time.perf_counter() - start
            if index >= 0:  # the first ones wake everything up
                first[keeps].append(seen * 1000)
                whole[keeps].append((time.perf_counter() - start) * 1000)
                if keeps:
                    shares.append(waited * 1000)
            await tab.handlers.close()
    services.store = kept
    await services.close()
    for name, found in (("first block", first), ("end", whole)):
        pairs = [a - b for a, b in zip(found[True], found[False], strict=True)]
        print(
            f"{name}: {statistics.median(found[True]):.0f} ms kept, {statistics.median(found[False]):.0f} ms not kept, "
            f"difference {statistics.median(pairs):+.1f} ms (median of {count} pairs)"
        )
    share = sum(shares) / sum(whole[True])
    print(
        f"waiting for the store: {statistics.median(shares):.1f} ms a problem (median), {share:.1%} of the time"
    )


def waits_for_the_disk(folder: Path) -> float:
    """What the disk itself takes to have a page: median of 100, in ms."""
    took_ms = []
    with (folder / "page").open("wb") as file:
        for _ in range(100):
            start = time.perf_counter()
            file.write(b"x" * 4096)
            file.flush()
            os.fsync(file.fileno())
            took_ms.append((time.perf_counter() - start) * 1000)
    return statistics.median(took_ms)


async def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--problems", type=int, default=40)
    parser.add_argument("--batches", type=int, default=400)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        print(f"fsync of a page: {waits_for_the_disk(Path(folder)):.1f} ms")
        store = Store(database_url(Path(folder)))
        for streams in (1, 32):
            await commits(store, "SQLite", streams, options.batches // (1 if streams == 1 else 8))
        await store.close()
        await problems(options.problems, Path(folder) / "problems")
    if HAS_MEMORY:
        print("the same in memory, where no disk is waited for:")
        with tempfile.TemporaryDirectory(dir=MEMORY) as folder:
            await problems(options.problems, Path(folder) / "problems")
    try:
        with postgresql(fsync=True) as socket:
            store = Store(database_url(Path(), f"postgresql://postgres@/postgres?host={socket}"))
            for streams in (1, 32):
                await commits(store, "PostgreSQL", streams, options.batches // (1 if streams == 1 else 8))
            await store.close()
    except NotHere as error:
        print(error)


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
