"""Radicals with letters: simplify a root, multiply and divide roots, collect like roots, put several under one root.

Read: numbers, letters, their powers and roots of one term each, in sums, products and quotients by one term. As textbooks do
for such exercises, letters are taken as non-negative, and a step says so. Division by a
sum of two square roots: see `conjugates`. Not: roots of sums, division by other sums, a root that
is nothing but one letter's even power (√(x²) = |x| is the question there), letters of which something else is said.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Final

import sympy as sp

from solver.formula import Node, python_name, to_latex, to_python
from solver.formula.nodes import Binary, Blank, Call, Negative, Relation, Symbol, symbols, walk
from solver.ports import CheckPlan, Language
from solver.reader import account
from solver.topics.base import Conclusion, Reading, Solution, Text, Unread
from solver.topics.cells import cell, comment
from solver.topics.expressions.polynomials.named import asks_to_compute
from solver.topics.expressions.radicals.conjugates import rationalized
from solver.topics.expressions.radicals.surds import NoSurd, Surds, of_sympy, surds
from solver.topics.expressions.radicals.words import VOCABULARY, WORDS, comparison, principal

MAX_NODES: Final = 120
_LETTERS: Final = r"\$?[A-Za-z]\$?(?:\s*(?:,|、|和|与|,?\s*and)\s*\$?[A-Za-z]\$?)*"
_NAMED: Final = re.compile(
    rf"(?i)(?:\b(?:where|if|assuming(?: that)?|for)\s+(?P<en>{_LETTERS})\s+(?:are|is)\s+(?:all |both )?(?:a )?(?:positive|non-?negative)(?: real)?(?: numbers?)?(?![a-z])"
    rf"|(?:其中|已知|设|若)?(?P<zh>{_LETTERS})\s*(?:都|均)?[是为](?:正|非负)实?数)"
)
"""`where x and y are positive`: what is said of all letters where it names all of them."""


def read(text: Text) -> Reading:
    """One expression with roots of letters."""
    found = account(_with_all_letters(text.source), VOCABULARY)
    asks = found.has("simplify") or asks_to_compute(text.source)
    if not (asks and found.nodes) or re.search(r"(?i)\bexpand\b.*\bbinomial\b|'", text.source):
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
        return rationalized(body, said=positive, language=text.language)
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


def _with_all_letters(source: str) -> str:
    """The text with "x and y are positive" as "all letters are positive", where these are all its letters."""
    said = _NAMED.search(source)
    if said is None:
        return source
    rest = source[: said.start()] + " " + source[said.end() :]
    letters = {c for f in account(rest, VOCABULARY).formulas for c in symbols(f.node)}
    named = set(re.findall(r"(?<![A-Za-z])[A-Za-z](?![A-Za-z])", said["en"] or said["zh"]))
    return f"{rest} , 字母均为正数" if letters and letters <= named else source


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
        return comparison(self.body, answer, self.language)


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
    if key == "root" and isinstance(node, Call) and (split := _split(node)) not in (None, before):
        before = f"{before}={split}"
    if key and plain != after.replace(" ", ""):
        found.append(WORDS[key].say(say, before=before, after=after))
    return after


def _split(node: Call) -> str | None:
    """A root with the full power under it written out."""
    degree = surds(node.arguments[1]).terms[0][1] if len(node.arguments) > 1 else Fraction(2)
    return surds(node).split_latex(int(degree)) if degree.denominator == 1 else None


def _bracketed(shown: str, place: int) -> str:
    sums = re.search(r"(?<!^)[+-](?![^{]*\})", shown) is not None
    return rf"\left({shown}\right)" if sums or place and shown.startswith("-") else shown
