r"""Lines and planes as problems write them: `p + t d`, `\begin{pmatrix} 1 + t \\ 3t \end{pmatrix}`, `\frac{x-2}{3} = …`, equations, points."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import sympy as sp

from solver.formula import to_sympy
from solver.formula.nodes import Group, Node, Relation
from solver.topics.equations.matrices.literals import MATRIX, matrix_of
from solver.topics.told import Told

X, Y, Z = sp.symbols("x y z")
AXES: Final = (X, Y, Z)
_NAME: Final = r"(?:\\(?:mathbf|bold|boldsymbol|vec|overrightarrow)\s*\{?\s*[a-z]\s*\}?|\\begin\{pmatrix\}\s*x\s*\\\\\s*y\s*(?:\\\\\s*z\s*)?\\end\{pmatrix\})"
_FRONT: Final = re.compile(rf"^\s*{_NAME}\s*=\s*")
_TERM: Final = re.compile(r"^\s*\+?\s*(?P<letter>[a-z])?\s*$")


@dataclass(frozen=True, slots=True)
class Line:
    """The points p + t d."""

    point: sp.Matrix
    direction: sp.Matrix

    def at(self, letter: sp.Symbol) -> sp.Matrix:
        """The point of a parameter."""
        return self.point + letter * self.direction


@dataclass(frozen=True, slots=True)
class Plane:
    """The points with n · v = d."""

    normal: sp.Matrix
    constant: sp.Expr

    @property
    def equation(self) -> sp.Expr:
        """What is 0 on the plane."""
        return sum((n * v for n, v in zip(self.normal, AXES, strict=True)), -self.constant)


def vector_sum(raw: str) -> tuple[sp.Matrix, tuple[sp.Matrix, ...]] | None:
    """`p + t d + s e` as p and (d, e); a column with one letter t in it as the same. None for anything else."""
    text = _FRONT.sub("", raw).strip().rstrip(",.")
    matches = list(MATRIX.finditer(text))
    columns = [c for c in (matrix_of(m["body"]) for m in matches) if c is not None]
    if (
        not columns
        or len(columns) != len(matches)
        or any(c.cols != 1 or c.rows not in (2, 3) for c in columns)
    ):
        return None
    places = [0, *(m.end() for m in matches)]
    between = [text[a : m.start()] for a, m in zip(places, matches, strict=False)]
    if text[places[-1] :].strip() or between[0].strip() or len({c.rows for c in columns}) != 1:
        return None
    terms = [_TERM.match(part) for part in between[1:]]
    if any(t is None or t["letter"] is None for t in terms):
        return None
    if len(columns) == 1:
        return columns[0], ()
    return columns[0], tuple(columns[1:])


def line_of(mark: str, told: Told) -> Line | None:
    """The line behind a mark."""
    raw = told.written[int(re.sub(r"\D", "", mark))]
    if told.nodes(mark):
        return _line_of_relations(told.relations(mark))
    found = vector_sum(raw)
    if found is None:
        return None
    point, directions = found
    if len(directions) == 1:
        return Line(point, directions[0])
    letters = [s for s in point.free_symbols if s.name in "tsu"]
    if directions or len(letters) != 1:
        return None
    (t,) = letters
    direction = sp.ImmutableMatrix([sp.diff(c, t) for c in point])
    if direction.has(t):
        return None
    return Line(sp.ImmutableMatrix(point.subs(t, 0)), direction)


def _line_of_relations(relations: Sequence[Relation]) -> Line | None:
    """`(x-2)/3 = (y+1)/4 = z`, or `x = 1 + 4t, y = 4 + 3t`."""
    sides: list[Node] = []
    for relation in relations:
        if set(relation.signs) != {"="}:
            return None
        sides += [s for s in relation.sides if s not in sides]
    values = [to_sympy(s) for s in sides]
    t = sp.Symbol("t")
    if len(values) in (2, 3) and all(len(v.free_symbols) == 1 for v in values):
        found = {}
        for value in values:
            (axis,) = value.free_symbols
            if (
                axis not in AXES
                or axis in found
                or not value.is_polynomial(axis)
                or sp.degree(value, axis) != 1
            ):
                return None
            found[axis] = sp.solve(value - t, axis)[0]
        order = AXES[: len(values)]
        if set(found) == set(order):
            whole = sp.ImmutableMatrix([found[a] for a in order])
            return Line(sp.ImmutableMatrix(whole.subs(t, 0)), sp.ImmutableMatrix(whole.diff(t)))
    return None


def plane_of(mark: str, told: Told) -> Plane | None:
    """The plane behind a mark: an equation in x, y, z, or `p + t a + s b`."""
    relations = told.relations(mark)
    if len(relations) == 1 and relations[0].signs == ("=",):
        return plane_by(to_sympy(relations[0].sides[0]) - to_sympy(relations[0].sides[1]))
    if told.nodes(mark):
        return None
    found = vector_sum(told.written[int(re.sub(r"\D", "", mark))])
    if found is None or len(found[1]) != 2 or found[0].rows != 3:
        return None
    point, (a, b) = found
    return plane_through(point, a.cross(b))


def plane_by(difference: sp.Expr) -> Plane | None:
    """The plane on which a difference in x, y, z is 0; None where it is none."""
    difference = sp.expand(difference)
    if not difference.free_symbols <= set(AXES) or not difference.is_polynomial(*AXES):
        return None
    poly = sp.Poly(difference, *AXES)
    if poly.total_degree() != 1:
        return None
    return Plane(sp.ImmutableMatrix([poly.coeff_monomial(a) for a in AXES]), -poly.coeff_monomial(1))


def plane_through(point: sp.Matrix, normal: sp.Matrix) -> Plane | None:
    """The plane with a point and a normal vector; None where that is 0."""
    if all(c == 0 for c in normal):
        return None
    return Plane(sp.ImmutableMatrix(normal), normal.dot(point))


def points_of(mark: str, told: Told) -> tuple[sp.Matrix, ...]:
    """The points (columns) behind a mark: `(1,2,3)`, `A = (1,2,3)`, a column of LaTeX; empty where something else stands there."""
    nodes = told.nodes(mark)
    if not nodes:
        found = vector_sum(told.written[int(re.sub(r"\D", "", mark))])
        return (found[0],) if found is not None and not found[1] else ()
    points = []
    for node in nodes:
        value = (
            node.sides[1]
            if isinstance(node, Relation) and node.signs == ("=",) and len(node.sides) == 2
            else node
        )
        if not isinstance(value, Group) or value.brackets != "()" or len(value.items) not in (2, 3):
            return ()
        points.append(sp.ImmutableMatrix([to_sympy(i) for i in value.items]))
    return tuple(points)
