"""Stopping: time-out, a reader who goes away, floods, deaths. Afterwards the next cell always works."""

from __future__ import annotations

import asyncio
import time
from contextlib import aclosing

import pytest

from solver.errors import KernelDied, KernelUnavailable
from solver.events import Figure, Output
from solver.kernels import LiveKernel
from solver.kernels.inside.agreed import CONFINED
from tests.kernels.cells import figures, run, text
from tests.kernels.gateways import everywhere

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.alone, everywhere]

ENDLESS = "n = 0\nwhile True:\n    n += 1"


async def test_a_time_out_is_an_error_and_keeps_variables(kernel: LiveKernel) -> None:
    await run(kernel, "1")
    started = time.monotonic()
    events = await run(kernel, "kept = 'kept'\nprint('before')\n" + ENDLESS, timeout_s=0.5)
    assert time.monotonic() - started < 1.4
    assert events == [
        Output(0, "stdout", "before\n"),
        Output(0, "error", "TimeoutError: the cell was stopped after 0.5 s"),
    ]
    assert text(await run(kernel, "kept, n > 0"), "result") == "('kept', True)"


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("import time; time.sleep(60)", id="sleep"),
        pytest.param("import asyncio; await asyncio.sleep(60)", id="await"),
        pytest.param("from sympy import *\nfactorint(prime(10**5)*(10**59 + 213)*(10**60 + 7))", id="sympy"),
        pytest.param("while True:\n    try:\n        1/0\n    except Exception:\n        pass", id="except"),
    ],
)
async def test_a_closed_generator_interrupts_the_cell(kernel: LiveKernel, source: str) -> None:
    await run(kernel, "kept = 'kept'")
    async with aclosing(kernel.run(0, "print('on', flush=True)\n" + source, timeout_s=60)) as events:
        await anext(events)
        await asyncio.sleep(0.1)
        started = time.monotonic()
    assert time.monotonic() - started < 0.9
    assert text(await run(kernel, "kept"), "result") == "'kept'"


async def test_a_cell_closed_before_its_first_event_is_interrupted(kernel: LiveKernel) -> None:
    events = kernel.run(0, "started = True\n" + ENDLESS, timeout_s=60)
    first = asyncio.ensure_future(anext(events))
    await asyncio.sleep(0.02)  # the kernel may not have begun: a lone SIGINT would be lost
    first.cancel()
    await asyncio.gather(first, return_exceptions=True)
    await events.aclose()
    assert text(await run(kernel, "1 + 1"), "result") == "2"


async def test_an_interrupt_just_as_the_cell_ends_costs_nothing(kernel: LiveKernel) -> None:
    await run(kernel, "kept = 'kept'")
    started = time.monotonic()
    for _ in range(20):
        async with aclosing(kernel.run(0, "print('only', flush=True)", timeout_s=60)) as events:
            await anext(events)
    assert text(await run(kernel, "kept"), "result") == "'kept'"
    assert time.monotonic() - started < 5


async def test_a_second_cell_waits_for_the_first(kernel: LiveKernel) -> None:
    one = asyncio.create_task(run(kernel, "import time; time.sleep(0.3); order = ['one']"))
    await asyncio.sleep(0.05)
    two = asyncio.create_task(run(kernel, "order.append('two'); order"))
    assert text((await asyncio.gather(one, two))[1], "result") == "['one', 'two']"


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        pytest.param("import os; os._exit(3)", "exit code 3", id="exit"),
        pytest.param("import os, signal; os.kill(os.getpid(), signal.SIGSEGV)", "SIGSEGV", id="segfault"),
    ],
)
async def test_a_death_is_told_at_once_and_the_next_cell_works(
    victim: LiveKernel, source: str, reason: str, place: str
) -> None:
    await run(victim, "gone = 1")
    started = time.monotonic()
    with pytest.raises(
        KernelDied, match=reason if place == "here" else "by itself"
    ):  # a gateway says no more
        await run(victim, source)
    assert time.monotonic() - started < 0.5
    assert "NameError" in text(await run(victim, "gone"), "error")


async def test_a_death_between_two_cells_is_told(victim: LiveKernel) -> None:
    await run(victim, "import os, threading; threading.Timer(0.1, os._exit, [0]).start()")
    await asyncio.sleep(0.5)
    with pytest.raises(KernelDied):
        await run(victim, "1")
    assert text(await run(victim, "1"), "result") == "1"


async def test_what_cannot_be_interrupted_is_killed(victim: LiveKernel) -> None:
    await run(victim, "1")
    seen: list[Output | Figure] = []

    async def collect() -> None:
        async for event in victim.run(0, "sum(range(10**12))", timeout_s=0.3):
            seen.append(event)

    started = time.monotonic()
    with pytest.raises(KernelDied):
        await collect()
    assert 1 < time.monotonic() - started < 2.5
    assert text(seen, "error") == "TimeoutError: the cell was stopped after 0.3 s"
    assert text(await run(victim, "1 + 1"), "result") == "2"


async def test_a_flood_is_cut_and_stopped(kernel: LiveKernel) -> None:
    await run(kernel, "kept = 'kept'")
    events = await run(kernel, "while True:\n    print('x' * 100)", timeout_s=20)
    assert len(text(events, "stdout")) < 210_000
    assert "… (output cut)" in text(events, "stdout")
    assert text(events, "error").endswith("it wrote more than 2,000,000 characters")
    assert text(await run(kernel, "kept"), "result") == "'kept'"


async def test_a_flood_past_the_kernels_own_cap_is_cut_here(kernel: LiveKernel) -> None:
    source = """
import sys, time
while True:
    time.sleep(0.001)
    type(sys.stdout).write(sys.stdout, "x" * 10_000)"""
    events = await run(kernel, source, timeout_s=20)
    assert len(text(events, "stdout")) < 210_000
    assert "OutputLimit" in text(events, "error")
    assert text(await run(kernel, "1 + 1"), "result") == "2"


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("import subprocess\nsubprocess.run(['ls'])", id="subprocess"),
        pytest.param("%%bash\nls", id="shell"),
        pytest.param("import urllib.request\nurllib.request.urlopen('http://127.0.0.1')", id="network"),
        pytest.param("open('/etc/passwd-', 'w')", id="file"),
    ],
)
async def test_a_refusal_says_what_cells_may_not(kernel: LiveKernel, source: str) -> None:
    events = await run(kernel, source)
    assert text(events, "error").endswith(CONFINED)


async def test_a_huge_value_is_cut(kernel: LiveKernel) -> None:
    assert len(text(await run(kernel, "'x' * 10**7"), "result")) < 210_000
    assert len(text(await run(kernel, "raise ValueError('x' * 10**7)"), "error")) < 20_000
    assert "MemoryError" in text(await run(kernel, "'x' * 10**11"), "error")


async def test_too_many_figures_are_cut(kernel: LiveKernel) -> None:
    source = (
        "import matplotlib.pyplot as plt\nfor i in range(25):\n    plt.figure(figsize=(1, 1)); plt.plot([i])"
    )
    events = await run(kernel, source, timeout_s=60)
    assert len(figures(events)) == 20
    assert text(events, "stderr").count("output cut") == 1


async def test_closing_the_kernel_ends_a_running_cell(fresh: LiveKernel) -> None:
    await run(fresh, "import time")
    running = asyncio.create_task(run(fresh, "time.sleep(60)"))
    await asyncio.sleep(0.1)
    await fresh.close()
    with pytest.raises(KernelDied):
        await asyncio.wait_for(running, 1)
    with pytest.raises(KernelUnavailable):
        await run(fresh, "1")
