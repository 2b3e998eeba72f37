"""Volumes of revolution about an axis, lengths of curves y = f(x), average values of a function on an interval.

Read: regions between two curves y = f(x), y = g(x) (or a curve and the x-axis) and lines x = a; the x- and the y-axis as axes.
Not: other axes, curves x = g(y), regions that cross the axis of rotation, letters, integrals without closed form.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver import plots
from solver.formula import FormulaError, python_name, to_sympy
from solver.formula.nodes import (
    Apply,
    Binary,
    Blank,
    Call,
    Group,
    Integral,
    Negative,
    Node,
    Relation,
    Symbol,
    symbols,
    walk,
)
from solver.latex import exact_latex, latex, values_in
from solver.ports import CheckPlan, Language
from solver.reader import account, notation_of
from solver.reader.account import Account
from solver.topics.base import Conclusion, Reading, Solution, Task, Text, Unread
from solver.topics.calculus.measures.curves import outer_of, signs_of, upper_of
from solver.topics.calculus.measures.words import ABOVE, BOTH_AXES, SENTENCES, VOCABULARY, WORDS
from solver.topics.cells import cell, comment, exact_source
from solver.topics.functions.function_features.conditions import zeros
from solver.topics.two_questions import SeveralQuestions

_SPIN: Final = re.compile(
    r"(?i)(?:about|around|round)\s+(?:the\s+)?\$?([xy])\$?\s*-?\s*axis|绕\s*\$?([xy])\$?\s*轴"
)
_AXIS: Final = re.compile(r"(?i)(?:the\s+)?(?<![A-Za-z])\$?([xy])\$?\s*-?\s*(?:axis\b|轴)")
_END: Final = r"\$?(-?(?:\d+(?:\.\d+)?(?:\s*/\s*\d+)?)?(?:\\?pi(?![a-z])|π|e(?![a-z])|√\d+|\\sqrt\{\d+\}|\\frac\{[^{}]+\}\{[^{}]+\})?(?:\s*/\s*\d+)?)\$?"
_BOUNDS: Final = re.compile(
    rf"(?i)(?<![A-Za-z])(?:for\s+|as\s+)?(?:(?<![\^\w(}}]\s)(?<![\^\w(}}])x\s+)?(?:from|between)\s+(?=[-\d$\\π√e]){_END}\s+(?:to|and)\s+(?=[-\d$\\π√e]){_END}(?![A-Za-z0-9_=])"
    rf"|(?:在\s*x?\s*)?从\s*(?=[-\d$\\π√e]){_END}\s*到\s*(?=[-\d$\\π√e]){_END}(?![A-Za-z0-9_=])(?:的?一?段)?"
    rf"|(?<=[,，])\s*(?=[-\d$\\π√e]){_END}\s*到\s*(?=[-\d$\\π√e]){_END}(?![A-Za-z0-9_=])"
)
"""Ends without `x =`: from 0 to 2."""
X: Final = sp.Symbol("x", real=True)
MAX_NODES: Final = 50


def read(text: Text) -> Reading:
    """One volume, length or average value."""
    if BOTH_AXES.search(text.source):
        return _both_axes(text)
    source = text.source.replace(r"\(", "$").replace(r"\)", "$")
    source = _BOUNDS.sub(lambda m: f" , $[{m[1] or m[3] or m[5]}, {m[2] or m[4] or m[6]}]$ , ", source)
    source = _SPIN.sub(lambda m: f" spin{(m[1] or m[2]).lower()} ", source)
    source = ABOVE.sub(" , $y=0$ , ", source)
    source = _AXIS.sub(lambda m: " , $y=0$ , " if m[1].lower() == "x" else " , $x=0$ , ", source)
    source = re.sub(r"\(\s*\$?([^()=]{1,12}<=?\s*[a-z]\s*<=?\s*[^()=]{1,20}?)\$?\s*\)", r" , $\1$ , ", source)
    source = re.sub(r"(?<![A-Za-z\\])[a-z]\s*(?:\\in\b|∈)\s*(?=[\[(]|\\left)", " on ", source)
    found = account(source, VOCABULARY, notation_of(source))
    kinds = [k for k in ("volume", "length", "average") if found.has(k)]
    spins = [c for c in found.concepts if c.startswith("spin")]
    if len(kinds) != 1 or len(spins) != (kinds[0] == "volume"):
        return None
    if found.unread:
        return Unread(found.unread)
    try:
        known = _pieces(found)
        if known is None:
            return None
        functions, limits, variable = known
        if kinds[0] == "volume":
            solid = _solid(functions, limits, spins[0][-1], text.language, only_right=found.has("quadrant"))
            return None if ABOVE.search(text.source) and not _is_above(solid) else solid
        return _single(kinds[0], functions, limits, variable, text.language)
    except FormulaError:
        return None


def _is_above(solid: Reading) -> bool:
    """Whether the region lies above the x-axis, as the problem says."""
    return isinstance(solid, Measure) and bool(
        (solid.f + solid.g).subs(X, (solid.a + solid.b) / 2).evalf() > 0
    )


def _both_axes(text: Text) -> Reading:
    """The same region about the x-axis, and about the y-axis: two volumes."""
    tasks = list[Task]()
    for axis in (g for m in (BOTH_AXES.search(text.source),) if m for g in m.groups() if g):
        about = f"绕{axis}轴" if text.language == "zh" else f"about the {axis}-axis"
        source = re.sub(r"分别|(?i:,?\s*respectively)", "", BOTH_AXES.sub(about, text.source))
        found = read(Text(source, text.language, text.values))
        if not isinstance(found, Measure):
            return found
        tasks.append(found)
    return SeveralQuestions(tuple(tasks), text.language)


def _pieces(found: Account) -> tuple[list[sp.Expr], list[sp.Expr], str] | None:
    """The functions, the ends, and the name of the variable."""
    functions, limits, variable = list[sp.Expr](), list[sp.Expr](), "x"
    for node in found.nodes:
        match node:
            case Relation(("=",), (Symbol("x" | "t"), value)) if not symbols(value) - {
                "e"
            } and not isinstance(value, Blank):
                limits.append(to_sympy(value))
            case Relation(("<" | "<=", "<" | "<="), (low, Symbol("x" | "t"), high)) if not (
                symbols(low) | symbols(high)
            ) - {"e"}:
                limits += [to_sympy(low), to_sympy(high)]
            case Group("[]", (low, high)) if not symbols(node) - {"e"}:
                limits += [to_sympy(low), to_sympy(high)]
            case Relation(("=",), (Symbol("y"), body)) if symbols(body) - {"e"} <= {"x"} and _is_plain(body):
                functions.append(to_sympy(body, {"x": X}))
            case Relation(("=",), (Apply(_, Symbol(name)), body)) if symbols(body) - {"e"} == {
                name
            } and _is_plain(body):
                functions.append(to_sympy(body, {name: X}))
                variable = name
            case Binary() | Call() | Negative() if symbols(node) - {"e"} == {"x"} and _is_plain(node):
                functions.append(to_sympy(node, {"x": X}))
            case Symbol("x" | "y" | "f") | Apply(_, Symbol()):
                continue
            case _:
                return None
    if not all(isinstance(v, sp.Expr) and v.is_real for v in limits):
        return None
    return functions, sorted(dict.fromkeys(limits), key=lambda v: v.evalf(20)), variable


def _is_plain(body: Node) -> bool:
    nodes = list(walk(body))
    calls = {"sqrt", "log", "exp", "sin", "cos", "tan"}
    return len(nodes) <= MAX_NODES and not any(
        isinstance(n, Apply | Blank | Integral | Group | Relation)
        or (isinstance(n, Call) and n.name not in calls)
        for n in nodes
    )


def _solid(
    functions: list[sp.Expr], limits: list[sp.Expr], axis: str, language: Language, *, only_right: bool
) -> Reading:
    functions = list(dict.fromkeys(functions))
    if len(functions) == 1 and (len(limits) == 2 or only_right):
        functions.append(sp.S.Zero)
    if only_right and sp.S.Zero in functions and not limits:
        limits = [sp.S.Zero]
    if len(functions) != 2 or not any(f.has(X) for f in functions):
        return None
    f, g = functions
    meeting = list[sp.Expr]()
    if len(limits) != 2:
        known = zeros(f - g, X)
        if known is None:
            return None
        meeting = [z for z in known if not only_right or z >= 0]
        meeting = [z for z in meeting if all(w.subs(X, z).is_real for w in (f, g))]
        limits = sorted(dict.fromkeys([*limits, *meeting]), key=lambda v: v.evalf(20))
    if len(limits) != 2:
        return None
    a, b = limits
    if axis == "y" and a < 0:
        return None
    upper = upper_of(f, g, a, b)
    if upper is None or (axis == "x" and outer_of(f, g, a, b) is None):
        return None
    outer = outer_of(f, g, a, b) if axis == "x" else upper
    if outer is None:
        return None
    inner = g if outer == f else f
    h = sp.expand(outer**2 - inner**2) if axis == "x" else sp.expand(X * (outer - inner))
    return _worked(
        "volume", outer, inner, h, (a, b), sp.pi if axis == "x" else 2 * sp.pi, axis, meeting, "x", language
    )


def _single(
    kind: str, functions: list[sp.Expr], limits: list[sp.Expr], variable: str, language: Language
) -> Reading:
    if len(functions) != 1 or len(limits) != 2 or not functions[0].has(X):
        return None
    (f,), (a, b) = functions, limits
    if signs_of(f, a, b) is None or not all(sp.simplify(f.subs(X, e)).is_real for e in (a, b)):
        return None
    if kind == "average":
        return _worked(kind, f, sp.S.Zero, f, (a, b), 1 / (b - a), "x", [], variable, language)
    h = _root(sp.cancel(sp.together(1 + sp.simplify(f.diff(X)) ** 2)), (a + b) / 2, positive=bool(a >= 0))
    return _worked(kind, f, sp.S.Zero, h, (a, b), sp.S.One, "x", [], variable, language)


def _root(inside: sp.Expr, point: sp.Expr, *, positive: bool) -> sp.Expr:
    """The square root, without a root sign where it is a perfect square; its sign is right near `point`."""
    top, bottom = sp.fraction(inside)
    parts = (
        [sp.sqf_list(p, X) for p in (top, bottom)] if top.is_polynomial(X) and bottom.is_polynomial(X) else []
    )
    if parts and all(power % 2 == 0 for _, factors in parts for _, power in factors):
        roots = [
            sp.sqrt(c) * sp.prod(base ** (power // 2) for base, power in factors) for c, factors in parts
        ]
        root = sp.expand(roots[0] / roots[1])
        return root if root.subs(X, point) > 0 else -root
    t = sp.Symbol("x", positive=True) if positive else X
    return sp.simplify(sp.sqrt(sp.factor(inside.subs(X, t)))).subs(t, X)


def _worked(
    kind: str, f: sp.Expr, g: sp.Expr, h: sp.Expr, limits: tuple[sp.Expr, sp.Expr], factor: sp.Expr,
    axis: str, meeting: list[sp.Expr], variable: str, language: Language,
) -> Reading:  # fmt: skip
    a, b = limits
    t = sp.Symbol("t", positive=True) if a >= 0 else sp.Symbol("t", real=True)
    primitive = sp.integrate(h.subs(X, t), t)
    if primitive.has(sp.Integral, sp.Piecewise, sp.I):
        return None
    value = sp.simplify(sp.limit(primitive, t, b, "-") - sp.limit(primitive, t, a, "+"))
    if value.has(sp.asinh, sp.acosh, sp.atanh):
        primitive, value = primitive.rewrite(sp.log), sp.simplify(value.rewrite(sp.log))
    if not value.is_real or not value.is_finite or value.has(sp.hyper, sp.Ei, sp.erf):
        return None
    numeric = sp.Integral(h, (X, a, b)).evalf(15)
    if not numeric.is_real or abs(numeric - value.evalf(15)) > 1e-8 * (1 + abs(numeric)):
        return None
    primitive = primitive.subs(t, X)
    return Measure(kind, f, g, h, a, b, factor, axis, tuple(meeting), variable, primitive, value, language)


@dataclass(frozen=True, slots=True)
class Measure:
    """`factor` times the integral of `integrand` from `a` to `b`; `f` is the outer or upper curve, `g` the other."""

    kind: str
    f: sp.Expr
    g: sp.Expr
    integrand: sp.Expr
    a: sp.Expr
    b: sp.Expr
    factor: sp.Expr
    axis: str
    meeting: tuple[sp.Expr, ...]
    variable: str
    primitive: sp.Expr
    value: sp.Expr
    language: Language

    def _named(self, value: sp.Expr) -> sp.Expr:
        return value.subs(X, sp.Symbol(self.variable, real=True))

    def result(self) -> sp.Expr:
        """The exact answer."""
        return (
            sp.expand(sp.simplify(self.factor * self.value))
            if self.kind == "volume"
            else sp.simplify(self.factor * self.value)
        )

    def solution(self) -> Solution:
        """The formula with the numbers, the integral, the result."""
        say, steps = self.language, list[str]()
        h = latex(self._named(self.integrand))
        plain, h = h, rf"\left({h}\right)" if self.integrand.is_Add else h
        top, bottom = (
            latex(sp.simplify(sp.limit(self.primitive, X, e, side)))
            for e, side in ((self.b, "-"), (self.a, "+"))
        )
        shown = {
            "a": latex(self.a), "b": latex(self.b), "h": h, "x": self.variable, "f": latex(self._named(self.f)), "g": latex(self.g),
            "factor": latex(self.factor), "value": latex(self.value), "primitive": latex(self._named(self.primitive)),
        }  # fmt: skip
        if self.kind == "volume":
            if self.meeting:
                points = r",\ ".join(f"x={latex(p)}" for p in self.meeting)
                steps.append(WORDS["meet"].say(say, points=points, **shown))
            steps.append(WORDS["between"].say(say, **shown))
            height = latex(sp.expand(self.f - self.g))
            key = "shell" if self.axis == "y" else "disc" if self.g == 0 else "washer"
            steps.append(WORDS[key].say(say, height=height, **shown))
        elif self.kind == "length":
            steps.append(
                WORDS["slope"].say(say, slope=latex(self._named(sp.simplify(self.f.diff(X)))), **shown)
            )
            steps.append(WORDS["length"].say(say, **shown))
        else:
            steps.append(WORDS["average"].say(say, **shown))
        steps.append(WORDS["integral"].say(say, plain=plain, top=top, bottom=bottom, **shown))
        if self.factor != 1:
            shown["value"] = (
                rf"\left({shown['value']}\right)"
                if self.value.is_Add or shown["value"].startswith("-")
                else shown["value"]
            )
            steps.append(WORDS["times"].say(say, result=latex(self.result()), **shown))
        return Solution(tuple(steps), self._cell(), self._plot())

    def _cell(self) -> str:
        x, say = python_name(self.variable), self.language
        f, g = (exact_source(self._named(v)) for v in (self.f, self.g))
        bounds = f"({x}, {exact_source(self.a)}, {exact_source(self.b)})"
        lines = [f"f = {f}"]
        if self.kind == "volume":
            lines += [f"g = {g}"] if self.g != 0 else []
            lines.append(comment(WORDS["code_shell" if self.axis == "y" else "code_volume"].say(say)))
            inner = "" if self.g == 0 else " - g" if self.axis == "y" else " - g**2"
            height = (
                f"(f{inner})"
                if self.axis == "y" and inner
                else "f"
                if self.axis == "y"
                else f"(f**2{inner})"
                if inner
                else "f**2"
            )
            lines.append(f"slices = {'2*pi*x*' if self.axis == 'y' else 'pi*'}{height}")
            lines.append(f"simplify(integrate(expand(slices), {bounds}))")
        elif self.kind == "length":
            lines += [
                comment(WORDS["code_length"].say(say)),
                f"element = {exact_source(self._named(self.integrand))}  # sqrt(1 + diff(f, {x})**2)",
                f"simplify(integrate(element, {bounds}))",
            ]
        else:
            lines += [
                comment(WORDS["code_average"].say(say)),
                f"simplify(integrate(f, {bounds})/({exact_source(self.b)} - ({exact_source(self.a)})))",
            ]
        return cell(
            *lines, variables=(self.variable,), assumptions="positive=True" if self.a >= 0 else "real=True"
        )

    def _plot(self) -> str | None:
        if self.kind == "volume" and self.g != 0:
            return None
        shade = None if self.kind == "length" else (self.a, self.b)
        room = (self.b - self.a) / 4 if self.f.is_polynomial(X) else sp.S.Zero
        return plots.curve(
            exact_source(self._named(self.f)),
            self.variable,
            (self.a - room, self.b + room),
            shade=shade,
            language=self.language,
        )

    def conclude(self, value: Any) -> Conclusion | None:
        """The number; None where the cell found another."""
        if (
            not isinstance(value, sp.Expr)
            or not value.is_real
            or abs((value - self.result()).evalf(30)) > 1e-15
        ):
            return None
        answer = exact_latex(self.result())
        return Conclusion(SENTENCES[self.kind].say(self.language, answer=answer), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """Numerical integration, of what was measured and not of its simplified form."""
        values = values_in(answer)
        if values is None or len(values) != 1 or not isinstance(values[0], sp.Expr) or not values[0].is_real:
            return None
        f, g = (exact_source(v) for v in (self.f, self.g))
        piece = {
            "volume": "2*pi*x*(f - g)" if self.axis == "y" else "pi*(f**2 - g**2)",
            "length": "sqrt(1 + diff(f, x)**2)",
            "average": f"f/({exact_source(self.b)} - ({exact_source(self.a)}))",
        }[self.kind]
        lines = [
            "import mpmath",
            f"f, g = {f}, S({g})",
            f"piece = lambdify(x, {piece}, 'mpmath')",
            "mpmath.mp.dps = 25",
            f"ends = [mpmath.mpf(str(N(end, 30))) for end in ({exact_source(self.a)}, {exact_source(self.b)})]",
            "total = mpmath.quad(piece, mpmath.linspace(*ends, 9))",
            f"bool(abs(total - mpmath.mpf(str(N({exact_source(values[0])}, 25)))) < 1e-9*(1 + abs(total)))",
        ]
        claim = SENTENCES[self.kind].say(self.language, answer=answer)
        return CheckPlan(
            claim, WORDS["method"].say(self.language), cell(*lines, variables="x", assumptions="real=True")
        )
