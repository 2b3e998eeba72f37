"""An equation whose solutions are to be rounded: "solve 3^x = 20 to two decimal places", 结果精确到0.1.

Read: one accuracy beside an equation that `single` reads. Not: angles in degrees, systems, solutions that are 0.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, localcontext
from typing import Any, Final

import sympy as sp

from solver.formula import symbol_latex
from solver.latex import exact_latex, latex, values_in
from solver.ports import CheckPlan, Language
from solver.reader import as_question
from solver.topics.base import Conclusion, Reading, Solution, Text, Unread, Words
from solver.topics.cells import cell, exact_source, joined, kept_as
from solver.topics.equations.single import Equation
from solver.topics.numbers.rounding.target import TOKEN, Target, targets_in

WORDS: Final = {
    "exactly": Words("First find \\({x}\\) exactly and round only at the end.", "先求 \\({x}\\) 的精确值，最后再取近似值。"),
    "rounded": Words("The exact answer is \\({exact}\\). {figures}", "精确值是 \\({exact}\\)。{figures}"),
    "one": Words("Rounded: \\({value}\\approx {answer}\\).", "取近似值：\\({value}\\approx {answer}\\)。"),
    "same": Words("Rounded so far they are the same: \\({answer}\\).", "取到这一位后相同：\\({answer}\\)。"),
    "claim": Words("rounded, the answer is \\({answer}\\)", "近似值为 \\({answer}\\)"),
    "method": Words("the exact value: {method}; then the difference was compared with half of the last place", "精确值：{method}；再把误差与末位的一半比较"),
    "code": Words("the exact value, rounded", "精确值取近似"),
}  # fmt: skip
_AROUND: Final = re.compile(
    r"(?i)[,(]?\s*(?:(?:and\s+)?(?:(?:please\s+)?(?:give|giving|round|rounding|express|expressing|write|writing|state|stating|leave|leaving)\s+)?(?:your\s+|the\s+|all\s+|each\s+|final\s+)*(?:answers?|results?|solutions?|values?|it|them)?\s*(?:is\s+|be\s+|should\s+be\s+)?(?:rounded|correct|accurate|approximated)?\s*(?:off)?\s*)?"
    + TOKEN.strip()
    + r"\s*[).]?"
    r"|[,(]?\s*(?:\(?(?:计算)?(?:结果|答案|最后结果)?(?:请|均|都)?(?:四舍五入)?\s*)?"
    + TOKEN.strip()
    + r"(?:即可)?\s*\)?"
)
MAX_VALUES: Final = 4


def read(text: Text) -> Reading:
    """A question without its accuracy, read by another topic."""
    from solver.topics import reader_of

    source, targets = targets_in(text.source)
    if (
        len(targets) != 1
        or targets[0].scale
        or targets[0].nearest_only
        or "%" in source
        or "°" in source
        or "circ" in source
    ):
        return None
    if re.search(r"(?i)degrees?|度|angle|角", source):
        return None
    rest = _AROUND.sub(lambda m: "." if m[0].rstrip()[-1:] == "." else " ", source, count=1)
    if TOKEN.strip() in rest or not rest.strip(" .,;"):
        return None
    for asked in dict.fromkeys((rest, as_question(rest))):
        found = reader_of(Text(asked, text.language, text.values))
        if not isinstance(found, Unread):
            break
    if isinstance(found, Unread):
        return None
    task = found[1]
    if not isinstance(task, Equation) or task.in_complex:
        return None
    values = task.real_solutions()
    return RoundedAnswer(task, targets[0], text.language) if values and 0 not in values else None


def rounded(value: sp.Expr, target: Target) -> str:
    """The value half up, with all the places that were asked for.

    >>> rounded(sp.log(20)/sp.log(3), Target(sp.Rational(1, 100)))
    '2.73'
    """
    with localcontext() as context:
        context.prec = 80
        number = Decimal(str(sp.N(value, 60)))
        if target.unit is None:
            unit = Decimal(1).scaleb(number.adjusted() - target.figures + 1)
        else:
            unit = Decimal(target.unit.numerator) / Decimal(target.unit.denominator)
        whole = (number / unit).quantize(Decimal(1), rounding=ROUND_HALF_UP) * unit
        shown = whole.quantize(unit) if unit < 1 else whole.quantize(Decimal(1))
        return format(abs(shown) if shown == 0 else shown, "f")


def _unit(value: sp.Expr, target: Target) -> sp.Rational:
    if target.unit is not None:
        return sp.Rational(target.unit.numerator, target.unit.denominator)
    return sp.Rational(10) ** (Decimal(str(sp.N(value, 30))).adjusted() - target.figures + 1)


@dataclass(frozen=True, slots=True)
class RoundedAnswer:
    """The answer of `task`, rounded."""

    task: Equation
    target: Target
    language: Language

    def solution(self) -> Solution:
        """The steps to the exact answer."""
        found = self.task.solution()
        unknown = symbol_latex(self.task.unknown)
        first = WORDS["exactly"].say(self.language, x=unknown)
        return Solution((first, *found.steps), found.cell, found.plot)

    def _numbers(self, answer: str) -> list[sp.Expr] | None:
        values = values_in(answer)
        if values is None or not 0 < len(values) <= MAX_VALUES:
            return None
        if not all(isinstance(v, sp.Expr) and v.is_real and v.is_finite for v in values):
            return None
        return list(values)

    def conclude(self, value: Any) -> Conclusion | None:
        """Every number of the exact answer, rounded."""
        exact = self.task.conclude(value)
        numbers = None if exact is None else self._numbers(exact.answer)
        if exact is None or numbers is None:
            return None
        name = re.match(r"\s*([A-Za-z])\s*=", exact.answer)
        front = f"{name[1]}=" if name else ""
        answers = [rounded(v, self.target) for v in numbers]
        shown = dict.fromkeys(answers)  # two that are closer than the last place become one
        told = " ".join(
            WORDS["one"].say(self.language, value=latex(v), answer=a)
            for v, a in zip(numbers, answers, strict=True)
        )
        answer = r",\ ".join(front + a for a in shown)
        if len(shown) < len(answers):
            told += " " + WORDS["same"].say(self.language, answer=answer)
        return Conclusion(WORDS["rounded"].say(self.language, exact=exact.answer, figures=told), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """The exact answer by the topic's own check, then the distance of what was answered from it."""
        given, exact = self._numbers(answer), self._exact()
        if given is None or exact is None:
            return None
        plan = self.task.check(exact[0])
        if plan is None:
            return None
        pairs = [(min(given, key=lambda g: abs(float(g) - float(e))), e) for e in exact[1]]
        places = {g for g, _ in pairs} == set(given) and all(
            g.is_Rational and (g / _unit(e, self.target)).is_Integer for g, e in pairs
        )
        near = ", ".join(
            f"abs({exact_source(g)} - ({exact_source(e)})) <= {exact_source(_unit(e, self.target) / 2)}"
            for g, e in pairs
        )
        distances = cell(f"is_near = all([{near}])", f"bool(is_exact) and bool(is_near) and {places}")
        source = joined(kept_as(plan.source, "is_exact"), distances)
        return CheckPlan(
            WORDS["claim"].say(self.language, answer=answer),
            WORDS["method"].say(self.language, method=plan.method),
            source,
        )

    def _exact(self) -> tuple[str, list[sp.Expr]] | None:
        """The exact solutions, as an answer and as numbers."""
        values = self.task.real_solutions()
        if not values:
            return None
        ordered = sorted(values, key=lambda v: float(v.evalf(20)))
        return exact_latex(ordered), ordered
