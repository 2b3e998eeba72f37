"""Cells that test a curve's features by what defines them, and answers that are read for it.

The curve's own equation is asked: the upright and level lines that touch it, distances from the foci, symmetry.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, parse_list, to_sympy
from solver.formula.nodes import Group, Node, Relation, Symbol
from solver.topics.cells import exact_source
from solver.topics.geometry.conics.determine import LENGTHS
from solver.topics.geometry.conics.reading import line_of, prepared
from solver.topics.geometry.conics.shape import LINES, POINTS, SOURCES, X, Y
from solver.topics.geometry.conics.words import TYPES

EDGES: Final = (
    "    wide, high = solve(discriminant(curve, y), x), solve(discriminant(curve, x), y)",
    "    h, k = simplify((wide[0] + wide[-1])/2), simplify((high[0] + high[-1])/2)",
    "    A, B = expand((wide[0] - h)**2), expand((high[0] - k)**2)",
    "    large, small, c2 = Max(A, B), Abs(Min(A, B)), Abs(A - B)",
)
FOCUS: Final = (
    "",
    "    def has_focus(u, v):  # with its mirror image: sum or difference of the distances is constant",
    "        d1, d2 = (x - u)**2 + (y - v)**2, (x - 2*h + u)**2 + (y - 2*k + v)**2",
    "        return is_curve((d1 - d2)**2 - 8*large*(d1 + d2) + 16*large**2, curve)",
    "",
)
SQUARES: Final = {"a": "large", "b": "small", "c": "c2"}
NUMBERS: Final = {
    "eccentricity": "c2/large",
    "latus": "4*small**2/large",
    "area": "pi**2*large*small",
}
SAME: Final = ("def same(p, q):", "    return simplify(p - q) == 0", "")
COUNTS: Final = {"center": 1, "corners": 4}


def test_of(name: str, values: tuple[Any, ...], kind: str, *, chinese: bool, whole: bool) -> list[str]:
    """Conditions in Python on what `EDGES` finds; `whole`: the values are all that there are, not only some."""
    if name == "along":
        return ["A > B" if values[0] == "x" else "B > A"]
    if name == "ratio":
        return [f"same(large, {exact_source(values[0] ** 2)}*small)"]
    if name == "apex":  # by the law of cosines in the triangle of the foci
        return [f"same(large*(1 - cos(pi*{exact_source(values[0])}/180)), 2*c2)"]
    if name in LENGTHS or name in NUMBERS:
        if name in NUMBERS:
            square = NUMBERS[name]
        else:
            times, letter = LENGTHS[name]
            square = f"{times**2}*{SQUARES[letter]}" if times != 1 else SQUARES[letter]
        source = exact_source(values[0])
        return [f"bool(S({source}) > 0)", f"same(({source})**2, {square})"]
    if name in LINES:
        return [condition for line in values for condition in _line_test(name, *line)]
    return [c for point in values for c in _point_test(name, point, kind, chinese=chinese, whole=whole)]


def _line_test(name: str, z: sp.Symbol, value: sp.Expr) -> list[str]:
    source = exact_source(value)
    if name == "asymptotes":
        if z != Y:
            return ["False  # an asymptote is not upright here"]
        return [f"expand(curve.subs(y, {source})).is_number"]
    middle, order = ("h", "A > B") if z == X else ("k", "B > A")
    return [order, f"same(({source} - {middle})**2*c2, large**2)"]


def _point_test(name: str, point: Any, kind: str, *, chinese: bool, whole: bool) -> list[str]:
    u, v = map(exact_source, point)
    on_curve = f"same(curve.subs({{x: {u}, y: {v}}}), 0)"
    square = f"({u} - h)**2 + ({v} - k)**2"
    on_axis = f"same(({u} - h)*({v} - k), 0)"
    match name:
        case "center":
            return [f"expand(curve.subs({{x: 2*({u}) - x, y: 2*({v}) - y}}, simultaneous=True) - curve) == 0"]
        case "through":
            return [on_curve]
        case "foci":
            return [f"has_focus({u}, {v})"]
        case "corners":
            return [on_curve, on_axis]
        case "covertices":
            return [on_curve, f"same({square}, small)"]
    if chinese and kind == "ellipse" and not whole:
        return [on_curve, on_axis]
    return [on_curve, f"same({square}, large)"]


CURVE: Final = (
    "def is_curve(p, q):  # the same points: one equation is a multiple of the other",
    "    return bool(cancel(expand(p)/expand(q)).is_number)",
    "",
)


def kind_in(answer: str) -> str | None:
    """The one conic section that an answer names."""
    text = answer.replace("椭圆", " ellipse ")
    kinds = [k for k, words in TYPES.items() if re.search(rf"(?i)\b{words.en}\b", text) or words.zh in text]
    return kinds[0] if len(kinds) == 1 else None


def answered(answer: str, wanted: tuple[str, ...], equations: int) -> dict[str, tuple[Any, ...]] | None:
    """The parts of an answer in the order of the question; None where it does not have them all."""
    items = _items(answer)
    if items is None:
        return None
    found: dict[str, tuple[Any, ...]] = {}
    for name in wanted:
        count = equations if name == "equation" else COUNTS.get(name, 1 if name in SOURCES else 2)
        part, items = items[:count], items[count:]
        read = [_read(name, node) for node in part]
        if len(read) != count or any(value is None for value in read) or len(set(read)) != count:
            return None
        found[name] = tuple(read)
    return None if items else found


def _items(answer: str) -> list[Node] | None:
    text = re.sub(r"\\text\s*\{\s*(?:or|and|或|和|,)\s*\}|\\(?:q?quad|[ ;,!])", " , ", answer)
    text = re.sub(r"\s+(?:or|and)\s+|[或和;；、，]", " , ", text.strip().strip("$"))
    both = [prepared(f"${part}$").replace("$", " ") for part in _split(text) if part.strip()]
    parts = [part for pair in both for part in _split(pair) if part.strip()]
    try:
        return [node for part in parts for node in parse_list(part)]
    except FormulaError:
        return None


def _split(text: str) -> Iterable[str]:
    """At commas outside brackets."""
    depth, part = 0, ""
    for c in text:
        depth += (c in "({[") - (c in ")}]")
        if c == "," and depth == 0:
            yield part
            part = ""
        else:
            part += c
    yield part


def _read(name: str, node: Node) -> Any:
    """One value as the feature wants it; None for anything else."""
    try:
        if name == "equation":
            return difference_of(node)
        if name in LINES:
            return line_of(node) if isinstance(node, Relation) else None
        if name in POINTS:
            if not isinstance(node, Group) or node.brackets != "()" or len(node.items) != 2:
                return None
            values = tuple(to_sympy(item) for item in node.items)
            return (
                values if all(isinstance(v, sp.Expr) and v.is_real and v.is_finite for v in values) else None
            )
        if (
            isinstance(node, Relation)
            and isinstance(node.sides[0], Symbol)
            and node.sides[0].name not in "xy"
        ):
            node = node.sides[-1]  # e = 1/2
        value = to_sympy(node)
    except (FormulaError, TypeError, AttributeError):
        return None
    return value if isinstance(value, sp.Expr) and value.is_real and value.is_finite else None


def difference_of(node: Node) -> sp.Expr | None:
    """Left minus right of an equation in x and y of the second degree."""
    if not isinstance(node, Relation) or node.signs != ("=",):
        return None
    left, right = map(to_sympy, node.sides)
    difference = sp.expand(left - right)
    if not difference.is_polynomial(X, Y) or difference.free_symbols != {X, Y}:
        return None
    return difference if sp.Poly(difference, X, Y).total_degree() == 2 else None
