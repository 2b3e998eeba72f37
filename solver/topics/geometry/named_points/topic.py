"""Named points in coordinates: put the figure on axes, write what is said as equations, solve them, and compute what is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.latex import exact_latex, values_in
from solver.ports import CheckPlan, Language
from solver.topics.base import Conclusion, Reading, Solution, Text, Words
from solver.topics.cells import cell, exact_source
from solver.topics.clauses import Said
from solver.topics.geometry.named_points.asked import Asked, asked_of, settled, tidy
from solver.topics.geometry.named_points.facts import Figure, Somewhere, Unclear, put
from solver.topics.geometry.named_points.scene import Unsolved, Values
from solver.topics.geometry.named_points.wording import in_one_form, said_in

MAX_TEXT: Final = 700
_PUT: Final = "Put the figure into coordinates: \\[{points}\\]"
_EQUATIONS: Final = "Write what is said as equations: \\[\\begin{{aligned}}{equations}\\end{{aligned}}\\]"
_SOLVED: Final = "Their solution that fits the figure is \\({values}\\)."
_PLACES: Final = "So the points are \\[{points}\\]"
_VALUE: Final = "What is asked for: \\[{shown}={value}\\]"
_SENTENCE: Final = Words("The answer is {answer}.", "答案是{answer}。")
_METHOD: Final = "Measure the figure with decimals: everything that is said must hold, and another formula must give the same."


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
        steps = [_PUT.format(points=self._points({}))]
        told = [(w, e) for w, e in scene.zero if not w.endswith("is a length")]
        if told:
            lines = r"\\ ".join(rf"{sp.latex(e)}&=0 &&\text{{({_plain(w)})}}" for w, e in told)
            steps.append(_EQUATIONS.format(equations=lines))
        found = {k: v for k, v in self.values.items() if not str(k).startswith("l_")}
        if found:
            listed = r",\ ".join(f"{sp.latex(k)}={sp.latex(v)}" for k, v in found.items())
            steps.append(_SOLVED.format(values=listed))
            steps.append(_PLACES.format(points=self._points(self.values)))
        steps.append(_VALUE.format(shown=self.asked.shown, value=exact_latex(self.value)))
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
        return cell("# the points of the figure", *lines, "# what is asked for", _renamed(self.asked.source, names) if isinstance(self.value, tuple) else f"sqrtdenest(radsimp(simplify({_renamed(self.asked.source, names)})))")

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
        if values is None or len(values) != 1 or isinstance(self.value, tuple) != isinstance(values[0], tuple | sp.Tuple):
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
        return CheckPlan(claim, _METHOD, "\n".join(lines))


def _plain(words: str) -> str:
    words = words.replace("∠", "angle ")
    return rf"\({words}\)" if "\\" in words or "=" in words and " " in words and not words[0].islower() and len(words) < 40 and "angle" not in words and "°" not in words else words.replace("°", " degrees").replace("^", "")


def _name(name: str) -> str:
    """A point's name in a cell: single letters that sympy has as its own get a dash."""
    return f"{name}_" if name in "EINOQSC" else name


def _renamed(source: str, names: list[str]) -> str:
    import re

    return re.sub(r"\b([EINOQSC])\b", r"\1_", source) if names else source


def read(text: Text) -> Reading:
    """A problem about named points, where every clause is understood and one value is left."""
    if text.language != "en" or len(text.source) > MAX_TEXT or "[asy]" in text.source:
        return None
    said = said_in(text.source)
    if said is None:
        return None
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
        figure.scene.zero.append(("the size does not matter", first - 1))
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
