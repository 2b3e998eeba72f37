"""Chords, secants and tangents with named points: every length that two others fix, and none that they leave open."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from solver.topics.geometry.circle_segments import read
from tests.topics.solved import is_declined, solves

CASES = [
    ("AB是⊙O的直径,弦CD⊥AB于点E,AB=10,CD=8,求OE的长.", "3", "4"),
    ("如图,AB是⊙O的直径,弦CD⊥AB于E,若AE=2,CD=8,则⊙O的半径为___.", "5", "4"),
    ("AB is a diameter of circle O and chord CD is perpendicular to AB at E. If AE = 2 and CD = 8, find the radius of the circle.", "5", "8"),
    ("⊙O的直径AB=26,弦CD⊥AB,垂足为P,OP=5,求CD.", "24", "12"),
    ("Chords AB and CD of a circle intersect at P. AP = 6, PB = 4, CP = 3. Find PD.", "8", "2"),
    ("Chords AB and CD of a circle intersect at P inside the circle. AP = 6, PB = 4, CP = 3. Find CD.", "11", "8"),
    ("圆内两弦AB、CD相交于点P,PA=3,PB=8,PC=4,求PD.", "6", "1.5"),
    ("PT切⊙O于点T,割线PAB交⊙O于A、B,PA=4,PB=9,求PT.", "6", "36"),
    ("PT切⊙O于点T,割线PAB交⊙O于A、B,PA=4,AB=5,求PT.", "6", r"\sqrt{20}"),
    ("A tangent from P touches the circle at T. A secant from P meets the circle at A and B with PA = 4 and PB = 9. Find PT.", "6", "5"),
    ("PA切⊙O于点A,PO=13,⊙O的半径为5,求PA的长.", "12", "18"),
    ("PA is tangent to circle O at A. PA = 12 and PO = 13. Find the diameter of the circle.", "10", "5"),
]  # fmt: skip


@pytest.mark.parametrize(("question", "right", "wrong"), CASES)
def test_lengths(question: str, right: str, wrong: str) -> None:
    solves(read, question, right, wrong)


@pytest.mark.parametrize(
    "question",
    [
        "AB is a diameter of circle O and chord CD is perpendicular to AB at E. If AE = 2, find the radius of the circle.",
        "Chords AB and CD of a circle intersect at P. AP = 6, PB = 4. Find PD.",
        "AB是⊙O的直径,弦CD⊥AB于点E,AB=10,CD=12,求OE的长.",
        "AB是⊙O的直径,弦CD∥AB,AB=10,CD=8,求OE的长.",
        "PT切⊙O于点T,割线PAB交⊙O于A、B,PA=9,PB=4,求PT.",
        "Chords AB and CD of a circle intersect at P. AP = 6, PB = 4, CP = 3, PD = 7. Find AB.",
        "PA切⊙O于点A,∠P=30°,⊙O的半径为5,求PA的长.",
    ],
)
def test_what_is_left_open_or_impossible_is_declined(question: str) -> None:
    assert is_declined(read, question)


@given(st.integers(1, 40), st.integers(1, 40), st.integers(1, 40))
def test_products_of_chords(a: int, b: int, c: int) -> None:
    d = Fraction(a * b, c)
    assume(d != c)
    question = f"Chords KL and MN of a circle intersect at X. KX = {a}, XL = {b}, MX = {c}. Find XN."
    solves(read, question, f"{d.numerator}/{d.denominator}", str(c))
