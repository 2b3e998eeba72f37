r"""Derivatives of integrals whose limits are functions: F(x) = ∫_a^{g(x)} f(t) dt, and limits of such integrals over something that vanishes too.

Read: `\frac{d}{dx}\int…`, "find F'(x)", F'(2), F''(x), 求变上限积分的导数, lim_{x→0} ∫_0^x … dt / x³. Not: integrands that have x in them,
sums of integrals, limits without the form 0/0.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, Node, letter, python_name, to_latex, to_python, to_sympy
from solver.formula.nodes import (
    Apply,
    Binary,
    Blank,
    Derivative,
    Integral,
    Limit,
    Relation,
    Symbol,
    symbols,
    walk,
    with_children,
)
from solver.latex import latex, values_in
from solver.ports import Language
from solver.reader import account, notation_of
from solver.topics.base import Reading, Text, Unread, Words
from solver.topics.calculus.derivatives.rules import tidy
from solver.topics.cells import cell, comment, exact_source
from solver.topics.prepared import Prepared, one_value

VOCABULARY: Final = {
    "first": "derivatives?|derivative of|first derivative|differentiate|differentiation|导数|的导数|求导|求导数|导函数|的导函数|一阶导数",
    "second": "second derivative|二阶导数|的二阶导数",
    "limit": "limit|极限|求极限|的极限",
    "wrt": "with respect to|关于|对",
    "at": "at|when|在|处|当|时|处的",
    "": "function|functions|integral|use|fundamental theorem of calculus|fundamental theorem|first|part 1 of|part one of|leibniz rule|chain rule|defined by|given by|real|positive|and simplify|simplify"
    "|函数|积分|变上限积分|变限积分|变上限函数|变限函数|变上限积分函数|积分上限函数|定积分|利用|微积分基本定理|由|解析式",
}
WORDS: Final = {
    "theorem": Words("By the fundamental theorem of calculus the derivative of an integral with respect to its upper limit is the integrand there, and with respect to its lower limit the opposite. With the chain rule: the integrand at the upper limit times the derivative of that limit, less the same of the lower limit.",
                     "由微积分基本定理，积分对上限的导数等于被积函数在上限处的值，对下限的导数等于其相反数。再用链式法则：被积函数在上限处的值乘上限的导数，减去在下限处的值乘下限的导数。"),
    "parts": Words("The integrand is \\({f}\\). The upper limit \\({u}\\) has the derivative \\({du}\\), the lower limit \\({v}\\) the derivative \\({dv}\\).", "被积函数是 \\({f}\\)。上限 \\({u}\\) 的导数是 \\({du}\\)，下限 \\({v}\\) 的导数是 \\({dv}\\)。"),
    "put": Words("Put them in: \\({result}\\).", "代入得 \\({result}\\)。"),
    "again": Words("Differentiate once more: \\({result}\\).", "再求一次导：\\({result}\\)。"),
    "value": Words("At \\({x}={a}\\) this is \\({result}\\).", "当 \\({x}={a}\\) 时，其值为 \\({result}\\)。"),
    "form": Words("For \\({x}\\to {a}\\) the integral is taken over an interval that shrinks to a point, so it tends to 0, and so does \\({below}\\): the form \\(\\frac{{0}}{{0}}\\). By L'Hôpital's rule both may be differentiated.", "当 \\({x}\\to {a}\\) 时积分区间缩为一点，积分趋于 0，分母 \\({below}\\) 也趋于 0，是 \\(\\frac{{0}}{{0}}\\) 型，可用洛必达法则，分子分母分别求导。"),
    "quotient": Words("The derivative of the denominator is \\({below}\\), so the limit is that of the quotient: \\[\\lim_{{{x}\\to {a}}}\\frac{{{above}}}{{{below}}}={result}\\]", "分母的导数是 \\({below}\\)，所以 \\[\\lim_{{{x}\\to {a}}}\\frac{{{above}}}{{{below}}}={result}\\]"),
    "code": Words("the integrand at both limits, times the derivatives of the limits", "被积函数在上下限处的值乘以上下限的导数"),
    "code_limit": Words("numerator and denominator differentiated", "分子分母分别求导后求极限"),
    "method": Words("compared with numerical integrals over the narrow strips by which the area changes", "用数值积分求出微小改变量，与差商比较"),
    "method_limit": Words("the quotient was worked out numerically closer and closer to the place", "在越来越接近该点处数值计算这个商"),
    "derivative": Words("The derivative is \\({answer}\\).", "所求导数为 \\({answer}\\)。"),
    "limit": Words("The limit is \\({answer}\\).", "所求极限为 \\({answer}\\)。"),
}  # fmt: skip
_MARK: Final = re.compile(r"(?:\\int|∫|\\lim)")
_LEIBNIZ: Final = re.compile(r"(?<![A-Za-z\\])d\s*/\s*d([a-z])\s*(?=[(\[]?\s*(?:∫|\\int))")
_GREEK: Final = re.compile(r"\\?(?:Phi|Φ|varPhi|phi|φ|varphi)(?=\s*'*\s*\()")
"""Names of functions that would be read as letters."""
_SPOKEN: Final = re.compile(r"(∫|\\int)\s*from\s+([^\s,]+)\s+to\s+([^\s,]+)\s+of\s+")


def read(text: Text) -> Reading:
    """An integral with a variable limit, and its derivative or limit."""
    if not _MARK.search(text.source):
        return None
    source = _GREEK.sub("F", text.source) if "F" not in text.source else text.source
    source = _SPOKEN.sub(r"\1_{\2}^{\3} ", _LEIBNIZ.sub(r"\\frac{d}{d\1} ", source))
    found = account(source, VOCABULARY, notation_of(source))
    nodes = [
        n.sides[0] if isinstance(n, Relation) and len(n.sides) == 2 and isinstance(n.sides[1], Blank) else n
        for n in found.nodes
    ]
    held = [n for n in nodes if any(isinstance(m, Integral) for m in walk(n))]
    if len(held) != 1 or found.has("first", "second"):
        return None
    order = 2 if found.has("second") else 1 if found.has("first") else 0
    asked = list[sp.Expr | None]()
    problem: Moving | None = None
    name = by = ""
    for node in nodes:
        match node:
            case Derivative(Integral() as integral, Symbol(by), 1 | 2 as times) if not order:
                problem, order = _moving(integral, by), times
            case Relation(("=",), (Apply(name, Symbol(by)), Integral() as integral)):
                problem = _moving(integral, by)
            case Relation(("=",), (Symbol(name), Integral() as integral)):
                problem = _moving(integral, "")
            case Limit(Binary("/", Integral() as integral, below), Symbol(by), target, side) if not order:
                return (
                    Unread(found.unread) if found.unread else _limit(integral, below, by, target, side, text)
                )
            case Integral():
                problem = _moving(node, "")
            case Apply(mark, argument) if (
                name and mark.rstrip("'") == name and "'" in mark and len(mark) <= 3
            ):
                if order or asked:
                    return None
                order = len(mark) - 1
                if argument != Symbol(by):
                    if (value := _number(argument)) is None:
                        return None
                    asked.append(value)
            case Derivative(Symbol(of) | Apply(of, Symbol()), Symbol(variable), 1 | 2 as times) if name == of:
                if order or (by and by != variable):
                    return None
                order = times
            case Relation(("=",), (Symbol(), value)) if found.has("at") and problem and not asked:
                asked.append(_number(value))
            case Symbol(letters) if letters in (name, by, "x"):
                continue
            case Apply(mark, Symbol()) if mark == name:
                continue
            case _:
                return None
    if problem is None or not order:
        return None
    if found.unread:
        return Unread(found.unread)
    point = asked[0] if asked else None
    try:
        return _derivative(problem, order, point, text.language)
    except (FormulaError, TypeError, ValueError):
        return None


def _number(node: Node) -> sp.Expr | None:
    value = None if symbols(node) - {"e"} else to_sympy(node)
    return value if isinstance(value, sp.Expr) and value.is_real else None


@dataclass(frozen=True, slots=True)
class Moving:
    """∫ `body` d`inner` from `lower` to `upper`, functions of `variable`."""

    body: Node
    inner: str
    lower: Node
    upper: Node
    variable: str

    def parts(self) -> tuple[sp.Expr, sp.Symbol, sp.Expr, sp.Expr, sp.Symbol]:
        """The integrand, its letter, both limits and the variable, as sympy has them."""
        return to_sympy(self.body), letter(self.inner), to_sympy(self.lower), to_sympy(self.upper), letter(self.variable)  # fmt: skip

    def derivative(self) -> sp.Expr:
        """f(u)·u′ − f(v)·v′."""
        f, t, v, u, x = self.parts()
        return tidy(f.subs(t, u) * u.diff(x)) - tidy(f.subs(t, v) * v.diff(x))


def _moving(node: Integral, by: str) -> Moving | None:
    """The integral, where one of its limits has a variable in it and its body has not."""
    if node.lower is None or node.upper is None:
        return None
    names = (symbols(node.lower) | symbols(node.upper)) - {"e"}
    inner = node.variable.name
    if len(names) != 1 or (symbols(node.body) - {"e"}) - {inner} or (by and {by} != names):
        return None
    if any(isinstance(n, Apply | Integral | Derivative | Limit | Relation) for n in (*walk(node.body), *walk(node.lower), *walk(node.upper))):  # fmt: skip
        return None
    variable = next(iter(names))
    if inner == variable:  # ∫_0^x f(x) dx: the letter inside is another one
        inner = "t"
        body = _renamed(node.body, variable, inner)
        return Moving(body, inner, node.lower, node.upper, variable)
    return Moving(node.body, inner, node.lower, node.upper, variable)


def _renamed(node: Node, old: str, new: str) -> Node:
    return (
        Symbol(new) if node == Symbol(old) else with_children(node, lambda child: _renamed(child, old, new))
    )


def _is_sound(problem: Moving) -> bool:
    """Whether the integral has a value: the integrand is finite at a constant limit, or its antiderivative there is."""
    f, t, v, u, x = problem.parts()
    for end in (v, u):
        if end.has(x):
            continue
        value = f.subs(t, end)
        if value.is_finite is not True:
            try:
                value = max(abs(sp.limit(f, t, end, s)) for s in "+-")
            except (NotImplementedError, ValueError, TypeError):
                return False
        if value.is_finite is not True or not value.is_real:
            return False
    return True


def _steps(problem: Moving, say: Language) -> list[str]:
    _, _, v, u, x = problem.parts()
    shown = {"f": to_latex(problem.body), "u": to_latex(problem.upper), "v": to_latex(problem.lower), "du": latex(tidy(u.diff(x))), "dv": latex(tidy(v.diff(x)))}  # fmt: skip
    return [
        WORDS["theorem"].say(say),
        WORDS["parts"].say(say, **shown),
        WORDS["put"].say(say, result=_put_in(problem)),
    ]


def _put_in(problem: Moving) -> str:
    """The integrand at each limit times that limit's derivative, and what this comes to."""
    f, t, v, u, x = problem.parts()
    told = ""
    for limit, sign in ((u, ""), (v, "-")):
        if (slope := tidy(limit.diff(x))) != 0:
            told += rf"{sign}\left({latex(tidy(f.subs(t, limit)))}\right) \cdot \left({latex(slope)}\right)"
    return f"{told}={latex(problem.derivative())}"


