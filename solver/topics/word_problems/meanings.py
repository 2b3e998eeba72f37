"""What clauses of a word problem mean: functions that tell a story, made from the things and amounts that a grammar read.

Shared by all languages. Each function gives a `Meaning`; called with a story it tells it, or raises `Unclear` where
what is said has no place in the story. What questions mean is in `questions`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final, Literal, TypeAlias

from solver.topics.word_problems.quantities import BUNDLE, MONEY_ITEM, ONE, Group, Key, Unclear
from solver.topics.word_problems.story import HE, MINUS, SHE, Line, Story, Terms, scaled

Meaning: TypeAlias = Callable[[Story], None]
Kind: TypeAlias = Literal["", "price", "count", "money", "age", "number", "cost"]
Role: TypeAlias = Literal["", "that", "rest", "whole", "other", "others", "when", "larger", "smaller"]

LARGER: Final = "\0larger"  # names of numbers that have none
SMALLER: Final = "\0smaller"


@dataclass(frozen=True, slots=True)
class Thing:
    """How a text calls a quantity: so many (`number`) of a `name`, whose it is, which quantity of it (`kind`).

    `owner`: None for "he", "she", "it": the one spoken of last; "" where nobody is named. `role` stands for a name that is
    relative to what was said. `told` is what the phrase says about it by the way ("a pen that costs $3").
    """

    name: str = ""
    owner: str | None = ""
    number: Fraction = ONE
    kind: Kind = ""
    role: Role = ""
    told: tuple[Meaning, ...] = ()
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Amount:
    """So many of an item, so much money (`item` is MONEY_ITEM), or a bare number (`item` is "")."""

    number: Fraction
    item: str = ""
    unit: str = ""
    told: tuple[Meaning, ...] = ()

    @property
    def money(self) -> bool:
        """Whether it is an amount of money."""
        return self.item == MONEY_ITEM


@dataclass(frozen=True, slots=True)
class Compared:
    """An amount by another one: times · base + plus. Without a base: than what was spoken of before."""

    times: Fraction
    plus: Fraction = Fraction(0)
    base: tuple[Thing, ...] = ()
    item: str = ""
    unit: str = ""
    kind: Kind = ""


# -- quantities ------------------------------------------------------------------------------------


def terms_of(story: Story, things: Sequence[Thing], kind: Kind) -> Terms:
    """The sum of these things as quantities of the story."""
    terms: Terms = []
    for thing in things:
        for meaning in thing.told:
            meaning(story)
        terms += _terms(story, thing, thing.kind or kind)
    if len({key for key, _ in terms}) != len(terms):
        raise Unclear
    return terms


def _terms(story: Story, thing: Thing, kind: Kind) -> Terms:
    if thing.role == "that":
        if story.last is None or kind and _kind_of_key(story.last) not in (kind, "cost"):
            raise Unclear
        return [(story.last, thing.number)]
    if thing.role == "rest":
        return scaled(story.left_over(story.only_group()), thing.number)
    if thing.role == "whole":
        return [(story.only_group().whole, thing.number)]
    if thing.role in ("larger", "smaller"):
        return [(extreme(story, larger=thing.role == "larger"), thing.number)]
    if thing.role == "other":
        return [(other(story), thing.number)]
    if thing.role:
        raise Unclear
    kind = kind or guess(story, thing)
    if kind == "price":
        name = f"{thing.owner} {thing.name}".strip() if thing.owner else thing.name
        return scaled(story.cost_terms([(ONE, name)]), thing.number)
    if kind == "money":
        return [(story.balance((story.who(thing.name or thing.owner or None), MONEY_ITEM)), thing.number)]
    if kind == "age":
        return [(Key("age", story.who(thing.name or thing.owner or None)), thing.number)]
    if kind == "number":
        return [(story.speak(Key("number", "", story.meet(thing.name))), thing.number)]
    return [(count_of(story, thing), thing.number)]


def _kind_of_key(key: Key) -> Kind:
    return "count" if key.kind in ("whole", "count", "rate") else key.kind  # type: ignore[return-value]


def guess(story: Story, thing: Thing) -> Kind:
    """Which quantity of a thing is meant where nothing says it: what has been told of it, else how many there are."""
    name = story.meet(thing.name)
    if name in story.priced:
        return "price"
    if any(key.kind == "age" and key.owner == name for r in story.relations for key in r.terms):
        return "age"
    if any(key.kind == "number" and key.item == name for r in story.relations for key in r.terms):
        return "number"
    if (name, MONEY_ITEM) in story.ledger and not any(
        s[0] == name and s[1] != MONEY_ITEM for s in story.ledger
    ):
        return "money"
    return "count"


def count_of(story: Story, thing: Thing) -> Key:
    """How many there are of a thing: as a part of a whole, or as what somebody has."""
    if thing.owner == "" and thing.name:
        for group in story.groups:
            if (key := story.part(group, thing.name)) is not None:
                return story.speak(key)
        if story.item and (story.meet(thing.name), story.item) in story.ledger:
            return story.count(story.item, thing.name)  # "than Tom": than Tom has of these
    if not thing.name:
        return story.count(story.item, thing.owner)
    if thing.owner:
        for group in story.groups:  # "Tom's books" where Tom's part of the books is told
            if (
                group.noun
                and group.noun == story.meet(thing.name)
                and (key := story.part(group, thing.owner)) is not None
            ):
                return story.speak(key)
    return story.count(thing.name, thing.owner)


def extreme(story: Story, *, larger: bool) -> Key:
    """The larger or the smaller of the two quantities that the story is about: two numbers without names, or two parts."""
    name = LARGER if larger else SMALLER
    return story.speak(Key("number", "", story.meet(name)))


def other(story: Story) -> Key:
    """Of two, the one that was not spoken of last."""
    if story.last is None or story.last.kind != "number" or story.last.item not in (LARGER, SMALLER):
        raise Unclear
    return extreme(story, larger=story.last.item == SMALLER)


# -- telling amounts -------------------------------------------------------------------------------


def nothing(_: Story) -> None:
    """A clause that carries no quantity."""


def telling(*meanings: Meaning) -> Meaning:
    """One after the other."""

    def tell(story: Story) -> None:
        for meaning in meanings:
            meaning(story)

    return tell


def is_amount(things: Sequence[Thing], amount: Amount, kind: Kind = "") -> Meaning:
    """These (together, where there are several) are so much."""

    def tell(story: Story) -> None:
        terms = terms_of(story, things, kind or ("price" if amount.money and not things[0].kind else ""))
        note(story, amount)
        if len(terms) == 1 and terms[0][1] == 1:
            story.define(terms[0][0], amount.number)
        else:
            story.relate(terms, amount.number)

    return tell


def note(story: Story, amount: Amount) -> None:
    """The unit of an amount, and what was said about it by the way."""
    if amount.money:
        story.currency.add(amount.unit)
    for meaning in amount.told:
        meaning(story)


def is_compared(things: Sequence[Thing], compared: Compared, kind: Kind = "") -> Meaning:
    """These are times · base + plus."""

    def tell(story: Story) -> None:
        before = story.last
        left = terms_of(story, things, kind or compared.kind)
        if compared.base and compared.base[0].role == "others":
            right = [(k, ONE) for k in _alike(story, left[0][0])]
        elif compared.base:
            right = terms_of(story, compared.base, kind or _kind_of_key(left[0][0]))
        elif (
            before is None
            or _kind_of_key(before) != _kind_of_key(left[0][0])
            or not _only_one(story, left[0][0])
        ):
            raise Unclear
        else:
            right = [(before, ONE)]
        if compared.item == MONEY_ITEM:
            story.currency.add(compared.unit)
        story.equate(left, scaled(right, compared.times), compared.plus)

    return tell


def _only_one(story: Story, key: Key) -> bool:
    """Whether "$2 more" can only be more than one thing: no other one of the kind was told."""
    return (
        key.kind != "price"
        or len(story.priced) <= 2
        and not any(n != 1 for p in story.purchases for n, _ in p.lines)
    )


def _alike(story: Story, key: Key) -> list[Key]:
    """All other quantities of the same kind."""
    found = [Key("price", "", item) for item in story.priced] if key.kind == "price" else story.told
    found = [k for k in found if k.kind == key.kind and k != key]
    if len(found) < 2:
        raise Unclear
    return found


def has(owner: str | None, amounts: Sequence[Amount]) -> Meaning:
    """Somebody (or, with "", nobody in particular) has these."""

    def tell(story: Story) -> None:
        for amount in amounts:
            note(story, amount)
            story.has(owner, amount.number, amount.item, "" if amount.money else amount.unit)

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
            right = terms_of(story, [_of_item(story, thing, name) for thing in compared.base], "")
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


# -- prices and purchases --------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Bought:
    """A line of a purchase: so many, of what, and what one (or all, `whole`) of them costs, where that is said."""

    number: Fraction
    name: str
    price: Amount | Compared | None = None
    whole: bool = False
    told: tuple[Meaning, ...] = ()


def costs(lines: Sequence[Line], amount: Amount) -> Meaning:
    """So many of these cost (or hold, weigh, carry …) so much together."""

    def tell(story: Story) -> None:
        note(story, amount)
        story.costs(lines, amount.number, amount.item)

    return tell


def buys(
    owner: str | None, lines: Sequence[Bought], amount: Amount | None = None, *, planned: bool = False
) -> Meaning:
    """Somebody buys these, for so much in all where that is said."""

    def tell(story: Story) -> None:
        if amount is not None:
            note(story, amount)
        for line in lines:
            for meaning in line.told:
                meaning(story)
            if line.price is not None:
                if (
                    isinstance(line.price, Compared)
                    and not line.price.base
                    and any(x.number != 1 for x in lines)
                ):
                    raise Unclear  # "3 dresses for $36 and a skirt for half that price": of one, or of all?
                _line_price(story, line)
        story.buy(
            owner,
            [(line.number, line.name) for line in lines],
            amount.number if amount else None,
            planned=planned,
        )

    return tell


def _line_price(story: Story, line: Bought) -> None:
    if isinstance(line.price, Amount):
        note(story, line.price)
        story.costs([(line.number if line.whole else ONE, line.name)], line.price.number)
    elif line.price is not None:
        is_compared([Thing(line.name, kind="price")], line.price, "price")(story)


def spends(owner: str | None, amount: Amount, what: str = "") -> Meaning:
    """Somebody spends so much (on something)."""

    def tell(story: Story) -> None:
        note(story, amount)
        last = story.purchases[-1] if story.purchases else None
        if (
            not what
            and last is not None
            and last.lines
            and last.cost not in story.known
            and last.owner == story.who(owner)
        ):
            story.define(last.cost, amount.number)
        else:
            story.spend(owner, amount.number, what)

    return tell


def spends_compared(owner: str | None, compared: Compared, what: str = "") -> Meaning:
    """Somebody spends times · what was spent before + plus."""

    def tell(story: Story) -> None:
        before = story.last
        if before is None or before.kind not in ("cost", "money", "price"):
            raise Unclear
        key = story.spend(owner, None, what)
        right = _spent_on(story, compared.base) if compared.base else [(before, ONE)]
        story.equate([(key, ONE)], scaled(right, compared.times), compared.plus)

    return tell


def _spent_on(story: Story, base: Sequence[Thing]) -> Terms:
    terms: Terms = []
    for thing in base:
        if thing.role == "that" and story.last is not None:
            spent = [p.cost for p in story.purchases[:-1]]
            terms.append((spent[-1], thing.number) if spent else (story.last, thing.number))
            continue
        name = story.meet(thing.name)
        found = [p.cost for p in story.purchases[:-1] if p.cost.item == name or p.owner == name]
        if len(found) != 1:
            raise Unclear
        terms.append((found[0], thing.number))
    return terms


def pays_for_last(amount: Amount) -> Meaning:
    """What was bought last cost so much."""

    def tell(story: Story) -> None:
        note(story, amount)
        if not story.purchases:
            raise Unclear
        story.define(story.purchases[-1].cost, amount.number)

    return tell


def tenders(amount: Amount, owner: str | None = None) -> Meaning:
    """So much is handed over; change is due."""

    def tell(story: Story) -> None:
        note(story, amount)
        if story.tender is not None:
            raise Unclear
        story.who(owner)
        story.tender = story.fresh("tender")
        story.define(story.tender, amount.number)

    return tell


def gets_change(amount: Amount) -> Meaning:
    """So much comes back from what was handed over."""

    def tell(story: Story) -> None:
        note(story, amount)
        if story.tender is None or len(story.purchases) != 1:
            raise Unclear
        story.relate([(story.tender, ONE), (story.purchases[0].cost, MINUS)], amount.number)

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


def spends_in_all(amount: Amount) -> Meaning:
    """All purchases together cost so much."""

    def tell(story: Story) -> None:
        note(story, amount)
        if len(story.purchases) < 2:
            raise Unclear
        story.relate([(p.cost, ONE) for p in story.purchases], amount.number)

    return tell


def takes_in(amount: Amount) -> Meaning:
    """All that was sold brought in so much."""

    def tell(story: Story) -> None:
        note(story, amount)
        if MONEY_ITEM in story.totals:
            raise Unclear
        story.totals[MONEY_ITEM] = story.fresh("value")
        story.define(story.totals[MONEY_ITEM], amount.number)

    return tell


def sells(owner: str | None, lines: Sequence[Bought], amount: Amount | None = None) -> Meaning:
    """Somebody sells these; what he takes in is added to the money that he has."""

    def tell(story: Story) -> None:
        for line in lines:
            if line.price is not None:
                _line_price(story, line)
        holder = story.who(owner)
        income = story.fresh("income", holder)
        story.relate([(income, ONE), *scaled(story.cost_terms([(x.number, x.name) for x in lines]), MINUS)])
        story.incomes.append(income)
        story.change((holder, MONEY_ITEM), income, 1)
        if amount is not None:
            note(story, amount)
            story.define(income, amount.number)

    return tell


def each_has(container: str, amount: Amount, *, sign: int = 1) -> Meaning:
    """Each of these has (costs, holds, is worth) so many."""

    def tell(story: Story) -> None:
        note(story, amount)
        usual = story.lexicon.common(container, "cent")
        if (
            amount.money
            and usual is not None
            and usual != amount.number * (100 if amount.unit == "dollar" else 1)
        ):
            raise Unclear  # dimes of 30 cents
        item = amount.item or (
            story.last.owner if story.last is not None and story.last.kind == "rate" else ""
        )
        if not item:
            raise Unclear
        story.define(story.rate(container, item), sign * amount.number)

    return tell


# -- wholes and parts ------------------------------------------------------------------------------


def whole(amount: Amount, owner: str | None = "", parts: Sequence[str] = (), ratio: Sequence[Fraction] = (), *,
          by_owner: bool = False, kinds: int | None = None, place: str = "") -> Meaning:  # fmt: skip
    """So many, which are made of these parts, perhaps in a ratio."""

    def tell(story: Story) -> None:
        note(story, amount)
        if not parts and kinds is None and (known := _told_before(story, amount.item)) is not None:
            story.define(known, amount.number)
            return
        group = _new_whole(story, amount.item, owner, parts, by_owner=by_owner)
        group.expected, group.place = kinds, place
        if amount.unit and not amount.money:
            story.note_unit(group.noun, amount.unit)
        story.define(group.whole, amount.number)
        if ratio:
            story.ratio(group.members, ratio)

    return tell


def _told_before(story: Story, item: str) -> Key | None:
    """A part or a whole of this name whose number has not been told."""
    for group in story.groups:
        if group.members and story.words(group.noun) == story.words(item):
            return group.whole
        if (key := story.part(group, item)) is not None:
            return key
    return None


def _new_whole(
    story: Story, item: str, owner: str | None, parts: Sequence[str], *, by_owner: bool = False
) -> Group:
    holder = story.who(owner) if owner != "" else ""
    noun = story.meet(item)
    key = Key("whole", holder, noun, len(story.groups))
    story.item = noun if noun != MONEY_ITEM else story.item
    return story.group(story.speak(key), parts, by_owner=by_owner)


def same_verb(verb: str, meaning: Meaning) -> Meaning:
    """`meaning`, where what is done with the parts was said of the whole: "planted 240 flowers", "were planted in the ratio"."""

    def tell(story: Story) -> None:
        if any(story.vocabulary[word] < 2 for word in story.words(verb)):
            raise Unclear
        meaning(story)

    return tell


def whole_is_of(name: str) -> Meaning:
    """The whole of which parts are told is of these: "the numbers of people in design and production"."""

    def tell(story: Story) -> None:
        noun = story.only_group().noun
        if (
            noun
            and noun != MONEY_ITEM
            and not story.lexicon.is_collective(name)
            and not story.words(name) & story.words(noun)
        ):
            raise Unclear

    return tell


def bundle(name: str, amount: Amount) -> Meaning:
    """ "The pens cost $6": all of them."""

    def tell(story: Story) -> None:
        is_amount([Thing(name, kind="price")], amount, "price")(story)
        story.units.setdefault(story.meet(name), BUNDLE)

    return tell


def of_parts(owner: str | None, parts: Sequence[str], noun: str = "") -> Meaning:
    """There are these parts of a whole; how many it has may come later."""

    def tell(story: Story) -> None:
        if story.groups:
            if story.groups[-1].members:
                raise Unclear
            for part in parts:
                story.member(story.groups[-1], part)
            story.close(story.groups[-1])
            return
        if story.last is not None and story.last.kind == "count" and story.last in story.known:
            story.group(story.last, parts)  # "300 birds, which are parrots and penguins"
            return
        _new_whole(story, noun, owner, parts).loose = True

    return tell


def of_so_many_parts(number: int) -> Meaning:
    """Something has so many parts; what it is of, and how many, is told later."""

    def tell(story: Story) -> None:
        if story.groups or _counted(story):
            raise Unclear
        _new_whole(story, "", "", ()).expected = number

    return tell


def whole_is(amount: Amount) -> Meaning:
    """The parts told before are so many together."""

    def tell(story: Story) -> None:
        if len(story.groups) != 1 or story.groups[0].whole in story.known:
            raise Unclear
        group = story.groups[0]
        note(story, amount)
        if amount.item and any(story.meet(amount.item) in (m.item, m.owner) for m in group.members):
            raise Unclear
        if not group.noun and amount.item:
            story.meet(amount.item)
        story.define(group.whole, amount.number)

    return tell


def share(
    part: str, fraction: Fraction, base: Thing | None = None, amount: Amount | None = None, *, who: str = ""
) -> Meaning:
    """A part is this fraction of the whole, of the rest, or of another part; `amount` tells how many those are.

    Where people share, the part is that of `who`.
    """

    def tell(story: Story) -> None:
        if amount is not None and not _known_whole(story, amount):
            has("", [amount])(story)
        if base is not None and base.name and not story.groups and not _counted(story):
            _new_whole(story, base.name, "", ())
        group = story.only_group()
        terms = _base(story, group, base)
        story.share(group, who if who and group.by_owner else part, fraction, terms)

    return tell


def takes_share(
    owner: str | None, label: str, fraction: Fraction, base: Thing | None = None, amount: Amount | None = None
) -> Meaning:
    """Somebody spends, eats, gives away this fraction of what he has, or of what is left of it."""

    def tell(story: Story) -> None:
        if amount is not None and not _known_whole(story, amount):
            note(story, amount)
            if amount.money:
                story.define(story.balance((story.who(owner), MONEY_ITEM)), amount.number)
            else:
                has("", [amount])(story)
        if story.groups:
            share(label, fraction, base)(story)
            return
        slot = _changing(story, owner, base)
        before = Key("money" if slot[1] == MONEY_ITEM else "count", *slot, 0)
        of = story.balance(slot) if base is not None and base.role == "rest" else before
        if (
            of == before
            and base is not None
            and base.role == "rest"
            or base is not None
            and base.role == "other"
        ):
            raise Unclear
        taken = Key("cost" if before.kind == "money" else before.kind, "", story.meet(label))
        story.relate([(story.speak(taken), ONE), (of, -fraction)])
        story.change(slot, taken, -1)

    return tell


def _changing(story: Story, owner: str | None, base: Thing | None) -> tuple[str, str]:
    """What somebody takes a share of: the only thing that has been counted, or his money."""
    holder = story.who(owner) if owner else story.owner
    slots = list(story.ledger)
    named = story.words(base.name) if base is not None else frozenset()
    fits = [s for s in slots if named and s[1] != MONEY_ITEM and named & story.words(s[1])]
    fits = fits or [s for s in slots if s == (holder, MONEY_ITEM)] or slots
    if len(fits) != 1:
        raise Unclear
    return fits[0]


def _counted(story: Story) -> bool:
    return any(slot[1] for slot in story.ledger)


def _known_whole(story: Story, amount: Amount) -> bool:
    """Whether the amount is the whole told before, said again."""
    return bool(story.groups) and story.value(story.groups[-1].whole) == amount.number


def _base(story: Story, group: Group, base: Thing | None) -> Terms | None:
    if base is None or base.role == "whole":
        return None
    if base.role == "rest":
        return story.left_over(group)
    if base.role:
        raise Unclear
    noun = story.words(group.noun) | story.words(group.owner)
    said = story.words(base.name)
    key = story.part(group, base.name)
    if key is not None:
        return [(key, ONE)]
    if said and said <= story.words(group.place):
        return None
    if (
        group.noun in ("", MONEY_ITEM)
        or story.lexicon.is_collective(base.name)
        or said <= noun
        or noun & said
        and noun <= said
        or not noun
    ):
        if not group.noun:
            group.noun = story.meet(base.name)
        return None
    raise Unclear


def rest_are(parts: Sequence[str], ratio: Sequence[Fraction] = (), base: Thing | None = None) -> Meaning:
    """These are all that is left of the whole (of what it is, where `base` says that), perhaps in a ratio."""

    def tell(story: Story) -> None:
        group = story.only_group()
        if base is not None and _base(story, group, base) is not None:
            raise Unclear
        keys = story.rest(group, parts)
        if ratio:
            story.ratio(keys, ratio)

    return tell


def in_ratio(things: Sequence[Thing], parts: Sequence[Fraction], kind: Kind = "") -> Meaning:
    """Quantities in a ratio: of a whole told before or later, or of prices, ages, what people have."""

    def tell(story: Story) -> None:
        if kind or any(t.kind or t.owner or t.role for t in things):
            terms = [terms_of(story, [t], kind) for t in things]
            if any(len(t) != 1 for t in terms):
                raise Unclear
            story.ratio([t[0][0] for t in terms], parts)
            return
        if not story.groups and not any(slot[1] and slot[1] != MONEY_ITEM for slot in story.ledger):
            group = _new_whole(story, "", "", [t.name for t in things])
            group.loose = True
            story.ratio(group.members, parts)
            return
        group = story.only_group()
        if group.closed:
            found = [story.part(group, t.name) for t in things]
            keys = [k for k in found if k is not None]
        else:
            keys = [story.member(group, t.name) for t in things]
            group.implied = group.shared
        story.ratio(keys, parts)

    return tell


def part_is(part: str, amount: Amount) -> Meaning:
    """A part of the whole has so many."""

    def tell(story: Story) -> None:
        note(story, amount)
        group = story.only_group()
        story.define(story.member(group, part), amount.number)
        group.shared = True

    return tell


def rest_is(amount: Amount) -> Meaning:
    """What is left of the whole is so many."""

    def tell(story: Story) -> None:
        note(story, amount)
        story.relate(story.left_over(story.only_group()), amount.number)

    return tell


# -- ages and numbers ------------------------------------------------------------------------------


def age_at(story: Story, name: str | None, years: Fraction) -> Key:
    """Somebody's age so many years later (negative: earlier)."""
    now = Key("age", story.who(name))
    if not years:
        return story.speak(now)
    then = Key("age", now.owner, "", int(years))
    if not any(then in r.terms for r in story.relations):
        story.relate([(then, ONE), (now, MINUS)], years)
    return then


