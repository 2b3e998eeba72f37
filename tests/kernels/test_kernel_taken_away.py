"""A process that the machine ends, short of memory say, has rested: what it knew comes back, and nobody is told who need not be."""

from __future__ import annotations

import asyncio
import os
import signal

import pytest

from solver.errors import KernelDied
from solver.kernels import LiveKernel
from tests.kernels.cells import run, text

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def take_away(kernel: LiveKernel) -> None:
    """As the system does it."""
    assert kernel.pid
    os.kill(kernel.pid, signal.SIGKILL)
    await asyncio.sleep(0.1)


async def test_between_two_cells_nobody_is_told(fresh: LiveKernel) -> None:
    await run(fresh, "a = 1")
    await take_away(fresh)
    assert text(await run(fresh, "a + 1"), "result") == "2"


async def test_a_turn_does_not_wait_for_the_cells_of_others_and_finds_its_own(fresh: LiveKernel) -> None:
    await run(fresh, "early = 1", turn="one")
    await take_away(fresh)
    assert text(await run(fresh, "'early' in globals()", turn="two"), "result") == "False"
    await run(fresh, "late = 2", turn="two")
    await take_away(fresh)
    assert text(await run(fresh, "late, 'early' in globals()", turn="two"), "result") == "(2, False)"
    await take_away(fresh)
    assert text(await run(fresh, "early, late"), "result") == "(1, 2)"


async def test_a_cell_of_a_turn_begins_once_more(fresh: LiveKernel) -> None:
    await run(fresh, "early = 1", turn="one")
    running = asyncio.create_task(run(fresh, "import time; time.sleep(0.6); early + 1", turn="one"))
    await asyncio.sleep(0.3)
    await take_away(fresh)
    assert text(await running, "result") == "2"


@pytest.mark.parametrize(
    ("source", "turn"),
    [
        pytest.param("import time; time.sleep(9)", None, id="it may do more than compute"),
        pytest.param("import time; print('seen', flush=True); time.sleep(9)", "one", id="it has said something"),
        pytest.param("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", "one", id="it is lost again"),
    ],
)  # fmt: skip
async def test_else_a_cell_ends_with_it_and_the_next_one_finds_what_there_was(
    fresh: LiveKernel, source: str, turn: object
) -> None:
    await run(fresh, "early = 1", turn="one")
    running = asyncio.create_task(run(fresh, source, turn=turn))
    if "sleep" in source:
        await asyncio.sleep(0.3)
        await take_away(fresh)
    with pytest.raises(KernelDied) as died:
        await running
    assert died.value.cause == "lost"
    assert text(await run(fresh, "early"), "result") == "1"
