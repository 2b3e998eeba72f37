"""Gradients, directional derivatives, second and mixed partial derivatives, tangent planes, total differentials, local extreme values.

Read: one function of x and y (gradients and directional derivatives: of x, y and z too), a point and a direction in numbers. Not: implicit surfaces, constraints,
critical points that the second derivatives do not decide.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, to_sympy
from solver.formula.nodes import Apply, Blank, Group, Node, Relation, Symbol, symbols, walk
from solver.latex import latex, values_in
from solver.ports import Language
from solver.reader import account
from solver.topics.base import Reading, Text, Unread
from solver.topics.calculus.several_variables import extrema
from solver.topics.calculus.several_variables.directions import with_vector
from solver.topics.calculus.several_variables.partials import (
    bracketed,
    formula,
    head,
    names,
    partials,
    point,
    quotients,
)
from solver.topics.calculus.several_variables.planes import plane, total
from solver.topics.calculus.several_variables.words import VOCABULARY, WORDS
from solver.topics.cells import cell, comment, exact_source
from solver.topics.equations.matrices.literals import POINT, UNIT_SUM, unit_sum_of, vector_of
from solver.topics.prepared import Opened, Prepared, one_point, shown_point

X, Y, Z = (sp.Symbol(name, real=True) for name in "xyz")
MAX_OPERATIONS: Final = 60
_ABOUT: Final = re.compile(
    r"(?i)gradient|directional|tangent\s+plane|differential\b|partial|critical\s+point|extrem|saddle|maxim|minim|梯度|方向导数|切平面|全微分|偏导|极[值大小]|驻点|鞍点|∂|_\{?[xy]{2}\b|_\{[xy]{2}\}|(?<![A-Za-z\\])d[zuwf](?![A-Za-z]|\s*/)"
)
_TOTAL: Final = re.compile(r"(?<![A-Za-z\\/])d\s?[zuwf](?![A-Za-z]|\s*/)")
"""dz itself; dz/dx is another question."""
_AT_BAR: Final = re.compile(r"(?:\\[bB]igg?[lr]?\s*)?\|\s*_\s*(?:\{\s*)?(\([^()]*\))(?:\s*\})?")
_AT_VALUES: Final = re.compile(
    r"(?:\|\s*_\s*\{\s*)?(?:当\s*)?(?<![A-Za-z\\])x\s*=\s*(-?\d+(?:/\d+)?)\s*(?:[,、]|and)\s*y\s*=\s*(-?\d+(?:/\d+)?)(?:\s*\})?"
)
_HEAD: Final = re.compile(
    r"(?<![A-Za-z\\])(?:[zuw]\s*=\s*)?([a-zA-Z])\s*\(\s*x\s*,\s*y\s*(,\s*z\s*)?\)\s*=|(?<![A-Za-z\\])([zuw])\s*=(?=[^=]*[xy])"
)
_NAME: Final = re.compile(r"(?<![A-Za-z\\])[a-zA-Z]\s*\(\s*x\s*,\s*y\s*(?:,\s*z\s*)?\)")
_DIRECTION_BEFORE: Final = re.compile(
    r"(?i)(?:direction(?:\s+of)?|along|沿着?|方向为?)(?:\s*(?:the|vector|unit|向量|方向|of|is|为|是))*\s*$"
)
"""Behind this stands no point but a direction."""
_D: Final = r"(?:\\partial|∂)\s*"
_SECOND: Final = re.compile(
    rf"\\[dt]?frac\s*\{{\s*{_D}\^\s*\{{?2\}}?\s*\(?[a-zA-Z]?\)?\s*\}}\s*\{{\s*{_D}(?P<a>[xy])\s*(?:\^\s*\{{?2\}}?|{_D}(?P<b>[xy]))?\s*\}}(?:\s*{_D}(?P<c>[xy]))?"
    r"|(?<![A-Za-z\\])[fzuFg]_\s*\{?\s*(?P<d>[xy])\s*(?P<e>[xy])\s*\}?(?:\s*''|'')?(?=[^A-Za-z]|$)"
)


def read(text: Text) -> Reading:
    """One question about a function of several variables."""
    if not _ABOUT.search(text.source):
        return None
    try:
        if re.search(r"(?i)directional|方向导数", text.source) and (told := with_vector(text)) is not None:
            found = _read(replace(text, source=told[0]))
            return found if found is None or isinstance(found, Unread) else Opened((told[1],), found)
        return _read(text)
    except (FormulaError, TypeError, ValueError, NotImplementedError, AttributeError):
        return None


def _read(text: Text) -> Reading:
    source = re.sub(r"\$|\\[()\[\]]|\\left(?![a-z])|\\right(?![a-z])|\\nabla\s*f|∇\s*f", " ", text.source)
    letters: list[tuple[str, str]] = []

    def second(match: re.Match[str]) -> str:
        first = match["a"] or match["d"]
        other = match["b"] or match["c"] or match["e"] or first
        # in ∂²z/∂x∂y the letter on the right comes first, in f_xy that on the left
        letters.append((other, first) if match["a"] else (first, other))
        return " secondtoken "

    source = _SECOND.sub(second, source)
    if "∫" not in source and "\\int" not in source:
        source = _TOTAL.sub(" totaltoken ", source)
    source = _AT_VALUES.sub(r" at (\1, \2) ", _AT_BAR.sub(r" at \1 ", source))
    heads = list(_HEAD.finditer(source))
    if len(heads) != 1:
        return None
    head = heads[0]
    source = source[: head.start()] + " , z=" + source[head.end() :]
    source = _NAME.sub(" ", source)
    vectors: list[tuple[sp.Matrix, bool]] = []
    """Each with whether it is told to be a direction."""

    def place(match: re.Match[str]) -> str:
        found = (
            unit_sum_of(match[0], 3 if "k" in match[0] else 2)
            if "body" not in match.groupdict()
            else vector_of(match["body"])
        )
        if found is None or found.free_symbols:
            return match[0]
        told = "body" not in match.groupdict() or _DIRECTION_BEFORE.search(match.string[: match.start()])
        vectors.append((found, bool(told)))
        return " , "

    body_at = source.index("z=")
    before, after = source[: body_at + 2], source[body_at + 2 :]
    place_text = rf"(?:(?<![A-Za-z\\])(?:\\?(?:mathbf|vec)\s*\{{?\s*)?[a-zA-Z]\}}?(?:_\d)?\s*=?\s*)?(?:{POINT.pattern})"
    after = re.sub(place_text, place, UNIT_SUM.sub(place, after))
    count = len(vectors)
    before = re.sub(place_text, place, before)
    vectors = vectors[count:] + vectors[:count]
    found = account(before + after, VOCABULARY)
    kinds = [k for k in ("gradient", "directional", "plane", "total", "extrema") if found.has(k)]
    if letters or found.has("mixed"):
        kinds = ["second", *kinds]
    if len(kinds) != 1:
        return None
    body = _body(found.nodes)
    if body is None:
        return None
    if found.unread:
        return Unread(found.unread)
    three = "z" in symbols(body)
    f = to_sympy(body, {"x": X, "y": Y, "z": Z})
    if sp.count_ops(f) > MAX_OPERATIONS or not f.free_symbols <= {X, Y, Z} or not {X, Y} <= f.free_symbols:
        return None
    name = head[1] or head[3] or "f"
    points = [v for v, _ in vectors]
    if kinds == ["directional"] and len(points) == 2 and vectors[0][1] and not vectors[1][1]:
        points.reverse()
    unit = found.has("unit")
    if unit and kinds[0] not in ("gradient", "directional"):
        return None
    if kinds == ["extrema"]:
        return extrema.task(f, text.language, _wanted(text.source)) if not points and not three else None
    return _asked(kinds[0], f, name, points, letters, text.language, three=three, unit=unit)


_MAXIMUM: Final = re.compile(r"(?i)\bmaxim(?:um|a)\b|极大|最大")
_MINIMUM: Final = re.compile(r"(?i)\bminim(?:um|a)\b|极小|最小")
_SADDLE: Final = re.compile(r"(?i)\bsaddle\b|鞍点")
_EVERY: Final = re.compile(r"(?i)\bextrem|\bcritical\b|\bclassify\b|\bnature\b|极值|驻点|判断|类型")
_PLACES: Final = re.compile(
    r"(?i)\bpoints?\b|\bclassify\b|\bnature\b|\bwhere\b|maxima|minima|extrema\b|点|判断|类型|何处"
)
_VALUES: Final = re.compile(r"(?i)\bvalues?\b|极[大小]?值|最[大小]值")
_WHOLE: Final = re.compile(
    r"(?i)(?<!local )(?<!relative )(?:maximum|minimum|least|greatest) value|最[大小]值"
)


def _wanted(source: str) -> extrema.Wanted:
    """What is asked for: which kinds of points, and whether their values alone will do."""
    asked = (("maximum", _MAXIMUM), ("minimum", _MINIMUM), ("saddle", _SADDLE))
    kinds = () if _EVERY.search(source) else tuple(kind for kind, word in asked if word.search(source))
    only_values = len(kinds) == 1 and _VALUES.search(source) is not None and not _PLACES.search(source)
    return extrema.Wanted(kinds, values=only_values, whole=_WHOLE.search(source) is not None)


def _body(nodes: tuple[Node, ...]) -> Node | None:
    """The function's formula; None where there is anything else."""
    bodies = [
        n.sides[1]
        for n in nodes
        if isinstance(n, Relation) and n.signs == ("=",) and n.sides[0] == Symbol("z")
    ]
    others = [n for n in nodes if not isinstance(n, Relation) and n not in (Symbol("f"), Symbol("z"))]
    if len(bodies) != 1 or others or sum(isinstance(n, Relation) for n in nodes) != 1:
        return None
    (body,) = bodies
    return None if any(isinstance(n, Apply | Blank | Group | Relation) for n in walk(body)) else body


