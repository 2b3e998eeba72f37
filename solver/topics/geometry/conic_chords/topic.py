r"""Lines and conics in standard position: chords and focal chords, chords by their midpoint, tangents of a given direction, distances from the foci, latus rectum.

Read: one equation of an ellipse, a parabola or a hyperbola with its centre (vertex) at the origin, and one of: a line; a focus with a slope or an angle; a midpoint;
a direction of tangents; a distance from a focus. Not: moved conics, letters, areas, tangents at a point (`implicit_derivatives`).
"""

from __future__ import annotations

import re
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, Node, parse, to_sympy
from solver.formula.nodes import Apply, Binary, Call, Group, Relation, Symbol, symbols
from solver.latex import exact_latex, latex
from solver.ports import Language
from solver.reader import account, notation_of
from solver.reader.account import Account
from solver.topics.base import Reading, Text, Unread, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.geometry.conic_chords.curves import Conic, Line, X, Y, conic_of, line_of
from solver.topics.geometry.conic_chords.words import VOCABULARY, WORDS
from solver.topics.prepared import Prepared


def _with_slope(k: sp.Expr, at: tuple[sp.Expr, sp.Expr]) -> Line:
    return Line(k, sp.S(-1), sp.simplify(at[1] - k * at[0]))


_POINTS: Final = re.compile(r"[A-Z]\s*\(\s*x_?\{?1\}?\s*,\s*y_?\{?1\}?\s*\)\s*[,，、]?\s*(?:and|和|与)?\s*[A-Z]\s*\(\s*x_?\{?2\}?\s*,\s*y_?\{?2\}?\s*\)")  # fmt: skip
_SUM: Final = re.compile(r"\$?\s*x_?\{?1\}?\s*\+\s*x_?\{?2\}?\s*=\s*(\d+(?:/\d+)?)\s*\$?")
_ENDS: Final = re.compile(r"([A-Z])\s*(?:\([^()]*\))?\s*(?:[,，、]|and\b|和|与)\s*([A-Z])(?![A-Za-z])")
"""Two points that are named together: the ends of the chord."""
_SIDES: Final = (
    (re.compile(r"(?i)left focus|right focus|左焦点|右焦点"), False),
    (re.compile(r"(?i)upper focus|lower focus|上焦点|下焦点"), True),
)
"""Words for one of the foci, and whether a conic that has such foci is upright."""
_SIGN: Final = re.compile(r"(?i)chord|tangent|focus|foci|latus|meets|intersect|cuts|弦|切|焦点|通径|交于|相交|\|\s*AB\s*\|")  # fmt: skip


_LENGTH_OF: Final = re.compile(
    r"(?i)((?:求出?|则|,)\s*)?(?:线段|弦)\s*\$?AB\$?\s*的?长度?|\b(?:the\s+)?length\s+of\s+(?:the\s+)?(?:line\s+)?(?:segment|chord)\s+\$?AB\b\$?"
)
"""The length of AB, in words."""


def read(text: Text) -> Reading:
    """One conic and one question about it."""
    if not _SIGN.search(text.source):
        return None
    totals = _SUM.findall(text.source)
    source = _POINTS.sub(" ", _LENGTH_OF.sub(r"\1|AB|", text.source) if "B" in text.source else text.source)
    source = _SUM.sub(" ", source)
    found = account(source, VOCABULARY, notation_of(source))
    try:
        conics = [c for n in found.nodes if (c := conic_of(n)) is not None]
        if len(conics) != 1 or len(totals) > 1:
            return None
        if any(words.search(source) and conics[0].upright != upright for words, upright in _SIDES):
            return None
        lengths = [pair for n in found.nodes if (pair := _length(n)) is not None]
        if lengths and (len(lengths) > 1 or lengths[0] not in {frozenset(m) for m in _ENDS.findall(text.source.replace("$", ""))}):  # fmt: skip
            return None  # |AF|, |OA|, or two lengths
        rest = [n for n in found.nodes if conic_of(n) is None and not (isinstance(n, Symbol) and len(n.name) == 1 and n.name.isupper())]  # fmt: skip
        if found.unread:
            return Unread(found.unread)
        named = [k for k in ("ellipse", "parabola", "hyperbola") if found.has(k)]
        if named not in ([], [conics[0].kind]):
            return None
        return _task(conics[0], found, rest, sp.Rational(totals[0]) if totals else None, text.language)
    except (FormulaError, TypeError, ValueError, NotImplementedError):
        return None


