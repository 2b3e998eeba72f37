"""Quadratic forms: the quotient of two, or one where another one is a number; their extreme values are generalised eigenvalues."""

from __future__ import annotations

import sympy as sp

from solver.latex import latex
from solver.ports import Language
from solver.topics.calculus.bounds.reading import Question
from solver.topics.calculus.bounds.words import LARGEST, SMALLEST, WORDS
from solver.topics.cells import cell, comment, exact_source
from solver.topics.equations.matrices.literals import latex as matrix_latex
from solver.topics.prepared import Prepared


def by_forms(asked: Question, say: Language) -> Prepared | None:
    """The task, where it is about two quadratic forms, the second positive for all numbers."""
    letters = asked.letters
    if len(letters) < 2 or asked.is_distance:
        return None
    top, bottom = sp.fraction(sp.together(asked.target))
    constant = sp.S.One
    if not asked.equations and bottom.free_symbols:
        f, g = sp.expand(top), sp.expand(bottom)
    elif len(asked.equations) == 1 and not bottom.free_symbols:
        equation = sp.expand(asked.equations[0])
        constant = -equation.as_independent(*letters)[0]
        f, g = sp.expand(asked.target), equation + constant
        if constant.is_negative:
            g, constant = -g, -constant
    else:
        return None
    if not constant.is_positive or not _is_form(f, letters) or not _is_form(g, letters):
        return None
    if any(r.high is not None or r.low not in (None, 0) for r in asked.ranges.values()):
        return None
    matrix, other = sp.hessian(f, letters) / 2, sp.hessian(g, letters) / 2
    if not other.is_positive_definite:
        return None
    root_name = sp.Symbol("lambda")
    polynomial = sp.expand((matrix - root_name * other).det())
    roots = [r for r in sp.roots(polynomial, root_name) if r.is_real]
    if len(roots) == 0 or sum(sp.roots(polynomial, root_name).values()) != len(letters):
        return None
    best = (max if asked.largest else min)(roots, key=float)
    vector = _vector(matrix - best * other, asked)
    if vector is None or best.count_ops() > 12:
        return None
    value = sp.radsimp(constant * best)
    word = (LARGEST if asked.largest else SMALLEST).say(say)
    steps = [
        WORDS["forms"].say(say, f=matrix_latex(sp.ImmutableMatrix(matrix)), g=matrix_latex(sp.ImmutableMatrix(other))),
        WORDS["determinant"].say(say, polynomial=latex(polynomial), roots=r",\ ".join(latex(r) for r in sorted(roots, key=float))),
        WORDS["attained"].say(say, best=word, value=latex(best), vector=matrix_latex(vector, point=True)),
    ]  # fmt: skip
    if asked.equations:
        steps.append(WORDS["times"].say(say, c=latex(constant), root=latex(best), value=latex(value)))
    names = [s.name for s in letters]
    source = cell(
        f"F, G = Matrix({exact_source(matrix.tolist())}), Matrix({exact_source(other.tolist())})",
        comment(WORDS["code"].say(say)),
        "t = symbols('t')",
        "found = [r for r in roots((F - t*G).det(), t) if r.is_real]",
        f"radsimp({'' if constant == 1 else exact_source(constant) + '*'}{'max' if asked.largest else 'min'}(found))",
    )
    sign = "-" if asked.largest else ""
    tests = (
        f"{', '.join(names)} = symbols('{' '.join(names)}', real=True)",
        f"letters = [{', '.join(names)}]",
        f"quotient = ({exact_source(f)})*({exact_source(constant)})/({exact_source(g)})",
        f"place = {exact_source(list(vector))}",
        "points = [[Rational((29*k + 17*j*j + k*k*(j + 1)) % 101 - 50, 50) + Rational(1, 1000) for j in range(len(letters))] for k in range(120)]",
        f"bool(abs(N(quotient.subs(list(zip(letters, place))) - answer, 30)) < 1e-20 and all(N({sign}(quotient.subs(list(zip(letters, p))) - answer), 20) > -1e-9 for p in points))",
    )
    return Prepared(say, tuple(steps), source, tests, WORDS["method"])


def _is_form(expression: sp.Expr, letters: tuple[sp.Symbol, ...]) -> bool:
    if not expression.is_polynomial(*letters):
        return False
    poly = sp.Poly(expression, *letters)
    return bool(poly.is_homogeneous and poly.total_degree() == 2)


def _vector(matrix: sp.Matrix, asked: Question) -> sp.Matrix | None:
    """A direction where the value is attained, within what is said of the letters."""
    basis = matrix.applyfunc(sp.radsimp).nullspace(simplify=True)
    if not basis:
        return None
    vector = basis[0]
    signs = [asked.ranges[s] for s in asked.letters]
    for candidate in (vector, -vector):
        if all(
            r.low is None or (bool(c > 0) if r.open_low else bool(c >= 0))
            for r, c in zip(signs, candidate, strict=True)
        ):
            return sp.ImmutableMatrix(candidate)
    return None
