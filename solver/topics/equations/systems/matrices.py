r"""Matrix equations in LaTeX as systems: a coefficient matrix times a column of unknowns equal to a column."""

from __future__ import annotations

import re
from typing import Final

_MATRIX: Final = r"\\(?:left\s*[\[(]\s*\\)?begin\s*\{{(?:[pbBvV]?matrix|array)\}}(?:\s*\{{[lcr|\s]*\}})?(?P<{name}>.*?)\\end\s*\{{(?:[pbBvV]?matrix|array)\}}(?:\s*\\right\s*[\])])?"
_EQUATION: Final = re.compile(
    r"(?s)\$*\s*"
    + r"\s*(?:\\cdot|\\times|\*)?\s*".join(_MATRIX.format(name=n) for n in ("coefficients", "unknowns"))
    + r"\s*=\s*"
    + _MATRIX.format(name="values")
    + r"\s*\$*"
)


def as_system(text: str) -> str:
    r"""The text with every matrix equation written as equations; what does not fit together stays as it is.

    >>> as_system(r"$\begin{pmatrix}4&1\\2&3\end{pmatrix}\begin{pmatrix}x\\y\end{pmatrix}=\begin{pmatrix}9\\7\end{pmatrix}$")
    ' $(4)*x+(1)*y=9$ , $(2)*x+(3)*y=7$ '
    """
    return _EQUATION.sub(_written, text)


def _written(match: re.Match[str]) -> str:
    rows = _rows(match["coefficients"])
    unknowns, values = (_column(match[name]) for name in ("unknowns", "values"))
    if unknowns is None or values is None or len(rows) != len(values):
        return match[0]
    if any(len(row) != len(unknowns) for row in rows) or not all(
        re.fullmatch(r"[a-z](?:_\{?\d\}?)?", u) for u in unknowns
    ):
        return match[0]
    sides = ["+".join(f"({c})*{u}" for c, u in zip(row, unknowns, strict=True)) for row in rows]
    return " " + " , ".join(f"${side}={value}$" for side, value in zip(sides, values, strict=True)) + " "


def _rows(body: str) -> list[list[str]]:
    lines = [line for line in re.split(r"\\\\(?:\s*\[[^\]]*\])?|\\cr(?![a-z])", body) if line.strip()]
    return [[entry.strip() for entry in line.split("&")] for line in lines]


def _column(body: str) -> list[str] | None:
    rows = _rows(body)
    return [row[0] for row in rows] if rows and all(len(row) == 1 for row in rows) else None
