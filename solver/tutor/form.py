r"""Whether an answer that is right in value is also finished and in the form that its question asks for. Which form is asked for, and whether a
formula is factored or expanded, is `solver.verify`'s business."""

from __future__ import annotations

import re
from math import gcd
from typing import Final, Literal, TypeAlias

from solver.formula.nodes import Relation
from solver.tutor.formulas import normal
from solver.tutor.statements import is_finished
from solver.verify.asked_forms import asks_for
from solver.verify.forms import fault_of_form
from solver.verify.lines import parsed
from solver.verify.meaning import Names

Form: TypeAlias = Literal["kept", "unfinished", "unreduced", "factor", "expand", "fraction", "decimal"]
"""What is missing, or "kept"."""

_FRACTION: Final = re.compile(r"\\frac\{(\d+)\}\{(\d+)\}|(?<![\d.^)])(\d+)/(\d+)(?![\d.])")


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
    bare = re.sub(r"^\w+=", "", text)
    for form, missing in _LOOKED_AT:
        if asks_for(form, problem) and _lacks(form, answer):
            return missing
    fractions = [(int(a or c), int(b or d)) for a, b, c, d in _FRACTION.findall(answer)]
    if any(gcd(top, below) > 1 or below == 1 for top, below in fractions):
        return "unreduced"
    if asks_for("fraction", problem) and "." in text:
        return "fraction"
    if asks_for("decimal", problem) and fractions:
        return "decimal"
    is_sum = re.fullmatch(r"\d+(?:\.\d+)?(?:[-+*]\d+(?:\.\d+)?|/\d+[-+*]\d+)+", bare)
    return "unfinished" if is_sum and not is_finished(bare) else "kept"


_LOOKED_AT: Final[tuple[tuple[Literal["factor", "expand"], Form], ...]] = (
    ("factor", "factor"),
    ("expand", "expand"),
)


def _lacks(form: Literal["factor", "expand"], answer: str) -> bool:
    """Whether an answer as it is written can be factored further, or is not expanded; False where it is no formula."""
    node = parsed(answer)
    if isinstance(node, Relation):
        node = node.sides[-1]
    value = Names().value(node) if node is not None else None
    return node is not None and value is not None and fault_of_form(node, value, form) == f"form-{form}"
