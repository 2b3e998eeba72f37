"""Works that are not judged at all: empty, a huge paste, the tutor's own text. Looks at characters only."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Final

from solver.ports import Language
from solver.verify.sentences import say
from solver.verify.verdicts import LineVerdict

MAX_LINES: Final = 60
MAX_CHARACTERS: Final = 6_000
_TUTORS_MARKS: Final = re.compile(r"\*\*\d+\.\*\*|```(?:python|output)")


def refusal(lines: Sequence[str], language: Language, shown: Collection[str] = ()) -> LineVerdict | None:
    """Why a work is not judged at all; None where it is. `shown` are texts that the tutor has shown for the problem.

    >>> refusal(["", " "], "en").reason
    'no-work'
    """
    characters = sum(map(len, lines))
    if not any(line.strip() for line in lines):
        return LineVerdict("unknown", say("no-work", language), "no-work")
    if len(lines) > MAX_LINES or characters > MAX_CHARACTERS:
        why = say(
            "too-much-work",
            language,
            lines=len(lines),
            characters=characters,
            max_lines=MAX_LINES,
            max_characters=MAX_CHARACTERS,
        )
        return LineVerdict("unknown", why, "too-much-work")
    told = [line.strip() for text in shown for line in text.splitlines() if len(line.strip()) > 12]
    own = [line.strip() for line in lines if len(line.strip()) > 12]
    copied = sum(1 for line in own if line in told)
    if any(_TUTORS_MARKS.search(line) for line in lines[:-1]) or own and copied >= max(2, 0.8 * len(own)):
        return LineVerdict("unknown", say("pasted", language), "pasted")
    return None
