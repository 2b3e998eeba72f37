"""What has two readings by itself: `x/2x+1`, `50 + 20%`, `log2x`.

A quotient of two monomials is one fraction to everybody who writes it: `12a³b / 4ab` is told as that, and how it was read is said.
Not: formulas in delimiters (a fraction is drawn there), a number over a number with a letter (`1/2x` is half of x in school), stories.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_LETTERS: Final = r"(?:[A-Za-z](?:\^(?:\{\d{1,3}\}|\d{1,3}))?)"
_VERB: Final = (
    r"(?:please|simplify|reduce|evaluate|compute|calculate|work out|expand|factor|solve|what is|find|"
    r"请?化简|请?计算|约分|展开|解方程|求)"
)
_ASKED: Final = re.compile(
    rf"\s*(?P<verb>(?:{_VERB}\s*[:,]?\s*)*)\$?(?P<formula>[\w+\-*/^(){{}}.=<>, ]+?)\$?\s*(?P<end>[=?.]*)\s*",
    re.IGNORECASE | re.ASCII,
)
"""A formula, with a verb before it at most."""
_FRACTION: Final = re.compile(
    rf"(?P<above>-?\d{{0,9}}(?!d[a-z^]){_LETTERS}{{1,6}})\s*/\s*(?P<below>\d{{1,9}}{_LETTERS}{{1,6}}|(?!d[a-z])[a-z](?:\^\d)?{_LETTERS}{{1,3}})"
)
_NAMES: Final = re.compile(r"sin|cos|tan|cot|sec|csc|log|ln|lg|lim|exp|pi|min|max|sqrt|mod")
_SLASH: Final = re.compile(
    rf"(?<![A-Za-z\d])\d{{0,9}}{_LETTERS}{{1,6}}\s*/\s*\d{{1,9}}{_LETTERS}{{1,6}}|\)\s*/\s*\d{{1,9}}{_LETTERS}{{1,6}}"
)
"""Letters or a bracket above, and below a number with letters beside it."""
_WORD: Final = re.compile(r"[A-Za-z]{5}")
_NUMBER: Final = r"\d{1,9}(?:\.\d{1,6})?"
_PERCENT: Final = re.compile(
    rf"\s*(?:(?:what is|what's|calculate|compute|evaluate|find|work out)\s+)?(?P<number>{_NUMBER})\s*(?P<sign>[+-])\s*(?P<percent>{_NUMBER})\s*\\?%\s*[=?.]*\s*",
    re.IGNORECASE,
)
_LOGARITHM: Final = re.compile(r"(?<![A-Za-z\\])log\s?(?:10|[2-9])[a-z](?![A-Za-z])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Fraction:
    """A text whose slash divides by all that stands side by side behind it, and how it is read."""

    text: str
    latex: str


def one_fraction(text: str) -> Fraction | None:
    r"""The text with brackets, where its only formula is a monomial over a monomial; `text` is clean.

    >>> one_fraction("simplify 12a^{3}b / 4ab")
    Fraction(text='simplify (12a^{3}b)/(4ab)', latex='\\frac{12a^{3}b}{4ab}')
    >>> [one_fraction(text) for text in ("x/2x+1", "1/2x", "find dy/dx", "sin x/cos x")]
    [None, None, None, None]
    """
    asked = _ASKED.fullmatch(text) if len(text) < 200 else None
    found = _FRACTION.fullmatch(asked["formula"]) if asked is not None else None
    if asked is None or found is None or _NAMES.search(asked["formula"]) or _WORD.search(asked["formula"]):
        return None
    above, below = found["above"], found["below"]
    return Fraction(f"{asked['verb']}({above})/({below}){asked['end']}", rf"\frac{{{above}}}{{{below}}}")


def unclear_slash(text: str) -> str:
    """The place where it is not said how much a slash divides by; empty where there is none.

    >>> unclear_slash("x/2x+1"), unclear_slash("simplify (x+1)/2x"), unclear_slash("1/2x + 1"), unclear_slash("x/(2x)+1")
    ('x/2x', ')/2x', '', '')
    """
    asked = _ASKED.fullmatch(text) if len(text) < 400 else None
    if asked is None or _WORD.search(asked["formula"]):
        return ""
    found = _SLASH.search(asked["formula"])
    return found[0] if found and one_fraction(text) is None else ""


def unclear_percent(text: str) -> str:
    """A number and a percentage that is added or taken away: of the number, or of 1? Empty where there is none, or it is all the same.

    >>> unclear_percent("50 + 20%"), unclear_percent("1 - 20%"), unclear_percent("50 + 20% of 50"), unclear_percent("计算 5+20%")
    ('50 + 20%', '', '', '')
    """
    found = _PERCENT.fullmatch(text) if len(text) < 100 else None
    if found is None or float(found["number"]) in (0, 1):
        return ""
    return f"{found['number']} {found['sign']} {found['percent']}%"


def unclear_logarithm(text: str) -> str:
    """A logarithm whose number may be its base, or a factor of what it is taken of; empty where there is none.

    >>> unclear_logarithm("solve log2x = 3"), unclear_logarithm("log2(x) = 3"), unclear_logarithm(r"\\log_{2} x = 3"), unclear_logarithm("log 2x")
    ('log2x', '', '', 'log 2x')
    """
    found = _LOGARITHM.search(text)
    return found[0] if found else ""
