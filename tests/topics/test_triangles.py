"""Problems of solver.topics.triangles.topic: read whole, solved exactly, checked in another way; the rest declined."""

from __future__ import annotations

from typing import Any

import pytest
import sympy as sp
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.latex import exact_latex, values_in
from solver.topics.triangles.topic import read
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


r2, r3, r6 = sp.sqrt(2), sp.sqrt(3), sp.sqrt(6)
CASES = [
    ("已知$\\Delta ABC$为正三角形，则 $tan(A+\\frac{\\pi}{4})$ 的值等于多少？", -2 - r3),
    ("In triangle ABC, A=30°, B = 45°. Find sin C.", (r2 + r6) / 4),
    ("$\\triangle PQR$ is equilateral, find $\\cos(2P)$.", sp.Rational(-1, 2)),
    ("△ABC中，∠C=90°，求sin(A+B)", 1),
    ("Find the exact value of sin 75°.", (r2 + r6) / 4),
    ("exact value of cos(15 degrees)", (r2 + r6) / 4),
    ("What is tan(pi/12)?", 2 - r3),
    ("在 $\\triangle ABC$ 中, $\\angle A=60^\\circ$, $AB=3$, $AC=5$, 求 $BC$", sp.sqrt(19)),
    ("In triangle ABC, a=3, b = 4 and angle C = 60 degrees. Find c.", sp.sqrt(13)),
    ("已知△ABC是等腰直角三角形,∠C=90°,求sin(A+30°)+cosB", (r6 + 3 * r2) / 4),
    ("In triangle DEF, D = 50° and E = 60°. Find angle F.", 70),
    ("求cos²15°-sin²15°的值", r3 / 2),
    ("triangle ABC is isosceles right with right angle at C. Find tan A + sin^2 B.", sp.Rational(3, 2)),
    ("求tan(π/8)", r2 - 1),
    ("在△ABC中,AB=AC,A=30°,求tanB", 2 + r3),
    ("In △PQR, PQ = 4, QR = 6, ∠Q = 120°. Find the area.", 6 * r3),
    ("已知等边三角形ABC，求cos(A-π/4)", (r2 + r6) / 4),
    ("在△ABC中，A=π/3，B=5π/12，求cosC", r2 / 2),
    ("计算sin105°cos105°", sp.Rational(-1, 4)),
    ("Evaluate sin(pi/12) + cos(pi/12).", r6 / 2),
    ("In triangle XYZ, X = 2Y and Z = 90°. Find cos Y.", r3 / 2),
    ("求cot75°", 2 - r3),
    ("In right triangle ABC with right angle at C, a = 5, b = 12. Find c.", 13),
    ("已知△DEF中，∠D=45°，∠E=60°，求tanF", 2 + r3),
    ("求cos(7π/12)", (r2 - r6) / 4),
    ("$\\triangle ABC$ is an equilateral triangle. Find $\\sin(A+B)$.", r3 / 2),
    ("求sin165°的值", (r6 - r2) / 4),
    ("求cos36°", (1 + sp.sqrt(5)) / 4),
]
DECLINED = [
    "In triangle ABC, A = 100° and B = 90°. Find sin C.",
    "In triangle ABC, A = 30°. Find sin B.",
    "已知△ABC是等腰直角三角形，求tanA",
    "In triangle ABC, sin A = 3/5. Find cos A.",
    "已知△ABC为正三角形，D是BC的中点，求tan(A+π/4)",
    "Find sin 20°.",
    "已知锐角三角形ABC中，A=60°，B=45°，求sinC的最大值",
    "In triangle ABC, a = 3 and b = 4. Find c.",
]


@pytest.mark.parametrize(("problem", "expected"), CASES)
def test_answer(problem: str, expected: Any) -> None:
    task, answer = solve(problem)
    assert same(answer, expected), answer
    assert verdict(task, answer)
    assert not verdict(task, exact_latex(expected + sp.Rational(1, 7)))
    assert not verdict(task, exact_latex(-sp.sympify(expected)))


@pytest.mark.parametrize("problem", DECLINED)
def test_declined(problem: str) -> None:
    assert is_declined(read, problem)


@pytest.mark.parametrize("problem", ["Find tan 90°.", "△ABC中，∠C=90°，求tanC"])
def test_undefined_is_said(problem: str) -> None:
    _, answer = solve(problem)
    assert answer in (r"\text{undefined}", r"\text{不存在}")


@settings(max_examples=25, deadline=None)
@given(st.sampled_from(["sin", "cos", "tan"]), st.integers(1, 23))
def test_multiples_of_fifteen_degrees(function: str, k: int) -> None:
    angle = 15 * k
    if function == "tan" and angle in (90, 270):
        return
    task, answer = solve(f"Find the exact value of $\\{function} {angle}^\\circ$.")
    values = values_in(answer)
    assert values is not None and not values[0].has(sp.sin, sp.cos, sp.tan)
    assert abs(sp.N(values[0] - getattr(sp, function)(sp.pi * angle / 180), 30)) < 1e-25
    assert verdict(task, answer)
