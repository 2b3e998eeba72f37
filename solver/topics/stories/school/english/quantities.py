"""What single quantities of a clause mean: so many of something, so many in each, more than another, shared, paid."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from solver.topics.stories.school.english.amounts import Amounts
from solver.topics.stories.school.english.clauses import Item
from solver.topics.stories.school.english.marks import TIME
from solver.topics.stories.school.english.network import Node
from solver.topics.stories.school.english.nouns import Noun, Np, Qty
from solver.topics.stories.school.english.statements import Statement, per_of, role_of
from solver.topics.stories.school.english.things import MONEY, Rate, Thing, fits
from solver.topics.stories.school.english.words import (
    COST,
    CUT,
    GIVE,
    HOLD,
    PAY,
    PUT,
    SHARE,
    WEEKDAYS,
)
from solver.topics.stories.school.working import Unfit

_DEALT_OUT = [*SHARE, *CUT, *PUT]
# Verbs whose meaning is told by what stands beside the quantity.
_WITHOUT_ROLE = (*_DEALT_OUT, *COST, *PAY, "fill", "charge", "burn", "rent")
_ABLE = ("can", "could")
_NEEDED = ("need", "want", "plan", "must", "should")
_OF_EACH_OWNER = ("state", "gain", "income", "cost", "done")


class Story(Amounts):
    """A world in which every quantity of a clause has its meaning."""

    def _state(self, s: Statement) -> Thing | None:
        """Adds a quantity with what is said of it; the thing it is, or nothing where it is a rate or a share."""
        s = replace(s, role=s.role or role_of(s.verb))
        if _is_of_all(s):
            return self._state_total(s)
        s = self._in_role(s)
        if s.qty.kind == "m" and s.qty.compare is None:
            return self._money_entry(s, asserted=s.asserted)
        if s.qty.kind == "same" and s.base in GIVE and s.each is not None:
            self._share(None, s.qty.noun, replace(s.each, each=False), s.owner)
            return None
        if s.qty.compare is not None or s.qty.kind in ("times", "same"):
            return self._compare(s)
        self._decline_what_is_not_followed(s)
        if self._state_for_each(s) or self._state_dealt_out(s):
            return None
        if s.role == "":
            raise Unfit
        self._add_times(s.around, s.owner)
        return self._state_amount(s)

    def _state_total(self, s: Statement) -> Thing:
        """ "Together they have 48"."""
        thing = self._plain(s.qty, s.qty.noun, "total")
        thing.owner, thing.verb = s.owner, s.verb
        self._elide(s.qty.noun)
        self.totals.append(thing)
        return self.add(thing)

    def _in_role(self, s: Statement) -> Statement:
        """The same with the role, and the owner, that it has here."""
        if s.base == "fill" and s.role == "done" and not self._has_such(s):
            if any(t.unit for t in self.things):
                raise Unfit  # glasses are filled from the litres that there are
            s = replace(s, role="gain")
        if s.role == "take":
            s = self._taken(s)
        if s.negated:
            raise Unfit
        holds = s.modal in _ABLE and s.base in HOLD
        if holds:
            s = replace(s, role="state")  # "can hold 40"
        elif s.modal in _NEEDED:
            s = replace(s, role="need")
        elif s.modal:
            raise Unfit
        if s.role == "" and s.base not in _WITHOUT_ROLE:
            raise Unfit
        if s.base in PUT and s.qty.compare is None and s.qty.kind in ("n", "f", "rest"):
            s = replace(s, role=self._role_of_put(s))
        return s

    def _has_such(self, s: Statement) -> bool:
        return any(
            t.role in ("state", "gain") and t.unit == s.qty.unit and fits(t.noun, s.qty.noun)
            for t in self.things
        )

    def _taken(self, s: Statement) -> Statement:
        """ "He took 5": of what was there they are gone; else he has them."""
        had = [
            t
            for t in self.things
            if t.role in ("state", "gain")
            and fits(t.noun, s.qty.noun)
            and t.unit == s.qty.unit
            and not t.asserted
        ]
        if any(t.owner == s.owner for t in had) or s.qty.kind != "n":
            raise Unfit
        return replace(s, role="lose", owner="") if had else replace(s, role="gain")

    def _role_of_put(self, s: Statement) -> str:
        """What is put somewhere is gone from where it was, or has come to where it is counted."""
        had = {
            t.owner
            for t in self.things
            if t.role in ("state", "gain") and t.unit == s.qty.unit and fits(t.noun, s.qty.noun)
        }
        if not had:
            return s.role or "state"
        places = {
            self.who(i.np)
            for i in s.around
            if i.np is not None and i.prep in ("in", "into", "on", "onto", "to")
        }
        return "gain" if places & had else "lose"

    def _decline_what_is_not_followed(self, s: Statement) -> None:
        """Each of the days that are named; what comes from one whose things are counted; each of two kinds at once."""
        if per_of(s.around) is not None and any(map(_names_weekday, s.around)):
            raise Unfit
        owners = {t.owner for t in self.things}
        for item in s.around:
            if item.prep == "from" and item.np is not None:
                giver = self.who(item.np)
                if giver in owners and self._person(giver):
                    raise Unfit
        pers = [i for i in s.around if per_of([i]) is not None]
        if len(pers) + (s.lead_per is not None) > 1:
            raise Unfit

    def _state_for_each(self, s: Statement) -> bool:
        """ "5 sweets to each of the 4 children", "24 in every box"; whether it is so."""
        if s.each is not None and s.qty.kind == "n":
            count = self._plain(s.each, s.each.noun, "count")
            num = self._plain(s.qty, s.qty.noun, "one")
            role = s.role if s.role in ("gain", "lose") else ""
            self.rates.append(Rate(s.each.noun, "", num, role, s.owner, of=count))
            self.add(count)
            return True
        if s.per is not None:
            self._add_times(s.around, s.owner)
            self._rate(s.per, s)
            return True
        return False

    def _state_dealt_out(self, s: Statement) -> bool:
        """ "shares 85 sweets among 5 friends", "packs 60 eggs in boxes of 12"; whether it is so."""
        among = next((i.qty for i in s.around if i.qty is not None), None)
        if s.base in _DEALT_OUT or s.base == "fill" and not _has_untimed(s.around):
            if among is None:
                return False
            if among.inside is not None and not among.letter:
                if s.qty.letter and s.qty.kind == "n":
                    self._stocked(s.qty, s.owner)
                self._into(among, s.qty.noun)
            else:
                self._share(s.qty, s.qty.noun, among, s.owner)
            return True
        if _has_untimed(s.around):
            raise Unfit
        return False

    def _state_amount(self, s: Statement) -> Thing:
        """ "12 pens", "some pens", "a pen", "half of the pens"."""
        asserted = s.asserted
        if asserted:
            s = replace(s, role="state")
        if s.qty.kind == "a":
            return self._one_thing(s)
        if s.qty.kind in ("f", "rest"):
            return self._state_part(s)
        if s.qty.kind == "some":
            return self._some(s, asserted=asserted)
        return self._so_many(s, asserted=asserted)

    def _state_part(self, s: Statement) -> Thing:
        """ "gave half of them away", "the rest are red", "saves the rest"."""
        role = s.role
        if s.qty.kind == "rest" and role in ("gain", "income", "need"):
            if s.verb not in ("save", "keep"):
                raise Unfit
            role = "part"
        whole = self._whole_of_part(s, role)
        node = self._rest(whole, "the rest") if s.qty.kind == "rest" else self._fraction(s.qty, whole, role)
        if role == "state":
            role = "part"
        if whole.unit == MONEY and role in ("lose", "done"):
            role = "cost"
        made = Thing(
            node,
            whole.unit,
            whole.noun,
            s.owner or whole.owner,
            role,
            s.verb,
            s.when,
            " ".join(s.adverbs),
            source=whole,
        )
        return self.add(made)

    def _whole_of_part(self, s: Statement, role: str) -> Thing:
        """What it is a part of: what is named, or the last of such things that were told of."""
        qty = s.qty
        whole = self._whole(qty) if qty.kind == "f" else None
        there = [t for t in reversed(self.things) if t.role in ("state", "gain")]
        if whole is None and there and qty.kind == "f" and "full" in s.adverbs:
            whole = there[0]
        if whole is None:
            whole = next((t for t in there if fits(t.noun, qty.noun) and not t.asserted), None)
        if whole is None and qty.kind == "f" and isinstance(qty.whole, Np) and role in ("lose", "done"):
            unit = MONEY if qty.whole.noun.head == "money" else ""
            node = Node("the amount at first", self.shown(unit, qty.whole.noun), whole=not unit)
            whole = self.add(Thing(node, unit, Noun() if unit else qty.whole.noun, s.owner, "state"))
        if whole is None:
            raise Unfit
        return whole

    def _fraction(self, qty: Qty, whole: Thing, role: str) -> Node:
        """ "half of them", "a third of the rest"; not where some of it is gone already and it is not said of what."""
        base = whole.node
        if _is_of_the_rest(qty):
            base = self._rest(whole, "the rest")
        elif any(
            t.role in ("lose", "done", "cost", "gain")
            and t is not whole
            and t.unit == whole.unit
            and fits(t.noun, whole.noun)
            for t in self.things
        ):
            raise Unfit
        return self._times(
            qty.letter, base, "the part that is used" if role != "state" else "this part", whole
        )

    def _whole(self, qty: Qty) -> Thing | None:
        """The whole of which a quantity is a part."""
        if isinstance(qty.whole, Qty):
            return self._state(Statement(qty.whole, "be", role="state"))
        wholes = [t for t in self.things if t.role in ("state", "gain") and not t.asserted]
        noun = qty.noun
        if isinstance(qty.whole, Np) and not qty.whole.pronoun:
            noun = qty.whole.noun
        found = [t for t in wholes if fits(t.noun, noun) and not (qty.unit and t.unit != qty.unit)]
        if not found and isinstance(qty.whole, Np):
            found = [
                t for t in wholes if t.owner and t.owner.split()[-1] == noun.head or t.owner == str(noun)
            ]
        if len({id(t.node) for t in found}) == 1:
            return found[0]
        return found[-1] if found and found[-1].made else None


def _is_of_all(s: Statement) -> bool:
    """Whether so many are those of several together."""
    qty = s.qty
    several = "+" in s.owner or s.owner == "they"
    plain = qty.kind in ("n", "m") and bool(qty.letter) and qty.compare is None and qty.inside is None
    if s.said is None or not several or not plain or s.role not in _OF_EACH_OWNER or s.modal or s.negated:
        return False
    return s.together or "+" in s.owner and s.role in ("state", "gain")


def _names_weekday(item: Item) -> bool:
    words = {*item.text.split(), *(item.np.noun.words if item.np is not None else ())}
    return not words.isdisjoint(WEEKDAYS)


def _has_untimed(around: Sequence[Item]) -> bool:
    """Whether another quantity stands beside this one that is not the time it takes."""
    return any(
        i.qty is not None and not (i.prep in ("in", "for", "within") and i.qty.unit in TIME) for i in around
    )


def _is_of_the_rest(qty: Qty) -> bool:
    whole = qty.whole
    if isinstance(whole, Qty):
        return whole.kind == "rest"
    return isinstance(whole, Np) and not {"rest", "remainder"}.isdisjoint(whole.noun.words)
