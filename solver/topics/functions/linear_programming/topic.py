"""Linear programming in two variables: a linear expression in x and y is maximized or minimized under linear conditions.

Read: conditions with <= or >= (also 0 <= x <= 3), the expression plain or as z = …. Where the region is unbounded and
a value does not exist, or is empty, the answer says so. Not: strict conditions, whole numbers, letters, stories.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, Node, to_sympy
from solver.formula.nodes import Blank, Relation, Symbol, symbols
from solver.latex import exact_latex, values_in
from solver.ports import CheckPlan, Language
from solver.reader import account
from solver.topics.base import Conclusion, Reading, Solution, Text, Unread
from solver.topics.cells import cell, comment, exact_source
from solver.topics.functions.linear_programming.words import LABELS, NONE, SAID, VOCABULARY, WORDS

X, Y = sp.symbols("x y", real=True)
MAX_CONDITIONS: Final = 8
_ENDS: Final = ("maximum", "minimum")
_MISSING: Final = re.compile(r"not exist|unbounded|no (?:maximum|minimum)|不存在|没有|无最")


def read(text: Text) -> Reading:
    """Conditions and one expression."""
    source, where = _without_place(_BOTH.sub(r"\1 x \2 0\1 , \1 y \2 0", text.source))
    found = account(source, VOCABULARY)
    parts = tuple(
        dict.fromkeys(
            p for c in found.concepts if c in (*_ENDS, "both") for p in ((c,) if c != "both" else _ENDS)
        )
    )
    if not parts or found.has("range"):
        return None
    bounds, targets, names = list[sp.Expr](), list[tuple[str, sp.Expr]](), set[str]()
    try:
        for node in found.nodes:
            match node:
                case Relation(signs, sides) if set(signs) <= {"<=", ">="}:
                    for sign, pair in zip(signs, pairwise(sides), strict=True):
                        low, high = pair if sign == "<=" else pair[::-1]
                        bounds.append(_linear(high, low))
                case Relation(("=",), (Symbol(name), body)) if name not in "xy" and not isinstance(
                    body, Blank
                ):
                    targets.append((name, _linear(body)))
                case Symbol(name):
                    names.add(name)
                case Relation():
                    return None
                case _ if symbols(node) == {"x", "y"}:
                    targets.append(("", _linear(node)))
                case _:
                    return None
    except (FormulaError, ValueError):
        return None
    if len(targets) != 1 or not 2 <= len(bounds) <= MAX_CONDITIONS or names - {"x", "y", targets[0][0]}:
        return None
    if found.unread:
        return Unread(found.unread)
    used = set[sp.Symbol]().union(*(b.free_symbols for b in bounds))
    task = Programme(
        tuple(dict.fromkeys(bounds)), targets[0][1], targets[0][0] or "z", parts, text.language, where
    )
    if where and (len(parts) != 1 or len(task.places(parts[0])) != 1):
        return None  # no such point, or a whole side of the region
    return task if used == {X, Y} and not task.is_one_way() else None


_REACHED: Final = r"(?:it|this|the\s+(?:max|min)imum(?:\s+value)?)\s+(?:occurs|is\s+(?:attained|reached|achieved|taken)|is\s+assumed)"
_PLACE: Final = re.compile(
    rf"(?i)\s*,?\s*\band\s+(?:(?:also\s+)?(?:give|state|find)\s+)?(?:the\s+)?(?:point|corner|vertex|coordinates|values?\s+of\s+\$?x\$?\s+and\s+\$?y\$?|\$?\(x,\s*y\)\$?)?\s*(?:where|at\s+which|for\s+which|in\s+which)\s+{_REACHED}"
    r"|\s*[,.?]?\s*(?:and\s+)?(?:at\s+what|at\s+which|what|which|for\s+what|for\s+which)\s+(?:point|corner|vertex|values?\s+of\s+\$?x\$?\s+and\s+\$?y\$?|\$?\(x,\s*y\)\$?)\s+(?:gives?|give)?\s*(?:does\s+it|do(?:es)?\s+(?:it|this)|is\s+it|it|this(?:\s+(?:max|min)imum(?:\s+value)?)?|the\s+(?:max|min)imum(?:\s+value)?)?(?:\s+(?:occurs?|(?:is\s+)?(?:attained|reached|achieved|taken)))?(?=\s*[.?]?\s*$)"
    r"|\s*[,.。;?]?\s*(?:并|和|及|以及|与)?(?:求出?|写出|指出|给出)?(?:(?:取得?|取到|达到)(?:该|这个)?最[大小]值时(?:的|对应的)?|此时(?:的)?|相应的|对应的|它?的?)?(?:最优解|\$?x\$?\s*[,、和与]\s*\$?y\$?(?:的?(?:取?值)?(?:(?:分别|各)?(?:是|为)(?:多少|什么|几))?|(?:分别|各)?(?:取|为|是|等于)(?:何值|多少|什么值?|几))|点(?:的坐标)?(?:(?:是|为)(?:多少|什么))?)(?=\s*[,.。;?]|\s*$)"
)
"""Where the value is reached, asked for behind the value itself."""


_BOTH: Final = re.compile(
    r"(\$?)(?<![\w\\])x\$?\s*(?:,|、|and|和|与)\s*\$?y\s*(>=|\\g(?:e|eq|eqslant)(?![a-z]))\s*0"
)
"""`x, y >= 0` holds for both."""
_MAX: Final = re.compile(r"(?i)^\s*(max|min)\.?\s*:?\s*(?=\$?(?:[A-Zz]\s*=|\d*[xy]\b))")
_SHORT: Final = re.compile(r"(?i)(?<![a-z])s\.\s?t\.|(?<=[\d\s,$])st\.?(?=\s)")
"""Operators' own short forms."""
_POINT: Final = re.compile(
    r"(?i)(?:find|determine|give)?\s*(?:the\s+)?(?:values?\s+of\s+\$?x\$?\s+and\s+\$?y\$?|(?:point|corner|vertex)(?:\s+\$?\(x,\s*y\)\$?)?)\s+(?:that|which)\s+(?P<end>max|min)imi[sz]es?\s+"
)
"""The point alone is asked for; it is told with its value."""


