"""Proportional letters: the constant from one set of values, then another value, the constant, or the formula.

Read: two to four letters, powers, roots and shifted letters (y与x-1成反比例). Declined: a square root of which the sign is open,
values at which a product is 0, several questions.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.formula import (
    FormulaError,
    Node,
    Unworkable,
    parse,
    python_name,
    symbol_latex,
    to_latex,
    to_python,
    to_sympy,
)
from solver.formula.nodes import Binary, Relation, symbols
from solver.latex import exact_latex, values_in
from solver.ports import CheckPlan, Language
from solver.topics.base import Conclusion, Reading, Solution, Text, Unread, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.functions.proportionality.reading import Given, given_in
from solver.topics.settled import with_values

WORDS: Final = {
    "direct": Words("Directly proportional means: the quotient stays the same. So with a constant \\({k}\\): \\[{law}\\]", "成正比例，就是比值不变。设比例系数为 \\({k}\\)：\\[{law}\\]"),
    "inverse": Words("Inversely proportional means: the product stays the same. So with a constant \\({k}\\): \\[{law}\\]", "成反比例，就是乘积不变。设比例系数为 \\({k}\\)：\\[{law}\\]"),
    "joint": Words("What is directly proportional stands above the line, what is inversely proportional below it. So with a constant \\({k}\\): \\[{law}\\]", "成正比例的量写在分子，成反比例的量写在分母。设比例系数为 \\({k}\\)：\\[{law}\\]"),
    "known": Words("Put in the known values {values} to find the constant: \\[{put}\\] so \\({k}={value}\\).", "把已知的 {values} 代入，求比例系数：\\[{put}\\] 得 \\({k}={value}\\)。"),
    "law": Words("So the law is \\[{law}\\]", "所以关系式是 \\[{law}\\]"),
    "formula": Words("Solve for \\({y}\\): \\[{formula}\\]", "解出 \\({y}\\)：\\[{formula}\\]"),
    "asked": Words("Now put in {values}: \\[{put}\\] so \\({target}={value}\\).", "再把 {values} 代入：\\[{put}\\] 得 \\({target}={value}\\)。"),
    "positive": Words("Two numbers fit; the positive one is asked for: \\({target}={value}\\).", "有两个数符合，题目要正数：\\({target}={value}\\)。"),
    "code_constant": Words("the constant, from the known values", "由已知的值求比例系数"),
    "code_asked": Words("the value that is asked for", "求所问的值"),
    "answer": Words("The answer is \\({answer}\\).", "答案是 \\({answer}\\)。"),
    "claim": Words("\\({answer}\\) is what is asked for", "\\({answer}\\) 是所求"),
    "method": Words("compared both sets of values by cross multiplication, without the constant", "不用比例系数，把两组值交叉相乘比较"),
    "method_formula": Words("put the known values into the answer, and looked whether it follows the law", "把已知的值代入答案，并检验是否符合比例关系"),
}  # fmt: skip


def read(text: Text) -> Reading:
    """A law between letters, values for all of them, one question."""
    try:
        given = given_in(text.source)
    except Unworkable:
        raise
    except FormulaError:
        return Unread((text.source,))
    if given is None or isinstance(given, tuple):
        return None if given is None else Unread(given)
    letters = given.law.letters()
    if len(letters) != 1 + len(given.law.over) + len(given.law.under) or letters & {"e", "i"}:
        return None
    if {n for n, _ in given.known} != letters:
        return None
    if given.wanted not in ("constant", "formula") and {n for n, _ in given.values} != letters - {
        given.wanted
    }:
        return None
    task = Proportion(given, text.language)
    return task if task.is_clear() else None


def _product(nodes: tuple[Node, ...], values: dict[str, sp.Expr]) -> sp.Expr:
    return sp.Mul(*(to_sympy(n, values) for n in nodes))


@dataclass(frozen=True, slots=True)
class Proportion:
    """What is wanted of a law with one known set of values."""

    given: Given
    language: Language

    @property
    def _k(self) -> str:
        """A name for the constant."""
        return next(n for n in "kcmqt" if n not in self.given.law.letters())

    def _values(self, pairs: tuple[tuple[str, Node], ...]) -> dict[str, sp.Expr]:
        return {name: to_sympy(node) for name, node in pairs}

    def _constant(self) -> sp.Expr:
        law, values = self.given.law, self._values(self.given.known)
        left = to_sympy(law.left, values) * _product(law.under, values)
        return sp.simplify(left / _product(law.over, values))

    def is_clear(self) -> bool:
        """Whether there is one answer: no product is 0, no sign is left open."""
        law, values = self.given.law, self._values(self.given.known)
        parts = [to_sympy(n, values) for n in (law.left, *law.over, *law.under)]
        if not all(p.is_real and p.is_nonzero for p in parts):
            return False
        if self.given.wanted == "constant":
            return True
        if self.given.wanted == "formula":
            y = sp.Symbol(self._left_letter())
            return bool(sp.Poly(to_sympy(law.left, {self._left_letter(): y}), y).degree() == 1)
        values = self._values(self.given.values)
        parts = [
            to_sympy(n, values)
            for n in (law.left, *law.over, *law.under)
            if self.given.wanted not in symbols(n)
        ]
        return all(p.is_real and p.is_nonzero for p in parts) and len(self._targets()) == 1

    def _left_letter(self) -> str:
        return next(iter(symbols(self.given.law.left)))

    def _solved(self) -> list[sp.Expr]:
        law, target = self.given.law, sp.Symbol(self.given.wanted, real=True)
        values = {**self._values(self.given.values), self.given.wanted: target}
        left = to_sympy(law.left, values) * _product(law.under, values)
        return [
            sp.simplify(s) for s in sp.solve(left - self._constant() * _product(law.over, values), target)
        ]

    def _targets(self) -> list[sp.Expr]:
        found = self._solved()
        return [s for s in found if s > 0] if len(found) > 1 and self.given.positive else found

    def _law(self, constant: Node) -> Relation:
        """The law with the constant: left = k·over/under."""
        law = self.given.law
        top = constant
        for node in law.over:
            top = _binary("*", top, node)
        if law.under:
            bottom = law.under[0]
            for node in law.under[1:]:
                bottom = _binary("*", bottom, node)
            top = _binary("/", top, bottom)
        return Relation(("=",), (law.left, top))

    def solution(self) -> Solution:
        """The law, its constant, and what is asked."""
        say, k, given = self.language, self._k, self.given
        constant, law = self._constant(), self._law(parse(self._k))
        kind = (
            "joint"
            if len(given.law.over) + len(given.law.under) > 1
            else "direct"
            if given.law.over
            else "inverse"
        )
        known = self._values(given.known)
        put = to_latex(with_values(law, known)) if _rational(known) else to_latex(law)
        steps = [
            WORDS[kind].say(say, k=k, law=to_latex(law)),
            WORDS["known"].say(say, values=_listed(known, say), put=put, k=k, value=exact_latex(constant)),
        ]
        names = {n: python_name(n) for n in sorted(given.law.letters())}
        lines = [
            f"law = Eq({to_python(law.sides[0])}, {to_python(law.sides[1])})",
            comment(WORDS["code_constant"].say(say)),
            f"constant = solve(law.subs({_source(known, names)}), {k})[0]",
        ]
        closed = self._law(parse(sp.latex(constant)))
        match given.wanted:
            case "constant":
                lines.append("constant")
            case "formula":
                steps.append(WORDS["law"].say(say, law=to_latex(closed)))
                y = self._left_letter()
                formula = f"{symbol_latex(y)}={exact_latex(self._formula())}"
                if to_latex(closed).replace(" ", "") != formula.replace(" ", ""):
                    steps.append(WORDS["formula"].say(say, y=symbol_latex(y), formula=formula))
                lines += [
                    comment(WORDS["code_asked"].say(say)),
                    f"solve(law.subs({k}, constant), {names[y]})[0]",
                ]
            case target:
                values = self._values(given.values)
                put = to_latex(with_values(closed, values)) if _rational(values) else to_latex(closed)
                steps.append(WORDS["law"].say(say, law=to_latex(closed)))
                answer, found = exact_latex(self._targets()[0]), self._solved()
                shown = {
                    "target": symbol_latex(target),
                    "value": " \\text{ / } ".join(map(exact_latex, found)),
                }
                steps.append(WORDS["asked"].say(say, values=_listed(values, say), put=put, **shown))
                if len(found) > 1:
                    steps.append(WORDS["positive"].say(say, target=symbol_latex(target), value=answer))
                lines += [comment(WORDS["code_asked"].say(say)), f"values = {_source(values, names)}"]
                solving = f"solve(law.subs({k}, constant).subs(values), {names[target]})"
                lines.append(f"{solving}[0]" if len(found) == 1 else f"[s for s in {solving} if s > 0][0]")
        return Solution(tuple(steps), cell(*lines, variables={*names, k}, assumptions="real=True"))

    def _formula(self) -> sp.Expr:
        y = sp.Symbol(self._left_letter())
        left = to_sympy(self.given.law.left, {self._left_letter(): y})
        law = self.given.law
        right = self._constant() * _product(law.over, {}) / _product(law.under, {})
        return sp.solve(left - right, y)[0]

    def conclude(self, value: Any) -> Conclusion | None:
        """A number, or y = …."""
        if not isinstance(value, sp.Expr) or value.has(sp.Float, sp.nan, sp.zoo):
            return None
        answer = exact_latex(value)
        if self.given.wanted == "formula":
            answer = f"{symbol_latex(self._left_letter())}={answer}"
        return Conclusion(WORDS["answer"].say(self.language, answer=answer), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """Cross multiplication; a formula has to give the known values and to follow the law."""
        claim = WORDS["claim"].say(self.language, answer=answer)
        if self.given.wanted == "formula":
            source = self._formula_check(answer)
            return CheckPlan(claim, WORDS["method_formula"].say(self.language), source) if source else None
        values = values_in(answer)
        if (
            values is None
            or len(values) != 1
            or not isinstance(values[0], sp.Expr)
            or not values[0].is_number
        ):
            return None
        law = self.given.law
        top = "*".join(f"({to_python(n)})" for n in law.over) or "1"
        side = "*".join(f"({to_python(n)})" for n in (law.left, *law.under))
        names = {n: python_name(n) for n in sorted(law.letters())}
        first = _source(self._values(self.given.known), names)
        lines = [f"left, right = {side}, S({top})", f"first = {first}"]
        if self.given.wanted == "constant":
            lines.append(f"simplify(left.subs(first) - ({exact_source(values[0])})*right.subs(first)) == 0")
        else:
            second = {**self._values(self.given.values), self.given.wanted: values[0]}
            lines.append(f"second = {_source(second, names)}")
            sign = f" and {exact_source(values[0])} > 0" if len(self._solved()) > 1 else ""
            lines.append(
                f"simplify(left.subs(first)*right.subs(second) - left.subs(second)*right.subs(first)) == 0{sign}"
            )
        return CheckPlan(
            claim,
            WORDS["method"].say(self.language),
            cell(*lines, variables=law.letters(), assumptions="real=True"),
        )

    def _formula_check(self, answer: str) -> str | None:
        try:
            node = parse(answer)
        except FormulaError:
            return None
        y = self._left_letter()
        relation = node if isinstance(node, Relation) else Relation(("=",), (parse(y), node))
        law = self.given.law
        if relation.signs != ("=",) or not symbols(relation) <= law.letters() or y not in symbols(relation):
            return None
        names = {n: python_name(n) for n in sorted(law.letters())}
        quotient = "*".join(f"({to_python(n)})" for n in (law.left, *law.under))
        over = "*".join(f"({to_python(n)})" for n in law.over) or "1"
        lines = [
            f"found = solve(Eq({to_python(relation.sides[0])}, {to_python(relation.sides[1])}), {names[y]})",
            f"ratio = ({quotient})/({over})",
            f"known = {_source(self._values(self.given.known), names)}",
            f"len(found) == 1 and simplify(ratio.subs({names[y]}, found[0]) - ratio.subs(known)) == 0",
        ]
        return cell(*lines, variables=names, assumptions="real=True")


def _binary(op: str, left: Node, right: Node) -> Node:
    return Binary(op, left, right)


def _rational(values: dict[str, sp.Expr]) -> bool:
    return all(isinstance(v, sp.Rational) for v in values.values())


def _listed(values: dict[str, sp.Expr], language: Language) -> str:
    return ("，" if language == "zh" else ", ").join(
        f"\\({symbol_latex(n)}={exact_latex(v)}\\)" for n, v in values.items()
    )


def _source(values: dict[str, sp.Expr], names: dict[str, str]) -> str:
    return "{" + ", ".join(f"{names[n]}: {exact_source(v)}" for n, v in values.items()) + "}"
