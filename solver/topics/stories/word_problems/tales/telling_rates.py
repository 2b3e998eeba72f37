"""What clauses of a tale mean that tell how many one has of another: rates, prices, and when."""

from __future__ import annotations

from solver.topics.stories.word_problems.quantities import MONEY_ITEM, ONE, Key, Unclear, the_only
from solver.topics.stories.word_problems.tales.tale import Tale
from solver.topics.stories.word_problems.tales.telling_values import item_of
from solver.topics.stories.word_problems.tales.values import (
    PRONOUNS,
    SAME,
    Mod,
    Np,
    Rate,
    Tag,
)
from solver.topics.stories.word_problems.tales.words import DAY_PARTS, DAYS, PERIODS, unit_of


def tell_rated(tale: Tale, who: str, verb: str, item: str, np: Np, when: str, mods: dict[str, Mod]) -> None:
    """So many in every one of something; perhaps during so many of them."""
    per, often, span = mods.get("per"), mods.get("times"), mods.get("for")
    container = per.item if per is not None else "time"
    if set(when.split()) & DAYS:
        raise Unclear  # every day, but only on these days
    rating = tale.rated(unit_of(container), item, who, verb, container if container in DAY_PARTS else when)
    if np.number is not None:
        tale.define(rating.key, np.number)
    else:
        _rate_value(tale, rating.key, item, np)
    if often is not None:
        if per is not None:
            raise Unclear
        tale.define(tale.rated(unit_of(often.item), "time", who, verb).key, often.number)
    if span is not None:
        fact = tale.fact(who, verb, unit_of(span.item))
        tale.define(fact.key, span.number)
    tale.item = item if item != MONEY_ITEM else tale.item


def _rate_value(tale: Tale, key: Key, item: str, np: Np) -> None:
    """A rate that is compared with that of another."""
    if len(np.refs) != 1:
        raise Unclear
    ref = np.refs[0]
    found = [r for r in tale.ratings if r.key != key and r.item == item]
    if ref.who != SAME:
        who = tale.person(ref.who)
        found = [r for r in found if who in (r.who, r.container)]
    elif ref.item:
        found = [r for r in tale.ratings if r.key != key and tale.related(ref.item, r.item)]
    tale.relate([(key, ONE), (the_only(found).key, -np.times)], np.plus)


def tell_rate(tale: Tale, value: Rate) -> None:
    """One of a container has so many of each of these."""
    container = value.container
    if container in PRONOUNS or not container:
        container = tale.item
    if not container:
        raise Unclear
    who = tale.person(value.who) if value.who else ""
    container = unit_of(container)
    if value.number != 1:
        fact = tale.fact(who, "be", container)
        tale.define(fact.key, value.number)
    for np in value.objects:
        if any(m.kind not in ("each", "has") for m in np.mods) or np.share or np.extra:
            raise Unclear
        item = (
            item_of(tale, np)
            if np.item or not np.refs
            else MONEY_ITEM
            if value.verb == "cost"
            else item_of(tale, np)
        )
        if np.unit and item == MONEY_ITEM:
            tale.currency.add(np.unit)
        verb = "cost" if value.verb == "be" and item == MONEY_ITEM else value.verb
        rating = tale.rated(container, item, who, verb, moment(np.tags))
        if np.number is not None and np.times != 1:
            tale.relate([(rating.key, 1 / np.times)], np.number)  # so long for so many
        elif np.number is not None:
            tale.define(rating.key, np.number)
        else:
            _compare_rates(tale, rating.key, item, np)
        for m in np.mods:
            if m.kind == "has":
                tale.define(tale.rated(item, m.item).key, m.number)
    tale.item = container if container not in PERIODS else tale.item


def _compare_rates(tale: Tale, key: Key, item: str, np: Np) -> None:
    """One costs more than another one: its rate may be told later."""
    if len(np.refs) != 1:
        raise Unclear
    ref = np.refs[0]
    name = ref.who if ref.who != SAME else ref.item
    if name in PRONOUNS or not name:
        raise Unclear
    found = [r for r in tale.ratings if r.key != key and r.item == item and tale.related(name, r.container)]
    if not found:
        raise Unclear
    tale.relate([(key, ONE), (the_only(found).key, -np.times)], np.plus)


def moment(tags: tuple[Tag, ...]) -> str:
    """When something is: the times that were named."""
    return " ".join(t.text for t in tags if t.kind == "when")


def place(tags: tuple[Tag, ...]) -> str:
    """Where something is."""
    return " ".join(t.text for t in tags if t.kind == "where")
