"""Numbers: products, sums, differences, quotients, percentages of, and whole expressions without variables.

Read: one numerical expression (with or without `= ?`), or an operation named in words. Not: remainders, rounding,
word problems.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Final

import sympy as sp
from sympy.functions.elementary.trigonometric import TrigonometricFunction

from solver.formula import Node, to_latex, to_python, to_sympy
from solver.formula.nodes import Binary, Call, Constant, Negative, Number, Symbol, symbols, walk
from solver.latex import exact_latex, values_in
from solver.ports import CheckPlan, Language
from solver.reader import account
from solver.reader.account import IS
from solver.topics.base import Conclusion, Reading, Solution, Text, Unread, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.expressions.radicals.words import principal
from solver.topics.numbers.arithmetic.angles import closed_form
from solver.topics.numbers.arithmetic.exact import finish, is_power_of_sum
from solver.topics.numbers.arithmetic.unknowns import is_operand
from solver.topics.numbers.arithmetic.vocabulary import VOCABULARY
from solver.topics.numbers.arithmetic.wording import expression_of, is_range, rewritten
from solver.topics.numbers.arithmetic.working import is_value, layers
from solver.topics.rationals import terminating_decimal

LONG_DIGITS: Final = 4
"""From so many digits on a product is worked in blocks of three digits."""

WORDS: Final = {
    "what": Words("We have to compute \\[{expression}\\]", "要计算的是：\\[{expression}\\]"),
    "blocks": Words("Cut \\({b}\\) into blocks of three digits and multiply block by block:", "把 \\({b}\\) 每三位分成一段，分别相乘："),
    "block": Words("\\({a} \\times {block} = {value}\\){shift}", "\\({a} \\times {block} = {value}\\){shift}"),
    "shift": Words(", moved {places} places to the left", "，左移 {places} 位"),
    "add_up": Words("The product is the sum of these.", "把这些部分积相加就得到乘积。"),
    "columns": Words("Add column by column from the right and carry the tens: \\[{expression}={value}\\]",
                     "从个位起逐位相加，满十进一：\\[{expression}={value}\\]"),
    "borrow": Words("Subtract column by column from the right and borrow where needed: \\[{expression}={value}\\]",
                    "从个位起逐位相减，不够减就借位：\\[{expression}={value}\\]"),
    "percent": Words("“Of” means multiplication: \\[{expression}\\]", "“的”几分之几（百分之几）就是乘法：\\[{expression}\\]"),
    "closed": Words("To 30 digits this is \\({digits}\\ldots\\), as \\({form}\\) is. With roots of unity, \\(2\\cos\\alpha=z+z^{{-1}}\\), the two are seen to be equal exactly.",
                    "它的数值是 \\({digits}\\ldots\\)，与 \\({form}\\) 相同；用单位根 \\(2\\cos\\alpha=z+z^{{-1}}\\) 可以证明两者严格相等。"),
    "digits": Words("the number in whole numbers and roots with these digits", "由数值找出用整数和根号表示的数"),
    "answer": Words("So the value is \\({answer}\\).", "所以结果是 \\({answer}\\)。"),
    "claim": Words("\\({expression}={answer}\\)", "\\({expression}={answer}\\)"),
    "inverse": Words("computed back with the inverse operation", "用逆运算倒算回去"),
    "fractions": Words("computed again with Python's own exact fractions, step by step", "用 Python 自带的精确分数逐步重算"),
    "decimals": Words("both sides agree to 40 digits", "两边的数值在 40 位有效数字内一致"),
}  # fmt: skip

_QUOTIENT: Final = re.compile(r"(?i)\bquotient\b.*\bdivided?\b|\bdivide\b.*\bquotient\b|除以.*商")
_AS_FRACTION: Final = re.compile(
    r"\bas (?:a|an) (?:common |improper )?fraction\b|用分数表示|写成分数|以分数形式"
)
_AS_MIXED: Final = re.compile(
    r"(?i)[,.;]?\s*(?:and\s+)?(?:(?:please\s+)?(?:give|write|express|leave)\s+(?:your|the)\s+answer\s+)?\bas\s+a\s+mixed\s+(?:number|fraction)\b|[,，。]?\s*(?:结果|答案)?(?:请)?(?:用|写成|化成|化为)带分数(?:表示)?"
)
_WHETHER: Final = re.compile(r"(?i)^\s*(?:is|are|does|do)\b|吗|是否|是不是")


_TWO: Final = re.compile(
    r"(?i)\b(?:sum|product|difference|quotient)\s*(?:,|\band\b|&)\s*(?:the\s+)?(?:sum|product|difference|quotient)\b"
)
"""The sum and the product of two numbers: two questions."""


RATIO_OF_FRACTIONS: Final = re.compile(r"/\s*\d+\s*:|\d\s*:\s*\d+\s*/(?!\s*\d+\s*/)")
"""3/7 : 2/5, where the sign divides one fraction by the other."""


def read(text: Text) -> Reading:
    """A computation with numbers alone."""
    if _TWO.search(text.source) or RATIO_OF_FRACTIONS.search(text.source) or is_operand(text.source):
        return None
    source = _AS_MIXED.sub(" ", text.source)
    found = account(rewritten(source), VOCABULARY)
    if (
        not found.formulas
        or any(symbols(n) - {"e", "i"} for n in found.nodes)
        or len(found.asked) != len(found.nodes)
    ):
        return None
    if _WHETHER.search(text.source) and any(found.has(c) for c in ("more_than", "less_than", "than")):
        return None  # a comparison, not a sum
    if found.unread:
        return Unread(found.unread)
    if found.concepts[0] == IS and any(found.has(c) for c in ("more_than", "less_than")):
        return None  # is 3 less than 5? a comparison
    if found.has("decimal") and not any(
        isinstance(n, Number) and "." in n.text for t in found.nodes for n in walk(t)
    ):
        return None  # a fraction as a decimal number
    node = None if is_range(text.source, found) else expression_of(found)
    node = principal(node) if node is not None else None
    if node is None or any(isinstance(n, Symbol) and n.name == "i" for n in walk(node)):
        return None
    if isinstance(node, Number | Symbol | Constant) or isinstance(node, Call) and node.name in ("gcd", "lcm"):
        return None
    if _QUOTIENT.search(text.source) and _leaves_a_remainder(node):
        return None  # 143/9, or 15 and a remainder?
    value = to_sympy(node)  # a number that is too large is a FormulaError, which the reader is told
    if found.has("whole") and not value.is_integer:
        return None  # to be rounded?
    if not isinstance(value, sp.Expr) or not value.is_real:
        return None
    if any(f.args[0].is_Rational for f in value.atoms(TrigonometricFunction)):
        return None  # sin 30: of degrees or of radians?
    if source != text.source and _is_one_number(node):
        return None  # nothing to compute: `number_forms` shows how one is turned into the other
    form = "mixed" if source != text.source else "fraction" if _AS_FRACTION.search(source) else ""
    return Computation(node, text.language, form)


@dataclass(frozen=True, slots=True)
class Computation:
    """The value of an expression without variables."""

    node: Node
    language: Language
    form: str = ""
    """`fraction` or `mixed`, where such a number is wanted."""

    def solution(self) -> Solution:
        """What is computed, layer by layer; then the cell."""
        say = self.language
        expression = to_latex(self.node)
        steps = [WORDS["what"].say(say, expression=expression)]
        rest: Node | None = None
        match self.node:
            case Binary("*", Number(a), Number(b)) if _is_long(a) and _is_long(b):
                steps.append(_long_product(int(a), int(b), say))
            case Binary("+", Number(a), Number(b)) if a.denominator == b.denominator == 1:
                steps.append(WORDS["columns"].say(say, expression=expression, value=a + b))
            case Binary("-", Number(a), Number(b)) if a.denominator == b.denominator == 1:
                steps.append(WORDS["borrow"].say(say, expression=expression, value=a - b))
            case _:
                told, rest = layers(self.node, say)
                steps += told
        form = closed_form(to_sympy(self.node))
        if form is None and rest is not None and not is_value(rest):
            steps += finish(rest, say)
        if form is not None:
            steps.append(WORDS["closed"].say(say, digits=sp.N(form, 30), form=exact_latex(form)))
        return Solution(tuple(steps), self._cell(form))

    def _cell(self, form: sp.Expr | None) -> str:
        source = to_python(self.node)
        if form is not None:
            found = "nsimplify(N(value, 50), [sqrt(2), sqrt(3), sqrt(5)], tolerance=Rational(1, 10**40))"
            return cell(f"value = {source}", comment(WORDS["digits"].say(self.language)), found)
        if isinstance(to_sympy(self.node), sp.Rational):
            return cell(source)
        rational = "/" in source or "Rational" in source  # roots may stand in a denominator
        found = f"radsimp(simplify({source}))" if rational else f"simplify({source})"
        left = is_power_of_sum(sp.radsimp(sp.simplify(to_sympy(self.node))))
        return cell(f"expand({found})" if left else found)

    def conclude(self, value: Any) -> Conclusion | None:
        """The exact value; with decimals in the problem a terminating value is a decimal too, unless a fraction is wanted."""
        if not isinstance(value, sp.Expr) or not value.is_number or value.has(sp.Float, sp.nan, sp.zoo):
            return None
        answer = exact_latex(value)
        if self.form == "mixed":
            answer = _mixed(value) or answer
        elif not self.form and any(isinstance(n, Number) and "." in n.text for n in walk(self.node)):
            answer = terminating_decimal(value) or answer
        return Conclusion(WORDS["answer"].say(self.language, answer=answer), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """Backwards by the inverse operation, again with other arithmetic, or numerically."""
        values = values_in(answer)
        if values is None or len(values) != 1 or not isinstance(values[0], sp.Expr):
            return None
        given, say = exact_source(values[0]), self.language
        claim = WORDS["claim"].say(say, expression=to_latex(self.node), answer=answer)
        match self.node:
            case Binary("*" | "+" as op, Number(a), Number(b)) if a and a.denominator == b.denominator == 1:
                back = "/" if op == "*" else "-"
                source = cell(
                    f"result = Integer({given})" if values[0].is_Integer else f"result = {given}",
                    f"result {back} {a} == {b}",
                )
                return CheckPlan(claim, WORDS["inverse"].say(say), source)
        if _is_rational_arithmetic(self.node) and values[0].is_Rational:
            exact = to_python(self.node).replace("Rational(", "Fraction(").replace("Integer(", "Fraction(")
            result = given.replace("Rational(", "Fraction(")
            return CheckPlan(
                claim, WORDS["fractions"].say(say), f"from fractions import Fraction\n\n{exact} == {result}"
            )
        source = cell(f"abs(N({to_python(self.node)} - ({given}), 40)) < Float(10)**-35")
        return CheckPlan(
            claim,
            WORDS["decimals"].say(say),
            f"{source[: source.rfind(chr(10)) + 1]}bool({source[source.rfind(chr(10)) + 1 :]})",
        )


def _is_one_number(node: Node) -> bool:
    match node:
        case Negative(operand):
            return _is_one_number(operand)
        case Binary("/", Number(), Number()):
            return True
        case _:
            return isinstance(node, Number)


def _mixed(value: sp.Expr) -> str | None:
    """A whole number and a proper fraction; None where the value is none above 1."""
    if not isinstance(value, sp.Rational) or value.q == 1 or abs(value.p) < value.q:
        return None
    whole, rest = divmod(abs(value.p), value.q)
    return rf"{'-' if value < 0 else ''}{whole}\frac{{{rest}}}{{{value.q}}}"


def _leaves_a_remainder(node: Node) -> bool:
    match node:
        case Binary("/", Number(a), Number(b)) if a.denominator == b.denominator == 1 and b:
            return a % b != 0
    return False


def _is_long(value: Fraction) -> bool:
    return value.denominator == 1 and value >= 10 ** (LONG_DIGITS - 1) and value < 10**30


def _long_product(a: int, b: int, language: Language) -> str:
    """Partial products for blocks of three digits of b."""
    lines, places = [WORDS["blocks"].say(language, b=b)], 0
    while b:
        b, block = divmod(b, 1000)
        if block:
            shift = WORDS["shift"].say(language, places=places) if places else ""
            lines.append("- " + WORDS["block"].say(language, a=a, block=block, value=a * block, shift=shift))
        places += 3
    return "\n".join([lines[0], "", *lines[1:], "", WORDS["add_up"].say(language)])


def _is_rational_arithmetic(node: Node) -> bool:
    """Only + - * / and whole powers of numbers."""
    return all(
        isinstance(n, Number | Negative) or (isinstance(n, Binary) and (n.op != "^" or _is_whole(n.right)))
        for n in walk(node)
    )


def _is_whole(node: Node) -> bool:
    return isinstance(node, Number) and node.value.denominator == 1
