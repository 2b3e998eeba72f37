r"""What derivatives say at a point or in general: gradients, lists of partial derivatives, curvature of graphs, equivalent infinitesimals, Euler's method.

Read: "the gradient of f = x²yz at (1,2,3)", "find f_x, f_y and f_xy", 曲率, "1 - cos x 与 ax² 是等价无穷小", "tan x - sin x 是x的几阶无穷小", steps of Euler's method.
Not: parametric curves, infinitesimals at other points than 0.
"""

from __future__ import annotations

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
from solver.topics.prepared import Prepared, one_point, one_value, shown_point
from solver.topics.rationals import terminating_decimal

_NAME: Final = r"(?P<name>[a-zA-Z])(?: ?\( ?[xyz] ?(?:, ?[xyz] ?){0,2}\))?"
_FUNCTION: Final = rf"{_NAME} ?= ?{place('f')}"
_POINT: Final = (
    r"(?:the point )?(?:[A-Z] ?)?\( ?(?P<p>-?[^(),]{1,12} ?, ?-?[^(),]{1,12}(?: ?, ?-?[^(),]{1,12})?) ?\)"
)
_NUM: Final = r"-?\d+(?:\.\d+)?(?:/\d+)?"
_PARTIAL: Final = r"(?:f|z|u)(?: ?_ ?\{? ?[xyz]{1,2} ?\}?|_[xyz]{1,2})"
_LIST: Final = rf"(?P<list>{_PARTIAL}(?: ?(?:,|and|, and|、|和|及|以及) ?{_PARTIAL}){{1,5}})"
_DY: Final = r"(?:y' ?|\\frac ?\{ ?d ?y ?\} ?\{ ?d ?x ?\}|dy ?/ ?dx)"
TABLE_EN: Final = table({
    "function": (rf"(?:(?:let|given|if|for|consider|suppose) )?(?:the function )?{_FUNCTION}",),
    "gradient": (rf"{FIND}(?:the )?gradient (?:vector )?of (?:the function )?(?:{_FUNCTION}|f)(?: at {_POINT})?", rf"{FIND}\\nabla f(?: ?\( ?(?P<p2>[^()]+)\)| at {_POINT})?"),
    "partials": (rf"{FIND}(?:the (?:first |partial |second )*(?:partial )?derivatives )?{_LIST}(?: (?:for|if|when|of) (?:the function )?{_FUNCTION})?",),
    "second": (rf"{FIND}all (?:of )?(?:the )?second(?:-order| order)?(?: partial)? (?:partial )?derivatives of (?:the function )?(?:{_FUNCTION}|f)",),
    "curvature": (rf"{FIND}the curvature of (?:the )?(?:curve |graph of |parabola )?y ?= ?{place('f')} at (?:the point )?(?:where )?(?:x ?= ?(?P<x>-?[^,;()]{{1,12}}?)|{_POINT})",),
    "euler": (rf"use euler'?s method (?:with|and|using) (?:a )?(?:step[- ]?size|step)(?: of)? ?(?:h ?= ?)?(?P<h>{_NUM}) to (?:approximate|estimate|find(?: an approximation (?:for|to|of))?) y ?\( ?(?P<to>{_NUM}) ?\)(?: (?:for|where|if|given|when|of the solution of|for the solution of))?(?: the (?:initial[- ]value problem|IVP|differential equation|equation))?",),
    "ode": (rf"(?:(?:for|where|if|given) )?(?:y satisfies )?{_DY} ?= ?{place('f')}",),
    "start": (rf"(?:with )?y ?\( ?(?P<x0>{_NUM}) ?\) ?= ?(?P<y0>{_NUM})(?!\.?\d)",),
})  # fmt: skip
TABLE_ZH: Final = table({
    "function": (rf"(?:设|已知|若)?(?:函数)? ?{_FUNCTION}",),
    "gradient": (rf"{FIND_ZH}(?:函数)? ?{_FUNCTION} ?在点? ?{_POINT} ?(?:处)?的梯度{HOW_MUCH_ZH}", rf"{FIND_ZH}(?:函数)? ?{_FUNCTION} ?的梯度{HOW_MUCH_ZH}"),
    "partials": (rf"{FIND_ZH}(?:偏导数)? ?{_LIST}",),
    "second": (rf"{FIND_ZH}(?:函数)? ?{_FUNCTION} ?的(?:所有|全部)?二阶偏导数",),
    "curvature": (rf"{FIND_ZH}(?:曲线|抛物线)? ?y ?= ?{place('f')} ?(?:在点?|上点?) ?(?:x ?= ?(?P<x>-?[^,;()\u3400-\u9fff]{{1,12}}?)|{_POINT}) ?(?:处)?的曲率{HOW_MUCH_ZH}",),
    "small": (r"(?:当|若当|已知当|设当)? ?x ?(?:->|\\to|→) ?0 ?时?",),
    "equivalent": (rf"(?:已知|设|若)?(?:函数|无穷小)? ?{place('f')} ?(?:与|和|是|~) ?{place('g')} ?(?:是|为|的)?等价(?:的)?无穷小(?:量)?", rf"{place('f')} ?~ ?{place('g')}"),
    "ask_letter": (rf"{FIND_ZH}(?:常数)?(?:(?P<a>[a-z])|(?P<a2>[a-z]) ?[,和与、] ?(?P<b2>[a-z]))(?:的值)?(?: ?=)?{HOW_MUCH_ZH}",),
    "order": (rf"(?:无穷小(?:量)?)? ?{place('f')} ?是(?:关于)? ?x ?的(?:几|多少|\? ?)阶无穷小(?:量)?",),
})  # fmt: skip
WORDS: Final = {
    "partial": Words("With the other letters as constants: \\({name}={value}\\).", "其余变量看作常数：\\({name}={value}\\)。"),
    "gradient": Words("The gradient has the partial derivatives as its coordinates: \\[\\nabla {f}={value}\\]", "梯度以各偏导数为分量：\\[\\nabla {f}={value}\\]"),
    "at": Words("At \\({point}\\): \\({value}\\).", "在 \\({point}\\) 处：\\({value}\\)。"),
    "curvature": Words("Here \\(y'={first},\\ y''={second}\\); at \\(x={x}\\) these are \\({a}\\) and \\({b}\\). So \\[\\kappa=\\frac{{|y''|}}{{\\left(1+y'^2\\right)^{{3/2}}}}={value}\\]", "\\(y'={first},\\ y''={second}\\)；在 \\(x={x}\\) 处分别为 \\({a}\\) 和 \\({b}\\)。所以 \\[K=\\frac{{|y''|}}{{\\left(1+y'^2\\right)^{{3/2}}}}={value}\\]"),
    "series": Words("As \\(x\\to 0\\): \\({f}={lead}+o(x^{{{n}}})\\).", "当 \\(x\\to 0\\) 时 \\({f}={lead}+o(x^{{{n}}})\\)。"),
    "compare": Words("Both must begin with the same term, so \\({answer}\\).", "两者首项必须相同，所以 \\({answer}\\)。"),
    "order": Words("So the order is \\({n}\\).", "所以是 \\(x\\) 的 \\({n}\\) 阶无穷小。"),
    "euler": Words("Each step goes along the tangent: \\(y_{{k+1}}=y_k+h\\,f(x_k,y_k)\\) with \\(h={h}\\).\n\n{table}", "每一步沿切线前进：\\(y_{{k+1}}=y_k+h\\,f(x_k,y_k)\\)，\\(h={h}\\)。\n\n{table}"),
    "code": Words("partial derivatives", "偏导数"),
    "method": Words("difference quotients were compared at several points", "用差商在若干点比较"),
    "method_limit": Words("the quotient's limit is 1", "商的极限为 1"),
    "method_curvature": Words("the circle through three near points of the graph was measured", "用图象上三个邻近点的外接圆半径检验"),
    "method_euler": Words("the steps were repeated backwards from the end", "从终点逐步倒推检验"),
    "sentence": Words("So \\({answer}\\).", "所以 \\({answer}\\)。"),
}  # fmt: skip
X, Y, Z = LETTERS = sp.symbols("x y z")


