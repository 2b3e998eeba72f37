"""An equation in sides and angles that fixes one angle of a triangle: b cos C + c cos B = 2a cos A; and what then follows with lengths.

Read: triangle ABC with sides a, b, c, one equation that holds for every triangle with a certain angle, facts about lengths or the area; asked are the angle,
its cosine, a side, the perimeter or the area. Not: shapes, largest values, equations that fix no angle.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import Final

import sympy as sp

from solver.formula import FormulaError, parse, to_sympy
from solver.formula.nodes import Relation, symbols
from solver.latex import exact_latex, latex
from solver.ports import Language
from solver.topics.base import Reading, Text, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.prepared import Prepared

WORDS: Final = {
    "sines": Words("By the law of sines \\(a:b:c=\\sin A:\\sin B:\\sin C\\), so the sides may be replaced by the sines: \\[{equation}\\]", "由正弦定理 \\(a:b:c=\\sin A:\\sin B:\\sin C\\)，把边换成角的正弦：\\[{equation}\\]"),
    "third": Words("With \\({z}=\\pi-{x}-{y}\\), so \\(\\sin {z}=\\sin({x}+{y})\\) and \\(\\cos {z}=-\\cos({x}+{y})\\), this becomes \\[{factors}=0\\]", "由 \\({z}=\\pi-{x}-{y}\\) 得 \\(\\sin {z}=\\sin({x}+{y})\\)，\\(\\cos {z}=-\\cos({x}+{y})\\)，上式化为 \\[{factors}=0\\]"),
    "squares": Words("Written with the sides (law of sines) and factored: \\[{factors}=0\\]", "写成边的关系（正弦定理）并分解：\\[{factors}=0\\]"),
    "cosine": Words("By the law of cosines \\[\\cos {x}=\\frac{{{numerator}}}{{{denominator}}}={value}\\]", "由余弦定理 \\[\\cos {x}=\\frac{{{numerator}}}{{{denominator}}}={value}\\]"),
    "sine_is_positive": Words("In a triangle sines are positive, so \\({factor}=0\\).", "三角形内角的正弦为正，所以 \\({factor}=0\\)。"),
    "angle": Words("Since \\(0<{x}<\\pi\\): \\({x}={value}\\).", "又 \\(0<{x}<\\pi\\)，所以 \\({x}={value}\\)。"),
    "sides": Words("The law of cosines for \\({x}\\) and what is told of the sides: \\[{equations}\\]", "由关于角 \\({x}\\) 的余弦定理和已知条件：\\[{equations}\\]"),
    "found": Words("That gives \\({sides}\\).", "解得 \\({sides}\\)。"),
    "product": Words("So \\({p}{q}={value}\\).", "所以 \\({p}{q}={value}\\)。"),
    "area": Words("\\[S=\\frac12 {p}{q}\\sin {x}={value}\\]", "\\[S=\\frac12 {p}{q}\\sin {x}={value}\\]"),
    "perimeter": Words("\\[a+b+c={value}\\]", "\\[a+b+c={value}\\]"),
    "code": Words("sides from the law of cosines and the facts", "由余弦定理与已知条件求边"),
    "angle_code": Words("the angle at which the factor vanishes", "使因式为 0 的角"),
    "method": Words("the equation was tried in many triangles with this angle, and with others", "取多个含该角与不含该角的三角形代入检验"),
    "method_sides": Words("area and sides were compared by Heron's formula", "用海伦公式和三边检验"),
}  # fmt: skip
_PARTS: Final = r"[内角ABCabc,、的所对边长分别是为应三个各\s]*"
_SCENE: Final = (
    re.compile(rf"(?:在|已知|设|记|如图)*,?(?:△|三角形)ABC(?:中|里)?,?(?:{_PARTS}(?:对边|所对的边|边长?){_PARTS})?"),
    re.compile(r"(?i)\b(?:in|for|given) (?:△|triangle )ABC,?(?: (?:with |where |let )?(?:the )?(?:sides )?a, ?b,? (?:and )?c (?:are |be )?(?:the sides )?(?:opposite|opposite to) (?:the )?(?:angles )?A, ?B,? (?:and )?C(?:,? respectively)?)?,?"),
)  # fmt: skip
_JOINT: Final = re.compile(r"[,;。.，；]\s*|且|(?:若|已知|又|则|求|并|试)+|\b(?:and|if|given that|suppose that|suppose|such that|satisf(?:y|ies))\b|\b(?:find|determine|calculate|what is)\b", re.I)  # fmt: skip
_ANGLE: Final = re.compile(r"(?:the )?(?:measure of )?(?:角|∠|angle )?([ABC])(?:的?大小|的?值|的?度数)?(?:是|为|=)?(?:多少|_+|\?)?", re.I)  # fmt: skip
_COSINE: Final = re.compile(r"(?:the value of )?cos ?([ABC])(?:的?值)?(?:是|为|=)?(?:多少|_+|\?)?")
_AREA: Final = re.compile(r"(?:the )?(?:(?:△|三角形)?(?:ABC)?的?面积S?|area(?: of (?:the |△|triangle )?(?:triangle)?(?: ?ABC)?)?)(?:(?:是|为|=| is )(?P<v>[^是为=]{1,20}))?", re.I)  # fmt: skip
_PERIMETER: Final = re.compile(r"(?:the )?(?:(?:△|三角形)?(?:ABC)?的?周长|perimeter(?: of (?:the |△|triangle )?(?:triangle)?(?: ?ABC)?)?)(?:是|为)?(?:多少)?", re.I)  # fmt: skip
_SIDE: Final = re.compile(
    r"(?:边|the side |side |the length of )?([abc])(?:的?值|的?长)?(?:是|为|=)?(?:多少|_+|\?)?"
)
SIDES: Final = dict(zip("ABC", sp.symbols("a b c", positive=True), strict=True))
ANGLES: Final = dict(zip("ABC", sp.symbols("A B C", positive=True), strict=True))
MAX_OPERATIONS: Final = 50
STEP: Final = 0.07
"""Of the angles at which an equation is tried, in radians."""


@dataclass(frozen=True, slots=True)
class _Told:
    """The equation in sides and angles, equations between sides alone, the area, and what is asked."""

    identity: sp.Expr
    facts: tuple[sp.Expr, ...]
    area: sp.Expr | None
    asked: str
    of: str


def read(text: Text) -> Reading:
    """One equation that fixes an angle."""
    if len(text.source) > 300 or not re.search(r"(?:sin|cos|tan)\s*[ABC]|[abc]\s*\^", text.source):
        return None
    source = re.sub(r"\$|\\[()]|\\left|\\right|[_]{2,}", "", text.source)
    source = re.sub(r"\\(?:triangle|bigtriangleup)(?![a-z])", "△", re.sub(r"\\angle(?![a-z])", "∠", source))
    source = re.sub(r"(?<![A-Za-z\\])([abc]?)\\?(sin|cos|tan)", r"\1 \\\2 ", re.sub(r"([abc])\s*(?=\\?(?:sin|cos|tan))", r"\1 ", source))  # fmt: skip
    for scene in _SCENE:
        if (found := scene.match(source.strip())) is not None and found.end():
            told = _told(source.strip()[found.end() :])
            try:
                return None if told is None else _task(told, text.language)
            except (FormulaError, NotImplementedError, TypeError, ValueError, sp.PolynomialError):
                return None
    return None


def _told(rest: str) -> _Told | None:
    identities, facts, area = list[sp.Expr](), list[sp.Expr](), None
    asked = list[tuple[str, str]]()
    for piece in filter(None, (p.strip(" .?？。") for p in _JOINT.split(rest))):
        if (found := _ANGLE.fullmatch(piece)) is not None:
            asked.append(("angle", found[1].upper()))
        elif (found := _COSINE.fullmatch(piece)) is not None:
            asked.append(("cosine", found[1]))
        elif (found := _AREA.fullmatch(piece)) is not None:
            if found["v"] is None or found["v"] == "多少":
                asked.append(("area", ""))
            elif area is None:
                area = to_sympy(parse(found["v"]))
            else:
                return None
        elif _PERIMETER.fullmatch(piece) is not None:
            asked.append(("perimeter", ""))
        elif (found := _SIDE.fullmatch(piece)) is not None and found[1] == piece[-1:]:
            asked.append(("side", found[1].upper()))
        else:
            expression = _equation(piece)
            if expression is None:
                return None
            (facts if _is_of_lengths(expression) else identities).append(expression)
    if len(identities) != 1 or len(asked) != 1:
        return None
    return _Told(identities[0], tuple(facts), area, *asked[0])


def _is_of_lengths(expression: sp.Expr) -> bool:
    """Whether it tells lengths or their ratio: it has no angle, and a plain number or the first degree."""
    sides = tuple(SIDES.values())
    if expression.has(sp.sin, sp.cos, sp.tan):
        return False
    plain = sp.expand(expression).as_independent(*sides, as_Add=True)[0]
    return bool(plain != 0 or sp.Poly(expression, *sides).total_degree() == 1)


def _equation(piece: str) -> sp.Expr | None:
    try:
        node = parse(piece)
    except FormulaError:
        return None
    if not isinstance(node, Relation) or node.signs != ("=",) or not symbols(node) <= set("abcABC"):
        return None
    known = {**{str(v): v for v in SIDES.values()}, **{str(v): v for v in ANGLES.values()}}
    left, right = (to_sympy(side, known) for side in node.sides)
    difference = left - right
    plain = difference.replace(lambda e: isinstance(e, sp.sin | sp.cos | sp.tan) and e.args[0] in ANGLES.values(), lambda e: sp.Dummy())  # fmt: skip
    return None if plain.free_symbols & set(ANGLES.values()) or difference.count_ops() > MAX_OPERATIONS else difference  # fmt: skip


def _task(told: _Told, say: Language) -> Prepared | None:
    names = (told.of,) if told.asked in ("angle", "cosine") else tuple("ABC")
    for name in names:
        found = _angle(told.identity, name, say)
        if found is not None:
            angle, steps, factor = found
            if told.asked in ("angle", "cosine"):
                return (
                    _of_angle(told, name, angle, steps, factor, say)
                    if not told.facts and told.area is None
                    else None
                )
            return _of_sides(told, name, angle, steps, say)
    return None


def _angle(identity: sp.Expr, name: str, say: Language) -> tuple[sp.Expr, list[str], sp.Expr] | None:
    """The angle, how it is found, and the factor that vanishes there."""
    for way in (_by_cosines, _by_sines):
        found = way(identity, name, say)
        if found is not None and _is_only(identity, name, found[0]):
            return found
    return None


def _by_cosines(identity: sp.Expr, name: str, say: Language) -> tuple[sp.Expr, list[str], sp.Expr] | None:
    """Where only sides and sines occur: one factor is b² + c² − a² − k·bc."""
    if identity.has(sp.cos, sp.tan):
        return None
    sides = identity.subs({sp.sin(ANGLES[n]): SIDES[n] for n in "ABC"})
    poly = sp.factor(sides)
    a, (b, c) = SIDES[name], (SIDES[n] for n in "ABC" if n != name)
    for factor in sp.Mul.make_args(poly):
        quadratic = sp.Poly(factor, a, b, c)
        if quadratic.total_degree() != 2 or not quadratic.is_homogeneous:
            continue
        sign = quadratic.coeff_monomial(b**2)
        rest = sp.expand(factor / sign - (b**2 + c**2 - a**2)) if sign != 0 else a
        k = -rest / (b * c)
        if not k.is_number or not bool(abs(k) < 2):
            continue
        steps = (
            []
            if poly == sides and not identity.has(sp.sin)
            else [WORDS["squares"].say(say, factors=latex(poly))]
        )
        steps.append(
            WORDS["cosine"].say(
                say, x=name, numerator=f"{b}^2+{c}^2-{a}^2", denominator=f"2{b}{c}", value=exact_latex(k / 2)
            )
        )
        return sp.acos(k / 2), steps, sp.cos(ANGLES[name]) - k / 2
    return None


def _by_sines(identity: sp.Expr, name: str, say: Language) -> tuple[sp.Expr, list[str], sp.Expr] | None:
    """All in sines and cosines of two angles: one factor has the angle alone."""
    x, y, z = ANGLES[name], *(ANGLES[n] for n in "ABC" if n != name)
    trig = identity.subs({SIDES[n]: sp.sin(ANGLES[n]) for n in "ABC"})
    trig = sp.numer(sp.together(trig.replace(sp.tan, lambda t: sp.sin(t) / sp.cos(t))))
    sx, cx, sy, cy = sp.symbols("s_x c_x s_y c_y")
    names = {sp.sin(x): sx, sp.cos(x): cx, sp.sin(y): sy, sp.cos(y): cy, sp.sin(z): sx * cy + cx * sy, sp.cos(z): sx * sy - cx * cy}  # fmt: skip
    flat = sp.expand(sp.expand_trig(trig).subs(names))
    if flat.free_symbols - {sx, cx, sy, cy}:
        return None
    flat = sp.rem(flat, cy**2 + sy**2 - 1, cy)
    flat = sp.rem(sp.expand(flat), cx**2 + sx**2 - 1, sx)
    roots_in = [r for r in (sp.sqrt(2), sp.sqrt(3)) if flat.has(r)]
    factored = sp.factor(flat, extension=roots_in) if roots_in else sp.factor(flat)
    back = {sx: sp.sin(x), cx: sp.cos(x), sy: sp.sin(y), cy: sp.cos(y)}
    found = list[tuple[sp.Expr, sp.Expr]]()
    for factor in sp.Mul.make_args(factored):
        base = factor.as_base_exp()[0]
        if base.is_number or base in (sx, sy) or sp.expand(base - (sx * cy + cx * sy)) == 0:
            continue
        if base.free_symbols - {sx, cx}:
            return None
        angles = _roots(base, sx, cx)
        if angles is None:
            return None
        found += [(base, angle) for angle in angles]
    if len(found) != 1:
        return None
    base, angle = found[0]
    steps = [
        WORDS["sines"].say(say, equation=f"{latex(trig)}=0"),
        WORDS["third"].say(say, x=x, y=y, z=z, factors=latex(factored.subs(back))),
        WORDS["sine_is_positive"].say(say, factor=latex(base.subs(back))),
    ]
    return angle, steps, base.subs(back)


def _roots(factor: sp.Expr, sine: sp.Symbol, cosine: sp.Symbol) -> list[sp.Expr] | None:
    """Where p·sin + q·cos + r vanishes between 0 and π; None where the factor is another."""
    poly = sp.Poly(factor, sine, cosine)
    if poly.total_degree() != 1:
        return None
    p, q, r = (poly.coeff_monomial(m) for m in (sine, cosine, 1))
    if p == 0:
        value = sp.radsimp(-r / q)
        return [sp.acos(value)] if bool(abs(value) < 1) else []
    if r == 0:
        angle = sp.atan(sp.radsimp(-q / p))
        return [angle if bool(angle > 0) else sp.pi + angle]
    if q == 0:
        value = sp.radsimp(-r / p)
        if not bool(0 < value <= 1):
            return []
        return [sp.pi / 2] if value == 1 else [sp.asin(value), sp.pi - sp.asin(value)]
    return None


def _is_only(identity: sp.Expr, name: str, angle: sp.Expr) -> bool:
    """Whether the equation holds for all triangles with this angle, and for none with another."""
    f = sp.lambdify((*SIDES.values(), *ANGLES.values()), identity, "math")
    right, places = float(angle), [0.11 + STEP * k for k in range(42)]

    def holds(x: float, y: float) -> bool:
        return bool(abs(f(*_triangle(name, x, y))) < 1e-9)

    return all(holds(right, y) for y in places if right + y < math.pi - 0.02) and not any(
        holds(x, y) for x in places if abs(x - right) > STEP for y in places if x + y < 3.03
    )


def _triangle(name: str, x: float, y: float) -> list[float]:
    """Sides and angles of the triangle with the angle x at the corner of this name, and y at the next one."""
    others = [n for n in "ABC" if n != name]
    angles = {name: x, others[0]: y, others[1]: math.pi - x - y}
    return [*(math.sin(angles[n]) for n in "ABC"), *(angles[n] for n in "ABC")]


def _of_angle(
    told: _Told, name: str, angle: sp.Expr, steps: list[str], factor: sp.Expr, say: Language
) -> Prepared:
    if told.asked == "angle":
        steps.append(WORDS["angle"].say(say, x=name, value=exact_latex(angle)))
    x = ANGLES[name]
    source = cell(
        comment(WORDS["angle_code"].say(say)),
        f"{name} = symbols('{name}')",
        f"found = solveset({exact_source(factor.subs(x, sp.Symbol(name)))}, {name}, Interval.open(0, pi))",
        f"{'cos(list(found)[0])' if told.asked == 'cosine' else 'list(found)[0]'}",
    )
    given = "acos(answer)" if told.asked == "cosine" else "answer"
    others = [n for n in "ABC" if n != name]
    tests = (
        "a, b, c, A, B, C = symbols('a b c A B C')",
        f"f = lambdify((a, b, c, A, B, C), {exact_source(told.identity.subs({v: sp.Symbol(str(v)) for v in (*SIDES.values(), *ANGLES.values())}))}, 'math')",
        f"told = float({given})",
        "from math import pi, sin",
        "def at(x, y):",
        f"    angles = {{'{name}': x, '{others[0]}': y, '{others[1]}': pi - x - y}}",
        "    return abs(f(*(sin(angles[n]) for n in 'ABC'), *(angles[n] for n in 'ABC')))",
        "places = [0.1 + 0.07*k for k in range(42)]",
        "holds = 0 < told < pi and all(at(told, y) < 1e-9 for y in places if told + y < pi - 0.02)",
        "holds and all(at(x, y) > 1e-9 for x in places for y in places if abs(x - told) > 0.07 and x + y < pi - 0.02)",
    )
    return Prepared(say, tuple(steps), source, tests, WORDS["method"])


def _of_sides(told: _Told, name: str, angle: sp.Expr, steps: list[str], say: Language) -> Prepared | None:
    """A length or the area, by the law of cosines for the angle that is known and what is told of lengths."""
    a, (b, c) = SIDES[name], (SIDES[n] for n in "ABC" if n != name)
    law = a**2 - (b**2 + c**2 - 2 * b * c * sp.cos(angle))
    equations = [law, *told.facts]
    if told.area is not None:
        equations.append(b * c * sp.sin(angle) / 2 - told.area)
    roots = sp.solve(equations, (a, b, c), dict=True)
    solutions = [s for s in roots if _is_triangle(s)]
    if not solutions:
        return None
    asked = {"area": b * c * sp.sin(angle) / 2, "perimeter": a + b + c}.get(told.asked) or SIDES[told.of]
    values = {sp.nsimplify(sp.radsimp(sp.simplify(asked.subs(s)))) for s in solutions}
    if len(values) != 1:
        return None
    (value,) = values
    steps.append(WORDS["angle"].say(say, x=name, value=exact_latex(angle)))
    shown = r",\quad ".join(f"{latex(e)}=0" for e in equations[1:])
    steps.append(
        WORDS["sides"].say(
            say,
            x=name,
            equations=rf"{latex(a**2)}={latex(b**2 + c**2 - 2 * b * c * sp.cos(angle))},\quad {shown}",
        )
    )
    first = solutions[0]
    if told.asked == "area":
        steps.append(WORDS["product"].say(say, p=b, q=c, value=exact_latex(sp.simplify((b * c).subs(first)))))
        steps.append(WORDS["area"].say(say, p=b, q=c, x=name, value=exact_latex(value)))
    else:
        steps.append(
            WORDS["found"].say(
                say, sides=r",\ ".join(f"{v}={exact_latex(sp.simplify(first[v]))}" for v in (a, b, c))
            )
        )
        if told.asked == "perimeter":
            steps.append(WORDS["perimeter"].say(say, value=exact_latex(value)))
    source = cell(
        "a, b, c = symbols('a b c', positive=True)",
        comment(WORDS["code"].say(say)),
        f"found = solve([{', '.join(map(exact_source, equations))}], [a, b, c], dict=True)[{roots.index(first)}]",
        f"radsimp(simplify(({exact_source(asked)}).subs(found)))",
    )
    triangles = ", ".join(f"({', '.join(exact_source(s[v]) for v in SIDES.values())})" for s in solutions)
    heron = "sqrt((a + b + c)*(-a + b + c)*(a - b + c)*(a + b - c))/4"
    wanted = {"area": heron, "perimeter": "a + b + c"}.get(told.asked) or str(SIDES[told.of])
    facts = " and ".join(f"abs(N({exact_source(e)}, 25)) < Rational(1, 10**15)" for e in told.facts) or "True"
    if told.area is not None:
        facts += f" and abs(N({heron} - ({exact_source(told.area)}), 25)) < Rational(1, 10**15)"
    tests = (
        "def fits(a, b, c):",
        f"    return bool({facts} and abs(N({wanted} - answer, 25)) < Rational(1, 10**15))",
        f"all(fits(*sides) for sides in [{triangles}])",
    )
    return Prepared(say, tuple(steps), source, tests, WORDS["method_sides"])


def _is_triangle(solution: dict[sp.Symbol, sp.Expr]) -> bool:
    if set(solution) != set(SIDES.values()) or any(v.free_symbols for v in solution.values()):
        return False
    a, b, c = (float(solution[v]) for v in SIDES.values())
    return min(a, b, c) > 0 and a + b > c and a + c > b and b + c > a
