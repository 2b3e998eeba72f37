"""Numbers in polar form inside a problem, `2(cos 60° + i sin 60°)`, with the exact values of cosine and sine."""

from __future__ import annotations

import re
from typing import Final

import sympy as sp

from solver.formula import FormulaError, parse, to_sympy
from solver.ports import Language
from solver.topics.base import Words

WORDS: Final = Words(
    "\\(\\cos {angle}={cos}\\) and \\(\\sin {angle}={sin}\\).",
    "\\(\\cos {angle}={cos}\\)，\\(\\sin {angle}={sin}\\)。",
)
_VALUE: Final = r"-?(?:\d+(?:\.\d+)?\s*(?:°|\^\{?\\circ\}?)|\d*\s*(?:π|\\pi|pi)(?:\s*/\s*\d+)?|\\[dt]?frac\s*\{\s*\d*\s*\\?(?:pi|π)\s*\}\s*\{\s*\d+\s*\})"


def _angle(n: int) -> str:
    """An angle, in brackets or without."""
    return rf"(?P<open{n}>(?:\\left)?\(\s*)?(?P<angle{n}>{_VALUE})(?(open{n})\s*(?:\\right)?\))"


_POLAR: Final = re.compile(
    rf"\\?cos\s*{_angle(1)}\s*\+\s*(?:i\s*(?:\*|\\cdot|\\,)?\s*\\?sin\s*{_angle(2)}|\\?sin\s*{_angle(3)}\s*(?:\*|\\cdot|\\,)?\s*i(?![a-z]))"
)


def polar_written_out(text: str, language: Language) -> tuple[str, tuple[str, ...]]:
    """`text` with the values of cosine and sine, and the steps that say them; unchanged where one has no exact value."""
    steps = list[str]()
    while (match := _POLAR.search(text)) is not None:
        angle, other = match["angle1"], match["angle2"] or match["angle3"]
        try:
            value, again = (to_sympy(parse(a)) for a in (angle, other))
        except FormulaError:
            return text, tuple(steps)
        cos, sin = sp.cos(value), sp.sin(value)
        if value != again or cos.has(sp.cos) or sin.has(sp.sin, sp.cos):
            return text, tuple(steps)
        shown = angle.replace("°", r"^{\circ}").replace("π", r"\pi ")
        steps.append(WORDS.say(language, angle=shown, cos=sp.latex(cos), sin=sp.latex(sin)))
        text = f"{text[: match.start()]}({sp.sstr(cos)})+({sp.sstr(sin)})i{text[match.end() :]}"
    return text, tuple(steps)
