"""A piece of a circle above a chord: an arch, or water in a pipe. Of its span, its height and the radius two are told and the third is asked.

Read clause by clause. Not: arches that are parabolas, areas, a level that rises.
"""

from __future__ import annotations

import re
from typing import Final

import sympy as sp

from solver.ports import Language
from solver.topics.asking import FIND, FIND_ZH, HOW_MUCH_ZH
from solver.topics.base import Reading, Text, Words
from solver.topics.cells import cell, comment
from solver.topics.clauses import clauses, has_one_unit, table
from solver.topics.prepared import Prepared
from solver.topics.short_forms import plain_line, said, source_of

WORDS: Final = {
    "radius": Words("The centre lies \\(r-h\\) below the middle of the span, so with half of the span, \\({half}\\): \\[r^2=(r-h)^2+{half}^2,\\qquad r=\\frac{{h^2+{half}^2}}{{2h}}={value}\\]", "圆心在弦的中点下方 \\(r-h\\) 处，半弦长为 \\({half}\\)，由勾股定理 \\[r^2=(r-h)^2+{half}^2,\\qquad r=\\frac{{h^2+{half}^2}}{{2h}}={value}\\]"),
    "span": Words("The chord lies \\(r-h={d}\\) from the centre, so half of it is \\[\\sqrt{{r^2-{d}^2}}={half}\\] and the whole \\({value}\\).", "弦心距为 \\(r-h={d}\\)，所以半弦长为 \\[\\sqrt{{r^2-{d}^2}}={half}\\] 弦长为 \\({value}\\)。"),
    "height": Words("Half of the span is \\({half}\\), so the chord lies \\[\\sqrt{{r^2-{half}^2}}={d}\\] from the centre, and the height is \\(r-{d}={value}\\).", "半弦长为 \\({half}\\)，弦心距为 \\[\\sqrt{{r^2-{half}^2}}={d}\\] 所以高为 \\(r-{d}={value}\\)。"),
    "diameter": Words("The diameter is twice that: \\({value}\\).", "直径是半径的 2 倍：\\({value}\\)。"),
    "code": Words("right triangle of the radius, half of the span, and what is left of the radius", "半径、半弦与弦心距构成的直角三角形"),
    "method": Words("the circle through the two ends and the top was found in coordinates", "坐标法：过两端点与最高（低）点的圆"),
}  # fmt: skip
_N: Final = r"\d{1,4}(?:\.\d{1,3})?"
_U: Final = r"(?: ?(?:cm|mm|m|feet|ft|metres?|meters?|centimetres?|厘米|毫米|分米|米))?"
_IS: Final = "(?: is | = ?|=| of )"
_EN: Final = table({
    "scene": (
        r"(?:the |a |an )?(?:circular |stone |semi-?elliptical )*(?:arch|arch of a bridge|bridge arch|arch bridge|tunnel|doorway)(?: of a bridge)? (?:is|has the shape of|is in the shape of|forms) (?:an? )?(?:arc|part) of a circle(?: with)?",
        r"(?:the )?cross[- ]section of (?:a|the) (?:cylindrical )?(?:water )?pipe is a circle",
    ),
    "span": (
        rf"(?:a |the |its )?(?:circular (?:arch|arch bridge) has a )?span(?: of the arch)?{_IS}(?P<c>{_N}){_U}",
        rf"(?:a |the )?circular (?:stone )?arch(?: bridge)? (?:spans|has a span of) (?P<c>{_N}){_U}",
        rf"(?:the )?(?:surface of the water|water surface|width of the water(?: surface)?) (?:in (?:a|the) (?:circular |cylindrical )?pipe )?is (?P<c>{_N}){_U}(?: wide)?",
    ),
    "height": (
        rf"(?:and )?(?:it |with )?(?:an? |the |its )?(?:rises|rise(?: of the arch)?|height(?: of the arch)?|maximum height)(?:{_IS}| )(?P<h>{_N}){_U}(?: at its (?:middle|highest point))?",
        rf"(?:the )?(?:greatest |maximum )?depth of the water is (?P<h>{_N}){_U}",
        rf"(?:the )?water is (?P<h>{_N}){_U} deep(?: at its deepest(?: point)?)?",
    ),
    "radius": (rf"(?:the |its )?radius(?: of the (?:arch|arc|circle|pipe))?{_IS}(?P<r>{_N}){_U}",),
    "ask_radius": (rf"{FIND}(?:the )?radius(?: of (?:the|this) (?:arch|arc|circle|pipe))?",),
    "ask_diameter": (rf"{FIND}(?:the )?diameter(?: of (?:the|this) (?:circle|pipe))?",),
    "ask_span": (rf"{FIND}(?:the )?(?:span|width of the water surface)(?: of (?:the|this) arch)?",),
    "ask_height": (rf"{FIND}(?:the )?(?:height|rise)(?: of (?:the|this) arch)?",),
})  # fmt: skip
_Z_IS: Final = "(?:为|是|等于|=)"
_BRIDGE: Final = "(?:石拱桥|拱桥|赵州桥|桥拱|桥|拱门|隧道)"
_PIPE: Final = "(?:水管|管道|排水管|输水管|油管|圆柱形水管|圆柱形排水管|下水管)"
_ZH: Final = table({
    "scene": (
        rf"(?:如图,?)?(?:有|某|一|这|我国古代的?)?(?:座|个)?(?:圆弧形)?(?:的)?{_BRIDGE}(?:的)?(?:桥拱|拱圈|截面)?(?:的形状)?(?:是|呈|为)?(?:一段|一条)?(?:圆弧|圆弧形|圆弧形状)(?:的形状)?",
        rf"(?:如图,?)?(?:有|某|一|这)?(?:座|个)?圆弧形(?:的)?{_BRIDGE}(?:的)?",
        rf"(?:如图,?)?(?:有|某|一|这)?(?:个|根|段)?(?:圆柱形)?{_PIPE}(?:的)?(?:横)?截面(?:是|为)?(?:一个)?圆(?:形)?",
    ),
    "span": (
        rf"(?:(?:某|一座|一个)?(?:圆弧形(?:的)?)?{_BRIDGE}|它|其)?(?:的)?(?:跨度|跨径)(?:\([^()]{{1,12}}\))?(?:[A-Z]{{2}})?{_Z_IS}?(?P<c>{_N}){_U}",
        rf"(?:此时|管内|若)?(?:的)?(?:水面|油面)(?:的)?宽(?:度)?(?:[A-Z]{{2}})?{_Z_IS}?(?P<c>{_N}){_U}",
    ),
    "height": (
        rf"(?:{_BRIDGE}|它|其)?(?:的)?(?:拱高|弓形高|拱形高|矢高)(?:\([^()]{{1,16}}\))?(?:[A-Z]{{2}})?{_Z_IS}?(?P<h>{_N}){_U}",
        rf"(?:拱顶|弧的?中点)(?:[A-Z])?(?:到|离|距)(?:水面|弦|[A-Z]{{2}})(?:的)?(?:距离)?{_Z_IS}?(?P<h>{_N}){_U}",
        rf"(?:水|油)?(?:的)?(?:最大)?(?:深度?|最深处)(?:[A-Z]{{2}})?{_Z_IS}?(?P<h>{_N}){_U}",
    ),
    "radius": (rf"(?:(?:某|一座|一个)?(?:圆弧形(?:的)?)?{_BRIDGE}|桥拱|{_PIPE}|圆弧|截面圆)?(?:所在圆)?(?:的)?半径(?:[A-Z]{{2}}|[rR])?{_Z_IS}(?P<r>{_N}){_U}",),
    "ask_radius": (rf"{FIND_ZH}(?:则|那么)?(?:这|该|此)?(?:座|个|段|根)?(?:{_BRIDGE}|桥拱|{_PIPE}|圆弧|弧|截面圆|拱)?(?:[A-Z]{{2}})?(?:所在(?:的)?圆|截面圆?|主桥拱|拱圈)?(?:的)?半径(?:[A-Z]{{2}}|[rR])?{HOW_MUCH_ZH}",),
    "ask_diameter": (rf"{FIND_ZH}(?:则|那么)?(?:这|该|此)?(?:个|根|段)?(?:{_PIPE}|截面圆|圆)?(?:截面圆?)?(?:的)?直径{HOW_MUCH_ZH}",),
    "ask_span": (rf"{FIND_ZH}(?:则|那么)?(?:{_BRIDGE}|桥拱)?(?:的)?(?:跨度|水面宽(?:度)?)(?:[A-Z]{{2}})?{HOW_MUCH_ZH}",),
    "ask_height": (rf"{FIND_ZH}(?:则|那么)?(?:{_BRIDGE}|桥拱)?(?:的)?(?:拱高|水(?:的最大)?深度?|水的深度)(?:[A-Z]{{2}})?{HOW_MUCH_ZH}",),
})  # fmt: skip
_UNIT_SAID: Final = re.compile(r"\(单位[:为]?(?:米|厘米|m|cm)\)|\(in (?:m|metres|meters|cm)\)")


