"""Where a complex number lies in the plane: the coordinates of its point, or the quadrant.

The number itself is read by the topic; here only what is asked of its place.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.latex import exact_latex
from solver.ports import CheckPlan, Language
from solver.topics.base import Conclusion, Reading, Solution, Text, Unread, Words
from solver.topics.expressions.complex_numbers.number import ComplexNumber

_POINT: Final = r"(?:所)?(?:在复平面[上内中]?)?(?:所)?(?:对应|表示)的点\s*\$?[A-Z]?\$?"
_PLANE: Final = r"(?:(?:in|on)\s+(?:the\s+)?(?:complex|argand)\s+(?:plane|diagram)\s*,?)"
_OF: Final = r"(?:the\s+)?(?:point|image)\s+(?:in\s+the\s+complex\s+plane\s+)?(?:that\s+|which\s+)?(?:representing|represents|corresponding\s+to|corresponds\s+to|for|of)"
_FORMS: Final = (
    ("point", rf"{_POINT}的坐标(?:是|为)?(?:多少|什么)?(?:\s*_{{2,}})?"),
    ("quadrant", rf"{_POINT}\s*(?:位于|落在|在)\s*第?\s*(?:几|哪个|哪一|_{{2,}})\s*个?象限"),
    ("point", rf"(?i:(?:find|what\s+are|give|state|write\s+down)\s+the\s+coordinates\s+of\s+{_OF})"),
    ("point", r"(?i:(?:what|which)\s+point\s+(?:(?:in|on|of)\s+the\s+(?:complex|argand)\s+(?:plane|diagram)\s+)?(?:corresponds\s+to|represents))"),
    ("quadrant", rf"{_POINT}\s*(?:位于|落在|在)\s*(?:\(\s*\)|=?\s*\?|_{{2,}})?(?:象限)?\s*(?=[。.]?\s*$)"),
    ("quadrant", rf"(?i:{_OF}\s+(?=\S.*?\b(?:is|lies)\s+in\s*[:?]?\s*$))"),
    ("quadrant", rf"(?i:in\s+(?:which|what)\s+quadrant\s+(?:of\s+the\s+complex\s+plane\s+)?(?:does|is|lies)\s+(?:{_OF})?(?:\s*the\s+(?:complex\s+)?number(?=\s))?)"),
)  # fmt: skip
WORDS: Final = {
    "place": Words("The number \\(a+bi\\) is shown by the point \\((a,b)\\), here \\({point}\\).", "复数 \\(a+bi\\) 对应点 \\((a,b)\\)，这里是 \\({point}\\)。"),
    "signs": Words("The signs of its coordinates say: {name}.", "由坐标的符号可知在{name}。"),
    "point": Words("The point is \\({answer}\\).", "点的坐标是 \\({answer}\\)。"),
    "quadrant": Words("It lies in the \\({answer}\\).", "该点在 \\({answer}\\)。"),
}  # fmt: skip
QUADRANTS: Final = {
    (1, 1): Words("first quadrant", "第一象限"),
    (-1, 1): Words("second quadrant", "第二象限"),
    (-1, -1): Words("third quadrant", "第三象限"),
    (1, -1): Words("fourth quadrant", "第四象限"),
}


def read_place(source: str, text: Text, read_number: Callable[[str, Text], Reading]) -> Reading:
    """The place of a number that `read_number` reads; None when no place is asked for."""
    kind, match = next(((k, m) for k, p in _FORMS if (m := re.search(p, source))), ("", None))
    if match is None:
        return None
    rest = f"{source[: match.start()]} {source[match.end() :]}"
    rest = re.sub(rf"(?i){_PLANE}", " ", re.sub(r"在复平面[上内中]?\s*,?", " ", rest))
    rest = re.sub(r"(?i)(?<=[\s)$\di])(?:lie|located|(?:lies|is)\s+in)\s*(?=[?.:]|$)", " ", rest)
    inner = read_number(rest, text)
    if not isinstance(inner, ComplexNumber):
        return inner if isinstance(inner, Unread) else None
    if inner.wanted not in ("value", "conjugate"):
        return None
    task = Place(inner, kind, text.language)
    return task if kind == "point" or task.quadrant() else None


@dataclass(frozen=True, slots=True)
class Place:
    """The point, or the quadrant, of the number `inner`."""

    inner: ComplexNumber
    kind: str
    language: Language

    @property
    def names(self) -> tuple[str, ...]:
        """What the answer may be called, where it is one of four."""
        if self.kind == "point":
            return ()
        return tuple(rf"\text{{{name.say(self.language)}}}" for name in QUADRANTS.values())

    def _number(self) -> sp.Expr:
        value = self.inner._value(self.inner.target)
        return sp.conjugate(value) if self.inner.wanted == "conjugate" else value

    def quadrant(self) -> str:
        """Its name, or nothing on an axis."""
        signs = tuple(int(sp.sign(part)) for part in self._number().as_real_imag())
        return QUADRANTS[signs].say(self.language) if signs in QUADRANTS else ""  # type: ignore[index]

    def solution(self) -> Solution:
        """The number, then its place."""
        inner = self.inner.solution()
        steps = [
            *inner.steps,
            WORDS["place"].say(self.language, point=exact_latex(self._number().as_real_imag())),
        ]
        if self.kind == "quadrant":
            steps.append(WORDS["signs"].say(self.language, name=self.quadrant()))
        return Solution(tuple(steps), inner.cell)

    def _answer(self, value: sp.Expr) -> str:
        if self.kind == "point":
            return exact_latex(value.as_real_imag())
        return rf"\text{{{self.quadrant()}}}"

    def conclude(self, value: Any) -> Conclusion | None:
        """The pair of parts, or the quadrant."""
        if not isinstance(value, sp.Expr) or value.free_symbols:
            return None
        answer = self._answer(value)
        return Conclusion(WORDS[self.kind].say(self.language, answer=answer), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """The number by matrices; the answer must be its place."""
        number = self._number()
        if answer.replace(" ", "") != self._answer(number).replace(" ", ""):
            return None
        plan = self.inner.check(exact_latex(number))
        claim = WORDS[self.kind].say(self.language, answer=answer)
        return CheckPlan(claim, plan.method, plan.source) if plan is not None else None
