"""A cone and the sector that its side is made of: the arc is the circumference of the base, the radius of the sector is the slant height.

Read: two of base radius, slant height (radius of the sector), angle of the sector, height; asked are the others, or the area of the side. Not: areas given.
"""

from __future__ import annotations

from typing import Final

import sympy as sp

from solver.latex import exact_latex
from solver.topics.asking import FIND, FIND_ZH, HOW_MUCH_ZH
from solver.topics.base import Task, Words
from solver.topics.cells import comment, exact_source
from solver.topics.exams.kinds import Exam, Unfit, kind, task

_U: Final = r"(?: ?(?:cm|m|mm|units?))?"
_ZU: Final = r"(?:厘米|米|分米|cm|m|dm)?"
_ZIS: Final = r"(?:为|是|等于|=)?"
_ANGLE: Final = r"(?P<angle>\d+(?:\.\d+)?) ?°"
_EN: Final = {
    "sector": (
        rf"(?:a|the) sector (?:of a circle )?(?:of|with|has) (?:a )?radius (?:of )?<l:root>{_U} and (?:an? )?(?:central |sector )?angle (?:of )?{_ANGLE} (?:is|can be) (?:folded|rolled|bent|curled|used|joined|made|formed)(?: up)? (?:to (?:make|form)|into) (?:a|the curved surface of a|the lateral surface of a) (?:hollow )?cone",
        rf"a cone is (?:made|formed) (?:from|by (?:folding|rolling|joining the (?:edges|straight edges) of)) a sector (?:of a circle )?(?:of|with) radius (?:of )?<l:root>{_U} and (?:an? )?(?:central )?angle (?:of )?{_ANGLE}",
    ),
    "told": (rf"(?:a|the) sector (?:of a circle )?(?:of|with|has) (?:a )?radius (?:of )?<l:root>{_U} and (?:an? )?(?:central |sector )?angle (?:of )?{_ANGLE}",),
    "made": (r"(?:it|the sector|this sector) is (?:folded|rolled|bent|curled|used|made|formed|cut out and folded)(?: up)? (?:to (?:make|form)|into) (?:a|the curved surface of a) (?:hollow |right circular )?cone", r"(?:its|the) (?:two )?(?:straight )?(?:edges|sides|radii|bounding radii) are (?:joined|brought|glued|taped|stuck|placed)(?: together)?(?: to (?:make|form) (?:a|the curved surface of a) (?:hollow |right circular )?cone)?", r"to (?:make|form) (?:a|the curved surface of a) (?:hollow |right circular )?cone", r"by joining (?:its|the) (?:two )?(?:straight )?(?:edges|sides|radii)(?: together)?,? (?:a|the sector forms a) cone is (?:made|formed)"),
    "semicircle": (rf"a (?:semicircle|semicircular piece of (?:paper|card)) (?:of|with) radius <l:root>{_U} is (?:folded|rolled|bent|made|formed) (?:to (?:make|form)|into) a cone", rf"a cone is (?:made|formed) (?:from|by (?:folding|rolling)) a semicircle (?:of|with) radius <l:root>{_U}"),
    "cone": (
        rf"(?:a|the) cone (?:has|with) (?:a )?(?:base )?radius (?:of )?<r:root>{_U} and (?:a )?slant height (?:of )?<l:root>{_U}",
        rf"(?:a|the) cone (?:has|with) (?:a )?(?:base )?radius (?:of )?<r:root>{_U} and (?:a )?(?:perpendicular |vertical )?height (?:of )?<h:root>{_U}",
    ),
    "idle": (r"(?:leaving|leave|giving|give) (?:your )?(?:answer )?(?:π in (?:your|the) answer|(?:in terms|as a multiple) of π)", r"when it is cut open(?: along a slant height)? and (?:laid flat|flattened|opened out),? it forms a sector(?: of a circle)?", r"its curved surface is (?:cut (?:open )?and )?(?:laid flat|opened out|unrolled)(?: (?:to form|into|as) a sector)?"),
    "ask_radius": (rf"{FIND}(?:the )?(?:base radius|radius of (?:the |its )?base)(?: of the cone)?",),
    "ask_height": (rf"{FIND}(?:the |its )?(?:perpendicular |vertical )?height(?: of the cone)?",),
    "ask_slant": (rf"{FIND}(?:the |its )?slant height(?: of the cone)?",),
    "ask_volume": (rf"{FIND}(?:the )?(?:exact )?volume (?:of (?:the|this) cone)?(?:,? (?:leaving|giving|in terms of|as a multiple of)[^.]{{0,30}}?π[^.]{{0,12}}?)?",),
    "ask_angle": (rf"{FIND}(?:the )?(?:central )?(?:angle of (?:the|this) sector|sector angle)(?: ?,? in degrees)?",),
}  # fmt: skip
_CONE: Final = r"(?:(?:这个|该|此|所围(?:成)?的?|围成的?|它|其)?(?:圆锥)?的?)"
_ZH: Final = {
    "sector": (
        rf"(?:将|把|用|已知|若)?(?:一个|一张)?半径{_ZIS}<l:root>{_ZU},?(?:且|的)?圆心角{_ZIS}{_ANGLE}的扇形(?:纸片|铁皮|纸板)?,?(?:恰好)?(?:围成|做成|卷成|作为)(?:了)?一个圆锥(?:的侧面|形纸帽|筒)?",
        rf"(?:将|把|用|已知|若)?(?:一个|一张)?圆心角{_ZIS}{_ANGLE},?(?:且|的)?半径{_ZIS}<l:root>{_ZU}的扇形(?:纸片|铁皮|纸板)?,?(?:恰好)?(?:围成|做成|卷成|作为)(?:了)?一个圆锥(?:的侧面|形纸帽|筒)?",
        rf"(?:已知|若)?(?:一个)?圆锥的侧面展开图(?:是|为)(?:一个)?半径{_ZIS}<l:root>{_ZU},?圆心角{_ZIS}{_ANGLE}的扇形",
    ),
    "lettered": (r"(?:将|把|用)?(?:一个|一张)?圆心角(?:的度数)?(?:为|是)(?P<letter>[θαnx])°?的扇形(?:纸片|铁皮|纸板)?,?(?:围成|做成|卷成)(?:了)?一个圆锥(?:的侧面)?",),
    "semicircle": (rf"(?:已知|若)?(?:一个)?圆锥的侧面展开图(?:是|为)(?:一个)?半径{_ZIS}<l:root>{_ZU}的半圆", rf"(?:将|把|用)?(?:一个|一张)?半径{_ZIS}<l:root>{_ZU}的半圆(?:形)?(?:纸片|铁皮)?,?(?:围成|卷成|做成)一个圆锥(?:的侧面)?"),
    "angle": (rf"(?:它的|其|且|圆锥的?)?侧面展开图(?:扇形)?的?圆心角(?:的度数)?{_ZIS}{_ANGLE}",),
    "base": (rf"(?:已知|若)?(?:一个|这个|该)?圆锥的?(?:底面|底)(?:圆)?(?:的)?半径(?:r)?{_ZIS}<r:root>{_ZU}",),
    "slant": (rf"(?:圆锥的?)?母线(?:的)?长?(?:l)?{_ZIS}<l:root>{_ZU}",),
    "height": (rf"(?:圆锥的?)?高(?:h)?{_ZIS}<h:root>{_ZU}",),
    "idle": (r"[(（]?(?:接缝|接缝处|接头)(?:处)?(?:忽略不计|不计)[)）]?",),
    "ask_radius": (rf"{FIND_ZH}(?:则)?{_CONE}底面(?:圆)?的?半径(?:r)?{HOW_MUCH_ZH}(?:厘米|cm)?",),
    "ask_height": (rf"{FIND_ZH}(?:则)?{_CONE}高(?:h)?{HOW_MUCH_ZH}(?:厘米|cm)?",),
    "ask_slant": (rf"{FIND_ZH}(?:则)?{_CONE}母线(?:的)?长?{HOW_MUCH_ZH}(?:厘米|cm)?",),
    "ask_angle": (
        rf"{FIND_ZH}(?:则)?(?:它的|其|这个圆锥的?|该圆锥的?|圆锥的?)?侧面展开图(?:扇形)?的?圆心角(?:的度数)?{HOW_MUCH_ZH}(?:度|多少度)?",
        rf"{FIND_ZH}(?:则)?(?:这个|该|此)?扇形的?圆心角(?:的度数)?{HOW_MUCH_ZH}(?:度|多少度)?",
        r"(?:求|则)?(?P<name>[θαnx])(?:的度数)?(?:等于|是|为|=)?(?:多少度?|度)?",
    ),
    "ask_volume": (rf"{FIND_ZH}(?:则)?{_CONE}体积V?{HOW_MUCH_ZH}",),
    "ask_area": (rf"{FIND_ZH}(?:则)?{_CONE}侧面积{HOW_MUCH_ZH}",),
    "ask_slant_area": (rf"{FIND_ZH}(?:则)?{_CONE}母线(?:的)?长?和侧面积{HOW_MUCH_ZH}",),
}  # fmt: skip
_WORDS: Final = {
    "arc": Words("The arc of the sector becomes the circumference of the base, its radius \\(l\\) the slant height: \\[\\frac{{n}}{{360}}\\cdot 2\\pi l=2\\pi r,\\qquad r=\\frac{{n}}{{360}}\\,l\\]", "扇形的弧长等于圆锥底面的周长，扇形的半径就是母线长 \\(l\\)：\\[\\frac{{n}}{{360}}\\cdot 2\\pi l=2\\pi r,\\qquad r=\\frac{{n}}{{360}}\\,l\\]"),
    "r": Words("So \\(r=\\frac{{{n}}}{{360}}\\cdot {l}={r}\\).", "所以 \\(r=\\frac{{{n}}}{{360}}\\cdot {l}={r}\\)。"),
    "l": Words("So \\(l=\\frac{{360}}{{{n}}}\\cdot {r}={l}\\).", "所以 \\(l=\\frac{{360}}{{{n}}}\\cdot {r}={l}\\)。"),
    "n": Words("So \\(n=\\frac{{360 r}}{{l}}=\\frac{{360\\cdot {r}}}{{{l}}}={n}\\) degrees.", "所以 \\(n=\\frac{{360 r}}{{l}}=\\frac{{360\\cdot {r}}}{{{l}}}={n}\\)（度）。"),
    "h": Words("Height, base radius and slant height form a right triangle: \\(h=\\sqrt{{l^2-r^2}}={h}\\).", "高、底面半径与母线构成直角三角形：\\(h=\\sqrt{{l^2-r^2}}={h}\\)。"),
    "l_h": Words("Height, base radius and slant height form a right triangle: \\(l=\\sqrt{{r^2+h^2}}={l}\\).", "高、底面半径与母线构成直角三角形：\\(l=\\sqrt{{r^2+h^2}}={l}\\)。"),
    "volume": Words("The volume is \\(\\frac13\\pi r^2h={volume}\\), with \\(h=\\sqrt{{l^2-r^2}}={h}\\).", "\\(h=\\sqrt{{l^2-r^2}}={h}\\)，体积 \\(\\frac13\\pi r^2h={volume}\\)。"),
    "area": Words("The side has the area \\(\\pi r l={area}\\).", "侧面积 \\(\\pi r l={area}\\)。"),
    "code": Words("arc of the sector = circumference of the base", "扇形弧长等于底面周长"),
    "method": Words("arc and circumference, and the right triangle in the cone, were compared", "比较弧长与底面周长，并检验圆锥中的直角三角形"),
}  # fmt: skip
_ASKED: Final = {"radius": ("r",), "height": ("h",), "slant": ("l",), "angle": ("n",), "area": ("area",), "volume": ("volume",), "slant_area": ("l", "area")}  # fmt: skip


