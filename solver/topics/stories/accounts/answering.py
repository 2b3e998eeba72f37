"""What a question asks of a ledger: one quantity, for which every number of the problem is needed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from solver.topics.stories.accounts.ledger import Entry, Rate
from solver.topics.stories.accounts.telling import Teller, words_in
from solver.topics.stories.accounts.values import MONEY, Amount, Ask, Tag, Thing, covers, related
from solver.topics.stories.accounts.words import BUY, DAYTIME, EARN, KINDS, SELL, head_of, role_of, same_deed
from solver.topics.stories.school.english.marks import SCALES, TIME, UNITS
from solver.topics.stories.school.english.network import Node
from solver.topics.stories.school.working import Unfit, Working

_ANY_DEED = frozenset("have be do need make get use".split())


@dataclass(slots=True)
class Account(Teller):
    """A ledger that can be asked."""

    def ask(self, ask: Ask) -> Working:
        """The working of the answer.

        Raises:
            Unfit: it is not told, not of one value, or a number of the problem is not needed for it.
        """
        spare = self.spare
        for mod in ask.mods:
            self._span(ask, mod.letter, mod.thing, spare)
        things = {e.thing.head for e in self.entries} | {r.per.head for r in self.rates}
        counted = (
            ask.who and ask.who not in self.actors and head_of(ask.who.split()[-1].split("#")[0]) in things
        )
        who = self.who(ask.who) if ask.who and not counted else ""
        if words_in(ask.tags, "where") & UNITS.keys():
            raise Unfit  # in another unit
        sizes = {e.thing.of for e in self.entries if e.thing.words == ("size",) and e.thing.of}
        if len(sizes) > 1:
            raise Unfit
        if not who:
            words = words_in(ask.tags, "where")
            who = "+".join(
                sorted(
                    a
                    for a in self.actors
                    if words and set(a.split()) <= words and any(e.who == a for e in self.entries)
                )
            )
        known = {e.who for e in self.entries} | {r.who for r in self.rates}
        if "+" in who and not set(who.split("+")) <= known and who not in known:
            raise Unfit
        wanted = [(e.who, e.thing) for e in self.entries if e.role == "need"]
        if any(a[0] != b[0] and related(a[1], b[1]) for a in wanted for b in wanted):
            raise Unfit  # what one wants and another one wants
        node, thing = self._asked(ask, who)
        if self.changes:
            if ask.kind not in ("cost", "cost of", "change", "earn"):
                raise Unfit
        self.net.propagate()
        if node.value is None and self.net.eliminate(lambda name: Node(name, self.shown(thing))):
            self.net.propagate()
        if node.value is None:
            raise Unfit
        used = self.net.letters(node)
        if any(e.role == "time" and id(e) not in self.touched for e in self.entries):
            raise Unfit
        if used | spare != self.marks.letters or node.by is None or node.letter:
            raise Unfit
        if self.whole(thing) and node.value.denominator != 1:
            raise Unfit
        if set(self.marks.currencies.values()) & {"cent", "penny"} and thing == MONEY and node.value > 100:
            raise Unfit
        work = Working(language="en")
        term = self.net.emit(node, work)
        if term.made is None:
            raise Unfit
        work.give(term, self.shown(thing), "the answer")
        return work

    def _span(self, ask: Ask, letter: str, thing: Thing, spare: set[str]) -> None:
        """ "In 5 days", "a week", "for the 3 friends": how long, or for how many, it is asked."""
        value = self.number(letter).value
        same = [e for e in self.entries if e.thing.head == thing.head and e.role != "time"]
        if letter and any(e.node.value == value and e.node.letter for e in same):
            spare.add(letter)  # those that were told of
            return
        if same and not thing.unit:
            raise Unfit
        if thing.unit in TIME and not any(r.per.unit in TIME for r in self.rates):
            if not letter:
                if thing.unit == "day" and any(e.when for e in self.entries):
                    return
                raise Unfit
        elif thing.unit in TIME or any(related(r.per, thing) for r in self.rates):
            if letter and thing.unit in TIME and any(e.thing.unit == thing.unit for e in self.entries):
                raise Unfit
            self.entries.append(Entry(self.number(letter), "", "last", "time", thing, sentence=self.sentence))
            return
        if not letter:
            return
        if value in (
            len({e.when for e in self.entries if e.when}),
            len({e.who for e in self.entries if e.who}),
        ):
            spare.add(letter)
            return
        raise Unfit

    def _asked(self, ask: Ask, who: str) -> tuple[Node, Thing]:
        thing = ask.thing
        if thing.words in (("age",), ("size",)) and any(t.kind == "when" for t in ask.tags):
            raise Unfit
        if not thing and ask.kind in ("left", "first", "count"):
            things = {e.thing for e in self.entries if e.thing != MONEY and not e.thing.unit}
            if len(things) != 1:
                thing = self.thing
            else:
                thing = things.pop()
        match ask.kind:
            case "count":
                return self._count_asked(ask, thing, who), thing
            case "left":
                return (self._money_left(who) if thing == MONEY else self.left(thing, who, ask)), thing
            case "cost":
                return self._changed(self.cost(who)), MONEY
            case "cost of":
                return self._changed(self._cost_of(ask)), MONEY
            case "earn":
                return self._changed(self.income(who)), MONEY
            case "profit":
                return self.plus([self.income(who), self.cost(who)], [1, -1], "the profit", MONEY), MONEY
            case "change":
                return self._change(who), MONEY
            case "more":
                other = self.who(ask.other)
                if who == other:
                    raise Unfit
                return self.plus(
                    [self._his(ask, thing, who), self._his(ask, thing, other)],
                    [1, -1],
                    "the difference",
                    thing,
                ), thing
            case "more of":
                first, second = self.total(thing, who, ask), self.total(ask.other_thing, who, ask)
                return self.plus([first, second], [1, -1], "the difference", thing), thing
            case "more spent":
                return self.plus(
                    [self._spent_on(thing, who), self._spent_on(ask.other_thing, who)],
                    [1, -1],
                    "the difference",
                    MONEY,
                ), MONEY
            case "more when":
                first = self.total(thing, who, ask)
                other = self.total(thing, who, replace(ask, tags=(Tag("when", ask.other),)))
                return self.plus([first, other], [1, -1], "the difference", thing), thing
            case "needed":
                return self._needed(ask, thing, who), thing
            case "each":
                return self._for_each(ask, thing), thing
            case "takes":
                return self._takes(ask, thing, who)
            case "first":
                return self._first(thing, who), thing
            case "measure":
                return self._measured(ask, who)
        raise Unfit

    # -- sums --------------------------------------------------------------------------------------

    def _count_asked(self, ask: Ask, thing: Thing, who: str) -> Node:
        if any(t.kind == "left" for t in ask.tags):
            return self.left(thing, who, ask)
        if ask.verb in ("have", "own", "be") and not any(t.kind == "when" for t in ask.tags):
            stock = [
                e
                for e in self.entries
                if e.role == "lose" and self.his(e.who, who) and related(thing, e.thing)
            ]
            if stock:
                return self.left(thing, who, ask)
        return self.total(thing, who, ask)

    def _his(self, ask: Ask, thing: Thing, who: str) -> Node:
        if thing == MONEY and ask.verb in ("spend", "pay"):
            return self.cost(who)
        if thing == MONEY and ask.verb in EARN:
            return self.income(who)
        if any(e.role == "lose" and e.who == who for e in self.entries) and ask.verb == "have":
            return self.balance(thing, who)
        found = [e for e in self.entries if e.who == who and covers(thing, e.thing)]
        if (
            not found
            and not any(r.who == who for r in self.rates)
            and not any(e.who == who for e in self.entries)
        ):
            raise Unfit
        return self.total(thing, who, ask, strict=True)

    def total(self, thing: Thing, who: str, ask: Ask, *, strict: bool = False) -> Node:
        """All of a thing that somebody has, gets or does."""
        when, where = words_in(ask.tags, "when"), words_in(ask.tags, "where")
        rates = [r for r in self.rates if (not strict or r.who in ("", who)) and self.his(r.who, who)]
        entries = [
            e
            for e in self.entries
            if not e.asserted
            and (e.who == who if strict and e.role != "time" else self.his(e.who, who))
            and not (e.mirrored and not who)
        ]
        if when and any(e.when for e in entries):
            named = [e for e in entries if e.when & when]
            timed = all(e.when & when for e in entries if e.when)
            entries = (
                entries if timed or not named else [e for e in entries if e.when & when or e.role == "time"]
            )
        named = {a for a in self.actors if set(a.split()) <= where}
        if named and not who:
            entries = [e for e in entries if e.who in named or not e.who]
        elif where and any(e.where & where for e in entries):
            entries = [e for e in entries if not e.where or e.where & where]
        elif where and len({e.where for e in entries if e.where and covers(thing, e.thing)}) > 1:
            raise Unfit
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

    @staticmethod
    def _of_deed(verb: str, asked: str) -> bool:
        return (
            asked in _ANY_DEED
            or same_deed(verb, asked)
            or verb in ("be", "have", "share")
            and role_of(asked) in ("have", "gain")
            or role_of(verb) == "have"
        )

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

    # -- money -------------------------------------------------------------------------------------

    def _prices(self, roles: frozenset[str]) -> list[Rate]:
        plain = [r for r in self.rates if r.thing != MONEY]
        return [*plain, *(r for r in self.rates if r.thing == MONEY and r.verb in roles)]

    def cost(self, who: str) -> Node:
        """What is paid by somebody."""
        rates = self._prices(frozenset("cost pay spend buy charge need rent use".split()))
        parts: list[Node] = []
        priced: list[Rate] = []
        for entry in self.entries:
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
        counted = {id(r) for r in priced}
        for rate in rates:
            if rate.thing == MONEY and id(rate) not in counted and rate.per.unit not in TIME:
                used = any(self._reaches(e, rate, rates) for e in self.entries)
                if not used:
                    if (
                        any(e.price or e.paid for e in self.entries)
                        or any(
                            self._reaches(e, r, rates)
                            for e in self.entries
                            for r in rates
                            if r.thing == MONEY
                        )
                        or not rate.per.words
                    ):
                        raise Unfit
                    parts.append(rate.node)
        return self.plus(parts, [1] * len(parts), "the total cost", MONEY)

    def _spent_on(self, thing: Thing, who: str) -> Node:
        rates = self._prices(frozenset("cost pay spend buy charge sell".split()))
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

    def income(self, who: str) -> Node:
        """What somebody takes in."""
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
        for entry in self.entries:
            if not self.his(entry.who, who) or entry.asserted:
                continue
            if entry.thing == MONEY:
                if entry.verb in EARN and (not entry.mirrored or who):
                    parts.append(entry.node)
                elif entry.role in ("lose", "do") and entry.verb not in ("spend", "pay", "invest"):
                    raise Unfit
                continue
            if sells and entry.verb not in SELL and not entry.role == "time":
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
        rates = self._prices(frozenset("cost pay buy charge sell".split()))
        money = self._money_of(entry, rates)
        if money is None:
            raise Unfit
        return money

    # -- goals -------------------------------------------------------------------------------------

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

    def _goal_entry(self, goal: Amount | None, who: str, thing: Thing = Thing()) -> Entry | None:
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


_ = (Fraction, KINDS, SCALES)
