r"""Triple integrals over solids that are round about the z-axis, and the volumes of such solids: cylindrical or spherical coordinates.

Read: a ball about the origin; what lies between two of paraboloid, cone, sphere and level plane; a cylinder between two of them.
Not: solids that are not round, regions of which two parts would fit the words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

import sympy as sp

from solver.latex import latex
from solver.ports import Language
from solver.topics.asking import FIND, FIND_ZH, HOW_MUCH_ZH
from solver.topics.bare_formulas import place, plain, several, value
from solver.topics.base import Reading, Text, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.clauses import clauses, table
from solver.topics.declining import declining
from solver.topics.prepared import Prepared

_NAME: Final = r"(?:\\Omega|Ω|[EVDGTWQS](?![a-zA-Z]))"
_SURFACE: Final = r"(?:the )?(?:surfaces? |elliptic |circular )*(?:paraboloids? |cones? |spheres? |planes? |cylinders? |half-cone |hemisphere )?"
_EQ: Final = r"(?:xy-plane|x-y plane|xoy plane|xOy面|xoy面|[^,;=\u3400-\u9fff]+?=[^,;=\u3400-\u9fff]+?)"
_LIST: Final = rf"(?P<all>{_SURFACE}{_EQ}(?:(?: ?, ?(?:and )?| and ){_SURFACE}{_EQ}){{0,2}})"
_SOLID: Final = rf"(?:{_NAME} (?:is|be|denotes) )?(?:the )?(?:solid |region |closed region |set |ball |volume )*(?:in space )?(?:that is |that lies |which lies |lying )?(?:{{}})"
_SHAPE: Final = (
    rf"(?:bounded|enclosed) (?:by|between) {_LIST}"
    rf"|between {_LIST.replace('<all>', '<all2>')}"
    rf"|(?:bounded )?below by (?P<low>{_SURFACE}{_EQ}) and (?:bounded )?above by (?P<high>{_SURFACE}{_EQ})"
    rf"|(?:bounded )?above by (?P<high2>{_SURFACE}{_EQ}) and (?:bounded )?below by (?P<low2>{_SURFACE}{_EQ})"
    rf"|(?:inside|within) (?P<in1>{_SURFACE}{_EQ}) and above (?P<low3>{_SURFACE}{_EQ})"
    rf"|above (?P<low4>{_SURFACE}{_EQ}) and (?:below|under|inside|within) (?P<in2>{_SURFACE}{_EQ})"
    rf"|(?:inside|within) (?P<in3>{_SURFACE}{_EQ}) (?:and )?between (?P<rest>{_SURFACE}{_EQ} and {_SURFACE}{_EQ})"
    rf"|(?:unit )?ball (?P<ball>x\^\{{?2\}}? ?\+ ?y\^\{{?2\}}? ?\+ ?z\^\{{?2\}}? ?<= ?[^,;=\u3400-\u9fff]+?)"
)
_BODY: Final = _SOLID.replace("{}", _SHAPE)
_INTEGRAL: Final = rf"(?:\\iiint|∭)(?: ?\\limits)? ?(?:_ ?\{{? ?{_NAME} ?\}}?)? ?{place('f')} ?(?:d ?[Vv]|dx ?dy ?dz|dz ?dy ?dx|dx ?dz ?dy)"
TABLE_EN: Final = table({
    "integral": (rf"{FIND}(?:the )?(?:triple )?(?:integral )?{_INTEGRAL} ?,? (?:where|over|if|when) {_BODY}", rf"(?:{FIND}|integrate )(?:the )?(?:triple )?integral of (?:the function )?(?:f ?(?:\(x, ?y, ?z\))? ?= ?)?{place('f')} over {_BODY}"),
    "volume": (rf"{FIND}(?:the )?volume of {_BODY}",),
    "by": (r"use (?:cylindrical|spherical)(?: polar)? coordinates",),
})  # fmt: skip
_SURFACE_ZH: Final = (
    r"(?:由)?(?:旋转)?(?:曲面|抛物面|锥面|圆锥面|上半锥面|球面|平面|柱面|圆柱面|上半球面|上半圆锥面)? ?"
)
_LIST_ZH: Final = rf"(?P<all>{_SURFACE_ZH}{_EQ}(?: ?[,、与和及]* ?{_SURFACE_ZH}{_EQ}){{0,2}})"
_BODY_ZH: Final = rf"(?:{_NAME} ?)?(?:是|为)?(?:由)? ?{_LIST_ZH} ?(?:所)?围(?:成)?(?:的)?(?:闭?区域|空间闭区域|空间区域|立体|空间立体|部分)?"
TABLE_ZH: Final = table({
    "integral": (rf"(?:利用(?:柱|球)(?:面)?坐标)?{FIND_ZH}(?:三重积分)? ?{_INTEGRAL} ?,? ?其中 ?{_BODY_ZH}",),
    "volume": (rf"{FIND_ZH}(?:由)? ?{_BODY_ZH} ?(?:的)?体积(?: ?V)?{HOW_MUCH_ZH}",),
    "by": (r"利用(?:柱|球)(?:面)?坐标",),
})  # fmt: skip
WORDS: Final = {
    "cylinder": Words("In cylindrical coordinates the solid is \\[0\\le\\theta\\le 2\\pi,\\quad 0\\le r\\le {a},\\quad {low}\\le z\\le {high}\\]", "用柱面坐标，区域为 \\[0\\le\\theta\\le 2\\pi,\\quad 0\\le r\\le {a},\\quad {low}\\le z\\le {high}\\]"),
    "meet": Words("The surfaces meet where \\({low}={high}\\), that is at \\(r={a}\\).", "两曲面的交线满足 \\({low}={high}\\)，即 \\(r={a}\\)。"),
    "sphere": Words("In spherical coordinates the solid is \\[0\\le\\theta\\le 2\\pi,\\quad 0\\le\\varphi\\le {angle},\\quad 0\\le\\rho\\le {R}\\]", "用球面坐标，区域为 \\[0\\le\\theta\\le 2\\pi,\\quad 0\\le\\varphi\\le {angle},\\quad 0\\le\\rho\\le {R}\\]"),
    "integral": Words("With the volume element \\({element}\\): \\[{integral}={value}\\]", "体积元素为 \\({element}\\)，所以 \\[{integral}={value}\\]"),
    "code": Words("one integration after the other", "逐次积分"),
    "method": Words("added up over many small cubes", "分成许多小立方体数值求和检验"),
}  # fmt: skip
X, Y, Z = sp.symbols("x y z")
R, THETA, PHI, RHO = sp.symbols("r theta phi rho", nonnegative=True)
LETTERS: Final = {"x": X, "y": Y, "z": Z}


@dataclass(frozen=True, slots=True)
class Surface:
    """A surface that is round about the z-axis: heights over the distance r, and the radius of a cylinder or of a sphere."""

    heights: tuple[sp.Expr, ...] = ()
    cylinder: sp.Expr | None = None
    sphere: sp.Expr | None = None


def surface(text: str) -> Surface:
    """The surface of an equation.

    Raises:
        ValueError: it is not round about the z-axis, or no such surface.
    """
    bare = re.sub(
        r"^.*?(?:paraboloids?|cones?|spheres?|planes?|cylinders?|surfaces?|hemisphere|面)(?=[\s\w(\\])|^\s*(?:the|由)\s",
        "",
        text.strip(),
    )
    if re.search(r"(?i)xy-plane|x-y plane|xoy", text):
        return Surface((sp.S.Zero,))
    left, right = bare.split("=")
    f = sp.expand(value(left, LETTERS) - value(right, LETTERS))
    f = sp.simplify(f.subs({X: R * sp.cos(THETA), Y: R * sp.sin(THETA)}))
    if f.free_symbols - {R, Z}:
        raise ValueError("not round")
    if not f.has(Z):
        radii = [a for a in sp.solve(f, R) if a.is_positive]
        if len(radii) != 1:
            raise ValueError("no cylinder")
        return Surface(cylinder=radii[0])
    square = sp.simplify(f.subs(Z, sp.sqrt(RHO**2 - R**2)))
    heights = sp.solve(f, Z)
    if len(heights) == 2 and not square.has(R):
        radii = [a for a in sp.solve(square, RHO) if a.is_positive]
        return Surface(tuple(sorted(heights, key=lambda h: float(h.subs(R, 0)))), sphere=radii[0])
    if not 1 <= len(heights) <= 2 or (len(heights) == 2 and sp.simplify(sum(heights)) != 0):
        raise ValueError("no such surface")
    top = heights[0] if len(heights) == 1 else max(heights, key=lambda h: float(h.subs(R, 1)))
    if sp.simplify(top**2 + R**2).is_number:
        return Surface((top,), sphere=sp.sqrt(sp.simplify(top**2 + R**2)))
    return Surface((top,) if len(heights) == 1 else tuple(heights))


@dataclass(frozen=True, slots=True)
class Solid:
    """0 ≤ r ≤ a, low ≤ z ≤ high; where `ball` is told, all within that radius and the angle from the z-axis."""

    a: sp.Expr
    low: sp.Expr
    high: sp.Expr
    meets: bool
    ball: tuple[sp.Expr, sp.Expr] | None = None


def _solid(values: dict[str, str]) -> Solid:
    def of(*names: str) -> Surface | None:
        return next((surface(values[n]) for n in names if values.get(n)), None)

    if values.get("ball"):
        ball = surface(values["ball"].replace("<=", "="))
        return _ball(ball)
    listed = values.get("all") or values.get("all2")
    if listed:
        parts = [surface(t) for t in several(re.sub(r"及", ",", listed))]
    else:
        low, high = of("low", "low2", "low3", "low4"), of("high", "high2", "in1", "in2")
        parts = [s for s in (low, high, of("in3")) if s is not None]
        parts += [surface(t) for t in several(values["rest"])] if values.get("rest") else []
    cylinders = [s.cylinder for s in parts if s.cylinder is not None]
    graphs = [s for s in parts if s.cylinder is None]
    if len(parts) == 1 and parts[0].sphere is not None:
        return _ball(parts[0])
    if len(graphs) != 2 or len(cylinders) > 1:
        raise ValueError("no solid")
    spheres = [s for s in graphs if s.sphere is not None]
    others = [s for s in graphs if s.sphere is None]
    if len(spheres) > 1 or any(len(s.heights) != 1 for s in others if not spheres):
        raise ValueError("which part?")
    first = (others[0].heights[-1] if len(others[0].heights) == 1 else max(others[0].heights, key=lambda h: float(h.subs(R, 1)))) if others else sp.S.Zero  # fmt: skip
    second = spheres[0].heights[-1] if spheres else others[1].heights[0]
    if (
        spheres
        and not (first == 0 and len(spheres[0].heights) == 1)
        and not (first.subs(R, 0) == 0 and first.diff(R).subs(R, sp.Rational(1, 7)) > 0)
    ):
        raise ValueError("which part?")
    if spheres and len(others[0].heights) == 2 and not values.get("low") and not values.get("low2"):
        raise ValueError("two parts")
    return _between(
        first, second, cylinders[0] if cylinders else None, spheres[0].sphere if spheres else None
    )


def _ball(s: Surface) -> Solid:
    if s.sphere is None or len(s.heights) != 2:
        raise ValueError("no ball")
    return Solid(s.sphere, s.heights[0], s.heights[1], False, (s.sphere, sp.pi))


def _between(f: sp.Expr, g: sp.Expr, cylinder: sp.Expr | None, sphere: sp.Expr | None) -> Solid:
    crossings = [a for a in sp.solve(f - g, R) if a.is_positive] if sp.simplify(f - g).has(R) else []
    if cylinder is not None:
        if any(a < cylinder for a in crossings) or sphere is not None:
            raise ValueError("crossed inside")
        a = cylinder
    elif len(crossings) == 1:
        a = crossings[0]
    else:
        raise ValueError("not closed")
    low, high = (f, g) if (g - f).subs(R, a / 2) > 0 else (g, f)
    ball = None
    if sphere is not None:
        slope = sp.simplify(f / R)
        if high != g:
            raise ValueError("which part?")
        ball = (
            (sphere, sp.atan(1 / slope))
            if f != 0 and slope.is_number
            else (sphere, sp.pi / 2)
            if f == 0
            else None
        )
    return Solid(a, low, high, cylinder is None, ball)


@declining
def read(text: Text) -> Reading:
    """A solid, and its volume or an integral over it."""
    if not re.search(r"(?i)iiint|∭|triple integral|volume|体积|三重积分", text.source):
        return None
    source = re.sub(r"(?<=[\d})])\. (?=Find|Evaluate)", " . ", plain(text.source))
    said = clauses(source, TABLE_ZH if text.language == "zh" else TABLE_EN)
    if isinstance(said, str):
        return None
    asked = [s for s in said if s.kind != "by"]
    if len(asked) != 1 or len(said) > 2:
        return None
    values = dict(asked[0].values)
    f = value(values["f"], LETTERS) if asked[0].kind == "integral" else sp.S.One
    if not f.free_symbols <= {X, Y, Z}:
        return None
    return task_over(f, _solid(values), text.language)


def integral_over(f: sp.Expr, solid: Solid) -> tuple[sp.Expr, list[str], str, str]:
    """The value; the cell's lines; the integral and the element of volume as LaTeX."""
    if solid.ball is not None:
        a, angle = solid.ball
        put = {
            X: RHO * sp.sin(PHI) * sp.cos(THETA),
            Y: RHO * sp.sin(PHI) * sp.sin(THETA),
            Z: RHO * sp.cos(PHI),
        }
        g = sp.simplify(f.subs(put, simultaneous=True).subs(sp.Abs(sp.sin(PHI)), sp.sin(PHI)))
        body = sp.simplify(g * RHO**2 * sp.sin(PHI))
        limits = [(RHO, sp.S.Zero, a), (PHI, sp.S.Zero, angle), (THETA, sp.S.Zero, 2 * sp.pi)]
        element = r"\rho^2\sin\varphi\,d\rho\,d\varphi\,d\theta"
        order = rf"\int_0^{{2\pi}}d\theta\int_0^{{{latex(angle)}}}d\varphi\int_0^{{{latex(a)}}}{_bracketed(body)}\,d\rho"
    else:
        g = sp.simplify(f.subs({X: R * sp.cos(THETA), Y: R * sp.sin(THETA)}, simultaneous=True))
        body = sp.expand(g * R)
        limits = [(Z, solid.low, solid.high), (R, sp.S.Zero, solid.a), (THETA, sp.S.Zero, 2 * sp.pi)]
        element = r"r\,dz\,dr\,d\theta"
        order = rf"\int_0^{{2\pi}}d\theta\int_0^{{{latex(solid.a)}}}dr\int_{{{latex(solid.low)}}}^{{{latex(solid.high)}}}{_bracketed(body)}\,dz"
    if body.has(sp.Abs):
        raise ValueError("an absolute value")
    total = body
    lines = [f"f = {exact_source(body)}"]
    for letter, low, high in limits:
        total = sp.simplify(sp.integrate(total, (letter, low, high)))
        lines.append(f"f = integrate(f, ({letter}, {exact_source(low)}, {exact_source(high)}))")
    total = sp.simplify(total)
    if total.has(sp.Integral, sp.Piecewise, sp.I) or total.free_symbols - solid.a.free_symbols:
        raise ValueError("not integrated")
    return total, [*lines, "simplify(f)"], order, element


