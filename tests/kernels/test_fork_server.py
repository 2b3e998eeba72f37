"""The fork server, and that each trap of its making stays shut: what all kernels share, and what they must not."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import sys
import time
from collections.abc import AsyncIterator

import psutil
import pytest
import pytest_asyncio
from jupyter_client.manager import AsyncKernelManager

from solver.errors import KernelDied
from solver.kernels import KernelPool, LiveKernel
from solver.kernels.folders import make_root, remove_tree
from solver.kernels.fork_server import ForkServer
from solver.kernels.provisioner import ForkProvisioner
from solver.kernels.wire import Connection
from tests.kernels.cells import run, text

pytestmark = [
    pytest.mark.asyncio(loop_scope="session"),
    pytest.mark.skipif(sys.platform != "linux", reason="the fork server needs Linux"),
]


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def own_pool() -> AsyncIterator[KernelPool]:
    """A pool whose fork server a test may kill."""
    pool = KernelPool(warm=0)
    yield pool
    await pool.close()


async def test_many_kernels_at_once_are_kept_apart(pool: KernelPool) -> None:
    """Sockets in a shared folder, with numbers raced for, gave two kernels one socket."""
    kernels = [pool.kernel() for _ in range(10)]
    answers = await asyncio.gather(*(run(kernel, f"{number} * 10") for number, kernel in enumerate(kernels)))
    assert [text(events, "result") for events in answers] == [str(10 * n) for n in range(10)]
    assert len({kernel.pid for kernel in kernels}) == 10
    await asyncio.gather(*(kernel.close() for kernel in kernels))


@pytest.mark.parametrize(
    "source",
    [
        "import random; random.random()",
        "import numpy; numpy.random.random()",
        "from sympy.core.random import random; random()",
        "import sympy.stats; sympy.stats.sample(sympy.stats.Uniform('u', 0, 1))",
        "import uuid; uuid.uuid4()",
        "import os; os.urandom(8)",
    ],
)
async def test_no_two_students_draw_the_same_numbers(pool: KernelPool, source: str) -> None:
    one, two = pool.kernel(), pool.kernel()
    drawn = [text(await run(kernel, source), "result") for kernel in (one, two)]
    assert drawn[0] and drawn[0] != drawn[1]
    await asyncio.gather(one.close(), two.close())


async def test_a_kernel_has_no_network_address_and_nothing_of_the_server(kernel: LiveKernel) -> None:
    """ipykernel binds a port for its child processes, also over Unix sockets; and a fork inherits descriptors."""
    await run(kernel, "1")
    assert kernel.pid is not None
    if os.geteuid() != 0:
        pytest.skip("only root may look into a process that is not dumpable")
    process = psutil.Process(kernel.pid)
    assert process.net_connections(kind="inet") == []
    assert process.environ() == {} or "HF_TOKEN" not in process.environ()
    server = {
        os.readlink(f"/proc/self/fd/{name}") for name in os.listdir("/proc/self/fd") if _is_socket(name)
    }
    own = {os.readlink(f"/proc/{kernel.pid}/fd/{name}") for name in os.listdir(f"/proc/{kernel.pid}/fd")}
    assert not server & own


def _is_there(path: str) -> bool:
    return os.path.exists(path)


def _is_socket(name: str) -> bool:
    try:
        return os.readlink(f"/proc/self/fd/{name}").startswith("socket:")
    except OSError:
        return False


async def test_cells_are_named_and_files_made_in_the_kernels_own_folder(kernel: LiveKernel) -> None:
    source = "import os, tempfile\nos.path.dirname(tempfile.NamedTemporaryFile().name) == tempfile.gettempdir() == os.environ['TMPDIR']"
    assert text(await run(kernel, source), "result") == "True"


async def test_what_was_loaded_before_the_fork_is_never_collected(kernel: LiveKernel) -> None:
    """A collection would write to every page of it, and so copy 30 MB for each kernel."""
    assert int(text(await run(kernel, "import gc; gc.get_freeze_count()"), "result")) > 100_000


@pytest.mark.alone
async def test_a_kernel_whose_welcome_is_lost_is_asked_again(
    own_pool: KernelPool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One of some thousand never came: the start would fail after 10 s."""
    receive, deaf_until_s, heard = Connection.receive, dict[Connection, float](), set[Connection]()

    async def lossy(self: Connection) -> list[bytes]:
        """Loses a welcome and what comes with it, whichever kernel sends it: the other pool may start one, too.

        On a busy machine the answer to a nudge may overtake the welcome; then nothing is lost that is waited for.
        """
        while True:
            frames = await receive(self)
            if self not in heard and any(b"iopub_welcome" in frame for frame in frames):
                deaf_until_s[self] = time.monotonic() + 0.2
            if time.monotonic() >= deaf_until_s.get(self, 0):
                heard.add(self)
                return frames

    monkeypatch.setattr(Connection, "receive", lossy)
    kernel = own_pool.kernel()
    assert text(await run(kernel, "6 * 7"), "result") == "42"
    assert deaf_until_s
    await kernel.close()


