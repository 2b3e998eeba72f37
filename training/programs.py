"""Programs of solutions run again, in the kernel that students' cells run in: what a row claims is what comes out."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing, asynccontextmanager
from dataclasses import dataclass, replace
from typing import Final

from solver.errors import KernelDied
from solver.events import Event, Figure, Output
from solver.kernels import KernelPool
from solver.transcript import Block, Cell, fold, output_text, replay
from training.examples import Example

CELL_S: Final = 20.0
DIED: Final = "The kernel ended while this cell ran."


@dataclass(frozen=True, slots=True)
class Programs:
    """Runs the cells of solutions, so many solutions at a time as the pool has kernels."""

    pool: KernelPool
    timeout_s: float = CELL_S

    async def run(self, example: Example) -> Example:
        """The example with what its cells really give. Each runs behind the one before, in a kernel of their own.

        Raises:
            KernelUnavailable: no kernel could be started.
        """
        kernel, blocks = self.pool.kernel(), list[Block]()
        try:
            for block in fold(example.events):
                if isinstance(block, Cell):
                    outputs = list[Output | Figure]()
                    try:
                        async with aclosing(
                            kernel.run(block.part, block.source, timeout_s=self.timeout_s)
                        ) as run:
                            outputs += [output async for output in run]
                    except KernelDied:
                        outputs.append(Output(block.part, "error", DIED + "\n"))
                    blocks.append(replace(block, outputs=outputs))
                else:
                    blocks.append(block)
        finally:
            await kernel.close()
        return replace(example, events=tuple(replay(blocks)))

    async def run_all(self, examples: Sequence[Example]) -> list[Example]:
        """Several, each as by `run`, in their order. What is the same program in other words runs once."""
        sources = [tuple(cell.source for cell in _cells(example.events)) for example in examples]
        first = dict(zip(reversed(sources), reversed(examples), strict=True))
        ran = await asyncio.gather(*(self.run(example) for example in first.values()))
        outputs = {
            source: [cell.outputs for cell in _cells(one.events)]
            for source, one in zip(first, ran, strict=True)
        }
        return [_with_outputs(one, outputs[source]) for source, one in zip(sources, examples, strict=True)]


@asynccontextmanager
async def programs(*, jobs: int = 2, timeout_s: float = CELL_S) -> AsyncGenerator[Programs]:
    """Kernels for running programs; all are gone when it is left."""
    pool = KernelPool(warm=jobs, limit=jobs)
    try:
        await pool.start()
        yield Programs(pool, timeout_s)
    finally:
        await pool.close()


def difference(claimed: Example, ran: Example) -> str | None:
    """How what cells really give differs from what the row claims; None where it does not, apart from space at its ends.

    A failed cell is the same where both failed with the same last line: the lines of a traceback differ from machine to machine.
    """
    for before, after in zip(_cells(claimed.events), _cells(ran.events), strict=True):
        said, came = _printed(before), _printed(after)
        if said != came:
            return f"claimed {said!r:.100}, came {came!r:.100}"
    return None


def _with_outputs(example: Example, outputs: Sequence[list[Output | Figure]]) -> Example:
    """The example, what its cells gave in the place of what it claims."""
    given, blocks = iter(outputs), list[Block]()
    for block in fold(example.events):
        blocks.append(
            replace(block, outputs=_at(block.part, next(given))) if isinstance(block, Cell) else block
        )
    return replace(example, events=tuple(replay(blocks)))


def _at(part: int, outputs: Sequence[Output | Figure]) -> list[Output | Figure]:
    return [replace(output, part=part) for output in outputs]


def failed(example: Example) -> bool:
    """Whether its last cell ended in an error."""
    cells = _cells(example.events)
    return bool(cells) and any(isinstance(o, Output) and o.stream == "error" for o in cells[-1].outputs)


def _cells(events: Sequence[Event]) -> list[Cell]:
    return [block for block in fold(events) if isinstance(block, Cell)]


def _printed(cell: Cell) -> str:
    text = output_text(cell).strip()
    if any(isinstance(o, Output) and o.stream == "error" for o in cell.outputs):
        return text.splitlines()[-1] if text else ""
    return text