def _bracketed(f: sp.Expr) -> str:
    text = latex(f).replace(r"\phi", r"\varphi")
    return rf"\left({text}\right)" if f.is_Add else text


def task_over(f: sp.Expr, solid: Solid, say: Language, before: tuple[str, ...] = ()) -> Prepared:
    """The integral of f over the solid, with steps that may follow others."""
    total, lines, order, element = integral_over(f, solid)
    steps = list(before)
    if solid.ball is not None:
        steps.append(WORDS["sphere"].say(say, angle=latex(solid.ball[1]), R=latex(solid.ball[0])))
    else:
        if solid.meets:
            steps.append(
                WORDS["meet"].say(say, low=latex(solid.low), high=latex(solid.high), a=latex(solid.a))
            )
        steps.append(
            WORDS["cylinder"].say(say, a=latex(solid.a), low=latex(solid.low), high=latex(solid.high))
        )
    steps.append(WORDS["integral"].say(say, element=element, integral=order, value=latex(total)))
    source = cell(comment(WORDS["code"].say(say)), *lines, variables=("r", "z", "theta", "phi", "rho"), assumptions="nonnegative=True" if solid.ball else "real=True")  # fmt: skip
    reach = float(solid.a if solid.ball is None or solid.meets else solid.ball[0])
    ends = [
        float(v)
        for k in range(51)
        for h in (solid.low, solid.high)
        for v in [sp.re(h.subs(R, reach * k / 50).evalf())]
    ]
    bottom, top = min(ends), max(ends)
    tests = (
        "x, y, z, r = symbols('x y z r')",
        f"f = lambdify((x, y, z), {exact_source(f)}, 'math')",
        f"low, high = lambdify(r, {exact_source(solid.low)}, 'math'), lambdify(r, {exact_source(solid.high)}, 'math')",
        f"n, a, bottom, top = 64, {reach}, {bottom}, {top}",
        "places = [(-1 + (2*i + 1)/n)*a for i in range(n)]",
        "heights = [bottom + (top - bottom)*(k + 0.5)/n for k in range(n)]",
        "inside = [f(u, v, w) for u in places for v in places if u*u + v*v < a*a for d in [(u*u + v*v)**0.5] for b, t in [(low(d), high(d))] for w in heights if b <= w <= t]",
        "size = (2*a/n)**2*(top - bottom)/n",
        "abs(N(answer) - sum(inside)*size) < 0.03*sum(map(abs, inside))*size",
    )  # fmt: skip
    return Prepared(say, tuple(steps), source, tests, WORDS["method"])
