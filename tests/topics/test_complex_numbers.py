"""Problems of solver.topics.expressions.complex_numbers.topic: read whole, solved exactly, checked in another way; the rest declined."""

from __future__ import annotations

from typing import Any

import pytest
import sympy as sp
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.latex import exact_latex, value_of, values_in
from solver.topics.expressions.complex_numbers.number import SeveralParts
from solver.topics.expressions.complex_numbers.topic import read
from tests.topics.run_cell import run_cell
from tests.topics.solved import is_declined, reading, verdict
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


i = sp.I
CASES = [
    ("设 z=a+3i(a>0),且 z·\\bar z=25,求a。", 4),
    ("设 z=a+3i(a>0),并且 z 与它的共轭的乘积等于24,求a。", sp.sqrt(15)),
    ("复平面内，表示复数5-12i的点到原点的距离是多少？", 13),
    (r"What is the argument $\theta$ of $-2 + 2i$, where $0 \le \theta < 2\pi$?", 3 * sp.pi / 4),
    ("If w = 5 - 12i, how far from the origin of the complex plane is the point that represents w?", 13),
    ("Find the argument, in radians between 0 and 2π, of the complex number $1+\\sqrt{3}i$.", sp.pi / 3),
    ("If $z = 9 - 2i$ and $\\bar z$ is its conjugate, what is $z\\bar z$?", 85),
    ("已知 $z=2-6i$，$\\bar{z}$ 是 $z$ 的共轭复数，求 $z\\cdot\\bar{z}$ 的值。", 40),
    ("复数 $-8+15i$ 的绝对值(模)是多少？", 17),
    ("复数 $3+4i$ 的模是多少？", 5),
    ("z = (1+2i)/(3-4i), find the real part of z.", sp.Rational(-1, 5)),
    ("若z(1+i)=2, 求|z|", sp.sqrt(2)),
    ("What is i^2023?", -i),
    ("求$z=2-3i$的共轭复数$\\bar{z}$的虚部", 3),
    ("Find the argument of -1-i.", -3 * sp.pi / 4),
    ("求复数 $1-\\sqrt{3}i$ 的辐角主值", 5 * sp.pi / 3),
    ("Compute (1+i)^8.", 16),
    ("已知i为虚数单位,复数z满足 $z+2\\bar{z}=9+4i$,则z=", 3 - 4 * i),
    ("Write $\\frac{2+i}{1-i}$ in the form $a+bi$.", sp.Rational(1, 2) + sp.Rational(3, 2) * i),
    ("已知复数$z=(1+2i)(3-i)$，求$|z|$", 5 * sp.sqrt(2)),
    ("What is the conjugate of 5 - 2i?", 5 + 2 * i),
    ("Find the imaginary part of (2-i)^3.", -11),
    ("计算(2+3i)+(1-5i)", 3 - 2 * i),
    ("计算(4-i)-(2-6i)的结果", 2 + 5 * i),
    ("复数(1-i)/(1+i)的虚部是", -1),
    ("Find |5-12i|.", 13),
    ("Let z = 1 - 2i. Find z^2 + 3z.", -10 * i),
    ("What is the modulus of (3+4i)/(1-2i)?", sp.sqrt(5)),
    ("z_1=1+i, z_2=2-i, 求z_1*z_2", 3 + i),
    ("若复数z满足(2-i)z=5i，则z的共轭复数为", -1 - 2 * i),
    ("Solve for z: find z if 2z - 3i = 4 + zi.", 1 + 2 * i),
    ("Find the absolute value of the complex number -6+8i.", 10),
    ("求(1+i)^{-2}", -i / 2),
    ("Evaluate (1/2 + sqrt(3)/2 i)^3.", -1),
    ("复数2i的辐角主值", sp.pi / 2),
    ("设z=3-i，求z的共轭复数的模", sp.sqrt(10)),
    ("Simplify 3i(2-i).", 3 + 6 * i),
]
WIDER = [
    ("Let z1 = 3 - 2i and z2 = 1 + 5i. Find the modulus of z1 - z2.", sp.sqrt(53)),
    ("z1=2+i, z2=1-3i, find |z1+z2|", sp.sqrt(13)),
    ("设z1=3+4i，z2=1-2i，求z1·z2的模", 5 * sp.sqrt(5)),
    ("已知复数z1=1+2i，z2=3-i，求z1/z2的实部", sp.Rational(1, 10)),
    ("若z1=1+i，z2=2-i，则|z1-z2|=", sp.sqrt(5)),
    ("If z1 = 2 + 3i and z2 = 1 - i, what is the imaginary part of z1 z2?", 1),
    ("若复数 $a+6i$（a为正实数）的模为10，则a等于多少？", 8),
    ("已知复数z=a+3i（a>0）的模为5，求a的值", 4),
    ("若复数 3+bi 的模为 5，其中 b 是负实数，求 b。", -4),
    ("If the modulus of the complex number a + 6i is 10 and a > 0, find a.", 8),
    ("The complex number a + 6i, where a is a positive real number, has modulus 10. Find a.", 8),
    ("If |a+6i|=10 and a is a positive real number, find a.", 8),
    ("Find the real number b such that |2 + bi| = sqrt(13), given that b < 0.", -3),
    ("若|a+2i|=3，求实数a", [-sp.sqrt(5), sp.sqrt(5)]),
    ("若复数(a+i)/(1-i)为纯虚数，求a的值", 1),
    ("若复数(a+i)/(1-i)为纯虚数，求实数a的值", 1),
    ("已知复数 (m^2-1)+(m-1)i 是纯虚数，求实数m", -1),
    ("若复数(1+i)(a+2i)是实数，其中a∈R，则a=", -2),
    ("Find the real number a such that (a + 2i)(1 - i) is purely imaginary.", -2),
    ("Find the real value of k for which (k+2i)(3-i) is real.", 6),
    ("Given z = 3 + 4i, find |z|^2.", 25),
    ("若z=1+2i，求|z|^2的值", 5),
    ("Find the absolute value of the complex number 5 - 12i.", 13),
    ("What is the distance from the origin to the point 7 - 24i in the complex plane?", 25),
    ("求复数 -7+24i 到原点的距离", 25),
    ("复数z=3-4i在复平面内对应的点到原点的距离是多少？", 5),
    ("Find the distance of 6+8i from the origin in the complex plane.", 10),
    ("复数z的实部为3，虚部为-4，求|z|。", 5),
    ("The complex number z has real part 5 and imaginary part -12. Find the modulus of z.", 13),
    ("Find the modulus of the product (2+i)(3-4i).", 5 * sp.sqrt(5)),
    ("Find the modulus of the quotient (3+4i)/(1-2i).", sp.sqrt(5)),
]
COMBINED = [
    ("What do you get when 3 - 2i is multiplied by its conjugate?", 13),
    ("已知z=2-i，求z与其共轭复数的乘积", 5),
    ("Find the sum of 3 + 4i and its conjugate.", 6),
    ("Find the reciprocal of 3 + 4i.", sp.Rational(3, 25) - 4 * i / 25),
    ("Subtract 2 - 3i from 5 + i.", 3 + 4 * i),
    ("求(3+i)与(2-5i)的积", 11 - 13 * i),
    ("What is the square of the modulus of 2 - 5i?", 29),
    ("i的2022次方等于", -1),
    ("Find the distance between the points representing 1 + 2i and 4 + 6i in the complex plane.", 5),
    ("已知复数z满足z(1-i)=6（i为虚数单位），则z的模为____。", 3 * sp.sqrt(2)),
    ("Find the principal argument, in radians, of $1 - i$.", -sp.pi / 4),
    ("复数-1-i的辐角主值是多少？（取值范围为[0,2π)）", 5 * sp.pi / 4),
    ("Write (4 + 2i)/(1 - i) in the form a + bi, where a and b are real.", 1 + 3 * i),
]
TWO = [
    ("Find the modulus and the argument of 1+i.", [sp.sqrt(2), sp.pi / 4]),
    ("Find the real and imaginary parts of (1+2i)/(3-i).", [sp.Rational(1, 10), sp.Rational(7, 10)]),
    ("求复数1-√3i的模与辐角主值", [2, 5 * sp.pi / 3]),
]
DECLINED = [
    "Find the modulus and the argument of 2+i.",
    "Is 3+4i a real number?",
    "Find the argument of 1+i in degrees.",
    "求复数1-i的辐角（取值范围为[π,3π)）",
    "若复数(a+i)/(1-i)的模为2，b为实数，求b",
    "若复数 a+bi 的模为 5，求 a",
    "若复数 a+6i 的模为 3，求实数 a",  # there is none
    "Find the real number a such that a + 2i is purely imaginary and its modulus is 3.",
    "If the modulus of a + 6i is 10, find a and the argument of a + 6i.",
    "若复数z满足|z|=5，求z",
    "Let z1 = 3 - 2i. Find the modulus of z1 - z2.",
    "Find the distance from the origin to the midpoint of 2i and 4.",
    "Find the area of the triangle with vertices 0, 3+4i and 2i.",
    "Find z if z^2 = 3 + 4i.",
    "若|z-1|=|z+1|, 求|z+i|的最大值",
    "Find |z| if z + w = 1 + i.",
    "Find 1/(i^2+1).",
    "求复数 3+4i 的模和辐角",
]


