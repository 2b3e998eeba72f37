"""Time and memory of our kernels beside plain ipykernel, in one run: `python -m tests.bench.kernels`.

    --rounds N      starts of each kind, in turn (default 15)
    --alive N       kernels alive at once for memory and answers (default 50)
    --parts A,B     of: start, alive, stop, flood (default: all)

Plain is what jupyter_client starts by itself, over Unix sockets, used as soon as its first message arrives. Times in
milliseconds, medians; ratios are ours / plain. Memory is proportional set size (`/proc/<pid>/smaps_rollup`).
"""

from __future__ import annotations

import argparse
import asyncio
import os
import statistics
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from jupyter_client.manager import AsyncKernelManager

from solver.errors import KernelDied
from solver.events import Output
from solver.kernels import Confinement, KernelPool
from solver.kernels.inside.sandbox.layers import LAYERS
from solver.kernels.memory import proportional_bytes
from tests.kernels.cells import run

SYMPY = "import sympy as sp\nx = sp.Symbol('x')\nsp.integrate(sp.sin(x)**2, x)"
PLOT = "import matplotlib.pyplot as plt\nplt.plot([1, 4, 9]); plt.title('$x^2$'); plt.show()"
CELLS = {"1+1": "1+1", "sympy": SYMPY, "picture": PLOT}
PARTS = ("start", "alive", "stop", "flood")
MEGABYTE = 1 << 20


@dataclass
class Table:
    """Seconds by (kind of kernel, cell)."""

    seconds: dict[tuple[str, str], list[float]] = field(default_factory=dict)

    def add(self, kind: str, cell: str, seconds: float) -> None:
        self.seconds.setdefault((kind, cell), []).append(seconds)

    def median_ms(self, kind: str, cell: str) -> float:
        return statistics.median(self.seconds[kind, cell]) * 1000

    def print(self, kinds: Sequence[str]) -> None:
        for cell in CELLS:
            plain = self.median_ms("plain", cell)
            row = [
                f"{kind} {self.median_ms(kind, cell):7.1f} ({self.median_ms(kind, cell) / plain:5.3f})"
                for kind in kinds
            ]
            print(f"  -> {cell:8s} " + "   ".join(row))


async def plain_cell(source: str) -> float:
    """Seconds from the start of stock ipykernel to the end of its first cell."""
    with tempfile.TemporaryDirectory() as folder:
        manager = AsyncKernelManager(kernel_name="python3", transport="ipc")
        manager.connection_file = f"{folder}/k.json"
        manager.ip = f"{folder}/s"
        started = time.perf_counter()
        await manager.start_kernel()
        client = manager.client()
        client.start_channels(hb=False, stdin=False)
        try:
            await client.get_iopub_msg(timeout=30)  # the welcome: its messages arrive here
            await plain_execute(client, source)
            return time.perf_counter() - started
        finally:
            client.stop_channels()
            await manager.shutdown_kernel(now=True)


async def plain_execute(client: object, source: str) -> None:
    request = client.execute(source)  # type: ignore[attr-defined]
    idle = replied = False
    while not replied:
        message = await client.get_shell_msg(timeout=60)  # type: ignore[attr-defined]
        replied = message["parent_header"].get("msg_id") == request
    while not idle:
        message = await client.get_iopub_msg(timeout=60)  # type: ignore[attr-defined]
        idle = (
            message["parent_header"].get("msg_id") == request
            and message["content"].get("execution_state") == "idle"
        )


async def our_cell(pool: KernelPool, source: str) -> float:
    """Seconds from asking for a kernel to the end of its first cell."""
    kernel = pool.kernel()
    started = time.perf_counter()
    events = await run(kernel, source)
    seconds = time.perf_counter() - started
    assert events and not any(isinstance(e, Output) and e.stream == "error" for e in events), events
    await kernel.close()
    return seconds


@asynccontextmanager
async def pools(**kinds: KernelPool) -> AsyncIterator[dict[str, KernelPool]]:
    try:
        yield kinds
    finally:
        for pool in kinds.values():
            await pool.close()


async def bench_start(rounds: int) -> None:
    """Start to result, one after the other, kinds in turn."""
    table = Table()
    unconfined = Confinement(off=LAYERS)
    async with pools(
        forked=KernelPool(warm=0), open=KernelPool(warm=0, confinement=unconfined), warm=KernelPool(warm=1)
    ) as kinds:
        for pool in kinds.values():
            await our_cell(pool, "1")  # the fork server itself starts once
        for _ in range(rounds):
            for cell, source in CELLS.items():
                table.add("plain", cell, await plain_cell(source))
                for kind, pool in kinds.items():
                    if kind == "warm":
                        await asyncio.sleep(0.5)  # the pool fills up again
                    table.add(kind, cell, await our_cell(pool, source))
    print(f"start to result, median of {rounds} (ratio to plain); open = forked without any layer")
    table.print(["plain", "forked", "open", "warm"])


