"""What numbers of a text mean to each other stays so when they are drawn anew: sides of right triangles, squares, sums with products."""

from __future__ import annotations

import re
from random import Random

import sympy as sp
from hypothesis import given
from hypothesis import strategies as st

from solver.variation.literals import numerals, written
from solver.variation.ties import (
    product_of_two,
    right_triangle,
    sum_with_product,
    times_squares,
    together,
    under_roots,
)


def whole(text: str) -> list[int]:
    return [int(n.text) for n in numerals(text)]


@given(st.integers(0, 9999))
def test_right_triangles_stay_right(seed: int) -> None:
    text = "The legs are 9 and 12."
    new = right_triangle(numerals(text), Random(seed))
    a, b = whole(written(text, new))
    assert new and sp.sqrt(a * a + b * b).is_Integer and (a, b) != (9, 12)
    text = r"sin a = \frac{5}{13}"
    (fraction,) = right_triangle(numerals(text), Random(seed)).values() or ("\\frac{5}{13}",)
    a, b = map(int, re.findall(r"\d+", fraction))
    assert sp.sqrt(b * b - a * a).is_Integer


@given(st.integers(0, 9999))
def test_roots_that_can_be_added_stay_so(seed: int) -> None:
    text = r"\sqrt{12} + \sqrt{27} - \sqrt{16}"
    a, b, c = whole(written(text, under_roots(text, numerals(text), Random(seed))))
    assert sp.sqrt(sp.Rational(a, b)).is_Rational and not sp.sqrt(a).is_Integer and sp.sqrt(c).is_Integer


@given(st.integers(0, 9999))
def test_a_number_and_its_square_stay_together(seed: int) -> None:
    text = "x -> 3, x^2 - 9, x - 3"
    new = whole(written(text, together(numerals(text), Random(seed))))
    assert new[0] == new[3] and (new[2] == new[0] ** 2 or new[2] == 9 or new[0] == 3)


@given(st.integers(0, 9999))
def test_a_sum_and_a_product_stay_of_whole_numbers(seed: int) -> None:
    text = "The sum of two numbers is 15 and their product is 54."
    total, product = whole(written(text, sum_with_product(numerals(text), Random(seed))))
    assert sp.sqrt(total**2 - 4 * product).is_Integer


@given(st.integers(0, 9999))
def test_a_product_stays_one(seed: int) -> None:
    text = "16x^2 - 9y^2 = 144"
    a, _, b, _, c = whole(written(text, product_of_two(numerals(text), Random(seed))))
    assert a * b == c and sp.sqrt(a).is_Integer and sp.sqrt(b).is_Integer


@given(st.integers(0, 9999))
def test_halves_of_isosceles_triangles_and_squares_of_sides_stay_exact(seed: int) -> None:
    text = "legs of 13 and a base of 10"
    leg, base = whole(written(text, right_triangle(numerals(text), Random(seed))))
    assert sp.sqrt(sp.Integer(leg) ** 2 - sp.Rational(base, 2) ** 2).is_Integer
    text = "the axes 100 and 36"
    a, b = whole(written(text, right_triangle(numerals(text), Random(seed))))
    assert sp.sqrt(a).is_Integer and sp.sqrt(b).is_Integer and sp.sqrt(abs(a - b)).is_Integer


@given(st.integers(0, 9999))
def test_multiples_of_squares_stay_so(seed: int) -> None:
    (new,) = whole(written("96 cm²", times_squares(numerals("96 cm²")[:1], Random(seed))))[:1]
    assert any(sp.root(sp.Rational(new, c), k).is_Integer for c in (1, 2, 3, 4, 6, 12, 36) for k in (2, 3))
