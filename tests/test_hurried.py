"""What is typed in a hurry: it is read as it is meant, its numbers stay, and the student is told which words were read otherwise."""

from __future__ import annotations

import json
import re
from collections import Counter
from fractions import Fraction
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from solver.models.reading import next_stretch
from solver.ports import Problem
from solver.reader import clean
from solver.reader.hurried import unhurried
from solver.reader.spelling import KNOWN, respelt
from solver.topics import Read, reading_of
from solver.topics.stories.word_problems import values_of

QUESTIONS: Final = Path(__file__).parent / "topics" / "questions"
NUMBER: Final = re.compile(r"\d+(?:\.\d+)?")

STORIES: Final = [
    ("nia has 90 dollars, she buys a lamp for 25 and a rug that costs 12 more then the lamp. how mutch money is left", "28"),
    ("5 mugs n 2 bowls cost 31 dollars, 3 mugs n 4 bowls cost 27. price of 1 mug and of 1 bowl??", "5;3"),
    ("zoo has 400 birds, 35% r owls, rest r ducks n geese in ratio 6:7. how many geese", "140"),
    ("how many pines? forest has 900 trees total, only oaks pines and maples. oaks are 40% , pines:maples = 4:5", "240"),
    ("妈妈给我150块 买一条裤子62块 一双袜子比裤子便宜50块 两样都买还剩多少啊", "76"),
    ("sold 80 tickets, adult ones 9 each kid ones 4 each, total was 520. how many adult and how many kid tickets", "40;40"),
    ("3 mugs + 2 bowls = 21, 1 mug + 4 bowls = 17, how much is a mug and how much is a bowl", "5;3"),
    ("theres 640 kids at camp, 35% do swimming, the rest do archery or hiking in ratio 5:8 how many do hikng", "256"),
    ("pass 36, ticket twice as much, had 150 to start, left?", "42"),
    ("带了60元 奶茶13一杯 汉堡比奶茶贵8块 各买一个 找回多少", "26"),
    ("车库480辆车 白色占四分之一 剩下的是黑色和红色 黑比红5比3 红色的有几辆", "135"),
    ("昨天买3斤梨2斤桃花了28,今天价钱没变,买1斤梨4斤桃花26,梨桃一斤各多少钱", "6;5"),
    ("牛羊马一共240头,牛占55%,羊和马的头数比7:5,羊几头 急", "63"),
    ("lee has 90 dollars he buys 4 candles for 5 dollars each and a lantern that cost 22 dollars more than one candel how much does he have left", "43"),
    ("3 rulers and 4 erasers cost 18 dollars, 1 ruler and 2 erasers cost 8 how much is a ruler and how much is an erasr", "2;3"),
    ("there r 200 beads black white and purple. 45% r black. white to purple is 5:6 how many purpl ones", "60"),
    ("On Friday I paid $23 for 4 teas and 3 scones for the team. On Sunday, at the same place and the same prices, 2 teas and 5 scones came to $22. What does one tea cost, and one scone? Exact fractions are fine.", "7/2;3"),
    ("小琪有150块，买了个U盘52，鼠标比U盘便宜15块也买了，她还省多少钱", "61"),
    ("一条水渠长600米，第一天挖了全长的30%，剩下的两天挖完，第二天和第三天挖的米数比是3:4，第三天挖了多少米？", "240"),
    ("买2支毛笔3瓶墨水41元,买4支毛笔1瓶墨水47元,毛笔墨水各多少钱 谢谢", "10;7"),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "answer"), STORIES)
def test_stories_in_a_hurry(typed: str, answer: str) -> None:
    found = reading_of(Problem(typed, "zh" if re.search("[\u4e00-\u9fff]", typed) else "en"))
    assert isinstance(found, Read), found
    assert values_of(found.task) == tuple(Fraction(part) for part in answer.split(";"))