@pytest.mark.wide(rows=4)
@pytest.mark.parametrize(("problem", "expected"), [*CASES, *WIDER, *COMBINED])
def test_answer(problem: str, expected: Any) -> None:
    task, answer = solve(problem)
    assert same(answer, expected), answer
    assert verdict(task, answer)
    first = expected[0] if isinstance(expected, list) else expected
    for wrong in (exact_latex(first + 1), exact_latex(first + i)):
        assert not verdict(task, wrong)


@pytest.mark.parametrize(("problem", "expected"), TWO)
def test_two_parts(problem: str, expected: list[Any]) -> None:
    task = reading(read, problem)
    assert isinstance(task, SeveralParts)
    conclusion = task.conclude(value_of(str(run_cell(task.solution().cell))))
    assert conclusion is not None and same(conclusion.answer, expected)
    assert verdict(task, conclusion.answer)


@pytest.mark.parametrize("problem", DECLINED)
def test_declined(problem: str) -> None:
    assert is_declined(read, problem)


parts = st.integers(-9, 9).filter(bool)


@settings(max_examples=20, deadline=None)
@given(parts, parts, parts, parts)
def test_quotients(p: int, q: int, r: int, s: int) -> None:
    task, answer = solve(f"Compute $\\frac{{{p}{q:+d}i}}{{{r}{s:+d}i}}$.")
    assert same(answer, sp.expand_complex((p + q * i) / (r + s * i)))
    assert verdict(task, answer)


