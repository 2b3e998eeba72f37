"""Run the corpus in plain kernels and in confined ones, a fresh one for each program, and say what differs.

    python -m tests.kernels.benign.compare [--only 'plots/*'] [--jobs 2]

The exit status is 1 if a program shows something else inside than outside, or fails though it is no mistake. Chunks of
a stream are put together, and what varies anyhow is masked (`corpus.py`).
"""

from __future__ import annotations

import argparse
import asyncio
import difflib
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from solver.errors import KernelDied
from solver.events import Figure, Output
from solver.kernels import KernelPool, LiveKernel
from solver.kernels.watchdog import Bounds
from solver.ports import Kernel
from tests.kernels.benign.corpus import Program, mask, read_programs
from tests.kernels.cells import figures, run, text

CELL_S: Final = 120.0  # on a busy machine; the slowest cell takes about 5 s on a quiet one
UNBOUNDED: Final = Bounds(
    threads=10**6,
    resident_bytes=10**12,
    folder_bytes=10**12,
    folder_files=10**6,
    idle_cores=10**6,
    idle_cores_busy=10**6,
)
"""Outside there is no watch; of the rlimits, plain kernels have the same (`inside/plain.py`)."""
PNG_TOLERANCE: Final = 0.05  # of the size: a picture of the same thing, not the same picture
Verdict: TypeAlias = Literal["same", "differs", "unsteady", "fails", "no error"]


@dataclass(frozen=True, slots=True)
class Shown:
    """What a cell shows, as lines to compare; pictures' sizes apart."""

    lines: tuple[str, ...]
    png_bytes: tuple[int, ...] = ()
    failed: bool = False

    def resembles(self, other: Shown) -> bool:
        """Whether both show the same, pictures of about the same size included."""
        if self.lines != other.lines or len(self.png_bytes) != len(other.png_bytes):
            return False
        sizes = zip(self.png_bytes, other.png_bytes, strict=True)
        return all(abs(a - b) <= PNG_TOLERANCE * max(a, b) for a, b in sizes)


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a whole program, and how long its cells took."""

    cells: tuple[Shown, ...]
    took_s: float

    @property
    def failed(self) -> bool:
        return any(cell.failed for cell in self.cells)

    def resembles(self, other: Run) -> bool:
        return all(a.resembles(b) for a, b in zip(self.cells, other.cells, strict=True))


@dataclass(frozen=True, slots=True)
class Comparison:
    """A program outside and inside. "unsteady": two runs outside differ, too."""

    program: Program
    outside: Run
    inside: Run
    verdict: Verdict

    def report(self) -> Iterator[str]:
        """Lines for people: what differs, cell by cell."""
        yield f"{self.verdict}: {self.program.title}"
        for number, (a, b) in enumerate(zip(self.outside.cells, self.inside.cells, strict=True), 1):
            if not a.resembles(b):
                yield from difflib.unified_diff(
                    [*a.lines, f"sizes {a.png_bytes}"], [*b.lines, f"sizes {b.png_bytes}"],
                    f"cell {number} outside", "inside", n=0, lineterm="",
                )  # fmt: skip
            elif self.verdict == "fails" and b.failed:
                yield from b.lines[-3:]


class Bench:
    """Two pools, one plain and one confined, to run programs in. Close it.

    A plain kernel takes seconds to start, so one runs program after program with its names reset between them. Where
    a program shows something else there than inside, a fresh one decides.
    """

    def __init__(self, *, warm: int) -> None:
        self._outside = KernelPool(confinement=None, warm=0, limit=2 * warm + 2, bounds=UNBOUNDED)
        self._inside = KernelPool(warm=warm, limit=2 * warm + 2)
        self._used: list[LiveKernel] = []

    async def __aenter__(self) -> Bench:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._outside.close()
        await self._inside.close()

    async def compare(self, program: Program) -> Comparison:
        """Run it in both; twice more outside if they differ, which tells chance from fault."""
        outside = await self._run_outside(program)
        inside = await run_program(self._inside, program)
        verdict: Verdict = "same"
        if not outside.resembles(inside):
            outside = await run_program(self._outside, program)
        if not outside.resembles(inside):
            again = await run_program(self._outside, program)
            verdict = "differs" if again.resembles(outside) else "unsteady"
            if again.resembles(inside):
                verdict = "same"
        if verdict == "same" and inside.failed is not program.is_mistaken:
            verdict = "no error" if program.is_mistaken else "fails"
        return Comparison(program, outside, inside, verdict)

    async def _run_outside(self, program: Program) -> Run:
        """In a plain kernel that others have used, where there is one."""
        kernel = self._used.pop() if self._used else self._outside.kernel()
        try:
            await _settle_in(kernel)
            return await _run_in(kernel, program)
        finally:
            with suppress(KernelDied):
                await run(kernel, "%reset -f", timeout_s=CELL_S)
            self._used.append(kernel)


async def run_program(pool: KernelPool, program: Program) -> Run:
    """Its cells in a fresh kernel. The time does not include the kernel's start."""
    kernel = pool.kernel()
    try:
        await _settle_in(kernel)
        return await _run_in(kernel, program)
    finally:
        await kernel.close()


