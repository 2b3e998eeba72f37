"""A real parameter in an expansion, fixed by the coefficient of one power of the variable."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, Node, python_name, symbol_latex, to_latex, to_python, to_sympy
from solver.formula.nodes import Binary, Number, Relation, Symbol, symbols, walk
from solver.latex import exact_latex, values_in
from solver.ports import CheckPlan, Language
from solver.reader import Account
from solver.topics.base import Conclusion, Solution, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.expressions.binomials.terms import monomial

MAX_POWER: Final = 30
WORDS: Final = {
    "collect": Words(
        "Keep \\({p}\\) as a letter. By the binomial theorem, the products in \\({whole}\\) that give \\({power}\\) have together the coefficient \\[{coefficient}\\]",
        "把 \\({p}\\) 当作字母。由二项式定理，\\({whole}\\) 的展开式中所有含 \\({power}\\) 的部分合起来，系数是 \\[{coefficient}\\]",
    ),
    "collect_constant": Words(
        "Keep \\({p}\\) as a letter. By the binomial theorem, the products in \\({whole}\\) without \\({x}\\) are together \\[{coefficient}\\]",
        "把 \\({p}\\) 当作字母。由二项式定理，\\({whole}\\) 的展开式中不含 \\({x}\\) 的部分合起来是 \\[{coefficient}\\]",
    ),
    "equation": Words("It has to be \\({value}\\): \\[{coefficient}={value}\\]", "令它等于 \\({value}\\)：\\[{coefficient}={value}\\]"),
    "condition": Words("Only values with \\({condition}\\) are allowed.", "只取满足 \\({condition}\\) 的值。"),
    "solved": Words("The real values are \\({p}={values}\\).", "实数解为 \\({p}={values}\\)。"),
    "note": Words("the coefficient, as a formula in {p}", "系数是 {p} 的式子"),
    "method": Words(
        "each value put in, and the coefficient taken as a mean over points on the unit circle",
        "把每个值代回，用单位圆上各点函数值的平均求出系数",
    ),
}  # fmt: skip
SENTENCE: Final = Words("\\({p}={answer}\\).", "\\({p}={answer}\\)。")


def parameter_question(found: Account, language: Language) -> ParameterFromCoefficient | None:
    """The question of an account whose words were all read; None when it is not one."""
    if not (found.has("coefficient") or found.has("constant")) or any(
        map(found.has, ("binomial", "sum_coefficients", "sum_binomial", "largest", "nth", "middle"))
    ):
        return None
    wholes, values, places, conditions = list[Node](), list[Node](), list[Node](), list[Relation]()
    letters: list[Node] = []
    for node in found.nodes:
        parts: tuple[Node, ...] = (node,)
        if isinstance(node, Relation) and node not in found.relations:
            parts = tuple(s for s in node.sides if isinstance(s, Symbol))
        elif isinstance(node, Relation) and node.signs == ("=",):
            parts = node.sides
        for part in parts:
            if isinstance(part, Relation):
                conditions.append(part)
            elif _has_power(part):
                wholes.append(part)
            elif isinstance(part, Symbol):
                letters.append(part)
            elif not symbols(part):
                values.append(part)
            elif monomial(part) is not None:
                places.append(part)
            else:
                return None
    letters = list(dict.fromkeys(letters))
    if len(wholes) != 1 or len(values) != 1 or not letters or len(free := symbols(wholes[0])) != 2:
        return None
    p = letters[-1].name if isinstance(letters[-1], Symbol) else ""
    if p not in free:
        return None
    x = next(iter(free - {p}))
    places += [n for n in letters[:-1] if n == Symbol(x)]
    if len(letters) > 1 + (Symbol(x) in letters[:-1]):
        return None
    places = list(dict.fromkeys(places))
    if found.has("constant"):
        places = [n for n in places if n != Symbol(x)]
        power = sp.Integer(0)
        if places:
            return None
    else:
        exponents = monomial(places[0]) if len(places) == 1 else None
        if exponents is None or set(exponents) != {x}:
            return None
        power = exponents[x]
    task = ParameterFromCoefficient(wholes[0], x, p, power, values[0], tuple(conditions), language)
    return task if task.is_readable() else None


def _has_power(node: Node) -> bool:
    """Whether a sum is raised to a whole power of reasonable size somewhere in it."""
    return any(
        isinstance(n, Binary)
        and n.op == "^"
        and isinstance(n.left, Binary)
        and n.left.op in "+-"
        and isinstance(n.right, Number)
        and n.right.value.denominator == 1
        and 2 <= n.right.value <= MAX_POWER
        for n in walk(node)
    )


@dataclass(frozen=True, slots=True)
class ParameterFromCoefficient:
    """The real `p` for which the coefficient of x^power in `whole` is `value`."""

    whole: Node
    x: str
    p: str
    power: sp.Rational
    value: Node
    conditions: tuple[Relation, ...]
    language: Language

    def _expanded(self) -> sp.Expr:
        known = {self.x: sp.Symbol(self.x, positive=True), self.p: sp.Symbol(self.p, real=True)}
        return sp.expand(to_sympy(self.whole, known))

    def _coefficient(self) -> sp.Expr:
        return self._expanded().coeff(sp.Symbol(self.x, positive=True), self.power)

    def _values(self) -> list[sp.Expr]:
        p = sp.Symbol(self.p, real=True)
        roots = sp.solve(self._coefficient() - to_sympy(self.value), p)
        return sorted(r for r in roots if r.is_real and self._allows(r))

    def _allows(self, root: sp.Expr) -> bool:
        compare = {"<": sp.Lt, ">": sp.Gt, "<=": sp.Le, ">=": sp.Ge, "!=": sp.Ne}
        return all(
            bool(compare[c.signs[0]](*(to_sympy(s, {self.p: root}) for s in c.sides)))
            for c in self.conditions
        )

    def is_readable(self) -> bool:
        """Whether the coefficient is a polynomial in the parameter with rational numbers, and some value fits."""
        try:
            coefficient = self._coefficient().as_poly(sp.Symbol(self.p, real=True))
            if coefficient is None or coefficient.degree() < 1 or not to_sympy(self.value).is_Rational:
                return False
            if not all(c.is_Rational for c in coefficient.all_coeffs()) or self._exponents() is None:
                return False
            if not all(symbols(c) == {self.p} and len(c.sides) == 2 for c in self.conditions):
                return False
            simple = coefficient.degree() <= 2 or len(coefficient.terms()) <= 2
            return simple and 1 <= len(self._values()) <= 2
        except (FormulaError, TypeError, KeyError, ZeroDivisionError):
            return False

    def _exponents(self) -> list[sp.Rational] | None:
        """The powers of the variable that occur; None when something else than powers does."""
        x, found = sp.Symbol(self.x, positive=True), []
        for term in sp.Add.make_args(self._expanded()):
            rest, power = term.as_independent(x)
            exponent = power.as_base_exp()[1] if power != 1 else sp.Integer(0)
            if rest.has(x) or not exponent.is_Integer or power != x**exponent:
                return None
            found.append(exponent)
        return found

    def solution(self) -> Solution:
        """The coefficient as a formula in the parameter, the equation, its solutions."""
        say, p, coefficient = self.language, symbol_latex(self.p), sp.latex(self._coefficient())
        name = "collect" if self.power != 0 else "collect_constant"
        power = sp.latex(sp.Symbol(self.x, positive=True) ** self.power)
        whole = {"whole": to_latex(self.whole), "coefficient": coefficient, "x": symbol_latex(self.x)}
        steps = [WORDS[name].say(say, p=p, power=power, **whole)]
        steps.append(WORDS["equation"].say(say, coefficient=coefficient, value=to_latex(self.value)))
        steps += [WORDS["condition"].say(say, condition=to_latex(c)) for c in self.conditions]
        values = self._values()
        shown = exact_latex(values[0] if len(values) == 1 else values)
        steps.append(WORDS["solved"].say(say, p=p, values=shown))
        return Solution(tuple(steps), self._cell())

    def _kept(self, variable: str) -> str:
        names = {"<": "Lt", ">": "Gt", "<=": "Le", ">=": "Ge", "!=": "Ne"}
        kept = []
        for c in self.conditions:
            sides = [variable if s == Symbol(self.p) else to_python(s) for s in c.sides]
            kept.append(f"{names[c.signs[0]]}({', '.join(sides)}).subs({variable}, value)")
        return f" if {' and '.join(kept)}" if kept else ""

    def _cell(self) -> str:
        x, p = python_name(self.x), python_name(self.p)
        return cell(
            f'{x} = symbols("{x}", positive=True)',
            f'{p} = symbols("{p}", real=True)',
            comment(WORDS["note"].say(self.language, p=self.p)),
            f"coefficient = expand({to_python(self.whole)}).coeff({x}, {exact_source(self.power)})",
            f"values = sorted(value for value in solve(coefficient - ({to_python(self.value)}), {p}){self._kept(p)})",
            "values[0]" if len(self._values()) == 1 else "values",
        )

    def conclude(self, value: Any) -> Conclusion | None:
        """The value or the values."""
        if not isinstance(value, sp.Expr | list):
            return None
        answer = exact_latex(value)
        return Conclusion(SENTENCE.say(self.language, p=symbol_latex(self.p), answer=answer), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """The coefficient at each value as a mean of values on the unit circle; no other real zero may be left."""
        values, exponents = values_in(answer.removeprefix(f"{self.p}=")), self._exponents()
        if values is None or exponents is None:
            return None
        if not all(isinstance(v, sp.Expr) and not v.free_symbols for v in values):
            return None
        x, p = python_name(self.x), python_name(self.p)
        points = 2 * int(max(abs(e) for e in [*exponents, self.power])) + 1
        lines = [
            f"def coefficient({p}):",
            "    total = 0",
            f"    for turn in range({points}):",
            f"        {x} = N(exp(2*pi*I*Rational(turn, {points})), 40)",
            f"        total += N(({to_python(self.whole)})*{x}**({exact_source(-self.power)}), 40)",
            f"    return total/{points}",
            f"answers = {exact_source(list(values))}",
            f"close = [bool(abs(coefficient(a) - ({to_python(self.value)})) < Rational(1, 10**20)) for a in answers]",
            f"formula = Poly({exact_source(self._coefficient() - to_sympy(self.value))}, {p}).real_roots()",
            f"left = [value for value in set(formula){self._kept(p)}]",
            "near = [any(abs(N(a - b, 30)) < Rational(1, 10**20) for b in left) for a in answers]",
            "all(close) and all(near) and len(set(left)) == len(set(answers))",
        ]
        lines.insert(0, f'{p} = symbols("{p}", real=True)')
        claim = SENTENCE.say(self.language, p=symbol_latex(self.p), answer=answer)
        return CheckPlan(claim, WORDS["method"].say(self.language), cell(*lines))
