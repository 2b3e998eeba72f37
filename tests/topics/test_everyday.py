"""Classic primary problems in ordinary words: percent statements, prices, lots, two on the way, told factors of units, averages, ages, sharing. Near ones are declined.

Read by the two topics alone; that no other topic stands in the way, the whole table's tests see.
"""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path

import pytest

from solver.reader import clean
from solver.topics.base import Text
from solver.topics.numbers import arithmetic, percentages
from solver.topics.stories import everyday
from solver.topics.stories.school.task import Exercise
from tests.topics.solved import solves

ROWS = [json.loads(line) for line in (Path(__file__).parent / "questions" / "everyday.jsonl").read_text("utf-8").splitlines()]  # fmt: skip


def answer(question: str, language: str) -> tuple[Fraction, ...] | None:
    text = Text(clean(question), language)  # type: ignore[arg-type]
    found = percentages.read(text) or everyday.read(text)
    return found.values if isinstance(found, Exercise) else None


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["question"][:40])
def test_read_whole_or_not_at_all(row: dict[str, str]) -> None:
    expected = None if row["answer"] == "none" else tuple(map(Fraction, row["answer"].split(";")))
    assert answer(row["question"], row["language"]) == expected


def test_answers_are_proved_and_others_refuted() -> None:
    solves(percentages.read, "84 is what percent of 240?", r"35\%", r"30\%")
    solves(
        everyday.read,
        "A jacket priced at $80 is marked 25% off, and then 8% sales tax is added. How much does the customer pay?",
        "64.8",
        "60",
    )
    solves(
        everyday.read,
        "甲、乙两车从相距420千米的两地同时相向开出，甲车每小时行65千米，乙车每小时行75千米，几小时后相遇？",
        "3",
        "4",
    )


@pytest.mark.parametrize("question", ["What is 120 increased by 30%?", "120 decreased by 30%"])
def test_a_percentage_is_no_summand(question: str) -> None:
    """0.3 is not added to 120."""
    assert getattr(arithmetic.read(Text(question, "en")), "node", None) is None


@pytest.mark.parametrize(
    ("question", "right", "wrong"),
    [
        ("把127张贴纸平均分给9个小朋友，还剩几张？", "1", "2"),
        ("127 students travel in vans that hold 9 students each. How many vans are needed?", "15", "14"),
        ("Ana's average on four tests is 81. What must she score on the fifth test to raise her average to 84?", "96", "84"),
        ("Sue has 42 balloons, 70 sweets and 56 stickers. She makes identical party bags and everything is used up. What is the greatest number of bags she can make?", "14", "7"),
        ("Pattern 1 uses 5 tiles, and each new pattern uses 4 more tiles. Which pattern uses 81 tiles?", "20", "19"),
        ("小明上山每小时走3千米，沿原路下山每小时走6千米，求小明上山下山的平均速度。", "4", "4.5"),
        ("把3个棱长4厘米的正方体拼成一个长方体，这个长方体的表面积是多少平方厘米？", "224", "288"),
        ("A mother is now four times as old as her son. In 12 years she will be twice as old as he is then. How old is the mother now?", "24", "36"),
    ],
)  # fmt: skip
def test_worked_back(question: str, right: str, wrong: str) -> None:
    solves(everyday.read, question, right, wrong)


@pytest.mark.parametrize(
    ("question", "right", "wrong"),
    [
        ("一场电影从8:45开始,11:20结束,放映了多长时间?", r"2\text{小时}35\text{分钟}", r"2\text{小时}25\text{分钟}"),
        ("小华7:20从家出发,走了25分钟到学校,他到校时是几时几分?", "7:45", "7:35"),
        ("A coach left Leeds at 9:47 a.m. and got to London at 1:15 p.m. the same day. How long did the journey take?", r"3\text{ hours}\ 28\text{ minutes}", r"4\text{ hours}\ 28\text{ minutes}"),
        ("有一包糖,平均分给6个人或8个人都正好分完,这包糖至少有多少颗?", "24", "48"),
        ("1路车每6分钟发一次,2路车每8分钟发一次,两车同时发车后至少多少分钟再次同时发车?", "24", "48"),
        ("有两根绳子,一根长36米,一根长48米,要把它们剪成同样长的小段,没有剩余,每段最长多少米?", "12", "6"),
        ("1路车每8分钟发一次车，2路车每12分钟发一次车，早上8:00同时发车，下一次同时发车是几时几分？", r"\text{上午}8:24", r"\text{上午}8:20"),
        ("红灯每4分钟闪一次，绿灯每6分钟闪一次，晚上8:00两灯同时闪，几时几分它们再次同时闪？", r"\text{晚上}8:12", r"\text{晚上}8:24"),
        ("实际距离120千米,图上距离4厘米,求比例尺", "1:3000000", "1:30"),
        ("Three bus lines leave the station every 12, 18 and 20 minutes. All three leave together at 7:00 a.m. At what time will they next all leave together?", r"\text{10:00 AM}", r"\text{9:00 AM}"),
        ("Three lighthouses flash every 15, 20 and 24 seconds. They flash together at midnight. After how many seconds will they next flash together?", "120", "60"),
        ("公交车站1路车每8分钟发一班，2路车每10分钟发一班，3路车每12分钟发一班。早上6:00三路车同时发车，下一次三路车同时发车是什么时候？", r"\text{上午}8:00", r"\text{上午}7:00"),
        ("The distance between two cities is 360 km. A coach leaves at 10:50 a.m. and travels at 90 km/h. When will it arrive?", r"\text{2:50 PM}", r"\text{2:40 PM}"),
        ("Tom has to be at school at 8:30 a.m. The school is 1200 m from his home and he walks at 80 m/min. At what time must he leave home?", r"\text{8:15 AM}", r"\text{8:20 AM}"),
        ("小红家到学校有900米，她每分钟走60米，早上7:35从家出发，几时几分能到学校？", r"\text{上午}7:50", r"\text{上午}7:40"),
        ("Two cyclists start at 9:15 a.m. from two villages 75 km apart and ride towards each other, one at 14 km/h and the other at 16 km/h. At what time do they meet?", r"\text{11:45 AM}", r"\text{11:15 AM}"),
        ("甲乙两人上午9:15同时从相距75千米的两地相向而行，甲每小时行14千米，乙每小时行16千米，两人几时几分相遇？", r"\text{上午}11:45", r"\text{上午}11:30"),
    ],
)  # fmt: skip
def test_stories_that_come_to_another_topic(question: str, right: str, wrong: str) -> None:
    solves(everyday.read, question, right, wrong)
