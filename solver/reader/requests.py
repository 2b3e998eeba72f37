"""The same request in the words that topics know: "Work out the mean." as "Find the mean." and "What is the mean?"; 则方差为____ as 求方差.

Only the last sentence, and only the words around what is asked for: nothing of that changes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_ENGLISH: Final = re.compile(
    r"(?i)(?P<before>^|.*(?:[.?!:;,]|\band|\bthen)\s+)(?:then\s+)?(?:please\s+)?(?:find|calculate|work\s+out|determine|compute|evaluate|state|give|write\s+down|obtain|deduce|name|(?:can|could)\s+you\s+(?:find|tell\s+me)|tell\s+me|what(?:\s+is|'s|\s+was|\s+will\s+be))\s+"
    r"(?P<what>(?:the|its|their|his|her|an?)\s+(?:[^.?!]|(?<=\d)\.(?=\d))+?)\s*[.?]?\s*$",
    re.DOTALL,
)
_WHAT: Final = r"(?P<what>(?![求算])(?:(?!多少|[几吗哪怎么何])[^,，。;；?？]){2,40}?)"
_BLANK: Final = r"(?:(?:[是为]|等于|=)\s*(?:多少|几|_{2,}|\(\s*\)|[?？])|(?:是|等于)(?=[?？]))"
_LEAD: Final = r"(?P<before>^|.*[,，。;；:、])\s*(?:[则问试并且]|那么|请问|试问|请你?|其中)*"
_CHINESE: Final = re.compile(
    rf"{_LEAD}(?:求出?|计算出?|算出|写出|给出|求解|确定){_WHAT}{_BLANK}?\s*[.。?？]?\s*$|{_LEAD.replace('before', 'told')}{_WHAT.replace('what', 'thing')}{_BLANK}\s*[.。?？]?\s*$",
    re.DOTALL,
)
_HAN: Final = re.compile(r"[\u3400-\u9fff]")


def plain_requests(text: str) -> Iterator[str]:
    """`text`, cleaned, with its last request in plain words; nothing where it ends with none.

    >>> list(plain_requests("Two dice are rolled. Work out the probability of a 7."))
    ['Two dice are rolled. Find the probability of a 7.', 'Two dice are rolled. What is the probability of a 7?']
    >>> list(plain_requests("设X~B(5,1/3),则P(X=2)为____。"))
    ['设X~B(5,1/3),求P(X=2)。', '设X~B(5,1/3),P(X=2)是多少?']
    >>> list(plain_requests("Solve x + 1 = 3."))
    []
    """
    if _HAN.search(text):
        if found := _CHINESE.fullmatch(text):
            before = found["before"] if found["what"] else found["told"]
            what = (found["what"] or found["thing"]).strip()
            yield f"{before}求{what}。"
            yield f"{before}{what}是多少?"
    elif found := _ENGLISH.fullmatch(text):
        find, what = ("Find", "What is") if not re.search(r"(?:,|\band|\bthen)\s+$", found["before"]) else ("find", "what is")  # fmt: skip
        yield f"{found['before']}{find} {found['what']}."
        yield f"{found['before']}{what} {found['what']}?"
