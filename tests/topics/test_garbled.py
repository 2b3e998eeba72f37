"""Garbled text never makes a topic fail: it is read, or it is not."""

from __future__ import annotations

import random
import re
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.formula import FormulaError
from solver.intake import language_of
from solver.reader import clean
from solver.topics import readers
from solver.topics.base import Text
from tests.breadth import wide

SAID = [
    "若复数z=(m-1)+(m+2)i是纯虚数，求实数m的值",
    "Evaluate the definite integral of x e^x from 0 to 1.",
    "抛物线y=x²+bx+c的顶点是(2,-1)，求b和c的值。",
    "Find the coefficient of x^4 in the expansion of (1 + 3x)^7.",
    "Suppose |a - 1| + |b + 2| + |c - 3| = 0. Compute a + b + c.",
    "各项为正的等比数列{a_n}满足a_1=2，a_3=8，那么a_4与前4项和S_4分别是多少？",
    "Let x, y be real numbers with (3x - 6)^2 = -|y + 4|. Determine x and y.",
    "In triangle ABC, cos A = 3/5 and cos B = 5/13. Find sin C.",
    "Tom has $30. He buys a pen for $2 and a book that costs twice as much. How much is left?",
    "书店有故事书和科技书共120本，其中故事书占40%，科技书有多少本？",
    "Put -3, 2/7, 0.5 and 40% in decreasing order.",
    "Which is the second closest to -1/4?  (a) 0.2  (b) -3  (c) 2/7",
    "Solve the system x + y + z = 6, 2x - y + z = 3, x + 2y - z = 2.",
]


def garbled(text: str, seed: int) -> str:
    """Some signs and words left out, doubled, exchanged."""
    choose = random.Random(seed)
    parts = re.findall(r"[A-Za-z]+|[\u4e00-\u9fff]|\S", text)
    for _ in range(choose.randint(1, 4)):
        i, j = choose.randrange(len(parts)), choose.randrange(len(parts))
        match choose.randrange(3):
            case 0 if len(parts) > 1:
                del parts[i]
            case 1:
                parts.insert(i, parts[j])
            case _:
                parts[i], parts[j] = parts[j], parts[i]
    return ("" if language_of(text) == "zh" else " ").join(parts)


def read_by_all(text: str) -> None:
    for _, reader in readers():
        with suppress(FormulaError):  # the table of topics goes on with the next one
            reader(Text(clean(text), language_of(text)))


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(SAID), st.integers(0, 10**6))
def test_garbled_text_is_read_or_not(text: str, seed: int) -> None:
    read_by_all(garbled(text, seed))


@pytest.mark.parametrize(
    "text",
    [
        "若复数z=(m1)+(m，2)i是纯虚数，求实数m的值",
        "Evaluate the definite integral of x 0 ^ x from e to 1 .",
        "抛物线点方=x²+bx+c的顶y是(2,-1)，求b和c和值。",
        "Find coefficient of x ^ 4 in the expansion of of ( 1 + 3 , x ) ^ 7 .",
        "Suppose | a - | + + b | 2 | + | c - 3 | = 0 . Compute a + b + c .",
        r"各项为正的等比数列$\{a_n\}$满足$a_1=2$，那么$a_4$与前4项和$S_4$分别是多少？",
        "Let x , y be real numbers with ( 3 x - 6 ^ 2 = - | y + 4 | . Determine x and y .",
        "For real p , q , r it is known that ( p - 1 ) ² + | q = + 2 | + √ ( r - 3 ) = 0 . Evaluate p + q + r .",
        "Let x , real be y numbers with ( 3 x , 6 ) ^ 2 = - | y + 4 | . Determine x and y .",
        "已知抛物线+经过点(0,3)，且顶x点坐标为(1,22)，求抛物线的解析式。",
    ],
)
def test_texts_that_made_a_topic_fail(text: str) -> None:
    read_by_all(text)


@pytest.mark.wide(rows=3)
@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    "piece",
    [
        "1, 2, ",
        "1, 2, ... ",
        "the sum of 3 and ",
        "A bag contains 3 red balls and ",
        "小明有3个苹果，",
        "1/2 + ",
        "x + 1 = 2, ",
        "Let x = 3. ",
        "$x$ ",
        "(",
        "每",
    ],
)
def test_a_text_that_repeats_itself_takes_no_time_with_a_power_of_its_length(piece: str) -> None:
    read_by_all(piece * ((2000 if wide() else 1000) // len(piece)))
