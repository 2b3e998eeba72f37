"""Some of several numbers: the k-th by size, the nearest to another number, those greater or smaller than it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import sympy as sp

from solver.ports import CheckPlan, Language
from solver.topics.base import Conclusion, Solution, Words
from solver.topics.cells import cell, comment
from solver.topics.numbers.comparisons.answers import claim, is_none, letter_lines, source_of
from solver.topics.numbers.comparisons.explaining import distance_step, given, order_steps, pair_steps
from solver.topics.numbers.comparisons.pairs import HOLDS, LATEX
from solver.topics.numbers.comparisons.quantities import Quantity, ascending, compare

_ORDINALS: Final = "largest|second largest|third largest|fourth largest|fifth largest|sixth largest|seventh largest|eighth largest|ninth largest|tenth largest".split("|")  # fmt: skip
_NUMERALS: Final = "一二三四五六七八九十"
WORDS: Final = {
    "count": Words("Counted from the {end}, the {name} is \\({found}\\).", "从最{end}的数起，{name}的是 \\({found}\\)。"),
    "picked": Words("The {name} is \\({answer}\\).", "{name}的是 \\({answer}\\)。"),
    "several": Words("The {name} are \\({answer}\\).", "{name}的依次是 \\({answer}\\)。"),
    "options": Words("The {name} is \\({found}\\), options \\({answer}\\).", "{name}的是 \\({found}\\)，选 \\({answer}\\)。"),
    "equally": Words("\\({answer}\\) are {name}, at the same distance.", "\\({answer}\\) {name}，距离相等。"),
    "equally_option": Words("\\({found}\\) are {name}, at the same distance: options \\({answer}\\).", "\\({found}\\) {name}，距离相等，选 \\({answer}\\)。"),
    "option": Words("The {name} is \\({found}\\), option \\({answer}\\).", "{name}的是 \\({found}\\)，选 \\({answer}\\)。"),
    "equal": Words("They are equal: \\({answer}\\).", "它们相等：\\({answer}\\)。"),
    "equal_option": Words("They are equal, \\({found}\\): options \\({answer}\\).", "它们相等，\\({found}\\)：\\({answer}\\)。"),
    "least": Words("The {end} distance is \\({distance}\\): it belongs to \\({found}\\).", "{end}的距离是 \\({distance}\\)，对应的数是 \\({found}\\)。"),
    "nearest": Words("nearest to \\({target}\\)", "与 \\({target}\\) 最接近"),
    "furthest": Words("furthest from \\({target}\\)", "离 \\({target}\\) 最远"),
    "those": Words("Numbers that are \\({sign} {bound}\\): \\({answer}\\).", "满足 \\({sign} {bound}\\) 的数：\\({answer}\\)。"),
    "those_option": Words("Numbers that are \\({sign} {bound}\\): \\({found}\\), option \\({answer}\\).", "满足 \\({sign} {bound}\\) 的数：\\({found}\\)，选 \\({answer}\\)。"),
    "each": Words("Compare every number with \\({bound}\\): all the numbers and \\({bound}\\) in order.", "把每个数与 \\({bound}\\) 比较：先把它们连同 \\({bound}\\) 一起排序。"),
    "none": Words(r"\text{{None}}", r"\text{{没有}}"),
    "code_rank": Words("counted from the {end}; the first has number 0", "从最{end}的数起，第一个的编号是 0"),
    "code_all": Words("the numbers", "各数"),
    "code_near": Words("the distances, and the numbers with the {end} one", "各数的距离，以及距离{end}的数"),
    "method_rank": Words("counted how many of the numbers are larger or smaller", "数一数比它大（小）的数有几个"),
    "method_near": Words("compared the squares of the distances", "比较距离的平方"),
    "method_those": Words("looked at the sign of each difference", "看每个差的正负"),
}  # fmt: skip


def _listed(chosen: Sequence[Quantity]) -> str:
    return r",\ ".join(dict.fromkeys(q.latex for q in chosen))


def _labels(chosen: Sequence[Quantity]) -> str:
    return r",\ ".join(rf"\text{{{q.label}}}" for q in chosen)


def _ends(language: Language, *, large: bool) -> str:
    return ("largest" if large else "smallest") if language == "en" else ("大" if large else "小")


def _plan(
    numbers: tuple[Quantity, ...],
    answer: str,
    values: Mapping[str, Any],
    lines: Sequence[str],
    winner: str,
    expected: int,
) -> str | None:
    """A cell that says whether the answer names exactly the numbers x for which `winner` holds."""
    said = claim(answer, numbers, values, expected) if not is_none(answer) else None
    if said is None and not is_none(answer):
        return None
    if said is not None and said.places is not None:
        check = f"{sorted(set(said.places))} == [i for i, x in enumerate(numbers) if {winner}]"
        return source_of(numbers, (), values, *lines, check)
    claimed = said.numbers if said is not None else ()
    empty = [] if claimed else ["claimed = []"]
    return source_of(
        numbers, claimed, values, *empty, *lines, f"set(claimed) == {{x for x in numbers if {winner}}}"
    )


@dataclass(frozen=True, slots=True)
class Ranked:
    """The k-th largest or smallest; several are asked for at once in "the largest and the smallest"."""

    wanted: tuple[tuple[int, bool], ...]
    numbers: tuple[Quantity, ...]
    language: Language
    values: Mapping[str, Any] = field(hash=False)

    def _chosen(self, k: int, largest: bool) -> list[Quantity]:
        """All that are equal to the k-th, as they stand in the problem."""
        ordered = ascending(self.numbers)
        value = ordered[-k if largest else k - 1].value
        return [q for q in self.numbers if q.value == value]

    def _name(self, k: int, largest: bool) -> str:
        if self.language == "en":
            name = (
                "larger"
                if len(self.numbers) == 2 and k == 1
                else _ORDINALS[k - 1]
                if k <= 10
                else f"{k}th largest"
            )
            return name if largest else name.replace("larg", "small")
        size = "大" if largest else "小"
        if k == 1:
            return ("较" if len(self.numbers) == 2 else "最") + size
        return f"第{_NUMERALS[k - 1] if k <= 10 else k}{size}"

    def solution(self) -> Solution:
        """Two numbers are compared, more are put in order."""
        say = self.language
        steps = given(self.numbers, self.values, say)
        if len(self.numbers) == 2:
            steps += pair_steps(*self.numbers, say)
        else:
            steps += order_steps(self.numbers, say)
            for k, large in self.wanted:
                facts = {"end": _ends(say, large=large), "name": self._name(k, large)}
                steps.append(WORDS["count"].say(say, **facts, found=" = ".join(dict.fromkeys(q.latex for q in self._chosen(k, large)))))  # fmt: skip
        parts, notes = [], [comment(WORDS["code_all"].say(say))]
        for k, large in self.wanted:
            if k == 1:
                parts.append(f"{'max' if large else 'min'}(numbers)")
                continue
            notes = [comment(WORDS["code_rank"].say(say, end=_ends(say, large=large)))]
            parts.append(f"sorted(numbers{', reverse=True' if large else ''})[{k - 1}]")
        listed = f"numbers = [{', '.join(q.source for q in self.numbers)}]"
        return Solution(
            tuple(steps), cell(*letter_lines(self.numbers, self.values), *notes, listed, ", ".join(parts))
        )

    def conclude(self, value: Any) -> Conclusion | None:
        """The numbers as they are written, or the names of their options."""
        values = value if isinstance(value, tuple) else (value,)
        chosen = [self._chosen(*w) for w in self.wanted]
        if list(values) != [c[0].value for c in chosen]:
            return None
        say = self.language
        written = [" = ".join(dict.fromkeys(q.latex for q in c)) for c in chosen]
        answer = r",\ ".join(written)
        is_tie = len(chosen) == 1 and 1 < len(chosen[0]) == len(self.numbers)
        if self.numbers[0].label:
            labels = _labels(chosen[0])
            facts = {"name": self._name(*self.wanted[0]), "found": written[0], "answer": labels}
            form = "equal_option" if is_tie else "option" if len(chosen[0]) == 1 else "options"
            return Conclusion(WORDS[form].say(say, **facts), labels)
        if is_tie:
            answer = " = ".join(q.latex for q in chosen[0])
            return Conclusion(WORDS["equal"].say(say, answer=answer), answer)
        return Conclusion(self._claim(answer), answer)

    def _claim(self, answer: str) -> str:
        join = " and the " if self.language == "en" else "、"
        name = join.join(self._name(*w) for w in self.wanted)
        form = "picked" if len(self.wanted) == 1 else "several"
        return WORDS[form].say(self.language, name=name, answer=answer)

    def check(self, answer: str) -> CheckPlan | None:
        """By counting how many are larger or smaller."""
        text = self._claim(answer)
        method = WORDS["method_rank"].say(self.language)
        lines = ["distinct = set(numbers)"]

        def ranks(x: str, k: int, large: bool) -> str:
            return f"len([y for y in distinct if y {'>' if large else '<'} {x}]) == {k - 1}"

        if len(self.wanted) == 1:
            expected = len(self._chosen(*self.wanted[0]))
            source = _plan(self.numbers, answer, self.values, lines, ranks("x", *self.wanted[0]), expected)
            return None if source is None else CheckPlan(text, method, source)
        said = claim(answer, self.numbers, self.values, len(self.wanted))
        if said is None or len(said.numbers) != len(self.wanted):
            return None
        tests = [
            f"claimed[{i}] in distinct and {ranks(f'claimed[{i}]', *w)}" for i, w in enumerate(self.wanted)
        ]
        source = source_of(self.numbers, said.numbers, self.values, *lines, " and ".join(tests))
        return CheckPlan(text, method, source)


@dataclass(frozen=True, slots=True)
class Nearest:
    """Those of the numbers whose distance from `target` is least, or greatest."""

    target: Quantity
    is_far: bool
    numbers: tuple[Quantity, ...]
    language: Language
    values: Mapping[str, Any] = field(hash=False)

    def _chosen(self) -> list[Quantity]:
        best: list[Quantity] = []
        for q in self.numbers:
            distance = abs(q.value - self.target.value)
            order = compare(distance, abs(best[0].value - self.target.value)) if best else 0
            order = -order if self.is_far else order
            if order < 0:
                best = []
            if order <= 0:
                best.append(q)
        return best

    def _end(self) -> str:
        if self.language == "en":
            return "greatest" if self.is_far else "least"
        return "最大" if self.is_far else "最小"

    def _name(self) -> str:
        return WORDS["furthest" if self.is_far else "nearest"].say(self.language, target=self.target.latex)

    def solution(self) -> Solution:
        """The distances, then the least of them."""
        say, best = self.language, self._chosen()
        distance = abs(best[0].value - self.target.value)
        everything = (self.target, *self.numbers)
        steps = [*given(everything, self.values, say), distance_step(self.target, self.numbers, say)]
        facts = {"end": self._end(), "distance": sp.latex(distance), "found": _listed(best)}
        steps.append(WORDS["least"].say(say, **facts))
        pick = "max" if self.is_far else "min"
        lines = [
            *letter_lines(everything, self.values),
            comment(WORDS["code_near"].say(say, end=self._end())),
            f"target = {self.target.source}",
            f"numbers = [{', '.join(q.source for q in self.numbers)}]",
            "distances = [abs(x - target) for x in numbers]",
            f"[x for x, d in zip(numbers, distances) if d == {pick}(distances)]",
        ]
        return Solution(tuple(steps), cell(*lines))

    def conclude(self, value: Any) -> Conclusion | None:
        """The number, or both where two are equally near."""
        chosen = self._chosen()
        if not isinstance(value, list) or value != [q.value for q in chosen]:
            return None
        facts = {"name": self._name(), "found": _listed(chosen)}
        if self.numbers[0].label:
            answer = _labels(chosen)
            form = "option" if len(chosen) == 1 else "equally_option"
            return Conclusion(WORDS[form].say(self.language, **facts, answer=answer), answer)
        answer = _listed(chosen)
        form = "picked" if len(set(facts["found"].split(r",\ "))) == 1 else "equally"
        return Conclusion(WORDS[form].say(self.language, **facts, answer=answer), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """By the squares of the distances."""
        sign = ">=" if self.is_far else "<="
        everything = (self.target, *self.numbers)
        known = [
            line
            for line in letter_lines(everything, self.values)
            if line not in letter_lines(self.numbers, self.values)
        ]
        winner = f"all((x - target)**2 {sign} (y - target)**2 for y in numbers)"
        lines = [*known, f"target = {self.target.source}"]
        source = _plan(self.numbers, answer, self.values, lines, winner, len(self._chosen()))
        text = WORDS["picked"].say(self.language, name=self._name(), answer=answer)
        return None if source is None else CheckPlan(text, WORDS["method_near"].say(self.language), source)


@dataclass(frozen=True, slots=True)
class Selected:
    """Those of the numbers that stand in the relation `sign` to `bound`."""

    sign: str
    bound: Quantity
    numbers: tuple[Quantity, ...]
    language: Language
    values: Mapping[str, Any] = field(hash=False)

    def _chosen(self) -> list[Quantity]:
        return [q for q in self.numbers if compare(q.value, self.bound.value) in HOLDS[self.sign]]

    def _facts(self) -> dict[str, str]:
        return {"sign": LATEX[self.sign], "bound": self.bound.latex}

    def solution(self) -> Solution:
        """All in order together with the bound."""
        say, everything = self.language, (self.bound, *self.numbers)
        steps = [*given(everything, self.values, say), WORDS["each"].say(say, bound=self.bound.latex)]
        steps += order_steps(everything, say)
        sign = "==" if self.sign == "=" else self.sign
        lines = [
            *letter_lines(everything, self.values),
            comment(WORDS["code_all"].say(say)),
            f"numbers = [{', '.join(q.source for q in self.numbers)}]",
            f"bound = {self.bound.source}",
            f"[x for x in numbers if x {sign} bound]",
        ]
        return Solution(tuple(steps), cell(*lines))

    def conclude(self, value: Any) -> Conclusion | None:
        """The numbers, the names of their options, or that there is none."""
        chosen, say = self._chosen(), self.language
        if not isinstance(value, list) or value != [q.value for q in chosen]:
            return None
        if chosen and chosen[0].label:
            answer = _labels(chosen)
            return Conclusion(WORDS["those_option"].say(say, **self._facts(), found=_listed(chosen), answer=answer), answer)  # fmt: skip
        answer = _listed(chosen) if chosen else WORDS["none"].say(say)
        return Conclusion(WORDS["those"].say(say, **self._facts(), answer=answer), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """By the signs of the differences."""
        signs = ", ".join(map(str, sorted(HOLDS[self.sign])))
        known = [
            line
            for line in letter_lines((self.bound,), self.values)
            if line not in letter_lines(self.numbers, self.values)
        ]
        lines = [*known, f"bound = {self.bound.source}"]
        source = _plan(
            self.numbers, answer, self.values, lines, f"sign(x - bound) in [{signs}]", len(self._chosen())
        )
        text = WORDS["those"].say(self.language, **self._facts(), answer=answer)
        return None if source is None else CheckPlan(text, WORDS["method_those"].say(self.language), source)
