"""A task whose answer is wanted in a form: solved exactly as ever, and written so in the end."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any, Final

import sympy as sp

from solver.latex import exact_latex
from solver.ports import CheckPlan, Language
from solver.topics.base import Conclusion, Methodical, Solution, Task, Words
from solver.topics.cells import cell, exact_source, joined, kept_as
from solver.topics.forms.form import NAMES, Form, places_told
from solver.topics.forms.parts import Part, parts_of
from solver.topics.forms.steps import step_of_unit
from solver.topics.forms.writing import LONGEST, Impossible, Written, digits_of, figures_in, write
from solver.topics.numbers.rounding.target import Target
from solver.topics.rationals import terminating_decimal

SAY: Final = {
    "exactly": Words("Work exactly to the end, and round only the last number.", "先按精确值计算，最后一步再取近似值。"),
    "notation": Words("Find the answer first; in the end write it as {name}.", "先求出答案，最后写成{name}。"),
    "rounded": Words("The exact answer is \\({exact}\\). Rounded half up to {places}: {figures}", "精确值是 \\({exact}\\)。四舍五入取 {places}：{figures}"),
    "rounded up": Words("The exact answer is \\({exact}\\). Rounded up to {places}: {figures}", "精确值是 \\({exact}\\)。用进一法取 {places}：{figures}"),
    "rounded down": Words("The exact answer is \\({exact}\\). Rounded down to {places}: {figures}", "精确值是 \\({exact}\\)。用去尾法取 {places}：{figures}"),
    "about": Words("\\({shown}\\approx {answer}\\).", "\\({shown}\\approx {answer}\\)。"),
    "equal": Words("\\({shown}={answer}\\).", "\\({shown}={answer}\\)。"),
    "written": Words("{sentence} As {name}: {figures}", "{sentence}写成{name}：{figures}"),
    "has it": Words("{sentence} It has the form that is asked for already.", "{sentence}它已经是题目要求的形式。"),
    "same": Words("Rounded so far, some are the same.", "取到这一位后，有的值相同。"),
    "claim near": Words("\\({exact}\\), rounded \\({answer}\\)", "\\({exact}\\)，取近似值 \\({answer}\\)"),
    "claim worth": Words("\\({exact}\\), written as \\({answer}\\)", "\\({exact}\\)，写成 \\({answer}\\)"),
    "near": Words("the exact value: {method}; then the difference was compared with half of the last place", "精确值：{method}；再把误差与末位的一半比较"),
    "worth": Words("the exact value: {method}; then both were compared", "精确值：{method}；再比较两者是否相等"),
    "again": Words("worked out once more, and the difference compared with half of the last place", "重新计算精确值，再把误差与末位的一半比较"),
}  # fmt: skip
REASONS: Final = {
    "irrational": Words("This is an irrational number, so it cannot be written as {name}; the exact value stays.", "这是无理数，不能写成{name}，所以保留精确值。"),
    "endless": Words("No finite decimal writes it, and no number of places is asked for; the exact value stays.", "它不能写成有限小数，题目也没有说保留几位，所以保留精确值。"),
    "large": Words("The number is too large to be written out; the exact value stays.", "这个数太大，无法写出，所以保留精确值。"),
    "negative": Words("Of a negative number it is not agreed which side is up; the exact value stays.", "负数的“进一”“去尾”没有统一的规定，所以保留精确值。"),
    "half": Words("It lies exactly half way between two, so there is no nearest one; the exact value stays.", "它正好在两个数的正中间，没有最接近的一个，所以保留精确值。"),
    "no pi": Words("There is no \\(\\pi\\) in the exact value.", "精确值里没有 \\(\\pi\\)。"),
    "one": Words("Only one of these is asked for so; the exact values stay.", "只要求其中一个这样表示，所以保留精确值。"),
    "no angle": Words("It is not told whether this is an angle in radians; the exact value stays.", "没有说明这是不是用弧度表示的角，所以保留精确值。"),
    "zero": Words("Zero has no scientific notation.", "0 没有科学记数法。"),
    "unit": Words("The answer has no unit that could be rounded so; the exact value stays.", "答案的单位不能这样取近似，所以保留精确值。"),
    "complex": Words("These are complex numbers, which are not written so; the exact values stay.", "这是复数，不能这样写，所以保留精确值。"),
    "no number": Words("The answer is not a number that could be rounded or written in another form.", "答案不是一个数，不能取近似值或改写形式。"),
}  # fmt: skip
NEAREST: Final = Words("the nearest {unit}", "整数个单位（{unit}）")
WHOLE: Final[dict[str, Words]] = {
    "degrees": Words("the nearest degree", "整数度"),
    "percent": Words("the nearest percent", "百分号前为整数"),
}
MAX_NUMBERS: Final = 12
_THREE_PLACES: Final = sp.Rational(1, 1000)
FEWEST: Final = 3
"""Figures of a rounded number, where no accuracy is asked for."""


def in_form(task: Task, form: Form, language: Language, question: str) -> Task:
    """The task with its answer in the form; `question` is the text without the wish."""
    if isinstance(task, InForm):
        return task
    kind = MethodicalInForm if isinstance(task, Methodical) else InForm
    return kind(task, form, language, question)


@dataclass(frozen=True, slots=True)
class InForm:
    """`task`, answered in a form."""

    task: Task
    form: Form
    language: Language
    question: str

    def solution(self) -> Solution:
        """The steps to the exact answer."""
        found = self.task.solution()
        key = "exactly" if self.form.accuracy is not None else "notation"
        name = NAMES[self.form.manner].say(self.language) if self.form.manner else ""
        return Solution((SAY[key].say(self.language, name=name), *found.steps), found.cell, found.plot)

    def conclude(self, value: Any) -> Conclusion | None:
        """The exact answer, and each of its numbers in the form; or why they have none."""
        exact = self.task.conclude(value)
        if exact is None:
            return None
        say = self.language
        parts = parts_of(_with_degrees(exact))
        numbers = [p for p in parts or () if isinstance(p, Part)]
        if parts is None or not 0 < len(numbers) <= MAX_NUMBERS:
            return self._unchanged(exact, "no number")
        if self.form.is_of_one and len(numbers) > 1:
            return self._unchanged(exact, "one")
        try:
            made = [self._written(part) for part in numbers]
        except Impossible as error:
            if error.reason == "no angle" and self.form.accuracy is None:
                return exact
            first = self._first_digits(numbers) if error.reason == "endless" else ""
            return self._unchanged(exact, error.reason, first)
        texts = dict(
            zip(numbers, (self._text(p, w) for p, w in zip(numbers, made, strict=True)), strict=True)
        )
        answer = "".join(p if isinstance(p, str) else texts[p] for p in parts)
        if answer.replace(" ", "") == exact.answer.replace(" ", ""):
            answer = exact.answer
            if r"\approx" in exact.sentence:  # rounded by the topic itself
                return exact
            return Conclusion(SAY["has it"].say(say, sentence=exact.sentence), answer)
        told = [self._told(p, w) for p, w in zip(numbers, made, strict=True)]
        if self.form.accuracy is not None and len(set(texts.values())) < len(numbers) == len(set(numbers)):
            told.append(SAY["same"].say(say))
            answer = r",\ ".join(dict.fromkeys(texts.values())) if r",\ " in answer else answer
        figures = ("" if say == "zh" else " ").join(told)
        if self.form.accuracy is None:
            name = NAMES[self.form.manner].say(say)
            return Conclusion(
                SAY["written"].say(say, sentence=exact.sentence, name=name, figures=figures), answer
            )
        places = self._places()
        plain = "".join(p if isinstance(p, str) else p.front + p.exact for p in parts)
        key = f"rounded {self.form.way}".strip()
        return Conclusion(SAY[key].say(say, exact=plain, places=places, figures=figures), answer)

    def _places(self) -> str:
        """The accuracy in words."""
        assert self.form.accuracy is not None
        if self.form.accuracy.unit == 1:
            if self.form.counted:
                return NEAREST.say(self.language, unit=self.form.counted)
            if self.form.manner in WHOLE:
                return WHOLE[self.form.manner].say(self.language)
        return places_told(self.form.accuracy).say(self.language)

    def _first_digits(self, numbers: list[Part]) -> str:
        """How decimals without end begin."""
        told = (
            SAY["equal"].say(self.language, shown=part.exact, answer=digits_of(part.value, _THREE_PLACES))
            for part in numbers
            if part.value.is_real and not part.is_percent
        )
        return ("" if self.language == "zh" else " ").join(told)

    def _unchanged(self, exact: Conclusion, reason: str, more: str = "") -> Conclusion:
        name = NAMES[self.form.manner].say(self.language) if self.form.manner else ""
        between = "" if self.language == "zh" else " "
        told = REASONS[reason].say(self.language, name=name)
        return Conclusion(between.join(filter(None, (exact.sentence, told, more))), exact.answer)

    def _written(self, part: Part) -> Written:
        value, form = self._asked(part)
        made = write(value, form)
        if form.is_if_needed and form.manner != "scientific" and sp.simplify(made.value - value) == 0:
            return write(value, replace(form, accuracy=None, manner=form.manner or "decimal"))
        return made

    def _asked(self, part: Part) -> tuple[sp.Expr, Form]:
        """The number, in the unit that it is written in, and the form for just this one."""
        form, value = self.form, part.value
        if form.counted:
            unit = step_of_unit(form.counted, f"{part.front} {part.tail}", self.question)
            if unit is None or form.accuracy is None or form.accuracy.unit is None or not _ends(unit):
                raise Impossible("unit")
            form = replace(form, accuracy=Target(form.accuracy.unit * unit), counted="")
        if part.is_percent and form.manner == "":
            form = replace(form, manner="percent")
        if form.manner == "degrees" and not part.is_in_degrees:
            if not _is_in_radians(value):
                raise Impossible("no angle")
            value = value * 180 / sp.pi
        elif form.manner == "radians" and part.is_in_degrees:
            value = value * sp.pi / 180
        if form.manner in ("degrees", "radians"):
            value = sp.simplify(value)
        return value, form

    def _text(self, part: Part, made: Written) -> str:
        """The part with its number in the form; one that is worth the same and no notation is asked for stays as it is."""
        manner = "percent" if part.is_percent and not self.form.manner else self.form.manner
        if manner == "percent":
            return rf"{part.front}{made.text}\%"
        tail = part.tail if not part.is_percent else ""
        if manner == "degrees":
            tail = r"^{\circ}"
        elif manner == "radians":
            tail = ""
        return f"{part.front}{made.text}{tail}"

    def _told(self, part: Part, made: Written) -> str:
        """One number, exact and as it is written."""
        value, form = self._asked(part)
        text = self._text(part, made).removeprefix(part.front)
        front = part.front if "=" in part.front else ""
        shown = part.exact
        if made.unit is None:
            return SAY["equal"].say(self.language, shown=front + shown, answer=text)
        scale = 100 if form.manner == "percent" else 1
        sign = (
            r"\%"
            if form.manner == "percent"
            else r"^{\circ}"
            if form.manner == "degrees" or not form.manner and part.is_in_degrees
            else ""
        )
        digits = f"{digits_of(value * scale, made.unit * scale)}{sign}" if value.is_real else shown
        if form.manner != "scientific" and digits not in (shown, text):
            shown += f"={digits}"
        key = "equal" if sp.simplify(made.value - value) == 0 else "about"
        return SAY[key].say(self.language, shown=front + shown, answer=text)

    # -- the check ------------------------------------------------------------------------------------

    def check(self, answer: str) -> CheckPlan | None:
        """Where the value of the cell is not known: an exact answer by the topic's own check, a rounded one by the cell."""
        given = self._numbers(answer)
        if given is None:
            return self.task.check(answer)
        if self.form.accuracy is None:
            plan = self.task.check(self._plain(answer))
            return plan and self._or_near(plan, answer, given)
        units = [_unit_of(p, self.form) for p in given]
        values = ", ".join(exact_source(self._value(p)) for p in given)
        steps = ", ".join(exact_source(u) for u in units)
        tests = [
            "found = list(exact.values()) if isinstance(exact, dict) else exact",
            "found = list(found) if isinstance(found, (list, tuple, set)) else [found]",
            f"stated, units = [{values}], [{steps}]",
            f"near = [any({self._near('s', 'e', 'u')} for e in found) for s, u in zip(stated, units)]",
            "True if len(found) >= len(stated) and all(near) else None",
        ]
        source = joined(kept_as(self.task.solution().cell, "exact"), cell(*tests))
        claim = self._places()
        return CheckPlan(f"\\({answer}\\), {claim}", SAY["again"].say(self.language), source)

    def _or_near(self, plan: CheckPlan, answer: str, given: list[Part]) -> CheckPlan:
        """In scientific notation without an accuracy a number with many figures may be rounded to some."""
        figures = [figures_in(p.shown.partition("\\times")[0]) for p in given]
        if self.form.manner != "scientific" or not all(FEWEST <= n < LONGEST for n in figures):
            return plan
        stated = ", ".join(
            f"({exact_source(self._value(p))}, {exact_source(_unit_of(p, self.form))}, {LONGEST - n})"
            for p, n in zip(given, figures, strict=True)
        )
        tests = [
            "found = list(exact.values()) if isinstance(exact, dict) else exact",
            "found = list(found) if isinstance(found, (list, tuple, set)) else [found]",
            f"stated = [{stated}]",
            f"near = [any({self._near('s', 'e', 'u')} and not (e/u * 10**more).is_integer for e in found) for s, u, more in stated]",
            "True if len(found) >= len(stated) and all(near) else is_exact",
        ]
        solved = kept_as(self.task.solution().cell, "exact")
        source = joined(kept_as(plan.source, "is_exact"), solved, cell(*tests))
        return CheckPlan(plan.claim, f"{plan.method}; {SAY['again'].say(self.language)}", source)

    def check_beside(self, answer: str, value: Any) -> CheckPlan | None:
        """As `check`, where a cell gave `value`: what is concluded from it by the topic's own check, then what was answered beside it."""
        exact = self.task.conclude(value)
        if exact is None:
            return None
        given, known = self._numbers(answer), self._numbers(_with_degrees(exact))
        plan = self.task.check(exact.answer)
        if plan is None:
            return None
        if answer == exact.answer or given is None or known is None:
            return plan if answer == exact.answer else None
        try:
            pairs = _paired(given, [(self._value(k), self._written(k)) for k in known], self._value)
        except Impossible:
            return None
        near = ", ".join(
            f"max(map(abs, ({exact_source(g)} - ({exact_source(e)})).expand(complex=True).as_real_imag())) <= {exact_source(u / 2)}"
            if u is not None and not e.is_real
            else self._near(exact_source(g), f"({exact_source(e)})", exact_source(u), "({})")
            if u is not None
            else f"simplify({exact_source(g)} - ({exact_source(e)})) == 0"
            for g, e, u in pairs
        )
        whole = all(u is None or _is_rounded(g, e, u, half=not self.form.way) for g, e, u in pairs)
        complete = {g for g, _, _ in pairs} == {self._value(p) for p in given}
        tests = cell(f"is_near = all([{near}])", f"bool(is_exact) and bool(is_near) and {whole and complete}")
        source = joined(kept_as(plan.source, "is_exact"), tests)
        kind = "near" if any(u is not None for _, _, u in pairs) else "worth"
        claim = SAY[f"claim {kind}"].say(self.language, exact=exact.answer, answer=answer)
        method = SAY[kind].say(self.language, method=plan.method)
        return CheckPlan(claim, method, source)

    def _near(self, given: str, exact: str, unit: str, number: str = "N({}, 40)") -> str:
        """Source of whether a rounded number is as near as it has to be, and on the side that is asked for."""
        way = self.form.way
        ahead = number.format(f"{exact} - {given}" if way == "down" else f"{given} - {exact}")
        return f"0 <= {ahead} < {unit}" if way else f"abs({ahead}) <= {unit}/2"

    def _numbers(self, answer: str) -> list[Part] | None:
        parts = parts_of(answer)
        numbers = [p for p in parts or () if isinstance(p, Part)]
        return numbers if parts is not None and 0 < len(numbers) <= MAX_NUMBERS else None

    def _value(self, part: Part) -> sp.Expr:
        """What a part is worth, angles in the unit that is asked for."""
        if self.form.manner == "degrees" and not part.is_in_degrees:
            return part.value if part.value.is_Rational else sp.simplify(part.value * 180 / sp.pi)
        if self.form.manner == "radians" and part.is_in_degrees:
            return part.value * sp.pi / 180
        return part.value

    def _plain(self, answer: str) -> str:
        """An answer in some notation as its topic would write it."""
        parts = parts_of(answer) or ()
        return "".join(
            p
            if isinstance(p, str)
            else p.front + exact_latex(self._value(p)) + ("" if p.is_percent else p.tail)
            for p in parts
        )