def _asked(
    kind: str, f: sp.Expr, name: str, points: list[sp.Matrix], letters: list[tuple[str, str]], say: Language,
    *, three: bool, unit: bool,
) -> Reading:  # fmt: skip
    variables = (X, Y, Z) if three else (X, Y)
    if three and kind not in ("gradient", "directional"):
        return None
    at = dict(zip(variables, points[0], strict=False)) if points else None
    if kind == "gradient":
        return (
            _gradient(f, name, at, say, variables, unit=unit)
            if len(points) <= 1 and (at is None or len(points[0]) == len(variables))
            else None
        )
    if kind == "directional":
        if len(points) != 2 or any(len(p) != len(variables) for p in points) or not any(points[1]):
            return None
        return _directional(f, name, at or {}, points[1], say, variables)
    if kind == "second":
        pair = letters[0] if len(set(letters)) == 1 else ("x", "y") if not letters else None
        if pair is None or len(points) > 1 or (points and len(points[0]) != 2):
            return None
        return _second(f, name, pair, at, say)
    if kind == "plane":
        return plane(f, points[0], say) if len(points) == 1 else None
    return total(f, name, at, say) if len(points) <= 1 and (not points or len(points[0]) == 2) else None


PLACES: Final = (
    "[(Rational(3, 7), Rational(5, 11), Rational(2, 3)), (Rational(8, 5), Rational(4, 9), Rational(7, 6))]"
)


