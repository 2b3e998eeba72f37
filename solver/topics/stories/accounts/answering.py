"""What a question asks of a ledger: one quantity, for which every number of the problem is needed."""

from __future__ import annotations

from dataclasses import dataclass, replace

from solver.topics.stories.accounts.goals import Goals
from solver.topics.stories.accounts.ledger import Entry
from solver.topics.stories.accounts.values import MONEY, Ask, Tag, Thing, covers, related, words_in
from solver.topics.stories.accounts.words import EARN, head_of
from solver.topics.stories.school.english.marks import TIME, UNITS
from solver.topics.stories.school.english.network import Node
from solver.topics.stories.school.working import Unfit, Working


@dataclass(slots=True)
class Account(Goals):
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
        if self.changes and ask.kind not in ("cost", "cost of", "change", "earn"):
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
            thing = self.thing if len(things) != 1 else things.pop()
        match ask.kind:
            case "count":
                return self._count_asked(ask, thing, who), thing
            case "left":
                return (self._money_left(who) if thing == MONEY else self.left(thing, who, ask)), thing
            case "cost":
                return self._changed(self.cost(who, ask.tags)), MONEY
            case "cost of":
                return self._changed(self._cost_of(ask)), MONEY
            case "earn":
                return self._changed(self.income(who, ask.tags)), MONEY
            case "profit":
                both = [self.income(who, ask.tags), self.cost(who, ask.tags)]
                return self.plus(both, [1, -1], "the profit", MONEY), MONEY
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
                second = self.total(thing, who, replace(ask, tags=(Tag("when", ask.other),)))
                return self.plus([first, second], [1, -1], "the difference", thing), thing
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
            return self.cost(who, ask.tags)
        if thing == MONEY and ask.verb in EARN:
            return self.income(who, ask.tags)
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
