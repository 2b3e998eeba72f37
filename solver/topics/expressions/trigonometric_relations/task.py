"""The steps from the condition to the value that is asked for, the cell, and the check by angles that are found numerically."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

import sympy as sp

from solver.formula import Node, python_name, symbol_latex, to_latex
from solver.formula.nodes import Call, Relation, Symbol
from solver.latex import exact_latex, latex, values_in
from solver.ports import CheckPlan, Language
from solver.topics.base import Conclusion, Solution, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.equations.solutions import NO_SOLUTION, is_no_solution
from solver.topics.expressions.trigonometric_relations.checking import numeric_lines
from solver.topics.expressions.trigonometric_relations.formulas import formulas
from solver.topics.expressions.trigonometric_relations.kinds import (
    C,
    D,
    Found,
    K,
    P,
    Point,
    Q,
    S,
    by_sums,
    by_tangent,
)
from solver.topics.expressions.trigonometric_relations.words import WORDS

MAX_VALUES: Final = 2


@dataclass(frozen=True)
class Relations:
    """`asked` for the angle `name` with `condition`; `points` are its possible pairs (sin, cos), `told` where it lies."""

    condition: Relation
    asked: Node
    name: str
    what: Found
    points: tuple[Point, ...]
    given: sp.Expr
    wanted: sp.Expr
    told: str
    quadrants: frozenset[int]
    language: Language

    @cached_property
    def values(self) -> tuple[sp.Expr, ...] | None:
        """What is asked can be; empty where no angle satisfies the condition, None where a value does not exist."""
        found = list[sp.Expr]()
        bottom = sp.fraction(sp.together(self.wanted))[1]
        for s, c in self.points:
            if sp.simplify(bottom.subs({S: s, C: c}, simultaneous=True)) == 0:
                return None
            value = sp.radsimp(sp.simplify(sp.expand(self.wanted.subs({S: s, C: c}, simultaneous=True))))
            if value not in found and all(sp.simplify(value - other) != 0 for other in found):
                found.append(value)
        return tuple(sorted(found, key=float))

    def is_decided(self) -> bool:
        """Whether the values exist, are few and can be read."""
        values = self.values
        if values is None or len(values) > MAX_VALUES or any(sp.count_ops(v) > 14 for v in values):
            return False
        formulas = self._formulas
        by_sums = self.what.kind in ("sum", "difference", "product")
        if (
            not self.points
            and not by_sums
            and self.what.kind != "linear"
            or self.points
            and by_sums
            and self._expression is None
        ):
            return False
        return formulas is not None and not (len(self.points) > 2 and self._expression is None)

    @cached_property
    def _formulas(self) -> tuple[list[str], list[str]] | None:
        """The addition theorems and the formulas of multiple angles that occur; None where one is not known here."""
        return formulas((self.condition, self.asked), self.name, symbol_latex(self.name))

    @cached_property
    def _expression(self) -> sp.Expr | None:
        """What is asked, in the letters of the kind: p, d, q or k; None where these do not decide it."""
        if self.what.kind in ("sum", "difference", "product"):
            found = by_sums(self.wanted)
            mine = {"sum": {P, Q}, "difference": {D, Q}, "product": {Q}}[self.what.kind]
            more = found.free_symbols - mine - {Q}
            return found if len(more) <= 1 else None
        return by_tangent(self.wanted) if self.what.kind == "tangent" else None

    # -- steps ------------------------------------------------------------------------------------------

    def solution(self) -> Solution:
        """By the kind of the condition."""
        steps = list[str]()
        for key, found in zip(("added", "multiple"), self._formulas or (), strict=False):
            if found:
                steps.append(self._say(key, formulas=self._list([f"\\({f}\\)" for f in found])))
        kind = self.what.kind
        if kind in ("sum", "difference", "product"):
            steps += self._by_sums()
        elif kind == "tangent" and self._expression is not None:
            steps += self._by_tangent(self._expression)
        else:
            steps += self._by_points()
        return Solution(tuple(steps), self._cell())

    def _say(self, key: str, **values: object) -> str:
        return WORDS[key].say(self.language, x=symbol_latex(self.name), **values)

    def _list(self, items: list[str]) -> str:
        return ("，" if self.language == "zh" else ", ").join(items)

    def _named(self, letter: sp.Symbol) -> str:
        x = symbol_latex(self.name)
        return {P: rf"\sin {x}+\cos {x}", D: rf"\sin {x}-\cos {x}", Q: rf"\sin {x}\cos {x}"}[letter]

    def _q(self) -> sp.Expr:
        v = self.what.values[0]
        return {"sum": (v**2 - 1) / 2, "difference": (1 - v**2) / 2, "product": v}[self.what.kind]

    def _by_sums(self) -> list[str]:
        kind, q = self.what.kind, sp.simplify(self._q())
        expression = self._expression
        own = {"sum": P, "difference": D, "product": Q}[kind]
        used = (expression.free_symbols if expression is not None else set()) - {Q, own}
        other = next(iter(used), None)
        squares = {P: 1 + 2 * q, D: 1 - 2 * q}
        negative = next((name for name, value in squares.items() if value < 0), None)
        shown = dict.fromkeys(
            (
                *([own] if kind != "product" else []),
                Q,
                *([negative] if negative else [other] if other else []),
            )
        )
        steps = [
            self._say("letters", letters=self._list([f"\\({latex(n)}={self._named(n)}\\)" for n in shown]))
        ]
        if kind == "product":
            assert self.what.equation is not None
            left, right = (latex(side) for side in self.what.equation)
            steps.append(self._say("product", condition=f"{left}={right}", q=latex(q)))
        else:
            steps.append(
                self._say(
                    "square",
                    name=latex(own),
                    sign="+" if own == P else "-",
                    value=latex(self.what.values[0]),
                    q=latex(q),
                )
            )
        if negative is not None:
            sign = "+" if negative == P else "-"
            return [
                *steps,
                self._say("impossible", name=latex(negative), sign=sign, square=latex(squares[negative])),
            ]
        if other is not None:
            steps += self._other(other, squares[other])
        assert expression is not None
        asked, shown_expression = to_latex(self.asked), latex(expression)
        if shown_expression != "q" or asked != self._named(Q):
            steps.append(self._say("rewrite", asked=asked, expression=shown_expression))
        return [*steps, self._put_in()]

    def _other(self, other: sp.Symbol, square: sp.Expr) -> list[str]:
        root = sp.sqrt(sp.simplify(square))
        values = latex(root) if root == 0 else rf"\pm {latex(root)}"
        steps = [
            self._say(
                "other",
                name=latex(other),
                sign="+" if other == P else "-",
                square=latex(sp.simplify(square)),
                values=values,
            )
        ]
        if self.told and len(self.points) == 1:
            s, c = self.points[0]
            steps.append(self._say("kept", domain=f"\\({self.told}\\)", s=latex(s), c=latex(c)))
        elif self.told and len(found := self._values_of(other)) == 1:
            steps.append(
                self._say("kept_value", domain=f"\\({self.told}\\)", name=latex(other), value=latex(found[0]))
            )
        return steps

    def _values_of(self, other: sp.Symbol) -> list[sp.Expr]:
        """What sin + cos or sin - cos can be."""
        return list(dict.fromkeys(sp.simplify(s + c if other == P else s - c) for s, c in self.points))

    def _put_in(self) -> str:
        asked, values = to_latex(self.asked), self.values or ()
        if len(values) == 1:
            return self._say("put_in", asked=asked, value=exact_latex(values[0]))
        return self._say("put_in_both", values=r",\qquad ".join(f"{exact_latex(v)}" for v in values))

    def _by_tangent(self, expression: sp.Expr) -> list[str]:
        roots = r",\ ".join(map(latex, self.what.values))
        left = self.condition.sides[0]
        known = isinstance(left, Call) and left.name == "tan" and isinstance(left.arguments[0], Symbol)
        if known:
            steps = [self._say("tangent_is", k=roots)]
        else:
            steps = [self._say("tangent", condition=f"{self._equation_in_k()}=0", k=roots)]
        if latex(expression) != "k":
            steps.append(self._say("by_tangent", asked=to_latex(self.asked), expression=latex(expression)))
            steps.append(self._put_in())
        return steps

    def _equation_in_k(self) -> str:
        """The equation of the tangent, with the function written out."""
        assert self.what.equation is not None
        poly, shown = sp.Poly(self.what.equation[0], K), ""
        if poly.LC() < 0:
            poly = -poly
        for (power,), value in poly.terms():
            size = "" if abs(value) == 1 and power else latex(sp.simplify(abs(value)))
            size = rf"\left({size}\right)" if sp.simplify(abs(value)).is_Add else size
            sign = "-" if value < 0 else "+" if shown else ""
            function = "" if not power else r"\tan " if power == 1 else rf"\tan^{power} "
            shown += sign + size + (function + symbol_latex(self.name) if power else "")
        return shown

    def _by_points(self) -> list[str]:
        kind, steps = self.what.kind, list[str]()
        if kind in ("secant", "cosecant"):
            first, second = (r"\sec", r"\tan") if kind == "secant" else (r"\csc", r"\cot")
            v, x, sign = self.what.values[0], symbol_latex(self.name), self.what.sign
            signs = ("+", "-") if sign == 1 else ("-", "+")
            given, conjugate = (f"{first} {x}{s}{second} {x}" for s in signs)
            steps.append(
                self._say(
                    "conjugate",
                    first=first,
                    second=second,
                    v=latex(v),
                    w=latex(1 / v),
                    given=given,
                    conjugate=conjugate,
                )
            )
            steps.append(
                self._say(
                    "halves",
                    first=first,
                    second=second,
                    a=latex((v + 1 / v) / 2),
                    b=latex(sign * (v - 1 / v) / 2),
                )
            )
        elif kind == "tangent":
            steps.append(
                self._say(
                    "tangent",
                    condition=f"{self._equation_in_k()}=0",
                    k=r",\ ".join(map(latex, self.what.values)),
                )
            )
            steps.append(self._say("both_signs"))
        elif not self.points:
            a, b, v = self.what.values
            x = symbol_latex(self.name)
            terms = sp.Symbol(rf"\sin {x}") * a + sp.Symbol(rf"\cos {x}") * b
            shown = {"sum": latex(terms), "most": latex(a**2 + b**2), "v": latex(v), "square": latex(v**2)}
            return [self._say("too_large", **shown)]
        else:
            steps.append(self._say("substitute", condition=to_latex(self.condition)))
        pairs = [(latex(s), latex(c)) for s, c in self.points]
        if self.told and len(pairs) == 1:
            steps.append(self._say("kept", domain=f"\\({self.told}\\)", s=pairs[0][0], c=pairs[0][1]))
        elif len(pairs) == 1:
            steps.append(self._say("point", s=pairs[0][0], c=pairs[0][1]))
        else:
            (s, c), (s2, c2) = pairs
            steps.append(self._say("points", s=s, c=c, s2=s2, c2=c2))
        return [*steps, self._put_in()]

    # -- cell, answer, check ----------------------------------------------------------------------------

    def _cell(self) -> str:
        say, kind, expression = self.language, self.what.kind, self._expression
        known, note, asked = (
            comment(WORDS[key].say(say)) for key in ("code_values", "code_points", "code_asked")
        )
        if kind in ("sum", "difference", "product"):
            return cell(known, *self._sum_lines(asked))
        if kind == "tangent" and expression is not None:
            source = exact_source(expression)
            if len(self.what.values) == 1:
                return cell(
                    known,
                    f"k = S({exact_source(self.what.values[0])})",
                    asked,
                    f"radsimp(simplify({source}))",
                )
            values = exact_source(list(self.what.values))
            return cell(
                known, f"tangents = {values}", asked, f"{{radsimp(simplify({source})) for k in tangents}}"
            )
        condition = exact_source(sp.fraction(sp.together(self.given))[0])
        lines = [note, f"pairs = solve([{condition}, s**2 + c**2 - 1], [s, c])"]
        if self.told:
            signs = " and ".join(
                f"{n} {'>' if v > 0 else '<'} 0" for n, v in zip("ab", self.points[0], strict=True)
            )
            lines.append(f"pairs = [(a, b) for a, b in pairs if {signs}]" if len(self.points) == 1 else "")
        if not self.points:
            return cell(*lines, "[(a, b) for a, b in pairs if a.is_real and b.is_real]", variables=("s", "c"))
        bottom = sp.fraction(sp.together(self.given))[1]
        if bottom.free_symbols and kind in ("secant", "cosecant"):
            lines.append(
                f"pairs = [(a, b) for a, b in pairs if {'b' if C in bottom.free_symbols else 'a'} != 0]"
            )
        source = exact_source(self.wanted)
        lines += [asked, f"{{radsimp(simplify(expand(S({source}).subs({{s: a, c: b}})))) for a, b in pairs}}"]
        return cell(*filter(None, lines), variables=("s", "c"))

    def _sum_lines(self, asked: str) -> list[str]:
        kind, v = self.what.kind, self.what.values[0]
        own = {"sum": "p", "difference": "d", "product": "q"}[kind]
        lines = [f"{own} = S({exact_source(v)})"]
        if kind != "product":
            lines.append("q = (p**2 - 1)/2" if kind == "sum" else "q = (1 - d**2)/2")
        if not self.points:
            return [
                *lines,
                "squares = (1 + 2*q, 1 - 2*q)  # of sin + cos and sin - cos",
                "[] if min(squares) < 0 else squares",
            ]
        expression = self._expression
        source = f"radsimp(simplify({exact_source(expression)}))"
        other = next(
            iter(
                (expression.free_symbols if expression is not None else set())
                - {Q, {"p": P, "d": D, "q": Q}[own]}
            ),
            None,
        )
        if other is None:
            return [*lines, asked, source]
        root = f"sqrt(1 {'+' if other == P else '-'} 2*q)"
        if self.told and len(found := self._values_of(other)) == 1:
            return [*lines, f"{other} = {'-' if found[0] < 0 else ''}{root}", asked, source]
        return [*lines, asked, f"{{{source} for {other} in ({root}, -{root})}}"]

    def conclude(self, value: Any) -> Conclusion | None:
        """One value, or both."""
        values = self.values
        assert values is not None
        given = (
            [value]
            if isinstance(value, sp.Expr)
            else list(value)
            if isinstance(value, set | frozenset | sp.FiniteSet | list | tuple)
            else None
        )
        if given is None or any(all(abs(complex(g) - complex(v)) > 1e-12 for v in values) for g in given):
            return None
        if any(all(abs(complex(g) - complex(v)) > 1e-12 for g in given) for v in values):
            return None
        if not values:
            answer = NO_SOLUTION.say(self.language)
            return Conclusion(self._say("none", answer=answer), answer)
        answer = r",\ ".join(map(exact_latex, values))
        key = "one" if len(values) == 1 else "many"
        return Conclusion(self._say(key, asked=to_latex(self.asked), answer=answer), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """All angles numerically, by the half-angle substitution."""
        none = is_no_solution(answer)
        found = () if none else values_in(answer.replace(r"\text{ or }", ",").replace(r"\text{或}", ","))
        if found is None or any(not isinstance(v, sp.Expr) or v.free_symbols for v in found):
            return None
        lines = numeric_lines(self.condition, self.asked, python_name(self.name), self.quadrants, list(found))
        claim: Words = WORDS["none" if none else "one" if len(found) == 1 else "many"]
        shown = claim.say(self.language, x=symbol_latex(self.name), asked=to_latex(self.asked), answer=answer)
        return CheckPlan(
            shown, self._say("method"), cell(*lines, variables=(self.name,), assumptions="real=True")
        )
