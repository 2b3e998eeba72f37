"""What is asked of the value of an expression: a digit of it, its whole part, the zeros at its end.

Read: `the units digit of 1+2+…+15`, `算式20×30×40的积的末尾有几个零`, `A=1+1/2+…+1/16 的整数部分`; numbers alone, values that can be written out. The
expression itself is read by the topics for expressions and sums.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.formula import Unworkable, to_sympy
from solver.latex import exact_latex, values_in
from solver.ports import CheckPlan, Language
from solver.topics.base import Conclusion, Reading, Solution, Text, Words
from solver.topics.discrete.series.mixed import MixedSum
from solver.topics.discrete.series.topic import FiniteSum
from solver.topics.first_whole import first_whole
from solver.topics.numbers import accuracy, bounded_integers, shares
from solver.topics.numbers.arithmetic.topic import Computation

MAX_DIGITS: Final = 300
_PLACES: Final = {"个": 0, "十": 1, "百": 2, "千": 3, "万": 4}
_END: Final = r"(?:是|为|等于)?\s*(?:多少|几|什么|_+|\(\s*\))?\s*[?.。]?\s*$"
_OF: Final = r"(?:的)?(?:计算)?(?:结果|和|积|乘积|得数|值)?(?:的|中|,)?"
_ZH: Final = (
    (re.compile(rf"{_OF}(?P<place>个|十|百|千|万)位(?:上的)?数?字?{_END}"), "digit"),
    (re.compile(rf"{_OF}整数部分{_END}"), "whole"),
    (re.compile(rf"{_OF}(?:的)?末尾(?:连续)?(?:一共|共)?有?\s*(?:多少|几|)\s*个\s*(?:连续的?)?\s*(?:零|\$?0\$?)\s*[?.。]?\s*$"), "zeros"),
)  # fmt: skip
_EN: Final = (
    (re.compile(r"(?i)^(?:what\s+is|find|compute|give)?\s*(?:the\s+)?(?P<place>units|ones|tens|hundreds|thousands)\s+digit\s+of\s+(?:the\s+(?:sum|product|value|result)\s+(?:of\s+)?)?"), "digit"),
    (re.compile(r"(?i)^(?:what\s+is|find|compute|give)?\s*(?:the\s+)?(?:integral|integer|whole(?:\s+number)?)\s+part\s+of\s+"), "whole"),
    (re.compile(r"(?i)^how\s+many\s+(?:trailing\s+)?zeros?\s+(?:are\s+(?:there\s+)?at\s+the\s+end\s+of|does)\s+(?:the\s+(?:product|value)\s+(?:of\s+)?)?"), "zeros"),
)  # fmt: skip
_EN_PLACES: Final = {"units": 0, "ones": 0, "tens": 1, "hundreds": 2, "thousands": 3}
WORDS: Final = {
    "digit": Words("In \\({value}\\) the digit asked for is \\({answer}\\).", "\\({value}\\) 的这一位数字是 \\({answer}\\)。"),
    "whole": Words("\\({low}\\le {value}<{high}\\), so the whole part is \\({answer}\\).", "\\({low}\\le {value}<{high}\\)，所以整数部分是 \\({answer}\\)。"),
    "zeros": Words("\\({value}\\) ends in \\({answer}\\) zeros.", "\\({value}\\) 的末尾有 \\({answer}\\) 个零。"),
    "answer": Words("The answer is \\({answer}\\).", "答案是 \\({answer}\\)。"),
    "note_digit": Words("the digit at this place", "取出这一位上的数字"),
    "note_whole": Words("the largest whole number that is not above it", "不超过它的最大整数"),
    "note_zeros": Words("zeros at the end", "数末尾的零"),
    "method_digit": Words("the value worked out again, and cut off by division", "重新算出这个数，再用除法取出这一位"),
    "method_whole": Words("the value lies between the answer and the next whole number", "这个数在答案与下一个整数之间"),
    "method_zeros": Words("divided by that power of ten, and not by the next", "能被 10 的这个次幂整除，不能被更高次幂整除"),
}  # fmt: skip
_SHORT: Final = first_whole(bounded_integers.read, accuracy.read, shares.read)


def read(text: Text) -> Reading:
    """A question for a feature of an expression's value, or one of the short questions about numbers."""
    if (short := _SHORT(text)) is not None:
        return short
    source = text.source
    for pattern, kind in _ZH if text.language == "zh" else _EN:
        match = pattern.search(source)
        if match is None:
            continue
        rest = source[: match.start()] if text.language == "zh" else source[match.end() :].rstrip(" .?!")
        place = 0
        if kind == "digit":
            place = _PLACES[match["place"]] if text.language == "zh" else _EN_PLACES[match["place"].lower()]
        return _feature(rest, kind, place, text.language)
    return None


