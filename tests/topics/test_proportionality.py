"""Problems of solver.topics.functions.proportionality; the rest declined."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.topics.functions.proportionality import read
from tests.topics.solved import is_declined, solve, verdict

CASES = [
    ("If $j$ and $k$ are inversely proportional and $j = 18$ when $k = 20$, what is the value of $j$ when $k = 15$?", "24", r"\frac{27}{2}"),
    ("Suppose $p$ and $q$ are inversely proportional. If $p=28$ when $q=3$, find the value of $p$ when $q=12$.", "7", "112"),
    ("y varies directly as the square of x, and y = 12 when x = 2. Find y when x = 5.", "75", "30"),
    ("The quantities $r$ and $s$ vary inversely. When $s = 10$, $r = 6$. What is $r$ when $s = 4$?", "15", "2.4"),
    ("If y varies inversely with the square root of x and y = 3 when x = 16, find x when y = 2.", "36", "24"),
    ("z varies jointly as x and y. If z = 24 when x = 2 and y = 3, find z when x = 5 and y = 4.", "80", "100"),
    ("y varies directly as x and inversely as the square of z. If y = 6 when x = 3 and z = 2, find y when x = 4 and z = 4.", "2", "8"),
    ("Suppose y is directly proportional to x and y = 20 when x = 8. Find the constant of proportionality.", r"\frac{5}{2}", r"\frac{2}{5}"),
    ("Suppose y is inversely proportional to x and y = 20 when x = 8. Express y in terms of x.", r"y=\frac{160}{x}", r"y=\frac{5}{2}x"),
    (r"The number $a$ varies inversely as $\sqrt b$, and $a = 18$ when $b = 4$. What is $a$ when $b=9$?", "12", "27"),
    ("已知z与x成正比例，与y成反比例，当x=2，y=3时，z=4，求x=5，y=2时z的值。", "15", "10"),
    ("已知y与x成反比例，当x=2时y=9，求x=3时y的值", "6", "13.5"),
    ("已知$y$与$x$成正比例，当$x=4$时，$y=-6$，求当$x=10$时$y$的值。", "-15", "15"),
    ("已知y-1与x+2成正比例，当x=1时，y=7，求y与x的函数解析式。", "y=2 x + 5", "y=2x+4"),
    ("y与x的平方成反比例，且当x=3时，y=4，那么当x=6时，y等于多少？", "1", "2"),
    ("已知y是x的反比例函数，当x=5时，y=4，求y关于x的函数表达式。", r"y=\frac{20}{x}", r"y=\frac{4x}{5}"),
]  # fmt: skip
DECLINED = [
    "z varies jointly as the square of x and y. If z = 24 when x = 2 and y = 3, find z when x = 5 and y = 4.",
    "Suppose y is inversely proportional to x and y = 20 when x = 8. Express x in terms of y.",
    "已知y与x成反比例，当x=3时，y=4，求x=5时y与z的值",
    "y varies directly as the square of x, and y = 12 when x = 2. Find x when y = 27.",
    "y varies directly as x. Find y when x = 5.",
    "y varies directly as x and y = 4 when x = 0. Find y when x = 5.",
    "y varies directly as x and y = 4 when x = 2 kilometres. Find y when x = 5.",
    "The pressure of a gas is inversely proportional to its volume. It is 4 when the volume is 2. What is it when the volume is 8?",
    "y与x成反比例，z与x成正比例，当x=2时y=9，求x=3时y的值",
    "已知y与x成反比例，当x=2时y=9，x=3时y=6，求x=4时y的值",
    "已知y与x成反比例，求当x=3时y的值",
]


@pytest.mark.parametrize(("problem", "expected", "wrong"), CASES)
def test_solved_and_checked(problem: str, expected: str, wrong: str) -> None:
    task, answer, _ = solve(read, problem)
    assert answer.replace(" ", "") == expected.replace(" ", "")
    assert verdict(task, answer) is True
    assert verdict(task, wrong) is False


@pytest.mark.parametrize("problem", DECLINED)
def test_declined(problem: str) -> None:
    assert is_declined(read, problem)


def test_the_positive_one() -> None:
    task, answer, _ = solve(
        read,
        "y varies directly as the square of x, and y = 12 when x = 2. Find the positive value of x when y = 27.",
    )
    assert answer == "3"
    assert verdict(task, "3") is True
    assert verdict(task, "-3") is False


@settings(max_examples=25, deadline=None)
@given(*(st.integers(1, 40) for _ in range(3)), st.booleans(), st.booleans())
def test_direct_and_inverse(a: int, b: int, c: int, inverse: bool, chinese: bool) -> None:
    text = f"y is {'inversely' if inverse else 'directly'} proportional to x. If y = {a} when x = {b}, what is y when x = {c}?"
    if chinese:
        text = f"y与x成{'反' if inverse else '正'}比例，当x={b}时，y={a}，求x={c}时y的值。"
    value = Fraction(a * b, c) if inverse else Fraction(a * c, b)
    task, _, found = solve(read, text)
    assert Fraction(int(found.p), int(found.q)) == value
    assert verdict(task, f"{value.numerator}/{value.denominator}") is True
    assert verdict(task, f"{value.numerator + 1}/{value.denominator}") is False
