"""Answers to questions for what there is, was, came and went."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from solver.topics.stories.school.english.asked_money import AskedMoney
from solver.topics.stories.school.english.asked_parts import OWNED, Candidate
from solver.topics.stories.school.english.asking import Question, dimension, mentions
from solver.topics.stories.school.english.marks import TIME
from solver.topics.stories.school.english.network import Node
from solver.topics.stories.school.english.nouns import Noun
from solver.topics.stories.school.english.things import MONEY, Thing, fits
from solver.topics.stories.school.english.words import (
    BUY,
    CUT,
    DAMAGE,
    DAYTIME,
    DO,
    GAIN,
    GIVE,
    HOLD,
    JOIN,
    LOSE,
    MOVE,
    NEED,
    PAY,
    PUT,
    SHARE,
    WEEKDAYS,
)

_SOUND = frozenset({"good", "whole", "unbroken"})
# Words of a question that choose one of several times.
_WHEN = WEEKDAYS | DAYTIME - {"weekend"} | {"first", "second", "third", "last"}
# Verbs of which what comes of a rate is the object: "12 boxes of 6: how many eggs did she buy?"
_MADE_BY = [*GAIN, *DO, *MOVE, *BUY, *PUT, *HOLD, *JOIN, "be", "save", "need", "earn", "use", *NEED]
_EARNED_BY = ("earn", "make", "get", "be")
_TAKEN_BY = ("collect", "earn", "make", "get", "take", "receive")


class AskedCounts(AskedMoney):
    """Answers to questions for what there is, was, came and went."""

    def _first(self, owner: str, noun: Noun, unit: str) -> Iterator[Candidate]:
        """ "How many did he have at first?"."""
        own, entries = self.stock(owner, noun, unit)
        if not entries:
            return
        starts = [e for e in entries if e.role == "state" and not e.asserted]
        if not starts and not any(e.asserted for e in entries):
            return
        if starts:
            start = starts[0]
        else:
            shown = self.shown(unit, noun)
            node = Node(f"the number of {shown} at first", shown, whole=not unit)
            start = Thing(node, unit, noun, own, "state")
            entries = [start, *entries]
        self.combine(entries, "what is left", start.node.unit)
        yield Candidate(start.node)

    def _left(self, q: Question, owner: str, noun: Noun, unit: str) -> Iterator[Candidate]:
        """ "How many are left?", "how many are left over?"."""
        over = any(i.text == "over" for i in q.said.items)
        for rate in self.packing:
            if fits(rate.num.noun, noun) and rate.num.unit == unit:
                whole = self._stock_node("", noun, unit)
                if whole is not None:
                    yield Candidate(rate.num.node, (whole, rate.num.node), rest=True)
        for share in self.shares:
            if over and fits(share.noun, noun) and share.unit == unit:
                yield Candidate(share.total, (share.total, share.count), rest=True)
        if (self.shares or self.packing) and over:
            return
        _own, entries = self.stock(owner, noun, unit)
        entries = _without_parts(entries)
        needs = [t for t in self.things if t.role == "need" and t.unit == unit and fits(t.noun, noun)]
        what = self._things(noun, unit)
        if len(entries) >= 2:
            yield Candidate(self.combine(entries, f"the {what} left", entries[0].node.unit))
        elif len(entries) == 1 and len(needs) == 1:
            there = entries[0].node
            yield self._less(
                Node(f"the {what} left over", there.unit, whole=there.whole), there, needs[0].node
            )
        yield from self._part_asked(q, noun, unit, rest=True)

    def _stock_node(self, owner: str, noun: Noun, unit: str) -> Node | None:
        """All that there is of it."""
        _, entries = self.stock(owner, noun, unit)
        if not entries:
            return None
        return self.combine(entries, f"the {self._things(noun, unit)} in all", entries[0].node.unit)

    def _total(self, q: Question, owner: str, noun: Noun, unit: str) -> Iterator[Candidate]:
        """ "How many are there altogether?", "how many did they buy?"."""
        such = [t for t in self.things if t.unit == unit and fits(t.noun, noun)]
        gone = q.said.verb in LOSE + PAY + GIVE
        roles = ("lose", "cost") if gone else ("state", "gain", "done", "income")
        found = [t for t in such if t.role in roles and "asked" not in t.when]
        if any(t.asserted for t in found) or not gone and any(t.role in ("lose", "cost") for t in such):
            return
        if not found:
            made = [t for t in such if t.made]
            if len(made) == 1 and q.said.there:
                yield Candidate(made[0].node)
            elif unit == MONEY:
                yield from self._cost(q)
        elif len(found) == 1:
            yield Candidate(found[0].node)
        elif _are_all_of(owner, found):
            yield self._together(self._altogether(found[0].node, noun, unit), found)

    def _altogether(self, like: Node, noun: Noun, unit: str) -> Node:
        return Node(f"the {self._things(noun, unit)} altogether", like.unit, whole=like.whole)

    def _has(self, q: Question, owner: str, noun: Noun, unit: str) -> Iterator[Candidate]:
        """ "How many does he have now?", "how long is the rope?", "how many are there?"."""
        yield from self._part_asked(q, noun, unit)
        asked = [
            t
            for t in self.things
            if t.source is not None and "asked" in t.source.when and t.unit == unit and fits(t.noun, noun)
        ]
        if asked:
            if len(asked) == 1:
                yield Candidate(asked[0].node)
            return
        if dimension(q.head) or q.said.verb == "weigh":
            measured = [t for t in self.things if t.owner == owner and t.unit == unit]
            named = [t for t in measured if t.role == "state"]
            if len(named) == 1:
                yield Candidate(named[0].node)
            elif measured:
                return
            if q.object and owner not in ("", "it"):
                return
        _own, entries = self.stock(owner, noun, unit)
        entries = _without_parts(entries)
        if not entries or any(t.role == "part" and t.source in entries for t in self.things):
            return
        states = [e for e in entries if e.role == "state"]
        if len(states) == len(entries) and sum(not e.asserted for e in states) > 1:
            if q.said.there or q.said.verb == "be" or len({t.clause for t in states}) == 1:
                node = Node(f"the {self._things(noun, unit)} altogether", states[0].node.unit, whole=not unit)
                yield self._together(node, states)
            return
        damaged = any(e.role == "lose" and e.verb in DAMAGE for e in entries)
        if damaged and _SOUND.isdisjoint(noun.words):
            return
        if any(e.role == "done" for e in entries) and len(entries) > 1:
            return
        yield Candidate(self.combine(entries, f"the {self._things(noun, unit)} now", entries[0].node.unit))

    def _did(self, q: Question, owner: str, noun: Noun, unit: str) -> Iterator[Candidate]:
        """ "How many did she sell?", "how much did he earn?", "how many can she make?"."""
        verb = q.said.verb
        same = [
            t
            for t in self.things
            if t.unit == unit
            and (unit or fits(t.noun, noun))
            and t.verb.partition("_")[0] == verb
            and t.role != "one"
            and (owner in ("", "they", t.owner) or not t.owner)
        ]
        if same:
            yield from self._told_with_verb(same, mentions(q.said.items), owner, noun, unit)
            return
        yield from self._part_asked(q, noun, unit)
        made = [t for t in self.things if t.made and t.unit == unit]
        timed = [t for t in made if t.source is not None and t.source.unit in TIME]
        if verb in _EARNED_BY and self._is_all_the_money(timed, unit):
            yield self._together(Node("the money altogether", timed[0].node.unit), timed)
            return
        if len(timed) == 1 and timed[0].verb == verb and fits(timed[0].noun, noun):
            yield Candidate(timed[0].node)
            return
        made = [t for t in made if fits(t.noun, noun)]
        sold = [t for t in made if t.role == "income"]
        if verb in _TAKEN_BY and self._is_all_the_money(sold, unit):
            yield self._together(Node("the money altogether", sold[0].node.unit), sold)
            return
        may_be_used = q.said.modal in ("can", "could") and verb in [*LOSE, "use"]
        if len(made) == 1 and not may_be_used and verb in _MADE_BY:
            yield Candidate(made[0].node)
        elif verb in LOSE + GIVE + DO + SHARE + CUT:
            yield from self._gone(owner, noun, unit)

    def _told_with_verb(
        self, same: Sequence[Thing], when: frozenset[str], owner: str, noun: Noun, unit: str
    ) -> Iterator[Candidate]:
        """What was told with the verb of the question: that of the time that is asked for, or all of it."""
        then = [t for t in same if t.when & when]
        if when & _WHEN and len(same) > 1 and "both" not in when and len(then) != len(same):
            if len(then) == 1:
                yield Candidate(then[0].node)
        elif len(same) == 1:
            yield Candidate(same[0].node)
            _own, entries = self.stock(owner, noun, unit)
            if same[0].node.value is None and same[0] in entries and any(e.asserted for e in entries):
                self.combine(entries, "what there is now", entries[0].node.unit)
        elif not any(
            t.role in OWNED and t not in same and t.unit == unit and fits(t.noun, noun) for t in self.things
        ):
            yield self._together(self._altogether(same[0].node, noun, unit), same)

    def _is_all_the_money(self, some: Sequence[Thing], unit: str) -> bool:
        """Whether several sums were made, and no other money was told of."""
        return (
            unit == MONEY
            and len(some) > 1
            and not any(t.unit == MONEY and t not in some and t.role != "one" for t in self.things)
        )

    def _gone(self, owner: str, noun: Noun, unit: str) -> Iterator[Candidate]:
        """What went, where it was told what there was and what is left."""
        own, entries = self.stock(owner, noun, unit)
        if entries and entries[-1].asserted and all(e.role in ("state", "gain") for e in entries):
            shown = entries[0].node.unit
            node = Node(f"the {self._things(noun, unit)} that went", shown, whole=not unit)
            gone = Thing(node, unit, noun, own, "lose")
            self.combine([*entries[:-1], gone, entries[-1]], "what is left", shown)
            yield Candidate(gone.node)


def _without_parts(entries: Sequence[Thing]) -> list[Thing]:
    """Without what came of parts, which are counted with their whole."""
    return [e for e in entries if e.source is None or e.source.role != "part"]


def _are_all_of(owner: str, found: Sequence[Thing]) -> bool:
    """Whether these belong to the one, or to those, for whom it is asked."""
    if "+" in owner:
        return {t.owner for t in found} == set(owner.split("+"))
    return owner in ("they", "") or all(t.owner in (owner, "") for t in found)
