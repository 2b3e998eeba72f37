"""Sums of fractions and fractions within fractions, in the steps of a textbook; no text is read here.

Every step is an equation between expressions that are equal wherever both are defined.
"""

from __future__ import annotations

import sympy as sp

from solver.formula import Node, letter, to_latex, to_sympy
from solver.formula.nodes import Binary, Negative, symbols, walk
from solver.latex import latex
from solver.ports import Language
from solver.topics.expressions.polynomials.words import WORDS


def least_common(denominators: list[sp.Expr]) -> sp.Expr:
    """Least common multiple in factors, with a positive number in front.

    >>> x = sp.Symbol("x")
    >>> least_common([x**2 - 4, 2*x - 4])
    2*(x - 2)*(x + 2)
    """
    whole = sp.factor(sp.lcm_list(denominators)) if len(denominators) > 1 else sp.factor(denominators[0])
    return -whole if whole.as_coeff_Mul()[0] < 0 else whole


def terms(node: Node, sign: int = 1) -> list[tuple[int, Node]]:
    """The terms of a sum with their signs."""
    match node:
        case Binary("+", left, right):
            return [*terms(left, sign), *terms(right, sign)]
        case Binary("-", left, right):
            return [*terms(left, sign), *terms(right, -sign)]
        case Negative(operand):
            return terms(operand, -sign)
        case _:
            return [(sign, node)]


def is_compound(node: Node) -> bool:
    """A fraction with a fraction above or below its line."""
    return (
        isinstance(node, Binary)
        and node.op == "/"
        and any(
            isinstance(n, Binary) and n.op == "/" and symbols(n)
            for side in (node.left, node.right)
            for n in walk(side)
        )
    )


def real(node: Node) -> sp.Expr:
    """The value with real letters."""
    return to_sympy(node, {n: letter(n, real=True) for n in symbols(node)})


def fraction_steps(body: Node, after: str, say: Language) -> list[str]:
    """What is done to `body`, a rational expression, to get the LaTeX `after`, which is reduced."""
    before = to_latex(body)
    if is_compound(body) and isinstance(body, Binary):
        return _compound(body, before, after, say)
    parts = terms(body)
    pairs = [sp.fraction(sp.together(sign * real(node))) for sign, node in parts]
    if len(parts) > 1 and any(not bottom.is_number or bottom != 1 for _, bottom in pairs):
        return _sum(pairs, before, after, say)
    top, bottom = sp.fraction(sp.together(real(body)))
    factored = rf"\frac{{{latex(sp.factor(top))}}}{{{latex(sp.factor(bottom))}}}"
    return [WORDS["fraction"].say(say, before=before, factored=factored, after=after)]


def _sum(pairs: list[tuple[sp.Expr, sp.Expr]], before: str, after: str, say: Language) -> list[str]:
    common = least_common([bottom for _, bottom in pairs])
    raised = [sp.cancel(top * common / bottom) for top, bottom in pairs]
    shown = [rf"\frac{{{latex(sp.factor(top))}}}{{{latex(common)}}}" for top in raised]
    total = sp.expand(sum(raised))
    whole = rf"\frac{{{latex(total)}}}{{{latex(common)}}}"
    below = ",\\ ".join(dict.fromkeys(latex(sp.factor(bottom)) for _, bottom in pairs if bottom != 1))
    steps = [
        WORDS["denominator"].say(say, denominators=below, common=latex(common)),
        WORDS["raise"].say(say, before=before, after="+".join(shown)),
        WORDS["numerators"].say(say, before="+".join(shown), after=whole),
    ]
    if whole != after:
        factored = rf"\frac{{{latex(sp.factor(total))}}}{{{latex(common)}}}"
        steps.append(WORDS["fraction"].say(say, before=whole, factored=factored, after=after))
    return steps


def _compound(body: Binary, before: str, after: str, say: Language) -> list[str]:
    small = [
        sp.fraction(sp.together(real(node)))[1] for side in (body.left, body.right) for _, node in terms(side)
    ]
    common = least_common(small)
    top, bottom = (sp.cancel(real(side) * common) for side in (body.left, body.right))
    top, bottom = (sp.expand(side) if side.is_polynomial() else side for side in (top, bottom))
    middle = rf"\frac{{{latex(top)}}}{{{latex(bottom)}}}"
    factored = rf"\frac{{{latex(sp.factor(top))}}}{{{latex(sp.factor(bottom))}}}"
    return [
        WORDS["clear"].say(say, common=latex(common), before=before, after=middle),
        WORDS["fraction"].say(say, before=middle, factored=factored, after=after),
    ]
