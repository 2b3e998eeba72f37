r"""A joint density of X and Y on a rectangle, a triangle or the first quadrant: its constant, marginal densities, means, the covariance, probabilities of half-planes.

Read: f(x,y) = 6x on 0<x<y<1, or for 0<x<1, 0<y<2, or for x>0, y>0; one thing asked. Not: conditional densities, distribution functions, other regions.
"""

from __future__ import annotations

import itertools
import re
from typing import Any, Final

import sympy as sp

from solver.latex import latex, values_in
from solver.ports import Language
from solver.topics.asking import FIND, FIND_ZH, HOW_MUCH_ZH
from solver.topics.bare_formulas import place, plain, value
from solver.topics.base import Reading, Text, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.clauses import Said, clauses, table
from solver.topics.declining import declining
from solver.topics.prepared import Opened, Prepared, one_value

_N: Final = r"\d+(?:/\d+)?"
_REGION: Final = rf"(?:(?P<low>{_N}) ?<=? ?(?P<u>[xy]) ?<=? ?(?P<v>[xy]) ?<=? ?(?P<high>{_N})|(?P<a>{_N}) ?<=? ?x ?<=? ?(?P<b>{_N}) ?(?:,|and|且) ?(?P<c>{_N}) ?<=? ?y ?<=? ?(?P<d>{_N})|(?P<both>0) ?<=? ?x ?, ?y ?<=? ?(?P<top>{_N})|x ?>=? ?(?P<x0>0) ?(?:,|and|且) ?y ?>=? ?0)"
_ELSE: Final = r"(?: ?[,;]? ?(?:and )?(?:(?:f ?\( ?x ?, ?y ?\) ?= ?)?0 ?,? ?(?:otherwise|elsewhere|其他|其它|else)|(?:otherwise|elsewhere) ?,? ?0|其他(?:情形)?(?:为|=)? ?0|\(?(?:and )?(?:zero|0) (?:otherwise|elsewhere)\)?))?"
_F: Final = rf"f ?(?:_ ?\{{? ?X ?,? ?Y ?\}}? ?)?\( ?x ?, ?y ?\) ?= ?{place('f')} ?(?:,|for|on|when|where|if|in the region)* ?\(? ?{_REGION} ?\)?{_ELSE}"
_PAIR: Final = r"\(? ?X ?(?:and|,|与|和|、) ?Y ?\)?"
_P: Final = r"P ?[(\[{] ?(?P<left>[^<>=|]{1,12}?) ?(?P<sign><=?|>=?) ?(?P<right>[^<>=|]{1,8}?) ?[)\]}]"
_JOINT: Final = r"joint (?:probability )?(?:density(?: function)?|pdf|p\.d\.f\.)"
TABLE_EN: Final = table({
    "density": (
        rf"(?:(?:let|suppose|suppose that|if|given) )?(?:the )?{_JOINT}(?: function)? of (?:the (?:continuous )?random variables )?{_PAIR} (?:is|be|is given by) {_F}",
        rf"(?:(?:let|suppose|suppose that|if|given) )?(?:the )?(?:(?:continuous )?random variables )?{_PAIR} (?:have|has|with|having) (?:the |a )?{_JOINT}(?: given by)? {_F}",
        rf"(?:(?:let|suppose|given) )?{_F} (?:be|is) (?:the )?{_JOINT} of {_PAIR}",
        rf"(?:(?:let|suppose|given) )?(?:the )?{_JOINT} {_F}",
    ),
    "letter": (rf"{FIND}(?:the )?(?:value of )?(?:the )?(?:constant )?(?P<letter>[a-eg-wk])",),
    "marginal": (rf"{FIND}(?:the )?marginal (?:probability )?(?:density(?: function)?|pdf|distribution) (?:of )?(?P<of>[XY])", rf"{FIND}f_\{{?(?P<of>[XY])\}}? ?\( ?[xy] ?\)"),
    "mean": (rf"{FIND}(?:the (?:expected value|mean|expectation) (?:of )?)?E ?[(\[] ?(?P<g>[^()\[\]]{{1,12}}) ?[)\]]",),
    "cov": (rf"{FIND}(?:Cov ?\( ?X ?, ?Y ?\)|the covariance (?:of|between) X and Y)",),
    "chance": (rf"{FIND}(?:the )?(?:probability )?(?:that )?{_P}",),
})  # fmt: skip
TABLE_ZH: Final = table({
    "density": (rf"(?:设|若|已知)?(?:二维)?(?:连续型)?(?:随机变量|随机向量)? ?{_PAIR} ?的?(?:联合)?(?:概率)?(?:密度函数|概率密度|密度|概率密度函数)(?:为|是)? ?{_F}",),
    "letter": (rf"{FIND_ZH}(?:常数|系数)? ?(?P<letter>[a-zA-Z])(?:的值)?{HOW_MUCH_ZH}",),
    "marginal": (rf"{FIND_ZH}(?:关于)?(?P<of>[XY])的?边缘(?:概率)?(?:密度函数|概率密度|密度)(?: ?f_\{{?[XY]\}}?\([xy]\))?{HOW_MUCH_ZH}", rf"{FIND_ZH}边缘(?:概率)?(?:密度函数|概率密度|密度) ?f_\{{?(?P<of>[XY])\}}? ?\( ?[xy] ?\)"),
    "mean": (rf"{FIND_ZH}E ?[(\[] ?(?P<g>[^()\[\]]{{1,12}}) ?[)\]](?: ?=)?{HOW_MUCH_ZH}",),
    "cov": (rf"{FIND_ZH}(?:协方差)? ?Cov ?\( ?X ?, ?Y ?\)(?: ?=)?{HOW_MUCH_ZH}",),
    "chance": (rf"{FIND_ZH}(?:概率)? ?{_P}(?: ?=)?{HOW_MUCH_ZH}",),
})  # fmt: skip
WORDS: Final = {
    "whole": Words("The total probability is 1: \\[{integral}={total}=1\\] so \\({letter}={value}\\).", "由归一性 \\[{integral}={total}=1\\] 得 \\({letter}={value}\\)。"),
    "marginal": Words("Integrate the other letter away: \\[f_{{{of}}}({at})={integral}={value},\\quad {low}<{at}<{high}\\] and 0 elsewhere.", "对另一个变量积分：\\[f_{{{of}}}({at})={integral}={value},\\quad {low}<{at}<{high}\\] 其他处为 0。"),
    "mean": Words("\\[E({g})={integral}={value}\\]", "\\[E({g})={integral}={value}\\]"),
    "cov": Words("\\(\\operatorname{{Cov}}(X,Y)=E(XY)-E(X)E(Y)={value}\\).", "\\(\\operatorname{{Cov}}(X,Y)=E(XY)-E(X)E(Y)={value}\\)。"),
    "chance": Words("Integrate over the part of the region with \\({event}\\): \\[P({event})={integral}={value}\\]", "在 \\({event}\\) 的部分上积分：\\[P({event})={integral}={value}\\]"),
    "code": Words("iterated integrals of the joint density", "对联合密度作累次积分"),
    "method": Words("integrated in the other order", "交换积分次序重新计算"),
}  # fmt: skip
X, Y = sp.symbols("x y", real=True)
CORNER = tuple[sp.Expr, sp.Expr]
Strip = tuple[sp.Expr, sp.Expr, sp.Expr, sp.Expr]
"""Ends of the outer letter, then those of the inner one, which may have the outer in them."""


