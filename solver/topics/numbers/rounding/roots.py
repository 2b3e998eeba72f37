"""Round a root exactly: powers of whole multiples of the unit are compared with the number, no approximations.

Positive radicands; square roots and every other degree, times a rational factor.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Final

import sympy as sp

from solver.latex import values_in
from solver.ports import CheckPlan, Language
from solver.topics.arguments import Argument
from solver.topics.base import Conclusion, Solution, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.numbers.rounding.numbers import decimal_places, written
from solver.topics.numbers.rounding.target import Target

MAX_DEGREE: Final = 60
_MAX_POWER: Final = 10**200

WORDS: Final = {
    "inside": Words("Put everything under one root: \\[{root}={single}\\]", "都写到根号里：\\[{root}={single}\\]"),
    "exact": Words("\\({answer}^{{{k}}}={x}\\), so \\({root}={answer}\\) exactly.", "因为 \\({answer}^{{{k}}}={x}\\)，所以 \\({root}={answer}\\)。"),
    "between": Words("Try neighbouring numbers: \\[{below}^{{{k}}}={low}<{x}<{high}={above}^{{{k}}}\\] so the root lies between \\({below}\\) and \\({above}\\).",
                     "试相邻的数：\\[{below}^{{{k}}}={low}<{x}<{high}={above}^{{{k}}}\\] 所以这个根在 \\({below}\\) 和 \\({above}\\) 之间。"),
    "middle": Words("Half way: \\({middle}^{{{k}}}={power}{sign}{x}\\), so the root is {side} \\({middle}\\) and nearer to \\({answer}\\).",
                    "看正中间：\\({middle}^{{{k}}}={power}{sign}{x}\\)，所以根{side} \\({middle}\\)，更接近 \\({answer}\\)。"),
    "half": Words("Half way: \\({middle}^{{{k}}}={x}\\), the root is exactly \\({middle}\\); halves are rounded away from zero.",
                  "看正中间：\\({middle}^{{{k}}}={x}\\)，根恰好是 \\({middle}\\)，五入。"),
    "sign": Words("The sign stays: \\({answer}\\).", "符号不变：\\({answer}\\)。"),
    "above": Words("above", "大于"),
    "below": Words("below", "小于"),
    "answer": Words("\\({root}\\approx {answer}\\).", "\\({root}\\approx {answer}\\)。"),
    "exactly": Words("\\({root}={answer}\\).", "\\({root}={answer}\\)。"),
    "code": Words("the largest multiple of the unit whose power is not above x, or the next one where the middle is not above either", "先找乘方不超过 x 的最大倍数，再看正中间的乘方是否超过 x"),
    "method": Words("raised the ends of the interval that rounds to it to the power", "把舍入到它的区间的两个端点乘方，看所给的数是否在其间"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class RoundedRoot:
    """`factor` times `number` to the power `exponent`, as exactly as `target` wants it."""

    number: Argument
    exponent: Fraction
    factor: Fraction
    target: Target
    language: Language

    @property
    def degree(self) -> int:
        """The index of the root."""
        return self.exponent.denominator

    @property
    def radicand(self) -> Fraction:
        """What stands under the root when everything is put there."""
        return self.number.value**self.exponent.numerator * abs(self.factor) ** self.degree

    @property
    def unit(self) -> Fraction:
        """The answer is a multiple of it."""
        return self.target.unit or Fraction(1)

    def is_answerable(self) -> bool:
        """Whether powers stay readable, and there is one answer."""
        x = self.number.value
        size = max(x.numerator, x.denominator).bit_length() * self.exponent.numerator
        if size > _MAX_POWER.bit_length() or self.degree * self.unit.denominator.bit_length() > 700:
            return False
        if max(self.factor.numerator, self.factor.denominator).bit_length() * self.degree > 400:
            return False
        below = self._below()
        return not self.target.nearest_only or (below + self.unit / 2) ** self.degree != self.radicand

    def _below(self) -> Fraction:
        """The largest multiple of the unit that is not above the root."""
        units = self.radicand / self.unit**self.degree
        return int(sp.integer_nthroot(units.__floor__(), self.degree)[0]) * self.unit

    def _result(self) -> Fraction:
        below = self._below()
        size = below + self.unit if (below + self.unit / 2) ** self.degree <= self.radicand else below
        return size if self.factor > 0 else -size

    def _write(self, value: Fraction) -> str:
        return written(value, decimal_places(self.unit) or 0)

    @staticmethod
    def _root(x: str, degree: int) -> str:
        return rf"\sqrt{{{x}}}" if degree == 2 else rf"\sqrt[{degree}]{{{x}}}"

    @property
    def _shown(self) -> str:
        inner = written(self.number.value)
        p = self.exponent.numerator
        root = self._root(inner if p == 1 else f"{inner}^{{{p}}}", self.degree)
        size = abs(self.factor)
        return ("-" if self.factor < 0 else "") + (written(size) if size != 1 else "") + root

    def solution(self) -> Solution:
        """Neighbours, then the middle; then the cell."""
        say, x, k, unit = self.language, self.radicand, self.degree, self.unit
        worked = self.number.step(say)
        steps = [worked] if worked else []
        if abs(self.factor) != 1 or self.exponent.numerator != 1:
            single = ("-" if self.factor < 0 else "") + self._root(written(x), k)
            steps.append(WORDS["inside"].say(say, root=self._shown, single=single))
        below = self._below()
        size = abs(self._result())
        facts = {"k": k, "x": written(x), "answer": written(size)}
        if below**k == x:
            steps.append(WORDS["exact"].say(say, root=self._root(written(x), k), **facts))
        else:
            steps += self._between(below, facts)
        if self.factor < 0:
            steps.append(WORDS["sign"].say(say, answer=self._write(-size)))
        last = "below + unit if is_nearer_above else below"
        source = cell(
            f"x, k, unit = {exact_source(sp.Rational(x.numerator, x.denominator))}, {k}, {exact_source(sp.Rational(unit.numerator, unit.denominator))}",
            comment(WORDS["code"].say(say)),
            "below = integer_nthroot(int(Rational(x) / unit**k), k)[0] * unit",
            "is_nearer_above = (below + Rational(unit)/2)**k <= x",
            last if self.factor > 0 else f"-({last})",
        )
        return Solution(tuple(steps), source)

    def _between(self, below: Fraction, facts: dict[str, Any]) -> list[str]:
        say, x, k = self.language, self.radicand, self.degree
        above, middle = below + self.unit, below + self.unit / 2
        ends = {"below": below, "above": above, "low": below**k, "high": above**k}
        steps = [WORDS["between"].say(say, **facts, **{name: written(v) for name, v in ends.items()})]
        power = middle**k
        if power == x:
            return [*steps, WORDS["half"].say(say, middle=written(middle), **facts)]
        side = WORDS["above" if power < x else "below"].say(say)
        sign = "<" if power < x else ">"
        shown = {"middle": written(middle), "power": written(power), "sign": sign, "side": side}
        return [*steps, WORDS["middle"].say(say, **facts, **shown)]

    def conclude(self, value: Any) -> Conclusion | None:
        """The rounded root with all its decimals."""
        if not isinstance(value, sp.Rational):
            return None
        result = Fraction(int(value.p), int(value.q))
        answer = self._write(result)
        word = WORDS["exactly" if abs(result) ** self.degree == self.radicand else "answer"]
        return Conclusion(word.say(self.language, root=self._shown, answer=answer), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """The ends of the interval that rounds to the answer, raised to the power."""
        values = values_in(answer)
        if values is None or len(values) != 1 or not isinstance(values[0], sp.Rational):
            return None
        claim = values[0] if self.factor > 0 else -values[0]
        x, unit = self.radicand, self.unit
        lines = [
            "from fractions import Fraction",
            "",
            f"x, k, unit = Fraction({x.numerator}, {x.denominator}), {self.degree}, Fraction({unit.numerator}, {unit.denominator})",
            f"claim = Fraction({claim.p}, {claim.q})",
            "low, high = max(claim - unit/2, 0), claim + unit/2",
            "claim >= 0 and (claim / unit).denominator == 1 and low**k <= x < high**k",
        ]
        sentence = WORDS["answer"].say(self.language, root=self._shown, answer=answer)
        return CheckPlan(sentence, WORDS["method"].say(self.language), "\n".join(lines))
