"""Problems of the built-in tutor: its model problems with other numbers, as many of each topic, every answer proved.

An input is one model problem and how many new ones it is to give. What comes of it depends on the seed alone, so a stage
that was killed goes on with the same problems. Two model problems seldom give the same one; `clean` finds those.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, Collection
from contextlib import aclosing
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from solver import Services, load_settings
from solver.errors import Declined, KernelUnavailable
from solver.ports import Exercise, Language, Problem
from solver.topics.table import TOPICS
from solver.tutor.difficulty import levels, score
from solver.variation import specimens
from training.examples import Example
from training.folder import Dropped, Outcome
from training.inputs import Away, at_once

if TYPE_CHECKING:
    from training.synthesis.config import Config

LICENCE: Final = "Apache-2.0"
"""The project's own: model problems and their variations are part of it."""
FIELDS: Final = {name: place.split(":")[0].split(".")[2] for name, place in TOPICS.items()}
SUBJECTS: Final = tuple(dict.fromkeys([*FIELDS.values(), *FIELDS]))
LEVELS: Final = ("1", "2", "3")
Wordings: TypeAlias = Literal["all", "training", "held-out"]
HELD_OUT: Final = 5
"""Every fifth model problem of a topic is held out: there are five at least, so each topic is asked for in words never seen."""


@dataclass(frozen=True, slots=True)
class Specimen:
    """A model problem. `level` is how hard it is among those of its topic."""

    problem: Problem
    level: str


@dataclass(frozen=True, slots=True)
class Share:
    """What is to be made of one model problem, `count` new ones. What it does not give, `others` of its topic do."""

    id: str
    topic: str
    count: int
    own: Specimen
    others: tuple[Specimen, ...] = ()


def plan(config: Config) -> list[Share]:
    """Who makes how many: each topic as many new problems as another, and so each model problem of it.

    What does not come out even is drawn. The order is drawn, too, so that a stage that is killed early is balanced.
    """
    random, found = Random(config.seed), list[Share]()
    rows = [(topic, language) for topic in TOPICS for language in config.languages if _wanted(topic, config)]
    groups = [(*row, group) for row in rows if (group := _rated(*row, config.levels, config.wordings))]
    for (topic, language, group), count in zip(
        groups, shares(config.count, len(groups), random), strict=True
    ):
        for (number, own), each in zip(group.items(), shares(count, len(group), random), strict=True):
            if each:
                others = [one for other, one in group.items() if other != number]
                random.shuffle(others)
                found.append(Share(f"builtin/{topic}-{language}-{number}", topic, each, own, tuple(others)))
    random.shuffle(found)
    return found


def shares(count: int, parts: int, random: Random) -> list[int]:
    """So many things in parts that differ by one at most; which get one more is drawn.

    >>> sorted(shares(7, 3, Random(0)))
    [2, 2, 3]
    """
    if not parts:
        return []
    each, more = divmod(count, parts)
    lucky = set(random.sample(range(parts), more))
    return [each + (n in lucky) for n in range(parts)]


def _wanted(topic: str, config: Config) -> bool:
    return not config.subjects or topic in config.subjects or FIELDS[topic] in config.subjects


def _rated(
    topic: str, language: Language, wanted: Collection[str], wordings: Wordings
) -> dict[int, Specimen]:
    """The model problems of a topic by their numbers.

    How hard is said by their texts alone: their steps would have to be found first, which takes minutes for all.
    """
    problems = specimens(topic, language)
    rated = levels([score(problem.text, 0) for problem in problems])
    return {
        number: Specimen(problem, str(level))
        for number, (problem, level) in enumerate(zip(problems, rated, strict=True), 1)
        if (not wanted or str(level) in wanted)
        and (wordings == "all" or (wordings == "held-out") == (number % HELD_OUT == 0))
    }


def names(config: Config) -> list[str]:
    """Its inputs."""
    return [share.id for share in plan(config)]


async def outcomes(config: Config, done: Collection[str]) -> AsyncGenerator[Outcome]:
    """What came of each share that is not done.

    Raises:
        BadData: no kernel can be started.
    """
    more = {"model": "builtin", "reading_workers": config.jobs, "warm_kernels": config.jobs}
    services = Services(load_settings().model_copy(update=more))

    async def vary(share: Share) -> Outcome:
        made, seed = dict[str, Example](), config.seed
        for specimen in (share.own, *share.others):
            async with aclosing(_varied(services, specimen.problem, seed)) as exercises:
                async for exercise in exercises:
                    if exercise.question not in made:
                        made[exercise.question] = _example(share, specimen, exercise, len(made) + 1)
                    if len(made) == share.count:
                        return Outcome(share.id, tuple(made.values()))
            seed = Random(f"{config.seed} {share.id}").getrandbits(
                31
            )  # another makes its own with the plain one
        fewer = Dropped(share.id, "fewer-found", f"{len(made)} of {share.count}")
        return Outcome(share.id, tuple(made.values()), (fewer,))

    left = [share for share in plan(config) if share.id not in done]
    try:
        await services.start()
        async with aclosing(at_once(left, vary, jobs=config.jobs)) as made:
            async for outcome in made:
                yield outcome
    finally:
        await services.close()


async def _varied(services: Services, problem: Problem, seed: int) -> AsyncGenerator[Exercise]:
    """New problems like that one, as long as any are found; none where it has nothing that can be drawn anew."""
    session = services.session()
    try:
        async with aclosing(session.vary(problem, seed=seed)) as exercises:
            async for exercise in exercises:
                yield exercise
    except Declined:
        return
    except KernelUnavailable as error:
        raise Away(str(error)) from error
    finally:
        await session.close()


def _example(share: Share, specimen: Specimen, exercise: Exercise, number: int) -> Example:
    return Example(
        f"{share.id}/{number}", exercise.question, specimen.problem.language, "builtin", LICENCE,
        reference=exercise.answer, subject=share.topic, level=specimen.level,
    )  # fmt: skip
