"""Equations a x⁴ + b x² + c = 0 by putting t in place of x²."""

from __future__ import annotations

from typing import Final

import sympy as sp

from solver.formula import letter, python_name
from solver.ports import Language
from solver.topics.base import Solution, Words
from solver.topics.cells import cell, comment, exact_source

WORDS: Final = {
    "put": Words("Only even powers of \\({x}\\) occur. Put \\({t}={x}^2\\), where \\({t}\\ge 0\\): \\[{quadratic}=0\\]", "方程只含 \\({x}\\) 的偶次幂。令 \\({t}={x}^2\\)（\\({t}\\ge 0\\)）：\\[{quadratic}=0\\]"),
    "solved": Words("This quadratic equation has the solutions \\({values}\\).", "解这个一元二次方程，得 \\({values}\\)。"),
    "none": Words("This quadratic equation has no real solution, so neither has the given one.", "这个一元二次方程没有实数解，所以原方程也没有实数解。"),
    "positive": Words("\\({x}^2={value}\\) gives \\({roots}\\).", "由 \\({x}^2={value}\\) 得 \\({roots}\\)。"),
    "zero": Words("\\({x}^2=0\\) gives \\({x}=0\\).", "由 \\({x}^2=0\\) 得 \\({x}=0\\)。"),
    "negative": Words("\\({x}^2={value}\\) is impossible: a square of a real number is not negative.", "\\({x}^2={value}\\) 不可能成立，因为实数的平方不是负数。"),
    "cell": Words("the values of x squared, then the roots", "先求 x 的平方，再开方"),
}  # fmt: skip


def is_biquadratic(polynomial: sp.Poly) -> bool:
    """Whether it has just the powers 4, 2 and 0, and both 4 and 2."""
    return polynomial.degree() == 4 and {m for (m,) in polynomial.monoms()} <= {4, 2, 0} and polynomial.coeff_monomial(polynomial.gen**2) != 0  # fmt: skip


def solution(polynomial: sp.Poly, unknown: str, opening: tuple[str, ...], language: Language) -> Solution:
    """By t = x²."""
    a, b, c = (polynomial.coeff_monomial(polynomial.gen**k) for k in (4, 2, 0))
    t, x = sp.Symbol("t" if unknown != "t" else "u"), letter(unknown)
    quadratic = a * t**2 + b * t + c
    discriminant = b**2 - 4 * a * c
    name = sp.latex(x)
    steps = [*opening, WORDS["put"].say(language, x=name, t=sp.latex(t), quadratic=sp.latex(quadratic))]
    if discriminant < 0:
        steps.append(WORDS["none"].say(language))
    else:
        root = sp.sqrt(discriminant)
        values = list(dict.fromkeys([sp.expand((-b - root) / (2 * a)), sp.expand((-b + root) / (2 * a))]))
        shown = r",\ ".join(f"{sp.latex(t)}={sp.latex(v)}" for v in values)
        steps.append(WORDS["solved"].say(language, values=shown))
        for value in values:
            key = "positive" if value > 0 else "zero" if value == 0 else "negative"
            roots = rf"{name}=\pm{sp.latex(sp.sqrtdenest(sp.sqrt(value)))}"
            steps.append(WORDS[key].say(language, x=name, value=sp.latex(value), roots=roots))
    source = cell(
        comment(WORDS["cell"].say(language)),
        f"squares = solve({exact_source(quadratic)}, {python_name(t.name)})",
        "roots = [sign * sqrtdenest(sqrt(value)) for value in squares if value >= 0 for sign in (-1, 1)]",
        "list(dict.fromkeys(roots))",
        variables=(t.name,),
        assumptions="real=True",
    )
    return Solution(tuple(steps), source)
