"""What is asked of new numbers before anything is solved: natural texts, people, sets in order, answers of the same shape."""

from __future__ import annotations

import re
from random import Random

import pytest
import sympy as sp
from hypothesis import given
from hypothesis import strategies as st

from solver.variation.balance import formulas_in
from solver.variation.literals import numerals, written
from solver.variation.natural import natural, with_articles
from solver.variation.people import _NAMES, renamed
from solver.variation.polynomials import polynomials_in
from solver.variation.sets import sets_alike, sets_in_order
from solver.variation.shapes import alike
from solver.variation.trigonometry import other_angles

# -- what a teacher would not write ----------------------------------------------------------------------

UNNATURAL = [
    ("Which of 2/3, 3/4 and 7/10 is the smallest?", "Which of 2/3, 2/3 and 7/10 is the smallest?"),
    ("The angles are in the ratio 2:3:4.", "The angles are in the ratio 2:6:4."),
    ("比较3√2与√17的大小。", "比较3√8与√17的大小。"),
    (r"Simplify $\sqrt{75x^3}$.", r"Simplify $\sqrt{69x^3}$."),
    ("Calculate 36 - 4 × (7 - 2).", "Calculate 36 - 4 × (2 - 7)."),
    ("Find 1^2 + 2^2 + ... + 12^2.", "Find 1^2 + 5^2 + ... + 21^2."),
    ("用u=x²+1求2x(x²+1)", "用u=x²+8求2x(x²+1)"),
    ("x^2 (x < 2), 3x (x ≥ 2)", "x^2 (x < 2), 3x (x ≥ 9)"),
    ("The mean of the 4 test scores is 85.", "The mean of the 4 test scores is 115."),
    ("父亲的年龄是儿子的4倍，父子俩的年龄和是45岁", "父亲的年龄是儿子的2倍，父子俩的年龄和是45岁"),
    (
        "A car travels 180 km in 3 hours. How far in 5 hours?",
        "A car travels 180 km in 4 hours. How far in 4 hours?",
    ),
    ("Solve $S = 2\\pi r h$ for $h$.", "Solve $S = 3\\pi r h$ for $h$."),
    ("已知集合A={2,3,5},B={3,4}", "已知集合A={2,5,5},B={3,4}"),
    (r"Given U = \{2, 3, 4, 5\}, A = \{3, 5\}", r"Given U = \{2, 3, 4, 5\}, A = \{3, 9\}"),
    (r"$n \equiv 3 \pmod 4$", r"$n \equiv 7 \pmod 4$"),
    ("x≡2(mod 3),x≡3(mod 8)", "x≡2(mod 6),x≡3(mod 8)"),
    ("x≡5(mod 9),y≡7(mod 9)", "x≡5(mod 8),y≡7(mod 9)"),
]


@pytest.mark.parametrize(("text", "new"), [pytest.param(*row, id=row[0]) for row in UNNATURAL])
def test_what_a_teacher_would_not_write_is_refused(text: str, new: str) -> None:
    assert natural(text, numerals(text), text) and not natural(text, numerals(text), new)


@given(st.integers(2, 999))
def test_an_article_fits_the_number_behind_it(n: int) -> None:
    spoken = n in (11, 18) or str(n)[0] == "8"
    assert with_articles(f"at a {n}% discount") == f"at a{'n' * spoken} {n}% discount"


@given(st.lists(st.integers(1, 99), min_size=3, max_size=3))
def test_a_set_in_order_stays_so_and_subsets_inside(new: list[int]) -> None:
    model = "U={1,4,7}, A={4,7}, B={9,2,5}"
    a, b, c = new
    text = f"U={{{a},{b},{c}}}, A={{{a},{b}}}, B={{9,2,5}}"
    told = sets_in_order(model, text)
    numbers = [int(n) for n in re.findall(r"\d+", told)]
    assert numbers == [*sorted(new), *sorted(new[:2]), 9, 2, 5]
    assert sets_alike(model, told) == (len(set(new)) == 3)
    assert not sets_alike(model, told.replace(f"A={{{numbers[3]}", "A={100"))


