r"""The flux of a polynomial field out of a sphere about the origin or a box, by the divergence theorem (高斯公式).

Read: F = (P, Q, R), <P, Q, R>, P i + Q j + R k, and \oiint P dydz + Q dzdx + R dxdy with the outer side. Not: surfaces that are not closed, the inner side.
"""

from __future__ import annotations

import re
from typing import Final

import sympy as sp

from solver.latex import latex
from solver.ports import Language
from solver.topics.asking import FIND, FIND_ZH, HOW_MUCH_ZH
from solver.topics.bare_formulas import given_expression, plain, several, value
from solver.topics.base import Reading, Text, Words
from solver.topics.calculus.solids import LETTERS, Solid, X, Y, Z, integral_over
from solver.topics.cells import cell, comment, exact_source
from solver.topics.clauses import clauses, table
from solver.topics.declining import declining
from solver.topics.prepared import Prepared

_SPHERE: Final = r"x\^\{?2\}? ?\+ ?y\^\{?2\}? ?\+ ?z\^\{?2\}? ?= ?(?P<square>\d+|[aR]\^\{?2\}?)(?: ?,? ?\(? ?[aR] ?> ?0 ?\)?(?: ?,)?)?"
_SIDES: Final = r"0 ?<= ?x ?<= ?(?P<a>\d+) ?, ?0 ?<= ?y ?<= ?(?P<b>\d+) ?,? ?(?:and ?)?0 ?<= ?z ?<= ?(?P<c>\d+)|\[0, ?(?P<cube>\d+)\] ?\^ ?\{?3\}?|0 ?<= ?x ?, ?y ?, ?z ?<= ?(?P<cube2>\d+)"
_F: Final = r"(?:\\(?:mathbf|vec|overrightarrow|boldsymbol) ?\{? ?F ?\}?|F|the (?:vector )?field)"
_FIELD: Final = rf"(?:{_F}(?: ?\(x, ?y, ?z\))? ?= ?)(?P<F>[(<⟨].+?[)>⟩](?= (?:across|through|over|out|on|and|where|where)|[.,]|$)|[^,;=.]+?k\}}?)"
_OUT: Final = rf"(?:across|through|over|out of|on) (?:the )?(?:closed )?(?:surface (?:S )?(?:of )?|boundary (?:of )?)?(?:the )?(?:unit )?(?:sphere (?:S:? )?{_SPHERE}|(?:solid )?(?:rectangular )?(?:cube|box)?:? ?(?:given by |defined by |bounded by |described by )?(?:{_SIDES}))"
TABLE_EN: Final = table({
    "field": (rf"(?:(?:let|given|consider) )?{_FIELD}",),
    "flux": (
        rf"(?:use (?:the )?(?:divergence|Gauss(?:'s)?) theorem to )?{FIND}(?:the )?(?:total )?(?:outward )?flux of (?:the (?:vector )?field )?(?:{_FIELD}|{_F}) {_OUT}(?: (?:with|oriented) (?:outward|outwards?)(?: normal)?)?",
    ),
})  # fmt: skip
_S: Final = r"(?:\\Sigma|Σ|S)"
_FORM: Final = r"(?P<form>[^=\u3400-\u9fff]+?(?:dx ?dy|dy ?dz|dz ?dx))"
_SURFACE_ZH: Final = rf"(?:球面:? ?{_SPHERE}|(?:立方体|长方体|正方体|区域)?:? ?(?:{_SIDES}))"
TABLE_ZH: Final = table({
    "flux": (
        rf"(?:利用(?:高斯|Gauss)公式,?)?{FIND_ZH}(?:曲面积分|第二类曲面积分)? ?(?:\\oiint|∯|\\iint|\\oint|∬)(?: ?\\limits)? ?(?:_ ?\{{? ?{_S} ?\}}?)? ?{_FORM} ?,? ?(?:其中)? ?{_S} ?(?:为|是) ?{_SURFACE_ZH} ?(?:的)?(?:整个)?(?:边界)?(?:表面|边界曲面|全表面)?(?:的)?外侧(?:{HOW_MUCH_ZH})",
    ),
    "by": (r"利用(?:高斯|Gauss)公式",),
})  # fmt: skip
WORDS: Final = {
    "theorem": Words("The surface is closed, so by the divergence theorem the flux out of it is the integral of \\[\\operatorname{{div}}\\mathbf F={terms}={div}\\] over the inside.", "曲面封闭且取外侧，由高斯公式，所求等于散度 \\[\\operatorname{{div}}\\boldsymbol F={terms}={div}\\] 在所围区域上的三重积分。"),
    "integral": Words("\\[{integral}={value}\\]", "\\[{integral}={value}\\]"),
    "sphere": Words("In spherical coordinates, with \\(dV=\\rho^2\\sin\\varphi\\,d\\rho\\,d\\varphi\\,d\\theta\\):", "用球面坐标，\\(dV=\\rho^2\\sin\\varphi\\,d\\rho\\,d\\varphi\\,d\\theta\\)："),
    "code": Words("the divergence integrated over the inside", "散度的三重积分"),
    "method": Words("the flux itself was integrated over the surface", "直接在曲面上积分检验"),
}  # fmt: skip


