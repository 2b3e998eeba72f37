r"""Letters that an answer itself defines: `1, ω, ω^2 where ω = e^{2πi/3}`, `y = mx + 1, m = 2`. Text to text, of spelled text."""

from __future__ import annotations

import re
from typing import Final

_WHERE: Final = re.compile(
    r"(?P<body>.+?)\s*[,;(]?\s*(?:\\text\s*\{\s*,?\s*(?:where|with|for)\s*\}|\b(?:where|with)\b|其中)\s*:?\s*(?P<name>\\?[A-Za-z]+|ω)\s*=\s*(?P<is>[^=<>,;]+?)\s*\)?"
)
_ROOT_OF_ONE: Final = re.compile(r"ω|\\(?:omega|zeta|xi|varepsilon|epsilon)(?![A-Za-z])")


def with_values(text: str) -> str:
    r"""An answer with the value of the letter that it defines at its end.

    >>> with_values(r"1, \omega, \omega^2 where \omega = e^{2\pi i/3}"), with_values("x^2 + C, where C = 5"), with_values("2k where k is whole")
    ('1, (e^{2\\pi i/3}), (e^{2\\pi i/3})^2', 'x^2 + (5)', '2k where k is whole')
    """
    text = text.replace("ω", r"\omega ")
    found = _WHERE.fullmatch(text)
    if found is None or len(text) > 300 or not re.search(r"[\d\\]", found["is"]):
        return text
    name = re.escape(found["name"].strip())
    used = re.compile(rf"(?<![A-Za-z\\]){name}(?![A-Za-z])\s*")
    if (
        not used.search(found["body"])
        or used.search(found["is"])
        or re.search(r"(?:^|[,;\s])" + name + r"\s*=", found["body"])
    ):
        return text
    if not _ROOT_OF_ONE.match(found["name"]) and not re.fullmatch(r"[A-Za-z]", found["name"]):
        return text
    return used.sub(lambda _: f"({found['is'].strip()})", found["body"]).strip(" ,;")
