"""What single quantities of a clause mean: so many of something, so many in each, more than another, shared, paid."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from solver.topics.stories.school.english.clauses import Item, Said
from solver.topics.stories.school.english.counts import Counts
from solver.topics.stories.school.english.marks import SCALES, TIME, UNITS
from solver.topics.stories.school.english.nouns import Noun, Np, Qty
from solver.topics.stories.school.english.scenes import EARN
from solver.topics.stories.school.english.things import Rate, Thing, fits
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


class Story(Counts):
    """A world in which every quantity of a clause has its meaning."""

    def _entry(
        self, said: Said | None, subject: Np | None, owner: str, verb: str, qty: Qty, around: Sequence[Item],
        when: frozenset[str], lead_per: Np | None, role: str = "",
    ) -> Thing | None:  # fmt: skip
        base = verb.partition("_")[0]
        role = role or self._role(verb, said)
        if (
            said is not None
            and ("+" in owner or owner == "they")
            and qty.kind in ("n", "m")
            and qty.letter
            and qty.compare is None
            and qty.inside is None
            and role in ("state", "gain", "income", "cost", "done")
            and said.modal == ""
            and not said.negated
        ):
            together = any(i.text in ("together", "altogether", "total") for i in (*said.items, *said.leads))
            if together or "+" in owner and role in ("state", "gain"):
                thing = self._plain(replace(qty, noun=qty.noun), qty.noun, "total")
                thing.owner, thing.verb = owner, verb
                self._elide(qty.noun)
                self.totals.append(thing)
                return self.add(thing)
        if (
            base == "fill"
            and role == "done"
            and not any(
                t.role in ("state", "gain") and t.unit == qty.unit and fits(t.noun, qty.noun)
                for t in self.things
            )
        ):
            if any(t.unit for t in self.things):
                raise Unfit  # glasses are filled from the litres that there are
            role = "gain"
        if role == "take":
            had = [
                t
                for t in self.things
                if t.role in ("state", "gain")
                and fits(t.noun, qty.noun)
                and t.unit == qty.unit
                and not t.asserted
            ]
            if any(t.owner == owner for t in had) or qty.kind != "n":
                raise Unfit
            role, owner = ("lose", "") if had else ("gain", owner)
        if said is not None and said.negated:
            raise Unfit
        modal = said.modal if said is not None else ""
        if modal in ("can", "could") and base in HOLD:
            role = "state"
        if modal in ("need", "want", "plan", "must", "should"):
            role = "need"
        elif modal and not (modal in ("can", "could") and base in HOLD):
            raise Unfit
        if role == "" and base not in (*SHARE, *CUT, *PUT, *COST, *PAY, "fill", "charge", "burn", "rent"):
            raise Unfit
        if (
            (base == "pour" and role == "" or base in PUT)
            and qty.compare is None
            and qty.kind in ("n", "f", "rest")
        ):
            role = self._put(qty, around, role)
        texts = {i.text for i in around if i.kind == "adv"}
        left = bool(texts & {"left", "over", "remaining"}) or base == "remain" or role == "left"
        now = (
            "now" in texts
            or said is not None
            and any(i.text == "now" for i in said.leads)
            or said is not None
            and said.joint.endswith("then")
            and said.there
        )
        if qty.kind == "m" and qty.compare is None:
            return self._money_entry(
                said, subject, owner, verb, qty, around, when, lead_per, role, asserted=left or now
            )
        if (
            qty.kind == "same"
            and base in GIVE
            and (
                among := next(
                    (
                        i.qty
                        for i in around
                        if i.kind == "qty"
                        and i.qty is not None
                        and i.qty.each
                        and i.prep in ("to", "for", "in", "on", "into")
                    ),
                    None,
                )
            )
        ):
            self._share(None, qty.noun, replace(among, each=False), owner)
            return None
        if qty.compare is not None or qty.kind in ("times", "same"):
            return self._compare(subject, owner, verb, qty, around, when, role, said)
        days = any(
            i.np is not None and set(i.np.noun.words) & WEEKDAYS or i.text and set(i.text.split()) & WEEKDAYS
            for i in around
        )
        if days and self._per(around) is not None:
            raise Unfit
        owners = {t.owner for t in self.things}
        if any(
            i.prep == "from"
            and i.np is not None
            and self.who(i.np) in owners
            and self._person(self.who(i.np))
            for i in around
        ):
            raise Unfit
        pers = [i for i in around if self._per([i]) is not None]
        if len(pers) + (lead_per is not None) > 1:
            raise Unfit
        per = self._per(around) or lead_per
        each = next(
            (
                i
                for i in around
                if i.kind == "qty"
                and i.qty is not None
                and i.qty.each
                and i.prep in ("to", "for", "in", "on", "into")
            ),
            None,
        )
        if each is not None and each.qty is not None and qty.kind == "n":
            count = self._plain(each.qty, each.qty.noun, "count")
            rate = Rate(
                each.qty.noun,
                "",
                self._plain(qty, qty.noun, "one"),
                role if role in ("gain", "lose") else "",
                owner,
                of=count,
            )
            self.rates.append(rate)
            self.add(count)
            return None
        if per is not None:
            self.add_times(around, owner)
            self._rate(per, qty, owner, role, base)
            return None
        if any(
            i.kind == "qty"
            and not (i.prep in ("in", "for", "within") and i.qty is not None and i.qty.unit in TIME)
            and base not in SHARE + CUT + PUT
            for i in around
        ):
            raise Unfit
        if base in SHARE + CUT + PUT + ["fill"] and (
            among := next((i.qty for i in around if i.kind == "qty" and i.qty is not None), None)
        ):
            if among.inside is not None and not among.letter:
                self._stocked(qty, owner, when)
                self._into(among, qty.noun)
            else:
                self._share(qty, qty.noun, among, owner)
            return None
        if role == "":
            raise Unfit
        self.add_times(around, owner)
        if left or now:
            role, asserted = "state", True
        else:
            asserted = False
        return self._thing_of(qty, owner, verb, role, when, texts, subject, asserted=asserted, around=around)

    def _put(self, qty: Qty, around: Sequence[Item], role: str) -> str:
        """What is put somewhere is gone from where it was, or has come to where it is counted."""
        had = {
            t.owner
            for t in self.things
            if t.role in ("state", "gain") and t.unit == qty.unit and fits(t.noun, qty.noun)
        }
        if not had:
            return role or "state"
        places = {
            self.who(i.np)
            for i in around
            if i.np is not None and i.prep in ("in", "into", "on", "onto", "to")
        }
        return "gain" if places & had else "lose"

    def add_times(self, around: Sequence[Item], owner: str) -> None:
        """ "for 6 hours": so much time, for rates."""
        for item in around:
            if item.kind == "qty" and item.qty is not None and item.qty.unit in TIME:
                self.add(
                    Thing(
                        self.told(item.qty.letter, item.qty.unit, Noun()),
                        item.qty.unit,
                        Noun(),
                        owner,
                        "count",
                    )
                )

    def _rate(self, per: Np, qty: Qty, owner: str, role: str, base: str) -> None:
        if qty.kind not in ("n", "m") or qty.compare is not None or qty.whole is not None:
            raise Unfit
        den_unit = (
            "day"
            if per.noun.head in ("morning", "evening", "afternoon", "night")
            else per.noun.head
            if per.noun.head in SCALES
            else UNITS.get(per.noun.head, "")
            if per.noun.head not in ("second", "pound", "foot")
            else ""
        )
        noun = qty.noun
        if not noun.words and not qty.unit and qty.kind == "n" and self.nouns:
            noun = self.nouns[-1]
        num = self._plain(qty, noun, "one")
        timed = den_unit in TIME
        if qty.kind == "m":
            role = "income" if base in EARN else "cost" if base in (*PAY, *COST, "charge", "rent") else ""
        rate_role = (
            role
            if timed and role in ("gain", "lose", "done", "income", "cost")
            else "lose"
            if base in GIVE and role == "lose"
            else ""
        )
        rate = Rate(
            Noun() if den_unit else per.noun,
            den_unit,
            num,
            rate_role,
            owner if timed or rate_role or qty.kind == "m" else "",
        )
        rate.verb = base if timed else ""
        if qty.inside is not None:
            inner = self._plain(qty.inside, qty.inside.noun, "one")
            self.add_rate(Rate(qty.noun, "", inner))
        self._elide(noun)
        self.add_rate(rate)
        if base in [*PUT, "fill", "use"] and not timed:
            self.packing.append(rate)

    def _inner(self, qty: Qty) -> None:
        if qty.inside is not None:
            self.add_rate(Rate(qty.noun, "", self._plain(qty.inside, qty.inside.noun, "one")))

    # -- sharing and packing ---------------------------------------------------------------------------

    # -- money -----------------------------------------------------------------------------------------

    # -- comparing -------------------------------------------------------------------------------------
