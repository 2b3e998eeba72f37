r"""Matrices and vectors written out: `\begin{pmatrix}…\end{pmatrix}`, `(1, 2, 3)`, `⟨1, 2⟩`, and their LaTeX."""

from __future__ import annotations

import re
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, parse, to_latex, to_sympy
from solver.formula.nodes import Relation

MAX_SIDE: Final = 4
_BODY: Final = r"begin\s*\{(?P<kind>[pbBvV]?matrix|array)\}(?:\s*\{[lcr|\s]*\})?(?P<body>(?:(?!\\begin).)*?)\\end\s*\{(?:[pbBvV]?matrix|array)\}"
MATRIX: Final = re.compile(rf"(?s)(?:\\left\s*(?P<open>[\[(|])\s*)?\\{_BODY}(?:\s*\\right\s*[\])|])?")
_ENTRY: Final = r"[^(),;=<>⟨⟩\u3400-\u9fff]{1,30}"
POINT: Final = re.compile(
    rf"(?:\\left\s*)?(?:\(|⟨|<|\\langle)(?P<body>{_ENTRY}(?:,{_ENTRY}){{1,3}})(?:\\right\s*)?(?:\)|⟩|>|\\rangle)"
)

_UNIT: Final = r"\\(?:mathbf|bold|boldsymbol|vec|hat|overrightarrow|mathrm|bm)(?![a-z])\s*(?:\{\s*(?:\\hat\s*|\\mathbf\s*)?\{?[ijk]\}?\s*\}|[ijk](?![A-Za-z]))"
_TERM: Final = rf"(?:\d+(?:\.\d+)?|\\[dt]?frac\s*\{{\d+\}}\s*\{{\d+\}}|\\sqrt\s*\{{\d+\}})?\s*{_UNIT}"
UNIT_SUM: Final = re.compile(rf"(?:-\s*)?{_TERM}(?:\s*[-+]\s*{_TERM})+")
"""`2\\mathbf{i} - 3\\mathbf{j}`: a vector by its components along the axes."""


def unit_sum_of(text: str, size: int) -> sp.Matrix | None:
    """The column of such a sum; None where an axis is named twice."""
    found: dict[str, Any] = {}
    for sign, term in re.findall(rf"([-+]?)\s*({_TERM})", text):
        match = re.search(_UNIT, term)
        axis = re.findall("[ijk]", match[0].replace("overrightarrow", ""))[-1] if match else ""
        factor = entry(term[: match.start()].strip() or "1") if match else None
        if factor is None or axis in found:
            return None
        found[axis] = -factor if sign == "-" else factor
    return sp.ImmutableMatrix([found.get(axis, sp.Integer(0)) for axis in "ijk"[:size]])


def matrix_of(body: str) -> sp.Matrix | None:
    r"""The matrix between `\begin` and `\end`; None where the rows do not fit or an entry is no expression.

    >>> matrix_of(r"1 & 2 \\ 3 & 4")
    Matrix([
    [1, 2],
    [3, 4]])
    """
    lines = [line for line in re.split(r"\\\\(?:\s*\[[^\]]*\])?|\\cr(?![a-z])", body) if line.strip()]
    rows = [line.split("&") for line in lines]
    if not 0 < len(rows) <= MAX_SIDE or len({len(r) for r in rows}) != 1 or len(rows[0]) > MAX_SIDE:
        return None
    entries = [[entry(e) for e in row] for row in rows]
    if any(e is None for row in entries for e in row):
        return None
    found = sp.ImmutableMatrix(entries)
    # among other letters, e and i are letters too
    return None if found.free_symbols and found.has(sp.E, sp.I) else found


