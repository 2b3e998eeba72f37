"""Kinds of problems that are read clause by clause: a sign in the text, a table of clauses, and who solves it.

A field of problems has one `Kinds`; its files add their kinds where they are loaded. Who solves is asked with the clauses, mostly as `Told`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from solver.ports import Language
from solver.topics.clauses import Said, Table, clauses, table

Method = TypeVar("Method", bound=Callable[..., object])


class Unfit(Exception):
    """The clauses are known, but together they are no problem of the kind, or one with no answer or several."""


class Told:
    """The clauses of a problem in their order.

    Its methods raise `Unfit` where the clauses together are no problem of the kind.
    """

    def __init__(self, said: Sequence[Said]) -> None:
        self.said = said

    def all(self, *kinds: str) -> list[Said]:
        """The clauses of these kinds, in their order."""
        return [s for s in self.said if s.kind in kinds]

    def one(self, *kinds: str) -> Said:
        """The only clause of these kinds."""
        found = self.all(*kinds)
        if len(found) != 1:
            raise Unfit
        return found[0]

    def maybe(self, *kinds: str) -> Said | None:
        """The clause of these kinds, where there is one."""
        found = self.all(*kinds)
        if len(found) > 1:
            raise Unfit
        return found[0] if found else None

    def has(self, name: str) -> bool:
        """Whether a number or word of this name is told."""
        return any(name in s.values for s in self.said)

    def place(self, name: str) -> Said:
        """The clause that tells the number or word of this name; only one does."""
        found = [s for s in self.said if name in s.values]
        if len(found) != 1:
            raise Unfit
        return found[0]


@dataclass(frozen=True, slots=True)
class _Kind(Generic[Method]):
    sign: re.Pattern[str]
    language: Language
    table: Table
    solve: Method


class Kinds(Generic[Method]):
    """The kinds of a field, in the order in which they were added."""

    def __init__(self) -> None:
        self._kinds: list[_Kind[Method]] = []

    def of(
        self, sign: str, language: Language, wordings: Mapping[str, tuple[str, ...]]
    ) -> Callable[[Method], Method]:
        """A decorator: the decorated function solves a problem of these clauses."""

        def register(method: Method) -> Method:
            self._kinds.append(_Kind(re.compile(sign), language, table(wordings), method))
            return method

        return register

    def that_read(self, plain: str, language: Language) -> Iterator[tuple[Method, list[Said]]]:
        """Who solves a text of which every clause is in a table, and the clauses."""
        for kind in self._kinds:
            if kind.language == language and kind.sign.search(plain):
                found = clauses(plain, kind.table)
                if not isinstance(found, str):
                    yield kind.solve, found
