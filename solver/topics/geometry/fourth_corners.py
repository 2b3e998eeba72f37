"""The fourth corner of a rectangle, a square or a parallelogram from the other three by their coordinates.

The corners of a name go round: ABCD. Without one, a rectangle has its right angle at one of the three; a parallelogram could then be three
different ones and is not read.
"""

from __future__ import annotations

import re
from typing import Final

import sympy as sp

from solver.latex import latex
from solver.topics.base import Reading, Text, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.clauses import Said, clauses, table, without_dollars
from solver.topics.prepared import Prepared, one_point, shown_point

WORDS: Final = {
    "right": Words("The right angle of the three is at \\({corner}\\), so the fourth corner lies opposite it.", "三个点中，直角的顶点是 \\({corner}\\)，第四个顶点与它相对。"),
    "opposite": Words("The fourth corner lies opposite \\({corner}\\).", "第四个顶点与 \\({corner}\\) 相对。"),
    "move": Words("Opposite sides are equal and parallel: from \\({one}\\) it goes on as from \\({corner}\\) to \\({other}\\): \\[({x}+({x2}-{x0}),\\ {y}+({y2}-{y0}))={point}\\]", "对边平行且相等：从 \\({one}\\) 出发，像从 \\({corner}\\) 到 \\({other}\\) 那样移动：\\[({x}+({x2}-{x0}),\\ {y}+({y2}-{y0}))={point}\\]"),
    "code": Words("a neighbour, moved as the opposite corner to the other neighbour", "相邻的顶点，按对角顶点到另一个相邻顶点的方向移动"),
    "method": Words("the diagonals must cut each other in half", "对角线应互相平分"),
    "sentence": Words("The fourth corner is \\({answer}\\).", "第四个顶点是 \\({answer}\\)。"),
}  # fmt: skip
_N: Final = r"-?\d+(?:\.\d+)?"


def _point(k: int) -> str:
    return rf"(?:(?:point )?(?P<n{k}>[A-Z]) ?(?:=|is at|is)? ?)?\( ?(?P<x{k}>{_N}) ?, ?(?P<y{k}>{_N}) ?\)"


_THREE: Final = rf"{_point(1)} ?,? ?{_point(2)} ?,? ?(?:and )?{_point(3)}"
_THREE_ZH: Final = rf"{_point(1)}[,、和]{_point(2)}[,、和]{_point(3)}"
_SHAPE: Final = r"(?P<shape>rectangle|square|parallelogram)(?: (?P<name>[A-Z]{4}))?"
_LAST: Final = r"(?:(?:fourth|4th|other|missing|last|remaining) (?:corner|vertex|point)(?:,? (?P<d>[A-Z]))?|(?:point |vertex |corner )?(?P<d2>[A-Z]))"
_EN: Final = table(
    {
        "told": (
            rf"(?:the )?(?:points )?{_THREE} are (?:the )?(?:three|3) (?:of the )?(?:corners|vertices) of (?:a |the )?{_SHAPE}", rf"(?:three|3) (?:of the )?(?:vertices|corners) of (?:a|the) {_SHAPE} are(?: at)? {_THREE}",
            rf"(?P<name2>[A-Z]{{4}}) is a (?P<shape2>rectangle|square|parallelogram)(?: with(?: vertices| corners)?| where)? ?[,.]? ?{_THREE}", rf"(?:a|the) {_SHAPE} has (?:(?:three|3) of its )?(?:corners|vertices)(?: at)? {_THREE}", rf"in (?:the )?{_SHAPE} ?,? {_THREE}",
        ),
        "ask": (rf"(?:what are|find|give|write down|state|work out|determine) (?:the )?coordinates of (?:the )?{_LAST}", rf"(?:find|what is|where is) (?:the )?{_LAST}"),
    }
)  # fmt: skip
_SHAPE_ZH: Final = "(?P<shape>长方形|矩形|正方形|平行四边形)(?P<name>[A-Z]{4})?"
_ZH: Final = table(
    {
        "told": (
            rf"(?:在方格纸上[,，])?(?:一个)?{_SHAPE_ZH}的?(?:其中)?(?:三个|3个)?顶点(?:用数对表示)?(?:的)?(?:坐标|位置)?(?:分别)?(?:是|为|在)?{_THREE_ZH}", rf"(?:在)?{_SHAPE_ZH}(?:中)?[,，]?(?:顶点)?(?:的)?(?:已知)?{_THREE_ZH}", rf"{_THREE_ZH}是{_SHAPE_ZH}的(?:三个|3个)顶点",
            rf"(?:在)?{_SHAPE_ZH}中[,，](?:三个|3个)?顶点(?:的)?(?:坐标|位置)?(?:分别)?(?:是|为)?{_THREE_ZH}",
        ),
        "ask": (r"(?:求)?(?:第四个|第4个|另一个|另外一个)?(?:顶点|点)?(?P<d>[A-Z])?(?:点|顶点)?的?(?:坐标|位置)(?:用数对表示)?(?:是|为|是多少)?(?:多少|几|什么)?", r"(?:第四个|第4个)顶点(?P<d>[A-Z])?用数对表示(?:是|为)?(?:什么|多少|几)?", r"用数对表示(?:出)?(?:第四个|第4个)?(?:顶点|点)?(?P<d>[A-Z])?(?:点)?的?(?:位置|坐标)?"),
    }
)  # fmt: skip


