"""Problems of solver.topics.discrete.sequences.topic: read whole, solved exactly, checked in another way; the rest declined."""

from __future__ import annotations

from typing import Any

import pytest
import sympy as sp
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.latex import exact_latex, values_in
from solver.topics.discrete.sequences import read
from tests.topics.solved import is_declined, verdict
from tests.topics.solved import solve as solve_with


def solve(problem: str) -> tuple[Any, str]:
    """The task and its answer as LaTeX."""
    return solve_with(read, problem)[:2]


def same(answer: str, expected: Any) -> bool:
    expected = expected if isinstance(expected, list) else [expected]
    values = values_in(answer)
    assert values is not None
    return len(values) == len(expected) and all(
        any(sp.simplify(v - sp.sympify(e)) == 0 for v in values) for e in expected
    )


n = sp.Symbol("n")
CASES = [
    (
        "In an arithmetic progression the first five terms add up to 40 and the next five add up to 115. Find the first term.",
        2,
    ),
    ("等差数列前5项和是40,接下来5项的和是115,求公差", 3),
    (
        "In an arithmetic sequence the first five terms add up to 40 and the first ten add up to 155. Find the common difference.",
        3,
    ),
    ("一个每项都是正数的等比数列，前2项之和是3，前4项之和是15，那么它的前6项之和是多少？", 63),
    (
        "For a certain arithmetic sequence, $S_2 = 8$ and $S_4 = 24$, where $S_n$ stands for the sum of the first $n$ terms. Calculate $S_6$.",
        48,
    ),
    (
        "The second term of an arithmetic sequence is 5 and the sixth term is 17. Which term is 50? (Give its position.)",
        17,
    ),
    ("An arithmetic sequence starts at 5 and has common difference 3. What is its 20th term?", 62),
    (
        "A geometric series with real terms has its first 3 terms adding up to 7 and its first 6 terms adding up to 63. Compute the sum of its first 9 terms.",
        511,
    ),
    (
        "All terms of the geometric sequence $\\{a_n\\}$ are positive and $S_n$ denotes the sum of its first $n$ terms. If $S_2 = 6$ and $S_4 = 30$, what is $S_6$?",
        126,
    ),
    ("等比数列 $\\{a_n\\}$ 的各项均为实数，$a_1=-2$，$a_4=54$，则其前 $6$ 项和为多少？", 364),
    ("某等差数列首项为50，公差为-4，它的前多少项之和最大？", 13),
    ("等差数列{a_n}中，a_1=25，S_9=S_17，求当n为何值时S_n最大", 13),
    ("已知等差数列{a_n}的前n项和为S_n，a_1=13，S_3=S_11，则S_n的最大值为多少", 49),
    (
        "An arithmetic sequence has first term 20 and common difference -3. For what value of n is S_n largest?",
        7,
    ),
    ("In an arithmetic sequence a_1 = -11 and a_4+a_6 = -6. Find n so that S_n is smallest.", 6),
    ("等差数列{a_n}，a_1=12，d=-3，前n项和S_n最大时n的值", [4, 5]),
    (
        "各项均为正数的等比数列$\\{a_{n}\\}$的前n项和为$S_{n}$，已知$S_{3}=10$， $S_{6}=30$，则$S_{12}$等于多少？",
        150,
    ),
    ("A geometric sequence has first term 3 and common ratio 2. Find the 8th term.", 384),
    ("A geometric sequence has first term 3 and common ratio 2. Find the sum of the first 8 terms.", 765),
    ("In the arithmetic sequence 2, 5, 8, …, find the 20th term.", 59),
    ("等差数列{an}中,a3+a7=20,求a5", 10),
    ("已知等差数列$\\{b_n\\}$的首项为3，公差d=2，求前10项和", 120),
    ("等比数列{a_n}的公比q=2，前4项和为30，求首项", 2),
    ("求等差数列3,7,11,...的通项公式", 4 * n - 1),
    ("Which term of the arithmetic sequence 3, 8, 13, … is 78?", 16),
    ("Which term of the geometric sequence 3, 6, 12, … is 768?", 9),
    ("Find the sum to infinity of a geometric series with first term 8 and common ratio 1/2.", 16),
    (
        "The sum of the first 5 terms of an arithmetic sequence is 40 and its first term is 2. What is the common difference?",
        3,
    ),
    ("数列{a_n}的通项公式为a_n=2n+1,求前10项和", 120),
    ("An arithmetic sequence has a_1 = 5, d = 3. Find S_10.", 185),
    ("等比数列{a_n}中，a_2=6，a_5=-48，求a_n", -3 * (-2) ** (n - 1)),
    ("等比数列{a_n}的前n项和为S_n,若S_2=3,S_4=15,求S_6", 63),
    ("等比数列{a_n}中，a_3=4，a_7=64，求a_5", 16),
    ("正项等比数列前两项之和为12，前四项之和为120，求前六项之和。", 1092),
    ("等比数列{a_n}中，a_1=2，a_3=18，求a_2", [-6, 6]),
    ("设等比数列{a_n}的前n项和为S_n,若S_6/S_3=3,则S_9/S_6等于多少", sp.Rational(7, 3)),
    (
        "In a geometric sequence with positive terms, a_2 a_4 = 36 and a_1 = 2. Find the common ratio.",
        sp.sqrt(3),
    ),
    ("已知等差数列{a_n}的前n项和为S_n，S_3=9，S_6=36，则a_7+a_8+a_9=", 45),
    ("递增的等比数列{a_n}中a_1+a_4=9,a_2*a_3=8,求S_5", 31),
    ("等差数列{a_n}的前n项和为T_n,a_1=1,T_3=9,求T_6", 36),
    ("A geometric sequence has S_3 = 7 and a_1 = 1. Find r.", [-3, 2]),
    ("等差数列{a_n}中,a_1=1,d=2,S_n=100,求n", 10),
    ("The 4th term of an arithmetic progression is 11 and the 9th term is 26. Find the first term.", 2),
    (
        "The third term of a geometric progression is 12 and the sixth term is 96. Find the first term and the common ratio.",
        [3, 2],
    ),
    ("已知正项等比数列{a_n}，a_1=1，a_5=16，求公比", 2),
    ("等差数列的第3项是7，第7项是19，求第10项", 28),
    ("Find the sum of the first 6 terms of the geometric sequence 81, 27, 9, ...", sp.Rational(364, 3)),
    ("已知等比数列{a_n}的公比q>0，a_1=3，a_3=12，求前五项和", 93),
    ("The nth term of a sequence is 3n+2. Find the 10th term.", 32),
    ("等比数列{a_n}中a_n>0,a_1=1,a_3=4,求a_4", 8),
    (
        "Find the 5th term and the sum of the first 5 terms of the geometric sequence with first term 2 and common ratio -3.",
        [162, 122],
    ),
    ("等差数列{a_n}的公差为2，a_1=1，求前n项和S_n", n**2),
    ("等差数列{a_n}的前10项和为100，前100项和为10，求前110项和", -110),
    ("An arithmetic sequence has common difference -4 and S_10 = 20. Find the first term.", 20),
]
WIDER = [
    ("A geometric sequence with positive terms has partial sums S_3 = 7 and S_6 = 63. Determine S_9.", 511),
    ("Find the sum of the infinite geometric series $12 + 8 + \\frac{16}{3} + \\cdots$", 36),
    (
        "The numbers x - 2, x + 1, x + 7 (in this order) are consecutive terms of a geometric sequence. Find x.",
        5,
    ),
    ("x - 2, x + 1, x + 7 are consecutive terms of a geometric sequence. Find x.", 5),
    ("If x, x+3, x+9 are three consecutive terms of a geometric progression, find the value of x.", 3),
    ("The numbers 3, x, 27 form an arithmetic sequence. Find x.", 15),
    ("已知$x-2, x+1, x+7$依次成等比数列，求x的值。", 5),
    ("若2k+1，13，5k-3成等差数列，则k=____", 4),
    ("若实数 4, x, 9 成等比数列，则 x 的值为", [-6, 6]),
    ("已知三个数 a, 6, 2a 成等差数列，求a", 4),
    ("已知等比数列$\\{a_n\\}$的各项均为正数，且$a_3a_7=144$，求$a_5$。", 12),
    ("In a geometric sequence with positive terms, a_3 a_7 = 144. Find a_5.", 12),
    ("在各项均为正数的等比数列{a_n}中，a_2·a_8=16，则a_5=？", 4),
    ("等比数列{a_n}中，a_4a_6=9，求a_2a_8", 9),
    ("已知等差数列{a_n}中a_3+a_8=22，求S_10", 110),
    (
        "A geometric sequence has positive terms. The sum of its first three terms is 7 and the sum of its first six terms is 63. Find the sum of its first nine terms.",
        511,
    ),
    (
        "The sum of the first three terms of a geometric series with positive terms is 7, and the sum of the first six terms is 63. What is the sum of the first nine terms?",
        511,
    ),
    ("正项等比数列的前三项的和为7，前六项的和为63，求前九项的和。", 511),
    ("各项均为正数的等比数列{a_n}，前3项之和为7，前6项之和为63，则前9项之和为多少？", 511),
    ("等比数列{b_n}的前n项和为T_n，若T_3=7，T_6=63，求T_9", 511),
    (
        "Let {b_n} be a geometric sequence of positive terms with partial sums T_n. If T_2 = 4 and T_4 = 40, find T_6.",
        364,
    ),
    (
        "Let T_n denote the sum of the first n terms of a geometric sequence {b_n}. Given T_3 = 7 and T_6 = 63, find T_9.",
        511,
    ),
    (
        "A GP has positive terms; its first term is 3 and its third term is 12. Find the sum of the first 6 terms.",
        189,
    ),
    ("In an AP, the first term is 5 and the common difference is 3. Find the 15th term.", 47),
    ("The 3rd term of an A.P. is 7 and its 7th term is 19. Find the 10th term.", 28),
    (
        "All terms of a geometric progression are positive. Its first term is 2 and its fifth term is 162. Find its common ratio.",
        3,
    ),
    ("Find the sum to infinity of the geometric series 1 + 1/2 + 1/4 + ...", 2),
    ("What is the sum of the infinite geometric series 9 - 6 + 4 - ...?", sp.Rational(27, 5)),
    ("求无穷等比数列 8, 4, 2, ... 的各项和", 16),
    ("计算无穷等比级数 1+1/3+1/9+... 的和", sp.Rational(3, 2)),
    ("Find the 12th term of the arithmetic sequence 7, 11, 15, 19, ...", 51),
    ("An arithmetic sequence has a_5 = 17 and a_9 = 33. Find a_20.", 77),
    ("在等差数列{a_n}中，已知a_1=2，公差d=3，求第十五项。", 44),
    ("已知等差数列{a_n}的第5项为11，第8项为17，求首项和公差", [3, 2]),
    ("In a geometric sequence, the second term is 6 and the fifth term is 162. What is the first term?", 2),
    ("A geometric series has first term 5 and sum to infinity 20. Find the common ratio.", sp.Rational(3, 4)),
    (
        "A geometric sequence has a common ratio of 2 and the sum of the first five terms equals 93. What is the first term?",
        3,
    ),
    (
        "Suppose that the sum of the first n terms of a positive geometric sequence {a_n} is S_n. If S_4 = 5 and S_8 = 85, compute S_12.",
        1365,
    ),
    (
        "For a geometric sequence with all positive terms, let S_n be the sum of the first n terms. If S_2 = 3 and S_4 = 15, find S_6.",
        63,
    ),
    ("等差数列{a_n}的前n项和为S_n，若a_4+a_5=24，S_6=48，则公差d=", 4),
    ("记等比数列 {a_n} 的前 n 项的和为 S_n。若 S_2=6, S_4=30，求 S_6。", 126),
    (
        "The sum of the first 10 terms of an arithmetic progression is 100, the first term is 1. Find the 10th term.",
        19,
    ),
    ("A geometric sequence whose terms are all positive satisfies S_3 = 14 and S_6 = 126. Find S_9.", 1022),
    (
        "A geometric sequence has first term a = 4 and common ratio r = 3. Find the sum of its first five terms.",
        484,
    ),
    ("The first three terms of an arithmetic sequence are 5, 9, 13. Find the 50th term.", 201),
    ("The first three terms of a geometric sequence are 2, 6 and 18. Find the seventh term.", 1458),
    ("A geometric sequence begins 5, 10, 20. What is the sum of its first 8 terms?", 1275),
    (
        "In a geometric sequence of positive numbers, the sum of the first 2 terms is 8 and the sum of the first 4 terms is 80. Find the sum of the first 6 terms.",
        728,
    ),
    ("等比数列{a_n}的各项都是正数，前2项和为8，前4项和为80，求前6项和", 728),
    ("已知一个等比数列的首项是3，公比是2，求它的前六项和。", 189),
    ("已知等比数列的首项为1，公比为3，求第五项", 81),
    ("若等差数列的前5项之和为25，且第2项为3，则第7项是多少", 13),
    ("A geometric progression has S_1 = 3 and S_2 = 9. Find its fourth term.", 24),
    (
        "The sum of an infinite geometric series is 12 and its first term is 4. Find the common ratio.",
        sp.Rational(2, 3),
    ),
    ("An infinite geometric series has first term 6 and common ratio 1/3. Find its sum.", 9),
    ("Three positive numbers 2, x, 18 form a geometric sequence. Find x.", 6),
    ("已知x, 2x+2, 3x+3成等比数列，求x", -4),  # x = -1 would make terms 0
]
RULES = [
    # the kind follows from the listed terms, a sum formula, or a step from one term to the next
    ("Find the 20th term of the sequence 2, 5, 8, …", 59),
    ("Find the sum of the series 1 + 1/2 + 1/4 + ...", 2),
    ("数列3，6，12，24，…的第8项是多少", 384),
    ("The sum of the first n terms of an arithmetic sequence is S_n = 2n² + 3n. Find a_6.", 25),
    ("数列{a_n}的前n项和S_n=3^n-1，求a_4", 54),
    ("数列{aₙ}满足a₁=4，aₙ₊₁=aₙ+6，求a₁₂。", 70),
    ("数列{a_n}中，a_1=5，a_{n+1}-a_n=-2（n∈N*），则a_8=", -9),
    ("Given u_1 = 2 and u_{n+1} = 3u_n, find u_5.", 162),
    ("数列{a_n}是以2为首项，4为公差的等差数列，求a_10", 38),
    ("若{a_n}是首项为3，公比为2的等比数列，求a_6", 96),
    ("The sum of the 4th term and the 10th term of an arithmetic sequence is 40. Find the 7th term.", 20),
    # how many terms
    ("How many terms of the arithmetic sequence 3, 7, 11, ... are needed to give a sum of 210?", 10),
    ("等差数列的首项为3，公差为4，前多少项的和是210？", 10),
    ("An arithmetic sequence has first term 3 and last term 57 with 10 terms. Find its sum.", 300),
    ("等差数列共有10项，首项是2，末项是29，求各项之和", 155),
]
DECLINED = [
    "An arithmetic sequence has first term 20 and common difference 3. For what value of n is S_n largest?",
    "The numbers x, 6, 9 in any order form a geometric sequence. Find x.",
    "x, 6, 9 are the first, second and fourth terms of an arithmetic sequence. Find x.",
    "已知x, y, 9成等比数列，求x",
    "已知4, x, -9成等比数列，求x",  # no real number
    "x - 2, x + 1, x + 7 are consecutive terms of a geometric sequence. Find the common ratio.",
    "等比数列{a_n}中，a_3a_7=144，求a_4",
    "Find the sum of the infinite geometric series 1 + 2 + 4 + ...",
    "Find the 20th term of the sequence 2, 5, 9, …",  # no kind that is known
    "求数列1，2，4，7，…的第5项",
    "数列{a_n}的前n项和S_n=n²+1，求a_3",  # no arithmetic sequence
    "等比数列{a_n}中，a_2=6，求a_5",  # data missing
    "arithmetic sequence: a_1 = 1, a_2 = 4, a_3 = 9. Find a_5.",  # contradiction
    "等差数列{a_n}的公差为2，a_1=3，a_5=100，求a_6",  # contradiction
    "An arithmetic sequence has first term 3 and common difference 2 and its even terms are deleted. Find the 8th term.",
    "等差数列{a_n}与等比数列{b_n}满足a_1=b_1=1，a_2=b_2=3，求a_5",
    "等差数列{a_n}满足a_2=3,a_4=7,求公差和通项公式",  # a part of the question would stay unanswered
    "等差数列{a_n}满足a_2=3,a_4=7,求a_n和S_n",
    "A geometric sequence has first term 2 and common ratio 3. Find the sum to infinity.",
]


