"""What a differential equation is here: of first order solved for y′, or linear of second order with constant coefficients."""

from __future__ import annotations

from dataclasses import dataclass

import sympy as sp

from solver.latex import latex

C, C1, C2 = sp.symbols("C C_1 C_2")


def sum_latex(*terms: tuple[sp.Expr, str]) -> str:
    """Coefficients in front of what they multiply, zeros left out.

    >>> x = sp.Symbol("x")
    >>> sum_latex((sp.Integer(1), "y''"), (sp.Integer(-3), "y'"), (x, "y"))
    "y''-3y'+xy"
    """
    out = ""
    for factor, name in terms:
        if factor == 0:
            continue
        negative = bool(factor.could_extract_minus_sign()) and not factor.is_Add
        size = -factor if negative else factor
        shown = "" if size == 1 and name else rf"\left({latex(size)}\right)" if size.is_Add else latex(size)
        out += ("-" if negative else "+" if out else "") + shown + (r" " if shown[-1:].isalpha() and "\\" in shown else "") + name  # fmt: skip
    return out or "0"


@dataclass(frozen=True, slots=True)
class Condition:
    """The function's derivative of that order (0, 1) is `value` at `at`."""

    order: int
    at: sp.Expr
    value: sp.Expr


@dataclass(frozen=True, slots=True)
class Equation:
    """`name`′ = `rate` in the symbols of variable and function, or y″ + `b` y′ + `c` y = `rate`, where `rate` is free of y."""

    name: str
    variable: str
    order: int
    rate: sp.Expr
    b: sp.Expr = sp.S.Zero
    c: sp.Expr = sp.S.Zero

    @property
    def x(self) -> sp.Symbol:
        """The variable."""
        return sp.Symbol(self.variable)

    @property
    def y(self) -> sp.Symbol:
        """The function's name as a symbol."""
        return sp.Symbol(self.name)

    def residual(self, solution: sp.Expr) -> sp.Expr:
        """What is left when a function is put in: zero for a solution."""
        first = sp.diff(solution, self.x)
        if self.order == 1:
            return first - self.rate.subs(self.y, solution)
        return sp.diff(first, self.x) + self.b * first + self.c * solution - self.rate


@dataclass(frozen=True, slots=True)
class Found:
    """`left` = `right` with constants in `right`; `constant` are solutions that the formula leaves out."""

    steps: tuple[str, ...]
    left: sp.Expr
    right: sp.Expr
    cell: str
    constant: tuple[sp.Expr, ...] = ()


class Beyond(ValueError):
    """The methods here do not solve it."""
