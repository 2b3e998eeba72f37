"""Division by a sum of two square roots: numerator and denominator times the conjugate, then cancel. No text is read here."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import sympy as sp

from solver.formula import Node, python_name, to_latex, to_python, to_sympy
from solver.formula.nodes import Binary, Symbol, symbols
from solver.ports import CheckPlan, Language
from solver.topics.base import Conclusion, Solution
from solver.topics.cells import cell, comment
from solver.topics.expressions.radicals.surds import NoSurd, Surds, of_sympy, surds
from solver.topics.expressions.radicals.words import WORDS, comparison


def rationalized(body: Node, *, said: bool, language: Language) -> Conjugated | None:
    """The task where `body` is a quotient by two terms with square roots of letters; None where it is not."""
    if not isinstance(body, Binary) or body.op != "/":
        return None
    try:
        top, bottom = surds(body.left), surds(body.right)
    except NoSurd:
        return None
    exponents = [e for part in (top, bottom) for key, _ in part.terms for _, e in key]
    roots = [e for key, _ in bottom.terms for base, e in key if isinstance(base, str) and e.denominator == 2]
    if len(bottom.terms) != 2 or not roots or not top.terms:
        return None
    if any(e.denominator > 2 or e < 0 for e in exponents):
        return None
    task = Conjugated(body, top, bottom, said, language)
    try:
        return task if task.denominator.terms and task.reduced() else None
    except (NoSurd, sp.PolynomialError):
        return None


@dataclass(frozen=True, slots=True)
class Conjugated:
    """`top` over `bottom`, the two sides of `body`."""

    body: Binary
    top: Surds
    bottom: Surds
    said: bool
    language: Language

    @property
    def conjugate(self) -> Surds:
        """The sign between the two terms turned around, so that the first stays positive where it is."""
        first, (key, c) = self.bottom.terms
        return Surds((first, (key, -c)))

    @property
    def denominator(self) -> Surds:
        """A difference of squares, without roots of letters."""
        return self.bottom.times(self.conjugate)

    @property
    def numerator(self) -> Surds:
        """The top times the conjugate."""
        return self.top.times(self.conjugate)

    def reduced(self) -> tuple[Surds, sp.Expr]:
        """Numerator and denominator without a common factor."""
        below = sum((_whole(key, c) for key, c in self.denominator.terms), sp.S.Zero)
        groups: dict[Any, sp.Expr] = {}
        for key, c in self.numerator.terms:
            radical = tuple((b, e % 1) for b, e in key if e % 1)
            letters = tuple((b, e - e % 1) for b, e in key if isinstance(b, str) and e - e % 1)
            groups[radical] = groups.get(radical, sp.S.Zero) + _whole(letters, c)
        common = sp.gcd_list([below, *groups.values()])
        if sp.expand(below / common).could_extract_minus_sign() and sp.cancel(below / common).is_number:
            common = -common
        above = Surds(())
        for radical, polynomial in groups.items():
            part = of_sympy(sp.cancel(polynomial / common))
            above = above.plus(part.times(Surds(((radical, Fraction(1)),))))
        return above, sp.cancel(below / common)

    @property
    def latex(self) -> str:
        """The answer."""
        above, below = self.reduced()
        if below.is_Rational:
            return above.times(Surds((((), Fraction(int(below.q), int(below.p))),))).latex
        return rf"\frac{{{above.latex}}}{{{sp.latex(below)}}}"

    def solution(self) -> Solution:
        """The conjugate, the difference of squares, what cancels."""
        say, names = self.language, sorted(symbols(self.body))
        letters = WORDS["letters"].say(say, letter=to_latex(Symbol(names[0])))
        middle = rf"\frac{{{self.numerator.latex}}}{{{self.denominator.latex}}}"
        steps = [
            WORDS["said"].say(say) if self.said else letters,
            WORDS["conjugate"].say(
                say, conjugate=self.conjugate.latex, before=to_latex(self.body), after=middle
            ),
        ]
        if middle.replace(" ", "") != self.latex.replace(" ", ""):
            steps.append(WORDS["cancel"].say(say, before=middle, after=self.latex))
        lines = [comment(WORDS["cell"].say(say)), f"radsimp({to_python(self.body)})"]
        return Solution(tuple(steps), cell(*lines, variables=names, assumptions="positive=True"))

    def conclude(self, value: Any) -> Conclusion | None:
        """The same number as our own form at some points, or nothing."""
        if not isinstance(value, sp.Expr):
            return None
        for start in (sp.Rational(5, 3), sp.Rational(17, 2)):
            at = {s: start + k for k, s in enumerate(sorted(value.free_symbols, key=str))}
            names = {s.name: v for s, v in at.items()}
            own = to_sympy(self.body, {n: names.get(python_name(n), sp.S.One) for n in symbols(self.body)})
            if set(names) == set(map(python_name, symbols(self.body))) and abs(
                sp.N(value.subs(at) - own, 30)
            ) > sp.Float("1e-20"):
                return None
        return Conclusion(WORDS["claim"].say(self.language, answer=self.latex), self.latex)

    def check(self, answer: str) -> CheckPlan | None:
        """Positive numbers in for the letters."""
        return comparison(self.body, answer, self.language)


def _whole(key: Any, c: Fraction) -> sp.Expr:
    """A term without roots."""
    value = sp.Rational(c.numerator, c.denominator)
    for base, e in key:
        if e.denominator != 1 or not isinstance(base, str):
            raise NoSurd
        value *= sp.Symbol(base) ** int(e)
    return value