@pytest.mark.wide(rows=4)
@pytest.mark.parametrize(("problem", "expected"), [*CASES, *WIDER, *RULES])
def test_answer(problem: str, expected: Any) -> None:
    task, answer = solve(problem)
    assert same(answer, expected), answer
    assert verdict(task, answer)
    wrong = ",".join(exact_latex(v + 1) for v in values_in(answer) or ())
    assert not verdict(task, wrong)


@pytest.mark.parametrize("problem", DECLINED)
def test_declined(problem: str) -> None:
    assert is_declined(read, problem)


@settings(max_examples=15, deadline=None)
@given(st.integers(-9, 9), st.integers(-6, 6).filter(bool), st.integers(2, 12), st.integers(13, 30))
def test_two_terms_fix_an_arithmetic_sequence(first: int, difference: int, i: int, k: int) -> None:
    problem = f"In an arithmetic sequence, $a_{{{i}}}={first + (i - 1) * difference}$ and $a_{{{k}}}={first + (k - 1) * difference}$. Find $S_{{7}}$."
    task, answer = solve(problem)
    assert same(answer, sum(first + j * difference for j in range(7)))
    assert verdict(task, answer)


@settings(max_examples=15, deadline=None)
@given(st.integers(1, 9), st.integers(2, 4), st.integers(2, 4))
def test_block_sums_of_a_positive_geometric_sequence(first: int, ratio: int, m: int) -> None:
    sums = [first * sum(ratio**j for j in range(m * b)) for b in (1, 2, 3)]
    task, answer = solve(f"正项等比数列的前{m}项和为{sums[0]}，前{2 * m}项和为{sums[1]}，求前{3 * m}项和")
    assert same(answer, sums[2])
    assert verdict(task, answer)
