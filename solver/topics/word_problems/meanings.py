"""What clause patterns mean: each function takes a matched clause and tells the story. Shared by both languages.

The names of slots are the same in every template: a, b owners or things; x, y items; n, m, f, k numbers; l lists.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from solver.topics.word_problems.grammar import Action, Clause
from solver.topics.word_problems.solving import reduce
from solver.topics.word_problems.story import MONEY_ITEM, Key, Slot, Story, Unclear


def _money(story: Story, clause: Clause, slot: str = "m") -> Fraction:
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


def has_money(story: Story, clause: Clause) -> None:
    story.money(clause.owner("a"), _money(story, clause))


def brought_money(story: Story, clause: Clause) -> None:
    """Money taken along: what was there before anything was bought."""
    story.money(clause.owner("a"), _money(story, clause), brought=True)


def money_left(story: Story, clause: Clause) -> None:
    story.money(clause.owner("a"), _money(story, clause), left=True)


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
    following = group and group.members and not group.closed and clause.text("u") == story.units.get(group.noun)
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
    amount = _money(story, clause) if clause.text("m") else None
    story.buy(clause.owner("a"), plain(story, clause), amount, planned=bool(clause.text("plan")))


def also_buys(story: Story, clause: Clause) -> None:
    """ "… and a pen for $3": goes on with the last purchase's buyer."""
    if not story.purchases:
        raise Unclear
    last = story.purchases[-1]
    story.buy(last.owner, plain(story, clause), _money(story, clause), planned=last.planned)


def buys_priced(story: Story, clause: Clause) -> None:
    """ "3 pens at $2 each": one line with its price."""
    lines = plain(story, clause)
    if len(lines) != 1:
        raise Unclear
    owner = clause.owner("a") if "a" in clause.match.re.groupindex else None
    if owner is None and not story.owner:
        raise Unclear
    story.price(lines[0][1], _money(story, clause))
    story.buy(owner, lines, planned=bool(clause.text("plan")))


def plain(story: Story, clause: Clause, slot: str = "l") -> list[tuple[Fraction, str]]:
    """The lines of a list; their units are noted."""
    lines = clause.lines(slot)
    names = [name for _, name, _ in lines]
    if not lines or len(set(names)) != len(names):
        raise Unclear
    for _, name, unit in lines:
        story.note_unit(story.meet(name), unit)
    return [(number, name) for number, name, _ in lines]


def paid(story: Story, clause: Clause) -> None:
    if story.purchases:
        determined, _ = reduce(story.relations)
        if all(Key("price", "", item) in determined for _, item in story.purchases[-1].lines):
            raise Unclear  # the cost follows from the prices: this is what was handed over
    story.paid(_money(story, clause))


def tenders(story: Story, clause: Clause) -> None:
    """A note is handed over: the change is asked for."""
    if story.tender:
        raise Unclear
    story.tender = Key("tender", story.owner)
    story.define(story.tender, _money(story, clause))


