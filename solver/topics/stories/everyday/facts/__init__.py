"""Chinese stories of primary school, each kind as the facts that it needs, wherever they stand. `solvers` is the whole interface.

`finding` says what a fact is and which words may stand between facts; the other files are kinds: their facts and the sums.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from typing import Final

from solver.topics.stories.everyday.facts import (  # noqa: F401  # they add their kinds
    averages,
    counting,
    figures,
    intervals,
    journeys,
    numbers,
    prices,
    shares,
    stocks,
)
from solver.topics.stories.everyday.facts.finding import found_in
from solver.topics.stories.everyday.worked import Solver

__all__ = ["in_plain_numbers", "solvers"]

_DIGIT: Final = "一二两三四五六七八九十"
_ONES: Final = {c: str(k) for k, c in enumerate("零一二三四五六七八九十")} | {"两": "2"}
_FRACTION: Final = re.compile(r"(\d+)?\s*\\[dt]?frac\s*\{?\s*(\d+)\s*\}?\s*\{?\s*(\d+)\s*\}?")


def in_plain_numbers(source: str) -> str:
    r"""Chinese text with fractions as a/b, numbers in words as digits, no signs of formulas.

    >>> in_plain_numbers(r"用去$\frac{3}{8}$,又倒入$1\frac12$千克,八分之五")
    '用去3/8,又倒入3/2千克,5/8'
    """
    source = re.sub(r"\\(?:text|mathrm)\s*\{([^{}]*)\}", r"\1", source.replace("$", ""))
    source = _FRACTION.sub(lambda m: f"{int(m[1] or 0) * int(m[3]) + int(m[2])}/{m[3]}", source)
    source = re.sub(r"(占[^,，。;；]{0,8}的)一半", r"\g<1>1/2", source)
    return re.sub(rf"([{_DIGIT}])分之([{_DIGIT}])", lambda m: f"{_ONES[m[2]]}/{_ONES[m[1]]}", source)


def solvers(plain: str) -> Iterator[Solver]:
    """Who may solve the text, which has plain numbers."""
    for solve, facts in found_in(plain):
        yield partial(solve, facts)
