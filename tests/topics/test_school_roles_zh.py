"""Chinese stories read by roles, whatever their words: what goes from a whole, shares and a ratio, two totals, two sorts.

The near ones change an amount in a word, ask for another thing, or do not tell enough: they get no answer, or the right one.
"""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.reader import clean
from solver.topics.base import Text
from solver.topics.stories import school, word_problems
from solver.topics.stories.school.chinese.marks import marks
from solver.topics.stories.school.chinese.roles import by_roles
from solver.topics.stories.word_problems import values_of
from tests.breadth import spread, wide

ROWS: Final = [
    json.loads(line)
    for line in (Path(__file__).parent / "questions" / "roles_zh.jsonl").read_text("utf-8").splitlines()
]
FLOOR: Final = 145
"""Of the 150 that ask for what is told."""


def answer(question: str) -> tuple[Fraction, ...] | None:
    text = Text(clean(question), "zh")
    return values_of(word_problems.read(text)) or values_of(school.read(text))


def alone(question: str) -> tuple[Fraction, ...] | None:
    """What the reader by roles makes of it, nobody else asked."""
    found = marks(clean(question))
    work = by_roles(found) if found is not None else None
    return work.answers if work is not None else None


def told(row: dict[str, str]) -> tuple[Fraction, ...] | None:
    return tuple(Fraction(part) for part in row["answer"].split(";")) if row["answer"] else None


@pytest.mark.wide
@pytest.mark.timeout(300)
def test_stories_are_answered_rightly() -> None:
    everything = [row for row in ROWS if row["kind"] == "done"]
    rows = spread(everything, share=3)
    found = {row["question"]: answer(row["question"]) for row in rows}
    right = {row["question"]: told(row) for row in rows}
    assert not {key: values for key, values in found.items() if values not in (None, right[key])}
    assert sum(values is not None for values in found.values()) >= FLOOR * (
        1 if wide() else 0.9 * len(rows) / len(everything)
    )


@pytest.mark.parametrize("row", [row for row in ROWS if row["kind"] != "done"], ids=lambda row: row["id"])
def test_what_is_near_is_not_read_wrongly(row: dict[str, str]) -> None:
    assert alone(row["question"]) in (None, told(row))


@pytest.mark.wide(rows=4)
@pytest.mark.parametrize("row", [row for row in ROWS if row["kind"] != "done"], ids=lambda row: row["id"])
def test_what_is_near_is_not_answered_wrongly(row: dict[str, str]) -> None:
    assert answer(row["question"]) in (None, told(row))


WORDS: Final = st.sampled_from(
    [("桶", "水", "升", "浇菜", "拖地"), ("卷", "彩带", "米", "扎花", "包礼盒"), ("袋", "面粉", "千克", "蒸馒头", "烙饼"), ("罐", "油漆", "千克", "刷门", "刷窗")]
)  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(WORDS, st.integers(2, 60), st.integers(1, 30), st.integers(1, 200), st.booleans(), st.booleans())
def test_what_is_left(
    words: tuple[str, ...], first: int, gap: int, more: int, up: bool, turned: bool
) -> None:
    measure, thing, unit, one, two = words
    gap = gap if up else min(gap, first - 1)
    second = first + gap if up else first - gap
    whole = first + second + more
    said = f"{two}比{one}{'多' if up else '少'}用{gap}{unit}"
    if turned:  # the second one is told, the first one by it
        said = f"{two}用了{second}{unit}"
        question = f"这{measure}{thing}有{whole}{unit}，{said}，{one}比{two}{'少' if up else '多'}用{gap}{unit}，还剩多少{unit}？"
    else:
        question = f"这{measure}{thing}有{whole}{unit}，{one}用了{first}{unit}，{said}，还剩多少{unit}？"
    assert alone(question) == (Fraction(more),)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.sampled_from("杨梅 荔枝 核桃 板栗 茶叶 木耳 香菇 花生".split()), min_size=3, max_size=3, unique=True),
    st.sampled_from([(2, 5), (1, 4), (3, 8), (9, 20)]),
    st.integers(1, 9),
    st.integers(1, 9),
    st.integers(1, 20),
)  # fmt: skip
def test_the_rest_in_a_ratio(names: list[str], share: tuple[int, int], a: int, b: int, size: int) -> None:
    top, bottom = share
    whole = bottom * (a + b) * size
    x, y, z = names
    question = f"合作社收了{x}、{y}和{z}共{whole}千克，{x}占{top}/{bottom}，{y}和{z}的质量比是{a}:{b}，{z}有多少千克？"
    assert alone(question) == (Fraction(whole * (bottom - top) * b, bottom * (a + b)),)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.sampled_from("荷包 折扇 灯笼 风筝 剪纸 泥人".split()), min_size=2, max_size=2, unique=True),
    st.tuples(*[st.integers(1, 9)] * 4).filter(lambda n: n[0] * n[3] != n[1] * n[2]),
    st.integers(1, 90),
    st.integers(1, 90),
)  # fmt: skip
def test_two_totals(names: list[str], counts: tuple[int, int, int, int], x: int, y: int) -> None:
    a, b, c, d = counts
    first, second = names
    question = (
        f"阿姨卖出{a}个{first}和{b}个{second}，收了{a * x + b * y}元，舅舅卖出{c}个{first}和{d}个{second}，收了{c * x + d * y}元，"
        f"{first}和{second}的单价各是多少元？"
    )
    assert alone(question) == (Fraction(x), Fraction(y))


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 40), st.integers(1, 40), st.integers(1, 9), st.integers(1, 9))
def test_two_sorts(big: int, small: int, low: int, more: int) -> None:
    high = low + more
    question = (
        f"磨坊里大磨每台磨{high}千克，小磨每台磨{low}千克，{big + small}台磨一共磨了{high * big + low * small}千克，"
        "大磨和小磨各有多少台？"
    )
    if high < high * big + low * small:
        assert alone(question) == (Fraction(big), Fraction(small))
