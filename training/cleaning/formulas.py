r"""Formulas in one way: `\(…\)` and `\[…\]`, LaTeX's commands for signs, plain digits, no invisible characters.

Only what does not change the meaning; what stands in code is left as it is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from solver.prose import Formula, pieces
from training.cleaning.base import changed, with_prose
from training.examples import Example

_SIGNS: Final = str.maketrans(
    {**{chr(code): chr(code - 0xFEE0) for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))},
     **dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\u00ad"), **dict.fromkeys("\u00a0\u2009\u202f\u3000", " "),
     "﹣": "-", "−": "-", "－": "-", "＋": "+", "＝": "=", "＜": "<", "＞": ">", "％": "%", "＾": "^", "／": "/", "＊": "*"}
)  # fmt: skip
_ODD: Final = re.compile("[" + "".join(map(chr, _SIGNS)) + "]|\r")
_COMMANDS: Final[Mapping[str, str]] = {
    "×": r"\times ", "÷": r"\div ", "·": r"\cdot ", "⋅": r"\cdot ", "≤": r"\le ", "≥": r"\ge ", "≠": r"\ne ", "≈": r"\approx ",
    "π": r"\pi ", "∞": r"\infty ", "±": r"\pm ", "°": r"^{\circ}", "∠": r"\angle ", "△": r"\triangle ", "⊥": r"\perp ", "∥": r"\parallel ",
    "∪": r"\cup ", "∩": r"\cap ", "∈": r"\in ", "→": r"\to ", "²": "^2", "³": "^3",
}  # fmt: skip
_IN_FORMULA: Final = re.compile("|".join(map(re.escape, _COMMANDS)))
_STYLES: Final = re.compile(r"\\(?:displaystyle|textstyle|limits)(?![A-Za-z])\s*")
_FRACTIONS: Final = re.compile(r"\\[dtc]frac(?![A-Za-z])")
_SPACES: Final = re.compile(r"\s+")
_DELIMITERS: Final = re.compile(r"(?<!\\)\$+|(?<!\\)\\[()\[\]]")
_AMOUNT: Final = re.compile(r"(?<![\\$\w])\$(\d+(?:[.,]\d+)*)\$(?![\d$])")
"""A number alone between dollars, which `solver.prose` takes for two prices. Prices have a space or a letter between them."""
_LINES: Final = re.compile(r"[ \t]+(?=\n)|\n{3,}")


def clean(example: Example) -> Example:
    """The problem, the prose, the answer and the reference, all in the same way."""
    example = changed(
        example,
        problem=in_text(example.problem).strip(),
        answer=_bare(example.answer),
        reference=_bare(example.reference),
    )
    return with_prose(example, in_text)


def in_text(text: str) -> str:
    r"""Words with formulas in them.

    >>> in_text("抛物线$y=x^2﹣4x＋３$，求 $$\\dfrac12$$ of \u200b it, $200$ for $3 and $4")
    '抛物线\\(y=x^2-4x+3\\)，求 \\[\\frac12\\] of  it, \\(200\\) for $3 and $4'
    """
    if _ODD.search(text):
        text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_SIGNS)
    if "```" in text or not ("$" in text or "\\" in text):
        return text
    text = _AMOUNT.sub(r"\\(\1\\)", text)
    told = "".join(_delimited(piece) if isinstance(piece, Formula) else piece for piece in pieces(text))
    return _LINES.sub(lambda match: "\n\n" if "\n" in match[0] else "", told)


def in_formula(tex: str) -> str:
    r"""A formula without delimiters.

    >>> in_formula(r"\displaystyle 2×\dfrac{1}{2} ≤ π")
    '2\\times \\frac{1}{2} \\le \\pi'
    """
    if _ODD.search(tex):
        tex = tex.translate(_SIGNS)
    tex = _FRACTIONS.sub(r"\\frac", _STYLES.sub("", tex))
    return _SPACES.sub(" ", _IN_FORMULA.sub(lambda match: _COMMANDS[match[0]], tex)).strip()


def _bare(answer: str) -> str:
    return in_formula(_DELIMITERS.sub("", answer))


def _delimited(formula: Formula) -> str:
    tex = in_formula(formula.tex)
    return f"\\[{tex}\\]" if formula.display else f"\\({tex}\\)"
