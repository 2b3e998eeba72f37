"""What a kind of examination question is: a sign in the text, a table of clauses, and the tasks that it poses, one for each thing that is asked.

Nothing is read here. The tables see the text as `plain` writes it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any, Final

import sympy as sp

from solver.latex import exact_latex, values_in
from solver.ports import Language
from solver.reader.numerals import in_digits
from solver.topics.base import Task, Words
from solver.topics.cells import cell
from solver.topics.clause_kinds import Kinds, Told
from solver.topics.clause_kinds import Unfit as Unfit
from solver.topics.clauses import Said, without_dollars
from solver.topics.prepared import ANSWER, Prepared
from solver.topics.two_questions import SeveralQuestions


class Exam(Told):
    """The clauses of a question in their order, and its language."""

    def __init__(self, said: Sequence[Said], language: Language) -> None:
        super().__init__(said)
        self.language = language
        self.asked = [s for s in said if s.kind.startswith("ask")]
        if not self.asked:
            raise Unfit

    def number(self, name: str) -> sp.Rational:
        """The number of this name, which one clause tells."""
        return self.place(name).number(name)


Method = Callable[[Exam], Sequence[Task]]
KINDS: Final = Kinds[Method]()
kind = KINDS.of
"""A decorator: the decorated function makes the tasks of a question of these clauses. Kinds of questions begin with `ask`."""
_MARKS: Final = (
    (r"\\(?:angle)(?![a-z])|\\measuredangle(?![a-z])", "∠"),
    (r"\\(?:triangle|bigtriangleup)(?![a-z])", "△"),
    (r"\\odot(?![a-z])|⨀", "⊙"),
    (r"\\perp(?![a-z])", "⊥"),
    (r"\\parallel(?![a-z])", "∥"),
    (r"\\pi(?![a-z])", "π"),
    (r"\\times(?![a-z])", "×"),
    (r"!=|\\neq?(?![a-z])", "≠"),
    (r"\^\s*\{?\s*\\circ\s*\}?|\\degree|°|(?<=\d)\s*degrees?\b", "°"),
    (r"\\(?:ldots|cdots|dots)(?![a-z])|\.{3}", "…"),
    (
        r"((?<=\d)\s*m|(?:(?<=\d)|(?<=\s))(?:cm|mm|km|dm))\s*\^\s*\{?\s*([23])\s*\}?",
        lambda m: m[1] + "²³"[int(m[2]) - 2],
    ),
)


_BLANK: Final = re.compile(r"_{2,}(?:平方|立方)?(?:厘米|分米|米|度|种|元|个|cm|°)?[²³]?|[(（][)）]")
_AS: Final = re.compile(r"[(（]?,?(?:结果|答案)?(?:保留π|用π表示|用数字(?:作答|表示|填写))[)）]?")
"""How the answer is written anyway."""

_MANY: Final = re.compile(
    r"(?i)\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?= (?:[a-z]+ ){0,2}(?:are|were) (?:drawn|taken|chosen|selected|picked))"
)


def plain(source: str, language: Language) -> str:
    r"""The text as the tables have it: no delimiters, signs for words of LaTeX; no blanks in Chinese.

    >>> plain(r"Angle $AOB = 134^\circ$.", "en"), plain(r"如图,$\angle A = 35°$,求 $\angle B$。", "zh")
    ('Angle AOB = 134°.', '如图,∠A=35°,求∠B。')
    """
    text = without_dollars(source)
    for pattern, sign in _MARKS:
        text = re.sub(pattern, sign, text)
    text = re.sub(r"\\[dt]?frac\s*(\d)\s*(\d)", r"\\frac{\1}{\2}", re.sub(r"[’‘]", "'", text))
    if language == "zh":
        text = _BLANK.sub("", re.sub(r"[\s“”\"]+", "", text)).replace("、", ",")
        text = re.sub(r",并(?=求|写|计)", ",", re.sub(r"=\??[。.]?$", "", text))
        return re.sub(r"[(（]([^()（）]*[一-鿿]{2}[^()（）]*)[)）]", r",\1,", _AS.sub("", text))
    text = _MANY.sub(lambda m: in_digits(m[0]), text)
    return re.sub(r"\s+(?=[.,;?°])", "", " ".join(text.split()))


def posed(tasks: Sequence[Task], language: Language) -> Task | None:
    """The tasks as one."""
    if not 1 <= len(tasks) <= 4:
        return None
    return tasks[0] if len(tasks) == 1 else SeveralQuestions(tuple(tasks), language)


METHOD: Final = Words("the answer was put back into what is told", "把答案代回题中的条件")


def task(
    exam: Exam,
    steps: Sequence[str],
    lines: Sequence[str],
    tests: Sequence[str],
    method: Words = METHOD,
    *,
    shown: Callable[[Any], str | None] | None = None,
    given: Callable[[str], Any] | None = None,
    variables: str | tuple[str, ...] = (),
    letters: tuple[str, ...] = (),
    assumptions: str = "",
) -> Prepared:
    """One question: `lines` are its cell, `tests` judge `answer`."""
    source = cell(*lines, variables=variables, assumptions=assumptions)
    return Prepared(
        exam.language,
        tuple(steps),
        source,
        tuple(tests),
        method,
        ANSWER,
        shown or shown_number,
        given or number_given,
        letters,
    )


def shown_number(value: Any) -> str | None:
    """An exact number as LaTeX."""
    if not isinstance(value, sp.Expr) or value.free_symbols or not value.is_real or not value.is_finite:
        return None
    return exact_latex(value)


_UNITS: Final = re.compile(
    r"\\?\s*\\(?:text|mathrm)\s*\{[^{}]*\}|\^\s*\{?\s*\\circ\s*\}?|°|[度元件千厘分毫米克升人种]+|\s*(?:km/h|km|cm|mm|kg|ml|m|g|degrees)\s*(?:²|³|\^\{?[23]\}?)?\s*$"
)


def number_given(answer: str) -> Any:
    """The one number that somebody answered, with or without a unit; None where it is none."""
    values = values_in(_UNITS.sub("", answer).strip())
    return values[0] if values is not None and len(values) == 1 and isinstance(values[0], sp.Expr) else None
