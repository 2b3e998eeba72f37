"""All solutions of an equation whose number the question tells: "the four real roots of …", 方程…的三个根.

Read: polynomial equations in one unknown with just so many real roots, equal ones counted once or as often as they occur. Not: a number that is wrong.
"""

from __future__ import annotations

import re
from typing import Final

import sympy as sp

from solver.topics.base import Text
from solver.topics.equations import single

_COUNT: Final = re.compile(
    r"(?i)\b(?:all\s+(?:of\s+)?)?(?:the\s+|its\s+)?(?P<en>two|three|four|five|six)\s+(?:distinct\s+|different\s+)?(?=(?:real\s+)?(?:roots|solutions|zeros)\b)"
    r"|的?(?P<zh>[两二三四五六])个?(?:互?不(?:相同|相等|等|同)的?)?(?=(?:实数?)?[根解](?![的之]?[和差积商比]))"
)
_NUMBERS: Final = {name: k for names in ("two three four five six", "二 三 四 五 六") for k, name in enumerate(names.split(), 2)}  # fmt: skip


def counted_roots(text: Text) -> single.Equation | None:
    """The equation, where it has as many real roots as are told."""
    told = list(_COUNT.finditer(text.source))
    if len(told) != 1:
        return None
    (match,) = told
    between = "the " if match["en"] else "的"
    source = f"{text.source[: match.start()]}{between}{text.source[match.end() :]}"
    task = single.read(Text(source, text.language, text.values))
    polynomial = task.polynomial() if isinstance(task, single.Equation) else None
    if not isinstance(task, single.Equation) or polynomial is None or polynomial.is_zero:
        return None
    count = _NUMBERS.get((match["en"] or match["zh"]).lower(), 2)
    roots = sp.real_roots(polynomial)
    counts = {len(set(roots))} if re.search("(?i)distinct|different|不", match[0]) else {len(roots), len(set(roots))}  # fmt: skip
    return task if count in counts else None
