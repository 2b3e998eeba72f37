"""A letter in the limits or in the integrand of a definite integral whose value is given: ∫₀ᵏ 2x dx = 9, what is k?

Read: one integral with one letter, its value, and conditions on the letter (k > 0, "positive"). Not: integrals that are
not bounded, equations that are solved only approximately.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import mpmath  # type: ignore[import-untyped]
import sympy as sp

from solver.formula import Node, python_name, to_latex, to_python, to_sympy
from solver.formula.nodes import Apply, Blank, Integral, Relation, Symbol, symbols, walk
from solver.latex import exact_latex, latex, values_in
from solver.ports import CheckPlan, Language
from solver.reader import account
from solver.reader.account import ASK, IS
from solver.topics.base import Conclusion, Reading, Solution, Text, Unread, Words
from solver.topics.calculus.integrals.rules import antiderivative
from solver.topics.cells import cell, comment, exact_source

VOCABULARY: Final = {
    "positive": "positive|positive constant|positive number|positive real number|正|正数|正实数|正的|为正数|是正数",
    "negative": "negative|negative constant|negative number|负|负数|负实数|为负数|是负数",
    "": "constant|constants|number|real|real number|real numbers|integral|definite integral|the integral|solve for|possible|all|all possible|values|such|where|unknown|parameter|some"
    "|常数|实数|定积分|积分|的值是|取值|参数|可能|可能的|所有|使得|a",
}
WORDS: Final = {
    "newton": Words("With the antiderivative \\(F({x})={F}\\), by the fundamental theorem of calculus: \\[{problem}=F\\left({b}\\right)-F\\left({a}\\right)={value}\\]",
                    "取原函数 \\(F({x})={F}\\)，由牛顿–莱布尼茨公式：\\[{problem}=F\\left({b}\\right)-F\\left({a}\\right)={value}\\]"),
    "equation": Words("This has to be \\({c}\\), an equation for \\({k}\\): \\[{value}={c}\\]", "它应等于 \\({c}\\)，得到关于 \\({k}\\) 的方程：\\[{value}={c}\\]"),
    "factored": Words("Everything on one side and factored: \\[{before}\\]", "移项并分解因式：\\[{before}\\]"),
    "seen": Words("\\({solution}\\) fits, as putting in shows. There is no other: from the lower limit on \\({f}\\) is positive, so the left side grows with \\({k}\\).",
                  "代入可知 \\({solution}\\) 满足方程。又因为在下限右侧 \\({f}\\) 恒为正，左边随 \\({k}\\) 增大而增大，所以没有其他解。"),
    "solved": Words("The solutions are \\({solutions}\\).", "解得 \\({solutions}\\)。"),
    "kept": Words("Of these \\({conditions}\\) leaves \\({solutions}\\).", "由 \\({conditions}\\)，取 \\({solutions}\\)。"),
    "code": Words("the integral with the letter, then the equation", "先求含字母的积分，再解方程"),
    "answer": Words("So \\({answer}\\).", "所以 \\({answer}\\)。"),
    "claim": Words("with \\({answer}\\) the integral has the value \\({c}\\)", "当 \\({answer}\\) 时，积分的值是 \\({c}\\)"),
    "method": Words("the integral with this value was added up numerically", "代入后用数值积分验证"),
}  # fmt: skip


def read_unknown(text: Text) -> Reading:
    """An integral with its value, and the letter asked for."""
    found = account(text.source, VOCABULARY)
    equations = [n for n in found.nodes if any(isinstance(part, Integral) for part in walk(n))]
    if len(equations) != 1:
        return None
    parts = _parted(equations[0], found.nodes, found.concepts)
    if parts is None:
        return None
    integral, value, rest = parts
    if integral.lower is None or integral.upper is None:
        return None
    letters = (symbols(integral) | symbols(value)) - {integral.variable.name, "e", "i"}
    if len(letters) != 1 or symbols(value) - {"e"} or "i" in symbols(integral.body):
        return None
    letter = next(iter(letters))
    conditions, asked = list[Relation](), False
    for node in rest:
        match node:
            case Symbol(name) if name == letter:
                asked = True
            case Relation(("=",), (Symbol(name), Blank())) if name == letter:
                asked = True
            case Relation() if symbols(node) == {letter} and "=" not in node.signs:
                conditions.append(node)
            case _:
                return None
    if not asked:
        return None
    if found.unread:
        return Unread(found.unread)
    sign = 1 if found.has("positive") else -1 if found.has("negative") else 0
    task = UnknownLetter(integral, value, letter, tuple(conditions), sign, text.language)
    return task if task.kept() else None


def _parted(
    node: Node, nodes: Sequence[Node], concepts: Sequence[str]
) -> tuple[Integral, Node, list[Node]] | None:
    """The integral, its value, and the other formulas."""
    others = [n for n in nodes if n is not node]
    match node:
        case Relation(("=",), (Integral() as integral, value)) | Relation(
            ("=",), (value, Integral() as integral)
        ):
            pass
        case Integral():
            at = list(concepts).index(f"#{list(nodes).index(node)}")
            behind = [c for c in concepts[at + 1 : at + 4] if c != ""]
            if behind[:1] != [IS] or len(behind) < 2 or behind[1][:1] != "#":
                return None
            integral, value = node, nodes[int(behind[1][1:])]
            others = [n for n in others if n is not value]
        case _:
            return None
    if isinstance(value, Relation | Blank) or ASK not in concepts and not others:
        return None
    if any(isinstance(n, Integral | Apply | Relation) for part in (integral.body, value) for n in walk(part)):
        return None
    return integral, value, others


@dataclass(frozen=True, slots=True)
class UnknownLetter:
    """`integral` = `value`, to be solved for `letter` under `conditions` and with the `sign` that is wanted."""

    integral: Integral
    value: Node
    letter: str
    conditions: tuple[Relation, ...]
    sign: int
    language: Language

    def _symbols(self) -> tuple[sp.Symbol, sp.Symbol]:
        return sp.Symbol(self.integral.variable.name), sp.Symbol(self.letter)

    def _limits(self) -> tuple[Node, Node]:
        assert self.integral.lower is not None and self.integral.upper is not None
        return self.integral.lower, self.integral.upper

    def _found(self) -> tuple[tuple[tuple[str, ...], sp.Expr], sp.Expr] | None:
        """How the antiderivative is found, and the integral as an expression in the letter."""
        x, _ = self._symbols()
        f = to_sympy(self.integral.body)
        if not isinstance(f, sp.Expr):
            return None
        told = antiderivative(f, x, self.language)
        if told is None:
            return None
        lower, upper = (to_sympy(e) for e in self._limits())
        primitive = told[1]
        for bars in primitive.atoms(
            sp.Abs
        ):  # an integrand that is bounded between the limits keeps this sign
            inner = bars.args[0]
            if not any(inner.subs(x, end).is_positive for end in (lower, upper)):
                return None
            primitive = primitive.subs(bars, inner)
        found = (told[0], primitive)
        at = [sp.expand(primitive.subs(x, end)) for end in (upper, lower)]
        value = sp.simplify(at[0] - at[1])
        return None if value.has(sp.zoo, sp.nan, sp.oo, sp.Abs, sp.Piecewise) else (found, value)

    def solutions(self) -> tuple[sp.Expr, ...]:
        """All real solutions of the equation; none where they are not all found exactly."""
        found = self._found()
        if found is None:
            return ()
        k = sp.Symbol(self.letter, real=True)
        difference = (found[1] - to_sympy(self.value)).subs(sp.Symbol(self.letter), k)
        if self.letter in symbols(self.integral.body) and not sp.Poly(difference, k).is_linear:
            return ()
        try:
            solved = sp.solveset(difference, k, sp.S.Reals)
        except (NotImplementedError, ValueError, TypeError):
            return ()
        if not isinstance(solved, sp.FiniteSet):
            return self._by_growth(difference, k)
        if len(solved) > 6:
            return ()
        if any(s.has(sp.LambertW, sp.CRootOf) or s.free_symbols for s in solved):
            return ()
        return tuple(sorted((sp.simplify(s) for s in solved), key=lambda s: float(s.evalf())))

    def _is_seen(self) -> bool:
        """Whether no formula gives the solution, but growth shows that it is the only one."""
        found, k = self._found(), sp.Symbol(self.letter, real=True)
        if found is None:
            return False
        difference = (found[1] - to_sympy(self.value)).subs(sp.Symbol(self.letter), k)
        return not isinstance(sp.solveset(difference, k, sp.S.Reals), sp.FiniteSet)

    def _by_growth(self, difference: sp.Expr, k: sp.Symbol) -> tuple[sp.Expr, ...]:
        """A solution that is seen, and the only one: above the lower limit the integrand is positive."""
        x, letter = self._symbols()
        lower, upper = (to_sympy(e) for e in self._limits())
        if (
            upper != letter
            or lower.free_symbols
            or not any(self._is_above(c, lower) for c in self.conditions)
        ):
            return ()
        t = sp.Symbol("t", real=True)
        try:
            low = sp.solveset(to_sympy(self.integral.body).subs(x, t) <= 0, t, sp.Interval.open(lower, sp.oo))
        except (NotImplementedError, ValueError, TypeError):
            return ()
        if low != sp.S.EmptySet:
            return ()
        seen = [sp.Rational(n, 2) for n in range(1, 41)] + [sp.E, sp.E**2, sp.pi, sp.sqrt(2), sp.sqrt(3)]
        return tuple(v for v in seen if v > lower and sp.simplify(difference.subs(k, v)) == 0)

    def _is_above(self, condition: Relation, low: sp.Expr) -> bool:
        match condition:
            case Relation((">" | ">=",), (Symbol(), bound)) | Relation(("<" | "<=",), (bound, Symbol())):
                return bool(to_sympy(bound) >= low)
        return False

    def kept(self) -> tuple[sp.Expr, ...]:
        """The solutions that the conditions allow and for which the integrand is bounded between the limits."""
        return tuple(s for s in self.solutions() if self._is_allowed(s) and self._holds(s))

    def _is_allowed(self, value: sp.Expr) -> bool:
        _, k = self._symbols()
        if self.sign and sp.sign(value) != self.sign:
            return False
        return all(bool(to_sympy(c).subs(k, value)) for c in self.conditions)

    def _holds(self, value: sp.Expr) -> bool:
        x, k = self._symbols()
        f = to_sympy(self.integral.body).subs(k, value)
        ends = [to_sympy(e).subs(k, value) for e in self._limits()]
        try:
            total, error = mpmath.quad(
                sp.lambdify(x, f, "mpmath"), [mpmath.mpf(sp.N(e, 20)) for e in ends], error=True
            )
        except (ValueError, TypeError, ZeroDivisionError):
            return False
        wanted = mpmath.mpf(sp.N(to_sympy(self.value), 20))
        return not isinstance(total, mpmath.mpc) and error < 1e-8 and abs(total - wanted) < 1e-7 * (1 + abs(wanted))  # fmt: skip

    def _names(self, values: Sequence[sp.Expr]) -> str:
        return ",\\ ".join(f"{latex(self._symbols()[1])}={exact_latex(v)}" for v in values)

    def solution(self) -> Solution:
        """The integral as an expression in the letter, and the equation."""
        say, (x, k), found = self.language, self._symbols(), self._found()
        assert found is not None
        (told, value), c = found, to_latex(self.value)
        steps = list(told[0])
        ends = [to_latex(e) for e in self._limits()]
        steps.append(
            WORDS["newton"].say(
                say,
                x=latex(x),
                F=latex(told[1]),
                problem=to_latex(self.integral),
                a=ends[0],
                b=ends[1],
                value=latex(value),
            )
        )
        steps.append(WORDS["equation"].say(say, c=c, k=latex(k), value=latex(value)))
        factored = sp.factor(value - to_sympy(self.value))
        if isinstance(factored, sp.Mul | sp.Pow) and factored.is_polynomial(k):
            steps.append(WORDS["factored"].say(say, before=f"{latex(factored)}=0"))
        if self._is_seen():
            steps.append(
                WORDS["seen"].say(
                    say, k=latex(k), solution=self._names(self.kept()), f=to_latex(self.integral.body)
                )
            )
        steps.append(WORDS["solved"].say(say, solutions=self._names(self.solutions())))
        if len(self.kept()) < len(self.solutions()):
            said = [to_latex(r) for r in self.conditions]
            if self.sign:
                said.append(f"{latex(k)}{'>' if self.sign > 0 else '<'}0")
            if said:
                conditions = ",\\ ".join(said)
                steps.append(
                    WORDS["kept"].say(say, conditions=conditions, solutions=self._names(self.kept()))
                )
        name = python_name(self.letter)
        limits = ", ".join(map(to_python, self._limits()))
        equation = f"value - ({to_python(self.value)})"
        if self._is_seen():
            lines = [
                f"[v for v in [{exact_source(self.kept()[0])}] if simplify(({equation}).subs({name}, v)) == 0]"
            ]
        else:
            several = len(self.solutions()) > 1
            solved = f"solve({equation}, {name})"
            all_kept = self.kept() == self.solutions()
            lines = [
                f"values = sorted({solved}, key=lambda v: N(v))" if several else f"values = {solved}",
                "values" if all_kept else f"[v for v in values if {self._condition('v')}]",
            ]
        source = cell(
            comment(WORDS["code"].say(say)),
            f"F = integrate({to_python(self.integral.body)}, {python_name(x.name)})",
            f"start, end = {limits}",
            f"value = F.subs({python_name(x.name)}, end) - F.subs({python_name(x.name)}, start)",
            *lines,
            variables=(symbols(self.integral) - {"e"}) | {x.name},
            assumptions="real=True",
        )
        return Solution(tuple(steps), source)

    def _condition(self, name: str) -> str:
        k = python_name(self.letter)
        said = [f"({to_python(c)}).subs({k}, {name})" for c in self.conditions]
        if self.sign:
            said.append(f"{name} {'>' if self.sign > 0 else '<'} 0")
        return " and ".join(said) or "True"

    def conclude(self, value: Any) -> Conclusion | None:
        """The letter's values."""
        values = list(value) if isinstance(value, list | tuple | sp.Tuple) else [value]
        if len(values) != len(self.kept()) or not all(isinstance(v, sp.Expr) for v in values):
            return None
        answer = self._names(values) if len(values) > 1 else exact_latex(values[0])
        return Conclusion(WORDS["answer"].say(self.language, answer=self._names(values)), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """Put in, and the integral added up numerically."""
        values = values_in(answer)
        if values is None or not all(isinstance(v, sp.Expr) and not v.free_symbols for v in values):
            return None
        (x, k), say = self._symbols(), self.language
        names = f"{python_name(k.name)}: v"
        ends = ", ".join(f"N(sympify({to_python(e)}).subs({{{names}}}), 20)" for e in self._limits())
        source = cell(
            f"f = {to_python(self.integral.body)}",
            f"values = {exact_source(list(values))}",
            f"totals = [Integral(sympify(f).subs({{{names}}}), ({python_name(x.name)}, {ends})).evalf() for v in values]",
            f"close = all(abs(total - N({to_python(self.value)})) < 1e-9 for total in totals)",
            f"allowed = all(bool({self._condition('v')}) for v in map(sympify, values))",
            f"close and allowed and len(set(values)) == {len(self.kept())}",
            variables=(symbols(self.integral) - {"e"}) | {x.name},
        )
        claim = WORDS["claim"].say(say, answer=self._names(values), c=to_latex(self.value))
        return CheckPlan(claim, WORDS["method"].say(say), source)
