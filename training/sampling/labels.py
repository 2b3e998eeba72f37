"""The stage `label`: a model's own solutions of problems, right and wrong ones, for reward models to learn from.

Every solution comes of the agent in real kernels and is graded as in `evaluation`. A step is as good as what can become of it
(Math-Shepherd, Wang et al. 2023): the model goes on from its end several times, and the step's label is the share of right answers. A
solution that begins with the same steps is one of these ways on, so only what is lacking is drawn anew. Steps are labelled of problems
that were solved rightly and wrongly: the others do not tell steps apart.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import AsyncGenerator, Collection, Sequence
from contextlib import aclosing
from dataclasses import replace
from pathlib import Path
from typing import Final, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, field_validator

from evaluation.grading import Judge
from evaluation.rows import BadData, Record
from evaluation.solving import MODEL_LIMIT_S, Solved, Way, solve
from evaluation.verdicts import UNDECIDED
from solver import Services, load_settings
from solver.agent import Agent, Limits
from solver.events import Done, Event, Failure
from solver.models import Backend, ModelSpec, load, spec
from solver.ports import Problem
from solver.transcript import Cell, Prose, fold, output_text, steps
from training.batches import read
from training.examples import Example
from training.folder import Dropped, Outcome
from training.inputs import Away, at_once
from training.sampling.begun import Begun
from training.sampling.students import kept_events

__all__ = ["Config", "inputs", "outcomes"]

Key: TypeAlias = tuple[str, ...]
"""The first steps of a solution as texts: what two solutions have in common."""
FURTHER: Final = 100_000
"""Ways on have seeds behind those of the solutions."""


class Config(BaseModel):
    """Who solves which problems, and how often."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    of: list[Path] = Field(min_length=1, description="stages' folders, or files of examples, with references")
    model: str = Field(
        description="openai:NAME, or the name or folder of a local model: whose solutions are to be judged"
    )
    samples: int = Field(8, ge=1, description="solutions a problem")
    ways_on: int = Field(
        4,
        ge=0,
        description="from the end of each step, the solutions that begin with it among them; 0: steps are not labelled",
    )
    temperature: float = Field(0.8, gt=0)
    seed: int = 0
    count: int | None = Field(None, ge=1, description="of the problems: the first so many")
    limit_s: float = Field(MODEL_LIMIT_S, gt=0, description="for one solution")
    jobs: int = Field(
        8, ge=1, exclude=True, description="solutions at a time; a local model writes as many at once"
    )

    @field_validator("model")
    @classmethod
    def _drawing(cls, value: str) -> str:
        try:
            if spec(value).backend == "builtin":
                raise ValueError("the built-in tutor draws nothing: give a language model")
        except LookupError as error:
            raise ValueError(str(error)) from error
        return value


def inputs(config: Config) -> list[Path]:
    """What is read: the problems."""
    return config.of