@pytest.mark.parametrize(
    "told",
    ["increasing on ({}, {})", "在区间[{},{}]上", "P({} < X < {})", r"$ {}\leq x\leq {}$", "∈({}, {})"],
)
@given(low=st.integers(-9, 30), high=st.integers(-9, 30))
def test_the_ends_of_an_interval_stay_in_order(told: str, low: int, high: int) -> None:
    drawn = told.format(low, high)
    assert sets_in_order(told.format(2, 5), drawn) == told.format(min(low, high), max(low, high))
    assert sets_in_order(told.format(5, 2), drawn) == drawn
    assert sets_in_order("the point (2, 5)", f"the point ({low}, {high})") == f"the point ({low}, {high})"


# -- people ---------------------------------------------------------------------------------------------


@given(st.integers(0, 10**6))
def test_people_stay_different_and_keep_their_pronouns(seed: int) -> None:
    story = renamed("Tom has 3 pens, Mary has 5, Ben has 2. Tom gives Mary his pen.", "en", Random(seed))
    found = re.findall(r"[A-Z]\w+", story)
    assert found[:2] == found[3:] and len(set(found)) == 3 and not {"Tom", "Mary", "Ben"} & set(found)
    assert {found[0], found[2]} <= set(_NAMES["en"][0]) and found[1] in _NAMES["en"][1]


# -- shapes ---------------------------------------------------------------------------------------------

x = sp.Symbol("x")
SHAPES = [
    (3, 7, True), (3, 12, True), (3, 120, False), (3, -4, False), (-3, 4, True), (0, 0, True), (0, 2, False),
    (3, sp.Rational(7, 2), False), (sp.Rational(3, 4), sp.Rational(5, 8), True), (sp.Rational(3, 4), sp.Rational(1, 3), False),
    (sp.sqrt(2), sp.sqrt(5), True), (sp.sqrt(2), 3 * sp.sqrt(5), False), (sp.sqrt(2), sp.pi, False), (sp.pi / 6, sp.pi / 4, True),
    ((1, 2), (4, 5), True), ((1, 2), (1, 2, 3), False), ([1, 2], (1, 2), False), ([], [], True), ([], [2], False),
    (True, False, True), (True, 1, False), (sp.oo, sp.oo, True), (sp.oo, 5, False), (None, None, True),
    (x**2 + 3 * x, x**2 - 5 * x, True), (x**2 + 3 * x, x**3 + 3 * x, False), (x**2, sp.Symbol("y") ** 2, False),
    (2 * x + 1, 2 * x + sp.Rational(1, 3), False), (sp.sin(2 * x), sp.sin(3 * x), True), (sp.sin(x), sp.cos(x), True), (sp.sin(x), sp.tan(x), False),
    (sp.Interval(1, 3), sp.Interval(2, 9), True), (sp.Interval(1, 3), sp.Interval(2, sp.oo), False),
    (sp.Lt(x, 3), sp.Lt(x, 8), True), (sp.Lt(x, 3), sp.And(x > 1, x < 8), False),
    (sp.Matrix([[1, 2], [3, 4]]), sp.Matrix([[2, 2], [5, 4]]), True), (sp.Matrix([[1, 2]]), sp.Matrix([[1], [2]]), False),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "same"), SHAPES)
def test_shapes(old: object, new: object, same: bool) -> None:
    assert alike(old, new) is same


def test_in_algebra_a_negative_answer_is_as_good() -> None:
    assert alike([sp.pi / 6, 0], [sp.pi, sp.pi / 3, sp.pi / 4], freely=True)
    assert alike([3, 1], [4, -7], freely=True) and not alike(3, 0, freely=True)
    assert alike(sp.Rational(3, 4), sp.Rational(-1, 3), freely=True)
    assert not alike(3, sp.Rational(7, 2), freely=True)


# -- what is found in a text -----------------------------------------------------------------------------


def test_a_polynomial_before_a_full_stop_is_one() -> None:
    assert [p.text for p in polynomials_in("Plot y = x^2 - 6x + 8.")] == ["x^2 - 6x + 8"]
    assert [sorted(f.letters) for f in formulas_in("Solve 2x + 3 = 11.")] == [["x"]]


@given(st.integers(0, 9999))
def test_other_angles_keep_an_identity(seed: int) -> None:
    text = "sin 2x = 2sin x cos x"
    new = written(text, other_angles(text, Random(seed)))
    left, sine, cosine = (int(n or 1) for n in re.findall(r"(\d*)x", new))
    assert left == 2 * sine == 2 * cosine
