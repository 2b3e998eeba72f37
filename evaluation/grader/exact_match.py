r"""A second grader, by text alone: what most published scores on MATH were computed with.

The steps of `is_equiv` in the data set's own code (Hendrycks et al., "Measuring Mathematical Problem Solving With the MATH
Dataset", 2021, `math_equivalence.py`, MIT), which lm-evaluation-harness's `hendrycks_math` takes over. It knows no
mathematics: `x+1` and `1+x` differ for it. It runs beside the grader that counts, and every disagreement is listed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

_DROPPED: Final = (
    "\n",
    "\\!",
    "\\left",
    "\\right",
    "^{\\circ}",
    "^\\circ",
    "\\$",
    "\\%",
    "%",
)


def exact_match(answer: str, reference: str, *, choices: Sequence[str] | None = None) -> bool:
    r"""Whether two answers are the same text once spelling is made the same. With choices: the same letter.

    >>> exact_match(r"\dfrac12", r"\frac{1}{2}"), exact_match("x = 3", "3"), exact_match("0.5", "1/2"), exact_match("1+x", "x+1")
    (True, True, True, False)
    """
    if choices:
        return _letter(answer) == _letter(reference)
    return spelled(answer) == spelled(reference)


def _letter(text: str) -> str:
    found = re.fullmatch(r"\W*(?:\\text\{)?\W*([A-Za-z])\W*", text.strip())
    return found[1].upper() if found else text.strip()


def spelled(text: str) -> str:
    r"""One spelling of an answer, after the steps of the source, in their order.

    >>> spelled(r"\tfrac 34"), spelled("5 \\text{ cm}"), spelled(".5"), spelled("a/2"), spelled("3/4")
    ('\\frac{3}{4}', '5', '\\frac{1}{2}', 'a/2', '\\frac{3}{4}')
    """
    text = text.replace("\\\\", "\\").replace("tfrac", "frac").replace("dfrac", "frac")
    for dropped in _DROPPED:
        text = text.replace(dropped, "")
    if "\\text{ " in text:
        text = text.split("\\text{ ")[0]
    text = text.replace(" .", " 0.").replace("{.", "{0.")
    if text.startswith("."):
        text = "0" + text
    sides = text.split("=")
    if len(sides) == 2 and len(sides[0].strip()) <= 2:
        text = sides[1]
    text = re.sub(r"\\sqrt\s*(\w)", r"\\sqrt{\1}", text).replace(" ", "")
    text = _fractions(text)
    if text == "0.5":
        text = "\\frac{1}{2}"
    if slash := re.fullmatch(r"(-?\d+)/(-?\d+)", text):
        text = f"\\frac{{{int(slash[1])}}}{{{int(slash[2])}}}"
    return text


def _fractions(text: str) -> str:
    r"""`\frac12`, `\frac1{72}` and `\frac{1}2` with their braces."""
    return re.sub(
        r"\\frac(\{[^{}]*\}|[^{}\\])(\{[^{}]*\}|[^{}\\])",
        lambda m: "\\frac" + "".join(g if g.startswith("{") else f"{{{g}}}" for g in m.groups()),
        text,
    )
