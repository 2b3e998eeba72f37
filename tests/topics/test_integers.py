"""Problems of solver.topics.numbers.integers: read whole, solved exactly, checked in another way; the rest declined."""

from __future__ import annotations

from math import gcd

import pytest
import sympy as sp
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.reader import clean
from solver.topics.base import Text, Unread
from solver.topics.numbers.integers import read
from solver.topics.yes_no import claimed
from tests.topics.run_cell import run_cell
from tests.topics.solved import assert_solved, is_declined, solve, verdict

YES, NO = r"\text{Yes}", r"\text{No}"
SHI, BUSHI = r"\text{是}", r"\text{不是}"
NENG, BUNENG = r"\text{能}", r"\text{不能}"

COMMON = [
    ("gcd of 84 and 36", "12", "6"),
    ("求12和18的最大公约数", "6", "3"),
    ("lcm of 4, 6 and 10", "60", "120"),
    (r"$\gcd(84,36)$", "12", "4"),
    (r"Compute $\operatorname{lcm}(4, 14)$.", "28", "56"),
    ("12和18的最小公倍数是多少", "36", "72"),
    ("Find the least common multiple of 21 and 6.", "42", "126"),
    ("Find the greatest common divisor of 48, 180 and 30", "6", "12"),
    ("Calculate the highest common divisor of 112 and 70.", "14", "7"),
    ("What is the biggest common factor of 27 and 45?", "9", "3"),
    ("Work out the HCF of 28 and 98", "14", "7"),
    ("HCF(28, 98)", "14", "7"),
    ("What is the greatest common factor of -24 and 2^4?", "8", "-8"),
    ("What is the lowest common multiple of (7 - 4)*2 and 8?", "24", "48"),
    ("求24与36的最大公因数和最小公倍数。", r"12,\ 72", r"72,\ 12"),
    ("Find the LCM and GCD of 24 and 36.", r"72,\ 12", r"12,\ 72"),
    ("What is the common denominator of -5/12 and 7/18?", "36", "216"),
    ("Find the lowest common denominator of 3/4, 5/6 and 1/9.", "36", "72"),
    ("What is the common denominator of (-3)/(-4)*2/5 and 1/4?", "20", "40"),
    ("求3/8和5/12的最小公分母", "24", "96"),
    ("把3/8和5/12通分", r"\frac{9}{24},\ \frac{10}{24}", r"\frac{9}{24},\ \frac{5}{12}"),
    (r"通分：$\frac{1}{2}$，$\frac{2}{5}$", r"\frac{5}{10},\ \frac{4}{10}", r"\frac{5}{10},\ \frac{5}{10}"),
    ("Write 1/6 and 2/9 with a common denominator.", r"\frac{3}{18},\ \frac{4}{18}", r"\frac{3}{18},\ \frac{2}{18}"),
    ("Are 14 and 25 coprime?", YES, NO),
    ("14和21互质吗？", BUSHI, SHI),
]  # fmt: skip
PRIMES = [
    ("Factorise 84", r"2^{2} \times 3 \times 7", r"4 \times 21"),
    ("把360分解质因数", r"2^{3} \times 3^{2} \times 5", r"4\times 90"),
    ("What is the prime factorization of 90?", r"2 \times 3^{2} \times 5", r"2\times 3\times 5"),
    ("Write 84 as a product of its prime factors.", r"2^{2} \times 3 \times 7", r"2^{2} \times 21"),
    ("What are the prime factors of 126?", r"2,\ 3,\ 7", r"2,\ 7,\ 9"),
    ("List all the prime factors of (5 + 8)*4.", r"2,\ 13", "2"),
    ("126的质因数有哪些？", r"2,\ 3,\ 7", r"2,\ 3"),
    ("What is the largest prime factor of 91?", "13", "7"),
    ("求91的最小质因数", "7", "13"),
    ("How many distinct prime factors does 360 have?", "3", "6"),
    ("91是质数吗?", BUSHI, SHI),
    ("Is 97 prime?", YES, NO),
    ("判断 101 是否为质数", SHI, BUSHI),
    ("Is 1 a prime number?", NO, YES),
    ("Is 51 composite?", YES, NO),
    ("Is 53 a composite number?", NO, YES),
    ("57是合数吗？", SHI, BUSHI),
    ("Is -7 prime?", NO, YES),
    ("Is 2^7 - 1 a prime number?", YES, r"\text{composite}"),
    ("Is 119 prime or composite?", r"\text{composite}", r"\text{prime}"),
    ("113是质数还是合数？", r"\text{质数}", r"\text{合数}"),
    ("1是质数还是合数？", r"\text{既不是质数也不是合数}", r"\text{合数}"),
]
DIVISORS = [
    ("How many divisors does 360 have?", "24", "23"),
    ("24的因数有哪些?", r"1,\ 2,\ 3,\ 4,\ 6,\ 8,\ 12,\ 24", "1, 2, 3"),
    ("求36的正约数的个数", "9", "8"),
    ("List all factors of 12", r"1,\ 2,\ 3,\ 4,\ 6,\ 12", "1, 12"),
]
DIVISIBILITY = [
    ("Does 7 divide 133?", YES, NO),
    ("Does 8 go into 133 evenly?", NO, YES),
    ("Is 133 a multiple of 19?", YES, NO),
    ("Is 18 a factor of 133?", NO, YES),
    ("Is (2 + 5)*2 a divisor of 98?", YES, NO),
    ("Determine whether 143 is divisible by 11.", YES, NO),
    ("Can 143 be divided by 12 without a remainder?", NO, YES),
    ("Can 144 be evenly divided by 12?", YES, NO),
    ("Is -15 a multiple of 5?", YES, NO),
    ("Is 3170 even?", YES, NO),
    ("Is 3170 an odd number?", NO, YES),
    ("Is 15 * 7 odd or even?", r"\text{odd}", r"\text{even}"),
    ("3171是偶数吗？", BUSHI, SHI),
    ("3171是奇数还是偶数？", r"\text{奇数}", r"\text{偶数}"),
    ("判断3171是不是奇数", SHI, r"\text{偶数}"),
    ("133能被7整除吗？", NENG, BUNENG),
    ("判断133能否被8整除", BUNENG, NENG),
    ("8能整除133吗", BUNENG, NENG),
    ("133是19的倍数吗？", SHI, BUSHI),
    ("18是不是133的因数？", BUSHI, SHI),
]
DIGITS = [
    ("What is the thousands digit of 48213?", "8", "4"),
    ("What is the ten thousands digit of 1,048,213?", "4", "0"),
    ("Which digit is in the hundreds place of 48213?", "2", "1"),
    ("What is the units digit of (5 + 7)*3?", "6", "3"),
    ("What is the hundredths digit of 2.718?", "1", "7"),
    ("What digit is in the thousandths place of 2.7?", "0", "7"),
    ("48213的千位上的数字是多少？", "8", "2"),
    ("2.718的十分位是几？", "7", "1"),
    ("3的5次方的十位数字是几？", "4", "3"),
    ("What is the value of the digit 8 in 48213?", "8000", "8"),
    ("What is the place value of 7 in 2.718?", "0.7", "7"),
    ("Find the sum of the digits of 2^9.", "8", "9"),
    ("求48213的各位数字之和", "18", "17"),
    ("How many digits does 3^10 have?", "5", "6"),
    ("What is the units digit of 7^2022?", "9", "7"),
    ("3^1001的个位数字是多少？", "3", "1"),
    ("What is the last digit of 2^90 + 3^90?", "3", "4"),
    ("48213是几位数？", "5", "4"),
]
PLACES = (
    "units", "tens", "hundreds", "thousands", "ten thousands", "hundred thousands", "millions", "ten millions", "hundred millions",
)  # fmt: skip
CASES = [*COMMON, *PRIMES, *DIVISORS, *DIVISIBILITY, *DIGITS]

