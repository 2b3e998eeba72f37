"""Two letters in a system of two linear equations with infinitely many solutions: all the coefficients are in one ratio.

Read by `letters`: one pair of coefficients is known, and each letter is alone in its pair. Not: letters in one and the same pair.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

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


def proportional(equations: Sequence[Relation], asked: Sequence[Node], language: Language) -> Reading:
    """The task of finding both letters; None where the ratio does not fix them."""
    x, y = sp.symbols("x y")
    rows: list[list[sp.Expr]] = []
    for equation in equations:
        poly = sp.expand(to_sympy(equation.sides[0]) - to_sympy(equation.sides[1])).as_poly(x, y)
        if poly is None or poly.total_degree() != 1:
            return None
        rows.append([poly.coeff_monomial(x), poly.coeff_monomial(y), -poly.coeff_monomial(1)])
    pairs = list(zip(*rows, strict=True))
    known = [pair for pair in pairs if all(c.is_Rational and c for c in pair)]
    if len(known) != 1:
        return None
    one, two = known[0]
    factor, values = one / two, dict[sp.Symbol, sp.Expr]()
    steps = [
        WORDS["given"].say(
            language,
            system=r"\begin{cases}"
            + r"\\".join(f"{sp.latex(a * x + b * y)}={sp.latex(c)}" for a, b, c in rows)
            + r"\end{cases}",
        ),
        WORDS["factor"].say(language, one=sp.latex(one), two=sp.latex(two), factor=sp.latex(factor)),
    ]
    for first, second in pairs:
        letters = sorted(first.free_symbols | second.free_symbols, key=str)
        if not letters:
            continue
        found = sp.solve(first - factor * second, letters[0]) if len(letters) == 1 else []
        if len(found) != 1 or not found[0].is_Rational or letters[0] in values:
            return None
        values[letters[0]] = found[0]
        steps.append(
            WORDS["pair"].say(
                language,
                one=sp.latex(first),
                factor=sp.latex(factor),
                two=sp.latex(second),
                name=sp.latex(letters[0]),
                value=sp.latex(found[0]),
            )
        )
    names = [n.name for n in asked if isinstance(n, Symbol)]
    if len(names) != 2 or set(map(str, values)) != set(names):
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
        tuple(steps),
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
