"""The words for a derivative of some order."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

ORDERS: Final = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6}
_FIRST: Final = re.compile(r"(?i)\b(?:first|1st)\s+(?:and\b|order\b|derivative)|一阶")


def told_order(named: Iterable[str], source: str) -> int | None:
    """The order that is told, the first without one; None where two are."""
    told = {ORDERS[name] for name in named if name in ORDERS}
    if len(told - {1}) > 1 or _FIRST.search(source) and told - {1}:
        return None
    return max(told, default=1)


def named_order(name: str, digits: str, chinese: str) -> str:
    """Phrases for a derivative of that order."""
    kinds = ("derivative", "order derivative", "partial derivative", "order partial derivative")
    english = (f"{word} {kind}{of}" for word in (name, digits) for kind in kinds for of in ("", " of"))
    verb = ("", "求", "的", "求出")
    return "|".join(
        (
            *english,
            *(f"{v}{chinese}阶{偏}导{数}" for v in verb for 偏 in ("", "偏") for 数 in ("", "数", "函数")),
        )
    )
