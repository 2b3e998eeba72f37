"""Scientific notation, there and back: 0.000744 = 7.44×10⁻⁴, and products and powers of such numbers.

Exact only: what has to be worked out and has more than `LONGEST` figures, or no end, is left to `solver.topics.forms`, which rounds it.
Not: engineering notation, significant figures.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Final

import sympy as sp

from solver.formula import Node, parse, to_latex, to_python, to_sympy
from solver.formula.nodes import Binary, Group, Negative, Number, Relation, symbols, walk
from solver.latex import values_in
from solver.ports import CheckPlan, Language
from solver.reader import account
from solver.reader.numerals import in_digits
from solver.topics.base import Conclusion, Reading, Solution, Text, Unread, Words
from solver.topics.cells import cell, exact_source
from solver.topics.forms.writing import LONGEST, figures_in
from solver.topics.rationals import terminating_decimal

VOCABULARY: Final = {
    "scientific": "in scientific notation|scientific notation|in standard form scientific|in standard index form|科学记数法|用科学记数法|用科学记数法表示|用科学计数法|用科学计数法表示|科学计数法|用科学记数法表示为|用科学记数法表示出来|用科学计数法表示出来|用科学记数法写出来|用科学计数法表示为|可用科学记数法表示为",
    "standard": "in standard form as an ordinary number|as a decimal number|as a decimal|as an ordinary number|in standard notation|standard notation|in decimal notation|decimal notation|as an ordinary number|in ordinary notation|in standard decimal notation|原数|的原数|还原成原数|写成原数|写成小数|化成小数|还原成小数|写成原来的数|用小数表示|表示的原数",
    "write": "write|express|simplify|number|the number|convert|evaluate|multiply|divide|写成|表示|表示为|化为|数|把|可以|可|表示成|记为|的数|下面的数|下列数|表示的数",
}
WORDS: Final = {
    "compute": Words("Work out the value: \\[{expression}={value}\\]", "先算出数值：\\[{expression}={value}\\]"),
    "move": Words("Move the decimal point until one digit other than 0 stands before it: {places} to the {side}, so the number is \\[{answer}\\]",
                  "移动小数点，使整数部分只有一位非零数字：小数点向{side}移动 {places}，所以 \\[{answer}\\]"),
    "stay": Words("One digit other than 0 stands before the point already: \\[{answer}\\]", "整数部分已经是一位非零数字：\\[{answer}\\]"),
    "back": Words("The power of ten moves the decimal point {places} to the {side}: \\[{expression}={answer}\\]", "乘以 10 的幂就是把小数点向{side}移动 {places}：\\[{expression}={answer}\\]"),
    "answer": Words("So it is \\({answer}\\).", "结果是 \\({answer}\\)。"),
    "method": Words("multiplied out again, with the first factor between 1 and 10", "乘回去核对，并检验第一个因数在 1 和 10 之间"),
}  # fmt: skip
LEFT: Final = Words("left", "左")
RIGHT: Final = Words("right", "右")
MAX_DIGITS: Final = 60
_TOLD: Final = re.compile(
    r"^(?:已知|据统计[,，]?|据报道[,，]?)?(?:(?![不没无非每倍多少比增减和与])[\u3400-\u9fffA-Za-z\-]){2,24}?(?:约|大约|总共约|共|达|达到|超过)?(?:为|是|有)?\s*\$?(?P<n>\d+(?:\.\d+)?)\$?\s*"
    r"(?:千米|米|厘米|毫米|微米|纳米|km|cm|mm|nm|m|千克|克|毫克|吨|kg|mg|g|秒|人|名|元|公里|平方千米|平方米|立方米|光年|度|个|次)?\s*[,，。;；]\s*(?P<asked>.+)$"
)
_THIS: Final = re.compile(
    r"(?:请)?(?:把|将)?(?:这个|该|此|这一|上述)?(?:数据|数字|数)?(?P<again>\s*\$?\d+(?:\.\d+)?\$?\s*)?(?=(?:可以|可)?用科学[记计]数法)(?P<how>.*)$"
)
_STANDARD: Final = re.compile(
    r"(?i)^\s*(?:please\s+)?((?:write|express|give|what\s+is)\s+\$?\d[\d,]*(?:\.\d+)?\$?)\s+in\s+standard(?:\s+index)?\s+form(?=\s*[.?]?\s*$)"
)
"""The British name of scientific notation, of a number that stands in digits."""
_BEHIND: Final = re.compile(
    r"^(?:可以|可)?用科学[记计]数法(?:可以|可)?表示(?:这个|该|此|这一|上述)(?:数据|数字|数)[.。?？]?$"
)
"""A measure in a sentence, and the same number in scientific notation."""


def read(text: Text) -> Reading:
    """One number, or a product, quotient or power of such, and the notation that is wanted."""
    source = _STANDARD.sub(r"\1 in scientific notation", text.source)
    found = account(in_digits(_plain(source)), VOCABULARY)
    wanted = "standard" if found.has("standard") else "scientific" if found.has("scientific") else ""
    if not wanted or len(found.nodes) != 1 or isinstance(found.nodes[0], Relation) or symbols(found.nodes[0]):
        return None
    node = found.nodes[0]
    if wanted == "standard" and not any(
        isinstance(n, Binary) and n.op == "^" and n.left == Number(Fraction(10), "10") for n in walk(node)
    ):
        return None  # 3/8 as a decimal number
    if found.unread:
        return Unread(found.unread)
    value = to_sympy(node)
    if not isinstance(value, sp.Rational) or value == 0:
        return None
    digits = terminating_decimal(value)
    if digits is None or len(digits) > MAX_DIGITS:
        return None
    is_given = all(isinstance(n, Number | Negative | Group) for n in walk(node))
    if (
        not is_given
        and wanted == "scientific"
        and figures_in(terminating_decimal(split(value)[0]) or "") > LONGEST
    ):
        return None
    return Notation(node, value, wanted == "scientific", text.language)


def _plain(source: str) -> str:
    """The number alone with the question about it, where a sentence tells one measure; else the text as it is."""
    told = _TOLD.match(source)
    this = _THIS.match(told["asked"]) if told is not None else None
    if told is None or this is None:
        return source
    again = (this["again"] or told["n"]).replace("$", "").strip()
    if again != told["n"]:
        return source
    how = "用科学记数法表示" if _BEHIND.match(this["how"]) else this["how"]
    return f"{told['n']} {how}"


def split(value: sp.Rational) -> tuple[sp.Rational, int]:
    """The factor from 1 up to 10 (with the sign) and the exponent of ten.

    >>> split(sp.Rational(93, 125000))
    (186/25, -4)
    """
    exponent, rest = 0, abs(value)
    while rest >= 10:
        rest, exponent = rest / 10, exponent + 1
    while rest < 1:
        rest, exponent = rest * 10, exponent - 1
    return (rest if value > 0 else -rest), exponent


@dataclass(frozen=True, slots=True)
class Notation:
    """`value`, written as `node`, in scientific notation or as a plain decimal."""

    node: Node
    value: sp.Rational
    scientific: bool
    language: Language

    def _answer(self) -> str:
        factor, exponent = split(self.value)
        plain = terminating_decimal(self.value) or ""
        return rf"{terminating_decimal(factor)} \times 10^{{{exponent}}}" if self.scientific else plain

    def solution(self) -> Solution:
        """The value, where there is something to work out; then where the point goes."""
        say, plain, (_, exponent) = self.language, terminating_decimal(self.value) or "", split(self.value)
        side, steps = (LEFT if (exponent > 0) == self.scientific else RIGHT).say(say), list[str]()
        if self.scientific:
            if not isinstance(self.node, Number):
                steps.append(WORDS["compute"].say(say, expression=to_latex(self.node), value=plain))
            key = "move" if exponent else "stay"
            steps.append(
                WORDS[key].say(
                    say, places=_places(abs(exponent), say), side=side, answer=f"{plain}={self._answer()}"
                )
            )
        else:
            steps.append(
                WORDS["back"].say(
                    say,
                    places=_places(abs(exponent), say),
                    side=side,
                    expression=to_latex(self.node),
                    answer=plain,
                )
            )
        return Solution(tuple(steps), cell(to_python(self.node)))

    def conclude(self, value: Any) -> Conclusion | None:
        """In the notation that is wanted."""
        if value != self.value:
            return None
        answer = self._answer()
        return Conclusion(WORDS["answer"].say(self.language, answer=answer), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """The answer multiplied out, and its form looked at."""
        values = values_in(answer)
        if values is None or len(values) != 1 or not isinstance(values[0], sp.Rational):
            return None
        form = (
            _is_scientific(answer)
            if self.scientific
            else re.fullmatch(r"-?[\d.]+", answer.strip()) is not None
        )
        source = cell(f"{exact_source(values[0])} == {to_python(self.node)} and {form}")
        return CheckPlan(
            WORDS["answer"].say(self.language, answer=answer), WORDS["method"].say(self.language), source
        )


def _places(count: int, language: Language) -> str:
    """How far the decimal point moves, in words."""
    return f"{count} 位" if language == "zh" else f"{count} place{'s' if count != 1 else ''}"


def _is_scientific(answer: str) -> bool:
    """Whether it is a factor from 1 up to 10 times a power of ten."""
    node = parse(answer)
    match node:
        case Binary("*", factor, Binary("^", Number(base), _)) if base == 10 and not symbols(node):
            return bool(1 <= abs(to_sympy(factor)) < 10)
    return False
