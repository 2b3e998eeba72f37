"""Answers to questions for prices, change, profit and what is still missing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from solver.topics.stories.school.english.asked_parts import OWNED, Candidate
from solver.topics.stories.school.english.asked_rates import AskedRates
from solver.topics.stories.school.english.asking import Question
from solver.topics.stories.school.english.network import Node
from solver.topics.stories.school.english.nouns import Noun, Np
from solver.topics.stories.school.english.things import MONEY, fits
from solver.topics.stories.school.english.words import (
    NEED,
    PAY,
)


class AskedMoney(AskedRates):
    """Answers to questions for prices, change, profit and what is still missing."""

    def _change(self, owner: str) -> Iterator[Candidate]:
        paid = [t for t in self.things if t.role == "with"]
        costs = [t for t in self.things if t.role == "cost"] or [t for t in self.things if t.role == "price"]
        if not paid or not costs:
            return
        given = paid[0].node
        total = costs[0].node
        if len(costs) > 1:
            total = self.net.sum(Node("the price of everything", total.unit), [c.node for c in costs])
        yield Candidate(self.net.sum(Node("the change", total.unit), [given, total], [1, -1]))

    def _profit(self) -> Iterator[Candidate]:
        costs = [t for t in self.things if t.role == "cost"]
        sold = [t for t in self.things if t.role == "income"]
        if len(costs) == len(sold) == 1:
            yield Candidate(
                self.net.sum(Node("the profit", costs[0].node.unit), [sold[0].node, costs[0].node], [1, -1])
            )

    def _more(self, q: Question, owner: str, noun: Noun, unit: str) -> Iterator[Candidate]:
        said = q.said
        than = re.search(r"\bthan (?:the )?([a-z' -]+)$", q.text)
        if than is not None:
            return
        needs = [t for t in self.things if t.role == "need" and t.unit == unit and fits(t.noun, noun)]
        if len(needs) == 1 and (
            said.modal in ("need", "have", "must") or said.verb in (*NEED, "save", "collect", "buy", "get")
        ):
            has = [
                t
                for t in self.things
                if t.role in OWNED and t.unit == unit and fits(t.noun, noun) and t is not needs[0]
            ]
            if has:
                _, entries = self.stock(owner, noun, unit)
                state = self.combine(
                    entries, f"the number of {self.shown(unit, noun)} so far", has[0].node.unit
                )
                yield Candidate(
                    self.net.sum(
                        Node("what is still needed", state.unit, whole=state.whole),
                        [needs[0].node, state],
                        [1, -1],
                    )
                )

        prices = [t for t in self.things if t.role == "price"]
        if not needs and unit == MONEY and prices and said.verb in NEED:
            _own, entries = self.stock(owner, noun, unit)
            if entries:
                state = self.combine(entries, "the money so far", prices[0].node.unit)
                total = prices[0].node
                if len(prices) > 1:
                    total = self.net.sum(
                        Node("the price of everything", total.unit), [t.node for t in prices]
                    )
                yield Candidate(
                    self.net.sum(Node("the money that is missing", total.unit), [total, state], [1, -1])
                )

    def _cost(self, q: Question, owner: str) -> Iterator[Candidate]:
        said = q.said
        asked = [
            t for t in self.things if "asked" in t.when or t.source is not None and "asked" in t.source.when
        ]
        money = [t for t in asked if t.unit == MONEY]
        if money:
            if len(money) == 1:
                yield Candidate(money[0].node)
            elif not any(t.role in ("cost", "income") and t not in money for t in self.things):
                yield Candidate(
                    self.net.sum(
                        Node("the price of everything", money[0].node.unit), [t.node for t in money]
                    ),
                    summands=len(money),
                )
            return
        costs = [t for t in self.things if t.role == "cost" and t.unit == MONEY]
        prices = [t for t in self.things if t.role == "price"]
        named = said.subject if isinstance(said.subject, Np) else None
        bought = next((i.np for i in said.items if i.prep == "for" and i.np is not None), None)
        spent = [
            i
            for i in said.items
            if i.prep in ("on", "for") and (i.np is not None or i.qty is not None and not i.qty.unit)
        ]
        if said.verb in PAY and spent and costs:
            nouns = [
                n
                for i in spent
                for n in (
                    [one.noun for one in (i.np, *i.np.others)]
                    if i.np is not None
                    else [i.qty.noun]
                    if i.qty is not None
                    else []
                )
            ]
            costs = [
                t
                for t in costs
                if any(
                    fits(n, t.source.noun)
                    if t.source is not None
                    else t.desc and t.desc.split()[-1] == n.head or n.head in t.when
                    for n in nouns
                )
            ]
            if len(costs) < len(nouns):
                return
        if said.verb in PAY and bought is not None and not costs:
            named = bought
        if (said.verb in ("cost", "be") or named is bought) and named is not None and not named.pronoun:
            wanted = [self.who(one) for one in (replace(named, others=()), *named.others)]
            found = [t for t in prices if t.owner in wanted]
            if len(found) == len(wanted) and len(found) > 1:
                yield Candidate(
                    self.net.sum(
                        Node("the price of both together", found[0].node.unit), [t.node for t in found]
                    ),
                    summands=len(found),
                )
                return
            if len(found) == 1 and not costs:
                yield Candidate(found[0].node)
                return
            fitting = [t for t in costs if t.source is not None and fits(t.source.noun, named.noun)]
            if fitting and len(fitting) == len(costs):
                costs = fitting
            else:
                return
        if said.verb in ("cost", "be") and named is not None and named.pronoun and not costs:
            if "total" in q.flags or named.noun.head == "they":
                yield Candidate(
                    self.net.sum(
                        Node("the price of all together", prices[0].node.unit), [t.node for t in prices]
                    ),
                    summands=len(prices),
                )
            return
        if not costs and prices and said.verb in PAY:
            costs = prices
        if costs:
            if len(costs) == 1:
                yield Candidate(costs[0].node)
            else:
                yield Candidate(
                    self.net.sum(
                        Node("the price of everything", costs[0].node.unit), [c.node for c in costs]
                    ),
                    summands=len(costs),
                )
