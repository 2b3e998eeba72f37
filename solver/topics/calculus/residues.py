r"""Residues, and integrals along circles by them: Res(f, i), \oint_{|z|=2} f dz; coefficients of a Laurent series at a point.

Read: one function of z whose singular points are poles that can be found exactly, or a product of powers of z and an entire function of 1/z at 0; circles |z - a| = r, once around,
positively oriented. Not: poles on the circle, branches, other contours.
"""

from __future__ import annotations

import re
from typing import Any, Final

import sympy as sp

from solver.latex import latex
from solver.ports import Language
from solver.topics.asking import FIND, FIND_ZH, HOW_MUCH_ZH
from solver.topics.bare_formulas import place, plain, value
from solver.topics.base import Reading, Text, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.clauses import clauses, table
from solver.topics.declining import declining
from solver.topics.prepared import Prepared

_F: Final = rf"(?:f ?\( ?z ?\) ?= ?)?{place('f')}"
_AT: Final = place("a")
_CIRCLE: Final = r"\| ?z ?(?:(?P<sign>[+-]) ?(?P<centre>[^|<>=]{1,12}))? ?\| ?= ?(?P<r>\d+(?:/\d+|\.\d+)?|\\frac\{\d+\}\{\d+\})"
_TURN: Final = r"(?:(?:positively|counterclockwise|anticlockwise) oriented|(?:oriented |traversed |taken )?(?:once )?(?:(?:in the )?(?:counter-?clockwise|anti-?clockwise)(?: direction| sense)?|positively|(?:in|with) (?:the )?positive (?:sense|direction|orientation)|positively oriented)|positive (?:orientation|direction|sense)|taken positively)"
_AROUND: Final = (
    rf"(?: ?,? ?\(? ?(?:and |where )?(?:(?:the (?:circle|contour|curve)|C|it) is )?{_TURN} ?\)?)?"
)
"""How the circle is run through: all that is said of it, for the other way round is another integral."""
_OINT: Final = rf"(?:\\oint|∮|\\int|∫) ?_ ?\{{? ?{_CIRCLE} ?\}}?(?!\d) ?{place('f')} ?(?:\\, ?)?(?:\\mathrm\{{?d\}}? ?)?DZ"
_OINT_C: Final = rf"(?:\\oint|∮|\\int|∫) ?_ ?\{{? ?C ?\}}? ?{place('f')} ?DZ ?,? ?(?:where |其中 ?)?(?:C (?:is|denotes|:)|C ?为|C ?是|C ?[:：])? ?(?:the )?(?:positively oriented )?(?:(?:(?:unit )?circle|正向圆周|圆周) ?)?{_CIRCLE}(?: ?(?:的正向|取正向)|{_AROUND})"
TABLE_EN: Final = table({
    "function": (rf"(?:(?:let|given|for) )?f ?\( ?z ?\) ?= ?{place('f')}",),
    "residue": (
        rf"{FIND}the residue of (?:the function )?{_F} at (?:(?:the|its) (?:point|(?:simple )?pole|singularity) )?(?:z ?= ?|z_0 ?= ?)?(?:the origin|{_AT})",
        rf"{FIND}Res ?[(\[{{{{] ?{_F} ?[,;] ?(?:z ?= ?)?{_AT} ?[)\]}}}}](?: ?=)?",
        rf"{FIND}(?:the )?residue (?:of f(?: ?\( ?z ?\))? )?at (?:z ?= ?)?{_AT}",
    ),
    "contour": (rf"(?:use (?:the residue theorem|residues|Cauchy'?s? (?:integral formula|residue theorem)) to )?{FIND}(?:the )?(?:(?:contour|line|complex) )?(?:integral )?{_OINT}(?: ?=)?(?:,? ?(?:using|by|with) (?:the residue theorem|residues|Cauchy'?s? (?:integral formula|residue theorem)))?{_AROUND}", rf"{FIND}(?:the )?(?:contour )?integral of (?:the function )?{_F} (?:around|along|over) (?:the )?(?:unit )?(?:circle|contour|curve)? ?{_CIRCLE}{_AROUND}", rf"(?:use (?:the residue theorem|residues|Cauchy'?s? (?:integral formula|residue theorem)) to )?{FIND}(?:the )?(?:(?:contour|line|complex) )?(?:integral )?{_OINT_C}"),
    "coefficient": (rf"{FIND}the coefficient of (?:1 ?/ ?z|z ?\^ ?\{{? ?-1 ?\}}?|\\frac\{{1\}}\{{z\}}) in the laurent (?:series|expansion) of {_F}(?: (?:at|about|around) (?:z ?= ?)?0)?",),
})  # fmt: skip
TABLE_ZH: Final = table({
    "function": (rf"(?:设|已知)?(?:函数)? ?f ?\( ?z ?\) ?= ?{place('f')}",),
    "residue": (
        rf"{FIND_ZH}(?:函数)? ?{_F} ?在(?:点|孤立奇点|奇点|极点)? ?(?:z ?= ?|z_0 ?= ?)?{_AT} ?(?:点)?(?:处)?的留数{HOW_MUCH_ZH}",
        rf"{FIND_ZH}(?:留数)? ?Res ?[(\[] ?{_F} ?, ?(?:z ?= ?)?{_AT} ?[)\]](?: ?=)?{HOW_MUCH_ZH}",
        rf"{FIND_ZH} ?(?:f\(z\)|它|其)?在(?:点)? ?(?:z ?= ?)?{_AT} ?(?:点)?(?:处)?的留数{HOW_MUCH_ZH}",
    ),
    "contour": (rf"(?:(?:利用|用|应用)(?:留数(?:定理)?|柯西积分公式))?{FIND_ZH}(?:复)?(?:围道)?(?:积分)? ?{_OINT}(?: ?=)?{HOW_MUCH_ZH}(?:的值)?(?: ?,? ?(?:其中)?(?:积分)?(?:圆周|曲线|路径)(?:取)?(?:正向|逆时针方向))?", rf"(?:(?:利用|用|应用)(?:留数(?:定理)?|柯西积分公式))?{FIND_ZH}(?:复)?(?:积分)? ?{_OINT_C}"),
})  # fmt: skip
WORDS: Final = {
    "simple": Words("At \\(z={a}\\) the function has a simple pole: \\[\\operatorname{{Res}}(f,{a})=\\lim_{{z\\to {a}}}{factor}f(z)={value}\\]", "\\(z={a}\\) 是一阶极点：\\[\\operatorname{{Res}}(f,{a})=\\lim_{{z\\to {a}}}{factor}f(z)={value}\\]"),
    "multiple": Words("At \\(z={a}\\) the function has a pole of order \\({m}\\): \\[\\operatorname{{Res}}(f,{a})=\\frac{{1}}{{{less}!}}\\lim_{{z\\to {a}}}\\frac{{d^{{{less}}}}}{{dz^{{{less}}}}}\\left[{factor}^{{{m}}}f(z)\\right]={value}\\]", "\\(z={a}\\) 是 \\({m}\\) 阶极点：\\[\\operatorname{{Res}}(f,{a})=\\frac{{1}}{{{less}!}}\\lim_{{z\\to {a}}}\\frac{{d^{{{less}}}}}{{dz^{{{less}}}}}\\left[{factor}^{{{m}}}f(z)\\right]={value}\\]"),
    "regular": Words("At \\(z={a}\\) the function is regular, or can be made so: the residue is 0.", "\\(f\\) 在 \\(z={a}\\) 解析（或为可去奇点），留数为 0。"),
    "essential": Words("Put \\(w=\\frac1z\\) into the series: \\[f(z)={series}\\] The residue is the coefficient of \\(\\frac1z\\): \\({value}\\).", "以 \\(w=\\frac1z\\) 代入级数展开：\\[f(z)={series}\\] 留数是 \\(\\frac1z\\) 的系数 \\({value}\\)。"),
    "poles": Words("The singular points are \\({all}\\). Within the circle lies: \\({inside}\\).", "奇点为 \\({all}\\)，圆内的有 \\({inside}\\)。"),
    "none": Words("No singular point lies within the circle, so by Cauchy's theorem the integral is 0.", "圆内没有奇点，由柯西定理积分为 0。"),
    "theorem": Words("Residue theorem: \\[\\oint f\\,dz=2\\pi i\\cdot\\left({sum}\\right)={value}\\]", "由留数定理 \\[\\oint f\\,dz=2\\pi i\\cdot\\left({sum}\\right)={value}\\]"),
    "code": Words("the residues of the poles within", "圆内各极点的留数"),
    "method": Words("the integral along a circle was added up numerically", "沿圆周作数值积分检验"),
}  # fmt: skip
Z: Final = sp.Symbol("z")
MAX_POLES: Final = 6


