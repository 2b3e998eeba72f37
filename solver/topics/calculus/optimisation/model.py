"""A quantity of one variable that is to be largest or smallest: set up, derivative, the place, what is asked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver import plots
from solver.latex import exact_latex, latex, values_in
from solver.ports import Language
from solver.topics.base import Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.prepared import Prepared

WORDS: Final = {
    "goal": Words("So {goal} is \\[{name}({x})={f},\\qquad {domain}.\\]", "所以{goal}为 \\[{name}({x})={f},\\qquad {domain}.\\]"),
    "slope": Words("Differentiate: \\({name}'({x})={slope}\\). It is 0 only at \\({x}={at}\\).", "求导：\\({name}'({x})={slope}\\)，只在 \\({x}={at}\\) 处为 0。"),
    "largest": Words("Before it the derivative is positive, behind it negative: \\({name}\\) rises and then falls, so this is where it is largest, with \\({name}={value}\\).", "在它左侧导数为正，右侧导数为负，\\({name}\\) 先增后减，所以在此处取最大值 \\({value}\\)。"),
    "smallest": Words("Before it the derivative is negative, behind it positive: \\({name}\\) falls and then rises, so this is where it is smallest, with \\({name}={value}\\).", "在它左侧导数为负，右侧导数为正，\\({name}\\) 先减后增，所以在此处取最小值 \\({value}\\)。"),
    "asked": Words("There {what} is \\({expr}={value}\\).", "此时{what}为 \\({expr}={value}\\)。"),
    "code": Words("zero of the derivative", "导数的零点"),
    "sentence": Words("The answer is \\({answer}\\).", "答案是 \\({answer}\\)。"),
    "method": Words("the best place was found by dividing the interval again and again, without a derivative", "不用导数，用三分法逐步缩小区间找到最优位置"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Optimum:
    """`f` of `x` on the open interval `domain` is to be largest (`largest`) or smallest.

    Attributes:
        opening: sentences that lead to f.
        goal: what f is, in words of the language.
        asked: what is asked for: (words, expression in x).
        name: letter of the quantity.
    """

    opening: tuple[str, ...]
    goal: str
    f: sp.Expr
    x: sp.Symbol
    domain: sp.Interval
    largest: bool
    asked: tuple[tuple[str, sp.Expr], ...]
    name: str = "A"

    def place(self) -> sp.Expr | None:
        """The one zero of the derivative inside, where f turns as it should."""
        slope = sp.together(self.f.diff(self.x))
        top = sp.numer(slope)
        try:
            zeros = sp.solve(top, self.x)
        except NotImplementedError:
            return None
        inner = [z for z in zeros if z.is_real and self.domain.contains(z) == True]  # noqa: E712
        inner = [z for z in inner if sp.simplify(slope.subs(self.x, z)) == 0]
        if len(inner) != 1:
            return None
        at = inner[0]
        low, high = self.ends(at)
        signs = [sp.sign(sp.N(slope.subs(self.x, p), 20)) for p in ((low + at) / 2, (at + high) / 2)]
        return at if signs == ([1, -1] if self.largest else [-1, 1]) else None

    def ends(self, at: sp.Expr) -> tuple[sp.Expr, sp.Expr]:
        """Finite ends around the place."""
        size = abs(sp.N(at)) + 1
        low = self.domain.start if self.domain.start.is_finite else sp.floor(at - 20 * size)
        high = self.domain.end if self.domain.end.is_finite else sp.ceiling(at + 20 * size)
        return low, high

    def task(self, say: Language) -> Prepared | None:
        """The steps, the cell and the check."""
        at = self.place()
        if at is None:
            return None
        x = latex(self.x)
        value = sp.simplify(self.f.subs(self.x, at))
        low, high = self.domain.start, self.domain.end
        domain = f"{latex(low)}<{x}<{latex(high)}" if low.is_finite and high.is_finite else f"{x}>{latex(low)}" if low.is_finite else rf"{x}\in\mathbb{{R}}"  # fmt: skip
        answers = [sp.simplify(e.subs(self.x, at)) for _, e in self.asked]
        steps = [
            *self.opening,
            WORDS["goal"].say(say, goal=self.goal, name=self.name, x=x, f=latex(self.f), domain=domain),
            WORDS["slope"].say(say, name=self.name, x=x, slope=latex(sp.factor(self.f.diff(self.x))), at=exact_latex(at)),
            WORDS["largest" if self.largest else "smallest"].say(say, name=self.name, value=exact_latex(value)),
        ]  # fmt: skip
        for (what, expression), result in zip(self.asked, answers, strict=True):
            if expression not in (self.x, self.f):
                steps.append(WORDS["asked"].say(say, what=what, expr=latex(expression), value=exact_latex(result)))  # fmt: skip
        X = str(self.x)
        wanted = ", ".join("f" if e == self.f else exact_source(e) for _, e in self.asked)
        lines = [
            f"f = {exact_source(self.f)}",
            comment(WORDS["code"].say(say)),
            f"places = [p for p in solve(diff(f, {X}), {X}) if p.is_real and {_inside('p', low, high)}]",
            f"[simplify(S(q).subs({X}, places[0])) for q in ({wanted},)]",
        ]
        left, right = self.ends(at)
        tests = (
            f"f = lambdify({X}, {exact_source(self.f)}, 'mpmath')",
            f"low, high = N({exact_source(left)} + Rational(1, 10**9), 40), N({exact_source(right)} - Rational(1, 10**9), 40)",
            "for _ in range(90):",
            "    a, b = low + (high - low)/3, high - (high - low)/3",
            f"    if f(a) {'<' if self.largest else '>'} f(b):",
            "        low = a",
            "    else:",
            "        high = b",
            f"found = [N(S(q).subs({X}, (low + high)/2), 20) for q in ({', '.join(exact_source(e) for _, e in self.asked)},)]",
            f"bool(len(answer) == {len(self.asked)} and all(abs(N(a) - b) < 1e-6*(1 + abs(b)) for a, b in zip(answer, found)))",
        )
        plot = self._plot(at, value, say)
        source = cell(*lines, variables=(X,), assumptions="positive=True" if low == 0 else "real=True")

        def shown(found: Any) -> str | None:
            values = list(found) if isinstance(found, list | tuple | sp.Tuple) else []
            if len(values) != len(self.asked) or any(not isinstance(v, sp.Expr) or v.free_symbols for v in values):  # fmt: skip
                return None
            return r",\ ".join(exact_latex(v) for v in values)

        return Prepared(say, tuple(steps), source, tests, WORDS["method"], WORDS["sentence"], shown=shown, given=given_list, letters=(X,), plot=plot)  # fmt: skip

    def _plot(self, at: sp.Expr, value: sp.Expr, say: Language) -> str | None:
        low, high = self.domain.start, self.domain.end
        start = (
            low if low.is_finite and self.f.subs(self.x, low).is_finite else at / 4 if low == 0 else at - 3
        )
        end = high if high.is_finite else at * 3 if at > 0 else at + 3
        return plots.curve(exact_source(self.f), str(self.x), (start, end), points=[(at, value, "最优" if say == "zh" else "best")], language=say)  # fmt: skip


def _inside(name: str, low: sp.Expr, high: sp.Expr) -> str:
    parts = [exact_source(low) + " <"] if low.is_finite else []
    return " ".join([*parts, name, *([f"< {exact_source(high)}"] if high.is_finite else [])]) if low.is_finite or high.is_finite else "True"  # fmt: skip


def given_list(answer: str) -> Any:
    """Numbers in the order of the question, names and units left out."""
    parts = [
        values_in(re.sub(r"^\s*[A-Za-z]\s*=", "", p)) for p in re.split(r",(?:\\ )?|，|;|\\times", answer)
    ]
    if any(p is None or len(p) != 1 or not isinstance(p[0], sp.Expr) for p in parts):
        return None
    return [p[0] for p in parts if p is not None]
