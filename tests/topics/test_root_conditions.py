"""Letters that the roots of a quadratic fix; discriminants."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.topics.equations.root_conditions import read
from tests.topics.solved import assert_solved, is_declined, solve, verdict

CASES = [
    ('Find $c$ if the equation $x^2 + 10x + c = 0$ has exactly one solution.', '25', '10'),
    ('For what value of $k$ is $4$ a root of $x^2 + kx - 8$?', '-2', '2'),
    ('Given that $-3$ is a solution to $x^2 + bx - 21 = 0$, what is the value of $b$?', '-4', '4'),
    ('Find a non-zero value for $a$ such that $ax^2 + 12x + 9 = 0$ has only one solution.', '4', '3'),
    ('If the quadratic $x^2 + 8mx + m$ has exactly one real root, find the positive value of $m$.', '\\frac{1}{16}', '\\frac{1}{4}'),
    ('What is the discriminant of $3x^2 - 5x + 4$?', '-23', '73'),
    ('Find all values of $k$ for which $x^2 + kx + 4 = 0$ has no real roots.', '(-4, 4)', '(-2, 2)'),
    ('关于x的方程x^2+kx+16=0有两个相等的实数根,求k的值。', '-8,\\ 8', '8'),
    ('若关于x的一元二次方程x^2-6x+m=0没有实数根,求m的取值范围。', '(9, \\infty)', '(-\\infty, 9)'),
    ('若关于x的一元二次方程mx^2-6x+1=0有两个不相等的实数根,求m的取值范围。', '(-\\infty, 0)\\cup (0, 9)', '(-\\infty, 9)'),
    ('当k为何值时,方程x^2-2x+k=0有实数根?', '(-\\infty, 1]', '(-\\infty, 1)'),
    ('已知x=3是方程x^2-5x+a=0的一个根,求a的值。', '6', '-6'),
    ('求方程x^2-7x+3=0的根的判别式', '37', '61'),
]  # fmt: skip
DECLINED = [
    "For what value of $a$ does $ax^2 + 12x + 9 = 0$ have only one solution?",
    "Find $c$ if the equation $x^2 + bx + c = 0$ has exactly one solution.",
    "Find $c$ if the equation $x^3 + 10x + c = 0$ has exactly one solution.",
    "What is the discriminant of $ax^2 + bx + c$?",
    "Find $k$ if the roots of $x^2 + kx + 4 = 0$ differ by 3.",
    "关于x的方程mx^2-6x+1=0有两个不相等的实数根,求m的取值范围",
    "若方程x^2-6x+m=0的两根之差为2,求m",
]


@pytest.mark.parametrize(("problem", "expected", "wrong"), CASES)
def test_solved_and_checked(problem: str, expected: str, wrong: str) -> None:
    assert_solved(read, problem, expected, wrong)


@pytest.mark.parametrize("problem", DECLINED)
def test_declined(problem: str) -> None:
    assert is_declined(read, problem)


@settings(max_examples=20, deadline=None)
@given(st.integers(-9, 9), st.integers(-9, 9))
def test_a_given_root_is_one(r: int, s: int) -> None:
    if r == 0:
        return
    task, answer, _ = solve(read, f"For what value of $k$ is ${r}$ a root of $x^2 + kx + ({r * s})$?")
    assert answer == str(-(r + s))
    assert verdict(task, answer) is True
    assert verdict(task, str(1 - r - s)) is False
