"""Arithmetic and geometric sequences: a term, a sum, first term, difference or ratio, general term, position of a term.

Read: any equations between terms and sums with numbers, listed sequences, a_n as a formula in n. Every real
sequence that fits is considered; where several values are possible all are given. Rules from term to term: see `recursive`. Not: unknown
parameters, sequences of an unnamed kind.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import sympy as sp

from solver.formula import FormulaError, Node, to_latex, to_sympy
from solver.formula.nodes import Relation, Symbol, symbols
from solver.latex import exact_latex, values_in
from solver.ports import CheckPlan, Language
from solver.topics.base import Conclusion, Reading, Solution, Text, Unread
from solver.topics.cells import cell
from solver.topics.discrete.sequences.algebra import (
    MAX_INDEX,
    Model,
    Solved,
    differences,
    model_of,
    n,
    solve_arithmetic,
    solve_geometric,
    tidy,
)
from solver.topics.discrete.sequences.cells import check_cell, solution_cell
from solver.topics.discrete.sequences.givens import Givens, givens
from solver.topics.discrete.sequences.recursive import recursive_question
from solver.topics.discrete.sequences.steps import SENTENCES, WORDS, node_of, solution_steps


def read_sequence(text: Text) -> Reading:
    """A question for terms, sums, first term, step or position in one sequence."""
    given, found = givens(text.source, text.language)
    ruled = any(re.search(r"_n[+-][12]$", name) for node in found.nodes for name in symbols(node))
    ruled = ruled or given is not None and bool(given.listing)
    if not ruled and not any(map(found.has, ("arithmetic", "geometric", "sequence"))):
        return None
    if found.unread:
        return Unread(found.unread)
    if given is None:
        return None
    try:
        return known_sequence(given, text.language) or recursive_question(given, text.language)
    except (FormulaError, NotImplementedError, sp.PolynomialError):
        return None


def known_sequence(given: Givens, language: Language) -> SequenceQuestion | None:
    """The question for one sequence whose kind is known and whose names all mean something."""
    if (given := with_formula(given)) is None or not given.kind or not _is_known(given):  # type: ignore[assignment]
        return None
    return sequence_question(given, language)


def _is_known(given: Givens) -> bool:
    """Whether all names mean something and all indices are within reach."""
    names = set().union(*(symbols(x) for x in (*given.equations, *given.conditions, *given.asked)))
    meanings = [given.meaning(name) for name in names]
    return all(m is not None and (not m[1].isdigit() or int(m[1]) <= MAX_INDEX) for m in meanings)


def with_formula(given: Givens) -> Givens | None:
    """`a_n = 2n + 1` replaced by first term and difference (or ratio); None when the formula is of another kind."""
    given = _with_rule(given) or given
    general, total = Symbol(f"{given.letter}_n"), Symbol(f"{given.sum_letter}_n")
    formulas = [e for e in given.equations if e.sides[0] in (general, total) and symbols(e.sides[1]) == {"n"}]
    if not formulas:
        return given
    term = to_sympy(formulas[0].sides[1])
    if formulas[0].sides[0] == total:  # S_n − S_{n−1}, which must hold for n = 1 too
        if sp.simplify(term.subs(n, 0)) != 0:
            return None
        term = sp.expand(term - term.subs(n, n - 1))
        given = replace(given, flags=given.flags | {"sums"})
    first, second = sp.simplify(term.subs(n, 1)), sp.simplify(term.subs(n, 2))
    if sp.simplify(term - (first + (n - 1) * (second - first))) == 0:
        kind, step, name = "arithmetic", second - first, given.difference
    elif first != 0 and sp.simplify(term - first * (second / first) ** (n - 1)) == 0:
        kind, step, name = "geometric", second / first, given.ratio
    else:
        return None
    if given.kind not in ("", kind) or len(formulas) > 1 or not (first.is_Rational and step.is_Rational):
        return None
    start = Relation(("=",), (Symbol(f"{given.letter}_1"), node_of(first)))
    stride = Relation(("=",), (Symbol(name), node_of(step)))
    rest = tuple(e for e in given.equations if e not in formulas)
    return replace(given, kind=kind, equations=(start, stride, *rest), flags=given.flags | {"formula"})


def _with_rule(given: Givens) -> Givens | None:
    """`a_{n+1} = a_n + 3` as a common difference, `a_{n+1} = 2a_n` as a common ratio; None where no rule is given."""
    for equation in given.equations:
        names = symbols(equation)
        heads = {name.partition("_")[0] for name in names}
        indices = {name.partition("_")[2] for name in names}
        if len(heads) != 1 or indices not in ({"n+1", "n"}, {"n", "n-1"}):
            continue
        letter, later = next(iter(heads)), "n+1" if "n+1" in indices else "n"
        before = sp.Symbol(f"{letter}_{'n' if later == 'n+1' else 'n-1'}")
        found = sp.solve(
            to_sympy(equation.sides[0]) - to_sympy(equation.sides[1]), sp.Symbol(f"{letter}_{later}")
        )
        line = found[0].as_poly(before) if len(found) == 1 else None
        if line is None or line.degree() != 1:
            return None
        ratio, step = line.all_coeffs()
        if not (ratio.is_Rational and step.is_Rational) or (ratio != 1 and step != 0):
            return None
        kind = "arithmetic" if ratio == 1 else "geometric"
        if given.kind not in ("", kind):
            return None
        name, value = (given.difference, step) if kind == "arithmetic" else (given.ratio, ratio)
        rest = tuple(e for e in given.equations if e is not equation)
        stride = Relation(("=",), (Symbol(name), node_of(value)))
        return replace(given, kind=kind, letter=letter, equations=(*rest, stride))
    return None


def sequence_question(given: Givens, language: Language) -> SequenceQuestion | None:
    """The question with everything that fits; None when nothing fits or what is asked is not determined."""
    model = model_of(given)
    target = _count_target(given)
    equations = tuple(e for e in given.equations if e is not target)
    if any(
        "n" in (given.meaning(s) or ("", ""))[1:] or given.meaning(s) == ("count", "")
        for e in equations
        for s in symbols(e)
    ):
        return None
    expressions = differences(model, given, equations)
    if given.kind == "arithmetic":
        solved: Solved | None = solve_arithmetic(model, expressions)
    else:
        solved = solve_geometric(model, expressions)
    if solved is None:
        return None
    pairs = tuple(p for p in solved.pairs if _allowed(p, model, given))
    task = SequenceQuestion(given, model, replace(solved, pairs=pairs), target, language)
    return task if task.is_determined() else None


def _count_target(given: Givens) -> Relation | None:
    """`a_n = 78` or `S_n = 120` where n is asked for."""
    if given.asked != (Symbol("n"),):
        return None
    names = (Symbol(f"{given.letter}_n"), Symbol(f"{given.sum_letter}_n"))
    return next((e for e in given.equations if e.sides[0] in names and not symbols(e.sides[1])), None)


def _allowed(pair: tuple[sp.Expr, sp.Expr], model: Model, given: Givens) -> bool:
    """Whether a solution satisfies the conditions and belongs to a real sequence."""
    first, step = pair
    if model.kind == "geometric" and step == model.step and first.has(step):
        sign = first.subs(step, 1)  # a product of terms is all that is known
        if given.flags & {"increasing", "decreasing"} or given.conditions:
            return False
        return "positive" not in given.flags or bool(sign > 0)
    if first.free_symbols | step.free_symbols:
        return (
            not given.flags & {"positive", "increasing", "decreasing"}
            or model.kind == "geometric"
            and step.is_positive is True
        )
    if model.block > 1 and model.block % 2 == 0 and not step > 0:
        return False
    geometric = model.kind == "geometric"
    tests = {
        "positive": first > 0 and (step > 0 if geometric else step >= 0),
        "increasing": step > 0 and first * (step - 1) > 0 if geometric else step > 0,
        "decreasing": step > 0 and first * (step - 1) < 0 if geometric else step < 0,
    }
    if not all(bool(tests[f]) for f in tests if f in given.flags):
        return False
    return all(_holds(c, pair, model, given) for c in given.conditions)


def _holds(condition: Relation, pair: tuple[sp.Expr, sp.Expr], model: Model, given: Givens) -> bool:
    first, step = pair
    values = []
    for side in condition.sides:
        if side == Symbol(f"{given.letter}_n"):  # every term: read as a condition on all of them
            raise FormulaError("a condition on all terms")
        if model.block > 1 and symbols(side) and side != Symbol(given.ratio):
            raise FormulaError("a condition that blocks do not show")
        value = (
            sp.real_root(step, model.block) if model.block > 1 and symbols(side) else model.value(side, given)
        )
        values.append(value.subs({model.first: first, model.step: step}))
    compare = {"<": sp.Lt, ">": sp.Gt, "<=": sp.Le, ">=": sp.Ge, "!=": sp.Ne, "=": sp.Eq}
    return all(bool(compare[s](a, b)) for s, a, b in zip(condition.signs, values, values[1:], strict=False))


@dataclass(frozen=True)
class SequenceQuestion:
    """`given.asked` of the sequences `solved.pairs`; `target` is the equation for n when a position is asked."""

    given: Givens
    model: Model
    solved: Solved
    target: Relation | None
    language: Language

    @cached_property
    def values(self) -> list[tuple[sp.Expr, ...]]:
        """The possible values of what is asked, without repetition."""
        found = [tuple(self._value(node, pair) for node in self.given.asked) for pair in self.solved.pairs]
        return list(dict.fromkeys(found))

    def _value(self, node: Node, pair: tuple[sp.Expr, sp.Expr]) -> sp.Expr:
        put = {self.model.first: pair[0], self.model.step: pair[1]}
        if self.target is not None:
            left, right = (self.model.value(s, self.given).subs(put) for s in self.target.sides)
            found = [k for k in range(1, MAX_INDEX + 1) if sp.simplify(left.subs(n, k) - right) == 0]
            return sp.Integer(found[0]) if len(found) == 1 else sp.nan
        infinite = any(s.endswith("_oo") for s in symbols(node))
        if infinite and not abs(pair[1]) < 1:
            return sp.nan
        if self.model.kind == "geometric" and pair[1] == 1 and f"{self.given.sum_letter}_n" in symbols(node):
            return sp.nan
        return tidy(self.model.value(node, self.given).subs(put))

    def is_determined(self) -> bool:
        """Whether there is an answer: at least one sequence fits and no unknown is left."""
        if not self.values or len(self.given.asked) > 1 and len(self.values) > 1 or len(self.values) > 4:
            return False
        flat = [v for value in self.values for v in value]
        general = any(s.endswith("_n") for node in self.given.asked for s in symbols(node))
        return all(
            v.is_finite is not False and v is not sp.nan and v.free_symbols <= ({n} if general else set())
            for v in flat
        )

    def solution(self) -> Solution:
        """Equations for first term and step, their solution, and what is asked."""
        return Solution(tuple(solution_steps(self)), solution_cell(self))

    def conclude(self, value: Any) -> Conclusion | None:
        """One value, several possible ones, or named values when several things are asked."""
        if len(self.given.asked) > 1:
            if not isinstance(value, tuple) or len(value) != len(self.given.asked):
                return None
            parts = [
                f"{to_latex(node)}={exact_latex(v)}" for node, v in zip(self.given.asked, value, strict=True)
            ]
            answer = r",\ ".join(parts)
            return Conclusion(SENTENCES["several"].say(self.language, answer=answer), answer)
        if isinstance(value, list):
            value = list(dict.fromkeys(value))
            value = value[0] if len(value) == 1 else value
        answer, asked = exact_latex(value), to_latex(self.given.asked[0]).replace("_{oo}", r"_{\infty}")
        name = "either" if isinstance(value, list) else "one"
        return Conclusion(SENTENCES[name].say(self.language, asked=asked, answer=answer), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """The terms are written out one by one from the first and added up."""
        given = values_in(answer)
        expected = len(self.values) if len(self.given.asked) == 1 else len(self.given.asked)
        if given is None or not all(isinstance(v, sp.Expr) for v in given):
            return None
        claim = SENTENCES["several"].say(self.language, answer=answer)
        method = WORDS["method"].say(self.language)
        general = any(s.endswith("_n") for node in self.given.asked for s in symbols(node))
        if len(given) != expected or any(v.free_symbols - ({n} if general else set()) for v in given):
            return CheckPlan(claim, method, cell("False"))
        return CheckPlan(claim, method, check_cell(self, given))
