"""The answer: that there is one, that the last program printed it, that it is the reference. Only what is plainly wrong is dropped:
numbers are compared, everything else was graded where the solution was made.
"""

from __future__ import annotations

import re
from typing import Final

from solver.agent.honesty import Evidence, exact_form
from solver.latex import tidy
from training.cleaning.base import Fault, changed
from training.cleaning.numbers import numbers, same, value
from training.examples import Example
from training.formats.base import stated

_EXPRESSION: Final = re.compile(r"\w\(|\*|\bpi\b|\bsqrt\b")
_DIGITS: Final = re.compile(r"[\[(]\s*\d+(?:,\s*\d)+\s*[\])]")
_LETTER: Final = re.compile(r"[\s(（]*([A-H])[\s)）.]*\Z")


def clean(example: Example) -> Example:
    """The example with the answer that its prose says, where none was noted.

    Raises:
        Fault: `no-answer`; `two-answers`: the prose ends with another; `contradicts-output`, `contradicts-reference`.
    """
    if not example.solved:
        return example
    said = stated(example.events)
    if not example.answer.strip():
        if not said:
            raise Fault("no-answer")
        example = changed(example, answer=said)
    answer = example.answer
    if said and same(_exact(said), _exact(answer)) == "other":
        raise Fault("two-answers", f"{answer!r:.60}, but it ends with {said!r:.60}")
    if example.reference and _contradicts(answer, example.reference):
        raise Fault("contradicts-reference", f"{answer!r:.60} for {example.reference!r:.60}")
    evidence = Evidence(example.events)
    if evidence.last is not None and _denied(answer, evidence.last) and not evidence.supports(answer):
        raise Fault("contradicts-output", f"{answer!r:.60} after {evidence.last!r:.60}")
    return example


def _exact(answer: str) -> str:
    return tidy(exact_form(answer))


def _contradicts(answer: str, reference: str) -> bool:
    letters = _LETTER.match(answer), _LETTER.match(reference)
    if letters[0] and letters[1]:
        return letters[0][1] != letters[1][1]
    return same(_exact(answer), _exact(reference)) == "other"


def _denied(answer: str, printed: str) -> bool:
    """Whether a number was printed, or a line with numbers, and the answer is a number that is none of them."""
    wanted = value(answer)
    if wanted is None:
        return False
    plain = same(_exact(answer), _exact(printed))
    if plain != "unknown":
        return plain == "other"
    if _EXPRESSION.search(printed):
        return False  # a root, say, of which the answer may be the decimal
    if _DIGITS.fullmatch(printed.strip()) and re.sub(r"\D", "", printed).endswith(str(abs(wanted))):
        return False  # a numeral, printed digit by digit (sympy's `digits` has the base in front)
    among = numbers(printed)
    return bool(among) and not any(same(_exact(answer), str(abs(n))) != "other" or abs(wanted) == n for n in among)  # fmt: skip