def _task(conic: Conic, found: Account, rest: list[Node], total: sp.Rational | None, say: Language) -> Reading:  # fmt: skip
    lines = [ln for n in rest if (ln := line_of(n)) is not None]
    points = [p for n in rest if (p := _point(n)) is not None]
    asks_length = any(_length(n) for n in rest) or found.has("length")
    numbers = [v for n in rest if (v := _number(n)) is not None]
    known = len(lines) + len(points) + len(numbers) + sum(_length(n) is not None for n in rest)
    if known != len(rest):
        return None
    has = {k for k in VOCABULARY if k and found.has(k)} - {"ellipse", "parabola", "hyperbola", "meets"}
    has -= {"length"} if asks_length else set()
    counts = (len(lines), len(points), len(numbers))
    if total is not None:
        return _focal_sum(conic, total, say) if asks_length and has <= {"focus", "chord"} and "focus" in has and counts == (0, 0, 0) else None  # fmt: skip
    if asks_length:
        if has == {"latus"} and counts == (0, 0, 0):
            return _latus(conic, say)
        if has <= {"chord"} and counts == (1, 0, 0):
            return _chord(conic, lines[0], [], say)
        if has - {"chord"} in ({"focus", "slope"}, {"focus", "angle"}) and counts == (0, 0, 1):
            k = numbers[0] if "slope" in has else _tangent_of(found, rest)
            if k is None:
                return None
            focus = conic.foci[-1]
            line = _with_slope(k, focus)
            return _chord(conic, line, [WORDS["focus"].say(say, focus=_tex(focus), line=line.tex)], say)
        return None
    if has == {"latus"} and counts == (0, 0, 0):
        return _latus(conic, say)
    if "midpoint" in has and has <= {"midpoint", "chord", "equation"} and counts == (0, 1, 0):
        return _by_midpoint(conic, points[0], say)
    if "tangent" in has and has <= {"tangent", "slope", "parallel", "perpendicular", "equation"}:
        return _tangents(conic, has, lines, numbers, counts, say)
    if "distance" in has and has & {"focus", "left", "right", "other"}:
        return _distances(conic, has, found, points, numbers, counts, say)
    return None


def _length(node: Node) -> frozenset[str] | None:
    """The two points of |AB|."""
    match node:
        case Call("Abs", (Binary("*", Symbol(a), Symbol(b)),)) if a.isupper() and b.isupper():
            return frozenset((a, b))
    return None


def _point(node: Node) -> tuple[sp.Expr, sp.Expr] | None:
    match node:
        case Group("()", (first, second)) if not symbols(node):
            return to_sympy(first), to_sympy(second)
        case Binary("*", Symbol(name), Group("()", (first, second))) if name.isupper() and symbols(node) == {
            name
        }:
            return to_sympy(first), to_sympy(second)
    return None


def _number(node: Node) -> sp.Expr | None:
    if isinstance(node, Relation | Group | Apply) or symbols(node):
        return None
    value = to_sympy(node)
    return value if isinstance(value, sp.Expr) and value.is_real else None


def _tangent_of(found: Account, rest: list[Node]) -> sp.Expr | None:
    """The slope of a line with the angle that stands in the text, in degrees or as a part of π."""
    value = _number(rest[0]) if len(rest) == 1 else next((v for n in rest if (v := _number(n)) is not None), None)  # fmt: skip
    if value is None or not value.has(sp.pi):
        return None
    slope = sp.tan(value)
    return slope if slope.is_finite and slope.is_real else None