def _gradient(f: sp.Expr, name: str, at: dict[sp.Symbol, Any] | None, say: Language, variables: tuple[sp.Symbol, ...], *, unit: bool) -> Prepared | None:  # fmt: skip
    found, told = partials(f, name, variables, say)
    steps = [told, WORDS["gradient"].say(say, f=name, gradient=point(found))]
    lines = head(f, variables, say)
    if at is None and unit:
        return None
    if at is None:
        tests = (
            *quotients(f, variables),
            "def close(point):",
            "    point = point[:len(letters)]",
            "    return all(abs(N(a.subs(list(zip(letters, point))), 40) - b) < Rational(1, 10**9) for a, b in zip(map(sympify, answer), slopes_at(point)))",
            f"len(answer) == {len(variables)} and all(close(point) for point in {PLACES})",
        )
        return Prepared(
            say, tuple(steps), cell(*lines, "tuple(slopes)", variables=names(variables)), tests, WORDS["method_formula"],
            shown=shown_point, given=lambda a: _formula_point(a, names(variables)), letters=names(variables),
        )  # fmt: skip
    values = [sp.simplify(d.subs(at)) for d in found]
    if not all(v.is_real and v.is_finite for v in values):
        return None
    steps.append(WORDS["at"].say(say, f=name, point=point(at.values()), value=point(values)))
    place = exact_source({v: at[v] for v in variables})
    length = sp.simplify(sp.sqrt(sum(v**2 for v in values)))
    if unit:
        if length == 0:
            return None
        shown = point([sp.radsimp(v / length) for v in values])
        steps.append(WORDS["unit_gradient"].say(say, length=latex(length), vector=point(values), unit=shown))
        tests = (
            *quotients(f, variables),
            f"slopes = slopes_at({exact_source(tuple(at.values()))})",
            "length = sqrt(sum(s**2 for s in slopes))",
            f"len(answer) == {len(variables)} and all(abs(N(a, 40) - s/length) < Rational(1, 10**9) for a, s in zip(answer, slopes))",
        )
        source = cell(
            *lines,
            f"gradient = Matrix(slopes).subs({place})",
            "tuple(radsimp(simplify(g/gradient.norm())) for g in gradient)",
            variables=names(variables),
        )
        return Prepared(
            say, tuple(steps), source, tests, WORDS["method"], shown=shown_point, given=one_point, letters=names(variables)
        )  # fmt: skip
    tests = (
        *quotients(f, variables),
        f"len(answer) == {len(variables)} and all(abs(N(a, 40) - b) < Rational(1, 10**9) for a, b in zip(answer, slopes_at({exact_source(tuple(at.values()))})))",
    )
    source = cell(*lines, f"tuple(simplify(s.subs({place})) for s in slopes)", variables=names(variables))
    return Prepared(
        say,
        tuple(steps),
        source,
        tests,
        WORDS["method"],
        shown=shown_point,
        given=one_point,
        letters=names(variables),
    )


