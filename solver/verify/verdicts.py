"""What is said of one line of a student's work. Values only: the page, the API and the terminal send them as they are."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from solver.ports import Language
from solver.verify.sentences import say

Kind: TypeAlias = Literal["correct", "unfinished", "wrong", "unknown"]


@dataclass(frozen=True, slots=True)
class LineVerdict:
    """The verdict on one line.

    Attributes:
        verdict: `correct`: follows from what stands before; `unfinished`: right, but it is not the end, not in the form
            asked for, or needs a check; `wrong`: does not follow; `unknown`: not decided.
        why: a sentence in the student's language, mathematics in `\\(…\\)`.
        reason: a stable name of why, for programs: `same`, `not-equivalent`, `needs-check`, …
        slip: the likely slip of a wrong line by its name in `solver.verify.slips.NAMES`; empty where none was recognised.
        place: the part of the line or of the line before where the slip happened, as LaTeX; empty where it cannot be told.
        counterexample: numbers for which the line and what stands before differ, in words; empty for other verdicts.
        follows_wrong: right by itself, but it goes on from a line that was wrong.
    """

    verdict: Kind
    why: str
    reason: str = ""
    slip: str = ""
    place: str = ""
    counterexample: str = ""
    follows_wrong: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """A verdict before it is worded: codes of sentences and what fills them."""

    verdict: Kind
    reason: str
    values: dict[str, str] = field(default_factory=dict)
    slip: str = ""
    place: str = ""
    counterexample: tuple[str, dict[str, str]] | None = None
    follows_wrong: bool = False


def worded(found: Finding, language: Language) -> LineVerdict:
    """The verdict in the student's language.

    >>> worded(Finding("wrong", "not-equivalent", slip="sign"), "en").why
    'This does not follow from the line before. Likely slip: a wrong sign.'
    """
    follows = found.follows_wrong and found.verdict != "wrong"
    parts = [say("follows-wrong", language) if follows else say(found.reason, language, **found.values)]
    example = ""
    if found.counterexample is not None:
        code, values = found.counterexample
        example = say(code, language, **values)
        parts.append(example)
    if found.slip:
        name = say(f"slip-{found.slip}", language)
        code = "likely-at" if found.place else "likely"
        parts.append(say(code, language, slip=name, place=found.place))
    why = ("" if language == "zh" else " ").join(parts)
    return LineVerdict(
        found.verdict, why, found.reason, found.slip, found.place, example, found.follows_wrong
    )
