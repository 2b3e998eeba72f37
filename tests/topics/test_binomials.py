"""Problems of solver.topics.expressions.binomials.topic: read whole, solved exactly, checked in another way; the rest declined."""

from __future__ import annotations

from typing import Any

import pytest
import sympy as sp
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.latex import exact_latex, values_in
from solver.topics.expressions.binomials.topic import read
from tests.topics.solved import is_declined, verdict
from tests.topics.solved import solve as solve_with


def solve(problem: str) -> tuple[Any, str]:
    """The task and its answer as LaTeX."""
    return solve_with(read, problem)[:2]


def same(answer: str, expected: Any) -> bool:
    expected = expected if isinstance(expected, list) else [expected]
    values = values_in(answer)
    assert values is not None
    return len(values) == len(expected) and all(
        any(sp.simplify(v - sp.sympify(e)) == 0 for v in values) for e in expected
    )


x, y, a, b = sp.symbols("x y a b")
CASES = [
    ("In the expansion of $(1+3x)^n$ the coefficient of x² is 135. What is n, a positive integer?", 6),
    ("若(1+3x)^n(n为正整数)的展开式中x^2的系数为135,求n", 6),
    ("In the expansion of (2x + 5)^4, which number multiplies x²?", 600),
    ("When (3x - 2)^5 is multiplied out, what number stands in front of x^3?", 1080),
    ("$(1+2x)^6$ 的展开式中 $x^3$ 项的系数为多少？", 160),
    ("Find the coefficient of x^2y^3 in the expansion of (x+2y)^5.", 80),
    ("Find the constant term in the expansion of (x - 1/x)^8.", 70),
    ("求$(x^2+\\frac{2}{x})^6$的展开式中的常数项", 240),
    ("Find the coefficient of x^3 in (1+x)(1-2x)^5.", -40),
    ("求(1-2x)^7的展开式中第4项的二项式系数", 35),
    ("求(1-2x)^7的展开式中第4项的系数", -280),
    ("Find the 4th term of (2x-1)^5.", -40 * x**2),
    ("$(3x-1)^4$的展开式中各项系数之和", 16),
    ("$(3x-1)^4$的展开式中二项式系数之和", 16),
    ("求(2x+3)^5展开式的二项式系数之和", 32),
    ("What is the sum of the coefficients in the expansion of (2x-3)^5?", -1),
    ("$(\\sqrt{x}-\\frac{2}{x})^6$ 展开式中含 $x^{-3}$ 的项", 240 / x**3),
    ("求(x+2)^5展开式中二项式系数最大的项", [40 * x**3, 80 * x**2]),
    ("求(x+1)^6展开式的中间项", 20 * x**3),
    ("What is the coefficient of x^7 in (1+x^2)^5?", 0),
    ("求$\\frac{(1+x)^6}{x^2}$展开式中的常数项", 15),
    ("In the expansion of (3 - x)^4, what is the coefficient of x?", -108),
    ("Determine the term containing x^4 in the expansion of (2 + x)^6.", 60 * x**4),
    ("求(2a-b)^4的展开式中a^2b^2的系数", 24),
    ("(x+1/x^2)^9的展开式中的常数项是多少", 84),
    ("求$(1+x)^3(1-x)^5$展开式中$x^2$的系数", -2),
    ("Find the term independent of x in (2x^2 - 1/x)^6.", 60),
    ("求(1+x)^{10}的展开式中x^4的二项式系数", 210),
    ("What is the third term of (a+b)^5?", 10 * a**3 * b**2),
    ("Find the coefficient of $x^{-1}$ in $(x+\\frac{3}{x})^3$.", 27),
    ("求(x^2-x+1)(1+x)^4展开式中x^3的系数", 2),
]
WIDER = [
    ("Find the coefficient of x² in the product (1 + 2x)⁴(1 - x)³.", 3),
    ("若 (1+ax)^5 的展开式中x^2的系数为90，且a>0，求a的值。", 3),
    ("If the coefficient of x^2 in (1+ax)^5 is 90 and a > 0, find a.", 3),
    ("In the expansion of (1 + ax)^6, the coefficient of x^2 is 60 and a is positive. Find a.", 2),
    ("The coefficient of x^3 in the expansion of (2 + kx)^5 is 320. Find k.", 2),
    ("已知(x+a)^7的展开式中x^4的系数是280，则a=？", 2),
    ("若(ax-1)^5的展开式中x^3的系数是80，则实数a的值是", 2),
    ("若(x+a/x)^6展开式中的常数项为160，求a", 2),
    ("Given that the coefficient of x^3 in the expansion of (1+px)^4 is -32, find the value of p.", -2),
    ("(x^2 + a/x)^5 的展开式中 x^4 的系数为 40，求正数a。", 2),
    ("Find the term free of x in (x + 2/x)^4.", 24),
    ("Find the constant term of the expansion of (2x - 1/x^2)^6.", 240),
    ("求(2x-1)^6展开式中含x^3的项的系数", -160),
    ("求(1-3x)^5的展开式中x的三次项的系数", -270),
    ("求(1+2x)^8的二项展开式中第4项的系数", 448),
    ("二项式(1+2x)^5展开后x^3的系数", 80),
    ("在(2x-3)^5的展开式中，x的四次项系数是多少？", -240),
    ("(1+x)^6(1-x)^4展开式中x^3的系数为", -8),
    ("What is the coefficient of the x^3 term in the expansion of (2x - 5)^6?", -20000),
    ("Find the coefficient of x^4 when (3x - 2)^6 is expanded.", 4860),
    ("When (1 + 2x)^7 is expanded in powers of x, what is the coefficient of x^3?", 280),
    ("When expanded, what is the coefficient of x^5 in (x - 2)^8?", -448),
    ("Determine the coefficient of the term in x^6 in (x^2 - 3)^5.", 90),
    ("Determine the coefficient of x^2 in the polynomial (1 - 2x)^5 (1 + x)^2.", 21),
    ("Multiply out (1+x)^5(2-x)^3. What is the coefficient of x^4?", -25),
    ("求多项式(1+x)^4(1-2x)^3中x^2项的系数", -6),
    ("将(x-2)^5展开，x^2的系数是多少？", -80),
    ("$(x+2)^{6}$ 的展开式中，$x^{4}$ 的系数为____.", 60),
    ("$(1-x)(1+x)^{5}$ 中 $x^{3}$ 的系数", 0),
    ("求 (x − 2y)^6 的展开式中 x^4y^2 的系数。", 60),
    ("What is the coefficient of a^3b^4 in (a+b)^7?", 35),
    ("Find the coefficient of x^5 in (1+x)^4(1+x^2)^5.", 60),
    ("求(x-1)(x+2)^5的展开式中x^3的系数", 40),
    ("Use the binomial theorem to find the coefficient of x^3 in (1 + 4x)^5.", 640),
    ("Find the fourth term in the expansion of (x+2)^6.", 160 * x**3),
    ("What is the coefficient of the fourth term in the expansion of (2x + 1)^6?", 160),
    ("The constant term in the expansion of (x + a/x)^4 is 54 and a > 0. Find a.", 3),
    ("已知(1+ax)^4的展开式中x^3的系数为32，求实数a的值。", 2),
    ("Find the coefficient of x squared in (1+3x)^4.", 54),
    ("求 $(x^2+\\frac{1}{x})^6$ 展开式中 $x^3$ 的系数", 20),
    ("在二项式(x-2/x)^6的展开式中，求常数项。", -160),
    ("(√x + 1/x)^9 的展开式中的常数项为", 84),
    ("求(1-2x)^5(1+3x)^4展开式中x^2的系数", -26),
    ("Find the coefficient of the linear term in (2 - 3x)^4.", -96),
    ("求(2-3x)^4展开式中一次项的系数", -96),
    ("求(1+2x)^6展开式中x的二次项系数", 60),
    ("已知(2-ax)^4的展开式中x^2的系数为96，求a", [-2, 2]),
    ("If the coefficient of x^2 in (2-ax)^4 is 96 and a is negative, find a.", -2),
]
NAMED = [
    ("coefficient of x^4 in (x+3)^6 = ?", 135),
    ("若(1-2x)⁵=a₀+a₁x+a₂x²+…+a₅x⁵，求a₃的值", -80),
    ("If (1+2x)^4 = a_0 + a_1 x + ... + a_4 x^4, find a_0 + a_1 + ... + a_4.", 81),
    ("设(1-x)^6=a_0+a_1x+…+a_6x^6，求|a_0|+|a_1|+…+|a_6|的值", 64),
    ("若(1+3x)^4=a_4x^4+a_3x^3+a_2x^2+a_1x+a_0，则a_0-a_1+a_2-a_3+a_4的值为", 16),
    ("若x^5=a_0+a_1(x-1)+a_2(x-1)^2+...+a_5(x-1)^5，则a_3的值为", 10),
    # the exponent from a fact
    ("若(x+2/x)^n的展开式中二项式系数之和为64，求展开式中的常数项", 160),
    ("The sum of the binomial coefficients in the expansion of (1 + 3x)^n is 128. Find n.", 7),
    ("已知(1+2x)^n的展开式中各项系数之和为243，求n", 5),
    ("已知(x-1/x)^n的展开式中第3项与第7项的二项式系数相等，求展开式中x²的系数", -56),
    ("If the coefficient of x^2 in the expansion of (1+2x)^n is 60, what is n?", 6),
    # more than two terms
    ("Find the coefficient of x^3 in (1+x+x^2)^5.", 30),
    ("求(1+x)(2-x)(3+x)的展开式中x²的系数", -2),
]
DECLINED = [
    "Find the coefficient of x^2 in (1+ax)^5.",
    "若(1+ax)^5的展开式中x^2的系数为-90，求实数a",  # there is none
    "若(1+ax)^5的展开式中x^2的系数为90，x^3的系数为270，求a",
    "If the coefficient of x^2 in (1+ax)^5 is 90, find the coefficient of x^3.",
    "若(a+bx)^5的展开式中x^2的系数为90，求a",
    "若(1+ax)^5的展开式中二项式系数为10，求a",
    "If the coefficients of x^2 and x^3 in (1+ax)^5 are equal, find a.",
    "若(1+x)^6=a_0+a_1x^2+a_2x^3+…+a_6x^6，求a_1",  # names and powers do not go together
    "If (1+x)^5 = a_0 + a_1x + ... + a_5x^5, find a_6.",
    "若(1+x)^n的展开式中二项式系数之和为60，求n",
    "求(1+2x)^n的展开式中x^3的系数",
    "求(1+2x)^6的展开式中系数最大的项",
    "Find the sum of the coefficients of the odd terms of (1+x)^5.",
    "求(1+x)^5的展开式中倒数第2项",
    "Find the 9th term of (1+x)^5.",
    "Find the coefficient of x^2 in (1+x)^5 and in (1-x)^5.",
]


@pytest.mark.wide(rows=4)
@pytest.mark.parametrize(("problem", "expected"), [*CASES, *WIDER, *NAMED])
def test_answer(problem: str, expected: Any) -> None:
    task, answer = solve(problem)
    assert same(answer, expected), answer
    assert verdict(task, answer)
    wrong = ",".join(exact_latex(v + 1) for v in values_in(answer) or ())
    assert not verdict(task, wrong)


@pytest.mark.parametrize("problem", DECLINED)
def test_declined(problem: str) -> None:
    assert is_declined(read, problem)


@settings(max_examples=20, deadline=None)
@given(st.integers(-4, 4).filter(bool), st.integers(-4, 4).filter(bool), st.integers(2, 9), st.data())
def test_coefficient_of_a_power(p: int, q: int, power: int, data: st.DataObject) -> None:
    k = data.draw(st.integers(1, power))
    task, answer = solve(
        f"Find the coefficient of $x^{{{k}}}$ in the expansion of $({p}{q:+d}x)^{{{power}}}$."
    )
    assert same(answer, sp.Poly((p + q * x) ** power, x).coeff_monomial(x**k))
    assert verdict(task, answer)
