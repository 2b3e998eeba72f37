"""The kinds of problems that training words by composition, a table; what a kind is stands in `base`."""

from __future__ import annotations

from typing import Final

from training.synthesis.phrases import calculus, counting, expressions, numbers, wholes
from training.synthesis.phrases.base import Phrased, both

__all__ = ["KINDS", "Phrased"]

KINDS: Final = both((*numbers.KINDS, *wholes.KINDS, *expressions.KINDS, *calculus.KINDS, *counting.KINDS))
