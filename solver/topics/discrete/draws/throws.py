"""The chance of an outcome of dice and coins: outcomes are listed for dice, counted by binomial coefficients for coins.

What is read stands in `throw_reading`.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from itertools import product
from math import comb
from typing import Any, Final

import sympy as sp

from solver.latex import exact_latex, values_in
from solver.ports import CheckPlan, Language
from solver.topics.base import Conclusion, Solution, Text, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.discrete.draws.throw_reading import Throw, read_throw

WORDS: Final = {
    "one_die": Words("A die has \\(6\\) equally likely faces.", "骰子有 \\(6\\) 个面，每个面朝上的可能性相同。"),
    "two_dice": Words(
        "Tell the dice (or the two throws) apart: there are \\(6\\times 6=36\\) equally likely pairs.",
        "把两枚骰子（或两次投掷）区分开，共有 \\(6\\times 6=36\\) 种等可能的结果。",
    ),
    "fits": Words("These fit, \\({good}\\) of them: \\({listed}\\).", "符合要求的有 \\({good}\\) 种：\\({listed}\\)。"),
    "opposite": Words(
        "It is shorter to list those that do not fit, \\({bad}\\) of them: \\({listed}\\). So \\({all}-{bad}={good}\\) fit.",
        "列出不符合的更简便，有 \\({bad}\\) 种：\\({listed}\\)。所以符合的有 \\({all}-{bad}={good}\\) 种。",
    ),
    "never": Words("No outcome fits.", "没有符合要求的结果。"),
    "always": Words("Every outcome fits.", "所有结果都符合要求。"),
    "coins": Words(
        "Each of the \\({count}\\) throws has 2 equally likely results, so there are \\(2^{{{count}}}={ways}\\) equally likely outcomes.",
        "每次有 2 种等可能的结果，共有 \\(2^{{{count}}}={ways}\\) 种等可能的结果。",
    ),
    "heads": Words(
        "Exactly \\({k}\\) heads: choose which throws show heads, \\[\\binom{{{count}}}{{{k}}}={ways}\\]",
        "恰好 \\({k}\\) 次正面：从 \\({count}\\) 次中选出正面的 \\({k}\\) 次，\\[\\mathrm{{C}}_{{{count}}}^{{{k}}}={ways}\\]",
    ),
    "together": Words("Together: \\({sum}={good}\\).", "合计：\\({sum}={good}\\)。"),
    "ratio": Words(
        "Probability = outcomes that fit over all outcomes: \\[P=\\frac{{{good}}}{{{ways}}}{short}\\]",
        "概率等于符合要求的结果数除以所有结果数：\\[P=\\frac{{{good}}}{{{ways}}}{short}\\]",
    ),
    "sentence": Words("The probability is \\({answer}\\).", "概率是 \\({answer}\\)。"),
    "code_dice": Words("all outcomes", "所有结果"),
    "code_coins": Words("choose the throws that show heads", "选出正面朝上的次数"),
    "code_first": Words("what the first die gives, and then the second", "先看第一枚骰子，再看第二枚"),
    "code_list": Words("every row of heads (1) and tails (0)", "列出所有正面（1）和反面（0）的排列"),
    "method_dice": Words("went through the faces of the first die one by one", "按第一枚骰子的点数逐一计算"),
    "method_die": Words("counted the faces that do not fit", "数出不符合的面"),
    "method_coins": Words("listed all outcomes", "列出所有结果"),
}  # fmt: skip
_TESTS: Final = {
    "sum": "sum(t) in {wanted}",
    "all": "all(face in {wanted} for face in t)",
    "some": "any(face in {wanted} for face in t)",
    "same": "len(set(t)) == 1",
    "different": "len(set(t)) > 1",
}


def read_throws(text: Text) -> Throwing | None:
    """A question for the chance of an outcome of dice or coins."""
    throw = read_throw(text.source, text.language)
    return None if throw is None else Throwing(throw, text.language)


@dataclass(frozen=True, slots=True)
class Throwing:
    """The chance of `throw`."""

    throw: Throw
    language: Language

    def _say(self, key: str, **values: object) -> str:
        return WORDS[key].say(self.language, **values)

    def _fits(self, faces: tuple[int, ...]) -> bool:
        wanted = self.throw.wanted
        match self.throw.kind:
            case "sum":
                return sum(faces) in wanted
            case "all":
                return all(face in wanted for face in faces)
            case "some":
                return any(face in wanted for face in faces)
            case "same":
                return len(set(faces)) == 1
            case _:
                return len(set(faces)) > 1

    def solution(self) -> Solution:
        """Outcomes that fit over all outcomes."""
        steps = self._coin_steps() if self.throw.things == "coins" else self._dice_steps()
        return Solution(tuple(steps), cell(*self._lines()))

    def _ratio(self, good: int, ways: int) -> str:
        value = Fraction(good, ways)
        same = (value.numerator, value.denominator) == (good, ways)
        short = "" if same else "=" + exact_latex(sp.Rational(good, ways))
        return self._say("ratio", good=good, ways=ways, short=short)

    def _dice_steps(self) -> list[str]:
        outcomes = list(product(range(1, 7), repeat=self.throw.count))
        good = [t for t in outcomes if self._fits(t)]
        bad = [t for t in outcomes if not self._fits(t)]
        steps = [self._say("two_dice" if self.throw.count == 2 else "one_die")]

        def shown(listed: list[tuple[int, ...]]) -> str:
            return ",\\ ".join(str(t) if len(t) > 1 else str(t[0]) for t in listed)

        if not good or not bad:
            steps.append(self._say("always" if good else "never"))
        elif len(good) <= 18:
            steps.append(self._say("fits", good=len(good), listed=shown(good)))
        else:
            steps.append(
                self._say("opposite", good=len(good), bad=len(bad), all=len(outcomes), listed=shown(bad))
            )
        return [*steps, self._ratio(len(good), len(outcomes))]

    def _coin_steps(self) -> list[str]:
        n, wanted = self.throw.count, self.throw.wanted
        steps = [self._say("coins", count=n, ways=2**n)]
        steps += [self._say("heads", k=k, count=n, ways=comb(n, k)) for k in wanted]
        good = sum(comb(n, k) for k in wanted)
        if len(wanted) > 1:
            steps.append(self._say("together", sum="+".join(str(comb(n, k)) for k in wanted), good=good))
        return [*steps, self._ratio(good, 2**n)]

    @property
    def _test(self) -> str:
        return _TESTS[self.throw.kind].format(wanted=list(self.throw.wanted))

    def _lines(self) -> list[str]:
        n = self.throw.count
        if self.throw.things == "coins":
            return [
                "from math import comb",
                "",
                comment(self._say("code_coins")),
                f"fitting = sum(comb({n}, heads) for heads in {list(self.throw.wanted)})",
                f"Rational(fitting, 2**{n})",
            ]
        return [
            "from itertools import product",
            "",
            comment(self._say("code_dice")),
            f"outcomes = list(product(range(1, 7), repeat={n}))",
            f"fitting = [t for t in outcomes if {self._test}]",
            "Rational(len(fitting), len(outcomes))",
        ]

    def conclude(self, value: Any) -> Conclusion | None:
        """A fraction in lowest terms, between 0 and 1."""
        if not isinstance(value, sp.Rational) or not 0 <= value <= 1:
            return None
        answer = exact_latex(value)
        return Conclusion(self._say("sentence", answer=answer), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """Coins by listing; dice by the first die, then the second."""
        values = values_in(answer)
        if values is None or len(values) != 1 or not values[0].is_Rational:
            return None
        claim, n = self._say("sentence", answer=answer), self.throw.count
        claimed = f"claimed = {exact_source(values[0])}"
        if self.throw.things == "coins":
            lines = [
                "from itertools import product",
                "",
                claimed,
                comment(self._say("code_list")),
                f"rows = list(product([0, 1], repeat={n}))",
                f"Rational(sum(1 for row in rows if sum(row) in {list(self.throw.wanted)}), len(rows)) == claimed",
            ]
            return CheckPlan(claim, self._say("method_coins"), cell(*lines))
        if n == 1:
            lines = [
                claimed,
                f"1 - Rational(sum(1 for face in range(1, 7) if face not in {list(self.throw.wanted)}), 6) == claimed",
            ]
            return CheckPlan(claim, self._say("method_die"), cell(*lines))
        lines = [
            claimed,
            comment(self._say("code_first")),
            "chance = Integer(0)",
            "for first in range(1, 7):",
            f"    fitting = [t for t in ((first, second) for second in range(1, 7)) if {self._test}]",
            "    chance += Rational(1, 6)*Rational(len(fitting), 6)",
            "chance == claimed",
        ]
        return CheckPlan(claim, self._say("method_dice"), cell(*lines))
