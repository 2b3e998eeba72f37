"""What a topic is: it recognises a kind of problem, solves it in steps, and knows another way to check.

Only the values that topics, the reader and the built-in tutor exchange; no topic and no parsing here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeAlias, runtime_checkable

from solver.ports import CheckPlan, Language


@dataclass(frozen=True, slots=True)
class Solution:
    """How to solve a problem, before anything is computed in the kernel.

    Attributes:
        steps: prose in the problem's language (Markdown, mathematics in `\\(…\\)` and `\\[…\\]`); each
            entry is one step: what is done and why it is allowed, with before and after. All of it true.
        cell: Python source, commented in the problem's language, as a teacher would write it. The value
            of its last line is the answer. Self-contained: imports what it uses.
        plot: source of a cell that draws one labelled figure, where a picture helps.
    """

    steps: tuple[str, ...]
    cell: str
    plot: str | None = None


@dataclass(frozen=True, slots=True)
class Conclusion:
    """The end of a solution: one sentence for the reader, and the exact answer as LaTeX without delimiters."""

    sentence: str
    answer: str


class Task(Protocol):
    """A problem that was read whole."""

    def solution(self) -> Solution:
        """The steps and the cell. Pure; may take as long as sympy does (the caller can be stopped)."""
        ...

    def conclude(self, value: Any) -> Conclusion | None:
        """Put the cell's value (sympy objects, tuples, lists, dicts of them) into words and exact form.

        None when the value is not what this kind of problem gives.
        """
        ...

    def check(self, answer: str) -> CheckPlan | None:
        """How to check `answer` (LaTeX, by whoever) in another way than `solution` finds it."""
        ...


@runtime_checkable
class Methodical(Task, Protocol):
    """A task that can be solved by more than one method (names of `solver.topics.methods.METHODS`)."""

    def methods(self) -> tuple[str, ...]:
        """The methods that work for just this problem, that of `solution` first; empty: there is only the one way."""
        ...

    def by(self, method: str) -> Task:
        """The same question solved by one of `methods`."""
        ...


@dataclass(frozen=True, slots=True)
class Unread:
    """A topic recognised its kind of problem, but not every part of it.

    `fragments` are the parts, verbatim as they stand in the problem's text, that were not understood.
    `methods` are forbidden by the problem, and there is no other way to solve it.
    `doubted`: every word was read, but what was read contradicts itself or leaves something out; the same in other words would be no better.
    """

    fragments: tuple[str, ...]
    methods: tuple[str, ...] = ()
    doubted: bool = False


@dataclass(frozen=True, slots=True)
class Text:
    """A problem's text as topics get it: cleaned (`solver.reader.clean`), never evaluated.

    `source` keeps words and formulas; full-width digits and signs are already half-width, LaTeX is
    kept inside its delimiters.

    `values`: what the problem has said that single letters are (sympy numbers), where a topic reads the last question of a
    longer problem; it may name them as they stand ("put a, 3, b in order").
    """

    source: str
    language: Language
    values: Mapping[str, Any] = field(default_factory=dict, hash=False)


Reading: TypeAlias = Task | Unread | None
"""None: this topic has nothing to do with the problem."""

Reader: TypeAlias = Callable[[Text], Reading]


@dataclass(frozen=True, slots=True)
class Words:
    """One sentence in both languages; `.say(language, name=value, …)` fills it in.

    >>> Words("Add {a}.", "加上{a}。").say("zh", a=3)
    '加上3。'
    """

    en: str
    zh: str

    def say(self, language: Language, /, **values: object) -> str:
        """The sentence in `language`; a missing value is a KeyError."""
        return (self.zh if language == "zh" else self.en).format(**values)
