"""Whether an answer says what was computed: its exact form, and what the kernel printed last.

Compares texts only; values are compared by the `Checker`, outside this process.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from typing import Final, Protocol

from solver.agent.attempt import said_in
from solver.events import Event, Figure, Output
from solver.ports import Comparison
from solver.transcript import Cell, fold

_WANTS_DECIMAL: Final = re.compile(
    r"decimal|\bround(?:ed|ing)?\b|nearest|approximat|significant|\bs\.?f\b|\bd\.?p\b|estimate|\btenths?\b|\bhundredths?\b|≈|\\approx"
    r"|小数|近似|精确到|四舍五入|有效数字|大约|约等|估",
    re.IGNORECASE,
)
_SHORT_DECIMAL: Final = re.compile(r"(?<![\d.])-?\d+\.(\d{6,8})(?![\d.])")
_FRACTION: Final = re.compile(r"\\[dt]?frac\s*\{\s*([^{}]+?)\s*\}\s*\{\s*([^{}]+?)\s*\}")
_UNSEEN: Final = re.compile(
    r"\\left|\\right|\\displaystyle|\\[,;:! ]|\\q?quad\b|[\s$]|\\\(|\\\)|\\\[|\\\]|\.$|。$"
)
_THOUSANDS: Final = re.compile(r"(?<=\d)(?:\{,\}|,)(?=\d{3}(?!\d))")
_WHOLE: Final = r"(?<![\d.])(?<!(?<![\w)}\]])-)"
"""Before a number: no digit of it and no sign, but what it is subtracted from is no sign."""
SMALL: Final = 30
"""Of a denominator that a decimal of six places stands for: 1 in 3,000 decimals is that near to such a fraction by chance."""
LOOK_BACK: Final = 5  # cells
_NO_VALUE: Final = frozenset(("", "None", "True", "False"))


def wants_decimal(text: str) -> bool:
    """Whether a problem asks for a rounded value, so that a decimal is its answer.

    >>> wants_decimal("Rounded to tenths?"), wants_decimal("保留两位小数"), wants_decimal("It falls to the ground.")
    (True, True, False)
    """
    return _WANTS_DECIMAL.search(text) is not None


def exact_form(answer: str) -> str:
    """Decimals of six to eight places that are a cut fraction of a small denominator as that fraction.

    >>> exact_form("0.333333"), exact_form("x=-2.166667"), exact_form("0.618034"), exact_form("0.125000")
    ('\\\\frac{1}{3}', 'x=-\\\\frac{13}{6}', '0.618034', '\\\\frac{1}{8}')
    """

    def fraction(match: re.Match[str]) -> str:
        value = Fraction(match[0])
        near = value.limit_denominator(SMALL)
        if abs(near - value) >= Fraction(1, 10 ** len(match[1])):
            return match[0]
        sign, over = "-" if near < 0 else "", abs(near.numerator)
        return f"{sign}\\frac{{{over}}}{{{near.denominator}}}" if near.denominator > 1 else f"{sign}{over}"

    return _SHORT_DECIMAL.sub(fraction, answer)


def normal(text: str) -> str:
    r"""A formula or value without what makes no difference to the eye, for comparing texts.

    >>> normal(r"\dfrac{1}{2}"), normal("1,234"), normal(r"\left( 1,\ 2 \right)")
    ('1/2', '1234', '(1,2)')
    """
    text = _UNSEEN.sub("", _FRACTION.sub(r"\1/\2", text))
    return _THOUSANDS.sub("", text) if "(" not in text else text


def printed_value(cell: Cell) -> str | None:
    """The last value that a cell gave: its result, else its last printed line; None after an error."""
    outputs = [o for o in cell.outputs if isinstance(o, Output)]
    if any(o.stream == "error" for o in outputs):
        return None
    results = [o.text for o in outputs if o.stream == "result"]
    printed = "".join(o.text for o in outputs if o.stream == "stdout")
    lines = [line for line in printed.splitlines() if line.strip()]
    value = (results or lines or [""])[-1].strip()
    return None if value in _NO_VALUE else value


class Comparing(Protocol):
    """What is asked of a `Checker`."""

    async def compare(self, answer: str, printed: str) -> Comparison | None:
        """How an answer stands to what a kernel printed."""
        ...


class Evidence:
    """The cells behind an answer, with what was said at last."""

    def __init__(self, events: Sequence[Event]) -> None:
        self._cells = [b for b in fold(events) if isinstance(b, Cell) and b.outputs]
        last = self._cells[-1].part if self._cells else None
        at = max(
            (n for n, e in enumerate(events) if isinstance(e, Output | Figure) and e.part == last), default=-1
        )
        self._words = normal(said_in(events[at + 1 :]))

    @property
    def last(self) -> str | None:
        """The value that the last cell gave."""
        return printed_value(self._cells[-1]) if self._cells else None

    @property
    def values(self) -> list[str]:
        """The values of the last cells, newest first."""
        return [v for cell in self._cells[: -LOOK_BACK - 1 : -1] if (v := printed_value(cell)) is not None]

    async def against(self, answer: str, comparing: Comparing) -> Comparison | None:
        """How an answer, one number, stands to the values: the same or rounded, or "other" where it contradicts the last one.

        None where the texts are the same, and where nothing can be said.
        """
        contradiction: Comparison | None = None
        for value in self.values:
            if normal(value) == normal(answer):
                return None
            found = await comparing.compare(answer, value)
            if found is not None and found.relation != "other":
                return found
            if value == self.last:
                contradiction = contradiction or found
        return None if self.supports(answer) else contradiction

    def supports(self, answer: str) -> bool:
        """Whether an answer that is not the last value may still follow from the cells.

        So it is where some cell printed it among other things, where the last cell was given it (to check it), and where
        the words behind name a value that was printed: the answer is then worked out from that.
        """
        printed = [o.text for cell in self._cells for o in cell.outputs if isinstance(o, Output)]
        if any(_has(normal(text), answer) for text in printed):
            return True
        numbers = re.findall(r"\d+", normal(answer))
        if self._cells and all(_has(self._cells[-1].source, number) for number in numbers):
            return True
        return any(_has(self._words, re.sub(r"\.0+$", "", value)) for value in self.values)


def _has(text: str, value: str) -> bool:
    """Whether a text names that value, whole.

    >>> _has("it is 12", "12"), _has("120 or 0.12 or -12", "12"), _has("13-12", "12")
    (True, False, True)
    """
    return re.search(rf"{_WHOLE}{re.escape(normal(value))}(?!\.?\d)", text) is not None