@pytest.mark.parametrize(
    ("typed", "topic"),
    [
        ("whats the axis of symetry of y=2x^2-12x+1", "parabolas"),
        ("equilateral triangle abc, whats cos(pi/4 - C) exact vaule pls", "triangles"),
        ("whats |9-3i| , simplifyed surd", "complex_numbers"),
        ("solve x+y+z=9, 2x-y+z=4, x+2y-z=5 usin matrices", "systems"),
        (
            "Write this system as AX = B and solve it with the inverse matrix: 2x + y = 5, x - y = 1.",
            "systems",
        ),
        ("A geometric sequence has only positive terms. If S_2=8 and S_4=40, find S_6.", "sequences"),
        ("等比数烈 每项都是正的 s4=3 s8=15 那s16等于几呀", "sequences"),
        ("抛物线y=3x^2+6x-2的定点坐标是啥", "parabolas"),
        ("12345678乘87654321等于多小", "arithmetic"),
        ("coeficient of x^3 in (2-x)^6 ??", "binomials"),
        ("arith seq, S3=12 S6=42 whats S9", "sequences"),
        ("evalute int_0^1 x*e^(x) dx pls hurry", "integrals"),
        ("gauss elimnation x+y+z=6   2x-y+z=3   x+2y-z=2", "systems"),
        ("abs val of 5-12i ?", "complex_numbers"),
        ("in triangle abc a=5 b=7 C=60 degrees find c pls", "triangles"),
        ("AP, sum of 1st 6 terms = 30, sum of 1st 12 = 132, whats the sum of the first 18", "sequences"),
        ("x+2y+3z=14 / 2x+y-z=1 / x-y+z=2 using matrixes", "systems"),
        ("abc is equilateral find sin(A + pi/4) exact", "triangles"),
        ("30 60 90 triangle, A is the 30 deg angle. tan(A+45°)=? no decimals", "triangles"),
        ("in triangle pqr angle p=60 q=75 find sin r exact", "triangles"),
        ("whats 135792468 x 864209753 exactly, calc gives me e+17", "arithmetic"),
        ("int x^2 from 0 to 3", "integrals"),
        ("(a-5)^2+(b+1)^2=0 a+b?", "nonnegative_sums"),
        ("z1=6+i z2=-2+4i 那z1+z2的模等于多少", "complex_numbers"),
        ("等比数列 每项都大于0 S5=4 S10=16 求S20", "sequences"),
        ("定积分 下限0上限ln2 e^x/(1+e^x) dx 求结果", "integrals"),
        ("用距阵解:x+y=5 x-y=1", "systems"),
        ("z=1+2i, z乘它的共扼复数等于多少", "complex_numbers"),
        ("(2x+3)^2和|y-5|互为相反数,求x得y次方", "nonnegative_sums"),
        ("抛物线y=2x平方+8x-1的顶点", "parabolas"),
        ("x平方减6x加9加|y-2|等于0 求xy", "nonnegative_sums"),
        ("(2x-1)的5次方展开 x的3次方的系数", "binomials"),
        ("(x+2)(x-b)=x方-3x+c恒成立 求b+c", "identities"),
        ("等边三角形ABC里 sin(B+45度)等于几", "triangles"),
        ("算定积分 从0到2 x平方 dx", "integrals"),
        ("pqr right isosceles triangle right angle at Q, find tan(P+pi/6) exact", "triangles"),
        (
            "Write the system x + y + z = 4, 2x - y + z = 3, x + 2y - z = 1 as a matrix equation AX = B and use the inverse of A to find x, y and z.",
            "systems",
        ),
    ],
)
def test_formulas_in_a_hurry(typed: str, topic: str) -> None:
    found = reading_of(Problem(typed, "zh" if re.search("[\u4e00-\u9fff]", typed) else "en"))
    assert isinstance(found, Read), found
    assert found.topic == topic


def test_sides_are_no_angles() -> None:
    assert unhurried("in triangle abc a=5 b=7 C=60 degrees").text == "in triangle ABC a=5 b=7 C=60 degrees"
    assert unhurried("triangle abc A=50 B=60 degrees").text == "triangle ABC A=50 degrees B=60 degrees"


