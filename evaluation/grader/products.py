r"""Products of matrices by their letters (`B^TA^{-1}`), whose order matters; numbers' letters may change places, these may not."""

from __future__ import annotations

import re
from typing import Final

_FACTOR: Final = re.compile(
    r"\s*(?:\\cdot\s*)?([A-Z])(?:\s*\^\s*(?:\{\s*)?(T|\\top|\\mathrm\s*\{\s*T\s*\}|\\text\s*\{\s*T\s*\}|\*|-1)(?:\s*\})?)?\s*"
)


def same_product(answer: str, reference: str) -> bool | None:
    r"""Whether two products of the same matrices have their factors in one order; None where one of them is no such product.

    One of the factors must be transposed or inverted, which shows that the letters are matrices.

    >>> same_product("A^T B^T", "B^T A^T"), same_product(r"B^{T}A^{T}", "B^T A^T"), same_product("AB", "BA"), same_product("2", "A^{-1}B")
    (False, True, None, None)
    """
    found, expected = _factors(answer), _factors(reference)
    if not found or not expected or sorted(found) != sorted(expected):
        return None
    shown = [mark for _, mark in expected if mark]
    return found == expected if shown and len({letter for letter, _ in expected}) > 1 else None


def _factors(text: str) -> list[tuple[str, str]]:
    plain, at, found = text.replace("$", "").strip().strip("."), 0, list[tuple[str, str]]()
    while at < len(plain):
        factor = _FACTOR.match(plain, at)
        if factor is None or factor.end() == at:
            return []
        mark = "T" if factor[2] and ("T" in factor[2] or "top" in factor[2]) else factor[2] or ""
        found.append((factor[1], mark))
        at = factor.end()
    return found
