"""The same request in the words that topics know: "Work out the mean." as "Find the mean." and "What is the mean?"; 则方差为____ as 求方差.

Only the words around what is asked for and around what is given ("given that", 已知) change, and the order of these two.
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
_LEAD: Final = r"(?P<before>^|.*[,，。;；:])\s*(?:[则问试并且]|那么|请问|试问|请你?|其中)*"
_CHINESE: Final = re.compile(
    rf"{_LEAD}(?:求出?|计算出?|算出|写出|给出|求解|确定){_WHAT}{_BLANK}?\s*[.。?？]?\s*$|{_LEAD.replace('before', 'told')}{_WHAT.replace('what', 'thing')}{_BLANK}\s*[.。?？]?\s*$",
    re.DOTALL,
)
_COMMA: Final = (
    r"(?:[^,.?!;]|(?<=\d)[.,](?=\d)|,(?!\s*(?:find|what|determine|calculate|compute|given|if|when)\b))+?"
)
_VERB: Final = r"(?:then\s+)?(?:find|calculate|work\s+out|determine|compute|evaluate|what\s+(?:is|are))"
_GIVEN: Final = r"(?:if|given(?:\s+that)?|suppose(?:\s+that)?|assume(?:\s+that)?|assuming(?:\s+that)?|knowing(?:\s+that)?|when)"
_CONDITIONS: Final = (
    re.compile(rf"(?i)\s*{_GIVEN}\s+(?P<told>{_COMMA})\s*[,.]\s*{_VERB}\s+(?P<what>{_COMMA})\s*[.?]?\s*"),
    re.compile(rf"(?i)\s*{_VERB}\s+(?P<what>{_COMMA})\s*,?\s+{_GIVEN}\s+(?P<told>{_COMMA})\s*[.?]?\s*"),
    re.compile(rf"(?i)\s*(?P<told>(?!{_GIVEN}\b|{_VERB}\b){_COMMA})\s*[;.,]\s*(?:and\s+)?{_VERB}\s+(?P<what>{_COMMA})\s*[.?]?\s*"),
)  # fmt: skip
"""One sentence of what is given and one request, in either order."""
_GIVEN_HAN: Final = re.compile(
    r"\s*(?:已知:?|若|设|如果|假设|假如)?(?P<told>(?:(?!多少|几)[^。?;])+?)\s*[,。]\s*(?:试|请)?求:?(?P<what>[^,。;?]{2,40}?)\s*[。?]?\s*"
)
_HAN: Final = re.compile(r"[\u3400-\u9fff]")


def plain_requests(text: str) -> Iterator[str]:
    """`text`, cleaned, with its request in plain words, and with what is given told plainly before it; nothing where it ends with no request.

    >>> sorted(set(plain_requests("Two dice are rolled. Work out the probability of a 7.")))
    ['If two dice are rolled, find the probability of a 7.', 'Two dice are rolled. Find the probability of a 7.', 'Two dice are rolled. What is the probability of a 7?']
    >>> list(plain_requests("设X~B(5,1/3),则P(X=2)为____。"))
    ['设X~B(5,1/3),求P(X=2)。', '设X~B(5,1/3),P(X=2)是多少?', 'X~B(5,1/3),求P(X=2)。', '已知X~B(5,1/3),求P(X=2)。']
    >>> list(plain_requests("Find x, given that 2x = 6.")), list(plain_requests("Solve x + 1 = 3."))
    (['2x = 6. Find x.', 'If 2x = 6, find x.'], [])
    """
    if _HAN.search(text):
        if found := _CHINESE.fullmatch(text):
            before = found["before"] if found["what"] else found["told"]
            what = (found["what"] or found["thing"]).strip()
            text = f"{before}求{what}。"
            yield text
            yield f"{before}{what}是多少?"
        if given := _GIVEN_HAN.fullmatch(text):
            yield f"{given['told']},求{given['what']}。"
            yield f"已知{given['told']},求{given['what']}。"
        return
    if found := _ENGLISH.fullmatch(text):
        inside = re.search(r"(?:,|\band|\bthen)\s+$", found["before"]) is not None
        find, what = ("find", "what is") if inside else ("Find", "What is")
        yield f"{found['before']}{find} {found['what']}."
        yield f"{found['before']}{what} {found['what']}?"
    given = next(filter(None, (condition.fullmatch(text) for condition in _CONDITIONS)), None)
    if given and not re.search(r"(?i)\b(?:also|then|hence)\b", given["told"]):  # or it asks one more question
        told, what = given["told"], given["what"]
        yield f"{told[0].upper() if told[1:2].islower() else told[0]}{told[1:]}. Find {what}."
        yield f"If {_lowered(told)}, find {what}."


def _lowered(told: str) -> str:
    """Inside a sentence: a word that is no name begins with a small letter."""
    return told[0].lower() + told[1:] if re.match(r"(?:An?|The|In|On|At|Two|Three|Four|Five|Six|One|Each|Every|There)\b", told) else told  # fmt: skip
