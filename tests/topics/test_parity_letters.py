"""Letters of functions that are said to be odd or even, in both languages; letters that may be anything are not guessed."""

from __future__ import annotations

import pytest

from solver.topics.functions.parity import read
from tests.topics.solved import is_declined, solves

SOLVED = [
    ("若函数f(x)=x³+(a-1)x²+ax为奇函数，则a=____", "1", "0"),
    ("若f(x)=x^2+ax是偶函数，求a", "0", "1"),
    ("若函数f(x)=x²+(a-2)x+3是偶函数，求a的值。", "2", "-2"),
    ("若f(x)=(x+a)(x-4)为偶函数，则实数a=____", "4", "-4"),
    ("若f(x)=(e^x-1)/(e^x+a)是奇函数,则a=", "1", "-1"),
    ("若函数f(x)=a-2/(2^x+1)是奇函数，则a=", "1", "2"),
    ("已知f(x)=ln(e^x+1)+ax为偶函数，则a=____", r"-\frac{1}{2}", r"\frac{1}{2}"),
    ("已知f(x)=ax²+bx+3a+b是偶函数，定义域为[a-1,2a]，则a+b=____", r"\frac{1}{3}", "0"),
    ("已知f(x)=x³+ax²+bx+c是定义在[2b-5,2b-3]上的奇函数,求f(1/2)的值", r"\frac{9}{8}", r"\frac{1}{8}"),
    ("已知函数f(x)=x²+bx+c是偶函数，且f(1)=3，求b，c", r"b=0,\ c=2", r"b=0,\ c=3"),
    ("已知函数f(x)=ax³+bx²+cx是奇函数,求b的值", "0", "1"),
    ("Find the value of k for which f(x) = x^3 + (k-4)x^2 + 2x is an odd function.", "4", "-4"),
    ("If f(x) = (2^x - a)/(2^x + 1) is an odd function, find a.", "1", "2"),
    # known on one side, but for a constant: f(0) = 0
    ("设f(x)为定义在R上的奇函数，当x≥0时，f(x)=2^x+2x+b(b为常数)，则f(-1)=____", "-3", "3"),
    ("已知f(x)是定义在R上的奇函数，当x≥0时f(x)=x²+3x+m，则f(-2)=____", "-10", "10"),
    ("f is an odd function defined on all real numbers. For x ≥ 0, f(x) = 3^x - 4x + a, where a is a constant. Find f(-1).", "2", "-2"),
]  # fmt: skip
DECLINED = (
    "若f(x)=x²+ax+1是奇函数，求a",  # no a does
    "若f(x)=ax是奇函数，求a",  # each a does
    "若f(x)=x³+bx+a是奇函数，求b",
    "设f(x)为偶函数，当x≥0时，f(x)=x²+2x+b，则f(-1)=____",  # b is free
    "设f(x)为奇函数，当x>0时，f(x)=x²+2x+b，则f(-1)=____",  # not defined at 0 by the formula
    "若f(x)=x^2+ax与g(x)=x+b都是偶函数，求a",
    "若f(x)=x²+(a-2)x+3是偶函数且在(0,+∞)上单调递减，求a",
)


@pytest.mark.parametrize(("question", "right", "wrong"), SOLVED)
def test_letters_are_found_and_proved(question: str, right: str, wrong: str) -> None:
    solves(read, question, right, wrong)


@pytest.mark.parametrize("question", DECLINED)
def test_what_leaves_letters_open_is_left(question: str) -> None:
    assert is_declined(read, question)
