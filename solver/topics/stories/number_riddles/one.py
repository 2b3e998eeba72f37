"""One unknown number: the sentence becomes an equation, which the topic `equations` solves."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.formula import to_latex
from solver.latex import exact_latex
from solver.ports import CheckPlan, Language
from solver.reader.numerals import in_digits
from solver.topics.base import Conclusion, Reading, Solution, Text, Words
from solver.topics.equations import single
from solver.topics.equations.single import Equation
from solver.topics.stories.number_riddles.phrases import chinese_equation, english_equation

WORDS: Final = {
    "let": Words("Let \\(x\\) be the number. Then the sentence says \\[{equation}\\]", "设这个数为 \\(x\\)。按题意 \\[{equation}\\]"),
    "answer": Words("The number is \\({answer}\\).", "这个数是 \\({answer}\\)。"),
}  # fmt: skip
_QUESTION: Final = r"(?:(?:find|what\s+(?:is|was)|determine|calculate)\s+(?:the\s+value\s+of\s+)?(?:the|this|that)\s+(?:original\s+|unknown\s+)?(?:number|integer)|what\s+(?:is|was)\s+it|find\s+it|what\s+(?:number|integer)\s+is\s+it)"
_ENGLISH: Final = (
    re.compile(rf"(?P<s>.+?)[.,]?\s+(?:and\s+)?{_QUESTION}\s*[.?]?"),
    re.compile(rf"{_QUESTION}\s+(?:if|when|given\s+that)\s+(?P<s>.+?)[.?]?"),
)
_ZASK: Final = r"(?:求出?(?:这个数|该数|某数|它|原数)|(?:这个数|某数|该数|原数)(?:是多少|是几|为多少|等于多少|是)|(?:问|求)?(?:这个数|某数)(?:是多少|是几)?)"
_CHINESE: Final = re.compile(rf"(?P<s>.+?)[,。;](?:那么|则|问|请问)?{_ZASK}[?。.]?_*[?。.]?")


def equation_in(text: Text) -> tuple[str, bool] | None:
    """The equation in x that the text tells, and whether x is a whole number."""
    if text.language == "zh":
        source = re.sub(r"[\s$]", "", in_digits(text.source))
        found = _CHINESE.fullmatch(source)
        equation = chinese_equation(found["s"]) if found else None
    else:
        source = " ".join(in_digits(re.sub(r"[$\\](?=[\s\d%]|$)|(?<=\d)\$", "", text.source)).lower().split())
        found = next((m for p in _ENGLISH if (m := p.fullmatch(source))), None)
        equation = english_equation(found["s"]) if found else None
    return (equation, "integer" in source or "whole number" in source) if equation else None


def read(text: Text) -> Reading:
    """A sentence about one number, and a question for it."""
    told = equation_in(text)
    if told is None:
        return None
    equation, whole = told
    say = Words("Solve \\({e}\\) over the real numbers", "解方程\\({e}\\)").say(text.language, e=equation)
    inner = single.read(Text(say, text.language))
    if not isinstance(inner, Equation) or inner.is_identity():
        return None
    solutions = inner.real_solutions()
    if solutions is None or len(solutions) != 1 or (whole and not solutions[0].is_integer):
        return None
    if re.search(r"positive|正数|自然数", text.source) and not solutions[0].is_positive:
        return None
    return Riddle(equation, inner, text.language)


@dataclass(frozen=True, slots=True)
class Riddle:
    """The number that fulfils `inner`, told in words."""

    equation: str
    inner: Equation
    language: Language

    def solution(self) -> Solution:
        """The sentence as an equation, and its solution."""
        inner = self.inner.solution()
        first = WORDS["let"].say(self.language, equation=to_latex(self.inner.relation))
        return Solution((first, *inner.steps), inner.cell, inner.plot)

    def conclude(self, value: Any) -> Conclusion | None:
        """The one solution."""
        if isinstance(value, list | tuple | sp.Tuple) and len(value) == 1:
            value = value[0]
        if not isinstance(value, sp.Expr) or not value.is_number or value.has(sp.Float):
            return None
        answer = exact_latex(value)
        return Conclusion(WORDS["answer"].say(self.language, answer=answer), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """As for the equation: put in."""
        return self.inner.check(answer)