def _lines(problem: Moving, say: Language) -> list[str]:
    t, x = python_name(problem.inner), python_name(problem.variable)
    return [
        f"f = {to_python(problem.body)}",
        f"upper, lower = {to_python(problem.upper)}, {to_python(problem.lower)}",
        comment(WORDS["code"].say(say)),
        f"slope = f.subs({t}, upper)*diff(upper, {x}) - f.subs({t}, lower)*diff(lower, {x})",
    ]


def _derivative(problem: Moving, order: int, point: sp.Expr | None, say: Language) -> Prepared | None:
    if not _is_sound(problem):
        return None
    _f, _t, _v, _u, x = problem.parts()
    result = problem.derivative()
    steps = _steps(problem, say)
    lines = _lines(problem, say)
    last = "slope"
    if order == 2:
        result = tidy(result.diff(x))
        steps.append(WORDS["again"].say(say, result=latex(result)))
        last = f"diff(slope, {python_name(problem.variable)})"
    if point is not None:
        result = sp.simplify(result.subs(x, point))
        if not (result.is_finite and result.is_real):
            return None
        steps.append(WORDS["value"].say(say, x=latex(x), a=latex(point), result=latex(result)))
        last = f"simplify({last if order == 1 else f'({last})'}.subs({python_name(problem.variable)}, {exact_source(point)}))"
    names = {problem.inner, problem.variable}
    at = f"[{exact_source(point)}]" if point is not None else "[Rational(3, 7), Rational(9, 8), Rational(-5, 7), Rational(5, 2)]"  # fmt: skip
    tests = (
        *_lines(problem, say)[:2],
        "def strip(end, first, second):",
        f"    low, high = [N(S(end).subs({python_name(problem.variable)}, place), 30) for place in (first, second)]",
        f"    return N(Integral(f, ({python_name(problem.inner)}, low, high)), 25) if low != high else S.Zero",
        "",
        "def gap(first, second):",
        "    return strip(upper, first, second) - strip(lower, first, second)",
        "",
        "h = Rational(1, 2000)",
        *(
            ("quotient = lambda place: gap(place - h, place + h)/(2*h)",)
            if order == 1
            else ("quotient = lambda place: (gap(place, place + h) - gap(place - h, place))/h**2",)
        ),
        f"value = lambda place: N(S(answer).subs({python_name(problem.variable)}, place), 25)",
        f"pairs = [(quotient(place), value(place)) for place in {at}]",
        "real = [(q, w) for q, w in pairs if q.is_real and w.is_real]",
        "all(abs(q - w) < 1e-3*(1 + abs(q)) for q, w in real) if real else None",
    )
    return Prepared(
        say, tuple(steps), cell(*lines, last, variables=names), tests, WORDS["method"], WORDS["derivative"],
        shown=_shown if point is None else _shown_number, given=lambda answer: _given(answer, problem.variable), letters=tuple(sorted(names)),
    )  # fmt: skip


