"""The pool: warm kernels, a limit that is fair, nothing of the server inside and nothing left behind."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from solver.errors import KernelUnavailable
from solver.kernels import Confinement, KernelPool, LiveKernel, fork_server, provisioner
from solver.kernels import pool as pool_module
from tests.kernels.cells import SECRETS, figures, run, text


@pytest.fixture(autouse=True)
def own_folder(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A temporary folder of the test's own: other programs may have pools, too. Not `tmp_path`: it is too long."""
    with tempfile.TemporaryDirectory(prefix="t-") as folder:
        monkeypatch.setattr(tempfile, "tempdir", folder)
        monkeypatch.setenv("TMPDIR", folder)
        yield


def folders() -> set[Path]:
    return set(Path(tempfile.gettempdir()).glob("stepwise-*"))


def room_for_files(pid: int | None) -> int:
    """How many open files a process may have before its table of them grows."""
    status = Path(f"/proc/{pid}/status").read_text()
    return int(status.partition("FDSize:")[2].split()[0])


def children() -> set[int]:
    return {child.pid for child in psutil.Process().children(recursive=True)}


async def test_nothing_is_left_after_close() -> None:
    # in a loop of its own: the tests' other pool stands still meanwhile, and opens and closes nothing
    before = folders(), children(), len(os.listdir("/proc/self/fd"))
    pool = KernelPool(warm=0)
    kernel = pool.kernel()
    assert text(await run(kernel, "open('file', 'w').write('x'); 1 + 1"), "result") == "2"
    (root,) = folders() - before[0]
    (folder,) = root.glob("k-*")
    assert folder.stat().st_mode & 0o777 == 0o700
    assert not list(folder.rglob("*.json"))  # the key is written down nowhere
    await pool.close()
    await pool.close()
    assert (folders(), children()) == before[:2]
    assert len(os.listdir("/proc/self/fd")) <= before[2]
    with pytest.raises(KernelUnavailable):
        await run(pool.kernel(), "1")


@pytest.mark.asyncio(loop_scope="session")
async def test_a_kernel_does_not_see_the_servers_environment(kernel: LiveKernel) -> None:
    assert os.environ["HF_TOKEN"] == "visible-secret"  # set before the pool was made
    source = """import os
try:
    print(open('/proc/self/environ').read())
except PermissionError:  # the process is not dumpable, and its user is not root
    pass
print(os.environ, os.path.expanduser('~'))"""
    seen = text(await run(kernel, source), "stdout")
    assert "visible-secret" not in seen
    assert not [name for name in (*SECRETS, "PYTHONPATH", "VIRTUAL_ENV") if name in seen]
    assert "stepwise-" in seen.split()[-1]  # a home of its own


class InstantProcess:
    """A process that starts at once."""

    alive, ending = True, None

    @classmethod
    async def start(cls, provisioner: object) -> InstantProcess:
        await asyncio.sleep(0)
        return cls()

    pid, folder, uid = 0, Path("/nowhere"), None

    async def settled(self) -> None:
        pass

    async def close(self) -> None:
        self.alive = False

    def kill_now(self) -> None:
        self.alive = False


@pytest.mark.asyncio(loop_scope="session")
async def test_who_comes_over_the_limit_waits_in_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool_module, "KernelProcess", InstantProcess)
    pool = KernelPool(warm=1, limit=2)
    held = [await pool.acquire(), await pool.acquire()]
    order: list[str] = []

    async def wait(name: str) -> None:
        process = await pool.acquire()
        order.append(name)
        held.append(process)

    waiting = [asyncio.create_task(wait(name)) for name in ("a", "cancelled", "b", "c")]
    await asyncio.sleep(0.05)
    assert order == []
    waiting[1].cancel()
    await pool.release(held[0])
    await pool.release(held[0])  # once more does not make a place
    await asyncio.sleep(0.05)
    assert order == ["a"]
    await pool.release(held[1])
    await asyncio.sleep(0.05)
    assert order == ["a", "b"]
    assert len(set(held)) == 4  # nobody gets what another had
    waiting[3].cancel()
    await asyncio.gather(*waiting, return_exceptions=True)
    await pool.close()


