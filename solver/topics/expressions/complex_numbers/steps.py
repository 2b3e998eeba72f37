"""Arithmetic with complex numbers in words: one step for each operation, from the inside out.

Only the steps; what is asked and how it is checked is `complex_numbers`' business.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import sympy as sp

from solver.formula import Node, python_name, to_python, to_sympy
from solver.formula.nodes import Binary, Call, Negative, Symbol, children, symbols
from solver.ports import Language
from solver.topics.base import Words
from solver.topics.cells import exact_source

WORDS: Final = {
    "sum": Words(
        "Add real parts and imaginary parts separately: \\[{before}={after}\\]",
        "实部与虚部分别相加：\\[{before}={after}\\]",
    ),
    "difference": Words(
        "Subtract real parts and imaginary parts separately: \\[{before}={after}\\]",
        "实部与虚部分别相减：\\[{before}={after}\\]",
    ),
    "product": Words(
        "Multiply out and use \\(i^2=-1\\), that is \\((a+bi)(c+di)=(ac-bd)+(ad+bc)i\\): \\[{before}={after}\\]",
        "按多项式乘法展开并用 \\(i^2=-1\\)，即 \\((a+bi)(c+di)=(ac-bd)+(ad+bc)i\\)：\\[{before}={after}\\]",
    ),
    "quotient": Words(
        "Multiply numerator and denominator by the conjugate \\({conjugate}\\) of the denominator, because "
        "\\(({denominator})({conjugate})={norm}\\) is real: \\[{before}=\\frac{{({numerator})({conjugate})}}{{{norm}}}=\\frac{{{product}}}{{{norm}}}={after}\\]",
        "分子、分母同乘分母的共轭复数 \\({conjugate}\\)，因为 \\(({denominator})({conjugate})={norm}\\) 是实数："
        "\\[{before}=\\frac{{({numerator})({conjugate})}}{{{norm}}}=\\frac{{{product}}}{{{norm}}}={after}\\]",
    ),
    "divide": Words(
        "Divide both parts by the real number \\({denominator}\\): \\[{before}={after}\\]",
        "实部与虚部同除以实数 \\({denominator}\\)：\\[{before}={after}\\]",
    ),
    "cycle": Words(
        "The powers of \\(i\\) repeat after four: \\(i,-1,-i,1\\). Since \\({n}=4\\times {quotient}+{rest}\\), \\[i^{{{n}}}=i^{{{rest}}}={after}\\]",
        "\\(i\\) 的幂以 4 为周期：\\(i,-1,-i,1\\)。因为 \\({n}=4\\times {quotient}+{rest}\\)，所以 \\[i^{{{n}}}=i^{{{rest}}}={after}\\]",
    ),
    "square": Words("Square, with \\(i^2=-1\\), that is \\((a+bi)^2=a^2-b^2+2abi\\): \\[{chain}\\]", "平方，并用 \\(i^2=-1\\)，即 \\((a+bi)^2=a^2-b^2+2abi\\)：\\[{chain}\\]"),
    "power": Words("Square step by step, which is quicker than multiplying one by one: \\[{chain}\\]", "逐次平方，比逐个相乘快：\\[{chain}\\]"),
    "inverse": Words("A negative exponent means the reciprocal: \\[{before}=\\frac{{1}}{{{base}}}={after}\\]", "负指数表示倒数：\\[{before}=\\frac{{1}}{{{base}}}={after}\\]"),
}  # fmt: skip


def number(value: sp.Expr) -> sp.Expr:
    """A complex number with its parts apart and no root in a denominator."""
    return sp.radsimp(sp.expand_complex(value))


def shown(value: sp.Expr) -> str:
    """A number as a factor: in brackets unless it is a single non-negative real or i."""
    latex = sp.latex(value)
    return latex if value.is_nonnegative or value == sp.I else rf"\left({latex}\right)"


def arithmetic_steps(node: Node, known: Mapping[str, sp.Expr], language: Language) -> list[str]:
    """True statements that lead from the expression to its value; empty when it is already a + bi.

    `known` has the values of the names that occur.
    """
    steps: list[str] = []
    for child in children(node):
        steps += arithmetic_steps(child, known, language)
    if isinstance(node, Binary) and (step := _operation(node, known, language)):
        steps.append(step)
    return list(dict.fromkeys(steps))


def _operation(node: Binary, known: Mapping[str, sp.Expr], language: Language) -> str | None:
    left, right, value = (number(to_sympy(n, dict(known))) for n in (node.left, node.right, node))
    after = sp.latex(value)
    match node.op:
        case "+" | "-":
            if _is_canonical(node, left, right) and not symbols(node) & set(known):
                return None
            before = f"{sp.latex(left)}{node.op}{sp.latex(right) if right.is_nonnegative or node.op == '+' and not sp.latex(right).startswith('-') else shown(right)}"
            name = "sum" if node.op == "+" else "difference"
            return WORDS[name].say(language, before=before, after=after)
        case "*":
            if all(part.is_real or part == sp.I for part in (left, right)):
                return None
            before = f"{shown(left)}{_dot(left, right)}{shown(right)}"
            return WORDS["product"].say(language, before=before, after=after)
        case "/":
            return _quotient(left, right, value, language)
        case _:
            return None if left.is_real else _power(node, left, int(right), value, language)


def _dot(left: sp.Expr, right: sp.Expr) -> str:
    return r"\cdot " if not (shown(left).startswith(r"\left") and shown(right).startswith(r"\left")) else ""


def _is_canonical(node: Binary, left: sp.Expr, right: sp.Expr) -> bool:
    """Real ± real times i (in either order), or two reals: nothing is left to explain."""
    kinds = {("r" if p.is_real else "i" if p.is_imaginary else "c") for p in (left, right)}
    return kinds <= {"r", "i"} and kinds != {"i"}


def _quotient(left: sp.Expr, right: sp.Expr, value: sp.Expr, language: Language) -> str | None:
    before = rf"\frac{{{sp.latex(left)}}}{{{sp.latex(right)}}}"
    if right.is_real:
        if left.is_real:
            return None
        return WORDS["divide"].say(
            language, denominator=sp.latex(right), before=before, after=sp.latex(value)
        )
    conjugate = sp.conjugate(right)
    facts = {
        "denominator": right,
        "numerator": left,
        "conjugate": conjugate,
        "norm": number(right * conjugate),
        "product": number(left * conjugate),
        "after": value,
    }
    return WORDS["quotient"].say(language, before=before, **{k: sp.latex(v) for k, v in facts.items()})


def _power(node: Binary, base: sp.Expr, exponent: int, value: sp.Expr, language: Language) -> str | None:
    if exponent in (0, 1):
        return None
    latex = sp.latex(base)
    if base == sp.I:
        quotient, rest = divmod(exponent, 4)
        return WORDS["cycle"].say(language, n=exponent, quotient=quotient, rest=rest, after=sp.latex(value))
    after, size = sp.latex(value), abs(exponent)
    before = rf"\left({latex}\right)^{{{exponent}}}"
    if exponent == -1:
        return WORDS["inverse"].say(language, before=before, base=latex, after=after)
    chain, power = list[str](), base
    reached = 1
    while 2 * reached <= size:
        power, reached = number(power**2), 2 * reached
        chain.append(rf"\left({latex}\right)^{{{reached}}}={sp.latex(power)}")
    bits = [2**k for k in range(size.bit_length()) if size >> k & 1]
    if len(bits) > 1:
        factors = "".join(rf"\left({latex}\right)^{{{b}}}" for b in reversed(bits))
        chain.append(rf"\left({latex}\right)^{{{size}}}={factors}={sp.latex(number(base**size))}")
    if exponent < 0:
        chain.append(rf"{before}=\frac{{1}}{{{sp.latex(number(base**size))}}}={after}")
    return WORDS["square" if exponent == 2 else "power"].say(language, chain=r",\quad ".join(chain))


def facts(value: sp.Expr) -> dict[str, str]:
    """The parts of a number as LaTeX, for the sentences."""
    a, b = value.as_real_imag()
    r = sp.Abs(value)
    cos, sin = (sp.radsimp(p / r) if r != 0 else p for p in (a, b))
    squares = "+".join(
        sp.latex(p, fold_short_frac=False) + "^2"
        if p.is_Integer and p >= 0
        else rf"\left({sp.latex(p)}\right)^2"
        for p in (a, b)
    )
    return {
        k: sp.latex(v)
        for k, v in {"value": value, "a": a, "b": b, "cos": cos, "sin": sin, "modulus": r}.items()
    } | {"squares": squares}


def matrix_of(value: sp.Expr) -> str:
    """Source of a number a + bi as the matrix a·1 + b·J."""
    a, b = value.as_real_imag()
    return f"({exact_source(a)})*eye(2) + ({exact_source(b)})*J"


def matrix(node: Node) -> str:
    """Source of an expression where i is the matrix J and a real number r is r times the unit matrix."""
    match node:
        case Symbol("i"):
            return "J"
        case Symbol(name):
            return python_name(name)
        case Negative(operand):
            return f"(-{matrix(operand)})"
        case Binary("^", left, right):
            return f"({matrix(left)}**({to_python(right)}))"
        case Binary("/", left, right):
            return f"({matrix(left)}*{matrix(right)}.inv())"
        case Binary(op, left, right):
            return f"({matrix(left)} {op} {matrix(right)})"
        case Call("conjugate", (inner,)):
            return f"{matrix(inner)}.T"
        case Call("Abs", (inner,)):
            return f"(sqrt({matrix(inner)}.det())*eye(2))"
        case _:
            return f"({to_python(node)}*eye(2))"
