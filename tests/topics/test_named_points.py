"""Figures with named points: solved by coordinates, checked by measuring, near questions declined."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.topics.geometry.named_points import read
from tests.topics.solved import assert_solved, is_declined, solve, verdict

CASES = [
    pytest.param(r"In triangle $ABC$, $AB = 13$, $BC = 14$ and $AC = 15$. What is the area of triangle $ABC$?", "84", "85", id="three sides"),
    pytest.param(r"We have a triangle $\triangle PQR$ and a point $S$ on $QR$ such that $PS$ is an altitude to $\triangle PQR$. If $PR = 10,$ $QS = \sqrt{13}$, and $RS = 6,$ then what is $PQ$?", r"\sqrt{77}", "9", id="altitude"),
    pytest.param(r"In right triangle $ABC$, we have $\angle BAC = 90^\circ$ and $D$ is the midpoint of $\overline{AC}$. If $AB = 8$ and $BC = 10$, then what is $\tan \angle BDC$?", r"- \frac{8}{3}", r"\frac{8}{3}", id="obtuse angle"),
    pytest.param(r"Quadrilateral $ABCD$ is a trapezoid with $AB$ parallel to $CD$. We know $AB = 9$ and $CD = 6$. What is the ratio of the area of triangle $ACB$ to the area of the trapezoid $ABCD$?", r"\frac{3}{5}", r"\frac{2}{5}", id="trapezoid"),
    pytest.param(r"Parallelogram $ABCD$ has $A(1, 2)$, $B(4, 2)$ and $C(6, 5)$ as three of its vertices. What are the coordinates of point $D$?", "(3, 5)", "(5, 3)", id="fourth corner"),
    pytest.param(r"What is the radius of the circle inscribed in triangle $ABC$ if $AB = 9,$ $AC = 10,$ and $BC = 17$?", "2", "3", id="inscribed circle"),
    pytest.param(r"In triangle $ABC$, $\angle ABC = 90^\circ$, and point $D$ lies on segment $BC$ such that $AD$ is an angle bisector. If $AB = 24$ and $BD = 8$, then find $AC$.", "30", "26", id="bisector"),
    pytest.param(r"In right triangle $ABC$ with $\angle B = 90^\circ$, we have $3\sin A = 5\cos A$. What is $\tan A$?", r"\frac{5}{3}", r"\frac{3}{5}", id="size does not matter"),
    pytest.param(r"Points $X$ and $Y$ lie on sides $AB$ and $AC$ respectively of triangle $ABC$. If $AB=9$, $AC=8$, $AX=3$ and $AY=6$, what is the ratio of the area of triangle $AXY$ to the area of triangle $ABC$?", r"\frac{1}{4}", r"\frac{1}{3}", id="shape does not matter"),
    pytest.param("在△PQR中，S是QR的中点，PQ=7，PR=9，QR=8，求PS的长。", "7", "8", id="中线"),
    pytest.param(r"In isosceles trapezoid $ABCD$, $AB$ is parallel to $CD$, $AB = 11$, $CD = 5$ and $AD = 5$. What is the area of $ABCD$?", "32", "40", id="isosceles trapezoid"),
]  # fmt: skip
DECLINED = [
    pytest.param("In triangle $ABC$, $AB = 5$ and $BC = 7$. What is $AC$?", id="a side is missing"),
    pytest.param("In triangle $ABC$, $AB = 5$, $BC = 7$ and $AC = 20$. What is the area of triangle $ABC$?", id="no such triangle"),
    pytest.param("In isosceles triangle $ABC$, $AB = 5$ and $BC = 6$. What is the area of triangle $ABC$?", id="which sides are equal"),
    pytest.param("In triangle $ABC$, $AB = 13$, $BC = 14$ and $AC$ is not 15. What is the area of triangle $ABC$?", id="not"),
    pytest.param(r"In triangle $ABC$, $\angle A = 30^\circ$, $AB = 10$ and $BC = 6$. What is $AC$?", id="two triangles"),
    pytest.param("在△PQR中，S不是QR的中点，PQ=7，PR=9，QR=8，求PS的长。", id="不是中点"),
    pytest.param(r"In trapezoid $ABCD$, $AB$ is parallel to $CD$, $AB = 11$, $CD = 5$ and $AD = 5$. What is the area of $ABCD$?", id="leaning trapezoid"),
    pytest.param("In triangle $ABC$, $AB = 3$ inches, $BC = 4$ feet and $AC = 5$ feet. What is the area of triangle $ABC$?", id="two units"),
    pytest.param("Triangle $ABC$ is inscribed in a circle with radius 5, and $AB = 6$. What is the area of triangle $ABC$?", id="circle"),
    pytest.param(r"In triangle $ABC$, point $D$ is on line $BC$ such that $BD = 4$. If $AB = 5$, $BC = 6$ and $AC = 5$, what is $AD$?", id="beyond the end or not"),
]  # fmt: skip


@pytest.mark.parametrize(("problem", "answer", "wrong"), CASES)
def test_it_is_solved(problem: str, answer: str, wrong: str) -> None:
    assert_solved(read, problem, answer, wrong)


@pytest.mark.parametrize("problem", DECLINED)
def test_near_ones_are_declined(problem: str) -> None:
    assert is_declined(read, problem)


@settings(max_examples=4, deadline=None)
@given(st.integers(2, 30), st.integers(2, 30), st.integers(1, 29))
def test_heron(a: int, b: int, more: int) -> None:
    c = abs(a - b) + more
    if not abs(a - b) < c < a + b:
        return
    task, answer, value = solve(read, f"In triangle $ABC$, $AB = {c}$, $BC = {a}$ and $AC = {b}$. What is the area of triangle $ABC$?")  # fmt: skip
    assert abs(16 * float(value) ** 2 - (a + b + c) * (a + b - c) * (a + c - b) * (b + c - a)) < 1e-6
    assert verdict(task, answer) is True


@pytest.mark.parametrize("filler", ["9" * 2000, "A" * 2000, "AB = " * 400, "(" * 2000, "a " * 1000])
def test_long_nonsense_is_left_soon(filler: str) -> None:
    assert is_declined(read, f"In triangle $ABC$, {filler[:600]}. What is $AC$?")
