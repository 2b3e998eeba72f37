"""A short set of problems with a result at the end; what went wrong comes once more before it ends.

A pure value: whoever gives the problems and judges the answers hands in what came of them.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Final

from solver.ports import Language
from solver.tutor.difficulty import Standing

SIZE: Final = 5


@dataclass(frozen=True, slots=True)
class Result:
    """What came of one problem. `right` is at the first try and without the solution."""

    question: str
    right: bool
    hints: int = 0
    again: bool = False


@dataclass(frozen=True, slots=True)
class PracticeSet:
    """A set in progress.

    Attributes:
        model: the problem that the others are like.
        pool: problems that are not used yet, with their levels.
        again: those that went wrong and have not come again.
        repeats: a set of problems that are due; its pool is all there is.
    """

    model: str
    language: Language
    pool: tuple[tuple[str, int], ...]
    results: tuple[Result, ...] = ()
    again: tuple[str, ...] = ()
    standing: Standing = field(default=Standing())
    size: int = SIZE
    repeats: bool = False

    @property
    def fresh(self) -> int:
        """So many different problems have been done."""
        return sum(not r.again for r in self.results)

    @property
    def right(self) -> int:
        """So many of them were right at once."""
        return sum(r.right for r in self.results if not r.again)

    @property
    def is_over(self) -> bool:
        """Whether there is nothing left to do in it."""
        return self.next_question() is None

    def next_question(self) -> str | None:
        """A problem at the student's level, or the nearest there is; then those that went wrong; None at the end."""
        if self.fresh < self.size and self.pool:
            return min(self.pool, key=lambda p: abs(p[1] - self.standing.level))[0]
        return self.again[0] if self.again else None

    def after(self, question: str, *, right: bool, hints: int) -> PracticeSet:
        """The set once a problem of it was done."""
        again = any(r.question == question for r in self.results)
        waiting = tuple(q for q in self.again if q != question)
        return replace(
            self,
            pool=tuple(p for p in self.pool if p[0] != question),
            results=(*self.results, Result(question, right, hints, again)),
            again=waiting if right or again else (*waiting, question),
            standing=self.standing.after(right=right),
        )
