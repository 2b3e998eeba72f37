"""Formulas as words, for the live region, for names of things that hold a formula, and for reading aloud. Pure.

`layout` reads LaTeX as the pieces that a reader sees, `speaker` walks over them, `english` and `chinese` have the words; `typed` finds formulas
that nobody marked. Formulas in running text are told to screen readers by KaTeX's own MathML, which they can walk through and put on a braille
line; words alone cannot do that.
"""

from ui.speech.spoken import spoken, spoken_text
from ui.speech.typed import described, spoken_typed

__all__ = ["described", "spoken", "spoken_text", "spoken_typed"]
