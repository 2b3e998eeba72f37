"""What clause patterns mean: each function takes a matched clause and tells the story. Shared by both languages.

The names of slots are the same in every template: a, b owners or things; x, y items; n, m, f, k numbers; l lists.
"""

from __future__ import annotations

from fractions import Fraction

from solver.topics.word_problems.grammar import Action, Clause
from solver.topics.word_problems.quantities import BUNDLE, MONEY_ITEM, Key, Slot, Unclear
from solver.topics.word_problems.solving import reduce
from solver.topics.word_problems.story import Story


def money(story: Story, clause: Clause, slot: str = "m") -> Fraction:
    found = clause.mark(slot)
    story.currency.add(found.unit)
    return found.value


def nothing(story: Story, clause: Clause) -> None:
    """A scene: nobody gets or gives anything. Names in slots are introduced."""
    for slot in ("a", "b"):
        if clause.text(slot) and clause.owner(slot) is not None:
            story.who(clause.name(slot))
    for name in clause.names("l") if clause.text("l") else []:
        story.meet(name)


# -- statements ------------------------------------------------------------------------------------


def subject(story: Story, clause: Clause) -> str | None:
    """Who does something; a pronoun is understood only while there is no second one whom it could mean."""
    if clause.text("a") in clause.context.grammar.pronouns and len(set(story.owners)) > 1:
        raise Unclear
    return clause.owner("a") if "a" in clause.match.re.groupindex else None


def has_money(story: Story, clause: Clause) -> None:
    story.money(subject(story, clause), money(story, clause))


def brought_money(story: Story, clause: Clause) -> None:
    """Money taken along: what was there before anything was bought."""
    story.money(subject(story, clause), money(story, clause), brought=True)


def money_left(story: Story, clause: Clause) -> None:
    story.money(subject(story, clause), money(story, clause), left=True)


def owns(story: Story, clause: Clause) -> None:
    """ "Tom has 5 apples": an owner and an item."""
    if "b" in clause.match.re.groupindex and clause.text("b"):
        story.meet(clause.name("b"))
    story.has(clause.owner("a") or "", clause.number("n"), clause.name("x"), clause.text("u"))


def is_so_many(story: Story, clause: Clause) -> None:
    """ "There are 5 of these": a thing alone, or a known owner's."""
    name = clause.name("a")
    group = story.groups[-1] if story.groups else None
    inside = group and any(name in (m.item, m.owner) for m in group.members)
    following = (
        group and group.members and not group.closed and clause.text("u") == story.units.get(group.noun)
    )
    if inside or following:
        story.part_is(name, clause.number("n"), clause.text("u"))
    elif (like := _same_as_before(story, clause, name)) is not None:
        story.has(*like, clause.text("u"))
    else:
        story.has(name, clause.number("n"), "", clause.text("u"))


def _same_as_before(story: Story, clause: Clause, name: str) -> tuple[str, Fraction, str] | None:
    """ "Ann has 5 stamps, Bob has 8": the verb makes it another owner; without the verb it is another item."""
    held = [s for s in story.ledger if s[0] and s[1] and s[1] != MONEY_ITEM]
    if name in story.heard or not held or story.groups:
        return None
    owner, item = held[-1]
    if not clause.text("u") or story.units.get(item) != clause.text("u"):
        return None
    return (name, clause.number("n"), item) if clause.text("has") else (owner, clause.number("n"), name)


def buys(story: Story, clause: Clause) -> None:
    amount = money(story, clause) if clause.text("m") else None
    story.buy(subject(story, clause), plain(story, clause), amount, planned=bool(clause.text("plan")))


def also_buys(story: Story, clause: Clause) -> None:
    """ "… and a pen for $3": goes on with the last purchase's buyer."""
    if not story.purchases:
        raise Unclear
    last = story.purchases[-1]
    story.buy(last.owner, plain(story, clause), money(story, clause), planned=last.planned)


def buys_priced(story: Story, clause: Clause) -> None:
    """ "3 pens at $2 each": one line with its price."""
    lines = plain(story, clause)
    if len(lines) != 1:
        raise Unclear
    owner = subject(story, clause)
    if owner is None and not story.owner:
        raise Unclear
    story.price(lines[0][1], money(story, clause))
    story.buy(owner, lines, planned=bool(clause.text("plan")))


def plain(story: Story, clause: Clause, slot: str = "l") -> list[tuple[Fraction, str]]:
    """The lines of a list; their units are noted."""
    lines = clause.lines(slot)
    names = [name for _, name, _ in lines]
    if not lines or len(set(names)) != len(names):
        raise Unclear
    for number, name, unit in lines:
        if number != 1 and story.units.get(story.meet(name)) == BUNDLE:
            raise Unclear  # "the pens cost $6" is no price of one pen
        story.note_unit(story.meet(name), unit)
    return [(number, name) for number, name, _ in lines]


def paid(story: Story, clause: Clause) -> None:
    if story.purchases:
        determined, _ = reduce(story.relations)
        last = story.purchases[-1]
        if last.cost in story.known or all(Key("price", "", i) in determined for _, i in last.lines):
            raise Unclear  # the cost follows from the prices: this is what was handed over
    story.paid(money(story, clause))


def tenders(story: Story, clause: Clause) -> None:
    """A note is handed over: the change is asked for."""
    if story.tender:
        raise Unclear
    story.tender = Key("tender", story.owner)
    story.define(story.tender, money(story, clause))


def priced(story: Story, clause: Clause) -> None:
    """One costs so much; with a number in k, so many cost so much together."""
    item, count, amount = (
        clause.name("x"),
        clause.number("k") if clause.text("k") else Fraction(1),
        money(story, clause),
    )
    if clause.text("u"):
        story.note_unit(story.meet(item), clause.text("u"))
    if count == 1:
        story.price(item, amount)
    else:
        story.costs([(count, item)], amount)


