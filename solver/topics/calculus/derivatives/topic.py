"""Derivatives: of any order, at a point, and the tangent or normal line there.

Read: `\\frac{d}{dx} …`, "the derivative of …", f'(x), y', dy/dx of a function that is given, tangent lines at a point of
the curve; partial derivatives by one letter. Not: mixed partial or implicit derivatives, tangents from a point outside
the curve.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver import plots
from solver.formula import FormulaError, Node, letter, python_name, symbol_latex, to_python, to_sympy
from solver.formula.nodes import (
    Apply,
    Blank,
    Derivative,
    Group,
    Integral,
    Limit,
    Number,
    Relation,
    Series,
    Symbol,
    symbols,
    walk,
)
from solver.latex import latex, values_in
from solver.ports import CheckPlan, Language
from solver.reader import account, notation_of
from solver.reader.account import Account
from solver.topics.base import Conclusion, Reading, Solution, Task, Text, Unread
from solver.topics.calculus.derivatives import definition
from solver.topics.calculus.derivatives.orders import ORDERS, told_order
from solver.topics.calculus.derivatives.rules import Rules, shorter, tidy
from solver.topics.calculus.derivatives.words import HIGHER, KINDS, SENTENCES, VOCABULARY, WORDS
from solver.topics.cells import cell, comment, exact_source
from solver.topics.methods import Another
from solver.topics.two_questions import SeveralQuestions

_SLOPE: Final = re.compile(r"(?i)\b(?:slope|gradient)\b|斜率")
_PARTIAL: Final = re.compile(
    r"\\[dt]?frac\s*\{\s*\\partial\s*(\^\s*\{?\d\}?)?\s*([a-z]?)\s*\}\s*\{\s*\\partial\s*([a-z])\s*(\^\s*\{?\d\}?)?\s*\}"
)
_SEVERAL: Final = re.compile(r"(?<![A-Za-z\\])[A-Za-z]\s*\(\s*[a-z](?:\s*,\s*[a-z])+\s*\)\s*=")
"""`f(x, y) =` names the expression behind it."""
_INITIALS: Final = re.compile(r"(?i)(?<![A-Za-z])w\.\s?r\.\s?t\.?(?![A-Za-z])")
_LEIBNIZ: Final = re.compile(r"(?<![A-Za-z\\])d\s*/\s*d([a-z])\s*(?=[(\[a-z\\])")
_DY_DX: Final = re.compile(r"(?<![A-Za-z\\])dy\s*/\s*d[a-z](?![A-Za-z])")


_Y_PRIME_AT: Final = re.compile(r"(?<![A-Za-z\\])y('{1,3})\s*\(\s*([^()a-df-zA-Z]{1,12})\s*\)")
_AND_A_VALUE: Final = re.compile(
    r"(?:'|导数|导函数|d\s*/\s*dx)(?:\s*\(x\))?\$?\s*(?:[,;。]?\s*(?:并|再|以及|及|和|然后)|[,;.]?\s*\band\b)[^。.]*?(?<![A-Za-z])[a-z]\s*=\s*[^,。]*?(?:处|时|$|[.?。])"
)
"""求 y', 并求 x=2 时的导数值: two questions."""


def read(text: Text) -> Reading:
    """One function and its derivative, slope or tangent."""
    source = _PARTIAL.sub(r"\\frac{d\1 \2}{d\3\4}", _SEVERAL.sub("u=", _INITIALS.sub("wrt", text.source)))
    source = _Y_PRIME_AT.sub(r"y\1 at x = \2 ", source)
    source = _DY_DX.sub("y'", _LEIBNIZ.sub(r"\\frac{d}{d\1} ", source))
    found = account(source, VOCABULARY, notation_of(source))
    if letters := _letters(found):
        found = account(source, VOCABULARY, notation_of(source, letters=letters))
    nodes = [
        n.sides[0] if isinstance(n, Relation) and isinstance(n.sides[-1], Blank) and len(n.sides) == 2 else n
        for n in found.nodes
    ]
    marked: list[Node] = [
        n for n in nodes if isinstance(n, Derivative) or (isinstance(n, Apply) and n.name.endswith("'"))
    ]
    named = [n for n in (*ORDERS, "tangent", "normal") if found.has(n)]
    if not marked and not named:
        return None
    if found.unread:
        return Unread(found.unread)
    if "tangent" in named and _THROUGH.search(source) and not re.search(r"[处上]", source):
        return None  # the point need not be the point of contact: `touching_lines`
    if any(re.search(r"(?<![A-Za-z])[aA]\s*$", source[: f.start]) for f in found.formulas):
        return None  # "a x^2": an article or a letter? `scan` takes it for an article
    if re.search(r"[)\]}]\s*'", source.replace("f'", "")) or len(marked) > 1:
        return None
    try:
        also = bool(marked and _AND_A_VALUE.search(source))
        return _task(found, nodes, marked, named, text.source, text.language, also=also)
    except FormulaError:
        return None