@pytest.mark.alone
async def test_a_fork_server_that_died_is_replaced(own_pool: KernelPool) -> None:
    kernel = own_pool.kernel()
    await run(kernel, "a = 1")
    before, pid = own_pool.server_pid, kernel.pid
    assert before is not None and pid is not None
    os.kill(before, signal.SIGKILL)
    started = time.monotonic()
    with pytest.raises(KernelDied):
        await run(kernel, "while True: pass", timeout_s=20)
    assert time.monotonic() - started < 1
    with contextlib.suppress(psutil.NoSuchProcess):
        await asyncio.to_thread(psutil.Process(pid).wait, 5)
    assert text(await run(kernel, "1 + 1"), "result") == "2"
    assert own_pool.server_pid not in (before, None)
    await kernel.close()


async def test_the_fork_server_is_one_thread_and_keeps_no_dead_child(own_pool: KernelPool) -> None:
    for _ in range(3):
        kernel = own_pool.kernel()
        await run(kernel, "1")
        await kernel.close()
    assert own_pool.server_pid is not None
    server = psutil.Process(own_pool.server_pid)
    assert server.num_threads() == 1
    assert [child.status() for child in server.children()] == []


async def test_a_fork_that_is_given_up_leaves_no_process(own_pool: KernelPool) -> None:
    kernel = own_pool.kernel()
    await run(kernel, "1")
    waiting = [asyncio.create_task(run(own_pool.kernel(), "1")) for _ in range(5)]
    await asyncio.sleep(0.02)
    for task in waiting:
        task.cancel()
    await asyncio.gather(*waiting, return_exceptions=True)
    await kernel.close()
    assert own_pool.server_pid is not None
    await asyncio.sleep(1)
    # what was under way for them waits for the next sessions: two starts at a time, and what they had become by then
    assert len(psutil.Process(own_pool.server_pid).children()) <= 3


async def test_the_provisioner_works_below_jupyter_clients_own_manager() -> None:
    root = make_root()
    server = ForkServer(root / "matplotlib")
    manager = AsyncKernelManager(kernel_name="python3", transport="ipc")
    manager.provisioner = ForkProvisioner(
        parent=manager, kernel_id="k", kernel_spec=manager.kernel_spec, server=server, root=root
    )
    try:
        await manager.start_kernel()
        assert not _is_there(manager.connection_file)  # the manager wrote it anew, with the key in it
        client = manager.client()
        client.start_channels(hb=False, stdin=False)
        await client.wait_for_ready(timeout=20)
        reply = await client.execute_interactive("1 + 1", timeout=20, output_hook=lambda _: None)
        assert reply["content"]["status"] == "ok"
        client.stop_channels()
        assert await manager.is_alive()
        await manager.shutdown_kernel(now=True)
        assert not await manager.is_alive()
        assert list(root.glob("k-*")) == []
    finally:
        await server.close()
        remove_tree(root)
