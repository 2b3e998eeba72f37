"""Arithmetic of primary school as it is written down: expressions, steps, and the way back from the answer.

An expression knows its value, how a pupil writes it (LaTeX) and how a cell computes it (Python). Nothing is evaluated
from text. The check goes the other way: from the answer, by inverse operations, back to a number of the problem.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from math import ceil, floor
from typing import Final

from solver.ports import Language
from solver.topics.base import Words
from solver.topics.clause_kinds import Unfit as Unfit
from solver.topics.stories.word_problems.expressions import decimal, python_number

MAX_SIZE: Final = 10**15
MAX_STEPS: Final = 20
UNKNOWNS: Final = "xyzw"
_SUM, _PRODUCT, _ATOM = 0, 1, 2
_ONE_MORE: Final = Words(
    "{says} (something is left over, so one more is needed: {value})",
    "{says}（有剩余，还要多 1，所以是 {value}）",
)
_CUT_OFF: Final = Words(
    "{says} (what is left over is not enough for one more: {value})",
    "{says}（剩余的不够再凑 1，所以是 {value}）",
)
_REST: Final = Words("\\text{{ remainder }}", "\\cdots\\cdots ")
_CALLED: Final = Words("{says} (let it be \\(n\\))", "{says}（设为 \\(n\\)）")
_ANSWER: Final = Words("the answer", "答案")


@dataclass(frozen=True, slots=True)
class Term:
    """A number or an expression. `made`: how from others (None: a number of the problem); `raw`: its source in such numbers alone."""

    value: Fraction
    tex: str
    code: str
    raw: str
    level: int = _ATOM
    made: tuple[str, Term, Term] | None = None

    def _in(self, level: int) -> tuple[str, str, str]:
        if self.level >= level:
            return self.tex, self.code, self.raw
        return f"({self.tex})", f"({self.code})", f"({self.raw})"

    def _join(self, other: Term, sign: str, value: Fraction, levels: tuple[int, int, int]) -> Term:
        (t, c, r), (u, d, s) = self._in(levels[0]), other._in(levels[1])
        tex = {"*": "\\times ", "/": "\\div "}.get(sign, sign)
        return Term(
            value, f"{t}{tex}{u}", f"{c} {sign} {d}", f"{r} {sign} {s}", levels[2], (sign, self, other)
        )

    def __add__(self, other: Term) -> Term:
        return self._join(other, "+", self.value + other.value, (_SUM, _SUM, _SUM))

    def __sub__(self, other: Term) -> Term:
        return self._join(other, "-", self.value - other.value, (_SUM, _PRODUCT, _SUM))

    def __mul__(self, other: Term) -> Term:
        return self._join(other, "*", self.value * other.value, (_PRODUCT, _PRODUCT, _PRODUCT))

    def __truediv__(self, other: Term) -> Term:
        if not other.value:
            raise Unfit
        made = self._join(other, "/", self.value / other.value, (_PRODUCT, _ATOM, _PRODUCT))
        return Term(
            made.value, made.tex, _over(self.code, other.code), _over(self.raw, other.raw), _PRODUCT, made.made
        )  # fmt: skip


def _over(top: str, bottom: str) -> str:
    """Division that Python does exactly: of whole numbers its own would be a float."""
    if top.isdigit() and bottom.isdigit():
        return f"Rational({top}, {bottom})"
    atom = bottom.isalnum() or bottom.startswith("Rational(") and bottom.find(")") == len(bottom) - 1
    return f"S({top}) / {bottom if atom else f'({bottom})'}"


def num(value: Fraction | int) -> Term:
    """A number as it stands."""
    value = Fraction(value)
    if abs(value.numerator) > MAX_SIZE or value.denominator > MAX_SIZE:
        raise Unfit
    code = python_number(value)
    return Term(value, decimal(value), code, code)


@dataclass(frozen=True, slots=True)
class Step:
    """What is found and why, the expression, what comes out, and its unit."""

    says: str
    tex: str
    result: str
    unit: str


@dataclass(frozen=True, slots=True)
class Model:
    """The question of another topic that a story comes to, in that topic's words; `says` tells why it does.

    `label` is what the answer is in the story; empty: the other topic's sentence says it well.
    """

    topic: str
    question: str
    says: str
    unit: str
    label: str


@dataclass(slots=True)
class Working:
    """The steps of a solution in order, and the answer; what a step says is in the language of the problem."""

    language: Language = "zh"
    steps: list[Step] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    answer: Term | None = None
    unit: str = ""
    label: str = ""
    percent: bool = False
    more: list[tuple[Term, str, str]] = field(
        default_factory=list
    )  # what else is asked for: term, unit, label
    asked_again: bool = False  # there is another question, and it is its turn
    found: dict[tuple[str, str], Term] = field(default_factory=dict)  # by what was said and the expression
    model: Model | None = None  # where another topic answers

    def step(self, says: str, term: Term, unit: str = "") -> Term:
        """Compute something; what comes later calls it by its value (the cell: by a name)."""
        if term.made is None or term.code.isalpha():
            return term
        if (known := self.found.get((says, term.code))) is not None:
            return known  # for another question of the same problem
        self.found[says, term.code] = made = self._note(says, term, term, unit, decimal(term.value))
        return made

    def _note(self, says: str, shown: Term, term: Term, unit: str, result: str) -> Term:
        value = term.value
        if value < 0 or value.numerator > MAX_SIZE or value.denominator > MAX_SIZE or len(self.steps) >= MAX_STEPS:  # fmt: skip
            raise Unfit
        name = "abcdefghijklmnopqrstuvw"[len(self.steps)]
        self.steps.append(Step(says, shown.tex, result, unit))
        self.lines += [f"# {says}", f"{name} = {term.code}"]
        return Term(value, decimal(value), name, f"({term.raw})", _ATOM, term.made)

    def whole(self, says: str, top: Term, each: Term, unit: str, *, up: bool) -> Term:
        """How many times `each` goes into `top`: without what is left over, or one more for it."""
        if each.value <= 0 or top.value < 0:
            raise Unfit
        quotient = top.value / each.value
        low = floor(quotient)
        rest = top.value - low * each.value
        if not rest:
            return self.step(says, top / each, unit)
        (t, c, r), (u, d, s) = top._in(_PRODUCT), each._in(_ATOM)
        more = " + 1" if up else ""
        value = Fraction(ceil(quotient) if up else low)
        made = ("up" if up else "down", top, each)
        shown = Term(quotient, f"{t}\\div {u}", "", "")
        term = Term(value, "", f"{c} // {d}{more}", f"{r} // {s}{more}", _SUM, made)
        why = (_ONE_MORE if up else _CUT_OFF).say(self.language, says=says, value=value)
        return self._note(why, shown, term, "", f"{low}{_REST.say(self.language)}{decimal(rest)}")

    def search(self, says: str, goal: Term, base: int, times: int, unit: str) -> None:
        """The least exponent with which a power reaches the goal, as the answer."""
        name = "abcdefghijklmnopqrstuvw"[len(self.steps)]
        less = f"{base}^{{{times - 1}}}<" if times else ""
        tex = f"{less}{goal.tex}\\le {base}^{{{times}}},\\quad n"
        called = _CALLED.say(self.language, says=says)
        self.steps.append(Step(called, tex, str(times), unit))
        self.lines += [f"# {says}", f"{name} = 0", f"while {base}**{name} < {goal.code}:", f"    {name} += 1"]
        value = Fraction(times)
        self.give(
            Term(value, str(times), name, "", _ATOM, ("power", num(base), goal)),
            unit,
            _ANSWER.say(self.language),
        )

    def give(self, term: Term, unit: str, label: str) -> None:
        """The answer, its unit, and what it is; to another question one more."""
        if self.asked_again and self.answer is not None:
            self.give_also(term, unit, label)
            return
        self.answer, self.unit, self.label = term, unit, label

    def give_also(self, term: Term, unit: str, label: str) -> None:
        """Another answer, behind the one that was given."""
        if len(self.more) + 1 >= len(UNKNOWNS):
            raise Unfit
        self.more.append((term, unit, label))

    def hand(self, topic: str, question: str, says: str, unit: str, label: str) -> None:
        """The rest is another topic's question; `says` is the sentence that leads to it."""
        if self.answer is not None or self.model is not None:
            raise Unfit
        self.model = Model(topic, question, says, unit, label)

    @property
    def answers(self) -> tuple[Fraction, ...]:
        """The values of what is asked for, in the order of the question."""
        return () if self.answer is None else (self.answer.value, *(term.value for term, _, _ in self.more))

    def conditions(self) -> list[str]:
        """What must hold of the answers `x`, `y`, …: worked back, each gives a number of the problem."""
        assert self.answer is not None
        terms = (self.answer, *(term for term, _, _ in self.more))
        return [code for term, name in zip(terms, UNKNOWNS, strict=False) for code in _back(term, name)]


def _back(term: Term, known: str) -> list[str]:
    if term.made is None:
        return [f"{known} == {term.raw}"]
    sign, a, b = term.made
    if sign == "+":
        return _back(a, f"({known} - {b._in(_PRODUCT)[2]})")
    if sign == "-":
        return _back(a, f"({known} + {b.raw})")
    if sign == "/":
        return _back(a, f"{known} * {b._in(_PRODUCT)[2]}")
    if sign == "*":
        if not b.value:
            return [f"{known} == 0"]
        return _back(a, f"{known} / {b._in(_ATOM)[2]}")
    if sign == "power":
        return [f"{known} == int({known})", f"{a.raw} ** ({known} - 1) < {b.raw} <= {a.raw} ** {known}"]
    top, each = a._in(_PRODUCT)[2], b._in(_PRODUCT)[2]
    rest = f"{known} * {each} - {top}" if sign == "up" else f"{top} - {known} * {each}"
    return [f"{known} == int({known})", f"0 <= {rest} < {b.raw}"]
