"""A line parallel to a side of a triangle, in both languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from solver.topics.geometry.named_points import read
from tests.topics.solved import is_declined, solve, solves

CASES = [
    pytest.param("△ABC中，DE∥BC，AD=2，DB=3，DE=4，求BC", "10", "6", id="zh side"),
    pytest.param("如图，在△ABC中，DE∥BC，AD:DB=2:3，DE=4，求BC的长", "10", "6", id="zh ratio of the pieces"),
    pytest.param("在△ABC中，D、E分别在AB、AC上，DE∥BC，AD=2，DB=3，AE=4，求EC", "6", "10", id="zh piece"),
    pytest.param(
        "△ABC中，DE∥BC，AD=2，AB=5，求△ADE与△ABC的面积比", r"\frac{4}{25}", r"\frac{2}{5}", id="zh areas"
    ),
    pytest.param("In triangle ABC, DE ∥ BC, AD = 3, AB = 9, BC = 12. Find DE.", "4", "36", id="parallel"),
    pytest.param(
        "In triangle PQR, ST is parallel to QR, PS = 2, SQ = 4, PT = 3. Find TR.",
        "6",
        "4.5",
        id="other letters",
    ),
]


@pytest.mark.parametrize(("question", "answer", "wrong"), CASES)
def test_the_ratio_gives_it(question: str, answer: str, wrong: str) -> None:
    solves(read, question, answer, wrong)


@pytest.mark.parametrize(
    "question",
    ["△ABC中，DE∥BC，AD=2，DB=3，求BC", "△ABC中，DE∥BC，AD=2，DB=3，AE=4，EC=5，求BC", "△ABC中，DE∥BC，AD=2，DB=3，DE=4，求△ABC的周长", "△ABC中，DE∥BC，AD=5，AB=3，DE=4，求BC", "四边形ABCD中，AD∥BC，AD=2，BC=3，求AB"],
)  # fmt: skip
def test_what_is_not_fixed_is_declined(question: str) -> None:
    assert is_declined(read, question)


@given(st.integers(1, 20), st.integers(1, 20), st.integers(1, 20))
def test_the_sides_are_in_the_ratio_of_the_pieces(upper: int, lower: int, small: int) -> None:
    _, _, value = solve(read, f"△ABC中，DE∥BC，AD={upper}，DB={lower}，DE={small}，求BC")
    assert value * upper == small * (upper + lower)