_ROW: Final = r"(?:\(\s*[^()\[\]]{1,60}\)|\[\s*[^()\[\]]{1,60}\])"
_ROWS: Final = rf"\$?(?P<rows>{_ROW}(?:\$?\s*(?:[,;、和与]\s*(?:and\s+)?|and\s+|\s)\s*\$?{_ROW})*)\$?"
_WITH_ROWS: Final = (
    re.compile(rf"(?i)\b(?:(?:\$?\d\s*(?:×|x|\*|-?by-?|\s+by\s+|\\times)\s*\d\$?)\s+)?matrix\s*,?\s+(?:with(?:\s+the)?|whose|having|that\s+has(?:\s+the)?)\s+(?P<kind>rows?|columns?)(?:\s+vectors?)?(?:\s+are)?\s*:?\s*{_ROWS}"),
    re.compile(rf"以\s*{_ROWS}\s*为各?(?P<kind>行|列)(?:向量)?的(?:[二三四\d]阶)?(?:矩阵|方阵)"),
    re.compile(rf"各?[二两三四]?(?P<kind>行|列)(?:向量)?(?:依次|分别)*(?:为|是)\s*{_ROWS}\s*的(?:[二三四\d]阶)?(?:矩阵|方阵)"),
)  # fmt: skip


def with_rows(text: str) -> str:
    r"""The text with "the matrix with rows (1, 2) and (3, 4)" as a matrix of LaTeX; rows of other lengths stay.

    >>> with_rows("the matrix with rows (1, 2), (3, 4)")
    'the matrix [[1, 2],[3, 4]]'
    """

    def matrix(match: re.Match[str]) -> str:
        rows = [[e.strip() for e in row[1:-1].split(",")] for row in re.findall(_ROW, match["rows"])]
        if len({len(row) for row in rows}) != 1:
            return match[0]
        if match["kind"].lower().startswith(("col", "列")):
            rows = [list(column) for column in zip(*rows, strict=True)]
        name = "矩阵" if re.search("矩阵|方阵", match[0]) else "matrix"
        return f"{name} [{','.join('[' + ', '.join(row) + ']' for row in rows)}]"

    for pattern in _WITH_ROWS:
        text = pattern.sub(matrix, text)
    return text


_TYPED: Final = r"-?[\w./√^]+"
_LINE: Final = rf"{_TYPED}(?:\s*,\s*{_TYPED}|\s+{_TYPED}){{0,3}}"
_SEMICOLONS: Final = re.compile(rf"\[\s*({_LINE}(?:\s*;\s*{_LINE}){{1,3}})\s*;?\s*\]")
_SIZE: Final = re.compile(r"(?i)(?<![\w$])\$?\d\s*(?:×|x|\*|\\times|-?by-?|\s+by\s+)\s*\d\$?\s+(?=matrix\b)")
_BARS: Final = re.compile(rf"(?:\|\s*{_TYPED}(?:\s+{_TYPED}){{1,3}}\s*\|\s*){{2,4}}")
_IN_BARS: Final = re.compile(rf"\|\s*({_LINE}(?:\s*;\s*{_LINE}){{1,3}})\s*\|")


def _typed(rows: list[str], kind: str, whole: str) -> str:
    """Rows of entries as LaTeX; as they were typed where they do not fit."""
    entries = [re.split(r"\s*,\s*|\s+", row.strip()) for row in rows]
    widths = {len(row) for row in entries}
    if len(widths) != 1 or kind == "vmatrix" and widths != {len(rows)}:
        return whole
    body = r" \\ ".join("& ".join(row) for row in entries)
    return rf"\begin{{{kind}}}{body}\end{{{kind}}}"


def as_typed(text: str) -> str:
    r"""The text with `[1 2; 3 4]` as a matrix of LaTeX, and `| 1 2 | | 3 4 |` as a determinant where it is about one.

    >>> as_typed("the inverse of the 2x2 matrix [2 5; 1 3]")
    'the inverse of the matrix \\begin{matrix}2& 5 \\\\ 1& 3\\end{matrix}'
    >>> as_typed("计算行列式 | 1 2 | | 3 4 |"), as_typed("|x 1| + |x 2|")
    ('计算行列式 \\begin{vmatrix}1& 2 \\\\ 3& 4\\end{vmatrix}', '|x 1| + |x 2|')
    """
    text = _SEMICOLONS.sub(lambda m: _typed(m[1].split(";"), "matrix", m[0]), _SIZE.sub("", text))
    if re.search(r"行列式|(?i:determinant|\bdet\b)", text):
        text = _IN_BARS.sub(lambda m: _typed(m[1].split(";"), "vmatrix", m[0]), text)
        text = _BARS.sub(lambda m: _typed(re.findall(r"\|\s*([^|]+?)\s*\|", m[0]), "vmatrix", m[0]), text)
    return text


