"""New problems of the same kind: read by the same topic, solved, proved, equally hard, the same ones for a seed."""

from __future__ import annotations

import re
from itertools import islice
from random import Random

import pytest
import sympy as sp
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.intake import language_of
from solver.latex import value_of, values_in
from solver.ports import Problem
from solver.topics import topic_of
from solver.topics.base import Unread
from solver.topics.table import TOPICS
from solver.variation import numbers_of, specimens
from solver.variation.literals import numerals, written
from solver.variation.moves import changes
from solver.variation.polynomials import polynomials_in
from solver.variation.shapes import alike
from solver.variation.signs import knows_negatives, signs_in, turned
from tests.bench.variation import RESULT, measure
from tests.breadth import wide
from tests.varied import exercises, model, printed_by

TRIES = range(16)


def problem(text: str) -> Problem:
    return Problem(text, language_of(text))


# -- numbers of a text ----------------------------------------------------------------------------------

ROLES = [
    ("x^2 - 5x + 6 = 0", "exponent 2, number 5, number 6, fixed 0"),
    ("求第12项，已知 a_1=3", "index 12, fixed 1, number 3"),
    ("x1 + 2*x2 = 7", "fixed 1, number 2, fixed 2, number 7"),
    ("sin 60° + cos90°", "degree 60, degree 90"),
    (r"\frac{3}{4} + \frac12 - 5/6", "fraction \\frac{3}{4}, fraction \\frac12, fraction 5/6"),
    ("84 ÷ 4 + 2.50", "quotient 84 ÷ 4, number 2.50"),
    ("a 2-digit number, 10^3 and a base 10 number", "fixed 2, fixed 10, exponent 3, fixed 10"),
    ("at 9:45 there were 1,250 people, 15% of them new", "time 9:45, number 1,250, percent 15"),
    ("3月5日下午4时20分", "month 3, day 5, hour 4, minute 20"),
    ("born in 1987, the 21st century", "year 1987, ordinal 21st"),
    ("seven boys and three numbers", "english seven"),
    ("小明买了三支笔，三角形，第三个", "chinese 三"),
    ("π取3.14，半径是5", "fixed 3.14, number 5"),
    ("2^1,000 in 1,987", "number 2, number 1,000, number 1,987"),
    ("^0,000", "fixed 0, number 000"),
]


@pytest.mark.parametrize(("text", "roles"), [pytest.param(*row, id=row[0]) for row in ROLES])
def test_numbers_and_their_roles(text: str, roles: str) -> None:
    assert ", ".join(f"{n.role} {n.text}" for n in numerals(text)) == roles


@given(st.text(alphabet="0123456789.,:/%^_{}()x \\年月日时第三个°-", max_size=40), st.integers(0, 99))
def test_any_text_can_be_drawn_anew(text: str, seed: int) -> None:
    found = numerals(text)
    assert written(text, {n: n.text for n in found}) == text
    new = written(text, {n: n.redrawn(Random(seed)) for n in found})
    assert not found or all(piece in new for piece in (text[: found[0].start], text[found[-1].end :]))


@given(st.integers(2, 10**9), st.integers(0, 999))
def test_a_whole_number_keeps_its_digits(n: int, seed: int) -> None:
    (numeral,) = numerals(f"求{n}的一半")
    new = numeral.redrawn(Random(seed))
    assert new.isdigit() and len(new) == len(str(n)) and new not in ("0", "1") and new[0] != "0"


@given(st.integers(1, 400), st.integers(2, 60), st.integers(0, 999))
def test_a_fraction_keeps_its_form(a: int, b: int, seed: int) -> None:
    old = sp.Rational(a, b)
    new = numerals(f"{a}/{b} + 5")[0].redrawn(Random(seed))
    top, bottom = map(int, new.split("/"))
    assert (top < bottom) == (a < b) and (top % bottom == 0) == old.is_integer


@given(st.integers(0, 10**6))
def test_equal_numbers_of_a_story_are_one_quantity(seed: int) -> None:
    text = "A box holds 24 pens. How many pens are there in 5 boxes of 24 pens?"
    new = written(text, changes(text, numerals(text), Random(seed)))
    first, _, second = (n.text for n in numerals(new))
    assert first == second


