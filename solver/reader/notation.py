"""What a problem says of its letters: whether `i` and `e` are variables, and which names are functions.

Only what the words show. Whether `i` is a letter where no word says so (an expression alone) is a topic's decision.
"""

from __future__ import annotations

import re
from typing import Final

from solver.formula import APPLIED
from solver.reader.scan import Notation

_LETTER: Final = r"(?<![A-Za-z\\])\$?(?:\\\()?\s*(?P<letter>[ie])\s*(?:\\\))?\$?"
_ALONE: Final = r"(?=\s*(?:[,.?;:!。]|$|[\u3400-\u9fff]|\b(?:so\s+that|such\s+that|given|if|in|when|and|from|where|satisfying)\b))"
"""Nothing that makes a formula of the letter stands behind it."""
_NAMED: Final = (
    # "solve … for i", "with respect to e", "what is i?", "the value of i", "give i"
    rf"(?i:\b(?:for|wrt|w\.r\.t\.?|respect\s+to|what\s+is|calculate|find|determine|compute|give|value\s+of|variable|unknown))\s+{_LETTER}{_ALONE}",
    rf"(?:求出|求|关于|对|未知数|给出)\s*{_LETTER}\s*(?=[,.?;。]|$|的值|的方程|求导|的|等于|是|为)",
    rf"{_LETTER}\s*的值",
)
_DEFINED: Final = re.compile(
    r"(?<![A-Za-z\\\d)^_])(?P<name>[A-Za-z])\s*\(\s*(?P<variable>[A-Za-z])\s*\)\s*=(?!=)"
)
"""`f(x) = …` where a statement begins: what stands before is no factor."""
_STARTS: Final = re.compile(
    r"(?i:\b(?:let|and|suppose|given|where|if|define|functions?|with|by|that|consider|as|for)|[,.;:。、$(]|^|[\u3400-\u9fff])\s*\$?(?:\\\()?\s*$"
)


def notation_of(text: str, *, letters: frozenset[str] = frozenset()) -> Notation:
    """What the words of a cleaned text say of its letters; `letters` are variables anyway.

    >>> sorted(notation_of("Let i(e) = 3*e + 1. Give i(4).").functions - {"f", "g", "h", "F", "G"})
    ['i']
    >>> sorted(notation_of("Solve 3*i + 2*e = 5, e - i = 1 for i.").letters)
    ['i']
    """
    found = {match["letter"] for pattern in _NAMED for match in re.finditer(pattern, text)}
    functions = set(APPLIED)
    for match in _DEFINED.finditer(text):
        name, variable = match["name"], match["variable"]
        if not _STARTS.search(text[: match.start()]) or name == variable:
            continue
        if name in APPLIED or _mentions(text[match.end() :], variable):
            functions.add(name)
            found |= {variable} & {"e", "i"}
    return Notation(frozenset(functions), frozenset(found) | letters)


def _mentions(rest: str, variable: str) -> bool:
    """Whether the sentence goes on with an expression in the variable; `n(m) = 12` is a product."""
    body = re.split(r"[.;。,]\s|[\n。]", rest, maxsplit=1)[0]
    return re.search(rf"(?<![A-Za-z\\]){variable}(?![A-Za-z])", body) is not None
