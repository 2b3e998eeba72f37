r"""Integrals by strips: the trapezoidal rule, Simpson's rule, the midpoint rule, rectangles from the left and from the right.

Read: a rule, a number of strips (or of ordinates, or their width) and one definite integral, or the area under a curve that nowhere lies below the axis. The sum is exact; how it
is to be rounded says `forms`. Not: errors and their bounds, tables of measured values, how many strips an accuracy takes, whether it is too large.
"""

from __future__ import annotations

import re
from typing import Final

import sympy as sp

from solver.formula import Node, to_sympy
from solver.formula.nodes import Apply, Blank, Group, Integral, Relation, Symbol
from solver.latex import exact_latex, latex
from solver.ports import Language
from solver.reader import account
from solver.topics.base import Reading, Text, Unread, Words
from solver.topics.calculus.integrals.rewriting import retold, rewritten
from solver.topics.cells import cell, comment, exact_source
from solver.topics.declining import declining
from solver.topics.prepared import Prepared

_RULES: Final = {
    "trapezoidal": r"(?:the\s+|a\s+)?(?:composite\s+)?trapez(?:oidal|ium|oid)(?:\s+(?:rule|method|formula|approximation|sum))|(?:复合|复化)?梯形(?:法则|公式|法)",
    "simpson": r"(?:the\s+)?(?:composite\s+)?simpson(?:'s|s)?(?:\s+1/3)?\s+(?:rule|method|formula|approximation)|(?:复合|复化)?(?:辛普森|辛卜生|Simpson)(?:法则|公式|法)|抛物线法",
    "midpoint": r"(?:the\s+|a\s+)?mid-?point(?:\s+(?:rule|method|approximation|(?:riemann\s+)?sum))|中点(?:法则|公式|法)|(?:中)?矩形中点法",
    "left": r"(?:the\s+|a\s+)?left(?:-?\s?hand)?(?:-?\s?end-?points?)?\s+(?:riemann\s+)?(?:sum|approximation|rule)|左矩形(?:法|公式)",
    "right": r"(?:the\s+|a\s+)?right(?:-?\s?hand)?(?:-?\s?end-?points?)?\s+(?:riemann\s+)?(?:sum|approximation|rule)|右矩形(?:法|公式)",
}
_RULE: Final = re.compile("|".join(f"(?P<{name}>{words})" for name, words in _RULES.items()), re.IGNORECASE)
_COUNTS: Final = "two three four five six seven eight nine ten eleven twelve".split()
_HAN_COUNTS: Final = "零一二三四五六七八九十"
_MANY: Final = rf"(?P<{{}}>\d{{{{1,3}}}}|{'|'.join(_COUNTS)})"
_STRIPS: Final = re.compile(
    rf"(?:\b(?:with|using|and|taking|into)\s+)?(?:\$?\bn\s*=\s*(?P<n>\d{{1,3}})\$?(?!\.?\d)(?:\s+(?:equal\s+|equal-width\s+)?(?:sub-?intervals|strips|trapezoids|trapeziums|rectangles|intervals|subdivisions|parts)(?:\s+of\s+equal\s+(?:width|length))?)?"
    rf"|{_MANY.format('count')}\s+(?:equal\s+|equal-width\s+|equally\s+spaced\s+)?(?:sub-?intervals|strips|trapezoids|trapeziums|trapezia|rectangles|intervals|subdivisions)(?:\s+of\s+equal\s+(?:width|length))?"
    rf"|{_MANY.format('ordinates')}\s+(?:equally\s+spaced\s+)?ordinates"
    r"|(?:(?:a\s+)?(?:step|strips?|strip\s+width|width|step\s+size)\s+(?:of\s+width\s+|of\s+|size\s+)?)?\$?h\s*=\s*(?P<h>\d{1,3}(?:\.\d{1,4})?(?:/\d{1,3})?)\$?(?![.\d]*\d))"
    rf"|[（(]?(?:取|其中|将(?:积分)?区间|把(?:积分)?区间|将|把)?(?:\$?\[(?P<range>[^\]]{{1,12}})\]\$?)?\s*\$?(?:n\s*=\s*(?P<zn>\d{{1,3}})\$?|(?:分成|分为|等分为|等分成)?\s*(?P<parts>\d{{1,3}}|[{_HAN_COUNTS}])\s*(?:等分|个(?:等距)?(?:小)?区间|等份|份))[)）]?\s*[,，]?",
    re.IGNORECASE,
)
_VOCABULARY: Final = {
    "integral": "integral|definite integral|integral of|value of|the value of|定积分|积分|的值|的近似值|近似值|积分的近似值|定积分的近似值",
    "area": "area|area under|under|curve|the curve|graph|the graph|graph of|function|above axis|axis|above|曲线|下方|的面积|面积",
    "from": "from|between|over|on|over the interval|on the interval|interval|从|在区间|在|上|区间",
    "to": "to|and|到|至",
    "use": "use|using|apply|by|with|to approximate|approximate|to estimate|estimate|an estimate|an estimate for|estimate for|estimate of|approximation|an approximation|approximation to|approximation for|approximation of|approximate value|an approximate value|approximately|numerically|composite|rule|method|用|利用|采用|使用|应用|近似|近似计算|估计|近似地|来",
}  # fmt: skip
_OTHER: Final = re.compile(
    r"(?i)error|bound|accura|over-?estimat|under-?estimat|too (?:large|small)|exact|compare|how many|误差|精确|比较|过大|偏大|偏小"
)
WORDS: Final = {
    "nodes": Words("Cut \\([{a}, {b}]\\) into \\({n}\\) strips of width \\(h=\\frac{{{b}-{low}}}{{{n}}}={h}\\), at \\({nodes}\\).", "把 \\([{a}, {b}]\\) 分成 \\({n}\\) 等份，步长 \\(h=\\frac{{{b}-{low}}}{{{n}}}={h}\\)，分点为 \\({nodes}\\)。"),
    "values": Words("The function \\(f({x})={f}\\) there: {values}.", "函数 \\(f({x})={f}\\) 在各点的值：{values}。"),
    "trapezoidal": Words("The trapezoidal rule takes the ends once and all others twice: \\[T=\\frac h2\\left(f(x_0)+2f(x_1)+\\cdots+2f(x_{{n-1}})+f(x_n)\\right)={value}\\]", "梯形公式：两端取一次，其余取两次：\\[T=\\frac h2\\left(f(x_0)+2f(x_1)+\\cdots+2f(x_{{n-1}})+f(x_n)\\right)={value}\\]"),
    "simpson": Words("Simpson's rule takes the ends once, and those between by turns 4 times and 2 times: \\[S=\\frac h3\\left(f(x_0)+4f(x_1)+2f(x_2)+\\cdots+4f(x_{{n-1}})+f(x_n)\\right)={value}\\]", "辛普森公式：两端取一次，中间依次取 4 次、2 次：\\[S=\\frac h3\\left(f(x_0)+4f(x_1)+2f(x_2)+\\cdots+4f(x_{{n-1}})+f(x_n)\\right)={value}\\]"),
    "midpoint": Words("Each strip is as high as the function in its middle: \\[M=h\\left(f(m_1)+\\cdots+f(m_n)\\right)={value}\\]", "每一条取中点处的函数值为高：\\[M=h\\left(f(m_1)+\\cdots+f(m_n)\\right)={value}\\]"),
    "left": Words("Each strip is as high as the function at its left end: \\[L=h\\left(f(x_0)+\\cdots+f(x_{{n-1}})\\right)={value}\\]", "每一条取左端点的函数值为高：\\[L=h\\left(f(x_0)+\\cdots+f(x_{{n-1}})\\right)={value}\\]"),
    "right": Words("Each strip is as high as the function at its right end: \\[R=h\\left(f(x_1)+\\cdots+f(x_n)\\right)={value}\\]", "每一条取右端点的函数值为高：\\[R=h\\left(f(x_1)+\\cdots+f(x_n)\\right)={value}\\]"),
    "code": Words("width of a strip, places, and how often each counts", "步长、分点与权"),
    "answer": Words("So the approximation is \\({{answer}}{decimal}\\).", "所以近似值为 \\({{answer}}{decimal}\\)。"),
    "method": Words("the strips were added up one by one, with 40 digits", "逐条计算面积再相加（40 位精度）检验"),
}  # fmt: skip
MAX_STRIPS: Final = 20