@given(st.integers(0, 10**6))
def test_equal_numbers_of_a_formula_are_not(seed: int) -> None:
    text = "7x + 7y = 7"
    assert len(numerals(written(text, changes(text, numerals(text), Random(seed))))) == 3


# -- polynomials, signs, bonds --------------------------------------------------------------------------

COEFFICIENTS = st.integers(-60, 60).filter(bool)


def drawn(text: str, seed: int, *, signs: bool = True) -> list[str]:
    return [new for p in polynomials_in(text) if (new := p.redrawn(Random(seed), signs=signs)) is not None]


@given(
    st.dictionaries(st.integers(0, 5), COEFFICIENTS, min_size=2, max_size=4),
    st.sampled_from(["x^{}", "x^{{{}}}", "²³⁴⁵"]),
    st.sampled_from(["+", " + "]),
    st.integers(0, 999),
)
def test_a_polynomial_keeps_its_powers_and_its_writing(
    terms: dict[int, int], power: str, plus: str, seed: int
) -> None:
    def monomial(p: int) -> str:
        return "x" * p if p < 2 else power.format(p) if "x" in power else f"x{power[p - 2]}"

    pieces = [(f, ("" if abs(f) == 1 and p else str(abs(f))) + monomial(p)) for p, f in sorted(terms.items())]
    text = "-" * (pieces[0][0] < 0) + pieces[0][1]
    text += "".join((plus if f > 0 else plus.replace("+", "-")) + piece for f, piece in pieces[1:])
    (found,) = polynomials_in(f"Plot y = {text}.")
    assert dict(found.terms) == terms and found.text == text
    for new in drawn(text, seed):
        (again,) = polynomials_in(new)
        assert [p for p, _ in again.terms] == [p for p, _ in found.terms] and again.text == new
        assert (abs(again.terms[-1][1]) == 1) == (abs(found.terms[-1][1]) == 1)
        assert not re.search(r"(?<!\d)[01]x|[-+] *[-+]|(?<!\d)0", new)


@pytest.mark.parametrize(
    "text",
    [
        "x + y",
        "3(x + 1)(x - 2)^2x + 1",
        "a_{n+1}",
        "e^x - 3",
        "x^2 + 2xy - 1",
        "sin x + 3",
        "2.5x - 1",
        "i + 2",
    ],
)
def test_what_is_no_polynomial_by_itself_stays(text: str) -> None:
    assert all(p.text in ("x + 1", "x - 2") for p in polynomials_in(text))


@given(st.integers(-9, 9).filter(bool), st.integers(-9, 9).filter(bool), st.integers(0, 999))
def test_signs_stay_where_the_text_is_a_story(b: int, c: int, seed: int) -> None:
    text = f"x^2 {'+' if b > 0 else '-'} {abs(b) + 1}x {'+' if c > 0 else '-'} {abs(c)}"
    for new in drawn(text, seed, signs=False):
        assert re.findall("[-+]", new) == re.findall("[-+]", text)


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("Find the distance of (2, -3) and (-4, 1).", "Find the distance of (-2, 3) and (4, -1)."),
        ("计算(3+2i)(1-4i)", "计算(3-2i)(1+4i)"),
        ("Expand (x − 3)(x + y).", "Expand (x + 3)(x − y)."),
        ("A ball's height is -5t^2 + 30t + 2 meters.", "A ball's height is -5t^2 + 30t + 2 meters."),
        ("Find 1^2 + 2^2 + ... + 9^2.", "Find 1^2 + 2^2 + ... + 9^2."),
        ("计算：12 + 7 - 3", "计算：12 + 7 - 3"),
        ("The x-axis and the y-axis, 3-letter words", "The x-axis and the y-axis, 3-letter words"),
    ],
)
def test_signs_that_turn(text: str, other: str) -> None:
    assert written(text, {s: turned(s, text) for s in signs_in(text)}) == other


@pytest.mark.parametrize(
    ("text", "known"),
    [("Solve 2x + 3 = 11.", False), ("Solve x^2 = 9.", True), ("求直线y=2x+3", True), ("Find 12 - 5.", False),
     ("A triangle has area x^2 - 3.", False)],
)  # fmt: skip
def test_who_has_met_negative_numbers(text: str, known: bool) -> None:
    assert knows_negatives(text) is known


# -- new problems ---------------------------------------------------------------------------------------


