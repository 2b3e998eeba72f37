"""What a word problem says, as quantities and linear relations between them: the meaning of clauses, in no language.

Clause patterns call these methods; nothing here looks at wording. A method that cannot place what it is
told raises `Unclear` and leaves the decision to the caller.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from solver.topics.word_problems.quantities import (
    MONEY_ITEM,
    ONE,
    Group,
    Key,
    Purchase,
    Relation,
    Slot,
    Unclear,
    alike,
    ends_with,
)


@dataclass(slots=True)
class Story:
    """Everything read so far."""

    relations: list[Relation] = field(default_factory=list)
    ledger: dict[Slot, int] = field(default_factory=dict)
    units: dict[str, str] = field(default_factory=dict)
    known: set[Key] = field(default_factory=set)
    priced: list[str] = field(default_factory=list)
    purchases: list[Purchase] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    owners: list[str] = field(default_factory=list)
    people: list[str] = field(default_factory=list)
    aliases: dict[str, str] = field(default_factory=dict)
    heard: list[str] = field(default_factory=list)
    currency: set[str] = field(default_factory=set)
    owner: str = ""
    item: str = ""
    bare: list[str] = field(default_factory=list)
    tender: Key | None = None
    revenue: Fraction | None = None
    sold: tuple[Fraction, str] | None = None
    legs: dict[str, int] = field(default_factory=dict)
    leg_total: Fraction | None = None
    asked: list[Key] = field(default_factory=list)
    serial: int = 0

    def copy(self) -> Story:
        """An independent copy, to try a reading on."""
        return copy.deepcopy(self)

    # -- relations ---------------------------------------------------------------------------------

    def relate(self, terms: Iterable[tuple[Key, Fraction | int]], constant: Fraction | int = 0, *,
               given: bool = True) -> None:  # fmt: skip
        """Add Σ c·q = constant; the same quantity may come more than once."""
        total: dict[Key, Fraction] = {}
        for key, factor in terms:
            total[key] = total.get(key, Fraction(0)) + factor
        self.relations.append(Relation({k: c for k, c in total.items() if c}, Fraction(constant), given))

    def define(self, key: Key, value: Fraction) -> None:
        """`key` has this value; said twice is not understood (it may be another time or another thing)."""
        if key in self.known:
            raise Unclear
        self.known.add(key)
        self.relate([(key, 1)], value)

    # -- finding what is meant ---------------------------------------------------------------------

    def meet(self, name: str) -> str:
        """The name under which `name` is known, if one known name ends with it; else `name` itself, now known."""
        name = self.aliases.get(name, name)
        if name in self.heard:
            return name
        longer = [known for known in self.heard if ends_with(known, name)]
        if len(longer) == 1:
            return longer[0]
        self.heard.append(name)
        return name

    def familiar(self, name: str) -> str:
        """As `meet`, for a question: the name must have been introduced."""
        name = self.aliases.get(name, name)
        if name in self.heard:
            return name
        longer = [known for known in self.heard if ends_with(known, name)]
        if len(longer) != 1:
            raise Unclear
        return longer[0]

    def who(self, name: str | None) -> str:
        """An owner: by name, or (None) the one spoken of last."""
        if name is None:
            return self.owner
        name = self.meet(name)
        if name not in self.owners:
            self.owners.append(name)
        self.owner = name
        return name

    def alias(self, name: str, *others: str) -> str:
        """`others` are from now on other words for `name`, where they are not names themselves."""
        self.meet(name)
        self.aliases.update({other: name for other in others if other and other not in self.heard})
        return name

    def balance(self, slot: Slot) -> Key:
        """What is in a slot now."""
        kind = "money" if slot[1] == MONEY_ITEM else "count"
        return Key(kind, slot[0], slot[1], self.ledger.setdefault(slot, 0))

    def slots(self, name: str) -> list[Slot]:
        """Slots that `name` may stand for: things of that name, else what someone of that name has."""
        things = [s for s in self.ledger if s[1] == name]
        return things or [s for s in self.ledger if s[0] == name]

    def slot(self, name: str, item: str = "") -> Slot | None:
        """The one slot that `name` stands for (with `item`, where a name has several), or None when it is new."""
        found = self.slots(name)
        if item and len(found) > 1 or (item and found and item not in (found[0][1], found[0][0])):
            found = [s for s in found if item in s]
        if len(found) > 1:
            raise Unclear
        return found[0] if found else None

    # -- having, getting, giving -------------------------------------------------------------------

    def has(self, owner: str | None, number: Fraction, item: str, unit: str = "") -> None:
        """Somebody (or some place) has so many of an item; without an item, there are so many of `owner`."""
        if owner and not item:
            self._has_bare(self.meet(owner), number, unit)
            return
        holder = self.who(owner)
        item = self.meet(item)
        self.note_unit(item, unit)
        slot = (holder, item)
        if (
            owner
            and not self.ledger.get(slot)
            and ("", owner) in self.ledger
            and not self.ledger[("", owner)]
        ):
            slot = ("", owner)
        self.item = item
        self.define(self.balance(slot), number)

    def _has_bare(self, name: str, number: Fraction, unit: str) -> None:
        slot = self.slot(name) or ("", name)
        self.note_unit(slot[1] or slot[0], unit)
        self.owner = name
        self.define(self.balance(slot), number)

    def note_unit(self, item: str, unit: str) -> None:
        """An item is counted in this unit; two different units are two different quantities."""
        if unit and self.units.setdefault(item, unit) != unit:
            raise Unclear

    def change(self, owner: str | None, number: Fraction | Key, item: str, sign: int) -> None:
        """The owner gets (sign 1) or loses (sign -1) so many of an item."""
        slot = (self.who(owner), item)
        before = self.balance(slot)
        self.ledger[slot] += 1
        after = self.balance(slot)
        if isinstance(number, Key):
            self.relate([(after, 1), (before, -1), (number, -sign)], given=False)
        else:
            self.relate([(after, 1), (before, -1)], sign * number)

    # -- prices and purchases ----------------------------------------------------------------------

    def price_key(self, item: str) -> Key:
        """The price of one."""
        name = self.meet(item)
        if name not in self.priced:
            self.priced.append(name)
        self.item = name
        return Key("price", "", name)

    def price(self, item: str, amount: Fraction, per: Fraction = ONE) -> None:
        """One costs this much (or `per` of them cost this much together)."""
        self.define(self.price_key(item), amount / per)

    def costs(self, lines: Sequence[tuple[Fraction, str]], amount: Fraction) -> None:
        """So many of these cost this much together."""
        self.relate([(self.price_key(item), n) for n, item in lines], amount)

    def buy(
        self,
        owner: str | None,
        lines: Sequence[tuple[Fraction, str]],
        amount: Fraction | None = None,
        *,
        planned: bool = False,
    ) -> None:
        """Somebody buys these; what is spent comes off the money that he has, if any was spoken of."""
        holder = self.who(owner)
        self.serial += 1
        cost = Key("cost", holder, "", self.serial)
        terms = [(self.price_key(item), -n) for n, item in lines]
        self.relate([(cost, ONE), *terms], given=any(n != 1 for n, _ in lines))
        self.purchases.append(Purchase(holder, tuple((n, self.meet(i)) for n, i in lines), cost, planned))
        self.change(holder, cost, MONEY_ITEM, -1)
        if amount is not None:
            self.define(cost, amount)

    def paid(self, amount: Fraction) -> None:
        """The last purchase cost this much."""
        if not self.purchases:
            raise Unclear
        self.define(self.purchases[-1].cost, amount)

    def money(
        self, owner: str | None, amount: Fraction, *, left: bool = False, brought: bool = False
    ) -> None:
        """Somebody has money: before what he plans to buy, or (`left`) after what he bought."""
        slot = (self.who(owner), MONEY_ITEM)
        at = self.ledger.setdefault(slot, 0)
        planned = all(p.planned for p in self.purchases if p.owner == slot[0])
        if left != bool(at) and not (at and (planned or brought)):
            raise Unclear
        self.define(Key("money", *slot, at if left else 0), amount)

    def spend(self, owner: str | None, amount: Fraction) -> None:
        """Money is spent on something that is not asked about."""
        self.change(owner, amount, MONEY_ITEM, -1)

    # -- comparing ---------------------------------------------------------------------------------

    def compare(
        self, left: str, right: str, times: Fraction, plus: Fraction, *, kind: str = "", unit: str = ""
    ) -> None:
        """left = times · right + plus, as prices, as money, or as counts."""
        kind = kind or self._kind(left, right)
        if kind == "price":
            a, b = self.price_key(left), self.price_key(right)
        elif kind == "money":
            a, b = (self.balance((self.who(name), MONEY_ITEM)) for name in (left, right))
        else:
            a, b = self._counts(self.meet(left), self.meet(right), unit)
        if a == b:
            raise Unclear
        self.relate([(a, 1), (b, -times)], plus)

    def _kind(self, left: str, right: str) -> str:
        names = {self.meet(left), self.meet(right)}
        if names & set(self.priced):
            return "price"
        return "money" if any((n, MONEY_ITEM) in self.ledger for n in names) else "count"

    def _counts(self, left: str, right: str, unit: str) -> tuple[Key, Key]:
        a, b = self.slot(left), self.slot(right)
        a, b = a or alike(b, right, left), b or alike(a, left, right)
        for slot in (a, b):
            self.note_unit(slot[1] or slot[0], unit)
        if self.groups and not self.groups[-1].closed:
            self.join(a), self.join(b)
        return self.balance(a), self.balance(b)

    # -- wholes and parts --------------------------------------------------------------------------

    def group(self, owner: str | None, members: Sequence[str], number: Fraction | None, noun: str = "", unit: str = "",
              *, by_owner: bool = False) -> None:  # fmt: skip
        """A whole of so many, of which `members` are all the parts (none named: the parts come later)."""
        holder = "" if by_owner else self.who(owner) if owner else ""
        noun = noun and self.meet(noun)
        whole = Key("whole", holder, noun, len(self.groups))
        group = Group(whole, noun, holder, by_owner=by_owner)
        self.groups.append(group)
        for member in members:
            name = self.meet(member)
            self.note_unit(noun if by_owner and noun else name, unit)
            slot = self.slot(name, noun if by_owner else "") or ((name, noun) if by_owner else (holder, name))
            group.members.append(self.balance(slot))
        self.units.setdefault(noun, unit)
        if number is not None:
            self.define(whole, number)
        if members:
            self._close(group)

    def _close(self, group: Group) -> None:
        if group.closed or len(set(group.members)) < 2:
            raise Unclear
        group.closed = True
        self.relate([(group.whole, 1), *((m, -1) for m in group.members)], given=False)

    def begin_group(self) -> None:
        """What was counted last becomes a whole, where no whole was named."""
        if self.groups:
            return
        counted = [s for s in self.ledger if s[1] and s[1] != MONEY_ITEM]
        if len(counted) != 1 or self.ledger[counted[0]]:
            raise Unclear
        owner, noun = counted[0]
        self.groups.append(Group(self.balance(counted[0]), noun, owner))

    def close_last(self) -> None:
        """The last whole has no other parts than those named."""
        self._close(self.groups[-1])

    def join(self, slot: Slot) -> Key:
        """A part of the last group, by its slot."""
        group = self.groups[-1]
        key = self.balance(slot)
        if key not in group.members:
            if group.closed:
                raise Unclear
            group.members.append(key)
        return key

    def part(self, name: str) -> Key:
        """A part of the last group, by its name; in a closed group it must be one of the parts."""
        self.begin_group()
        group = self.groups[-1]
        name = self.meet(name)
        if name == group.noun:
            raise Unclear
        key = self.member(name)
        slot = (name, group.noun) if group.by_owner else (group.owner, name)
        return key if key is not None else self.join(slot)

    def member(self, name: str) -> Key | None:
        """The one part of the last group that `name` means, None where it is none so far."""
        group = self.groups[-1]
        exact = [m for m in group.members if name in (m.item, m.owner)]
        found = exact or [m for m in group.members if group.calls(m, name)]
        if len(found) > 1:
            raise Unclear
        return found[0] if found else None

    def share(self, part: str, fraction: Fraction, whole: str = "") -> None:
        """A part is this fraction of the whole (or of another part that is named)."""
        key = self.part(part)
        group = self.groups[-1]
        base = group.whole
        if whole and self.meet(whole) not in (group.noun, group.owner):
            base = self.part(whole)
        if base == key:
            raise Unclear
        group.shared = True
        self.relate([(key, 1), (base, -fraction)])

    def part_is(self, part: str, number: Fraction, unit: str = "") -> None:
        """A part has so many."""
        key = self.part(part)
        self.note_unit(key.item or key.owner, unit)
        self.groups[-1].shared = True
        self.define(key, number)

    def rest(self, names: Sequence[str]) -> None:
        """These are all that is left of the whole."""
        self.begin_group()
        group = self.groups[-1]
        before = list(group.members)
        keys = [self.part(name) for name in names]
        if not group.closed:
            if not before or set(keys) & set(before):
                raise Unclear
            self._close(group)

    def ratio(self, names: Sequence[str], parts: Sequence[Fraction]) -> None:
        """Counts (or prices) are in this ratio."""
        if len(names) != len(parts) or min(parts) <= 0:
            raise Unclear
        if self.groups or any(s[1] and s[1] != MONEY_ITEM for s in self.ledger):
            keys = [self.part(name) for name in names]
        else:
            keys = [self.balance(self.slot(self.meet(n)) or ("", self.meet(n))) for n in names]
        self.serial += 1
        unit = Key("part", "", "", self.serial)
        for key, count in zip(keys, parts, strict=True):
            self.relate([(key, 1), (unit, -count)])

    # -- the end of the reading --------------------------------------------------------------------

    def finish(self) -> None:
        """Draw what follows from the whole: which parts make up a whole, legs by heads, takings by tickets."""
        for group in self.groups:
            if group.expected and len(group.members) != group.expected:
                raise Unclear
            if not group.closed and group.members and not group.shared:
                self._close(group)
            elif not group.closed and group.members and len(group.members) == group.expected:
                self._close(group)  # "three kinds of books", and all three were named
        spent = {p.cost for p in self.purchases} & self.known
        # where the cost is told, how many were bought matters only for prices
        self.relations = [
            Relation(r.terms, r.constant, given=False) if len(r.terms) > 1 and spent & set(r.terms) else r
            for r in self.relations
        ]
        if self.leg_total is not None:
            self._finish_legs()
        if self.revenue is not None:
            self._finish_takings()

    def _finish_legs(self) -> None:
        counted = [(self.slot(name), legs) for name, legs in self.legs.items()]
        if len(counted) < 2 or any(slot is None for slot, _ in counted):
            raise Unclear
        self.relate([(self.balance(slot), n) for slot, n in counted if slot], self.leg_total or 0)

    def _finish_takings(self) -> None:
        """Takings = Σ price · number, where the prices are given and the numbers are parts of one whole."""
        if len(self.priced) < 2:
            raise Unclear
        values = {next(iter(r.terms)): r.constant for r in self.relations if len(r.terms) == 1}
        prices = {item: values.get(Key("price", "", item)) for item in self.priced}
        if None in prices.values() or self.revenue is None:
            raise Unclear
        keys = [self.balance(self.slot(item) or ("", item)) for item in self.priced]
        if self.sold:
            whole = Key("whole", "", self.sold[1], len(self.groups))
            self.groups.append(Group(whole, self.sold[1], "", keys, closed=True))
            self.define(whole, self.sold[0])
            self.relate([(whole, 1), *((k, -1) for k in keys)], given=False)
        self.relate(
            [(k, p) for k, p in zip(keys, prices.values(), strict=True) if p is not None], self.revenue
        )
        # the prices stand in the takings as numbers: their own relations are used by that
        self.relations = [
            Relation(r.terms, r.constant, given=False) if next(iter(r.terms)).kind == "price" else r
            for r in self.relations
        ]

    # -- questions ---------------------------------------------------------------------------------

    def ask(self, *keys: Key) -> None:
        """These quantities are asked for, in this order."""
        self.asked += [key for key in keys if key not in self.asked]

    def ask_combination(self, kind: str, terms: Sequence[tuple[Key, int | Fraction]]) -> None:
        """A quantity that is made of others is asked for: a sum, a difference."""
        if not terms:
            raise Unclear
        self.serial += 1
        key = Key(kind, "", "", self.serial)
        self.relate([(key, 1), *((k, -c) for k, c in terms)], given=any(abs(c) != 1 for _, c in terms))
        self.ask(key)
