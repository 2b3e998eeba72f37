"""Sums, differences and distances of two numbers in everyday words of both languages."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.topics.numbers.arithmetic import read
from tests.topics.solved import assert_solved, is_declined, solve, verdict

CASES = [
    ("3又1/5 × 2.5 - 75% ÷ (3/8) 得多少?", "6", "7"),
    ("一又二分之一加二又三分之一等于多少", r"\frac{23}{6}", r"\frac{7}{2}"),
    ("What is 35% of 5/7 of 240?", "60", "84"),
    ("240的5/7的35%是多少?", "60", "84"),
    ("125 减去 36 与 2.5 的积,再除以 0.7,结果是多少?", "50", "-18.5"),
    ("100减去36与24的和,差是多少", "40", "88"),
    ("Compute 3 1/2 + 2 2/3 − 1 3/4.", r"\frac{53}{12}", r"\frac{7}{12}"),
    (
        r"From the product of $3\frac{1}{2}$ and $\frac{4}{7}$ subtract the quotient of $\frac{5}{6}$ by $1\frac{2}{3}$.",
        r"\frac{3}{2}",
        "2",
    ),
    ("log 1000 + log 0.1", "2", "3"),
    ("Calculate 3 1/2 - 1 1/4.", r"\frac{9}{4}", r"\frac{5}{4}"),
    ("Calculate 2 1/3 × 1 1/5. Give your answer as a mixed number.", r"2\frac{4}{5}", r"\frac{7}{15}"),
    ("计算7/2+5/3，结果用带分数表示", r"5\frac{1}{6}", r"5\frac{1}{2}"),
    ("sqrt 144 + cbrt 27", "15", "9"),
    ("计算∛8+∜16", "4", "6"),
    ("求 log(4) + 2log(5) 的值", "2", "1"),
    ("Multiply 4,321 by 1,234 and give the exact product.", "5332114", "5555"),
    ("Divide 72,000 by 450. What is the quotient?", "160", "16"),
    ("Add together 31 and 12, then take away 5. What is the result?", "38", "48"),
    ("Write $2^{20}$ in full as an ordinary number.", "1048576", "1048577"),
    (
        r"Simplify and leave your answer as an improper fraction: $\frac{54}{24}$",
        r"\frac{9}{4}",
        r"2\frac{1}{4}+1",
    ),
    ("Solve: $9-4+7$", "12", "-2"),
    (r"Find the quotient: $-6 \div \frac{-4}{5}$", r"\frac{15}{2}", r"-\frac{15}{2}"),
    (r"Find the product: $-\frac{3}{4} \cdot 8$", "-6", "6"),
    (r"化简 $\frac{54}{24}$,结果用假分数表示", r"\frac{9}{4}", "2"),
    ("Put together -7 and 0.25.", "-6.75", "-7.25"),
    ("Put 2.5 and -4 together", "-1.5", "6.5"),
    ("Total of -1.5 and 40.", "38.5", "41.5"),
    ("What is the total of 6, 7 and -20?", "-7", "33"),
    ("What is the distance between -0.5 and 31?", "31.5", "30.5"),
    ("How far apart are -8 and 5 on the number line?", "13", "3"),
    ("What is the difference between -45 and -13?", "32", "-32"),
    ("What is the difference of 13 and 45?", "-32", "32"),
    ("What is 60 take away -5?", "65", "55"),
    ("What is 9.5 less 3?", "6.5", "12.5"),
    ("What is 9.5 less than 3?", "-6.5", "6.5"),
    ("Increase -20 by 6.", "-14", "-26"),
    ("Decrease 4.5 by -2.", "6.5", "2.5"),
    ("数轴上-6和9之间的距离是多少？", "15", "3"),
    ("-4与7相差多少？", "11", "3"),
    ("把-9和2.5合起来是多少？", "-6.5", "11.5"),
    ("18去掉25是多少？", "-7", "7"),
    ("7增加12是多少？", "19", "-5"),
    ("求13与45的差", "-32", "32"),
    ("What is 15% more than 60?", "69", "60.15"),
    ("What is 30% less than 90?", "63", "89.7"),
    ("Increase 20 by 5%", "21", "20.05"),
    ("Decrease 250 by 20%.", "200", "249.8"),
    ("比60多15%的数是多少？", "69", "60.15"),
    ("比90少30%的数是多少？", "63", "89.7"),
    ("比3/4多1/2的数是多少？", r"\frac{5}{4}", r"\frac{9}{8}"),
    (r"计算 $6 \div 2\sqrt{3}$", r"\sqrt{3}", r"3\sqrt{3}"),
]

DECLINED = [
    # a number that is to be found
    "Half of a number is 3. What is the number?",
    "3 less than a number is 5. Find the number.",
    "Two thirds of a number is 10. What is the number?",
    "The cube of a number is 8. Find the number.",
    "The square root of a number is 6. What is the number?",
    "When 5 is added to a number the result is 12. What is the number?",
    "一个数的立方是8，求这个数",
    "5加上某数是9，求某数",
    "Find the product: $3+8$",
    "A number increased by 5 is 12",
    "A number plus 5 is 12. What is the number?",
    "比40多1/4的数是多少",  # 40 and 1/4, or 40 and a quarter of it?
    "What is 10% more than 5%?",
    "Find the sum of 1 to 10",
    "求1到10的和",
    "What is the distance between (1, 2) and (4, 6)?",
    "What is the distance between 3 and x?",
    "Put 3 and 4 in order",
    "What is the difference between 3, 4 and 5?",
]


@pytest.mark.parametrize(("problem", "expected", "wrong"), CASES)
def test_solved_and_checked(problem: str, expected: str, wrong: str) -> None:
    assert_solved(read, problem, expected, wrong)


@pytest.mark.parametrize("problem", DECLINED)
def test_declined(problem: str) -> None:
    assert is_declined(read, problem)


@settings(max_examples=30, deadline=None)
@given(st.integers(-(10**9), 10**9), st.integers(-(10**9), 10**9))
def test_a_distance_is_the_absolute_value_of_the_difference(a: int, b: int) -> None:
    for problem in (f"What is the distance between {a} and {b}?", f"数轴上{a}和{b}之间的距离是多少?"):
        task, answer, _ = solve(read, problem)
        assert answer == str(abs(a - b))
        assert verdict(task, answer) is True


@pytest.mark.parametrize(
    ("problem", "answer"),
    [
        ("Compute 0.5 + 0.35 as a fraction.", r"\frac{17}{20}"),
        ("What is 3/8 + 1/6 as a fraction?", r"\frac{13}{24}"),
        ("计算 0.5+0.35，结果用分数表示", r"\frac{17}{20}"),
        ("Compute 0.5 + 0.35.", "0.85"),
    ],
)
def test_a_fraction_that_is_asked_for_is_given(problem: str, answer: str) -> None:
    assert solve(read, problem)[1] == answer
