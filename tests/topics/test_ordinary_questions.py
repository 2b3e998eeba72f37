"""What students type, in words that no other table has: read by the whole tutor, answered so, and proved."""

from __future__ import annotations

import pytest

from solver.intake import language_of
from solver.latex import value_of
from solver.ports import Problem
from solver.topics import reading_of
from solver.topics.base import Unread
from tests.topics.run_cell import run_cell
from tests.topics.solved import verdict

CASES = [
    # topic, question, answer, a wrong one
    ("differential_equations", "y\"-3y'+2y=0", r"y=C_{1} e^{x} + C_{2} e^{2 x}", ""),
    ("differential_equations", "求解 y''-2y'+y=0", r"y=\left(C_{1} + C_{2} x\right) e^{x}", ""),
    ("derivatives", "若y=sin x，求y\"", r"- \sin{\left(x \right)}", r"\sin{x}"),
    ("limits", "lim sinx/x x→0", "1", "0"),
    ("limits", "lim x->inf (3x^2+1)/(2x^2-5)", r"\frac{3}{2}", "0"),
    ("limits", "求极限：lim_{x→0^+} x^x", "1", "0"),
    ("graphs", "y = x^2-1", r"(-1, 0),\ (0, -1),\ (1, 0)", "(0, -1)"),
    ("graphs", "graph of 2^x", "y=2^{x}", "y=3^{x}"),
    ("graphs", "画函数y=sin x在[-2π,2π]上的图象", r"y=\sin x", r"y=\cos x"),
    ("function_features", "Find the asymptotes of y=1/(x-2)", r"x=2;\ y=0", r"x=1;\ y=0"),
    ("function_features", "求曲线 y=(x²+1)/x 的渐近线", r"x=0;\ y=x", r"x=0;\ y=0"),
    ("solution_questions", "Solve x^2 = 3 for x > 0.", r"x=\sqrt{3}", r"x=-\sqrt{3}"),
    ("solution_questions", "Solve x^2-5x+6=0 for x > 0", r"x=2,\ x=3", "x=2"),
    ("inequalities", "x 为正整数，且 2x<4，求 x。", "1", "2"),
    ("inequalities", "n为正整数，解不等式 3n<10", r"1,\ 2,\ 3", r"1,\ 2"),
    ("optimisation", "Find the maximum of xy if x+y=6", "9", "8"),
    ("optimisation", "x,y>0, xy=4. Find the minimum of x+y", "4", "5"),
    ("optimisation", "已知x,y>0, x+y=1, 求1/x+4/y的最小值", "9", "8"),
    ("constrained", "Find the maximum of 3x+4y subject to x^2+y^2=1", "5", "7"),
    ("constrained", "用拉格朗日乘数法求 f=x²+y² 在 x+y=2 下的最小值", "2", "1"),
    ("optimisation", "Maximize xyz subject to x+y+z=9, x,y,z>0", "27", "26"),
    ("optimisation", "x, y and z are positive numbers with xyz = 64. Find the smallest value of x+y+z.", "12", "11"),
    ("constrained", "Find the minimum of x^2+y^2+z^2 subject to x+y+z=2", r"\frac{4}{3}", "1"),
    ("draws", "A card is drawn from a deck. Find the probability that it is a heart or a king.", r"\frac{4}{13}", r"\frac{17}{52}"),
    ("draws", "Two cards are drawn in succession without replacement from a deck. Find the probability that the first is an ace and the second is a king.", r"\frac{4}{663}", r"\frac{1}{169}"),
    ("draws", "A card is drawn and replaced, then another is drawn. What is the probability both are spades?", r"\frac{1}{16}", r"\frac{1}{17}"),
    ("draws", "从一副54张的扑克牌中任抽一张，抽到大王或小王的概率", r"\frac{1}{27}", r"\frac{1}{26}"),
    ("draws", "从去掉大小王的52张扑克牌中任意抽取两张，两张都是红桃的概率", r"\frac{1}{17}", r"\frac{1}{16}"),
    ("draws", "Two cards are chosen at random from a standard 52-card deck. What is the probability that they are both aces?", r"\frac{1}{221}", r"\frac{1}{169}"),
    ("draws", r"Two cards are dealt at random from a standard deck of 52 cards. What is the probability that the first card is a king and the second card is a $\spadesuit$?", r"\frac{1}{52}", r"\frac{13}{663}"),
    ("draws", "A card is drawn at random from a standard 52-card deck. What is the probability that it is a king or a heart (or both)?", r"\frac{4}{13}", r"\frac{17}{52}"),
    ("draws", "Four cards are chosen at random from a standard 52-card deck. What is the probability that they are not all the same color?", r"\frac{741}{833}", r"\frac{92}{833}"),
    ("draws", "Ben draws two cards from a standard deck of cards. What is the probability that they are either both kings or both aces?", r"\frac{2}{221}", r"\frac{1}{221}"),
    ("draws", "Two cards are chosen at random with replacement from a standard 52-card deck. What is the probability that they are both aces?", r"\frac{1}{169}", r"\frac{1}{221}"),
    ("draws", "How many 5-card hands contain exactly 2 aces?", "103776", "103775"),
    ("set_operations", "In a class of 30, 18 play football, 15 play basketball and 8 play both. How many play neither?", "5", "3"),
    ("set_operations", "In a class of 40 students, 25 play chess, 20 play tennis and 5 play neither. How many play both?", "10", "5"),
    ("set_operations", "120 students: 65 study French, 45 study German, 42 study Russian, 20 study French and German, 25 study French and Russian, 15 study German and Russian, 8 study all three. How many study exactly one language?", "56", "52"),
]  # fmt: skip
DECLINED = [
    "Find the maximum of x^2+y^2 if x+y=2",
    "Find the minimum of xy if x+y=6",
    "Find the maximum of x+y subject to xy=4",
    "若x+y=1, 求1/x+4/y的最小值",
    "Find the maximum of 2x+y subject to x^2+y^2=1, x>0",
    "从一副扑克牌中任意抽取一张，抽到红桃的概率是多少？",
    "Two aces are drawn from a deck. What is the probability that both are red?",
    "A card is drawn from a deck. Given that it is red, find the probability that it is a heart.",
    "Two cards are chosen at random from a standard 52-card deck. What is the probability that they are not both aces?",
    "Two cards are chosen at random from a standard 52-card deck without the aces. What is the probability that they are both kings?",
    "Ben draws two cards from a standard deck of cards. What is the probability that they are either both red or both aces?",
    "Two cards are drawn at random from a deck (with all hearts removed). What is the probability that both are red?",
    "Two cards are drawn from a deck. What is the probability that the first is red?",
    "Three cards are drawn from a deck. What is the probability that all two are red?",
    "Two cards are drawn from a deck. What is the probability that both of them are either kings or aces?",
    "A card is drawn from a deck. What is the probability that it is red if it is a heart?",
    "In a class of 30, 18 play football and 15 play basketball. How many play both?",
    "In a class of 30, 28 play football, 15 play basketball and 8 play both. How many play neither?",
    "In a class of 30, 18 play football, 15 like basketball and 8 play both. How many play neither?",
    "In a class of 30 students, 18 play football, 15 play basketball and 8 play both. How many play tennis?",
    "Find the asymptotes of y=tan x",
]  # fmt: skip


@pytest.mark.parametrize(("topic", "question", "answer", "wrong"), CASES, ids=[row[1] for row in CASES])
def test_read_answered_and_proved(topic: str, question: str, answer: str, wrong: str) -> None:
    found = reading_of(Problem(question, language_of(question)))
    assert not isinstance(found, Unread), found.fragments
    conclusion = found.task.conclude(value_of(str(run_cell(found.task.solution().cell))))
    assert conclusion is not None and (found.topic, conclusion.answer) == (topic, answer)
    assert verdict(found.task, answer) is True
    assert not wrong or verdict(found.task, wrong) is False


@pytest.mark.parametrize("question", DECLINED)
def test_declined(question: str) -> None:
    assert isinstance(reading_of(Problem(question, language_of(question))), Unread)
