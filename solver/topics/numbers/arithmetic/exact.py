"""The end of a computation whose value is no rational number: roots simplified, brackets multiplied out, exact values of sines.

Not: values that sympy does not find in roots; of those nothing is said.
"""

from __future__ import annotations

from typing import Final

import sympy as sp
from sympy.functions.elementary.trigonometric import TrigonometricFunction

from solver.formula import Node, to_latex, to_sympy
from solver.formula.nodes import Binary, Call, Number, walk
from solver.latex import exact_latex
from solver.ports import Language
from solver.topics.base import Words

MAX_NODES: Final = 60
MAX_RADICAND: Final = 10**6
MAX_POWER: Final = 12

WORDS: Final = {
    "surd": Words("Take the largest square out of the root, \\({number}={side}^2\\times {rest}\\): \\[{before}={after}\\]",
                  "把最大的平方因数开出来，\\({number}={side}^2\\times {rest}\\)：\\[{before}={after}\\]"),
    "known": Words("Known exact values: \\[{values}\\]", "特殊角的三角函数值：\\[{values}\\]"),
    "split": Words("Write the angle by two known ones, \\({angle}={parts}\\), and use the addition formula: \\[{before}={formula}={after}\\]",
                   "把角写成两个特殊角，\\({angle}={parts}\\)，用和（差）角公式：\\[{before}={formula}={after}\\]"),
    "every": Words("Multiply every term of one bracket by every term of the other: \\[{before}={middle}\\]",
                   "用一个括号的每一项乘另一个括号的每一项：\\[{before}={middle}\\]"),
    "square": Words("The square of a sum is \\((a+b)^2=a^2+2ab+b^2\\): \\[{before}={middle}\\]", "由完全平方公式 \\((a+b)^2=a^2+2ab+b^2\\)：\\[{before}={middle}\\]"),
    "value": Words("Put together and simplified: \\[{before}={after}\\]", "合并化简：\\[{before}={after}\\]"),
}  # fmt: skip
_TRIG: Final = {"sin": sp.sin, "cos": sp.cos, "tan": sp.tan}


def simplest(value: sp.Expr) -> sp.Expr:
    """A number of roots without roots in denominators, powers of sums multiplied out.

    >>> simplest((sp.sqrt(3) - 1) ** 2)
    4 - 2*sqrt(3)
    """
    found = sp.radsimp(sp.simplify(value))
    return sp.expand(found) if is_power_of_sum(found) else found


def is_power_of_sum(value: sp.Expr) -> bool:
    """Whether a power of a sum of roots is left, small enough to be written out."""
    return any(
        p.base.is_Add and p.base.is_algebraic and p.exp.is_Integer and 1 < p.exp <= MAX_POWER
        for p in value.atoms(sp.Pow)
    )


def finish(node: Node, language: Language) -> list[str]:
    """From what is left after the layers to the exact value."""
    if sum(1 for _ in walk(node)) > MAX_NODES:
        return []
    value = simplest(to_sympy(node))
    if value.has(TrigonometricFunction, sp.Float) or not value.is_number:
        return []
    steps = [*_angles(node, language), *_surds(node, language), *_brackets(node, language)]
    after = exact_latex(value)
    told = bool(steps) and steps[-1].endswith((f"={after}\\]", f"={sp.latex(value)}\\]"))
    if after != to_latex(node) and not (told and isinstance(node, Call)):
        steps.append(WORDS["value"].say(language, before=to_latex(node), after=after))
    return steps


def _surds(node: Node, language: Language) -> list[str]:
    steps = []
    for part in dict.fromkeys(walk(node)):
        match part:
            case Call("sqrt", (Number(value),)) if value.denominator == 1 and value <= MAX_RADICAND:
                side = max((k for k in range(1, int(value**0.5) + 1) if value % (k * k) == 0), default=1)
                if side > 1 and value > side * side:
                    rest = int(value) // side**2
                    after = rf"{side} \sqrt{{{rest}}}"
                    steps.append(WORDS["surd"].say(language, number=value, side=side, rest=rest, before=to_latex(part), after=after))  # fmt: skip
    return steps


