"""Builds the doors of the process and owns their lifetimes. The only place that chooses adapters; `Session` is one student's."""

from __future__ import annotations

import asyncio
import logging
import os
from collections.abc import Collection, Sequence
from contextlib import aclosing
from typing import TYPE_CHECKING

from solver import ocr
from solver.agent import JUDGED, STRATEGIES
from solver.errors import StoreUnavailable
from solver.kernels import KernelPool, LiveKernel
from solver.models import Backend, ModelSpec, load, spec
from solver.models.builtin import BuiltinBackend, BuiltinTutor
from solver.models.checking import WorkChecker
from solver.models.coach import Coach
from solver.models.worker import WorkerPool
from solver.ports import Checker, Ocr, Problem, Proposer, Scorer
from solver.resources import Resources
from solver.settings import Settings
from solver.tutor import worked
from solver.verify.verdicts import LineVerdict

if TYPE_CHECKING:
    from solver.models.transformers.reward import RewardModel
    from solver.session import Session
    from solver.store import Store

log = logging.getLogger("stepwise")

PRIVATELY_TIMEOUT_S = 20.0
"""For the tutor's own answer to a problem whose work is checked, kernel included."""


def store_of(settings: Settings) -> Store:
    """Where conversations are kept by these settings; nothing is opened yet."""
    from solver.store import Store, data_folder, database_url  # not for programs that keep nothing

    url = settings.database_url.get_secret_value() if settings.database_url else None
    return Store(database_url(data_folder(settings.data, os.environ), url))


class Services:
    """What all students of a process share: warm kernels, reading workers, the models, and the store where things are kept."""

    def __init__(self, settings: Settings, store: Store | None = None) -> None:
        self.settings, self.store = settings, store
        self._kernels = KernelPool(
            warm=settings.warm_kernels, limit=settings.max_kernels, rest_s=settings.kernel_rest_s,
            memory_bytes=settings.kernels_memory_mb and settings.kernels_memory_mb << 20, gateway=settings.gateway(),
        )  # fmt: skip
        self._workers = WorkerPool(settings.reading_workers, timeout_s=settings.reading_timeout_s)
        self._specs = {found.name: found for found in settings.models()}
        self._backends: dict[str, Backend] = {}
        self._scorer: RewardModel | None = None
        self._ocr = ocr.Engines(settings.ocr_options())
        self.resources = Resources(store, self._kernels, self._workers)
        self._started = False

    async def start(self) -> None:
        """Begin to warm up kernels, workers and the model that is chosen at first; returns at once. A second call does nothing."""
        if not self._started:
            self._started = True
            await self._workers.start()
            await self._kernels.start()
            await self._open_store()  # the others warm up meanwhile
            await self.backend(self.models()[0]).start()
            if self.settings.ocr_preload:
                await self._ocr.start(self.settings.ocr)

    async def close(self) -> None:
        """Give everything back: no process is left behind."""
        for backend in self._backends.values():
            await backend.close()
        if self._scorer is not None:
            self._scorer.close()
        await self._ocr.close()
        await self._kernels.close()
        await self._workers.close()
        if self.store is not None:
            await self.store.close()

    async def _open_store(self) -> None:
        """Make the store ready. Where it is away the page is served all the same, and says what is not kept."""
        if self.store is None:
            return
        try:
            await self.store.open()
        except StoreUnavailable as error:
            log.warning("conversations are not kept for now: %s", error)

    def models(self) -> tuple[str, ...]:
        """Names of the models that can be used here, the default first; the built-in tutor is always among them."""
        return tuple(self._specs)

    def strategies(self) -> tuple[str, ...]:
        """Names of the ways in which a language model can be made to solve, the default first."""
        usual = self.settings.strategy
        left = {usual, "plain"} | (set() if self.settings.reward_model else JUDGED)
        return (usual, *(name for name in STRATEGIES if name not in left))

    def backend(self, name: str) -> Backend:
        """The backend of the model of that name.

        Raises:
            LookupError: there is no such model here.
        """
        if name not in self._specs:
            offered = ", ".join(self._specs)
            found = spec(name)  # its error suggests the nearest
            raise LookupError(f"the model {found.name!r} is not offered here (offered: {offered})")
        if name not in self._backends:
            self._backends[name] = self._build(self._specs[name])
        return self._backends[name]

    def _build(self, wanted: ModelSpec) -> Backend:
        settings = self.settings
        if wanted.backend == "builtin":
            return BuiltinBackend(self._workers)
        if wanted.backend == "openai":
            key = settings.openai_api_key.get_secret_value() if settings.openai_api_key else None
            found: Backend = load("openai")(wanted.source, base_url=settings.openai_base_url, api_key=key)
        else:
            found = load("transformers")(wanted.source, adapter=settings.adapter, quantize=settings.quantize)
        return found

    def scorer(self) -> Scorer | None:
        """Who chooses among several solutions, where the settings name a reward model. It is loaded when it is first needed."""
        settings = self.settings
        if self._scorer is None and settings.reward_model:
            from solver.models.transformers.reward import RewardModel  # only where it is used

            self._scorer = RewardModel(
                settings.reward_model, quantize=settings.quantize, by=settings.reward_steps
            )
        return self._scorer

    def ocr(self, name: str | None = None) -> Ocr:
        """Who reads pictures: a row of `solver.ocr.ENGINES`, the settings' without a name. It costs nothing until its first picture.

        Raises:
            LookupError: there is no such engine.
        """
        return self._ocr.engine(name or self.settings.ocr)

    def proposer(self) -> Proposer:
        """Who makes new problems: the built-in tutor."""
        return BuiltinTutor(self._workers)

    def session(self) -> Session:
        """A new student's session; it costs nothing until its first cell runs."""
        from solver.session import Session  # which is made of these services

        return Session(self)

    def kernel(self) -> LiveKernel:
        """A kernel of one's own, started when its first cell runs."""
        return self._kernels.kernel()

    async def methods(self, problem: Problem) -> tuple[tuple[str, ...], str | None]:
        """The methods that the built-in tutor has for a problem (empty: one way only), and the one that it would take."""
        return await BuiltinTutor(self._workers).methods(problem)

    async def check_work(
        self,
        problem: Problem,
        lines: Sequence[str],
        *,
        shown: Collection[str] = (),
        solved: str | None = None,
    ) -> tuple[LineVerdict, ...]:
        """A verdict on each line of a student's work (see `WorkChecker.check`)."""
        checker = WorkChecker(self._workers, solve=self.proved_answer)
        return await checker.check(problem, lines, shown=shown, solved=solved)

    async def proved_answer(self, problem: Problem) -> str | None:
        """The built-in tutor's own answer (LaTeX), found privately in a kernel; None where it has none in time or its check proved none."""
        session = self.session()
        try:
            async with asyncio.timeout(PRIVATELY_TIMEOUT_S), aclosing(session.solve(problem)) as events:
                found = worked([event async for event in events])
        except TimeoutError:
            return None
        finally:
            await session.close()
        return found.answer if found is not None and found.verdict == "proved" else None

    async def judge_answer(self, problem: Problem, answer: str, *, solved: str | None = None) -> LineVerdict:
        """A verdict on a student's answer; `solved` is the tutor's answer (LaTeX) where it has been found."""
        return await WorkChecker(self._workers).judge_answer(problem, answer, solved=solved)

    def coach(self) -> Coach:
        """Who makes ladders of hints and says how hard problems are."""
        return Coach(self._workers)

    def checker(self) -> Checker:
        """Who checks answers: the built-in tutor, whatever model found them."""
        return BuiltinTutor(self._workers)
