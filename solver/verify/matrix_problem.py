"""A problem with matrices as lines are judged by it: what is asked of which of them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any, Final

import sympy as sp

from solver.formula import Node
from solver.formula.nodes import Symbol
from solver.verify.lines import Line, parsed
from solver.verify.meaning import Names
from solver.verify.posed import Posed

_INVERSE: Final = re.compile(r"invers|逆矩阵|的逆|\^\{?-1\}?", re.IGNORECASE)
_DETERMINANT: Final = re.compile(r"determinant|\bdet\b|\\det|行列式|\|\s*[A-Z]+\s*\|", re.IGNORECASE)
_REDUCE: Final = re.compile(r"row[- ]?reduce|echelon|rref|行变换|阶梯|行最简", re.IGNORECASE)
_IN_NAMES: Final = r"(?:\d|[A-Z]|[-+*·() ]|\^\{?(?:\d|T)\}?)*?[A-Z](?:\^\{?(?:\d|T)\}?|\)|[A-Z])*"
"""An expression in the names of matrices: `B`, `AB`, `2A - B`, `(A+B)^2`."""
_SUBJECTS: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:(?i:inverse(?: matrix)?|determinant) of)\s+(?:the\s+)?(?:(?:matrix|product|sum|difference)\s+)?\$?(?P<of>{_IN_NAMES})\$?(?![A-Za-z=])(?!\s*=)",
        rf"\\?(?<![A-Za-z])det\s*\(?\s*(?P<of>{_IN_NAMES})\s*\)?(?![A-Za-z=])",
        rf"\|\s*(?P<of>{_IN_NAMES})\s*\|",
        rf"(?<![A-Za-z])\(?(?P<of>{_IN_NAMES})\)?\s*\^\s*\{{?-1\}}?",
        rf"(?:行列式)\s*\$?(?P<of>{_IN_NAMES})\$?(?![A-Za-z=])",
        rf"\$?(?P<of>{_IN_NAMES})\$?\s*的(?:逆|行列式)",
    )
)


def matrix_problem(base: Posed, line: Line) -> Posed | None:
    """An inverse, a determinant, a reduced form, or an expression with matrices; None where it is not said of which."""
    names = Names()
    matrices: list[Any] = []
    asked: Node | None = None
    for claim in line.claims:
        value = names.value(claim.sides[-1], line.values)
        if claim.signs == ("=",) and isinstance(claim.sides[0], Symbol) and isinstance(value, sp.MatrixBase):
            names.letters[claim.sides[0].name] = value
            matrices.append(value)
        elif not claim.signs and value is not None:
            asked = claim.sides[0]
            matrices.append(value)
    if not matrices:
        return None
    base = replace(base, sort="matrix", names=names, node=asked)
    if _REDUCE.search(base.text):
        return _reduced(base, matrices)
    wanted = (
        "determinant" if _DETERMINANT.search(base.text) else "inverse" if _INVERSE.search(base.text) else ""
    )
    if wanted:
        subject = _subject(base.text, names) if names.letters else matrices[-1]
        if subject is None:
            subject = matrices[0] if len(matrices) == 1 else None
        return _of_one(base, subject, wanted)
    if asked is None:
        asked = _asked_of(base.text, names)
    if asked is None:
        return None
    value = names.value(asked, line.values)
    return None if value is None else replace(base, node=asked, value=value)


def _reduced(base: Posed, matrices: list[Any]) -> Posed | None:
    if len(matrices) != 1 or not isinstance(matrices[0], sp.MatrixBase):
        return None
    return replace(base, value=matrices[0].rref()[0], form="reduce", node=None)


def _of_one(base: Posed, subject: Any, wanted: str) -> Posed | None:
    """The inverse or the determinant of one matrix; a determinant between bars is a number already."""
    if wanted == "determinant" and isinstance(subject, sp.Expr) and not isinstance(subject, sp.MatrixBase):
        return replace(base, value=subject)
    if not isinstance(subject, sp.MatrixBase) or not subject.is_square:
        return None
    names = base.names
    if not names.letters:
        names.letters["A"] = subject
    names.letters["D_76"] = subject.det()
    if wanted == "determinant":
        return replace(base, value=subject.det())
    return replace(base, value=subject.inv() if subject.det() != 0 else sp.S.EmptySet)


def _subject(text: str, names: Names) -> Any:
    """The matrix whose inverse or determinant is asked for, by what stands behind the word; None where it is not said.

    >>> names = Names({"A": sp.eye(2), "B": 2 * sp.eye(2)})
    >>> _subject("Find the inverse of B", names) == names.letters["B"], _subject("find det(AB)", names)[0, 0]
    (True, 2)
    """
    for pattern in _SUBJECTS:
        for match in pattern.finditer(text):
            node = parsed(
                match["of"].strip().strip("()")
                if match["of"].count("(") != match["of"].count(")")
                else match["of"].strip()
            )
            value = names.value(node) if node is not None else None
            if isinstance(value, sp.MatrixBase):
                return value
    return None


def _asked_of(text: str, names: Names) -> Node | None:
    """`find AB`, `求 2A-B`: an expression in the matrices' names."""
    letters = "".join(names.letters)
    for match in re.findall(rf"(?<![A-Za-z\\])((?:\d|[{letters}^()+\-*T ])+)(?![A-Za-z=])", text):
        found = match.strip()
        if sum(c in letters for c in found) and not re.fullmatch(rf"[{letters}]", found) and "=" not in found:
            node = parsed(found)
            if node is not None and names.value(node) is not None:
                return node
    return None
