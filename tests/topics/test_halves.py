"""Half an answer is none: what asks for two things is answered with both, or declined."""

from __future__ import annotations

import pytest

from solver.topics import reader
from solver.topics.base import Text, Unread
from solver.topics.halves import left_out
from solver.topics.questions import ways
from tests.topics.solved import reading, solve, verdict, whole_table

BOTH = [
    ("若复数z满足z(1+2i)=5i，求z的共轭复数和z的模。", r"2 - i;\ \sqrt{5}", r"\sqrt{5};\ \sqrt{5}"),
    ("求z=3+4i的共轭复数和z的模。", r"3 - 4 i;\ 5", r"5;\ 5"),
    ("已知z=1+2i,w=3-4i，求z的共轭复数和w的模。", r"1 - 2 i;\ 5", r"\sqrt{5};\ 5"),
    ("求z=3+4i的模和共轭复数。", r"5;\ 3 - 4 i", r"5;\ 5"),
    ("求f(x)=x^2的导数和g(x)=x^3的导数。", r"2 x;\ 3 x^{2}", r"2;\ 3 x^{2}"),
    ("设x=t^2,y=t^3,求t=1时的dy/dx和d²y/dx²。", r"\frac{3}{2};\ \frac{3}{4}", r"\frac{3}{4};\ \frac{3}{2}"),
    ("Find dy/dx and d^2y/dx^2 at t = 1 if x = t^2, y = t^3.", r"\frac{3}{2};\ \frac{3}{4}", r"\frac{3}{4};\ \frac{3}{2}"),
    ("求函数y=x^3在x=1处的导数和二阶导数。", r"3;\ 6", r"6;\ 3"),
    ("求y=sin x的一阶和二阶导数。", r"\cos{\left(x \right)};\ - \sin{\left(x \right)}", r"\cos x;\ \cos x"),
    ("Find the first and second derivatives of y = x^3.", r"3 x^{2};\ 6 x", r"3x^2;\ 3x^2"),
    ("一次函数的图象经过点(2,5)和(-1,-4)，求这个函数的解析式，并求它的图象与x轴的交点坐标。", r"y=3 x - 1;\ (\frac{1}{3}, 0)", r"y=3x+1;\ (\frac{1}{3}, 0)"),
    ("已知直线过点(1,2)和(3,8)，求直线的方程，并求它在y轴上的截距。", r"y=3 x - 1;\ -1", r"y=3x-1;\ 1"),
    ("Find the equation of the line through (1,2) and (3,8), and find its y-intercept.", r"y=3 x - 1;\ -1", r"y=3x-1;\ 1"),
]  # fmt: skip
ONE = [
    ("Solve 2x+3=7. Find x.", "2"),
    ("解方程x²-5x+6=0，求x的值。", r"2,\ 3"),
    ("Find x and y if x+y=5 and x-y=1.", r"x=3,\ y=2"),
    ("计算1/2+1/3，写出计算过程。", r"\frac{5}{6}"),
    ("数列{a_n}满足a_1=1，a_{n+1}=3a_n-1，求前n项和S_n。", r"\frac{3^{n}}{4} + \frac{n}{2} - \frac{1}{4}"),
    ("Solve the compound inequality and give interval notation: $3 \\leqslant 9+x \\leqslant 7$", "[-6, -2]"),
    ("What is 3/4 of 20? Give your answer as a whole number.", "15"),
]
"""A second sentence that asks for nothing more."""
HALVES = [
    ("derivatives", "求函数y=x^3在x=1处的导数和二阶导数。"),
]  # fmt: skip
"""What one topic makes of it leaves a question out."""


@pytest.mark.parametrize(("problem", "answer", "wrong"), BOTH)
def test_both_are_answered(problem: str, answer: str, wrong: str) -> None:
    task, found, _ = solve(whole_table, problem)
    assert found == answer
    assert verdict(task, found) is True
    assert verdict(task, wrong) is not True


@pytest.mark.parametrize(("problem", "answer"), ONE)
def test_one_question(problem: str, answer: str) -> None:
    assert solve(whole_table, problem)[1] == answer


@pytest.mark.parametrize(("name", "problem"), HALVES)
def test_half_an_answer_is_none(name: str, problem: str) -> None:
    text = Text(problem.replace("，", ",").replace("²", "^2"), "zh")
    task = reading(reader(name), problem)
    assert task is not None and not isinstance(task, Unread)
    assert left_out(text, name, task, reader(name))


@pytest.mark.parametrize("digit", ["2", "a"])
def test_long_texts_are_parted_in_no_time(digit: str) -> None:
    """No pattern goes through a long run in every way."""
    for text in (digit * 2000, f"求{digit * 380}和{digit}", f"Find {digit * 390} and"):
        for language in ("en", "zh"):
            assert len(list(ways(Text(text, language)))) < 9
