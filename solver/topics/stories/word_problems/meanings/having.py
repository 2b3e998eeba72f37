"""What clauses mean about having, getting and losing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction

from solver.topics.stories.word_problems.meanings.amounts import note
from solver.topics.stories.word_problems.meanings.things import Amount, Compared, Meaning, Thing, terms_of
from solver.topics.stories.word_problems.products import rate_of
from solver.topics.stories.word_problems.quantities import MONEY_ITEM, ONE, Key, Unclear
from solver.topics.stories.word_problems.story import PRONOUNS, Story, scaled


def has(owner: str | None, amounts: Sequence[Amount]) -> Meaning:
    """Somebody (or, with "", nobody in particular) has these."""

    def tell(story: Story) -> None:
        for amount in amounts:
            note(story, amount)
            item = amount.item
            if not item and owner != "":
                holder = story.who(owner)
                others = {s[0] for s in story.ledger if s[1] == story.item and s[0]}
                if story.item and (others - {holder} or story.ledger.get((holder, story.item))):
                    item = story.item  # "Tom has 30 marbles and Ann has 20"; "now he has 30"
            story.has(owner, amount.number, item, "" if amount.money else amount.unit)

    return tell


def starts_with_money(
    owner: str | None, amount: Amount, *, later: Callable[[Story, str], bool] | None = None
) -> Meaning:
    """Somebody has so much money before anything happens to it: "Tom started with $20", "小明原来有20元".

    `later`: whether, by what was told of the owner, it is money of a later time; that is another clause.
    """

    def tell(story: Story) -> None:
        note(story, amount)
        holder = story.who(owner)
        if later is not None and later(story, holder):
            raise Unclear
        story.define(Key("money", holder, MONEY_ITEM, 0), amount.number)
        story.ledger.setdefault((holder, MONEY_ITEM), 0)

    return tell


def has_compared(owner: str | None, item: str, compared: Compared) -> Meaning:
    """Somebody has times · what another has + plus of an item (or of money)."""

    def tell(story: Story) -> None:
        same = story.last.item if story.last is not None and story.last.kind in ("count", "money") else ""
        item_ = item or compared.item
        name = story.meet(MONEY_ITEM if item_ == "money" else item_ or same or story.item)
        if not name:
            raise Unclear
        before = story.last
        left = story.balance((story.who(owner), name))
        if not left.owner:
            raise Unclear
        if compared.base:
            story.item = name if name != MONEY_ITEM else story.item
            base = [_of_item(story, thing, name) for thing in compared.base]
            if ("", name) in story.ledger and story.balance(("", name)) in story.known:
                for thing in base:
                    # his own, not all that there are
                    if thing.kind == "count" and thing.owner and thing.name:
                        story.balance((story.meet(thing.owner), name))
            right = terms_of(story, base, "")
        elif before is not None and before != left:
            right = [(before, ONE)]
        else:
            raise Unclear
        story.equate([(left, ONE)], scaled(right, compared.times), compared.plus)

    return tell


def _of_item(story: Story, thing: Thing, item: str) -> Thing:
    """ "than Tom" is than Tom has of the item; "than pears" is than he has of pears."""
    if thing.role == "when":
        if (thing.owner, item) not in story.ledger:
            raise Unclear
    elif thing.role or thing.kind or (thing.owner and thing.name):
        return thing
    said = story.meet(thing.name)
    if said and any(s[1] == said for s in story.ledger) and not any(s[0] == said for s in story.ledger):
        return Thing(thing.name, story.owner, thing.number, "count")
    if thing.owner != "" and not thing.name:
        return Thing(
            "" if item == MONEY_ITEM else item,
            thing.owner,
            thing.number,
            "money" if item == MONEY_ITEM else "count",
        )
    if item == MONEY_ITEM:
        return Thing("", thing.name, thing.number, "money")
    return Thing(item, thing.name, thing.number, "count")


def gets(owner: str | None, amounts: Sequence[Amount], sign: int, other_owner: str | None = "") -> Meaning:
    """Somebody gets (or loses) these; from or to another one, where he has some that was spoken of.

    What is the first that is said of somebody and an item is what he has.
    """

    def tell(story: Story) -> None:
        for amount in amounts:
            note(story, amount)
            holder = story.who(owner)
            item = story.meet(amount.item or story.item)
            slot = (holder, item)
            if item == MONEY_ITEM and sign > 0 and _only_planned(story, holder):
                story.define(Key("money", holder, MONEY_ITEM, 0), amount.number)
                continue
            if slot not in story.ledger:
                slot = _place(story, slot, sign)
            story.note_unit(item, "" if amount.money else amount.unit)
            if slot in story.ledger:
                story.change(slot, amount.number, sign)
            elif sign > 0:
                story.define(story.balance(slot), amount.number)
            else:
                raise Unclear
            if other_owner != "":
                there = (story.meet(other_owner or ""), item)
                if there in story.ledger:
                    story.change(there, amount.number, -sign)
            if item != MONEY_ITEM:
                story.item = item

    return tell


def _only_planned(story: Story, holder: str) -> bool:
    """Whether somebody has only spoken of what he wants to buy, and not of the money that he has."""
    planned = [p.planned for p in story.purchases if p.owner == holder]
    return bool(planned) and all(planned) and Key("money", holder, MONEY_ITEM, 0) not in story.known


def _place(story: Story, slot: tuple[str, str], sign: int) -> tuple[str, str]:
    """Where things are that somebody takes or brings who had none himself: the only place that has some."""
    places = [s for s in story.ledger if s[1] == slot[1]]
    if len(places) != 1 or sign > 0 and places[0][0] or places[0][0] in story.people:
        return slot
    return places[0]


def have_together(amount: Amount) -> Meaning:
    """All who have some of an item have so much of it together."""

    def tell(story: Story) -> None:
        note(story, amount)
        item = story.meet(amount.item or story.item)
        if not item or not story.pool(item):
            raise Unclear
        story.owner = ""
        story.define(story.balance(("", item)), amount.number)

    return tell


def put_together(item: str = "") -> Meaning:
    """What several have is put together."""

    def tell(story: Story) -> None:
        if not story.pool(story.meet(item or story.item)):
            raise Unclear
        story.owner = ""

    return tell


def gives(giver: str | None, receiver: str | None, amounts: Sequence[Amount]) -> Meaning:
    """One gives these to another; counted for each of them of whom it was told what he has."""

    def tell(story: Story) -> None:
        if receiver in PRONOUNS and not story.owner:
            raise Unclear
        to = story.who(receiver)  # "him" is who was spoken of before the giver
        by = story.who(giver)
        if to == by:
            raise Unclear
        for amount in amounts:
            item = story.meet(amount.item or story.item)
            known = [(who, sign) for who, sign in ((by, -1), (to, 1)) if (who, item) in story.ledger]
            for who, sign in known or [(to, 1)]:
                gets(who, [amount], sign)(story)
        # "Grandma gave Leo $50. He …": of a giver nothing else is told
        story.owner = by if any(s[0] == by for s in story.ledger) else to

    return tell


def changes_twice(owner: str | None, amount: Amount, compared: Compared, sign: int) -> Meaning:
    """So many come (or go), and then times · that + plus more."""

    def tell(story: Story) -> None:
        note(story, amount)
        holder = story.who(owner)
        item = story.meet(amount.item or story.item)
        slot = (holder, item)
        if slot not in story.ledger:
            slot = _place(story, slot, sign)
        if slot not in story.ledger:
            if sign < 0:
                raise Unclear
            story.define(story.balance(slot), Fraction(0))
        first, second = story.fresh("count", "", item), story.fresh("count", "", item)
        story.define(first, amount.number)
        story.equate([(second, ONE)], [(first, compared.times)], compared.plus)
        for change in (first, second):
            story.change(slot, change, sign)

    return tell


def needs(owner: str | None, amount: Amount) -> Meaning:
    """Somebody wants to have so many (or so much money): a goal, not what he has."""

    def tell(story: Story) -> None:
        note(story, amount)
        item = story.meet(amount.item)
        story.item = item if item != MONEY_ITEM else story.item
        story.define(Key("target", story.who(owner), item), amount.number)

    return tell


def has_some(owner: str | None, item: str) -> Meaning:
    """Somebody has some of an item; how many is not said."""

    def tell(story: Story) -> None:
        name = story.meet(item)
        if name != MONEY_ITEM:
            story.item = name
        story.balance((story.who(owner), name))

    return tell


def shares_equally(owner: str | None, number: Fraction, among: str, item: str = "") -> Meaning:
    """Somebody shares all that he has among so many."""

    def tell(story: Story) -> None:
        holder = story.who(owner)
        name = story.meet(item or story.item)
        if not name:
            raise Unclear
        slot = (holder, name) if (holder, name) in story.ledger else story.slot(name, create=False)
        rate = rate_of(story, story.meet(among), name)
        story.relate([(story.balance(slot), ONE), (rate, -number)])
        story.speak(rate)

    return tell


def has_left(owner: str | None, amount: Amount) -> Meaning:
    """After what was told, somebody has so much left."""

    def tell(story: Story) -> None:
        note(story, amount)
        holder = story.who(owner)
        item = story.meet(amount.item or story.item)
        slots = [s for s, at in story.ledger.items() if at and s[1] == item]
        slot = (holder, item) if (holder, item) in slots else slots[0] if len(slots) == 1 else None
        if slot is not None:
            story.define(story.balance(slot), amount.number)
        elif story.groups:
            group = story.groups[-1]
            story.relate(story.left_over(group), amount.number)
        else:
            raise Unclear

    return tell
