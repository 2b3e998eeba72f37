"""Problems of solver.topics.numbers.bases: read whole, solved exactly, checked in another way; the rest declined."""

from __future__ import annotations

import re

import pytest
import sympy as sp
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.topics.base import Text
from solver.topics.numbers.bases import read
from solver.topics.numbers.bases.task import Bases, in_base
from tests.topics.solved import assert_solved, is_declined, reading, solve, verdict

CASES = [
    ("Convert 325 (base 7) to base 4", "2212", "2213"),
    ("-541 (base 10) to base 14", "-2a9", "2a9"),
    (r"What is $1011_2$ in decimal?", "11", "13"),
    ("binary of 38", "100110", "100100"),
    ("What is the hexadecimal form of 700?", "2bc", "2bd"),
    ("Write 77 in octal", "115", "77"),
    ("Convert 3E from hexadecimal to decimal", "62", "3e"),
    ("Convert the binary number 11001 to base ten", "25", "24"),
    ("Convert 210 from base 3 to base 9.", "23", "21"),
    ("What is the base-6 representation of 100?", "244", "244_7"),
    ("0x1f in decimal", "31", "30"),
    ("What's 55 in binary?", "110111", "110110"),
    ("In base 8, what is -617 - 5?", "-624", "624"),
    ("In base 14, what is -c1d - -20?", "-bdd", "-bd"),
    ("In base 12, what is 3 + b9?", "100", "c0"),
    ("In base 16, what is a + b?", "15", "21"),
    (r"Compute $212_3+12_3-101_3$. Express your answer in base 3.", "200_3", "201_3"),
    (r"Find the product of $23_5$ and $4_5$. Express your answer in base 5.", "202_5", "203_5"),
    (r"What is $64_8-31_4$ when expressed in base 10?", "39", "38"),
    ("Subtract 110 from 10101 in base 2", "1111", "1110"),
    ("Add 45 and 36 in base 7", "114", "81"),
    ("Multiply 13 by 21 in base 4", "333", "273"),
    ("What is the base-10 integer 250 when expressed in base 7?", "505_7", "505_8"),
    ("Add ee and 2c in base 16", "11a", "10a"),
    ("二进制数10110转换成十进制数是多少?", "22", "23"),
    ("把十进制数50化为二进制", "110010", "110011"),
    ("将八进制数(36)_8转化为二进制数", "11110_2", "11111_2"),
    (r"$2012_{(3)}$化为十进制数是多少", "59", "58"),
    ("十进制的93用二进制表示是______", "1011101", "1011100"),
    ("二进制数1101与101的和是多少", "10010", "1206"),
    ("在二进制中，110+11=？", "1001", "121"),
    ("十六进制数2C转换成十进制数", "44", "2c"),
    ("1110(2)=____(10)", "14", "15"),
    ("Convert 007 to binary", "111", "110"),
    ("How do you write 21 in binary?", "10101", "10100"),
    ("二进制数1001对应的十进制数是", "9", "11"),
    ("二进制数1100减去二进制数11等于多少", "1001", "1089"),
    ("45的八进制表示是什么", "55", "54"),
]

DECLINED = [
    "What is 12 + 7 in base 9?",  # whose digits are they?
    "What is 100 + 11 in binary?",
    "What number in base 10 equals 1110 in base 2?",  # whose base is which?
    "What is the value of 1110 in base 2?",
    "Write 3/8 as a decimal",
    "Convert 183 (base 8) to base 10",
    "Convert 45 to base 40",
    "Convert 2.25 to binary",
    "A triangle has base 5 and height 6. Find its area.",
    "What is the last digit of 45 in base 7?",
    "In what base is 12 + 13 = 30?",
    r"How many digits does $500_{10}$ have in base 3?",
    "If a_1 = 2 and a_2 = 5, find a_3",
    "Convert 45",
    "把45化成分数",
]


@pytest.mark.parametrize(("problem", "expected", "wrong"), CASES)
def test_solved_and_checked(problem: str, expected: str, wrong: str) -> None:
    assert_solved(read, problem, expected, wrong)


@pytest.mark.parametrize("problem", DECLINED)
def test_declined(problem: str) -> None:
    assert is_declined(read, problem)


@pytest.mark.parametrize("answer", [r"\text{2BC}", "2bc_{16}", "2BC (base 16)", "(2bc)_{16}"])
def test_other_ways_of_writing_are_judged(answer: str) -> None:
    task, _, _ = solve(read, "What is the hexadecimal form of 700?")
    assert verdict(task, answer) is True


def test_an_answer_in_another_base_is_refused() -> None:
    task, _, _ = solve(read, "Write 77 in octal")
    assert verdict(task, "77_{10}") is False
    assert verdict(task, "119") is False
    assert task.check("I do not know") is None
    assert task.check("none") is None


def test_a_settled_letter_is_a_number() -> None:
    task = read(Text("What is k in base 3?", "en", {"k": sp.Integer(-14)}))
    assert isinstance(task, Bases)
    assert verdict(task, "-112") is True


numbers = st.integers(-(10**9), 10**9)
bases = st.integers(2, 36)


@settings(max_examples=60, deadline=None)
@given(numbers, bases, bases)
def test_conversion_keeps_the_value(value: int, source: int, target: int) -> None:
    written = in_base(value, source)
    if source == target == 10 or len(written) > 1 and written.lstrip("-").isalpha() and source > 10:
        return
    task, answer, _ = solve(read, f"Convert {written} (base {source}) to base {target}.")
    assert int(answer, target) == value
    assert verdict(task, answer) is True
    assert verdict(task, in_base(value + 1, target)) is False


@settings(max_examples=60, deadline=None)
@given(numbers, numbers, st.integers(2, 16), st.sampled_from("+-"))
def test_sums_in_a_base_and_their_columns_are_true(a: int, b: int, base: int, op: str) -> None:
    task, answer, _ = solve(read, f"In base {base}, what is {in_base(a, base)} {op} {in_base(b, base)}?")
    assert int(answer, base) == (a + b if op == "+" else a - b)
    assert verdict(task, answer) is True
    for step in task.solution().steps:
        for terms, result in re.findall(r"(?m)^- \\\(([\d+-]+)=(\d+)(?:\\\)|=)", step):
            assert sum(map(int, re.findall(r"[+-]?\d+", terms))) == int(result)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10**9), bases)
def test_repeated_division_is_true(value: int, base: int) -> None:
    if base == 10:
        return
    task = reading(read, f"把十进制数{value}化为{base}进制")
    assert isinstance(task, Bases)
    divisions = re.findall(r"\\\((\d+)=(\d+)\\times (\d+)\+(\d+)\\\)", "".join(task.solution().steps))
    assert len(divisions) == (len(in_base(value, base)) if value else 0)
    assert all(int(n) == int(b) * int(q) + int(r) and int(r) < int(b) for n, b, q, r in divisions)