@dataclass(frozen=True, slots=True)
class MethodicalInForm(InForm):
    """The same of a task that has several methods."""

    def methods(self) -> tuple[str, ...]:
        """Those of the task."""
        assert isinstance(self.task, Methodical)
        return self.task.methods()

    def by(self, method: str) -> Task:
        """The task by that method, its answer in the form."""
        assert isinstance(self.task, Methodical)
        return in_form(self.task.by(method), self.form, self.language, self.question)


def check_of(task: Task, answer: str, values: tuple[Any, ...] = ()) -> CheckPlan | None:
    """How to check an answer, where cells gave `values`."""
    if isinstance(task, InForm):
        for value in values:
            plan = task.check_beside(answer, value)
            if plan is not None:
                return plan
    return task.check(answer)


def _is_rounded(given: sp.Expr, exact: sp.Expr, unit: sp.Rational, *, half: bool) -> bool:
    """Whether what was answered has no more places than were asked for, and (with `half`) was not rounded down from a half."""
    if given == exact:
        return True
    is_half_down = half and exact.is_Rational and abs(given - exact) == unit / 2 and abs(given) < abs(exact)
    return not is_half_down and all((part / unit).is_Integer for part in given.as_real_imag())


def _paired(
    given: list[Part], known: list[tuple[sp.Expr, Written]], value: Any
) -> list[tuple[sp.Expr, sp.Expr, sp.Rational | None]]:
    """To every exact value the nearest one that was answered, and the unit of its last place."""
    numbers = [value(p) for p in given]
    pairs = list[tuple[sp.Expr, sp.Expr, sp.Rational | None]]()
    for exact, made in known:
        distances = [float(abs(sp.N(number - exact, 20))) for number in numbers]
        pairs.append((numbers[distances.index(min(distances))], exact, made.unit))
    return pairs


