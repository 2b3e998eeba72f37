"""What questions mean: which quantities of the story they ask for. Shared by both languages."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from solver.topics.word_problems.grammar import Action, Clause
from solver.topics.word_problems.meanings import plain
from solver.topics.word_problems.quantities import MONEY_ITEM, Key, Relation, Slot, Unclear
from solver.topics.word_problems.solving import reduce
from solver.topics.word_problems.story import Story

# Nouns under which things of different names are counted together.
COLLECTIVE: Final = frozenset(
    "水果 动物 东西 人 同学 学生 花 树 球 书 车 小朋友 玩具 文具 家禽 衣服 物品 小动物 animal pet fruit toy person "
    "child item flower vehicle student".split()
)
# The other half of an audience, a class, a team: "the rest" goes without saying.
OPPOSITE: Final = (("男", "女"), ("boy", "girl"), ("man", "woman"), ("adult", "child"), ("male", "female"))


def _holder(story: Story, clause: Clause) -> str:
    """Whose money: named, or the only one who has any."""
    owner = clause.owner("a") if clause.text("a") else None
    if owner:
        return story.familiar(owner)
    holders = {slot[0] for slot in story.ledger if slot[1] == MONEY_ITEM}
    if len(holders) != 1:
        raise Unclear
    return holders.pop()


def ask_money_left(story: Story, clause: Clause) -> None:
    """What is left after spending: something must have been spent."""
    slot = (_holder(story, clause), MONEY_ITEM)
    if not story.ledger.get(slot) or story.tender:
        raise Unclear
    story.ask(story.balance(slot))


def ask_money_now(story: Story, clause: Clause) -> None:
    slot = (_holder(story, clause), MONEY_ITEM)
    if slot not in story.ledger or story.ledger[slot]:
        raise Unclear
    story.ask(story.balance(slot))


def ask_money_first(story: Story, clause: Clause) -> None:
    slot = (_holder(story, clause), MONEY_ITEM)
    if not story.ledger.get(slot):
        raise Unclear
    story.ask(Key("money", slot[0], MONEY_ITEM, 0))


def _costs(story: Story, clause: Clause) -> list[tuple[Key, int | Fraction]]:
    costs: list[tuple[Key, int | Fraction]] = [(p.cost, 1) for p in story.purchases]
    if len({p.owner for p in story.purchases}) != 1:
        raise Unclear
    owner = clause.owner("a") if clause.text("a") else None
    if owner and story.familiar(owner) != story.purchases[0].owner:
        raise Unclear
    return costs


def ask_spent(story: Story, clause: Clause) -> None:
    """What all that was bought costs."""
    if clause.text("l"):
        if story.purchases:
            raise Unclear
        ask_bill(story, clause)
        return
    costs = _costs(story, clause)
    if len(costs) == 1:
        story.ask(costs[0][0])
    else:
        story.ask_combination("spent", costs)


def ask_bill(story: Story, clause: Clause) -> None:
    """What these would cost together."""
    lines = [(number, story.familiar(name)) for number, name in plain(story, clause)]
    if any(name not in story.priced for _, name in lines):
        raise Unclear
    if len(lines) == 1 and lines[0][0] == 1:
        story.ask(Key("price", "", lines[0][1]))
    else:
        story.ask_combination("spent", [(Key("price", "", name), number) for number, name in lines])


def ask_bill_names(story: Story, clause: Clause) -> None:
    """What one of each costs together."""
    names = [story.familiar(name) for name in clause.names("l")]
    bought = {item: number for p in story.purchases for number, item in p.lines}
    if any(name not in story.priced or bought.get(name, 1) != 1 for name in names):
        raise Unclear
    story.ask_combination("spent", [(Key("price", "", name), 1) for name in names])


def ask_change(story: Story, clause: Clause) -> None:
    """What comes back from what was handed over."""
    costs = _costs(story, clause)
    owner = story.purchases[0].owner
    first = story.tender or Key("money", owner, MONEY_ITEM, 0)
    if first not in story.known:
        raise Unclear
    story.ask_combination("change", [(first, 1), *((key, -1) for key, _ in costs)])


def ask_missing(story: Story, clause: Clause) -> None:
    """How much more money is needed for what is to be bought."""
    costs = _costs(story, clause)
    first = Key("money", story.purchases[0].owner, MONEY_ITEM, 0)
    if first not in story.known:
        raise Unclear
    story.ask_combination("missing", [*costs, (first, -1)])


def ask_missing_for(story: Story, clause: Clause) -> None:
    """How much more money is needed for one thing that has a price."""
    owner, item = _holder(story, clause), story.familiar(clause.name("x"))
    first = Key("money", owner, MONEY_ITEM, 0)
    if story.purchases or item not in story.priced or first not in story.known:
        raise Unclear
    story.ask_combination("missing", [(Key("price", "", item), 1), (first, -1)])


def ask_age(story: Story, clause: Clause) -> None:
    name = clause.owner("a")
    key = Key("age", story.familiar(name) if name else story.owner)
    if not any(key in r.terms for r in story.relations):
        raise Unclear
    story.ask(key)


def ask_prices(story: Story, clause: Clause) -> None:
    names = clause.names("l") if clause.text("l") else [clause.name("x")]
    keys = [Key("price", "", story.familiar(name)) for name in names]
    if any(key.item not in story.priced for key in keys):
        raise Unclear
    story.ask(*keys)


def ask_two_prices(story: Story, clause: Clause) -> None:
    """ "The price of a and the price of b"."""
    keys = [Key("price", "", story.familiar(clause.name(slot))) for slot in ("a", "b")]
    if any(key.item not in story.priced for key in keys):
        raise Unclear
    story.ask(*keys)


def ask_each_price(story: Story, clause: Clause) -> None:
    """The prices of everything, in the order of the problem."""
    if len(story.priced) < 2:
        raise Unclear
    story.ask(*(Key("price", "", item) for item in story.priced))


def ask_difference(sign: int, *, kind: str = "") -> Action:
    """How much more (or less) a is than b."""

    def action(story: Story, clause: Clause) -> None:
        left, right = (story.familiar(clause.name(s)) for s in ("a", "b"))
        if left == right:
            raise Unclear
        if kind == "price" and left in story.priced and right in story.priced:
            keys = [Key("price", "", name) for name in (left, right)]
        elif kind == "price":
            keys = [_existing(story, (name, MONEY_ITEM)) for name in (left, right)]
        else:
            item = clause.name("x") if clause.text("x") else ""
            keys = [_count(story, name, item) for name in (left, right)]
        story.ask_combination("difference", [(keys[0], sign), (keys[1], -sign)])

    return action


def _existing(story: Story, slot: Slot) -> Key:
    if slot not in story.ledger:
        raise Unclear
    return story.balance(slot)


def _count(story: Story, name: str, item: str = "") -> Key:
    slot = story.slot(name, item)
    if slot is None or slot[1] == MONEY_ITEM:
        raise Unclear
    return story.balance(slot)


def ask_count(story: Story, clause: Clause) -> None:
    """How many of these there are (with whom, where that is said)."""
    names = clause.names("l") if clause.text("l") else [clause.name(s) for s in ("x", "y") if clause.text(s)]
    owner = clause.owner("a") if clause.text("a") else None
    if not names:
        raise Unclear
    keys = []
    for name in names:
        _complete(story, name)
        key = _count(story, story.familiar(name))
        if owner and story.familiar(owner) not in (key.owner, *(g.owner for g in story.groups)):
            raise Unclear
        _same_unit(story, key, clause)
        keys.append(key)
    story.ask(*keys)


def _complete(story: Story, name: str) -> None:
    """ "33 pupils, 20 of them girls: how many boys?" - the boys are the rest."""
    if (
        name in story.heard
        or not story.groups
        or story.groups[-1].closed
        or len(story.groups[-1].members) != 1
    ):
        return
    told = story.groups[-1].members[0].item
    for pair in OPPOSITE:
        for one, other in (pair, pair[::-1]):
            if one in told and told.replace(one, other) == name:
                story.rest([name])


def ask_times(story: Story, clause: Clause) -> None:
    """How many times b goes into a, where b is known."""
    above, below = (_count(story, story.familiar(clause.name(s)), clause.name("x") if clause.text("x") else "")
                    for s in ("a", "b"))  # fmt: skip
    values, _ = reduce(story.relations)
    if above == below or not values.get(below):
        raise Unclear
    story.serial += 1
    key = Key("times", "", "", story.serial)
    story.relate([(key, values[below]), (above, -1)], given=False)
    # b stands in this relation as a number: its own relation is used by that
    story.relations = [
        Relation(r.terms, r.constant, r.given and set(r.terms) != {below}) for r in story.relations
    ]
    story.ask(key)


def ask_owned(story: Story, clause: Clause) -> None:
    """How many an owner has, and nothing has changed."""
    item = clause.name("x") if clause.text("x") else ""
    owner = clause.owner("a")
    key = _count(story, story.familiar(owner) if owner else story.owner, item and story.familiar(item))
    if key.at and not clause.text("now"):
        raise Unclear
    _same_unit(story, key, clause)
    story.ask(key)


def ask_left(story: Story, clause: Clause) -> None:
    """How many an owner has after something has changed."""
    item = story.familiar(clause.name("x")) if clause.text("x") else story.item
    owner = clause.owner("a") if clause.text("a") else None
    changed = [s for s, at in story.ledger.items() if at and s[1] == item]
    if owner:
        changed = [s for s in changed if s[0] == story.familiar(owner)]
    if len(changed) != 1:
        raise Unclear
    key = story.balance(changed[0])
    _same_unit(story, key, clause)
    story.ask(key)


def _same_unit(story: Story, key: Key, clause: Clause) -> None:
    unit = clause.text("u")
    known = story.units.get(key.item or key.owner) or story.units.get(key.owner)
    if unit and known and unit != known:
        raise Unclear


def ask_total(story: Story, clause: Clause) -> None:
    """How many together: all that can be counted in this unit or under this name."""
    counts = [story.balance(s) for s in story.ledger if s[1] != MONEY_ITEM]
    if any(key.at for key in counts) or len(counts) < 2 and not story.groups:
        raise Unclear
    if clause.text("l"):
        names = [story.familiar(name) for name in clause.names("l")]
        counts = [_count(story, name) for name in names]
    noun = clause.name("x") if clause.text("x") else ""
    unit = clause.text("u")
    held = {key.item or key.owner for key in counts}
    if noun in COLLECTIVE and noun not in held:
        noun = ""
        unit = unit or "each"
    units = {story.units.get(k.item) or story.units.get(k.owner) or "" for k in counts}
    if len(units) > 1 or (unit and unit != "each" and units - {"", unit}):
        raise Unclear
    if noun and not all(name == noun or name.endswith(noun) for name in held):
        raise Unclear
    if not noun and not unit and len(held) > 1:
        raise Unclear
    story.ask_combination("total", [(key, 1) for key in counts])


def ask_group(story: Story, clause: Clause) -> None:
    """How many the whole has, when only parts are told."""
    if len(story.groups) != 1 or story.groups[0].whole in story.known:
        raise Unclear
    noun = clause.name("x") if clause.text("x") else ""
    if noun and story.familiar(noun) != story.groups[0].noun:
        raise Unclear
    story.ask(story.groups[0].whole)


def ask_numbers(*names: str) -> Action:
    """Numbers without names."""

    def action(story: Story, clause: Clause) -> None:
        if not all(name in story.heard for name in names):
            raise Unclear
        story.ask(*(Key("number", "", name) for name in names))

    return action


def ask_legs(story: Story, clause: Clause) -> None:
    """All kinds that have legs, in the order of the problem."""
    names = list(story.legs)
    if len(names) < 2:
        raise Unclear
    story.ask(*(_count(story, name) for name in names))


def ask_all_parts(story: Story, clause: Clause) -> None:
    """How many of each part: of the last whole, in the order of the problem."""
    if not story.groups or not story.groups[-1].closed:
        raise Unclear
    story.ask(*story.groups[-1].members)