@declining
def read(text: Text) -> Reading:
    """A function, and the quantity that is asked."""
    if not re.search(r"(?i)gradient|nabla|curvature|euler'?s method|second.{0,20}derivatives|_\{?[xyz]{1,2}|梯度|曲率|无穷小|二阶偏导", text.source):  # fmt: skip
        return None
    source = re.sub(r" (?=(?:where|if|given|for|when) (?:y ?'|dy|\\frac))", " , ", plain(text.source))
    said = clauses(source, TABLE_ZH if text.language == "zh" else TABLE_EN)
    if isinstance(said, str):
        return None
    kinds = {s.kind: s for s in said}
    if len(kinds) != len(said):
        return None
    match sorted(kinds):
        case ["euler", "ode", "start"]:
            return _euler(kinds, text.language)
        case ["ask_letter", "equivalent", "small"]:
            return _equivalent(kinds["equivalent"], kinds["ask_letter"], text.language)
        case ["order", "small"]:
            return _order(value(kinds["order"].values["f"], {"x": X}), text.language)
        case ["curvature"]:
            return _curvature(kinds["curvature"], text.language)
    asked = [s for s in said if s.kind in ("gradient", "partials", "second")]
    functions = [(s.values["name"], s.values["f"]) for s in said if "f" in s.values]
    if len(asked) != 1 or len(functions) != 1 or len(said) > 2 or set(kinds) - {"function", asked[0].kind}:
        return None
    name, f = functions[0][0], value(functions[0][1])
    letters = [v for v in LETTERS if v in f.free_symbols]
    if f.free_symbols - set(LETTERS) or len(letters) < 2:
        return None
    if asked[0].kind == "gradient":
        return _gradient(
            f, name, letters, asked[0].values.get("p") or asked[0].values.get("p2"), text.language
        )
    if asked[0].kind == "second":
        wanted = [u.name + v.name for i, u in enumerate(letters) for v in letters[i:]]
    else:
        wanted = re.findall(r"_ ?\{? ?([xyz]{1,2})", asked[0].values["list"])
        if any(n[0] != name for n in re.findall(_PARTIAL, asked[0].values["list"])):
            return None
    return _partials(f, name, wanted, text.language)