@kind(r"圆锥", "zh", _ZH)
@kind(r"(?i)\bcone\b.*\bsector\b|\bsector\b.*\bcone\b|\bsemicirc.*\bcone\b|\bcone\b.*\bsemicirc", "en", _EN)
def cone(exam: Exam) -> list[Task]:
    """One cone and its sector."""
    known: dict[str, sp.Expr] = {}
    for s in exam.said:
        for name in ("r", "l", "h"):
            if name in s.values:
                known.setdefault(name, s.root(name))
                if known[name] != s.root(name):
                    raise Unfit
        if "angle" in s.values:
            known["n"] = sp.Rational(s.values["angle"])
        if s.kind == "semicircle":
            known["n"] = sp.Integer(180)
    names = {s.values["name"] for s in exam.asked if "name" in s.values}
    letters = {s.values["letter"] for s in exam.said if "letter" in s.values}
    told = {k: known[k] for k in known}
    if len(told) != 2 or names - letters or set(told) == {"n", "h"}:
        raise Unfit
    if not all(v > 0 for v in told.values()) or not told.get("n", sp.Integer(1)) < 360:
        raise Unfit
    if "r" in told and "l" in told and not told["r"] < told["l"] or set(told) == {"l", "h"}:
        raise Unfit
    return [_task(exam, told, what) for s in exam.asked for what in _ASKED[s.kind.removeprefix("ask_")]]


