"""A formula, or a text with marked formulas in it, in words."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from solver.ports import Language
from solver.prose import FORMULA
from ui.speech.chinese import Chinese
from ui.speech.english import English
from ui.speech.layout import MAX_LENGTH, layout
from ui.speech.speaker import Speaker

_SPEAKERS: Final[dict[Language, Speaker]] = {"en": English(), "zh": Chinese()}
_TOO_LONG: Final[dict[Language, str]] = {"en": "a long formula", "zh": "一个很长的公式"}
_BLANK: Final = re.compile(r"_{3,}")
_BLANKS: Final[dict[Language, str]] = {"en": " blank ", "zh": " 空 "}
_DELIMITERS: Final = re.compile(r"^(?:\\\(|\\\[|\$\$?)(.*?)(?:\\\)|\\\]|\$\$?)$", re.DOTALL)


@lru_cache(maxsize=4096)
def spoken(latex: str, language: Language = "en") -> str:
    r"""`latex` in words.

    >>> spoken(r"x^2 - 5x + 6 = 0")
    'x squared minus five x plus six equals zero'
    >>> spoken(r"x^2 - 5x + 6 = 0", "zh")
    'x 的平方减 5x 加 6 等于 0'
    >>> spoken(r"\left(2, -1\right)")
    'two, minus one'
    """
    if len(latex) > MAX_LENGTH:
        return _TOO_LONG[language]
    try:
        return _SPEAKERS[language].say(layout(latex))
    except RecursionError:
        return _TOO_LONG[language]


def spoken_text(text: str, language: Language = "en") -> str:
    r"""A text in which formulas stand, the formulas in words.

    >>> spoken_text(r"Solve \(2x = 6\).")
    'Solve two x equals six.'
    """
    pieces = FORMULA.split(text)
    said = [
        spoken(found[1], language) if at % 2 and (found := _DELIMITERS.match(piece)) else piece
        for at, piece in enumerate(pieces)
    ]
    words = _BLANK.sub(_BLANKS[language], "".join(said).replace("**", ""))
    return " ".join(words.split())
