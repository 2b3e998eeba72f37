"""A line and a circle: the length of the chord, how they lie to each other, a letter for which the line is a tangent.

Read: a circle by its equation and a line by an equation in x and y. Not: tangents through a point, chords of a given length, two circles.
"""

from __future__ import annotations

import re
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, Node, to_sympy
from solver.formula.nodes import Blank, Relation, Symbol, symbols
from solver.latex import exact_latex, latex, values_in
from solver.ports import Language
from solver.reader import account
from solver.topics.base import Reading, Text, Unread, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.geometry import circle_tangents
from solver.topics.geometry.circles.explaining import steps_to
from solver.topics.geometry.circles.given import Given, X, Y, from_equation
from solver.topics.prepared import Prepared

VOCABULARY: Final = {
    "chord": "chord|length of the chord|chord length|length of chord|chord cut|chord cut off|cut off|cuts off|cut|cuts|cut from|intercepted|intercept|intercepts|弦长|弦|的弦长|弦的长|弦的长度|的弦|的弦的长|的弦的长度|截得|截得的弦长|截得的弦|所截得的弦长|所截得的弦|所截的弦长|所截|截得的线段长|截得的线段|截|被",
    "segment": "ab|AB|pq|mn|\\ab",
    "position": "relative position|position|relationship|positional relationship|how do they lie|位置关系|的位置关系|是什么位置关系|有何位置关系",
    "tangent": "tangent|is tangent|tangent to|is tangent to|touches|touch|相切|切于|与圆相切",
    "meets": "intersects?|meets?|crosses|at two points|at|points?|two|in|and|相交|相交于|交于|两点|点|交点|两个",
    "words": "判断|试判断|determine|decide|state|line|the line|straight line|circle|the circle|equation|with equation|between|by|from|on|of|length|value|values|all values|real|number|constant|positive|if|where|for which|find all|so that|such that|that"
    "|直线|圆|与|和|与圆|和圆|把|被圆|直线被圆|长|的长|长度|的长度|则|求|的值|值|实数|为|线段|于|的|所",
}
WORDS: Final = {
    "distance": Words("Distance from the centre \\({center}\\) to the line \\({line}=0\\): \\[d=\\frac{{{top}}}{{{root}}}={value}\\]", "圆心 \\({center}\\) 到直线 \\({line}=0\\) 的距离：\\[d=\\frac{{{top}}}{{{root}}}={value}\\]"),
    "chord": Words("Half the chord, \\(d\\) and the radius make a right-angled triangle: \\[|AB|=2\\sqrt{{r^2-d^2}}=2\\sqrt{{{square}-{d2}}}={value}\\]", "半弦长、\\(d\\) 与半径构成直角三角形：\\[|AB|=2\\sqrt{{r^2-d^2}}=2\\sqrt{{{square}-{d2}}}={value}\\]"),
    "below": Words("\\(d<r\\): the line cuts the circle at two points.", "\\(d<r\\)，所以直线与圆相交。"),
    "equal": Words("\\(d=r\\): the line is a tangent.", "\\(d=r\\)，所以直线与圆相切。"),
    "above": Words("\\(d>r\\): the line and the circle have no point in common.", "\\(d>r\\)，所以直线与圆相离。"),
    "tangent": Words("The line is a tangent exactly when \\(d=r\\): \\[{d}={r}\\] This gives \\({name}={values}\\).", "直线与圆相切等价于 \\(d=r\\)：\\[{d}={r}\\] 解得 \\({name}={values}\\)。"),
    "code": Words("the points that line and circle have in common", "求直线与圆的公共点"),
    "code_distance": Words("distance from the centre to the line", "圆心到直线的距离"),
    "answer": Words("The chord is \\({answer}\\) long.", "弦长为 \\({answer}\\)。"),
    "place": Words("So: \\({answer}\\).", "所以 \\({answer}\\)。"),
    "letter": Words("So \\({answer}\\).", "所以 \\({answer}\\)。"),
    "method": Words("the points that both have in common were found, and measured", "求出直线与圆的公共点，再计算"),
}  # fmt: skip
PLACES: Final = {
    2: Words(r"\text{{they intersect}}", r"\text{{相交}}"),
    1: Words(r"\text{{they are tangent}}", r"\text{{相切}}"),
    0: Words(r"\text{{they do not meet}}", r"\text{{相离}}"),
}
_SAID: Final = (
    (2, r"intersect|相交|cut|cross|two points"),
    (1, r"tangent|相切|touch"),
    (0, r"not meet|no common|apart|separate|相离|do not intersect|outside"),
)
_ABOUT: Final = re.compile(
    r"(?i)chord|弦|截得|所截|\bline\b.*\b(?:circle|tangent)|tangent.*circle|直线.*圆|圆.*直线"
)
_PLACES: Final = re.compile(
    r"(?i)^(?!.*(?:chord|length|distance|how\s+long)).*(?:\bwhere\s+(?:does|do)\b|\b(?:points?|coordinates)\b.*\b(?:where|at\s+which|in\s+which|intersection)\b)",
    re.DOTALL,
)
"""Where they meet is asked, not how far it is between these points."""
_NAMES: Final = re.compile(
    r"(?i)(?:于|\bat(?:\s+(?:the\s+)?(?:two\s+)?points)?)\s*\$?([A-Z])\$?\s*(?:,|、|和|\band\b)\s*\$?([A-Z])\$?(?![A-Za-z(])\s*(?:两点)?"
)
_L: Final = re.compile(r"(直线|\b[Ll]ine)\s*\$?[lL]\$?\s*[:：]?\s*(?![a-z])")
_C: Final = re.compile(r"(圆|\b[Cc]ircle)\s*\$?[COM]\$?\s*[:：]?\s*(?![a-z])")


