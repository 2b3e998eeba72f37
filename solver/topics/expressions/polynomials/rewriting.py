"""One expression in another form: steps, cell, conclusion and check."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import sympy as sp

from solver.formula import Node, letter, python_name, symbol_latex, to_latex, to_python, to_sympy
from solver.formula.nodes import Binary, symbols, walk
from solver.latex import latex, values_in
from solver.ports import CheckPlan, Language
from solver.topics.base import Conclusion, Solution
from solver.topics.cells import cell, comment, exact_source
from solver.topics.expressions.polynomials.fractions import fraction_steps
from solver.topics.expressions.polynomials.words import SENTENCES, WORDS


@dataclass(frozen=True, slots=True)
class Rewriting:
    """`body` in another form; `values` are put in at the end."""

    body: Node
    kind: str
    values: tuple[tuple[str, sp.Expr], ...]
    language: Language

    def _real(self) -> sp.Expr:
        return to_sympy(self.body, {n: letter(n, real=True) for n in symbols(self.body)})

    def _call(self) -> str:
        """The function of sympy that does it."""
        if self.kind != "simplify":
            return self.kind
        f = self._real()
        numerator, denominator = sp.fraction(sp.together(f))
        if not f.free_symbols:
            return "radsimp"
        if f.is_polynomial():
            return "expand"
        if numerator.is_polynomial() and denominator.is_polynomial():
            return "factor"
        return "simplify"

    def _result(self) -> sp.Expr:
        return getattr(sp, self._call())(self._real())

    def solution(self) -> Solution:
        """What is done, before and after, then the cell."""
        say, f, before, result = self.language, self._real(), to_latex(self.body), self._result()
        after = latex(result)
        match self._call():
            case "expand":
                steps = self._expanding(f, before, after)
            case "factor" if self.kind == "factor":
                steps = self._factoring(f, before, result)
            case "factor":
                steps = fraction_steps(self.body, after, say)
            case _:
                steps = [WORDS["simplify"].say(say, before=before, after=after)]
        if self.values:
            shown = ",\\ ".join(f"{symbol_latex(n)}={latex(v)}" for n, v in self.values)
            steps.append(WORDS["put"].say(say, values=f"\\({shown}\\)"))
        return Solution(tuple(steps), self._cell())

    def _expanding(self, f: sp.Expr, before: str, after: str) -> list[str]:
        powers = [
            n for n in walk(self.body) if isinstance(n, Binary) and n.op == "^" and isinstance(n.left, Binary)
        ]
        products = [
            n for n in walk(self.body) if isinstance(n, Binary) and n.op == "*" and to_sympy(n.right).is_Add
        ]
        steps = []
        for key, nodes in (("power", powers), ("multiply", products)):
            for node in nodes:
                whole = latex(sp.expand(to_sympy(node)))
                if whole != after:
                    steps.append(WORDS[key].say(self.language, before=to_latex(node), after=whole))
        last = "collect" if steps or not (powers or products) else "power" if powers else "multiply"
        if not f.is_polynomial():
            last = "divide"
        return [*steps, WORDS[last].say(self.language, before=before, after=after)]

    def _factoring(self, f: sp.Expr, before: str, result: sp.Expr) -> list[str]:
        say, steps = self.language, []
        rest = sp.expand(f)
        content = sp.gcd(list(rest.args)) if rest.is_Add else sp.S.One
        if content != 1:
            rest = sp.expand(f / content)
            after = rf"{latex(content)}\left({latex(rest)}\right)"
            steps.append(WORDS["common"].say(say, common=latex(content), before=before, after=after))
        if content == 1 and sp.expand(result) == result:
            return [WORDS["prime"].say(say, before=before)]
        factored = sp.factor(rest)
        if factored != rest:
            terms = rest.args if rest.is_Add else ()
            roots = [sp.sqrt(abs(t)) for t in map(sp.factor_terms, terms)] if len(terms) == 2 else []
            squares = (
                len(roots) == 2
                and factored.is_Mul
                and len(factored.args) == 2
                and all(a.is_Add for a in factored.args)
            )
            squares = squares and sp.degree(rest, gen=sorted(rest.free_symbols, key=str)[0]) == 2
            perfect = factored.is_Pow and factored.exp == 2
            key = "squares" if squares else "perfect" if perfect and len(terms) == 3 else "factors"
            facts: dict[str, Any] = {}
            if key == "factors" and (numbers := _two_numbers(rest)) is not None:
                key, facts = "two_numbers", numbers
            steps.append(WORDS[key].say(say, before=latex(rest), after=latex(factored), **facts))
        return (
            steps if content == 1 else [*steps, WORDS["factors"].say(say, before=before, after=latex(result))]
        )

    def _cell(self) -> str:
        source = to_python(self.body)
        names, say = symbols(self.body), self.language
        real = "real=True" if self.kind == "simplify" and names else ""
        lines = [comment(WORDS["code"].say(say)), f"result = {self._call()}({source})"]
        put = ", ".join(f"{python_name(n)}: {exact_source(v)}" for n, v in self.values)
        lines.append(f"simplify(result.subs({{{put}}}))" if self.values else "result")
        return cell(*lines, variables=names, assumptions=real)

    def conclude(self, value: Any) -> Conclusion | None:
        """The other form, or the value."""
        if not isinstance(value, sp.Expr) or value.has(sp.nan, sp.zoo, sp.oo):
            return None
        if self.kind == "factor":  # read back, a number in front was multiplied into a bracket
            value = sp.factor(value)
        kind, answer = ("value" if self.values else self.kind), latex(value)
        return Conclusion(SENTENCES[kind].say(self.language, answer=answer), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """Put numbers in; a factored answer is multiplied out, and its factors must be irreducible."""
        values = values_in(answer, symbols(self.body))
        if values is None or len(values) != 1 or not isinstance(values[0], sp.Expr):
            return None
        given, names = values[0], {python_name(n) for n in symbols(self.body)}
        if {python_name(s.name) for s in given.free_symbols} - names:
            return None
        kind = "value" if self.values else self.kind
        lines = [f"f, given = S({to_python(self.body)}), S({exact_source(given)})"]
        if kind == "factor":
            lines += [
                "same = expand(f - given) == 0",
                "factors = [power.as_base_exp()[0] for power in Mul.make_args(given)]",
                "same and all(factor.is_number or Poly(factor).is_irreducible for factor in factors)",
            ]
        elif self.values:
            put = ", ".join(f"{python_name(n)}: {exact_source(v)}" for n, v in self.values)
            lines += [
                f"gap = (f.subs({{{put}}}) - given).evalf(40)",
                "abs(gap) < 1e-25 if gap.is_number else None",
            ]
        else:
            ordered = ", ".join(f"{n}: point + Rational({k}, 11)" for k, n in enumerate(sorted(names)))
            lines += [
                "points = [Rational(top, 7) for top in (-23, -9, -4, 3, 10, 25)]",
                f"pairs = [(f.subs({{{ordered}}}).evalf(40), given.subs({{{ordered}}}).evalf(40)) for point in points]",
                "gaps = [abs(one - other) / (1 + abs(one)) for one, other in pairs if one.is_real and one.is_finite]",
                "all(gap < 1e-25 for gap in gaps) if gaps else None",
            ]
        method = WORDS["method_factor" if kind == "factor" else "method"].say(self.language)
        return CheckPlan(
            SENTENCES[kind].say(self.language, answer=answer),
            method,
            cell(*lines, variables=symbols(self.body)),
        )


def _two_numbers(quadratic: sp.Expr) -> dict[str, Any] | None:
    """For x² + bx + c with factors x + p and x + q: the four numbers."""
    if len(quadratic.free_symbols) != 1:
        return None
    polynomial = sp.Poly(quadratic)
    if polynomial.degree() != 2 or polynomial.LC() != 1:
        return None
    _, b, c = polynomial.all_coeffs()
    roots = [-r for r in sp.roots(polynomial, multiple=True)]
    if b == 0 or c == 0 or len(roots) != 2 or not all(r.is_Integer for r in roots):
        return None
    return {"b": b, "c": c, "p": roots[0], "q": roots[1]}
