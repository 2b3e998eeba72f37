"""Short school questions in one plain line, answers that are several numbers or several cases, and tasks that are one computation of such.

No reading is decided here: topics match their forms to the end of `plain_line`.
"""

from __future__ import annotations

import re
from typing import Any, Final

import sympy as sp

from solver.latex import exact_latex, values_in
from solver.ports import Language
from solver.reader.numerals import in_digits
from solver.topics.base import Text, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.prepared import Prepared

N: Final = r"\d{1,5}(?:\.\d{1,4})?"
"""A positive decimal number."""
UNIT: Final = r" ?(?:cm|m|mm|dm|km|units?|厘米|分米|毫米|米|个单位)?"
END: Final = (
    r"(?:的?(?:度数|大小|长度|长|值))?(?:各|分别)?(?:是|为|等于|=|有)*(?:多少|几|什么)?(?:°|cm|厘米)?"
)
"""The end of a Chinese question."""
ASK: Final = r"(?:find|what is|what are|what could|determine|calculate|compute|work out|write down|state|give)(?: the)?"


def plain_line(text: Text) -> str:
    """The text in one line of lower case, degrees as °, numbers of English in digits, no spaces beside Chinese characters.

    >>> plain_line(Text("An angle is 40 degrees. Find it.", "en"))
    'an angle is 40°. find it'
    """
    line = re.sub(r"\$|\\[()]", "", in_digits(text.source) if text.language == "en" else text.source)
    line = re.sub(r"\\angle(?![a-z])", "∠", re.sub(r"\\triangle(?![a-z])", "△", line))
    line = re.sub(r"\s*(?:\^\s*\{?\s*\\circ\s*\}?|°|(?<=\d) (?i:degrees?\b)|(?<=[\d多少几])度)", "°", line)
    line = re.sub(r"\s+", " ", re.sub(r"[′’]", "'", line)).strip().rstrip("?.。;； ").lower()
    line = re.sub(r"(?<=[,.]) ?_+$|\( ?\)$|_+$", "", line).strip()
    if text.language == "zh":
        line = re.sub(
            r"(?<=[\u3400-\u9fff,°=]) | (?=[\u3400-\u9fff,∠=])",
            "",
            line.replace("，", ",").replace("；", ";"),
        )
        line = re.sub(r"[;。]", ",", line)
    return line


def asks_one_of(line: str, forms: tuple[tuple[str, str], ...]) -> tuple[str, dict[str, str]] | None:
    """The kind of the first form that is the whole line, and its named parts; None where there is none."""
    for kind, form in forms:
        if (match := re.fullmatch(form, line)) is not None:
            return kind, {k: v for k, v in match.groupdict().items() if v is not None}
    return None


def shown_cases(unit: str, language: Language) -> Any:
    """How a tuple of cases (each a tuple of numbers) is shown."""
    either = r"\ \text{ or }\ " if language == "en" else r"\ \text{ 或 }\ "

    def show(value: Any) -> str | None:
        if not isinstance(value, tuple | sp.Tuple) or not value:
            return None
        cases = [
            ",\\ ".join(exact_latex(sp.S(v)) + unit for v in (c if isinstance(c, tuple | sp.Tuple) else (c,)))
            for c in value
        ]
        return either.join(cases)

    return show


def given_cases(answer: str) -> Any:
    """The cases that somebody answered, sorted; None where they cannot be read."""
    text = re.sub(
        r"\^\s*\{?\s*\\circ\s*\}?|°|度|\\text\{\s*(?:degrees?|度|cm|m)\s*\}|degrees?|\\ |cm", " ", answer
    )
    cases = []
    for case in re.split(r"\\text\s*\{\s*(?:or|或)\s*\}|\bor\b|或|;", text):
        values = values_in(case.strip())
        if not values or not all(isinstance(v, sp.Expr) and v.is_real for v in values):
            return None
        cases.append(tuple(sorted(values, key=lambda v: float(v))))
    return tuple(sorted(cases, key=lambda c: [float(v) for v in c]))


def cases_task(
    language: Language,
    steps: list[str],
    source: tuple[str, ...],
    test: str,
    method: Words,
    sentence: Words,
    unit: str = "",
) -> Prepared:
    """A task whose answer is a tuple of cases, each a tuple of numbers; `test` judges the sorted `answer`."""
    return Prepared(
        language,
        tuple(steps),
        cell(*source),
        (test,),
        method,
        sentence=sentence,
        shown=shown_cases(unit, language),
        given=given_cases,
    )


def rational(text: str) -> sp.Rational:
    """A decimal number, exactly."""
    return sp.Rational(text)


def said(value: Any) -> str:
    """An exact number as it stands in a step: a decimal where it ends soon."""
    value = sp.S(value)
    if value.is_Rational and not value.is_Integer and 10**4 % value.q == 0:
        return f"{float(value):g}"
    return exact_latex(value)


def noted(language: Language, english: str, chinese: str) -> str:
    """A comment line of a cell."""
    return comment(english if language == "en" else chinese)


def source_of(value: Any) -> str:
    """Source of an exact value in a cell."""
    return exact_source(sp.S(value))
