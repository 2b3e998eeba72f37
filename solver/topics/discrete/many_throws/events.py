"""Events of several throws: which outcomes they have, as a test in Python, and how a step speaks of them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from math import prod
from typing import Final

from solver.topics.base import Words

MAX_OUTCOMES: Final = 50_000


@dataclass(frozen=True, slots=True)
class Throws:
    """`count` equal dice with faces 1 to `sides`; a coin has two sides, 1 for heads and 0 for tails."""

    count: int
    sides: int

    @property
    def faces(self) -> range:
        """What one of them can show."""
        return range(2) if self.is_coin else range(1, self.sides + 1)

    @property
    def is_coin(self) -> bool:
        """Whether they are coins."""
        return self.sides == 2

    @property
    def outcomes(self) -> int:
        """How many equally likely outcomes there are."""
        return int(self.sides**self.count)


@dataclass(frozen=True, slots=True)
class Event:
    """`kind`: "number" (so many of them show one of `faces`), "same" (the largest group of equal ones has so many), "total" (sum, product, difference
    or largest is one of `wanted`), "order" (just this sequence), "both" (all `parts` happen)."""

    kind: str
    wanted: tuple[int, ...] = ()
    faces: tuple[int, ...] = ()
    of: str = ""
    parts: tuple[Event, ...] = ()

    def holds(self, throw: tuple[int, ...]) -> bool:
        """Whether an outcome belongs to it."""
        match self.kind:
            case "number":
                return sum(face in self.faces for face in throw) in self.wanted
            case "same":
                return max(Counter(throw).values()) in self.wanted
            case "order":
                return throw == self.wanted
            case "both":
                return all(part.holds(throw) for part in self.parts)
        return total_of(self.of, throw) in self.wanted

    def source(self) -> str:
        """The same in Python, of an outcome `t`."""
        wanted = _listed(self.wanted)
        match self.kind:
            case "number":
                return f"sum(face in {list(self.faces)} for face in t) in {wanted}"
            case "same":
                return f"max(t.count(face) for face in t) in {wanted}"
            case "order":
                return f"t == {self.wanted}"
            case "both":
                return " and ".join(part.source() for part in self.parts)
        value = {
            "sum": "sum(t)",
            "product": "prod(t)",
            "difference": "max(t) - min(t)",
            "largest": "max(t)",
            "smallest": "min(t)",
        }[self.of]
        return f"{value} in {wanted}"


def total_of(of: str, throw: tuple[int, ...]) -> int:
    """The sum, product, difference, largest or smallest of what was thrown."""
    match of:
        case "sum":
            return sum(throw)
        case "product":
            return prod(throw)
        case "difference":
            return max(throw) - min(throw)
    return max(throw) if of == "largest" else min(throw)


def _listed(values: tuple[int, ...]) -> str:
    if len(values) > 3 and values == tuple(range(values[0], values[-1] + 1)):
        return f"range({values[0]}, {values[-1] + 1})"
    return str(list(values))


WORDS: Final = {
    "all": Words("Each of the \\({count}\\) can fall in \\({sides}\\) equally likely ways, so there are \\({sides}^{{{count}}}={outcomes}\\) equally likely outcomes.", "每次有 \\({sides}\\) 种等可能的结果，共有 \\({sides}^{{{count}}}={outcomes}\\) 种等可能的结果。"),
    "exactly": Words("Choose which \\({k}\\) of the \\({n}\\) they are; each of these then has \\({good}\\) and each other one \\({bad}\\) possible results: \\[\\binom{{{n}}}{{{k}}}\\cdot {good}^{{{k}}}\\cdot {bad}^{{{rest}}}={value}\\]", "先选出是哪 \\({k}\\) 个（共 \\({n}\\) 个）；它们各有 \\({good}\\) 种、其余各有 \\({bad}\\) 种结果：\\[\\binom{{{n}}}{{{k}}}\\cdot {good}^{{{k}}}\\cdot {bad}^{{{rest}}}={value}\\]"),
    "cases": Words("Altogether \\({terms}={value}\\) outcomes fit.", "合计 \\({terms}={value}\\) 种结果符合。"),
    "opposite": Words("The opposite is that all are different: \\({product}={different}\\) outcomes. So \\({outcomes}-{different}={value}\\) outcomes fit.", "对立事件是各不相同：\\({product}={different}\\) 种。所以符合的有 \\({outcomes}-{different}={value}\\) 种。"),
    "different": Words("For the first there are \\({sides}\\) possibilities, for each next one fewer: \\({product}={value}\\) outcomes fit.", "第一个有 \\({sides}\\) 种，以后每个少一种：符合的有 \\({product}={value}\\) 种。"),
    "alike": Words("All the same: one outcome for each of the \\({sides}\\) faces, so \\({value}\\) outcomes fit.", "全部相同：每种点数一种，共 \\({value}\\) 种。"),
    "listed": Words("These fit: \\({outcomes}\\); \\({value}\\) outcomes.", "符合的结果有：\\({outcomes}\\)，共 \\({value}\\) 种。"),
    "by_value": Words("Going through the possible values, the numbers of outcomes are {table}; altogether \\({value}\\) outcomes fit.", "逐个取值计数：{table}；合计 \\({value}\\) 种结果符合。"),
    "counted": Words("Going through all outcomes, \\({value}\\) fit.", "逐个检验所有结果，符合的有 \\({value}\\) 种。"),
    "nothing": Words("No outcome fits.", "没有符合的结果。"),
    "chance": Words("So the probability is \\[{chance}\\]", "所以概率是 \\[{chance}\\]"),
    "weighted": Words("Heads has the probability \\({p}\\), tails \\({q}\\), and the throws are independent. For \\({k}\\) heads in \\({n}\\) throws: \\[\\binom{{{n}}}{{{k}}}\\cdot\\left({p}\\right)^{{{k}}}\\cdot\\left({q}\\right)^{{{rest}}}={value}\\]", "正面的概率是 \\({p}\\)，反面是 \\({q}\\)，各次独立。\\({n}\\) 次中恰有 \\({k}\\) 次正面：\\[\\binom{{{n}}}{{{k}}}\\cdot\\left({p}\\right)^{{{k}}}\\cdot\\left({q}\\right)^{{{rest}}}={value}\\]"),
    "in_order": Words("In just this order the probabilities are multiplied: \\[{product}={value}\\]", "按这个次序，概率相乘：\\[{product}={value}\\]"),
    "added": Words("Added: \\({terms}={value}\\).", "相加：\\({terms}={value}\\)。"),
    "expected": Words("The expected value is the sum of each value times its probability: \\[\\frac{{{terms}}}{{{outcomes}}}={value}\\]", "期望值等于各值与其概率之积的和：\\[\\frac{{{terms}}}{{{outcomes}}}={value}\\]"),
    "code": Words("all outcomes, and those that fit", "所有结果与符合的结果"),
    "code_weighted": Words("heads with the probability p", "正面的概率为 p"),
    "code_expected": Words("the average over all outcomes", "对所有结果取平均"),
    "method": Words("counted the outcomes that do not fit, one throw after the other", "逐次累加，数出不符合的结果"),
    "method_weighted": Words("the distribution of the number of heads was built throw by throw", "逐次求出正面次数的分布"),
    "sentence": Words("The probability is \\({answer}\\).", "概率是 \\({answer}\\)。"),
    "expected_answer": Words("The expected value is \\({answer}\\).", "期望值是 \\({answer}\\)。"),
}  # fmt: skip