def _formula_point(answer: str, names: tuple[str, ...]) -> Any:
    values = values_in(answer, names)
    return (
        tuple(values[0])
        if values is not None and len(values) == 1 and isinstance(values[0], sp.Tuple)
        else None
    )


def _directional(
    f: sp.Expr, name: str, at: dict[sp.Symbol, Any], direction: sp.Matrix, say: Language, variables: tuple[sp.Symbol, ...]
) -> Prepared | None:  # fmt: skip
    found, told = partials(f, name, variables, say)
    values = [sp.simplify(d.subs(at)) for d in found]
    if not all(v.is_real and v.is_finite for v in values):
        return None
    length = sp.sqrt(sum(c**2 for c in direction))
    unit = [sp.radsimp(c / length) for c in direction]
    value = sp.radsimp(sp.simplify(sum(a * b for a, b in zip(values, unit, strict=True))))
    products = " + ".join(rf"{bracketed(a)}\cdot {bracketed(b)}" for a, b in zip(values, unit, strict=True))
    steps = [
        told,
        WORDS["at"].say(say, f=name, point=point(at.values()), value=point(values)),
        WORDS["unit"].say(say, length=latex(length), vector=point(direction), unit=point(unit)),
        WORDS["dot"].say(say, products=products, value=latex(value)),
    ]
    place = exact_source({v: at[v] for v in variables})
    lines = [
        *head(f, variables, say),
        f"direction = Matrix({exact_source(list(direction))})",
        f"gradient = Matrix(slopes).subs({place})",
        "radsimp(simplify(gradient.dot(direction)/direction.norm()))",
    ]
    tests = (
        f"f = {exact_source(f)}",
        "h = Rational(1, 10**12)",
        f"letters, point, unit = ({', '.join(names(variables))}), {exact_source(tuple(at.values()))}, {exact_source(tuple(unit))}",
        "along = lambda s: N(f.subs([(v, p + s*h*u) for v, p, u in zip(letters, point, unit)]), 60)",
        "abs(N(answer, 40) - (along(1) - along(-1))/(2*h)) < Rational(1, 10**9)",
    )
    return Prepared(
        say,
        tuple(steps),
        cell(*lines, variables=names(variables)),
        tests,
        WORDS["method"],
        letters=names(variables),
    )


