"""What all kernels may have together: who has kept much for long rests, and finds everything again."""

from __future__ import annotations

import asyncio
import os
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from types import SimpleNamespace

import pytest

from solver.kernels import KernelPool, memory
from solver.kernels.memory import BYTES_A_CORE, SHARE, Memory, usual_bytes
from solver.kernels.watchdog import INTERVAL_S, MEGABYTE, Watch
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
        # what was seen of the small one before the large one shared its pages is too much
        await until(lambda: pool.memory.bytes_of(large.pid) - pool.memory.bytes_of(small.pid) > 30 * MEGABYTE)
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


@pytest.mark.asyncio
async def test_who_has_no_more_than_a_part_goes_on_where_one_has_too_much() -> None:
    """A large one that computes, and one that could not get its variables back: the small one gains nobody anything."""
    pool = KernelPool(warm=0, yield_s=0.2, memory_bytes=1 << 40)
    small, large, lost = pool.kernel(), pool.kernel(), pool.kernel()
    try:
        await run(small, "a = 1")
        await run(lost, LARGE + "  #" + "x" * 1_000_000)
        assert not lost.can_restore
        await run(large, LARGE)
        await until(lambda: pool.memory.has_seen(small.pid, large.pid, lost.pid))
        pool.memory.most_bytes = pool.memory.bytes - 32 * MEGABYTE
        await run(large, "import time; time.sleep(1.5)")
        pool.memory.most_bytes = 1 << 40
        assert small.pid and lost.pid and not pool.rests
    finally:
        await pool.close()


@pytest.mark.asyncio
@pytest.mark.parametrize(("memory_bytes", "said"), [(100 << 20, 1), (1 << 40, 0)])
async def test_too_small_a_budget_is_said_once(
    memory_bytes: int, said: int, caplog: pytest.LogCaptureFixture
) -> None:
    pool = KernelPool(warm=0, memory_bytes=memory_bytes)
    kernel = pool.kernel()
    try:
        await run(kernel, "a = 1")
        await until(lambda: pool._memory_is_judged)
        await asyncio.sleep(0.6)
    finally:
        await pool.close()
    assert caplog.text.count("STEPWISE_KERNELS_MEMORY_MB") == said


class Looks:
    """Counts the looks of a `Memory` at processes that are not there, a quarter of a second between two steps."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, folder: Path, pids: int) -> None:
        self.now_s, self.counts, self.bytes = 1000.0, Counter[int](), 1 << 20
        self.watches = {-pid: Watch(-pid, folder) for pid in range(1, pids + 1)}
        self.memory = Memory(0)
        monkeypatch.setattr(memory, "time", SimpleNamespace(monotonic=lambda: self.now_s))
        monkeypatch.setattr(memory, "_proportional", self.look)

    def look(self, pid: int) -> int:
        self.counts[pid] += 1
        return self.bytes

    def steps(self, number: int, *, computing: Sequence[int]) -> Counter[int]:
        self.counts.clear()
        for _ in range(number):
            for pid in computing:
                self.watches[pid].cpu_s += 0.2
            self.memory.look(self.watches, None)
            self.now_s += INTERVAL_S
        return self.counts


def test_everybody_is_looked_at_and_who_computes_most_often(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks = Looks(monkeypatch, tmp_path, 5)
    looks.steps(10, computing=[])
    counted = looks.steps(240, computing=[-1, -2])
    assert min(counted[pid] for pid in (-3, -4, -5)) >= 4, "a minute, and every 10 s one may have changed"
    assert counted[-1] + counted[-2] > 400
    looks.watches[-3].cpu_s += 0.15
    assert looks.steps(3, computing=[-1, -2])[-3] == 1, "who computed little waits for its turn, not for ever"
    looks.memory.look({}, None)
    assert looks.memory.bytes == 0 and not looks.memory.has_seen()


def test_a_large_one_is_looked_at_less_often(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    looks = Looks(monkeypatch, tmp_path, 1)
    looks.bytes = 1 << 30
    assert 9 <= looks.steps(40, computing=[-1])[-1] <= 11
    looks.bytes = 1 << 24
    looks.steps(8, computing=[-1])
    assert looks.steps(40, computing=[-1])[-1] == 40


def test_who_lets_nobody_look_counts_with_what_it_has_in_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    looks = Looks(monkeypatch, tmp_path, 3)
    monkeypatch.setattr(memory, "_proportional", lambda pid: None)
    for watch in looks.watches.values():
        watch.resident_bytes = 7
    looks.steps(3, computing=[])
    assert looks.memory.bytes == 21 and len(caplog.records) == 1


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
    most = BYTES_A_CORE * max(2, len(os.sched_getaffinity(0)))
    assert usual_bytes(tmp_path) == min(
        most, int(SHARE * (machine if limit_mb is None else limit_mb * MEGABYTE))
    )
