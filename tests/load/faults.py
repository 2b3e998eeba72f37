"""What goes wrong on purpose while others study: one task a kind. Each says on which seconds it lay."""

from __future__ import annotations

import asyncio
import os
import random
import signal
from collections.abc import Awaitable, Callable
from contextlib import aclosing, suppress
from dataclasses import dataclass, field
from typing import Final

from solver.ports import Problem
from tests.load.pages import Lost, Page
from tests.load.problems import drawn
from tests.load.rows import Row
from tests.load.running import Run
from tests.load.stack import App, ModelServer, Postgres

AWAY_S: Final = 10.0
HOSTILE_CELLS: Final = (
    "while True: pass",
    "hoard = []\nwhile True: hoard.append(bytearray(10**7))",
    "import os\nwhile True: os.fork()",
    "while True: print('x' * 1000)",
    "import threading, time\nfor _ in range(1000): threading.Thread(target=time.sleep, args=(60,), daemon=True).start()",
    "x = 10**10**8",
    "import os, signal\nos.kill(os.getpid(), signal.SIGSEGV)",
)
"""What a student runs in place of a cell of the tutor's: loops, memory, processes, output, threads, C code, a crash."""


@dataclass
class Faults:
    """What goes wrong in one run."""

    app: App
    database: Postgres
    model: ModelServer
    chance: random.Random = field(default_factory=lambda: random.Random(0))
    killed: int = 0
    closed: int = 0
    hostile: int = 0
    said: list[str] = field(default_factory=list)
    shadows: list[tuple[str, float, float]] = field(default_factory=list)
    """What lay on which seconds of the run: the model's server or the database were away."""

    def begin(self, run: Run) -> asyncio.Task[None]:
        """All of them, until the task is cancelled; whatever was stopped is going again when it ends."""
        return asyncio.create_task(self._all(run))

    async def _all(self, run: Run) -> None:
        try:
            async with asyncio.TaskGroup() as group:
                for one in (self._kernels, self._model, self._database, self._closed_browsers, self._hostile_student):  # fmt: skip
                    group.create_task(self._guarded(one, run))
        finally:
            self.database.signal(signal.SIGCONT)
            self.model.stop()

    async def _guarded(self, what: Callable[[Run], Awaitable[None]], run: Run) -> None:
        try:
            await what(run)
        except Exception as error:  # noqa: BLE001  the others go on; the report says so
            self.said.append(
                f"the fault {what.__name__} ended early: {type(error).__name__}: {error}"[:300]  # type: ignore[attr-defined]
            )

    async def _kernels(self, run: Run) -> None:
        """One that is there, at random, a dozen a minute."""
        while True:
            await asyncio.sleep(self.chance.uniform(2, 8))
            if kernels := self.app.kernels():
                with suppress(ProcessLookupError):
                    os.kill(self.chance.choice(kernels), signal.SIGKILL)
                    self.killed += 1

    async def _model(self, run: Run) -> None:
        """The language model's server is gone twice."""
        for share in (0.15, 0.65):
            await asyncio.sleep(max(0.0, share * run.plan.seconds - run.now_s))
            began_s = run.now_s
            self.model.stop()
            await asyncio.sleep(AWAY_S)
            self.model.start()
            self.shadows.append(("model", began_s, run.now_s))

    async def _database(self, run: Run) -> None:
        """The database says nothing for a while, and later is started anew."""
        await asyncio.sleep(max(0.0, 0.3 * run.plan.seconds - run.now_s))
        began_s = run.now_s
        self.database.signal(signal.SIGSTOP)
        try:
            await asyncio.sleep(AWAY_S)
        finally:
            self.database.signal(signal.SIGCONT)
        self.shadows.append(("database", began_s, run.now_s))
        await asyncio.sleep(max(0.0, 0.8 * run.plan.seconds - run.now_s))
        began_s = run.now_s
        await asyncio.to_thread(self.database.restart)
        self.shadows.append(("database", began_s, run.now_s))

    async def _closed_browsers(self, run: Run) -> None:
        """Every two seconds somebody begins a problem and closes the window in the middle of it."""
        problems = drawn("closed")
        while True:
            await asyncio.sleep(2)
            page, problem = Page(run.url), next(problems)
            try:
                await page.open()
                with suppress(TimeoutError):
                    async with asyncio.timeout(self.chance.uniform(0.05, 0.6)), aclosing(page.do("solve", text=problem.text, turn="t", language=problem.language)) as values:  # fmt: skip
                        async for _ in values:
                            pass
                self.closed += 1
            except Lost as lost:
                self.said.append(f"a browser that is closed in the middle: {lost}")
            finally:
                await page.close()

    async def _hostile_student(self, run: Run) -> None:
        """One who runs cells of their own; what comes of those is nobody's measure."""
        page = Page(run.url)
        try:
            await page.open()
            while True:
                for cell in HOSTILE_CELLS:
                    with suppress(Lost, TimeoutError):
                        async with asyncio.timeout(60):
                            await self._hurt(page, cell)
                    self.hostile += 1
                    await asyncio.sleep(1)
        finally:
            await page.close()

    @staticmethod
    async def _hurt(page: Page, cell: str) -> None:
        """A problem, and that in place of its first cell."""
        turn = f"h{len(page.shown)}"
        data = {"text": Problem(r"Solve \(2x^2 - 7x + 3 = 0\).", "en").text, "turn": turn, "language": "en"}
        async with aclosing(page.do("solve", **data)) as values:
            async for _ in values:
                pass
        part = next((b["part"] for b in page.shown[turn]["blocks"] if b["id"].startswith("c")), 1)
        async with aclosing(page.do("run", turn=turn, part=part, source=cell)) as values:
            async for _ in values:
                pass

    def is_shadowed(self, row: Row) -> bool:
        """Whether a problem met a server that was away, which its student had asked for; the database is everybody's."""
        end_s = row.at_s + (row.solved_s or 0.0)
        return any(
            row.at_s <= until_s and end_s >= began_s and (what == "database" or row.model != "builtin")
            for what, began_s, until_s in self.shadows
        )
