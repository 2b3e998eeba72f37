"""Problems of solver.topics.integers: read whole, solved exactly, checked in another way; the rest declined."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.topics.integers import read
from tests.topics.solved import is_declined, solve, verdict

CASES = [
    ("Factorise 84", r"2^{2} \times 3 \times 7", r"4 \times 21"),
    ("gcd of 84 and 36", "12", "6"),
    ("求12和18的最大公约数", "6", "3"),
    ("lcm of 4, 6 and 10", "60", "120"),
    ("把360分解质因数", r"2^{3} \times 3^{2} \times 5", r"4\times 90"),
    ("What is the prime factorization of 90?", r"2 \times 3^{2} \times 5", r"2\times 3\times 5"),
    ("91是质数吗?", r"\text{不是}", r"\text{是}"),
    ("Is 97 prime?", r"\text{Yes}", r"\text{No}"),
    ("How many divisors does 360 have?", "24", "23"),
    (r"$\gcd(84,36)$", "12", "4"),
    ("24的因数有哪些?", r"1,\ 2,\ 3,\ 4,\ 6,\ 8,\ 12,\ 24", "1, 2, 3"),
    ("求36的正约数的个数", "9", "8"),
    ("List all factors of 12", r"1,\ 2,\ 3,\ 4,\ 6,\ 12", "1, 12"),
    ("12和18的最小公倍数是多少", "36", "72"),
    ("判断 101 是否为质数", r"\text{是}", r"\text{不是}"),
    ("Find the least common multiple of 21 and 6.", "42", "126"),
    ("Find the greatest common divisor of 48, 180 and 30", "6", "12"),
    ("Is 1 a prime number?", r"\text{No}", r"\text{Yes}"),
]

DECLINED = [
    "Find the gcd of x and y",
    "Find the greatest common divisor of 48 and 180 apples",
    "Is 2.5 prime?",
    "The lcm of two numbers is 12",
    "What is the sum of the prime factors of 12?",
    "Find the prime numbers below 20",
]


@pytest.mark.parametrize(("problem", "expected", "wrong"), CASES)
def test_solved_and_checked(problem: str, expected: str, wrong: str) -> None:
    task, answer, _ = solve(read, problem)
    assert answer == expected
    assert verdict(task, answer) is True
    assert verdict(task, wrong) is False


@pytest.mark.parametrize("problem", DECLINED)
def test_declined(problem: str) -> None:
    assert is_declined(read, problem)


def test_an_answer_that_is_no_mathematics_cannot_be_checked() -> None:
    task, _, _ = solve(read, CASES[0][0])
    assert task.check("I do not know") is None


@settings(max_examples=30, deadline=None)
@given(st.integers(1, 5000), st.integers(1, 5000))
def test_gcd_times_lcm_is_the_product(a: int, b: int) -> None:
    task, answer, g = solve(read, f"Find the gcd of {a} and {b}")
    _, _, m = solve(read, f"求{a}和{b}的最小公倍数")
    assert g * m == a * b
    assert verdict(task, answer) is True
    assert verdict(task, str(g + 1)) is False


@settings(max_examples=30, deadline=None)
@given(st.integers(2, 10**6))
def test_prime_factors_multiply_to_the_number(n: int) -> None:
    task, answer, value = solve(read, f"Prime factorization of {n}")
    product = 1
    for prime, power in value.items():
        product *= prime**power
    assert product == n
    assert verdict(task, answer) is True
