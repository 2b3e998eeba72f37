"""What everything above relies on, of whichever `Kernel` it is given."""

from __future__ import annotations

from contextlib import aclosing

import pytest

from solver.events import Output
from solver.kernels import KernelPool, LiveKernel
from solver.ports import Kernel
from tests.kernels.cells import run, text
from tests.kernels.echo import EchoKernel
from tests.kernels.gateways import anywhere

pytestmark = [pytest.mark.asyncio(loop_scope="session"), anywhere]


@pytest.fixture(params=["echo", "live"])
def any_kernel(request: pytest.FixtureRequest, kernel: LiveKernel) -> Kernel:
    return EchoKernel() if request.param == "echo" else kernel


async def test_events_carry_the_part_of_their_cell(any_kernel: Kernel) -> None:
    async with aclosing(any_kernel.run(7, "print('seven')", timeout_s=30)) as events:
        parts = [event.part async for event in events]
    assert parts and set(parts) == {7}


async def test_an_exception_is_one_output_and_not_raised(any_kernel: Kernel) -> None:
    events = await run(any_kernel, "raise ValueError('no')")
    assert [type(e) for e in events if isinstance(e, Output) and e.stream == "error"] == [Output]
    assert "ValueError" in text(events, "error")


async def test_a_closed_generator_leaves_the_kernel_usable(any_kernel: Kernel) -> None:
    async with aclosing(any_kernel.run(0, "print('first', flush=True)", timeout_s=30)) as events:
        assert isinstance(await anext(events), Output)
    assert "second" in text(await run(any_kernel, "print('second')"), "stdout")


async def test_close_may_be_called_again(pool: KernelPool) -> None:
    for kernel in (EchoKernel(), pool.kernel()):
        await kernel.close()
        await kernel.close()
