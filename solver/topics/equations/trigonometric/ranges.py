"""The range of the unknown that a problem tells: an interval, an inequality chain, "between … and …"; taken out of its text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

import sympy as sp

from solver.formula import FormulaError, letter, parse, to_sympy
from solver.topics.base import Text

MAX_TURNS: Final = 4
"""A wider range has more solutions than a reader wants to see."""
_NAME: Final = r"(?:(?:\\(?:theta|alpha|beta|gamma|phi|varphi|omega)(?![a-zA-Z])|[θαβγφω]|(?<![A-Za-z\\])(?:theta|alpha|beta|[A-Za-z])(?![A-Za-z])))"
_BOUND: Final = r"[-−]?(?:\\[dt]?frac\s?\{[^{}]*\}\s?\{[^{}]*\}|\\pi(?![a-z])|π|pi(?![a-z])|°|\^\s?\{?\s?\\circ\s?\}?|\\degree|[\d/* ]|\.(?=\d)|\\cdot(?![a-z]))+"
_LESS: Final = r"(?:<=?|\\leq?(?:slant)?(?![a-z])|\\lt(?![a-z]))"
_IN: Final = r"(?:∈|\\in(?![a-z])|in(?![a-z])|属于)"
_FORMS: Final = tuple(
    re.compile(rf"(?P<open_>\$|\\\()?\s?{core}\s?(?(open_)(?:\$|\\\)))")
    for core in (
        rf"\(?\s?(?P<low>{_BOUND})\s?(?P<left>{_LESS})\s?(?P<name>{_NAME})\s?(?P<right>{_LESS})\s?(?P<high>{_BOUND})",
        rf"(?:(?P<name>{_NAME})\s?\$?\s?(?:is )?{_IN}\s?(?:the )?(?:interval)?\s?\$?\s?)?(?P<left>[\[(])\s?(?P<low>{_BOUND})\s?,\s?(?P<high>{_BOUND})\s?(?P<right>[\])])",
        rf"(?P<left>between|from|在|从)\s?\$?(?P<low>{_BOUND})\$?\s?(?:and|to|到|与|和|至)\s?\$?(?P<high>{_BOUND})\$?\s?(?P<right>inclusive|之间|,\s?inclusive)?",
    )
)
_QUARTERS: Final = re.compile(
    rf"(?<![\d.])([-−]?(?:0|90|180|270|360))(\s?(?:{_LESS}\s?\$?{_NAME}\$?\s?{_LESS}|,|and|to|到|与|和|至)\s?)(90|180|270|360|450|540|720)(?![\d.])"
)
"""Bounds of whole quarters of a turn without a unit: 0 ≤ x < 360 is told in degrees."""
_REALS: Final = re.compile(
    rf"[,，]?\s?\(?\$?(?P<name>{_NAME})\s?{_IN}\s?(?:R|ℝ|\\mathbb\s?\{{?\s?R\s?\}}?|\\mathbf\s?\{{R\}})(?![A-Za-z])\$?\)?"
)
_WHOLE: Final = re.compile(
    r"[,，]?\s?\(?\$?\b[kn]\s?(?:∈|\\in(?![a-z]))\s?(?:Z|ℤ|\\mathbb\s?\{?\s?Z\s?\}?|\\mathbf\s?\{Z\})(?![A-Za-z])\$?\)?"
)
_ACUTE: Final = re.compile(
    rf"(?i)[,，]?\s?(?:且|where |and |if |for |with )?\$?∠?(?P<name>{_NAME})\$?\s?(?:is (?:an )?acute(?: angle)?|(?:为|是)锐角)|[,，]?\s?锐角\s?(?=\$?(?P<named>{_NAME}))"
)


@dataclass(frozen=True, slots=True)
class Range:
    """From `low` to `high` (radians); which ends belong to it. `vague`: "between" does not tell."""

    low: sp.Expr
    high: sp.Expr
    has_low: bool
    has_high: bool
    vague: bool = False

    def holds(self, value: sp.Expr) -> bool:
        """Whether a value lies inside."""
        above = value >= self.low if self.has_low else value > self.low
        below = value <= self.high if self.has_high else value < self.high
        return bool(above) and bool(below)

    def condition(self, name: str) -> str:
        """Python source of a test of the name."""
        low, high = "<" + "=" * self.has_low, "<" + "=" * self.has_high
        return f"{self.low} {low} {name} {high} {self.high}"


def taken_out(text: Text) -> tuple[str, Range | None, str | None, bool] | None:
    """The text without the range, the range, the name it is told of, and whether angles are in degrees.

    None where several ranges are told, or one that is empty or too wide.
    """
    source = re.sub(r"(?i)(?<=\d)\s?(?:degrees?\b|度)", "°", text.source)
    source = re.sub(r"\\(?:left|right)(?=\s?[\[\]()])|\\[,;:! ]|\\q?quad(?![a-z])", " ", source)
    if not re.search(r"(?i)π|\\pi|\bpi\b|\dpi\b|radian|弧度|°|\\circ", source):
        source = _QUARTERS.sub(r"\1°\2\3°", source)
    degrees = bool(re.search(r"(?i)°|\\circ|\\degree|\bdegrees?\b|角度制", source))
    source = _WHOLE.sub(" ", source)
    if found := _REALS.search(source):
        return _without(source, found), None, _plain(found["name"]), degrees
    if found := _ACUTE.search(source):
        degrees = degrees or not re.search(r"π|\\pi|\bpi\b|radian|弧度", source)
        rest, name = _without(source, found), _plain(found["name"] or found["named"])
        return rest, Range(sp.S.Zero, sp.pi / 2, has_low=False, has_high=False), name, degrees
    for form in _FORMS:
        if found := form.search(source):
            told = _range(found)
            if told is None:
                return None
            name = found.groupdict().get("name")
            return _without(source, found), told, _plain(name) if name else None, degrees
    return source, None, None, degrees


def _without(source: str, found: re.Match[str]) -> str:
    """Inside a formula a comma keeps what stands before apart from what stands behind."""
    return f"{source[: found.start()]} , {source[found.end() :]}"


def _plain(name: str) -> str | None:
    try:
        return str(to_sympy(parse(name)))
    except FormulaError:
        return None


def _bound(source: str) -> sp.Expr | None:
    try:
        value = to_sympy(parse(source.strip()), {})
    except (FormulaError, TypeError):
        return None
    return value if isinstance(value, sp.Expr) and value.is_real and value.is_finite else None


def _range(found: re.Match[str]) -> Range | None:
    low, high = _bound(found["low"]), _bound(found["high"])
    if low is None or high is None or not bool(low < high) or bool(high - low > 2 * MAX_TURNS * sp.pi):
        return None
    left, right = found["left"], found["right"] or ""
    if re.fullmatch(r"[\[(]", left):
        return Range(low, high, has_low=left == "[", has_high=right == "]")
    if re.match(r"[<\\]", left):
        reached = [bool(re.match(r"<=|\\leq?", sign)) for sign in (left, right)]
        return Range(low, high, has_low=reached[0], has_high=reached[1])
    inclusive = "inclusive" in right
    return Range(low, high, has_low=inclusive, has_high=inclusive, vague=not inclusive)


def symbol_of(name: str) -> sp.Symbol:
    """The unknown, a real number."""
    return letter(name, real=True)
