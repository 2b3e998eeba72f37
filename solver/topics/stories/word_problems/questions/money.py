"""Questions about money and prices."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from solver.topics.stories.word_problems.meanings import Thing
from solver.topics.stories.word_problems.quantities import (
    BUNDLE,
    MONEY_ITEM,
    ONE,
    Key,
    Purchase,
    Unclear,
    the_only,
)
from solver.topics.stories.word_problems.questions.finding import holder, is_told
from solver.topics.stories.word_problems.reading import Question
from solver.topics.stories.word_problems.story import MINUS, Line, Story, Terms


def price_difference() -> Question:
    """By how much the prices of the two things differ."""

    def ask(story: Story) -> None:
        keys = [Key("price", "", name) for name in story.priced]
        values = [story.value(k) for k in keys]
        if len(keys) != 2 or values[0] is None or values[1] is None:
            raise Unclear
        sign = ONE if values[0] >= values[1] else MINUS
        story.ask_sum("difference", [(keys[0], sign), (keys[1], -sign)])

    return Question((ask,))


def money_left(owner: str | None = None) -> Question:
    """What is left after spending: something must have been spent."""

    def ask(story: Story) -> None:
        if story.tender is not None:
            change().meanings[0](story)
            return
        slots = [s for s, at in story.ledger.items() if s[1] == MONEY_ITEM and at]
        who = holder(story, owner) if slots else ""
        if (who, MONEY_ITEM) in slots:
            _from_nothing(story, who)
            story.ask(story.balance((who, MONEY_ITEM)))
        elif not slots and story.priced and not story.purchases and (first := _only_money(story)) is not None:
            story.ask_sum("rest", [(first, ONE), *((Key("price", "", item), MINUS) for item in story.priced)])
        elif (
            not slots and story.groups and story.groups[-1].noun == MONEY_ITEM and not story.groups[-1].closed
        ):
            story.ask_sum("rest", story.left_over(story.groups[-1]))
        else:
            raise Unclear

    return Question((ask,))


def _from_nothing(story: Story, who: str) -> None:
    """Who sells things, and of whose money nothing was said, begins with none."""
    first = Key("money", who, MONEY_ITEM, 0)
    if story.incomes and first not in story.known and story.value(first) is None:
        story.relate([(first, ONE)], 0, given=False)


def _only_money(story: Story) -> Key | None:
    """The money of the only one who has any."""
    found = [Key("money", *s, 0) for s in story.ledger if s[1] == MONEY_ITEM]
    return found[0] if len(found) == 1 and found[0] in story.known else None


def earned(owner: str | None = None) -> Question:
    """What was taken in by selling."""

    def ask(story: Story) -> None:
        if not story.incomes:
            raise Unclear
        story.ask_sum("total", [(k, ONE) for k in story.incomes])

    return Question((ask,))


def profit() -> Question:
    """What was taken in, less what was paid."""

    def ask(story: Story) -> None:
        if not story.incomes or not story.purchases:
            raise Unclear
        story.ask_sum(
            "profit", [*((k, ONE) for k in story.incomes), *((p.cost, MINUS) for p in story.purchases)]
        )

    return Question((ask,))


def money_now(owner: str | None = None) -> Question:
    """How much money somebody has, as things stand."""

    def ask(story: Story) -> None:
        story.ask(story.balance((holder(story, owner), MONEY_ITEM)))

    return Question((ask,))


def money_in_all() -> Question:
    """How much money all who have any have together."""

    def ask(story: Story) -> None:
        slots = [s for s in story.ledger if s[1] == MONEY_ITEM]
        if len(slots) < 2:
            raise Unclear
        story.ask_sum("total", [(story.balance(s), ONE) for s in slots])

    return Question((ask,))


def money_first(owner: str | None = None) -> Question:
    """How much money somebody had before anything was spent."""

    def ask(story: Story) -> None:
        slot = (holder(story, owner), MONEY_ITEM)
        if not story.ledger.get(slot):
            raise Unclear
        story.ask(Key("money", slot[0], MONEY_ITEM, 0))

    return Question((ask,))


def _purchases(story: Story, owner: str | None) -> list[Purchase]:
    found = story.purchases
    if owner:
        found = [p for p in found if p.owner == story.whom(owner)]
    if not found or not owner and len({p.owner for p in found}) > 1:
        raise Unclear
    return found


def spent(owner: str | None = None, *on: str, several: bool = False) -> Question:
    """What all that was bought costs; where some of it alone is named, what that costs. `several`: just one thing is too few."""

    def ask(story: Story) -> None:
        found = _purchases(story, owner)
        things = [(t, p) for p in found for t in ([name for _, name in p.lines] or [p.cost.item])]
        if several and len(things) < 2:
            raise Unclear
        named = [p for t, p in things if any(_names_one(story, phrase, t) for phrase in on)]
        if named and len(named) < len(things):
            if any(len(p.lines) > 1 for p in named):
                raise Unclear  # one of several things on a bill
            found = list(dict.fromkeys(named))
        story.ask_sum("spent", [(p.cost, ONE) for p in found])

    return Question((ask,))


_PAID: Final = frozenset({"ticket", "fare", "admission", "entry", "票"})


def priced(story: Story, name: str, number: Fraction = ONE) -> Key:
    """The price that a question means by a name: "an adult ticket" where adults pay so much."""
    keys = [Key("price", "", item) for item in story.priced]
    exact = [k for k in keys if k.item == name or story.words(k.item) == story.words(name)]
    if len(exact) == 1:
        return exact[0]
    said = story.words(name)
    told = frozenset(w for w in said if w not in _PAID or story.vocabulary[w] > 1)
    if told and told != said:  # "an adult's ticket", where adults pay so much
        return story.best(told, keys)
    if number != 1:
        keys = [k for k in keys if not story.lexicon.is_content(name, k.item)]
    return story.best(story.words(name), keys)


def cost_of(things: Sequence[Thing], *, together: bool = False) -> Question:
    """What these cost: each by itself, or together."""

    def ask(story: Story) -> None:
        terms: Terms = []
        for thing in things:
            terms.append((priced(story, thing.name, thing.number), thing.number))
            if thing.number != 1 and story.units.get(terms[-1][0].item) == BUNDLE:
                raise Unclear
        if together or any(c != 1 for _, c in terms):
            story.ask_sum("spent", terms)
        else:
            story.ask(*(k for k, _ in terms))

    return Question((ask,))


def reduced_price() -> Question:
    """What the only thing with a reduced price costs now."""

    def ask(story: Story) -> None:
        story.ask(Key("price", "", _reduced(story)))

    return Question((ask,))


def list_price() -> Question:
    """What the only thing with a reduced price cost before."""

    def ask(story: Story) -> None:
        story.ask(Key("list", "", _reduced(story)))

    return Question((ask,))


def _reduced(story: Story) -> str:
    names = {k.item for r in story.relations for k in r.terms if k.kind == "list"}
    return the_only(names)


def each_price() -> Question:
    """The prices of everything, in the order of the text."""

    def ask(story: Story) -> None:
        if len(story.priced) < 2:
            raise Unclear
        story.ask(*(Key("price", "", item) for item in story.priced))

    return Question((ask,))


def _names_one(story: Story, said: str, thing: str) -> bool:
    """Whether words of a question are about a thing that was bought: all that they share is not a mere "for the party"."""
    return bool(thing) and bool(story.words(said) & story.words(thing))


def all_priced(name: str = "") -> Question:
    """What one of each thing that has a price costs together. "The jacket" is one thing, not a jacket and trousers."""

    def ask(story: Story) -> None:
        alike = [_names_one(story, name, thing) for thing in story.priced]
        if len(story.priced) < 2 or any(alike) and not all(alike):
            raise Unclear
        story.ask_sum("spent", [(Key("price", "", item), ONE) for item in story.priced])

    return Question((ask,))


def all_of_so_many(number: Fraction, name: str = "") -> Question:
    """What so many things cost together: just those that have prices, or on which money was spent.

    "The two meals" are lunch and dinner; "the two shirts" are not a shirt and a hat.
    """

    def ask(story: Story) -> None:
        said = story.words(name)
        names = [*story.priced, *(p.cost.item for p in story.purchases if p.cost.item)]
        if any(said & story.words(n) for n in names) and not all(said & story.words(n) for n in names):
            raise Unclear
        costs = [p.cost for p in story.purchases]
        bought = sum((len(p.lines) or 1 for p in story.purchases), 0)
        if costs and bought == number:
            story.ask_sum("spent", [(cost, ONE) for cost in costs])
        elif not costs and len(story.priced) == number:
            story.ask_sum("spent", [(Key("price", "", item), ONE) for item in story.priced])
        else:
            raise Unclear

    return Question((ask,))


def buys_one_of_each(story: Story) -> None:
    """Somebody buys one of each thing that has a price."""
    if len(story.priced) < 2:
        raise Unclear
    story.buy(None, [(ONE, item) for item in story.priced])


def change(amount: Fraction | None = None) -> Question:
    """What comes back from what was handed over, or from `amount`."""

    def ask(story: Story) -> None:
        costs = [(p.cost, MINUS) for p in story.purchases]
        if not costs:
            raise Unclear
        first = story.tender
        if first is None and amount is not None:
            first = story.fresh("tender")
            story.define(first, amount)
        if first is None:
            first = Key("money", story.purchases[0].owner, MONEY_ITEM, 0)
        if first not in story.known:
            raise Unclear
        story.ask_sum("change", [(first, ONE), *costs])

    return Question((ask,))


def missing(owner: str | None = None, lines: Sequence[Line] = ()) -> Question:
    """How much more money is needed for what is to be bought."""

    def ask(story: Story) -> None:
        terms = story.cost_terms(lines) if lines else [(p.cost, ONE) for p in story.purchases]
        if not terms and len(story.priced) == 1:
            terms = [(Key("price", "", story.priced[0]), ONE)]
        who = holder(story, owner)
        slot = (who, MONEY_ITEM)
        own = Key("money", who, MONEY_ITEM, 0) if story.purchases else story.balance(slot)
        if not terms or not is_told(story, own):
            raise Unclear
        story.ask_sum("missing", [*terms, (own, MINUS)])

    return Question((ask,))


def missing_for_both(owner: str | None = None) -> Question:
    """How much more money is needed for one of each of the two things that have prices."""

    def ask(story: Story) -> None:
        if len(story.priced) != 2 or story.purchases:
            raise Unclear
        missing(owner, [(ONE, item) for item in story.priced]).meanings[0](story)

    return Question((ask,))
