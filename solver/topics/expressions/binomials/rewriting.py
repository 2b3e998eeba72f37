"""The wording of problems about expansions: other ways to say a thing become the one that the topic reads."""

from __future__ import annotations

import re
from typing import Final

ORDINALS: Final = (
    "first second third fourth fifth sixth seventh eighth ninth tenth".split(),
    "一二三四五六七八九十",
)
_DEGREES: Final = {"linear": 1, "quadratic": 2, "cubic": 3, "quartic": 4}


def rewritten(text: str) -> str:
    """`ordinalterm $4$` for 4th term, `x^{3}` for x cubed and for 三次项, `a>0` for a positive a."""
    text = re.sub(
        r"(?i)\b(?:what|which)\s+(?:number|value|constant)\s+(?:multiplies|is\s+multiplied\s+by|(?:stands|appears|is|goes|comes|sits|ends\s+up)\s+(?:in\s+front\s+of|before)|goes\s+with|does)\s+(?:the\s+)?",
        " find the coefficient of ",
        text,
    )
    # who does it does not matter
    text = re.sub(
        r"^\s*(?:[A-Z][a-z]+|(?:A|The)\s+(?:student|pupil|teacher))\s+(?:expands?|multiplies\s+out|writes\s+out)\s+(?=[$\\(])",
        "Expand ",
        text,
    )
    text = re.sub(
        r"(?i)\b(?:should|will|does|must|would)\s+(?:he|she|they)\s+(?:get|find|obtain|have)\s+(?:for|in\s+front\s+of)\b",
        " of ",
        text,
    )
    text = re.sub(
        r"(?i)\bwhich\s+term\s+(?:of|in)\s+([^,;?]*?)\s+(?:does\s+not\s+(?:contain|involve)|contains\s+no|is\s+free\s+of|is\s+independent\s+of)\s+\$?x\$?",
        r"which term of \1 is constant",
        text,
    )
    text = _signs(_degrees(text))
    if _is_turned(text):
        return text
    text = re.sub(
        r"(?i)\s*\bin\s+(?:(?:ascending|increasing|descending)\s+)?powers\s+of\s+\$?[a-z]\$?(?![a-z])",
        "",
        text,
    )
    text = re.sub(r"按\s*\$?[a-z]\$?\s*的?[升降]幂(?:排列|展开)?", "", text)
    english, chinese = ORDINALS
    number = r"\$?\s*(\d{1,3})\s*\$?"
    text = re.sub(
        rf"第\s*(?:{number}|([{chinese}]))\s*项",
        lambda m: f" 序号项 ${m[1] or chinese.index(m[2]) + 1}$ ",
        text,
    )
    text = re.sub(rf"(?i)(?<!\w){number}\s*(?:-|\^)?\s*(?:st|nd|rd|th)\s+term\b", r" ordinalterm $\1$ ", text)
    words = "|".join(english)
    return re.sub(
        rf"(?i)\b({words})\s+term\b", lambda m: f" ordinalterm ${english.index(m[1].lower()) + 1}$ ", text
    )


def _is_turned(text: str) -> bool:
    """Whether the power is not written in the order of powers that is told: its "third term" is another one then."""
    order = re.search(
        r"(?i)\b(ascending|increasing|descending|decreasing)\s+(?:powers|order)\s+(?:of\s+)?\$?([a-z])\$?(?![a-z])|按\s*\$?([a-z])?\$?\s*的?([升降])幂",
        text,
    )
    base = re.search(r"\(([^()]*[\w}])\s*[-+]\s*([^()]+)\)\s*\$?\s*\^", text)
    if order is None or base is None or not re.search(r"(?i)\bterms?\b|第\s*\S{1,3}\s*项", text):
        return False
    x = order[2] or order[3] or "x"
    first, second = x in base[1], x in base[2]
    rises = (order[1] or order[4]).lower() in ("ascending", "increasing", "升")
    return (first, second) != ((False, True) if rises else (True, False)) and (first or second)


def _degrees(text: str) -> str:
    """Powers of the variable in words, where a power of a sum in x shows which variable that is."""
    text = re.sub(r"(?i)(?<![A-Za-z])([a-z])\$?[\s-]+squared\b", r" $\1^{2}$ ", text)
    text = re.sub(r"(?i)(?<![A-Za-z])([a-z])\$?[\s-]+cubed\b", r" $\1^{3}$ ", text)
    text = re.sub(
        r"(?i)(?<![A-Za-z])([a-z])\$?\s+to\s+the\s+(?:power\s+(?:of\s+)?)?(\d+)(?:th|rd|nd)?(?:\s+power)?\b",
        r" $\1^{\2}$ ",
        text,
    )
    digits = ORDINALS[1]
    text = re.sub(
        rf"\$?(?<![A-Za-z])([a-z])\$?\s*的\s*\$?(?:([{digits}])|(\d+))\$?\s*次(项|幂项?|方项?)",
        lambda m: f" ${m[1]}^{{{m[3] or digits.index(m[2]) + 1}}}$ 项",
        text,
    )
    if not re.search(r"(?<![A-Za-z])x|\dx|[a-z]x", text):
        return text
    text = re.sub(
        rf"(?<!第)(?<![{digits}])([{digits}])次项", lambda m: f" $x^{{{digits.index(m[1]) + 1}}}$ 项", text
    )
    return re.sub(
        rf"(?i)\b({'|'.join(_DEGREES)})\s+term\b", lambda m: f" $x^{{{_DEGREES[m[1].lower()]}}}$ term ", text
    )


def _signs(text: str) -> str:
    """`a is positive`, `正数a`, `实数a` as inequalities, or as the letter alone: a parameter is real anyway."""
    letter = r"\$?\s*([abkmpqt])\s*\$?(?![A-Za-z\d^])"
    for english, chinese, sign in (("positive", "正", ">"), ("negative", "负", "<")):
        text = re.sub(
            rf"(?i)(?:(?<=[,;(])|(?<=\bwhere)|(?<=\band)|(?<=\bif)|(?<=\bthat)|(?<=\bwith))\s*{letter}\s*(?:is|being|be)?\s+(?:a\s+)?{english}(?:\s+(?:real\s+)?(?:number|constant))?(?![a-z])",
            rf" , $\1{sign}0$ , ",
            text,
        )
        text = re.sub(
            rf"(?i)\b(?:the\s+|a\s+)?{english}\s+(?:(?:real\s+)?(?:number|value|constant)\s+)?(?:of\s+)?{letter}",
            rf" $\1$ , $\1{sign}0$ , ",
            text,
        )
        text = re.sub(
            rf"(?:(?<=[,;(])|(?<=[中且若设]))\s*{letter}\s*(?:是|为){chinese}(?:实|常)?数",
            rf", $\1{sign}0$ , ",
            text,
        )
        text = re.sub(rf"{chinese}(?:实|常)?数\s*{letter}", rf" $\1$ , $\1{sign}0$ , ", text)
    text = re.sub(rf"(?i)\breal\s+(?:number|value|constant)s?\s+(?:of\s+)?{letter}", r" $\1$ ", text)
    text = re.sub(r"(?:实数|常数|实常数)\s*(?=\$?\s*[abkmpqt]\s*=)", "", text)  # 则实数a=?
    text = re.sub(rf"(?:实数|常数|实常数)\s*{letter}", r" $\1$ ", text)
    text = re.sub(r"\(\s*\$?([a-z]\s*[<>]=?\s*-?\d+)\$?\s*\)", r" , $\1$ , ", text)
    return re.sub(r"\(\s*,([^()]*?),\s*\)", r" , \1 , ", text)
