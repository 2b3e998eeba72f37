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
    return _augmented(_reduced(_EQUATION.sub(_written, text)))


_LISTED: Final = r"\[\s*\[[^\[\]]{1,80}\](?:\s*[,;]\s*\[[^\[\]]{1,80}\])*\s*\]"
_ANY: Final = re.compile(
    rf"(?s)(?:\$|\\\(|\\\[)*\s*(?:(?:\\left\s*[\[(]\s*)?\\begin\{{(?:[pb]?matrix|array)\}}(?:\s*\{{[clr|\s]*\}})?(?P<body>.*?)\\end\{{(?:[pb]?matrix|array)\}}(?:\s*\\right\s*[\])])?|(?P<listed>{_LISTED}))\s*(?:\$|\\\)|\\\])*"
)
_NAMES: Final = re.compile(
    r"\$?\(?\s*\$?(?<![A-Za-z])(?P<names>[a-z](?:_?\{?\d\}?)?\$?(?:\s*(?:,\s*and|,|、|and|和)\s*\$?[a-z](?:_?\{?\d\}?)?(?![a-z])\$?){1,3})\s*\)?\$?"
)
_SAID: Final = re.compile(
    r"(?i)\b(?:row[\s-]*reduc\w*|reduc\w*|(?:elementary\s+)?row\s+operations|gauss(?:ian)?(?:[\s-]*jordan)?|elimination|augmented|matrix|matrices|linear|system|equations?|solve|solutions?|unique|corresponding|unknowns?|variables?|values?|in\s+order|given|find|state|write|down|give|determine|read|off|hence|then|use|using|by|from|to|for|of|on|and|with|whose|which|is|are|has|it|its|the|a|an|that|this|below|following|as|represents?|represented|what|in)\b"
    r"|已知|某个?|一个|[二三四]元一次|线性|方程组|增广矩阵|矩阵|方法|化简|变换|利用|通过|进行|初等|行|未知数|未知量|变量|依次|分别|对应|该|此|这个?|求出?|写出|解出?|则|那么|用|对|作|的|为|是|把|将|其|化|到|下"
)
_FORM: Final = re.compile(r"(?i)echelon|rref|\brank\b|inverse|determinant|最简|阶梯|秩|逆矩阵|行列式")


def _reduced(text: str) -> str:
    """The question for the solution of a system that is given by its augmented matrix alone, however that is told."""
    matrices = list(_ANY.finditer(text))
    if len(matrices) != 1 or not re.search(r"(?i)augmented|增广", text) or _FORM.search(text):
        return text
    if not re.search(r"(?i)\bsolv|\bsolutions?\b|\bfind\b|\bvalues?\b|解|求", text):
        return text
    match = matrices[0]
    body = match["body"] or re.sub(
        r"\]\s*[,;]\s*\[", r"\\\\", match["listed"].strip()[1:-1].strip(" []")
    ).replace(",", "&")
    rows, words = _rows(body), f"{text[: match.start()]} , {text[match.end() :]}"
    names = _NAMES.search(words)
    unknowns = (
        re.findall(r"[a-z](?:_?\{?\d\}?)?", re.sub(r"\band\b", " ", names["names"])) if names else list("xyz")
    )
    if names is not None:
        words = f"{words[: names.start()]} {words[names.end() :]}"
    elif not rows or len(rows[0]) > 4:
        return text
    else:
        unknowns = unknowns[: len(rows[0]) - 1]
    if re.search(r"[^\W_]", _SAID.sub("", words)) or not all(len(row) == len(unknowns) + 1 for row in rows):
        return text
    if not all(re.fullmatch(r"-?\d+(?:\.\d+)?(?:/\d+)?", entry) for row in rows for entry in row):
        return text
    sides = ["+".join(f"({c})*{u}" for c, u in zip(row, unknowns, strict=False)) for row in rows]
    equations = " , ".join(f"${side}={row[-1]}$" for side, row in zip(sides, rows, strict=True))
    return f"{'解方程组' if re.search('[一-鿿]', text) else 'Solve'} {equations}"


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
