"""Segments of chords, secants and tangents of a circle with named points: their products are equal, and a radius to a chord's middle is upright on it.

Read: AB是⊙O的直径,弦CD⊥AB于E,AE=2,CD=8,求半径; chords AB and CD meet at P; PT切⊙O于T,割线PAB; a tangent and the way to the centre. Each configuration
is a few lengths and what holds of them (Euclid, Elements III 3, 18, 35, 36); lengths are told until one is left. Not: angles, arcs, two circles.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

import sympy as sp

from solver.latex import latex
from solver.topics.asking import FIND, FIND_ZH, HOW_MUCH_ZH
from solver.topics.base import Reading, Text, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.clauses import Said, clauses, number, table, without_dollars
from solver.topics.prepared import Prepared

WORDS: Final = {
    "upright": Words("The diameter \\({A}{B}\\) is perpendicular to the chord \\({C}{D}\\), so it halves it: \\({C}{E}={E}{D}\\). In the right triangle with the hypotenuse \\({O}{C}=r\\): \\[r^2={O}{E}^2+{C}{E}^2\\]", "直径 \\({A}{B}\\) 垂直于弦 \\({C}{D}\\)，所以平分这条弦：\\({C}{E}={E}{D}\\)。在以 \\({O}{C}=r\\) 为斜边的直角三角形中：\\[r^2={O}{E}^2+{C}{E}^2\\]"),
    "chords": Words("For two chords that meet in a circle the products of their parts are equal: \\[{P}{A}\\cdot {P}{B}={P}{C}\\cdot {P}{D}\\]", "相交弦定理：\\[{P}{A}\\cdot {P}{B}={P}{C}\\cdot {P}{D}\\]"),
    "secant": Words("The square of the tangent is the product of the secant and its part outside the circle: \\[{P}{T}^2={P}{A}\\cdot {P}{B}\\]", "切割线定理：\\[{P}{T}^2={P}{A}\\cdot {P}{B}\\]"),
    "secants": Words("For two secants from one point the products of the whole and the part outside are equal: \\[{P}{A}\\cdot {P}{B}={P}{C}\\cdot {P}{D}\\]", "割线定理：\\[{P}{A}\\cdot {P}{B}={P}{C}\\cdot {P}{D}\\]"),
    "tangent": Words("The radius to the point of contact is perpendicular to the tangent: \\[{P}{O}^2={P}{T}^2+r^2\\]", "过切点的半径垂直于切线：\\[{P}{O}^2={P}{T}^2+r^2\\]"),
    "told": Words("With what is told: \\({equations}\\).", "代入已知条件：\\({equations}\\)。"),
    "found": Words("So \\({asked}={value}\\).", "所以 \\({asked}={value}\\)。"),
    "code": Words("what holds in the figure, and what is told", "图形中的关系与已知条件"),
    "answer": Words("The answer is \\({answer}\\).", "答案是 \\({answer}\\)。"),
    "method": Words("all lengths were computed with this answer, and every relation was tried", "由这个答案求出各线段，逐一检验各关系"),
}  # fmt: skip
_U: Final = r"(?: ?(?:cm|m|mm|units?|厘米|米))?"
_CIRCLE: Final = r"(?:(?:the |a |this )?circle(?:,? (?:with )?(?:centre|center))?|圆|⊙|\\odot)(?: ?(?-i:(?P<o>[A-Z])(?![A-Za-z])))?"
_S: Final = r"(?-i:(?P<{0}>[A-Z]{{2}}))"
_P: Final = r"(?-i:(?P<{0}>[A-Z]))"
_TABLE: Final = table({
    "circle": (rf"(?:如图|as shown)?,?(?:in |for |在)?{_CIRCLE}(?:中|内|里)?", "如图"),
    "diameter": (rf"{_S.format('d')} is (?:a|the) diameter(?: of {_CIRCLE})?", rf"{_S.format('d')}(?:是|为){_CIRCLE}的(?:一条)?直径", rf"{_CIRCLE}的直径{_S.format('d')}(?: ?(?:=|为|是|长为) ?<n>{_U})?", rf"(?:the )?diameter {_S.format('d')}(?: of {_CIRCLE})?(?: (?:is|=) <n>{_U})?"),
    "across": (rf"(?:the |a )?(?:chord )?{_S.format('c')} (?:is perpendicular to|⊥|\\perp|meets) (?:the )?(?P<dia>diameter )?{_S.format('d')} (?:at right angles )?(?:at|in) (?:the )?(?:point )?{_P.format('e')}", rf"(?:弦)?{_S.format('c')} ?(?:⊥|\\perp|垂直于|与) ?(?P<dia>直径)?{_S.format('d')}(?:于点?|,?垂足(?:为|是)点?|垂直,垂足为){_P.format('e')}", rf"(?:the )?(?P<dia>diameter )?{_S.format('d')} is perpendicular to (?:the )?chord {_S.format('c')} at {_P.format('e')}"),
    "chords": (rf"(?:the )?(?:2|two)? ?chords {_S.format('c')} and {_S.format('f')}(?: (?:of|in) {_CIRCLE})? (?:intersect|meet|cross)(?: each other)?(?: inside the circle)? at (?:the )?(?:an interior )?(?:point )?{_P.format('e')}(?: inside the circle)?", rf"(?:{_CIRCLE}(?:的|内的?|中的?))?(?:2|两|二)?条?(?:相交)?弦{_S.format('c')}(?:[、,，和与]|与弦|和弦|,弦){_S.format('f')}相?交于(?:圆内一?点|点)?{_P.format('e')}"),
    "tangent": (rf"{_S.format('t')}(?:切|与)(?:{_CIRCLE})(?:相切)?于点?{_P.format('k')}", rf"{_S.format('t')}(?:是|为){_CIRCLE}的切线(?:,(?:切点(?:为|是))?{_P.format('k')}(?:(?:为|是)切点)?)?", rf"{_S.format('t')} is (?:a )?tangent to {_CIRCLE}(?: at {_P.format('k')})?", rf"(?:a |the )?tangent from {_P.format('p')} touches {_CIRCLE} at {_P.format('k')}", rf"{_S.format('t')} touches {_CIRCLE} at {_P.format('k')}"),
    "secant": (r"(?:a |the |and )?(?:secant|割线) ?(?-i:(?P<g>[A-Z]{3}))(?:(?:分别)?交(?:圆|⊙) ?(?-i:[A-Z])?于点?(?-i:[A-Z]、?,?[A-Z])(?:两点)?)?(?: (?:cuts|meets|intersects) the circle at [A-Z] and [A-Z])?", rf"(?:a |the )?secant from {_P.format('p')} (?:meets|cuts|intersects) {_CIRCLE} at {_P.format('a')} and {_P.format('b')}"),
    "radius": (rf"{_CIRCLE}的半径(?:长)?(?:为|是|=|等于) ?<n>{_U}", rf"(?:the )?radius(?: of {_CIRCLE})? (?:is|=|of) <n>{_U}", rf"{_CIRCLE} (?:has|with|of) (?:a )?radius(?: of)? <n>{_U}", rf"半径(?:为|是|=) ?<n>{_U}"),
    "length": (rf"(?:given(?: that)? |with |若|且|其中)?{_S.format('a')} ?(?:=|为|是|长为|is) ?<n>{_U}", rf"chord {_S.format('a')} (?:is|has length) <n>{_U}(?: long)?"),
    "ask": (rf"{FIND}(?:the )?(?:length of )?(?:the )?(?:chord |tangent |segment )?{_S.format('w')}", rf"{FIND_ZH}(?:线段|弦|切线)?{_S.format('w')}(?:的长度?)?{HOW_MUCH_ZH}"),
    "ask_circle": (rf"{FIND}(?:the )?(?P<size>radius|diameter)(?: of {_CIRCLE})?", rf"{FIND_ZH}(?:{_CIRCLE})?的?(?P<size>半径|直径)(?:的长度?|长)?{HOW_MUCH_ZH}"),
})  # fmt: skip
_RADIUS: Final = sp.Symbol("r", positive=True)


@dataclass(slots=True)
class _Figure:
    """The lengths of a figure by the letters of their ends, what holds of them, and the theorem."""

    law: str
    names: dict[str, str]
    lengths: dict[frozenset[str], sp.Expr] = field(default_factory=dict)
    holds: list[sp.Expr] = field(default_factory=list)
    unknowns: tuple[sp.Symbol, ...] = ()
    inside: tuple[sp.Expr, ...] = ()  # these are positive
    has_radius: bool = False


def read(text: Text) -> Reading:
    """One configuration of a circle, lengths, and one that is asked for."""
    if not re.search(r"(?i)chord|secant|tangent|diameter|弦|切|割线|直径", text.source):
        return None
    source = re.sub(r"_{2,}|[（(]\s*[）)]", "", without_dollars(text.source))
    source = re.sub(r"割线 ?([A-Z]{3})(?:和|与|、)(?:割线)? ?([A-Z]{3})", r"割线\1,割线\2", source)
    source = re.sub(
        r"(?i:secants?) ([A-Z]{3}) and (?:(?i:secant) )?([A-Z]{3})", r"secant \1, secant \2", source
    )
    source = re.sub(r",? (?:with|where|so that|such that) (?=[A-Z]{2} ?=)", ", ", source)
    found = clauses(source, _TABLE)
    if isinstance(found, str):
        return None
    figure = _figure(found)
    asks = [s for s in found if s.kind.startswith("ask")]
    if figure is None or len(asks) != 1:
        return None
    told = _told(figure, found)
    asked = _asked(figure, asks[0], found)
    if told is None or asked is None or not told:
        return None
    return _task(figure, told, asked, text)


def _figure(found: Sequence[Said]) -> _Figure | None:
    of = {kind: [s for s in found if s.kind == kind] for kind in ("diameter", "across", "chords", "tangent", "secant")}  # fmt: skip
    counts = {kind: len(some) for kind, some in of.items() if some}
    centre = {s.values["o"] for s in found if s.values.get("o")}
    if len(centre) > 1:
        return None
    o = next(iter(centre), "O")
    if counts in ({"diameter": 1, "across": 1}, {"across": 1}):
        return _upright(of["across"][0], of["diameter"], o)
    if counts == {"chords": 1}:
        said = of["chords"][0].values
        return _crossing(said["c"], said["f"], said["e"])
    points = [point for s in of["secant"] if (point := _from_outside(s)) is not None]
    if len(points) != len(of["secant"]):
        return None
    if counts == {"secant": 2}:
        return _two_secants(*points)
    if len(of["tangent"]) != 1:
        return None
    tangent = of["tangent"][0].values
    touching = tangent.get("k") or ""
    ends = tangent.get("t") or f"{tangent.get('p')}{touching}"
    if counts == {"tangent": 1, "secant": 1}:
        p, a, b = points[0]
        t = ends.replace(p, "", 1)
        if len(t) != 1 or touching not in ("", t) or len({p, a, b, t}) != 4:
            return None
        x, y = sp.symbols("x y", positive=True)
        return _Figure(
            "secant", {"P": p, "A": a, "B": b, "T": t},
            {_pair(p, a): x, _pair(p, b): y, _pair(a, b): y - x, _pair(p, t): sp.sqrt(x * y)}, [], (x, y), (y - x,),
        )  # fmt: skip
    if counts == {"tangent": 1} and touching and touching in ends:
        p = ends.replace(touching, "", 1)
        x = sp.Symbol("x", positive=True)
        return _Figure(
            "tangent", {"P": p, "T": touching, "O": o},
            {_pair(p, touching): x, _pair(o, touching): _RADIUS, _pair(p, o): sp.sqrt(x**2 + _RADIUS**2)}, [], (x, _RADIUS), (), True,
        )  # fmt: skip
    return None


def _pair(a: str, b: str) -> frozenset[str]:
    return frozenset(a + b)


def _from_outside(said: Said) -> tuple[str, str, str] | None:
    values = said.values
    letters = values.get("g") or "".join(values.get(name) or "" for name in "pab")
    return (letters[0], letters[1], letters[2]) if len(set(letters)) == 3 else None


def _upright(across: Said, diameters: Sequence[Said], o: str) -> _Figure | None:
    d, c, e = (across.values[name] for name in "dce")
    if diameters and set(diameters[0].values["d"]) != set(d) or len({*d, *c, e, o}) != 6:
        return None
    if not diameters and not across.values.get("dia"):
        return None
    a, b = tuple(d)
    h = sp.Symbol("h", positive=True)
    x = sp.Symbol("x", real=True)  # from the centre to E, on the side of B
    lengths = {
        _pair(a, b): 2 * _RADIUS, _pair(o, a): _RADIUS, _pair(o, b): _RADIUS, _pair(o, c[0]): _RADIUS, _pair(o, c[1]): _RADIUS,
        _pair(*c): 2 * h, _pair(c[0], e): h, _pair(c[1], e): h, _pair(a, e): _RADIUS + x, _pair(b, e): _RADIUS - x, _pair(o, e): sp.Abs(x),
    }  # fmt: skip
    return _Figure("upright", {"A": a, "B": b, "C": c[0], "D": c[1], "E": e, "O": o}, lengths, [_RADIUS**2 - x**2 - h**2], (_RADIUS, x, h), (_RADIUS - x, _RADIUS + x), True)  # fmt: skip


def _crossing(one: str, other: str, p: str) -> _Figure | None:
    if len({*one, *other, p}) != 5:
        return None
    x, y, z, w = sp.symbols("x y z w", positive=True)
    a, b, c, d = *tuple(one), *tuple(other)
    lengths = {_pair(p, a): x, _pair(p, b): y, _pair(p, c): z, _pair(p, d): w, _pair(a, b): x + y, _pair(c, d): z + w}  # fmt: skip
    return _Figure("chords", {"P": p, "A": a, "B": b, "C": c, "D": d}, lengths, [x * y - z * w], (x, y, z, w))


def _two_secants(one: tuple[str, str, str] | None, other: tuple[str, str, str] | None) -> _Figure | None:
    if one is None or other is None or one[0] != other[0] or len({*one, *other}) != 5:
        return None
    x, y, z, w = sp.symbols("x y z w", positive=True)
    p, a, b = one
    c, d = other[1:]
    lengths = {_pair(p, a): x, _pair(p, b): y, _pair(p, c): z, _pair(p, d): w, _pair(a, b): y - x, _pair(c, d): w - z}  # fmt: skip
    return _Figure("secants", {"P": p, "A": a, "B": b, "C": c, "D": d}, lengths, [x * y - z * w], (x, y, z, w), (y - x, w - z))  # fmt: skip


def _told(figure: _Figure, found: Sequence[Said]) -> list[tuple[str, sp.Expr, sp.Expr]] | None:
    """The lengths that are told: in words, in the unknowns, and as numbers."""
    told = []
    for said in found:
        if said.kind.startswith("ask") or said.values.get("n") is None:
            continue
        value = number(said.values["n"])
        if said.kind == "radius":
            if not figure.has_radius:
                return None
            told.append(("r", sp.S(_RADIUS), value))
            continue
        name = said.values.get("a") or said.values.get("d") or ""
        length = figure.lengths.get(frozenset(name))
        if length is None or value <= 0:
            return None
        told.append((name, length, value))
    return told


def _asked(figure: _Figure, ask: Said, found: Sequence[Said]) -> tuple[str, sp.Expr] | None:
    if ask.kind == "ask_circle":
        if not figure.has_radius:
            return None
        doubled = ask.values["size"].lower() in ("diameter", "直径")
        return ("2r", 2 * _RADIUS) if doubled else ("r", sp.S(_RADIUS))
    length = figure.lengths.get(frozenset(ask.values["w"]))
    return None if length is None else (ask.values["w"], length)


def _task(
    figure: _Figure, told: list[tuple[str, sp.Expr, sp.Expr]], asked: tuple[str, sp.Expr], text: Text
) -> Prepared | None:
    say, target = text.language, asked[1]
    if target in [length for _, length, _ in told]:
        return None
    equations = [*figure.holds, *(length - value for _, length, value in told)]
    found = sp.solve(equations, list(figure.unknowns), dict=True)
    values = {sp.simplify(target.subs(s)) for s in found if _fits(figure, s)}
    if len(values) != 1:
        return None
    (value,) = values
    if value.free_symbols or not value.is_positive:
        return None
    given = r",\ ".join(f"{name}={latex(number)}" for name, _, number in told)
    steps = (
        WORDS[figure.law].say(say, **figure.names),
        WORDS["told"].say(say, equations=given),
        WORDS["found"].say(say, asked=asked[0], value=latex(value)),
    )
    names = " ".join(map(str, figure.unknowns))
    declared = f'{", ".join(map(str, figure.unknowns))} = symbols("{names}", positive=True)'
    if figure.law == "upright":
        declared = 'r, h = symbols("r h", positive=True)\nx = symbols("x", real=True)'
    holds = f"holds = {exact_source(equations)}"
    fitting = " and ".join(f"({exact_source(e)}).subs(s) > 0" for e in figure.inside)
    source = cell(
        *declared.split("\n"),
        comment(WORDS["code"].say(say)),
        holds,
        f"found = solve(holds, {exact_source(list(figure.unknowns))}, dict=True)",
        f"[simplify(({exact_source(target)}).subs(s)) for s in found{f' if {fitting}' if fitting else ''}][0]",
    )
    tests = (
        *declared.split("\n"),
        holds,
        f"with_answer = [*holds, {exact_source(target)} - answer]",
        f"found = solve(with_answer, {exact_source(list(figure.unknowns))}, dict=True)",
        "bool(answer > 0 and any(all(simplify(e.subs(s)) == 0 for e in holds) for s in found))",
    )
    return Prepared(say, steps, source, tests, WORDS["method"], WORDS["answer"])


def _fits(figure: _Figure, solution: dict[sp.Symbol, sp.Expr]) -> bool:
    return all(e.subs(solution).is_positive is not False for e in figure.inside)
