"""Two similar figures: from the ratio of their sides, perimeters or areas to a side, a perimeter or an area of the other one.

Read: "two similar triangles have areas 50 and 98", a ratio of sides or areas, 相似比, with one quantity of the smaller or larger one. Not: solids, maps, points on
sides, figures that are not called smaller, larger, or the other.
"""

from __future__ import annotations

import re
from typing import Any, Final

import sympy as sp

from solver.latex import latex
from solver.topics.asking import FIND, FIND_ZH, HOW_MUCH_ZH
from solver.topics.base import Reading, Text, Unread, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.clauses import Said, clauses, has_one_unit, table, without_dollars
from solver.topics.prepared import Prepared, one_value

_FIGURES: Final = r"(?:triangles|polygons|figures|rectangles|pentagons|hexagons|quadrilaterals|parallelograms|trapezoids|rhombuses)"
_FIGURE: Final = r"(?:triangle|polygon|figure|rectangle|pentagon|hexagon|quadrilateral|parallelogram|trapezoid|rhombus|one)"
_F_ZH: Final = r"(?:三角形|多边形|四边形|五边形|六边形|矩形|图形)"
_U: Final = r"(?: ?(?P<u{n}>square (?:cm|centimet(?:er|re)s|m|met(?:er|re)s|inches|units)|cm ?(?:\^ ?\{? ?2 ?\}?|²)|m ?(?:\^ ?\{? ?2 ?\}?|²)|cm|mm|m|inches|feet|ft|units|平方厘米|平方米|平方分米|厘米|分米|米)(?: long)?)?"
_SIZE: Final = r"(?P<size>smaller|larger|bigger|small|large|big|first|second)"
_SIZE_ZH: Final = r"(?:其中)?(?:一个)?(?P<size>较小|较大|小|大)的?"


def _unit(n: int) -> str:
    return _U.replace("{n}", str(n))


_KIND: Final = (
    r"(?P<kind>(?:corresponding )?sides|side lengths|lengths of corresponding sides|areas|perimeters)"
)
_TABLE: Final = table({
    "pair": (
        rf"(?:the )?(?:two )?similar {_FIGURES} have {_KIND}(?: of)? <p>{_unit(1)} and <q>{_unit(2)}",
        rf"(?:the )?{_KIND} of (?:the )?two similar {_FIGURES} are <p>{_unit(1)} and <q>{_unit(2)}",
        rf"(?:已知)?(?:有)?两个?相似{_F_ZH}的(?P<kind>面积|周长|对应边长?|对应边)(?:分别)?(?:为|是) ?<p>{_unit(1)}[,和与] ?<q>{_unit(2)}",
    ),
    "ratio": (
        rf"(?:the )?ratio of (?:the )?{_KIND} of two similar {_FIGURES} is <p> ?(?::|to) ?<q>",
        rf"(?:the )?(?:two )?similar {_FIGURES} have (?:their )?{_KIND} in the ratio(?: of)? <p> ?(?::|to) ?<q>",
        rf"(?:the )?{_KIND} of two similar {_FIGURES} are in the ratio <p> ?(?::|to) ?<q>",
        rf"(?:已知)?(?:有)?两个?相似{_F_ZH}的(?P<kind>面积|周长|对应边|相似)(?:的|之)?比(?:为|是) ?<p> ?: ?<q>",
    ),
    "known": (
        rf"(?:if )?(?:one|a|the|the longest|the shortest) ?(?P<what>side|perimeter|area) of the {_SIZE} {_FIGURE}? ?(?:is|has length|measures) <v>{_unit(3)}",
        rf"(?:若|如果)?{_SIZE_ZH}{_F_ZH}?的(?P<what>一条边长?|一边长?|最长边|最短边|周长|面积)(?:长)?(?:为|是) ?<v>{_unit(3)}",
    ),
    "asked": (
        rf"(?:{FIND}|how long is )?the (?:corresponding |length of the corresponding |matching )?(?P<what>side|perimeter|area) (?:of|in) the {_SIZE.replace('smaller', 'other|smaller')} {_FIGURE}?",
        rf"{FIND_ZH}(?:则)?(?:另一个|{_SIZE_ZH}){_F_ZH}?的(?P<what>对应边长?|对应边的长|最长边|最短边|周长|面积)(?:长)?{HOW_MUCH_ZH}",
    ),
})  # fmt: skip
WORDS: Final = {
    "sides": Words("In similar figures all lengths have the same ratio: the larger one has \\({k}\\) times the lengths of the smaller one.", "相似图形的对应线段（以及周长）之比都等于相似比：大图形的长度是小图形的 \\({k}\\) 倍。"),
    "areas": Words("The ratio of the areas is the square of the ratio of the lengths: \\[k^2=\\frac{{{q}}}{{{p}}}={square},\\qquad k={k}\\]", "相似图形的面积比等于相似比的平方：\\[k^2=\\frac{{{q}}}{{{p}}}={square},\\qquad k={k}\\]"),
    "length": Words("So it is \\({v}{sign}{k}={value}\\).", "所以所求为 \\({v}{sign}{k}={value}\\)。"),
    "area": Words("Areas have the ratio \\(k^2={square}\\): \\({v}{sign}{square}={value}\\).", "面积比为 \\(k^2={square}\\)：\\({v}{sign}{square}={value}\\)。"),
    "answer": Words("It is \\({answer}\\).", "答案是 \\({answer}\\)。"),
    "code": Words("ratio of the lengths, larger to smaller", "大图形与小图形的相似比"),
    "method": Words("the ratios were formed again from the answer and compared", "由答案重新求出两个比并比较"),
}  # fmt: skip