async def outcomes(config: Config, done: Collection[str]) -> AsyncGenerator[Outcome]:
    """The solutions of each problem that is not done, with their labels.

    Raises:
        BadData: the problems cannot be read or have no references, or the model is away.
    """
    problems = [one for n, one in enumerate(read(config.of)) if config.count is None or n < config.count]
    if without := [one.id for one in problems if not (one.reference or one.answer)]:
        raise BadData(f"{without[0]} has no reference: nobody can say whether a solution is right")
    if len({one.id for one in problems}) < len(problems):
        raise BadData("two problems have one id; the stage `clean` tells them apart")
    more = {"model": config.model, "reading_workers": 1, "warm_kernels": config.jobs}
    services = _AtOnce(load_settings().model_copy(update=more))
    judge, places = Judge(), asyncio.Semaphore(config.jobs)

    async def label(problem: Example) -> Outcome:
        return await Labeller(services, judge, places, config).labelled(problem)

    try:  # kernels and the model start when they are wanted; nobody reads problems here
        left = [one for one in problems if one.id not in done]
        async with aclosing(at_once(left, label, jobs=1 + config.jobs // config.samples)) as made:
            async for outcome in made:
                yield outcome
    finally:
        await judge.close()
        await services.close()


class _AtOnce(Services):
    """The product with a local model that writes many solutions at once, also without a GPU."""

    def _build(self, wanted: ModelSpec) -> Backend:
        if wanted.backend != "transformers":
            return super()._build(wanted)
        backend: Backend = load("transformers")(
            wanted.source, adapter=self.settings.adapter, quantize=self.settings.quantize, batched=True
        )
        return backend


class Labeller:
    """Labels the solutions of one problem. `places` are for solutions that are made at the same time."""

    def __init__(self, services: Services, judge: Judge, places: asyncio.Semaphore, config: Config) -> None:
        self._services, self._judge, self._places, self._config = services, judge, places, config
        self._model = services.models()[0]

    async def labelled(self, problem: Example) -> Outcome:
        """All its solutions.

        Raises:
            Away: the model cannot be asked.
        """
        found, dropped = list[Example](), list[Dropped]()
        draws = [self._draw(problem, (), number) for number in range(self._config.samples)]
        for number, solved in enumerate(await asyncio.gather(*draws)):
            name = f"{problem.id}#{number}"
            if UNDECIDED in solved.row.note:
                dropped.append(Dropped(name, "undecided", solved.row.answer))
                continue
            found.append(_example(problem, name, solved, self._model))
        rights = {one.steps[-1] for one in found}
        if self._config.ways_on and len(rights) > 1:
            found = await self._with_steps(problem, found)
        return Outcome(problem.id, tuple(found), tuple(dropped))

    async def _with_steps(self, problem: Example, solutions: Sequence[Example]) -> list[Example]:
        """With the label of each step."""
        drawn, begun = defaultdict[Key, list[float]](list), dict[Key, Sequence[Prose | Cell]]()
        asked = {one.id: _asked(one.events) for one in solutions}
        for one in solutions:
            for count, key in enumerate(_keys(one.events)[:-1], 1):
                drawn[key].append(one.steps[-1])
                begun[key] = steps(one.events)[:count]
        lacking = [
            (key, FURTHER + 1000 * number + more)
            for number, key in enumerate(begun)
            for more in range(self._config.ways_on - len(drawn[key]))
        ]
        ways = [self._draw(problem, begun[key], seed) for key, seed in lacking]
        for (key, _), solved in zip(lacking, await asyncio.gather(*ways), strict=True):
            drawn[key].append(float(solved.row.verdict == "right"))
        return [
            one if asked[one.id] or not _keys(one.events)
            else replace(one, steps=(*(_mean(drawn[key]) for key in _keys(one.events)[:-1]), one.steps[-1]))
            for one in solutions
        ]  # fmt: skip

    async def _draw(self, problem: Example, begun: Sequence[Prose | Cell], number: int) -> Solved:
        config = self._config
        record = Record(
            f"{problem.id}#{number}", problem.source, problem.problem, problem.reference or problem.answer,
            language=problem.language, subject=problem.subject, level=problem.level,
        )  # fmt: skip
        way = Way(self._model, seed=config.seed + number, limit_s=config.limit_s)
        async with self._places:
            student = _Student(self._services, self._model, begun, config.temperature)
            try:
                solved = await solve(student, self._judge, record, way)
            finally:
                await student.close()
        failures = [e for e in solved.events if isinstance(e, Failure)]
        if failures and solved.events[-1] == Done("failed") and solved.row.verdict == "failed":
            raise Away(failures[-1].message)
        return solved


class _Student:
    """Implements `evaluation.solving.Student`: goes on from the first steps of a solution."""

    def __init__(
        self, services: Services, model: str, begun: Sequence[Prose | Cell], temperature: float
    ) -> None:
        self._services, self._name, self._begun, self._temperature = services, model, begun, temperature
        self._kernel = services.kernel()

    async def solve(
        self,
        problem: Problem,
        *,
        model: str = "",
        strategy: str | None = None,
        samples: int | None = None,
        seed: int | None = None,
    ) -> AsyncGenerator[Event]:
        """Events of one solution."""
        settings, backend = self._services.settings, self._services.backend(self._name)
        await backend.start()
        profile = settings.told(backend.profile)
        agent = Agent(
            Begun(self._begun, backend.model(problem)),
            self._kernel,
            limits=Limits(rounds=settings.max_rounds, cell_timeout_s=settings.cell_timeout_s),
            profile=replace(profile, sampling=replace(profile.sampling, temperature=self._temperature)),
            seed=seed,
        )
        async with aclosing(agent.solve(problem)) as events:
            async for event in events:
                yield event

    async def close(self) -> None:
        """Give the kernel back."""
        await self._kernel.close()


def _example(problem: Example, name: str, solved: Solved, model: str) -> Example:
    row = solved.row
    return Example(
        name, problem.problem, problem.language, model, problem.licence, kept_events(solved.events), row.answer,
        problem.reference or problem.answer, problem.subject, problem.level, (float(row.verdict == "right"),),
    )  # fmt: skip


def _keys(events: Sequence[Event]) -> list[Key]:
    """Of each step, it and those before it."""
    told = [s.text if isinstance(s, Prose) else f"{s.source}\n>>> {output_text(s)}" for s in steps(events)]
    return [tuple(told[:count]) for count in range(1, len(told) + 1)]


def _asked(events: Sequence[Event]) -> bool:
    """Whether somebody asked in between: such a solution cannot be gone on with from its steps alone."""
    from solver.events import Instruction

    return any(isinstance(block, Instruction) for block in fold(events))


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)
