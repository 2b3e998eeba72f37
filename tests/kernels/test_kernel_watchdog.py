"""What no limit of the system bounds is seen from outside, and ends the kernel with a sentence that says why."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import time
from pathlib import Path
from types import SimpleNamespace

import psutil
import pytest

from solver.errors import KernelDied
from solver.kernels import KernelPool, watchdog
from solver.kernels.watchdog import Bounds, Excess, Usage, Watch, measure_folder, read_usage
from tests.kernels.cells import run, text

NOBODY = 1 << 30
"""A process that there is not: larger than any number of one."""
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")


def test_a_process_that_has_ended_uses_nothing() -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    assert read_usage(ended.pid) is None
    assert Watch(ended.pid, Path("/nowhere")).excess(busy=True) is None


@pytest.mark.alone
def test_processor_time_counts_between_cells_only(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("solver.kernels.watchdog.IDLE_WINDOW_S", 0.3)
    # a busy machine gives little; what the tests themselves have written is none of its business
    watch = Watch(os.getpid(), tmp_path, Bounds(idle_cores=0.05, folder_bytes=1 << 50))

    def burn(*, busy: bool) -> Excess | None:
        end = time.monotonic() + (0.6 if busy else 20)
        found = None
        while time.monotonic() < end and found is None:
            sum(range(20_000))
            found = watch.excess(busy=busy)
        return found

    assert burn(busy=True) is None
    found = burn(busy=False)
    assert found is not None and found.cause == "spinning"


def test_who_computes_for_long_waits_behind_others(tmp_path: Path) -> None:
    busy = subprocess.Popen([sys.executable, "-c", "while True: pass"])
    try:
        own = os.getpriority(os.PRIO_PROCESS, busy.pid)
        watch, end = Watch(busy.pid, tmp_path), time.monotonic() + 60

        def niceness(*, busy_cell: bool) -> int:
            assert watch.excess(busy=busy_cell) is None
            return os.getpriority(os.PRIO_PROCESS, busy.pid)

        assert niceness(busy_cell=True) == own, "a cell that has just begun"
        while niceness(busy_cell=True) == own and own < watchdog.YIELDING_NICENESS:
            assert time.monotonic() < end
            time.sleep(0.1)
        behind = max(own, watchdog.YIELDING_NICENESS)
        assert niceness(busy_cell=True) == behind and watch.cpu_s > watchdog.YIELD_AFTER_S
        assert niceness(busy_cell=False) == (own if os.geteuid() == 0 else behind), "between cells"
    finally:
        busy.kill()
        busy.wait()


@pytest.mark.parametrize(
    ("got_cores", "wanted_cores", "ended_after_s"),
    [
        pytest.param(0.9, 1.0, 2, id="a thread that never rests"),
        pytest.param(0.13, 1.0, 10, id="the same where fifteen wait for two cores"),
        pytest.param(0.01, 1.0, None, id="one that wakes up and waits"),
        pytest.param(0.02, 8.0, None, id="many that wake up and wait"),
        pytest.param(0.2, 0.21, None, id="one that looks again and again whether something came"),
    ],
)
def test_who_waits_for_a_processor_is_not_ended(
    monkeypatch: pytest.MonkeyPatch, got_cores: float, wanted_cores: float, ended_after_s: float | None
) -> None:
    now_s = 0.0
    monkeypatch.setattr(watchdog, "time", SimpleNamespace(monotonic=lambda: now_s))
    monkeypatch.setattr(watchdog, "read_usage", lambda pid: Usage(got_cores * now_s, 4, 0, 0))
    monkeypatch.setattr(watchdog, "read_wanted_s", lambda pid: wanted_cores * now_s)
    watch = Watch(NOBODY, Path("/nowhere"))
    while now_s < 60 and watch.excess(busy=now_s < 5) is None:
        now_s += watchdog.INTERVAL_S
    assert now_s == (60 if ended_after_s is None else 5 + ended_after_s)


@pytest.mark.parametrize("cells_seen", [False, True])
def test_a_cell_between_two_looks_is_no_spinning(
    monkeypatch: pytest.MonkeyPatch, *, cells_seen: bool
) -> None:
    now_s = 0.0
    monkeypatch.setattr(watchdog, "time", SimpleNamespace(monotonic=lambda: now_s))
    monkeypatch.setattr(watchdog, "read_usage", lambda pid: Usage(0.9 * now_s, 4, 0, 0))
    monkeypatch.setattr(watchdog, "read_wanted_s", lambda pid: now_s)
    watch, found = Watch(NOBODY, Path("/nowhere")), None
    for cells in range(10):  # a server so busy that it looks every three seconds
        found = found or watch.excess(busy=False, cells=cells if cells_seen else 0)
        now_s += 3
    assert (found is None) == cells_seen


def test_a_folder_is_counted_no_further_than_needed(tmp_path: Path) -> None:
    for number in range(30):
        (tmp_path / str(number)).write_bytes(b"x" * 5000)
    files, size = measure_folder(tmp_path, most_files=1000)
    assert files == 30 and size >= 30 * 5000
    assert measure_folder(tmp_path, most_files=10)[0] == 11
    found = Watch(os.getpid(), tmp_path, Bounds(folder_files=10)).excess(busy=True)
    assert found is not None and found.cause == "files"


@pytest.mark.asyncio(loop_scope="session")
@pytest.mark.parametrize(
    ("source", "reason"),
    [
        pytest.param(
            "import threading, time\nthreading.stack_size(65_536)\n"
            "for _ in range(200): threading.Thread(target=time.sleep, args=(60,), daemon=True).start()\n"
            "time.sleep(60)",
            "threads",
            id="threads",
        ),
        pytest.param(
            "import time\nfor i in range(3000): open(f'f{i}', 'w').close()\ntime.sleep(60)",
            "more than 1,000 files",
            id="files",
        ),
        pytest.param(
            "import time\n"
            "for i in range(100):\n    open(f'f{i}', 'wb').write(b'x' * 2**21); time.sleep(0.02)\ntime.sleep(60)",
            "MB of files",
            id="disk",
        ),
        pytest.param(
            "import os, time\nkept = []\n"
            "for i in range(40):\n"
            "    kept.append(open(f'f{i}', 'wb')); os.unlink(f'f{i}'); kept[-1].write(b'x' * 2**23); kept[-1].flush()\n"
            "    time.sleep(0.02)\ntime.sleep(60)",
            "MB of files",
            id="deleted files",
        ),
        pytest.param(
            "import mmap, os, time\nkept = []\n"
            "for i in range(40):\n"
            "    with open(f'f{i}', 'w+b') as file:\n"
            "        os.unlink(f'f{i}'); file.truncate(2**23); kept.append(mmap.mmap(file.fileno(), 2**23))\n"
            "    kept[-1].write(b'x' * 2**23); time.sleep(0.02)\ntime.sleep(60)",
            "MB of files",
            id="mapped deleted files",
        ),
        pytest.param(
            "import os, time\n"
            "for i in range(30):\n    os.mkdir('d' * 200); os.chdir('d' * 200)\ntime.sleep(60)",
            "more than 1,000 files",
            id="depth",
        ),
    ],
)
async def test_a_cell_that_takes_too_much_is_ended(pool: KernelPool, source: str, reason: str) -> None:
    kernel = pool.kernel()
    started = time.monotonic()
    with pytest.raises(KernelDied, match=reason):
        await run(kernel, source, timeout_s=20)
    assert time.monotonic() - started < 15  # 0.5 s on a machine of its own; without the watch, 20
    assert text(await run(kernel, "1 + 1"), "result") == "2"
    await kernel.close()


@pytest.mark.asyncio(loop_scope="session")
async def test_a_thread_that_computes_on_is_ended() -> None:
    pool = KernelPool(warm=0, bounds=Bounds(idle_cores=0.05))  # a busy machine gives little
    kernel = pool.kernel()
    source = "import threading\ndef spin():\n    while True: pass\nthreading.Thread(target=spin, daemon=True).start()"
    await run(kernel, source)
    process = psutil.Process(kernel.pid)
    await asyncio.to_thread(process.wait, 30)
    with pytest.raises(KernelDied, match="computing after its cell"):
        await run(kernel, "1")
    await pool.close()


@pytest.mark.asyncio(loop_scope="session")
async def test_what_a_dead_kernel_wrote_goes_at_once(pool: KernelPool) -> None:
    kernel = pool.kernel()
    folder = Path(text(await run(kernel, "import os\nprint(os.getcwd())"), "stdout").strip()).parent
    await run(kernel, "import threading; threading.Timer(0.1, os._exit, [0]).start()")
    end = time.monotonic() + 10
    while _is_there(folder) and time.monotonic() < end:  # noqa: ASYNC110  # nothing tells
        await asyncio.sleep(0.05)
    assert not _is_there(folder)
    with pytest.raises(KernelDied):
        await run(kernel, "1")
    await kernel.close()


def _is_there(path: Path) -> bool:
    return path.exists()


@pytest.mark.asyncio(loop_scope="session")
async def test_a_watch_that_fails_is_taken_up_again(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    excess, failures = Watch.excess, []

    def fail_once(watch: Watch, *, busy: bool, cells: int = 0) -> Excess | None:
        if not failures:
            failures.append(watch)
            raise RuntimeError("a bug")
        return excess(watch, busy=busy, cells=cells)

    monkeypatch.setattr(Watch, "excess", fail_once)
    pool = KernelPool(warm=0, bounds=Bounds(folder_files=50))
    source = "import time\nfor i in range(200): open(f'f{i}', 'w').close()\ntime.sleep(60)"
    with pytest.raises(KernelDied, match="more than 50 files"):
        await run(pool.kernel(), source, timeout_s=20)
    assert failures and "the watch over kernels failed" in caplog.text
    await pool.close()
