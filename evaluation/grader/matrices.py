r"""Vectors and matrices in their many spellings as `(1, 2)` or `\begin{pmatrix}…\end{pmatrix}`; text to text.

Unit vectors (`3\mathbf{i} - 4\mathbf{j}`), nested brackets (`[[1,0],[0,1]]`), a factor in front, transposition, determinants
between bars, and `cases` of equations, which are a list.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

_UNIT: Final = re.compile(
    r"\\(?:hat|vec|mathbf|bm|boldsymbol|textbf|overrightarrow|overset\{\\rightharpoonup\})\s*(?:\{\s*(?:\\hat\s*\{)?\s*\\?([ijk])(?:math)?\s*\}?\s*\}|\s\\?([ijk])(?:math)?(?![A-Za-z]))"
)
_PLAIN_UNITS: Final = re.compile(
    r"[-+]?\s*[\d./]*\s*i\s*[-+]\s*[\d./]*\s*j(?:\s*[-+]\s*[\d./]*\s*k)?|[-+]?\s*[\d./]*\s*j\s*[-+]\s*[\d./]*\s*k"
)
_CASES: Final = re.compile(
    r"\\?\{?\s*\\begin\s*\{(?:cases|aligned|array)\}(?:\{[lc]*\})?(.*)\\end\s*\{(?:cases|aligned|array)\}\s*\.?", re.DOTALL
)  # fmt: skip
_PRINTED: Final = re.compile(r"^(?:[a-z]{2}\.)?(?:Matrix|array)\((\[.*\])\)$", re.DOTALL)
"""As sympy and numpy print them."""
_WITH_SEMICOLONS: Final = re.compile(
    r"\[\s*-?[\w./]+(?:[\s,]+-?[\w./]+)*\s*(?:;\s*-?[\w./]+(?:[\s,]+-?[\w./]+)*\s*)+\]"
)
_LINE: Final = re.compile(
    r"(?:\(\s*x\s*,\s*y\s*(,\s*z\s*)?\)|\\vec\s*\{?\s*r\s*\}?|r)\s*=\s*\(([^()]+)\)\s*\+\s*([a-z]|\\lambda|\\mu)\s*(?:\\cdot)?\s*\(([^()]+)\)"
)
"""A line by a point and a direction."""
_NEXT_ROW: Final = r"\\\\(?:\[[^\]]*\])?"
_GRID: Final = r"\\begin\s*\{(?:[pbB]?matrix|array)\}(?:\s*\{[clr|]*\})?.*?\\end\s*\{(?:[pbB]?matrix|array)\}"
_SCALED: Final = re.compile(
    rf"(-|-?(?:\d+(?:\.\d+)?(?:/\d+)?|\\[dt]?frac\{{[^{{}}]*\}}\{{[^{{}}]*\}}|\\[dt]?frac\s*\d\d|\(-?\d+/\d+\)))\s*(?:\\cdot|\*|\\times)?\s*[\[(]?\s*({_GRID})\s*[\])]?",
    re.DOTALL,
)
_TURNED: Final = re.compile(
    rf"(\(.*\)|\[.*\]|{_GRID})\s*\^\s*\{{?\s*(?:T|\\top|\\text\s*\{{\s*T\s*\}}|\\intercal|\\prime)\s*\}}?",
    re.DOTALL,
)


def marked(text: str) -> str:
    r"""Unit vectors with one mark, before fonts are taken off.

    >>> marked(r"3\mathbf{i}-4\hat{\jmath}"), marked("2î + ĵ")
    ('3\\vec{i}-4\\vec{j}', '2\\vec{i} + \\vec{j}')
    """
    text = text.replace("î", r"\vec{i}").replace("ĵ", r"\vec{j}").replace("k̂", r"\vec{k}")
    return _UNIT.sub(lambda m: rf"\vec{{{m[1] or m[2]}}}", text)


def in_rows(text: str) -> str:
    r"""A cleaned text with its vectors and matrices in one spelling.

    >>> in_rows(r"3\vec{i}-4\vec{j}"), in_rows("[[1,0],[0,1]]")
    ('(3, -4)', '\\begin{pmatrix}1&0\\\\0&1\\end{pmatrix}')
    >>> in_rows("(3, -4)^T"), in_rows(r"\begin{cases} x=1 \\ y=2 \end{cases}")
    ('\\begin{pmatrix}3\\\\-4\\end{pmatrix}', 'x=1, y=2')
    """
    text = _PRINTED.sub(r"\1", text)
    if (line := _LINE.fullmatch(text)) and (equations := _coordinates(line)):
        return equations
    if r"\vec{" in text and (components := _components(text)):
        return f"({', '.join(components)})"
    if _PLAIN_UNITS.fullmatch(text) and (components := _components(re.sub("([ijk])", r"\\vec{\1}", text))):
        return f"({', '.join(components)})"
    if re.fullmatch(r"\[\s*(?:\[[^\[\]]*\]\s*,?\s*)+\]", text):
        return _matrix([r.split(",") for r in re.findall(r"\[([^\[\]]*)\]", text)])
    if _WITH_SEMICOLONS.fullmatch(text):
        return _matrix([re.split(r"\s*,\s*|\s+", row.strip()) for row in text[1:-1].split(";")])
    if (cases := _CASES.fullmatch(text)) and (listed := _equations(cases[1])):
        return listed
    if scaled := _SCALED.fullmatch(text):
        factor = "-1" if scaled[1] == "-" else scaled[1]
        return _matrix([[f"({factor})*({c})" for c in row] for row in _cells(scaled[2])])
    if turned := _TURNED.fullmatch(text):
        rows = _cells(turned[1])
        if len({len(r) for r in rows}) == 1:
            return _matrix([list(column) for column in zip(*rows, strict=True)])
    if bars := re.fullmatch(r"\\begin\s*\{vmatrix\}(.*)\\end\s*\{vmatrix\}", text, re.DOTALL):
        rows = _cells(bars[1])
        if 1 < len(rows) <= 3 and all(len(r) == len(rows) for r in rows):
            return _determinant(rows)
    return text


def _coordinates(line: re.Match[str]) -> str | None:
    """`(x,y) = (1,2) + t(3,4)` as one equation a coordinate."""
    point, way = line[2].split(","), line[4].split(",")
    names = "xyz"[: len(point)]
    if len(point) != len(way) or not 2 <= len(point) <= 3 or (line[1] and len(point) != 3):
        return None
    return ", ".join(
        f"{n}={p.strip()}+({w.strip()})*{line[3]}" for n, p, w in zip(names, point, way, strict=True)
    )


def _equations(inside: str) -> str | None:
    """The lines of `cases`, where each is an equation or an inequality and none has a condition beside it."""
    aligned = re.sub(r"\s*&\s*(?=[=<>])", " ", inside)
    lines = [r.strip(" ,;.") for r in re.split(_NEXT_ROW, aligned) if r.strip(" ,;.")]
    plain = "&" not in aligned and all(re.search(r"[=<>]|\\ne", line) for line in lines)
    return ", ".join(lines) if lines and plain else None


def _components(text: str) -> list[str] | None:
    """The coefficients of unit vectors, in their order; None where something else stands between them."""
    pieces = re.split(r"\\vec\{([ijk])\}", text)
    if pieces[-1].strip() or len(pieces) < 3:
        return None
    found: dict[str, str] = {}
    for number, (before, name) in enumerate(zip(pieces[:-1:2], pieces[1::2], strict=True)):
        plain = re.sub(r"\s+", "", before).removesuffix("\\cdot").removesuffix("*")
        if name in found or plain.count("(") != plain.count(")") or (number and plain[:1] not in ("+", "-")):
            return None
        found[name] = {"": "1", "+": "1", "-": "-1"}.get(plain, plain.removeprefix("+"))
    return [found.get(n, "0") for n in ("ijk" if "k" in found else "ij")]


def _cells(grid: str) -> list[list[str]]:
    """The cells of a matrix or of a row in brackets."""
    inside = re.sub(r"\\(?:begin|end)\s*\{(?:[pbBv]?matrix|array)\}(?:\s*\{[clr|]*\})?", "", grid.strip())
    if inside == grid.strip() and "\\\\" not in inside:
        return [[c.strip() for c in re.split(r"[,&]", inside.strip("()[]"))]]
    return [[c.strip() for c in row.split("&")] for row in re.split(_NEXT_ROW, inside) if row.strip()]


def _matrix(rows: Sequence[Sequence[str]]) -> str:
    body = r"\\".join("&".join(c.strip() for c in row) for row in rows)
    return rf"\begin{{pmatrix}}{body}\end{{pmatrix}}"


def _determinant(rows: Sequence[Sequence[str]]) -> str:
    if len(rows) == 1:
        return f"({rows[0][0]})"
    terms = []
    for column, cell in enumerate(rows[0]):
        minor = [[c for i, c in enumerate(row) if i != column] for row in rows[1:]]
        terms.append(f"{'-' if column % 2 else '+'}({cell})*({_determinant(minor)})")
    return "".join(terms).removeprefix("+")
