"""Problems of `phrases`, each in many words, with solutions of the tutor as short programs.

A kind draws numbers and formulas; what the tutor reads, solves and proves is worded again and again. A wording that the tutor reads as another task
is thrown away; one that it cannot read yet means what its kind says. No text has the pattern of one that is kept for tests.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, Collection
from dataclasses import dataclass, replace
from random import Random
from typing import TYPE_CHECKING, Final

from solver.latex import value_of
from solver.ports import Draft, Exercise, Language, Problem
from solver.topics import could_read
from solver.topics.forms import check_of
from training.examples import Example
from training.folder import Dropped, Outcome
from training.synthesis.builtin import shares
from training.synthesis.patterns import has_pattern, held_out_patterns
from training.synthesis.phrases import KINDS
from training.synthesis.phrases.base import Phrased, Slots
from training.synthesis.worked import ALWAYS, FAILS, Worked, example, in_processes, numbers, value, worked

if TYPE_CHECKING:
    from training.synthesis.config import Config

BARREN: Final = 40
"""Draws without a problem after which no more are tried."""
FIRST: Final = 12
"""Texts of one draw, of which the tutor has to read one."""
AT_MOST: Final = 60
"""Problems of one input, so that a stage that is killed loses little."""
TOPICS: Final = tuple(dict.fromkeys(one.topic for one in KINDS))
_BY_NAME: Final = {one.name: one for one in KINDS}


@dataclass(frozen=True, slots=True)
class Portion:
    """So many texts of one kind in one language."""

    id: str
    kind: str
    language: Language
    count: int


def plan(config: Config) -> list[Portion]:
    """Each topic gets as many as another in each language, and so each kind of it; in drawn order."""
    random, found = Random(config.seed), list[Portion]()
    topics = [one for one in TOPICS if not config.subjects or one in config.subjects]
    rows = [(topic, language) for topic in topics for language in config.languages]
    for (topic, language), count in zip(rows, shares(config.count, len(rows), random), strict=True):
        kinds = [one for one in KINDS if one.topic == topic]
        for kind, each in zip(kinds, shares(count, len(kinds), random), strict=True):
            parts = -(-each // (AT_MOST * config.reworded))
            for n, some in enumerate(shares(each, parts, random), 1):
                found.append(
                    Portion(
                        f"phrases/{kind.name.replace(' ', '_')}-{language}-{n}", kind.name, language, some
                    )
                )
    random.shuffle(found)
    return found


def names(config: Config) -> list[str]:
    """Its inputs."""
    return [portion.id for portion in plan(config)]


async def outcomes(config: Config, done: Collection[str]) -> AsyncGenerator[Outcome]:
    """What came of each portion that is not done."""
    left = [
        (portion, config.seed, config.reworded, config.subjects)
        for portion in plan(config)
        if portion.id not in done
    ]
    async for outcome in in_processes(_outcome, left, config.jobs):
        yield outcome


def _outcome(portion: Portion, seed: int, reworded: int, topics: tuple[str, ...]) -> Outcome:
    closed = held_out_patterns(topics or TOPICS)
    found = phrased(
        _BY_NAME[portion.kind], portion.language, portion.count, f"{seed} {portion.id}", reworded, closed
    )
    kept = tuple(_example(portion, one, n) for n, one in enumerate(found, 1))
    if len(kept) == portion.count:
        return Outcome(portion.id, kept)
    why = "fewer-found" if kept else "no-short-program"
    return Outcome(portion.id, kept, (Dropped(portion.id, why, f"{len(kept)} of {portion.count}"),))


def _example(portion: Portion, one: Worked, number: int) -> Example:
    return replace(example(one, f"{portion.id}/{number}"), source="phrases")


def phrased(
    kind: Phrased, language: Language, count: int, seed: str, wordings: int, closed: Collection[str]
) -> list[Worked]:
    """So many texts, up to `wordings` of each problem; fewer where the tutor reads too few of them."""
    random, found, barren, seen = Random(seed), list[Worked](), 0, set[str]()
    while len(found) < count and barren < BARREN:
        slots = kind.draw(random)
        one = _solved(kind, slots, language, random)
        if one is None or one[0].program in seen:
            barren += 1
            continue
        barren = 0
        seen.add(one[0].program)
        found += _in_words(kind, slots, *one, wordings, closed, random)
    return found[:count]


def _solved(kind: Phrased, slots: Slots, language: Language, random: Random) -> tuple[Worked, str] | None:
    """The problem of a draw as the tutor reads and proves it, and the tutor's cell; None where it is not to be learnt."""
    for _ in range(FIRST):
        text = kind.text(slots, language, random)
        try:
            task = could_read(kind.topic, Problem(text, language))
            if task is None:
                continue
            cell = task.solution().cell
            printed = value_of(value(cell).strip())
            conclusion = task.conclude(printed)
            check = check_of(task, conclusion.answer, (printed,)) if conclusion else None
            if conclusion is None or check is None or value(check.source) != "True":
                return None
        except FAILS:
            return None
        made = worked(kind.topic, language, Draft(text, cell), Exercise(text, conclusion.answer, check))
        told = ALWAYS | kind.constants | numbers(text)
        return (made, cell) if made and numbers(made.program) <= told else None
    return None


def _in_words(
    kind: Phrased,
    slots: Slots,
    one: Worked,
    cell: str,
    wordings: int,
    closed: Collection[str],
    random: Random,
) -> list[Worked]:
    """In up to so many texts, none of which the tutor reads as another task."""
    texts = dict[str, None]()
    for n in range(3 * wordings):
        text = one.question if n == 0 else kind.text(slots, one.language, random)
        if text in texts or has_pattern(text, closed):
            continue
        try:
            task = could_read(kind.topic, Problem(text, one.language))
            if task is not None and task.solution().cell != cell:
                continue
        except FAILS:
            continue
        texts[text] = None
        if len(texts) == wordings:
            break
    return [replace(one, question=text) for text in texts]
