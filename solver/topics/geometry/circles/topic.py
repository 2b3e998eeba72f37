"""A circle: its centre, radius, diameter, area, circumference and equation, and where a point lies to it.

Read: one circle given by its equation, by its centre and a radius or point, by the ends of a diameter, or by three points.
Not: letters in the equation, lines and tangents, two circles, circles in words without coordinates.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, parse_list, to_python, to_sympy
from solver.formula.nodes import Relation
from solver.latex import exact_latex, values_in
from solver.ports import CheckPlan, Language
from solver.reader import account
from solver.topics.base import Conclusion, Reading, Solution, Text, Unread
from solver.topics.cells import cell, comment, exact_source
from solver.topics.geometry.circles.explaining import standard_form, steps_to
from solver.topics.geometry.circles.given import Given, Point, X, Y
from solver.topics.geometry.circles.reading import VOCABULARY, circle_of, is_asked, said_of, without_names
from solver.topics.geometry.circles.words import PLACES, SENTENCES, WORDS

_ELSEWHERE: Final = re.compile(
    r"(?i)ellips|tangent|equation (?:of|for) (?:the|a|its) (?:diameter|radius)|semicircle|unit circle|circles|sphere|inscribed|椭圆|切线|相切|直径所在|单位圆|半圆|圆柱|圆锥|圆环|外接圆|内切圆|弦"
)
_NAMED: Final = re.compile(r"(?i)circle|圆|\bcent(?:er|re)\b.*\bradius\b|\bradius\b.*\bcent(?:er|re)\b")
_PLACE: Final = {-1: r"(?i)\binside\b|圆内|内部", 0: r"(?i)\bon\b|圆上", 1: r"(?i)\boutside\b|圆外|外部"}
_FORMULAS: Final = {
    "center": "(h, k)",
    "radius": "r",
    "diameter": "2*r",
    "circumference": "2*pi*r",
    "area": "pi*r**2",
    "center_sum": "h + k",
}


def read(text: Text) -> Reading:
    """A question about one circle in the plane."""
    if not _NAMED.search(text.source) or _ELSEWHERE.search(text.source):
        return None
    found = account(without_names(text.source), VOCABULARY)
    try:
        said = said_of(found, text)
        circle = circle_of(said) if said is not None else None
    except FormulaError:
        return None
    if said is None or circle is None or not is_asked(found, said):
        return None
    if found.unread:
        return Unread(found.unread)
    point = said.loose[0] if said.loose and not found.has("ends") else None
    return Circle(circle, tuple(said.wanted), point, found.has("general"), text.language)


@dataclass(frozen=True, slots=True)
class Circle:
    """What is `wanted` of the circle `given`; `point` is the one whose place or distance is asked for."""

    given: Given
    wanted: tuple[str, ...]
    point: Point | None
    general: bool
    language: Language

    def solution(self) -> Solution:
        """Centre and radius, then what is wanted of them."""
        steps = steps_to(self.given, self.wanted, self.point, general=self.general, language=self.language)
        return Solution(tuple(steps), self._cell())

    def _cell(self) -> str:
        given, lines = self.given, list[str]()
        if given.kind == "equation" and given.relation is not None:
            a = sp.Poly(given.polynomial(), X, Y).coeff_monomial(X**2)
            left, right = map(to_python, given.relation.sides)
            whole = left if right == "0" else f"{left} - ({right})"
            lines.append(f"circle = expand({whole if a == 1 else f'({whole})/{exact_source(a)}'})")
        elif given.kind == "three":
            (a, b), (c, d), (e, f) = given.points
            rows = ", ".join(f"({exact_source(p)}, {exact_source(q)})" for p, q in ((a, b), (c, d), (e, f)))
            lines.append(f"points = [{rows}]")
            lines.append("found = solve([a**2 + b**2 + m*a + n*b + t for a, b in points], [m, n, t])")
            lines.append("circle = x**2 + y**2 + found[m]*x + found[n]*y + found[t]")
        if lines:
            lines.append(comment(WORDS["note"].say(self.language)))
            lines.append("h, k = -circle.coeff(x, 1)/2, -circle.coeff(y, 1)/2")
            lines.append("r = sqrt(h**2 + k**2 - circle.subs({x: 0, y: 0}))")
        else:
            lines += self._point_lines()
        lines.append(self._last())
        source = "\n".join(lines)
        names = [v for v in ("x", "y") if re.search(rf"\b{v}\b", source)]
        return cell(*lines, variables=[*names, *(["m", "n", "t"] if given.kind == "three" else [])])

    def _point_lines(self) -> list[str]:
        given, (h, k) = self.given, self.given.center
        lines = [comment(WORDS["note_points"].say(self.language))]
        if given.kind == "ends":
            (a, b), (c, d) = ((exact_source(p), exact_source(q)) for p, q in given.points)
            lines.append(f"h, k = (S({a}) + {_wrapped(c)})/2, (S({b}) + {_wrapped(d)})/2")
        else:
            lines.append(f"h, k = S({exact_source(h)}), S({exact_source(k)})")
        if given.points:
            a, b = (exact_source(z) for z in given.points[0])
            lines.append(f"r = sqrt(({a} - h)**2 + ({b} - k)**2)")
        else:
            lines.append(f"r = S({exact_source(sp.sqrt(given.square))})")
        return lines

    def _last(self) -> str:
        if self.point is not None:
            a, b = map(exact_source, self.point)
            gap = f"({a} - h)**2 + ({b} - k)**2"
            return f"sqrt({gap})" if self.wanted == ("distance",) else f"sign(simplify({gap} - r**2))"
        sources = []
        for wanted in self.wanted:
            if wanted == "equation":
                standard = "(x - h)**2 + (y - k)**2"
                sources.append(
                    f"Eq(expand({standard} - r**2), 0)" if self.general else f"Eq({standard}, r**2)"
                )
            else:
                sources.append(_FORMULAS[wanted])
        return sources[0] if len(sources) == 1 else f"[{', '.join(sources)}]"

    def conclude(self, value: Any) -> Conclusion | None:
        """The values in the order of the question; for a point, where it lies."""
        say = self.language
        if self.wanted == ("where",):
            if value not in (-1, 0, 1):
                return None
            answer = PLACES[int(value)].say(say)
            return Conclusion(WORDS["answer"].say(say, answer=answer), answer)
        values = value if isinstance(value, list) else [value]
        if len(values) != len(self.wanted):
            return None
        answer = r",\ ".join(_equation(v) if isinstance(v, sp.Eq) else exact_latex(v) for v in values)
        if len(values) == 1:
            return Conclusion(SENTENCES[self.wanted[0]].say(say, answer=answer), answer)
        return Conclusion(WORDS["answer"].say(say, answer=answer), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """By symmetry about the centre and the extent from left to right; an equation by its coefficients."""
        say = self.language
        if self.wanted == ("where",):
            return self._place_check(answer)
        if self.wanted == ("equation",):
            return self._equation_check(answer)
        parts = re.split(r"\s*(?:,\s*\\ |;)\s*", answer) if "equation" in self.wanted else [answer]
        equations = [part for part in parts if re.search("[xy].*=", part)]
        values = values_in(",".join(part for part in parts if part not in equations))
        numbers = [w for w in self.wanted if w != "equation"]
        if values is None or len(values) != len(numbers) or len(equations) != len(self.wanted) - len(numbers):
            return None
        tests = []
        for wanted, value in zip(numbers, values, strict=True):
            if isinstance(value, tuple | sp.Tuple) != (wanted == "center"):
                return None
            given = tuple(value) if wanted == "center" else (value,)
            if any(not isinstance(v, sp.Expr) or not v.is_real for v in given):
                return None
            tests.append(self._test(wanted, given))
        lines = [f"circle = {exact_source(self.given.polynomial())}", *_SYMMETRY]
        if equations:
            difference = _difference(equations[0])
            if difference is None:
                return None
            lines.append(f"claimed = {exact_source(difference)}")
            tests.append("cancel(claimed/circle).is_number and claimed != 0")
        lines.append(" and ".join(tests))
        claim = WORDS["answer"].say(say, answer=answer)
        return CheckPlan(claim, WORDS["method"].say(say), cell(*lines, variables="xyuv"))

    def _test(self, wanted: str, value: tuple[Any, ...]) -> str:
        shown = exact_source(value[0])
        match wanted:
            case "center":
                return f"is_center({shown}, {exact_source(value[1])})"
            case "center_sum":
                return f"is_center(middle, ({shown}) - middle)"
            case "distance" if self.point is not None:
                a, b = map(exact_source, self.point)
                low = f"simplify(({a} - middle)**2 + ({b} - height)**2 - ({shown})**2) == 0"
                return f"bool(S({shown}) >= 0) and {low}"
            case "area":
                return f"simplify(pi*width**2/4 - ({shown})) == 0"
        factor = {"radius": "2", "diameter": "1", "circumference": "1/pi"}[wanted]
        return f"simplify(width - ({shown})*{factor}) == 0"

    def _place_check(self, answer: str) -> CheckPlan | None:
        places = [place for place, words in _PLACE.items() if re.search(words, answer)]
        if len(places) != 1 or self.point is None:
            return None
        polynomial = self.given.polynomial()
        if sp.Poly(polynomial, X, Y).coeff_monomial(X**2).is_negative:
            polynomial = -polynomial
        a, b = map(exact_source, self.point)
        lines = [
            f"circle = {exact_source(polynomial)}",
            f"sign(simplify(circle.subs({{x: {a}, y: {b}}}))) == {places[0]}",
        ]
        claim = WORDS["answer"].say(self.language, answer=answer)
        return CheckPlan(claim, WORDS["method_where"].say(self.language), cell(*lines, variables="xy"))

    def _equation_check(self, answer: str) -> CheckPlan | None:
        difference = _difference(answer)
        if difference is None:
            return None
        lines = [
            f"given = Poly({exact_source(self.given.polynomial())}, x, y)",
            f"claimed = Poly({exact_source(difference)}, x, y)",
            "factor = claimed.coeff_monomial(x**2)/given.coeff_monomial(x**2)",
            "factor != 0 and all(simplify(c) == 0 for c in (claimed - given*factor).coeffs())",
        ]
        claim = WORDS["answer"].say(self.language, answer=answer)
        return CheckPlan(claim, WORDS["method_equation"].say(self.language), cell(*lines, variables="xy"))


_SYMMETRY: Final = (
    "left, right = solve(discriminant(circle, y), x)  # where a vertical line only touches the circle",
    "width, middle = Abs(right - left), simplify((left + right)/2)",
    "height = simplify(sum(solve(circle.subs(x, middle), y))/2)",
    "",
    "def is_center(a, b):",
    "    mirrored = circle.subs({x: a + u, y: b + v}, simultaneous=True) - circle.subs({x: a - u, y: b - v}, simultaneous=True)",
    "    return expand(mirrored) == 0",
    "",
)


def _wrapped(source: str) -> str:
    return f"({source})" if source.startswith("-") else source


def _equation(found: sp.Eq) -> str:
    """The squares of x first."""
    if found.rhs == 0:
        return f"{exact_latex(found.lhs)}=0"
    polynomial = sp.Poly(found.lhs - found.rhs, X, Y)
    h, k = (-polynomial.coeff_monomial(z) / 2 for z in (X, Y))
    return standard_form((h, k), found.rhs)


def _difference(answer: str) -> sp.Expr | None:
    """Left minus right of an equation in x and y."""
    try:
        nodes = parse_list(answer.strip().strip("$"))
        if len(nodes) != 1 or not isinstance(nodes[0], Relation) or nodes[0].signs != ("=",):
            return None
        left, right = (to_sympy(side) for side in nodes[0].sides)
        difference = sp.expand(left - right)
    except (FormulaError, TypeError):
        return None
    good = difference.is_polynomial(X, Y) and not difference.free_symbols - {X, Y} and difference != 0
    return difference if good else None
