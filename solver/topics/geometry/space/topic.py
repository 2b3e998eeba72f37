"""What is asked of lines, planes and points, put together from the clauses that tell of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, TypeVar

import sympy as sp

from solver.formula import to_sympy
from solver.formula.nodes import Relation, Symbol
from solver.topics.base import Reading, Text
from solver.topics.clauses import Said, clauses
from solver.topics.declining import declining
from solver.topics.geometry.space import figures, planes, solving
from solver.topics.geometry.space.reading import Line, Plane, line_of, plane_of, plane_through, points_of
from solver.topics.geometry.space.words import TABLE
from solver.topics.prepared import Prepared
from solver.topics.told import Told, told

_SIGN: Final = re.compile(r"(?i)\b(?:lines?|planes?|tetrahedron|sphere)\b")
ASKING: Final = frozenset({"ask_meet", "ask_angle", "ask_value", "perpendicular", "coplanar", "ask_distance", "ask_foot", "ask_reflection", "ask_volume", "ask_plane", "ask_centre"})  # fmt: skip


@dataclass(slots=True)
class Scene:
    """What was told, in order."""

    lines: list[Line] = field(default_factory=list)
    planes: list[Plane] = field(default_factory=list)
    points: list[sp.Matrix] = field(default_factory=list)
    names: dict[str, sp.Matrix] = field(default_factory=dict)


@declining
def read(text: Text) -> Reading:
    """One question about a scene."""
    if text.language != "en" or not _SIGN.search(text.source):
        return None
    known = told(text.source)
    if known is None:
        return None
    found = clauses(known.source, TABLE)
    return None if isinstance(found, str) else _task(found, known)


_T = TypeVar("_T")


class _Unclear(ValueError):
    """Something stands there that is no line, plane or point."""


def _scene(found: Sequence[Said], known: Told) -> Scene:
    scene = Scene()
    for said in found:
        values = said.values
        if said.kind in ("line_by", "plane_by"):
            at, way = (_points(values[k], known)[0] for k in ("at", "way"))
            if said.kind == "line_by":
                scene.lines.append(Line(at, way))
            else:
                scene.planes.append(_sure(plane_through(at, way)))
            continue
        if said.kind == "line" and points_of(values["line"], known):
            scene.points += _named(values["line"], known, scene)
            continue
        if "line" in values:
            line = line_of(values["line"], known)
            plane = plane_of(values["line"], known) if line is None else None
            if plane is not None:
                scene.planes.append(plane)
            else:
                scene.lines.append(_sure(line))
        if "plane" in values:
            scene.planes.append(_sure(plane_of(values["plane"], known)))
        if said.kind == "through":
            at, to = (_points(values[k], known)[0] for k in ("at", "to"))
            scene.lines.append(Line(at, to - at))
        if "a" in values:
            a, b = (_points(values[k], known)[0] for k in ("a", "b"))
            scene.lines.append(Line(a, b - a))
        if said.kind == "plane_through" or said.kind == "ask_plane":
            scene.points += _points(values["points"], known)
        elif said.kind in ("points", "ask_volume"):
            mark = values.get("points") or values.get("points2")
            if mark:
                scene.points += _named(mark, known, scene)
    return scene


def _sure(value: _T | None) -> _T:
    if value is None:
        raise _Unclear
    return value


def _points(mark: str, known: Told) -> list[sp.Matrix]:
    if mark == "origin":
        return [sp.zeros(3, 1)]
    points = points_of(mark, known)
    if not points:
        raise _Unclear
    return list(points)


def _named(mark: str, known: Told, scene: Scene) -> list[sp.Matrix]:
    points = _points(mark, known)
    for node, point in zip(known.nodes(mark), points, strict=False):
        if isinstance(node, Relation) and isinstance(node.sides[0], Symbol):
            scene.names[node.sides[0].name] = point
    return points


def _task(found: Sequence[Said], known: Told) -> Prepared | None:
    kinds = [s.kind for s in found]
    scene = _scene(found, known)
    by_kind: dict[str, Said] = {}
    for said in found:
        if said.kind not in by_kind or said.values.keys() > by_kind[said.kind].values.keys():
            by_kind[said.kind] = said
    asks = [
        k for k in kinds if k in ASKING and not (k == "perpendicular" and "asked" not in by_kind[k].values)
    ]
    if len(asks) == 2 and "ask_angle" in asks and "ask_value" in asks:
        asks = ["ask_angle"]
    if len(asks) != 1:
        return None
    sizes = {p.rows for p in scene.points} | {line.point.rows for line in scene.lines}
    if len(sizes) > 1 or scene.planes and 2 in sizes:
        return None
    (ask,) = asks
    said = by_kind[ask]
    two_lines = len(scene.lines) == 2 and not scene.planes and not scene.points
    if ask == "ask_meet":
        return _meeting(said, known, scene)
    if ask == "ask_angle" and two_lines:
        return _angle(kinds, by_kind, known, scene)
    if ask in ("perpendicular", "coplanar") and two_lines:
        letter = to_sympy(known.node(said.values["asked"]))
        return solving.letter_for(scene.lines, ask, letter)
    if ask == "ask_value" and two_lines:
        return _value(said, by_kind, known, scene)
    if ask in ("ask_distance", "ask_reflection", "ask_foot"):
        return _from_point(ask, said, known, scene)
    if ask == "ask_volume" and len(scene.points) == 4 and not scene.lines and not scene.planes:
        return figures.volume(scene.points)
    if ask == "ask_plane" and len(scene.points) == 3 and "form_plane" in kinds and "form_whole" in kinds:
        found_plane = planes.through_points(scene.points, solving.SAY)
        if found_plane is None or found_plane[0].normal[0] == 0:
            return None  # the form that is wished for has x in it
        return planes.equation(*found_plane, scene.points, solving.SAY, in_lowest=True)
    if ask == "ask_centre" and "sphere" in kinds:
        mark = next(s.values["sphere"] for s in found if s.kind == "sphere" and "sphere" in s.values)
        relation = known.relations(mark)[0]
        return figures.sphere(to_sympy(relation.sides[0]) - to_sympy(relation.sides[1]), said.values["what"])
    return None


def _meeting(said: Said, known: Told, scene: Scene) -> Prepared | None:
    if "pairs" in said.values:
        if scene.lines or scene.planes or len(scene.names) != len(scene.points):
            return None
        marks = re.findall(r"⟨[xln]\d+⟩", said.values["pairs"])
        written = [known.written[int(re.sub(r"\D", "", m))].strip() for m in marks]
        if any(re.fullmatch("[A-Z]{2}", w) is None for w in written) or not set("".join(written)) <= set(
            scene.names
        ):
            return None
        scene.lines = [Line(scene.names[a], scene.names[b] - scene.names[a]) for a, b in map(tuple, written)]
    elif scene.points:
        return None
    as_column = not any(known.relations(f"⟨q{k}⟩") for k in range(len(known.written)))
    if len(scene.lines) == 2 and not scene.planes:
        return solving.meeting_lines(scene.lines, as_column and "pairs" not in said.values)
    if len(scene.lines) == 1 and len(scene.planes) == 1:
        return solving.meeting_plane(scene.lines[0], scene.planes[0], as_column)
    return None


def _angle(kinds: list[str], by_kind: dict[str, Said], known: Told, scene: Scene) -> Prepared | None:
    said = by_kind["ask_angle"]
    if "theta" not in said.values:
        return solving.angle(scene.lines, in_degrees=True) if "degrees" in kinds else None
    if "ask_value" not in by_kind:
        return None
    theta = to_sympy(known.node(said.values["theta"]))
    asked = known.expression(by_kind["ask_value"].values["asked"])
    return solving.angle(scene.lines, in_degrees=False) if asked == sp.cos(theta) else None


def _value(said: Said, by_kind: dict[str, Said], known: Told, scene: Scene) -> Prepared | None:
    asked = known.expression(said.values["asked"])
    conditions = [k for k in ("perpendicular", "parallel") if k in by_kind]
    if len(conditions) != 1:
        return None
    at = _points(by_kind["passes"].values["at"], known)[0] if "passes" in by_kind else None
    if at is not None and "perp" not in by_kind.get("perpendicular", Said("", {})).values:
        return None  # which of the two lines
    return solving.value_for(scene.lines, conditions[0], asked, at)


def _from_point(ask: str, said: Said, known: Told, scene: Scene) -> Prepared | None:
    point = _points(said.values["at"], known)[0]
    if not scene.planes and len(scene.points) == 3 and said.values.get("which") == "plane":
        return solving.from_plane_points(ask, point, scene.points)
    if scene.points:
        return None
    if len(scene.lines) == 1 and not scene.planes:
        return solving.from_line(ask, point, scene.lines[0])
    if len(scene.planes) == 1 and not scene.lines:
        return solving.from_plane(ask, point, scene.planes[0])
    return None
