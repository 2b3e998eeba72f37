"""Answers to questions for how much each gets and how many containers there are."""

from __future__ import annotations

from collections.abc import Iterator

from solver.topics.stories.school.english.asked_counts import AskedCounts
from solver.topics.stories.school.english.asked_parts import OWNED, Candidate
from solver.topics.stories.school.english.asking import Question
from solver.topics.stories.school.english.clauses import Said
from solver.topics.stories.school.english.marks import SCALES, TIME
from solver.topics.stories.school.english.network import Node
from solver.topics.stories.school.english.nouns import Noun, Np
from solver.topics.stories.school.english.statements import per_of
from solver.topics.stories.school.english.things import MONEY, Rate, Thing, fits
from solver.topics.stories.school.english.words import (
    NEED,
)


class AskedRates(AskedCounts):
    """Answers to questions for how much each gets and how many containers there are."""

    def _each_asked(self, q: Question) -> bool:
        said = q.said
        return (
            _each_of_subject(said) is not None
            or any(i.text == "each" for i in said.items)
            or per_of(said.items) is not None
        )

    def _each(self, q: Question, noun: Noun, unit: str) -> Iterator[Candidate]:
        """ "How many does each child get?", "how much does one pen cost?"."""
        per = per_of(q.said.items) or _each_of_subject(q.said)
        target = per.noun if per is not None else Noun()
        for share in self.shares:
            if (
                (share.unit == unit or not unit)
                and fits(share.noun, noun)
                and (not target.words or fits(share.among, target))
            ):
                yield Candidate(share.each)
        unit_den = target.head if target.head in SCALES else ""
        counts = [
            t
            for t in self.things
            if (t.unit == unit_den if unit_den else not t.unit and target.words and fits(t.noun, target))
            and t.node.letter
        ]
        if len(counts) == 1 and target.words:
            yield from self._each_of(counts[0], target, noun, unit)

    def _each_of(self, count: Thing, target: Noun, noun: Noun, unit: str) -> Iterator[Candidate]:
        """All of it by so many; of money, what is left of a total without the other costs."""
        totals = [
            t
            for t in self.things
            if t.unit == unit
            and (unit or fits(t.noun, noun))
            and t.role in (*OWNED, "total")
            and t is not count
        ]
        if len(totals) == 1:
            each = Node(f"the amount for one {target.head}", totals[0].node.unit)
            self.net.product(totals[0].node, each, count.node)
            yield Candidate(each)
        elif unit == MONEY:
            whole = [t for t in totals if t.role == "total"]
            costs = [t for t in totals if t.role == "cost"]
            if len(whole) == 1 and costs:
                rest = self.net.sum(
                    Node(f"the money for the {self.shown('', target)}", whole[0].node.unit),
                    [whole[0].node, *(c.node for c in costs)],
                    [1, *(-1 for _ in costs)],
                )
                each = Node(f"the price of one {target.head}", rest.unit)
                self.net.product(rest, each, count.node)
                yield Candidate(each)

    def _count_of_containers(self, q: Question, noun: Noun) -> Iterator[Candidate]:
        """How many boxes: all that there is by what goes into one."""
        if q.unit and q.unit not in TIME:
            return
        for rate in self.rates:
            if rate.of is not None or rate.used or not _counts(rate, q.unit, noun):
                continue
            total = self._goal(rate)
            if total is not None:
                yield Candidate(rate.num.node, (total, rate.num.node), up=_rounded_up(q))

    def _time_taken(self) -> Iterator[Candidate]:
        rates = [r for r in self.rates if r.den_unit in TIME and not r.used]
        if len(rates) == 1 and (total := self._goal(rates[0])) is not None:
            node = Node(
                "the time in " + self.shown(rates[0].den_unit, Noun()), self.shown(rates[0].den_unit, Noun())
            )
            yield Candidate(self.net.product(total, rates[0].num.node, node) and node)

    def _goal(self, rate: Rate) -> Node | None:
        """All that is packed, shared out, saved for by a rate."""
        unit, noun = rate.num.unit, rate.num.noun
        if not unit and not noun.words:
            return None
        needs = [t for t in self.things if t.role == "need" and t.unit == unit and fits(t.noun, noun)]
        others = [t for t in self.things if t.role in OWNED and t.unit == unit and fits(t.noun, noun)]
        if needs:
            if len(needs) > 1 or len(others) > 1:
                return None
            if others:
                return self.net.sum(
                    Node("what is still missing", needs[0].node.unit),
                    [needs[0].node, others[0].node],
                    [1, -1],
                )
            return needs[0].node
        prices = [t for t in self.things if t.role == "price"]
        if unit == MONEY and not others and len(prices) == 1:
            return prices[0].node
        if not others:
            counted = [
                t
                for t in self.things
                if t.role in ("count",) and t.unit == unit and fits(t.noun, noun) and (t.noun.words or t.unit)
            ]
            return counted[0].node if len(counted) == 1 else None
        parts = [t for t in self.things if t.role == "part" and fits(t.noun, noun)]
        if parts:
            return None
        return self._stock_node("", noun, unit)


def _each_of_subject(said: Said) -> Np | None:
    """ "each child", where it is the subject."""
    subject = said.subject
    return subject if isinstance(subject, Np) and subject.quant in ("each", "every", "one") else None


def _counts(rate: Rate, unit: str, noun: Noun) -> bool:
    """Whether it is asked for how many of them there are, by so many in each."""
    if unit:
        return rate.den_unit == unit
    den = rate.den
    return not rate.den_unit and bool(noun.words) and fits(den, noun) and den.head == noun.head


def _rounded_up(q: Question) -> bool | None:
    """How many can be filled: no more; how many are needed: one more for the rest; else nothing may be left."""
    said = q.said
    if said.modal in ("can", "could") or "full" in q.flags or said.verb in ("fit", "fill"):
        return False
    needed = said.verb in (*NEED, "take") or said.modal in ("need", "must", "have", "should")
    return True if needed else None