@pytest.mark.wide(rows=3)
@pytest.mark.parametrize("topic", TOPICS)
def test_every_topic_makes_new_problems(topic: str) -> None:
    """They are read by the same topic, differ, and their answers are proved (`exercises` runs the checks).

    One topic of three in one language each at each `make test`, every other one in English; the few that know Chinese alone in that.
    """
    languages = ("en", "zh") if list(TOPICS).index(topic) % 2 else ("zh", "en")
    known = [language for language in languages if specimens(topic, language)]  # type: ignore[arg-type]
    for language in known if wide() else known[:1]:
        models = specimens(topic, language)  # type: ignore[arg-type]
        for shown in models[:1]:
            for exercise in islice(exercises(shown, seed=5, tries=range(6)), 1):
                found = topic_of(Problem(exercise.question, shown.language))
                assert not isinstance(found, Unread) and found[0] == topic
                assert exercise.question != shown.text and exercise.answer


LEAST = 200
SECONDS = 180.0
"""Of processor time; the slowest topic needs about half of it."""


@pytest.mark.wide(only=True)
@pytest.mark.parametrize("topic", TOPICS)
def test_every_topic_makes_two_hundred_new_problems(topic: str) -> None:
    """Different ones, each read whole by the topic, solved and proved: about half an hour for all topics."""
    row = measure(topic, each=LEAST, seconds=SECONDS)
    assert row.count >= LEAST, row.line()


def test_how_many_problems_each_topic_makes_was_measured() -> None:
    """`python -m tests.bench.variation --topics NAME` measures a new one."""
    rows = re.findall(r"^\| (\w+) \| (\d+) \|", RESULT.read_text("utf-8"), re.MULTILINE)
    measured = {topic: int(count) for topic, count in rows}
    assert set(measured) == set(TOPICS)
    assert {topic for topic, count in measured.items() if count < LEAST} == set()


MODELS = [
    "x^2-5x+6=0",
    "Tom has 15 apples. He gives 4 of them to Mary. How many apples does Tom have now?",
    "求12和18的最大公约数",
    "小明有20元，买书用去了8元，还剩多少元？",
    r"Compute $\frac{3}{4}+\frac{1}{6}$.",
    "f(x) = 3x^2 - 4x + 1, find f'(2)",
]


@pytest.mark.parametrize("text", MODELS)
def test_the_same_seed_makes_the_same_problems_and_another_one_others(text: str) -> None:
    first = list(exercises(problem(text), seed=1, tries=TRIES))
    again = list(exercises(problem(text), seed=1, tries=TRIES[-4:]))  # a draw does not hang on earlier ones
    other = list(exercises(problem(text), seed=2, tries=TRIES[:4]))
    assert len(first) >= 2
    assert {numbers_of(e.question) for e in again} <= {numbers_of(e.question) for e in first}
    assert {e.question for e in other} != {e.question for e in first}
    answers = [values_in(e.answer) for e in first]
    shown = model(problem(text))
    conclusion = shown.task.conclude(value_of(printed_by(shown.cell)))
    assert conclusion is not None
    old = values_in(conclusion.answer)
    assert all(alike(old, new, freely=True) for new in answers)


@settings(max_examples=15, deadline=None)
@given(st.integers(-9, 9), st.integers(-9, 9), st.integers(0, 99))
def test_whole_roots_stay_whole(r: int, s: int, seed: int) -> None:
    b, c = r + s, r * s
    if not b or not c or r == s:
        return
    text = f"x^2 {'-' if b > 0 else '+'} {abs(b)}x {'+' if c > 0 else '-'} {abs(c)} = 0"
    for exercise in exercises(problem(text), seed=seed, tries=range(12)):
        values = values_in(exercise.answer)
        assert values is not None and len(values) == 2 and all(v.is_integer for v in values)


def test_what_is_not_read_is_no_model() -> None:
    with pytest.raises(AssertionError):
        model(problem("What is the meaning of life?"))


def test_an_answer_of_another_shape_is_refused() -> None:
    shown = model(problem("x^2-5x+6=0"))
    draft = next(d for n in TRIES if (d := shown.draft(1, n)) is not None)
    assert shown.exercise("[2, 3]", draft, "[1, 4]") is not None
    for printed in ("[1]", "[]", "[sqrt(2), 3]", "[1/2, 3]", "", "import os"):
        assert shown.exercise("[2, 3]", draft, printed) is None
