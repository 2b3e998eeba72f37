"""What questions of a tale mean: the only quantity that their words name."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from solver.topics.stories.word_problems.quantities import MONEY_ITEM, ONE, Key, Unclear, the_only
from solver.topics.stories.word_problems.reading import Question
from solver.topics.stories.word_problems.story import Story, Terms
from solver.topics.stories.word_problems.tales.asked_money import (
    change,
    cost,
    difference,
    left_over,
    money_asked,
    money_difference,
    money_paid,
    more_needed,
    profit,
    unknown_price,
)
from solver.topics.stories.word_problems.tales.asked_names import items_meant
from solver.topics.stories.word_problems.tales.asked_rates import (
    age_at,
    average,
    for_each,
    percentage,
    periods,
)
from solver.topics.stories.word_problems.tales.tale import Fact, Tale, multiply_out
from solver.topics.stories.word_problems.tales.telling import moment, place
from solver.topics.stories.word_problems.tales.values import PRONOUNS, THEY, Ask
from solver.topics.stories.word_problems.tales.words import (
    IN,
    OUT,
    PERIODS,
    STATE,
    UNITS,
    unit_of,
)
from solver.topics.stories.word_problems.wording import pluralised, singular

_ANY = frozenset("have be get do make own need use find".split())


_PEOPLE = frozenset(
    "boy girl man woman friend child kid sibling brother sister family couple person student player group team class".split()
)


def ask(value: Ask) -> Question:
    """A question as the reader wants it."""

    def meaning(story: Story) -> None:
        assert isinstance(story, Tale)
        _spans(story, value)
        if any(story.words(a) & story.words(place(value.tags)) for a in story.actors):
            raise Unclear  # "left with Ann": a place that is somebody
        keys = [_asked(story, value)]
        multiply_out(story)
        if story.products or any(k in story.known for k in keys):
            raise Unclear
        story.ask(*keys)

    return Question((meaning,))


def _spans(tale: Tale, value: Ask) -> None:
    """The time, or the number of things, that a question asks about: "in 3 weeks", "in a year", "with 5 boxes"."""
    for mod in value.mods:
        item = unit_of(mod.item)
        told = [f for f in tale.facts if f.item == item]
        rated = [
            r
            for r in tale.ratings
            if r.container == item or (item, r.container) in UNITS or (r.container, item) in UNITS
        ]
        if not rated and not told and _is_number_of_facts(tale, value, item, mod.number):
            continue
        if told:
            raise Unclear
        if value.who and value.who != THEY:
            tale.person(value.who)
        fact = tale.fact("", "have", item)
        tale.define(fact.key, mod.number)
        if mod.number == 1:
            tale.settle({fact.key})


def _is_number_of_facts(tale: Tale, value: Ask, unit: str, number: Fraction) -> bool:
    """Whether "in the two weeks", "in both lakes" only says that all that was told is asked for."""
    if unit in PERIODS:
        return number > 1 and number == len({f.when for f in tale.facts if f.when})
    return number > 1 and number == len({f.who for f in tale.said(value.item)})


def _who(tale: Tale, value: Ask) -> str:
    """Whom a question asks about; "" for all."""
    if not value.who or value.who == THEY:
        return ""
    if value.who in PRONOUNS:
        return tale.person(value.who)
    if " & " in value.who:
        names = {tale.person(name) for name in value.who.split(" & ")}
        told = {f.who for f in tale.facts if f.who} | {r.who for r in tale.ratings if r.who}
        if not told <= names and told:
            raise Unclear
        return ""
    known = [a for a in tale.actors if a == value.who] or [
        a for a in tale.actors if tale.words(value.who) & tale.words(a)
    ]
    if known:
        return tale.person(value.who)
    if any(tale.related(singular(value.who), r.container) for r in tale.ratings):
        return singular(value.who)
    if (
        singular(value.who.split()[-1]) in _PEOPLE
        or tale.lexicon.is_collective(value.who)
        or tale.vocabulary[value.who.split()[-1]] > 1
    ):
        return ""
    raise Unclear


def _asked(tale: Tale, value: Ask) -> Key:
    if " & " in value.who and value.kind in ("have", "do") and value.item != MONEY_ITEM:
        names = [tale.person(name) for name in value.who.split(" & ")]
        if all(tale.said(value.item, n) and any(f.who == n for f in tale.facts) for n in names) and len(
            names
        ) == len(set(names)):
            keys = [_amount(tale, replace(value, who=n, total=True), n) for n in names]
            if len(set(keys)) == len(keys):
                return tale.total([(k, ONE) for k in keys], value.item, "all together")
    who = _who(tale, value)
    match value.kind:
        case "left":
            return left_over(tale, value.item, who)
        case "have" | "do":
            return _amount(tale, value, who)
        case "spend":
            return money_paid(tale, who, sign=-1)
        case "earn":
            return money_paid(tale, who, sign=1)
        case "profit":
            return profit(tale, who)
        case "change":
            return change(tale, who)
        case "need":
            return periods(tale, value, who)
        case "average":
            return average(tale, value)
        case "percent":
            return percentage(tale, value, who)
        case "both":
            if items_meant(tale, value.item, who)[1] == items_meant(tale, value.other_item, who)[1]:
                raise Unclear
            first, second = (
                _amount(tale, replace(value, item=n), who) for n in (value.item, value.other_item)
            )
            return tale.total([(first, ONE), (second, ONE)], value.item, "all together")
        case "cost":
            return cost(tale, value)
        case "far":
            return _measured(tale, value, who)
        case "age":
            return age_at(tale, value, who)
        case "price":
            return unknown_price(tale, value)
        case "more needed":
            return more_needed(tale, value, who)
        case "each":
            return for_each(tale, value)
        case "much more":
            return money_difference(tale, value, who)
        case "more" | "fewer":
            return difference(tale, value, who)
    raise Unclear


def _amount(tale: Tale, value: Ask, who: str) -> Key:
    """How many of an item: of the facts with this verb, or of all where it says nothing."""
    item = value.item
    when = moment(value.tags)
    if item == MONEY_ITEM:
        return money_asked(tale, value, who)
    if not item:
        told = {f.item for f in tale.facts if f.item != MONEY_ITEM}
        item = the_only(told)
    item, names = items_meant(tale, item, who)
    terms: Terms = []
    for name in names:
        found = tale.said(name, who, when)
        if when and not found:
            raise Unclear
        if value.verb not in _ANY and value.verb not in STATE:
            same = [f for f in found if f.verb == value.verb]
            if same and len(same) != len(found):
                if value.verb in IN and not value.total and any(f.sign == 0 for f in found):
                    raise Unclear
                terms += [(f.key, ONE) for f in same]
                continue
            if found and not same and not _synonyms(value.verb, found):
                raise Unclear
        if when:
            terms += [(f.key, ONE) for f in found]
            continue
        if value.verb in ("have", "be", "own", "get") and any(f.sign == -1 for f in found):
            if value.total or value.verb == "get":
                raise Unclear
            terms += tale.balance_of(name, who)
            continue
        if value.verb in STATE and any(f.sign == 2 for f in found) and any(f.sign != 2 for f in found):
            raise Unclear
        terms += tale.amount(name, who)
    return tale.total(terms, item, f"{pluralised(item)} in all")


def _synonyms(verb: str, found: list[Fact]) -> bool:
    """Whether a question with another verb asks for what was told: "collected", "picked"."""
    verbs = {f.verb for f in found}
    if len(verbs) != 1:
        return False
    told = verbs.pop()
    return told in STATE or (verb in IN and told in IN) or (verb in OUT and told in OUT)


_DISTANCES = ("mile", "km", "m", "foot", "yard", "block", "lap")


def _measured(tale: Tale, value: Ask, who: str) -> Key:
    """How far, in the only unit of length that was told; how long, in that of time."""
    units = PERIODS if value.item == "time" else _DISTANCES
    told = {
        n.split(" of ")[0] for n in [*(f.item for f in tale.facts), *(r.item for r in tale.ratings)]
    } & set(units)
    if len(told) != 1:
        raise Unclear
    return _asked(tale, replace(value, kind="do", item=told.pop()))


__all__ = ["ask"]