@declining
def read(text: Text) -> Reading:
    """A field, a closed surface, and the flux."""
    if not re.search(r"(?i)flux|oiint|∯|外侧", text.source):
        return None
    said = clauses(plain(text.source), TABLE_ZH if text.language == "zh" else TABLE_EN)
    if isinstance(said, str):
        return None
    flux = [s for s in said if s.kind == "flux"]
    fields = [s.values["F"] for s in said if "F" in s.values] + [
        s.values["form"] for s in said if "form" in s.values
    ]
    if len(flux) != 1 or len(fields) != 1 or len(said) > 2:
        return None
    F = _form(fields[0]) if text.language == "zh" else _vector(fields[0])
    if F is None or not all(p.is_polynomial(X, Y, Z) and p.free_symbols <= {X, Y, Z} for p in F):
        return None
    values = flux[0].values
    if square := values.get("square"):
        radius = sp.sqrt(int(square)) if square.isdigit() else sp.Symbol(square[0], positive=True)
        return _task(F, radius, None, text.language)
    cube = values.get("cube") or values.get("cube2")
    box = [sp.Integer(cube)] * 3 if cube else [sp.Integer(values[k]) for k in "abc"]
    return _task(F, None, box, text.language)


def _vector(said: str) -> tuple[sp.Expr, ...] | None:
    """The three components of (P, Q, R) or of P i + Q j + R k."""
    inner = re.fullmatch(r"\s*[(<⟨](.+)[)>⟩]\s*", said)
    if inner is not None and len(parts := several(inner[1])) == 3:
        return tuple(value(p, LETTERS) for p in parts)
    text = re.sub(r"\\(?:mathbf|vec|hat|boldsymbol)\s*\{?\s*([ijk])\s*\}?", r"\1", said)
    text = re.sub(r"(?<![A-Za-z\\])([ijk])(?![A-Za-z])|(?<=[xyz\d)}])([ijk])(?![A-Za-z])", lambda m: " U_{" + str("ijk".index(m[1] or m[2])) + "}", text)  # fmt: skip
    units = [sp.Symbol(f"U_{k}") for k in range(3)]
    found = sp.expand(value(text, LETTERS))
    found = found.xreplace(
        {s: units[int(s.name.strip("U_{}"))] for s in found.free_symbols if s.name.startswith("U_")}
    )
    terms = tuple(found.coeff(u) for u in units)
    return terms if sp.expand(sum(p * u for p, u in zip(terms, units, strict=True)) - found) == 0 else None


def _form(said: str) -> tuple[sp.Expr, ...] | None:
    """P dydz + Q dzdx + R dxdy: the three components."""
    parts = [sp.S.Zero] * 3
    rest = said
    for match in re.finditer(r"(?P<f>.*?)(?P<d>dy ?dz|dz ?dx|dx ?dy)", said):
        at = ["dydz", "dzdx", "dxdy"].index(match["d"].replace(" ", ""))
        f = match["f"].strip()
        parts[at] += value({"": "1", "+": "1", "-": "-1"}.get(f, f.lstrip("+")), LETTERS)
        rest = said[match.end() :]
    return tuple(parts) if not rest.strip() else None


