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
from solver.topics.stories.number_riddles.blanks import equation_with_blank
from solver.topics.stories.number_riddles.phrases import NUMBER, chinese_equation, english_equation

WORDS: Final = {
    "let": Words("Let \\(x\\) be the number. Then the sentence says \\[{equation}\\]", "设这个数为 \\(x\\)。按题意 \\[{equation}\\]"),
    "answer": Words("The number is \\({answer}\\).", "这个数是 \\({answer}\\)。"),
    "two": Words("The number is \\({answer}\\) or \\({other}\\).", "这个数是 \\({answer}\\) 或 \\({other}\\)。"),
}  # fmt: skip
_QUESTION: Final = r"(?:(?:find|what\s+(?:is|was)|determine|calculate)\s+(?:the\s+value\s+of\s+)?(?:the|this|that)\s+(?:original\s+|unknown\s+)?(?:number|integer)|what\s+(?:is|was)\s+it|find\s+it|what\s+(?:number|integer)\s+is\s+it)"
_ENGLISH: Final = (
    re.compile(rf"(?P<s>.+?)[.,]?\s+(?:and\s+)?{_QUESTION}\s*[.?]?"),
    re.compile(rf"{_QUESTION}\s+(?:if|when|given\s+that)\s+(?P<s>.+?)[.?]?"),
    re.compile(
        r"(?P<s>(?!.*(?:what|which)\s+number\b.*(?:what|which)\s+number\b)(?=.*\b(?:what|which)\s+number\b)[^.?]+?)\s*\?"
    ),
)
_BY_WHAT: Final = re.compile(
    rf"(?:by\s+)?what(?:\s+number)?\s+(?:should|must|do\s+(?:you|we)|can|would)\s+(?:you\s+)?(?P<a>{NUMBER})\s+be\s+(?P<op>multiplied|divided)(?:\s+by)?\s+(?:in\s+order\s+)?to\s+(?:get|give|obtain|make|equal)\s+(?P<b>{NUMBER})\s*\??"
)
_ZASK: Final = r"(?:求出?(?:这个数|该数|某数|它|原数)|(?:这个数|某数|该数|原数)(?:是多少|是几|为多少|等于多少|是)|(?:问|求)?(?:这个数|某数)(?:是多少|是几)?)"
_CHINESE: Final = (
    re.compile(rf"(?P<s>.+?)[,。;](?:那么|则|问|请问)?{_ZASK}[?。.]?_*[?。.]?"),
    re.compile(r"(?P<s>(?=[^?]*(?:哪一?个数|什么数))[^,。;?]+)[?。]?"),
)


def equation_in(text: Text) -> tuple[str, bool] | None:
    """The equation in x that the text tells, and whether x is a whole number."""
    if open_place := equation_with_blank(text.source):
        return open_place, False
    if text.language == "zh":
        source = re.sub(r"[\s$]", "", in_digits(text.source))
        found = next((m for p in _CHINESE if (m := p.fullmatch(source))), None)
        equation = chinese_equation(found["s"]) if found else None
    else:
        source = " ".join(in_digits(re.sub(r"[$\\](?=[\s\d%]|$)|(?<=\d)\$", "", text.source)).lower().split())
        source = re.sub(r"[.;]\s+(?=the\s+(?:result|answer)\s+is\b)", ", ", source)
        if by := _BY_WHAT.fullmatch(source):
            return (
                f"({by['a']})x={by['b']}" if by["op"] == "multiplied" else f"({by['a']})/x={by['b']}"
            ), False
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
    if (
        solutions is None
        or not 1 <= len(solutions) <= 2
        or whole
        and not all(s.is_integer for s in solutions)
    ):
        return None
    if re.search(r"positive|negative|正数|负数|自然数|natural", text.source) and (
        len(solutions) != 1 or solutions[0].is_positive == bool(re.search("negative|负数", text.source))
    ):
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
        """The one solution, or the two that fit."""
        values = list(value) if isinstance(value, list | tuple | sp.Tuple) else [value]
        if not 1 <= len(values) <= 2 or any(
            not isinstance(v, sp.Expr) or not v.is_number or v.has(sp.Float) for v in values
        ):
            return None
        shown = [exact_latex(v) for v in values]
        said = WORDS["answer" if len(shown) == 1 else "two"].say(
            self.language, answer=shown[0], other=shown[-1]
        )
        return Conclusion(said, ",\\ ".join(shown))

    def check(self, answer: str) -> CheckPlan | None:
        """As for the equation: put in."""
        return self.inner.check(answer)
