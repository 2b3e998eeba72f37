"""Points with coordinates, some of them unknown; the equations and signs that hold; and all real solutions.

Exact throughout. Knows nothing of words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import combinations
from typing import Final, TypeAlias

import sympy as sp

Point: TypeAlias = tuple[sp.Expr, sp.Expr]
Values: TypeAlias = Mapping[sp.Symbol, sp.Expr]
MAX_BRANCHES: Final = 12
MAX_DEGREE: Final = 4
_CLOSE: Final = 1e-12


class Unsolved(Exception):
    """The equations are too hard, or have no solution, or there are too few of them."""


@dataclass(slots=True)
class Scene:
    """`zero` are expressions that vanish, each with the sentence that says why; `positive` are those above zero, `unequal` those that are not zero.

    `squares`: squared lengths that are given; `parts`: points of a line (from, to, part).
    """

    points: dict[str, Point] = field(default_factory=dict)
    unknowns: list[sp.Symbol] = field(default_factory=list)
    zero: list[tuple[str, sp.Expr]] = field(default_factory=list)
    positive: list[sp.Expr] = field(default_factory=list)
    unequal: list[sp.Expr] = field(default_factory=list)
    squares: dict[frozenset[str], sp.Expr] = field(default_factory=dict)
    parts: dict[str, tuple[str, str, sp.Symbol]] = field(default_factory=dict)

    def unknown(self, name: str, *, positive: bool = False) -> sp.Symbol:
        """A new unknown number."""
        symbol = sp.Symbol(name, positive=True) if positive else sp.Symbol(name, real=True)
        if any(str(u) == name for u in self.unknowns):
            raise Unsolved
        self.unknowns.append(symbol)
        if positive:
            self.positive.append(symbol)
        return symbol

    def minus(self, p: str, q: str) -> Point:
        """The vector from q to p."""
        (a, b), (c, d) = self.points[p], self.points[q]
        return a - c, b - d

    def squared(self, p: str, q: str) -> sp.Expr:
        """The square of a distance; along a line whose length is known, by the part of it."""
        if (known := self.squares.get(frozenset((p, q)))) is not None:
            return known
        for a, b in ((p, q), (q, p)):
            start, end, t = self.parts.get(b, ("", "", sp.Integer(0)))
            if a in (start, end) and (whole := self.squares.get(frozenset((start, end)))) is not None:
                return sp.expand((t if a == start else 1 - t) ** 2 * whole)
        return self.measured(p, q)

    def measured(self, p: str, q: str) -> sp.Expr:
        """The square of a distance by the coordinates."""
        x, y = self.minus(p, q)
        return sp.expand(x**2 + y**2)

    def dot(self, at: str, p: str, q: str) -> sp.Expr:
        """The scalar product of the two arms of an angle."""
        (a, b), (c, d) = self.minus(p, at), self.minus(q, at)
        return sp.expand(a * c + b * d)

    def cross(self, at: str, p: str, q: str) -> sp.Expr:
        """Twice the area of the triangle, with a sign."""
        (a, b), (c, d) = self.minus(p, at), self.minus(q, at)
        return sp.expand(a * d - b * c)

    def doubled_area(self, names: Iterable[str]) -> sp.Expr:
        """Twice the area of a polygon, with the sign of its turn."""
        corners = [self.points[n] for n in names]
        turned = [*corners[1:], corners[0]]
        return sp.expand(sum(a * d - b * c for (a, b), (c, d) in zip(corners, turned, strict=True)))

    def solutions(self) -> list[dict[sp.Symbol, sp.Expr]]:
        """All values of the unknowns that fit. An unknown that nothing fixes has no value.

        Raises:
            Unsolved: none, or not found.
        """
        found = [s for s in _solved([e for _, e in self.zero], list(self.unknowns)) if self._fits(s)]
        if not found:
            raise Unsolved
        return found

    def _fits(self, values: Values) -> bool:
        signs = [numeric(e, values) for e in self.positive]
        sizes = [numeric(e, values) for e in self.unequal]
        equations = [numeric(e, values) for _, e in self.zero]
        return (
            all(v is None or v > _CLOSE for v in signs)
            and all(v is None or abs(v) > _CLOSE for v in sizes)
            and all(v is None or abs(v) < 1e-9 for v in equations)
        )


def numeric(expression: sp.Expr, values: Values) -> float | None:
    """The number; None where an unknown is left. Not a real number: not a number."""
    number = expression.subs(values).evalf(30)
    if number.free_symbols:
        return None
    real, imaginary = number.as_real_imag()
    return float(real) if abs(float(imaginary)) < _CLOSE else float("nan")


def _solved(equations: list[sp.Expr], unknowns: list[sp.Symbol]) -> list[dict[sp.Symbol, sp.Expr]]:
    left = [_bare(e) for e in (sp.expand(e) for e in equations) if e != 0]
    if any(not (e.free_symbols & set(unknowns)) for e in left):
        kept = list[sp.Expr]()
        for e in left:
            if e.free_symbols:
                kept.append(e)
            elif abs(complex(e.evalf(30))) > 1e-9:
                return []
        left = kept
    if not left:
        return [{}]
    for e in sorted(left, key=lambda e: len(e.free_symbols)):
        if 1 < len(parts := _factors(e)) <= 3:
            rest = [other for other in left if other != e]
            found = [s for part in parts for s in _solved([part, *rest], unknowns)]
            if len(found) > MAX_BRANCHES:
                raise Unsolved
            return found
        if len(e.free_symbols) == 1:
            return _branched(
                next(iter(e.free_symbols)), _roots(e, next(iter(e.free_symbols))), left, unknowns
            )
    for e in (*left, *(sp.expand(a - b) for a, b in combinations(left, 2)), *(sp.expand(a + b) for a, b in combinations(left, 2))):  # fmt: skip
        for symbol in unknowns:
            if (value := _linear(e, symbol)) is not None:
                rest = left if e in left else [*left]
                return _branched(symbol, [value], rest, unknowns)
    return _all_at_once(left, unknowns)


def _factors(equation: sp.Expr) -> list[sp.Expr]:
    """The factors that can vanish; none where the equation has roots in it."""
    if not equation.is_polynomial(*equation.free_symbols) or len(sp.Add.make_args(equation)) > 40:
        return [equation]
    return [f for f, _ in sp.factor_list(equation)[1] if not f.is_positive]


def _bare(equation: sp.Expr) -> sp.Expr:
    """Without factors that are no zero."""
    factors = _factors(equation)
    return sp.Mul(*factors) if len(factors) == 1 else equation


def _linear(equation: sp.Expr, symbol: sp.Symbol) -> sp.Expr | None:
    """The unknown, where the equation has it once with a number in front."""
    if symbol not in equation.free_symbols or not equation.is_polynomial(symbol):
        return None
    polynomial = sp.Poly(equation, symbol)
    if polynomial.degree() != 1 or polynomial.LC().free_symbols and not polynomial.LC().is_positive:
        return None
    return sp.expand(sp.cancel(-polynomial.coeff_monomial(1) / polynomial.LC()))


def _roots(equation: sp.Expr, symbol: sp.Symbol) -> list[sp.Expr]:
    polynomial = sp.Poly(equation, symbol)
    if polynomial.degree() > MAX_DEGREE:
        raise Unsolved
    roots = sp.roots(polynomial)
    if sum(roots.values()) != polynomial.degree():
        raise Unsolved
    return [sp.sqrtdenest(r) for r in roots if abs(complex(r.evalf(30)).imag) < _CLOSE]


def _branched(
    symbol: sp.Symbol, values: list[sp.Expr], equations: list[sp.Expr], unknowns: list[sp.Symbol]
) -> list[dict[sp.Symbol, sp.Expr]]:
    found = list[dict[sp.Symbol, sp.Expr]]()
    rest = [u for u in unknowns if u != symbol]
    for value in values:
        put_in = [sp.numer(sp.together(e.subs(symbol, value))) if value.free_symbols else e.subs(symbol, value) for e in equations]  # fmt: skip
        for solution in _solved(put_in, rest):
            found.append({**solution, symbol: sp.expand(value.subs(solution))})
    if len(found) > MAX_BRANCHES:
        raise Unsolved
    return found


def _all_at_once(equations: list[sp.Expr], unknowns: list[sp.Symbol]) -> list[dict[sp.Symbol, sp.Expr]]:
    open_ones = [u for u in unknowns if any(u in e.free_symbols for e in equations)]
    if len(equations) < len(open_ones):
        for e in equations:
            for symbol in (u for u in open_ones if u.is_positive and e.is_polynomial(u)):
                polynomial = sp.Poly(e, symbol)
                if (
                    polynomial.degree() == 2
                    and not polynomial.coeff_monomial(symbol)
                    and polynomial.LC().is_positive
                ):
                    value = sp.sqrt(-polynomial.coeff_monomial(1) / polynomial.LC())
                    return _branched(symbol, [value], equations, unknowns)
    if len(open_ones) > 3 or len(equations) < len(open_ones) or not all(e.is_polynomial(*open_ones) for e in equations):  # fmt: skip
        raise Unsolved
    try:
        found = sp.solve(equations, open_ones, dict=True)
    except NotImplementedError as error:
        raise Unsolved from error
    whole = [s for s in found if set(s) == set(open_ones) and not any(v.free_symbols for v in s.values())]
    if len(whole) != len(found) or len(whole) > MAX_BRANCHES:
        raise Unsolved
    return [s for s in whole if all(abs(complex(v.evalf(30)).imag) < _CLOSE for v in s.values())]
