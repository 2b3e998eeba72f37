"""Exchange in a chain (3 of these are worth 5 of those), shadows at the same time, distances on a map: proportions. Not read: inverse proportion."""

from __future__ import annotations

import itertools
from typing import Final

import sympy as sp

from solver.latex import exact_latex
from solver.topics.clauses import Said
from solver.topics.stories.contests.kinds import Solved, Unclear, answered, every, made

_WORTH: Final = r"(?:as [a-z]+ as|equivalent to|equal to|worth(?: as much as)?)"


@made(
    r"\bhow many\b",
    "en",
    {
        "pair": (rf"(?:suppose |also suppose |if )?<a> (?P<x>[a-z]+) (?:= ?|(?:are|is) {_WORTH} )<b> (?P<y>[a-z]+)",),
        "ask": (rf"how many (?P<x>[a-z]+) are {_WORTH} <n> (?P<y>[a-z]+)",),
    },
)  # fmt: skip
def _chain(found: list[Said]) -> Solved:
    pairs, ask = every(found, "pair"), every(found, "ask")
    if len(ask) != 1 or found[-1] is not ask[0] or not 1 <= len(pairs) <= 4 or len(found) != len(pairs) + 1:
        raise Unclear
    rates = dict[tuple[str, str], sp.Rational]()
    for pair in pairs:
        x, y = pair.values["x"], pair.values["y"]
        a, b = pair.number("a"), pair.number("b")
        if x == y or a <= 0 or b <= 0 or (x, y) in rates:
            raise Unclear
        rates[x, y], rates[y, x] = b / a, a / b
    start, goal, amount = ask[0].values["y"], ask[0].values["x"], ask[0].number("n")
    way = _way(rates, start, goal)
    if way is None or len(way) != len(pairs) + 1:
        raise Unclear
    value, steps, factors = amount, list[str](), list[str]()
    for here, there in itertools.pairwise(way):
        rate = rates[here, there]
        steps.append(
            rf"Each of the {here} is worth \({exact_latex(rate)}\) {there}, so \({exact_latex(value)}\) {here} are worth \({exact_latex(value)}\cdot {exact_latex(rate)}={exact_latex(value * rate)}\) {there}."
        )
        factors.append(f"Rational('{rate}')")
        value *= rate
    back = " / ".join(["claimed", *reversed(factors)])
    return answered(value, tuple(steps), (" * ".join([f"Rational('{amount}')", *factors]),), (f"{back} == Rational('{amount}')",), "Go back along the chain.")  # fmt: skip


def _way(rates: dict[tuple[str, str], sp.Rational], start: str, goal: str) -> list[str] | None:
    ways = [[start]]
    while ways:
        way = ways.pop()
        if way[-1] == goal:
            return way
        ways += [[*way, y] for x, y in rates if x == way[-1] and y not in way]
    return None


_L: Final = r"(?:foot|feet|met(?:er|re)s?)"
_NEAR: Final = r"(?: (?:nearby|standing at the base of the [a-z]+))?"


@made(
    r"\bshadow\b",
    "en",
    {
        "whole": (rf"how many (?P<u>{_L}) long is the shadow of an? <t>-(?P<u2>{_L}) (?P<what>[a-z]+) if an? <h>-(?P<u3>{_L}) (?P<who>[a-z]+){_NEAR} has a shadow that is <s> (?P<u4>{_L}) long",),
    },
)  # fmt: skip
def _shadows(found: list[Said]) -> Solved:
    if len(found) != 1:
        raise Unclear
    (whole,) = found
    if len({v.replace("foot", "feet") for k, v in whole.values.items() if k.startswith("u")}) != 1:
        raise Unclear
    h, s, t = (whole.number(k) for k in "hst")
    return _proportion(h, s, t, "its height", "its shadow")


def _proportion(a: sp.Rational, b: sp.Rational, c: sp.Rational, first: str, second: str) -> Solved:
    """a is to b as c is to what is asked for."""
    if min(a, b, c) <= 0:
        raise Unclear
    value = b * c / a
    steps = (
        rf"Both right triangles are similar, so {second} is to {first} as \({exact_latex(b)}\) to \({exact_latex(a)}\): \[x:{exact_latex(c)}={exact_latex(b)}:{exact_latex(a)}\]",
        rf"So \(x=\frac{{{exact_latex(b)}\cdot {exact_latex(c)}}}{{{exact_latex(a)}}}={exact_latex(value)}\).",
    )
    return answered(value, steps, (f"Rational('{b}') * Rational('{c}') / Rational('{a}')",), (f"claimed / Rational('{c}') == Rational('{b}') / Rational('{a}')",), "Compare the two ratios.")  # fmt: skip
