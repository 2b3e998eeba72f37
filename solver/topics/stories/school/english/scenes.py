"""Clauses that tell no number, or one of each thing; where and when something happens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Final

from solver.topics.stories.school.english.clauses import Item, Said
from solver.topics.stories.school.english.counted import Parts
from solver.topics.stories.school.english.marks import SCALES, TIME
from solver.topics.stories.school.english.network import Node
from solver.topics.stories.school.english.nouns import Noun, Np, Qty
from solver.topics.stories.school.english.things import Entry, Rate, Thing
from solver.topics.stories.school.english.words import (
    BUY,
    COST,
    CUT,
    DAYTIME,
    DO,
    GAIN,
    GIVE,
    HAVE,
    HOLD,
    JOIN,
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

SELLERS: Final = frozenset(
    "cashier shopkeeper seller assistant salesman saleswoman clerk driver waiter shop vendor".split()
)


AMONG: Final = ("among", "amongst", "between", "into", "with", "for", "to")


EARN: Final = ("earn", "save", "get", "receive", "make", "win", "collect", "find")


class Scenes(Parts):
    """Clauses that tell no number, or one of each thing; where and when something happens."""

    @staticmethod
    def _elliptical(entries: list[Entry]) -> None:
        """ "45 red, 30 blue and 25 green buttons"."""
        if len(entries) < 2 or any(e.qty.kind != "n" or e.qty.unit for e in entries):
            return
        last = entries[-1].qty.noun
        if (
            not last.plural
            or len(last.words) < 2
            or any(e.qty.noun.plural or len(e.qty.noun.words) != 1 or e.rest for e in entries[:-1])
        ):
            return
        for entry in entries[:-1]:
            entry.qty = replace(entry.qty, noun=replace(last, words=(*entry.qty.noun.words, last.head)))

    def _bare_objects(self, said: Said, owner: str, verb: str) -> None:
        """ "4 pens and a ruler": things without a number beside those with one."""
        for item in said.items:
            np = item.np
            if item.kind != "np" or item.prep or np is None:
                continue
            if said.verb in ("give", "hand", "pay") and np.noun.head in SELLERS:
                continue
            timed = np.noun.head in TIME | DAYTIME | WEEKDAYS or np.noun.head in ("kilo", "dozen")
            if (
                timed
                or np.quant in ("each", "every")
                or said.verb in GIVE
                or said.particle
                and np.quant == "the"
            ):
                continue
            if said.verb in BUY and np.quant in ("a", "an") and not np.others:
                self.add(Thing(Node("", value=self._one()), "", np.noun, owner, "gain", verb))
            elif said.verb not in (*PAY, *COST):
                raise Unfit

    def _scene(self, said: Said) -> str:
        for item in (*said.items, *said.leads):
            if (
                item.kind == "np"
                and item.prep in PLACES
                and item.np is not None
                and item.np.quant not in ("each", "every")
            ):
                return self.who(item.np)
        return ""

    def _when(self, items: Sequence[Item]) -> frozenset[str]:
        found: set[str] = set()
        for item in items:
            if (
                item.kind == "adv"
                and item.text
                and item.text
                not in ("left", "now", "total", "together", "altogether", "each", "equally", "over")
            ):
                found |= set(item.text.split())
            if (
                item.kind == "np"
                and item.prep in ("in", "on", "at", "for", "during", "from", "with", "to", "of", "by")
                and item.np is not None
            ):
                found |= item.np.every
            if item.kind == "np" and not item.prep and item.np is not None:
                found |= item.np.every
        return frozenset(found)

    @staticmethod
    def _per(items: Sequence[Item]) -> Np | None:
        for item in items:
            if item.kind == "np" and item.np is not None:
                if (
                    item.np.quant in ("each", "every")
                    or item.prep == "per"
                    or item.prep == "for"
                    and item.np.quant == "one"
                ):
                    return item.np
                if (
                    not item.prep
                    and item.np.quant in ("a", "an")
                    and (
                        item.np.noun.head in SCALES
                        or item.np.noun.head in ("kilo", "litre", "metre", "dozen")
                    )
                ):
                    return item.np
        return None

    def _without_quantity(
        self, said: Said, subject: Np | None, owner: str, verb: str, front: Sequence[Item]
    ) -> None:
        """A clause that tells no number: a scene, or what is done with what was told."""
        if said.negated or said.modal in ("can", "could"):
            raise Unfit
        if said.verb == "return" or said.particle == "back" or any(i.text == "back" for i in said.items):
            raise Unfit
        if said.verb in SHARE + CUT + PUT:
            for item in said.items:
                if (
                    item.kind == "qty"
                    and item.qty is not None
                    and (
                        item.prep in AMONG
                        or item.prep in ("in", "on")
                        and said.passive
                        and item.qty.noun.plural
                        and not item.qty.unit
                    )
                ):
                    noun = self._of_subject(said, subject)
                    if item.qty.inside is not None and not item.qty.letter:
                        self._into(item.qty, noun)
                    else:
                        self._share(None, noun, item.qty, owner)
                    return
        if said.verb in SHARE:
            raise Unfit
        for item in said.items:
            if item.kind == "qty" and item.qty is not None:
                if (
                    item.prep == "for"
                    and item.qty.kind == "m"
                    and item.qty.compare is not None
                    and said.verb in BUY
                ):
                    np = next((i.np for i in said.items if i.kind == "np" and not i.prep), None)
                    thing = self._entry(said, np, owner, verb, item.qty, [], frozenset(), None, role="cost")
                    if np is None or np.others or thing is None:
                        raise Unfit
                    thing.desc = str(np.noun)
                    return
                if item.qty.compare is not None:
                    raise Unfit
                if (
                    item.prep in ("with", "for")
                    and said.verb in PAY
                    and (item.qty.kind == "m" or item.qty.inside_by == "worth")
                ):
                    self._pay_with(item.qty, owner)
                elif item.prep in ("of", "with") and item.qty.kind == "n" and said.verb == "be":
                    self._entry(said, subject, owner, verb, item.qty, [], frozenset(), None)
                elif item.prep in ("for",) and item.qty.unit in TIME:
                    self.add(
                        Thing(
                            self.told(item.qty.letter, item.qty.unit, Noun()),
                            item.qty.unit,
                            Noun(),
                            owner,
                            "count",
                            verb,
                        )
                    )
                elif item.prep == "for" and item.qty.kind == "m" and said.verb in [*BUY, "sell"]:
                    thing = self._money(
                        item.qty, owner, "income" if said.verb == "sell" else "cost", verb, frozenset()
                    )
                    thing.desc = " ".join(
                        str(i.np.noun) for i in said.items if i.kind == "np" and i.np and not i.prep
                    )
                    if item.qty.each or any(i.np and i.np.others for i in said.items):
                        raise Unfit
                    return
                elif (
                    item.prep in ("in", "of")
                    and said.verb in ("come", "be", "sell", "pack")
                    and item.qty.inside is not None
                ):
                    inner = item.qty.inside
                    noun = subject.noun if subject is not None else Noun()
                    if said.verb in ("sell", "pack") and not said.passive:
                        noun = (
                            self._of_subject(said, subject)
                            if not any(i.np is not None and i.np.pronoun for i in said.items)
                            else Noun()
                        )
                    if not noun.words:
                        if not self.nouns:
                            raise Unfit
                        noun = self.nouns[-1]
                    self.add_rate(Rate(item.qty.noun, "", self._plain(inner, noun, "one")))
                else:
                    raise Unfit
        objects = [i.np for i in said.items if i.kind == "np" and not i.prep and i.np is not None]
        if any(
            i.kind == "qty" and i.qty is not None and i.qty.inside is not None and i.prep == "in"
            for i in said.items
        ):
            return
        if (
            objects
            and said.verb in LOSE + GIVE + JOIN
            and not (said.verb in [*MOVE, "add", "give"] and said.particle)
        ):
            raise Unfit
        if said.verb in BUY and objects:
            for np in objects:
                if np.quant in ("a", "an", "one") and not np.others:
                    self.add(Thing(Node("", value=self._one()), "", np.noun, owner, "gain", "buy"))
                elif np.quant == "both":
                    raise Unfit
                elif np.others and all(o.quant in ("a", "an") for o in (np, *np.others)):
                    for o in (np, *np.others):
                        self.add(Thing(Node("", value=self._one()), "", o.noun, owner, "gain", "buy"))
                else:
                    raise Unfit
            return
        if any(i.kind == "adv" and i.text in ("left", "full", "empty", "each") for i in said.items):
            raise Unfit

    @staticmethod
    def _one() -> Fraction:
        return Fraction(1)

    def _of_subject(self, said: Said, subject: Np | None) -> Noun:
        if said.passive and subject is not None and not subject.pronoun:
            return subject.noun
        for item in said.items:
            if item.kind == "np" and not item.prep and item.np is not None and not item.np.pronoun:
                return item.np.noun
        return Noun()

    def _of_each(self, said: Said, subject: Np, entries: Sequence[Entry], verb: str) -> None:
        """ "Each box holds 24 crayons"."""
        if said.negated or len(entries) not in (1, 2) or any(i.kind == "qty" and i.prep for i in said.items):
            raise Unfit
        den_unit = subject.noun.head if subject.noun.head in SCALES else ""
        for entry in entries:
            if entry.qty.kind not in ("n", "m") or entry.qty.compare is not None:
                raise Unfit
            num = self._plain(entry.qty, entry.qty.noun, "one")
            self._inner(entry.qty)
            if said.verb in PAY + SHARE + LOSE or said.modal not in ("", "can", "will"):
                raise Unfit
            self.add_rate(Rate(Noun() if den_unit else subject.noun, den_unit, num))

    def _role(self, verb: str, said: Said | None) -> str:
        base = verb.partition("_")[0]
        if base == "take" and "_" not in verb:
            return "take"
        if verb in LOSE or "_" not in verb and base in LOSE:
            return "lose"
        if verb in JOIN or base in GAIN and "_" not in verb:
            return "gain"
        if base == "take" and "_" not in verb:
            return "take"
        if base in BUY:
            return "gain"
        if base in HAVE or base == "be":
            return "state"
        if base in GIVE:
            return "lose"
        if base in NEED:
            return "need"
        if base in DO + MOVE:
            return "done"
        if base in HOLD or base in WEIGH:
            return "state"
        return ""

    def _share(self, qty: Qty | None, noun: Noun, among: Qty, owner: str) -> None:
        raise NotImplementedError

    def _rate(self, per: Np, qty: Qty, owner: str, role: str, base: str) -> None:
        raise NotImplementedError

    def _into(self, among: Qty, noun: Noun) -> None:
        raise NotImplementedError

    def _pay_with(self, qty: Qty, owner: str) -> None:
        raise NotImplementedError

    def _money(self, qty: Qty, owner: str, role: str, verb: str, when: frozenset[str]) -> Thing:
        raise NotImplementedError

    def _plain(self, qty: Qty, noun: Noun, role: str) -> Thing:
        raise NotImplementedError

    def _inner(self, qty: Qty) -> None:
        raise NotImplementedError