def _angles(node: Node, language: Language) -> list[str]:
    """Known values in one step; a value of 15°, 75°, … by an addition formula."""
    known, steps = [], []
    for part in dict.fromkeys(walk(node)):
        if not isinstance(part, Call) or part.name not in _TRIG or len(part.arguments) != 1:
            continue
        angle = sp.simplify(to_sympy(part.arguments[0]) * 180 / sp.pi)
        value = to_sympy(part)
        if (
            not angle.is_Integer
            or not value.is_number
            or value.has(TrigonometricFunction)
            or value.has(sp.zoo)
        ):
            continue
        if angle % 30 == 0 or angle % 45 == 0:
            known.append(f"{to_latex(part)}={exact_latex(value)}")
        elif angle % 15 == 0:
            steps.append(_split(part, int(angle), value, language))
    return ([WORDS["known"].say(language, values=r",\quad ".join(known))] if known else []) + steps


def _split(part: Call, angle: int, value: sp.Expr, language: Language) -> str:
    other = angle - 45
    sign = "+" if other > 0 else "-"
    degrees = "^{\\circ}"
    first, second = (sp.rad(45), sp.rad(abs(other)))
    s1, c1, s2, c2 = (sp.latex(f(a)) for a in (first, second) for f in (sp.sin, sp.cos))
    opposite = "-" if sign == "+" else "+"

    def product(a: str, b: str) -> str:
        return rf"{a}\cdot {b}" if not b.startswith("-") else rf"{a}\cdot \left({b}\right)"

    if part.name == "sin":
        formula = f"{product(s1, c2)}{sign}{product(c1, s2)}"
    elif part.name == "cos":
        formula = f"{product(c1, c2)}{opposite}{product(s1, s2)}"
    else:
        tangent = sp.latex(sp.tan(second))
        shown = rf"\left({tangent}\right)" if tangent.startswith("-") else tangent
        formula = rf"\frac{{1{sign}{shown}}}{{1{opposite}{product('1', tangent)}}}"
    parts = f"45{degrees}{sign}{abs(other)}{degrees}"
    return WORDS["split"].say(
        language, angle=f"{angle}{degrees}", parts=parts, before=to_latex(part), formula=formula,
        after=exact_latex(sp.radsimp(sp.simplify(value))),
    )  # fmt: skip


def _terms(node: Node) -> list[sp.Expr] | None:
    """The terms of a sum of at least two."""
    match node:
        case Binary("+" | "-" as op, left, right):
            first = _terms(left) or [to_sympy(left)]
            last = to_sympy(right)
            return [*first, last if op == "+" else -last]
    return None


def _brackets(node: Node, language: Language) -> list[str]:
    match node:
        case Binary("^", base, Number(two)) if two == 2:
            terms = _terms(base)
            if terms is None or len(terms) != 2:
                return []
            a, b = terms
            parts = [sp.simplify(part) for part in (a * a, 2 * a * b, b * b)]
            middle = "".join(_signed(part, first=i == 0) for i, part in enumerate(parts))
            return [WORDS["square"].say(language, before=to_latex(node), middle=middle)]
    if not isinstance(node, Binary) or node.op != "*":
        return []
    left, right = _terms(node.left), _terms(node.right)
    if left is None or right is None or len(left) * len(right) > 9:
        return []
    middle = "".join(_signed(sp.simplify(a * b), first=i == j == 0) for i, a in enumerate(left) for j, b in enumerate(right))  # fmt: skip
    return [WORDS["every"].say(language, before=to_latex(node), middle=middle)]


def _signed(value: sp.Expr, *, first: bool) -> str:
    text = sp.latex(value)
    return text if first or text.startswith("-") else f"+{text}"
