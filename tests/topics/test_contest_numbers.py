"""Numbers described in words, unknown bases, pairs by their common divisor and multiple, consecutive integers, values that divide."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.topics import two_questions
from solver.topics.base import Reader
from solver.topics.equations import consecutive_integers
from solver.topics.numbers import common_pairs, described, integer_search, unknown_base
from tests.topics.solved import assert_solved, is_declined, solve, verdict

CASES: list[tuple[Reader, str, str, str]] = [
    (described.read, "Find the units digit of $2! + 4! + 6! + \\ldots + 20!$.", "6", "4"),
    (described.read, "What is the remainder when $1 + 3 + 3^2 + 3^3 + \\dots + 3^{40}$ is divided by 5?", "1", "0"),
    (described.read, "What is the product of the smallest and the largest prime factors of 3003?", "39", "26"),
    (described.read, "Let $N$ be the product of all integers from 1 through 8 that are not divisible by 4. What is the tens digit of $N$?", "6", "0"),
    (described.read, "When $\\frac{1}{2^6}$ is written as a decimal, how many digits are to the right of the decimal point?", "6", "5"),
    (described.read, "What is the sum of the digits of the base-5 representation of $444_{10}$?", "12", "8"),
    (described.read, "What is the positive difference between $30\\%$ of 50 and $40\\%$ of 60?", "9", "8"),
    (described.read, "A positive multiple of 7 less than 100 is randomly selected. What is the probability that it is odd?", r"\frac{1}{2}", r"\frac{3}{7}"),
    (described.read, "How many factors of $2^4 \\cdot 3^5$ are perfect squares?", "9", "30"),
    (described.read, "What is the 11th odd positive integer?", "21", "23"),
    (described.read, "How many more digits does 200 have when written in base 2 than when written in base 3?", "3", "2"),
    (described.read, "前15个正奇数的和的个位数字是多少？", "5", "4"),
    (described.read, "求$3^{50}$除以7的余数。", "2", "3"),
    (integer_search.read, "What is the least positive integer $n$ such that $350$ divides $n!$?", "10", "7"),
    (integer_search.read, "What is the sum of all integer values of $n$ such that $\\frac{20}{2n - 1}$ is an integer?", "2", "3"),
    (integer_search.read, "For how many integers $n$ from $1$ to $11$ is the fraction $\\frac{n}{12}$ a terminating decimal?", "3", "8"),
    (integer_search.read, "What is the greatest positive integer $n$ such that $2^n$ is a factor of $30!$?", "26", "25"),
    (integer_search.read, "For how many integers $n$ from -20 to 20 is $\\frac{1}{n}$ a terminating decimal?", "16", "8"),
    (integer_search.read, "For how many integers $n$ from $-7$ to $7$ is $\\frac{6}{n}$ not an integer?", "6", "7"),
    (integer_search.read, "How many positive integers less than 100 have exactly three positive divisors?", "4", "5"),
    (integer_search.read, "How many integers from 1 to 40 are relatively prime to 40?", "16", "24"),
    (integer_search.read, "How many prime numbers less than 60 have a units digit of 7?", "4", "5"),
    (unknown_base.read, "Find the base $b$ in which the equation $4 \\cdot 13 = 112$ is valid.", "5", "6"),
    (unknown_base.read, "In base $10,$ $25 + 46$ does not equal $104.$ In what base does $25 + 46 = 104$?", "7", "8"),
    (common_pairs.read, "How many ordered pairs of positive integers $(m,n)$ have $\\gcd(m,n) = 3$ and $\\text{lcm}[m,n] = 90$?", "8", "4"),
    (common_pairs.read, "The least common multiple of two positive integers is $6!$, and their greatest common divisor is 12. One of the integers is 144. What is the other?", "60", "72"),
    (consecutive_integers.read, "The product of three consecutive integers is 990. What is the smallest of these integers?", "9", "10"),
    (consecutive_integers.read, "The sum of 7 consecutive even integers is 98. What is the sum of the smallest and largest integers?", "28", "14"),
]  # fmt: skip
DECLINED: list[tuple[Reader, str]] = [
    (described.read, "How many integer divisors does 12 have?"),  # the negative ones, too?
    (described.read, "What is the units digit of the product of all the odd integers between 3 and 11?"),  # is 11 one of them?
    (described.read, "What is the remainder when the sum of the first 20 lucky numbers is divided by 7?"),
    (described.read, "What is the units digit of the sum of the first 12 integers?"),  # where do they begin?
    (described.read, "Find the remainder when $1 + 2 + \\dots + 64$ is divided by 5."),  # or powers of two?
    (described.read, "Let $N$ be the product of the first 8 primes. What is the units digit of $M$?"),
    (described.read, "What is the sum of the smallest and smallest prime factors of 3003?"),
    (described.read, "A multiple of 7 less than 100 is randomly selected. What is the probability that it is odd?"),  # negative ones?
    (described.read, "A positive integer less than 50 is randomly selected. What is the probability that its tens digit is 3?"),
    (described.read, "Two positive multiples of 7 less than 100 are selected. What is the probability that they are odd?"),
    (described.read, "What is the difference between 5 and 3 and 2?"),
    (described.read, "前10个整数的和的个位数字是多少？"),
    (integer_search.read, "For how many positive integers $n$ is $n^2 + 1$ a prime number?"),  # no end is known
    (integer_search.read, "For how many integers $n$ is $n^2 + 3n$ a perfect square?"),
    (integer_search.read, "What is the largest integer $n$ such that $n!$ is divisible by 24?"),
    (unknown_base.read, "Find the base $b$ in which the equation $13 + 15 = 28$ is valid."),  # many
    (unknown_base.read, "Find the base $b$ in which the equation $13 + 15 = 99$ is valid."),  # none
    (unknown_base.read, "Find the base $b$ in which the equation $13 + 1A = 31$ is valid, where A is a digit."),
    (unknown_base.read, "In what base does $13 \\cdot 15$ not equal $243$?"),
    (common_pairs.read, "The greatest common divisor of two numbers is 7 and their least common multiple is 60. One of the numbers is 12. What is the other number?"),
    (common_pairs.read, "The greatest common divisor of three numbers is 4 and their least common multiple is 120. One of the numbers is 24. What is the other number?"),
    (common_pairs.read, "Find $m$ if $\\gcd(n, 18) = 6$ and $\\text{lcm}[n, 18] = 90$."),
    (consecutive_integers.read, "The sum of three consecutive even integers is 67. What is the smallest?"),
    (consecutive_integers.read, "The product of two consecutive integers is 72. What is the smaller integer?"),  # 8, 9 or -9, -8
    (consecutive_integers.read, "The sum of three consecutive integers is at least 66. What is the smallest of the three integers?"),
    (consecutive_integers.read, "The sum of 5 consecutive integers is 35. What is the largest even integer?"),
    (consecutive_integers.read, "The sum of 5 consecutive integers is 25. What is the product of the odd integers?"),
    (two_questions.read, "Find $b$ if $3_b + 4_b = 12_b$ and $b > 6$."),
    (consecutive_integers.read, "The sum of four consecutive integers is 70. What is the middle integer?"),
]  # fmt: skip


@pytest.mark.parametrize(("reader", "problem", "expected", "wrong"), CASES)
def test_solved_and_checked(reader: Reader, problem: str, expected: str, wrong: str) -> None:
    assert_solved(reader, problem, expected, wrong)


@pytest.mark.parametrize(("reader", "problem"), DECLINED)
def test_declined(reader: Reader, problem: str) -> None:
    assert is_declined(reader, problem)


@settings(max_examples=15, deadline=None)
@given(st.integers(2, 40), st.integers(2, 19))
def test_remainders_of_sums_of_squares(count: int, modulus: int) -> None:
    problem = f"What is the remainder when the sum of the squares of the first {count} positive integers is divided by {modulus}?"
    task, answer, value = solve(described.read, problem)
    assert value == count * (count + 1) * (2 * count + 1) // 6 % modulus
    assert verdict(task, answer) is True


@settings(max_examples=15, deadline=None)
@given(st.integers(6, 16), st.integers(12, 60), st.integers(12, 60))
def test_a_product_tells_its_base(base: int, a: int, b: int) -> None:
    def numeral(n: int) -> str:
        return numeral(n // base) + "0123456789abcdef"[n % base] if n else ""

    told = [numeral(n) for n in (a, b, a * b)]
    problem = f"Find the base $b$ in which the equation ${told[0]} \\cdot {told[1]} = {told[2]}$ is valid."
    if all(t.isdigit() for t in told) and not is_declined(unknown_base.read, problem):
        _, _, value = solve(unknown_base.read, problem)
        assert value == base


@settings(max_examples=15, deadline=None)
@given(st.integers(1, 12), st.integers(2, 20), st.integers(2, 20))
def test_the_other_number(g: int, x: int, y: int) -> None:
    a, b = g * x // math.gcd(x, y), g * y // math.gcd(x, y)
    problem = f"The greatest common divisor of two numbers is {g} and their least common multiple is {math.lcm(a, b)}. One of the numbers is {a}. What is the other number?"
    _, _, value = solve(common_pairs.read, problem)
    assert value == b
