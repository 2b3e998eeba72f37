"""Characters that sound like those that are meant: words of mathematics are restored, everything else stays."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from solver.ports import Problem
from solver.reader.homophones import VOCABULARY, as_meant
from solver.reader.sounds import is_common, sounds_of
from solver.topics import Read, reading_of

QUESTIONS: Final = Path(__file__).parent / "topics" / "questions"
CHARACTERS: Final = [
    c
    for line in (Path(__file__).parent.parent / "solver/reader/sounds/characters.txt")
    .read_text("utf-8")
    .splitlines()
    for c in line.split()[1]
]


@given(st.sampled_from(sorted(w for w in VOCABULARY if len(w) > 2)), st.integers(0, 8), st.integers(0, 200))
def test_a_word_with_another_character_of_the_same_sound_is_restored(word: str, at: int, pick: int) -> None:
    at %= len(word)
    same = [c for c in CHARACTERS if c != word[at] and sounds_of(c) & sounds_of(word[at])]
    if not same:
        return
    typed = word[:at] + same[pick % len(same)] + word[at + 1 :]
    pairs = (typed[i : i + 2] for i in range(len(typed) - 1))
    if typed in VOCABULARY or typed[0] in "小老阿" or is_common(typed) or any(map(is_common, pairs)):
        return
    read = as_meant(f"x^2+1的{typed}?")[0]
    assert read == f"x^2+1的{word}?" or (sounds_of(read[6:-1]) & sounds_of(word) and read[6:-1] in VOCABULARY)


@given(st.sampled_from(sorted(VOCABULARY)))
def test_words_that_are_right_stay(word: str) -> None:
    assert as_meant(f"x^2+1的{word}?") == (f"x^2+1的{word}?", ())


@pytest.mark.parametrize("path", sorted(QUESTIONS.glob("*zh.jsonl")), ids=lambda path: path.stem)
def test_stories_stay(path: Path) -> None:
    for line in path.read_text("utf-8").splitlines():
        question = json.loads(line)["question"]
        assert as_meant(question) == (question, ())


@pytest.mark.parametrize(
    "text",
    "小舒得几分 他还省多少元 这种纸是多少张 全班各有几组 六年级分得40棵 抛物线恒过定点 哥哥比弟弟大8岁 一副牌有几代 老付有多少钱 比梨多50个 求职的有多少人 第一箱和第二箱".split(),
)
def test_other_words_and_names_stay(text: str) -> None:
    assert as_meant(text) == (text, ())


@pytest.mark.parametrize(
    ("typed", "topic"),
    [
        ("正三角型ABC,cos(A-π/4)等与几", "triangles"),
        ("x*sin(2x)在0到π/4上的定机分", "integrals"),
        ("跟号(x-2)+|x-3y+1|=0,y等于几", "nonnegative_sums"),
        ("(x-1/x)^6的常数相", "binomials"),
        ("复数6-2i的摸是多少", "complex_numbers"),
        ("y=2x²-8x+3的顶点座标", "parabolas"),
        ("三元一次方程祖 x+y=3z; x-y=2; 2x+z=10", "systems"),
        ("若(ax-b)(2x+5)=bx^2+cx-30 则a+b+c的值位多少", "identities"),
        ("仓库有大米面粉和玉米一共600袋,大米占35%,面粉跟玉米的比是6:7,玉米有几代", "word_problems"),
    ],
)
def test_questions_are_read_by_their_sound(typed: str, topic: str) -> None:
    found = reading_of(Problem(typed, "zh"))
    assert isinstance(found, Read), found
    assert found.topic == topic
    assert found.words, "the student is told"


@pytest.mark.parametrize(
    "text",
    [
        "这个角有多小",
        "抛物线y=kx^2+2kx恒过的定点坐标",
        "打八折买这本书比原价便宜8元，小军带了20元，还省多少元",
        "每天比原来多睡1小时还省多少",
    ],
)
def test_a_frame_needs_its_context(text: str) -> None:
    assert as_meant(text) == (text, ())


def test_what_is_understood_is_not_touched() -> None:
    found = reading_of(Problem("一本影集28元，一支钢笔12元。小舒买一本影集和一支钢笔，一共花多少元？", "zh"))
    assert isinstance(found, Read)
    assert found.words == ()