def _numeric(f: sp.Expr, letters: list[sp.Symbol], wanted: list[str]) -> tuple[str, ...]:
    """Difference quotients of the function at three points, as source; `answer` is the list of derivatives."""
    names = ", ".join(v.name for v in letters)
    orders = [tuple(w.count(v.name) for v in letters) for w in wanted]
    return (
        "import mpmath",
        "mpmath.mp.dps = 40",
        f"f = lambdify(({names}), {exact_source(f)}, 'mpmath')",
        f"places = [tuple(mpmath.mpf(n)/10 for n in p) for p in {[(7, 11, 13)[: len(letters)], (4, 9, 6)[: len(letters)]]}]",
        f"orders = {orders}",
        f"bool(len(answer) == {len(wanted)} and all(abs(N(S(g).subs(dict(zip(({names}), map(S, map(str, p))))), 30) - mpmath.diff(f, p, o)) < 1e-9 for p in places for g, o in zip(answer, orders)))",
    )


def _partials(f: sp.Expr, name: str, wanted: list[str], say: Language) -> Prepared | None:
    found = [sp.simplify(sp.diff(f, *[sp.Symbol(c) for c in w])) for w in wanted]
    found = [sp.factor_terms(g) if len(str(sp.factor_terms(g))) < len(str(g)) else g for g in found]
    letters = sorted(f.free_symbols, key=str)
    steps = tuple(WORDS["partial"].say(say, name=f"{name}_{{{w}}}", value=latex(g)) for w, g in zip(wanted, found, strict=True))  # fmt: skip
    parts = ", ".join(f"simplify(diff(f, {', '.join(w)}))" for w in wanted)
    lines = [f"f = {exact_source(f)}", comment(WORDS["code"].say(say)), f"[{parts}]"]

    def written(value: Any) -> str | None:
        if not isinstance(value, list | tuple) or len(value) != len(wanted):
            return None
        return r",\ ".join(f"{name}_{{{w}}}={latex(g)}" for w, g in zip(wanted, found, strict=True))

    def given(answer: str) -> Any:
        values = values_in(re.sub(r"[a-z]_\{?[xyz]+\}?\s*=", "", answer), [v.name for v in letters])
        return list(values) if values and all(isinstance(v, sp.Expr) for v in values) else None

    return Prepared(say, steps, cell(*lines, variables=[v.name for v in letters]), _numeric(f, letters, wanted), WORDS["method"], WORDS["sentence"], shown=written, given=given, letters=tuple(v.name for v in letters))  # fmt: skip