def with_lists(text: str) -> str:
    r"""The text with `[[1, 2], [3, 4]]` as a matrix of LaTeX.

    >>> with_lists("[[1, 2], [3, 4]]")
    '\\begin{matrix}1& 2 \\\\ 3& 4\\end{matrix}'
    """

    text = as_typed(with_rows(text))

    def matrix(match: re.Match[str]) -> str:
        rows = re.findall(r"\[([^\[\]]*)\]", match[0][1:-1])
        return r"\begin{matrix}" + r" \\ ".join(row.replace(",", "&") for row in rows) + r"\end{matrix}"

    text = re.sub(
        r"(?<![\\\w^_}])\{\s*\{[^{}]{1,80}\}(?:\s*,\s*\{[^{}]{1,80}\})*\s*\}",
        lambda m: m[0].replace("{", "[").replace("}", "]"),
        text,
    )
    return re.sub(r"\[\s*\[[^\[\]]{1,80}\](?:\s*,\s*\[[^\[\]]{1,80}\])*\s*\]", matrix, text)


def vector_of(body: str) -> sp.Matrix | None:
    """The column of `1, 2, 3`."""
    entries = [entry(e) for e in body.split(",")]
    return None if any(e is None for e in entries) else sp.ImmutableMatrix(entries)


def entry(text: str) -> Any:
    """The value of one entry; None where it is no finite expression."""
    if len(text) > 400:
        return None
    try:
        node = parse(text.strip())
        if isinstance(node, Relation) or not to_latex(node).strip():
            return None
        value = to_sympy(node)
    except (FormulaError, TypeError, ValueError, AttributeError, KeyError):
        return None
    return value if isinstance(value, sp.Expr) and value.is_finite is not False else None


def latex(value: Any, *, point: bool = False) -> str:
    """LaTeX of a matrix, of a column as a point where the problem writes it so, or of a number."""
    if isinstance(value, sp.MatrixBase):
        cells = [[sp.latex(e) for e in value.row(i)] for i in range(value.rows)]
        if point and value.cols == 1:
            return "(" + ", ".join(row[0] for row in cells) + ")"
        return r"\begin{pmatrix} " + r" \\ ".join(" & ".join(row) for row in cells) + r" \end{pmatrix}"
    return str(sp.latex(value, inv_trig_style="full"))


def bracketed(value: sp.Expr) -> str:
    """An entry as a factor: in brackets unless it is one letter or a number without a sign."""
    text = str(sp.latex(value))
    return text if value.is_Atom and not value.is_negative else rf"\left({text}\right)"


def answered(text: str) -> sp.Matrix | None:
    """The matrix or vector that somebody answered."""
    text = text.strip().strip("$").strip()
    text = re.sub(r"^\s*(?:\\?[A-Za-z]+(?:\{[^}]*\})?(?:\^\{?-?[\dT]+\}?)?)?\s*=\s*", "", text)
    if match := MATRIX.fullmatch(text):
        return matrix_of(match["body"])
    if match := POINT.fullmatch(text):
        return vector_of(match["body"])
    return None


def shown_matrix(value: Any) -> str | None:
    """A matrix of a cell as LaTeX; None for anything else."""
    return latex(sp.ImmutableMatrix(value)) if isinstance(value, sp.MatrixBase) else None


def one_matrix(answer: str) -> Any:
    """The matrix of numbers that somebody answered; None for anything else."""
    found = answered(answer)
    return None if found is None or found.free_symbols else sp.Matrix(found)