def _two_people(story: Story, left: str | None, right: str | None) -> tuple[str | None, str | None]:
    """Pronouns for the two people whose ages are compared: the first one told is the subject."""
    names = list(
        dict.fromkeys(k.owner for r in story.relations for k in r.terms if k.kind == "age" and not k.at)
    )
    pronouns = (None, HE, SHE)
    if len(names) != 2 or left not in pronouns and right not in pronouns:
        return left, right
    who = names[0] if left in pronouns else story.meet(left or "")
    other_one = names[1] if who == names[0] else names[0]
    return who, other_one if right in pronouns else right


def ages_later(
    years: Fraction, left: str | None, times: Fraction, plus: Fraction, right: str | None
) -> Meaning:
    """In so many years one is times · as old as another + plus."""

    def tell(story: Story) -> None:
        who, whom = _two_people(story, left, right)
        a, b = age_at(story, who, years), age_at(story, whom, years)
        story.equate([(a, ONE)], [(b, times)], plus)

    return tell


def kinds_by_value(values: Sequence[Amount], noun: str = "") -> Meaning:
    """ "Some with 4 beds, the others with 6": two kinds that are told apart by what one of them has or costs."""

    def tell(story: Story) -> None:
        name = (
            story.meet(noun)
            if noun
            else next((k.item for k in reversed(story.told) if k.kind in ("count", "whole")), "")
        )
        if not name or len({v.number for v in values}) != len(values):
            raise Unclear
        names = [f"{v.number}-{v.unit if v.money else v.item} {name}" for v in values]
        for value, each in zip(values, names, strict=True):
            note(story, value)
            story.heard.append(each)
            item = value.item or values[0].item
            story.define(story.rate(each, item), value.number)
        whole_key = next(
            (
                k
                for k in reversed(story.told)
                if k.kind in ("count", "whole") and k.item == name and k in story.known
            ),
            None,
        )
        if whole_key is None:
            raise Unclear
        story.group(whole_key, names)

    return tell


