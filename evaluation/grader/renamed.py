r"""Names that an answer gives by itself where the question has others or asks for none: the variable of a function, the letters of coordinates."""

from __future__ import annotations

import re
from typing import Final

_DEFINED: Final = re.compile(
    r"\s*\$?\s*([A-Za-z])\s*(?:\(\s*([a-z])\s*\)|_\s*\{?\s*([a-z])\s*\}?)\s*=(?!=)(.+)", re.DOTALL
)
_LETTER: Final = r"(?<![A-Za-z\\]){}(?![A-Za-z])"


def in_one_variable(question: str, answer: str, reference: str) -> tuple[str, str]:
    """A function, or the terms of a sequence, in the reference's variable, where the answer has another one.

    >>> in_one_variable("Find f.", "f(t) = 3t^2 + 1", "f(x) = 3x^2 + 1"), in_one_variable("Find f.", "f(t) = 3t + x", "f(x) = 3x + t")[0]
    (('f(x)=3x^2 + 1', 'f(x) = 3x^2 + 1'), 'f(t) = 3t + x')
    """
    told, wanted = _DEFINED.fullmatch(answer), _DEFINED.fullmatch(reference)
    if told is None or wanted is None or told[1] != wanted[1] or bool(told[2]) != bool(wanted[2]):
        return answer, reference
    old, new = told[2] or told[3], wanted[2] or wanted[3]
    letter = re.compile(_LETTER.format(old) + rf"|(?<=\d){old}(?![A-Za-z])")
    if old == new or re.search(rf"(?<!\\){new}(?![A-Za-z])", told[4]) or letter.search(wanted[4]):
        return answer, reference
    head = f"{told[1]}({new})" if told[2] else f"{told[1]}_{{{new}}}"
    return f"{head}={letter.sub(new, told[4]).strip()}", reference


_PLACES_ASKED: Final = re.compile(r"\(\s*([a-z])\s*,\s*([a-z])\s*(?:,\s*([a-z])\s*)?\)")
_VALUE_OF: Final = re.compile(r"\s*\$?\s*([a-z])\s*=\s*([^=,;，；]+?)\s*\$?\s*")
_TUPLE: Final = re.compile(r"\s*\$?\s*(?:\\left)?\([^()=]*,[^()=]*(?:\\right)?\)\s*\$?\s*")


def at_their_places(question: str, answer: str, reference: str) -> tuple[str, str]:
    """Values with their letters, in any order, as the point that a question asks for by these letters.

    >>> at_their_places("Solve it. Give (x, y).", "y = 2, x = 1", "(1, 2)"), at_their_places("Solve it. Give (x, y).", "y = 2, z = 1", "(1, 2)")[0]
    (('(1, 2)', '(1, 2)'), 'y = 2, z = 1')
    """
    asked = {tuple(filter(None, m.groups())) for m in _PLACES_ASKED.finditer(question)}
    parts = [_VALUE_OF.fullmatch(part) for part in re.split(r"[,;，；]|\band\b|和", answer)]
    if len(asked) != 1 or not _TUPLE.fullmatch(reference) or not all(parts):
        return answer, reference
    (letters,) = asked
    values = {m[1]: m[2] for m in parts if m}
    if len(values) != len(parts) or set(values) != set(letters):
        return answer, reference
    return f"({', '.join(values[letter] for letter in letters)})", reference