@declining
def read(text: Text) -> Reading:
    """A function of z, and a residue or an integral along a circle."""
    if not re.search(r"(?i)residue|留数|oint|∮|laurent|\\int_\{?\s*(?:\||C)|circle", text.source):
        return None
    source = re.sub(r"\\lvert|\\rvert|\\vert|∣|｜", "|", plain(text.source))
    source = re.sub(r"\\mathrm ?\{ ?d ?\} ?z|(?<![A-Za-z\\])d ?z(?![A-Za-z])", " DZ", source)
    source = re.sub(r"\\frac ?\{ ?DZ ?\} ?(\{(?:[^{}]|\{[^{}]*\})*\})", r"\\frac{1}\1 DZ", source)
    source = re.sub(
        r"DZ ?/ ?(\([^()]*(?:\([^()]*\)[^()]*)*\)(?:\^\{?\d\}?)?|z(?:\^\{?\d\}?)?)", r"1/\1 DZ", source
    )
    said = clauses(source, TABLE_ZH if text.language == "zh" else TABLE_EN)
    if isinstance(said, str):
        return None
    asked = [s for s in said if s.kind != "function"]
    functions = [s.values["f"] for s in said if "f" in s.values]
    if len(asked) != 1 or len(functions) != 1 or len(said) > 2:
        return None
    f = value(functions[0])
    if f.free_symbols != {Z}:
        return None
    if asked[0].kind == "contour":
        values = asked[0].values
        centre = sp.S.Zero if values.get("centre") is None else value(values["centre"]) * (1 if values["sign"] == "-" else -1)  # fmt: skip
        return _contour(f, centre, value(values["r"]), text.language)
    at = (
        sp.S.Zero
        if asked[0].kind == "coefficient" or not asked[0].values.get("a")
        else value(asked[0].values["a"])
    )
    return None if at.free_symbols or not at.is_finite else _residue(f, at, text.language)