def _with_degrees(exact: Conclusion) -> str:
    """The exact answer, with the degree sign that stands only in its sentence."""
    told = re.search(rf"(?:{re.escape(exact.answer)})\\\)\s*(?:°|度|degrees\b(?!\s+(?:C|F)))", exact.sentence)
    return exact.answer + r"^{\circ}" if told and not re.search("circ|°", exact.answer) else exact.answer


def _is_in_radians(value: sp.Expr) -> bool:
    """Whether an angle without a unit is one in radians: an arccosine, a part of π."""
    is_part = (value / sp.pi).is_rational is True
    return is_part or value.has(sp.acos, sp.asin, sp.atan) and not value.has(1 / sp.pi)


def _unit_of(part: Part, form: Form) -> sp.Rational:
    """The last place of a rounded number: where the form counts figures, that of the number as it stands."""
    places = re.search(r"\d*\.(\d+)", part.shown)
    if (
        form.accuracy is not None
        and form.accuracy.unit is not None
        and not form.counted
        and form.manner != "scientific"
    ):
        unit = sp.Rational(form.accuracy.unit.numerator, form.accuracy.unit.denominator)
    else:
        unit = sp.Rational(1, 10 ** len(places[1])) if places else sp.Integer(1)
        if power := re.search(r"10\s*\^\s*\{?(-?\d+)", part.shown):
            unit *= sp.Integer(10) ** int(power[1])
    return unit / 100 if part.is_percent or form.manner == "percent" else unit


def _ends(unit: Fraction) -> bool:
    """Whether multiples of the unit are decimals: an hour has no end of minutes."""
    return terminating_decimal(sp.Rational(unit.numerator, unit.denominator)) is not None
