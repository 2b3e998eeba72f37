"""All of a thing that somebody has, gets or does, and what is left of it."""

from __future__ import annotations

from dataclasses import dataclass

from solver.topics.stories.accounts.ledger import Entry, Rate
from solver.topics.stories.accounts.money import Money
from solver.topics.stories.accounts.values import MONEY, Ask, Thing, covers, related, words_in
from solver.topics.stories.accounts.words import DAYTIME, WEEKDAYS, role_of, same_deed
from solver.topics.stories.school.english.marks import TIME
from solver.topics.stories.school.english.network import Node
from solver.topics.stories.school.working import Unfit

_ANY_DEED = frozenset(["have", "be", "do", "need", "make", "get", "use"])


@dataclass(slots=True)
class Sums(Money):
    """A ledger that can be asked for sums."""

    def total(self, thing: Thing, who: str, ask: Ask, *, strict: bool = False) -> Node:
        """All of a thing that somebody has, gets or does."""
        rates = [r for r in self.rates if (not strict or r.who in ("", who)) and self.his(r.who, who)]
        entries = [
            e
            for e in self.entries
            if not e.asserted
            and (e.who == who if strict and e.role != "time" else self.his(e.who, who))
            and not (e.mirrored and not who)
        ]
        entries = self._then_and_there(entries, thing, who, ask)
        entries = [e for e in entries if e.role != "kept" or e.verb == ask.verb]
        if any(e.role == "kept" for e in entries):
            entries = [e for e in entries if e.role == "kept"]
        if who and any(
            e.who == who and e.role in ("have", "gain") and related(e.thing, thing) for e in entries
        ):
            entries = [e for e in entries if e.who or e.role != "have"]
        if any(r.when - DAYTIME for r in rates if r.per.unit in TIME):
            raise Unfit  # every day, but only at some time
        names = self._names(thing, entries)
        found: list[tuple[Entry, Node]] = []
        for entry in entries:
            usable = [
                r
                for r in rates
                if not any(covers(n, r.thing) for n in names) or self._of_deed(r.verb, ask.verb)
            ]
            found += [(entry, n) for name in names for n in self._measures(entry, name, usable)]
        if not found and thing != MONEY:
            for entry in entries:
                if (
                    entry.role != "time"
                    and (made := self.backwards(entry.node, entry.thing, thing, rates)) is not None
                ):
                    found.append((entry, made))
        deeds = [
            p
            for p in found
            if self._of_deed(p[0].verb, ask.verb) or p[0].role == "time" or p[1] is not p[0].node
        ]
        if ask.verb not in _ANY_DEED:
            found = deeds or found
            if not deeds and len({e.role for e, _ in found}) > 1:
                raise Unfit
        found = [p for p in found if p[0].role != "need" or all(q[0].role in ("need", "time") for q in found)]
        found = self._no_parts_beside_wholes(found)
        roles = {e.role for e, n in found if n is e.node}
        if len(roles) > 1 and not roles <= {"have", "gain"}:
            raise Unfit
        if len({e.role == "time" for e, _ in found}) > 1:
            raise Unfit  # so many, and so many in each of the days
        signs = {e.role for e, _ in found if e.role in ("lose", "gain", "have")}
        if "lose" in signs and len(signs) > 1:
            raise Unfit
        self._same_state_once(found)
        self.one_sort([e for e, n in found if n is e.node])
        return self.plus(
            [n for _, n in found],
            [1] * len(found),
            f"the {thing.many()} altogether" if thing != MONEY else "the money altogether",
            thing,
        )

    def _then_and_there(self, entries: list[Entry], thing: Thing, who: str, ask: Ask) -> list[Entry]:
        """Those of the time and the place that a question names.

        Raises:
            Unfit: it is another day, or none of several places.
        """
        when, where = words_in(ask.tags, "when"), words_in(ask.tags, "where")
        if when and any(e.when for e in entries):
            named = [e for e in entries if e.when & when]
            if not named and when & WEEKDAYS:
                raise Unfit  # of another day
            timed = all(e.when & when for e in entries if e.when)
            entries = (
                entries if timed or not named else [e for e in entries if e.when & when or e.role == "time"]
            )
        owners = {a for a in self.actors if set(a.split()) <= where}
        if owners and not who:
            entries = [e for e in entries if e.who in owners or not e.who]
        elif where and any(e.where & where for e in entries):
            entries = [e for e in entries if not e.where or e.where & where]
        elif where and len({e.where for e in entries if e.where and covers(thing, e.thing)}) > 1:
            raise Unfit
        return entries

    @staticmethod
    def _of_deed(verb: str, asked: str) -> bool:
        return (
            asked in _ANY_DEED
            or same_deed(verb, asked)
            or verb in ("be", "have", "share")
            and role_of(asked) in ("have", "gain")
            or role_of(verb) == "have"
        )

    def _measures(self, entry: Entry, thing: Thing, rates: list[Rate]) -> list[Node]:
        """How much of a thing an entry has; of a time, what is done of several things in it."""
        if entry.role == "part" and thing.words and {*thing.words, *thing.of} <= set(entry.thing.words):
            return [entry.node]
        if covers(thing, entry.thing):
            node = self.measure(entry.node, entry.thing, thing, entry, rates)
            return [] if node is None else [node]
        last = [r for r in rates if covers(thing, r.thing)]
        others = [r for r in rates if not covers(thing, r.thing)]
        if any(
            a is not b and (a.thing, a.per) == (b.thing, b.per) and not entry.thing.unit
            for a in last
            for b in last
        ):
            raise Unfit
        found = [self.measure(entry.node, entry.thing, thing, entry, [r, *others]) for r in last] or [self.measure(entry.node, entry.thing, thing, entry, others)]  # fmt: skip
        nodes = {id(n): n for n in found if n is not None}
        return list(nodes.values())

    def _names(self, thing: Thing, entries: list[Entry]) -> list[Thing]:
        """Under which names the things asked for were told."""
        return [thing]

    @staticmethod
    def _same_state_once(found: list[tuple[Entry, Node]]) -> None:
        """What somebody has at two times is no sum."""
        states = [(e.who, e.thing) for e, _ in found if e.role == "have" and not e.where]
        if len(set(states)) != len(states):
            raise Unfit

    @staticmethod
    def _no_parts_beside_wholes(found: list[tuple[Entry, Node]]) -> list[tuple[Entry, Node]]:
        wholes = [p for p in found if p[0].role != "part"]
        parts = [p for p in found if p[0].role == "part"]
        if not parts:
            return wholes
        if any(
            a is not b
            and a.source is not None
            and related(a.source, b.thing)
            and not related(a.source, b.source or Thing(("?",)))
            for a, _ in parts
            for b, _ in parts
        ):
            raise Unfit  # a part, and a part of that
        if not wholes:
            return parts
        if all(any(e.source is not None and related(e.source, w.thing) for w, _ in wholes) for e, _ in parts):
            return wholes
        raise Unfit

    def left(self, thing: Thing, who: str, ask: Ask) -> Node:
        """What is left of a thing; changes that go on for a time are counted."""
        base = self.balance(thing, who)
        timed = [e for e in self.entries if e.role == "time"]
        for rate in self.rates:
            if rate.per.unit in TIME and covers(thing, rate.thing) and self.his(rate.who, who):
                sign = {"lose": -1, "gain": 1}.get(role_of(rate.verb), 0)
                nodes = [
                    n for e in timed if (n := self.measure(e.node, e.thing, thing, e, [rate])) is not None
                ]
                if len(nodes) != 1 or not sign:
                    raise Unfit
                base = self.plus([base, nodes[0]], [1, sign], f"the {thing.many()} then", thing)
        return base
