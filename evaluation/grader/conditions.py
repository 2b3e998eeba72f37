r"""Formulas with where they hold: a function with its domain, and functions in pieces, whose order says nothing.

Reads cleaned text; what the parts are worth is `comparing`'s business.
"""

from __future__ import annotations

import re
from typing import Final

_CASES: Final = re.compile(
    r"(?:(?P<name>[A-Za-z]\s*(?:\([A-Za-z]\))?)\s*=\s*)?\\?\{?\s*\\begin\s*\{(?:cases|array)\}(?:\s*\{[lcr]*\})?(?P<rows>.*)\\end\s*\{(?:cases|array)\}\.?",
    re.DOTALL,
)
_SAYS_WHEN: Final = re.compile(
    r"\\text\s*\{\s*(?:,?\s*(?:if|for|when|where|当|其中)\s*)\}|\b(?:if|for|when|where)\b|^当|其中"
)
_BOUND: Final = r"-?(?:\d[\d./]*|\\infty|\\frac\{[^{}]*\}\{[^{}]*\}|\\pi)"
_DOMAIN: Final = re.compile(
    rf"(?P<body>[^<>]*[^\s,;(<>])\s*(?:[,;]\s*|\s+|(?=\())[(]?\s*(?:\\text\s*\{{\s*(?:where|for|if)\s*\}}|where|for|if|其中|当)?\s*"
    rf"(?P<when>{_BOUND}\s*<=?\s*[a-z]\s*<=?\s*{_BOUND}|[a-z]\s*(?:[<>]=?|\\ne)\s*{_BOUND})\s*[)]?"
)


def in_pieces(text: str) -> list[tuple[str, str]] | None:
    r"""The pieces of a function, each with its condition; None where a text is no such function.

    >>> in_pieces(r"\begin{cases} -x & \text{if } x<0\\ x & x>=0\end{cases}"), in_pieces(r"\begin{cases} x=1\\y=2\end{cases}")
    ([('-x', 'x<0'), ('x', 'x>=0')], None)
    """
    found = _CASES.fullmatch(text)
    if found is None:
        return None
    rows = [
        re.split(r"\s*,?\s*&\s*", row.strip(" ,;"))
        for row in re.split(r"\\\\(?:\[[^\]]*\])?", found["rows"])
        if row.strip()
    ]
    if len(rows) < 2 or any(len(row) != 2 for row in rows):
        return None
    pieces = [(value.strip(" ,"), _SAYS_WHEN.sub("", when).strip(" ,.")) for value, when in rows]
    return (
        pieces
        if all(re.search(r"[<>=]|\\ne|\\in", when) or "otherwise" in when for _, when in pieces)
        else None
    )


def with_domain(text: str) -> tuple[str, str] | None:
    """A function and where it holds; None where a text is no such thing.

    >>> with_domain("y=60-2x,其中0<=x<=30"), with_domain("y=-2x+60 (0<= x<= 30)"), with_domain("x > 2, x < 5")
    (('y=60-2x', '0<=x<=30'), ('y=-2x+60', '0<= x<= 30'), None)
    """
    found = _DOMAIN.fullmatch(text)
    if found is None or not re.search(r"[A-Za-z]", found["body"]):
        return None
    return found["body"], found["when"]
