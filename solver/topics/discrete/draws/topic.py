"""The probability of what is drawn from a bag, a word, a group of people, and of throws of dice and coins.

Read: see `english`, `chinese`, `letters` and `throws`. Solved by counting choices, or draw by draw where the order is named.
Not: expected values, conditional chances ("given that"), unknown counts, several bags.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import factorial, prod
from typing import Any, Final

import sympy as sp

from solver.latex import exact_latex, values_in
from solver.ports import CheckPlan, Language
from solver.topics.base import Conclusion, Reading, Solution, Text
from solver.topics.cells import cell, comment, exact_source
from solver.topics.discrete import cards, repeated_trials
from solver.topics.discrete.draws import drawn_counts
from solver.topics.discrete.draws.chances import Alike, Counts, Draw, Hand, InOrder
from solver.topics.discrete.draws.chinese import read_chinese
from solver.topics.discrete.draws.english import read_english
from solver.topics.discrete.draws.throws import read_throws
from solver.topics.discrete.draws.words import WORDS

MAX_TEXT: Final = 2000
MAX_LISTED: Final = 150_000
"""Orders that a check lists one by one."""


def read(text: Text) -> Reading:
    """A question for one probability."""
    if len(text.source) > MAX_TEXT:
        return None
    if (trials := repeated_trials.read(text)) is not None:
        return trials
    if (from_pack := cards.read(text)) is not None:
        return from_pack
    if (counted := drawn_counts.read(text)) is not None:
        return counted
    throws = read_throws(text)
    if throws is not None:
        return throws
    found = read_chinese(text.source) if text.language == "zh" else read_english(text.source)
    if not isinstance(found, Draw):
        return found
    if not found.is_sound or not found.is_explainable:
        return None
    return Drawing(found, text.language)


def _latex(value: Fraction) -> str:
    return exact_latex(sp.Rational(value.numerator, value.denominator))


@dataclass(frozen=True, slots=True)
class Drawing:
    """The chance of `draw.event`."""

    draw: Draw
    language: Language

    def _say(self, key: str, **values: object) -> str:
        return WORDS[key].say(self.language, **values)

    @property
    def _opposite(self) -> bool:
        """Whether the opposite has fewer cases."""
        good, bad = (len(self.draw.hands(favourable=f)) for f in (True, False))
        return good > 1 and 0 < bad < good

    # -- steps ----------------------------------------------------------------------------------------

    def solution(self) -> Solution:
        """Ways that fit over all ways; for an order, factor by factor."""
        draw = self.draw
        counts = [count for _, count in draw.kinds]
        steps = []
        if len(counts) > 1:
            steps.append(self._say("total", sum="+".join(map(str, counts)), total=draw.total))
        if isinstance(draw.event, InOrder):
            steps += self._ordered_steps()
        elif not draw.hands(favourable=True):
            steps.append(self._say("impossible"))
        elif draw.number == 1:
            good = sum(map(draw.ways, draw.hands(favourable=True)))
            steps.append(self._say("one", good=good, total=draw.total, short=self._short(good, draw.total)))
        else:
            steps += self._counting_steps()
        return Solution(tuple(steps), cell(*self._lines()))

    def _short(self, above: int, below: int) -> str:
        value = Fraction(above, below)
        return "" if (value.numerator, value.denominator) == (above, below) else f"={_latex(value)}"

    def _ordered_steps(self) -> list[str]:
        draw = self.draw
        assert isinstance(draw.event, InOrder)
        steps = [
            self._say("draw", k=k, name=name, of=of, left=left)
            for k, (name, (of, left)) in enumerate(zip(draw.event.names, draw.factors, strict=True), 1)
        ]
        factors = r" \times ".join(rf"\frac{{{of}}}{{{left}}}" for of, left in draw.factors)
        return [*steps, self._say("product", factors=factors, answer=_latex(draw.probability))]

    def _counting_steps(self) -> list[str]:
        draw, opposite = self.draw, self._opposite
        key = "choices_back" if draw.replaced else "choices"
        steps = [self._say(key, total=draw.total, number=draw.number, ways=draw.all_ways)]
        hands = draw.hands(favourable=not opposite)
        steps.append(self._say("opposite" if opposite else "cases"))
        for hand in hands:
            name = "case" if draw.ways(hand) else "case_empty"
            formula = f"{self._formula(hand)}={draw.ways(hand)}"
            steps.append(self._say(name, hand=self._described(hand), formula=formula))
        counted = sum(map(draw.ways, hands))
        if len(hands) > 1:
            sums = "+".join(str(draw.ways(hand)) for hand in hands)
            steps.append(self._say("added", sum=sums, good=counted))
        if opposite:
            answer = _latex(draw.probability)
            return [*steps, self._say("ratio_opposite", bad=counted, ways=draw.all_ways, answer=answer)]
        short = self._short(counted, draw.all_ways)
        return [*steps, self._say("ratio", good=counted, ways=draw.all_ways, short=short)]

    def _described(self, hand: Hand) -> str:
        parts = []
        for k, (name, _) in zip(hand, self.draw.groups, strict=True):
            if k:
                shown = name.replace("|", self._say("joined")) if name else self._say("others")
                parts.append(f"{k} {shown}")
        return ("，" if self.language == "zh" else ", ").join(parts)

    def _formula(self, hand: Hand) -> str:
        shape = r"\mathrm{{C}}_{{{size}}}^{{{k}}}" if self.language == "zh" else r"\binom{{{size}}}{{{k}}}"
        pairs = [(size, k) for k, (_, size) in zip(hand, self.draw.groups, strict=True) if k]
        if not self.draw.replaced:
            return r" \times ".join(shape.format(size=size, k=k) for size, k in pairs)
        powers = [f"{size}^{{{k}}}" if k > 1 else str(size) for size, k in pairs]
        orders = factorial(self.draw.number) // prod(factorial(k) for _, k in pairs)
        return r" \times ".join(([str(orders)] if orders > 1 else []) + powers)

    # -- cells ----------------------------------------------------------------------------------------

    def _source(self, hand: Hand) -> str:
        pairs = [(size, k) for k, (_, size) in zip(hand, self.draw.groups, strict=True) if k]
        if not self.draw.replaced:
            return "*".join(f"comb({size}, {k})" for size, k in pairs)
        orders = factorial(self.draw.number) // prod(factorial(k) for _, k in pairs)
        return "*".join(
            [str(orders)] * (orders > 1) + [f"{size}**{k}" if k > 1 else str(size) for size, k in pairs]
        )

    def _lines(self) -> list[str]:
        draw = self.draw
        if isinstance(draw.event, InOrder):
            factors = "*".join(f"Rational({of}, {left})" for of, left in draw.factors)
            return [comment(self._say("code_draws")), factors]
        opposite = self._opposite
        counted = " + ".join(map(self._source, draw.hands(favourable=not opposite))) or "0"
        ways = f"{draw.total}**{draw.number}" if draw.replaced else f"comb({draw.total}, {draw.number})"
        name = "others" if opposite else "fitting"
        head = ["from math import comb", ""] if "comb" in f"{ways}{counted}" else []
        return [
            *head,
            comment(self._say("code_all")),
            f"ways = {ways}",
            comment(self._say("code_bad" if opposite else "code_good")),
            f"{name} = {counted}",
            f"1 - Rational({name}, ways)" if opposite else f"Rational({name}, ways)",
        ]

    def conclude(self, value: Any) -> Conclusion | None:
        """A fraction in lowest terms, between 0 and 1."""
        if not isinstance(value, sp.Rational) or not 0 <= value <= 1:
            return None
        answer = exact_latex(value)
        return Conclusion(self._say("sentence", answer=answer), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """Draw by draw where choices were counted; by counting where the solution went draw by draw."""
        values = values_in(answer)
        if values is None or len(values) != 1 or not values[0].is_Rational:
            return None
        claim = self._say("sentence", answer=answer)
        claimed = f"claimed = {exact_source(values[0])}"
        if not isinstance(self.draw.event, InOrder):
            return CheckPlan(claim, self._say("method_tree"), cell(claimed, *self._tree()))
        method, lines = self._recount(self.draw.event)
        return CheckPlan(claim, self._say(method), cell(claimed, *lines))

    def _tree(self) -> list[str]:
        draw = self.draw
        sizes = [size for _, size in draw.groups]
        share = "Rational(size, total)" if draw.replaced else "Rational(size - hand[i], total - drawn)"
        match draw.event:
            case Counts(bounds):
                tests = [
                    f"hand[{i}] == {b.low}" if b.low == b.high else f"{b.low} <= hand[{i}] <= {b.high}"
                    for i, b in enumerate(bounds)
                ]
                condition = " and ".join(tests)
            case Alike(different):
                condition = f"max(hand) == {1 if different else draw.number}"
            case _:
                raise TypeError("an order is no hand")
        return [
            f"sizes, number, total = {sizes}, {draw.number}, {draw.total}",
            comment(self._say("code_tree")),
            "hands = {(0,)*len(sizes): Integer(1)}",
            "for drawn in range(number):",
            "    after = {}",
            "    for hand, chance in hands.items():",
            "        for i, size in enumerate(sizes):",
            "            longer = (*hand[:i], hand[i] + 1, *hand[i + 1:])",
            f"            after[longer] = after.get(longer, 0) + chance*{share}",
            "    hands = after",
            f"sum(chance for hand, chance in hands.items() if {condition}) == claimed",
        ]

    def _recount(self, event: InOrder) -> tuple[str, list[str]]:
        draw = self.draw
        if draw.total**draw.number <= MAX_LISTED:
            things = [k for k, (_, count) in enumerate(draw.kinds) for _ in range(count)]
            index = {name: k for k, (name, _) in enumerate(draw.kinds)}
            wanted = tuple(index.get(name, -1) for name in event.names)
            call = (
                f"product(things, repeat={draw.number})"
                if draw.replaced
                else f"permutations(things, {draw.number})"
            )
            return "method_list", [
                f"from itertools import {call.split('(')[0]}",
                "",
                f"things, wanted = {things}, {wanted}",
                comment(self._say("code_list")),
                f"orders = list({call})",
                "Rational(orders.count(wanted), len(orders)) == claimed",
            ]
        names = sorted(set(event.names))
        known = dict(draw.kinds)
        sizes = [(known.get(name, 0), event.names.count(name)) for name in names]
        orders = factorial(draw.number) // prod(factorial(k) for _, k in sizes)
        if draw.replaced:
            good = "*".join(f"{size}**{k}" for size, k in sizes)
            return "method_list", [f"Rational({good}, {draw.total}**{draw.number}) == claimed"]
        good = "*".join(f"comb({size}, {k})" for size, k in sizes)
        return "method_orders", [
            "from math import comb",
            "",
            comment(self._say("code_orders")),
            f"Rational({good}, comb({draw.total}, {draw.number})*{orders}) == claimed",
        ]
