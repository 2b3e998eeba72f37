"""One whole in two situations, read by roles and not by wordings: so much each time and so many times, so many who work and for how long, what they make.

A number is what its unit makes of it. The first situation has all of its numbers, the second lacks the one that is asked for; between them words are open, but
for those that compare, change or share. `chinese` and `english` find the numbers, `methods` works out what is asked for. `solve` is the whole interface.
"""

from __future__ import annotations

from solver.topics.stories.everyday.situations import chinese, english
from solver.topics.stories.everyday.situations.methods import METHODS
from solver.topics.stories.school.working import Unfit, Working

__all__ = ["solve"]


def solve(plain: str, work: Working) -> None:
    """Work out what is asked for, of a text whose numbers are digits, in the working's language.

    Raises:
        Unfit: the text is of another kind, or may be.
    """
    told, asked = (chinese if work.language == "zh" else english).mentions(plain)
    if not any(method(told, asked, work) for method in METHODS):
        raise Unfit
