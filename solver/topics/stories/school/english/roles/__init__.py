"""English stories read by roles: what each number is, is told by the grammar around it; nouns, names and verbs are open.

Each kind of story has a file. A story is declined where a number has no role, where its roles do not determine the answer, or where a
word stands in it that changes amounts in a way that is not followed here. Nothing of `methods` is used here.
"""

from __future__ import annotations

from solver.topics.base import Text
from solver.topics.stories.school.english.roles import billed, divided, mixed, spent
from solver.topics.stories.school.task import Exercise

READERS = (billed, divided, mixed, spent)


def read(text: Text) -> Exercise | None:
    """The answer of all kinds that read the story; None where two of them differ."""
    found = [one for reader in READERS if (one := reader.read(text)) is not None]
    return found[0] if len({one.values for one in found}) == 1 else None
