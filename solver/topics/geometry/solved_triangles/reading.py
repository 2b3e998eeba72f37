"""What a problem tells of one triangle, clause by clause: sides, angles, their sines; and what it asks of it.

Names decide: a, b, c lie opposite A, B, C, a side AB joins A and B. Nothing is solved here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

import sympy as sp

from solver.formula import FormulaError, parse, to_sympy
from solver.topics.asking import FIND, FIND_ZH, HOW_MUCH_ZH
from solver.topics.clauses import Said, clauses, has_one_unit, table, without_dollars

VALUE: Final = r"(?:(?:\\[dt]?frac|\\sqrt|sqrt|\\pi|pi|π|√|[-+\d./*(){}])\s?){1,24}"
_SIDE: Final = r"(?-i:[a-cA-Z](?:[A-Z])?)"
_ANGLE: Final = r"(?:angle )?(?-i:[A-Z])"
_TRIANGLE: Final = r"(?:right[- ]angled |right |acute[- ]angled |acute |obtuse[- ]angled |obtuse )?triangle(?: (?-i:[A-Z]{3}))?"
_UNIT: Final = r"(?: ?(?:cm|m|mm|km|units?|厘米|米|分米))?"
_LONG: Final = r"(?:的?长度?|的边长)?"
_WORDS: Final = {
    "head": (
        r"(?:consider |let |there is )?(?:in |of |for |given |with )?(?:a |the |any )?(?P<kind>right |acute |right[- ]angled |acute[- ]angled )?triangle (?P<name>(?-i:[A-Z]{3}))",
        r"在?(?P<kind>锐角|直角|Rt)?三角形(?P<name>(?-i:[A-Z]{3}))中?",
    ),
    "named": (
        r"(?:the )?(?:sides?|lengths)? ?(?:opposite|opposite to)? ?(?:the )?(?:interior )?(?:angles? )?(?-i:A ?, ?B ?,? ?(?:and )?C)(?: are| being| be)? (?:denoted by |called |have (?:opposite sides|sides) )?(?-i:a ?, ?b ?,? ?(?:and )?c)(?: respectively)?",
        r"(?:the )?(?:sides? )?(?-i:a ?, ?b ?,? ?(?:and )?c) (?:are |being |be )?(?:the )?(?:lengths of )?(?:the )?(?:sides )?opposite (?:to )?(?:the )?(?:angles )?(?-i:A ?, ?B ?,? ?(?:and )?C)(?: respectively)?",
        r"(?:其|它的|它)?(?:三个)?(?:内角|角)?(?-i:A ?, ?B ?, ?C)所?对的?(?:三?条?边)(?:长)?(?:分别|依次)?(?:为|是|记为|记作)?(?-i:a ?, ?b ?, ?c)",
        r"(?-i:a ?, ?b ?, ?c)(?:分别|依次)?(?:为|是)(?:三角形(?-i:ABC)的?)?(?:三个)?(?:内角|角)(?-i:A ?, ?B ?, ?C)所?(?:的)?对的?边(?:长)?",
    ),
    "side": (
        rf"(?:the )?(?:side |length of |边|边长|斜边|直角边|hypotenuse |leg )?(?P<side>{_SIDE}){_LONG}(?: ?= ?| is | has length |为|是|等于)(?P<value>{VALUE}){_UNIT}(?: long)?",
    ),
    "angle": (
        rf"(?P<angle>{_ANGLE})(?: ?= ?| is |为|是|等于)(?P<degrees>\d+(?:\.\d+)?) degrees",
        rf"(?P<angle>{_ANGLE})(?: ?= ?| is |为|是|等于)(?P<radians>{VALUE})",
        rf"(?P<angle>{_ANGLE})(?: is a right angle|是直角|为直角)",
        r"(?:it has |has )?(?:a |the )?right angle (?:is )?at (?:vertex )?(?P<angle>(?-i:[A-Z]))",
    ),
    "trig": (rf"(?P<function>sin|cos|tan) ?(?P<angle>{_ANGLE})(?: ?= ?| is |为|是|等于)(?P<value>{VALUE})",),
    "ask_area": (
        rf"{FIND}(?:the )?(?:exact )?area(?: of (?:the )?{_TRIANGLE}| of it)?",
        rf"{FIND_ZH}(?:它的?|其|此|该|这个)?(?:三角形(?:(?-i:[A-Z]{{3}}))?)?的?面积(?:(?-i:S))?{HOW_MUCH_ZH}",
        rf"{FIND_ZH}(?-i:S) ?(?:_ ?\{{? ?(?:三角形|triangle) ?(?-i:[A-Z]{{3}}) ?\}}?)",
    ),
    "ask_perimeter": (
        rf"{FIND}(?:the )?perimeter(?: of (?:the )?{_TRIANGLE}| of it)?",
        rf"{FIND_ZH}(?:它的?|其|此|该|这个)?(?:三角形(?:(?-i:[A-Z]{{3}}))?)?的?周长{HOW_MUCH_ZH}",
    ),
    "ask_circumradius": (
        rf"{FIND}(?:the )?(?:circumradius|radius of (?:the|its) (?:circumscribed circle|circumcircle))(?: of (?:the )?{_TRIANGLE})?",
        rf"{FIND_ZH}(?:它的?|其|此|该|这个)?(?:三角形(?:(?-i:[A-Z]{{3}}))?)?的?外接圆的?半径(?:(?-i:R))?{HOW_MUCH_ZH}",
    ),
    "ask_inradius": (
        rf"{FIND}(?:the )?(?:inradius|radius of (?:the|its) (?:inscribed circle|incircle))(?: of (?:the )?{_TRIANGLE})?",
        rf"{FIND_ZH}(?:它的?|其|此|该|这个)?(?:三角形(?:(?-i:[A-Z]{{3}}))?)?的?(?:内切圆的?|内接圆的?)半径(?:(?-i:r))?{HOW_MUCH_ZH}",
    ),
    "ask_height": (
        rf"{FIND}(?:the )?(?:length of the |the )?(?:altitude|height)(?: drawn)? (?:to|on|from [A-Z] to|onto) (?:the )?(?:hypotenuse|side)? ?(?P<side>(?-i:[a-c]|[A-Z]{{2}}))?(?: of (?:the )?{_TRIANGLE})?",
        rf"{FIND_ZH}(?:三角形(?-i:[A-Z]{{3}})的?)?(?:斜边|边)?(?P<side>(?-i:[a-c]|[A-Z]{{2}}))?(?:边)?上的高(?:线)?(?:(?-i:h|CD|AD|BD|BE))?{_LONG}{HOW_MUCH_ZH}",
    ),
    "ask_median": (
        rf"{FIND}(?:the )?(?:length of the |the )?median (?:to|on|onto) (?:the )?(?:hypotenuse|side)? ?(?P<side>(?-i:[a-c]|[A-Z]{{2}}))?",
        rf"{FIND_ZH}(?:斜边|边)?(?P<side>(?-i:[a-c]|[A-Z]{{2}}))?(?:边)?上的中线(?:(?-i:CD|AD|BD|BE))?{_LONG}{HOW_MUCH_ZH}",
    ),
    "ask_side": (
        rf"{FIND}(?:the )?(?:exact )?(?:length of |value of )?(?:the )?(?:side )?(?P<side>{_SIDE})",
        rf"{FIND_ZH}(?:边长?|斜边)?(?P<side>{_SIDE})(?:边)?(?:的长度?|的值|的长)?{HOW_MUCH_ZH}",
    ),
    "ask_all": (r"solve (?:the |this )?triangle(?: (?-i:[A-Z]{3}))?", r"解(?:这个|此|该)?三角形(?:(?-i:[A-Z]{3}))?"),
    "idle": (r"(?:give|find|state|list) (?:both|all)(?: (?:possible|of the))? (?:solutions|triangles|answers|cases)",),
    "ask_hypotenuse": (rf"{FIND}(?:the )?(?:length of )?(?:the )?hypotenuse", rf"{FIND_ZH}斜边(?:的长度?)?{HOW_MUCH_ZH}"),
    "ask_angle": (
        rf"{FIND}(?:the )?(?:size of |measure of )?(?:the )?angle (?P<angle>(?-i:[A-Z]))",
        rf"{FIND_ZH}(?:内角|角|angle )(?P<angle>(?-i:[A-Z]))(?:的度数|的大小|的值)?{HOW_MUCH_ZH}",
    ),
    "ask_trig": (
        rf"{FIND}(?:the )?(?:exact )?(?:value of )?(?P<function>sin|cos|tan) ?(?P<angle>{_ANGLE})",
        rf"{FIND_ZH}(?P<function>sin|cos|tan) ?(?P<angle>{_ANGLE})(?:的值)?{HOW_MUCH_ZH}",
    ),
}  # fmt: skip
TABLE: Final = table(_WORDS)


@dataclass(frozen=True, slots=True)
class Told:
    """`sides` by the vertex opposite, `angles` as (function, value) by vertex; `asked` as (what, vertex): "area" has none.

    A function is "angle" (the value in radians), "sin", "cos" or "tan".
    """

    vertices: str
    kind: str
    sides: tuple[tuple[str, sp.Expr], ...]
    angles: tuple[tuple[str, str, sp.Expr], ...]
    asked: tuple[tuple[str, str], ...]
    small: bool = False
    """Whether the problem calls its sides a, b, c."""

    def side_name(self, vertex: str) -> str:
        """The side opposite: a for A where the problem calls its sides so, else BC."""
        return vertex.lower() if self.small else "".join(v for v in self.vertices if v != vertex)


def told(source: str) -> Told | str | None:
    """What the text says; the part that was not read; None where it is about no triangle by its names."""
    plain = _plain(source)
    if not re.search(r"triangle|三角形", plain, re.IGNORECASE):
        return None
    if not has_one_unit(plain):
        return None
    found = clauses(plain, TABLE)
    if isinstance(found, str):
        return found
    heads = [said for said in found if said.kind == "head"]
    if len({said.values["name"] for said in heads}) != 1:
        return None
    vertices = heads[0].values["name"]
    if len(set(vertices)) != 3:
        return None
    kind = "".join(said.values.get("kind", "") for said in heads).lower()
    if re.search(r"named", " ".join(said.kind for said in found)) and vertices != "ABC":
        return None
    try:
        return _sorted(found, vertices, kind)
    except (FormulaError, KeyError, ValueError):
        return None


def _plain(source: str) -> str:
    """Signs as words: ∠ → angle, ° → degrees, △ → triangle; what joins two things as commas."""
    text = re.sub(r"\\(?:big|var)?triangle(?:up)?(?![A-Za-z])|[△Δ]", " 三角形" if re.search("[\u3400-\u9fff]", source) else " triangle ", source)  # fmt: skip
    text = re.sub(r"\\angle(?![A-Za-z])|∠|角(?=\s*\$?[A-Z](?![A-Z,、]))", " angle ", text)
    text = re.sub(r"\^\s*\{?\s*\\circ\s*\}?|\\degree|°|\bdeg\b|(?<=\d)度", " degrees ", text)
    text = without_dollars(text)
    text = re.sub(r"\\(sin|cos|tan|sqrt|frac|dfrac|tfrac|pi)(?![A-Za-z])", lambda m: m[1] if m[1] in ("sin", "cos", "tan") else "\\" + m[1], text)  # fmt: skip
    text = re.sub(r"(?<![A-Za-z])\|([A-Z]{2})\|", r"\1", text)
    if re.search("[\u3400-\u9fff]", text):
        text = re.sub(r"以及|[和与及、]", ",", text).replace("rt三角形", "Rt三角形")
        text = re.sub(r"\s*(三角形|angle|degrees)\s*", lambda m: m[1] if m[1] == "三角形" else f" {m[1]} " if m[1] == "angle" else " degrees", text)  # fmt: skip
        text = re.sub(r"(?<=求|为|是|中|,) (?=angle)", "", text)
    text = re.sub(r"(三角形[A-Z]{3})的?三?条?边长?(?:分别)?[为是](?=\s*[a-cA-Z])", r"\1,", text)
    text = re.sub(
        r"(?i)(triangle\s+[A-Z]{3})\s+(?:with|has|where|in which|such that|we have|is such that)\s",
        r"\1, ",
        text,
    )
    return re.sub(r"\s+", " ", text).strip()


def _sorted(found: list[Said], vertices: str, kind: str) -> Told | None:
    sides, angles, asked = list[tuple[str, sp.Expr]](), list[tuple[str, str, sp.Expr]](), list[tuple[str, str]]()  # fmt: skip
    for said in found:
        match said.kind:
            case "side":
                sides.append((_opposite(said.values["side"], vertices), _value(said.values["value"])))
            case "angle" if "degrees" in said.values:
                angles.append((_vertex(said, vertices), "angle", sp.pi * sp.Rational(said.values["degrees"]) / 180))  # fmt: skip
            case "angle":
                radians = _value(said.values["radians"]) if "radians" in said.values else sp.pi / 2
                if not radians.has(sp.pi):
                    return None  # an angle of 30, in what?
                angles.append((_vertex(said, vertices), "angle", radians))
            case "trig":
                angles.append((_vertex(said, vertices), said.values["function"].lower(), _value(said.values["value"])))  # fmt: skip
            case "ask_height" | "ask_median" | "ask_side":
                side = said.values.get("side")
                if said.kind == "ask_side" and side and len(side) == 1 and side in vertices:
                    asked.append(("angle", side))
                    continue
                asked.append((said.kind[4:], _opposite(side, vertices) if side else ""))
            case "ask_angle":
                asked.append(("angle", _vertex(said, vertices)))
            case "ask_trig":
                asked.append((said.values["function"].lower(), _vertex(said, vertices)))
            case "ask_all":
                asked.append(("all", ""))
            case "ask_area" | "ask_perimeter" | "ask_circumradius" | "ask_inradius" | "ask_hypotenuse":
                asked.append((said.kind[4:], ""))
    if not asked or len(asked) > 4 or len({v for v, _ in sides}) != len(sides) or len({v for v, *_ in angles}) != len(angles):  # fmt: skip
        return None
    small = any(len(said.values.get("side", "")) == 1 for said in found)
    return Told(vertices, kind, tuple(sides), tuple(angles), tuple(dict.fromkeys(asked)), small)


def _vertex(said: Said, vertices: str) -> str:
    name = said.values["angle"].replace("angle", "").strip()
    if name not in vertices:
        raise ValueError(name)
    return name


def _opposite(side: str, vertices: str) -> str:
    """The vertex that a side does not touch.

    >>> _opposite("a", "ABC"), _opposite("AB", "ABC")
    ('A', 'C')
    """
    if len(side) == 1:
        if side.upper() not in vertices or not side.islower():
            raise ValueError(side)
        return side.upper()
    (rest,) = set(vertices) - set(side)
    if len(set(side) & set(vertices)) != 2:
        raise ValueError(side)
    return rest


def _value(text: str) -> sp.Expr:
    value = to_sympy(parse(text.strip().rstrip(".")))
    if not isinstance(value, sp.Expr) or value.free_symbols or not value.is_real:
        raise ValueError(text)
    return value