def read(text: Text) -> Reading:
    """One circle, one line, one question; or the tangent at a point."""
    if (tangent := circle_tangents.read(text)) is not None and not isinstance(tangent, Unread):
        return tangent
    if not _ABOUT.search(text.source) or _PLACES.search(text.source):
        return None
    source = _C.sub(r"\1 ", _L.sub(r"\1 ", text.source))
    ends = _NAMES.search(source)
    if ends is not None:
        source = f"{source[: ends.start()]} , {source[ends.end() :]}"
        one, other = re.escape(ends[1]), re.escape(ends[2])
        source = re.sub(
            rf"\$?\|?\s*(?:\\overline\{{)?(?<![A-Za-z]){one}{other}(?![A-Za-z])\}}?\s*\|?\$?",
            " chord ",
            source,
        )
    found = account(source, VOCABULARY)
    try:
        parts = _parts([n for n in found.nodes if not isinstance(n, Symbol)])
        return None if parts is None else _task(text, found, *parts)
    except FormulaError:
        return None


def _parts(nodes: list[Node]) -> tuple[Given, Relation] | None:
    """The circle and the line."""
    relations = [n for n in nodes if isinstance(n, Relation) and n.signs == ("=",) and Blank() not in n.sides]
    if len(relations) != 2 or len(nodes) != 2:
        return None
    circles = [c for c in map(_circle, relations) if c is not None]
    lines = [r for r in relations if _circle(r) is None and {"x", "y"} & symbols(r)]
    return (circles[0], lines[0]) if len(circles) == len(lines) == 1 else None


def _circle(relation: Relation) -> Given | None:
    return from_equation(relation) if symbols(relation) <= {"x", "y"} else None


def _task(text: Text, found: Any, circle: Given, line: Relation) -> Reading:
    body = sp.expand(to_sympy(line.sides[0]) - to_sympy(line.sides[1]))
    letters = sorted(symbols(line) - {"x", "y"})
    leading = next((c for c in (body.coeff(X), body.coeff(Y)) if c != 0), sp.Integer(1))
    body = sp.expand(-body) if leading.is_negative else body
    if not body.is_polynomial(X, Y) or sp.Poly(body, X, Y).total_degree() != 1:
        return None
    wanted = [name for name in ("chord", "position", "tangent") if found.has(name)]
    asked = [n.name for n in found.asked if isinstance(n, Symbol)]
    if len(letters) > 1 or (letters != asked if letters else bool(asked)):
        return None
    if wanted != (["tangent"] if letters else wanted[:1]) or wanted == ["tangent"] and not letters:
        return None
    if found.unread:
        return Unread(found.unread)
    if not letters:
        return _measured(circle, body, wanted[0], text.language) if wanted else None
    return _tangent(circle, body, letters[0], text.language)


def _distance(circle: Given, body: sp.Expr) -> tuple[sp.Expr, sp.Expr, sp.Expr]:
    """The distance from the centre to the line: above the stroke, below it, altogether."""
    a, b = (sp.Poly(body, X, Y).coeff_monomial(z) for z in (X, Y))
    top, root = sp.Abs(body.subs({X: circle.center[0], Y: circle.center[1]})), sp.sqrt(a**2 + b**2)
    return top, root, sp.radsimp(top / root)