def _at(f: sp.Expr, a: sp.Expr, say: Language) -> tuple[sp.Expr, str] | None:
    """The residue and the step to it."""
    top, bottom = sp.fraction(sp.together(f))
    if _is_essential(f):
        return _essential(f, say) if a == 0 else None
    if not bottom.has(Z):
        return sp.S.Zero, WORDS["regular"].say(say, a=latex(a))
    m = 0
    g = bottom
    while m < 8 and sp.simplify(g.subs(Z, a)) == 0:
        g, m = sp.diff(g, Z), m + 1
    g, k = top, 0
    while k < 8 and sp.simplify(g.subs(Z, a)) == 0:
        g, k = sp.diff(g, Z), k + 1
    order = m - k
    if order <= 0:
        return sp.S.Zero, WORDS["regular"].say(say, a=latex(a))
    found = sp.nsimplify(sp.simplify(sp.residue(f, Z, a)))
    found = sp.expand(sp.radsimp(found), complex=False)
    if found.has(sp.oo, sp.nan, sp.zoo, sp.Limit) or found.free_symbols:
        return None
    factor = "z" if a == 0 else rf"\left({latex(Z - a)}\right)"
    shown = {"a": latex(a), "value": latex(found), "factor": factor}
    if order == 1:
        return found, WORDS["simple"].say(say, **shown)
    return found, WORDS["multiple"].say(say, m=order, less=order - 1, **shown)


def _is_essential(f: sp.Expr) -> bool:
    return any(sp.fraction(sp.together(a))[1].has(Z) for g in f.atoms(sp.exp, sp.sin, sp.cos, sp.sinh, sp.cosh) for a in g.args)  # fmt: skip


def _essential(f: sp.Expr, say: Language) -> tuple[sp.Expr, str] | None:
    """f(1/w) as a series of w: the residue at 0 is the coefficient of w."""
    w = sp.Symbol("w")
    if any(not sp.simplify(a.subs(Z, 1 / w)).is_polynomial(w) for g in f.atoms(sp.exp, sp.sin, sp.cos, sp.sinh, sp.cosh) for a in g.args):  # fmt: skip
        return None
    inner = sp.expand(f.subs(Z, 1 / w))
    series = sp.series(inner, w, 0, 3).removeO()
    found = sp.expand(series).coeff(w, 1)
    terms = sp.expand(series).as_ordered_terms()
    shown = "+".join(latex(t.subs(w, 1 / Z)) for t in sorted(terms, key=lambda t: sp.degree(t, w) if t.is_polynomial(w) else -1)).replace("+-", "-") + r"+\cdots"  # fmt: skip
    return found, WORDS["essential"].say(say, series=shown.replace("+ -", "-"), value=latex(found))


def _numeric(f: sp.Expr, centre: sp.Expr, r: sp.Expr, name: str) -> list[str]:
    """Source of the integral along a circle by the trapezoidal rule, which is exact to many digits there."""
    return [
        f"f = lambdify(z, {exact_source(f)}, 'mpmath')",
        f"centre, r = mpmath.mpmathify(N({exact_source(centre)}, 30)), mpmath.mpf({float(r)!r})",
        "points = [r*mpmath.expjpi(mpmath.mpf(2*k)/600) for k in range(600)]",
        f"{name} = sum(f(centre + p)*p for p in points)/600",
    ]


