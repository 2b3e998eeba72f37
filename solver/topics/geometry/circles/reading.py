"""What a question about one circle says: how the circle is given, what is wanted, and the points beside it.

Forms only, and the centre and radius that they determine: no steps here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import product
from typing import Final

import sympy as sp

from solver.formula import to_sympy
from solver.formula.nodes import Binary, Group, Node, Relation, Symbol, symbols
from solver.reader.account import Account
from solver.topics.base import Text
from solver.topics.geometry.circles.given import Given, Point, centered, from_equation, through, with_diameter
from solver.topics.settled import with_values

_ARTICLES: Final = ("", "a ", "the ", "one ", "its ")
_ENDS: Final = "|".join(
    [f"{ends} of {article}diameter" for ends, article in product(("endpoints", "end points", "ends"), _ARTICLES)]
    + [f"diameter {verb} endpoints{rest}" for verb, rest in product(("with", "has", "having", "whose"), ("", " at", " are"))]
    + ["diameter endpoints", "endpoints of diameter", "diameter with ends", "为直径", "为直径的圆", "为直径的", "为直径的两端点", "为直径两端点", "为直径两端点的圆", "为直径端点", "为直径的两个端点", "是直径的两个端点"]
    + ["是圆的直径的两个端点", "为一条直径", "直径的两个端点", "直径的两端点", "直径的端点", "一条直径的两个端点", "一条直径的端点", "一条直径的两端点", "直径的两个端点坐标"]
)  # fmt: skip
_CENTER_SUM: Final = "|".join(
    f"sum of the coordinates of {whose}{word}"
    for whose, word in product(("the ", "its "), ("center", "centre"))
)
VOCABULARY: Final = {
    "circle": "circle|circles?|circle given by|circle defined by|graphed in a coordinate plane|in a coordinate plane|in the coordinate plane|on the coordinate plane|coordinate plane"
    "|in the xy plane|xy plane|graph of|graph|plane|represented by|described by|defined by|圆|圆的|的圆|的圆的|该圆|该圆的|此圆|此圆的|这个圆|这个圆的|平面直角坐标系|在平面直角坐标系中|坐标系|表示|所表示|表示的|线段",
    "points": "points?|write|以|the points?|点|两点|三点|坐标|坐标为|的坐标|坐标是|点的坐标|coordinates|coordinates of|ordered pair|whose|from|length|of length|长|的长|长度|的长度|长为",
    "units": "square units|units|how many square units are in|how many units|in square units|how many units are in|平方单位|个平方单位|单位",
    "center": "center|centre|centered at|centred at|is centered at|center at|centre at|center of|its center|with center at|coordinates of the center|coordinates of its center|圆心|的圆心|圆心坐标|圆心的坐标|的圆心坐标|圆心为|圆心在|圆心是|圆心坐标为|为圆心|为圆心的圆|中心",
    "radius": "radius|radius of|radius length|length of the radius|length of its radius|半径|的半径|半径为|半径是|半径长|半径长为|为半径|为半径的圆|半径的长",
    "diameter": "diameter|length of the diameter|diameter length|直径|的直径|直径为|直径是|直径长",
    "ends": _ENDS,
    "through": "through|passes through|passing through|that passes through|which passes through|goes through|going through|contains|containing|contains the point|过|经过|过点|经过点|且过点|且过|且经过|且经过点|通过|通过点|经过三点|过三点|via",
    "area": "area|area enclosed by|area bounded by|enclosed by|area of|enclosed area|area enclosed|面积|的面积",
    "circumference": "circumference|circumference of|perimeter|周长|的周长",
    "equation": "equation|equation of|equation for|with equation|has equation|whose equation is|standard form|standard equation|in standard form|standard form of|center radius form|in center radius form|in standard form of"
    "|方程|的方程|圆的方程|标准方程|的标准方程|圆的标准方程|方程为|标准式|标准形式|化为标准方程|写成标准形式|化成标准方程|写成标准方程",
    "general": "in general form|general form|general equation|一般方程|的一般方程|圆的一般方程|一般式|写成一般式|一般式方程",
    "center_sum": _CENTER_SUM + "|圆心的横坐标与纵坐标之和|圆心坐标之和",
    "where": "inside|outside|inside on or outside|lie inside|lies inside|lie|lies|lie on|lies on|on or outside|inside outside or on|relative position|or|whether|determine whether|determine if|decide whether|位置关系|的位置关系|圆内|圆外|内部|外部|的内部|的外部|圆的内部|圆的外部|圆上|在圆内|在圆上|在圆外|还是|还是在|内|外|判断|是在",
    "distance": "distance between|distance from|how far is|距离|的距离|到",
}  # fmt: skip
WANTED: Final = (
    "center",
    "radius",
    "diameter",
    "circumference",
    "area",
    "equation",
    "center_sum",
    "where",
    "distance",
)


@dataclass(slots=True)
class Said:
    """What the words say: features that are wanted, and what is given."""

    wanted: list[str] = field(default_factory=list)
    circles: list[Relation] = field(default_factory=list)
    facts: dict[str, sp.Expr] = field(default_factory=dict)
    centers: list[Point] = field(default_factory=list)
    through: list[Point] = field(default_factory=list)
    loose: list[Point] = field(default_factory=list)


def without_names(source: str) -> str:
    """Without `AB` as the name of a segment and `C` as that of a circle; "(h, k)" and "r" stay."""
    source = re.sub(r"(?i)in terms of\s*(?:\$\s*\\pi\s*\$|\\\(\s*\\pi\s*\\\)|π)", " ", source)
    source = re.sub(r"(?i)(?:the )?\borigin\b(?! (?:is|lie))|坐标原点|原点", "(0, 0)", source)
    source = re.sub(r"(?i)\b(center|centre|radius|diameter)\s*=\s*", r"\1 ", source)
    labels = set(re.findall(r"(?<![A-Za-z])([A-Z])\s*[(=]", source))
    source = re.sub(
        r"(?<![A-Za-z\\])([A-Z])([A-Z])(?![A-Za-z])",
        lambda m: " " if {*m.groups()} <= labels else m[0],
        source,
    )
    return re.sub(
        r"(?i)(\bcircle\b|圆)\s*\$?\s*([CMO])\s*\$?(?=\s*[::是有过的与和,]|\s+(?:has|is|with|given|whose|through|passes|:))\s*:?",
        r"\1 ",
        source,
    )


def said_of(found: Account, text: Text) -> Said | None:
    """Everything said from left to right; None where a formula has no place."""
    said, pending, concepts = (
        Said(),
        "",
        [c for c in found.concepts if c not in ("ask", "is", "units", "circle")],
    )
    for i, concept in enumerate(concepts):
        if not concept.startswith("#"):
            names_formula = (
                concept == "equation"
                and i + 1 < len(concepts)
                and concepts[i + 1].startswith("#")
                and isinstance(found.nodes[int(concepts[i + 1][1:])], Relation)
            )
            if concept in WANTED and not names_formula:
                said.wanted.append(concept)
            elif concept == "general":
                said.wanted.append("equation")
            pending = pending if concept == "points" else concept
            continue
        node = with_values(found.nodes[int(concept[1:])], text.values)
        point = _point(node)
        match node:
            case _ if point is not None:
                if (
                    concepts[i + 1 : i + 2] == ["center"]
                    and text.language == "zh"
                    and pending in ("", "points")
                ):
                    pending = ""  # 以(1,2)为圆心
                    said.centers.append(point)
                    concepts[i + 1] = "points"
                elif pending == "center" and not said.centers:
                    said.wanted.remove("center")
                    said.centers.append(point)
                    pending = ""
                elif pending == "through":
                    said.through.append(point)
                else:
                    said.loose.append(point)
            case Relation(("=",), (Symbol("r"), value)) if _is_positive(value) and "radius" not in said.facts:
                said.facts["radius"] = to_sympy(value)
                said.wanted = [w for w in said.wanted if w != "radius" or pending != "radius"]
            case Relation(("=",)) if symbols(node) == {"x", "y"}:
                said.circles.append(node)
                pending = ""
            case Relation():
                return None
            case _ if not symbols(node) and _is_positive(node):
                if concepts[i + 1 : i + 2] == ["radius"] and text.language == "zh":
                    said.facts["radius"] = to_sympy(node)  # 以5为半径
                    concepts[i + 1] = "points"
                elif pending in ("radius", "diameter") and pending not in said.facts:
                    said.wanted.remove(pending)
                    said.facts[pending] = to_sympy(node)
                    pending = ""
                else:
                    return None
            case _:
                return None
    return said


def _is_positive(node: Node) -> bool:
    if symbols(node) or isinstance(node, Group):
        return False
    value = to_sympy(node)
    return bool(isinstance(value, sp.Expr) and value.is_real and value.is_positive and value.is_finite)


def _point(node: Node) -> Point | None:
    match node:
        case Relation(("=",), (Symbol(name), Group("()", (_, _)) as pair)) if name.isupper():
            return _point(pair)
        case Binary("*", Symbol(name), Group("()", (_, _)) as pair) if name.isupper():
            return _point(pair)
        case Group("()", (a, b)) if not symbols(node):
            values = to_sympy(a), to_sympy(b)
            return (
                values if all(isinstance(v, sp.Expr) and v.is_real and v.is_finite for v in values) else None
            )
    return None


def circle_of(said: Said) -> Given | None:
    """The circle that is determined by what is given, by all of it."""
    if said.circles:
        only = len(said.circles) == 1 and not (said.centers or said.through or said.facts)
        return from_equation(said.circles[0]) if only else None
    if len(said.centers) == 1 and len(said.facts) + len(said.through) == 1:
        radius = said.facts.get("radius", said.facts.get("diameter", sp.S.Zero) / 2)
        if said.through:
            return centered(said.centers[0], point=said.through[0])
        return centered(said.centers[0], square=radius**2)
    if said.facts or said.centers:
        return None
    if len(said.loose) == 2 and not said.through:
        return with_diameter(*said.loose)
    return through(tuple(said.through)) if len(said.through) == 3 and not said.loose else None


def is_asked(found: Account, said: Said) -> bool:
    """Whether something is asked for, once, and every point has its use."""
    known = {*said.facts, *(["center"] if said.centers else [])}
    wanted = said.wanted = [w for w in dict.fromkeys(said.wanted) if w not in known]
    if not wanted or ("ends" in found.concepts) != (len(said.loose) == 2 and not said.circles):
        return False
    if "distance" in wanted and "center" in wanted:
        wanted.remove("center")
        said.wanted = wanted = ["distance"] if wanted == ["distance"] else []
    elif "distance" in wanted:
        return False
    points = 0 if "ends" in found.concepts else len(said.loose)
    alone = {"where", "distance"} & set(wanted)
    return bool(wanted) and points == (1 if alone else 0) and (not alone or len(wanted) == 1)
