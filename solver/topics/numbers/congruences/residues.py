"""The residue of an expression with whole numbers, powers and inverses: 3^{-1} + 13^{-1} modulo 19, 2^{100} − 5 modulo 7.

Every number, power and inverse is replaced by its residue first; no letters.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import factorial, gcd
from typing import Any, Final

import sympy as sp

from solver.formula import Node, parse, to_latex, to_python
from solver.formula.nodes import Binary, Call, Negative, Number, symbols, with_children
from solver.latex import values_in
from solver.ports import CheckPlan, Language
from solver.topics.arguments import argument
from solver.topics.base import Conclusion, Solution, Words
from solver.topics.cells import cell, comment, difference
from solver.topics.numbers.power_remainders import PowerRemainder

MAX_EXPONENT: Final = 10**60
_SMALL_POWER: Final = 4
WORDS: Final = {
    "number": Words("\\({n}={q}\\cdot {m}+{r}\\), so \\({n}\\equiv {r}\\pmod{{{m}}}\\).", "\\({n}={q}\\cdot {m}+{r}\\)，所以 \\({n}\\equiv {r}\\pmod{{{m}}}\\)。"),
    "inverse": Words("\\({a}\\cdot {u}={product}={k}\\cdot {m}+1\\), so \\({u}\\) is the inverse of \\({shown}\\) modulo \\({m}\\).",
                     "\\({a}\\cdot {u}={product}={k}\\cdot {m}+1\\)，所以 \\({shown}\\) 关于模 \\({m}\\) 的逆元是 \\({u}\\)。"),
    "power": Words("The remainder of \\({shown}\\):", "求 \\({shown}\\) 的余数："),
    "put": Words("With the residues in their places, \\({before}\\) becomes \\({after}={value}\\).", "把各部分换成余数，\\({before}\\) 变为 \\({after}={value}\\)。"),
    "reduce": Words("Reduce: \\({value}={q}\\cdot {m}+{r}\\).", "取余数：\\({value}={q}\\cdot {m}+{r}\\)。"),
    "shift": Words("In the range from \\({low}\\) to \\({high}\\) this is \\({value}={r}+{k}\\cdot {m}\\).", "在 \\({low}\\) 到 \\({high}\\) 之间的是 \\({value}={r}+{k}\\cdot {m}\\)。"),
    "code": Words("pow(a, -1, m) is the inverse of a modulo m", "pow(a, -1, m) 是 a 关于模 m 的逆元"),
    "code plain": Words("the remainder", "求余数"),
    "answer": Words("The residue modulo \\({m}\\) is \\({answer}\\).", "模 \\({m}\\) 的余数是 \\({answer}\\)。"),
    "method": Words("worked with residues only, and tried every residue for an inverse", "全程只用余数计算，逆元逐个试出"),
}  # fmt: skip


class _Unfit(Exception):
    """No residue: a letter, a fraction, a number without an inverse."""


def residue_task(
    node: Node, modulus: int, low: int | None, high: int | None, language: Language
) -> Residue | None:
    """The task, where the expression has a residue and the bounds leave just one number."""
    if symbols(node) or low is not None and high is not None and high - low + 1 != modulus:
        return None
    if (low is None) != (high is None):
        return None
    try:
        _residue(node, modulus)
    except _Unfit:
        return None
    return Residue(node, modulus, low or 0, language)


def _residue(node: Node, m: int) -> int:
    match node:
        case Number():
            value = argument(node, {})
            if value is None or not value.is_whole:
                raise _Unfit
            return int(value.value) % m
        case Negative(operand):
            return -_residue(operand, m) % m
        case Binary("+" | "-" | "*" as op, left, right):
            a, b = _residue(left, m), _residue(right, m)
            return (a + b if op == "+" else a - b if op == "-" else a * b) % m
        case Binary("/", left, right):
            return _residue(left, m) * _inverted(_residue(right, m), m) % m
        case Binary("^", left, right):
            exponent = argument(right, {})
            if exponent is None or not exponent.is_whole or abs(exponent.value) > MAX_EXPONENT:
                raise _Unfit
            n, base = int(exponent.value), _residue(left, m)
            return pow(base, n, m) if n >= 0 else pow(_inverted(base, m), -n, m)
        case Call("factorial", (operand,)):
            n = int(argument(operand, {}).value) if argument(operand, {}) else -1  # type: ignore[union-attr]
            if not 0 <= n <= 500:
                raise _Unfit
            return factorial(n) % m
    raise _Unfit


def _inverted(a: int, m: int) -> int:
    if gcd(a, m) != 1:
        raise _Unfit
    return pow(a, -1, m)


@dataclass(frozen=True, slots=True)
class Residue:
    """What `node` is modulo `modulus`, as the number from `low` to `low` + `modulus` − 1."""

    node: Node
    modulus: int
    low: int
    language: Language

    @property
    def value(self) -> int:
        """The answer."""
        return self.low + (_residue(self.node, self.modulus) - self.low) % self.modulus

    def solution(self) -> Solution:
        """Residues of the parts, then of the whole."""
        say, m = self.language, self.modulus
        steps: dict[str, None] = {}
        replaced = self._replaced(self.node, steps)
        found = argument(replaced, {})
        r = _residue(self.node, m)
        if found is not None and not isinstance(replaced, Number):
            value = int(found.value)
            steps[
                WORDS["put"].say(say, before=to_latex(self.node), after=to_latex(replaced), value=value)
            ] = None
            if value != r:
                steps[WORDS["reduce"].say(say, value=value, q=(value - r) // m, m=m, r=r)] = None
        if self.value != r:
            facts = {
                "low": self.low,
                "high": self.low + m - 1,
                "value": self.value,
                "r": r,
                "k": (self.value - r) // m,
                "m": m,
            }
            steps[WORDS["shift"].say(say, **facts)] = None
        if not steps:
            steps[WORDS["number"].say(say, n=to_latex(self.node), q=0, m=m, r=r)] = None
        source = _source(self.node, m)
        last = (
            f"{_bracketed(source)} % {m}" if self.low == 0 else f"{self.low} + ({source} - {self.low}) % {m}"
        )
        return Solution(
            tuple(steps), cell(comment(WORDS["code" if "-1," in source else "code plain"].say(say)), last)
        )

    def _replaced(self, node: Node, steps: dict[str, None]) -> Node:
        """The tree with residues; how they were found goes into `steps`."""
        say, m = self.language, self.modulus
        match node:
            case Number() | Negative(Number()):
                value = argument(node, {})
                assert value is not None
                n, r = int(value.value), int(value.value) % m
                if n != r:
                    steps[WORDS["number"].say(say, n=n, q=(n - r) // m, m=m, r=r)] = None
                return parse(str(r))
            case Binary("^", base, right):
                exponent = argument(right, {})
                assert exponent is not None
                n, b = int(exponent.value), _residue(base, m)
                self._replaced(base, steps)
                if n < 0:
                    steps[self._inverse(b, to_latex(base))] = None
                    b, n = pow(b, -1, m), -n
                if n > 1 and b > 1:
                    if n > _SMALL_POWER:
                        steps.update(dict.fromkeys(PowerRemainder(b, n, m, False, say).solution().steps))
                    else:
                        steps[WORDS["number"].say(say, n=f"{b}^{{{n}}}", q=b**n // m, m=m, r=b**n % m)] = None
                return parse(str(pow(b, n, m)))
            case Binary("/", left, right):
                top, b = self._replaced(left, steps), _residue(right, m)
                self._replaced(right, steps)
                steps[self._inverse(b, to_latex(right))] = None
                return Binary("*", top, parse(str(pow(b, -1, m))))
            case Call():
                r = _residue(node, m)
                exact = argument(node, {})
                if exact is not None and exact.value < 10**12:
                    steps[WORDS["number"].say(say, n=to_latex(node), q=int(exact.value) // m, m=m, r=r)] = (
                        None
                    )
                return parse(str(r))
        return with_children(node, lambda inner: self._replaced(inner, steps))

    def _inverse(self, a: int, shown: str) -> str:
        m = self.modulus
        u = pow(a, -1, m)
        return WORDS["inverse"].say(self.language, a=a, u=u, product=a * u, k=a * u // m, m=m, shown=shown)

    def conclude(self, value: Any) -> Conclusion | None:
        """A number."""
        if not isinstance(value, sp.Integer):
            return None
        answer = str(value)
        return Conclusion(WORDS["answer"].say(self.language, m=self.modulus, answer=answer), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """Inverses by trial, powers by squaring in residues."""
        values = values_in(answer)
        if values is None or len(values) != 1 or not isinstance(values[0], sp.Integer):
            return None
        m, given = self.modulus, int(values[0])
        claim = WORDS["answer"].say(self.language, m=m, answer=answer)
        if m > 10**6:
            return None
        inverses: dict[int, str] = {}
        source = _source(self.node, m, inverses)
        lines = [f"{name} = next(u for u in range({m}) if u*{a} % {m} == 1)" for a, name in inverses.items()]
        last = f"({difference(source, str(given))}) % {m} == 0 and {self.low} <= {given} < {self.low + m}"
        return CheckPlan(claim, WORDS["method"].say(self.language), cell(*lines, last))


def _bracketed(source: str) -> str:
    return source if re.fullmatch(r"\w+(?:\([\w, -]+\))?", source) else f"({source})"


def _source(node: Node, m: int, inverses: dict[int, str] | None = None) -> str:
    """Python source of the residue; with `inverses`, these get names there instead of `pow`."""

    def inverse(a: int) -> str:
        if inverses is None:
            return f"pow({a}, -1, {m})"
        return inverses.setdefault(a, f"u{len(inverses) + 1}")

    def of(inner: Node) -> str:
        return _source(inner, m, inverses)

    match node:
        case Binary("^", base, right):
            exponent = argument(right, {})
            assert exponent is not None
            n = int(exponent.value)
            start = _bracketed(of(base)) if n >= 0 else inverse(_residue(base, m))
            return start if abs(n) == 1 else f"pow({start}, {abs(n)}, {m})"
        case Binary("/", left, right):
            return f"{_bracketed(of(left))}*{inverse(_residue(right, m))}"
        case Binary(op, left, right):
            if op == "*":
                return f"{_bracketed(of(left))}*{_bracketed(of(right))}"
            return f"{of(left)} {op} {_bracketed(of(right)) if op == '-' else of(right)}"
        case Negative(operand):
            return f"-{_bracketed(of(operand))}"
    return to_python(node)
