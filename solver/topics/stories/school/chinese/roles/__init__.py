"""Chinese stories read by roles: every number is a count, a price, a difference, a share, a total by the grammar around it.

`by_roles` is the whole interface. Things, names, deeds and the order of the clauses are open (`telling`, `names`); a story is refused where a
word changes an amount in a way that is not read, where a number has no role, and where the roles do not determine the answer.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from solver.topics.stories.school.chinese.marks import Marks
from solver.topics.stories.school.chinese.roles.shares import shares
from solver.topics.stories.school.chinese.roles.takings import takings
from solver.topics.stories.school.chinese.roles.telling import Telling, telling
from solver.topics.stories.school.chinese.roles.two_sorts import two_sorts
from solver.topics.stories.school.chinese.roles.two_totals import two_totals
from solver.topics.stories.school.working import Unfit, Working

__all__ = ["by_roles"]

READERS: Final[tuple[Callable[[Telling], Working], ...]] = (shares, takings, two_totals, two_sorts)


def by_roles(marks: Marks) -> Working | None:
    """The only answer of those who read the story by roles; None where none does, or two that differ."""
    try:
        told = telling(marks)
    except Unfit:
        return None
    found = []
    for reader in READERS:
        try:
            found.append(reader(told))
        except Unfit:
            continue
    answers = {(w.answers, w.unit) for w in found}
    work = found[0] if len(answers) == 1 else None
    if work is None or work.answer is None or work.answer.made is None or min(work.answers) < 0:
        return None
    return work
