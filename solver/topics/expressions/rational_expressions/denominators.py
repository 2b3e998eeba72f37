"""A common denominator: found, brought into every fraction, or a numerator that belongs to a given one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import sympy as sp

from solver.formula import FormulaError, Node, parse, parse_list, plain_name, to_sympy
from solver.formula.nodes import Binary, Group, Negative
from solver.latex import MAX_ANSWER
from solver.ports import CheckPlan, Language
from solver.topics.base import Conclusion, Solution
from solver.topics.cells import cell, comment, exact_source
from solver.topics.expressions.polynomials.fractions import least_common
from solver.topics.expressions.rational_expressions.words import CLAIMS, METHODS, WORDS


def _names(values: Sequence[sp.Expr]) -> list[str]:
    return sorted({plain_name(s.name) for v in values for s in v.free_symbols})


def _factor_steps(denominators: Sequence[sp.Expr], say: Language) -> list[str]:
    steps = []
    for denominator in dict.fromkeys(denominators):
        factored = sp.factor(denominator)
        if factored != denominator:
            steps.append(WORDS["factor"].say(say, before=sp.latex(denominator), after=sp.latex(factored)))
    common = sp.latex(least_common(list(denominators)))
    return [*steps, WORDS["common"].say(say, common=common)]


def _is_least(denominators: Sequence[sp.Expr]) -> list[str]:
    """Lines that end in a condition on `given`: a least common multiple by its definition."""
    return [
        f"quotients = [cancel(given / below) for below in {exact_source(list(denominators))}]",
        "whole = all(q.is_polynomial() for q in quotients)",
        "least = whole and abs(gcd_list([expand(q) for q in quotients])) == 1",
    ]


@dataclass(frozen=True, slots=True)
class CommonDenominator:
    """The least common denominator of `denominators`."""

    denominators: tuple[sp.Expr, ...]
    language: Language

    def solution(self) -> Solution:
        """Factors, then what is needed of them."""
        listed = exact_source(list(self.denominators))
        source = cell(
            comment(WORDS["code_lcd"].say(self.language)),
            f"factor(lcm_list({listed}))",
            variables=_names(self.denominators),
        )
        return Solution(tuple(_factor_steps(self.denominators, self.language)), source)

    def conclude(self, value: Any) -> Conclusion | None:
        """In factors, with a positive number in front."""
        if not isinstance(value, sp.Expr) or not value.is_polynomial():
            return None
        answer = str(sp.latex(least_common([value])))
        return Conclusion(CLAIMS["lcd"].say(self.language, answer=answer), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """By the definition."""
        given = _value(answer, _names(self.denominators))
        if given is None:
            return None
        lines = [f"given = S({exact_source(given)})", *_is_least(self.denominators), "least"]
        return CheckPlan(
            CLAIMS["lcd"].say(self.language, answer=answer),
            METHODS["lcd"].say(self.language),
            cell(*lines, variables=_names(self.denominators)),
        )


@dataclass(frozen=True, slots=True)
class BuildUp:
    """Fractions (numerator, denominator), all to be written over the least common denominator."""

    fractions: tuple[tuple[sp.Expr, sp.Expr], ...]
    language: Language

    @property
    def _bottoms(self) -> list[sp.Expr]:
        return [bottom for _, bottom in self.fractions]

    @property
    def _letters(self) -> list[str]:
        return _names([p for pair in self.fractions for p in pair])

    def solution(self) -> Solution:
        """The common denominator, then fraction by fraction."""
        say, common = self.language, least_common(self._bottoms)
        steps = _factor_steps(self._bottoms, say)
        for top, bottom in self.fractions:
            fraction, factor = _shown(top, bottom), sp.factor(sp.cancel(common / bottom))
            if factor == 1:
                steps.append(WORDS["already"].say(say, fraction=fraction))
                continue
            after = f"{fraction}={_shown(sp.expand(top * factor), common)}"
            steps.append(WORDS["raise"].say(say, fraction=fraction, factor=sp.latex(factor), after=after))
        lines = [
            f"fractions = {exact_source(list(self.fractions))}",
            "common = factor(lcm_list([below for above, below in fractions]))",
            comment(WORDS["code_build"].say(say)),
            "[(expand(cancel(above * common / below)), common) for above, below in fractions]",
        ]
        return Solution(tuple(steps), cell(*lines, variables=self._letters))

    def conclude(self, value: Any) -> Conclusion | None:
        """The fractions in order."""
        if not isinstance(value, list | tuple | sp.Tuple) or len(value) != len(self.fractions):
            return None
        common = least_common(self._bottoms)
        shown = []
        for top, bottom in value:
            sign = sp.cancel(common / bottom)  # the printer may turn the sign of both around
            if not sign.is_number:
                return None
            shown.append(_shown(sp.expand(top * sign), common))
        answer = r",\ ".join(shown)
        return Conclusion(CLAIMS["build"].say(self.language, answer=answer), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """Crosswise products, and the definition of the denominator."""
        given = _fractions(answer, self._letters)
        if given is None:
            return None
        lines = [
            f"fractions = {exact_source(list(self.fractions))}",
            f"claimed = {exact_source(given)}",
            "same = len(claimed) == len(fractions) and all(",
            "    expand(a * d - b * c) == 0 for (a, b), (c, d) in zip(fractions, claimed)",
            ")",
            "given = S(claimed[0][1])",
            "one = all(expand(below - given) == 0 for above, below in claimed)",
            *_is_least(self._bottoms),
            "same and one and least",
        ]
        return CheckPlan(
            CLAIMS["build"].say(self.language, answer=answer),
            METHODS["build"].say(self.language),
            cell(*lines, variables=self._letters),
        )


@dataclass(frozen=True, slots=True)
class MissingNumerator:
    """N in `top`/`below` = N/`above`."""

    top: sp.Expr
    below: sp.Expr
    above: sp.Expr
    language: Language

    @property
    def _letters(self) -> list[str]:
        return _names([self.top, self.below, self.above])

    def solution(self) -> Solution:
        """What the denominator was multiplied by."""
        factor = sp.factor(sp.cancel(self.above / self.below))
        product = rf"\left({sp.latex(self.top)}\right)\cdot\left({sp.latex(factor)}\right)"
        step = WORDS["missing"].say(
            self.language,
            below=sp.latex(self.below),
            above=sp.latex(self.above),
            factor=sp.latex(factor),
            top=f"{product}={sp.latex(sp.expand(self.top * factor))}",
        )
        source = cell(
            comment(WORDS["code_missing"].say(self.language)),
            f"expand(cancel(({exact_source(self.top)}) * ({exact_source(self.above)}) / ({exact_source(self.below)})))",
            variables=self._letters,
        )
        return Solution((step,), source)

    def conclude(self, value: Any) -> Conclusion | None:
        """A polynomial."""
        if not isinstance(value, sp.Expr) or not value.is_polynomial():
            return None
        answer = str(sp.latex(value))
        return Conclusion(CLAIMS["numerator"].say(self.language, answer=answer), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """Crosswise products."""
        given = _value(answer, self._letters)
        if given is None:
            return None
        left = f"({exact_source(self.top)}) * ({exact_source(self.above)})"
        right = f"({exact_source(given)}) * ({exact_source(self.below)})"
        return CheckPlan(
            CLAIMS["numerator"].say(self.language, answer=answer),
            METHODS["numerator"].say(self.language),
            cell(f"expand({left} - {right}) == 0", variables=self._letters),
        )


def _shown(top: sp.Expr, bottom: sp.Expr) -> str:
    return str(sp.latex(top)) if bottom == 1 else rf"\frac{{{sp.latex(top)}}}{{{sp.latex(bottom)}}}"


def _value(answer: str, letters: list[str]) -> sp.Expr | None:
    """The answer as an expression in the problem's letters."""
    if len(answer) > MAX_ANSWER:
        return None
    try:
        value = to_sympy(parse(answer.split("=")[-1].strip().strip("$").rstrip(".。")))
    except FormulaError:
        return None
    if not isinstance(value, sp.Expr) or not value.is_rational_function() or value == 0:
        return None
    return value if set(_names([value])) <= set(letters) else None


def _fractions(answer: str, letters: list[str]) -> list[tuple[sp.Expr, sp.Expr]] | None:
    """Numerator and denominator of every fraction of the answer, as they are written."""
    if len(answer) > MAX_ANSWER:
        return None
    found = []
    try:
        nodes: list[Node] = list(parse_list(answer.strip().strip("$").rstrip(".。")))
        if len(nodes) == 1 and isinstance(nodes[0], Group):
            nodes = list(nodes[0].items)
        for node in nodes:
            sign, inner = (-1, node.operand) if isinstance(node, Negative) else (1, node)
            if isinstance(inner, Binary) and inner.op == "/":
                found.append((sign * to_sympy(inner.left), to_sympy(inner.right)))
            else:
                found.append((sign * to_sympy(inner), sp.S.One))
    except FormulaError:
        return None
    values = [v for pair in found for v in pair]
    if not found or any(not isinstance(v, sp.Expr) or not v.is_polynomial() for v in values):
        return None
    return found if set(_names(values)) <= set(letters) and all(b for _, b in found) else None
