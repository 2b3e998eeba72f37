"""Problems of solver.topics.numbers.congruences: solved by inverses, checked by trying; unclear bounds are declined."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.topics.numbers.congruences import read
from tests.topics.solved import assert_solved, is_declined, solve, verdict

CASES = [
    (r"Solve the congruence $4n \equiv 6 \pmod{13}$, as a residue modulo 13. (Give an answer between 0 and 12.)", "8", "7"),
    (r"What is the smallest positive integer $n$ such that $25n \equiv 40n \pmod{21}$?", "7", "14"),
    (r"Find the largest integer less than 500 that satisfies $x \equiv 2 \pmod 5$ and $x \equiv 3 \pmod 8$.", "467", "427"),
    (r"What three-digit positive integer $x$ satisfies $10x \equiv 1 \pmod{997}$?", "698", "699"),
    (r"Determine the number of solutions in $x$ of the congruence $6x \equiv 4 \pmod{10}$ such that $0 < x \le 40$.", "8", "4"),
    ("Solve 3x ≡ 2 (mod 7).", r"x \equiv 3 \pmod{7}", r"x \equiv 2 \pmod{7}"),
    (r"Find $7^{-1} \pmod{26}$. Express your answer as an integer from $0$ to $25$, inclusive.", "15", "11"),
    (r"What is $2^{-1} + 5^{-1} \pmod{17}$?", "16", "0"),
    ("Find the inverse of 8 modulo 35.", "22", "13"),
    ("Determine the remainder of 2026 (mod 9).", "1", "2"),
    (r"If $a \equiv 10 \pmod{23}$ and $b \equiv 18 \pmod{23}$, then for what integer $n$ in the set $\{46, 47, \ldots, 68\}$ is it true that $a - b \equiv n \pmod{23}$?", "61", "15"),
    ("When a number is divided by 11, the remainder is 6. What is the remainder when 3 times the number is divided by 11?", "7", "6"),
    ("If $n$ leaves a remainder of 4 when divided by 9, what is the remainder when $5n+2$ is divided by 9?", "4", "2"),
    (r"If $x \equiv 3 \pmod{8}$ and $y \equiv 5 \pmod{8}$, find the remainder when $x^2 + xy$ is divided by 8.", "0", "1"),
    ("求同余方程组x≡1(mod 4),x≡2(mod 5),x≡3(mod 7)的最小正整数解。", "17", "37"),
    ("解同余方程5x≡4(mod 9)。", r"x \equiv 8 \pmod{9}", r"x \equiv 7 \pmod{9}"),
    ("a除以7余3,求4a+1除以7的余数。", "6", "5"),
    ("一个数除以9余4,这个数的5倍除以9余几?", "2", "3"),
    ("a除以5余2,b除以5余4,求ab除以5的余数。", "3", "4"),
]  # fmt: skip
DECLINED = [
    r"Solve $2x \equiv 5 \pmod 8$.",  # none
    r"How many integers between 1 and 100 satisfy $x^2 \equiv 1 \pmod 8$?",  # does 1 belong to it?
    r"Find $4^{-1} \pmod{10}$.",
    r"What is the smallest integer $n$ such that $3n \equiv 1 \pmod 5$?",  # of all integers
    r"Find the integer $n$ with $0 \le n \le 20$ such that $n \equiv 3 \pmod 5$.",  # several
    r"If $ab \equiv 17 \pmod{20}$, what is the remainder when $a + b$ is divided by 20?",
    "When a number is divided by 5, the remainder is 3. What is the remainder when twice the number is divided by 7?",
    "If $n$ leaves a remainder of 4 when divided by 9, what is the remainder when $n$ is divided by 27?",
    "解同余方程4x≡2(mod 8)。",
    "a除以7余3,求a除以5的余数。",
]  # fmt: skip


@pytest.mark.parametrize(("problem", "expected", "wrong"), CASES)
def test_solved_and_checked(problem: str, expected: str, wrong: str) -> None:
    task = assert_solved(read, problem, expected, wrong)
    assert task.check("perhaps") is None


@pytest.mark.parametrize("problem", DECLINED)
def test_declined(problem: str) -> None:
    assert is_declined(read, problem)


@settings(max_examples=30, deadline=None)
@given(st.integers(2, 60), st.integers(1, 80), st.integers(0, 80))
def test_a_linear_congruence_has_the_solutions_that_trying_finds(m: int, a: int, b: int) -> None:
    problem = rf"How many integers $n$ with $0 \le n \le 200$ satisfy ${a}n \equiv {b} \pmod{{{m}}}$?"
    task, answer, _ = solve(read, problem)
    assert int(answer) == sum((a * n - b) % m == 0 for n in range(201))
    assert verdict(task, answer) is True


@settings(max_examples=30, deadline=None)
@given(st.integers(2, 80), st.integers(2, 200), st.integers(-40, 40), st.integers(0, 30))
def test_residues_agree_with_whole_numbers(m: int, a: int, b: int, k: int) -> None:
    if math.gcd(a, m) == 1:
        _, answer, _ = solve(read, rf"What is ${a}^{{-1}} + ({b}) \cdot {a}^{{{k}}} \pmod{{{m}}}$?")
        assert (int(answer) * a - 1 - b * a ** (k + 1)) % m == 0
