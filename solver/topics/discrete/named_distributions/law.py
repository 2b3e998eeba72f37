"""Distributions by name: what they give each value, their expected values and variances."""

from __future__ import annotations

from dataclasses import dataclass

import sympy as sp

from solver.latex import latex
from solver.topics.cells import exact_source


@dataclass(frozen=True, slots=True)
class Law:
    """A distribution by its kind and numbers; `values` are those that it takes (the last one None: without end)."""

    kind: str
    name: str
    numbers: tuple[sp.Rational, ...]

    def chance(self, k: int) -> sp.Expr:
        """P(X = k)."""
        match self.kind, self.numbers:
            case "binomial", (n, p):
                return sp.binomial(n, k) * p**k * (1 - p) ** (n - k)
            case "poisson", (l,):
                return l**k * sp.exp(-l) / sp.factorial(k)
            case "geometric", (p,):
                return (1 - p) ** (k - 1) * p
            case _, (N, M, n):
                return sp.binomial(M, k) * sp.binomial(N - M, n - k) / sp.binomial(N, n)
        raise ValueError(self.kind)

    def source(self) -> str:
        """P(X = k) as a cell computes it."""
        values = list(map(exact_source, self.numbers))
        match self.kind:
            case "binomial":
                return f"binomial({values[0]}, k)*{_factor(values[1])}**k*{_factor(exact_source(1 - self.numbers[1]))}**({values[0]} - k)"  # fmt: skip
            case "poisson":
                return f"{_factor(values[0])}**k*exp(-{_factor(values[0])})/factorial(k)"
            case "geometric":
                return f"{_factor(exact_source(1 - self.numbers[0]))}**(k - 1)*{_factor(values[0])}"
        N, M, n = self.numbers
        return f"binomial({M}, k)*binomial({N - M}, {n} - k)/binomial({N}, {n})"

    @property
    def least(self) -> int:
        """The smallest value."""
        if self.kind == "geometric":
            return 1
        return int(max(0, self.numbers[2] - self.numbers[0] + self.numbers[1])) if self.kind == "hypergeometric" else 0  # fmt: skip

    @property
    def most(self) -> int | None:
        """The largest value, where there is one."""
        match self.kind:
            case "binomial":
                return int(self.numbers[0])
            case "hypergeometric":
                return int(min(self.numbers[1], self.numbers[2]))
        return None

    def moments(self) -> tuple[tuple[sp.Rational, str], tuple[sp.Rational, str]]:
        """Expected value and variance with their formulas."""
        s = list(map(shown, self.numbers))
        match self.kind, self.numbers:
            case "binomial", (n, p):
                return (n * p, rf"np={s[0]}\cdot {s[1]}"), (n * p * (1 - p), rf"np(1-p)={s[0]}\cdot {s[1]}\cdot {shown(1 - p)}")  # fmt: skip
            case "poisson", (l,):
                return (l, r"\lambda"), (l, r"\lambda")
            case "geometric", (p,):
                return (1 / p, rf"\frac{{1}}{{p}}=\frac{{1}}{{{s[0]}}}"), ((1 - p) / p**2, rf"\frac{{1-p}}{{p^2}}=\frac{{{shown(1 - p)}}}{{{s[0]}^2}}")  # fmt: skip
            case _, (N, M, n):
                return (n * M / N, rf"\frac{{nM}}{{N}}=\frac{{{n}\cdot {M}}}{{{N}}}"), (n * M * (N - M) * (N - n) / (N**2 * (N - 1)), r"\frac{nM(N-M)(N-n)}{N^2(N-1)}")  # fmt: skip
        raise ValueError(self.kind)


def _factor(source: str) -> str:
    return source if source.replace("Rational", "").strip("()").isalnum() or source.startswith("Rational") else f"({source})"  # fmt: skip


def shown(value: sp.Expr) -> str:
    """A number as it is printed."""
    return latex(value)
