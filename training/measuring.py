"""The stage `measure`: a model solves problems that it never saw, as it would in the app, and `report.md` says how many by topic.

The product itself: a session, the weights in 4 bits where bitsandbytes has them, each program in a confined kernel, the answer graded
as in `evaluation`. What was solved rightly is kept; the rest is dropped with its verdict, so the folder also shows what went wrong.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import AsyncGenerator, Callable, Collection, Iterator
from contextlib import aclosing
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, field_validator

from evaluation.crew import LocalCrew
from evaluation.folder import write_whole
from evaluation.reporting.intervals import wilson
from evaluation.rows import BadData, Record
from evaluation.solving import MODEL_LIMIT_S, Solved, Way
from solver import Services, load_settings
from solver.models import spec
from solver.transcript import Cell, fold
from training.batches import read
from training.examples import Example, taught
from training.folder import Dropped, Outcome, StageFolder
from training.synthesis.patterns import pattern
from training.synthesis.worked import frame, kind


class Config(BaseModel):
    """Who solves which problems."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    of: list[Path] = Field(min_length=1, description="stages' folders, or files of examples, with references")
    model: str = Field(description="builtin, openai:NAME, or the name or folder of a local model")
    learnt: list[Path] = Field(
        [],
        description="what it was trained on: then problems whose words (but for their numbers and formulas) and whose kind of program were among it "
        "are counted apart, and the very same problem is not asked",
    )
    count: int | None = Field(None, ge=1, description="of the problems: the first so many")
    limit_s: float = Field(MODEL_LIMIT_S, gt=0, description="for one solution")
    jobs: int = Field(2, ge=1, exclude=True, description="at a time")

    @field_validator("model")
    @classmethod
    def _known(cls, value: str) -> str:
        try:
            spec(value)
        except LookupError as error:
            raise ValueError(str(error)) from error
        return value


def inputs(config: Config) -> list[Path]:
    """What is read."""
    return [*config.of, *config.learnt]


async def outcomes(config: Config, done: Collection[str]) -> AsyncGenerator[Outcome]:
    """What became of each problem.

    Raises:
        BadData: the problems cannot be read, have no references, or were all learnt.
    """
    problems = {one.id: one for one in _asked(config) if one.id not in done}
    more = {"model": config.model, "reading_workers": config.jobs, "warm_kernels": config.jobs}
    services = Services(load_settings().model_copy(update=more))
    records = [
        Record(one.id, one.source, one.problem, one.reference or one.answer, language=one.language)
        for one in problems.values()
    ]
    try:
        await services.start()
        crew = LocalCrew(services.session, jobs=config.jobs)
        way = Way(services.models()[0], seed=0, limit_s=config.limit_s)
        async with aclosing(crew.results(records, way)) as results:
            async for solved in results:
                yield _outcome(problems[solved.row.id], solved, config.model)
    finally:
        await services.close()


def _asked(config: Config) -> list[Example]:
    learnt = {one.problem.strip() for one in read(config.learnt)}
    asked = [one for one in read(config.of) if one.problem.strip() not in learnt][: config.count]
    if not asked or not all(one.reference or one.answer for one in asked):
        raise BadData(
            "there are problems without references" if asked else "there is no problem that was not learnt"
        )
    return asked


def _outcome(problem: Example, solved: Solved, model: str) -> Outcome:
    row = solved.row
    if row.verdict != "right":
        told = f"{row.answer or row.note} instead of {problem.reference or problem.answer}"
        return Outcome(problem.id, (), (Dropped(problem.id, row.verdict, told),))
    kept = Example(
        problem.id, problem.problem, problem.language, model, problem.licence, taught(solved.events), row.answer,
        problem.reference or problem.answer, problem.subject, problem.level,
    )  # fmt: skip
    return Outcome(problem.id, (kept,))


def conclude(config: Config, folder: StageFolder) -> None:
    """Write the report.

    Raises:
        BadData, OSError: an input cannot be read, the report not be written.
    """
    right = {one.input: bool(one.kept) for one in folder.outcomes()}
    asked = [one for one in _asked(config) if one.id in right]
    learnt = list(read(config.learnt))
    kinds = {found for one in learnt if (found := kind_of(one))}
    words = {_words(one) for one in learnt}
    tables: list[tuple[str, Callable[[Example], str]]] = [
        ("language", lambda one: one.language),
        ("topic", lambda one: one.subject or "–"),
    ]
    if learnt:

        def known(one: Example) -> str:
            kind = "learnt" if kind_of(one) in kinds else "new"
            return f"{'learnt' if _words(one) in words else 'new'} words, {kind} kind of program"

        tables.insert(0, ("words and programs", known))
    lines = [f"# {config.model}\n", f"{_share(asked, right)} right.\n"]
    for name, of in tables:
        lines += [*_table(name, of, asked, right), ""]
    write_whole(folder.path / "report.md", "\n".join(lines))


def _words(example: Example) -> str:
    """Its sentence, without formulas and numbers; where it is a formula alone, the shape of that."""
    said = pattern(example.problem)
    return frame(example.problem) if said == "#" else said


def kind_of(example: Example) -> str:
    """The frame of the program that its solution has; empty without one."""
    cells = [block.source for block in fold(example.events) if isinstance(block, Cell)]
    try:
        return kind(example.subject, cells[0]) if cells else ""
    except SyntaxError:
        return ""


def _table(
    name: str, of: Callable[[Example], str], asked: list[Example], right: dict[str, bool]
) -> Iterator[str]:
    groups = defaultdict[str, list[Example]](list)
    for one in asked:
        groups[of(one)].append(one)
    yield f"| {name} | right, with 95 % interval |\n|---|--:|"
    for group in sorted(groups):
        yield f"| {group} | {_share(groups[group], right)} |"


def _share(asked: list[Example], right: dict[str, bool]) -> str:
    count = Counter(right[one.id] for one in asked)[True]
    low, high = wilson(count, len(asked))
    return f"{count} of {len(asked)} ({count / len(asked):.1%}; {low:.1%} to {high:.1%})"
