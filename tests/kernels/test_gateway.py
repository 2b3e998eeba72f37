"""Kernels of a real gateway: connections that are lost, gateways that go and come back, and nothing left there."""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import aclosing

import pytest
import pytest_asyncio

from solver.errors import KernelDied, KernelUnavailable
from solver.events import Done, Failure, Output
from solver.kernels import KernelPool, LiveKernel
from solver.kernels.gateway import attaching, link
from solver.kernels.gateway.gateway import Gateway
from solver.sentences import SENTENCES
from solver.services import Services
from solver.session import Session
from solver.settings import Settings
from tests.kernels.cells import run, text
from tests.kernels.gateways import OTHERS, TOKEN, GatewayServer, Wire, needs_gateway, running

pytestmark = [pytest.mark.asyncio(loop_scope="session"), needs_gateway]

GONE_S = 15  # the gateway lets a kernel be idle for 4 s, looks every second, and the machine may be busy


@pytest_asyncio.fixture(loop_scope="session")
async def wire(gateway_server: GatewayServer) -> AsyncIterator[Wire]:
    wire = Wire(gateway_server.port)
    yield wire
    await wire.close()


@pytest_asyncio.fixture(loop_scope="session")
async def wired(wire: Wire) -> AsyncIterator[KernelPool]:
    """A pool whose connections can be cut."""
    pool = KernelPool(warm=0, gateway=Gateway(await wire.open(), TOKEN, patience_s=3))
    yield pool
    wire.down = False
    await pool.close()


@pytest.fixture
def own_server() -> Iterator[GatewayServer]:
    """A gateway that a test may stop."""
    with running() as server:
        yield server


async def eventually(holds: Callable[[], bool], within_s: float = GONE_S) -> bool:
    end = time.monotonic() + within_s
    while not await asyncio.to_thread(holds):
        if time.monotonic() > end:
            return False
        await asyncio.sleep(0.1)
    return True


@pytest.mark.thorough
async def test_a_connection_that_breaks_in_a_cell_costs_no_output(wired: KernelPool, wire: Wire) -> None:
    kernel = wired.kernel()
    source = "import time\nfor n in range(20):\n    print(n, flush=True)\n    time.sleep(0.15)\n'end'"
    events = []
    async with aclosing(kernel.run(0, source, timeout_s=30)) as outputs:
        async for event in outputs:
            events.append(event)
            if text(events, "stdout").endswith(("\n3\n", "\n9\n")):
                await asyncio.sleep(0.05)  # between two prints
                wire.cut()
    assert text(events, "stdout").split() == [str(n) for n in range(20)]
    assert text(events, "result") == "'end'"


async def test_a_cell_that_ends_while_the_connection_is_broken_is_told_when_it_is_back(
    wired: KernelPool, wire: Wire
) -> None:
    kernel = wired.kernel()
    await run(kernel, "import time")
    running_cell = asyncio.create_task(run(kernel, "time.sleep(0.7); print('done'); 1 / 0"))
    await asyncio.sleep(0.3)
    wire.cut(down=True)
    await asyncio.sleep(1)
    wire.down = False
    events = await running_cell
    assert text(events, "stdout") == "done\n" and "ZeroDivisionError" in text(events, "error")


async def test_a_connection_that_breaks_between_cells_costs_nothing(wired: KernelPool, wire: Wire) -> None:
    kernel = wired.kernel()
    await run(kernel, "kept = object(); name = id(kept)")
    for _ in range(3):
        wire.cut()
        assert text(await run(kernel, "id(kept) == name"), "result") == "True"  # no cell was run again
    assert wired.starts == 1


@pytest.mark.parametrize("lost", ["the cell", "its output"])
async def test_what_was_on_its_way_is_sent_again_or_told_as_missing(
    wired: KernelPool, wire: Wire, lost: str
) -> None:
    """No cell is run twice, and no output is missing without a word."""
    kernel = wired.kernel()
    await run(kernel, "ran = 0")
    wire.deaf, wire.mute = lost == "the cell", lost == "its output"
    cell = asyncio.create_task(run(kernel, "ran += 1; print('printed'); ran"))
    await asyncio.sleep(0.5)
    wire.cut()
    events = await cell
    if lost == "the cell":
        assert (text(events, "stdout"), text(events, "result")) == ("printed\n", "1")
    else:
        assert [event for event in events if isinstance(event, Output)] == [
            Output(0, "error", "ConnectionLost: the cell has run, but not all of its output has arrived")
        ]
    assert text(await run(kernel, "ran"), "result") == "1"
    assert await kernel.restore()
    assert text(await run(kernel, "ran"), "result") == "1"


