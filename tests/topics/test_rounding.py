"""Problems of solver.topics.numbers.rounding: numbers and roots as exactly as asked; halves away from zero, never floats."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
import sympy as sp
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.topics.base import Text, Unread
from solver.topics.numbers.rounding import read
from tests.topics.run_cell import run_cell
from tests.topics.solved import is_declined, solve, verdict

NUMBERS = [
    ("Round 8273 to the nearest 100.", "8300", "8200"),
    ("Round 8273 to the nearest hundred.", "8300", "8270"),
    ("What is 8,273 rounded to the nearest one thousand?", "8000", "9000"),
    ("Round -86501 to the nearest ten thousand", "-90000", "-80000"),
    ("Round 8273 to the tens place.", "8270", "8280"),
    ("Round 2.71828 to 3 decimal places.", "2.718", "2.71"),
    ("Round $2.71828$ to $2$ decimal places.", "2.72", "2.71828"),
    ("Round 7.996 to 2 d.p.", "8.00", "7.99"),
    ("What is 14.149 to 1dp?", "14.1", "14.2"),
    ("Round -0.00048 to three dps.", "0.000", "-0.001"),
    ("Round 2.71828 to the nearest hundredth.", "2.72", "2.71"),
    ("Round 2.71828 to the nearest ten-thousandth.", "2.7183", "2.718"),
    ("Round -6.5 to the nearest integer.", "-7", "-6"),
    ("Express 6.49 correct to the nearest whole number", "6", "7"),
    ("Round 60482 to 3 significant figures.", "60500", "60400"),
    ("Write 0.0030712 correct to two sig figs.", "0.0031", "0.00307"),
    ("Round 99.95 to 3 s.f.", "100", "99.9"),
    ("Give 19/7 correct to 2 decimal places.", "2.71", "2.72"),
    ("Calculate 1.45 * 3.1. Give your answer to 1 decimal place.", "4.5", "4.4"),
    ("Round 63 to the nearest 5.", "65", "60"),
    ("Round 4.13 to the nearest 0.25", "4.25", "4.13"),
    ("What integer is closest to 19/7?", "3", "2"),
    ("把8273四舍五入到百位", "8300", "8200"),
    ("2.71828保留两位小数是多少？", "2.72", "2.71"),
    ("7.996精确到百分位约是多少", "8.00", "7.99"),
    ("用四舍五入法将2.71828精确到0.001", "2.718", "2.719"),
    ("2.71828≈____（保留3位小数）", "2.718", "2.72"),
    ("把384500省略万位后面的尾数，求近似数", r"38\text{万}", r"39\text{万}"),
    ("384500四舍五入到万位是多少", "380000", "384000"),
    ("0.0030712保留两个有效数字", "0.0031", "0.0030"),
    ("19÷7的得数保留整数", "3", "2"),
    ("计算1.45×3.1，结果保留一位小数", "4.5", "4.4"),
    ("12除以7的商保留两位小数是多少？", "1.71", "1.72"),
    ("Find 22 divided by 7 rounded to 2 decimal places.", "3.14", "3.15"),
    ("最接近2.7的整数是多少", "3", "2"),
]
UP_AND_DOWN = [
    ("Round 3.2 up to the nearest integer.", "4", "3"),
    ("Round up 3.2 to the nearest integer", "4", "3"),
    ("Round up 3.2", "4", "3"),
    ("Round 3.7 down to the nearest whole number", "3", "4"),
    ("What is 7.999 rounded down to 1 decimal place?", "7.9", "8.0"),
    ("Round 22/7 up to 2 decimal places", "3.15", "3.14"),
    ("Round 8231 up to the nearest hundred", "8300", "8200"),
    ("Round 4.50 up to 1 decimal place", "4.5", "4.6"),
    ("Round down 63.5 to the nearest 5", "60", "65"),
    ("Round 9.961 up to 2 significant figures", "10", "9.9"),
    ("用进一法把3.2保留整数", "4", "3"),
    ("用去尾法把3.7保留整数", "3", "4"),
    ("22÷7的商用进一法保留两位小数是多少", "3.15", "3.14"),
    ("把8.31保留一位小数（进一法）", "8.4", "8.3"),
    ("用去尾法将19.96精确到十分位", "19.9", "20.0"),
    ("3.14向上取整是多少", "4", "3"),
    ("3.999用去尾法保留一位小数", "3.9", "4.0"),
]
CONSTANTS = [
    ("Round π to 3 decimal places.", "3.142", "3.141"),
    ("Round pi to 2 decimal places", "3.14", "3.15"),
    ("What is e to 4 significant figures?", "2.718", "2.719"),
    ("Round π up to 2 decimal places", "3.15", "3.14"),
    ("把π精确到0.001", "3.142", "3.141"),
    ("圆周率保留四位小数约是多少？", "3.1416", "3.1415"),
    ("π用去尾法保留三位小数是多少", "3.141", "3.142"),
]
ROOTS = [
    ("What is the cube root of 1500 to the nearest integer?", "11", "12"),
    ("What is 987654 to the power of 1/5, to the nearest integer?", "16", "15"),
    ("What is 30 to the power of 2/3, to the nearest integer?", "10", "9"),
    ("What is the seventh root of 5000 to the nearest integer?", "3", "4"),
    ("Round the square root of 300 to the nearest integer.", "17", "18"),
    (r"Which whole number is closest to $\sqrt{300}$?", "17", "18"),
    (r"Find $\sqrt{3}$ correct to 3 decimal places.", "1.732", "1.731"),
    (r"Round $2\sqrt{7}$ to one decimal place", "5.3", "5.2"),
    ("Round -√30 to the nearest integer", "-5", "-6"),
    ("What is the square root of (8 + 9)*4 to the nearest whole number?", "8", "9"),
    ("What is the cube root of 27 to 1 decimal place?", "3.0", "3.1"),
    ("√300最接近的整数是多少？", "17", "18"),
    ("最接近√300的整数是几", "17", "18"),
    ("求50的立方根，精确到0.1", "3.7", "3.6"),
    ("求300的算术平方根，结果保留整数", "17", "18"),
    ("√3的近似值（保留两位小数）", "1.73", "1.74"),
]
DECLINED = [
    "Round 5.67",
    "Round 5.67 kilograms to the nearest kilogram",
    "Round 12.345% to 1 decimal place",
    "Find 4567 + 4321 by rounding to the nearest hundred",
    "Round 4567 to the nearest 100 and to the nearest 10",
    "Round 4567 and 4321 to the nearest ten",
    "Which whole number is closest to 2.5?",
    "Round 0 to 2 significant figures",
    "Round pi to the nearest 0.25",
    "Round up -3.5 to the nearest integer",
    "Round up 347",
    "Round 3.7 up or down to the nearest integer",
    "把3.7用四舍五入法和去尾法保留整数",
    "Round x to 2 decimal places",
    "How many decimal places does 3.14159 have?",
    "A number rounded to the nearest ten is 50. What is the smallest it could be?",
    "估算：47×53，四舍五入到十位",
    "一个数四舍五入到万位是6万，这个数最大是多少",
    "一个两位小数四舍五入到十分位是3.5，这个数最大是多少？",
    "200的平方根保留整数",
    "What is the hundreds digit of 37?",
    f"Round {'9' * 500} to the nearest ten",
    "What is 2 to the power of 1/500, to the nearest integer?",
]


@pytest.mark.parametrize(("problem", "expected", "wrong"), [*NUMBERS, *UP_AND_DOWN, *CONSTANTS, *ROOTS])
def test_solved_and_checked(problem: str, expected: str, wrong: str) -> None:
    task, answer, _ = solve(read, problem)
    assert answer == expected
    assert verdict(task, answer) is True
    assert verdict(task, wrong) is False
    assert task.check("about that") is None


@pytest.mark.parametrize("problem", DECLINED)
def test_declined(problem: str) -> None:
    assert is_declined(read, problem)


@pytest.mark.parametrize(
    ("problem", "expected"),
    [("Round w to 3 decimal places.", "-0.013"), ("What is w rounded to the nearest integer?", "0"),
     ("What is the square root of k to the nearest integer?", "6")],
)  # fmt: skip
def test_letters_that_are_settled(problem: str, expected: str) -> None:
    values = {"w": sp.Rational(-128, 10**4), "k": sp.Integer(40)}
    task = read(Text(problem, "en", values))
    assert task is not None
    assert not isinstance(task, Unread)
    assert "w=-0.0128" in task.solution().steps[0] or "k=40" in task.solution().steps[0]
    conclusion = task.conclude(sp.Rational(run_cell(task.solution().cell)))
    assert conclusion is not None
    assert conclusion.answer == expected


@settings(max_examples=60, deadline=None)
@given(st.decimals(0, 10**5, places=5), st.integers(0, 4), st.sampled_from(["up", "down"]))
def test_up_and_down_agree_with_the_standard_library(x: Decimal, places: int, way: str) -> None:
    task, answer, _ = solve(read, f"Round {x:f} {way} to {places} decimal places.")
    rule = ROUND_CEILING if way == "up" else ROUND_FLOOR
    assert answer == f"{x.quantize(Decimal(1).scaleb(-places), rounding=rule):f}"
    assert verdict(task, answer) is True


@settings(max_examples=80, deadline=None)
@given(st.decimals(-(10**6), 10**6, places=6), st.integers(0, 5))
def test_decimal_places_agree_with_the_standard_library(x: Decimal, places: int) -> None:
    task, answer, value = solve(read, f"Round {x:f} to {places} decimal places.")
    expected = x.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    assert Fraction(int(value.p), int(value.q)) == Fraction(expected)
    assert answer.lstrip("-") == f"{abs(expected):f}"
    assert verdict(task, answer) is True
    assert verdict(task, f"{expected + Decimal(1).scaleb(-places):f}") is False


@settings(max_examples=60, deadline=None)
@given(st.fractions(-(10**5), 10**5, max_denominator=999), st.sampled_from([1, 2, 5, 10, 25, 100, 1000]))
def test_no_multiple_is_nearer(x: Fraction, unit: int) -> None:
    task, answer, value = solve(read, f"What is {x} to the nearest {unit}?")
    assert value % unit == 0
    assert abs(Fraction(int(value)) - x) * 2 <= unit
    assert verdict(task, answer) is True
    assert verdict(task, str(value + unit)) is False


@settings(max_examples=60, deadline=None)
@given(st.decimals(Decimal("0.000001"), 10**7, places=6), st.integers(1, 6))
def test_significant_figures(x: Decimal, figures: int) -> None:
    task, answer, _ = solve(read, f"Write {x:f} correct to {figures} significant figures")
    unit = Decimal(1).scaleb(x.adjusted() - figures + 1)
    assert Decimal(answer) == (x / unit).quantize(Decimal(1), rounding=ROUND_HALF_UP) * unit
    shown = answer.replace(".", "").lstrip("0")
    assert len(shown) == figures if "." in answer else len(shown.rstrip("0")) <= figures
    assert verdict(task, answer) is True


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 10**9), st.integers(2, 10))
def test_the_nearest_integer_to_a_root(n: int, degree: int) -> None:
    task, answer, r = solve(read, f"What is {n} to the power of 1/{degree}, to the nearest integer?")
    assert (2 * int(r) - 1) ** degree <= 2**degree * n < (2 * int(r) + 1) ** degree
    assert verdict(task, answer) is True
    assert verdict(task, str(r + 1)) is False
