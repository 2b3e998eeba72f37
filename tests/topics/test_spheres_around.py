"""Spheres through the corners of regular prisms and pyramids; solids that are not determined are left."""

from __future__ import annotations

import pytest

from solver.topics.geometry.spheres_and_pyramids import read
from tests.topics.solved import is_declined, solves

SOLVED = [
    ("正三棱柱的底面边长为3,高为2,且六个顶点都在同一个球面上,则该球的表面积为多少", r"16 \pi", r"13 \pi"),
    ("已知正四棱柱的底面边长为1，侧棱长为√2，且各顶点都在同一球面上，则该球的体积为", r"\frac{4 \pi}{3}", r"\frac{32 \pi}{3}"),
    ("正三棱柱ABC-A1B1C1的底面边长为2，侧棱长为√3，求其外接球的表面积。", r"\frac{25 \pi}{3}", r"\frac{25 \pi}{12}"),
    ("正六棱柱的底面边长为1，高为√3，求它的外接球的半径。", r"\frac{\sqrt{7}}{2}", r"\sqrt{7}"),
    ("A regular triangular prism has base edge 3 and height 2. Find the surface area of the sphere through its six vertices.", r"16 \pi", r"4 \pi"),
    ("已知正四棱锥的各顶点都在同一球面上,底面边长为4,侧棱长为2√6,则该球的表面积为", r"36 \pi", r"24 \pi"),
    ("正三棱锥的底面边长为3，侧棱长为2，求外接球的半径", "2", "1"),
    ("正四棱锥的底面边长为6，侧棱长为5，求它的外接球的半径。", r"\frac{25 \sqrt{7}}{14}", r"\frac{25}{7}"),
    ("Find the radius of the sphere circumscribed about a cube with edge 2.", r"\sqrt{3}", "1"),
]  # fmt: skip
DECLINED = (
    "正三棱柱的底面边长为3,求它的外接球的表面积",
    "正三棱柱的底面边长为3,高为2,求它的内切球的表面积",
    "三棱柱的底面边长为3,高为2,求它的外接球的表面积",
    "正三棱柱的底面边长为3,高为2,侧棱长为4,求它的外接球的表面积",
    "正四棱锥的底面边长为6，侧棱长为4，求它的外接球的半径。",  # there is none: the height would be imaginary
)


@pytest.mark.parametrize(("question", "right", "wrong"), SOLVED)
def test_spheres_are_found_and_proved(question: str, right: str, wrong: str) -> None:
    solves(read, question, right, wrong)


@pytest.mark.parametrize("question", DECLINED)
def test_what_is_not_determined_is_left(question: str) -> None:
    assert is_declined(read, question)