async def bench_alive(count: int) -> None:
    """Memory and answers with many kernels alive, each with sympy and a picture behind it."""
    async with pools(ours=KernelPool(warm=0, limit=count)) as kinds:
        kernels = [kinds["ours"].kernel() for _ in range(count)]
        for kernel in kernels:
            await run(kernel, SYMPY)
            await run(kernel, PLOT)
        pids = [kernel.pid for kernel in kernels]
        sizes = [pss_mb(pid) for pid in pids if pid is not None]
        server = kinds["ours"].server_pid
        answers = []
        for kernel in kernels:
            started = time.perf_counter()
            await run(kernel, "2+2")
            answers.append(time.perf_counter() - started)
        print(
            f"{count} alive, each after sympy and a picture: {statistics.mean(sizes):.1f} MB a kernel (PSS)",
            end="",
        )
        print(f", fork server {pss_mb(server):.0f} MB" if server else "")
        print(
            f"  answer to 2+2: median {statistics.median(answers) * 1000:.1f} ms, largest {max(answers) * 1000:.1f} ms"
        )


async def bench_stop(rounds: int) -> None:
    """From the deadline to a usable kernel: a loop that can be interrupted, and C code that cannot."""
    cells = {
        "Python loop": ("while True: pass", 0.0),
        "sympy": (
            "import sympy\nsympy.integrate(1/(x:=sympy.Symbol('x'))**7*sympy.exp(sympy.sin(x)*sympy.tan(x)), x)",
            0.0,
        ),
        "C, ignores signals": ("sum(range(10**12))", 1.0),
    }
    print(f"deadline to the next answer, median of {rounds} (of C: after the grace of 1 s)")
    async with pools(ours=KernelPool(warm=1)) as kinds:
        kernel = kinds["ours"].kernel()
        for name, (source, grace_s) in cells.items():
            seconds = []
            for _ in range(rounds):
                await run(kernel, "import sympy")
                started = time.perf_counter()
                with suppress(KernelDied):
                    await run(kernel, source, timeout_s=0.5)
                await run(kernel, "1+1")
                seconds.append(time.perf_counter() - started - 0.5 - grace_s)
            print(f"  {name:20s} {statistics.median(seconds) * 1000:7.1f} ms")


async def bench_flood(rounds: int) -> None:
    """What much output costs: seconds, and megabytes of the server's memory."""
    cells = {
        "one string of 100 MB": "print('x' * 10**8)",
        "10^6 prints of 100 chars": "for i in range(10**6): print('x' * 100)",
        "a result of 100 MB": "'x' * 10**8",
        "a multipart message of 3 GB": (
            "get_ipython().kernel.iopub_socket.send_multipart([b''] + [b'x' * 2**20] * 3000, copy=False)"
        ),
    }
    print(f"floods, median of {rounds}")
    async with pools(ours=KernelPool(warm=1)) as kinds:
        for name, source in cells.items():
            seconds, grown = [], []
            for _ in range(rounds):
                kernel = kinds["ours"].kernel()
                await run(kernel, "1")
                before, started = rss_mb(), time.perf_counter()
                watching = asyncio.create_task(peak_rss_mb())
                with suppress(KernelDied):
                    await run(kernel, source)
                seconds.append(time.perf_counter() - started)
                watching.cancel()
                grown.append(max(PEAK[0], rss_mb()) - before)
                await kernel.close()
            print(f"  {name:28s} {statistics.median(seconds):6.2f} s, server +{max(grown):.1f} MB at most")


PEAK = [0.0]


async def peak_rss_mb() -> None:
    PEAK[0] = 0.0
    while True:
        PEAK[0] = max(PEAK[0], rss_mb())
        await asyncio.sleep(0.01)


def pss_mb(pid: int) -> float:
    return proportional_bytes(pid) / MEGABYTE


def rss_mb() -> float:
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / MEGABYTE


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.kernels")
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--alive", type=int, default=50)
    parser.add_argument("--parts", default=",".join(PARTS))
    options = parser.parse_args()
    benches: dict[str, Callable[[], Awaitable[None]]] = {
        "start": lambda: bench_start(options.rounds),
        "alive": lambda: bench_alive(options.alive),
        "stop": lambda: bench_stop(options.rounds),
        "flood": lambda: bench_flood(3),
    }
    for part in options.parts.split(","):
        asyncio.run(benches[part]())  # type: ignore[arg-type]


if __name__ == "__main__":
    main()
