"""Kinds of problems that are read clause by clause: a sign in the text, a table of clauses, and who solves it.

A field of problems has one `Kinds`; its files add their kinds where they are loaded.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from solver.ports import Language
from solver.topics.clauses import Said, Table, clauses, table

Method = TypeVar("Method", bound=Callable[..., object])


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
