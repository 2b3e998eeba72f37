r"""What a question asks to be chosen, put in order or told in parts: one of two, letters from least to greatest, hours and minutes, units.

Text to text, as `asked`, which calls these rules. Each is tried only where the question has the words of it, and takes off nothing that the
question does not say itself.
"""

from __future__ import annotations

import re
from typing import Final

from solver.reader.numerals import chinese_value

MAX_LENGTH: Final = 120

# -- one of several ---------------------------------------------------------------------------------------

_ONE: Final = "[甲乙丙丁]"
_WHO_ZH: Final = re.compile(
    r"(?:谁|哪一?[个位名种台组人]?(?:人|同学|运动员|选手)?)(?P<is>[^谁哪,，。?？]{1,14})[?？。]?\s*$"
)
_WHOSE: Final = re.compile(
    r"(?:^|[.?!;,]\s*)(?:whose\s+(?P<whose>[^.?!,]{3,60}?)|who\s+(?P<who>[^.?!,]{3,60}?))(?:\s*,[^?]{1,40}\bor\b[^?]{1,20})?\?\s*$",
    re.IGNORECASE,
)
_DEGREE: Final = re.compile(r"更加?|比?较为?|的|最|会|\s")


def one_of_several(question: str, answer: str, reference: str) -> tuple[str, str]:
    """Of 甲的成绩更稳定, where the question is whose results are steadier: 甲.

    >>> asked = "甲、乙两人的方差分别为0.5和1.2，谁的成绩更稳定？"
    >>> one_of_several(asked, "甲", "甲的成绩更稳定"), one_of_several(asked, "甲", "甲的成绩更不稳定")[1]
    (('甲', '甲'), '甲的成绩更不稳定')
    >>> one_of_several("Ann has 3 and Bob 5. Whose score is higher?", "Bob's score is higher than Ann's.", "Bob")
    ('Bob', 'Bob')
    """
    question = question.strip()
    if max(len(answer), len(reference)) > MAX_LENGTH or len(re.findall("[?？]", question)) > 1:
        return answer, reference
    said = [_name_in(question, text) or text for text in (answer, reference)]
    return said[0], said[1]


def _name_in(question: str, text: str) -> str | None:
    plain = text.replace("$", "").replace("**", "").strip().strip(".。")
    if asked := _WHO_ZH.search(question):
        found = re.fullmatch(rf"({_ONE})(?:比({_ONE}))?([^甲乙丙丁]+?)", plain)
        if found is None or found[1] not in question or found[1] == found[2]:
            return None
        told, wanted = (_DEGREE.sub("", words) for words in (found[3], asked["is"]))
        left_out = wanted.removesuffix(told)  # 甲更稳定, where 谁的成绩更稳定 was asked
        return found[1] if told and left_out != wanted and not re.search("[不没未非]", left_out) else None
    if asked := _WHOSE.search(question):
        of = r"'s\s+" if asked["whose"] else r"\s+"
        tail = re.escape(" ".join((asked["whose"] or asked["who"]).split()))
        found = re.fullmatch(
            rf"([A-Z][a-z]+){of}{tail}(?:\s+than\s+([A-Z][a-z]+)(?:'s)?)?",
            " ".join(plain.replace("’", "'").split()),
        )
        named = found is not None and all(re.search(rf"\b{n}\b", question) for n in found.groups() if n)
        return found[1] if found and named and found[1] != found[2] else None
    return None


# -- in order ---------------------------------------------------------------------------------------------

_RISING: Final = re.compile(
    r"(?:least|smallest|lowest|youngest|shortest|lightest|fewest|cheapest)\s+to\b|\b(?:ascending|increasing)\s+order|[从由](?:小到大|低到高|短到长|轻到重|少到多|矮到高)|升序",
    re.IGNORECASE,
)
_FALLING: Final = re.compile(
    r"(?:greatest|largest|biggest|highest|oldest|tallest|longest|heaviest|most|most\s+expensive)\s+to\b|\b(?:descending|decreasing)\s+order|[从由](?:大到小|高到低|长到短|重到轻|多到少|高到矮)|降序",
    re.IGNORECASE,
)
_SIGNS: Final = {r"\lt": "<", r"\gt": ">", "＜": "<", "＞": ">"}


def in_order(question: str, answer: str, reference: str) -> tuple[str, str]:
    """A chain of `<` as the list that it puts in order, where just this order is asked for and the other answer is a list.

    >>> in_order("List them from least to greatest.", "C < A < B", "C, A, B"), in_order("List them from greatest to least.", "C < A < B", "C, A, B")[0]
    (('C, A, B', 'C, A, B'), 'C < A < B')
    """
    rising, falling = _RISING.search(question), _FALLING.search(question)
    if bool(rising) == bool(falling) or max(len(answer), len(reference)) > MAX_LENGTH:
        return answer, reference
    sign = "<" if rising else ">"
    texts = [answer, reference]
    for i, other in ((0, reference), (1, answer)):
        if (
            _chain(texts[i], sign)
            and not re.search(r"[<>＜＞≤≥=]|\\[lg]", other)
            and re.search("[,，、]", other)
        ):
            texts[i] = ", ".join(_chain(texts[i], sign))
    return texts[0], texts[1]


def _chain(text: str, sign: str) -> list[str]:
    """The members of `a < b < c`; none where a text is no such chain, or has another sign."""
    plain = text.strip().strip("$.。")
    for written, meant in _SIGNS.items():
        plain = re.sub(re.escape(written) + "(?![A-Za-z])", meant, plain)
    members = [m.strip() for m in plain.split(sign)]
    clean = all(m and not re.search(r"[<>=≤≥,，;；、]|\\[lg]eq?(?![A-Za-z])", m) for m in members)
    return members if len(members) > 1 and clean else []


