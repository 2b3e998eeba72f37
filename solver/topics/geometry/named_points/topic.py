"""Named points in coordinates: put the figure on axes, write what is said as equations, solve them, and compute what is asked for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.latex import exact_latex, values_in
from solver.ports import CheckPlan, Language
from solver.topics.base import Conclusion, Reading, Solution, Text, Words
from solver.topics.cells import cell, exact_source
from solver.topics.clauses import Said
from solver.topics.geometry.named_points import parallel_sides
from solver.topics.geometry.named_points.asked import Asked, asked_of, settled, tidy
from solver.topics.geometry.named_points.chinese import in_english
from solver.topics.geometry.named_points.facts import Figure, Somewhere, Unclear
from solver.topics.geometry.named_points.placing import put
from solver.topics.geometry.named_points.scene import Unsolved, Values
from solver.topics.geometry.named_points.wording import in_one_form, said_in

MAX_TEXT: Final = 700
_PUT: Final = Words("Put the figure into coordinates: \\[{points}\\]", "建立坐标系：\\[{points}\\]")
_EQUATIONS: Final = Words("Write what is said as equations: {equations}.", "把条件写成方程：{equations}。")
_FREE: Final = Words(
    "Only the shape matters, so one length may be chosen as 1.", "只与形状有关，可以取一条线段的长为1。"
)
_SOLVED: Final = Words(
    "Their solution that fits the figure is \\({values}\\).", "符合图形的解是\\({values}\\)。"
)
_PLACES: Final = Words("So the points are \\[{points}\\]", "所以各点是\\[{points}\\]")
_VALUE: Final = Words("What is asked for: \\[{shown}={value}\\]", "所求：\\[{shown}={value}\\]")
_SENTENCE: Final = Words("The answer is {answer}.", "答案是{answer}。")
_METHOD: Final = Words(
    "Measure the figure with decimals: everything that is said must hold, and another formula must give the same.",
    "用小数度量图形：所有条件都应成立，用另一个公式应得到相同的结果。",
)


@dataclass(frozen=True, slots=True)
class Placed:
    """A figure with all points in their places, and the quantity that is asked for."""

    figure: Figure
    values: Values
    asked: Asked
    value: sp.Expr | tuple[sp.Expr, ...]
    free: bool
    language: Language

    def solution(self) -> Solution:
        """The method of coordinates."""
        scene = self.figure.scene
        say = self.language
        steps = [_PUT.say(say, points=self._points({}))]
        told = [rf"{words} → \({sp.latex(e)}=0\)" for words, e in scene.zero if words and e != 0]
        if self.free and told:
            steps.append(_FREE.say(say))
        if told:
            steps.append(_EQUATIONS.say(say, equations=("；" if say == "zh" else "; ").join(told)))
        found = {k: v for k, v in self.values.items() if not str(k).startswith("l_")}
        if found:
            listed = r",\ ".join(f"{sp.latex(k)}={sp.latex(v)}" for k, v in found.items())
            steps.append(_SOLVED.say(say, values=listed))
            steps.append(_PLACES.say(say, points=self._points(self.values)))
        steps.append(_VALUE.say(say, shown=self.asked.shown, value=exact_latex(self.value)))
        return Solution(tuple(steps), self._cell())

    def _points(self, values: Values) -> str:
        places = self.figure.scene.points
        return r",\quad ".join(
            rf"{n}\left({sp.latex(tidy(x.subs(values)))},\ {sp.latex(tidy(y.subs(values)))}\right)"
            for n, (x, y) in places.items()
        )

    def _places(self) -> list[tuple[str, sp.Expr, sp.Expr]]:
        left = {u: sp.Integer(1) for u in self.figure.scene.unknowns if u not in self.values}
        return [
            (n, tidy(x.subs(self.values).subs(left)), tidy(y.subs(self.values).subs(left)))
            for n, (x, y) in self.figure.scene.points.items()
        ]

    def _cell(self) -> str:
        lines = [f"{_name(n)} = Point({exact_source(x)}, {exact_source(y)})" for n, x, y in self._places()]
        names = [n for n in self.figure.scene.points if n in "EINOQSC"]
        return cell(
            "# the points of the figure",
            *lines,
            "# what is asked for",
            _renamed(self.asked.source, names)
            if isinstance(self.value, tuple)
            else f"sqrtdenest(radsimp(simplify({_renamed(self.asked.source, names)})))",
        )

    def conclude(self, value: Any) -> Conclusion | None:
        """The exact value."""
        if isinstance(self.value, tuple):
            if not isinstance(value, tuple | sp.Tuple) or len(value) != 2:
                return None
        elif not isinstance(value, sp.Expr) or value.free_symbols or not value.is_real:
            return None
        answer = exact_latex(value)
        return Conclusion(_SENTENCE.say(self.language, answer=rf"\({answer}\)"), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """By measuring."""
        values = values_in(answer)
        if (
            values is None
            or len(values) != 1
            or isinstance(self.value, tuple) != isinstance(values[0], tuple | sp.Tuple)
        ):
            return None
        parts = list(values[0]) if isinstance(self.value, tuple) else [values[0]]
        if any(not isinstance(v, sp.Expr) or v.free_symbols or not v.is_real for v in parts):
            return None
        lines = ["from math import acos, cos, degrees, dist as d, radians, sin, sqrt, tan", ""]
        lines += [f"{_name(n)} = ({float(x)}, {float(y)})" for n, x, y in self._places()]
        lines += [
            "",
            "def same(x, y):",
            "    return abs(x - y) < 1e-9 * max(1, abs(x))",
            "",
            "def angle(p, v, q):",
            "    return degrees(acos((d(v, p)**2 + d(v, q)**2 - d(p, q)**2) / (2*d(v, p)*d(v, q))))",
            "",
            "def area(*corners):  # by Heron's formula, triangle by triangle",
            "    whole = 0",
            "    for p, q in zip(corners[1:], corners[2:]):",
            "        a, b, c = d(corners[0], p), d(p, q), d(q, corners[0])",
            "        s = (a + b + c) / 2",
            "        whole += sqrt(max(0, s*(s - a)*(s - b)*(s - c)))",
            "    return whole",
            "",
        ]
        names = [n for n in self.figure.scene.points if n in "EINOQSC"]
        tests = list(dict.fromkeys(self.figure.tests))
        said = ",\n    ".join(_renamed(t, names) for t in tests)
        lines.append(f"said = [\n    {said},\n]" if tests else "said = []")
        again = _renamed(self.asked.again, names)
        sources = [f"{again}[{i}]" for i in range(len(parts))] if isinstance(self.value, tuple) else [again]
        same = " and ".join(f"same({a}, {v.evalf(20)})" for a, v in zip(sources, parts, strict=True))
        lines.append(f"all(said) and {same}")
        claim = _SENTENCE.say(self.language, answer=rf"\({answer}\)")
        return CheckPlan(claim, _METHOD.say(self.language), "\n".join(lines))


def _name(name: str) -> str:
    """A point's name in a cell: single letters that sympy has as its own get a dash."""
    return f"{name}_" if name in "EINOQSC" else name


