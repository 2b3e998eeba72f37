"""For which value of a letter a homogeneous system has solutions besides zero, or only zero.

Read: as many equations as unknowns (two to four), every right side 0, one letter in the coefficients. Not: more letters, other right sides.
"""

from __future__ import annotations

import re
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, python_name, to_sympy
from solver.formula.nodes import Blank, Symbol, symbols
from solver.latex import exact_latex, latex, values_in
from solver.ports import Language
from solver.reader import account
from solver.topics.base import Text, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.equations.matrices.literals import latex as matrix_latex
from solver.topics.equations.real_sets import read_set, set_latex
from solver.topics.prepared import Prepared

VOCABULARY: Final = {
    "more": "nontrivial solutions?|non-trivial solutions?|non trivial solutions?|a nontrivial solution|a non-trivial solution|nonzero solutions?|non-zero solutions?|non zero solutions?|solutions? other than zero|infinitely many solutions|非零解|有非零解|无穷多解|无穷多组解|无数组解|无数解",
    "only": "only the trivial solution|only the zero solution|just the trivial solution|only zero solution|only trivial solution|a unique solution|exactly one solution|只有零解|仅有零解|有唯一解|唯一零解|唯一解|有唯一零解",
    "words": "homogeneous|homogeneous system|homogeneous linear system|linear|system|the system|system of equations|system of linear equations|equations?|linear equations?|does|do|has|have|will|for what|for which|values?|value|of|numbers?|real|real numbers?|all|all values of|such that|so that|for|parameter|constant|determine"
    "|齐次|齐次线性方程组|线性方程组|方程组|线性|方程|何|取何值|取什么值|为何值|为多少|取|时|有|常数|实数|参数|关于|则|的值",
}
WORDS: Final = {
    "rule": Words("A homogeneous system with as many equations as unknowns has solutions besides zero exactly when the determinant of its coefficients is 0.", "未知数与方程个数相同的齐次线性方程组有非零解，当且仅当系数行列式等于 0。"),
    "determinant": Words("The determinant is \\[\\det {matrix}={value}={factored}\\]", "系数行列式为 \\[\\det {matrix}={value}={factored}\\]"),
    "zero": Words("It is 0 for {values}.", "令它等于 0，得 {values}。"),
    "only": Words("For all other values there is only the zero solution.", "取其他值时只有零解。"),
    "code": Words("the determinant of the coefficients", "系数行列式"),
    "sentence": Words("So \\({answer}\\).", "所以 \\({answer}\\)。"),
    "method": Words("the rank at each of these values, and the multiplicities counted by the degree", "在每个值处计算秩，并用次数核对根的个数"),
}  # fmt: skip
_UNKNOWNS: Final = ("x", "y", "z", "w", "u", "v")


def read(text: Text) -> Prepared | None:
    """Equations with right side 0 and the one letter."""
    if not re.search(
        r"(?i)trivial|non-?\s?zero|infinitely|homogen|zero\s+solution|零解|齐次|无穷", text.source
    ):
        return None
    source = re.sub(r"\\begin\{(?:cases|aligned|array)\}(?:\{[lcr]*\})?|\\end\{(?:cases|aligned|array)\}|\\left\\\{|\\right\.", " ", text.source)  # fmt: skip
    source = re.sub(r"\\\\", " , ", source)
    found = account(source, VOCABULARY)
    kinds = {c for c in found.concepts if c in ("more", "only")}
    equations = list(found.relations)
    if len(kinds) != 1 or found.unread or not 2 <= len(equations) <= 4:
        return None
    if any(e.signs != ("=",) or any(isinstance(s, Blank) for s in e.sides) for e in equations):
        return None
    asked = {n.name for n in found.asked if isinstance(n, Symbol)}
    if any(not isinstance(n, Symbol) for n in found.asked):
        return None
    names = set[str]().union(*map(symbols, equations))
    numbered = sorted(n for n in names if re.fullmatch(r"x_?\{?\d\}?", n))
    unknowns = numbered or [n for n in _UNKNOWNS if n in names]
    letters = names - set(unknowns)
    if len(letters) != 1 or asked - letters or {"e", "i"} & names or len(unknowns) != len(equations):
        return None
    try:
        forms = [sp.expand(to_sympy(e.sides[0]) - to_sympy(e.sides[1])) for e in equations]
    except (FormulaError, TypeError):
        return None
    variables = [sp.Symbol(n) for n in unknowns]
    if not set(variables) <= set().union(*(f.free_symbols for f in forms)):
        return None
    (name,) = letters
    return _task(forms, variables, sp.Symbol(name), "only" in kinds, text.language)


