"""The wording of integrals: other ways to name limits and the axis become the one that the topic reads."""

from __future__ import annotations

import re
from typing import Final

_SIGN: Final = r"(?:∫|\\int|\bint(?:egral)?\b)"
_LIMIT: Final = r"\$?([^\s,$到至的]+?)\$?"


def rewritten(text: str) -> str:
    """`axis` for x-axis, and limits in words behind the integral sign as the limits of the sign.

    >>> rewritten("∫ from 0 to 1 of x e^x dx")
    '\\\\int_{0}^{1} x e^x dx'
    """
    text = re.sub(
        r"(?<![A-Za-z\\])\$?x\$?\s*(?:-\s*axis|轴)",
        lambda m: " axis " if "axis" in m[0] else "轴",
        text,
    )
    text = re.sub(  # "∫ ln(x) dx from x = 1 to x = e"
        r"(?i)\b(from|to|between|and|limits)(\s+)\$?[a-z]\s*=\s*", r"\1\2", text
    )
    letter = r"\$?[a-z]\s*=\s*[^,$]{1,40}?\$?"
    text = re.sub(
        rf"(?i)\b(?:by\s+)?(?:using|with|by(?:\s+means\s+of)?|via|use|make|making)\s+(?:the\s+)?substitution\s+{letter}\s*(?:,|to\b|(?=\s*$))",
        " ",
        text,
    )
    text = re.sub(rf"(?:用|利用|令|设)\s*(?:换元法?|代换)\s*{letter}\s*[,，]", " ", text)
    text = re.sub(r"(?i),?\s*\b(?:taken|evaluated|integrated)\s+(?=(?:from|between|over)\b)", " ", text)
    text = re.sub(
        rf"(?i)\bbetween\s+(?:the\s+)?(?:limits\s+)?(?:of\s+)?{_LIMIT}\s+and\s+{_LIMIT}(?=\s*[,.;?]|\s+(?:equals?|is|has|gives)\b|\s*$)",
        r" from $\1$ to $\2$ ",
        text,
    )
    for limits in (
        rf"(?i:,?\s*from\s+{_LIMIT}\s+to\s+{_LIMIT}\s*,?\s+of\s+)",
        rf"(?i:\s*from\s+{_LIMIT}\s+to\s+{_LIMIT}\s*,?\s+)(?=[^,.;]*\bd[a-z]\b)",
        rf"\s*从\s*{_LIMIT}\s*[到至]\s*{_LIMIT}\s*的?\s*",
        r"\s*\(\s*([^()\s]+)\s*[到至]\s*([^()\s]+)\s*\)\s*",
        r"\s*\[\s*([^\[\],\s]+)\s*,\s*([^\[\],\s]+)\s*\]\s*(?=[^,.;]*\bd[a-z]\b)",
    ):
        text = re.sub(rf"{_SIGN}{limits}", lambda m: rf"\int_{{{m[1]}}}^{{{m[2]}}} ", text)
    text = re.sub(rf"在\s*{_LIMIT}\s*[到至]\s*{_LIMIT}\s*(?:上|之间)", r" 从 $\1$ 到 $\2$ ", text)
    if not re.search(
        r"∫|\bint(?![a-z])|\bint_", text.replace("\\", " ")
    ):  # "the integral of x^2 dx from 0 to 1"
        text = re.sub(r"\s*(?<![A-Za-z])d([xtuy])(?![A-Za-z])", "", text)
    return text