_THROUGH: Final = re.compile(r"过\s*\$?(?:坐标)?(?:点|原点|\()")


def _letters(found: Account) -> frozenset[str]:
    """Which of e and i are variables though no word says so.

    In a polynomial `i` may be one wherever it stands, as the rules for it are those of any constant. In nothing but
    powers of i, or of e (`3e^4-e^2`), it is what the polynomial is differentiated by.
    """
    bodies = [n for n in found.nodes if not isinstance(n, Symbol | Relation)] + [
        r.sides[1] for r in found.relations
    ]
    names = frozenset[str]().union(*map(symbols, bodies))
    constants = names & {"e", "i"}
    if len(bodies) != 1 or not constants:
        return frozenset()
    try:
        f = to_sympy(bodies[0], {n: sp.Symbol(n) for n in constants})
    except FormulaError:
        return frozenset()
    if not (isinstance(f, sp.Expr) and f.is_polynomial()):
        return frozenset()
    if len(names) > 1:
        return constants & {"i"}
    powers = [k for (k,), _ in sp.Poly(f, *map(sp.Symbol, names)).terms() if k > 0]
    return constants if max(powers, default=0) > 1 and ("i" in names or len(powers) > 1) else frozenset()


def _task(
    found: Account, nodes: list[Node], marked: list[Node], named: list[str], source: str, language: Language,
    *, also: bool = False,
) -> Reading:  # fmt: skip
    body: Node | None = None
    name = point = None
    told = told_order(named, source)
    if told is None:
        return None
    order = told
    place: Symbol | None = None
    own: Node | None = None
    for concept, node in _with_roles(found, nodes):
        match node:
            case Derivative(inner, variable, times) if (
                not isinstance(inner, Symbol) or inner.name == variable.name
            ):
                if body is not None:
                    return None
                body, name, order = inner, variable.name, times
            case Derivative(Symbol(), variable, times):
                name, order = variable.name, times
            case Apply(mark, argument) if mark.endswith("'"):
                order = mark.count("'")
                if not isinstance(argument, Symbol) or argument.name == "e":
                    point = to_sympy(argument)
                else:
                    place = argument
            case Relation(("=",), (Symbol("x" | "t"), value)) if not symbols(value) - {"e"}:
                point = to_sympy(value)
            case Symbol(by) if concept == "wrt":
                if name is not None:
                    return None
                name = by
            case Group("()", (first, second)) if concept == "at" and point is None:
                point = sp.Tuple(to_sympy(first), to_sympy(second))
            case Relation(("=",), (Symbol() | Apply(_, Symbol()) as left, right)) if body is None:
                body, own = right, left.argument if isinstance(left, Apply) else None
            case Relation((">",), (Symbol("x"), Number())) if body is not None and not {
                "tangent",
                "normal",
            } & set(named):
                continue  # where the function is
            case Relation() | Group() | Blank():
                return None
            case _ if body is None:
                body = node
            case _:
                return None
    of = {own.name} if isinstance(own, Symbol) else symbols(body) if body is not None else frozenset()
    if place is not None and of and place.name not in of:
        return None  # f'(a) of a function of x
    if marked and order < told:
        return None  # dy/dx and the second derivative
    if not {"tangent", "normal"}.isdisjoint(named) and _SLOPE.search(source):
        return None  # the slope of the line is asked for, not its equation
    if not also or point is None:
        return _checked(body, name, point, order, named, language)
    both = [_checked(body, name, at, order, named, language) for at in (None, point)]
    tasks = tuple(task for task in both if isinstance(task, Differentiable))
    return SeveralQuestions(tasks, language) if len(tasks) == 2 else None


def _with_roles(found: Account, nodes: list[Node]) -> list[tuple[str, Node]]:
    """Each formula with the concept that stands right before it."""
    pairs, before = [], ""
    for concept in found.concepts:
        if concept.startswith("#"):
            pairs.append((before, nodes[int(concept[1:])]))
        before = concept
    return pairs


