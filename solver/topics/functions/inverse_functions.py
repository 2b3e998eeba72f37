"""The inverse of a function, and whether two functions are inverses of each other.

Read: one definition whose variable occurs once (sums, products, odd powers and roots, square roots, exponentials, logarithms
around it), or a quotient of linear expressions. Not: functions that take a value twice, values of an inverse.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, Node, to_latex, to_python, to_sympy
from solver.formula.nodes import Apply, Binary, Call, Negative, Number, Relation, Symbol, symbols, walk
from solver.latex import exact_latex, values_in
from solver.ports import CheckPlan, Language
from solver.reader import account
from solver.topics.base import Conclusion, Reading, Solution, Text, Unread, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.clauses import number
from solver.topics.functions.values import Definition
from solver.topics.yes_no import NO, YES

VOCABULARY: Final = {
    "inverse": "inverse|inverse of|inverse function|inverse function of|the inverse of|反函数|的反函数",
    "inverses": "inverses|are inverses|inverses of each other|are inverses of each other|inverse functions|互为反函数|是否互为反函数",
    "function": "given by|is given by|defined by|is defined by|functions?|one to one function|given functions?|the given functions?|函数|一一对应",
    "whether": "state if|determine if|determine whether|whether|state whether|check whether|check if|判断|是否|是不是",
}
WORDS: Final = {
    "swap": Words("Write \\(y\\) for \\({name}({x})\\) and solve for \\({x}\\): \\[{equation}\\]", "令 \\(y={name}({x})\\)，解出 \\({x}\\)：\\[{equation}\\]"),
    "peel": Words("\\[{equation}\\]", "\\[{equation}\\]"),
    "cross": Words("Multiply by the denominator and collect \\({x}\\): \\[{equation}\\]", "去分母，合并含 \\({x}\\) 的项：\\[{equation}\\]"),
    "exchange": Words("Exchange the letters: \\[{answer}\\]", "交换字母：\\[{answer}\\]"),
    "positive": Words("The root is never negative, so this holds for \\({x}\\ge 0\\).", "根式的值不小于 0，所以其中 \\({x}\\ge 0\\)。"),
    "compose": Words("Put one into the other: \\[{one}={first}\\qquad {other}={second}\\]", "互相代入：\\[{one}={first}\\qquad {other}={second}\\]"),
    "yes": Words("Both give \\({x}\\) again, so they are inverses: \\({answer}\\).", "两者都得回 \\({x}\\)，所以互为反函数：\\({answer}\\)。"),
    "no": Words("They do not both give \\({x}\\) again: \\({answer}\\).", "结果不都等于 \\({x}\\)，所以不互为反函数：\\({answer}\\)。"),
    "answer": Words("So \\({answer}\\).", "所以 \\({answer}\\)。"),
    "code": Words("the inverse function", "反函数"),
    "method": Words("put values of the function into the inverse", "把函数值代入反函数检验"),
    "method_values": Words("compared values at several points", "在若干点比较数值"),
}  # fmt: skip
Y: Final = sp.Symbol("y")


def read(text: Text) -> Reading:
    """One function and its inverse, or two and whether they are inverses."""
    source, excluded = _without_excluded(text.source)
    found = account(_spoken(source), VOCABULARY)
    if not (found.has("inverse") or found.has("inverses")):
        return None
    definitions = [d for d in map(_definition, found.relations) if d is not None]
    if len(definitions) != len(found.relations) or found.asked:
        return None
    if found.unread:
        return Unread(found.unread)
    if found.has("inverses") and len(definitions) == 2 and definitions[0].variable == definitions[1].variable:
        return Inverses(definitions[0], definitions[1], text.language)
    if not found.has("inverse") or len(definitions) != 1:
        return None
    try:
        way = peeled(definitions[0])
    except FormulaError:
        return None
    if way is None or excluded and not _are_gaps(definitions[0], excluded):
        return None
    return Inverse(definitions[0], way, text.language)


def _spoken(source: str) -> str:
    """`find f^{-1}(x)` in words; "the function f" without its name."""
    source = re.sub(r"(?i)\b(function|one-to-one function)\s+\$?[fgh]\$?(?=\s+(?:is|be|has|with|given|defined)\b)|函数\s*\$?[fgh]\$?(?=\s*(?:定义|满足|由))", lambda m: m[1] or "函数", source)  # fmt: skip
    return re.sub(
        r"\$?\\?\(?\s*[fgh]\s*\^\s*(?:\{\s*-\s*1\s*\}|\(-1\)|-1)\s*\(\s*[a-z]\s*\)\s*=?\s*\??(?:\\\))?\$?",
        " inverse ",
        source,
    )


_EXCLUDED: Final = re.compile(
    r"[,(]?\s*(?:where|for|with|and|其中|且|,)?\s*\$?\s*(?P<x>[a-z])\s*(?:\\ne(?:q)?(?![a-z])|≠|!=)\s*(?P<value>-?\s*(?:\d+(?:\.\d+)?(?:\s*/\s*\d+)?|\\d?frac\{\d+\}\{\d+\}))\s*\$?\s*\)?(?=\s*[,.;。)]|\s*$)"
)


def _without_excluded(source: str) -> tuple[str, tuple[tuple[str, sp.Rational], ...]]:
    """The text without x ≠ 3, and what is excluded: (letter, number)."""
    found = tuple((m["x"], sp.Rational(number(m["value"]))) for m in _EXCLUDED.finditer(source))
    return _EXCLUDED.sub("", source), found


def _are_gaps(definition: Definition, excluded: tuple[tuple[str, sp.Rational], ...]) -> bool:
    """Whether exactly the numbers are excluded at which the function does not exist anyway."""
    x = sp.Symbol(definition.variable)
    gaps = set(sp.solve(sp.fraction(sp.together(to_sympy(definition.body)))[1], x))
    return all(name == definition.variable for name, _ in excluded) and {v for _, v in excluded} == gaps


def _definition(relation: Relation) -> Definition | None:
    """`f(x) = body` or `y = body` with numbers and the one letter."""
    match relation:
        case Relation(("=",), (Apply(name, Symbol(variable)), body)):
            pass
        case Relation(("=",), (Symbol("y"), body)) if len(symbols(body) - {"e"}) == 1:
            name, variable = "f", next(iter(symbols(body) - {"e"}))
        case Relation(("=",), (Binary("*", Symbol(name), Symbol(variable), True), body)) if name != variable:
            pass
        case _:
            return None
    simple = not any(isinstance(n, Apply) for n in walk(body))
    return (
        Definition(name, variable, body)
        if simple and symbols(body) - {"e"} == {variable} and variable not in "yei"
        else None
    )


@dataclass(frozen=True, slots=True)
class Way:
    """How x was found from y = f(x): each equation on the way, and x at the end. `root`: y cannot be negative."""

    equations: tuple[str, ...]
    inverse: sp.Expr
    root: bool = False


def peeled(definition: Definition) -> Way | None:
    """Undo what is done to the variable, from the outside; a quotient of linear expressions is cross-multiplied.

    Raises:
        FormulaError: a part that has no value.
    """
    x = definition.variable
    if sum(isinstance(n, Symbol) and n.name == x for n in walk(definition.body)) > 1:
        return _crossed(definition)
    node, value, equations, root = definition.body, Y, list[str](), False
    while node != Symbol(x):
        step = _undone(node, value, x)
        if step is None:
            return None
        root = root or (isinstance(node, Call) and node.name == "sqrt")
        if isinstance(node, Call) and node.name == "sqrt" and value != Y:
            return None  # its bound would be another one than y ≥ 0
        node, value = step
        equations.append(f"{to_latex(node)}={exact_latex(value)}")
    return Way(tuple(equations), value, root)


def _undone(node: Node, value: sp.Expr, x: str) -> tuple[Node, sp.Expr] | None:
    """The part with the variable, and what it equals; None where that is not one number."""
    match node:
        case Negative(inner):
            return inner, -value
        case Binary(op, left, right) if x in symbols(left):
            number = to_sympy(right)
            match op:
                case "+":
                    return left, value - number
                case "-":
                    return left, value + number
                case "*" if number != 0:
                    return left, value / number
                case "/":
                    return left, value * number
                case "^" if number.is_Integer and number % 2 == 1 and number > 0:
                    return left, value if number == 1 else sp.root(value, number)
        case Binary(op, left, right):
            number = to_sympy(left)
            match op:
                case "+":
                    return right, value - number
                case "-":
                    return right, number - value
                case "*" if number != 0:
                    return right, value / number
                case "/" if number != 0:
                    return right, number / value
                case "^" if number.is_positive and number != 1:
                    return right, sp.log(value) / sp.log(number) if number != sp.E else sp.log(value)
        case Call("sqrt", (inner,)):
            return inner, value**2
        case Call("root", (inner, Number(degree))) if degree.denominator == 1 and degree % 2 == 1:
            return inner, value ** int(degree)
        case Call("log", (inner,)):
            return inner, sp.exp(value)
        case Call("log", (inner, base)) if to_sympy(base).is_positive:
            return inner, to_sympy(base) ** value
    return None


def _crossed(definition: Definition) -> Way | None:
    """(ax + b)/(cx + d) = y."""
    x = sp.Symbol(definition.variable)
    top, bottom = sp.fraction(sp.together(to_sympy(definition.body)))
    if not all(part.is_polynomial(x) and sp.degree(part, x) <= 1 for part in (top, bottom)):
        return None
    (a, b), (c, d) = ((part.coeff(x), part.coeff(x, 0)) for part in map(sp.expand, (top, bottom)))
    if sp.simplify(a * d - b * c) == 0:
        return None
    inverse = (b - d * Y) / (c * Y - a)
    equation = f"{exact_latex(sp.collect(sp.expand(x * (c * Y - a)), x))}={exact_latex(b - d * Y)}"
    return Way((equation, f"{exact_latex(x)}={exact_latex(sp.factor(inverse))}"), sp.factor(inverse))


@dataclass(frozen=True, slots=True)
class Inverse:
    """The inverse of `function`, found by `way`."""

    function: Definition
    way: Way
    language: Language

    def _body(self) -> sp.Expr:
        return self.way.inverse.subs(Y, sp.Symbol(self.function.variable))

    def _shown(self, body: sp.Expr) -> str:
        return rf"{self.function.name}^{{-1}}({self.function.variable})={exact_latex(body)}"

    def solution(self) -> Solution:
        """y = f(x) solved for x, letters exchanged."""
        say, x, name = self.language, self.function.variable, self.function.name
        steps = [WORDS["swap"].say(say, name=name, x=x, equation=f"y={to_latex(self.function.body)}")]
        if sum(isinstance(n, Symbol) and n.name == x for n in walk(self.function.body)) > 1:
            steps.append(WORDS["cross"].say(say, x=x, equation=self.way.equations[0]))
            steps += [WORDS["peel"].say(say, equation=e) for e in self.way.equations[1:]]
        else:
            steps += [WORDS["peel"].say(say, equation=e) for e in self.way.equations]
        steps.append(WORDS["exchange"].say(say, answer=self._shown(self._body())))
        if self.way.root:
            steps.append(WORDS["positive"].say(say, x=x))
        lines = [comment(WORDS["code"].say(say)), f"inverse = {exact_source(self._body())}", "inverse"]
        return Solution(tuple(steps), cell(*lines, variables=(x,)))

    def conclude(self, value: Any) -> Conclusion | None:
        """f⁻¹(x) = expression."""
        if not isinstance(value, sp.Expr):
            return None
        answer = self._shown(value)
        return Conclusion(WORDS["answer"].say(self.language, answer=answer), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """The inverse of the function's value is the number one began with."""
        values = values_in(answer)
        if values is None or len(values) != 1 or not isinstance(values[0], sp.Expr):
            return None
        x = self.function.variable
        given = (
            values[0].subs({s: sp.Symbol(x) for s in values[0].free_symbols})
            if len(values[0].free_symbols) == 1
            else values[0]
        )
        if given.free_symbols - {sp.Symbol(x)}:
            return None
        lines = [
            f"f, g = S({to_python(self.function.body)}), S({exact_source(given)})",
            "starts = [Rational(k, 7) for k in (-40, -12, -3, 2, 5, 11, 40, 100, 400)]",
            f"values = [(start, f.subs({x}, start)) for start in starts]",
            "real = [(start, value) for start, value in values if value.is_real and value.is_finite]",
            f"back = [abs((real_root(g.subs({x}, value)) - start).evalf(30)) for start, value in real]",
            "all(gap.is_real and gap < 1e-20 for gap in back) if len(back) > 2 else None",
        ]
        claim = WORDS["answer"].say(self.language, answer=answer)
        return CheckPlan(claim, WORDS["method"].say(self.language), cell(*lines, variables=(x,)))