def _task(exam: Exam, told: dict[str, sp.Expr], what: str) -> Task:
    say, all_of = exam.language, dict(told)
    steps = list[str]()
    if {"n", "r"} & set(told) != {"r"} or what in ("n", "l") and "h" not in told:
        steps.append(_WORDS["arc"].say(say))
    if "h" in told:
        all_of["l"] = sp.sqrt(told["r"] ** 2 + told["h"] ** 2)
        steps.append(_WORDS["l_h"].say(say, l=exact_latex(all_of["l"])))
    if "n" in told and "l" in told:
        all_of["r"] = told["n"] * told["l"] / 360
        steps.append(_WORDS["r"].say(say, n=exact_latex(told["n"]), l=exact_latex(told["l"]), r=exact_latex(all_of["r"])))  # fmt: skip
    elif "n" in told:
        all_of["l"] = 360 * told["r"] / told["n"]
        steps.append(_WORDS["l"].say(say, n=exact_latex(told["n"]), r=exact_latex(told["r"]), l=exact_latex(all_of["l"])))  # fmt: skip
    r, length = all_of["r"], all_of["l"]
    all_of["n"] = sp.radsimp(360 * r / length)
    all_of["h"] = sp.sqrt(length**2 - r**2)
    all_of["area"] = sp.pi * r * length
    all_of["volume"] = sp.pi * r**2 * all_of["h"] / 3
    if what in told:
        raise Unfit
    if what == "n":
        if not steps or "h" in told:
            steps.append(_WORDS["arc"].say(say))
        steps.append(
            _WORDS["n"].say(say, r=exact_latex(r), l=exact_latex(length), n=exact_latex(all_of["n"]))
        )
    elif what in ("h", "area", "volume"):
        told_of = {"h": exact_latex(all_of["h"]), what: exact_latex(all_of[what])}
        steps.append(_WORDS[what].say(say, **told_of))
    formulas = {"r": "n * l / 360", "l": "360 * r / n" if "n" in told else "sqrt(r**2 + h**2)"}
    lines = [f"{', '.join(told)} = {', '.join(f'S({exact_source(v)})' for v in told.values())}"]
    lines.append(comment(_WORDS["code"].say(say)))
    lines += [f"{name} = {formulas[name]}" for name in ("r", "l") if name not in told and name != what]
    ends = {
        "n": "radsimp(360 * r / l)",
        "h": "sqrt(l**2 - r**2)",
        "area": "pi * r * l",
        "volume": "pi * r**2 * sqrt(l**2 - r**2) / 3",
    }
    lines.append(ends[what] if what in ends else formulas[what])
    values = {k: exact_source(v) for k, v in all_of.items() if k != what}
    n, r_, l_ = (f"S({values.get(name, 'answer')})" for name in "nrl")
    arcs = f"answer > 0 and simplify({n} * pi * {l_} / 180 - 2 * pi * {r_}) == 0"
    test = {
        "h": f"answer > 0 and simplify(answer**2 + {r_}**2 - {l_}**2) == 0",
        "volume": f"simplify((3 * answer / (pi * {r_}**2))**2 + {r_}**2 - {l_}**2) == 0 and simplify({n} * {l_} - 360 * {r_}) == 0",
        "area": f"simplify(answer - {n} / 360 * pi * {l_}**2) == 0",
    }.get(what, arcs)
    return task(exam, steps, lines, (test,), _WORDS["method"])
