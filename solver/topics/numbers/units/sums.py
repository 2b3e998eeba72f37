"""Sums of quantities in one unit: `2.35 km + 480 m - 1.2 km = ? m`, 3.05吨=3吨?千克 (what is missing beside a part that is told).

Not read: products of two quantities, results below zero, units of several kinds, answers in two units.
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import reduce
from typing import Final

from solver.ports import Language
from solver.topics.base import Words
from solver.topics.numbers.units.quantities import read_quantity
from solver.topics.numbers.units.table import Unit, units_of
from solver.topics.stories.school.task import Exercise
from solver.topics.stories.school.working import Term, Working, num

_GAP: Final = r"(?:\?|_{2,}|\(\s*\)|多少|几)"
_IS: Final = r"\s*(?:=|等于|是|is|are|equals?)\s*"
_SHAPES: Final = (
    rf"(?P<sum>[^=?]+?){_IS}(?:{_GAP}|how many|what in)\s*(?P<u>[^\d?=]+)",
    r"(?P<sum>[^=?]+?),?\s*(?:give (?:the|your) (?:answer|result) in|giving (?:the|your) answer in|(?:give it |write it |expressed |answer )?in|to)\s+(?P<u>[^\d?=+*/-]+)",
    r"how many (?P<u>[^\d?=]+?) (?:are|is) (?:there in )?(?P<sum>[^=?]+)",
    rf"(?P<sum>[^=?]+?)(?:的和|的差|的结果)?(?:{_IS})?(?:合|共|一共)(?:是)?{_GAP}(?P<u>[^\d?=]+)",
)
_MISSING: Final = re.compile(
    rf"(?P<whole>[^=?]+?)\s*=\s*(?P<part>\d[^=?]*?)\s*(?:\+|and|又|零)?\s*{_GAP}\s*(?P<u>[^\d?=+-]+)"
)
_TERM: Final = re.compile(r"\s*(?P<sign>[+-])?\s*(?:(?P<n>\d+(?:\.\d+)?)\s*(?:[*×]|\\times)\s*)?(?P<q>[^+\-*×]+?)\s*(?=[+-]|$)")  # fmt: skip
_IN: Final = Words("{text} in {unit}", "把{text}换算成{unit}")
_ALL: Final = Words("the result in {unit}", "用{unit}作单位计算")
_REST: Final = Words("what is missing beside {text}", "除去{text}，还剩")
_RESULT: Final = Words("the result", "结果")
_TIMES: Final = Words("so many times {text}", "{text}的若干倍")


def read(source: str, language: Language) -> Exercise | None:
    """The sum in the unit that is asked for; of a plain text in lower case."""
    for shape in _SHAPES:
        if match := re.fullmatch(shape, source):
            terms = _terms(match["sum"])
            if terms is not None and (len(terms) > 1 or terms[0][1] != 1):
                return _added(terms, match["u"], language)
    if match := _MISSING.fullmatch(source):
        return _missing(match["whole"], match["part"], match["u"], language)
    return None


def _terms(text: str) -> list[tuple[str, Fraction, str]] | None:
    """Sign, factor and quantity of each term."""
    found, place = list[tuple[str, Fraction, str]](), 0
    while place < len(text):
        match = _TERM.match(text, place)
        if match is None or bool(match["sign"]) != bool(found):
            return None
        found.append((match["sign"] or "+", Fraction(match["n"] or 1), match["q"].strip()))
        place = match.end()
    return found


def _unit(phrase: str) -> list[Unit]:
    return [u for u in units_of(phrase.strip()) if not u.offset and u.quotient is None]


def _added(terms: list[tuple[str, Fraction, str]], phrase: str, language: Language) -> Exercise | None:
    tasks = [task for unit in _unit(phrase) if (task := _in_unit(terms, unit, language)) is not None]
    return tasks[0] if len(tasks) == 1 else None


def _in_unit(terms: list[tuple[str, Fraction, str]], unit: Unit, language: Language) -> Exercise | None:
    name = _name(unit, language)

    def solve(work: Working) -> None:
        made = list[tuple[str, Term]]()
        for sign, factor, text in terms:
            term = _converted(text, unit, work)
            if term is None:
                return
            if factor != 1:
                term = work.step(_TIMES.say(language, text=text), num(factor) * term, name)
            made.append((sign, term))
        whole = reduce(lambda a, b: a + b[1] if b[0] == "+" else a - b[1], made[1:], made[0][1])
        done = work.step(_ALL.say(language, unit=name), whole, name)
        work.give(done, name, _RESULT.say(language))

    return Exercise.worked(language, solve)


def _missing(whole: str, part: str, phrase: str, language: Language) -> Exercise | None:
    tasks = list[Exercise]()
    for unit in _unit(phrase):
        name = _name(unit, language)

        def solve(work: Working, unit: Unit = unit, name: str = name) -> None:
            both, told = _converted(whole, unit, work), _converted(part, unit, work)
            if both is None or told is None or told.value >= both.value or not _is_larger(part, unit):
                return
            rest = work.step(_REST.say(language, text=part), both - told, name)
            work.give(rest, name, _RESULT.say(language))

        if (task := Exercise.worked(language, solve)) is not None:
            tasks.append(task)
    return tasks[0] if len(tasks) == 1 else None


def _is_larger(part: str, unit: Unit) -> bool:
    """Whether the part that is told is in a larger unit than the one that is missing."""
    quantity = read_quantity(part, unit.dimension, {})
    return quantity is not None and all(u.size > unit.size for _, u in quantity.parts)


def _name(unit: Unit, language: Language) -> str:
    return unit.zh if language == "zh" else unit.plural


def _converted(text: str, unit: Unit, work: Working) -> Term | None:
    """A quantity in the unit: each of its parts times, or divided by, what one is."""
    quantity = read_quantity(text, unit.dimension, {})
    if quantity is None:
        return None
    made = list[Term]()
    for value, own in quantity.parts:
        factor = own.size / unit.size
        if factor.denominator != 1 and factor.numerator != 1:
            return None  # miles in km: no whole factor
        many = num(value)
        made.append(many if factor == 1 else many * num(factor) if factor > 1 else many / num(1 / factor))
    name = _name(unit, work.language)
    return work.step(_IN.say(work.language, text=text, unit=name), reduce(Term.__add__, made), name)
