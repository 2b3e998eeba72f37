"""What there is in a ledger: balances, what is told twice, and what came of changes."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

from solver.topics.stories.accounts.ledger import Entry, Ledger, Rate
from solver.topics.stories.accounts.values import (
    MONEY,
    Amount,
    Ask,
    Thing,
    covers,
    related,
)
from solver.topics.stories.accounts.words import DONE_WITH, MADE, role_of, same_deed
from solver.topics.stories.school.english.marks import TIME
from solver.topics.stories.school.english.network import Node
from solver.topics.stories.school.working import Unfit


@dataclass(slots=True)
class Stock(Ledger):
    """A ledger that knows what there is."""

    question: Ask | None = None
    moment: frozenset[str] = frozenset()
    moment_of: int = -1

    def label(self, who: str, verb: str, thing: Thing) -> str:
        what = (
            "the money"
            if thing == MONEY
            else f"the {self.shown(thing)}"
            if self.shown(thing)
            else f"the {thing.head}"
        )
        owner = " and ".join(
            " ".join(w.capitalize() if w in self.marks.names else w for w in one.split())
            for one in who.split("+")
        )
        return f"{what} of {owner}" if owner and owner not in ("they", "you") else what

    def _asserts(self, entry: Entry, left: bool) -> bool:
        """Whether "has 7" tells what came of changes."""
        changed = [
            e
            for e in self.entries
            if e.role in ("lose", "gain")
            and e.who == entry.who
            and related(e.thing, entry.thing)
            and not e.mirrored
        ]
        return left or bool(changed) and entry.who != "" and bool(self.subject)

    def _assert(self, entry: Entry) -> None:
        stock = [
            e
            for e in self.entries
            if self.his(e.who, entry.who)
            and related(e.thing, entry.thing)
            and e.role in ("have", "gain", "lose")
        ]
        if not any(e.role == "have" for e in stock) and not any(e.role == "gain" for e in stock):
            start = Entry(
                self.node(f"{self.label(entry.who, 'have', entry.thing)} at first", entry.thing),
                entry.who,
                "have",
                "have",
                entry.thing,
            )
            self.entries.insert(0, start)
        self._unknown_change(entry)
        before = self.balance(entry.thing, entry.who)
        self.net.sum(before, [entry.node], [1])
        entry.asserted = True
        self.entries.append(entry)

    def _unknown_change(self, entry: Entry) -> None:
        """What is asked for went (or came) before so many were left."""
        ask = self.question
        if (
            ask is None
            or ask.kind != "count"
            or role_of(ask.verb) not in ("lose", "gain")
            or not related(ask.thing or entry.thing, entry.thing)
        ):
            return
        if any(same_deed(e.verb, ask.verb) and related(e.thing, entry.thing) for e in self.entries):
            return
        thing = ask.thing or entry.thing
        self.entries.append(
            Entry(
                self.node(f"the {thing.many()} asked for", thing),
                entry.who,
                ask.verb,
                role_of(ask.verb),
                thing,
                sentence=self.sentence,
            )
        )

    def _fill(self, entry: Entry, amount: Amount) -> bool:
        """Whether an amount was spoken of before it is told: it is that then."""
        if amount.form in ("f", "rest", "some"):
            return False
        again = [
            e
            for e in self.entries
            if e.compared
            and not amount.again
            and amount.form in ("n", "m")
            and e.who == entry.who
            and e.thing == entry.thing
            and e.when == entry.when
            and e.verb == entry.verb
        ]
        if len(again) == 1 and entry.node.letter:
            self.net.sum(again[0].node, [entry.node], [1])
            again[0].compared = False
            return True
        found = [
            e
            for e in self.entries
            if e.open
            and e.who == entry.who
            and covers(e.thing, entry.thing)
            and (e.when == entry.when or not e.when)
            and (same_deed(e.verb, entry.verb) or e.role == entry.role)
        ]
        if len(found) != 1:
            return False
        one = found[0]
        if one.node is entry.node:
            raise Unfit
        self.net.sum(one.node, [entry.node], [1])
        one.open, one.verb, one.role, one.thing = False, entry.verb, entry.role, entry.thing
        one.holds, one.price, one.paid, one.when = entry.holds, entry.price, entry.paid, entry.when
        return True

    def balance(self, thing: Thing, who: str, before: int | None = None) -> Node:
        """What there is of a thing now: what there was, and came, less what went."""
        parts: list[Node] = []
        signs: list[int] = []
        seen: list[Entry] = []
        entries = self.entries if before is None else self.entries[:before]
        mine = bool(who) and any(
            e.who == who and e.role in ("have", "gain") and related(e.thing, thing) for e in entries
        )
        stocked = any(e.role in ("have", "gain", "need") or e.holds for e in entries if self.his(e.who, who))
        for entry in entries:
            if mine and not entry.who and entry.role == "have":
                continue
            if (
                entry.asserted
                or entry.role in ("time",)
                or not self.his(entry.who, who)
                or entry.mirrored
                and not who
            ):
                continue
            if (
                entry.role == "part"
                and covers(thing, entry.thing)
                and entry.source is not None
                and covers(thing, entry.source)
            ):
                continue
            sign = {"have": 1, "gain": 1, "lose": -1, "part": 1}.get(entry.role, 0)
            found = self.measure(entry.node, entry.thing, thing, entry, self._plain_rates())
            if (
                found is None
                and self.measure(entry.node, entry.thing, thing, entry, self._deeds()) is not None
            ):
                raise Unfit  # each of 20 customers buys 15: whose are they?
            if entry.role == "do":
                sign = 1 if found is not entry.node else -1 if entry.verb in DONE_WITH and stocked else 2
            if entry.role == "need":
                sign = (
                    1 if not any(e.role == "have" and related(e.thing, entry.thing) for e in entries) else 0
                )
            if found is None or not sign:
                continue
            if entry.verb in MADE and any(
                s > 0 and e.role == "have" for s, e in zip(signs, seen, strict=True)
            ):
                raise Unfit  # 3 kg of the rice that there is, or 3 kg more?
            if sign == 2:
                raise Unfit
            parts.append(found)
            signs.append(sign)
            seen.append(entry)
        self.one_sort(seen)
        holders = {e.who for e in seen if e.role == "have"}
        if holders and not who and {e.who for e in seen if e.role == "gain" and e.who} - holders:
            raise Unfit  # what somebody else got is not there
        return self.plus(parts, signs, f"{self.label(who, 'have', thing)} then", thing)

    def _plain_rates(self) -> list[Rate]:
        """Rates of what holds what; none of what is done in a time, none of prices."""
        return [r for r in self._deeds() if not r.verb or role_of(r.verb) == "have"]

    def _deeds(self) -> list[Rate]:
        """Rates of what is not done in a time, and not paid."""
        return [r for r in self.rates if r.thing != MONEY and r.per.unit not in TIME and not r.bulk]

    @staticmethod
    def one_sort(entries: list[Entry]) -> None:
        """What one has of a thing, and of a kind of it, is no sum: 60 chips, 34 red chips."""
        for a, b in itertools.permutations([e for e in entries if e.role in ("have", "gain")], 2):
            if a.who == b.who and a.thing != b.thing and covers(a.thing, b.thing):
                raise Unfit