DECLINED = [
    "Find the gcd of x and y",
    "Find the greatest common divisor of 48 and 180 apples",
    "The gcd of 12 and 18 is 6.",
    "Is the gcd of 12 and 18 equal to 6?",
    "12和18的最大公约数与最小公倍数之和",
    "Is 12 the lcm of 4 and 6?",
    "12和18的公因数有哪些",
    "Find the common denominator of 2/4 and 1/6",
    "Is 2.5 prime?",
    "The lcm of two numbers is 12",
    "What is the sum of the prime factors of 12?",
    "How many prime factors does 360 have?",
    "Find the prime numbers below 20",
    "Are 3 and 5 both prime?",
    "What is the next prime after 13?",
    "What is a factor of 21?",
    "How many integer divisors does 12 have?",
    "Is 7 a prime factor of 91?",
    "6 is a factor of 24.",
    "Which number is a multiple of 6, 24 or 25?",
    "Can 25 be divided by 6?",
    "Is 24 not divisible by 5?",
    "24是6的几倍？",
    "Is 2 the only even prime?",
    "Are 4 and 6 even?",
    "4和6都是偶数吗？",
    "24能被哪些数整除",
    "Does 0 divide 5?",
    "What is the hundreds digit of 37?",
    "What is the tens digit of 7^2022?",
    "What is the place value of 7 in 47765?",
    "What is the hundredths digit of 1/3?",
    "What is the product of the digits of 234?",
    "一个两位数的个位数字是3，十位数字是5，求这个数",
    "个位数字是3的两位数有几个？",
]


