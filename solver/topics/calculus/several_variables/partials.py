"""What the questions about functions of several variables have in common: partial derivatives in words and as source, difference quotients for checks."""

from __future__ import annotations

import re
from typing import Any

import sympy as sp

from solver.latex import exact_latex, latex, values_in
from solver.ports import Language
from solver.topics.calculus.several_variables.words import WORDS
from solver.topics.cells import comment, exact_source


def partials(
    f: sp.Expr, name: str, variables: tuple[sp.Symbol, ...], say: Language
) -> tuple[list[sp.Expr], str]:
    found = [short(f.diff(v)) for v in variables]
    shown = r",\qquad ".join(
        rf"\frac{{\partial}}{{\partial {v}}}\left({latex(f)}\right)={latex(d)}"
        for v, d in zip(variables, found, strict=True)
    )
    return found, WORDS["partials"].say(say, partials=shown)


def short(value: sp.Expr) -> sp.Expr:
    """The simplified value; a rational function as one fraction where that is shorter."""
    plain = sp.simplify(value)
    if not value.is_rational_function():
        return plain
    return min((plain, sp.cancel(value), sp.factor(value)), key=lambda e: (sp.count_ops(e), len(str(e))))


def point(values: Any) -> str:
    return "(" + ", ".join(map(latex, values)) + ")"


def head(f: sp.Expr, variables: tuple[sp.Symbol, ...], say: Language) -> list[str]:
    return [
        f"f = {exact_source(f)}",
        comment(WORDS["code"].say(say)),
        f"slopes = [diff(f, v) for v in ({', '.join(v.name for v in variables)})]",
    ]


def names(variables: tuple[sp.Symbol, ...]) -> tuple[str, ...]:
    return tuple(v.name for v in variables)


def quotients(f: sp.Expr, variables: tuple[sp.Symbol, ...]) -> list[str]:
    """Source of `slopes`: central difference quotients at a point, to many digits."""
    listed = ", ".join(names(variables))
    return [
        f"f = {exact_source(f)}",
        "h = Rational(1, 10**12)",
        f"letters = ({listed},)",
        "near = lambda point, k, s: N(f.subs([(v, p + (s*h if i == k else 0)) for i, (v, p) in enumerate(zip(letters, point))]), 60)",
        f"slopes_at = lambda point: [(near(point, k, 1) - near(point, k, -1))/(2*h) for k in range({len(variables)})]",
    ]


def bracketed(value: sp.Expr) -> str:
    text = exact_latex(value)
    return rf"\left({text}\right)" if text.lstrip().startswith("-") or value.is_Add else text


def formula(answer: str) -> Any:
    text = re.sub(r"^\s*(?:d\s*)?[a-zA-Z](?:_\{?[a-z]+\}?)?\s*=\s*", "", answer.replace(r"\,", " "))
    text = re.sub(r"(?<![A-Za-z\\])d\s*([xy])(?![A-Za-z])", lambda m: " P " if m[1] == "x" else " Q ", text)
    values = values_in(text, ("x", "y", "P", "Q"))
    if values is None or len(values) != 1 or not isinstance(values[0], sp.Expr):
        return None
    names = {"P": sp.Symbol("dx"), "Q": sp.Symbol("dy")}
    return values[0].subs({s: names[s.name] for s in values[0].free_symbols if s.name in names})