async def _run_in(kernel: Kernel, program: Program) -> Run:
    started = time.monotonic()
    cells = []
    for source in program.cells:
        try:
            cells.append(_shown(await run(kernel, source, timeout_s=CELL_S)))
        except KernelDied as death:
            cells.append(Shown((f"the kernel died: {death}",), failed=True))
    return Run(tuple(cells), time.monotonic() - started)


async def _settle_in(kernel: Kernel) -> None:
    """Wait until there is a process that takes cells. One that dies before it was used is a fault, but not the program's."""
    try:
        await run(kernel, "pass", timeout_s=CELL_S)
    except KernelDied as death:
        print(f"a fresh kernel died: {death} {death.__cause__!r}", flush=True)
        await run(kernel, "pass", timeout_s=CELL_S)


def _shown(events: list[Output | Figure]) -> Shown:
    """Stream by stream, as their chunks and their order among each other are a matter of time."""
    lines = []
    for stream in ("stdout", "stderr"):
        lines += [f"{stream}: {line}" for line in mask(text(events, stream)).splitlines()]
    for event in events:
        if isinstance(event, Output) and event.stream == "result":
            lines.append(f"result: {mask(event.text)}")
            lines.append(f"latex: {mask(event.latex or '')}")
    lines += [f"figure: {mask(figure.alt)}" for figure in figures(events)]
    errors = [event.text for event in events if isinstance(event, Output) and event.stream == "error"]
    lines += [f"error: {mask(error.rstrip().splitlines()[-1])}" for error in errors]
    return Shown(tuple(lines), tuple(len(figure.data) for figure in figures(events)), failed=bool(errors))


async def compare_all(programs: Sequence[Program], *, jobs: int) -> list[Comparison]:
    """All of them, `jobs` at a time; says each that is not the same as soon as it is known."""
    places = asyncio.Semaphore(jobs)
    async with Bench(warm=jobs) as bench:

        async def one(program: Program) -> Comparison:
            async with places:
                found = await bench.compare(program)
            print(f"{found.outside.took_s:7.2f} s {found.inside.took_s:7.2f} s  {program.title}", flush=True)
            if found.verdict != "same":
                print("\n".join(found.report()), flush=True)
            return found

        return list(await asyncio.gather(*map(one, programs)))


def main() -> int:
    """The command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--only", default="*", metavar="GLOB", help="of theme/name, as 'plots/*'")
    parser.add_argument("--jobs", type=int, default=2, help="programs at a time")
    arguments = parser.parse_args()
    found = asyncio.run(compare_all(read_programs(arguments.only), jobs=arguments.jobs))
    verdicts = Counter(comparison.verdict for comparison in found)
    outside, inside = (
        sum(run.took_s for run in runs) for runs in zip(*((c.outside, c.inside) for c in found), strict=True)
    )
    print(f"\n{len(found)} programs, {dict(verdicts)}; outside {outside:.0f} s, inside {inside:.0f} s")
    return 0 if set(verdicts) <= {"same", "unsteady"} else 1


if __name__ == "__main__":
    raise SystemExit(main())
