"""A letter of a quadratic from one of its roots, and the other root, in both languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from solver.topics.equations.root_conditions import read
from tests.topics.solved import is_declined, solve, solves

CASES = [
    pytest.param(
        "已知x=2是方程x²+ax-6=0的一个根，求a的值和方程的另一个根", r"a=1;\ -3", r"a=1;\ 3", id="zh both"
    ),
    pytest.param(
        "已知关于x的方程x²-5x+m=0的一个根是2，求m的值及另一个根",
        r"m=6;\ 3",
        r"m=6;\ 2",
        id="zh both, root last",
    ),
    pytest.param("已知关于x的一元二次方程x²-5x+m=0的一个根是2，则另一个根是", "3", "2", id="zh other alone"),
    pytest.param(
        "If x=2 is a root of x^2+ax-6=0, find a and the other root", r"a=1;\ -3", r"a=-1;\ -3", id="both"
    ),
    pytest.param(
        "One root of 2x^2 - 5x + k = 0 is 1/2. Find k and the other root.",
        r"k=2;\ 2",
        r"k=2;\ \frac{1}{2}",
        id="a fraction",
    ),
]


@pytest.mark.parametrize(("question", "answer", "wrong"), CASES)
def test_letter_and_other_root(question: str, answer: str, wrong: str) -> None:
    solves(read, question, answer, wrong)


@pytest.mark.parametrize(
    "question",
    ["已知x=2是方程ax²+x-6=0的一个根，求a的值和另一个根", "已知x=2是方程x²+a²x-6=0的一个根，求a的值和另一个根", "方程x²+ax-6=0的一个根比另一个根大1，求a", "已知方程x²+ax+b=0的一个根是2，求另一个根"],
)  # fmt: skip
def test_what_is_not_fixed_is_declined(question: str) -> None:
    assert is_declined(read, question)


@given(st.integers(-9, 9), st.integers(-9, 9), st.sampled_from(["a", "k", "m"]))
def test_the_roots_have_the_sum_and_the_product(first: int, second: int, letter: str) -> None:
    question = f"已知x={first}是方程x²+({-first - second})x+{letter}=0的一个根，求{letter}的值和另一个根"
    _, _, value = solve(read, question)
    assert tuple(value) == (first * second, second)