@declining
def read(text: Text) -> Reading:
    """A joint density, and one thing that is asked."""
    if not re.search(r"f ?(?:_\S+ ?)?\( ?x ?, ?y ?\)", text.source) or not re.search(r"(?i)joint|概率密度|密度函数|联合密度", text.source):  # fmt: skip
        return None
    rows = re.sub(r"\\\\(?=\s*0)", " , ", text.source).replace("&", " ")  # of cases
    source = re.sub(r",(?: ?,)+", ",", re.sub(r"\\([{}])", r"\1", plain(rows)))
    said = clauses(source, TABLE_ZH if text.language == "zh" else TABLE_EN)
    if isinstance(said, str) or len(said) != 2 or said[0].kind != "density" or said[1].kind == "density":
        return None
    first, asked = said
    f = value(first.values["f"], {"x": X, "y": Y})
    corners = _corners(first)
    letters = sorted(f.free_symbols - {X, Y}, key=str)
    if len(letters) > 1:
        return None
    strips = {order: _strips(corners, order) for order in ("xy", "yx")}
    total = _over(f, strips["xy"], "xy")
    if asked.kind == "letter":
        if not letters or asked.values["letter"] != letters[0].name:
            return None
        found = sp.solve(total - 1, letters[0])
        return _letter(f, letters[0], found[0], total, strips, text.language) if len(found) == 1 else None
    if letters:  # whatever is asked needs the constant first
        found = sp.solve(total - 1, letters[0])
        if len(found) != 1:
            return None
        constant = _letter(f, letters[0], found[0], total, strips, text.language)
        task = _task(f.subs(letters[0], found[0]), corners, strips, asked, text.language)
        return None if task is None or constant is None else Opened(constant.steps, task)
    if sp.simplify(total - 1) != 0:
        return None  # it is no density
    return _task(f, corners, strips, asked, text.language)


