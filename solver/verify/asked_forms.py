"""Which form a problem asks its answer to have, by its words: one table for students' lines, the tutor's answer box and the grader.

Whether an answer has the form is looked at where the answer is: `forms` looks at trees.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

FACTOR: Final = r"(?<!common )(?<!prime )(?<!scale )\bfactor(?:i[sz]e|ing)?\b(?!s|ial| of| tree)"
FACTOR_ZH: Final = r"分解因式|因式分解"
EXPAND: Final = r"\bexpand\b|\bmultiply out\b|expanded form|展开"
AS: Final = r"(?:as|in|into|to)\s+(?:an?\s+|the\s+)?(?:form of an?\s+)?"
FRACTION: Final = (
    rf"{AS}(?:(?:common|simplified|improper|reduced|simplest|single)\s+)*fraction(?!s?\s+or)",
    r"化[为成](?:最简)?分数|用(?:最简)?分数表示|结果用分数|写成分数",
)
DECIMAL: Final = rf"{AS}(?:terminating |repeating |recurring )?decimal(?!\s+(?:place|digit|or))|化[为成]小数|用小数表示|写成小数"
PLACES: Final = (
    r"nearest\s+(?:one\s+)?(tenth|hundredth|thousandth|ten-thousandth|whole number|integer|unit|ten|hundred|thousand|cent|penny|dollar)(?!\w)",
    r"to\s+(\d|one|two|three|four|five|six)\s+decimal (?:places?|digits?)",
    r"(?:保留|精确到小数点后)(?:到)?(?:小数点后)?([一两二三四五六\d])位小数|精确到小数点后(?:第)?([一两二三四五六\d])位",
    r"精确到(十分位|百分位|千分位|个位|十位|百位)|保留(整数)",
)
TO_A_DECIMAL: Final = r"精确到\s*\$?0\.(0*1)\$?(?!\d)|nearest\s+\$?0?\.(0*1)\$?(?!\d)"
"""`精确到0.01`: as many places as the decimal has."""
_FORMS: Final[Mapping[str, re.Pattern[str]]] = {
    name: re.compile(pattern, re.IGNORECASE)
    for name, pattern in {
        "factor": f"{FACTOR}|{FACTOR_ZH}",
        "expand": EXPAND,
        "fraction": "|".join(FRACTION),
        "decimal": DECIMAL,
        "simplify": r"simplif|化简|最简",
        "value": r"evaluate|calculate|compute|work out|value|计算|求值|的值",
    }.items()
}
_PLACES: Final = tuple(re.compile(pattern, re.IGNORECASE) for pattern in PLACES)
_TO_A_DECIMAL: Final = re.compile(TO_A_DECIMAL, re.IGNORECASE)
_NAMED: Final[Mapping[str, int]] = {
    "tenth": 1, "hundredth": 2, "thousandth": 3, "ten-thousandth": 4, "whole number": 0, "integer": 0, "unit": 0,
    "ten": -1, "hundred": -2, "thousand": -3, "cent": 2, "penny": 2, "dollar": 0,
    "十分位": 1, "百分位": 2, "千分位": 3, "个位": 0, "十位": -1, "百位": -2, "整数": 0,
    **{word: n for n, word in enumerate(("zero", "one", "two", "three", "four", "five", "six"))},
    **{sign: n for n, sign in enumerate("零一两三四五六")}, "二": 2,
}  # fmt: skip


def asks_for(form: str, problem: str) -> bool:
    """Whether a problem asks for a form: `factor`, `expand`, `fraction`, `decimal`, `simplify`, `value`.

    >>> asks_for("factor", "Factor x^2 - 1"), asks_for("factor", "Find the greatest common factor of 4 and 6")
    (True, False)
    """
    return bool(_FORMS[form].search(problem))


def places_named(word: str) -> int:
    """Places behind the point by the word for them; negative for whole tens, hundreds, thousands."""
    word = word.casefold()
    return _NAMED[word] if word in _NAMED else int(word)


def places_asked(problem: str) -> int | None:
    """How many places behind the point a problem asks for; None where it asks for none.

    >>> places_asked("保留两位小数"), places_asked("to the nearest 0.01"), places_asked("Solve x = 1")
    (2, 2, None)
    """
    if (found := _TO_A_DECIMAL.search(problem)) is not None:
        return len(found[1] or found[2])
    for pattern in _PLACES:
        if (found := pattern.search(problem)) is not None:
            return places_named(next(g for g in found.groups() if g))
    return None
