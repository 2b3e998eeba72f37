r"""Answers to trigonometric equations as people write them: `x=\frac{\pi}{6},\ \frac{5\pi}{6}`, `x = 30° + 360°k`, `\pm … (k ∈ Z)`."""

from __future__ import annotations

import re
from typing import Final

import sympy as sp

from solver.formula import FormulaError, parse, to_sympy
from solver.formula.nodes import Relation
from solver.topics.equations.trigonometric.families import Family
from solver.topics.yes_no import plain_words

_WHOLE: Final = re.compile(
    r"[,，;]?\s*(?:\\(?:text|mathrm|mbox)\s*\{[^{}]*\})?\s*\(?\s*\b[knm]\s*(?:\\in(?![a-z])|∈)\s*(?:\\mathbb\s*\{?\s*Z\s*\}?|\\mathbf\s*\{Z\}|ℤ|Z)\s*\)?"
    r"|[,，;]?\s*\(?(?:where|for|,)?\s*\b[knm]\s+(?:is\s+)?(?:an?\s+|any\s+)?integers?\)?|[,，]?\s*\(?\s*[knm]\s*为整数\s*\)?|其中"
)
_DEGREES: Final = r"\s*(?:\^\s*\{?\s*\\circ\s*\}?|\\degree|°)"
_NONE: Final = frozenset("no solution|no solutions|none|no real solution|no real solutions|无解|无实数解|没有解|方程无解|空集|\\varnothing|\\emptyset|∅|\\{\\}".split("|"))  # fmt: skip


def says_none(answer: str) -> bool:
    """Whether an answer says that there is no solution."""
    return plain_words(answer) in _NONE


def claimed(answer: str, *, degrees: bool) -> list[Family | sp.Expr] | None:
    """Values and families (radians) of an answer; None where it cannot be read."""
    if len(answer) > 1500:
        return None
    in_degrees = degrees and not re.search(r"\\pi|π|\bpi\b", answer)
    text = _WHOLE.sub("", answer)
    text = re.sub(
        r"\\(?:text|mathrm|mbox)\s*\{\s*(?:or|and|或|和)\s*,?\s*\}|\\(?:lor|vee|cup)\b|\b(?:or|and)\b|[或和、;；，]",
        ",",
        text,
    )
    text = re.sub(r"\\(?:left|right)|\\[,;:! ]|\\q?quad(?![a-z])|\$", " ", text)
    text = re.sub(r"\\[{}]", "", text)
    out: list[Family | sp.Expr] = []
    for piece in filter(None, (p.strip(" .。").rstrip("\\ ") for p in text.split(","))):
        is_arc = in_degrees and re.search(r"arc|\\approx|≈", piece) is not None
        if is_arc:  # 180° - arcsin 0.3 ≈ 162.5°: the exact side, degrees as parts of π
            piece = re.sub(rf"(\d+(?:\.\d+)?){_DEGREES}", r"(\1*\\pi/180)", re.split(r"\\approx|≈", piece)[0])
        elif in_degrees:
            piece = re.sub(_DEGREES, " ", piece)
        for signed in _both_signs(piece):
            found = _one(signed, in_degrees=in_degrees and not is_arc)
            if found is None:
                return None
            out.append(found)
    return out or None


def _both_signs(piece: str) -> list[str]:
    sign = re.search(r"\\pm|±", piece)
    if sign is None:
        return [piece]
    return (
        [piece[: sign.start()] + put + piece[sign.end() :] for put in ("+", "-")]
        if not re.search(r"\\pm|±", piece[sign.end() :])
        else ["?"]
    )


def _one(piece: str, *, in_degrees: bool) -> Family | sp.Expr | None:
    piece = re.sub(r"^\s*(?:\\?[A-Za-z]+|[α-ω])\s*(?:=|\\in\b|∈)\s*\+?", "", piece).lstrip("+ ")
    try:
        node = parse(piece)
        value = to_sympy(node) if not isinstance(node, Relation) else None
    except (FormulaError, TypeError, ValueError):
        return None
    if not isinstance(value, sp.Expr):
        return None
    letters = value.free_symbols
    unit = sp.pi / 180 if in_degrees else sp.S.One
    if not letters:
        return value * unit if value.is_real and value.is_finite else None
    if len(letters) > 1 or str(next(iter(letters))) not in "knm":
        return None
    k = next(iter(letters))
    expanded = sp.expand(value * unit)
    period, start = expanded.coeff(k, 1), expanded.coeff(k, 0)
    good = sp.expand(expanded - period * k - start) == 0 and period.is_real and start.is_real and period != 0
    return Family(start, abs(period)) if good else None
