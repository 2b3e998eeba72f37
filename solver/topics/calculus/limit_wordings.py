"""Limits whose place is told at the end, as formulas: lim f(x) as x -> a. Nothing is read here."""

from __future__ import annotations

import re
from typing import Final

_LAST: Final = re.compile(
    r"(?i)^(?P<before>[^?]*?(?:(?<![A-Za-z\\])lim(?:it)?(?:\s+of)?\s+|\\lim(?![A-Za-z_])\s*))(?P<f>\S[^?]*?)\s*,?\s*(?:(?:as|when|for)\s+)?\(?\$?\s*(?P<x>[a-z])\s*(?:->|→|\\to(?![a-z])|approaches|tends\s+to|goes\s+to)\s*(?P<a>[-+]?\s*(?:\\infty|∞|oo|infinity|positive\s+infinity|\d+(?:/\d+)?|\\?pi(?:/\d+)?|π(?:/\d+)?|e))(?P<side>\^?[+-])?\s*\$?\)?\s*[.?。]?\s*$"
)
"""lim f(x) as x → a, lim f(x), x → a: what x does comes last."""


def _in_front(match: re.Match[str]) -> str:
    target = re.sub(r"(?i)(?:positive\s+)?infinity|∞|oo", r"\\infty", match["a"])
    side = f"^{match['side'][-1]}" if match["side"] else ""
    body = match["f"].strip().strip("$").strip().rstrip(",").strip()
    body = re.sub(r"\s*=\s*\??$", "", body)
    body = body if "=" in body else f"({body})"
    before = re.sub(r"(?i)\\?lim(?:it)?(?:\s+of)?\s*$", "", match["before"])
    return rf"{before} $\lim_{{{match['x']}\to {target}{side}}} {body}$"


def with_place_in_front(source: str) -> str:
    r"""The text with its limit as a formula, where what x does stands last.

    >>> with_place_in_front("lim (n+1)/n as n -> infinity")
    ' $\\lim_{n\\to \\infty} ((n+1)/n)$'
    """
    return _LAST.sub(_in_front, source)