def _corners(said: Said) -> list[CORNER] | None:
    """The corners in order; None for the first quadrant."""
    v = said.values
    if "x0" in v:
        return None
    if "u" in v:
        low, high = value(v["low"]), value(v["high"])
        if v["u"] == v["v"] or not low < high:
            raise ValueError("a region with two letters was expected")
        return [(low, low), (high, high), (low, high) if v["u"] == "x" else (high, low)]
    a, b, c, d = (
        (sp.S.Zero, value(v["top"]), sp.S.Zero, value(v["top"]))
        if "both" in v
        else (value(v[k]) for k in "abcd")
    )
    if not (a < b and c < d):
        raise ValueError("an empty region")
    return [(a, c), (b, c), (b, d), (a, d)]


def _strips(corners: list[CORNER] | None, order: str) -> list[Strip]:
    """The region cut into strips; `order` names the outer letter first."""
    if corners is None:
        return [(sp.S.Zero, sp.oo, sp.S.Zero, sp.oo)]
    k = 0 if order == "xy" else 1
    outer = X if k == 0 else Y
    cuts = sorted({p[k] for p in corners}, key=lambda v: float(v))
    strips = list[Strip]()
    for a, b in itertools.pairwise(cuts):
        middle = (a + b) / 2
        lines = []
        for p, q in zip(corners, [*corners[1:], corners[0]], strict=True):
            low, high = sorted((p, q), key=lambda c: float(c[k]))
            if low[k] <= a and b <= high[k] and low[k] != high[k]:
                lines.append(
                    sp.expand(low[1 - k] + (high[1 - k] - low[1 - k]) * (outer - low[k]) / (high[k] - low[k]))
                )
        lines.sort(key=lambda e: float(e.subs(outer, middle)))
        if len(lines) == 2:
            strips.append((a, b, *lines))
    return strips


def _cut(corners: list[CORNER], a: sp.Expr, b: sp.Expr, c: sp.Expr) -> list[CORNER]:
    """The part of a convex polygon with ax + by < c."""
    kept = list[CORNER]()
    for p, q in zip(corners, [*corners[1:], corners[0]], strict=True):
        s, t = c - a * p[0] - b * p[1], c - a * q[0] - b * q[1]
        if s >= 0:
            kept.append(p)
        if s * t < 0:
            r = s / (s - t)
            kept.append((p[0] + r * (q[0] - p[0]), p[1] + r * (q[1] - p[1])))
    return [p for i, p in enumerate(kept) if p not in kept[:i]]


def _over(f: sp.Expr, strips: list[Strip], order: str) -> sp.Expr:
    outer, inner = (X, Y) if order == "xy" else (Y, X)
    parts = (sp.integrate(sp.integrate(sp.expand(f), (inner, c, d)), (outer, a, b)) for a, b, c, d in strips)
    return sp.simplify(sum(parts, sp.S.Zero))


