"""Systems whose unknowns are exponents, values of systems with real and complex solutions, and times that are no divisions."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.ports import Problem
from solver.topics import topic_of
from solver.topics.base import Unread
from solver.topics.equations.systems import read
from tests.topics.solved import reading, solve, verdict


@pytest.mark.parametrize(("problem", "right"), [
    pytest.param("If $3^{x+2}=9^{y}$ and $27^{x}=3^{y+1}$, what is $x+y$?", r"\frac{11}{5}", id="value"),
    pytest.param("Solve the system 2^x·4^y = 32, 3^(x-y) = 1/3.", r"x=1,\ y=2", id="products"),
    pytest.param("解方程组 2^x·2^y=64, 9^(x-y)=81", r"x=4,\ y=2", id="zh"),
    pytest.param("若 5^(a+b)=125, 5^(a-b)=5, 求 ab 的值", "2", id="zh value"),
])  # fmt: skip
def test_equal_powers_of_one_number_have_equal_exponents(problem: str, right: str) -> None:
    task, answer, _ = solve(read, problem)
    assert answer == right
    assert verdict(task, answer) is True
    assert verdict(task, right.replace("2", "3").replace("11", "9")) is False


@settings(max_examples=15, deadline=None)
@given(st.integers(-4, 6), st.integers(-4, 6), st.sampled_from([2, 3, 5]))
def test_the_exponents_are_found(x: int, y: int, base: int) -> None:
    top, below = (f"{base ** max(n, 0)}/{base ** max(-n, 0)}" for n in (x + y, x - 2 * y))
    task, answer, _ = solve(read, f"Solve the system {base}^(x+y) = {top}, {base}^x / {base**2}^y = {below}.")
    assert answer == rf"x={x},\ y={y}"
    assert verdict(task, answer) is True


@pytest.mark.parametrize(("problem", "right"), [
    pytest.param("If $ab^2=12$ and $a^2b=18$, where a and b are real numbers, find $a+b$.", "5", id="real ones"),
    pytest.param("若 x+y=6, xy=10, 求 x^2+y^2", "16", id="only complex ones"),
])  # fmt: skip
def test_real_solutions_are_meant_where_there_are_some(problem: str, right: str) -> None:
    _, answer, value = solve(read, problem)
    assert len(set(value)) == 1
    assert answer == right


@pytest.mark.parametrize("problem", ["Solve 2^x = 3^y, 2^(x+y) = 8.", "Solve x·2^y = 8, 2^(x+y) = 16."])
def test_other_powers_are_no_such_system(problem: str) -> None:
    task = reading(read, problem)
    assert task is None or isinstance(task, Unread) or "exponents" not in " ".join(task.solution().steps)


def test_a_time_is_no_division_by_zero() -> None:
    told = "Ann and Bo come to a party at a random time between 5:00 and 6:00. What is the probability that Ann is late by 20 minutes?"
    assert isinstance(topic_of(Problem(told, "en")), Unread)
