r"""Angles in degrees, minutes and seconds as formulas; text to text, of an answer whose spelling is cleaned already."""

from __future__ import annotations

import re
from typing import Final

_DEGREES: Final = r"\\text\{degrees\}"
"""How a cleaned text writes the sign."""
_ANGLE: Final = re.compile(rf"(\d+(?:\.\d+)?|\.\d+)\s*{_DEGREES}")
_SEXAGESIMAL: Final = re.compile(
    rf"(\d+)\s*{_DEGREES}\s*(\d+(?:\.\d+)?)\s*(?:'|\\prime|分)(?:\s*(\d+(?:\.\d+)?)\s*(?:''|\"|秒))?"
)


def in_radians(text: str) -> str:
    r"""Each angle in degrees as a part of π.

    >>> in_radians(r"\sin 30\text{degrees}")
    '\\sin (30*\\pi/180)'
    """
    return _ANGLE.sub(r"(\1*\\pi/180)", text)


def in_degrees(text: str) -> str:
    r"""Minutes and seconds of an angle as parts of a degree.

    >>> in_degrees(r"37\text{degrees} 30'"), in_degrees(r"1\text{degrees}0'36''")
    ('(37+30/60)\\text{degrees}', '(1+0/60+36/3600)\\text{degrees}')
    """
    return _SEXAGESIMAL.sub(
        lambda m: rf"({m[1]}+{m[2]}/60{f'+{m[3]}/3600' if m[3] else ''})\text{{degrees}}", text
    )
