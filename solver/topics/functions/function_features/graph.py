"""The graph whose intercepts are asked for: that of a formula, or a straight line by equation, two points, or point and slope."""

from __future__ import annotations

from dataclasses import dataclass

import sympy as sp

from solver.formula import FormulaError, Node, to_sympy
from solver.formula.nodes import Binary, Blank, Group, Relation, Symbol, symbols
from solver.reader import Account
from solver.topics.base import Text
from solver.topics.functions.function_features.function import function_of

X, Y = sp.symbols("x y", real=True)


@dataclass(frozen=True, slots=True)
class Graph:
    """A graph `left` = `right` in x and y; `body` where y is a formula; `points`, `slope` where a line was described."""

    left: Node | None
    right: Node | None
    body: Node | None = None
    points: tuple[tuple[sp.Expr, sp.Expr], ...] = ()
    slope: sp.Expr | None = None
    variable: str = "x"

    def difference(self) -> sp.Expr:
        """Zero on the graph."""
        if self.body is not None:
            return Y - to_sympy(self.body, {self.variable: X})
        if self.left is not None and self.right is not None:
            names = {"x": X, "y": Y}
            return sp.expand(to_sympy(self.left, names) - to_sympy(self.right, names))
        (a, b), m = self.points[0], self.slope
        return X - a if m is None else Y - sp.expand(m * (X - a) + b)


def graph_of(found: Account, text: Text, asked: list[str]) -> Graph | None:
    """The one graph that a text is about: a line by its equation, two points, or point and slope, or a formula; None for anything else."""
    lines = [n for n in found.relations if _is_line(n)]
    if len(lines) == 1 and asked != ["zeros"]:
        rest = [n for n in found.nodes if n is not lines[0] and not _is_name(n)]
        return (
            Graph(lines[0].sides[0], lines[0].sides[1])
            if not rest and not found.has("through") and not found.has("slope")
            else None
        )
    points, slopes = list[tuple[sp.Expr, sp.Expr]](), list[sp.Expr]()
    if found.has("line") and not found.relations and asked != ["zeros"]:
        for node in found.nodes:
            match node:
                case Group("()", (a, b)) | Binary("*", Symbol(), Group("()", (a, b))) if not symbols(
                    a
                ) | symbols(b):
                    points.append((to_sympy(a), to_sympy(b)))
                case _ if not symbols(node) and not isinstance(node, Group):
                    slopes.append(to_sympy(node))
                case _ if not _is_name(node):
                    return None
        if len(points) == 2 and not slopes and points[0] != points[1]:
            (a, b), (c, d) = points
            return Graph(
                None, None, points=tuple(points), slope=None if a == c else sp.nsimplify((d - b) / (c - a))
            )
        return (
            Graph(None, None, points=tuple(points), slope=slopes[0])
            if (len(points), len(slopes)) == (1, 1) and found.has("slope")
            else None
        )
    known = function_of(found, text)
    if known is None or known[1] or found.has("through") or found.has("slope"):
        return None
    return Graph(None, None, known[0].body, variable=known[0].variable)


def _is_name(node: Node) -> bool:
    if isinstance(node, Relation) and any(isinstance(s, Blank) for s in node.sides):
        node = node.sides[0]
    return isinstance(node, Symbol) and node.name not in "ei"


def _is_line(node: Relation) -> bool:
    if node.signs != ("=",) or symbols(node) != {"x", "y"}:
        return False
    try:
        difference = sp.expand(to_sympy(node.sides[0]) - to_sympy(node.sides[1]))
    except FormulaError:
        return False
    x, y = sp.symbols("x y")
    return bool(difference.is_polynomial(x, y) and sp.Poly(difference, x, y).total_degree() == 1)
