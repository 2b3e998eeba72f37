"""The remainder of a high power, found by the cycle of the remainders or by repeated squaring; the last digit is one of them.

One power of a whole number, divided by a number of at most six digits; sums of powers are not read.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.formula import Node
from solver.formula.nodes import Binary
from solver.latex import values_in
from solver.ports import CheckPlan, Language
from solver.topics.arguments import argument
from solver.topics.base import Conclusion, Solution, Words
from solver.topics.cells import cell, comment

MAX_MODULUS: Final = 10**6
MAX_SIZE: Final = 10**60
_LISTED: Final = 24
"""A longer cycle is not written down; then squaring is shorter."""

WORDS: Final = {
    "digit": Words("The last digit is the remainder of the division by 10.", "个位数字就是除以 10 的余数。"),
    "digits": Words("The last {k} digits are the remainder of the division by \\({m}\\).", "末 {k} 位数字就是除以 \\({m}\\) 的余数。"),
    "base": Words("\\({b}\\) leaves the remainder \\({r}\\) when divided by \\({m}\\), and so do products of such numbers: work with \\({r}^{{{n}}}\\).",
                  "\\({b}\\) 除以 \\({m}\\) 余 \\({r}\\)，乘积的余数只与各因数的余数有关，所以只需考虑 \\({r}^{{{n}}}\\)。"),
    "cycle": Words("Each power is the last one times \\({b}\\), so its remainder by \\({m}\\) follows from the last remainder. For the exponents 1, 2, 3, … they are \\({listed}\\), and from there on they repeat: "
                   "from exponent {start} on every {period} steps.",
                   "每个幂是前一个幂乘 \\({b}\\)，它除以 \\({m}\\) 的余数由前一个余数决定。指数为 1，2，3，… 时余数依次是 \\({listed}\\)，以后重复：从指数 {start} 起每 {period} 个一循环。"),
    "place": Words("\\({n}={start}+{period}\\times {q}+{s}\\), so \\({b}^{{{n}}}\\) leaves the same remainder as \\({b}^{{{e}}}\\): \\({answer}\\).",
                   "\\({n}={start}+{period}\\times {q}+{s}\\)，所以 \\({b}^{{{n}}}\\) 与 \\({b}^{{{e}}}\\) 的余数相同：\\({answer}\\)。"),
    "square": Words("Square again and again and keep only the remainders by \\({m}\\): \\[{lines}\\]", "反复平方，每次只保留除以 \\({m}\\) 的余数：\\[{lines}\\]"),
    "combine": Words("\\({n}={binary}\\), so multiply these powers, again keeping remainders only: \\({answer}\\).", "\\({n}={binary}\\)，把这些幂相乘，仍只保留余数：\\({answer}\\)。"),
    "code": Words("pow with three numbers keeps remainders only", "三个参数的 pow 只保留余数"),
    "remainder": Words("The remainder is \\({answer}\\).", "余数是 \\({answer}\\)。"),
    "lasts": Words("The last {k} digits of \\({b}^{{{n}}}\\) are \\({answer}\\).", "\\({b}^{{{n}}}\\) 的末 {k} 位数字是 \\({answer}\\)。"),
    "last": Words("The last digit of \\({b}^{{{n}}}\\) is \\({answer}\\).", "\\({b}^{{{n}}}\\) 的个位数字是 \\({answer}\\)。"),
    "method": Words("walked along the remainders of the powers until they repeat", "逐个求幂的余数，直到出现循环"),
}  # fmt: skip


def power_remainder(
    node: Node, modulus: int, values: Mapping[str, Any], language: Language, *, digits: int = 0
) -> PowerRemainder | None:
    """The task for `node`, where it is a power of whole numbers.

    >>> from solver.formula import parse
    >>> power_remainder(parse("7^2023"), 10, {}, "en").exponent
    2023
    """
    if not isinstance(node, Binary) or node.op != "^" or not 1 < modulus <= MAX_MODULUS:
        return None
    base, exponent = argument(node.left, values), argument(node.right, values)
    if base is None or exponent is None or not base.is_whole or not exponent.is_whole:
        return None
    if not 1 < base.value < MAX_SIZE or not 1 < exponent.value < MAX_SIZE:
        return None
    return PowerRemainder(int(base.value), int(exponent.value), modulus, digits, language)


@dataclass(frozen=True, slots=True)
class PowerRemainder:
    """`base` to the power `exponent` divided by `modulus`; `digits`: so many last ones are asked for (none: the remainder is)."""

    base: int
    exponent: int
    modulus: int
    digits: int
    language: Language

    def solution(self) -> Solution:
        """The cycle where it is short, else repeated squaring."""
        say, b, n, m = self.language, self.base, self.exponent, self.modulus
        about = "digits" if self.digits > 1 else "digit"
        steps = [WORDS[about].say(say, k=self.digits, m=m)] if self.digits else []
        if b >= m:
            steps.append(WORDS["base"].say(say, b=b, r=b % m, n=n, m=m))
        steps += self._by_cycle(b % m) or self._by_squares(b % m)
        source = cell(comment(WORDS["code"].say(say)), f"pow({b}, {n}, {m})")
        return Solution(tuple(steps), source)

    def _by_cycle(self, b: int) -> list[str]:
        m, n, say = self.modulus, self.exponent, self.language
        found, r = list[int](), b % m
        while r not in found:
            if len(found) == _LISTED:
                return []
            found.append(r)
            r = r * b % m
        start = found.index(r) + 1
        period = len(found) - start + 1
        first = WORDS["cycle"].say(
            say, b=b, m=m, listed=",\\ ".join(map(str, found)), start=start, period=period
        )
        if n <= len(found):
            return [first]
        q, s = divmod(n - start, period)
        facts = {"n": n, "start": start, "period": period, "q": q, "s": s, "b": b, "e": start + s}
        return [first, WORDS["place"].say(say, answer=found[start + s - 1], **facts)]

    def _by_squares(self, b: int) -> list[str]:
        m, n, say = self.modulus, self.exponent, self.language
        exponents = [2**k for k in range(n.bit_length())]
        lines = r",\ ".join(rf"{b}^{{{e}}}\to {pow(b, e, m)}" for e in exponents)
        binary = "+".join(str(e) for e in reversed(exponents) if n & e)
        return [
            WORDS["square"].say(say, m=m, lines=lines),
            WORDS["combine"].say(say, n=n, binary=binary, answer=pow(b, n, m)),
        ]

    def _sentence(self, answer: str) -> str:
        name = "lasts" if self.digits > 1 else "last" if self.digits else "remainder"
        return WORDS[name].say(self.language, b=self.base, n=self.exponent, k=self.digits, answer=answer)

    def conclude(self, value: Any) -> Conclusion | None:
        """A whole number."""
        if not isinstance(value, sp.Integer):
            return None
        answer = str(value).zfill(self.digits)  # 01, not 1
        return Conclusion(self._sentence(answer), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """Walk along the remainders until they repeat."""
        values = values_in(answer)
        if values is None or len(values) != 1 or not isinstance(values[0], sp.Integer):
            return None
        source = cell(
            f"b, n, m = {self.base}, {self.exponent}, {self.modulus}",
            "seen, r = {}, 1 % m",
            "while r not in seen:",
            "    seen[r] = len(seen)",
            "    r = r * b % m",
            "start, period = seen[r], len(seen) - seen[r]",
            "place = n if n < start else start + (n - start) % period",
            f"list(seen)[place] == {values[0]}",
        )
        return CheckPlan(self._sentence(answer), WORDS["method"].say(self.language), source)
