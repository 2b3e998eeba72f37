"""Similar solids: lengths have the ratio k, areas k², volumes k³.

Read: two solids called smaller and larger, or by letters; a pair of equal measures or their ratio, one measure of one of them, the same of the other; or
a ratio from a ratio. Not: three solids, densities, costs by area. Plane figures: `geometry/similar_figures.py`.
"""

from __future__ import annotations

import re
from typing import Final

import sympy as sp

from solver.latex import exact_latex
from solver.topics.asking import FIND, FIND_ZH, HOW_MUCH_ZH
from solver.topics.base import Task, Words
from solver.topics.cells import comment, exact_source
from solver.topics.clauses import Said
from solver.topics.exams.kinds import Exam, Unfit, kind, shown_number, task

_SOLID: Final = r"(?:(?:cylindrical|conical|glass|plastic|wooden|metal|rectangular|square-based|solid) )?(?:vases?|cylinders?|solids?|cones?|bottles?|jugs?|jars?|prisms?|pyramids?|cuboids?|boxes|box|containers?|cans?|tins?|cups?|mugs?|statues?|candles?|tanks?|shapes?|blocks?|glasses|glass|buckets?|bowls?|objects?|cartons?|pots?|barrels?|ones?|frustums?|ornaments?|balloons?)"
_LENGTH: Final = "(?:perpendicular |vertical |slant )?heights?|(?:base )?radi(?:us|i)|(?:base )?diameters?|lengths?|widths?|depths?|(?:base |corresponding )?(?:edges?|sides?)(?: lengths?)?|perimeters? of the bases?|corresponding lengths"
_AREA: Final = (
    "(?:total |curved |lateral )?surface areas?|areas?(?: of the bases?)?|base areas?|cross-sectional areas?"
)
_VOLUME: Final = "volumes?|capacit(?:y|ies)"
_MEASURE: Final = (
    rf"(?:corresponding )?(?P<measure>{_LENGTH}|{_AREA}|{_VOLUME}|linear measures|corresponding lengths)"
)
_U: Final = r"(?: ?(?:cm|mm|m|km|ml|l|litres?|liters?|inches|ft|feet|units?)(?:[²³]| ?cubed| ?squared)?| ?cubic (?:cm|centimet(?:er|re)s|m|inches|units)| ?square (?:cm|centimet(?:er|re)s|m|inches|units))?"
_WHO: Final = rf"(?:the (?P<size>smaller|larger|bigger|small|large|big|taller|shorter)(?: {_SOLID})?|(?:{_SOLID} )?(?P<name>(?-i:[A-Z])(?![A-Za-z])))"
_SIMILAR: Final = "(?:mathematically |geometrically )?similar"
_EN: Final = {
    "pair": (
        rf"(?:the )?(?:2|two) {_SIMILAR} {_SOLID} have {_MEASURE} (?:of )?<p>{_U} and <q>{_U}(?: respectively)?",
        rf"(?:the )?{_MEASURE} of (?:2|two) {_SIMILAR} {_SOLID} are <p>{_U} and <q>{_U}(?: respectively)?",
        rf"their {_MEASURE} are <p>{_U} and <q>{_U}(?: respectively)?",
    ),
    "ratio": (
        rf"(?:the )?ratio of (?:the |their )?{_MEASURE}(?: of (?:the )?(?:(?:2|two) )?(?:{_SIMILAR} )?{_SOLID})? is <p> ?(?::|to) ?<q>",
        rf"(?:the )?{_MEASURE} of (?:the )?(?:2|two) {_SIMILAR} {_SOLID} are in the ratio(?: of)? <p> ?(?::|to) ?<q>",
        rf"(?:2|two) {_SIMILAR} {_SOLID} have {_MEASURE} in the ratio(?: of)? <p> ?(?::|to) ?<q>",
    ),
    "similar": (
        rf"(?:the )?(?:2|two) {_SOLID} are {_SIMILAR}",
        rf"{_SOLID} (?P<first>(?-i:[A-Z])) and (?:{_SOLID} )?(?P<second>(?-i:[A-Z])) are {_SIMILAR}(?: {_SOLID})?",
        rf"there are (?:2|two) {_SIMILAR} {_SOLID}",
    ),
    "known": (
        rf"the {_MEASURE} of {_WHO} is <v>{_U}",
        rf"{_WHO} has (?:a |an )?{_MEASURE} (?:of )?<v>{_U}",
        rf"{_WHO} is <v>{_U} (?P<long>high|tall|long|wide|deep)",
        rf"{_WHO} (?P<holds>holds|can hold|has room for|contains) <v>{_U}(?: of \w+)?(?: when full)?",
    ),
    "ask": (
        rf"{FIND}the {_MEASURE} of {_WHO}(?: ?,? in {_U})?",
        rf"how (?P<long>tall|high|long|wide|deep) is {_WHO}",
        rf"how (?:much|many{_U})(?: \w+)? (?P<holds>does|can|will) {_WHO} hold(?: when full)?",
    ),
    "ask_ratio": (rf"{FIND}the ratio of (?:the |their )?{_MEASURE}(?: of the (?:2 |two )?{_SOLID})?",),
}  # fmt: skip
_Z_MEASURE: Final = (
    "(?P<measure>表面积|侧面积|底面积|体积|容积|高|底面半径|底面周长|半径|棱长|母线长|直径|边长|相似)"
)
_Z_SOLID: Final = "(?:圆柱|圆锥|棱柱|棱锥|长方体|几何体|立体图形|立方体|正方体|容器|球)"
_ZH: Final = {
    "ratio": (
        rf"(?:已知|若)?(?:有)?两个相似的?{_Z_SOLID}的?{_Z_MEASURE}(?:之|的)?比(?:为|是)<p>:<q>",
    ),
    "ask_ratio": (rf"{FIND_ZH}(?:则)?(?:它们|其|这两个{_Z_SOLID})的?{_Z_MEASURE}(?:之|的)?比{HOW_MUCH_ZH}",),
}  # fmt: skip
_WORDS: Final = {
    "law": Words("In similar solids lengths have the ratio \\(k\\), areas \\(k^2\\) and volumes \\(k^3\\).", "相似立体图形中，长度之比为 \\(k\\)，面积之比为 \\(k^2\\)，体积之比为 \\(k^3\\)。"),
    "k": Words("So \\[k^{{{d}}}=\\frac{{{q}}}{{{p}}}={power},\\qquad k={k}\\]", "所以 \\[k^{{{d}}}=\\frac{{{q}}}{{{p}}}={power},\\qquad k={k}\\]"),
    "k1": Words("So \\[k=\\frac{{{q}}}{{{p}}}={k}\\]", "所以 \\[k=\\frac{{{q}}}{{{p}}}={k}\\]"),
    "up": Words("What is asked is \\({v}\\cdot {factor}={value}\\).", "所求为 \\({v}\\cdot {factor}={value}\\)。"),
    "down": Words("What is asked is \\({v}\\div {factor}={value}\\).", "所求为 \\({v}\\div {factor}={value}\\)。"),
    "ratio": Words("What is asked is \\(1:k^{{{d}}}={value}\\).", "所求的比为 \\(1:k^{{{d}}}={value}\\)。"),
    "code": Words("ratio of the lengths", "长度之比"),
    "method": Words("the ratios of lengths were formed from both measures and compared", "由两组量分别求出长度之比并比较"),
}  # fmt: skip
_SMALL: Final = ("smaller", "small", "shorter")