@pytest.mark.parametrize(
    ("problem", "expected", "wrong"),
    [
        ("Find product: $(3-2i)(1+5i)$", "13 + 13*I", "3-10i"),
        ("Find the square of $-4i$", "-16", "16"),
        ("求 $(2+i)$ 与 $(1-3i)$ 的积", "5 - 5*I", "2-3i"),
        ("Evaluate the square root of $-28$", "2*sqrt(7)*I", r"-2\sqrt{7}"),
        (r"Evaluate the expression: $\frac{4+\sqrt{-12}}{2}$", "2 + sqrt(3)*I", r"2+\sqrt{3}"),
        (r"化简 $\sqrt{-75}-\sqrt{-3}$", "4*sqrt(3)*I", r"4\sqrt{3}"),
    ],
)
def test_named_operations_and_roots_of_negative_numbers(problem: str, expected: str, wrong: str) -> None:
    task, answer = solve(problem)
    assert same(answer, expected)
    assert verdict(task, answer) is True
    assert verdict(task, wrong) is False


@pytest.mark.parametrize(
    "problem",
    [
        "Find the square roots of $-9$",
        "求-9的平方根",
        "Find the product of $z=1+i$ and its conjugate",
        "Find the product: $(1+i)+(2-i)$",
        "Find the sum of the real part and the imaginary part of $3-2i$",
    ],
)
def test_operations_that_are_not_written_out_are_declined(problem: str) -> None:
    assert is_declined(read, problem)
