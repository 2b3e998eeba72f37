"""Problems of solver.topics.functions.linear_programming: corners compared, checked by the simplex method; the rest declined."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.topics.functions.linear_programming import read
from tests.topics.solved import is_declined, solve, verdict

CASES = [
    ("Maximize z = 4x + 3y subject to x + y <= 6, 2x + y <= 8, x >= 0, y >= 0.", "20", "24"),
    ("Minimize z = 2x + 5y subject to x + y >= 4, x <= 3, y >= 0.", "11", "8"),
    ("Find the largest possible value of 3x - y if x + y <= 4, x <= 3 and y >= 1.", "8", "9"),
    (r"Find the maximum and minimum values of $z = 2x - y$ subject to the constraints $0 \le x \le 3$, $0 \le y \le 4$, $x + y \le 5$.", r"\text{maximum: }6;\ \text{minimum: }-4", "5; -4"),
    ("Maximize z = x + 2y subject to x - y <= 2, x >= 0, y >= 0.", r"\text{does not exist}", "2"),
    ("Maximize z = x + y subject to x + y <= 1, x >= 2, y >= 0.", r"\text{does not exist}", "3"),
    (r"若变量x,y满足约束条件 $\begin{cases} x+y\le 5 \\ x-y\le 1 \\ x\ge 0 \end{cases}$,则z=2x+y的最大值为____", "8", "5"),
    ("设x,y满足约束条件2x+y<=7,x-y>=-1,y>=0,求z=x+3y的最大值和最小值", r"\text{最大值:}11;\ \text{最小值:}-1", "11; 0"),
    ("已知实数x,y满足x+y>=3,x<=2,y<=5,求z=x-y的最小值", "-7", "-4"),
]  # fmt: skip
DECLINED = [
    "Find the minimum of x^2 + y^2 subject to x + y >= 2, x >= 0, y >= 0.",
    "Maximize z = x + y subject to x + y < 4, x > 0, y > 0.",
    "Maximize z = ax + y subject to x + y <= 4, x >= 0, y >= 0.",
    "Maximize z = x + y subject to x + y <= 4, x >= 0, y >= 0, where x and y are integers.",
    "Maximize z = x + y subject to x + y + t <= 4, x >= 0, y >= 0.",
    "Maximize z = x + y subject to x + y <= 4, x + y >= 1.",
    "Maximize z = x + y subject to x + y = 4, x >= 0, y >= 0.",
    "Find the area of the region x + y <= 4, x >= 0, y >= 0.",
    "Find the point where z = x + y is largest subject to x + y <= 4, x >= 0, y >= 0 and x is even.",
    "设x,y满足x+y<=4,x>=0,y>=0,求y/x的取值范围",
    "若x,y满足x+y<=a,x>=0,y>=0,z=x+2y的最大值为4,求a",
]


@pytest.mark.parametrize(("problem", "answer", "wrong"), CASES)
def test_solved_and_proved(problem: str, answer: str, wrong: str) -> None:
    task, found, _ = solve(read, problem)
    assert found == answer
    assert verdict(task, found) is True
    assert verdict(task, wrong) is False


@pytest.mark.parametrize("problem", DECLINED)
def test_what_is_near_and_different_is_declined(problem: str) -> None:
    assert is_declined(read, problem)


@settings(max_examples=12, deadline=None)
@given(st.integers(1, 6), st.integers(1, 6), st.integers(1, 9), st.integers(1, 9), st.booleans())
def test_no_point_of_the_region_surpasses_the_largest_value(
    p: int, q: int, m: int, n: int, chinese: bool
) -> None:
    task, answer, _ = solve(
        read,
        f"设x,y满足约束条件x<={m},y<={n},x+y<={m + n - 1},x>=0,y>=0,求z={p}x+{q}y的最大值"
        if chinese
        else f"Maximize z = {p}x + {q}y subject to x <= {m}, y <= {n}, x + y <= {m + n - 1}, x >= 0, y >= 0.",
    )
    whole = [(x, y) for x in range(m + 1) for y in range(n + 1) if x + y <= m + n - 1]
    assert int(answer) == max(p * x + q * y for x, y in whole)
    assert verdict(task, answer) is True
    assert verdict(task, str(int(answer) + 1)) is False
