"""What questions of a tale mean about times, shares, averages, percentages and ages."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from solver.topics.stories.word_problems.quantities import ONE, Key, Unclear, the_only
from solver.topics.stories.word_problems.story import MINUS, Terms
from solver.topics.stories.word_problems.tales.asked_names import items_meant
from solver.topics.stories.word_problems.tales.tale import Tale, multiply_out
from solver.topics.stories.word_problems.tales.values import Ask, Np
from solver.topics.stories.word_problems.tales.words import (
    PERIODS,
    UNITS,
    unit_of,
)
from solver.topics.stories.word_problems.wording import pluralised


def periods(tale: Tale, value: Ask, who: str, held: Key | None = None) -> Key:
    """How many hours, days, boxes it takes for so many: the rate is known."""
    goal, unit = value.goal, unit_of(value.item)
    if goal is None:
        raise Unclear
    goal_item = goal.mods[0].item if not unit and goal.mods else goal.item
    if not unit:
        units = {
            r.container for r in tale.ratings if r.container in PERIODS and tale.related(r.item, goal_item)
        } | {r.item for r in tale.ratings if r.item in PERIODS and tale.related(r.container, goal_item)}
        return periods(tale, replace(value, item=the_only(units)), who, held)
    if len(goal.mods) == 1 and goal.mods[0].kind == "has" and goal.number is not None:
        inside = goal.mods[0]
        wanted = tale.fact("", "need", goal.item)
        tale.define(wanted.key, goal.number)
        rating = tale.rated(goal.item, inside.item)
        tale.define(rating.key, inside.number)
        held_all = tale.times(wanted.key, rating.key, inside.item, f"{pluralised(inside.item)} in all")
        return periods(tale, replace(value, goal=Np(None, inside.item), verb="held"), who, held_all)
    inverse = [r for r in tale.ratings if r.item == unit and tale.related(r.container, goal.item)]
    rates = [r for r in tale.ratings if r.container == unit and tale.related(r.item, goal.item)]
    rates = [r for r in rates if not who or r.who in ("", who)]
    if not rates and not inverse:
        return _converted_periods(tale, value, goal, unit)
    key = tale.tally(unit, f"{pluralised(unit)} needed")
    if held is not None:
        terms: Terms = [(held, ONE)]
    elif goal.number is None:
        terms = tale.amount(goal.item, "")
    else:
        fact = tale.tally(goal.item, pluralised(goal.item))
        tale.define(fact, goal.number)
        terms = [(fact, ONE)]
    need = tale.total(terms, goal.item, pluralised(goal.item))
    if len(rates) + len(inverse) != 1:
        raise Unclear
    if goal.mods:
        raise Unclear
    if rates:
        tale.products.append((need, key, rates[0].key))
    else:
        tale.products.append((key, need, inverse[0].key))
    return key


def _converted_periods(tale: Tale, value: Ask, goal: Np, unit: str) -> Key:
    """The rate is told in another unit: it takes so many minutes, asked for are hours."""
    others = [
        (a if unit == b else b, Fraction(n) if unit == b else Fraction(1, n))
        for (a, b), n in UNITS.items()
        if unit in (a, b)
    ]
    fits = [
        (other, factor)
        for other, factor in others
        if any(
            r.container == other
            and tale.related(r.item, goal.item)
            or r.item == other
            and tale.related(r.container, goal.item)
            for r in tale.ratings
        )
    ]
    if len(fits) != 1:
        raise Unclear
    told = periods(
        tale,
        replace(value, item=fits[0][0]),
        tale.person(value.who) if value.who and " & " not in value.who else "",
    )
    key = tale.tally(unit, f"{pluralised(unit)} needed")
    tale.relate([(key, ONE), (told, -fits[0][1])], given=False)
    return key


def average(tale: Tale, value: Ask) -> Key:
    """The sum of what several have, divided by how many they are."""
    found = tale.said(value.item)
    if (
        len(found) < 2
        or len({f.who for f in found}) != len(found)
        and len({f.when for f in found}) != len(found)
    ):
        raise Unclear
    if (
        not all(f.who for f in found)
        or len({f.verb for f in found}) != 1
        or any(tale.covers(value.item, r.item) for r in tale.ratings)
    ):
        raise Unclear
    total = tale.total([(f.key, ONE) for f in found], value.item, f"{pluralised(value.item)} in all")
    key = tale.tally(value.item, "average")
    tale.relate([(key, Fraction(len(found))), (total, MINUS)], given=False)
    return key


def percentage(tale: Tale, value: Ask, who: str) -> Key:
    """What part of the whole something is, in percent; without it (`verb` is "not"), all but that."""
    whole_item, names = items_meant(tale, value.item, who)
    if who and value.other_item != value.item:
        raise Unclear
    part = tale.total(tale.amount(value.other_item, who), value.other_item, pluralised(value.other_item))
    terms = [t for name in names for t in tale.amount(name)]
    whole = tale.total(terms, whole_item, f"{pluralised(whole_item)} in all")
    multiply_out(tale)
    number = tale.value(whole)
    if not number or whole == part:
        raise Unclear
    if value.verb == "not":
        rest = tale.tally(whole_item, "the others")
        tale.relate([(rest, ONE), (whole, MINUS), (part, ONE)], given=False)
        part = rest
    key = tale.tally("percent", "percentage")
    tale.relate([(key, number), (part, Fraction(-100))], given=False, after=(whole,))
    return key


def age_at(tale: Tale, value: Ask, who: str) -> Key:
    """How old somebody is in so many years."""
    found = tale.said("age", who)
    if len(found) != 1 or not who:
        raise Unclear
    key = tale.tally("age", "age then")
    tale.relate([(key, ONE), (found[0].key, MINUS)], value.years)
    return key


def for_each(tale: Tale, value: Ask) -> Key:
    """How many of an item each one has: a rate that was not told."""
    found = [r for r in tale.ratings if not value.item or tale.covers(value.item, r.item)]
    if value.other_item:
        found = [r for r in found if tale.related(value.other_item, r.container)]
    found = [r for r in found if r.key not in tale.known]
    return the_only(found).key
