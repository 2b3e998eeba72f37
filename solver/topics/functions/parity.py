"""Whether a function is even, odd, or neither.

Read: one function given by a formula in one variable (rational, roots, absolute values, exponentials, logarithms, sines); sums, products,
quotients and compositions of functions that are said to be even or odd. Not: graphs, pieces, unknown coefficients.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, python_name, to_python, to_sympy
from solver.formula.nodes import Apply, Node, Relation, Symbol, symbols
from solver.latex import latex
from solver.ports import CheckPlan, Language
from solver.reader import Account, account, notation_of
from solver.topics.base import Conclusion, Reading, Solution, Text, Unread, Words
from solver.topics.cells import cell, comment

VOCABULARY: Final = {
    "parity": "even or odd|odd or even|an even function or an odd function|even function or odd function"
    "|奇偶性|的奇偶性|是奇函数还是偶函数|奇函数还是偶函数|是奇函数偶函数还是非奇非偶函数|奇函数偶函数还是非奇非偶函数|是奇函数还是偶函数还是非奇非偶函数",
    "words": "function|functions|whether|or|enter odd even or neither|enter even odd or neither|判断|函数|并说明理由|还是",
}  # fmt: skip
KINDS: Final = {
    "even": Words("even", "偶函数"),
    "odd": Words("odd", "奇函数"),
    "neither": Words("neither", "非奇非偶函数"),
    "both": Words("both", "既是奇函数又是偶函数"),
}
WORDS: Final = {
    "minus": Words("Put \\(-{x}\\) in place of \\({x}\\): \\[{name}(-{x})={value}\\]", "把 \\({x}\\) 换成 \\(-{x}\\)：\\[{name}(-{x})={value}\\]"),
    "even": Words("This is \\({name}({x})\\) again, wherever it is defined, so the function is even.", "在定义域内这仍等于 \\({name}({x})\\)，所以是偶函数。"),
    "odd": Words("This is \\(-{name}({x})\\), wherever it is defined, so the function is odd.", "在定义域内这等于 \\(-{name}({x})\\)，所以是奇函数。"),
    "neither": Words("At \\({x}={at}\\): \\({name}({at})={first}\\), but \\({name}(-{at})={second}\\), which is neither the same nor the opposite. So the function is neither even nor odd.",
                     "取 \\({x}={at}\\)：\\({name}({at})={first}\\)，而 \\({name}(-{at})={second}\\)，既不相等也不互为相反数，所以是非奇非偶函数。"),
    "code": Words("-x in place of x", "把自变量换成它的相反数"),
    "answer": Words("The answer is {answer}.", "答案是{answer}。"),
    "claim": Words("the function is {answer}", "函数是{answer}"),
    "method": Words("compared the values at opposite places, to thirty digits", "在互为相反数的点上比较函数值（三十位精度）"),
}  # fmt: skip
_ONE: Final = r"(?:an?\s+)?(?:even|odd)(?:\s+function)?"
_CHOICE: Final = re.compile(
    rf"(?i)(?:(?:either|both|neither)\s+)?{_ONE}\s*,?\s*(?:or\s+)?{_ONE}\s*,?\s*or\s*(?:neither|none)(?:\s+of\s+these)?"
)
PLACES: Final = (
    sp.Rational(1, 3),
    sp.Rational(3, 7),
    sp.Rational(5, 4),
    sp.Integer(2),
    sp.Rational(7, 2),
    sp.Integer(6),
)


def read(text: Text) -> Reading:
    """Even, odd, or neither."""
    if not re.search(r"(?i)\b(?:even|odd)\b|奇|偶", text.source):
        return None
    source = re.sub(
        r"(?i)enter\s+\"?(?:odd|even)\"?,?\s*\"?(?:odd|even)\"?,?\s*or\s*\"?neither\"?\.?\s*$",
        "",
        text.source,
    )
    source = _CHOICE.sub("even or odd", source.replace("、", ""))
    found = account(source, VOCABULARY, notation_of(source))
    if not found.has("parity"):
        return None
    given = _function(found)
    if given is None:
        return None
    if found.unread:
        return Unread(found.unread)
    return _task(*given, text.language)


def _function(found: Account) -> tuple[str, str, Node] | None:
    """The one function: its name, its variable, its formula."""
    match found.nodes:
        case (Relation(("=",), (Apply(name, Symbol(variable)), body)),):
            pass
        case (Relation(("=",), (Symbol("y"), body)),) if len(symbols(body)) == 1:
            name, (variable,) = "f", tuple(symbols(body))
        case (body,) if not isinstance(body, Relation) and len(symbols(body)) == 1:
            name, (variable,) = "f", tuple(symbols(body))
        case _:
            return None
    return (name, variable, body) if symbols(body) <= {variable, "e"} and "'" not in name else None


def _task(name: str, variable: str, body: Node, language: Language) -> Parity | None:
    try:
        x = sp.Symbol(variable, real=True)
        f = to_sympy(body, {variable: x})
    except (FormulaError, TypeError, ValueError):
        return None
    if not isinstance(f, sp.Expr) or f.free_symbols != {x} or f.has(sp.Piecewise, sp.floor, sp.ceiling):
        return None
    kind = kind_of(f, x)
    return None if kind is None else Parity(name, variable, body, f, *kind, language)


def kind_of(f: sp.Expr, x: sp.Symbol) -> tuple[str, sp.Rational | None] | None:
    """Even, odd or neither, where it is certain; for neither a place that shows it."""
    other = f.subs(x, -x)
    usable = False
    for place in PLACES:
        first, second = (value.subs(x, place) for value in (f, other))
        one, two = sp.N(first, 30), sp.N(second, 30)
        if not one.is_finite and not two.is_finite:
            continue
        if not (one.is_number and two.is_number and one.is_finite and two.is_finite):
            return None  # where it is not defined on both sides
        if abs(sp.im(one)) > 1e-20 or abs(sp.im(two)) > 1e-20:
            return None
        usable = True
        if abs(one - two) > 1e-15 and abs(one + two) > 1e-15:
            return "neither", place
    if not usable:
        return None
    for kind, difference in (("even", other - f), ("odd", other + f)):
        if sp.simplify(sp.logcombine(difference, force=True)) == 0 and sp.simplify(f) != 0:
            return kind, None
    return None


@dataclass(frozen=True, slots=True)
class Parity:
    """One function and what it is."""

    name: str
    variable: str
    body: Node
    f: sp.Expr
    kind: str
    place: sp.Rational | None
    language: Language

    def solution(self) -> Solution:
        """Compare f(-x) with f(x)."""
        say, x = self.language, sp.Symbol(self.variable, real=True)
        with_minus = self.f.subs(x, -x)
        steps = [WORDS["minus"].say(say, x=latex(x), name=self.name, value=latex(with_minus))]
        if self.place is None:
            steps.append(WORDS[self.kind].say(say, x=latex(x), name=self.name))
        else:
            at = self.place
            first, second = (sp.simplify(value.subs(x, at)) for value in (self.f, with_minus))
            steps.append(
                WORDS["neither"].say(
                    say, x=latex(x), name=self.name, at=latex(at), first=latex(first), second=latex(second)
                )
            )
        v = python_name(self.variable)
        same, opposed = (
            f"logcombine({d}, force=True)" if self.f.has(sp.log) else d
            for d in ("opposite - y", "opposite + y")
        )
        source = cell(
            f"y = {to_python(self.body)}",
            comment(WORDS["code"].say(say)),
            f"opposite = y.subs({v}, -{v})",
            f"[bool(simplify({same}) == 0), bool(simplify({opposed}) == 0)]",
            variables=(self.variable,),
            assumptions="real=True",
        )
        return Solution(tuple(steps), source)

    def conclude(self, value: Any) -> Conclusion | None:
        """From (is even, is odd)."""
        kinds = {(True, False): "even", (False, True): "odd", (False, False): "neither"}
        kind = (
            kinds.get((bool(value[0]), bool(value[1])))
            if isinstance(value, list) and len(value) == 2
            else None
        )
        if kind is None:
            return None
        shown = rf"\text{{{KINDS[kind].say(self.language)}}}"
        return Conclusion(WORDS["answer"].say(self.language, answer=rf"\({shown}\)"), shown)

    def check(self, answer: str) -> CheckPlan | None:
        """Values at opposite places."""
        claimed = claimed_kind(answer)
        if claimed is None:
            return None
        v = python_name(self.variable)
        lines = (
            f"y = {to_python(self.body)}",
            "places = [Rational(k, 7) for k in (2, 3, 5, 8, 12, 20)]",
            f"pairs = [(N(y.subs({v}, p), 30), N(y.subs({v}, -p), 30)) for p in places]",
            "even = all(abs(a - b) < 1e-20 for a, b in pairs)",
            "odd = all(abs(a + b) < 1e-20 for a, b in pairs)",
            f"(even, odd) == {(claimed == 'even', claimed == 'odd')}",
        )
        say = self.language
        return CheckPlan(
            WORDS["claim"].say(say, answer=KINDS[claimed].say(say)),
            WORDS["method"].say(say),
            cell(*lines, variables=(self.variable,)),
        )


def claimed_kind(answer: str) -> str | None:
    """What an answer claims in words."""
    words = re.sub(r"\\text\s*|[{}$.。\s]", "", answer).lower()
    if words in (
        "neither",
        "neitherevennorodd",
        "neitheroddnoreven",
        "非奇非偶函数",
        "非奇非偶",
        "既不是奇函数也不是偶函数",
        "既非奇函数也非偶函数",
    ):
        return "neither"
    if words in ("even", "偶函数", "evenfunction", "anevenfunction"):
        return "even"
    return "odd" if words in ("odd", "奇函数", "oddfunction", "anoddfunction") else None
