"""What there is in a ledger: balances, wholes, and what an amount is compared with."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

from solver.topics.stories.accounts.ledger import Entry, Ledger, Rate
from solver.topics.stories.accounts.values import (
    MONEY,
    Amount,
    Ask,
    Ref,
    Tag,
    Thing,
    covers,
    related,
    words_in,
)
from solver.topics.stories.accounts.words import DONE_WITH, MADE, SMALL, role_of, same_deed
from solver.topics.stories.school.english.marks import TIME
from solver.topics.stories.school.english.network import Node
from solver.topics.stories.school.working import Unfit


@dataclass(slots=True)
class Stock(Ledger):
    """A ledger that knows what there is, and with what an amount is compared."""

    question: Ask | None = None
    moment: frozenset[str] = frozenset()
    moment_of: int = -1

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

    def label(self, who: str, verb: str, thing: Thing) -> str:
        what = (
            "the money"
            if thing == MONEY
            else f"the {self.shown(thing)}"
            if self.shown(thing)
            else f"the {thing.head}"
        )
        owner = " and ".join(
            " ".join(w.capitalize() if w in self.marks.names else w for w in one.split())
            for one in who.split("+")
        )
        return f"{what} of {owner}" if owner and owner not in ("they", "you") else what

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
        other, item, when = who, thing, frozenset(ref.when.split()) - SMALL
        if ref.to:
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
        name = ref.name
        if "+" in name and not any(one in self.actors or self.is_person(one) for one in name.split("+")):
            nodes = [
                self.referred(Ref(one, Thing(tuple(one.split())), ref.when), who, verb, thing, tags)
                for one in name.split("+")
            ]
            return self.plus(
                nodes,
                [1] * len(nodes),
                f"the {' and '.join(Thing(tuple(one.split())).many() for one in name.split('+'))}",
                thing,
            )
        if name:
            known = self.known(name)
            if "+" in name or known in self.actors or self.is_person(name):
                other = known if known in self.actors else self.who(name)
                self.mentioned = other
                if (
                    thing != MONEY
                    and ref.thing.words
                    and ref.name not in ("he", "she")
                    and related(ref.thing, thing) is False
                    and any(related(ref.thing, e.thing) for e in self.entries)
                    and not self.is_person(name)
                ):
                    raise Unfit
            elif ref.thing:
                item = ref.thing
            else:
                item = Thing(tuple(name.split()))
        if "+" in name and other == who:
            raise Unfit
        if "+" in other:
            nodes = [
                self.referred(Ref(one, when=ref.when), who, verb, thing, tags) for one in other.split("+")
            ]
            return self.plus(nodes, [1] * len(nodes), f"the {thing.many()} of both", thing)
        if thing == MONEY and ref.thing.words:
            spent = [
                e
                for e in self.entries
                if e.thing == MONEY and set(ref.thing.words) & e.where and e.who == other
            ]
            if len(spent) == 1:
                return spent[0].node
        if ref.verb:
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
        if other == who and related(item, thing) and not when:
            if any(e.role == "have" and e.who == who and related(e.thing, thing) for e in self.entries):
                return self.balance(thing, who)
            raise Unfit
        found = [
            e
            for e in self.entries
            if not e.mirrored and not e.asserted and e.who == other and covers(item, e.thing)
        ]
        if not found and item != thing:
            found = [
                e for e in self.entries if not e.mirrored and covers(item, e.thing) and e.who in ("", other)
            ]
        if when:
            found = [e for e in found if e.when & when]
        if len(found) > 1:
            found = [e for e in found if same_deed(e.verb, verb)] or found
        if len(found) > 1 and (mine := words_in(tags, "when") or self.moment):
            found = [e for e in found if e.when == mine] or found
        if len({id(e.node) for e in found}) == 1:
            return found[0].node
        if found:
            raise Unfit
        made = Entry(
            self.node(self.label(other, verb, item), item),
            other,
            verb,
            role_of(verb),
            item,
            when or words_in(tags, "when") if other != who else when,
            frozenset(),
            self.sentence,
        )
        made.open = True
        self.entries.append(made)
        return made.node

    def _asserts(self, entry: Entry, left: bool) -> bool:
        """Whether "has 7" tells what came of changes."""
        changed = [
            e
            for e in self.entries
            if e.role in ("lose", "gain")
            and e.who == entry.who
            and related(e.thing, entry.thing)
            and not e.mirrored
        ]
        return left or bool(changed) and entry.who != "" and bool(self.subject)

    def _assert(self, entry: Entry) -> None:
        stock = [
            e
            for e in self.entries
            if self.his(e.who, entry.who)
            and related(e.thing, entry.thing)
            and e.role in ("have", "gain", "lose")
        ]
        if not any(e.role == "have" for e in stock) and not any(e.role == "gain" for e in stock):
            start = Entry(
                self.node(f"{self.label(entry.who, 'have', entry.thing)} at first", entry.thing),
                entry.who,
                "have",
                "have",
                entry.thing,
            )
            self.entries.insert(0, start)
        self._unknown_change(entry)
        before = self.balance(entry.thing, entry.who)
        self.net.sum(before, [entry.node], [1])
        entry.asserted = True
        self.entries.append(entry)

    def _unknown_change(self, entry: Entry) -> None:
        """What is asked for went (or came) before so many were left."""
        ask = self.question
        if (
            ask is None
            or ask.kind != "count"
            or role_of(ask.verb) not in ("lose", "gain")
            or not related(ask.thing or entry.thing, entry.thing)
        ):
            return
        if any(same_deed(e.verb, ask.verb) and related(e.thing, entry.thing) for e in self.entries):
            return
        thing = ask.thing or entry.thing
        self.entries.append(
            Entry(
                self.node(f"the {thing.many()} asked for", thing),
                entry.who,
                ask.verb,
                role_of(ask.verb),
                thing,
                sentence=self.sentence,
            )
        )

    def _fill(self, entry: Entry, amount: Amount) -> bool:
        """Whether an amount was spoken of before it is told: it is that then."""
        if amount.form in ("f", "rest", "some"):
            return False
        again = [
            e
            for e in self.entries
            if e.compared
            and not amount.again
            and amount.form in ("n", "m")
            and e.who == entry.who
            and e.thing == entry.thing
            and e.when == entry.when
            and e.verb == entry.verb
        ]
        if len(again) == 1 and entry.node.letter:
            self.net.sum(again[0].node, [entry.node], [1])
            again[0].compared = False
            return True
        found = [
            e
            for e in self.entries
            if e.open
            and e.who == entry.who
            and covers(e.thing, entry.thing)
            and (e.when == entry.when or not e.when)
            and (same_deed(e.verb, entry.verb) or e.role == entry.role)
        ]
        if len(found) != 1:
            return False
        one = found[0]
        if one.node is entry.node:
            raise Unfit
        self.net.sum(one.node, [entry.node], [1])
        one.open, one.verb, one.role, one.thing = False, entry.verb, entry.role, entry.thing
        one.holds, one.price, one.paid, one.when = entry.holds, entry.price, entry.paid, entry.when
        return True

    def balance(self, thing: Thing, who: str, before: int | None = None) -> Node:
        """What there is of a thing now: what there was, and came, less what went."""
        parts: list[Node] = []
        signs: list[int] = []
        seen: list[Entry] = []
        entries = self.entries if before is None else self.entries[:before]
        mine = bool(who) and any(
            e.who == who and e.role in ("have", "gain") and related(e.thing, thing) for e in entries
        )
        stocked = any(e.role in ("have", "gain", "need") or e.holds for e in entries if self.his(e.who, who))
        for entry in entries:
            if mine and not entry.who and entry.role == "have":
                continue
            if (
                entry.asserted
                or entry.role in ("time",)
                or not self.his(entry.who, who)
                or entry.mirrored
                and not who
            ):
                continue
            if (
                entry.role == "part"
                and covers(thing, entry.thing)
                and entry.source is not None
                and covers(thing, entry.source)
            ):
                continue
            sign = {"have": 1, "gain": 1, "lose": -1, "part": 1}.get(entry.role, 0)
            found = self.measure(entry.node, entry.thing, thing, entry, self._plain_rates())
            if (
                found is None
                and self.measure(entry.node, entry.thing, thing, entry, self._deeds()) is not None
            ):
                raise Unfit  # each of 20 customers buys 15: whose are they?
            if entry.role == "do":
                sign = 1 if found is not entry.node else -1 if entry.verb in DONE_WITH and stocked else 2
            if entry.role == "need":
                sign = (
                    1 if not any(e.role == "have" and related(e.thing, entry.thing) for e in entries) else 0
                )
            if found is None or not sign:
                continue
            if entry.verb in MADE and any(
                s > 0 and e.role == "have" for s, e in zip(signs, seen, strict=True)
            ):
                raise Unfit  # 3 kg of the rice that there is, or 3 kg more?
            if sign == 2:
                raise Unfit
            parts.append(found)
            signs.append(sign)
            seen.append(entry)
        self.one_sort(seen)
        holders = {e.who for e in seen if e.role == "have"}
        if holders and not who and {e.who for e in seen if e.role == "gain" and e.who} - holders:
            raise Unfit  # what somebody else got is not there
        return self.plus(parts, signs, f"{self.label(who, 'have', thing)} then", thing)

    def _plain_rates(self) -> list[Rate]:
        """Rates of what holds what; none of what is done in a time, none of prices."""
        return [r for r in self._deeds() if not r.verb or role_of(r.verb) == "have"]

    def _deeds(self) -> list[Rate]:
        """Rates of what is not done in a time, and not paid."""
        return [r for r in self.rates if r.thing != MONEY and r.per.unit not in TIME and not r.bulk]

    @staticmethod
    def one_sort(entries: list[Entry]) -> None:
        """What one has of a thing, and of a kind of it, is no sum: 60 chips, 34 red chips."""
        for a, b in itertools.permutations([e for e in entries if e.role in ("have", "gain")], 2):
            if a.who == b.who and a.thing != b.thing and covers(a.thing, b.thing):
                raise Unfit
