"""What clauses mean that say how much something is, by a number or by something else."""

from __future__ import annotations

from collections.abc import Sequence

from solver.topics.stories.word_problems.meanings.things import (
    Amount,
    Compared,
    Kind,
    Meaning,
    Thing,
    kind_of_key,
    terms_of,
)
from solver.topics.stories.word_problems.quantities import MONEY_ITEM, ONE, Key, Unclear
from solver.topics.stories.word_problems.story import Story, scaled


def nothing(_: Story) -> None:
    """A clause that carries no quantity."""


def telling(*meanings: Meaning) -> Meaning:
    """One after the other."""

    def tell(story: Story) -> None:
        for meaning in meanings:
            meaning(story)

    return tell


def is_amount(things: Sequence[Thing], amount: Amount, kind: Kind = "") -> Meaning:
    """These (together, where there are several) are so much."""

    def tell(story: Story) -> None:
        terms = terms_of(story, things, kind or ("price" if amount.money and not things[0].kind else ""))
        note(story, amount)
        if len(terms) == 1 and terms[0][1] == 1:
            story.define(terms[0][0], amount.number)
        else:
            story.relate(terms, amount.number)

    return tell


def note(story: Story, amount: Amount) -> None:
    """The unit of an amount, and what was said about it by the way."""
    if amount.money:
        story.currency.add(amount.unit)
    for meaning in amount.told:
        meaning(story)


def is_compared(things: Sequence[Thing], compared: Compared, kind: Kind = "") -> Meaning:
    """These are times · base + plus."""

    def tell(story: Story) -> None:
        before = story.last
        left = terms_of(story, things, kind or compared.kind)
        if compared.base and compared.base[0].role == "others":
            right = [(k, ONE) for k in _alike(story, left[0][0])]
        elif _is_that(compared.base) and before is not None and before != left[0][0]:
            if kind_of_key(before) not in (kind_of_key(left[0][0]), "cost"):
                raise Unclear
            right = [(before, compared.base[0].number)]
        elif compared.base:
            right = terms_of(story, compared.base, kind or kind_of_key(left[0][0]))
        elif (
            before is None
            or kind_of_key(before) != kind_of_key(left[0][0])
            and (before.kind, left[0][0].kind) != ("cost", "price")
            or not _only_one(story, left[0][0])
        ):
            raise Unclear
        else:
            right = [(before, ONE)]
        if compared.item == MONEY_ITEM:
            story.currency.add(compared.unit)
        story.equate(left, scaled(right, compared.times), compared.plus)

    return tell


def _is_that(base: Sequence[Thing]) -> bool:
    """Whether something is compared with what was spoken of before: "a third of that"."""
    return len(base) == 1 and base[0].role == "that"


def _only_one(story: Story, key: Key) -> bool:
    """Whether "$2 more" can only be more than one thing: no other one of the kind was told."""
    return (
        key.kind != "price"
        or len(story.priced) <= 2
        and not any(n != 1 for p in story.purchases for n, _ in p.lines)
    )


def _alike(story: Story, key: Key) -> list[Key]:
    """All other quantities of the same kind."""
    found = [Key("price", "", item) for item in story.priced] if key.kind == "price" else story.told
    found = [k for k in found if k.kind == key.kind and k != key]
    if len(found) < 2:
        raise Unclear
    return found
