"""So many in each, in a time, for a price."""

from __future__ import annotations

from dataclasses import dataclass

from solver.topics.stories.accounts.ledger import Entry, Rate
from solver.topics.stories.accounts.parts import Parts
from solver.topics.stories.accounts.values import (
    MONEY,
    AgeAt,
    Amount,
    Each,
    Mod,
    Price,
    Ref,
    Takes,
    Thing,
    covers,
    related,
    words_in,
)
from solver.topics.stories.school.english.marks import TIME
from solver.topics.stories.school.english.network import Node
from solver.topics.stories.school.working import Unfit


@dataclass(slots=True)
class Rates(Parts):
    """A ledger that is told rates."""

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
