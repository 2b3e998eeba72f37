"""Draw the graph of one or two functions, with the points that matter: zeros, stationary points, intersections.

Read: "plot y = …", "sketch the graph of …", 画出…的图像. Not: implicit curves, parameters, more than two functions.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver import plots
from solver.formula import FormulaError, Node, parse, python_name, to_latex, to_python, to_sympy
from solver.formula.nodes import (
    Apply,
    Blank,
    Derivative,
    Group,
    Integral,
    Limit,
    Relation,
    Series,
    Symbol,
    symbols,
    walk,
)
from solver.latex import exact_latex, values_in
from solver.ports import CheckPlan, Language
from solver.reader import account
from solver.topics.base import Conclusion, Reading, Solution, Text, Unread, Words
from solver.topics.cells import cell, comment, exact_source

VOCABULARY: Final = {
    "plot": "plot|graph|draw|sketch|plot the graph|plot the graph of|graph the function|draw the graph of|sketch the graph of|plot a graph of"
    "|visualize|visualise|画出|作出|画|绘制|作|绘出|描绘|画图|作图|作图像|画图像",
    "function": "graph of|the graph|graphs|graphs of|functions?|curves?|parabola|line|lines|together|same axes|same coordinate system|one picture|plane"
    "|图像|图象|函数|一次函数|二次函数|三次函数|正比例函数|反比例函数|指数函数|对数函数|幂函数|正弦函数|余弦函数|的图像|的图象|函数图像|函数图象|曲线|抛物线|直线|在同一坐标系中|同一坐标系|平面直角坐标系|坐标系|图|草图|简图",
}
ASKED: Final = re.compile(r"(?i)plot|graph|draw|sketch|shade|visuali|画|作|绘|描")
"""A text without any of these asks for no drawing."""
MAX_OPERATIONS: Final = 12
"""A coordinate with more operations is no help to a reader."""

WORDS: Final = {
    "zeros": Words("The graph meets the \\({x}\\)-axis where \\({f}=0\\): {points}.", "图像与 \\({x}\\) 轴的交点满足 \\({f}=0\\)：{points}。"),
    "no_zeros": Words("The equation \\({f}=0\\) has no real solution: the graph does not meet the \\({x}\\)-axis.", "方程 \\({f}=0\\) 没有实数解，图像与 \\({x}\\) 轴没有交点。"),
    "slopes": Words(
        "The tangent is horizontal where the derivative \\({slope}\\) is zero: {points}.", "导数 \\({slope}\\) 为零处切线水平：{points}。"
    ),
    "poles": Words("The function is not defined at \\({points}\\); the graph has gaps there.", "函数在 \\({points}\\) 处无定义，图像在该处断开。"),
    "meet": Words("The graphs meet where \\({f}={g}\\): {points}.", "两个图像的交点满足 \\({f}={g}\\)：{points}。"),
    "plain": Words("The figure shows the graph of \\(y={f}\\).", "图中画出了 \\(y={f}\\) 的图像。"),
    "none": Words("there is no such point", "没有这样的点"),
    "code": Words("the points to mark", "要标出的点"),
    "method": Words("the points were put in, and changes of sign were counted", "代入各点，并统计变号的次数"),
}  # fmt: skip
SENTENCES: Final = {
    "points": Words(
        "The points to mark on the graph are \\({answer}\\).", "图像上的关键点是 \\({answer}\\)。"
    ),
    "equation": Words("The graph is that of \\({answer}\\).", "所画的是 \\({answer}\\) 的图像。"),
}


def read(text: Text) -> Reading:
    """A request to draw functions of one variable."""
    source, interval = _between(text.source)
    if ASKED.search(source) is None:
        return _bare(text)
    found = account(source, VOCABULARY)
    if not found.has("plot") and not _GRAPH_OF.match(source):
        return None
    if found.unread:
        return Unread(found.unread)
    bodies = [_body(n) for n in found.nodes]
    forbidden = Apply | Derivative | Integral | Limit | Series | Group | Relation | Blank
    if not 1 <= len(bodies) <= 2 or any(
        b is None or any(isinstance(n, forbidden) for n in walk(b)) for b in bodies
    ):
        return None
    known = [b for b in bodies if b is not None]
    names = sorted({n for b in known for n in symbols(b)} - {"e"}) or ["x"]
    if len(names) != 1 or names[0] in ("i", "y"):
        return None
    try:
        values = [to_sympy(b) for b in known]
    except FormulaError:
        return None
    if not all(isinstance(v, sp.Expr) and v.is_finite is not False for v in values):
        return None
    return Graph(tuple(known), names[0], text.language, interval)


_GRAPH_OF: Final = re.compile(r"(?i)\s*(?:the\s+)?graph\s+of\b")
_END: Final = r"-?\d+(?:\.\d+)?|-?\d*\s*(?:π|\\pi|pi)(?:/\d+)?"
_INTERVAL: Final = re.compile(
    rf"(?i)\s*,?\s*(?:\b(?:from|between)\s+(?:x\s*=\s*)?\$?(?P<a>{_END})\$?\s+(?:to|and)\s+(?:x\s*=\s*)?\$?(?P<b>{_END})\$?(?![\w^])|\b(?:for|on|over)\s+\$?(?P<a2>{_END})\s*(?:<=|\\leq?|≤)\s*x\s*(?:<=|\\leq?|≤)\s*(?P<b2>{_END})\$?(?![\w^])"
    rf"|(?:在|\bon\s+(?:the\s+interval\s+)?|\bover\s+)\s*\$?\[\s*(?P<a3>{_END})\s*,\s*(?P<b3>{_END})\s*\]\$?(?:上|内|之间)?的?)"
)


def _between(source: str) -> tuple[str, tuple[float, float] | None]:
    """The text without the part of the axis over which is to be drawn, and that."""
    found = _INTERVAL.search(source)
    if found is None:
        return source, None
    ends = [v for name, v in sorted(found.groupdict().items()) if v is not None]
    try:
        low, high = (float(to_sympy(parse(v.replace("pi", "\\pi").replace("\\\\", "\\")))) for v in ends)
    except (FormulaError, TypeError):
        return source, None
    behind = source[found.end() :]
    return (source[: found.start()] + (" 的" if behind[:1] in ("图", "草") else " ") + behind, (low, high)) if low < high else (source, None)  # fmt: skip


def _bare(text: Text) -> Graph | None:
    """`y = x^2 - 1` and nothing else: there is nothing to do but to draw it."""
    if not re.fullmatch(r"\s*\$?\s*(?:y|f\s*\(\s*x\s*\))\s*=[^=?;,:\u3400-\u9fff]{1,120}", text.source):
        return None
    found = account(text.source, VOCABULARY)
    bodies = [_body(n) for n in found.nodes]
    if found.concepts != ("#0",) or found.unread or bodies[0] is None or symbols(bodies[0]) - {"e"} != {"x"}:
        return None
    if any(isinstance(n, Apply | Derivative | Integral | Limit | Series | Group | Relation | Blank) for n in walk(bodies[0])):  # fmt: skip
        return None
    value = to_sympy(bodies[0])
    return Graph((bodies[0],), "x", text.language) if isinstance(value, sp.Expr) else None


def _body(node: Node) -> Node | None:
    match node:
        case Relation(("=",), (Symbol("y") | Apply(_, Symbol()), right)):
            return right
        case Relation():
            return None
    return node


@dataclass(frozen=True, slots=True)
class Graph:
    """The graphs of `bodies` over the real numbers."""

    bodies: tuple[Node, ...]
    variable: str
    language: Language
    interval: tuple[float, float] | None = None
    """Over which part of the axis it is to be drawn."""

    def _f(self) -> tuple[list[sp.Expr], sp.Symbol]:
        x = sp.Symbol(self.variable, real=True)
        return [to_sympy(b, {self.variable: x}) for b in self.bodies], x

    def _solutions(self, f: sp.Expr) -> list[sp.Expr] | None:
        """Real zeros of `f` in order; None when they are not a short list of exact numbers."""
        x = self._f()[1]
        if f.has(sp.sin, sp.cos, sp.tan, sp.cot, sp.sec, sp.csc, sp.floor, sp.Abs) or not f.has(x):
            return None
        try:
            found = sp.solve(f, x)
        except (NotImplementedError, ValueError, TypeError):
            return None
        good = all(
            r.is_real and sp.count_ops(r) <= MAX_OPERATIONS and not r.has(sp.I, sp.CRootOf) for r in found
        )
        return sorted(found, key=lambda r: float(r.evalf(20))) if good and len(found) <= 6 else None

    def _abscissae(self) -> tuple[list[sp.Expr], list[sp.Expr]] | None:
        """x of zeros and of stationary points (or of the intersections, and nothing); None where not exact."""
        functions, x = self._f()
        if len(functions) == 2:
            common = self._solutions(functions[0] - functions[1])
            return None if common is None else (common, [])
        zeros, slope = self._solutions(functions[0]), sp.diff(functions[0], x)
        flat = [] if not slope.has(x) else self._solutions(slope)
        return None if zeros is None or flat is None else (zeros, flat)

    def solution(self) -> Solution:
        """Where the marked points come from, then the cell and the figure."""
        functions, x = self._f()
        found, say, shown = self._abscissae(), self.language, [to_latex(b) for b in self.bodies]
        poles = self._poles()
        steps = (
            []
            if not poles
            else [WORDS["poles"].say(say, points=",\\ ".join(f"{latex(x)}={latex(p)}" for p in poles))]
        )
        if found is None or not any(found):
            steps += [WORDS["plain"].say(say, f=f) for f in shown]
        elif len(functions) == 2:
            steps.append(WORDS["meet"].say(say, f=shown[0], g=shown[1], points=self._listed(found[0])))
        else:
            key = "zeros" if found[0] else "no_zeros"
            steps.append(WORDS[key].say(say, x=latex(x), f=shown[0], points=self._listed(found[0])))
            if found[1]:
                slope = latex(sp.diff(functions[0], x))
                steps.append(WORDS["slopes"].say(say, slope=slope, points=self._listed(found[1])))
        return Solution(tuple(steps), self._cell(found), self._plot(found, poles))

    def _listed(self, abscissae: list[sp.Expr]) -> str:
        functions, x = self._f()
        points = [(a, sp.simplify(functions[0].subs(x, a))) for a in abscissae]
        return "\\(" + exact_latex(points) + "\\)" if points else WORDS["none"].say(self.language)

    def _poles(self) -> list[sp.Expr]:
        functions, x = self._f()
        found = set[sp.Expr]()
        for f in functions:
            denominator = sp.denom(sp.together(f))
            found |= set(self._solutions(denominator) or []) if denominator.has(x) else set()
        return sorted(found, key=lambda p: float(p.evalf(20)))

    def _cell(self, found: tuple[list[sp.Expr], list[sp.Expr]] | None) -> str:
        x = python_name(self.variable)
        lines = [f"y{k or ''} = {to_python(b)}" for k, b in enumerate(self.bodies)]
        if found is None or not any(found):
            lines.append("y" if len(self.bodies) == 1 else "[y, y1]")
        elif len(self.bodies) == 2:
            lines += [
                comment(WORDS["code"].say(self.language)),
                f"[(a, simplify(y.subs({x}, a))) for a in solve(y - y1, {x})]",
            ]
        else:
            lines.append(comment(WORDS["code"].say(self.language)))
            lines.append(f"places = {{*solve(y, {x}), *solve(diff(y, {x}), {x})}}")
            lines.append(f"[(a, simplify(y.subs({x}, a))) for a in sorted(places)]")
        return cell(*lines, variables=(self.variable,), assumptions="real=True")

    def _plot(self, found: tuple[list[sp.Expr], list[sp.Expr]] | None, poles: list[sp.Expr]) -> str:
        functions, x = self._f()
        marked = sorted({*found[0], *found[1]}, key=lambda a: float(a.evalf(20))) if found else []
        places = [*marked, *poles] or [sp.S.Zero]
        margin = 3 if marked or poles else 7
        interval = self.interval or (min(places, key=float) - margin, max(places, key=float) + margin)
        marked = [a for a in marked if self.interval is None or interval[0] <= a <= interval[1]]
        points = [(a, sp.simplify(functions[0].subs(x, a)), "") for a in marked]
        source = plots.curve(
            to_python(self.bodies[0]),
            self.variable,
            interval,
            points=points,
            y_limits=(-10, 10) if poles or functions[0].has(sp.tan, sp.exp) else None,
            language=self.language,
        )
        if poles or functions[0].has(sp.tan):
            gap = "ys = np.where(np.abs(np.gradient(ys)) > 5, np.nan, ys)  # do not join what an asymptote separates"
            source = source.replace("ys = f(xs) + 0*xs", f"ys = f(xs) + 0*xs\n{gap}")
        if len(self.bodies) == 2:
            name = python_name(self.variable)
            second = f'y2 = {to_python(self.bodies[1])}\nplt.plot(xs, lambdify({name}, y2, "numpy")(xs) + 0*xs, label=f"$y = {{latex(y2)}}$")'
            source = source.replace("plt.axhline(0", f"{second}\nplt.axhline(0")
        return source

    def conclude(self, value: Any) -> Conclusion | None:
        """The marked points, or the equations of the graphs."""
        if isinstance(value, list) and value and all(isinstance(p, tuple) and len(p) == 2 for p in value):
            answer, kind = exact_latex(value), "points"
        else:
            answer, kind = self._equations(), "equation"
        return Conclusion(SENTENCES[kind].say(self.language, answer=answer), answer)

    def _equations(self) -> str:
        return ",\\ ".join(f"y={to_latex(b)}" for b in self.bodies)

    def check(self, answer: str) -> CheckPlan | None:
        """Points are put in and changes of sign counted; equations are compared at many values."""
        values = values_in(answer)
        if not values:
            return None
        x, say = python_name(self.variable), self.language
        lines = [f"y{k or ''} = S({to_python(b)})" for k, b in enumerate(self.bodies)]
        method = WORDS["method"].say(say)
        if all(isinstance(v, sp.Expr) for v in values):
            if len(values) != len(self.bodies) or any(
                {s.name for s in v.free_symbols} - {self.variable} for v in values
            ):
                return None
            pairs = ", ".join(f"(y{k or ''}, S({exact_source(v)}))" for k, v in enumerate(values))
            lines += [
                "points = [Rational(p, 7) for p in (-17, -5, 2, 3, 11, 24)]",
                f"gaps = [(one - other).subs({x}, place).evalf(30) for one, other in ({pairs},) for place in points]",
                "all(abs(g) < 1e-20 for g in gaps if g.is_finite)",
            ]
            return CheckPlan(
                SENTENCES["equation"].say(say, answer=answer),
                method,
                cell(*lines, variables=(self.variable,)),
            )
        if not all(isinstance(v, tuple | sp.Tuple) and len(v) == 2 for v in values):
            return None
        lines += [f"points = {exact_source([tuple(v) for v in values])}"]
        lines += self._point_lines(x)
        return CheckPlan(
            SENTENCES["points"].say(say, answer=answer), method, cell(*lines, variables=(self.variable,))
        )

    def _point_lines(self, x: str) -> list[str]:
        tests = ["y - y1"] if len(self.bodies) == 2 else ["y", f"diff(y, {x})"]
        return [
            f"tests = [{', '.join(tests)}]",
            f"on_graph = all(simplify(y.subs({x}, place) - height) == 0 for place, height in points)",
            f"special = all(any(simplify(test.subs({x}, place)) == 0 for test in tests) for place, height in points)",
            "",
            "def crossings(test):",
            f"    values = [test.subs({x}, Rational(step, 7) + Rational(1, 1009)).evalf(20) for step in range(-150, 150)]",
            "    return sum(1 for p, q in zip(values, values[1:]) if p.is_real and q.is_real and p*q < 0 and abs(p - q) < 50)",
            "",
            f"complete = all(crossings(test) <= sum(1 for place, height in points if simplify(test.subs({x}, place)) == 0) for test in tests)",
            "on_graph and special and complete",
        ]


def latex(value: Any) -> str:
    """As a teacher writes it."""
    return str(sp.latex(value, ln_notation=True))