async def test_cells_are_run_again_where_the_way_to_the_kernel_is_lost(wired: KernelPool, wire: Wire) -> None:
    kernel = wired.kernel()
    await run(kernel, "a = 41")
    running_cell = asyncio.create_task(run(kernel, "import time; time.sleep(60)"))
    await asyncio.sleep(0.3)
    wire.cut(down=True)
    with pytest.raises(KernelDied) as died:
        await running_cell
    assert died.value.cause == "lost"
    with pytest.raises(KernelUnavailable) as away:
        await run(kernel, "a")
    assert away.value.cause == "away"
    wire.down = False
    assert text(await run(kernel, "a + 1"), "result") == "42"
    assert wired.kills["lost"] == 1


async def test_cells_are_run_again_where_the_gateway_took_the_kernel_away(
    wired: KernelPool, gateway_server: GatewayServer
) -> None:
    kernel = wired.kernel()
    before = gateway_server.kernels()
    await run(kernel, "a = 41")
    (mine,) = gateway_server.kernels() - before
    other = Gateway(gateway_server.url, TOKEN)
    other.remove(mine)
    await other.close()
    assert text(await run(kernel, "a + 1"), "result") == "42"


@pytest.mark.thorough
async def test_a_session_goes_on_with_a_gateway_that_was_away(own_server: GatewayServer) -> None:
    """As a student sees it: a sentence, no crash; and the variables when it is back."""
    settings = Settings(kernels=f"gateway:{own_server.url}", gateway_token=TOKEN, warm_kernels=0)  # type: ignore[arg-type,call-arg]
    services = Services(settings)
    session = Session(services)

    async def cell(source: str, language: str = "en") -> list[object]:
        return [event async for event in session.run_cell(0, source, language)]  # type: ignore[arg-type]

    assert await cell("a = 41; a") == [Output(0, "result", "41"), Done("answered")]
    own_server.stop()
    for language, sentence in zip(("en", "zh"), SENTENCES["kernel-away"], strict=True):
        assert await cell("a", language) == [Failure("kernel-unavailable", sentence), Done("failed")]
    own_server.start()
    assert await cell("a + 1") == [Output(0, "result", "42"), Done("answered")]
    await session.close()
    await services.close()
    assert await eventually(lambda: not own_server.kernels())


