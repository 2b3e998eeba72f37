"""Answers to questions for parts of a whole and for differences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from solver.topics.stories.school.english.asking import Question, dimension, mentions
from solver.topics.stories.school.english.marks import SCALES, TIME
from solver.topics.stories.school.english.network import Node
from solver.topics.stories.school.english.nouns import Noun
from solver.topics.stories.school.english.telling import Telling
from solver.topics.stories.school.english.things import MONEY, Thing, fits
from solver.topics.stories.word_problems.english.lexicon import contrary, opposite, stem

CONTRARY = [
    set(p.split())
    for p in (
        "ill healthy",
        "sick healthy",
        "bad good",
        "rotten good",
        "broken whole",
        "broken good",
        "absent present",
        "ill present",
        "wrong right",
        "wrong correct",
        "green ripe",
        "ripe unripe",
        "open closed",
    )
]


OWNED = ("state", "gain", "lose", "done", "cost", "income")


@dataclass(slots=True)
class Candidate:
    """A quantity that may be what is asked for; `divided`: how many times one goes into another, rounded as the question says."""

    node: Node
    divided: tuple[Node, Node] | None = None
    up: bool | None = None
    rest: bool = False
    summands: int = 0


class AskedParts(Telling):
    """Answers to questions for parts of a whole and for differences."""

    def _less(self, node: Node, all_of_it: Node, gone: Node) -> Candidate:
        """A difference, by this node."""
        return Candidate(self.net.sum(node, [all_of_it, gone], [1, -1]))

    def _together(self, node: Node, things: Sequence[Thing]) -> Candidate:
        """A sum, by this node; the question may name the number of its summands ("all 3 of them")."""
        return Candidate(self.net.sum(node, [t.node for t in things]), summands=len(things))

    def _unit(self, q: Question) -> str:
        if q.unit:
            return q.unit
        if q.head == "much" and not q.noun.words:
            if q.said.verb == "weigh":
                return self.units.get("mass", "")
            if q.said.verb in ("hold", "contain"):
                return self.units.get("volume", "")
            return MONEY
        if q.head == "much":
            return next(
                (
                    t.unit
                    for t in self.things
                    if t.unit in SCALES and t.unit not in TIME and fits(t.noun, q.noun)
                ),
                "",
            )
        if kind := dimension(q.head):
            return self.units.get(kind, "") or self.units.get("imperial " + kind, "")
        return ""

    def _not_part(self, q: Question) -> Iterator[Candidate]:
        """ "How many do not wear glasses?"."""
        parts = [t for t in self.things if t.role == "part"]
        words = {stem(w) for w in mentions(q.said.items)} | (
            {stem(q.said.form)} if q.said.verb != "be" else set()
        )
        if (
            len(parts) == 1
            and parts[0].source is not None
            and {stem(w) for w in parts[0].desc.split()} == words
        ):
            yield Candidate(self._rest(parts[0].source, "those that are left"))

    def _difference(self, q: Question, noun: Noun, unit: str) -> Iterator[Candidate]:
        assert q.sides is not None
        price = (
            q.said.verb == "cost"
            or unit == MONEY
            and not any(t.role in OWNED and t.unit == MONEY for t in self.things)
        )
        if q.head == "much" and not noun.words and not unit:
            unit = next((t.unit for t in self.things if t.unit in SCALES and t.unit not in TIME), "")
        found = []
        for np in q.sides:
            one = self._named(self.who(np), np.every - {"his", "her"}, noun, unit, price=price)
            if one is None or one.role == "need":
                return
            found.append(one)
        if found[0].node is found[1].node or found[0].unit != found[1].unit:
            return
        if self.shares or self.packing:
            return
        node = Node("the difference", found[0].node.unit, whole=found[0].node.whole)
        yield Candidate(self.net.sum(node, [found[0].node, found[1].node], [q.sign, -q.sign]))

    def _neither(self, q: Question) -> Iterator[Candidate]:
        parts = [t for t in self.things if t.role == "part"]
        words = {stem(w) for w in mentions(q.said.items)}
        if len(parts) < 2 or len({id(p.source) for p in parts}) != 1 or parts[0].source is None:
            return
        if words != {stem(w) for p in parts for w in p.desc.split()}:
            return
        yield Candidate(self._rest(parts[0].source, "those that are neither"))

    def _things(self, noun: Noun, unit: str) -> str:
        return (
            "money"
            if unit == MONEY
            else f"number of {self.shown('', noun)}"
            if not unit
            else self.shown(unit, noun)
        )

    def _part_asked(self, q: Question, noun: Noun, unit: str, *, rest: bool = False) -> Iterator[Candidate]:
        """ "How many chairs are taken", where 29 are empty; the part that was not told."""
        parts = [t for t in self.things if t.role == "part"]
        if not parts:
            return
        said = q.said
        if (
            len(parts) == 1
            and parts[0].desc == "full"
            and said.verb in ("be", "contain", "hold")
            and not rest
        ):
            yield Candidate(parts[0].node)
            return
        if (
            parts[0].source is not None
            and parts[0].source.node.value is None
            and not rest
            and fits(parts[0].source.noun, noun)
        ):
            yield Candidate(parts[0].source.node)
        words = (
            {stem(w) for w in noun.every}
            | {stem(w) for w in mentions(said.items)}
            | ({stem(said.form)} if said.passive or said.verb != "be" else set())
        )
        named = [t for t in parts if t.desc and {stem(w) for w in t.desc.split()} & words]
        exact = len(named) == 1 and {stem(w) for w in named[0].desc.split()} <= words
        if exact and not named[0].desc.startswith("not "):
            yield Candidate(named[0].node)
            return
        whole = parts[0].source
        if whole is None or any(p.source is not whole for p in parts):
            return
        opposites = {
            stem(w)
            for p in parts
            for d in p.desc.split()
            for w in (
                *contrary(stem(d)),
                opposite(d) or "",
                *(o for pair in CONTRARY if d in pair for o in pair - {d}),
            )
            if w
        }
        negated = any(
            p.desc.startswith("not ") and {stem(w) for w in p.desc.split()[1:]} & words for p in parts
        )
        if rest and said.verb in ("be", "remain") or words & opposites or negated:
            yield Candidate(self._rest(whole, f"the {self._things(noun, unit)}"))
