"""What is said around a problem changes nothing, and what is said in it is never taken for that."""

from __future__ import annotations

import pytest

from solver.intake import language_of
from solver.ports import Problem
from solver.reader import clean
from solver.reader.asides import without_asides
from solver.topics import read
from solver.topics.base import Reading, Text, Unread
from tests.topics.solved import solve

PROBLEMS = {
    "en": (
        "Find the vertex of y = x^2 - 6x + 5.",
        "What is 2468013579 times 1357924680?",
        "Tom had $50. He bought a game for $23 and a case that was $9 cheaper than the game. How much has he left?",
        "Solve 3x + 7 = 22.",
    ),
    "zh": (
        "抛物线y=x²-6x+5的顶点坐标是多少？",
        "小明有98元，他要买一本书和一支笔，已知书的价格是25元，笔的价格比书的价格多15元，请问小明还剩余多少元钱？",
        "111111111×111111111等于多少？",
    ),
}
AROUND = {
    "en": (
        "hi can u help me with this one: {}",
        "Hello! I'm revising for an exam tomorrow and I'm really stuck. {}",
        "{} I keep getting different answers, please check.",
        "My daughter's homework says: {} Thank you so much!",
        "{} My calculator only shows 3.35e18.",
        "{} Please explain every step, I don't understand it.",
        "Question from my worksheet:\n{}\nthx",
    ),
    "zh": (
        "大家好，这道题怎么做：{}谢谢！",
        "{}听说答案很有规律。",
        "孩子的作业不会讲，求助：{}",
        "老师，这题不会做，{}在线等，急！",
        "{}要准确的答案，不要近似值。",
        "大家好，我不太明白这道题，求大神帮忙：{}在线等，挺急的",
    ),
}


def _read(text: Text) -> Reading:
    return read(Problem(text.source, text.language))


@pytest.mark.parametrize(
    ("problem", "around"),
    [(p, a) for language in ("en", "zh") for p in PROBLEMS[language] for a in AROUND[language]],
)
def test_what_is_said_around_a_problem_changes_nothing(problem: str, around: str) -> None:
    (_, bare, _), (_, told, _) = (solve(_read, text) for text in (problem, around.format(problem)))
    assert told == bare


@pytest.mark.parametrize(
    "text",
    [
        "I had 5 apples. I gave my teacher half of them. How many are left?",
        "I had 5 apples. I ate some of them. How many are left?",
        "My teacher bought 3 pens. Each costs 2 dollars. How much did she pay?",
        "Solve 3x = 7. Please round the answer.",
        "Find x if 5x = 7. Express your answer in the language of the Romans.",
        "Find x: 5x = 7. Please use only positive integers.",
        "Arithmetic question: the first 10 terms sum to 100.",
        "小明有8元,老师又给了他一些,还剩多少元?",
        "解方程3x=7,答案保留一位小数",
        "这道题的答案比8多3,答案是多少?",
    ],
)
def test_what_may_change_the_answer_stays(text: str) -> None:
    assert without_asides(clean(text)) == clean(text)


@pytest.mark.parametrize(
    "text",
    [
        "Solve 3x + 7 = 22. frobnicate the moon, please.",
        "I had 5 apples. I ate the red ones. I am stuck, help! How many are left?",
        "Help! My brother ate three. I had some apples. How many are left?",
        "老师，小明有8元，丢了一些，还剩多少元？谢谢",
    ],
)
def test_a_problem_that_is_not_read_stays_unread(text: str) -> None:
    assert isinstance(read(Problem(text, language_of(text))), Unread)


@pytest.mark.parametrize(
    ("problem", "answer"),
    [
        ("公司540人 技术部占40% 剩下的全是销售跟行政 人数比7比2 销售几个人", "252"),
        ("等比数列 每项都是正的 S5＝2 S10＝12 求S20", "312"),
        ("y＝2（x＋3）²－8 这个抛物线顶点在哪", "(-3, -8)"),
    ],
)
def test_spaces_are_commas_for_those_in_a_hurry(problem: str, answer: str) -> None:
    _, found, _ = solve(_read, problem)
    assert found.replace(" ", "").replace("\\", "") == answer.replace(" ", "").replace("\\", "")