@dataclass(frozen=True, slots=True)
class Inverses:
    """Whether two functions undo each other."""

    one: Definition
    other: Definition
    language: Language

    def _composed(self) -> tuple[sp.Expr, sp.Expr]:
        x = sp.Symbol(self.one.variable)
        f, g = to_sympy(self.one.body), to_sympy(self.other.body)
        return sp.simplify(f.subs(x, g)), sp.simplify(g.subs(x, f))

    def solution(self) -> Solution:
        """Both compositions."""
        say, x, (first, second) = self.language, self.one.variable, self._composed()
        f, g = self.one.name, self.other.name
        compose = WORDS["compose"].say(
            say,
            one=f"{f}({g}({x}))",
            other=f"{g}({f}({x}))",
            first=exact_latex(first),
            second=exact_latex(second),
        )
        lines = [
            f"f, g = {to_python(self.one.body)}, {to_python(self.other.body)}",
            f"simplify(f.subs({x}, g)) == {x} and simplify(g.subs({x}, f)) == {x}",
        ]
        return Solution((compose,), cell(*lines, variables=(x,)))

    def conclude(self, value: Any) -> Conclusion | None:
        """Yes or no."""
        if not isinstance(value, bool):
            return None
        answer = (YES if value else NO).say(self.language)
        return Conclusion(
            WORDS["yes" if value else "no"].say(self.language, x=self.one.variable, answer=answer), answer
        )

    def check(self, answer: str) -> CheckPlan | None:
        """Numbers put through both."""
        if answer not in {w.say(say) for w in (YES, NO) for say in ("en", "zh")}:
            return None
        yes = answer in (YES.say("en"), YES.say("zh"))
        x = self.one.variable
        lines = [
            f"f, g = S({to_python(self.one.body)}), S({to_python(self.other.body)})",
            "points = [Rational(k, 7) for k in (2, 5, 11, 30, 100)]",
            f"inner = [(point, f.subs({x}, point)) for point in points]",
            "known = [(point, value) for point, value in inner if value.is_real and value.is_finite]",
            f"same = [abs((g.subs({x}, value) - point).evalf(30)) < 1e-20 for point, value in known]",
            f"all(same) == {yes} if same else None",
        ]
        claim = WORDS["yes" if yes else "no"].say(self.language, x=x, answer=answer)
        return CheckPlan(claim, WORDS["method_values"].say(self.language), cell(*lines, variables=(x,)))
