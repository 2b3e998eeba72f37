"""What an examination paper says of itself, and the unit that an answer has anyway, change no answer; what only looks like that is read."""

from __future__ import annotations

from typing import Final

import pytest

from solver.ports import Problem
from solver.reader import clean
from solver.reader.own_units import without_own_units
from solver.topics import read
from solver.topics.base import Reading, Text, Unread
from tests.breadth import spread
from tests.topics.solved import solve

PROBLEMS: Final = {
    "Solve 3x + 5 = 20.": ("",),
    "A rectangle is 8 cm long and 5 cm wide. Find its area.": ("unit", "cm²"),
    "Tom has 12 apples. He eats 5. How many apples are left?": ("",),
    "A train travels 240 km in 3 hours. What is its speed?": ("unit", "km/h"),
    "Evaluate $\\int_0^1 x^2 dx$.": ("fraction",),
    "What is 3/4 + 1/6?": ("fraction",),
    "A shirt costs £40. It is reduced by 15%. What is the sale price?": ("unit", "pounds"),
    "In how many ways can 5 people sit in a row?": ("",),
    "Two dice are rolled. What is the probability that the sum is 7?": ("fraction",),
    "解方程：3x+5=20": ("",),
    "一个长方形长8厘米，宽5厘米，求它的面积。": ("unit", "平方厘米"),
    "小明有12个苹果，吃了5个，还剩多少个？": ("",),
    "计算：3/4+1/6": ("fraction",),
    "一件衣服40元，打八五折，现价是多少元？": ("unit", "元"),
    "5个人站成一排，有多少种不同的站法？": ("",),
    "掷两枚骰子，点数之和为7的概率是多少？": ("fraction",),
}
"""Problems, and what else may be said of their answers."""
ENGLISH: Final = {
    "": ("Show your working.", "You must show all your working clearly.", "(Show all steps.)", "Do not use a calculator.", "You may use a calculator.", "(no calculator)",
         "[3 marks]", "(2 points)", "[Total: 4 marks]", "(GCSE Higher, 2019)", "Justify your answer.", "Give a reason for your answer.", "Explain how you got it.", "Check your answer.",
         "Show that your answer is correct.", "Use any method.", "Write only the number.", "Please give just the final answer.", "Don't forget the units.", "What's the answer?",
         "I got 7, is that right?", "Show your working. [4 marks]"),
    "unit": ("Give your answer in {}.", "(in {})", "State the units of your answer.", "Include the units in your answer."),
    "fraction": ("Give your answer as a fraction in its lowest terms.", "(Give an exact fraction.)", "Give your answer as a mixed number or an improper fraction in its simplest form."),
}  # fmt: skip
CHINESE: Final = {
    "": ("(写出解题过程)", "要求写出计算过程。", "请写出详细步骤。", "（6分）", "(本题满分12分)", "(用数字作答)", "（不使用计算器）", "并检验。", "请直接写出答案。",
         "写出必要的文字说明、证明过程或演算步骤。", "（结果用最简形式表示）", "（要求列式计算）", "怎么做？", "我算的是7，对吗？", "（2023·北京）", "（单选题）", "【4分】"),
    "unit": ("（单位：{}）", "答案以{}为单位。", "结果带单位。"),
    "fraction": ("结果用分数表示。", "（结果用最简分数表示）"),
}  # fmt: skip
ASKED: Final = [
    (problem, tail.format(*said[1:]))
    for problem, said in PROBLEMS.items()
    for kind in dict.fromkeys(("", said[0]))
    for tail in (ENGLISH if problem.isascii() or "£" in problem else CHINESE)[kind]
]


def _read(text: Text) -> Reading:
    return read(Problem(text.source, text.language))


@pytest.mark.wide
@pytest.mark.parametrize(("problem", "tail"), spread(ASKED))
def test_a_direction_behind_a_problem_changes_nothing(problem: str, tail: str) -> None:
    (_, bare, _), (_, told, _) = (solve(_read, text) for text in (problem, f"{problem} {tail}"))
    assert told == bare


BEFORE: Final = {
    "en": ("Question 3: ", "Q5) ", "3. ", "3) ", "(3) ", "Problem 2. ", "Example 1. ", "#7 ", "Solve the following problem: ", "Year 6 maths: ", "Read the problem carefully. ",
           "Math question - ", "[3 marks] ", "(SAT) "),
    "zh": ("例3 ", "例1：", "【例2】", "1. ", "1、", "3、", "（1）", "第5题：", "一、", "练习：", "请解答：", "题目：", "五年级数学：", "（6分）", "（2023·北京）", "【单选题】"),
}  # fmt: skip
LABELLED: Final = [
    (problem, before)
    for problem in PROBLEMS
    for before in BEFORE["en" if problem.isascii() or "£" in problem else "zh"]
]