def priced_each(story: Story, clause: Clause) -> None:
    """The item spoken of last costs so much each."""
    if not story.item or (clause.text("u") and story.units.get(story.item) != clause.text("u")):
        raise Unclear
    story.price(story.item, money(story, clause))


def all_priced(story: Story, clause: Clause) -> None:
    """ "3 pens and 2 books cost $13"."""
    story.costs(plain(story, clause), money(story, clause))


def compares(sign: int = 1, *, kind: str = "", swap: bool = False) -> Action:
    """left = k · right ± n; k defaults to 1, the number to 0."""

    def action(story: Story, clause: Clause) -> None:
        times = clause.number("k") if clause.text("k") else Fraction(1)
        plus = Fraction(0)
        unit = clause.text("u")
        if clause.text("m"):
            plus = sign * money(story, clause)
        elif clause.text("n"):
            plus = sign * clause.number("n")
        elif clause.text("f"):
            times = 1 + sign * clause.number("f")
        left, right = _sides(story, clause)
        if swap:
            left, right = right, left
        found = kind or (
            "" if not clause.text("m") else "money" if _hold_money(story, left, right) else "price"
        )
        story.compare(left, right, times, plus, kind=found, unit=unit)

    return action


def _sides(story: Story, clause: Clause) -> tuple[str, str]:
    left = clause.owner("a")
    right = clause.owner("b")
    if right is None and not clause.text("b") and story.item in story.priced and left:
        right = story.item  # "… costs three times as much": as what was priced last
    if left is None:
        left = story.item if story.item in story.priced else story.owner
    if right is None or not left:
        raise Unclear
    return left, right


def _hold_money(story: Story, left: str, right: str) -> bool:
    return any((story.meet(name), MONEY_ITEM) in story.ledger for name in (left, right))


def compares_share(*, kind: str = "") -> Action:
    """left = f · right, where f is a fraction or a number of times."""

    def action(story: Story, clause: Clause) -> None:
        left, right = _sides(story, clause)
        story.compare(left, right, clause.number("v"), Fraction(0), kind=kind)

    return action


def compares_item(sign: int) -> Action:
    """ "Tom has 5 more apples than Mary"; k: "3 times as many apples as"."""

    def action(story: Story, clause: Clause) -> None:
        item = clause.name("x") if clause.text("x") else story.item
        owner = clause.owner("a") or story.owner
        other = clause.owner("b")
        if other is None or not owner or not item:
            raise Unclear
        item = story.meet(item)
        slots: list[Slot] = []
        for name in (owner, other):
            name = story.meet(name)
            slots.append(story.slot(name, item) or (name, item))
        times = clause.number("v") if clause.text("v") else Fraction(1)
        plus = sign * clause.number("n") if clause.text("n") else Fraction(0)
        if slots[0] == slots[1]:
            raise Unclear
        story.owner, story.item = story.meet(owner), item
        story.owners += [story.meet(owner), story.meet(other)]
        story.note_unit(item, clause.text("u"))
        story.relate([(story.balance(slots[0]), 1), (story.balance(slots[1]), -times)], plus)

    return action


def changes(sign: int) -> Action:
    """The owner gets or loses some of an item (or of the one spoken of last)."""

    def action(story: Story, clause: Clause) -> None:
        item = story.meet(clause.name("x")) if clause.text("x") else story.item
        owner = subject(story, clause)
        holder = story.meet(owner) if owner else story.owner
        if (holder, item) not in story.ledger or item == MONEY_ITEM:
            raise Unclear
        if clause.text("u"):
            story.note_unit(item, clause.text("u"))
        story.change(holder, clause.number("n"), item, sign)

    return action


def gives(story: Story, clause: Clause) -> None:
    """From a to b."""
    changes(-1)(story, clause)
    giver, item = story.owner, story.meet(clause.name("x")) if clause.text("x") else story.item
    other = clause.owner("b")
    if other and (story.meet(other), item) in story.ledger:
        story.change(other, clause.number("n"), item, 1)
    story.owner = giver
    if other:
        story.owners.append(story.meet(other))


def spends(story: Story, clause: Clause) -> None:
    owner = subject(story, clause)
    holder = story.meet(owner) if owner else story.owner
    if (holder, MONEY_ITEM) not in story.ledger:
        raise Unclear
    story.spend(holder, money(story, clause))


def buys_and_keeps(story: Story, clause: Clause) -> None:
    """ "After buying these, 60 yuan are left"."""
    story.buy(subject(story, clause), plain(story, clause))
    story.money(None, money(story, clause), left=True)


def money_together(story: Story, clause: Clause) -> None:
    slots = [(story.who(name), MONEY_ITEM) for name in clause.names("l")]
    if any(slot in story.ledger for slot in slots):
        raise Unclear
    story.relate([(story.balance(slot), 1) for slot in slots], money(story, clause))


def earns(story: Story, clause: Clause) -> None:
    owner = subject(story, clause)
    holder = story.meet(owner) if owner else story.owner
    if (holder, MONEY_ITEM) not in story.ledger:
        raise Unclear
    story.change(holder, money(story, clause), MONEY_ITEM, 1)


def all_have(story: Story, clause: Clause) -> None:
    """Everybody who has any of this item has so many together."""
    item = story.meet(clause.name("x")) if clause.text("x") else story.item
    counts = [story.balance(slot) for slot in story.ledger if slot[1] == item and slot[0]]
    if len(counts) < 2 or any(key.at for key in counts):
        raise Unclear
    story.relate([(key, 1) for key in counts], clause.number("n"))
