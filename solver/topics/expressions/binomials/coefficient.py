"""One coefficient, term or sum of coefficients of an expansion: steps, cell and check."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import sympy as sp

from solver.formula import python_name, to_python
from solver.latex import exact_latex, values_in
from solver.ports import CheckPlan, Language
from solver.topics.base import Conclusion, Solution
from solver.topics.cells import cell, comment, exact_source
from solver.topics.expressions.binomials.terms import Expansion, Place, exponents_of
from solver.topics.expressions.binomials.words import SENTENCES, WORDS


@dataclass(frozen=True, slots=True)
class Coefficient:
    """`wanted` of the term at `place` in the expansion."""

    expansion: Expansion
    wanted: str
    place: Place
    language: Language

    def exists(self) -> bool:
        """Whether there is such a term; a coefficient may also be 0."""
        return self.wanted not in ("term", "binomial") or bool(self._hits())

    def _binomial(self, k: object) -> str:
        n = self.expansion.n
        return rf"\mathrm{{C}}_{{{n}}}^{{{k}}}" if self.language == "zh" else rf"\binom{{{n}}}{{{k}}}"

    def _hits(self) -> list[tuple[sp.Expr, int]]:
        """Terms of the factor in front and the k of the term of the power that each must meet."""
        if self.place.number is not None:
            return [(sp.Integer(1), self.place.number - 1)]
        return self.expansion.hits(self.place.powers)

    def solution(self) -> Solution:
        """General term, exponent equation, value; or 1 put in for the variables."""
        match self.wanted:
            case "sum_coefficients":
                return self._sum_of_coefficients()
            case "sum_binomial":
                return self._sum_of_binomials()
            case "largest":
                return self._largest()
            case "largest_binomial":
                return self._largest_binomial()
            case "count":
                n = self.expansion.n
                step = WORDS["count"].say(self.language, n=n, value=n + 1)
                return Solution((self._general(), step), cell(f"{n} + 1"))
        steps = [self._general()]
        if self.place.number is None:
            steps += self._exponent_steps()
        return Solution((*steps, *self._value_steps()), self._cell())

    def _general(self) -> str:
        e = self.expansion
        a, b = (
            sp.latex(t) if t.is_Symbol or t.is_Integer and t >= 0 else rf"\left({sp.latex(t)}\right)"
            for t in (e.a, e.b)
        )
        return WORDS["general"].say(
            self.language, power=e.power_latex, binomial=self._binomial("k"), a=a, b=b, n=e.n
        )

    def _exponent_steps(self) -> list[str]:
        say, e, k = self.language, self.expansion, sp.Symbol("k")
        steps = []
        for term in sp.Add.make_args(e.cofactor):
            rest = {
                v: self.place.powers.get(v, sp.Integer(0)) - exponents_of(term).get(v, 0) for v in e.variables
            }
            if e.cofactor != 1:
                power = sp.Mul(*(sp.Symbol(v, positive=True) ** p for v, p in rest.items()))
                name = "constant_factor" if power == 1 else "factor"
                steps.append(
                    WORDS[name].say(
                        say,
                        cofactor=sp.latex(e.cofactor),
                        term=sp.latex(term),
                        rest=sp.latex(power),
                        power=e.power_latex,
                    )
                )
            at = e.position(rest)
            result = WORDS["unsolved"].say(say, n=e.n) if at is None else WORDS["solved"].say(say, k=at)
            for v in e.variables:
                exponent = sp.expand(
                    (e.n - k) * exponents_of(e.a).get(v, 0) + k * exponents_of(e.b).get(v, 0)
                )
                last = result if v == e.variables[-1] else ""
                x = sp.latex(sp.Symbol(v))
                steps.append(
                    WORDS["exponent"]
                    .say(say, x=x, exponent=sp.latex(exponent), target=sp.latex(rest[v]), result=last)
                    .strip()
                )
        return steps

    def _value_steps(self) -> list[str]:
        say, e, hits = self.language, self.expansion, self._hits()
        if not hits:
            return [WORDS["none"].say(say)]
        if self.wanted == "binomial":
            k = hits[0][1]
            return [WORDS["binomial"].say(say, binomial=self._binomial(k), value=sp.binomial(e.n, k))]
        if self.place.number is not None:
            k = hits[0][1]
            raw = rf"{self._binomial(k)}\cdot {_base(e.a)}^{{{e.n - k}}}\cdot {_base(e.b)}^{{{k}}}"
            steps = [WORDS["ordinal"].say(say, number=k + 1, k=k, raw=raw, term=sp.latex(e.term(k)))]
            if self.wanted == "coefficient":
                steps.append(self._numbers(sp.Integer(1), k))
            return steps
        steps = [self._numbers(factor, k) for factor, k in hits]
        if len(hits) > 1:
            values = [sp.latex(e.number(factor, k)) for factor, k in hits]
            total = "+".join(rf"\left({v}\right)" if v.startswith("-") else v for v in values)
            steps.append(WORDS["total"].say(say, sum=total, value=sp.latex(self._coefficient())))
        return steps

    def _numbers(self, factor: sp.Expr, k: int) -> str:
        e = self.expansion
        a, b, c = (
            t.as_independent(*t.free_symbols, as_Add=False)[0] if t.free_symbols else t
            for t in (e.a, e.b, factor)
        )
        bases = [(c, 1)] * (c != 1) + [(a, e.n - k)] * (a != 1) + [(b, k)] * (b != 1)
        powers = [_base(x) + (f"^{{{p}}}" if p != 1 else "") for x, p in bases if p != 0]
        numbers = r"\cdot ".join([self._binomial(k), *powers])
        return WORDS["coefficient"].say(
            self.language, k=k, numbers=numbers, value=sp.latex(e.number(factor, k))
        )

    def _coefficient(self) -> sp.Expr:
        return sp.expand(sum((self.expansion.number(f, k) for f, k in self._hits()), sp.Integer(0)))

    def _sum_of_coefficients(self) -> Solution:
        e, say = self.expansion, self.language
        point = "=".join([*(sp.latex(sp.Symbol(v)) for v in e.variables), "1"])
        a, b, c = (t.subs(dict.fromkeys(t.free_symbols, 1)) for t in (e.a, e.b, e.cofactor))
        front = "" if c == 1 else rf"\left({sp.latex(c)}\right)\cdot "
        before = rf"{front}\left({sp.latex(a)}{'' if sp.latex(b).startswith('-') else '+'}{sp.latex(b)}\right)^{{{e.n}}}"
        step = WORDS["ones"].say(
            say, point=point, before=before, value=sp.latex(sp.expand(c * (a + b) ** e.n))
        )
        ones = ", ".join(f"{python_name(v)}: 1" for v in e.variables)
        lines = [
            f"whole = {to_python(e.node)}",
            comment(WORDS["cell_ones"].say(say)),
            f"expand(whole.subs({{{ones}}}))",
        ]
        return Solution((step,), cell(*lines, variables=e.variables))

    def _sum_of_binomials(self) -> Solution:
        n = self.expansion.n
        total = (
            f"{self._binomial(0)}+{self._binomial(1)}+\\dots+{self._binomial(n)}"
            if n > 2
            else "+".join(map(self._binomial, range(n + 1)))
        )
        step = WORDS["twos"].say(self.language, sum=total, n=n, value=2**n)
        return Solution((step,), cell(f"(1 + 1)**{n}"))

    def _largest(self) -> Solution:
        e, say = self.expansion, self.language
        where = r",\ ".join(f"k={k}" for k in self._middle())
        steps = [self._general(), WORDS["largest"].say(say, where=where, n=e.n)]
        for k in self._middle():
            raw = rf"{self._binomial(k)}\cdot {_base(e.a)}^{{{e.n - k}}}\cdot {_base(e.b)}^{{{k}}}"
            steps.append(WORDS["ordinal"].say(say, number=k + 1, k=k, raw=raw, term=sp.latex(e.term(k))))
        terms = [self._term_source(k) for k in self._middle()]
        last = terms[0] if len(terms) == 1 else f"[{', '.join(terms)}]"
        return Solution(tuple(steps), cell(last, variables=e.variables, assumptions="positive=True"))

    def _largest_binomial(self) -> Solution:
        say, n = self.language, self.expansion.n
        where, k = r",\ ".join(f"k={k}" for k in self._middle()), self._middle()[0]
        steps = (
            WORDS["largest"].say(say, where=where, n=n),
            WORDS["binomial"].say(say, binomial=self._binomial(k), value=sp.binomial(n, k)),
        )
        return Solution(steps, cell(f"binomial({n}, {k})"))

    def _middle(self) -> list[int]:
        n = self.expansion.n
        return sorted({n // 2, n - n // 2})

    def _term_source(self, k: int) -> str:
        e = self.expansion
        a, b = (
            exact_source(t) if t.is_Symbol or t.is_Integer and t > 0 else f"({exact_source(t)})"
            for t in (e.a, e.b)
        )
        return f"binomial({e.n}, {k})*{a}**{e.n - k}*{b}**{k}"

    def _cell(self) -> str:
        e, hits = self.expansion, self._hits()
        if not hits:
            return cell("0")
        note = comment(WORDS["cell_k"].say(self.language, k=", ".join(str(k) for _, k in hits)))
        if self.wanted == "binomial":
            return cell(note, f"binomial({e.n}, {hits[0][1]})")
        if self.wanted == "term" and self.place.number is not None:
            return cell(
                note, self._term_source(hits[0][1]), variables=e.variables, assumptions="positive=True"
            )
        numbers = []
        for factor, k in hits:
            parts = [
                t.as_independent(*t.free_symbols, as_Add=False)[0] if t.free_symbols else t
                for t in (factor, e.a, e.b)
            ]
            c, a, b = (exact_source(p) if p.is_Integer and p >= 0 else f"({exact_source(p)})" for p in parts)
            numbers.append(f"{'' if c == '1' else c + '*'}binomial({e.n}, {k})*{a}**{e.n - k}*{b}**{k}")
        total = f"expand({' + '.join(numbers)})"
        if self.wanted == "term":
            power = "*".join(f"{python_name(v)}**{_exponent(p)}" for v, p in self.place.powers.items())
            return cell(note, f"{total}*{power}", variables=e.variables, assumptions="positive=True")
        return cell(note, total)

    def conclude(self, value: Any) -> Conclusion | None:
        """A number, a term, or the two middle terms."""
        answer = exact_latex(value)
        return Conclusion(SENTENCES[self.wanted].say(self.language, answer=answer), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """Full expansion; Pascal's triangle for binomial coefficients."""
        values = values_in(answer)
        if values is None or not all(isinstance(v, sp.Expr) for v in values):
            return None
        if len(values) != (len(self._middle()) if self.wanted == "largest" else 1):
            return None
        claim = SENTENCES[self.wanted].say(self.language, answer=answer)
        if self.wanted == "count":
            e = self.expansion
            lines = [f"len(Add.make_args(expand({to_python(e.node)}))) == {exact_source(values[0])}"]
            return CheckPlan(
                claim,
                WORDS["expand"].say(self.language),
                cell(*lines, variables=e.variables, assumptions="positive=True"),
            )
        if self.wanted in ("binomial", "sum_binomial", "largest_binomial"):
            return CheckPlan(claim, WORDS["pascal"].say(self.language), self._pascal(values[0]))
        e = self.expansion
        if any(s.name not in e.variables for v in values for s in v.free_symbols):
            return CheckPlan(claim, WORDS["expand"].say(self.language), "False")
        terms = "Add.make_args(expand(whole))"
        lines = [f"whole = {to_python(e.node)}"]
        given = exact_source(values[0])
        match self.wanted:
            case "sum_coefficients":
                ones = ", ".join(f"{python_name(v)}: 1" for v in e.variables)
                lines.append(f"expand(sum(term.subs({{{ones}}}) for term in {terms}) - ({given})) == 0")
            case "largest":
                lines += [
                    f"terms = {terms}",
                    f"all(expand(t) in terms for t in [{', '.join(map(exact_source, values))}])",
                ]
                lines[-1] += f" and {self._is_middle(values)}"
            case _:
                lines.append(f"found = expand(whole){self._read_off()}")
                lines.append(f"expand(found - ({given})) == 0")
        source = cell(*lines, variables=e.variables, assumptions="positive=True")
        return CheckPlan(claim, WORDS["expand"].say(self.language), source)

    def _is_middle(self, values: tuple[sp.Expr, ...]) -> str:
        """The given terms must be the ones with the powers of the middle terms."""
        middle = [exponents_of(self.expansion.term(k)) for k in self._middle()]
        return str(sorted(map(str, middle)) == sorted(str(exponents_of(v)) for v in values))

    def _read_off(self) -> str:
        powers = self.place.powers
        if self.place.number is not None:
            powers = exponents_of(self.expansion.term(self.place.number - 1))
        powers = {v: powers.get(v, sp.Integer(0)) for v in self.expansion.variables}
        picked = "".join(f".coeff({python_name(v)}, {exact_source(p)})" for v, p in powers.items())
        if self.wanted != "term":
            return picked
        return picked + "".join(f"*{python_name(v)}**{_exponent(p)}" for v, p in powers.items())

    def _pascal(self, value: sp.Expr) -> str:
        n, hits = self.expansion.n, self._hits() if self.wanted == "binomial" else []
        found = (
            "sum(row)"
            if self.wanted == "sum_binomial"
            else "max(row)"
            if self.wanted == "largest_binomial"
            else f"row[{hits[0][1]}]"
            if hits
            else "0"
        )
        lines = [
            "row = [1]",
            f"for _ in range({n}):",
            "    row = [1] + [a + b for a, b in zip(row, row[1:])] + [1]",
        ]
        return cell(*lines, f"{found} == {exact_source(value)}")


def _base(value: sp.Expr) -> str:
    """A base of a power as LaTeX, in brackets where it needs them."""
    latex = sp.latex(value)
    return latex if value.is_Symbol or value.is_Integer and value >= 0 else rf"\left({latex}\right)"


def _exponent(power: sp.Expr) -> str:
    source = exact_source(power)
    return source if power.is_Integer and power >= 0 else f"({source})"
