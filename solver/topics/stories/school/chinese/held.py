"""What a story tells while it is put together: amounts with their values, and how names are understood."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from solver.topics.stories.school.chinese.facts import Asked
from solver.topics.stories.school.chinese.marks import SCALES, core, joins_two, same
from solver.topics.stories.school.working import Term, Unfit, Working, num


@dataclass(frozen=True, slots=True)
class Held:
    """An amount of a story whose value may have been computed."""

    term: Term
    unit: str
    label: str
    noun: str
    role: str
    marks: str = ""


class Told:
    """What was told, and what is asked; the working grows while the story is put together."""

    def __init__(self, asked: Asked, work: Working, *, rest: bool) -> None:
        self.asked, self.work = asked, work
        self.held: list[Held] = []
        self.pairs: list[tuple[Held, Held]] = []
        self.some = ""
        self.every = False
        self.differs: Fraction | None = None
        self.rest = rest
        self.compared: list[Held] = []
        self.units = {asked.unit} | ({asked.per.unit} if asked.per else set())

    def find(self, text: str) -> Held | None:
        """What a label means among what was told; None where nothing has it."""
        found = [h for h in self.held if names(h, text)]
        if len(found) > 1:
            exact = [h for h in found if core(h.label + h.noun) == core(text) or core(h.label) == core(text)]
            found = exact or found
        if len(found) > 1:
            raise Unfit
        if not found and len(core(text)) > 1:
            found = [
                h
                for h in self.held
                if core(text) in (told := core(h.label + h.noun))
                and (core(text) == told or not joins_two(told))
            ]
            if len(found) > 1:
                raise Unfit
        return found[0] if found else None

    def give(self, term: Term) -> None:
        asked = self.asked
        if asked.scale != 1:
            term = self.work.step("换成题目要的单位", term / num(asked.scale), asked.unit)
        if term.made is None:
            raise Unfit  # it was told, not asked for
        if term.value.denominator != 1 and not (asked.unit in SCALES or asked.unit == "元"):
            raise Unfit
        scale = {1: "", 10**4: "万", 10**8: "亿"}[asked.scale]
        self.work.give(term, scale + asked.unit, name_of(asked))

    def answer(self, term: Term, unit: str, label: str) -> None:
        if term.made is None:
            raise Unfit
        self.work.percent = self.asked.unit == "percent"
        self.work.give(term, unit, label)


def sum_of(group: Sequence[Held]) -> Term:
    """What all of them come to."""
    term = group[0].term
    for one in group[1:]:
        term = term + one.term
    return term


def less(term: Term, parts: Sequence[Held]) -> Term:
    """What is left of `term` without the parts."""
    for one in parts:
        term = term - one.term
    return term


def names(held: Held, text: str) -> bool:
    """Whether a text names this amount: by its owner, by its noun, or both."""
    text = core(text)
    label, noun = core(held.label) if held.label else "", core(held.noun) if held.noun else ""
    if not text:
        return False
    if label and same(text, label) or not label and noun and same(text, noun):
        return True
    return bool(label) and text in (label + noun,) or bool(label) and text.startswith(label)


def fits(held: Held, unit: str, noun: str, *, strict: bool = False) -> bool:
    """Whether an amount is counted in a unit of this noun: 8筐, and each 个 of 筐."""
    own = held.noun or held.label
    if held.unit == unit:
        if unit != "个" and not strict:
            return not noun or not held.noun or unit in SCALES or unit == "人" or same(held.noun, noun)
        return not own and not strict or bool(own and noun) and same(own, noun) or not strict and not noun
    return (
        bool(noun)
        and unit == "个"
        and core(noun).removesuffix("子") == held.unit
        or held.unit == "个"
        and bool(own)
        and core(own).removesuffix("子") == unit
    )


def name_of(asked: Asked) -> str:
    """The words for what is asked, for the last step."""
    words = {
        "left": "还剩的",
        "now": "现在的",
        "total": "一共的",
        "first": "原来的",
        "difference": "相差的",
        "plain": "要求的",
    }
    return words.get(asked.kind, "要求的") + (asked.noun or "数量" if asked.unit != "元" else "钱数")
