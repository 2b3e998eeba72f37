"""Multiple choice is reasoned, everything else is programmed: what MAmmoTH found to be best for each."""

from __future__ import annotations

import re
from collections.abc import AsyncGenerator
from typing import Final

from solver.agent.strategies import program_first, reasoning
from solver.agent.work import Work
from solver.events import Event

_OPTION: Final = re.compile(r"(?<![A-Za-z0-9\\])[(（]?([A-E])\s*[).）．、:：](?![A-Za-z])")


def solve(work: Work) -> AsyncGenerator[Event]:
    """One of the two, by the problem's text."""
    return reasoning.solve(work) if is_choice(work.problem.text) else program_first.solve(work)


def is_choice(text: str) -> bool:
    """Whether a problem offers options: A, B, C at least, in order.

    >>> is_choice("1+1? A. 1 B. 2 C. 3 D. 4"), is_choice("1+1=（ ）（A）1（B）2（C）3"), is_choice("The points A, B and C")
    (True, True, False)
    """
    return "ABC" in "".join(match[1] for match in _OPTION.finditer(text))