def _residue(f: sp.Expr, at: sp.Expr, say: Language) -> Prepared | None:
    found = _at(f, at, say)
    if found is None:
        return None
    result, step = found
    radius = sp.Rational(1, 2)
    others = [] if _is_essential(f) else _poles(f)
    if others is None:
        return None
    for p in others:
        if sp.simplify(p - at) != 0:
            radius = min(radius, sp.Rational(int(1000 * abs(sp.N(p - at)) / 2), 1000))
    if radius <= 0:
        return None
    lines = [f"f = {exact_source(f)}", f"simplify(residue(f, z, {exact_source(at)}))"]
    if _is_essential(f):
        lines = [f"f = {exact_source(f)}", "expand(series(f.subs(z, 1/w), w, 0, 3).removeO()).coeff(w, 1)"]
    variables = ("z", "w") if _is_essential(f) else ("z",)
    tests = ("import mpmath", *_numeric(f, at, radius, "mean"), "bool(abs(mpmath.mpmathify(N(answer, 30)) - mean) < 1e-8)")  # fmt: skip

    def written(_value: Any) -> str:
        return latex(result)

    return Prepared(say, (step,), cell(*lines, variables=variables), tests, WORDS["method"], shown=written, letters=("z",))  # fmt: skip


def _poles(f: sp.Expr) -> list[sp.Expr] | None:
    """Zeros of the denominator; None where they cannot be told for sure."""
    bottom = sp.fraction(sp.together(f))[1]
    if not bottom.is_polynomial(Z):
        return None
    if not bottom.has(Z):
        return []
    roots = sp.roots(sp.Poly(bottom, Z))
    if sum(roots.values()) != sp.degree(bottom, Z) or len(roots) > MAX_POLES:
        return None
    return sorted(roots, key=sp.default_sort_key)


def _contour(f: sp.Expr, centre: sp.Expr, r: sp.Expr, say: Language) -> Prepared | None:
    if r <= 0 or not r.is_Rational or centre.free_symbols:
        return None
    steps = list[str]()
    if _is_essential(f):
        if centre != 0:
            return None
        poles: list[sp.Expr] = [sp.S.Zero]
        inside = poles
        bottom = sp.fraction(
            sp.together(f.xreplace(dict.fromkeys(f.atoms(sp.exp, sp.sin, sp.cos), sp.S.One)))
        )[1]
        if not bottom.is_polynomial(Z) or sp.Poly(bottom, Z).monoms() != [(sp.degree(bottom, Z),)]:
            return None
    else:
        known = _poles(f)
        if known is None:
            return None
        poles = known
        distances = [sp.Abs(p - centre) for p in poles]
        if any(abs(sp.N(d - r)) < 1e-9 for d in distances):
            return None
        inside = [p for p, d in zip(poles, distances, strict=True) if sp.N(d) < r]
    total: sp.Expr = sp.S.Zero
    if f.has(sp.log, sp.Abs, sp.conjugate, sp.re, sp.im) or any(p.exp.is_Integer is not True for p in f.atoms(sp.Pow) if p.base.has(Z)):  # fmt: skip
        return None
    if inside:
        steps.append(WORDS["poles"].say(say, all=r",\ ".join(map(latex, poles)), inside=r",\ ".join(map(latex, inside))))  # fmt: skip
        parts = list[sp.Expr]()
        for p in inside:
            found = _at(f, p, say)
            if found is None:
                return None
            parts.append(found[0])
            steps.append(found[1])
        total = sp.simplify(sum(parts))
        result = sp.simplify(2 * sp.pi * sp.I * total)
        written_sum = "".join(("+" if k and not latex(p).startswith("-") else "") + latex(p) for k, p in enumerate(parts))  # fmt: skip
        steps.append(WORDS["theorem"].say(say, sum=written_sum, value=latex(result)))
    else:
        result = sp.S.Zero
        steps.append(WORDS["none"].say(say))
    if _is_essential(f):
        lines = [
            f"f = {exact_source(f)}",
            "2*pi*I*expand(series(f.subs(z, 1/w), w, 0, 3).removeO()).coeff(w, 1)",
        ]
    else:
        lines = [f"f = {exact_source(f)}", comment(WORDS["code"].say(say)), f"inside = {exact_source(inside)}", "simplify(2*pi*I*sum(residue(f, z, p) for p in inside))"]  # fmt: skip
    tests = ("import mpmath", *_numeric(f, centre, r, "mean"), "bool(abs(mpmath.mpmathify(N(answer, 30)) - 2j*mpmath.pi*mean) < 1e-6)")  # fmt: skip

    def written(_value: Any) -> str:
        return latex(result)

    return Prepared(say, tuple(steps), cell(*lines, variables=("z", "w") if _is_essential(f) else ("z",)), tests, WORDS["method"], shown=written, letters=("z",))  # fmt: skip
