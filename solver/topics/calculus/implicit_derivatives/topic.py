"""The derivative dy/dx of an equation in x and y: as a formula, its value at a point of the curve, the tangent or normal there.

Read: one equation in x and y that is not solved for y, in English or Chinese; the point as (a, b), or as x = a where the
equation has just one real y then. Not: higher derivatives, further letters, points off the curve, vertical tangents.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, Node, to_latex, to_python, to_sympy
from solver.formula.nodes import (
    Apply,
    Binary,
    Blank,
    Call,
    Constant,
    Group,
    Negative,
    Number,
    Relation,
    Symbol,
    symbols,
    walk,
)
from solver.latex import latex, values_in
from solver.ports import CheckPlan, Language
from solver.reader import account
from solver.topics.base import Conclusion, Reading, Solution, Text, Unread
from solver.topics.calculus.implicit_derivatives import parametric
from solver.topics.calculus.implicit_derivatives.second import at_point, lowered
from solver.topics.calculus.implicit_derivatives.words import SENTENCES, VOCABULARY, WORDS
from solver.topics.cells import cell, comment, exact_source
from solver.topics.prepared import Prepared

X, Y, P = sp.symbols("x y p")
MAX_NODES: Final = 60
_D: Final = r"(?:\\mathrm\s*\{\s*d\s*\}|\\mathrm\s+d|d)\s*"
_SLOPE: Final = re.compile(
    rf"\\left\s*\.|\\[dt]?frac\s*\{{\s*{_D}y\s*\}}\s*\{{\s*{_D}x\s*\}}|(?<![A-Za-z\\])dy\s*/\s*dx(?![A-Za-z])|(?<![A-Za-z\\])y\s*'(?:_x)?(?!')|(?<![A-Za-z\\])y_x'(?!')"
)
_BAR: Final = re.compile(r"(?:\\right\s*)?\|\s*_\s*(?:\{([^{}]*)\}|(\([^()]*\)))")
_ARGUMENT: Final = re.compile(
    r"\$\s*\$\s*dydx\s*\$\s*\(\s*(-?[^()=$]{1,12})\s*\)\s*=?\s*\$|dydx\s*\$?\(\s*(-?[^()=]{1,12})\s*\)"
)
_NAMED: Final = re.compile(r"\$?y\s*=\s*[yf]\s*\(\s*x\s*\)\$?")


def read(text: Text) -> Reading:
    """One equation in x and y, or a curve with a parameter, and its derivative, tangent or normal."""
    if (curve := parametric.read(text)) is not None and not isinstance(curve, Unread):
        return curve
    if (first := lowered(text)) is not None:
        task = read(first)
        return task.second() if isinstance(task, Implicit) else None
    source = _NAMED.sub(" ", text.source.replace(r"\(", "$").replace(r"\)", "$"))
    if "y" not in source:
        return None
    source = _SLOPE.sub(
        lambda m: " " if "left" in m[0] else " $ dydx $ " if _inside(source, m.start()) else " dydx ", source
    )
    source = _ARGUMENT.sub(lambda m: f"dydx at x={m[1] or m[2]} ", source)
    source = _BAR.sub(lambda m: f" behindbar {m[1] or m[2]} ", source)
    source = re.sub(r"\$\s*\$", " ", source)
    source = re.sub(
        r"\$\s*(dydx)\s*(?:behindbar\s*([^$]*?))?\s*=?\s*\$",
        lambda m: f" {m[1]} " + (f"at ${m[2]}$ " if m[2] else ""),
        source,
    )
    source = re.sub(r"\$\s*behindbar\s+([^$]*)\$", r" at $\1$ ", source).replace("behindbar", "at")
    found = account(source, VOCABULARY)
    wanted = next((name for name in ("normal", "tangent", "slope") if found.has(name)), None)
    if wanted is None:
        return None
    curves, points, at = list[Relation](), list[tuple[Node, Node]](), dict[str, Node]()
    for node in found.nodes:
        match node:
            case Relation(("=",), (Symbol("x" | "y" as name), value)) if not symbols(value) - {
                "e"
            } and not isinstance(value, Blank):
                if name in at:
                    return None
                at[name] = value
            case Relation(("=",), (_, right)) if symbols(node) - {"e"} == {"x", "y"} and not isinstance(
                right, Blank
            ):
                curves.append(node)
            case Group("()", (a, b)) if not symbols(node) - {"e"}:
                points.append((a, b))
            case Symbol("x" | "y"):
                continue
            case _:
                return None
    if len(curves) != 1 or len(points) > 1 or (points and at) or (set(at) == {"y"}):
        return None
    if found.unread:
        return Unread(found.unread)
    if points:
        at = dict(zip("xy", points[0], strict=True))
    if wanted in ("tangent", "normal") and not at:
        return None
    try:
        return _task(curves[0], at, wanted, text.language)
    except FormulaError:
        return None


def _inside(source: str, start: int) -> bool:
    """Whether a place stands between dollars."""
    return source[:start].count("$") % 2 == 1


def _task(curve: Relation, at: dict[str, Node], wanted: str, language: Language) -> Reading:
    left, right = curve.sides
    for one, other in ((left, right), (right, left)):
        if one == Symbol("y") and "y" not in symbols(other):
            return None  # solved for y: no implicit function
    if not _is_plain(curve):
        return None
    g = to_sympy(left) - to_sympy(right)
    if not isinstance(g, sp.Expr) or g.diff(Y) == 0 or g.diff(X) == 0 or not starts(g):
        return None
    point = None
    if at:
        a = to_sympy(at["x"])
        found = [to_sympy(at["y"])] if "y" in at else _heights(g, a)
        if not a.is_real or len(found) != 1 or not found[0].is_real:
            return None
        point = (a, found[0])
        values = [sp.simplify(h.subs({X: a, Y: found[0]})) for h in (g, g.diff(Y), g.diff(X))]
        if (
            values[0] != 0
            or not all(v.is_real for v in values)
            or values[1] == 0
            or (wanted == "normal" and values[2] == 0)
        ):
            return None
    kind = wanted if wanted != "slope" else "value" if point else "formula"
    return Implicit(curve, point, "y" in at, kind, language)


def _is_plain(curve: Relation) -> bool:
    nodes = list(walk(curve))[1:]
    for node in nodes:
        match node:
            case Number() | Symbol() | Negative() | Constant("pi" | "E"):
                continue
            case Binary("^", _, exponent) if not symbols(exponent):
                if abs(to_sympy(exponent)) > 12:
                    return False
            case Binary("^", base, _) if symbols(base) - {"e"}:
                return False  # x^y
            case Binary():
                continue
            case Call("sqrt" | "log" | "exp" | "sin" | "cos" | "tan", (_,)):
                continue
            case Apply() | _:
                return False
    return len(nodes) <= MAX_NODES


def _heights(g: sp.Expr, a: sp.Expr) -> list[sp.Expr]:
    """The real y of the curve at x = a; empty where they are not known."""
    y = sp.Symbol("y", real=True)
    try:
        found = sp.solveset(g.subs({X: a, Y: y}), y, sp.S.Reals)
    except (NotImplementedError, ValueError, TypeError):
        return []
    return list(found) if isinstance(found, sp.FiniteSet) else []


def starts(g: sp.Expr) -> list[tuple[sp.Rational, float]]:
    """Some x with a nearby y between which the curve passes, none of them at a vertical tangent."""
    return list(_starts(g))[:4]


def _starts(g: sp.Expr) -> Iterator[tuple[sp.Rational, float]]:
    import numpy as np

    value = sp.lambdify((X, Y), g, "numpy")
    heights = np.linspace(-9.973, 9.981, 700)
    for k in (2, -3, 5, -7, 9, 12, -15, 20, 26, -31):
        x = sp.Rational(k, 7)
        with np.errstate(all="ignore"):
            values = np.real_if_close(np.asarray(value(float(x), heights.astype(complex)) + 0 * heights))
        if np.iscomplexobj(values):
            values = np.where(np.abs(values.imag) < 1e-12, values.real, np.nan)
        places = np.nonzero(values[:-1] * values[1:] < 0)[0]
        for i in places[:2]:
            if max(abs(values[i]), abs(values[i + 1])) < 50 * (1 + abs(values[i] - values[i + 1])):
                yield x, round(float(heights[i] + heights[i + 1]) / 2, 4)


@dataclass(frozen=True, slots=True)
class Implicit:
    """dy/dx of `curve`: its formula, or what is `wanted` at `point` (`named` where the problem gives its y)."""

    curve: Relation
    point: tuple[sp.Expr, sp.Expr] | None
    named: bool
    wanted: str
    language: Language

    def _sides(self) -> tuple[sp.Expr, sp.Expr]:
        left, right = self.curve.sides
        return to_sympy(left), to_sympy(right)

    def slope(self) -> sp.Expr:
        """The formula for dy/dx."""
        left, right = self._sides()
        g = left - right
        return tidy(-g.diff(X) / g.diff(Y))

    def _values(self) -> tuple[sp.Expr, sp.Expr, sp.Expr] | None:
        if self.point is None:
            return None
        a, b = self.point
        return a, b, sp.simplify(self.slope().subs({X: a, Y: b}))

    def _line(self) -> sp.Expr | None:
        values = self._values()
        if values is None or self.wanted not in ("tangent", "normal"):
            return None
        a, b, m = values
        return sp.expand((m if self.wanted == "tangent" else -1 / m) * (X - a) + b)

    def solution(self) -> Solution:
        """Both sides differentiated, collected, divided; then the point."""
        say = self.language
        left, right = self._sides()
        sides = [sp.expand(s.diff(X)) + sp.expand(s.diff(Y)) * P for s in (left, right)]
        g = left - right
        steps = [
            WORDS["both"].say(say),
            WORDS["left"].say(say, left=latex(sides[0]), right=latex(sides[1])),
            WORDS["collect"].say(say, factor=latex(sp.expand(g.diff(Y))), rest=latex(sp.expand(-g.diff(X)))),
            WORDS["divide"].say(say, slope=latex(self.slope())),
        ]
        if (values := self._values()) is not None:
            a, b, m = values
            shown = {"a": latex(a), "b": latex(b), "m": latex(m)}
            if not self.named:
                steps.append(WORDS["find_y"].say(say, **shown))
            steps.append(WORDS["put"].say(say, **shown))
            if (line := self._line()) is not None:
                n = latex(-1 / m) if m != 0 else ""
                steps.append(WORDS[self.wanted].say(say, line=latex(line), n=n, **shown))
        return Solution(tuple(steps), self._cell(), self._plot())

    def second(self) -> Prepared | None:
        """The same point's second derivative."""
        if self.wanted != "value" or self.point is None:
            return None
        return at_point(*self._sides(), self.point, self.slope(), self.solution().steps, self.language)

    def _cell(self) -> str:
        say = self.language
        left, right = (to_python(s) for s in self.curve.sides)
        lines = [f"curve = {left} - ({right})", comment(WORDS["code"].say(say)), "slope = idiff(curve, y, x)"]
        if self.point is None:
            lines.append("simplify(slope)")
        else:
            a, b = map(exact_source, self.point)
            lines.append(f"m = simplify(slope.subs({{x: {a}, y: {b}}}))")
            if self.wanted == "value":
                lines.append("m")
            else:
                lines += [
                    comment(WORDS["code_line"].say(say)),
                    f"expand({'m' if self.wanted == 'tangent' else '-1/m'}*(x - ({a})) + ({b}))",
                ]
        return cell(*lines, variables="xy")

    def _plot(self) -> str | None:
        """The curve, with the line that is asked for."""
        if self.point is None or (line := self._line()) is None:
            return None
        a, b = (float(v) for v in self.point)
        left, right = (to_python(s) for s in self.curve.sides)
        return "\n".join(
            (
                "import matplotlib.pyplot as plt",
                "import numpy as np",
                "from sympy import *",
                "",
                'x, y = symbols("x y")',
                f"curve = lambdify((x, y), {left} - ({right}), 'numpy')",
                f"xs, ys = np.meshgrid(np.linspace({a - 6:.4g}, {a + 6:.4g}, 500), np.linspace({b - 6:.4g}, {b + 6:.4g}, 500))",
                "plt.contour(xs, ys, curve(xs, ys) + 0*xs, levels=[0])",
                f"line = lambdify(x, {exact_source(line)}, 'numpy')",
                f"plt.plot(xs[0], line(xs[0]) + 0*xs[0], label=r'$y = {latex(line)}$')",
                f"plt.plot({a:.6g}, {b:.6g}, 'o', color='crimson')",
                f"plt.ylim({b - 6:.4g}, {b + 6:.4g})",
                'plt.xlabel("x")',
                'plt.ylabel("y")',
                f"plt.title(r'${to_latex(self.curve)}$')",
                "plt.grid(alpha=0.3)",
                "plt.legend()",
                "plt.show()",
            )
        )

    def conclude(self, value: Any) -> Conclusion | None:
        """The formula, the number, or the line as an equation."""
        ours = (
            self.slope()
            if self.point is None
            else self._line()
            if self.wanted != "value"
            else (self._values() or (0, 0, 0))[2]
        )
        if not isinstance(value, sp.Expr) or ours is None or not _agree(value, ours):
            return None
        answer = latex(ours)
        return self._said(f"y={answer}" if self.wanted in ("tangent", "normal") else answer)

    def _said(self, answer: str) -> Conclusion:
        return Conclusion(SENTENCES[self.wanted].say(self.language, answer=answer), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """Difference quotients along the curve."""
        values = values_in(
            re.sub(r"\\[dt]?frac\s*\{\s*dy\s*\}\s*\{\s*dx\s*\}\s*=|^\s*\$?\s*(?:dy/dx|y')\s*=", "", answer),
            "xy",
        )
        if values is None or len(values) != 1:
            return None
        given = _as_line(values[0]) if self.wanted in ("tangent", "normal") else values[0]
        if not isinstance(given, sp.Expr) or given.free_symbols - {X, Y}:
            return None
        left, right = self._sides()
        if self.point is None:
            points = exact_source(starts(left - right))
        else:
            points = f"[({exact_source(self.point[0])}, N({exact_source(self.point[1])}, 40))]"
        target = "given" if self.wanted in ("formula", "value") else "diff(given, x)"
        target = f"-1/({target})" if self.wanted == "normal" else target
        lines = [
            "import mpmath",
            "mpmath.mp.dps = 40",
            f"curve = lambdify((x, y), {to_python(self.curve.sides[0])} - ({to_python(self.curve.sides[1])}), 'mpmath')",
            f"given = S({exact_source(given)})",
            "",
            "def height(t, near):",
            "    return mpmath.findroot(lambda v: curve(t, v), near)",
            "",
            "def gap(a, near, h=mpmath.mpf(10)**-12):",
            "    a = mpmath.mpf(str(N(a, 40)))",
            "    b = height(a, mpmath.mpf(str(near)))",
            "    quotient = (height(a + h, b) - height(a - h, b))/(2*h)",
            f"    claimed = lambdify((x, y), {target}, 'mpmath')(a, b)",
            "    return abs(quotient - claimed)/(1 + abs(quotient))",
            "",
            f"points = {points}",
        ]
        meets = ""
        if self.wanted in ("tangent", "normal") and self.point is not None:
            a, b = map(exact_source, self.point)
            meets = f" and simplify(given.subs(x, {a}) - ({b})) == 0"
        lines.append(f"all(gap(a, near) < 1e-9 for a, near in points){meets}")
        return CheckPlan(
            self._said(answer).sentence, WORDS["method"].say(self.language), cell(*lines, variables="xy")
        )


def tidy(slope: sp.Expr) -> sp.Expr:
    """Cancelled, one quotient."""
    top, bottom = sp.fraction(sp.together(slope))
    if top.is_polynomial(X, Y) and bottom.is_polynomial(X, Y):
        return sp.factor(sp.cancel(top / bottom))
    return sp.simplify(slope)


def _agree(one: sp.Expr, other: sp.Expr) -> bool:
    """Whether two formulas have the same values at some points."""
    if one.free_symbols - {X, Y}:
        return False
    return all(
        abs(sp.N((one - other).subs({X: a, Y: b}), 30)) < 1e-18
        for a, b in ((sp.Rational(7, 5), sp.Rational(13, 11)), (sp.Rational(3, 8), sp.Rational(29, 13)))
    )


def _as_line(value: Any) -> Any:
    """y of a line that was given as an equation in x and y."""
    if not isinstance(value, sp.Eq):
        return value
    found = sp.solve(value, Y)
    return found[0] if len(found) == 1 else None