def ages_apart(years: Fraction, sign: int) -> Meaning:
    """The difference between the ages of two people; which one is older shows elsewhere."""

    def tell(story: Story) -> None:
        names = list(
            dict.fromkeys(k.owner for r in story.relations for k in r.terms if k.kind == "age" and not k.at)
        )
        if len(names) != 2:
            raise Unclear
        story.relate([(Key("age", names[0]), sign), (Key("age", names[1]), -sign)], years)

    return tell


def ages_together(total: Fraction, years: Fraction = Fraction(0)) -> Meaning:
    """The sum of the ages of the two people of the story, so many years later."""

    def tell(story: Story) -> None:
        names = list(
            dict.fromkeys(k.owner for r in story.relations for k in r.terms if k.kind == "age" and not k.at)
        )
        if len(names) < 2:
            names = [name for name in dict.fromkeys([*names, *story.heard]) if name][:2]
        if len(names) != 2:
            raise Unclear
        story.relate([(age_at(story, name, years), 1) for name in names], total)

    return tell


def perimeter(amount: Amount) -> Meaning:
    """Twice the length and twice the width of a rectangle."""

    def tell(story: Story) -> None:
        story.note_unit("\0length", amount.item)
        story.relate(
            [(Key("number", "", story.meet("length")), 2), (Key("number", "", story.meet("width")), 2)],
            amount.number,
        )

    return tell


def two_numbers(amount: Fraction, sign: int) -> Meaning:
    """The sum (sign 1) or the difference (sign -1) of two numbers."""

    def tell(story: Story) -> None:
        a, b = extreme(story, larger=True), extreme(story, larger=False)
        story.relate([(a, 1), (b, sign)], amount)

    return tell
