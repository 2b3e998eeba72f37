"""Equations in sides and angles that fix an angle of a triangle, and what follows with lengths; those that fix none are left."""

from __future__ import annotations

import pytest

from solver.topics.geometry.triangles import read
from tests.topics.solved import is_declined, solve, solves, whole_table

SOLVED = [
    ("在△ABC中，内角A，B，C的对边分别为a，b，c，已知bcosC+ccosB=2acosA，求角A。", r"\frac{\pi}{3}", r"\frac{\pi}{6}"),
    ("△ABC的内角A,B,C的对边分别为a,b,c,已知2cosC(acosB+bcosA)=c,求C", r"\frac{\pi}{3}", r"\frac{2 \pi}{3}"),
    ("在△ABC中,a,b,c分别是角A,B,C的对边,且(2a-c)cosB=bcosC,求角B的大小.", r"\frac{\pi}{3}", r"\frac{\pi}{4}"),
    ("△ABC的内角A,B,C的对边分别为a,b,c,若b²+c²-a²=bc,求A", r"\frac{\pi}{3}", r"\frac{\pi}{6}"),
    ("△ABC的内角A,B,C的对边分别为a,b,c,若a²+c²-b²=-ac,求B", r"\frac{2 \pi}{3}", r"\frac{\pi}{3}"),
    ("在△ABC中,已知asinB=√3bcosA,求A", r"\frac{\pi}{3}", r"\frac{\pi}{6}"),
    ("在△ABC中，若sin²A=sin²B+sin²C-sinBsinC,求A", r"\frac{\pi}{3}", r"\frac{2 \pi}{3}"),
    ("In triangle ABC, with sides a, b, c opposite angles A, B, C, b cos C + c cos B = 2a cos A. Find angle A.", r"\frac{\pi}{3}", r"\frac{\pi}{2}"),
    ("在△ABC中,内角A,B,C所对的边分别为a,b,c,已知a sin B = √3 b cos A, a=2, b+c=4, 求△ABC的面积", r"\sqrt{3}", r"2\sqrt{3}"),
    ("在△ABC中,内角A,B,C的对边分别为a,b,c,且acosB+bcosA=2ccosC,c=√7,△ABC的面积为3√3/2,求△ABC的周长", r"\sqrt{7} + 5", "12"),
]  # fmt: skip
DECLINED = (
    "在△ABC中，若acosA=bcosB,求角A",  # isosceles or right: no angle is fixed
    "在△ABC中，若2bsinA=a,求角B",  # 30° or 150°
    "在△ABC中，已知bcosC+ccosB=a，求角A。",  # true in every triangle
    "在△ABC中，已知bcosC+ccosB=2acosA，a=√7，求△ABC的面积",
    "在△ABC中，已知bcosC+ccosB=2acosA，求△ABC面积的最大值",
)


@pytest.mark.parametrize(("question", "right", "wrong"), SOLVED)
def test_what_is_fixed_is_found_and_proved(question: str, right: str, wrong: str) -> None:
    solves(read, question, right, wrong)


@pytest.mark.parametrize("question", DECLINED)
def test_what_fixes_nothing_is_left(question: str) -> None:
    assert is_declined(read, question)


def test_the_angle_and_then_the_area() -> None:
    question = (
        "在△ABC中,内角A,B,C的对边分别为a,b,c,已知bcosC+ccosB=2acosA.(1)求角A;(2)若a=√7,b+c=4,求△ABC的面积."
    )
    assert solve(whole_table, question)[1] == r"\frac{\pi}{3};\ \frac{3 \sqrt{3}}{4}"
