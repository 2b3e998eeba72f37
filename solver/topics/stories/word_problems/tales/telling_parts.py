"""What clauses of a tale mean about parts of a whole, equal shares, gifts to each, and sales of all that there is."""

from __future__ import annotations

from fractions import Fraction

from solver.topics.stories.word_problems.quantities import MONEY_ITEM, ONE, Key, Unclear, the_only
from solver.topics.stories.word_problems.tales.tale import Tale, multiply_out
from solver.topics.stories.word_problems.tales.values import (
    GiveEach,
    Part,
    SellAll,
    Split,
)
from solver.topics.stories.word_problems.wording import pluralised


def give_each(tale: Tale, value: GiveEach) -> None:
    """So many for each of a container or a person: a product."""
    who = tale.person(value.who)
    item = value.amount.item or tale.item
    if not item or value.amount.mods or value.amount.number is None or value.amount.extra:
        raise Unclear
    fact = tale.fact(who, "give", item, "", value.container)
    count = tale.tally(value.container, pluralised(value.container))
    tale.define(count, value.number)
    each = tale.tally(item, f"{pluralised(item)} for each {value.container}")
    tale.define(each, value.amount.number)
    tale.products.append((fact.key, count, each))
    multiply_out(tale)


def sell_all(tale: Tale, value: SellAll) -> None:
    """All that somebody has is sold."""
    who = tale.person(value.who) if value.who else ""
    item = value.item or tale.item
    if not item:
        raise Unclear
    terms = tale.amount(item, who if tale.said(item, who) else "")
    count = tale.total(terms, item, f"{pluralised(item)} in all")
    fact = tale.fact(who, "sell", item)
    tale.relate([(fact.key, ONE), (count, Fraction(-1))], given=False)
    tale.currency.add(value.unit)
    cost = tale.tally(MONEY_ITEM, "money for all")
    tale.serial += 1
    price = Key("price", "", item, tale.serial)
    tale.define(price, value.price)
    tale.products.append((cost, fact.key, price))
    tale.paid[fact.key] = cost


def split_equally(tale: Tale, value: Split) -> None:
    """The amount is so many times what each gets."""
    who = tale.person(value.who) if value.who else ""
    item = value.item or tale.item
    found = tale.said(item, who)
    losing = any(f.sign == -1 for f in found)
    terms = tale.balance_of(item, who) if losing else tale.amount(item, who)
    count = tale.fact("", "be", value.container)
    tale.define(count.key, value.number)
    rating = tale.rated(value.container, item, verb="get")
    tale.products.append((tale.total(terms, item, f"{item} in all"), count.key, rating.key))
    multiply_out(tale)


def tell_part(tale: Tale, value: Part) -> None:
    """A part of the whole that was spoken of last is told by a number, by its share, or is the rest."""
    amount = value.amount
    whole = amount.item if amount is not None and amount.item else ""
    if not whole:
        whole = next(reversed(tale.parts.values()))[0] if tale.parts else tale.item
    if amount is None and not tale.parts:
        whole = _gather(tale)
    if not whole or whole == MONEY_ITEM:
        raise Unclear
    before = {k: base for k, (item, base) in tale.parts.items() if item == whole}
    base = (
        next(iter(before.values()))
        if before
        else tale.total(tale.amount(whole), whole, f"{pluralised(whole)} in all")
    )
    item = value.name if value.noun else f"{value.name} {whole}"
    fact = tale.fact("", "be", item)
    tale.parts[fact.key] = (whole, base)
    if amount is None:
        if not before:
            raise Unclear
        tale.relate([(fact.key, ONE), (base, Fraction(-1)), *((k, ONE) for k in before)], given=False)
    elif amount.share == "rest":
        if not before:
            raise Unclear
        left = tale.tally(whole, f"{pluralised(whole)} left")
        tale.relate([(left, ONE), (base, Fraction(-1)), *((k, ONE) for k in before)], given=False)
        tale.relate([(fact.key, ONE), (left, -amount.times)])
    elif amount.share:
        tale.relate([(fact.key, ONE), (base, -amount.times)])
    elif amount.number is not None:
        tale.define(fact.key, amount.number)
    else:
        raise Unclear
    tale.item = whole


def _gather(tale: Tale) -> str:
    """The whole of which other facts are parts: 40 balls, 12 white balls, 6 blue balls."""
    wholes = [
        f for f in tale.facts if any(g.item != f.item and tale.covers(f.item, g.item) for g in tale.facts)
    ]
    whole = the_only(wholes)
    for fact in tale.facts:
        if fact.item != whole.item and tale.covers(whole.item, fact.item):
            tale.parts[fact.key] = (whole.item, whole.key)
    return whole.item
