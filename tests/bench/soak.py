"""Sessions that come and go, crash, loop and flood, for a long while: `python -m tests.bench.soak [--minutes 30]`.

Prints a line a minute: sessions so far, the server's memory and descriptors, kernels alive, folders. At the end it closes
the pool and says what is left behind. Exit status 1 if the server grew by more than `GROWTH_MB` after the first fifth of the
time, an answer was wrong, or anything is left.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import os
import random
import sys
import tempfile
import time
from collections import Counter
from contextlib import aclosing
from pathlib import Path

import psutil

from solver.errors import KernelDied, KernelUnavailable
from solver.events import Output
from solver.kernels import KernelPool, LiveKernel
from tests.kernels.cells import run

SESSIONS = 30
GROWTH_MB = 20.0
HABITS = {  # cell: seconds that it may run
    "a, b = 6, 7\na * b": 20.0,
    "import sympy as sp\nx = sp.Symbol('x')\nsp.solve(x**2 - 5*x + 6, x)": 20.0,
    "import matplotlib.pyplot as plt\nplt.plot([1, 4, 9]); plt.title('图'); plt.show()": 20.0,
    "raise ValueError('as models do')": 20.0,
    "while True: pass": 0.5,
    "sum(range(10**12))": 0.3,
    "import os; os._exit(3)": 20.0,
    "import os, signal; os.kill(os.getpid(), signal.SIGSEGV)": 20.0,
    "while True: print('x' * 1000)": 5.0,
    "'x' * 10**8": 20.0,
    "get_ipython().kernel.iopub_socket.send_multipart([b''] + [b'x' * 2**20] * 300, copy=False)": 5.0,
    "import threading, time\nfor _ in range(100): threading.Thread(target=time.sleep, args=(9,), daemon=True).start()\ntime.sleep(2)": 5.0,
    "for i in range(5000): open(f'f{i}', 'w').close()": 5.0,
    "x = bytearray(2**31)": 5.0,
    "import signal; signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])\nwhile True: pass": 0.3,
}


class Counts(Counter[str]):
    """What has happened, by name."""


async def live(pool: KernelPool, counts: Counts, end: float) -> None:
    """One student after another on one place, until `end`."""
    while time.monotonic() < end:
        kernel = pool.kernel()
        counts["sessions"] += 1
        try:
            for _ in range(random.randint(1, 6)):
                await use(kernel, counts)
                await asyncio.sleep(random.random() * 0.5)
        finally:
            await kernel.close()


async def use(kernel: LiveKernel, counts: Counts) -> None:
    source, timeout_s = random.choice(list(HABITS.items()))
    counts["cells"] += 1
    leave_after = random.choice([None, None, None, 0])  # sometimes the reader goes away in the middle
    try:
        async with aclosing(kernel.run(0, source, timeout_s=timeout_s)) as events:
            async for _ in events:
                if leave_after is not None:
                    break
    except KernelDied:
        counts["deaths"] += 1
        if kernel.can_restore and random.random() < 0.5:
            counts["restored"] += await restored(kernel)
    except KernelUnavailable as error:
        counts[f"unavailable: {error}"] += 1
        return
    await expect_an_answer(kernel, source, counts)


async def restored(kernel: LiveKernel) -> bool:
    try:
        return await kernel.restore()
    except KernelDied:
        return False


async def expect_an_answer(kernel: LiveKernel, source: str, counts: Counts) -> None:
    """Whatever the last cell did, the next works, or the one after the news of a death."""
    for _ in range(2):
        try:
            texts = [event.text for event in await run(kernel, "40 + 2") if isinstance(event, Output)]
            if texts != ["42"]:
                counts["wrong answers"] += 1
                print(f"wrong: {texts} behind {source!r}", flush=True)
            return
        except KernelDied:
            counts["deaths between cells"] += 1
    counts["wrong answers"] += 1


def leftovers() -> tuple[int, int]:
    """Processes and folders that are still there."""
    folders = list(Path(tempfile.gettempdir()).glob("stepwise-*"))
    return len(psutil.Process().children(recursive=True)), len(folders)


def describe() -> str:
    process = psutil.Process()
    below = process.children(recursive=True)
    folders = len(list(Path(tempfile.gettempdir()).glob("stepwise-*/k-*")))
    return (
        f"server {process.memory_info().rss / 2**20:.0f} MB, {process.num_fds()} descriptors, "
        f"{process.num_threads()} threads; {len(below)} processes below, {folders} folders of kernels"
    )


async def soak(minutes: float) -> int:
    counts = Counts({"wrong answers": 0})
    pool = KernelPool(warm=2, limit=16, rest_s=20, yield_s=5)
    started = time.monotonic()
    end = started + minutes * 60
    students = [asyncio.create_task(live(pool, counts, end)) for _ in range(SESSIONS)]
    sizes: list[tuple[float, float]] = []
    while time.monotonic() < end:
        await asyncio.sleep(min(60.0, max(end - time.monotonic(), 0.1)))
        gc.collect()
        sizes.append((time.monotonic() - started, psutil.Process().memory_info().rss / 2**20))
        print(f"{sizes[-1][0] / 60:5.1f} min: {dict(counts)}; {describe()}", flush=True)
    await asyncio.gather(*students)
    await pool.close()
    settled = [size for at, size in sizes if at > minutes * 60 / 5] or [sizes[-1][1]]
    grown = settled[-1] - settled[0]
    left = leftovers()
    print(
        f"closed: {describe()}; grown by {grown:.1f} MB after the first fifth; left behind {left}", flush=True
    )
    return int(grown > GROWTH_MB or left != (0, 0) or counts["wrong answers"] > 0)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.soak")
    parser.add_argument("--minutes", type=float, default=30.0)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    random.seed(options.seed)
    with tempfile.TemporaryDirectory(prefix="soak-") as folder:
        os.environ["TMPDIR"] = tempfile.tempdir = folder
        return asyncio.run(soak(options.minutes))


if __name__ == "__main__":
    sys.exit(main())