def read(text: Text) -> Reading:
    """Three corners, and the fourth is asked for."""
    if not re.search(r"(?i)rectangle|square|parallelogram|长方形|矩形|正方形|平行四边形", text.source):
        return None
    plain = without_dollars(text.source)
    if text.language == "zh":
        plain = re.sub(r"\s", "", plain)
    found = clauses(plain, _EN if text.language == "en" else _ZH)
    if isinstance(found, str) or sorted(s.kind for s in found) != ["ask", "told"]:
        return None
    told = next(s for s in found if s.kind == "told")
    asked = next(s for s in found if s.kind == "ask")
    return _solved(told, asked.values.get("d") or asked.values.get("d2"), text)


def _solved(told: Said, wanted: str | None, text: Text) -> Reading:
    points = [(sp.Rational(told.values[f"x{k}"]), sp.Rational(told.values[f"y{k}"])) for k in (1, 2, 3)]
    names = [told.values.get(f"n{k}") for k in (1, 2, 3)]
    shape = told.values.get("shape") or told.values["shape2"]
    name = told.values.get("name") or told.values.get("name2")
    right = shape not in ("parallelogram", "平行四边形")
    corner = _opposite(points, names, name, wanted, right=right)
    if corner is None:
        return None
    one, other = (p for i, p in enumerate(points) if i != corner)
    base = points[corner]
    if right and _product(one, base, other) != 0:
        return None
    if shape in ("square", "正方形") and _product(one, base, one) != _product(other, base, other):
        return None
    if _collinear(one, base, other):
        return None
    last = (one[0] + other[0] - base[0], one[1] + other[1] - base[1])
    say = text.language
    (x, y), (x0, y0), (x2, y2) = (tuple(map(latex, p)) for p in (one, base, other))
    shown = {"one": f"({x}, {y})", "corner": f"({x0}, {y0})", "other": f"({x2}, {y2})"}
    lead = "opposite" if name else "right"
    steps = (
        WORDS[lead].say(say, corner=shown["corner"]),
        WORDS["move"].say(say, **shown, x=x, y=y, x0=_signed(x0), y0=_signed(y0), x2=x2, y2=y2, point=f"({latex(last[0])}, {latex(last[1])})"),
    )  # fmt: skip
    a, b, c = (f"({exact_source(p[0])}, {exact_source(p[1])})" for p in (one, base, other))
    source = cell(f"one, corner, other = {a}, {b}, {c}", comment(WORDS["code"].say(say)), "(one[0] + other[0] - corner[0], one[1] + other[1] - corner[1])")  # fmt: skip
    tests = (f"one, corner, other = {a}, {b}, {c}", "all((answer[i] + corner[i]) / S(2) == (one[i] + other[i]) / S(2) for i in range(2))")  # fmt: skip
    return Prepared(say, steps, source, tests, WORDS["method"], WORDS["sentence"], shown=shown_point, given=one_point)  # fmt: skip


def _signed(number: str) -> str:
    """A number behind a minus sign."""
    return f"({number})" if number.startswith("-") else number


_Point = tuple[sp.Rational, sp.Rational]


def _product(p: _Point, at: _Point, q: _Point) -> sp.Expr:
    """The scalar product of the sides from one corner to two others."""
    return (p[0] - at[0]) * (q[0] - at[0]) + (p[1] - at[1]) * (q[1] - at[1])


def _collinear(p: _Point, at: _Point, q: _Point) -> bool:
    return bool((p[0] - at[0]) * (q[1] - at[1]) == (p[1] - at[1]) * (q[0] - at[0]))


def _opposite(
    points: list[_Point], names: list[str | None], name: str | None, wanted: str | None, *, right: bool
) -> int | None:
    """Which of the three corners lies opposite the fourth; None where that is open."""
    if name is not None:
        if None in names or len(set(name)) != 4 or not set(names) < set(name):
            return None
        missing = next(c for c in name if c not in names)
        if wanted is not None and wanted != missing:
            return None
        return names.index(name[(name.index(missing) + 2) % 4])
    if not right or wanted is not None and wanted in names:
        return None
    others = [[p for j, p in enumerate(points) if j != i] for i in range(3)]
    found = [i for i in range(3) if _product(others[i][0], points[i], others[i][1]) == 0]
    return found[0] if len(found) == 1 else None
