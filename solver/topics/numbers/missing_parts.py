"""The missing part of one operation: the product of two numbers and one of them are given, or dividend and quotient.

Read: a sum, difference, product or quotient that is given by that name, one part of it by its name (其中一个加数, 被减数,
"the divisor", "one of them"), a remainder where there is one, and the other part asked for. Not: what is asked is the
result (that is arithmetic), two results of the same two numbers (those are riddles).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, Final

import sympy as sp

from solver.formula.nodes import Number, Relation, walk
from solver.latex import exact_latex, values_in
from solver.ports import CheckPlan, Language
from solver.reader import account
from solver.reader.account import ASK, IS
from solver.reader.numerals import in_digits
from solver.topics.arguments import Argument, arguments
from solver.topics.base import Conclusion, Reading, Solution, Text, Unread, Words
from solver.topics.cells import cell, exact_source
from solver.topics.rationals import terminating_decimal

VOCABULARY: Final = {
    "sum": "sum|total|和|的和|之和|总和|两数之和|两数的和",
    "difference": "difference|差|的差|之差|两数之差|两数的差",
    "product": "product|积|的积|之积|乘积|的乘积|两数之积|两数的积",
    "quotient": "quotient|商|的商|之商|两数之商|两数的商",
    "remainder": "remainder|余数",
    "one": "one|one of them|one of these|one of those|one of these numbers|one of the numbers|one of the two numbers|one of the two|one of the factors|one of the addends|one of the integers|first|一个|其中一个|其中一|其中的一个|第一个|一",
    "other": "other|other one|another|second|second one|另一个|另一|另外一个|第二个",
    "addend": "addend|addends|加数",
    "factor": "factor|factors|因数|乘数",
    "larger": "larger|larger one|greater|greater one|bigger|bigger one|larger of them|larger of the two|较大的|较大|大|大的|更大的",
    "smaller": "smaller|smaller one|lesser|lesser one|smaller of them|smaller of the two|较小的|较小|小|小的|更小的",
    "minuend": "minuend|被减数",
    "subtrahend": "subtrahend|减数",
    "dividend": "dividend|被除数",
    "divisor": "divisor|除数",
    "": "two|fraction|fractions|decimals|two fractions|number|numbers|integer|integers|them|of them|two numbers|of two numbers|whole|positive whole|positive|division|subtraction|multiplication|addition|in a division|in a subtraction"
    "|in a multiplication|in an addition|must be|will be|was|calculation|work out|两|两个|两个数|两数|数|的数|数的|个|整数|自然数|两个整数|两个自然数|两个加数|两个因数|两个乘数|加法算式|减法算式|乘法算式|除法算式|一道|一道加法|一道减法|一道乘法|一道除法|加法|减法|乘法|除法|除法算式里|应是|应该是|里|算式里|算式中|在一道|如果",
}  # fmt: skip
SIGNS: Final = {"sum": "+", "difference": "-", "product": r"\times", "quotient": r"\div"}
ROLES: Final = {
    "one": Words("the number that is given", "已知的数"), "other": Words("the other number", "另一个数"),
    "minuend": Words("the minuend", "被减数"), "subtrahend": Words("the subtrahend", "减数"),
    "dividend": Words("the dividend", "被除数"), "divisor": Words("the divisor", "除数"),
}  # fmt: skip
RULES: Final = {
    "sum": Words("A sum less one of the two numbers is the other one: \\[{a}-{b}={x}\\]", "和减去一个加数等于另一个加数：\\[{a}-{b}={x}\\]"),
    "product": Words("A product divided by one of the two numbers is the other one: \\[{a}\\div {b}={x}\\]", "积除以一个因数等于另一个因数：\\[{a}\\div {b}={x}\\]"),
    "minuend": Words("The difference and what was taken away make up the number they came from: \\[{a}+{b}={x}\\]", "被减数等于差加减数：\\[{a}+{b}={x}\\]"),
    "subtrahend": Words("What was taken away is what was there less what is left, the difference: \\[{b}-{a}={x}\\]", "减数等于被减数减差：\\[{b}-{a}={x}\\]"),
    "dividend": Words("The dividend is the quotient times the divisor: \\[{a}\\times {b}={x}\\]", "被除数等于商乘除数：\\[{a}\\times {b}={x}\\]"),
    "divisor": Words("The divisor is the dividend divided by the quotient: \\[{b}\\div {a}={x}\\]", "除数等于被除数除以商：\\[{b}\\div {a}={x}\\]"),
    "dividend_rest": Words("The dividend is the quotient times the divisor and the remainder on top: \\[{a}\\times {b}+{r}={x}\\]", "被除数等于商乘除数再加余数：\\[{a}\\times {b}+{r}={x}\\]"),
    "divisor_rest": Words("Without the remainder the division comes out: the divisor is the rest of the dividend divided by the quotient: \\[({b}-{r})\\div {a}={x}\\]",
                          "被除数减去余数后能整除，再除以商就是除数：\\[({b}-{r})\\div {a}={x}\\]"),
}  # fmt: skip
ANSWER: Final = Words("So {role} is \\({answer}\\).", "所以{role}是 \\({answer}\\)。")
METHOD: Final = Words("put back into the operation", "代回原来的运算验算")
MAX_SIZE: Final = 10**60
_SIGN: Final = re.compile(r"(?i)因数|乘数|加数|减数|除数|另一个?|另外一个|\b(?:other|another|second|larger|greater|bigger|smaller|lesser|minuend|subtrahend|dividend|divisor)\b|[较更]?[大小]的?数")  # fmt: skip
_OF_NAMED: Final = {
    "sum": ({"one", "addend"}, {"other", "addend"}),
    "product": ({"one", "factor"}, {"other", "factor"}),
}


def read(text: Text) -> Reading:
    """A result and one part by their names, the other part asked for."""
    if not _SIGN.search(text.source):
        return None
    words = in_digits(text.source) if text.language == "zh" else text.source  # "one of them" is no 1
    found = account(words, VOCABULARY)
    parts = _parts(_in_order(found.concepts))
    if parts is None or any(isinstance(n, Relation) for n in found.nodes):
        return None
    known = _known(*parts)
    if known is None:
        return None
    if found.unread:
        return Unread(found.unread)
    numbers = arguments(found.nodes, text.values)
    if numbers is None or any(abs(n.value) >= MAX_SIZE for n in numbers):
        return None
    operation, role, at = known
    rest = numbers[at["remainder"]] if "remainder" in at else None
    decimal = any(isinstance(n, Number) and "." in n.text for tree in found.nodes for n in walk(tree))
    task = Missing(
        operation, role, numbers[at["result"]], numbers[at["part"]], rest, text.language, decimal=decimal
    )
    return task if task.is_possible() else None


def _in_order(concepts: Sequence[str]) -> Sequence[str]:
    """ "The product of 12 and another number is 144" in the order of "the product is 144, one of them is 12"."""
    said = [c for c in concepts if c]
    match said[:5]:
        case [result, one, "other", "is", whole] if result in SIGNS and one[0] == whole[0] == "#":
            return [result, whole, "one", one, *said[5:]]
        case [one, "other", result, "is", whole] if result in SIGNS and one[0] == whole[0] == "#":
            return [result, whole, "one", one, *said[5:]]
    return said


def _parts(concepts: Sequence[str]) -> tuple[list[tuple[frozenset[str], int]], frozenset[str]] | None:
    """The names said of each number, in order, and those of what is asked for, which stands last."""
    given, names = list[tuple[frozenset[str], int]](), set[str]()
    for concept in concepts:
        if concept.startswith("#"):
            if not names:
                return None
            given.append((frozenset(names), int(concept[1:])))
            names = set()
        elif concept not in (ASK, IS, ""):
            names.add(concept)
    return (given, frozenset(names)) if names else None


def _known(
    given: list[tuple[frozenset[str], int]], asked: frozenset[str]
) -> tuple[str, str, dict[str, int]] | None:
    """The operation, what is asked for, and which number is the result, the part and the remainder."""
    at = dict[str, int]()
    operation, part = "", frozenset[str]()
    for names, place in given:
        results = names & SIGNS.keys()
        if len(results) == 1 and "result" not in at and names - results <= {"one", "addend", "factor"}:
            operation, at["result"] = next(iter(results)), place
        elif names == {"remainder"} and "remainder" not in at:
            at["remainder"] = place
        elif not results and "part" not in at:
            part, at["part"] = names, place
        else:
            return None
    if "result" not in at or "part" not in at or ("remainder" in at and operation != "quotient"):
        return None
    role = _role(operation, part, asked)
    return None if role is None else (operation, role, at)


def _role(operation: str, part: frozenset[str], asked: frozenset[str]) -> str | None:
    """What is asked for; None where the names do not say one operation."""
    if operation in _OF_NAMED:
        allowed, wanted = _OF_NAMED[operation]
        if part <= allowed and asked <= wanted and "other" in asked:
            return "other"
        ends = {"larger", "smaller"}
        return "other" if len(part) == len(asked) == 1 and part | asked == ends else None
    pairs = {
        "difference": ({"larger": "minuend", "smaller": "subtrahend"}, {"minuend", "subtrahend"}),
        "quotient": ({}, {"dividend", "divisor"}),
    }
    same, both = pairs[operation]
    names = [{same.get(n, n) for n in names} for names in (part, asked)]
    if any(len(n) != 1 for n in names) or names[0] | names[1] != both:
        return None
    return next(iter(names[1]))


@dataclass(frozen=True, slots=True)
class Missing:
    """The part of `operation` that `role` names; `part` is the other one."""

    operation: str
    role: str
    result: Argument
    part: Argument
    remainder: Argument | None
    language: Language
    decimal: bool = field(default=False, kw_only=True)

    def is_possible(self) -> bool:
        """Whether there is such a part, and with a remainder a whole number above it."""
        if self.part.value == 0 and self.operation in ("product", "quotient") or not self.result.value:
            return self.operation in ("sum", "difference")
        if self.remainder is None:
            return True
        rest = self.remainder.value
        divisor = self._value() if self.role == "divisor" else self.part.value
        whole = all(v.denominator == 1 for v in (self.result.value, self.part.value, rest, divisor))
        return whole and 0 <= rest < divisor

    def _value(self) -> Fraction:
        a, b = self.result.value, self.part.value
        r = self.remainder.value if self.remainder else Fraction(0)
        return {
            ("sum", "other"): lambda: a - b,
            ("product", "other"): lambda: a / b,
            ("difference", "minuend"): lambda: a + b,
            ("difference", "subtrahend"): lambda: b - a,
            ("quotient", "dividend"): lambda: a * b + r,
            ("quotient", "divisor"): lambda: (b - r) / a,
        }[self.operation, self.role]()

    def _latex(self, value: sp.Expr) -> str:
        """As a decimal where the problem has decimals and it ends."""
        return (terminating_decimal(value) if self.decimal else None) or exact_latex(value)

    def solution(self) -> Solution:
        """The rule of the operation turned round."""
        say = self.language
        steps = [step for n in (self.result, self.part) if (step := n.step(say))]
        value = self._value()
        exact = [
            self._latex(sp.Rational(v.numerator, v.denominator))
            for v in (self.result.value, self.part.value, value)
        ]
        facts = dict(zip("abx", exact, strict=True))
        name = self.operation if self.role == "other" else self.role
        if self.remainder is not None:
            name, facts["r"] = f"{name}_rest", exact_latex(sp.Integer(int(self.remainder.value)))
        steps.append(RULES[name].say(say, **facts))
        lines = [f"result = {self.result.source}", f"part = {self.part.source}"]
        if self.remainder is not None:
            lines.append(f"remainder = {self.remainder.source}")
        left = "(part - remainder)" if self.remainder is not None else "part"
        source = {
            "other": "result - part" if self.operation == "sum" else "Rational(result)/part",
            "minuend": "result + part",
            "subtrahend": "part - result",
            "dividend": "result*part" + (" + remainder" if self.remainder is not None else ""),
            "divisor": f"Rational{left}/result" if left.startswith("(") else f"Rational({left})/result",
        }[self.role]
        return Solution(tuple(steps), cell(*lines, source))

    def conclude(self, value: Any) -> Conclusion | None:
        """The part."""
        value = sp.Integer(value) if isinstance(value, int) else value
        if not isinstance(value, sp.Rational):
            return None
        answer = self._latex(value)
        role = ROLES[self.role].say(self.language)
        return Conclusion(ANSWER.say(self.language, role=role, answer=answer), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """Put back into the operation."""
        values = values_in(answer)
        if values is None or len(values) != 1 or not isinstance(values[0], sp.Rational):
            return None
        x, part, result = f"Rational({exact_source(values[0])})", self.part.source, self.result.source
        rest = self.remainder.source if self.remainder is not None else None
        back = {
            ("sum", "other"): f"x + {part} == {result}",
            ("product", "other"): f"x * {part} == {result}",
            ("difference", "minuend"): f"x - {part} == {result}",
            ("difference", "subtrahend"): f"{part} - x == {result}",
            ("quotient", "dividend"): f"x / {part} == {result}",
            ("quotient", "divisor"): f"x != 0 and {part} / x == {result}",
        }[self.operation, self.role]
        if rest is not None:
            over, under = ("x", part) if self.role == "dividend" else (part, "x")
            back = f"x > 0 and divmod({over}, {under}) == ({result}, {rest})"
        claim = ANSWER.say(self.language, role=ROLES[self.role].say(self.language), answer=answer)
        return CheckPlan(claim, METHOD.say(self.language), cell(f"x = {x}", back))