def _tex(point: tuple[sp.Expr, sp.Expr]) -> str:
    return f"({latex(point[0])}, {latex(point[1])})"


def _common(conic: Conic, line: Line) -> tuple[sp.Expr, list[tuple[sp.Expr, sp.Expr]]]:
    """The polynomial of the common points in x (in y where the line is vertical), and the points."""
    if line.b == 0:
        c = -line.c / line.a
        poly = sp.expand(conic.equation.subs(X, c))
        return poly, [(c, y) for y in sp.solve(poly, Y)]
    y = -line.a / line.b * X - line.c / line.b
    poly = sp.expand(conic.equation.subs(Y, y))
    return poly, [(x, sp.simplify(y.subs(X, x))) for x in sp.solve(poly, X)]


def _chord(conic: Conic, line: Line, opening: list[str], say: Language) -> Prepared | None:
    poly, points = _common(conic, line)
    if len(points) != 2 or not all(v.is_real for p in points for v in p):
        return None
    (x1, y1), (x2, y2) = points
    value = sp.radsimp(sp.simplify(sp.sqrt(sp.expand((x1 - x2) ** 2 + (y1 - y2) ** 2))))
    steps = list(opening)
    if line.slope is None:
        steps.append(WORDS["vertical"].say(say, c=latex(x1), first=latex(y1), second=latex(y2), value=latex(value)))  # fmt: skip
    else:
        p = sp.Poly(poly, X)
        a, b, c = p.all_coeffs()
        steps.append(WORDS["substitute"].say(say, line=line.tex, equation=f"{latex(poly)}=0"))
        steps.append(WORDS["chord"].say(say, sum=latex(sp.simplify(-b / a)), product=latex(sp.simplify(c / a)), k=latex(line.slope), value=latex(value)))  # fmt: skip
    lines = [
        f"curve, line = {exact_source(conic.equation)}, {exact_source(line.a * X + line.b * Y + line.c)}",
        comment(WORDS["code"].say(say)),
        "(x1, y1), (x2, y2) = solve([curve, line], [x, y])",
        "simplify(sqrt(expand((x1 - x2)**2 + (y1 - y2)**2)))",
    ]
    if line.slope is None:
        check = f"poly = Poly(curve.subs(x, {exact_source(-line.c / line.a)}), y)"
        square = "discriminant(poly)/poly.LC()**2"
    else:
        check = (
            f"poly = Poly(expand(curve.subs(y, {exact_source(-line.a / line.b * X - line.c / line.b)})), x)"
        )
        square = f"(1 + ({exact_source(line.slope)})**2)*discriminant(poly)/poly.LC()**2"
    tests = (f"curve = {exact_source(conic.equation)}", check, f"bool(answer > 0 and simplify(answer**2 - {square}) == 0)")  # fmt: skip
    return Prepared(say, tuple(steps), cell(*lines, variables=("x", "y")), tests, WORDS["method"], WORDS["length"], letters=("x", "y"))  # fmt: skip


def _focal_sum(conic: Conic, total: sp.Rational, say: Language) -> Prepared | None:
    if conic.kind != "parabola" or conic.upright or conic.size <= 0 or total <= 0:
        return None
    p = conic.size
    if total < p:
        return None  # a focal chord has x1 + x2 >= p
    value = total + p
    steps = (WORDS["focal"].say(say, directrix=latex(-p / 2), sum=latex(total), p=latex(p), value=latex(value)),)  # fmt: skip
    # the other way: the chord through the focus with this sum of abscissas, by its slope
    tests = (
        f"p, total = S({exact_source(p)}), S({exact_source(total)})",
        "inverse = (total - p)/(2*p)",  # 1/k² from x1 + x2 = p + 2p/k²
        "bool(simplify(answer - 2*p*(1 + inverse)) == 0)",  # the length is 2p/sin² of the angle
    )
    lines = [f"p, total = {exact_source(p)}, {exact_source(total)}", "total + p"]
    return Prepared(say, steps, cell(*lines), tests, WORDS["method"], WORDS["length"])


