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
    return _augmented(_EQUATION.sub(_written, text))


_UNKNOWNS: Final = r"(?:关于\s*)?\$?\s*(?P<names>[a-z](?:_\{?\d\}?)?(?:\s*[,、]\s*\$?[a-z](?:_\{?\d\}?)?\$?){1,3})\s*\$?\s*的\s*"
_AUGMENTED: Final = re.compile(
    rf"(?:(?:某个?|一个)?(?:{_UNKNOWNS})?(?:[二三四]元一次|线性)?方程组的?增广矩阵(?:为|是|:)|(?i:(?:the\s+)?augmented\s+matrix\s+(?:of|for)\s+(?:an?|the)\s+(?:linear\s+)?system(?:\s+of\s+(?:linear\s+)?equations)?(?:\s+in\s+\$?(?P<unknowns>[a-z](?:\s*,?\s*(?:and\s+)?\$?[a-z]\$?(?![a-z])){{1,3}})\$?)?\s+is))"
    r"\s*(?:\$|\\\(|\\\[)*\s*(?:\\left\s*[\[(]\s*)?\\begin\{(?:[pb]?matrix|array)\}(?:\{[clr|]+\})?(?P<body>.*?)\\end\{(?:[pb]?matrix|array)\}(?:\s*\\right\s*[\])])?\s*(?:\$|\\\)|\\\])*",
    re.DOTALL,
)


def _augmented(text: str) -> str:
    """A system that is given by its augmented matrix as equations; without names of the unknowns these are x, y, z."""
    match = _AUGMENTED.search(text)
    if match is None:
        return text
    rows = _rows(match["body"])
    named = match["names"] or match["unknowns"]
    unknowns = re.findall(r"(?<![a-z])[a-z](?:_\{?\d\}?)?(?![a-z])", named) if named else list("xyz")
    if not named:
        unknowns = unknowns[: len(rows[0]) - 1] if rows and len(rows[0]) <= 4 else []
    number = re.compile(r"-?\d+(?:\.\d+)?(?:/\d+)?")
    if not all(len(row) == len(unknowns) + 1 and all(map(number.fullmatch, row)) for row in rows):
        return text
    sides = ["+".join(f"({c})*{u}" for c, u in zip(row, unknowns, strict=False)) for row in rows]
    equations = " , ".join(f"${side}={row[-1]}$" for side, row in zip(sides, rows, strict=True))
    return f"{text[: match.start()]} {equations} {text[match.end() :]}"


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
