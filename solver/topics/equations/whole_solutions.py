"""The integers that satisfy inequalities: "find the integer solutions", 求不等式组的所有整数解, 正整数解.

Read: inequalities in one letter that `inequalities` reads, with finitely many integers between; on wish what they are together, or how many they are. Not: the largest of them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import sympy as sp

from solver.latex import latex, values_in
from solver.ports import CheckPlan, Language
from solver.topics.base import Conclusion, Reading, Solution, Text, Unread, Words
from solver.topics.cells import cell, comment, exact_source, joined, kept_as
from solver.topics.equations.real_sets import read_set
from solver.topics.prepared import Prepared

if TYPE_CHECKING:
    from solver.topics.equations.inequalities import Inequalities

_ASKED: Final = re.compile(
    r"(?i)\s*[,;.]?\s*(?:and\s+)?(?:(?:then\s+)?(?:write|list|give|state|find)\s+(?:down\s+)?(?:all\s+)?(?:of\s+)?(?:the\s+|its\s+)?(?P<sign>positive\s+|negative\s+)?(?:integer\s+solutions|integers\s+(?:that\s+satisfy\s+(?:it|them)|in\s+the\s+solution\s+set))(?:\s+of)?)"
    r"|\s*,?\s*(?:并)?(?:求出?|写出)?(?:它|其|该不等式组?|这个不等式组?)?的?(?:所有|全部)?的?(?P<zh>正|负|非负)?整数解"
)
_TOGETHER: Final = re.compile(
    r"(?i)(?:\b(?:what\s+is|find|calculate|work\s+out|determine|give|state|and)\s+)?(?:the\s+|their\s+)?(?P<en>sum|number)\s+of\s+(?=(?:all\s+|all\s+of\s+)?(?:the\s+|its\s+)?(?:positive\s+|negative\s+)?integer(?:s|\s+solutions)\b)"
    r"|(?:\bhow\s+many\s+)(?=(?:positive\s+|negative\s+)?integer\s+solutions\b)"
    r"|(?<=整数解)\s*(?:的|之)?\s*(?P<zh>总?和|个数)(?:是|为|等于)?(?:多少|几|=?\s*\?)?|(?<=整数解)\s*(?:共|一共)?有\s*(?:多少|几|\?)\s*个?|有\s*(?:多少|几)\s*个(?=(?:正|负|非负)?整数解)"
)
"""The sum or the number of them is asked for, not they themselves."""
WORDS: Final = {
    "both": Words("Of the solution set these are the integers: \\({integers}\\).", "解集中的整数为：\\({integers}\\)。"),
    "only": Words("The integer solutions are \\({integers}\\).", "整数解为 \\({integers}\\)。"),
    "sum": Words("Of the solution set these are the integers: \\({integers}\\). Their sum is \\({total}\\).", "解集中的整数为 \\({integers}\\)，它们的和为 \\({total}\\)。"),
    "number": Words("Of the solution set these are the integers: \\({integers}\\). There are \\({total}\\) of them.", "解集中的整数为 \\({integers}\\)，共 \\({total}\\) 个。"),
    "code": Words("the integers among the solutions", "解集中的整数"),
    "claim": Words("the integer solutions are \\({answer}\\)", "整数解为 \\({answer}\\)"),
    "method": Words("every integer near was put into the inequalities", "把附近的整数逐个代入不等式检验"),
}  # fmt: skip
MAX_COUNT: Final = 30


def read(text: Text) -> Reading:
    """Inequalities whose integer solutions are asked for."""
    from solver.topics.equations import inequalities

    together = list(_TOGETHER.finditer(text.source))
    if len(together) > 1:
        return None
    source = text.source
    if together:
        source = f"{source[: together[0].start()]} {source[together[0].end() :]}"
        source = re.sub(
            r"(?i)(?<=\s)(?:does|do|has|have)\s+(?=\S.*[<>])|\s+(?:have|has)(?=\s*[?.]|\s*$)", " ", source
        )
        if text.language == "en":
            source = re.sub(
                r"(?i)\b(find|give|state|what\s+(?:is|are))\s+(?=\1\b)", "", f"Find {source.strip()}"
            )
            source = re.sub(r"(?i)^find\s+(?=.*\b(?:find|solve|write|list|give|state)\b)", "", source)
        text = Text(source, text.language, text.values)
    asked = list(_ASKED.finditer(text.source))
    if len(asked) != 1:
        return None
    (match,) = asked
    both = bool(re.search(r"解不等式|(?i:\bsolve\b)", text.source[: match.start()])) and not re.search(
        r"不等式组?$", text.source[: match.start()].rstrip()
    )
    verb = "Solve " if text.language == "en" else "解不等式组 "
    rest = f"{text.source[: match.start()]} , {text.source[match.end() :]}"
    rest = re.sub(
        r"(?i)\b(?:of\s+)?the\s+(?:system|pair)(?:\s+of)?(?:\s+(?:linear\s+)?inequalities)?(?=\W)", " ", rest
    )
    found = inequalities.read(Text(rest, text.language, text.values))
    if found is None or isinstance(found, Unread):
        found = inequalities.read(
            Text(verb + re.sub(r"求(?:出)?(?:不等式组?|满足)?", " ", rest), text.language, text.values)
        )
    if not isinstance(found, inequalities.Inequalities):
        return None
    sign = {"正": 1, "负": -1, "非负": 0, "positive": 1, "negative": -1}.get(
        (match["zh"] or match["sign"] or "").strip().lower()
    )
    task = WholeSolutions(found, sign, both and not together, text.language)
    if not together:
        return task
    counted = "sum" not in together[0][0].lower() and "和" not in together[0][0]
    return _together(task, counted=counted)


def _together(task: WholeSolutions, *, counted: bool) -> Prepared | None:
    """The sum of the integers, or how many they are."""
    x = sp.Symbol(task.task.variable, real=True)
    try:
        parts = [sp.Rel(task.task._difference(part), 0, part[1]) for part in task.task.parts]
        whole = task._of(sp.Intersection(*(sp.solveset(part, x, sp.S.Reals) for part in parts)))
    except (NotImplementedError, ValueError, TypeError):
        return None
    if not whole:
        return None
    first, say, name = task.solution(), task.language, "number" if counted else "sum"
    total = len(whole) if counted else sum(whole)
    step = WORDS[name].say(say, integers=",\\ ".join(map(latex, whole)), total=total)
    low, high = {1: (1, 200), 0: (0, 200), -1: (-200, -1)}.get(
        task.sign if task.sign is not None else 2, (-200, 200)
    )
    made = "len(whole)" if counted else "sum(whole)"
    found = f"whole = [n for n in range({low}, {high} + 1) if solutions.subs({x}, n) == True]"
    source = joined(kept_as(first.cell, "solutions"), comment(WORDS["code"].say(say)), found, made)
    tests = (*task.tried(), f"answer == {made}")
    return Prepared(say, (*first.steps, step), source, tests, WORDS["method"], letters=(task.task.variable,))


@dataclass(frozen=True, slots=True)
class WholeSolutions:
    """The integers in the solution set of `task`; `sign`: only those of a sign; `both`: the set is asked for, too."""

    task: Inequalities
    sign: int | None
    both: bool
    language: Language

    def _of(self, solutions: sp.Set) -> list[sp.Integer] | None:
        """The integers in a set; None where they do not end."""
        if self.sign is not None:
            solutions &= {1: sp.Interval(1, sp.oo), 0: sp.Interval(0, sp.oo), -1: sp.Interval(-sp.oo, -1)}[
                self.sign
            ]
        if solutions == sp.S.EmptySet:
            return []
        low, high = solutions.inf, solutions.sup
        if low.is_infinite or high.is_infinite or high - low > MAX_COUNT:
            return None
        near = range(int(sp.ceiling(low)), int(sp.floor(high)) + 1)
        return [sp.Integer(n) for n in near if solutions.contains(n) == True]  # noqa: E712  # sympy's truth

    def solution(self) -> Solution:
        """The solution set first."""
        return self.task.solution()

    def conclude(self, value: Any) -> Conclusion | None:
        """The integers, behind the set where it was asked for."""
        first = self.task.conclude(value)
        solutions = None if first is None else read_set(first.answer, self.task.variable)
        whole = None if solutions is None else self._of(solutions)
        if first is None or not whole:
            return None
        integers = ",\\ ".join(map(latex, whole))
        if self.both:
            answer = rf"{first.answer};\ {integers}"
            sentence = (
                first.sentence
                + ("" if self.language == "zh" else " ")
                + WORDS["both"].say(self.language, integers=integers)
            )
            return Conclusion(sentence, answer)
        return Conclusion(WORDS["only"].say(self.language, integers=integers), integers)

    def tried(self) -> tuple[str, ...]:
        """Source that puts each integer of a wide range into the inequalities; `whole` are those that fit."""
        x = sp.Symbol(self.task.variable, real=True)
        tests = [f"({exact_source(self.task._difference(part))}, {part[1]!r})" for part in self.task.parts]
        floor = {1: 1, 0: 0}.get(self.sign if self.sign is not None else -2, -200)
        top = -1 if self.sign == -1 else 200
        return (
            f"parts = [{', '.join(tests)}]",
            "holds = {'<': lambda d: d < 0, '<=': lambda d: d <= 0, '>': lambda d: d > 0, '>=': lambda d: d >= 0}",
            f"fits = lambda number: all(d.subs({x}, number).is_real and bool(holds[sign](d.subs({x}, number))) for d, sign in parts)",
            f"whole = [n for n in range({floor}, {top} + 1) if fits(n)]",
        )

    def check(self, answer: str) -> CheckPlan | None:
        """The set by its own check; each integer of a wide range put into the inequalities."""
        parts = re.split(r";|；", answer)
        if len(parts) != (2 if self.both else 1):
            return None
        values = values_in(re.sub(r"^(?:\\ |\s)+", "", parts[-1]))
        if values is None or not all(isinstance(v, sp.Integer) for v in values):
            return None
        plan = self.task.check(parts[0].strip().removesuffix("\\").strip()) if self.both else None
        if self.both and plan is None:
            return None
        lines = cell(
            *self.tried(),
            f"same = whole == {sorted(int(v) for v in values)}",
            "same and bool(set_is_right)" if plan is not None else "same",
            variables=(self.task.variable,),
            assumptions="real=True",
        )
        source = joined(kept_as(plan.source, "set_is_right"), lines) if plan is not None else lines
        claim = WORDS["claim"].say(self.language, answer=answer)
        return CheckPlan(claim, WORDS["method"].say(self.language), source)
