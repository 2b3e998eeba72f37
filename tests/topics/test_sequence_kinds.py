"""Sequences told in other ways: rules from term to term, rows, numbers put between others, numbers in progression."""

from __future__ import annotations

import pytest
import sympy as sp
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.topics.discrete.sequences import read
from tests.topics.solved import is_declined, reading, solve, verdict

CASES = [
    # rules from term to term
    ("A sequence is defined by a_1 = 3 and a_{n+1} = 2a_n + 1. Find a_5.", "63"),
    ("数列{a_n}满足a_1=1，a_{n+1}=2a_n+1，求a_5", "31"),
    ("数列{a_n}满足a_1=1，a_{n+1}=2a_n+1，求通项公式", "2^{n} - 1"),
    ("数列{a_n}满足a_1=2，a_{n+1}=1/(1-a_n)，求a_{2023}", "2"),
    ("A sequence is given by a_1 = 1 and a_n = a_{n-1} + n for n ≥ 2. Find a_{10}.", "55"),
    ("已知数列{a_n}满足a_1=1，a_{n+1}=a_n+2n，则a_5=", "21"),
    ("已知数列{a_n}满足a_1=1，a_{n+1}=3a_n+2，则数列{a_n}的前5项和S_5=", "237"),
    ("The Fibonacci sequence has a_1 = a_2 = 1 and a_n = a_{n-1} + a_{n-2}. Find a_{12}.", "144"),
    # three numbers
    ("Three numbers form an arithmetic sequence with sum 15 and product 80. Find the numbers.", r"2,\ 5,\ 8"),
    ("三个数成等比数列，它们的和是21，积是216，求这三个数", r"3,\ 6,\ 12"),
    (
        "The sum of three numbers in AP is 21 and the sum of their squares is 179. Find the largest number.",
        "11",
    ),
    # inserted
    ("Insert three arithmetic means between 4 and 20.", r"8,\ 12,\ 16"),
    ("在2和54之间插入两个数，使这四个数成等比数列，求插入的两个数", r"6,\ 18"),
    ("在4与20之间插入3个数，使这五个数成等差数列，求插入的三个数的和", "36"),
    # rows
    (
        "The front row of a theater has 18 seats, and each row has 3 more seats than the row in front of it. If there are 20 rows, how many seats are there altogether?",
        "930",
    ),
    (
        "A theater has 20 rows. The first row has 18 seats and each row after that has 3 more seats than the previous row. How many seats are in the last row?",
        "75",
    ),
    (
        "某剧场的座位第一排有18个，往后每一排都比前一排多2个，最后一排有64个。这个剧场一共有多少个座位？",
        "984",
    ),
    ("一堆钢管，第一层有5根，往下每层比上一层多1根，一共有12层，这堆钢管一共有多少根？", "126"),
    ("小明第一天读了10页，以后每天比前一天多读2页，第8天读多少页？", "24"),
    ("某电影院第一排有20个座位，以后每排比前一排多2个座位，共30排，问共有多少个座位？", "1470"),
    # a letter first
    (
        "The first three terms of an arithmetic sequence are x - 1, x + 3 and 3x + 1, in that order. Find x and the tenth term of the sequence.",
        r"x=3,\ a_{10}=38",
    ),
    ("已知等差数列的前三项依次为a-1，a+1，2a+3，求该数列的通项公式", "2 n - 3"),
    # terms that are in progression among themselves
    ("设等差数列{a_n}的公差为2，且a_1,a_2,a_4成等比数列，求a_1", "2"),
    ("已知公差不为0的等差数列{a_n}满足a_1=1，且a_1,a_2,a_5成等比数列，求a_n的通项公式", "2 n - 1"),
    (
        "An arithmetic sequence with nonzero common difference has a_1 = 1, and a_1, a_3, a_9 form a geometric sequence. Find a_{10}.",
        "10",
    ),
    ("等比数列{a_n}的公比为q，4a_1,2a_2,a_3成等差数列，若a_1=1，求q", "2"),
]
DECLINED = [
    "数列{a_n}满足a_{n+1}=2a_n+1，求a_5",  # no first term
    "数列{a_n}满足a_1=1，a_{n+1}=1/(1-a_n)，求a_3",  # a term does not exist
    "数列{a_n}满足a_1=1，a_{n+1}=a_n²+1，求通项公式",
    "Three numbers form a geometric sequence with sum 14. Find the numbers.",
    "Three numbers in any order form an arithmetic sequence with sum 15 and product 80. Find the numbers.",
    "Insert one geometric mean between 4 and 9.",  # 6 or -6
    "Insert a few arithmetic means between 4 and 20.",
    "The front row of a theater has 18 seats, and each row has 3 more seats than the row in front of it. How many seats are there altogether?",
    "The front row of a theater has 18 seats, and each row except the second has 3 more seats than the row in front of it. If there are 20 rows, how many seats are there altogether?",
    "某剧场的座位第一排有18个，往后每一排都比前一排多5个，最后一排有64个。这个剧场一共有多少个座位？",  # 64 is no such number
    "The first three terms of a geometric sequence are x, x + 6, 4x + 6. Find the fourth term.",  # two values of x
]


@pytest.mark.wide(rows=4)
@pytest.mark.parametrize(("problem", "expected"), CASES)
def test_solved_and_proved(problem: str, expected: str) -> None:
    task, answer, _ = solve(read, problem)
    assert answer == expected
    assert verdict(task, answer) is True
    assert verdict(task, f"{answer}+1") is False


@pytest.mark.parametrize("problem", DECLINED)
def test_declined(problem: str) -> None:
    assert is_declined(read, problem)


@settings(max_examples=20, deadline=None)
@given(st.integers(-3, 5), st.integers(2, 4), st.integers(-4, 4), st.integers(3, 9))
def test_a_linear_rule(first: int, p: int, q: int, at: int) -> None:
    term = first
    for _ in range(at - 1):
        term = p * term + q
    task, answer, value = solve(
        read, f"A sequence is defined by a_1 = {first} and a_{{n+1}} = {p}a_n{q:+d}. Find a_{{{at}}}."
    )
    assert value == term
    assert verdict(task, answer) is True


@settings(max_examples=15, deadline=None)
@given(st.integers(1, 30), st.integers(1, 9), st.integers(3, 40))
def test_rows_of_seats(first: int, more: int, rows: int) -> None:
    problem = f"第一排有{first}个座位，以后每一排都比前一排多{more}个座位，一共有{rows}排，这个剧场一共有多少个座位？"
    task, answer, value = solve(read, problem)
    assert value == sum(first + k * more for k in range(rows))
    assert verdict(task, answer) is True


@settings(max_examples=30, deadline=None)
@given(
    st.sampled_from(["1/(1-u)", "(u-1)/(u+1)", "2/u", "3-u", "u*u-2"]), st.integers(2, 4), st.integers(2, 60)
)
def test_terms_that_repeat_are_those_computed_one_by_one(rule: str, first: int, at: int) -> None:
    u, direct = sp.Symbol("u"), [sp.Integer(first)]
    step = sp.sympify(rule, {"u": u})
    if rule == "u*u-2":
        direct = [sp.Integer(-1)]  # stays; others grow without end
    start = direct[0]
    while len(direct) < at:
        direct.append(step.subs(u, direct[-1]))
    written = rule.replace("u*u", "a_n^2").replace("u", "a_n")
    found = reading(
        read, f"A sequence is defined by a_1 = {start} and a_{{n+1}} = {written}. Find a_{{{at}}}."
    )
    assert found._terms() == direct  # type: ignore[union-attr]