def _shown(value: Any) -> str | None:
    return latex(value) if isinstance(value, sp.Expr) and not value.has(sp.nan, sp.zoo, sp.oo) else None


def _shown_number(value: Any) -> str | None:
    return _shown(value) if isinstance(value, sp.Expr) and not value.free_symbols else None


def _given(answer: str, variable: str) -> Any:
    values = values_in(answer, {variable})
    return values[0] if values is not None and len(values) == 1 and isinstance(values[0], sp.Expr) else None


def _limit(integral: Integral, below: Node, by: str, target: Node, side: str, text: Text) -> Reading:
    """lim ∫/g by L'Hôpital's rule, where both vanish."""
    problem, say = _moving(integral, by), text.language
    if problem is None or symbols(below) - {"e"} != {by} or side or symbols(target) - {"e"}:
        return None
    if any(isinstance(n, Apply | Integral | Derivative | Limit | Relation) for n in walk(below)):
        return None
    try:
        _f, _t, v, u, x = problem.parts()
        a, bottom = to_sympy(target), to_sympy(below)
        if not a.is_finite or sp.simplify(u.subs(x, a) - v.subs(x, a)) != 0 or bottom.subs(x, a) != 0:
            return None
        if not _is_sound(problem):
            return None
        slope, down = problem.derivative(), tidy(bottom.diff(x))
        result = sp.limit(slope / down, x, a, "+-")
    except (FormulaError, TypeError, ValueError, NotImplementedError):
        return None
    if not (result.is_finite and result.is_real):
        return None
    steps = [
        WORDS["form"].say(say, x=latex(x), a=latex(a), below=to_latex(below)),
        *_steps(problem, say),
        WORDS["quotient"].say(say, x=latex(x), a=latex(a), above=latex(slope), below=latex(down), result=latex(result)),
    ]  # fmt: skip
    letters = tuple(sorted({problem.inner, by}))
    X, T, place = python_name(by), python_name(problem.inner), exact_source(a)
    lines = [
        *_lines(problem, say),
        comment(WORDS["code_limit"].say(say)),
        f"limit(slope/diff({to_python(below)}, {X}), {X}, {place})",
    ]
    tests = (
        *_lines(problem, say)[:2],
        f"below = {to_python(below)}",
        "def quotient(place):",
        f"    low, high = [N(S(end).subs({X}, place), 40) for end in (lower, upper)]",
        f"    return N(Integral(f, ({T}, low, high)), 25)/N(below.subs({X}, place), 40)",
        "",
        f"gaps = [abs(quotient({place} + s*h) - N(answer)) for h in (Rational(1, 50), Rational(1, 1000)) for s in (1, -1)]",
        "max(gaps[2:]) < 5e-3*(1 + abs(N(answer))) and max(gaps[2:]) <= max(gaps[:2]) + 1e-9",
    )
    return Prepared(
        say, tuple(steps), cell(*lines, variables=letters), tests, WORDS["method_limit"], WORDS["limit"], given=one_value, letters=letters,
    )  # fmt: skip
