"""Quantities of things: so many, some, one that holds so many; what they hold or cost; to whom they go."""

from __future__ import annotations

from dataclasses import replace

from solver.topics.stories.school.english.marks import SCALES, UNITS
from solver.topics.stories.school.english.network import Node
from solver.topics.stories.school.english.nouns import Noun, Np, Qty
from solver.topics.stories.school.english.paying import Paying
from solver.topics.stories.school.english.statements import Statement
from solver.topics.stories.school.english.things import MONEY, Rate, Share, Thing, fits
from solver.topics.stories.school.english.words import (
    GIVE,
)
from solver.topics.stories.school.working import Unfit


class Amounts(Paying):
    """Quantities of things: so many, some, one that holds so many."""

    def _one_thing(self, s: Statement) -> Thing:
        """ "a ruler", "a cap for $5", "a box of 12 pens"."""
        inside = s.qty.inside
        if inside is not None and inside.kind != "m":
            inner = self._plain(inside, inside.noun, "state" if s.role != "gain" else "gain")
            inner.owner = s.owner
            return self.add(inner)
        made = self._add_one(s.qty.noun, s.owner, s.role, s.verb, s.when)
        if inside is not None:
            price = self._money(inside, s.owner, _paid_or_earned(s.verb), s.verb, s.when)
            price.desc = str(s.qty.noun)
        return made

    def _some(self, s: Statement, *, asserted: bool) -> Thing:
        """ "some apples": a number that is not told."""
        if s.qty.inside is not None:
            raise Unfit
        noun = s.qty.noun
        node = Node(f"the number of {self.shown('', noun)}", self.shown("", noun))
        self._elide(noun)
        return self.add(Thing(node, "", noun, s.owner, s.role, s.verb, s.when, asserted=asserted))

    def _so_many(self, s: Statement, *, asserted: bool) -> Thing:
        """ "12 pens", "12 of them", "got 5" where it was told of what."""
        qty = s.qty
        noun = qty.noun if qty.noun.words or qty.unit else self._elided()
        if isinstance(qty.whole, Np | Qty) and s.role == "state" and not asserted:
            raise Unfit
        thing = self._plain(replace(qty, noun=noun), noun, s.role)
        thing.owner, thing.verb, thing.when, thing.asserted = s.owner, s.verb, s.when, asserted
        if asserted and "now" not in s.adverbs:
            thing.desc = "left"
        self._elide(noun)
        if qty.inside is not None:
            if self._bought_together(s, qty.inside, thing):
                return self.add(thing)
            self.rates.append(self._rate_of(qty.inside, thing))
        taker = self._taker(s)
        added = self.add(thing)
        if taker is not None and s.role == "lose":
            self._hand_over(thing, taker, s)
        if qty.each and s.subject is not None and not s.subject.pronoun and s.subject.quant != "each":
            raise Unfit
        return added

    def _bought_together(self, s: Statement, inside: Qty, thing: Thing) -> bool:
        """ "5 pens for $10": the price of all, and so of one."""
        self._elide(inside.noun)
        if inside.kind != "m" or s.qty.inside_by != "for" or inside.each or inside.per is not None:
            return False
        noun = thing.noun
        money = self._plain(inside, inside.noun, "one").node
        self.add(
            Thing(money, MONEY, Noun(), s.owner, _paid_or_earned(s.verb), s.verb, s.when, str(noun)),
        )
        each = Node(f"the price of one {noun}", money.unit)
        self.net.product(money, each, thing.node)
        self.shares.append(Share(money, thing.node, each, Noun(), MONEY, noun))
        self.rates.append(Rate(noun, thing.unit, Thing(each, MONEY, Noun(), "", "one"), but=thing))
        return True

    def _rate_of(self, inside: Qty, thing: Thing) -> Rate:
        """ "3 boxes of 12 pens", "4 kg at $3 a kilo": what one of these holds or costs."""
        num = self._plain(inside, inside.noun, "one")
        per, noun = inside.per, thing.noun
        if per is not None:
            unit = UNITS.get(per.head, "kg" if per.head == "kilo" else "")
            if unit in SCALES:
                return Rate(noun if noun.words else Noun(), unit, num, of=thing)
            if not fits(per, noun):
                raise Unfit
        return Rate(noun, "", num, of=thing)

    def _taker(self, s: Statement) -> str | None:
        """Who gets what is given."""
        if s.base not in GIVE:
            return None
        return next((self.who(i.np) for i in s.around if i.np is not None and i.prep in ("to", "")), None)

    def _hand_over(self, thing: Thing, taker: str, s: Statement) -> None:
        """What one gives is gained by another whose things are counted too."""
        noun = thing.noun
        if not any(t.role == "state" and t.owner == taker and fits(t.noun, noun) for t in self.things):
            return
        self.add(Thing(thing.node, thing.unit, noun, taker, "gain", s.verb, s.when))
        giver_counted = any(
            t.role in ("state", "gain") and t.owner in (s.owner, "") and fits(t.noun, noun) and t is not thing
            for t in self.things
        )
        if not giver_counted:
            self.things.remove(thing)


def _paid_or_earned(verb: str) -> str:
    return "income" if verb == "sell" else "cost"