def _task(forms: list[Any], variables: list[sp.Symbol], p: sp.Symbol, only: bool, say: Language) -> Prepared | None:  # fmt: skip
    rows = [[f.coeff(v) for v in variables] for f in forms]
    rests = [sp.expand(f - sum((c * v for c, v in zip(row, variables, strict=True)), sp.S.Zero)) for f, row in zip(forms, rows, strict=True)]  # fmt: skip
    entries = [c for row in rows for c in row]
    if any(r != 0 for r in rests) or not all(c.is_polynomial(p) and c.free_symbols <= {p} for c in entries):
        return None
    matrix = sp.Matrix(rows)
    determinant = sp.expand(matrix.det())
    if p not in determinant.free_symbols:
        return None
    roots = sp.roots(sp.Poly(determinant, p))
    if sum(roots.values()) != sp.degree(determinant, p) or not all(r.is_real for r in roots):
        return None
    values = sorted(roots, key=float)
    listed = ", ".join(rf"\({latex(p)}={latex(v)}\)" for v in values)
    steps = [
        WORDS["rule"].say(say),
        WORDS["determinant"].say(say, matrix=matrix_latex(matrix), value=latex(determinant), factored=latex(sp.factor(determinant))),
        WORDS["zero"].say(say, values=listed),
    ]  # fmt: skip
    if only:
        steps.append(WORDS["only"].say(say))
    name = python_name(p.name)
    lines = [f"coefficients = Matrix({exact_source(rows)})", comment(WORDS["code"].say(say)), "determinant = expand(coefficients.det())"]  # fmt: skip
    lines.append(f"And(*[Ne({name}, v) for v in roots(determinant, {name})])" if only else f"sorted(roots(determinant, {name}))")  # fmt: skip
    setup = (
        f"{name} = symbols('{p.name}')",
        f"coefficients = Matrix({exact_source(rows)})",
        f"singular = lambda v: coefficients.subs({name}, v).rank() < {len(rows)}",
    )
    source = cell(*lines, variables=(p.name,))
    if only:
        rest = sp.Reals - sp.FiniteSet(*values)
        gaps = (*setup, "gaps = sorted(Complement(S.Reals, answer))", f"len(gaps) == {len(values)} and all(map(singular, gaps))")  # fmt: skip
        return Prepared(say, tuple(steps), source, gaps, WORDS["method"], WORDS["sentence"], shown=lambda value: set_latex(rest) if _left_out(value) == set(values) else None, given=lambda answer: read_set(answer, p.name))  # fmt: skip
    tests = (
        *setup,
        f"len(set(answer)) == {len(values)} and all(map(singular, answer)) and len(real_roots(Poly(coefficients.det(method='berkowitz'), {name}), multiple=True)) == {sum(roots.values())}",
    )

    def shown(value: Any) -> str | None:
        return (
            r",\ ".join(f"{latex(p)}={exact_latex(v)}" for v in value)
            if isinstance(value, list | tuple | sp.Tuple) and len(value)
            else None
        )

    def given(answer: str) -> Any:
        found = values_in(answer)
        if found is None or not found:
            return None
        plain = [v.rhs if isinstance(v, sp.Eq) else v for v in found]
        return plain if all(isinstance(v, sp.Expr) for v in plain) else None

    return Prepared(say, tuple(steps), source, tests, WORDS["method"], WORDS["sentence"], shown=shown, given=given)  # fmt: skip


def _left_out(value: Any) -> set[Any]:
    """The numbers that a cell's `k != 1 and k != 2` leaves out."""
    return {part.rhs for part in sp.And.make_args(value) if isinstance(part, sp.Ne)}
