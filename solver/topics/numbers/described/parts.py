"""Numbers and rows of whole numbers as they are put together: each has its value, its steps, its source in a cell, and a second source for the check."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

import sympy as sp

from solver.latex import exact_latex
from solver.ports import Language
from solver.topics.base import Words

SHOWN: Final = 12
MAX_SHOWN_DIGITS: Final = 30
WORDS: Final = {
    "row": Words("“{said}”: \\({members}\\).", "“{said}”是：\\({members}\\)。"),
    "long": Words("“{said}”: \\({members}\\), \\({count}\\) numbers.", "“{said}”是：\\({members}\\)，共 \\({count}\\) 个。"),
    "nothing": Words("“{said}”: there are none.", "“{said}”：一个也没有。"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Part:
    """One number; `latex` is how a step speaks of it: its value, or the signs that it is written in."""

    value: Fraction
    source: str
    again: str
    latex: str
    steps: tuple[str, ...] = ()

    @property
    def whole(self) -> int | None:
        """The value, where it is a whole number."""
        return int(self.value) if self.value.denominator == 1 else None


@dataclass(frozen=True, slots=True)
class Row:
    """Whole numbers in the order in which they are told."""

    members: tuple[int, ...]
    source: str
    again: str
    steps: tuple[str, ...]

    @property
    def latex(self) -> str:
        """The first few members and the last."""
        return listed(self.members)


def shown(value: Fraction) -> str | None:
    """An exact number as LaTeX; None where it is too long to be written out."""
    if max(len(str(abs(value.numerator))), len(str(value.denominator))) > MAX_SHOWN_DIGITS:
        return None
    return str(exact_latex(sp.Rational(value.numerator, value.denominator)))


def listed(members: tuple[int, ...]) -> str:
    r"""The first few members and the last.

    >>> listed((2, 3, 5))
    '2,\\ 3,\\ 5'
    """
    told = [str(m) for m in members]
    if len(told) > SHOWN:
        told = [*told[:4], r"\ldots", told[-1]]
    return r",\ ".join(told)


def told(members: tuple[int, ...], said: str, say: Language) -> str:
    """The step that says which numbers are meant."""
    said = re.sub(r"\$([^$]+)\$", r"\\(\1\\)", said)
    kind = "nothing" if not members else "row" if len(members) <= SHOWN else "long"
    return WORDS[kind].say(say, said=said, members=listed(members), count=len(members))


def made(
    value: Fraction | int, source: str, again: str, before: tuple[Part | Row, ...], step: str = ""
) -> Part:
    """A number that was found from others, with their steps in front of its own."""
    exact = Fraction(value)
    steps = tuple(dict.fromkeys([s for part in before for s in part.steps] + ([step] if step else [])))
    return Part(exact, source, again, shown(exact) or "", steps)