def _dimension(said: Said) -> int:
    word = said.values.get("measure", "").lower()
    if "holds" in said.values or re.match(_VOLUME, word) or word in ("体积", "容积"):
        return 3
    return 2 if re.fullmatch(_AREA, word) or word in ("表面积", "侧面积", "底面积") else 1


def _is_first(said: Said, names: tuple[str, ...]) -> bool:
    """Whether it is the smaller one, or the one that is named first."""
    if "name" in said.values:
        if said.values["name"] not in names:
            raise Unfit
        return said.values["name"] == names[0]
    if names:
        raise Unfit
    return said.values["size"].lower() in _SMALL


@kind(r"相似", "zh", _ZH)
@kind(r"(?i)\bsimilar\b", "en", _EN)
def solids(exam: Exam) -> list[Task]:
    """Two solids."""
    say = exam.language
    called = [s for s in exam.said if "first" in s.values]
    names = (called[0].values["first"], called[0].values["second"]) if len(called) == 1 else ()
    told, asked = exam.maybe("pair", "ratio"), exam.asked
    known = exam.all("known")
    if len(asked) != 1:
        raise Unfit
    (what,) = asked
    d_asked = _dimension(what)
    if told is not None:
        p, q, d = told.number("p"), told.number("q"), _dimension(told)
        if not names and told.kind == "pair":
            p, q = min(p, q), max(p, q)
    else:
        same = [(a, b) for a in known for b in known if a is not b and _dimension(a) == _dimension(b) and a.values.get("measure", "").lower() == b.values.get("measure", "").lower() and _is_first(a, names) and not _is_first(b, names)]  # fmt: skip
        if len(same) != 1:
            raise Unfit
        ((one, other),) = same
        p, q, d = one.number("v"), other.number("v"), _dimension(one)
        known = [s for s in known if s not in (one, other)]
    if min(p, q) <= 0 or p == q or not names and told is not None and told.kind == "ratio" and p > q and what.kind == "ask":  # fmt: skip
        raise Unfit
    k = sp.root(sp.Rational(q) / p, d)
    steps = [_WORDS["law"].say(say), _WORDS["k" if d > 1 else "k1"].say(say, d=d, q=exact_latex(q), p=exact_latex(p), power=exact_latex(q / p), k=exact_latex(k))]  # fmt: skip
    root = (
        f"k = root(S({exact_source(q)}) / {exact_source(p)}, {d})"
        if d > 1
        else f"k = S({exact_source(q)}) / {exact_source(p)}"
    )
    if what.kind == "ask_ratio":
        if known or d == d_asked:
            raise Unfit
        power = sp.nsimplify(k**d_asked)
        if not power.is_Rational:
            raise Unfit
        steps.append(_WORDS["ratio"].say(say, d=d_asked, value=f"{power.q}:{power.p}"))
        return [
            task(exam, steps, (comment(_WORDS["code"].say(say)), root, f"1 / k**{d_asked}"),
                 (f"answer > 0 and S(answer)**{d} == (S({exact_source(p)}) / {exact_source(q)})**{d_asked}",), _WORDS["method"], shown=_as_ratio)
        ]  # fmt: skip
    if (
        len(known) != 1
        or _dimension(known[0]) != d_asked
        or _is_first(known[0], names) == _is_first(what, names)
    ):
        raise Unfit
    v, up = known[0].number("v"), _is_first(known[0], names)
    factor = sp.nsimplify(k**d_asked)
    value = sp.radsimp(v * factor if up else v / factor)
    steps.append(_WORDS["up" if up else "down"].say(say, v=exact_latex(v), factor=exact_latex(factor), value=exact_latex(value)))  # fmt: skip
    lines = (
        comment(_WORDS["code"].say(say)),
        root,
        f"radsimp({exact_source(v)} {'*' if up else '/'} k**{d_asked})",
    )
    ratio = f"S(answer) / {exact_source(v)}" if up else f"S({exact_source(v)}) / answer"
    tests = (
        f"answer > 0 and simplify(({ratio})**{d} - (S({exact_source(q)}) / {exact_source(p)})**{d_asked}) == 0",
    )
    return [task(exam, steps, lines, tests, _WORDS["method"])]


def _as_ratio(value: sp.Expr) -> str | None:
    return f"{value.p}:{value.q}" if isinstance(value, sp.Rational) else shown_number(value)