async def test_a_wrong_token_is_told_and_stands_nowhere(
    wire: Wire, gateway_server: GatewayServer, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    url, wrong = await wire.open(), "not-the-token-of-the-gateway"
    with pytest.raises(KernelUnavailable) as refused:
        await Gateway(url, wrong).start_kernel()
    assert refused.value.cause == "refused"
    assert wrong not in str(refused.value) + repr(refused.value.__context__)
    pool = KernelPool(warm=0, gateway=Gateway(url, TOKEN))
    await run(pool.kernel(), "1")
    await pool.close()
    lines = bytes(wire.heard).splitlines()
    for token in (wrong, TOKEN):
        assert token not in caplog.text
        header = f"Authorization: token {token}".encode()
        assert {line for line in lines if token.encode() in line} == {header}


async def test_what_a_kernel_sends_at_once_is_bounded(wired: KernelPool) -> None:
    kernel = wired.kernel()
    source = (
        f"get_ipython().display_pub.publish({{'text/plain': 'x' * {link.MESSAGE_BYTES}}})\nwhile True: pass"
    )
    with pytest.raises(KernelDied) as died:
        await run(kernel, source)
    assert died.value.cause == "flood"
    assert text(await run(kernel, "1"), "result") == "1"
    many = "for _ in range(40):\n    get_ipython().display_pub.publish({'text/html': 'x' * 10**6})"
    assert text(await run(kernel, many), "error").startswith("OutputLimit: ")


async def test_a_kernel_that_sends_without_end_between_cells_is_ended(wired: KernelPool) -> None:
    kernel = wired.kernel()
    source = """import threading
publish = get_ipython().display_pub.publish
def flood():
    while True:
        publish({'text/html': 'x' * 10**6})
threading.Timer(0.5, flood).start()"""
    assert not text(await run(kernel, source), "error")
    assert await eventually(lambda: wired.kills["flood"] == 1)
    assert wired.used == 0


async def test_a_start_that_fails_by_chance_is_tried_once_more(wired: KernelPool, wire: Wire) -> None:
    wire.failures = 1
    assert text(await run(wired.kernel(), "1 + 1"), "result") == "2"
    wire.failures = 2
    with pytest.raises(KernelUnavailable) as away:
        await run(wired.kernel(), "1 + 1")
    assert away.value.cause == "away" and wire.failures == 0


async def test_a_start_that_failed_is_not_tried_again_for_nobody(wire: Wire) -> None:
    gateway, wire.failures = Gateway(await wire.open(), TOKEN), 2
    starting = asyncio.create_task(gateway.start_kernel())
    assert await eventually(lambda: wire.failures == 1)
    starting.cancel()
    await gateway.close()
    assert wire.failures == 1 and not gateway._late


async def test_a_kernel_that_cannot_be_prepared_is_unfit(
    gateway_server: GatewayServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = gateway_server.kernels()
    monkeypatch.setattr(attaching, "cell", lambda: "import a_library_that_is_not_there")
    door = Gateway(gateway_server.url, TOKEN, kernel=OTHERS)
    with pytest.raises(KernelUnavailable, match="a_library_that_is_not_there") as unfit:
        await door.start_kernel()
    assert unfit.value.cause == "unfit"
    await door.close()
    with pytest.raises(KernelUnavailable) as unknown:
        await Gateway(gateway_server.url, TOKEN, kernel="nobody-has-this").start_kernel()
    assert unknown.value.cause in ("unfit", "away")
    assert await eventually(lambda: gateway_server.kernels() <= before, 3)


async def test_gateways_that_know_one_json_text_only(
    wired: KernelPool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(link, "FRAMES", "a form that no gateway knows")
    kernel = wired.kernel()
    events = await run(kernel, "import sympy\nprint('你好')\nsympy.Rational(1, 2)")
    assert text(events, "stdout") == "你好\n"
    assert [event.latex for event in events if isinstance(event, Output)] == [None, r"\frac{1}{2}"]
    assert text(await run(kernel, "while True: pass", timeout_s=0.5), "error").startswith("TimeoutError")


async def test_nothing_is_left_at_the_gateway(gateway_server: GatewayServer) -> None:
    before = gateway_server.kernels()
    pool = KernelPool(warm=2, gateway=Gateway(gateway_server.url, TOKEN))
    await pool.start()
    kernels = [pool.kernel() for _ in range(3)]
    await asyncio.gather(*(run(kernel, "1") for kernel in kernels))
    assert pool.used == 3 and pool.pids == () and pool.starts >= 3
    await kernels[0].close()
    starting = asyncio.create_task(pool.acquire())
    await asyncio.sleep(0.02)
    starting.cancel()
    await pool.close()
    assert await eventually(lambda: gateway_server.kernels() <= before, 3)


SERVER = """
import asyncio, sys
from solver.kernels import KernelPool
from solver.kernels.gateway.gateway import Gateway

async def main():
    pool = KernelPool(warm=0, gateway=Gateway(*sys.argv[1:3]))
    process = await pool.acquire()
    await process.execute("while True: pass")
    print("runs", flush=True)
    await asyncio.sleep(float(sys.argv[3]))

asyncio.run(main())
"""


@pytest.mark.parametrize("crashes", [True, False], ids=["crash", "forgotten pool"])
async def test_kernels_go_with_the_server(gateway_server: GatewayServer, *, crashes: bool) -> None:
    before = gateway_server.kernels()
    server = subprocess.Popen(  # noqa: ASYNC220  # it has to be read and killed, no more
        [sys.executable, "-c", SERVER, gateway_server.url, TOKEN, "60" if crashes else "0"],
        stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": "."},
    )  # fmt: skip
    assert server.stdout is not None
    assert await asyncio.to_thread(server.stdout.readline) == "runs\n"
    if crashes:
        assert gateway_server.kernels() > before
        server.send_signal(signal.SIGKILL)
    await asyncio.to_thread(server.communicate)
    assert await eventually(lambda: gateway_server.kernels() <= before, GONE_S if crashes else 3)


async def test_a_slow_start_that_nobody_waits_for_is_undone(
    wired: KernelPool, gateway_server: GatewayServer
) -> None:
    before = gateway_server.kernels()
    kernel: LiveKernel = wired.kernel()
    first = asyncio.create_task(run(kernel, "1"))
    await asyncio.sleep(0.05)
    first.cancel()
    await wired.close()
    assert await eventually(lambda: gateway_server.kernels() <= before, 3)
