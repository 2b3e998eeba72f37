"""Radicals with letters: simplify a root, multiply and divide roots, collect like roots, put several under one root.

Read: numbers, letters, their powers and roots of one term each, in sums, products and quotients by one term. As textbooks do
for such exercises, letters are taken as non-negative, and a step says so. Not: roots of sums, division by a sum, a root that
is nothing but one letter's even power (√(x²) = |x| is the question there), letters of which something else is said.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, Node, parse, python_name, to_latex, to_python, to_sympy
from solver.formula.nodes import Binary, Blank, Call, Negative, Relation, Symbol, symbols, walk, with_children
from solver.latex import MAX_ANSWER
from solver.ports import CheckPlan, Language
from solver.reader import account
from solver.topics.base import Conclusion, Reading, Solution, Text, Unread, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.radicals.surds import NoSurd, Surds, of_sympy, surds

VOCABULARY: Final = {
    "simplify": "simplify|simplify completely|simplified|simplifying|reduce|rationalise the denominators?|rationalize the denominators?|rationalise|rationalize|simplest form|multiply|divide|add|subtract"
    "|combine|product|quotient|sum|difference|find the product|find the quotient|perform the indicated operations?|indicated operations?|multiply out|expand"
    "|化简|化成最简|最简形式|分母有理化|合并|合并同类二次根式|化为最简二次根式|化成最简二次根式|最简二次根式|相乘|相除|乘法|除法|积|商",
    "radical": "radicals?|radical expressions?|square roots?|cube roots?|roots?|surds?|radical form|denominator|the denominator|like radicals|completely|fully|expressions|or|into one radical|as one radical|as a single radical|under one radical|single radical|one radical|into a single radical"
    "|根式|二次根式|各式|下列各式|下式|三次根式|式子|一个根式|成一个根式|为一个根式|运算|分母",
    "positive": "assume all variables are positive|assume that all variables are positive|assume all variables are non negative|assume all variables are nonnegative|assume all variables represent positive numbers|assume all variables represent positive real numbers"
    "|assume that all variables represent positive real numbers|assume all variables represent nonnegative real numbers|assume that all variables represent nonnegative real numbers|assume all letters are positive|where all variables are positive|all variables are positive|all variables are nonnegative|all letters are positive|all variables are positive numbers|all variables are positive real numbers|assuming all variables are positive|assuming that all variables are positive"
    "|字母均为正数|字母都是正数|所有字母均为正数|所有字母都是正数|各字母均为正数|字母都表示正数|字母均为非负数|各字母都是正数|式中字母均为正数",
}  # fmt: skip
WORDS: Final = {
    "letters": Words(
        "As usual in such exercises, the letters stand for numbers that are not negative (and not 0 where they are divided by). For other values, what an even "
        "root leaves would need bars: \\(|{letter}|\\) instead of \\({letter}\\).",
        "按照这类题目的惯例，字母都表示非负数（在分母中的不为 0）。若字母可取负值，从偶次根号中开出来的要加绝对值，如把 \\({letter}\\) 写成 \\(|{letter}|\\)。",
    ),
    "said": Words("The letters stand for positive numbers, as the problem says.", "题目说明字母都表示正数。"),
    "root": Words(
        "Take out of the root whatever is a full power, and leave no fraction under it: \\[{before}={after}\\]",
        "把能开尽方的因数（式）移到根号外，根号内不留分母：\\[{before}={after}\\]",
    ),
    "product": Words(
        "Multiply what stands outside and what stands under the roots (different indices are first made equal): \\[{before}={after}\\]",
        "根号外与根号内的部分分别相乘（根指数不同时先化为同次根式）：\\[{before}={after}\\]",
    ),
    "every": Words("Multiply every term by every term: \\[{before}={after}\\]", "逐项相乘：\\[{before}={after}\\]"),
    "quotient": Words(
        "Divide, and multiply numerator and denominator so that no root is left below: \\[{before}={after}\\]",
        "相除，并把分子分母同乘适当的根式，使分母不含根号：\\[{before}={after}\\]",
    ),
    "sum": Words("Add the terms with the same root: \\[{before}={after}\\]", "合并同类根式：\\[{before}={after}\\]"),
    "power": Words("Raise to the power: \\[{before}={after}\\]", "乘方：\\[{before}={after}\\]"),
    "whole": Words("Altogether: \\[{before}={after}\\]", "于是：\\[{before}={after}\\]"),
    "cell": Words("roots of non-negative numbers", "字母取非负数"),
    "numbers": Words("multiply out and simplify the roots", "乘开并化简根式"),
    "claim": Words("Simplified: \\({answer}\\).", "化简得 \\({answer}\\)。"),
    "method": Words("positive numbers were put in for the letters on both sides", "字母取若干正数，比较两边的值"),
}  # fmt: skip
MAX_NODES: Final = 120


def read(text: Text) -> Reading:
    """One expression with roots of letters."""
    found = account(text.source, VOCABULARY)
    if not (found.has("simplify") and found.nodes) or re.search(
        r"(?i)\bexpand\b.*\bbinomial\b|'", text.source
    ):
        return None
    expressions, positive = list[Node](), found.has("positive")
    for node in found.nodes:
        match node:
            case Relation(("=",), (left, Blank())):
                expressions.append(left)
            case Relation():
                return None
            case _:
                expressions.append(node)
    if len(expressions) != 1 or not _is_of_roots(expressions[0]):
        return None
    if found.unread:
        return Unread(found.unread)
    body = expressions[0]
    if symbols(body) & {"e", "i", "E", "I"} or any(
        re.search(r"(?<![A-Za-z])[aA]\s*$", text.source[: f.start]) for f in found.formulas
    ):
        return None
    try:
        value = surds(body)
    except NoSurd:
        return None
    if not value.terms or not positive and _asks_for_bars(body, value):
        return None
    return Radical(body, positive, text.language)


def _is_of_roots(node: Node) -> bool:
    nodes = list(walk(node))
    return len(nodes) <= MAX_NODES and any(isinstance(n, Call) and n.name in ("sqrt", "root") for n in nodes)


def _asks_for_bars(body: Node, value: Surds) -> bool:
    """Whether nothing but whole powers of one letter is left of an even root: √(x²), whose point is |x|."""
    return (
        isinstance(body, Call)
        and len(symbols(body)) == 1
        and all(e.denominator == 1 for key, _ in value.terms for _, e in key)
    )


@dataclass(frozen=True, slots=True)
class Radical:
    """`body`, whose letters are not negative."""

    body: Node
    said: bool
    """Whether the problem itself says that letters are positive."""
    language: Language

    def solution(self) -> Solution:
        """What letters stand for, then the expression from the inside out."""
        say, names = self.language, sorted(symbols(self.body))
        first: tuple[str, ...] = ()
        if names:
            letters = WORDS["letters"].say(say, letter=to_latex(Symbol(names[0])))
            first = (WORDS["said"].say(say) if self.said else letters,)
        source = to_python(principal(self.body))
        lines = [comment(WORDS["cell" if names else "numbers"].say(say)), f"expand({source})"]
        return Solution(
            (*first, *_steps(self.body, say)), cell(*lines, variables=names, assumptions="positive=True")
        )

    def conclude(self, value: Any) -> Conclusion | None:
        """With one root a term, and none below the line."""
        if not isinstance(value, sp.Expr) or not {s.name for s in value.free_symbols} <= {
            python_name(n) for n in symbols(self.body)
        } | symbols(self.body):
            return None
        try:
            same, own = of_sympy(value), surds(self.body)
        except NoSurd:
            return None
        if dict(same.terms) != dict(own.terms):
            return None
        return Conclusion(WORDS["claim"].say(self.language, answer=own.latex), own.latex)

    def check(self, answer: str) -> CheckPlan | None:
        """Positive numbers in for the letters, to many digits."""
        if len(answer) > MAX_ANSWER:
            return None
        try:
            node = parse(answer.split("=")[-1].strip().strip("$").rstrip(".。"))
            given = to_sympy(principal(node))
        except FormulaError:
            return None
        if not isinstance(given, sp.Expr) or symbols(node) - symbols(self.body):
            return None
        names = sorted(map(python_name, symbols(self.body)))
        put = ", ".join(f"{n}: point + Rational({k}, 11)" for k, n in enumerate(names, 1))
        lines = [
            f"f, given = S({to_python(principal(self.body))}), S({exact_source(given)})",
            "points = [Rational(top, 7) for top in (2, 9, 30)]",
            f"pairs = [(f.subs({{{put}}}).evalf(40), given.subs({{{put}}}).evalf(40)) for point in points]",
            "all(abs(one - other) < 1e-25 * (1 + abs(one)) for one, other in pairs)",
        ]
        return CheckPlan(
            WORDS["claim"].say(self.language, answer=answer),
            WORDS["method"].say(self.language),
            cell(*lines, variables=symbols(self.body)),
        )


def principal(node: Node) -> Node:
    """Odd roots of negative terms as minus a root, because Python's own are complex numbers."""
    node = with_children(node, principal)
    if isinstance(node, Call) and node.name == "root":
        argument, degree = node.arguments
        try:
            is_negative = len(inner := surds(argument).terms) == 1 and inner[0][1] < 0
        except NoSurd:
            return node
        if is_negative and surds(degree).terms[0][1] % 2:
            return Negative(Call("root", (Negative(argument), degree)))
    return node


