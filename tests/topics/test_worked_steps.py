"""What the steps of plain computations say: how each operation is done, with the numbers of the problem."""

from __future__ import annotations

import pytest
import sympy as sp
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.ports import Problem
from solver.topics import read
from solver.topics.base import Unread
from tests.topics.law.judging import judge

TOLD = [
    ("What is 2/3 + 1/4?", r"\frac{8}{12}+\frac{3}{12}=\frac{11}{12}"),
    ("Simplify 36/60.", r"divisor \(12\)"),
    (r"计算$1\frac{1}{2} \div \frac{3}{5}$", r"\frac{3}{2}\times \frac{5}{3}=\frac{5}{2}"),
    ("Calculate 7.2 ÷ 0.08.", r"720\div 8=90"),
    ("计算 4-(-9)", "4+9=13"),
    ("Simplify √50", r"50=5^2\times 2"),
    (r"Evaluate $\log_3 81$.", "3^{4}=81"),
    ("Find the exact value of cos 15°.", r"45^{\circ}-30^{\circ}"),
    ("sin 30° + tan 45°的值是多少", r"\tan\left(45^{\circ}\right)=1"),
    ("Find (√3 + 1)(√3 - 5).", r"=3- 5 \sqrt{3}+\sqrt{3}-5"),
    ("Find the value of 2x^2 - 5x when x = -3.", r"2\left(-3\right)^{2}-5\left(-3\right)"),
    ("当a=4，b=-2时，求a-3b的值", "=10"),
    ("If f(x) = 4x - 1 and g(x) = x^2, find f(g(2)).", r"f\left(4\right)=4 \times 4-1=15"),
    ("Solve the system y = x^2, y = x + 2.", r"x^{2} - x - 2=0"),
    ("If 2x + y = 7 and x - y = 2, what is x + 4y?", r"x+4y=3+4 \times 1=7"),
    ("How many real solutions does x^2 + x + 5 = 0 have?", r"there are \(0\)"),
    ("What are the last two digits of 19 × 23 × 31?", r"37\times 31=1147"),
]


def steps_of(problem: str) -> tuple[str, ...]:
    task = read(Problem(problem, "zh" if any("\u3400" <= c <= "\u9fff" for c in problem) else "en"))
    assert not isinstance(task, Unread), task
    return task.solution().steps


@pytest.mark.parametrize(("problem", "said"), TOLD)
def test_how_it_is_done_is_told(problem: str, said: str) -> None:
    assert said in " ".join(steps_of(problem))


def test_a_value_that_does_not_exist_is_not_put_in() -> None:
    assert "5-5=0" in " ".join(steps_of("Find the value of 3/(x - 5) when x = 5."))


@settings(max_examples=25, deadline=None)
@given(*[st.integers(1, 30) for _ in range(6)], st.sampled_from("+-*/"), st.sampled_from("+-*/"))
def test_every_statement_about_fractions_is_true(
    a: int, b: int, c: int, d: int, e: int, f: int, one: str, other: str
) -> None:
    problem = f"Calculate ({a}/{b}) {one} ({c}/{d}) {other} ({e}/{f})."
    value = sp.sympify(f"(Integer({a})/{b}) {one} (Integer({c})/{d}) {other} (Integer({e})/{f})")
    found = judge(steps_of(problem), sp.latex(value), value, problem)
    assert found and not [x for x in found if x.verdict is False]
