"""Clauses whose subject is counted: "8 birds flew away", "29 chairs are empty", "the rest are white"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from solver.topics.stories.school.english.clauses import Item, Said
from solver.topics.stories.school.english.network import Node
from solver.topics.stories.school.english.nouns import Np, Qty
from solver.topics.stories.school.english.quantities import Story
from solver.topics.stories.school.english.statements import (
    Statement,
    entries_of,
    per_of,
    role_of,
    verb_with_particle,
    when_of,
)
from solver.topics.stories.school.english.things import Entry, Rate, Share, Thing
from solver.topics.stories.school.english.words import (
    AMONG,
    BUY,
    COST,
    CUT,
    DAMAGE,
    DAYTIME,
    DO,
    GAIN,
    GIVE,
    HAVE,
    HOLD,
    LOSE,
    MOVE,
    NEED,
    PAY,
    PLACES,
    PUT,
    SHARE,
    WEEKDAYS,
    WEIGH,
)
from solver.topics.stories.school.working import Unfit

# So many of them have, hold, do, cost so much: in all, or each of them.
_OF_THE_COUNTED = [*HOLD, *HAVE, *WEIGH, *PAY, *GAIN, *DO, *PUT, *GIVE, *NEED, *MOVE]
_TAKEN_AWAY = [*LOSE, *GIVE, *DO, *BUY, "borrow", "take"]
_BROUGHT = [*GAIN, "deliver", "bring"]


class Counted(Story):
    """Clauses whose subject is counted."""

    def _tell_counted(self, said: Said, subject: tuple[Item, ...], when: frozenset[str]) -> None:
        """ "8 birds flew away", "29 chairs are empty", "five friends share 85 sweets"."""
        firsts = [i.qty for i in subject if i.qty is not None]
        entries, front = entries_of(said.items)
        if (
            self._counted_share(said, firsts, entries)
            or self._counted_are_dealt_out(said, firsts, entries, when)
            or self._counted_cost(said, firsts, entries, front)
            or self._counted_have(said, firsts[0], entries, front, when_of(subject))
        ):
            return
        if entries and said.verb == "be" and entries[0].qty.compare is not None:
            raise Unfit
        role = _role_of_counted(said, firsts, entries)
        if role == "part":
            self._tell_part(said, firsts, entries, when)
            return
        if role == "left":
            self._state(Statement(firsts[0], "be", when=when, role="left"))
            return
        verb = verb_with_particle(said)
        whens = [when_of([i]) for i in subject if i.qty is None]
        for index, qty in enumerate(firsts):
            own = whens[index] if index < len(whens) else frozenset()
            self._state(Statement(qty, verb, said=said, when=when | own, role=role))
        for entry in entries:
            self._state(Statement(entry.qty, verb, said=said, when=when_of(entry.rest), role=role))

    def _counted_share(self, said: Said, firsts: Sequence[Qty], entries: Sequence[Entry]) -> bool:
        """ "Five friends share 85 sweets"; "five friends share a pizza" is told elsewhere; whether it is so."""
        if said.verb not in SHARE or said.passive or len(firsts) != 1:
            return False
        if entries:
            self._share(entries[0].qty, entries[0].qty.noun, firsts[0], "")
            return True
        return firsts[0].kind == "n" and any(i.np is not None and not i.prep for i in said.items)

    def _counted_are_dealt_out(
        self, said: Said, firsts: Sequence[Qty], entries: Sequence[Entry], when: frozenset[str]
    ) -> bool:
        """ "85 sweets are shared among 5 friends", "60 eggs are packed in boxes of 12"; whether it is so."""
        if not said.passive or said.verb not in SHARE + CUT + PUT:
            return False
        among = next((i.qty for i in said.items if i.kind == "qty" and i.prep in (*AMONG, "in", "on")), None)
        if among is None or entries or len(firsts) != 1:
            raise Unfit
        first = firsts[0]
        if among.inside is not None and not among.letter:
            self._state(Statement(first, "be", when=when, role="state"))
            self._into(among, first.noun)
        else:
            self._share(first, first.noun, among, "")
        return True

    def _counted_cost(
        self, said: Said, firsts: Sequence[Qty], entries: Sequence[Entry], front: Sequence[Item]
    ) -> bool:
        """ "Four pizzas cost $46"; whether it is so."""
        if said.verb not in COST or len(firsts) != 1 or len(entries) != 1 or entries[0].qty.kind != "m":
            return False
        self._cost_of(firsts[0], entries[0].qty, [*front, *entries[0].rest])
        return True

    def _counted_have(
        self, said: Said, first: Qty, entries: Sequence[Entry], front: Sequence[Item], when: frozenset[str]
    ) -> bool:
        """ "6 hens laid 30 eggs", "3 bags weigh 5 kg each"; whether it is so."""
        if said.verb not in _OF_THE_COUNTED or not entries or first.kind not in ("n", "a") or said.passive:
            return False
        if len(entries) != 1 or entries[0].qty.kind not in ("n", "m") or entries[0].qty.compare is not None:
            raise Unfit
        qty, around = entries[0].qty, [*front, *entries[0].rest]
        counted = self._state(Statement(first, "count", said=said, when=when, role="count"))
        if per_of(around) is not None:
            raise Unfit
        if qty.each or first.each or any(i.text == "each" for i in around):
            self.add_rate(Rate(first.noun, "", self._plain(qty, qty.noun, "one"), of=counted))
        else:
            self._have_together(first, qty, counted)
        return True

    def _have_together(self, first: Qty, qty: Qty, counted: Thing | None) -> None:
        """ "6 hens laid 30 eggs": as many for each of them."""
        total = self._plain(qty, qty.noun, "cost" if qty.kind == "m" else "state")
        self.add(total)
        name = f"{'the price of' if qty.kind == 'm' else 'the number for'} one {first.noun}"
        each = Node(name, total.node.unit)
        if counted is None:
            raise Unfit
        self.net.product(total.node, each, counted.node)
        self.shares.append(Share(total.node, counted.node, each, qty.noun, total.unit, first.noun))
        self.add_rate(Rate(first.noun, "", Thing(each, total.unit, qty.noun, "", "one")))

    def _tell_part(
        self, said: Said, firsts: Sequence[Qty], entries: Sequence[Entry], when: frozenset[str]
    ) -> None:
        """ "29 chairs are empty", "a third of them are red", "the rest are white"."""
        if entries or len(firsts) != 1:
            raise Unfit
        qty = firsts[0]
        if any(i.text == "left" for i in said.items) or said.verb == "remain":
            self._state(Statement(qty, "be", said=said, when=when, role="left"))
            return
        desc = _description(said)
        whole = self._whole(qty) or self._whole_first_named(qty)
        if whole is None:
            self._tell_whole(said, qty, desc, when)
            return
        if said.negated:
            desc = "not " + desc
        node = self._part_node(qty, whole, desc)
        noun = qty.noun if qty.noun.words else whole.noun
        self.add(Thing(node, whole.unit, noun, "", "part", said.verb, when, desc, source=whole))

    def _whole_first_named(self, qty: Qty) -> Thing | None:
        """ "Half of the pupils are girls" at the beginning: the number of pupils is not known yet."""
        whole = qty.whole
        if qty.kind != "f" or not isinstance(whole, Np) or whole.pronoun:
            return None
        if any(t.role in ("state", "gain") for t in self.things):
            return None
        shown = self.shown("", whole.noun)
        node = Node(f"the number of {shown}", shown, whole=True)
        return self.add(Thing(node, "", whole.noun, "", "state"))

    def _tell_whole(self, said: Said, qty: Qty, desc: str, when: frozenset[str]) -> None:
        """ "12 apples are in the basket", "8 children play": no part, they are just there."""
        s = Statement(qty, said.verb, said=said, when=when, role="state")
        if said.verb == "be":
            counted = bool(qty.noun.words) and qty.kind in ("n", "some") and not said.passive
            if not (counted and desc and _is_place(said)):
                raise Unfit
            self._state(replace(s, owner=self._scene(said)))
        elif qty.noun.words and not said.passive and not said.negated:
            self._state(s)
        else:
            raise Unfit

    def _scene(self, said: Said) -> str:
        """Where it is."""
        for item in (*said.items, *said.leads):
            np = item.np
            if np is not None and item.prep in PLACES and np.quant not in ("each", "every"):
                return self.who(np)
        return ""


def _role_of_counted(said: Said, firsts: Sequence[Qty], entries: Sequence[Entry]) -> str:
    """What becomes of those that are counted; "part" where they are some of a whole, "left" where nothing becomes of them."""
    verb = verb_with_particle(said)
    partial = any(q.whole is not None or q.kind in ("f", "rest") for q in firsts)
    if said.verb == "be" and not said.passive:
        return "part"
    if partial and verb not in LOSE + GIVE and said.verb not in LOSE:
        return "part"
    role = role_of(verb)
    if not said.passive:
        if role == "" or said.negated:
            return "part"
        return "state" if role == "done" and not entries else role
    if said.verb in DAMAGE and firsts[0].whole is not None:
        return "part"
    if (
        said.negated
        and said.verb in [*LOSE, "use", "read", "take", "borrow"]
        and len(firsts) == 1
        and not entries
        and firsts[0].whole is None
    ):
        return "left"
    if said.verb in _TAKEN_AWAY or role == "lose":
        return "lose"
    if said.verb in _BROUGHT:
        return "gain"
    return role if role == "gain" and not said.negated else "part"


def _description(said: Said) -> str:
    """What is said of a part: "empty", "not taken", "in the box"."""
    nouns = [str(i.np.noun) for i in said.items if i.np is not None]
    adverbs = [
        i.text
        for i in said.items
        if i.kind == "adv"
        and i.text not in ("now", "left")
        and not set(i.text.split()) & (DAYTIME | WEEKDAYS)
    ]
    desc = " ".join(nouns + adverbs)
    if said.passive or said.verb != "be":
        desc = f"{said.form} {desc}".strip()
    return desc


def _is_place(said: Said) -> bool:
    """Whether nothing is said but where they are."""
    return all(i.prep in PLACES for i in said.items if i.kind == "np") and not any(
        i.text and i.text not in ("now", "first") for i in said.items if i.kind == "adv"
    )
