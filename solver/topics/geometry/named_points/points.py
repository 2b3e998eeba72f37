"""Points that others make: midpoints, feet of heights, ends of bisectors, crossings."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import sympy as sp

from solver.topics.clauses import Said
from solver.topics.geometry.named_points.facts import Figure, Unclear


def _midpoint(figure: Figure, p: str, s: str) -> None:
    figure.known(s)
    (a, b), (c, d) = (figure.scene.points[n] for n in s)
    if p in figure.scene.points:
        raise Unclear
    figure.scene.points[p] = (a + c) / 2, (b + d) / 2
    figure.told.append(f"{p} is the midpoint of {s}")
    figure.tests += [f"same(d({x}, {p}), d({s[0]}, {s[1]})/2)" for x in s]


def put_on(figure: Figure, p: str, s: str, *, inside: bool = True) -> sp.Symbol | None:
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
    put_on(figure, p, s)


def _opposite(figure: Figure, s: str, corner: str) -> str:
    """The side that a line from a corner of the triangle goes to."""
    names = {n for n in figure.shapes if len(n) == 3 and corner in n}
    if len(names) != 1:
        raise Unclear
    return "".join(c for c in next(iter(names)) if c != corner)


def _cevian(figure: Figure, s: str) -> tuple[str, str, str]:
    """The corner, the foot and the side of a line like AD in a triangle."""
    corner, foot = s[0], s[1]
    if corner not in figure.scene.points or all(corner not in n for n in figure.shapes if len(n) == 3):
        corner, foot = foot, corner
    return corner, foot, _opposite(figure, s, corner)


def _altitude(figure: Figure, s: str) -> None:
    corner, foot, side = _cevian(figure, s)
    put_on(figure, foot, side, inside=False)
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
    put_on(figure, foot, side)
    scene = figure.scene
    figure.zero(
        rf"\({side[0]}{foot}:{foot}{side[1]}={corner}{side[0]}:{corner}{side[1]}\)",
        scene.squared(side[0], foot) * scene.squared(corner, side[1])
        - scene.squared(side[1], foot) * scene.squared(corner, side[0]),
    )


def _median(figure: Figure, s: str) -> None:
    _corner, foot, side = _cevian(figure, s)
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
    put_on(figure, p, s, inside=what != "altitudes")
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
    put_on(figure, p, s, inside=False)
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


POINTS: Final[dict[str, Callable[[Figure, Said], None]]] = {
    "mid": _both(_midpoint), "mid_two": _both(_midpoint), "on": _both(_on_side), "on_two": _both(_on_side), "foot": _foot, "centroid": _centroid, "meet": _meet,
    "median": lambda f, c: _median(f, c.values["s"]),
    "altitude": lambda f, c: _altitude(f, c.values["s"]),
    "bisector": lambda f, c: _bisector(f, c.values["s"], c.values.get("at") or ""),
}  # fmt: skip  # fmt: skip


CEVIANS: Final[dict[str, Callable[[Figure, Said], None]]] = {
    "median": lambda f, c: _median(f, c.values["eq"]),
    "altitude": lambda f, c: _altitude(f, c.values["eq"]),
    "angle bisector": lambda f, c: _bisector(f, c.values["eq"]),
}  # fmt: skip
