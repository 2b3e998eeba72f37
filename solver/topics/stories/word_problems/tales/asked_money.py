"""What questions of a tale mean about money, what is left, what is still needed, and differences."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from solver.topics.stories.word_problems.quantities import MONEY_ITEM, ONE, Key, Unclear, the_only
from solver.topics.stories.word_problems.story import MINUS, Terms
from solver.topics.stories.word_problems.tales.asked_names import items_meant
from solver.topics.stories.word_problems.tales.tale import Tale
from solver.topics.stories.word_problems.tales.values import THEY, Ask
from solver.topics.stories.word_problems.tales.words import (
    BUY,
    EARN,
    SELL,
    SPEND,
)
from solver.topics.stories.word_problems.wording import pluralised


def left_over(tale: Tale, item: str, who: str) -> Key:
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
    item = item or the_only({f.item for f in tale.facts if f.sign == -1})
    found = tale.said(item, who)
    if not any(f.sign == -1 for f in found) or not who and len({f.who for f in found if f.who}) > 1:
        raise Unclear
    return tale.total(tale.balance_of(item, who), item, f"{pluralised(item)} left")


def _takes_in(tale: Tale, who: str) -> bool:
    """Whether somebody earns something."""
    rates = [
        r
        for r in tale.ratings
        if r.item == MONEY_ITEM and r.verb not in ("cost", "spend", "pay", "be", "have")
    ]
    return bool(tale.deals(SELL, who) or rates)


def money_asked(tale: Tale, value: Ask, who: str) -> Key:
    """How much money somebody has, earned or spent, by the verb of the question."""
    if value.verb in SPEND:
        return money_paid(tale, who, sign=-1)
    facts = tale.said(MONEY_ITEM, who)
    outs = [f for f in facts if f.sign == -1] + tale.deals(BUY, who)
    if value.verb in ("have", "be", "own"):
        if outs or tale.factors:
            return left_over(tale, MONEY_ITEM, who)
        states = [f for f in facts if f.sign in (0, 1)]
        if states and not tale.deals(SELL, who) and not any(r.item == MONEY_ITEM for r in tale.ratings):
            if not value.total and not who and len({f.who for f in states}) > 1 and value.who != THEY:
                raise Unclear
            return tale.total([(f.key, ONE) for f in states], MONEY_ITEM, "money in all")
        return left_over(tale, MONEY_ITEM, who) if outs else money_paid(tale, who, sign=1)
    if value.verb in EARN:
        if outs and value.verb in ("make",):
            raise Unclear
        return money_paid(tale, who, sign=1)
    raise Unclear


def money_paid(tale: Tale, who: str, *, sign: int) -> Key:
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


def profit(tale: Tale, who: str) -> Key:
    """What came in less what went out."""
    ins, outs = tale.money(who, sign=1), tale.money(who, sign=-1)
    if tale.factors:
        raise Unclear
    return tale.total([*ins, *((k, -c) for k, c in outs)], MONEY_ITEM, "profit")


def change(tale: Tale, who: str) -> Key:
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


def cost(tale: Tale, value: Ask) -> Key:
    """What so many of these would cost."""
    goal = value.goal
    if goal is None or goal.number is None or goal.mods or tale.factors or tale.deals(BUY, ""):
        raise Unclear
    fact = tale.fact("", "buy", goal.item)
    tale.define(fact.key, goal.number)
    return tale.cost_of_fact(fact)


def unknown_price(tale: Tale, value: Ask) -> Key:
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


def more_needed(tale: Tale, value: Ask, who: str) -> Key:
    """How many more are needed: the goal less what there is."""
    if value.item == MONEY_ITEM:
        return _more_money(tale, who)
    item, _ = items_meant(tale, value.item, who)
    goals = [f for f in tale.said(item, who) if f.sign == 3]
    rest = [f for f in tale.said(item, who) if f.sign != 3]
    if (
        len(goals) != 1
        or not rest
        or len({f.sign for f in rest} - {0, 1, 2})
        or any(f.sign == 2 and f.verb != rest[0].verb for f in rest)
    ) and (len({f.sign for f in rest}) != 1 or len(goals) != 1):
        raise Unclear
    if any(tale.covers(item, r.item) for r in tale.ratings):
        raise Unclear
    return tale.total(
        [(goals[0].key, ONE), *((f.key, MINUS) for f in rest)], item, f"{pluralised(item)} still needed"
    )


def money_difference(tale: Tale, value: Ask, who: str) -> Key:
    """How much more money one spent, or took in, than another one; or was spent on one thing than on another."""
    if value.verb == "have" and value.other:
        return difference(tale, replace(value, kind="more"), who)
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
            terms.append((tale.cost_of_fact(the_only(deals)), ONE))
    if {k for k, _ in left} & {k for k, _ in right}:
        raise Unclear
    return tale.total([*left, *((k, -c) for k, c in right)], MONEY_ITEM, "difference")


def difference(tale: Tale, value: Ask, who: str) -> Key:
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
