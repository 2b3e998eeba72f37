"""What is paid, taken in, left and given back."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from solver.topics.stories.accounts.ledger import Entry, Rate
from solver.topics.stories.accounts.telling import Teller
from solver.topics.stories.accounts.values import MONEY, Ask, Tag, Thing, covers, words_in
from solver.topics.stories.accounts.words import BUY, EARN, SELL, SMALL, WEEKDAYS, head_of
from solver.topics.stories.school.english.marks import TIME
from solver.topics.stories.school.english.network import Node
from solver.topics.stories.school.working import Unfit

_FOR: Final = frozenset("for on from by to".split())
"""What stands behind these may be what is paid for; behind others it is where."""


def _names_of(entry: Entry) -> frozenset[str]:
    """The words that name what an entry is of."""
    return frozenset((*entry.thing.words, *entry.thing.of, *map(head_of, entry.where)))


@dataclass(slots=True)
class Money(Teller):
    """A ledger that can be asked for money."""

    def _prices(self, roles: frozenset[str]) -> list[Rate]:
        plain = [r for r in self.rates if r.thing != MONEY]
        return [*plain, *(r for r in self.rates if r.thing == MONEY and r.verb in roles)]

    def cost(self, who: str, tags: tuple[Tag, ...] = ()) -> Node:
        """What is paid by somebody; where the `tags` of a question name some of it ("for the pens", "on Monday"), for that."""
        entries, asked = self._asked_for(tags)
        rates = self._prices(frozenset(["cost", "pay", "spend", "buy", "charge", "need", "rent", "use"]))
        parts: list[Node] = []
        for entry in entries:
            if not self.his(entry.who, who) or entry.mirrored or entry.asserted or entry.verb in SELL:
                continue
            if entry.thing == MONEY:
                if entry.verb in ("spend", "pay", "cost", "invest"):
                    parts.append(entry.node)
                elif entry.role in ("lose", "do"):
                    raise Unfit
                continue
            money = self._money_of(entry, rates)
            if money is not None:
                if entry.role == "have" and any(e.role in ("gain", "need") for e in self.entries):
                    raise Unfit
                parts.append(money)
            elif entry.verb in ("buy", "purchase", "order") and entry.role == "gain":
                raise Unfit  # its price is not told
        priced = [r for r in rates if r.thing == MONEY]
        for rate in priced:
            if rate not in asked or rate.per.unit in TIME:
                continue
            if any(self._reaches(e, rate, rates) for e in self.entries):
                continue
            if any(e.price or e.paid for e in self.entries) or not rate.per.words:
                raise Unfit
            if any(self._reaches(e, r, rates) for e in self.entries for r in priced):
                raise Unfit
            parts.append(rate.node)
        return self.plus(parts, [1] * len(parts), "the total cost", MONEY)

    def _asked_for(self, tags: tuple[Tag, ...]) -> tuple[list[Entry], list[Rate]]:
        """What was told of the time, and of the things ("for the pens", "by selling the pies") that the tags of a question name; all, where they name none.

        Raises:
            Unfit: it is another day, or something else, which may be some of them.
        """
        days = words_in(tags, "when")
        dated = [e for e in self.entries if e.when and days and (e.when <= days or days <= e.when)]
        if days & WEEKDAYS and not dated and any(e.when for e in self.entries):
            raise Unfit
        phrases = [t.text for t in tags if t.kind in ("why", "how") or t.kind == "where" and t.text.split()[0] in _FOR]  # fmt: skip
        words = {head_of(w) for phrase in phrases for w in phrase.split()} - SMALL
        places = words_in(tuple(t for t in tags if t.text not in phrases), "where")
        there = any(e.where & places for e in self.entries)
        entries = [(e, words & _names_of(e)) for e in dated or self.entries if not there or not e.where or e.where & places]  # fmt: skip
        rates = [(r, words & {*r.per.words, *r.per.of}) for r in self.rates]
        meant = [named for _, named in (*entries, *rates) if named]
        told = frozenset[str]().union(*meant)
        for phrase in phrases:
            parts = [{*map(head_of, part.split())} for part in phrase.split(" and ")]
            doubtful = told and " and " in phrase or re.fullmatch(r"(?:for|on) (?:the|an?) \w+", phrase)
            if doubtful and not all(part & told for part in parts):
                raise Unfit
        best = [n for n in meant if not any(n < other for other in meant)]  # red pens, not all pens
        return (
            [e for e, named in entries if not meant or named in best or e.role == "time"],
            [r for r, named in rates if not meant or named in best],
        )

    def _spent_on(self, thing: Thing, who: str) -> Node:
        rates = self._prices(frozenset(["cost", "pay", "spend", "buy", "charge", "sell"]))
        found = [
            e
            for e in self.entries
            if covers(thing, e.thing) or e.thing == MONEY and set(thing.words) & e.where
        ]
        if len(found) != 1:
            raise Unfit
        node = found[0].node if found[0].thing == MONEY else self._money_of(found[0], rates)
        if node is None:
            raise Unfit
        return node

    def _reaches(self, entry: Entry, rate: Rate, rates: list[Rate]) -> bool:
        if entry.thing == MONEY:
            return False
        return (
            self.measure(
                entry.node, entry.thing, MONEY, entry, [rate, *(r for r in rates if r.thing != MONEY)]
            )
            is not None
        )

    def _money_of(self, entry: Entry, rates: list[Rate]) -> Node | None:
        """What an entry's things cost, or bring."""
        if entry.paid is not None:
            return entry.paid
        if entry.price is not None:
            return self.times(
                entry.price, entry.node, f"the money for {self.said(entry.node)} {entry.thing.many()}", MONEY
            )
        return self.measure(entry.node, entry.thing, MONEY, entry, rates)

    def income(self, who: str, tags: tuple[Tag, ...] = ()) -> Node:
        """What somebody takes in; `tags` as in `cost`."""
        sells = [e for e in self.entries if e.verb in SELL]
        rates = self._prices(
            EARN
            | SELL
            | frozenset(
                {"cost"}
                if not any(e.verb in BUY and e.thing != MONEY for e in self.entries)
                and not any(r.thing == MONEY and r.verb in EARN | SELL for r in self.rates)
                else set()
            )
        )
        parts: list[Node] = []
        for entry in self._asked_for(tags)[0]:
            if not self.his(entry.who, who) or entry.asserted:
                continue
            if entry.thing == MONEY:
                if entry.verb in EARN and (not entry.mirrored or who):
                    parts.append(entry.node)
                elif entry.role in ("lose", "do") and entry.verb not in ("spend", "pay", "invest"):
                    raise Unfit
                continue
            if sells and entry.verb not in SELL and entry.role != "time":
                continue
            if entry.mirrored:
                continue
            if entry.verb in BUY - {"need", "get"}:
                resold = not sells and any(r.thing == MONEY and r.verb in SELL for r in self.rates)
                money = self.measure(entry.node, entry.thing, MONEY, None, rates) if resold else None
            else:
                money = self._money_of(entry, rates)
                if money is None and entry.verb in SELL:
                    raise Unfit  # its price is not told
            if money is not None:
                parts.append(money)
        return self.plus(parts, [1] * len(parts), "the money that comes in", MONEY)

    def _money_left(self, who: str) -> Node:
        had = [
            e
            for e in self.entries
            if e.thing == MONEY
            and e.role in ("have", "gain")
            and self.his(e.who, who)
            and not e.asserted
            and not (e.mirrored and not who)
        ]
        lost = [e for e in self.entries if e.thing == MONEY and e.role == "lose" and self.his(e.who, who)]
        parts, signs = [e.node for e in had], [1] * len(had)
        try:
            cost = self._spent(who)
        except Unfit:
            cost = None
        if not had or any(e.verb in SELL for e in self.entries):
            parts, signs = (
                [
                    self.plus(
                        [*(e.node for e in had if e.role == "have" or e.mirrored), self.income(who)],
                        [1] * (1 + sum(e.role == "have" or e.mirrored for e in had)),
                        "the money that there is",
                        MONEY,
                    )
                ],
                [1],
            )
        for entry in lost:
            if entry.verb not in ("spend", "pay"):
                parts.append(entry.node)
                signs.append(-1)
        if cost is not None:
            parts.append(self._changed(cost))
            signs.append(-1)
        return self.plus(parts, signs, "the money left", MONEY)

    def _spent(self, who: str) -> Node:
        lost = [
            e
            for e in self.entries
            if e.thing == MONEY and e.role == "lose" and e.verb not in ("spend", "pay")
        ]
        kept = self.entries
        self.entries = [e for e in kept if e not in lost]
        try:
            return self.cost(who)
        finally:
            self.entries = kept

    def _change(self, who: str) -> Node:
        given = [
            e
            for e in self.entries
            if e.thing == MONEY
            and (e.verb in ("pay", "give", "hand", "use") or e.role == "have")
            and not e.mirrored
        ]
        if len(given) != 1:
            raise Unfit
        kept = self.entries
        self.entries = [e for e in kept if e is not given[0] and not e.mirrored]
        try:
            cost = self._changed(self.cost(who))
        finally:
            self.entries = kept
        return self.plus([given[0].node, cost], [1, -1], "the change", MONEY)

    def _changed(self, node: Node) -> Node:
        for by, sign in self.changes:
            part = self.times(by, node, "what is taken off" if sign < 0 else "what is added", MONEY)
            node = self.plus(
                [node, part], [1, sign], "the price with it" if sign > 0 else "the price without it", MONEY
            )
        return node

    def _cost_of(self, ask: Ask) -> Node:
        goal = ask.goal
        if goal is None:
            raise Unfit
        entry = Entry(self.number(goal.letter), "", "buy", "gain", goal.thing)
        rates = self._prices(frozenset(["cost", "pay", "buy", "charge", "sell"]))
        money = self._money_of(entry, rates)
        if money is None:
            raise Unfit
        return money
