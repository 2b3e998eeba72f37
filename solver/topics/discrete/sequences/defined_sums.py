r"""What S_n means, said with the terms themselves: "where S_n = a_1 + ... + a_n", 记S_n=a_1+a_2+…+a_n.

It is what S_n means anyway, so the clause goes. Only for the sum of the first n terms of a_n; another sum stays and is not read.
"""

from __future__ import annotations

import re
from typing import Final

_DOTS: Final = r"(?:\.{2,}|…+|⋯+|\\[lcd]?dots[bmci]?)"
_TERM: Final = r"a_\{{?{}\}}?"
_SUM: Final = (
    rf"\$?\s*(?:{_TERM.format(1)}\s*\+\s*(?:{_TERM.format(2)}\s*\+\s*)?(?:{_TERM.format(3)}\s*\+\s*)?{_DOTS}\s*\+\s*{_TERM.format('n')}(?!\s*[-+*/^])"
    r"|\\sum(?:\\limits)?_\{?\s*(?P<i>[ijkr])\s*=\s*1\s*\}?\s*\^\s*\{?n\}?\s*a_\{?(?P=i)\}?)\s*\$?"
)
_S: Final = r"\$?\s*S_\{?n\}?\s*\$?"
_LEAD: Final = r"(?:[,，;(]\s*|\b(?:where|with|and|let|here|define|denote|writing|write|set|put|we|as\s+usual)\s+|其中|[记设令即且])*"
_DEFINED: Final = re.compile(
    rf"(?i){_LEAD}{_S}\s*(?::?=|\bdenotes?\b|\bis\b|\bbe\b|\bstands\s+for\b|\bfor\b|\bmeans\b|为|表示|是|等于|代表)\s*(?:the\s+)?(?:sum\s+(?:of\s+)?)?{_SUM}\)?"
)
_GOES_ON: Final = re.compile(r"\s*(?:(?:is|be|denotes?|being)\s+the\s+sum\b|(?:是|为|表示)(?=.{0,12}和))")


def without_definition(text: str) -> str:
    """`text` without such a clause.

    >>> without_definition("S_3 = 7, where S_n = a_1 + ... + a_n. Find S_6."), without_definition("记S_n=a_1+a_2+…+a_n,求S_6")
    ('S_3 = 7 , . Find S_6.', ' , ,求S_6')
    """

    text = re.sub(  # "the progression a_1, a_2, a_3, ... has": only its name
        rf"(?i)(\b(?:sequence|progression|series)|数列)\s*\$?\s*{_TERM.format(1)}\s*,\s*(?:{_TERM.format(2)}\s*,\s*)?(?:{_TERM.format(3)}\s*,\s*)?{_DOTS}(?:\s*,\s*{_TERM.format('n')}(?:\s*,\s*{_DOTS})?)?\s*\$?(?=\s+[a-z]|\s*[,;.中的各满]|$)",
        r"\1 ",
        text,
    )
    text = re.sub(r"(?:由)?正(?:实)?数(?:组成|构成)的(?=(?:一个)?等[比差]数列)", "各项为正的", text)
    text = re.sub(
        r"(?i)\b(sequence|progression|series)\s+(?:(?:made\s+up|consisting|composed)\s+)?of\s+positive\s+(?:real\s+)?numbers\b",
        r"\1 with positive terms",
        text,
    )

    def left(match: re.Match[str]) -> str:
        return " $S_n$ " if _GOES_ON.match(text, match.end()) else " , "

    return _DEFINED.sub(left, text)
