"""Sets of real numbers as solutions: intervals and single points, written and read."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, Node, parse, to_latex, to_sympy
from solver.formula.nodes import Group, Relation, Symbol
from solver.latex import latex, values_in
from solver.topics.cells import exact_source

SIGNS: Final = frozenset(("<", ">", "<=", ">="))


def links(node: Node) -> list[tuple[Node, str, Node]]:
    """The single inequalities of a chain; empty when it is something else."""
    if not isinstance(node, Relation) or not set(node.signs) <= SIGNS:
        return []
    return [(node.sides[i], sign, node.sides[i + 1]) for i, sign in enumerate(node.signs)]


def between(points: list[sp.Expr]) -> list[sp.Expr]:
    """A simple number in each part into which the points divide the line.

    >>> between([sp.Integer(1), sp.Integer(4)])
    [0, 2, 5]
    """
    if not points:
        return [sp.S.Zero]
    inner = []
    for a, b in pairwise(points):
        middle = sp.floor((a + b) / 2)
        inner.append(middle if a < middle < b else sp.nsimplify(sp.N((a + b) / 2, 15), rational=True))
    return [sp.ceiling(points[0]) - 1, *inner, sp.floor(points[-1]) + 1]


def set_latex(found: Any) -> str | None:
    """Intervals joined by ∪; single points in braces.

    >>> set_latex(sp.Union(sp.Interval(-sp.oo, -3), sp.Interval.open(2, 5)))
    '(-\\\\infty, -3]\\\\cup (2, 5)'
    """
    if found is sp.S.EmptySet:
        return r"\emptyset"
    if found is sp.S.Reals:
        return r"(-\infty, \infty)"
    pieces = list(found.args) if isinstance(found, sp.Union) else [found]
    texts = []
    for piece in pieces:
        if isinstance(piece, sp.Interval):
            opening, closing = "(" if piece.left_open else "[", ")" if piece.right_open else "]"
            texts.append((piece.start, f"{opening}{latex(piece.start)}, {latex(piece.end)}{closing}"))
        elif isinstance(piece, sp.FiniteSet):
            texts.append((min(piece), r"\{" + ", ".join(map(latex, piece)) + r"\}"))
        else:
            return None
    return r"\cup ".join(text for _, text in sorted(texts, key=lambda t: float(t[0].evalf())))


def set_source(found: Any) -> str:
    """A set of intervals and points in Python.

    Raises:
        ValueError: it is of another kind.
    """
    if found is sp.S.Reals:
        return "Reals"
    if found is sp.S.EmptySet:
        return "EmptySet"
    if isinstance(found, sp.Union):
        return "Union(" + ", ".join(map(set_source, found.args)) + ")"
    if isinstance(found, sp.FiniteSet):
        return f"FiniteSet({', '.join(map(exact_source, found))})"
    if isinstance(found, sp.Interval):
        return f"Interval({exact_source(found.start)}, {exact_source(found.end)}, {bool(found.left_open)}, {bool(found.right_open)})"
    raise ValueError(found)


def read_set(answer: str, variable: str) -> Any:
    """The set that an answer states: intervals, or inequalities joined by "or"; None when it is not understood."""
    text = re.sub(r"\\(?:left|right|,|;|!|quad)", " ", answer).strip().strip("$. ")
    if re.fullmatch(
        r"\\(?:emptyset|varnothing)|(?:\\text\{)?(?:no (?:real )?solutions?|无解|空集)\}?|∅", text
    ):
        return sp.S.EmptySet
    if re.fullmatch(r"\\mathbb\s*\{?R\}?|R|(?:\\text\{)?(?:all real numbers|全体实数|一切实数)\}?", text):
        return sp.S.Reals
    text = re.sub(rf"^{variable}\s*(?:\\in|∈)", "", text).strip()
    built = re.fullmatch(rf"\\?\{{\s*{variable}\s*(?:\\mid|\||｜|:)\s*(.+?)\s*\\?\}}", text)
    text = text if built is None else built[1]
    if (gaps := _all_but(text, variable)) is not None:
        return sp.S.Reals - gaps
    pieces = re.split(r"\\cup|∪|\\text\{\s*(?:or|或)\s*\}|\bor\b|或|\\lor|,\s*\\quad", text)
    try:
        found = [_read_piece(piece.strip(), variable) for piece in pieces]
    except (FormulaError, TypeError, ValueError):
        return None
    return None if None in found else sp.Union(*found)


BUILT: Final = re.compile(r"\\?\{\s*[a-z]\s*(?:\||\\mid)")
"""A set by its condition: {x | …}."""


def is_same_set(option: str, answer: str) -> bool:
    r"""Whether an option is the set that the answer says a letter is in, as an interval or by inequalities.

    >>> is_same_set(r"a\le 2", r"a\in (-\infty, 2]"), is_same_set(r"a<2", r"a\in (-\infty, 2]")
    (True, False)
    """
    named = re.findall(r"([A-Za-z])\s*\\in(?![a-z])", answer)
    letters = set(named or re.findall(r"(?<![A-Za-z\\])[a-z](?![A-Za-z])", option))
    is_set = BUILT.match(option) or re.search(r"\\in(?:fty)?(?![a-z])|\\cup|∪|[\[\]]", answer)
    if len(letters) != 1 or not is_set:
        return False
    one, other = (read_set(said, *letters) for said in (option, answer))
    return one is not None and one == other


def _all_but(text: str, variable: str) -> Any:
    """The numbers that `x \\ne 2` leaves out, also several."""
    values = values_in(re.sub(r"\\text\{\s*(?:and|且)\s*\}|且|\band\b", ",", text))
    if not values or any(not isinstance(v, sp.Ne) or v.lhs != sp.Symbol(variable) for v in values):
        return None
    return sp.FiniteSet(*(v.rhs for v in values))


def _read_piece(piece: str, variable: str) -> Any:
    node = parse(piece)
    match node:
        case Group("{}", items):
            return sp.FiniteSet(*map(to_sympy, items))
        case Group(brackets, (low, high)):
            return sp.Interval(to_sympy(low), to_sympy(high), brackets[0] == "(", brackets[1] == ")")
        case Relation(("=",), (Symbol(name), value)) if name == variable:
            return sp.FiniteSet(to_sympy(value))
    x = sp.Symbol(variable, real=True)
    conditions = []
    for left, sign, right in links(node):
        if {to_latex(left), to_latex(right)} & {to_latex(Symbol(variable))} == set():
            return None
        conditions.append(to_sympy(Relation((sign,), (left, right)), {variable: x}).as_set())
    return sp.Intersection(*conditions) if conditions else None
