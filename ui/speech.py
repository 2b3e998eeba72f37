r"""A formula as one line of plain text, for the live region and for `title`s.

Not a reader of LaTeX: what it does not know keeps its name without the backslash.
"""

from __future__ import annotations

import re
from typing import Final

SIGNS: Final = {
    "cdot": "·", "times": "×", "div": "÷", "pm": "±", "le": "≤", "leq": "≤", "ge": "≥", "geq": "≥", "ne": "≠",
    "neq": "≠", "infty": "∞", "pi": "π", "alpha": "α", "beta": "β", "theta": "θ", "circ": "°", "in": "∈",
    "cup": "∪", "cap": "∩", "emptyset": "∅", "to": "→", "sum": "∑", "int": "∫", "degree": "°",
}  # fmt: skip
GROUP: Final = r"\{([^{}]*)\}"
RULES: Final = (
    (re.compile(r"\\(?:left|right|displaystyle|[,;:! ])|\\(?:text|mathrm|operatorname|mathbb)\b"), " "),
    (re.compile(r"\\[dt]?frac\s*" + GROUP + r"\s*" + GROUP), r"(\1)/(\2)"),
    (re.compile(r"\\sqrt\s*\[([^\]]*)\]\s*" + GROUP), r"(\2)^(1/\1)"),
    (re.compile(r"\\sqrt\s*" + GROUP), r"√(\1)"),
    (re.compile(r"\^\s*" + GROUP), r"^(\1)"),
    (re.compile(r"_\s*" + GROUP), r"_\1"),
)


def spoken(latex: str) -> str:
    r"""`latex` as plain text.

    >>> spoken(r"\left(2, -1\right)")
    '(2, -1)'
    >>> spoken(r"\frac{\sqrt{3}}{5}")
    '√3/5'
    """
    text = latex
    for _ in range(8):  # innermost groups first; deeper nesting than this loses its braces only
        before = text
        for pattern, replacement in RULES:
            text = pattern.sub(replacement, text)
        if text == before:
            break
    text = re.sub(r"\\([A-Za-z]+)", lambda m: SIGNS.get(m[1], m[1]), text)
    text = re.sub(r"(?<!\\)[{}]", "", text)
    text = re.sub(r"\\(.)", r"\1", text)
    text = re.sub(r"(?<![\w√])\((√?[\w.]+)\)", r"\1", text)
    text = re.sub(r"√\((\w+)\)", r"√\1", text)
    text = re.sub(r"(?<![\w√])\((√?[\w.]+)\)", r"\1", text)
    return re.sub(r"\s+", " ", re.sub(r"(?<=[(\[{])\s+|\s+(?=[)\]}])", "", text)).strip()
