"""Letters that are listed are no product: "find a b and c", xyz各是多少, "= 0 y是几"; nor is "these two: 12 and 7" a ratio."""

from __future__ import annotations

import re
from typing import Final

_ASK: Final = (
    r"find|solve\s+for|what\s+are|what\s+is|need|get|calculate|determine|values?\s+of|求|要|让求|解出|问"
)
_LETTER: Final = r"\$?([a-z])\$?"
_END: Final = r"(?![A-Za-z^_(\d])"
_NUMERAL: Final = "two|three|four|five|six|seven|eight|nine|ten"
_AND: Final = re.compile(
    rf"(?<![A-Za-z])({_ASK})\s*{_LETTER}\s+{_LETTER}\s*(?:and|和)\s*{_LETTER}{_END}", re.IGNORECASE
)
_THREE: Final = re.compile(rf"(?<![A-Za-z])({_ASK})\s*{_LETTER}\s+{_LETTER}\s+{_LETTER}{_END}", re.IGNORECASE)
_EACH: Final = re.compile(r"(?<![A-Za-z\\^_])([a-z])\s*([a-z])\s*([a-z]?)\s*(?=(?:的值)?(?:各|分别))")
_BEHIND: Final = re.compile(r"(=\s*-?\d+(?:\.\d+)?)\s+([a-z])(?=\s*(?:是|等于|为|=\s*\?|的值|几|多少))")
_BEHIND_SEVERAL: Final = re.compile(
    r"(=\s*-?\d+(?:\.\d+)?)\s+([a-z])\s*[,\s]\s*([a-z])(?:\s*[,\s]\s*([a-z]))?(?=\s*(?:各|分别|是多少|是几|等于(?:多少|几)|的值))"
)
_TWO: Final = re.compile(
    r"(?<![A-Za-z\d\s\\^_)}])\s*([a-z])\s+([a-z])(?:\s+([a-z]))?(?=\s*(?:各|分别|是多少|是几|等于(?:多少|几)|的值))"
)
_MATHS: Final = re.compile(r"(\$[^$]*\$|\\\(.*?\\\)|\\\[.*?\\\])", re.DOTALL)
_NEXT: Final = re.compile(r"(=\s*-?\d+(?:[./]\d+)?)\s+(?=[A-Za-z](?:_?\{?\d*\}?)\s*=)")
_NAME: Final = re.compile(
    r"(?:(?:^|[,;:.。、\u3400-\u9fff])\s*|[A-Za-z]{2}\s+|=\s*-?\d+(?:[./]\d+)?\s+)[A-Za-z](?:_?\{?\d*\}?)(?:\([^()]*\))?\s*$"
)
"""One name and nothing else before a sign of equality."""
_NEXT_SUM: Final = re.compile(r"(=[^=,;$\n\u3400-\u9fff]*[\d)])\s+(?=\d*[a-z](?:\s*[-+]\s*\d*[a-z])+\s*=)")
_PAIR: Final = re.compile(
    r"(?<![A-Za-z])(find|solve\s+for|求)\s*([a-z])\s+([a-z])(?=\s*[.?。]?\s*$)", re.IGNORECASE
)
_THESE: Final = re.compile(rf"\b(these|those|the|following)\s+(?:{_NUMERAL})\s*:\s*(?=\d)", re.IGNORECASE)


def with_separate_letters(text: str) -> str:
    """`text` with commas between letters that are listed.

    >>> with_separate_letters("find a b and c"), with_separate_letters("xyz各是几"), with_separate_letters("x+1=0 x是几")
    ('find a, b, c', 'x,y,z各是几', 'x+1=0 , x是几')
    >>> with_separate_letters("S5=2 S10=12 求S20"), with_separate_letters("x = 2 y + 1")
    ('S5=2 , S10=12 求S20', 'x = 2 y + 1')
    >>> with_separate_letters("If $2 x=3 y=12$, find"), with_separate_letters("If x=3 y=12, find")
    ('If $2 x=3 y=12$, find', 'If x=3 , y=12, find')
    >>> with_separate_letters("2x = 3 y = 12"), with_separate_letters("x = 3 y = 12"), with_separate_letters("2x=3 y=12")
    ('2x = 3 y = 12', 'x = 3 , y = 12', '2x=3 , y=12')
    >>> with_separate_letters("x+y=10 x-y=2 求x y"), with_separate_letters("$x+y=10$, find $x y$")
    ('x+y=10 , x-y=2 求x, y', '$x+y=10$, find $x y$')
    >>> with_separate_letters("x+z=8 x y z各是多少"), with_separate_letters("不含x项,a b是多少"), with_separate_letters("=0 x,y等于多少")
    ('x+z=8 , x,y,z各是多少', '不含x项,a,b是多少', '=0 , x,y等于多少')
    >>> with_separate_letters("multiply these two : 12 and 7"), with_separate_letters("find ab and c"), with_separate_letters("求xyz")
    ('multiply these numbers: 12 and 7', 'find ab and c', '求xyz')
    """
    # between the marks of a formula a space means nothing: 2 x = 3 y = 12 is one chain
    text = "".join(p if i % 2 else _plain(p) for i, p in enumerate(_MATHS.split(text)))
    text = _AND.sub(r"\1 \2, \3, \4", text)
    text = _THREE.sub(r"\1 \2, \3, \4", text)
    text = _EACH.sub(lambda m: ",".join(filter(None, m.groups())), text)
    text = _BEHIND_SEVERAL.sub(lambda m: f"{m[1]} , " + ",".join(filter(None, m.groups()[1:])), text)
    text = _TWO.sub(lambda m: ",".join(filter(None, m.groups())), text)
    return _THESE.sub(r"\1 numbers: ", _BEHIND.sub(r"\1 , \2", text))


def _plain(text: str) -> str:
    """A part outside of formulas with commas between equations and between the two letters that are asked for."""

    def following(match: re.Match[str]) -> str:
        # 2x = 3 y = 12 with spaces everywhere may be one chain; x = 3 y = 12 tells two values
        spaced = match[1][1:2] == " " or text[match.end() :].lstrip("_{}0123456789")[1:2] == " "
        return match[0] if spaced and not _NAME.search(text[: match.start()]) else f"{match[1]} , "

    text = _NEXT.sub(following, text)
    return _PAIR.sub(r"\1\2, \3" if "求" in text else r"\1 \2, \3", _NEXT_SUM.sub(r"\1 , ", text))