def _latus(conic: Conic, say: Language) -> Prepared | None:
    fx, fy = conic.foci[-1]
    line = Line(sp.S.Zero, sp.S.One, -fy) if conic.upright else Line(sp.S.One, sp.S.Zero, -fx)
    _, points = _common(conic, line)
    if len(points) != 2 or not all(v.is_real for q in points for v in q):
        return None
    (x1, y1), (x2, y2) = points
    value = sp.simplify(abs(x1 - x2) + abs(y1 - y2))
    shown = "，".join(rf"\({_tex(q)}\)" for q in points) if say == "zh" else ", ".join(rf"\({_tex(q)}\)" for q in points)  # fmt: skip
    steps = (WORDS["latus"].say(say, line=line.tex, points=shown, value=latex(value)),)
    lines = [
        f"curve, line = {exact_source(conic.equation)}, {exact_source(line.a * X + line.b * Y + line.c)}",
        comment(WORDS["code"].say(say)),
        "(x1, y1), (x2, y2) = solve([curve, line], [x, y])",
        "simplify(sqrt(expand((x1 - x2)**2 + (y1 - y2)**2)))",
    ]
    letter, other = ("x", "y") if conic.upright else ("y", "x")
    at = exact_source(fy if conic.upright else fx)
    tests = (
        f"poly = Poly(({exact_source(conic.equation)}).subs({other}, {at}), {letter})",
        "bool(answer > 0 and simplify(answer**2 - discriminant(poly)/poly.LC()**2) == 0)",
    )
    return Prepared(say, steps, cell(*lines, variables=("x", "y")), tests, WORDS["method"], WORDS["length"], letters=("x", "y"))  # fmt: skip


def _by_midpoint(conic: Conic, at: tuple[sp.Expr, sp.Expr], say: Language) -> Prepared | None:
    e = conic.equation
    gx, gy = (e.diff(v).subs({X: at[0], Y: at[1]}) for v in (X, Y))
    if gx == 0 and gy == 0:
        return None
    # the difference of the equations for both ends is gx·(x1 − x2) + gy·(y1 − y2) = 0
    line = Line(gx, gy, sp.simplify(-gx * at[0] - gy * at[1]))
    _, points = _common(conic, line)
    if len(points) != 2 or not all(v.is_real for q in points for v in q) or line.slope is None:
        return None
    steps = (
        WORDS["midpoint"].say(say, sx=latex(2 * at[0]), sy=latex(2 * at[1]), k=latex(line.slope)),
        WORDS["through"].say(say, point=_tex(at), line=line.tex),
    )
    lines = [
        f"curve = {exact_source(e)}",
        f"at = {{x: {exact_source(at[0])}, y: {exact_source(at[1])}}}",
        comment(WORDS["code_mid"].say(say)),
        "k = -(diff(curve, x)/diff(curve, y)).subs(at)",
        "[(k, at[y] - k*at[x])]",
    ]
    tests = (
        f"curve = {exact_source(e)}",
        "(k, m), = answer",
        "points = solve([curve, y - k*x - m], [x, y])",
        f"bool(len(points) == 2 and all(v.is_real for q in points for v in q) and simplify(points[0][0] + points[1][0] - 2*({exact_source(at[0])})) == 0 and simplify(points[0][1] + points[1][1] - 2*({exact_source(at[1])})) == 0)",
    )
    return _line_task(say, steps, lines, tests, WORDS["method_mid"], 1)


