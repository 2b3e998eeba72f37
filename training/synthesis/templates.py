"""What a language model is asked for, as data: the words are files of `solver/prompts/synthesis`, one a language.

`seed` is the seed project's prompt with its rules and JSON form; `harder` and `rarer` are Evol-Instruct's two directions
(WizardMath), `reworded` its third; `program` has the trigger of MAmmoTH's programs of thought; `masked` is OpenMathInstruct's
masked solution; `backward` goes from an answer to a problem (MathGenie). To add one: a row here and its two files.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from solver.ports import Language

Gives: TypeAlias = Literal["conversation", "problem", "wording", "program"]
"""What comes back: a problem with its solution; a problem with its answer; the problem in other words, whose answer is known;
the beginning of a solution up to the end of its program."""


@dataclass(frozen=True, slots=True)
class Template:
    """One way of asking.

    Attributes:
        variables: what its words have to be filled in with.
        gives: how its answer is read.
    """

    variables: frozenset[str]
    gives: Gives

    @property
    def begins(self) -> bool:
        """Whether it begins with nothing; all others are made of a problem that is there."""
        return self.variables <= {"level", "subject"}


TEMPLATES: Final[Mapping[str, Template]] = {
    "seed": Template(frozenset(("level", "subject")), "conversation"),
    "harder": Template(frozenset(("problem",)), "problem"),
    "rarer": Template(frozenset(("problem",)), "problem"),
    "reworded": Template(frozenset(("problem",)), "wording"),
    "program": Template(frozenset(("problem",)), "program"),
    "masked": Template(frozenset(("problem", "solution")), "program"),
    "backward": Template(frozenset(("answer", "level", "subject")), "wording"),
}
LEVELS: Final[Mapping[str, Mapping[Language, str]]] = {
    "primary": {"en": "primary school", "zh": "小学"},
    "middle": {"en": "middle school", "zh": "初中"},
    "high": {"en": "high school", "zh": "高中"},
    "university": {"en": "first-year university", "zh": "大学一年级"},
}
SUBJECTS: Final[Mapping[str, Mapping[Language, str]]] = {
    "arithmetic": {"en": "arithmetic with fractions and decimals", "zh": "分数与小数的四则运算"},
    "word problems": {"en": "a story from everyday life", "zh": "生活中的应用题"},
    "ratios": {"en": "ratios and percentages", "zh": "比与百分数"},
    "number theory": {"en": "divisibility and whole numbers", "zh": "整除与整数"},
    "expressions": {"en": "algebraic expressions", "zh": "代数式"},
    "equations": {"en": "equations and systems of equations", "zh": "方程与方程组"},
    "inequalities": {"en": "inequalities", "zh": "不等式"},
    "functions": {"en": "functions and their graphs", "zh": "函数及其图象"},
    "sequences": {"en": "sequences and series", "zh": "数列"},
    "trigonometry": {"en": "trigonometry", "zh": "三角函数"},
    "geometry": {"en": "plane and solid geometry", "zh": "平面与立体几何"},
    "coordinates": {"en": "lines, circles and conics in coordinates", "zh": "解析几何"},
    "vectors": {"en": "vectors and complex numbers", "zh": "向量与复数"},
    "counting": {"en": "counting and probability", "zh": "排列组合与概率"},
    "statistics": {"en": "statistics", "zh": "统计"},
    "calculus": {"en": "limits, derivatives and integrals", "zh": "极限、导数与积分"},
    "linear algebra": {"en": "matrices and linear systems", "zh": "矩阵与线性方程组"},
}
_NUMBER: Final = re.compile(r"\d+(?:\.\d+)?")


def worded(table: Mapping[str, Mapping[Language, str]], name: str, language: Language) -> str:
    """A name of a table in words; another word as it stands.

    >>> worded(LEVELS, "middle", "zh"), worded(LEVELS, "evening classes", "en")
    ('初中', 'evening classes')
    """
    return table[name][language] if name in table else name


def masked(solution: str, problem: str) -> str:
    """A solution whose own numbers are letters; those of the problem stay.

    >>> masked("3 apples cost 3*4 = 12. So 20 - 12 = 8.", "3 apples at 4, of 20")
    '3 apples cost 3*4 = M1. So 20 - M1 = M2.'
    """
    known, letters = set(_NUMBER.findall(problem)), dict[str, str]()

    def letter(match: re.Match[str]) -> str:
        number = match[0]
        return number if number in known else letters.setdefault(number, f"M{len(letters) + 1}")

    return _NUMBER.sub(letter, solution)
