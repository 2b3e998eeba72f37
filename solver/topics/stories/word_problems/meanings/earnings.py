"""What clauses mean about pay by the hour, prices that were reduced, and packs with so many in each."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from solver.topics.stories.word_problems.meanings.amounts import note
from solver.topics.stories.word_problems.meanings.purchases import Bought, line_price
from solver.topics.stories.word_problems.meanings.things import Amount, Meaning
from solver.topics.stories.word_problems.products import rate_of
from solver.topics.stories.word_problems.quantities import MONEY_ITEM, ONE, Key, Relation, Unclear, the_only
from solver.topics.stories.word_problems.story import MINUS, Story, scaled


def earns(owner: str | None, lines: Sequence[Bought]) -> Meaning:
    """Somebody gets so much for each of these ("6 hours", at $8 each): it is money that he has."""

    def tell(story: Story) -> None:
        for line in lines:
            if line.price is not None:
                line_price(story, line)
            elif story.meet(line.name) not in story.priced:
                raise Unclear
        holder = story.who(owner)
        income = story.fresh("income", holder)
        terms = story.cost_terms([(x.number, x.name) for x in lines])
        story.relate([(income, ONE), *scaled(terms, MINUS)])
        story.incomes.append(income)
        slot = (holder, MONEY_ITEM)
        if slot in story.ledger:
            story.change(slot, income, 1)
        else:
            story.relate([(story.balance(slot), ONE), (income, MINUS)], given=False)

    return tell


def keeps_a_period(period: str, income: Amount, out: Amount) -> Meaning:
    """Every week so much comes in and so much of it is spent: the difference is what a week brings."""

    def tell(story: Story) -> None:
        note(story, income)
        note(story, out)
        name = story.meet(period)
        gets, spends = story.fresh("income", "", name), story.fresh("cost", "", name)
        story.define(gets, income.number)
        story.define(spends, out.number)
        story.relate([(story.rate(name), ONE), (gets, MINUS), (spends, ONE)], given=False)

    return tell


def earns_a_period(period: str, number: Fraction, unit: str) -> Meaning:
    """So many hours every week, at a pay by the hour that was told: that is what a week brings."""

    def tell(story: Story) -> None:
        hour = story.meet(unit)
        if hour not in story.priced or hour == story.meet(period):
            raise Unclear
        story.relate([(story.rate(period), ONE), (Key("price", "", hour), -number)])

    return tell


def has_packs(
    owner: str | None, packs: Fraction, container: str, amount: Amount, *, small_unit: str = ""
) -> Meaning:
    """Somebody has (or gets) so many containers with so many in each, counted in the smaller unit from now on."""

    def tell(story: Story) -> None:
        holder = story.who(owner) if owner != "" else ""
        item = story.meet(amount.item)
        rate = rate_of(story, story.meet(container), item)
        story.define(rate, amount.number)
        slot = (holder, item)
        if slot in story.ledger:
            inside = story.fresh("count", "", item)
            story.relate([(inside, ONE), (rate, -packs)])
            story.change(slot, inside, 1)
        else:
            story.item = item
            story.relate([(story.balance(slot), ONE), (rate, -packs)])
        story.note_unit(item, small_unit)

    return tell


def _priced(story: Story, thing: str) -> str:
    """Which of the things that have prices is meant; a name for any of them ("the item") means the only one."""
    said, priced = story.words(thing), list(dict.fromkeys(story.priced))
    if not said:
        return priced[-1] if priced else ""
    named = [name for name in priced if said <= story.words(name)]
    if not named and len(priced) < 2 and story.lexicon.is_collective(thing):
        named = priced or [""]
    return the_only(named)


def reduced(factor: Fraction, off: Fraction, thing: str = "") -> Meaning:
    """The price of a thing ("": told last) was the list price; what is paid is `factor` times that, less `off`."""

    def tell(story: Story) -> None:
        name = _priced(story, thing)
        key, before = (
            Key("price", "", name),
            {k for r in story.relations for k in r.terms if k.kind == "list"},
        )
        full = Key("list", "", name, sum(k.item == name for k in before))
        if (
            key not in story.known
            and not before
            or any(name == item for p in story.purchases for _, item in p.lines)
        ):
            raise Unclear
        story.relations = [
            Relation({full if k == key else k: c for k, c in r.terms.items()}, r.constant, r.given)
            for r in story.relations
        ]
        story.known = {full if k == key else k for k in story.known}
        story.relate([(story.speak(key), ONE), (full, -factor)], -off)

    return tell


def all_reduced(factor: Fraction) -> Meaning:
    """Whatever has a price: what is paid is `factor` times that."""

    def tell(story: Story) -> None:
        prices = dict.fromkeys(k for r in story.relations for k in r.terms if k.kind == "price")
        names = [key.item for key in prices if key in story.known]
        if not names or len(names) < len(prices):
            raise Unclear
        for name in names:
            reduced(factor, Fraction(0), name)(story)

    return tell


def costs_after_reduction(name: str, amount: Amount, factor: Fraction) -> Meaning:
    """So much after a discount: the list price follows."""

    def tell(story: Story) -> None:
        note(story, amount)
        met = story.meet(name) if name else story.item
        if not met or met == MONEY_ITEM:
            raise Unclear
        price = story.rate(met)
        story.define(price, amount.number)
        story.relate([(price, ONE), (Key("list", "", met), -factor)])

    return tell
