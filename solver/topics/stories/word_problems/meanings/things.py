"""Things, amounts and comparisons as a grammar reads them, and the quantities of a story that they stand for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final, Literal, TypeAlias

from solver.topics.stories.word_problems.quantities import MONEY_ITEM, ONE, Key, Unclear
from solver.topics.stories.word_problems.story import Story, Terms, scaled

Meaning: TypeAlias = Callable[[Story], None]


Kind: TypeAlias = Literal["", "price", "count", "money", "age", "number", "cost"]


Role: TypeAlias = Literal["", "that", "rest", "whole", "other", "others", "when", "larger", "smaller"]


LARGER: Final = "\0larger"  # names of numbers that have none


SMALLER: Final = "\0smaller"


@dataclass(frozen=True, slots=True)
class Thing:
    """How a text calls a quantity: so many (`number`) of a `name`, whose it is, which quantity of it (`kind`).

    `owner`: None for "he", "she", "it": the one spoken of last; "" where nobody is named. `role` stands for a name that is
    relative to what was said. `told` is what the phrase says about it by the way ("a pen that costs $3").
    """

    name: str = ""
    owner: str | None = ""
    number: Fraction = ONE
    kind: Kind = ""
    role: Role = ""
    told: tuple[Meaning, ...] = ()
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Amount:
    """So many of an item, so much money (`item` is MONEY_ITEM), or a bare number (`item` is "")."""

    number: Fraction
    item: str = ""
    unit: str = ""
    told: tuple[Meaning, ...] = ()

    @property
    def money(self) -> bool:
        """Whether it is an amount of money."""
        return self.item == MONEY_ITEM


@dataclass(frozen=True, slots=True)
class Compared:
    """An amount by another one: times · base + plus. Without a base: than what was spoken of before."""

    times: Fraction
    plus: Fraction = Fraction(0)
    base: tuple[Thing, ...] = ()
    item: str = ""
    unit: str = ""
    kind: Kind = ""


def terms_of(story: Story, things: Sequence[Thing], kind: Kind) -> Terms:
    """The sum of these things as quantities of the story."""
    terms: Terms = []
    for thing in things:
        for meaning in thing.told:
            meaning(story)
        terms += _terms(story, thing, thing.kind or kind)
    if len({key for key, _ in terms}) != len(terms):
        raise Unclear
    return terms


def _terms(story: Story, thing: Thing, kind: Kind) -> Terms:
    if thing.role == "that":
        if story.last is None or kind and kind_of_key(story.last) not in (kind, "cost"):
            raise Unclear
        return [(story.last, thing.number)]
    if thing.role == "rest":
        return scaled(story.left_over(story.only_group()), thing.number)
    if thing.role == "whole":
        return [(story.only_group().whole, thing.number)]
    if thing.role in ("larger", "smaller"):
        return [(extreme(story, larger=thing.role == "larger"), thing.number)]
    if thing.role == "other":
        return [(other(story), thing.number)]
    if thing.role:
        raise Unclear
    kind = kind or guess(story, thing)
    if kind == "price":
        name = f"{thing.owner} {thing.name}".strip() if thing.owner else thing.name
        return scaled(story.cost_terms([(ONE, name)]), thing.number)
    if kind == "money":
        return [(story.balance((story.who(thing.name or thing.owner or None), MONEY_ITEM)), thing.number)]
    if kind == "age":
        return [(Key("age", story.who(thing.name or thing.owner or None)), thing.number)]
    if kind == "number":
        return [(story.speak(Key("number", "", story.meet(thing.name))), thing.number)]
    return [(count_of(story, thing), thing.number)]


def kind_of_key(key: Key) -> Kind:
    """As what a quantity is compared with others: wholes and rates are counts too."""
    return "count" if key.kind in ("whole", "count", "rate") else key.kind  # type: ignore[return-value]


def guess(story: Story, thing: Thing) -> Kind:
    """Which quantity of a thing is meant where nothing says it: what has been told of it, else how many there are."""
    name = story.meet(thing.name)
    if name in story.priced:
        return "price"
    if any(key.kind == "age" and key.owner == name for r in story.relations for key in r.terms):
        return "age"
    if any(key.kind == "number" and key.item == name for r in story.relations for key in r.terms):
        return "number"
    if (name, MONEY_ITEM) in story.ledger and not any(
        s[0] == name and s[1] != MONEY_ITEM for s in story.ledger
    ):
        return "money"
    return "count"


def count_of(story: Story, thing: Thing) -> Key:
    """How many there are of a thing: as a part of a whole, or as what somebody has."""
    if (
        thing.owner is None and thing.name
    ):  # "twice as many white roses as pink ones", of whoever has the roses
        for group in story.groups:
            if group.closed and (key := story.part(group, thing.name)) is not None:
                return story.speak(key)
    if thing.owner == "" and thing.name:
        for group in story.groups:
            if (key := story.part(group, thing.name)) is not None:
                return story.speak(key)
        if story.item and (story.meet(thing.name), story.item) in story.ledger:
            return story.count(story.item, thing.name)  # "than Tom": than Tom has of these
    if not thing.name:
        return story.count(story.item, thing.owner)
    if thing.owner:
        for group in story.groups:  # "Tom's books" where Tom's part of the books is told
            if (
                group.noun
                and group.noun == story.meet(thing.name)
                and (key := story.part(group, thing.owner)) is not None
            ):
                return story.speak(key)
    return story.count(thing.name, thing.owner)


def extreme(story: Story, *, larger: bool) -> Key:
    """The larger or the smaller of the two quantities that the story is about: two numbers without names, or two parts."""
    name = LARGER if larger else SMALLER
    return story.speak(Key("number", "", story.meet(name)))


def other(story: Story) -> Key:
    """Of two, the one that was not spoken of last."""
    if story.last is None or story.last.kind != "number" or story.last.item not in (LARGER, SMALLER):
        raise Unclear
    return extreme(story, larger=story.last.item == SMALLER)
