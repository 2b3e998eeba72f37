"""What questions of a tale mean: the only quantity that their words name."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from solver.topics.word_problems.quantities import MONEY_ITEM, ONE, Key, Unclear
from solver.topics.word_problems.reading import Question
from solver.topics.word_problems.story import MINUS, Story, Terms
from solver.topics.word_problems.tales.tale import Fact, Tale, multiply_out
from solver.topics.word_problems.tales.telling import moment, place
from solver.topics.word_problems.tales.values import PRONOUNS, SAME, THEY, Ask, Mod, Np
from solver.topics.word_problems.tales.words import (
    BUY,
    EARN,
    IN,
    OUT,
    PERIODS,
    SELL,
    SPEND,
    STATE,
    UNITS,
    unit_of,
)
from solver.topics.word_problems.wording import pluralised, singular

_ANY = frozenset("have be get do make own need use find".split())


_KINDS = frozenset(
    "animal pet fruit toy person people child item flower vehicle creature bird insect vegetable coin tree drink pastry beverage dessert "
    "snack product furniture instrument shape meal plant student employee worker guest book ticket sticker candy marble card pen".split()
)
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
            return _left(tale, value.item, who)
        case "have" | "do":
            return _amount(tale, value, who)
        case "spend":
            return _paid(tale, who, sign=-1)
        case "earn":
            return _paid(tale, who, sign=1)
        case "profit":
            return _profit(tale, who)
        case "change":
            return _change(tale, who)
        case "need":
            return _periods(tale, value, who)
        case "average":
            return _average(tale, value)
        case "percent":
            return _percent(tale, value, who)
        case "both":
            if _items(tale, value.item, who)[1] == _items(tale, value.other_item, who)[1]:
                raise Unclear
            first, second = (
                _amount(tale, replace(value, item=n), who) for n in (value.item, value.other_item)
            )
            return tale.total([(first, ONE), (second, ONE)], value.item, "all together")
        case "cost":
            return _cost(tale, value)
        case "far":
            return _measured(tale, value, who)
        case "age":
            return _age(tale, value, who)
        case "price":
            return _price(tale, value)
        case "more needed":
            return _more_needed(tale, value, who)
        case "each":
            return _each(tale, value)
        case "much more":
            return _money_difference(tale, value, who)
        case "more" | "fewer":
            return _difference(tale, value, who)
    raise Unclear


def _only_sign(found: list[Fact]) -> bool:
    return len({0 if f.sign == 1 else f.sign for f in found}) == 1


def _amount(tale: Tale, value: Ask, who: str) -> Key:
    """How many of an item: of the facts with this verb, or of all where it says nothing."""
    item = value.item
    when = moment(value.tags)
    if item == MONEY_ITEM:
        return _money(tale, value, who)
    if not item:
        told = {f.item for f in tale.facts if f.item != MONEY_ITEM}
        if len(told) != 1:
            raise Unclear
        item = told.pop()
    item, names = _items(tale, item, who)
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


def _items(tale: Tale, item: str, who: str) -> tuple[str, list[str]]:
    """The names of things that a question means by one: a collective name means all that are counted."""
    told = [f.item for f in tale.facts] + [r.item for r in tale.ratings]
    if any(tale.covers(item, name) for name in told) or _convertible(tale, item):
        return item, [item]
    longer = list(dict.fromkeys(n for n in told if tale.covers(n, item)))
    if len(longer) == 1:
        extra = tale.words(item) - tale.words(longer[0])
        if all(tale.vocabulary[w] > 1 for w in extra):
            return longer[0], [longer[0]]
    if item in _KINDS:
        containers = [r.container for r in tale.ratings]
        told = [f.item for f in tale.facts if not who or f.who == who] + [r.item for r in tale.ratings]
        names = [
            n
            for n in dict.fromkeys(told)
            if n != MONEY_ITEM and n not in PERIODS and not any(tale.related(n, c) for c in containers)
        ]
        if len(names) > 1 and not any(tale.lexicon.is_measure(n.split(" of ")[0]) for n in names):
            return item, names
    raise Unclear


def _convertible(tale: Tale, item: str) -> bool:
    told = [f.item for f in tale.facts] + [r.item for r in tale.ratings]
    return any(item in pair and (set(pair) - {item}) & set(told) for pair in UNITS)


def _left(tale: Tale, item: str, who: str) -> Key:
    """What is left: what there was and came, less what went."""
    if item == MONEY_ITEM:
        states = [f for f in tale.said(MONEY_ITEM, who) if f.sign == 0]
        ins = [(f.key, ONE) for f in tale.said(MONEY_ITEM, who) if f.sign == 1]
        if _takes_in(tale, who):
            ins = tale.money(who, sign=1)
        outs = tale.money(who, sign=-1)
        terms = [*((f.key, ONE) for f in states), *ins, *((k, MINUS * c) for k, c in outs)]
        if not states and not ins or tale.factors:
            raise Unclear
        return tale.total(terms, MONEY_ITEM, "money left")
    items = [item] if item else list(dict.fromkeys(f.item for f in tale.facts if f.sign == -1))
    if len(items) != 1:
        raise Unclear
    found = tale.said(items[0], who)
    if not any(f.sign == -1 for f in found) or not who and len({f.who for f in found if f.who}) > 1:
        raise Unclear
    return tale.total(tale.balance_of(items[0], who), items[0], f"{pluralised(items[0])} left")


def _takes_in(tale: Tale, who: str) -> bool:
    """Whether somebody earns something."""
    rates = [
        r
        for r in tale.ratings
        if r.item == MONEY_ITEM and r.verb not in ("cost", "spend", "pay", "be", "have")
    ]
    return bool(tale.deals(SELL, who) or rates)


def _money(tale: Tale, value: Ask, who: str) -> Key:
    """How much money somebody has, earned or spent, by the verb of the question."""
    if value.verb in SPEND:
        return _paid(tale, who, sign=-1)
    facts = tale.said(MONEY_ITEM, who)
    outs = [f for f in facts if f.sign == -1] + tale.deals(BUY, who)
    if value.verb in ("have", "be", "own"):
        if outs or tale.factors:
            return _left(tale, MONEY_ITEM, who)
        states = [f for f in facts if f.sign in (0, 1)]
        if states and not tale.deals(SELL, who) and not any(r.item == MONEY_ITEM for r in tale.ratings):
            if not value.total and not who and len({f.who for f in states}) > 1 and value.who != THEY:
                raise Unclear
            return tale.total([(f.key, ONE) for f in states], MONEY_ITEM, "money in all")
        return _left(tale, MONEY_ITEM, who) if outs else _paid(tale, who, sign=1)
    if value.verb in EARN:
        if outs and value.verb in ("make",):
            raise Unclear
        return _paid(tale, who, sign=1)
    raise Unclear


def _paid(tale: Tale, who: str, *, sign: int) -> Key:
    """All the money that was spent or taken in, with the discount or tax on it."""
    label = "total cost" if sign < 0 else "money taken in"
    key = tale.total(tale.money(who, sign=sign), MONEY_ITEM, label)
    for factor, what in tale.factors:
        after = tale.tally(MONEY_ITEM, what)
        tale.relate([(after, ONE), (key, -factor)])
        key = after
    if len(tale.factors) > 1:
        raise Unclear
    return key


def _profit(tale: Tale, who: str) -> Key:
    ins, outs = tale.money(who, sign=1), tale.money(who, sign=-1)
    if tale.factors:
        raise Unclear
    return tale.total([*ins, *((k, -c) for k, c in outs)], MONEY_ITEM, "profit")


def _change(tale: Tale, who: str) -> Key:
    """What comes back of the money that was handed over."""
    handed = [
        f for f in tale.facts if f.item == MONEY_ITEM and (f.verb in ("pay", "give", "hand") or f.sign == 0)
    ]
    if len(handed) != 1 or tale.factors:
        raise Unclear
    costs = [(tale.cost_of_fact(f), MINUS) for f in tale.deals(BUY, who)]
    if not costs:
        raise Unclear
    return tale.total([(handed[0].key, ONE), *costs], MONEY_ITEM, "change")


def _periods(tale: Tale, value: Ask, who: str, held: Key | None = None) -> Key:
    """How many hours, days, boxes it takes for so many: the rate is known."""
    goal, unit = value.goal, unit_of(value.item)
    if goal is None:
        raise Unclear
    if not unit and goal.mods:
        goal_item = goal.mods[0].item
    else:
        goal_item = goal.item
    if not unit:
        units = {
            r.container for r in tale.ratings if r.container in PERIODS and tale.related(r.item, goal_item)
        } | {r.item for r in tale.ratings if r.item in PERIODS and tale.related(r.container, goal_item)}
        if len(units) != 1:
            raise Unclear
        return _periods(tale, replace(value, item=units.pop()), who, held)
    if len(goal.mods) == 1 and goal.mods[0].kind == "has" and goal.number is not None:
        inside = goal.mods[0]
        held = tale.fact("", "need", goal.item)
        tale.define(held.key, goal.number)
        rating = tale.rated(goal.item, inside.item)
        tale.define(rating.key, inside.number)
        held_all = tale.times(held.key, rating.key, inside.item, f"{pluralised(inside.item)} in all")
        return _periods(tale, replace(value, goal=Np(None, inside.item), verb="held"), who, held_all)
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
    told = _asked(tale, replace(value, item=fits[0][0]))
    key = tale.tally(unit, f"{pluralised(unit)} needed")
    tale.relate([(key, ONE), (told, -fits[0][1])], given=False)
    return key


def _average(tale: Tale, value: Ask) -> Key:
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


def _percent(tale: Tale, value: Ask, who: str) -> Key:
    """What part of the whole something is, in percent; without it (`verb` is "not"), all but that."""
    whole_item, names = _items(tale, value.item, who)
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


def _cost(tale: Tale, value: Ask) -> Key:
    """What so many of these would cost."""
    goal = value.goal
    if goal is None or goal.number is None or goal.mods or tale.factors or tale.deals(BUY, ""):
        raise Unclear
    fact = tale.fact("", "buy", goal.item)
    tale.define(fact.key, goal.number)
    return tale.cost_of_fact(fact)


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


def _age(tale: Tale, value: Ask, who: str) -> Key:
    """How old somebody is in so many years."""
    found = tale.said("age", who)
    if len(found) != 1 or not who:
        raise Unclear
    key = tale.tally("age", "age then")
    tale.relate([(key, ONE), (found[0].key, MINUS)], value.years)
    return key


def _price(tale: Tale, value: Ask) -> Key:
    """What one costs of which the price was not told, where it was told what all that was bought costs."""
    bought = tale.deals(BUY, "") or [f for f in tale.facts if f.verb in BUY and f.item != MONEY_ITEM]
    fits = [
        f
        for f in bought
        if tale.related(value.item, f.item) and f.key not in tale.paid and tale.price(f.item) is None
    ]
    money = [f for f in tale.said(MONEY_ITEM) if f.sign == -1]
    if len(fits) != 1 or len(money) != 1 or tale.factors:
        raise Unclear
    rating = tale.rated(fits[0].item, MONEY_ITEM, verb="cost")
    costs = [(tale.cost_of_fact(f), ONE) for f in bought]
    tale.relate([(money[0].key, MINUS), *costs], given=False)
    return rating.key


def _more_money(tale: Tale, who: str) -> Key:
    """How much more money is needed: what is wanted, or costs, less what there is."""
    facts = tale.said(MONEY_ITEM, who)
    goals: Terms = [(f.key, ONE) for f in facts if f.sign == 3]
    goals += [
        (tale.cost_of_fact(f), ONE)
        for f in tale.facts
        if f.sign in (1, 3) and f.verb in BUY and f.item != MONEY_ITEM
    ]
    have: Terms = [(f.key, MINUS) for f in facts if f.sign in (0, 1)]
    if not goals or not have or any(f.sign in (-1, 2) for f in facts) or tale.factors:
        raise Unclear
    return tale.total([*goals, *have], MONEY_ITEM, "money still needed")


def _more_needed(tale: Tale, value: Ask, who: str) -> Key:
    """How many more are needed: the goal less what there is."""
    if value.item == MONEY_ITEM:
        return _more_money(tale, who)
    item, _ = _items(tale, value.item, who)
    goals = [f for f in tale.said(item, who) if f.sign == 3]
    rest = [f for f in tale.said(item, who) if f.sign != 3]
    if (
        len(goals) != 1
        or not rest
        or len({f.sign for f in rest} - {0, 1, 2})
        or any(f.sign == 2 and f.verb != rest[0].verb for f in rest)
    ):
        if len({f.sign for f in rest}) != 1 or len(goals) != 1:
            raise Unclear
    if any(tale.covers(item, r.item) for r in tale.ratings):
        raise Unclear
    return tale.total(
        [(goals[0].key, ONE), *((f.key, MINUS) for f in rest)], item, f"{pluralised(item)} still needed"
    )


def _each(tale: Tale, value: Ask) -> Key:
    """How many of an item each one has: a rate that was not told."""
    found = [r for r in tale.ratings if not value.item or tale.covers(value.item, r.item)]
    if value.other_item:
        found = [r for r in found if tale.related(value.other_item, r.container)]
    found = [r for r in found if r.key not in tale.known]
    if len(found) != 1:
        raise Unclear
    return found[0].key


def _money_difference(tale: Tale, value: Ask, who: str) -> Key:
    """How much more money one spent, or took in, than another one; or was spent on one thing than on another."""
    if value.verb == "have" and value.other:
        return _difference(tale, replace(value, kind="more"), who)
    sign = -1 if value.verb in SPEND else 1
    if value.verb not in SPEND | EARN:
        raise Unclear
    if value.other:
        other = tale.person(value.other)
        if not who or not other:
            raise Unclear
        left, right = tale.money(who, sign=sign), tale.money(other, sign=sign)
        if any(f.who == "" for f in tale.deals(BUY | SELL, "")):
            raise Unclear
    else:
        left, right = [], []
        for name, terms in ((value.item, left), (value.other_item, right)):
            deals = [
                f
                for f in tale.deals(BUY if sign < 0 else SELL, who)
                if tale.words(name) <= tale.words(f.item)
            ]
            if len(deals) != 1:
                raise Unclear
            terms.append((tale.cost_of_fact(deals[0]), ONE))
    if {k for k, _ in left} & {k for k, _ in right}:
        raise Unclear
    return tale.total([*left, *((k, -c) for k, c in right)], MONEY_ITEM, "difference")


def _difference(tale: Tale, value: Ask, who: str) -> Key:
    """How many more one has than another one, or there are of one than of another."""
    other = tale.person(value.other) if value.other else who
    if value.other and not (who and other):
        raise Unclear
    first, second = value.item, value.other_item or value.item
    if not value.other and not value.other_item or (other, second) == (who, first):
        raise Unclear
    left = tale.total(_simple(tale, first, who, value.verb), first, pluralised(first))
    right = tale.total(_simple(tale, second, other, value.verb), second, pluralised(second))
    a, b = tale.value(left), tale.value(right)
    if a is None or b is None or (a < b) != (value.kind == "fewer") and a != b and value.total:
        raise Unclear
    sign = Fraction(1) if value.kind != "fewer" else MINUS
    return tale.total([(left, sign), (right, -sign)], first, "difference")


def _simple(tale: Tale, item: str, who: str, verb: str) -> Terms:
    found = tale.said(item, who)
    if who and any(f.who != who for f in found):
        raise Unclear
    if any(f.sign == -1 for f in found) and any(f.sign != -1 for f in found):
        return tale.balance_of(item, who)
    return tale.amount(item, who)


__all__ = ["SAME", "Mod", "ask", "place"]
