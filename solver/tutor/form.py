r"""Whether an answer that is right in value is also finished and in the form that its question asks for. By its text alone."""

from __future__ import annotations

import re
from math import gcd
from typing import Final, Literal, TypeAlias

from solver.tutor.formulas import normal
from solver.tutor.statements import is_finished

Form: TypeAlias = Literal["kept", "unfinished", "unreduced", "factor", "expand", "fraction", "decimal"]
"""What is missing, or "kept"."""

_FRACTION: Final = re.compile(r"\\frac\{(\d+)\}\{(\d+)\}|(?<![\d.^)])(\d+)/(\d+)(?![\d.])")
_FACTOR: Final = re.compile(r"(?i)\bfactor(?:ise|ize|ing)?\b(?! of|s)|因式分解|分解因式")
_EXPAND: Final = re.compile(r"(?i)\bexpand\b|\bmultiply out\b|展开")
_AS_FRACTION: Final = re.compile(
    r"(?i)\bas a (?:common |simplified )?fraction\b|(?:化成|写成|用)(?:最简)?分数"
)
_AS_DECIMAL: Final = re.compile(r"(?i)\b(?:to a|as a) decimal\b|(?:化成|写成|用)小数")
_OPEN_BRACKETS: Final = re.compile(r"\)\s*\*?\(|\)\^|[0-9a-z]\(")


def form_of(problem: str, answer: str, right: str) -> Form:
    """What the form of a right `answer` lacks, beside the tutor's own (`right`, LaTeX).

    >>> form_of("Simplify 6/8.", "6/8", r"\\frac{3}{4}"), form_of("Simplify 6/8.", "3/4", r"\\frac{3}{4}")
    ('unreduced', 'kept')
    >>> form_of("Factor x^2-1.", "x^2-1", "(x-1)(x+1)"), form_of("What is 16-7?", "16-7", "9")
    ('factor', 'unfinished')
    """
    text = normal(answer)
    if text == normal(right):
        return "kept"
    if _FACTOR.search(problem) and not re.search(r"\)\*?\(|^-?\w*\(.*\)(?:\^\d+)?$", text):
        return "factor"
    if _EXPAND.search(problem) and _OPEN_BRACKETS.search(text):
        return "expand"
    fractions = [(int(a or c), int(b or d)) for a, b, c, d in _FRACTION.findall(answer)]
    if any(gcd(top, below) > 1 or below == 1 for top, below in fractions):
        return "unreduced"
    if _AS_FRACTION.search(problem) and "." in text:
        return "fraction"
    if _AS_DECIMAL.search(problem) and fractions:
        return "decimal"
    bare = re.sub(r"^\w+=", "", text)
    is_sum = re.fullmatch(r"\d+(?:\.\d+)?(?:[-+*]\d+(?:\.\d+)?|/\d+[-+*]\d+)+", bare)
    return "unfinished" if is_sum and not is_finished(bare) else "kept"
