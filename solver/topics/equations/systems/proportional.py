"""Two letters in a system of two linear equations with infinitely many solutions: all the coefficients are in one ratio.

Read by `letters`: one pair of coefficients is known, and each letter is alone in its pair. Not: letters in one and the same pair.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, TypeAlias

import sympy as sp

from solver.formula import to_sympy
from solver.formula.nodes import Node, Relation, Symbol
from solver.latex import values_in
from solver.ports import Language
from solver.topics.base import Reading, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.equations.solutions import assignments
from solver.topics.prepared import Prepared

WORDS: Final = {
    "given": Words("Every solution of one equation has to solve the other, so both are the same equation up to a factor: \\[{system}\\]", "两个方程有无穷多组公共解，所以它们只差一个常数倍：\\[{system}\\]"),
    "factor": Words("The coefficients \\({one}\\) and \\({two}\\) are known, so the factor from the second equation to the first is \\({factor}\\).", "已知一对对应系数 \\({one}\\) 与 \\({two}\\)，所以第一个方程是第二个方程的 \\({factor}\\) 倍。"),
    "pair": Words("So \\({one}={factor}\\cdot\\left({two}\\right)\\), which gives \\({name}={value}\\).", "于是 \\({one}={factor}\\cdot\\left({two}\\right)\\)，解得 \\({name}={value}\\)。"),
    "code": Words("all products across are equal", "交叉相乘都相等"),
    "method": Words("with these values the two equations have rank 1 together", "代入后，两个方程合起来的秩为 1"),
}  # fmt: skip

Pair: TypeAlias = tuple[sp.Expr, sp.Expr]
"""The coefficients of one letter, or the right sides, in both equations."""


def proportional(equations: Sequence[Relation], asked: Sequence[Node], language: Language) -> Reading:
    """The task of finding both letters; None where the ratio does not fix them."""
    rows = _rows(equations)
    pairs = list(zip(*rows, strict=True)) if rows else []
    known = [pair for pair in pairs if all(c.is_Rational and c for c in pair)]
    if len(known) != 1:
        return None
    values = _letters(pairs, known[0][0] / known[0][1])
    names = [n.name for n in asked if isinstance(n, Symbol)]
    if values is None or len(names) != 2 or {str(letter) for letter, _, _ in values} != set(names):
        return None
    matrix = exact_source(rows)
    source = cell(
        f"A = Matrix({matrix})",
        comment(WORDS["code"].say(language)),
        f"letters = solve([A[0, i]*A[1, j] - A[0, j]*A[1, i] for i in range(3) for j in range(i)], [{', '.join(names)}], dict=True)",
        f"[[s[n] for n in ({', '.join(names)})] for s in letters]",
        variables=tuple(names),
    )

    def shown(value: Any) -> str | None:
        one_solution = value[0] if isinstance(value, list) and len(value) == 1 else None
        if not isinstance(one_solution, list) or len(one_solution) != 2:
            return None
        return assignments(dict(zip(names, one_solution, strict=True)))

    return Prepared(
        language,
        _steps(rows, known[0], values, language),
        source,
        (
            f"A = Matrix({matrix}).subs(dict(zip(({', '.join(names)}), answer)))",
            "len(answer) == 2 and A.rank() == 1",
        ),
        WORDS["method"],
        shown=shown,
        given=lambda answer: None if (read := values_in(answer)) is None else list(read),
        letters=tuple(names),
    )


def _rows(equations: Sequence[Relation]) -> list[list[sp.Expr]]:
    """`a x + b y = c` as a, b, c; empty where an equation is not linear in x and y."""
    x, y = sp.symbols("x y")
    rows = []
    for equation in equations:
        poly = sp.expand(to_sympy(equation.sides[0]) - to_sympy(equation.sides[1])).as_poly(x, y)
        if poly is None or poly.total_degree() != 1:
            return []
        rows.append([poly.coeff_monomial(x), poly.coeff_monomial(y), -poly.coeff_monomial(1)])
    return rows


def _letters(pairs: Sequence[Pair], factor: sp.Expr) -> list[tuple[sp.Symbol, sp.Rational, Pair]] | None:
    """Each letter with its value and its pair of coefficients; None where a pair has two of them or leaves one open."""
    found = list[tuple[sp.Symbol, sp.Rational, Pair]]()
    for first, second in pairs:
        letters = sorted(first.free_symbols | second.free_symbols, key=str)
        if not letters:
            continue
        roots = sp.solve(first - factor * second, letters[0]) if len(letters) == 1 else []
        if len(roots) != 1 or not roots[0].is_Rational or letters[0] in {letter for letter, _, _ in found}:
            return None
        found.append((letters[0], roots[0], (first, second)))
    return found


def _steps(
    rows: Sequence[Sequence[sp.Expr]],
    known: Pair,
    values: Sequence[tuple[sp.Symbol, sp.Rational, Pair]],
    say: Language,
) -> tuple[str, ...]:
    x, y = sp.symbols("x y")
    lines = r"\\".join(f"{sp.latex(a * x + b * y)}={sp.latex(c)}" for a, b, c in rows)
    one, two = known
    factor = sp.latex(one / two)
    return (
        WORDS["given"].say(say, system=rf"\begin{{cases}}{lines}\end{{cases}}"),
        WORDS["factor"].say(say, one=sp.latex(one), two=sp.latex(two), factor=factor),
        *(
            WORDS["pair"].say(
                say,
                one=sp.latex(first),
                factor=factor,
                two=sp.latex(second),
                name=sp.latex(letter),
                value=sp.latex(value),
            )
            for letter, value, (first, second) in values
        ),
    )
