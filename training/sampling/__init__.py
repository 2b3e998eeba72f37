"""The stage `solve`: rejection sampling (RFT). Each problem is solved several times; what is right and another way is kept.

`students` solve, through the agent in real kernels; `evaluation` runs and grades them; `sifting` keeps, where `ways`
says which programs are the same one.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, Collection
from contextlib import aclosing
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from evaluation.crew import LocalCrew
from evaluation.grading import Judge
from evaluation.rows import BadData, Record
from evaluation.solving import Solved, Way
from solver import Services, load_settings
from solver.events import Done, Failure
from solver.ports import Checker, Comparison
from training.batches import read
from training.cluster import Part, sliced, spread
from training.examples import Example
from training.folder import Outcome
from training.inputs import Patience
from training.sampling.config import Config
from training.sampling.sifting import Candidate, sift
from training.sampling.students import TOLD, Sampled, is_no_way

__all__ = ["Config", "inputs", "outcomes"]

ITS_OWN: Final = frozenset(
    ("empty-answer", "context-full", "request-refused", "empty", "too-long", "not-text", "language")
)
"""Codes of failures that belong to a problem: asked again it would fail again."""


def inputs(config: Config) -> list[Path]:
    """What is read: the problems."""
    return config.of


async def outcomes(config: Config, done: Collection[str]) -> AsyncGenerator[Outcome]:
    """What was kept of each problem that is not done. One for which the model was away is left out.

    Raises:
        BadData: the problems cannot be read, or the model is away.
    """
    problems = _problems(config, done)
    if config.ray is not None:
        settings = {**config.model_dump(mode="json"), "jobs": config.jobs}
        parts = (Part(__name__, settings, examples=some) for some in sliced(problems.values(), config.part))
        async with aclosing(spread(parts, address=config.ray)) as far:
            async for outcome in far:
                yield outcome
        return
    more = {"model": config.model, "reading_workers": config.jobs, "warm_kernels": config.jobs}
    services = Services(load_settings().model_copy(update=more))
    judge = Judge()
    referee = _Referee(judge, services.checker())
    told = {one.id: one.events for one in problems.values() if one.solved}
    model = services.models()[0]
    wanted = {
        one.id: [f"{one.id}#{TOLD}"] * (one.solved and config.told)
        + [f"{one.id}#{n}" for n in range(config.samples)]
        for one in problems.values()
    }
    records = [_record(problems[id_], name) for id_, names in wanted.items() for name in names]
    found, patience = dict[str, Solved](), Patience()

    def way(record: Record) -> Way:
        id_, _, number = record.id.rpartition("#")
        if number == TOLD:
            return Way(TOLD, id_, limit_s=config.limit_s)
        seed = int(number) + (0 if model == "builtin" else config.seed)
        return Way(model, config.strategy, seed=seed, limit_s=config.limit_s)

    crew = LocalCrew(lambda: Sampled(services, told, temperature=config.temperature), jobs=config.jobs)
    try:
        await services.start()
        async with aclosing(crew.results(records, way)) as results:
            async for solved in results:
                found[solved.row.id] = solved
                problem = problems[solved.row.id.rpartition("#")[0]]
                if not all(name in found for name in wanted[problem.id]):
                    continue
                candidates = [
                    _candidate(problem, name, found.pop(name), model) for name in wanted[problem.id]
                ]
                candidates = [c for c in candidates if not is_no_way(c.solved.events)]
                if away := next((why for c in candidates if (why := _away(c.solved))), ""):
                    patience.away(away)
                    continue
                patience.done()
                yield await sift(problem, candidates, referee, most=config.most, code=config.code)
        patience.end()
    finally:
        await judge.close()
        await services.close()


@dataclass(frozen=True, slots=True)
class _Referee:
    """Answers with each other by the grader; answers with what was printed as the agent does it."""

    judge: Judge
    checker: Checker

    async def same(self, one: str, other: str) -> bool:
        return await self.judge.grade(one, other) == "equal"

    async def compare(self, answer: str, printed: str) -> Comparison | None:
        return await self.checker.compare(answer, printed)


def _problems(config: Config, done: Collection[str]) -> dict[str, Example]:
    found, where = dict[str, Example](), ", ".join(map(str, config.of))
    for one in read(config.of):
        if one.id in found:
            raise BadData(f"{where} has two examples {one.id!r}; the stage `clean` tells them apart")
        found[one.id] = one
    if not config.samples and not (config.told and any(one.solved for one in found.values())):
        raise BadData(f"{where} has no solutions that are tried, and samples=0 wants none to be made")
    return {id_: one for id_, one in found.items() if id_ not in done}


def _record(problem: Example, name: str) -> Record:
    return Record(
        name, problem.source, problem.problem, problem.reference,
        language=problem.language, subject=problem.subject, level=problem.level,
    )  # fmt: skip


def _candidate(problem: Example, name: str, solved: Solved, model: str) -> Candidate:
    if name.endswith(f"#{TOLD}"):
        return Candidate(name, problem.source, solved, problem.events)
    return Candidate(name, model, solved)


def _away(solved: Solved) -> str:
    """Why the model could not be asked; empty where it was, whatever came of it."""
    failures = [e for e in solved.events if isinstance(e, Failure)]
    if not failures or solved.events[-1] != Done("failed") or failures[-1].code in ITS_OWN:
        return ""
    return failures[-1].message
