r"""Sets of real numbers as solutions write them: `(-\infty, 2)\cup[3, 5]`, `\{1, 2\}`, `\mathbb{R}`; `0<x\le 3` as one.

Compared by their members at the ends, between and beyond them.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import Any

import sympy as sp

from solver.formula import FormulaError, parse, to_sympy
from tests.topics.law.values import Unreadable


def set_of(latex: str) -> Any:
    """The set that stands there.

    Raises:
        Unreadable: it is none of the forms above.
    """
    text = re.sub(r"\\left|\\right|\s|\\,", "", latex)
    if re.fullmatch(r"\\mathbb\{?R\}?|\\R", text):
        return sp.S.Reals
    if text in (r"\varnothing", r"\emptyset"):
        return sp.S.EmptySet
    return sp.Union(*(_part(part) for part in text.split(r"\cup")))


def _part(text: str) -> Any:
    try:
        if text.startswith(r"\{") and text.endswith(r"\}"):
            return sp.FiniteSet(*(to_sympy(parse(t)) for t in text[2:-2].split(",")))
        if found := re.fullmatch(r"([\[(])([^,]+),([^,]+)([\])])", text):
            low, high = (to_sympy(parse(t)) for t in found.group(2, 3))
            return sp.Interval(low, high, found[1] == "(", found[4] == ")")
    except (FormulaError, ValueError, TypeError) as error:
        raise Unreadable("a set") from error
    raise Unreadable("a set")


def samples(solutions: Any) -> tuple[list[Any], list[Any]]:
    """Points inside and outside of a set of real numbers."""
    ends = sorted({e for e in _ends(solutions) if e.is_finite}, key=float)
    tries: list[Any] = [sp.Integer(0)] if not ends else [ends[0] - 1, ends[0] - 7, ends[-1] + 1, ends[-1] + 9]
    tries += [*ends, *((a + b) / 2 for a, b in itertools.pairwise(ends))]
    inside, outside = list[Any](), list[Any]()
    for point in tries:
        belongs = solutions.contains(point)
        if belongs in (True, sp.true):
            inside.append(point)
        elif belongs in (False, sp.false):
            outside.append(point)
    return inside, outside


def _ends(solutions: Any) -> Iterator[Any]:
    if isinstance(solutions, sp.Interval):
        yield from (solutions.start, solutions.end)
    elif isinstance(solutions, sp.Union):
        for part in solutions.args:
            yield from _ends(part)
    elif isinstance(solutions, sp.FiniteSet):
        yield from solutions.args
