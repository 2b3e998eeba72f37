"""Conditions on one unknown that cannot all hold: x + 1 = 2 and x = 5.

Called only for a text that no topic reads. Equations that can be solved exactly, and inequalities beside them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, Node, to_latex, to_sympy
from solver.formula.nodes import Blank, Number, Relation, Symbol, symbols
from solver.latex import exact_latex
from solver.reader import account, clean

MAX_DEGREE: Final = 4
_TOGETHER: Final = re.compile(r"(?i)\band\b|\bbut\b|\bboth\b|且|同时|并且|又|,|\n|;")
_ORDER: Final = {"<": lambda a: a < 0, ">": lambda a: a > 0, "<=": lambda a: a <= 0, ">=": lambda a: a >= 0}


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Each condition in LaTeX with the values that it allows (empty for an inequality)."""

    conditions: tuple[tuple[str, str], ...]


def contradiction_of(text: str) -> Contradiction | None:
    """The conditions of a text, where each makes sense but no number satisfies all.

    >>> contradiction_of("x + 1 = 2 and x = 5").conditions
    (('x+1=2', 'x=1'), ('x=5', 'x=5'))
    >>> contradiction_of("Find the area between x = 1 and x = 5") is None
    True
    """
    source = clean(text)
    if len(source) > 400 or not _TOGETHER.search(source):
        return None
    try:
        found = account(
            source,
            {
                "": "solve|equation|equations|system|but|both|number|whole number|integer|at once|解|方程|方程组|已知"
            },
        )
        return _contradiction(found.nodes, has_words=bool(found.unread))
    except (FormulaError, TypeError, ValueError, NotImplementedError):
        return None


_TRIANGLE: Final = re.compile(r"(?i)\btriangle\b|三角形|△")
_DEGREES: Final = re.compile(r"(\d+(?:\.\d+)?)\s*(?:°|\^\{?\\circ\}?|度|degrees?)")
_HYPOTENUSE: Final = re.compile(r"(?i)(?:hypotenuse|斜边)\D{0,12}?(\d+(?:\.\d+)?)")
_LEG: Final = re.compile(r"(?i)(?:\bleg|直角边)\D{0,12}?(\d+(?:\.\d+)?)")
_CHANCE: Final = re.compile(
    r"(?i)(?:probability|chance)[^.?!\d]{0,40}?\b(?:is|of)\s+(\d+(?:\.\d+)?)(?![\d/%]|\s*%|\s+(?:in|out))|概率(?:是|为)\s*(\d+(?:\.\d+)?)(?![\d/%])"
)
_PART: Final = re.compile(
    r"(?:共有?|有)\s*(\d+)\s*(?:名|个)?(?:人|学生|同学).{0,6}?[,，].{0,4}?(?:男生|女生)(?:有)?\s*(\d+)\s*(?:名|个)?人"
)


def impossible_of(text: str) -> tuple[str, Mapping[str, str]] | None:
    """A figure, a chance or a part that cannot be: the code of a sentence and its values.

    >>> impossible_of("A triangle has angles 100°, 50° and 60°. Find x.")
    ('angles-impossible', {'sum': '210'})
    >>> impossible_of("The probability of rain is 0.3.") is None
    True
    """
    angles = [Fraction(a) for a in _DEGREES.findall(text)]
    if (
        _TRIANGLE.search(text)
        and len(angles) == 3
        and sum(angles) != 180
        and not re.search(r"(?i)exterior|外角|ratio|比", text)
    ):
        return "angles-impossible", {"sum": f"{float(sum(angles)):g}"}
    long, short = _HYPOTENUSE.search(text), _LEG.search(text)
    if long and short and Fraction(long[1]) <= Fraction(short[1]):
        return "hypotenuse-impossible", {"long": long[1], "leg": short[1]}
    if (chance := _CHANCE.search(text)) and Fraction(chance[1] or chance[2]) > 1:
        return "chance-impossible", {"value": chance[1] or chance[2]}
    if (part := _PART.search(text)) and int(part[2]) > int(part[1]):
        return "part-impossible", {"part": part[2], "whole": part[1]}
    return None


def _contradiction(nodes: tuple[Node, ...], *, has_words: bool) -> Contradiction | None:
    relations = [
        n for n in nodes if isinstance(n, Relation) and not any(isinstance(s, Blank) for s in n.sides)
    ]
    others = [n for n in nodes if n not in relations and not isinstance(n, Symbol)]
    letters = {name for n in relations for name in symbols(n)}
    if others or len(relations) < 2 or len(letters) != 1:
        return None
    if has_words and all(_is_plain(n) for n in relations):
        return None  # "between x = 1 and x = 5"
    x = sp.Symbol(next(iter(letters)), real=True)
    allowed: list[tuple[str, list[sp.Expr] | None, Relation]] = []
    for relation in relations:
        if set(relation.signs) == {"="} and len(relation.sides) == 2:
            values = _roots(relation, x)
            if not values:
                return None
            allowed.append((to_latex(relation), values, relation))
        elif set(relation.signs) <= set(_ORDER):
            allowed.append((to_latex(relation), None, relation))
        else:
            return None
    candidates = [values for _, values, _ in allowed if values is not None]
    if not candidates:
        return None
    left = [v for v in candidates[0] if all(_holds(relation, x, v) for _, _, relation in allowed)]
    if left:
        return None
    return Contradiction(
        tuple(
            (shown, ",\\ ".join(f"{x}={exact_latex(v)}" for v in values or ()))
            for shown, values, _ in allowed
        )
    )


def _is_plain(relation: Relation) -> bool:
    return (
        len(relation.sides) == 2
        and isinstance(relation.sides[0], Symbol)
        and isinstance(relation.sides[1], Number)
    )


def _roots(relation: Relation, x: sp.Symbol) -> list[sp.Expr]:
    """The real solutions of a polynomial equation of low degree; none where there are none or too many to tell."""
    left, right = (to_sympy(s, {x.name: x}) for s in relation.sides)
    difference: Any = sp.expand(left - right)
    if not difference.is_polynomial(x) or not 1 <= sp.degree(difference, x) <= MAX_DEGREE:
        return []
    found = sp.roots(sp.Poly(difference, x))
    if sum(found.values()) != sp.degree(difference, x):
        return []
    return sorted((r for r in found if r.is_real), key=lambda r: float(r))


def _holds(relation: Relation, x: sp.Symbol, value: sp.Expr) -> bool:
    sides = [to_sympy(s, {x.name: x}).subs(x, value) for s in relation.sides]
    for sign, (a, b) in zip(relation.signs, pairwise(sides), strict=True):
        difference = sp.simplify(a - b)
        if sign == "=":
            if difference != 0:
                return False
        elif not bool(_ORDER[sign](difference)):
            return False
    return True
