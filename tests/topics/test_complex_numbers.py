"""Problems of solver.topics.complex_numbers.topic: read whole, solved exactly, checked in another way; the rest declined."""

from __future__ import annotations

from typing import Any

import pytest
import sympy as sp
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.latex import exact_latex, values_in
from solver.topics.complex_numbers.topic import read
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


i = sp.I
CASES = [
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
DECLINED = [
    "Find the modulus and the argument of 1+i.",
    "若复数(a+i)/(1-i)为纯虚数，求a的值",
    "复数z=(1+i)(2-i)在复平面内对应的点在第几象限",
    "Find z if z^2 = 3 + 4i.",
    "若|z-1|=2, 求|z+i|的最大值",
    "Find |z| if z + w = 1 + i.",
    "Find 1/(i^2+1).",
    "求复数 3+4i 的模和辐角",
]


@pytest.mark.parametrize(("problem", "expected"), CASES)
def test_answer(problem: str, expected: Any) -> None:
    task, answer = solve(problem)
    assert same(answer, expected), answer
    assert verdict(task, answer)
    for wrong in (exact_latex(expected + 1), exact_latex(expected + i)):
        assert not verdict(task, wrong)


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
