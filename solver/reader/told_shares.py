"""Shares of a whole that say again what is left: "60% are novels, and the other 40% are …", 另外20%是绿珠.

Where the shares before make up the rest of 100%, "the other 40%" is "the rest"; where a multiple of two parts stands before, the
share comes first and the two parts are the rest, in that ratio. Both say the same with the numbers in the order that stories are read.
Not: shares that do not make up 100%, and those of a part.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

_P: Final = r"\$?(?P<p>\d+(?:\.\d+)?)\s*\\?%\$?"
_PERCENT: Final = re.compile(r"(\d+(?:\.\d+)?)\s*\\?%")
_OTHER: Final = re.compile(
    rf"(?i)\b(?:and\s+|while\s+)?(?:the|their|its)\s+(?:other|remaining|last)\s+{_P}(?P<of>\s+of\s+(?:(?:the|these|all)\s+(?:the\s+)?[a-z]+|them|it))?"
)
_MADE_UP: Final = re.compile(
    rf"(?i)(?P<parts>(?:the\s+)?[a-z]+\s+and\s+(?:the\s+)?[a-z]+)\s*,\s*(?:which|who|that)\s+(?:(?:together|both)\s+)?(?:made\s+up|make\s+up|formed?|were|are|account(?:ed)?\s+for)\s+the\s+(?:other|remaining)\s+{_P}(?:\s+of\s+(?:the\s+[a-z]+|them|it))?\s*,"
)
_TIMES: Final = {
    "twice": 2, "double": 2, "two times": 2, "three times": 3, "four times": 4, "five times": 5, "six times": 6, "seven times": 7, "eight times": 8, "nine times": 9, "ten times": 10,
}  # fmt: skip
_N: Final = rf"(?P<k>{'|'.join(_TIMES)}|\d+\s+times)"
_AS_MANY: Final = re.compile(
    rf"(?i)\b(?:there\s+(?:are|were)\s+)?(?P<has>\b(?:has|had|have)\s+)?{_N}\s+as\s+many\s+(?P<a>[a-z]+(?:\s[a-z]+)?)\s+as\s+(?P<b>[a-z]+(?:\s[a-z]+)??)"
    r"(?P<place>\s+in\s+(?:a|the)\s+[a-z]+\s+(?:with|of)\s+\$?\d[\d,]*\$?\s+[a-z]+(?:\s+(?:altogether|in\s+all|in\s+total))?)?(?=\s*[,;.:]|\s+and\s+the\b)"
)
_PLACE: Final = re.compile(
    r"(?i)\s+in\s+(?P<place>(?:a|the)\s+[a-z]+)\s+(?:with|of)\s+(?P<n>\$?\d[\d,]*\$?\s+[a-z]+)(?:\s+(?:altogether|in\s+all|in\s+total))?"
)
_WITH: Final = re.compile(
    r"(?i)^(?P<place>(?:a|an|the)\s+[a-z]+(?:\s[a-z]+)?)\s+(?:with|of)\s+(?P<n>\$?\d[\d,]*\$?\s+[a-z]+)(?:\s+(?:altogether|in\s+all|in\s+total))?\s*$"
)
_ZH_OTHER: Final = re.compile(
    rf"(?:另外的?|另|其余的?|剩下的?|剩余的?|余下的?|其他的?){_P}(?:的(?P<of>[\u3400-\u9fff]{{1,4}}?))?(?P<verb>都?是|为|则是|在|坐|来自|乘)(?P<c>[^,，。;；?？\d]{{1,12}})"
)
_ZH_MULTIPLE: Final = re.compile(
    r"(?:其中)?(?P<a>[\u3400-\u9fff]{1,8}?)(?P<count>的?(?:数量|人数|个数|数))?(?:是|正好是|恰好是)(?P<b>[\u3400-\u9fff]{1,8}?)(?:的?(?:数量|人数|个数|数))?的?\s*\$?(?P<k>\d+(?:\.\d+)?|[两二三四五六七八九十])\$?\s*倍\s*[,，;；。]"
)
_HAN_NUMBERS: Final = {"两": 2, **{c: n for n, c in enumerate("一二三四五六七八九十", 1)}}


_SHARE_OF: Final = re.compile(
    r"(?i)%\$?\s+of\s+(?:the|these|those|its|their|his|her|all)\s+(?:the\s+)?([a-z]+)"
)
_ZH_SHARE_OF: Final = re.compile(
    r"([\u3400-\u9fff]{1,2})(?:的|中|里|当中)(?:有)?\$?\d+(?:\.\d+)?\s*\\?%|%\$?的([\u3400-\u9fff]{1,2})"
)
_WHOLE: Final = frozenset("total whole money rest them".split()) | frozenset(
    "总数 其 全部 全校 全班 总量 剩下 余下 其余 另外 剩余 其他".split()
)


def _of_the_whole(text: str, shares: str) -> bool:
    """Whether all shares that `shares` tells are of what `text` counts, and none of a part: "40% of the girls"."""
    nouns = [
        g for m in (*_SHARE_OF.finditer(shares), *_ZH_SHARE_OF.finditer(shares)) for g in m.groups() if g
    ]
    return all(
        noun.lower() in _WHOLE
        or re.search(
            rf"(?i)\d[\d,]*\$?\s*(?:[a-z]+\s+|[\u3400-\u9fff]{{1,2}}?)?{re.escape(noun)}|\b{re.escape(noun)}\s+of\s+\$?\d|{re.escape(noun)}(?:共|一共|总共)?(?:有)?\d",
            text,
        )
        for noun in nouns
    )


def plainly_shared(text: str) -> str:
    """`text`, cleaned, with such shares in the usual order.

    >>> plainly_shared("60% are novels, and the other 40% are comics and textbooks in the ratio 3:5.")
    '60% are novels, and the rest are comics and textbooks in the ratio 3:5.'
    >>> plainly_shared("In a box of 500 beads, there are three times as many red beads as blue beads; the other 20% of the beads are green.")
    'In a box of 500 beads, 20% of the beads are green, and the rest are red beads and blue beads in the ratio 3:1.'
    >>> plainly_shared("一盒珠子有500颗,红珠是蓝珠的3倍,另外20%是绿珠,红珠有多少颗?")
    '一盒珠子有500颗,绿珠占20%,其余是红珠和蓝珠,红珠和蓝珠的数量比是3:1,红珠有多少颗?'
    >>> plainly_shared("60% are novels, and the other 30% are comics.")
    '60% are novels, and the other 30% are comics.'
    """
    if "%" not in text:
        return text
    if re.search(r"[\u3400-\u9fff]", text):
        return _chinese(text)
    text = _made_up(text)
    other = _OTHER.search(text)
    if other is None or len(_OTHER.findall(text)) > 1 or not _of_the_whole(text, text[: other.end()]):
        return text
    share, before = Fraction(other["p"]), [Fraction(n) for n in _PERCENT.findall(text[: other.start()])]
    if before:
        lead = "and the rest" if other[0].lower().startswith(("and", "while")) else "the rest"
        lead = lead.capitalize() if other[0][0].isupper() else lead
        whole = sum(before, share) == 100
        return text[: other.start()] + lead + text[other.end() :] if whole else text
    return _multiple_first(text, other)


def _made_up(text: str) -> str:
    found = _MADE_UP.search(text)
    if (
        found is None
        or sum(map(Fraction, _PERCENT.findall(text[: found.start()])), Fraction(found["p"])) != 100
    ):
        return text
    verb = re.match(r"\s*(are|were)\s+in\s+(?:the|a)\s+ratio", text[found.end() :])
    if verb is None:
        return text
    rest = text[found.end() + len(verb[0]) :]
    return f"{text[: found.start()]}the rest {verb[1]} {found['parts']} in the ratio{rest}"


def _multiple_first(text: str, other: re.Match[str]) -> str:
    """ "Three times as many red beads as blue beads; the other 20% are green" with the share first."""
    times = _AS_MANY.search(text[: other.start()])
    end = re.search(r"[.,;?]", text[other.end() :])
    if times is None or end is None or text[times.end() : other.start()].strip(" ,;.:") not in ("", "and"):
        return text
    said = text[other.end() : other.end() + end.start()]
    rest = text[other.end() + end.start() :]
    word = times["k"].lower()
    factor = _TIMES.get(word) or int(word.split()[0])
    before = text[: times.start()]
    if times["place"] and (place := _PLACE.fullmatch(times["place"])):
        before = f"{before}{place['place'].capitalize()} has {place['n']} altogether. "
    elif times["has"]:
        if (subject := _WITH.fullmatch(before.strip())) is None:
            return text
        before = f"{subject['place']} has {subject['n']} altogether. "
    share = f"{other['p']}%{other['of'] or ''}"
    return (
        f"{before}{share}{said}, and the rest are {times['a']} and {times['b']} in the ratio {factor}:1{rest}"
    )


def _chinese(text: str) -> str:
    other = _ZH_OTHER.search(text)
    if other is None or len(_ZH_OTHER.findall(text)) > 1 or not _of_the_whole(text, text[: other.end()]):
        return text
    share, before = Fraction(other["p"]), [Fraction(n) for n in _PERCENT.findall(text[: other.start()])]
    if before:
        if sum(before, share) != 100:
            return text
        verb = {"都是": "是", "则是": "是"}.get(other["verb"], other["verb"])
        return f"{text[: other.start()]}其余{verb}{other['c']}{text[other.end() :]}"
    times = _ZH_MULTIPLE.search(text, 0, other.start())
    if times is None or times.end() != other.start():
        return text
    factor = times["k"] if times["k"][0].isdigit() else str(_HAN_NUMBERS[times["k"]])
    a, b = times["a"], times["b"]
    people = "人数比" if times["count"] and "人" in times["count"] else "数量比"
    part = other["c"] if other["verb"] in ("是", "为", "都是", "则是") else f"{other['verb']}{other['c']}的"
    return f"{text[: times.start()]}{part}占{other['p']}%,其余是{a}和{b},{a}和{b}的{people}是{factor}:1{text[other.end() :]}"
