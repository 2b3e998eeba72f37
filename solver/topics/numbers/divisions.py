"""Division with remainder of whole numbers: quotient, remainder, or both.

Read: two whole numbers, written out, as powers or other expressions (`2^100` divided by 7), or as settled letters. Not:
polynomials, negative numbers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.formula.nodes import Binary, Relation
from solver.latex import exact_latex, values_in
from solver.ports import CheckPlan, Language
from solver.reader import Account, account
from solver.reader.numerals import in_digits
from solver.topics.arguments import Argument, argument, arguments, asked_side
from solver.topics.base import Conclusion, Reading, Solution, Text, Unread, Words
from solver.topics.cells import cell
from solver.topics.numbers.power_remainders import power_remainder

VOCABULARY: Final = {
    "modulo": "modulo|mod",
    "remainder": "remainder|remainders|the remainder|remainder of|余数|的余数|余|余数是|余数为|余数是多少",
    "quotient": "quotient|the quotient|quotient of|商|的商|商是|商为",
    "over": "divided by|is divided by|over|除以",
    "into": "除",
    "divide": "divide|dividing|division|division of|dividend|divisor|用|把|将",
    "by": "by",
    "words": "leaves|leave|left|left over|after|a number|number|whole number|integer|integers|get|得|得到|得到的|所得|所得的|整数|各|分别",
}
WORDS: Final = {
    "division": Words(
        "Divide with remainder: the largest multiple of \\({b}\\) that is not above \\({a}\\) is \\({b}\\times {q}={product}\\), and \\[{a}={b}\\times {q}+{r}\\qquad(0\\le {r}<{b})\\]",
        "做带余除法：不超过 \\({a}\\) 的 \\({b}\\) 的最大倍数是 \\({b}\\times {q}={product}\\)，所以 \\[{a}={b}\\times {q}+{r}\\qquad(0\\le {r}<{b})\\]",
    ),
    "quotient": Words("The quotient is \\({answer}\\).", "商是 \\({answer}\\)。"),
    "remainder": Words("The remainder is \\({answer}\\).", "余数是 \\({answer}\\)。"),
    "both": Words("Quotient and remainder: \\({answer}\\).", "商和余数：\\({answer}\\)。"),
    "method": Words(
        "multiplied back, and the remainder compared with the divisor", "乘回去验算，并检验余数小于除数"
    ),
}  # fmt: skip
MAX_DIGITS: Final = 60
_GIVEN: Final = re.compile(
    r"(?i)\b(?:a|leav\w*|giv\w*|ha[sd]|have)\s+(?:a\s+)?remainder\s+(?:of\s+)?\$?\d|\bremainder\s+\$?\d"
)
"""A remainder that the problem gives: "leaves a remainder of 3 when divided by 7"."""
_PARTS: Final = ("quotient", "remainder")


def read(text: Text) -> Reading:
    """A question for quotient or remainder of one division."""
    if _GIVEN.search(text.source):
        return None
    found = account(in_digits(text.source), VOCABULARY)
    wanted = ("remainder",) if _is_modulo(found) else tuple(c for c in found.concepts if c in _PARTS)
    if "remainder" not in wanted or len(wanted) != len(set(wanted)):
        return None
    nodes = list(map(asked_side, found.nodes))
    if len(nodes) == 1 and isinstance(nodes[0], Binary) and nodes[0].op == "/":
        nodes = [nodes[0].left, nodes[0].right]
    elif not _is_division(found):
        return None
    if len(nodes) != 2 or any(isinstance(n, Relation) for n in nodes):
        return None
    if found.has("into") and not found.has("over"):
        nodes.reverse()  # 用7除100: 100 ÷ 7
    numbers = arguments(tuple(nodes), text.values)
    power = None
    if (numbers is None or numbers[0].value >= 10**MAX_DIGITS) and wanted == ("remainder",):
        below = argument(nodes[1], text.values)
        if below is not None and below.is_whole and below.value > 1:
            power = power_remainder(nodes[0], int(below.value), text.values, text.language)
    if numbers is None and power is None:
        return None
    if found.unread:
        return Unread(found.unread)
    if power is not None or numbers is None:
        return power
    dividend, divisor = numbers
    if not (dividend.is_whole and divisor.is_whole and divisor.value > 0 and dividend.value >= 0):
        return None
    if max(dividend.value, divisor.value) >= 10**MAX_DIGITS:
        return None
    return Division(dividend, divisor, wanted, text.language)


def _is_modulo(found: Account) -> bool:
    """`100 mod 7` and nothing else."""
    return [c for c in found.concepts if c not in ("ask", "is")] == ["#0", "modulo", "#1"]


def _is_division(found: Account) -> bool:
    """Whether one number is divided by the other: 除以7余3 and "divided by a number, the remainder is 3" do not say so."""
    said = [c for c in found.concepts if c not in ("ask", "is", "words")]
    at = said.index("#0") if "#0" in said else len(said)
    match said[at : at + 3]:
        case ["#0", "over" | "into" | "modulo", "#1"]:
            return True
        case ["#0", "by", "#1"]:
            return found.has("divide")
    return False


@dataclass(frozen=True, slots=True)
class Division:
    """`wanted` of the division of one number by another."""

    above: Argument
    below: Argument
    wanted: tuple[str, ...]
    language: Language

    @property
    def dividend(self) -> int:
        """What is divided."""
        return int(self.above.value)

    @property
    def divisor(self) -> int:
        """What it is divided by."""
        return int(self.below.value)

    def _values(self) -> dict[str, int]:
        quotient, remainder = divmod(self.dividend, self.divisor)
        return {"quotient": quotient, "remainder": remainder}

    @property
    def _name(self) -> str:
        return self.wanted[0] if len(self.wanted) == 1 else "both"

    def solution(self) -> Solution:
        """The division with its remainder."""
        say, values = self.language, self._values()
        steps = [step for number in (self.above, self.below) if (step := number.step(say))]
        q, r = values["quotient"], values["remainder"]
        facts = {"a": self.dividend, "b": self.divisor, "q": q, "r": r, "product": self.divisor * q}
        steps.append(WORDS["division"].say(say, **facts))
        parts = {"quotient": "a // b", "remainder": "a % b"}
        last = ", ".join(parts[w] for w in self.wanted)
        return Solution(tuple(steps), cell(f"a, b = {self.above.source}, {self.below.source}", last))

    def conclude(self, value: Any) -> Conclusion | None:
        """The number, or both numbers in the order asked for."""
        values = value if isinstance(value, tuple | list | sp.Tuple) else (value,)
        if len(values) != len(self.wanted):
            return None
        answer = ",\\ ".join(map(exact_latex, values))
        return Conclusion(WORDS[self._name].say(self.language, answer=answer), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """Multiply back."""
        values = values_in(answer)
        if values is None or len(values) != len(self.wanted) or not all(v.is_Integer for v in values):
            return None
        known = {**self._values(), **dict(zip(self.wanted, map(int, values), strict=True))}
        lines = [
            f"a, b = {self.dividend}, {self.divisor}",
            f"q, r = {known['quotient']}, {known['remainder']}",
        ]
        claim = WORDS[self._name].say(self.language, answer=answer)
        source = cell(*lines, "a == b*q + r and 0 <= r < b")
        return CheckPlan(claim, WORDS["method"].say(self.language), source)
