"""Numerals and names of bases in a problem's text, before its words are read.

`marked` puts a symbol in the place of every numeral (`1101_2`, `b2d (base 15)`, `45`) and a made-up word in the place of
every name of a base (`base 7`, hexadecimal, 八进制). What the words between them mean is not decided here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from solver.reader.numerals import chinese_value, english_value, in_digits

DIGITS: Final = "0123456789abcdefghijklmnopqrstuvwxyz"
BASES: Final = range(2, 37)
MAX_DIGITS: Final = 100
_NAMED: Final = {
    "binary": 2, "ternary": 3, "trinary": 3, "quaternary": 4, "quinary": 5, "senary": 6, "septenary": 7, "octal": 8, "nonary": 9,
    "decimal": 10, "denary": 10, "undecimal": 11, "duodecimal": 12, "hexadecimal": 16, "hex": 16, "vigesimal": 20,
}  # fmt: skip
_SMALL: Final = (
    r"two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|twenty"
)
_ZH_SMALL: Final = "[一二三四五六七八九十]{1,3}"
_BASE: Final = rf"(?:\d{{1,2}}(?!\d|\.\d)|(?:{_SMALL})\b)"
_SUBSCRIPT: Final = (
    rf"\(?_\s*(?:\{{\s*)?\(?\s*(?:\\(?:text|mathrm)\s*\{{\s*)?(?P<sub>{_BASE})\s*\}}?\s*\)?\s*\}}?\)?"
)
_PATTERN: Final = re.compile(
    rf"""
    (?P<prefixed>(?<![A-Za-z0-9_.\\])0(?:[xX][0-9a-fA-F]+|[bB][01]+|[oO][0-7]+)(?![A-Za-z0-9_]|\.\d))
    | (?<![A-Za-z0-9_.\\}}])(?P<open>\(\s*)?(?P<explicit>[0-9A-Za-z]+)(?(open)\s*\))\s*
      (?:{_SUBSCRIPT}(?!\w) | \(\s*(?:in\s+)?base[\s-]*\$?(?P<base>{_BASE})\$?\s*\)
         | (?<=[\d\)])\((?P<short>\d{{1,2}})\)(?!\s*[\d(]))
    | (?<![A-Za-z])base[\s-]*\$?(?P<name>{_BASE})\$?
    | (?<![A-Za-z])(?P<word>{"|".join(_NAMED)})(?![A-Za-z])
    | (?P<zh>(?<!\d)\$?\d{{1,2}}\$?|{_ZH_SMALL})\s*进制
    | (?<!\d,)(?<![A-Za-z0-9_.\\])(?P<bare>[0-9A-Za-z]+)(?![A-Za-z0-9_\\]|\.\d|,\d)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_MARKS: Final = re.compile(
    r"进制|(?<![A-Za-z])base(?![A-Za-z])|\d_|\)_|" + "|".join(rf"\b{n}\b" for n in _NAMED), re.IGNORECASE
)
_HINT: Final = re.compile(
    r"\(?\b(?:use|using|with) (?:the )?(?:digits?|letters?) [A-Z](?:(?:, and|,| and| or) [A-Z]\b)*"
    r"(?: (?:as digits|as (?:needed|necessary)|(?:if|where|when) (?:necessary|needed)))?\.?\)?",
    re.IGNORECASE,
)
_NO_NUMERALS: Final = frozenset(
    "a add be bad bed bee beef cab cafe dad dead deaf deed decade bead ebb face facade faced fade faded fed fee feed".split()
)


@dataclass(frozen=True, slots=True)
class Numeral:
    """Digits as written, in lower case, without sign; `base` is None where nothing beside them says it."""

    digits: str
    base: int | None
    subscript: bool = False

    def fits(self, base: int) -> bool:
        """Whether every digit is below the base."""
        return base in BASES and all(DIGITS.index(d) < base for d in self.digits)

    def values(self) -> tuple[int, ...]:
        """What the digits stand for, from the left."""
        return tuple(map(DIGITS.index, self.digits))


def base_word(base: int) -> str:
    """The made-up word for a base, of letters only.

    >>> base_word(16)
    'radixbg'
    """
    return f"radix{chr(97 + base // 10)}{chr(97 + base % 10)}"