def _second(
    f: sp.Expr, name: str, pair: tuple[str, str], at: dict[sp.Symbol, Any] | None, say: Language
) -> Prepared | None:
    first, second = (X if p == "x" else Y for p in pair)
    one = sp.simplify(f.diff(first))
    two = sp.factor(sp.simplify(one.diff(second)))
    shown_one = rf"\frac{{\partial}}{{\partial {first}}}\left({latex(f)}\right)={latex(one)}"
    shown_two = rf"\frac{{\partial}}{{\partial {second}}}\left({latex(one)}\right)={latex(two)}"
    steps = [WORDS["second"].say(say, first=pair[0], second=pair[1], one=shown_one, two=shown_two)]
    head = [
        f"f = {exact_source(f)}",
        comment(WORDS["code"].say(say)),
        f"second = factor(simplify(diff(diff(f, {first}), {second})))",
    ]
    quotient: tuple[str, ...] = (
        f"f = {exact_source(f)}",
        "h = Rational(1, 10**10)",
        "at = lambda a, b: N(f.subs([(x, a), (y, b)]), 80)",
        f"moved = lambda a, b, s, t: at(a + h*(s*{int(first == X)} + t*{int(second == X)}), b + h*(s*{int(first == Y)} + t*{int(second == Y)}))",
        "quotient = lambda a, b: (moved(a, b, 1, 1) - moved(a, b, 1, -1) - moved(a, b, -1, 1) + moved(a, b, -1, -1))/(4*h**2)",
    )
    if at is not None:
        value = sp.simplify(two.subs(at))
        if not value.is_real or not value.is_finite:
            return None
        steps.append(WORDS["put"].say(say, point=point(at.values()), value=latex(value)))
        tests: tuple[str, ...] = (
            *quotient,
            f"abs(N(answer, 40) - quotient{exact_source(tuple(at.values()))}) < Rational(1, 10**8)",
        )
        source = cell(*head, f"simplify(second.subs({exact_source(at)}))", variables="xy")
        return Prepared(say, tuple(steps), source, tests, WORDS["method"], letters=("x", "y"))
    tests = (
        *quotient,
        "places = [(Rational(3, 7), Rational(5, 11)), (Rational(8, 5), Rational(4, 9))]",
        "all(abs(N(sympify(answer).subs([(x, a), (y, b)]), 40) - quotient(a, b)) < Rational(1, 10**8) for a, b in places)",
    )
    return Prepared(
        say, tuple(steps), cell(*head, "second", variables="xy"), tests, WORDS["method_formula"],
        shown=lambda v: latex(v) if isinstance(v, sp.Expr) else None, given=formula, letters=("x", "y"),
    )  # fmt: skip
