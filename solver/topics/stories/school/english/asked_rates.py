"""Answers to questions for how much each gets and how many containers there are."""

from __future__ import annotations

from collections.abc import Iterator

from solver.topics.stories.school.english.asked_counts import AskedCounts
from solver.topics.stories.school.english.asked_parts import OWNED, Candidate
from solver.topics.stories.school.english.asking import Question
from solver.topics.stories.school.english.marks import SCALES, TIME
from solver.topics.stories.school.english.network import Node
from solver.topics.stories.school.english.nouns import Noun, Np
from solver.topics.stories.school.english.things import MONEY, Rate, fits
from solver.topics.stories.school.english.words import (
    NEED,
)


class AskedRates(AskedCounts):
    """Answers to questions for how much each gets and how many containers there are."""

    def _each_asked(self, q: Question) -> bool:
        said = q.said
        texts = {i.text for i in said.items}
        if isinstance(said.subject, Np) and said.subject.quant in ("each", "every", "one") or "each" in texts:
            return True
        return self._per(said.items) is not None

    def _each(self, q: Question, noun: Noun, unit: str) -> Iterator[Candidate]:
        said = q.said
        target = (
            said.subject.noun
            if isinstance(said.subject, Np) and said.subject.quant in ("each", "every", "one")
            else Noun()
        )
        per = self._per(said.items)
        if per is not None:
            target = per.noun
        for share in self.shares:
            if (
                (share.unit == unit or not unit)
                and fits(share.noun, noun)
                and (not target.words or fits(share.among, target))
            ):
                yield Candidate(share.each)
        if True:
            unit_den = target.head if target.head in SCALES else ""
            counts = [
                t
                for t in self.things
                if (t.unit == unit_den if unit_den else not t.unit and target.words and fits(t.noun, target))
                and t.node.letter
            ]
            totals = [
                t
                for t in self.things
                if t.unit == unit
                and (unit or fits(t.noun, noun))
                and t.role in (*OWNED, "total")
                and t not in counts
            ]
            if len(counts) == 1 and len(totals) == 1 and target.words:
                each = Node(f"the amount for one {target.head}", totals[0].node.unit)
                self.net.product(totals[0].node, each, counts[0].node)
                yield Candidate(each)
            elif len(counts) == 1 and unit == MONEY and target.words:
                whole = [t for t in totals if t.role == "total"]
                parts = [t for t in totals if t.role == "cost"]
                if len(whole) == 1 and parts:
                    rest = self.net.sum(
                        Node(f"the money for the {self.shown('', target)}", whole[0].node.unit),
                        [whole[0].node, *(p.node for p in parts)],
                        [1, *(-1 for _ in parts)],
                    )
                    each = Node(f"the price of one {target.head}", rest.unit)
                    self.net.product(rest, each, counts[0].node)
                    yield Candidate(each)

    def _count_of_containers(self, q: Question, noun: Noun) -> Iterator[Candidate]:
        """How many boxes: all that there is by what goes into one."""
        said = q.said
        if q.unit and q.unit not in TIME:
            return
        for rate in self.rates:
            if (
                q.unit in TIME
                and rate.den_unit != q.unit
                or not q.unit
                and (
                    rate.den_unit or not noun.words or not fits(rate.den, noun) or rate.den.head != noun.head
                )
            ):
                continue
            if rate.of is not None or rate.used:
                continue
            total = self._goal(rate)
            if total is None:
                continue
            up: bool | None = None
            if said.modal in ("can", "could") or "full" in q.flags or said.verb in ("fit", "fill"):
                up = False
            elif (
                said.verb in NEED
                or said.modal in ("need", "must", "have", "should")
                or said.passive
                and said.verb in NEED
                or said.verb == "take"
            ):
                up = True
            yield Candidate(rate.num.node, (total, rate.num.node), up=up)

    def _time_taken(self, q: Question) -> Iterator[Candidate]:
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