def marked(text: str) -> tuple[str, tuple[Numeral, ...]] | None:
    """The text with symbols for numerals and made-up words for bases; None where it is about something else.

    >>> marked("Convert -b2d (base 15) to base 7")
    ('Convert - \\\\nu_{0} to radixah ', (Numeral(digits='b2d', base=15, subscript=False),))
    """
    text = re.sub(r"([.?,])\$", r"$\1", text)
    text = re.sub(r"=\s*\?\s*(?:_\s*\{?\s*)?\(?(\d{1,2})\)?\s*\}?\s*\.?$", r" to base \1", text)
    if not _MARKS.search(text):
        return None
    text = re.sub(r"(?<=[A-Za-z])'s\b", " is", _HINT.sub("", text))
    text = re.sub(
        rf"(?<![A-Za-z])base[\s-]*({_SMALL})\b", lambda m: f"base {_number(m[1])}", text, flags=re.I
    )
    text = in_digits(text)
    text = re.sub(r"(?<=\d)\s*_\s*(?=[\d{(])", "_", re.sub(r"\\[,;!: ]|\\left|\\right", " ", text))
    text = re.sub(r"_\s*(\d)(?=\d*\D|\d*$)(\d?)(?!\d)", r"_{\1\2}", text)
    letters = _letters_allowed(text)
    found: list[Numeral] = []

    def replace(match: re.Match[str]) -> str:
        if (name := match["name"] or match["word"] or match["zh"]) is not None:
            base = _number(name.strip("$"))
            return f" {base_word(base)} " if base in BASES else match[0]
        if match["prefixed"]:
            base = {"x": 16, "b": 2, "o": 8}[match["prefixed"][1].lower()]
            found.append(Numeral(match["prefixed"][2:].lower(), base))
        elif match["explicit"]:
            base = _number(match["sub"] or match["base"] or match["short"])
            digits = match["explicit"].lower()
            if digits.isalpha() and (base <= 10 or len(digits) == 1 and bool(match["sub"])):
                return match[0]
            found.append(Numeral(digits, base, bool(match["sub"])))
        else:
            digits = match["bare"]
            if not _is_numeral(text, match, letters):
                return match[0]
            found.append(Numeral(digits.lower(), None))
        return rf" \nu_{{{len(found) - 1}}} "

    source = re.sub(r" +", " ", _PATTERN.sub(replace, text)).lstrip()
    return (source, tuple(found)) if len(found) <= 8 else None


def _number(name: str) -> int:
    """7 from `7`, `seven`, 七 or 二进制's 二; 0 where it is none."""
    name = name.lower()
    if name in _NAMED:
        return _NAMED[name]
    if name.isdecimal():
        return int(name)
    value = chinese_value(name) if "一" <= name[0] <= "龥" else english_value(name)
    return value or 0


def _letters_allowed(text: str) -> int:
    """The largest base that the text names: below it letters are digits."""
    names = [
        _number((m["name"] or m["word"] or m["zh"]).strip("$"))
        for m in _PATTERN.finditer(text)
        if m["name"] or m["word"] or m["zh"]
    ]
    return max((b for b in names if b in BASES), default=10)


def _is_numeral(text: str, match: re.Match[str], base: int) -> bool:
    """Whether a run of digits and letters is a numeral: all digits, or letters that are digits of a named base."""
    token, lower = match["bare"], match["bare"].lower()
    if token.isdecimal():
        return True
    if not all(DIGITS.index(c) < base for c in lower if c in DIGITS) or any(c not in DIGITS for c in lower):
        return False
    if any(c.isdecimal() for c in token):
        return True
    if base > 16 or not token.isupper() and token.lower() in _NO_NUMERALS - {"a"}:
        return False
    before, behind = text[: match.start()].rstrip(), text[match.end() :].lstrip()
    signs = re.search(r"[+\-*×]$", before) or re.match(r"[+*×]|-\s*\w", behind)
    named = re.search(r"进制数?$", before) or re.match(r"转|化|用|从", behind)
    return len(token) > 1 or bool(signs or named)