def _without_place(source: str) -> tuple[str, bool]:
    """The question for the value alone, and whether the point is asked for, too."""
    source = _SHORT.sub("subject to", _MAX.sub(r"\1imize ", source))
    if (point := _POINT.search(source)) is not None:
        return f"{source[: point.start()]}Find the {point['end']}imum of {source[point.end() :]}", True
    places = list(_PLACE.finditer(source))
    if len(places) != 1 or not re.search(r"(?i)value|max|min|最[大小]值", source[: places[0].start()]):
        return source, False
    (place,) = places
    return f"{source[: place.start()]}{source[place.end() :]}", True


def _boundary(bound: sp.Expr) -> str:
    """Where a condition holds just so: `x+y=4`, the first coefficient positive."""
    bound = -bound if bound.could_extract_minus_sign() else bound
    constant = bound.as_coeff_Add()[0]
    return f"{sp.latex(bound - constant)}={sp.latex(-constant)}"


def _linear(node: Node, minus: Node | None = None) -> sp.Expr:
    """The expression, where it is a x + b y + c with rational numbers."""
    value, less = (sp.S.Zero if n is None else to_sympy(n, {"x": X, "y": Y}) for n in (node, minus))
    if not isinstance(value, sp.Expr) or not isinstance(less, sp.Expr):  # points, sets
        raise ValueError(node)
    value = sp.expand(value - less)
    if not value.free_symbols or value.free_symbols - {X, Y} or not value.is_polynomial(X, Y):
        raise ValueError(node)
    polynomial = sp.Poly(value, X, Y)
    if polynomial.total_degree() != 1 or not all(c.is_Rational for c in polynomial.coeffs()):
        raise ValueError(node)
    return value


