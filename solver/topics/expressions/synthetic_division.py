"""Division of a polynomial by x − a: synthetic division, and the remainder theorem for the remainder alone."""

from __future__ import annotations

from typing import Final

import sympy as sp

from solver.latex import exact_latex
from solver.ports import Language
from solver.topics.base import Words

WORDS: Final = {
    "start": Words("The divisor is \\({q}\\), so \\(a={a}\\). Write the coefficients of \\({p}\\) in a row, with \\(0\\) for every missing power. "
                   "Bring the first one down; multiply by \\({a}\\), write the product under the next coefficient, add; and so on: \\[{table}\\]",
                   "除式是 \\({q}\\)，所以 \\(a={a}\\)。把 \\({p}\\) 的系数排成一行，缺项补 \\(0\\)。"
                   "落下首项系数，乘以 \\({a}\\)，写在下一个系数的下面并相加，依次进行：\\[{table}\\]"),
    "read": Words("The last number is the remainder \\({rest}\\); the others are the coefficients of the quotient \\({quotient}\\): \\[{p}=\\left({q}\\right)\\left({quotient}\\right){signed}\\]",
                  "最后一个数是余数 \\({rest}\\)，前面的数是商式 \\({quotient}\\) 的系数：\\[{p}=\\left({q}\\right)\\left({quotient}\\right){signed}\\]"),
    "theorem": Words("Remainder theorem: in \\(P({x})=\\left({q}\\right)Q({x})+R\\) put \\({x}={a}\\); the first product becomes 0, so \\(R=P\\left({a}\\right)\\): \\[{put}={rest}\\]",
                     "余数定理：在 \\(P({x})=\\left({q}\\right)Q({x})+R\\) 中令 \\({x}={a}\\)，前一项为 0，所以 \\(R=P\\left({a}\\right)\\)：\\[{put}={rest}\\]"),
    "cell": Words("multiply by a and add, coefficient after coefficient", "逐个系数乘以 a 再相加"),
    "cell_theorem": Words("the value at the zero of the divisor", "在除式的零点处求值"),
}  # fmt: skip


def methods(divisor: sp.Poly, wanted: str) -> tuple[str, ...]:
    """Long division; the others by x − a only."""
    short = divisor.degree() == 1 and divisor.LC() == 1
    theorem = ("remainder-theorem",) if divisor.degree() == 1 and wanted == "remainder" else ()
    return ("long-division", *(("synthetic",) if short else ()), *theorem)


def synthetic_steps(p: sp.Poly, q: sp.Poly, language: Language) -> list[str]:
    """The scheme, and what is read off."""
    a = -q.eval(0)
    row, products, sums = p.all_coeffs(), [""], [p.LC()]
    for coefficient in row[1:]:
        products.append(sp.latex(sums[-1] * a))
        sums.append(coefficient + sums[-1] * a)
    lines = [
        " & ".join([sp.latex(a), *map(sp.latex, row)]),
        " & ".join(["", *products]) + r" \\ \hline",
        " & ".join(["", *map(sp.latex, sums)]),
    ]
    body = lines[0] + r" \\ " + lines[1] + " " + lines[2]
    table = rf"\begin{{array}}{{r|{'r' * len(row)}}} {body} \end{{array}}"
    quotient, rest = sp.Poly(sums[:-1], p.gen, domain="QQ"), sums[-1]
    signed = "" if rest == 0 else sp.latex(rest) if rest < 0 else f"+{sp.latex(rest)}"
    shown = {
        "p": _latex(p),
        "q": _latex(q),
        "a": sp.latex(a),
        "quotient": _latex(quotient),
        "rest": sp.latex(rest),
    }
    return [
        WORDS["start"].say(language, table=table, **shown),
        WORDS["read"].say(language, signed=signed, **shown),
    ]


def theorem_steps(p: sp.Poly, q: sp.Poly, language: Language) -> list[str]:
    """The value of the dividend at the zero of the divisor."""
    a = -q.eval(0) / q.LC()
    put = ""
    for (power,), c in p.terms():
        sign = "-" if c < 0 else "+" if put else ""
        at = "" if power == 0 else rf"\left({sp.latex(a)}\right)" + (f"^{{{power}}}" if power > 1 else "")
        size = "" if abs(c) == 1 and at else sp.latex(abs(c))
        put += sign + size + (r"\cdot " if size and at else "") + at
    return [
        WORDS["theorem"].say(
            language, x=sp.latex(p.gen), q=_latex(q), a=sp.latex(a), put=put, rest=sp.latex(p.eval(a))
        )
    ]


def _latex(polynomial: sp.Poly) -> str:
    return exact_latex(polynomial.as_expr())