def _written(f: sp.Expr, strips: list[Strip]) -> str:
    body = rf"\left({latex(f)}\right)" if f.is_Add else latex(f)
    return "+".join(rf"\int_{{{latex(a)}}}^{{{latex(b)}}}\int_{{{latex(c)}}}^{{{latex(d)}}}{body}\,dy\,dx" for a, b, c, d in strips) or "0"  # fmt: skip


def _source(f: sp.Expr, strips: list[Strip], order: str) -> str:
    outer, inner = ("x", "y") if order == "xy" else ("y", "x")
    return " + ".join(f"integrate(integrate({exact_source(sp.expand(f))}, ({inner}, {exact_source(c)}, {exact_source(d)})), ({outer}, {exact_source(a)}, {exact_source(b)}))" for a, b, c, d in strips) or "S(0)"  # fmt: skip


def _cell(source: str, say: Language, more: tuple[str, ...] = ()) -> str:
    return cell(comment(WORDS["code"].say(say)), source, variables=["x", "y", *more], assumptions="real=True")


def _tests(difference: str) -> tuple[str, ...]:
    return ("x, y = symbols('x y', real=True)", f"simplify({difference}) == 0")


def _letter(f: sp.Expr, letter: sp.Symbol, found: sp.Expr, total: sp.Expr, strips: dict[str, list[Strip]], say: Language) -> Prepared | None:  # fmt: skip
    if not found.is_real:
        return None
    step = WORDS["whole"].say(say, integral=_written(f, strips["xy"]), total=latex(total), letter=latex(letter), value=latex(found))  # fmt: skip
    source = _cell(f"solve({_source(f, strips['xy'], 'xy')} - 1, {letter.name})[0]", say, (letter.name,))
    g = f.subs(letter, sp.Symbol("answer"))
    return Prepared(say, (step,), source, _tests(f"{_source(g, strips['yx'], 'yx')} - 1"), WORDS["method"], given=one_value)  # fmt: skip


def _task(f: sp.Expr, corners: list[CORNER] | None, strips: dict[str, list[Strip]], asked: Said, say: Language) -> Prepared | None:  # fmt: skip
    if asked.kind == "marginal":
        return _marginal(f, strips, asked.values["of"], say)
    if asked.kind == "cov":
        parts = {g: _over(f * e, strips["xy"], "xy") for g, e in (("XY", X * Y), ("X", X), ("Y", Y))}
        result = sp.simplify(parts["XY"] - parts["X"] * parts["Y"])
        steps = [WORDS["mean"].say(say, g=g, integral=_written(f * e, strips["xy"]), value=latex(parts[g])) for g, e in (("XY", X * Y), ("X", X), ("Y", Y))]  # fmt: skip
        steps.append(WORDS["cov"].say(say, value=latex(result)))
        sources = [[f"({_source(f * e, strips[o], o)})" for e in (X * Y, X, Y)] for o in ("xy", "yx")]
        texts = [f"{a} - {b}*{c}" for a, b, c in sources]
        return Prepared(
            say, tuple(steps), _cell(texts[0], say), _tests(f"{texts[1]} - answer"), WORDS["method"]
        )
    names = {"X": X, "Y": Y}
    if asked.kind == "mean":
        g = value(asked.values["g"], names)
        if not g.is_polynomial(X, Y) or not g.free_symbols <= {X, Y} or not g.free_symbols:
            return None
        result = _over(f * g, strips["xy"], "xy")
        steps = [WORDS["mean"].say(say, g=asked.values["g"].strip(), integral=_written(sp.expand(f * g), strips["xy"]), value=latex(result))]  # fmt: skip
        return Prepared(say, tuple(steps), _cell(_source(f * g, strips["xy"], "xy"), say), _tests(f"{_source(f * g, strips['yx'], 'yx')} - answer"), WORDS["method"])  # fmt: skip
    difference = sp.expand(value(asked.values["left"], names) - value(asked.values["right"], names))
    if ">" in asked.values["sign"]:
        difference = -difference
    a, b = difference.coeff(X), difference.coeff(Y)
    c = -(difference - a * X - b * Y)
    if not all(v.is_Rational for v in (a, b, c)) or (a == 0 and b == 0):
        return None
    if corners is None:
        quadrant = _quadrant(a, b, c)
        if quadrant is None:
            return None
        pieces = quadrant
    else:
        polygon = _cut(corners, a, b, c)
        if len(polygon) < 3:
            return None
        pieces = {o: _strips(polygon, o) for o in ("xy", "yx")}
    result = _over(f, pieces["xy"], "xy")
    event = (asked.values["left"] + asked.values["sign"] + asked.values["right"]).replace("<=", r"\le ").replace(">=", r"\ge ")  # fmt: skip
    steps = [
        WORDS["chance"].say(say, event=event.strip(), integral=_written(f, pieces["xy"]), value=latex(result))
    ]
    return Prepared(say, tuple(steps), _cell(_source(f, pieces["xy"], "xy"), say), _tests(f"{_source(f, pieces['yx'], 'yx')} - answer"), WORDS["method"])  # fmt: skip