@pytest.mark.parametrize(("problem", "expected", "wrong"), CASES)
def test_solved_and_checked(problem: str, expected: str, wrong: str) -> None:
    assert_solved(read, problem, expected, wrong)


@pytest.mark.parametrize("problem", DECLINED)
def test_declined(problem: str) -> None:
    assert is_declined(read, problem)


@pytest.mark.parametrize(
    ("problem", "expected"),
    [
        ("Is v a multiple of 12?", YES),
        ("What is the greatest common factor of v and 45?", "15"),
        ("What are the prime factors of v?", r"2,\ 3,\ 5"),
        ("What is the tens digit of v - 7?", "5"),
        ("v是质数吗？", BUSHI),
        ("v是7的倍数吗？", BUSHI),
    ],
)
def test_letters_that_are_settled(problem: str, expected: str) -> None:
    task = read(Text(clean(problem), "zh" if "是" in problem else "en", {"v": sp.Integer(60)}))
    assert task is not None
    assert not isinstance(task, Unread)
    assert any("v=60" in step or "v-7" in step for step in task.solution().steps)
    conclusion = task.conclude(_value(task.solution().cell))
    assert conclusion is not None
    assert conclusion.answer == expected
    assert verdict(task, expected) is True


@pytest.mark.parametrize(
    ("problem", "expected"),
    [
        ("Is a a multiple of 12?", YES),
        ("Is a prime?", NO),
        ("Does a divide 30?", NO),
        ("Is a divisible by 7?", NO),
    ],
)
def test_the_letter_a_is_no_article_when_it_is_settled(problem: str, expected: str) -> None:
    task = read(Text(problem, "en", {"a": sp.Integer(60)}))
    assert task is not None
    assert not isinstance(task, Unread)
    conclusion = task.conclude(_value(task.solution().cell))
    assert conclusion is not None
    assert conclusion.answer == expected
    assert is_declined(read, problem)


def _value(source: str) -> object:
    value = run_cell(source)
    return sp.Integer(value) if isinstance(value, int) and not isinstance(value, bool) else value


@pytest.mark.parametrize("problem", ["Is v a multiple of 12?", "What is the gcd of v and 12?"])
def test_a_letter_that_is_no_whole_number(problem: str) -> None:
    assert read(Text(problem, "en", {"v": sp.Rational(7, 2)})) is None
    assert read(Text(problem, "en", {"v": sp.sqrt(2)})) is None


