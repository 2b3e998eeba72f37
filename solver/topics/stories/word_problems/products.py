"""Products: so many containers with so many in each. Language-neutral.

A story holds linear relations; a product becomes one as soon as one of its factors is known.
"""

from __future__ import annotations

from fractions import Fraction

from solver.topics.stories.word_problems.quantities import ONE, Key, Relation, Unclear
from solver.topics.stories.word_problems.story import Story


def multiply(story: Story, total: Key, count: Key, rate: Key) -> None:
    """total = count · rate; a linear relation when one of the factors is known."""
    story.products.append((total, count, rate))


def resolve(story: Story) -> None:
    """Make relations of the products of which a factor is known."""
    waiting = []
    for total, count, rate in story.products:
        for factor, other in ((rate, count), (count, rate)):
            value = story.value(factor)
            if value is not None:
                story.relate([(total, ONE), (other, -value)])
                story.settle({factor})
                break
        else:
            waiting.append((total, count, rate))
    done = len(waiting) < len(story.products)
    story.products = waiting
    if waiting and done:
        resolve(story)


def latest(story: Story, unit: str, noun: str = "") -> Key:
    """The quantity counted in a unit that was told last.

    Raises:
        Unclear: there is none.
    """
    for key in reversed(story.told):
        if (
            key.kind in ("count", "whole")
            and story.units.get(key.item) == unit
            and (not noun or story.words(noun) & story.words(key.item))
        ):
            return key
    raise Unclear


def pack(story: Story, containers: Key, unit: str, name: str, inner_unit: str) -> Key:
    """What was counted in containers is counted in a smaller unit from now on; the containers get a name of their own."""
    item = containers.item
    packs = Key("count", containers.owner, name, containers.at)
    renamed: dict[Key, Key] = {containers: packs}
    story.relations = [
        Relation({renamed.get(k, k): c for k, c in r.terms.items()}, r.constant, r.given)
        for r in story.relations
    ]
    story.told = [renamed.get(k, k) for k in story.told]
    story.known = {renamed.get(k, k) for k in story.known}
    story.units[name] = unit
    story.units[item] = inner_unit
    story.heard.append(name)
    story.ledger.setdefault((containers.owner, name), 0)
    return packs


def rate_of(story: Story, container: str, item: str) -> Key:
    """How many of an item one container has."""
    return story.per.setdefault((container, item), Key("rate", item, container))


def known(story: Story, key: Key) -> Fraction:
    """The value of a quantity.

    Raises:
        Unclear: it does not follow from what was told.
    """
    value = story.value(key)
    if value is None:
        raise Unclear
    return value
