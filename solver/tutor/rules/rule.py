"""What a rule is."""

from __future__ import annotations

from dataclasses import dataclass

from solver.topics.base import Words


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule by its name, and why it holds: for a child, in school, and as a mathematician says it.

    `pattern` is a regular expression that the step's prose has; English and Chinese steps are told apart by it alone.
    `formula` is one that the step's source with its formulas must have too.
    """

    name: Words
    pattern: str
    simple: Words
    school: Words
    exact: Words | None = None
    formula: str = ""
