"""What a word problem tells: who has what, what things cost, which parts make up a whole. In no language.

Meanings of clauses call these methods. A method that cannot place what it is told raises `Unclear` and leaves the
decision to the caller. What is asked stands in `questions`; the state behind it in `ledger`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from solver.topics.stories.word_problems.ledger import (
    HE,
    MINUS,
    PRONOUNS,
    SHE,
    THEY,
    Ledger,
    Line,
    Terms,
    scaled,
)
from solver.topics.stories.word_problems.quantities import (
    BUNDLE,
    MONEY_ITEM,
    ONE,
    Group,
    Key,
    Purchase,
    Relation,
    Slot,
    Unclear,
)

__all__ = ["HE", "MINUS", "PRONOUNS", "SHE", "THEY", "Line", "Story", "Terms", "scaled"]


@dataclass(slots=True)
class Story(Ledger):
    """Everything told so far, and what can be told."""

    # -- having, getting, giving -------------------------------------------------------------------

    def balance(self, slot: Slot) -> Key:
        """What is in a slot now."""
        kind = "money" if slot[1] == MONEY_ITEM else "count"
        return Key(kind, slot[0], slot[1], self.ledger.setdefault(slot, 0))

    def slot(self, item: str, owner: str | None = "", *, create: bool = True) -> Slot:
        """The slot for things of this name: those that `owner` has (None: who was spoken of last), or any ("")."""
        item = self.meet(item)
        holder = self.who(owner) if owner != "" else ""
        for group in self.groups if not holder else ():
            if (key := self.part(group, item)) is not None:
                return key.owner, key.item
        slots = [s for s in self.ledger if (s[1] == MONEY_ITEM) == (item == MONEY_ITEM)]
        if holder:
            found = [s for s in slots if s == (holder, item)] or [
                s for s in slots if s in (("", item), (item, holder))
            ]
        else:
            found = [s for s in slots if s[1] == item] or [s for s in slots if s[0] == item]
        if len(found) > 1 and not holder:
            found = [s for s in found if s == ("", item)]
            if not found:
                raise Unclear
        if not found and not create:
            raise Unclear
        return found[0] if found else (holder, item)

    def count(self, item: str, owner: str | None = "") -> Key:
        """How many there are of `item` (that `owner` has), as things stand."""
        return self.speak(self.balance(self.slot(item, owner)))

    def has(self, owner: str | None, number: Fraction, item: str, unit: str = "") -> None:
        """Somebody (or some place, or nobody in particular: "") has so many of an item."""
        slot = (self.who(owner), self.meet(item)) if owner != "" else self.slot(item)
        self.note_unit(slot[1], unit)
        if item != MONEY_ITEM:
            self.item = slot[1]
        self.define(self.balance(slot), number)

    def change(self, slot: Slot, amount: Fraction | Key, sign: int) -> Key:
        """So many come into a slot (sign 1) or leave it (sign -1); what is in it afterwards."""
        before = self.balance(slot)
        self.ledger[slot] += 1
        after = self.balance(slot)
        if isinstance(amount, Key):
            self.relate([(after, 1), (before, -1), (amount, -sign)], given=False)
        else:
            self.relate([(after, 1), (before, -1)], sign * amount)
        return self.speak(after)

    def several(self) -> str:
        """Who "they" are: the one spoken of last, or "" for all who have something of the same, put together.

        Raises:
            Unclear: there are several, and none has what another one has.
        """
        owners = {slot[0] for slot in self.ledger if slot[0]}
        if len(owners) < 2:
            return self.owner
        shared = [item for item in dict.fromkeys(s[1] for s in self.ledger) if self.pool(item)]
        if not shared:
            raise Unclear
        return ""

    def pool(self, item: str) -> bool:
        """Whether several have of an item, whose sum is then in the slot of nobody in particular."""
        parts = [s for s in self.ledger if s[1] == item and s[0]]
        if len(parts) < 2:
            return False
        slot = ("", item)
        if slot not in self.ledger:
            terms = [(self.balance(s), MINUS) for s in parts]
            self.relate([(self.balance(slot), ONE), *terms], given=False)
        return True

    # -- prices, rates, purchases ------------------------------------------------------------------

    def rate(self, container: str, item: str = MONEY_ITEM) -> Key:
        """How many `item` one `container` has; with money, what one costs."""
        container, item = self.meet(container), self.meet(item)
        if item != MONEY_ITEM:
            return self.speak(self.rates.setdefault((container, item), Key("rate", item, container)))
        if container not in self.priced:
            self.priced.append(container)
        self.item = container
        return self.speak(Key("price", "", container))

    def cost_terms(self, lines: Sequence[Line], item: str = MONEY_ITEM) -> Terms:
        """What so many of these cost (or have of `item`) together."""
        for number, name in lines:
            met = self.meet(name)
            if number != 1 and (self.units.get(met) == BUNDLE or self.lexicon.is_content(name, met)):
                raise Unclear  # "the pens cost $6", "a box of pens costs $6": not one of them
        return [(self.rate(name, item), number) for number, name in lines]

    def costs(self, lines: Sequence[Line], amount: Fraction, item: str = MONEY_ITEM) -> None:
        """So many of these cost this much (or have so many of `item`) together."""
        if any(not number for number, _ in lines):
            raise Unclear
        if len(lines) == 1:
            self.define(self.rate(lines[0][1], item), amount / lines[0][0])
        else:
            self.relate(self.cost_terms(lines, item), amount)

    def buy(
        self,
        owner: str | None,
        lines: Sequence[Line],
        amount: Fraction | None = None,
        *,
        planned: bool = False,
    ) -> None:
        """Somebody buys these; what is spent comes off the money that he has."""
        holder = self.who(owner)
        cost = self.fresh("cost", holder)
        terms = self.cost_terms(lines)
        self.relate([(cost, ONE), *scaled(terms, MINUS)], given=any(n != 1 for n, _ in lines))
        self.purchases.append(Purchase(holder, tuple((n, self.meet(i)) for n, i in lines), cost, planned))
        self.change((holder, MONEY_ITEM), cost, -1)
        if amount is not None:
            self.define(cost, amount)

    def spend(self, owner: str | None, amount: Fraction | None, what: str = "") -> Key:
        """Money is spent (on something); the amount is a quantity of its own."""
        holder = self.who(owner)
        cost = self.fresh("cost", holder, what and self.meet(what))
        self.purchases.append(Purchase(holder, (), cost))
        self.change((holder, MONEY_ITEM), cost, -1)
        if amount is not None:
            self.define(cost, amount)
        return self.speak(cost)

    # -- wholes and parts --------------------------------------------------------------------------

    def group(self, whole: Key, parts: Sequence[str] = (), *, by_owner: bool = False) -> Group:
        """`whole` is made of these parts (none named: they come later)."""
        known = [g for g in self.groups if g.whole == whole]
        if known and known[0].members:
            raise Unclear
        noun = MONEY_ITEM if whole.kind == "cost" else whole.item
        group = known[0] if known else Group(whole, noun, whole.owner, by_owner=by_owner)
        if not known:
            self.groups.append(group)
        for part in parts:
            self.member(group, part)
        if parts:
            self.close(group)
        return group

    def only_group(self) -> Group:
        """The whole of which parts are told; what was counted last becomes one where there is none."""
        if self.groups:
            return self.groups[-1]
        counted = [
            k
            for k in self.told
            if k.kind in ("count", "money", "whole") or k.kind == "cost" and k in self.known
        ]
        if not counted or counted[-1] not in self.known and len(counted) > 1:
            raise Unclear
        return self.group(counted[-1])

    def part(self, group: Group, name: str) -> Key | None:
        """The part of a whole that has this name, None where it has none so far."""
        name = self.meet(name)
        noun = self.words(group.noun)
        said = self.words(name) - noun or self.words(name)
        for member in group.members:
            own = self.words(member.owner if group.by_owner else member.item)
            if own == self.words(name) or own - noun == said:
                return member
        return self._part_by_what_tells(group, said)

    def _part_by_what_tells(self, group: Group, said: frozenset[str]) -> Key | None:
        """The only part whose name has the same words but for such as tell nothing: "who come by bus" among those "by bus"."""
        telling = frozenset(w for w in said if not self.lexicon.says_nothing(w))
        if not group.closed or not telling or telling == said:
            return None
        names = {m: self.words(m.owner if group.by_owner else m.item) for m in group.members}
        fits = [
            m for m, own in names.items() if {w for w in own if not self.lexicon.says_nothing(w)} == telling
        ]
        return fits[0] if len(fits) == 1 else None

    def member(self, group: Group, name: str) -> Key:
        """A part of a whole, which it now is if it was not."""
        key = self.part(group, name)
        if key is None:
            if group.closed:
                raise Unclear
            name = self.meet(name)
            slot = (
                (name, group.noun)
                if group.by_owner
                else (group.owner if (group.owner, name) in self.ledger else "", name)
            )
            key = self.balance(slot)
            if key == group.whole:
                raise Unclear
            group.members.append(key)
        return self.speak(key)

    def close(self, group: Group) -> None:
        """There are no other parts."""
        if group.closed or len(set(group.members)) < 2 or group.expected not in (None, len(group.members)):
            raise Unclear
        group.closed = True
        self.relate([(group.whole, 1), *((m, -1) for m in group.members)], given=False)

    def left_over(self, group: Group) -> Terms:
        """What the parts told so far leave of the whole."""
        if not group.members or group.closed:
            raise Unclear
        return [(group.whole, ONE), *((m, MINUS) for m in group.members)]

    def share(self, group: Group, name: str, fraction: Fraction, base: Terms | None = None) -> Key:
        """A part is this fraction of the whole (or of `base`)."""
        part_of_part = base is not None and all(k in group.members for k, _ in base)
        base = [(group.whole, ONE)] if base is None else base
        key = self.balance(("", self.meet(name))) if part_of_part else self.member(group, name)
        if any(k == key for k, _ in base):
            raise Unclear
        group.shared = True
        self.relate([(key, 1), *scaled(base, -fraction)])
        return self.speak(key)

    def rest(self, group: Group, names: Sequence[str]) -> list[Key]:
        """These are all that is left of the whole."""
        before = list(group.members)
        keys = [self.member(group, name) for name in names]
        if not group.closed:
            if not before or set(keys) & set(before):
                raise Unclear
            self.close(group)
        return keys

    def ratio(self, keys: Sequence[Key], parts: Sequence[Fraction]) -> None:
        """Quantities are in this ratio."""
        if len(keys) != len(parts) or len(set(keys)) != len(keys) or min(parts) <= 0:
            raise Unclear
        unit = self.fresh("part")
        for key, count in zip(keys, parts, strict=True):
            self.relate([(self.speak(key), 1), (unit, -count)])

    def settle(self, keys: set[Key]) -> None:
        """The numbers of these quantities are used by another relation."""
        self.relations = [
            Relation(
                r.terms, r.constant, r.given and not (len(r.terms) == 1 and set(r.terms) <= keys), r.after
            )
            for r in self.relations
        ]

    # -- questions ---------------------------------------------------------------------------------

    def ask(self, *keys: Key) -> None:
        """These quantities are asked for, in this order."""
        self.asked += [key for key in keys if key not in self.asked]

    def ask_sum(self, kind: str, terms: Terms) -> None:
        """A quantity that is made of others is asked for: a sum, a difference."""
        if not terms:
            raise Unclear
        if len(terms) == 1 and terms[0][1] == 1:
            self.ask(terms[0][0])
            return
        key = self.fresh(kind)
        self.relate([(key, ONE), *scaled(terms, MINUS)], given=any(abs(c) != 1 for _, c in terms))
        self.ask(key)
