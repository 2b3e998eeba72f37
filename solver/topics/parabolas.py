"""Quadratic functions: vertex, axis of symmetry, largest or smallest value, intercepts.

Read: y = ax² + bx + c (or f(x) = …, or the bare polynomial) with numbers for a, b, c. Not: parabolas given by
points, focus and directrix, other letters as coefficients.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver import plots
from solver.formula import FormulaError, Node, python_name, symbol_latex, to_latex, to_python, to_sympy
from solver.formula.nodes import Apply, Relation, Symbol, symbols
from solver.latex import exact_latex, values_in
from solver.ports import CheckPlan, Language
from solver.reader import account
from solver.topics.base import Conclusion, Reading, Solution, Text, Unread, Words
from solver.topics.cells import cell, comment, exact_source

VOCABULARY: Final = {
    "vertex": "vertex|vertex point|turning point|coordinates of the vertex|vertex coordinates|顶点|顶点坐标|顶点的坐标|顶点是|顶点在哪里",
    "axis": "axis of symmetry|line of symmetry|symmetry axis|对称轴|对称轴方程|对称轴的方程",
    "maximum": "maximum|maximum value|max value|largest value|greatest value|highest value|最大值",
    "minimum": "minimum|minimum value|min value|smallest value|least value|lowest value|最小值",
    "roots": "x-intercepts?|x intercepts?|#x-intercepts?|zeros?|zeroes|零点",
    "parabola": "parabolas?|quadratic|quadratic functions?|functions?|curve|graph|graph of|function's|parabola's|抛物线|二次函数|函数|图像|图象|曲线|解析式",
    "coordinates": "coordinates?|point|坐标|点|方程|哪里",
}

WORDS: Final = {
    "recall": Words(
        "Complete the square, because a square is never negative: in \\({form}\\) the square is smallest, namely 0, at \\({x}={h}\\).",
        "配方：平方不会是负数，在 \\({form}\\) 中，当 \\({x}={h}\\) 时平方项最小，等于 0。",
    ),
    "take_out": Words(
        "Write the terms with \\({x}\\) together and take out the leading coefficient: \\[{before}={taken}\\]",
        "把含 \\({x}\\) 的项放在一起，提出二次项系数：\\[{before}={taken}\\]",
    ),
    "complete": Words(
        "Half of \\({b}\\) is \\({half}\\); add and subtract its square \\({square}\\): \\[{before}={after}\\]",
        "一次项系数 \\({b}\\) 的一半是 \\({half}\\)，加上再减去它的平方 \\({square}\\)：\\[{before}={after}\\]",
    ),
    "vertex": Words(
        "So the vertex is at \\({x}={h}\\), where the value is \\({k}\\). The cell computes it once more from \\({x}=-\\frac{{b}}{{2a}}\\).",
        "所以顶点在 \\({x}={h}\\) 处，函数值是 \\({k}\\)。下面用公式 \\({x}=-\\frac{{b}}{{2a}}\\) 再算一遍。",
    ),
    "compute": Words("the vertex lies at x = -b/(2a)", "顶点的横坐标是 -b/(2a)"),
    "method": Words(
        "the derivative is 0 there, and the value was put in", "该点的导数为 0，并代入求得函数值"
    ),
    "up": Words("opens upwards, so this is the smallest value", "开口向上，这是最小值"),
    "down": Words("opens downwards, so this is the largest value", "开口向下，这是最大值"),
}
SENTENCES: Final = {
    "vertex": Words("The vertex is \\({answer}\\).", "顶点坐标是 \\({answer}\\)。"),
    "axis": Words("The axis of symmetry is the line \\({answer}\\).", "对称轴是直线 \\({answer}\\)。"),
    "maximum": Words("The largest value is \\({answer}\\).", "最大值是 \\({answer}\\)。"),
    "minimum": Words("The smallest value is \\({answer}\\).", "最小值是 \\({answer}\\)。"),
}


def read(text: Text) -> Reading:
    """A question about one quadratic function."""
    found = account(text.source, VOCABULARY)
    wanted = [name for name in SENTENCES if found.has(name)]
    if not wanted:
        return None
    if found.unread:
        return Unread(found.unread)
    if len(wanted) > 1 or len(found.formulas) != 1:
        return None
    parts = function_parts(found.nodes[0])
    if parts is None or len(names := sorted(symbols(parts))) != 1:
        return None
    try:
        polynomial = to_sympy(parts).as_poly(sp.Symbol(names[0]))
    except FormulaError:
        return None
    if polynomial is None or polynomial.degree() != 2:
        return None
    opens_up = polynomial.LC() > 0
    if (wanted[0] == "maximum" and opens_up) or (wanted[0] == "minimum" and not opens_up):
        return None
    return QuadraticFunction(parts, names[0], wanted[0], text.language)


def function_parts(node: Node) -> Node | None:
    """The right side of `y = …` or `f(x) = …`, or the expression itself."""
    match node:
        case Relation(("=",), (Symbol() | Apply(), body)):
            return body
        case Relation():
            return None
        case _:
            return node


@dataclass(frozen=True, slots=True)
class QuadraticFunction:
    """`wanted` of the function `body` of `variable`."""

    body: Node
    variable: str
    wanted: str
    language: Language

    def _poly(self) -> sp.Poly:
        return sp.Poly(to_sympy(self.body), sp.Symbol(self.variable))

    def _vertex(self) -> tuple[sp.Expr, sp.Expr]:
        a, b, _ = self._poly().all_coeffs()
        h = -b / (2 * a)
        return h, self._poly().eval(h)

    def solution(self) -> Solution:
        """Completing the square, then the formula as a cell, then the plot."""
        say, x = self.language, symbol_latex(self.variable)
        a, b, c = self._poly().all_coeffs()
        h, k = self._vertex()
        X, before = sp.Symbol(self.variable), to_latex(self.body)
        square = sp.latex((X - h) ** 2)
        lead = "" if a == 1 else "-" if a == -1 else sp.latex(a)
        tail = "" if k == 0 else sp.latex(k) if k < 0 else f"+{sp.latex(k)}"
        steps = []
        if a != 1:
            inner = sp.latex(X**2 + b / a * X)
            constant = "" if c == 0 else sp.latex(c) if c < 0 else f"+{sp.latex(c)}"
            taken = rf"{lead}\left({inner}\right){constant}"
            steps.append(WORDS["take_out"].say(say, x=x, before=before, taken=taken))
        form = f"{lead}{square}{tail}" if h != 0 else before
        if h != 0:
            complete = {"b": sp.latex(b / a), "half": sp.latex(b / (2 * a)), "square": sp.latex(h**2)}
            steps.append(WORDS["complete"].say(say, before=before, after=form, **complete))
        steps.append(WORDS["recall"].say(say, form=form, x=x, h=sp.latex(h)))
        steps.append(WORDS["vertex"].say(say, x=x, h=sp.latex(h), k=sp.latex(k)))
        return Solution(tuple(steps), self._cell(), self._plot())

    def _cell(self) -> str:
        v = python_name(self.variable)
        last = {"vertex": f"({v}_v, y_v)", "axis": f"{v}_v"}.get(self.wanted, "y_v")
        return cell(
            f"y = {to_python(self.body)}",
            f"a, b, c = Poly(y, {v}).all_coeffs()",
            comment(WORDS["compute"].say(self.language)),
            f"{v}_v = -b / (2*a)",
            f"y_v = y.subs({v}, {v}_v)",
            last,
            variables=(self.variable,),
        )

    def _plot(self) -> str:
        h, k = self._vertex()
        width = max(sp.Integer(4), sp.ceiling(2 * sp.sqrt(abs(k / self._poly().LC()))))
        names = ("顶点", "对称轴") if self.language == "zh" else ("vertex", "axis of symmetry")
        return plots.curve(
            to_python(self.body),
            self.variable,
            (h - width, h + width),
            points=[(h, k, names[0])],
            lines=[(h, names[1])],
            language=self.language,
        )

    def conclude(self, value: Any) -> Conclusion | None:
        """The vertex as a point, the axis as an equation, an extreme value as a number."""
        if self.wanted == "vertex" and not (isinstance(value, tuple) and len(value) == 2):
            return None
        answer = exact_latex(value)
        if self.wanted == "axis":
            answer = f"{symbol_latex(self.variable)}={answer}"
        return Conclusion(SENTENCES[self.wanted].say(self.language, answer=answer), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """The derivative must vanish at the vertex, and the value there must be the one given."""
        values = values_in(answer)
        if values is None or len(values) != 1:
            return None
        v, value = python_name(self.variable), values[0]
        given = exact_source(value)
        lines = [f"y = {to_python(self.body)}"]
        match self.wanted:
            case "vertex":
                if not isinstance(value, tuple | sp.Tuple) or len(value) != 2:
                    return None
                lines += [
                    f"x_v, y_v = {given}",
                    f"diff(y, {v}).subs({v}, x_v) == 0 and y.subs({v}, x_v) == y_v",
                ]
            case "axis":
                lines += [f"diff(y, {v}).subs({v}, {given}) == 0"]
            case _:
                lines += [f"[y.subs({v}, root) for root in solve(diff(y, {v}), {v})] == [{given}]"]
        source = cell(*lines, variables=(self.variable,))
        return CheckPlan(
            SENTENCES[self.wanted].say(self.language, answer=answer),
            WORDS["method"].say(self.language),
            source,
        )
