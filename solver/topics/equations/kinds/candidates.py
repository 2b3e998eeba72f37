"""What a kind of equation comes down to: steps and candidates, each of which is put back into the original equation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import sympy as sp

from solver.latex import exact_latex
from solver.ports import Language
from solver.topics.base import Words

MAX_DEGREE: Final = 6
WORDS: Final = {
    "collect": Words("Bring everything to one side: \\[{standard}=0\\]", "移项、合并同类项：\\[{standard}=0\\]"),
    "linear": Words("So \\({x}={root}\\).", "解得 \\({x}={root}\\)。"),
    "factor": Words(
        "Factor: \\[{factored}=0\\] A product is 0 exactly when one of its factors is 0, so {roots}.",
        "因式分解：\\[{factored}=0\\] 乘积为 0，当且仅当其中有因式为 0，所以 {roots}。",
    ),
    "formula": Words(
        "The quadratic formula with \\(b^2-4ac={value}\\) gives {roots}.",
        "由求根公式，\\(b^2-4ac={value}\\)，得 {roots}。",
    ),
    "none": Words(
        "Its discriminant \\(b^2-4ac={value}\\) is negative, so no real number satisfies it.",
        "判别式 \\(b^2-4ac={value}<0\\)，没有实数满足。",
    ),
    "never": Words("\\({left}={right}\\) is never true.", "\\({left}={right}\\) 不可能成立。"),
    "true": Words(
        "Check \\({x}={value}\\) in the original equation: left \\({left}\\), right \\({right}\\). It is a solution.",
        "检验：\\({x}={value}\\) 时，左边 \\({left}\\)，右边 \\({right}\\)，是原方程的解。",
    ),
    "false": Words(
        "Check \\({x}={value}\\) in the original equation: left \\({left}\\), right \\({right}\\). They differ, so it is not a solution.",
        "检验：\\({x}={value}\\) 时，左边 \\({left}\\)，右边 \\({right}\\)，两边不等，是增根，舍去。",
    ),
    "undefined": Words(
        "For \\({x}={value}\\) a side of the original equation is not defined (among the real numbers), so it is not a solution.",
        "检验：\\({x}={value}\\) 时原方程有一边（在实数范围内）没有意义，是增根，舍去。",
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Told:
    """Steps that keep every real solution, and the numbers that can still be one."""

    steps: tuple[str, ...]
    candidates: tuple[sp.Expr, ...]


def listed(x: sp.Symbol, roots: Sequence[sp.Expr], say: Language) -> str:
    """`x=1 or x=2` in mathematics and words."""
    return (" or " if say == "en" else " 或 ").join(f"\\({sp.latex(x)}={exact_latex(r)}\\)" for r in roots)


def polynomial_steps(left: sp.Expr, right: sp.Expr, x: sp.Symbol, say: Language) -> Told | None:
    """A polynomial equation, solved as in school; None where that takes more than factors and the quadratic formula."""
    difference = sp.expand(left - right)
    if not difference.has(x):
        shown = {"left": sp.latex(left), "right": sp.latex(right)}
        return None if difference == 0 else Told((WORDS["never"].say(say, **shown),), ())
    if not difference.is_polynomial(x):
        return None
    poly = sp.Poly(difference, x)
    if poly.degree() > MAX_DEGREE or not all(c.is_real for c in poly.all_coeffs()):
        return None
    if poly.LC().is_negative:
        poly = -poly
    if poly.degree() == 1:
        a, b = poly.all_coeffs()
        root = sp.nsimplify(sp.radsimp(-b / a)) if (b / a).is_Rational else sp.radsimp(sp.simplify(-b / a))
        return Told((WORDS["linear"].say(say, x=sp.latex(x), root=exact_latex(root)),), (root,))
    steps = [WORDS["collect"].say(say, standard=sp.latex(poly.as_expr()))] if right != 0 else []
    factored = sp.factor(poly.as_expr())
    parts = [f for f, _ in sp.factor_list(poly)[1]]
    roots: list[sp.Expr] = []
    for part in parts:
        if part.degree() > 2:
            return None
        roots += [r for r in sp.roots(part, multiple=True) if r.is_real]
    roots = sorted(set(roots), key=lambda r: float(r.evalf()))
    if all(p.degree() == 1 for p in parts):
        steps.append(WORDS["factor"].say(say, factored=sp.latex(factored), roots=listed(x, roots, say)))
    elif poly.degree() == 2:
        value = sp.latex(poly.discriminant())
        key = "formula" if roots else "none"
        steps.append(WORDS[key].say(say, value=value, roots=listed(x, roots, say)))
    elif roots:
        steps.append(WORDS["factor"].say(say, factored=sp.latex(factored), roots=listed(x, roots, say)))
    else:
        return None
    return Told(tuple(steps), tuple(roots))


def judged(
    candidates: Sequence[sp.Expr], left: sp.Expr, right: sp.Expr, x: sp.Symbol, say: Language
) -> tuple[list[str], list[sp.Expr]] | None:
    """A sentence for each candidate, and those that solve the equation; None where one cannot be decided."""
    sentences, kept = [], []
    for value in candidates:
        sides = [sp.simplify(side.subs(x, value)) for side in (left, right)]
        shown = {"x": sp.latex(x), "value": exact_latex(value)}
        if any(not s.is_real or not s.is_finite for s in sides):
            if any(s.is_real is None and not s.has(sp.nan, sp.zoo, sp.I) for s in sides):
                return None
            sentences.append(WORDS["undefined"].say(say, **shown))
            continue
        gap = abs(sp.N(sides[0] - sides[1], 40))
        if 1e-25 < gap < 1e-15:
            return None
        key = "true" if gap < 1e-25 else "false"
        shown |= {"left": exact_latex(sides[0]), "right": exact_latex(sides[1])}
        if len(shown["left"]) + len(shown["right"]) > 120:
            return None
        sentences.append(WORDS[key].say(say, **shown))
        if key == "true":
            kept.append(value)
    return sentences, kept
