"""Clauses that tell no number of their own, or one of each thing: scenes, and what is done with what was told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from solver.topics.stories.school.english.clauses import Said
from solver.topics.stories.school.english.counted import Counted
from solver.topics.stories.school.english.marks import SCALES, TIME
from solver.topics.stories.school.english.nouns import Noun, Np, Qty
from solver.topics.stories.school.english.statements import Statement
from solver.topics.stories.school.english.things import Entry, Rate
from solver.topics.stories.school.english.words import (
    AMONG,
    BUY,
    COST,
    CUT,
    DAYTIME,
    GIVE,
    JOIN,
    LOSE,
    MOVE,
    PAY,
    PUT,
    SELLERS,
    SHARE,
    WEEKDAYS,
)
from solver.topics.stories.school.working import Unfit


class Scenes(Counted):
    """Clauses that tell no number of their own, or one of each thing."""

    def _tell_bare_objects(self, said: Said, owner: str, verb: str) -> None:
        """ "4 pens and a ruler": things without a number beside those with one."""
        for item in said.items:
            np = item.np
            if item.kind != "np" or item.prep or np is None or _counts_nothing(said, np):
                continue
            if said.verb in BUY and np.quant in ("a", "an") and not np.others:
                self._add_one(np.noun, owner, "gain", verb)
            elif said.verb not in (*PAY, *COST):
                raise Unfit

    def _tell_without_number(self, said: Said, subject: Np | None, owner: str, verb: str) -> None:
        """A clause that tells no number as its object: a scene, or what is done with what was told."""
        if said.negated or said.modal in ("can", "could"):
            raise Unfit
        if said.verb == "return" or said.particle == "back" or any(i.text == "back" for i in said.items):
            raise Unfit
        if said.verb in SHARE + CUT + PUT and (among := _among(said)) is not None:
            noun = _object_of(said, subject)
            if among.inside is not None and not among.letter:
                self._into(among, noun)
            else:
                self._share(None, noun, among, owner)
            return
        if said.verb in SHARE:
            raise Unfit
        for item in said.items:
            if item.qty is not None and self._tell_beside(
                Statement(item.qty, verb, owner, subject, said), said, item.prep
            ):
                return
        if any(i.qty is not None and i.qty.inside is not None and i.prep == "in" for i in said.items):
            return
        self._tell_objects(said, owner)

    def _tell_beside(self, s: Statement, said: Said, prep: str) -> bool:
        """A quantity behind a preposition; whether the clause tells nothing else then."""
        qty = s.qty
        bought = said.verb in BUY
        if prep == "for" and qty.kind == "m" and qty.compare is not None and bought:
            self._tell_price_compared(s, said)
            return True
        if qty.compare is not None:
            raise Unfit
        worth = qty.kind == "m" or qty.inside_by == "worth"
        if prep in ("with", "for") and said.verb in PAY and worth:  # "paid with a $20 note"
            self._pay_with(qty, s.owner)
        elif prep in ("of", "with") and qty.kind == "n" and said.verb == "be":  # "is of 5 kg"
            self._state(s)
        elif prep == "for" and qty.unit in TIME:  # "worked for 3 hours"
            self.add(self._time(qty, s.owner, s.verb))
        elif prep == "for" and qty.kind == "m" and (bought or said.verb == "sell"):
            self._tell_price(s, said)
            return True
        elif prep in ("in", "of") and said.verb in ("come", "be", "sell", "pack") and qty.inside is not None:
            self._tell_packed(s, said, qty.inside)
        else:
            raise Unfit
        return False

    def _tell_price_compared(self, s: Statement, said: Said) -> None:
        """ "bought a tie for $5 more than the cap"."""
        np = next((i.np for i in said.items if i.np is not None and not i.prep), None)
        thing = self._state(replace(s, subject=np, role="cost"))
        if np is None or np.others or thing is None:
            raise Unfit
        thing.desc = str(np.noun)

    def _tell_price(self, s: Statement, said: Said) -> None:
        """ "bought a cap for $5", "sold the bike for $90"."""
        role = "income" if said.verb == "sell" else "cost"
        thing = self._money(s.qty, s.owner, role, s.verb, frozenset())
        thing.desc = " ".join(str(i.np.noun) for i in said.items if i.np and not i.prep)
        if s.qty.each or any(i.np and i.np.others for i in said.items):
            raise Unfit

    def _tell_packed(self, s: Statement, said: Said, inside: Qty) -> None:
        """ "Eggs come in boxes of 12", "he sells them in bags of 6"."""
        noun = s.subject.noun if s.subject is not None else Noun()
        if said.verb in ("sell", "pack") and not said.passive:
            of_them = any(i.np is not None and i.np.pronoun for i in said.items)
            noun = Noun() if of_them else _object_of(said, s.subject)
        if not noun.words:
            noun = self._elided()
        self.add_rate(Rate(s.qty.noun, "", self._plain(inside, noun, "one")))

    def _tell_objects(self, said: Said, owner: str) -> None:
        """ "bought a cap and a tie": one of each; what is given away without a number is not followed."""
        objects = [i.np for i in said.items if i.np is not None and not i.prep]
        moved = said.verb in [*MOVE, "add", "give"] and bool(said.particle)
        if objects and said.verb in LOSE + GIVE + JOIN and not moved:
            raise Unfit
        if objects and said.verb in BUY:
            for np in objects:
                one = ("a", "an") if np.others else ("a", "an", "one")
                names = (np, *np.others)
                if any(n.quant not in one for n in names):
                    raise Unfit
                for name in names:
                    self._add_one(name.noun, owner, "gain", "buy")
            return
        if any(i.kind == "adv" and i.text in ("left", "full", "empty", "each") for i in said.items):
            raise Unfit

    def _tell_of_each(self, said: Said, subject: Np, entries: Sequence[Entry]) -> None:
        """ "Each box holds 24 crayons"."""
        if said.negated or len(entries) not in (1, 2) or any(i.kind == "qty" and i.prep for i in said.items):
            raise Unfit
        den_unit = subject.noun.head if subject.noun.head in SCALES else ""
        for entry in entries:
            if entry.qty.kind not in ("n", "m") or entry.qty.compare is not None:
                raise Unfit
            num = self._plain(entry.qty, entry.qty.noun, "one")
            self._add_holding(entry.qty)
            if said.verb in PAY + SHARE + LOSE or said.modal not in ("", "can", "will"):
                raise Unfit
            self.add_rate(Rate(Noun() if den_unit else subject.noun, den_unit, num))


def _counts_nothing(said: Said, np: Np) -> bool:
    """A time, a seller, those who get something: no thing of which there is one."""
    head = np.noun.head
    return (
        said.verb in ("give", "hand", "pay")
        and head in SELLERS
        or head in TIME | DAYTIME | WEEKDAYS
        or head in ("kilo", "dozen")
        or np.quant in ("each", "every")
        or said.verb in GIVE
        or bool(said.particle)
        and np.quant == "the"
    )


def _among(said: Said) -> Qty | None:
    """Among how many it is shared, into how many or which pieces it is cut."""
    for item in said.items:
        qty = item.qty
        if qty is None:
            continue
        into_some = item.prep in ("in", "on") and said.passive and qty.noun.plural and not qty.unit
        if item.prep in AMONG or into_some:
            return qty
    return None


def _object_of(said: Said, subject: Np | None) -> Noun:
    """What something is done with: the object, or the subject of a passive clause."""
    if said.passive and subject is not None and not subject.pronoun:
        return subject.noun
    return next(
        (i.np.noun for i in said.items if i.np is not None and not i.prep and not i.np.pronoun), Noun()
    )


def elliptical(entries: Sequence[Entry]) -> list[Entry]:
    """ "45 red, 30 blue and 25 green buttons": each of them with its noun."""
    if len(entries) < 2 or any(e.qty.kind != "n" or e.qty.unit for e in entries):
        return list(entries)
    *firsts, final = entries
    last = final.qty.noun
    if (
        not last.plural
        or len(last.words) < 2
        or any(e.qty.noun.plural or len(e.qty.noun.words) != 1 or e.rest for e in firsts)
    ):
        return list(entries)
    whole = (replace(e.qty, noun=replace(last, words=(*e.qty.noun.words, last.head))) for e in firsts)
    return [*(Entry(q) for q in whole), final]