def _task(
    F: tuple[sp.Expr, ...], radius: sp.Expr | None, box: list[sp.Expr] | None, say: Language
) -> Prepared:
    slopes = [sp.diff(p, v) for p, v in zip(F, (X, Y, Z), strict=True)]
    div = sp.expand(sum(slopes))
    steps = [WORDS["theorem"].say(say, terms="+".join(latex(s) if not s.could_extract_minus_sign() else rf"\left({latex(s)}\right)" for s in slopes), div=latex(div))]  # fmt: skip
    names = ("x", "y", "z", "r", "theta", "phi", "rho")
    letter = str(radius) if radius is not None and radius.free_symbols else ""
    if radius is not None:
        half = sp.sqrt(radius**2 - sp.Symbol("r", nonnegative=True) ** 2)
        total, lines, order, _ = integral_over(div, Solid(radius, -half, half, False, (radius, sp.pi)))
        steps.append(WORDS["sphere"].say(say))
    else:
        assert box is not None
        total, lines = div, [f"f = {exact_source(div)}"]
        for v, end in zip((X, Y, Z), box, strict=True):
            total = sp.integrate(total, (v, 0, end))
            lines.append(f"f = integrate(f, ({v}, 0, {end}))")
        order = rf"\int_0^{{{box[0]}}}\!\int_0^{{{box[1]}}}\!\int_0^{{{box[2]}}}\left({latex(div)}\right)dz\,dy\,dx"
        lines.append("f")
    steps.append(WORDS["integral"].say(say, integral=order, value=latex(total)))
    source = cell(comment(WORDS["code"].say(say)), *lines, variables=(*names, *letter), assumptions="positive=True" if letter else "nonnegative=True")  # fmt: skip
    return Prepared(say, tuple(steps), source, _tests(F, radius, box, letter), WORDS["method"], shown=lambda v: latex(v) if isinstance(v, sp.Expr) and {s.name for s in v.free_symbols} <= {*letter} else None, given=given_expression(letter), letters=(*letter,))  # fmt: skip


def _tests(
    F: tuple[sp.Expr, ...], radius: sp.Expr | None, box: list[sp.Expr] | None, letter: str
) -> tuple[str, ...]:
    head = ("x, y, z = symbols('x y z')", f"F = [lambdify((x, y, z), S(p), 'math') for p in ({', '.join(exact_source(p) for p in F)},)]")  # fmt: skip
    if radius is not None:
        size = "Rational(3, 2)" if letter else exact_source(radius)
        put = f"answer.subs({{s: {size} for s in answer.free_symbols}})" if letter else "answer"
        return (
            *head, "import math", f"a, m = float({size}), 60",
            "angles = [((i + 0.5)*math.pi/m, 2*math.pi*j/m) for i in range(m) for j in range(m)]",
            "units = [(math.sin(p)*math.cos(t), math.sin(p)*math.sin(t), math.cos(p), math.sin(p)) for p, t in angles]",
            "pieces = [sum(f(a*u, a*v, a*w)*c for f, c in zip(F, (u, v, w)))*s for u, v, w, s in units]",
            "size = a*a*(math.pi/m)*(2*math.pi/m)",
            f"abs(N({put}) - sum(pieces)*size) < 1e-2*(1e-9 + sum(map(abs, pieces))*size)",
        )  # fmt: skip
    assert box is not None
    return (
        *head, f"a, b, c, m = {', '.join(map(str, box))}, 60",
        "grid = [((i + 0.5)/m, (j + 0.5)/m) for i in range(m) for j in range(m)]",
        "out = [(F[0](a, b*u, c*v) - F[0](0, b*u, c*v))*b*c + (F[1](a*u, b, c*v) - F[1](a*u, 0, c*v))*a*c + (F[2](a*u, b*v, c) - F[2](a*u, b*v, 0))*a*b for u, v in grid]",
        "abs(N(answer) - sum(out)/m**2) < 1e-2*(1e-9 + sum(map(abs, out))/m**2)",
    )  # fmt: skip