def test_an_answer_that_is_no_mathematics_cannot_be_checked() -> None:
    for problem, _, _ in CASES:
        task, _, _ = solve(read, problem)
        assert task.check("I do not know") is None


@pytest.mark.parametrize(
    ("answer", "claim"),
    [("Yes.", True), (r"\text{No}", False), ("True", True), ("No, it is not", False), ("不能", False),
     ("能", True), ("perhaps", None), ("", None)],
)  # fmt: skip
def test_yes_and_no(answer: str, claim: bool | None) -> None:
    assert claimed(answer) is claim


@settings(max_examples=30, deadline=None)
@given(st.integers(1, 5000), st.integers(1, 5000))
def test_gcd_times_lcm_is_the_product(a: int, b: int) -> None:
    task, answer, g = solve(read, f"Find the gcd of {a} and {b}")
    other, multiple, m = solve(read, f"求{a}和{b}的最小公倍数")
    assert g * m == a * b
    assert verdict(task, answer) is verdict(other, multiple) is True
    assert verdict(task, str(g + 1)) is False
    assert verdict(other, str(2 * m)) is False


@settings(max_examples=30, deadline=None)
@given(st.fractions(-9, 9, max_denominator=60), st.fractions(-9, 9, max_denominator=60))
def test_a_common_denominator_makes_both_whole(p: sp.Rational, q: sp.Rational) -> None:
    if p.denominator == q.denominator == 1 or not p * q:
        return
    task, answer, m = solve(read, f"What is the common denominator of {p} and {q}?")
    assert (p * int(m)).denominator == (q * int(m)).denominator == 1
    assert m * gcd(p.denominator, q.denominator) == p.denominator * q.denominator
    assert verdict(task, answer) is True


@settings(max_examples=30, deadline=None)
@given(st.integers(2, 10**6))
def test_prime_factors_multiply_to_the_number(n: int) -> None:
    task, answer, value = solve(read, f"Prime factorization of {n}")
    product = 1
    for prime, power in value.items():
        product *= prime**power
    assert product == n
    assert verdict(task, answer) is True
    listed, answer, primes = solve(read, f"List the prime factors of {n}.")
    assert primes == sorted(value)
    assert verdict(listed, answer) is True


@settings(max_examples=40, deadline=None)
@given(st.integers(-200, 10**6))
def test_prime_composite_or_neither(n: int) -> None:
    prime, _, is_prime = solve(read, f"Is {n} prime?")
    composite, _, is_composite = solve(read, f"{n}是合数吗")
    assert is_prime is bool(sp.isprime(n))
    assert is_composite is (n > 1 and not is_prime)
    for task, truth in ((prime, is_prime), (composite, is_composite)):
        assert verdict(task, YES) is truth
        assert verdict(task, BUSHI) is not truth


@settings(max_examples=60, deadline=None)
@given(
    st.integers(-(10**6), 10**6),
    st.integers(1, 60),
    st.sampled_from(["Does {m} divide {n}?", "{n}是{m}的倍数吗？"]),
)
def test_divisibility(n: int, m: int, wording: str) -> None:
    task, answer, value = solve(read, wording.format(n=n, m=m))
    assert value is (n % m == 0)
    assert verdict(task, answer) is True
    assert verdict(task, NO if value else YES) is False


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 10**9), st.integers(0, 8))
def test_digits_add_up_to_the_number(n: int, k: int) -> None:
    name = PLACES[k]
    problem = f"What is the {name} digit of {n}?"
    if k >= len(str(n)):
        assert is_declined(read, problem)
        return
    task, answer, value = solve(read, problem)
    assert str(value) == str(n)[-1 - k]
    assert verdict(task, answer) is True
    assert verdict(task, str((value + 1) % 10)) is False
