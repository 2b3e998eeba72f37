"""One equation in one unknown: linear, quadratic, polynomial, rational, with roots, absolute values, powers, logarithms.

Real solutions. Not: parameters, trigonometric equations (their solutions are infinitely many), inequalities.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import sympy as sp

from solver import plots
from solver.formula import Node, letter, python_name, symbol_latex, to_latex, to_python, to_sympy
from solver.formula.emit import TRIGONOMETRIC
from solver.formula.nodes import Call, Relation, Symbol, symbols, walk
from solver.latex import exact_latex, values_in
from solver.ports import CheckPlan, Language
from solver.reader import Account, account, notation_of
from solver.topics.base import Conclusion, Reading, Solution, Task, Text, Unread
from solver.topics.cells import cell, comment, difference, exact_source
from solver.topics.equations import biquadratic
from solver.topics.equations.absolute_values import AbsoluteValue
from solver.topics.equations.equation_words import VOCABULARY, WORDS, is_open
from solver.topics.equations.gaps import all_but, gaps_of
from solver.topics.equations.high_roots import HighRoots, has_hard_factor
from solver.topics.equations.kinds import school_steps
from solver.topics.equations.linear import linear_steps
from solver.topics.equations.odd_roots import OddRoot, odd_root, with_real_roots
from solver.topics.equations.quadratic_methods import Quadratic, as_square
from solver.topics.equations.scanning import scan_source
from solver.topics.equations.solutions import (
    NO_SOLUTION,
    alternatives,
    in_logarithms,
    is_no_solution,
    without_nested_logs,
)
from solver.topics.methods import Another


def read(text: Text) -> Reading:
    """An equation, with or without words around it."""
    found = account(text.source, VOCABULARY, notation_of(text.source))
    if not is_one_equation(found):
        return None
    equation = found.relations[0]
    unknown = next(iter(symbols(equation) - {"e", "i"}))
    if any(not (isinstance(n, Symbol) and n.name == unknown) for n in found.asked):
        return None
    if found.unread:
        return Unread(found.unread)
    if _is_definition(equation, found):
        return None
    task = equation_of(equation, text.language, plain=bool(found.asked), real=found.has("real"))
    return task if task is None else task.in_high_degree() or task


def equation_of(
    relation: Relation, language: Language, *, plain: bool = False, real: bool = False
) -> Equation | None:
    """The task that an equation in one unknown poses; None where its solutions would not be found for sure.

    `plain`: just the value is asked for; `real`: only real solutions are.

    Raises:
        FormulaError: a number in it is too large.
    """
    unknown = next(iter(symbols(relation) - {"e", "i"}))
    if any(isinstance(n, Call) and n.name in TRIGONOMETRIC for n in walk(relation)):
        return None
    to_sympy(relation)  # a number that is too large is a FormulaError, which the reader is told
    try:
        root = odd_root(relation, unknown)
    except ValueError:
        return None
    task = Equation(relation, unknown, plain, language, root)
    if task.is_identity() and task.gaps() is None:
        return None  # true wherever it has a value, and who knows where that is
    # in Chinese schools a quadratic equation has real solutions or none
    return replace(task, in_complex=language == "en" and not real and task.has_only_complex())


def is_one_equation(found: Account) -> bool:
    """Whether a text states one equation in one unknown, and no function is left open."""
    return (
        len(found.relations) == 1
        and found.relations[0].signs == ("=",)
        and len(symbols(found.relations[0]) - {"e", "i"}) == 1
        and "i" not in symbols(found.relations[0])
        and not any(is_open(part) for node in found.nodes for part in walk(node))
    )


def _is_definition(equation: Relation, found: Account) -> bool:
    """`x = 3` alone says what x is and asks nothing."""
    left, right = equation.sides
    return isinstance(left, Symbol) and not symbols(right) and not found.asked and not found.has("solve")


@dataclass(frozen=True, slots=True)
class Equation:
    """The real solutions of `relation` for `unknown`; `plain` when just the value was asked for."""

    relation: Relation
    unknown: str
    plain: bool
    language: Language
    root: OddRoot | None = None
    in_complex: bool = False

    @property
    def _sides(self) -> tuple[Node, Node]:
        left, right = self.relation.sides
        return left, right

    def _difference(self, *, real: bool = True) -> sp.Expr:
        x = letter(self.unknown, real=True) if real else letter(self.unknown)
        left, right = (to_sympy(side, {self.unknown: x}) for side in self._sides)
        return left - right

    def _given(self) -> str:
        return WORDS["given"].say(
            self.language, x=symbol_latex(self.unknown), equation=to_latex(self.relation)
        )

    def in_high_degree(self) -> HighRoots | None:
        """The same equation, where its roots need Cardano's formula or decimals."""
        polynomial = self.polynomial() if self.root is None else None
        if polynomial is None or polynomial.degree() < 3 or not has_hard_factor(polynomial):
            return None
        steps = [self._given(), *self._collected(polynomial)]
        if len(sp.factor_list(polynomial)[1]) > 1:
            steps.append(
                WORDS["factor"].say(self.language, factored=sp.latex(sp.factor(polynomial.as_expr())))
            )
        return HighRoots(polynomial, self.unknown, self.plain, tuple(steps), self.language)

    def polynomial(self) -> sp.Poly | None:
        """Left minus right, where that is a polynomial with rational coefficients."""
        x = letter(self.unknown)
        difference = self._difference(real=False)
        if not difference.is_polynomial(x):
            return None
        polynomial = sp.Poly(difference, x)
        return polynomial if polynomial.domain.is_QQ or polynomial.domain.is_ZZ else None

    def solution(self) -> Solution:
        """School steps by degree; then the cell."""
        if (usual := self.methods()[:1]) in (("cases",), ("change-of-variable",)):
            return self._special(usual[0])
        say, x = self.language, symbol_latex(self.unknown)
        steps = [self._given()]
        polynomial = self.polynomial()
        if self.root is not None:
            t = sp.Symbol("t")
            left, right = (sp.latex(self.root.in_root(side, t)) for side in self._sides)
            by_root, base = sp.latex(self.root.unknown_by_root(t)), to_latex(self.root.base)
            steps.append(
                WORDS["root"].say(
                    say, n=self.root.degree, base=base, x=x, by_root=by_root, left=left, right=right
                )
            )
        elif polynomial is None:
            steps += self._school_steps() or [WORDS["domain"].say(say), WORDS["powers"].say(say)]
        else:
            steps += self._polynomial_steps(polynomial, x)
        return Solution(tuple(steps), self._cell(), self._plot(polynomial))

    def _school_steps(self) -> tuple[str, ...] | None:
        """Those of an equation that is no polynomial, where its kind is taught."""
        x = letter(self.unknown, real=True)
        try:
            solutions = self.real_solutions()
        except NotImplementedError:
            return None
        if solutions is None:
            return None
        left, right = (to_sympy(side, {self.unknown: x}) for side in self._sides)
        return school_steps(left, right, x, solutions, self.language)

    def methods(self) -> tuple[str, ...]:
        """Those of a quadratic equation; factoring, where a longer polynomial has factors."""
        if (absolute := AbsoluteValue.of(self.relation, self.unknown, self.language)) is not None:
            return absolute.methods()
        polynomial = self.polynomial() if self.root is None else None
        if polynomial is None or polynomial.degree() < 2:
            return ()
        if polynomial.degree() == 2:
            return self._quadratic(polynomial).methods()
        factors = sp.factor_list(polynomial)[1]
        found = ("factoring",) if len(factors) > 1 or factors[0][1] > 1 else ()
        return (*found, *(("change-of-variable",) if biquadratic.is_biquadratic(polynomial) else ()))

    def why_not(self, method: str) -> str | None:
        """As a quadratic equation says."""
        polynomial = self.polynomial() if self.root is None else None
        if polynomial is None or polynomial.degree() != 2:
            return None
        return self._quadratic(polynomial).why_not(method)

    def by(self, method: str) -> Task:
        """This equation by one of `methods`."""
        if method in ("cases", "squaring", "number-line", "change-of-variable"):
            return Another(self, method, partial(self._special, method))
        polynomial = self.polynomial()
        if polynomial is None or polynomial.degree() > 2:
            return self
        return Another(self, method, partial(self._quadratic(polynomial).solution, method))

    def _special(self, method: str) -> Solution:
        """An absolute value, or an equation in the square of the unknown."""
        absolute, polynomial = AbsoluteValue.of(self.relation, self.unknown, self.language), self.polynomial()
        if absolute is not None:
            found = absolute.solution(method)
            return Solution((self._given(), *found.steps), found.cell)
        assert polynomial is not None
        opening = (self._given(), *self._collected(polynomial))
        found = biquadratic.solution(polynomial, self.unknown, opening, self.language)
        return Solution(found.steps, found.cell, self._plot(polynomial))

    def _quadratic(self, polynomial: sp.Poly) -> Quadratic:
        coefficients = tuple(sp.Rational(c) for c in polynomial.all_coeffs())
        a, b, c = coefficients
        square = as_square(self._sides, self.unknown)
        opening = (self._given(), *self._collected(polynomial))
        return Quadratic(self.unknown, (a, b, c), opening, self.language, self.in_complex, square)

    def _collected(self, polynomial: sp.Poly) -> list[str]:
        if to_latex(self._sides[1]) != "0" or polynomial.as_expr() != self._difference(real=False):
            return [WORDS["collect"].say(self.language, standard=sp.latex(polynomial.as_expr()))]
        return []

    def _polynomial_steps(self, polynomial: sp.Poly, x: str) -> list[str]:
        say, steps = self.language, self._collected(polynomial)
        if polynomial.degree() <= 0:
            return [*steps, WORDS["always" if polynomial.is_zero else "never"].say(say, x=x)]
        if polynomial.degree() == 1:
            return linear_steps(self.relation, self.unknown, say)
        factors = sp.factor_list(polynomial)[1]
        if polynomial.degree() >= 2 and all(f.degree() == 1 for f, _ in factors):
            steps.append(WORDS["factor"].say(say, factored=sp.latex(sp.factor(polynomial.as_expr()))))
        elif polynomial.degree() == 2:
            a, b, c = polynomial.all_coeffs()
            value = b**2 - 4 * a * c
            steps.append(WORDS["discriminant"].say(say, value=sp.latex(value)))
            parts = {"minus_b": sp.latex(-b), "root": sp.latex(sp.sqrt(value)), "two_a": sp.latex(2 * a)}
            if value < 0 and not self.in_complex:
                steps.append(WORDS["negative"].say(say))
            else:
                steps.append(WORDS["complex" if self.in_complex else "formula"].say(say, x=x, **parts))
        elif polynomial.degree() > 2:
            if len(factors) > 1 or factors[0][1] > 1:
                steps.append(WORDS["factor"].say(say, factored=sp.latex(sp.factor(polynomial.as_expr()))))
            steps.append(WORDS["powers"].say(say))
        return steps

    def _cell(self) -> str:
        left, right = map(to_python, self._sides)
        x = python_name(self.unknown)
        if self.in_complex:
            return cell(f"equation = Eq({left}, {right})", f"solve(equation, {x})", variables=(self.unknown,))
        if self.root is not None:
            t = sp.Symbol("t")
            left, right = (exact_source(self.root.in_root(side, t)) for side in self._sides)
            found = f"[{exact_source(self.root.unknown_by_root(t))} for t in solve(equation, t)]"
            return cell(f"equation = Eq({left}, {right})", found, variables="t", assumptions="real=True")
        equation = [f"equation = Eq({left}, {right})", comment(WORDS["cell"].say(self.language))]
        if self._in_logarithms() is not None:
            sides = f"log({left}) - log({right})"
            equation = [
                comment(WORDS["cell_log"].say(self.language)),
                f"equation = expand_log({sides}, force=True)",
            ]
        return cell(*equation, f"solve(equation, {x})", variables=(self.unknown,), assumptions="real=True")

    def _plot(self, polynomial: sp.Poly | None) -> str | None:
        """The curve left − right with its zeros, where that is more than a straight line."""
        if polynomial is None or not 2 <= polynomial.degree() <= 6:
            return None
        roots = sp.real_roots(polynomial, multiple=False)
        if not roots or len(roots) > 5 or any(abs(r) > 10**4 for r, _ in roots):
            return None
        low, high = roots[0][0], roots[-1][0]
        margin = max(sp.Integer(2), (high - low) / 2)
        left, right = map(to_python, self._sides)
        source = difference(left, right)
        points = [(r, sp.Integer(0), WORDS["solution"].say(self.language)) for r, _ in roots]
        return plots.curve(
            source, self.unknown, (low - margin, high + margin), points=points, language=self.language
        )

    def conclude(self, value: Any) -> Conclusion | None:
        """All real solutions, smallest first."""
        say = self.language
        if value is True or value == []:
            if not self.is_identity():
                answer = NO_SOLUTION.say(say)
                return Conclusion(WORDS["none"].say(say, answer=answer), answer)
            answer = all_but(self.gaps() or [])
            return Conclusion(WORDS["all_but" if self.gaps() else "all"].say(say, answer=answer), answer)
        if not isinstance(value, list) or not all(
            isinstance(v, sp.Expr) and v.is_number and v.is_finite for v in value
        ):
            return None
        if any(v.has(sp.Float, sp.CRootOf) for v in value):
            return None
        if self.in_complex:
            answer = alternatives(self.unknown, sorted(value, key=lambda v: float(sp.im(v))))
            return Conclusion(WORDS["complex_answer"].say(say, answer=answer), answer)
        if not all(v.is_real for v in value):
            return None
        ordered = sorted(map(without_nested_logs, value), key=lambda v: float(v))
        answer = exact_latex(ordered) if self.plain else alternatives(self.unknown, ordered)
        return Conclusion(
            WORDS["answer"].say(
                say, answer=alternatives(self.unknown, ordered) if not self.plain else answer
            ),
            answer,
        )

    def real_solutions(self) -> list[sp.Expr] | None:
        """All of them, exact; None where there are infinitely many, or none that can be written down."""
        if self.root is not None:
            t = sp.Symbol("t", real=True)
            left, right = (self.root.in_root(side, t) for side in self._sides)
            found = [self.root.unknown_by_root(t).subs(t, s) for s in sp.solve(sp.Eq(left, right), t)]
        else:
            x = letter(self.unknown, real=True)
            found = sp.solve(self._in_logarithms() or self._difference(), x)
        exact = all(isinstance(v, sp.Expr) and v.is_real and not v.has(sp.Float, sp.CRootOf) for v in found)
        return list(found) if exact and not self.is_identity() else None

    def _in_logarithms(self) -> sp.Expr | None:
        """Where both sides are powers, which sympy does not compare (or a high one, of whose roots it tries all): the difference of their logarithms."""
        x = letter(self.unknown, real=True)
        left, right = (to_sympy(side, {self.unknown: x}) for side in self._sides)
        return in_logarithms(left, right, x)

    def is_identity(self) -> bool:
        """Whether it holds wherever it has a value."""
        if self.root is not None:
            return False
        polynomial = self.polynomial()
        return bool(polynomial.is_zero if polynomial is not None else sp.simplify(self._difference()) == 0)

    def gaps(self) -> list[sp.Expr] | None:
        """Where a denominator is 0; None where there may be other places without a value."""
        return gaps_of(self.relation, self.unknown)

    def has_only_complex(self) -> bool:
        """Whether it is a quadratic equation with a negative discriminant."""
        polynomial = self.polynomial()
        return polynomial is not None and polynomial.degree() == 2 and bool(polynomial.discriminant() < 0)

    def check(self, answer: str) -> CheckPlan | None:
        """Put every value back, and count the roots in a way that does not solve the equation."""
        say, equation, x = self.language, to_latex(self.relation), python_name(self.unknown)
        left, right = (to_python(with_real_roots(side, self.unknown)) for side in self._sides)
        function = f"f = {difference(left, right)}"
        if self.is_identity():
            return self._check_identity(answer, function)
        none = is_no_solution(answer)
        values = () if none else values_in(answer, (self.unknown,))
        if values is None or not all(isinstance(v, sp.Expr) for v in values):
            return None
        given = exact_source(list(values))
        claim = (
            WORDS["claim_none"].say(say, equation=equation)
            if none
            else WORDS["claim"].say(say, answer=answer, equation=equation)
        )
        polynomial = self.polynomial()
        if polynomial is not None:
            lines = [function, f"values = {given}", f"exact = all(simplify(f.subs({x}, value)) == 0 for value in values)",
                     f"exact and Poly(sqf_part(f), {x}).count_roots() == len(set(values))"]  # fmt: skip
            if self.in_complex and not none:
                lines[-1] = "exact and len(set(values)) == 2"
            if none:
                lines = [function, f"Poly(f, {x}).count_roots() == 0"]
            return CheckPlan(claim, WORDS["method_poly"].say(say), cell(*lines, variables=(self.unknown,)))
        return CheckPlan(claim, WORDS["method_other"].say(say), scan_source(function, x, given, self.unknown))

    def _check_identity(self, answer: str, function: str) -> CheckPlan:
        """Both sides agree at a dozen numbers, whole and broken, wherever they have a value."""
        x, right = python_name(self.unknown), all_but(self.gaps() or [])
        same = answer.replace(" ", "") == right.replace(" ", "")
        lines = [
            function,
            f"values = [f.subs({x}, Rational(k, 7)) for k in range(-20, 21, 3)]",
            f"all(simplify(v) == 0 for v in values if v.is_finite) and {same}",
        ]
        claim = WORDS["claim_all"].say(self.language, answer=answer, equation=to_latex(self.relation))
        source = cell(*lines, variables=(self.unknown,))
        return CheckPlan(claim, WORDS["method_all"].say(self.language), source)
