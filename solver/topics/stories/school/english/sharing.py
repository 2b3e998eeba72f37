"""So many of one thing for each of another: what is shared, cut or packed, and what happens every day."""

from __future__ import annotations

from collections.abc import Sequence

from solver.topics.stories.school.english.clauses import Item
from solver.topics.stories.school.english.comparing import Comparing
from solver.topics.stories.school.english.marks import SCALES, TIME, UNITS
from solver.topics.stories.school.english.network import Node
from solver.topics.stories.school.english.nouns import Noun, Np, Qty
from solver.topics.stories.school.english.statements import Statement
from solver.topics.stories.school.english.things import Rate, Share, Thing, fits
from solver.topics.stories.school.english.words import (
    COST,
    EARN,
    GIVE,
    PAY,
    PUT,
)
from solver.topics.stories.school.working import Unfit

_DAY = ("morning", "evening", "afternoon", "night")
_AMBIGUOUS_UNITS = ("second", "pound", "foot")  # the second one, £1, a foot
_TIMED_ROLES = ("gain", "lose", "done", "income", "cost")


class Sharing(Comparing):
    """So many of one thing for each of another."""

    def _stocked(self, qty: Qty, owner: str) -> Thing:
        """What there is to be shared or packed."""
        thing = self._plain(qty, qty.noun, "state")
        thing.owner = owner
        return self.add(thing)

    def _share(self, qty: Qty | None, noun: Noun, among: Qty, owner: str) -> None:
        """All of it among so many: "shares 85 sweets among 5 friends", "shares them", "the rest is shared"."""
        if among.kind == "some" and qty is not None and qty.kind == "n":
            if qty.letter:
                self._stocked(qty, owner)
            return
        if among.kind not in ("n", "a") or among.unit or not among.letter:
            raise Unfit
        total, unit, noun = self._shared(qty, noun, owner)
        count = self.told(among.letter, "", among.noun)
        each = Node(f"the share of each {among.noun or 'one'}", self.shown(unit, noun))
        self.net.product(total, each, count)
        self.shares.append(Share(total, count, each, noun, unit, among.noun))

    def _shared(self, qty: Qty | None, noun: Noun, owner: str) -> tuple[Node, str, Noun]:
        """What is shared: its node, its unit, and of what it is."""
        if qty is None:
            return self._all_of(noun)
        if qty.kind == "rest":
            whole = next(
                (t for t in reversed(self.things) if t.role in ("state", "gain") and not t.asserted), None
            )
            if whole is None:
                raise Unfit
            return self._rest(whole, "the rest"), whole.unit, whole.noun
        if qty.kind in ("n", "m") and qty.letter and qty.whole is None and qty.compare is None:
            told = self._stocked(qty, owner)
            return told.node, told.unit, told.noun
        raise Unfit

    def _all_of(self, noun: Noun) -> tuple[Node, str, Noun]:
        """All that there is of something by now."""
        there = [
            t
            for t in self.things
            if t.role in ("state", "gain", "income") and fits(t.noun, noun) and not t.asserted
        ]
        if not there:
            raise Unfit
        last = there[-1]
        _, entries = self.stock(last.owner, last.noun, last.unit)
        return self.combine(entries, "what is shared", last.node.unit), last.unit, last.noun

    def _into(self, among: Qty, noun: Noun) -> None:
        """Cut into pieces of 75 cm, sold in bags of 6: how many is not told."""
        inner = among.inside
        if inner is None:
            raise Unfit
        if inner.noun.words or inner.unit:
            noun = inner.noun
        elif not noun.words:
            noun = self._elided()
        rate = Rate(among.noun, "", self._plain(inner, noun, "one"))
        self.add_rate(rate)
        self.packing.append(rate)

    def _add_times(self, around: Sequence[Item], owner: str) -> None:
        """ "for 6 hours": so much time, for rates."""
        for item in around:
            if item.qty is not None and item.qty.unit in TIME:
                self.add(self._time(item.qty, owner))

    def _time(self, qty: Qty, owner: str, verb: str = "") -> Thing:
        return Thing(self.told(qty.letter, qty.unit, Noun()), qty.unit, Noun(), owner, "count", verb)

    def _rate(self, per: Np, s: Statement) -> None:
        """ "reads 20 pages every day", "puts 6 into each box", "earns $9 an hour"."""
        qty, base, role = s.qty, s.base, s.role
        if qty.kind not in ("n", "m") or qty.compare is not None or qty.whole is not None:
            raise Unfit
        den_unit = _unit_of(per)
        noun = qty.noun
        if not noun.words and not qty.unit and qty.kind == "n" and self.nouns:
            noun = self.nouns[-1]
        num = self._plain(qty, noun, "one")
        timed = den_unit in TIME
        if qty.kind == "m":
            role = "income" if base in EARN else "cost" if base in (*PAY, *COST, "charge", "rent") else ""
        made_role = ""  # what comes of it: by then something is read, is gone, has been earned
        if timed and role in _TIMED_ROLES or base in GIVE and role == "lose":
            made_role = role
        rate = Rate(
            Noun() if den_unit else per.noun,
            den_unit,
            num,
            made_role,
            s.owner if timed or made_role or qty.kind == "m" else "",
            base if timed else "",
        )
        self._add_holding(qty)
        self._elide(noun)
        self.add_rate(rate)
        if base in [*PUT, "fill", "use"] and not timed:
            self.packing.append(rate)


def _unit_of(per: Np) -> str:
    """The unit of "every evening", "per hour", "a kilo"; nothing for things."""
    head = per.noun.head
    if head in _DAY:
        return "day"
    if head in SCALES:
        return head
    return "" if head in _AMBIGUOUS_UNITS else UNITS.get(head, "")
