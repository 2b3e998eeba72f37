"""What students send: problems of the repository's own that the built-in tutor solves, half of them Chinese."""

from __future__ import annotations

import random
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, get_args

from solver.ports import Language, Problem
from solver.topics.table import TOPICS
from solver.variation.specimens import specimens
from ui.examples import EXAMPLES

LANGUAGES: Final[tuple[Language, ...]] = get_args(Language)


@lru_cache(maxsize=1)
def known() -> dict[Language, tuple[Problem, ...]]:
    """All of them, by language: those to click on, and the model problems of every topic."""
    return {
        language: tuple(
            [Problem(text, language) for texts in EXAMPLES[language].values() for text in texts]
            + [problem for topic in TOPICS for problem in specimens(topic, language)]
        )
        for language in LANGUAGES
    }


def drawn(seed: str) -> Iterator[Problem]:
    """Problems without end, the languages by turns. The same for the same seed."""
    chance = random.Random(seed)
    while True:
        for language in chance.sample(LANGUAGES, len(LANGUAGES)):
            yield chance.choice(known()[language])
