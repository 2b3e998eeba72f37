"""One run: students who send problems, pages that are only open, samples of what the program uses, and what is left when all have gone."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import AsyncExitStack, aclosing, suppress
from dataclasses import dataclass, field
from typing import Final

import httpx

from tests.load import machine
from tests.load.kept import Shown
from tests.load.pages import Lost, Page
from tests.load.problems import Problem, drawn
from tests.load.rows import Row, row_of
from tests.load.stack import MODEL

SAMPLE_S: Final = 5.0
LOOKING: Final = 0.03  # of a core, at most, for looking at memory: with many processes one looks less often
OPENING: Final = 16  # pages that are opened at once
LIMIT_S: Final = 90.0  # for one problem: then it is given up
GRACE_S: Final = 120.0  # for which the program keeps a page's kernel after it was closed (`ui.students`)


@dataclass(frozen=True, slots=True)
class Plan:
    """Who takes part. `clients` and `browsers` are some of the `students`, the others are pages without a browser."""

    students: int
    every_s: float
    minutes: float
    idle: int = 0
    clients: int = 0
    browsers: int = 0
    share_of_models: float = 0.0
    """Of the pages: so many choose the stand-in of a language model instead of the built-in tutor."""
    seed: str = "0"

    @property
    def seconds(self) -> float:
        """For how long problems are sent."""
        return self.minutes * 60

    @property
    def pages(self) -> int:
        """Students that are pages without a browser."""
        return max(0, self.students - self.clients - self.browsers)


@dataclass
class Result:
    """What came of a run."""

    plan: Plan
    rows: list[Row] = field(default_factory=list)
    uses: list[machine.Use] = field(default_factory=list)
    generator_cpu_s: float = 0.0
    took_s: float = 0.0
    shown: list[Shown] = field(default_factory=list)
    unopened: int = 0
    left: list[str] = field(default_factory=list)
    """What was left behind, in words; empty where nothing is."""
    notes: list[str] = field(default_factory=list)
    base: machine.Use | None = None
    after: machine.Use | None = None


class Run:
    """A run against one address. `roots` are the first processes of the program, none where it is elsewhere."""

    def __init__(
        self, url: str, plan: Plan, roots: Sequence[int] = (), *, say: Callable[[str], None] = print
    ) -> None:
        self.url, self.plan, self.roots, self._say = url, plan, list(roots), say
        self.result = Result(plan)
        self.began_s = time.monotonic()
        self._others: list[asyncio.subprocess.Process] = []

    @property
    def now_s(self) -> float:
        """Seconds since the first problem was due."""
        return time.monotonic() - self.began_s

    async def go(self, *, meanwhile: Callable[[Run], asyncio.Task[None]] | None = None) -> Result:
        """Open all pages, let the students work, close all. `meanwhile` begins what goes wrong; it is cancelled at the end."""
        pages, idle = await self._open(self.plan.pages), await self._open(self.plan.idle)
        if self.roots:
            self.result.base = machine.use(0.0, *self.roots)
        cpu_s, self.began_s = self._own_cpu_s(), time.monotonic()
        watch = asyncio.create_task(self._watch())
        trouble = meanwhile(self) if meanwhile is not None else None
        try:
            async with AsyncExitStack() as stack:
                for page in (*pages, *idle):
                    stack.push_async_callback(page.close)
                await self._study(pages)
                self.result.took_s = self.now_s
                self.result.generator_cpu_s = self._own_cpu_s() - cpu_s
        finally:
            for task in filter(None, (watch, trouble)):
                task.cancel()
                with suppress(asyncio.CancelledError):
                    await task
            await self._end_others()
        self.result.shown = [Shown(p.owner, p.conversation, p.shown) for p in pages if p.conversation]
        self.result.rows.sort(key=lambda row: row.at_s)
        return self.result

    async def solve(
        self, page: Page, name: str, problem: Problem, *, model: str = "builtin", **more: str
    ) -> Row:
        """Send a problem from a page, and wait for its end; what came of it."""
        sent_s, first_s, error, turn = time.monotonic(), None, "", more.pop("turn", f"t{len(page.shown)}x{int(self.now_s * 1000)}")  # fmt: skip
        try:
            async with asyncio.timeout(LIMIT_S), aclosing(page.do("solve", text=problem.text, turn=turn, language=problem.language, model=model, **more)) as values:  # fmt: skip
                async for value in values:
                    if first_s is None and any(
                        t["id"] == turn and any(b["zone"] != "end" for b in t["blocks"])
                        for t in value["turns"]
                    ):
                        first_s = time.monotonic() - sent_s
        except Lost as lost:
            error = str(lost)
        except TimeoutError:
            error = f"no end within {LIMIT_S:g} s"
        view = page.shown.get(turn, {"state": "lost", "blocks": []})
        state = "lost" if error and view["state"] == "running" else view["state"]
        unkept = any(block["id"] == "unkept" for block in view["blocks"])
        solved_s = None if state in ("lost", "running") else time.monotonic() - sent_s
        row = Row(sent_s - self.began_s, name, "page", model, problem.language, problem.text, first_s, solved_s, state, error, unkept)  # fmt: skip
        self.result.rows.append(row)
        return row

    async def _open(self, number: int) -> list[Page]:
        """So many pages, a few at a time."""
        places, pages = asyncio.Semaphore(OPENING), [Page(self.url) for _ in range(number)]
        opened: list[Page] = []

        async def one(page: Page) -> None:
            async with places:
                try:
                    await page.open()
                    opened.append(page)
                except Lost as lost:
                    self.result.unopened += 1
                    self._say(f"a page could not be opened: {lost}")
                    await page.close()

        await asyncio.gather(*map(one, pages))
        return opened

    async def _study(self, pages: list[Page]) -> None:
        await asyncio.gather(
            *(self._student(number, page) for number, page in enumerate(pages)),
            *(
                self._with(kind, number)
                for kind, number in (
                    ("gradio_client", self.plan.clients),
                    ("browser", self.plan.browsers),
                )
                if number
            ),
        )

    async def _student(self, number: int, page: Page) -> None:
        """A problem every `every_s`; who is still at one then goes on with the next at its end."""
        problems = drawn(f"{self.plan.seed} page {number}")
        model = "builtin"
        if number < round(self.plan.share_of_models * self.plan.pages):
            model = MODEL
        at_s = self.plan.every_s * number / max(self.plan.pages, 1)
        while at_s < self.plan.seconds:
            await asyncio.sleep(max(0.0, at_s - self.now_s))
            await self.solve(page, f"s{number}", next(problems), model=model)
            at_s = max(at_s + self.plan.every_s, self.now_s)

    async def _with(self, kind: str, number: int) -> None:
        """Students with real clients, in another process that tells a row a line."""
        plan = self.plan
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "tests.load.others", kind, self.url, "--number", str(number), "--every-s", str(plan.every_s),
            "--seconds", str(plan.seconds), "--seed", plan.seed, stdout=asyncio.subprocess.PIPE,
        )  # fmt: skip
        self._others.append(process)
        assert process.stdout is not None
        with suppress(TimeoutError):
            async with asyncio.timeout(plan.seconds + 2 * LIMIT_S):
                async for line in process.stdout:
                    self.result.rows.append(row_of(line.decode()))
                await process.wait()

    def _own_cpu_s(self) -> float:
        """Processor time of this process and of the real clients, browsers and all, those that have ended included."""
        times = os.times()
        ended_s = times.children_user + times.children_system
        alive = machine.tree(*(p.pid for p in self._others if p.returncode is None))
        return time.process_time() + ended_s + machine.cpu_s(alive)

    async def _end_others(self) -> None:
        for process in self._others:
            if process.returncode is None:
                for pid in machine.tree(process.pid)[1:]:
                    with suppress(ProcessLookupError):
                        os.kill(pid, signal.SIGKILL)
                process.kill()
                await process.wait()

    async def _watch(self) -> None:
        """Sample what the program uses."""
        while True:
            looked_s = time.process_time()
            if self.roots:
                self.result.uses.append(machine.use(self.now_s, *self.roots))
            looked_s = time.process_time() - looked_s
            await asyncio.sleep(max(SAMPLE_S, looked_s / LOOKING))


async def left_behind(url: str, root: int, base: machine.Use, *, patience_s: float) -> tuple[list[str], machine.Use]:  # fmt: skip
    """What is still in use after all pages were closed, in words, and what the program uses then; waits for it for so long."""
    end_s = time.monotonic() + patience_s
    async with httpx.AsyncClient(timeout=10, verify=False) as client:
        while True:
            found = _gauges((await client.get(f"{url}/metrics")).text)
            held = [f"{name} {value:g}" for name, value in found.items() if value > 0]
            if not held or time.monotonic() > end_s:
                break
            await asyncio.sleep(2)
    await asyncio.sleep(2)
    after = machine.use(0.0, root)
    if after.processes > base.processes:
        held.append(f"{after.processes - base.processes} processes more than at the beginning")
    if after.descriptors > base.descriptors + 20:
        held.append(f"{after.descriptors - base.descriptors} descriptors more than at the beginning")
    return held, after


def _gauges(text: str) -> dict[str, float]:
    """What must be 0 when nobody is there, of the program's own metrics."""
    names = (
        "stepwise_students", 'stepwise_streams{kind="problem"}', 'stepwise_streams{kind="cell"}', 'stepwise_kernels{state="used"}',
        "stepwise_kernels_queued", "stepwise_readers_queued", 'stepwise_places{state="solving"}', 'stepwise_places{state="waiting"}',
    )  # fmt: skip
    lines = dict(line.rsplit(" ", 1) for line in text.splitlines() if line and not line.startswith("#"))
    return {name: float(lines.get(name, 0)) for name in names}
