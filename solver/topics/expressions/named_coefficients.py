"""An expression in a form with named coefficients: write 3x - 7x + 2 as p*x + q and give p.

Read: a polynomial in one or two letters, a form in the same letters whose other letters are the coefficients, and which
of these are asked for; also `(x + a)^2 + b`. Not: forms that leave a coefficient open, rational functions, letters of the
given expression that the form does not have.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, Node, letter, python_name, to_latex, to_python, to_sympy
from solver.formula.nodes import Apply, Binary, Call, Negative, Number, Relation, Symbol, symbols, walk
from solver.latex import exact_latex, values_in
from solver.ports import CheckPlan, Language
from solver.reader import Account, Notation, account
from solver.topics.base import Conclusion, Reading, Solution, Text, Unread, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.equations.solutions import assignments
from solver.topics.expressions import term_facts
from solver.topics.settled import with_values

VOCABULARY: Final = {
    "write": "express|rearrange|write|rewrite|convert|bring|turn|transform|change|reorganise|reorganize|put|expand|multiply out|simplify|re arrange|re write|collect|collect terms|complete the square|completing the square|by completing the square"
    "|写|改写|化|整理|变形|变|表示|展开|配方|化简|重写|合并同类项|用配方法|配方法",
    "form": "in the form|to the form|into the form|in form|of the form|as|to|into|in|form|under the form|in the shape|to look like|so that it has the form"
    "|写成|化为|化成|整理成|整理为|变形为|变形成|变为|变成|表示为|表示成|展开为|展开成|配方成|配方为|化简为|化简成|改写成|改写为|重写为|写为|配成|重写成|合并成|成|为",
    "shape": "的形式|形式|这样的形式|的样子",
    "coefficient": "coefficients?|constants?|integers?|real numbers?|numbers?|real|rational numbers?|some|certain|suitable|appropriate|polynomial|quadratic|trinomial"
    "|系数|常数|整数|实数|有理数|均为|都是|为常数|是常数|多项式|二次三项式|代数式|二次式|都为",
}  # fmt: skip
WORDS: Final = {
    "collect": Words("Multiply out and collect like terms: \\[{before}={after}\\]", "展开并合并同类项：\\[{before}={after}\\]"),
    "form": Words("Multiply out the form as well: \\[{before}={after}\\]", "把所要的形式也展开：\\[{before}={after}\\]"),
    "compare": Words(
        "The two are equal for all values of \\({x}\\) exactly when the terms of each kind have the same coefficient: \\[{equations}\\]",
        "两式对 \\({x}\\) 的一切取值都相等，当且仅当各同类项的系数分别相等：\\[{equations}\\]",
    ),
    "values": Words("This gives \\({values}\\).", "由此得 \\({values}\\)。"),
    "code": Words("the coefficients of the difference must all be 0", "两式之差的各项系数都必须为 0"),
    "answer": Words("So \\({asked}={answer}\\).", "所以 \\({asked}={answer}\\)。"),
    "several": Words("So \\({answer}\\).", "所以 \\({answer}\\)。"),
    "method": Words(
        "numbers were put in for the letters of the expression; the two must agree for all of them",
        "给式中的字母代入若干个数，两式的值必须处处相等",
    ),
}  # fmt: skip
MAX_DEGREE: Final = 12
MAX_UNKNOWNS: Final = 9
_NOTATION: Final = Notation(letters=frozenset(("e", "i")))


def read(text: Text) -> Reading:
    """An expression, the form that it is to have, and the coefficients asked for; or a short question about terms."""
    if (facts := term_facts.read(text)) is not None:
        return facts
    found = account(text.source, VOCABULARY, _NOTATION)
    if len(found.nodes) < 3 or not _is_rewriting(found):
        return None
    given, form, *rest = found.nodes
    if isinstance(given, Relation) and given.signs == ("=",) and isinstance(given.sides[0], Symbol | Apply):
        given = given.sides[1]  # y = …
    asked, given = found.questions, with_values(given, text.values)
    variables, unknowns = symbols(given), symbols(form) - symbols(given)
    names = frozenset[str]().union(*map(symbols, rest))
    if not asked or not set(asked) <= set(rest) or not names <= unknowns or variables - symbols(form):
        return None
    if any(not isinstance(n, Symbol) for n in rest if n not in asked):
        return None
    if len(asked) > 1 and not all(isinstance(n, Symbol) for n in asked):
        return None
    if not all(map(_is_polynomial, (given, form, *asked))):
        return None
    if found.unread:
        return Unread(found.unread)
    try:
        task = Comparison(given, form, tuple(dict.fromkeys(asked)), text.language)
        return task if task.is_settled() else None
    except FormulaError:
        return None


def _is_rewriting(found: Account) -> bool:
    """Whether the words stand as in "write #0 as #1 and give #2"."""
    concepts = [c for c in found.concepts if c != "coefficient"]
    places = [concepts.index(f"#{k}") for k in range(len(found.nodes))]
    between = concepts[places[0] + 1 : places[1]]
    behind = [c for c in concepts[places[1] + 1 :] if c[0] != "#"]
    return "form" in between and found.has("ask") and "ask" in behind and concepts.index("#0") < places[1]


def _is_polynomial(node: Node) -> bool:
    """Sums, products and whole powers, divided by numbers only."""
    for part in walk(node):
        match part:
            case Binary("^", _, Number(value)) if value.denominator == 1 and value <= MAX_DEGREE:
                continue
            case Binary("^", _, _):
                return False
            case Binary("/", _, right) if symbols(right):
                return False
            case Number() | Symbol() | Negative() | Binary():
                continue
            case Call("sqrt", (Number(),)):
                continue
            case _:
                return False
    return True


@dataclass(frozen=True, slots=True)
class Comparison:
    """The coefficients `asked` for which `form` equals `given`."""

    given: Node
    form: Node
    asked: tuple[Node, ...]
    language: Language

    @property
    def _variables(self) -> list[str]:
        return sorted(symbols(self.given))

    @property
    def _unknowns(self) -> list[str]:
        return sorted(symbols(self.form) - symbols(self.given))

    def _polys(self) -> tuple[sp.Poly, sp.Poly]:
        generators = [letter(n) for n in self._variables]
        return sp.Poly(to_sympy(self.given), *generators), sp.Poly(to_sympy(self.form), *generators)

    def is_settled(self) -> bool:
        """Whether the coefficients asked for have exactly one value."""
        if not 1 <= len(self._variables) <= 2 or not 1 <= len(self._unknowns) <= MAX_UNKNOWNS:
            return False
        given, form = self._polys()
        if max(given.total_degree(), form.total_degree()) > MAX_DEGREE or not all(
            c.is_rational for c in given.coeffs()
        ):
            return False
        if "i_" in self._variables:  # (2+i)(1+i) as a+bi is a complex number
            i = letter("i_")
            if given.degree(i) > 1 and form.degree(i) < 2:
                return False
        if not self._is_linear() and (form.total_degree() > 4 or len(self._unknowns) > 4):
            return False
        solutions = self._solutions()
        values = {tuple(to_sympy(n).subs(s) for n in self.asked) for s in solutions}
        complete = all(
            len(s) == len(self._unknowns) and all(v.is_real for v in s.values()) for s in solutions
        )
        return bool(solutions) and complete and len(values) == 1

    def _is_linear(self) -> bool:
        unknowns = [letter(n) for n in self._unknowns]
        form = to_sympy(self.form)
        return bool(form.is_polynomial(*unknowns)) and sp.Poly(form, *unknowns).total_degree() <= 1

    def _equations(self) -> list[tuple[sp.Expr, sp.Expr, sp.Expr]]:
        """Term, its coefficient in the form and in the given expression."""
        given, form = self._polys()
        kinds = sorted({*given.monoms(), *form.monoms()}, reverse=True)
        product = [sp.Mul(*(g**k for g, k in zip(given.gens, powers, strict=True))) for powers in kinds]
        return [
            (term, form.coeff_monomial(term), given.coeff_monomial(term))
            for term in product
            if form.coeff_monomial(term) != 0 or given.coeff_monomial(term) != 0
        ]

    def _solutions(self) -> list[dict[sp.Symbol, sp.Expr]]:
        equations = [left - right for _, left, right in self._equations()]
        unknowns = [letter(n) for n in self._unknowns]
        return list(sp.solve(equations, unknowns, dict=True))

    def solution(self) -> Solution:
        """Both sides multiplied out, the coefficients compared, then the cell."""
        say, (given, _) = self.language, self._polys()
        steps = list[str]()
        before, after = to_latex(self.given), sp.latex(given.as_expr())
        steps.append(WORDS["collect"].say(say, before=before, after=after))
        if not self._is_linear() or any(
            isinstance(n, Binary) and n.op == "*" and to_sympy(n.left).is_Add for n in walk(self.form)
        ):
            collected = sp.collect(sp.expand(to_sympy(self.form)), given.gens)
            steps.append(WORDS["form"].say(say, before=to_latex(self.form), after=sp.latex(collected)))
        lines = r"\\ ".join(
            rf"{sp.latex(term) if term != 1 else self._constant()}:\quad {sp.latex(left)}={sp.latex(right)}"
            for term, left, right in self._equations()
        )
        x = ",\\ ".join(sp.latex(g) for g in given.gens)
        steps.append(
            WORDS["compare"].say(say, x=x, equations=rf"\begin{{gathered}} {lines} \end{{gathered}}")
        )
        values = self._solutions()
        if len(values) == 1:
            shown = assignments(
                {str(k): v for k, v in sorted(values[0].items(), key=lambda item: str(item[0]))}
            )
            steps.append(WORDS["values"].say(say, values=shown))
        return Solution(tuple(steps), self._cell())

    def _constant(self) -> str:
        return r"\text{常数项}" if self.language == "zh" else r"\text{constant}"

    def _cell(self) -> str:
        variables, unknowns = (
            ", ".join(map(python_name, names)) for names in (self._variables, self._unknowns)
        )
        asked = [to_python(n) for n in self.asked]
        wanted = asked[0] if len(asked) == 1 else f"Tuple({', '.join(asked)})"
        lines = [
            f"given_expression = {to_python(self.given)}",
            f"form = {to_python(self.form)}",
            comment(WORDS["code"].say(self.language)),
            f"equations = Poly(given_expression - form, {variables}).coeffs()",
            f"solutions = solve(equations, [{unknowns}], dict=True)",
            f"[({wanted}).subs(solution) for solution in solutions]",
        ]
        return cell(*lines, variables=(*self._variables, *self._unknowns))

    def conclude(self, value: Any) -> Conclusion | None:
        """The coefficient, or each with its name."""
        say = self.language
        if not isinstance(value, list) or len({*value}) != 1:
            return None
        values = tuple(value[0]) if isinstance(value[0], tuple | sp.Tuple) else (value[0],)
        if len(values) != len(self.asked) or not all(isinstance(v, sp.Expr) and v.is_number for v in values):
            return None
        if len(values) == 1:
            answer = exact_latex(values[0])
            return Conclusion(WORDS["answer"].say(say, asked=to_latex(self.asked[0]), answer=answer), answer)
        answer = assignments({to_latex(n): v for n, v in zip(self.asked, values, strict=True)})
        return Conclusion(WORDS["several"].say(say, answer=answer), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """Numbers put in for the letters: with the value given, the two must agree everywhere."""
        values = values_in(answer, (*self._variables, *self._unknowns))
        if (
            values is None
            or len(values) != len(self.asked)
            or not all(isinstance(v, sp.Expr) for v in values)
        ):
            return None
        if any(not v.is_number for v in values):
            return None
        given, form = self._polys()
        points = max(given.total_degree(), form.total_degree()) + 1
        names = [python_name(n) for n in self._variables]
        put = ", ".join(f"{n}: {n}_value" for n in names)
        loops = " ".join(f"for {n}_value in range({points})" for n in names)
        unknowns = ", ".join(map(python_name, self._unknowns))
        pairs = zip(self.asked, values, strict=True)
        claims = ", ".join(f"{to_python(n)} - ({exact_source(v)})" for n, v in pairs)
        lines = [
            f"gap = ({to_python(self.given)}) - ({to_python(self.form)})",
            f"equations = [gap.subs({{{put}}}) {loops}]",
            f"solve([*equations, {claims}], [{unknowns}]) != []",
        ]
        claim = WORDS["several"].say(self.language, answer=self._claimed(answer))
        return CheckPlan(
            claim,
            WORDS["method"].say(self.language),
            cell(*lines, variables=(*self._variables, *self._unknowns)),
        )

    def _claimed(self, answer: str) -> str:
        return f"{to_latex(self.asked[0])}={answer}" if len(self.asked) == 1 and "=" not in answer else answer
