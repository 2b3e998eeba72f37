"""Workers that are forked from one warm process: bounded, ended with it, replaced, and none left behind."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import psutil
import pytest

from solver.forks import can_fork, nursery
from solver.worker_process import WORN_ANSWERS, WORN_BYTES
from solver.workers import WorkerDied, WorkerPool, WorkerTimeout, WorkerUnusable, surroundings
from tests.forked_worker import MEMORY_BYTES

pytestmark = pytest.mark.skipif(not can_fork(), reason="forks are Linux's")
MODULE = "tests.forked_worker"
ROOT = Path(__file__).parents[1]


@pytest.fixture
async def pool(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[WorkerPool]:
    monkeypatch.setenv("HF_TOKEN", "secret-value")
    found = WorkerPool(MODULE, 2, timeout_s=20, forks=True)
    await found.start()
    yield found
    await found.close()


def warm_pid() -> int:
    pid = nursery(MODULE, surroundings()).pid
    assert pid is not None
    return pid


async def gone(*pids: int) -> None:
    async with asyncio.timeout(20):
        while any(psutil.pid_exists(pid) for pid in pids):  # noqa: ASYNC110
            await asyncio.sleep(0.02)


async def test_they_come_of_one_process_and_end_with_their_pool(pool: WorkerPool) -> None:
    other = WorkerPool(MODULE, 1, forks=True)
    said = await asyncio.gather(*(p.ask({"op": ""}) for p in (pool, pool, other)))
    assert [(one["parent"], one["secret"]) for one in said] == [(warm_pid(), None)] * 3
    warm, forks = warm_pid(), [p.pid for p in psutil.Process(warm_pid()).children()]
    assert len(forks) == 3
    await other.close()
    assert len(psutil.Process(warm).children()) == 2, "the other pool still holds it"
    await pool.close()
    await gone(warm, *forks)


async def test_one_that_hangs_or_ends_is_replaced_and_the_others_go_on(pool: WorkerPool) -> None:
    sleeping = asyncio.create_task(pool.ask({"op": "sleep"}, timeout_s=0.5))
    await asyncio.sleep(0.05)
    with pytest.raises(WorkerDied):
        await pool.ask({"op": "end"})
    assert await pool.ask({"op": ""})
    with pytest.raises(WorkerTimeout):
        await sleeping
    assert pool.replaced == {"died": 1, "slow": 1}
    assert await pool.ask({"op": ""})
    async with asyncio.timeout(20):
        while len(children := psutil.Process(warm_pid()).children()) != 2:  # noqa: ASYNC110  neither zombies nor those stopped
            await asyncio.sleep(0.02)
    assert all(child.status() != psutil.STATUS_ZOMBIE for child in children)


async def test_a_fork_is_bounded_and_holds_nothing_of_others(pool: WorkerPool) -> None:
    assert (await pool.ask({"op": "grow", "bytes": 2 * MEMORY_BYTES}))["grew"] is None
    assert (await pool.ask({"op": "grow", "bytes": MEMORY_BYTES // 4}))["grew"]
    assert (await pool.ask({"op": "files"}))["files"] == [0, 1, 2], "no socket of another's"


@pytest.mark.parametrize(
    ("request_", "times"),
    [({"op": ""}, WORN_ANSWERS), ({"op": "hold", "bytes": WORN_BYTES + (1 << 20)}, 1)],
    ids=["many answers", "grown"],
)
async def test_one_that_is_worn_is_replaced_and_nobody_waits(
    pool: WorkerPool, request_: dict[str, Any], times: int
) -> None:
    alone = WorkerPool(MODULE, 1, timeout_s=20, forks=True)
    first = (await alone.ask({"op": ""}))["pid"]
    for _ in range(times):
        answer = await alone.ask(request_)
        assert answer.keys() == {"pid", "parent", "secret"}, (
            "what is said of the process is no part of the answer"
        )
    async with asyncio.timeout(20):
        while (await alone.ask({"op": ""}))["pid"] == first:  # noqa: ASYNC110
            await asyncio.sleep(0.01)
    await gone(first)
    assert alone.replaced == {"worn": 1}
    await alone.close()
    assert len(psutil.Process(warm_pid()).children()) <= 2, "the other pool's"


async def test_those_that_have_the_same_work_are_replaced_by_turns(pool: WorkerPool) -> None:
    rounds: list[int] = []  # after which one was
    for number in range(2 * WORN_ANSWERS):  # a busy machine may take a while to fork
        await asyncio.gather(pool.ask({"op": ""}), pool.ask({"op": ""}))
        rounds += [number] * (pool.replaced["worn"] - len(rounds))
        if len(rounds) == 2:
            break
    assert len(rounds) == 2 and rounds[1] - rounds[0] > WORN_ANSWERS // 4, rounds


async def test_a_worn_one_that_hangs_meanwhile_leaves_nothing(pool: WorkerPool) -> None:
    await pool.ask({"op": "hold", "bytes": WORN_BYTES + (1 << 20)})
    with pytest.raises(WorkerTimeout):
        await pool.ask({"op": "sleep"}, timeout_s=0.2)
    assert await pool.ask({"op": ""})
    await pool.close()
    assert not pool._reliefs and nursery(MODULE, surroundings()).pid is None


async def test_a_warm_process_that_dies_takes_its_forks_along_and_is_replaced(pool: WorkerPool) -> None:
    await pool.ask({"op": ""})
    warm, forks = warm_pid(), [p.pid for p in psutil.Process(warm_pid()).children()]
    working = asyncio.create_task(pool.ask({"op": "sleep"}))
    await asyncio.sleep(0.1)
    os.kill(warm, signal.SIGKILL)
    with pytest.raises(WorkerDied):
        await working
    await gone(*forks)
    assert (await pool.ask({"op": ""}))["parent"] == warm_pid() != warm


async def test_a_module_that_does_not_start_is_said() -> None:
    broken = WorkerPool("tests.no_such_worker", 1, forks=True)
    for _ in range(2):
        with pytest.raises(WorkerUnusable):
            await broken.ask({"op": ""})
    await broken.close()


async def test_nothing_is_left_of_a_server_that_is_killed() -> None:
    program = (
        "import asyncio\nfrom solver.workers import WorkerPool\nfrom solver.forks import nursery\n"
        "async def main():\n"
        f"    pool = WorkerPool('{MODULE}', 2, forks=True)\n    await pool.start()\n    await pool.ask({{'op': ''}})\n"
        "    print(pool._nursery.pid, flush=True)\n    await pool.ask({'op': 'sleep'})\n"
        "asyncio.run(main())"
    )
    server = await asyncio.to_thread(
        subprocess.Popen, [sys.executable, "-c", program], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert server.stdout is not None
    warm = int(await asyncio.to_thread(server.stdout.readline))
    forks = [child.pid for child in psutil.Process(warm).children()]
    assert forks
    server.kill()
    await asyncio.to_thread(server.wait)
    server.stdout.close()
    await gone(warm, *forks)
