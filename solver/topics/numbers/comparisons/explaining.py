"""Why one number is smaller than another: steps that a pupil can follow, each of them true.

Two numbers are compared by sign, then place by place, over a common denominator, by their squares, or as decimals;
longer lists and distances as decimals with as many places as they need.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any, Final

import sympy as sp

from solver.formula import symbol_latex
from solver.formula.nodes import Symbol
from solver.ports import Language
from solver.topics.base import Words
from solver.topics.numbers.comparisons.quantities import (
    DIGITS_SHOWN,
    Quantity,
    ascending,
    chain,
    compare,
    letters,
)

WORDS: Final = {
    "letters": Words("From the problem: \\({facts}\\).", "由题意，\\({facts}\\)。"),
    "value": Words("Work out \\({written}={value}\\).", "先算出 \\({written}={value}\\)。"),
    "same": Words(
        "Both are the same number: \\({a}={b}\\), since both are worth \\({value}\\).", "两个数的值都是 \\({value}\\)，所以 \\({a}={b}\\)。"
    ),
    "signs": Words(
        "A negative number is smaller than 0, and 0 is smaller than a positive number: \\({chain}\\).",
        "负数小于 0，0 小于正数：\\({chain}\\)。",
    ),
    "negative": Words(
        "Both are negative, so compare the absolute values \\({a}\\) and \\({b}\\): the number with the larger absolute value is smaller.",
        "两个数都是负数，先比较它们的绝对值 \\({a}\\) 和 \\({b}\\)：绝对值大的反而小。",
    ),
    "turned": Words("Therefore \\({chain}\\).", "所以 \\({chain}\\)。"),
    "digits": Words(
        "Of two whole numbers the one with more digits is larger; \\({small}\\) has {m} digits and \\({large}\\) has {n}: \\({chain}\\).",
        "两个整数，位数多的更大；\\({small}\\) 有 {m} 位，\\({large}\\) 有 {n} 位：\\({chain}\\)。",
    ),
    "digit": Words(
        "Both have {n} digits. From the left, the first digit that differs is number {place}, and \\({p}<{q}\\): \\({chain}\\).",
        "两个数都是 {n} 位数，从最高位比起，第 {place} 位上的数字首先不同，\\({p}<{q}\\)：\\({chain}\\)。",
    ),
    "whole": Words(
        "Compare the whole parts first: \\({p}<{q}\\), so \\({chain}\\).", "先比较整数部分：\\({p}<{q}\\)，所以 \\({chain}\\)。"
    ),
    "place": Words(
        "The whole parts are equal. Behind the point, the first digit that differs is number {place} (a missing digit counts as 0), and \\({p}<{q}\\): \\({chain}\\).",
        "整数部分相同；小数点后第 {place} 位首先不同（缺的位看作 0），\\({p}<{q}\\)：\\({chain}\\)。",
    ),
    "common": Words(
        "Bring both to the common denominator {below}: \\({a}={above_a}\\) and \\({b}={above_b}\\). The fraction with the larger numerator is larger: \\({chain}\\).",
        "通分，公分母取 {below}：\\({a}={above_a}\\)，\\({b}={above_b}\\)。分母相同，分子大的分数大：\\({chain}\\)。",
    ),
    "squares": Words(
        "Both are positive, so they are in the same order as their squares: \\({a_squared}\\) and \\({b_squared}\\). Therefore \\({chain}\\).",
        "两个数都是正数，平方大的数也大：\\({a_squared}\\)，\\({b_squared}\\)。所以 \\({chain}\\)。",
    ),
    "decimals": Words(
        "Write the numbers as decimals, to compare them place by place: \\[{lines}\\]", "把这些数化成小数，再逐位比较：\\[{lines}\\]"
    ),
    "scaled": Words(
        "Multiply every number by the common denominator {below}, which keeps their order: \\[{lines}\\]",
        "把每个数都乘以公分母 {below}，大小顺序不变：\\[{lines}\\]",
    ),
    "below": Words(
        "The negative numbers are smaller than 0, and the larger its absolute value, the smaller a negative number is: \\({chain}\\).",
        "负数都小于 0；负数的绝对值越大，这个数越小：\\({chain}\\)。",
    ),
    "one_below": Words("\\({chain}\\): a negative number is smaller than 0.", "\\({chain}\\)：负数小于 0。"),
    "above": Words("The positive numbers in order: \\({chain}\\).", "正数按大小排：\\({chain}\\)。"),
    "together": Words("Together, from the smallest to the largest: \\[{chain}\\]", "合起来，从小到大是：\\[{chain}\\]"),
    "distances": Words(
        "The distance of two numbers is the absolute value of their difference. The distances from \\({target}\\): \\[{lines}\\]",
        "两个数的距离是它们的差的绝对值。各数与 \\({target}\\) 的距离：\\[{lines}\\]",
    ),
}  # fmt: skip


def given(numbers: Sequence[Quantity], values: Mapping[str, Any], language: Language) -> list[str]:
    """What the letters stand for, and powers and the like worked out."""
    steps = list[str]()
    if known := letters(numbers, values):
        facts = r",\ ".join(f"{symbol_latex(k)}={sp.latex(v)}" for k, v in known.items())
        steps.append(WORDS["letters"].say(language, facts=facts))
    for q in numbers:
        if q.value.is_Rational and not q.is_literal and not isinstance(q.node, Symbol):
            steps.append(WORDS["value"].say(language, written=q.latex, value=sp.latex(q.value)))
    return list(dict.fromkeys(steps))


# -- two numbers -----------------------------------------------------------------------------------------------


def pair_steps(a: Quantity, b: Quantity, language: Language) -> list[str]:
    """Why a < b, a = b or a > b."""
    order = compare(a.value, b.value)
    if order == 0:
        return [WORDS["same"].say(language, a=a.latex, b=b.latex, value=sp.latex(a.value))]
    small, large = (a, b) if order < 0 else (b, a)
    ordered = chain((small, large))
    if compare(small.value, 0) <= 0 <= compare(large.value, 0):
        through = "" if 0 in (small.value, large.value) else "0 < "
        shown = f"{small.latex} < {through}{large.latex}"
        return [WORDS["signs"].say(language, chain=shown)]
    if compare(large.value, 0) > 0:
        return [_magnitude(small, large, language)]
    near, far = _positive(large), _positive(small)
    said = WORDS["negative"].say(language, a=_positive(a).latex, b=_positive(b).latex)
    return [said, _magnitude(near, far, language), WORDS["turned"].say(language, chain=ordered)]


def _positive(q: Quantity) -> Quantity:
    """The absolute value of a negative number, written as the number is where it has a minus in front."""
    stripped = q.latex.removeprefix("-")
    is_prefix = q.latex.startswith("-") and not any(s in stripped for s in "+-")
    return Quantity(stripped if is_prefix else str(sp.latex(-q.value)), q.node, -q.value)


def _magnitude(small: Quantity, large: Quantity, language: Language) -> str:
    """Why `small` < `large`, both positive."""
    ordered = chain((small, large))
    if small.is_plain and large.is_plain:
        return _place_by_place(small.latex, large.latex, ordered, language)
    if small.value.is_Rational and large.value.is_Rational:
        below = int(sp.ilcm(small.value.q, large.value.q))
        if below == 1:
            return _place_by_place(str(small.value), str(large.value), ordered, language)
        above_a, above_b = (rf"\frac{{{q.value * below}}}{{{below}}}" for q in (small, large))
        facts = {"a": small.latex, "b": large.latex, "above_a": above_a, "above_b": above_b}
        return WORDS["common"].say(language, below=below, **facts, chain=ordered)
    squares = [q.value**2 for q in (small, large)]
    if all(s.is_Rational for s in squares):
        shown = [
            rf"\left({q.latex}\right)^2={sp.latex(s)}" for q, s in zip((small, large), squares, strict=True)
        ]
        return WORDS["squares"].say(language, a_squared=shown[0], b_squared=shown[1], chain=ordered)
    places = places_needed([small.value, large.value])
    lines = decimal_lines((small, large), places or DIGITS_SHOWN)
    return WORDS["decimals"].say(language, lines=lines) + f" \\({ordered}\\)"


def _place_by_place(small: str, large: str, ordered: str, language: Language) -> str:
    (whole_p, _, part_p), (whole_q, _, part_q) = small.partition("."), large.partition(".")
    whole_p, whole_q = str(int(whole_p)), str(int(whole_q))
    if whole_p == whole_q:
        size = max(len(part_p), len(part_q))
        k = _first_difference(part_p.ljust(size, "0"), part_q.ljust(size, "0"))
        p, q = part_p.ljust(size, "0")[k], part_q.ljust(size, "0")[k]
        return WORDS["place"].say(language, place=k + 1, p=p, q=q, chain=ordered)
    if part_p or part_q:
        return WORDS["whole"].say(language, p=whole_p, q=whole_q, chain=ordered)
    if len(whole_p) == len(whole_q):
        k = _first_difference(whole_p, whole_q)
        facts = {"n": len(whole_p), "place": k + 1, "p": whole_p[k], "q": whole_q[k]}
        if len(whole_p) == 1:
            return WORDS["turned"].say(language, chain=ordered)
        return WORDS["digit"].say(language, **facts, chain=ordered)
    m, n = len(whole_p), len(whole_q)
    said = WORDS["digits"].say(language, small=small, large=large, m=m, n=n, chain=ordered)
    return said.replace("has 1 digits", "has 1 digit")


def _first_difference(p: str, q: str) -> int:
    return next(i for i, (s, t) in enumerate(zip(p, q, strict=True)) if s != t)


# -- lists -----------------------------------------------------------------------------------------------------


def places_needed(values: Sequence[Any]) -> int | None:
    """Decimal places, at least 2, with which rounding keeps all of them apart, and apart from 0; None above `DIGITS_SHOWN`."""
    ordered = sorted({*values, sp.Integer(0)}, key=lambda v: v.evalf(150))
    gaps = [q - p for p, q in pairwise(ordered)]
    for places in range(2, DIGITS_SHOWN + 1):
        if all(compare(gap, sp.Rational(1, 10**places)) > 0 for gap in gaps):
            return places
    return None


def decimal(value: Any, places: int) -> tuple[str, bool]:
    """The value rounded to so many places, without needless zeros where it is exact, and whether it is exact.

    >>> decimal(sp.Rational(1, 8), 3), decimal(-sp.sqrt(2), 2)
    (('0.125', True), ('-1.41', False))
    """
    scaled = abs(value) * 10**places
    is_exact = bool(scaled.is_Integer)
    nearest = int(scaled) if is_exact else int(sp.floor((scaled + sp.Rational(1, 2)).evalf(400)))
    digits = str(nearest).rjust(places + 1, "0")
    text = f"{digits[:-places]}.{digits[-places:]}"
    if is_exact:
        text = text.rstrip("0").rstrip(".")
    return ("-" if value.is_negative else "") + text, is_exact


def decimal_lines(numbers: Sequence[Quantity], places: int) -> str:
    """`2/7 ≈ 0.29, …` for the numbers that are no decimals as they are written."""
    shown = []
    for q in numbers:
        text, is_exact = decimal(q.value, places)
        if not q.is_plain:
            sign = "=" if is_exact else r"\approx"
            shown.append(f"{q.latex} {sign} {text}")
    return r",\quad ".join(dict.fromkeys(shown))


def order_steps(numbers: Sequence[Quantity], language: Language) -> list[str]:
    """Why the numbers are in the order that `ascending` says."""
    ordered, steps = ascending(numbers), list[str]()
    if any(not q.is_plain for q in numbers):
        places = places_needed([q.value for q in numbers])
        if places is not None:
            steps.append(WORDS["decimals"].say(language, lines=decimal_lines(numbers, places)))
        elif all(q.value.is_Rational for q in numbers):
            below = sp.ilcm(*(q.value.q for q in numbers))
            lines = r",\quad ".join(f"{q.latex} \\to {q.value * below}" for q in numbers)
            steps.append(WORDS["scaled"].say(language, below=below, lines=lines))
    negative = tuple(q for q in ordered if compare(q.value, 0) < 0)
    positive = tuple(q for q in ordered if compare(q.value, 0) > 0)
    if negative:
        steps.append(
            WORDS["below" if len(negative) > 1 else "one_below"].say(language, chain=f"{chain(negative)} < 0")
        )
    if len(positive) > 1:
        steps.append(WORDS["above"].say(language, chain=chain(positive)))
    return [*steps, WORDS["together"].say(language, chain=chain(ordered))]


def distance_step(target: Quantity, numbers: Sequence[Quantity], language: Language) -> str:
    """The distance of each number from `target`, exactly and as a decimal."""
    distances = [abs(q.value - target.value) for q in numbers]
    places = places_needed(distances)
    subtracted = rf"\left({target.latex}\right)" if target.latex.startswith("-") else target.latex
    lines = []
    for q, distance in zip(numbers, distances, strict=True):
        exact = str(sp.latex(distance))
        line = rf"\left|{q.latex}-{subtracted}\right|={exact}"
        if places is not None and not distance.is_Integer:
            text, is_exact = decimal(distance, places)
            line += ("=" if is_exact else r"\approx ") + text
        lines.append(line)
    return (
        WORDS["distances"]
        .say(language, target=target.latex, lines=r" \\ ".join(dict.fromkeys(lines)))
        .replace(r"\[", r"\[\begin{gathered}", 1)
        .replace(r"\]", r"\end{gathered}\]", 1)
    )
