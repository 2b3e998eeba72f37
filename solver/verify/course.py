"""The course of a student's work: what holds at the moment, and what a line is compared with. Shared by all kinds of problems."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

import sympy as sp

from solver.formula import Node
from solver.formula.nodes import Symbol, symbols
from solver.verify.equality import Difference, difference, is_real, near, number, shown
from solver.verify.lines import Claim, Line, is_solved
from solver.verify.meaning import Names
from solver.verify.posed import Posed
from solver.verify.verdicts import Finding


class Course(ABC):
    """Judges the lines of one work, one after the other. `ahead` are the lines that are still to come."""

    def __init__(self, posed: Posed) -> None:
        self.posed = posed
        self.names = Names(dict(posed.names.letters), dict(posed.names.functions))
        self.wrong = False
        """Whether a line before was wrong, so that what follows is judged against it."""
        self.finished = False

    @abstractmethod
    def judge(self, line: Line, ahead: Sequence[Line]) -> Finding:
        """The verdict on the next line; what it says holds from then on."""

    def candidates(self) -> Sequence[Any]:
        """Values that a decimal of the next line may be a rounding of."""
        return ()

    def told(self, found: Finding) -> Finding:
        """The finding, as one of a line that may stand behind a wrong one."""
        if found.verdict == "wrong":
            self.wrong = True
            return found
        if self.wrong and found.verdict in ("correct", "unfinished"):
            return Finding("unfinished", found.reason, found.values, follows_wrong=True)
        return found

    def concluded(self, found: Finding | None, line: Line) -> Finding:
        """What is told of a whole line; `found` is None where nothing in it could be judged."""
        if line.unread and (found is None or found.verdict in ("correct", "unfinished")):
            return Finding("unknown", "unreadable", {"part": line.unread[0][:60]})
        return Finding("unknown", "no-formula") if found is None else self.told(found)

    def define(self, claim: Claim, values: Sequence[Any], letters: frozenset[str]) -> Finding | None:
        """A name that the problem does not have is given a value here; None where it is not that."""
        if not is_solved(claim) or len(values) != 2 or values[1] is None:
            return None
        left = claim.sides[0]
        assert isinstance(left, Symbol)
        if (
            left.name in letters
            or left.name in self.names.letters
            or "{" in left.name
            or left.name.endswith("_77")
        ):
            return None
        if left.name.split("_")[0] in letters:
            return None
        self.names.letters[left.name] = values[1]
        return Finding("correct", "definition")


def statements(line: Line) -> Iterator[tuple[Claim, ...]]:
    """The claims of a line in groups that follow from one another."""
    group: list[Claim] = []
    for claim in line.claims:
        if claim.joint == "then" and group and not _of_set(group[-1], claim):
            yield tuple(group)
            group = []
        group.append(claim)
    if group:
        yield tuple(group)


def _of_set(before: Claim, claim: Claim) -> bool:
    """Whether a claim is a range that the one in front is said to lie in: `x ∈ (1, 4) ∪ (5, 6)`."""
    return not claim.signs and not before.signs and ("∈" in claim.before or "∪" in claim.before)


def calculated(values: Sequence[Any], signs: Sequence[str]) -> Finding | None:
    """A chain of numbers: right, or the place where it is wrong; None where it has letters or no value."""
    if len(values) != len(signs) + 1 or any(
        v is None or not isinstance(v, sp.Expr) or v.free_symbols for v in values
    ):
        return None
    for (a, b), sign in zip(pairwise(values), signs, strict=True):
        first, second = number(a), number(b)
        if first is None or second is None:
            if a == b:
                continue
            return None
        if not _stands(first, sign, second):
            return Finding("wrong", "wrong-calculation", slip="arithmetic", counterexample=("numbers-differ", {"before": f"\\({shown(a)}\\)", "after": f"\\({shown(b)}\\)"}))  # fmt: skip
    return Finding("correct", "calculation")


def _stands(a: Any, sign: str, b: Any) -> bool:
    same = near(a, b)
    if sign in ("=", "!="):
        return same == (sign == "=")
    if not (is_real(a) and is_real(b)):
        return False
    return bool((same and "=" in sign) or (not same and (a < b) == (sign[0] == "<")))


def same_everywhere(values: Sequence[Any], *, positive: bool = False) -> Difference | bool | None:
    """False where all values of a chain are equal; else the first difference; None: not decided."""
    unsure = False
    for a, b in pairwise(values):
        if a is None or b is None or not (isinstance(a, sp.Expr) and isinstance(b, sp.Expr)):
            unsure = True
            continue
        found = difference(a, b, positive=positive)
        if isinstance(found, Difference):
            return found
        unsure = unsure or found is None
    return None if unsure else False


def all_symbols(nodes: Sequence[Node]) -> frozenset[str]:
    """Letters of several trees."""
    return frozenset().union(*(symbols(n) for n in nodes)) if nodes else frozenset()


def plain_name_of(name: str) -> str:
    """A placeholder of `solver.verify.rewriting` as the reader of formulas names its symbol.

    >>> plain_name_of("L_{77}")
    'L_77'
    """
    return name.replace("{", "").replace("}", "")


def point_words(point: Mapping[sp.Symbol, Any]) -> str:
    """`x = 1, y = 2` for a sentence."""
    return ", ".join(f"\\({s.name} = {shown(v)}\\)" for s, v in point.items())
