"""How many numbers a list has that goes on evenly and is written with dots: 6, 10, 14, …, 86. Not read: lists that do not go on evenly."""

from __future__ import annotations

import itertools
import re
from typing import Final

import sympy as sp

from solver.latex import exact_latex
from solver.topics.clauses import Said
from solver.topics.stories.contests.kinds import Solved, Unclear, answered, made

_N: Final = r"-?\d+(?:\.\d+)?"
_DOTS: Final = r"(?:\\(?:l|c)?dots|\.\.\.|…)"
_ROW: Final = rf"(?P<row>{_N}(?: ?, {_N})+ ?, {_DOTS} ?, {_N}(?: ?, {_N})*)"
MAX_LENGTH: Final = 10**6


@made(
    r"\\[lc]?dots|\.\.\.|…",
    "en",
    {"ask": (rf"how many (?:numbers|integers|terms|members|elements) (?:are|does|are there) (?:there )?(?:in )?the (?:following )?(?:list|sequence|arithmetic sequence|row)(?: of numbers)? :? ?{_ROW}(?: have| contain)?",)},
)  # fmt: skip
def _count(found: list[Said]) -> Solved:
    if len(found) != 1:
        raise Unclear
    before, after = re.split(_DOTS, found[0].values["row"])
    start = [sp.Rational(n) for n in re.findall(_N, before)]
    end = [sp.Rational(n) for n in re.findall(_N, after)]
    step = start[1] - start[0]
    row = [*itertools.pairwise(start), *itertools.pairwise(end)]
    if step == 0 or any(b - a != step for a, b in row):
        raise Unclear
    last = (end[-1] - start[0]) / step
    if last.q != 1 or not len(start) <= last <= MAX_LENGTH:
        raise Unclear
    value = last + 1
    a, b, d = (exact_latex(n) for n in (start[0], end[-1], step))
    shown = d if step > 0 else f"({d})"
    first = a if start[0] >= 0 else f"({a})"
    steps = (
        rf"Each number is \({d}\) more than the one before it."
        if step > 0
        else rf"Each number is \({exact_latex(-step)}\) less than the one before it.",
        rf"From the first to the last there are \(\frac{{{b}-{first}}}{{{shown}}}={exact_latex(last)}\) such steps, and one number more than steps: \({exact_latex(last)}+1={exact_latex(value)}\).",
    )
    lines = (f"first, last, step = Rational('{start[0]}'), Rational('{end[-1]}'), Rational('{step}')", "(last - first)/step + 1")  # fmt: skip
    checked = (
        f"number, last, step = Rational('{start[0]}'), Rational('{end[-1]}'), Rational('{step}')",
        "count = 1",
        "while number != last:",
        "    number, count = number + step, count + 1",
        "count == claimed",
    )
    return answered(value, steps, lines, checked, "Write the list out and count.")
