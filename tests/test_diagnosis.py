"""What is said of a text that no topic reads."""

from __future__ import annotations

import pytest

from solver.intake import language_of
from solver.models.reading import next_stretch
from solver.ports import Problem
from solver.reader import fault_of
from solver.sentences import say


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("In the figure, AB is parallel to CD. Find angle 3.", "no-figure"),
        ("The rectangle below has a width of 4. What is its area?", "no-figure"),
        ("如图，AC=5，求BD的长。", "no-figure"),
        ("根据下表，求平均气温。", "no-figure"),
        ("hi there", "no-mathematics"),
        ("Who won the football match yesterday?", "no-mathematics"),
        ("今天天气怎么样？", "no-mathematics"),
        ("Simplify the following expression", "no-object"),
        ("Solve for y", "no-object"),
        ("解方程", "no-object"),
        ("求 x", "no-object"),
        ("What is a derivative?", "notion"),
        ("怎么求极限？", "notion"),
        ("Prove that the square root of 2 is irrational.", "proof"),
        ("求证：三角形内角和为180°", "proof"),
        ("How much does a book cost?", "no-numbers"),
        ("小红比小明高多少厘米？", "no-numbers"),
        ("A bus has 40 seats. How many passengers are in it?", "one-number"),
        ("Ben has 12 stamps and Eve has some stamps. How many stamps do they have?", "vague-amount"),
        ("小明有8支铅笔，小红比他多，小红有多少支铅笔？", "vague-amount"),
        ("3x - 7y", "no-question"),
        ("x", "no-question"),
        ("?", "no-object"),
        (r"\frac{1}{", "not-closed"),
        ("Solve 2(x + 3 = 10 for x", "not-closed"),
        ("计算 2×((3+4)×5 的值", "not-closed"),
        ("((((((x", "not-closed"),
        ("Résoudre l'équation x^2 - 5x + 6 = 0", "language"),
        ("Löse die Gleichung x^2 = 4", "language"),
        ("Resuelve la ecuación 2x + 3 = 7", "language"),
        ("Resolva a equação 2x + 3 = 7", "language"),
        ("Risolvi l'equazione 2x + 3 = 7 per x", "language"),
        ("Bereken de afgeleide van x^2", "language"),
        ("2x = 3 y = 12", "two-readings"),
        ("x/2x+1", "two-divisions"),
        ("what is 50 + 20%?", "two-percentages"),
        ("Solve log2x = 3", "two-logarithms"),
        ("求方程log2x=3的解", "two-logarithms"),
        ("Use the graph to find g(4).", "no-figure"),
        ("The table shows the ages. What is the median?", "no-figure"),
        ("由图象可知f(2)等于多少？", "no-figure"),
        ("Find the perimeter of a rectangle with width 8.", "one-number"),
        ("长方形的长是7，求周长", "one-number"),
        ("一辆货车开了4小时，行了多少千米？", "one-number"),
        ("Find the area of the trapezoid.", "no-numbers"),
        ("What is the median?", "no-numbers"),
        ("求四边形的面积", "no-numbers"),
    ],
)
def test_what_is_wrong_is_said(text: str, code: str) -> None:
    fault = fault_of(text)
    assert fault is not None and fault.code == code
    language = language_of(text)
    sentence = say(code, language, word=fault.word)
    assert next_stretch(Problem(text, language), "")["declined"] == sentence
    assert fault.word in sentence


@pytest.mark.parametrize(
    "text",
    [
        "Ben wrote twice as many letters as Eve, who wrote five. How many letters did they write?",
        "Some birds sat on a wire. Eight flew away, and now there are 19. How many birds were there at first?",
        "Let f be a function with f(x + y) = f(x) + f(y). Find f(0).",
        "三种气球一样多，一共21个，红气球有多少个？",
        "Graph the region above the parabola y = x^2 + frob.",
    ],
)
def test_nothing_is_said_of_a_problem_that_may_just_be_too_hard(text: str) -> None:
    assert fault_of(text) is None


@pytest.mark.parametrize(("text", "word"), [
    ("A triangle has angles 80°, 70° and 60°. Find x.", "210"),
    ("三角形的三个内角是90°、50°、60°，求最长边", "200"),
    ("A right triangle has hypotenuse 4 and leg 7. Find the other leg.", "7"),
    ("直角三角形斜边为6，一条直角边为8，求另一条直角边", "8"),
    ("The probability of rain is 1.4. What is the probability of no rain?", "1.4"),
    ("一个班有32人，男生45人，女生多少人？", "45"),
])  # fmt: skip
def test_what_cannot_be_is_named(text: str, word: str) -> None:
    said = next_stretch(Problem(text, language_of(text)), "")["declined"]
    assert word in said
    assert any(w in said for w in ("There is no such", "没有这样的", "lies between 0 and 1", "总数是"))
