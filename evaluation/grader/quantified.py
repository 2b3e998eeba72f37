r"""Statements with one quantifier: `∃x>0, x²-x+1≤0` and `\exists x>0,\ x^{2}-x+1\le 0`, 任意x∈R,都有x²≥0.

Both must have the same quantifier, over the same set, of the same statement; the letter may be another. Reads spelled text; what the sets and
the statements are worth is `comparing`'s business.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_QUANTIFIER: Final = (
    r"(?:(?P<some>∃|\\exists(?![A-Za-z])|存在(?:一个)?(?:实数)?|[Tt]here\s+(?:exists?|is)(?:\s+an?)?)"
    r"|(?P<all>∀|\\forall(?![A-Za-z])|对?于?任意(?:的|一个)?(?:实数)?|[Ff]or\s+(?:all|every|any|each)))"
)
_STATEMENT: Final = re.compile(
    rf"{_QUANTIFIER}\s*(?P<over>[^,;:]*?(?:\\in\s*[(\[][^()\[\]]*[)\]]|[<>=]|\\in|\\ne)[^,;:<>=]*?)\s*"
    r"(?:[,;:]\s*|(?=使|都|均|恒|有|such))(?:使得?|[都均恒]有|有|such\s+that|s\.t\.)?\s*(?P<body>\S.*?)(?:恒?成立)?"
)
_LETTER: Final = re.compile(r"(?<![A-Za-z\\])([a-z])(?:_\{?0\}?)?(?![A-Za-z])")


@dataclass(frozen=True, slots=True)
class Quantified:
    """For all, or for some; over which x; what is said of it."""

    for_all: bool
    over: str
    body: str


def quantified(text: str) -> Quantified | None:
    r"""A statement with one quantifier and one letter under it, which is x; None where a text is no such statement.

    >>> quantified("∃t>0, t^2-t+1<=0")
    Quantified(for_all=False, over='x>0', body='x^2-x+1<=0')
    >>> quantified(r"\forall x \in \reals, x^2>0"), quantified("x>0, x<2")
    (Quantified(for_all=True, over='x \\in R', body='x^2>0'), None)
    """
    plain = re.sub(r"\\text\s*\{([^{}]*)\}", r" \1 ", text).replace(r"\reals", "R")
    found = _STATEMENT.fullmatch(" ".join(plain.split()).rstrip("."))
    if found is None or not re.search(r"[<>=]|\\ne", found["body"]):
        return None
    if re.search(r"∃|∀|\\exists|\\forall|存在|任意|\b(?:exists?|every|all)\b", found["body"]):
        return None
    letters = {m[1] for m in _LETTER.finditer(found["over"])}
    if len(letters) != 1:
        return None
    letter = letters.pop()
    if letter != "x" and re.search(r"(?<![A-Za-z\\])x(?![A-Za-z])", found["body"]):
        return None  # another letter, which is free
    own = re.compile(rf"(?<![A-Za-z\\]){letter}(?:_\{{?0\}}?)?(?![a-z])")
    over, body = (own.sub("x", found[name].strip()) for name in ("over", "body"))
    return Quantified(found["all"] is not None, over, body)
