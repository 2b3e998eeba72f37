"""Quantities of things: so many, a part of them, one that holds so many."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from solver.topics.stories.school.english.clauses import Item
from solver.topics.stories.school.english.marks import SCALES, TIME, UNITS
from solver.topics.stories.school.english.network import Node
from solver.topics.stories.school.english.nouns import Noun, Np, Qty
from solver.topics.stories.school.english.paying import Paying
from solver.topics.stories.school.english.things import MONEY, Rate, Share, Thing, fits
from solver.topics.stories.school.english.words import (
    GIVE,
)
from solver.topics.stories.school.working import Unfit


class Counts(Paying):
    """Quantities of things: so many, a part of them, one that holds so many."""

    def _thing_of(
        self, qty: Qty, owner: str, verb: str, role: str, when: frozenset[str], texts: set[str], subject: Np | None, *, asserted: bool, around: Sequence[Item],
    ) -> Thing | None:  # fmt: skip
        if qty.kind == "a":
            if qty.inside is None or qty.inside.kind == "m":
                made = self.add(Thing(Node("", value=Fraction(1)), "", qty.noun, owner, role, verb, when))
                if qty.inside is not None:
                    self._money(
                        qty.inside, owner, "income" if verb == "sell" else "cost", verb, when
                    ).desc = str(qty.noun)
                return made
            inner = self._plain(qty.inside, qty.inside.noun, "state" if role != "gain" else "gain")
            inner.owner = owner
            return self.add(inner)
        noun = qty.noun
        if qty.kind == "n" and not noun.words and not qty.unit:
            noun = self._elided(qty)
        if qty.kind == "n" and isinstance(qty.whole, Np | Qty) and role == "state" and not asserted:
            raise Unfit
        if qty.kind == "rest" and role in ("gain", "income", "need"):
            if verb not in ("save", "keep"):
                raise Unfit
            role = "part"
        if qty.kind in ("f", "rest"):
            return self._fraction(qty, owner, verb, role, when, texts)
        if qty.kind == "some":
            if qty.inside is not None:
                raise Unfit
            name = f"the number of {self.shown('', noun)}"
            node = Node(name, self.shown("", noun))
            thing = Thing(node, "", noun, owner, role, verb, when, asserted=asserted)
            self._elide(noun)
            return self.add(thing)
        thing = self._plain(replace(qty, noun=noun), noun, role)
        thing.owner, thing.verb, thing.when, thing.asserted = owner, verb, when, asserted
        if asserted and "now" not in texts:
            thing.desc = "left"
        self._elide(noun)
        if qty.inside is not None:
            inside = qty.inside
            self._elide(inside.noun)
            rate_num = self._plain(inside, inside.noun, "one")
            rate = Rate(noun, "", rate_num, of=thing)
            if inside.kind == "m" and qty.inside_by == "for" and not inside.each and inside.per is None:
                cost = Thing(
                    rate_num.node,
                    MONEY,
                    Noun(),
                    owner,
                    "income" if verb == "sell" else "cost",
                    verb,
                    when,
                    str(noun),
                )
                self.add(cost)
                each_node = Node(f"the price of one {noun}", rate_num.node.unit)
                self.net.product(rate_num.node, each_node, thing.node)
                self.shares.append(Share(rate_num.node, thing.node, each_node, Noun(), MONEY, noun))
                self.rates.append(
                    Rate(noun, thing.unit, Thing(each_node, MONEY, Noun(), "", "one"), but=thing)
                )
                return self.add(thing)
            if (
                inside.per is not None
                and UNITS.get(inside.per.head, "kg" if inside.per.head == "kilo" else "") in SCALES
            ):
                rate = Rate(
                    noun if thing.noun.words else Noun(), UNITS.get(inside.per.head, "kg"), rate_num, of=thing
                )
            elif inside.per is not None and not fits(inside.per, noun):
                raise Unfit
            elif qty.inside_by == "at" and not inside.each and inside.per is None:
                rate = Rate(noun, "", rate_num, of=thing)
            self.rates.append(rate)
        recipient = self._recipient(around, verb)
        added = self.add(thing)
        if recipient is not None and role == "lose":
            owns = any(t.role == "state" and t.owner == recipient and fits(t.noun, noun) for t in self.things)
            if owns:
                self.add(Thing(thing.node, thing.unit, noun, recipient, "gain", verb, when))
            if (
                not any(
                    t.role in ("state", "gain")
                    and t.owner in (owner, "")
                    and fits(t.noun, noun)
                    and t is not thing
                    for t in self.things
                )
                and owns
            ):
                self.things.remove(thing)
        if qty.each and subject is not None and not subject.pronoun and subject.quant != "each":
            raise Unfit
        return added

    def _recipient(self, around: Sequence[Item], verb: str) -> str | None:
        if verb.partition("_")[0] not in GIVE:
            return None
        for item in around:
            if item.kind == "np" and item.np is not None and item.prep in ("to", ""):
                return self.who(item.np)
        return None

    def _elide(self, noun: Noun) -> None:
        if noun.words:
            self.nouns.append(noun)

    def _elided(self, qty: Qty) -> Noun:
        """What is counted where it is not said: "6 got off"."""
        if not self.nouns:
            raise Unfit
        return self.nouns[-1]

    def _fraction(
        self, qty: Qty, owner: str, verb: str, role: str, when: frozenset[str], texts: set[str]
    ) -> Thing:
        whole = self._whole(qty) if qty.kind == "f" else None
        if qty.kind == "f" and "full" in texts and whole is None:
            whole = next((t for t in reversed(self.things) if t.role in ("state", "gain")), None)
        if whole is None:
            whole = next(
                (
                    t
                    for t in reversed(self.things)
                    if t.role in ("state", "gain") and fits(t.noun, qty.noun) and not t.asserted
                ),
                None,
            )
        if whole is None and qty.kind == "f" and isinstance(qty.whole, Np) and role in ("lose", "done"):
            unit = MONEY if qty.whole.noun.head == "money" else ""
            node = Node("the amount at first", self.shown(unit, qty.whole.noun), whole=not unit)
            whole = self.add(Thing(node, unit, Noun() if unit else qty.whole.noun, owner, "state"))
        if whole is None:
            raise Unfit
        if qty.kind == "rest":
            node = self._rest(whole, "the rest")
        else:
            earlier = [
                t
                for t in self.things
                if t.role in ("lose", "done", "cost", "gain")
                and t is not whole
                and t.unit == whole.unit
                and fits(t.noun, whole.noun)
            ]
            base = whole.node
            rest = (
                isinstance(qty.whole, Qty)
                and qty.whole.kind == "rest"
                or isinstance(qty.whole, Np)
                and set(qty.whole.noun.words) & {"rest", "remainder"}
            )
            if rest:
                base = self._rest(whole, "the rest")
            elif earlier and isinstance(qty.whole, Np) and qty.whole.pronoun or earlier:
                raise Unfit
            node = self._times(
                qty.letter, base, "the part that is used" if role != "state" else "this part", whole
            )
        if role == "state":
            role = "part"
        if whole.unit == MONEY and role in ("lose", "done"):
            role = "cost"
        return self.add(
            Thing(
                node,
                whole.unit,
                whole.noun,
                owner or whole.owner,
                role,
                verb,
                when,
                " ".join(texts),
                source=whole,
            )
        )

    def _plain(self, qty: Qty, noun: Noun, role: str) -> Thing:
        """A told number as a quantity, in the unit that is worked in."""
        if qty.kind == "a":
            return Thing(Node("", value=Fraction(1)), "", noun, "", role)
        if qty.kind == "m":
            return Thing(self.told(qty.letter, MONEY, Noun()), MONEY, Noun(), "", role)
        if qty.kind != "n" or not qty.letter:
            raise Unfit
        node = self.told(qty.letter, qty.unit, noun)
        unit = qty.unit
        if unit and unit not in TIME:
            node, unit = self.in_unit(node, unit)
        return Thing(node, unit, noun, "", role)
