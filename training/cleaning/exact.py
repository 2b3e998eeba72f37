r"""An exact value instead of a decimal, where it is known: the program printed it, or a long decimal can be no other.

A problem that asks for a decimal keeps it, and so does an answer that a decimal says exactly.
"""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from typing import Final

import sympy as sp

from solver.agent.honesty import Evidence, exact_form, wants_decimal
from solver.latex import exact_latex, tidy, value_of
from solver.prose import Formula, pieces
from solver.transcript import Block, Cell, Prose
from training.cleaning.base import with_blocks
from training.cleaning.numbers import value
from training.examples import Example

_DECIMAL: Final = re.compile(r"-?\d+\.\d+")
_PRINTED: Final = re.compile(r"(?=.*(?:/|sqrt|pi|log|exp|\*\*))[\w\s()+*/.,-]{1,80}")
"""What may be an exact value that is no whole number."""


def clean(example: Example) -> Example:
    """The example with its answer exact, and so in its last words."""
    found = _DECIMAL.findall(example.answer)
    if len(found) != 1 or wants_decimal(example.problem):
        return example
    decimal = found[0]
    exact = _printed(decimal, example) or tidy(exact_form(decimal))
    if exact == decimal:
        return example
    answer = example.answer.replace(decimal, exact)
    return with_blocks(replace(example, answer=answer), lambda blocks: _reworded(blocks, decimal, exact))


def _printed(decimal: str, example: Example) -> str | None:
    """The exact value that the last cell gave, if it is rounded to this decimal."""
    printed = Evidence(example.events).last or ""
    if not _PRINTED.fullmatch(printed) or _DECIMAL.search(printed):
        return None
    try:
        exact = value_of(printed)
        if not isinstance(exact, sp.Expr) or not exact.is_real or exact.is_Float:
            return None
        gap = abs(Fraction(decimal) - Fraction(str(exact.evalf(30))))
    except (ValueError, TypeError, ArithmeticError):
        return None
    places = len(decimal.partition(".")[2])
    return exact_latex(exact) if gap and gap <= Fraction(1, 10 ** min(places, 15)) else None


def _reworded(blocks: list[Block], decimal: str, exact: str) -> list[Block]:
    """The prose behind the last cell says the exact value."""
    last = max((at for at, block in enumerate(blocks) if isinstance(block, Cell)), default=-1)
    return [
        replace(block, text=_in_words(block.text, decimal, exact))
        if at > last and isinstance(block, Prose)
        else block
        for at, block in enumerate(blocks)
    ]


def _in_words(text: str, decimal: str, exact: str) -> str:
    whole = re.compile(rf"(?<![\d.]){re.escape(decimal)}(?!\d)")
    bare = value(exact) is not None and "\\" not in exact
    told = []
    for piece in pieces(text):
        if isinstance(piece, Formula):
            tex = whole.sub(lambda _: exact, piece.tex)
            told.append(f"\\[{tex}\\]" if piece.display else f"\\({tex}\\)")
        else:
            told.append(_outside(piece, whole, exact, bare=bare))
    return "".join(told)


def _outside(text: str, decimal: re.Pattern[str], exact: str, *, bare: bool) -> str:
    """Words: a formula gets delimiters, in a box that stands without them it needs none."""

    def put(match: re.Match[str]) -> str:
        boxed = text.rfind("\\boxed{", 0, match.start()) > text.rfind("}", 0, match.start())
        return exact if bare or boxed else f"\\({exact}\\)"

    return decimal.sub(put, text)