def read(text: Text) -> Reading:
    """Two measures told and the third asked."""
    if not re.search(r"(?i)\barch|\bpipe|拱|水管|管道|水面宽", text.source) or len(text.source) > 240:
        return None
    plain = _UNIT_SAID.sub("", plain_line(text) if text.language == "en" else text.source.replace("$", ""))
    told = clauses(plain, _EN if text.language == "en" else _ZH)
    if isinstance(told, str) or not has_one_unit(plain):
        return None
    asked = [one for one in told if one.kind.startswith("ask")]
    given = [one for one in told if one.kind in ("span", "height", "radius")]
    if len(asked) != 1 or len(given) != 2 or given[0].kind == given[1].kind:
        return None
    values = {one.kind: sp.Rational(next(iter(one.values.values()))) for one in given}
    return _task(values, asked[0].kind.removeprefix("ask_"), text.language)


def _task(values: dict[str, sp.Rational], asked: str, say: Language) -> Prepared | None:
    of = asked.replace("diameter", "radius")
    if of in values or not all(values.values()):
        return None
    c, h, r = (values.get(name) for name in ("span", "height", "radius"))
    if c is not None and h is not None:
        if 2 * h > c:
            return None  # more than half of a circle: then the centre lies above, and the words mean something else
        value = (h**2 + (c / 2) ** 2) / (2 * h)
        step = WORDS["radius"].say(say, half=said(c / 2), value=said(value))
        line, ends = f"({source_of(h**2)} + {source_of((c / 2) ** 2)})/S({source_of(2 * h)})", (c, h)
    elif r is not None and h is not None:
        if h > r:
            return None
        half = sp.sqrt(r**2 - (r - h) ** 2)
        value = 2 * half
        step = WORDS["span"].say(say, d=said(r - h), half=said(half), value=said(value))
        line, ends = f"2*sqrt({source_of(r**2)} - {source_of((r - h) ** 2)})", (None, h)
    else:
        assert c is not None and r is not None
        if c > 2 * r:
            return None
        d = sp.sqrt(r**2 - (c / 2) ** 2)
        value = r - d
        step = WORDS["height"].say(say, half=said(c / 2), d=said(d), value=said(value))
        line, ends = f"{source_of(r)} - sqrt({source_of(r)}**2 - ({source_of(c / 2)})**2)", (c, None)
    steps, found, result = [step], "S(answer)", f"simplify({line})"
    if asked == "diameter":
        steps.append(WORDS["diameter"].say(say, value=said(2 * value)))
        found, result = "S(answer)/2", f"2*({line})"
    span, height, radius = (found if v is None else source_of(v) for v in (*ends, r))
    tests = (
        f"circle = Circle(Point(-({span})/2, 0), Point(({span})/2, 0), Point(0, {height}))",
        f"answer > 0 and simplify(circle.radius - ({radius})) == 0 and bool(circle.center.y <= 0)",
    )
    source = cell(comment(WORDS["code"].say(say)), result)
    return Prepared(say, tuple(steps), source, tests, WORDS["method"])