def read(text: Text) -> Reading:
    """Two similar figures, one quantity of one of them, and the same kind of the other."""
    if not re.search(r"(?i)similar|相似", text.source):
        return None
    plain = re.sub(r"(?<=[\d\s])\s*\^\s*\{?\s*2\s*\}?", "^2", without_dollars(text.source))
    plain = re.sub(r"\\(?:text|mathrm)|(?<=m)\s*\^2", lambda m: "²" if "^" in m[0] else "", plain)
    if not has_one_unit(plain.replace("²", "")):
        return None
    found = clauses(plain, _TABLE)
    if isinstance(found, str):
        return Unread((found,)) if re.search("(?i)two similar|两个?相似", plain) else None
    kinds = sorted(said.kind for said in found)
    if kinds not in (["asked", "known", "pair"], ["asked", "known", "ratio"]):
        return None
    by = {said.kind: said for said in found}
    return _task(by.get("pair") or by["ratio"], by["known"], by["asked"], text)


def _is_small(size: str) -> bool | None:
    return True if re.fullmatch("smaller|small|较小|小", size) else False if re.fullmatch("larger|bigger|large|big|较大|大", size) else None  # fmt: skip


def _kind(said: Said, name: str) -> str:
    word = said.values[name].lower()
    return "area" if "area" in word or "面积" in word else "perimeter" if "perimeter" in word or "周长" in word else "side"  # fmt: skip


def _task(told: Said, known: Said, asked: Said, text: Text) -> Reading:
    small = _is_small(known.values["size"])
    target = (
        _is_small(asked.values.get("size", "other")) if asked.values.get("size", "other") != "other" else None
    )
    p, q, v = told.number("p"), told.number("q"), known.number("v")
    what = _kind(asked, "what")
    if small is None or target is not None and target == small or _kind(known, "what") != what or p == q or min(p, q, v) <= 0:  # fmt: skip
        return None
    low, high = min(p, q), max(p, q)
    is_area = _kind(told, "kind") == "area"
    ratio = sp.sqrt(high / low) if is_area else high / low
    factor = ratio**2 if what == "area" else ratio
    value = sp.radsimp(v * factor if small else v / factor)
    say = text.language
    steps = [WORDS["areas"].say(say, p=latex(low), q=latex(high), square=latex(high / low), k=latex(ratio)) if is_area else WORDS["sides"].say(say, k=latex(ratio))]  # fmt: skip
    sign = r"\times " if small else r"\div "
    shown = (
        latex(ratio)
        if ratio.is_Integer
        else rf"\left({latex(ratio)}\right)"
        if ratio.is_Add
        else latex(ratio)
    )
    steps.append(WORDS["area" if what == "area" else "length"].say(say, v=latex(v), sign=sign, k=shown, square=latex(ratio**2), value=latex(value)))  # fmt: skip
    unit = (known.values.get("u3") or "").strip()
    source = cell(
        comment(WORDS["code"].say(say)),
        f"k = sqrt({exact_source(high)} / sympify({exact_source(low)}))"
        if is_area
        else f"k = {exact_source(high)} / sympify({exact_source(low)})",
        f"radsimp({exact_source(v)} {'*' if small else '/'} k{'**2' if what == 'area' else ''})",
    )
    one, other = ("answer", exact_source(v)) if small else (exact_source(v), "answer")
    squares = (f"({one})**2 / ({other})**2", f"({one}) / ({other})")
    mine = squares[1] if what == "area" else squares[0]
    theirs = (
        f"sympify({exact_source(high)}) / ({exact_source(low)})"
        if is_area
        else f"(sympify({exact_source(high)}) / ({exact_source(low)}))**2"
    )
    tests = (f"answer > 0 and simplify({mine} - {theirs}) == 0",)
    return Prepared(say, tuple(steps), source, tests, WORDS["method"], WORDS["answer"], lambda value: _shown(value, unit), _given)  # fmt: skip


def _shown(value: Any, unit: str) -> str | None:
    if not isinstance(value, sp.Expr) or not value.is_number:
        return None
    return latex(value) + (rf"\ \text{{{unit}}}" if unit and unit != "units" else "")


def _given(answer: str) -> Any:
    return one_value(
        re.sub(
            r"\\?\s*\\text\s*\{[^{}]*\}|\\ |(?:平方)?[厘分]?米|\s*(?:cm|mm|m)\s*(?:²|\^2)?\s*$", "", answer
        ).strip()
    )
