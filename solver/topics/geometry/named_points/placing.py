"""Where a figure is put on the axes, and all its clauses in their order: `put` is the whole interface."""

from __future__ import annotations

import re
from typing import Final

import sympy as sp

from solver.topics.clauses import Said
from solver.topics.geometry.named_points.equations import CONDITIONS, equation
from solver.topics.geometry.named_points.facts import Figure, Somewhere, Unclear, formula, number
from solver.topics.geometry.named_points.points import POINTS

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
    for kind in (
        "mid",
        "mid_two",
        "median",
        "on",
        "on_two",
        "foot",
        "altitude",
        "bisector",
        "centroid",
        "meet",
    ):
        for clause in of.get(kind, []):
            POINTS[kind](figure, clause)
    for kind, act in CONDITIONS.items():
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
    made = {c.values[k] for kind in POINTS for c in of.get(kind, []) for k in ("p", "q") if k in c.values}
    made |= {c.values["s"][1] for kind in ("altitude", "bisector", "median") for c in of.get(kind, [])}
    made |= {
        c.values[k][1]
        for c in of.get("meet", [])
        for k in "st"
        if k in c.values and c.values["what"] != "diagonals"
    }
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
        if (
            len(sides) == 2
            and re.fullmatch("[A-Z]{2}", name := sides[0].strip())
            and not re.search("[A-Z]", sides[1])
        ):
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
    scene.positive += [
        sp.expand(turn * scene.cross(a, b, p)) for a, b in zip(name, name[1:] + name[0], strict=True)
    ]
    for corner, value in (("a", "x"), ("b", "y")):
        if clause.values.get(corner):
            equation(figure, formula(p + clause.values[corner]), formula(clause.values[value]), f"{p}{clause.values[corner]} = {clause.values[value]}")  # fmt: skip


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
        if any(c not in scene.points for c in name) and figure.shapes[name] not in (
            "quadrilateral",
            "triangle",
        ):
            raise Unclear


def _triangle(figure: Figure, name: str, of: dict[str, list[Said]]) -> None:
    scene, what = figure.scene, figure.shapes[name]
    corners = set(name)
    right = [v for v, arms in figure.right if v in corners and (not arms or arms | {v} == corners)]
    feet = [c.values["s"] for c in of.get("altitude", []) if c.values["s"][0] in corners]
    base = name[1:]
    same = [
        c
        for c in of.get("equal", [])
        if re.match(r"[A-Z]{2} ?= ?[A-Z]{2}(?![A-Za-z])", c.values["eq"].strip())
    ]
    pairs = [tuple(re.findall(r"[A-Z]{2}", c.values["eq"])[:2]) for c in same]
    equal_at = [
        min(set(a) & set(b)) for a, b in pairs if set(a) | set(b) == corners and len(set(a) & set(b)) == 1
    ]
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
        scene.points |= {
            name[0]: (-x, sp.Integer(0)),
            name[1]: (x, sp.Integer(0)),
            name[2]: (sp.Integer(0), sp.sqrt(3) * x),
        }
        return
    apex = (equal_at or [feet[0][0]])[0] if equal_at or feet else _apex(name, of)
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
    given = [
        re.findall(r"[A-Z]{2}", c.values["eq"].split("=")[0])[:1]
        for c in (*of.get("equal", []), *of.get("length", []))
    ]
    for sides in given:
        for side in sides:
            rest = set(name) - set(side)
            if set(side) < set(name) and len(rest) == 1:
                return rest.pop()
    return name[0]


def _four_sided(figure: Figure, name: str, kind: str, of: dict[str, list[Said]]) -> None:
    scene, o = figure.scene, sp.Integer(0)
    a, b, c, d = tuple(name)
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
    for (u, v), (w, z) in ((tuple(one), tuple(other)) for one, other in pairs):
        if sides.get(frozenset((u, v))) == frozenset((w, z)) or sides.get(frozenset((w, z))) == frozenset(
            (u, v)
        ):
            scene.points |= {u: (o, o), v: (p, o), w: (x + r, q), z: (x, q)}
            adjectives = set(figure.shapes[name].split()) - {"trapezoid", "trapezium", "convex"}
            if adjectives == {"isosceles"}:
                figure.zero(rf"\({u}{z}={v}{w}\)", p - r - 2 * x)
            elif adjectives:
                raise Unclear
            return
    raise Unclear