@declining
def by_strips(text: Text) -> Reading:
    """A rule, how many strips, and an integral."""
    rules = list(_RULE.finditer(text.source))
    if len(rules) != 1 or _OTHER.search(text.source):
        return None
    rule = rules[0]
    rest = f"{text.source[: rule.start()]} {text.source[rule.end() :]}"
    told = list(_STRIPS.finditer(rest))
    if len(told) != 1:
        return None
    count = told[0]
    rest = rewritten(retold(f"{rest[: count.start()]} {rest[count.end() :]}"))
    found = account(rest, _VOCABULARY)
    if not found.formulas:
        return None
    if found.unread:
        return Unread(found.unread)
    assert rule.lastgroup is not None
    return _task(found.nodes, found.has("area"), rule.lastgroup, count, text.language)


def _integral(nodes: tuple[Node, ...]) -> tuple[Node, str, Node, Node] | None:
    """The integrand, its variable, and the limits."""
    functions = {
        head.name: (head.argument, body)
        for node in nodes
        if isinstance(node, Relation) and node.signs == ("=",)
        for head, body in [node.sides]
        if isinstance(head, Apply) and isinstance(head.argument, Symbol) and not isinstance(body, Blank)
    }
    written = [whole for node in nodes if isinstance(whole := _plain(node), Integral)]
    if written:
        whole = written[0]
        if len(written) > 1 or len(nodes) != 1 + len(functions) or whole.lower is None or whole.upper is None:
            return None
        body = whole.body
        if isinstance(body, Apply):
            if functions.keys() != {body.name} or functions[body.name][0] != body.argument:
                return None
            body = functions[body.name][1]
        elif functions:
            return None
        return body, whole.variable.name, whole.lower, whole.upper
    match nodes:
        case (body, Group(_, (lower, upper))) | (body, lower, upper):
            pass
        case _:
            return None
    if isinstance(body, Relation):
        if body.signs != ("=",) or not isinstance(body.sides[0], Symbol | Apply):
            return None
        body = body.sides[1]
    return body, "", lower, upper


