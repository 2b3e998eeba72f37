r"""Decimals that go on for ever, as fractions: `0.\overline{3}`, `0.\dot3`, `0.(27)`, `0.1666...`, `0.8333 (3 repeating)`, 0.27循环."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

_MARKED: Final = re.compile(
    r"(?<!\d)(\d*)\.(\d*)(?:\\(?:overline|bar)\s*\{?(\d+)\}?|\\dot\s*\{?(\d)\}?(?:(\d*)\\dot\s*\{?(\d)\}?)?|\((\d+)\)(?!\d))"
)
_SAID: Final = re.compile(
    r"(?<![\d.])(\d*)\.(\d+)(?:\.{2,})?\s*\(?\s*(?:(\d+)\s*(?i:repeat(?:ing|s|ed)|recurring)|循环节?[是为]?\s*(\d+)|(\d+)\s*循环)\s*\)?"
)
_GOING_ON: Final = re.compile(r"(?<![\d.])(\d*)\.(\d{3,})\.\.\.")


def as_fractions(text: str) -> str:
    r"""A text with such decimals as fractions; what is not clearly one stays.

    >>> as_fractions(r"0.\overline{3}"), as_fractions("0.(27)"), as_fractions("0.8333... (3 repeating)"), as_fractions("0.1666...")
    ('\\frac{1}{3}', '\\frac{3}{11}', '\\frac{5}{6}', '\\frac{1}{6}')
    >>> as_fractions("0.5(x+1)"), as_fractions("0.123...")
    ('0.5(x+1)', '0.123...')
    """
    text = _SAID.sub(_said, _MARKED.sub(_marked, text))
    return _GOING_ON.sub(_going_on, text)


def _marked(match: re.Match[str]) -> str:
    period = match[3] or match[7] or match[4] + (match[5] or "") + (match[6] or "")
    return _fraction(match[1], match[2], period)


def _said(match: re.Match[str]) -> str:
    """The digits before the period may hold it, once or several times."""
    period, fixed = match[3] or match[4] or match[5], match[2]
    while fixed.endswith(period):
        fixed = fixed.removesuffix(period)
    return match[0] if fixed == match[2] else _fraction(match[1], fixed, period)


def _going_on(match: re.Match[str]) -> str:
    """`0.1666...`: digits that were written twice, or once and four more, and three of them, go on."""
    whole, digits = match[1], match[2]
    for fixed in range(7):
        rest = digits[fixed:]
        for length in range(1, 7):
            again = all(c == rest[i % length] for i, c in enumerate(rest))
            if again and len(rest) >= max(3, min(2 * length, length + 4)):
                return _fraction(whole, digits[:fixed], rest[:length])
    return match[0]


def _fraction(whole: str, fixed: str, period: str) -> str:
    """A decimal whose period goes on for ever."""
    whole = whole or "0"
    value = Fraction(int(whole + fixed or "0")) + Fraction(int(period), 10 ** len(period) - 1)
    value /= 10 ** len(fixed)
    return rf"\frac{{{value.numerator}}}{{{value.denominator}}}"
