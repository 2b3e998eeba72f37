"""Steps of equations that are no polynomials: what a teacher writes, with extraneous roots named as such."""

from __future__ import annotations

import pytest
import sympy as sp
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.topics.equations.kinds import school_steps
from solver.topics.equations.single import read
from tests.topics.solved import solve, verdict

x = sp.Symbol("x", real=True)


@pytest.mark.wide(rows=4)
@pytest.mark.parametrize(
    ("problem", "answer", "said"),
    [
        ("Solve 1/x + 1/(x+2) = 3/4", r"x=- \frac{4}{3},\ x=2", [r"x\ne -2", r"8 x + 8=3 x^{2} + 6 x"]),
        ("x/(x-2) = 2/(x-2) + 3", r"\text{no real solution}", [r"x\ne 2", "not defined"]),
        ("(x^2-1)/(x-1) = 2", r"\text{no real solution}", ["not defined"]),
        ("解方程 2/(x-1) = 3/(x+1)", "x=5", ["分母不能为 0", "同乘最简公分母"]),
        ("|x-1| = 2x", r"x=\frac{1}{3}", [r"x - 1=- 2 x", "They differ"]),
        ("|x+2| = -1", r"\text{no real solution}", ["never negative"]),
        ("|x-1| + |x-3| = 6", r"x=-1,\ x=5", [r"1\le x<3", r"\(2\) and \(6\)"]),
        ("sqrt(x+3) = x - 3", "x=6", ["Square both sides", r"x^{2} - 7 x + 6=0", "They differ"]),
        ("sqrt(2x+1) - sqrt(x) = 1", r"x=0,\ x=4", ["Isolate a root", r"4 x=x^{2}"]),
        ("解方程 √(x-5) = -2", r"\text{无实数解}", ["不可能是负数"]),
        ("9^(x-1) = 27^(x+2)", "x=-8", ["powers of \\(3\\)", "3 x=2 x - 8"]),
        ("3^(x^2-2x) = 27", r"x=-1,\ x=3", [r"x^{2} - 2 x=3"]),
        ("4^x - 3*2^x - 4 = 0", "x=2", [r"t=2^{x}", r"t=-1\) is not positive"]),
        ("5^x = 5^(2-x)", "x=1", ["x=2 - x"]),
        ("2^x = -4", r"\text{no real solution}", ["positive"]),
        ("log_2(x) + log_2(x-2) = 3", "x=4", [r"x \left(x - 2\right)=8", "not defined"]),
        ("2 ln x = ln(3x+4)", "x=4", [r"x^{2}=3 x + 4"]),
    ],
)
def test_the_steps_lead_to_the_answer(problem: str, answer: str, said: list[str]) -> None:
    task, found, _ = solve(read, problem)
    assert found == answer
    told = " ".join(task.solution().steps)
    for part in said:
        assert part in told
    assert verdict(task, found) is not False


def steps(left: sp.Expr, right: sp.Expr, solutions: list[int]) -> tuple[str, ...] | None:
    return school_steps(left, right, x, [sp.Integer(s) for s in solutions], "en")


@settings(max_examples=40, deadline=None)
@given(st.integers(-9, 9), st.integers(1, 9), st.integers(2, 5), st.integers(-3, 4))
def test_made_equations_are_taken_to_what_they_were_made_from(root: int, c: int, base: int, k: int) -> None:
    assert steps(c / (x - root + c), sp.S.One, [root])
    assert steps(sp.Abs(x - root), sp.Integer(c), [root - c, root + c])
    assert steps(sp.sqrt(x - root + c**2), sp.Integer(c), [root])
    assert steps(sp.Integer(base) ** (x - root), sp.Integer(base) ** k, [root + k])
    assert steps(sp.log(x - root + base**c) / sp.log(base), sp.Integer(c), [root])


@settings(max_examples=20, deadline=None)
@given(st.integers(-9, 9), st.integers(1, 9))
def test_steps_that_lead_elsewhere_are_not_shown(root: int, c: int) -> None:
    assert steps(sp.Abs(x - root), sp.Integer(c), [root + c]) is None
    assert steps(sp.sqrt(x - root + c**2), sp.Integer(c), [root + 1]) is None
