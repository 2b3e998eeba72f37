"""Variables come back: a session's cells can be run again after a death, and are after a rest."""

from __future__ import annotations

import asyncio
from contextlib import suppress

import pytest

from solver.errors import KernelDied
from solver.kernels import KernelPool, LiveKernel
from solver.kernels.gateway.gateway import Gateway
from tests.kernels.cells import run, text
from tests.kernels.gateways import everywhere

pytestmark = [pytest.mark.asyncio(loop_scope="session"), everywhere]

DEADLY = "import os; os._exit(1)"


async def test_cells_are_run_again_after_a_death(fresh: LiveKernel) -> None:
    assert not fresh.can_restore
    await run(fresh, "a = 1")
    await run(fresh, "1 / 0")
    await run(fresh, "a += 1; b = [a]; print('seen once')")
    with pytest.raises(KernelDied):
        await run(fresh, DEADLY)
    assert "NameError" in text(await run(fresh, "b"), "error")
    assert fresh.can_restore
    assert await fresh.restore()
    assert text(await run(fresh, "a, b"), "result") == "(2, [2])"


async def test_a_cell_that_was_stopped_is_left_out(fresh: LiveKernel) -> None:
    await run(fresh, "a = 1")
    await run(fresh, "a = 2\nwhile True: pass", timeout_s=0.3)
    assert await fresh.restore()
    assert text(await run(fresh, "a"), "result") == "1"


async def test_a_history_that_does_not_end_again_is_given_up(fresh: LiveKernel) -> None:
    await run(fresh, "import os, sys\nif os.path.exists('flag'): os._exit(1)\nopen('flag', 'w').close()")
    assert await fresh.restore()  # a folder of its own: the flag is gone
    fresh.recall(["while True: pass"], timeout_s=0.3)
    assert not await fresh.restore()
    assert text(await run(fresh, "1 + 1"), "result") == "2"


async def test_too_long_a_history_cannot_be_restored(fresh: LiveKernel) -> None:
    await run(fresh, "a = 1")
    await run(fresh, "b = 2  #" + "x" * 1_000_000)
    assert not fresh.can_restore and not await fresh.restore()


async def test_variables_that_a_rest_has_lost_are_said_to_be_lost(
    fresh: LiveKernel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("solver.kernels.live.HISTORY_CELLS", 2)
    for cell in ("a = 1", "b = 2", "c = 3"):
        await run(fresh, cell)
    assert text(await run(fresh, "a + b + c"), "result") == "6"
    await fresh.rest()
    with pytest.raises(KernelDied, match="rested"):
        await run(fresh, "d = 4")
    await run(fresh, "d = 5")
    await fresh.rest()
    assert text(await run(fresh, "d"), "result") == "5", "what came since is whole"
    assert "NameError" in text(await run(fresh, "a"), "error")


async def test_another_session_goes_on_with_the_cells_of_one_that_is_gone(fresh: LiveKernel) -> None:
    assert fresh.recall(["a = 40", "1 / 0", "a += 1"], timeout_s=20)
    assert fresh.pid is None, "nothing runs for a reader who only looks"
    assert text(await run(fresh, "a + 1"), "result") == "42"
    assert fresh.can_restore


async def test_too_many_cells_are_not_recalled_in_part(fresh: LiveKernel) -> None:
    assert not fresh.recall(["a = 1"] * 300, timeout_s=20)
    assert "NameError" in text(await run(fresh, "a"), "error")


async def test_cells_of_another_kernel_run_here_before_the_next_one(fresh: LiveKernel) -> None:
    await run(fresh, "a = 1")
    fresh.catch_up(["b = a + 1", "1 / 0", "b += 40"], timeout_s=20)
    assert text(await run(fresh, "b"), "result") == "42"
    assert await fresh.restore() and text(await run(fresh, "b"), "result") == "42"
    fresh.catch_up(["while True: pass"], timeout_s=0.5)
    with pytest.raises(KernelDied):
        await run(fresh, "b")
    assert await fresh.restore() and text(await run(fresh, "b"), "result") == "42"


async def test_a_kernel_rests_while_it_is_not_used_and_comes_back_with_its_variables(
    gateway: Gateway | None,
) -> None:
    pool = KernelPool(warm=0, rest_s=0.5, gateway=gateway)
    kernel = pool.kernel()
    await run(kernel, "a = 41")
    first = kernel.pid
    await asyncio.sleep(1.5)
    assert kernel.pid is None
    assert text(await run(kernel, "a + 1"), "result") == "42"
    assert kernel.pid is not None and (kernel.pid != first or gateway is not None)
    await pool.close()


async def test_who_waits_gets_the_place_of_who_is_idle(gateway: Gateway | None) -> None:
    pool = KernelPool(warm=0, limit=1, yield_s=0.5, gateway=gateway)
    one, two = pool.kernel(), pool.kernel()
    await run(one, "name = 'one'")
    assert text(await asyncio.wait_for(run(two, "'two'"), 10), "result") == "'two'"
    assert one.pid is None
    assert text(await asyncio.wait_for(run(one, "name"), 10), "result") == "'one'"
    await pool.close()


async def test_a_running_cell_does_not_rest(gateway: Gateway | None) -> None:
    pool = KernelPool(warm=0, rest_s=0.3, gateway=gateway)
    kernel = pool.kernel()
    assert text(await run(kernel, "import time; time.sleep(1.5); 'done'"), "result") == "'done'"
    with suppress(KernelDied):
        await kernel.close()
    await pool.close()