def _opening(circle: Given, body: sp.Expr, say: Language) -> list[str]:
    top, root, d = _distance(circle, body)
    said = WORDS["distance"].say(
        say,
        center=exact_latex(circle.center),
        line=latex(body),
        top=latex(top),
        root=latex(root),
        value=latex(d),
    )
    return [*steps_to(circle, (), None, general=False, language=say), said]


def _measured(circle: Given, body: sp.Expr, wanted: str, say: Language) -> Reading:
    """The chord's length, or how many points the two have in common."""
    _, _, d = _distance(circle, body)
    steps, square = _opening(circle, body, say), circle.square
    gap = sp.simplify(square - d**2)
    points = f"points = solve([{exact_source(sp.expand(circle.polynomial()))}, {exact_source(body)}], [x, y])"
    if wanted == "chord":
        if not gap.is_positive:
            return None
        value = sp.radsimp(2 * sp.sqrt(gap))
        steps.append(
            WORDS["chord"].say(say, square=latex(square), d2=latex(sp.expand(d**2)), value=exact_latex(value))
        )
        lines = (
            comment(WORDS["code_distance"].say(say)),
            f"d = {exact_source(d)}",
            f"2*sqrt({exact_source(square)} - d**2)",
        )
        tests = (
            points,
            "one, other = map(Matrix, points)",
            "bool(simplify((one - other).norm() - answer) == 0)",
        )
        return Prepared(say, tuple(steps), cell(*lines), (_XY, *tests), WORDS["method"], WORDS["answer"])
    count = 2 if gap.is_positive else 1 if gap == 0 else 0
    steps.append(WORDS[("above", "equal", "below")[count]].say(say))
    source = cell(
        comment(WORDS["code_distance"].say(say)),
        f"d = {exact_source(d)}",
        f"sign({exact_source(sp.sqrt(square))} - d) + 1",
    )
    counted = (f"real = [p for p in solve([{exact_source(sp.expand(circle.polynomial()))}, {exact_source(body)}], [x, y]) if all(c.is_real for c in p)]", "len(set(real)) == answer")  # fmt: skip
    return Prepared(
        say, tuple(steps), source, (_XY, *counted), WORDS["method"], WORDS["place"],
        shown=lambda value: PLACES[int(value)].say(say) if value in PLACES else None, given=_said,
    )  # fmt: skip


_XY: Final = 'x, y = symbols("x y")'


def _said(answer: str) -> sp.Integer | None:
    """How many points an answer in words says that both have in common."""
    counts = [count for count, pattern in reversed(_SAID) if re.search(pattern, answer)]
    return sp.Integer(counts[0]) if counts else None


def _tangent(circle: Given, body: sp.Expr, name: str, say: Language) -> Reading:
    """The values of a letter for which the line touches the circle."""
    k = sp.Symbol(name, real=True)
    body = body.subs(sp.Symbol(name), k)
    top, root, _ = _distance(circle, body)
    values = sp.solveset(top**2 - circle.square * root**2, k, sp.S.Reals)
    if not isinstance(values, sp.FiniteSet) or not values:
        return None
    ordered = sorted(values, key=sp.N)
    shown = ",\\ ".join(map(exact_latex, ordered))
    steps = [
        *_opening(circle, body, say),
        WORDS["tangent"].say(
            say, d=latex(top / root), r=latex(sp.sqrt(circle.square)), name=name, values=shown
        ),
    ]
    source = cell(
        comment(WORDS["code_distance"].say(say)),
        f"d = {top / root!s}",
        f"sorted(solve(d**2 - {exact_source(circle.square)}, {name}), key=N)",
        variables=(name,),
        assumptions="real=True",
    )
    gone, left = ("y", "x") if body.has(Y) else ("x", "y")
    tests = (
        f'x, y, {name} = symbols("x y {name}")',
        f"quadratic = resultant({exact_source(sp.expand(circle.polynomial()))}, {sp.expand(body)!s}, {gone})",
        f"double = discriminant(quadratic, {left})",
        f"roots = solve(double, {name})",
        "bool(set(map(simplify, answer)) == set(map(simplify, roots)))",
    )

    def shown_values(found: Any) -> str | None:
        items = list(found) if isinstance(found, list | tuple | sp.Tuple) else None
        return None if items is None else f"{name}=" + f",\\ {name}=".join(map(exact_latex, items))

    def given_values(answer: str) -> Any:
        read_values = values_in(answer, (name,))
        return None if read_values is None else sp.Tuple(*read_values)

    return Prepared(
        say,
        tuple(steps),
        source,
        tests,
        WORDS["method"],
        WORDS["letter"],
        shown=shown_values,
        given=given_values,
    )