@pytest.mark.asyncio(loop_scope="session")
@pytest.mark.parametrize("confinement", [Confinement(), None], ids=["forked", "plain"])
async def test_a_start_that_fails_is_told(
    monkeypatch: pytest.MonkeyPatch, confinement: Confinement | None
) -> None:
    for module, stop in ((fork_server, ""), (provisioner, "raise SystemExit('no fonts, no kernel')")):
        monkeypatch.setattr(module, "BOOT", stop)
    before = folders(), children()
    pool = KernelPool(warm=1, confinement=confinement)
    await pool.start()
    with pytest.raises(KernelUnavailable, match="no fonts, no kernel" if confinement is None else "ended"):
        await run(pool.kernel(), "1")
    with pytest.raises(KernelUnavailable):  # at once, before the pool has put the first start away
        await asyncio.wait_for(run(pool.kernel(), "1"), 20)
    await pool.close()
    assert (folders(), children()) == before


@pytest.mark.asyncio(loop_scope="session")
async def test_who_waits_is_told_of_a_bug_in_a_start(monkeypatch: pytest.MonkeyPatch) -> None:
    async def start_process(self: KernelPool) -> None:
        raise ZeroDivisionError("a bug")

    monkeypatch.setattr(KernelPool, "_start_process", start_process)
    pool = KernelPool(warm=0)
    with pytest.raises(KernelUnavailable, match="a bug"):
        await asyncio.wait_for(run(pool.kernel(), "1"), 5)
    await pool.close()


@pytest.mark.asyncio(loop_scope="session")
async def test_closing_while_kernels_start_leaves_nothing() -> None:
    before = folders(), children()
    pool = KernelPool(warm=2)
    await pool.start()
    waiting = asyncio.create_task(run(pool.kernel(), "1"))
    await asyncio.sleep(0.3)
    await pool.close()
    with pytest.raises(KernelUnavailable):
        await waiting
    assert (folders(), children()) == before


FORGETFUL = """
import asyncio
from solver.kernels import KernelPool

asyncio.run(KernelPool(warm=0).acquire())
"""


@pytest.mark.thorough
def test_a_program_that_forgets_its_pool_ends() -> None:
    before = folders()
    subprocess.run([sys.executable, "-c", FORGETFUL], check=True, timeout=20)
    assert folders() == before


SERVER = """
import asyncio
from solver.kernels import KernelPool

async def main():
    pool = KernelPool(warm=0)
    process = await pool.acquire()
    await process.execute("while True: pass")
    print(process.pid, flush=True)
    await asyncio.sleep(60)

asyncio.run(main())
"""


@pytest.mark.alone
def test_kernels_die_with_the_server() -> None:
    server = subprocess.Popen([sys.executable, "-c", SERVER], stdout=subprocess.PIPE, text=True)
    assert server.stdout is not None
    kernel = psutil.Process(int(server.stdout.readline()))
    server.send_signal(signal.SIGKILL)
    server.communicate()
    deadline = time.monotonic() + 1
    while kernel.is_running() and kernel.status() != psutil.STATUS_ZOMBIE and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not kernel.is_running() or kernel.status() == psutil.STATUS_ZOMBIE


@pytest.mark.skipif(sys.platform != "linux", reason="there are no layers to leave out")
@pytest.mark.asyncio(loop_scope="session")
@pytest.mark.parametrize("off", [("landlock",), ("seccomp",)], ids=lambda off: off[0])
@pytest.mark.thorough
async def test_kernels_serve_where_the_host_lacks_a_layer(off: tuple[str, ...]) -> None:
    """Without Landlock the system call filter lets nothing be opened for writing; cells and figures need none of it."""
    pool = KernelPool(warm=0, confinement=Confinement(off=off))
    kernel = pool.kernel()
    assert text(await run(kernel, "6*7"), "result") == "42"
    events = await run(kernel, "import matplotlib.pyplot as plt\nplt.plot([1, 2], [3, 4])\nplt.show()")
    assert figures(events)
    assert "ZeroDivisionError" in text(await run(kernel, "1/0"), "error")
    await kernel.close()
    await pool.close()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has such a table")
@pytest.mark.asyncio(loop_scope="session")
async def test_the_table_of_open_files_has_room_before_there_are_threads(fresh: LiveKernel) -> None:
    """Else the system waits some 10 ms when it grows, as the first figure makes it."""
    await run(fresh, "1")
    assert room_for_files(fresh.pid) >= 256