def test_how_far_a_root_in_words_goes() -> None:
    """根号2x and 根号下x+1 may be either; nobody decides that for the student."""
    for typed in ("根号2x等于4,求x", "根号下x+1等于3,求x", "y=根号2x-1的定义域", "根号x+1=3"):
        assert "√" not in unhurried(typed).text
    assert unhurried("z=1+根号3i,求z").text == "z=1+√(3)i,求z"
    assert unhurried("根号3+根号下12是多少").text == "√(3)+√(12)是多少"


def test_the_student_is_told_how_words_were_read() -> None:
    pieces = next_stretch(Problem("whats the axis of symetry of y=2x^2-12x+1", "en"), "")["pieces"]
    assert pieces[0] == "I read some words otherwise than they are typed: “symetry” as “symmetry”.\n\n"
    assert pieces[1].startswith("**1.**")
    assert (
        next_stretch(Problem("用距阵解:x+y=5 x-y=1", "zh"), "")["pieces"][0]
        == "有些字词我按下面的意思来读：“距阵”读作“矩阵”。\n\n"
    )
    assert next_stretch(Problem("What is the axis of symmetry of y=2x^2-12x+1?", "en"), "")["pieces"][
        0
    ].startswith("**1.**")


@pytest.mark.parametrize("path", sorted(QUESTIONS.glob("*.jsonl")), ids=lambda path: path.stem)
def test_numbers_stay(path: Path) -> None:
    for line in path.read_text("utf-8").splitlines():
        text = clean(json.loads(line)["question"])
        assert Counter(NUMBER.findall(unhurried(text).text)) == Counter(NUMBER.findall(text)), text


@given(
    st.sampled_from(sorted(word for word in KNOWN if len(word) > 7)),
    st.integers(1, 6),
    st.sampled_from("drop double swap".split()),
)
def test_a_slip_is_mended_or_left(word: str, at: int, kind: str) -> None:
    slipped = {
        "drop": word[:at] + word[at + 1 :],
        "double": word[: at + 1] + word[at:],
        "swap": word[:at] + word[at + 1] + word[at] + word[at + 2 :],
    }[kind]
    text, words = respelt(f"find the {slipped} of 3")
    assert text in (f"find the {word} of 3", f"find the {slipped} of 3") or words[0][1] in KNOWN


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("he has 3 baskets and a bag. how many baskts", (("baskts", "baskets"),)),
        ("a kettle costs 3 dollars more than one basekt. 4 baskets cost 8", (("basekt", "basket"),)),
        ("sandwiches cost 4. how much is a sandwich", ()),
        ("there are many digits. how many three digit numbers", ()),
        ("a tablet costs 200 and a table costs 100. how much is a table", ()),
        ("20 horses live here. 3 houses stand here. how many houses", ()),
        ("Marion has 4 plums. how many plums does marian have", ()),
        ("a coat costs 20. a goat costs 30. how much is a goat", ()),
    ],
)
def test_only_what_refers_to_something_told_is_spelt_as_it(
    typed: str, words: tuple[tuple[str, str], ...]
) -> None:
    assert respelt(typed)[1] == words


@pytest.mark.parametrize(
    "word",
    "position distinct multiple parameter greatest produces factory internal monkey Trangle robots charge".split(),
)
def test_real_words_and_names_stay(word: str) -> None:
    assert respelt(f"the {word} of 3") == (f"the {word} of 3", ())


@pytest.mark.parametrize(
    "typed",
    [
        "A shop has 20 eggs. It sells 8. Then it sells some more. how many r left pls",  # an amount is not told
        "there are 60 kids, 25% swim, the rest dance. how many dont swim",  # who swims is not asked
        "3个苹果和5个橘子共重1100克，2个苹果和3个橘子共重700克，一个苹果和一个橘子重多少克？",  # read in two ways
    ],
)
def test_what_is_doubted_is_not_tried_again_in_other_words(typed: str) -> None:
    assert not isinstance(reading_of(Problem(typed, "zh" if "个" in typed else "en")), Read)
