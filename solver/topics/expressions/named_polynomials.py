"""A polynomial with a name, p(x) = x² + ax, as the one that `polynomial_letters` reads."""

from __future__ import annotations

import re
from typing import Final

_NAMED: Final = re.compile(r"(?<![A-Za-z])([A-Za-z])\s*\(\s*x\s*\)\s*=\s*(?=\S)")


def unnamed(source: str) -> str:
    """The text without the name of its only function: p(x) = x² + ax, and p(x) again.

    >>> unnamed("If p(x) = x^2 + ax + 6, and x - 2 is a factor of p(x), find a.")
    'If x^2 + ax + 6, and x - 2 is a factor of polynomial, find a.'
    """
    names = _NAMED.findall(source)
    if len(names) != 1:
        return source
    return re.sub(rf"\$?(?<![A-Za-z]){names[0]}\s*\(\s*x\s*\)\$?", "polynomial", _NAMED.sub("", source))
