"""What all kernels may have together: who has kept much for long rests, and finds everything again."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from solver.kernels import KernelPool
from solver.kernels.memory import LOOKS, SHARE, Memory, usual_bytes
from solver.kernels.watchdog import MEGABYTE, Watch
from tests.kernels.cells import run, text

LARGE = "large = bytearray(b'1') * (64 << 20)"  # zeros would not be there before they are looked at


async def until(holds: Callable[[], bool], within_s: float = 20) -> None:
    end = time.monotonic() + within_s
    while not holds():
        assert time.monotonic() < end
        await asyncio.sleep(0.05)


@pytest.mark.asyncio
async def test_whoever_keeps_most_rests_when_all_have_too_much_and_loses_nothing() -> None:
    pool = KernelPool(warm=0, yield_s=0.3, memory_bytes=1 << 40)
    small, large = pool.kernel(), pool.kernel()
    try:
        await run(small, "a = 1")
        await run(large, LARGE)
        await until(lambda: pool.memory.bytes_of(large.pid) > 64 * MEGABYTE)
        await until(lambda: pool.memory.bytes_of(small.pid) > 0)
        assert pool.memory.bytes_of(large.pid) - pool.memory.bytes_of(small.pid) > 30 * MEGABYTE
        assert not pool.memory.is_exceeded and not pool.rests
        pool.memory.most_bytes = pool.memory.bytes - 1
        await until(lambda: large.pid is None)
        await until(lambda: not pool.memory.is_exceeded)
        await asyncio.sleep(0.6)  # two steps of the watch
        assert small.pid and pool.rests == {"memory": 1}
        pool.memory.most_bytes = 1 << 40
        assert text(await run(large, "len(large) >> 20"), "result") == "64"
        pool.memory.most_bytes = 0  # less than anybody has: nobody who computes is disturbed
        cell = asyncio.create_task(run(large, "import time; time.sleep(1); len(large) >> 20"))
        await until(lambda: small.pid is None)
        assert text(await cell, "result") == "64"
    finally:
        await pool.close()


def test_looking_takes_turns_and_passes_over_those_that_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pids = range(1, 6)
    watches = {-pid: Watch(-pid, tmp_path) for pid in pids}  # no processes
    memory, looked = Memory(0), []
    for _ in pids:
        for watch in watches.values():
            watch.cpu_s += 1  # all of them compute
        memory.look(watches, None)
        looked.append(sorted(memory._looked, key=lambda pid: memory._looked[pid][0])[-LOOKS:])
    counts = [sum(pid in some for some in looked) for pid in watches]
    assert counts == [LOOKS] * len(pids)
    for _ in pids:
        memory.look(watches, None)
    before = dict(memory._looked)
    memory.look(watches, None)
    assert memory._looked == before
    monkeypatch.setattr("solver.kernels.memory.AGAIN_S", -1.0)
    memory.look(watches, None)
    assert sum(memory._looked[pid] != before[pid] for pid in watches) == LOOKS
    memory.look({}, None)
    assert memory.bytes == 0 and not memory._looked


@pytest.mark.parametrize(
    ("files", "limit_mb"),
    [
        pytest.param({}, None, id="no control groups"),
        pytest.param({"proc/self/cgroup": "0::/", "sys/fs/cgroup/memory.max": "max"}, None, id="no limit"),
        pytest.param({"proc/self/cgroup": "0::/", "sys/fs/cgroup/memory.max": str(64 * MEGABYTE)}, 64, id="a container"),
        pytest.param(
            {"proc/self/cgroup": "0::/a/b", "sys/fs/cgroup/a/memory.max": str(32 * MEGABYTE), "sys/fs/cgroup/a/b/memory.max": "max"}, 32,
            id="a service below a limit",
        ),
        pytest.param(
            {"proc/self/cgroup": "5:cpu:/x\n4:memory:/x\n0::/", "sys/fs/cgroup/memory/memory.limit_in_bytes": str((1 << 63) - 4096),
             "sys/fs/cgroup/memory/x/memory.limit_in_bytes": str(16 * MEGABYTE)}, 16,
            id="version 1",
        ),
    ],
)  # fmt: skip
def test_the_usual_share_is_of_what_this_process_may_have(
    tmp_path: Path, files: dict[str, str], limit_mb: int | None
) -> None:
    for name, words in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(words)
    machine = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    assert usual_bytes(tmp_path) == int(SHARE * (machine if limit_mb is None else limit_mb * MEGABYTE))
