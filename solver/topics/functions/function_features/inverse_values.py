"""Values of an inverse function: f^{-1}(33) of one function that takes each value once, also inside other expressions.

Read: one definition, and one expression in f and f⁻¹ at numbers. Not: letters, functions that take the value twice.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, Node, parse, python_name, to_latex, to_python, to_sympy
from solver.formula.nodes import Apply, Symbol, symbols, walk, with_children
from solver.latex import exact_latex, values_in
from solver.ports import CheckPlan, Language
from solver.topics.base import Conclusion, Reading, Solution, Text, Unread, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.equations.real_sets import between
from solver.topics.functions.function_features.conditions import conditions_of, holds, zeros
from solver.topics.functions.function_features.function import Function, function_of, told
from solver.topics.functions.inverse_functions import peeled
from solver.topics.functions.values import Definition

VOCABULARY: Final = {
    "inverse": "inverse|inverse of|inverse function|the inverse of|is the inverse|反函数|的反函数|是反函数",
    "value": "value of|函数值|值",
}
_INVERSE: Final = re.compile(
    r"(?<![A-Za-z\\])([a-zA-Z])\s*\^\s*(?:\{\s*-\s*1\s*\}|\(\s*-\s*1\s*\)|-\s*1)\s*(?:\\left)?(?=\()"
)
_BARE: Final = re.compile(
    r"\$?(?<![A-Za-z\\])[a-zA-Z]\s*\^\s*(?:\{\s*-\s*1\s*\}|\(\s*-\s*1\s*\)|-\s*1)\$?(?!\s*\()"
)
"""f^{-1} as a name."""
NAME: Final = "K"
"""What f⁻¹ is called while the formulas are read: a letter that no problem of this kind uses."""
WORDS: Final = {
    "solve": Words("\\({name}^{{-1}}({value})\\) is the number that \\({name}\\) sends to \\({value}\\): \\[{body}={value}\\] The only solution is \\({x}={root}\\), so \\({name}^{{-1}}({value})={root}\\).",
                   "\\({name}^{{-1}}({value})\\) 就是使 \\({name}({x})={value}\\) 的 \\({x}\\)：\\[{body}={value}\\] 唯一的解是 \\({x}={root}\\)，所以 \\({name}^{{-1}}({value})={root}\\)。"),
    "put": Words("Put \\({value}\\) into the function: \\[{name}({value})={result}\\]", "代入函数：\\[{name}({value})={result}\\]"),
    "together": Words("Put these values in: \\[{asked}={result}\\]", "代入这些值：\\[{asked}={result}\\]"),
    "note": Words("solve f(x) = value for the inverse", "解方程求反函数的值"),
    "answer": Words("So \\({asked}={answer}\\).", "所以 \\({asked}={answer}\\)。"),
    "method": Words("put the answer into the function, step by step", "把答案逐步代入函数检验"),
}  # fmt: skip


def read(text: Text) -> Reading:
    """An expression in values of f and of its inverse."""
    names = {m[1] for m in _INVERSE.finditer(text.source)}
    if len(names) != 1 or re.search(rf"(?<![A-Za-z\\]){NAME}(?![A-Za-z])", text.source):
        return None
    name = names.pop()
    source = _BARE.sub(" inverse ", _INVERSE.sub(NAME, text.source))
    found = told(Text(source, text.language, text.values), VOCABULARY, functions=frozenset({NAME, name}))
    try:
        known = function_of(found, text)
        if known is None or known[0].name[:1] != name:
            return None
        asked = [n for n in known[1] if not _is_inverse_itself(n)]
        if len(asked) != 1 or any(
            isinstance(n, Apply) and n.name not in (NAME, name) for n in walk(asked[0])
        ):
            return None
        if symbols(asked[0]) or not any(isinstance(n, Apply) and n.name == NAME for n in walk(asked[0])):
            return None
        if found.unread:
            return Unread(found.unread)
        task = InverseValue(known[0], asked[0], text.language)
        return task if task.steps_of() is not None else None
    except FormulaError:
        return None


def _is_inverse_itself(node: Node) -> bool:
    """f⁻¹(x) as a name."""
    return isinstance(node, Apply) and node.name == NAME and isinstance(node.argument, Symbol)


@dataclass(frozen=True, slots=True)
class Found:
    """One value on the way: `applied` to `argument` gives `result`."""

    inverse: bool
    argument: sp.Expr
    result: sp.Expr


@dataclass(frozen=True, slots=True)
class InverseValue:
    """The value of `asked`, in which f and its inverse (called `NAME`) are applied to numbers."""

    function: Function
    asked: Node
    language: Language

    def _x(self) -> sp.Symbol:
        return sp.Symbol(self.function.variable, real=True)

    def _f(self) -> sp.Expr:
        return to_sympy(self.function.body, {self.function.variable: self._x()})

    def _inverted(self, value: sp.Expr) -> sp.Expr | None:
        """The one number that the function sends to `value`; None where there is none, or more, or it is not found."""
        x = self._x()
        conditions = conditions_of(self.function.body, self.function.variable)
        numerator = sp.numer(sp.together(self._f() - value))
        found = zeros(sp.expand(numerator), x)
        if found is None or conditions is None:
            return None
        good = [
            r for r in found if holds(conditions, x, r) and sp.simplify(self._f().subs(x, r) - value) == 0
        ]
        return good[0] if len(good) == 1 and self._is_one_to_one() else None

    def _is_one_to_one(self) -> bool:
        """Whether the function rises all the way, falls all the way, or can be undone step by step."""
        x, f = self._x(), self._f()
        if f.is_polynomial(x):
            slope = sp.expand(sp.diff(f, x))
            flat = zeros(slope, x)
            signs = {sp.sign(slope.subs(x, p)) for p in between(flat)} if flat is not None else set()
            return len(signs) == 1
        return (
            peeled(Definition(self.function.name[:1], self.function.variable, self.function.body)) is not None
        )

    def steps_of(self) -> tuple[list[Found], sp.Expr] | None:
        """Values from the inside out, and the whole; None where one of them is not found."""
        found = list[Found]()

        def value(node: Node) -> Node:
            if not isinstance(node, Apply):
                return with_children(node, value)
            argument = sp.simplify(to_sympy(value(node.argument)))
            inverse = node.name == NAME
            result = self._inverted(argument) if inverse else self._applied(argument)
            if result is None:
                raise FormulaError("no such value")
            step = Found(inverse, argument, sp.simplify(result))
            if step not in found:
                found.append(step)
            return parse(f"({sp.sstr(step.result)})")

        try:
            whole = sp.simplify(to_sympy(value(self.asked)))
        except FormulaError:
            return None
        return (found, whole) if whole.is_real and whole.is_finite else None

    def _applied(self, argument: sp.Expr) -> sp.Expr | None:
        conditions = conditions_of(self.function.body, self.function.variable)
        if conditions is None or not holds(conditions, self._x(), argument):
            return None
        return self._f().subs(self._x(), argument)

    def _shown(self) -> str:
        name = self.function.name[:1]
        return re.sub(
            rf"(?<![A-Za-z\\]){NAME}(?=\s*(?:\\left)?\()", lambda _: f"{name}^{{-1}}", to_latex(self.asked)
        )

    def solution(self) -> Solution:
        """Each value from the inside out."""
        known = self.steps_of()
        assert known is not None
        say, name, x = self.language, self.function.name[:1], self.function.variable
        steps = list[str]()
        for step in known[0]:
            argument, result = exact_latex(step.argument), exact_latex(step.result)
            if step.inverse:
                steps.append(
                    WORDS["solve"].say(
                        say, name=name, value=argument, body=to_latex(self.function.body), x=x, root=result
                    )
                )
            else:
                steps.append(WORDS["put"].say(say, name=name, value=argument, result=result))
        if not isinstance(self.asked, Apply):
            steps.append(WORDS["together"].say(say, asked=self._shown(), result=exact_latex(known[1])))
        return Solution(tuple(steps), self._cell())

    def _cell(self) -> str:
        x, note = python_name(self.function.variable), comment(WORDS["note"].say(self.language))
        lines = [f"f = {to_python(self.function.body)}", note]
        lines.append(f"def inverse(value):\n    return solve(f - value, {x})[0]\n")
        call = self._call()
        if "apply(" in call:
            lines.append(f"def apply(value):\n    return f.subs({x}, value)\n")
        lines.append(f"simplify({call})")
        return cell(*lines, variables=(self.function.variable,), assumptions="real=True")

    def _call(self) -> str:
        """The expression with calls of `inverse` and `apply`."""

        def source(node: Node) -> Node:
            if not isinstance(node, Apply):
                return with_children(node, source)
            name = f"call_{len(calls)}"
            calls.append("")
            inner = to_python(source(node.argument))
            argument = inner if "call_" in inner else f"S({inner})"
            calls[int(name[5:])] = f"{'inverse' if node.name == NAME else 'apply'}({argument})"
            return Symbol(name)

        calls = list[str]()
        whole = to_python(source(self.asked))
        while "call_" in whole:
            whole = re.sub(r"call_(\d+)", lambda m: calls[int(m[1])], whole)
        return whole

    def conclude(self, value: Any) -> Conclusion | None:
        """One number; None where the cell found another."""
        known = self.steps_of()
        if known is None or not isinstance(value, sp.Expr) or sp.simplify(value - known[1]) != 0:
            return None
        answer = exact_latex(known[1])
        return Conclusion(WORDS["answer"].say(self.language, asked=self._shown(), answer=answer), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """Each value of the inverse is put into the function."""
        values, known = values_in(answer), self.steps_of()
        if values is None or len(values) != 1 or not isinstance(values[0], sp.Expr) or known is None:
            return None
        x, say = python_name(self.function.variable), self.language
        lines = [f"def f({x}):\n    return {to_python(self.function.body)}\n"]
        if isinstance(self.asked, Apply) and self.asked.name == NAME:
            target = next(s.argument for s in known[0] if s.inverse and s.result == known[1])
            lines.append(f"answer = S({exact_source(values[0])})")
            lines.append(f"simplify(f(answer) - ({exact_source(target)})) == 0")
        else:
            pairs = [(s.result, s.argument) if s.inverse else (s.argument, s.result) for s in known[0]]
            lines.append(f"pairs = {exact_source(pairs)}")
            lines.append("right = all(simplify(f(S(a)) - b) == 0 for a, b in pairs)")
            lines.append(
                f"right and simplify(S({exact_source(known[1])}) - ({exact_source(values[0])})) == 0"
            )
        claim = WORDS["answer"].say(say, asked=self._shown(), answer=answer)
        return CheckPlan(claim, WORDS["method"].say(say), cell(*lines))
