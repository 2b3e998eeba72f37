"""A conversion: the relation of the units, then one multiplication or division; the check compares both in one unit."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import Any, Final

import sympy as sp

from solver.latex import exact_latex, values_in
from solver.ports import CheckPlan, Language
from solver.topics.base import Conclusion, Solution, Words
from solver.topics.cells import cell, comment
from solver.topics.numbers.units.quantities import Quantity, read_quantity
from solver.topics.numbers.units.table import Unit
from solver.topics.rationals import terminating_decimal

WORDS: Final = {
    "relation": Words("The units: {relation}.", "单位之间的关系：{relation}。"),
    "chain": Words("Unit by unit: {relation}.", "逐级换算：{relation}。"),
    "quotient": Words(
        "1 {first} = \\({above}\\) {first_goal} and 1 {second} = \\({below}\\) {second_goal}, so 1 {unit} is \\[{above}\\div {below}={factor}\\] {goal}.",
        "1 {first} = \\({above}\\) {first_goal}，1 {second} = \\({below}\\) {second_goal}，所以 1 {unit}等于 \\[{above}\\div {below}={factor}\\] {goal}。",
    ),
    "times": Words("So multiply by it: \\[{value}\\times {factor}={result}\\]", "再乘这个数：\\[{value}\\times {factor}={result}\\]"),
    "multiply": Words(
        "Each {big} is \\({factor}\\) {small}, so multiply: \\[{value}\\times {factor}={result}\\]",
        "每 1 {big}是 \\({factor}\\) {small}，所以乘 \\({factor}\\)：\\[{value}\\times {factor}={result}\\]",
    ),
    "divide": Words(
        "It takes \\({factor}\\) {small} to make 1 {big}, so divide: \\[{value}\\div {factor}={result}\\]",
        "\\({factor}\\) {small}是 1 {big}，所以除以 \\({factor}\\)：\\[{value}\\div {factor}={result}\\]",
    ),
    "add": Words("Add the parts: \\[{sum}={result}\\]", "把各部分加起来：\\[{sum}={result}\\]"),
    "split": Words(
        "Take out the whole {big}: \\({total}\\) {small} are \\({count}\\) times \\({factor}\\) {small} with \\({rest}\\) {small} left, because \\[{total}={count}\\times {factor}+{rest}\\]",
        "先取出整{big}数：\\({total}\\) {small}里有 \\({count}\\) 个 \\({factor}\\) {small}，还剩 \\({rest}\\) {small}：\\[{total}={count}\\times {factor}+{rest}\\]",
    ),
    "offset": Words(
        "The two scales have different zeros and sizes: \\[{formula}\\] With \\({value}\\) this is \\({result}\\).",
        "两种温标的零点和刻度不同：\\[{formula}\\] 代入 \\({value}\\)，得 \\({result}\\)。",
    ),
    "note": Words("from {before} to {after}", "把{before}换算成{after}"),
    "answer": Words("The answer: \\({answer}\\) {unit}.", "结果是 \\({answer}\\) {unit}。"),
    "both": Words("The answer in {unit}: \\({answer}\\).", "结果依次是（{unit}）：\\({answer}\\)。"),
    "method": Words("brought both sides to one common unit and compared", "把两边化成同一单位再比较"),
    "rest": Words("brought both sides to one common unit and compared; the smaller unit is not full", "把两边化成同一单位再比较，并检验小单位不满一个大单位"),
}  # fmt: skip
_CHAINS: Final = {"time": (604800, 86400, 3600, 60, 1), "calendar": (12000, 1200, 12, 1)}


@dataclass(frozen=True, slots=True)
class Conversion:
    """`quantity` in `targets` (two of them: whole ones of the larger, the rest in the smaller)."""

    quantity: Quantity
    targets: tuple[Unit, ...]
    language: Language

    @property
    def _goal(self) -> Unit:
        """The unit that the whole quantity is brought to."""
        return self.targets[-1]

    def _name(self, unit: Unit, *, one: bool = False) -> str:
        return unit.zh if self.language == "zh" else unit.name if one else unit.plural

    def _number(self, value: Fraction) -> str:
        """As the problem writes its numbers: a fraction, or a decimal where it ends."""
        exact = sp.Rational(value.numerator, value.denominator)
        decimal = None if self.quantity.fractions else terminating_decimal(exact)
        return decimal or exact_latex(exact)

    def _total(self) -> Fraction:
        """The quantity in the goal's unit."""
        return sum(
            ((v * u.size + u.offset - self._goal.offset) / self._goal.size for v, u in self.quantity.parts),
            Fraction(0),
        )

    def solution(self) -> Solution:
        """Part by part."""
        steps, results = list[str](), list[Fraction]()
        for value, unit in self.quantity.parts:
            result = (value * unit.size + unit.offset - self._goal.offset) / self._goal.size
            results.append(result)
            if unit != self._goal:
                steps += self._part(value, unit, result)
        if len(results) > 1:
            terms = "+".join(map(self._number, results))
            steps.append(WORDS["add"].say(self.language, sum=terms, result=self._number(self._total())))
        if len(self.targets) > 1:
            steps.append(self._split())
        return Solution(tuple(steps), self._cell())

    def _part(self, value: Fraction, unit: Unit, result: Fraction) -> list[str]:
        say, goal = self.language, self._goal
        if unit.dimension == "temperature":
            formula = _formula(unit, goal)
            return [
                WORDS["offset"].say(
                    say, formula=formula, value=self._number(value), result=self._number(result)
                )
            ]
        ratio = unit.size / goal.size
        if unit.quotient and goal.quotient:
            return self._of_quotients(value, unit.quotient, goal.quotient, result)
        big, small = (unit, goal) if ratio >= 1 else (goal, unit)
        steps = [self._relation(big, small)]
        name = "multiply" if ratio >= 1 else "divide"
        factor = self._number(max(ratio, 1 / ratio))
        facts = {"big": self._name(big, one=True), "small": self._name(small), "factor": factor}
        steps.append(WORDS[name].say(say, **facts, value=self._number(value), result=self._number(result)))
        return steps

    def _of_quotients(
        self, value: Fraction, before: tuple[Unit, Unit], after: tuple[Unit, Unit], result: Fraction
    ) -> list[str]:
        """Both units of a speed or a density one after the other."""
        say = self.language
        ratios = [b.size / a.size for b, a in zip(before, after, strict=True)]
        above, below, factor = (_latex(r) for r in (*ratios, ratios[0] / ratios[1]))
        names = {
            "first": self._name(before[0], one=True),
            "second": self._name(before[1], one=True),
            "first_goal": self._name(after[0]),
            "second_goal": self._name(after[1]),
            "unit": self._name(self.quantity.parts[0][1], one=True),
            "goal": self._name(self._goal),
        }
        numbers = {"value": self._number(value), "result": self._number(result), "factor": factor}
        return [
            WORDS["quotient"].say(say, **names, above=above, below=below, factor=factor),
            WORDS["times"].say(say, **numbers),
        ]

    def _relation(self, big: Unit, small: Unit) -> str:
        """How many of the small unit make a big one; over the units between, or through a common one."""
        say, ratio = self.language, big.size / small.size
        factor = self._number(ratio)
        middle = f"1 {self._name(big, one=True)} = {factor} {self._name(small)}"
        links = _links(big, small)
        if len(links) > 1:
            product = r"\times ".join(map(str, links))
            chain = f"1 {self._name(big, one=True)} = \\({product}\\) {self._name(small)} = {factor} {self._name(small)}"
            return WORDS["chain"].say(say, relation=chain)
        power = {"area": 2, "volume": 3}.get(big.dimension)
        if power is not None and (root := _root(ratio, power)) and root > 1 and not _is_litre(big, small):
            factors = r"\times ".join([str(root)] * power)
            side = f"1 {self._name(big, one=True)} = \\({factors}\\) {self._name(small)} = {factor} {self._name(small)}"
            return WORDS["relation"].say(say, relation=side)
        return WORDS["relation"].say(say, relation=middle)

    def _split(self) -> str:
        big, small = self.targets
        total, factor = self._total(), big.size / small.size
        count = total // factor
        facts = {"big": self._name(big), "small": self._name(small)}
        numbers = {"total": total, "count": Fraction(count), "rest": total - count * factor, "factor": factor}
        return WORDS["split"].say(self.language, **facts, **{k: self._number(v) for k, v in numbers.items()})

    def _cell(self) -> str:
        goal, terms = self._goal, list[str]()
        for value, unit in self.quantity.parts:
            ratio = unit.size / goal.size
            if unit.dimension == "temperature":
                shift = _exact((unit.offset - goal.offset) / goal.size)
                scaled = _exact(value) if ratio == 1 else f"{_exact(value)} * {_exact(ratio)}"
                terms.append(f"{scaled} + {shift}")
            elif ratio == 1:
                terms.append(_exact(value))
            elif ratio < 1 and (1 / ratio).denominator == 1:
                whole = f"Integer({value})" if value.denominator == 1 else _exact(value)
                terms.append(f"{whole} / {1 / ratio}")
            else:
                terms.append(f"{_exact(value)} * {_exact(ratio)}")
        before = self._and(tuple(u for _, u in self.quantity.parts))
        note = comment(WORDS["note"].say(self.language, before=before, after=self._and(self.targets)))
        total = " + ".join(terms)
        if len(self.targets) == 1:
            return cell(note, total)
        factor = self.targets[0].size / self.targets[1].size
        return cell(note, f"total = {total}", f"total // {factor}, total % {factor}")

    def _and(self, units: tuple[Unit, ...]) -> str:
        return ("和" if self.language == "zh" else " and ").join(map(self._name, units))

    def conclude(self, value: Any) -> Conclusion | None:
        """A number for each unit that was asked for."""
        values = value if isinstance(value, tuple | list) else (value,)
        if len(values) != len(self.targets) or not all(isinstance(v, sp.Rational) for v in values):
            return None
        answer = ",\\ ".join(self._number(Fraction(int(v.p), int(v.q))) for v in values)
        name = "answer" if len(values) == 1 else "both"
        unit = self._and(self.targets)
        if name == "answer" and values[0] == 1:
            unit = self._name(self._goal, one=True)
        return Conclusion(WORDS[name].say(self.language, answer=answer, unit=unit), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """Both sides in one unit, with Python's own fractions."""
        given = self._given(answer)
        if given is None:
            return None
        right = " + ".join(_as_fraction(v, u) for v, u in self.quantity.parts)
        left = " + ".join(_as_fraction(v, u) for v, u in given)
        lines = ["from fractions import Fraction", "", f"given = {left}", f"wanted = {right}"]
        units = tuple(u for _, u in given)
        last = f"given == wanted and {units == self.targets}" if units != self.targets else "given == wanted"
        method = "method"
        if len(self.targets) > 1 and len(given) > 1:
            count, rest = given[0][0], given[1][0]
            factor = self.targets[0].size / self.targets[1].size
            last += f" and {count.denominator} == 1 and {_plain(rest)} < {factor}"
            method = "rest"
        name = "answer" if len(self.targets) == 1 else "both"
        claim = WORDS[name].say(self.language, answer=answer, unit=self._and(self.targets))
        return CheckPlan(claim, WORDS[method].say(self.language), "\n".join([*lines, last]))

    def _given(self, answer: str) -> tuple[tuple[Fraction, Unit], ...] | None:
        """Numbers of an answer with their units; without units they are those asked for."""
        text = re.sub(r"\\(?:text|mathrm|mbox)\s*\{([^{}]*)\}", r" \1 ", answer)
        text = re.sub(r"\\[,;:! ]|[$~]", " ", text).replace("\\%", "%").strip().lower().rstrip(".。")
        read = read_quantity(text, self._goal.dimension, {})
        if read is not None:
            return read.parts
        if re.search(r"[A-Za-z\u3400-\u9fff]", re.sub(r"\\[A-Za-z]+", "", text)):
            return None
        values = values_in(text)
        if values is None or len(values) != len(self.targets):
            return None
        if not all(isinstance(v, sp.Rational) for v in values):
            return None
        return tuple((Fraction(int(v.p), int(v.q)), u) for v, u in zip(values, self.targets, strict=True))


def _exact(value: Fraction) -> str:
    """Source of a number for sympy: a whole number stands plain."""
    if value.denominator == 1:
        return str(value)
    return f"Rational({value.numerator}, {value.denominator})"


def _plain(value: Fraction) -> str:
    return str(value) if value.denominator == 1 else f"Fraction({value.numerator}, {value.denominator})"


def _as_fraction(value: Fraction, unit: Unit) -> str:
    """Source of the quantity in the dimension's first unit."""
    shift = f" + {_fraction(unit.offset)}" if unit.offset else ""
    return f"{_fraction(value)} * {_fraction(unit.size)}{shift}"


def _fraction(value: Fraction) -> str:
    return f"Fraction({value.numerator}, {value.denominator})"


def _links(big: Unit, small: Unit) -> list[int]:
    """Quotients of neighbouring units of time between the two: week, day, hour, …"""
    sizes = _CHAINS.get(big.dimension, ())
    between = [s for s in sizes if small.size < s < big.size]
    stations = [big.size, *map(Fraction, between), small.size]
    quotients = [a / b for a, b in pairwise(stations)]
    return [int(q) for q in quotients] if all(q.denominator == 1 for q in quotients) else []


def _root(ratio: Fraction, power: int) -> int | None:
    if ratio.denominator != 1:
        return None
    root, exact = sp.integer_nthroot(int(ratio), power)
    return int(root) if exact else None


def _is_litre(*units: Unit) -> bool:
    """Whether a unit is no square or cube of a length."""
    return any(not re.match(r"square|cubic", u.name) for u in units)


def _latex(value: Fraction) -> str:
    return exact_latex(sp.Rational(value.numerator, value.denominator))


def _formula(before: Unit, after: Unit) -> str:
    """How the one scale is computed from the other."""
    letters = {"degree Celsius": "C", "degree Fahrenheit": "F", "kelvin": "K"}
    size, shift = before.size / after.size, (before.offset - after.offset) / after.size
    factor = "" if size == 1 else _latex(size)
    number = terminating_decimal(sp.Rational(abs(shift).numerator, abs(shift).denominator)) or _latex(
        abs(shift)
    )
    sign = "-" if shift < 0 else "+"
    return f"{letters[after.name]}={factor}{letters[before.name]}{sign}{number}"