def _steps(body: Node, say: Language) -> list[str]:
    """One equation for every root, product, quotient and sum that becomes something else."""
    found: list[str] = []
    after = _walk_up(body, found, say)
    if not any(step.endswith(f"={after}\\]") for step in found):
        found.append(WORDS["whole"].say(say, before=to_latex(body), after=after))
    return list(dict.fromkeys(found))


def _walk_up(node: Node, found: list[str], say: Language) -> str:
    """The LaTeX that `node` has become, when the steps below it have been said."""
    match node:
        case Call("sqrt" | "root"):
            before, key = to_latex(node), "root"
        case Binary("^", left, right) if not isinstance(left, Symbol):
            before = rf"\left({_walk_up(left, found, say)}\right)^{{{to_latex(right)}}}"
            key = "power"
        case Binary("/", left, right):
            before = rf"\frac{{{_walk_up(left, found, say)}}}{{{_walk_up(right, found, say)}}}"
            key = "quotient"
        case Binary("+" | "-"):
            first, second = _walk_up(node.left, found, say), _walk_up(node.right, found, say)
            second = rf"\left({second}\right)" if node.op == "-" or second.startswith("-") else second
            before, key = f"{first}{node.op}{second}", "sum"
        case Binary("*", left, right):
            sides = [_bracketed(_walk_up(side, found, say), k) for k, side in enumerate((left, right))]
            before = r" \cdot ".join(sides)
            key = "every" if any(len(surds(s).terms) > 1 for s in (left, right)) else "product"
        case Negative(operand):
            before, key = rf"-\left({_walk_up(operand, found, say)}\right)", ""
        case _:
            return to_latex(node)
    after = surds(node).latex
    plain = before.replace(r" \cdot ", " ").replace(r"\left(", "").replace(r"\right)", "").replace(" ", "")
    if key and plain != after.replace(" ", ""):
        found.append(WORDS[key].say(say, before=before, after=after))
    return after


def _bracketed(shown: str, place: int) -> str:
    sums = re.search(r"(?<!^)[+-](?![^{]*\})", shown) is not None
    return rf"\left({shown}\right)" if sums or place and shown.startswith("-") else shown