def _plain(node: Node) -> Node:
    """The integral of `∫… =`."""
    if isinstance(node, Relation) and node.signs == ("=",) and isinstance(node.sides[1], Blank):
        return node.sides[0]
    return node


def _number(word: str) -> int:
    if word in _HAN_COUNTS:
        return _HAN_COUNTS.index(word)
    return int(word) if word.isdigit() else _COUNTS.index(word.lower()) + 2


def _strips(told: re.Match[str], a: sp.Expr, b: sp.Expr) -> int | None:
    """How many strips there are."""
    if told["h"]:
        n = (b - a) / sp.Rational(told["h"])
        return int(n) if n.is_Integer else None
    if told["ordinates"]:
        return _number(told["ordinates"]) - 1
    return _number(told["n"] or told["count"] or told["zn"] or told["parts"])


def _task(
    nodes: tuple[Node, ...], is_area: bool, rule: str, told: re.Match[str], say: Language
) -> Prepared | None:
    whole = _integral(nodes)
    if whole is None:
        return None
    body, name, lower, upper = whole
    f, a, b = to_sympy(body), to_sympy(lower), to_sympy(upper)
    letters = f.free_symbols
    if len(letters) != 1 or not (a.is_real and b.is_real and a.is_finite and b.is_finite and a < b):
        return None
    (x,) = letters
    n = _strips(told, a, b)
    if n is None or not 1 <= n <= MAX_STRIPS or name and x.name != name or rule == "simpson" and n % 2:
        return None
    if told["range"] and [sp.Rational(end) for end in told["range"].split(",")] != [a, b]:
        return None
    h = sp.nsimplify((b - a) / n)
    shift = {"midpoint": h / 2, "right": h}.get(rule, sp.S.Zero)
    last = n + 1 if rule in ("trapezoidal", "simpson") else n
    points = [sp.nsimplify(a + shift + k * h) for k in range(last)]
    values = [f.subs(x, p) for p in points]
    if not all(v.is_real and v.is_finite for v in values) or is_area and any(v < 0 for v in values):
        return None
    weights = _weights(rule, n)
    total = sp.expand(h * sum(w * v for w, v in zip(weights, values, strict=True)))
    if not total.is_real:
        return None
    decimal = "" if total.is_Rational else rf"\approx {sp.N(total, 8)}"
    steps = (
        WORDS["nodes"].say(say, a=latex(a), b=latex(b), low=latex(a) if a >= 0 else f"({latex(a)})", n=n, h=exact_latex(h), nodes=_listed([a + k * h for k in range(n + 1)])),
        WORDS["values"].say(say, x=latex(x), f=latex(f), values=", ".join(rf"\(f({exact_latex(p)}){_value(v)}\)" for p, v in zip(points, values, strict=True))),
        WORDS[rule].say(say, value=exact_latex(total) + decimal),
    )  # fmt: skip
    source = cell(
        f"f = {exact_source(f)}",
        comment(WORDS["code"].say(say)),
        f"h = {exact_source(h)}",
        f"points = [{exact_source(sp.nsimplify(a + shift))} + k*h for k in range({last})]",
        f"weights = {exact_source(weights)}",
        f"expand(h*sum(w*f.subs({x.name}, p) for w, p in zip(weights, points)))",
        variables=(x.name,),
    )
    return Prepared(
        say,
        steps,
        source,
        _tests(f, x, (a, b, n), rule),
        WORDS["method"],
        Words(*(WORDS["answer"].say(lang, decimal=decimal) for lang in ("en", "zh"))),
    )