# -- in parts ---------------------------------------------------------------------------------------------

_TWO_UNITS: Final = re.compile(
    r"\b(?:in|into|to|as)\s+(hours|minutes|feet|metres|meters|kilograms|pounds|dollars|weeks|days|years|yards|kilometres|kilometers)\s+and\s+(minutes|seconds|inches|centimetres|centimeters|grams|ounces|cents|days|hours|months|feet|metres|meters)\b",
    re.IGNORECASE,
)
_NUMBERS: Final = re.compile(r"\$?\s*(\d+)\s*[,;，；]\s*(?:\\[, ]\s*)?(\d+)\s*\$?")


def in_two_units(question: str, answer: str, reference: str) -> tuple[str, str]:
    """Where an amount is asked for in two units: two bare numbers are those of the reference, in the order of the question.

    >>> asked = "Write 2.35 hours in hours and minutes."
    >>> in_two_units(asked, "2, 21", "2 hours 21 minutes"), in_two_units(asked, "21, 2", "2 hours 21 minutes")[0]
    (('2 hours 21 minutes', '2 hours 21 minutes'), '21, 2')
    """
    asked = _TWO_UNITS.search(question)
    if asked is None:
        return answer, reference
    one, other = (rf"{unit.lower().rstrip('s')}s?" for unit in asked.groups())
    named = re.compile(rf"(\d+)\s*{one}\s*(?:,|and)?\s*(\d+)\s*{other}\.?", re.IGNORECASE)
    if (full := named.fullmatch(reference.strip())) and (bare := _NUMBERS.fullmatch(answer.strip())):
        return (reference if bare.groups() == full.groups() else answer), reference
    return answer, reference


_LETTER: Final = re.compile(r"(?<=\d)\s?([gmlLsht])(?=(?:\s*\^\s*\{?[23]\}?|[²³])?\s*(?:[;；,.)]|$|and\b))")
_SPOKEN: Final = {"g": r"\bgrams?\b|\d\s?g\b|克", "m": r"\bmet(?:er|re)s?\b|米", "L": r"\blit(?:er|re)s?\b|\d\s?L\b|升",
                  "s": r"\bseconds?\b|秒", "h": r"\bhours?\b|小时", "t": r"\btonn?es?\b|吨"}  # fmt: skip


def in_letters(question: str, answer: str, reference: str) -> tuple[str, str]:
    """A single letter behind a number is a unit where the question measures in it and has no such unknown; in parts also where it speaks of the unit.

    >>> in_letters("A recipe for 4 uses 250 g of flour. How much for 10?", "625", "625 g")
    ('625', '625\\\\text{ g}')
    >>> in_letters("Let g = 3 and add 250 g to 5.", "625", "625 g"), in_letters("Expand it.", "3 m", "3 m")
    (('625', '625 g'), ('3 m', '3 m'))
    >>> in_letters("How many grams of flour, and how many eggs?", "750; 7", "(1) 750 g; (2) 7 eggs")[1]
    '(1) 750\\\\text{ g}; (2) 7 eggs'
    """
    in_parts = max(len(answer), len(reference)) <= MAX_LENGTH and re.search("[;；]", answer + reference)

    def named(match: re.Match[str]) -> str:
        unit, behind = match[1], match.string[match.end() :]
        measures = re.search(rf"\d\s?{unit}(?![A-Za-z\d_(^=])|\d\s?{unit}[²³^]", question)
        unknown = re.search(
            rf"(?<![A-Za-z\d\s]){unit}\b|(?<![A-Za-z]){unit}\s*[=+*/<>-]|[=+*/<>-]\s*{unit}\b|(?i:\b(?:simplify|expand|factor|solve)|化简|因式|解方程)",
            question,
        )
        spoken = in_parts and unit in _SPOKEN and re.match(r"\s*(?:[;；]|$)", behind) and re.search(_SPOKEN[unit], question)  # fmt: skip
        return rf"\text{{ {unit}}}" if spoken or measures and not unknown else match[0]

    return _LETTER.sub(named, answer), _LETTER.sub(named, reference)


_POLYGONS: Final = re.compile(r"多边形|几边形|边数|条边|\bpolygon|\bhow\s+many\s+sides\b", re.IGNORECASE)
_POLYGON: Final = re.compile(
    r"(?P<before>^|[;；]\s*|[(（]\d[)）]\s*)(?:(?P<han>[三四五六七八九十]{1,3})边形|(?P<n>\d+)(?:边形|-gon|-sided\s+polygon))(?=\s*(?:[;；]|$))"
)


def polygons_told(question: str, answer: str, reference: str) -> tuple[str, str]:
    """Where the question speaks of a polygon: 九边形 as 9.

    >>> polygons_told("这个多边形是几边形?有几条对角线?", "9; 27", "(1) 九边形; (2) 27条"), polygons_told("这是什么图形?", "4", "四边形")
    (('9; 27', '(1) 9; (2) 27条'), ('4', '四边形'))
    """
    if not _POLYGONS.search(question):
        return answer, reference
    texts = [_POLYGON.sub(_sides, text.strip().strip("。.")) for text in (answer, reference)]
    return (texts[0], texts[1]) if [answer, reference] != texts else (answer, reference)


def _sides(match: re.Match[str]) -> str:
    return f"{match['before']}{match['n'] or chinese_value(match['han']) or match[0]}"