def _gradient(f: sp.Expr, name: str, letters: list[sp.Symbol], point: str | None, say: Language) -> Prepared | None:  # fmt: skip
    at = None if point is None else [value(p) for p in point.split(",")]
    space = LETTERS[: 3 if Z in letters else 2] if at is None else LETTERS[: len(at)]
    if set(letters) - set(space):
        return None
    parts = [sp.simplify(sp.diff(f, v)) for v in space]
    steps = [
        *(WORDS["partial"].say(say, name=f"{name}_{{{v}}}", value=latex(g)) for v, g in zip(space, parts, strict=True)),
        WORDS["gradient"].say(say, f=name, value="(" + ", ".join(map(latex, parts)) + ")"),
    ]  # fmt: skip
    listed = ", ".join(v.name for v in space)
    lines = [f"f = {exact_source(f)}", comment(WORDS["code"].say(say))]
    if at is None:
        lines.append(f"tuple(simplify(diff(f, v)) for v in ({listed}))")
        tests = _numeric(f, list(space), [v.name for v in space])

        def shown_parts(_value: Any) -> str:
            return "(" + ", ".join(map(latex, parts)) + ")"

        def given(answer: str) -> Any:
            values = values_in(answer, [v.name for v in space])
            return (
                tuple(values[0]) if values and len(values) == 1 and isinstance(values[0], sp.Tuple) else None
            )

        return Prepared(say, tuple(steps), cell(*lines, variables=[v.name for v in space]), tests, WORDS["method"], shown=shown_parts, given=given, letters=tuple(v.name for v in space))  # fmt: skip
    if any(p.free_symbols for p in at):
        return None
    place_ = dict(zip(space, at, strict=True))
    values = [sp.simplify(g.subs(place_)) for g in parts]
    if any(v.has(sp.nan, sp.zoo, sp.oo) for v in values):
        return None
    steps.append(WORDS["at"].say(say, point="(" + ", ".join(map(latex, at)) + ")", value="(" + ", ".join(map(latex, values)) + ")"))  # fmt: skip
    where = "{" + ", ".join(f"{v}: {exact_source(p)}" for v, p in place_.items()) + "}"
    lines.append(f"tuple(diff(f, v).subs({where}) for v in ({listed}))")
    orders = [tuple(int(i == k) for i in range(len(space))) for k in range(len(space))]
    tests = (
        "import mpmath",
        "mpmath.mp.dps = 30",
        f"f = lambdify(({listed}), {exact_source(f)}, 'mpmath')",
        f"p = [mpmath.mpmathify(N(S(c), 30)) for c in {exact_source(at)}]",
        f"bool(len(answer) == {len(space)} and all(abs(N(S(g), 25) - mpmath.diff(f, p, o)) < 1e-8 for g, o in zip(answer, {orders})))",
    )
    return Prepared(say, tuple(steps), cell(*lines, variables=[v.name for v in space]), tests, WORDS["method"], shown=shown_point, given=one_point, letters=tuple(v.name for v in space))  # fmt: skip


