"""Problems of solver.topics.geometry.triangles.topic: read whole, solved exactly, checked in another way; the rest declined."""

from __future__ import annotations

from typing import Any

import pytest
import sympy as sp
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.formula import parse, to_sympy
from solver.latex import exact_latex, values_in
from solver.topics.geometry.triangles.topic import read
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
    ("等腰三角形 $ABC$ 的顶角 $A$ 是 $90^\\circ$，求 $\\cos(B+15^\\circ)$ 的值。", sp.Rational(1, 2)),
    ("In isosceles triangle ABC the apex angle B is 80°. Find sin(A - 5°).", r2 / 2),
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
    (
        "In triangle $ABC$ we have $AB=5$, $BC=12$ and $CA=13$. Find $\\sin\\left(A+\\frac{\\pi}{4}\\right)$.",
        sp.Rational(17, 26) * r2,
    ),
    ("在Rt△ABC中，∠C=90°，AB=2BC，那么 tan(A+45°) 的值是多少？", 2 + r3),
    (
        "一个直角三角形的两条直角边长分别为 3 和 4，设它较小的锐角为 $\\theta$，求 $\\sin 2\\theta$。",
        sp.Rational(24, 25),
    ),
    (
        "A right triangle has legs of length 5 and 12. If θ is its smallest angle, what is sin 2θ?",
        sp.Rational(120, 169),
    ),
    ("In an isosceles right triangle, let θ be one of the acute angles. Evaluate tan(θ + π/6).", 2 + r3),
    ("△ABC的三个内角之比为 A:B:C=1:2:3，计算 cos(A+π/4)。", (r6 - r2) / 4),
    ("若三角形ABC三个内角的度数之比为1:2:3，其中A为最小角，则 tan(A+45°) 的值是多少？", 2 + r3),
    ("In right triangle PQR the right angle is at Q, PQ = 5 and QR = 12. Find cos P.", sp.Rational(5, 13)),
    ("In triangle ABC, AB = AC = 5 and BC = 6. Find cos(A/2).", sp.Rational(4, 5)),
    ("In triangle ABC, C = 90°, AC:BC = 3:4. Find cos(A - B).", sp.Rational(24, 25)),
    ("求cos36°", (1 + sp.sqrt(5)) / 4),
]
WIDER = [
    ("In the equilateral triangle ABC, find sin(A + 45°).", (r6 + r2) / 4),
    ("Let ABC be an equilateral triangle. Find tan(A + π/4).", -2 - r3),
    ("Let $\\triangle ABC$ be equilateral. Compute $\\cos(A - \\frac{\\pi}{4})$.", (r6 + r2) / 4),
    ("If △ABC is equilateral, what is tan(2A)?", -r3),
    ("Triangle ABC is equilateral. Find sin A + cos B.", (r3 + 1) / 2),
    ("Given that triangle ABC is an equilateral triangle, find the exact value of tan(A - π/4).", 2 - r3),
    ("ABC is an equilateral triangle. Find the exact value of sin(A+π/4).", (r6 + r2) / 4),
    ("In an equilateral triangle ABC, what is the value of cos(A - B)?", 1),
    ("Suppose ABC is equilateral. Find cos(A+45°) exactly.", (r2 - r6) / 4),
    ("△ABC是等边三角形，求sin(A+B)的值", r3 / 2),
    ("等边△ABC中，求cos(A+π/4)的值", (r2 - r6) / 4),
    ("在正△ABC中，求tan(A+45°)的值", -2 - r3),
    ("在等边三角形ABC中，求sin(2A)的值。", r3 / 2),
    ("正三角形ABC的内角A，求tan(A-π/4)", 2 - r3),
    ("设A为正三角形ABC的一个内角，求cos(A-45°)。", (r6 + r2) / 4),
    ("已知A是等边三角形的内角，求sin(A+45°)", (r6 + r2) / 4),
    ("Since all the angles of triangle ABC are equal, find tan(A+π/4).", -2 - r3),
    ("In triangle ABC, all angles are equal. Find sin(A+45°).", (r6 + r2) / 4),
    ("In triangle ABC, A = B = C. Find cos(A + B).", sp.Rational(-1, 2)),
    ("若△ABC三边相等，求tanA+tanB", 2 * r3),
    ("若△ABC的三个内角相等，求sinA", r3 / 2),
    ("已知△ABC的三边长都相等，求sin(A+π/4)", (r6 + r2) / 4),
    ("若△ABC为等边三角形，则cos(A-B)的值为", 1),
    ("In isosceles right triangle ABC with right angle at C, find sin(A+30°).", (r6 + r2) / 4),
    ("Triangle ABC is an isosceles right triangle with angle C = 90°. Find tan(A + 60°).", -2 - r3),
    ("在等腰直角三角形ABC中，C为直角，求sin(A+30°)", (r6 + r2) / 4),
    ("在等腰Rt△ABC中，∠C=90°，求cos(A-30°)", (r6 + r2) / 4),
    ("等腰直角三角形ABC中，∠C是直角，求tan(A+π/6)", 2 + r3),
    (
        "In triangle ABC, angle A measures 60 degrees and angle B measures 45 degrees. Find sin C.",
        (r6 + r2) / 4,
    ),
    ("In triangle ABC, ∠A = 60° and ∠B = 75°. Find tan C.", 1),
    ("Two angles of triangle ABC are A = 30° and B = 105°. Find sin C.", r2 / 2),
    ("在△ABC中，若∠A=45°，∠C=60°，则sinB等于", (r6 + r2) / 4),
    ("在△ABC中，∠A=π/3，∠B=π/4，求sin C", (r6 + r2) / 4),
    ("△ABC中，A=2B，C=90°，求sinA", r3 / 2),
    ("△ABC的三个内角A,B,C之比为1:2:3，求sinA", sp.Rational(1, 2)),
    (
        "Find the exact value of tan(A + 60°) if triangle ABC is isosceles right with the right angle at A.",
        -r3 / 3,
    ),
    ("The triangle ABC is equilateral, so each angle is 60°. Find sin(A + 45°).", (r6 + r2) / 4),
    ("In regular triangle ABC, compute tan(A + π/4).", -2 - r3),
    ("Let A be an interior angle of an equilateral triangle. Find tan(A + π/4).", -2 - r3),
    ("Angle A is an angle of an equilateral triangle. Find cos(A - 45°).", (r6 + r2) / 4),
    (
        "$\\triangle XYZ$ is an equilateral triangle. What is $\\sin\\left(X + \\frac{\\pi}{4}\\right)$?",
        (r6 + r2) / 4,
    ),
    ("求sin15°+cos15°的值", r6 / 2),
    ("Evaluate cos 75° exactly.", (r6 - r2) / 4),
    ("已知△ABC的三个内角都相等，求 tan(A+45°)", -2 - r3),
    ("已知三角形ABC中AB=BC=CA，求cos(A+π/4)", (r2 - r6) / 4),
    ("In △ABC, AB = BC = CA. Find tan(A + 45°).", -2 - r3),
    ("Let A, B, C be the angles of an equilateral triangle. Find sin(A + π/4).", (r6 + r2) / 4),
]
DESCRIBED = [
    # functions in words, angles named by their place
    ("In a right isosceles triangle, what is the tangent of one of the acute angles?", 1),
    ("What is sin 3A if A is an angle of an equilateral triangle?", 0),
    ("What is the sine of an angle of an equilateral triangle?", r3 / 2),
    ("计算75°的正弦值", (r6 + r2) / 4),
    ("Two sides of a triangle are 9 and 6 and the angle between them is 60 degrees. Find the third side.", sp.sqrt(63)),
    ("A triangle has two sides of length 9 and 4 with an included angle of 150°. Find its area.", 9),
    ("三角形的两边长分别为7和8，夹角为120°，求第三边的长", 13),
    ("已知∠A是等边三角形的一个内角，则cos2A的值为", sp.Rational(-1, 2)),
    ("An isosceles triangle has an apex angle of 90 degrees. Find the tangent of a base angle.", 1),
    ("等腰三角形底角为15°，求顶角的余弦值", -r3 / 2),
    ("The angles of a triangle are in the ratio 1:2:3. What is the sine of the largest angle?", 1),
    ("三角形三个内角的度数之比为2:3:7，求最大角的正弦值", (r6 + r2) / 4),
    ("In a right triangle one acute angle is 30°. What is the tangent of the other acute angle?", r3),
    ("已知\\(\\triangle ABC\\)是以\\(B\\)为直角顶点的等腰直角三角形，求\\(\\tan(A+\\frac{\\pi}{3})\\)的值。", -2 - r3),
    ("Given that A, B, C are the angles of an equilateral triangle, find tan A tan B.", 3),
    ("已知△ABC的三个内角A、B、C成等差数列，求cosB的值", sp.Rational(1, 2)),
    ("In triangle ABC, angles A and B are 45° and 75°. Find cos C.", sp.Rational(1, 2)),
    # angles that sides fix
    ("In right triangle ABC, angle C = 90°, AB = 13 and BC = 5. Find cos A.", sp.Rational(12, 13)),
    ("在Rt△ABC中，∠C=90°，tanA=3/4，则sinA+cosA=", sp.Rational(7, 5)),
    ("A right triangle has legs 20 and 21. What is the sine of the angle opposite the leg of length 20?", sp.Rational(20, 29)),
    ("直角三角形斜边长为13，一条直角边长为5，求最小角的余弦值", sp.Rational(12, 13)),
    ("In triangle ABC, a = 5, b = 7, c = 8. Find cos A.", sp.Rational(11, 14)),
    ("三角形的三边长分别为7、8、13，求最大角的余弦值", sp.Rational(-1, 2)),
    ("In triangle ABC, AB = AC = 13 and BC = 10. Find tan B.", sp.Rational(12, 5)),
    ("等腰三角形的腰长为5，底边长为8，求顶角的余弦值", sp.Rational(-7, 25)),
    ("In triangle ABC, AB = 4, AC = 6, and angle A = 60°. Find cos B.", sp.sqrt(7) / 14),
]  # fmt: skip
DECLINED = [
    "An isosceles triangle has an angle of 40°. Find the sine of the base angle.",
    "In right triangle ABC, AB = 3 and BC = 4. Find sin A.",
    "直角三角形的两边长为3和4，求最小角的正弦值",
    "A triangle has sides 3, 4 and 8. Find the cosine of the largest angle.",
    "In triangle ABC, two angles are equal. Find sin A.",
    "In triangle ABC, all sides are different. Find sin A.",
    "In triangle ABC all angles are acute. Find tan A.",
    "△ABC的三个内角A,B,C之比为1:2:4，求sinA",  # no exact value
    "等边△ABC中，求角A和sinA",
    "设A为三角形ABC的一个内角，求cos(A-45°)",
    "等腰三角形ABC中，求tan A",
    "In the equilateral triangle ABC, D lies on BC. Find sin(A + D).",
    "In triangle ABC, A = 100° and B = 90°. Find sin C.",
    "In triangle ABC, A = 30°. Find sin B.",
    "已知△ABC是等腰直角三角形，求tanA",
    "In triangle ABC, sin A = 3/5. Find cos A.",
    "已知△ABC为正三角形，D是BC的中点，求AD+tan(A+π/4)",
    "Find sin 20°.",
    "已知锐角三角形ABC中，A=60°，B=45°，求sinC的最大值",
    "In triangle ABC, a = 3 and b = 4. Find c.",
]


