"""A task whose steps, cell and check are written down when the problem is read: for short methods that differ in their words alone.

The cell gives an exact real number, or the index of a name in `names`. Nothing is read here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.latex import exact_latex, values_in
from solver.ports import CheckPlan, Language
from solver.topics.base import Conclusion, Solution, Words
from solver.topics.cells import cell, exact_source

CLAIMED: Final = "claimed"
"""The name under which a check knows the answer that it is to judge."""


def _bare(name: str) -> str:
    """A name without what only sets it: delimiters, blanks, full stops."""
    return re.sub(r"\\(?:text|mathrm)|[{}$\\().。\s]", "", name).lower()


@dataclass(frozen=True, slots=True)
class Computed:
    """`lines` are the cell's; `checked` are the check's, in which `claimed` is the answer, and the last of which says whether it holds.

    `sentence` has a place {answer}; `method` says how the check went about it.
    """

    steps: tuple[str, ...]
    lines: tuple[str, ...]
    checked: tuple[str, ...]
    sentence: Words
    method: Words
    language: Language
    names: tuple[str, ...] = ()

    def solution(self) -> Solution:
        """As it was written down."""
        return Solution(self.steps, cell(*self.lines))

    def conclude(self, value: Any) -> Conclusion | None:
        """The number, or the name."""
        if not isinstance(value, sp.Expr) or value.free_symbols or not value.is_real or not value.is_finite:
            return None
        if not self.names:
            answer = exact_latex(value)
        elif isinstance(value, sp.Integer) and 0 <= value.p < len(self.names):
            name = self.names[value.p]
            answer = name if re.fullmatch("[A-Za-z一二三四五六日]", name) else rf"\text{{{name}}}"
        else:
            return None
        return Conclusion(self.sentence.say(self.language, answer=rf"\({answer}\)"), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """By the other way."""
        claimed = self._claimed(answer)
        if claimed is None:
            return None
        claim = self.sentence.say(self.language, answer=rf"\({answer}\)")
        return CheckPlan(claim, self.method.say(self.language), cell(f"{CLAIMED} = {claimed}", *self.checked))

    def _claimed(self, answer: str) -> str | None:
        if self.names:
            plain = _bare(answer)
            found = [i for i, name in enumerate(self.names) if _bare(name) == plain]
            return str(found[0]) if len(found) == 1 else None
        values = values_in(answer)
        if values is None or len(values) != 1 or not isinstance(values[0], sp.Expr):
            return None
        if values[0].free_symbols or not values[0].is_real:
            return None
        return exact_source(values[0])
