"""Conditions that cannot all hold: the sentence says which, and there is no answer."""

from __future__ import annotations

import pytest

from solver.intake import language_of
from solver.models.reading import next_stretch
from solver.ports import Problem
from solver.topics.contradictions import contradiction_of

CONTRADICTORY = [
    "x+2=3 and x=4", "Solve x^2=9 and x=2", "Find y if 3y = 12 and y - 1 = 5.", "x = 2 but x > 3", "Solve 2t + 1 = 7 and t < 1 and t = 3",
    "若x=3且x=5，求x", "解方程组 x+1=4, x=7", "已知2x=6，且x+1=7，求x", "一个数x满足x+3=8，又满足2x=12，求x", "若a>5且2a=4，求a",
]  # fmt: skip


@pytest.mark.parametrize("problem", CONTRADICTORY)
def test_the_conditions_are_named(problem: str) -> None:
    said = next_stretch(Problem(problem, language_of(problem)), "")["declined"]
    assert "cannot all hold" in said or "不能同时成立" in said
    assert said.count(r"\(") >= 2


@pytest.mark.parametrize("problem", [
    "Find the area between x = 1 and x = 5", "x = 3", "x + y = 3 and x = 5", "Solve x^2 = 4 and x > 0", "x+1=2 and 2x=2", "x^2 = -1 and x = 2",
    "x^5 - x = 3 and x = 2", "Is 5 > 3?", "求曲线在x=1和x=2之间的面积", "",
])  # fmt: skip
def test_what_can_hold_is_left(problem: str) -> None:
    assert contradiction_of(problem) is None