@pytest.mark.wide(rows=4)
@pytest.mark.parametrize(("problem", "expected"), [*CASES, *WIDER, *DESCRIBED])
def test_answer(problem: str, expected: Any) -> None:
    task, answer = solve(problem)
    assert same(answer, expected), answer
    assert verdict(task, answer)
    assert not verdict(task, exact_latex(expected + sp.Rational(1, 7)))
    assert expected == 0 or not verdict(task, exact_latex(-sp.sympify(expected)))


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


@settings(max_examples=25, deadline=None)
@given(
    st.sampled_from([(3, 4, 5), (5, 5, 6), (7, 8, 9), (4, 5, 6), (8, 15, 17)]),
    st.sampled_from(
        ["2A", "A-B", "A+\\frac{\\pi}{4}", "2A+B", "\\frac{A}{2}", "B-\\frac{\\pi}{6}", "\\frac{A+B}{2}"]
    ),
    st.sampled_from(["sin", "cos"]),
)
def test_sums_of_angles_that_sides_fix(sides: tuple[int, int, int], angle: str, function: str) -> None:
    a, b, c = sides
    task, answer = solve(
        f"In triangle ABC, $BC={a}$, $CA={b}$, $AB={c}$. Find $\\{function}\\left({angle}\\right)$."
    )
    at = {
        "A": sp.acos(sp.Rational(b * b + c * c - a * a, 2 * b * c)),
        "B": sp.acos(sp.Rational(a * a + c * c - b * b, 2 * a * c)),
    }
    expected = getattr(sp, function)(to_sympy(parse(angle), at))
    values = values_in(answer)
    assert values is not None and not values[0].has(sp.sin, sp.cos, sp.acos, sp.atan)
    assert abs(sp.N(values[0] - expected, 30)) < 1e-25
    assert verdict(task, answer)


@settings(max_examples=15, deadline=None)
@given(st.tuples(*[st.integers(5, 30)] * 3).filter(lambda s: max(s) < sum(s) - max(s)))
def test_an_angle_of_three_sides(sides: tuple[int, int, int]) -> None:
    a, b, c = sides
    task, answer = solve(f"In triangle ABC, a = {a}, b = {b}, c = {c}. Find angle A.")
    degrees = float(sp.deg(sp.acos(sp.Rational(b * b + c * c - a * a, 2 * b * c))))
    assert verdict(task, answer) and verdict(task, f"{degrees:.1f}°") and verdict(task, f"{degrees:.2f}")
    assert not verdict(task, f"{degrees + 0.2:.1f}°")
    about = answer.rpartition("approx")[2].partition("^")[0]
    assert abs(float(about) - degrees) < 0.051


@pytest.mark.parametrize(
    "problem",
    [
        "若三角形ABC三个内角之比为1:2:3，其中A为最小角，求tan B的值",  # B is not placed
        "In triangle ABC, AB = 2BC. Find sin A.",  # one ratio does not fix the shape
    ],
)
def test_a_shape_that_is_not_fixed_is_declined(problem: str) -> None:
    assert is_declined(read, problem)