def _line_task(say: Language, steps: tuple[str, ...], lines: list[str], tests: tuple[str, ...], method: Words, count: int) -> Prepared:  # fmt: skip
    def shown(value: Any) -> str | None:
        if not isinstance(value, list | tuple) or len(value) != count:
            return None
        return r",\ ".join(f"y={latex(sp.expand(k * X + m))}" for k, m in value)

    def given(answer: str) -> Any:
        try:
            parts = [line_of(parse(p)) for p in re.split(r",(?:\\ )?|，|;", answer.strip())]
        except FormulaError:
            return None
        if any(ln is None or ln.b == 0 for ln in parts):
            return None
        found = [(ln.slope, sp.simplify(-ln.c / ln.b)) for ln in parts if ln is not None]
        return found if len(found) == count else None

    return Prepared(say, steps, cell(*lines, variables=("x", "y")), tests, method, WORDS["line"], shown=shown, given=given, letters=("x", "y"))  # fmt: skip


def _tangents(conic: Conic, has: set[str], lines: list[Line], numbers: list[sp.Expr], counts: tuple[int, int, int], say: Language) -> Prepared | None:  # fmt: skip
    if has & {"parallel", "perpendicular"} and counts == (1, 0, 0) and not {"parallel", "perpendicular"} <= has and "slope" not in has:  # fmt: skip
        slope = lines[0].slope
        if slope is None or ("perpendicular" in has and slope == 0):
            return None
        k = slope if "parallel" in has else -1 / slope
    elif has & {"slope", "parallel", "perpendicular"} == {"slope"} and counts == (0, 0, 1):
        k = numbers[0]
    else:
        return None
    m = sp.Symbol("m", real=True)
    poly = sp.Poly(sp.expand(conic.equation.subs(Y, k * X + m)), X)
    if poly.degree() != 2:
        return None
    disc = sp.expand(sp.discriminant(poly.as_expr(), X))
    values = sorted(sp.solve(disc, m), key=lambda v: float(sp.N(v)))
    if not values or not all(v.is_real for v in values):
        return None
    steps = (
        WORDS["direction"].say(say, k="" if k == 1 else "-" if k == -1 else latex(k), equation=f"{latex(poly.as_expr())}=0"),
        WORDS["touch"].say(say, disc=latex(disc), m=r",\ ".join(map(exact_latex, values))),
    )  # fmt: skip
    code = [
        "m = symbols('m', real=True)",
        f"curve, k = {exact_source(conic.equation)}, {exact_source(k)}",
        comment(WORDS["code_touch"].say(say)),
        "disc = discriminant(expand(curve.subs(y, k*x + m)), x)",
        "[(S(k), v) for v in sorted(solve(disc, m), key=N)]",
    ]
    tests = (
        f"curve = {exact_source(conic.equation)}",
        f"bool(len(set(answer)) == {len(values)} and all(simplify(k - ({exact_source(k)})) == 0 and len(set(solve(expand(curve.subs(y, k*x + m)), x))) == 1 for k, m in answer))",
    )
    return _line_task(say, steps, code, tests, WORDS["method_touch"], len(values))


def _told(found: Account) -> str:
    """Of distance and abscissa the one whose number is told: the last of both before the number."""
    before = ""
    for concept in found.concepts:
        if concept in ("distance", "abscissa"):
            before = concept
        elif concept.startswith("#") and before and _number(found.nodes[int(concept[1:])]) is not None:
            return before
    return ""


