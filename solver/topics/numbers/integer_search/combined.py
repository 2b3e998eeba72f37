"""The sum, difference or product of two integers that are described: "the largest prime below 100 and the smallest composite number".

Each is found as a question of its own; not read: more than two, or one that is only a number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.latex import values_in
from solver.ports import CheckPlan, Language
from solver.topics.base import Conclusion, Reading, Solution, Text, Unread, Words
from solver.topics.cells import cell, comment
from solver.topics.numbers.integer_search.topic import Found, read_one

_ENGLISH: Final = re.compile(
    r"(?i)(?:find|what is|what's|calculate|work out|determine|compute) the (?P<op>sum|difference|product) (?:of|between) (?P<a>the (?:smallest|least|largest|greatest|biggest).+?) and (?P<b>the (?:smallest|least|largest|greatest|biggest).+?)\s*[?.]?"
)
_CHINESE: Final = re.compile(
    r"(?:求)?(?P<a>[^，。,]*最[大小][^，。,]*?)[和与](?P<b>[^，。,]*最[大小][^，。,]*?)的?(?P<op>和|差|积|乘积)(?:是|为|等于)?(?:多少|几)?[?？。.]?"
)
_SIGNS: Final = {"sum": "+", "difference": "-", "product": "*", "和": "+", "差": "-", "积": "*", "乘积": "*"}
WORDS: Final = {
    "first": Words("First number: {what}.", "第一个数：{what}。"),
    "second": Words("Second number: {what}.", "第二个数：{what}。"),
    "sum": Words("Put them together: \\[{before}={value}\\]", "最后计算：\\[{before}={value}\\]"),
    "code": Words("both together", "两个数的运算"),
    "answer": Words("The answer is \\({answer}\\).", "结果是 \\({answer}\\)。"),
    "claim": Words("the answer is \\({answer}\\)", "结果是 \\({answer}\\)"),
    "method": Words(
        "each number fits, none beyond it does, and undoing the operation with one gives the other",
        "逐一核对：两个数都符合，界外的数都不符合，再用逆运算由一个数得到另一个数",
    ),
}  # fmt: skip


def read(text: Text) -> Reading:
    """One integer that is described, or two that are put together."""
    found = read_one(text)
    if found is not None and not isinstance(found, Unread):
        return found
    match = (_CHINESE if text.language == "zh" else _ENGLISH).fullmatch(text.source.strip())
    if match is None:
        return found
    parts = [_described(match[k], text.language) for k in "ab"]
    if parts[0] is None or parts[1] is None:
        return found
    return Combined(parts[0], parts[1], match["a"], match["b"], _SIGNS[match["op"].lower()], text.language)


def _described(what: str, language: Language) -> Found | None:
    question = f"{what}是多少?" if language == "zh" else f"What is {what}?"
    found = read_one(Text(question, language))
    return found if isinstance(found, Found) and found.search.wanted in ("smallest", "largest") else None


@dataclass(frozen=True, slots=True)
class Combined:
    """`first` and `second`, each the end of a search, joined by `sign`; of a difference the larger comes first."""

    first: Found
    second: Found
    said_first: str
    said_second: str
    sign: str
    language: Language

    @property
    def _ends(self) -> tuple[int, int]:
        a, b = (f.members[0 if f.search.wanted == "smallest" else -1] for f in (self.first, self.second))
        return a, b

    def solution(self) -> Solution:
        """Both searches, then the sum."""
        a, b = self._ends
        swapped = self.sign == "-" and a < b
        one, other = self.first.solution(), self.second.solution()
        high, low = (b, a) if swapped else (a, b)
        value = {"+": a + b, "-": high - low, "*": a * b}[self.sign]
        sign = "\\times " if self.sign == "*" else self.sign
        shown = f"{high}{sign}{low}"
        steps = (
            WORDS["first"].say(self.language, what=self.said_first), *one.steps,
            WORDS["second"].say(self.language, what=self.said_second), *other.steps,
            WORDS["sum"].say(self.language, before=shown, value=value),
        )  # fmt: skip
        code = [*_named(one.cell, "first"), *_named(other.cell, "second")]
        last = "second - first" if swapped else f"first {self.sign} second"
        said = WORDS["code"].say(self.language)
        return Solution(steps, cell(*code, comment(said), last))

    def conclude(self, value: Any) -> Conclusion | None:
        """The number."""
        if not isinstance(value, sp.Integer):
            return None
        return Conclusion(WORDS["answer"].say(self.language, answer=value), str(value))

    def check(self, answer: str) -> CheckPlan | None:
        """Each of the two by what lies beyond it; then back from the answer."""
        values = values_in(answer)
        if values is None or len(values) != 1 or not isinstance(values[0], sp.Integer):
            return None
        a, b = self._ends
        plans = [self.first.check(str(a)), self.second.check(str(b))]
        lines = list[str]()
        for plan, name in zip(plans, ("first_fits", "second_fits"), strict=True):
            if plan is None:
                return None
            lines += _named(plan.source, name)
        back = {"+": f"{values[0]} - {b} == {a}", "-": f"{values[0]} + {min(a, b)} == {max(a, b)}", "*": f"{values[0]} == {a} * {b}"}[self.sign]  # fmt: skip
        source = cell(*lines, f"bool(first_fits and second_fits and {back})")
        return CheckPlan(WORDS["claim"].say(self.language, answer=answer), WORDS["method"].say(self.language), source)  # fmt: skip


def _named(source: str, name: str) -> list[str]:
    """The lines of a cell, with a name for the value of the last."""
    *lines, last = source.rstrip().split("\n")
    return [*lines, f"{name} = {last}"]
