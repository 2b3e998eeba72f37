"""Roots in words: one root is arithmetic, both numbers with an even power are a topic of their own."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.topics.numbers.arithmetic import read as read_arithmetic
from solver.topics.numbers.both_roots import read
from tests.topics.solved import is_declined, solve, verdict

ONE = [
    ("What is the cube root of 64?", "4", "8"),
    ("simplify cube root of 250", r"5 \sqrt[3]{2}", "5"),
    ("Find the cube root of -125.", "-5", "5"),
    ("the fourth root of 625", "5", "-5"),
    ("square root of 3 times square root of 12", "6", "36"),
    ("64的立方根", "4", "8"),
    ("-27的立方根是多少？", "-3", "3"),
    ("求169的算术平方根。", "13", "-13"),
    (r"\sqrt[3]{-8}", "-2", "2"),
]
BOTH = [
    ("36的平方根", r"\pm 6", "6"),
    ("求13的平方根。", r"\pm \sqrt{13}", r"\sqrt{13}"),
    ("81的四次方根是多少？", r"\pm 3", "3"),
    ("0的平方根", "0", r"\pm 1"),
    ("求-9的平方根。", r"\text{不存在}", r"\pm 3"),
    ("Find both square roots of 144.", r"\pm 12", "12"),
    ("What are the square roots of 0.49?", r"\pm 0.7", "0.7"),
]


@pytest.mark.parametrize(("problem", "answer", "wrong"), ONE)
def test_one_root(problem: str, answer: str, wrong: str) -> None:
    task, found, _ = solve(read_arithmetic, problem)
    assert found == answer and verdict(task, found) and not verdict(task, wrong)


@pytest.mark.parametrize(("problem", "answer", "wrong"), BOTH)
def test_both_roots(problem: str, answer: str, wrong: str) -> None:
    task, found, _ = solve(read, problem)
    assert found == answer and verdict(task, found) and not verdict(task, wrong)


@pytest.mark.parametrize("problem", ["the square root of 9 plus 16", "the cube root of 8 times 27"])
def test_what_says_two_things_is_declined(problem: str) -> None:
    assert is_declined(read_arithmetic, problem)


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 400), st.integers(1, 30), st.sampled_from([2, 4]))
def test_roots_of_powers(top: int, bottom: int, degree: int) -> None:
    word = {2: "平方", 4: "四次方"}[degree]
    task, found, _ = solve(read, rf"求$\frac{{{top**degree}}}{{{bottom**degree}}}$的{word}根。")
    assert verdict(task, found)
    assert not verdict(task, rf"\pm \frac{{{top + 1}}}{{{bottom}}}")
    assert top == 0 or verdict(task, rf"\frac{{{top}}}{{{bottom}}}, -\frac{{{top}}}{{{bottom}}}")
