"""The algebra behind `binomials`: a product with one power of a two-term sum, its terms and their exponents."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

import sympy as sp

from solver.formula import FormulaError, Node, to_latex, to_sympy
from solver.formula.nodes import Binary, Call, Negative, Number, Relation, symbols, walk

Powers = Mapping[str, sp.Rational]
"""Variable → exponent."""


@dataclass(frozen=True, slots=True)
class Place:
    """Which term: its `number` counted from 1, or the exponents of its variables."""

    number: int | None = None
    powers: Powers = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Expansion:
    """cofactor · (a + b)^n, as written in `node`; all variables are positive symbols."""

    node: Node
    power_latex: str
    cofactor: sp.Expr
    a: sp.Expr
    b: sp.Expr
    n: int

    @property
    def variables(self) -> tuple[str, ...]:
        """Names in alphabetical order."""
        return tuple(sorted(symbols(self.node)))

    def position(self, powers: Powers) -> int | None:
        """The k whose term C(n, k) a^(n−k) b^k has these powers; None when there is none.

        >>> from solver.formula.nodes import Symbol
        >>> x = sp.Symbol("x", positive=True)
        >>> Expansion(Symbol("x"), "", sp.Integer(1), x, 1 / x, 8).position({"x": sp.Integer(0)})
        4
        """
        a, b = exponents_of(self.a), exponents_of(self.b)
        fitting = (
            k
            for k in range(self.n + 1)
            if all((self.n - k) * a.get(v, 0) + k * b.get(v, 0) == powers.get(v, 0) for v in self.variables)
        )
        return next(fitting, None)

    def hits(self, powers: Powers) -> list[tuple[sp.Expr, int]]:
        """Terms of the cofactor with the k of the term that makes up the rest."""
        found = []
        for term in sp.Add.make_args(self.cofactor):
            own = exponents_of(term)
            k = self.position({v: powers.get(v, sp.Integer(0)) - own.get(v, 0) for v in self.variables})
            if k is not None:
                found.append((term, k))
        return found

    def term(self, k: int) -> sp.Expr:
        """C(n, k) a^(n−k) b^k."""
        return sp.expand(sp.binomial(self.n, k) * self.a ** (self.n - k) * self.b**k)

    def number(self, factor: sp.Expr, k: int) -> sp.Expr:
        """The number in factor · C(n, k) a^(n−k) b^k."""
        term = sp.expand(factor * self.term(k))
        return term.subs(dict.fromkeys(term.free_symbols, 1))


def exponents_of(term: sp.Expr) -> dict[str, sp.Rational]:
    """Exponents of the variables of a product of powers."""
    return {s.name: e for s, e in term.as_powers_dict().items() if s.is_Symbol}


def monomial(node: Node) -> dict[str, sp.Rational] | None:
    """Exponents of a bare product of powers (`x^3`, `x^2y`, `1/x^2`); None for anything else."""
    value = _value(node)
    if value is None or not value.free_symbols or value.subs(dict.fromkeys(value.free_symbols, 1)) != 1:
        return None
    powers = exponents_of(value) if not isinstance(value, sp.Add) else None
    return powers if powers and all(p.is_Rational for p in powers.values()) else None


def as_expansion(node: Node) -> Expansion | None:
    """A product with a power (a + b)^n, n ≥ 2; None for anything else."""
    if any(isinstance(n, Relation | Call) and getattr(n, "name", "") != "sqrt" for n in walk(node)):
        return None
    factors = list(_factors(node))
    exponents = [_exponent_of(f) for f in factors]
    n = max((e for e in exponents if e is not None), default=0)
    if n < 2:
        return None
    power = factors[exponents.index(n)]
    assert isinstance(power, Binary)
    parts = [_value(power.left), *(_value(f) for f in factors if f is not power)]
    if any(p is None for p in parts):
        return None
    cofactor = sp.expand(sp.Mul(*parts[1:]))
    base, terms = parts[0], sp.Add.make_args(cofactor)
    ordered = _two_terms(power.left)
    if base is None or ordered is None or not all(map(_is_term, (*ordered, *terms))) or len(terms) > 9:
        return None
    if exponents_of(ordered[0]) == exponents_of(ordered[1]) or not base.free_symbols:
        return None
    return Expansion(node, to_latex(power), cofactor, *ordered, n)


def _value(node: Node) -> sp.Expr | None:
    """The node with positive variables; None when it has no value."""
    try:
        value = to_sympy(node, {name: sp.Symbol(name, positive=True) for name in symbols(node)})
    except FormulaError:
        return None
    return value if isinstance(value, sp.Expr) else None


def _two_terms(base: Node) -> tuple[sp.Expr, sp.Expr] | None:
    """Both terms of a sum in the order written."""
    if not isinstance(base, Binary) or base.op not in "+-":
        return None
    left, right = _value(base.left), _value(base.right)
    if left is None or right is None:
        return None
    return sp.expand(left), sp.expand(right if base.op == "+" else -right)


def _is_term(value: sp.Expr) -> bool:
    """A real algebraic number times powers of variables."""
    if isinstance(value, sp.Add) and value.free_symbols or value == 0:
        return False
    number = value.subs(dict.fromkeys(value.free_symbols, 1))
    return bool(number.is_algebraic and number.is_real) and all(
        e.is_Rational for e in exponents_of(value).values()
    )


def _factors(node: Node) -> Iterator[Node]:
    match node:
        case Binary("*", left, right):
            yield from _factors(left)
            yield from _factors(right)
        case Binary("/", left, right):
            yield from _factors(left)
            yield Binary("/", Number(Fraction(1), "1"), right)
        case _:
            yield node


def _exponent_of(node: Node) -> int | None:
    """n of (a + b)^n."""
    match node:
        case Binary("^", Binary("+" | "-"), Number(value)) if value.denominator == 1:
            return int(value)
        case Negative():
            return None
        case _:
            return None
