"""What clauses of an account write into its ledger."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final

from solver.topics.stories.accounts.clauses import Told
from solver.topics.stories.accounts.ledger import Entry, Ledger, Rate
from solver.topics.stories.accounts.values import (
    MONEY,
    AgeAt,
    Amount,
    Ask,
    Change,
    Each,
    Fact,
    Mod,
    Price,
    Ref,
    Scene,
    Share,
    Tag,
    Takes,
    Thing,
    Together,
    Verb,
    covers,
    related,
)
from solver.topics.stories.accounts.words import DAYTIME, EARN, role_of, same_deed
from solver.topics.stories.school.english.marks import TIME
from solver.topics.stories.school.english.network import Node
from solver.topics.stories.school.working import Unfit

_DONE_WITH: Final = frozenset(
    "read type solve answer finish complete watch wash clean mow drive run walk travel paint fix grade deliver do cover memorize repair practice write".split()
)
_MADE: Final = frozenset("make bake cook prepare create brew".split())
_SMALL: Final = frozenset("in on at to for from with by the a an his her their its of into during".split())


def words_in(tags: tuple[Tag, ...], kind: str) -> frozenset[str]:
    return frozenset(w for t in tags if t.kind == kind for w in t.text.split() if w not in _SMALL)


@dataclass(slots=True)
class Teller(Ledger):
    """A ledger that is told clauses; `question`: what will be asked."""

    question: Ask | None = None
    moment: frozenset[str] = frozenset()
    moment_of: int = -1

    def tell(self, told: Told) -> None:
        """Write down what a clause says.

        Raises:
            Unfit: it has no place in the story.
        """
        match told:
            case Fact():
                self._fact(told)
            case Each():
                self._each(told)
            case Price():
                self._price(told)
            case Share():
                self._share(told)
            case Change():
                self.changes.append((self.number(told.letter), told.sign))
            case Together():
                self._together(told)
            case Takes():
                self._takes_for(told)
            case AgeAt():
                self._age_at(told)
            case Scene():
                self._scene(told)
            case _:
                raise Unfit

    def _takes_for(self, told: Takes) -> None:
        goal, unit = told.goal.thing, told.time.thing
        node = self.over(
            self.number(told.time.letter),
            self.number(told.goal.letter),
            f"the {unit.many()} for one {goal.head}",
            unit,
        )
        who = self.who(told.who) if told.who else ""
        self.rates.append(Rate(node, unit, goal, who, "take", sentence=self.sentence))

    def _age_at(self, told: AgeAt) -> None:
        who = self.who(told.who)
        label = f"the age of {who.capitalize()} now"
        thing = Thing(("age",))
        node = self.plus([self.number(told.age), self.number(told.years)], [1, -told.sign], label, thing)
        entry = Entry(node, who, "be", "have", thing, sentence=self.sentence)
        if not self._fill(entry, Amount("n", told.age, thing)):
            self.entries.append(entry)

    def _scene(self, scene: Scene) -> None:
        words = scene.who.split()
        named = [w for w in words if w in self.marks.names and w != "i"]
        if words[0] in named:
            self.subject = self.who(named[0])
        elif len(set(named)) > 1:
            for name in named:
                self.who(name)

    # -- facts -------------------------------------------------------------------------------------

    def _fact(self, fact: Fact) -> None:
        verb = fact.verb.lemma
        if verb == "is" and fact.objects[-1].form == "bare" or fact.verb.modal == "part":
            self._part(fact)
            return
        who = self.mentioned if fact.who == "who" else self.who(fact.who)
        if fact.who == "who" and not who:
            raise Unfit
        if not fact.who and not fact.passive and verb not in ("be",):
            who = self.subject
            if not who:
                raise Unfit
        if who and who != "they":
            self.subject = who
        to = self.who(fact.to) if fact.to else ""
        if to and to == who:
            raise Unfit
        self.mentioned = to or who
        if to and not self.is_person(to) and verb in ("sell", "buy", "pay"):
            raise Unfit
        if to and verb in ("buy", "pay", "sell", "tip"):
            to = ""
        heads = [a.thing.head for a in fact.objects]
        if any(a.again and a.thing.head in heads[:i] for i, a in enumerate(fact.objects)):
            raise Unfit  # 5 more, or 5 more than the ones before?
        for amount in fact.objects:
            entry = self.amount(who, fact.verb, amount, fact.tags, passive=fact.passive)
            if to and entry is not None:
                entry.to = to
                self.entries.append(replace_entry(entry, to))

    def amount(self, who: str, verb: Verb, amount: Amount, tags: tuple[Tag, ...], *, passive: bool = False) -> Entry | None:  # fmt: skip
        tags = (*tags, *amount.tags)
        whens = {t.text for t in tags if t.kind == "when" and t.text not in DAYTIME}
        if len(whens) > 1:
            raise Unfit
        if now := words_in(tags, "when"):
            self.moment, self.moment_of = now, self.sentence
        elif self.moment_of != self.sentence:
            self.moment = frozenset()
        thing = self._thing(amount, who)
        if amount.form in ("f", "rest", "all"):
            stocked = {
                e.thing
                for e in self.entries
                if e.role in ("have", "gain", "need") and covers(thing, e.thing) and self.his(e.who, who)
            }
            thing = stocked.pop() if len(stocked) == 1 else thing
        if thing == MONEY and verb.lemma in ("buy", "purchase", "order"):
            verb = replace(verb, lemma="spend")  # "bought $400 of furniture"
        if any(t.kind == "total" for t in tags):
            raise Unfit
        mods = {m.kind: m for m in amount.mods}
        if len(mods) != len(amount.mods) or "each" in mods:
            raise Unfit
        if amount.form in ("more", "times", "same") and ("per" in mods or "often" in mods):
            node = self._compared(
                amount, self._rate_of(amount.ref, thing), f"the {self.shown(thing)} each time", thing
            )
        else:
            node = self.value(amount, who, verb.lemma, thing, tags)
        if {"per", "often", "within", "for", "repeat"} & mods.keys():
            rated = self._rated(node, thing, mods)
            if isinstance(rated, Rate):
                rated.who, rated.verb, rated.when, rated.sentence = (
                    who,
                    verb.lemma,
                    words_in(tags, "when"),
                    self.sentence,
                )
                self.rates.append(rated)
                self._held(mods, thing, None)
                self.thing = thing if thing != MONEY else self.thing
                return None
            node = rated
        if amount.form == "rest" and role_of(verb.lemma) != "lose":  # he keeps what is left
            self.entries.append(Entry(node, who, verb.lemma, "kept", thing, sentence=self.sentence))
            return None
        role = "need" if verb.modal == "need" else role_of(verb.lemma)
        if amount.again and role in ("have", "need"):
            raise Unfit
        left = any(t.kind == "left" for t in tags)
        entry = Entry(
            node, who, verb.lemma, role, thing, words_in(tags, "when"), words_in(tags, "where"), self.sentence
        )
        entry.share = amount.form in ("f", "rest")
        entry.that = amount.ref is not None and amount.ref.that
        entry.compared = amount.form in ("more", "times", "same")
        if "price" in mods:
            entry.price = self.number(mods["price"].letter)
        if "paid" in mods:
            entry.paid = self.number(mods["paid"].letter)
        if "compared" in mods:
            entry.paid = self._compared_price(mods["compared"].amount, thing)
        if "holds" in mods:
            entry.holds = ((self.number(mods["holds"].letter), _inside(mods["holds"].thing, thing)),)
        if role == "have" and thing != MONEY and self._asserts(entry, left) or left and role == "have":
            self._assert(entry)
        elif self._fill(entry, amount):
            pass
        else:
            self.entries.append(entry)
        self.thing = thing if thing != MONEY else self.thing
        return entry

    def _compared_price(self, amount: Amount | None, thing: Thing) -> Node:
        """ "Juice for twice the price of the bread"."""
        if amount is None or amount.ref is None:
            raise Unfit
        ref = amount.ref
        priced = [e for e in self.entries if e.paid is not None or e.price is not None]
        if ref.that and not ref.name:
            found = priced[-1:]
        else:
            name = ref.thing or Thing(tuple(ref.name.split()))
            found = [e for e in priced if related(name, e.thing)]
        if len(found) != 1 or found[0].paid is None and found[0].node.letter:
            raise Unfit
        base = found[0].paid or found[0].price
        assert base is not None
        return self._compared(amount, base, f"the money for the {thing.many()}", MONEY)

    def _held(self, mods: dict[str, Mod], thing: Thing, entry: Entry | None) -> None:
        if "price" in mods or "paid" in mods:
            raise Unfit
        if "holds" in mods and entry is None:
            held = mods["holds"]
            self.rates.append(Rate(self.number(held.letter), held.thing, thing, sentence=self.sentence))

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

    def known(self, name: str) -> str:
        """As `who`, of a name that may be a thing's: no new actor is made of it."""
        if name in ("he", "she", "it", "they", "you") or "+" in name:
            return self.who(name)
        for known in self.actors:
            if known == name or known.split()[-1] == name.split()[-1]:
                return known
        return name

    def _rated(self, node: Node, thing: Thing, mods: dict[str, Mod]) -> Node | Rate:
        per, often, span, within, repeat = (mods.get(k) for k in ("per", "often", "for", "within", "repeat"))
        if sum(m is not None for m in (within, repeat, per or often)) > 1:
            raise Unfit
        if repeat is not None:
            if span is not None:
                raise Unfit
            return self.times(node, self.number(repeat.letter), f"the {thing.many()} in all", thing)
        if within is not None:
            if span is not None or not within.letter:
                raise Unfit
            return Rate(
                self.over(
                    node, self.number(within.letter), f"the {thing.many()} in one {within.thing.unit}", thing
                ),
                thing,
                within.thing,
            )
        if per is None and often is None:
            raise Unfit  # "5 miles for 3 days": each day, or in all?
        if per is not None and often is not None:
            inner = often.thing
            if inner.words != ("time",) and inner.unit != per.thing.unit or not per.thing.unit:
                raise Unfit
            node = self.times(
                node, self.number(often.letter), f"the {thing.many()} in one {often.per.unit}", thing
            )
            rate = Rate(node, thing, often.per)
        elif often is not None:
            node = self.times(
                node, self.number(often.letter), f"the {thing.many()} in one {often.per.head}", thing
            )
            rate = Rate(node, thing, often.per)
        else:
            assert per is not None
            rate = Rate(node, thing, per.thing)
        if span is None:
            return rate
        count = self._count(self.number(span.letter), span.thing, rate)
        if count is None:
            raise Unfit
        return self.times(
            rate.node,
            count,
            f"the {thing.many()} in {self.said(self.number(span.letter))} {span.thing.many()}",
            thing,
        )

    # -- how much ----------------------------------------------------------------------------------

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
            if number.part or number.percent or "\ue800" <= amount.letter:
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
        other, item, when = who, thing, frozenset(ref.when.split()) - _SMALL
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

    # -- what there is -----------------------------------------------------------------------------

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
                sign = 1 if found is not entry.node else -1 if entry.verb in _DONE_WITH and stocked else 2
            if entry.role == "need":
                sign = (
                    1 if not any(e.role == "have" and related(e.thing, entry.thing) for e in entries) else 0
                )
            if found is None or not sign:
                continue
            if entry.verb in _MADE and any(
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

    # -- parts, shares, totals ---------------------------------------------------------------------

    def _part(self, fact: Fact) -> None:
        part, bare = fact.objects
        thing = part.thing or self.thing
        if not thing:
            raise Unfit
        if not any(covers(thing, e.thing) for e in self.entries):
            named = [e for e in self.entries if e.role == "part" and thing.head in e.thing.words]
            if len(named) == 1 and len(thing.words) == 1:
                thing = named[0].thing
        whole_of = thing
        parts = [
            e for e in self.entries if e.role == "part" and e.source is not None and related(e.source, thing)
        ]
        verb = fact.verb.lemma
        role = role_of(verb) if fact.verb.modal == "part" else "part"
        name = bare.thing if bare.thing and verb == "is" else thing
        if verb == "is" and bare.thing and not any(covers(bare.thing, e.thing) for e in self.entries):
            name = (
                Thing((*bare.thing.words, *thing.words))
                if bare.thing.words[-1:] != thing.words[-1:] and thing.words and not _is_plural(bare.thing)
                else bare.thing
            )
        label = f"the {name.many()}"
        if part.form == "rest":
            base, told = self._of_what_rest(thing, parts)
            node = self.plus([base, *(e.node for e in told)], [1, *(-1 for _ in told)], label, thing)
        elif part.form == "f":
            if part.extra:
                base = self.number(part.extra)
                if not any(e.node is base for e in self.entries):
                    self.entries.append(Entry(base, "", "be", "have", thing, sentence=self.sentence))
            elif part.sign > 0:
                base = self.balance(thing, "")
                if parts:
                    base = self.plus(
                        [base, *(e.node for e in parts)], [1, *(-1 for _ in parts)], "the rest", thing
                    )
            else:
                base = self.balance(thing, "")
            node = self.times(self.number(part.letter), base, label, thing)
        elif part.form == "n":
            if not any(covers(thing, e.thing) for e in self.entries):
                raise Unfit
            node = self.number(part.letter)
        else:
            raise Unfit
        if part.form in ("f", "n") and not part.extra:
            owners = list(
                dict.fromkeys(
                    e.who
                    for e in self.entries
                    if e.role in ("have", "gain") and covers(thing, e.thing) and not e.mirrored
                )
            )
            if len(owners) > 1:
                raise Unfit  # of whose?
        entry = Entry(node, "", verb, "lose" if role == "lose" else "part", name, sentence=self.sentence)
        entry.source, entry.share = whole_of, True
        self.entries.append(entry)

    def _of_what_rest(self, thing: Thing, parts: list[Entry]) -> tuple[Node, list[Entry]]:
        """The whole of which "the rest" is what all parts leave, and its parts."""
        stock = [e for e in self.entries if e.role in ("have", "gain") and not e.mirrored]
        sources = {e.source for e in parts if e.source is not None} or {thing}
        wholes = [e for e in stock if any(covers(s, e.thing) for s in sources)]
        kinds = [
            e
            for e in stock
            if any(w is not e and covers(w.thing, e.thing) and w.thing != e.thing for w in stock)
        ]
        if kinds:
            wholes = [
                w
                for w in stock
                if any(w is not e and covers(w.thing, e.thing) and w.thing != e.thing for e in kinds)
            ]
        told = [*parts, *(e for e in kinds if e not in parts)]
        if not told or any(e.role == "lose" and related(e.thing, thing) for e in self.entries):
            raise Unfit
        if len(wholes) != 1:
            if kinds:
                raise Unfit
            return self.balance(thing, ""), told
        return wholes[0].node, told

    def _share(self, share: Share) -> None:
        who = self.who(share.who) if share.who else ""
        thing = share.thing or self.thing
        if not thing:
            raise Unfit
        owner = who if any(e.who == who for e in self.entries) else ""
        total = self.balance(thing, owner)
        each = self.over(
            total, self.number(share.letter), f"the {thing.many()} for each {share.among.head}", thing
        )
        self.rates.append(Rate(each, thing, share.among, verb="share", sentence=self.sentence))

    def _together(self, told: Together) -> None:
        thing = self._thing(told.amount, "")
        if told.amount.mods or told.amount.form not in ("n", "m"):
            raise Unfit
        who = self.who(told.who) if told.who else "they"
        verb = told.verb.lemma
        if who == "they":
            names = [a for a in self.actors if self.is_person(a)]
            own = list(dict.fromkeys(e.who for e in self.entries if covers(thing, e.thing) and e.who))
            if len(own) < 2 and len(names) != 2:
                raise Unfit  # of whom?
            names = own if len(own) > 1 else names
        else:
            names = who.split("+")
        if len(names) < 2:
            raise Unfit
        nodes = [self.referred(Ref(name), "", verb, thing, ()) for name in names]
        self.net.sum(self.number(told.amount.letter), nodes, [1] * len(nodes))
        self.thing = thing

    # -- rates and prices --------------------------------------------------------------------------

    def _each(self, each: Each) -> None:
        per = each.container or self.thing
        if not per:
            raise Unfit
        who = self.who(each.who) if each.who else ""
        if who and who not in ("they", "it"):
            self.subject = who
        if each.letter:
            self.entries.append(
                Entry(self.number(each.letter), "", "be", "have", per, sentence=self.sentence)
            )
        for amount in each.objects:
            mods = {m.kind: m for m in amount.mods}
            if mods.keys() - {"holds", "each", "price"} or any(
                t.kind in ("total", "left") for t in (*each.tags, *amount.tags)
            ):
                raise Unfit
            thing = amount.thing or (MONEY if amount.form == "m" else self._rate_thing(amount))
            if amount.form in ("n", "m"):
                node = self.number(amount.letter)
            elif amount.form in ("more", "times", "same"):
                node = self._compared(
                    amount,
                    self._rate_of(amount.ref, thing),
                    f"the {self.shown(thing)} for one {per.head}",
                    thing,
                )
            elif amount.form == "f" and any(
                covers(amount.thing, r.thing) for r in self.rates if r.per == per
            ):
                held = next(r for r in self.rates if r.per == per and covers(amount.thing, r.thing))
                node = self.times(
                    self.number(amount.letter), held.node, f"the {thing.many()} for one {per.head}", thing
                )
            else:
                raise Unfit
            verb = "cost" if thing == MONEY and each.verb.lemma in ("be", "have") else each.verb.lemma
            self.rates.append(
                Rate(node, thing, per, who, verb, words_in(amount.tags, "when"), sentence=self.sentence)
            )
            if "holds" in mods:
                self.rates.append(
                    Rate(
                        self.number(mods["holds"].letter), mods["holds"].thing, thing, sentence=self.sentence
                    )
                )
            if "price" in mods:
                self.rates.append(
                    Rate(self.number(mods["price"].letter), MONEY, thing, verb="cost", sentence=self.sentence)
                )
        self.thing = per if per.unit not in TIME else self.thing

    def _rate_thing(self, amount: Amount) -> Thing:
        found = {
            r.thing
            for r in self.rates
            if amount.ref is not None
            and (amount.ref.that or amount.ref.thing and related(r.per, amount.ref.thing))
        }
        if len(found) != 1:
            raise Unfit
        return found.pop()

    def _rate_of(self, ref: Ref | None, thing: Thing) -> Node:
        """The rate with which another one is compared."""
        found = [r for r in self.rates if covers(thing, r.thing)]
        if ref is not None and not ref.that:
            name = ref.thing or Thing(tuple(ref.name.split()))
            named = [r for r in self.rates if related(name, r.thing)]
            found = [
                r for r in found if related(name, r.per) or r.who and r.who == self.known(ref.name)
            ] or named
        else:
            found = found[-1:]
        if len(found) != 1:
            raise Unfit
        return found[0].node

    def _price(self, price: Price) -> None:
        thing = price.thing or self.thing
        if not thing:
            raise Unfit
        amount = price.amount
        if any(m.kind not in ("each",) for m in amount.mods) or any(
            t.kind in ("total", "left") for t in (*price.tags, *amount.tags)
        ):
            raise Unfit
        if amount.form == "m":
            node = self.number(amount.letter)
        else:
            node = self._compared(
                amount, self._rate_of(amount.ref, MONEY), f"the price of the {thing.head}", MONEY
            )
        if any(r.per == thing and r.thing == MONEY and r.verb == price.verb for r in self.rates):
            raise Unfit
        self.rates.append(
            Rate(
                node,
                MONEY,
                thing,
                "",
                price.verb,
                words_in((*price.tags, *amount.tags), "when"),
                not price.each and not any(m.kind == "each" for m in amount.mods),
                self.sentence,
            )
        )
        self.thing = thing


def _inside(held: Thing, outer: Thing) -> Thing:
    """ "5 packs of beef that are 4 pounds each": pounds of beef."""
    return Thing(unit=held.unit, of=outer.of) if held.unit and not held.of else held


def _is_plural(thing: Thing) -> bool:
    return thing.words[-1:] and thing.words[-1] in frozenset(
        "boy girl man woman child adult teacher student kid parent".split()
    )  # type: ignore[return-value]


def replace_entry(entry: Entry, who: str) -> Entry:
    """What somebody is given by another one."""
    made = Entry(entry.node, who, "get", "gain", entry.thing, entry.when, entry.where, entry.sentence)
    made.mirrored = True
    return made


_ = (replace, Fraction, EARN)
