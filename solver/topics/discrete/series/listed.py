r"""The rule of a listed sum: `1/(1*3) + 1/(3*5) + … + 1/(19*21)` as Σ, where every number in the terms grows evenly.

All listed terms must have the same shape; a number at one place of it must go up (or down) by the same amount from
term to term, and the last term must fit with one and the same number of terms. Signs are all plus, or alternate.
"""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import pairwise
from typing import Final

from solver.formula import FormulaError, Node, parse, to_latex
from solver.formula.nodes import Binary, Negative, Number, with_children

MAX_LISTED: Final = 12
DOTS: Final = r"(?:\.{3,}|…+|\\[lc]?dots[bmci]?(?![a-z]))"
_INNER: Final = r"(?:[\d\s+\-*/^.]|\\times|\\cdot|\{[\d\s+\-*/^]*\})"
_FACTOR: Final = (
    r"(?:\d+(?:\.\d+)?(?!\d|\.\d)"
    rf"|\\[dt]?frac\s*\{{{_INNER}+\}}\s*\{{(?:{_INNER}|\({_INNER}+\))+\}}"
    rf"|\((?:{_INNER}|\({_INNER}+\))+\))(?:\s*\^\s*(?:\{{\d+\}}|\d))?"
)
_ITEM: Final = rf"{_FACTOR}(?:\s*(?:\*|/|\\times|\\cdot)?\s*{_FACTOR})*"
_SUM: Final = re.compile(
    rf"(?P<items>-?\s*{_ITEM}(?:\s*[+-]\s*{_ITEM})+)\s*(?P<before>[+-])\s*{DOTS}\s*(?P<sign>[+-])\s*(?P<last>{_ITEM}(?:\s*[+-]\s*{_ITEM})?)(?!\s*[-+*/^\w(]|\s*\\(?:times|cdot|frac))"
)
_ZERO: Final = Number(Fraction(0), "0")


def with_rules(text: str) -> str:
    r"""The text with every listed sum as Σ; one whose rule is not certain stays as it is.

    >>> with_rules("1^2 + 2^2 + 3^2 + ... + 10^2")
    '$\\sum_{k=1}^{10}\\left(k^{2}\\right)$'
    """

    def written(match: re.Match[str]) -> str:
        rule = _rule(match)
        inside = text[: match.start()].count("$") % 2 == 1
        return match[0] if rule is None else rule if inside else f"${rule}$"

    return _SUM.sub(written, text)


def _rule(match: re.Match[str]) -> str | None:
    try:
        listed = _signed_terms(parse(match["items"]))
        ending = _signed_terms(parse(f"{match['sign'].replace('+', '')}{match['last']}"))
    except FormulaError:
        return None
    terms, signs = _with_first_fraction([t for t, _ in listed]), [s for _, s in listed]
    last = [t for t, _ in ending]
    if not 2 <= len(terms) <= MAX_LISTED or {_shape(t) for t in [*terms, *last]} != {_shape(terms[0])}:
        return None
    found = _even(terms, last[-1])
    if found is None:
        return None
    body, count = found
    if len(last) == 2 and _even(terms, last[0]) != (body, count - 1):
        return None  # … + 99 - 100: the last but one is shown too
    if count <= len(terms) + len(last) - 1 or _may_be_geometric(terms, last[-1]):
        return None
    every = _sign_rule([*signs, 1 if match["before"] == "+" else -1])
    if every is None or [every(count - len(last) + 1 + i) for i in range(len(last))] != [
        s for _, s in ending
    ]:
        return None
    alternates, first = every(1) != every(2), every(1)
    factor = (
        ("" if first > 0 else "-")
        if not alternates
        else ("(-1)^{k+1}\\cdot " if first > 0 else "(-1)^{k}\\cdot ")
    )
    return rf"\sum_{{k=1}}^{{{count}}}{factor}\left({to_latex(body)}\right)"


def _may_be_geometric(terms: list[Node], last: Node) -> bool:
    """Whether plain numbers could also be meant as powers: 1 + 3 + … + 9."""
    if not all(isinstance(t, Number) for t in [*terms, last]):
        return False
    a, b, end = _numbers(terms[0])[0], _numbers(terms[1])[0], _numbers(last)[0]
    if a == 0 or b in (0, a):
        return False
    value = a
    while value < end and b > a:
        value = value * b / a
    return value == end and len(terms) == 2


def _signed_terms(node: Node) -> list[tuple[Node, int]]:
    match node:
        case Binary("+", left, right):
            return [*_signed_terms(left), (right, 1)]
        case Binary("-", left, right):
            return [*_signed_terms(left), (right, -1)]
        case Negative(operand):
            return [(t, -s) for t, s in _signed_terms(operand)]
    return [(node, 1)]


def _with_first_fraction(terms: list[Node]) -> list[Node]:
    """`1 + 1/2 + 1/3`: the first term is 1/1."""
    match terms:
        case [Number(value), Binary("/", Number(), Number()), *_] if value.denominator == 1:
            one = Number(Fraction(1), "1")
            return [Binary("/", terms[0], one), *terms[1:]]
    return terms


class _SignRule:
    """The sign of term number k: always `first`, or alternating."""

    def __init__(self, first: int, *, alternates: bool) -> None:
        self.first, self.alternates = first, alternates

    def __call__(self, k: int) -> int:
        return -self.first if self.alternates and k % 2 == 0 else self.first


def _sign_rule(signs: list[int]) -> _SignRule | None:
    if len(set(signs)) == 1:
        return _SignRule(signs[0], alternates=False)
    return _SignRule(signs[0], alternates=True) if all(a != b for a, b in pairwise(signs)) else None


def _shape(node: Node) -> Node:
    """The tree with every number 0."""
    if isinstance(node, Number):
        return _ZERO
    if isinstance(node, Binary):
        return Binary(node.op, _shape(node.left), _shape(node.right))
    return with_children(node, _shape)


def _numbers(node: Node) -> list[Fraction]:
    if isinstance(node, Number):
        return [node.value]
    found: list[Fraction] = []

    def visit(child: Node) -> Node:
        found.extend(_numbers(child))
        return child

    with_children(node, visit)
    return found


def _even(terms: list[Node], last: Node) -> tuple[Node, int] | None:
    """The term number k and how many there are; None where a number does not grow evenly or nothing does."""
    rows, end = [_numbers(t) for t in terms], _numbers(last)
    starts, steps, counts = rows[0], [b - a for a, b in zip(rows[0], rows[1], strict=True)], set[Fraction]()
    for i, (start, step) in enumerate(zip(starts, steps, strict=True)):
        if any(b[i] - a[i] != step for a, b in pairwise(rows)):
            return None
        if step == 0 and end[i] != start:
            return None
        if step != 0:
            counts.add((end[i] - start) / step + 1)
    if len(counts) != 1 or (count := counts.pop()).denominator != 1 or count < 1:
        return None
    if any(n.denominator != 1 for row in [*rows, end] for n in row):
        return None
    places = iter(zip(starts, steps, strict=True))

    def general(node: Node) -> Node:
        if isinstance(node, Number):
            start, step = next(places)
            return node if step == 0 else parse(_linear(int(step), int(start - step)))
        return with_children(node, general)

    return general(terms[0]), int(count)


def _linear(step: int, shift: int) -> str:
    lead = {1: "k", -1: "-k"}.get(step, f"{step}*k")
    return lead if shift == 0 else f"{lead}{shift:+d}"
