"""A PostgreSQL server that says nothing: nobody waits for it again and again, and what was shown meanwhile is kept when it is back."""

from __future__ import annotations

import asyncio
import signal
import time
from contextlib import suppress
from pathlib import Path

import psutil
import pytest

from solver.errors import StoreUnavailable
from solver.events import Done
from solver.store import Store
from tests.browser.scripted import ScriptedServices
from tests.store.conftest import create_database
from tests.store.server import start as start_server
from tests.store.server import stop as stop_server
from tests.store.tab import ME, Tab
from tests.store.test_page import looks
from ui.handlers import Handlers


def frozen(folder: Path, number: int) -> None:
    """Send a signal to all processes of a PostgreSQL server: it is there and says nothing."""
    first = psutil.Process(int((folder / "data" / "postmaster.pid").read_text().split()[0]))
    for process in (first, *first.children()):
        with suppress(psutil.NoSuchProcess):
            process.send_signal(number)


async def test_nobody_waits_for_a_server_that_says_nothing(socket: Path) -> None:
    """One student learns it, the others know; what was shown meanwhile is kept when it is back, in its order."""
    store = Store(await asyncio.to_thread(create_database, socket))
    handlers = Handlers(services := ScriptedServices(pause_s=0.0))
    await services.start()
    services.store = store  # type: ignore[assignment]
    tab, other = Tab(handlers, "a"), Tab(handlers, "b")
    shown = await tab.do("solve", text="vertex", turn="t1", language="en")
    frozen(socket, signal.SIGSTOP)
    try:
        waited_s = []
        for name in ("t2", "t3"):
            start = time.perf_counter()
            value = await tab.do("solve", text="vertex", turn=name, language="en")
            waited_s.append(time.perf_counter() - start)
            assert "failure.store-unavailable" in "".join(looks(value["turns"][-1])[1])
        start = time.perf_counter()
        await other.do("solve", text="vertex", turn="o1", language="en")
        waited_s.append(time.perf_counter() - start)
        assert max(waited_s[1:]) < 2, waited_s  # it was 5 s for each question to the database
    finally:
        frozen(socket, signal.SIGCONT)
    async with asyncio.timeout(20):
        while store.held:  # noqa: ASYNC110
            await asyncio.sleep(0.05)
    found = await store.conversation(ME, shown["conversation"])
    assert [turn.name for turn in found.turns] == ["t1", "t2", "t3"]
    assert all(turn.events[-1] == Done("answered") for turn in found.turns)
    assert len(await store.conversations(ME)) == 2
    value = await tab.do("solve", text="vertex", turn="t4", language="en")
    html = "".join("".join(looks(turn)[1]) for turn in value["turns"])
    assert {turn["id"] for turn in value["turns"]} >= {"t2", "t3"} and "unkept" not in html
    await handlers.close()
    await store.close()


async def test_one_that_was_started_anew_is_there_at_once(socket: Path) -> None:
    """Its old connections are dead: none is handed out."""
    store = Store(await asyncio.to_thread(create_database, socket))
    await asyncio.gather(*(store.conversations(ME) for _ in range(5)))
    await asyncio.to_thread(stop_server, socket)
    with pytest.raises(StoreUnavailable):
        await store.conversations(ME)
    await asyncio.to_thread(start_server, socket)
    async with asyncio.timeout(10):
        await store.database.reach.back()
    assert await asyncio.gather(*(store.conversations(ME) for _ in range(5))) == [[]] * 5
    await store.close()