def _renamed(source: str, names: list[str]) -> str:
    return re.sub(r"\b([EINOQSC])\b", r"\1_", source) if names else source


def read(text: Text) -> Reading:
    """A problem about named points, where every clause is understood and one value is left."""
    if (similar := parallel_sides.read(text)) is not None:
        return similar
    if len(text.source) > MAX_TEXT or "[asy]" in text.source:
        return None
    source = in_english(text.source) if text.language == "zh" else text.source
    said = None if source is None else said_in(source)
    if said is None or source is None:
        return None
    text = Text(source, text.language)
    asks = [s for s in said if s.kind.startswith("ask")]
    if len(asks) != 1:
        return None
    try:
        return _task(said, asks[0], text.language, text.source)
    except Somewhere as somewhere:
        return _tried(said, asks[0], text, str(somewhere))
    except (Unclear, Unsolved, KeyError):
        return None


def _tried(said: list[Said], ask: Said, text: Text, name: str) -> Placed | None:
    """A right triangle, tried with its right angle at each corner: the one that what is said allows."""
    found = list[Placed]()
    for corner in name:
        try:
            task = _task(said, ask, text.language, text.source, corner)
        except Unsolved:
            continue
        except (Unclear, KeyError, Somewhere):
            return None
        if task is None:
            return None
        found.append(task)
    return found[0] if len(found) == 1 else None


def _task(said: list[Said], ask: Said, language: Language, source: str, right_at: str = "") -> Placed | None:
    figure = Figure()
    put(figure, said, in_one_form(source) or "", right_at)
    asked = asked_of(figure, ask)
    if asked.power is None and not figure.scaled or asked.power and not figure.scaled:
        return None
    free = not figure.scaled
    if free and figure.scene.unknowns:
        first = next(u for u in figure.scene.unknowns if str(u) == "p")
        figure.scene.zero.append((rf"\({first}=1\)", first - 1))
    solutions = figure.scene.solutions()
    if isinstance(asked.value, tuple):
        both = [settled(part, solutions) for part in asked.value]
        if None in both:
            return None
        pair = tuple(b[0] for b in both if b is not None)
        return Placed(figure, solutions[0], asked, pair, free, language)
    found = settled(asked.value, solutions)
    if found is None:
        return None
    value, values = found
    if value.is_negative and asked.power:
        return None
    return Placed(figure, values, asked, value, free, language)
