"""What is found of one option: whether it has what is asked for, why, and two ways for Python to say so."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from solver.ports import Language
from solver.topics.base import Words


@dataclass(frozen=True, slots=True)
class Judged:
    """Whether an option `holds`.

    Attributes:
        reason: a true sentence with the places {…} filled by `facts`; behind "Option A: ".
        source: a Python expression with the truth, as the solution finds it.
        other: the same in another way.
        letters: variables of both.
    """

    holds: bool
    reason: Words
    facts: dict[str, str]
    source: str
    other: str
    letters: frozenset[str] = frozenset()

    def told(self, language: Language) -> str:
        """The reason in words."""
        return self.reason.say(language, **self.facts)


Judge: TypeAlias = Callable[[str], Judged | None]
"""Judges the text of an option; None where it cannot be judged for certain."""
