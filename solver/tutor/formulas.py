r"""Where the formulas of a text are, and the sides that they are made of: what stands between `=`, `<`, commas and gaps.

Looks at the source only; what a side is worth is `statements`' business.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

FORMULA: Final = re.compile(
    r"\\\((?P<a>.+?)\\\)|\\\[(?P<b>.+?)\\\]|\$\$(?P<c>.+?)\$\$|(?<![\\$])\$(?!\s)(?P<d>[^$\n]+?)(?<!\s)\$(?!\d)",
    re.DOTALL,
)
_TOKEN: Final = re.compile(
    r"\\begin\{(?P<begin>[a-z*]+)\}(?:\{[lrc|]*\})?|\\end\{(?P<end>[a-z*]+)\}|\\left|\\right|\\[A-Za-z]+|\\.|.",
    re.DOTALL,
)
RELATIONS: Final = {
    "=": "=", "<": "<", ">": ">", "\\le": "≤", "\\leq": "≤", "\\leqslant": "≤", "\\ge": "≥", "\\geq": "≥", "\\geqslant": "≥",
    "\\ne": "≠", "\\neq": "≠", "\\approx": "≈", "\\equiv": "≡", "\\in": "∈", "\\to": "→", "\\mid": "|", "\\nmid": "∤",
}  # fmt: skip
_GAPS: Final = {",", ";", "，", "；", "&", "\\\\", "\\quad", "\\qquad", "\\Rightarrow", "\\Longrightarrow", "\\implies", "\\iff", "\\colon", "\\text", "\\mathrm"}  # fmt: skip
_OPENING: Final = {"(": ")", "[": "]", "{": "}", "\\{": "\\}"}
_LIST: Final = re.compile(r"[=<>,;&]|\\(?:leq?|geq?|neq?|approx|equiv|in|to|quad|qquad|\\)(?![A-Za-z])")


@dataclass(frozen=True, slots=True)
class Side:
    """A side of a relation or a member of a list: where it stands in the text, and the relation before it ("" for the first)."""

    start: int
    end: int
    text: str
    relation: str
    sign: tuple[int, int]
    """Where that relation stands."""
    chain: int
    """Sides with the same number are of one chain of relations."""
    inner: bool
    """Within the brackets of another side."""


def spans(text: str) -> Iterator[tuple[int, int]]:
    """Where the insides of the formulas stand."""
    for match in FORMULA.finditer(text):
        group = next(name for name in "abcd" if match[name] is not None)
        yield match.span(group)


def outside(text: str) -> Iterator[tuple[int, int]]:
    """Where the prose between the formulas stands."""
    at = 0
    for match in FORMULA.finditer(text):
        yield at, match.start()
        at = match.end()
    yield at, len(text)


@lru_cache(maxsize=2048)
def sides(text: str) -> tuple[Side, ...]:
    r"""The sides of all formulas of a text, in order; those within brackets behind the side that holds them.

    >>> [s.text for s in sides(r"so \(c^2=16-7=9,\ c=3\)")]
    ['c^2', '16-7', '9', 'c', '3']
    """
    found: list[Side] = []
    for start, end in spans(text):
        _collect(text, start, end, inner=False, found=found)
    return tuple(found)


def _collect(text: str, start: int, end: int, *, inner: bool, found: list[Side]) -> None:
    chain = found[-1].chain + 1 if found else 0
    begin, relation, sign = start, "", (start, start)
    for at, past, token in (*_top(text, start, end), (end, end, "")):
        if token in RELATIONS or token in _GAPS or token == "":
            _add(text, begin, at, relation, sign, chain, inner, found)
            if token in RELATIONS:
                relation, sign = RELATIONS[token], (at, past)
            else:
                relation, sign, chain = "", (past, past), (found[-1].chain if found else chain) + 1
            begin = past


def _add(
    text: str,
    start: int,
    end: int,
    relation: str,
    sign: tuple[int, int],
    chain: int,
    inner: bool,
    found: list[Side],
) -> None:
    piece = text[start:end]
    left = len(piece) - len(re.sub(r"^(?:\s|\\[ ,;:!]|~)+", "", piece))
    right = len(re.sub(r"(?:\s|\\[ ,;:!]|[.。~])+$", "", piece))
    if left >= right:
        return
    side = Side(start + left, start + right, piece[left:right], relation, sign, chain, inner)
    found.append(side)
    for a, b in _brackets(side.text):
        if _LIST.search(side.text, a, b):
            _collect(text, side.start + a, side.start + b, inner=True, found=found)


def _top(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """The tokens that stand in no brackets. `\\text{…}` is one token with its words."""
    depth, at = 0, start
    while at < end:
        match = _TOKEN.match(text, at, end)
        assert match is not None
        token, past = match[0], match.end()
        if match["begin"] or token in _OPENING:
            depth += 1
        elif match["end"] or token in (")", "]", "}", "\\}"):
            depth -= 1
        elif (
            token in ("\\text", "\\mathrm", "\\operatorname", "\\frac", "\\mathbf", "\\overline", "\\boxed")
            and depth == 0
        ):
            if text.startswith("{", past):
                past = _closing(text, past, end) + 1
            if token in ("\\text", "\\mathrm"):
                yield at, past, token
        elif depth == 0:
            yield at, past, token
        at = past


def _closing(text: str, opening: int, end: int) -> int:
    """Where the brace at `opening` closes; the end where it does not."""
    depth = 0
    for at in range(opening, end):
        depth += (text[at] == "{") - (text[at] == "}")
        if depth == 0:
            return at
    return end - 1


def _brackets(side: str) -> Iterator[tuple[int, int]]:
    """The insides of the outermost brackets and environments of a side; not what is raised or lowered."""
    depth, begin, raised = 0, 0, False
    for match in _TOKEN.finditer(side):
        token = match[0]
        if match["begin"] or token in _OPENING:
            if depth == 0:
                begin, raised = match.end(), side[: match.start()].rstrip()[-1:] in ("_", "^")
            depth += 1
        elif match["end"] or token in (")", "]", "}", "\\}"):
            depth -= 1
            if depth == 0 and not raised:
                yield begin, match.start()


_DROPPED: Final = re.compile(r"\\left|\\right|\\displaystyle|\\[ ,;:!]|[\s{}$~]|\\text|\\mathrm")
_SAME: Final = (("\\times", "*"), ("\\cdot", "*"), ("×", "*"), ("\\div", "/"), ("÷", "/"), ("\\leq", "<="), ("\\le", "<="),
                ("\\geq", ">="), ("\\ge", ">="), ("≤", "<="), ("≥", ">="), ("²", "^2"), ("³", "^3"), ("**", "^"), ("−", "-"), ("\\dfrac", "\\frac"))  # fmt: skip


def normal(tex: str) -> str:
    r"""A formula without what only spaces and sizes it, to compare texts.

    >>> normal(r"\left(x - 4\right)^{2}") == normal("(x-4)^2")
    True
    """
    text = _DROPPED.sub("", tex)
    for old, new in _SAME:
        text = text.replace(old, new)
    return text
