"""Quantities that are told by comparing: more, less, times as many, as many."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from solver.topics.stories.school.english.clauses import Item, Said
from solver.topics.stories.school.english.marks import SCALES, TIME
from solver.topics.stories.school.english.network import Node
from solver.topics.stories.school.english.nouns import Compare, Noun, Np, Qty
from solver.topics.stories.school.english.telling import Telling
from solver.topics.stories.school.english.things import MONEY, Rate, Thing, fits
from solver.topics.stories.school.english.words import (
    COST,
    HAVE,
)
from solver.topics.stories.school.working import Unfit

TOLD = ("state", "gain", "lose", "done", "part", "price", "cost", "income", "need", "total")


class Comparing(Telling):
    """Quantities that are told by comparing: more, less, times as many, as many."""

    def _compare(
        self, subject: Np | None, owner: str, verb: str, qty: Qty, around: Sequence[Item], when: frozenset[str], role: str, said: Said | None,
    ) -> Thing | None:  # fmt: skip
        compare = qty.compare
        base_verb = verb.partition("_")[0]
        if compare is None or qty.kind == "same" and not compare.said:
            raise Unfit
        if (
            compare.sign
            and compare.base is None
            and not compare.when
            and base_verb != "be"
            and base_verb not in COST
            and not compare.said
        ):
            if base_verb in [*HAVE, "run"] or qty.unit:
                pass
            elif compare.sign > 0 and not any(
                t.verb == verb and t.role == role and t.role != "state" for t in self.things
            ):  # "5 more birds came": so many again
                return self._again(qty, owner, verb, role, when)
        unit = MONEY if qty.kind == "m" else qty.unit
        scaled = unit
        if unit in SCALES:
            scaled = self.units.setdefault(SCALES[unit][0], unit) if unit not in TIME else unit
        noun = qty.noun
        price = base_verb in COST
        if price:
            unit = scaled = MONEY
        base = self._base_of(compare, noun, scaled, price=price, owner=owner)
        if said is not None and (
            said.joint.endswith("which")
            or subject is not None
            and subject.pronoun
            and subject.noun.head == "that"
        ):
            mine: Thing | None = next((t for t in reversed(self.things) if t.role in TOLD), None)
        else:
            mine = self._named(owner, frozenset(), noun, scaled, price=price) if owner and not when else None
        if base is None and mine is None:
            base = self._unknown(compare.base, noun, scaled, "price" if price else "state", verb)
        if base is None:
            assert mine is not None
            base = self._unknown(compare.base, mine.noun, mine.unit, mine.role, mine.verb)
        if base is mine or mine is not None and mine.node.value is not None and base.node.value is not None:
            raise Unfit
        if mine is None:
            node = Node("", base.node.unit, whole=base.node.whole)
            new_role = (
                "price" if price else role if role in ("gain", "lose", "done", "cost", "income") else "state"
            )
            if base.role in ("cost", "income") and not price:
                new_role = base.role
            if new_role == "state" and base.role == "gain":
                new_role = "gain"
            mine = Thing(
                node,
                base.unit,
                base.noun
                if not noun.words or len(base.noun.words) >= len(noun.words) and fits(base.noun, noun)
                else noun,
                owner,
                new_role,
                verb,
                when,
            )
            node.name = self._name_of(mine, subject)
            if price and subject is not None:
                self.add_rate(Rate(subject.noun, "", Thing(node, MONEY, Noun(), "", "one")))
            self._relate(qty, compare, mine, base)
            if base.node.value is None and id(base.node) in self.placeholders:
                self.placeholders.add(id(node))
            return self.add(mine)
        if not base.node.name:
            base.node.name = self._name_of(base, compare.base)
        self._relate(qty, compare, mine, base)
        return mine

    def _relate(self, qty: Qty, compare: Compare, mine: Thing, base: Thing) -> None:
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

    def _again(self, qty: Qty, owner: str, verb: str, role: str, when: frozenset[str]) -> Thing | None:
        noun = qty.noun if qty.noun.words else self.nouns[-1] if self.nouns and not qty.unit else Noun()
        plain = Qty("n" if qty.kind != "m" else "m", qty.letter, qty.unit, noun)
        thing = self._plain(plain, noun, role)
        thing.owner, thing.verb, thing.when = owner, verb, when
        if role == "state":
            raise Unfit
        return self.add(thing)

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

    def _base_of(self, compare: Compare, noun: Noun, unit: str, *, price: bool, owner: str) -> Thing | None:
        np = compare.base
        if (
            np is not None
            and np.noun.words in (("price",), ("cost",), ("weight",), ("length",), ("height",))
            and np.noun.of
        ):
            np = replace(np, noun=Noun(np.noun.of), quant="the")
        if compare.when:
            found = [
                t
                for t in self.things
                if t.role in TOLD
                and set(compare.when) <= t.when
                and (not unit or t.unit == unit)
                and fits(t.noun, noun)
            ]
            if len(found) != 1:
                raise Unfit
            return found[0]
        if np is None or np.pronoun and np.noun.head in ("it", "that"):
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
        if np.others:
            parts = [
                self._base_of(replace(compare, base=one), noun, unit, price=price, owner=owner)
                for one in (replace(np, others=()), *np.others)
            ]
            if any(p is None for p in parts):
                raise Unfit
            things = [p for p in parts if p is not None]
            first = things[0]
            node = self.net.sum(
                Node("the sum of both", first.node.unit, whole=first.node.whole), [t.node for t in things]
            )
            return Thing(node, first.unit, first.noun, "", "sum")
        return self._named(self.who(np), np.every, noun, unit, price=price)

    def _named(
        self, owner: str, words: frozenset[str], noun: Noun, unit: str, *, price: bool
    ) -> Thing | None:
        """The quantity that somebody or something has."""
        found = [
            t for t in self.things
            if t.role in TOLD and (t.role == "price") == price and (not unit or t.unit == unit) and (not t.unit or bool(unit) or not noun.words)
            and fits(t.noun, noun) and (owner and t.owner == owner or words and words <= (t.noun.every | frozenset(t.desc.split()) | frozenset(t.owner.split())))
        ]  # fmt: skip
        if len({id(t.node) for t in found}) > 1:
            first = found[0]
            if any(t.role in ("part", "price", "total", "need") for t in found):
                raise Unfit
            _, entries = self.stock(first.owner, first.noun, first.unit)
            return Thing(
                self.combine(entries, f"the number of {first.node.unit}", first.node.unit),
                first.unit,
                first.noun,
                first.owner,
                "sum",
            )
        return found[0] if found else None

    def _unknown(self, np: Np | None, noun: Noun, unit: str, role: str, verb: str) -> Thing:
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
