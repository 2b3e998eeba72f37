"""Long division of polynomials in one letter: quotient, remainder, or the quotient with the rest as a fraction.

Read: "Divide: P/Q", "divide P by Q", quotient or remainder when P is divided by Q. Not: numbers, several letters, factors of
polynomials with unknown coefficients.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

import sympy as sp

from solver.formula import Node, python_name, to_python, to_sympy
from solver.formula.nodes import Apply, Binary, Blank, Relation, symbols, walk
from solver.latex import exact_latex, values_in
from solver.ports import CheckPlan, Language
from solver.reader import account
from solver.reader.account import Account
from solver.topics.base import Conclusion, Reading, Solution, Task, Text, Unread, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.expressions import synthetic_division
from solver.topics.methods import Another

VOCABULARY: Final = {
    "divide": "divide|divides|dividing|polynomial division|polynomial long division|long division of|division of|do the long division|divide using long division|synthetic division|perform the division|use long division to divide|long division|using long division|用竖式除法|做除法|多项式除法|多项式的除法|用长除法|长除法|用长除法计算|竖式",
    "over": "divided by|is divided by|by|除以",
    "quotient": "quotient|the quotient|quotient of|商|商式|的商|的商式|商式是",
    "remainder": "remainder|the remainder|余式|余数|的余式|的余数|余式是",
    "polynomial": "polynomials?|expression|多项式|所得的|所得|得到的|整式",
}
WORDS: Final = {
    "start": Words("Divide \\({p}\\) by \\({q}\\), highest powers first.", "用 \\({q}\\) 除 \\({p}\\)，按降幂排列，从最高次项开始。"),
    "step": Words("\\(\\frac{{{lead}}}{{{divisor}}}={term}\\). Subtract \\({term}\\cdot\\left({q}\\right)={product}\\); what is left is \\({rest}\\).",
                  "\\(\\frac{{{lead}}}{{{divisor}}}={term}\\)，减去 \\({term}\\cdot\\left({q}\\right)={product}\\)，余下 \\({rest}\\)。"),
    "end": Words("So \\[{p}=\\left({q}\\right)\\left({quotient}\\right){rest}\\]", "所以 \\[{p}=\\left({q}\\right)\\left({quotient}\\right){rest}\\]"),
    "code": Words("quotient and remainder", "商式和余式"),
    "method": Words("multiplied back, and compared the degree of the remainder", "乘回去核对，并比较余式的次数"),
}  # fmt: skip
SENTENCES: Final = {
    "sum": Words("The result is \\({answer}\\).", "结果是 \\({answer}\\)。"),
    "quotient": Words("The quotient is \\({answer}\\).", "商式是 \\({answer}\\)。"),
    "remainder": Words("The remainder is \\({answer}\\).", "余式是 \\({answer}\\)。"),
    "both": Words("Quotient and remainder: \\({answer}\\).", "商式和余式：\\({answer}\\)。"),
}
MAX_DEGREE: Final = 30


def read(text: Text) -> Reading:
    """One polynomial divided by another."""
    found = account(text.source.replace("÷", " divided by "), VOCABULARY)
    wanted = [c for c in ("quotient", "remainder") if found.has(c)]
    said = found.has("over") and re.search(r"除以|divided\s+by|÷", text.source)
    if not (wanted or found.has("divide") or said):
        return None
    parts = _parts(found)
    if parts is None:
        return None
    if found.unread:
        return Unread(found.unread)
    kind = "both" if len(wanted) == 2 else wanted[0] if wanted else "sum"
    return Division(*parts, kind, text.language)


def _parts(found: Account) -> tuple[Node, Node, str] | None:
    """Dividend, divisor and their letter."""
    nodes = [
        n.sides[0] if isinstance(n, Relation) and isinstance(n.sides[-1], Blank) else n for n in found.nodes
    ]
    match nodes:
        case [Binary("/", top, bottom)]:
            pair = (top, bottom)
        case [top, bottom] if found.has("over"):
            pair = (top, bottom)
        case _:
            return None
    letters = symbols(pair[0]) | symbols(pair[1])
    if (
        len(letters) != 1
        or letters & {"e", "i"}
        or any(isinstance(n, Relation | Apply) for part in pair for n in walk(part))
    ):
        return None
    letter = next(iter(letters))
    polynomials = [_polynomial(part, letter) for part in pair]
    if any(p is None or p.degree() > MAX_DEGREE for p in polynomials):
        return None
    top_degree, bottom_degree = (p.degree() for p in polynomials if p is not None)
    return (*pair, letter) if bottom_degree >= 1 and top_degree >= bottom_degree else None


def _polynomial(node: Node, letter: str) -> sp.Poly | None:
    value = to_sympy(node)
    if not (isinstance(value, sp.Expr) and value.is_polynomial(sp.Symbol(letter))):
        return None
    polynomial = sp.Poly(value, sp.Symbol(letter))
    return polynomial if all(c.is_Rational for c in polynomial.all_coeffs()) else None


@dataclass(frozen=True, slots=True)
class Division:
    """`wanted` of dividend : divisor; "sum" is the quotient with the rest as a fraction."""

    dividend: Node
    divisor: Node
    letter: str
    wanted: str
    language: Language

    def _polynomials(self) -> tuple[sp.Poly, sp.Poly]:
        x = sp.Symbol(self.letter)
        return sp.Poly(to_sympy(self.dividend), x, domain="QQ"), sp.Poly(
            to_sympy(self.divisor), x, domain="QQ"
        )

    def methods(self) -> tuple[str, ...]:
        """Long division; by x − a also the short ways."""
        return synthetic_division.methods(self._polynomials()[1], self.wanted)

    def by(self, method: str) -> Task:
        """The same by one of `methods`."""
        return self if method == "long-division" else Another(self, method, partial(self._short, method))

    def _short(self, method: str) -> Solution:
        say, (p, q), x = self.language, self._polynomials(), python_name(self.letter)
        a = exact_source(-q.eval(0) / q.LC())
        if method == "remainder-theorem":
            note = comment(synthetic_division.WORDS["cell_theorem"].say(say))
            value = cell(
                f"dividend = {to_python(self.dividend)}",
                note,
                f"S(dividend).subs({x}, {a})",
                variables=(self.letter,),
            )
            return Solution(tuple(synthetic_division.theorem_steps(p, q, say)), value)
        lines = [
            f"zero, row = {a}, Poly({to_python(self.dividend)}, {x}).all_coeffs()",
            comment(synthetic_division.WORDS["cell"].say(say)),
            "sums = [row[0]]",
            "for coefficient in row[1:]:",
            "    sums.append(coefficient + zero*sums[-1])",
            f"quotient, remainder = Poly(sums[:-1], {x}).as_expr(), sums[-1]",
            self._last(),
        ]
        return Solution(
            tuple(synthetic_division.synthetic_steps(p, q, say)), cell(*lines, variables=(self.letter,))
        )

    def _last(self) -> str:
        """Source of what is asked for."""
        return {
            "sum": f"quotient + remainder/({to_python(self.divisor)})",
            "both": "(quotient, remainder)",
        }.get(self.wanted, self.wanted)

    def solution(self) -> Solution:
        """One line for every term of the quotient."""
        say, (p, q) = self.language, self._polynomials()
        steps = [WORDS["start"].say(say, p=_latex(p), q=_latex(q))]
        rest, quotient = p, sp.Poly(0, p.gen, domain="QQ")
        while rest.degree() >= q.degree() and not rest.is_zero:
            term = sp.Poly(rest.LC() / q.LC() * p.gen ** (rest.degree() - q.degree()), p.gen, domain="QQ")
            lead, divisor = rest.LC() * p.gen ** rest.degree(), q.LC() * q.gen ** q.degree()
            product, quotient = term * q, quotient + term
            rest = rest - product
            steps.append(
                WORDS["step"].say(
                    say,
                    lead=exact_latex(lead),
                    divisor=exact_latex(divisor),
                    term=_latex(term),
                    q=_latex(q),
                    product=_latex(product),
                    rest=_latex(rest),
                )
            )
        shown = "" if rest.is_zero else _signed(rest)
        steps.append(WORDS["end"].say(say, p=_latex(p), q=_latex(q), quotient=_latex(quotient), rest=shown))
        name = python_name(self.letter)
        lines = [
            f"quotient, remainder = div({to_python(self.dividend)}, {to_python(self.divisor)}, {name})",
            self._last(),
        ]
        return Solution(tuple(steps), cell(comment(WORDS["code"].say(say)), *lines, variables=(self.letter,)))

    def conclude(self, value: Any) -> Conclusion | None:
        """Written as a teacher would: the quotient, then the rest over the divisor."""
        say, (p, q) = self.language, self._polynomials()
        quotient, rest = sp.div(p, q)
        match self.wanted, value:
            case "sum", sp.Expr():
                answer = _latex(quotient) + ("" if rest.is_zero else _fraction(rest, q))
            case "both", (sp.Expr(), sp.Expr()):
                answer = f"{_latex(quotient)},\\ {_latex(rest)}"
            case "quotient" | "remainder", sp.Expr():
                answer = exact_latex(value)
            case _:
                return None
        return Conclusion(SENTENCES[self.wanted].say(say, answer=answer), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """By multiplying back."""
        values, x = values_in(answer), python_name(self.letter)
        if (
            values is None
            or len(values) != (2 if self.wanted == "both" else 1)
            or not all(isinstance(v, sp.Expr) for v in values)
        ):
            return None
        if any(s.name != self.letter for v in values for s in v.free_symbols):
            return None
        lines = [f"dividend, divisor = {to_python(self.dividend)}, {to_python(self.divisor)}"]
        match self.wanted:
            case "sum":
                lines += [f"given = {exact_source(values[0])}", "simplify(given*divisor - dividend) == 0"]
            case "both":
                lines += [f"quotient, rest = S({exact_source(values[0])}), S({exact_source(values[1])})",
                          f"expand(quotient*divisor + rest - dividend) == 0 and Poly(rest, {x}).degree() < Poly(divisor, {x}).degree()"]  # fmt: skip
            case "remainder":
                lines += [f"rest = S({exact_source(values[0])})",
                          f"simplify((dividend - rest)/divisor).is_polynomial({x}) and Poly(rest, {x}).degree() < Poly(divisor, {x}).degree()"]  # fmt: skip
            case _:
                lines += [
                    f"quotient = S({exact_source(values[0])})",
                    f"Poly(dividend - quotient*divisor, {x}).degree() < Poly(divisor, {x}).degree()",
                ]
        claim = SENTENCES[self.wanted].say(self.language, answer=answer)
        return CheckPlan(claim, WORDS["method"].say(self.language), cell(*lines, variables=(self.letter,)))


def _latex(polynomial: sp.Poly) -> str:
    return exact_latex(polynomial.as_expr())


def _signed(polynomial: sp.Poly) -> str:
    source = _latex(polynomial)
    return source if source.startswith("-") else f"+{source}"


def _fraction(rest: sp.Poly, divisor: sp.Poly) -> str:
    """± rest over divisor."""
    negative = str(rest.as_expr()).startswith("-")
    shown = _latex(-rest if negative else rest)
    return rf"{'-' if negative else '+'}\frac{{{shown}}}{{{_latex(divisor)}}}"
