"""Numbers told by a part of them, and divisions told by their parts: "3/8 of a number is 51", quotient, remainder and difference."""

from __future__ import annotations

from typing import Final

from solver.topics.stories.school.english.methods.families import Bag, family
from solver.topics.stories.school.working import Unfit, Working, num

_A: Final = "(a|the|this|that|some|an) ~1 number"
_IT: Final = "(it|the number|this number|that number|the same number|the original number|this same number)"


@family(
    r"\bnumber\b",
    facts={
        "part": (f"<f:part> of {_A} is <n>", f"(if)? <f:percent> of {_A} is <n>", f"<n> is <f:part> of {_A}", f"{_A} times <f:part> is <n>"),
    },
    asks={
        "other": (f"(what is|find|calculate|work out) <g:part> of {_IT}", f"(what is|find|calculate|work out) <g:percent> of {_IT}", f"(what is|find|calculate) <k> times {_IT}", f"how much is <g:part> of {_IT}"),
        "whole": (f"(what is|find) {_IT}",),
    },
)  # fmt: skip
def _part_of_number(bag: Bag, work: Working) -> None:
    """The number first, then the other part of it."""
    bag.need("part")
    part = bag.one("part")
    number = work.step("the number: what the part is divided by the part", part["n"] / part["f"])
    if bag.asked.kind == "whole":
        work.give(number, "", "the number")
        return
    other = bag.asked["k"] if bag.asked.has("k") else bag.asked["g"]
    work.give(work.step("this part of the number", number * other), "", "the answer")


_PART: Final = "(the)? (dividend|first number|larger number|bigger number|number)"
_BY: Final = "(the)? (divisor|second number|smaller number|other number|other)"


@family(
    r"\bquotient\b.*\bremainder\b|\bremainder\b.*\bquotient\b",
    facts={
        "quotient": ("~8 (the)? quotient ~2 (is|of) <q> ~2",),
        "remainder": ("~8 (the)? remainder ~2 (is|of) <r> ~2", "(the)? remainder <r>", "(a)? remainder ~2 <r>"),
        "apart": (f"{_PART} ~2 (is|exceeds)? <d> (more|greater|larger|bigger) than {_BY}", f"{_PART} exceeds {_BY} by <d>", f"{_BY} is <d> (less|smaller) than {_PART}", f"the difference (of|between) {_PART} and {_BY} is <d>"),
        "sum": (f"the sum of {_PART} and {_BY} is <s>", f"{_PART} and {_BY} (add up|sum) to <s>"),
        "divided": ("~4 (one|a|the)? ~2 number is divided by (another|a|the|a smaller|the smaller)? ~2 (number|one|other)? ~3", "in (a|the) division ~3"),
    },
    asks={
        "dividend": ("(what is|find|calculate|work out) (the)? (dividend|larger number|bigger number)",),
        "divisor": ("(what is|find|calculate|work out) (the)? (divisor|smaller number)",),
    },
)  # fmt: skip
def _division(bag: Bag, work: Working) -> None:
    """The dividend is so many times the divisor, and the remainder: with the difference or the sum the divisor follows."""
    if _has_others(bag):
        raise Unfit
    q, r = bag.one("quotient")["q"], bag.one("remainder")["r"]
    if q.value.denominator != 1 or r.value.denominator != 1 or q.value < 1:
        raise Unfit
    if bag.all("apart"):
        rest = work.step("so many divisors less one, without the remainder: the difference less the remainder", bag.one("apart")["d"] - r)  # fmt: skip
        times = work.step("how many times the divisor that is", q - num(1))
    else:
        rest = work.step("dividend and divisor together without the remainder", bag.one("sum")["s"] - r)
        times = work.step("how many times the divisor that is", q + num(1))
    divisor = work.step("the divisor", rest / times)
    if divisor.value.denominator != 1 or divisor.value <= r.value:
        raise Unfit
    if bag.asked.kind == "divisor":
        work.give(divisor, "", "the divisor")
    else:
        work.give(work.step("the dividend: divisor times quotient plus remainder", divisor * q + r), "", "the dividend")  # fmt: skip


def _has_others(bag: Bag) -> bool:
    """Whether something else is told than quotient, remainder, and the difference or the sum."""
    kinds = [f.kind for f in bag.facts if f.kind != "divided"]
    return sorted(kinds) not in (["apart", "quotient", "remainder"], ["quotient", "remainder", "sum"])