def _curvature(said: Said, say: Language) -> Prepared | None:
    f = value(said.values["f"])
    point = (
        [value(p) for p in said.values["p"].split(",")] if "p" in said.values else [value(said.values["x"])]
    )
    x = point[0]
    if f.free_symbols != {X} or len(point) > 2 or x.free_symbols:
        return None
    if len(point) == 2 and sp.simplify(f.subs(X, x) - point[1]) != 0:
        return None  # the point does not lie on it
    first, second = sp.simplify(sp.diff(f, X)), sp.simplify(sp.diff(f, X, 2))
    a, b = first.subs(X, x), second.subs(X, x)
    result = sp.simplify(sp.Abs(b) / (1 + a**2) ** sp.Rational(3, 2))
    if not result.is_real or not result.is_finite:
        return None
    steps = (WORDS["curvature"].say(say, first=latex(first), second=latex(second), x=latex(x), a=latex(a), b=latex(b), value=latex(result)),)  # fmt: skip
    lines = [f"y = {exact_source(f)}", f"a, b = diff(y, x).subs(x, {exact_source(x)}), diff(y, x, 2).subs(x, {exact_source(x)})", "simplify(abs(b)/(1 + a**2)**Rational(3, 2))"]  # fmt: skip
    tests = (
        "import mpmath",
        "mpmath.mp.dps = 50",
        f"f = lambdify(x, {exact_source(f)}, 'mpmath')",
        f"m, h = mpmath.mpmathify(N({exact_source(x)}, 50)), mpmath.mpf(10)**-12",
        "P = [(m + k*h, f(m + k*h)) for k in (-1, 0, 1)]",
        "area = abs((P[1][0] - P[0][0])*(P[2][1] - P[0][1]) - (P[2][0] - P[0][0])*(P[1][1] - P[0][1]))",
        "sides = mpmath.fprod(mpmath.hypot(P[i][0] - P[j][0], P[i][1] - P[j][1]) for i, j in ((0, 1), (1, 2), (0, 2)))",
        "bool(abs(2*area/sides - N(answer, 40)) < 1e-8)",
    )
    return Prepared(say, steps, cell(*lines, variables="x"), tests, WORDS["method_curvature"], given=one_value, letters=("x",))  # fmt: skip


def _lead(f: sp.Expr) -> tuple[sp.Expr, int] | None:
    """The first term of the power series at 0 and its exponent."""
    for n in range(1, 8):
        series = sp.series(f, X, 0, n + 1).removeO()
        if series != 0 and sp.simplify(series) != 0:
            c = sp.expand(series).coeff(X, n)
            return (c * X**n, n) if sp.simplify(series - c * X**n) == 0 else None
    return None


def _order(f: sp.Expr, say: Language) -> Prepared | None:
    found = _lead(f)
    if f.free_symbols != {X} or found is None:
        return None
    lead, n = found
    steps = (WORDS["series"].say(say, f=latex(f), lead=latex(lead), n=n), WORDS["order"].say(say, n=n))
    source = cell(
        f"f = {exact_source(f)}", "next(k for k in range(1, 9) if limit(f/x**k, x, 0) != 0)", variables="x"
    )
    tests = (f"f = {exact_source(f)}", "c = limit(f/x**answer, x, 0)\nbool(c.is_finite and c != 0)")
    return Prepared(say, steps, source, ("\n".join(tests),), WORDS["method_limit"], letters=("x",))


