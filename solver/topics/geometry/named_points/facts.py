"""Facts about named points as coordinates and equations: where the figure is put, and what each clause says of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

import sympy as sp

from solver.formula import FormulaError, parse, to_sympy
from solver.topics.clauses import Said
from solver.topics.geometry.named_points.scene import Scene, Unsolved

_LETTERS: Final = "abcfghjklmnopqrstuvwxyz"
_TOKEN: Final = re.compile(r"\\?(sin|cos|tan) ?∠? ?([A-Z]{3}|[A-Z])(?![A-Za-z])|([A-Z]{2})(?![A-Za-z])")


class Somewhere(Exception):
    """A right triangle (its argument) of which nobody says where the right angle is."""


class Unclear(Exception):
    """The clauses say something that is not meant here, or contradict each other."""


@dataclass(slots=True)
class Figure:
    """The scene of a problem while its clauses are put in.

    `shapes`: kind by name; `told`: the equations in words, for the steps; `scaled`: whether some length or area is given.
    """

    scene: Scene = field(default_factory=Scene)
    shapes: dict[str, str] = field(default_factory=dict)
    right: set[tuple[str, frozenset[str]]] = field(default_factory=set)
    told: list[str] = field(default_factory=list)
    tests: list[str] = field(default_factory=list)
    lengths: dict[str, sp.Symbol] = field(default_factory=dict)
    scaled: bool = False

    def zero(self, words: str, expression: sp.Expr, test: str = "") -> None:
        """Something vanishes, because of `words`; `test` is how the check measures that."""
        self.scene.zero.append((words, expression))
        if test:
            self.tests.append(test)

    def measured(self, side: tuple[sp.Expr, dict[sp.Symbol, str]]) -> str:
        """Source of a formula whose lengths and angles are measured in the figure."""
        value, names = side
        return str(value.xreplace({s: sp.Symbol(self.ruler(name)) for s, name in names.items()}))

    def ruler(self, name: str) -> str:
        """Source that measures a length, or a function of an angle."""
        if " " not in name:
            return f"d({name[0]}, {name[1]})"
        function, at = name.split()
        vertex, p, q = self.angle(at)
        return f"{function}(radians(angle({p}, {vertex}, {q})))"

    def angle(self, name: str) -> tuple[str, str, str]:
        """Vertex and arms of ∠ABC, or of ∠B in the one triangle or quadrilateral that has that corner."""
        if len(name) == 3:
            self.known(name)
            return name[1], name[0], name[2]
        arms = {(s[i - 1], s[(i + 1) % len(s)]) for s in self.shapes for i, c in enumerate(s) if c == name}
        if len({frozenset(a) for a in arms}) != 1:
            raise Unclear
        p, q = next(iter(arms))
        return name, p, q

    def known(self, names: str) -> None:
        """All of these are points that have a place."""
        if any(n not in self.scene.points for n in names) or len(set(names)) < len(names):
            raise Unclear

    def distance(self, name: str) -> sp.Expr:
        """A length as an unknown of its own, whose square is known."""
        key = "".join(sorted(name))
        if key not in self.lengths:
            self.known(name)
            self.lengths[key] = self.scene.unknown(f"l_{key}", positive=True)
            self.zero("", self.lengths[key] ** 2 - self.scene.squared(*name))
        return self.lengths[key]


def number(text: str) -> sp.Expr:
    """A real number without letters.

    Raises:
        Unclear: it is none.
    """
    try:
        value = to_sympy(parse(text.replace("°", "").strip()))
    except FormulaError as error:
        raise Unclear from error
    if not isinstance(value, sp.Expr) or value.free_symbols or not value.is_real or not value.is_finite:
        raise Unclear
    return value


def formula(text: str) -> tuple[sp.Expr, dict[sp.Symbol, str]]:
    """A formula in lengths and functions of angles, each of which is a letter.

    Raises:
        Unclear: it is no such formula.
    """
    names = dict[str, str]()

    def letter(match: re.Match[str]) -> str:
        name = f"{match[1]} {match[2]}" if match[1] else match[3]
        if name not in names:
            names[name] = _LETTERS[len(names)]
        return f"({names[name]})"

    plain = _TOKEN.sub(letter, text)
    if len(names) > 8 or re.search(r"[A-Z∠]", plain):
        raise Unclear
    try:
        value = to_sympy(parse(plain.strip()))
    except FormulaError as error:
        raise Unclear from error
    if not isinstance(value, sp.Expr):
        raise Unclear
    symbols = {s: next(n for n, c in names.items() if c == s.name) for s in value.free_symbols}
    return value, symbols


_MENTIONED: Final = re.compile(r"(triangle|square|rectangle|parallelogram|rhombus) ([A-Z]{3,4})(?![A-Za-z])")


def put(figure: Figure, said: list[Said], source: str, right_at: str = "") -> None:
    """All clauses, one kind after the other: places first, then points that others make, then what is equal.

    `right_at`: where a right triangle, of which nobody says so, has its right angle.
    """
    of = _by_kind(said)
    if right_at:
        figure.right.add((right_at, frozenset()))
    _mentioned(figure, of, source)
    _shapes(figure, of)
    _given_squares(figure, of)
    _place(figure, of)
    for clause in of.get("inside", []):
        _inside(figure, clause)
    for kind in ("mid", "mid_two", "median", "on", "on_two", "foot", "altitude", "bisector", "centroid", "meet"):
        for clause in of.get(kind, []):
            _POINTS[kind](figure, clause)
    for kind, act in _CONDITIONS.items():
        for clause in of.get(kind, []):
            act(figure, clause)


def _by_kind(said: list[Said]) -> dict[str, list[Said]]:
    of = dict[str, list[Said]]()
    for clause in said:
        of.setdefault(clause.kind, []).append(clause)
    return of


def _mentioned(figure: Figure, of: dict[str, list[Said]], source: str) -> None:
    """The triangle or quadrilateral that is named only in passing, where its corners are no other points."""
    if "shape" in of or "vertices" in of:
        return
    made = {c.values[k] for kind in _POINTS for c in of.get(kind, []) for k in ("p", "q") if k in c.values}
    made |= {c.values["s"][1] for kind in ("altitude", "bisector", "median") for c in of.get(kind, [])}
    made |= {c.values[k][1] for c in of.get("meet", []) for k in "st" if k in c.values and c.values["what"] != "diagonals"}
    for what, name in _MENTIONED.findall(source.replace("Triangle", "triangle")):
        if not set(name) & made:
            figure.shapes[name] = what
    placed = "".join(c.values["p"] for c in of.get("placed", []))
    for clause in of.get("unnamed", []):
        if "what" in clause.values and len(placed) == {"triangle": 3, "quadrilateral": 4}[clause.values["what"].lower()]:  # fmt: skip
            figure.shapes[placed] = clause.values["what"].lower()


def _shapes(figure: Figure, of: dict[str, list[Said]]) -> None:
    for clause in (*of.get("shape", []), *of.get("vertices", [])):
        name, what = clause.values["name"], clause.values["what"].lower()
        if (kind := (clause.values.get("adj2") or "").lower()) in ("trapezoid", "parallelogram", "rhombus", "rectangle", "square"):  # fmt: skip
            if what != "quadrilateral":
                raise Unclear
            what = kind
        if (len(name) == 3) != (what == "triangle") or len(set(name)) < len(name):
            raise Unclear
        adjectives = f"{clause.values.get('adj') or ''} {clause.values.get('adj2') or ''}".lower().split()
        adjectives = [a for a in adjectives if a != what]
        figure.shapes[name] = " ".join(
            dict.fromkeys([*figure.shapes.get(name, "").split(), *adjectives, what])
        )
    for clause in (*of.get("angle", []), *of.get("right_at", [])):
        value = clause.values.get("value", "90")
        if value.rstrip("°") == "90" or value == "right angle":
            name = clause.values["at"]
            vertex, arms = (name[1], name[0] + name[2]) if len(name) == 3 else (name, "")
            if len(name) == 1:
                arms = next(("".join(c for c in s if c != name) for s in figure.shapes if name in s and len(s) == 3), "")  # fmt: skip
            figure.right.add((vertex, frozenset(arms)))
    for clause in of.get("legs", []):
        a, b = clause.values["a"], clause.values["b"]
        shared = set(a) & set(b)
        if len(shared) != 1:
            raise Unclear
        vertex = shared.pop()
        figure.right.add((vertex, frozenset(a + b) - {vertex}))


def _given_squares(figure: Figure, of: dict[str, list[Said]]) -> None:
    """Lengths that are numbers, so that no equation is made of them where a simpler one does."""
    for clause in of.get("equal", []):
        sides = clause.values["eq"].split("=")
        if len(sides) == 2 and re.fullmatch("[A-Z]{2}", name := sides[0].strip()) and not re.search("[A-Z]", sides[1]):
            value = number(sides[1])
            if figure.scene.squares.setdefault(frozenset(name), value**2) != value**2:
                raise Unclear


def _inside(figure: Figure, clause: Said) -> None:
    """A point somewhere in the triangle or the square."""
    names = [clause.values["name"]] if clause.values.get("name") else list(figure.shapes)
    scene, p = figure.scene, clause.values["p"]
    if len(names) != 1 or p in scene.points:
        raise Unclear
    name = names[0]
    figure.known(name)
    scene.points[p] = scene.unknown(f"x_{p}"), scene.unknown(f"y_{p}")
    turn = scene.doubled_area(name)
    scene.positive += [sp.expand(turn * scene.cross(a, b, p)) for a, b in zip(name, name[1:] + name[0], strict=True)]
    for corner, value in (("a", "x"), ("b", "y")):
        if clause.values.get(corner):
            _equation(figure, formula(p + clause.values[corner]), formula(clause.values[value]), f"{p}{clause.values[corner]} = {clause.values[value]}")  # fmt: skip


def _place(figure: Figure, of: dict[str, list[Said]]) -> None:
    scene = figure.scene
    if "placed" in of:
        for clause in (*of["placed"], *of.get("placed_on", [])):
            name = clause.values["p"]
            if name in scene.points:
                raise Unclear
            scene.points[name] = number(clause.values["x"]), number(clause.values["y"])
        figure.scaled = True
        for name, what in figure.shapes.items():
            missing = [i for i, c in enumerate(name) if c not in scene.points]
            if not missing:
                continue
            if what != "parallelogram" or len(missing) != 1:
                raise Unclear
            i = missing[0]
            a, b, c = (scene.points[name[(i + k) % 4]] for k in (1, 2, 3))
            scene.points[name[i]] = a[0] + c[0] - b[0], a[1] + c[1] - b[1]
        return
    if not figure.shapes:
        raise Unclear
    first = min(figure.shapes, key=lambda n: ({"triangle": 1, "quadrilateral": 2}.get(figure.shapes[n].split()[-1], 0), -len(figure.shapes[n])))  # fmt: skip
    kind = figure.shapes[first].split()[-1]
    if kind == "triangle":
        _triangle(figure, first, of)
    elif kind != "quadrilateral":
        _four_sided(figure, first, kind, of)
    else:
        raise Unclear
    for name in figure.shapes:
        if any(c not in scene.points for c in name) and figure.shapes[name] not in ("quadrilateral", "triangle"):
            raise Unclear


def _triangle(figure: Figure, name: str, of: dict[str, list[Said]]) -> None:
    scene, what = figure.scene, figure.shapes[name]
    corners = set(name)
    right = [v for v, arms in figure.right if v in corners and (not arms or arms | {v} == corners)]
    feet = [c.values["s"] for c in of.get("altitude", []) if c.values["s"][0] in corners]
    base = name[1:]
    same = [c for c in of.get("equal", []) if re.match(r"[A-Z]{2} ?= ?[A-Z]{2}(?![A-Za-z])", c.values["eq"].strip())]
    pairs = [tuple(re.findall(r"[A-Z]{2}", c.values["eq"])[:2]) for c in same]
    equal_at = [min(set(a) & set(b)) for a, b in pairs if set(a) | set(b) == corners and len(set(a) & set(b)) == 1]
    if "right" in what.split() or "right-angled" in what.split():
        if not right:
            raise Somewhere(name)  # the right angle is at a corner that nobody names
        if len(right) > 1:
            raise Unclear
    if right:
        apex = right[0]
        p, q = sorted(corners - {apex}, key=name.index)
        x, y = scene.unknown("p", positive=True), scene.unknown("q", positive=True)
        scene.points |= {apex: (sp.Integer(0), sp.Integer(0)), p: (x, sp.Integer(0)), q: (sp.Integer(0), y)}
        if "isosceles" in what.split():
            figure.zero(rf"\({apex}{p}={apex}{q}\)", x - y)
        return
    if "equilateral" in what.split():
        x = scene.unknown("p", positive=True)
        scene.points |= {name[0]: (-x, sp.Integer(0)), name[1]: (x, sp.Integer(0)), name[2]: (sp.Integer(0), sp.sqrt(3) * x)}
        return
    if equal_at or feet:
        apex = (equal_at or [feet[0][0]])[0]
    else:
        apex = _apex(name, of)
    p, q = sorted(corners - {apex}, key=name.index)
    base = p + q
    if equal_at:
        x, y = scene.unknown("p", positive=True), scene.unknown("h", positive=True)
        scene.points |= {p: (-x, sp.Integer(0)), q: (x, sp.Integer(0)), apex: (sp.Integer(0), y)}
        return
    if feet:
        x, c, y = scene.unknown("q"), scene.unknown("p"), scene.unknown("h", positive=True)
        scene.points |= {p: (-x, sp.Integer(0)), q: (c, sp.Integer(0)), apex: (sp.Integer(0), y), feet[0][1]: (sp.Integer(0), sp.Integer(0))}  # fmt: skip
        scene.positive.append(x + c)
        figure.told.append(f"{feet[0]} is an altitude")
        return
    x, c, y = scene.unknown("x"), scene.unknown("p", positive=True), scene.unknown("h", positive=True)
    scene.points |= {base[0]: (sp.Integer(0), sp.Integer(0)), base[1]: (c, sp.Integer(0)), apex: (x, y)}
    if "acute" in what.split():
        for at in name:
            p, q = corners - {at}
            scene.positive.append(scene.dot(at, p, q))
    elif "isosceles" in what.split() or "obtuse" in what.split():
        raise Unclear  # which sides, or which angle


def _apex(name: str, of: dict[str, list[Said]]) -> str:
    """The corner opposite a side that has a length."""
    given = [re.findall(r"[A-Z]{2}", c.values["eq"].split("=")[0])[:1] for c in (*of.get("equal", []), *of.get("length", []))]
    for sides in given:
        for side in sides:
            rest = set(name) - set(side)
            if set(side) < set(name) and len(rest) == 1:
                return rest.pop()
    return name[0]


def _four_sided(figure: Figure, name: str, kind: str, of: dict[str, list[Said]]) -> None:
    scene, o = figure.scene, sp.Integer(0)
    a, b, c, d = name
    p = scene.unknown("p", positive=True)
    if kind == "square":
        scene.points |= {a: (o, o), b: (p, o), c: (p, p), d: (o, p)}
        return
    q = scene.unknown("q", positive=True)
    if kind == "rectangle":
        scene.points |= {a: (o, o), b: (p, o), c: (p, q), d: (o, q)}
        return
    x = scene.unknown("x")
    if kind in ("parallelogram", "rhombus"):
        scene.points |= {a: (o, o), b: (p, o), c: (p + x, q), d: (x, q)}
        if kind == "rhombus":
            figure.zero(rf"\({a}{b}={a}{d}\)", x**2 + q**2 - p**2)
        return
    r = scene.unknown("r", positive=True)
    sides = {frozenset(v.values["s"]): frozenset(v.values["t"]) for v in of.get("parallel", [])}
    across = [v.values for v in of.get("perpendicular", []) if "u" in v.values]
    sides |= {frozenset(v["s"]): frozenset(v["u"]) for v in across}
    pairs = [(a + b, c + d), (b + c, d + a)]
    for (u, v), (w, z) in pairs:
        if sides.get(frozenset((u, v))) == {w, z} or sides.get(frozenset((w, z))) == {u, v}:
            scene.points |= {u: (o, o), v: (p, o), w: (x + r, q), z: (x, q)}
            adjectives = set(figure.shapes[name].split()) - {"trapezoid", "trapezium", "convex"}
            if adjectives == {"isosceles"}:
                figure.zero(rf"\({u}{z}={v}{w}\)", p - r - 2 * x)
            elif adjectives:
                raise Unclear
            return
    raise Unclear


def _midpoint(figure: Figure, p: str, s: str) -> None:
    figure.known(s)
    (a, b), (c, d) = (figure.scene.points[n] for n in s)
    if p in figure.scene.points:
        raise Unclear
    figure.scene.points[p] = (a + c) / 2, (b + d) / 2
    figure.told.append(f"{p} is the midpoint of {s}")
    figure.tests += [f"same(d({x}, {p}), d({s[0]}, {s[1]})/2)" for x in s]


def _on(figure: Figure, p: str, s: str, *, inside: bool = True) -> sp.Symbol | None:
    """A point of a line; between the ends where it is on the segment."""
    figure.known(s)
    scene = figure.scene
    if p in scene.points:
        if (beside := scene.cross(s[0], s[1], p)) != 0:
            figure.zero(rf"\({p}\in {s}\)", beside)
        if inside:
            scene.positive.append(-scene.dot(p, *s))
        return None
    (a, b), (c, d) = (scene.points[n] for n in s)
    t = scene.unknown(f"t_{p}", positive=inside)
    scene.points[p] = a + t * (c - a), b + t * (d - b)
    scene.parts[p] = s[0], s[1], t
    figure.told.append(f"{p} is on {s}")
    if inside:
        figure.tests.append(f"same(d({s[0]}, {p}) + d({p}, {s[1]}), d({s[0]}, {s[1]}))")
        scene.positive.append(1 - t)
    return t


def _on_side(figure: Figure, p: str, s: str) -> None:
    _on(figure, p, s)


def _opposite(figure: Figure, s: str, corner: str) -> str:
    """The side that a line from a corner of the triangle goes to."""
    names = {n for n in figure.shapes if len(n) == 3 and corner in n}
    if len(names) != 1:
        raise Unclear
    return "".join(c for c in next(iter(names)) if c != corner)


def _cevian(figure: Figure, s: str) -> tuple[str, str, str]:
    """The corner, the foot and the side of a line like AD in a triangle."""
    corner, foot = s
    if corner not in figure.scene.points or all(corner not in n for n in figure.shapes if len(n) == 3):
        corner, foot = foot, corner
    return corner, foot, _opposite(figure, s, corner)


def _altitude(figure: Figure, s: str) -> None:
    corner, foot, side = _cevian(figure, s)
    _on(figure, foot, side, inside=False)
    (a, b), (c, d) = figure.scene.minus(corner, foot), figure.scene.minus(*side)
    if (dot := sp.expand(a * c + b * d)) != 0:
        figure.zero(rf"\({corner}{foot}\perp {side}\)", dot)


def _bisector(figure: Figure, s: str, at: str = "") -> None:
    if at:
        vertex = at[1] if len(at) == 3 else at
        foot = s.replace(vertex, "", 1)
        if vertex not in s or len(foot) != 1:
            raise Unclear
        corner = vertex
        side = at[0] + at[2] if len(at) == 3 else _opposite(figure, s, corner)
    else:
        corner, foot, side = _cevian(figure, s)
    _on(figure, foot, side)
    scene = figure.scene
    figure.zero(
        rf"\({side[0]}{foot}:{foot}{side[1]}={corner}{side[0]}:{corner}{side[1]}\)",
        scene.squared(side[0], foot) * scene.squared(corner, side[1])
        - scene.squared(side[1], foot) * scene.squared(corner, side[0]),
    )


def _median(figure: Figure, s: str) -> None:
    corner, foot, side = _cevian(figure, s)
    if foot not in figure.scene.points:
        _midpoint(figure, foot, side)
    else:
        (a, b), (c, d), (x, y) = (figure.scene.points[n] for n in (*side, foot))
        figure.zero(rf"\({side[0]}{foot}={foot}{side[1]}\)", sp.expand(a + c - 2 * x))
        figure.zero(rf"\({side[0]}{foot}={foot}{side[1]}\)", sp.expand(b + d - 2 * y))


def _meet(figure: Figure, clause: Said) -> None:
    what, p = clause.values["what"].lower(), clause.values["p"]
    if (quad := clause.values.get("quad")) is not None:
        s, t = quad[0] + quad[2], quad[1] + quad[3]
    else:
        s, t = clause.values["s"], clause.values["t"]
    act = {"altitudes": _altitude, "medians": _median, "angle bisectors": _bisector}.get(what)
    if act is not None:
        act(figure, s)
        act(figure, t)
    figure.known(s + t)
    if p in figure.scene.points:
        raise Unclear
    _on(figure, p, s, inside=what != "altitudes")
    figure.zero(rf"\({p}\in {t}\)", figure.scene.cross(t[0], t[1], p))


def _centroid(figure: Figure, clause: Said) -> None:
    name, p = clause.values["name"], clause.values["p"]
    figure.known(name)
    if p in figure.scene.points:
        raise Unclear
    corners = [figure.scene.points[n] for n in name]
    figure.scene.points[p] = sum(x for x, _ in corners) / 3, sum(y for _, y in corners) / 3
    figure.told.append(f"the centroid {p} is the mean of the corners")


def _foot(figure: Figure, clause: Said) -> None:
    p, v, s = (clause.values[k] for k in "pvs")
    figure.known(v)
    _on(figure, p, s, inside=False)
    (a, b), (c, d) = figure.scene.minus(v, p), figure.scene.minus(*s)
    figure.zero(rf"\({v}{p}\perp {s}\)", a * c + b * d)


def _both(act: Callable[[Figure, str, str], object]) -> Callable[[Figure, Said], None]:
    def run(figure: Figure, clause: Said) -> None:
        act(figure, clause.values["p"], clause.values["s"])
        if "q" in clause.values:
            act(figure, clause.values["q"], clause.values["t"])
        if clause.values.get("line"):
            raise Unclear  # beyond the ends, or between them?

    return run


_POINTS: Final[dict[str, Callable[[Figure, Said], None]]] = {
    "mid": _both(_midpoint), "mid_two": _both(_midpoint), "on": _both(_on_side), "on_two": _both(_on_side), "foot": _foot, "centroid": _centroid, "meet": _meet,
    "median": lambda f, c: _median(f, c.values["s"]),
    "altitude": lambda f, c: _altitude(f, c.values["s"]),
    "bisector": lambda f, c: _bisector(f, c.values["s"], c.values.get("at") or ""),
}  # fmt: skip


CEVIANS: Final[dict[str, Callable[[Figure, Said], None]]] = {
    "median": lambda f, c: _median(f, c.values["eq"]),
    "altitude": lambda f, c: _altitude(f, c.values["eq"]),
    "angle bisector": lambda f, c: _bisector(f, c.values["eq"]),
}


def _equal(figure: Figure, clause: Said) -> None:
    sides = [formula(part) for part in clause.values["eq"].split("=")]
    for left, right in zip(sides, sides[1:], strict=False):
        _equation(figure, left, right, clause.values["eq"].strip())


def _length(figure: Figure, clause: Said) -> None:
    _equation(figure, formula(clause.values["eq"]), formula(clause.values["value"]), f"{clause.values['eq']} = {clause.values['value']}")  # fmt: skip


_Side = tuple[sp.Expr, dict[sp.Symbol, str]]


def _equation(figure: Figure, left: _Side, right: _Side, words: str) -> None:
    words = rf"\({words.strip()}\)"
    names = {**{n: None for n in left[1].values()}, **{n: None for n in right[1].values()}}
    if not names:
        raise Unclear
    test = f"same({figure.measured(left)}, {figure.measured(right)})"
    if any(" " in n for n in names):
        figure.tests.append(test)
        _trigonometric(figure, left, right, words)
        return
    if not left[1] or not right[1]:
        figure.scaled = True
        if not (right[0] if not right[1] else left[0]).is_positive:
            raise Unclear
    if len(names) == 1 and (not left[1] or not right[1]) and frozenset(name := next(iter(names))) in figure.scene.squares:
        figure.known(name)
        start, end, t = next(((a, b, t) for c, (a, b, t) in figure.scene.parts.items() if c in name and {a, b} & set(name)), ("", "", sp.Integer(0)))  # fmt: skip
        whole = figure.scene.squares.get(frozenset((start, end)))
        value = figure.scene.squares[frozenset(name)]
        if whole is not None and name not in (start + end, end + start):
            figure.zero(words, (t if start in name else 1 - t) ** 2 * whole - value, test)
        else:
            figure.zero(words, sp.expand(figure.scene.measured(*name) - value), test)
        return
    if all(_is_single(value) for value, _ in (left, right)):
        squares = [
            sp.expand(value.subs({s: 1 for s in symbols})) ** 2 * (figure.scene.squared(*_points(figure, next(iter(symbols.values())))) if symbols else 1)
            for value, symbols in (left, right)
        ]  # fmt: skip
        figure.zero(words, sp.expand(squares[0] - squares[1]), test)
        return
    values = [value.subs({s: figure.distance(n) for s, n in symbols.items()}, simultaneous=True) for value, symbols in (left, right)]  # fmt: skip
    figure.zero(words, values[0] - values[1], test)


def _points(figure: Figure, name: str) -> str:
    figure.known(name)
    return name


def _is_single(value: sp.Expr) -> bool:
    """A positive number, or such a number times one length."""
    symbols = value.free_symbols
    if not symbols:
        return bool(value.is_positive)
    (symbol, *others) = symbols
    ratio = sp.simplify(value / symbol)
    return not others and not ratio.free_symbols and bool(ratio.is_positive)


def _trigonometric(figure: Figure, left: _Side, right: _Side, words: str) -> None:
    """ "2 sin A = 3 cos A", "tan A = 3/4"."""
    if any(len(symbols) > 1 for _, symbols in (left, right)) or not left[1]:
        raise Unclear
    factor, name = _of_one(left)
    function, at = name.split()
    vertex, p, q = figure.angle(at)
    scene = figure.scene
    dot, cross = scene.dot(vertex, p, q), scene.cross(vertex, p, q)
    if right[1]:
        other, name2 = _of_one(right)
        if name2.split()[1] != at or {function, name2.split()[0]} != {"sin", "cos"}:
            raise Unclear
        function, value = "tan", (other / factor if function == "sin" else factor / other)
    else:
        value = right[0] / factor
    if not value.is_real:
        raise Unclear
    arms = scene.squared(vertex, p) * scene.squared(vertex, q)
    if function == "cos":
        figure.zero(words, sp.expand(dot**2 - value**2 * arms))
        figure.scene.positive.append(dot * sp.sign(value))
    elif function == "sin":
        figure.zero(words, sp.expand(cross**2 - value**2 * arms))
    else:
        figure.zero(words, sp.expand(cross**2 - value**2 * dot**2))
        figure.scene.positive.append(dot * sp.sign(value))


def _of_one(side: _Side) -> tuple[sp.Expr, str]:
    value, symbols = side
    (symbol, name) = next(iter(symbols.items()))
    factor = sp.simplify(value / symbol)
    if factor.free_symbols or factor == 0 or " " not in name:
        raise Unclear
    return factor, name


def _angle(figure: Figure, clause: Said) -> None:
    value = clause.values.get("value", "90").rstrip("°")
    degrees = sp.Integer(90) if value in ("right angle",) else number(value)
    vertex, p, q = figure.angle(clause.values["at"])
    scene = figure.scene
    words = rf"\(\angle {p}{vertex}{q}={degrees}^\circ\)"
    figure.tests.append(f"same(angle({p}, {vertex}, {q}), {degrees})")
    dot = scene.dot(vertex, p, q)
    if degrees == 90:
        figure.zero(words, dot)
        return
    if not 0 < degrees < 180 or degrees % 15:
        raise Unsolved  # no exact cosine in roots that a pupil knows
    cosine = sp.cos(sp.pi * degrees / 180)
    figure.zero(words, sp.expand(dot**2 - sp.expand(cosine**2) * scene.squared(vertex, p) * scene.squared(vertex, q)))
    scene.positive.append(dot * sp.sign(cosine))


def _parallel(figure: Figure, clause: Said) -> None:
    s, t = clause.values["s"], clause.values["t"]
    figure.known(s)
    figure.known(t)
    (a, b), (c, d) = figure.scene.minus(*s), figure.scene.minus(*t)
    figure.zero(rf"\({s}\parallel {t}\)", sp.expand(a * d - b * c))


def _perpendicular(figure: Figure, clause: Said) -> None:
    for s in filter(None, (clause.values["s"], clause.values.get("u"))):
        t = clause.values["t"]
        figure.known(s)
        figure.known(t)
        (a, b), (c, d) = figure.scene.minus(*s), figure.scene.minus(*t)
        figure.zero(rf"\({s}\perp {t}\)", sp.expand(a * c + b * d))


def _area(figure: Figure, clause: Said) -> None:
    name = clause.values["name"]
    figure.known(name)
    figure.scaled = True
    doubled, value = figure.scene.doubled_area(name), number(clause.values["value"])
    if not value.is_positive:
        raise Unclear
    figure.zero(rf"\(S_{{{name}}}={clause.values['value'].strip()}\)", sp.expand(doubled**2 - 4 * value**2), f"same(area({', '.join(name)}), {value})")


def _perimeter(figure: Figure, clause: Said) -> None:
    name = clause.values["name"]
    figure.known(name)
    figure.scaled = True
    sides = [figure.distance(a + b) for a, b in zip(name, name[1:] + name[0], strict=True)]
    figure.zero(rf"\({'+'.join(a + b for a, b in zip(name, name[1:] + name[0], strict=True))}={clause.values['value'].strip()}\)", sum(sides) - number(clause.values["value"]))


def _legs(figure: Figure, clause: Said) -> None:
    for side, value in (("a", "x"), ("b", "y")):
        words = f"{clause.values[side]} = {clause.values[value]}"
        _equation(figure, formula(clause.values[side]), formula(clause.values[value]), words)


def _area_times(figure: Figure, clause: Said) -> None:
    a, b, word = clause.values["a"], clause.values["b"], clause.values["k"].lower()
    factor = {"twice": sp.Integer(2), "half": sp.Rational(1, 2), "two": sp.Integer(2), "three": sp.Integer(3), "four": sp.Integer(4), "five": sp.Integer(5)}.get(word.split()[0])  # fmt: skip
    factor = sp.Integer(word.split()[0]) if factor is None else factor
    figure.known(a)
    figure.known(b)
    first, second = (figure.scene.doubled_area(n) for n in (a, b))
    words = rf"\(S_{{{a}}}={sp.latex(factor)}S_{{{b}}}\)"
    figure.zero(words, sp.expand(first**2 - factor**2 * second**2), f"same(area({', '.join(a)}), {factor}*area({', '.join(b)}))")


def _three_sides(figure: Figure, clause: Said) -> None:
    names = [n for n in figure.shapes if len(n) == 3]
    if len(names) != 1:
        raise Unclear
    a, b, c = names[0]
    for side, key in ((b + c, "x"), (a + c, "y"), (a + b, "z")):
        _equation(figure, formula(side), formula(clause.values[key]), f"{side} = {clause.values[key]}")


def _through(figure: Figure, clause: Said) -> None:
    i, t = clause.values["i"], clause.values["t"]
    figure.known(i + t if i not in t else t)
    for p, s in ((clause.values["p"], clause.values["s"]), (clause.values["q"], clause.values["u"])):
        if p in figure.scene.points:
            raise Unclear
        _on(figure, p, s)
        (a, b), (c, d) = figure.scene.minus(p, i), figure.scene.minus(*t)
        figure.zero(rf"\({i}{p}\parallel {t}\)", sp.expand(a * d - b * c))


def _less(figure: Figure, clause: Said) -> None:
    a, b = clause.values["a"], clause.values["b"]
    figure.known(a)
    figure.known(b)
    difference = figure.scene.squared(*b) - figure.scene.squared(*a)
    figure.scene.positive.append(difference if clause.values["sign"] == "<" else -difference)


def _side_length(figure: Figure, clause: Said) -> None:
    names = [n for n, kind in figure.shapes.items() if kind.split()[-1] in ("square", "rhombus") or "equilateral" in kind]
    if len(names) != 1:
        raise Unclear
    side = names[0][:2]
    _equation(figure, formula(side), formula(clause.values["value"]), f"{side} = {clause.values['value']}")


_CONDITIONS: Final[dict[str, Callable[[Figure, Said], None]]] = {
    "right_at": _angle, "angle": _angle, "legs": _legs, "side_length": _side_length, "equal": _equal, "length": _length, "parallel": _parallel,
    "perpendicular": _perpendicular, "through": _through, "area_times": _area_times, "three_sides": _three_sides, "area": _area, "perimeter": _perimeter, "less": _less,
}  # fmt: skip