def _quadrant(a: sp.Expr, b: sp.Expr, c: sp.Expr) -> dict[str, list[Strip]] | None:
    """The part of the first quadrant with ax + by < c, for triangles and wedges at the origin."""
    if a > 0 and b > 0 and c > 0:
        return {"xy": [(sp.S.Zero, c / a, sp.S.Zero, (c - a * X) / b)], "yx": [(sp.S.Zero, c / b, sp.S.Zero, (c - b * Y) / a)]}  # fmt: skip
    if c == 0 and a * b < 0:
        upper = b < 0  # the part above the line y = -a/b x
        line_x, line_y = -a * X / b, -b * Y / a
        xy = (line_x, sp.oo) if upper else (sp.S.Zero, line_x)
        yx = (sp.S.Zero, line_y) if upper else (line_y, sp.oo)
        return {"xy": [(sp.S.Zero, sp.oo, *xy)], "yx": [(sp.S.Zero, sp.oo, *yx)]}
    return None


def _marginal(f: sp.Expr, strips: dict[str, list[Strip]], of: str, say: Language) -> Prepared | None:
    order = "xy" if of == "X" else "yx"
    if len(strips[order]) != 1:
        return None
    ((a, b, c, d),) = strips[order]
    at, other = (X, Y) if of == "X" else (Y, X)
    result = sp.factor(sp.simplify(sp.integrate(f, (other, c, d))))
    integral = rf"\int_{{{latex(c)}}}^{{{latex(d)}}}{latex(f)}\,d{other}"
    steps = (WORDS["marginal"].say(say, of=of, at=latex(at), integral=integral, value=latex(result), low=latex(a), high=latex(b)),)  # fmt: skip
    source = _cell(f"factor(simplify(integrate({exact_source(f)}, ({other}, {exact_source(c)}, {exact_source(d)}))))", say)  # fmt: skip

    def written(_found: Any) -> str:
        return rf"f_{{{of}}}({latex(at)})={latex(result)},\ {latex(a)}<{latex(at)}<{latex(b)}".replace(r"<\infty", "<\\infty")  # fmt: skip

    def given(answer: str) -> Any:
        body = re.sub(r"^[^=<>]*=", "", re.split(r",|，|\\quad|\\text", answer)[0])
        found = values_in(body, [latex(at)])
        return found[0] if found and len(found) == 1 and isinstance(found[0], sp.Expr) else None

    middle = [a + (b - a) * sp.Rational(k, 5) if b != sp.oo else sp.Integer(k) for k in range(1, 5)]
    tests = (
        "x, y = symbols('x y', real=True)",
        f"places = {exact_source(middle)}",
        f"mass = lambda p: Integral(({exact_source(f)}).subs({at}, p), ({other}, sympify({exact_source(c)}).subs({at}, p), sympify({exact_source(d)}).subs({at}, p))).evalf(15)",
        f"bool(all(abs(sympify(answer).subs(Symbol('{at}'), p).evalf(15) - mass(p)) < 1e-9 for p in places))",
    )
    return Prepared(
        say, steps, source, tests, WORDS["method"], shown=written, given=given, letters=("x", "y")
    )
