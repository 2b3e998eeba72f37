"""What a question about one ellipse or hyperbola says: its equation or the facts about it, and what is wanted.

Forms only; which curve the facts determine is `determine`'s business.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, to_sympy
from solver.formula.nodes import Binary, Group, Node, Number, Relation, Symbol, symbols
from solver.reader.account import Account
from solver.topics.geometry.conics.determine import Fact
from solver.topics.geometry.conics.shape import MAX_NUMBER, POINTS, SOURCES, Point, X, Y

NUMBERED: Final = frozenset((*SOURCES, "ratio", "apex", "distance_sum", "distance_difference"))
STRAIGHT: Final = 180
LETTERS: Final = {"a": "semi_a", "b": "semi_b", "c": "semi_focal", "e": "eccentricity"}
MAX_LENGTH: Final = 600
"""Of a text in which ± is written out: the pattern takes time with the square of it."""
_PM: Final = re.compile(r"\\pm(?![A-Za-z])|\+-|±")
_PAIR: Final = re.compile(r"\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)")
_RATIO: Final = re.compile(
    r"(?i)(?:长轴|实轴)的?长?度?(?:是|为|等于)(?:短轴|虚轴)的?长?度?的\s*\$?(\d+|[两二三四])\$?\s*倍"
    r"|(?:the )?(?:length of )?(?:the |its )?(?:major|transverse) axis (?:is |being )?(twice|three times|four times|\d+ times) (?:as long as |the length of |that of )?(?:the |its )?(?:minor|conjugate) axis"
)
_TIMES: Final = {
    "twice": "2",
    "three times": "3",
    "four times": "4",
    "两": "2",
    "二": "2",
    "三": "3",
    "四": "4",
}


_F: Final = r"(?:\s*\$?\s*F_?\{?1\}?\s*(?:\$\s*)?[,、]\s*(?:\$\s*)?F_?\{?2\}?\s*\$?)?"
_DEGREES: Final = r"(\d{1,3})\s*(?:°|\^\s*\{?\s*\\?circ\s*\}?|\s*degrees)"
_END: Final = r"(?:\$?\s*[BMPD]\s*\$?\s*(?:点)?(?:为|是)(?:椭圆|[CΓE])?的?)?(?:(?:短轴)的?(?:一个)?(?:端点|顶点)|[上下]顶点)(?:为)?\s*\$?[BMPD]?\$?"
_RETOLD: Final = (
    (re.compile(r"\$?\s*F_?\{?1\}?\s*(?:\$\s*)?[,、]\s*(?:\$\s*)?F_?\{?2\}?\s*\$?\s*(?:分别)?(?:是|为)(?=(?:椭圆|双曲线))([^。;]{3,90}?)的(?:左[、,和]?右|上[、,和]?下)?(?:两个?)?焦点"), r"\1,"),
    (re.compile(r"(?<=[则求,])\s*\$?\s*[CΓE]\s*\$?\s*的(?=(?:标准)?方程|离心率|渐近线)"), ""),
    (re.compile(rf"{_END}[,,]?\s*(?:且|若|已知|如果)?\s*\$?\s*(?:∠|\\angle)\s*F_?\{{?1\}}?\s*[BMPD]\s*F_?\{{?2\}}?\s*=\s*{_DEGREES}\s*\$?"), r" apex \1 "),
    (re.compile(rf"{_END}(?:与|和)(?:它的|其|椭圆的)?两个?焦点{_F}(?:的连线)?(?:构成|组成|围成|形成)(?:一个)?(?:等边|正)三角形"), " apex 60 "),
    (re.compile(rf"{_END}(?:与|和)(?:它的|其|椭圆的)?两个?焦点{_F}(?:的连线)?(?:(?:构成|组成|围成|形成)(?:一个)?(?:等腰)?直角三角形|互相垂直|所成的角为90°)"), " apex 90 "),
    (re.compile(r"(?i)(?:(?:the )?(?:two )?foci(?: of (?:the|an) (ellipse))? and (?:an|one) end(?:point)? of (?:the|its) minor axis|(?:an|one) end(?:point)? of (?:the|its) minor axis and (?:the )?(?:two )?foci(?: of (?:the|an) (ellipse))?) (?:form|are (?:the )?(?:vertices|corners) of) an equilateral triangle"), r" \1\2 apex 60 "),
    (re.compile(r"(?:的)?(?:两条)?渐近线(?:互相|相互)垂直"), " axisratio 1 "),
    (re.compile(r"(?i)(?:has|with|whose|(?:if )?(?:the|its)) (?:two )?asymptotes (?:that )?(?:are|being)? ?(?:perpendicular|at right angles)(?: to each other)?|perpendicular asymptotes"), " axisratio 1 "),
    (re.compile(rf"(?:椭圆)?(?:[CΓE])?上(?:的)?(?:任意|任|某)?(?:一)?点?\s*\$?[MP]?\$?\s*到(?:它的|其|椭圆的?)?(?:两个?焦点{_F}|焦点{_F})的?距离(?:之)?和"), " distancesum "),
    (re.compile(r"(?i)(?:the )?sum of the distances from (?:any|a|each) point (?:on|of) (?:(?:the |an )?(ellipse)|it) to (?:its|the) (?:two )?foci"), r" \1 distancesum "),
    (re.compile(rf"(?:双曲线)?(?:[CΓE])?上(?:的)?(?:任意|任|某)?(?:一)?点?\s*\$?[MP]?\$?\s*到(?:它的|其|双曲线的?)?(?:两个?焦点{_F}|焦点{_F})的?距离(?:之)?差的?绝对值"), " distancedifference "),
)  # fmt: skip
"""How a length or a ratio may be told by a figure or by the definition of the curve."""
_ON_AN_ASYMPTOTE: Final = re.compile(
    r"点?\s*\$?(?:[A-Z]\s*)?\(\s*(-?\d{1,4})\s*,\s*(-?[1-9]\d{0,3})\s*\)\s*\$?\s*在(?:双曲线)?(?:[CΓE])?的?(?:其中)?(?:一条)?渐近线上"
    r"|(?i:(?:the )?point\s*\$?(?:[A-Z]\s*)?\(\s*(-?\d{1,4})\s*,\s*(-?[1-9]\d{0,3})\s*\)\s*\$? (?:lies|is) on an asymptote)"
)
"""Of a curve around the origin: that asymptote goes through both points."""


@dataclass(slots=True)
class Said:
    """What the words say, from left to right."""

    kind: str = ""
    wanted: list[str] = field(default_factory=list)
    curves: list[Relation] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
    standard: bool = False
    named: str = ""
    """The kind of `x²/a² ± y²/b² = 1`, where the problem writes that."""
    ordered: bool = False
    """It says that a > b > 0."""


def prepared(source: str) -> str:
    """Without names of points and curves; ± written out as two, the origin as (0, 0), the axis of the foci as one word."""
    source = re.sub(r"(?i)(?:the )?\borigin\b|坐标原点|原点", "(0, 0)", source)
    source = re.sub(r"\(\s*\$([ab>,0\s]+)\$\s*\)", r"(\1)", source)
    source = re.sub(r"[,,]?\s*\(?\s*a\s*>\s*b\s*>\s*0\s*\)?\s*(\$|\\\))?", r"\1 aboveb ", source)
    source = re.sub(r"[,,]?\s*\(?\s*a\s*>\s*0\s*,\s*b\s*>\s*0\s*\)?\s*(\$|\\\))?", r"\1 ", source)
    source = re.sub(r"\?(?=\s*(?:\\\]|\\\)|\$))", "", source)
    source = re.sub(r"(?i)\bco-?\s?(?=vert(?:ices|ex)\b)", "co", source)
    source = re.sub(r"轴的?(两|一)个端点(?:坐标)?(?:分别)?(?:为|是)?", "轴的端点", source)
    source = re.sub(r"(?:左[、,和]?右|上[、,和]?下)(?:两个?)?(?=焦点|顶点)", "", source)
    source = _ON_AN_ASYMPTOTE.sub(
        lambda m: rf" 一条渐近线为 $y = ({m[2] or m[4]})/({m[1] or m[3]}) x$ ", source
    )
    for pattern, written in _RETOLD:
        source = pattern.sub(written, source)
    source = _RATIO.sub(
        lambda m: f" axisratio {_TIMES.get(m[1] or m[2], (m[1] or m[2]).split()[0])} ", source
    )
    source = re.sub(
        r"(?i)等轴双曲线|\b(?:rectangular|equilateral) hyperbola\b", " axisratio 1, hyperbola ", source
    )
    source = re.sub(
        r"(?i)(?:焦点|长轴|实轴)(?:都)?在\s*\$?([xy])\$?\s*轴(?:上)?"
        r"|(?:the )?(?:foci|focus|major axis|transverse axis) (?:(?:are|is|lie|lies|both|that|which|located) )*(?:on|along) (?:the )?\$?([xy])\$?[- ]axis",
        lambda m: f" fociin{(m[1] or m[2]).lower()} ",
        source,
    )
    source = re.sub(
        r"(?i)\b(horizontal|vertical) (major|transverse) axis"
        r"|\b(?:major|transverse) axis (?:is )?(horizontal|vertical)\b",
        lambda m: f" fociin{'x' if (m[1] or m[3]).lower() == 'horizontal' else 'y'} ",
        source,
    )
    source = re.sub(r"以([^以为]{3,60}?)为(两?个?焦点|两?个?顶点|中心|渐近线|准线)", r" \2为\1,", source)
    source = re.sub(
        r"(?i)(ellipse|hyperbola|conic|curve|椭圆|曲线)\s*\$?\s*([A-Z])(?:_\{?\d\}?)?\s*\$?\s*(?=[::是有的,,]|\s+(?:has|is|with|given|whose|:))\s*[::]?",
        r"\1 ",
        source,
    )
    source = re.sub(r"(椭圆|曲线)\s*(\$?)\s*[A-Z]\s*[::]\s*", r"\1\2", source)
    source = re.sub(r"(?<![A-Za-z\\])([A-Z])(?:_?\{?[12]\}?)?\s*=?\s*(?=(?:\\left)?\s*\()", "", source)
    source = re.sub(
        r"(?<![A-Za-z\\])[A-Z]_?\{?[12]?\}?\s*[,、]\s*[A-Z]_?\{?[12]?\}?(?![A-Za-z(])", " ", source
    )
    return _both_signs(source)


def _both_signs(source: str) -> str:
    """`(±3, 0)` as two points, `y = ±2x` as two lines."""
    if not _PM.search(source) or len(source) > MAX_LENGTH:
        return source
    source = source.replace(r"\left(", "(").replace(r"\right)", ")")
    source = re.sub(r"\$([^$]*)\$|\\\((.*?)\\\)", lambda m: _doubled(m[0], m[1] or m[2] or "", "$"), source)
    source = _PAIR.sub(lambda m: _doubled(m[0], m[0], "") if "," in m[0] else m[0], source)
    return re.sub(
        r"(?:(?<![A-Za-z])[xy](?![A-Za-z])|√|sqrt|[\d.=()*/^+ -])*?[xy0-9]?\s*(?:\+-|±)(?:(?<![A-Za-z])[xy](?![A-Za-z])|√|sqrt|(?<=\d)[xy]|(?<=\))[xy]|[\d.=()*/^+ -])+",
        lambda m: _doubled(m[0], m[0], " "),
        source,
    )


def _doubled(whole: str, inner: str, fence: str) -> str:
    if len(_PM.findall(inner)) != 1:
        return whole
    at = _PM.search(inner)
    assert at is not None
    before, after = inner[: at.start()], inner[at.end() :]
    plus = "" if before.rstrip()[-1:] in ("", "(", ",", "=") else "+"
    return f"{fence}{before}-{after}{fence}, {fence}{before}{plus}{after}{fence}"


def said_of(found: Account) -> Said | None:
    """Everything said; None where a formula has no place."""
    said = Said()
    concepts = [c for c in found.concepts if c not in ("ask", "is", "filler", "conic")]
    queue: list[str] = []
    i = 0
    while i < len(concepts):
        concept = concepts[i]
        if not concept.startswith("#"):
            _heard(said, queue, concepts, i, found)
            i += 1
            continue
        stop = i
        while stop < len(concepts) and concepts[stop].startswith("#"):
            stop += 1
        nodes = [found.nodes[int(c[1:])] for c in concepts[i:stop]]
        if not _placed(said, queue, nodes):
            return None
        i = stop
    said.wanted += [name for name in queue if name != "through"]
    return (
        said
        if not {"through", "ratio", "apex"} & set(queue) and not any(q.startswith("one_") for q in queue)
        else None
    )


def _heard(said: Said, queue: list[str], concepts: list[str], i: int, found: Account) -> None:
    concept = concepts[i]
    match concept:
        case "ellipse" | "hyperbola":
            said.kind = concept if said.kind in ("", concept) else "both"
        case "ordered":
            said.ordered = True
        case "foci_x" | "foci_y":
            said.facts.append(Fact("along", (concept[-1],)))
        case "equation" | "standard":
            following = concepts[i + 1 :]
            stated = (
                following
                and following[0][0] == "#"
                and isinstance(found.nodes[int(following[0][1:])], Relation)
            )
            if concept == "standard" or not stated:
                said.standard = said.standard or concept == "standard"
                queue.append("equation")
        case _:
            queue.append(concept)


def _is_curve(node: Node) -> bool:
    return isinstance(node, Relation) and symbols(node) == {"x", "y"} and line_of(node) is None


def _placed(said: Said, queue: list[str], nodes: list[Node]) -> bool:
    """Give formulas that follow one another to the features before them; whether all found a place."""
    points, numbers, lines = list[Point](), list[sp.Expr](), list[Any]()
    for node in nodes:
        if (point := _point(node)) is not None:
            points.append(point)
        elif (value := _number(node)) is not None:
            numbers.append(value)
        elif (letter := _letter(node)) is not None:
            if queue[-1:] == [letter.name]:
                queue.pop()
            said.facts.append(letter)
        elif isinstance(node, Relation) and not said.named and (form := _with_letters(node)) is not None:
            said.named, along = form
            said.facts += [Fact("center", ((sp.S.Zero, sp.S.Zero),)), Fact("along", (along,))]
        elif isinstance(node, Relation) and (line := line_of(node)) is not None:
            lines.append(line)
        elif isinstance(node, Relation) and _is_curve(node) and node.signs == ("=",):
            said.curves.append(node)
        else:
            return False
    if sum(map(bool, (points, numbers, lines))) > 1:
        return False
    if lines:
        return _given(said, queue, ("asymptotes", "directrices"), tuple(lines), most=2)
    if points:
        return _given(said, queue, (*POINTS, "main_ends", "through"), tuple(points), most=2)
    if not numbers:
        return True
    if len(queue) < len(numbers) or any(name not in NUMBERED for name in queue[-len(numbers) :]):
        return False
    names = queue[-len(numbers) :]
    del queue[-len(numbers) :]
    said.facts += [Fact(name, (value,)) for name, value in zip(names, numbers, strict=True)]
    apex = next((fact.values[0] for fact in said.facts if fact.name == "apex"), sp.S.One)
    return all(value.is_positive for value in numbers) and bool(apex < STRAIGHT)


def _given(
    said: Said, queue: list[str], names: tuple[str, ...], values: tuple[Any, ...], *, most: int
) -> bool:
    if queue[-1:] and queue[-1].startswith("one_"):
        queue[-1] = queue[-1].removeprefix("one_")
        most = 1
    if not queue or queue[-1] not in names or len(set(values)) != len(values) or len(values) > most:
        return False
    name = queue.pop()
    if name == "center" and len(values) != 1:
        return False
    said.facts.append(Fact("vertices" if name == "main_ends" else name, values))
    return True


def _plain(value: Any) -> bool:
    return bool(
        isinstance(value, sp.Expr)
        and value.is_real
        and value.is_finite
        and abs(value) <= MAX_NUMBER
        and len(str(value)) <= 40
        and value.is_algebraic
    )


def _number(node: Node) -> sp.Expr | None:
    if symbols(node) or isinstance(node, Group | Relation):
        return None
    value = to_sympy(node)
    return sp.nsimplify(value) if _plain(value) else None


def _point(node: Node) -> Point | None:
    if isinstance(node, Group) and node.brackets == "()" and len(node.items) == 2 and not symbols(node):
        values = tuple(to_sympy(item) for item in node.items)
        return (values[0], values[1]) if all(map(_plain, values)) else None
    return None


def _letter(node: Node) -> Fact | None:
    """`a = 5`, `2c = 6`, `e = 1/2`."""
    match node:
        case Relation(("=",), (Symbol(name), value)) if name in LETTERS and (found := _number(value)):
            return Fact(LETTERS[name], (found,)) if found.is_positive else None
        case Relation(("=",), (Binary("*", Number(text="2"), Symbol(name)), value)) if name in "abc" and (
            found := _number(value)
        ):
            return Fact(LETTERS[name], (found / 2,)) if found.is_positive else None
    return None


def _with_letters(node: Relation) -> tuple[str, str] | None:
    """Kind and direction of `x²/a² ± y²/b² = 1`."""
    if symbols(node) != {"x", "y", "a", "b"} or node.signs != ("=",) or to_sympy(node.sides[1]) != 1:
        return None
    a, b = sp.symbols("a b")
    left = to_sympy(node.sides[0])
    forms = {
        ("ellipse", "x"): X**2 / a**2 + Y**2 / b**2,
        ("ellipse", "y"): Y**2 / a**2 + X**2 / b**2,
        ("hyperbola", "x"): X**2 / a**2 - Y**2 / b**2,
        ("hyperbola", "y"): Y**2 / a**2 - X**2 / b**2,
    }
    return next((form for form, value in forms.items() if sp.expand(left - value) == 0), None)


def line_of(node: Relation) -> tuple[sp.Symbol, sp.Expr] | None:
    """A line as a letter and what it equals: y = mx + n, x = d, also from ax + by = 0."""
    if node.signs != ("=",) or not symbols(node) <= {"x", "y"} or not symbols(node):
        return None
    try:
        left, right = map(to_sympy, node.sides)
        difference = sp.expand(left - right)
        poly = sp.Poly(difference, X, Y)
    except (FormulaError, TypeError, AttributeError, sp.PolynomialError):
        return None
    if poly.total_degree() != 1 or not all(map(_plain, poly.coeffs())):
        return None
    z = Y if poly.coeff_monomial(Y) != 0 else X
    return (z, sp.expand(sp.radsimp(sp.solve(difference, z)[0])))