@dataclass(frozen=True, slots=True)
class Programme:
    """`target` (called `name`) where every one of `bounds` is at least 0; `parts` are asked for."""

    bounds: tuple[sp.Expr, ...]
    target: sp.Expr
    name: str
    parts: tuple[str, ...]
    language: Language
    where: bool = False
    """Whether the point is asked for behind the value."""

    def is_one_way(self) -> bool:
        """Whether all boundary lines are parallel; otherwise a region without a corner is empty."""
        return bool(sp.Matrix([[b.coeff(X), b.coeff(Y)] for b in self.bounds]).rank() < 2)

    def corners(self) -> list[tuple[sp.Expr, sp.Expr, sp.Expr, sp.Expr]]:
        """Points (x, y) where two boundary lines meet inside the region, with the lines."""
        found = dict[tuple[sp.Expr, sp.Expr], tuple[sp.Expr, sp.Expr]]()
        for one, other in combinations(self.bounds, 2):
            solved = sp.linsolve([one, other], X, Y)
            if not isinstance(solved, sp.FiniteSet) or len(solved) != 1:
                continue
            point = next(iter(solved))
            if not point.free_symbols and all(b.subs({X: point[0], Y: point[1]}) >= 0 for b in self.bounds):
                found.setdefault((point[0], point[1]), (one, other))
        return [(*point, *lines) for point, lines in found.items()]

    def rays(self) -> list[tuple[sp.Expr, sp.Expr]]:
        """Directions along boundary lines in which the region goes on for ever."""
        found = []
        for bound in self.bounds:
            a, b = bound.coeff(X), bound.coeff(Y)
            for ray in ((b, -a), (-b, a)):
                if all(c.coeff(X) * ray[0] + c.coeff(Y) * ray[1] >= 0 for c in self.bounds):
                    found.append(ray)
        return list(dict.fromkeys(found))

    def value(self, part: str) -> sp.Expr | None:
        """The largest or smallest value; None where there is none."""
        sign = 1 if part == "maximum" else -1
        if any(sign * self._along(ray) > 0 for ray in self.rays()):
            return None
        values = [self.target.subs({X: x, Y: y}) for x, y, _, _ in self.corners()]
        if not values:
            return None
        return max(values) if sign > 0 else min(values)

    def places(self, part: str) -> list[tuple[sp.Expr, sp.Expr]]:
        """The corners where the value is reached."""
        best = self.value(part)
        return [(x, y) for x, y, _, _ in self.corners() if self.target.subs({X: x, Y: y}) == best]

    def _places(self, part: str) -> str:
        return r",\ ".join(exact_latex(p) for p in self.places(part))

    def _put(self, x: sp.Expr, y: sp.Expr) -> str:
        """The expression with the numbers in it, as LaTeX."""
        a, b, c = self.target.coeff(X), self.target.coeff(Y), self.target.as_coeff_Add()[0]
        terms = [
            r"\cdot ".join(rf"\left({sp.latex(u)}\right)" if u < 0 else str(sp.latex(u)) for u in (k, v))
            for k, v in ((a, x), (b, y))
            if k != 0
        ]
        return "+".join([*terms, rf"\left({sp.latex(c)}\right)"] if c != 0 else terms)

    def _along(self, ray: tuple[sp.Expr, sp.Expr]) -> sp.Expr:
        return self.target.coeff(X) * ray[0] + self.target.coeff(Y) * ray[1]

    def solution(self) -> Solution:
        """Corner by corner, then what is compared."""
        say = self.language
        steps = [WORDS["region"].say(say)]
        if not self.corners():
            return Solution((*steps, WORDS["empty"].say(say)), self._cell())
        for x, y, one, other in self.corners():
            lines = [_boundary(line) for line in (one, other)]
            value = self.target.subs({X: x, Y: y})
            shown = {"one": lines[0], "other": lines[1], "x": sp.latex(x), "y": sp.latex(y)}
            steps.append(WORDS["corner"].say(say, put=self._put(x, y), value=sp.latex(value), **shown))
        rays = self.rays()
        if not rays:
            steps.append(WORDS["bounded"].say(say))
        for part, key, sign in (("maximum", "grows", 1), ("minimum", "shrinks", -1)):
            if part not in self.parts:
                continue
            bad = next((r for r in rays if sign * self._along(r) > 0), None)
            if bad is not None:
                steps.append(WORDS["ray"].say(say, x=sp.latex(bad[0]), y=sp.latex(bad[1])))
                steps.append(WORDS[key].say(say))
            else:
                key = f"{part}_where" if self.where else part
                steps.append(WORDS[key].say(say, value=sp.latex(self.value(part)), at=self._places(part)))
        return Solution(tuple(steps), self._cell(), self._plot())

    def _cell(self) -> str:
        lines = [
            f"conditions = {exact_source(list(self.bounds))}  # >= 0",
            f"z = {exact_source(self.target)}",
            comment(WORDS["code"].say(self.language)),
            "corners = {",
            "    point",
            "    for n, one in enumerate(conditions)",
            "    for other in conditions[:n]",
            "    for point in linsolve([one, other], x, y)",
            "    if not point.free_symbols",
            "    and all(c.subs({x: point[0], y: point[1]}) >= 0 for c in conditions)",
            "}",
            "values = sorted(z.subs({x: p[0], y: p[1]}) for p in corners)",
            "(values[-1], values[0]) if values else ()",
        ]
        return cell(*lines, variables="xy", assumptions="real=True")

    def _plot(self) -> str:
        points = [(float(x), float(y)) for x, y, _, _ in self.corners()]
        spans = []
        for k in (0, 1):
            values = [p[k] for p in points]
            room = max((max(values) - min(values)) / 3, 1.5)
            spans.append((min(values) - room, max(values) + room))
        shown = ", ".join(f"({a:.6g}, {b:.6g})" for a, b in points)
        return "\n".join(
            (
                "import matplotlib.pyplot as plt",
                "import numpy as np",
                "",
                f"across = np.linspace({spans[0][0]:.5g}, {spans[0][1]:.5g}, 500)",
                f"up = np.linspace({spans[1][0]:.5g}, {spans[1][1]:.5g}, 500)",
                "x, y = np.meshgrid(across, up)",
                f"conditions = [{', '.join(str(b) + ' + 0*x' for b in self.bounds)}]",
                "inside = np.all([c >= 0 for c in conditions], axis=0)",
                'plt.contourf(x, y, inside, levels=[0.5, 1.5], alpha=0.3, colors=["tab:blue"])',
                "for c in conditions:",
                '    plt.contour(x, y, c, levels=[0], colors="gray", linewidths=1)',
                f"corners = [{shown}]",
                'plt.plot(*zip(*corners), "o", color="crimson")',
                *(
                    f'plt.annotate(r"${exact_latex((x, y))}$", ({float(x):.6g}, {float(y):.6g}), (6, 6), textcoords="offset points")'
                    for x, y, _, _ in self.corners()
                ),
                'plt.xlabel("x")',
                'plt.ylabel("y")',
                f'plt.title("{WORDS["plot"].say(self.language)}")',
                "plt.grid(alpha=0.3)",
                "plt.show()",
            )
        )

    def conclude(self, value: Any) -> Conclusion | None:
        """The values in the order that was asked for."""
        if not isinstance(value, tuple) or len(value) != (2 if self.corners() else 0):
            return None
        for part, found in zip(_ENDS, value, strict=False):
            if part in self.parts and self.value(part) not in (None, found):
                return None
        answer = r";\ ".join(self._labelled(part) for part in self.parts)
        if self.where:
            answer = rf"{answer};\ {self._places(self.parts[0])}"
        return Conclusion(self._said(answer), answer)

    def _said(self, answer: str) -> str:
        key = self.parts[0] if len(self.parts) == 1 else "both"
        return SAID[key].say(self.language, answer=answer)

    def _labelled(self, part: str) -> str:
        value = self.value(part)
        shown = rf"\text{{{NONE.say(self.language)}}}" if value is None else exact_latex(value)
        if len(self.parts) == 1:
            return shown
        colon = ":" if self.language == "zh" else ": "
        return rf"\text{{{LABELS[part].say(self.language)}{colon}}}{shown}"

    def check(self, answer: str) -> CheckPlan | None:
        """The simplex method, with numbers of the answer put beside its result."""
        pieces = [p for p in re.split(r"[;；]|[,，]" if ";" not in answer else r"[;；]", answer) if p.strip()]
        verdicts = []
        if self.where:
            point = values_in(pieces.pop().replace(r"\ ", " ")) if len(pieces) > 1 else None
            if point is None or len(point) != 1 or not isinstance(point[0], sp.Tuple) or len(point[0]) != 2:
                return None
            x, y = point[0]
            verdicts = [f"{b.subs({X: x, Y: y})} >= 0" for b in self.bounds]
            verdicts.append(f"simplify({exact_source(self.target.subs({X: x, Y: y}))} - found_best) == 0")
        if len(pieces) != len(self.parts):
            return None
        for part, piece in zip(self.parts, pieces, strict=True):
            claimed = "None"
            if not _MISSING.search(piece):
                plain = re.sub(r"\\text\s*\{[^{}]*\}|[\u3400-\u9fff]+[::]?|\\ ", " ", piece)
                values = values_in(plain.strip())
                if (
                    values is None
                    or len(values) != 1
                    or not isinstance(values[0], sp.Expr)
                    or not values[0].is_real
                ):
                    return None
                claimed = exact_source(values[0])
            verdicts.append(f"agrees({1 if part == 'maximum' else -1}, {claimed})")
        rows = [[-b.coeff(X), -b.coeff(Y)] for b in self.bounds]
        constants = [b.as_coeff_Add()[0] for b in self.bounds]
        a, b, c = self.target.coeff(X), self.target.coeff(Y), self.target.as_coeff_Add()[0]
        lines = [
            "from sympy.solvers.simplex import InfeasibleLPError, UnboundedLPError, lpmax, lpmin",
            "",
            f"conditions = [p*x + q*y <= r for (p, q), r in zip({exact_source(rows)}, {exact_source(constants)})]",
            f"z = {exact_source(a)}*x + {exact_source(b)}*y + {exact_source(c)}",
            "",
            "def agrees(sign, claimed):",
            "    try:",
            "        found, _ = lpmax(z, conditions) if sign > 0 else lpmin(z, conditions)",
            "    except (InfeasibleLPError, UnboundedLPError):",
            "        return claimed is None",
            "    return claimed is not None and simplify(found - claimed) == 0",
            "",
            *(
                [f"found_best, _ = {'lpmax' if self.parts[0] == 'maximum' else 'lpmin'}(z, conditions)"]
                if self.where
                else []
            ),
            f"all([{', '.join(verdicts)}])",
        ]
        return CheckPlan(
            self._said(answer),
            WORDS["method"].say(self.language),
            cell(*lines, variables="xy", assumptions="real=True"),
        )
