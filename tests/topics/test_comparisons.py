"""Problems of solver.topics.numbers.comparisons: read whole, solved exactly, checked in another way; the rest declined."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from typing import Any

import pytest
import sympy as sp
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.intake import language_of
from solver.latex import value_of
from solver.ports import Problem
from solver.reader import clean
from solver.topics import read as read_by_all
from solver.topics.base import Text, Unread
from solver.topics.numbers.arithmetic.topic import Computation
from solver.topics.numbers.comparisons import read
from solver.topics.numbers.comparisons.explaining import decimal, pair_steps, places_needed
from solver.topics.numbers.comparisons.pairs import Truth
from solver.topics.numbers.comparisons.quantities import Unlike, compare, quantity
from tests.topics.run_cell import run_cell
from tests.topics.solved import assert_solved, is_declined, reading, solve, verdict

CASES = [
    # one of two
    ("Which is greater: 512 or 521?", "521", "512"),
    ("Which is smaller, -7/9 or -0.8?", "-0.8", r"-\frac{7}{9}"),
    ("What is the larger of 5/8 and 0.6?", r"\frac{5}{8}", "0.6"),
    ("Of -13 and -31, which is less?", "-31", "-13"),
    ("Is 2/3 or 7/11 bigger?", r"\frac{2}{3}", r"\frac{7}{11}"),
    ("Which is bigger: 0.25 or 1/4?", r"0.25 = \frac{1}{4}", "4"),
    ("Which is larger, 2^7 or 11^2?", "2^{7}", "11^{2}"),
    ("Which is greater, 35% or 1/3?", r"35\%", r"\frac{1}{3}"),
    ("Compare 5/6 and 7/9. Which is larger?", r"\frac{5}{6}", r"\frac{7}{9}"),
    ("比较大小：$\\frac56$和$\\frac79$，哪个大？", r"\frac{5}{6}", r"\frac{7}{9}"),
    ("5/7和0.7哪个大？", r"\frac{5}{7}", "0.7"),
    ("负6和负9，哪个数更小？", "-9", "-6"),
    ("三分之一和百分之三十哪个大", r"\frac{1}{3}", r"30\%"),
    # signs
    ("Compare 4/9 and 0.45", r"\frac{4}{9} < 0.45", r"\frac{4}{9} > 0.45"),
    ("Fill in <, > or =: -5 ____ -8", ">", "<"),
    ("比较大小：5/6 ○ 0.83", ">", "="),
    ("在○里填上“>”“<”或“=”：1/5○0.2，0.3○1/3", r"=,\ <", "=, ="),
    ("比较√5和2.3的大小", r"\sqrt{5} < 2.3", r"\sqrt{5} > 2.3"),
    ("比较 2√7 与 3√3 的大小", r"2\sqrt{7} > 3\sqrt{3}", r"2\sqrt{7} = 3\sqrt{3}"),
    # yes or no
    ("Is -14 bigger than -15?", r"\text{Yes}", "No"),
    ("Is 9/4 at most 2.2?", r"\text{No}", "Yes"),
    ("Is 6 less than or equal to 6?", r"\text{Yes}", r"\text{No}"),
    ("Is 4 at least as big as 9/2?", r"\text{No}", "True"),
    ("Are 6/15 and 2/5 equal?", r"\text{Yes}", "False"),
    ("Do 7 and 0.7 have the same value?", r"\text{No}", "yes"),
    ("Are 0 and 3/80 non-equal?", r"\text{Yes}", "no"),
    ("Do 4 and 0.4 have a different value?", r"\text{Yes}", "no"),
    ("Does 9/3 = 3?", r"\text{Yes}", "no"),
    ("Is -4 >= -3.9?", r"\text{No}", "yes"),
    ("Is 2/3 != 4/6?", r"\text{No}", "yes"),
    ("Is 8 different from 24/3?", r"\text{No}", "yes"),
    ("Is 305 > 350?", r"\text{No}", "yes"),
    ("Is it true that -2.5 < -2.05?", r"\text{Yes}", "no"),
    ("True or false: 4/5 > 5/6", r"\text{False}", r"\text{True}"),
    ("-8比-5小吗？", r"\text{是}", "不是"),
    ("7/3是否大于2.3", r"\text{是}", "否"),
    ("3/8和0.375相等吗？", r"\text{是}", "不相等"),
    ("判断对错：-1/2 > -1/3", r"\text{错}", r"\text{对}"),
    # by rank
    ("What is the third biggest value in 4, -2/5, 0.3, -8, 2/9?", r"\frac{2}{9}", "0.3"),
    ("Which is the second smallest value? (a) -3/11 (b) 4 (c) -6 (d) -0.3", r"\text{d}", "a"),
    ("Find the 2nd largest number of 17, 71, 7.", "17", "71"),
    ("Find the largest and the smallest of 6, -9, 1/2.", r"6,\ -9", "-9, 6"),
    ("Which is the largest? A. 0.62 B. 5/8 C. 3/5", r"\text{B}", "A"),
    ("Here are three numbers: 6, 4, 9. Which is the smallest?", "4", "6"),
    ("在-5，0.2，3，-1/4中，第二小的数是多少？", r"-\frac{1}{4}", "-5"),
    ("-6，0，5/2，2中，最大的数是____，最小的数是____", r"\frac{5}{2},\ -6", "2, -6"),
    ("下列四个数中，最小的数是（　）A．-2 B．0 C．-5/2 D．1", r"\text{C}", "A"),
    # by distance
    ("What is the nearest to -1/5 in 6, 0.1, -1, 3/7?", "0.1", "-1"),
    ("Which is the closest to 4? (a) 9/2 (b) 3.4 (c) 5", r"\text{a}", r"\text{c}"),
    ("What is the closest to 0 in -3, 3, 4?", r"-3,\ 3", "3"),
    ("Which is closer to 7, 5 or 10?", "5", "10"),
    ("Which number is furthest from 1: -3, 4 or 2?", "-3", "4"),
    ("与5.4最接近的数是( ) A.5 B.6.1 C.4", r"\text{A}", "B"),
    ("4，4.5，5中最接近4.4的是哪个？", "4.5", "4"),
    # those that
    ("Which of the following is greater than 0.6? (A) 4/7 (B) 5/8 (C) 0.59", r"\text{B}", "C"),
    ("Which of 4, 6, 8 are at least 6?", r"6,\ 8", "8"),
    ("下列各数中，比-3小的数是( ) A. -1 B. -4 C. 0 D. 3", r"\text{B}", "D"),
    ("Which of 3/8, 2/5 or 0.35 is equal to 0.4?", r"\frac{2}{5}", "0.35"),
    # in order
    ("在4/7，3/13，2/3，8/17几个分数中，按从大到小排列，排在第二位的是", r"\frac{4}{7}", r"\frac{2}{3}"),
    ("6、-1、2从小到大依次是____", r"-1,\ 2,\ 6", "2, -1, 6"),
    ("How should 0.7, 5/8 and 0.66 be ordered from largest to smallest?", r"0.7,\ 0.66,\ \frac{5}{8}", "0.7, 5/8, 0.66"),
    ("Sort\n13\n-2\n5", r"-2,\ 5,\ 13", "5, 13, -2"),
    ("Sort 31, 0, -70, -1.", r"-70,\ -1,\ 0,\ 31", "-1, -70, 0, 31"),
    ("Put -4, 7/3, 2, -0.4 in decreasing order.", r"\frac{7}{3},\ 2,\ -0.4,\ -4", r"-4,\ -0.4,\ 2,\ \frac{7}{3}"),
    ("Order the numbers 5, -3, 0.2 from least to greatest.", r"-3,\ 0.2,\ 5", "5, 0.2, -3"),
    ("Write 2/5, 45%, 0.38 in order of size, smallest first.", r"0.38,\ \frac{2}{5},\ 45\%", "2/5, 0.38, 0.45"),
    ("Arrange {9, -2, 4} in descending order.", r"9,\ 4,\ -2", "9, 4"),
    ("Sort 2,000, 1,500 and 30", r"30,\ 1500,\ 2000", "30, 2000, 1500"),
    ("把-4，0.6，3/5，2从小到大排列", r"-4,\ 0.6,\ \frac{3}{5},\ 2", "2, 0.6, -4, 0.6"),
    ("将下列各数按从大到小的顺序排列：-1，0.5，2/3，0", r"\frac{2}{3},\ 0.5,\ 0,\ -1", "-1, 0, 0.5, 2/3"),
    ("把4、-3、1/3、0用“<”号连接起来", r"-3 < 0 < \frac{1}{3} < 4", r"4 < 0 < \frac{1}{3} < -3"),
    ("比较2^30，3^20，5^10的大小", "5^{10} < 2^{30} < 3^{20}", "5^{10} < 3^{20} < 2^{30}"),
]  # fmt: skip

DECLINED = [
    "Which is larger, x or 3?",
    "Which is greater: 4 or i?",
    "Which is bigger: 3 cm or 2 m?",
    "Which has the greater absolute value: -4 or 3?",
    "How many of the numbers 4, 5, 6 are greater than 4?",
    "What is 4 greater than 6?",
    "What number is 2 less than 9?",
    "Find the largest number between 4 and 12",
    "What is the largest number you can make with 4, 6, 1",
    "Which two numbers are largest: 4, 6, 8?",
    "Which is larger, 2/3 or 0.666...?",
    "Which is the largest: 4, five, 2?",
    "Sort 4,120,6",
    "Sort 4 1 3.",
    "Sort 2 1/2 5",
    "Which is greater: 2,5 or 2,4?",
    "Which is bigger - 4 or 5?",
    "Compare 3:5 and 2:3",
    "Find the second largest of 4, 4, 1.",
    "Which of -1, 0, 4 is the smallest positive number?",
    "Find the largest integer in 4, 2.5, 3",
    "What is the tenth largest of 4, 2?",
    "Which is closest to 4 and 5?",
    "Is sqrt(5+2*sqrt(6)) equal to sqrt(2)+sqrt(3)?",
    "Is 10^300 greater than 10^299?",
    "4 > 3",
    "4 ____ 3",
    "Do -4 and -5 have the same sign?",
    "-4和5的符号相同吗？",
    "求4，6，2中最大的数与最小的数的和",
    "4，6，2中最大数与最小数之和是多少",
    "4，6，2中最大的数比最小的数大多少",
    "The larger of the two numbers is 3 and 4",
    "按大小顺序排列：4,1,3",
    "把4米、35分米从小到大排列",
    "4,120,7从大到小排列",
    "比4大3的数是多少",
    "4和10之间最大的整数",
    "用4、5、2组成的最大的三位数是多少",
    "比较2和5的平方",
    "下列各数中最大的负整数是( ) A.-1 B.-2 C.0",
]

LETTERS = {"u": sp.Integer(6), "a": sp.Rational(-3, 4), "i": sp.Integer(2), "e": sp.Rational(1, 5)}
LETTERED = [
    ("Put -5, u, 7 in decreasing order.", r"7,\ u,\ -5", "7, -5, u"),
    ("Sort i, e, u, a.", r"a,\ e,\ i,\ u", "e, a, i, u"),
    ("Which is greater: a or -0.7?", "-0.7", "a"),
    ("Is a less than -0.7?", r"\text{Yes}", "no"),
    ("Is e bigger than i?", r"\text{No}", "Yes"),
    ("What is the closest to e in 0, 1, a?", "0", "a"),
    ("Which is the third smallest? (a) u (b) e (c) i", r"\text{a}", "c"),
    ("Which is the nearest to u? (a) 4 (b) i (c) a", r"\text{a}", r"\text{b}"),
    ("Is 2u at least 12?", r"\text{Yes}", "no"),
    ("Do u and 6 have different values?", r"\text{No}", "yes"),
    ("把a,i,u从大到小排列", r"u,\ i,\ a", "a, i, u"),
]


@pytest.mark.parametrize(("problem", "expected", "wrong"), CASES)
def test_solved_and_checked(problem: str, expected: str, wrong: str) -> None:
    assert_solved(read, problem, expected, wrong)


@pytest.mark.parametrize("problem", DECLINED)
def test_declined(problem: str) -> None:
    assert is_declined(read, problem)


def lettered(problem: str) -> Any:
    return read(Text(clean(problem), "zh" if "把" in problem else "en", LETTERS))


@pytest.mark.parametrize(("problem", "expected", "wrong"), LETTERED)
def test_letters_with_values_stand_as_they_are_written(problem: str, expected: str, wrong: str) -> None:
    task = lettered(problem)
    conclusion = task.conclude(value_of(str(run_cell(task.solution().cell))))
    assert conclusion.answer == expected
    assert verdict(task, expected) is True
    assert verdict(task, wrong) is False


def test_a_letter_without_a_value_is_not_read() -> None:
    assert lettered("Sort u, w, 3.") is None


@pytest.mark.parametrize(
    ("problem", "answer", "proved"),
    [
        ("Which is the second smallest? (a) 5 (b) 2/3 (c) 1", "(c)", True),
        ("Which is the second smallest? (a) 5 (b) 2/3 (c) 1", r"\text{(c)}", True),
        ("Which is the second smallest? (a) 5 (b) 2/3 (c) 1", "1", True),
        ("Which is the second smallest? (a) 5 (b) 2/3 (c) 1", "b", False),
        ("Which is the largest? (a) 1/2 (b) 0.5 (c) 0", "a", False),
        ("Which is the largest? (a) 1/2 (b) 0.5 (c) 0", "a and b", True),
        ("Compare 2/3 and 0.6", "0.6 < 2/3", True),
        ("Compare 2/3 and 0.6", ">", True),
        ("Compare 2/3 and 0.6", r"\frac{2}{3} \lt 0.6", False),
        ("Sort 4, 100, 5", "4,5,100", True),
        ("Sort 4, 100, 5", "5,100,4", False),
        ("Sort 4, 100, 5", "4 < 5 < 100", True),
        ("Sort 4, 100, 5", "100 < 5 < 4", False),
        ("Which of 1, 2, 3 are greater than 5?", "none", True),
        ("Which of 1, 2, 3 are greater than 5?", "3", False),
    ],
)
def test_other_spellings_of_an_answer_are_judged(problem: str, answer: str, proved: bool) -> None:
    task, _, _ = solve(read, problem)
    assert verdict(task, answer) is proved


@pytest.mark.parametrize(
    "problem", ["Sort 4, 1, 3", "Is 4 > 3?", "Which is larger: 4 or 5?", "Compare 4 and 5"]
)
def test_an_answer_that_says_nothing_cannot_be_checked(problem: str) -> None:
    task, _, _ = solve(read, problem)
    assert task.check("perhaps") is None


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(
        [
            "Sort 4, 1, 3",
            "Is 4 > 3?",
            "Which is nearest to 2? (a) 4 (b) 1",
            "比较大小：4 ○ 5",
            "求4，6，2的最大值",
        ]
    ),
    st.text("0123456789,<>=-/.abx \\{}()是不text%^√", max_size=14),
)
def test_no_answer_makes_a_check_fail(problem: str, answer: str) -> None:
    plan = reading(read, problem).check(answer)  # type: ignore[union-attr]
    assert plan is None or run_cell(plan.source) in (True, False)


NUMBERS = st.one_of(
    st.integers(-999, 999).map(str),
    st.tuples(st.integers(-60, 60), st.integers(2, 60)).map(lambda t: f"{t[0]}/{t[1]}"),
    st.decimals(-20, 20, places=2, allow_nan=False).map(str),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(NUMBERS, min_size=2, max_size=7, unique_by=Fraction), st.booleans(), st.booleans())
def test_lists_are_put_in_order(written: list[str], down: bool, chinese: bool) -> None:
    listed = ", ".join(written)
    english = f"Put {listed} in {'decreasing' if down else 'ascending'} order."
    problem = f"把{listed}从{'大到小' if down else '小到大'}排列" if chinese else english
    task, answer, value = solve(read, problem)
    assert [Fraction(str(v)) for v in value] == sorted(map(Fraction, written), reverse=down)
    assert verdict(task, answer) is True
    assert verdict(task, ", ".join(reversed(answer.split(r",\ ")))) is False


@settings(max_examples=60, deadline=None)
@given(st.lists(NUMBERS, min_size=3, max_size=6, unique_by=Fraction), st.integers(0, 2), st.booleans())
def test_the_kth_is_found_among_options(written: list[str], k: int, big: bool) -> None:
    named = " ".join(f"({chr(97 + i)}) {w}" for i, w in enumerate(written))
    word = ("", "second ", "third ")[k] + ("biggest" if big else "smallest")
    task, answer, _ = solve(read, f"Which is the {word} value? {named}")
    kth = sorted(written, key=Fraction, reverse=big)[k]
    assert answer == rf"\text{{{chr(97 + written.index(kth))}}}"
    for i, w in enumerate(written):
        assert verdict(task, chr(97 + i)) is (w == kth)


@settings(max_examples=60, deadline=None)
@given(NUMBERS, st.lists(NUMBERS, min_size=2, max_size=5, unique_by=Fraction))
def test_nothing_is_nearer_than_the_nearest(target: str, written: list[str]) -> None:
    task, answer, value = solve(read, f"What is the closest to {target} in {', '.join(written)}?")
    distances = [abs(Fraction(w) - Fraction(target)) for w in written]
    assert {abs(Fraction(str(v)) - Fraction(target)) for v in value} == {min(distances)}
    assert len(value) == distances.count(min(distances))
    assert verdict(task, answer) is True


@settings(max_examples=60, deadline=None)
@given(NUMBERS, NUMBERS, st.sampled_from(["<", ">", "=", "at most", "at least"]))
def test_yes_or_no_is_what_python_says(left: str, right: str, sign: str) -> None:
    a, b = Fraction(left), Fraction(right)
    truth = {"<": a < b, ">": a > b, "=": a == b, "at most": a <= b, "at least": a >= b}[sign]
    task, answer, _ = solve(read, f"Is {left} {'equal to' if sign == '=' else sign} {right}?")
    assert answer == (r"\text{Yes}" if truth else r"\text{No}")
    assert verdict(task, "yes") is truth
    assert verdict(task, "no") is not truth


@settings(max_examples=80, deadline=None)
@given(NUMBERS, NUMBERS)
def test_the_steps_of_a_pair_end_with_its_order(left: str, right: str) -> None:
    p, q = quantity(left, {}), quantity(right, {})
    assert p is not None and q is not None
    order = compare(p.value, q.value)
    small, large = (p, q) if order <= 0 else (q, p)
    sign = "=" if order == 0 else "<"
    last = pair_steps(p, q, "en")[-1].replace(" ", "")
    shown = {f"{small.latex}{s}{large.latex}".replace(" ", "") for s in (sign, "<0<")}
    both = f"{large.latex}{sign}{small.latex}".replace(" ", "") if order == 0 else "?"
    assert any(text in last for text in (*shown, both))


@settings(max_examples=80, deadline=None)
@given(st.lists(st.fractions(-50, 50, max_denominator=400), min_size=2, max_size=6, unique=True))
def test_rounded_numbers_stay_in_order(values: list[Fraction]) -> None:
    exact = [sp.Rational(v.numerator, v.denominator) for v in sorted(values)]
    places = places_needed(exact)
    assert places is not None
    rounded = [Fraction(decimal(v, places)[0]) for v in exact]
    assert all(p < q for p, q in pairwise(rounded))
    for value, (text, is_exact) in ((v, decimal(v, places)) for v in exact):
        assert (sp.Rational(text) == value) is is_exact
        assert abs(sp.Rational(text) - value) <= sp.Rational(1, 2 * 10**places)


def test_what_cannot_be_told_apart_is_refused() -> None:
    with pytest.raises(Unlike):
        compare(sp.sqrt(5 + 2 * sp.sqrt(6)), sp.sqrt(2) + sp.sqrt(3))


def test_unread_words_are_named() -> None:
    found = read(Text("Which is the largest wobbly number: 3, 4, 5?", "en"))
    assert isinstance(found, Unread)
    assert found.fragments == ("wobbly",)


@pytest.mark.parametrize(
    "problem", ["Is 7 greater than 5?", "Is -3 less than 1/9?", "7比5大吗", "Is 10^150 greater than 10^149?"]
)
def test_a_comparison_is_not_read_as_a_sum(problem: str) -> None:
    """`What is 7 greater than 5` is a sum; a question for yes or no is not."""
    task = read_by_all(Problem(problem, language_of(problem)))
    assert isinstance(task, Truth | Unread)


@pytest.mark.parametrize("problem", ["What number is 7 greater than 5?", "比5大7的数是多少", "7比5大多少？"])
def test_a_sum_is_left_to_arithmetic(problem: str) -> None:
    assert isinstance(read_by_all(Problem(problem, language_of(problem))), Computation)
