"""A calculation with one place left open: （ ）×7=91, 7乘几等于91, 25的( )%是5, 3:( )=6:8, "2 to what power is 64". It is an equation for what stands there."""

from __future__ import annotations

import re
from typing import Final

_LEAD: Final = re.compile(
    r"(?i)^\s*(?:填空题?|在?括号里?(?:填上?)?(?:合适|适当|正确)?的?数?|求?未知数|fill\s+in\s+the\s+(?:blanks?|box|missing\s+numbers?)|(?:find|what\s+is)\s+the\s+missing\s+(?:number|value|term))\s*(?:in|:|\.|。|,)?\s*"
)
_BLANK: Final = re.compile(
    r"(?i)\(\s*\)|_{2,}|[□☐⬜]|几分之几|几|\?(?=\s*[-+*/:%=×÷])|\bwhat(?:\s+number)?\b|\\(?:square|Box)\b"
)
_WORDS: Final = (
    (r"等于|得到?|(?<=[\d)%x])是|\bequals\b|\bis(?:\s+equal\s+to)?\b|\bmakes\b|\bgives\b", "="),
    (r"加上?|\bplus\b", "+"),
    (r"减去?|\bminus\b", "-"),
    (r"乘以?|\btimes\b|\bmultiplied\s+by\b|×", "*"),
    (r"除以|\bdivided\s+by\b|÷", "/"),
    (r"的(?=\s*[(x\d])|\bof\b", "*"),
)
_POWER: Final = (
    re.compile(
        r"(?P<a>\d+)\s*的\s*(?:几|多少|\(\s*\))\s*次(?:方|幂)\s*(?:等于|是|=|为)\s*(?P<b>\d+(?:/\d+)?)"
    ),
    re.compile(
        r"(?i)(?P<a>\d+)\s+(?:raised\s+)?to\s+(?:the\s+)?(?:what|which)\s+power\s+(?:is|equals|gives|makes)\s+(?P<b>\d+(?:/\d+)?)"
    ),
    re.compile(
        r"(?i)(?:what|which)\s+power\s+of\s+(?P<a>\d+)\s+(?:is|equals|gives|makes)\s+(?P<b>\d+(?:/\d+)?)"
    ),
)
_PLAIN: Final = re.compile(r"[\d\s.x+*/()=-]{3,60}")


def equation_with_blank(source: str) -> str | None:
    """The equation in x, where the text is one calculation in numbers with one place left open, and nothing else.

    >>> equation_with_blank("( )*7=91"), equation_with_blank("7乘几等于91?"), equation_with_blank("25的( )%是5")
    ('x*7=91', '7*x=91', '25*x/100=5')
    >>> equation_with_blank("3:( )=6:8"), equation_with_blank("2的几次方是64?"), equation_with_blank("3*( )+( )=9")
    ('(3)/(x)=(6)/(8)', '2^x=64', None)
    """
    text = _LEAD.sub("", source.replace("$", "").strip()).rstrip(" ?。.")
    for power in _POWER:
        if found := power.fullmatch(text):
            return f"{found['a']}^x={found['b']}"
    if len(_BLANK.findall(text)) != 1:
        return None
    text = _BLANK.sub("x", text).replace("x倍", "x")
    for pattern, sign in _WORDS:
        text = re.sub(rf"(?i){pattern}", sign, text)
    text = re.sub(r"(?<=[x\d])\s*\\?%", "/100", text.replace("−", "-"))
    text = re.sub(r"\s*[:∶]\s*", ":", text)
    if ":" in text:
        sides = [side.split(":") for side in text.replace(" ", "").split("=")]
        if len(sides) != 2 or any(not 1 <= len(s) <= 2 or not all(s) for s in sides):
            return None
        text = "=".join("/".join(f"({part})" for part in side) for side in sides)
    text = re.sub(r"\s+", "", text)
    if (
        not _PLAIN.fullmatch(text)
        or text.count("=") != 1
        or text.count("x") != 1
        or text[-2:] == "=x"
        or text[:2] == "x="
    ):
        return None
    return (
        text if re.search(r"(?<![\d.])x(?![\d.])", text) and not re.search(r"[\d)]\(|\)[\dx]", text) else None
    )
