"""What a question about points and a straight line says: its points, its line, its slope, and what is wanted.

Forms only: nothing is computed here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

import sympy as sp

from solver.formula import FormulaError, to_sympy
from solver.formula.nodes import Binary, Group, Node, Relation, Symbol, symbols
from solver.reader import account
from solver.reader.account import Account
from solver.topics.base import Text, Unread

VOCABULARY: Final = {
    "slope": "slope|slope of|gradient|gradient of|a slope of|with slope|having slope|with gradient|whose slope is|斜率|的斜率|斜率为|斜率是|且斜率为",
    "line": "line|straight line|a line|the line|lines|given line|the given line|直线|一次函数|的直线|直线的|所在直线|这条直线|的图象|图象|图像|的图像",
    "linear": "这个函数|该函数|此函数|这个一次函数|该一次函数|此一次函数|函数解析式|函数表达式|函数关系式|函数的解析式|函数的表达式|函数",
    "equation": "its equation|equation of the line|equation of this line|write the equation of|write an equation of|write the equation for|write an equation for|equation of|equation for|an equation of|in slope intercept form|slope intercept form|in point slope form|point slope form|方程|的方程|直线方程|解析式|的解析式|表达式|斜截式|点斜式",
    "standard": "in standard form|standard form|in general form|general form|general equation|一般式|一般式方程|写成一般式",
    "through": "through|passes through|passing through|that passes through|goes through|going through|which passes through|contains|containing|connecting|joining|that contains|经过|过|通过|经过点|过点|连接|且过|且过点|且经过|且经过点",
    "points": "points?|the points?|endpoints?|coordinates|with endpoints|having endpoints|点|两点|坐标|坐标为|端点|的坐标",
    "parallel": "parallel|parallel to|is parallel to|that is parallel to|平行|与|平行于|平行的",
    "perpendicular": "perpendicular|perpendicular to|is perpendicular to|that is perpendicular to|normal to|垂直|垂直于|垂直的",
    "distance": "distance|distance between|distance from|how far apart are|how far is|length of the segment|length of segment|length of the line segment|距离|的距离|之间的距离|间的距离|线段的长|线段长|的长|的长度",
    "midpoint": "midpoint|midpoint of|mid point|middle point|中点|的中点|中点坐标|线段的中点",
    "segment": "segment|the segment joining|the segment|line segment|whose endpoints are|between|with|to|in|xy plane|coordinate plane|线段|以|为端点|为端点的|为端点的线段|之间|间|在平面直角坐标系中|平面直角坐标系中|在直角坐标系中|求这两点|这两点|两点间|且|与直线|和直线",
}
WANTED: Final = ("midpoint", "distance", "equation", "slope")
Point = tuple[sp.Expr, sp.Expr]


@dataclass(frozen=True, slots=True)
class Question:
    """What is given and what is wanted.

    Attributes:
        wanted: "slope", "equation", "distance", "midpoint", or "coordinate" (`unknown` of one of the points).
        relation: how the line lies to `line`: "parallel", "perpendicular", or "" where it is `line` itself.
        form: how the equation is wanted: "" as y = mx + c, "zero" as Ax + By + C = 0, "constant" as Ax + By = C.
    """

    wanted: str
    points: tuple[Point, ...] = ()
    slope: sp.Expr | None = None
    line: Relation | None = None
    relation: str = ""
    form: str = ""
    unknown: str = ""


def question(text: Text) -> Question | Unread | None:
    """The question of a text about points and a straight line; None where it is about something else."""
    source, form = _form(text.source)
    found = account(_without_names(source), VOCABULARY)
    form = form or ("zero" if found.has("standard") else "")
    if found.has("linear") and not re.search("一次函数", text.source):
        return None  # a function through two points is a straight line only where the problem says so
    wanted = next(
        (w for w in WANTED if found.has(w)),
        "equation" if found.has("linear") or _ITSELF.search(source) and found.has("through") else None,
    )
    if wanted is None or not (
        found.has("line") or found.has("points") or found.has("segment") or found.formulas
    ):
        return None
    parts = _sorted(found)
    if parts is None:
        return None
    if found.unread:
        return Unread(found.unread)
    points, lines, slopes, asked = parts
    unknowns = {s.name for p in points for c in p for s in c.free_symbols}
    relation = (
        "parallel" if found.has("parallel") and (text.language == "en" or "平行" in text.source) else ""
    )
    relation = "perpendicular" if found.has("perpendicular") else relation
    asked -= {name for name in asked if name.isupper() or name in "lk"} - unknowns  # A, B, the line l
    if unknowns:
        complete = (
            wanted == "slope"
            and len(unknowns) == 1
            and len(points) == 2
            and len(slopes) == 1
            and asked == unknowns
        )
        return (
            Question("coordinate", points, slopes[0], unknown=unknowns.pop())
            if complete and not lines
            else None
        )
    match wanted, len(points), len(lines), len(slopes):
        case "midpoint" | "distance", 2, 0, 0:
            return Question(wanted, points)
        case "slope", 2, 0, 0 if points[0] != points[1] and not relation:
            return Question(wanted, points)
        case "slope", 0, 1, 0:
            return Question(wanted, line=lines[0], relation=relation)
        case "equation", 2, 0, 0 if points[0] != points[1] and not relation:
            return Question(wanted, points, form=form)
        case "equation", 1, 0, 1 if found.has("slope") and not relation:
            return Question(wanted, points, slopes[0], form=form)
        case "equation", 1, 1, 0 if relation:
            return Question(wanted, points, line=lines[0], relation=relation, form=form)
    return None


_ITSELF: Final = re.compile(
    r"的直线\s*[。.]?\s*$|(?i:^\s*(?:find|determine|write(?:\s+down)?)\s+(?:the|a)\s+(?:straight\s+)?line\b)"
)
"""求…的直线: its equation."""
_FORMS: Final = {
    "slope": r"y\s*=\s*[mk]\s*x\s*\+\s*[bc]",
    "zero": r"[aA]x\s*\+\s*[bB]y\s*\+\s*[cC]\s*=\s*0",
    "constant": r"[aA]x\s*\+\s*[bB]y\s*=\s*[cC]",
}
_WRITTEN: Final = {
    form: re.compile(
        r"(?i:[,.;]?\s*(?:(?:and\s+)?(?:write|give|express|leave|state)\s+(?:it|(?:your|the)\s+(?:final\s+)?(?:answer|equation|result|line))\s+)?in\s+the\s+form\s+(?:of\s+)?)"
        rf"\$?{pattern}\$?(?:,?\s*where\s+\$?[abcm]\$?(?:\s*,\s*\$?[abcm]\$?|,?\s+and\s+\$?[abcm]\$?)+\s+are\s+(?:integers|constants|whole numbers))?"
        rf"|[,，。;；]?\s*(?:并?(?:把|将)?(?:结果|答案|方程)?(?:写成|化成|化为|表示成|表示为|用))\s*\$?{pattern}\$?\s*的?形式(?:表示)?"
    )
    for form, pattern in _FORMS.items()
}


def _form(source: str) -> tuple[str, str]:
    """The text without the words for how its equation is wanted, and which form that is; an empty one where nothing is said.

    >>> _form("Find the line through (1,2) and (3,8) in the form y = mx + c.")
    ('Find the line through (1,2) and (3,8).', '')
    """
    for form, pattern in _WRITTEN.items():
        if pattern.search(source):
            return pattern.sub("", source), "" if form == "slope" else form
    return source, ""


def _without_names(source: str) -> str:
    """Without `AB` as the name of a line or segment, where A and B are points with coordinates."""
    labels = set(re.findall(r"(?<![A-Za-z])([A-Z])\s*\(", source))
    return re.sub(
        r"(?<![A-Za-z])([A-Z])([A-Z])(?![A-Za-z])", lambda m: " " if {*m.groups()} <= labels else m[0], source
    )


def _sorted(
    found: Account,
) -> tuple[tuple[Point, ...], tuple[Relation, ...], tuple[sp.Expr, ...], set[str]] | None:
    """Points, equations of lines, slopes, and letters that are asked for; None where something else occurs."""
    points, lines, slopes, asked = list[Point](), list[Relation](), list[sp.Expr](), set[str]()
    for node in found.nodes:
        match node:
            case Group("()", (_, _)) | Binary("*", Symbol(), Group("()", (_, _))):
                points.append(_point(node if isinstance(node, Group) else node.right))
            case Relation(("=",), (Symbol("m" | "k"), right)) if not symbols(right):
                slopes.append(to_sympy(right))
            case Relation(("=",)) if is_line(node):
                lines.append(node)
            case Symbol(name):
                asked.add(name)
            case Relation() | Group():
                return None
            case _ if not symbols(node):
                slopes.append(to_sympy(node))
            case _:
                return None
    if any(not (value.is_real and value.is_finite) for value in slopes):
        return None
    if any(c.is_number and not c.is_real for p in points for c in p):
        return None
    return tuple(points), tuple(lines), tuple(slopes), asked


def _point(node: Node) -> Point:
    assert isinstance(node, Group)
    x, y = node.items
    return to_sympy(x), to_sympy(y)


def is_line(node: Relation) -> bool:
    """Whether an equation is that of a straight line in x and y."""
    if len(node.sides) != 2 or not symbols(node) or not symbols(node) <= {"x", "y"}:
        return False
    x, y = sp.symbols("x y")
    try:
        left, right = map(to_sympy, node.sides)
    except FormulaError:
        return False
    difference = sp.expand(left - right)
    return bool(difference.is_polynomial(x, y) and sp.Poly(difference, x, y).total_degree() == 1)
