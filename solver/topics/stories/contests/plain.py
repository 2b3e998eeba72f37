"""A contest problem in its usual form: signs as words, numbers that count as digits, titles without their dots. Nothing is read here."""

from __future__ import annotations

import re
from typing import Final

from solver.ports import Language
from solver.reader.numerals import english_value, in_digits
from solver.topics.clauses import without_dollars

_WORDS: Final = {r"\triangle": " triangle ", r"\bigtriangleup": " triangle "}
_SIGNS: Final = re.compile(
    r"\\(?:bigtriangleup|triangle)(?![A-Za-z])|\\underline(?![A-Za-z])|(?<=\d)(?:\{,\}|,\\!)(?=[\da-zA-Z])"
)
_NINTHS: Final = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_TENS: Final = re.compile(rf"\b([2-9]0)-({'|'.join(_NINTHS)})\b")
_FEW: Final = re.compile(
    r"(?i)\b(two|three|four|five|six|seven|eight|nine|ten|twelve|twenty)(?=[ -](?:sided|faced|(?:eight|six|ten|twelve|twenty)-sided|(?:different |distinct |top |real )?(?:numbers|integers|groups)|different|distinct|fillings|rolls|digits))"
)
_DIGITS: Final = re.compile(r"(?i)\b(one|two|three|four|five|six|seven|eight|nine|\d)\s*-?\s*digit\b")


def in_usual_form(source: str, language: Language) -> str:
    """The text as the tables of clauses have it: lower case in English, without blanks in Chinese."""
    plain = without_dollars(
        _SIGNS.sub(lambda m: _WORDS.get(m[0], ""), re.sub(r"\n\s*\n", " . ", source).replace("~", " "))
    )
    plain = re.sub(r"\b(triangle)(?:\s+triangle)+\b", r"\1", plain)
    return _english(plain) if language == "en" else _chinese(plain)


def _english(plain: str) -> str:
    plain = _DIGITS.sub(lambda m: f"{m[1] if m[1].isdigit() else english_value(m[1])}-digit", plain)
    plain = re.sub(r"\s+", " ", in_digits(re.sub(r"(?<=\d)\.(?=\s*(?:am|pm)\b)", " ", plain))).lower().strip()
    plain = re.sub(
        r"(?<=\d)\\_|(?<=\d)''|(?<=\d),(?=[a-z]\d\d\b)", lambda m: "_" if "_" in m[0] else "", plain
    )
    plain = re.sub(r"\\bullet(?![a-z])|``|(?<![\d'])''(?!')", lambda m: " , " if "b" in m[0] else " ", plain)
    plain = re.sub(r"\\[dt]?frac ?(\d) ?(\d)", r"\\frac{\1}{\2}", plain)
    plain = _TENS.sub(lambda m: f"{int(m[1]) + _NINTHS.index(m[2]) + 1}th", plain)
    plain = _FEW.sub(lambda m: str(english_value(m[1])), plain)
    plain = re.sub(
        r"(?<=\d)\{ ?([a-z]) ?\}|\{ ?([0-9a-z]{2,8}) ?\}(?= is)|(?<=number )\{ ?(\d) ?\} ?\{ ?([a-z]) ?\}",
        lambda m: "".join(filter(None, m.groups())),
        plain,
    )
    plain = re.sub(r"[.?] ?(?:express|give|state) your answer as (?:the |a )?number of degrees\b", "", plain)
    plain = re.sub(r"\b(mr|mrs|ms|dr)\.", r"\1", plain.replace('"', " "))
    return re.sub(r"\bhas(?=different\b)", "has ____ ", plain.replace("two digits", "2 digits"))


def _chinese(plain: str) -> str:
    return re.sub(r"``|''|[“”]", '"', re.sub(r"\s+", "", plain))
