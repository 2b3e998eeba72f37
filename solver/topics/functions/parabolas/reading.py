"""What a problem about one parabola says: the function, what is wanted of it, and facts that fix letters in it.

Words stand before their values ("the vertex is (2, 3)"), so the concepts are read from left to right, and a feature
without a value is what is asked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

import sympy as sp

from solver.formula import FormulaError, Node, parse, to_sympy
from solver.formula.nodes import Apply, Binary, Blank, Group, Negative, Relation, Symbol, symbols
from solver.reader import Account

POINTS: Final = ("vertex", "high_point", "low_point", "focus", "through", "xpoints", "ypoints")
NUMBERS: Final = tuple(
    "maximum minimum extremum vertex_x vertex_y yintercept roots width parameter latus focal start_speed start_height".split()
)
LINES: Final = ("axis", "directrix")
EXTREMES: Final = ("maximum", "minimum", "extremum")
FEATURES: Final = (
    *POINTS, *NUMBERS, *LINES, "opening", "form", "range", "crossings", "equation", "landing", "axis_points", "vertex_to_x", "vertex_to_y",
    "vertex_to_origin", "on_line",
)  # fmt: skip
LEFT_OVER: Final = frozenset("meet xaxis yaxis distance count once vertex_on only_x".split())


@dataclass(frozen=True, slots=True)
class Quadratic:
    """`body` is quadratic in `variable`; `name` is what it is the value of, as LaTeX, where the problem says so."""

    body: Node
    variable: str
    name: Node | None

    @property
    def letters(self) -> frozenset[str]:
        """The coefficients that are letters."""
        return symbols(self.body) - {self.variable}


@dataclass(slots=True)
class Said:
    """What the words say of a function: wanted features, facts with their values, letters asked for."""

    wanted: list[str] = field(default_factory=list)
    facts: list[tuple[str, Node]] = field(default_factory=list)
    asked: list[Node] = field(default_factory=list)
    conditions: list[Relation] = field(default_factory=list)
    interval: tuple[Node, Node] | None = None
    opens: str = ""
    """Where the problem says that it opens: `opens_up`, `opens_down`, or nothing."""
    direction: str = ""
    """The extreme value that a question for its place names."""


def quadratic_of(node: Node) -> Quadratic | None:
    """A function of second degree; None when the formula is something else."""
    name: Node | None = None
    body: Node | None = node
    argument = ""
    match node:
        case Relation(
            ("=",),
            (Symbol("y" | "s" | "h" | "z" | "w" | "A" | "C" | "H" | "P" | "R" | "S" | "W") as left, right),
        ):
            name, body = left, right
        case Relation(("=",), (Apply(_, Symbol(argument)) as applied, right)):
            name, body = applied, right
        case Relation(
            ("=",), (Binary("*", Symbol("C" | "P" | "R" as applied_name), Symbol(v), tight=True), right)
        ) if symbols(right) == {v}:
            name, body, argument = Apply(applied_name, Symbol(v)), right, v  # the profit P(x)
        case Relation(("=",), (left, Symbol("y") as right)):
            name, body = right, left
        case Relation(("=",), (left, right)):
            name, body = Symbol("y"), _solved_for_y(left, right)
        case Relation():
            return None
    if body is None or (isinstance(name, Symbol) and name.name in symbols(body)):
        return None
    names = symbols(body)
    variable = (
        argument or next((v for v in "xt" if v in names), "") or (min(names) if len(names) == 1 else "")
    )
    if not variable or {"e", "i"} & names:
        return None
    try:
        value = to_sympy(body)
    except FormulaError:
        return None
    polynomial = value.as_poly(sp.Symbol(variable)) if isinstance(value, sp.Expr) else None
    if polynomial is None or polynomial.degree() != 2:
        return None
    if not all(c.is_Rational or c.is_polynomial() and c.free_symbols for c in polynomial.all_coeffs()):
        return None
    return Quadratic(body, variable, name)


def _solved_for_y(left: Node, right: Node) -> Node | None:
    """`y - 3 = (x - 1)^2` as a function of x."""
    if symbols(left) | symbols(right) != {"x", "y"}:
        return None
    y = sp.Symbol("y")
    values = to_sympy(left), to_sympy(right)
    if not all(isinstance(v, sp.Expr) for v in values):  # Q(x, y) is a point times Q
        return None
    difference = (values[0] - values[1]).as_poly(y)
    if difference is None or difference.degree() != 1 or not difference.LC().is_Rational:
        return None
    return parse(sp.sstr(sp.expand(-difference.TC() / difference.LC())))


def combined(found: Account) -> list[str]:
    """The concepts, with the words for axis and crossing put together as the points that they describe."""
    said = found.concepts
    # "the point (3, 0)" names a point, and asks for none
    naming = {i for i, c in enumerate(said[:-1]) if c == "as_points" and said[i + 1][:1] == "#"}
    concepts = [
        c
        for i, c in enumerate(said)
        if c not in ("is", "parabola", "coordinates", "shape", "counted") and i not in naming
    ]
    for i, concept in enumerate(concepts[:-1]):  # the list becomes shorter on the way
        if i + 1 >= len(concepts):
            break
        if concept == "vertex_on":
            place = concepts[i + 1]
            concepts[i : i + 2] = ["vertex", place] if place == "origin" else [f"on_{place}"]
        elif concept == "axis" and concepts[i + 1] == "yaxis":
            concepts[i : i + 2] = ["axis_is_y"]
    for i, concept in enumerate(concepts[:-1]):  # "the vertex of y = … lies on the x-axis"
        if (
            concept == "through"
            and concepts[i + 1] in ("xaxis", "yaxis")
            and concepts[:i].count("vertex") == 1
        ):
            concepts[i : i + 2] = [f"on_{concepts[i + 1]}"]
            concepts.remove("vertex")
            break
    if "square" in concepts:  # a method where something else is asked for
        only = not set(concepts) & set(FEATURES)
        concepts = ["form" if c == "square" else c for c in concepts if c != "square" or only]
    if "once" in concepts and "xaxis" in concepts:
        concepts = ["tangent" if c == "once" else c for c in concepts if c not in ("xaxis", "meet")]
    axes = [c for c in concepts if c in ("xaxis", "yaxis")]
    if axes and "meet" in concepts:
        last = max(concepts.index("meet"), *(concepts.index(a) for a in axes))
        named = [f"{a[0]}points" for a in dict.fromkeys(axes)]
        kept = [(i, c) for i, c in enumerate(concepts) if c not in ("meet", "xaxis", "yaxis") or i == last]
        concepts = [n for i, c in kept for n in (named if i == last else [c])]
    if "only_x" in concepts and "xpoints" in concepts:
        concepts = ["roots" if c == "xpoints" else c for c in concepts if c != "only_x"]
    if "count" in concepts and "xpoints" in concepts and "ypoints" in concepts:
        others = [c for c in concepts if c not in ("count", "ypoints")]
        concepts = ["axis_points" if c == "xpoints" else c for c in others]
    for word, name in (("distance", "width"), ("count", "crossings")):
        crossing = [c for c in concepts if c in ("xpoints", "roots")]
        if word in concepts and len(crossing) == 1:
            concepts = [name if c == crossing[0] else c for c in concepts if c != word]
    if "as_points" in concepts:
        points = {"roots": "xpoints", "yintercept": "ypoints"}
        concepts = [points.get(c, c) for c in concepts if c != "as_points"]
    return concepts


def said_of(found: Account, functions: Sequence[Node]) -> Said | None:
    """Everything that is said of the function, which `functions` show; None where something has no place."""
    said, pending, naming, concepts = Said(), "", False, combined(found)
    stated: list[Node] = []
    if LEFT_OVER & set(concepts):
        return None
    for concept in concepts:
        match concept:
            case "ask":
                continue
            case "at":
                if said.wanted and said.wanted[-1] in EXTREMES:
                    said.direction = said.wanted.pop()
                else:
                    naming = True
                said.wanted.append("at")
            case "too":
                said.wanted.append("at")
            case "opens_up" | "opens_down":
                said.opens = concept
            case "axis_is_y":
                said.facts.append(("axis", parse("x=0")))
            case "tangent" | "on_xaxis" | "on_yaxis":
                said.facts.append((concept, parse("0")))
            case "origin" if pending in ("through", "vertex"):
                _fact(said, pending, parse("(0,0)"))
            case _ if concept in EXTREMES and naming:
                said.direction, naming = concept, False
            case _ if concept in FEATURES:
                pending = concept
                said.wanted.append(concept)
            case _ if concept.startswith("#"):
                node = found.nodes[int(concept[1:])]
                if node in functions:
                    if pending == "equation" and isinstance(node, Relation):
                        said.wanted.remove("equation")  # it names the formula
                        pending = ""
                    continue
                if not _place(node, pending, said, stated):
                    return None
            case _:
                return None
    repeated = sum(c in EXTREMES for c in concepts) > 1
    return said if _settled(said, stated, repeated=repeated) else None


def _place(node: Node, pending: str, said: Said, stated: list[Node]) -> bool:
    """Puts a formula where it belongs; False when it belongs nowhere."""
    match node:
        case Relation(_, (Symbol("x" | "y"), Blank())) if pending in LINES:
            pass  # "the axis of symmetry is x = ?"
        case Relation(_, sides) if any(isinstance(s, Blank) for s in sides):
            said.asked += [s for s in sides if not isinstance(s, Blank)]
        case Relation(("<=", "<="), (low, Symbol(), high)) if not symbols(low) | symbols(high):
            said.interval = (low, high)
        case Group("[]", (low, high)) if not symbols(node):
            said.interval = (low, high)
        case Group("()", (_, _)) if pending in POINTS:
            _fact(said, pending, node)
        case Relation(("=",), (Symbol("x" | "y"), right)) if not symbols(right) and pending in LINES:
            _fact(said, pending, node)
        case Relation(("=",), _) if pending == "on_line" and symbols(node) <= {"x", "y"}:
            _fact(said, pending, node)
        case Relation(("=",), (Symbol("x"), right)) if not symbols(right) and pending in POINTS[:3]:
            said.wanted.remove(pending)  # "has its vertex at x = 3"
            said.facts.append(("axis", node))
        case Relation(("=",), (Symbol("x"), right)) if not symbols(right):
            stated.append(node)
        case Relation(("<" | ">" | "!=" | "<=" | ">=",), (Symbol(), right)) if not symbols(right):
            said.conditions.append(node)
        case Relation():
            return False
        case _ if not symbols(node) and not isinstance(node, Group) and pending in NUMBERS:
            _fact(said, pending, node)
        case Symbol() | Binary() | Negative() if symbols(node):
            said.asked.append(node)
        case _:
            return False
    return True


def _fact(said: Said, name: str, node: Node) -> None:
    """A feature with its value is known, not wanted."""
    said.facts.append((name, node))
    if name in said.wanted:
        said.wanted.remove(name)


def _settled(said: Said, stated: list[Node], *, repeated: bool) -> bool:
    """`x = 2` beside an extreme value says where it is; `through` without a point says nothing."""
    said.wanted = list(dict.fromkeys(said.wanted))
    if stated:
        if len(stated) > 1 or not any(
            name in EXTREMES for name in [*said.wanted, *(n for n, _ in said.facts)]
        ):
            return False
        said.facts.append(("axis", stated[0]))
        if not repeated and not any(n in EXTREMES for n, _ in said.facts):
            said.wanted = [w for w in said.wanted if w not in EXTREMES]  # "has a minimum at x = 2"
    return not {"through", "on_line", "start_speed", "start_height"} & set(said.wanted)
