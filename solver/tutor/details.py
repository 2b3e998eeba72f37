r"""More detail of one step: the arithmetic or the equation in it, worked out by the topics as a problem of its own.

Nothing is said where the topics would say it in no more than one line, or would come to another result. Runs in a reading worker.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from solver.formula import FormulaError
from solver.ports import Language, Problem
from solver.topics import could_read
from solver.tutor.formulas import sides
from solver.tutor.statements import is_finished, is_number, same, value

_ONE_LETTER: Final = re.compile(r"(?<![\\A-Za-z])([a-z])(?![A-Za-z])")
_MOST: Final = 12
"""Lines; a longer working would hide the step that it explains."""
_ASKED: Final = {
    "arithmetic": ("Compute \\({}\\).", "计算：\\({}\\)"),
    "equations": ("Solve \\({}\\).", "解方程：\\({}\\)"),
}


def details_of(line: str, language: Language) -> tuple[str, ...]:
    """The lines between, or nothing."""
    for topic, formula, result in (*_sums(line), *_equations(line)):
        steps = _worked(topic, formula, result, language)
        if steps:
            return steps
    return ()


def _sums(line: str) -> list[tuple[str, str, object]]:
    """Numbers that are put together in one go, as `\\frac{60(1+60)}{2}=1830`."""
    found: list[tuple[str, str, object]] = []
    row = sides(line)
    for before, after in pairwise(row):
        if before.chain != after.chain or after.relation != "=" or after.inner:
            continue
        worth, result = value(before.text), value(after.text)
        if is_number(worth) and is_number(result) and same(worth, result) and not is_finished(before.text):
            found.append(("arithmetic", before.text, result))
    return found


def _equations(line: str) -> list[tuple[str, str, object]]:
    """An equation in one letter that is solved in one go, as `5-k=3` so `k=2`."""
    row = [s for s in sides(line) if not s.inner]
    pairs = [(a, b) for a, b in pairwise(row) if a.chain == b.chain and b.relation == "="]
    found: list[tuple[str, str, object]] = []
    for (a, b), (name, result) in pairwise(pairs):
        letters = set(_ONE_LETTER.findall(a.text + b.text))
        if letters == {name.text.strip()} and a.text.strip() not in letters and is_number(value(result.text)):
            found.append(("equations", f"{a.text}={b.text}", value(result.text)))
    return found


def _worked(topic: str, formula: str, result: object, language: Language) -> tuple[str, ...]:
    question = _ASKED[topic][language == "zh"].format(formula)
    try:
        task = could_read(topic, Problem(question, language))
        steps = task.solution().steps if task is not None else ()
        if not 2 < len(steps) <= _MOST:
            return ()
        last = [v for s in sides(steps[-1]) if (v := value(s.text)) is not None]
    except (FormulaError, ValueError, ArithmeticError, RecursionError):
        return ()
    return steps[1:] if last and same(last[-1], result) else ()
