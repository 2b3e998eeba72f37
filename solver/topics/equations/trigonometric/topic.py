"""An equation in one unknown with sine, cosine and tangent: its solutions in an interval, or all of them.

Read: equations that come down to one function of one angle (see `reducing`), with or without a told range, in radians or
degrees; how many solutions there are, and their sum. Not: inequalities, unknowns outside the functions, parameters,
inverse functions, solutions that have no short exact form.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

import sympy as sp

from solver.formula import Node, plain_name, python_name, to_latex, to_python, to_sympy
from solver.formula.emit import TRIGONOMETRIC
from solver.formula.nodes import Call, Relation, Symbol, symbols, walk
from solver.latex import exact_latex
from solver.ports import CheckPlan, Language
from solver.reader import account
from solver.topics.base import Conclusion, Reading, Solution, Text, Unread
from solver.topics.cells import cell, difference, exact_source
from solver.topics.equations.trigonometric.claimed import claimed, says_none
from solver.topics.equations.trigonometric.counting import SOURCE, step_for, zeros_between
from solver.topics.equations.trigonometric.explaining import Account, cell_lines, explained, plotted
from solver.topics.equations.trigonometric.families import Family, common_period, listed, united
from solver.topics.equations.trigonometric.forms import undefined
from solver.topics.equations.trigonometric.ranges import Range, symbol_of, taken_out
from solver.topics.equations.trigonometric.reducing import Reducer, Reduction
from solver.topics.equations.trigonometric.showing import Showing
from solver.topics.equations.trigonometric.words import NONE, VOCABULARY, WORDS

_FUNCTION: Final = re.compile(
    r"(?i)(?<![a-z])(?:sin|cos|tan|cot|sec|csc|tg|ctg)|(?<=[a-z\d])(?:sin|cos|tan)(?![a-z]{3})"
)
_ELSEWHERE: Final = re.compile(
    r"(?i)arc(?:sin|cos|tan)|triangle|identity|prove|verify|simplif|smallest|largest|least|greatest|principal|approx|decimal|nearest"
    r"|quadrant|\b(?:sin|cos|tan)\s*[a-zθαβ]\s*/\s*\d|三角形|△|证明|求证|化简|最小|最大|近似|精确到|象限|函数f|不等式|inequalit|period|周期|\^\s*\{?-1"
)
MAX_LISTED: Final = 24


def read(text: Text) -> Reading:
    """A trigonometric equation."""
    if not _FUNCTION.search(text.source) or "=" not in text.source or _ELSEWHERE.search(text.source):
        return None
    taken = taken_out(text)
    if taken is None:
        return None
    source, told, name, degrees = taken
    found = account(source, VOCABULARY)
    if (
        len(found.relations) != 1
        or found.relations[0].signs != ("=",)
        or not _is_trigonometric(found.relations[0])
    ):
        return None
    relation = found.relations[0]
    letters = symbols(relation)
    unknown = next(iter(letters), "")
    if (
        len(letters) != 1
        or unknown in ("e", "i", "k", "n")
        or name is not None
        and name != plain_name(unknown)
    ):
        return None
    if any(node != Symbol(unknown) for node in found.asked):
        return None
    wanted = "count" if found.has("count") else "sum" if found.has("sum") else "solutions"
    if found.unread:
        return Unread(found.unread)
    if not (
        found.has("solve")
        or found.has("general")
        or found.asked
        or wanted != "solutions"
        or told is not None
        or found.concepts == ("#0",)
    ):
        return None
    if wanted != "solutions" and told is None or found.has("general") and told is not None:
        return None
    task = Trigonometric(relation, unknown, told, degrees, wanted, text.language)
    return task if task.is_sound() else None


def _is_trigonometric(relation: Relation) -> bool:
    return any(isinstance(n, Call) and n.name in TRIGONOMETRIC and symbols(n) for n in walk(relation))


@lru_cache(maxsize=32)
def _reduced(relation: Relation, unknown: str, degrees: bool, language: Language) -> Reduction | None:
    return Reducer(relation, symbol_of(unknown), Showing(unknown, degrees), language).reduced()


@dataclass(frozen=True, slots=True)
class Trigonometric:
    """The solutions of `relation` for `unknown` in `told`, all of them where that is None."""

    relation: Relation
    unknown: str
    told: Range | None
    degrees: bool
    wanted: str
    language: Language

    @property
    def _x(self) -> sp.Symbol:
        return symbol_of(self.unknown)

    def _difference(self) -> sp.Expr:
        left, right = (to_sympy(side, {self.unknown: self._x}) for side in self.relation.sides)
        return left - right

    def reduction(self) -> Reduction | None:
        """How it is brought down to basic equations."""
        return _reduced(self.relation, self.unknown, self.degrees, self.language)

    def _candidates(self) -> list[Family]:
        reduction = self.reduction()
        return united(f for part in reduction.parts for f in part.families()) if reduction else []

    def _is_defined(self, value: sp.Expr) -> bool:
        zeros = undefined(self.relation, self._x, self.unknown)
        return all(abs(complex(z.subs(self._x, value).evalf(30))) > 1e-15 for z in zeros)

    def families(self) -> list[Family]:
        """All solutions."""
        return [f for f in self._candidates() if self._is_defined(f.start)]

    def solutions(self) -> list[sp.Expr]:
        """Those in the range."""
        return [v for v in listed(self._candidates(), self.told) if self._is_defined(v)] if self.told else []

    def is_sound(self) -> bool:
        """Whether a way is found, the values can be written, and a count of the zeros agrees."""
        try:
            if self.reduction() is None:
                return False
        except (sp.PolynomialError, NotImplementedError, TypeError, ValueError, ZeroDivisionError):
            return False  # sympy has no form of it
        found = self._candidates()
        listing = self.told is not None and self.wanted == "solutions"
        if self.degrees and not listing and any(not (f.start / sp.pi).is_Rational for f in found):
            return False
        if self.told is None:
            low, high = sp.S.Zero, self._window(found)
            if high is None:
                return False
            told = Range(low, high, has_low=True, has_high=False)
            kept = [f for f in found if self._is_defined(f.start)]
            if any(self._is_defined(v) != self._is_defined(f.start) for f in found for v in f.inside(told)):
                return False  # only a part of a family has a meaning
            values = listed(kept, told)
        else:
            told, values = self.told, self.solutions()
            if told.vague and any(
                abs(float(v - end)) < 1e-9
                for v in self._candidates_at_ends(told)
                for end in (told.low, told.high)
            ):
                return False
        if len(values) > MAX_LISTED:
            return False
        return self._agrees(values, told)

    def _candidates_at_ends(self, told: Range) -> list[sp.Expr]:
        whole = Range(told.low, told.high, has_low=True, has_high=True)
        return [v for v in listed(self._candidates(), whole) if self._is_defined(v)]

    def _window(self, families: list[Family]) -> sp.Expr | None:
        """A range after which everything comes again."""
        periods = [2 * sp.pi / abs(m) for m in self._multiples()]
        window = common_period([*periods, *(f.period for f in families)])
        return window if window is not None and window <= 24 * sp.pi else None

    def _multiples(self) -> list[sp.Rational]:
        atoms = self._difference().atoms(sp.sin, sp.cos, sp.tan, sp.cot, sp.sec, sp.csc)
        return [sp.diff(a.args[0], self._x) for a in atoms if a.has(self._x)]

    def _step(self) -> float:
        degree = max(
            (int(abs(p.exp)) for p in self._difference().atoms(sp.Pow) if p.exp.is_Integer), default=1
        )
        return step_for(float(max(abs(m) for m in self._multiples())) * min(degree, 4))

    def _agrees(self, values: list[sp.Expr], told: Range) -> bool:
        found = zeros_between(self._difference(), self._x, float(told.low), float(told.high), self._step())
        edge = 1e-3  # a zero of fourth order is found to four digits only
        low = float(told.low) + (-edge if told.has_low else edge)
        high = float(told.high) + (edge if told.has_high else -edge)
        inside = [z for z in found if low < z < high]
        return len(inside) == len(values) and all(
            min((abs(float(v) - z) for z in inside), default=1.0) < edge for v in values
        )

    # -- telling ------------------------------------------------------------------------------------

    def _account(self) -> Account:
        reduction = self.reduction()
        assert reduction is not None  # `read` keeps no other
        return Account(
            self.relation, self.unknown, self.told, Showing(self.unknown, self.degrees), reduction,
            undefined(self.relation, self._x, self.unknown), self.solutions(), self.families(), self._candidates(), self.language,
        )  # fmt: skip

    def solution(self) -> Solution:
        """The steps by which it comes down to basic equations, their solutions, and the choice of those in the range."""
        said = self._account()
        steps = explained(said)
        if self.wanted == "count":
            steps.append(WORDS["count_step"].say(self.language, answer=len(said.solutions)))
        elif self.wanted == "sum":
            shown = "+".join(map(said.showing.value, said.solutions)) or "0"
            total = said.showing.value(sum(said.solutions, sp.S.Zero))
            steps.append(WORDS["sum_step"].say(self.language, sum=shown, answer=total))
        return Solution(tuple(steps), cell_lines(said, self.wanted), plotted(said, self._difference()))

    def conclude(self, value: Any) -> Conclusion | None:
        """The solutions in order; families of them where no range is told."""
        say, show = self.language, Showing(self.unknown, self.degrees)
        if self.wanted != "solutions":
            if not isinstance(value, sp.Expr):
                return None
            answer = exact_latex(value) if self.wanted == "count" else show.value(value)
            return Conclusion(WORDS[self.wanted].say(say, answer=answer), answer)
        if not isinstance(value, list):
            return None
        if not value:
            answer = NONE.say(say)
            return Conclusion(WORDS["answer_none"].say(say, answer=answer), answer)
        if self.told is not None:
            if not all(isinstance(v, sp.Expr) for v in value):
                return None
            kept = listed([Family(v, 100 * sp.pi) for v in value], self.told)
            answer = r",\ ".join(f"{show.x}={show.about(v)}" for v in kept)
        else:
            if not all(isinstance(v, tuple) and len(v) == 2 for v in value):
                return None
            families = united(Family(a, p) for a, p in value)
            answer = rf"{show.families(families)}\ (k\in\mathbb{{Z}})"
        return Conclusion(WORDS["answer"].say(say, answer=answer), answer)

    # -- checking -----------------------------------------------------------------------------------

    def check(self, answer: str) -> CheckPlan | None:
        """Every value put in, and the zeros of left minus right counted on a fine grid."""
        found: list[Family | sp.Expr] | None = (
            [] if says_none(answer) else claimed(answer, degrees=self.degrees)
        )
        if found is None:
            return None
        told, values = self.told, [v for v in found if not isinstance(v, Family)]
        if self.wanted == "count":
            if len(values) != 1 or len(found) != 1 or told is None:
                return None
            return self._plan(
                answer,
                told,
                f"len(inside) == {exact_source(values[0] * (180 / sp.pi if self.degrees else 1))}",
            )
        if self.wanted == "sum":
            if len(values) != 1 or len(found) != 1 or told is None:
                return None
            return self._plan(answer, told, f"abs(sum(inside) - float({exact_source(values[0])})) < 1e-6")
        if told is None:
            families = [f for f in found if isinstance(f, Family)]
            window = self._window([*families, *self._candidates()]) if len(families) == len(found) else None
            if window is None:
                return None if len(families) == len(found) else _refusal(self._claim(answer), self.language)
            told = Range(sp.S.Zero, window, has_low=True, has_high=False)
            values = listed([Family(sp.expand(f.start), f.period) for f in families], told)
        elif len(values) != len(found):
            return _refusal(self._claim(answer), self.language)
        return self._plan(answer, told, *self._tests(values))

    def _tests(self, values: list[sp.Expr]) -> list[str]:
        return [
            f"claimed = {exact_source(values)}",
            "sizes = [abs(difference.subs(unknown, value).evalf(30)) for value in claimed]",
            "inside_range = all(any(abs(zero - float(value)) < 1e-3 for zero in inside) for value in claimed)",
            "fits = all(size.is_finite and size < 1e-20 for size in sizes)",
            "fits and inside_range and len(claimed) == len(inside)",
        ]

    def _claim(self, answer: str) -> str:
        return WORDS["claim"].say(self.language, answer=answer, equation=to_latex(self.relation))

    def _plan(self, answer: str, told: Range, *tests: str) -> CheckPlan:
        left, right = (_source(side) for side in self.relation.sides)
        edges = [f"float({exact_source(told.low)})", f"float({exact_source(told.high)})"]
        low = f"low {'-' if told.has_low else '+'} 1e-3"
        high = f"high {'+' if told.has_high else '-'} 1e-3"
        lines = [
            f"difference = {difference(left, right)}",
            f"unknown = {python_name(self.unknown)}",  # the lines below have letters of their own
            'f = lambdify(unknown, difference, "math")',
            f"low, high, step = {edges[0]}, {edges[1]}, {self._step():.6g}",
            *SOURCE,
            f"inside = [z for z in zeros if {low} < z < {high}]",
            *tests,
        ]
        source = cell(*lines, variables=[self.unknown], assumptions="real=True")
        return CheckPlan(self._claim(answer), WORDS["method"].say(self.language), "import math\n" + source)


def _source(node: Node) -> str:
    return to_python(node)


def _refusal(claim: str, language: Language) -> CheckPlan:
    """Single values are not all the solutions, and families are not those in an interval."""
    return CheckPlan(claim, WORDS["method"].say(language), "False")
