"""English nouns of the plainest stories: whether words name one thing, and what is the whole of two kinds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from solver.topics.stories.word_problems.wording import singular

_WHOLES: Final = (
    ("children kids pupils students people", "boy girl child"),
    ("people adults grown-ups", "man woman adult"),
    ("people", "boy girl man woman child adult teacher student pupil kid"),
    ("animals pets", "cat dog rabbit hamster fish bird mouse parrot guinea-pig turtle"),
    ("animals", "cow pig sheep goat horse duck hen chicken goose lion tiger monkey elephant zebra bear rabbit dog cat bird"),
    ("birds animals", "duck hen chicken goose crow pigeon sparrow parrot swan"),
    ("fruits fruit", "apple pear orange banana peach plum mango kiwi lemon cherry strawberry"),
    ("flowers", "rose tulip lily daisy sunflower daffodil"),
    ("vehicles", "car bus truck van bike bicycle motorcycle lorry"),
)  # fmt: skip
"""Names of a whole, and of the kinds that it may have."""


def one_thing(names: Sequence[str]) -> bool:
    """Whether all names are forms of one noun; the last word counts, so that "red apples" are apples.

    >>> one_thing(["red apples", "apple"]), one_thing(["apples", "pears"]), one_thing([])
    (True, False, True)
    """
    return len({singular(name.strip().split()[-1]) for name in names if name.strip()}) < 2


def is_whole_of(whole: str, kinds: Sequence[str]) -> bool:
    """Whether a word names what the kinds are together; for two sorts of one thing (red balls, blue balls) that is the thing.

    >>> is_whole_of("children", ("boys", "girls")), is_whole_of("balls", ("red balls", "blue balls")), is_whole_of("boys", ("boys", "girls"))
    (True, True, False)
    """
    last = {singular(kind.strip().split()[-1]) for kind in kinds}
    if last == {singular(whole)}:
        return all(" " in kind.strip() for kind in kinds)
    return any(whole in names.split() and last <= set(parts.split()) for names, parts in _WHOLES)
