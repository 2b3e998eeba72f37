"""Letters from where a function has extreme values (and which), or from the interval on which it rises or falls."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.formula import Node, python_name, to_python
from solver.latex import exact_latex, latex, values_in
from solver.ports import Language
from solver.topics.calculus.course_letters.words import WORDS
from solver.topics.cells import cell, comment, exact_source
from solver.topics.prepared import Prepared

MAX_LETTERS: Final = 3
STEP: Final = sp.Rational(1, 1000)


@dataclass(frozen=True, slots=True)
class Turn:
    """The derivative is 0 at `place` and changes its sign: from `before` (+1, −1; 0: either) to its opposite; f is `value` there (None: not told)."""

    place: sp.Expr
    before: int = 0
    value: sp.Expr | None = None


def letters_from(
    body: Node, f: sp.Expr, name: str, x: sp.Symbol, letters: list[str], asked: list[str], turns: list[Turn], say: Language, *, ends: bool = False
) -> Prepared | None:  # fmt: skip
    """The letters that the turns fix; None where they do not, or no values fit."""
    unknowns = [sp.Symbol(n, real=True) for n in letters]
    if not 1 <= len(unknowns) <= MAX_LETTERS:
        return None
    slope = f.diff(x)
    equations = [slope.subs(x, t.place) for t in turns]
    equations += [f.subs(x, t.place) - t.value for t in turns if t.value is not None]
    if len(equations) < len(unknowns):
        return None
    try:
        found = sp.solve(equations, unknowns, dict=True)
    except (NotImplementedError, ValueError):
        return None
    found = [s for s in found if set(s) == set(unknowns) and all(v.is_real and not v.free_symbols for v in s.values())]  # fmt: skip
    kept = [s for s in found if all(_turns(slope.subs(s), x, t) for t in turns)]
    if not kept or len(kept) > 2 or (len(kept) > 1 and len(asked) > 1):
        return None
    fixed = _Fixed(body, f, name, x, tuple(letters), tuple(asked), tuple(turns), tuple(found), tuple(kept))
    return Prepared(
        say, fixed.steps(say, ends=ends), cell(*fixed.lines(say), variables=(x.name, *letters)), fixed.tests(), WORDS["method_points"], WORDS["sentence"],
        shown=fixed.shown, given=fixed.given, letters=(x.name, *letters),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Fixed:
    """The values that are `found` for the letters of f, `body`, and those of them at which it turns as told: `kept`."""

    body: Node
    f: sp.Expr
    name: str
    x: sp.Symbol
    letters: tuple[str, ...]
    asked: tuple[str, ...]
    turns: tuple[Turn, ...]
    found: tuple[dict[sp.Symbol, sp.Expr], ...]
    kept: tuple[dict[sp.Symbol, sp.Expr], ...]

    @property
    def _slope(self) -> sp.Expr:
        return self.f.diff(self.x)

    @property
    def _asked_source(self) -> str:
        return f"({', '.join(python_name(n) for n in self.asked)},)"

    def steps(self, say: Language, *, ends: bool) -> tuple[str, ...]:
        """What each turn says, what solves it, and which of these turn as told."""
        x, name = self.x, self.name
        tex = r",\quad ".join(
            [rf"{name}'({latex(t.place)})={latex(sp.expand(self._slope.subs(x, t.place)))}=0" for t in self.turns]
            + [rf"{name}({latex(t.place)})={latex(sp.expand(self.f.subs(x, t.place)))}={latex(t.value)}" for t in self.turns if t.value is not None]
        )  # fmt: skip
        steps = [
            WORDS["slope"].say(say, f=name, x=latex(x), slope=latex(sp.simplify(self._slope))),
            WORDS["ends" if ends else "zero"].say(say, equations=tex),
            WORDS["solution"].say(say, values=(" 或 " if say == "zh" else " or ").join(map(self._told, self.found))),
        ]  # fmt: skip
        for solution in self.found:
            word = "kept" if solution in self.kept else "rejected"
            steps.append(WORDS[word].say(say, values=self._told(solution), slope=latex(sp.factor(self._slope.subs(solution)))))  # fmt: skip
        return tuple(steps)

    def _told(self, solution: dict[sp.Symbol, sp.Expr]) -> str:
        unknowns = [sp.Symbol(n, real=True) for n in self.letters]
        return r"\(" + r",\ ".join(f"{latex(u)}={exact_latex(solution[u])}" for u in unknowns) + r"\)"

    def lines(self, say: Language) -> list[str]:
        """The equations and their solutions as a cell computes them."""
        X = python_name(self.x.name)
        lines = [
            f"f = {to_python(self.body)}",
            f"slope = diff(f, {X})",
            comment(WORDS["code_zero"].say(say)),
            "equations = ["
            + ", ".join(
                [f"slope.subs({X}, {exact_source(t.place)})" for t in self.turns]
                + [f"f.subs({X}, {exact_source(t.place)}) - ({exact_source(t.value)})" for t in self.turns if t.value is not None]
            )
            + "]",
            f"found = solve(equations, [{', '.join(python_name(n) for n in self.letters)}], dict=True)",
        ]  # fmt: skip
        if len(self.found) > len(self.kept):
            place = self.turns[0].place
            lines += [
                comment(WORDS["code_signs"].say(say)),
                f"found = [s for s in found if slope.subs(s).subs({X}, {exact_source(place - STEP)})*slope.subs(s).subs({X}, {exact_source(place + STEP)}) < 0]",
            ]
        return [*lines, f"[tuple(s[u] for u in {self._asked_source}) for s in found]"]

    def shown(self, value: Any) -> str | None:
        """What the cell found, as an answer."""
        if not isinstance(value, list) or len(value) != len(self.kept):
            return None
        if len(self.asked) > 1:
            return r",\ ".join(f"{latex(sp.Symbol(n))}={exact_latex(v)}" for n, v in zip(self.asked, value[0], strict=True))  # fmt: skip
        return r",\ ".join(f"{latex(sp.Symbol(self.asked[0]))}={exact_latex(v[0])}" for v in value)

    def given(self, answer: str) -> Any:
        """An answer as the cell has its values."""
        parts = [values_in(re.sub(r"^\s*[A-Za-z]\s*=", "", p)) for p in re.split(r",(?:\\ )?|，|;", answer)]
        if any(p is None or len(p) != 1 or not isinstance(p[0], sp.Expr) for p in parts):
            return None
        numbers = [p[0] for p in parts if p is not None]
        if len(self.asked) > 1:
            return [tuple(numbers)] if len(numbers) == len(self.asked) else None
        return [(v,) for v in numbers] if len(numbers) == len(self.kept) else None

    def tests(self) -> tuple[str, ...]:
        """Whether f with the answer's values turns where it was told to, looked at on both sides."""
        X = python_name(self.x.name)
        rest = [n for n in self.letters if n not in self.asked]
        others = exact_source([{sp.Symbol(python_name(n)): s[sp.Symbol(n, real=True)] for n in rest} for s in self.kept])  # fmt: skip
        conditions = "[" + ", ".join(f"({exact_source(t.place)}, {t.before}, {'None' if t.value is None else exact_source(t.value)})" for t in self.turns) + "]"  # fmt: skip
        return (
            f"f = {to_python(self.body)}",
            f"others = {others}",
            "",
            "def fits(values, more):",
            f"    g = f.subs(dict(zip({self._asked_source}, values))).subs(more)",
            f"    d = diff(g, {X})",
            f"    for place, before, value in {conditions}:",
            f"        left, right = (sign(N(d.subs({X}, place + s*Rational(1, 1000)))) for s in (-1, 1))",
            f"        if simplify(d.subs({X}, place)) != 0 or left*right != -1 or (before and left != before):",
            "            return False",
            f"        if value is not None and simplify(g.subs({X}, place) - value) != 0:",
            "            return False",
            "    return True",
            "",
            f"bool(len(set(answer)) == {len(self.kept)} and all(any(fits(values, more) for more in others) for values in answer))",
        )


def _turns(slope: sp.Expr, x: sp.Symbol, turn: Turn) -> bool:
    signs = [sp.sign(sp.N(slope.subs(x, turn.place + s * STEP), 30)) for s in (-1, 1)]
    return bool(signs[0] * signs[1] == -1 and (not turn.before or signs[0] == turn.before))
