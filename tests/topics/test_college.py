"""School and college topics: double integrals, related rates, several variables, moved graphs, complex and rounded solutions."""

from __future__ import annotations

import pytest

from solver.topics.base import Reader
from solver.topics.calculus import double_integrals, related_rates, several_variables
from solver.topics.equations import complex_roots, systems
from solver.topics.functions import moved_graphs
from tests.topics.solved import is_declined, solves

CASES = [
    (double_integrals.read, "Reverse the order of integration and evaluate ∫_0^1 ∫_y^1 e^{x^2} dx dy", r"\frac{e-1}{2}", "e-1"),
    (double_integrals.read, "∬_D x dA, D bounded by y = x, y = 2x, x+y = 6", "5", "7"),
    (double_integrals.read, "计算∬_D √(x²+y²)dxdy，其中D={(x,y)|1≤x²+y²≤4}", r"\frac{14\pi}{3}", r"\frac{16\pi}{3}"),
    (related_rates.read, "Gas is escaping from a spherical balloon at the rate of 2 ft³/min. How fast is the radius shrinking when the radius is 12 ft?", r"\frac{1}{288\pi}", r"\frac{1}{144\pi}"),
    (related_rates.read, "Let z = x^2 + y^2, dx/dt = 2, dy/dt = 3. Find dz/dt when x = 1, y = 2.", "16", "13"),
    (several_variables.read, "求函数f(x,y)=x^3+y^3-3xy的极值", r"\text{极小值: }f(1, 1)=-1", r"\text{极大值: }f(1, 1)=-1"),
    (several_variables.read, "Find the gradient of f(x, y, z) = xyz + z^2.", "(yz, xz, xy+2z)", "(yz, xz, xy+z)"),
    (moved_graphs.read, "将函数y=sin x的图象向左平移π/6个单位,求所得图象的解析式", r"y=\sin\left(x+\frac{\pi}{6}\right)", r"y=\sin\left(x-\frac{\pi}{6}\right)"),
    (complex_roots.read, "Find the fourth roots of -16.", r"\sqrt{2}+\sqrt{2}i,\ \sqrt{2}-\sqrt{2}i,\ -\sqrt{2}+\sqrt{2}i,\ -\sqrt{2}-\sqrt{2}i", r"2,\ -2,\ 2i,\ -2i"),
]  # fmt: skip
DECLINED = [
    (double_integrals.read, "Evaluate ∬_D xy dA with D: y>=0, y<=x, x>=1"),  # without end
    (double_integrals.read, "Evaluate ∬_D xy dA where D is bounded by y = x^2 and x = 1."),  # no region
    (related_rates.read, "If x^2 + y^2 = 25 and dx/dt = 3, find dy/dt when x = 3."),  # y may be 4 or -4
    (related_rates.read, "Air is pumped into a spherical balloon at 100 cm^3/s. How fast is the radius increasing?"),
    (several_variables.read, "Find the tangent plane to z = x^2 + y^2 at (1,1,5)."),  # not on the surface
    (several_variables.read, "求f(x,y)=x^4+y^4的极值"),  # the second derivatives do not decide
    (moved_graphs.read, "The graph of y = x^2 is rotated 90° about the origin and shifted 2 units up. Find its equation."),
    (complex_roots.read, "Solve z^3 = -8"),
    (systems.read, "If x^2 + y^2 = 25 and dx/dt = 3, find dy/dt when x = 3 and y = 4."),  # no product of letters
]  # fmt: skip


@pytest.mark.parametrize(("reader", "problem", "right", "wrong"), CASES)
def test_solved_and_proved(reader: Reader, problem: str, right: str, wrong: str) -> None:
    solves(reader, problem, right, wrong)


@pytest.mark.parametrize(("reader", "problem"), DECLINED)
def test_what_is_near_and_different_is_declined(reader: Reader, problem: str) -> None:
    assert is_declined(reader, problem)
