"""Clauses whose subject is counted, and the parts of a whole."""

from __future__ import annotations

from collections.abc import Sequence

from solver.topics.stories.school.english.clauses import Item, Said
from solver.topics.stories.school.english.network import Node
from solver.topics.stories.school.english.nouns import Noun, Np, Qty
from solver.topics.stories.school.english.things import Thing, fits
from solver.topics.stories.school.english.words import (
    DAYTIME,
    PLACES,
    WEEKDAYS,
)
from solver.topics.stories.school.english.world import World
from solver.topics.stories.school.working import Unfit


class Parts(World):
    """Clauses whose subject is counted, and the parts of a whole."""

    def _parts(
        self,
        said: Said,
        firsts: Sequence[Qty],
        more: Sequence[Qty],
        front: Sequence[Item],
        when: frozenset[str],
    ) -> None:
        """ "29 chairs are empty", "a third of them are red", "the rest are white"."""
        if more or len(firsts) != 1:
            raise Unfit
        qty = firsts[0]
        words = [i.np.noun for i in said.items if i.kind == "np" and i.np is not None]
        desc = " ".join(
            [str(w) for w in words]
            + [
                i.text
                for i in said.items
                if i.kind == "adv"
                and i.text not in ("now", "left")
                and not set(i.text.split()) & (DAYTIME | WEEKDAYS)
            ]
        )
        if said.passive or said.verb != "be":
            desc = (said.form + " " + desc).strip()
        if any(i.text == "left" for i in said.items) or said.verb in ("remain",):
            self._entry(said, None, "", "be", qty, [], when, None, role="left")
            return
        whole = self._whole(qty)
        if (
            whole is None
            and qty.kind == "f"
            and isinstance(qty.whole, Np)
            and not qty.whole.pronoun
            and not any(t.role in ("state", "gain") for t in self.things)
        ):
            name = f"the number of {self.shown('', qty.whole.noun)}"
            whole = self.add(
                Thing(Node(name, self.shown("", qty.whole.noun), whole=True), "", qty.whole.noun, "", "state")
            )
        if whole is None:
            placed = all(i.prep in PLACES for i in said.items if i.kind == "np") and not any(
                i.text and i.text not in ("now", "first") for i in said.items if i.kind == "adv"
            )
            if (
                said.verb == "be"
                and qty.noun.words
                and qty.kind in ("n", "some")
                and placed
                and desc
                and not said.passive
            ):
                self._entry(said, None, self._scene(said), "be", qty, [], when, None, role="state")
                return
            if said.verb == "be" and not desc:
                raise Unfit
            if qty.noun.words and said.verb != "be" and not said.passive and not said.negated:
                self._entry(said, None, "", said.verb, qty, [], when, None, role="state")
                return
            raise Unfit
        if said.negated:
            desc = "not " + desc
        node = self._part_node(qty, whole, desc)
        self.add(
            Thing(
                node,
                whole.unit,
                qty.noun if qty.noun.words else whole.noun,
                "",
                "part",
                said.verb,
                when,
                desc,
                source=whole,
            )
        )

    def _whole(self, qty: Qty) -> Thing | None:
        """The whole of which a quantity is a part."""
        wholes = [t for t in self.things if t.role in ("state", "gain") and not t.asserted]
        if isinstance(qty.whole, Qty):
            return self._entry(None, None, "", "be", qty.whole, [], frozenset(), None, role="state")
        noun = qty.noun
        if isinstance(qty.whole, Np) and not qty.whole.pronoun:
            noun = qty.whole.noun
        found = [t for t in wholes if fits(t.noun, noun) and not (qty.unit and t.unit != qty.unit)]
        if not found and isinstance(qty.whole, Np):
            groups = [
                t for t in wholes if t.owner and t.owner.split()[-1] == noun.head or t.owner == str(noun)
            ]
            found = groups
        counted = {id(t.node) for t in found}
        if len(counted) > 1 and all(t.made for t in found[-1:]):
            found = found[-1:]
            counted = {id(found[0].node)}
        return found[0] if len(counted) == 1 else None

    def _scene(self, said: Said) -> str:
        raise NotImplementedError

    def _part_node(self, qty: Qty, whole: Thing, desc: str) -> Node:
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
            return self.remaining(whole, name)
        node = Node(name, whole.node.unit, whole=not whole.unit)
        return self.net.sum(node, [whole.node, *(p.node for p in parts)], [1, *(-1 for _ in parts)])

    def remaining(self, whole: Thing, name: str) -> Node:
        """What there is of a stock by now."""
        _owner, entries = self.stock(whole.owner, whole.noun, whole.unit)
        if len(list(entries)) < 2:
            raise Unfit
        return self.combine(entries, name, whole.node.unit)

    def _times(self, letter: str, base: Node, name: str, of: Thing) -> Node:
        factor = self.told(letter, "", Noun())
        factor.unit, factor.part = "", True
        node = Node(name, of.node.unit, whole=not of.unit)
        return self.net.product(node, base, factor)

    def _entry(
        self, said: Said | None, subject: Np | None, owner: str, verb: str, qty: Qty, around: Sequence[Item],
        when: frozenset[str], lead_per: Np | None, role: str = "",
    ) -> Thing | None:  # fmt: skip
        """A quantity with what was said of it."""
        raise NotImplementedError
