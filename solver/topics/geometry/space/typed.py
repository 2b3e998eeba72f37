"""Planes as students type them, without marks around the formulas, in both languages: an equation, a distance, or both. Solved in `planes`.

Read: points (1, 2, 3) with or without names, one plane as an equation in x, y, z, a normal vector. Not: lines, letters, angles between planes, three points on one
line. What is asked of lines, planes and spheres in marked formulas: `topic`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

import sympy as sp

from solver.formula import FormulaError, parse, to_sympy
from solver.ports import Language
from solver.topics.asking import FIND, FIND_ZH, HOW_MUCH_ZH
from solver.topics.base import Reading, Text
from solver.topics.clauses import Said, clauses, table, without_dollars
from solver.topics.geometry.space import planes
from solver.topics.geometry.space.reading import Plane, plane_by
from solver.topics.prepared import Prepared

_E: Final = r"\s*-?(?:\d+(?:\.\d+)?(?:/\d+)?|\\frac\{\d+\}\{\d+\}|√\d+|\\sqrt\{\d+\})\s*"
_TRIPLE: Final = re.compile(
    rf"(?:(?<![A-Za-z\\])[A-Z](?:_?\d)?\s*=?\s*)?(?:\(|<|\\langle)({_E}),({_E}),({_E})(?:\)|>|\\rangle)"
)
_EQUATION: Final = re.compile(
    r"(?:[πα]\s*:\s*)?(?<![A-Za-z\\])-?\d*\s*[xyz](?:\s*[-+]\s*\d*\s*[xyz]|\s*[-+]\s*\d+)*\s*=\s*-?\d+(?!\d|\.\d|\s*[-+*/^]\s*[\dxyz(]|\s*[xyz])"
)
_POINT: Final = r"(?:the )?(?:point )?(?:[A-Z] ?=? ?)?point"
_THE_PLANE: Final = r"(?:an? |the )?(?:cartesian |general )?equation (?:of|for) (?:the |a )?plane"
TABLE_EN: Final = table({
    "three": (
        rf"{FIND}(?:{_THE_PLANE}|the plane) (?:passing |that passes |which passes |going |that goes )?(?:through|containing|that contains|determined by|which contains) (?:the )?(?:3 )?(?:points )?{_POINT} ,? ?{_POINT} ,? ?(?:and )?{_POINT}",
        rf"(?:a|the) plane (?:passes|goes) through (?:the )?(?:3 )?(?:points )?{_POINT} ,? ?{_POINT} ,? ?(?:and )?{_POINT}",
    ),
    "normal": (
        rf"{FIND}(?:{_THE_PLANE}|the plane) (?:passing |that passes |which passes )?(?:through|containing) {_POINT} (?:,? ?and )?(?:with|having|perpendicular to|normal to|orthogonal to) (?:the )?(?:a )?(?:normal )?(?:vector )?(?:n = )?point",
        rf"{FIND}(?:{_THE_PLANE}|the plane) with normal (?:vector )?point (?:passing |that passes )?(?:through|containing) {_POINT}",
    ),
    "parallel": (rf"{FIND}(?:{_THE_PLANE}|the plane) (?:passing |that passes |which passes )?(?:through|containing) {_POINT} (?:,? ?(?:and|that is|which is) )?parallel to (?:the plane )?equation",),
    "distance": (rf"{FIND}(?:the )?(?:shortest |perpendicular )?distance (?:from|of|between) {_POINT} (?:to|from|and) (?:the )?(?:plane )?equation",),
    "from_origin": (rf"{FIND}(?:its|the plane's|the) distance (?:of (?:the|this) plane )?from (?:the )?origin", rf"{FIND}the distance (?:from|of) (?:the )?origin (?:to|from) (?:it|this plane|that plane|the plane)"),
    "from_point": (rf"{FIND}(?:its|the plane's) distance from {_POINT}", rf"{FIND}the distance (?:from|of) {_POINT} (?:to|from) (?:it|this plane|that plane|the plane)"),
    "ask": (rf"{FIND}(?:{_THE_PLANE}|its equation|the equation of (?:this|the) plane)",),
})  # fmt: skip
_P_ZH: Final = r"(?:点)?point"
TABLE_ZH: Final = table({
    "three": (
        rf"{FIND_ZH}(?:过|经过|通过)(?:三点|三个点)?{_P_ZH} ?[、,和与及]? ?{_P_ZH} ?[、,和与及]* ?{_P_ZH}(?:三点|这三点|三个点)?的平面(?:的)?(?:一般)?方程{HOW_MUCH_ZH}",
        rf"(?:平面|某平面|一平面)(?:[απ])?(?:过|经过|通过)(?:三点|三个点)?{_P_ZH} ?[、,和与及]? ?{_P_ZH} ?[、,和与及]* ?{_P_ZH}(?:三点|这三点|三个点)?",
    ),
    "normal": (
        rf"{FIND_ZH}(?:过|经过|通过){_P_ZH}[,，]?(?:且|并且|并)?(?:以)?(?:法向量|与向量|垂直于|垂直于向量|以向量|法向量为|法向量是)?(?:n ?= ?)?point(?:垂直|为法向量)?的平面(?:的)?(?:一般)?方程{HOW_MUCH_ZH}",
    ),
    "parallel": (rf"{FIND_ZH}(?:过|经过|通过){_P_ZH}[,，]?(?:且|并且|并)?(?:与|平行于|和)(?:平面)?(?:[απ])? ?equation ?(?:平行)?的平面(?:的)?(?:一般)?方程{HOW_MUCH_ZH}",),
    "distance": (rf"{FIND_ZH}{_P_ZH}到平面(?:[απ])? ?equation ?的距离(?:d)?{HOW_MUCH_ZH}",),
    "from_origin": (rf"(?:并且?|再)?{FIND_ZH}(?:坐标)?原点(?:O)?到(?:该|此|这个|这一)?平面的距离{HOW_MUCH_ZH}",),
    "from_point": (rf"(?:并且?|再)?{FIND_ZH}{_P_ZH}到(?:该|此|这个|这一)?平面的距离{HOW_MUCH_ZH}",),
    "ask": (rf"{FIND_ZH}(?:该|此|这个|这一)?平面(?:的)?(?:一般)?方程{HOW_MUCH_ZH}",),
})  # fmt: skip


def read(text: Text) -> Reading:
    """One plane, and what is asked."""
    if not re.search(r"(?i)\bplane\b|平面", text.source):
        return None
    source = without_dollars(text.source)
    points, equations = list[sp.Matrix](), list[sp.Expr]()
    try:
        source = _TRIPLE.sub(lambda m: _kept(points, m), source)
        source = _EQUATION.sub(lambda m: _kept_equation(equations, m), source)
    except (FormulaError, TypeError, AttributeError):
        return None
    if text.language == "zh":
        source = re.sub(r"\s+", "", source)
    said = clauses(source, TABLE_ZH if text.language == "zh" else TABLE_EN)
    if isinstance(said, str) or len(equations) > 1 or not said:
        return None
    return _task(said, points, equations, text.language)


def _kept(points: list[sp.Matrix], match: re.Match[str]) -> str:
    points.append(sp.ImmutableMatrix([to_sympy(parse(match[i])) for i in (1, 2, 3)]))
    return " point "


def _kept_equation(equations: list[sp.Expr], match: re.Match[str]) -> str:
    left, right = match[0].split(":")[-1].split("=")
    equations.append(to_sympy(parse(left)) - to_sympy(parse(right)))
    return " equation "


def _task(said: Sequence[Said], points: Sequence[sp.Matrix], equations: Sequence[sp.Expr], say: Language) -> Prepared | None:  # fmt: skip
    kinds = [s.kind for s in said if s.kind != "ask"]
    if not kinds or kinds[0] not in _POINTS or kinds[1:] not in ([], ["from_origin"], ["from_point"]):
        return None
    if len(points) != _POINTS[kinds[0]] + (kinds[-1] == "from_point"):
        return None
    if (kinds[0] in ("parallel", "distance")) != bool(equations):
        return None
    told = plane_by(equations[0]) if equations else None
    if kinds[0] == "distance":
        return None if told is None or len(said) > 1 else planes.distance(told, points[0], say)
    found = _plane(kinds[0], points, told, say)
    if found is None:
        return None
    place = None if len(kinds) == 1 else sp.zeros(3, 1) if kinds[1] == "from_origin" else points[-1]
    return planes.equation(*found, points[: 3 if kinds[0] == "three" else 1], say, place=place)


_POINTS: Final = {"three": 3, "normal": 2, "parallel": 1, "distance": 1}


def _plane(kind: str, points: Sequence[sp.Matrix], told: Plane | None, say: Language) -> tuple[Plane, list[str]] | None:  # fmt: skip
    if kind == "three":
        return planes.through_points(points[:3], say)
    if told is None:
        return planes.with_normal(points[1], points[0], "told", say)
    lies_in = sp.expand(told.normal.dot(points[0]) - told.constant) == 0
    return None if lies_in else planes.with_normal(told.normal, points[0], "same", say)
