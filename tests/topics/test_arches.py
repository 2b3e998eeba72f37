"""Arches and water in pipes: span, height and radius of a piece of a circle, in both languages."""

from __future__ import annotations

import pytest

from solver.topics.geometry.chords import read
from tests.topics.solved import is_declined, solves

SOLVED = [
    ("一座圆弧形拱桥,跨度AB=8米,拱高(弧中点到AB的距离)为2米,求圆弧所在圆的半径(单位:米).", "5", "4"),
    ("圆弧形拱桥的跨度为16m，拱高为4m，则拱桥的半径是多少？", "10", "8"),
    ("某圆弧形桥拱的跨度为24米，半径为13米，求拱高。", "8", "5"),
    ("圆弧形拱桥的半径为10m，拱高为4m，求跨度", "16", "8"),
    ("一根圆柱形水管的截面是圆，水面宽AB=8cm，水深2cm，求水管的直径", "10", "5"),
    ("A circular arch spans 8 m and rises 2 m. Find the radius of the arch.", "5", "4"),
    ("The arch of a bridge is an arc of a circle. The span is 24 m and the radius is 13 m. Find the height of the arch.", "8", "5"),
]  # fmt: skip
DECLINED = (
    "圆弧形拱桥的跨度为16m，拱高为12m，则拱桥的半径是多少？",  # more than half of the circle
    "圆弧形拱桥的跨度为16m，拱高为400cm，则拱桥的半径是多少？",
    "抛物线形拱桥的跨度为16m，拱高为4m，则拱桥的半径是多少？",
    "圆弧形拱桥的跨度为16m，则拱桥的半径是多少？",
    "圆弧形拱桥的跨度为30m，半径为13m，求拱高",
    "A circular arch spans 8 m and rises 2 m. Find the area under the arch.",
)


@pytest.mark.parametrize(("question", "right", "wrong"), SOLVED)
def test_the_third_is_found_and_proved(question: str, right: str, wrong: str) -> None:
    solves(read, question, right, wrong)


@pytest.mark.parametrize("question", DECLINED)
def test_what_is_not_told_is_left(question: str) -> None:
    assert is_declined(read, question)
