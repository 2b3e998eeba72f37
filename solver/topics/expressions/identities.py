"""Two polynomials that are equal for every x: compare coefficients.

Read: one equation of polynomials in a main variable with unknown coefficients; asked are coefficients or an
expression in them. Not: rational functions (partial fractions), several main variables.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Final

import sympy as sp

from solver.formula import Node, parse, python_name, symbol_latex, to_latex, to_python, to_sympy
from solver.formula.nodes import Apply, Binary, Number, Relation, Symbol, symbols
from solver.latex import exact_latex, values_in
from solver.ports import CheckPlan, Language
from solver.reader import Account, account
from solver.topics.base import Conclusion, Reading, Solution, Text, Unread
from solver.topics.cells import cell, comment, difference, exact_source
from solver.topics.equations.solutions import asked_of, assignments
from solver.topics.expressions.identity_words import VOCABULARY, WORDS, without_quantifiers

_LETTERS: Final = "ABCDabcdpqhkmnrs"
"""Letters of a form such as A/(x+1) + B/(x-3) whose values are asked for without being named."""


def read(text: Text) -> Reading:
    """An equation of polynomials with unknown coefficients."""
    found = account(without_quantifiers(text.source), VOCABULARY)
    found, conditions = _with_conditions(found)
    equation, questions = _equation(found)
    if equation is None or questions is None:
        return None
    written, equation = equation, _without_denominators(equation)
    names = symbols(equation)
    if {"e", "i"} & names or len(names) < 2:
        return None
    x = _main_variable(equation, names, questions)
    if x is None:
        return None
    unknowns = tuple(sorted(names - {x}))
    if any(not symbols(c) <= set(unknowns) for c in conditions):
        return None
    asked = tuple(dict.fromkeys(n for n in questions if n != Symbol(x)))
    if any(not symbols(a) or symbols(a) - set(unknowns) for a in asked) or not (
        asked or found.has("identity")
    ):
        return None
    if found.unread:
        return Unread(found.unread)
    if found.has("positive"):
        conditions += tuple(Relation((">",), (Symbol(n), Number(Fraction(0), "0"))) for n in unknowns)
    task = Identity(
        equation,
        x,
        unknowns,
        asked or tuple(map(Symbol, unknowns)),
        text.language,
        found.has("integer"),
        written,
        conditions,
    )
    return task if task.is_determined() else None


def _equation(found: Account) -> tuple[Relation | None, tuple[Node, ...] | None]:
    """The identity, written with = or said of two polynomials, and what is asked of it."""
    asked = found.asked
    if len(found.relations) == 1 and found.relations[0].signs == ("=",):
        return found.relations[0], asked_of(found)
    if (joined := _two_forms(found)) is not None:
        return joined, asked_of(found)
    sides = [n for n in asked if "x" in symbols(n) and n != Symbol("x")]
    named = [n for n in found.questions if n not in sides and n != Symbol("x")]
    rest = tuple(named or (n for n in asked if n not in sides and n != Symbol("x")))
    forms = [s for s in sides if symbols(s) == {"x"}]
    letters = all(
        n.name in _LETTERS for s in sides if s not in forms for n in map(Symbol, symbols(s) - {"x"})
    )
    if (
        not found.relations
        and found.has("identity")
        and len(sides) == 2
        and (rest or len(forms) == 1 and letters)
    ):
        return Relation(("=",), (sides[0], sides[1])), rest
    return None, asked


def _with_conditions(found: Account) -> tuple[Account, tuple[Relation, ...]]:
    """The account without what is said of the coefficients alone (a + b = 8, a > b), and that."""
    if len(found.relations) < 2 or sum("x" in symbols(r) for r in found.relations) != 1:
        return found, ()
    conditions = tuple(r for r in found.relations if "x" not in symbols(r))
    if any(len(r.sides) != 2 for r in conditions):
        return found, ()
    kept = [f for f in found.formulas if f.node not in conditions]
    numbers = {f"#{i}": f"#{kept.index(f)}" for i, f in enumerate(found.formulas) if f in kept}
    concepts = tuple(numbers.get(c, c) for c in found.concepts if c[:1] != "#" or c in numbers)
    return Account(concepts, tuple(kept), found.unread), conditions


def _two_forms(found: Account) -> Relation | None:
    """`y = x^2 - 4x + 5` written in the form `y = (x-h)^2 + k`: the right sides are the same polynomial."""
    match found.relations:
        case (Relation(("=",), (Symbol("y") as y, one)), Relation(("=",), (other_y, two))) if (
            y == other_y and found.has("identity") and symbols(two) - {"x"} and symbols(one) == {"x"}
        ):
            return Relation(("=",), (one, two))
        case (Relation(("=",), (name, one)), Relation(("=",), (other, two))) if (
            name == other
            and _names_a_function(name)
            and {symbols(one) == {"x"}, symbols(two) == {"x"}} == {True, False}
        ):
            return Relation(("=",), (one, two))  # P(x) = ax^2 + bx + c and P(x) = (x-1)^2 + 3
    return None


def _names_a_function(node: Node) -> bool:
    """`f(x)`, `P(x)`."""
    match node:
        case Apply(_, Symbol("x")):
            return True
        case Binary("*", Symbol(name), Symbol("x"), tight=True):
            return name.isupper()
    return False


def _without_denominators(equation: Relation) -> Relation:
    """Both sides times their common denominator, where a side is a fraction in x."""
    x, sides = sp.Symbol("x"), [to_sympy(side) for side in equation.sides]
    if not all(isinstance(side, sp.Expr) for side in sides):
        return equation
    if all(side.is_polynomial(x) for side in sides) or not all(
        side.is_rational_function(x) for side in sides
    ):
        return equation
    common = sp.lcm_list([sp.denom(sp.together(side)) for side in sides])
    if common.free_symbols != {x}:
        return equation
    left, right = (parse(sp.sstr(sp.expand(sp.cancel(side * common)))) for side in sides)
    return Relation(("=",), (left, right))


def _main_variable(equation: Relation, names: frozenset[str], asked: tuple[Node, ...]) -> str | None:
    """The letter that both sides are polynomials in: x where it occurs, never one that is asked for."""
    wanted = (
        frozenset().union(*(symbols(a) for a in asked if not isinstance(a, Symbol))) if asked else frozenset()
    )
    if "x" in names and "x" not in wanted:
        candidate = "x"
    else:
        candidates = sorted(n for n in names & {"y", "z", "t", "n"} if n not in wanted)
        if len(candidates) != 1:
            return None
        candidate = candidates[0]
    x = sp.Symbol(candidate)
    sides = [to_sympy(side) for side in equation.sides]
    polynomials = all(isinstance(side, sp.Expr) and side.is_polynomial(x) for side in sides)
    return candidate if polynomials and max(sp.degree(side, x) for side in sides if side != 0) >= 1 else None


@dataclass(frozen=True, slots=True)
class Identity:
    """`asked` from the identity `equation` in `variable` with the unknown coefficients `unknowns`."""

    equation: Relation
    variable: str
    unknowns: tuple[str, ...]
    asked: tuple[Node, ...]
    language: Language
    whole: bool = False
    """Whether the coefficients are said to be whole numbers."""
    written: Relation | None = None
    """As in the problem; `equation` has no denominators."""
    conditions: tuple[Relation, ...] = ()
    """What else is said of the coefficients."""

    def _coefficients(self) -> list[tuple[int, sp.Expr, sp.Expr]]:
        """Power, left coefficient, right coefficient, highest power first."""
        x = sp.Symbol(self.variable)
        left, right = (sp.Poly(to_sympy(side), x) for side in self.equation.sides)
        top = max(left.degree(), right.degree())
        return [(k, left.coeff_monomial(x**k), right.coeff_monomial(x**k)) for k in range(int(top), -1, -1)]

    def _solutions(self) -> list[dict[sp.Symbol, sp.Expr]]:
        equations = [a - b for _, a, b in self._coefficients() if a != b]
        equations += [to_sympy(c.sides[0]) - to_sympy(c.sides[1]) for c in self._equalities()]
        unknowns = [sp.Symbol(n) for n in self.unknowns]
        try:
            found: list[dict[sp.Symbol, sp.Expr]] = sp.solve(equations, unknowns, dict=True)
        except NotImplementedError:  # |k + 4| as a coefficient
            return []
        return [
            s
            for s in found
            if (not self.whole or all(v.is_integer for v in s.values()))
            and all(self._allows(c, s) for c in self.conditions)
        ]

    def _equalities(self) -> list[Relation]:
        return [c for c in self.conditions if c.signs == ("=",)]

    def _allows(self, condition: Relation, values: dict[sp.Symbol, sp.Expr]) -> bool:
        """Whether an inequality between the coefficients holds; an equation is solved with the others."""
        if not all(v.is_real for v in values.values()):
            return False
        if condition.signs == ("=",):
            return True
        compare = {"<": sp.Lt, ">": sp.Gt, "<=": sp.Le, ">=": sp.Ge, "!=": sp.Ne}
        return bool(
            compare[condition.signs[0]](*(to_sympy(s).subs(values) for s in condition.sides)) == sp.true
        )

    def _asked_values(self) -> list[tuple[sp.Expr, ...]]:
        """What is asked in every solution, without repetition."""
        rows = [tuple(sp.simplify(to_sympy(a).subs(s)) for a in self.asked) for s in self._solutions()]
        return list(dict.fromkeys(rows))

    def is_determined(self) -> bool:
        """Whether the coefficients fix one value of everything that is asked, or two of one thing."""
        values = self._asked_values()
        flat = [v for row in values for v in row]
        if not all(v.is_number for v in flat):
            return False
        two = len(values) == 2 and len(self.asked) == 1 and all(v.is_real for v in flat)
        return len(values) == 1 or two

    def solution(self) -> Solution:
        """Expand, compare, solve, put in."""
        say, x = self.language, sp.Symbol(self.variable)
        left, right = (to_sympy(side) for side in self.equation.sides)
        steps = [
            WORDS["given"].say(
                say, x=symbol_latex(self.variable), equation=to_latex(self.written or self.equation)
            )
        ]
        if self.written not in (None, self.equation):
            steps = [WORDS["clear"].say(say, before=to_latex(self.written), after=to_latex(self.equation))]
        for key, side, word in (("left", left, "expand"), ("right", right, "expand_right")):
            collected = sp.collect(sp.expand(side), x)
            if collected != side:
                steps.append(WORDS[word].say(say, **{key: sp.latex(collected)}))
        rows = [
            f"{sp.latex(x**k) if k else '1'}:&\\ {sp.latex(a)}={sp.latex(b)}"
            for k, a, b in self._coefficients()
            if a != b or a.free_symbols
        ]
        steps.append(
            WORDS["compare"].say(say, system=r"\begin{aligned}" + r"\\".join(rows) + r"\end{aligned}")
        )
        if self.conditions:
            steps.append(WORDS["also"].say(say, conditions=r",\ ".join(map(to_latex, self.conditions))))
        rows_found = [
            assignments({n: s[sp.Symbol(n)] for n in self.unknowns if sp.Symbol(n) in s})
            for s in self._solutions()
        ]
        either = r"\text{ or }" if say == "en" else r"\text{ 或 }"
        steps.append(WORDS["solved"].say(say, solution=either.join(rows_found)))
        found = self._solutions()[0]
        for expression in self.asked:
            if not isinstance(expression, Symbol) and len(self._asked_values()) == 1:
                steps.append(
                    WORDS["put_in"].say(
                        say,
                        asked=to_latex(expression),
                        value=sp.latex(sp.simplify(to_sympy(expression).subs(found))),
                    )
                )
        return Solution(tuple(steps), self._cell())

    def _cell(self) -> str:
        x, (left, right) = python_name(self.variable), map(to_python, self.equation.sides)
        names = ", ".join(python_name(n) for n in self.unknowns)
        wanted = ", ".join(
            f"({to_python(a)}).subs(found)" if not isinstance(a, Symbol) else f"found[{python_name(a.name)}]"
            for a in self.asked
        )
        if self.conditions or len(self._asked_values()) > 1:
            return self._cell_with_conditions(x, left, right)
        lines = [
            comment(WORDS["cell"].say(self.language)),
            f"coefficients = Poly({difference(left, right)}, {x}).all_coeffs()",
            f"found = solve(coefficients, [{names}], dict=True)[0]"
            if not self.whole
            else f"found = [s for s in solve(coefficients, [{names}], dict=True) if all(v.is_integer for v in s.values())][0]",
            wanted if len(self.asked) == 1 else f"[{wanted}]",
        ]
        return cell(*lines, variables=(*self.unknowns, self.variable))

    def _lines(self, equations: str) -> list[str]:
        """Source that ends with `found`, the solutions of `equations` that the conditions allow."""
        names = ", ".join(python_name(n) for n in self.unknowns)
        extra = "".join(f", {difference(*map(to_python, c.sides))}" for c in self._equalities())
        kinds = {"<": "Lt", ">": "Gt", "<=": "Le", ">=": "Ge", "!=": "Ne"}
        tests = [
            f"{kinds[c.signs[0]]}({', '.join(map(to_python, c.sides))}).subs(s) == True"
            for c in self.conditions
            if c.signs != ("=",)
        ]
        tests += ["all(v.is_integer for v in s.values())"] * self.whole
        tests += ["all(v.is_real for v in s.values())"] * bool(self._equalities())
        kept = f" if {' and '.join(tests)}" if tests else ""
        return [f"found = [s for s in solve([*{equations}{extra}], [{names}], dict=True){kept}]"]

    def _cell_with_conditions(self, x: str, left: str, right: str) -> str:
        wanted = ", ".join(f"simplify(sympify({to_python(a)}).subs(s))" for a in self.asked)
        lines = [
            comment(WORDS["cell"].say(self.language)),
            f"coefficients = Poly({difference(left, right)}, {x}).all_coeffs()",
            *self._lines("coefficients"),
            f"values = sorted({{{wanted} for s in found}})"
            if len(self.asked) == 1
            else f"values = [{wanted.replace('(s)', '(found[0])')}]",
            "values" if len(self._asked_values()) > 1 or len(self.asked) > 1 else "values[0]",
        ]
        return cell(*lines, variables=(*self.unknowns, self.variable))

    def conclude(self, value: Any) -> Conclusion | None:
        """One value alone, two possible ones, several with their names."""
        if len(self.asked) == 1 and isinstance(value, list) and len(value) == len(self._asked_values()) > 1:
            answer = exact_latex(value)
            return Conclusion(WORDS["answer"].say(self.language, answer=answer), answer)
        values = value if isinstance(value, list) else [value]
        if len(values) != len(self.asked) or not all(isinstance(v, sp.Expr) and v.is_number for v in values):
            return None
        stated = r",\ ".join(
            f"{to_latex(a)}={exact_latex(v)}" for a, v in zip(self.asked, values, strict=True)
        )
        return Conclusion(
            WORDS["answer"].say(self.language, answer=stated),
            exact_latex(values[0]) if len(values) == 1 else stated,
        )

    def check(self, answer: str) -> CheckPlan | None:
        """Numbers for x give equations too; they must lead to the same values."""
        values = values_in(answer)
        if values is None or len(values) != len(self.asked) * len(self._asked_values()):
            return None
        x, (left, right) = python_name(self.variable), map(to_python, self.equation.sides)
        count = len(self._coefficients())
        lines = [
            f"difference = {difference(left, right)}",
            f"equations = [difference.subs({x}, k) for k in range(2, {count + 2})]",
            *self._lines("equations"),
            f"asked = [{', '.join(map(to_python, self.asked))}]",
            f"bool(found) and all([simplify(a.subs(f)) for a in asked] == {exact_source(list(values))} for f in found)",
        ]
        if len(self._asked_values()) > 1:
            lines[-1] = f"{{simplify(asked[0].subs(f)) for f in found}} == set({exact_source(list(values))})"
        found = self._solutions()[0]
        known = {n: found[sp.Symbol(n)] for n in self.unknowns if sp.Symbol(n) in found}
        claim = WORDS["claim"].say(
            self.language,
            solution=assignments(known),
            asked=",".join(map(to_latex, self.asked)),
            answer=answer,
        )
        method = WORDS["method"].say(self.language, x=symbol_latex(self.variable))
        return CheckPlan(claim, method, cell(*lines, variables=(*self.unknowns, self.variable)))