@pytest.mark.wide
@pytest.mark.parametrize(("problem", "before"), spread(LABELLED))
def test_a_label_before_a_problem_changes_nothing(problem: str, before: str) -> None:
    (_, bare, _), (_, told, _) = (solve(_read, text) for text in (problem, f"{before}{problem}"))
    assert told == bare


AS_PASTED: Final = {
    "bold": "**{}**", "a bullet": "• {}", "a dash": "- {}", "a quotation": "> {}", "quoted": "“{}”", "a mark of order": "\ufeff{}", "a heading": "## {}", "room for the answer": "{}\nAnswer:",
    "room for the answer, Chinese": "{}\n答：____", "blank lines": "\n\n{}\n\n",
}  # fmt: skip


@pytest.mark.parametrize(
    "problem",
    ["A rectangle is 8 cm long and 5 cm wide. Find its area.", "5个人站成一排，有多少种不同的站法？"],
)
@pytest.mark.parametrize("pasted", [pytest.param(p, id=name) for name, p in AS_PASTED.items()])
def test_what_is_pasted_with_a_problem_changes_nothing(problem: str, pasted: str) -> None:
    assert clean(pasted.format(problem)).rstrip(".") == clean(problem).rstrip(".")


@pytest.mark.parametrize(
    "text",
    [
        "A win (3 points) and a draw (1 point): how many points for 4 wins?",
        "Show that x^2 + 1 > 0.",
        "Check that x = 2 is a solution of 3x = 6.",
        "The show has 3 marks (30 points).  How many points has one mark?",
        "I got 7 apples and Tom got 5. Is that right for 12?",
        "A calculator costs $7. You may use a coupon of $2. What is left to pay?",
        "小明得了6分,小红得了5分,一共几分?",
        "用数字1,2,3可以组成多少个三位数?",
        "用计算器算出的结果是5,再加3是多少?",
        "列式计算",
        "3、5、7的最小公倍数是多少?",
        "2、3的公倍数有哪些?",
        "一、二年级共有120人,一年级有50人,二年级有多少人?",
        "1.5千克苹果重多少克?",
        "(3) x + 5 = 20",
        "第3个数是多少?",
    ],
)
def test_what_only_looks_like_a_direction_stays(text: str) -> None:
    assert clean(text) == " ".join(text.split())


def test_an_order_of_answers_is_left_out_where_it_is_that_of_the_question() -> None:
    asked = "Ann and Ben share 96 marbles in the ratio 3 : 5. How many does each of them get?"
    assert clean(f"{asked} (Ann first, then Ben)") == asked
    assert clean(f"{asked} (Ben first, then Ann)") != asked
    assert clean(f"{asked} (Ann, Ben)") == clean(f"{asked} Write Ann's number first.") == asked
    assert clean(f"{asked} (Ben, Ann)") != asked != clean(f"{asked} (red, blue)")
    assert (
        clean("Divide 180 in the ratio 2:3. Give the parts in this order.") == "Divide 180 in the ratio 2:3."
    )
    assert clean("List the factors of 6. Give them in this order.") != "List the factors of 6."
    chinese = clean("小红和小明按3:5分96颗弹珠，两人各得多少颗？")
    assert clean(f"{chinese}（先写小红，再写小明）") == clean(f"{chinese}(先小红后小明)") == chinese
    assert clean(f"{chinese}（先写小明，再写小红）") != chinese


@pytest.mark.parametrize(
    ("asked", "tail"),
    [
        ("What is her average speed?", "I got 50, but my teacher says that is wrong."),
        ("往返平均速度是多少?", "我算的是50，老师说不对。"),
    ],
)
def test_what_somebody_got_wrong_is_left_out(asked: str, tail: str) -> None:
    assert clean(f"{asked} {tail}") == asked
    assert clean(f"{asked} {tail} Who is right?") != asked


@pytest.mark.parametrize(
    "text",
    [
        "A plank is 3 m long and 40 cm of it are cut off. What is left, in cm?",
        "A car goes 60 km/h. How long does it take for 30 km, in minutes?",
        "Convert 3 km to m. Give your answer in m.",
        "A pen costs $2 and a bag 50 cents. How much are both, in dollars?",
        "一根绳子长2米,剪去30厘米,还剩多少?(单位:厘米)",
    ],
)
def test_a_unit_that_has_to_be_converted_to_stays(text: str) -> None:
    assert without_own_units(clean(text)) == clean(text)


def test_a_direction_that_nobody_knows_is_no_reason_to_guess() -> None:
    assert isinstance(_read(Text("Solve 3x + 5 = 20. Only use the wrong rule.", "en")), Unread)