def _equivalent(said: Said, asked: Said, say: Language) -> Prepared | None:
    f, g = value(said.values["f"]), value(said.values["g"])
    if asked.values.get("a2"):
        return None
    a = sp.Symbol(asked.values["a"])
    if X not in f.free_symbols or (f.free_symbols | g.free_symbols) != {X, a}:
        return None
    if a in f.free_symbols:
        f, g = g, f
    if a in f.free_symbols or a not in g.free_symbols:
        return None
    found = _lead(f)
    ratio = sp.limit(g.subs(a, 1) / f, X, 0) if found and sp.simplify(g / a - g.subs(a, 1)) == 0 else None
    if found is None:
        return None
    lead, n = found
    if ratio is not None and ratio.is_finite and ratio != 0:
        result = 1 / ratio
    else:
        c, rest = g.as_independent(X, as_Add=False)
        if rest != X**a or c != 1 and c.has(a) or sp.simplify(c - lead.coeff(X, n)) != 0:
            return None
        result = sp.Integer(n)
    steps = (
        WORDS["series"].say(say, f=latex(f), lead=latex(lead), n=n),
        WORDS["compare"].say(say, answer=f"{latex(a)}={latex(result)}"),
    )
    source = cell(
        f"f = {exact_source(f)}", f"g = {exact_source(g)}", f"{exact_source(result)}", variables=["x", a.name]
    )
    if ratio is not None:
        source = cell(f"f = {exact_source(f)}", f"g = {exact_source(g)}", f"solve(limit(g.subs({a.name}, 1)/f, x, 0)*{a.name} - 1, {a.name})[0]", variables=["x", a.name])  # fmt: skip
    tests = (f"limit(({exact_source(f)})/({exact_source(g)}).subs({a.name}, answer), x, 0) == 1",)
    return Prepared(say, steps, source, tests, WORDS["method_limit"], letters=("x", a.name))


def _euler(kinds: dict[str, Said], say: Language) -> Prepared | None:
    h, to = (value(kinds["euler"].values[k]) for k in ("h", "to"))
    x0, y0 = (value(kinds["start"].values[k]) for k in ("x0", "y0"))
    f = value(kinds["ode"].values["f"])
    steps_needed = (to - x0) / h
    if not f.free_symbols <= {X, Y} or h <= 0 or not steps_needed.is_Integer or not 1 <= steps_needed <= 10:
        return None
    rows, x, y = list[tuple[sp.Expr, sp.Expr, sp.Expr]](), x0, y0
    for _ in range(int(steps_needed)):
        slope = f.subs({X: x, Y: y})
        rows.append((x, y, slope))
        x, y = x + h, sp.simplify(y + h * slope)
    if not y.is_Rational:
        return None
    shown = [terminating_decimal(v) or latex(v) for v in (h, y)]
    cells = [" | ".join(rf"\({terminating_decimal(v) or latex(v)}\)" for v in r) for r in rows]
    sheet = "\n".join([r"| \(x_k\) | \(y_k\) | \(f(x_k,y_k)\) |", "|---|---|---|", *(f"| {c} |" for c in cells), rf"| \({terminating_decimal(x) or latex(x)}\) | \({shown[1]}\) | |"])  # fmt: skip
    lines = [
        f"at, y_k, h = {exact_source(x0)}, S({exact_source(y0)}), {exact_source(h)}",
        f"for k in range({int(steps_needed)}):\n    at, y_k = at + h, y_k + h*({exact_source(f)}).subs({{x: at, y: y_k}})" if f.free_symbols else f"for k in range({int(steps_needed)}):\n    at, y_k = at + h, y_k + h*({exact_source(f)})",
        "y_k",
    ]  # fmt: skip

    def written(found: Any) -> str | None:
        return (terminating_decimal(found) or latex(found)) if isinstance(found, sp.Rational) else None

    values = [y0, *(r[1] for r in rows[1:])]
    tests = (
        f"places, values = {exact_source([r[0] for r in rows])}, {exact_source(values)}",
        f"f = lambdify((x, y), {exact_source(f)}, 'sympy')",
        f"ends = [*values[1:], answer]\nall(simplify((S(b) - a)/({exact_source(h)}) - f(S(p), S(a))) == 0 for p, a, b in zip(places, values, ends))",
    )
    return Prepared(say, (WORDS["euler"].say(say, h=shown[0], table=sheet),), cell(*lines, variables="xy"), tests, WORDS["method_euler"], shown=written, letters=("x", "y"))  # fmt: skip
