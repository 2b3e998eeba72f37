"""Which of two things a name is: the other acute angle, the smaller of two constants, the matrices of a system."""

from __future__ import annotations

import pytest

from solver.topics.equations.systems.topic import read as read_system
from solver.topics.expressions.identities import read as read_identity
from solver.topics.geometry.triangles.topic import read as read_triangle
from tests.topics.solved import is_declined, solve


@pytest.mark.parametrize(
    ("problem", "answer"),
    [
        ("One acute angle of a right triangle is 30°. If the other acute angle is called B, what is sin(B)?", r"\frac{\sqrt{3}}{2}"),
        ("A right triangle has one acute angle of 60°. The other acute angle is called A. Find sin(A).", r"\frac{1}{2}"),
        ("直角三角形有一个锐角是30°，另一个锐角记为B，求tan(B)", r"\sqrt{3}"),
    ],
)  # fmt: skip
def test_the_other_acute_angle(problem: str, answer: str) -> None:
    assert solve(read_triangle, problem)[1] == answer


@pytest.mark.parametrize(
    ("problem", "answer"),
    [
        ("(x + p)(x + q) = x^2 + 8x + 15 holds for every x, and p is the smaller of the two constants. What is 2p + 3q?", "21"),
        ("(x + p)(x + q) = x^2 + 8x + 15 for all x, where p is the larger one. What is 2p + 3q?", "19"),
        ("(x+p)(x+q)=x^2+8x+15恒成立，q是较小的那个，求2p+3q", "19"),
    ],
)  # fmt: skip
def test_the_smaller_of_two_constants(problem: str, answer: str) -> None:
    assert solve(read_identity, problem)[1] == answer


def test_a_triangle_with_other_letters_is_not_renamed() -> None:
    problem = (
        "In right triangle ABC, C = 90°, one acute angle is 30°, the other acute angle is B. Find tan(B-45°)."
    )
    assert is_declined(read_triangle, problem)


def test_the_matrix_form_alone_is_not_answered_with_the_solution() -> None:
    assert is_declined(read_system, "Write this system as AX = B: 2x + y = 5, x - y = 1.")
