"""Answers to questions for prices, change, profit and what is still missing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from solver.topics.stories.school.english.asked_parts import OWNED, AskedParts, Candidate
from solver.topics.stories.school.english.asking import Question
from solver.topics.stories.school.english.clauses import Said
from solver.topics.stories.school.english.network import Node
from solver.topics.stories.school.english.nouns import Noun, Np
from solver.topics.stories.school.english.things import MONEY, Thing, fits
from solver.topics.stories.school.english.words import (
    NEED,
    PAY,
)


class AskedMoney(AskedParts):
    """Answers to questions for prices, change, profit and what is still missing."""

    def _change(self) -> Iterator[Candidate]:
        paid = [t for t in self.things if t.role == "with"]
        costs = [t for t in self.things if t.role == "cost"] or [t for t in self.things if t.role == "price"]
        if paid and costs:
            total = self._price_of_all(costs)
            yield self._less(Node("the change", total.unit), paid[0].node, total)

    def _price_of_all(self, costs: Sequence[Thing]) -> Node:
        first = costs[0].node
        if len(costs) == 1:
            return first
        return self.net.sum(Node("the price of everything", first.unit), [c.node for c in costs])

    def _profit(self) -> Iterator[Candidate]:
        costs = [t for t in self.things if t.role == "cost"]
        sold = [t for t in self.things if t.role == "income"]
        if len(costs) == len(sold) == 1:
            cost = costs[0].node
            yield self._less(Node("the profit", cost.unit), sold[0].node, cost)

    def _more(self, q: Question, owner: str, noun: Noun, unit: str) -> Iterator[Candidate]:
        """ "How many more does he need?", "how much more money must she save?"."""
        said = q.said
        if re.search(r"\bthan (?:the )?([a-z' -]+)$", q.text):
            return
        needs = [t for t in self.things if t.role == "need" and t.unit == unit and fits(t.noun, noun)]
        if len(needs) == 1 and (
            said.modal in ("need", "have", "must") or said.verb in (*NEED, "save", "collect", "buy", "get")
        ):
            has = [t for t in self.things if t.role in OWNED and t.unit == unit and fits(t.noun, noun)]
            if has:
                _, entries = self.stock(owner, noun, unit)
                name = f"the number of {self.shown(unit, noun)} so far"
                state = self.combine(entries, name, has[0].node.unit)
                missing = Node("what is still needed", state.unit, whole=state.whole)
                yield self._less(missing, needs[0].node, state)
        prices = [t for t in self.things if t.role == "price"]
        if not needs and unit == MONEY and prices and said.verb in NEED:
            _own, entries = self.stock(owner, noun, unit)
            if entries:
                state = self.combine(entries, "the money so far", prices[0].node.unit)
                total = self._price_of_all(prices)
                yield self._less(Node("the money that is missing", total.unit), total, state)

    def _cost(self, q: Question) -> Iterator[Candidate]:
        """ "How much do 5 pens cost?", "how much did he spend on the pens?", "how much did she pay?"."""
        said = q.said
        money = [t for t in self.things if t.unit == MONEY and _is_for_asked(t)]
        if money:
            yield from self._cost_of_asked(money)
            return
        costs = [t for t in self.things if t.role == "cost" and t.unit == MONEY]
        prices = [t for t in self.things if t.role == "price"]
        nouns = _nouns_paid_for(said)
        if said.verb in PAY and nouns and costs:
            costs = [t for t in costs if any(_is_paid_for(t, n) for n in nouns)]
            if len(costs) < len(nouns):
                return
        named = said.subject if isinstance(said.subject, Np) else None
        asks_price = said.verb in ("cost", "be")
        bought = next((i.np for i in said.items if i.prep == "for" and i.np is not None), None)
        if said.verb in PAY and bought is not None and not costs:
            named, asks_price = bought, True
        if asks_price and named is not None and not named.pronoun:
            wanted = [self.who(one) for one in (replace(named, others=()), *named.others)]
            found = [t for t in prices if t.owner in wanted]
            if len(found) == len(wanted) and len(found) > 1:
                yield self._together(Node("the price of both together", found[0].node.unit), found)
                return
            if len(found) == 1 and not costs:
                yield Candidate(found[0].node)
                return
            if not costs or not all(t.source is not None and fits(t.source.noun, named.noun) for t in costs):
                return
        elif said.verb in ("cost", "be") and named is not None and not costs:
            if prices and ("total" in q.flags or named.noun.head == "they"):
                yield self._together(Node("the price of all together", prices[0].node.unit), prices)
            return
        if said.verb in PAY:
            costs = costs or prices
        yield from self._sum_of_prices(costs)

    def _cost_of_asked(self, money: Sequence[Thing]) -> Iterator[Candidate]:
        """The price of what stands in the question, where nothing else was bought or sold besides."""
        if len(money) == 1 or not any(t.role in ("cost", "income") and t not in money for t in self.things):
            yield from self._sum_of_prices(money)

    def _sum_of_prices(self, costs: Sequence[Thing]) -> Iterator[Candidate]:
        if len(costs) == 1:
            yield Candidate(costs[0].node)
        elif costs:
            yield self._together(Node("the price of everything", costs[0].node.unit), costs)


def _is_for_asked(t: Thing) -> bool:
    """Whether it is, or comes of, what stands in the question."""
    return "asked" in t.when or t.source is not None and "asked" in t.source.when


def _nouns_paid_for(said: Said) -> list[Noun]:
    """ "spend on pens and books", "pay for the 5 pens"."""
    nouns: list[Noun] = []
    for item in said.items:
        if item.prep not in ("on", "for"):
            continue
        if item.np is not None:
            nouns += [one.noun for one in (item.np, *item.np.others)]
        elif item.qty is not None and not item.qty.unit:
            nouns.append(item.qty.noun)
    return nouns


def _is_paid_for(cost: Thing, noun: Noun) -> bool:
    if cost.source is not None:
        return fits(noun, cost.source.noun)
    return bool(cost.desc) and cost.desc.split()[-1] == noun.head or noun.head in cost.when