def _weights(rule: str, n: int) -> list[sp.Expr]:
    """How often each value counts."""
    if rule == "trapezoidal":
        return [sp.Rational(1, 2), *[sp.S.One] * (n - 1), sp.Rational(1, 2)]
    if rule == "simpson":
        inner = [sp.Rational(4, 3) if k % 2 else sp.Rational(2, 3) for k in range(1, n)]
        return [sp.Rational(1, 3), *inner, sp.Rational(1, 3)]
    return [sp.S.One] * n


def _tests(f: sp.Expr, x: sp.Symbol, whole: tuple[sp.Expr, sp.Expr, int], rule: str) -> tuple[str, ...]:
    """Strip by strip (for Simpson's rule: the parabola through three points, two strips at a time)."""
    a, b, n = whole
    area = {
        "trapezoidal": "(g(s) + g(s + w))/2*w",
        "simpson": "(g(s) + 4*g(s + w/2) + g(s + w))/6*w",
        "midpoint": "g(s + w/2)*w",
        "left": "g(s)*w",
        "right": "g(s + w)*w",
    }[rule]
    count = n // 2 if rule == "simpson" else n
    return (
        f"{x.name} = Symbol('{x.name}')",
        f"g = lambda t: N(({exact_source(f)}).subs({x.name}, t), 45)" if f.has(x) else "",
        f"a, w = {exact_source(a)}, ({exact_source(b - a)})/Integer({count})",
        f"wanted = sum({area} for s in [a + k*w for k in range({count})])",
        "bool(abs(N(answer, 45) - wanted) < Rational(1, 10**30)*(1 + abs(wanted)))",
    )


def _listed(points: list[sp.Expr]) -> str:
    return ", ".join(exact_latex(sp.nsimplify(p)) for p in points)


def _value(value: sp.Expr) -> str:
    return f"={exact_latex(value)}" if value.is_Rational else rf"\approx {sp.N(value, 8)}"
