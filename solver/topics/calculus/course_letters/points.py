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
    shown_slope = sp.simplify(slope)
    tex = r",\quad ".join(
        [rf"{name}'({latex(t.place)})={latex(sp.expand(slope.subs(x, t.place)))}=0" for t in turns]
        + [rf"{name}({latex(t.place)})={latex(sp.expand(f.subs(x, t.place)))}={latex(t.value)}" for t in turns if t.value is not None]
    )  # fmt: skip

    def told(solution: dict[sp.Symbol, sp.Expr]) -> str:
        return r"\(" + r",\ ".join(f"{latex(u)}={exact_latex(solution[u])}" for u in unknowns) + r"\)"

    steps = [
        WORDS["slope"].say(say, f=name, x=latex(x), slope=latex(shown_slope)),
        WORDS["ends" if ends else "zero"].say(say, equations=tex),
        WORDS["solution"].say(say, values=(" 或 " if say == "zh" else " or ").join(map(told, found))),
    ]
    for solution in found:
        word = "kept" if solution in kept else "rejected"
        steps.append(WORDS[word].say(say, values=told(solution), slope=latex(sp.factor(slope.subs(solution)))))  # fmt: skip
    X = python_name(x.name)
    names = [python_name(n) for n in letters]
    lines = [
        f"f = {to_python(body)}",
        f"slope = diff(f, {X})",
        comment(WORDS["code_zero"].say(say)),
        "equations = ["
        + ", ".join(
            [f"slope.subs({X}, {exact_source(t.place)})" for t in turns]
            + [f"f.subs({X}, {exact_source(t.place)}) - ({exact_source(t.value)})" for t in turns if t.value is not None]
        )
        + "]",
        f"found = solve(equations, [{', '.join(names)}], dict=True)",
    ]  # fmt: skip
    if len(found) > len(kept):
        lines += [
            comment(WORDS["code_signs"].say(say)),
            f"found = [s for s in found if slope.subs(s).subs({X}, {exact_source(turns[0].place - STEP)})*slope.subs(s).subs({X}, {exact_source(turns[0].place + STEP)}) < 0]",
        ]
    one = f"({', '.join(python_name(n) for n in asked)},)"
    lines.append(f"[tuple(s[u] for u in {one}) for s in found]")

    def shown(value: Any) -> str | None:
        if not isinstance(value, list) or len(value) != len(kept):
            return None
        if len(asked) > 1:
            return r",\ ".join(f"{latex(sp.Symbol(n))}={exact_latex(v)}" for n, v in zip(asked, value[0], strict=True))  # fmt: skip
        return r",\ ".join(f"{latex(sp.Symbol(asked[0]))}={exact_latex(v[0])}" for v in value)

    def given(answer: str) -> Any:
        parts = [values_in(re.sub(r"^\s*[A-Za-z]\s*=", "", p)) for p in re.split(r",(?:\\ )?|，|;", answer)]
        if any(p is None or len(p) != 1 or not isinstance(p[0], sp.Expr) for p in parts):
            return None
        numbers = [p[0] for p in parts if p is not None]
        if len(asked) > 1:
            return [tuple(numbers)] if len(numbers) == len(asked) else None
        return [(v,) for v in numbers] if len(numbers) == len(kept) else None

    rest = [n for n in letters if n not in asked]
    others = exact_source([{sp.Symbol(python_name(n)): s[sp.Symbol(n, real=True)] for n in rest} for s in kept])  # fmt: skip
    conditions = "[" + ", ".join(f"({exact_source(t.place)}, {t.before}, {'None' if t.value is None else exact_source(t.value)})" for t in turns) + "]"  # fmt: skip
    tests = (
        f"f = {to_python(body)}",
        f"others = {others}",
        "",
        "def fits(values, more):",
        f"    g = f.subs(dict(zip({one}, values))).subs(more)",
        f"    d = diff(g, {X})",
        f"    for place, before, value in {conditions}:",
        f"        left, right = (sign(N(d.subs({X}, place + s*Rational(1, 1000)))) for s in (-1, 1))",
        f"        if simplify(d.subs({X}, place)) != 0 or left*right != -1 or (before and left != before):",
        "            return False",
        f"        if value is not None and simplify(g.subs({X}, place) - value) != 0:",
        "            return False",
        "    return True",
        "",
        f"bool(len(set(answer)) == {len(kept)} and all(any(fits(values, more) for more in others) for values in answer))",
    )
    return Prepared(
        say, tuple(steps), cell(*lines, variables=(x.name, *letters)), tests, WORDS["method_points"], WORDS["sentence"],
        shown=shown, given=given, letters=(x.name, *letters),
    )  # fmt: skip


def _turns(slope: sp.Expr, x: sp.Symbol, turn: Turn) -> bool:
    signs = [sp.sign(sp.N(slope.subs(x, turn.place + s * STEP), 30)) for s in (-1, 1)]
    return bool(signs[0] * signs[1] == -1 and (not turn.before or signs[0] == turn.before))
