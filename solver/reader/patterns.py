"""Room for the compiled patterns of all topics.

Python's `re` keeps the last 512 patterns that were given as text, and the topics have some 5,000: each problem would
compile most of them again, which is three quarters of the time that reading takes. There is no public setting.
"""

from __future__ import annotations

import re
from typing import Final

PATTERNS: Final = 16_384


def make_room() -> None:
    """Let `re` keep as many patterns as the topics have; does nothing where `re` has no such bound."""
    if getattr(re, "_MAXCACHE", PATTERNS) < PATTERNS:
        re._MAXCACHE = PATTERNS  # type: ignore[attr-defined]
