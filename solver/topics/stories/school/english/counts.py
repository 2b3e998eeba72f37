"""Told numbers as quantities of a world; the rest of a whole, and parts of it."""

from __future__ import annotations

from fractions import Fraction

from solver.topics.stories.school.english.marks import TIME
from solver.topics.stories.school.english.network import Node
from solver.topics.stories.school.english.nouns import Noun, Np, Qty
from solver.topics.stories.school.english.things import MONEY, Rate, Thing
from solver.topics.stories.school.english.world import World
from solver.topics.stories.school.working import Unfit


class Counts(World):
    """Told numbers as quantities; the rest of a whole, and parts of it."""

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

    def _add_one(
        self, noun: Noun, owner: str, role: str, verb: str, when: frozenset[str] = frozenset()
    ) -> Thing:
        """ "a ruler": one of it."""
        return self.add(Thing(Node("", value=Fraction(1)), "", noun, owner, role, verb, when))

    def _add_holding(self, qty: Qty) -> None:
        """ "3 boxes of 12 pens": how many each of them holds."""
        if qty.inside is not None:
            self.add_rate(Rate(qty.noun, "", self._plain(qty.inside, qty.inside.noun, "one")))

    def _elide(self, noun: Noun) -> None:
        """What may be left out from now on."""
        if noun.words:
            self.nouns.append(noun)

    def _elided(self) -> Noun:
        """What is counted where it is not said: "6 got off"."""
        if not self.nouns:
            raise Unfit
        return self.nouns[-1]

    def _part_node(self, qty: Qty, whole: Thing, desc: str) -> Node:
        """ "a third of them", "8", "the rest" of a whole."""
        name = f"the number of {whole.node.unit} ({desc})" if not whole.unit else f"the part ({desc})"
        if qty.kind == "rest" and not qty.letter:
            return self._rest(whole, f"the rest ({desc})" if desc else "the rest")
        if qty.kind == "f":
            base = whole.node
            if (
                isinstance(qty.whole, Qty)
                and qty.whole.kind == "rest"
                or isinstance(qty.whole, Np)
                and qty.whole.noun.words[:1] in (("rest",), ("others",))
            ):
                base = self._rest(whole, "the rest")
            return self._times(qty.letter, base, name, whole)
        if qty.kind != "n":
            raise Unfit
        return self.told(qty.letter, whole.unit, whole.noun)

    def _rest(self, whole: Thing, name: str) -> Node:
        """The whole without its parts so far."""
        parts = [t for t in self.things if t.role == "part" and t.source is whole]
        if not parts:
            return self._remaining(whole, name)
        node = Node(name, whole.node.unit, whole=not whole.unit)
        return self.net.sum(node, [whole.node, *(p.node for p in parts)], [1, *(-1 for _ in parts)])

    def _remaining(self, whole: Thing, name: str) -> Node:
        """What there is of a stock by now."""
        _owner, entries = self.stock(whole.owner, whole.noun, whole.unit)
        if len(entries) < 2:
            raise Unfit
        return self.combine(entries, name, whole.node.unit)

    def _times(self, letter: str, base: Node, name: str, of: Thing) -> Node:
        factor = self.told(letter, "", Noun())
        factor.unit, factor.part = "", True
        node = Node(name, of.node.unit, whole=not of.unit)
        return self.net.product(node, base, factor)