def _distances(conic: Conic, has: set[str], found: Account, points: list[tuple[sp.Expr, sp.Expr]], numbers: list[sp.Expr], counts: tuple[int, int, int], say: Language) -> Prepared | None:  # fmt: skip
    if conic.kind == "parabola" and has <= {"distance", "focus", "abscissa"}:
        p, axis = conic.size, Y if conic.upright else X
        opening = WORDS["directrix"].say(say, focus=_tex(conic.foci[0]), directrix=f"{axis}={latex(-p / 2)}")
        if counts == (0, 1, 0) and "abscissa" not in has:
            x0, y0 = points[0]
            if conic.equation.subs({X: x0, Y: y0}) != 0:
                return None
            t = y0 if conic.upright else x0
            value = abs(t + p / 2)
            steps = (opening, WORDS["radius"].say(say, expr=rf"\left|{latex(t)}-\left({latex(-p / 2)}\right)\right|", value=latex(value)))  # fmt: skip
            fx, fy = conic.foci[0]
            tests = (f"square = ({exact_source(x0 - fx)})**2 + ({exact_source(y0 - fy)})**2", "bool(answer >= 0 and simplify(answer**2 - square) == 0)")  # fmt: skip
            lines = [comment(WORDS["code_focus"].say(say)), f"abs({exact_source(t)} + S({exact_source(p)})/2)"]  # fmt: skip
            return Prepared(say, steps, cell(*lines), tests, WORDS["method_points"], WORDS["distance"])
        if counts == (0, 0, 1) and "abscissa" in has and not conic.upright and p > 0:
            d, kind = numbers[0], _told(found)
            if kind == "abscissa" and d >= 0:
                value = d + p / 2
                steps = (opening, WORDS["radius"].say(say, expr=rf"\left|{latex(d)}-\left({latex(-p / 2)}\right)\right|", value=latex(value)))  # fmt: skip
                tests = (f"square = (S({exact_source(d)}) - S({exact_source(p)})/2)**2 + 2*S({exact_source(p)})*({exact_source(d)})", "bool(answer >= 0 and simplify(answer**2 - square) == 0)")  # fmt: skip
                lines = [comment(WORDS["code_focus"].say(say)), f"{exact_source(d)} + S({exact_source(p)})/2"]
                return Prepared(say, steps, cell(*lines), tests, WORDS["method_points"], WORDS["distance"])
            if kind != "distance":
                return None
            value = d - p / 2
            if not d.is_positive or value < 0:
                return None
            steps = (opening, WORDS["abscissa"].say(say, expr=f"x+{latex(p / 2)}", d=latex(d), value=latex(value)))  # fmt: skip
            checks = (f"square = (answer - S({exact_source(p)})/2)**2 + 2*S({exact_source(p)})*answer", f"bool(answer >= 0 and simplify(square - ({exact_source(d)})**2) == 0)")  # fmt: skip
            lines = [comment(WORDS["code_focus"].say(say)), f"{exact_source(d)} - S({exact_source(p)})/2"]
            return Prepared(say, steps, cell(*lines), checks, WORDS["method_points"], WORDS["sentence"])
        return None
    two = {"left", "right"} <= has or ("other" in has)
    if conic.kind == "ellipse" and two and has <= {"distance", "focus", "left", "right", "other"} and counts == (0, 0, 1):  # fmt: skip
        a, d = conic.size, numbers[0]
        c = abs(conic.foci[0][0] + conic.foci[0][1])
        if not (sp.simplify(d - (a - c)) >= 0 and sp.simplify(a + c - d) >= 0):
            return None
        value = sp.simplify(2 * a - d)
        told = (WORDS["sum"].say(say, sum=latex(2 * a), d=latex(d), value=latex(value)),)
        # a point at this distance from the first focus, with the focal axis as x-axis
        b2 = sp.simplify(a**2 - c**2)
        proof = (
            f"a, c, d = S({exact_source(a)}), S({exact_source(c)}), S({exact_source(d)})",
            "t = (d - a)*a/c",
            f"height = ({exact_source(b2)})*(1 - t**2/a**2)",
            "bool(simplify((t + c)**2 + height - d**2) == 0 and answer >= 0 and simplify((t - c)**2 + height - answer**2) == 0)",
        )
        lines = [f"a = {exact_source(a)}", f"2*a - {exact_source(d)}"]
        return Prepared(say, told, cell(*lines), proof, WORDS["method_points"], WORDS["distance"])
    return None
