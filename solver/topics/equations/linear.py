"""A linear equation in one unknown as schools solve it: denominators, brackets, terms to their sides, one division."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

import sympy as sp

from solver.formula import Node, letter, symbol_latex, to_latex, to_sympy
from solver.formula.nodes import Binary, Negative, Number, Relation, Symbol, symbols, walk
from solver.latex import latex
from solver.ports import Language
from solver.topics.base import Words
from solver.topics.rationals import terminating_decimal

WORDS: Final = {
    "clear": Words("Multiply both sides by \\({n}\\), the common denominator: \\[{left}={right}\\]", "去分母，两边同乘 \\({n}\\)：\\[{left}={right}\\]"),
    "simplify": Words("Simplify each side: \\[{left}={right}\\]", "两边分别化简：\\[{left}={right}\\]"),
    "swap": Words("Exchange the sides: \\[{left}={right}\\]", "交换等号两边：\\[{left}={right}\\]"),
    "subtract": Words("Subtract \\({term}\\) from both sides: \\[{left}={right}\\]", "两边同时减去 \\({term}\\)：\\[{left}={right}\\]"),
    "add": Words("Add \\({term}\\) to both sides: \\[{left}={right}\\]", "两边同时加上 \\({term}\\)：\\[{left}={right}\\]"),
    "gather": Words("Bring the terms with \\({x}\\) to one side and the numbers to the other: \\[{left}={right}\\]", "移项：\\[{left}={right}\\]"),
    "collect": Words("Collect like terms: \\[{left}={right}\\]", "合并同类项：\\[{left}={right}\\]"),
    "divide": Words("Divide both sides by \\({a}\\): \\[{x}={root}\\]", "两边同时除以 \\({a}\\)：\\[{x}={root}\\]"),
    "multiply": Words("Multiply both sides by \\({inverse}\\), the reciprocal of \\({a}\\): \\[{x}={root}\\]", "两边同乘 \\({a}\\) 的倒数 \\({inverse}\\)：\\[{x}={root}\\]"),
    "times": Words("Multiply both sides by \\({inverse}\\): \\[{x}={root}\\]", "两边同乘 \\({inverse}\\)：\\[{x}={root}\\]"),
    "turn": Words("Change the signs on both sides: \\[{x}={root}\\]", "两边同时变号：\\[{x}={root}\\]"),
}  # fmt: skip


def linear_steps(relation: Relation, unknown: str, language: Language) -> list[str]:
    """The steps from a linear equation with rational coefficients to its only solution.

    >>> from solver.formula import parse
    >>> linear_steps(parse("4x - 7 = 33"), "x", "en")
    ['Add \\\\(7\\\\) to both sides: \\\\[4 x=40\\\\]', 'Divide both sides by \\\\(4\\\\): \\\\[x=10\\\\]']
    """
    return _Way(relation, unknown, language).steps()


@dataclass(frozen=True, slots=True)
class _Way:
    relation: Relation
    unknown: str
    language: Language

    @property
    def _in_decimals(self) -> bool:
        return any(isinstance(n, Number) and "." in n.text for n in walk(self.relation))

    def _number(self, value: sp.Expr) -> str:
        return (terminating_decimal(value) if self._in_decimals else None) or latex(value)

    def _side(self, a: sp.Expr, b: sp.Expr) -> str:
        """`a x + b` as LaTeX."""
        term = self._term(a)
        if a == 0 or b == 0:
            return term if a != 0 else self._number(b)
        return f"{term}{'-' if b < 0 else '+'}{self._number(abs(b))}"

    def _term(self, a: sp.Expr) -> str:
        x = symbol_latex(self.unknown)
        if abs(a.p) == 1 != a.q and not self._in_decimals:
            return rf"{'-' if a < 0 else ''}\frac{{{x}}}{{{a.q}}}"
        return x if a == 1 else f"-{x}" if a == -1 else f"{self._number(a)} {x}"

    def steps(self) -> list[str]:
        x, say = letter(self.unknown), self.language
        name = symbol_latex(self.unknown)
        lines = [sp.Poly(to_sympy(side, {self.unknown: x}), x) for side in self.relation.sides]
        (a, b), (c, d) = ((p.coeff_monomial(x), p.coeff_monomial(1)) for p in lines)
        found, shown = list[str](), [_bare(to_latex(side)) for side in self.relation.sides]

        def add(key: str, left: str, right: str, **values: str) -> None:
            nonlocal shown
            if [_bare(left), _bare(right)] != shown:
                found.append(WORDS[key].say(say, left=left, right=right, **values))
                shown = [_bare(left), _bare(right)]

        n = sp.ilcm(*(v.q for v in (a, b, c, d)))
        if n > 1 and not self._in_decimals and not (b == c == 0):
            cleared = [_cleared(side, n) for side in self.relation.sides]
            a, b, c, d = (v * n for v in (a, b, c, d))
            if None in cleared:
                add("clear", self._side(a, b), self._side(c, d), n=str(n))
            else:
                add("clear", str(cleared[0]), str(cleared[1]), n=str(n))
                add("simplify", self._side(a, b), self._side(c, d))
        elif not all(_is_simple(side, self.unknown) for side in self.relation.sides):
            add("simplify", self._side(a, b), self._side(c, d))
        if a == 0:
            a, b, c, d = c, d, a, b
            add("swap", self._side(a, b), self._side(c, d))
        if c != 0 and (b != 0 or d != 0):
            left = self._side(a, sp.Integer(0)) + self._signed_term(-c)
            right = self._number(d) + self._signed(-b) if d != 0 else self._number(-b)
            add("gather", left, right, x=name)
            add("collect", self._term(a - c), self._number(d - b))
        elif c != 0:
            key = "subtract" if c > 0 else "add"
            add(key, self._term(a - c), "0", term=self._term(abs(c)))
        elif b != 0:
            key = "subtract" if b > 0 else "add"
            add(key, self._term(a), self._number(d - b), term=self._number(abs(b)))
        a, d = a - c, d - b
        values = {"x": name, "a": self._number(a), "inverse": latex(1 / a), "root": self._number(d / a)}
        if a == -1:
            found.append(WORDS["turn"].say(say, **values))
        elif a != 1:
            key = "divide" if a.q == 1 or self._in_decimals else "times" if a.p == 1 else "multiply"
            found.append(WORDS[key].say(say, **values))
        return found

    def _signed(self, value: sp.Expr) -> str:
        return "" if value == 0 else f"{'-' if value < 0 else '+'}{self._number(abs(value))}"

    def _signed_term(self, a: sp.Expr) -> str:
        return f"{'-' if a < 0 else '+'}{self._term(abs(a))}"


def _terms(node: Node, sign: int = 1) -> list[tuple[int, Node]]:
    """What is added up in it, each with its sign."""
    match node:
        case Binary("+", left, right):
            return [*_terms(left, sign), *_terms(right, sign)]
        case Binary("-", left, right):
            return [*_terms(left, sign), *_terms(right, -sign)]
        case Negative(operand):
            return _terms(operand, -sign)
    return [(sign, node)]


def _is_simple(side: Node, unknown: str) -> bool:
    """At most one term with the unknown and one number, each as simple as it can be."""
    terms = [term for _, term in _terms(side)]
    with_unknown = [t for t in terms if symbols(t)]
    if len(with_unknown) > 1 or len(terms) - len(with_unknown) > 1:
        return False
    return all(_is_monomial(t, unknown) for t in terms)


def _is_monomial(term: Node, unknown: str) -> bool:
    match term:
        case Number() | Binary("/", Number(), Number()):
            return True
        case Symbol(name):
            return name == unknown
        case Binary("*", one, other):
            factors = [one, other]
            return sum(isinstance(f, Symbol) for f in factors) == 1 and all(
                _is_monomial(f, unknown) for f in factors
            )
        case Binary("/", top, Number()):
            return isinstance(top, Symbol)
    return False


def _cleared(side: Node, n: int) -> str | None:
    """`n` times a sum, term by term and not multiplied out; None where a term has another form than t or t/d."""
    text = ""
    for sign, term in _terms(side):
        top, factor = term, n
        match term:
            case Binary("/", above, Number(value)) if value.denominator == 1 and n % value.numerator == 0:
                top, factor = above, n // value.numerator
            case Binary("*", Binary("/", Number(above), Number(below)), rest) if (
                above.denominator == below.denominator == 1 and n % below.numerator == 0
            ):
                top, factor = rest, n // below.numerator * above.numerator
            case _ if any(isinstance(part, Binary) and part.op == "/" for part in walk(term)):
                return None
        shown = to_latex(top)
        if isinstance(top, Number) and top.value.denominator == 1:
            shown = str(factor * top.value.numerator)
        elif isinstance(top, Symbol):
            shown = shown if factor == 1 else f"{factor} {shown}"
        elif isinstance(top, Binary | Negative) and (factor != 1 or sign < 0 or text):
            shown = rf"{'' if factor == 1 else factor}\left({shown}\right)"
        elif not isinstance(top, Binary | Negative):
            return None
        text += ("-" if sign < 0 else "+" if text else "") + shown
    return text


def _bare(formula: str) -> str:
    """For comparing what is shown: without spaces, dots and braces around one character."""
    plain = formula.replace(r"\left", "").replace(r"\right", "").replace(r"\cdot", "")
    return re.sub(r"\{(\w)\}", r"\1", re.sub(r"[\s()]", "", plain) if "(" not in formula else plain)
