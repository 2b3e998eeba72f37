"""Which whole numbers are meant by bounds and properties (those of `integer_search`), and two sources that list them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

import sympy as sp

from solver.topics.numbers.integer_search.conditions import Condition, Kind, Range, Search
from solver.topics.numbers.integer_search.topic import Found, found_of

MAX_ROW: Final = 20_000
MAX_FIRST: Final = 2_000
MAX_DIVIDED: Final = 10**40


@dataclass(frozen=True, slots=True)
class Listed:
    """The members in rising order, and two sources that list them."""

    members: tuple[int, ...]
    source: str
    again: str


def listed_of(parts: Sequence[Range | Condition], letter: str = "n") -> Listed | None:
    """All that fit; None where that has no end, or where it is not certain whether an end belongs to it."""
    bounds, conditions = _sorted(parts)
    divided = [c.of for c in conditions if isinstance(c, Kind) and c.name == "divisor" and not c.negated]
    if divided and (bounds.high is None or bounds.high > 0) and (bounds.low is None or bounds.low >= 0):
        return _divisors(
            math.gcd(*divided),
            bounds,
            [c for c in conditions if not (isinstance(c, Kind) and c.name == "divisor" and not c.negated)],
            letter,
        )
    if not parts:
        return None
    found = found_of(Search("all", bounds, conditions, letter), "en")
    if not isinstance(found, Found) or len(found.members) > MAX_ROW:
        return None
    low, high = found.bounds.low, found.bounds.high
    test = " and ".join(c.source(letter) for c in conditions)
    source = f"[{letter} for {letter} in range({low}, {(high or 0) + 1}){f' if {test}' if test else ''}]"
    return Listed(found.members, source, _again(conditions, letter, low or 0, high or 0))


def _sorted(parts: Sequence[Range | Condition]) -> tuple[Range, tuple[Condition, ...]]:
    bounds = Range()
    for part in parts:
        if isinstance(part, Range):
            bounds = bounds.within(part)
    return bounds, tuple(dict.fromkeys(p for p in parts if not isinstance(p, Range)))


def _again(conditions: Sequence[Condition], letter: str, low: int, high: int) -> str:
    """Each condition on its own, then what they have in common."""
    every = f"range({low}, {high + 1})"
    sets = [f"{{{letter} for {letter} in {every} if {c.source(letter)}}}" for c in conditions]
    return f"sorted({' & '.join(sets)})" if sets else f"list({every})"


def _divisors(of: int, bounds: Range, others: Sequence[Condition], letter: str) -> Listed | None:
    if of <= 0 or of > MAX_DIVIDED:
        return None
    primes = sp.factorint(of, limit=10**5)
    if not all(sp.isprime(p) for p in primes) or math.prod(e + 1 for e in primes.values()) > MAX_ROW:
        return None
    low, high = max(1, bounds.low or 1), bounds.high
    if any(end in bounds.open_ends and of % end == 0 for end in bounds.open_ends if end):
        return None
    tests = [c.source(letter) for c in others]
    if low > 1:
        tests.append(f"{letter} >= {low}")
    if high is not None:
        tests.append(f"{letter} <= {high}")
    fits = [
        int(d)
        for d in sp.divisors(of)
        if low <= d and (high is None or d <= high) and all(c.holds(int(d)) for c in others)
    ]
    test = f" if {' and '.join(tests)}" if tests else ""
    source = f"[{letter} for {letter} in divisors({of}){test}]" if test else f"divisors({of})"
    if of <= 10**6:
        every = " and ".join([f"{of} % {letter} == 0", *tests])
        again = f"[{letter} for {letter} in range(1, {of + 1}) if {every}]"
    else:
        products = f"{{prod(p) for p in __import__('itertools').product({', '.join(f'[{p}**k for k in range({e + 1})]' for p, e in primes.items())})}}"
        again = f"sorted({letter} for {letter} in {products}{test})"
    return Listed(tuple(fits), source, again)


def first_of(count: int, parts: Sequence[Range | Condition], letter: str = "n") -> Listed | None:
    """The first `count` that fit; None where it is not told where they begin."""
    bounds, conditions = _sorted(parts)
    if bounds.low is None and any(
        isinstance(c, Kind) and c.name in ("prime", "composite") and not c.negated for c in conditions
    ):
        bounds = bounds.within(Range(2))
    if bounds.low is None or bounds.low < 1 or bounds.high is not None or not 1 <= count <= MAX_FIRST:
        return None
    if any(isinstance(c, Kind) and c.name == "divisor" for c in conditions):
        return None
    fitting = (n for n in range(bounds.low, bounds.low + 400_000) if all(c.holds(n) for c in conditions))
    members = tuple(islice(fitting, count))
    if len(members) < count:
        return None
    test = " and ".join(c.source(letter) for c in conditions)
    source = (
        f"[{letter} for {letter} in range({bounds.low}, {members[-1] + 1}){f' if {test}' if test else ''}]"
    )
    return Listed(members, source, f"{_again(conditions, letter, bounds.low, members[-1] + 50)}[:{count}]")


def end_of(wanted: str, parts: Sequence[Range | Condition], letter: str = "n") -> Listed | None:
    """The smallest or the largest that fits, of those that go on for ever the other way; its sources give the number itself."""
    bounds, conditions = _sorted(parts)
    found = found_of(Search(wanted, bounds, conditions, letter), "en") if conditions else None
    if found is None or not found.members:
        return None
    low, high = found.bounds.low, found.bounds.high
    test = " and ".join(c.source(letter) for c in conditions)
    end, value = ("min", found.members[0]) if wanted == "smallest" else ("max", found.members[-1])
    source = f"{end}({letter} for {letter} in range({low}, {(high or 0) + 1}) if {test})"
    step = "" if wanted == "smallest" else ", -1"
    row = (
        f"range({low}, {(high or 0) + 1})"
        if wanted == "smallest"
        else f"range({high}, {(low or 0) - 1}{step})"
    )
    return Listed((value,), source, f"next({letter} for {letter} in {row} if {test})")
