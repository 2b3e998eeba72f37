"""Regular pyramids by two of their lengths, and the spheres around and in cubes, boxes, regular tetrahedra, prisms and pyramids.

Read: right pyramids on a regular triangle, square or hexagon (base edge with height, lateral edge or slant height; or a regular tetrahedron): volume,
areas, lengths; radius, area and volume of a sphere, also of that around a right prism on such a base. Not: frustums, oblique solids, letters.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

import sympy as sp

from solver.formula import FormulaError, parse, to_sympy
from solver.latex import latex
from solver.ports import Language
from solver.topics.asking import FIND, FIND_ZH, HOW_MUCH_ZH
from solver.topics.base import Reading, Text, Unread, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.clauses import Said, clauses, has_one_unit, table, without_dollars
from solver.topics.prepared import Prepared
from solver.topics.two_questions import SeveralQuestions

_V: Final = r"(?:(?:\\[dt]?frac|\\sqrt|sqrt|√|[\d./*(){}])\s?){1,20}"
_U: Final = r"(?: ?(?:cm|m|mm|units?|厘米|米|分米))?(?: long)?"
_IS: Final = r"(?: ?= ?| is | are |为|是|等于|长)"
_SOLID: Final = (
    r"(?:(?:它|其|此|该|这个)的?)?(?:正[三四六]棱[锥柱]|四棱锥|棱锥|正四面体|正方体|长方体|几何体)?的?"
)
_OF: Final = r"(?: of (?:the|this|its) (?:pyramid|prism|solid|cube|cuboid|box|tetrahedron|sphere)| of it)?"
_SPHERE_EN: Final = r"(?P<sphere>circumscribed sphere|circumsphere|sphere circumscribed (?:about|around) (?:it|the (?:cube|box|cuboid|tetrahedron|prism|pyramid))|sphere (?:that passes |passing )?through (?:all )?(?:(?:of )?its|the) (?:six |6 |eight |8 )?vertices|inscribed sphere|insphere|sphere inscribed in (?:it|the (?:cube|tetrahedron)))"
_TABLE: Final = table({
    "pyramid": (
        r"(?:given |consider |in |let )?(?:a |the )?(?:right |regular )*(?P<base>triangular|square|hexagonal|quadrangular)(?:-based)? pyramid(?: has| with| whose| in which)?",
        r"(?:已知|在|设|若|如图,?)?(?:一个)?正(?P<base>[三四六])棱锥(?:(?-i:[A-Z]-[A-Z]+|[A-Z]{4,7}))?(?:中|的)?",
    ),
    "prism": (
        r"(?:given |consider |in |let )?(?:a |the )?(?:right |regular )*(?P<base>triangular|square|hexagonal|quadrangular) prism(?: has| with| whose| in which)?",
        r"(?:已知|在|设|若|如图,?)?(?:一个)?正(?P<base>[三四六])棱柱(?:(?-i:[A-Z]+_?\d?-[A-Z_\d]+|[A-Z]{4,7}))?(?:中|的)?",
    ),
    "tetrahedron": (
        rf"(?:given |consider |in |let )?(?:a |the )?regular tetrahedron (?:has|with|of|whose)? ?(?:an |the )?(?:edges?|side)(?: length)?(?: of)?{_IS}? ?(?P<edge>{_V}){_U}",
        rf"(?:已知|在|设|若)?(?:一个)?正四面体(?:(?-i:[A-Z]-?[A-Z]+))?(?:中|的)?,?(?:各?棱长(?:都|均)?){_IS}(?P<edge>{_V}){_U}",
        rf"(?:已知|在|设|若)?(?:一个)?(?:所有|各)?棱长(?:都|均)?{_IS}(?P<edge>{_V}){_U}的正(?:四面体|三棱锥)",
    ),
    "cube": (
        rf"(?:given |consider |in |let )?(?:a |the )?cube (?:has|with|of|whose)? ?(?:an |the )?(?:edges?|sides?)(?: length)?(?: of)?{_IS}? ?(?P<edge>{_V}){_U}",
        rf"(?:已知|在|设|若)?(?:一个)?正方体(?:(?-i:[A-Z]-?[A-Z]+))?(?:中|的)?,?(?:各?棱长){_IS}(?P<edge>{_V}){_U}",
        rf"(?:已知|在|设|若)?(?:一个)?棱长{_IS}(?P<edge>{_V}){_U}的正方体",
    ),
    "box": (
        rf"(?:a |the )?(?:rectangular )?(?:box|cuboid|rectangular prism|rectangular solid) (?:has |with |of |whose )?(?:the )?(?:edges|dimensions|sides|lengths?)(?: of)?{_IS}? ?(?P<x>{_V}){_U},? ?(?:by|x|×)? ?(?P<y>{_V}){_U},? ?(?:and|by|x|×)? ?(?P<z>{_V}){_U}",
        rf"(?:已知|在|设|若)?(?:一个)?长方体(?:的)?(?:长,宽,高|长宽高|三条棱长?|三条棱的?长|同一顶点的?三条棱长?)(?:分别)?{_IS}(?P<x>{_V}){_U},(?P<y>{_V}){_U},(?P<z>{_V}){_U}",
    ),
    "base": (rf"(?:the |its |a )?(?:base|square base)(?: has| with)?(?: an?)? ?(?:edges?|sides?)(?: length| of length)?(?: of)?{_IS}? ?(?P<value>{_V}){_U}", rf"(?:它的|其)?底面?(?:正[三四六]?[角方边]形)?的?边长{_IS}(?P<value>{_V}){_U}"),
    "lateral": (rf"(?:the |its |each |a )?(?:lateral|slant|side) edges?(?: length| of length)?(?: of)?{_IS}? ?(?P<value>{_V}){_U}", rf"(?:它的|其)?侧棱(?:的?长(?:度)?)?(?:都|均)?{_IS}(?P<value>{_V}){_U}"),
    "height": (rf"(?:the |its |a )?(?:vertical )?(?:height|altitude)(?: of)?{_IS}? ?(?P<value>{_V}){_U}", rf"(?:它的|其)?高{_IS}(?P<value>{_V}){_U}"),
    "slant": (rf"(?:the |its |a )?slant height(?: of)?{_IS}? ?(?P<value>{_V}){_U}", rf"(?:它的|其)?斜高{_IS}(?P<value>{_V}){_U}"),
    "ask_volume": (rf"{FIND}(?:the |its )?volume{_OF}", rf"{FIND_ZH}{_SOLID}体积(?:V)?{HOW_MUCH_ZH}"),
    "ask_lateral_area": (rf"{FIND}(?:the |its )?lateral (?:surface )?area{_OF}", rf"{FIND_ZH}{_SOLID}侧面积{HOW_MUCH_ZH}"),
    "ask_surface": (rf"{FIND}(?:the |its )?(?:total )?surface area{_OF}", rf"{FIND_ZH}{_SOLID}(?:表面积|全面积){HOW_MUCH_ZH}"),
    "ask_height": (rf"{FIND}(?:the |its )?(?:height|altitude){_OF}", rf"{FIND_ZH}{_SOLID}高{HOW_MUCH_ZH}"),
    "ask_lateral": (rf"{FIND}(?:the |its )?(?:length of (?:the |a )?)?lateral edge(?: length)?{_OF}", rf"{FIND_ZH}{_SOLID}侧棱(?:的?长(?:度)?)?{HOW_MUCH_ZH}"),
    "ask_slant": (rf"{FIND}(?:the |its )?slant height{_OF}", rf"{FIND_ZH}{_SOLID}斜高{HOW_MUCH_ZH}"),
    "ask_sphere": (
        rf"{FIND}(?:the )?(?P<what>radius|diameter|surface area|volume) of (?:the |its )?{_SPHERE_EN}{_OF}",
        rf"{FIND_ZH}(?:则|那么)?{_SOLID}(?P<sphere>外接球|内切球)的?(?P<what>半径|直径|表面积|体积){HOW_MUCH_ZH}",
    ),
})  # fmt: skip
_SIDES: Final = {"triangular": 3, "square": 4, "quadrangular": 4, "hexagonal": 6, "三": 3, "四": 4, "六": 6}
WORDS: Final = {
    "base": Words("The base is regular with {n} sides of \\({a}\\): its area is \\({area}\\), the distance from its centre to a vertex \\(R={R}\\), to a side \\(r={r}\\).", "底面是边长为 \\({a}\\) 的正{n}边形：面积为 \\({area}\\)，中心到顶点的距离 \\(R={R}\\)，到边的距离 \\(r={r}\\)。"),
    "height_l": Words("The foot of the height is the centre of the base, so \\[h^2=l^2-R^2={square},\\qquad h={h}\\]", "顶点在底面的射影是底面中心，所以 \\[h^2=l^2-R^2={square},\\qquad h={h}\\]"),
    "height_s": Words("The foot of the height is the centre of the base, so \\[h^2=s^2-r^2={square},\\qquad h={h}\\]", "顶点在底面的射影是底面中心，所以 \\[h^2=h'^2-r^2={square},\\qquad h={h}\\]"),
    "slant": Words("The slant height: \\(s=\\sqrt{{h^2+r^2}}={s}\\).", "斜高 \\(h'=\\sqrt{{h^2+r^2}}={s}\\)。"),
    "lateral": Words("The lateral edge: \\(l=\\sqrt{{h^2+R^2}}={l}\\).", "侧棱长 \\(l=\\sqrt{{h^2+R^2}}={l}\\)。"),
    "volume": Words("The volume is a third of base times height: \\[V=\\frac13\\cdot {area}\\cdot {h}={value}\\]", "体积 \\[V=\\frac13\\cdot {area}\\cdot {h}={value}\\]"),
    "sides": Words("{n} triangles with the base \\({a}\\) and the height \\({s}\\): \\[{n}\\cdot\\frac12\\cdot {a}\\cdot {s}={value}\\]", "{n} 个底为 \\({a}\\)、高为 \\({s}\\) 的三角形：\\[{n}\\cdot\\frac12\\cdot {a}\\cdot {s}={value}\\]"),
    "surface": Words("With the base: \\[{sides}+{area}={value}\\]", "加上底面积：\\[{sides}+{area}={value}\\]"),
    "around_box": Words("The sphere around a box has its space diagonal as a diameter: \\[2R=\\sqrt{{{squares}}}={d},\\qquad R={R}\\]", "外接球的直径等于体对角线：\\[2R=\\sqrt{{{squares}}}={d},\\qquad R={R}\\]"),
    "around_prism": Words("The centre of the sphere lies halfway between the centres of the two bases: \\[R^2=r^2+\\left(\\frac h2\\right)^2={square},\\qquad R={R}\\]", "球心在上下底面中心连线的中点：\\[R^2=r^2+\\left(\\frac h2\\right)^2={square},\\qquad R={R}\\]"),
    "around_pyramid": Words("The centre of the sphere lies on the height, as far from the apex as from the corners of the base: \\[(h-R)^2+r^2=R^2,\\qquad R=\\frac{{h^2+r^2}}{{2h}}={R}\\]", "球心在高所在的直线上，到顶点与到底面各顶点的距离相等：\\[(h-R)^2+r^2=R^2,\\qquad R=\\frac{{h^2+r^2}}{{2h}}={R}\\]"),
    "corner": Words("The corners of the base lie \\(r={r}\\) from its centre.", "底面各顶点到底面中心的距离为 \\(r={r}\\)。"),
    "in_cube": Words("The sphere in a cube touches opposite faces: its diameter is the edge, \\(R={R}\\).", "内切球的直径等于棱长，\\(R={R}\\)。"),
    "around_tetrahedron": Words("A regular tetrahedron with the edge \\({a}\\) fits into a cube with the edge \\({b}\\) (its edges are diagonals of the faces), and has the same sphere around it: \\(2R=\\sqrt3\\cdot {b}\\), \\(R={R}\\).", "棱长为 \\({a}\\) 的正四面体可以放入棱长为 \\({b}\\) 的正方体（棱是面对角线），外接球相同：\\(2R=\\sqrt3\\cdot {b}\\)，\\(R={R}\\)。"),
    "in_tetrahedron": Words("From the centre the tetrahedron is cut into four equal pyramids on its faces, so the radius is a quarter of the height: \\[R=\\frac14\\cdot {h}={R}\\]", "从球心把正四面体分成四个以面为底的等体积棱锥，所以半径是高的四分之一：\\[R=\\frac14\\cdot {h}={R}\\]"),
    "diameter": Words("The diameter is \\(2R={value}\\).", "直径为 \\(2R={value}\\)。"),
    "ball_surface": Words("\\[S=4\\pi R^2={value}\\]", "\\[S=4\\pi R^2={value}\\]"),
    "ball_volume": Words("\\[V=\\frac43\\pi R^3={value}\\]", "\\[V=\\frac43\\pi R^3={value}\\]"),
    "code": Words("from the lengths that are given", "由已知的长度计算"),
    "method": Words("the corners were put into coordinates, and lengths, areas and volumes measured there", "写出各顶点的坐标，用向量计算长度、面积与体积"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Pyramid:
    """A right pyramid on a regular base with `n` sides of `a`; height, lateral edge, slant height."""

    n: int
    a: sp.Expr
    h: sp.Expr
    opening: tuple[str, ...]

    @property
    def out(self) -> sp.Expr:
        return _neat(self.a / (2 * sp.sin(sp.pi / self.n)))

    @property
    def apothem(self) -> sp.Expr:
        return _neat(self.a / (2 * sp.tan(sp.pi / self.n)))

    @property
    def area(self) -> sp.Expr:
        return _neat(self.n * self.a * self.apothem / 2)


def _neat(value: sp.Expr) -> sp.Expr:
    return sp.sqrtdenest(sp.radsimp(sp.simplify(value)))


_ON_A_SPHERE: Final = re.compile(
    r"(?:,?(?:它|其))?的?(?:(?P<four>[4四]个)|(?:[5568五六八]|12|十二)个|各个?|所有|每个)*顶点(?:都|均)*在(?:同一个?|同1个?|一个|1个)?球O?的?(?:球?面|表面)上"
)


def read(text: Text) -> Reading:
    """One solid and up to four questions."""
    if not re.search(
        r"(?i)pyramid|tetrahedron|cube|cuboid|box|prism|rectangular solid|棱[锥柱]|四面体|正方体|长方体",
        text.source,
    ):
        return None
    plain = without_dollars(text.source)
    if text.language == "zh":
        plain = re.sub(r"以及|[和与及、]", ",", plain)
    plain = re.sub(r"(?i)\b(pyramid|prism|tetrahedron|cube|cuboid|box)\s+(?:with|has|whose)\s+(?=(?:an?\s+|the\s+|its\s+)?(?:base|height|altitude|slant|lateral))", r"\1, ", plain)  # fmt: skip
    plain = re.sub(
        r"(?i)(circumscribed (?:about|around)|inscribed in|circumsphere of|insphere of) an? (?=regular|cube|box|cuboid|rectangular)",
        r"\1 it, a ",
        plain,
    )
    plain = re.sub(
        r"^(?:求|计算)?(.*的正(?:四面体|三棱锥|方体))的?(?=体积|表面积|外接球|内切球|高)", r"\1,", plain
    )
    if (on_a_sphere := _ON_A_SPHERE.search(plain)) is not None:
        if on_a_sphere["four"] and not re.search("四面体|三棱锥", plain):
            return None
        plain = plain.replace(on_a_sphere[0], "")
        plain = re.sub(r"(?:该|这个|此|这)?球O?的?(?=半径|直径|表面积|体积)", "外接球的", plain)
    plain = re.sub(
        r"(正[三四六]棱[锥柱](?:[A-Z]+-[A-Z_\d]+|[A-Z]{4,7})?)(?:中|的)?(?=(?:底面?|侧棱|高|斜高))",
        r"\1,",
        plain,
    )
    if not has_one_unit(plain):
        return None
    found = clauses(plain, _TABLE)
    if isinstance(found, str):
        return Unread((found,)) if re.search("外接球|内切球|sphere|棱锥|pyramid", plain) else None
    try:
        tasks = _tasks(found, text.language)
    except (FormulaError, TypeError, ValueError, KeyError):
        return None
    if not tasks or len(tasks) > 4:
        return None
    return tasks[0] if len(tasks) == 1 else SeveralQuestions(tuple(tasks), text.language)


def _value(said: Said, name: str = "value") -> sp.Expr:
    value = to_sympy(parse(said.values[name].strip().rstrip(".")))
    if not isinstance(value, sp.Expr) or not value.is_number or not value.is_positive:
        raise ValueError(value)
    return value


def _tasks(found: list[Said], say: Language) -> list[Prepared]:
    given = {said.kind: said for said in found if not said.kind.startswith("ask_")}
    asked = [said for said in found if said.kind.startswith("ask_")]
    if len(given) + len(asked) != len(found):
        return []  # something was told twice
    kinds = [k for k in ("pyramid", "prism", "tetrahedron", "cube", "box") if k in given]
    if len(kinds) != 1:
        return []
    (kind,) = kinds
    spheres = [said.kind == "ask_sphere" for said in asked]
    if all(spheres) and kind in ("pyramid", "prism"):
        found_tasks = [_sphere_on_a_base(kind, given, said, say) for said in asked]
    elif all(spheres) and len(given) == 1:
        found_tasks = [_sphere(kind, given[kind], said, say) for said in asked]
    elif not any(spheres) and kind in ("pyramid", "tetrahedron"):
        pyramid = _pyramid(given, kind, say)
        found_tasks = [] if pyramid is None else [_of_pyramid(pyramid, said.kind[4:], say) for said in asked if said.kind[4:] not in given]  # fmt: skip
        if len(found_tasks) != len(asked):
            return []
    else:
        return []
    return [task for task in found_tasks if task is not None] if None not in found_tasks else []


def _pyramid(given: dict[str, Said], kind: str, say: Language) -> _Pyramid | None:
    if kind == "tetrahedron":
        if len(given) != 1:
            return None
        n, a = 3, _value(given[kind], "edge")
        known, length = "lateral", a
    else:
        if "base" not in given or len(given) != 3:
            return None
        n, a = _SIDES[given[kind].values["base"].lower()], _value(given["base"])
        (known,) = set(given) - {"pyramid", "base"}
        length = _value(given[known])
    base = _Pyramid(n, a, sp.S.One, ())
    count = {3: "三", 4: "四", 6: "六"}[n] if say == "zh" else n
    opening = [WORDS["base"].say(say, n=count, a=latex(a), area=latex(base.area), R=latex(base.out), r=latex(base.apothem))]  # fmt: skip
    if known == "height":
        return _Pyramid(n, a, length, tuple(opening))
    square = _neat(length**2 - (base.out if known == "lateral" else base.apothem) ** 2)
    if not square.is_positive:
        return None
    h = _neat(sp.sqrt(square))
    opening.append(
        WORDS["height_l" if known == "lateral" else "height_s"].say(say, square=latex(square), h=latex(h))
    )
    return _Pyramid(n, a, h, tuple(opening))


def _of_pyramid(p: _Pyramid, what: str, say: Language) -> Prepared | None:
    slant, lateral = _neat(sp.sqrt(p.h**2 + p.apothem**2)), _neat(sp.sqrt(p.h**2 + p.out**2))
    sides = _neat(p.n * p.a * slant / 2)
    steps = list(p.opening)
    slanted = WORDS["slant"].say(say, s=latex(slant))
    around = WORDS["sides"].say(say, n=p.n, a=latex(p.a), s=latex(slant), value=latex(sides))
    match what:
        case "volume":
            value, code = _neat(p.area * p.h / 3), "base*h/3"
            steps.append(WORDS["volume"].say(say, area=latex(p.area), h=latex(p.h), value=latex(value)))
        case "lateral_area":
            value, code = sides, "n*a*sqrt(h**2 + r**2)/2"
            steps += [slanted, around]
        case "surface":
            value, code = _neat(sides + p.area), "n*a*sqrt(h**2 + r**2)/2 + base"
            steps += [slanted, around, WORDS["surface"].say(say, sides=latex(sides), area=latex(p.area), value=latex(value))]  # fmt: skip
        case "height":
            value, code = p.h, "h"
        case "lateral":
            value, code = lateral, "sqrt(h**2 + (a/(2*sin(pi/n)))**2)"
            steps.append(WORDS["lateral"].say(say, l=latex(lateral)))
        case "slant":
            value, code = slant, "sqrt(h**2 + r**2)"
            steps.append(slanted)
        case _:
            return None
    source = cell(
        f"n, a, h = map(sympify, ({p.n}, {exact_source(p.a)}, {exact_source(p.h)}))",
        comment(WORDS["code"].say(say)),
        "r = a/(2*tan(pi/n))",
        "base = n*a*r/2",
        f"sqrtdenest(radsimp(simplify({code})))",
    )
    face = "(corners[1] - corners[0]).cross(top - corners[0]).norm()/2"
    measured = {
        "volume": "n*Abs((corners[1] - corners[0]).dot(corners[0].cross(top)))/6",
        "lateral_area": f"n*{face}",
        "surface": f"n*({face} + corners[0].cross(corners[1]).norm()/2)",
        "height": "top.norm()",
        "lateral": "(top - corners[0]).norm()",
        "slant": "(top - (corners[0] + corners[1])/2).norm()",
    }[what]
    tests = (
        f"n, a, h = map(sympify, ({p.n}, {exact_source(p.a)}, {exact_source(p.h)}))",
        "size = a/(2*sin(pi/n))",
        "corners = [Matrix([size*cos(2*pi*k/n), size*sin(2*pi*k/n), 0]) for k in range(2)]",
        "top = Matrix([0, 0, h])",
        f"abs(N(answer - {measured}, 30)) < Rational(1, 10**20)",
    )
    return Prepared(say, tuple(steps), source, tests, WORDS["method"])


def _sphere(kind: str, given: Said, asked: Said, say: Language) -> Prepared | None:
    inner = _is_inner(asked)
    if kind == "box":
        if inner:
            return None  # only a cube has one that touches all faces
        edges = tuple(_value(given, name) for name in "xyz")
    else:
        edges = (_value(given, "edge"),) * 3
    a = edges[0]
    if kind == "tetrahedron":
        h = _neat(a * sp.sqrt(6) / 3)
        R, code = (_neat(h / 4), "a*sqrt(6)/12") if inner else (_neat(a * sp.sqrt(6) / 4), "a*sqrt(6)/4")
        b = _neat(a / sp.sqrt(2))
        step = WORDS["in_tetrahedron"].say(say, h=latex(h), R=latex(R)) if inner else WORDS["around_tetrahedron"].say(say, a=latex(a), b=latex(b), R=latex(R))  # fmt: skip
    elif inner:
        R, code = a / 2, "a/2"
        step = WORDS["in_cube"].say(say, R=latex(R))
    else:
        d = _neat(sp.sqrt(sum(e**2 for e in edges)))
        R, code = _neat(d / 2), "sqrt(a**2 + b**2 + c**2)/2"
        squares = "+".join(rf"{latex(e)}^2" if e.is_Integer else rf"\left({latex(e)}\right)^2" for e in edges)
        step = WORDS["around_box"].say(say, squares=squares, d=latex(d), R=latex(R))
    given_lines = (f"a, b, c = map(sympify, {exact_source(edges)})",)
    return _of_ball(R, [step], asked, say, given_lines, f"R = {code}", _measured(kind, inner))


def _is_inner(asked: Said) -> bool:
    """Whether the sphere lies in the solid."""
    return bool(re.search("内切|inscribed|insphere", asked.values["sphere"])) and not re.search(
        "circumscribed", asked.values["sphere"]
    )


def _sphere_on_a_base(kind: str, given: dict[str, Said], asked: Said, say: Language) -> Prepared | None:
    """The sphere around a regular prism or pyramid."""
    if _is_inner(asked):
        return None
    if kind == "prism" and "lateral" in given and "height" not in given:
        given = {("height" if name == "lateral" else name): said for name, said in given.items()}
    if kind == "prism" and set(given) != {"prism", "base", "height"}:
        return None
    solid = _pyramid(
        {("pyramid" if name == "prism" else name): said for name, said in given.items()}, "pyramid", say
    )
    if solid is None:
        return None
    steps, r, h = [WORDS["corner"].say(say, r=latex(solid.out))], solid.out, solid.h
    if kind == "pyramid":
        steps = list(solid.opening)
        R, code, up = _neat((h**2 + r**2) / (2 * h)), "(h**2 + r**2)/(2*h)", "(h**2 - corner.norm()**2)/(2*h)"
        steps.append(WORDS["around_pyramid"].say(say, R=latex(R)))
    else:
        square = _neat(r**2 + h**2 / 4)
        R, code, up = _neat(sp.sqrt(square)), "sqrt(r**2 + h**2/4)", "h/2"
        steps.append(WORDS["around_prism"].say(say, square=latex(square), R=latex(R)))
    given_lines = (
        f"n, a, h = map(sympify, ({solid.n}, {exact_source(solid.a)}, {exact_source(h)}))",
        "r = a/(2*sin(pi/n))",
    )
    measured = (
        "corner = Matrix((a/2, a/(2*tan(pi/n)), 0))",
        f"centre = Matrix((0, 0, {up}))",
        "R = (corner - centre).norm()",
    )
    return _of_ball(R, steps, asked, say, given_lines, f"R = {code}", measured)


def _of_ball(
    R: sp.Expr,
    steps: list[str],
    asked: Said,
    say: Language,
    given: tuple[str, ...],
    found: str,
    measured: tuple[str, ...],
) -> Prepared:
    """What is asked of a sphere with this radius; `measured` are the lines of a check that end with `R`."""
    what = {"半径": "radius", "直径": "diameter", "表面积": "surface area", "体积": "volume"}.get(asked.values["what"], asked.values["what"].lower())  # fmt: skip
    value, last, key = {
        "radius": (R, "R", ""), "diameter": (2 * R, "2*R", "diameter"),
        "surface area": (4 * sp.pi * R**2, "4*pi*R**2", "ball_surface"), "volume": (sp.Rational(4, 3) * sp.pi * R**3, "Rational(4, 3)*pi*R**3", "ball_volume"),
    }[what]  # fmt: skip
    shown = [WORDS[key].say(say, value=latex(_neat(value)))] if key else []
    source = cell(*given, comment(WORDS["code"].say(say)), found, f"sqrtdenest(radsimp(simplify({last})))")
    tests = (*given, *measured, f"abs(N(answer - {last}, 30)) < Rational(1, 10**20)")
    return Prepared(say, (*steps, *shown), source, tests, WORDS["method"])


def _measured(kind: str, inner: bool) -> tuple[str, ...]:
    """R from coordinates: the distance from the middle to a corner, or to a face."""
    if kind == "tetrahedron":
        corners = (
            "corners = [Matrix(p)*a/sqrt(8) for p in ((1, 1, 1), (1, -1, -1), (-1, 1, -1), (-1, -1, 1))]"
        )
        face = "normal = (corners[1] - corners[0]).cross(corners[2] - corners[0])"
        return (corners, face, "R = Abs(normal.dot(corners[0]))/normal.norm()") if inner else (corners, "R = corners[0].norm()")  # fmt: skip
    corners = "corners = [Matrix((a*i, b*j, c*k)) for i in (0, 1) for j in (0, 1) for k in (0, 1)]"
    middle = "middle = Matrix((a, b, c))/2"
    return (corners, middle, "R = middle[0]") if inner else (corners, middle, "R = max((corner - middle).norm() for corner in corners)")  # fmt: skip
