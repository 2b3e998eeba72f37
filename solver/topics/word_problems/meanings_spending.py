"""What clause patterns mean, where money is spent, given or handed over in other ways than for a counted list.

See `meanings`; the names of slots are the same.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from solver.topics.word_problems.grammar import Action, Clause
from solver.topics.word_problems.meanings import money, plain, subject
from solver.topics.word_problems.quantities import MONEY_ITEM, ONE, Key, Purchase, Unclear
from solver.topics.word_problems.story import Story

_RETURNS: Final = re.compile("剩|找回|找给|应找|left|change")


def then(*actions: Action) -> Action:
    """One clause that says several things."""

    def action(story: Story, clause: Clause) -> None:
        for each in actions:
            each(story, clause)

    return action


def _buy_some(story: Story, owner: str | None, item: str) -> Key:
    """Somebody buys some of an item, nobody says how many: there is a cost, and no price."""
    holder, item = story.who(owner), story.meet(item)
    if any(item == p.cost.item or item in (i for _, i in p.lines) for p in story.purchases):
        raise Unclear
    story.serial += 1
    cost = Key("cost", holder, item, story.serial)
    story.purchases.append(Purchase(holder, (), cost))
    story.change(holder, cost, MONEY_ITEM, -1)
    return cost


def buys_some(story: Story, clause: Clause) -> None:
    """ "Mother spent 36 yuan on fish"."""
    cost = _buy_some(story, subject(story, clause), clause.name("x"))
    story.define(cost, money(story, clause))


def _cost_of(story: Story, name: str) -> Key | None:
    """What was spent on an item, where it was bought at once and alone."""
    found = [
        p.cost
        for p in story.purchases
        if p.cost.item == name or [i for _, i in p.lines] == [name]
    ]  # fmt: skip
    if len(found) > 1:
        raise Unclear
    return found[0] if found else None


def compares_spending(sign: int = 1) -> Action:
    """ "… spent 27 yuan more on beef than on fish" (or v times as much): what was spent, whatever the prices."""

    def action(story: Story, clause: Clause) -> None:
        left, right = story.meet(clause.name("x")), story.meet(clause.name("y"))
        owner = subject(story, clause)
        if left == right:
            raise Unclear
        known = _cost_of(story, right)
        times = clause.number("v") if clause.text("v") else ONE
        plus = sign * money(story, clause) if clause.text("m") else Fraction(0)
        if known is None:
            # nothing was bought: "to buy one of these costs more than to buy one of those"
            if not (clause.text("one_of_1") and clause.text("one_of_2")):
                raise Unclear
            story.compare(left, right, times, plus, kind="price")
            return
        cost = _cost_of(story, left) or _buy_some(story, owner, left)
        if clause.text("one_of_2") and any(
            p.cost == known and p.lines and p.lines[0][0] != 1 for p in story.purchases
        ):
            known = story.price_key(right)  # several were bought, and this is told of one
        story.relate([(cost, 1), (known, -times)], plus)

    return action


def buys_each(story: Story, clause: Clause) -> None:
    """ "… buys one of each" of all that has a price; with a list, of these."""
    names = [story.familiar(name) for name in clause.names("l")] if clause.text("l") else list(story.priced)
    if len(names) < 2 or any(name not in story.priced for name in names):
        raise Unclear
    if clause.text("k") and clause.number("k") != len(names):
        raise Unclear
    story.buy(subject(story, clause), [(clause.number("j"), name) for name in names])


def ask_last_cost(story: Story, clause: Clause) -> None:
    """What the only purchase costs."""
    if len(story.purchases) != 1:
        raise Unclear
    story.ask(story.purchases[0].cost)


def compares_bill(sign: int) -> Action:
    """ "The cake costs 12 yuan more than the 3 bottles of milk together"."""

    def action(story: Story, clause: Clause) -> None:
        item, lines = story.meet(clause.name("a")), plain(story, clause)
        if any(story.meet(name) == item for _, name in lines):
            raise Unclear
        times = clause.number("k") if clause.text("k") else ONE
        plus = sign * money(story, clause) if clause.text("m") else Fraction(0)
        right = [(story.price_key(name), -number * times) for number, name in lines]
        story.relate([(story.price_key(item), ONE), *right], plus)

    return action


def gives_money(story: Story, clause: Clause) -> None:
    """Money goes from a (named or spoken of last, if he has any) to b."""
    giver = clause.owner("a")
    holder = story.meet(giver) if giver else story.owner
    other = clause.owner("b")
    if other is None or story.meet(other) == holder:
        raise Unclear
    amount = money(story, clause)
    slot = (story.meet(other), MONEY_ITEM)
    gives = (holder, MONEY_ITEM) in story.ledger
    if gives:
        story.change(holder, amount, MONEY_ITEM, -1)
    if slot in story.ledger:
        story.change(other, amount, MONEY_ITEM, 1)
    elif not gives:
        story.money(other, amount, brought=True)


def buys_with(story: Story, clause: Clause) -> None:
    """ "… uses 100 yuan to buy these": what they cost, or, where something of it is left, what he had."""
    lines = plain(story, clause)
    if _RETURNS.search(clause.context.marked.text):
        story.money(subject(story, clause), money(story, clause), brought=True)
        story.buy(None, lines)
    else:
        story.buy(subject(story, clause), lines, money(story, clause))


def buys_marked(story: Story, clause: Clause) -> None:
    """ "… buys 2 books of 25 yuan"."""
    item, number = story.meet(clause.name("x")), clause.number("k") if clause.text("k") else Fraction(1)
    story.note_unit(item, clause.text("u"))
    story.price(item, money(story, clause))
    story.buy(subject(story, clause), [(number, item)], planned=bool(clause.text("plan")))


def brings_and_buys(story: Story, clause: Clause) -> None:
    """ "… takes 500 yuan along to buy 8 balls"."""
    story.money(subject(story, clause), money(story, clause), brought=True)
    story.buy(None, plain(story, clause), planned=True)


def tenders_notes(story: Story, clause: Clause) -> None:
    """One note or several are handed over: the change is asked for."""
    if story.tender:
        raise Unclear
    story.tender = Key("tender", story.owner)
    story.define(story.tender, clause.number("k") * money(story, clause))


def takes_for_all(story: Story, clause: Clause) -> None:
    """ "20 balls of two kinds …, 1300 yuan in all": what was paid for all members of the last whole."""
    if (
        story.purchases
        or story.revenue is not None
        or not story.groups
        or not story.groups[-1].closed
        or story.legs
    ):
        raise Unclear
    story.revenue = money(story, clause)


def tenders_from(story: Story, clause: Clause) -> None:
    """Somebody hands over money for what he buys."""
    story.who(subject(story, clause))
    tenders_notes(story, clause)


def buys_last(story: Story, clause: Clause) -> None:
    """ "Apples cost 8 yuan each; she bought 5": of what was priced last, where nothing else waits to be bought."""
    item = story.familiar(clause.name("x")) if clause.text("x") else story.item
    bought = {name for p in story.purchases for _, name in p.lines}
    if item not in story.priced or item in bought:
        raise Unclear
    if not clause.text("x") and any(name not in bought | {item} for name in story.priced):
        raise Unclear
    if story.units.get(item) != clause.text("u"):
        raise Unclear
    story.buy(subject(story, clause), [(clause.number("n"), item)])
