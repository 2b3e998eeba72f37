"""Quadratic functions: vertex, axis of symmetry, opening, vertex form, intercepts, largest or smallest value.

Read: y = ax² + bx + c (or f(x) = …, or the bare polynomial) with numbers for a, b, c, one or several of its features,
and an interval for its largest or smallest value. Not: parabolas given by points, focus and directrix, letters as
coefficients.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver import plots
from solver.formula import FormulaError, Node, python_name, symbol_latex, to_latex, to_python, to_sympy
from solver.formula.nodes import Apply, Group, Relation, Symbol, symbols
from solver.latex import exact_latex, values_in
from solver.ports import CheckPlan, Language
from solver.reader import account
from solver.topics.base import Conclusion, Reading, Solution, Text, Unread, Words
from solver.topics.cells import cell, comment, exact_source

VOCABULARY: Final = {
    "vertex": "vertex|vertex point|turning point|coordinates of the vertex|vertex coordinates|顶点|顶点坐标|顶点的坐标|顶点是|顶点在哪里",
    "axis": "axis of symmetry|line of symmetry|symmetry axis|对称轴|对称轴方程|对称轴的方程",
    "opening": "direction of opening|opening direction|opens|open|direction|which direction|up or down|upward or downward|upwards or downwards|开口方向|开口|开口的方向",
    "form": "vertex form|in vertex form|standard form a(x-h)^2+k|顶点式|顶点式的形式|配方|配方成顶点式",
    "maximum": "maximum|maximum value|max value|max|largest value|greatest value|highest value|最大值",
    "minimum": "minimum|minimum value|min value|min|smallest value|least value|lowest value|最小值",
    "roots": "x-intercepts?|x intercepts?|zeros?|zeroes|intercepts? with the x-axis|零点|与轴的交点",
    "parabola": "located|lie|lies|用配方法|配方法|用公式法|公式法|一条|一个|一元|是一条|哪个|哪一点|哪个点|parabolas?|quadratic|quadratic functions?|functions?|curve|graph|graph of|function's|parabola's|represented by|described by|抛物线|二次函数|函数|图像|图象|曲线|解析式",
    "coordinates": "coordinates?|point|rewrite|write|convert|change|put|express|when|interval|on the interval|坐标|点|方程|哪里|化成|化为|写成|改写成|改写为|形式|范围|范围内|取值范围|区间|时",
}

WORDS: Final = {
    "recall": Words(
        "A square is never negative. In \\({form}\\) it is 0 at \\({x}={h}\\), so there the curve turns; the value is \\({k}\\).",
        "平方不会是负数。在 \\({form}\\) 中，当 \\({x}={h}\\) 时平方等于 0，曲线在这里转向，函数值是 \\({k}\\)。",
    ),
    "take_out": Words(
        "Write the terms with \\({x}\\) together and take out the leading coefficient: \\[{before}={taken}\\]",
        "把含 \\({x}\\) 的项放在一起，提出二次项系数：\\[{before}={taken}\\]",
    ),
    "complete": Words(
        "Complete the square: half of \\({b}\\) is \\({half}\\); add and subtract its square \\({square}\\): \\[{before}={after}\\]",
        "配方：一次项系数 \\({b}\\) 的一半是 \\({half}\\)，加上再减去它的平方 \\({square}\\)：\\[{before}={after}\\]",
    ),
    "vertex": Words(
        "So the vertex is \\(({h}, {k})\\). The cell computes it once more from \\({x}=-\\frac{{b}}{{2a}}\\).",
        "所以顶点是 \\(({h}, {k})\\)。下面用公式 \\({x}=-\\frac{{b}}{{2a}}\\) 再算一遍。",
    ),
    "compute": Words("the vertex lies at x = -b/(2a)", "顶点的横坐标是 -b/(2a)"),
    "method": Words(
        "the derivative is 0 there, and the values were put in", "该点的导数为 0，并代入求得函数值"
    ),
    "ends": Words(
        "On the interval only the ends and, where it lies inside, the vertex can be extreme: {values}.",
        "在这个区间上，最值只能在端点或区间内的顶点处取得：{values}。",
    ),
    "up": Words("upwards", "向上"),
    "down": Words("downwards", "向下"),
}
SENTENCES: Final = {
    "opening": Words("The parabola opens \\({answer}\\).", "开口方向是 \\({answer}\\)。"),
    "form": Words("In vertex form: \\({answer}\\).", "顶点式为 \\({answer}\\)。"),
    "axis": Words("The axis of symmetry is the line \\({answer}\\).", "对称轴是直线 \\({answer}\\)。"),
    "vertex": Words("The vertex is \\({answer}\\).", "顶点坐标是 \\({answer}\\)。"),
    "maximum": Words("The largest value is \\({answer}\\).", "最大值是 \\({answer}\\)。"),
    "minimum": Words("The smallest value is \\({answer}\\).", "最小值是 \\({answer}\\)。"),
    "roots": Words("The zeros are \\({answer}\\).", "零点是 \\({answer}\\)。"),
}


def read(text: Text) -> Reading:
    """A question about one quadratic function."""
    found = account(text.source, VOCABULARY)
    wanted = tuple(dict.fromkeys(c for c in found.concepts if c in SENTENCES))
    if not wanted or wanted == ("roots",):
        return None
    if found.unread:
        return Unread(found.unread)
    function, interval = _function_on(found.nodes)
    if function is None or len(names := sorted(symbols(function))) != 1:
        return None
    try:
        polynomial = to_sympy(function).as_poly(sp.Symbol(names[0]))
    except FormulaError:
        return None
    if (
        polynomial is None
        or polynomial.degree() != 2
        or not all(c.is_Rational for c in polynomial.all_coeffs())
    ):
        return None
    task = QuadraticFunction(function, names[0], wanted, interval, text.language)
    return task if task.has_all() else None


def _function_on(nodes: tuple[Node, ...]) -> tuple[Node | None, tuple[Node, Node] | None]:
    """The function and the closed interval for its variable; a None function where anything else is said."""
    if len(nodes) == 1:
        return function_parts(nodes[0]), None
    if len(nodes) != 2:
        return None, None
    for function, limits in (nodes, nodes[::-1]):
        match limits:
            case Relation(("<=", "<="), (low, Symbol(), high)) | Group("[]", (low, high)):
                if not symbols(low) | symbols(high):
                    return function_parts(function), (low, high)
    return None, None


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
    """The features `wanted` of the function `body` of `variable`, extreme values on `interval` where one is given."""

    body: Node
    variable: str
    wanted: tuple[str, ...]
    interval: tuple[Node, Node] | None
    language: Language

    def has_all(self) -> bool:
        """Whether everything that is asked for exists."""
        extremes = {"maximum", "minimum"} & set(self.wanted)
        if self.interval is not None:
            low, high = map(to_sympy, self.interval)
            return bool(extremes) and set(self.wanted) <= extremes and bool(low < high)
        opens_up = self._poly().LC() > 0
        missing = "maximum" if opens_up else "minimum"
        has_roots = "roots" not in self.wanted or self._poly().discriminant() >= 0
        return missing not in extremes and has_roots

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
        steps.append(WORDS["recall"].say(say, form=form, x=x, h=sp.latex(h), k=sp.latex(k)))
        steps.append(WORDS["vertex"].say(say, x=x, h=sp.latex(h), k=sp.latex(k)))
        if self.interval is not None:
            shown = ", ".join(
                rf"\\(y({sp.latex(at)})={sp.latex(self._poly().eval(at))}\\)" for at in self._candidates()
            )
            steps.append(WORDS["ends"].say(say, values=shown))
        return Solution(tuple(steps), self._cell(), self._plot())

    def _candidates(self) -> list[sp.Expr]:
        """Where an extreme value on the interval can lie."""
        assert self.interval is not None
        (low, high), h = map(to_sympy, self.interval), self._vertex()[0]
        return [low, *([h] if low < h < high else []), high]

    def _features(self) -> dict[str, str]:
        """Source of each feature, where y, x_v and y_v are known."""
        v = python_name(self.variable)
        return {
            "opening": "a",
            "form": f"a*({v} - {v}_v)**2 + y_v",
            "axis": f"{v}_v",
            "vertex": f"({v}_v, y_v)",
            "maximum": "max(values)" if self.interval else "y_v",
            "minimum": "min(values)" if self.interval else "y_v",
            "roots": f"sorted(solve(y, {v}))",
        }

    def _cell(self) -> str:
        v, features = python_name(self.variable), self._features()
        inside = []
        if self.interval is not None:
            points = exact_source(self._candidates())
            inside = [f"values = [y.subs({v}, at) for at in {points}]"]
        results = [features[name] for name in self.wanted]
        return cell(
            f"y = {to_python(self.body)}",
            f"a, b, c = Poly(y, {v}).all_coeffs()",
            comment(WORDS["compute"].say(self.language)),
            f"{v}_v = -b / (2*a)",
            f"y_v = y.subs({v}, {v}_v)",
            *inside,
            results[0] if len(results) == 1 else f"[{', '.join(results)}]",
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
        """Each feature in its own form, in the order in which they were asked."""
        values = value if len(self.wanted) > 1 else [value]
        if not isinstance(values, list) or len(values) != len(self.wanted):
            return None
        answers = [self._shown(name, v) for name, v in zip(self.wanted, values, strict=True)]
        if None in answers:
            return None
        return Conclusion(self._sentences(answers), r",\ ".join(map(str, answers)))

    def _sentences(self, answers: Sequence[str | None]) -> str:
        said = [SENTENCES[n].say(self.language, answer=a) for n, a in zip(self.wanted, answers, strict=True)]
        return (" " if self.language == "en" else "").join(said)

    def _shown(self, name: str, value: Any) -> str | None:
        if name == "vertex":
            return exact_latex(value) if isinstance(value, tuple) and len(value) == 2 else None
        if name == "roots":
            return ",".join(map(exact_latex, value)) if isinstance(value, list) else None
        if not isinstance(value, sp.Expr) or value.has(sp.nan, sp.zoo):
            return None
        if name == "opening":
            return rf"\text{{{WORDS['up' if value > 0 else 'down'].say(self.language)}}}"
        if name == "form":
            h, k = self._vertex()
            x = sp.Symbol(self.variable)
            lead = {1: "", -1: "-"}.get(self._poly().LC(), sp.latex(self._poly().LC()))
            return f"y={lead}{sp.latex((x - h) ** 2)}" + (
                "" if k == 0 else sp.latex(k) if k < 0 else f"+{sp.latex(k)}"
            )
        return f"{symbol_latex(self.variable)}={exact_latex(value)}" if name == "axis" else exact_latex(value)

    def check(self, answer: str) -> CheckPlan | None:
        """The derivative must vanish at the vertex, and the values there must be the ones given."""
        if len(self.wanted) != 1:
            return self._check_features(answer)
        values = values_in(answer.removeprefix("y=") if self.wanted == ("form",) else answer)
        if values is None:
            return None
        v, given = python_name(self.variable), exact_source(values[0])
        lines, wanted = [f"y = {to_python(self.body)}"], self.wanted[0]
        if wanted == "vertex":
            if len(values) != 1 or not isinstance(values[0], sp.Tuple) or len(values[0]) != 2:
                return None
            lines += [
                f"{v}_v, y_v = {given}",
                f"diff(y, {v}).subs({v}, {v}_v) == 0 and y.subs({v}, {v}_v) == y_v",
            ]
        elif len(values) != 1 or not isinstance(values[0], sp.Expr) or wanted == "opening":
            return None
        elif wanted == "axis":
            lines.append(f"diff(y, {v}).subs({v}, {given}) == 0")
        elif wanted == "form":
            lines.append(f"expand({given}) == expand(y)")
        elif self.interval is None:
            lines.append(f"[y.subs({v}, root) for root in solve(diff(y, {v}), {v})] == [{given}]")
        else:
            low, high = map(to_python, self.interval)
            lines.append(f"{wanted}(y, {v}, Interval({low}, {high})) == {given}")
        claim = SENTENCES[wanted].say(self.language, answer=answer)
        return CheckPlan(claim, WORDS["method"].say(self.language), cell(*lines, variables=(self.variable,)))

    def _check_features(self, answer: str) -> CheckPlan | None:
        """Several features at once: the vertex form multiplies out to the function, and the answer says just that."""
        (h, k), v = self._vertex(), python_name(self.variable)
        lead, x = self._poly().LC(), sp.Symbol(self.variable)
        values = {"opening": lead, "form": lead, "axis": h, "vertex": (h, k), "maximum": k, "minimum": k}
        if "roots" in self.wanted:
            values["roots"] = sorted(sp.solve(self._poly().as_expr(), x))
        said = [self._shown(name, values[name]) for name in self.wanted]
        if r",\ ".join(map(str, said)).replace(" ", "") != answer.replace(" ", ""):
            return None
        form = exact_source(lead * (x - h) ** 2 + k)
        lines = [f"y = {to_python(self.body)}", f"expand({form}) == expand(y)"]
        if "roots" in self.wanted:
            lines[-1] += f" and all(simplify(y.subs({v}, r)) == 0 for r in {exact_source(values['roots'])})"
        source = cell(*lines, variables=(self.variable,))
        return CheckPlan(self._sentences(said), WORDS["method"].say(self.language), source)
