r"""The numbers of an answer in LaTeX, each with what stands around it: `x=\sqrt{2}\text{ cm},\ y=3` has two.

Points and lists; not matrices, intervals, functions, anything with a free letter.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.latex import values_in

_PIECES: Final = r"(?:\\(?:text|mathrm|mbox)\s*\{[^{}]*\}(?:\^\{?[-\d]+\}?)?|\\?%|\^\{?\\circ\}?|°|[\u3400-\u9fff]+|[./]|\\cdot|~|\\[ ,;:!]|\s)"
_AROUND: Final = re.compile(
    rf"(?P<front>(?:\\text\s*\{{[^{{}}]*[A-Za-z\u3400-\u9fff][^{{}}]*\}}\s*(?:[:：]\s*)?|\\?[$£€¥]|\\pm(?![A-Za-z])|\s)*)(?P<number>.*?)(?P<tail>{_PIECES}*)",
    re.DOTALL,
)
_OPENED: Final = re.compile(r"(?:[A-Z]\s*)?(?:\\left\s*)?[(\[]")
_CLOSED: Final = re.compile(r"(?:\\right\s*)?[)\]]$")
_RECURRING: Final = re.compile(r"-?(\d+)\.(\d*)\\overline\{(\d+)\}")
_ABOUT: Final = re.compile(r"\\approx(?![A-Za-z])|≈")
_NAMED: Final = re.compile(r"[-A-Za-z\\{}()_^'\d\s,|+*/∠°\u3400-\u9fff:：]*")


@dataclass(frozen=True, slots=True)
class Part:
    """One number of an answer: `front` and `tail` are kept, `value` is written anew; of a percentage its hundredth part."""

    front: str
    shown: str
    value: Any
    tail: str
    is_about: bool = False
    """Whether the answer itself says about how many degrees it has; `shown` is then in radians."""

    @property
    def exact(self) -> str:
        """The number as the answer has it, with its unit and without an approximation."""
        return self.shown if self.is_about else self.shown + self.tail

    @property
    def is_percent(self) -> bool:
        """Whether a percent sign stands behind it."""
        return "%" in self.tail

    @property
    def is_in_degrees(self) -> bool:
        """Whether a degree sign stands behind it."""
        return "circ" in self.tail or "°" in self.tail


def parts_of(answer: str) -> tuple[Part | str, ...] | None:
    r"""The answer as numbers and what stands between them; None where some of it is no number.

    >>> [p if isinstance(p, str) else p.value for p in parts_of(r"x=\sqrt{2},\ y=37.5\%") or ()]
    [sqrt(2), ',\\ ', 3/8]
    >>> parts_of("y=2x+1") is None
    True
    """
    body = answer.strip()
    if r"\cup" in body:
        return _union(body)
    return _point(body) or _numbers(_cut(body))


def _union(body: str) -> tuple[Part | str, ...] | None:
    """Intervals with the signs of union between them."""
    found = list[Part | str]()
    for piece in re.split(r"(\s*\\cup\s*)", body):
        inside = (piece,) if r"\cup" in piece else _point(piece)
        if inside is None:
            return None
        found += inside
    return tuple(found)


def _point(body: str) -> tuple[Part | str, ...] | None:
    """A point or an interval: its coordinates or ends with the brackets."""
    opened, closed = _OPENED.match(body), _CLOSED.search(body)
    if not opened or not closed or len(inside := _cut(body[opened.end() : closed.start()])) < 2:
        return None
    found = _numbers(inside)
    return None if found is None else (opened[0], *found, closed[0])


def _numbers(pieces: list[str]) -> tuple[Part | str, ...] | None:
    found = list[Part | str]()
    for n, piece in enumerate(pieces):
        if n % 2:
            found.append(piece)
            continue
        if re.fullmatch(r"\s*[-+]?\s*\\infty\s*", piece):
            found.append(piece)
        elif (point := _point(piece.strip())) is not None:
            found += point
        elif (part := _part(piece)) is not None:
            found.append(part)
        else:
            return None
    return tuple(found)


def _cut(text: str) -> list[str]:
    """Pieces and the separators between them, in turn; only commas and semicolons outside of brackets separate."""
    depth, pieces, start = 0, list[str](), 0
    for mark in re.finditer(r"[({\[\]})]|[,;，；](?:\s|\\[ ,;])*|\s(?:or|and)\s", text):
        if mark[0] in "({[":
            depth += 1
        elif mark[0] in ")}]":
            depth -= 1
        elif depth == 0:
            pieces += [text[start : mark.start()], mark[0]]
            start = mark.end()
    return [*pieces, text[start:]]


def _part(piece: str) -> Part | None:
    name, body = _named(piece)
    about = _ABOUT.search(body)
    exact, angle = (body[: about.start()], body[about.end() :]) if about else (body, "")
    match = _AROUND.fullmatch(exact)
    if match is None or not match["number"].strip():
        return None
    number, tail = match["number"].strip(), match["tail"]
    if about is not None:
        number = re.sub(r"(\d+(?:\.\d+)?)\s*\^\s*\{?\\circ\s*\}?", r"(\1*\\pi/180)", number)
    value = None if "circ" in number or "°" in number else _value(number)
    if value is None:
        return None
    if about is not None:
        if "circ" not in angle and "°" not in angle:
            return None
        if value.has(sp.acos, sp.asin, sp.atan, sp.pi):
            value = value * 180 / sp.pi  # an angle in radians, and about how many degrees it has
        tail = r"^{\circ}"
    if "%" in tail:
        value = value / 100
    return Part(name + match["front"], match["number"].strip(), value, tail, about is not None)


def _value(number: str) -> sp.Expr | None:
    """The exact number; None for words, times of day, what has letters in it or no end."""
    if (recurring := _RECURRING.fullmatch(number)) is not None:
        start, period = recurring[2], recurring[3]
        below = 10 ** len(start) * (10 ** len(period) - 1)
        size = int(recurring[1]) + sp.Rational(int(start + period) - int(start or 0), below)
        return -size if number.startswith("-") else size
    values = None if ":" in number else values_in(number)
    if values is None or len(values) != 1 or not isinstance(values[0], sp.Expr):
        return None
    value = values[0]
    return (
        None
        if value.free_symbols or value.has(sp.Float) or not (value.is_complex and value.is_finite)
        else value
    )


def _named(piece: str) -> tuple[str, str]:
    """The name with its sign of equality, and the rest; a chain `a=b=3` keeps its last side."""
    at = piece.rfind("=")
    if at < 0 or not _NAMED.fullmatch(piece[:at].replace("=", "")):
        return "", piece
    return piece[: at + 1], piece[at + 1 :]
