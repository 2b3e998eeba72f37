"""The form that is asked for: where a question may say it, what is written, and what stands behind it."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest
import sympy as sp
from hypothesis import given
from hypothesis import strategies as st

from solver.latex import value_of, values_in
from solver.ports import Language, Problem
from solver.reader import clean
from solver.topics import reading_of
from solver.topics.base import Unread
from solver.topics.forms import Form, InForm, check_of, wish_in
from solver.topics.forms.parts import Part, parts_of
from solver.topics.forms.writing import Impossible, write
from solver.topics.numbers.rounding.target import Target
from tests.topics.run_cell import run_cell

ANSWERED = [
    ("Calculate sqrt(2)+sqrt(3) to 2 decimal places", "3.15", "3.14"),
    ("√2+√3 保留两位小数", "3.15", "3.14"),
    ("Solve x^2 = 2 and x > 0 to 3 decimal places", "x=1.414", "x=1.415"),
    ("To 2 decimal places, what is sqrt(2)+sqrt(5)?", "3.65", "3.66"),
    ("Round sqrt(2)+sqrt(7) to the nearest hundredth.", "4.06", "4.05"),
    ("Find, to the nearest integer, the value of sqrt(17)+1.", "5", "6"),
    ("Give your answer to 3 s.f. Find the value of sqrt(7)+sqrt(11).", "5.96", "5.97"),
    ("结果保留两位小数：√6+√2", "3.86", "3.87"),
    ("求 $\\sqrt{10}+\\pi$ 的值(保留三位有效数字)", "6.30", "6.31"),
    ("Compute 2^50. Give your answer in scientific notation to 3 significant figures.", r"1.13\times 10^{15}", r"1.12\times 10^{15}"),
    ("Calculate 0.0004 * 0.00031 in standard form.", r"1.24\times 10^{-7}", r"1.25\times 10^{-7}"),
    ("Write 5000000/669 in scientific notation.", r"7.474\times 10^{3}", r"7.475\times 10^{3}"),
    ("计算 2÷3×10^5，结果用科学记数法表示", r"6.667\times 10^{4}", r"6.666\times 10^{4}"),
    ("Evaluate 3^25 in scientific notation.", r"8.473\times 10^{11}", r"8.472\times 10^{11}"),
    ("Find sqrt(2)+sqrt(3). Round your answer up to 2 decimal places.", "3.15", "3.14"),
    ("求√2+√5，结果用去尾法保留两位小数", "3.65", "3.66"),
    ("Round √30 down to 1 decimal place", "5.4", "5.5"),
    ("Work out 3/4 + 1/10. Give your answer as a percentage.", r"85\%", r"80\%"),
    ("Solve 3x = 7. Give your answer as a mixed number.", r"x=2\frac{1}{3}", r"x=2\frac{2}{3}"),
    ("Work out 3 3/4 - 1 5/6. Give your answer as a mixed number or an improper fraction in its simplest form.", r"\frac{23}{12}", r"\frac{25}{12}"),
    ("Solve 3x = 1. Give your answer as a decimal.", r"x=0.\overline{3}", r"x=0.\overline{6}"),
    ("求 lg 2 + ln 3 的值，精确到0.01", "1.40", "1.41"),
    ("Find arctan 2 in degrees to 1 decimal place.", r"63.4^{\circ}", r"63.5^{\circ}"),
    ("Solve x^2 - 3x - 5 = 0. Give your answers to 2 decimal places.", r"x=-1.19,\ x=4.19", r"x=-1.20,\ x=4.19"),
    ("Solve x^2 = 0.0001 to 1 decimal place.", "x=0.0", "x=0.1"),
    ("解方程组 3x+2y=7, x-y=1，结果保留一位小数", r"x=1.8,\ y=0.8", r"x=1.8,\ y=0.9"),
    ("Solve x^2+x+1=0. Give your answers to 2 decimal places.", r"x=-0.50-0.87i,\ x=-0.50+0.87i", r"x=-0.50-0.88i,\ x=-0.50+0.88i"),
    ("Solve x^2 < 5, rounding to 1 decimal place.", "(-2.2, 2.2)", "(-2.3, 2.2)"),
    ("In triangle ABC, AB = 6, BC = 8, CA = 9. Find angle B to the nearest degree.", r"79^{\circ}", r"78^{\circ}"),
    ("In triangle ABC, A = 40°, B = 60°, a = 8. Find b, correct to 1 decimal place.", "10.8", "10.7"),
    ("In triangle ABC, a = 8, b = 5, A = 40°. Find B to the nearest degree.", r"24^{\circ}", r"23^{\circ}"),
    ("在△ABC中，A=35°，b=6，c=9，求a（精确到0.1）", "5.3", "5.4"),
    ("Solve sin x = 0.3 for 0° ≤ x ≤ 180°, giving answers to 1 decimal place.", r"x=17.5^{\circ},\ x=162.5^{\circ}", r"x=17.5^{\circ},\ x=162.4^{\circ}"),
    ("解方程 tan x = 3 (0°≤x≤360°)，精确到0.1°", r"x=71.6^{\circ},\ x=251.6^{\circ}", r"x=71.6^{\circ},\ x=251.7^{\circ}"),
    ("Find the diagonal of a square with side 6 cm, to the nearest millimetre.", "8.5", "8.4"),
    ("圆的半径是3厘米，求圆的面积，结果保留四位有效数字", "28.27", "28.26"),
    ("求 1,2,4,6 的方差（结果保留一位小数）", "3.7", "3.6"),
    ("A fair coin is tossed 5 times. Find the probability of exactly 3 heads, as a percent to the nearest tenth of a percent.", r"31.3\%", r"31.2\%"),
    ("袋中有3个红球和5个白球，任取一个，取到红球的概率是多少？结果用百分数表示", r"37.5\%", r"37\%"),
    ("计算定积分 ∫_1^2 1/x dx，结果保留三位小数", "0.693", "0.694"),
    ("7 friends share $100 equally. How much does each get, to the nearest cent?", "14.29", "14.28"),
    ("小明3小时走了10千米，平均每小时走多少千米？（得数保留两位小数）", "3.33", "3.34"),
    ("Find sqrt(3)+1 and sqrt(5)-1, each correct to 2 decimal places.", r"2.73;\ 1.24", r"2.73;\ 1.23"),
    ("求下列各式的值（精确到0.01）：(1) √2+√3 (2) √7-1", r"3.15;\ 1.65", r"3.15;\ 1.64"),
    ("(1) 求√2+1；(2) 求√3+1。结果都保留两位小数。", r"2.41;\ 2.73", r"2.41;\ 2.74"),
    ("Evaluate each to 2 decimal places: (a) sqrt(2)+1 (b) sqrt(3)+1", r"2.41;\ 2.73", r"2.42;\ 2.73"),
    ("Solve x^2 > 5, giving the answer to 3 decimal places.", r"(-\infty, -2.236)\cup (2.236, \infty)", r"(-\infty, -2.237)\cup (2.236, \infty)"),
    ("求10的平方根，保留两位小数", r"\pm 3.16", r"\pm 3.17"),
    ("Compute e^(-200) to 3 significant figures", f"0.{'0' * 86}138", f"0.{'0' * 86}139"),
    ("Compute 1/7^500 in scientific notation to 3 significant figures", r"2.82\times 10^{-423}", r"2.83\times 10^{-423}"),
    ("A right triangle has legs 5 and 12. Find the smallest angle in radians to 2 decimal places.", "0.39", "0.40"),
    ("Find the angle of a sector with radius 3 and arc length 6, to the nearest degree.", r"115^{\circ}", r"6566^{\circ}"),
    ("Find the interior angle of a regular hexagon in radians.", r"\frac{2 \pi}{3}", r"\frac{\pi}{3}"),
    ("Solve sin x = 1/2 for 0 ≤ x ≤ 360°, in radians.", r"x=\frac{\pi}{6},\ x=\frac{5 \pi}{6}", r"x=\frac{\pi}{6},\ x=\frac{\pi}{3}"),
    ("Convert 25°C to Fahrenheit to the nearest tenth of a degree", "77.0", "77.1"),
    ("Solve 2x = 7, rounding to 2 decimal places if necessary.", "x=3.5", "x=3.6"),
    ("用计算器求√17，精确到0.001", "4.123", "4.124"),
    ("Solve x^2-4x+1=0. Give the larger root to 2 decimal places.", "3.73", "3.74"),
]  # fmt: skip
OF_ONE = [
    ("(a) Find sqrt(2)+1 exactly. (b) Find sqrt(3)+1 to 2 decimal places.", r"1 + \sqrt{2};\ 2.73"),
    ("计算：(1) √2+1（精确到0.01）；(2) √3-1", r"2.41;\ -1 + \sqrt{3}"),
    ("计算：(1) √2+1；(2) √3-1（精确到0.1）", r"1 + \sqrt{2};\ 0.7"),
    ("Find sqrt(3)+1, and find sqrt(5)-1 to 2 decimal places.", r"1 + \sqrt{3};\ 1.24"),
    ("求√3+1的值（保留一位小数）和√5-1的值", r"2.7;\ -1 + \sqrt{5}"),
    ("求数据 2,3,7,8 的平均数和方差，方差保留一位小数", r"5,\ 6.5"),
    ("把 45.678 分别精确到十分位和百分位", r"45.7;\ 45.68"),
    (
        "Solve x^2-4x+1=0. Give your answers exactly and to 2 decimal places.",
        r"x=2 - \sqrt{3},\ x=\sqrt{3} + 2;\ x=0.27,\ x=3.73",
    ),
    ("Find the sum and product of 3 and 4.", r"7;\ 12"),
    ("Solve 2x = 6, giving answers to 2 decimal places if not exact.", "x=3"),
]
DECLINED = [
    "Find sqrt(12)+1 exactly and to 2 decimal places.",
    "Solve x^2-4x+1=0 in simplest radical form to 2 decimal places",
    "Find the volume of a cone with radius 3 and height 4 in terms of π and to 1 decimal place.",
    "Write 3/8 + 1/3 as a fraction to 2 decimal places.",
    "Express 5/6 as a decimal rounded to the nearest hundredth and as a percent.",
    "Which is larger, sqrt(5) or 2.236? to 3 decimal places",
    "Compute 5.5e3 * 2 in scientific notation",
    "Find 3/7 : 2/5 as a decimal to 2 decimal places.",
]
UNCHANGED = [
    ("Compute sqrt(2)*sqrt(3). Give your answer as a common fraction.", r"\sqrt{6}", "irrational"),
    ("What is 5/8 + 1/6 as a common fraction?", r"\frac{19}{24}", "already"),
    ("Find the indefinite integral of x^2 to 2 decimal places.", r"\frac{x^{3}}{3} + C", "not a number"),
    ("Round up -3.5 to the nearest integer", "-3.5", "which side is up"),
    ("22个人去划船，每条船坐4人，需要几条船？（用进一法取整数）", "6", "已经是"),
    ("Find sqrt(2) as a decimal.", r"\sqrt{2}", r"1.414213\ldots"),
    ("How long does it take to travel 100 km at 70 km/h, to the nearest minute?", r"\frac{10}{7}", "no unit"),
    ("What time is it 2.5 hours after 3:00 to the nearest minute?", "5:30", "not a number"),
]
NO_WISH = [
    "A number rounded to the nearest ten is 40. What is the smallest such whole number?",
    "The length of a rectangle is 5.3 cm, correct to 1 decimal place. Find the upper bound of the length.",
    "The sides of a rectangle are 5.2 cm and 3.4 cm, each correct to the nearest mm. Find the area.",
    "Use the trapezium rule with 4 strips to estimate ∫_0^1 x^2 dx to 3 decimal places.",
    "What is 25% as a fraction and as a decimal?",
    "Find sqrt(3)+1 to 2 decimal places and sqrt(5)-1 to 3 decimal places.",
    "一个数保留两位小数后是3.14，这个数最大是多少？",
    "What percent of 40 is 30?",
    "Find the equation of the line in standard form y = 2x + 1.",
    "Find the equation of the line through (1,2) and (3,6) in standard form.",
    "Write x^2+3x = 4 in standard form",
    "Write (2+3i)(1-i) in standard form.",
]


def _solved(problem: str) -> tuple[Any, str, str, Any]:
    language: Language = "zh" if any("\u3400" <= c <= "\u9fff" for c in problem) else "en"
    found = reading_of(Problem(problem, language))
    assert not isinstance(found, Unread), found
    task = found.task
    value = value_of(str(run_cell(task.solution().cell)))
    conclusion = task.conclude(value)
    assert conclusion is not None
    return task, conclusion.answer, conclusion.sentence, value


@pytest.mark.parametrize(("problem", "right", "wrong"), ANSWERED)
def test_written_in_the_form_and_checked_beside_the_exact_value(problem: str, right: str, wrong: str) -> None:
    task, answer, _, value = _solved(problem)
    assert isinstance(task, InForm) and answer == right
    for said, expected in ((right, True), (wrong, False)):
        plan = check_of(task, said, (value,))
        assert plan is not None and bool(run_cell(plan.source)) is expected


@pytest.mark.parametrize(
    ("problem", "right", "near", "wrong"),
    [
        ("Write 5000000/669 in scientific notation.", r"7.474\times 10^{3}", r"7.47384\times 10^{3}", r"7.473\times 10^{3}"),
        ("Work out 2^10 in scientific notation.", r"1.024 \times 10^{3}", None, r"1.02\times 10^{3}"),
        ("Write 123456789012 in scientific notation.", r"1.23456789012 \times 10^{11}", None, r"1.235\times 10^{11}"),
    ],
)  # fmt: skip
def test_in_scientific_notation_only_what_is_long_may_be_rounded(
    problem: str, right: str, near: str | None, wrong: str
) -> None:
    """The check knows no value: any number of figures is right, where the exact number has no end."""
    task, answer, _, _ = _solved(problem)
    assert answer == right
    for said, expected in ((right, True), (near or right, True), (wrong, False)):
        plan = task.check(said)
        assert plan is not None and (run_cell(plan.source) in (True, sp.true)) is expected


@pytest.mark.parametrize(("problem", "right"), OF_ONE)
def test_what_one_of_the_answers_is_asked_to_be_the_others_are_not(problem: str, right: str) -> None:
    assert _solved(problem)[1] == right


@pytest.mark.parametrize("problem", DECLINED)
def test_an_exact_and_a_rounded_answer_at_once_is_declined_rather_than_half_given(problem: str) -> None:
    assert isinstance(reading_of(Problem(problem, "en")), Unread)


@pytest.mark.parametrize(("problem", "right", "why"), UNCHANGED)
def test_what_has_the_form_or_cannot_have_it_says_so(problem: str, right: str, why: str) -> None:
    _, answer, sentence, _ = _solved(problem)
    assert answer == right and why in sentence


@pytest.mark.parametrize("problem", NO_WISH)
def test_what_is_no_wish_stays_in_the_question(problem: str) -> None:
    assert wish_in(clean(problem)) is None


_NUMBERS = st.builds(
    lambda p, q, r, n: sp.Rational(p, q) + r * sp.sqrt(n),
    st.integers(-400, 400), st.integers(1, 60), st.integers(-2, 2), st.integers(2, 30),
)  # fmt: skip
_ACCURACIES = st.one_of(
    st.integers(-2, 4).map(lambda n: Target(Fraction(1, 10) ** n)),
    st.integers(1, 6).map(lambda n: Target(None, n)),
)


@given(_NUMBERS, _ACCURACIES, st.sampled_from(["", "percent", "scientific"]))
def test_a_rounded_number_is_half_a_unit_away_at_most(value: sp.Expr, accuracy: Target, manner: Any) -> None:
    try:
        made = write(value, Form(manner, accuracy))
    except Impossible:
        assert manner == "scientific" and value == 0
        return
    assert made.unit is not None
    said = values_in(made.text)
    assert said is not None and said[0] / (100 if manner == "percent" else 1) == made.value
    assert (made.value / made.unit).is_Integer and bool(abs(made.value - value) <= made.unit / 2)
    if manner != "scientific" and accuracy.unit is not None and accuracy.unit < 1:
        assert len(made.text.partition(".")[2]) == len(str(accuracy.unit.denominator)) - 1


@given(_NUMBERS, _ACCURACIES, st.sampled_from(["up", "down"]))
def test_a_number_rounded_to_one_side_is_less_than_a_unit_away_on_that_side(
    value: sp.Expr, accuracy: Target, way: Any
) -> None:
    made = write(abs(value), Form("", replace(accuracy, way=way)))
    assert made.unit is not None and (made.value / made.unit).is_Integer
    ahead = made.value - abs(value) if way == "up" else abs(value) - made.value
    assert bool(ahead >= 0) and bool(ahead < made.unit)


@given(st.fractions(-50, 50, max_denominator=40), st.sampled_from(["fraction", "mixed", "improper"]))
def test_an_exact_form_is_worth_the_same(value: Fraction, manner: Any) -> None:
    number = sp.Rational(value.numerator, value.denominator)
    parts = parts_of(f"x={write(number, Form(manner)).text}")
    assert parts is not None and isinstance(parts[0], Part) and parts[0].value == number
