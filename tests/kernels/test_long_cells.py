"""Cells that compute for long share a part of the processors while others work."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from solver.events import Output
from solver.kernels.long_cells import SHARE, WORKS_S, LongCells
from solver.kernels.pool import KernelPool
from solver.kernels.watchdog import read_usage
from tests.kernels.cells import run

LOOP = "while True: pass"
COUNT = "import time\nbegan = time.process_time()\nwhile time.process_time() - began < 2.2: pass\n'counted'"


@dataclass(eq=False)
class Still:
    """A process that notes what it is told."""

    requests: int = 1
    told: list[str] = field(default_factory=list)

    def hold(self) -> None:
        self.told.append("hold")

    def resume(self) -> None:
        self.told.append("resume")


@given(st.integers(1, 5), st.integers(1, 16), st.lists(st.floats(0.2, 1.0), min_size=40, max_size=60))
def test_all_long_cells_together_have_their_share_in_turns(
    number: int, cores: int, gaps: list[float]
) -> None:
    cells, other, long = LongCells(cores), Still(), [Still() for _ in range(number)]
    now_s, ran_s = 0.0, dict.fromkeys(long, 0.0)
    cells.look(long, [other], now_s)
    for gap in gaps:
        other.requests += 1
        running = [one for one in long if one not in cells.held]
        if now_s > 0:
            for one in running:
                ran_s[one] += gap
        now_s += gap
        cells.look(long, [other], now_s)
    longest = max(gaps)
    assert sum(ran_s.values()) <= now_s * SHARE * cores + longest * (2 + cores * SHARE) + longest * number
    assert max(ran_s.values()) > 0
    for one in long:  # each hears of a change only
        assert all(a != b for a, b in zip(one.told, one.told[1:], strict=False))


def test_nobody_is_held_where_nobody_else_works() -> None:
    cells, other, long = LongCells(2), Still(), Still()
    for look in range(40):
        cells.look([long], [other], look * 0.25)
    assert long.told == []
    other.requests += 1
    cells.look([long], [other], 10.0)
    assert cells.held == {long}
    cells.look([long], [other], 10.0 + WORKS_S)
    assert not cells.held


def test_who_ends_or_leaves_is_let_go() -> None:
    cells, other, long = LongCells(1), Still(), Still()
    cells.look([long], [other], 0.0)
    other.requests += 1
    cells.look([long], [other], 0.1)
    assert cells.held == {long}
    cells.look([], [other, long], 0.2)
    assert long.told == ["hold", "resume"]


@pytest.mark.asyncio
async def test_an_endless_loop_gets_little_while_others_work_and_can_be_stopped() -> None:
    pool = KernelPool(warm=0)
    loop, other = pool.kernel(), pool.kernel()
    try:
        endless = asyncio.create_task(run(loop, LOOP, timeout_s=60))
        await run(other, "1")
        await asyncio.sleep(1.5)
        alone_s = await _computed_s(loop.pid, 1.0)

        async def work() -> None:
            while True:
                await run(other, "1 + 1")
                await asyncio.sleep(0.1)

        working = asyncio.create_task(work())
        await asyncio.sleep(0.6)
        beside_s = await _computed_s(loop.pid, 4.0) / 4
        working.cancel()
        assert beside_s < 0.6 * alone_s
        began = time.monotonic()
        endless.cancel()
        await asyncio.wait({endless})
        assert time.monotonic() - began < 3
    finally:
        await pool.close()


@pytest.mark.asyncio
async def test_what_a_cell_is_held_counts_against_no_deadline() -> None:
    pool = KernelPool(warm=0)
    long, other = pool.kernel(), pool.kernel()
    try:
        await run(long, "1")
        counting = asyncio.create_task(run(long, COUNT, timeout_s=4.0))
        while not counting.done():
            await run(other, "1 + 1")
            await asyncio.sleep(0.1)
        assert [event.text for event in counting.result() if isinstance(event, Output)] == ["'counted'"]
    finally:
        await pool.close()


async def _computed_s(pid: int | None, for_s: float) -> float:
    assert pid is not None
    before = read_usage(pid)
    await asyncio.sleep(for_s)
    after = read_usage(pid)
    assert before is not None and after is not None
    return after.cpu_s - before.cpu_s
