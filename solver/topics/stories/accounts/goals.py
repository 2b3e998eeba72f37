"""What is still needed, what each gets, how long it takes."""

from __future__ import annotations

from dataclasses import dataclass

from solver.topics.stories.accounts.ledger import Entry
from solver.topics.stories.accounts.sums import Sums
from solver.topics.stories.accounts.values import MONEY, NO_THING, Amount, Ask, Thing, covers, related
from solver.topics.stories.school.english.network import Node
from solver.topics.stories.school.working import Unfit


@dataclass(slots=True)
class Goals(Sums):
    """A ledger that can be asked for what is not there yet."""

    def _goal(self, thing: Thing, who: str) -> Node:
        wanted = [e for e in self.entries if e.role == "need" and covers(thing, e.thing)]
        if len(wanted) == 1:
            return wanted[0].node
        if thing == MONEY and not wanted:
            prices = [r for r in self.rates if r.thing == MONEY and r.verb == "cost"]
            needed = [e for e in self.entries if e.role in ("need", "gain") and e.thing != MONEY]
            if needed:
                return self.cost("")
            if len(prices) == 1 and prices[0].per.words:
                return prices[0].node
        raise Unfit

    def _needed(self, ask: Ask, thing: Thing, who: str) -> Node:
        goal = self._goal(thing, who)
        kept = self.entries
        self.entries = [e for e in kept if e.role != "need" and not (thing == MONEY and e.thing != MONEY)]
        try:
            if thing == MONEY:
                had = [
                    e
                    for e in self.entries
                    if e.thing == MONEY and self.his(e.who, who) and not (e.mirrored and not who)
                ]
                if not had or any(e.role not in ("have", "gain") for e in had):
                    raise Unfit
                has = self.plus([e.node for e in had], [1] * len(had), "the money that there is", MONEY)
            else:
                has = self.total(thing, who, Ask("count", thing, verb="do"))
        finally:
            self.entries = kept
        return self.plus([goal, has], [1, -1], "what is still needed", thing)

    def _for_each(self, ask: Ask, thing: Thing) -> Node:
        shared = [r for r in self.rates if r.verb == "share" and covers(thing, r.thing)]
        if len(shared) == 1 and (not ask.other_thing or related(ask.other_thing, shared[0].per)):
            return shared[0].node
        if shared:
            raise Unfit
        if not ask.other_thing:
            raise Unfit
        among = [e for e in self.entries if related(ask.other_thing, e.thing)]
        if len(among) != 1:
            raise Unfit
        kept = self.entries
        self.entries = [e for e in kept if e is not among[0]]
        try:
            total = self.cost("") if thing == MONEY else self.balance(thing, "")
        finally:
            self.entries = kept
        return self.over(total, among[0].node, f"the {thing.many()} for each", thing)

    def _takes(self, ask: Ask, thing: Thing, who: str) -> tuple[Node, Thing]:
        """How many (days, boxes) it takes: the goal by what one does or has."""
        rates = [
            r
            for r in self.rates
            if not thing or r.per.unit and r.per.unit == thing.unit or thing.words and related(thing, r.per)
        ]
        direct = [r for r in self.rates if (not thing or covers(thing, r.thing)) and r.verb == "take"]
        goal = ask.goal
        if direct and goal is not None:
            entry = self._goal_entry(goal, who)
            if entry is None:
                raise Unfit
            want = thing or direct[0].thing
            node = self.measure(entry.node, entry.thing, want, entry, self.rates)
            if node is None:
                raise Unfit
            return node, want
        if len(rates) != 1:
            raise Unfit
        rate = rates[0]
        entry = self._goal_entry(goal, who, rate.thing)
        if entry is None:
            raise Unfit
        amount = self.measure(
            entry.node, entry.thing, rate.thing, entry, [r for r in self.rates if r is not rate]
        )
        if amount is None:
            raise Unfit
        want = thing or rate.per
        return self.over(amount, rate.node, f"the {want.many()}", want), want

    def _goal_entry(self, goal: Amount | None, who: str, thing: Thing = NO_THING) -> Entry | None:
        if goal is not None and goal.form == "n":
            holds = tuple((self.number(m.letter), m.thing) for m in goal.mods if m.kind == "holds")
            if len(holds) != len(goal.mods):
                raise Unfit
            made = Entry(self.number(goal.letter), "", "need", "need", goal.thing or thing, holds=holds)
            return made if made.thing else None
        if goal is not None and goal.form not in ("all",):
            raise Unfit
        named = goal.thing if goal is not None and goal.thing else thing
        found = [
            e
            for e in self.entries
            if e.role in ("have", "need", "gain")
            and (
                covers(named, e.thing)
                or any(covers(named, t) for _, t in e.holds)
                or any(covers(named, r.thing) and related(r.per, e.thing) for r in self.rates)
            )
        ]
        return found[0] if len(found) == 1 else None

    def _first(self, thing: Thing, who: str) -> Node:
        found = [
            e
            for e in self.entries
            if e.role in ("have", "gain")
            and not e.asserted
            and covers(thing, e.thing)
            and self.his(e.who, who)
            and e.node.value is None
            and not e.mirrored
        ]
        if len(found) != 1:
            raise Unfit
        return found[0].node

    def _measured(self, ask: Ask, who: str) -> tuple[Node, Thing]:
        """How far, how long: the sum of what is of that dimension."""
        kinds = {"distance": ("mile", "km", "m", "foot", "yard"), "time": ("hour", "minute", "second", "day")}
        units = [e.thing.unit for e in self.entries if e.thing.unit] + [
            r.thing.unit for r in self.rates if r.thing.unit
        ]
        for names in kinds.values():
            told = list(dict.fromkeys(u for u in units if u in names))
            if (
                told
                and ask.verb
                in (
                    "run",
                    "walk",
                    "drive",
                    "travel",
                    "swim",
                    "bike",
                    "ride",
                    "jog",
                    "hike",
                    "cover",
                    "fly",
                    "do",
                )
                and names[0] == "mile"
                and len(told) == 1
            ):
                return self.total(Thing(unit=told[0]), who, ask), Thing(unit=told[0])
        raise Unfit