def _checked(
    body: Node | None, name: str | None, point: Any, order: int, named: list[str], language: Language
) -> Reading:
    if body is None or any(
        isinstance(n, Apply | Derivative | Integral | Limit | Series | Group | Relation) for n in walk(body)
    ):
        return None
    names = sorted(symbols(body) - {"e"})
    name = name or (names[0] if len(names) == 1 else "x" if "x" in names or not names else None)
    if name is None or name in ("e", "i") or "i" in names:
        return None
    f, x = to_sympy(body), letter(name)
    if name == "d" and not (
        named and f.is_polynomial(x)
    ):  # a letter, or the d of a notation that was not read?
        return None
    line = next((n for n in named if n in ("tangent", "normal")), None)
    if isinstance(point, sp.Tuple):
        a, b = point
        if line is None or sp.simplify(f.subs(x, a) - b) != 0:
            return None
        point = a
    if line and (point is None or order != 1 or set(names) - {name}):
        return None
    if point is not None:
        value = f.diff((x, order)).subs(x, point)
        if not value.is_finite or (line and value.is_zero and line == "normal"):
            return None
    return Differentiable(
        body, name, order, point, line or ("derivative" if point is None else "value"), language
    )


@dataclass(frozen=True, slots=True)
class Differentiable:
    """The derivative of `order` of `body`, or its value or tangent (`wanted`) at `point`."""

    body: Node
    variable: str
    order: int
    point: sp.Expr | None
    wanted: str
    language: Language

    def _f(self) -> tuple[sp.Expr, sp.Symbol]:
        return to_sympy(self.body), letter(self.variable)

    def methods(self) -> tuple[str, ...]:
        """The rules; for a first derivative of a simple function also the definition."""
        f, x = self._f()
        simple = (
            self.order == 1
            and self.wanted in ("derivative", "value")
            and definition.shortened(f, x) is not None
        )
        return ("rules", "definition") if simple else ("rules",)

    def by(self, method: str) -> Task:
        """The same by one of `methods`."""
        return self if method == "rules" else Another(self, method, self._by_definition)

    def _by_definition(self) -> Solution:
        (f, x), say = self._f(), self.language
        steps = definition.steps(f, x, say)
        if self.point is not None:
            value = sp.simplify(f.diff(x).subs(x, self.point))
            steps.append(WORDS["put"].say(say, x=latex(x), a=latex(self.point), value=latex(value)))
        finding, step = definition.lines(f, sp.Symbol(python_name(self.variable)), say)
        end = (
            "slope"
            if self.point is None
            else f"simplify(slope.subs({python_name(self.variable)}, {exact_source(self.point)}))"
        )
        names = symbols(self.body) - {"e"} | {self.variable, step}
        return Solution(
            tuple(steps), cell(f"f = {to_python(self.body)}", *finding, end, variables=names), self._plot()
        )

    def solution(self) -> Solution:
        """The rules in words, the point put in, then the cell."""
        (f, x), say = self._f(), self.language
        rules = Rules(x, say)
        if symbols(self.body) - {"e", self.variable}:
            rules.steps.append(WORDS["others"].say(say, x=latex(x)))
        rules.tell(f)
        g = tidy(f.diff(x))
        name = next((n for n in "yfu" if n not in symbols(self.body)), "F")
        for k in range(2, self.order + 1):
            rules.steps.append(WORDS["again"].say(say, mark=f"{name}{chr(39) * (k - 1)}", f=latex(g)))
            rules.tell(g)
            g = tidy(g.diff(x))
        steps = [*dict.fromkeys(rules.steps)]
        if (short := self._shorter()) is not None:
            steps.append(WORDS["shorter"].say(say, before=latex(g), after=latex(short)))
        if self.point is not None:
            value = sp.simplify(g.subs(x, self.point))
            steps.append(WORDS["put"].say(say, x=latex(x), a=latex(self.point), value=latex(value)))
            steps += self._line_steps(f, x, value)
        return Solution(tuple(steps), self._cell(simplified=short is not None), self._plot())

    def _shorter(self) -> sp.Expr | None:
        """A much shorter form of the derivative that is asked for."""
        f, x = self._f()
        return shorter(f.diff(x, self.order)) if self.wanted == "derivative" else None

    def _line_steps(self, f: sp.Expr, x: sp.Symbol, m: sp.Expr) -> list[str]:
        if self.wanted not in ("tangent", "normal"):
            return []
        a, y = self.point, sp.simplify(f.subs(x, self.point))
        values = {"a": a, "y": y, "m": m, "n": -1 / m if m != 0 else m}
        shown = {k: latex(v) for k, v in values.items()}
        shown |= {f"{k}_": rf"\left({v}\right)" if v.startswith("-") else v for k, v in shown.items()}
        return [WORDS[self.wanted].say(self.language, x=latex(x), **shown)]

    def _cell(self, *, simplified: bool) -> str:
        x, say = python_name(self.variable), self.language
        times = f", {self.order}" if self.order > 1 else ""
        lines = [
            f"f = {to_python(self.body)}",
            comment(WORDS["code"].say(say)),
            f"slope = diff(f, {x}{times})",
        ]
        at = exact_source(self.point)
        minus = f" - {at}" if at.isalnum() else f" - ({at})"
        match self.wanted:
            case "derivative":
                lines.append("simplify(slope)" if simplified else "slope")
            case "value":
                lines.append(f"simplify(slope.subs({x}, {at}))")
            case "tangent":
                lines += [comment(WORDS["code_slope"].say(say)), f"gradient = slope.subs({x}, {at})"]
                lines.append(f"expand(gradient*({x}{minus}) + f.subs({x}, {at}))")
            case _:
                lines += [comment(WORDS["code_slope"].say(say)), f"gradient = slope.subs({x}, {at})"]
                lines.append(f"expand(-1/gradient*({x}{minus}) + f.subs({x}, {at}))")
        return cell(*lines, variables=symbols(self.body) - {"e"} | {self.variable})

    def _plot(self) -> str | None:
        if self.wanted not in ("tangent", "value") or symbols(self.body) - {"e", self.variable}:
            return None
        (f, x), a = self._f(), self.point
        y = f.subs(x, a)
        if a is None or not (a.is_real and y.is_real):
            return None
        name = "切点" if self.language == "zh" else "point"
        return plots.curve(
            to_python(self.body), self.variable, (a - 3, a + 3), points=[(a, y, name)], language=self.language
        )

    def conclude(self, value: Any) -> Conclusion | None:
        """The derivative, its value, or the line as an equation."""
        if not isinstance(value, sp.Expr) or value.has(sp.Derivative, sp.nan, sp.zoo, sp.oo):
            return None
        f, _ = self._f()
        if f.is_polynomial() and sp.expand(f) == f:
            value = sp.expand(value)  # sympy takes out common factors, which nobody asked for
        answer = latex(tidy(value) if self.wanted == "derivative" else value)
        answer = f"y={answer}" if self.wanted in ("tangent", "normal") else answer
        return self._said(answer)

    def _said(self, answer: str) -> Conclusion:
        x, a = symbol_latex(self.variable), latex(self.point)
        kind = KINDS.get(self.order, HIGHER).say(self.language, n=self.order)
        return Conclusion(
            SENTENCES[self.wanted].say(self.language, answer=answer, x=x, a=a, kind=kind), answer
        )

    def check(self, answer: str) -> CheckPlan | None:
        """Difference quotients in 60 digits; for a line also its slope and that it meets the curve."""
        values = values_in(answer, symbols(self.body) | {self.variable})
        if values is None or len(values) != 1 or not isinstance(values[0], sp.Expr):
            return None
        known = {python_name(n) for n in symbols(self.body) - {"e"} | {self.variable}}
        if {python_name(s.name) for s in values[0].free_symbols} - known:
            return None
        x = python_name(self.variable)
        fixed = "".join(f", {n}: Rational({3 + 2 * k}, 2)" for k, n in enumerate(sorted(known - {x})))
        points = (
            exact_source(self.point) + ","
            if self.point is not None
            else "Rational(3, 7), Rational(-5, 7), Rational(9, 4), Rational(-9, 4)"
        )
        digits = max(60, 40 + 20 * self.order)  # the quotient divides by h to that power
        line = self.wanted in ("tangent", "normal")
        target = f"diff(given, {x})" if line else "given"
        target = f"-1/({target})" if self.wanted == "normal" else target
        lines = [
            f"f, given = {to_python(self.body)}, S({exact_source(values[0])})",
            "",
            "def value(expression, at):",
            f"    return S(expression).evalf({digits}, subs={{{x}: N(at, {digits + 20}){fixed}}})",
            "",
            "def quotient(at, h=Rational(1, 10**12)):",
            f"    order = {self.order}",
            "    return sum((-1)**k*binomial(order, k)*value(f, at + (Rational(order, 2) - k)*h) for k in range(order + 1))/h**order",
            "",
            f"points = [point for point in ({points}) if value(f, point).is_real and quotient(point).is_real]",
            f"gaps = [abs(quotient(point) - value({target}, point)) / (1 + abs(quotient(point))) for point in points]",
        ]
        meets = " and abs(value(f - given, points[0])) < 1e-20" if line else ""
        lines.append(f"all(gap < 1e-9 for gap in gaps){meets} if gaps else None")
        return CheckPlan(
            self._said(answer).sentence, WORDS["method"].say(self.language), cell(*lines, variables=known)
        )
