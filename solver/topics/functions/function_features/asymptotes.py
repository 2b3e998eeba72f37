"""Vertical, horizontal and oblique asymptotes and holes of the graph of a quotient of polynomials.

Read: which they are, how many of one kind. Not: other functions, letters.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, parse_list, python_name, to_latex, to_sympy
from solver.formula.nodes import Binary, Call, Negative, Node, Relation, Symbol, symbols, walk
from solver.latex import exact_latex, values_in
from solver.ports import CheckPlan, Language
from solver.reader import Account
from solver.topics.base import Conclusion, Reading, Solution, Text, Unread, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.functions.function_features.conditions import zeros
from solver.topics.functions.function_features.function import Function, function_of, told
from solver.topics.two_questions import SeveralQuestions

VOCABULARY: Final = {
    "every": "asymptotes|asymptotes of|all asymptotes|all asymptotes of|all the asymptotes|vertical and horizontal asymptotes|vertical and horizontal asymptotes of|horizontal and vertical asymptotes|horizontal and vertical asymptotes of|渐近线|的渐近线|渐近线方程|的渐近线方程|所有渐近线|的所有渐近线|全部渐近线",
    "vertical": "vertical asymptotes?|vertical asymptotes? of|竖直渐近线|铅直渐近线|垂直渐近线|竖直渐近线的方程|垂直渐近线的方程|铅直渐近线的方程|的垂直渐近线|的铅直渐近线|的竖直渐近线",
    "horizontal": "horizontal asymptotes?|horizontal asymptotes? of|水平渐近线|的水平渐近线|水平渐近线的方程|水平渐近线方程|的水平渐近线方程",
    "oblique": "oblique asymptotes?|slant asymptotes?|oblique asymptotes? of|斜渐近线|的斜渐近线|斜渐近线的方程|斜渐近线方程",
    "hole": "holes?|hole|removable discontinuity|removable discontinuities|可去间断点",
    "count": "how many|number of|count the|how many different|几条|多少条|有几条|有多少条|的条数|条数",
    "place": "at what value of|at what|at which|which value of|all values of|will there be|there be|there is|line|the line",
    "slope_form": "in the form|in slope intercept form|your equation|form",
}  # fmt: skip
KINDS: Final = ("vertical", "horizontal", "oblique", "hole")
WORDS: Final = {
    "factor": Words("Factor numerator and denominator: \\[{f}={factored}\\]", "分子分母分解因式：\\[{f}={factored}\\]"),
    "cancel": Words("Common factors cancel: \\[{reduced}\\]", "约去公因式：\\[{reduced}\\]"),
    "vertical": Words("A vertical asymptote stands where the denominator that is left is 0: {places}.", "约分后分母为 0 处有竖直渐近线：{places}。"),
    "hole": Words("A hole is where a factor of the denominator cancels completely: {places}.", "分母的因式被完全约去的点是可去间断点：{places}。"),
    "low": Words("The numerator has the lower degree (\\({n}<{m}\\)), so the values approach 0 far out: \\[y=0\\]", "分子的次数低于分母（\\({n}<{m}\\)），所以 \\({x}\\to\\infty\\) 时函数值趋于 0：\\[y=0\\]"),
    "same": Words("Numerator and denominator have the same degree \\({n}\\): far out the values approach the quotient of the leading coefficients, \\[y={value}\\]", "分子分母次数同为 \\({n}\\)，\\({x}\\to\\infty\\) 时函数值趋于最高次项系数之比：\\[y={value}\\]"),
    "high": Words("The numerator has the higher degree (\\({n}>{m}\\)), so there is no horizontal asymptote.", "分子的次数高于分母（\\({n}>{m}\\)），所以没有水平渐近线。"),
    "divide": Words("Divide the numerator by the denominator: \\[{f}={quotient}+\\frac{{{rest}}}{{{bottom}}}\\] The last fraction goes to 0 far out, so the asymptote is \\[y={quotient}\\]",
                    "用分子除以分母：\\[{f}={quotient}+\\frac{{{rest}}}{{{bottom}}}\\] 最后一个分式趋于 0，所以渐近线为 \\[y={quotient}\\]"),
    "count": Words("The number is \\({value}\\).", "共有 \\({value}\\) 条（个）。"),
    "none": Words("there is none", "没有"),
    "note": Words("the quotient in lowest terms", "约分后的分式"),
    "answer": Words("So the answer is \\({answer}\\).", "所以答案是 \\({answer}\\)。"),
    "method": Words("computed the limits of the function there and far out", "用这些点和无穷远处的极限检验"),
}  # fmt: skip


def read(text: Text) -> Reading:
    """A question for the asymptotes or holes of a rational function."""
    found = told(text, VOCABULARY)
    kinds = [k for k in KINDS if k in found.concepts]
    if not kinds and found.has("every"):
        return _every(found, text)
    if len(kinds) != 1 or found.has("every"):
        return None
    try:
        known = function_of(found, text)
        if known is None:
            return None
        letter = _letter(known[1]) if kinds == ["horizontal"] else ""
        if not letter and any(not _is_form(n) for n in known[1]):
            return None
        function = known[0]
        counted = found.has("count")
        if not _is_rational(function):
            return None
        if found.unread:
            return Unread(found.unread)
        task = Asymptotes(function, kinds[0], counted=counted, letter=letter, language=text.language)
        return task if task.is_readable() else None
    except FormulaError:
        return None


def _every(found: Account, text: Text) -> Reading:
    """All asymptotes: the vertical ones, then a horizontal or an oblique one."""
    known = function_of(found, text)
    if known is None or known[1] or not _is_rational(known[0]) or found.has("count") or found.has("place"):
        return None
    if found.unread:
        return Unread(found.unread)
    tasks = [Asymptotes(known[0], kind, counted=False, language=text.language) for kind in KINDS[:3]]
    kept = [task for task in tasks if task.is_readable()]
    if not kept or any(task._found() is None for task in tasks):
        return None
    return kept[0] if len(kept) == 1 else SeveralQuestions(tuple(kept), text.language)


def _is_form(node: Node) -> bool:
    """`y = mx + b`, the form of the answer."""
    return (
        isinstance(node, Relation) and symbols(node) <= {"y", "m", "x", "b"} and {"m", "b"} <= symbols(node)
    )


def _letter(nodes: list[Node]) -> str:
    """c of "has the horizontal asymptote y = c; what is c?"."""
    match nodes:
        case [Relation(("=",), (Symbol("y"), Symbol(name))), Symbol(asked)] if asked == name != "x":
            return name
    return ""


def _is_rational(function: Function) -> bool:
    x = function.variable
    for node in walk(function.body):
        if isinstance(node, Call) or isinstance(node, Binary) and node.op == "^" and x in symbols(node.right):
            return False
    return any(isinstance(n, Binary) and n.op == "/" and x in symbols(n.right) for n in walk(function.body))


@dataclass(frozen=True, slots=True)
class Asymptotes:
    """The asymptotes (or holes) of one `kind`, or how many there are."""

    function: Function
    kind: str
    counted: bool
    language: Language
    letter: str = ""

    def _x(self) -> sp.Symbol:
        return sp.Symbol(self.function.variable, real=True)

    def _written(self) -> tuple[sp.Expr, sp.Expr]:
        """Numerator and denominator as they stand, nothing cancelled."""
        return _quotient(self.function.body, self._x())

    def _reduced(self) -> tuple[sp.Expr, sp.Expr]:
        top, bottom = self._written()
        common = sp.gcd(sp.expand(top), sp.expand(bottom))
        return tuple(sp.factor(sp.quo(sp.expand(p), common, self._x())) for p in (top, bottom))  # type: ignore[return-value]

    def is_readable(self) -> bool:
        """Whether the places are exact, and the asymptote that is asked for exists where it is not counted."""
        if self._written()[1] == 0:
            return False
        found = self._found()
        return found is not None and (self.counted or bool(found))

    def _found(self) -> list[sp.Expr] | None:
        """Abscissae (vertical, holes) or right sides of y = … (horizontal, oblique)."""
        x, (top, bottom) = self._x(), self._reduced()
        if self.kind in ("vertical", "hole"):
            left = zeros(sp.expand(bottom), x)
            if self.kind == "vertical" or left is None:
                return left
            all_points = zeros(sp.expand(self._written()[1]), x)
            return None if all_points is None else [p for p in all_points if p not in left]
        n, m = sp.degree(sp.expand(top), x), sp.degree(sp.expand(bottom), x)
        if top == 0:
            return None
        if self.kind == "horizontal":
            return (
                []
                if n > m
                else [sp.S.Zero if n < m else sp.LC(sp.expand(top), x) / sp.LC(sp.expand(bottom), x)]
            )
        return [sp.quo(sp.expand(top), sp.expand(bottom), x)] if n == m + 1 and m > 0 else []

    def _line(self, value: sp.Expr) -> str:
        return f"{self._axis()}={exact_latex(value)}"

    def _axis(self) -> str:
        return self.letter or ("y" if self.kind in ("horizontal", "oblique") else self.function.variable)

    def solution(self) -> Solution:
        """Lowest terms, then where the denominator vanishes, or the degrees."""
        say, x, (top, bottom), found = self.language, self._x(), self._reduced(), self._found() or []
        steps, shown = list[str](), to_latex(self.function.body)
        places = ",\\ ".join(f"\\({self._line(p)}\\)" for p in found) or WORDS["none"].say(say)
        if self.kind in ("vertical", "hole"):
            written = tuple(map(sp.factor, self._written()))
            steps.append(WORDS["factor"].say(say, f=shown, factored=_fraction(*written)))
            if written[1] != bottom:
                steps.append(WORDS["cancel"].say(say, reduced=_fraction(top, bottom)))
            steps.append(WORDS[self.kind].say(say, places=places))
        else:
            n, m = sp.degree(sp.expand(top), x), sp.degree(sp.expand(bottom), x)
            if self.kind == "horizontal":
                key = "low" if n < m else "same" if n == m else "high"
                value = exact_latex(found[0]) if found else ""
                steps.append(WORDS[key].say(say, n=n, m=m, x=self.function.variable, value=value))
            elif found:
                rest = sp.rem(sp.expand(top), sp.expand(bottom), x)
                steps.append(
                    WORDS["divide"].say(
                        say,
                        f=shown,
                        quotient=exact_latex(found[0]),
                        rest=exact_latex(rest),
                        bottom=exact_latex(sp.expand(bottom)),
                    )
                )
        if self.counted:
            steps.append(WORDS["count"].say(say, value=len(found)))
        return Solution(tuple(steps), self._cell())

    def _cell(self) -> str:
        x, (top, bottom) = python_name(self.function.variable), self._written()
        lines = [
            f"top, bottom = {exact_source(top)}, {exact_source(bottom)}",
            comment(WORDS["note"].say(self.language)),
        ]
        lines.append("p, q = fraction(cancel(expand(top)/expand(bottom)))")
        match self.kind:
            case "vertical":
                lines.append(
                    f"places = sorted(real_roots(Poly(q, {x}), multiple=True)) if q.has({x}) else []"
                )
                lines.append("places = list(dict.fromkeys(places))")
            case "hole":
                lines.append(
                    f"places = [a for a in dict.fromkeys(real_roots(Poly(bottom, {x}))) if q.subs({x}, a) != 0]"
                )
            case "horizontal":
                lines.append(f"value = limit(p/q, {x}, oo)")
                lines.append("places = [value] if value.is_finite else []")
            case "oblique":
                lines.append(f"places = [quo(p, q, {x})] if degree(p, {x}) == degree(q, {x}) + 1 else []")
        lines.append("len(places)" if self.counted else "places")
        return cell(*lines, variables=(self.function.variable,), assumptions="real=True")

    def conclude(self, value: Any) -> Conclusion | None:
        """The lines, or their number."""
        found = self._found() or []
        if self.counted:
            if value != len(found):
                return None
            answer = str(len(found))
        else:
            if not isinstance(value, list) or len(value) != len(found):
                return None
            answer = ",\\ ".join(map(self._line, found))
        return Conclusion(WORDS["answer"].say(self.language, answer=answer), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """Limits at every zero of the denominator, and far out."""
        values = self._claimed(answer)
        if values is None:
            return None
        x, (top, bottom), say = python_name(self.function.variable), self._written(), self.language
        real = {s: sp.Symbol(self.function.variable) for s in (self._x(),)}
        lines = [f"f = ({exact_source(top.subs(real))})/({exact_source(bottom.subs(real))})"]
        if self.kind in ("vertical", "hole"):
            points = zeros(sp.expand(bottom), self._x()) or []
            lines.append(f"points = {exact_source(points)}  # where the denominator is 0")
            infinite = "infinite" if self.kind == "vertical" else "finite"
            lines.append(f"found = [a for a in points if limit(f, {x}, a, '+').is_{infinite}]")
            if self.kind == "vertical":
                lines[-1] = (
                    f"found = [a for a in points if limit(f, {x}, a, '+').is_infinite or limit(f, {x}, a, '-').is_infinite]"
                )
            same = f"len(found) == {len(values)} and all(any(simplify(a - b) == 0 for a in found) for b in {exact_source(values)})"
            lines.append(f"len(found) == {exact_source(values[0])}" if self.counted else same)
        else:
            if self.kind == "horizontal":
                lines += [f"value = limit(f, {x}, oo)", "found = [value] if value.is_finite else []"]
            else:
                lines += [
                    f"slope = limit(f/{x}, {x}, oo)",
                    "found = []",
                    "if slope.is_finite and slope != 0:",
                    f"    found = [slope*{x} + limit(f - slope*{x}, {x}, oo)]",
                ]
            same = f"len(found) == {len(values)} and all(simplify(a - b) == 0 for a, b in zip(found, {exact_source(values)}))"
            lines.append(f"len(found) == {exact_source(values[0])}" if self.counted else same)
        claim = WORDS["answer"].say(say, answer=answer)
        return CheckPlan(claim, WORDS["method"].say(say), cell(*lines, variables=(self.function.variable,)))

    def _claimed(self, answer: str) -> list[sp.Expr] | None:
        values = values_in(answer)
        if values is None or not values or (self.counted and len(values) != 1):
            return None
        allowed = {self.function.variable} if self.kind == "oblique" and not self.counted else set()
        if any(not isinstance(v, sp.Expr) or {s.name for s in v.free_symbols} - allowed for v in values):
            return None
        wrong_axis = not self.counted and any(
            isinstance(n, Relation) and symbols(n.sides[0]) != {self._axis()} for n in parse_list(answer)
        )
        return None if wrong_axis else list(values)


def _quotient(node: Node, x: sp.Symbol) -> tuple[sp.Expr, sp.Expr]:
    """Numerator and denominator by the rules for fractions, so that no factor is lost."""
    match node:
        case Binary("/", left, right):
            (a, b), (c, d) = _quotient(left, x), _quotient(right, x)
            return a * d, b * c
        case Binary("*", left, right):
            (a, b), (c, d) = _quotient(left, x), _quotient(right, x)
            return a * c, b * d
        case Binary("+" | "-" as op, left, right):
            (a, b), (c, d) = _quotient(left, x), _quotient(right, x)
            c = c if op == "+" else -c
            return (a + c, b) if b == d else (a * d + c * b, b * d)
        case Binary("^", base, exponent):
            a, b = _quotient(base, x)
            k = to_sympy(exponent)
            return (a**k, b**k) if k >= 0 else (b**-k, a**-k)
        case Negative(operand):
            a, b = _quotient(operand, x)
            return -a, b
    return to_sympy(node, {x.name: x}), sp.S.One


def _fraction(top: sp.Expr, bottom: sp.Expr) -> str:
    return exact_latex(top) if bottom == 1 else rf"\frac{{{exact_latex(top)}}}{{{exact_latex(bottom)}}}"
