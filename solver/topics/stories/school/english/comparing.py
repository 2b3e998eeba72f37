"""Quantities that are told by comparing: more, less, times as many, as many."""

from __future__ import annotations

from dataclasses import replace

from solver.topics.stories.school.english.counts import Counts
from solver.topics.stories.school.english.marks import SCALES, TIME
from solver.topics.stories.school.english.network import Node
from solver.topics.stories.school.english.nouns import Compare, Noun, Np, Qty
from solver.topics.stories.school.english.statements import Statement
from solver.topics.stories.school.english.things import MONEY, Rate, Thing, fits
from solver.topics.stories.school.english.words import (
    COST,
    HAVE,
)
from solver.topics.stories.school.working import Unfit

TOLD = ("state", "gain", "lose", "done", "part", "price", "cost", "income", "need", "total")
_ATTRIBUTES = (("price",), ("cost",), ("weight",), ("length",), ("height",))


class Comparing(Counts):
    """Quantities that are told by comparing: more, less, times as many, as many."""

    def _compare(self, s: Statement) -> Thing | None:
        """ "Tom has 5 more than Ann": Tom's, told by Ann's, or hers by his where only his are known."""
        qty, compare, noun = s.qty, s.qty.compare, s.qty.noun
        if compare is None or qty.kind == "same" and not compare.said:
            raise Unfit
        if self._is_so_many_again(s, compare):
            return self._again(s)
        price = s.base in COST
        unit = self._unit_compared(qty, price=price)
        base = self._base_of(compare, noun, unit, price=price)
        mine = self._mine(s, unit, price=price)
        if base is None and mine is None:
            base = self._unknown(compare.base, noun, unit, "price" if price else "state", s.verb)
        elif base is None and mine is not None:
            base = self._unknown(compare.base, mine.noun, mine.unit, mine.role, mine.verb)
        assert base is not None
        if base is mine or mine is not None and mine.node.value is not None and base.node.value is not None:
            raise Unfit
        if mine is None:
            return self._told_by(base, s, compare, price=price)
        if not base.node.name:
            base.node.name = self._name_of(base, compare.base)
        self._relate(qty, compare, mine, base)
        return mine

    def _is_so_many_again(self, s: Statement, compare: Compare) -> bool:
        """ "5 more birds came": in addition to those that were there, not more than others came."""
        return (
            compare.sign > 0
            and compare.base is None
            and not compare.when
            and not compare.said
            and s.base not in ("be", "run", *COST, *HAVE)
            and not s.qty.unit
            and not any(t.verb == s.verb and t.role == s.role and t.role != "state" for t in self.things)
        )

    def _again(self, s: Statement) -> Thing | None:
        qty = s.qty
        noun = qty.noun if qty.noun.words else self.nouns[-1] if self.nouns and not qty.unit else Noun()
        plain = Qty("n" if qty.kind != "m" else "m", qty.letter, qty.unit, noun)
        thing = self._plain(plain, noun, s.role)
        thing.owner, thing.verb, thing.when = s.owner, s.verb, s.when
        if s.role == "state":
            raise Unfit
        return self.add(thing)

    def _unit_compared(self, qty: Qty, *, price: bool) -> str:
        """The unit in which what is compared is worked in."""
        unit = MONEY if qty.kind == "m" else qty.unit
        if unit in SCALES and unit not in TIME:
            unit = self.units.setdefault(SCALES[unit][0], unit)
        return MONEY if price else unit

    def _mine(self, s: Statement, unit: str, *, price: bool) -> Thing | None:
        """What was told already of the one that is compared: ", which is 5 more than …", "that is half of …"."""
        if s.said is not None and (
            s.said.joint.endswith("which")
            or s.subject is not None
            and s.subject.pronoun
            and s.subject.noun.head == "that"
        ):
            return next((t for t in reversed(self.things) if t.role in TOLD), None)
        if not s.owner or s.when:
            return None
        return self._named(s.owner, frozenset(), s.qty.noun, unit, price=price)

    def _told_by(self, base: Thing, s: Statement, compare: Compare, *, price: bool) -> Thing:
        """A new quantity, known by another one."""
        node, noun = Node("", base.node.unit, whole=base.node.whole), s.qty.noun
        as_base = not noun.words or len(base.noun.words) >= len(noun.words) and fits(base.noun, noun)
        mine = Thing(
            node,
            base.unit,
            base.noun if as_base else noun,
            s.owner,
            "price" if price else _role_by(base, s.role),
            s.verb,
            s.when,
        )
        node.name = self._name_of(mine, s.subject)
        if price and s.subject is not None:
            self.add_rate(Rate(s.subject.noun, "", Thing(node, MONEY, Noun(), "", "one")))
        self._relate(s.qty, compare, mine, base)
        if base.node.value is None and id(base.node) in self.placeholders:
            self.placeholders.add(id(node))
        return self.add(mine)

    def _relate(self, qty: Qty, compare: Compare, mine: Thing, base: Thing) -> None:
        """What holds between the two."""
        if qty.kind == "same":
            self.net.sum(mine.node, [base.node])
            return
        factor = self.told(qty.letter, MONEY if qty.kind == "m" else qty.unit, qty.noun)
        if qty.kind == "times":
            factor.unit = ""
            factor.part = factor.value is not None and factor.value < 1
            self.net.product(mine.node, base.node, factor)
            return
        if qty.unit and qty.unit not in TIME:
            factor, _ = self.in_unit(factor, qty.unit)
        self.net.sum(mine.node, [base.node, factor], [1, compare.sign])

    def _name_of(self, thing: Thing, subject: Np | None) -> str:
        who = thing.owner if thing.owner in self.actors else str(subject.noun) if subject else thing.owner
        who = " ".join(w.capitalize() if w in self.marks.names else w for w in who.split())
        if thing.role == "price":
            return f"the price of the {who}"
        what = thing.node.unit if not thing.unit else "amount"
        if not who or who in ("they", "it"):
            return "the other one" if thing.unit else f"the other number of {what}"
        return (
            f"what it is for {who}, in {thing.node.unit}" if thing.unit else f"the number of {what} for {who}"
        )

    def _base_of(self, compare: Compare, noun: Noun, unit: str, *, price: bool) -> Thing | None:
        """What is compared with: "than on Monday", "than it", "than Tom and Ann", "than the price of a pen"."""
        np = compare.base
        if np is not None and np.noun.words in _ATTRIBUTES and np.noun.of:
            np = replace(np, noun=Noun(np.noun.of), quant="the")
        if compare.when:
            return self._base_then(frozenset(compare.when), noun, unit)
        if np is None or np.pronoun and np.noun.head in ("it", "that"):
            return self._base_before(np, noun, unit, price=price)
        if np.others:
            parts = [
                self._base_of(replace(compare, base=one), noun, unit, price=price)
                for one in (replace(np, others=()), *np.others)
            ]
            return self._sum_of(parts)
        return self._named(self.who(np), np.every, noun, unit, price=price)

    def _base_then(self, when: frozenset[str], noun: Noun, unit: str) -> Thing:
        """ "3 more than on Monday": the only one of then."""
        found = [
            t
            for t in self.things
            if t.role in TOLD and when <= t.when and (not unit or t.unit == unit) and fits(t.noun, noun)
        ]
        if len(found) != 1:
            raise Unfit
        return found[0]

    def _base_before(self, np: Np | None, noun: Noun, unit: str, *, price: bool) -> Thing:
        """The last one that was told; the only one where no word stands for it."""
        told = [
            t
            for t in self.things
            if t.role in TOLD
            and (not unit or t.unit == unit)
            and (fits(t.noun, noun) or t.noun.head == noun.head)
            and (t.role == "price") == price
        ]
        if not told or np is None and len({id(t.node) for t in told}) > 1:
            raise Unfit
        return told[-1]

    def _sum_of(self, parts: list[Thing | None]) -> Thing:
        things = [p for p in parts if p is not None]
        if len(things) != len(parts):
            raise Unfit
        first = things[0]
        node = Node("the sum of both", first.node.unit, whole=first.node.whole)
        return Thing(
            self.net.sum(node, [t.node for t in things]),
            first.unit,
            first.noun,
            "",
            "sum",
        )

    def _named(
        self, owner: str, words: frozenset[str], noun: Noun, unit: str, *, price: bool
    ) -> Thing | None:
        """The quantity that somebody or something has."""

        def fitting(t: Thing) -> bool:
            known_by = t.noun.every | set(t.desc.split()) | set(t.owner.split())
            return (
                t.role in TOLD
                and (t.role == "price") == price
                and (not unit or t.unit == unit)
                and (not t.unit or bool(unit) or not noun.words)
                and fits(t.noun, noun)
                and (bool(owner) and t.owner == owner or bool(words) and words <= known_by)
            )

        found = [t for t in self.things if fitting(t)]
        if len({id(t.node) for t in found}) < 2:
            return found[0] if found else None
        first = found[0]
        if any(t.role in ("part", "price", "total", "need") for t in found):
            raise Unfit
        _, entries = self.stock(first.owner, first.noun, first.unit)
        node = self.combine(entries, f"the number of {first.node.unit}", first.node.unit)
        return Thing(node, first.unit, first.noun, first.owner, "sum")

    def _unknown(self, np: Np | None, noun: Noun, unit: str, role: str, verb: str) -> Thing:
        """A quantity that is compared with before it is told."""
        if np is None:
            raise Unfit
        noun = noun if noun.words or unit or not self.nouns else self.nouns[-1]
        node = Node("", self.shown(unit, noun), whole=not unit)
        thing = Thing(node, unit, noun, self.who(np), role, verb)
        self.placeholders.add(id(node))
        node.name = self._name_of(thing, np)
        if role == "price":
            self.add_rate(Rate(np.noun, "", Thing(node, MONEY, Noun(), "", "one")))
        return self.add(thing)


def _role_by(base: Thing, role: str) -> str:
    """The role of what is compared, where that of the other may say more: "Ann bought 5. Tom has 3 more"."""
    if base.role in ("cost", "income"):
        return base.role
    if role in ("gain", "lose", "done", "cost", "income"):
        return role
    return "gain" if base.role == "gain" else "state"
