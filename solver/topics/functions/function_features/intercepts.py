"""Where a graph meets the axes: intercepts of a function or straight line, zeros of a function.

Read: a function by its formula, a line by its equation, by two points or by a point and its slope; both intercepts, one, the zeros or
their number. Not: complex zeros, letters, areas between the graph and the axes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, to_latex, to_python, to_sympy
from solver.latex import exact_latex, values_in
from solver.ports import CheckPlan, Language
from solver.topics.base import Conclusion, Reading, Solution, Text, Unread, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.functions.function_features.conditions import conditions_of, holds, zeros
from solver.topics.functions.function_features.function import told
from solver.topics.functions.function_features.graph import Graph, X, Y, graph_of

VOCABULARY: Final = {
    "xint": "xintercept|xintercepts|xintercept of|xintercepts of|xaxispoint|横截距|的横截距|在横轴上的截距|在xaxis上的截距|与xaxis的交点|与xaxis的交点坐标|和xaxis的交点",
    "yint": "yintercept|yintercepts|yintercept of|yaxispoint|纵截距|的纵截距",
    "xycoord": "xcoordinate of|xcoordinate|xcoordinate for|ycoordinate of|ycoordinate|ycoordinate for",
    "zeros": "zeros?|zeroes|roots?|zero of|zeros of|zeroes of|real zeros of|real zeros|all zeros of|all real zeros of|零点|的零点|所有零点|的所有零点",
    "count": "how many|number of|零点个数|的零点个数|零点的个数|的零点的个数|有几个零点|有多少个零点|几个零点|个零点",
    "point": "ordered pair|as an ordered pair|express your answer as an ordered pair|coordinates|coordinates of|coordinate|at what point|at which point|what point|in what point|的坐标|坐标|交点坐标|坐标是|交点的坐标|enter your answer as an ordered pair|write your answer as an ordered pair|points?|as points",
    "line": "line|straight line|a line|直线|一次函数|的直线",
    "through": "through|passes through|passing through|that passes through|containing|contains|that contains|goes through|connecting|经过点|过点|经过|过|和点|经过两点",
    "slope": "slope|slope of|with slope|has slope|having slope|a slope of|has a slope of|with a slope of|斜率为|斜率是|斜率",
    "meet": "cross|crosses|intersect|intersects|meet|meets|cut|cuts|交于|相交于|相交",
}  # fmt: skip
WORDS: Final = {
    "two_points": Words("The slope is \\[m=\\frac{{{dy}}}{{{dx}}}={m}\\]", "斜率为 \\[k=\\frac{{{dy}}}{{{dx}}}={m}\\]"),
    "line": Words("The line through \\({point}\\) with the slope \\({m}\\) is \\[{line}\\]", "过点 \\({point}\\)、斜率为 \\({m}\\) 的直线是 \\[{line}\\]"),
    "x": Words("On the \\(x\\)-axis \\(y=0\\): \\[{equation}\\] {result}", "在 \\(x\\) 轴上 \\(y=0\\)：\\[{equation}\\] {result}"),
    "y": Words("On the \\(y\\)-axis \\(x=0\\): \\[{equation}\\] {result}", "在 \\(y\\) 轴上 \\(x=0\\)：\\[{equation}\\] {result}"),
    "zeros": Words("The zeros are the solutions of \\[{equation}\\] {result}", "零点就是方程 \\[{equation}\\] 的解。{result}"),
    "solved": Words("This gives \\({values}\\).", "解得 \\({values}\\)。"),
    "number": Words("These are \\({count}\\) numbers.", "共 \\({count}\\) 个。"),
    "note": Words("one coordinate is 0", "令一个坐标为 0"),
    "answer": Words("So the answer is \\({answer}\\).", "所以答案是 \\({answer}\\)。"),
    "method": Words("put the numbers back in, and looked for changes of sign elsewhere", "代回检验，并检查其余各处有无变号"),
}  # fmt: skip
_AXIS: Final = (
    (re.compile(r"\$?\b([xy])\b\$?\s*-?\s*(?:and|&|和|与)\s*\$?\b([xy])\b\$?\s*-?\s*intercepts?\b"), r" \1intercept  \2intercept "),
    (re.compile(r"\$?(?<![a-zA-Z])([xy])\$?\s*-?\s*intercept(s?)(?![a-z])"), r" \1intercept\2 "),
    (re.compile(r"\$?(?<![a-zA-Z])([xy])\$?\s*-?\s*coordinate(?![a-z])"), r" \1coordinate "),
    (re.compile(r"(?i)(?:cross|intersect|meet|cut|hit)(?:e?s)?\s+the\s+\$?([xy])\$?\s*-?\s*axis"), r" \1axispoint "),
    (re.compile(r"(?:与|和|同)\s*\$?([xy])\$?\s*轴\s*的?(?:相交于|交于|交点|的交点)(?:的?坐标)?"), r" \1axispoint "),
    (re.compile(r"的?在\s*\$?([xy])\$?\s*轴上?的?截距"), r" \1intercept "),
    (re.compile(r"(?<=的)截距(?=[是为等]|\s*[。.?,，]?\s*$)(?<!轴上的截距)"), " yintercept "),
    (re.compile(r"(?:与|和)(?:两)?坐标轴的?交点(?:的?坐标)?"), " xaxispoint , yaxispoint "),
)  # fmt: skip


def read(text: Text) -> Reading:
    """A question for intercepts or zeros."""
    source = text.source
    for pattern, said in _AXIS:
        source = pattern.sub(said, source)
    spoken = Text(source, text.language, text.values)
    found = told(spoken, VOCABULARY)
    asked = list(dict.fromkeys(c for c in found.concepts if c in ("xint", "yint", "zeros")))
    if not asked and not found.has("count") or "zeros" in asked and len(asked) > 1:
        return None
    if found.has("count"):
        if asked and asked != ["zeros"] or text.language == "en" and not asked:
            return None
        asked = ["zeros"]
    coordinates = len(re.findall(r"[xy]coordinate", source))
    if coordinates > 1 or coordinates and (len(asked) != 1 or f"{asked[0][0]}coordinate" not in source):
        return None
    try:
        graph = graph_of(found, spoken, asked)
    except FormulaError:
        return None
    if graph is None:
        return None
    if found.unread:
        return Unread(found.unread)
    points = (
        (found.has("point") or "axispoint" in source)
        and not coordinates
        and _wants_points(source, graph, asked)
    )
    task = Intercepts(graph, tuple(asked), points, found.has("count"), text.language)
    return (
        task
        if task.is_readable(is_real=text.language == "zh" or re.search(r"(?i)\breal\b", source) is not None)
        else None
    )


def _wants_points(source: str, graph: Graph, asked: list[str]) -> bool:
    """A point that the line goes through is no wish for one."""
    if asked == ["zeros"]:
        return False
    return (
        "axispoint" in source
        or not graph.points
        or re.search(r"(?i)ordered pair|coordinates of|坐标", source) is not None
    )


@dataclass(frozen=True, slots=True)
class Intercepts:
    """Where the graph meets the axes, or its zeros; as points or as numbers."""

    graph: Graph
    asked: tuple[str, ...]
    points: bool
    counted: bool
    language: Language

    def _places(self, name: str) -> list[sp.Expr] | None:
        difference = self.graph.difference()
        along, off = (Y, X) if name == "yint" else (X, Y)
        if self.graph.body is not None:
            conditions = conditions_of(self.graph.body, self.graph.variable)
            x = sp.Symbol(self.graph.variable, real=True)
            if conditions is None:
                return None
            if name == "yint":
                return [-difference.subs({X: 0, Y: 0})] if holds(conditions, x, sp.S.Zero) else []
            body = to_sympy(self.graph.body, {self.graph.variable: X})
            top = sp.numer(sp.together(body)) if body.is_rational_function(X) else body
            found = zeros(sp.expand(top) if top.is_polynomial(X) else top, X)
            return None if found is None else [p for p in found if holds(conditions, x, p)]
        rest = sp.expand(difference.subs(off, 0))
        if not rest.has(along):
            return None if rest == 0 else []
        return zeros(rest, along)

    def is_readable(self, *, is_real: bool) -> bool:
        """Whether every place is found, and there is one (zeros: all of them real, unless real ones are asked for)."""
        for name in self.asked:
            found = self._places(name)
            if found is None or not found and not self.counted:
                return False
            if name == "zeros" and self.graph.body is not None and not is_real:
                body = sp.expand(to_sympy(self.graph.body, {self.graph.variable: X}))
                if not body.is_rational_function(X):
                    continue
                if not body.is_polynomial(X) or sum(sp.roots(body, X).values()) != sp.degree(body, X):
                    return False
                if (
                    any(not r.is_real for r in sp.roots(body, X))
                    or self.counted
                    and len(found) != sp.degree(body, X)
                ):
                    return False
        return True

    def _values(self) -> list[Any]:
        found = list[Any]()
        for name in self.asked:
            for place in self._places(name) or []:
                pair = (sp.S.Zero, place) if name == "yint" else (place, sp.S.Zero)
                if pair not in found or not self.points:
                    found.append(pair if self.points else place)
        return found

    def solution(self) -> Solution:
        """The line where it has to be found, then one coordinate 0."""
        say, graph, steps = self.language, self.graph, list[str]()
        if graph.body is None and graph.left is None:
            steps += self._line_steps()
        for name in self.asked:
            places = self._places(name) or []
            letter = "y" if name == "yint" else graph.variable if graph.body is not None else "x"
            shown = ",\\ ".join(f"{letter}={exact_latex(p)}" for p in places)
            result = WORDS["solved"].say(say, values=shown) if places else ""
            key = "zeros" if name == "zeros" else name[0]
            steps.append(WORDS[key].say(say, equation=self._equation(name), result=result))
        if self.counted:
            steps.append(WORDS["number"].say(say, count=len(self._values())))
        return Solution(tuple(steps), self._cell())

    def _line_steps(self) -> list[str]:
        say, (a, b), m, steps = self.language, self.graph.points[0], self.graph.slope, list[str]()
        line = self.graph.difference()
        if len(self.graph.points) == 2 and m is not None:
            c, d = self.graph.points[1]
            steps.append(
                WORDS["two_points"].say(say, dy=exact_latex(d - b), dx=exact_latex(c - a), m=exact_latex(m))
            )
        shown = f"x={exact_latex(a)}" if m is None else f"y={exact_latex(sp.expand(Y - line))}"
        if m is not None:
            steps.append(WORDS["line"].say(say, point=exact_latex((a, b)), m=exact_latex(m), line=shown))
        return steps

    def _equation(self, name: str) -> str:
        graph, off = self.graph, (X if name == "yint" else Y)
        if graph.body is not None and name != "yint":
            body = sp.expand(to_sympy(graph.body, {graph.variable: sp.Symbol(graph.variable, real=True)}))
            factored = sp.factor(body) if body.is_polynomial() else body
            more = (
                rf"\quad\Longrightarrow\quad {exact_latex(factored)}=0"
                if factored.is_Mul and factored != body
                else ""
            )
            return f"{to_latex(graph.body)}=0{more}"
        if graph.body is not None:
            return f"y={exact_latex(-graph.difference().subs({X: 0, Y: 0}))}"
        rest = sp.expand(graph.difference().subs(off, 0))
        return f"{exact_latex(rest)}=0"

    def _cell(self) -> str:
        graph, lines, parts = self.graph, [comment(WORDS["note"].say(self.language))], list[str]()
        difference = (
            f"y - ({to_python(graph.body)})" if graph.body is not None else exact_source(graph.difference())
        )
        variable = graph.variable if graph.body is not None else "x"
        lines.append(f"graph = {difference}")
        for name in self.asked:
            along, off = ("y", variable) if name == "yint" else (variable, "y")
            places = f"solve(graph.subs({off}, 0), {along})"
            if self.points:
                pair = "(0, b)" if name == "yint" else "(a, 0)"
                parts.append(f"[{pair} for {pair[1] if name != 'yint' else 'b'} in {places}]")
            else:
                parts.append(f"sorted({places})" if name != "yint" else places)
        joined = " + ".join(parts)
        lines.append(
            f"len({joined})" if self.counted else f"list(dict.fromkeys({joined}))" if self.points else joined
        )
        return cell(*lines, variables=(variable, "y"), assumptions="real=True")

    def conclude(self, value: Any) -> Conclusion | None:
        """Points or numbers; None where the cell found others."""
        known = self._values()
        if self.counted:
            if value != len(known):
                return None
            answer = str(len(known))
        else:
            if (
                not isinstance(value, list)
                or len(value) != len(known)
                or not all(any(_same(v, k) for v in value) for k in known)
            ):
                return None
            answer = self._shown(known)
        return Conclusion(WORDS["answer"].say(self.language, answer=answer), answer)

    def _shown(self, known: list[Any]) -> str:
        if self.points or len(known) == 1:
            return ",\\ ".join(map(exact_latex, known))
        variable = self.graph.variable if self.graph.body is not None else "x"
        parts = [
            f"{'y' if name == 'yint' else variable}={exact_latex(p)}"
            for name in self.asked
            for p in self._places(name) or []
        ]
        return ",\\ ".join(parts)

    def check(self, answer: str) -> CheckPlan | None:
        """Every number solves the equation, and there are no more."""
        values = values_in(answer)
        if values is None or not values:
            return None
        if self.counted:
            if len(values) != 1 or not isinstance(values[0], sp.Expr):
                return None
            claimed = None
        else:
            claimed = self._claimed(list(values))
            if claimed is None:
                return None
        graph = self.graph
        variable = graph.variable if graph.body is not None else "x"
        source = (
            f"y - ({to_python(graph.body)})" if graph.body is not None else exact_source(graph.difference())
        )
        lines = [
            f"graph = {source}",
            "def places(letter, other):",
            "    return set(solveset(graph.subs(other, 0), letter, S.Reals))",
            "",
        ]
        tests = list[str]()
        if claimed is None:
            tests.append(f"len(places({variable}, y)) == {exact_source(values[0])}")
        else:
            for name, given in zip(self.asked, claimed, strict=True):
                along, off = ("y", variable) if name == "yint" else (variable, "y")
                found = f"places({along}, {off})"
                tests.append(
                    f"len({found}) == {len(given)} and all(any(simplify(a - b) == 0 for b in {found}) for a in {exact_source(given)})"
                )
        lines.append(" and ".join(tests))
        claim = WORDS["answer"].say(self.language, answer=answer)
        return CheckPlan(
            claim,
            WORDS["method"].say(self.language),
            cell(*lines, variables=(variable, "y"), assumptions="real=True"),
        )

    def _claimed(self, values: list[Any]) -> list[list[sp.Expr]] | None:
        """What an answer says of each thing that is asked for: points by their zeros, numbers in order."""
        if all(isinstance(v, tuple | sp.Tuple) and len(v) == 2 for v in values):
            claimed = list[list[sp.Expr]]()
            for name in self.asked:
                k = 0 if name == "yint" else 1
                claimed.append([tuple(v)[1 - k] for v in values if tuple(v)[k] == 0])
            return claimed if all(0 in tuple(v) for v in values) else [[sp.nan]] * len(self.asked)
        if any(not isinstance(v, sp.Expr) or not v.is_real for v in values):
            return None
        if len(self.asked) == 1:
            return [values]
        sizes = [len(self._places(name) or []) for name in self.asked]
        return [values[: sizes[0]], values[sizes[0] :]] if len(values) == sum(sizes) else None


def _same(one: Any, other: Any) -> bool:
    pairs = (
        zip(one, other, strict=True)
        if isinstance(one, tuple) and isinstance(other, tuple)
        else [(one, other)]
    )
    return isinstance(one, tuple) == isinstance(other, tuple) and all(
        sp.simplify(a - b) == 0 for a, b in pairs
    )
