"""What every kind of choosing and seating shares: the numbers of a clause, and the task with its cell and check."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from solver.ports import Language
from solver.topics.base import Words
from solver.topics.cells import comment
from solver.topics.clauses import Said
from solver.topics.discrete.selection_wordings import WORDS
from solver.topics.prepared import Prepared

MAX_THINGS: Final = 300


def whole(said: Said | None, *names: str) -> int | None:
    """The first of the numbers that a clause has; None where there is none or where it is too large."""
    for name in names:
        if said is not None and name in said.values:
            value = said.number(name)
            return int(value) if value.is_Integer and 0 < value <= MAX_THINGS else None
    return None


def counted(
    steps: Sequence[str],
    lines: Sequence[str],
    tests: Sequence[str],
    say: Language,
    *,
    listed: bool,
    sentence: Words | None = None,
) -> Prepared:
    """The task with its cell (imports first) and its check."""
    source = "\n".join([*(line for line in lines if line.startswith(("from", "import"))), "", comment(WORDS["code"].say(say)), *(line for line in lines if not line.startswith(("from", "import")))]).strip()  # fmt: skip
    return Prepared(
        say,
        tuple(steps),
        source,
        tuple(tests),
        WORDS["listed" if listed else "counted"],
        sentence or WORDS["answer"],
    )


def with_prod(tests: list[str]) -> list[str]:
    """The check with an import for `prod` where it is used."""
    return ["from math import prod", *tests] if any("prod(" in t for t in tests) else tests
