"""Formulas that stand beside each other with nothing but a space between: `x+y=5 xy=6`, `2x=8 x?`.

Read apart: where everything is typed without other spaces. Doubted: chains with spaces, in which the space may be a
product as well. Not: formulas in delimiters.
"""

from __future__ import annotations

import re
from typing import Final

_FUNCTION: Final = r"(?:sin|cos|tan|cot|sec|csc|ln|lg|log|exp|sqrt|lim|int|sum|pi|mod)"
_GAP: Final = re.compile(r"(?<=[\w)\]%!°\u0370-\u03ff])\s+(?:/\s+)?(?=[\w\u0370-\u03ff])")
"""A space where a product may be meant, or a slash with spaces on both sides."""
_APPLIED: Final = re.compile(rf"\\[A-Za-z]+$|{_FUNCTION}\s*(?:[_^]\s*)?\{{?-?\d*\}}?$")
_CALL: Final = re.compile(rf"({_FUNCTION}[\w^{{}}]*)\s+")
_MIXED: Final = re.compile(r"\d+/\d+(?![\w/^])")
_EQUALS: Final = re.compile(r"(?<![<>!=])=(?!=)")
_OF_A_FUNCTION: Final = re.compile(r"[A-Za-z]'*\(|'|(?<!log)_|/\s*d")
_SAID: Final = re.compile(r"[A-Za-z]{4,}|[\u3400-\u9fff]")


def parted(source: str, before: str, behind: str) -> tuple[tuple[int, str], ...] | None:
    """The formulas of a run, each with its place in it; None where a space may be a product or an end.

    `before` and `behind`: the text around the run.

    >>> parted("x+y=5 xy=6", "", ""), parted("2x=8 x", "", "?"), parted("2x = 3 y = 12", "", "")
    (((0, 'x+y=5'), (6, 'xy=6')), ((0, '2x=8'), (5, 'x')), None)
    >>> parted("y = 2 x + 1", "", ""), parted("y=3 x", "", "")
    (((0, 'y = 2 x + 1'),), ((0, 'y=3 x'),))
    """
    gaps = [gap for gap in _GAP.finditer(source) if _is_open(source, gap)]
    pieces, start = list[tuple[int, str]](), len(source) - len(source.lstrip())
    asked = behind.lstrip().startswith("?")
    alone = not _SAID.search(before)
    known = _letters(before) if alone and _EQUALS.search(before) else frozenset[str]()
    for index, gap in enumerate(gaps):
        end = gaps[index + 1].start() if index + 1 < len(gaps) else len(source)
        head, piece, rest = source[start : gap.start()], source[gap.end() : end], source[gap.end() :]
        if not _EQUALS.search(head) or not _letters(_EQUALS.split(piece)[0]):  # 2 sqrt(6) = 4.9
            continue
        spaced = any(re.search(r"\s", _CALL.sub(r"\1", part)) for part in (head, piece))
        if _EQUALS.search(rest):
            if spaced:
                return None
        elif (
            "/" in gap[0]
            or re.match(_FUNCTION, piece)
            or _OF_A_FUNCTION.search(source)
            or not _letters(piece) <= known | _letters(source[: gap.start()])
        ):
            continue
        elif spaced:
            if alone and asked and len(piece) == 1:
                return None
            continue
        elif not pieces and not known and not (alone and asked):
            return None
        pieces.append((start, head))
        start = gap.end()
    return (*pieces, (start, source[start:]))


def _is_open(source: str, gap: re.Match[str]) -> bool:
    """Whether the space stands outside brackets, and neither in a mixed number nor behind a function's name or a command."""
    ahead = source[: gap.start()]
    depth = sum((c in "([{") - (c in ")]}") for c in ahead)
    return (
        depth == 0
        and not _APPLIED.search(ahead)
        and not (_MIXED.match(source, gap.end()) and ahead[-1:].isdigit())
    )


def _letters(piece: str) -> frozenset[str]:
    return frozenset(re.findall(r"[A-Za-z\u0370-\u03ff]", re.sub(rf"\\?{_FUNCTION}", "", piece)))