def _feature(rest: str, kind: str, place: int, language: Language) -> Reading:
    from solver.topics import read_text

    rest = re.sub(
        r"^(?:分数|小数|已知|若|设|数)?\s*\$?\s*[A-Z]\s*=\s*(?=[^=]*$)", "$" if "$" in rest else "", rest
    ).strip(" ,，")
    rest = re.sub(r"\$\s*=\s*\$?$|=\s*\$?$", "$" if rest.count("$") % 2 else "", rest)
    said = re.sub(r"算式|式子|请问|请|问|计算|试?求|在|那么|则|已知|分数", "", rest)
    if not re.search(r"\d", rest) or len(rest) > 400 or "=" in rest or re.search("[\u3400-\u9fff]", said):
        return None
    try:
        inner = read_text(Text(rest, language))
    except Unworkable:
        return None
    if not isinstance(inner, Computation | MixedSum | FiniteSum):
        return None
    value = (
        inner.value
        if isinstance(inner, FiniteSum)
        else to_sympy(inner.plain if isinstance(inner, MixedSum) else inner.node)
    )
    if (
        not isinstance(value, sp.Rational)
        or value <= 0
        or kind != "whole"
        and not value.is_Integer
        or value >= 10**MAX_DIGITS
    ):
        return None
    return Feature(inner, value, kind, place, language)


@dataclass(frozen=True, slots=True)
class Feature:
    """A digit (`place` from the right), the whole part or the zeros at the end of `value`, which `inner` finds."""

    inner: Computation | MixedSum | FiniteSum
    value: sp.Rational
    kind: str
    place: int
    language: Language

    def _answer(self) -> int:
        if self.kind == "whole":
            return int(sp.floor(self.value))
        digits = str(self.value)
        if self.kind == "zeros":
            return len(digits) - len(digits.rstrip("0"))
        return int(int(self.value) // 10**self.place % 10)

    def solution(self) -> Solution:
        """The value first, then what is asked of it."""
        inner, say, answer = self.inner.solution(), self.language, self._answer()
        facts = {"value": exact_latex(self.value), "answer": answer, "low": answer, "high": answer + 1}
        *lines, last = inner.cell.split("\n")
        ask = {
            "digit": f"int(value) // 10**{self.place} % 10",
            "whole": "int(value // 1)",
            "zeros": 'len(str(value)) - len(str(value).rstrip("0"))',
        }[self.kind]
        note = "# " + WORDS[f"note_{self.kind}"].say(say)
        return Solution(
            (*inner.steps, WORDS[self.kind].say(say, **facts)),
            "\n".join([*lines, f"value = {last}", note, ask]),
        )

    def conclude(self, value: Any) -> Conclusion | None:
        """One whole number."""
        if not isinstance(value, int | sp.Integer):
            return None
        return Conclusion(WORDS["answer"].say(self.language, answer=value), str(value))

    def check(self, answer: str) -> CheckPlan | None:
        """By division, from the value as a fraction."""
        values = values_in(answer)
        if values is None or len(values) != 1 or not isinstance(values[0], sp.Integer):
            return None
        x, top, bottom = int(values[0]), int(self.value.p), int(self.value.q)
        lines = {
            "digit": [f"value = {top}", f"value % 10**{self.place + 1} // 10**{self.place} == {x}"],
            "whole": ["from fractions import Fraction", "", f"value = Fraction({top}, {bottom})", f"{x} <= value < {x + 1}"],
            "zeros": [f"value = {top}", f"{x} >= 0 and value % 10**max({x}, 0) == 0 and value % 10**({max(x, 0)} + 1) != 0"],
        }[self.kind]  # fmt: skip
        claim = WORDS["answer"].say(self.language, answer=answer).rstrip("。.")
        return CheckPlan(claim, WORDS[f"method_{self.kind}"].say(self.language), "\n".join(lines))
