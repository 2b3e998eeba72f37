"""What can be asked of a figure: each quantity as an exact value, as source of a cell, and as source that measures it in another way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import sympy as sp

from solver.topics.clauses import Said
from solver.topics.geometry.named_points.facts import Figure, Unclear, formula
from solver.topics.geometry.named_points.points import CEVIANS
from solver.topics.geometry.named_points.scene import Values, numeric


@dataclass(frozen=True, slots=True)
class Asked:
    """`value` before the unknowns are known; `source` for the cell (sympy's points); `again` for the check; `power`: 1 for lengths, 2 for areas, 0 for numbers."""

    value: sp.Expr | tuple[sp.Expr, sp.Expr]
    source: str
    again: str
    shown: str
    power: int | None


def asked_of(figure: Figure, clause: Said) -> Asked:
    """The quantity that a clause asks for.

    Raises:
        Unclear: it is none of this figure.
    """
    values = clause.values
    match clause.kind:
        case "ask_area":
            if "name" not in values:
                names = [n for n, what in figure.shapes.items() if what.split()[-1] == values["what"].lower()]
                if len(names) != 1:
                    raise Unclear
                return _area(figure, names[0])
            return _area(figure, values["name"])
        case "ask_angle":
            vertex, p, q = figure.angle(values["at"])
            cosine = _part(figure, f"cos {values['at']}")
            return Asked(
                sp.acos(cosine.value) * 180 / sp.pi,
                f"acos({cosine.source})*180/pi",
                f"angle({p}, {vertex}, {q})",
                rf"\angle {values['at']}",
                0,
            )
        case "ask_ratio":
            a, b = _area(figure, values["a"]), _area(figure, values["b"])
            return Asked(_number(a) / _number(b), f"({a.source}) / ({b.source})", f"({a.again}) / ({b.again})", f"{a.shown}:{b.shown}", 0)  # fmt: skip
        case "ask_perimeter":
            name = values["name"]
            parts = [_length(figure, a + b) for a, b in zip(name, name[1:] + name[0], strict=True)]
            return Asked(sp.Add(*(_number(p) for p in parts)), " + ".join(p.source for p in parts), " + ".join(p.again for p in parts), "+".join(p.shown for p in parts), 1)  # fmt: skip
        case "ask_circle":
            return _circle(
                figure, values["name"], values["size"].lower(), (values.get("which") or "").lower()
            )
        case "ask_point":
            return _point(figure, values["p"], values["what"].lower())
        case "ask_distance":
            return _distance(figure, values)
        case _:
            if (act := CEVIANS.get((values.get("cevian") or "").lower())) is not None:
                act(figure, clause)
            return _formula(figure, values["eq"])


def _number(asked: Asked) -> sp.Expr:
    assert isinstance(asked.value, sp.Expr)
    return asked.value


def _length(figure: Figure, name: str) -> Asked:
    figure.known(name)
    p, q = name[0], name[1]
    return Asked(sp.sqrt(figure.scene.squared(p, q)), f"{p}.distance({q})", f"d({p}, {q})", name, 1)


def _area(figure: Figure, name: str) -> Asked:
    figure.known(name)
    if len(name) == 4:  # a quadrilateral whose sides do not cross, and without a corner that points inwards
        turns = [figure.scene.cross(name[i], name[(i + 1) % 4], name[(i + 2) % 4]) for i in range(4)]
        figure.scene.positive += [sp.expand(turns[0] * t) for t in turns[1:]]
    points = ", ".join(name)
    return Asked(
        sp.Abs(figure.scene.doubled_area(name)) / 2,
        f"abs(Polygon({points}).area)",
        f"area({points})",
        f"S_{{{name}}}",
        2,
    )


def _circle(figure: Figure, name: str, size: str, which: str) -> Asked:
    figure.known(name)
    a, b, c = (
        figure.scene.squared(*pair) for pair in ((name[1], name[2]), (name[0], name[2]), (name[0], name[1]))
    )
    area = sp.Abs(figure.scene.doubled_area(name)) / 2
    points, k = ", ".join(name), 2 if size == "diameter" else 1
    sides = [f"d({name[1]}, {name[2]})", f"d({name[0]}, {name[2]})", f"d({name[0]}, {name[1]})"]
    if size == "inradius" or which.startswith("in"):
        value = k * 2 * area / (sp.sqrt(a) + sp.sqrt(b) + sp.sqrt(c))
        again = f"{k}*2*area({points}) / ({' + '.join(sides)})"
        return Asked(value, f"{k}*Triangle({points}).inradius", again, "r" if k == 1 else "2r", 1)
    value = k * sp.sqrt(a) * sp.sqrt(b) * sp.sqrt(c) / (4 * area)
    again = f"{k}*{'*'.join(sides)} / (4*area({points}))"
    return Asked(value, f"{k}*Triangle({points}).circumradius", again, "R" if k == 1 else "2R", 1)


def _point(figure: Figure, p: str, what: str) -> Asked:
    figure.known(p)
    if not figure.scaled:
        raise Unclear
    x, y = figure.scene.points[p]
    if what.startswith("sum"):
        return Asked(x + y, f"{p}.x + {p}.y", f"{p}[0] + {p}[1]", f"x_{p}+y_{p}", None)
    return Asked((x, y), f"({p}.x, {p}.y)", f"{p}", p, None)


def _distance(figure: Figure, values: Mapping[str, str]) -> Asked:
    if "q" in values:
        return _length(figure, values["p"] + values["q"])
    p, a, b = values["p"], values["s"][0], values["s"][1]
    figure.known(p + a + b)
    side = _length(figure, a + b)
    return Asked(
        sp.Abs(figure.scene.cross(a, b, p)) / side.value,
        f"Line({a}, {b}).distance({p})",
        f"2*area({p}, {a}, {b}) / {side.again}",
        f"d({p},{a}{b})",
        1,
    )


def _formula(figure: Figure, text: str) -> Asked:
    value, names = formula(text)
    if not names:
        raise Unclear
    parts = {s: _part(figure, name) for s, name in names.items()}
    powers = {s: p.power for s, p in parts.items()}
    scale = sp.Symbol("scale", positive=True)
    scaled = sp.simplify(
        value.subs({s: s * scale ** (powers[s] or 0) for s in names}, simultaneous=True) / value
    )
    power = next((k for k in range(-2, 5) if sp.simplify(scaled - scale**k) == 0), None)
    if power is None:
        raise Unclear
    return Asked(
        value.subs({s: p.value for s, p in parts.items()}, simultaneous=True),
        str(value.xreplace({s: sp.Symbol(p.source) for s, p in parts.items()})),
        str(value.xreplace({s: sp.Symbol(p.again) for s, p in parts.items()})),
        text.strip(),
        power,
    )


def _part(figure: Figure, name: str) -> Asked:
    if " " not in name:
        return _length(figure, name)
    function, at = name.split()
    vertex, p, q = figure.angle(at)
    scene = figure.scene
    figure.scene.unequal.append(scene.squared(vertex, p) * scene.squared(vertex, q))
    dot, cross = scene.dot(vertex, p, q), sp.Abs(scene.cross(vertex, p, q))
    arms = sp.sqrt(scene.squared(vertex, p)) * sp.sqrt(scene.squared(vertex, q))
    value = {"cos": dot / arms, "sin": cross / arms, "tan": cross / dot}[function]
    scalar = f"({p} - {vertex}).dot({q} - {vertex})"
    doubled = f"2*abs(Polygon({vertex}, {p}, {q}).area)"
    lengths = f"({vertex}.distance({p})*{vertex}.distance({q}))"
    source = {"cos": f"({scalar}/{lengths})", "sin": f"({doubled}/{lengths})", "tan": f"({doubled}/{scalar})"}
    return Asked(value, source[function], figure.ruler(name), f"\\{function} {at}", 0)


def settled(value: sp.Expr, solutions: Sequence[Values]) -> tuple[sp.Expr, Values] | None:
    """The value where all solutions give the same one, with the first of them; None where they do not, or where an unknown is left."""
    found = list[sp.Expr]()
    for solution in solutions:
        exact = value.subs(solution)
        exact = sp.simplify(exact)
        if exact.free_symbols:
            return None
        found.append(tidy(exact))
    first = found[0]
    if first.has(sp.acos):
        return None
    if any(abs(complex((first - other).evalf(30))) > 1e-12 for other in found[1:]):
        return None
    if numeric(first, {}) is None or not first.is_real or not first.is_finite:
        return None
    return first, solutions[0]


def tidy(value: sp.Expr) -> sp.Expr:
    """Roots as simple as they get."""
    return sp.sqrtdenest(sp.radsimp(sp.nsimplify(value) if value.is_Rational else sp.simplify(value)))
