"""An identity: a chain from side to side, or an angle at which the sides differ."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

import sympy as sp

from solver.formula import (
    FormulaError,
    parse_list,
    python_name,
    symbol_latex,
    to_latex,
    to_python,
)
from solver.formula.nodes import Relation, symbols
from solver.latex import exact_latex
from solver.ports import CheckPlan, Language
from solver.topics.base import Conclusion, Solution
from solver.topics.cells import cell, comment, exact_source
from solver.topics.expressions.trigonometric_identities.agreeing import (
    agrees,
    as_value,
    is_reduced,
    is_workable,
    points_test,
)
from solver.topics.expressions.trigonometric_identities.levels import (
    same,
)
from solver.topics.expressions.trigonometric_identities.proving import (
    by_cross_products,
    chain,
    worded,
)
from solver.topics.expressions.trigonometric_identities.words import NOT, WORDS
from solver.topics.yes_no import NO, YES, plain_words

_HOLDS: Final = frozenset(
    "yes true proved proven verified identity 是 是的 成立 恒成立 得证 证毕 正确 对 是恒等式".split()
)
_FAILS: Final = frozenset(
    "no|false|not an identity|not true|it is not an identity|否|不是|不成立|错|错误|不是恒等式|不恒成立".split(
        "|"
    )
)
_PLACES: Final = (sp.pi / 6, sp.pi / 3, sp.pi / 4, sp.pi / 2, sp.S.Zero, sp.pi, 2 * sp.pi / 3)


@dataclass(frozen=True, slots=True)
class Identity:
    """Both sides of `relation` are equal for all angles, or not; `whether`: that was the question."""

    relation: Relation
    whether: bool
    language: Language

    def _sides(self) -> tuple[sp.Expr, sp.Expr]:
        left, right = map(as_value, self.relation.sides)
        return left, right

    @property
    def _equation(self) -> str:
        return to_latex(self.relation)

    def is_sound(self) -> bool:
        """Whether it is decided: a chain was found, or a point where it is false."""
        sides = self._sides()
        if not is_workable(*sides):
            return False
        verdict = agrees(*sides)
        return verdict is not None and (
            self._counterexample() is not None
            if not verdict
            else self._source() is not None and _proof(self.relation, self.language) is not None
        )

    def _holds(self) -> bool:
        return bool(agrees(*self._sides()))

    def _counterexample(self) -> dict[sp.Symbol, sp.Expr] | None:
        left, right = self._sides()
        letters = sorted(left.free_symbols | right.free_symbols, key=str)
        for place in _PLACES:
            point = {name: place / (k + 1) for k, name in enumerate(letters)}
            one, other = (side.subs(point) for side in (left, right))
            if one.is_finite and other.is_finite and abs((one - other).evalf(30)) > 1e-9:
                return point
        return None

    def solution(self) -> Solution:
        """The chain from side to side; or an angle at which the sides differ."""
        say, steps = self.language, [WORDS["goal"].say(self.language, identity=self._equation)]
        if not self._holds():
            steps = [WORDS["refuted"].say(say, **self._told())]
            return Solution(tuple(steps), self._refuting_cell())
        steps += _proof(self.relation, say) or ()
        return Solution(tuple(steps), self._proving_cell())

    def _told(self) -> dict[str, str]:
        point = self._counterexample() or {}
        left, right = (sp.simplify(side.subs(point)) for side in self._sides())
        shown = ",\\ ".join(f"{symbol_latex(str(n))}={exact_latex(v)}" for n, v in point.items())
        return {"point": shown, "left": exact_latex(left), "right": exact_latex(right)}

    def _refuting_cell(self) -> str:
        point = ", ".join(
            f"{python_name(str(n))}: {exact_source(v)}" for n, v in (self._counterexample() or {}).items()
        )
        left, right = map(to_python, self.relation.sides)
        lines = [
            comment(WORDS["cell_point"].say(self.language)),
            f"point = {{{point}}}",
            f"left, right = S({left}), S({right})",
            "[simplify(left.subs(point)), simplify(right.subs(point))]",
        ]
        return cell(*lines, variables=symbols(self.relation))

    def _source(self) -> str | None:
        return _deciding(self.relation)

    def _proving_cell(self) -> str:
        left, right = map(to_python, self.relation.sides)
        note = comment(WORDS["cell"].say(self.language))
        lines = [f"left, right = {left}, {right}", note, f"{self._source()} == 0"]
        return cell(*lines, variables=symbols(self.relation), assumptions="real=True")

    def conclude(self, value: Any) -> Conclusion | None:
        """Proved, or not an identity."""
        say = self.language
        if isinstance(value, list) and len(value) == 2:
            answer = (NO if self.whether else NOT).say(say)
            return Conclusion(WORDS["denied"].say(say, identity=self._equation, answer=answer), answer)
        if value not in (True, sp.true):
            return None
        if self.whether:
            answer = YES.say(say)
            return Conclusion(WORDS["yes"].say(say, answer=answer), answer)
        return Conclusion(WORDS["proved"].say(say, answer=self._equation), self._equation)

    def check(self, answer: str) -> CheckPlan | None:
        """Both sides at several angles."""
        words = plain_words(answer)
        if words in _FAILS or words in _HOLDS:
            holds = words in _HOLDS
        else:
            try:
                nodes = parse_list(answer.strip().strip("$"))
                if len(nodes) != 1 or not isinstance(nodes[0], Relation) or nodes[0].signs != ("=",):
                    return None
                claimed = [as_value(side) for side in nodes[0].sides]
            except (FormulaError, TypeError):
                return None
            ours = self._sides()
            if not all(any(same(c, o) for o in ours) for c in claimed):
                return None
            holds = True
        test = points_test(
            [(to_python(left), to_python(right)) for left, right in [self.relation.sides]],
            symbols(self.relation),
            expected=holds,
        )
        claim = WORDS["claim" if holds else "claim_not"].say(self.language, identity=self._equation)
        return CheckPlan(claim, WORDS["method"].say(self.language), test)


@lru_cache(maxsize=32)
def _deciding(relation: Relation) -> str | None:
    """Source of the difference, in a form that becomes 0."""
    left, right = map(as_value, relation.sides)
    if sp.expand(sp.numer(sp.together(sp.expand((left - right).rewrite(sp.exp))))) == 0:
        return "expand(numer(together(expand((left - right).rewrite(exp)))))"
    return "simplify(expand_trig(left - right))" if sp.simplify(sp.expand_trig(left - right)) == 0 else None


@lru_cache(maxsize=32)
def _proof(relation: Relation, say: Language) -> tuple[str, ...] | None:
    """The steps of the proof; None where no chain is found."""
    left, right = map(as_value, relation.sides)
    said = list[str]()
    for node, side in zip(relation.sides, (left, right), strict=True):
        if is_reduced(node, side):
            said.append(WORDS["reduction"].say(say, before=to_latex(node), after=exact_latex(side)))
    steps = chain(left, right)
    if steps is not None:
        if not steps and not said:
            said.append(
                WORDS["algebra"].say(
                    say, before=to_latex(relation.sides[0]), after=to_latex(relation.sides[1])
                )
            )
        return (WORDS["start"].say(say), *said, *worded(steps, say), WORDS["reached"].say(say))
    crossed = by_cross_products(left, right)
    if crossed is None:
        return None
    steps, products, expanded = crossed
    said += worded(steps, say)
    x = exact_latex(sorted(left.free_symbols | right.free_symbols, key=str)[0])
    return (
        *said,
        WORDS["cross"].say(say, products=exact_latex(products), expanded=exact_latex(expanded)),
        WORDS["zero"].say(say, x=x, expanded=exact_latex(expanded)),
    )
