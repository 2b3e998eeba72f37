"""Which form a problem asks its answer to have: for students' lines, the tutor's answer box and the grader.

Roundings and notations are known to `solver.topics.forms.phrases`; the words for what is done with a formula are here. Whether an answer has
the form is looked at where the answer is: `forms` looks at trees.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from solver.topics.forms.phrases import phrases_in

FACTOR: Final = r"(?<!common )(?<!prime )(?<!scale )\bfactor(?:i[sz]e|ing)?\b(?!s|ial| of| tree)"
FACTOR_ZH: Final = r"分解因式|因式分解"
EXPAND: Final = r"\bexpand\b|\bmultiply out\b|expanded form|展开"
_DONE: Final[Mapping[str, re.Pattern[str]]] = {
    name: re.compile(pattern, re.IGNORECASE)
    for name, pattern in {
        "factor": f"{FACTOR}|{FACTOR_ZH}",
        "expand": EXPAND,
        "simplify": r"simplif|化简|最简",
        "value": r"evaluate|calculate|compute|work out|value|计算|求值|的值",
    }.items()
}
_NOTATIONS: Final = {"fraction": {"fraction", "improper"}, "decimal": {"decimal"}}


def asks_for(form: str, problem: str) -> bool:
    """Whether a problem asks for a form: `factor`, `expand`, `fraction`, `decimal`, `simplify`, `value`.

    >>> asks_for("factor", "Factor x^2 - 1"), asks_for("factor", "Find the greatest common factor of 4 and 6")
    (True, False)
    """
    if form in _NOTATIONS:
        return not phrases_in(problem).manners.isdisjoint(_NOTATIONS[form])
    return _DONE[form].search(problem) is not None


def places_asked(problem: str) -> int | None:
    """How many places behind the point a problem asks for; None where it asks for none, or for several accuracies.

    Percentages are not looked at, nor how exactly something was measured ("to the nearest metre"): that may be a number of the problem.

    >>> places_asked("保留两位小数"), places_asked("to the nearest ten thousand"), places_asked("Solve x = 1")
    (2, -4, None)
    """
    roundings = phrases_in(problem).roundings
    places = {r.places() for r in roundings if r.is_of_the_number()} - {None}
    return places.pop() if len(places) == 1 else None