def priced(story: Story, clause: Clause) -> None:
    """One costs so much; with a number in k, so many cost so much together."""
    item, count, amount = (
        clause.name("x"),
        clause.number("k") if clause.text("k") else Fraction(1),
        _money(story, clause),
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
    story.price(story.item, _money(story, clause))


def all_priced(story: Story, clause: Clause) -> None:
    """ "3 pens and 2 books cost $13"."""
    story.costs(plain(story, clause), _money(story, clause))


def compares(sign: int = 1, *, kind: str = "", swap: bool = False) -> Action:
    """left = k · right ± n; k defaults to 1, the number to 0."""

    def action(story: Story, clause: Clause) -> None:
        times = clause.number("k") if clause.text("k") else Fraction(1)
        plus = Fraction(0)
        unit = clause.text("u")
        if clause.text("m"):
            plus = sign * _money(story, clause)
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
        story.note_unit(item, clause.text("u"))
        story.relate([(story.balance(slots[0]), 1), (story.balance(slots[1]), -times)], plus)

    return action


def group(*, by_owner: bool = False) -> Action:
    """A whole that has these parts."""

    def action(story: Story, clause: Clause) -> None:
        noun = clause.name("x") if clause.text("x") else ""
        owner = clause.owner("a") if clause.text("a") else None
        unit = clause.text("u")
        story.group(owner, clause.names("l"), clause.number("n"), noun, unit, by_owner=by_owner)

    return action


def parts_named(story: Story, clause: Clause) -> None:
    """ "…: story books, science books and comics": the parts of what was counted last."""
    story.begin_group()
    if story.groups[-1].closed or story.groups[-1].members:
        raise Unclear
    for name in clause.names("l"):
        story.part(name)
    story.close_last()


def share(story: Story, clause: Clause) -> None:
    story.share(clause.name("x"), clause.number("f"), clause.name("w") if clause.text("w") else "")


def part_is(story: Story, clause: Clause) -> None:
    story.begin_group()
    story.part_is(clause.name("x"), clause.number("n"), clause.text("u"))


def rest(story: Story, clause: Clause) -> None:
    story.rest(clause.names("l"))


def ratio(story: Story, clause: Clause) -> None:
    names = (
        clause.names("l") if clause.text("l") else [clause.name(s) for s in ("a", "b", "c") if clause.text(s)]
    )
    story.ratio(names, clause.numbers("r"))


def changes(sign: int) -> Action:
    """The owner gets or loses some of an item (or of the one spoken of last)."""

    def action(story: Story, clause: Clause) -> None:
        item = story.meet(clause.name("x")) if clause.text("x") else story.item
        owner = clause.owner("a")
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


def spends(story: Story, clause: Clause) -> None:
    owner = clause.owner("a")
    holder = story.meet(owner) if owner else story.owner
    if (holder, MONEY_ITEM) not in story.ledger:
        raise Unclear
    story.spend(holder, _money(story, clause))


def buys_and_keeps(story: Story, clause: Clause) -> None:
    """ "After buying these, 60 yuan are left"."""
    story.buy(clause.owner("a"), plain(story, clause))
    story.money(None, _money(story, clause), left=True)


def money_together(story: Story, clause: Clause) -> None:
    slots = [(story.who(name), MONEY_ITEM) for name in clause.names("l")]
    if any(slot in story.ledger for slot in slots):
        raise Unclear
    story.relate([(story.balance(slot), 1) for slot in slots], _money(story, clause))


def sells_for(story: Story, clause: Clause) -> None:
    sells(story, clause)
    takes_in(story, clause)


def sum_and_difference(larger: str, smaller: str) -> Action:
    """Both at once: the sum in n, the difference in d."""

    def action(story: Story, clause: Clause) -> None:
        if clause.number("k") != 2:
            raise Unclear
        a, b = (Key("number", "", story.meet(name)) for name in (larger, smaller))
        story.relate([(a, 1), (b, 1)], clause.number("n"))
        story.relate([(a, 1), (b, -1)], clause.number("d"))

    return action


def _age(story: Story, name: str | None) -> Key:
    key = Key("age", story.who(name))
    if not key.owner:
        raise Unclear
    return key


def age_is(story: Story, clause: Clause) -> None:
    story.define(_age(story, clause.owner("a")), clause.number("n"))


def ages(sign: int) -> Action:
    """a is n years older (or v times as old)."""

    def action(story: Story, clause: Clause) -> None:
        other = clause.owner("b")
        left = _age(story, clause.owner("a"))
        if other is None:
            raise Unclear
        right = Key("age", story.meet(other))
        if left == right:
            raise Unclear
        story.owners += [name for name in (left.owner, right.owner) if name not in story.owners]
        times = clause.number("v") if clause.text("v") else Fraction(1)
        story.relate([(left, 1), (right, -times)], sign * clause.number("n") if clause.text("n") else 0)

    return action


def ages_together(story: Story, clause: Clause) -> None:
    keys = list(dict.fromkeys(k for r in story.relations for k in r.terms if k.kind == "age"))
    if len(keys) < 2:
        raise Unclear
    story.relate([(key, 1) for key in keys], clause.number("n"))


def earns(story: Story, clause: Clause) -> None:
    owner = clause.owner("a") if "a" in clause.match.re.groupindex else None
    holder = story.meet(owner) if owner else story.owner
    if (holder, MONEY_ITEM) not in story.ledger:
        raise Unclear
    story.change(holder, _money(story, clause), MONEY_ITEM, 1)


def all_have(story: Story, clause: Clause) -> None:
    """Everybody who has any of this item has so many together."""
    item = story.meet(clause.name("x")) if clause.text("x") else story.item
    counts = [story.balance(slot) for slot in story.ledger if slot[1] == item and slot[0]]
    if len(counts) < 2 or any(key.at for key in counts):
        raise Unclear
    story.relate([(key, 1) for key in counts], clause.number("n"))


def two_numbers(larger: str, smaller: str, sign: int) -> Action:
    """The sum (sign 1) or the difference (sign -1) of two numbers without names."""

    def action(story: Story, clause: Clause) -> None:
        if clause.text("k") and clause.number("k") != 2:
            raise Unclear
        keys = [Key("number", "", story.meet(name)) for name in (larger, smaller)]
        story.relate([(keys[0], 1), (keys[1], sign)], clause.number("n"))

    return action


def larger_is(larger: str, smaller: str, sign: int = 1) -> Action:
    """ "The larger is k times the smaller" (plus or minus n)."""

    def action(story: Story, clause: Clause) -> None:
        keys = [Key("number", "", story.meet(name)) for name in (larger, smaller)]
        times = clause.number("v") if clause.text("v") else Fraction(1)
        plus = sign * clause.number("n") if clause.text("n") else Fraction(0)
        story.relate([(keys[0], 1), (keys[1], -times)], plus)

    return action


def legs(table: Callable[[str], int | None]) -> Action:
    """So many legs in all, of the animals named so far."""

    def action(story: Story, clause: Clause) -> None:
        story.legs = {name: n for name in story.heard if (n := table(name))}
        if story.leg_total is not None:
            raise Unclear
        story.leg_total = clause.number("n")

    return action


def heads(table: Callable[[str], int | None]) -> Action:
    """So many heads in all, of the animals named so far."""

    def action(story: Story, clause: Clause) -> None:
        animals = [name for name in story.heard if table(name)]
        story.group(None, animals, clause.number("n"))

    return action


def sells(story: Story, clause: Clause) -> None:
    """So many sold in all, of kinds that have prices."""
    if story.sold:
        raise Unclear
    story.sold = (clause.number("n"), story.meet(clause.name("x")))


def takes_in(story: Story, clause: Clause) -> None:
    if story.revenue is not None:
        raise Unclear
    story.revenue = _money(story, clause)


def two_named(sign: int) -> Action:
    """The sum or the difference of two numbers that have names (the first is not the smaller one)."""

    def action(story: Story, clause: Clause) -> None:
        if clause.number("k") != 2:
            raise Unclear
        first, second = (story.meet(name) for name in clause.names("l"))
        if sign == 1:
            return story.group(None, [first, second], clause.number("n"))
        story.compare(first, second, Fraction(1), clause.number("n"), kind="count")

    return action
