"""Answers to questions for what there is, was, came and went."""

from __future__ import annotations

from collections.abc import Iterator

from solver.topics.stories.school.english.asked_parts import OWNED, AskedParts, Candidate
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


class AskedCounts(AskedParts):
    """Answers to questions for what there is, was, came and went."""

    def _cost(self, q: Question, owner: str) -> Iterator[Candidate]:
        raise NotImplementedError

    def _first(self, owner: str, noun: Noun, unit: str) -> Iterator[Candidate]:
        own, entries = self.stock(owner, noun, unit)
        if not entries:
            return
        starts = [e for e in entries if e.role == "state" and not e.asserted]
        if not starts:
            if not any(e.asserted for e in entries) or any(
                e.role == "gain" and e is entries[0] and False for e in entries
            ):
                return
            start = Thing(
                Node(
                    f"the number of {self.shown(unit, noun)} at first", self.shown(unit, noun), whole=not unit
                ),
                unit,
                noun,
                own,
                "state",
            )
            entries = [start, *entries]
        else:
            start = starts[0]
        self.combine(entries, "what is left", start.node.unit)
        yield Candidate(start.node)

    def _left(self, q: Question, owner: str, noun: Noun, unit: str) -> Iterator[Candidate]:
        texts = {i.text for i in q.said.items}
        for rate in self.packing:
            if fits(rate.num.noun, noun) and rate.num.unit == unit:
                whole = self._stock_node("", noun, unit)
                if whole is not None:
                    yield Candidate(rate.num.node, (whole, rate.num.node), rest=True)
        for share in self.shares:
            if "over" in texts and fits(share.noun, noun) and share.unit == unit:
                yield Candidate(share.total, (share.total, share.count), rest=True)
        if (self.shares or self.packing) and "over" in texts:
            return
        _own, entries = self.stock(owner, noun, unit)
        entries = self._without_asked(entries)
        needs = [t for t in self.things if t.role == "need" and t.unit == unit and fits(t.noun, noun)]
        if len(entries) >= 2:
            yield Candidate(
                self.combine(entries, f"the {self._things(noun, unit)} left", entries[0].node.unit)
            )
        elif len(entries) == 1 and len(needs) == 1:
            yield Candidate(
                self.net.sum(
                    Node(
                        f"the {self._things(noun, unit)} left over",
                        entries[0].node.unit,
                        whole=entries[0].node.whole,
                    ),
                    [entries[0].node, needs[0].node],
                    [1, -1],
                )
            )
        yield from self._part_asked(q, noun, unit, rest=True)

    def _without_asked(self, entries: list[Thing]) -> list[Thing]:
        return [e for e in entries if not (e.source is not None and e.source.role == "part")]

    def _stock_node(self, owner: str, noun: Noun, unit: str) -> Node | None:
        _, entries = self.stock(owner, noun, unit)
        return (
            self.combine(entries, f"the {self._things(noun, unit)} in all", entries[0].node.unit)
            if entries
            else None
        )

    def _total(self, q: Question, owner: str, noun: Noun, unit: str) -> Iterator[Candidate]:
        roles = (
            ("state", "gain", "done", "income") if q.said.verb not in LOSE + PAY + GIVE else ("lose", "cost")
        )
        found = [t for t in self.things if t.role in roles and t.unit == unit and fits(t.noun, noun)]
        found = [t for t in found if "asked" not in t.when]
        if any(t.asserted for t in found):
            return
        away = [
            t for t in self.things if t.role in ("lose", "cost") and t.unit == unit and fits(t.noun, noun)
        ]
        if away and "lose" not in roles:
            return
        made = [t for t in self.things if t.made and t.unit == unit and fits(t.noun, noun)]
        if not found and len(made) == 1 and q.said.there:
            yield Candidate(made[0].node)
            return
        if not found and unit == MONEY:
            yield from self._cost(q, owner)
            return
        if not found:
            return
        if len(found) == 1:
            yield Candidate(found[0].node)
            return
        if owner in ("they", "") or "+" in owner:
            if "+" in owner and {t.owner for t in found} != set(owner.split("+")):
                return
        elif any(t.owner not in (owner, "") for t in found):
            return
        node = Node(
            f"the {self._things(noun, unit)} altogether", found[0].node.unit, whole=found[0].node.whole
        )
        yield Candidate(self.net.sum(node, [t.node for t in found]), summands=len(found))

    def _has(self, q: Question, owner: str, noun: Noun, unit: str) -> Iterator[Candidate]:
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
            named = [t for t in self.things if t.owner == owner and t.unit == unit and t.role == "state"]
            if len(named) == 1:
                yield Candidate(named[0].node)
            elif any(t.owner == owner and t.unit == unit for t in self.things):
                return
            if q.object and owner not in ("", "it"):
                return
        _own, entries = self.stock(owner, noun, unit)
        entries = self._without_asked(entries)
        if not entries:
            return
        if any(t.role == "part" and t.source in entries for t in self.things):
            return
        if sum(e.role == "state" and not e.asserted for e in entries) > 1:
            states = [e for e in entries if e.role == "state"]
            if len(states) == len(entries) and (
                q.said.there or q.said.verb == "be" or len({t.clause for t in states}) == 1
            ):
                node = Node(f"the {self._things(noun, unit)} altogether", states[0].node.unit, whole=not unit)
                yield Candidate(self.net.sum(node, [t.node for t in states]), summands=len(states))
                return
            if len(states) == len(entries):
                return
        if any(e.role == "lose" and e.verb in DAMAGE for e in entries) and not set(noun.words) & {
            "good",
            "whole",
            "unbroken",
        }:
            return
        if any(e.role == "done" for e in entries) and len(entries) > 1:
            return
        yield Candidate(self.combine(entries, f"the {self._things(noun, unit)} now", entries[0].node.unit))

    def _did(self, q: Question, owner: str, noun: Noun, unit: str) -> Iterator[Candidate]:
        said = q.said
        verb = said.verb
        same = [
            t for t in self.things
            if t.unit == unit and (unit or fits(t.noun, noun)) and t.verb.partition("_")[0] == verb and t.role != "one" and (owner in ("", "they", t.owner) or not t.owner)
        ]  # fmt: skip
        when = mentions(said.items)
        if same:
            narrowed = [t for t in same if t.when & when] if when else []
            if (
                when & (WEEKDAYS | DAYTIME - {"weekend"} | {"first", "second", "third", "last"})
                and len(same) > 1
                and "both" not in when
                and len(narrowed) != len(same)
            ):
                if len(narrowed) == 1:
                    yield Candidate(narrowed[0].node)
            elif len(same) == 1:
                yield Candidate(same[0].node)
                own, entries = self.stock(owner, noun, unit)
                if same[0].node.value is None and same[0] in entries and any(e.asserted for e in entries):
                    self.combine(entries, "what there is now", entries[0].node.unit)
            else:
                node = Node(
                    f"the {self._things(noun, unit)} altogether", same[0].node.unit, whole=same[0].node.whole
                )
                if not any(
                    t.role in OWNED and t not in same and t.unit == unit and fits(t.noun, noun)
                    for t in self.things
                ):
                    yield Candidate(self.net.sum(node, [t.node for t in same]), summands=len(same))
            return
        yield from self._part_asked(q, noun, unit)
        timed = [
            t
            for t in self.things
            if t.made and t.unit == unit and t.source is not None and t.source.unit in TIME
        ]
        if (
            unit == MONEY
            and len(timed) > 1
            and verb in ("earn", "make", "get", "be")
            and not any(t.unit == MONEY and t not in timed and t.role != "one" for t in self.things)
        ):
            yield Candidate(
                self.net.sum(Node("the money altogether", timed[0].node.unit), [t.node for t in timed]),
                summands=len(timed),
            )
            return
        if len(timed) == 1 and timed[0].verb == verb and fits(timed[0].noun, noun):
            yield Candidate(timed[0].node)
            return
        made = [t for t in self.things if t.made and t.unit == unit and fits(t.noun, noun)]
        sold = [t for t in made if t.role == "income"]
        if (
            unit == MONEY
            and len(sold) > 1
            and verb in ("collect", "earn", "make", "get", "take", "receive")
            and not any(t.unit == MONEY and t not in sold and t.role != "one" for t in self.things)
        ):
            yield Candidate(
                self.net.sum(Node("the money altogether", sold[0].node.unit), [t.node for t in sold]),
                summands=len(sold),
            )
            return
        if (
            len(made) == 1
            and not (said.modal in ("can", "could") and verb in [*LOSE, "use"])
            and verb
            in GAIN + DO + MOVE + BUY + PUT + HOLD + JOIN + ["be", "save", "need", "earn", "use"] + NEED
        ):
            yield Candidate(made[0].node)
        elif verb in LOSE + GIVE + DO + SHARE + CUT:
            own, entries = self.stock(owner, noun, unit)
            if entries and entries[-1].asserted and all(e.role in ("state", "gain") for e in entries):
                gone = Thing(
                    Node(f"the {self._things(noun, unit)} that went", entries[0].node.unit, whole=not unit),
                    unit,
                    noun,
                    own,
                    "lose",
                )
                self.combine([*entries[:-1], gone, entries[-1]], "what is left", entries[0].node.unit)
                yield Candidate(gone.node)
