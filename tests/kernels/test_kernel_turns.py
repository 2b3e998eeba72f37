"""Turns that need nothing but their own cells do not wait for what a kernel has lost in a rest; everything else finds all of it."""

from __future__ import annotations

import asyncio
import random

import pytest

from solver.errors import KernelDied, KernelUnavailable
from solver.events import Output
from solver.kernels import KernelPool, LiveKernel
from solver.kernels.gateway.gateway import Gateway
from tests.breadth import wide
from tests.kernels.cells import run, text
from tests.kernels.gateways import everywhere

pytestmark = [pytest.mark.asyncio(loop_scope="session"), everywhere]

SLOW = "import time; time.sleep(0.7); early = 1"


async def lacks(kernel: LiveKernel, name: str, turn: object) -> bool:
    """Whether a turn does not see it."""
    return text(await run(kernel, f"{name!r} in globals()", turn=turn), "result") == "False"


async def test_a_turn_does_not_wait_and_a_cell_of_ones_own_finds_everything(fresh: LiveKernel) -> None:
    await run(fresh, SLOW, turn="one")
    await fresh.rest()
    assert await lacks(fresh, "early", "two")
    await run(fresh, "late = 2", turn="two")
    assert text(await run(fresh, "late", turn="two"), "result") == "2", "its own cells see each other"
    assert await lacks(fresh, "early", "three")
    assert text(await run(fresh, "early, late"), "result") == "(1, 2)"
    await run(fresh, "own = 3")
    await fresh.rest()
    assert not await lacks(fresh, "own", "four"), "which may have changed what all see"


@pytest.mark.parametrize("alone", [True, False])
async def test_after_another_session_s_turns_a_turn_does_not_wait_either(
    fresh: LiveKernel, alone: bool
) -> None:
    assert fresh.recall([SLOW, "early += 1"], timeout_s=20, alone=alone)
    assert await lacks(fresh, "early", "one") is alone
    await run(fresh, "late = 3", turn="one")
    assert text(await run(fresh, "early, late"), "result") == "(2, 3)", "a cell of one's own finds everything"


async def test_a_turn_that_a_rest_has_broken_finds_its_first_cells(fresh: LiveKernel) -> None:
    await run(fresh, "early = 1", turn="one")
    await fresh.rest()
    await run(fresh, "late = 2", turn="two")
    await fresh.rest()
    assert text(await run(fresh, "late, 'early' in globals()", turn="two"), "result") == "(2, False)"
    assert text(await run(fresh, "early, late"), "result") == "(1, 2)"


async def test_what_was_lost_while_turns_did_not_wait_is_said(
    fresh: LiveKernel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("solver.kernels.live.HISTORY_CELLS", 3)
    await run(fresh, "early = 1", turn="one")
    await fresh.rest()
    for number in range(4):
        assert text(await run(fresh, f"late = {number}; late", turn=number), "error") == ""
    with pytest.raises(KernelDied, match="too many"):
        await run(fresh, "early")
    assert "NameError" in text(await run(fresh, "late"), "error")


async def test_a_death_while_turns_did_not_wait_is_said_and_all_can_be_restored(fresh: LiveKernel) -> None:
    await run(fresh, "early = 1", turn="one")
    await fresh.rest()
    await run(fresh, "late = 2", turn="two")
    with pytest.raises(KernelDied):
        await run(fresh, "import os; os._exit(1)", turn="two")
    assert "NameError" in text(await run(fresh, "early"), "error")
    assert await fresh.restore()
    assert text(await run(fresh, "early, late"), "result") == "(1, 2)"


async def test_who_is_interrupted_while_the_cells_run_again_finds_them_later(fresh: LiveKernel) -> None:
    await run(fresh, SLOW, turn="one")
    await fresh.rest()
    await run(fresh, "late = 2", turn="two")
    asking = asyncio.create_task(run(fresh, "early"))
    await asyncio.sleep(0.5)
    asking.cancel()
    await asyncio.wait({asking})
    assert text(await run(fresh, "early, late"), "result") == "(1, 2)"


async def test_closing_while_the_cells_run_again_is_a_death(fresh: LiveKernel) -> None:
    await run(fresh, SLOW, turn="one")
    await fresh.rest()
    asking = asyncio.create_task(run(fresh, "early"))
    await asyncio.sleep(0.5)
    await fresh.close()
    with pytest.raises((KernelDied, KernelUnavailable)):
        await asking


OWN = (
    "a",
    "b",
    "a = 7",
    "b = a",
    "c = [b]",
    "c.append(a); c",
    "def f():\n    return a\nf()",
    "f()",
    "1 / 0",
    "del a",
)
TUTORS = (("a = 1\na + 1", "a + 2"), ("b = 10", "b += 1", "c = b\nc"), ("f = 5\nf",))


@pytest.mark.wide
@pytest.mark.parametrize("seed", range(6 if wide() else 2))
async def test_a_session_with_rests_says_what_one_without_says(
    seed: int, pool: KernelPool, gateway: Gateway | None
) -> None:
    if gateway is not None and seed:
        pytest.skip("the rule is the same there")
    awake, resting = pool.kernel(), pool.kernel()
    chance = random.Random(seed)
    try:
        for turn in range(10):
            own = chance.random() < (0.1 if turn < 4 else 0.5)
            for source in (chance.choice(OWN),) if own else chance.choice(TUTORS):
                if chance.random() < 0.4:
                    await resting.rest()
                told = [
                    [
                        e.text
                        for e in await run(kernel, source, turn=None if own else turn)
                        if isinstance(e, Output)
                    ]
                    for kernel in (awake, resting)
                ]
                assert [words.splitlines()[-1:] for words in told[0]] == [
                    words.splitlines()[-1:] for words in told[1]
                ]
    finally:
        await awake.close()
        await resting.close()
