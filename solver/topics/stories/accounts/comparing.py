"""How much an amount is, and what it is compared with: half of it, 3 more than Ann has, twice as much as on Monday."""

from __future__ import annotations

from dataclasses import dataclass

from solver.topics.stories.accounts.ledger import Entry
from solver.topics.stories.accounts.stock import Stock
from solver.topics.stories.accounts.values import (
    MONEY,
    Amount,
    Ref,
    Tag,
    Thing,
    covers,
    related,
    words_in,
)
from solver.topics.stories.accounts.words import SMALL, role_of, same_deed
from solver.topics.stories.school.english.network import Node
from solver.topics.stories.school.working import Unfit


@dataclass(slots=True)
class Comparing(Stock):
    """A ledger that knows with what an amount is compared."""

    def known(self, name: str) -> str:
        """As `who`, of a name that may be a thing's: no new actor is made of it."""
        if name in ("he", "she", "it", "they", "you") or "+" in name:
            return self.who(name)
        for known in self.actors:
            if known == name or known.split()[-1] == name.split()[-1]:
                return known
        return name

    def _thing(self, amount: Amount, who: str) -> Thing:
        if amount.thing:
            return amount.thing
        if amount.form in ("more", "times", "same") and amount.ref is not None:
            ref = amount.ref
            if ref.that:
                if not self.entries:
                    raise Unfit
                return self.entries[-1].thing
            named = [e for e in self.entries if ref.name and e.who == self.known(ref.name)]
            things = {e.thing for e in named}
            if len(things) == 1:
                return things.pop()
            if ref.thing and any(related(ref.thing, e.thing) for e in self.entries):
                return ref.thing
        if amount.form in ("f", "rest", "all") and self.entries:
            return self.entries[-1].thing
        if not self.thing:
            raise Unfit
        return self.thing

    def value(self, amount: Amount, who: str, verb: str, thing: Thing, tags: tuple[Tag, ...]) -> Node:
        """How much an amount is."""
        label = self.label(who, verb, thing)
        match amount.form:
            case "n" | "m":
                return self.number(amount.letter)
            case "some":
                return self.node(label, thing)
            case "f":
                return self.times(self.number(amount.letter), self._whole(amount, who, thing), label, thing)
            case "rest" | "all":
                return self.balance(thing, who)
            case "more" | "times" | "same":
                base = self.referred(amount.ref or Ref(that=True), who, verb, thing, tags)
                return self._compared(amount, base, label, thing)
        raise Unfit

    def _compared(self, amount: Amount, base: Node, label: str, thing: Thing) -> Node:
        if amount.form == "same":
            return base
        number = self.number(amount.letter)
        if amount.form == "more":
            if number.part or number.percent or amount.letter >= "\ue800":
                return self.scaled(base, number, amount.sign, label, thing)
            return self.plus([base, number], [1, amount.sign], label, thing)
        node = self.times(
            base, number, label if not amount.extra else f"{self.said(number)} times that", thing
        )
        if amount.extra:
            node = self.plus([node, self.number(amount.extra)], [1, amount.sign], label, thing)
        return node

    def _whole(self, amount: Amount, who: str, thing: Thing) -> Node:
        if amount.extra:
            return self.number(amount.extra)
        rest = amount.sign > 0
        mine = [
            e
            for e in self.entries
            if e.role in ("lose", "part", "do") and self.his(e.who, who) and related(thing, e.thing)
        ]
        if rest:
            return self.balance(thing, who)
        shared = [e for e in mine if e.share and e.sentence == self.sentence]
        if mine and len(shared) != len(mine):
            raise Unfit  # of what there was, or of what is left?
        return self.balance(thing, who, before=self.entries.index(shared[0]) if shared else None)

    def referred(self, ref: Ref, who: str, verb: str, thing: Thing, tags: tuple[Tag, ...]) -> Node:
        """What an amount is compared with; it may be told later."""
        if ref.that and not ref.name and not ref.when:
            return self._just_told(thing)
        if ref.to:
            return self._given(ref)
        names = ref.name.split("+") if "+" in ref.name else []
        if names and not any(one in self.actors or self.is_person(one) for one in names):
            things = [Thing(tuple(one.split())) for one in names]
            nodes = [
                self.referred(Ref(one, item, ref.when), who, verb, thing, tags)
                for one, item in zip(names, things, strict=True)
            ]
            said = f"the {' and '.join(item.many() for item in things)}"
            return self.plus(nodes, [1] * len(nodes), said, thing)
        other, item = self._meant(ref, who, thing)
        if names and other == who:
            raise Unfit
        if "+" in other:
            nodes = [
                self.referred(Ref(one, when=ref.when), who, verb, thing, tags) for one in other.split("+")
            ]
            return self.plus(nodes, [1] * len(nodes), f"the {thing.many()} of both", thing)
        when = frozenset(ref.when.split()) - SMALL
        if (node := self._spent_or_done(ref, other, who, thing, when)) is not None:
            return node
        if other == who and related(item, thing) and not when:
            if any(e.role == "have" and e.who == who and related(e.thing, thing) for e in self.entries):
                return self.balance(thing, who)
            raise Unfit
        found = self._of_him(other, item, thing, when)
        if len(found) > 1:
            found = [e for e in found if same_deed(e.verb, verb)] or found
        if len(found) > 1 and (mine := words_in(tags, "when") or self.moment):
            found = [e for e in found if e.when == mine] or found
        if len({id(e.node) for e in found}) == 1:
            return found[0].node
        if found:
            raise Unfit
        return self._to_be_told(other, verb, item, when or (words_in(tags, "when") if other != who else when))

    def _just_told(self, thing: Thing) -> Node:
        """ "Twice as much as that": as the last one."""
        if self.entries and self.entries[-1].that:
            raise Unfit  # twice as much as the last one, or as the first?
        if (
            not self.entries
            or not related(self.entries[-1].thing, thing)
            and self.entries[-1].thing.head != thing.head
            and bool(thing.words) != bool(self.entries[-1].thing.words)
        ):
            raise Unfit
        return self.entries[-1].node

    def _given(self, ref: Ref) -> Node:
        """What one gave to another."""
        to, giver = self.known(ref.to), self.known(ref.name)
        gifts = [
            e
            for e in self.entries
            if e.to == to
            and e.who == giver
            and (not ref.thing or covers(ref.thing, e.thing))
            and not e.mirrored
        ]
        if len(gifts) != 1:
            raise Unfit
        return gifts[0].node

    def _meant(self, ref: Ref, who: str, thing: Thing) -> tuple[str, Thing]:
        """Whose, and of what; by default who and what is spoken of."""
        name = ref.name
        if not name:
            return who, thing
        known = self.known(name)
        if not ("+" in name or known in self.actors or self.is_person(name)):
            return who, ref.thing or Thing(tuple(name.split()))
        other = known if known in self.actors else self.who(name)
        self.mentioned = other
        if (
            thing != MONEY
            and ref.thing.words
            and name not in ("he", "she")
            and related(ref.thing, thing) is False
            and any(related(ref.thing, e.thing) for e in self.entries)
            and not self.is_person(name)
        ):
            raise Unfit
        return other, thing

    def _spent_or_done(
        self, ref: Ref, other: str, who: str, thing: Thing, when: frozenset[str]
    ) -> Node | None:
        """What was spent on a thing, or what came of a deed that is named."""
        if thing == MONEY and ref.thing.words:
            spent = [
                e
                for e in self.entries
                if e.thing == MONEY and set(ref.thing.words) & e.where and e.who == other
            ]
            if len(spent) == 1:
                return spent[0].node
        if not ref.verb:
            return None
        done = [
            e
            for e in self.entries
            if e.who == other
            and not e.mirrored
            and same_deed(e.verb, ref.verb)
            and (e.thing.unit == thing.unit)
            and (not ref.thing or related(ref.thing, e.thing) or ref.thing.head in e.thing.of)
            and (not when or e.when & when)
        ]
        if len(done) == 1:
            return done[0].node
        if len(done) > 1 or other == who:
            raise Unfit
        return None

    def _of_him(self, other: str, item: Thing, thing: Thing, when: frozenset[str]) -> list[Entry]:
        """The entries of somebody, and of a thing, at a time."""
        found = [
            e
            for e in self.entries
            if not e.mirrored and not e.asserted and e.who == other and covers(item, e.thing)
        ]
        if not found and item != thing:
            found = [
                e for e in self.entries if not e.mirrored and covers(item, e.thing) and e.who in ("", other)
            ]
        return [e for e in found if e.when & when] if when else found

    def _to_be_told(self, other: str, verb: str, item: Thing, when: frozenset[str]) -> Node:
        """An entry that is spoken of before it is told."""
        made = Entry(
            self.node(self.label(other, verb, item), item),
            other,
            verb,
            role_of(verb),
            item,
            when,
            frozenset(),
            self.sentence,
        )
        made.open = True
        self.entries.append(made)
        return made.node
