"""What a student's answer is worth, as a value; how it is found out is the session's business."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

BEFORE_HELP: Final = 2
"""Wrong tries after which the next hint is offered."""
_DECORATION: Final = re.compile(r"\\text|\\mathrm|[\s{}\\$.。,，;；]+")


@dataclass(frozen=True, slots=True)
class Try:
    """One answer of a student. `right` is None where it could not be decided; `form` is what a right one lacks (`solver.tutor.form`).

    `why` is a sentence in the student's language that says more, mathematics in `\\(…\\)`; it never has the right answer.
    `slip` is the name of the likely slip of a wrong one, empty where none was recognised.
    """

    answer: str
    right: bool | None
    form: str = "kept"
    why: str = ""
    slip: str = ""

    @property
    def is_done(self) -> bool:
        """Right, and in the form that is asked for."""
        return self.right is True and self.form == "kept"


def told_alike(one: str, other: str) -> bool:
    r"""Whether two answers are the same text, but for spaces and marks.

    >>> told_alike("Odd.", r"\text{odd}")
    True
    """
    bare = [_DECORATION.sub("", text).casefold() for text in (one, other)]
    return bare[0] == bare[1] != ""
