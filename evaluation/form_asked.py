r"""Whether an answer has the form that its question asks for. What it is worth is the grader's business.

Reads the question for words that ask for a form, and looks at the answer's text. Where no form is asked for, or where it
cannot be told whether the answer has it, nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from fractions import Fraction
from math import gcd
from typing import Final, TypeAlias

import sympy as sp

from evaluation.cleaning import clean
from evaluation.rows import FormKept
from evaluation.values import value

Look: TypeAlias = Callable[[str, re.Match[str]], FormKept]

_NUMBER: Final = r"-?\d+(?:,\d{3})*"
_FRACTION: Final = re.compile(rf"(-?)\\frac\{{({_NUMBER})\}}\{{({_NUMBER})\}}|({_NUMBER})/({_NUMBER})")
_MIXED: Final = re.compile(r"-?\d+\s*(?:\\frac\{\d+\}\{\d+\}|\s\d+/\d+)")
_DECIMAL: Final = re.compile(r"-?[\d,]*\.?\d+(?:\\ldots|…)?")
_UNIT: Final = re.compile(
    r"\s*(?:\\text\s*\{[^{}]*\}(?:\^\{?\d\}?)?|[\u3400-\u9fff]+|(?<=[\d}\s])[A-Za-z]{2,}[A-Za-z/ ^\d{}]*)$"
)
_PLACES: Final[Mapping[str, int]] = {
    "tenth": 1, "hundredth": 2, "thousandth": 3, "ten-thousandth": 4, "whole number": 0, "integer": 0, "unit": 0,
    "ten": -1, "hundred": -2, "thousand": -3, "cent": 2, "penny": 2, "dollar": 0,
    "十分位": 1, "百分位": 2, "千分位": 3, "个位": 0, "十位": -1, "百位": -2, "整数": 0,
}  # fmt: skip
_COUNT: Final[Mapping[str, int]] = {
    **{word: n for n, word in enumerate(("zero", "one", "two", "three", "four", "five", "six"))},
    **{sign: n for n, sign in enumerate("零一两三四五六")}, "二": 2,
}  # fmt: skip


def form_kept(question: str, answer: str) -> FormKept:
    r"""`kept` or `missed` where the question asks for a form; of several forms all must be kept. Else empty.

    >>> form_kept("Express 0.75 as a common fraction.", "3/4"), form_kept("Express 0.75 as a common fraction.", "0.75")
    ('kept', 'missed')
    >>> form_kept("结果保留两位小数", "3.1"), form_kept("What is 1+1?", "2"), form_kept("Factor x^2-1.", "x^2-1")
    ('missed', '', 'missed')
    """
    plain = _UNIT.sub("", clean(answer))
    said = {
        kept
        for pattern, look in _ASKED
        if (found := pattern.search(question)) and (kept := look(plain, found))
    }
    return "missed" if "missed" in said else "kept" if said else ""


def _kept(holds: bool) -> FormKept:
    return "kept" if holds else "missed"


def _fraction(answer: str, _: re.Match[str]) -> FormKept:
    if re.fullmatch(r"-?\d+", answer):
        return ""  # a whole number: nothing is left to write as a fraction
    found = _FRACTION.fullmatch(answer)
    if not found:
        return (
            "missed" if _DECIMAL.fullmatch(answer) or answer.endswith("%") or _MIXED.fullmatch(answer) else ""
        )
    top, bottom = (int(t.replace(",", "")) for t in (found[2] or found[4], found[3] or found[5]))
    return _kept(gcd(top, bottom) == 1 and bottom > 1)


def _lowest(answer: str, _: re.Match[str]) -> FormKept:
    found = _FRACTION.fullmatch(answer)
    if not found:
        return ""
    top, bottom = (int(t.replace(",", "")) for t in (found[2] or found[4], found[3] or found[5]))
    return _kept(gcd(top, bottom) == 1 and bottom > 1)


def _mixed(answer: str, _: re.Match[str]) -> FormKept:
    if re.fullmatch(r"-?\d+", answer):
        return ""
    return _kept(bool(_MIXED.fullmatch(answer)))


def _decimal(answer: str, _: re.Match[str]) -> FormKept:
    return _kept(bool(_DECIMAL.fullmatch(answer.replace(" ", "")) or "overline" in answer))


def _percent(answer: str, _: re.Match[str]) -> FormKept:
    return _kept(bool(re.search(r"\d\s*(?:%|percent)", answer)))


def _places(answer: str, found: re.Match[str]) -> FormKept:
    """So many places behind the point, or whole tens, hundreds, thousands."""
    word = next(g for g in found.groups() if g).casefold()
    places = _PLACES.get(word, _COUNT.get(word, -9))
    if places == -9:
        places = int(word)
    return _as_many(answer, places)


def _as_many(answer: str, places: int) -> FormKept:
    number = answer.replace(" ", "").replace(",", "").removesuffix("%").removesuffix("percent")
    number = re.sub(r"^(?:\\approx|≈|[a-zA-Z]=)", "", number)
    if not re.fullmatch(r"-?\d*\.?\d+", number):
        return "missed" if re.search(r"\\(?:frac|sqrt|pi)|/", number) else ""
    behind = len(number.partition(".")[2])
    if places < 0:
        return _kept(Fraction(number) % 10**-places == 0)
    return _kept(behind == places)


def _radical(answer: str, _: re.Match[str]) -> FormKept:
    if re.fullmatch(r"-?\d*\.\d+", answer):
        return "missed"
    roots = [int(n) for n in re.findall(r"\\sqrt\s*\{?(\d+)\}?", answer)]
    if re.search(r"\\frac\{[^{}]*\}\{[^{}]*\\sqrt", answer) or any(_square_in(n) for n in roots):
        return "missed"
    return "kept" if roots else ""


def _square_in(n: int) -> bool:
    return any(n % (k * k) == 0 for k in range(2, min(int(n**0.5), 10_000) + 1))


def _in_pi(answer: str, _: re.Match[str]) -> FormKept:
    if answer.strip() in ("0", "-0"):
        return ""
    return _kept("\\pi" in answer)


def _factored(answer: str, _: re.Match[str]) -> FormKept:
    if not re.search(r"[a-z]", re.sub(r"\\[a-z]+", "", answer)):
        return ""
    depth, flat = 0, ""
    for sign in answer:
        depth += (sign in "({") - (sign in ")}")
        flat += sign if depth == 0 and sign not in ")}" else ""
    return _kept(not re.search(r"\w\s*[+-]|\)\s*[+-]|[+-]\s*[\w(]", flat.lstrip("-+ ")) or flat.strip() == "")


def _expanded(answer: str, _: re.Match[str]) -> FormKept:
    return _kept(
        not re.search(r"\)\s*(?:\(|\^|\\cdot|\*)|[\w}]\s*\((?!\d+\))", re.sub(r"\\[a-z]+\s*\(", "", answer))
    )


def _interval(answer: str, _: re.Match[str]) -> FormKept:
    return _kept(bool(re.search(r"[(\[].*,.*[)\]]|\\emptyset", answer)) and not re.search(r"[<>]", answer))


def _scientific(answer: str, _: re.Match[str]) -> FormKept:
    return _kept(
        bool(re.fullmatch(r"-?[1-9](?:\.\d+)?\s*(?:\\times|\\cdot|\*)\s*10\s*\^\s*\{?-?\d+\}?", answer))
    )


def _pair(answer: str, _: re.Match[str]) -> FormKept:
    """One point or several, each in round brackets, and no names."""
    return _kept(
        bool(
            re.fullmatch(r"(?:\([^()=]*(?:\([^()]*\)[^()=]*)*,[^=]*\)(?:\s*(?:,|and|or|和|或)\s*)?)+", answer)
        )
    )


def _polar(answer: str, found: re.Match[str]) -> FormKept:
    """`(r, θ)`; where the question bounds them, r > 0 and 0 <= θ < 2π."""
    point = re.fullmatch(r"\((.+),(.+)\)", answer)
    if not point or "=" in answer:
        return "missed"
    if not re.search(r"r\s*(?:>|\\g)", found.string):
        return "kept"
    radius, angle = value(point[1]), value(point[2])
    if radius is None or angle is None or not (radius.is_real and angle.is_real):
        return ""
    return _kept(bool(radius > 0 and 0 <= angle < 2 * sp.pi))


def _to_a_decimal(answer: str, found: re.Match[str]) -> FormKept:
    """`精确到0.01`: as many places as the decimal has."""
    return _as_many(answer, len(found[1] or found[2]))


_AS: Final = r"(?:as|in|into|to)\s+(?:an?\s+|the\s+)?(?:form of an?\s+)?"
_ASKED: Final[tuple[tuple[re.Pattern[str], Look], ...]] = tuple(
    (re.compile(pattern, re.IGNORECASE), look)
    for pattern, look in (
        (
            rf"{_AS}(?:(?:common|simplified|improper|reduced|simplest|single)\s+)*fraction(?!s?\s+or)",
            _fraction,
        ),
        (r"化[为成](?:最简)?分数|用(?:最简)?分数表示|结果用分数|写成分数", _fraction),
        (r"lowest terms|simplest form|simplest fraction|最简分数", _lowest),
        (rf"{_AS}mixed (?:number|fraction|numeral)(?!\s+or)|带分数", _mixed),
        (
            rf"{_AS}(?:terminating |repeating |recurring )?decimal(?!\s+(?:place|digit|or))|化[为成]小数|用小数表示|写成小数",
            _decimal,
        ),
        (rf"{_AS}percent(?:age)?(?!\s+or)|用百分数表示|化[为成]百分数|写成百分数", _percent),
        (
            r"nearest\s+(?:one\s+)?(tenth|hundredth|thousandth|ten-thousandth|whole number|integer|unit|ten|hundred|thousand|cent|penny|dollar)(?!\w)",
            _places,
        ),
        (r"\b(?:as an )?ordered (?:pair|triple)s?\b|有序(?:数对|实数对)", _pair),
        (r"\bpolar coordinates\b|极坐标(?!方程)", _polar),
        (r"精确到\s*\$?0\.(0*1)\$?(?!\d)|nearest\s+\$?0?\.(0*1)\$?(?!\d)", _to_a_decimal),
        (r"to\s+(\d|one|two|three|four|five|six)\s+decimal (?:places?|digits?)", _places),
        (
            r"(?:保留|精确到小数点后)(?:到)?(?:小数点后)?([一两二三四五六\d])位小数|精确到小数点后(?:第)?([一两二三四五六\d])位",
            _places,
        ),
        (r"精确到(十分位|百分位|千分位|个位|十位|百位)|保留(整数)", _places),
        (r"simplest radical form|simplified radical|最简二次根式", _radical),
        (
            r"in terms of \$?\s*\\?(?:pi\b|π)|用含?\s*\$?\\?(?:pi|π)\$?\s*的?(?:式子|代数式)?表示|结果保留\s*\$?\\?(?:pi|π)",
            _in_pi,
        ),
        (r"\bfactor(?:i[sz]e)?\b(?!s|ial)[^.?]*[a-z]\s*(?:\^|²|\*\*)|分解因式|因式分解", _factored),
        (r"\bexpand\b|expanded form|展开", _expanded),
        (r"interval notation|用区间表示|区间形式", _interval),
        (r"scientific notation|standard notation form|科学记数法|科学计数法", _scientific),
    )
)
