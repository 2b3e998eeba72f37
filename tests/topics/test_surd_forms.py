"""Numbers with a square root in a form with letters."""

from __future__ import annotations

import pytest

from solver.topics.expressions import surd_forms
from tests.topics.solved import is_declined, solve, verdict, whole_table


@pytest.mark.parametrize(
    ("problem", "answer", "wrong"),
    [
        ("Solve x^2 - 6x + 7 = 0, giving your answers in the form a ± √b.", r"x=3-\sqrt{2},\ x=3+\sqrt{2}", "x=3"),
        ("Solve x^2 - 4x - 8 = 0. Give your answers in the form a ± √b, where a and b are integers.", r"x=2-\sqrt{12},\ x=2+\sqrt{12}", "x=2"),
        ("Solve x^2 - 4x - 8 = 0, giving your answers in the form a ± b√3, where a and b are integers.", r"x=2-2\sqrt{3},\ x=2+2\sqrt{3}", "x=2"),
        ("Solve 2x^2 - 6x + 1 = 0. Give your answers in the form (a ± √b)/c, where a, b and c are integers.", r"x=\frac{3-\sqrt{7}}{2},\ x=\frac{3+\sqrt{7}}{2}", "x=3"),
        ("Solve x^2 + 6x + 2 = 0, giving your answers in the form $p \\pm \\sqrt{q}$.", r"x=-3-\sqrt{7},\ x=-3+\sqrt{7}", "x=-3"),
        ("Write (3+√5)^2 in the form a + b√5, where a and b are integers.", r"14+6\sqrt{5}", "14"),
        ("Simplify 6/(3-√3) in the form a + b√3.", r"3+\sqrt{3}", "3"),
        ("Rationalise the denominator of 10/(4-√6), giving your answer in the form a + b√6.", r"4+\sqrt{6}", "4"),
        ("Express √48 in the form k√3, where k is an integer.", r"4\sqrt{3}", "4"),
        ("(2 + √3)^2 = a + b√3. Find a and b.", r"a=7,\ b=4", "a=4, b=7"),
        ("Given that (5 - √3)/(2 + √3) = a + b√3, find the values of a and b.", r"a=13,\ b=-7", "a=13, b=7"),
        ("Solve x^2+4x+1=0 giving your answers in the form a ± √b and find a and b.", r"a=-2,\ b=3", "a=2, b=3"),
        ("若(2+√3)^2=a+b√3,其中a,b为有理数,求a,b的值.", r"a=7,\ b=4", "a=7, b=3"),
        ("把(3+√5)^2化成a+b√5的形式.", r"14+6\sqrt{5}", "14"),
        ("解方程x^2-6x+7=0,结果写成a±√b的形式.", r"x=3-\sqrt{2},\ x=3+\sqrt{2}", "x=3"),
    ],
)  # fmt: skip
def test_in_the_form(problem: str, answer: str, wrong: str) -> None:
    task, found, _ = solve(surd_forms.read, problem)
    assert found == answer
    assert verdict(task, answer) is True
    assert verdict(task, wrong) is not True


@pytest.mark.parametrize(
    "problem",
    [
        "(2 + √3)^2 = a + b√3. Find c.",  # of no letter of the form
        "(2 + √3)^2 = a + b√3.",  # nothing is asked
        "Write (x+√5)^2 in the form a + b√5.",  # no number
        "Express 3√x in the form a√b.",
    ],
)
def test_left(problem: str) -> None:
    assert is_declined(surd_forms.read, problem)


@pytest.mark.parametrize(
    ("problem", "answer"),
    [
        ("Solve z^2 - 4z + 13 = 0. Give your answers in the form a + bi.", r"z=2 - 3 i,\ z=2 + 3 i"),
        ("Solve x^2 + 2x + 10 = 0, giving your answers in the form p ± qi.", r"x=-1 - 3 i,\ x=-1 + 3 i"),
        ("Find the roots of x^2 - 4x + 5 = 0 in the form a + bi, where a and b are real.", r"x=2 - i,\ x=2 + i"),
    ],
)  # fmt: skip
def test_complex_form(problem: str, answer: str) -> None:
    assert solve(whole_table, problem)[1] == answer
