r"""Recurring decimals inside a larger question: `What is 0.\overline{3} ÷ 0.8\overline{3}?`; another topic answers it with fractions.

Read: any question that a topic reads when each recurring decimal is written as its fraction. Not: the conversion of one number
alone, which is `number_forms`.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from solver.latex import fraction_latex
from solver.ports import Language
from solver.topics.base import Reading, Text, Unread, Words
from solver.topics.numbers import number_forms
from solver.topics.prepared import Opened

_RECURRING: Final = re.compile(
    r"(?<![\d.])(?P<whole>\d{0,6})\.(?P<start>\d{0,6}?)(?:\\overline\s*(?:\{\s*(?P<period>\d{1,6})\s*\}|(?P<digit>\d))|\\dot\s*\{?(?P<dot>\d)\}?(?:(?P<between>\d{0,5})\\dot\s*\{?(?P<last>\d)\}?)?)(?!\d)"
)
MAX_COUNT: Final = 6
WORDS: Final = {
    "shift": Words("Let \\(x={shown}\\). Shifting by one period: \\({high}x-{low}x={difference}\\), so \\(x={value}\\).",
                   "设 \\(x={shown}\\)。移动一个循环节：\\({high}x-{low}x={difference}\\)，所以 \\(x={value}\\)。"),
}  # fmt: skip


def read(text: Text) -> Reading:
    """A question with recurring decimals, answered with fractions in their place."""
    from solver.topics import read_text  # the table imports this topic

    if not _RECURRING.search(text.source) or number_forms.read(text) is not None:
        return None
    opening = list[str]()
    fractions = dict[str, str]()

    def as_fraction(match: re.Match[str]) -> str:
        shown, value, step = _value(match, text.language)
        if shown not in fractions:
            opening.append(step)
        fractions[shown] = rf"\frac{{{value.numerator}}}{{{value.denominator}}}"
        return fractions[shown]

    source = _RECURRING.sub(as_fraction, text.source)
    if not 1 <= len(fractions) <= MAX_COUNT:
        return None
    found = read_text(Text(source, text.language, text.values))
    return found if isinstance(found, Unread) else Opened(tuple(opening), found)


def _value(match: re.Match[str], language: Language) -> tuple[str, Fraction, str]:
    """The number as it is shown, its value, and how it is found."""
    whole, start = match["whole"] or "0", match["start"]
    period = (
        match["period"]
        or match["digit"]
        or match["dot"] + ((match["between"] or "") + match["last"] if match["last"] else "")
    )
    low, high = 10 ** len(start), 10 ** (len(start) + len(period))
    difference = int(whole + start + period) - int(whole + start)
    value = Fraction(difference, high - low)
    shown = rf"{whole}.{start}\overline{{{period}}}"
    step = WORDS["shift"].say(
        language,
        shown=shown,
        high=high,
        low="" if low == 1 else low,
        difference=difference,
        value=fraction_latex(value),
    )
    return shown, value, step
