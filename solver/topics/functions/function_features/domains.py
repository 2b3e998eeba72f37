"""Where a function is defined: its domain, and the numbers that do not belong to it (which, how many, their sum, the largest).

Read: fractions, even roots, logarithms, nested as one likes, with exact zeros. Not: functions of functions, letters,
trigonometric functions, domains of functions whose formula is not given.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, python_name, to_latex, to_python
from solver.latex import exact_latex, values_in
from solver.ports import CheckPlan, Language
from solver.topics.base import Conclusion, Reading, Solution, Text, Unread, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.equations.real_sets import between, read_set, set_latex
from solver.topics.functions.function_features.conditions import (
    Condition,
    conditions_of,
    critical_points,
    solution_set,
)
from solver.topics.functions.function_features.function import Function, function_of, told

VOCABULARY: Final = {
    "domain": "domain|domain of|its domain|domain of definition|largest possible domain|natural domain|定义域|的定义域|定义域是|定义域为|自变量的取值范围|的自变量的取值范围|中自变量的取值范围|的取值范围|取值范围|自变量",
    "defined": "defined|is defined|is the function defined|is the expression defined|for what values|for which values|for what real values|for which real values|有意义|在实数范围内有意义|使|有定义",
    "undefined": "undefined|is undefined|not defined|is not defined|undefined for|make undefined|which will make|will make|makes|make|无意义|没有意义|在实数范围内有意义|没有定义|无定义",
    "missing": "not in the domain|not in its domain|not in the domain of|are not in the domain of|is not in the domain of|that are not in the domain of|which is not in the domain of|excluded from the domain|excluded from the domain of|不在定义域内|不在定义域中|不属于定义域",
    "count": "how many|for how many|how many real numbers|how many real values|how many values|number of|有多少个|多少个|几个|的个数|个数",
    "sum": "sum|sum of|sum of all|sum of the|sum of the two|sum of all real|的和|之和",
    "largest": "largest|greatest|biggest|最大|最大的|最大值",
    "smallest": "smallest|least|最小|最小的|最小值",
    "two": "two",
}  # fmt: skip
SIGN: Final = {"!=": r"\neq ", ">=": r"\ge ", ">": ">"}
WORDS: Final = {
    "!=": Words("A denominator must not be 0: \\[{part}\\neq 0\\] This holds for \\({found}\\).", "分母不能为 0：\\[{part}\\neq 0\\] 解得 \\({found}\\)。"),
    ">=": Words("What stands under an even root must not be negative: \\[{part}\\ge 0\\] This holds for \\({found}\\).", "偶次根号下的式子不能为负：\\[{part}\\ge 0\\] 解得 \\({found}\\)。"),
    ">": Words("A logarithm needs a positive number: \\[{part}>0\\] This holds for \\({found}\\).", "对数的真数必须大于 0：\\[{part}>0\\] 解得 \\({found}\\)。"),
    "nothing": Words("There is no denominator, no even root and no logarithm with \\({x}\\), so every real number can be put in.", "式子中没有含 \\({x}\\) 的分母、偶次根式或对数，所以 \\({x}\\) 可取一切实数。"),
    "all": Words("All conditions must hold together: \\[{x}\\in {domain}\\]", "以上条件要同时成立：\\[{x}\\in {domain}\\]"),
    "rest": Words("The function is not defined at \\({points}\\).", "函数在 \\({points}\\) 处没有定义。"),
    "rest_set": Words("The function is not defined for \\({points}\\).", "函数在 \\({points}\\) 上没有定义。"),
    "count": Words("These are \\({value}\\) numbers.", "共有 \\({value}\\) 个数。"),
    "sum": Words("Their sum is \\({terms}={value}\\).", "它们的和为 \\({terms}={value}\\)。"),
    "largest": Words("The largest of them is \\({value}\\).", "其中最大的是 \\({value}\\)。"),
    "smallest": Words("The smallest of them is \\({value}\\).", "其中最小的是 \\({value}\\)。"),
    "note": Words("the set on which each condition holds", "各条件的解集"),
    "method": Words("numbers in every part and at every end were put into the conditions", "在每一段和每个端点取数代入各条件检验"),
}  # fmt: skip
SENTENCES: Final = {
    "domain": Words("The domain is \\({answer}\\).", "定义域为 \\({answer}\\)。"),
    "undefined": Words("It is not defined at \\({answer}\\).", "没有定义的点是 \\({answer}\\)。"),
    "count": Words("The number of such values is \\({answer}\\).", "这样的值共有 \\({answer}\\) 个。"),
    "sum": Words("The sum is \\({answer}\\).", "它们的和为 \\({answer}\\)。"),
    "largest": Words("The largest such number is \\({answer}\\).", "最大的数是 \\({answer}\\)。"),
    "smallest": Words("The smallest such number is \\({answer}\\).", "最小的数是 \\({answer}\\)。"),
}
KINDS: Final = ("count", "sum", "largest", "smallest")


def read(text: Text) -> Reading:
    """A question for the domain of one function, or for what is outside of it."""
    found = told(text, VOCABULARY)
    said = set(found.concepts) & set(VOCABULARY)
    outside = bool(said & {"undefined", "missing"})
    if not outside and not said & {"domain", "defined"}:
        return None
    try:
        known = function_of(found, text)
        if known is None or known[1]:
            return None
        function = known[0]
        if "取值范围" in text.source and not re.search(
            rf"自变量|{function.variable}\s*(?:\$|\\\))?\s*的?取值范围", text.source
        ):
            return None  # of y, or of nothing that is named
        conditions = conditions_of(function.body, function.variable)
        kind = _kind(said, outside=outside)
        if conditions is None or kind is None:
            return None
        if found.unread:
            return Unread(found.unread)
        domain = solution_set(conditions, function.variable)
    except FormulaError:
        return None
    if domain is None or kind not in ("domain",) and not _has(kind, domain):
        return None
    return Domain(function, conditions, domain, kind, text.language)


def _kind(said: set[str], *, outside: bool) -> str | None:
    asked = [k for k in KINDS if k in said]
    if not outside:
        return "domain" if not asked and "two" not in said else None
    if {"undefined", "missing"} <= said or "domain" in said or len(asked) > 1:
        return None
    if "two" in said and asked != ["sum"]:
        return None
    return asked[0] if asked else "undefined"


def _has(kind: str, domain: sp.Set) -> bool:
    """Whether what is outside of the domain is as the question supposes."""
    rest = sp.S.Reals - domain
    if kind in ("largest", "smallest"):
        end = rest.sup if kind == "largest" else rest.inf
        return rest is not sp.S.EmptySet and bool(end.is_finite) and rest.contains(end) == sp.true
    return isinstance(rest, sp.FiniteSet) or (rest is sp.S.EmptySet and kind == "count")


@dataclass(frozen=True, slots=True)
class Domain:
    """The `domain` of a function, or what is outside of it, as `kind` says."""

    function: Function
    conditions: tuple[Condition, ...]
    domain: sp.Set
    kind: str
    language: Language

    def _outside(self) -> list[sp.Expr]:
        rest = sp.S.Reals - self.domain
        return sorted(rest, key=lambda p: float(p.evalf(20))) if isinstance(rest, sp.FiniteSet) else []

    def _value(self) -> sp.Expr | None:
        rest, points = sp.S.Reals - self.domain, self._outside()
        match self.kind:
            case "count":
                return sp.Integer(len(points))
            case "sum":
                return sp.simplify(sum(points, sp.S.Zero))
            case "largest":
                return rest.sup
            case "smallest":
                return rest.inf
        return None

    def solution(self) -> Solution:
        """Each condition with its solution, then all of them together."""
        say, x, steps = self.language, self.function.variable, list[str]()
        for condition in self.conditions:
            found = set_latex(solution_set(condition.whole, x))
            steps.append(
                WORDS[condition.sign].say(say, part=to_latex(condition.part), found=rf"{x}\in {found}")
            )
        if not self.conditions:
            steps.append(WORDS["nothing"].say(say, x=x))
        elif len(self.conditions) > 1:
            steps.append(WORDS["all"].say(say, x=x, domain=set_latex(self.domain)))
        points, value = self._outside(), self._value()
        if self.kind != "domain":
            shown = ",\\ ".join(f"{x}={exact_latex(p)}" for p in points)
            rest = rf"{x}\in {set_latex(sp.S.Reals - self.domain)}"
            if shown or self.kind in ("largest", "smallest"):
                steps.append(WORDS["rest" if shown else "rest_set"].say(say, points=shown or rest))
        if value is not None:
            terms = "+".join(
                exact_latex(p)
                if k == 0 or not exact_latex(p).startswith("-")
                else rf"\left({exact_latex(p)}\right)"
                for k, p in enumerate(points)
            )
            if self.kind != "sum" or len(points) > 1:
                steps.append(WORDS[self.kind].say(say, terms=terms, value=exact_latex(value)))
        return Solution(tuple(steps), self._cell())

    def _cell(self) -> str:
        x, lines = python_name(self.function.variable), [comment(WORDS["note"].say(self.language))]
        parts = list[str]()
        for condition in self.conditions:
            part = to_python(condition.part)
            parts.append(
                f"S.Reals - solveset({part}, {x}, S.Reals)"
                if condition.sign == "!="
                else f"solve_univariate_inequality({part} {condition.sign} 0, {x}, relational=False)"
            )
        if len(parts) > 1:
            lines.append("sets = [\n" + "".join(f"    {part},\n" for part in parts) + "]")
            lines.append("domain = Intersection(*sets)")
        else:
            lines.append(f"domain = {parts[0] if parts else 'S.Reals'}")
        last = {
            "domain": f"domain.as_relational({x})",
            "undefined": "list(S.Reals - domain)",
            "count": "len(S.Reals - domain)",
            "sum": "simplify(sum(S.Reals - domain))",
            "largest": "(S.Reals - domain).sup",
            "smallest": "(S.Reals - domain).inf",
        }[self.kind]
        lines.append(last)
        return cell(*lines, variables=(self.function.variable,), assumptions="real=True")

    def conclude(self, value: Any) -> Conclusion | None:
        """The set as intervals, the numbers, or one number; None where the cell's value is another one."""
        if self.kind == "domain":
            found = as_set(value, self.function.variable)
            if found is None or found != self.domain:
                return None
            answer = set_latex(found)
        elif self.kind == "undefined":
            if not isinstance(value, list) or {sp.simplify(v) for v in value} != {
                sp.simplify(p) for p in self._outside()
            }:
                return None
            answer = exact_latex(self._outside())
        else:
            known = self._value()
            if not isinstance(value, sp.Expr) or known is None or sp.simplify(value - known) != 0:
                return None
            answer = exact_latex(known)
        if answer is None:
            return None
        return Conclusion(SENTENCES[self.kind].say(self.language, answer=answer), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """Membership and truth must agree at numbers in every part and at every end."""
        critical = critical_points(self.conditions, self.function.variable)
        if critical is None:
            return None
        lines = self._defined()
        if self.kind == "domain":
            given = read_set(answer, self.function.variable)
            if given is None:
                return None
            ends = sorted(
                {*critical, *(b for b in given.boundary if b.is_finite)}, key=lambda p: float(p.evalf(30))
            )
            points = [
                p for pair in zip(between(ends), [*ends, None], strict=True) for p in pair if p is not None
            ]
            lines.append(f"points = {exact_source(points)}")
            lines.append(f"claimed = {[given.contains(p) == sp.true for p in points]}")
            lines.append("[defined(S(p)) for p in points] == claimed")
        else:
            values = values_in(answer)
            if values is None or any(not isinstance(v, sp.Expr) or not v.is_real for v in values):
                return None
            ends = [
                p
                for pair in zip(between(critical), [*critical, None], strict=True)
                for p in pair
                if p is not None
            ]
            lines.append(f"points = {exact_source(ends)}")
            lines.append("gaps = [p for p in points if not defined(S(p))]")
            lines.append(self._claim(list(values)))
        claim = SENTENCES[self.kind].say(self.language, answer=answer)
        return CheckPlan(claim, WORDS["method"].say(self.language), cell(*lines))

    def _claim(self, values: list[sp.Expr]) -> str:
        shown = exact_source(values)
        match self.kind:
            case "undefined":
                return f"len(gaps) == len({shown}) and all(any(simplify(p - q) == 0 for q in gaps) for p in {shown})"
            case "count":
                return f"[len(gaps)] == {shown}"
            case "sum":
                return f"simplify(sum(gaps) - ({exact_source(values[0])})) == 0 and len({shown}) == 1"
        test = ">" if self.kind == "largest" else "<"
        given = exact_source(values[0])
        return f"not defined(S({given})) and not any(bool(p {test} {given}) for p in gaps)"

    def _defined(self) -> list[str]:
        x = python_name(self.function.variable)
        tests = [f"bool(simplify({to_python(c.part)}) {c.sign} 0)" for c in self.conditions] or ["True"]
        return [f"def defined({x}):", "    return " + " and ".join(tests), ""]


def as_set(value: Any, variable: str) -> sp.Set | None:
    """The set that a relation in the variable describes."""
    if isinstance(value, bool):
        return sp.S.Reals if value else sp.S.EmptySet
    if not isinstance(value, sp.logic.boolalg.Boolean):
        return None
    real = {s: sp.Symbol(variable, real=True) for s in value.free_symbols}
    try:
        return sp.simplify(value.subs(real)).as_set()
    except (NotImplementedError, ValueError):
        return None
