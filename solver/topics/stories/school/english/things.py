"""What a story tells: quantities with what they are of, whose and when; rates; what is shared."""

from __future__ import annotations

from dataclasses import dataclass, field

from solver.topics.stories.school.english.clauses import Item
from solver.topics.stories.school.english.network import Node
from solver.topics.stories.school.english.nouns import Noun, Qty
from solver.topics.stories.school.english.words import PEOPLE

MONEY = "money"


@dataclass(eq=False)
class Thing:
    """A quantity of something. `role`: state, gain, lose, done, part, rest, need, cost, paid, income, one, attribute, count."""

    node: Node
    unit: str
    noun: Noun
    owner: str
    role: str
    verb: str = ""
    when: frozenset[str] = frozenset()
    desc: str = ""
    made: bool = False  # by a rate
    asserted: bool = False  # "now there are": what came of what happened before
    source: Thing | None = None
    clause: int = 0


@dataclass(eq=False)
class Rate:
    """So many of one thing in each of another; `role` of what it makes, where a verb says so."""

    den: Noun
    den_unit: str
    num: Thing
    role: str = ""
    owner: str = ""
    verb: str = ""
    but: Thing | None = None  # for all but these
    of: Thing | None = None  # of these alone: 8 rows of 17 chairs
    used: bool = False


def fits(a: Noun, b: Noun) -> bool:
    """Whether two nouns may name the same things: books and picture books; anything and what is not said."""
    if not a.words or not b.words:
        return True
    if a.head == b.head:
        small, large = sorted((a.words[:-1], b.words[:-1]), key=len)
        if not set(small) <= set(large):
            return False
        return not a.of or not b.of or a.of == b.of
    if not b.of and a.of and a.of[-1] == b.head or not a.of and b.of and b.of[-1] == a.head:
        return False
    if {a.head, b.head} & {"person", "people"}:
        return {a.head, b.head} - {"person", "people"} <= PEOPLE
    return {a.head, b.head} in (
        {"child", "pupil"},
        {"student", "pupil"},
        {"sweet", "candy"},
    )


@dataclass(slots=True)
class Entry:
    """A quantity that a clause tells, with what stands behind it."""

    qty: Qty
    rest: list[Item] = field(default_factory=list)


@dataclass(eq=False, slots=True)
class Share:
    """All of something, among so many: how much each gets."""

    total: Node
    count: Node
    each: Node
    noun: Noun
    unit: str
    among: Noun
