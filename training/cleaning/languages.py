"""The problem's language is the solution's, and one of the two that the tutor speaks."""

from __future__ import annotations

import re
from typing import Final

from solver.intake import language_of
from solver.prose import Formula, pieces
from training.cleaning.base import Fault, changed, proses
from training.examples import Example

_HAN: Final = re.compile(r"[\u3400-\u9fff]")
_OTHER: Final = re.compile(
    r"[\u0400-\u04ff\u0590-\u06ff\u0900-\u0dff\u0e00-\u0e7f\u3040-\u30ff\uac00-\ud7af]"
)
_WORD: Final = re.compile(r"[A-Za-z]{2,}")
MANY_WORDS: Final = 12
"""In a solution in English; fewer may be names and functions."""
FEW: Final = 0.02
"""Of a text's letters; quoted words of another language."""


def clean(example: Example) -> Example:
    """The example with the language that its problem is in.

    Raises:
        Fault: `wrong-language`: the solution is in another, or a text in neither.
    """
    language = language_of(example.problem, example.language)
    text = " ".join(p for said in proses(example) for p in pieces(said) if not isinstance(p, Formula))
    for one in (example.problem, text):
        if len(_OTHER.findall(one)) > 2 + FEW * len(one):
            raise Fault("wrong-language", one[:60])
    han, words = len(_HAN.findall(text)), len(_WORD.findall(text))
    if language == "zh" and words >= MANY_WORDS and han < words // 4:
        raise Fault("wrong-language", f"Chinese, solved in English: {text[:60]!r}")
    if language == "en" and han > 8 + words:
        raise Fault("wrong-language", f"English, solved in Chinese: {text[:60]!r}")
    return changed(example, language=language)
